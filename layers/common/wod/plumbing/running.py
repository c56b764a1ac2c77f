"""The run of a stage: its work on one message, as the last log line about the message states it.

That line goes through CloudWatch Logs to `keep_runs`, so a stage makes no AWS call for it.
"""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from wod.plumbing.settings import stage_name
from wod.plumbing.telemetry import logger
from wod.runs import Outcome

_LONGEST_ERROR = 1000  # characters


@dataclass
class _Running:
    """A message in work: when it was sent, how often it was received, and the result so far."""

    arrived: float | None
    attempt: int
    started: float = field(default_factory=time.time)
    made: Counter[str] = field(default_factory=Counter)
    reason: str = ""


_running: ContextVar[_Running | None] = ContextVar("_running", default=None)


@contextmanager
def run(arrived: float | None = None, attempt: int = 1) -> Iterator[None]:
    """Begin the run of a message, and forget it at the end of the block.

    `arrived` is when it was sent, in seconds since 1970; `attempt` counts its deliveries, including this one.
    """
    before = _running.set(_Running(arrived, attempt))
    try:
        yield
    finally:
        _running.reset(before)


def made(**counts: int) -> None:
    """Count the things that the work has made."""
    if mine := _running.get():
        mine.made.update(counts)


def if_nothing_made(reason: str) -> None:
    """Set the reason, in case the work makes nothing in the end. The last reason counts."""
    if mine := _running.get():
        mine.reason = reason


def ended(outcome: Outcome = "done", **fields: Any) -> dict[str, Any]:
    """Return the fields of the last log line of a run: the columns of `runs` that no other line has."""
    mine = _running.get() or _Running(None, 1)
    now = time.time()
    counts = {name: count for name, count in mine.made.items() if count}
    if outcome == "done" and mine.reason and not counts:
        outcome, fields = "nothing to do", {"reason": mine.reason, **fields}
    return {
        "stage": stage_name(),
        "outcome": outcome,
        **fields,
        "arrived": _written(mine.arrived) if mine.arrived is not None else None,
        "started": _written(mine.started),
        "ended": _written(now),
        "duration_ms": round((now - mine.started) * 1000),
        "attempt": mine.attempt,
        "made": counts,
    }


def log_end() -> None:
    """Log that the work is done, or why there was nothing to do."""
    fields = ended()
    logger.info(fields.get("reason", "done"), **fields)


def failed(error: Exception) -> dict[str, Any]:
    """Return the fields of the last log line of a run that failed and will be retried."""
    return ended("failed", error=f"{type(error).__name__}: {error}"[:_LONGEST_ERROR])


def _written(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
