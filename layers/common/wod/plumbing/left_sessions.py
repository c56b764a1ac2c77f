"""The sessions that have left a week's file, which its writer notes in its metadata for the stage that loads the table.

The table may still hold them, and can only be queried by their names, or day by day.
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
    """Return the metadata for a week's file that is written over the one that was read.

    It is empty if the sessions that have left the file are unknown, or too many, or if one was made again: then the
    table holds other attributes with its lineage.
    """
    left = sessions_left(over) if over else set()
    if left is None or _is_one_made_again(before, after):
        return {}
    text = json.dumps(sorted((left | set(map(session_of, before))) - set(map(session_of, after))))
    return {**version_notes.noted(over), _KEY: text} if len(text) <= _LONGEST else {}


def _is_one_made_again(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> bool:
    """Return whether a record differs from the one of the same lineage, as under other settings of the blog."""
    earlier = {session_of(record): record for record in before}
    pairs = ((earlier[session_of(record)], record) for record in after if session_of(record) in earlier)
    return any(old["source"] == new["source"] and old != new for old, new in pairs)


def sessions_left(file: StoredObject) -> set[Session] | None:
    """Return the sessions that have left the file, if `version_notes.is_proved` accepts its metadata; None if it says
    nothing."""
    with suppress(KeyError, ValueError, TypeError):
        return {(day, session) for day, session in json.loads(file.metadata[_KEY])}
    return None


def session_of(record: dict[str, Any]) -> Session:
    """Return date and name of a record, its key in the table."""
    return record["date"], record["session"]
