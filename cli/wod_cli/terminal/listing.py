"""What the commands that work on many things have in common."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, track
from typer.core import TyperGroup

AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines on standard output, for programs.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


class ListsByDefault(TyperGroup):
    """A group of commands that lists where no command is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


def tracked[T](things: Sequence[T], doing: str) -> Iterator[T]:
    """One after another, with a bar that tells a person at a terminal how many are done."""
    console = Console(stderr=True)
    disable = len(things) < 2 or not console.is_terminal
    yield from track(things, doing, console=console, disable=disable, transient=True)


@contextmanager
def counting(doing: str) -> Iterator[Callable[[int, int | None, str], None]]:
    """Show a bar at a terminal, which is gone in the end. Give what sets it: how many of how many are done, if that is
    known yet, and what else there is to say.
    """
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[beside]}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(doing, total=None, beside="")
        yield lambda done, total, beside: progress.update(task, completed=done, total=total, beside=beside)


def age_since(moment: datetime) -> str:
    """How long ago a moment was, in its largest unit: `12 min`."""
    seconds = max(0, int((datetime.now(UTC) - moment).total_seconds()))
    for unit, size in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
