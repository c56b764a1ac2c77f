"""The sessions table: DynamoDB, partition `date`, sort `session`, the attributes of a silver record."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore.exceptions import ClientError

from wod.errors import BadParts
from wod.models import Week
from wod.plumbing import running
from wod.plumbing.aws import client
from wod.plumbing.objects import Conflict
from wod.plumbing.settings import sessions_table
from wod.weeks import days_of

type Item = dict[str, Any]
"""A silver record with its numbers as Decimal."""


def item_of(image: dict[str, Any]) -> Item:
    """DynamoDB's typed JSON as plain values."""
    return {name: TypeDeserializer().deserialize(value) for name, value in image.items()}


def plain_number(value: Any) -> int | float:
    """A number of DynamoDB, which are all Decimal, as JSON has it: whole or not. Raises TypeError for anything else."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is no JSON")
    return int(value) if value == value.to_integral_value() else float(value)


def replace_week(week: Week, records: list[dict[str, Any]]) -> None:
    """Make the table hold these sessions, and no others, for the seven days of the week. What is the same is not
    written, so that nobody hears of it. Raises Conflict where somebody else writes there meanwhile, and BadParts where
    sessions are larger than an item may be."""
    wanted = {(item["date"], item["session"]): item for item in json.loads(json.dumps(records), parse_float=Decimal)}
    held = {(item["date"], item["session"]): item for day in days_of(week) for item in sessions_of_day(day.isoformat())}
    gone = held.keys() - wanted.keys()
    for key in gone:
        _delete(held[key])
    changed = [(item, held.get(key)) for key, item in wanted.items() if held.get(key) != item]
    running.nothing_to_do("the table says so already")
    running.made(items=len(changed), items_removed=len(gone))
    refused = [(reason, _what_it_says(item)) for item, over in changed if (reason := _put(item, over))]
    if refused:
        raise BadParts(refused)


def _what_it_says(item: Item) -> str:
    """The item without its lineage: what the table refuses once, it refuses whatever run it comes from."""
    said = {name: value for name, value in item.items() if name != "source"}
    return json.dumps(said, sort_keys=True, default=str)


def sessions_of_day(day: str) -> list[Item]:
    """The sessions that the table holds for a date, YYYY-MM-DD."""
    pages = (
        client("dynamodb")
        .get_paginator("query")
        .paginate(
            TableName=sessions_table(),
            ConsistentRead=True,
            KeyConditionExpression="#date = :date",
            ExpressionAttributeNames={"#date": "date"},
            ExpressionAttributeValues={":date": {"S": day}},
        )
    )
    return [item_of(image) for page in pages for image in page["Items"]]


def all_sessions() -> Iterator[Item]:
    """Yield every session that the table holds, in no order."""
    pages = client("dynamodb").get_paginator("scan").paginate(TableName=sessions_table())
    return (item_of(image) for page in pages for image in page["Items"])


def _delete(held: Item) -> None:
    key = {name: {"S": held[name]} for name in ("date", "session")}
    with _conflicts():
        client("dynamodb").delete_item(TableName=sessions_table(), Key=key, **_if_it_holds(held))


def _put(item: Item, over: Item | None) -> str | None:
    """Why the table refuses the item; None where it took it."""
    try:
        image = {name: TypeSerializer().serialize(value) for name, value in item.items()}
        with _conflicts():
            client("dynamodb").put_item(TableName=sessions_table(), Item=image, **_if_it_holds(over))
    except ArithmeticError as error:
        reason = f"A number of it does not fit ({type(error).__name__})."
    except ClientError as error:
        if error.response["Error"]["Code"] != "ValidationException":
            raise
        reason = error.response["Error"]["Message"]
    else:
        return None
    return f"The table refuses {item['session'][:100]!r} of {item['date']}: {reason}"


def _if_it_holds(read: Item | None) -> dict[str, Any]:
    """The condition that the table holds what was read there. A call may arrive late, when its caller has given up on
    it and others have written: it must not set back what they wrote."""
    source = read.get("source") if read else None
    if source is None:
        return {
            "ConditionExpression": "attribute_not_exists(#source)",
            "ExpressionAttributeNames": {"#source": "source"},
        }
    return {
        "ConditionExpression": "#source = :source",
        "ExpressionAttributeNames": {"#source": "source"},
        "ExpressionAttributeValues": {":source": TypeSerializer().serialize(source)},
    }


@contextmanager
def _conflicts() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            raise Conflict(str(error)) from error
        raise
