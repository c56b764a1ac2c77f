"""Take the phrases that state sets with their amount: `5x3`, `3 sets of 10`, `top set of 5`, `80% x 3 x 4`."""

from wod.notation.grammar.measures import amount_of, exactly, is_falling, span_of, whole
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token
from wod.notation.values import HEAVY, Amount, Conflict, Load, Span, Unread
from wod.notation.work.amounts import check_kind, stated_amount
from wod.notation.work.checks import LEAST_TOO_HEAVY, MOST_REPS_OF_LOADS, MOST_REPS_OF_SETS, MOST_SETS
from wod.notation.work.draft import Draft
from wod.notation.work.repeated_sets import add_set, repeats_load

_LEAST_OF_PLAIN_SETS, _MOST_OF_PLAIN_SETS = 8, 15  # reps; fewer are done in waves, more in rounds
_LONGEST_WAVE = 3  # sets
_FEWEST_LISTED = 3  # distances or calories
_MOST_SETS_TO_CHOOSE = 5  # at least, of a range: more are repetitions
_MOST_SETS_IN_WORDS = 10  # `3 by 12`; more may be a height, `24 by 20`


def sets_by_amount(draft: Draft, found: Found) -> None:
    """Take `5x3`, `3 sets of 10`, `4 x 400 m`."""
    if draft.item.amount.kinds:
        if _is_said_twice(draft, found):
            return
        raise Conflict("amount")
    check_kind(draft, found)
    sets, amount = span_of(found.values["sets"]), stated_amount(draft, found)
    if draft.says(found, "by") and (sets.most or 0) > _MOST_SETS_IN_WORDS:
        raise Unread  # `Box Jump 24 by 20`, which is a height
    reps, is_certain = found.values.get("reps"), draft.says(found, "set")
    if (
        amount
        and amount.per_set
        and not (is_certain or _lists_each_set(amount.per_set, sets, found.values.get("series")))
    ):
        raise Unread  # `3 x 21-15-9`, once or three times
    is_in_front = reps is not None and found.values["sets"].start < reps.start
    if amount and amount.reps and is_in_front and sets.least != sets.most and not is_certain:
        sets, amount = _sets_of_a_range(sets, amount.reps, says_reps=draft.ends_with(found, "rep"))
    if amount and (amount.reps or amount.max_reps) and _is_load(draft, sets, amount.reps):
        draft.amount(amount)
        draft.load(Load(text=found.values["sets"].text))
        return
    if amount and amount.distance and draft.movement.is_thrown:
        raise Unread  # `Wall Balls 10 ft x 15`
    draft.sets(sets)
    if amount is not None:
        draft.amount(amount)
    _take_manner(draft, found)
    draft.last = "amount"


def _take_manner(draft: Draft, found: Found) -> None:
    """Add the words of a phrase that say how heavy its sets are: `3 heavy sets of 5`, `3x5 across`."""
    if draft.says(found, "heavy") and not draft.item.load.is_stated:
        draft.load(Load(text=HEAVY))
    if draft.ends_with(found, "across"):
        draft.remark(draft.tokens[found.end - 1].text)


def top_set(draft: Draft, found: Found) -> None:
    """Take `top set of 5` or `top single`, which is one set."""
    if draft.item.amount.kinds:
        raise Conflict("amount")
    draft.sets(exactly(1))
    draft.amount(amount_of(found))


def twice(draft: Draft, found: Found) -> None:
    """Take `80% x 3 x 4` or `BW x 8 x 3`, which is reps by sets, or `Snatch x 5 x 3`, which is sets by reps.

    Raise Unread behind a word that may be a load, `Shrugs heavy x 10 x 3`, and for `Curls x 12 x 3`, three of twelve.
    """
    is_again = any(token.symbol in (",", ";") for token in draft.tokens[found.start : found.end])
    if is_again and "first" in found.values and repeats_load(draft):
        add_set(draft, span_of(found.values["first"]))
        add_set(draft, span_of(found.values["second"]))
        return
    if draft.item.amount.kinds:
        raise Conflict("amount")
    if is_again:
        raise Unread  # `60 kg x 3, x 3`: two sets, or three of three
    second = span_of(found.values["second"])
    if "plus" in found.values:
        draft.amount(Amount(plus=whole(found.values["plus"].items)))
        draft.sets(second)
        return
    first = span_of(found.values["first"])
    load = draft.item.load
    is_loaded = draft.last == "load" and (load.percent or load.weight or load.text)
    is_backwards = (first.least or 0) >= _LEAST_OF_PLAIN_SETS > (second.least or 0) and not draft.names_a_lift
    if not is_loaded and (is_backwards or draft.is_behind_load_word(found)):
        raise Unread
    reps, sets = (first, second) if is_loaded else (second, first)
    draft.sets(sets)
    draft.amount(Amount(reps=reps))


def _is_said_twice(draft: Draft, found: Found) -> bool:
    """Return whether a bracket repeats the sets and the amount in words: `7x1 Power Snatch (7 sets of 1 rep)`."""
    stated = draft.item
    is_same = stated.rhythm.sets == span_of(found.values["sets"]) and "mark" not in found.values
    return draft.is_in_brackets and is_same and stated.amount == amount_of(found)


def _is_load(draft: Draft, sets: Span, reps: Span | None) -> bool:
    """Return whether a number is too high for sets, and is a load without a unit: `Deadlift: 315 x 5, 335 x 3`.

    Without `reps` it belongs to the most repetitions: `Bench Press 225 x max reps`.
    """
    if sets.least is None or not MOST_SETS < sets.least < LEAST_TOO_HEAVY:
        return False
    if reps and (reps.most or 0) > MOST_REPS_OF_LOADS:
        return False
    if not draft.item.name:
        return draft.lists_loads
    return draft.movement.is_barbell_lift or (draft.movement.may_have_barbell and sets.least > MOST_REPS_OF_SETS)


def _lists_each_set(reps: tuple[int, ...], sets: Span, token: Token | None) -> bool:
    """Return whether reps are not a wave that is done several times.

    `15,12,12` and `3 x 15,12,10`, and not `21-15-9` or `3 x 3,2,1`
    """
    if sets == exactly(len(reps)):
        is_long = token is not None and "," in token.text and len(reps) > _LONGEST_WAVE
        return is_long or _LEAST_OF_PLAIN_SETS <= max(reps) <= _MOST_OF_PLAIN_SETS
    return max(reps) >= _LEAST_OF_PLAIN_SETS and len({*reps}) < len(reps)


def _sets_of_a_range(sets: Span, reps: Span, *, says_reps: bool) -> tuple[Span, Amount]:
    """Return the sets and the amount of a range by a number: `3-4 x 5` are three to four sets, `6-8 x 3` three sets.

    Raise Unread for a range that may be of either, `3-5 x 2`.
    """
    if says_reps and reps.least == reps.most:
        return sets, Amount(reps=reps)
    if reps.least != reps.most and (sets.most or MOST_SETS) < (reps.least or 0):
        return sets, Amount(reps=reps)  # `3-4 x 8-10`
    if reps.least != reps.most or sets.least == reps.least or sets.most is None:
        raise Unread
    if reps.least is not None and (sets.least or 0) > reps.least:
        if (sets.least or 0) <= _MOST_SETS_TO_CHOOSE:
            raise Unread  # `3-5 x 2`
        return reps, Amount(reps=sets)
    return sets, Amount(reps=reps)


def amounts_of_sets(draft: Draft, found: Found) -> None:
    """Take the metres or the calories of each set: `Run 800, 600, 400 m`, `Bike 20-15-10 cal`.

    Raise Unread if they may be of levels, `15/12/10 cal`, of men and women, `18-15 cal`, or of one course, `5-10-5 m`;
    below a scheme they may be the repetitions of the next movements, too, or be done in each round.
    """
    listed = found.values["amounts"]
    is_list = len(listed.items) >= _FEWEST_LISTED and "/" not in listed.text
    goes_one_way = is_falling(listed.items) or is_falling(listed.items[::-1])
    if listed.unit not in ("m", "cal") or not (is_list and goes_one_way) or draft.names_a_lift or draft.in_scheme:
        raise Unread
    draft.amount(Amount(per_set=whole(listed.items)))
    draft.item.counts = "m" if listed.unit == "m" else "cal"
