"""Take the phrases for sides and pairs: `12 each leg`, `3 x 6L/6R`, `x 24/18`, `R+L = 1`."""

from wod.notation.grammar.measures import exactly, span_of
from wod.notation.grammar.phrases import Found
from wod.notation.values import Amount, Conflict, Load, Unread
from wod.notation.work import loads
from wod.notation.work.draft import Draft

_MOST_OF_EACH_SIDE = 12  # an equal pair of higher numbers may be a load


def pair(draft: Draft, found: Found) -> None:
    """Take `x 24/18`, for men and women, or `x 6/6`, for each side; after an amount or a name it is a load."""
    first, second = found.values["pair"].items
    if found.start and draft.tokens[found.start - 1].symbol == "/":
        raise Unread  # `70%/5/5`
    is_amount = draft.tokens[found.start].symbol == "x" or draft.ends_with(found, "rep")
    if draft.item.name and not is_amount and draft.movement.is_in_metres:
        raise Unread  # `Row 20/15`
    has_load_after = any(chunk.is_load or chunk.kind == "pair" for chunk in draft.after)  # `15/15 (50/35)`
    is_of_sides = first == second and (first <= _MOST_OF_EACH_SIDE or has_load_after)
    if is_of_sides and not draft.item.amount.kinds and not draft.movement.is_barbell_lift:
        is_amount = is_amount or not (draft.is_in_brackets or draft.movement.is_thrown)  # `Turkish Get-Ups 5/5`
    if draft.item.name and not is_amount:
        _check_work_and_rest(draft)
        draft.load(Load(text=draft.written(found)))
        return
    if draft.item.amount.kinds:
        raise Conflict("amount")
    if first == second:
        draft.count(Amount(reps=exactly(first)))
        draft.item.each_side = True
    else:
        draft.count(Amount(reps=exactly(first), reps_women=int(second)))


def _check_work_and_rest(draft: Draft) -> None:
    """Raise Unread if a pair before a number of times may be seconds of work and of rest: `Burpees 20/10 x 8`."""
    following = draft.after[0] if draft.after else None
    is_repeated = following is not None and following.found is not None and following.found.says.get("times")
    if is_repeated and not draft.is_in_brackets and draft.movement.never_has_load:
        raise Unread


def sets_by_pair(draft: Draft, found: Found) -> None:
    """Take `3 x 5/5`, which is for each side; the meaning of other pairs is uncertain."""
    first, second = found.values["pair"].items
    if first != second:
        raise Unread
    draft.sets(span_of(found.values["sets"]))
    draft.count(Amount(reps=exactly(first)))
    draft.item.each_side = True


def left_and_right(draft: Draft, found: Found) -> None:
    """Take `3 x 6L/6R`."""
    reps = found.values["reps"]
    if reps.least != found.values["second"].least:
        raise Unread
    if draft.is_in_brackets and draft.item.amount.reps == exactly(2 * reps.least):
        draft.remark(draft.written(found))  # `10 Step-Ups (5 right leg, 5 left leg)`
        return
    if "sets" in found.values:
        draft.sets(span_of(found.values["sets"]))
    draft.amount(Amount(reps=span_of(reps)))
    draft.item.each_side = True


def of_each_side(draft: Draft, found: Found) -> None:
    """Take `12 each leg`; after twice the amount it divides that: `14 Reverse Lunges (7/side)`."""
    token, stated = found.values["reps"], draft.item.amount.reps
    if stated is None:
        draft.count(Amount(reps=span_of(token)))
        draft.item.each_side = True
    elif stated.least == stated.most == 2 * token.least:
        draft.remark(draft.written(found))
    else:
        raise Conflict("amount")


def times(draft: Draft, found: Found) -> None:
    """Take `0:30/0:30 Side Plank`, a time for each side, or `50s/35s`, the weights of a pair of dumbbells."""
    first, *others = found.values["times"].items
    if draft.has_sides and others == [first]:
        draft.amount(Amount(time=exactly(first)))
        draft.item.each_side = True
    else:
        loads.plural_load(draft, found)


def counted_sides(draft: Draft, found: Found) -> None:
    """Take `R+L = 1`, which counts both sides as one, and `R/L = 2`, which counts each."""
    counted = found.values["counted"].least
    if counted == 1 and not draft.item.each_side:
        draft.item.each_side = True
    elif counted != 2:
        raise Unread
    draft.remark(draft.written(found))
