"""Read rests: `Rest 60 seconds`, `Rest as needed before the next set`, `Rest 3 minutes, then 2 rounds of:`."""

from wod.notation.elements import Context, Element, Reader, Rest
from wod.notation.grammar.marks import has_more, skip
from wod.notation.grammar.measures import pause_of
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token, written
from wod.notation.values import Unread

_NEAR = 3  # tokens
_LONGEST_REST = 240  # seconds, stated as a range before the word
_SHORTEST_PAUSE = 60  # seconds between sets; a shorter one may be in a movement


def rests_after_one_set(notation: Notation, tokens: list[Token], found: Found) -> bool:
    """Return whether a phrase is a rest that is not that of all sets: `rest 3 min after the last set`."""
    time = found.values.get("rest")
    return time is not None and is_after_one_set(notation, tokens, tokens.index(time) + 1)


def is_after_one_set(notation: Notation, tokens: list[Token], place: int) -> bool:
    """Return whether the words after the time of a rest, at this place, are about one set: `after the last set`.

    `after the last movement` is about all: the rest is between rounds.
    """
    found = notation.phrases("rest_of_one_set").match(tokens, place)
    if found is None:
        return False
    is_whole = found.end == len(tokens) or not tokens[found.end].speaks
    return is_whole or tokens[found.end - 1].symbol == "set" or tokens[found.end - 2].symbol == "set"


class Rests:
    """Reader of rests. `scheme` reads a scheme after one."""

    def __init__(self, notation: Notation, scheme: Reader) -> None:
        self._notation = notation
        self._rests = notation.phrases("rest")
        self._before = notation.phrases("rest_before")
        self._schemes = notation.phrases("scheme")
        self._restated = notation.words("restated")
        self._scheme = scheme

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the rest at the beginning of a line, and the scheme after it."""
        found = self._rests.match(tokens, skip(tokens))
        if not found:
            return []
        if is_window(tokens[found.start]) or rests_after_one_set(self._notation, tokens, found):
            raise Unread
        if "rest" in found.values and _is_in_windows(found.values["rest"], above.window):
            return [Rest(remark=written(body, tokens[found.start : found.end]))]  # `Rest 6:00-8:00`, on a running clock
        after = tokens[found.end :]
        if tokens[found.start].symbol == "pause" and (has_more(after) or not _is_long(found)):
            return []  # a pause of the movement
        if tokens[found.end - 1].symbol == "recovery" and has_more(after):
            return []  # `2:00 recovery pace`
        then = next((place for place, token in enumerate(after[:_NEAR]) if token.symbol == "then"), None)
        if then is not None and (elements := self._before_then(body, found, after[then + 1 :])) is not None:
            return elements
        has_numbers = any(token.is_numeral for token in after)
        if has_numbers and not found.values:
            return []
        if self._before.search(after):
            return [Rest()]
        if has_numbers and not self._is_restated(after):
            raise Unread
        return [_rest_of(body, tokens, found)]

    def _before_then(self, body: str, found: Found, following: list[Token]) -> list[Element] | None:
        """Return the rest before a scheme or before the next line; None before anything else."""
        if self._schemes.match(following):
            scheme = self._scheme(body, following, Context())
            return [Rest(pause_of(found)), *scheme] if scheme else []
        return None if has_more(following) else [Rest()]

    def _is_restated(self, after: list[Token]) -> bool:
        """Return whether the words after a rest are about the same rest: `and 30 seconds`, `between sets 1 and 2`."""
        return all(token.symbol in self._restated or not token.speaks for token in after)


def _rest_of(body: str, tokens: list[Token], found: Found) -> Rest:
    remark = written(body, tokens[found.start : found.end]) if "second" in found.values else ""
    of_sets = any(one.symbol == "set" for one in tokens)
    alone = found.end - found.start == 1 and not has_more(tokens[found.end :])
    return Rest(pause_of(found), remark=remark, of_sets=of_sets, alone=alone)


def _is_long(found: Found) -> bool:
    rest = pause_of(found).rest
    return rest is not None and (rest.least or 0) >= _SHORTEST_PAUSE


def _is_in_windows(rest: Token, end: float | None) -> bool:
    """Return whether a rest begins when the window above ends, so that its times are not a length."""
    return end is not None and rest.symbol == "{time}" and rest.least == end < (rest.most or 0)


def is_window(token: Token) -> bool:
    """Return whether two times are when a rest begins and ends: `8:00-10:00 Rest`. `2:00-3:00 rest` is its length."""
    most = token.most or 0
    is_range = token.symbol == "{time}" and token.text.count(":") == 2 and token.least < most
    return is_range and (token.least >= _LONGEST_REST or most >= 2 * token.least)
