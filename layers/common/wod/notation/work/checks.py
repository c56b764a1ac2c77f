"""Reject values that no coach means: no reps, 900 %, thirty-one sets of one. A line with them was misread."""

from collections.abc import Sequence
from copy import replace

from wod.notation.grammar.catalogue import Movement
from wod.notation.grammar.measures import LONGEST_REST, exactly
from wod.notation.values import Amount, Item, Load, Span, Unread
from wod.notation.work.bases import is_in_words, share_base

MOST_SETS = 30
"""The most sets of a movement."""

MOST_BELLS = 2
"""The most dumbbells or kettlebells that a lifter holds at once."""

MOST_REPS_OF_LIFTS = 50
"""In one of several sets; a higher number is a weight."""

MOST_REPS_OF_LOADS = 20
"""Beside a load without a unit."""

MOST_RPE = 10

LEAST_TOO_HEAVY = 1000
"""A load for nobody, in pounds."""

MOST_BODYWEIGHTS = 4
"""The most that anyone lifts."""

MOST_REPS_OF_SETS = 134
"""In one of several sets of any other movement, such as push-ups."""

_MOST_SETS_OF_LIFTS = 15  # of more than one repetition

_MOST_REPS = 1000
_LEAST_PERCENT, _MOST_PERCENT = 15, 200  # of a rep max; fewer are a difference
_MOST_WEIGHT = 1500  # of either unit
_LONGEST = 4 * 3600  # seconds
_WIDEST = 3  # of a range of reps, the ratio of its ends
_MOST_SETS_OF_MANY, _MANY = 12, 8  # sets of this many reps: sixteen sets of ten are a weight and reps


def check(item: Item) -> None:
    """Raise Unread if a value of an item is impossible, or if two contradict each other."""
    sets, per_set = item.rhythm.sets, item.amount.per_set
    if not (_is_possible_amount(item.amount) and _is_possible_load(item.load) and _are_possible_sets(sets)):
        raise Unread
    if item.rest.rest and (item.rest.rest.least or 0) > LONGEST_REST:
        raise Unread  # `rest 90'`, which may be seconds
    if sets and len(per_set) > 1 and sets != exactly(len(per_set)):  # `5 sets of 3-2-1`
        raise Unread
    if item.amount.cluster and item.load.percents and not sets:  # `3.2.1 @ 80,85,90%`: of each rep, or of each cluster
        raise Unread


def check_together(items: Sequence[Item]) -> None:
    """Raise Unread if items of one line are neither several movements nor the sets of one; count the sets."""
    named = sum(bool(item.name) for item in items)
    if len(items) < 2:
        return
    if named == 0 or (named == 1 and items[0].name):
        for item in items:
            if bool(item.amount.plus) != bool(items[0].amount.plus):
                raise Unread  # `(2+1) 70% x 2, 75% x 2`
            if not _is_a_set(item) or (item.load.percents and not all(other.load.is_heavy for other in items)):
                raise Unread  # `3x5, 3x3 (70, 80%)`
            if not item.rhythm.sets:
                item.rhythm = replace(item.rhythm, sets=exactly(1))
        share_base(items)
    elif named < len(items) or len({item.amount.is_stated for item in items}) > 1:
        raise Unread


def is_improbable(item: Item, movement: Movement | None) -> bool:
    """Return whether one of the numbers is a weight, because no one means so many: `Press 3x240`, `Snatch 25x3`,
    `Squat 4 x 12 - 130`.

    Sets on a clock may be many: `Snatch 20x2 every 30 seconds`.
    """
    if not item.rhythm.sets or not item.amount.reps or movement is None or movement.family == "conditioning":
        return False
    if item.rhythm.interval:
        return False
    sets, reps = item.rhythm.sets.least or 0, item.amount.reps.least or 0
    most = max(reps, item.amount.reps.most or 0)
    if (sets > _MOST_SETS_OF_MANY and reps >= _MANY) or (most > MOST_REPS_OF_LIFTS and most > _WIDEST * reps):
        return True
    if movement.lift:
        return most > MOST_REPS_OF_LIFTS or (sets > _MOST_SETS_OF_LIFTS and reps > 1)
    return most > MOST_REPS_OF_SETS


def is_measured(item: Item) -> bool:
    """Return whether an item has a time, a distance or calories, and so is not part of a complex."""
    return bool(item.amount.time or item.amount.distance or item.amount.calories)


def _is_a_set(item: Item) -> bool:
    """Return whether an item of a list is a set or sets: it has an amount, and a load or a number of sets."""
    return item.amount.is_stated and bool(item.load.is_heavy or item.rhythm.sets)


def _is_possible_amount(amount: Amount) -> bool:
    if amount.kinds > 1 or (amount.max_reps and amount.kinds > bool(amount.time)):
        return False
    if any(not 1 <= count <= _MOST_REPS for count in (*amount.per_set, *amount.cluster, *amount.plus)):
        return False
    if amount.reps and (amount.reps.most or amount.reps.least or 0) > _MOST_REPS:
        return False
    if amount.time and (amount.time.least or 0) > _LONGEST:
        return False
    spans = (amount.reps, amount.time, amount.calories, amount.distance)
    return all(map(_is_in_order, spans)) and all(map(_is_whole, spans[:3]))


def _is_in_order(span: Span | None) -> bool:
    if span is None:
        return True
    least, most = span
    return least is not None and least > 0 and (most is None or most >= least)


def _is_whole(span: Span | None) -> bool:
    return span is None or all(end is None or end == int(end) for end in span)


def _is_within(span: Span | None, least: float, most: float) -> bool:
    return span is None or all(end is None or least <= end <= most for end in span)


def _is_possible_load(load: Load) -> bool:
    if (load.percent and load.percents) or (load.weight and not (load.weight.least or 0) > 0):
        return False
    percents = (load.percent, *load.percents)
    if any(percents) and (load.has_bare_number or is_in_words(load)):
        return False  # `70 x 3, 80% x 2`: of two sets, not of one
    return (
        all(_is_within(percent, _LEAST_PERCENT, _MOST_PERCENT) for percent in percents)
        and _is_within(load.weight, 0, _MOST_WEIGHT)
        and _is_within(load.rpe, 1, MOST_RPE)
    )


def _are_possible_sets(sets: Span | None) -> bool:
    return sets is None or ((sets.least or 0) >= 1 and sets.most is not None and sets.most <= MOST_SETS)
