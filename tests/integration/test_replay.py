"""Changes of sessions that nobody was told of: `wod dead-letters retry` and `wod quarantine retry` tell of them."""

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
    """Lambda, with the function that tells of changes and no other."""

    def invoke(self, **call: Any) -> dict[str, Any]:
        assert "invictus-weightlifting-dev-fan-out-session-changes" == call["FunctionName"]
        try:
            with redirect_stdout(io.StringIO()):  # what a function prints is no part of what the command says
                answer = HANDLER(json.loads(call["Payload"]), CONTEXT)
        except Exception as error:
            failed = {"errorMessage": str(error), "errorType": type(error).__name__}
            return {"FunctionError": "Unhandled", "Payload": io.BytesIO(json.dumps(failed).encode())}
        return {"Payload": io.BytesIO(json.dumps(answer).encode())}


class Trimmed:
    """A stream that has forgotten what it was asked for, and says so."""

    def get_shard_iterator(self, **_: Any) -> None:
        raise ClientError({"Error": {"Code": "TrimmedDataAccessException", "Message": "gone"}}, "GetShardIterator")


class Ended:
    """A stream that is at its end where it was asked to begin."""

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
    """A table with a stream, and the queue of failures; what the table holds nobody was told of."""

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
def listening() -> Iterator[Bus]:
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


def told(listening: Bus) -> list[tuple[str, str]]:
    return [
        (entry["DetailType"].removeprefix("Session "), text)
        for entry, text in zip(listening.entries, segments_told(listening), strict=True)
    ]


@pytest.mark.usefixtures("chain")
def test_a_change_that_was_given_up_is_told_by_a_retry(listening: Bus) -> None:
    """The very change that the message names is told, and no other; the message is gone."""
    says("Snatch")
    says("Clean")
    says("Jerk")
    remove()
    says("Clean")
    given_up(4, 4)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Inserted", "Clean")] == told(listening)
    assert 0 == failures().count()


@pytest.mark.usefixtures("chain")
def test_a_removal_that_was_given_up_is_told_while_the_session_is_gone(listening: Bus) -> None:
    """Who listens must not keep a session that is gone, nor drop one that is there again."""
    says("Snatch")
    remove()
    given_up(1, 1)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Removed", "Snatch")] == told(listening)

    says("Clean")
    given_up(1, 1)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Removed", "Snatch")] == told(listening)
    assert 0 == failures().count()


@pytest.mark.usefixtures("chain")
def test_a_change_that_the_table_has_outlived_is_not_told(listening: Bus) -> None:
    """A later change says by its `old` what this one made; told after it, this one would set back who listens."""
    says("Snatch")
    says("Clean")
    given_up(0, 0)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [] == told(listening)
    assert 0 == failures().count()


@pytest.mark.usefixtures("chain")
def test_a_change_is_told_although_the_lineage_has_changed_since(listening: Bus) -> None:
    """Nobody is told of a new lineage, so nothing else would ever say what this change made."""
    says("Snatch", source={"M": {"correlation_id": {"S": "first"}}})
    says("Snatch", source={"M": {"correlation_id": {"S": "second"}}})
    given_up(0, 0)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Inserted", "Snatch")] == told(listening)


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_changes_of_a_session_the_last_is_told_in_whatever_order_they_wait(
    listening: Bus, order: tuple[int, int]
) -> None:
    """A queue keeps no order, and the last event about a session still says what the table holds."""
    says("Snatch")
    says("Clean")
    for number in order:
        given_up(number, number)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Modified", "Clean")] == told(listening)


@pytest.mark.usefixtures("chain")
def test_a_batch_that_was_given_up_is_told_in_its_order(listening: Bus) -> None:
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
    assert [("Inserted", "Snatch"), ("Inserted", "Row")] == told(listening)


@pytest.mark.usefixtures("chain")
def test_a_change_that_fails_again_stays(listening: Bus) -> None:
    """The function's own words reach the operator, and the message can be retried when it is mended."""
    says("Snatch")
    given_up(0, 0)
    listening.refuse = "Snatch"
    failed = wod("dead-letters", "retry", FAILURES)
    assert isinstance(failed.exception, CommandError)
    assert "InternalFailure: It is not taken" in str(failed.exception)
    assert 1 == failures().count()

    listening.refuse = ""
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    assert [("Inserted", "Snatch")] == told(listening)


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize("stream", [Trimmed(), Ended()], ids=["trimmed", "ended"])
def test_a_change_that_the_stream_has_no_more_stays_and_says_what_to_do(
    listening: Bus, clients: dict[str, Any], stream: object
) -> None:
    """A day later nothing can be told of it but by the table; the operator hears so, and of which day."""
    says("Snatch")
    given_up(0, 0)
    clients["dynamodbstreams"] = stream
    failed = wod("dead-letters", "retry", FAILURES)
    assert isinstance(failed.exception, CommandError)
    assert "some of 2021-03-08 no more" in str(failed.exception)
    assert "discard" in str(failed.exception)
    assert [] == told(listening)
    assert 1 == failures().count()


def test_a_change_that_was_given_up_may_be_bad_input(chain: World, listening: Bus) -> None:
    """Told again, what no event can say goes to quarantine as it would have from the stream."""
    says("Snatch", photo={"B": b"\x00\x01"})
    given_up(0, 0)
    assert 0 == wod("dead-letters", "retry", FAILURES).exit_code
    (kept,) = chain.quarantine()
    assert {"B": "AAE="} == json.loads(kept["input"])["dynamodb"]["NewImage"]["photo"]
    assert ([], 0) == (told(listening), failures().count())


def test_a_change_in_quarantine_is_told_by_a_retry(chain: World, listening: Bus) -> None:
    """What the bus refused for good is listed by its date, is told where the bus takes it now, and is gone then."""
    says("Snatch")
    in_quarantine(listening)
    (row,) = [json.loads(line) for line in wod("quarantine", "--json").stdout.splitlines()]
    assert ("fan_out_session_changes", "2021-03-08") == (row["stage"], row["post"])

    assert 0 == wod("quarantine", "retry", "--all").exit_code
    assert [("Inserted", "Snatch")] == told(listening)
    assert [] == chain.quarantine()


def test_a_change_in_quarantine_that_the_table_has_outlived_is_not_told(chain: World, listening: Bus) -> None:
    """As with dead letters, and nothing of it is left to do."""
    says("Snatch")
    in_quarantine(listening)
    says("Clean")
    assert 0 == wod("quarantine", "retry", "--all").exit_code
    assert ([], []) == (told(listening), chain.quarantine())


def test_a_change_that_is_refused_again_is_in_quarantine_again(chain: World, listening: Bus) -> None:
    """A retry in vain loses nothing, and keeps it once."""
    says("Snatch", photo={"SS": ["a"]})
    in_quarantine(listening)
    assert 0 == wod("quarantine", "retry", "--all").exit_code
    assert [] == told(listening)
    assert 1 == len(chain.quarantine())


def test_a_change_in_quarantine_for_which_the_function_fails_stays(chain: World, listening: Bus) -> None:
    """A bus that is at fault takes nothing out of quarantine."""
    says("Snatch")
    in_quarantine(listening)
    listening.refuse, listening.code = "Snatch", "InternalFailure"
    assert isinstance(wod("quarantine", "retry", "--all").exception, CommandError)
    assert 1 == len(chain.quarantine())


def in_quarantine(listening: Bus) -> None:
    """Let the first change be delivered, and refused for good."""
    (record,) = in_stream()
    images = json.loads(json.dumps(record["dynamodb"], default=datetime.timestamp))
    listening.refuse, listening.code = "Snatch", "ValidationException"
    with redirect_stdout(io.StringIO()):
        HANDLER({"Records": [{"eventID": "1", "eventName": record["eventName"], "dynamodb": images}]}, CONTEXT)
    listening.refuse = ""
