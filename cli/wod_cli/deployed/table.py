"""The sessions of the table as records, with numbers as in JSON."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from wod.plumbing.table import Item, all_sessions, plain_number, sessions_of_day


def records_of(days: Sequence[date]) -> list[dict[str, Any]]:
    """Return the sessions of these days, in their order."""
    return _as_json(session for day in days for session in sessions_of_day(day.isoformat()))


def all_records() -> list[dict[str, Any]]:
    """Return every session, in no order."""
    return _as_json(all_sessions())


def _as_json(items: Iterable[Item]) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(json.dumps(list(items), default=plain_number))
    return records
