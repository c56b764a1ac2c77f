"""Publish a change of an item of the sessions table to the bus, if it changes the session for a reader."""

from wod.changes import SessionChange, change_between
from wod.plumbing.attribute_values import Item
from wod.plumbing.stream_stage import stream_stage


@stream_stage
def handler(old: Item | None, new: Item | None) -> SessionChange | None:
    return change_between(old, new)
