"""Take a number without a unit: repetitions in front of a name or behind it, or a load as in `10 Deadlifts (225)`."""

from wod.language import words_of_all_languages
from wod.notation.grammar.marks import CLOSING, OPENING
from wod.notation.grammar.measures import is_metres, span_of
from wod.notation.grammar.phrases import Found
from wod.notation.values import Amount, Conflict, Load, Unread
from wod.notation.work.checks import LEAST_TOO_HEAVY, MOST_BELLS, MOST_REPS_OF_LIFTS, MOST_REPS_OF_SETS
from wod.notation.work.draft import Draft

_LEAST_LOAD = 9  # of an implement without a unit, and the lowest height in inches
_SETS_OF_IMPLEMENTS = frozenset({"sets by amount", "sets by pair", "amount", "twice"})
_LEAST_BEHIND_NAMES = 10  # repetitions
_MOST_ON_A_CLOCK = 10  # repetitions of a lift; more may be a weight
_USUAL_RESTS = frozenset({60, 75, 90, 120, 150, 180})  # seconds
_LESSON = 101  # in the title of a lesson for beginners, `Pull-Ups 101`


def count(draft: Draft, found: Found) -> None:
    """Take the number of `21 Power Cleans`, one before a load, `Snatch 3 @ 75%`, or a load: `10 Deadlifts (225)`."""
    if _is_load_in_bracket(draft, found) or _is_load_behind_sets(draft, found):
        draft.load(Load(text=draft.written(found)))
        return
    if draft.item.amount.kinds:
        raise Conflict("amount")
    following = next((other for other in draft.after if not other.is_mark), None)
    if following and _counts_implements(draft, found):
        draft.load_with(found, following)
        return
    is_counted = (following and following.is_load) or _is_metres(draft, found) or _counts_behind_name(draft, found)
    is_counted = is_counted or _counts_for_a_clock(draft, found)
    if draft.item.name and not is_counted:
        raise Unread
    if not draft.item.name and following is None and not draft.item.load.is_stated:
        raise Unread
    draft.count(Amount(reps=span_of(found.values["reps"])))


def _is_load_in_bracket(draft: Draft, found: Found) -> bool:
    """Return whether a number alone in a bracket is a load, or a height, without a unit.

    `10 Deadlifts (225)`, `Deadlift 5x5 (315)` and `50 Box Jumps (36)` are such; `20 Lunges (10)` may be ten a side.
    """
    number, kind = span_of(found.values["reps"]), draft.movement
    after = draft.tokens[found.end : found.end + 1]
    is_alone = bool(after) and after[0].symbol in CLOSING
    if not is_alone or draft.tokens[found.start - 1].symbol not in OPENING or number.least != number.most:
        return False
    if (number.least or 0) >= LEAST_TOO_HEAVY:
        return False  # a year
    has_sets = draft.item.rhythm.sets and draft.item.amount.reps and number.least not in _USUAL_RESTS
    if draft.names_a_lift:
        is_counted = draft.has_count_in_front or has_sets or (draft.in_scheme and not draft.item.amount.is_stated)
        return bool(is_counted) and (number.least or 0) > MOST_REPS_OF_LIFTS
    if has_sets and kind.may_have_barbell and (number.least or 0) > MOST_REPS_OF_SETS:
        return True
    has_load = kind.is_high or kind.has_implements
    reps = (draft.item.amount.reps and draft.item.amount.reps.least) or 0
    is_part = number.least in (reps, reps / 2)
    return draft.has_count_in_front and has_load and not is_part and (number.least or 0) >= _LEAST_LOAD


def _is_load_behind_sets(draft: Draft, found: Found) -> bool:
    """Return whether a number behind sets of a lift, at the end of the line, is their weight: `Back Squat 5x5, 225`.

    `Back Squat 5x5, 90` may have a rest of 90 seconds.
    """
    item, number = draft.item, span_of(found.values["reps"])
    has_plain_sets = bool(item.name and item.rhythm.sets and item.amount.reps) and not item.load.is_heavy
    is_last = not draft.after and not draft.is_in_brackets
    before = draft.tokens[found.start - 1]
    if not (has_plain_sets and is_last and (before.is_numeral or before.symbol in (",", "rep"))):
        return False
    if number.least != number.most or number.least in _USUAL_RESTS:
        return False
    if draft.names_a_lift:
        return (number.least or 0) > MOST_REPS_OF_LIFTS
    return draft.movement.may_have_barbell and (number.least or 0) > MOST_REPS_OF_SETS


def _counts_implements(draft: Draft, found: Found) -> bool:
    """Return whether a number counts the implements, because sets without a load follow: `2 x 22.5 kg, 4x8`.

    Raise Unread if it may be a set of its own: `Push-Up 2 x 10 kg, 3x8`.
    """
    number, load = span_of(found.values["reps"]), draft.after[0]
    is_number = bool(draft.item.name) and not draft.names_a_lift and (number.most or 0) <= MOST_BELLS
    if not is_number or load.kind != "weight" or draft.tokens[load.start].symbol != "x":
        return False
    sets = [other for other in draft.after[1:] if not other.is_mark]
    if not sets or sets[0].kind not in _SETS_OF_IMPLEMENTS or any(other.is_load for other in sets):
        return False
    if any(map(draft.names_movement, sets)):
        return False
    if not draft.movement.has_implements or sets[0].kind == "twice":
        raise Unread
    return True


def _counts_behind_name(draft: Draft, found: Found) -> bool:
    """Return whether a number behind a name can only be repetitions: `Push-Ups 50`, `Band Pull-Apart – 100 total`.

    Behind other names it may be the weight of a lift, the height of a box or the seconds of a plank; in rounds and in
    sets it is not certain how many of a total each has.
    """
    number, kind = span_of(found.values["reps"]), draft.movement
    is_one = number.least == number.most and (number.least or 0) >= _LEAST_BEHIND_NAMES
    if draft.last != "name" or draft.is_in_brackets or not is_one or number.least == _LESSON:
        return False
    following = draft.after[0] if draft.after else None
    if following and draft.written_of(following).lower() in words_of_all_languages("totals", "total"):
        is_other = draft.names_a_lift or kind.is_held or kind.is_in_metres
        return not (is_other or draft.in_scheme or draft.item.rhythm.is_stated)
    can_be_other = kind.is_moved or not (kind.is_bodyweight and kind.never_has_load)
    return (following is None or following.is_mark) and not can_be_other


def _counts_for_a_clock(draft: Draft, found: Found) -> bool:
    """Return whether a low number between a lift and a clock is repetitions: `Snatch: 2 every 90 sec`."""
    following = draft.after[0] if draft.after else None
    is_clock = following is not None and following.kind == "rhythm" and draft.tokens[following.start].symbol == "every"
    return (
        is_clock
        and draft.last == "name"
        and draft.names_a_lift
        and (span_of(found.values["reps"]).most or 0) <= _MOST_ON_A_CLOCK
    )


def _is_metres(draft: Draft, found: Found) -> bool:
    return draft.movement.is_in_metres and is_metres(span_of(found.values["reps"]))
