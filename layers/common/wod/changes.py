"""What changes in the sessions table, as others are told of it. Pure: old and new item in, event out."""

from typing import Any, Literal

from wod.models import Shape

type Session = dict[str, Any]
"""The attributes of an item of the sessions table."""

LINEAGE = {"source"}
"""What says where a session comes from and not what it is: no reader would call a new one a change."""


class SessionInserted(Shape):
    """A session that was not there before."""

    detail_type: Literal["Session Inserted"] = "Session Inserted"
    session: Session


class SessionModified(Shape):
    """A session that says something else than before. `changed` names the fields that differ."""

    detail_type: Literal["Session Modified"] = "Session Modified"
    old: Session
    new: Session
    changed: list[str]


class SessionRemoved(Shape):
    """A session that is gone: an edit took it out, renamed it or moved it to another week."""

    detail_type: Literal["Session Removed"] = "Session Removed"
    session: Session


type SessionChange = SessionInserted | SessionModified | SessionRemoved


def change_between(old: Session | None, new: Session | None) -> SessionChange | None:
    """Return the change that a reader would call one; None if only the lineage differs.

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
