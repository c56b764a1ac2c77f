"""`wod check`: show how well the posts of a blog are read, many at once and offline; the tool for a blog's TOML
file."""

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console, RenderableType
from rich.progress import Progress
from rich.table import Column
from rich.text import Text

from wod.blog import Blog
from wod.errors import BadInput
from wod.keys import bronze_key
from wod.models import REST_DAY, Day, RecordsMessage, Session
from wod.notation.atoms import normalise_marks
from wod.notation.notation import notation_of
from wod.notation.tokens import tokenise
from wod.reading.contract import check_records
from wod.reading.days import group_by_day
from wod.reading.page import read_lines
from wod.reading.parts import segment_day
from wod.reading.post import read_post, source_of
from wod.reading.records import to_records
from wod_cli.errors import CommandError
from wod_cli.posts.blog_option import BlogOption, blog_of
from wod_cli.posts.raw_post import bytes_of
from wod_cli.terminal.listing import AsJson, Row, with_reasons
from wod_cli.terminal.text import counted, sanitised, sanitised_json

SILENT_RULES = frozenset({"silent", "picture"})
"""Findings that say that a day has training of which nothing was read."""

_COLORS = {"silent": "bold red", "picture": "bold red", "number in note": "dim"}
_UNREAD_KINDS = frozenset({"note", "unread"})
_LONGEST_HEADING = 6  # words
_SECONDS_WITHOUT_BAR = 1.0
_MOST_SHOWN = 20
_UNUSED = (
    "The name of this heading was taken for text; if it opens a part or a level, name it in the blog's file: "
    "`part_names`, `warm_ups` or `levels`."
)


@dataclass
class Place:
    """Something to look at: a finding of the reading, or an unused heading. `line` counts from 1."""

    rule: str
    message: str
    text: str = ""
    date: str = ""
    session: str = ""
    part: str = ""
    line: int | None = None


@dataclass
class PartRead:
    """A part of a session: its letter, its heading as written, and its reading."""

    letter: str
    title: str
    lines: int
    prescriptions: int


@dataclass
class SessionRead:
    """A session, as silver will have it."""

    date: str
    session: str
    level: str | None
    counted: bool
    optional: bool
    warm_up_lines: int
    parts: list[PartRead]


@dataclass
class Report:
    """The reading of one post. A refused post has its reason and nothing else."""

    file: str
    post_id: int | None = None
    title: str = ""
    link: str = ""
    refused: str | None = None
    silent: bool = False
    form: Literal["week", "day"] | None = None
    """`week`: headings in the text name the days; `day`: the whole post is one day."""
    dates: list[str] = field(default_factory=list)
    sessions: list[SessionRead] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    """The number of the parts' lines of each kind."""
    numbers: dict[str, int] = field(default_factory=lambda: {"read": 0, "in_notes": 0, "unread": 0})
    prescriptions: int = 0
    unknown_movements: list[str] = field(default_factory=list)
    findings: list[Place] = field(default_factory=list)
    unused_headings: list[Place] = field(default_factory=list)
    """Headings that opened neither a day nor a part: they may be names that the blog's file lacks."""
    notes_with_numbers: list[Place] = field(default_factory=list)
    """Notes with unread numbers that do not look like training; a person may see it otherwise."""
    in_front: list[str] = field(default_factory=list)
    """The lines before the first day, which belong to no session."""

    @property
    def is_read(self) -> bool:
        return self.refused is None and not self.silent

    @property
    def lines_read(self) -> int:
        return sum(count for kind, count in self.lines.items() if kind not in _UNREAD_KINDS)


def check(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER", help="Raw posts, or arrays of them as WordPress returns them; - is standard input."
        ),
    ],
    blog: BlogOption = None,
    details: Annotated[
        bool, typer.Option("--details", help="Show the sessions and parts of every post, and notes with numbers.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check how posts are read, and show what to look at. Exit status 1 if a post is refused or a day is silent.

    Works offline. In a folder, all files whose names end in .json count. Exit
    status 2 if nothing can be checked.

    Example: `wod check posts --blog mine.toml`
    """
    chosen = blog_of(blog)
    posts = list(posts_of(paths))
    if not posts:
        raise CommandError("There is no .json file in what you named; save some posts of the blog first.", status=2)
    reports = []
    with _progress(len(posts)) as advance:
        for name, body in posts:
            reports.append(report := check_post(name, body, chosen))
            if as_json:
                typer.echo(sanitised_json(asdict(report)))
            advance()
    if not as_json:
        show(reports, Console(), details=details or len(reports) == 1)
    if not all(report.is_read for report in reports):
        raise typer.Exit(1)


# Reading


def posts_of(paths: Iterable[str]) -> Iterator[tuple[str, bytes | BadInput]]:
    """Yield each raw post in these files and folders with its name, or the reason why it cannot be read.

    An array of posts is one file, and its elements are `NAME[1]`, `NAME[2]` …
    Raise CommandError if a path does not exist.
    """
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise CommandError(f"{path}: there is no such file or folder; name saved posts.", status=2)
        folder = Path(path)
        files = sorted(map(str, folder.rglob("*.json"))) if path != "-" and folder.is_dir() else [path]
        for file in files:
            try:
                body = bytes_of(file)
            except BadInput as error:
                yield file, error
            except OSError as error:
                yield file, BadInput(f"The file cannot be read: {error.strerror}.")
            else:
                yield from _elements(file, body)


def _elements(file: str, body: bytes) -> Iterator[tuple[str, bytes | BadInput]]:
    """Yield the posts of an array, or the body itself if it is anything else, which the reader refuses."""
    if not body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
        yield file, body
        return
    try:
        posts = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield file, body
        return
    if not posts:
        yield file, BadInput("The array is empty; save a page that has posts.")
    for number, post in enumerate(posts, start=1):
        yield f"{file}[{number}]", json.dumps(post).encode()


def check_post(name: str, body: bytes | BadInput, blog: Blog) -> Report:
    """Read a raw post as the chain does, and report each stage's result."""
    report = Report(name)
    try:
        if isinstance(body, BadInput):
            raise body
        _read(report, body, blog)
    except BadInput as reason:
        report.refused = str(reason)
    return report


def _read(report: Report, body: bytes, blog: Blog) -> None:
    post = read_post(body)
    report.post_id, report.title, report.link = post.id, post.title, post.link
    source = source_of(post, bronze_key(post), "", "")
    preamble, days = group_by_day(read_lines(post.content), source, blog)
    sessions = [segment_day(day, blog) for day in days]
    week, records = to_records(source, sessions, blog)
    check_records(RecordsMessage(source=source, week=week, preamble=preamble, records=records))
    report.form = "week" if any(day.weekday is not None or day.stated for day in days) else "day"
    report.in_front = [line.text for line in preamble if line.text]
    report.dates = sorted({record["date"] for record in records})
    report.unused_headings = list(_unused_headings(days, sessions, records))
    for record in records:
        _add_record(report, record, blog)


def _add_record(report: Report, record: dict[str, Any], blog: Blog) -> None:
    texts = {
        name.removeprefix("segment_"): text.split("\n")
        for name, text in record.items()
        if name.startswith("segment_") and isinstance(text, str) and text
    }
    asked = Counter(one["segment"] for one in record["prescriptions"])
    titles = record["segment_titles"]
    report.sessions.append(
        SessionRead(
            date=record["date"],
            session=record["session"],
            level=record["level"],
            counted=record["counted"],
            optional=record["optional"],
            warm_up_lines=len(record["warm_up"].splitlines()),
            parts=[
                PartRead(letter, titles.get(letter, ""), len(texts.get(letter, [])), asked[letter])
                for letter in sorted({*texts, *titles})
            ],
        )
    )
    report.prescriptions += len(record["prescriptions"])
    unknown = (one["movement"] for one in record["prescriptions"] if one["canonical_movement"] is None)
    report.unknown_movements += [name for name in dict.fromkeys(unknown) if name not in report.unknown_movements]
    found = [_place(record, finding, texts) for finding in record["findings"]]
    report.findings += found
    report.silent = report.silent or any(place.rule in SILENT_RULES for place in found)
    doubtful = {(place.part, place.text) for place in found if place.rule in ("unread", "note", "number")}
    kinds = Counter(report.lines)
    for line in record["lines"]:
        kind, text = line["kind"], texts[line["segment"]][line["line"]]
        kinds[kind] += 1
        is_unread = kind in _UNREAD_KINDS and (line["segment"], text) in doubtful
        where = "unread" if is_unread else "in_notes" if kind in _UNREAD_KINDS else "read"
        numbers = count_numbers(text, blog)
        report.numbers[where] += numbers
        if where == "in_notes" and numbers:
            message = "The line is a note, and its numbers are not read."
            report.notes_with_numbers.append(
                Place(
                    "number in note",
                    message,
                    text,
                    record["date"],
                    record["session"],
                    line["segment"],
                    line["line"] + 1,
                )
            )
    report.lines = dict(kinds)


def _place(record: dict[str, Any], finding: dict[str, Any], texts: dict[str, list[str]]) -> Place:
    part = finding["segment"]
    lines = texts.get(part, [])
    line = lines.index(finding["line"]) + 1 if finding["line"] in lines else None
    message, text = finding["message"], finding["line"]
    return Place(finding["rule"], message, text, record["date"], record["session"], part, line)


def count_numbers(text: str, blog: Blog) -> int:
    """Return how many numerals a line has: digits, number words, ranges, clocks and the rest, each one whole."""
    return sum(token.is_numeral for token in tokenise(normalise_marks(text), notation_of(blog).vocabulary))


def _unused_headings(days: list[Day], sessions: list[Session], records: list[dict[str, Any]]) -> Iterator[Place]:
    """Yield short bold or heading lines that were taken for text and from which nothing was read."""
    read = {
        record[f"segment_{line['segment']}"].split("\n")[line["line"]]
        for record in records
        for line in record["lines"]
        if line["kind"] not in _UNREAD_KINDS
    }
    for day, session in zip(days, sessions, strict=True):
        if day.session == REST_DAY:
            continue
        kept = {*session.warm_up, *(text for lines in session.segments.values() for text in lines)} - read
        for line in day.lines:
            words = line.text.split()
            is_short = 0 < len(words) <= _LONGEST_HEADING and any(map(str.isalpha, line.text))
            # The number of `2. Sweat` opens a part, and the name may be left as its first line.
            if line.heading and is_short and any(" ".join(words[start:]) in kept for start in range(len(words))):
                yield Place("heading", _UNUSED, line.text, session=session.session)


# Output


def show(reports: list[Report], console: Console, *, details: bool = False) -> None:
    """Print a table with a row for each post, then the findings of each, and the totals.

    The sessions and parts of a post are printed if it has findings, or with `details`, which also prints notes that
    have numbers.
    """
    console.print(_table(reports, console.width))
    for report in reports:
        places = list(places_of(report))
        if report.sessions and (places or details):
            console.print(
                Text.assemble((sanitised(report.file).plain, "bold"), "  ", sanitised(report.title)), soft_wrap=True
            )
            for session in report.sessions:
                console.print(said_of_session(session), soft_wrap=True)
        for place in report.notes_with_numbers if details else []:
            places.append(_said_of_place(report, place))
        for line in places:
            console.print(line, soft_wrap=True)
    for hint in hints(reports):
        console.print(hint, soft_wrap=True)
    if not details and (notes := sum(len(report.notes_with_numbers) for report in reports)):
        console.print(f"{counted(notes, 'note')} with unread numbers: --details shows them.", soft_wrap=True)
    console.print(totals(reports), soft_wrap=True)


def hints(reports: list[Report]) -> Iterator[Text]:
    """Yield hints at what the blog's file may lack: names of parts, movements, and the order of its dates."""
    headings = Counter(place.text for report in reports for place in report.unused_headings)
    if headings:
        yield _listed("Headings that were taken for text", headings) + Text(
            " Name those that open a part or a level in the blog's file: `part_names`, `warm_ups` or `levels`."
        )
    unknown = Counter(name for report in reports for name in report.unknown_movements)
    if unknown:
        yield _listed("Unknown movements", unknown) + Text(" Name them under [movements] in the blog's file.")
    if any(place.rule == "weekday" for report in reports for place in report.findings):
        yield Text("Weekdays that contradict their dates: is `date_order` in the blog's file right?")


def _listed(what: str, counted: Counter[str]) -> Text:
    named = [f"«{name}» ({count})" for name, count in counted.most_common(_MOST_SHOWN)]
    more = f" and {len(counted) - len(named)} more" if len(counted) > len(named) else ""
    return Text(f"{what}: ") + sanitised(", ".join(named)) + Text(f"{more}.")


def places_of(report: Report) -> Iterator[Text]:
    """Yield a line for each finding."""
    for place in report.findings:
        yield _said_of_place(report, place)


def _said_of_place(report: Report, place: Place) -> Text:
    return Text.assemble(
        sanitised(report.file),
        ": ",
        sanitised(_where(place, several=len(report.sessions) > 1)),
        f" «{sanitised(place.text).plain}» – " if place.text else " – ",
        (sanitised(place.message).plain, _COLORS.get(place.rule, "red")),
    )


def totals(reports: list[Report]) -> str:
    """Return the figures of all posts in one line."""
    refused = sum(report.refused is not None for report in reports)
    silent = sum(report.silent for report in reports)
    lines = Counter[str]()
    numbers = Counter[str]()
    for report in reports:
        lines.update(report.lines)
        numbers.update(report.numbers)
    read = sum(report.lines_read for report in reports)
    return (
        f"{counted(len(reports), 'post')}: {len(reports) - refused - silent} read, {refused} refused, {silent} silent. "
        f"{counted(read + lines['note'] + lines['unread'], 'line')}: {read} read, {lines['note']} notes, "
        f"{lines['unread']} unread. "
        f"{counted(sum(numbers.values()), 'number')}: {numbers['read']} read, {numbers['in_notes']} in notes, "
        f"{numbers['unread']} unread. "
        f"{counted(sum(report.prescriptions for report in reports), 'prescription')}."
    )


def _table(reports: list[Report], width: int) -> RenderableType:
    """Return a row for each post; the reason of a refused post is below it."""
    columns = [
        Column("Post", overflow="fold"),
        Column("Form"),
        Column("Dates"),
        Column("Sessions\n/parts", justify="right"),
        Column("Lines\nread/notes\n/unread", justify="right"),
        Column("Numbers\nread/notes\n/unread", justify="right"),
        Column("Look\nat", justify="right"),
    ]
    rows: list[Row] = []
    for report in reports:
        name = sanitised(Path(report.file).name.removesuffix(".json"))
        if report.refused is not None:
            rows.append(((name, "", Text("refused", style="bold red"), "", "", "", "1"), sanitised(report.refused)))
            continue
        lines, numbers = report.lines, report.numbers
        cells = (
            name,
            report.form or "",
            _said_of_dates(report.dates),
            f"{len(report.sessions)}/{sum(len(session.parts) for session in report.sessions)}",
            f"{report.lines_read}/{lines.get('note', 0)}/{lines.get('unread', 0)}",
            f"{numbers['read']}/{numbers['in_notes']}/{numbers['unread']}",
            Text("silent", style="bold red") if report.silent else str(len(report.findings) or ""),
        )
        rows.append((cells, None))
    return with_reasons(columns, rows, width)


def _said_of_dates(dates: list[str]) -> str:
    if len(dates) < 2:
        return "".join(dates)
    first, last = dates[0], dates[-1]
    return f"{first}–{last[5:]}"


def said_of_session(session: SessionRead) -> Text:
    """Return a line with the session's date, its name, and its parts with their readings."""
    line = Text(f"  {date.fromisoformat(session.date):%a} {session.date} ") + sanitised(session.session)
    marks = [
        f"level {sanitised(session.level).plain}" if session.level else "",
        "" if session.counted else "not counted",
        "optional" if session.optional else "",
    ]
    if any(marks):
        line.append(f" [{', '.join(mark for mark in marks if mark)}]")
    said = [f"warm-up ({counted(session.warm_up_lines, 'line')})"] if session.warm_up_lines else []
    for part in session.parts:
        title = f"{part.letter.upper()} {sanitised(part.title).plain}".rstrip()
        said.append(f"{title} ({counted(part.lines, 'line')}, {counted(part.prescriptions, 'prescription')})")
    return line.append(f": {'; '.join(said) or 'nothing'}", style="dim")


def _where(place: Place, *, several: bool) -> str:
    parts = [
        place.session if several or not place.part else "",
        f"part {place.part.upper()}" if place.part else "",
        f"line {place.line}" if place.line else "",
    ]
    return ", ".join(part for part in parts if part) + ":"


@contextmanager
def _progress(posts: int) -> Iterator[Any]:
    """Yield a function that advances a progress bar on standard error, which appears after a second."""
    console = Console(stderr=True)
    progress = Progress(console=console, transient=True)
    task = progress.add_task("checking", total=posts)
    began = time.monotonic()
    started = False

    def advance() -> None:
        nonlocal started
        progress.advance(task)
        if not started and console.is_terminal and time.monotonic() - began > _SECONDS_WITHOUT_BAR:
            started = True
            progress.start()

    try:
        yield advance
    finally:
        if started:
            progress.stop()
