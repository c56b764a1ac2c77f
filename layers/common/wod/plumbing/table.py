"""The sessions table: DynamoDB, partition `date`, sort `session`, the attributes of a silver record."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from datetime import date
from itertools import batched
from typing import Any, Literal, NamedTuple

from botocore.exceptions import ClientError

from wod.errors import BadParts
from wod.models import Week
from wod.plumbing import running
from wod.plumbing.attribute_values import Image, Item, image_of, item_of
from wod.plumbing.aws import client
from wod.plumbing.batches import batches
from wod.plumbing.left_sessions import Session, session_of
from wod.plumbing.objects import Conflict
from wod.plumbing.settings import sessions_table
from wod.weeks import days_of

type Records = dict[Session, Item]
"""Silver records by their keys."""

type Images = dict[Session, Image]
"""Items by their keys, as the table returns them."""

_MOST_KEYS = 100  # of one BatchGetItem
_MOST_CHANGES = 100  # of one transaction
_LARGEST_TRANSACTION = 3_500_000  # characters; DynamoDB takes 4 MB, and counts less than the JSON of a request has

_CONFLICTS = {"ConditionalCheckFailed", "TransactionConflict", "TransactionConflictException"}
_REFUSALS = {"ValidationException", "ValidationError"}


class _Change(NamedTuple):
    """A change of one item, and the request for it."""

    action: Literal["Put", "Delete"]
    item: Item
    request: dict[str, Any]


def replace_week(week: Week, records: list[dict[str, Any]], left: Set[Session] | None = None) -> None:
    """Make the table hold these sessions, and no others, for the seven days of the week.

    `left` are the sessions that it may hold in an earlier state; any other that has the lineage of its record is the
    same. Without `left`, each day is read and all attributes are compared. Unchanged sessions are not written, so no
    event is published. Raise Conflict if another function writes there meanwhile, and BadParts if sessions are larger
    than an item may be; the others are written.
    """
    wanted = {session_of(record): record for record in records}
    held = None if left is None else _lineages({*wanted, *left})
    if left is not None and held is not None:
        unchanged = {one for one in held.keys() & wanted.keys() - left if _has_lineage_of(wanted[one], held[one])}
    else:
        days = {day.isoformat() for day in days_of(week)} | {day for day, _ in wanted}
        held = _by_key(image for day in sorted(days) for image in _images_of_day(day))
        unchanged = {one for one in held.keys() & wanted.keys() if item_of(held[one]) == wanted[one]}
    _replace(held, wanted, unchanged)


def sessions_of_day(day: str) -> list[Item]:
    """Return the sessions that the table holds for a date, YYYY-MM-DD."""
    return [item_of(image) for image in _images_of_day(day)]


def sessions_of_days(days: Iterable[date]) -> list[Item]:
    """Return the sessions that the table holds for these dates, in their order."""
    return [session for day in days for session in sessions_of_day(day.isoformat())]


def _images_of_day(day: str) -> Iterator[Image]:
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
    return (image for page in pages for image in page["Items"])


def all_sessions() -> list[Item]:
    """Return every session that the table holds, in no order."""
    pages = client("dynamodb").get_paginator("scan").paginate(TableName=sessions_table(), ConsistentRead=True)
    return [item_of(image) for page in pages for image in page["Items"]]


def _by_key(images: Iterable[Image]) -> Images:
    return {(image["date"]["S"], image["session"]["S"]): image for image in images}


def _key(session: Session) -> dict[str, Any]:
    return {name: {"S": value} for name, value in zip(("date", "session"), session, strict=True)}


def _has_lineage_of(item: Item, read: Image) -> bool:
    return read.get("source") == {"M": image_of(item["source"])}


def _lineages(sessions: set[Session]) -> Images | None:
    """Return key and lineage of these sessions, as far as the table holds them; None if a name cannot be a key."""
    table = sessions_table()
    found: Images = {}
    for some in batched(sessions, _MOST_KEYS, strict=False):
        wanted: dict[str, Any] = {
            table: {
                "Keys": [_key(one) for one in some],
                "ConsistentRead": True,
                "ProjectionExpression": "#date, #session, #source",
                "ExpressionAttributeNames": {f"#{name}": name for name in ("date", "session", "source")},
            }
        }
        while wanted:
            try:
                answer = client("dynamodb").batch_get_item(RequestItems=wanted)
            except ClientError as error:
                if error.response["Error"]["Code"] != "ValidationException":
                    raise
                return None
            found |= _by_key(answer["Responses"].get(table, []))
            wanted = answer.get("UnprocessedKeys", {})
    return found


def _replace(held: Images, wanted: Records, unchanged: set[Session]) -> None:
    """Delete the unwanted items, and put those that are missing or changed. Raise Conflict and BadParts."""
    running.if_nothing_made("the table is unchanged")
    changes = [
        _Change("Delete", item_of(held[one]), {"Key": _key(one), **_if_it_holds(held[one])})
        for one in held.keys() - wanted.keys()
    ]
    refused = []
    for one, item in wanted.items():
        if one in unchanged:
            continue
        try:
            image = image_of(item)
        except ArithmeticError as error:
            refused.append(_refusal(item, f"A number of it does not fit ({type(error).__name__})."))
        else:
            changes.append(_Change("Put", item, {"Item": image, **_if_it_holds(held.get(one))}))
    for some in batches(changes, _size, most=_MOST_CHANGES, largest=_LARGEST_TRANSACTION):
        refused += _write(some)
    if refused:
        raise BadParts(refused)


def _size(change: _Change) -> int:
    return len(json.dumps(change.request))


def _write(changes: list[_Change]) -> list[tuple[str, str]]:
    """Write these changes in one transaction; if the table refuses an item, write each alone. Return the refused ones
    with the reasons."""
    items = [{change.action: {"TableName": sessions_table(), **change.request}} for change in changes]
    try:
        client("dynamodb").transact_write_items(TransactItems=items)
    except ClientError as error:
        codes = _codes(error)
        if codes & _CONFLICTS:
            raise Conflict(str(error)) from error
        if not codes & _REFUSALS:
            raise
        if len(changes) > 1:
            return [refusal for change in changes for refusal in _write([change])]
        return [_refusal(changes[0].item, _message(error))]
    actions = Counter(change.action for change in changes)
    running.made(items=actions["Put"], items_removed=actions["Delete"])
    return []


def _codes(error: ClientError) -> set[str]:
    """Return the code of an error, and those of the reasons why a transaction was cancelled."""
    return {error.response["Error"]["Code"], *(reason.get("Code", "") for reason in _reasons(error))}


def _message(error: ClientError) -> str:
    """Return the table's error about the only item of a transaction."""
    messages = [reason["Message"] for reason in _reasons(error) if reason.get("Message")]
    return str(messages[0] if messages else error.response["Error"]["Message"])


def _reasons(error: ClientError) -> list[Any]:
    return list(error.response.get("CancellationReasons", []))


def _refusal(item: Item, reason: str) -> tuple[str, str]:
    """Return the reason in words, and the item without its lineage: the table refuses the same item again, whatever run
    it comes from."""
    content = {name: value for name, value in item.items() if name != "source"}
    return f"{refusal_of(item['date'], item['session'])}{reason}", json.dumps(content, sort_keys=True, default=str)


def refusal_of(day: str, session: str) -> str:
    """Return the beginning of the reason why the table refuses a session."""
    return f"The table refuses {session[:100]!r} of {day}: "


def _if_it_holds(read: Image | None) -> dict[str, Any]:
    """Return the condition that the table still holds the item that was read.

    A call may take effect late, after its caller has given up on it and others have written: it must not undo their
    writes.
    """
    source = read.get("source") if read else None
    if source is None:
        return {
            "ConditionExpression": "attribute_not_exists(#source)",
            "ExpressionAttributeNames": {"#source": "source"},
        }
    return {
        "ConditionExpression": "#source = :source",
        "ExpressionAttributeNames": {"#source": "source"},
        "ExpressionAttributeValues": {":source": source},
    }
