"""Posts that were refused, as objects in quarantine state them."""

import json
from dataclasses import dataclass
from typing import Any

from wod.errors import BadInput
from wod.keys import bronze_key
from wod.reading.post import post_from
from wod_cli.deployed.queues import post_of
from wod_cli.deployed.settling import IN_FRONT_OF_BRONZE


@dataclass(frozen=True)
class Refusal:
    """An object in quarantine: the post and its revision that were refused, as far as the input states them."""

    stage: str
    reason: str
    since: str
    name: str
    post_id: int | None
    modified: str
    key: str
    version_id: str

    @property
    def is_in_front_of_bronze(self) -> bool:
        """Return whether a stage refused the post before it was stored."""
        return self.stage.replace("_", "-") in IN_FRONT_OF_BRONZE


def refusal_of(kept: dict[str, Any]) -> Refusal:
    """Return the post and revision that were refused, from an object in quarantine."""
    source = kept.get("source") or {}
    changed = (kept.get("object") or {}).get("object") or {}
    post_id, modified, key = source.get("post_id"), source.get("modified_gmt", ""), source.get("bronze_key", "")
    if not source and not changed:
        post_id, modified, key = _post_in(kept["input"])
    return Refusal(
        stage=kept["stage"],
        reason=kept["reason"],
        since=kept["since"],
        name=source.get("slug") or post_of(kept["input"]),
        post_id=post_id,
        modified=modified,
        key=key or changed.get("key", ""),
        version_id=source.get("bronze_version_id") or changed.get("version_id", ""),
    )


def _post_in(text: str) -> tuple[int | None, str, str]:
    """Return id, modification and key of the post in the message of a fetched post; the id in a request for one."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return None, "", ""
    if not isinstance(message, dict):
        return None, "", ""
    post = message.get("post")
    if not isinstance(post, dict):
        ids = message.get("ids")
        return (ids[0] if isinstance(ids, list) and len(ids) == 1 else None), "", ""
    number, modified = post.get("id"), post.get("modified_gmt")
    try:
        key = bronze_key(post_from(post))
    except BadInput:
        key = ""
    return number if isinstance(number, int) else None, modified if isinstance(modified, str) else "", key
