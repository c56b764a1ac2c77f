"""`wod sessions`: what a lifter reads at the gym."""

import re
from datetime import date, timedelta
from typing import Annotated

import typer
from rich.console import Console

from wod.plumbing.table import plain_number, sessions_of_day
from wod_cli.plain import all_visible, plain_json
from wod_cli.problem import Problem
from wod_cli.show import session_page
from wod_cli.stack import StageOption, find_stack, read_as, use
from wod_cli.weights import maxes_of

_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def sessions(
    when: Annotated[str, typer.Argument(metavar="WEEK|DATE", help="2021-W10, 2021-03-08 or today.")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one session a line, for programs.")] = False,
    maxes: Annotated[
        list[str] | None,
        typer.Option(
            "--max", metavar="LIFT=WEIGHT", help="Your 1-RM, 'Snatch=100kg': the weights are shown. Repeat it."
        ),
    ] = None,
    readings: Annotated[
        bool, typer.Option("--read", help="Show below each line what was read from it, as gold counts it.")
    ] = False,
    stage: StageOption = "dev",
) -> None:
    """Show the sessions of a week or of a day. Exit status 1 if there are none."""
    days = days_of(when)
    stack = find_stack(stage)
    read_as(stack)
    use(stack)
    own = maxes_of(maxes or [])
    found = [session for day in days for session in sessions_of_day(day.isoformat())]
    if not found:
        raise Problem(f"No session is stored for {when}.")
    console = Console()
    for session in found:
        if as_json:
            typer.echo(plain_json(session, default=plain_number))
        else:
            console.print(session_page(all_visible(session), own, readings=readings))


def days_of(when: str) -> list[date]:
    """The days that `2021-W10` (an ISO week), `2021-03-08` or `today` names. Raises Problem for anything else."""
    try:
        if when == "today":
            return [date.today()]
        if week := _WEEK.fullmatch(when):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return [monday + timedelta(days=day) for day in range(7)]
        if _DATE.fullmatch(when):
            return [date.fromisoformat(when)]
    except (ValueError, OverflowError) as error:
        raise Problem(f"{when} is in no calendar.") from error
    raise Problem(f"{when!r} is no week and no date: write 2021-W10, 2021-03-08 or today.")
