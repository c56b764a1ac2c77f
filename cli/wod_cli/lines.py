"""`wod lines`: each line of a post with its kind and what was read from it, for whoever mends the notation."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wod.errors import BadInput
from wod.keys import bronze_key
from wod.notation.composition import by_line, read_segment
from wod.reading.post import read_post
from wod.reading.records import read_records
from wod_cli.plain import plain_json
from wod_cli.problem import Problem
from wod_cli.raw_post import bytes_of

_COLORS = {
    "scheme": "cyan",
    "movement": "green",
    "set line": "green",
    "test": "magenta",
    "rest": "blue",
    "connector": "blue",
    "note": "dim",
    "unread": "bold red",
}


def lines(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A raw post; - is standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one line of the post each.")] = False,
) -> None:
    """Show each line of a post's segments with its kind, what was read from it, and what is doubtful."""
    try:
        rows = list(read_rows(bytes_of(file)))
    except OSError as error:
        raise Problem(f"{file}: {error.strerror}.") from error
    except BadInput as error:
        raise Problem(f"{file}: {error}") from error
    if as_json:
        for row in rows:
            typer.echo(plain_json(row))
        return
    console = Console()
    for heading in dict.fromkeys((row["date"], row["session"]) for row in rows):
        console.print(_table(heading, [row for row in rows if (row["date"], row["session"]) == heading]))
    kinds = Counter(row["kind"] for row in rows)
    console.print(f"{len(rows)} lines: " + ", ".join(f"{kinds[kind]} {kind}" for kind in _COLORS if kinds[kind]) + ".")


def read_rows(body: bytes) -> Iterator[dict[str, Any]]:
    """Each line of the segments of a raw post, in order: where it stands, its kind, its prescriptions, its findings.

    Raises BadInput where it is no post that can be read.
    """
    for record in read_records(body, bronze_key(read_post(body)), "", "").records:
        for name in sorted(name for name in record if name.startswith("segment_")):
            reading = read_segment(name[-1], record[name])
            asked = [prescription.model_dump() for prescription in reading.prescriptions]
            shares = by_line([line.text for line in reading.lines], asked)
            for line, share in zip(reading.lines, shares, strict=True):
                yield {
                    "date": record["date"],
                    "session": record["session"],
                    "segment": name[-1],
                    "kind": line.kind,
                    "text": line.text,
                    "prescriptions": share,
                    "findings": [finding.message for finding in reading.findings if finding.line == line.text],
                }


def _table(heading: tuple[str, str], rows: list[dict[str, Any]]) -> Table:
    title = Text(" · ".join(heading))
    table = Table("", "Line", "Kind", "Read", title=title, title_justify="left", title_style="bold")
    letter = ""
    for row in rows:
        color = _COLORS[row["kind"]]
        read = "\n".join(_said(prescription) for prescription in row["prescriptions"])
        doubts = "\n".join(row["findings"])
        table.add_row(
            "" if row["segment"] == letter else row["segment"].upper(),
            Text(row["text"], style=color),
            Text(row["kind"], style=color),
            Text("\n".join(part for part in (read, doubts) if part), style="red" if doubts else ""),
        )
        letter = row["segment"]
    return table


def _said(prescription: dict[str, Any]) -> str:
    """A prescription in one line: `Hip Snatch: sets 6-8: 3 x 1 @ 75-80% of 1-RM Snatch, every 2:00, in 16:00`."""
    p = prescription
    name = p["canonical_movement"] or f"{p['movement']} (unknown)"
    parts = [
        _sets_and_amount(p),
        f"{p['rep_max_test']}-RM test" if p["rep_max_test"] else "",
        f"every {_clock(p['interval_seconds'])}" if p["interval_seconds"] else "",
        f"in {_clock(p['total_seconds'])}" if p["total_seconds"] else "",
        f"rest {_range(p['rest_seconds'], p['rest_seconds_max'] or p['rest_seconds'], _clock)}"
        if p["rest_seconds"] is not None
        else "",
        p["format"] or "",
    ]
    return f"{name}: " + ", ".join(part for part in parts if part)


def _sets_and_amount(p: dict[str, Any]) -> str:
    which = f"set {_range(p['first_set'], p['last_set'], str)}: " if p["first_set"] else ""
    amounts = [
        "-".join(map(str, p["reps_per_set"])) if p["reps_per_set"] else _range(p["reps_min"], p["reps_max"], str),
        _range(p["duration_seconds_min"], p["duration_seconds_max"], _clock),
        f"{p['distance']:g} {p['distance_unit']}" if p["distance"] else "",
        f"{calories} calories" if (calories := _range(p["calories_min"], p["calories_max"], str)) else "",
        "max reps" if p["max_reps"] else "",
    ]
    amount = " ".join(part for part in amounts if part) + (" each side" if p["each_side"] else "")
    sets = _range(p["sets"], p["sets_max"] or p["sets"], str)
    times = " x ".join(part for part in (sets, amount) if part)
    return which + times + _load(p)


def _load(p: dict[str, Any]) -> str:
    of = f" of {f'{rm}-RM ' if (rm := p['percent_of_rep_max']) else ''}{p['percent_of'] or ''}".rstrip()
    loads = [
        f"{_range(p['percent_min'], p['percent_max'], _figure)}%{of if of != ' of' else ''}"
        if p["percent_min"]
        else "",
        f"{p['weight']:g}{_women(p)} {p['weight_unit']}" if p["weight"] is not None else "",
        f"RPE {_range(p['rpe_min'], p['rpe_max'], _figure)}" if p["rpe_min"] else "",
        f"tempo {p['tempo']}" if p["tempo"] else "",
    ]
    return "".join(f" @ {load}" for load in loads if load)


def _women(p: dict[str, Any]) -> str:
    return f"/{p['weight_women']:g}" if p["weight_women"] is not None else ""


def _range[Value](least: Value | None, most: Value | None, shown: Callable[[Value], str]) -> str:
    if least is None:
        return ""
    if most is None:
        return f"{shown(least)}+"
    return shown(least) if least == most else f"{shown(least)}-{shown(most)}"


def _figure(value: float) -> str:
    return f"{value:g}"


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
