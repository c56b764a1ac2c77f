"""A fetched post goes into bronze, if it is newer than what lies there."""

from wod.models import KeyPassed, PostMessage
from wod.plumbing.bronze import store_post
from wod.plumbing.stage import queue_stage


@queue_stage(PostMessage)
def handler(message: PostMessage) -> KeyPassed | None:
    return store_post(message)
