"""Turn a raw post in bronze into the visual lines of its page; remove earlier posts of its key from silver."""

from wod.keys import BRONZE_PREFIX
from wod.messages import KeyPassed, LinesMessage
from wod.plumbing import objects
from wod.plumbing.events import ObjectCreated
from wod.plumbing.optimistic import retry_on_conflict
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.revisions import lineage_of, past_of
from wod.plumbing.running import if_nothing_made
from wod.plumbing.sending import send
from wod.plumbing.settings import next_queue, silver_queue
from wod.reading.html.page import read_lines
from wod.reading.post import read_post


@queue_stage(ObjectCreated, needs=[next_queue, silver_queue])
def handler(event: ObjectCreated) -> LinesMessage | None:
    return retry_on_conflict(lambda: strip(event.key_under(BRONZE_PREFIX)))


def strip(key: str) -> LinesMessage | None:
    current = objects.read(key)
    if current is None:
        if_nothing_made("bronze has no such post any more")
        return None
    newest, posts_before = past_of(current)
    post = read_post(newest.body)
    source = lineage_of(newest, post)
    if posts_before:
        passed = KeyPassed(bronze_key=key, post_ids=posts_before, correlation_id=source.correlation_id)
        send(silver_queue(), passed)
    return LinesMessage(source=source, lines=read_lines(post.content))
