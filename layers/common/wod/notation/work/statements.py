"""Map each kind of the table `chunk` to the function that adds its values to the current item."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from wod.notation.grammar.measures import exactly, rest_of, rhythm_of, seconds, seconds_span, span_of
from wod.notation.grammar.phrases import Found
from wod.notation.values import Conflict, Rhythm, Span, Unread
from wod.notation.work import amounts, counts, loaded_sets, loads, sets_by_amount, sides, stated_tempos, weights
from wod.notation.work.draft import Draft

_SHORTEST_REST, _LONGEST_REST = 45, 180  # seconds, of a time that no word calls a rest
_MOST_TIMES_HELD = 2  # in a set
_SHORTEST_BETWEEN_SETS = 60  # seconds
_SHORTEST_TOTAL = 10  # seconds

type Statement = Callable[[Draft, Found], None]
"""Function that adds the values of a phrase to a draft. It raises Conflict for a second value, Unread for an error."""


def _amount(draft: Draft, found: Found) -> None:
    if _is_rest_of_sets(draft, found):
        draft.rest(seconds_span(found.values.get("time") or found.values["mark"]))
    else:
        amounts.amount(draft, found)


def _is_rest_of_sets(draft: Draft, found: Found) -> bool:
    """Return whether a time after sets of repetitions is the rest between them: `3x10, 90s`, `3x10, 90s, 70%`.

    A shorter or longer one may be that of a hold or of all sets, `24"` may be a height, `Couch Stretch 3x1, 60s` is
    held, and below a scheme the time may be part of its interval.
    """
    time = found.values.get("time") or found.values.get("mark")
    stated = draft.item
    if time is None or found.end - found.start > 1 or stated.rest.is_stated or not (draft.is_separated and stated.name):
        return False
    sets = stated.rhythm.sets
    if not (sets and (sets.least or 0) > 1 and stated.amount.reps) or stated.rhythm.interval or stated.rhythm.total:
        return False
    is_lifted = draft.names_a_lift or draft.movement.is_lifted
    is_apart = not draft.after or draft.after[0].is_mark or (is_lifted and draft.after[0].is_load)
    if draft.in_scheme or not is_apart or not all(chunk.is_mark or chunk.is_load for chunk in draft.after):
        return False
    if draft.movement.is_high or draft.movement.is_moved:
        return False
    if draft.movement.is_held and (stated.amount.reps.most or 0) <= _MOST_TIMES_HELD:
        return False
    rest = seconds_span(time)
    return rest.most is not None and _SHORTEST_REST <= (rest.least or 0) <= rest.most <= _LONGEST_REST


def _sets(draft: Draft, found: Found) -> None:
    if draft.item.rhythm.sets:
        raise Conflict("sets")
    sets = span_of(found.values["sets"])
    is_of_all = draft.says_rounds(found) and all(one.amount.is_stated and not one.rhythm.sets for one in draft.items)
    for item in draft.items[:-1] if is_of_all else []:
        item.rhythm = replace(item.rhythm, sets=sets)  # `10 Burpees, 10 Pull-Ups x 3 rounds`
    draft.sets(sets)


def _words(draft: Draft, found: Found) -> None:
    draft.remark(draft.written(found))


def _fills_time(draft: Draft, found: Found) -> None:
    draft.item.fills_time = True
    draft.remark(draft.written(found))


def _place_in_programme(draft: Draft, found: Found) -> None:
    """Take `Back Squat – Week 3`. Raise Unread before a name, or if the line has several weeks."""
    may_be_sets = _symbol_after(draft, found) == "x"  # `Bench Press week 3 x 5`
    if not draft.item.name or may_be_sets or draft.count_of("place in programme") > 1:
        raise Unread
    draft.remark(draft.written(found))


def _side(draft: Draft, found: Found) -> None:
    # `Back Squat 3 sets, 5 reps each`, `60-70-80%: 2 reps each`
    is_bare = draft.written(found).lower() == "each"
    if is_bare and (draft.item.amount.time or draft.item.amount.distance) and not draft.has_sides:
        draft.remark(draft.written(found))  # `Plank, 30 secs each`: each set, or each movement
        return
    is_each_set = found.end - found.start == 1 and (draft.movement.is_barbell_lift or draft.item.load.percents)
    if not is_each_set and not _is_side_of_weight(draft, found):
        draft.item.each_side = True


def _weight_of_side(draft: Draft, found: Found) -> None:
    """Take `@ 24 kg per leg`."""
    weights.weight(draft, found)
    draft.last = "load"
    _side(draft, found)


def _is_side_of_weight(draft: Draft, found: Found) -> bool:
    """Return whether a side is that of the weight before it, `(50 lbs each hand)`, and not of the repetitions.

    A percent is of no side, and no weight is that of a leg of a lunge.
    """
    if draft.last != "load":
        return False
    is_bare = found.end - found.start == 1
    return is_bare or (
        bool(draft.item.load.weight) and (not draft.movement.is_one_sided or draft.says_in_each_hand(found))
    )


def _rest(draft: Draft, found: Found) -> None:
    is_first = len(draft.items) == 1 and draft.item.is_bare and not draft.item.name
    if is_first and _words_follow(draft) and not draft.says(found, "set"):
        raise Unread  # `Rest 60 seconds, 20 Squats`: the rest is before them
    if draft.tokens[found.start].symbol == "r" and any(token.symbol == "l" for token in draft.tokens):
        raise Unread  # `Side Plank R: 30 s, L: 30 s`
    rest = seconds_span(found.values["rest"]) if "rest" in found.values else None
    if rest and draft.item.amount.cluster and draft.is_in_brackets and not _is_between_sets(draft, found, rest):
        end = found.end + 1 if _symbol_after(draft, found) == "rep" else found.end
        draft.remark(draft.written(found, end))  # `1.1.1 (10 sec rest)`, `1.1.1 (rest 10 sec between reps)`
    elif rest:
        draft.rest(rest_of(found.values["rest"]))
    draft.last = "rest"


def _rest_of_singles(draft: Draft, found: Found) -> None:
    """Take `2 min between attempts` as the rest between sets of one repetition, and as a remark in any other set."""
    amount = draft.item.amount
    is_single = (amount.reps == exactly(1) or {*amount.per_set} == {1}) and not draft.item.parts
    (_rest if is_single else _words)(draft, found)


def _recovery(draft: Draft, found: Found) -> None:
    """Take `2 min easy jog` as the rest between sets, and `400 m jog` as a remark."""
    (_rest if "rest" in found.values else _words)(draft, found)


def _recovery_of_a_run(draft: Draft, found: Found) -> None:
    """Take `2 min jog`. Raise Unread after any other movement, whose jog may be work: `Row 3 x 500 m, 400 m jog`."""
    if not draft.movement.may_be_run:
        raise Unread
    _recovery(draft, found)


def _words_follow(draft: Draft) -> bool:
    return any(not chunk.found and not chunk.is_mark and not chunk.is_remark for chunk in draft.after)


def _is_between_sets(draft: Draft, found: Found, rest: Span) -> bool:
    """Return whether a rest after a cluster is between the sets, and not between the repetitions of a set."""
    if _symbol_after(draft, found) == "rep":
        return False
    if draft.says(found, "set"):
        return True
    return (rest.most or rest.least or 0) >= _SHORTEST_BETWEEN_SETS


def _symbol_after(draft: Draft, found: Found) -> str:
    return draft.tokens[found.end].symbol if found.end < len(draft.tokens) else ""


def _rhythm(draft: Draft, found: Found) -> None:
    stated, rhythm = draft.item.rhythm, rhythm_of(found)
    if draft.item.rest.is_stated and stated.interval:
        raise Unread  # `EMOM 6: 1 Snatch; rest 2 min; EMOM 6: 1 Jerk`
    if rhythm.over(stated) != stated:  # `every minute on the minute (EMOM)` says it twice
        draft.rhythm(rhythm)


def _interval_of_sets(draft: Draft, found: Found) -> None:
    """Take `10 x 100 m Swim on 2:00`; without sets it may be anything: `Max Burpees on a 3:00 clock`."""
    if not draft.item.rhythm.sets or _symbol_after(draft, found) == "rest":
        raise Unread  # also `5 x 500 m on 2:00 rest`
    _rhythm(draft, found)


def _total(draft: Draft, found: Found) -> None:
    total = seconds(found.values["total"])
    if total < _SHORTEST_TOTAL:
        raise Unread  # `RDL 3x8, lower in 4 seconds`
    draft.rhythm(Rhythm(total=total))


def _words_of_amount(draft: Draft, found: Found) -> None:
    """Take `Row 500 m, target 1:45` or `100 Push-Ups in sets of 10` as a remark.

    Raise Unread if its number may be the amount: `Plank, target 1:00`.
    """
    if not draft.item.amount.is_stated:
        raise Unread
    draft.remark(draft.written(found))


STATEMENTS: Mapping[str, Statement] = {
    "sets by amount": sets_by_amount.sets_by_amount,
    "top set": sets_by_amount.top_set,
    "twice": sets_by_amount.twice,
    "amount": _amount,
    "single set": amounts.single_set,
    "amounts": sets_by_amount.amounts_of_sets,
    "amount of each": amounts.amount_of_each,
    "count": counts.count,
    "pair": sides.pair,
    "sets by pair": sides.sets_by_pair,
    "percent by reps": loaded_sets.percent_by_reps,
    "sets after bracket": loaded_sets.sets_after_bracket,
    "load by reps": loaded_sets.load_by_reps,
    "load for reps": loaded_sets.load_for_reps,
    "left and right": sides.left_and_right,
    "of each side": sides.of_each_side,
    "work and rest": amounts.work_and_rest,
    "percent": loads.percent,
    "percent at most": loads.percent,
    "percent at least": loads.percent,
    "rising percent": loads.rising_percent,
    "percents": loads.percents,
    "rpe": loads.rpe,
    "rpe at most": loads.rpe,
    "rpe of each set": loads.rpe_of_each_set,
    "weight": weights.weight,
    "weights": weights.weights,
    "weight of each": weights.weight_of_each,
    "weight of side": _weight_of_side,
    "bare load": loads.bare_load,
    "bare rpe": loads.bare_rpe,
    "training max": loads.training_max,
    "load text": loads.load_text,
    "times": sides.times,
    "load of rep max": loads.load_of_rep_max,
    "time of sets": loads.time_of_sets,
    "pace": loads.pace,
    "height": loads.height,
    "bare bodyweight": loads.bare_bodyweight,
    "multiple of bodyweight": loads.multiple_of_bodyweight,
    "difference": loads.difference,
    "basis": loads.basis,
    "tempo": stated_tempos.tempo,
    "bare tempo": stated_tempos.bare_tempo,
    "figures": stated_tempos.figures,
    "sets": _sets,
    "words": _words,
    "words apart": _words,
    "remaining time": _fills_time,
    "manner": _words,
    "words of amount": _words_of_amount,
    "place in programme": _place_in_programme,
    "side": _side,
    "counted sides": sides.counted_sides,
    "rest": _rest,
    "rest of singles": _rest_of_singles,
    "recovery": _recovery,
    "recovery of a run": _recovery_of_a_run,
    "rhythm": _rhythm,
    "interval of sets": _interval_of_sets,
    "total": _total,
}
