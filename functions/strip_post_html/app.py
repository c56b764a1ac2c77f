"""A raw post in bronze becomes the visual lines of its page; posts that had its key before leave silver."""

from wod.keys import BRONZE_PREFIX
from wod.models import KeyPassed, LinesMessage
from wod.plumbing.bronze import lineage_of, newest_revision
from wod.plumbing.objects import StoredObject, posts_before
from wod.plumbing.stage import ObjectCreated, queue_stage, tell_silver, until_settled
from wod.reading.page import read_lines
from wod.reading.post import read_post


@queue_stage(ObjectCreated)
def handler(event: ObjectCreated) -> LinesMessage | None:
    return until_settled(lambda: newest_revision(event.key_under(BRONZE_PREFIX)), strip)


def strip(stored: StoredObject | None) -> LinesMessage | None:
    if stored is None:
        return None
    post = read_post(stored.body)
    source = lineage_of(stored, post)
    if before := posts_before(stored, post.id):
        tell_silver(KeyPassed(bronze_key=stored.key, post_ids=before, correlation_id=source.correlation_id))
    return LinesMessage(source=source, lines=read_lines(post.content))
