"""The rhythm of a block: its text, and its clock."""

from dataclasses import dataclass
from typing import Literal

from wod.models import Prescription
from wod.site.amounts import span
from wod.site.words import Words, clock

type ClockKind = Literal["every", "work and rest", "rest", "down", "up"]


@dataclass(frozen=True)
class Clock:
    """A clock that can be started. Times are seconds.

    - `every`: `rounds` intervals of `seconds`
    - `work and rest`: `rounds` times `seconds` of work and `rest` of rest
    - `rest`: `rounds` sets, with `rest` counted down after each
    - `down`: `seconds`, once
    - `up`: from nothing, until it is stopped
    """

    kind: ClockKind
    seconds: int = 0
    rest: int = 0
    rounds: int = 1


def clock_of(prescriptions: list[Prescription]) -> Clock | None:
    """Return the clock of a block, if it has a rhythm that can be counted."""
    first = prescriptions[0]
    if first.interval_seconds:
        return Clock("every", first.interval_seconds, rounds=_rounds(prescriptions) or 1)
    if _is_tabata(first) and first.duration_seconds_min and first.rest_seconds:
        return Clock("work and rest", first.duration_seconds_min, first.rest_seconds, first.sets or 8)
    if first.total_seconds:
        return Clock("down", first.total_seconds)
    if first.format == "for time":
        return Clock("up")
    rest = prescriptions[-1].rest_seconds
    if rest and len(_rests(prescriptions)) == 1:
        return Clock("rest", rest=rest, rounds=_rounds(prescriptions) or 1)
    return None


def scheme_of(prescriptions: list[Prescription], words: Words) -> str:
    """Return `every 2:00 × 8`, `in 20:00`, `5 rounds for time`; empty if the block has no rhythm."""
    first, rounds = prescriptions[0], _rounds(prescriptions)
    total = clock(first.total_seconds) if first.total_seconds else ""
    if first.interval_seconds:
        return words("every {time}", time=clock(first.interval_seconds)) + (f" × {rounds}" if rounds else "")
    if _is_tabata(first) and first.duration_seconds_min:
        work, rest = clock(first.duration_seconds_min), clock(first.rest_seconds or 0)
        return words("{work} on, {rest} off", work=work, rest=rest) + f" × {first.sets or 8}"
    if first.format == "amrap":
        return f"AMRAP {total}".rstrip()
    if first.format == "for time":
        whole = words("{sets} rounds for time", sets=first.sets) if _is_circuit(first) else words("for time")
        return f"{whole}, {words('cap {time}', time=total)}" if total else whole
    if total:
        return words("in {time}", time=total)
    return _sets_and_rest(prescriptions, words)


def _sets_and_rest(prescriptions: list[Prescription], words: Words) -> str:
    least, most = _sets(prescriptions)
    several = len(prescriptions) > 1 and (least or 0) > 1 and prescriptions[0].first_set is None
    sets = words("{sets} sets", sets=span(least, most, str)) if several else ""
    times = " / ".join(_rests(prescriptions)) if prescriptions[-1].rest_seconds else ""
    rest = words("rest {time}", time=times) if times else ""
    return ", ".join(part for part in (sets, rest) if part)


def _rests(prescriptions: list[Prescription]) -> list[str]:
    """Return the different rests of a block in their order: `1:00`, `1:30` if each movement has its own."""
    rests = (span(p.rest_seconds, p.rest_seconds_max or p.rest_seconds, clock) for p in prescriptions if p.rest_seconds)
    return list(dict.fromkeys(rests))


def _rounds(prescriptions: list[Prescription]) -> int | None:
    """Return the rounds of the clock: by its total, by the last set line, or by the sets of the block."""
    first = prescriptions[0]
    if first.total_seconds and first.interval_seconds:
        return first.total_seconds // first.interval_seconds
    last_set = max((p.last_set for p in prescriptions if p.last_set is not None), default=None)
    return last_set or _sets(prescriptions)[0]


def _sets(prescriptions: list[Prescription]) -> tuple[int | None, int | None]:
    """Return how many sets a block has, at least and at most.

    They are the sum of a movement's set lines, or the sets that all its movements share. Both are None if a set line
    states none, or if the movements differ.
    """
    ranges = [(p.sets, p.sets_max or p.sets) for p in prescriptions if p.sets]
    if _are_set_lines(prescriptions):
        if len(ranges) < len(prescriptions):
            return None, None
        return sum(least for least, _ in ranges), sum(most for _, most in ranges)
    return ranges[0] if len(set(ranges)) == 1 else (None, None)


def _are_set_lines(prescriptions: list[Prescription]) -> bool:
    """Return whether the lines have one movement, and name it once: in a circuit, each line names what is done."""
    first = prescriptions[0]
    return all(
        p.movement == first.movement and (p.line == first.line or p.movement not in p.text) for p in prescriptions
    )


def _is_circuit(p: Prescription) -> bool:
    return (p.sets or 1) > 1 and not p.reps_per_set


def _is_tabata(p: Prescription) -> bool:
    """Return whether a set line states work, rest and their total, as those of a tabata do."""
    work, rest = p.duration_seconds_min, p.rest_seconds
    return bool(work and rest and p.sets and p.total_seconds == p.sets * (work + rest))
