"""Read the elements of a line with the readers that may know it, one after another."""

from collections.abc import Iterator
from copy import replace

from wod.notation.elements import (
    Connector,
    Context,
    Element,
    Heading,
    Movement,
    Reader,
    Rest,
    Scheme,
    SetLine,
    Test,
    Turn,
)
from wod.notation.grammar.marks import has_more, outside_brackets, skip
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.prose.headings import may_count_sets
from wod.notation.readers.attempts import Attempts
from wod.notation.readers.block_loads import BlockLoads
from wod.notation.readers.max_tests import MaxTests
from wod.notation.readers.movement_lines import MovementLines
from wod.notation.readers.schemes import Schemes
from wod.notation.readers.schemes_of_sentences import SchemesOfSentences
from wod.notation.readers.set_lines import SetLines
from wod.notation.readers.sets_after import SetsAfter
from wod.notation.readers.sets_below import SetsBelow
from wod.notation.readers.tabata import Tabatas
from wod.notation.readers.windows import Windows, in_window
from wod.notation.text.tokens import Token, written
from wod.notation.values import Unread
from wod.notation.work.items import Items
from wod.notation.work.rests import Rests


class LineElements:
    """Reader of the elements of lines with a notation."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._connectors = notation.phrases("connector")
        self._headings_of_work = notation.phrases("heading")
        self._extras = notation.phrases("extra")
        self._block_loads = notation.phrases("whole_block").starts | notation.phrases("implement_load").starts
        self._percents_of = notation.phrases("percents_of").starts
        self._sets = notation.phrases("set_line").starts
        self._stations = notation.phrases("station")
        self._rotations = notation.phrases("station").starts | notation.phrases("minute_line").starts
        items = Items(notation, names)
        self._block_load_lines = BlockLoads(notation, items)
        self._attempts = Attempts(notation, items)
        self._set_lines = SetLines(notation, names, items)
        self._sets_below = SetsBelow(notation, names, items)
        self._max_tests = MaxTests(notation, names, items)
        self._sets_after = SetsAfter(notation, self._sets_below, self._max_tests, self.read)
        self._windows = Windows(notation)
        self._movements = MovementLines(notation, names, items, self._set_lines)
        self._tabatas = Tabatas(notation, names, items)
        # A scheme may be after a rest, and a rest after a scheme.
        self._rests = Rests(notation, lambda body, tokens, above: self._schemes.read(body, tokens, above))
        rotation = self._movements.read_in_rotation
        after_schemes = (rotation, self._max_tests.read, self._rests.read, self._movements.read)
        self._schemes_of_sentences = SchemesOfSentences(notation)
        self._schemes = Schemes(notation, names, items, self._schemes_of_sentences, after_schemes)

    def read_rest(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the rest that the tokens begin with; empty if they begin with none, Unread if it is not certain."""
        return self._rests.read(body, tokens, above)

    def end_with_scheme(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a line that no reader can read ends with a scheme for the lines below it."""
        return self._schemes_of_sentences.ends(body, tokens)

    def begin_with_scheme(self, tokens: list[Token]) -> bool:
        """Return whether a line that no reader can read begins with a scheme, which its words may change."""
        return self._schemes.begins(tokens)

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the elements from the first reader that can read the tokens; empty if none can."""
        found = self._connectors.match(tokens)
        if found and not has_more(tokens, found.end):
            return [Connector(joins=tokens[0].symbol == "+", then=_is_then(tokens))]
        if above.scheme and self._is_station(tokens) and not self._windows.goes_on(tokens, above):
            return [Turn(station=True)]
        if work := self._in_window(body, tokens, above):
            return work
        if len(tokens) > 1 and "+" in (tokens[0].symbol, tokens[-1].symbol):
            return self._beside_a_plus(body, tokens, above)
        extra = self._extras.match(tokens, skip(tokens))
        heading = extra or self._headings_of_work.match(tokens, skip(tokens))
        if heading and _has_only_words_in_brackets(tokens[heading.end :]):
            return [] if may_count_sets(heading, tokens) else [Heading()]
        if extra and tokens[extra.end].symbol == ":":
            after = self.read(body, tokens[skip(tokens, extra.end) :], Context())
            return [] if not after or isinstance(after[0], SetLine) else [Heading(), *after]
        is_named = heading is not None and self._is_part(tokens)
        for reader in self._possible(tokens, above):
            try:
                if elements := reader(body, tokens, above):
                    return [_named(one) for one in elements] if is_named else elements
            except Unread:
                continue
        return []

    def _is_part(self, tokens: list[Token]) -> bool:
        """Return whether the name of a part and a colon are in front of a line: `Core: 50 Sit-Ups`."""
        colon = next((place for place, token in enumerate(tokens) if token.symbol == ":"), 0)
        found = self._headings_of_work.match(tokens[:colon], skip(tokens))
        return found is not None and found.end == colon

    def _is_station(self, tokens: list[Token]) -> bool:
        """Return whether a line is only the name of a station: `Minute 1:`."""
        found = self._stations.match(tokens, skip(tokens))
        return found is not None and not has_more(tokens, found.end)

    def _in_window(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the work of a window of a running clock, `Min 0-10: Row 2000 m`, or the window above its work."""
        window = self._windows.match(tokens, above)
        if not window:
            return []
        found, end = window
        after = tokens[skip(tokens, found.end) :]
        if not after:
            return in_window(body, tokens[found.start : found.end], end, [])
        work = self.read(body, after, Context())
        if work in ([Rest()], [Rest(alone=True)]):  # `Min 4-8: Rest`, as a remark of the work in front
            return [Rest(remark=written(body, tokens[found.start :])), Heading(window=end)]
        if not work or not all(isinstance(one, Scheme | Movement | Test) for one in work):
            return []
        return in_window(body, tokens[found.start : found.end], end, work)

    def _beside_a_plus(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the movement of `+ Push Jerk` or `Hang Power Clean +`, and the plus that may join it to another."""
        plus_first = tokens[0].symbol == "+"
        found = self.read(body, tokens[1:] if plus_first else tokens[:-1], replace(above, scheme=True))
        if not found or not isinstance(found[0], Movement):
            return []
        return [Connector(joins=True), *found] if plus_first else [*found, Connector(joins=True)]

    def _possible(self, tokens: list[Token], above: Context) -> Iterator[Reader]:
        """Yield the readers that may read a line, in their order."""
        first = tokens[min(skip(tokens), len(tokens) - 1)].symbol
        yield self._rests.read
        yield self._tabatas.read
        if first in self._percents_of:
            yield self._block_load_lines.read_base
        if first in self._block_loads:
            yield self._block_load_lines.read
        if first in self._attempts.starts:
            yield self._attempts.read
        if first in self._sets:
            yield self._set_lines.read
        yield self._sets_after.with_less
        yield self._max_tests.read
        yield self._sets_after.after_then
        yield self._sets_after.after_maximum
        if above.movement:
            yield self._sets_below.read
        yield self._schemes.read
        if first in self._rotations:
            yield self._movements.read_in_rotation
        yield self._movements.read
        yield self._schemes.read_amount


def _named(element: Element) -> Element:
    """Return a movement as the work of a named part."""
    return replace(element, named=True) if isinstance(element, Movement) else element


def _has_only_words_in_brackets(tokens: list[Token]) -> bool:
    """Return whether nothing is after a heading, or only a bracket without numbers: `Extras (do all)`."""
    return not has_more(outside_brackets(tokens)) and not any(token.is_numeral for token in tokens)


def _is_then(tokens: list[Token]) -> bool:
    """Return whether a line is only `then` or `and then`, and not `rest, then`."""
    return all(token.symbol in ("and", "then") for token in tokens if token.speaks) and tokens[0].symbol != "+"
