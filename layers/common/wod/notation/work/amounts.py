"""Take the phrases for amounts: `x 8 reps`, `400/350 m`, `max reps`, `21`; after another amount, `x 6` are sets."""

import re
from copy import replace

from wod.notation.grammar.marks import CLOSING, OPENING
from wod.notation.grammar.measures import amount_of, exactly, pause_of, span_of, whole, work_of
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token
from wod.notation.values import HEAVY, MAX_REPS, Amount, Load, Span, Unread
from wod.notation.work.checks import MOST_BELLS
from wod.notation.work.draft import Draft
from wod.notation.work.repeated_sets import add_set, repeats_load

_SETS_OF = re.compile(r"[1-5]s")  # glued, so that it may be the repetitions of each set
_SHORTEST_HOLD = 10  # seconds, of a movement that is not always held
_PROGRAMME = "5/3/1"
_SETS_OF_PROGRAMME = 3
_LEAST_OF_LOADS = 6  # without a unit; an RPE may be 6
_COUNTS = frozenset({"amount", "count"})


def stated_amount(draft: Draft, found: Found) -> Amount | None:
    """Return the amount that a phrase states; None for a mark that only the name explains."""
    if "mark" in found.values:
        draft.keep_mark(found.values["mark"])
        return None
    return _of_sides(draft, amount_of(found))


def _of_sides(draft: Draft, amount: Amount) -> Amount:
    """Return an amount whose second distance is that of the other side, and no women's: `20 m/20 m Waiter Walk`.

    Raise Unread for a movement without sides.
    """
    if not amount.distance or amount.distance_women != amount.distance.least:
        return amount
    if not draft.has_sides:
        raise Unread
    draft.item.each_side = True
    return replace(amount, distance_women=None)


def amount(draft: Draft, found: Found) -> None:
    """Take `x 8 reps`, `30 seconds`, `400 m`, `max reps`, `heavy single`; after a time, `x 6` are sets of it."""
    check_kind(draft, found)
    stated, new = draft.item.amount, stated_amount(draft, found)
    if new and (_states_height(draft, found, new) or _repeats_set(draft, found, new)):
        return
    is_heavy = found.end - found.start > 1 and ("heavy" in found.says or draft.says(found, "heavy"))
    if is_heavy and not draft.item.load.is_stated:
        draft.load(Load(text=HEAVY))
    if new is None:
        if stated.kinds:
            draft.load_mark()
    elif new == MAX_REPS and stated.time and stated.kinds == 1 and not stated.max_reps and draft.says(found, "max"):
        draft.item.amount = replace(stated, max_reps=True)  # `1 minute – Row max distance`
    elif new.per_set and stated.kinds and draft.is_in_brackets:
        _list_in_bracket(draft, found, new.per_set)
    elif _is_remark(draft, found, new) or _is_pause(draft, found) or _names_programme(draft, found):
        draft.remark(draft.written(found))
    elif _divides_by_side(draft, found, new):
        draft.remark_with(found, draft.after[0])
    elif new.reps and _counts_sets(draft, found, new.reps):
        draft.sets(new.reps)
    else:
        draft.amount(new)


def _list_in_bracket(draft: Draft, found: Found, numbers: tuple[int, ...]) -> None:
    """Take the loads of `4x8 (185, 135, 155, 115)`, and how the repetitions of `21 Thrusters (7-7-7)` are divided.

    Raise Unread for lower numbers, which are no loads: `Bench Press 3x5 (5-3-2-1)`.
    """
    if not draft.item.rhythm.sets and draft.item.amount.reps == exactly(sum(numbers)):
        draft.remark(draft.written(found))
        return
    if min(numbers) < _LEAST_OF_LOADS:
        raise Unread
    draft.load(Load(text=draft.written(found)))


def single_set(draft: Draft, found: Found) -> None:
    """Take the repetitions of `a triple every 90 seconds`."""
    check_kind(draft, found)
    draft.amount(amount_of(found))


def check_kind(draft: Draft, found: Found) -> None:
    """Raise Unread for an amount that a movement of this kind does not have."""
    if found.says.get("times") and draft.counts_a_kind_of_sets(found):
        raise Unread  # `Curl: dropset x 3`
    if "heavy" in found.says and draft.movement.is_conditioning:
        raise Unread  # the singles of `Jump Rope (singles)` are jumps
    if draft.names_a_lift and not draft.movement.is_jumped and draft.says(found, "paces"):
        raise Unread  # `Bench Press`, `15 throws`
    is_lifted = draft.movement.is_barbell_lift or draft.movement.may_have_barbell
    is_glued = "time" in found.values and _SETS_OF.fullmatch(found.values["time"].text)
    if is_glued and is_lifted and not (_is_pause(draft, found) and draft.count_of("sets by amount")):
        raise Unread  # `Clean 2s to 80%`: doubles
    if "time" in found.values and _ends_before_rest(draft.tokens[found.end :]):
        raise Unread  # `Back Squat 3x5 min rest`
    time = found.values.get("time")  # none in `max hold`
    is_short = time is not None and time.least < _SHORTEST_HOLD
    if is_short and draft.ends_with(found, "hold") and not draft.movement.is_held:
        raise Unread  # `Pull-Up 5 x 3 sec hold`: the end of each repetition


def _ends_before_rest(after: list[Token]) -> bool:
    """Return whether the time before these tokens is that of a rest, which has no time of its own behind it."""
    return bool(after) and after[0].symbol == "rest" and not (len(after) > 1 and after[1].is_numeral)


def _is_remark(draft: Draft, found: Found, new: Amount) -> bool:
    """Return whether the item has its amount beside it: `3x8 to failure`, `Run 1 mi (1.6 km)`, `max effort 2k Row`."""
    if new == MAX_REPS and draft.ends_with(found, "effort"):
        return draft.has_distance
    if new == MAX_REPS:
        return bool(draft.item.amount.kinds) and draft.ends_with(found, "failure")
    is_again = draft.is_in_brackets and not draft.is_all_in_bracket()
    return bool(new.distance and draft.item.amount.distance and is_again)


def _is_pause(draft: Draft, found: Found) -> bool:
    """Return whether a short time alone in a bracket is that of the pause in the name: `Pause Squat (2 sec) 4x3`."""
    time = found.values.get("time")
    before, after = draft.tokens[found.start - 1 : found.start], draft.tokens[found.end : found.end + 1]
    is_alone = bool(before and after) and before[0].symbol in OPENING and after[0].symbol in CLOSING
    is_short = time is not None and (time.most or _SHORTEST_HOLD) < _SHORTEST_HOLD
    return is_alone and is_short and draft.has_manner


def _names_programme(draft: Draft, found: Found) -> bool:
    """Return whether `5/3/1` names a programme, whose sets follow: `Squat 5/3/1: 75% x 5, 85% x 3, 95% x 1+`."""
    if draft.written(found) != _PROGRAMME or draft.last != "name":
        return False
    counts = sum(chunk.kind in _COUNTS for chunk in draft.after)
    return draft.count_of("percent") >= _SETS_OF_PROGRAMME and counts >= _SETS_OF_PROGRAMME


def _repeats_set(draft: Draft, found: Found, new: Amount) -> bool:
    """Take another set with the load of the one before: `60 kg x 3, x 3, x 2`. Return False for any other amount."""
    is_set = draft.is_separated and found.says.get("times") and draft.item.amount.reps and repeats_load(draft)
    if is_set and new.reps:
        add_set(draft, new.reps)
    return bool(is_set and new.reps)


def _states_height(draft: Draft, found: Found, new: Amount) -> bool:
    """Take the height of a wall ball's target or of a rope as a load in words. Return False if there is none."""
    stated = draft.item.amount
    if new.distance and (draft.movement.is_thrown or (stated.reps and draft.movement.is_climbed)):
        draft.load(Load(text=draft.written(found)))
        return True
    if new.reps and stated.distance and stated.kinds == 1 and draft.movement.is_climbed:
        draft.item.amount = new  # `15-foot rope climb, 3 ascents`
        draft.load(Load(text=f"{stated.distance.least:g} {stated.distance_unit}"))
        draft.last = "amount"
        return True
    return False


def _counts_sets(draft: Draft, found: Found, number: Span) -> bool:
    """Return whether `x 6` counts sets, because the item already has an amount: `20 sec Air Bike x 6`."""
    if not found.says.get("times") or number.least != number.most or draft.ends_with(found, "rep"):
        return False
    stated = draft.item.amount
    if draft.item.rhythm.sets:
        return False
    if draft.is_separated and draft.item.load.is_heavy and stated.reps:
        if draft.after and draft.after[0].is_load:
            return False  # `x 3 @ 7, x 3 @ 8`
        raise Unread  # `140x3, x3`: another set, or three of them
    if stated.reps and draft.has_count_in_front and _may_count_no_sets(draft, found, number):
        raise Unread
    if draft.item.is_named_intervals and not stated.kinds:
        return True  # `Bike intervals (x 10)`
    if draft.is_in_brackets and draft.last == "load" and number.least == MOST_BELLS and not draft.names_a_lift:
        raise Unread  # `200 m Farmers Carry (70/53 x 2)`: a pair of implements, or sets
    if draft.last == "load" and draft.item.load.is_heavy and (stated.reps or stated.plus or stated.cluster):
        return True  # `3 reps @ 70% x 2`
    measured = stated.time or stated.distance or stated.calories or (draft.has_count_in_front and stated.reps)
    return bool(measured and draft.item.name)


def _divides_by_side(draft: Draft, found: Found, new: Amount) -> bool:
    """Return whether `x 10 each leg` divides the number in front, `20 Lunges`. Raise Unread if it is not half of it."""
    stated, following = draft.item.amount.reps, draft.after[0] if draft.after else None
    if not (new.reps and stated and draft.has_count_in_front and following and following.kind == "side"):
        return False
    if not stated.least == stated.most == 2 * (new.reps.least or 0):
        raise Unread
    return True


def _may_count_no_sets(draft: Draft, found: Found, number: Span) -> bool:
    """Return whether a number after repetitions in front may count no sets.

    It is beside words or a load in a bracket, `10 Pull-Ups (jumping x 2)`, or it may be a pair, `22.5 kg x 2`.
    """
    if draft.is_in_brackets:
        after = draft.tokens[found.end : found.end + 1]
        return draft.tokens[found.start - 1].symbol not in OPENING or not after or after[0].symbol not in CLOSING
    return (
        draft.last == "load" and bool(draft.item.load.weight) and number.least == MOST_BELLS and not draft.names_a_lift
    )


def amount_of_each(draft: Draft, found: Found) -> None:
    """Take `15 cal (M) / 12 cal (W)` or `400 m men / 350 m women`. Raise Unread if the second is not smaller."""
    men = found.values.get("calories") or found.values["distance"]
    women = found.values.get("fewer_calories") or found.values["shorter"]
    is_exact = men.least == men.most and women.least == women.most and not (men.second or women.second)
    if not is_exact or women.least >= men.least or women.unit != men.unit:
        raise Unread
    if "calories" in found.values:
        draft.amount(Amount(calories=span_of(men), calories_women=whole((women.least,))[0]))
    else:
        draft.amount(Amount(distance=span_of(men), distance_women=women.least, distance_unit=men.unit))


def work_and_rest(draft: Draft, found: Found) -> None:
    """Take `:40 on / :20 off x 6`."""
    draft.amount(work_of(found))
    draft.item.rest = draft.item.rest.with_(pause_of(found))
    if "sets" in found.values:
        draft.sets(span_of(found.values["sets"]))
