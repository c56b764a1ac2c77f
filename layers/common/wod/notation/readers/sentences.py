"""Read lines of several sentences, of which one is work and the others are rests and remarks.

`Snatch Pull – build to a heavy double. Rest 2:00.`
"""

from copy import replace
from itertools import pairwise

from wod.notation.elements import Context, Element, Heading, Movement, Scheme, SetLine, Test
from wod.notation.grammar.marks import STOPS, has_more, skip
from wod.notation.grammar.measures import MINUTE
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.prose.notes import Notes
from wod.notation.prose.signs import has_sets
from wod.notation.prose.traits import Traits
from wod.notation.readers.line_elements import LineElements
from wod.notation.text.tokens import Token, written
from wod.notation.values import Unread

_OF_PENALTIES = frozenset({"every", "each"})
_OF_WORK = frozenset({"{time}", "="})


class Sentences:
    """Reader of lines of several sentences."""

    def __init__(self, notation: Notation, elements: LineElements, notes: Notes, traits: Traits) -> None:
        self._told = notation.phrases("told")
        self._schemes = notation.phrases("scheme")
        self._note_openers = notation.words("note_openers")
        self._of_some = notation.words("alternatives") | notation.words("of_some")
        self._elements = elements
        self._notes = notes
        self._traits = traits

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the work of the first sentence, if it has any, and the rests of a line; nothing for any other line.

        `You will do 4 sets of 6 Back Squats`, `Build to a heavy single. No more than 3 misses. Rest 2 minutes.`
        """
        if told := self.told(tokens):
            return self._work(body, tokens[told.end :], above)
        first, *others = _sentences(tokens)
        if not others:
            return []
        work = [] if self._is_rest(body, first, above) else self._work(body, first, above)
        elements = list(work)
        try:
            for sentence in others if work else (first, *others):
                found = self._elements.read_rest(body, sentence, above)
                if not found and not self._is_note(body, sentence, is_strict=bool(work)):
                    return []
                elements += found
        except Unread:
            return []
        return [] if not work and self.has_work(body, tokens, above) else elements

    def in_turn(self, body: str, tokens: list[Token], above: Context) -> list[Element] | None:
        """Return the works of a line in which `then` begins work that is not that of the scheme before it.

        `Row 500 m, then 3 rounds of: 10 Cleans, 10 Burpees`, `3 rounds: 10 Cleans, 10 Burpees. Then 50 Sit-Ups`.
        The list is empty if not all of the line is read. Return None for any other line.
        """
        first, *others = [part for sentence in _sentences(tokens) for part in self._before_schemes(sentence)]
        if not any(map(_opens_with_then, others)):
            return None
        works = _Works(self._work(body, first, above))
        for sentence in others:
            after = sentence[skip(sentence) + 1 :] if _opens_with_then(sentence) else []
            work = self._work(body, after, Context()) if after else []
            if _is_scheme(work):
                works.add_scheme(work, after)
            elif work and works.may_end_before(work):
                works.add_after_scheme(work)
            elif rest := self._rest(body, after or sentence, above):
                works.elements += rest
            elif work or not self._is_note(body, sentence, is_strict=True):
                works.are_certain = False
        if not works.are_several:
            return None
        return works.elements if works.are_certain else []

    def _before_schemes(self, tokens: list[Token]) -> list[list[Token]]:
        """Return the parts of a sentence that a mark, `then` and a scheme divide: `Row 500 m, then 3 rounds: …`."""
        places = [
            place
            for place in range(1, len(tokens) - 1)
            if tokens[place].symbol == "then"
            and not tokens[place - 1].speaks
            and self._schemes.match(tokens, place + 1)
        ]
        return [tokens[start:end] for start, end in pairwise([0, *places, len(tokens)])]

    def told(self, tokens: list[Token]) -> Found | None:
        """Return the words that a sentence about the work begins with: `You will do`, before anything else."""
        told = self._told.match(tokens, skip(tokens))
        return told if told and has_more(tokens, told.end) else None

    def has_work(self, body: str, tokens: list[Token], above: Context) -> bool:
        """Return whether one of several sentences is work, so that the line may be no note.

        `Today we squat. Build to a heavy double.`
        """
        if self._told.match(tokens, skip(tokens)):
            is_rule = any(token.symbol in _OF_PENALTIES for token in tokens)  # `You will do 5 burpees for each miss`
            is_condition = any(token.symbol == "if" for token in tokens)  # `You will do 20 burpees if you are late`
            return not is_rule and (has_sets(tokens) or (not is_condition and self._traits.prescribes(tokens)))
        sentences = _sentences(tokens)
        if len(sentences) < 2 or _opener(sentences[0]) in self._of_some:
            return False
        works = [self._work(body, one, above) for one in sentences if not self._is_rest(body, one, above)]
        return any(not isinstance(one, Scheme) for work in works for one in work)

    def _is_rest(self, body: str, tokens: list[Token], above: Context) -> bool:
        try:
            return bool(self._elements.read_rest(body, tokens, above))
        except Unread:
            return True

    def _rest(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        try:
            return self._elements.read_rest(body, tokens, above)
        except Unread:
            return []

    def _work(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the training of a sentence that says how much."""
        try:
            elements = self._elements.read(body, tokens, above)
        except Unread:
            return []
        return elements if any(map(_says_how_much, elements)) else []

    def _is_note(self, body: str, tokens: list[Token], *, is_strict: bool) -> bool:
        """Return whether a sentence is only a note; `is_strict`: one beside work, which may say more about it."""
        numerals = [token for token in tokens if token.is_numeral]
        if numerals and _opener(tokens) not in self._note_openers:
            return False
        if not is_strict:
            return True
        if len(numerals) > 1 or self._traits.has_notation(tokens):
            return False
        if any(token.symbol in _OF_WORK for token in tokens):
            return False  # `You have 20 minutes.`
        text = written(body, tokens)
        line = self._notes.not_read(text, text, tokens)
        return line.kind == "note" and not line.doubtful and not line.announces


class _Works:
    """The works of a line, one after another, as far as its sentences are read."""

    def __init__(self, first: list[Element]) -> None:
        self.elements = [*first]
        self.are_several = False
        self.are_certain = bool(first)
        """False if a sentence is not read, or if its work may be part of the work before it."""
        self._repeats = _is_scheme(first) and _repeats(first[0])
        self._has_ended = False  # work that is outside the last scheme is behind it

    def add_scheme(self, work: list[Element], tokens: list[Token]) -> None:
        """Add a scheme and its movements, which these tokens say."""
        if work[-1] in self.elements or any(token.symbol == "then" for token in tokens):
            # `1 km Row, then 3 rounds of 10 Dips, 1 km Row`: the last row may be in each round, or after them
            self.are_certain = False
        self.elements += [following(work[0]), *work[1:]]
        self.are_several, self._repeats, self._has_ended = True, _repeats(work[0]), False

    def may_end_before(self, work: list[Element]) -> bool:
        """Return whether the last scheme may end before this work: it repeats, and the work is only movements."""
        return self._repeats and all(isinstance(one, Movement) for one in work)

    def add_after_scheme(self, work: list[Element]) -> None:
        """Add movements that are outside the scheme before them."""
        if self._has_ended:
            # `3 rounds: 9 Dips. Then 9 Rows. Then 9 Curls`: the rows and curls may be in each round, or after them
            self.are_certain = False
        self.elements += [Heading(), *work]
        self.are_several = self._has_ended = True


def _sentences(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens of each sentence; the stop of one is its last token."""
    stops = [place + 1 for place, (token, following) in enumerate(pairwise(tokens)) if _stops(token, following)]
    pieces = zip([0, *stops], [*stops, len(tokens)], strict=True)
    return [tokens[start:end] for start, end in pieces if has_more(tokens[start:end])] or [tokens]


def _stops(token: Token, following: Token) -> bool:
    """Return whether a sentence ends with a token: with its stop, or with that of a unit, `Row 500 m. Then walk.`"""
    if token.is_numeral:
        return token.text[-1] == "." and following.text[0].isupper()
    return token.symbol in STOPS and following.start > token.end


def _opener(tokens: list[Token]) -> str:
    return next((token.text.lower() for token in tokens if token.speaks), "")


def _is_scheme(elements: list[Element]) -> bool:
    """Return whether elements are a scheme and its movements."""
    return bool(elements) and isinstance(elements[0], Scheme) and any(isinstance(one, Movement) for one in elements)


def _opens_with_then(tokens: list[Token]) -> bool:
    return [token.symbol for token in tokens[skip(tokens) :][:1]] == ["then"]


def _repeats(element: Element) -> bool:
    """Return whether a scheme repeats its work, so that work after it is not part of it, as it is below `For time:`.

    A clock of more than a minute has time for more, `Every 3 min: 10 cal Row. Then max Burpees`.
    """
    if not isinstance(element, Scheme):
        return False
    rhythm = element.rhythm
    if rhythm.interval:
        return rhythm.interval == MINUTE
    return bool(rhythm.sets) or rhythm.format == "amrap"


def following(element: Element) -> Element:
    """Return a scheme, a movement or sets as after `then`."""
    match element:
        case Scheme():
            return replace(element, follows=True)
        case Movement():
            return replace(element, follows=True)
        case SetLine():
            return replace(element, follows=True)
    return element


def _says_how_much(element: Element) -> bool:
    match element:
        case Test() | Scheme():
            return True
        case Movement(item=item):
            return bool(item.amount.is_stated or item.rhythm.sets)  # and not `Squat to a 10 in. box`
        case SetLine():
            return True
    return False
