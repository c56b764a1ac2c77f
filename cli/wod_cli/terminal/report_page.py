"""The report of `wod check` on a terminal: a table of posts, their findings, hints and totals."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.console import Console, RenderableType
from rich.table import Column
from rich.text import Text

from wod_cli.posts.report import Place, Report, SessionRead
from wod_cli.terminal.listing import Row, with_reasons
from wod_cli.terminal.text import counted, sanitised

_COLORS = {"silent": "bold red", "picture": "bold red", "number in note": "dim"}
_MOST_SHOWN = 20


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
    contents = [f"warm-up ({counted(session.warm_up_lines, 'line')})"] if session.warm_up_lines else []
    for part in session.parts:
        title = f"{part.letter.upper()} {sanitised(part.title).plain}".rstrip()
        contents.append(f"{title} ({counted(part.lines, 'line')}, {counted(part.prescriptions, 'prescription')})")
    return line.append(f": {'; '.join(contents) or 'nothing'}", style="dim")


def _where(place: Place, *, several: bool) -> str:
    parts = [
        place.session if several or not place.part else "",
        f"part {place.part.upper()}" if place.part else "",
        f"line {place.line}" if place.line else "",
    ]
    return ", ".join(part for part in parts if part) + ":"
