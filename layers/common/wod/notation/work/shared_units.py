"""Give the numbers of a list the unit that only one of them has: `3 @ 70, 3 @ 75, 2 @ 80%`, `3 @ 70 kg, 3 @ 75`."""

from collections.abc import Sequence
from copy import replace
from itertools import pairwise

from wod.notation.grammar.measures import exactly
from wod.notation.values import Item, Load

_WIDEST_STEP = 1.3  # from a number to the next: higher ones may be of another unit, `3 @ 70%, 3 @ 100`
_LEAST_PERCENT, _MOST_PERCENT = 30, 110


def share_unit(items: Sequence[Item]) -> None:
    """Give the sets of one movement the unit that only the first or the last has, if their numbers climb evenly.

    Numbers with a bracket such as `(% of 1-RM)` after them are percents. Others stay as written: `3 @ 100, 2 @ 80%`.
    """
    if any(item.name for item in items[1:]):
        return
    loads = [item.load for item in items]
    if _has_bare_percents(loads):
        for item in items:
            item.load = replace(item.load, text="", percent=exactly(_number(item.load)))
        return
    for stated, others in ((loads[-1], items[:-1]), (loads[0], items[1:])):
        if others and _climbs_evenly(loads) and _has_one_number(stated) and all(_is_bare(one.load) for one in others):
            for item in others:
                item.load = _in_unit_of(stated, item.load)
            return


def _has_bare_percents(loads: Sequence[Load]) -> bool:
    """Return whether all loads are bare numbers, and the last says of which rep max they are percents."""
    *others, last = loads
    of_last = replace(last, percent_of=None, percent_of_rep_max=None)
    is_of_rep_max = last.percent_of_rep_max is not None and _is_bare(of_last)
    return (
        is_of_rep_max
        and all(map(_is_bare, others))
        and all(_LEAST_PERCENT <= _number(load) <= _MOST_PERCENT for load in loads)
    )


def _is_bare(load: Load) -> bool:
    """Return whether a load is only a number without a unit; it may have a tempo."""
    return load == Load(text=load.text, tempo=load.tempo) and load.has_bare_number


def _has_one_number(load: Load) -> bool:
    span = load.percent or load.weight
    is_plain = load.weight_women is None and not load.text
    return is_plain and span is not None and span.least is not None and span.least == span.most


def _number(load: Load) -> float:
    span = load.percent or load.weight
    if span and span.least is not None:
        return span.least
    return float(load.text.replace(",", ".")) if load.has_bare_number else 0


def _climbs_evenly(loads: Sequence[Load]) -> bool:
    numbers = [_number(load) for load in loads]
    climbs = all(0 < low <= high <= _WIDEST_STEP * low for low, high in pairwise(numbers))
    are_percents = any(load.percent for load in loads)
    return climbs and (not are_percents or (numbers[0] >= _LEAST_PERCENT and numbers[-1] <= _MOST_PERCENT))


def _in_unit_of(stated: Load, load: Load) -> Load:
    if stated.percent:
        return replace(load, text="", percent=exactly(_number(load)))
    return replace(load, text="", weight=exactly(_number(load)), weight_unit=stated.weight_unit)
