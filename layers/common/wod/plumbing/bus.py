"""The bus on which changes of sessions are published."""

import json

import msgspec
from botocore.exceptions import ClientError

from wod.changes import SessionChange
from wod.errors import BadInput
from wod.plumbing.aws import client
from wod.plumbing.batches import batches
from wod.plumbing.settings import event_bus

EVENT_SOURCE = "invictus.weightlifting"

type Entry = dict[str, str]
"""An entry of a call of the bus."""

_MOST_ENTRIES = 10  # of one call
_LARGEST_CALL = 200_000  # bytes; the bus takes 256 KiB

_NEVER_TAKEN = {"ValidationException", "InvalidArgument", "MalformedDetail"}
"""Error codes for an event that the bus will always refuse, such as one that is too large."""


def publish(changes: list[SessionChange]) -> list[BadInput | None]:
    """Publish changes, in as few calls as possible. Return for each the reason if the bus will never take it: it is not
    JSON, or too large.

    Raise RuntimeError if the bus does not take one of them now; the others may have been taken.
    """
    refused: list[BadInput | None] = [None] * len(changes)
    entries: list[tuple[int, Entry]] = []
    for number, change in enumerate(changes):
        try:
            entries.append((number, _entry(change)))
        except BadInput as error:
            refused[number] = error
    for some in batches(entries, _size, most=_MOST_ENTRIES, largest=_LARGEST_CALL):
        for number, reason in _put(some).items():
            refused[number] = _never_taken(changes[number], reason)
    return refused


def _size(entry: tuple[int, Entry]) -> int:
    return sum(len(value.encode()) for value in entry[1].values())


def _put(entries: list[tuple[int, Entry]]) -> dict[int, str]:
    """Publish entries, and return the reasons for those that the bus will never take, by their numbers."""
    try:
        answer = client("events").put_events(Entries=[entry for _, entry in entries])
    except ClientError as error:
        if error.response["Error"]["Code"] not in _NEVER_TAKEN:
            raise
        if len(entries) == 1:
            return {entries[0][0]: error.response["Error"]["Message"]}
        # The error is about the whole call and does not name the entry.
        return {number: reason for one in entries for number, reason in _put([one]).items()}
    refused = {}
    for (number, entry), result in zip(entries, answer["Entries"], strict=True):
        code = result.get("ErrorCode")
        if code in _NEVER_TAKEN:
            refused[number] = result["ErrorMessage"]
        elif code:
            raise RuntimeError(f"The bus refused {entry['DetailType']}: {code}: {result['ErrorMessage']}")
    return refused


def _entry(change: SessionChange) -> Entry:
    return {
        "EventBusName": event_bus(),
        "Source": EVENT_SOURCE,
        "DetailType": change.detail_type,
        "Detail": _detail(change),
    }


def _detail(change: SessionChange) -> str:
    detail = {name: value for name, value in msgspec.structs.asdict(change).items() if name != "detail_type"}
    try:
        text = json.dumps(detail, ensure_ascii=False, allow_nan=False)
        text.encode()
    except (TypeError, ValueError, ArithmeticError) as error:
        raise BadInput(
            "The session, as it was or as it is, has an attribute that JSON cannot express: a set, bytes, half a "
            "character or a number that is not finite. Correct the item in the table, let its consumers read it, and "
            "discard this."
        ) from error
    return text


def _never_taken(change: SessionChange, reason: str) -> BadInput:
    return BadInput(
        f"The bus will never take this {change.detail_type}: {reason.rstrip('.')}. Let its consumers read the "
        "session from the table, and discard this."
    )
