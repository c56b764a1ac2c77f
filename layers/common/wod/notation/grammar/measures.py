"""Turn the numerals of a phrase into typed values: amounts, times, sets."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token
from wod.notation.values import NO_AMOUNT, NO_PAUSE, Amount, Pause, Rhythm, Span, Unread

_INTERVALS = range(5, 7200 + 1)  # seconds
_LONGEST_TOTAL = 24 * 3600
LONGEST_REST = 3600
_MOST_MINUTES_OF_RESTS = 5  # that two marks may mean
_MOST_WORK_TO_REST = 4  # of seconds with two marks each
"""Seconds."""
MINUTE = 60
"""Seconds."""

MOST_ROUNDS = 100
"""The most sets of a scheme."""

_MOST_REPS_ABOVE_ONE = 3  # in a list of two sets: `3-1`
_MOST_REPS_IN_BRACKETS = 3  # after an interval
_LEAST_METRES, _ROUND = 100, 50
_LEAST_SECONDS = 10  # without a unit
_REPS_AND_MORE = re.compile(r"([1-3])\.([1-3])")


def span_of(token: Token) -> Span:
    """Return the ends of a numeral."""
    return Span(token.least, token.most)


def exactly(number: float) -> Span:
    """Return a span of one number."""
    return Span(number, number)


def is_falling(numbers: Sequence[float]) -> bool:
    """Return whether each of several numbers is less than the one before it: `21-15-9`."""
    return len(numbers) > 1 and all(first > second for first, second in pairwise(numbers))


def is_metres(number: Span) -> bool:
    """Return whether a number without a unit may be the metres of a run: it is round, and too high for kilometres."""
    return number.least == number.most and (number.least or 0) >= _LEAST_METRES and (number.least or 0) % _ROUND == 0


def end_of_number_in_brackets(tokens: Sequence[Token]) -> int:
    """Return the place after `(7)`, `[7]` or `(7x)` at the beginning of a text; 0 for any other."""
    symbols = [token.symbol for token in tokens[:4]]
    end = 3 if symbols[2:3] != ["x"] else 4
    is_enclosed = (symbols[:1], symbols[end - 1 : end]) in ((["("], [")"]), (["["], ["]"]))
    return end if is_enclosed and symbols[1] == "{count}" else 0


def may_be_sets_in_brackets(tokens: Sequence[Token]) -> bool:
    """Return whether the text after an interval begins with a number in brackets that may be sets: `(7) Snatch`."""
    return end_of_number_in_brackets(tokens) > 0 and tokens[1].least > _MOST_REPS_IN_BRACKETS


def whole(numbers: Sequence[float]) -> tuple[int, ...]:
    """Return the numbers as integers. Raise Unread if one is a fraction or less than one."""
    if any(number != int(number) or number < 1 for number in numbers):
        raise Unread
    return tuple(map(int, numbers))


def reps_per_set(token: Token) -> tuple[int, ...]:
    """Return the reps of each set. Raise Unread for `10-1`, a ladder that is only partly written."""
    numbers = whole(token.items)
    if len(numbers) == 2 and numbers[1] == 1 and numbers[0] > _MOST_REPS_ABOVE_ONE:
        raise Unread
    return numbers


def seconds(token: Token) -> int:
    """Return the seconds of a time; `7'` are minutes. Raise Unread for a range."""
    value = token.least * _factor(token)
    if token.least != token.most or value != int(value):
        raise Unread
    return int(value)


def seconds_span(token: Token) -> Span:
    """Return a time as a span of seconds. Raise Unread for fractions of a second."""
    factor = _factor(token)
    span = Span(token.least * factor, None if token.most is None else token.most * factor)
    if any(end != int(end) for end in span if end is not None):
        raise Unread
    return span


def rest_of(token: Token, work: Token | None = None) -> Span:
    """Return the time of a rest in seconds.

    Raise Unread for `rest 2"`, which nobody means, and may be minutes; beside its work it is not: `7" on / 3" off`.
    """
    rest = seconds_span(token)
    is_beside_work = work is not None and work.symbol == token.symbol and work.least <= _MOST_WORK_TO_REST * token.least
    may_be_minutes = token.symbol == "{seconds_or_inches}" and (rest.most or 0) <= _MOST_MINUTES_OF_RESTS
    if may_be_minutes and not is_beside_work:
        raise Unread
    return rest


def _factor(token: Token) -> int:
    return 60 if token.symbol == "{minutes_or_feet}" else 1


def amount_of(found: Found) -> Amount:
    """Return the amount of a phrase. Raise Unread if it has none, or a fraction."""
    values, says = found.values, found.says
    if says.get("max_reps"):
        return Amount(max_reps=True, time=span_of(values["time"]) if "time" in values else None)
    if "heavy" in says:
        return Amount(reps=exactly(says["heavy"]))
    for slot, amount in _AMOUNTS.items():
        if slot in values:
            return amount(values[slot])
    raise Unread


def _pair(token: Token) -> Amount:
    first, second = token.items
    return Amount(reps=exactly(first), reps_women=int(second))


def _pieces(token: Token) -> Amount:
    """Return the cluster `1.1`, which looks like a decimal."""
    pieces = _REPS_AND_MORE.fullmatch(token.text)
    if not pieces:
        raise Unread
    return Amount(cluster=(int(pieces[1]), int(pieces[2])))


def _of_men_first(token: Token) -> float | None:
    """Return the second number of a pair. Raise Unread if it is the higher one: `12/15 cal`, which may be of men."""
    if token.second is not None and token.second > token.least:
        raise Unread
    return token.second


def _distance(token: Token) -> Amount:
    return Amount(distance=span_of(token), distance_women=_of_men_first(token), distance_unit=token.unit)


def _calories(token: Token) -> Amount:
    second = _of_men_first(token)
    women = None if second is None else whole((second,))[0]
    return Amount(calories=span_of(token), calories_women=women)


_AMOUNTS: dict[str, Callable[[Token], Amount]] = {
    "reps": lambda token: Amount(reps=span_of(token)),
    "pair": _pair,
    "series": lambda token: Amount(per_set=reps_per_set(token), open_end=token.most is None),
    "plus": lambda token: Amount(plus=whole(token.items)),
    "pieces": _pieces,
    "cluster": lambda token: Amount(cluster=whole(token.items)),
    "time": lambda token: Amount(time=span_of(token)),
    "distance": _distance,
    "calories": _calories,
}


def pause_of(found: Found) -> Pause:
    """Return the rest of a phrase."""
    if times := _times_on_and_off(found):
        return Pause(rest=exactly(times[1]))
    rest = _time_of(found, "rest")
    if rest and (rest.least or 0) > LONGEST_REST:
        raise Unread  # `rest 90'`, which may be seconds
    return Pause(rest=rest) if rest else NO_PAUSE


def work_of(found: Found) -> Amount:
    """Return the time of work of a phrase."""
    if times := _times_on_and_off(found):
        return Amount(time=exactly(times[0]))
    work = _time_of(found, "work")
    return Amount(time=work) if work else NO_AMOUNT


def _time_of(found: Found, slot: str) -> Span | None:
    """Return a time of a phrase; the 40 of `40 on / 20 off` are seconds. Raise Unread for `2 on / 1 off`."""
    if slot in found.values:
        time = found.values[slot]
        return rest_of(time, found.values.get("work")) if slot == "rest" else seconds_span(time)
    token = found.values.get(f"{slot}_in_seconds")
    if token and token.least < _LEAST_SECONDS:
        raise Unread  # it may be minutes
    return span_of(token) if token else None


def _times_on_and_off(found: Found) -> tuple[float, ...]:
    """Return the seconds of work and of rest of `:40/:20`; empty if a phrase has them apart, or not at all."""
    token = next((found.values[slot] for slot in ("on_off", "tabata_on_off") if slot in found.values), None)
    if token is None:
        return ()
    if token.symbol == "{pair}" and token.items[0] != 2 * token.items[1]:
        raise Unread  # `Tabata 8 rounds (53/35)`: loads
    return token.items


def rhythm_of(found: Found) -> Rhythm:
    """Return the rhythm of a scheme's phrase. Raise Unread if it is impossible."""
    values = found.values
    interval = found.says.get("interval")
    for slot in ("interval", "each"):
        if slot in values:
            interval = seconds(values[slot])
    total = seconds(values["total"]) if "total" in values else None
    if "minutes" in values:
        total = int(values["minutes"].least) * 60
    if interval is not None and interval not in _INTERVALS:
        raise Unread
    if total is not None and not 0 < total <= _LONGEST_TOTAL:
        raise Unread
    sets = span_of(values["sets"]) if "sets" in values else None
    if sets and not ((sets.least or 0) >= 1 and (sets.most or 0) <= MOST_ROUNDS):
        raise Unread
    return Rhythm(sets=sets, interval=interval, total=total, format=found.says.get("format"))
