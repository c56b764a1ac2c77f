"""The table's stream becomes events on the bus."""

import json
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest

from wod.plumbing import bus

from .world import CONTEXT, load_handler


class Bus:
    """A bus that takes what it is told to take."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self.refuse = ""

    def put_events(self, Entries: list[dict[str, Any]]) -> dict[str, Any]:  # noqa: N803 boto3's name
        if self.refuse and self.refuse in Entries[0]["Detail"]:
            return {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "InternalFailure", "ErrorMessage": "try again"}]}
        self.entries += Entries
        return {"FailedEntryCount": 0, "Entries": [{}]}


@pytest.fixture
def listening() -> Iterator[Bus]:
    made = Bus()
    with patch.multiple(bus, client={"events": made}.__getitem__, setting={"EVENT_BUS_NAME": "changes"}.__getitem__):
        yield made


def record(number: int, old: str | None, new: str | None) -> dict[str, Any]:
    """A stream record of Monday's session, with what segment A said and says."""
    keys = {"date": {"S": "2021-03-08"}, "session": {"S": "Monday"}}

    def image(text: str | None) -> dict[str, Any] | None:
        percent = {"M": {"percent_min": {"N": "72.5"}, "sets": {"N": "5"}}}
        return text and {**keys, "segment_a": {"S": text}, "prescriptions": {"L": [percent]}}

    images = {"OldImage": image(old), "NewImage": image(new)}
    change = {"Keys": keys, "SequenceNumber": str(number), **{name: value for name, value in images.items() if value}}
    return {"eventID": str(number), "eventName": "MODIFY", "dynamodb": change}


HANDLER = load_handler("fan_out_session_changes")


def test_changes_reach_the_bus_in_the_order_of_the_stream(listening: Bus) -> None:
    """Inserted, modified and removed, each with its session, under the names that others subscribe to."""
    records = [record(1, None, "Snatch"), record(2, "Snatch", "Clean"), record(3, "Clean", None)]
    assert {"batchItemFailures": []} == HANDLER({"Records": records}, CONTEXT)
    assert [
        ("changes", "invictus.weightlifting", "Session Inserted"),
        ("changes", "invictus.weightlifting", "Session Modified"),
        ("changes", "invictus.weightlifting", "Session Removed"),
    ] == [(e["EventBusName"], e["Source"], e["DetailType"]) for e in listening.entries]
    assert ["segment_a"] == json.loads(listening.entries[1]["Detail"])["changed"]


def test_numbers_are_numbers_for_who_listens(listening: Bus) -> None:
    """Whole numbers stay whole, and others keep their fraction."""
    HANDLER({"Records": [record(1, None, "Snatch")]}, CONTEXT)
    session = json.loads(listening.entries[0]["Detail"])["session"]
    assert [{"percent_min": 72.5, "sets": 5}] == session["prescriptions"]


def test_a_change_that_the_bus_refuses_waits_with_all_that_come_after_it(listening: Bus) -> None:
    """The stream brings the refused record again and then the rest, so that the order of one session holds."""
    listening.refuse = '"Clean"'
    records = [record(1, None, "Snatch"), record(2, "Snatch", "Clean"), record(3, "Clean", "Jerk")]
    assert {"batchItemFailures": [{"itemIdentifier": "2"}]} == HANDLER({"Records": records}, CONTEXT)
    assert 1 == len(listening.entries)


def test_a_change_that_is_refused_before_any_was_told_is_an_error_of_the_function(listening: Bus) -> None:
    """Nothing has been done, so all of it comes again; and an alarm counts the error."""
    listening.refuse = '"Snatch"'
    with pytest.raises(RuntimeError, match="Session Inserted"):
        HANDLER({"Records": [record(1, None, "Snatch"), record(2, None, "Clean")]}, CONTEXT)
    assert [] == listening.entries
