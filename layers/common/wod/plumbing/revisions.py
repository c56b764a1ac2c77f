"""The revisions of a raw post: the versions of its object in bronze, and which of them counts."""

from functools import lru_cache

from wod.errors import BadInput
from wod.keys import bronze_ledger
from wod.models import Post, Source, fits_header
from wod.plumbing import ledger, objects
from wod.plumbing.objects import StoredObject
from wod.plumbing.settings import bucket_name
from wod.reading.post import check_time, read_post, source_of

_MOST_POSTS_BEFORE = 100


def newest_revision(key: str) -> StoredObject | None:
    """Return the version of a raw post that counts: the one that was modified last on the blog, and of equals the one
    stored last; None if the object is gone. An old copy that someone drops over a newer one changes nothing by that;
    what was deleted counts no more.

    Raise BadInput if what lies there now is not a post, or is dated ahead.
    """
    current = objects.read(key)
    if current is None:
        return None
    post_id, modified, content = _revision_of(current)
    newest, others = current, _other_contents(key, current)
    digest, later = (_confirmed(post_id, key) if others else None) or ("", "")
    newest_modified = max(modified, later) if content == digest else modified
    for version_id in others:
        revision = _revision_of_version(bucket_name(), key, version_id)
        if revision is None or revision[0] != post_id:
            continue
        modified = max(revision[1], later) if revision[2] == digest else revision[1]
        if modified > newest_modified:
            older = objects.read(key, version_id)
            if older is not None:
                newest, newest_modified = older, modified
    return newest


def lineage_of(stored: StoredObject, post: Post) -> Source:
    """The lineage of everything that is made of this version of a raw post."""
    # A post that was dropped by hand was never fetched: its version names it as well.
    noted = stored.metadata.get("correlation-id", "")
    correlation_id = noted if noted and fits_header(noted) else stored.version_id
    return source_of(post, stored.key, stored.version_id, correlation_id)


def posts_before(current: StoredObject, post_id: int) -> list[int]:
    """The other posts that have lain where this post lies in bronze, the latest first, and no more than a hundred."""
    found: dict[int, None] = {}
    contents = {one["ETag"]: one["VersionId"] for one in objects.history(current.key)[0] if one["ETag"] != current.etag}
    for version_id in contents.values():
        revision = _revision_of_version(bucket_name(), current.key, version_id)
        if revision and revision[0] != post_id:
            found[revision[0]] = None
    return list(found)[:_MOST_POSTS_BEFORE]


def _confirmed(post_id: int, key: str) -> tuple[str, str] | None:
    """The digest of what a later modification has left as it was in this place, and that modification."""
    entry = ledger.read(bronze_ledger(post_id))
    return (
        (entry.notes["digest"], entry.revision[0]) if entry and entry.place == key and "digest" in entry.notes else None
    )


def _other_contents(key: str, current: StoredObject) -> list[str]:
    """The versions that say something else than the current one; of those that say the same, the one stored last. So
    a file that is dropped every day is read once."""
    versions, deletions = objects.history(key)
    deleted = max((deletion["LastModified"] for deletion in deletions), default=None)
    by_content: dict[str, str] = {}
    for version in versions:  # the newest come first
        # S3 tells whole seconds. Of the same second counts, so that a post that comes back at once is not overlooked.
        since_deleted = deleted is None or version["LastModified"] >= deleted
        if since_deleted and version["ETag"] != current.etag:
            by_content.setdefault(version["ETag"], version["VersionId"])
    return list(by_content.values())


@lru_cache(maxsize=1024)
def _revision_of_version(bucket: str, key: str, version_id: str) -> tuple[int, str, str] | None:
    """Post id, modification and digest of a version, which never change, so a warm function reads it once."""
    try:
        stored = objects.read(key, version_id)
        return _revision_of(stored) if stored else None
    except BadInput:
        return None


def _revision_of(stored: StoredObject) -> tuple[int, str, str]:
    post = read_post(stored.body)
    check_time(post, stored.last_modified)
    return post.id, post.modified_gmt, objects.digest_of(stored.body)
