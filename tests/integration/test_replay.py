"""Changes of sessions that were not published: `wod dead-letters retry` and `wod quarantine retry` publish them."""

import io
import json
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import datetime
from typing import Any
from unittest.mock import patch

import pytest
from botocore.exceptions import ClientError
from typer.testing import CliRunner, Result

from wod.plumbing import bus
from wod_cli.commands import dead_letters, quarantine
from wod_cli.deployed.queues import Queue, queues_of
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError
from wod_cli.main import app

from .test_fan_out import HANDLER, SETTINGS, Bus, segments_told
from .world import BUCKET, CONTEXT, TABLE, World, real_client, world

FAILURES = "fan-out-session-changes-failures"
KEY = {"date": {"S": "2021-03-08"}, "session": {"S": "Monday"}}


class Functions:
    """Lambda, with only the function that publishes changes."""

    def invoke(self, **call: Any) -> dict[str, Any]:
        assert "invictus-weightlifting-dev-fan-out-session-changes" == call["FunctionName"]
        try:
            with redirect_stdout(io.StringIO()):  # what a function prints is not part of what the command says
                answer = HANDLER(json.loads(call["Payload"]), CONTEXT)
        except Exception as error:
            failed = {"errorMessage": str(error), "errorType": type(error).__name__}
            return {"FunctionError": "Unhandled", "Payload": io.BytesIO(json.dumps(failed).encode())}
        return {"Payload": io.BytesIO(json.dumps(answer).encode())}


class Trimmed:
    """A stream that no longer has the requested records, and says so."""

    def get_shard_iterator(self, **_: Any) -> None:
        raise ClientError({"Error": {"Code": "TrimmedDataAccessException", "Message": "gone"}}, "GetShardIterator")


class Ended:
    """A stream that ends at the requested beginning."""

    def get_shard_iterator(self, **_: Any) -> dict[str, Any]:
        return {"ShardIterator": "an iterator"}

    def get_records(self, **_: Any) -> dict[str, Any]:
        return {"Records": []}


@pytest.fixture
def clients() -> dict[str, Any]:
    """The clients that are not moto's."""
    return {"lambda": Functions()}


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch, clients: dict[str, Any]) -> Iterator[World]:
    """A table with a stream, and the queue of failures; the table's content was not published."""

    def client(service: str, **options: Any) -> Any:
        return clients.get(service) or real_client(service, **options)

    stack = Stack("invictus-weightlifting-dev", {"BucketName": BUCKET, "SessionsTableName": TABLE}, client)
    for command in (quarantine, dead_letters):
        monkeypatch.setattr(command, "find_stack", lambda *_: stack)
    with world() as made:
        stream = {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
        real_client("dynamodb").update_table(TableName=TABLE, StreamSpecification=stream)
        real_client("sqs").create_queue(QueueName=f"invictus-weightlifting-dev-{FAILURES}")
        made.local.environment = {"STAGE_NAME": "fan_out_session_changes", "BUCKET_NAME": BUCKET}
        yield made


@pytest.fixture
def subscriber() -> Iterator[Bus]:
    made = Bus()
    with patch.object(bus, "client", {"events": made}.__getitem__), patch.dict(os.environ, SETTINGS):
        yield made


def says(text: str, **others: dict[str, Any]) -> None:
    """Let segment A of Monday's session say this."""
    real_client("dynamodb").put_item(TableName=TABLE, Item={**KEY, "segment_a": {"S": text}, **others})


def remove() -> None:
    real_client("dynamodb").delete_item(TableName=TABLE, Key=KEY)


def in_stream() -> list[dict[str, Any]]:
    """All records of the stream."""
    stream = real_client("dynamodbstreams")
    iterator = stream.get_shard_iterator(**shard(), ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    records: list[dict[str, Any]] = stream.get_records(ShardIterator=iterator)["Records"]
    return records


def shard() -> dict[str, str]:
    arn = real_client("dynamodb").describe_table(TableName=TABLE)["Table"]["LatestStreamArn"]
    described = real_client("dynamodbstreams").describe_stream(StreamArn=arn)["StreamDescription"]
    return {"StreamArn": arn, "ShardId": described["Shards"][0]["ShardId"]}


def given_up(first: int, last: int) -> None:
    """Lambda's message of the changes from the first to the last, counted from 0, that it has given up."""
    numbers = [record["dynamodb"]["SequenceNumber"] for record in in_stream()[first : last + 1]]
    place = shard()
    batch = {
        "shardId": place["ShardId"],
        "startSequenceNumber": numbers[0],
        "endSequenceNumber": numbers[-1],
        "approximateArrivalOfFirstRecord": "2021-03-08T01:10:00Z",
        "approximateArrivalOfLastRecord": "2021-03-08T01:10:00Z",
        "batchSize": len(numbers),
        "streamArn": place["StreamArn"],
    }
    failures().send(
        json.dumps({"requestContext": {"condition": "RetryAttemptsExhausted"}, "DDBStreamBatchInfo": batch})
    )


def failures() -> Queue:
    return queues_of(Stack("invictus-weightlifting-dev", {}, real_client))[FAILURES]


def wod(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


def published(subscriber: Bus) -> list[tuple[str, str]]:
    return [
        (entry["DetailType"].removeprefix("Session "), text)
        for entry, text in zip(subscriber.entries, segments_told(subscriber), strict=True)
    ]


@pytest.mark.usefixtures("chain")
def test_a_change_that_was_given_up_is_published_by_a_retry(subscriber: Bus) -> None:
    """Only the change that the message names is published; the message is gone."""
    says("Snatch")
    says("Clean")
    says("Jerk")
    remove()
    says("Clean")
    given_up(4, 4)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Inserted", "Clean")] == published(subscriber)
    assert 0 == failures().count()


@pytest.mark.usefixtures("chain")
def test_a_removal_that_was_given_up_is_published_while_the_session_is_gone(subscriber: Bus) -> None:
    """A subscriber must not keep a removed session, nor drop one that is there again."""
    says("Snatch")
    remove()
    given_up(1, 1)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Removed", "Snatch")] == published(subscriber)

    says("Clean")
    given_up(1, 1)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Removed", "Snatch")] == published(subscriber)
    assert 0 == failures().count()


@pytest.mark.usefixtures("chain")
def test_a_change_that_the_table_has_outlived_is_not_published(subscriber: Bus) -> None:
    """The `old` of a later change covers this one; published after it, this one would set subscribers back."""
    says("Snatch")
    says("Clean")
    given_up(0, 0)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [] == published(subscriber)
    assert 0 == failures().count()


@pytest.mark.usefixtures("chain")
def test_a_change_is_published_although_the_lineage_has_changed_since(subscriber: Bus) -> None:
    """A new lineage is not published, so no other event would have this change."""
    says("Snatch", source={"M": {"correlation_id": {"S": "first"}}})
    says("Snatch", source={"M": {"correlation_id": {"S": "second"}}})
    given_up(0, 0)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Inserted", "Snatch")] == published(subscriber)


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_changes_of_a_session_the_last_is_published_in_any_order(
    subscriber: Bus, order: tuple[int, int]
) -> None:
    """A queue does not preserve the order, but the last event about a session matches the table."""
    says("Snatch")
    says("Clean")
    for number in order:
        given_up(number, number)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Modified", "Clean")] == published(subscriber)


@pytest.mark.usefixtures("chain")
def test_a_batch_that_was_given_up_is_published_in_its_order(subscriber: Bus) -> None:
    """All records from the first to the last that the message names are looked at, and none behind."""
    says("Snatch")
    real_client("dynamodb").put_item(
        TableName=TABLE, Item={**KEY, "session": {"S": "Monday (Session Two)"}, "segment_a": {"S": "Row"}}
    )
    real_client("dynamodb").put_item(
        TableName=TABLE, Item={**KEY, "session": {"S": "Tuesday"}, "segment_a": {"S": "Rest"}}
    )
    given_up(0, 1)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Inserted", "Snatch"), ("Inserted", "Row")] == published(subscriber)


@pytest.mark.usefixtures("chain")
def test_a_change_that_fails_again_stays(subscriber: Bus) -> None:
    """The function's own error reaches the operator, and the message can be retried when it is fixed."""
    says("Snatch")
    given_up(0, 0)
    subscriber.refuse = "Snatch"
    failed = wod("dead-letters", "retry", FAILURES)
    assert isinstance(failed.exception, CommandError)
    assert "InternalFailure: It is not taken" in str(failed.exception)
    assert 1 == failures().count()

    subscriber.refuse = ""
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Inserted", "Snatch")] == published(subscriber)


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize("stream", [Trimmed(), Ended()], ids=["trimmed", "ended"])
def test_a_change_that_the_stream_has_no_more_stays_and_says_what_to_do(
    subscriber: Bus, clients: dict[str, Any], stream: object
) -> None:
    """A day later the change is only in the table; the error says so, and of which day."""
    says("Snatch")
    given_up(0, 0)
    clients["dynamodbstreams"] = stream
    failed = wod("dead-letters", "retry", FAILURES)
    assert isinstance(failed.exception, CommandError)
    assert "no longer has some of 2021-03-08" in str(failed.exception)
    assert "discard" in str(failed.exception)
    assert [] == published(subscriber)
    assert 1 == failures().count()


def test_a_change_that_was_given_up_may_be_bad_input(chain: World, subscriber: Bus) -> None:
    """Published again, a change without a valid event goes to quarantine as it would have from the stream."""
    says("Snatch", photo={"B": b"\x00\x01"})
    given_up(0, 0)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    (kept,) = chain.quarantine()
    assert {"B": "AAE="} == json.loads(kept["input"])["dynamodb"]["NewImage"]["photo"]
    assert ([], 0) == (published(subscriber), failures().count())


def test_a_change_in_quarantine_is_published_by_a_retry(chain: World, subscriber: Bus) -> None:
    """A change that the bus refused for good is listed by its date, published if the bus takes it now, and then
    gone."""
    says("Snatch")
    in_quarantine(subscriber)
    (row,) = [json.loads(line) for line in wod("quarantine", "--json").stdout.splitlines()]
    assert ("fan_out_session_changes", "2021-03-08") == (row["stage"], row["post"])

    assert 0 == wod("quarantine", "retry", "--all").exit_code
    assert [("Inserted", "Snatch")] == published(subscriber)
    assert [] == chain.quarantine()


def test_a_change_in_quarantine_that_the_table_has_outlived_is_not_published(chain: World, subscriber: Bus) -> None:
    """A change in quarantine is treated like a dead letter: it is discarded without being published."""
    says("Snatch")
    in_quarantine(subscriber)
    says("Clean")
    assert 0 == wod("quarantine", "retry", "--all").exit_code
    assert ([], []) == (published(subscriber), chain.quarantine())


def test_a_change_that_is_refused_again_is_in_quarantine_again(chain: World, subscriber: Bus) -> None:
    """A retry in vain loses nothing, and keeps it once."""
    says("Snatch", photo={"SS": ["a"]})
    in_quarantine(subscriber)
    assert 0 == wod("quarantine", "retry", "--all").exit_code
    assert [] == published(subscriber)
    assert 1 == len(chain.quarantine())


def test_a_change_in_quarantine_for_which_the_function_fails_stays(chain: World, subscriber: Bus) -> None:
    """A bus that is at fault takes nothing out of quarantine."""
    says("Snatch")
    in_quarantine(subscriber)
    subscriber.refuse, subscriber.code = "Snatch", "InternalFailure"
    assert isinstance(wod("quarantine", "retry", "--all").exception, CommandError)
    assert 1 == len(chain.quarantine())


def in_quarantine(subscriber: Bus) -> None:
    """Let the first change be delivered, and refused for good."""
    (record,) = in_stream()
    images = json.loads(json.dumps(record["dynamodb"], default=datetime.timestamp))
    subscriber.refuse, subscriber.code = "Snatch", "ValidationException"
    with redirect_stdout(io.StringIO()):
        HANDLER({"Records": [{"eventID": "1", "eventName": record["eventName"], "dynamodb": images}]}, CONTEXT)
    subscriber.refuse = ""
