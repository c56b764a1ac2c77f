"""`wod drop`: raw posts into bronze, by hand."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wod.errors import BadInput
from wod.keys import silver_key
from wod.plumbing import objects
from wod.week_file import read_week
from wod_cli import PROGRAMME
from wod_cli.deployed.dropping import Dropped, as_text, put_into_bronze
from wod_cli.deployed.outcomes import Kind, Outcome, Posts, Target, follow
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, use
from wod_cli.errors import CommandError
from wod_cli.lifter.days import long_day
from wod_cli.posts.raw_post import post_of
from wod_cli.terminal.listing import AsJson, tracked
from wod_cli.terminal.text import counted, sanitised_json, visible

_WITHOUT_SESSIONS: tuple[Kind, ...] = ("quarantine", "no programme", "forgotten", "lost")
"""The outcomes that make the exit status 1. A copy that a later revision replaced is none: its sessions are there."""


def drop(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Raw posts, one per file.")],
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait until the chain is through, and report each outcome.")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Drop refused files too: the chain quarantines them.")
    ] = False,
    as_json: AsJson = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Put raw posts into bronze, from where the chain processes them.

    A file that is not a post, or is dated ahead, is refused with the reason;
    the others are dropped, and the exit status is 1. With --wait it is 1 too if
    nothing of a file comes into silver: it is in quarantine, no programme,
    forgotten, or lost.

    Example: `wod drop newest.json --wait`
    """
    try:
        bodies = [(as_text(str(file)), file.name, file.read_bytes()) for file in files]
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}; nothing was dropped.") from error
    refused = {} if anyway else {path: reason for path, _, body in bodies if (reason := _why_refused(body))}
    stack = find_stack(stage, programme)
    accepted = [one for one in bodies if one[0] not in refused]
    # If a file is dropped twice at once, or two files of one post, the later one counts.
    dropped = {path: put_into_bronze(stack, name, body) for path, name, body in tracked(accepted, "dropping")}
    if not as_json:
        for path, one in dropped.items():
            typer.echo(f"{path} → s3://{stack.outputs['BucketName']}/{one.key}")
    outcomes = _outcomes(stack, dropped) if wait and dropped else {}
    if as_json:
        _print_rows(outcomes, dropped, refused)
    else:
        _print_outcomes(outcomes, dropped)
        for path, reason in refused.items():
            typer.echo(visible(f"{path} was not dropped: {reason}"), err=True)
    if refused or any(outcome.kind in _WITHOUT_SESSIONS for outcome in outcomes.values()):
        raise typer.Exit(1)


def _why_refused(body: bytes) -> str:
    try:
        post_of(body)
    except BadInput as error:
        return str(error)
    return ""


def _outcomes(stack: Stack, dropped: dict[str, Dropped]) -> dict[str, Outcome]:
    """Wait for the outcome of each file."""
    use(stack)
    targets = {path: one.target for path, one in dropped.items()}
    return follow(stack, Posts(stack), lambda: targets) or {}


def _print_rows(outcomes: dict[str, Outcome], dropped: dict[str, Dropped], refused: dict[str, str]) -> None:
    """Print one object per file, in which a file that is not waited for is `dropped`."""
    nothing = {"key": None, "outcome": "dropped", "week": None, "reason": None}
    for path, one in dropped.items():
        known = outcomes[path].for_programs() if path in outcomes else {}
        typer.echo(sanitised_json({"file": path, **nothing, "key": one.key, **known}))
    for path, reason in refused.items():
        typer.echo(sanitised_json({"file": path, **nothing, "outcome": "refused", "reason": reason}))


def _print_outcomes(found: dict[str, Outcome], dropped: dict[str, Dropped]) -> None:
    for name, outcome in found.items():
        days = _days(outcome, dropped[name].target) if outcome.week else ""
        typer.echo(visible(outcome.line(name, days)))
    kinds = Counter(outcome.kind for outcome in found.values())
    if refused := kinds["quarantine"] + kinds["no programme"]:
        are = "is" if refused == 1 else "are"
        typer.echo(f"{refused} of {counted(len(found), 'file')} {are} in quarantine: see `wod quarantine`.", err=True)


def _days(outcome: Outcome, target: Target) -> str:
    """Return the number of a post's sessions in the file of its week, and the first and last day."""
    stored = objects.read(silver_key(outcome.week)) if outcome.week else None
    records = read_week(stored.body) if stored else []
    days = sorted(one["date"] for one in records if one["source"]["post_id"] == target.post_id)
    if not days:
        return "no sessions"
    first, last = (long_day(date.fromisoformat(day)) for day in (days[0], days[-1]))
    sessions = counted(len(days), "session")
    return f"{sessions}, {first}" if first == last else f"{sessions}, {first} to {last}"
