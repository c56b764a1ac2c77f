"""Find the ends of remarks in a line: `; start at 60%`, `(Rx 95/65, Scaled 75/55)`, `or 10 Ring Rows`."""

from collections.abc import Iterator

from wod.notation.grammar.marks import CLOSING, OPENING, STOPS, end_of_bracket, separates
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token
from wod.notation.work.rests import is_after_one_set

_MOST_WORDS_OF_LEVELS = 3  # a longer bracket is a sentence
_MOST_WORDS_OF_MANNER = 6
_OF_LEVELS = frozenset({"{pair}", "{weight}", "{height}", "{pood}"})
_OF_BOTH = frozenset({"{time}", "rest"})
_MANNERED = frozenset({"{percent}", "{weight}"})


class Remarks:
    """Finder of remarks."""

    def __init__(self, notation: Notation) -> None:
        self._notation = notation

    def end(self, tokens: list[Token], place: int, *, follows: bool, states: bool) -> int:
        """Return the place after a remark that begins here; 0 if none does.

        `follows`: there are chunks before this place, and no phrase at it. `states`: one of them is a phrase.
        """
        symbol = tokens[place].symbol
        if states and symbol == "or" and place + 1 < len(tokens):
            return _end_of_alternative(tokens, place)
        if states and symbol in OPENING:
            return self._end_of_levels(tokens, place)
        if states and self._lists_levels(tokens, place):
            return len(tokens)
        if not follows or not self._opens_remark(tokens, place):
            return 0
        end = end_of_bracket(tokens, place)
        return self._end_of_manner(tokens, place) or next(self._rests(tokens, place, end), end)

    def _rests(self, tokens: list[Token], place: int, end: int) -> Iterator[int]:
        """Yield the place of each stop before a rest of its own: `Keep the chest up. Rest 2:00.`"""
        for stop in range(place + 1, end - 2):
            is_rest = [token.symbol for token in tokens[stop + 1 : stop + 3]] == ["rest", "{time}"]
            if tokens[stop].symbol in STOPS and is_rest and not is_after_one_set(self._notation, tokens, stop + 3):
                yield stop

    def _end_of_manner(self, tokens: list[Token], place: int) -> int:
        """Return the place of the load after words about the manner: `no touch and go, 80%`, `no belt @ 60%`."""
        if tokens[place].text.lower() not in self._notation.words("manner_openers"):
            return 0
        for other in range(place + 1, min(place + _MOST_WORDS_OF_MANNER, len(tokens) - 1)):
            token, after = tokens[other], tokens[other + 1]
            if token.is_numeral:
                return 0
            is_load = after.symbol == "@" or after.symbol in _MANNERED
            if (token.symbol in (",", ";") and is_load) or (token.symbol == "@" and after.is_numeral):
                return other
        return 0

    def _opens_remark(self, tokens: list[Token], place: int) -> bool:
        """Return whether a remark begins here, after a mark: `; start at 60%`."""
        if tokens[place - 1].symbol != "." and not separates(tokens, place - 1):
            return False
        if tokens[place].symbol == "then":
            place += 1
        return place < len(tokens) and tokens[place].text.lower() in self._notation.words("remark_openers")

    def _end_of_levels(self, tokens: list[Token], place: int) -> int:
        """Return the place after a bracket with the loads of several levels, an alternative or a sentence; or 0.

        `(Rx 95/65, Scaled 75/55)`, `(or Ring Rows)`
        """
        end = next((other for other in range(place, len(tokens)) if tokens[other].symbol in CLOSING), 0)
        words = {token.text.lower() for token in tokens[place:end]}
        if not words:
            return 0
        after_first = tokens[min(place + 2, end)].text.lower()
        is_condition = tokens[place + 1].is_numeral and after_first in self._notation.words("conditions")
        if (
            is_condition
            or tokens[place + 1].symbol == "or"
            or words & self._notation.words("levels")
            or self._lists_loads(tokens[place + 1 : end])
        ):
            return end + 1
        has_prose = len(words) > _MOST_WORDS_OF_LEVELS and bool(words & self._notation.words("prose"))
        return end + 1 if has_prose and not tokens[place + 1].is_numeral else 0

    def _lists_loads(self, tokens: list[Token]) -> bool:
        """Return whether tokens are loads with a name each: `Health: 15 lb/20 lb, Athletic: 20 lb/30 lb`."""
        loads = [place for place, token in enumerate(tokens) if token.symbol in _OF_LEVELS]
        if len(loads) < 2 or loads[0] == 0:
            return False
        names = [next((one.text for one in tokens[place - 1 :: -1] if one.symbol != ":"), "") for place in loads]
        people = self._notation.words("people")  # `M 135 lb / W 95 lb` is a pair
        return all(name[:1].isalpha() and name.lower() not in people for name in names)

    def _lists_levels(self, tokens: list[Token], place: int) -> bool:
        """Return whether loads of several levels begin here: `Rx 95/65, Scaled 75/55`, `95/65 Rx, 75/55 Scaled`."""
        levels = self._notation.words("levels")
        pair = tokens[place : place + 2]
        is_first = len(pair) == 2 and any(
            load.symbol in _OF_LEVELS and level.text.lower() in levels for load, level in (pair, pair[::-1])
        )
        return is_first and sum(token.text.lower() in levels for token in tokens[place:]) > 1


def _end_of_alternative(tokens: list[Token], place: int) -> int:
    """Return the place after an alternative, which is not a prescription: `or 10 Ring Rows`; `or Ski, 4 minutes`."""
    for other in range(place + 1, len(tokens) - 1):
        if tokens[other].is_numeral:
            break
        if tokens[other].symbol in (",", ";") and tokens[other + 1].symbol in _OF_BOTH:
            return other
    return len(tokens)
