"""`wod today`, `wod session` and `wod week`: sessions for a lifter at the gym."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from wod.lifting.loads import own_sessions
from wod.plumbing.table import sessions_of_day, sessions_of_days
from wod.site.edits import Change
from wod.site.kept_weeks import KeptSession
from wod_cli import PROGRAMME
from wod_cli.deployed.kept_weeks import kept_weeks
from wod_cli.deployed.on_the_way import on_the_way
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, read_as, use
from wod_cli.errors import CommandError
from wod_cli.lifter.days import day_of, long_day, week_of
from wod_cli.lifter.file import load_lifter, with_given
from wod_cli.lifter.weights import rungs_of
from wod_cli.terminal.session_page import session_page
from wod_cli.terminal.text import all_visible, sanitised, sanitised_json, visible

_DAYS_AHEAD = 14

AsJson = Annotated[
    bool,
    typer.Option(
        "--json", help="JSON Lines, one session per line with its loads; those that the coach removed come last."
    ),
]
Maxes = Annotated[
    list[str] | None,
    typer.Option(
        "--max",
        metavar="LIFT=WEIGHT",
        help="Your 1-RM, 'Snatch=100kg', instead of the one in `wod maxes`; may be given several times.",
    ),
]
Readings = Annotated[bool, typer.Option("--read", help="Show the reading of each line below it, as gold counts it.")]

_OF_TAKEN_OUT = ("date", "session", "level", "title", "taken_out")


def today(
    as_json: AsJson = False,
    maxes: Maxes = None,
    readings: Readings = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Show what to do today, with the weights to load. Exit status 1 if there is nothing.

    Example: `wod today --max "Back Squat=140kg"`
    """
    _show([date.today()], maxes, find_stack(stage, programme), readings=readings, as_json=as_json)


def session(
    when: Annotated[
        str,
        typer.Argument(metavar="DAY", help="2021-03-08, today, tomorrow, or a weekday: the next one, today included."),
    ] = "today",
    as_json: AsJson = False,
    maxes: Maxes = None,
    readings: Readings = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Show the sessions of a day, with the weights to load. Exit status 1 if there are none.

    Example: `wod session friday`
    """
    _show([day_of(when, date.today())], maxes, find_stack(stage, programme), readings=readings, as_json=as_json)


def week(
    when: Annotated[str, typer.Argument(metavar="WEEK", help="this, next, last, 2021-W10, or a day of it.")] = "this",
    as_json: AsJson = False,
    maxes: Maxes = None,
    readings: Readings = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Show the sessions of a week, with the weights to load. Exit status 1 if there are none.

    Example: `wod week 2021-W10`
    """
    _show(week_of(when, date.today()), maxes, find_stack(stage, programme), readings=readings, as_json=as_json)


def _show(days: Sequence[date], maxes: list[str] | None, stack: Stack, *, readings: bool, as_json: bool) -> None:
    lifter = with_given(load_lifter(), maxes or [])
    read_as(stack)
    use(stack)
    found = own_sessions(sessions_of_days(days), lifter.settings.level)
    weeks = kept_weeks(days)
    gone = [one for week in weeks for one in week.sessions if one.taken_out and date.fromisoformat(one.date) in days]
    kept = {(one.date, one.session): one.changes for week in weeks for one in week.current}
    console = Console()
    for record in found:
        changes = kept.get((record["date"], record["session"]), ())
        if as_json:
            loads = [msgspec.to_builtins(rung) for rung in rungs_of(record, lifter)]
            changed = [msgspec.to_builtins(change) for change in changes]
            typer.echo(sanitised_json({**record, "loads": loads, "changes": changed}))
        else:
            visible_changes = [Change(**all_visible(msgspec.to_builtins(change))) for change in changes]
            console.print(session_page(all_visible(record), lifter, changes=visible_changes, readings=readings))
    for one in gone:
        if as_json:
            typer.echo(sanitised_json({name: getattr(one, name) for name in _OF_TAKEN_OUT}))
        elif found:
            console.print(sanitised(_taken_out(one)))
    if not found:
        for line in on_the_way(stack, days):
            typer.echo(visible(line), err=True)
        raise CommandError("\n".join([*map(_taken_out, gone), _nothing(days)]))


def _taken_out(session: KeptSession) -> str:
    """Return a sentence for a session that the coach removed."""
    title = f": {session.title}." if session.title else "."
    return f"The coach took out {long_day(date.fromisoformat(session.date))} · {session.session}{title}"


def _nothing(days: Sequence[date]) -> str:
    """Return the message if no session is found: which days, and when the next one is."""
    last = days[-1]
    which = f"on {long_day(last)}" if len(days) == 1 else f"for the week of {long_day(days[0])}"
    ahead = (last + timedelta(days=number) for number in range(1, _DAYS_AHEAD + 1))
    following = next((day for day in ahead if sessions_of_day(day.isoformat())), None)
    if following is None:
        return f"No session is stored {which}, nor for the two weeks after it; `wod fetch` looks for new posts."
    return f"No session is stored {which}. The next is on {long_day(following)}: `wod session {following}`."
