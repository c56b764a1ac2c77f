"""Take sets whose load is not written again: `60 kg x 3, x 3, x 2`."""

from itertools import pairwise

from wod.notation.values import Amount, Span
from wod.notation.work.draft import Draft

_REPEATS = frozenset({(",", "x", "{count}"), (";", "x", "{count}")})
_LOADS = frozenset({"{percent}", "{weight}"})


def repeats_load(draft: Draft) -> bool:
    """Return whether repetitions after commas are sets with the same load.

    One alone, `60 kg x 3, x 3`, may be the number of sets.
    """
    item, symbols = draft.item, [token.symbol for token in draft.tokens]
    if item.rhythm.is_stated or item.rest.is_stated or draft.has_count_in_front:
        return False
    if not (item.load.percent or item.load.weight):
        return False
    if not any(one in _LOADS and following == "x" for one, following in pairwise(symbols)):
        return False
    repeats = (
        tuple(symbols[place : place + 3]) in _REPEATS and symbols[place + 3 : place + 4] != ["set"]
        for place in range(len(symbols))
    )
    return sum(repeats) > 1


def add_set(draft: Draft, reps: Span) -> None:
    """Give repetitions to the current item, or to another set with its load if it has some."""
    if draft.item.amount.reps:
        load = draft.item.load
        draft.begin_set()
        draft.load(load)
    draft.amount(Amount(reps=reps))
