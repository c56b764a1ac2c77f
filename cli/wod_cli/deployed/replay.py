"""Publish changes of sessions again: send records of the table's stream to the function that publishes them."""

import json
from base64 import b64encode
from datetime import datetime
from typing import Any
from uuid import uuid4

from botocore.exceptions import ClientError

from wod.changes import change_between
from wod_cli.deployed.stack import Stack, one_attempt
from wod_cli.errors import CommandError

STAGE = "fan_out_session_changes"

type Record = dict[str, Any]
"""A record of the stream."""

# The function has thirty seconds, and a second call while it works would publish twice.
_SECONDS_TO_PUBLISH = 40
_GONE = {"TrimmedDataAccessException", "ResourceNotFoundException"}


def records_of(stack: Stack, failure: str) -> list[Record]:
    """Return the records that Lambda gave up, from its message about them.

    Raise CommandError if the stream no longer has them.
    """
    try:
        batch = json.loads(failure)["DDBStreamBatchInfo"]
        last = int(batch["endSequenceNumber"])
        day = batch["approximateArrivalOfFirstRecord"][: len("2021-03-08")]
        start = {
            "StreamArn": batch["streamArn"],
            "ShardId": batch["shardId"],
            "SequenceNumber": batch["startSequenceNumber"],
        }
    except (ValueError, TypeError, KeyError):
        raise CommandError(
            "A message names no place in the table's stream: look at what sent it, and discard it."
        ) from None
    gone = CommandError(
        f"The stream keeps changes for a day, and no longer has some of {day}; the table is right, so let subscribers "
        "read it again, and discard them."
    )
    stream = stack.client("dynamodbstreams")
    records: list[Record] = []
    try:
        iterator = stream.get_shard_iterator(**start, ShardIteratorType="AT_SEQUENCE_NUMBER")["ShardIterator"]
        while iterator and (not records or _number(records[-1]) < last):
            page = stream.get_records(ShardIterator=iterator)
            records += page["Records"]
            iterator = page.get("NextShardIterator")
    except ClientError as error:
        if error.response["Error"]["Code"] not in _GONE:
            raise
        raise gone from error
    if not records or _number(records[-1]) < last:
        raise gone
    return [record for record in records if _number(record) <= last]


def publish_again(stack: Stack, record: Record) -> None:
    """Send a record to the function once more, and wait until it is published or in quarantine.

    Raise CommandError if the function fails.

    A change whose result is no longer in the table is left out: the `old` of a later change covers it, and publishing
    it after that one would set subscribers back. The lineage may differ, because it is not published.
    """
    record = _as_lambda_has_it(record)
    if _is_outdated(stack, record["dynamodb"]):
        return
    # A new id: if it is refused again, it gets a new key in quarantine, and the old object can be deleted.
    event = {"Records": [{**record, "eventID": str(uuid4())}]}
    function = f"{stack.prefix}fan-out-session-changes"
    client = stack.client("lambda", config=one_attempt(_SECONDS_TO_PUBLISH))
    answer = client.invoke(FunctionName=function, Payload=json.dumps(event).encode())
    if "FunctionError" in answer:
        reason = json.load(answer["Payload"]).get("errorMessage", answer["FunctionError"])
        raise CommandError(f"{function} fails: {str(reason).rstrip('.')}. Fix what its log says, and retry.")


def _is_outdated(stack: Stack, change: dict[str, Any]) -> bool:
    new = change.get("NewImage")
    held = (
        stack.client("dynamodb")
        .get_item(TableName=stack.outputs["SessionsTableName"], Key=change["Keys"], ConsistentRead=True)
        .get("Item")
    )
    if new is None or held is None:
        return new is not held
    return change_between(new, _as_lambda_has_it(held)) is not None


def _number(record: Record) -> int:
    return int(record["dynamodb"]["SequenceNumber"])


def _as_lambda_has_it(value: Any) -> Any:
    """Return what DynamoDB sends as the JSON that Lambda makes of it, with sets sorted so that two compare equal."""
    if isinstance(value, dict):
        return {
            name: sorted(map(_as_lambda_has_it, inner))
            if name in ("SS", "NS", "BS") and isinstance(inner, list)
            else _as_lambda_has_it(inner)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_as_lambda_has_it(inner) for inner in value]
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.timestamp() if isinstance(value, datetime) else value
