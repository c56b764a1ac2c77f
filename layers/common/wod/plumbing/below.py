"""What a writer knows of the versions below its own, noted so that S3's list of versions proves it.

Whoever writes over an object has looked at it, so it can note something of all that lies below, and save the next
reader the reading. But metadata is copied with an object, and what was true where it was written is not true on top of
something else. So the note comes with a digest of the ETags of all versions below, in their order.
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
    """Whether below this object lie just the versions that its metadata names, by S3's list, the newest first."""
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
