"""Sessions and figures on a terminal."""

from datetime import date
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text


def session_page(record: dict[str, Any]) -> RenderableType:
    """One session in full: the date, the warm-up, and each segment under its letter."""
    parts: list[RenderableType] = []
    if record["warm_up"]:
        parts.append(_section("Warm-up", record["warm_up"]))
    for letter, text in _segments(record).items():
        parts.append(_section(letter, text))
    day = date.fromisoformat(record["date"])
    title = Text(f"{day:%A} {day.day} {day:%B %Y} · {record['session']}")
    return Panel(Group(*parts), title=title, title_align="left", box=box.ROUNDED)


def week_table(records: list[dict[str, Any]]) -> Table:
    """A week at a glance: one row a session, the first line of each part."""
    table = Table("Date", "Session", "Warm-up", "Segments", title="The week", title_justify="left", show_lines=True)
    for record in records:
        segments = [f"{letter}. {_first_line(text)}" for letter, text in _segments(record).items()]
        table.add_row(
            Text(record["date"]),
            Text(record["session"]),
            Text(_first_line(record["warm_up"])),
            Text("\n".join(segments)),
        )
    return table


def figures_table(figures: dict[str, Any]) -> Table:
    """The figures of a week that fit on a screen; all of them are in the gold file."""
    week, days, totals = figures["week"], figures["days"], figures["totals"]
    table = Table("Figure", "Value", title=f"Gold: {week['start_date']} to {week['end_date']}", title_justify="left")
    for name in ("training", "rest", "missing"):
        table.add_row(f"{name} days", Text(", ".join(days[name]) or "none"))
    for name, value in totals.items():
        if value is None or isinstance(value, int | float):
            table.add_row(name.replace("_", " "), "not stated" if value is None else str(value))
    return table


def _segments(record: dict[str, Any]) -> dict[str, str]:
    """The texts of the segments that the day has, by their letters."""
    columns = sorted(name for name in record if name.startswith("segment_"))
    return {name[-1].upper(): record[name] for name in columns if record[name]}


def _section(heading: str, text: str) -> RenderableType:
    return Group(Text(heading, style="bold"), Text(text), Text())


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0]
