"""Take the phrases for loads other than weights: `@ 75% of 1-RM Snatch`, `RPE 8`, `24" box`."""

from wod.notation.grammar.measures import exactly, is_metres, span_of
from wod.notation.grammar.phrases import Found
from wod.notation.values import HEAVY, NO_LOAD, Amount, Conflict, Load, Span, Unread
from wod.notation.work.checks import MOST_BODYWEIGHTS, MOST_RPE
from wod.notation.work.draft import Draft

_LEAST_RPE = 6  # after an @
_MOST_SETS = 12  # a higher number is a weight
_LIGHTEST_OF_THREE = 10  # pairs of dumbbells


def _is_of_effort(draft: Draft) -> bool:
    """Return whether a percent is of no rep max, because the movement has none: `Run @ 80%`, `Row 500 m @ 85%`.

    A walk with a barbell has one: `Front Rack Walk 20 m @ 50%`.
    """
    has_way = draft.item.amount.distance or draft.item.amount.calories or draft.item.counts
    is_for_speed = draft.movement.is_in_metres or (draft.movement.is_conditioning and draft.movement.may_be_run)
    return draft.movement.is_measured or (is_for_speed and bool(has_way))


def percent(draft: Draft, found: Found) -> None:
    """Take `@ 75-85%`, `up to 70%`, `at least 70%`; a percent of something other than a rep max is a load in words."""
    if draft.is_compared(found) or draft.of is None or _is_of_effort(draft) or draft.is_maximum_or_earlier(found):
        if draft.is_separated and draft.item.amount.is_stated and "%" in draft.item.load.text:
            raise Conflict("load")  # `70% TM x 3, 80% TM x 3`
        draft.load_until_mark(found)
        return
    if draft.is_separated and draft.item.amount.is_stated and draft.item.load.text == HEAVY:
        raise Conflict("load")  # `heavy single; 90% x 2`
    span = span_of(found.values["percent"])
    if found.says["is"] == "percent at most":
        span = Span(None, span.most)
    elif found.says["is"] == "percent at least":
        span = Span(span.least, None)
    draft.load(Load(percent=span).with_(draft.of))


def rising_percent(draft: Draft, found: Found) -> None:
    """Take `building from 70-80%` or `climbing, 80%`; one percent alone belongs to the first set or to the last."""
    token = found.values["percent"]
    is_range = token.most is not None and token.least < token.most
    if not is_range and all(one.symbol != "," for one in draft.tokens[found.start : found.end]):
        difference(draft, found)
        return
    percent(draft, found)
    if draft.tokens[found.start].symbol != "from":
        draft.remark(draft.tokens[found.start].text)


def percents(draft: Draft, found: Found) -> None:
    """Take `65-75-85%`, one percent for each set."""
    token = found.values.get("percent_list") or found.values["percents"]
    if draft.is_compared(found) or draft.of is None:
        draft.load_until_mark(found)
        return
    spans = [exactly(item) for item in token.items]
    if token.most is None:
        spans[-1] = Span(token.items[-1], None)
    draft.load(Load(percents=tuple(spans)).with_(draft.of))


def rpe(draft: Draft, found: Found) -> None:
    """Take `RPE 7-8` or `RPE 8 or less`."""
    span = span_of(found.values["rpe"])
    draft.load(Load(rpe=Span(None, span.most) if found.says["is"] == "rpe at most" else span))


def rpe_of_each_set(draft: Draft, found: Found) -> None:
    """Take `3x5 @ RPE 7, 8, 9` as written. Raise Unread if there are not as many as sets, or one is no RPE."""
    numbers = found.values["rpe_list"].items
    if draft.item.counted_sets != exactly(len(numbers)) or not all(1 <= number <= MOST_RPE for number in numbers):
        raise Unread
    load_text(draft, found)


def bare_load(draft: Draft, found: Found) -> None:
    """Take `@ 4010`, which is a tempo, `@ 8` of a lift, which is an RPE, or `@ 80`, which is kept as written.

    The first number of `@ 3x5` counts the sets of a lift.
    """
    token = found.values["multiple"]
    if _may_count_sets(draft, found):
        if not draft.names_a_lift or token.least >= _LEAST_RPE:
            raise Unread
        draft.sets(span_of(token))
    elif token.symbol == "{count}" and len(token.text) == 4 and token.text.isdigit():
        draft.manner(Load(tempo=token.text))
    elif draft.is_compared(found):
        draft.load_until_mark(found)
    elif draft.item.load.is_heavy or (draft.after and draft.after[0].is_load) or _is_percent_apart(draft, found):
        raise Unread
    elif _is_rpe(draft, token.least):
        draft.load(Load(rpe=span_of(token)))
    else:
        draft.load(Load(text=draft.written(found)))


def _is_percent_apart(draft: Draft, found: Found) -> bool:
    """Return whether a mark is between a number and its sign: `@ 75.%`, `@ 70-%`."""
    mark, *sign = [token.symbol for token in draft.tokens[found.end : found.end + 2]] or [""]
    return mark in (".", "-") and sign == ["%"]


def _may_count_sets(draft: Draft, found: Found) -> bool:
    """Return whether a low number in front of `x 5` may count sets, because none are stated before it."""
    token, after = found.values["multiple"], draft.tokens[found.end : found.end + 1]
    is_low = token.symbol == "{count}" and token.least <= _MOST_SETS
    return is_low and [one.symbol for one in after] == ["x"] and not draft.item.rhythm.sets


def bare_rpe(draft: Draft, found: Found) -> None:
    """Take `@ 8-9` of a lift; any other range after an `@` may be weights."""
    span = span_of(found.values["rpes"])
    if draft.is_compared(found) or not all(end is not None and _is_rpe(draft, end) for end in span):
        raise Unread
    draft.load(Load(rpe=span))


def _is_rpe(draft: Draft, number: float) -> bool:
    """Return whether a number without a unit is an RPE of a lift with a barbell: 6 to 10, by halves."""
    return draft.names_a_lift and _LEAST_RPE <= number <= MOST_RPE and 2 * number == int(2 * number)


def load_text(draft: Draft, found: Found) -> None:
    """Take `1.5 pood` or `24" box`, which have no field of their own, as a load in words."""
    draft.load(Load(text=draft.written(found)))


def load_of_rep_max(draft: Draft, found: Found) -> None:
    """Take the weight of a rep max as a load in words, `5x5 @ 10RM`; without repetitions it may be the test of one."""
    following = next((chunk for chunk in draft.after if chunk.found), None)
    if not draft.item.amount.reps or (following and following.kind in ("weight", "percent")):
        raise Unread  # also `5x5 @ 3RM - 10 kg`, which is less than it
    draft.load(Load(text=found.values["rm"].text))


def time_of_sets(draft: Draft, found: Found) -> None:
    """Take `8 x 400 m @ 1:40` as written: the time of each set, or when the next one begins."""
    amount, kind = draft.item.amount, draft.movement
    is_distance = amount.distance or (amount.reps is not None and is_metres(amount.reps))
    is_covered = is_distance and (kind.is_measured or kind.is_in_metres)
    if draft.item.load.is_heavy or not (draft.item.rhythm.sets and is_covered):
        raise Unread
    load_text(draft, found)


def pace(draft: Draft, found: Found) -> None:
    """Take `9:00/mi` as written; a lift has no pace."""
    if draft.names_a_lift:
        raise Unread
    load_text(draft, found)


def training_max(draft: Draft, found: Found) -> None:
    """Take `with 90% of 1RM as the training max` as a load in words; other percents of the line would be of that."""
    if draft.count_of("percent") or draft.count_of("percents"):
        raise Unread
    load_text(draft, found)


def height(draft: Draft, found: Found) -> None:
    """Take `@ 30"` after a jump; after anything else it may be seconds."""
    if not draft.movement.is_high:
        raise Unread
    load_text(draft, found)


def plural_load(draft: Draft, found: Found) -> None:
    """Take `50s/35s`, the weights of a pair of dumbbells."""
    times = found.values["times"]
    is_loaded = draft.movement.names_bells or (draft.movement.is_lifted and draft.item.amount.reps)
    may_be_tempo = len(times.items) > 2 and max(times.items) < _LIGHTEST_OF_THREE  # `@ 3s-1s-1s`
    if not is_loaded or times.unit != "s" or may_be_tempo:
        raise Unread
    load_text(draft, found)


def multiple_of_bodyweight(draft: Draft, found: Found) -> None:
    """Take `1.5 x BW`; a number that nobody lifts counts repetitions: `Back Squat 50 x bodyweight`."""
    multiple = found.values["multiple"]
    if draft.count_of("multiple of bodyweight") > 1:
        raise Unread  # `Bench Press 5 x BW, 3 x BW`
    if multiple.symbol == "{count}" and multiple.least > MOST_BODYWEIGHTS:
        draft.amount(Amount(reps=span_of(multiple)))
        draft.load(Load(text=draft.tokens[found.end - 1].text))
        return
    load_text(draft, found)


def bare_bodyweight(draft: Draft, found: Found) -> None:
    """Take `1.5 BW`; a whole number at the beginning of the line may as well be the reps, `4 BW Bench Press`."""
    multiple = found.values["multiple"].least
    if found.start == 0 and multiple is not None and multiple > 1 and multiple == int(multiple):
        raise Unread
    load_text(draft, found)


def difference(draft: Draft, found: Found) -> None:
    """Take `+5 lb` or `add 10 kg each set` as a load in words; `max reps (-2)` and `add 5 push-ups` are none.

    `adding 2 reps each round` is a remark about the repetitions, as `add 2 each round` is of a movement without a load.
    """
    if draft.item.amount.max_reps and draft.written(found)[-1:].isdigit():
        raise Unread
    if draft.counts_movement(found):
        raise Unread
    if draft.counts_reps(found):
        draft.remark_until_mark(found)
    else:
        draft.load_until_mark(found)


def basis(draft: Draft, found: Found) -> None:
    """Take `Back Squat – % of 3RM` or `Clean Pull (of best Clean)`: the base of the percents on or below the line."""
    draft.manner(draft.of or NO_LOAD)
