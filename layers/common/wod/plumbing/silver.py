"""Silver: the sessions of a week, one file a week, whatever posts they come from."""

from typing import Any

from wod.keys import silver_key
from wod.models import RecordsMessage
from wod.plumbing import bronze, ledger, objects
from wod.plumbing.objects import StoredObject
from wod.reading.records import check_records
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
            return False
        week_with(key, message.records)  # what cannot be stored must not be claimed
        return True

    def week_with(key: str, records: list[dict[str, Any]]) -> tuple[StoredObject | None, bytes]:
        stored = objects.read(key)
        body = write_week(replace_post(read_week(stored.body) if stored else [], source.post_id, records))
        objects.check_size(key, body)
        return stored, body

    def replace(key: str, records: list[dict[str, Any]], check: ledger.Check) -> None:
        stored, body = week_with(key, records)
        if body != (stored.body if stored else b""):
            check()
            objects.write(key, body, over=stored, metadata={"correlation-id": source.correlation_id})

    ledger.keep(
        post_ledger(source.post_id),
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


def post_ledger(post_id: int) -> str:
    """The key under which silver keeps where a post's sessions lie, and what stood in front of its first day."""
    return f"silver/posts/{post_id}.json"
