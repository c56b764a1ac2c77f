"""A session as a whiteboard: segments, blocks under a clock, movements, and the sets as rows."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from copy import replace
from dataclasses import dataclass
from itertools import groupby

import msgspec

from wod.blog import Blog
from wod.figures.segments import segments_of
from wod.lifting.prescribed_load import PrescribedLoad, prescribed_load
from wod.models import LineKind, Prescription, SessionRecord
from wod.site.amounts import amount_of, load_notes, pair_of, percent_of, sets_of, weight_of
from wod.site.schemes import Clock, clock_of, scheme_of
from wod.site.videos import Video, Videos
from wod.site.words import Words, words_of

_DOUBTED = ("unread", "number", "note")
"""Rules whose finding says that a line was not, or not wholly, understood."""

type Place = tuple[str, int]
"""The letter of a segment, and a line in it, from 0."""

TITLE_LINE = -1
"""The line of the title of a segment."""

HEADING: Place = ("heading", 0)
"""The place of the session's own heading."""


@dataclass(frozen=True)
class Edit:
    """The coach's change of a line: the text before, and when the post was modified (UTC)."""

    before: str
    when: str


@dataclass(frozen=True)
class Row:
    """One rung of a ladder: these sets, this much, at this load."""

    prescription: Prescription
    sets: str
    amount: str
    pair: tuple[str, str] | None
    percent: str
    weight: str
    prescribed: PrescribedLoad | None
    notes: list[str]
    edit: Edit | None


@dataclass(frozen=True)
class Movement:
    """A movement with its sets, and the videos that show it."""

    name: str
    rows: list[Row]
    videos: list[Video]


@dataclass(frozen=True)
class Block:
    """The movements under one clock. `remark` is what the coach says of all of them: `12 minute cap`."""

    name: str
    scheme: str
    clock: Clock | None
    remark: str
    movements: list[Movement]


@dataclass(frozen=True)
class Written:
    """A line as the coach wrote it; `doubtful` if it was not understood, or not wholly."""

    text: str
    edit: Edit | None
    doubtful: bool = False


@dataclass(frozen=True)
class Segment:
    """A part of the session under its letter."""

    letter: str
    title: str
    title_edit: Edit | None
    items: list[Block | Written]
    lines: list[Written]


@dataclass(frozen=True)
class Board:
    """One session, ready to be shown."""

    record: SessionRecord
    name: str
    heading_edit: Edit | None
    warm_up: list[Written]
    segments: list[Segment]
    links: list[Video]
    taken_out: list[Edit]

    @property
    def id(self) -> str:
        """The name of the session within its page."""
        return f"{self.record.date}-{hashlib.sha256(self.record.session.encode()).hexdigest()[:6]}"

    @property
    def edited(self) -> bool:
        """Return whether the coach changed something since the session was first shown."""
        lines = [*self.warm_up, *(line for segment in self.segments for line in segment.lines)]
        titles = [segment.title_edit for segment in self.segments]
        return any([self.heading_edit, *titles, *self.taken_out, *(line.edit for line in lines)])


def board_of(record: SessionRecord, blog: Blog, edits: dict[Place, Edit], taken_out: Sequence[Edit]) -> Board:
    """Return the session as a whiteboard. `edits` has the lines that the coach changed; `taken_out` the removed
    ones."""
    return _BoardBuilder(record, blog, edits).board(taken_out)


class _BoardBuilder:
    """The work on one board: the session, its edits, and the videos that no movement has taken yet."""

    def __init__(self, record: SessionRecord, blog: Blog, edits: dict[Place, Edit]) -> None:
        self._record = record
        self._blog = blog
        self._words: Words = words_of(blog.language_name)
        self._edits = edits
        self._videos = Videos(record.links)

    def board(self, taken_out: Sequence[Edit]) -> Board:
        record = self._record
        segments = [self._segment(letter, text.split("\n")) for letter, text in segments_of(record).items()]
        return Board(
            record=record,
            name=self._words.without_day(record.session),
            heading_edit=self._edits.get(HEADING),
            warm_up=[
                Written(text, self._edits.get(("", number)))
                for number, text in enumerate(record.warm_up.split("\n") if record.warm_up else [])
            ],
            segments=segments,
            links=self._videos.left_over(),
            taken_out=list(taken_out),
        )

    def _segment(self, letter: str, lines: list[str]) -> Segment:
        record, edits = self._record, self._edits
        kinds = {reading.line: reading.kind for reading in record.lines if reading.segment == letter}
        findings = [one for one in record.findings if one.segment == letter]
        doubted = {finding.line for finding in findings if finding.rule in _DOUBTED}
        written = [
            Written(text, edits.get((letter, number)), doubtful=kinds.get(number) == "unread" or text in doubted)
            for number, text in enumerate(lines)
        ]
        own = sorted((p for p in record.prescriptions if p.segment == letter), key=lambda p: (p.block, p.line))
        blocks = {number: list(of_block) for number, of_block in groupby(own, key=lambda p: p.block)}
        items: list[tuple[int, Block | Written]] = [
            (of_block[0].line, self._block(letter, number if len(blocks) > 1 else None, of_block))
            for number, of_block in blocks.items()
        ]
        items += [(n, line) for n, line in enumerate(written) if line.doubtful or _is_shown(n, kinds.get(n), own)]
        items.sort(key=lambda item: item[0])
        title = re.sub(rf"^{letter}\s*[.):–-]\s*", "", record.segment_titles.get(letter, ""), flags=re.IGNORECASE)
        return Segment(letter, title, edits.get((letter, TITLE_LINE)), [item for _, item in items], written)

    def _block(self, letter: str, number: int | None, prescriptions: list[Prescription]) -> Block:
        name = letter.upper() + (str(number) if number else "")
        scheme, clock, remark = scheme_of(prescriptions, self._words), clock_of(prescriptions), _remark(prescriptions)
        own = [replace(p, remark=None) for p in prescriptions] if remark else prescriptions
        movements = [
            Movement(movement, [self._row(p, self._edits.get((letter, p.line))) for p in sets], self._videos.of(sets))
            for movement, sets in _by_movement(own)
        ]
        return Block(name, scheme, clock, remark, movements)

    def _row(self, prescription: Prescription, edit: Edit | None) -> Row:
        return Row(
            prescription=prescription,
            sets=sets_of(prescription),
            amount=amount_of(prescription, self._words),
            pair=pair_of(prescription, self._words),
            percent=percent_of(prescription, self._words),
            weight=weight_of(prescription, self._words),
            prescribed=prescribed_load(msgspec.to_builtins(prescription), self._blog),
            notes=load_notes(prescription, self._words),
            edit=edit,
        )


def _is_shown(number: int, kind: LineKind | None, prescriptions: list[Prescription]) -> bool:
    """Return whether a line is shown as written, because no row contains it."""
    if kind == "rest":
        before = [p for p in prescriptions if p.line < number]
        return not before or before[-1].rest_seconds is None
    return kind in (None, "note", "unread", "connector") or (kind == "scheme" and not prescriptions)


def _remark(prescriptions: list[Prescription]) -> str:
    """Return what the coach says of each of several prescriptions; empty if it is not said of all."""
    remarks = {p.remark or "" for p in prescriptions}
    return remarks.pop() if len(prescriptions) > 1 and len(remarks) == 1 else ""


def _by_movement(prescriptions: list[Prescription]) -> Iterator[tuple[str, list[Prescription]]]:
    for name, sets in groupby(prescriptions, key=lambda p: p.movement):
        yield name, list(sets)
