"""Silver: the sessions of a week, one file per week, whatever posts they come from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import msgspec

from wod.keys import silver_key, silver_ledger
from wod.messages import KeyPassed, RecordsMessage
from wod.plumbing import bronze, ledger, left_sessions, objects, running
from wod.plumbing.objects import StoredObject
from wod.plumbing.optimistic import retry_on_conflict
from wod.reading.contract import check_records
from wod.week_file import read_week, replace_post, write_week


def store_sessions(message: RecordsMessage) -> None:
    """Replace a post's sessions in its week's file, and remove them from any other week. A result of a bronze version
    that is no longer current changes nothing.

    Raise BadInput if the records are not those of this post and week, or do not fit into its file.
    """
    check_records(message)
    ledger.until_kept(partial(_store, message))


def _store(message: RecordsMessage, *, may_assume: bool) -> None:
    source = message.source
    week = _Week.read(silver_key(message.week), source.post_id, message.records)
    known = ledger.look(silver_ledger(source.post_id), assume_none=may_assume and not week.had_post)
    revision = (source.modified_gmt, source.bronze_key)

    def is_newest() -> bool:
        entry = known.entry
        is_later = entry is None or revision >= entry.revision
        running.if_nothing_made("nothing stored: not the current revision")
        if not is_later and entry and bronze.holds(source.post_id, entry.revision):
            return False
        # `wod forget` leaves a ledger without a place, and after it only a later revision gets one.
        may_be_forgotten = entry is not None and not (entry.place and is_later)
        if not bronze.is_current(source, may_be_forgotten=may_be_forgotten):
            return False
        objects.check_size(week.key, week.body)  # never claim an object that cannot be stored
        return True

    def put() -> bool:
        return week.write(source.correlation_id) and not week.had_post

    notes = {
        "bronze_version_id": source.bronze_version_id,
        "preamble": [msgspec.to_builtins(line) for line in message.preamble],
    }
    wanted = ledger.Entry.of(revision, week.key, notes)
    take_away = _take_away(source.post_id, source.correlation_id)
    ledger.keep(known, wanted, is_newest=is_newest, put=put, take_away=take_away)


def remove_replaced(passed: KeyPassed) -> None:
    """Remove the earlier posts of a bronze key from silver, unless bronze holds them elsewhere or again."""
    for post_id in passed.post_ids:

        def is_gone(entry: ledger.Entry | None, post_id: int = post_id) -> bool:
            running.if_nothing_made("nothing taken out: bronze still has the post, or silver had no session of it")
            return not bronze.holds(post_id, entry.revision if entry else ("", passed.bronze_key))

        remove_post(post_id, is_gone, passed.correlation_id)


def remove_post(post_id: int, is_gone: Callable[[ledger.Entry | None], bool], correlation_id: str) -> None:
    """Remove all sessions of a post from silver if it is gone, judged by its ledger.

    The ledger is written even for a post that had none: a function that is storing a revision of it at the same time
    finds the ledger changed, and looks at bronze once more. Any revision that counts in bronze may follow.
    """
    wanted = ledger.Entry.of(("", ""), "", {"bronze_version_id": "", "preamble": []})
    take_away = _take_away(post_id, correlation_id)

    def attempt() -> None:
        known = ledger.look(silver_ledger(post_id))
        ledger.keep(known, wanted, is_newest=lambda: is_gone(known.entry), put=lambda: False, take_away=take_away)

    retry_on_conflict(attempt)


def _take_away(post_id: int, correlation_id: str) -> Callable[[str, ledger.Check], None]:
    def take_away(place: str, check: ledger.Check) -> None:
        week = _Week.read(place, post_id, [])
        if week.had_post:
            check()
            week.write(correlation_id)

    return take_away


@dataclass(frozen=True)
class _Week:
    """A week's file as it was read, and its records before and after those of one post are replaced."""

    key: str
    stored: StoredObject | None
    new: list[dict[str, Any]]
    before: list[dict[str, Any]]
    after: list[dict[str, Any]]
    had_post: bool

    @classmethod
    def read(cls, key: str, post_id: int, new: list[dict[str, Any]]) -> "_Week":
        """Return the week under a key with the new records of a post. Raise BadInput if the file cannot be read."""
        stored = objects.read(key)
        before = read_week(stored.body) if stored else []
        had_post = any(record["source"]["post_id"] == post_id for record in before)
        return cls(key, stored, new, before, replace_post(before, post_id, new), had_post)

    @cached_property
    def body(self) -> bytes:
        """The file with the new records."""
        return write_week(self.after)

    def write(self, correlation_id: str) -> bool:
        """Write the file with the new records, and return whether that changes it. Raise Conflict if the file has
        changed, and BadInput if it would be too large to be read."""
        if self.after == self.before:
            running.if_nothing_made("nothing stored: the week is unchanged")
            return False
        objects.check_size(self.key, self.body)
        metadata = {"correlation-id": correlation_id, **left_sessions.noted(self.stored, self.before, self.after)}
        objects.write(self.key, self.body, over=self.stored and self.stored.etag, Metadata=metadata)
        running.made(weeks=1, sessions=len(self.new))
        return True
