"""Announce new training of a week to lifters, if it is not over."""

from wod.keys import GOLD_PREFIX, week_of_key
from wod.plumbing.announcements import announce
from wod.plumbing.current_week import current_week
from wod.plumbing.events import ObjectCreated
from wod.plumbing.optimistic import retry_until_unchanged
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import people_topic


@queue_stage(ObjectCreated, needs=[people_topic])
def handler(event: ObjectCreated) -> None:
    retry_until_unchanged(lambda: current_week(event, GOLD_PREFIX), lambda _: announce(week_of_key(event.key)))
