"""Objects in the bucket: read with their version, written only over what was read."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from botocore.exceptions import ClientError, FlexibleChecksumError, IncompleteReadError, ResponseStreamingError
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_random_exponential
from urllib3.exceptions import ProtocolError

from wod.errors import BadInput
from wod.plumbing.aws import client, setting
from wod.reading.post import check_time, read_post

LARGEST_OBJECT = 8 * 1024 * 1024
"""Bytes. A post is some twenty thousand. JSON may take thirty times its size in memory, and a function has 512 MB."""

_MOST_POSTS_BEFORE = 100


class Conflict(Exception):
    """Somebody else wrote between our read and our write. Read again and decide anew."""


@dataclass(frozen=True)
class StoredObject:
    """An object as it was read. `metadata` is what its writer noted beside it."""

    key: str
    body: bytes
    etag: str
    version_id: str
    last_modified: str
    metadata: dict[str, str] = field(default_factory=dict, compare=False)


# botocore repeats a call that fails, but not one whose answer breaks off while it is read.
_BROKEN_OFF = (ResponseStreamingError, IncompleteReadError, FlexibleChecksumError, ProtocolError)


def _is_broken_off(error: BaseException) -> bool:
    # Half of an answer that something is missing does not say what: an object, or the bucket.
    no_code = isinstance(error, ClientError) and error.response["Error"]["Code"] == "404"
    return no_code or isinstance(error, _BROKEN_OFF)


@retry(
    retry=retry_if_exception(_is_broken_off),
    wait=wait_random_exponential(multiplier=0.1),
    stop=stop_after_attempt(4),
    reraise=True,
)
def read(key: str, version_id: str | None = None) -> StoredObject | None:
    """The current object (or that version of it); None where there is none.

    Raises BadInput where it is larger than any post or week can be.
    """
    wanted = {"VersionId": version_id} if version_id else {}
    try:
        answer = client("s3").get_object(Bucket=setting("BUCKET_NAME"), Key=key, **wanted)
    except ClientError as error:
        # NoSuchVersion, and 405 on a delete marker: the version was there a moment ago.
        if error.response["Error"]["Code"] in ("NoSuchKey", "NoSuchVersion", "MethodNotAllowed"):
            return None
        raise
    # Not `with answer["Body"]`: that gives the bare stream, which takes half an answer for a whole one.
    with closing(answer["Body"]) as stream:
        body = stream.read(LARGEST_OBJECT + 1)
        if len(body) > LARGEST_OBJECT:
            raise BadInput(f"{key} has more than {LARGEST_OBJECT} bytes, which are not read: drop one post a file.")
        body += stream.read()  # at the end it compares length and checksum
    return StoredObject(
        key=key,
        body=body,
        etag=answer["ETag"],
        version_id=answer.get("VersionId", "null"),
        last_modified=answer["LastModified"].strftime("%Y-%m-%dT%H:%M:%S"),
        metadata=answer.get("Metadata", {}),
    )


def write(key: str, body: bytes, *, over: StoredObject | None, metadata: dict[str, str] | None = None) -> None:
    """Write an object over the one that was read, or where none was. Raises Conflict where that is not so any more."""
    condition = {"IfMatch": over.etag} if over else {"IfNoneMatch": "*"}
    with _conflicts():
        client("s3").put_object(
            Bucket=setting("BUCKET_NAME"),
            Key=key,
            Body=body,
            ContentType="application/x-ndjson" if key.endswith(".jsonl") else "application/json",
            Metadata=metadata or {},
            **condition,
        )


def overwrite(key: str, body: bytes, metadata: dict[str, str]) -> None:
    """Write an object over whatever lies there."""
    client("s3").put_object(
        Bucket=setting("BUCKET_NAME"), Key=key, Body=body, ContentType="application/json", Metadata=metadata
    )


def check_size(key: str, body: bytes) -> None:
    """Raises BadInput where an object that is to be read again would be larger than what is read."""
    if len(body) > LARGEST_OBJECT:
        raise BadInput(f"{key} would have {len(body)} bytes, more than the {LARGEST_OBJECT} that are read: post less.")


def delete(stored: StoredObject) -> None:
    """Delete what was read; its versions stay. Raises Conflict where something else lies there by now."""
    with _conflicts():
        client("s3").delete_object(Bucket=setting("BUCKET_NAME"), Key=stored.key, IfMatch=stored.etag)


def newest_revision(key: str, confirmed: Callable[[int, str], tuple[str, str] | None]) -> StoredObject | None:
    """The version of a raw post that counts: the one that was modified last on the blog, and of equals the one stored
    last. An old copy that someone drops over a newer one changes nothing by that; what was deleted counts no more.

    `confirmed` gives, for a post and a key, the digest of a content and the later modification that left it as it is.
    None where the object is gone. Raises BadInput where what lies there now is not a post, or is dated ahead.
    """
    current = read(key)
    if current is None:
        return None
    post_id, modified, content = _revision_of(current)
    newest, others = current, _other_contents(key, current)
    digest, later = (confirmed(post_id, key) if others else None) or ("", "")
    newest_modified = max(modified, later) if content == digest else modified
    for version_id in others:
        revision = _revision_of_version(setting("BUCKET_NAME"), key, version_id)
        if revision is None or revision[0] != post_id:
            continue
        modified = max(revision[1], later) if revision[2] == digest else revision[1]
        if modified > newest_modified:
            older = read(key, version_id)
            if older is not None:
                newest, newest_modified = older, modified
    return newest


def digest_of(body: bytes) -> str:
    """A digest that tells one content from another."""
    return hashlib.sha256(body).hexdigest()


def posts_before(current: StoredObject, post_id: int) -> list[int]:
    """The other posts that have lain where this post lies in bronze, the latest first, and no more than a hundred."""
    found: dict[int, None] = {}
    contents = {one["ETag"]: one["VersionId"] for one in _history(current.key)[0] if one["ETag"] != current.etag}
    for version_id in contents.values():
        revision = _revision_of_version(setting("BUCKET_NAME"), current.key, version_id)
        if revision and revision[0] != post_id:
            found[revision[0]] = None
    return list(found)[:_MOST_POSTS_BEFORE]


def _history(key: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The versions of an object, the newest first, and its deletions."""
    pages = list(client("s3").get_paginator("list_object_versions").paginate(Bucket=setting("BUCKET_NAME"), Prefix=key))
    versions, deletions = (
        [one for page in pages for one in page.get(kind, []) if one["Key"] == key]
        for kind in ("Versions", "DeleteMarkers")
    )
    return versions, deletions


def _other_contents(key: str, current: StoredObject) -> list[str]:
    """The versions that say something else than the current one; of those that say the same, the one stored last. So
    a file that is dropped every day is read once."""
    versions, deletions = _history(key)
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
        stored = read(key, version_id)
        return _revision_of(stored) if stored else None
    except BadInput:
        return None


def _revision_of(stored: StoredObject) -> tuple[int, str, str]:
    post = read_post(stored.body)
    check_time(post, stored.last_modified)
    return post.id, post.modified_gmt, digest_of(stored.body)


@contextmanager
def _conflicts() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        # NoSuchKey: what was to be replaced is gone. The other two: something lies there that was not read.
        if error.response["Error"]["Code"] in ("NoSuchKey", "PreconditionFailed", "ConditionalRequestConflict"):
            raise Conflict(str(error)) from error
        raise
