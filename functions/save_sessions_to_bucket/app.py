"""Clean records go into the silver file of their week."""

from wod.models import RecordsMessage
from wod.plumbing.silver import store_sessions
from wod.plumbing.stage import queue_stage


@queue_stage(RecordsMessage)
def handler(message: RecordsMessage) -> None:
    store_sessions(message)
