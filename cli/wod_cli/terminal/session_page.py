"""Sessions on a terminal."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from wod.lifting.lifter import Lifter
from wod.site.board import HEADING, TITLE_LINE
from wod.site.edits import Change
from wod_cli.lifter.days import long_day
from wod_cli.lifter.weights import needs_of, rung_text, rungs_of
from wod_cli.terminal.prescription_line import prescription_line

_SEGMENT = re.compile("segment_([a-z])")


def session_page(
    record: dict[str, Any], lifter: Lifter | None = None, *, changes: Sequence[Change] = (), readings: bool = False
) -> RenderableType:
    """Return one session in full: the date, the warm-up, each segment under its letter and title, and the links.

    For a lifter, lines have the weights to load after them, and missing maxima are listed at the end. A line that the
    coach changed has its earlier text below it, and with `readings` its reading.
    """
    segments = _segments(record)
    titles = record.get("segment_titles", {})
    margin = _Margin(record, lifter, changes, readings=readings)
    parts: list[RenderableType] = [*margin.edit(*HEADING)]
    if record["warm_up"]:
        parts.append(_section("Warm-up" if segments else "", margin.text("", record["warm_up"])))
    for letter, text in segments.items():
        lines = [*margin.edit(letter.lower(), TITLE_LINE), margin.text(letter, text)]
        parts.append(_section(_titled(letter, titles.get(letter.lower(), "")), Text("\n").join(lines)))
    if removed := [f"{change.before}  ┆ {_when(change)}" for change in changes if not change.text]:
        parts.append(_section("Taken out", Text("\n".join(removed), style="dim")))
    if record.get("struck_out"):
        parts.append(_section("Struck out", Text("\n".join(record["struck_out"]), style="strike")))
    if record.get("pictures"):
        pictures = [text or "a picture without a description" for text in record["pictures"]]
        parts.append(_section("Pictures", Text("\n".join(pictures))))
    if record.get("links"):
        links = dict.fromkeys(f"{link['text']}: {link['url']}" for link in record["links"] if link["url"])
        parts.append(_section("Links", Text("\n".join(links))))
    parts += [Text(sentence, style="italic") for sentence in margin.needs]
    title = Text(f"{long_day(date.fromisoformat(record['date']))} · {_name_of(record)}")
    return Panel(Group(*parts), title=title, title_align="left", box=box.ROUNDED)


def week_table(records: list[dict[str, Any]]) -> Table:
    """Return a week at a glance: one row per session, with the line of each part that names the lift."""
    table = Table("Date", "Session", "Training", title="The week", title_justify="left", show_lines=True)
    for record in records:
        segments = _segments(record)
        warm_up = _gist(record["warm_up"])
        parts = [f"Warm-up: {warm_up}" if warm_up and segments else warm_up]
        parts += [f"{letter}. {_gist(text)}" for letter, text in segments.items()]
        table.add_row(Text(record["date"]), Text(_name_of(record)), Text("\n".join(filter(None, parts))))
    return table


def _name_of(record: dict[str, Any]) -> str:
    """Return the session's name, with its level, and whether it is optional or left out of the figures."""
    name: str = record["session"]
    level = record.get("level") or ""
    marks = [
        "" if level.casefold() in name.casefold() else level,
        "optional" if record.get("optional") and "optional" not in name.casefold() else "",
        "" if record.get("counted", True) else "not in the week's figures",
    ]
    return " · ".join([name, *filter(None, marks)])


def _titled(letter: str, title: str) -> str:
    """Return the heading of a part. A title that begins with the letter, as in `A) Strength`, needs no other."""
    if re.match(rf"{letter}\s*[.):–-]", title, re.IGNORECASE):
        return title
    return f"{letter} · {title}" if title else letter


def _when(change: Change) -> str:
    """Return `changed Tue 9 Mar 18:10 CET`, in the time zone of this machine, as a page does in the phone's."""
    at = datetime.fromisoformat(change.when).replace(tzinfo=UTC).astimezone()
    return f"changed {at:%a} {at.day} {at:%b %H:%M %Z}"


class _Margin:
    """The weights, readings and changes that are shown after and below the lines of a session."""

    def __init__(
        self, record: dict[str, Any], lifter: Lifter | None, changes: Sequence[Change], *, readings: bool
    ) -> None:
        self._prescriptions = record["prescriptions"]
        self._changes = {(change.segment, change.line): change for change in changes if change.text}
        self._readings = readings
        rungs = rungs_of(record, lifter) if lifter else []
        self.needs = needs_of(rungs)
        self._weights: dict[int, Text] = {}
        if lifter:
            for place, (prescription, rung) in enumerate(zip(self._prescriptions, rungs, strict=True)):
                self._weights[place] = rung_text(prescription, rung, lifter.settings)

    def text(self, letter: str, text: str) -> Text:
        """Return the text of a segment, or of the warm-up, which has no letter."""
        lines = text.split("\n")
        places = self._places(letter, lines)
        shown = []
        for number, line in enumerate(lines):
            shown.append(self._line(line, places.get(number, [])))
            shown += self.edit(letter.lower(), number)
        return Text("\n").join(shown)

    def edit(self, segment: str, line: int) -> list[Text]:
        """Return the coach's change at a place, in a line; empty if there is none."""
        change = self._changes.get((segment, line))
        before = f"was: {change.before}" if change and change.before else "new"
        return [Text(f"  ┆ {_when(change)}, {before}", style="dim")] if change else []

    def _places(self, letter: str, lines: list[str]) -> dict[int, list[int]]:
        """Return the places of a segment's prescriptions in the session by the numbers of their lines.

        A prescription that was stored before lines had numbers belongs to the line with its text, if there is only one.
        """
        times = Counter(lines)
        only = {line: number for number, line in enumerate(lines) if times[line] == 1}
        found: dict[int, list[int]] = {}
        for place, prescription in enumerate(self._prescriptions):
            if prescription["segment"] == letter.lower():
                line = prescription["line"] if "line" in prescription else only.get(prescription["text"], -1)
                found.setdefault(int(line), []).append(place)
        return found

    def _line(self, line: str, places: list[int]) -> Text:
        shown = Text(line)
        if weights := [weight for place in places if (weight := self._weights.get(place))]:
            shown.append("  → ").append_text(Text(", ").join(weights))
        for place in places if self._readings else []:
            shown.append(f"\n  = {prescription_line(self._prescriptions[place])}", style="dim")
        return shown


def _segments(record: dict[str, Any]) -> dict[str, str]:
    """Return the texts of the segments that the day has, by their letters."""
    letters = {match[1]: text for name, text in record.items() if text and (match := _SEGMENT.fullmatch(name))}
    return {letter.upper(): letters[letter] for letter in sorted(letters)}


def _section(heading: str, text: Text) -> RenderableType:
    """Return a part of a session below its heading; the text of a day without segments has none."""
    return Group(*([Text(heading, style="bold")] if heading else []), text, Text())


def _gist(text: str) -> str:
    """Return the first line, and the next as well if the first only introduces it (`Every 2 minutes:`)."""
    lines = text.split("\n")
    shown = 2 if lines[0].endswith(":") else 1
    return " ".join([*lines[:shown], *(["…"] if len(lines) > shown else [])])
