"""Find the phrases of notation.toml in the tokens of a line.

`wod.notation.grammar.phrase_grammar` parses them into rows. Punctuation between words is ignored. One automaton matches
all phrases of a table at once; its states are built when a line needs them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wod.notation.grammar.phrase_grammar import Constant, Either, Grammar, Node, Row, Word
from wod.notation.text.tokens import STOP_OF_ABBREVIATION, Token

PUNCTUATION = frozenset({*",;:.…()[]\"*-|=~_•'", "...", "--", "---", STOP_OF_ABBREVIATION})
"""Marks that a phrase may have between its words."""


class Found:
    """A phrase that was found: the place of its first token, the place after it, and its table in notation.toml."""

    __slots__ = ("_row", "_tokens", "_values", "end", "says", "start")

    def __init__(
        self,
        start: int,
        end: int,
        says: Mapping[str, Any],
        values: Mapping[str, Token] | None = None,
        row: Row = (),
        tokens: Sequence[Token] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.says = says
        self._values = values
        self._row = row
        self._tokens = tokens

    @property
    def values(self) -> Mapping[str, Token]:
        """Return the numerals by their names."""
        if self._values is None:
            self._values = _bound(self._row, 0, self._tokens, self.start, self.end) or {}
        return self._values


@dataclass(eq=False)
class _Place:
    """A place before a node of a row. Each is made once, so that sets of places can be compared."""

    node: Node
    _row: Row
    _number: int
    _end: "_Place | int"

    @cached_property
    def following(self) -> "_Place | int":
        """Return the place after the node, or the number of the phrase that ends with it."""
        return _place(self._row, self._number + 1, self._end)

    @cached_property
    def silent(self) -> "list[_Place | int]":
        """Return what is reached from here without a token."""
        if isinstance(self.node, Word):
            return []
        if isinstance(self.node, Constant):
            return [self.following]
        choices = [_place(row, 0, self.following) for row in self.node.choices]
        return [*choices, self.following] if self.node.optional else choices

    @property
    def symbols(self) -> tuple[str, ...]:
        """Return the entries, marks or kinds of numerals that lead to the place after the node."""
        return self.node.symbols if isinstance(self.node, Word) else ()


def _place(row: Row, number: int, end: _Place | int) -> _Place | int:
    """Return a place in a row; at the row's end, the place that goes on from there, or the number of the phrase."""
    return _Place(row[number], row, number, end) if number < len(row) else end


@dataclass(slots=True)
class _State:
    """The places in front of words that some tokens lead to. `phrase` is the first one that ends here; `following` is
    filled on demand."""

    places: frozenset[_Place]
    phrase: int | None
    following: dict[str, "_State | None"] = field(default_factory=dict)


class Phrases:
    """The phrases of one table."""

    def __init__(self, entries: list[Any], grammar: Grammar) -> None:
        self._rows = [grammar.row(entry if isinstance(entry, str) else entry["says"]) for entry in entries]
        self._says: list[Mapping[str, Any]] = [{} if isinstance(entry, str) else entry for entry in entries]
        self._states: dict[tuple[frozenset[_Place], int | None], _State] = {}
        self._start = self._state([_place(row, 0, number) for number, row in enumerate(self._rows)])
        self.starts = frozenset(symbol for place in self._start.places for symbol in place.symbols)
        """The entries and marks that a phrase can begin with."""

    def match(self, tokens: list[Token], start: int = 0) -> Found | None:
        """Return the longest phrase that begins at this token; of equally long ones, the first in the table."""
        if start >= len(tokens) or tokens[start].symbol not in self.starts:
            return None
        state, place, best = self._start, start, (-1, 0)
        while place < len(tokens):
            symbol = tokens[place].symbol
            if symbol in state.following:
                following = state.following[symbol]
            else:
                following = state.following[symbol] = self._step(state, symbol)
            place += 1
            if following is not None:
                state = following
                if state.phrase is not None:
                    best = state.phrase, place
            elif symbol not in PUNCTUATION or state is self._start:
                break
        number, end = best
        if number < 0:
            return None
        return Found(start, end, self._says[number], row=self._rows[number], tokens=tokens)

    def search(self, tokens: list[Token], start: int = 0) -> Found | None:
        """Return the first phrase from this token on."""
        return next((found for place in range(start, len(tokens)) if (found := self.match(tokens, place))), None)

    # The automaton

    def _step(self, state: _State, symbol: str) -> _State | None:
        reached = [place.following for place in state.places if symbol in place.symbols]
        return self._state(reached) if reached else None

    def _state(self, reached: list[_Place | int]) -> _State:
        """Return the state of what was reached, and of all that is reached from there without a token."""
        known, waiting = set(reached), list(reached)
        while waiting:
            place = waiting.pop()
            if isinstance(place, _Place):
                new = [other for other in place.silent if other not in known]
                known.update(new)
                waiting += new
        words = frozenset(place for place in known if isinstance(place, _Place) and place.symbols)
        key = words, min((place for place in known if isinstance(place, int)), default=None)
        if key not in self._states:
            self._states[key] = _State(*key)
        return self._states[key]


type _Rest = tuple[Row, int, "_Rest | None"]
"""A continuation: a row, a place in it, and the continuation after the row."""


def _bound(
    row: Row, node: int, tokens: Sequence[Token], place: int, end: int, rest: _Rest | None = None
) -> dict[str, Token] | None:
    """Return the numerals of a row that takes all tokens from `place` to `end`, by their names; None if it does not."""
    values: dict[str, Token] = {}
    while True:
        if node == len(row):
            if rest is None:
                return values if place == end else None
            row, node, rest = rest
            continue
        this = row[node]
        node += 1
        if isinstance(this, Constant):
            values[this.slot] = this.token
            continue
        if isinstance(this, Either):
            found = _bound_choice(this, tokens, place, end, (row, node, rest))
            if found is not None:
                return {**values, **found}
            if not this.optional:
                return None
            continue
        place = _place_of(this, tokens, place, end)
        if place == end:
            return None
        if this.slot:
            values[this.slot] = tokens[place]
        place += 1


def _bound_choice(
    either: Either, tokens: Sequence[Token], place: int, end: int, after: _Rest
) -> dict[str, Token] | None:
    """Return the numerals of the first choice that takes all tokens with the rows after it, by their names."""
    token = tokens[place] if place < end else None
    for choice in either.choices:
        found = _bound(choice, 0, tokens, place, end, after) if _may_begin(choice, token) else None
        if found is not None:
            return found
    return None


def _may_begin(row: Row, token: Token | None) -> bool:
    """Return whether a row may take this token first, or skip it. A quick look that saves most of the tries."""
    first = row[0] if row else None
    if not isinstance(first, Word):
        return True
    return token is not None and (token.symbol in first.symbols or token.symbol in PUNCTUATION)


def _place_of(word: Word, tokens: Sequence[Token], place: int, end: int) -> int:
    """Return the place of a word after punctuation; `end` if it is not there."""
    # The first token of a phrase is not punctuation, so this skips only punctuation between words.
    while place < end and tokens[place].symbol not in word.symbols:
        if tokens[place].symbol not in PUNCTUATION:
            return end
        place += 1
    return place
