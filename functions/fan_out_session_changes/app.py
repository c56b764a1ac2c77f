"""A change of an item of the sessions table becomes an event on the bus, if a reader would call it a change."""

from wod.changes import change_between
from wod.plumbing.bus import publish
from wod.plumbing.running import made, nothing_to_do
from wod.plumbing.settings import event_bus
from wod.plumbing.stream_stage import stream_stage
from wod.plumbing.table import Item


@stream_stage(needs=[event_bus])
def handler(old: Item | None, new: Item | None) -> None:
    change = change_between(old, new)
    if change is None:
        nothing_to_do("a reader would call it no change")
    else:
        publish(change)
        made(events=1)
