"""The prescriptions of a session in short, movement by movement: `Snatch`, `8x2 70-82%`."""

from collections.abc import Callable
from decimal import Decimal
from itertools import groupby, pairwise

from wod.announcing.words import Words
from wod.language import normalise
from wod.models import Prescription, SessionRecord
from wod.shape import Shape

_SHORTEST_IN_MINUTES = 120
_LAST = 2
_HEAVY_BY_NATURE = ("Back Squat", "Front Squat", "Deadlift")


class Item(Shape):
    """One movement and its amount. `rank` orders items by importance, from 0: see `_rank`."""

    name: str
    amount: str
    rank: int


def items_of(record: SessionRecord, words: Words) -> list[Item]:
    """Return the items of a silver record, in the order of the session.

    Items of a level that the week's figures leave out have its name in front, and come last; so do those of an optional
    session.
    """
    is_main = record.counted and not record.optional
    level = "" if record.counted else f"{record.level or record.session}: "
    blocks = groupby(record.prescriptions, key=lambda p: (p.segment, p.block, p.movement))
    return [
        Item(
            name=level + " ".join(sets[0].movement.split()),
            amount=_amount(sets, words),
            rank=min(map(_rank, sets)) if is_main else _LAST,
        )
        for sets in (list(block) for _, block in blocks)
    ]


def _rank(p: Prescription) -> int:
    """Return 0 for a test or a lift with a load, 1 for another lift, 2 for the rest."""
    if p.lift is None and p.rep_max_test is None:
        return _LAST
    is_heavy = p.lift in _HEAVY_BY_NATURE or p.rep_max_test is not None
    loads = (p.percent_min, p.percent_max, p.weight, p.rpe_min, p.rpe_max, p.load_text)
    return 0 if is_heavy or any(load is not None for load in loads) else 1


def _amount(sets: list[Prescription], words: Words) -> str:
    if len(sets) > 1 and _add_up(sets):
        return _joined(
            f"{sets[-1].last_set}x{_reps_of_all(sets)}",
            _percents(_least_percent(sets), _most_percent(sets)),
            _percent_of(sets[0], words),
        )
    return " / ".join(dict.fromkeys(filter(None, (_amount_of(p, words) for p in sets))))


def _add_up(sets: list[Prescription]) -> bool:
    """Return whether set lines divide one scheme from first set to last, and differ in reps and percents only."""
    return (
        sets[0].first_set == 1
        and all(p.last_set is not None and q.first_set == p.last_set + 1 for p, q in pairwise(sets))
        and sets[-1].last_set is not None
        and len({_but_for_reps_and_percents(p) for p in sets}) == 1
        and all(p.reps_min is not None and not p.counts_of_parts for p in sets)
        and (all(p.percent_min is None and p.percent_max is None for p in sets) or all(map(_has_least, sets)))
    )


def _has_least(p: Prescription) -> bool:
    return p.percent_min is not None


def _but_for_reps_and_percents(p: Prescription) -> str:
    varying = {"sets", "first_set", "last_set", "reps_min", "reps_max", "percent_min", "percent_max"}
    of_one_line = {"rest_seconds", "rest_seconds_max", "remark", "line", "text"}
    return repr([getattr(p, name) for name in p.__struct_fields__ if name not in varying | of_one_line])


def _reps_of_all(sets: list[Prescription]) -> str:
    least = min(p.reps_min for p in sets if p.reps_min is not None)
    most = None if any(p.reps_max is None for p in sets) else max(p.reps_max or 0 for p in sets)
    return _span(least, most, str)


def _least_percent(sets: list[Prescription]) -> float | None:
    return min((p.percent_min for p in sets if p.percent_min is not None), default=None)


def _most_percent(sets: list[Prescription]) -> float | None:
    return None if any(p.percent_max is None for p in sets) else max(p.percent_max or 0 for p in sets)


def _amount_of(p: Prescription, words: Words) -> str:
    if p.rep_max_test is not None:
        return f"{p.rep_max_test}RM"
    return _joined(
        _sets_and_count(p, words),
        _percents(p.percent_min, p.percent_max),
        _percent_of(p, words),
        _unit(_pair(_span(p.weight, p.weight_max or p.weight, _figure), p.weight_women), p.weight_unit or ""),
        f"RPE{rpe}" if (rpe := _span(p.rpe_min, p.rpe_max, _figure)) else "",
        p.tempo or "",
        f"({' '.join(p.load_text.split())})" if p.load_text else "",
    )


def _sets_and_count(p: Prescription, words: Words) -> str:
    sets = _span(p.sets, p.sets_max or p.sets, str)
    count = _count(p)
    if count and p.each_side:
        count += words["each side"]
    if not count:
        return f"{sets} {words['sets']}" if sets else ""
    if p.reps_per_set:
        return count
    is_reps = p.reps_min is not None and not sets
    return f"x{count}" if is_reps else f"{sets}x{count}" if sets else count


def _count(p: Prescription) -> str:
    """Return the amount of one set, or of all sets if the post has them one by one."""
    if p.reps_per_set:
        return "-".join(map(str, p.reps_per_set))
    if p.cluster:
        return ".".join(map(str, p.cluster))
    reps = _pair(_span(p.reps_min, p.reps_max, str), p.reps_women)
    if reps and (parts := p.counts_of_parts):
        reps = f"({parts})" if reps == "1" else f"{reps}x({parts})"
    counts = [
        reps,
        _time(p.duration_seconds_min, p.duration_seconds_max),
        _unit(_pair(_span(p.distance, p.distance_max or p.distance, _figure), p.distance_women), p.distance_unit or ""),
        _unit(_pair(_span(p.calories_min, p.calories_max, str), p.calories_women), "cal"),
        "max" if p.max_reps else "",
    ]
    return " ".join(filter(None, counts))


def _percents(least: float | None, most: float | None) -> str:
    if least is not None and most is None:
        return f"{_figure(least)}%+"
    return _unit(_span(least, most, _figure), "%")


def _percent_of(p: Prescription, words: Words) -> str:
    """Return the base of a percent, if that is not the 1-RM of the lift itself."""
    if p.percent_min is None and p.percent_max is None:
        return ""
    rep_max = f"{p.percent_of_rep_max}RM" if p.percent_of_rep_max not in (None, 1) else ""
    own = {normalise(name) for name in (p.lift, p.movement, p.canonical_movement) if name}
    other = p.percent_of if p.percent_of and normalise(p.percent_of) not in own else ""
    return _joined(words["of"] if rep_max or other else "", rep_max, other)


def _time(least: int | None, most: int | None) -> str:
    stated = [seconds for seconds in (least, most) if seconds is not None]
    if all(seconds >= _SHORTEST_IN_MINUTES and seconds % 60 == 0 for seconds in stated):
        return _unit(_span(least, most, lambda seconds: str(seconds // 60)), "min")
    return _unit(_span(least, most, str), "s")


def _span[Value](least: Value | None, most: Value | None, shown: Callable[[Value], str]) -> str:
    if least is None:
        return "" if most is None else f"<={shown(most)}"
    if most is None:
        return f"{shown(least)}+"
    return shown(least) if least == most else f"{shown(least)}-{shown(most)}"


def _pair(first: str, second: float | None) -> str:
    return f"{first}/{_figure(second)}" if first and second is not None else first


def _unit(number: str, unit: str) -> str:
    return f"{number}{unit}" if number else ""


def _figure(value: float) -> str:
    return f"{Decimal(str(value)).normalize():f}"


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))
