"""Send posts through the whole chain, in an embedded cloud, while faults are injected; then count them.

`make reliability` does all of it. One scenario with few posts, to try it in minutes:
`.venv/bin/python -m reliability.faults --scenario lost-answers --posts 20`.
"""

import json
import random
import signal
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from reliability.run import Result, run
from reliability.scenarios import SCENARIOS, Scenario
from reliability.testbed import FOLDER
from wod_cli.embedded.deploy import build
from wod_cli.errors import CommandError

console = Console(stderr=True)


def main(
    scenario: Annotated[
        list[str] | None, typer.Option(help="Only this one, by its name; several may be given.")
    ] = None,
    posts: Annotated[int, typer.Option(min=1, help="How many go in, each time.")] = 100,
    seed: Annotated[int, typer.Option(help="Of the posts, their order, and who is killed.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines on standard output, for programs.")] = False,
) -> None:
    """Send posts through the chain under each scenario's faults, and count them.

    Exit status 1 if any is lost, doubled, or still waits after a redrive.
    """
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda number, _: sys.exit(128 + number))
    results = []
    try:
        build(FOLDER)
        for chosen in _chosen(scenario):
            with console.status(chosen.name) as status:
                chance = random.Random(f"{seed} {chosen.name}")  # noqa: S311 chance, not secrecy
                result = run(chosen, posts, chance, status.update)
            results.append(result)
            if as_json:
                typer.echo(json.dumps(asdict(result)))
            for sentence in result.wrong:
                console.print(f"{result.scenario}: {sentence}", markup=False, highlight=False, soft_wrap=True)
    except CommandError as error:
        console.print(str(error), markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(1) from None
    if not as_json:
        Console().print(_table(results))
    if any(result.wrong for result in results):
        raise typer.Exit(1)


def _chosen(names: list[str] | None) -> list[Scenario]:
    by_name = {each.name: each for each in SCENARIOS}
    if unknown := [name for name in names or () if name not in by_name]:
        raise CommandError(f"There is no scenario {unknown[0]!r}, but there are: {', '.join(by_name)}.")
    return [by_name[name] for name in names] if names else SCENARIOS


def _table(results: list[Result]) -> Table:
    table = Table(box=SIMPLE, padding=0, title="What became of the posts; in brackets: after the redrive")
    table.add_column("Scenario", no_wrap=True)
    for column in ("Faults", "Sent", "Stored", "Quarantined", "Waiting", "Lost", "Doubled", "Published again", "Time"):
        table.add_column(column, justify="right")
    for result in results:
        counts = (
            sum(result.faults.values()),
            result.sent,
            _both(result.stored, result.stored_in_the_end),
            _both(result.quarantined, result.quarantined_in_the_end),
            _both(result.waiting, result.waiting_in_the_end),
            result.lost,
            result.doubled,
            result.published_again,
            f"{result.seconds} s",
        )
        table.add_row(result.scenario, *map(str, counts), style="red" if result.wrong else "")
    return table


def _both(before: int, after: int) -> str:
    return str(before) if before == after else f"{before} ({after})"


if __name__ == "__main__":
    typer.run(main)
