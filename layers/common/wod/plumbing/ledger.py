"""Where a post lies, when its place may change: an edit can rename it or move it to another week.

A ledger is one small object a post. It names the revision that holds, the place where that lies, and every place where
any revision may lie. Whoever stores a post claims the ledger first (a conditional write), stores then, and looks at the
ledger once more before leaving. So of two functions that work on two revisions at once the newer wins whatever the
order, and a function that died half-way is made good by the next delivery of its message:

- a place is entered in the ledger before anything is stored there, so nothing stale can lie where nobody looks;
- between reading a place and writing it conditionally the ledger is read again, so an old revision never replaces a
  newer one;
- whoever finds its revision superseded still clears the places that it may itself have filled too late.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from wod.plumbing import objects
from wod.plumbing.objects import Conflict, StoredObject


@dataclass(frozen=True)
class Entry:
    """What a ledger says. Of two revisions that are both there the newer compares greater. `notes` is what is kept with
    the revision."""

    revision: tuple[str, ...]
    place: str
    places: tuple[str, ...]
    notes: dict[str, Any]


Check = Callable[[], None]
"""Raises Conflict where the ledger is no longer what it was."""


def keep(
    ledger_key: str,
    *,
    revision: tuple[str, ...],
    place: str,
    notes: dict[str, Any],
    is_newest: Callable[[Entry | None], bool],
    put: Callable[[Check], None],
    take_away: Callable[[str, Check], None],
) -> None:
    """Store one revision of a post in its place and nowhere else, unless a newer one holds. Without a place it is taken
    away from everywhere.

    `is_newest` tells, of what the ledger says, whether this revision is the newest all the same. `put` stores it in
    `place`, `take_away` clears another place of this post. Both read, call their check, and write conditionally; both
    change nothing where nothing is to change.

    A revision that the ledger names already is stored even if it has stopped being the newest: whoever claimed for it
    may have died before anything was stored, and what comes after it may be nothing that can be stored.
    """
    wanted = Entry(revision, place, (place,) if place else (), notes)
    while True:
        try:
            stored, entry = _read(ledger_key)
            claimed = entry is not None and replace(entry, places=wanted.places) == wanted
            mine = claimed or is_newest(entry)
            if mine:
                entry = _claim(ledger_key, stored, entry, wanted)
            if entry is not None:
                check = partial(_check, ledger_key, entry)
                if mine:
                    put(check)
                for other in set(entry.places) - {entry.place}:
                    take_away(other, check)
                check()
            return
        except Conflict:
            continue


def _claim(key: str, stored: StoredObject | None, entry: Entry | None, wanted: Entry) -> Entry:
    """Make the ledger say what is wanted, with the places that it knew. Raises Conflict where another was faster."""
    places = {*wanted.places, *(entry.places if entry else ())}
    claim = replace(wanted, places=tuple(sorted(places)))
    if claim != entry:
        objects.write(key, json.dumps(asdict(claim), ensure_ascii=False, sort_keys=True).encode(), over=stored)
    return claim


def _check(key: str, expected: Entry) -> None:
    if _read(key)[1] != expected:
        raise Conflict(f"{key} has changed")


def read(ledger_key: str) -> Entry | None:
    """What the ledger of a post says; None where nothing is known of it."""
    return _read(ledger_key)[1]


def _read(key: str) -> tuple[StoredObject | None, Entry | None]:
    stored = objects.read(key)
    if stored is None:
        return None, None
    value = json.loads(stored.body)
    return stored, Entry(tuple(value["revision"]), value["place"], tuple(value["places"]), value["notes"])
