"""Errors for people, when something cannot be done."""

import difflib
from collections.abc import Iterable


class CommandError(Exception):
    """One sentence for a person: what is wrong, where, and what to do. The command ends with it as the message, and its
    status."""

    def __init__(self, message: str, *, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def meant(name: str, names: Iterable[str]) -> str:
    """Return `did you mean deadlift or snatch?` with the names that a mistyped one resembles; empty if none does."""
    known = {one.lower(): one for one in names}
    close = [known[one] for one in difflib.get_close_matches(name.strip().lower(), known, n=3)]
    return f"did you mean {' or '.join(close)}?" if close else ""
