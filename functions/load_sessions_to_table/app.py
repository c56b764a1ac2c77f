"""Write the sessions of a silver week to the table, and delete those that are gone from the week."""

from wod.plumbing.events import ObjectCreated
from wod.plumbing.loading import load
from wod.plumbing.optimistic import retry_on_conflict
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import sessions_table


@queue_stage(ObjectCreated, needs=[sessions_table])
def handler(event: ObjectCreated) -> None:
    retry_on_conflict(lambda: load(event))
