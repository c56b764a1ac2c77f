"""Decide whether an amount is that of one set, or a total: of the set lines below it, or of all sets together.

`Snatch 8x2` above `Sets 1-4 @ 70%` is a total, and gives no prescription of its own. `Back Squat 3x5 @ 70%` above
`2x3 @ 80%` is three sets, and two sets follow.
"""

from collections.abc import Sequence
from copy import replace
from typing import Literal

from wod.language import words_of_all_languages
from wod.notation.grammar.measures import exactly
from wod.notation.grammar.movement_kinds import MovementKind
from wod.notation.grammar.notation import Notation
from wod.notation.values import Amount, Item, Load, Span

type Kind = Literal["heading", "sets", "uncertain"]


def kind_of(movement: Item, lines: Sequence[Item]) -> Kind:
    """Return the role of a movement's own line above its set lines: their heading, sets of its own, or uncertain.

    The set lines are as written, without values carried from the movement.
    """
    if _is_only_a_name(movement):
        return "heading"
    shares = [line for line in lines if _amounts(line) <= _amounts(movement)]
    contains = all(_contains(movement.load, line.load) for line in lines)
    counts = _has_as_many_sets(movement, lines)
    if any(line.rhythm.first_set is not None for line in lines) or not movement.amount.is_stated:
        is_used = shares or not movement.amount.is_stated
        return "heading" if is_used and contains and counts else "uncertain"
    if not _says_which_sets(movement):
        return "heading" if len(shares) == len(lines) else "uncertain"
    if again := _said_again(movement, lines):
        return again
    is_exact = _is_exact(movement.load)
    has_own_load = is_exact and not all(_is_other_measure(movement.load, line.load) for line in lines)
    if has_own_load or not contains or not shares:
        return "sets"
    if not movement.load.is_heavy and not any(line.load.is_heavy for line in lines):
        return "sets"  # `3 sets of 5`, `2 sets of 5`
    are_loads = len(shares) == len(lines) and all(line.load.is_heavy for line in lines)
    return "heading" if are_loads and counts and not is_exact else "uncertain"


def may_total_all_sets(item: Item, notation: Notation) -> bool:
    """Return whether repetitions may belong to all sets together: `3 sets, 30 Pull-Ups total`, `100 in total`.

    The total of a movement with sides may count both in each set: `Lunges x 20 total`, `20 total Lunges`.
    """
    if item.amount.reps is None:
        return False
    total, in_total = (words_of_all_languages("totals", key) for key in ("total", "in_total"))
    words, remarks = item.name.lower().split(), {*item.remark.lower().split("; ")}
    says_so = (len(words) > 1 and words[-1] in total) or not remarks.isdisjoint(in_total)
    plain = [word.strip("()") for word in words]
    name = " ".join(word for word in plain if word not in total)
    says_total = bool(name) and not total.isdisjoint({*plain[:1], *plain[-1:], *remarks})
    return says_so or (says_total and MovementKind(notation, name).uses_both_sides)


def apart(line: Item, written: Item) -> Item:
    """Return a set line without the load and the clock that it has from a movement with sets of its own."""
    rhythm = replace(line.rhythm, sets=written.rhythm.sets, total=written.rhythm.total)
    load = line.load if written.load.is_heavy else replace(written.load, tempo=line.load.tempo)
    return replace(line, rhythm=rhythm, load=load)


def _is_only_a_name(movement: Item) -> bool:
    """Return whether a line has no numbers of sets: `ME Back Squat`, `Back Squat, heavy`."""
    amount = replace(movement.amount, max_reps=False)
    return not (amount.is_stated or movement.rhythm.sets or _has_numbers(movement.load))


def _says_which_sets(movement: Item) -> bool:
    return bool(movement.rhythm.sets or movement.amount.per_set or _has_numbers(movement.load))


def _said_again(movement: Item, lines: Sequence[Item]) -> Literal["", "heading", "uncertain"]:
    """Return the role of a movement's sets if rows name each again: `Squat 4-4-4 @ 75%`, and three times `4 @ 75%`.

    Rows with other loads are sets that follow; it is uncertain if some of them have the same load.
    """
    stated, named = _set_by_set(movement), [one for line in lines for one in _set_by_set(line)]
    loads, others = _loads([movement]), _loads(lines)
    if len(stated) < 2 or stated != named or not movement.load.is_heavy or not any(load in others for load in loads):
        return ""
    return "heading" if loads == others and len(lines) > 1 else "uncertain"


def _set_by_set(item: Item) -> list[Amount]:
    """Return the amount of each set; none if it is not known how many there are."""
    if item.amount.per_set:
        return [Amount(reps=exactly(reps)) for reps in item.amount.per_set]
    sets = item.rhythm.sets or exactly(1)
    return [item.amount] * int(sets.least or 0) if sets.least == sets.most else []


def _loads(items: Sequence[Item]) -> list[Load]:
    """Return the load of each set, without tempos and remarks."""
    loads = list[Load]()
    for item in items:
        of_each = [Load(percent=percent) for percent in item.load.percents]
        load = Load(percent=item.load.percent, weight=item.load.weight, rpe=item.load.rpe)
        loads += of_each or [load] * len(_set_by_set(item))
    return loads


# Amounts


def _amounts(item: Item) -> frozenset[Amount]:
    """Return the different amounts of the sets of an item; a set line without one has that of its movement."""
    amount = item.amount
    if amount.per_set:
        return frozenset(Amount(reps=exactly(reps)) for reps in amount.per_set)
    return frozenset({amount}) if amount.is_stated else frozenset()


def _has_as_many_sets(movement: Item, lines: Sequence[Item]) -> bool:
    """Return whether set lines have together the sets of their movement, if it states them."""
    wanted, counted = _sets(movement), [_sets(line) or exactly(1) for line in lines]
    if wanted is None:
        return True
    if len(lines) == 1 and not lines[0].rhythm.is_stated and not movement.amount.is_stated:
        return True  # `Back Squat x 5 sets`, `3 reps @ 80%`
    least, most = sum(one.least or 0 for one in counted), sum(one.most or 0 for one in counted)
    return least <= (wanted.most or least) and (wanted.least or 0) <= most


def _sets(item: Item) -> Span | None:
    listed = len(item.amount.per_set)
    return item.rhythm.sets or (exactly(listed) if listed else None)


# Loads


def _has_numbers(load: Load) -> bool:
    return bool(load.has_percent or load.weight or load.rpe)


def _is_exact(load: Load) -> bool:
    """Return whether a load belongs to certain sets, and not a range that others may be in."""
    spans = [span for span in (load.percent, load.weight, load.rpe) if span]
    return bool(load.percents) or any(span.least == span.most for span in spans)


def _is_other_measure(load: Load, other: Load) -> bool:
    """Return whether two loads cannot be compared, such as a percent and a weight."""
    percents = load.has_percent and other.has_percent
    return not (percents or (load.weight and other.weight) or (load.rpe and other.rpe))


def is_another(load: Load, other: Load) -> bool:
    """Return whether two loads of the same measure differ."""
    fields = ("percent", "percents", "weight", "rpe")
    same = all(getattr(load, field) == getattr(other, field) for field in fields)
    return not same and not _is_other_measure(load, other)


def _contains(load: Load, other: Load) -> bool:
    """Return whether a load contains another; it does if one of them is not stated, or has another measure."""
    if load.percents and other.percents:
        return load.percents == other.percents
    if load.percents or other.percents:
        return _is_other_measure(load, other)
    pairs = ((load.percent, other.percent), (load.weight, other.weight), (load.rpe, other.rpe))
    return all(one is None or two is None or _is_within(two, one) for one, two in pairs)


def _is_within(span: Span, wide: Span) -> bool:
    least, most = span.least or 0, span.most or span.least or 0
    return (wide.least or 0) <= least and (wide.most is None or most <= wide.most)
