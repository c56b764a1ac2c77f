"""Changes of sessions, told again: records of the table's stream, given to the function that tells of them."""

import json
from base64 import b64encode
from datetime import datetime
from typing import Any
from uuid import uuid4

from botocore.config import Config
from botocore.exceptions import ClientError

from wod.changes import change_between
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError

STAGE = "fan_out_session_changes"

type Record = dict[str, Any]
"""A record of the stream."""

# The function has thirty seconds, and one that is asked again while it works tells twice.
_PATIENT = Config(read_timeout=40, retries={"total_max_attempts": 1})
_GONE = {"TrimmedDataAccessException", "ResourceNotFoundException"}


def records_of(stack: Stack, failure: str) -> list[Record]:
    """Return the records that Lambda gave up, by its message about them.

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
        f"The stream keeps changes for a day, and has some of {day} no more; the table is right, so let subscribers "
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


def tell_again(stack: Stack, record: Record) -> None:
    """Give a record to the function once more, and wait until it is sent or in quarantine.

    Raise CommandError if the function fails.

    What the table no longer holds is left out: a later change, which was or will be told, says by its `old` what this
    one would have said, and after it this one would set subscribers back. Only the lineage may be another, as nobody is
    told of that.
    """
    record = _as_lambda_has_it(record)
    if _is_outdated(stack, record["dynamodb"]):
        return
    # An id of its own: refused again, it is kept again under a key of its own, and what was kept before can go.
    event = {"Records": [{**record, "eventID": str(uuid4())}]}
    function = f"{stack.prefix}fan-out-session-changes"
    answer = stack.client("lambda", config=_PATIENT).invoke(FunctionName=function, Payload=json.dumps(event).encode())
    if "FunctionError" in answer:
        reason = json.load(answer["Payload"]).get("errorMessage", answer["FunctionError"])
        raise CommandError(f"{function} fails: {str(reason).rstrip('.')}. Fix what its log says, and retry.")


def _is_outdated(stack: Stack, change: dict[str, Any]) -> bool:
    told = change.get("NewImage")
    held = (
        stack.client("dynamodb")
        .get_item(TableName=stack.outputs["SessionsTableName"], Key=change["Keys"], ConsistentRead=True)
        .get("Item")
    )
    if told is None or held is None:
        return told is not held
    return change_between(told, _as_lambda_has_it(held)) is not None


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
