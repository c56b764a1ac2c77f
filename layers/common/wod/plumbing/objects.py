"""Objects in the bucket: read with their version, written only over the version that was read."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any, final

from botocore.exceptions import ClientError

from wod.errors import BadInput
from wod.plumbing.aws import client
from wod.plumbing.retries import is_broken_off, repeated_if
from wod.plumbing.settings import bucket_name

LARGEST_OBJECT = 8 * 1024 * 1024
"""Bytes. A post is some twenty thousand. JSON may take thirty times its size in memory, and a function has 512 MB."""


class Conflict(Exception):
    """Another function wrote between our read and our write. Read and decide again."""


@final
@dataclass(frozen=True)
class StoredObject:
    """An object as it was read. `metadata` are its writer's notes."""

    key: str
    body: bytes
    etag: str
    version_id: str
    last_modified: str
    metadata: dict[str, str] = field(default_factory=dict, compare=False)


@repeated_if(is_broken_off, seconds=0.1)
def read(key: str, version_id: str | None = None) -> StoredObject | None:
    """Return the current object, or that version of it; None if there is none.

    Raise BadInput if it is larger than any post or week can be.
    """
    wanted = {"VersionId": version_id} if version_id else {}
    try:
        answer = client("s3").get_object(Bucket=bucket_name(), Key=key, **wanted)
    except ClientError as error:
        # NoSuchVersion, and 405 on a delete marker: the version was there a moment ago.
        if error.response["Error"]["Code"] in ("NoSuchKey", "NoSuchVersion", "MethodNotAllowed"):
            return None
        raise
    # Not `with answer["Body"]`: that gives the bare stream, which accepts half a body as a whole one.
    with closing(answer["Body"]) as stream:
        body = stream.read(LARGEST_OBJECT + 1)
        if len(body) > LARGEST_OBJECT:
            raise BadInput(f"{key} has more than {LARGEST_OBJECT} bytes, which are not read: drop one post a file.")
        body += stream.read()  # at its end, length and checksum are compared
    return StoredObject(
        key=key,
        body=body,
        etag=answer["ETag"],
        version_id=answer.get("VersionId", "null"),
        last_modified=answer["LastModified"].strftime("%Y-%m-%dT%H:%M:%S"),
        metadata=answer.get("Metadata", {}),
    )


def write(key: str, body: bytes, *, over: str | None, **properties: Any) -> str:
    """Write an object, with these properties of S3, over the one with this ETag; None if there must be none. Return its
    new ETag.

    Raise Conflict if the object has changed.
    """
    condition = {"IfMatch": over} if over else {"IfNoneMatch": "*"}
    properties.setdefault("ContentType", _content_type(key))
    with _conflicts():
        answer = client("s3").put_object(Bucket=bucket_name(), Key=key, Body=body, **properties, **condition)
    return str(answer["ETag"])


def overwrite(key: str, body: bytes, **properties: Any) -> None:
    """Write an object, with these properties of S3, unconditionally."""
    client("s3").put_object(Bucket=bucket_name(), Key=key, Body=body, ContentType=_content_type(key), **properties)


def delete(key: str, etag: str) -> None:
    """Delete the object with this ETag; its versions stay. Raise Conflict if the object has changed."""
    with _conflicts():
        client("s3").delete_object(Bucket=bucket_name(), Key=key, IfMatch=etag)


def check_size(key: str, body: bytes) -> None:
    """Raise BadInput if an object would be too large to be read again."""
    if len(body) > LARGEST_OBJECT:
        raise BadInput(f"{key} would have {len(body)} bytes, more than the {LARGEST_OBJECT} that are read: post less.")


def etags(prefix: str, without: str = "") -> dict[str, str]:
    """Return the ETag of every object whose key has this prefix, and, if it is not empty, not this text after it.

    S3 leaves those out by itself, in one entry of its list for all that are the same up to there.
    """
    delimiter = {"Delimiter": without} if without else {}
    pages = client("s3").get_paginator("list_objects_v2").paginate(Bucket=bucket_name(), Prefix=prefix, **delimiter)
    return {found["Key"]: found["ETag"] for page in pages for found in page.get("Contents", [])}


def etag_of(body: bytes) -> str:
    """Return the ETag that S3 gives an object that is written in one part and encrypted with S3's own key."""
    return f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'


def digest_of(body: bytes) -> str:
    """Return a digest that distinguishes one content from another."""
    return hashlib.sha256(body).hexdigest()


def versions(key: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return S3's entries of the versions of an object, the newest first, and of its deletions."""
    pages = list(client("s3").get_paginator("list_object_versions").paginate(Bucket=bucket_name(), Prefix=key))
    versions, deletions = (
        [one for page in pages for one in page.get(kind, []) if one["Key"] == key]
        for kind in ("Versions", "DeleteMarkers")
    )
    return versions, deletions


def _content_type(key: str) -> str:
    return "application/x-ndjson" if key.endswith(".jsonl") else "application/json"


@contextmanager
def _conflicts() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        # NoSuchKey: the object to replace is gone. The other two: the stored object is not the one that was read.
        if error.response["Error"]["Code"] in ("NoSuchKey", "PreconditionFailed", "ConditionalRequestConflict"):
            raise Conflict(str(error)) from error
        raise
