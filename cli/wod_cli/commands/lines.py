"""`wod lines`: each line of a post with its kind and what was read from it, for people who fix the notation."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wod.blog import Blog
from wod.errors import BadInput
from wod.keys import bronze_key
from wod.reading.whole_post import read_records
from wod_cli.errors import CommandError
from wod_cli.posts.blog_option import BlogOption, blog_of
from wod_cli.posts.raw_post import bytes_of, post_of
from wod_cli.terminal.prescription_line import prescription_line
from wod_cli.terminal.text import all_visible, counted, sanitised_json

_OF_THE_DAY = "finding"

_COLORS = {
    "scheme": "cyan",
    "movement": "green",
    "set line": "green",
    "test": "magenta",
    "rest": "blue",
    "connector": "blue",
    "note": "dim",
    "unread": "bold red",
    _OF_THE_DAY: "red",
}


def lines(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A raw post; - is standard input.")],
    blog: BlogOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one line of the post each.")] = False,
) -> None:
    """Show each line of a post's parts with its kind, what was read from it, and what is doubtful.

    Warm-ups prescribe nothing, and are left out.

    Example: `wod lines newest.json`
    """
    chosen = blog_of(blog)
    try:
        rows = list(read_rows(bytes_of(file), chosen))
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}.") from error
    except BadInput as error:
        raise CommandError(f"{file}: {error}") from error
    if as_json:
        for row in rows:
            typer.echo(sanitised_json(row))
        return
    rows = all_visible(rows)
    console = Console()
    for heading in dict.fromkeys((row["date"], row["session"]) for row in rows):
        console.print(_table(heading, [row for row in rows if (row["date"], row["session"]) == heading]))
    kinds = Counter(row["kind"] for row in rows)
    listed = ", ".join(f"{kinds[kind]} {kind}" for kind in _COLORS if kinds[kind])
    console.print(f"{counted(len(rows) - kinds[_OF_THE_DAY], 'line')}{listed and f': {listed}'}.")


def read_rows(body: bytes, blog: Blog) -> Iterator[dict[str, Any]]:
    """Yield each line of the segments of a raw post, in order, with its place, kind, prescriptions and findings.

    A finding about a day comes before its lines, in a row without a segment. Raise BadInput if the post cannot be read.
    """
    for record in read_records(body, bronze_key(post_of(body)), "", "", blog).records:
        place = {"date": record["date"], "session": record["session"]}
        found: dict[tuple[str, str], list[str]] = {}
        for finding in record["findings"]:
            found.setdefault((finding["segment"], finding["line"]), []).append(finding["message"])
        by_line: dict[tuple[str, int], list[dict[str, Any]]] = {}
        for prescription in record["prescriptions"]:
            by_line.setdefault((prescription["segment"], prescription["line"]), []).append(prescription)
        for (segment, text), messages in found.items():
            if not segment:
                yield place | _row(segment, _OF_THE_DAY, text, [], messages)
        texts = {
            letter: record[f"segment_{letter}"].split("\n") for letter in {one["segment"] for one in record["lines"]}
        }
        for line in record["lines"]:
            segment, number = line["segment"], line["line"]
            text = texts[segment][number]
            own = by_line.get((segment, number), [])
            yield place | _row(segment, line["kind"], text, own, found.get((segment, text), []))


def _row(
    segment: str, kind: str, text: str, prescriptions: list[dict[str, Any]], findings: list[str]
) -> dict[str, Any]:
    return {"segment": segment, "kind": kind, "text": text, "prescriptions": prescriptions, "findings": findings}


def _table(heading: tuple[str, str], rows: list[dict[str, Any]]) -> Table:
    title = Text(" · ".join(heading))
    table = Table("", "Line", "Kind", "Read", title=title, title_justify="left", title_style="bold")
    letter = ""
    for row in rows:
        color = _COLORS[row["kind"]]
        read = "\n".join(prescription_line(prescription) for prescription in row["prescriptions"])
        findings = "\n".join(row["findings"])
        table.add_row(
            "" if row["segment"] == letter else row["segment"].upper(),
            Text(row["text"], style=color),
            Text(row["kind"], style=color),
            Text("\n".join(part for part in (read, findings) if part), style="red" if findings else ""),
        )
        letter = row["segment"]
    return table
