"""Read a line of a segment: a scheme, a movement, sets, a test, a rest, a connector; or a note.

A line is read completely or not at all: if one numeral is left over, the line is unread, and no value is guessed.
"""

import re
from collections.abc import Iterator
from copy import replace
from functools import cache, lru_cache
from itertools import islice

from wod.notation.announcements import Announcements
from wod.notation.atoms import normalise_marks
from wod.notation.block_loads import BlockLoads
from wod.notation.elements import (
    KINDS,
    Connector,
    Context,
    Element,
    Movement,
    Reader,
    ReadLine,
    Rest,
    Scheme,
    SetLine,
    Test,
)
from wod.notation.headings import Headings
from wod.notation.items import Items
from wod.notation.labels import start_of
from wod.notation.marks import has_more, outside_brackets, skip
from wod.notation.max_tests import MaxTests
from wod.notation.movement_lines import MovementLines
from wod.notation.names import Names, name_of
from wod.notation.notation import Notation
from wod.notation.notes import Notes
from wod.notation.other_levels import OtherLevels
from wod.notation.rests import Rests
from wod.notation.schemes import Schemes
from wod.notation.set_lines import SetLines
from wod.notation.sets_after import SetsAfter
from wod.notation.sets_below import SetsBelow
from wod.notation.tabata import Tabatas
from wod.notation.tokens import Token, tokenise, written
from wod.notation.traits import Traits
from wod.notation.values import Unread
from wod.notation.windows import Windows, in_window

LONGEST_LINE = 300
"""Characters; a longer line is prose."""

_NUMERALS_OF_A_LINE = range(1, 5)  # a line with more is prose, or was read
_MOST_WORDS_OF_PROSE = 2  # a line with more is not training
_MOST_REMEMBERED = 4096  # lines: coaches repeat themselves, `Rest 60 seconds`
_QUOTED = re.compile(r'"([^"]*\w[^"]*)"')


class LineReader:
    """Reader of lines with a notation."""

    def __init__(self, notation: Notation) -> None:
        self._vocabulary = notation.vocabulary
        self._catalogue = notation.catalogue
        self._connectors = notation.phrases("connector")
        self._headings_of_work = notation.phrases("heading")
        self._extras = notation.phrases("extra")
        self._block_loads = notation.phrases("whole_block").starts | notation.phrases("implement_load").starts
        self._sets = notation.phrases("set_line").starts
        self._todays = notation.phrases("of_today")
        self._stations = notation.phrases("station")
        self._rotations = notation.phrases("station").starts | notation.phrases("minute_line").starts
        names = self._names = Names(notation)
        items = Items(notation, names)
        self._headings = Headings(notation, names)
        self._announcements = Announcements(notation, self._headings)
        self._traits = Traits(notation, names, self._headings)
        self._notes = Notes(notation, names, self._headings, self._announcements, self._traits)
        self._block_load_lines = BlockLoads(notation, items)
        self._set_lines = SetLines(notation, names, items)
        self._sets_below = SetsBelow(notation, names, items)
        self._max_tests = MaxTests(notation, names, items)
        self._sets_after = SetsAfter(notation, self._sets_below, self._max_tests, self._elements)
        self._windows = Windows(notation)
        self._movements = MovementLines(notation, names, items, self._set_lines)
        self._tabatas = Tabatas(notation, names)
        # A scheme may be after a rest, and a rest after a scheme.
        self._rests = Rests(notation, lambda body, tokens, above: self._schemes.read(body, tokens, above))
        rotation = self._movements.read_in_rotation
        behind_schemes = (rotation, self._max_tests.read, self._rests.read, self._movements.read)
        self._schemes = Schemes(notation, names, items, behind_schemes)
        self._other_levels = OtherLevels(self._read)
        self._below_examples = {
            "condition": self._on_condition,
            "examples": self._of_examples,
            "notes": self._of_notes,
        }
        self.read = lru_cache(maxsize=_MOST_REMEMBERED)(self._read)

    def _read(self, text: str, above: Context) -> ReadLine:
        """Return the reading of a line in its context."""
        if len(text) > LONGEST_LINE or above.example or above.below:
            return self._below_a_heading(text, above)
        line = self._vocabulary.without_stops(normalise_marks(text))
        start, number, _ = start_of(line)
        body = line[start:].rstrip()
        if not body:
            return ReadLine(text, "connector") if line.strip() == "+" else self._notes.note(text)
        tokens = tokenise(body, self._vocabulary)
        if self._headings.is_title(body, tokens):
            return ReadLine(text, "note", [Connector(ends=True)])
        waits = above.movement and not (above.amount or above.sets)  # `Hip Thrust`, `Glutes`, `3x10`
        if not (above.scheme or waits) and self._names.is_part_of_body(body):
            return ReadLine(text, "note", [Connector(ends=True, work=name_of(body))])
        body, tokens = self._unquoted(body, tokens)
        elements = self._elements(body, tokens, above) or self._rests.read_sentences(body, tokens, above)
        if not elements:
            return self._not_read(text, body, tokens, above)
        first = elements[0]
        if isinstance(first, SetLine) and not above.movement:
            return ReadLine(text, "unread")  # sets of no movement
        if isinstance(first, Movement) and number is not None:
            elements[0] = replace(first, number=number)
        if isinstance(first, Rest) and number is not None and not first.pause.rest:
            elements[0] = Rest(station=True)  # `3) Rest`
        if _begins_with_then(tokens):
            elements = [_following(one) for one in elements]
        first = next((one for one in elements if not isinstance(one, Connector)), first)
        return ReadLine(text, KINDS[type(first)], elements)

    def _on_condition(self, text: str, above: Context) -> ReadLine:
        """Return a line below `If you are competing:`; work is a doubtful note, because it may not be for everyone."""
        line = self._read(text, replace(above, example=""))
        return ReadLine(text, "note", doubtful=True) if line.elements and line.kind != "note" else line

    def _of_examples(self, text: str, above: Context) -> ReadLine:
        """Return a line below `If you cannot run, choose one of the following:`, whose list ends with the movements."""
        line = self._read(text, replace(above, example=""))
        is_work = line.elements and all(isinstance(one, Movement | SetLine) for one in line.elements)
        return ReadLine(text, "note", announces="examples") if is_work else line

    def _of_notes(self, text: str, above: Context) -> ReadLine:
        """Return a line below `Notes:`, where names alone are notes, up to the first line of work."""
        line = self._read(text, replace(above, example=""))
        if line.elements and all(isinstance(one, Movement) and one.item.is_bare for one in line.elements):
            return ReadLine(text, "note", hides="movement", announces="notes")
        is_note = line.kind == "note" and Connector(ends=True) not in line.elements
        return replace(line, announces=line.announces or "notes") if is_note else line

    def _not_read(self, text: str, body: str, tokens: list[Token], above: Context) -> ReadLine:
        """Return a line that no reader could read."""
        if not (above.scheme or above.movement) and self._announcements.announces_work(text):
            return ReadLine(text, "note")
        if self._announcements.announces_more(text):
            return ReadLine(text, "note", [Connector(ends=True)] if above.scheme else [])
        other = self._notes.not_read(text, body, tokens)
        if not (other.doubtful or other.announces) and self._headings.is_heading(body, tokens):
            return ReadLine(text, "note", [Connector(ends=True)])
        if other.kind != "note" or other.doubtful:
            return other
        if not other.announces and self._schemes.ends(body, tokens):
            return ReadLine(text, "unread", hides="scheme")
        if self._has_one_too_many(body, tokens, above) or self._has_sets_of_today(body, tokens):
            return self._notes.unread(text, tokens)
        if above.movement and (above.sets or above.amount) and self._headings.may_be_a_name(body, tokens):
            other = replace(other, hides="movement")
        unknown = self._headings.unknown_line(body, tokens) if above.scheme and other.announces in ("", "notes") else ""
        return replace(other, elements=[Connector(unknown=unknown)]) if unknown else other

    def _unquoted(self, body: str, tokens: list[Token]) -> tuple[str, list[Token]]:
        """Return a line without the marks that quote it as a whole: `"Back Squat 5-5-5"`, which ends with no inches."""
        quoted = _QUOTED.fullmatch(body) if body[0] == '"' else None
        return (quoted[1], tokenise(quoted[1], self._vocabulary)) if quoted else (body, tokens)

    def _below_a_heading(self, text: str, above: Context) -> ReadLine:
        """Return a line that is no training: a note, or the heading that ends the advice above."""
        reader = None if above.below or len(text) > LONGEST_LINE else self._below_examples.get(above.example)
        if reader:
            return reader(text, above)
        if above.below not in ("", "results") and self._announcements.ends_advice(text):
            return ReadLine(text, "note", [Connector(ends=True)])
        if above.below not in ("", "results", "advice") and len(text) <= LONGEST_LINE:
            return self._other_levels.read(text, above)
        note = self._notes.note(text)
        return note if above.example or above.below or note.announces else self._long(note, above)

    def _long(self, note: ReadLine, above: Context) -> ReadLine:
        """Return a long line as a sentence; one that ends with a scheme for the lines below it is unread."""
        end = normalise_marks(note.text[-LONGEST_LINE:])
        if self._schemes.ends(end.rstrip(), tokenise(end, self._vocabulary)):
            return ReadLine(note.text, "unread", hides="scheme")
        return replace(note, elements=[Connector(unknown="sentence")] if above.scheme else [])

    def _elements(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the elements from the first reader that can read the line."""
        found = self._connectors.match(tokens)
        if found and not has_more(tokens, found.end):
            return [Connector(joins=tokens[0].symbol == "+", then=_is_then(tokens))]
        if above.scheme and self._is_station(tokens):
            return [Connector(station=True)]
        if work := self._in_window(body, tokens, above):
            return work
        if len(tokens) > 1 and "+" in (tokens[0].symbol, tokens[-1].symbol):
            return self._beside_a_plus(body, tokens, above)
        extra = self._extras.match(tokens, skip(tokens))
        heading = extra or self._headings_of_work.match(tokens, skip(tokens))
        if heading and _has_only_words_in_brackets(tokens[heading.end :]):
            return [Connector(ends=True)]
        if extra and tokens[extra.end].symbol == ":":
            behind = self._elements(body, tokens[skip(tokens, extra.end) :], Context())
            return [] if not behind or isinstance(behind[0], SetLine) else [Connector(ends=True), *behind]
        for reader in self._possible(tokens, above):
            try:
                if elements := reader(body, tokens, above):
                    return elements
            except Unread:
                continue
        return []

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
        behind = tokens[skip(tokens, found.end) :]
        if not behind:
            return in_window(body, tokens[found.start : found.end], end, [])
        work = self._elements(body, behind, Context())
        if work in ([Rest()], [Rest(alone=True)]):  # `Min 4-8: Rest`, as a remark of the work in front
            return [Rest(remark=written(body, tokens[found.start :])), Connector(ends=True, window=end)]
        if not work or not all(isinstance(one, Scheme | Movement | Test) for one in work):
            return []
        return in_window(body, tokens[found.start : found.end], end, work)

    def _beside_a_plus(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the movement of `+ Push Jerk` or `Hang Power Clean +`, and the plus that may join it to another."""
        is_behind = tokens[0].symbol == "+"
        found = self._elements(body, tokens[1:] if is_behind else tokens[:-1], replace(above, scheme=True))
        if not found or not isinstance(found[0], Movement):
            return []
        return [Connector(joins=True), *found] if is_behind else [*found, Connector(joins=True)]

    def _has_one_too_many(self, body: str, tokens: list[Token], above: Context) -> bool:
        """Return whether a line could be read without one of its numerals: `Take 15 7 minutes to build to a 5-RM`.

        Of two numerals side by side, one is always too many.
        """
        numerals = [place for place, token in enumerate(tokens) if token.is_numeral]
        if len(tokens) == 1:  # nothing would be left
            return False
        if len(numerals) not in _NUMERALS_OF_A_LINE or self._traits.words_of_prose(tokens) > _MOST_WORDS_OF_PROSE:
            return False
        return any(
            place + 1 in numerals or self._elements(body, [*tokens[:place], *tokens[place + 1 :]], above)
            for place in numerals
        )

    def _has_sets_of_today(self, body: str, tokens: list[Token]) -> bool:
        """Return whether sets follow a `then` or `this week`: `Find a good weight, then stay there for 3x2`."""
        leads = (place for place in range(len(tokens)) if self._todays.match(tokens, place))
        below = Context(movement=True, lift=True)
        return any(
            isinstance(one, SetLine) and one.item.rhythm.sets
            for place in range(next(leads, len(tokens)) + 1, len(tokens))
            if tokens[place].is_numeral
            for one in self._elements(body, tokens[place:], below)
        )

    def _possible(self, tokens: list[Token], above: Context) -> Iterator[Reader]:
        """Yield the readers that may read a line, in their order."""
        first = tokens[min(skip(tokens), len(tokens) - 1)].symbol
        yield self._rests.read
        yield self._tabatas.read
        if first in self._block_loads:
            yield self._block_load_lines.read
        if first in self._sets:
            yield self._set_lines.read
        yield self._sets_after.with_less
        yield self._max_tests.read
        yield self._sets_after.behind_then
        if above.movement:
            yield self._sets_below.read
        yield self._schemes.read
        if first in self._rotations:
            yield self._movements.read_in_rotation
        yield self._movements.read
        yield self._schemes.read_amount


def _has_only_words_in_brackets(tokens: list[Token]) -> bool:
    """Return whether nothing is after a heading, or only a bracket without numbers: `Extras (do all)`."""
    return not has_more(outside_brackets(tokens)) and not any(token.is_numeral for token in tokens)


def _is_then(tokens: list[Token]) -> bool:
    """Return whether a line is only `then` or `and then`, and not `rest, then`."""
    return all(token.symbol in ("and", "then") for token in tokens if token.speaks) and tokens[0].symbol != "+"


def _following(element: Element) -> Element:
    """Return a scheme or a movement as one behind `then`."""
    match element:
        case Scheme():
            return replace(element, follows=True)
        case Movement():
            return replace(element, follows=True)
    return element


def _begins_with_then(tokens: list[Token]) -> bool:
    symbols = list(islice((token.symbol for token in tokens if token.speaks), 2))
    return symbols[:1] == ["then"] or symbols == ["and", "then"]


@cache
def line_reader_of(notation: Notation) -> LineReader:
    """Return the reader of a notation's lines, which is built once."""
    return LineReader(notation)
