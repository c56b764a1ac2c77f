"""Read the attempts of a lift as at a meet: `Opener: 92%`, `Second attempt: 96%`."""

from itertools import pairwise

from wod.notation.elements import Context, Element, SetLine
from wod.notation.grammar.marks import skip
from wod.notation.grammar.measures import exactly
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token
from wod.notation.values import NO_AMOUNT, Amount, Item, Rhythm
from wod.notation.work.items import Items

_ONE = Amount(reps=exactly(1))


class Attempts:
    """Reader of attempts."""

    def __init__(self, notation: Notation, items: Items) -> None:
        self._phrases = notation.phrases("attempt")
        self._items = items

    @property
    def starts(self) -> frozenset[str]:
        """Return the symbols with which an attempt begins."""
        return self._phrases.starts

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return each attempt of a line as one set of one repetition.

        It is empty if more than a percent follows one of them, or if they are no lift's.
        """
        start = skip(tokens)
        if not self._phrases.match(tokens, start) or (above.movement and not above.lift):
            return []
        begins = [
            place
            for place in range(start, len(tokens))
            if place == start or (not tokens[place - 1].speaks and self._phrases.match(tokens, place))
        ]
        pieces = pairwise([*begins, len(tokens)])
        attempts = [self._attempt(body, tokens[begin:end]) for begin, end in pieces]
        return [SetLine(one) for one in attempts if one] if all(attempts) else []

    def _attempt(self, body: str, tokens: list[Token]) -> Item | None:
        found = self._phrases.match(tokens)
        items = self._items.nameless(body, tokens[skip(tokens, found.end) :], below_lift=True) if found else []
        if len(items) != 1 or not items[0].load.percent:
            return None
        load, amount = items[0].load, items[0].amount
        if items[0] != Item(load=load, amount=amount) or amount not in (NO_AMOUNT, _ONE):
            return None
        return Item(load=load, amount=_ONE, rhythm=Rhythm(sets=exactly(1)))
