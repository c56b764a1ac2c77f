"""The segments of a session of silver."""

import re

from wod.models import SEGMENTS_ALWAYS_THERE, SessionRecord

_SEGMENT = re.compile("segment_([a-z])")


def segments_of(session: SessionRecord) -> dict[str, str]:
    """Return the text of each letter that the session has."""
    always = {letter: getattr(session, f"segment_{letter}") for letter in SEGMENTS_ALWAYS_THERE}
    added = {match[1]: text for name, text in (session.model_extra or {}).items() if (match := _SEGMENT.match(name))}
    return {letter: text for letter, text in (always | added).items() if text}
