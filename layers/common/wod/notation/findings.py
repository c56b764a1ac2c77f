"""Report findings for a person to look at. A finding changes nothing in the reading."""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import replace
from typing import Any

import msgspec

from wod.models import Finding, Rule
from wod.notation.blocks.block import Block
from wod.notation.elements import ReadLine
from wod.notation.grammar.measures import exactly
from wod.notation.values import Amount, Rhythm
from wod.notation.work.complexes import counts_parts

MOST_PERCENT = 110
"""Only pulls have more, so a higher percent is a finding."""

_LISTED = 40

type _Contradiction = tuple[Rule, str, str]
"""The rule, the line, and the message."""


def findings_of_line(segment: str, line: ReadLine) -> list[Finding]:
    """Return a finding for an unread line, and for a note that looks like training."""
    if line.kind == "unread":
        message = "The line looks like training, but was not read: some of its words or numbers fit no notation."
        return [Finding(rule="unread", segment=segment, line=line.text, message=message)]
    if line.doubtful:
        message = "The line was taken for a note, but looks like training."
        return [Finding(rule="note", segment=segment, line=line.text, message=message)]
    return []


def findings_of_block(segment: str, block: Block) -> list[Finding]:
    """Return the contradictions of a block: in its clock, its numbers, and the sets that its lines name."""
    return [
        Finding(rule=rule, segment=segment, line=line, message=message)
        for rule, line, message in dict.fromkeys(  # a line of several movements has its finding once
            (
                *_contradictions_of_clock(block),
                *_doubt_of_title(block),
                *_contradictions_of_set_lines(block),
                *_contradictions_of_lines(block),
                *_doubtful_lines(block),
            )
        )
    ]


def _contradictions_of_clock(block: Block) -> Iterator[_Contradiction]:
    rhythm = block.scheme.rhythm
    interval, total = rhythm.interval, rhythm.total
    if interval:
        yield from _work_beyond_interval(block, interval)
    sets = int(rhythm.sets.least) if rhythm.sets and rhythm.sets.least else None
    if total and not sets:
        yield from _unknown_sets_of_turns(block, total)
    if not (interval and sets and total) or block.turns_of:
        return
    # Movements that take turns have the sets each; an unread line may be one of them.
    turns, rest = divmod(total, interval * sets)
    most = block.resting_stations + len({entry.group for entry in block.entries})
    if rest or (turns > max(most, 1) and sets > 1 and not block.has_gap):
        message = f"{sets} sets every {interval} seconds are {interval * sets} seconds, and not {total}."
        yield "clock", block.text, message


def _work_beyond_interval(block: Block, interval: int) -> Iterator[_Contradiction]:
    for entry in block.entries:
        time = entry.item.amount.time
        if time and (time.least or 0) > interval and not entry.is_test:
            yield "clock", entry.text, f"The work is longer than the {interval} seconds of its interval."


def _unknown_sets_of_turns(block: Block, total: int) -> Iterator[_Contradiction]:
    turn = (block.scheme.rhythm.interval or 0) * max(block.stations, 1)
    if block.has_doubtful_stations:
        yield "clock", block.text, "The lines that take turns are not certain, so that their sets are unknown."
    elif turn and total % turn:
        yield (
            "clock",
            block.text,
            f"Turns of {turn} seconds do not fill {total} seconds: their sets are unknown.",
        )


def _doubt_of_title(block: Block) -> Iterator[_Contradiction]:
    if block.title:
        yield "note", block.title, "The line may be a heading: the scheme above it is not given to the lines below it."


def _contradictions_of_set_lines(block: Block) -> Iterator[_Contradiction]:
    """Yield work that may be part of the rounds above, and movements whose lines do not name each set once.

    Sets may be divided between movements as well: `Sets 1-3 = Snatch`, `Sets 4-6 = Clean`.
    """
    if block.is_after_rounds and block.entries:
        yield (
            "sets",
            block.entries[0].text,
            "The line is after rounds and `then`: it is read as work done once.",
        )
    if block.may_be_inside and block.entries:
        yield (
            "clock",
            block.entries[0].text,
            "The line may be part of the scheme above: it is read as work of its own, without its numbers.",
        )
    for entry in block.entries:
        if entry.may_be_outside:
            yield "sets", entry.text, "The line is inside rounds and after `then`: it is read as work of each round."
    sets = block.scheme.rhythm.sets
    known = int(sets.most) if sets and sets.most else None
    texts: dict[int, str] = {}
    ranges: dict[int, list[tuple[int, int]]] = {}
    for entry in block.entries:
        first, last = entry.item.rhythm.first_set, entry.item.rhythm.last_set
        if first and last:
            texts.setdefault(entry.group, entry.text)
            ranges.setdefault(entry.group, []).append((first, last))
    if ranges and _gaps([one for group in ranges.values() for one in group], known):
        for group, text in texts.items():
            if message := _gaps(ranges[group], known):
                yield "sets", text, message


def _contradictions_of_lines(block: Block) -> Iterator[_Contradiction]:
    """Yield a scheme whose reps or sets no line uses, because each line has its own."""
    amount, rhythm = block.scheme.amount, block.scheme.rhythm
    numbers = rhythm.is_stated or amount.is_stated or block.scheme.remark
    has_finding = block.has_gap or block.improbable or block.uncertain
    if numbers and not block.entries and not has_finding:
        yield "unread", block.text, "The line says how much, but no movement was read for it."
    if amount.kinds and block.entries and all(entry.item.amount.kinds for entry in block.entries):
        yield "number", block.text, "The scheme says how much, and so does each line below it: the lines count."
    counted = Counter[int]()
    for entry in block.entries:
        counted[entry.group] += int((entry.item.rhythm.sets and entry.item.rhythm.sets.least) or 0)
    scheduled, total = block.scheduled_sets, counted.total()
    for entry in block.entries:
        stated, parts = entry.item.amount, entry.item.parts
        plus = stated.plus or (amount.plus if not stated.is_stated else ())
        if plus and parts and not counts_parts(replace(entry.item, amount=Amount(plus=plus))):
            message = (
                f"The line counts {len(plus)} movements, and the complex has {len(parts)}: its counts are left out."
            )
            yield "number", entry.text, message
        own, percents = entry.item.rhythm, len(entry.item.load.percents)
        sets = own.sets or rhythm.sets
        if percents > 1 and sets and sets != exactly(percents) and not entry.item.amount.per_set:
            yield "sets", entry.text, "The line lists other loads than it has sets: the least and the most count."
        states_others = scheduled not in (own.sets, exactly(counted[entry.group]), exactly(total))
        states_rounds = block.has_rounds and bool(entry.item.amount.reps) and own.sets != rhythm.sets
        listed = len(stated.per_set or (() if stated.is_stated else amount.per_set))
        lists_others = listed > 1 and not own.is_stated and rhythm.sets not in (None, exactly(listed))
        lists_others = lists_others or (listed > 1 and not _fill_clock(listed, own.over(rhythm), block))
        if lists_others or (own.sets and own.first_set is None and (states_rounds or (scheduled and states_others))):
            yield "sets", entry.text, "The line states other sets than its scheme: the line counts."


def _fill_clock(listed: int, rhythm: Rhythm, block: Block) -> bool:
    """Return whether listed sets fill the total of an interval, each in its turn: not `EMOM 10`, `5-4-3-2-1 Snatch`."""
    if not rhythm.interval or not rhythm.total or rhythm.sets or block.shares_clock:
        return True
    lines = len({entry.group for entry in block.entries}) + block.resting_stations
    turns = {1, block.stations or lines}
    return rhythm.total in {listed * rhythm.interval * turn for turn in turns}


def _doubtful_lines(block: Block) -> Iterator[_Contradiction]:
    """Yield the lines whose numbers are in no prescription, because it is not certain what they are."""
    for text in dict.fromkeys(entry.text for entry in block.improbable):
        message = (
            "The line has more sets or repetitions than anyone does, so one of its numbers may be a weight: "
            "it gives none."
        )
        yield "number", text, message
    for entry in block.entries:
        if entry.lacks_unit:
            message = (
                "The number has no unit, and the movement no repetitions, so it may be seconds, metres or calories."
            )
            yield "number", entry.text, message
    for entry in block.uncertain:
        message = "It is not certain which of the sets beside it the line is about: it gives none of its own."
        yield "sets", entry.text, message
    for text in block.waiting_tests:
        yield "unread", text, "The line is a test, but no movement was read for it."
    for text in block.unclear_loads:
        yield "number", text, "It is not certain which movements the load belongs to: it gives none."


def _gaps(ranges: list[tuple[int, int]], sets: int | None) -> str:
    """Return the message about missing or repeated sets; empty if the lines name each set once."""
    stated = [number for first, last in ranges for number in range(first, last + 1)]
    wanted = list(range(1, (sets or max(stated)) + 1))
    if stated == wanted:
        return ""
    listed = ", ".join(map(str, stated[:_LISTED])) + ("…" if len(stated) > _LISTED else "")
    return f"The set lines name sets {listed}, and the scheme has {len(wanted)}."


def findings_of_prescriptions(segment: str, prescriptions: Iterable[dict[str, Any]]) -> list[Finding]:
    """Return findings for improbable percents and for movements that the catalogue does not know, once each."""
    findings: dict[tuple[str, str], Finding] = {}
    for one in prescriptions:
        percents = [percent for percent in (one["percent_min"], one["percent_max"]) if percent is not None]
        messages: list[tuple[str, str]] = []
        if percents and max(percents) > MOST_PERCENT:
            messages.append(("percent", f"{max(percents):g} percent are more than {MOST_PERCENT}."))
        if one["canonical_movement"] is None:
            messages.append(("movement", f"The catalogue does not know {one['movement']!r}."))
        for rule, message in messages:
            finding = msgspec.convert(
                {"rule": rule, "segment": segment, "line": one["text"], "message": message}, Finding
            )
            findings.setdefault((rule, message), finding)
    return list(findings.values())
