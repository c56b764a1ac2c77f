"""A fetched post goes into bronze, if it is newer than what lies there."""

from wod.models import KeyPassed, PostMessage
from wod.plumbing.post_storage import store_post
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import NextQueue


@queue_stage(PostMessage, needs=[NextQueue])
def handler(message: PostMessage) -> KeyPassed | None:
    return store_post(message)
