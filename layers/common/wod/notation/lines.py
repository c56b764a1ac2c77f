"""Read a line of a segment: a scheme, a movement, sets, a test, a rest, a connector; or a note.

A line is read completely or not at all: if one numeral is left over, the line is unread, and no value is guessed.
"""

import re
from copy import replace
from functools import cache, lru_cache
from itertools import islice

from wod.notation.elements import (
    KINDS,
    Context,
    Element,
    Heading,
    Hidden,
    Lead,
    Movement,
    ReadLine,
    Rest,
    Scheme,
    SetLine,
    Test,
    UnknownLine,
)
from wod.notation.grammar.names import Names, name_of
from wod.notation.grammar.notation import Notation
from wod.notation.prose.announcements import Announcements
from wod.notation.prose.headings import Headings
from wod.notation.prose.notes import Notes
from wod.notation.prose.other_levels import OtherLevels
from wod.notation.prose.traits import Traits
from wod.notation.readers.line_elements import LineElements
from wod.notation.readers.sentences import Sentences, following
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.capital_x import with_small_x, with_sure_tempos
from wod.notation.text.labels import start_of
from wod.notation.text.tokens import Token, tokenise
from wod.notation.values import Load

LONGEST_LINE = 300
"""Characters; a longer line is prose."""

_NUMERALS_OF_A_LINE = range(1, 5)  # a line with more is prose, or was read
_MOST_WORDS_OF_PROSE = 2  # a line with more is not training
_MOST_REMEMBERED = 4096  # lines: coaches repeat themselves, `Rest 60 seconds`
_HEAVY = 65  # percent
_QUOTED = re.compile(r'"([^"]*\w[^"]*)"')


class LineReader:
    """Reader of lines with a notation."""

    def __init__(self, notation: Notation) -> None:
        self._vocabulary = notation.vocabulary
        self._todays = notation.phrases("of_today")
        self._turns_of_partners = notation.phrases("turns_of_partners")
        names = self._names = Names(notation)
        self._headings = Headings(notation, names)
        self._announcements = Announcements(notation, self._headings)
        self._traits = Traits(notation, names, self._headings)
        self._notes = Notes(notation, names, self._headings, self._announcements, self._traits)
        self._elements = LineElements(notation, names)
        self._sentences = Sentences(notation, self._elements, self._notes, self._traits)
        self._other_levels = OtherLevels(notation, self._read)
        self._below_examples = {
            "condition": self._on_condition,
            "examples": self._of_examples,
            "notes": self._of_notes,
            "ratios": self._of_ratios,
            "choice": self._of_choice,
            "alternatives": self._of_alternatives,
            "warm-up sets": self._of_warm_up_sets,
        }
        self.read = lru_cache(maxsize=_MOST_REMEMBERED)(self._read)

    def _read(self, text: str, above: Context) -> ReadLine:
        """Return the reading of a line in its context."""
        if len(text) > LONGEST_LINE or above.example or above.below:
            return self._below_a_heading(text, above)
        line = self._vocabulary.without_stops(normalise_marks(text))
        return self._other_levels.read_labelled(text, line, above) or self._read_own(text, line, above)

    def _read_own(self, text: str, line: str, above: Context) -> ReadLine:
        """Return the reading of a line of the reader's own level; `line` is its text with plain marks.

        A capital X is first that of a tempo, and if the line is not read so, that of sets.
        """
        read = self._read_as_written(text, line, above)
        small = with_small_x(line)
        if read.kind not in ("unread", "note") or small == line:
            return read
        other = self._read_as_written(text, small, above)
        return read if other.kind in ("unread", "note") else other

    def _read_as_written(self, text: str, line: str, above: Context) -> ReadLine:
        """Return the reading of a line whose capital X is that of a tempo."""
        begins = start_of(line)
        body = line[begins.place :].rstrip()
        if not body:
            return ReadLine(text, "connector") if line.strip() == "+" else self._notes.note(text)
        tokens = tokenise(body, self._vocabulary)
        tokens = with_sure_tempos(tokens) if above.tempo else tokens
        if self._headings.is_title(body, tokens):
            return ReadLine(text, "note", [Heading()])
        waits = above.movement and not (above.amount or above.sets)  # `Hip Thrust`, `Glutes`, `3x10`
        if not (above.scheme or waits) and self._names.is_part_of_body(body):
            return ReadLine(text, "note", [Heading(work=name_of(body))])
        body, tokens = self._unquoted(body, tokens)
        elements = self._sentences.in_turn(body, tokens, above)
        if elements is None:
            elements = self._elements.read(body, tokens, above) or self._sentences.read(body, tokens, above)
        if not elements:
            return self._not_read(text, body, tokens, above)
        first = elements[0]
        if isinstance(first, SetLine) and not above.movement:
            return ReadLine(text, "unread")  # sets of no movement
        turn = begins.turn if above.interval else begins.number
        if isinstance(first, Movement) and begins.turn is not None:
            elements[0] = replace(first, number=begins.number, turn=begins.turn)
        if isinstance(first, Rest) and turn is not None and not first.pause.rest:
            elements[0] = Rest(station=True)  # `3) Rest`
        if _begins_with_then(tokens):
            elements = [following(one) for one in elements]
        first = next((one for one in elements if not isinstance(one, Lead)), first)
        return ReadLine(text, KINDS[type(first)], elements, is_told=self._sentences.told(tokens) is not None)

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
        is_note = line.kind == "note" and Heading() not in line.elements
        return replace(line, announces=line.announces or "notes") if is_note else line

    def _of_ratios(self, text: str, above: Context) -> ReadLine:
        """Return a line below `Your lifts should be in these ratios:`, where lifts with only a percent are notes."""
        line = self._read(text, replace(above, example=""))
        are_ratios = line.elements and all(map(_is_ratio, line.elements))
        return ReadLine(text, "note", announces="ratios") if are_ratios else line

    def _of_choice(self, text: str, above: Context) -> ReadLine:
        """Return a line below `or`: a note, because the work above counts; it is not certain what is below a scheme."""
        line = self._read(text, replace(above, example=""))
        is_scheme = line.hides == "scheme" or any(isinstance(one, Scheme) for one in line.elements)
        if not (is_scheme or any(map(_is_work, line.elements))):
            return line
        is_name = all(isinstance(one, Movement) and one.item.is_bare for one in line.elements)
        # Sets below a name are of the movement above if that has none: `Back Squat`, `or`, `Front Squat`, `5x5`.
        hides: Hidden = "movement" if is_name and (above.amount or above.sets) else ""
        return ReadLine(text, "note", doubtful=not is_name, announces="uncertain" if is_scheme else "", hides=hides)

    def _of_alternatives(self, text: str, above: Context) -> ReadLine:
        """Return a line below `Other options:`; work is a doubtful note, and so is that below it."""
        line = self._read(text, replace(above, example=""))
        is_work = (line.kind == "unread" and line.hides != "scheme") or any(map(_is_work, line.elements))
        return ReadLine(text, "note", doubtful=True, announces="alternatives") if is_work else line

    def _of_warm_up_sets(self, text: str, above: Context) -> ReadLine:
        """Return a line below `Warm-up sets:`; sets are doubtful notes, up to the first other line or heavy set."""
        line = self._read(text, replace(above, example=""))
        if any(isinstance(one, SetLine) and _is_heavy(one.item.load) for one in line.elements):
            return line
        is_set = (line.kind == "unread" and not line.hides) or any(isinstance(one, SetLine) for one in line.elements)
        return ReadLine(text, "note", doubtful=True, announces="warm-up sets") if is_set else line

    def _not_read(self, text: str, body: str, tokens: list[Token], above: Context) -> ReadLine:
        """Return a line that no reader could read."""
        if not (above.scheme or above.movement) and self._announcements.announces_work(text):
            return ReadLine(text, "note")
        if self._announcements.announces_more(text):
            return ReadLine(text, "note", [Heading()] if above.scheme else [])
        waits = above.movement and not (above.sets or above.amount)
        other = self._notes.not_read(text, body, tokens, waits=waits)
        if not (other.doubtful or other.announces) and self._headings.is_heading(body, tokens):
            return ReadLine(text, "note", [Heading()])
        if other.kind != "note" or other.doubtful:
            return other
        has_scheme = self._elements.end_with_scheme(body, tokens) or self._elements.begin_with_scheme(tokens)
        if not other.announces and has_scheme:
            return ReadLine(text, "unread", hides="scheme")
        if not other.announces and self._sentences.has_work(body, tokens, above):
            return replace(other, doubtful=True)
        if self._has_one_too_many(body, tokens, above) or self._has_sets_of_today(body, tokens):
            return self._notes.unread(text, tokens, waits=waits)
        # `21-15-9`, `Thrusters`, `Jumps over the parallette`
        names_work = above.counts and not other.announces and self._headings.names_a_movement(body, tokens)
        # `EMOM 12`, `Switch partners every minute`
        if names_work or (above.interval and self._turns_of_partners.search(tokens)):
            return replace(other, doubtful=True)
        has_sets = above.movement and not waits and not other.announces
        if has_sets and self._headings.may_be_a_name(body, tokens):
            other = replace(other, hides="movement")
        unknown = self._headings.unknown_line(body, tokens) if above.scheme and other.announces in ("", "notes") else ""
        return replace(other, elements=[UnknownLine(unknown)]) if unknown else other

    def _unquoted(self, body: str, tokens: list[Token]) -> tuple[str, list[Token]]:
        """Return a line without the marks that quote it as a whole: `"Back Squat 5-5-5"`, which ends with no inches."""
        quoted = _QUOTED.fullmatch(body) if body[0] == '"' else None
        return (quoted[1], tokenise(quoted[1], self._vocabulary)) if quoted else (body, tokens)

    def _below_a_heading(self, text: str, above: Context) -> ReadLine:
        """Return a line that is not training: a note, or the heading that ends the advice above."""
        reader = None if above.below or len(text) > LONGEST_LINE else self._below_examples.get(above.example)
        if reader:
            return reader(text, above)
        if above.below not in ("", "results") and self._announcements.ends_advice(text):
            return ReadLine(text, "note", [Heading()])
        if above.below not in ("", "results", "advice") and len(text) <= LONGEST_LINE:
            return self._other_levels.read(text, above)
        note = self._notes.note(text)
        return note if above.example or above.below or note.announces else self._long(note, above)

    def _long(self, note: ReadLine, above: Context) -> ReadLine:
        """Return a long line as a sentence; one that ends with a scheme for the lines below it is unread."""
        end = normalise_marks(note.text[-LONGEST_LINE:])
        if self._elements.end_with_scheme(end.rstrip(), tokenise(end, self._vocabulary)):
            return ReadLine(note.text, "unread", hides="scheme")
        return replace(note, elements=[UnknownLine("sentence")] if above.scheme else [])

    def _has_one_too_many(self, body: str, tokens: list[Token], above: Context) -> bool:
        """Return whether a line could be read without one of its numerals: `Take 15 7 minutes to build to a 5-RM`.

        If two numerals are side by side, one is always too many.
        """
        numerals = [place for place, token in enumerate(tokens) if token.is_numeral]
        if len(tokens) == 1:  # nothing would be left
            return False
        if len(numerals) not in _NUMERALS_OF_A_LINE or self._traits.words_of_prose(tokens) > _MOST_WORDS_OF_PROSE:
            return False
        return any(
            place + 1 in numerals or self._elements.read(body, [*tokens[:place], *tokens[place + 1 :]], above)
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
            for one in self._elements.read(body, tokens[place:], below)
        )


def _is_heavy(load: Load) -> bool:
    """Return whether no warm-up has such a percent, as in `working_sets.has_working_sets`."""
    percents = [load.percent, *load.percents] if load.percent else load.percents
    return any((percent.least or 0) >= _HEAVY for percent in percents)


def _is_ratio(element: Element) -> bool:
    """Return whether an element is `Deadlift – 120%`, perhaps of another lift, and no work."""
    if not isinstance(element, Movement):
        return False
    item = element.item
    return bool(item.load.percent) and not (item.amount.is_stated or item.rhythm.is_stated or item.rest.is_stated)


def _is_work(element: Element) -> bool:
    return isinstance(element, Movement | SetLine | Test)


def _begins_with_then(tokens: list[Token]) -> bool:
    symbols = list(islice((token.symbol for token in tokens if token.speaks), 2))
    return symbols[:1] == ["then"] or symbols == ["and", "then"]


@cache
def line_reader_of(notation: Notation) -> LineReader:
    """Return the reader of a notation's lines, which is built once."""
    return LineReader(notation)
