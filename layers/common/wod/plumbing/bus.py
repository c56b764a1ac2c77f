"""The bus on which others hear of changes."""

import json

from botocore.exceptions import ClientError

from wod.changes import SessionChange
from wod.errors import BadInput
from wod.plumbing.aws import client
from wod.plumbing.settings import event_bus
from wod.plumbing.table import plain_number

EVENT_SOURCE = "invictus.weightlifting"

_NEVER_TAKEN = {"ValidationException", "InvalidArgument", "MalformedDetail"}
"""What the bus says to an event that it will refuse the next time too, such as one that is too large."""


def publish(change: SessionChange) -> None:
    """Put a change on the bus. Raises BadInput where the bus would never take it, as it is no JSON or too large; and
    where it does not take it now, so that the stream brings it again."""
    entry = {
        "EventBusName": event_bus(),
        "Source": EVENT_SOURCE,
        "DetailType": change.detail_type,
        "Detail": _detail(change),
    }
    try:
        answer = client("events").put_events(Entries=[entry])
    except ClientError as error:
        if error.response["Error"]["Code"] not in _NEVER_TAKEN:
            raise
        raise _never_taken(change, error.response["Error"]["Message"]) from error
    if answer["FailedEntryCount"]:
        failed = answer["Entries"][0]
        if failed["ErrorCode"] in _NEVER_TAKEN:
            raise _never_taken(change, failed["ErrorMessage"])
        raise RuntimeError(f"The bus refused {change.detail_type}: {failed['ErrorCode']}: {failed['ErrorMessage']}")


def _detail(change: SessionChange) -> str:
    detail = change.model_dump(exclude={"detail_type"})
    try:
        text = json.dumps(detail, default=plain_number, ensure_ascii=False, allow_nan=False)
        text.encode()
    except (TypeError, ValueError, ArithmeticError) as error:
        raise BadInput(
            "The session, as it was or as it is, has an attribute that JSON cannot say: a set, bytes, half a character "
            "or what is no finite number. Correct the item in the table, let who listens read it, and discard this."
        ) from error
    return text


def _never_taken(change: SessionChange, reason: str) -> BadInput:
    return BadInput(
        f"The bus will never take this {change.detail_type}: {reason.rstrip('.')}. Let who listens read the session "
        "from the table, and discard this."
    )
