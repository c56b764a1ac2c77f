"""Store the figures of a silver week in gold."""

from wod.plumbing.events import ObjectCreated
from wod.plumbing.gold import store_figures
from wod.plumbing.optimistic import retry_on_conflict
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import alerts_topic, service_name


@queue_stage(ObjectCreated, needs=[alerts_topic, service_name])
def handler(event: ObjectCreated) -> None:
    retry_on_conflict(lambda: store_figures(event))
