"""Find the phrases of a scheme in a line: `Every 2 minutes`, `EMOM 10 (5 sets)`, `3 rounds for time`."""

from copy import replace
from itertools import pairwise

from wod.notation.elements import Scheme
from wod.notation.grammar.marks import OPENING, has_more, skip
from wod.notation.grammar.measures import (
    MINUTE,
    end_of_number_in_brackets,
    may_be_sets_in_brackets,
    pause_of,
    reps_per_set,
    rhythm_of,
    span_of,
    work_of,
)
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token, written
from wod.notation.values import MAX_REPS, NO_AMOUNT, Amount, Rhythm, Span, Unread

_MOST_MINUTES = 60
_LONGEST_IN_BRACKETS = 1800  # seconds of the sets in brackets
_LONGEST_ALONE = 3600  # seconds, if the line has no more than them
_LONGEST_OF_SETS = 2400  # seconds, on one clock
_LEAST_LOAD = 55  # of a barbell without a unit, in pounds; lower numbers may be seconds or repetitions
_LEAST_AMOUNT = 200  # of metres or calories for men, in a pair without a unit
_SHARE_OF_AMOUNTS = 0.75  # of the men's amount, the least that women have beside it
_SHORTEST_CAP = 180  # seconds of the whole work
_AMOUNTS = frozenset({"{count}", "{range}", "{time}", "{distance}", "{calories}", "{plus}"})
_BEFORE_LOADS = frozenset({"@", "at", "rpe"})
_BEFORE_CAPS = OPENING | {"-", "--"}
BREAKS = frozenset({":", ";", "-", "--"})
"""Marks that divide a scheme from what is beside it."""
STATING = frozenset({"format", "interval", "each", "sets", "series"})
"""Values of a phrase that make it a scheme also behind other words."""


class SchemePhrases:
    """Finder of the phrases of a scheme."""

    def __init__(self, notation: Notation) -> None:
        self._schemes = notation.phrases("scheme")
        self._leads = notation.phrases("scheme_lead")
        self._turns_of_partners = notation.phrases("turns_of_partners")
        self._tails = notation.phrases("scheme_tail")
        self._alternating = notation.words("alternating")
        self._sides = notation.words("sides")

    def match(self, tokens: list[Token]) -> tuple[Found | None, Found | None]:
        """Return the scheme at the beginning of a line, and the phrase before it: `Alternating, every minute …`."""
        start = skip(tokens)
        lead = self._leads.match(tokens, start)
        found = self._schemes.match(tokens, skip(tokens, lead.end)) if lead else None
        if found is None:
            lead, found = None, self._schemes.match(tokens, start)
        if found and (_is_most_of_one(found, tokens) or ("waves" in found.says and has_more(tokens, found.end))):
            return None, None
        if found and _has_time_of_bracket(found, tokens):
            found = self._schemes.match(tokens[: found.end - 2], found.start)
        return (self._without_count(_without_station(found, tokens), tokens) if found else None), lead

    def _without_count(self, found: Found, tokens: list[Token]) -> Found | None:
        """Return the scheme without a number that belongs to the first movement: `EMOM: 7 Wall Balls`."""
        if "metres" in found.values:
            return self._in_minutes(found, tokens)
        if "minutes" not in found.values:
            return found
        number = next(place for place in range(found.start, found.end) if tokens[place] is found.values["minutes"])
        if number == 0 or tokens[number - 1].symbol != ":" or number + 1 == len(tokens):
            return found
        following = tokens[number + 1]
        if following.symbol == "minute" or not following.text[0].isalpha():
            return found
        return self._schemes.match(tokens[: number - 1], found.start)

    def _in_minutes(self, found: Found, tokens: list[Token]) -> Found | None:
        """Return `AMRAP 15m` as fifteen minutes, and `AMRAP: 400m Run` without the distance of its movement."""
        number = next(place for place in range(found.start, found.end) if tokens[place] is found.values["metres"])
        metres, after = tokens[number], tokens[found.end] if found.end < len(tokens) else None
        is_of_movement = after is not None and after.text[0].isalpha() and tokens[found.end - 1].symbol != "of"
        if metres.unit != "m" or metres.second or metres.least > _MOST_MINUTES or is_of_movement:
            return self._schemes.match(tokens[:number], found.start)
        return Found(found.start, found.end, found.says, {**found.values, "minutes": metres})

    def with_tails(self, found: Found, body: str, tokens: list[Token]) -> tuple[Scheme, int]:
        """Return the scheme with the phrases after it that change it, and the place after them.

        Raise Unread if partners take turns in its intervals, so that no one knows how many each has.
        """
        scheme, end = scheme_of(found), found.end
        if "ladder" in found.values:
            scheme = replace(scheme, remark=found.values["ladder"].text, has_ladder=True)
        if sets := _sets_in_brackets(scheme.rhythm, tokens[end:]):
            end += end_of_number_in_brackets(tokens[end:])
            scheme = replace(scheme, rhythm=replace(scheme.rhythm, sets=sets))
        if minutes := _minutes_behind(scheme.rhythm, tokens[end:]):
            end += 2 if tokens[end].symbol == "for" else 1
            scheme = replace(scheme, rhythm=replace(scheme.rhythm, total=minutes * MINUTE))
        while tail := self._tail(tokens, skip(tokens, end), scheme):
            if "is" in tail.says:  # a cap is not the duration of the work
                scheme = replace(scheme, remark=written(body, tokens[tail.start : tail.end]))
            scheme, end = _with_tail(scheme, tail), tail.end
        if scheme.rhythm.interval and self._turns_of_partners.search(tokens[found.end :]):
            raise Unread  # `EMOM 12, rotate partners every minute`
        end = self._end_of_turns(tokens, end)
        return replace(scheme, alternates=scheme.alternates or self._alternates(tokens, end)), end

    def _end_of_turns(self, tokens: list[Token], end: int) -> int:
        """Return the place after the words at the end of a line that its movements take turns: `(alt. minutes)`."""
        words = [token for token in tokens[end:] if token.speaks]
        are_of_turns = all(word.symbol == "minute" or word.text.lower() in self._alternating for word in words)
        return len(tokens) if words and are_of_turns and self._alternates(tokens, len(tokens)) else end

    def _alternates(self, tokens: list[Token], end: int) -> bool:
        """Return whether a scheme says that its movements take turns, and not the sides of one, `alternating arms`."""
        for place, token in enumerate(tokens[:end], start=1):
            if token.text.lower() in self._alternating:
                return place == len(tokens) or tokens[place].text.lower() not in self._sides
        return False

    def _tail(self, tokens: list[Token], place: int, scheme: Scheme) -> Found | None:
        more = self._schemes.match(tokens, place)
        if more and tokens[place - 1].symbol in OPENING and _repeats(scheme, more):
            return Found(more.start, more.end, {}, {})
        if tail := self._tails.match(tokens, place):
            return tail
        if (scheme.rhythm.format == "for time" and _is_cap(tokens, place)) or _is_load_of_all(tokens, place):
            return Found(place, place + 1, {"is": "words"}, {})
        return more if more and more.says.get("format") == "for time" and "sets" not in more.values else None


def _is_cap(tokens: list[Token], place: int) -> bool:
    """Return whether a time ends a line, in a bracket or after a dash: `For time (18:00)`, which is no rest."""
    if place >= len(tokens) or tokens[place].symbol != "{time}" or tokens[place].least < _SHORTEST_CAP:
        return False
    return tokens[place - 1].symbol in _BEFORE_CAPS and not has_more(tokens, place + 1)


def _is_load_of_all(tokens: list[Token], place: int) -> bool:
    """Return whether a bracket that ends a line has a load of men and women: `5 rounds for time (155/105):`."""
    if place >= len(tokens) or tokens[place - 1].symbol not in OPENING or has_more(tokens, place + 1):
        return False
    load = tokens[place]
    if load.symbol == "{weight}":
        return load.second is not None
    if load.symbol != "{pair}" or min(load.items) < _LEAST_LOAD:
        return False
    men, women = load.items
    may_be_amounts = men >= _LEAST_AMOUNT and women >= _SHARE_OF_AMOUNTS * men  # `(400/350)` are metres or calories
    return women < men < 2 * women and not may_be_amounts


def _has_time_of_bracket(found: Found, tokens: list[Token]) -> bool:
    """Return whether the last time of a scheme belongs to the words after it in a bracket: `x 5 (3:00 rest)`."""
    is_last = found.end < len(tokens) and tokens[found.end - 1] is found.values.get("total")
    return is_last and tokens[found.end].speaks and tokens[found.end - 2].symbol in OPENING


def _without_station(found: Found, tokens: list[Token]) -> Found:
    """Return the scheme without a word that belongs to the first station: `EMOM 12: min 1 – 8 Burpees`."""
    last, end = tokens[found.end - 1], found.end
    is_station = last.symbol == "minute" and end < len(tokens) and tokens[end].is_numeral
    if not is_station or tokens[end - 2].symbol not in BREAKS:
        return found
    return Found(found.start, end - 1, found.says, found.values)


def _sets_in_brackets(rhythm: Rhythm, tokens: list[Token]) -> Span | None:
    """Return the sets of `E2MOM (7) 2 Snatches` or `E2MOM (7)`, which cannot be minutes; None for any other text.

    `E2MOM (8) 2 Snatches` may be minutes, and `E2MOM (3) Snatch` three reps. Raise Unread for `E2MOM (7) Snatch`;
    `E2MOM (7x) Snatch` are sets.
    """
    is_alone, end = rhythm.interval and not (rhythm.sets or rhythm.total), end_of_number_in_brackets(tokens)
    if not is_alone or not end:
        return None
    if tokens[end - 2].symbol == "x" and may_be_sets_in_brackets(tokens):
        return span_of(tokens[1])
    sets, interval = tokens[1].least, rhythm.interval or 1
    ends_line = not has_more(tokens, end)
    states_amount = any(
        token.symbol in _AMOUNTS and before.symbol not in _BEFORE_LOADS for before, token in pairwise(tokens[end - 1 :])
    )
    if not (ends_line or states_amount) and may_be_sets_in_brackets(tokens):
        raise Unread
    longest = _LONGEST_ALONE if ends_line else _LONGEST_IN_BRACKETS
    is_possible = 60 * sets % interval and interval * sets <= longest
    return span_of(tokens[1]) if (ends_line or states_amount) and is_possible else None


def _minutes_behind(rhythm: Rhythm, tokens: list[Token]) -> int:
    """Return the minutes of `E2MOM 20` or `Every 3 min for 15` at the end of a line; 0 for anything else.

    As many sets would take too long. `E2MOM 10` may be ten sets.
    """
    interval = rhythm.interval or 0
    if not interval or interval % MINUTE or rhythm.sets or rhythm.total:
        return 0
    place = 1 if tokens and tokens[0].symbol == "for" else 0
    if place == len(tokens) or tokens[place].symbol != "{count}" or has_more(tokens, place + 1):
        return 0
    minutes = int(tokens[place].least)
    fills_turns = minutes <= _MOST_MINUTES and MINUTE * minutes % interval == 0
    return minutes if fills_turns and minutes * interval >= _LONGEST_OF_SETS else 0


def _repeats(scheme: Scheme, more: Found) -> bool:
    """Return whether a bracket repeats the scheme: `EMOM 10 (every minute on the minute for 10 minutes)`."""
    again = rhythm_of(more)
    return again.is_stated and again.over(scheme.rhythm) == scheme.rhythm


def _is_most_of_one(found: Found, tokens: list[Token]) -> bool:
    """Return whether the words prescribe the most repetitions of one movement: `Max set of …`, `AMRAP Push-Ups`.

    `Max sets` and `AMRAP of` are schemes, and so is an AMRAP of rounds of a distance: `AMRAP Run 200 m`.
    """
    spoken = [token for token in tokens[found.start : found.end] if token.speaks]
    if [token.symbol for token in spoken[:2]] == ["max", "set"] and not spoken[1].text.lower().endswith("s"):
        return True
    is_amrap_alone = found.end - found.start == 1 and tokens[found.start].symbol == "amrap"
    if not is_amrap_alone or found.end == len(tokens) or not tokens[found.end].text[0].isalpha():
        return False
    after_name = next((token for token in tokens[found.end :] if not token.text[0].isalpha()), None)
    return after_name is None or after_name.symbol != "{distance}"


def scheme_of(found: Found) -> Scheme:
    """Return the scheme that a phrase states."""
    rhythm = rhythm_of(found)
    if (work := work_of(found)).is_stated:
        work = replace(work, max_reps=bool(found.says.get("max_reps")))
        return Scheme(rhythm, work, pause_of(found))
    return Scheme(rhythm, _amount_of(found), has_waves="waves" in found.says)


def _amount_of(found: Found) -> Amount:
    if found.says.get("max_reps"):
        return MAX_REPS
    if "series" in found.values:
        return Amount(per_set=reps_per_set(found.values["series"]))
    return Amount(reps=span_of(found.values["reps"])) if "reps" in found.values else NO_AMOUNT


def _with_tail(scheme: Scheme, tail: Found) -> Scheme:
    rhythm = rhythm_of(tail)
    if rhythm.sets and scheme.rhythm.sets:
        raise Unread
    sets = scheme.rhythm.sets
    if tail.says.get("shares") and not (sets and sets.least and sets.least % tail.values["counted"].least == 0):
        raise Unread  # `x 10 (3 each), alternating`
    amount, rhythm = scheme.amount.with_(work_of(tail)).with_(_amount_of(tail)), rhythm.over(scheme.rhythm)
    if rhythm.sets and amount.per_set and rhythm.sets.least != len(amount.per_set):  # `21-18-15, 4 sets of:`
        raise Unread
    if "series" in tail.values and not rhythm.sets and (rhythm.interval or rhythm.total or rhythm.format == "amrap"):
        raise Unread  # `EMOM 10, 5-5-5`
    alternates = scheme.alternates or bool(tail.says.get("alternates"))
    pause = scheme.rest.with_(pause_of(tail))
    return replace(scheme, rhythm=rhythm, rest=pause, amount=amount, alternates=alternates)
