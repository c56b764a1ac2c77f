"""The figures of a silver week go into gold."""

from wod.plumbing.current_week import current_week
from wod.plumbing.events import ObjectCreated
from wod.plumbing.gold import store_figures
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import alerts_topic, service_name
from wod.plumbing.settling import until_settled


@queue_stage(ObjectCreated, needs=[alerts_topic, service_name])
def handler(event: ObjectCreated) -> None:
    until_settled(lambda: current_week(event), lambda _: store_figures(event.key))
