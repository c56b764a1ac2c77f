"""Take what ends a test from its line: words about tries, and a rest."""

from wod.notation.grammar.marks import OPENING, has_more
from wod.notation.grammar.measures import pause_of
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token, written
from wod.notation.values import NO_PAUSE, Pause
from wod.notation.work.rests import is_window, rests_after_one_set

_BEFORE_ENDS = OPENING | {",", ";"}


class EndsOfTests:
    """Finder of what ends a test."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._rests = notation.phrases("rest")
        self._between = notation.phrases("between_tests")
        self._tries = notation.words("tries")
        self._names = names

    def without_tries(self, body: str, tokens: list[Token]) -> tuple[list[Token], str]:
        """Return the tokens without words about tries at their end, and these words: `, no misses`, `(2 misses)`."""
        place = next((place for place in range(1, len(tokens)) if tokens[place].symbol in _BEFORE_ENDS), 0)
        after = tokens[place:]
        is_about_them = place > 0 and any(token.text.lower() in self._tries for token in after)
        has_work = any(token.symbol in ("x", "then", "rest") for token in after) or self._names.mentioned(after)
        if not is_about_them or has_work:
            return tokens, ""
        return tokens[:place], written(body, after).strip(" ,;()")

    def without_rest(self, tokens: list[Token]) -> tuple[list[Token], Pause]:
        """Return the tokens without a rest at their end, behind a mark, and this rest: `, rest 2 min between sets`."""
        for place, token in enumerate(tokens):
            found = self._rests.match(tokens, place + 1) if place and token.symbol in _BEFORE_ENDS else None
            if found and "rest" in found.values and self._ends_rest(tokens[found.end :]):
                one_set = is_window(tokens[found.start]) or rests_after_one_set(self._notation, tokens, found)
                return (tokens, NO_PAUSE) if one_set else (tokens[:place], pause_of(found))
        return tokens, NO_PAUSE

    def _ends_rest(self, after: list[Token]) -> bool:
        """Return whether nothing follows a rest, or only what it is between: `between sets`, `between attempts`."""
        between = self._between.match(after, 0) if after else None
        return not has_more(after, between.end if between else 0)
