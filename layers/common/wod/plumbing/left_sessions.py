"""The sessions that have left a week's file or were made again.

The file's writer notes them in its metadata for the stage that loads the table, which may hold them in an earlier state
of the same lineage, and can only be queried by their names, or day by day.
"""

import json
from contextlib import suppress
from typing import Any

from wod.plumbing import version_notes
from wod.plumbing.objects import StoredObject

type Session = tuple[str, str]
"""Date and name."""

_KEY = "left"
_LONGEST = 1000  # characters, of the 2,048 bytes that S3 takes as metadata


def noted(over: StoredObject | None, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> dict[str, str]:
    """Return the metadata for a week's file that is written over the one that was read; empty if the sessions that have
    left the file are unknown, or too many.

    A session that has left stays noted if it comes back, as the table may not have seen it leave.
    """
    left = sessions_left(over) if over else set()
    if left is None:
        return {}
    left |= (set(map(session_of, before)) - set(map(session_of, after))) | _made_again(before, after)
    text = json.dumps(sorted(left))
    return {**version_notes.noted(over), _KEY: text} if len(text) <= _LONGEST else {}


def _made_again(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> set[Session]:
    """Return the sessions that differ from those of the same lineage, as under other settings of the blog."""
    earlier = {session_of(record): record for record in before}
    pairs = ((earlier[session_of(record)], record) for record in after if session_of(record) in earlier)
    return {session_of(new) for old, new in pairs if old["source"] == new["source"] and old != new}


def sessions_left(file: StoredObject) -> set[Session] | None:
    """Return the sessions that have left the file or were made again, if `version_notes.is_proved` accepts its
    metadata; None if it says nothing."""
    with suppress(KeyError, ValueError, TypeError):
        return {(day, session) for day, session in json.loads(file.metadata[_KEY])}
    return None


def session_of(record: dict[str, Any]) -> Session:
    """Return date and name of a record, its key in the table."""
    return record["date"], record["session"]
