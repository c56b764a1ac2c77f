"""Turn the lines of a session into prescriptions, set by set.

There are two passes. The first reads each line in the context of the lines above it (`wod.notation.lines`). The second
groups the elements of the lines into blocks (`wod.notation.grouping`), and each entry of a block gives prescriptions
(`wod.notation.prescriptions`).
"""

import re
from collections.abc import Mapping, Sequence
from copy import replace
from dataclasses import dataclass, field
from typing import Any

import msgspec

from wod.models import Finding, Prescription
from wod.notation.catalogue import Catalogue
from wod.notation.columns_below import COUNTED, Columns, columns_below, joined
from wod.notation.elements import Connector, Context, Element, Example, Movement, ReadLine, Scheme, SetLine, Test
from wod.notation.findings import findings_of_block, findings_of_line, findings_of_prescriptions
from wod.notation.grouping import blocks_of, without_titles
from wod.notation.lifts import is_lift
from wod.notation.lines import LineReader, line_reader_of
from wod.notation.movement_kinds import MovementKind
from wod.notation.notation import Notation
from wod.notation.prescription_fields import Fields
from wod.notation.prescriptions import prescriptions_of
from wod.notation.retold import without_retold
from wod.notation.stations import with_stations
from wod.notation.values import Item

TRAINING_IN_WARM_UP = "The line was taken for a warm-up, but looks like training."


@dataclass
class SegmentReading:
    """The reading of a segment: each line with its kind, the prescriptions, and the findings."""

    lines: list[ReadLine] = field(default_factory=list)
    prescriptions: list[Prescription] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class SessionReading:
    """The reading of a session, in the form of silver."""

    prescriptions: list[Fields] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)


def read_session(
    segments: Mapping[str, Sequence[str]], notation: Notation, warm_ups: Mapping[str, Sequence[str]] | None = None
) -> SessionReading:
    """Read the lines of a session's segments, by their letters. No text is refused.

    Those of warm-ups are notes; `warm_ups` has them, by their letters, without the headings.
    """
    reading, warm_ups = SessionReading(), warm_ups or {}
    for letter in sorted(segments):
        if letter in warm_ups:
            reading.lines += [
                {"segment": letter, "line": place, "kind": "note"} for place in range(len(segments[letter]))
            ]
            for text in training_in(warm_ups[letter], notation):
                finding = Finding(rule="note", segment=letter, line=text, message=TRAINING_IN_WARM_UP)
                reading.findings.append(msgspec.to_builtins(finding))
            continue
        lines, prescriptions, findings = _read(letter, segments[letter], notation)
        reading.prescriptions += prescriptions
        reading.lines += [{"segment": letter, "line": place, "kind": line.kind} for place, line in enumerate(lines)]
        reading.findings += [msgspec.to_builtins(finding) for finding in findings]
    return reading


def read_segment(segment: str, text: str, notation: Notation) -> SegmentReading:
    """Read a segment: its letter in lower case, and its lines joined by newlines. No text is refused."""
    lines, prescriptions, findings = _read(segment, text.split("\n") if text else [], notation)
    return SegmentReading(lines, [msgspec.convert(one, Prescription) for one in prescriptions], findings)


def training_in(texts: Sequence[str], notation: Notation) -> list[str]:
    """Return the lines that would be training in a segment: sets of a lift with a barbell, its percents, or a test.

    A warm-up, a day of rest and the text above a week should have none; sets with an empty bar or a band loosen up.
    """
    above = _Above(notation)
    found = []
    is_light = False  # the scheme above
    for line in _read_lines(texts, notation):
        loosens = not notation.words("loosening").isdisjoint(re.findall(r"[^\W\d_]+", line.text.lower()))
        if any(isinstance(element, Scheme) for element in line.elements):
            is_light = loosens
        is_easy = loosens or is_light
        if _trains(line.elements, above.context, notation.catalogue, is_easy=is_easy):
            found.append(line.text)
        above.add(line)
    return found


def _trains(elements: Sequence[Element], above: Context, catalogue: Catalogue, *, is_easy: bool) -> bool:
    is_of_lift = above.lift
    for element in elements:
        match element:
            case Test():
                return True
            case Movement(item=item) | SetLine(item=item):
                is_of_lift = is_lift(item, catalogue) if item.name else is_of_lift
                is_counted = not is_easy and (item.rhythm.sets or item.amount.per_set)
                if is_of_lift and (is_counted or _has_percent(item)):
                    return True
            case _:
                pass
    return False


def _read(segment: str, texts: Sequence[str], notation: Notation) -> tuple[list[ReadLine], list[Fields], list[Finding]]:
    lines = _read_lines(texts, notation)
    every = blocks_of(lines, notation)
    if any(line.is_told for line in lines):
        lines = without_retold(lines, every, notation.catalogue)
        every = blocks_of(lines, notation)
    blocks = without_titles([block for block in every if block.entries], notation.catalogue)
    empty = [block for block in every if not block.entries]
    prescriptions = list(prescriptions_of(segment, blocks, notation.catalogue))
    findings = [
        *(finding for line in lines for finding in findings_of_line(segment, line)),
        *(finding for block in (*blocks, *empty) for finding in findings_of_block(segment, block)),
        *findings_of_prescriptions(segment, prescriptions),
    ]
    return lines, prescriptions, findings


def _read_lines(texts: Sequence[str], notation: Notation) -> list[ReadLine]:
    above, reader = _Above(notation), line_reader_of(notation)
    meant, runs = with_stations(texts, notation.vocabulary), columns_below(texts)
    lines: list[ReadLine] = []
    while (place := len(lines)) < len(texts):
        columns = runs.get(place, [])
        own = texts[place : place + max(len(columns), 1)]
        read = _read_columns(own, columns, reader, above.context) if columns else []
        for line, text in zip(read or [reader.read(meant[place], above.context)], own, strict=False):
            line = line if line.text is text else replace(line, text=text)
            above.add(line)
            lines.append(line)
    return lines


def _read_columns(texts: Sequence[str], columns: Columns, reader: LineReader, above: Context) -> list[ReadLine]:
    """Return the readings of `Sets: 5` and `Reps: 3` on lines of their own, with all elements on that of the reps.

    There are none if the lines belong to no movement. A line whose value is not known is unread, as all are if their
    sets and repetitions are not.
    """
    if above.movement and (above.amount or above.sets):
        return []  # a score, or the sets of another week
    read, values = ReadLine("", "unread"), [column for column in columns if column[0] in COUNTED]
    if whole := joined(values):
        read = reader.read(whole, above)
    if read.kind == "note":
        return []
    lines: list[ReadLine] = []
    for text, column in zip(texts, columns, strict=True):
        is_known = column[0] in COUNTED
        if read.elements and not is_known and (more := reader.read(joined([*values, column]), above)).elements:
            read, is_known = more, True
            values.append(column)
        lines.append(ReadLine(text, read.kind if is_known else "unread"))
    first = next(place for place, (name, _) in enumerate(columns) if name == "reps")
    lines[first] = replace(read, text=texts[first])
    return lines


def _has_percent(item: Item) -> bool:
    return bool(item.load.percent or item.load.percents)


class _Above:
    """Tracker of the context of the next line of a segment."""

    def __init__(self, notation: Notation) -> None:
        self.context = Context()
        self._notation = notation
        self._scheme_counts = False  # True if the scheme has reps
        self._is_heading = False  # True if the movement above is only a name, outside a scheme
        self._trains = False  # True if there is work above
        self._has_level = False  # True if the heading of a level is above

    def add(self, line: ReadLine) -> None:
        """Take the next line."""
        above = self.context
        example: Example = ""
        if line.announces in ("examples", "notes") or (
            line.announces in ("example", "condition") and not above.example
        ):
            example = line.announces
        below = above.below
        match line.announces:
            case "results" | "advice" | "other sets" | "other counts" | "uncertain":
                below = line.announces
            case "level" | "lower level":
                if self._trains and (self._has_level or line.announces == "lower level"):
                    waits = above.movement and not (above.amount or above.sets or above.scheme)
                    below = "uncertain" if waits else "other level"  # `Back Squat`, `Beginner:`, `3x5`: no other sets
                self._has_level = True
            case _:
                pass
        if (example, below) != (above.example, above.below):
            self.context = replace(above, example=example, below=below)
        if line.hides:
            scheme = above.scheme or line.hides == "scheme"
            self.context = replace(self.context, scheme=scheme, movement=False, lift=False, amount=False, sets=False)
            self._scheme_counts = self._scheme_counts and line.hides != "scheme"
            self._is_heading = False
        for element in line.elements:
            self._add(element)

    def _is_lift(self, item: Item) -> bool:
        """Return whether the amounts below an item are those of a lift, and not the jumps of a jump squat."""
        return is_lift(item, self._notation.catalogue) and not MovementKind(self._notation, item.name).is_jumped

    def _add(self, element: Element) -> None:
        above = self.context
        self._trains = self._trains or isinstance(element, Movement | SetLine | Test)
        match element:
            case Scheme(rhythm=rhythm, amount=amount, is_tabata=is_tabata):
                self._scheme_counts = bool(amount.per_set or (amount.reps and not is_tabata))
                movement = self._is_heading
                lift = movement and above.lift
                interval = bool(rhythm.interval) or (above.interval and not above.movement)
                self.context = Context(
                    scheme=True,
                    movement=movement,
                    lift=lift,
                    tabata=is_tabata,
                    interval=interval,
                    window=above.window,
                    below=above.below,
                )
                self._is_heading = False
            case Movement(item=item):
                self._is_heading = item.is_bare and not above.scheme
                counts = item.amount.is_stated or self._scheme_counts
                lift, percent = self._is_lift(item), _has_percent(item)
                stated = (above.movement, above.amount, above.lift, above.percent, above.sets)
                if stated != (True, counts, lift, percent, False):
                    self.context = replace(above, movement=True, amount=counts, lift=lift, percent=percent, sets=False)
            case SetLine(item=item):
                self._is_heading = False
                counts, percent = above.amount or bool(item.amount.per_set), above.percent or _has_percent(item)
                if (above.amount, above.percent, above.sets) != (counts, percent, True):
                    self.context = replace(above, amount=counts, percent=percent, sets=True)
            case Test(item=item):
                self._is_heading = False
                movement = bool(item.name) or above.movement
                lift = self._is_lift(item) if item.name else above.lift
                self.context = Context(scheme=True, movement=movement, lift=lift, window=above.window)
            case Connector(ends=True, window=window):
                self._scheme_counts = self._is_heading = False
                self.context = Context(window=window)
            case _:
                pass
