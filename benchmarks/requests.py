"""What a post makes the chain ask of AWS: writes cli/wod_cli/costs/measured.toml, from which `wod cost` computes.

The real functions run against moto, warm, one post with a week before it. Times are of this machine and have moto's own
work in them, so they are an upper bound; a function's share of a processor is in the model, and not here.
"""

import json
import logging
import time
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

from botocore.client import BaseClient
from tests.integration.world import World, world

from wod.keys import gold_key
from wod.week_file import read_week
from wod.weeks import week_starting
from wod_cli import PROJECT
from wod_cli.posts.samples import samples_of

TARGET = PROJECT / "cli" / "wod_cli" / "costs" / "measured.toml"
_MONDAYS = [date(2021, 3, 8) + timedelta(weeks=number) for number in range(4)]
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
        for monday in _MONDAYS[: len(_MONDAYS) - _RUNS]:
            _post(made, monday, Meter())
        client._make_api_call = counted
        try:
            for monday in _MONDAYS[-_RUNS:]:
                _post(made, monday, meter)
        finally:
            client._make_api_call = original
        sessions = len(read_week(made._objects("silver/sessions/").popitem()[1]))
    TARGET.write_text(_written(meter, sessions), encoding="utf-8")


def _post(made: World, monday: date, meter: Meter) -> None:
    """Let a post go through the chain, from the fetched message to the pages."""
    sample = json.loads(samples_of("invictus")[0].read_bytes())
    post = sample | {
        "id": monday.toordinal(),
        "slug": f"week-of-{monday}",
        "title": {"rendered": f"Week of {monday:%B} {monday.day}, {monday.year}"},
    }
    fetched = {"correlation_id": "bench", "fetched_at": "2021-03-08T00:00:00", "post": post}
    made.sent("dump_post_to_bucket", json.dumps(fetched))
    while made.waiting:
        delivery = made.waiting.pop(0)
        _run(made, delivery.stage, delivery.body, meter)
    key = gold_key(week_starting(monday))
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
    # Messages to the next queue are no calls of a client here; moto has no queues in this chain.
    messages = sum(meter.invocations.values())
    lines = [
        "# What one post asks of AWS: `python -m benchmarks.requests` writes it; docs/cost.md says how.",
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
