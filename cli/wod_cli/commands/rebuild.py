"""`wod rebuild`: make silver, table and gold again from bronze, and show differences from it."""

import re
from collections import defaultdict
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer
from rich.console import Console

from wod.keys import BRONZE_PREFIX, FORGOTTEN_PREFIX, GOLD_PREFIX, SILVER_PREFIX
from wod.plumbing import silver
from wod.reading.days.days import NO_DAY
from wod.weeks import week_starting
from wod_cli import PROGRAMME
from wod_cli.deployed.differences import Differences, Part, differences, sessions_of
from wod_cli.deployed.expected import expected_of
from wod_cli.deployed.queues import queues_of, rebuild_event
from wod_cli.deployed.remains import Remains, id_of, no_post, remains_of
from wod_cli.deployed.settling import IN_FRONT_OF_BRONZE, until_quiet
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, read_as, use
from wod_cli.errors import CommandError
from wod_cli.lifter.days import week_of
from wod_cli.posts.line_changes import Change
from wod_cli.terminal.changes import shown_changes
from wod_cli.terminal.listing import AsJson, tracked
from wod_cli.terminal.text import counted, sanitised_json, visible

console = Console(stderr=True)

_SHARE = re.compile(r"(\d+(?:\.\d+)?)(%?)", re.ASCII)


def rebuild(
    check: Annotated[bool, typer.Option("--check", help="Only show what differs, and change nothing.")] = False,
    parser: Annotated[
        Path | None,
        typer.Option(
            "--with", metavar="PATH", help="With --check: judge the parser in this folder, such as ./layers/common."
        ),
    ] = None,
    week: Annotated[str, typer.Option(metavar="WEEK", help="With --check: one week, such as 2021-W10.")] = "",
    post: Annotated[str, typer.Option(metavar="POST", help="With --check: one post, by its id or slug.")] = "",
    samples: Annotated[int, typer.Option(min=0, metavar="N", help="The number of differences shown of each kind.")] = 3,
    threshold: Annotated[
        str,
        typer.Option(metavar="N|N%", help="The number or share of lines that may differ before the exit status is 1."),
    ] = "0",
    as_json: AsJson = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Make silver, table, gold and site again from bronze, and show what still differs. Exit status 1 if anything does
    besides the lineage.

    Works on an empty stack too. Data that bronze does not give is never
    deleted, only named. With --check --with, another parser is judged over the
    whole history before it is deployed: its silver is compared.

    Example: `wod rebuild --check --with ./layers/common`
    """
    if not check and (parser or week or post or as_json or threshold != "0"):
        raise CommandError("--with, --week, --post, --threshold and --json belong to --check: add it.")
    limit = _SHARE.fullmatch(threshold)
    if not limit:
        raise CommandError(f"The threshold {threshold!r} is no number of lines and no percentage: write 20 or 0.5%.")
    monday = week_of(week, date.today())[0] if week else None
    stack = find_stack(stage, programme)
    read_as(stack)
    use(stack)
    remains = _remains_of(stack, post) if post else None
    part = Part(week_starting(monday) if monday else None, remains.post_id if remains else None)
    _wait(stack, "waiting for the chain")
    keys = [key for key in stack.keys(BRONZE_PREFIX) if key.endswith(".json")]
    if not check:
        _make_again(stack, keys)
    expected = expected_of(keys, parser, stack.blog)
    if remains:
        raw = {one.key for one in remains.raw}
        _print_unreadable({key: why for key, why in expected.unreadable.items() if key in raw})
    elif not week:  # a post without a day belongs to no week
        _print_unreadable(expected.unreadable)
    found = differences(stack, expected, part, silver_alone=parser is not None)
    _show(found, samples, as_json=as_json)
    given = sessions_of(expected.weeks, part).values()
    weeks = sum(any(map(part.has, records)) for records in expected.weeks.values())
    posts = len({one["source"]["post_id"] for one in given}) if post or week else len(keys)
    console.print(
        f"Bronze gives {counted(len(given), 'session')} in {counted(weeks, 'week')}, from {counted(posts, 'raw post')}."
    )
    if not found.changed and not found.others:
        console.print(_nothing_differs(found, silver_alone=parser is not None))
    allowed = float(limit[1]) * (found.lines / 100 if limit[2] else 1)
    if found.others or found.changed_lines > allowed:
        more = f" and {counted(len(found.others), 'difference')} in table, gold or files" if found.others else ""
        raise CommandError(
            f"{found.changed_lines} of {found.lines} lines differ{more}; docs/operations.md says under `wod rebuild` "
            "what to do."
        )


def _make_again(stack: Stack, keys: list[str]) -> None:
    """Send these raw posts, and then all of silver and gold, through the stages that read them."""
    _remember_forgotten(stack)
    _send_through(stack, keys, ["strip-post-html"], "from bronze")
    # A week that was right in silver was not written, so it triggered no stage.
    _send_through(stack, stack.keys(SILVER_PREFIX), ["load-sessions-to-table", "aggregate-week"], "from silver")
    # Right figures caused no event, and pages may be written by an older version.
    _send_through(stack, stack.keys(GOLD_PREFIX), ["render-week"], "from gold")


def _remember_forgotten(stack: Stack) -> None:
    """Write into silver's ledgers which posts are forgotten, if silver was lost, because a post without a ledger is
    new."""
    for key in stack.keys(FORGOTTEN_PREFIX):
        post_id = int(key.removeprefix(FORGOTTEN_PREFIX).removesuffix(".json"))
        silver.remove_post(post_id, lambda entry: entry is None, str(uuid4()))


def _remains_of(stack: Stack, post: str) -> Remains:
    """Return what the stack has of a post. Raise CommandError if it has nothing."""
    remains = remains_of(stack, id_of(stack, post))
    if not remains.raw and not remains.sessions:
        raise no_post(post)
    return remains


def _print_unreadable(reasons: dict[str, str]) -> None:
    no_programme = [key for key, why in reasons.items() if NO_DAY in why]
    for key, why in reasons.items():
        if key not in no_programme:
            console.print(visible(f"Gives no sessions: {key}: {why}"), markup=False, highlight=False, soft_wrap=True)
    if no_programme:
        give = "gives" if len(no_programme) == 1 else "give"
        console.print(f"{counted(len(no_programme), 'raw post')} {give} no sessions: no line of them is a day.")


def _nothing_differs(found: Differences, *, silver_alone: bool) -> str:
    what = "silver is" if silver_alone else "silver, the table and gold are"
    lineage = f" but the lineage of {counted(len(found.silver), 'session')}" if found.silver else ""
    return f"Nothing differs{lineage}: {what} as bronze gives {'it' if silver_alone else 'them'}."


def _show(found: Differences, samples: int, *, as_json: bool) -> None:
    if as_json:
        for change in found.silver:
            typer.echo(sanitised_json(asdict(change) | {"where": "silver"}))
        for line in found.others:
            where, _, what = line.partition(": ")
            typer.echo(sanitised_json({"where": where, "kind": "other", "text": what}))
        return
    kinds: dict[str, list[Change]] = defaultdict(list)
    for change in found.silver:
        kinds[change.kind].append(change)
    for line in shown_changes(kinds, samples):
        typer.echo(visible(line))
    for line in found.others:
        typer.echo(visible(line))


def _wait(stack: Stack, what: str) -> None:
    """Wait until no message of the chain after bronze is being processed.

    A fetch that fails is retried for an hour, and does not change what bronze has now.
    """
    with console.status(what) as status:
        for waiting, _ in until_quiet(stack, leave_out=IN_FRONT_OF_BRONZE):
            status.update(f"{what}: {counted(sum(waiting.values()), 'message')} on the way")


def _send_through(stack: Stack, keys: list[str], names: list[str], what: str) -> None:
    """Send the objects to the stages of these queues as if they were new, and wait until nothing moves."""
    queues = queues_of(stack)
    targets = [queues.named(name) for name in names]
    for key in tracked(keys, what):
        for queue in targets:
            queue.send(rebuild_event(stack.outputs["BucketName"], key))
    _wait(stack, what)
