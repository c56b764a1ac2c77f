"""Notes about older versions, which S3's list of versions proves.

A writer has read the object that it writes over, so it can note something about all versions below, and the next reader
need not read them. But metadata is copied with an object, and on top of other versions the note would be wrong. So the
note comes with a digest of the ETags of all versions below, in their order.
"""

from functools import reduce
from hashlib import sha256
from typing import Any

from wod.plumbing import objects
from wod.plumbing.objects import Conflict, StoredObject

_DIGEST = "below"


def noted(over: StoredObject | None) -> dict[str, str]:
    """Return the metadata that names the versions below an object which is written over this one, or over none."""
    return {_DIGEST: _with_next(over.metadata.get(_DIGEST, ""), over.etag)} if over else {}


def is_proved(stored: StoredObject, versions: list[dict[str, Any]], deletions: list[dict[str, Any]]) -> bool:
    """Return whether S3's list, the newest first, has exactly the versions below this object that its metadata
    names."""
    below = [version["ETag"] for version in reversed(versions) if version["VersionId"] != stored.version_id]
    return not deletions and reduce(_with_next, below, "") == stored.metadata.get(_DIGEST, "")


def versions_of_latest(stored: StoredObject) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return S3's list of the versions of an object and of its deletions, the newest first.

    This is also a last look at the object: raise Conflict if it is no longer what was read.
    """
    versions, deletions = objects.versions(stored.key)
    is_latest = any(version["IsLatest"] and version["VersionId"] == stored.version_id for version in versions)
    # Not every S3 lists the versions of one moment in their order.
    if not is_latest and objects.read(stored.key) != stored:
        raise Conflict(f"{stored.key} has changed")
    return versions, deletions


def _with_next(digest: str, etag: str) -> str:
    return sha256(f"{digest}{etag}".encode()).hexdigest()[:32]
