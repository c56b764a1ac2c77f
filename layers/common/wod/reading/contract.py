"""Check records against the contract of silver, before they are stored."""

from math import isfinite
from typing import Any

import msgspec
from msgspec import ValidationError

from wod.errors import BadInput, place_and_problem
from wod.messages import RecordsMessage
from wod.models import SessionRecord

_MOST_SHOWN = 100  # characters


def check_record(record: dict[str, Any]) -> None:
    """Raise BadInput, which names the day and the field, if a record breaks the contract of `SessionRecord`."""
    try:
        msgspec.convert(record, SessionRecord)
    except ValidationError as error:
        where, what = place_and_problem(error, SessionRecord)
        at = f" at {where}" if where else ""
        raise _broken(record, f"breaks the contract of silver{at}: {what}") from None
    for number, prescription in enumerate(record["prescriptions"]):
        for name, value in prescription.items():
            if isinstance(value, float) and not isfinite(value):
                where = f"prescriptions[{number}].{name}"
                raise _broken(record, f"breaks the contract of silver at {where}: {value} is not a number of JSON")


def check_records(message: RecordsMessage) -> None:
    """Raise BadInput if a record is not of the message's post and week, or if two have the same date and session."""
    taken: set[tuple[str, str]] = set()
    for record in message.records:
        check_record(record)
        key = record["date"], record["session"]
        if record["source"]["post_id"] != message.source.post_id:
            raise _broken(record, "is of another post than its message")
        if not message.week.start_date <= record["date"] <= message.week.end_date:
            raise _broken(record, "is not in the week of its message")
        if key in taken:
            raise _broken(record, "is there twice")
        taken.add(key)


def _broken(record: dict[str, Any], how: str) -> BadInput:
    day, session = (str(record.get(name))[:_MOST_SHOWN] for name in ("date", "session"))
    return BadInput(f"The record of {day}, {session}, {how}; correct the stage that made it and drop the post again.")
