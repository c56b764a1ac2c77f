"""From the text of a segment to its prescriptions: what the lifter is told to do, set by set."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby, takewhile
from typing import Any

from wod.models import Finding, Prescription
from wod.notation.amounts import Fields, divide_plus, wave_fields
from wod.notation.catalogue import find_complex, find_movement
from wod.notation.lines import (
    ALL_SETS,
    LAST_SET,
    Connector,
    Context,
    Element,
    Movement,
    ReadLine,
    Rest,
    Scheme,
    SetLine,
    TabataPart,
    Test,
    read_line,
)

MOST_PERCENT = 110
"""More than this is said of pulls at most, and is worth a look."""

_TABATA: Fields = {"sets": 8, "duration_seconds_min": 20, "duration_seconds_max": 20, "rest_seconds": 10}
_NOT_CARRIED_DOWN = {"sets", "sets_max", "first_set", "last_set", "reps_per_set"}
_LOADS = {"percent_min", "percent_max", "percent_of", "percent_of_rep_max", "weight", "weight_women", "weight_unit"}
_AMOUNTS = {
    "reps_min",
    "reps_max",
    "reps_per_set",
    "duration_seconds_min",
    "duration_seconds_max",
    "distance",
    "distance_unit",
    "calories_min",
    "calories_max",
    "max_reps",
    "cluster",
    "plus",
}


@dataclass
class SegmentReading:
    """All that was read of a segment: each line with its kind, the prescriptions, and what is doubtful."""

    lines: list[ReadLine] = field(default_factory=list)
    prescriptions: list[Prescription] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_segment(segment: str, text: str) -> SegmentReading:
    """Read a segment: its letter in lower case, and its lines joined by newlines. Any text is read."""
    composer = _Composer(segment)
    reading = SegmentReading()
    for line in text.split("\n") if text else []:
        read = composer.read(line)
        reading.lines.append(read)
        if read.kind == "unread":
            reading.findings.append(
                Finding(rule="unread", segment=segment, line=line, message="Neither notation nor prose was recognised.")
            )
    blocks = composer.finish()
    reading.prescriptions = [
        _prescription(segment, entry, _complete(block, entry)) for block in blocks for entry in block.entries
    ]
    reading.findings += [finding for block in blocks for finding in _doubts(segment, block)]
    doubts = [finding for prescription in reading.prescriptions for finding in _doubts_of_one(segment, prescription)]
    # The set lines of one movement have the same doubt: it is said once.
    reading.findings += {(finding.rule, finding.message): finding for finding in reversed(doubts)}.values()
    return reading


def read_prescriptions(segments: dict[str, str]) -> list[dict[str, Any]]:
    """The prescriptions of a session's segments, by their letters, as silver has them."""
    return [
        prescription.model_dump()
        for letter in sorted(segments)
        for prescription in read_segment(letter, segments[letter]).prescriptions
    ]


def by_line(lines: list[str], prescriptions: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The prescriptions of a segment, as silver has them, by the lines that ask for them.

    Lines of the same text share their prescriptions in order, evenly.
    """
    asked: dict[str, list[dict[str, Any]]] = {}
    for prescription in prescriptions:
        asked.setdefault(prescription["text"], []).append(prescription)
    left = Counter(lines)
    shares = []
    for line in lines:
        own = asked.get(line, [])
        share = -(-len(own) // left[line])  # rounded up
        shares.append(own[:share])
        asked[line] = own[share:]
        left[line] -= 1
    return shares


@dataclass
class _Entry:
    """A prescription in the making: the fields of its own line, and what it has from its block."""

    fields: Fields
    text: str
    block: int
    station: bool = False
    is_test: bool = False
    group: int = 0  # the entries of the set lines of one movement have the same


@dataclass
class _Block:
    """A scheme with the movements below it."""

    number: int
    scheme: Fields = field(default_factory=dict)
    text: str = ""
    is_tabata: bool = False
    resting_stations: int = 0
    entries: list[_Entry] = field(default_factory=list)

    @cached_property
    def stations(self) -> int:
        """How many take their turn, once all are read; the set lines of one are one."""
        return len({entry.group for entry in self.entries if entry.station}) + self.resting_stations


class _Composer:
    """Takes the lines of a segment one after another."""

    def __init__(self, segment: str) -> None:
        self._segment = segment
        self._blocks = [_Block(1)]
        self._scheme_stated = False
        self._current: _Entry | None = None  # the movement that set lines would divide
        self._divided = False  # whether it has set lines already
        self._test: _Entry | None = None  # a test that waits for its movement
        self._group = 0

    def read(self, text: str) -> ReadLine:
        """Read a line, with what stands above it, and take what it says."""
        block = self._blocks[-1]
        above = Context(
            scheme=self._scheme_stated or self._test is not None,
            movement=self._current is not None,
            amount=self._current is not None and bool(self._current.fields.keys() & _AMOUNTS),
            tabata=block.is_tabata,
        )
        read = read_line(text, above)
        for element in read.elements:
            self._take(element, text)
        return read

    def finish(self) -> list[_Block]:
        """The blocks that ask for anything."""
        return [block for block in self._blocks if block.entries]

    def _take(self, element: Element, text: str) -> None:
        match element:
            case Scheme():
                self._open(element, text)
            case TabataPart():
                self._tabata_part(element.fields)
            case Movement():
                self._movement(element, text)
            case SetLine():
                self._set_line(element.fields, text)
            case Test():
                self._take_test(element.fields, text)
            case Rest():
                self._rest(element)
            case Connector():
                pass

    def _open(self, scheme: Scheme, text: str) -> None:
        block = self._blocks[-1]
        heading = self._heading()
        if block.entries:
            block = _Block(block.number + 1)
            self._blocks.append(block)
        # `Three sets of:` above `AMRAP 5 minutes:` is one scheme in two lines.
        block.scheme, block.text, block.is_tabata = block.scheme | scheme.fields, text, scheme.is_tabata
        if scheme.is_tabata:
            block.scheme = dict(_TABATA)
        self._scheme_stated = True
        self._test = None
        self._current = None
        if heading:
            # `Snatch` above `Every 2 minutes …` is the movement of the set lines below
            self._current, self._divided = heading, False

    def _heading(self) -> _Entry | None:
        """A bare movement that stands alone above a scheme: it is taken out of the block above."""
        block, current = self._blocks[-1], self._current
        alone = current is not None and block.entries[-1:] == [current] and not self._scheme_stated
        if alone and current and current.fields.keys() <= {"movement", "complex"}:
            return block.entries.pop()
        return None

    def _movement(self, element: Movement, text: str) -> None:
        if self._test is not None:
            self._test.text = text
            self._test.fields |= {
                name: element.fields[name] for name in ("movement", "complex") if name in element.fields
            }
            self._end_test(self._test)
            return
        fields = _numbered(element.fields, self._blocks[-1].scheme.get("sets"))
        self._current = self._add(fields, text, station=element.station)
        self._divided = "first_set" in fields

    def _add(self, fields: Fields, text: str, *, station: bool = False) -> _Entry:
        self._group += 1
        block = self._block_for_movements()
        entry = _Entry(dict(fields), text, block.number, station=station, group=self._group)
        block.entries.append(entry)
        return entry

    def _block_for_movements(self) -> _Block:
        """The block that is open; behind a test the next one, for a test is a scheme of its own."""
        block = self._blocks[-1]
        if block.entries and block.entries[-1].is_test and not self._scheme_stated:
            block = _Block(block.number + 1)
            self._blocks.append(block)
        return block

    def _set_line(self, fields: Fields, text: str) -> None:
        movement = self._current
        if movement is None:
            return
        if not self._divided and not fields.keys() & (_AMOUNTS | {"first_set", "sets"}):
            movement.fields |= fields  # `@ 90% of 1-RM Snatch` on a line of its own
            return
        block = self._block_for_movements()
        fields = _numbered(fields, block.scheme.get("sets") or movement.fields.get("sets"))
        if not self._divided:
            self._divide(block, movement, fields.get("first_set"))
        carried = {name: value for name, value in movement.fields.items() if name not in _NOT_CARRIED_DOWN}
        if fields.keys() & _AMOUNTS:
            carried = {name: value for name, value in carried.items() if name not in _AMOUNTS}
        if fields.keys() & _LOADS:
            carried = {name: value for name, value in carried.items() if name not in _LOADS}
        wave = movement.fields.get("reps_per_set")
        if wave and not fields.keys() & _AMOUNTS:
            carried |= _wave_of(wave, fields)
        entry = _Entry(carried | fields, text, block.number, station=movement.station, group=movement.group)
        block.entries.append(entry)

    def _divide(self, block: _Block, movement: _Entry, first: int | None) -> None:
        """The movement's set lines stand for it; but the sets in front of the first that they name are its own."""
        self._divided = True
        stands_there = block.entries[-1:] and block.entries[-1] is movement
        if stands_there:
            block.entries.pop()
        if stands_there and first and first > 1 and movement.fields.keys() & (_AMOUNTS | _LOADS):
            own = movement.fields | {"first_set": 1, "last_set": first - 1, "sets": first - 1}
            block.entries.append(replace(movement, fields=own))

    def _take_test(self, fields: Fields, text: str) -> None:
        movement = self._current
        if "movement" not in fields and movement is not None:
            bare = movement.fields.keys() <= {"movement", "complex"} and not self._divided
            if not bare:
                return  # `Build to a 1-RM` below `Snatch x 1 rep` only says how
            if self._blocks[-1].entries[-1:] and self._blocks[-1].entries[-1] is movement:
                self._blocks[-1].entries.pop()
            fields = movement.fields | fields
        block = self._blocks[-1]
        if block.entries or (self._scheme_stated and block.is_tabata):
            block = _Block(block.number + 1)
            self._blocks.append(block)
            self._scheme_stated = False
        entry = _Entry(dict(fields), text, block.number, is_test=True)
        if "movement" in fields:
            self._end_test(entry)
        else:
            self._test = entry
            self._current = None

    def _end_test(self, entry: _Entry) -> None:
        """Take a test with its movement, which sets below it, `3 x 3 @ 90%`, go on with."""
        self._blocks[-1].entries.append(entry)
        self._test = None
        self._group += 1
        name: Fields = {field: entry.fields[field] for field in ("movement", "complex") if field in entry.fields}
        self._current, self._divided = _Entry(name, entry.text, entry.block, group=self._group), False

    def _rest(self, rest: Rest) -> None:
        block, fields = self._blocks[-1], rest.fields
        block.resting_stations += rest.station
        if not fields:
            return
        if not block.entries:
            if self._scheme_stated:
                block.scheme = fields | block.scheme
            return
        last = block.entries[-1]
        for entry in takewhile(lambda entry: entry.group == last.group, reversed(block.entries)):
            if "rest_seconds" in entry.fields:
                break
            entry.fields |= fields

    def _tabata_part(self, fields: Fields) -> None:
        self._blocks[-1].scheme |= fields


def _numbered(fields: Fields, of: int | None) -> Fields:
    """The fields with the numbers of `All sets`, `Last set` and `Sets 4+`, where so many sets are known."""
    first, last = fields.get("first_set"), fields.get("last_set")
    if first is None:
        return fields
    if first == ALL_SETS:
        first, last = (1, of) if of else (None, None)
    elif first == LAST_SET:
        first = last = of
    elif last is None:
        last = of if of and of >= first else None
    sets = last - first + 1 if first and last else None
    return fields | {"first_set": first, "last_set": last, "sets": sets}


def _complete(block: _Block, entry: _Entry) -> Fields:
    """The fields of an entry with what its scheme says."""
    scheme = dict(block.scheme)
    rest: Fields = {name: scheme.pop(name) for name in ("rest_seconds", "rest_seconds_max") if name in scheme}
    if block.is_tabata:
        scheme |= rest
        scheme["total_seconds"] = scheme["sets"] * (scheme["duration_seconds_min"] + scheme["rest_seconds"])
    elif block.entries and entry.group == block.entries[-1].group:
        scheme |= rest
    if entry.is_test:
        scheme = {name: scheme[name] for name in ("interval_seconds", "total_seconds") if name in scheme}
    else:
        scheme = _with_clock(scheme, block.stations)
    wave = scheme.pop("reps_per_set", None)
    if wave and not entry.fields.keys() & _AMOUNTS:
        scheme |= _wave_of(wave, entry.fields)
    if entry.fields.keys() & _AMOUNTS:
        scheme = {name: value for name, value in scheme.items() if name not in ("reps_min", "reps_max")}
    if "sets" in entry.fields:
        scheme.pop("sets_max", None)
    return scheme | entry.fields


def _wave_of(wave: list[int], fields: Fields) -> Fields:
    """Of `3-2-1-3-2-1` the part that is these sets' own, where they are some of them."""
    first, last = fields.get("first_set"), fields.get("last_set")
    return wave_fields(wave[first - 1 : last] if first and last else wave)


def _with_clock(scheme: Fields, stations: int) -> Fields:
    """Interval, sets and total: where two are stated, the third is certain. Stations take the intervals in turn."""
    interval, sets, total = (scheme.get(name) for name in ("interval_seconds", "sets", "total_seconds"))
    turn = interval * max(stations, 1) if interval else 0
    if turn and total and not sets and total % turn == 0:
        return scheme | {"sets": total // turn}
    if turn and sets and not total and not stations and "sets_max" not in scheme:
        return scheme | {"total_seconds": turn * sets}
    return scheme


def _prescription(segment: str, entry: _Entry, fields: Fields) -> Prescription:
    fields = divide_plus(fields)
    parts = fields.get("complex")
    found = find_complex([part["movement"] for part in parts]) if parts else find_movement(fields["movement"])
    return Prescription(
        segment=segment,
        block=entry.block,
        canonical_movement=found.name if found else None,
        family=found.family if found else None,
        lift=found.lift if found else None,
        text=entry.text,
        **fields,
    )


def _doubts(segment: str, block: _Block) -> list[Finding]:
    """Where a block contradicts itself."""
    findings = []
    scheme = block.scheme
    interval, sets, total = (scheme.get(name) for name in ("interval_seconds", "sets", "total_seconds"))
    in_turn = len({entry.group for entry in block.entries})  # `(3 sets of each)`
    if interval and sets and total and total not in (interval * sets, interval * sets * in_turn):
        message = f"{sets} sets every {interval} seconds are {interval * sets} seconds, and not {total}."
        findings.append(Finding(rule="clock", segment=segment, line=block.text, message=message))
    # The sets are divided by the lines of each movement, or between movements: `Sets 1-3 = Snatch`, `Sets 4-6 = Clean`.
    if _doubts_of_set_lines(segment, scheme, block.entries):
        for _, own in groupby(block.entries, key=lambda entry: entry.group):
            findings += _doubts_of_set_lines(segment, scheme, list(own))
    return findings


def _doubts_of_set_lines(segment: str, scheme: Fields, entries: list[_Entry]) -> list[Finding]:
    ranges = [
        (entry.fields["first_set"], entry.fields["last_set"]) for entry in entries if entry.fields.get("last_set")
    ]
    if not ranges:
        return []
    stated = [number for first, last in ranges for number in range(first, last + 1)]
    wanted = list(range(1, (scheme.get("sets_max") or scheme.get("sets") or max(stated)) + 1))
    if stated == wanted:
        return []
    message = f"The set lines name sets {_listed(stated)}, and the scheme has {len(wanted)}."
    return [Finding(rule="sets", segment=segment, line=entries[0].text, message=message)]


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:40])) + ("…" if len(numbers) > 40 else "")


def _doubts_of_one(segment: str, prescription: Prescription) -> list[Finding]:
    findings = []
    percents = [percent for percent in (prescription.percent_min, prescription.percent_max) if percent is not None]
    if percents and max(percents) > MOST_PERCENT:
        message = f"{max(percents):g} percent are more than {MOST_PERCENT}."
        findings.append(Finding(rule="percent", segment=segment, line=prescription.text, message=message))
    if prescription.canonical_movement is None:
        message = f"The catalogue does not know {prescription.movement!r}."
        findings.append(Finding(rule="movement", segment=segment, line=prescription.text, message=message))
    return findings
