"""Runs: one stage's work on one message, as its last log line, and as a row of the table `runs`.

The key of a run in the bucket has its day, its stage and its subject, so that listing keys is enough to find the runs
of one post or of one stage.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from msgspec import Meta, ValidationError

from wod.keys import RUNS_PREFIX
from wod.shape import LARGEST_ID, Shape

type Outcome = Literal["done", "nothing to do", "quarantined", "failed"]


class Run(Shape):
    """One row of `runs`: one stage's work on one message. Times are ISO 8601 in UTC, with milliseconds."""

    id: Annotated[str, Meta(description="Of the log event; the same line has the same id")]
    stage: str
    outcome: Outcome
    reason: Annotated[str | None, Meta(description="Why there was nothing to do, or why it is in quarantine")] = None
    error: Annotated[str | None, Meta(description="What failed: the kind of error and what it says")] = None
    arrived: Annotated[str | None, Meta(description="When the message was sent; null for a scheduled fetch")] = None
    started: str
    ended: str
    duration_ms: int
    attempt: Annotated[int, Meta(description="How often the message has been received, with this time")] = 1
    correlation_id: str | None = None
    post_id: Annotated[int, Meta(ge=1, le=LARGEST_ID)] | None = None
    bronze_key: str | None = None
    bronze_version_id: str | None = None
    object_key: Annotated[str | None, Meta(description="The object that the event was about")] = None
    object_version_id: str | None = None
    week: Annotated[str | None, Meta(description="ISO 8601: 2021-W10")] = None
    quarantine_key: str | None = None
    text: Annotated[str | None, Meta(description="The text that was announced to people")] = None
    made: Annotated[dict[str, int], Meta(description="How many `lines`, `days`, `sessions`, …")] = msgspec.field(
        default_factory=dict
    )
    request_id: Annotated[str | None, Meta(description="Of the invocation")] = None


class RunKey(NamedTuple):
    """The parts of a key of runs. `about` is the digest of the correlation id, or else of the object's key."""

    day: str
    stage: str
    post_id: int | None
    about: str
    digest: str

    def __str__(self) -> str:
        """`runs/2021/2021-03-14--segment_days--7--0123456789abcdef--fedcba9876543210.jsonl`"""
        return f"{RUNS_PREFIX}{self.day[:4]}/{'--'.join(str(part or 0) for part in self)}.jsonl"


def read_key(key: str) -> RunKey | None:
    """Return the parts of a key of the bucket; None if it is not a key of runs."""
    parts = key.rpartition("/")[2].removesuffix(".jsonl").split("--")
    if len(parts) != len(RunKey._fields):
        return None
    day, stage, post_id, about, digest = parts
    return RunKey(day, stage, int(post_id) if post_id.isdecimal() and post_id != "0" else None, about, digest)


def digest_of(text: str) -> str:
    """Return a fixed-length form of any text for a key."""
    return sha256(text.encode(errors="backslashreplace")).hexdigest()[:16]


def run_of(event_id: str, line: str) -> Run | None:
    """Return the run of a log line; None if the line is not about a run."""
    try:
        logged = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(logged, dict) or "outcome" not in logged:
        return None
    known: dict[str, Any] = {name: logged[name] for name in Run.__struct_fields__ if logged.get(name) is not None}
    try:
        return msgspec.convert({**known, "id": event_id, "request_id": logged.get("function_request_id")}, Run)
    except ValidationError:
        return None


def files_of(runs: Iterable[Run]) -> dict[str, bytes]:
    """Return objects of JSON Lines by their keys. The same runs give the same keys."""
    groups: dict[tuple[str, str, int | None, str], list[Run]] = {}
    for run in runs:
        about = digest_of(run.correlation_id or run.object_key or "")
        groups.setdefault((run.ended[:10], run.stage, run.post_id, about), []).append(run)
    return {
        str(RunKey(*group, digest_of("\n".join(run.id for run in found)))): "".join(
            f"{msgspec.json.encode(run).decode()}\n" for run in found
        ).encode()
        for group, found in groups.items()
    }
