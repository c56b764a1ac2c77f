"""From the lines of a session to its prescriptions: what the lifter is told to do, set by set.

Two passes. The first reads each line with what stands above it (`wod.notation.lines`). The second puts blocks together:
the scheme gives sets, interval and total; the movement line gives movement, amount and load; set lines divide the sets;
a rest belongs to what stands before it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import takewhile
from typing import Any

from wod.models import Finding, Prescription
from wod.notation.elements import (
    ALL_SETS,
    LAST_SET,
    BlockLoad,
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
)
from wod.notation.findings import findings_of_block, findings_of_line, findings_of_prescriptions
from wod.notation.lines import LineReader
from wod.notation.notation import Notation, notation_of
from wod.notation.values import NO_LOAD, Amount, Item, Load, Pause, Rhythm, Span

_NO_SCHEME = Scheme()
_TABATA = Scheme(Rhythm(sets=Span(8, 8)), Amount(time=Span(20, 20)), Pause(rest=Span(10, 10)), is_tabata=True)

type Fields = dict[str, Any]
"""A prescription as silver has it."""


@dataclass
class SegmentReading:
    """All that was read of a segment: each line with its kind, the prescriptions, and what is doubtful."""

    lines: list[ReadLine] = field(default_factory=list)
    prescriptions: list[Prescription] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class SessionReading:
    """All that was read of a session, as silver has it."""

    prescriptions: list[Fields] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)


@cache
def _reader(notation: Notation) -> LineReader:
    return LineReader(notation)


def read_session(segments: Mapping[str, Sequence[str]], notation: Notation | None = None) -> SessionReading:
    """Read the lines of a session's segments, by their letters. Any text is read."""
    notation = notation or notation_of()
    reading = SessionReading()
    for letter in sorted(segments):
        lines, prescriptions, findings = _read(letter, segments[letter], notation)
        reading.prescriptions += prescriptions
        reading.lines += [{"segment": letter, "line": place, "kind": line.kind} for place, line in enumerate(lines)]
        reading.findings += [finding.model_dump() for finding in findings]
    return reading


def read_segment(segment: str, text: str, notation: Notation | None = None) -> SegmentReading:
    """Read a segment: its letter in lower case, and its lines joined by newlines. Any text is read."""
    lines, prescriptions, findings = _read(segment, text.split("\n") if text else [], notation or notation_of())
    return SegmentReading(lines, [Prescription.model_validate(one) for one in prescriptions], findings)


def _read(segment: str, lines: Sequence[str], notation: Notation) -> tuple[list[ReadLine], list[Fields], list[Finding]]:
    read = _read_lines(lines, _reader(notation))
    blocks = _blocks(read)
    prescriptions = [
        fields
        for block in blocks
        for entry in block.entries
        for fields in _prescriptions(segment, block, entry, notation)
    ]
    findings = [finding for line in read for finding in findings_of_line(segment, line)]
    for block in blocks:
        findings += findings_of_block(segment, block.text, block.scheme.rhythm, _numbered_sets(block))
        findings += _findings_of_own_numbers(segment, block)
    return read, prescriptions, findings + findings_of_prescriptions(segment, prescriptions)


def _findings_of_own_numbers(segment: str, block: "_Block") -> list[Finding]:
    """Findings for a scheme whose reps or sets no line has, because each states its own."""
    findings = []
    amount, rhythm = block.scheme.amount, block.scheme.rhythm
    if amount.is_stated and block.entries and all(entry.item.amount.is_stated for entry in block.entries):
        message = "The scheme says how much, and so does each line below it: the lines count."
        findings.append(Finding(rule="number", segment=segment, line=block.text, message=message))
    for entry in block.entries:
        own = entry.item.rhythm
        if rhythm.interval and rhythm.sets and own.sets and own.first_set is None and own.sets != rhythm.sets:
            message = "The line states other sets than its scheme: the line counts."
            findings.append(Finding(rule="sets", segment=segment, line=entry.text, message=message))
    return findings


# First pass: line by line


def _read_lines(lines: Sequence[str], reader: LineReader) -> list[ReadLine]:
    above, scheme_counts, bare_above, read = Context(), False, False, []
    for text in lines:
        line = reader.read(text, above)
        read.append(line)
        example, results = line.announces == "example", above.results or line.announces == "results"
        if (example and not above.example, results) != (above.example, above.results):
            above = replace(above, example=example and not above.example, results=results)
        for element in line.elements:
            match element:
                case Scheme():
                    scheme_counts = bool(element.amount.per_set or (element.amount.reps and not element.is_tabata))
                    above = Context(scheme=True, movement=bare_above, tabata=element.is_tabata, results=above.results)
                    bare_above = False
                case Movement():
                    bare_above = element.item.is_bare and not above.scheme
                    counts = element.item.amount.is_stated or scheme_counts
                    if not above.movement or above.amount != counts:
                        above = replace(above, movement=True, amount=counts)
                case SetLine():
                    bare_above = False
                    if element.item.amount.per_set and not above.amount:
                        above = replace(above, amount=True)
                case Test():
                    bare_above = False
                    above = Context(scheme=True, movement=bool(element.item.name) or above.movement)
                case _:
                    pass
    return read


# Second pass: blocks


@dataclass
class _Entry:
    """What a movement line or a set line asks for. The set lines of one movement have the same group."""

    item: Item
    line: int
    text: str
    group: int
    station: bool = False
    number: int | None = None
    is_test: bool = False
    rep_max: int | None = None


@dataclass
class _Block:
    """A scheme with the movements below it."""

    number: int
    scheme: Scheme = _NO_SCHEME
    stated: bool = False
    text: str = ""
    load: Load = NO_LOAD
    resting_stations: int = 0
    has_gap: bool = False  # a line that was not read, which may be a station
    entries: list[_Entry] = field(default_factory=list)

    @property
    def stations(self) -> int:
        """How many take their turn; the set lines of one are one."""
        groups = {entry.group for entry in self.entries if entry.station}
        numbers = [entry.number for entry in self.entries if entry.number is not None]
        if not groups and len(numbers) > 1 and numbers == list(range(1, len(self.entries) + 1)):
            return len(numbers) + self.resting_stations
        return len(groups) + self.resting_stations


@dataclass(frozen=True)
class _Event:
    element: Element | None  # None: the line was not read
    line: int
    text: str


def _blocks(read: Iterable[ReadLine]) -> list[_Block]:
    """The blocks that ask for anything."""
    events = [
        _Event(element, place, line.text)
        for place, line in enumerate(read)
        for element in (line.elements or ([None] if line.kind == "unread" else []))
    ]
    composer = _Composer(schemes_below=_schemes_stand_below(events))
    for place, event in enumerate(events):
        composer.take(event, _following(events, place))
    return composer.finished()


def _following(events: list[_Event], place: int) -> Element | None:
    """The next element that asks for anything."""
    return next(
        (
            event.element
            for event in events[place + 1 :]
            if event.element and not isinstance(event.element, Rest | Connector | BlockLoad)
        ),
        None,
    )


def _schemes_stand_below(events: list[_Event]) -> bool:
    """Whether a segment has its schemes below their movements: it begins with work, and ends with a scheme."""
    asking = [event.element for event in events if event.element and not isinstance(event.element, Rest | Connector)]
    if len(asking) < 2 or not isinstance(asking[0], Movement) or not isinstance(asking[-1], Scheme):
        return False
    return not asking[0].item.is_bare or bool(asking[0].item.parts)


class _Composer:
    """Puts the elements of a segment together, one after another."""

    def __init__(self, *, schemes_below: bool) -> None:
        self._schemes_below = schemes_below
        self._blocks = [_Block(1)]
        self._current: _Entry | None = None  # the movement that set lines divide
        self._divided = False  # whether it has set lines already
        self._heading: _Entry | None = None  # a movement that stands above its scheme
        self._test: _Event | None = None  # a test that waits for its movement
        self._group = 0

    def finished(self) -> list[_Block]:
        return [block for block in self._blocks if block.entries]

    def take(self, event: _Event, following: Element | None) -> None:
        match event.element:
            case Scheme() as scheme:
                self._scheme(scheme, event, following)
            case TabataPart() as part:
                block = self._blocks[-1]
                block.scheme = _over(part.scheme, block.scheme)
            case Movement() as movement:
                self._movement(movement, event, following)
            case SetLine() as sets:
                self._set_line(sets.item, event)
            case Test() as test:
                self._take_test(test, event)
            case Rest() as rest:
                self._rest(rest)
            case BlockLoad() as load:
                self._blocks[-1].load = load.load
            case Connector():
                pass
            case None:
                self._blocks[-1].has_gap = True

    # Schemes

    def _scheme(self, scheme: Scheme, event: _Event, following: Element | None) -> None:
        block = self._blocks[-1]
        if block.entries and self._is_below(block, scheme, following):
            block.scheme, block.stated, block.text = _over(scheme, block.scheme), True, block.text or event.text
            if self._schemes_below and following is not None:
                self._blocks.append(_Block(block.number + 1))
                self._current = None
            return
        if block.entries:
            before, block = block, _Block(block.number + 1)
            self._blocks.append(block)
            rhythm, new = before.scheme.rhythm, scheme.rhythm
            goes_on = scheme.amount.per_set or event.text.lower().lstrip().startswith(("then", "and then"))
            if goes_on and rhythm.format == "for time" and not (new.format or new.interval or new.total):
                # `For time: 9-7-5 … 45-35-25 …`: the clock goes on
                block.scheme = Scheme(Rhythm(format=rhythm.format, total=rhythm.total))
        # `Three sets of:` above `AMRAP 5 minutes:` is one scheme in two lines.
        block.scheme = _TABATA if scheme.is_tabata else _over(scheme, block.scheme)
        block.text, block.stated = event.text, True
        self._test, self._current = None, self._heading
        self._divided, self._heading = False, None

    def _is_below(self, block: _Block, scheme: Scheme, following: Element | None) -> bool:
        """Whether a scheme stands below its movements: `10 Burpees`, `15 Air Squats`, `5 rounds for time`."""
        if scheme.is_tabata or any(entry.is_test for entry in block.entries):
            return False
        if self._schemes_below and not block.stated:
            return True
        if isinstance(following, SetLine) and not block.stated:
            return self._current is not None and block.entries[-1] is self._current and len(block.entries) == 1
        if following is not None:
            return False
        stated, new = block.scheme.rhythm, scheme.rhythm
        twice = (stated.sets and new.sets) or (stated.interval and new.interval) or (stated.total and new.total)
        return not twice and not (stated.format and new.format) and not scheme.amount.is_stated

    # Movements

    def _movement(self, element: Movement, event: _Event, following: Element | None) -> None:
        if self._test is not None:
            test = self._test.element
            item = replace(test.item, name=element.item.name, parts=element.item.parts)  # type: ignore[union-attr]
            self._end_test(item, test.rep_max, event)  # type: ignore[union-attr]
            return
        block = self._blocks[-1]
        if element.item.rhythm.first_set and self._current and self._current.item.is_bare and not self._divided:
            if block.entries and block.entries[-1] is self._current:
                block.entries.pop()  # the heading of sets that name their movements themselves
        if element.outside and block.entries:
            rhythm = block.scheme.rhythm
            block = _Block(block.number + 1, Scheme(Rhythm(format=rhythm.format, total=rhythm.total)), stated=True)
            self._blocks.append(block)
        heads = element.item.is_bare and isinstance(following, Scheme) and not block.stated and bool(block.entries)
        entry = self._entry(element.item, event)
        entry.station, entry.number = element.station, element.number
        self._current, self._divided = entry, element.item.rhythm.first_set is not None
        if heads:
            self._heading = entry
        block = self._block_for_movements()
        entry.item = _numbered(entry.item, block.scheme.rhythm.sets)
        block.entries.append(entry)

    def _entry(self, item: Item, event: _Event) -> _Entry:
        self._group += 1
        return _Entry(item, event.line, event.text, self._group)

    def _block_for_movements(self) -> _Block:
        """The block that is open; behind a test the next one, for a test is a scheme of its own."""
        block = self._blocks[-1]
        if block.entries and block.entries[-1].is_test and not block.stated:
            block = _Block(block.number + 1)
            self._blocks.append(block)
        return block

    # Sets

    def _set_line(self, item: Item, event: _Event) -> None:
        movement = self._current
        if movement is None:
            return
        block = self._blocks[-1]
        if item.rhythm.first_set == ALL_SETS and len({entry.group for entry in block.entries}) > 1:
            block.load = item.load
            return
        numbered = item.rhythm.first_set is not None
        only_load = not item.amount.is_stated and not item.rhythm.is_stated
        if not self._divided and only_load:
            movement.item = _joined(movement.item, item)  # `@ 90% of 1-RM Snatch` on a line of its own
            return
        block = self._block_for_movements()
        item = _numbered(item, block.scheme.rhythm.sets or movement.item.rhythm.sets)
        if not self._divided:
            self._divide(block, movement, item.rhythm.first_set if numbered else None)
        block.entries.append(
            _Entry(
                _carried(movement.item, item), event.line, event.text, movement.group, movement.station, movement.number
            )
        )

    def _divide(self, block: _Block, movement: _Entry, first: int | None) -> None:
        """Set lines replace the movement's own entry, except for any sets before the first one they name."""
        self._divided = True
        stands_there = bool(block.entries) and block.entries[-1] is movement
        if not stands_there:
            return
        if first and first > 1 and (movement.item.amount.is_stated or movement.item.load.is_heavy):
            own = Rhythm(first_set=1, last_set=first - 1, sets=Span(first - 1, first - 1))
            block.entries[-1] = replace(movement, item=replace(movement.item, rhythm=own.over(movement.item.rhythm)))
        else:
            block.entries.pop()

    # Tests and rests

    def _take_test(self, test: Test, event: _Event) -> None:
        movement, item = self._current, test.item
        block = self._blocks[-1]
        if not item.name and movement is not None:
            if not movement.item.is_bare or self._divided:
                return  # `Build to a 1-RM` below `Snatch x 1 rep` only says how
            if block.entries and block.entries[-1] is movement:
                block.entries.pop()
            item = replace(item, name=movement.item.name, parts=movement.item.parts)
        if block.entries or (block.stated and block.scheme.is_tabata):
            block = _Block(block.number + 1)
            self._blocks.append(block)
        elif block.stated and not block.entries:
            block.stated = False
        if item.name:
            self._end_test(item, test.rep_max, event)
        else:
            self._test, self._current = event, None

    def _end_test(self, item: Item, rep_max: int | None, event: _Event) -> None:
        """Take a test with its movement, which sets below it, `3 x 3 @ 90%`, go on with."""
        entry = self._entry(item, event)
        entry.is_test, entry.rep_max = True, rep_max
        self._blocks[-1].entries.append(entry)
        self._test = None
        self._group += 1
        self._current = _Entry(Item(name=item.name, parts=item.parts), event.line, event.text, self._group)
        self._divided = False

    def _rest(self, rest: Rest) -> None:
        block = self._blocks[-1]
        block.resting_stations += rest.station
        if rest.pause.rest is None:
            return
        if not block.entries:
            if block.stated:
                block.scheme = replace(block.scheme, rest=block.scheme.rest.over(rest.pause))
            return
        last = block.entries[-1]
        for entry in takewhile(lambda entry: entry.group == last.group, reversed(block.entries)):
            if entry.item.rest.is_stated:
                break
            entry.item = replace(entry.item, rest=rest.pause)


def _over(scheme: Scheme, other: Scheme) -> Scheme:
    """What a scheme states, and what only the other states."""
    return Scheme(
        scheme.rhythm.over(other.rhythm),
        scheme.amount if scheme.amount.is_stated else other.amount,
        scheme.rest.over(other.rest),
        other.is_tabata or scheme.is_tabata,
        scheme.remark or other.remark,
    )


def _joined(item: Item, below: Item) -> Item:
    return replace(
        item,
        load=below.load.over(item.load),
        rest=below.rest.over(item.rest),
        each_side=item.each_side or below.each_side,
    )


def _carried(movement: Item, sets: Item) -> Item:
    """What a set line asks for, with what it has from its movement: the name, and the amount and the load that it does
    not state."""
    amount = sets.amount
    if not amount.is_stated:
        amount = movement.amount
        if amount.per_set and sets.rhythm.first_set:
            amount = replace(amount, per_set=_slice(amount.per_set, sets.rhythm))
    elif amount.plus and movement.parts:
        amount = amount
    load = sets.load
    if load.is_heavy:
        of = movement.load if load.percent and not (load.percent_of or load.percent_of_rep_max) else NO_LOAD
        load = load.over(
            Load(tempo=movement.load.tempo, percent_of=of.percent_of, percent_of_rep_max=of.percent_of_rep_max)
        )
    else:
        load = load.over(movement.load)
    rhythm = sets.rhythm.over(Rhythm(interval=movement.rhythm.interval, total=movement.rhythm.total))
    if not sets.rhythm.sets and sets.rhythm.first_set is None and not sets.load.is_heavy:
        rhythm = rhythm.over(Rhythm(sets=movement.rhythm.sets))
    parts = movement.parts
    if amount.plus and len(amount.plus) == len(parts):
        parts = tuple(part.model_copy(update={"reps": reps}) for part, reps in zip(parts, amount.plus, strict=True))
        amount = replace(amount, plus=(), reps=amount.reps or Span(1, 1))
    return Item(
        name=movement.name,
        parts=parts,
        amount=amount,
        load=load,
        rhythm=rhythm,
        rest=sets.rest.over(movement.rest),
        each_side=sets.each_side or (movement.each_side and not sets.amount.is_stated),
        remark=sets.remark or movement.remark,
    )


def _slice(per_set: tuple[int, ...], rhythm: Rhythm) -> tuple[int, ...]:
    """The slice of a wave such as `3-2-1-3-2-1` that covers these sets."""
    return per_set[(rhythm.first_set or 1) - 1 : rhythm.last_set]


def _numbered(item: Item, of: Span | None) -> Item:
    """The item with the numbers of `All sets`, `Last set` and `Sets 4+`, if so many sets are known."""
    first, last = item.rhythm.first_set, item.rhythm.last_set
    if first is None:
        return item
    known = int(of.least) if of and of.least else None
    if first == ALL_SETS:
        first, last = (1, known) if known else (None, None)
    elif first == LAST_SET:
        first = last = known
    elif last is None:
        last = known if known and known >= first else None
    sets = Span(last - first + 1, last - first + 1) if first and last else None
    return replace(item, rhythm=replace(item.rhythm, first_set=first, last_set=last, sets=sets or item.rhythm.sets))


def _numbered_sets(block: _Block) -> list[tuple[int, str, list[tuple[int, int]]]]:
    """The numbered sets of each group of the block."""
    groups: dict[int, tuple[str, list[tuple[int, int]]]] = {}
    for entry in block.entries:
        rhythm = entry.item.rhythm
        if rhythm.first_set and rhythm.last_set:
            groups.setdefault(entry.group, (entry.text, []))[1].append((rhythm.first_set, rhythm.last_set))
    return [(group, text, ranges) for group, (text, ranges) in groups.items()]


# Prescriptions


def _prescriptions(segment: str, block: _Block, entry: _Entry, notation: Notation) -> Iterator[Fields]:
    """The prescriptions of an entry with what its scheme says: one, or one for each set if the loads are listed."""
    item = _complete(block, entry)
    item = _one_by_one(block, entry, _settled(item, notation))
    for one in _set_by_set(item):
        yield _fields(segment, block, entry, one, notation)


def _complete(block: _Block, entry: _Entry) -> Item:
    item, scheme = entry.item, block.scheme
    rhythm, amount = scheme.rhythm, scheme.amount
    rest = item.rest
    if scheme.is_tabata:
        rest = scheme.rest
        sets, work, off = rhythm.sets, amount.time, scheme.rest.rest
        if sets and work and off and sets.least and work.least and off.least:
            rhythm = replace(rhythm, total=int(sets.least * (work.least + off.least)))
    elif amount.time or (block.entries and entry.group == block.entries[-1].group):
        rest = rest.over(scheme.rest)
    if entry.is_test:
        rhythm = Rhythm(interval=rhythm.interval, total=rhythm.total)
    else:
        rhythm = rhythm if block.stations and block.has_gap else _with_clock(rhythm, block.stations)
    if not item.amount.is_stated and not entry.is_test:
        if amount.per_set and item.rhythm.first_set:
            amount = replace(amount, per_set=_slice(amount.per_set, item.rhythm))
        item = replace(item, amount=amount)
    own = item.rhythm
    if own.sets and own.interval and not own.total and not own.first_set:
        own = _with_clock(own, 0)
    if own.total and own.interval and not own.sets:
        own = _with_clock(own, 0)
    load = item.load if item.load.is_heavy or not block.load.is_stated else block.load.over(item.load)
    remark = "; ".join(text for text in (scheme.remark, item.remark) if text)
    return Item(item.name, item.parts, item.amount, load, own.over(rhythm), rest, item.each_side, remark)


def _with_clock(rhythm: Rhythm, stations: int) -> Rhythm:
    """Interval, sets and total: if two are stated, the third is certain. Stations take the intervals in turn."""
    turn = rhythm.interval * max(stations, 1) if rhythm.interval else 0
    if turn and rhythm.total and rhythm.sets == Span(1, 1) and rhythm.total % turn == 0:
        rhythm = replace(rhythm, sets=None)  # `1 set every 2 minutes for 16 minutes`
    if turn and rhythm.total and not rhythm.sets and rhythm.total % turn == 0:
        sets = rhythm.total // turn
        return replace(rhythm, sets=Span(sets, sets))
    if turn and rhythm.sets and not rhythm.total and not stations and rhythm.sets.least == rhythm.sets.most:
        return replace(rhythm, total=int(turn * (rhythm.sets.least or 0)))
    return rhythm


def _settled(item: Item, notation: Notation) -> Item:
    """The item with what `2+1` says: of a clean and jerk no number of the whole, of another movement a cluster."""
    plus = item.amount.plus
    if not plus:
        return item
    amount = replace(item.amount, plus=())
    if item.parts:
        return replace(item, amount=amount)
    found = notation.catalogue.find(item.name)
    if found is None or found.family != "clean and jerk":
        amount = replace(amount, cluster=plus)
    return replace(item, amount=amount)


def _set_by_set(item: Item) -> Iterator[Item]:
    """The sets of an item one by one if each has its load: `5-5-5+ (65-75-85%)`."""
    percents = item.load.percents
    if not percents:
        yield item
        return
    sets = item.rhythm.sets
    per_set = item.amount.per_set
    known = len(per_set) or (int(sets.least) if sets and sets.least and sets.least == sets.most else 0)
    if known and known != len(percents):
        least = min(span.least for span in percents if span.least is not None)
        ends = [span.most for span in percents]
        most = None if None in ends else max(end for end in ends if end is not None)
        yield replace(item, load=replace(item.load, percents=(), percent=Span(least, most)))
        return
    first = item.rhythm.first_set or 1
    for place, percent in enumerate(percents):
        amount = item.amount
        if per_set:
            open_end = amount.open_end and place == len(percents) - 1
            amount = Amount(reps=Span(per_set[place], None if open_end else per_set[place]))
        rhythm = replace(item.rhythm, sets=Span(1, 1), first_set=first + place, last_set=first + place)
        yield replace(item, amount=amount, rhythm=rhythm, load=replace(item.load, percents=(), percent=percent))


def _one_by_one(block: _Block, entry: _Entry, item: Item) -> Item:
    """The item as one set, if it is one of several lines of sets that no number or scheme counts."""
    if item.rhythm.sets or not item.amount.is_stated or not item.load.is_heavy or entry.is_test:
        return item
    others = [other for other in block.entries if other.group == entry.group]
    if len(others) < 2:
        return item
    return replace(item, rhythm=replace(item.rhythm, sets=Span(1, 1)))


def _fields(segment: str, block: _Block, entry: _Entry, item: Item, notation: Notation) -> Fields:
    """The fields of a prescription, in the order of the model."""
    amount, load, rhythm = item.amount, item.load, item.rhythm
    catalogue = notation.catalogue
    found = catalogue.find_complex([part.movement for part in item.parts]) if item.parts else catalogue.find(item.name)
    reps = amount.reps
    if amount.cluster:
        reps = Span(sum(amount.cluster), sum(amount.cluster))
    sets = rhythm.sets
    per_set = list(amount.per_set) or None
    if (per_set and len(per_set) > 1) or (per_set and not sets):
        sets = Span(len(per_set or []), len(per_set or [])) if not (sets and sets.least == len(per_set or [])) else sets
    sets_min, sets_max = _ends(sets)
    weight_min, weight_max = load.weight or (None, None)
    distance_min, distance_max = amount.distance or (None, None)
    rest_min, rest_max = _ends(item.rest.rest)
    return {
        "segment": segment,
        "block": block.number,
        "movement": item.name,
        "canonical_movement": found.name if found else None,
        "family": found.family if found else None,
        "lift": found.lift if found else None,
        "complex": [part.model_dump() for part in item.parts] or None,
        "sets": None if entry.is_test else sets_min,
        "sets_max": sets_max if sets_max != sets_min else None,
        "first_set": rhythm.first_set,
        "last_set": rhythm.last_set,
        "reps_min": _whole(reps and reps.least),
        "reps_max": _whole(reps and reps.most),
        "reps_women": amount.reps_women,
        "reps_per_set": per_set,
        "cluster": list(amount.cluster) or None,
        "max_reps": amount.max_reps or amount.open_end,
        "each_side": item.each_side,
        "duration_seconds_min": _whole(amount.time and amount.time.least),
        "duration_seconds_max": _whole(amount.time and amount.time.most),
        "distance": distance_min,
        "distance_max": distance_max if distance_max != distance_min else None,
        "distance_women": amount.distance_women,
        "distance_unit": amount.distance_unit or None,
        "calories_min": _whole(amount.calories and amount.calories.least),
        "calories_max": _whole(amount.calories and amount.calories.most),
        "calories_women": amount.calories_women,
        "percent_min": load.percent.least if load.percent else None,
        "percent_max": load.percent.most if load.percent else None,
        "percent_of": load.percent_of,
        "percent_of_rep_max": load.percent_of_rep_max,
        "weight": weight_min,
        "weight_max": weight_max if weight_max != weight_min else None,
        "weight_women": load.weight_women,
        "weight_unit": load.weight_unit or None,
        "rpe_min": load.rpe.least if load.rpe else None,
        "rpe_max": load.rpe.most if load.rpe else None,
        "tempo": load.tempo or None,
        "rep_max_test": entry.rep_max,
        "format": rhythm.format,
        "interval_seconds": rhythm.interval,
        "total_seconds": rhythm.total,
        "rest_seconds": rest_min,
        "rest_seconds_max": rest_max if rest_max != rest_min else None,
        "load_text": load.text or None,
        "remark": item.remark or None,
        "line": entry.line,
        "text": entry.text,
    }


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (_whole(span.least), _whole(span.most)) if span else (None, None)


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
