"""`wod history`: a lift over all years, as dots by repetitions."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from wod.blog import Blog
from wod.lifting.prescribed_load import prescribed_load
from wod.plumbing.current_blog import current_blog
from wod.plumbing.table import all_sessions
from wod_cli import PROGRAMME
from wod_cli.deployed.stack import ProgrammeOption, StageOption, find_stack, read_as, use
from wod_cli.errors import CommandError
from wod_cli.lifter.file import known_lift, load_lifter
from wod_cli.terminal.listing import AsJson
from wod_cli.terminal.text import sanitised, sanitised_json

_ROWS = 16
_WIDEST = 120
_LAST = 10
_STEP = 5  # percent


@dataclass(frozen=True)
class HistoryRow:
    """One prescription of a lift."""

    date: str
    session: str
    movement: str
    sets: int | None
    reps: int | None
    percent_min: float | None
    percent_max: float | None
    rep_max_test: int | None

    @property
    def percent(self) -> float | None:
        """The higher end of the percents, or the only one."""
        return self.percent_max if self.percent_max is not None else self.percent_min


def history(
    words: Annotated[list[str], typer.Argument(metavar="LIFT", help="snatch, back squat")],
    as_json: AsJson = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Plot the percents of a lift over the years: a dot is a set, and its number the repetitions.

    Example: `wod history back squat`
    """
    stack = find_stack(stage, programme)
    read_as(stack)
    use(stack)
    lift = known_lift(" ".join(words))
    rows = sorted(history_of(lift, all_sessions(), current_blog()), key=lambda one: (one.date, one.session))
    if not rows:
        raise CommandError(f"No stored session prescribes {lift}.")
    if as_json:
        for one in rows:
            typer.echo(sanitised_json(asdict(one)))
        return
    console = Console()
    if any(one.percent is not None for one in rows):
        console.print(f"[bold]{lift}[/]: percent by date, each dot the repetitions of its sets ('+' for ten and more)")
        console.print(dots(rows, min(console.width, _WIDEST)))
    console.print(_table(rows[-_LAST:], len(rows)))
    for own in load_lifter().maxima:
        if own.lift == lift:
            console.print(f"Your {own.reps}-RM: {own.weight:g} {own.unit}, from {own.date} on")


def history_of(lift: str, records: Sequence[dict[str, Any]], blog: Blog) -> Iterator[HistoryRow]:
    """Yield the prescriptions of a lift: its percents, whatever the movement, and the lift itself."""
    for record in records:
        for p in record["prescriptions"]:
            load = prescribed_load(p, blog)
            if lift == (load.lift if load and load.lift else p["lift"]):
                movement = p["canonical_movement"] or p["movement"]
                percents = (p["percent_min"], p["percent_max"])
                yield HistoryRow(
                    record["date"], record["session"], movement, p["sets"], p["reps_min"], *percents, p["rep_max_test"]
                )


def dots(rows: Sequence[HistoryRow], width: int) -> Text:
    """Draw percents by date. If several sets share one place the fewest repetitions are shown, which are the
    hardest."""
    points = [
        (date.fromisoformat(one.date).toordinal(), one.percent, one.reps) for one in rows if one.percent is not None
    ]
    days = [day for day, _, _ in points]
    first, last = min(days), max(days)
    lowest = int(min(percent for _, percent, _ in points) // _STEP * _STEP)
    highest = max(int(-(-max(percent for _, percent, _ in points) // _STEP) * _STEP), lowest + _STEP)
    margin = len(f"{highest} % ")
    columns = width - margin - 1
    cells: dict[tuple[int, int], int | None] = {}
    for day, percent, reps in points:
        column = round((day - first) / max(1, last - first) * (columns - 1))
        row = round((highest - percent) / (highest - lowest) * (_ROWS - 1))
        there = cells.get((row, column))
        cells[row, column] = reps if there is None else min(there, reps or there)
    labelled = {
        round((highest - percent) / (highest - lowest) * (_ROWS - 1)): percent
        for percent in range(lowest, highest + 1, _STEP)
    }
    plot = Text()
    for row in range(_ROWS):
        label = f"{labelled[row]} %" if row in labelled else ""
        line = "".join(_dot(cells[row, column]) if (row, column) in cells else " " for column in range(columns))
        plot.append(f"{label:>{margin - 1}} │", style="dim").append(f"{line.rstrip()}\n")
    ends = f"{date.fromordinal(first)}", f"{date.fromordinal(last)}" if last > first else ""
    plot.append(f"{'':{margin - 1}} └{'─' * columns}\n", style="dim")
    plot.append(f"{'':{margin + 1}}{ends[0]}{ends[1]:>{max(0, columns - len(ends[0]))}}", style="dim")
    return plot


def _dot(reps: int | None) -> str:
    return "·" if reps is None else "+" if reps > 9 else str(reps)


def _table(rows: Sequence[HistoryRow], of: int) -> Table:
    numbers = [Column(name, justify="right") for name in ("Sets", "Reps", "Percent")]
    title = f"The last {len(rows)} of {of}" if of > len(rows) else f"All {of}"
    table = Table("Date", "Session", "Movement", *numbers, title=title, title_justify="left")
    for one in rows:
        ends = [f"{percent:g}" for percent in (one.percent_min, one.percent_max) if percent is not None]
        percent = "-".join(dict.fromkeys(ends)) or (f"{one.rep_max_test}-RM test" if one.rep_max_test else "")
        table.add_row(
            *map(sanitised, (one.date, one.session, one.movement, str(one.sets or ""), str(one.reps or ""), percent))
        )
    return table
