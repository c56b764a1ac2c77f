"""The shapes of AWS events."""

from pydantic import BaseModel, ConfigDict, Field

from wod.keys import check_prefix
from wod.models import Key

REBUILD = "Rebuild"


class _EventPart(BaseModel):
    """A part of an AWS event: fields that we do not read are allowed."""

    model_config = ConfigDict(defer_build=True, extra="ignore", frozen=True)


class _Bucket(_EventPart):
    name: str


class _Object(_EventPart):
    key: Key
    etag: str = ""
    version_id: str = Field("", alias="version-id")


class _Detail(_EventPart):
    bucket: _Bucket
    object: _Object
    reason: str = ""


class ObjectCreated(_EventPart):
    """EventBridge's event of a new object in a bucket. Stages read the current version, whichever one it names."""

    detail: _Detail

    @property
    def key(self) -> str:
        return self.detail.object.key

    @property
    def is_rebuild(self) -> bool:
        """Whether `wod rebuild` sent the event, to have everything made again. The reason in S3's own events is the
        name of a call."""
        return self.detail.reason == REBUILD

    def key_under(self, prefix: str) -> str:
        """Return the key. Raise BadInput if it is outside the prefix that the stage reads, and may read."""
        check_prefix(self.key, prefix)
        return self.key
