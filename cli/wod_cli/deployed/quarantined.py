"""Read quarantine."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wod.keys import QUARANTINE_PREFIX
from wod.plumbing.quarantine import ALERTED, QUIET
from wod_cli.deployed.queues import post_of
from wod_cli.deployed.refusals import refusal_of
from wod_cli.deployed.stack import Stack


@dataclass(frozen=True)
class Quarantined:
    """One object in quarantine. `post` is a slug or a key; `input` is the message as the stage received it."""

    key: str
    since: datetime
    stage: str
    reason: str
    post: str
    post_id: int | None
    input: str

    @property
    def id(self) -> str:
        """Return the name by which commands find the object: the end of its key."""
        return self.key.rsplit("/", 1)[-1].removesuffix(ALERTED).removesuffix(QUIET)


def quarantined(stack: Stack) -> Iterator[Quarantined]:
    """Yield each object in quarantine."""
    for found in stack.listed(QUARANTINE_PREFIX):
        kept = json.loads(stack.body(found["Key"]))
        yield Quarantined(
            key=found["Key"],
            since=found["LastModified"],
            stage=kept["stage"],
            reason=kept["reason"],
            post=_post(kept),
            post_id=refusal_of(kept | {"since": ""}).post_id,
            input=kept["input"],
        )


def _post(kept: dict[str, Any]) -> str:
    if kept["source"]:
        return str(kept["source"]["slug"])
    return str(kept["object"]["object"]["key"]) if kept["object"] else post_of(kept["input"])
