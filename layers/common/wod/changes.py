"""Changes of the sessions table, as published to subscribers. Pure: old and new item in, event out."""

from typing import Any, Literal

from wod.shape import Shape

type Session = dict[str, Any]
"""The attributes of an item of the sessions table."""

LINEAGE = {"source"}
"""Attributes that state the origin of a session and not its content; a change of them is not published."""


class SessionInserted(Shape):
    """A session that was not there before."""

    detail_type: Literal["Session Inserted"] = "Session Inserted"
    session: Session


class SessionModified(Shape):
    """A session with other content than before. `changed` names the fields that differ."""

    detail_type: Literal["Session Modified"] = "Session Modified"
    old: Session
    new: Session
    changed: list[str]


class SessionRemoved(Shape):
    """A removed session: an edit took it out, renamed it or moved it to another week."""

    detail_type: Literal["Session Removed"] = "Session Removed"
    session: Session


type SessionChange = SessionInserted | SessionModified | SessionRemoved


def change_between(old: Session | None, new: Session | None) -> SessionChange | None:
    """Return the change to publish; None if only the lineage differs.

    Raise ValueError if there is neither session.
    """
    if old is None and new is None:
        raise ValueError("a change has an old session, a new one, or both")
    if old is None:
        return SessionInserted(session=new or {})
    if new is None:
        return SessionRemoved(session=old)
    changed = sorted(name for name in old.keys() | new.keys() if name not in LINEAGE and old.get(name) != new.get(name))
    return SessionModified(old=old, new=new, changed=changed) if changed else None
