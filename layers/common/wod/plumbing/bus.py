"""The bus on which others hear of changes."""

import json
from collections.abc import Iterator

from botocore.exceptions import ClientError

from wod.changes import SessionChange
from wod.errors import BadInput
from wod.plumbing.aws import client
from wod.plumbing.settings import event_bus
from wod.plumbing.table import plain_number

EVENT_SOURCE = "invictus.weightlifting"

_MOST_ENTRIES = 10  # of one call
_LARGEST_CALL = 200_000  # bytes; the bus takes 256 KiB

_NEVER_TAKEN = {"ValidationException", "InvalidArgument", "MalformedDetail"}
"""What the bus says to an event that it will refuse the next time too, such as one that is too large."""


def publish(changes: list[SessionChange]) -> list[BadInput | None]:
    """Put changes on the bus, in as few calls as it takes. Return, for each, why the bus will never take it, if that is
    so: it is no JSON, or too large.

    Raise RuntimeError if the bus does not take one of them now; then the others may have been taken.
    """
    refused: list[BadInput | None] = [None] * len(changes)
    entries: dict[int, dict[str, str]] = {}
    for number, change in enumerate(changes):
        try:
            entries[number] = _entry(change)
        except BadInput as error:
            refused[number] = error
    for some in _calls(entries):
        for number, reason in _put(some).items():
            refused[number] = _never_taken(changes[number], reason)
    return refused


def _calls(entries: dict[int, dict[str, str]]) -> Iterator[dict[int, dict[str, str]]]:
    """Divide entries into what one call takes."""
    some: dict[int, dict[str, str]] = {}
    size = 0
    for number, entry in entries.items():
        more = sum(len(value.encode()) for value in entry.values())
        if some and (len(some) == _MOST_ENTRIES or size + more > _LARGEST_CALL):
            yield some
            some, size = {}, 0
        some[number] = entry
        size += more
    if some:
        yield some


def _put(entries: dict[int, dict[str, str]]) -> dict[int, str]:
    """Put entries on the bus, and return why it will never take some of them, by their numbers."""
    try:
        answer = client("events").put_events(Entries=list(entries.values()))
    except ClientError as error:
        if error.response["Error"]["Code"] not in _NEVER_TAKEN:
            raise
        if len(entries) == 1:
            return dict.fromkeys(entries, error.response["Error"]["Message"])
        # The bus says this of the whole call, and not of which entry.
        return {number: reason for one in entries.items() for number, reason in _put(dict([one])).items()}
    refused = {}
    for (number, entry), result in zip(entries.items(), answer["Entries"], strict=True):
        code = result.get("ErrorCode")
        if code in _NEVER_TAKEN:
            refused[number] = result["ErrorMessage"]
        elif code:
            raise RuntimeError(f"The bus refused {entry['DetailType']}: {code}: {result['ErrorMessage']}")
    return refused


def _entry(change: SessionChange) -> dict[str, str]:
    return {
        "EventBusName": event_bus(),
        "Source": EVENT_SOURCE,
        "DetailType": change.detail_type,
        "Detail": _detail(change),
    }


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
