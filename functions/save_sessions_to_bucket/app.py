"""Store clean records in the silver file of their week; remove a post that has lost its place in bronze."""

from wod.messages import KeyPassed, RecordsMessage
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.silver import remove_replaced, store_sessions


@queue_stage(RecordsMessage, KeyPassed)
def handler(message: RecordsMessage | KeyPassed) -> None:
    if isinstance(message, KeyPassed):
        remove_replaced(message)
    else:
        store_sessions(message)
