"""A change of an item of the sessions table becomes an event on the bus, if a reader would call it a change."""

from wod.changes import SessionChange, change_between
from wod.plumbing.stream_stage import stream_stage
from wod.plumbing.table import Item


@stream_stage
def handler(old: Item | None, new: Item | None) -> SessionChange | None:
    return change_between(old, new)
