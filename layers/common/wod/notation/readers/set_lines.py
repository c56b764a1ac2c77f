"""Read lines that say which sets they are about: `Sets 1-2 = 2 reps @ 75%`, `Last set: 1 rep`."""

from wod.notation.elements import ALL_SETS, LAST_SET, Context, Element, Movement, SetLine, Turn
from wod.notation.grammar.marks import has_more, skip
from wod.notation.grammar.measures import MOST_ROUNDS, exactly, span_of
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found, Phrases
from wod.notation.text.tokens import Token, written
from wod.notation.values import Amount, Item, Load, Rhythm, Unread
from wod.notation.work.checks import MOST_REPS_OF_LOADS
from wod.notation.work.items import Items
from wod.notation.work.percent_of import percent_of

type Sets = tuple[int, int | None]
"""The first and the last of some sets; the last is None for `Sets 4+`."""

_MOST_WORDS = 12
_BREAKS = frozenset({",", ";", "and"})
_MARKS_OF_AMOUNTS = frozenset({"@", "(", "[", "#", "~"})
_VERBS = frozenset({"are", "is", "perform"})
_AFTER_SETS = frozenset({"=", ":", "@", "-", "at"})


class SetLines:
    """Reader of set lines."""

    def __init__(self, notation: Notation, names: Names, items: Items) -> None:
        self._notation = notation
        self._names = names
        self._items = items

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the sets of `Sets 1-2 = 2 reps @ 75%, Set 3 = 1 rep @ 80%`."""
        phrases = self._notation.phrases("set_line")
        start = skip(tokens)
        if not phrases.match(tokens, start):
            return []
        breaks = [
            place
            for place in range(start + 1, len(tokens))
            if tokens[place - 1].symbol in _BREAKS and phrases.match(tokens, place)
        ]
        pieces = zip([start, *breaks], [*breaks, len(tokens)], strict=True)
        elements = [element for begin, end in pieces for element in self.read_one(body, tokens[begin:end], phrases)]
        if above.movement and ends_with_lift(tokens, [one.item for one in elements if isinstance(one, Movement)]):
            raise Unread
        if above.lift and any(one.item.amount.time for one in elements if isinstance(one, SetLine)):
            raise Unread  # `First round: 1:37`, a result
        if len(elements) == 1 and _counts_sets(tokens, start):
            raise Unread
        return [_as_turn(elements[0])] if len(elements) == 1 else elements

    def read_one(self, body: str, tokens: list[Token], phrases: Phrases) -> list[Element]:
        """Return the elements of the sets that one of these phrases names. Raise Unread for any other line."""
        found = phrases.match(tokens)
        if not found:
            raise Unread
        which, end = _rhythm_and_end(found, tokens)
        after = tokens[end:]
        while after and not after[0].speaks and after[0].symbol not in _MARKS_OF_AMOUNTS:
            after = after[1:]
        while after and after[0].symbol in _VERBS:
            after = after[1:]
        if not has_more(after):
            return [SetLine(Item(rhythm=which))]
        if _is_open_end(after):
            return [SetLine(Item(rhythm=which, amount=Amount(reps=span_of(after[0]))))]
        try:
            items = self._items.read_any(body, after, in_scheme=True)
        except Unread:
            return [SetLine(self._in_words(body, after, which))]
        self._check(items, after)
        if which.sets and any(exactly(len(item.amount.per_set)) not in (exactly(0), which.sets) for item in items):
            raise Unread  # `Set 3: 5-5-5`, the third part of a day
        for item in items:
            item.rhythm = item.rhythm.over(which) if item.rhythm.is_stated else which
        return [Movement(item) if item.name else SetLine(item) for item in items]

    def _check(self, items: list[Item], tokens: list[Token]) -> None:
        """Raise Unread if the items have sets of their own, or are prose."""
        first = items[0]
        if first.rhythm.sets and (first.name or len(items) == 1):
            raise Unread
        if len({bool(item.name) for item in items}) > 1:
            raise Unread
        if first.remark and not first.name and self._names.is_prose(tokens):
            raise Unread

    def _in_words(self, body: str, tokens: list[Token], which: Rhythm) -> Item:
        """Return the item of sets in words: `Back down to 80%`, `Last set: as many as possible`."""
        numerals = [place for place, token in enumerate(tokens) if token.is_numeral]
        if numerals and self._names.is_prose(tokens):
            raise Unread
        if len(numerals) == 1 and tokens[numerals[0]].symbol == "{percent}":
            percent = tokens[numerals[0]]
            of, _ = percent_of(self._notation, body, tokens, numerals[0] + 1)
            if of is not None and self._notation.phrases("chunk").match(tokens, numerals[0]):
                return Item(rhythm=which, load=Load(percent=span_of(percent)).with_(of))
        if numerals or len(tokens) > _MOST_WORDS:
            raise Unread
        return Item(rhythm=which, remark=written(body, tokens))


def _is_open_end(after: list[Token]) -> bool:
    """Return whether only `5+` is after the name of a set: at least so many repetitions. `225+` is a weight."""
    is_open = after[0].symbol == "{range}" and after[0].most is None
    return is_open and after[0].least <= MOST_REPS_OF_LOADS and not has_more(after, 1)


def _counts_sets(tokens: list[Token], start: int) -> bool:
    """Return whether a line is only `Sets 3` or `Rounds (3)`: how many, and not the third one."""
    words = [token for token in tokens[start:] if token.speaks]
    return words[0].text[-1].lower() == "s" and [word.symbol for word in words] == ["set", "{count}"]


def _as_turn(element: Element) -> Element:
    """Return `Round 1` or `Sets 2-4` alone as the turn of the work below it; any other element as it is."""
    if not isinstance(element, SetLine) or element.item != Item(rhythm=element.item.rhythm):
        return element
    return Turn(element.item.rhythm) if element.item.rhythm.sets else element


def which_sets(found: Found) -> Sets:
    """Return the sets that a phrase names. Raise Unread for a list with gaps."""
    values, says = found.values, found.says
    if "first" in says:
        return int(says["first"]), int(says["first"])
    if "place" in values:
        place = values["place"]
        return int(place.least), int(place.most or place.least)
    if "which" not in values:
        return int(values["first"].least), int(values["last"].least)
    which = values["which"]
    if which.symbol not in ("{series}", "{plus}"):
        return int(which.least), None if which.most is None else int(which.most)
    numbers = [int(item) for item in which.items]
    if numbers != list(range(numbers[0], numbers[-1] + 1)):
        raise Unread
    return numbers[0], numbers[-1]


def _rhythm_and_end(found: Found, tokens: list[Token]) -> tuple[Rhythm, int]:
    """Return the sets that a line begins with, and the place after them."""
    first, last = which_sets(found)
    if last is not None and first not in (LAST_SET, ALL_SETS) and not 1 <= first <= last <= MOST_ROUNDS:
        raise Unread
    end = found.end
    is_plural = tokens[found.start].text[-1].lower() == "s"  # `Sets 1 - 2 = …`, and not `Set 1 - 8 reps`
    if is_plural and tokens[found.start + 1].symbol == ":" and (first == last or _names_reps(tokens, end)):
        raise Unread  # `Sets: 3`, `Sets: 2-3 Reps: 8`: how many
    if is_plural and _goes_on(tokens, end, first, last):
        last, end = int(tokens[end + 1].least), end + 2
    if [token.symbol for token in tokens[end : end + 2]] in (["and", "up"], ["and", "on"]):
        end += 1
    sets = None if last is None or first < 0 else exactly(last - first + 1)
    return Rhythm(first_set=first, last_set=last, sets=sets), end


def _names_reps(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].symbol == "rep"


def _goes_on(tokens: list[Token], place: int, first: int, last: int | None) -> bool:
    """Return whether ` - ` and a number continue the named sets, and are not a separator and an amount."""
    if last != first or first < 1 or place + 1 >= len(tokens):
        return False
    dash, number = tokens[place : place + 2]
    if dash.symbol != "-" or number.symbol != "{count}" or number.least <= first:
        return False
    return place + 2 == len(tokens) or tokens[place + 2].symbol in _AFTER_SETS


def ends_with_lift(tokens: list[Token], items: list[Item]) -> bool:
    """Return whether a line is `4x3 @ 80% Snatch`: the lift is the movement, or the base of the percent."""
    if len(items) != 1 or not items[0].name or not items[0].amount.is_stated:
        return False
    end = max((place for place, token in enumerate(tokens) if token.symbol == "{percent}"), default=None)
    after = "".join(token.text for token in tokens[end + 1 :]) if end is not None else ""
    return bool(after) and after == "".join(items[0].name.split())
