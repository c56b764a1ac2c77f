"""Report how well posts are read: the sessions, lines and findings of each, and what nothing was read from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from wod.blog import Blog
from wod.errors import BadInput
from wod.keys import bronze_key
from wod.messages import RecordsMessage
from wod.models import REST_DAY, Day, Session
from wod.notation.grammar.notation import notation_of
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import tokenise
from wod.reading.contract import check_records
from wod.reading.days.days import group_by_day
from wod.reading.html.page import read_lines
from wod.reading.parts.parts import segment_day
from wod.reading.post import source_of
from wod.reading.records import to_records
from wod.week_file import texts_of
from wod_cli.posts.raw_post import post_of

_SILENT_RULES = frozenset({"silent", "picture"})
"""Findings that say that nothing was read of a day's training."""

_UNREAD_KINDS = frozenset({"note", "unread"})
_LONGEST_HEADING = 6  # words
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
        """Return whether the chain accepts the post, and each of its training days has a prescription."""
        return self.refused is None and not self.silent

    @property
    def lines_read(self) -> int:
        """Return the number of lines that are neither notes nor unread."""
        return sum(count for kind, count in self.lines.items() if kind not in _UNREAD_KINDS)


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
    post = post_of(body)
    report.post_id, report.title, report.link = post.id, post.title, post.link
    source = source_of(post, bronze_key(post), "", "")
    preamble, days = group_by_day(read_lines(post.content), source, blog)
    sessions = [segment_day(day, blog) for day in days]
    week, records = to_records(source, sessions, blog, preamble)
    check_records(RecordsMessage(source=source, week=week, preamble=preamble, records=records))
    report.form = "week" if any(day.weekday is not None or day.stated for day in days) else "day"
    report.in_front = [line.text for line in preamble if line.text]
    report.dates = sorted({record["date"] for record in records})
    report.unused_headings = list(_unused_headings(days, sessions, records))
    for record in records:
        _add_record(report, record, blog)


def _add_record(report: Report, record: dict[str, Any], blog: Blog) -> None:
    texts = {letter: text.split("\n") for letter, text in texts_of(record).items()}
    report.sessions.append(_session_read(record, texts))
    report.prescriptions += len(record["prescriptions"])
    unknown = (one["movement"] for one in record["prescriptions"] if one["canonical_movement"] is None)
    report.unknown_movements += [name for name in dict.fromkeys(unknown) if name not in report.unknown_movements]
    found = [_place(record, finding, texts) for finding in record["findings"]]
    report.findings += found
    report.silent = report.silent or any(place.rule in _SILENT_RULES for place in found)
    doubtful = {(place.part, place.text) for place in found if place.rule in ("unread", "note", "number")}
    for line in record["lines"]:
        _add_line(report, record, line, texts[line["segment"]][line["line"]], doubtful, blog)


def _session_read(record: dict[str, Any], texts: dict[str, list[str]]) -> SessionRead:
    prescriptions = Counter(one["segment"] for one in record["prescriptions"])
    titles = record["segment_titles"]
    return SessionRead(
        date=record["date"],
        session=record["session"],
        level=record["level"],
        counted=record["counted"],
        optional=record["optional"],
        warm_up_lines=len(record["warm_up"].splitlines()),
        parts=[
            PartRead(letter, titles.get(letter, ""), len(texts.get(letter, [])), prescriptions[letter])
            for letter in sorted({*texts, *titles})
        ],
    )


def _add_line(
    report: Report,
    record: dict[str, Any],
    line: dict[str, Any],
    text: str,
    doubtful: set[tuple[str, str]],
    blog: Blog,
) -> None:
    """Count a line of a part and its numbers. `doubtful` are the lines with findings, by part."""
    kind, part = line["kind"], line["segment"]
    report.lines[kind] = report.lines.get(kind, 0) + 1
    numbers = count_numbers(text, blog)
    if kind not in _UNREAD_KINDS:
        report.numbers["read"] += numbers
    elif (part, text) in doubtful:
        report.numbers["unread"] += numbers
    else:
        report.numbers["in_notes"] += numbers
        if numbers:
            message = "The line is a note, and its numbers are not read."
            where = {"date": record["date"], "session": record["session"], "part": part, "line": line["line"] + 1}
            report.notes_with_numbers.append(Place("number in note", message, text, **where))


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
