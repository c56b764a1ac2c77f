"""Measure the AWS requests of a post: write cli/wod_cli/costs/measured.toml, from which `wod cost` computes.

Unlike the chain of `calls.py`, this one goes on to the pages and the text, and counts bytes. The real functions run
against moto, warm, one post with a week before it. Times are of this machine and include moto's own work, so they are
an upper bound; the model applies a function's share of a processor.
"""

import json
import logging
import time
from collections import Counter, defaultdict
from datetime import date
from typing import Any

import msgspec
from benchmarks.posts import week
from botocore.client import BaseClient
from tests.integration.world import World, world

from wod.keys import GOLD_PREFIX
from wod.models import PostMessage
from wod.week_file import read_week
from wod_cli import PROJECT

TARGET = PROJECT / "cli" / "wod_cli" / "costs" / "measured.toml"
_RUNS = 3


class Meter:
    """Counts calls, their bytes, and the milliseconds of each stage."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.invocations: Counter[str] = Counter()
        self.milliseconds: defaultdict[str, float] = defaultdict(float)
        self.message_bytes = 0
        self.put_bytes = 0

    def call(self, client: Any, operation: str, wanted: dict[str, Any]) -> None:
        self.calls[f"{client.meta.service_model.service_name}.{operation}"] += 1
        if operation == "PutObject":
            self.put_bytes += len(wanted["Body"])


def main() -> None:
    """Measure, and write the file."""
    logging.disable()
    meter = Meter()
    client: Any = BaseClient  # its types hide the one method through which all calls go
    original = client._make_api_call

    def counted(self: Any, operation: str, wanted: dict[str, Any]) -> Any:
        meter.call(self, operation, wanted)
        return original(self, operation, wanted)

    with world() as made:
        _post(made, week(_RUNS + 1), Meter())
        client._make_api_call = counted
        try:
            for number in range(_RUNS, 0, -1):  # all in one year
                _post(made, week(number), meter)
        finally:
            client._make_api_call = original
        sessions = len(read_week(made._objects("silver/sessions/").popitem()[1]))
    TARGET.write_text(_written(meter, sessions), encoding="utf-8")


def _post(made: World, post: dict[str, Any], meter: Meter) -> None:
    """Send a post through the chain, from the fetched message to the pages."""
    message = PostMessage(correlation_id="bench", fetched_at="2026-01-01T12:00:00", post=post)
    made.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())
    while made.waiting:
        delivery = made.waiting.pop(0)
        _run(made, delivery.stage, delivery.body, meter)
    key = f"{GOLD_PREFIX}{post['week_path']}.json"
    event = {"detail": {"bucket": {"name": "lakehouse"}, "object": {"key": key}}}
    _run(made, "render_week", json.dumps(event), meter)


def _run(made: World, stage: str, body: str, meter: Meter) -> None:
    began = time.perf_counter()
    answer = made.call(stage, [body])
    meter.milliseconds[stage] += 1000 * (time.perf_counter() - began)
    meter.invocations[stage] += 1
    meter.message_bytes += len(body)
    if answer["batchItemFailures"]:
        raise RuntimeError(f"{stage} failed.")


def _written(meter: Meter, sessions: int) -> str:
    # Messages to the next queue are not calls of a client here; moto has no queues in this chain.
    messages = sum(meter.invocations.values())
    lines = [
        "# The AWS requests of one post: `python -m benchmarks.requests` writes it; docs/cost.md says how.",
        f'measured = "{date.today()}"',
        f"sessions = {sessions}",
        f"messages = {messages / _RUNS:.1f}",
        f"message_kilobytes = {meter.message_bytes / messages / 1000:.1f}",
        f"stored_kilobytes = {meter.put_bytes / _RUNS / 1000:.1f}",
        "",
        "[calls]",
        *(f'"{name}" = {count / _RUNS:.1f}' for name, count in sorted(meter.calls.items())),
        "",
        "[milliseconds]  # of an invocation",
        *(f"{name} = {meter.milliseconds[name] / count:.0f}" for name, count in sorted(meter.invocations.items())),
        "",
        "[invocations]",
        *(f"{name} = {count / _RUNS:.1f}" for name, count in sorted(meter.invocations.items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
