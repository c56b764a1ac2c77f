"""The bus on which others hear of changes."""

import json

from wod.changes import SessionChange
from wod.plumbing.aws import client, setting
from wod.plumbing.table import plain_number

EVENT_SOURCE = "invictus.weightlifting"


def publish(change: SessionChange) -> None:
    """Put a change on the bus. Raises where the bus does not take it, so that the stream brings it again."""
    detail = change.model_dump(exclude={"detail_type"})
    entry = {
        "EventBusName": setting("EVENT_BUS_NAME"),
        "Source": EVENT_SOURCE,
        "DetailType": change.detail_type,
        "Detail": json.dumps(detail, default=plain_number, ensure_ascii=False),
    }
    answer = client("events").put_events(Entries=[entry])
    if answer["FailedEntryCount"]:
        failed = answer["Entries"][0]
        raise RuntimeError(f"The bus refused {change.detail_type}: {failed['ErrorCode']}: {failed['ErrorMessage']}")
