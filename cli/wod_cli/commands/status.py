"""`wod status`: the current state of the chain."""

import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.table import Column, Table
from rich.text import Text

from wod.keys import QUARANTINE_PREFIX
from wod_cli import PROGRAMME
from wod_cli.deployed.queues import Queue, queues_of
from wod_cli.deployed.reconcile import newest_post
from wod_cli.deployed.runs import STAGES, last_successes
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, at_once, find_stack, use
from wod_cli.terminal.listing import AsJson, age_since
from wod_cli.terminal.text import sanitised_json

_SECONDS_BETWEEN_LOOKS = 3


@dataclass(frozen=True)
class StageStatus:
    """A stage: messages that wait for it, that it processes, that failed for good; null if no queue counts them."""

    stage: str
    waiting: int | None
    in_flight: int | None
    failed: int
    last_success: str | None


def status(
    watch: Annotated[bool, typer.Option("--watch", help="Refresh it every few seconds, until Ctrl-C.")] = False,
    as_json: AsJson = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Show waiting, running and failed messages of each stage, and how fresh the newest post is.

    Example: `wod status --watch`
    """
    stack = find_stack(stage, programme)
    use(stack)
    console = Console()
    if as_json:
        while True:
            print(sanitised_json(status_of(stack)), flush=True)
            if not watch:
                return
            time.sleep(_SECONDS_BETWEEN_LOOKS)
    if not watch:
        console.print(_shown(status_of(stack)))
        return
    with Live(console=console, auto_refresh=False) as live:
        while True:
            live.update(_shown(status_of(stack)), refresh=True)
            time.sleep(_SECONDS_BETWEEN_LOOKS)


def status_of(stack: Stack) -> dict[str, Any]:
    """Return the data of `wod status --json`."""
    queues, successes = queues_of(stack), last_successes(stack, datetime.now(UTC))
    counts = dict(zip(queues, at_once(lambda queue: queue.counts(), queues.values()), strict=True))
    dead = [(queue, sum(counts[name])) for name, queue in sorted(queues.items()) if queue.holds_dead_letters]
    rule = f"{stack.prefix}get-invictus-post-schedule"
    return {
        "stages": [asdict(_stage(counts, dead, name, successes.get(name))) for name in STAGES],
        "other_dead_letters": {queue.name: count for queue, count in dead if count and queue.stage not in STAGES},
        "quarantine": sum(1 for _ in stack.listed(QUARANTINE_PREFIX)),
        "newest_post": newest_post() or None,
        "schedule": stack.client("events").describe_rule(Name=rule)["State"].lower(),
    }


def _stage(
    counts: dict[str, tuple[int, int]], dead: list[tuple[Queue, int]], stage: str, last_success: str | None
) -> StageStatus:
    # The last stage is fed by the table's stream.
    waiting, in_flight = counts.get(stage.replace("_", "-"), (None, None))
    failed = sum(count for queue, count in dead if queue.stage == stage)
    return StageStatus(stage, waiting, in_flight, failed, last_success)


def _shown(state: dict[str, Any]) -> RenderableType:
    numbers = [Column(name, justify="right") for name in ("Waiting", "In flight", "Failed")]
    table = Table(Column("Stage", no_wrap=True), *numbers, "Last success")
    for one in state["stages"]:
        since = one["last_success"]
        table.add_row(
            one["stage"],
            *("" if one[name] is None else str(one[name]) for name in ("waiting", "in_flight")),
            Text(str(one["failed"]), style="bold red" if one["failed"] else ""),
            f"{age_since(datetime.fromisoformat(since))} ago" if since else "none known",
        )
    newest = state["newest_post"]
    age = age_since(datetime.fromisoformat(f"{newest}+00:00")) if newest else ""
    lines = [
        f"Newest post of the blog: {f'{age} old ({newest} UTC)' if newest else 'not known, nothing was fetched yet'}.",
        f"In quarantine: {state['quarantine']}." + (" `wod quarantine` says why." if state["quarantine"] else ""),
        f"The schedule is {state['schedule']}.",
        *(f"Dead letters in {name}: {count}." for name, count in state["other_dead_letters"].items()),
    ]
    return Group(table, *map(Text, lines))
