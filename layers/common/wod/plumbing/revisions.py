"""The revisions of a raw post: the versions of its object in bronze, and which of them counts."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from wod.errors import BadInput
from wod.keys import bronze_ledger
from wod.models import Post, Source
from wod.plumbing import ledger, objects, version_notes
from wod.plumbing.objects import StoredObject
from wod.plumbing.optimistic import retry_on_conflict
from wod.plumbing.settings import bucket_name
from wod.reading.post import check_time, read_post, source_of
from wod.shape import fits_header

_MOST_POSTS_BEFORE = 100


class Past(NamedTuple):
    """The version of a raw post that counts, and the other posts that had its key, the latest first."""

    newest: StoredObject
    posts_before: list[int]


class _Revision(NamedTuple):
    """The revision of a version, which never changes."""

    post_id: int
    modified: str
    digest: str


def newest_revision(key: str) -> StoredObject | None:
    """Return the version of a raw post that counts; None if the object is gone. Raise BadInput as `past_of` does."""

    def once() -> StoredObject | None:
        current = objects.read(key)
        return past_of(current).newest if current else None

    return retry_on_conflict(once)


def past_of(current: StoredObject) -> Past:
    """Return the version of a raw post that counts, and the posts before it.

    The version with the latest modification on the blog counts; of equals, the one stored last. So an old copy that
    someone drops over a newer one changes nothing. A deleted version does not count.

    Raise Conflict if the object is no longer the one that was read, and BadInput if that was not a post, or is dated
    ahead.
    """
    revision = _revision_of(current)
    versions, deletions = version_notes.versions_of_latest(current)
    # Only `dump_post_to_bucket` writes such a note, and it stores newer revisions only.
    if version_notes.is_proved(current, versions, deletions):
        return Past(current, [])
    others = [version for version in versions if version["ETag"] != current.etag]
    found = {one: _revision_of_version(bucket_name(), current.key, one) for one in _once_each(others)}
    deleted = max((deletion["LastModified"] for deletion in deletions), default=None)
    # S3's times are whole seconds. Versions of the same second count, in case a post comes back at once.
    counting = _once_each(one for one in others if deleted is None or one["LastModified"] >= deleted)
    newest = _newest(current, revision, {one: known for one in counting if (known := found[one])})
    before = [known.post_id for known in found.values() if known and known.post_id != revision.post_id]
    return Past(newest, list(dict.fromkeys(before))[:_MOST_POSTS_BEFORE])


def _newest(current: StoredObject, revision: _Revision, others: dict[str, _Revision]) -> StoredObject:
    entry = ledger.read(bronze_ledger(revision.post_id)) if others else None

    def modified(one: _Revision) -> str:
        if entry and confirms(entry, one.digest, current.key):
            return max(one.modified, entry.revision[0])
        return one.modified

    newest, newest_modified = current, modified(revision)
    for version_id, other in others.items():
        if other.post_id == revision.post_id and modified(other) > newest_modified:
            older = objects.read(current.key, version_id)
            if older is not None:
                newest, newest_modified = older, modified(other)
    return newest


def confirms(entry: ledger.Entry, digest: str, key: str) -> bool:
    """Return whether the ledger confirms this content in this place at the time of its revision."""
    return entry.place == key and entry.notes.get("digest") == digest


def lineage_of(stored: StoredObject, post: Post) -> Source:
    """Return the lineage of everything that is made of this version of a raw post."""
    # A post that was dropped by hand was never fetched: its version names it as well.
    noted = stored.metadata.get("correlation-id", "")
    correlation_id = noted if noted and fits_header(noted) else stored.version_id
    return source_of(post, stored.key, stored.version_id, correlation_id)


def _once_each(versions: Iterable[dict[str, Any]]) -> list[str]:
    """Return the ids of these versions, the newest first; of versions with the same content only the one stored last.
    So a file that is dropped every day is read once."""
    by_content: dict[str, str] = {}
    for version in versions:  # the newest come first
        by_content.setdefault(version["ETag"], version["VersionId"])
    return list(by_content.values())


@lru_cache(maxsize=1024)
def _revision_of_version(bucket: str, key: str, version_id: str) -> _Revision | None:
    """Return the revision of a version; None if it is not a post. A version never changes, so a warm function reads it
    once."""
    try:
        stored = objects.read(key, version_id)
        return _revision_of(stored) if stored else None
    except BadInput:
        return None


def _revision_of(stored: StoredObject) -> _Revision:
    post = read_post(stored.body)
    check_time(post, stored.last_modified)
    return _Revision(post.id, post.modified_gmt, objects.digest_of(stored.body))
