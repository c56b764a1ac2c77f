"""A fetched post goes into bronze, if it is newer than what lies there."""

from wod.models import KeyPassed, PostMessage
from wod.plumbing.post_storage import store_post
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import next_queue


@queue_stage(PostMessage, needs=[next_queue])
def handler(message: PostMessage) -> KeyPassed | None:
    return store_post(message)
