"""The sessions of a silver week go into the table, and those that are gone from it leave the table."""

from wod.keys import week_of_key
from wod.plumbing.current_week import current_week
from wod.plumbing.events import ObjectCreated
from wod.plumbing.objects import StoredObject
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import sessions_table
from wod.plumbing.settling import until_settled
from wod.plumbing.table import replace_week
from wod.week_file import read_week


@queue_stage(ObjectCreated, needs=[sessions_table])
def handler(event: ObjectCreated) -> None:
    until_settled(lambda: current_week(event), load)


def load(stored: StoredObject | None) -> None:
    if stored is not None:
        replace_week(week_of_key(stored.key), read_week(stored.body))
