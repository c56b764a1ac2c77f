"""The JSON objects under a prefix of the bucket, followed as they change."""

import json
from typing import Any

from wod_cli.deployed.stack import Stack, at_once


class JsonObjects:
    """The JSON objects under a prefix of the bucket. Only those that changed since the last look are read again."""

    def __init__(self, stack: Stack, prefix: str) -> None:
        self._stack = stack
        self._prefix = prefix
        self._etags: dict[str, str] = {}
        self.values: dict[str, Any] = {}

    def look(self) -> None:
        """Bring `values`, which are by key, up to date."""
        listed = {found["Key"]: (found["ETag"], found["LastModified"]) for found in self._stack.listed(self._prefix)}
        changed = [key for key, (etag, _) in listed.items() if self._etags.get(key) != etag]
        bodies = at_once(self._read, changed)
        self.values = {key: value for key, value in self.values.items() if key in listed}
        for key, body in zip(changed, bodies, strict=True):
            if body is not None:
                self.values[key] = body | {"since": listed[key][1].isoformat()}
                self._etags[key] = listed[key][0]

    def _read(self, key: str) -> dict[str, Any] | None:
        """Return the object; None if it is gone or not a JSON object."""
        try:
            value = json.loads(self._stack.body(key))
        except (ValueError, self._stack.client("s3").exceptions.NoSuchKey):
            return None
        return value if isinstance(value, dict) else None
