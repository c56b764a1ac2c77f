"""Sessions and figures on a terminal."""

import re
from collections import Counter
from datetime import date
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Column, Table
from rich.text import Text

from wod.lifting.lifter import Lifter
from wod_cli.days import long_day
from wod_cli.said import said
from wod_cli.weights import needs_of, rung_text, rungs_of

_MOST_FINDINGS = 10

_SEGMENT = re.compile("segment_([a-z])")


def session_page(record: dict[str, Any], lifter: Lifter | None = None, *, readings: bool = False) -> RenderableType:
    """One session in full: the date, the warm-up, each segment under its letter and title, and the links.

    For a lifter, lines have the weights to load behind them, and the maxima that are missing stand at the end. With
    `readings` what was read from a line stands below it.
    """
    segments = _segments(record)
    titles = record.get("segment_titles", {})
    behind = _Behind(record, lifter, readings=readings)
    parts: list[RenderableType] = []
    if record["warm_up"]:
        parts.append(_section("Warm-up" if segments else "", Text(record["warm_up"])))
    for letter, text in segments.items():
        shown = behind.lines(letter, text.split("\n"))
        parts.append(_section(_titled(letter, titles.get(letter.lower(), "")), Text("\n").join(shown)))
    if record.get("struck_out"):
        parts.append(_section("Struck out", Text("\n".join(record["struck_out"]), style="strike")))
    if record.get("pictures"):
        pictures = [text or "a picture without a description" for text in record["pictures"]]
        parts.append(_section("Pictures", Text("\n".join(pictures))))
    if record.get("links"):
        links = dict.fromkeys(f"{link['text']}: {link['url']}" for link in record["links"] if link["url"])
        parts.append(_section("Links", Text("\n".join(links))))
    parts += [Text(sentence, style="italic") for sentence in behind.needs]
    title = Text(f"{long_day(date.fromisoformat(record['date']))} · {_name_of(record)}")
    return Panel(Group(*parts), title=title, title_align="left", box=box.ROUNDED)


def week_table(records: list[dict[str, Any]]) -> Table:
    """A week at a glance: one row a session, and of each part the line that says what is lifted."""
    table = Table("Date", "Session", "Training", title="The week", title_justify="left", show_lines=True)
    for record in records:
        segments = _segments(record)
        warm_up = _gist(record["warm_up"])
        parts = [f"Warm-up: {warm_up}" if warm_up and segments else warm_up]
        parts += [f"{letter}. {_gist(text)}" for letter, text in segments.items()]
        table.add_row(Text(record["date"]), Text(_name_of(record)), Text("\n".join(filter(None, parts))))
    return table


def figures_table(figures: dict[str, Any]) -> RenderableType:
    """The figures of a week that fit on a screen; all of them are in the gold file."""
    tables = [_overview(figures), _volumes(figures), _zones(figures["totals"])]
    return Group(*tables, *([_findings(figures["quality"])] if figures["quality"]["findings"] else []))


def _name_of(record: dict[str, Any]) -> str:
    """The session's name, with its level, and whether it is optional or left out of the figures."""
    name: str = record["session"]
    level = record.get("level") or ""
    marks = [
        "" if level.casefold() in name.casefold() else level,
        "optional" if record.get("optional") and "optional" not in name.casefold() else "",
        "" if record.get("counted", True) else "not in the week's figures",
    ]
    return " · ".join([name, *filter(None, marks)])


def _titled(letter: str, title: str) -> str:
    """The heading of a part. A title that begins with the letter, as in `A) Strength`, needs no other."""
    if re.match(rf"{letter}\s*[.):–-]", title, re.IGNORECASE):
        return title
    return f"{letter} · {title}" if title else letter


class _Behind:
    """What stands behind and below the lines of a session."""

    def __init__(self, record: dict[str, Any], lifter: Lifter | None, *, readings: bool) -> None:
        self._prescriptions = record["prescriptions"]
        self._readings = readings
        rungs = rungs_of(record, lifter) if lifter else []
        self.needs = needs_of(rungs)
        self._weights = [
            rung_text(prescription, rung, lifter.settings) if lifter else Text()
            for prescription, rung in zip(self._prescriptions, rungs, strict=bool(lifter))
        ] or [Text()] * len(self._prescriptions)

    def lines(self, letter: str, lines: list[str]) -> list[Text]:
        """Return the lines of a segment."""
        places = self._places(letter, lines)
        return [self._line(line, places.get(number, [])) for number, line in enumerate(lines)]

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
        if weights := [self._weights[place] for place in places if self._weights[place]]:
            shown.append("  → ").append_text(Text(", ").join(weights))
        for place in places if self._readings else []:
            shown.append(f"\n  = {said(self._prescriptions[place])}", style="dim")
        return shown


def _overview(figures: dict[str, Any]) -> Table:
    week, days, totals, quality = (figures[name] for name in ("week", "days", "totals", "quality"))
    title = f"Gold: {week['start_date']} to {week['end_date']}"
    table = Table(title=title, title_justify="left", show_header=False)
    for name in ("training", "rest", "missing"):
        table.add_row(f"{name} days", Text(", ".join(days[name]) or "none"))
    table.add_row("sessions", f"{totals['sessions']}, with {totals['segments']} segments")
    if totals["optional"]["sessions"]:
        extra = totals["optional"]
        table.add_row("optional sessions", f"{extra['sessions']}, with {extra['segments']} segments")
    tests = [f"{test['date']} {test['rep_max']}-RM {test['movement']}" for test in figures["tests"]]
    table.add_row("tests", Text("\n".join(tests) or "none"))
    counts = ", ".join(f"{name} {quality[name]}" for name in ("read", "notes", "unread", "doubtful"))
    table.add_row("lines of segments", f"{counts}: {_figure(quality['percent_recognised'])}% recognised")
    table.add_row("before the first day", f"{sum(len(post['lines']) for post in quality['preambles'])} lines")
    table.add_row("findings", str(len(quality["findings"])))
    return table


def _volumes(figures: dict[str, Any]) -> Table:
    """A row for the week, each family and each lift, with its difference from the week before below it."""
    totals, comparison = figures["totals"], figures["comparison"]
    title = "Volume, with the change from the week before" if comparison else "Volume"
    numbers = [Column(name, justify="right") for name in ("Sets", "Reps", "Mean %", "Top %", "Minutes", "Tests")]
    table = Table("", *numbers, title=title, title_justify="left")
    table.add_row("the week", *_volume(totals["volume"]))
    if comparison:
        table.add_row(*_difference(comparison["volume"]), style="dim")
    if totals["optional"]["sessions"]:
        table.add_row("optional sessions", *_volume(totals["optional"]["volume"]))
    for group in ("families", "lifts"):
        table.add_section()
        differences = {entry["name"]: entry["volume"] for entry in comparison[group]} if comparison else {}
        for entry in totals[group]:
            table.add_row(_name(entry, group), *_volume(entry["volume"]))
            if entry["name"] in differences:
                table.add_row(*_difference(differences[entry["name"]]), style="dim")
    return table


def _volume(volume: dict[str, Any]) -> list[str]:
    sets = _range(volume["sets"], volume["sets_max"])
    reps = _range(volume["reps_min"], volume["reps_max"])
    return [sets, reps, *(_figure(volume[name]) for name in ("mean_percent", "top_percent", "minutes", "tests"))]


def _difference(volume: dict[str, Any]) -> list[str]:
    names = ("sets", "reps_min", "mean_percent", "top_percent", "minutes", "tests")
    return ["  change", *(_figure(volume[name], "+") for name in names)]


def _zones(totals: dict[str, Any]) -> Table:
    """A row for the week, and for each family and lift of which percents are stated."""
    zones = [Column(zone["zone"], justify="right") for zone in totals["volume"]["zones"]]
    table = Table("", *zones, title="Repetitions by percent", title_justify="left")
    table.add_row("the week", *_reps_by_zone(totals["volume"]))
    for group in ("families", "lifts"):
        table.add_section()
        for entry in totals[group]:
            if entry["volume"]["top_percent"] is not None:
                table.add_row(_name(entry, group), *_reps_by_zone(entry["volume"]))
    return table


def _reps_by_zone(volume: dict[str, Any]) -> list[str]:
    bounds = [(zone["reps_min"], zone["reps_max"]) for zone in volume["zones"]]
    return ["" if fewest == most == 0 else _range(fewest, most) for fewest, most in bounds]


def _findings(quality: dict[str, Any]) -> Table:
    table = Table("Where", "Line", "Finding", show_lines=True, title="Worth a look", title_justify="left")
    findings = quality["findings"]
    for finding in findings[:_MOST_FINDINGS]:
        place = f"{finding['date']} {finding['session']} {finding['segment'].upper()}"
        table.add_row(*map(Text, (place, finding["line"], finding["message"])))
    if len(findings) > _MOST_FINDINGS:
        table.add_row(f"and {len(findings) - _MOST_FINDINGS} more")
    return table


def _name(entry: dict[str, Any], group: str) -> Text:
    nameless = {"families": "not in the catalogue", "lifts": "no lift known"}
    return Text(entry["name"] or nameless[group])


def _range(least: int | None, most: int | None) -> str:
    if least is None or least == most:
        return _figure(least)
    return f"{least}+" if most is None else f"{least}-{most}"


def _figure(value: float | None, sign: str = "") -> str:
    """A number; a dash where it is not stated."""
    return "-" if value is None else f"{value:{sign}}"


def _segments(record: dict[str, Any]) -> dict[str, str]:
    """The texts of the segments that the day has, by their letters."""
    letters = {match[1]: text for name, text in record.items() if text and (match := _SEGMENT.fullmatch(name))}
    return {letter.upper(): letters[letter] for letter in sorted(letters)}


def _section(heading: str, text: Text) -> RenderableType:
    """A part of a session; what stands in a day without segments is no warm-up, and has no heading."""
    return Group(*([Text(heading, style="bold")] if heading else []), text, Text())


def _gist(text: str) -> str:
    """The first line, and where that only introduces the next (`Every 2 minutes:`) that one as well."""
    lines = text.split("\n")
    shown = 2 if lines[0].endswith(":") else 1
    return " ".join([*lines[:shown], *(["…"] if len(lines) > shown else [])])
