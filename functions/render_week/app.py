"""Write the pages of the site that show a week when its figures in gold change."""

from wod.keys import GOLD_PREFIX
from wod.plumbing.events import ObjectCreated
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.site import render_week


@queue_stage(ObjectCreated)
def handler(event: ObjectCreated) -> None:
    render_week(event.key_under(GOLD_PREFIX))
