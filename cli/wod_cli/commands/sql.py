"""`wod sql`: the tables of the lakehouse in DuckDB, from the bucket or from a folder."""

import csv
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table

from wod_cli import PROGRAMME
from wod_cli.deployed.stack import ProgrammeOption, StageOption, find_stack
from wod_cli.errors import CommandError, meant
from wod_cli.lakehouse import catalogue
from wod_cli.lakehouse.database import PREFIXES, is_copy, opened
from wod_cli.terminal.text import sanitised, sanitised_json, visible


class Form(StrEnum):
    """The output formats."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def sql(
    query: Annotated[
        str, typer.Argument(help="SQL, or the name of a query; without one, the names.", metavar="QUERY")
    ] = "",
    folder: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="A copy of the bucket, instead of the bucket itself.", exists=True, file_okay=False
        ),
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
    parquet: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the rows to this Parquet file.", dir_okay=False)
    ] = None,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Query the lakehouse with SQL: sessions, prescriptions, lines, posts, weeks, lifts_by_week, quality, runs.

    Example: `wod sql "SELECT lift, count(*) FROM prescriptions GROUP BY lift"`
    """
    named = catalogue.named_queries()
    if not query:
        for name, text in named.items():
            print(f"{name:30} {text.partition('\n')[0].removeprefix('-- ')}")
        return
    if as_csv + as_json + (parquet is not None) > 1:
        raise CommandError("Choose one of --csv, --json and --parquet.")
    if query not in named and not re.search(r"\s", query.strip()):
        raise CommandError(_no_query(query.strip(), named), status=2)
    with _objects(folder, named.get(query, query), stage, programme) as where, opened(where, parquet) as database:
        import duckdb

        try:
            if parquet is not None:
                database.sql(named.get(query, query)).write_parquet(str(parquet))
                return
            answer = database.execute(named.get(query, query))
            names, rows = [column[0] for column in answer.description], answer.fetchall()
        except duckdb.Error as error:
            raise CommandError(f"The query was not run: {str(error).strip()}") from error
    _print(names, rows, Form.CSV if as_csv else Form.JSON if as_json else Form.TABLE)


def _no_query(word: str, named: Iterable[str]) -> str:
    """Return the message for a single word that is not a named query, because such a word is not SQL."""
    tables = [*PREFIXES, *catalogue.views(catalogue.DUCKDB)]
    if word in tables:
        example = f"SELECT * FROM {word} LIMIT 10"  # noqa: S608 - for a person
        return f'{word} is a table, and no query: `wod sql "{example}"` shows some of its rows.'
    hint = meant(word, [*named, *tables]) or "`wod sql` lists those that there are."
    return f"There is no query {word[:80]!r}; {hint}"


@contextmanager
def _objects(folder: Path | None, query: str, stage: str, programme: str) -> Iterator[Path]:
    if folder is not None:
        if not is_copy(folder):
            raise CommandError(
                f"{folder} is not a copy of the bucket: it has neither bronze nor silver, gold or runs; name a folder "
                "that `wod demo` or `aws s3 sync` wrote.",
                status=2,
            )
        yield folder
        return
    stack = find_stack(stage, programme)
    with tempfile.TemporaryDirectory() as made:
        # There are more runs than anything else, and few queries need them.
        wanted = [prefix for table, prefix in PREFIXES.items() if table != "runs" or "runs" in query]
        stack.copy(wanted, Path(made))
        yield Path(made)


def _print(names: list[str], rows: list[tuple[Any, ...]], form: Form) -> None:
    if form is Form.JSON:
        for row in rows:
            print(sanitised_json(dict(zip(names, row, strict=True)), default=str))
    elif form is Form.CSV:
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows([names, *rows])
        print(visible(text.getvalue()) if sys.stdout.isatty() else text.getvalue(), end="")
    elif not rows:
        print("The query has no rows.", file=sys.stderr)
    else:
        console = Console()
        table = _table(names, rows)
        unbounded = console.options.update_width(1_000_000)
        if console.measure(table, options=unbounded).minimum <= console.width:  # with no word broken
            console.print(table)
            return
        for row in rows:
            console.print(_as_lines(names, row))


def _table(names: list[str], rows: list[tuple[Any, ...]]) -> Table:
    table = Table(*(Column(sanitised(name)) for name in names))
    for row in rows:
        table.add_row(*("" if value is None else sanitised(str(value)) for value in row))
    return table


def _as_lines(names: list[str], row: tuple[Any, ...]) -> Padding:
    """Return a row with a line for each column that has a value, for a terminal that is too narrow for the table."""
    grid = Table.grid(Column(width=max(map(len, names)), style="bold"), Column(overflow="fold"), padding=(0, 2, 0, 0))
    for name, value in zip(names, row, strict=True):
        if value is not None:
            grid.add_row(sanitised(name), sanitised(str(value)))
    return Padding(grid, (0, 0, 1, 0))
