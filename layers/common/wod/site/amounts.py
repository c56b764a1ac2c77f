"""The amount of one set, in a few characters: `3 reps`, `0:40`, `400 m`, `70–75 %`."""

from collections.abc import Callable

import msgspec

from wod.lifting.lifter import Pair
from wod.lifting.loads import own_amounts
from wod.models import Prescription
from wod.site.words import NO_BREAK, Words, clock


def sets_of(p: Prescription) -> str:
    """Return the sets of a row, `1–3`, or their number, `5 ×`; empty if there is one, or its reps say it."""
    if p.first_set is not None:
        return span(p.first_set, p.last_set, str)
    if p.sets is None or p.reps_per_set or (p.sets == 1 and p.sets_max is None):
        return ""
    return f"{span(p.sets, p.sets_max or p.sets, str)}{NO_BREAK}×"


def amount_of(p: Prescription, words: Words) -> str:
    """Return the amount of one set: reps, time, distance, calories; both of a pair, as the script shows the
    lifter's."""
    amounts = [
        _reps(p, words),
        span(p.duration_seconds_min, p.duration_seconds_max, clock),
        _unit(
            _pair(span(p.distance, p.distance_max or p.distance, words.figure), p.distance_women, words),
            p.distance_unit or "",
        ),
        _unit(_pair(span(p.calories_min, p.calories_max, str), p.calories_women, words), "cal"),
    ]
    stated = " · ".join(amount for amount in amounts if amount)
    if p.rep_max_test is not None:
        stated = f"{p.rep_max_test}RM"
    return f"{stated} {words('each side')}" if p.each_side and stated else stated


def pair_of(p: Prescription, words: Words) -> tuple[str, str] | None:
    """Return the first and the second amount of a pair such as `400/350 m`; None if there is no second."""
    both: list[Pair] = ["first", "second"]
    first, second = (
        amount_of(msgspec.convert(own_amounts(msgspec.to_builtins(p), pair), Prescription), words) for pair in both
    )
    return (first, second) if first != second else None


def percent_of(p: Prescription, words: Words) -> str:
    """Return `70 %`, `70–75 %`, `up to 70 %` or `101+ %`; empty if there is no percent of a rep max."""
    if p.percent_min is None and p.percent_max is not None:
        return words("up to {percent}", percent=_unit(words.figure(p.percent_max), "%"))
    return _unit(span(p.percent_min, p.percent_max, words.figure), "%")


def weight_of(p: Prescription, words: Words) -> str:
    """Return a weight as stated: `60 kg`, `43/30 kg`."""
    weight = span(p.weight, p.weight_max or p.weight, words.figure)
    return _unit(_pair(weight, p.weight_women, words), p.weight_unit or "")


def load_notes(p: Prescription, words: Words) -> list[str]:
    """Return the rest of the load and the manner of the set, each as written or in one word."""
    rpe = span(p.rpe_min, p.rpe_max, words.figure)
    notes = [
        p.load_text or "",
        f"RPE {rpe}" if rpe else "",
        words("tempo {tempo}", tempo=p.tempo) if p.tempo else "",
        words("as many as possible") if p.max_reps else "",
        p.remark or "",
    ]
    return [note for note in notes if note]


def span[Value](least: Value | None, most: Value | None, shown: Callable[[Value], str]) -> str:
    """Return `3`, `3–5`, or `3+` without a maximum; empty if nothing is stated."""
    if least is None:
        return "" if most is None else shown(most)
    if most is None:
        return f"{shown(least)}+"
    return shown(least) if least == most else f"{shown(least)}–{shown(most)}"


def _reps(p: Prescription, words: Words) -> str:
    if p.reps_per_set:
        return f"{'-'.join(map(str, p.reps_per_set))} {words('reps')}"
    if p.cluster:
        return f"{'.'.join(map(str, p.cluster))} {words('reps')}"
    reps = span(p.reps_min, p.reps_max, str)
    if not reps:
        return ""
    if counts := p.counts_of_parts:
        return f"{counts if reps == '1' else f'{reps} × ({counts})'}{NO_BREAK}{words('reps')}"
    one = p.reps_min == p.reps_max == 1 and p.reps_women is None
    return f"{_pair(reps, p.reps_women, words)}{NO_BREAK}{words('rep') if one else words('reps')}"


def _pair(first: str, second: float | None, words: Words) -> str:
    return f"{first}/{words.figure(second)}" if first and second is not None else first


def _unit(number: str, unit: str) -> str:
    return f"{number}{NO_BREAK}{unit}" if number else ""
