"""The figures of a week on a terminal."""

from typing import Any

from rich.console import Group, RenderableType
from rich.table import Column, Table
from rich.text import Text

from wod_cli.terminal.text import counted

_MOST_FINDINGS = 10


def figures_table(figures: dict[str, Any]) -> RenderableType:
    """Return tables of the figures of a week that fit on a screen; the gold file has all of them."""
    tables = [_overview(figures), _volumes(figures), _zones(figures["totals"])]
    return Group(*tables, *([_findings(figures["quality"])] if figures["quality"]["findings"] else []))


def _overview(figures: dict[str, Any]) -> Table:
    week, days, totals, quality = (figures[name] for name in ("week", "days", "totals", "quality"))
    title = f"Gold: {week['start_date']} to {week['end_date']}"
    table = Table(title=title, title_justify="left", show_header=False)
    for name in ("training", "rest", "missing"):
        table.add_row(f"{name} days", Text(", ".join(days[name]) or "none"))
    table.add_row("sessions", f"{totals['sessions']}, with {counted(totals['segments'], 'segment')}")
    if totals["optional"]["sessions"]:
        extra = totals["optional"]
        table.add_row("optional sessions", f"{extra['sessions']}, with {counted(extra['segments'], 'segment')}")
    tests = [f"{test['date']} {test['rep_max']}-RM {test['movement']}" for test in figures["tests"]]
    table.add_row("tests", Text("\n".join(tests) or "none"))
    counts = ", ".join(f"{name} {quality[name]}" for name in ("read", "notes", "unread", "doubtful"))
    table.add_row("lines of segments", f"{counts}: {_figure(quality['percent_recognised'])}% recognised")
    table.add_row("before the first day", counted(sum(len(post["lines"]) for post in quality["preambles"]), "line"))
    table.add_row("findings", str(len(quality["findings"])))
    return table


def _volumes(figures: dict[str, Any]) -> Table:
    """Return a row for the week, each family and each lift, each with the difference from the week before below it."""
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
    """Return a row for the week, and for each family and lift with stated percents."""
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
    """Return a number as text; a dash if it is not stated."""
    return "-" if value is None else f"{value:{sign}}"
