"""A raw post in bronze becomes the visual lines of its page; posts that had its key before leave silver."""

from wod.keys import BRONZE_PREFIX
from wod.models import KeyPassed, LinesMessage
from wod.plumbing.events import ObjectCreated
from wod.plumbing.objects import StoredObject
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.revisions import lineage_of, newest_revision, posts_before
from wod.plumbing.running import nothing_to_do
from wod.plumbing.sending import send
from wod.plumbing.settings import next_queue, silver_queue
from wod.plumbing.settling import until_settled
from wod.reading.page import read_lines
from wod.reading.post import read_post


@queue_stage(ObjectCreated, needs=[next_queue, silver_queue])
def handler(event: ObjectCreated) -> LinesMessage | None:
    return until_settled(lambda: newest_revision(event.key_under(BRONZE_PREFIX)), strip)


def strip(stored: StoredObject | None) -> LinesMessage | None:
    if stored is None:
        nothing_to_do("bronze has no such post any more")
        return None
    post = read_post(stored.body)
    source = lineage_of(stored, post)
    if before := posts_before(stored, post.id):
        passed = KeyPassed(bronze_key=stored.key, post_ids=before, correlation_id=source.correlation_id)
        send(silver_queue(), passed)
    return LinesMessage(source=source, lines=read_lines(post.content))
