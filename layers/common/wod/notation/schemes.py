"""Read schemes: interval, total and sets of the movements below or after them."""

from copy import replace
from itertools import islice, pairwise

from wod.notation.elements import BlockLoad, Context, Element, Movement, Reader, Scheme, SetLine, Test, with_remark
from wod.notation.items import Items
from wod.notation.marks import OPENING, first_of, has_more, skip
from wod.notation.measures import (
    end_of_number_in_brackets,
    exactly,
    may_be_sets_in_brackets,
    pause_of,
    reps_per_set,
    rhythm_of,
    span_of,
    work_of,
)
from wod.notation.names import Names, name_of
from wod.notation.notation import Notation
from wod.notation.phrases import Found
from wod.notation.tokens import Token, written
from wod.notation.values import NO_AMOUNT, Amount, Rhythm, Span, Unread

_LONGEST_HEADING = 5  # tokens
_INSIDE = Context(scheme=True)
_MOST_MINUTES = 60
_STATING = frozenset({"format", "interval", "each", "sets", "series"})
_LONGEST_IN_BRACKETS = 1800  # seconds of the sets in brackets
_LONGEST_ALONE = 3600  # seconds, if the line has no more than them
_AMOUNTS = frozenset({"{count}", "{range}", "{time}", "{distance}", "{calories}", "{plus}"})
_BEFORE_LOADS = frozenset({"@", "at", "rpe"})
_BREAKS = frozenset({":", ";", "-", "--"})


class Schemes:
    """Reader of schemes. `behind` are readers of the text after one on its line."""

    def __init__(self, notation: Notation, names: Names, items: Items, behind: tuple[Reader, ...]) -> None:
        self._schemes = notation.phrases("scheme")
        self._leads = notation.phrases("scheme_lead")
        self._tails = notation.phrases("scheme_tail")
        self._openers = notation.phrases("name_openers")
        self._of_some = notation.words("conditions") | notation.words("alternatives")
        self._alternating = notation.words("alternating")
        self._sides = notation.words("sides")
        self._catalogue = notation.catalogue
        self._names = names
        self._items = items
        self._readers = behind

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the scheme of a line, and the elements after it."""
        found, lead = self._match(tokens)
        if not found or (above.movement and _may_be_of_sides(found, body, tokens)) or _may_be_of_people(found, tokens):
            return _times(tokens) or self._behind_heading(body, tokens, above) or self._in_a_sentence(body, tokens)
        scheme, end = self._with_tails(found, body, tokens)
        if lead and "counted" in lead.values:
            scheme = replace(scheme, remark=written(body, tokens[lead.start : lead.end]))
        place = skip(tokens, end)
        if place >= len(tokens):
            return [scheme]
        # Its own brackets belong to what follows: `Three sets of: (Clean + Jerk) x 1`.
        opening = place
        while opening > end and tokens[opening - 1].symbol in OPENING:
            opening -= 1
        behind = tokens[opening:]
        if scheme.rhythm.format == "amrap" and any(token.symbol == "amrap" for token in behind):
            raise Unread  # `3 min AMRAP wall balls, 2 min AMRAP pull-ups`
        if elements := self._behind(scheme, body, behind, is_of=tokens[opening - 1].symbol == "of"):
            is_of_movements = above.scheme and scheme == Scheme(remark=scheme.remark)
            return _with_ladder(elements, scheme.remark) if is_of_movements else [scheme, *elements]
        if above.movement and (items := self._items.nameless(body, behind, below_lift=above.lift)):
            sets = [SetLine(item) for item in items]
            return [] if any(_contradicts(scheme, one) for one in sets) else [scheme, *sets]
        if any(token.is_numeral for token in behind):
            raise Unread
        if end < len(tokens) and tokens[end].symbol == "." and scheme.rhythm.is_stated:
            return [scheme]  # a sentence of its own: `Complete four rounds. Score is total reps.`
        is_separated = body.endswith(":") or any(not token.speaks for token in tokens[end : place + 1])
        return [scheme] if is_separated and scheme.rhythm.is_stated and not self._names.is_prose(behind) else []

    def read_amount(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return `10 x 1` or `5 sets of 3` above a movement as a scheme."""
        if above.movement:
            return []
        items = self._items.nameless(body, tokens)
        item = items[0] if len(items) == 1 else None
        if not item or not item.rhythm.sets or item.remark or _may_be_work_and_rest(tokens):
            return []
        if item.amount.plus and item.load.is_stated:  # `(2+1) x 3 @ 70%` above its complex
            return [Scheme(item.rhythm, item.amount, item.rest), BlockLoad(item.load)]
        if item.amount.plus or (item.amount.reps and not item.load.is_stated):
            return [Scheme(item.rhythm, item.amount, item.rest)]
        return []

    def _match(self, tokens: list[Token]) -> tuple[Found | None, Found | None]:
        """Return the scheme at the beginning of a line, and the phrase before it: `Alternating, every minute …`."""
        start = skip(tokens)
        lead = self._leads.match(tokens, start)
        found = self._schemes.match(tokens, skip(tokens, lead.end)) if lead else None
        if found is None:
            lead, found = None, self._schemes.match(tokens, start)
        if found and _is_most_of_one(found, tokens):
            return None, None
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
        metres, behind = tokens[number], tokens[found.end] if found.end < len(tokens) else None
        is_of_movement = behind is not None and behind.text[0].isalpha() and tokens[found.end - 1].symbol != "of"
        if metres.unit != "m" or metres.second or metres.least > _MOST_MINUTES or is_of_movement:
            return self._schemes.match(tokens[:number], found.start)
        return Found(found.start, found.end, found.says, {**found.values, "minutes": metres})

    def _with_tails(self, found: Found, body: str, tokens: list[Token]) -> tuple[Scheme, int]:
        """Return the scheme with the phrases after it that change it, and the place after them."""
        scheme, end = _scheme_of(found), found.end
        if "ladder" in found.values:
            scheme = replace(scheme, remark=found.values["ladder"].text)
        if sets := _sets_in_brackets(scheme.rhythm, tokens[end:]):
            end += end_of_number_in_brackets(tokens[end:])
            scheme = replace(scheme, rhythm=replace(scheme.rhythm, sets=sets))
        while tail := self._tail(tokens, skip(tokens, end), scheme):
            if "is" in tail.says:  # a cap is not the duration of the work
                scheme = replace(scheme, remark=written(body, tokens[tail.start : tail.end]))
            scheme, end = _with_tail(scheme, tail), tail.end
        return replace(scheme, alternates=self._alternates(tokens, end)), end

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
        return more if more and more.says.get("format") == "for time" and "sets" not in more.values else None

    def _behind(self, scheme: Scheme, body: str, behind: list[Token], *, is_of: bool) -> list[Element]:
        """Return the elements after a scheme that do not contradict it. `is_of`: they are after `sets of`."""
        for reader in self._readers:
            try:
                elements = reader(body, behind, _INSIDE)
            except Unread:
                continue
            if not elements or (is_of and _may_count_whole(behind, elements[0])):
                continue
            if not any(_contradicts(scheme, element) for element in elements):
                return elements
        return []

    def _behind_heading(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the scheme of `Metcon: AMRAP 12` or `"Grace": For time`, after a heading that is not a movement."""
        place = _end_of_quotes(tokens)
        if place is None:
            place = next((place for place, token in enumerate(tokens) if token.symbol in _BREAKS), None)
        if place is None or place > _LONGEST_HEADING or any(token.is_numeral for token in tokens[:place]):
            return []
        heading = body[tokens[0].start : tokens[place].start]
        if self._catalogue.find(name_of(heading)) or self._names.opens_a_note(tokens):
            return []
        start = skip(tokens, place)
        found = self._schemes.match(tokens, start)
        if not found or not (_STATING & found.says.keys() or _STATING & found.values.keys()):
            return []
        if found.values.keys() == {"sets"} and "format" not in found.says and self._names.mentions(heading):
            return []  # `Seated Triceps Press – 3 working sets`
        return self.read(body, tokens[start:], above)

    def _in_a_sentence(self, body: str, tokens: list[Token]) -> list[Element]:
        """Return the scheme at the end of `Alternate with a partner until you have each completed 5 rounds:`

        One that is only for some, or for the remaining time, is none: `If you are new, do 3 rounds of:`
        """
        first = first_of(tokens)
        if first is None or not body.endswith(":"):
            return []
        if first.text.lower() in self._of_some or self._openers.match(tokens, tokens.index(first)):
            return []
        for place in range(1, len(tokens)):
            if tokens[place - 1].is_numeral:
                return []
            found = self._schemes.match(tokens, place)
            if found and not has_more(tokens, found.end) and _STATING & {*found.says, *found.values}:
                return [_scheme_of(found)]
        return []


def _end_of_quotes(tokens: list[Token]) -> int | None:
    """Return the place of the mark after a name in quotes, which a scheme may follow: `"Barbara" 3 rounds`."""
    marks = [place for place, token in enumerate(tokens[: _LONGEST_HEADING + 1]) if token.symbol == '"']
    return marks[1] if len(marks) > 1 else None


def _without_station(found: Found, tokens: list[Token]) -> Found:
    """Return the scheme without a word that belongs to the first station: `EMOM 12: min 1 – 8 Burpees`."""
    last, end = tokens[found.end - 1], found.end
    is_station = last.symbol == "minute" and end < len(tokens) and tokens[end].is_numeral
    if not is_station or tokens[end - 2].symbol not in _BREAKS:
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


def _repeats(scheme: Scheme, more: Found) -> bool:
    """Return whether a bracket repeats the scheme: `EMOM 10 (every minute on the minute for 10 minutes)`."""
    again = rhythm_of(more)
    return again.is_stated and again.over(scheme.rhythm) == scheme.rhythm


def _times(tokens: list[Token]) -> list[Element]:
    """Return the sets of `3x`, above its movements."""
    is_alone = list(islice((token.symbol for token in tokens if token.speaks), 3)) == ["{count}", "x"]
    return [Scheme(Rhythm(sets=span_of(tokens[skip(tokens)])))] if is_alone else []


def _may_be_work_and_rest(tokens: list[Token]) -> bool:
    """Return whether a pair may be seconds of work and of rest: `8 rounds 20/10`, and not `8 rounds of 20/10`."""
    return any(one.symbol == "set" and pair.symbol == "{pair}" for one, pair in pairwise(tokens))


def _may_count_whole(behind: list[Token], element: Element) -> bool:
    """Return whether the only count, directly after `sets of`, may be that of the complex: `3 Clean + Jerk`."""
    if behind[0].symbol != "{count}" or not isinstance(element, Movement) or not element.item.parts:
        return False
    first, *others = element.item.parts
    is_only_count = not any(before.symbol == "+" and token.is_numeral for before, token in pairwise(behind))
    return is_only_count and first.reps > 1 and not first.movement.lower().endswith("s") and bool(others)


def _may_be_of_sides(found: Found, body: str, tokens: list[Token]) -> bool:
    """Return whether a time may be that of each side, `1 minute each` below a stretch, and not `1 minute each of:`."""
    return found.values.keys() == {"work"} and not (body.endswith(":") or tokens[-1].symbol == "of")


def _may_be_of_people(found: Found, tokens: list[Token]) -> bool:
    """Return whether two times may be those of men and women, `3 x :30/:20 Plank`, and not of work and rest."""
    return "on_off" in found.values and has_more(tokens, found.end)


def _is_most_of_one(found: Found, tokens: list[Token]) -> bool:
    """Return whether the words ask for most repetitions of one movement: `Max set of …`, `AMRAP Push-Ups`.

    `Max sets` and `AMRAP of` are schemes.
    """
    if [token.text.lower() for token in tokens[found.start : found.end] if token.speaks][:2] == ["max", "set"]:
        return True
    is_amrap_alone = found.end - found.start == 1 and tokens[found.start].symbol == "amrap"
    return is_amrap_alone and found.end < len(tokens) and tokens[found.end].text[0].isalpha()


def _scheme_of(found: Found) -> Scheme:
    rhythm = rhythm_of(found)
    if (work := work_of(found)).is_stated:
        return Scheme(rhythm, work, pause_of(found))
    return Scheme(rhythm, _amount_of(found))


def _amount_of(found: Found) -> Amount:
    if "series" in found.values:
        return Amount(per_set=reps_per_set(found.values["series"]))
    return Amount(reps=span_of(found.values["reps"])) if "reps" in found.values else NO_AMOUNT


def _with_ladder(elements: list[Element], ladder: str) -> list[Element]:
    """Return the movements below a scheme with their ladder as a remark: `3-6-9-12... Thrusters` of an AMRAP."""
    return [with_remark(one, ladder) if isinstance(one, Movement) else one for one in elements]


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
    return replace(scheme, rhythm=rhythm, rest=scheme.rest.with_(pause_of(tail)), amount=amount)


def _contradicts(scheme: Scheme, element: Element) -> bool:
    """Return whether a scheme and an element after it have a value for the same thing."""
    if not isinstance(element, Movement | SetLine | Test):
        return False
    item, rhythm = element.item, scheme.rhythm
    twice = scheme.amount.is_stated and (item.amount.is_stated or isinstance(element, Test))
    listed = len(scheme.amount.per_set)
    return bool(
        twice
        or (listed and item.rhythm.sets and item.rhythm.sets != exactly(listed))
        or (rhythm.sets and item.rhythm.sets and item.rhythm.first_set is None)
        or (rhythm.total and item.rhythm.total)
        or (rhythm.interval and item.rhythm.interval)
    )
