"""The table's stream becomes events on the bus."""

import json
import os
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from botocore.exceptions import ClientError

from wod.plumbing import bus

from .world import BUCKET, CONTEXT, World, load_handler, world

SETTINGS = {"STAGE_NAME": "fan_out_session_changes", "EVENT_BUS_NAME": "changes"}


class Bus:
    """A bus that accepts some changes; it refuses others for now, or with this code."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self.calls: list[int] = []
        self.refuse = ""
        self.code = "InternalFailure"

    def put_events(self, **call: Any) -> dict[str, Any]:
        entries = call["Entries"]
        refused = [bool(self.refuse and self.refuse in entry["Detail"]) for entry in entries]
        if any(refused) and self.code == "ValidationException":  # about all of the call, and not about an entry of it
            raise ClientError({"Error": {"Code": self.code, "Message": "Over the limit."}}, "PutEvents")
        taken = [entry for entry, is_refused in zip(entries, refused, strict=True) if not is_refused]
        self.entries += taken
        self.calls.append(len(taken))
        failure = {"ErrorCode": self.code, "ErrorMessage": "It is not taken."}
        return {"FailedEntryCount": sum(refused), "Entries": [failure if each else {} for each in refused]}


@pytest.fixture
def listening() -> Iterator[Bus]:
    made = Bus()
    with patch.object(bus, "client", {"events": made}.__getitem__), patch.dict(os.environ, SETTINGS):
        yield made


@pytest.fixture
def chain() -> Iterator[World]:
    with world() as made:
        made.local.environment = {"STAGE_NAME": "fan_out_session_changes", "BUCKET_NAME": BUCKET}
        yield made


def record(number: int, old: str | None, new: str | None, session: str = "Monday") -> dict[str, Any]:
    """A stream record of a session, with what segment A said and says."""
    keys = {"date": {"S": "2021-03-08"}, "session": {"S": session}}

    def image(text: str | None) -> dict[str, Any] | None:
        percent = {"M": {"percent_min": {"N": "72.5"}, "sets": {"N": "5"}}}
        return None if text is None else {**keys, "segment_a": {"S": text}, "prescriptions": {"L": [percent]}}

    images = {"OldImage": image(old), "NewImage": image(new)}
    change = {"Keys": keys, "SequenceNumber": str(number), **{name: value for name, value in images.items() if value}}
    return {"eventID": str(number), "eventName": "MODIFY", "dynamodb": change}


HANDLER = load_handler("fan_out_session_changes")


def test_changes_reach_the_bus_in_the_order_of_the_stream(listening: Bus) -> None:
    """Inserted, modified and removed, each with its session, under the names that others subscribe to."""
    records = [record(1, None, "Snatch"), record(2, "Snatch", "Clean"), record(3, "Clean", None)]
    HANDLER({"Records": records}, CONTEXT)
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
    """The function fails and publishes no later change; the stream delivers all of them again, in order."""
    listening.refuse = '"Clean"'
    records = [record(1, None, "Snatch"), record(2, "Snatch", "Clean"), record(3, "Clean", "Jerk")]
    with pytest.raises(RuntimeError, match="Session Modified"):
        HANDLER({"Records": records}, CONTEXT)
    assert ["Snatch"] == segments_told(listening)
    listening.refuse = ""
    HANDLER({"Records": records}, CONTEXT)
    assert ["Snatch", "Snatch", "Clean", "Jerk"] == segments_told(listening)


def test_changes_of_different_sessions_go_in_calls_of_ten(listening: Bus) -> None:
    """Changes of the same session are in separate calls, so that none overtakes another."""
    HANDLER({"Records": [record(number, None, "Snatch", str(number)) for number in range(23)]}, CONTEXT)
    HANDLER(
        {"Records": [record(1, None, "Snatch"), record(2, "Snatch", "Clean"), record(3, None, "Row", "b")]}, CONTEXT
    )
    assert [10, 10, 3, 1, 2] == listening.calls


def test_large_changes_share_no_call(listening: Bus) -> None:
    """The bus takes 256 KiB in a call, and two of these are more."""
    HANDLER({"Records": [record(number, None, "x" * 150_000, str(number)) for number in range(2)]}, CONTEXT)
    assert [1, 1] == listening.calls


def segments_told(listening: Bus) -> list[str]:
    """Return segment A of each event."""
    details = [json.loads(entry["Detail"]) for entry in listening.entries]
    return [(detail.get("new") or detail["session"])["segment_a"] for detail in details]


NO_JSON: dict[str, dict[str, Any]] = {
    "binary": {"B": "AAEC"},
    "binary in a list": {"L": [{"S": "x"}, {"B": "AAEC"}]},
    "texts": {"SS": ["a", "b"]},
    "numbers": {"NS": ["1"]},
    "binaries": {"BS": ["AAEC"]},
    "not a number": {"N": "NaN"},
    "infinite": {"N": "-Infinity"},
    "too long a number": {"N": "1" * 39},
    "no type": {"X": "x"},
    "half a character": {"S": "\ud83d"},
}


@pytest.mark.parametrize("attribute", NO_JSON.values(), ids=NO_JSON)
@pytest.mark.parametrize("image", ["OldImage", "NewImage"])
def test_a_record_without_json_is_quarantined_and_the_stream_goes_on(
    chain: World, listening: Bus, image: str, attribute: dict[str, Any]
) -> None:
    """A record whose item has no JSON goes to quarantine, whole, at once and once; the next one is published."""
    poison = record(1, "Snatch", "Clean")
    poison["dynamodb"][image]["photo"] = attribute
    for _ in range(2):
        HANDLER({"Records": [poison, record(2, "Clean", "Jerk")]}, CONTEXT)
    assert [("fan_out_session_changes", poison)] == [
        (kept["stage"], json.loads(kept["input"])) for kept in chain.quarantine()
    ]
    assert {"Jerk"} == set(segments_told(listening))


@pytest.mark.parametrize("code", ["ValidationException", "InvalidArgument", "MalformedDetail"])
def test_an_event_that_the_bus_refuses_is_quarantined_and_the_stream_goes_on(
    chain: World, listening: Bus, code: str
) -> None:
    """An event that is too large, or no event to the bus, goes to quarantine with what the bus says."""
    listening.refuse, listening.code = '"Snatch"', code
    HANDLER({"Records": [record(1, None, "Snatch"), record(2, None, "Jerk")]}, CONTEXT)
    (kept,) = chain.quarantine()
    assert record(1, None, "Snatch") == json.loads(kept["input"])
    assert ("Over the limit" if code == "ValidationException" else "It is not taken") in kept["reason"]
    assert ["Jerk"] == segments_told(listening)


@pytest.mark.parametrize("code", ["InternalFailure", "ThrottlingException", "AccessDeniedException"])
def test_an_event_that_the_bus_may_accept_later_is_not_bad_input(chain: World, listening: Bus, code: str) -> None:
    """A bus that is at fault keeps the change in the stream, and nothing is put aside."""
    listening.refuse, listening.code = '"Snatch"', code
    with pytest.raises(RuntimeError, match=code):
        HANDLER({"Records": [record(1, None, "Snatch")]}, CONTEXT)
    assert [] == chain.quarantine()


@pytest.mark.parametrize("code", ["ValidationException", "InvalidArgument"])
def test_one_that_the_bus_will_never_take_keeps_no_other_back(chain: World, listening: Bus, code: str) -> None:
    """The changes of the same call are published, and only the bad one is quarantined."""
    listening.refuse, listening.code = '"Clean"', code
    texts = {"a": "Snatch", "b": "Clean", "c": "Jerk"}
    HANDLER({"Records": [record(1, None, text, session) for session, text in texts.items()]}, CONTEXT)
    assert [record(1, None, "Clean", "b")] == [json.loads(kept["input"]) for kept in chain.quarantine()]
    assert ["Snatch", "Jerk"] == segments_told(listening)


def test_bad_input_that_cannot_be_kept_stays_in_the_stream(chain: World, listening: Bus) -> None:
    """If quarantine is unavailable, the record is delivered again, and no later one is published before."""

    def refuse(**_: Any) -> None:
        raise ClientError({"Error": {"Code": "SlowDown", "Message": "later"}}, "PutObject")

    chain.clients["s3"].replaced["put_object"] = refuse
    poison = record(1, None, "Snatch")
    poison["dynamodb"]["NewImage"]["photo"] = {"B": "AAEC"}
    with pytest.raises(ClientError, match="SlowDown"):
        HANDLER({"Records": [poison, record(2, None, "Jerk")]}, CONTEXT)
    assert [] == listening.entries
