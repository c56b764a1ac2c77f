"""Shared output of commands that list things."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, track
from rich.table import Column, Table
from rich.text import Text
from typer.core import TyperGroup

AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines on standard output, for programs.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


_GAP = 2  # between columns
_NARROWEST = 14

type Row = tuple[Sequence[str | Text], Text | None]
"""The cells of a row, and the text below them."""


class ListsByDefault(TyperGroup):
    """A group of commands that lists by default."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the arguments, with `list` in front if they name no command."""
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


def with_reasons(columns: Sequence[Column], rows: Sequence[Row], width: int) -> RenderableType:
    """Return a table for a terminal of this width, with the reason for each row below it and as wide as the terminal.

    A column that folds gets what the others leave.
    """
    lines = [[str(column.header) for column in columns], *([str(cell) for cell in cells] for cells, _ in rows)]
    widths = [max(cell_len(line) for row in lines for line in row[place].split("\n")) for place in range(len(columns))]
    for place, column in enumerate(columns):
        if column.overflow == "fold":
            others = sum(widths) - widths[place] + _GAP * (len(columns) - 1)
            widths[place] = min(widths[place], max(width - others, _NARROWEST))

    def row_of(cells: Sequence[RenderableType], style: str = "") -> Table:
        grid = Table.grid(padding=(0, _GAP, 0, 0))
        for column, wide in zip(columns, widths, strict=True):
            grid.add_column(justify=column.justify, overflow=column.overflow, width=wide)
        grid.add_row(*cells, style=style)
        return grid

    parts: list[RenderableType] = [row_of([column.header for column in columns], "bold")]
    for cells, reason in rows:
        parts += [row_of(cells), *([Padding(reason, (0, 0, 0, _GAP))] if reason else [])]
    return Group(*parts)


def tracked[T](things: Sequence[T], doing: str) -> Iterator[T]:
    """Yield each thing, with a progress bar at a terminal."""
    console = Console(stderr=True)
    disable = len(things) < 2 or not console.is_terminal
    yield from track(things, doing, console=console, disable=disable, transient=True)


@contextmanager
def counting(doing: str) -> Iterator[Callable[[int, int | None, Iterable[str]], None]]:
    """Show a progress bar at a terminal, and remove it at the end. Yield its setter: the number done, the total if
    known, and what is at work; without a terminal each of the latter is printed when it is first named."""
    console = Console(stderr=True)
    if not console.is_terminal:
        named: set[str] = set()

        def print_once(_done: int, _total: int | None, at_work: Iterable[str]) -> None:
            for name in at_work:
                if name not in named:
                    console.print(f"{doing}: {name}", soft_wrap=True, highlight=False)
                    named.add(name)

        yield print_once
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[beside]}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(doing, total=None, beside="")
        yield lambda done, total, at_work: progress.update(task, completed=done, total=total, beside=", ".join(at_work))


def age_since(moment: datetime) -> str:
    """Return the age of a moment, in its largest unit: `12 min`."""
    seconds = max(0, int((datetime.now(UTC) - moment).total_seconds()))
    for unit, size in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
