"""`wod export`: sessions for other programs."""

import csv
import io
import json
import sys
from collections.abc import Callable, Sequence
from copy import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from wod.lifting.loads import own_sessions
from wod.models import Prescription
from wod.plumbing.current_blog import current_blog
from wod.plumbing.table import all_sessions, sessions_of_days
from wod.site.words import words_of
from wod_cli import PROGRAMME
from wod_cli.deployed.kept_weeks import kept_weeks
from wod_cli.deployed.stack import ProgrammeOption, StageOption, find_stack, read_as, use
from wod_cli.errors import CommandError
from wod_cli.lifter.days import days_of
from wod_cli.lifter.file import load_lifter
from wod_cli.lifter.liftoscript import NotExpressible, liftoscript
from wod_cli.terminal.text import visible

_OF_SESSION = ("date", "session", "level", "counted", "optional")


class Format(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    PARQUET = "parquet"
    JSON = "json"
    ICS = "ics"
    LIFTOSCRIPT = "liftoscript"


def export(
    when: Annotated[
        str | None,
        typer.Argument(metavar="WEEK|DAY", help="2021-W10, this, friday, 2021-03-08; otherwise everything."),
    ] = None,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="csv, parquet, json, ics or liftoscript; csv and parquet have a row for each prescription.",
        ),
    ] = Format.CSV,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="The output file; otherwise it is printed.")
    ] = None,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Write sessions as CSV, Parquet, JSON, a calendar or Liftoscript. Exit status 1 if there are none.

    Example: `wod export 2021-W10 --format ics -o week.ics`
    """
    days = days_of(when, date.today()) if when is not None else None
    lifter = load_lifter()
    if form is Format.PARQUET and output is None and sys.stdout.isatty():
        raise CommandError("Parquet is not text: name a file with -o.")
    stack = find_stack(stage, programme)
    read_as(stack)
    use(stack)
    found = sessions_of_days(days) if days is not None else all_sessions()
    records = sorted(own_sessions(found, lifter.settings.level), key=lambda one: (one["date"], one["session"]))
    if not records:
        named = f" for {when}" if when else ""
        raise CommandError(f"No session is stored{named}; `wod fetch` or `wod drop` brings a post.")
    try:
        _write(_FORMS[form](records), output)
    except NotExpressible as missing:
        raise CommandError(f"Liftoscript cannot express all of this, so nothing was written. {missing}") from missing


def rows_of(records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a row for each prescription, with its session; each row has each field."""
    defaults: dict[str, Any] = dict.fromkeys(Prescription.__struct_fields__)
    return [
        {name: record.get(name) for name in _OF_SESSION} | defaults | prescription
        for record in records
        for prescription in record["prescriptions"]
    ]


def csv_of(records: Sequence[dict[str, Any]]) -> bytes:
    """Return a row for each prescription. Lists are JSON, and text that a spreadsheet would evaluate gets an
    apostrophe."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [*_OF_SESSION, *Prescription.__struct_fields__])
    writer.writeheader()
    for row in rows_of(records):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _ics(records: Sequence[dict[str, Any]]) -> bytes:
    """Return the events of the site's calendars, with the same UIDs, so that subscribers see none of them twice."""
    from wod.site.calendars import calendar_of  # icalendar takes a tenth of a second to load

    wanted = {(record["date"], record["session"]) for record in records}
    weeks = [
        replace(week, sessions=[one for one in week.current if (one.date, one.session) in wanted])
        for week in kept_weeks([date.fromisoformat(day) for day, _ in wanted])
    ]
    blog = current_blog()
    return calendar_of(blog.name, weeks, blog, words_of(blog.language_name))


def _json(records: Sequence[dict[str, Any]]) -> bytes:
    return (json.dumps(list(records), ensure_ascii=False, indent=1) + "\n").encode()


def _parquet(records: Sequence[dict[str, Any]]) -> bytes:
    from wod_cli.lakehouse.parquet import (
        parquet,  # DuckDB takes a tenth of a second to load, and no other format needs it
    )

    return parquet(rows_of(records))


def _liftoscript(records: Sequence[dict[str, Any]]) -> bytes:
    return liftoscript(records, load_lifter().settings.pair).encode()


_FORMS: dict[Format, Callable[[Sequence[dict[str, Any]]], bytes]] = {
    Format.CSV: csv_of,
    Format.PARQUET: _parquet,
    Format.JSON: _json,
    Format.ICS: _ics,
    Format.LIFTOSCRIPT: _liftoscript,
}


def _write(body: bytes, output: str | None) -> None:
    if output is not None:
        try:
            Path(output).write_bytes(body)
        except (OSError, ValueError) as error:
            raise CommandError(f"{output}: {getattr(error, 'strerror', error)}.") from error
    elif sys.stdout.isatty():
        typer.echo(visible(body.decode()), nl=False)
    else:
        typer.echo(body, nl=False)
