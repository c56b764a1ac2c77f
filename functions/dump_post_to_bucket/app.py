"""Store a fetched post in bronze, if it is newer than the stored one."""

from wod.messages import KeyPassed, PostMessage
from wod.plumbing.post_storage import store_post
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import next_queue


@queue_stage(PostMessage, needs=[next_queue])
def handler(message: PostMessage) -> KeyPassed | None:
    return store_post(message)
