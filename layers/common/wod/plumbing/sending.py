"""Messages to queues, never cut."""

import msgspec

from wod.errors import BadInput
from wod.plumbing.aws import client
from wod.plumbing.retries import is_throttled, repeated_if
from wod.shape import Shape

LARGEST_MESSAGE = 1024 * 1024
"""Bytes: what SQS takes."""

# SQS accepts the characters of XML, which lacks these two; JSON can escape them.
_NOT_IN_SQS = str.maketrans({"\ufffe": r"\ufffe", "\uffff": r"\uffff"})


def send(queue_url: str, message: Shape) -> None:
    """Send a message. Raise BadInput as `text_of` does."""
    _send_message(queue_url, text_of(message))


def text_of(message: Shape) -> str:
    """Return the message as text for a queue. Raise BadInput if it is too large, because it is never cut, or not
    JSON."""
    try:
        text = msgspec.json.encode(message).decode().translate(_NOT_IN_SQS)
    except (UnicodeEncodeError, RecursionError):
        raise BadInput(
            "The message for the next stage cannot be written as JSON: it holds half a character (a lone surrogate), "
            "or is nested too deeply; correct the post on the blog."
        ) from None
    size = len(text.encode())
    if size > LARGEST_MESSAGE:
        raise BadInput(
            f"The message for the next stage has {size} bytes, and SQS takes {LARGEST_MESSAGE}: "
            "divide the post into several and drop them into bronze."
        )
    return text


@repeated_if(is_throttled, seconds=0.5)
def _send_message(queue_url: str, body: str) -> None:
    client("sqs").send_message(QueueUrl=queue_url, MessageBody=body)
