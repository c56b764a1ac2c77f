"""Silver: the sessions of a week, one file a week, whatever posts they come from."""

from collections.abc import Callable
from typing import Any

from wod.keys import silver_key, silver_ledger
from wod.models import KeyPassed, RecordsMessage
from wod.plumbing import bronze, ledger, objects, running
from wod.plumbing.objects import StoredObject
from wod.reading.contract import check_records
from wod.week_file import read_week, replace_post, write_week


def store_sessions(message: RecordsMessage) -> None:
    """Put a post's sessions into its week's file in place of what the post had there, and take them out of any other
    week. A result whose bronze version is no longer the one that counts changes nothing.

    Raises BadInput where the records are not those of this post and week, or do not fit into its file.
    """
    check_records(message)
    source = message.source
    key = silver_key(message.week)
    revision = (source.modified_gmt, source.bronze_key)

    def is_newest(entry: ledger.Entry | None) -> bool:
        later = entry is None or revision >= entry.revision or not bronze.holds(source.post_id, entry.revision)
        if not (later and bronze.is_current(source)):
            running.nothing_to_do("nothing stored: not the current revision")
            return False
        _week_with(key, source.post_id, message.records)  # what cannot be stored must not be claimed
        return True

    def replace(key: str, records: list[dict[str, Any]], check: ledger.Check) -> None:
        _replace(key, source.post_id, records, check, source.correlation_id)

    ledger.keep(
        silver_ledger(source.post_id),
        revision=revision,
        place=key,
        notes={
            "bronze_version_id": source.bronze_version_id,
            "preamble": [line.model_dump() for line in message.preamble],
        },
        is_newest=is_newest,
        put=lambda check: replace(key, message.records, check),
        take_away=lambda other, check: replace(other, [], check),
    )


def let_go(passed: KeyPassed) -> None:
    """Take the posts that had a key of bronze out of silver, unless bronze holds them elsewhere or again."""
    for post_id in passed.post_ids:

        def is_gone(entry: ledger.Entry | None, post_id: int = post_id) -> bool:
            running.nothing_to_do("nothing taken out: bronze still has the post, or silver had no session of it")
            return not bronze.holds(post_id, entry.revision if entry else ("", passed.bronze_key))

        take_out(post_id, is_gone, passed.correlation_id)


def take_out(post_id: int, is_gone: Callable[[ledger.Entry | None], bool], correlation_id: str) -> None:
    """Take all sessions of a post out of silver if it is gone, by what its ledger says.

    The ledger says so then, even of a post that had none: whoever is storing a revision of it at the same time finds
    the ledger changed, and looks at bronze once more. Any revision that counts in bronze may follow.
    """
    ledger.keep(
        silver_ledger(post_id),
        revision=("", ""),
        place="",
        notes={"bronze_version_id": "", "preamble": []},
        is_newest=is_gone,
        put=lambda check: None,
        take_away=lambda place, check: _replace(place, post_id, [], check, correlation_id),
    )


def _replace(key: str, post_id: int, records: list[dict[str, Any]], check: ledger.Check, correlation_id: str) -> None:
    stored, body = _week_with(key, post_id, records)
    if body == (stored.body if stored else b""):
        running.nothing_to_do("nothing stored: the week says so already")
        return
    check()
    objects.write(key, body, over=stored, metadata={"correlation-id": correlation_id})
    running.made(weeks=1, sessions=len(records))


def _week_with(key: str, post_id: int, records: list[dict[str, Any]]) -> tuple[StoredObject | None, bytes]:
    stored = objects.read(key)
    body = write_week(replace_post(read_week(stored.body) if stored else [], post_id, records))
    objects.check_size(key, body)
    return stored, body
