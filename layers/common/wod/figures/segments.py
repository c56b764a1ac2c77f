"""Segments of a session of silver."""

import re

from wod.models import REST_DAY, SEGMENTS_ALWAYS_THERE, SessionRecord

_SEGMENT = re.compile("segment_([a-z])")


def is_training(session: SessionRecord) -> bool:
    """Return whether it is training, and not a day of rest."""
    # If two posts have the same rest day, one has its slug after the name.
    is_rest_day = session.session == REST_DAY or session.session.startswith(f"{REST_DAY} [")
    return not is_rest_day or bool(session.prescriptions)


def segments_of(session: SessionRecord) -> dict[str, str]:
    """Return the text of each letter that the session has."""
    always = {letter: getattr(session, f"segment_{letter}") for letter in SEGMENTS_ALWAYS_THERE}
    added = {match[1]: text for name, text in (session.model_extra or {}).items() if (match := _SEGMENT.match(name))}
    return {letter: text for letter, text in (always | added).items() if text}
