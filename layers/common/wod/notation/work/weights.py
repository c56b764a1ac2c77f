"""Take the phrases for weights: `60/40 kg`, `405x3 lbs`, `M 135 lb / W 95 lb`."""

from copy import replace

from wod.notation.grammar.measures import exactly, span_of
from wod.notation.grammar.phrases import Found
from wod.notation.values import Amount, Load, Span, Unread
from wod.notation.work.checks import MOST_REPS_OF_LIFTS, MOST_REPS_OF_LOADS
from wod.notation.work.draft import Draft

_TOO_LIGHT = {"kg": 12, "lb": 20}  # for a lift, if a higher number is in front: `405x3 lbs`
_MOST_REPS = 30  # of a lift with almost no weight


def weight(draft: Draft, found: Found) -> None:
    """Take `60/40 kg`; a second weight in another unit is the same load, `100 kg / 220 lb`."""
    token, stated = found.values["weight"], draft.item.load
    if (
        draft.is_compared(found)
        or token.most is None
        or draft.is_maximum_or_earlier(found)
        or draft.is_load_of_a_person()
    ):
        draft.load_until_mark(found)
    elif token.second is None and (name := draft.name_before(found)):
        draft.load_of(name, found)
    elif draft.is_in_brackets and stated.weight and _is_for_women(stated, span_of(token), token.unit):  # `65# (45#)`
        draft.item.load = replace(stated, weight_women=token.least)
    elif stated.weight and stated.weight_unit != token.unit and not stated.text:
        draft.load(Load(text=draft.written(found)))
    elif token.second is not None and token.second > token.least:
        draft.load(Load(text=draft.written(found)))  # `65/95 lb`: women first, or two levels
    elif not _is_swapped(draft, found):
        draft.load(Load(weight=span_of(token), weight_women=token.second, weight_unit=token.unit))


def _is_swapped(draft: Draft, found: Found) -> bool:
    """Take `405x3 lbs` and `225x5x3 lb`, whose unit belongs to the first number. Return False for `10x25 lb`.

    Raise Unread if either number may be the weight.
    """
    token, stated = found.values["weight"], draft.item
    before = draft.tokens[found.start - 1] if found.start else None
    if (
        before is None
        or draft.tokens[found.start].symbol != "x"
        or before.symbol != "{count}"
        or not stated.amount.reps
    ):
        return False
    reps, sets, last = stated.amount.reps, stated.rhythm.sets, token.least
    first = float(stated.load.text) if stated.load.text.isdigit() else (sets or reps).least or 0
    may_be_load = draft.names_a_lift or draft.movement.is_lifted or last <= MOST_REPS_OF_LOADS
    is_high = first > MOST_REPS_OF_LIFTS and not sets and may_be_load
    if first <= last or draft.movement.is_conditioning or not (is_high or last <= _TOO_LIGHT.get(token.unit, 0)):
        return False
    is_whole = last == int(last) == token.most and token.second is None
    if not draft.names_a_lift or not is_whole or first <= _MOST_REPS or last > MOST_REPS_OF_LOADS:
        raise Unread
    if sets or stated.load.text:
        stated.rhythm = replace(stated.rhythm, sets=exactly(last))
    else:
        stated.amount = Amount(reps=exactly(last))
    stated.load = replace(stated.load, text="")
    draft.load(Load(weight=exactly(first), weight_unit=token.unit))
    return True


def _is_for_women(stated: Load, weight: Span, unit: str) -> bool:
    """Return whether a weight is the lighter one of a pair."""
    are_single = stated.weight_women is None and stated.weight_unit == unit and weight.least == weight.most
    return are_single and stated.weight is not None and (weight.least or 0) < (stated.weight.least or 0)


def weights(draft: Draft, found: Found) -> None:
    """Take `(135, 95 lb)`, which is a pair in brackets, or `3x5 (30#, 40#, 50#)`, one for each set, as written.

    Below a lift, whose sets are not known here, `30#, 40#, 50#` may be alone.
    """
    token, item = found.values["weights"], draft.item
    sets = item.rhythm.sets or exactly(len(item.amount.per_set))
    is_alone = draft.below_lift and not (item.name or item.rhythm.sets or item.amount.is_stated)
    if token.most is not None and len(token.items) > 2 and (is_alone or sets == exactly(len(token.items))):
        draft.load(Load(text=draft.written(found)))
        return
    if len(token.items) != 2 or not draft.is_in_brackets or token.items[0] <= token.items[1] or token.most is None:
        raise Unread
    first, second = token.items
    draft.load(Load(weight=exactly(first), weight_women=second, weight_unit=token.unit))


def weight_of_each(draft: Draft, found: Found) -> None:
    """Take `M 135 lb / W 95 lb`. Raise Unread if the second is heavier."""
    men, women = found.values["men"], found.values["women"]
    if women.least > men.least:
        raise Unread
    if men.unit != women.unit or men.least != men.most or women.least != women.most or men.second or women.second:
        raise Unread
    draft.load(Load(weight=span_of(men), weight_women=women.least, weight_unit=men.unit))
