"""Read the scheme at the end of a sentence that leads on to the lines below: `Front Squat, three sets of:`."""

from wod.notation.elements import Context, Element, Movement
from wod.notation.grammar.marks import first_of, has_more
from wod.notation.grammar.names import name_of
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.readers.scheme_phrases import STATING, scheme_of
from wod.notation.text.tokens import Token, written
from wod.notation.values import Item

_BEFORE_SETS = " ,:-–—"


class SchemesOfSentences:
    """Reader of schemes at the end of sentences."""

    def __init__(self, notation: Notation) -> None:
        self._schemes = notation.phrases("scheme")
        self._openers = notation.phrases("name_openers")
        self._of_some = notation.words("of_some") | notation.words("alternatives")
        self._of_no_scheme = notation.words("of_no_scheme")
        self._catalogue = notation.catalogue

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the scheme at the end of `Alternate with a partner until you have each completed 5 rounds:`

        The name of a lift in front of its sets is an element before them: `Front Squat, three sets of:`. A scheme that
        is only for some, or for the remaining time, is none: `If you are new, do 3 rounds of:`
        """
        found = self._at_the_end(body, tokens)
        if found is None or any(token.text.lower() in self._of_no_scheme for token in tokens):
            return []
        if any(token.is_numeral for token in tokens[: found.start]):
            return []
        name = name_of(written(body, tokens[: found.start]).rstrip(_BEFORE_SETS))
        has_sets = found.values.keys() == {"sets"} and "format" not in found.says and not above.scheme
        lift: list[Element] = [Movement(Item(name=name))] if has_sets and self._catalogue.is_lift(name) else []
        return [*lift, scheme_of(found)]

    def ends(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a sentence ends with a scheme for the lines below it, also if it has other numbers."""
        return self._at_the_end(body, tokens) is not None

    def _at_the_end(self, body: str, tokens: list[Token]) -> Found | None:
        """Return the scheme at the end of a sentence that leads on to the next line."""
        first = first_of(tokens)
        if first is None or not (body.endswith(":") or tokens[-1].symbol == "of"):
            return None
        if first.text.lower() in self._of_some or self._openers.match(tokens, tokens.index(first)):
            return None
        found = (self._schemes.match(tokens, place) for place in range(1, len(tokens)))
        return next(
            (one for one in found if one and not has_more(tokens, one.end) and STATING & {*one.says, *one.values}),
            None,
        )
