"""`wod maxes`: a lifter's maxima, by date, in the user's configuration folder."""

import re
from collections.abc import Iterator
from copy import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Column, Table

from wod.errors import BadInput
from wod.lifting.lifter import MOST_REPS, Maximum, merged, read_lifter, with_maximum, write_lifter
from wod_cli.errors import CommandError
from wod_cli.lifter.days import day_of
from wod_cli.lifter.file import (
    known_lift,
    lifter_path,
    load_lifter,
    maximum_of,
    save_lifter,
    weight_of,
    with_known_lifts,
)
from wod_cli.terminal.listing import AsJson, ListsByDefault
from wod_cli.terminal.text import sanitised, sanitised_json

_LIFT_AND_WEIGHT = re.compile(r"(?P<lift>\D+?)[\s=]+(?P<weight>\d.*)", re.DOTALL)

Reps = Annotated[int, typer.Option(min=1, max=MOST_REPS, metavar="N", help="The number of repetitions: 1 for a 1-RM.")]

app = typer.Typer(
    cls=ListsByDefault,
    no_args_is_help=False,
    help="Your maxima, by date, which turn percents into weights. The page reads and writes the same file.\n\n"
    "Example: `wod maxes set snatch 100kg`",
)


@app.command(name="set")
def set_maximum(
    words: Annotated[list[str], typer.Argument(metavar="LIFT WEIGHT", help="snatch 100kg, back squat 315 lb")],
    reps: Reps = 1,
    day: Annotated[str, typer.Option("--date", metavar="DAY", help="When you lifted it, if not today.")] = "today",
) -> None:
    """Note a maximum. It is valid from its date on, until the next one.

    Example: `wod maxes set back squat 315 lb --date 2021-03-08`
    """
    given = _LIFT_AND_WEIGHT.fullmatch(" ".join(words).strip())
    if not given:
        raise CommandError(f"{' '.join(words)!r} is not a maximum: write a lift and its weight, as in `snatch 100kg`.")
    weight = weight_of(given["weight"])
    lifter = load_lifter(weight.unit)
    on = day_of(day, date.today())
    if on > date.today():
        raise CommandError(f"{on} is still to come: a maximum is what you have lifted, with its --date.")
    own = maximum_of(known_lift(given["lift"]), weight, lifter, reps=reps, day=on.isoformat())
    save_lifter(replace(lifter, maxima=with_maximum(lifter.maxima, own)))
    typer.echo(f"{_shown(own)}, from {own.date} on.")


@app.command(name="remove")
def remove_maximum(
    words: Annotated[list[str], typer.Argument(metavar="LIFT", help="snatch")],
    day: Annotated[str, typer.Option("--date", metavar="DAY", help="Its day, as `wod maxes list` shows it.")],
    reps: Reps = 1,
) -> None:
    """Remove a maximum that was noted by mistake.

    Example: `wod maxes remove snatch --date 2021-03-08`
    """
    lifter = load_lifter()
    lift, on = known_lift(" ".join(words)), day_of(day, date.today()).isoformat()
    kept = [one for one in lifter.maxima if (one.lift, one.reps, one.date) != (lift, reps, on)]
    if len(kept) == len(lifter.maxima):
        raise CommandError(f"There is no {reps}-RM {lift} of {on}; `wod maxes list` shows what there is.")
    save_lifter(replace(lifter, maxima=kept))
    typer.echo(f"The {reps}-RM {lift} of {on} is gone.")


@app.command(name="list")
def list_maxima(
    words: Annotated[list[str] | None, typer.Argument(metavar="LIFT", help="Only of this lift.")] = None,
    as_json: AsJson = False,
) -> None:
    """List your maxima: for each lift the one that is valid now, and those before it.

    Example: `wod maxes list back squat`
    """
    maxima = load_lifter().maxima
    if words:
        lift = known_lift(" ".join(words))
        maxima = [one for one in maxima if one.lift == lift]
    if as_json:
        for one in maxima:
            typer.echo(sanitised_json(msgspec.to_builtins(one)))
        return
    if not maxima:
        raise CommandError("There are no maxima yet: `wod maxes set snatch 100kg`.")
    table = Table("Lift", Column("Reps", justify="right"), Column("Weight", justify="right"), "Since", "Before")
    for row in _rows(maxima):
        table.add_row(*map(sanitised, row))
    Console().print(table)


@app.command(name="import")
def import_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file from `wod maxes export` or the page.")],
) -> None:
    """Add the maxima of a file to yours, and use its settings; for the same day and lift the file's count.

    Example: `wod maxes import lifter.json`
    """
    try:
        imported = with_known_lifts(read_lifter(Path(file).read_bytes()))
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}.") from error
    except (BadInput, CommandError, ValueError) as error:
        raise CommandError(f"{file}: {error}") from error
    lifter = merged(load_lifter(), imported)
    save_lifter(lifter)
    number = len(imported.maxima)
    are = "maximum is" if number == 1 else "maxima are"
    typer.echo(f"{number} {are} in {lifter_path()}, which has {len(lifter.maxima)} now.")


@app.command(name="export")
def export_file(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The output file; otherwise it is printed.")
    ] = None,
) -> None:
    """Write your maxima and settings as a file for `wod maxes import` and the page.

    Example: `wod maxes export lifter.json`
    """
    text = write_lifter(load_lifter())
    if file is None:
        typer.echo(text, nl=False)
        return
    try:
        Path(file).write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise CommandError(f"{file}: {getattr(error, 'strerror', error)}.") from error


def _rows(maxima: list[Maximum]) -> Iterator[list[str]]:
    for (lift, reps), group in groupby(maxima, key=lambda one: (one.lift, one.reps)):
        *before, last = sorted(group, key=lambda one: one.date)
        earlier = [f"{one.weight:g} {one.unit} ({one.date})" for one in reversed(before)]
        yield [lift, str(reps), f"{last.weight:g} {last.unit}", last.date, ", ".join(earlier)]


def _shown(maximum: Maximum) -> str:
    return f"{maximum.reps}-RM {maximum.lift}: {maximum.weight:g} {maximum.unit}"
