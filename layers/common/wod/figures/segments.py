"""Segments of a session of silver."""

from string import ascii_lowercase

from wod.models import REST_DAY, SessionRecord


def is_training(session: SessionRecord) -> bool:
    """Return whether it is training, and not a day of rest."""
    # If two posts have the same rest day, one has its slug after the name.
    is_rest_day = session.session == REST_DAY or session.session.startswith(f"{REST_DAY} [")
    return not is_rest_day or bool(session.prescriptions)


def segments_of(session: SessionRecord) -> dict[str, str]:
    """Return the text of each letter that the session has."""
    texts = {letter: getattr(session, f"segment_{letter}") for letter in ascii_lowercase}
    return {letter: text for letter, text in texts.items() if text}
