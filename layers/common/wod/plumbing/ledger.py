"""The place of a post, which an edit may change: it can rename the post or move it to another week.

There is one small ledger object per post. It names the current revision, its place, and every place that may hold a
revision. A function that stores a post reads the place, claims the ledger (a conditional write), and then writes the
place over the version that it read. So if two functions process two revisions at once, the newer wins in any order, and
the next delivery of the message completes the work of a function that died:

- a place is entered in the ledger before anything is stored there, so nothing stale is left where no function looks;
- the ledger is claimed, or read, between reading a place and writing it conditionally, so an old revision never
  replaces a newer one;
- a later revision that has moved elsewhere clears the places of the earlier ones. If it finds the post there, it
  changes the place, and a late write over the earlier version fails. If it finds nothing, it leaves no trace; so a
  function that stores a post in a new place, or removes it, looks at the ledger once more before it ends;
- a function that finds its revision superseded still clears the places that it may itself have filled too late.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from copy import replace
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Protocol

from wod.plumbing import objects
from wod.plumbing.objects import Conflict, StoredObject
from wod.plumbing.optimistic import retry_on_conflict


@dataclass(frozen=True)
class Entry:
    """The content of a ledger. The newer of two revisions compares greater. `notes` are kept with the revision."""

    revision: tuple[str, ...]
    place: str
    places: tuple[str, ...]
    notes: dict[str, Any]

    @classmethod
    def of(cls, revision: tuple[str, ...], place: str, notes: dict[str, Any]) -> "Entry":
        """Return the entry of a revision in one place, or in no place if that is empty."""
        return cls(revision, place, (place,) if place else (), notes)

    @classmethod
    def of_json(cls, value: dict[str, Any]) -> "Entry":
        """Return the entry of a stored ledger."""
        return cls(tuple(value["revision"]), value["place"], tuple(value["places"]), value["notes"])


@dataclass(frozen=True)
class Ledger:
    """The ledger of a post as it was read, or as assumed if a claim will show whether that is right."""

    key: str
    stored: StoredObject | None = None
    entry: Entry | None = None
    is_assumed: bool = False


Check = Callable[[], None]
"""A last look, which raises Conflict if the ledger has changed."""


def keep(
    ledger: Ledger,
    wanted: Entry,
    *,
    is_newest: Callable[[], bool],
    put: Callable[[], bool],
    take_away: Callable[[str, Check], None],
) -> None:
    """Store one revision of a post in its place and nowhere else, unless a newer one is current. Without a place,
    remove the post everywhere. Raise Conflict if another function was faster: then read everything again, and retry.

    The place has to be read before the ledger. `is_newest` returns whether this revision is the newest, whatever the
    ledger says. `put` writes it conditionally over the version that was read, if it differs, and returns whether the
    post was not there before. `take_away` clears another place: it reads it, calls the check, and writes conditionally.

    A revision that the ledger names already is stored even if it is no longer the newest: the function that claimed it
    may have died before it stored anything, and the newer one may be impossible to store.
    """
    entry = ledger.entry
    claimed = entry is not None and replace(entry, places=wanted.places) == wanted
    mine = claimed or is_newest()
    if mine:
        entry = _claim(ledger, wanted)
    elif ledger.is_assumed:
        raise Conflict(f"{ledger.key} may name this revision already")
    if entry is None:
        return
    check = partial(_check, ledger.key, entry)
    filled = mine and put()
    others = set(entry.places) - {entry.place}
    for other in others:
        take_away(other, check)
    if filled or others:
        check()


class Attempt[R](Protocol):
    """An attempt to store a post."""

    def __call__(self, *, may_assume: bool) -> R:
        """Store the post, and return what came of it; `may_assume`: a new post has no ledger, without a look.

        Raise Conflict if another function was faster.
        """


def until_kept[R](attempt: Attempt[R]) -> R:
    """Try until no other function is faster, and return the attempt's result.

    The first attempt may assume that a new post has no ledger. If it has one, the claim fails, and the second attempt
    reads it.
    """
    with suppress(Conflict):
        return attempt(may_assume=True)
    return retry_on_conflict(partial(attempt, may_assume=False))


def _claim(ledger: Ledger, wanted: Entry) -> Entry:
    """Write the wanted entry into the ledger, with the places that it had. Raise Conflict if it has changed."""
    places = {*wanted.places, *(ledger.entry.places if ledger.entry else ())}
    claim = replace(wanted, places=tuple(sorted(places)))
    if claim != ledger.entry:
        body = json.dumps(asdict(claim), ensure_ascii=False, sort_keys=True).encode()
        objects.write(ledger.key, body, over=ledger.stored and ledger.stored.etag)
    return claim


def _check(key: str, expected: Entry) -> None:
    if read(key) != expected:
        raise Conflict(f"{key} has changed")


def read(ledger_key: str) -> Entry | None:
    """Return the entry of a post's ledger; None if it has no ledger."""
    return look(ledger_key).entry


def look(ledger_key: str, *, assume_none: bool = False) -> Ledger:
    """Return the ledger of a post; without reading it, if it may be assumed to have none."""
    if assume_none:
        return Ledger(ledger_key, is_assumed=True)
    stored = objects.read(ledger_key)
    if stored is None:
        return Ledger(ledger_key)
    return Ledger(ledger_key, stored, Entry.of_json(json.loads(stored.body)))
