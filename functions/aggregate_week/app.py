"""The figures of a silver week go into gold."""

from wod.plumbing.gold import store_figures
from wod.plumbing.stage import ObjectCreated, current_week, queue_stage, until_settled


@queue_stage(ObjectCreated)
def handler(event: ObjectCreated) -> None:
    until_settled(lambda: current_week(event), lambda _: store_figures(event.key))
