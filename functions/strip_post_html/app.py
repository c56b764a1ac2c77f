"""A raw post in bronze becomes the visual lines of its page."""

from wod.keys import BRONZE_PREFIX
from wod.models import LinesMessage
from wod.plumbing.bronze import lineage_of, newest_revision
from wod.plumbing.objects import StoredObject
from wod.plumbing.stage import ObjectCreated, queue_stage, until_settled
from wod.reading.page import read_lines
from wod.reading.post import read_post


@queue_stage(ObjectCreated)
def handler(event: ObjectCreated) -> LinesMessage | None:
    return until_settled(lambda: newest_revision(event.key_under(BRONZE_PREFIX)), strip)


def strip(stored: StoredObject | None) -> LinesMessage | None:
    if stored is None:
        return None
    post = read_post(stored.body)
    return LinesMessage(source=lineage_of(stored, post), lines=read_lines(post.content))
