"""The shapes of AWS events."""

from typing import Any

import msgspec
from msgspec.structs import asdict

from wod.keys import check_prefix
from wod.shape import Shape, check_fields, check_key

REBUILD = "Rebuild"


class _EventPart(Shape, forbid_unknown_fields=False):
    """A part of an AWS event: fields that we do not read are allowed."""


class _Bucket(_EventPart):
    name: str


class _Object(_EventPart):
    key: str
    etag: str = ""
    version_id: str = msgspec.field(default="", name="version-id")

    def __post_init__(self) -> None:
        check_fields(self, key=check_key)


class _Detail(_EventPart):
    bucket: _Bucket
    object: _Object
    reason: str = ""

    def fields(self) -> dict[str, Any]:
        """Return what we read of it, under our names, as quarantine keeps it."""
        return {"bucket": asdict(self.bucket), "object": asdict(self.object), "reason": self.reason}


class ObjectCreated(_EventPart):
    """EventBridge's event of a new object in a bucket. Stages read the current version, whichever one it names."""

    detail: _Detail

    @property
    def key(self) -> str:
        """Return the key of the object that changed."""
        return self.detail.object.key

    @property
    def is_rebuild(self) -> bool:
        """Return whether `wod rebuild` sent the event, to rebuild everything; S3's own events name a call here."""
        return self.detail.reason == REBUILD

    def key_under(self, prefix: str) -> str:
        """Return the key. Raise BadInput if it is outside the prefix that the stage may read."""
        check_prefix(self.key, prefix)
        return self.key
