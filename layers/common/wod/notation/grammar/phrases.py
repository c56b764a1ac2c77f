"""Find the phrases of notation.toml in the tokens of a line.

`wod.notation.grammar.phrase_grammar` parses them into rows. Punctuation between words is ignored. One automaton matches
all phrases of a table at once; its states are built when a line needs them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wod.notation.grammar.phrase_grammar import Constant, Either, Grammar, Row, Word
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


@dataclass(slots=True)
class _State:
    """A set of places in phrases. `phrase` is the first one that ends here; `following` is filled on demand."""

    places: frozenset[int]
    phrase: int | None
    following: dict[str, "_State | None"] = field(default_factory=dict)


class Phrases:
    """The phrases of one table."""

    def __init__(self, entries: list[Any], grammar: Grammar) -> None:
        self._rows: list[Row] = []
        self._says: list[Mapping[str, Any]] = []
        self._steps: list[dict[str, list[int]]] = []
        self._silent: list[list[int]] = []
        self._ends: dict[int, int] = {}
        self._states: dict[frozenset[int], _State] = {}
        start = self._new()
        for number, entry in enumerate(entries):
            row = grammar.row(entry if isinstance(entry, str) else entry["says"])
            self._rows.append(row)
            self._says.append({} if isinstance(entry, str) else entry)
            self._ends[self._add(row, start)] = number
        self._start = self._state({start})
        self.starts = frozenset(symbol for place in self._start.places for symbol in self._steps[place])
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

    def _new(self) -> int:
        self._steps.append({})
        self._silent.append([])
        return len(self._steps) - 1

    def _add(self, row: Row, place: int) -> int:
        """Add a row that begins at this place, and return the place after it."""
        for node in row:
            if isinstance(node, Constant):
                continue
            if isinstance(node, Word):
                end = self._new()
                for symbol in node.symbols:
                    self._steps[place].setdefault(symbol, []).append(end)
            else:
                end = self._new()
                for choice in node.choices:
                    inner = self._new()
                    self._silent[place].append(inner)
                    self._silent[self._add(choice, inner)].append(end)
                if node.optional:
                    self._silent[place].append(end)
            place = end
        return place

    def _state(self, places: set[int]) -> _State:
        waiting, closed = list(places), set(places)
        while waiting:
            for place in self._silent[waiting.pop()]:
                if place not in closed:
                    closed.add(place)
                    waiting.append(place)
        key = frozenset(closed)
        if key not in self._states:
            ends = [self._ends[place] for place in closed if place in self._ends]
            self._states[key] = _State(key, min(ends, default=None))
        return self._states[key]

    def _step(self, state: _State, symbol: str) -> _State | None:
        reached = {end for place in state.places for end in self._steps[place].get(symbol, ())}
        return self._state(reached) if reached else None


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
