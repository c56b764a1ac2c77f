"""The sessions of a silver week go into the table, and those that are gone from it leave the table."""

from wod.plumbing.events import ObjectCreated
from wod.plumbing.loading import load
from wod.plumbing.optimistic import retry_on_conflict
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import sessions_table


@queue_stage(ObjectCreated, needs=[sessions_table])
def handler(event: ObjectCreated) -> None:
    retry_on_conflict(lambda: load(event))
