"""Bronze: raw posts, one object per post, as returned by WordPress, and which of them count."""

import json
from typing import NamedTuple

from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, bronze_key, bronze_ledger, check_prefix, forgotten_key
from wod.models import Post, Source
from wod.plumbing import ledger, objects
from wod.plumbing.objects import StoredObject
from wod.plumbing.revisions import confirms, newest_revision
from wod.reading.post import is_ahead, read_post


class Held(NamedTuple):
    """A post in bronze, its revision, and whether it came from the blog."""

    post: Post
    revision: tuple[str, ...]
    is_fetched: bool


def post_in(stored: StoredObject | None) -> Held | None:
    """Return the stored post; None if there is no object, or it is not a post, or is dated ahead."""
    try:
        post = read_post(stored.body) if stored else None
    except BadInput:
        return None
    if stored is None or post is None:
        return None
    fetched_at = stored.metadata.get("fetched-at")
    if is_ahead(post, stored.last_modified):
        return None
    return Held(post, (post.modified_gmt, fetched_at or stored.last_modified), is_fetched=fetched_at is not None)


def is_current(source: Source, *, may_be_forgotten: bool = True) -> bool:
    """Return whether this lineage still names the current revision of its raw post, which is not forgotten. Raise
    BadInput if its key is not a key of bronze."""
    check_prefix(source.bronze_key, BRONZE_PREFIX)
    if may_be_forgotten and source.modified_gmt <= forgotten_until(source.post_id):
        return False
    current = objects.read(source.bronze_key)
    if current and current.version_id == source.bronze_version_id:
        # It counted when its lineage was made, and nothing was put over it. A fetched post that has moved has a later
        # revision elsewhere; only a copy that was dropped by hand may be older than another key says.
        fetched = "fetched-at" in current.metadata and source.bronze_key == bronze_key(source)
        return fetched or not _is_older_copy(source)
    try:
        newest = newest_revision(source.bronze_key)
    except BadInput:
        return False
    return newest is not None and newest.version_id == source.bronze_version_id and not _is_older_copy(source)


def _is_older_copy(source: Source) -> bool:
    """Return whether another key holds the post as it still was at a later modification than this one's."""
    entry = ledger.read(bronze_ledger(source.post_id))
    if entry is None or entry.place == source.bronze_key or entry.revision[0] <= source.modified_gmt:
        return False
    try:
        newest = newest_revision(entry.place)
    except BadInput:
        return False
    return newest is not None and confirms(entry, objects.digest_of(newest.body), entry.place)


def holds(post_id: int, revision: tuple[str, ...]) -> bool:
    """Return whether bronze has this revision of a post, its modification and key, or a newer one in a place of the
    ledger. An object that cannot be read counts, because it may be a newer one."""
    _, key = revision
    entry = ledger.read(bronze_ledger(post_id))
    forgotten = forgotten_until(post_id)
    try:
        for place in {key, *(entry.places if entry else ())}:
            there = post_in(newest_revision(place))
            if not there or there.post.id != post_id or there.post.modified_gmt <= forgotten:
                continue
            if (there.post.modified_gmt, place) >= revision:
                return True
    except BadInput:
        return True
    return False


def forgotten_until(post_id: int) -> str:
    """Return the modification up to which an operator has forgotten a post; empty if none has."""
    stored = objects.read(forgotten_key(post_id))
    return str(json.loads(stored.body)["modified_gmt"]) if stored else ""
