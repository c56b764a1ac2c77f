"""Parse the phrases of notation.toml into rows of words and choices.

A phrase is a row of entries of the vocabulary. `[…]` is optional, `(a|b)` and `[a|b]` are alternatives, `<name>` is a
phrase of the table `parts`, and `{name}` is a numeral of one of the kinds that the table `slots` gives the name.
`{name=60}` takes no token, and gives the name this number of seconds.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from wod.notation.text.tokens import Token
from wod.notation.text.vocabulary import Vocabulary

_PIECE = re.compile(
    r"\{(?P<slot>\w+)(?:=(?P<constant>\d+))?\}|<(?P<part>\w+)>|(?P<mark>[\[\]()|])|(?P<word>[^\s{}<>\[\]()|]+)"
)


class Word(NamedTuple):
    """A word or a numeral: the entries, marks or kinds of which one stands here, and the name of a numeral."""

    symbols: tuple[str, ...]
    slot: str = ""


class Constant(NamedTuple):
    """A value that no word states: `{interval=60}`."""

    slot: str
    token: Token


class Either(NamedTuple):
    """A choice between rows, which may be left out if it is optional."""

    choices: tuple["Row", ...]
    optional: bool


type Node = Word | Constant | Either
type Row = tuple[Node, ...]


class Grammar:
    """Parser of the phrases in notation.toml."""

    def __init__(self, parts: Mapping[str, str], slots: Mapping[str, str], vocabulary: Vocabulary) -> None:
        self._parts = parts
        self._vocabulary = vocabulary
        self._kinds = {slot: tuple(f"{{{kind}}}" for kind in kinds.split()) for slot, kinds in slots.items()}
        self._rows: dict[str, Row] = {}

    def row(self, phrase: str) -> Row:
        """Return a phrase as a row of words and choices. Raise ValueError, KeyError or IndexError if it is broken."""
        pieces = list(_PIECE.finditer(phrase))
        row, end = self._row(pieces, 0)
        if end != len(pieces):
            raise ValueError(f"the phrase {phrase!r} closes a bracket that it does not open")
        return row

    def _row(self, pieces: list[re.Match[str]], place: int) -> tuple[Row, int]:
        nodes: list[Node] = []
        while place < len(pieces) and pieces[place][0] not in ("|", ")", "]"):
            piece = pieces[place]
            place += 1
            match piece.lastgroup:
                case "constant":
                    number = float(piece["constant"])
                    token = Token("{time}", piece["constant"], 0, 0, least=number, most=number, unit="s")
                    nodes.append(Constant(piece["slot"], token))
                case "slot":
                    nodes.append(Word(self._kinds[piece["slot"]], piece["slot"]))
                case "part":
                    nodes.append(Either((self._part(piece["part"]),), optional=False))
                case "word":
                    nodes.append(Word((self._vocabulary.word(piece[0]),)))
                case _:
                    node, place = self._either(pieces, place, optional=piece[0] == "[")
                    nodes.append(node)
        return tuple(nodes), place

    def _either(self, pieces: list[re.Match[str]], place: int, *, optional: bool) -> tuple[Either, int]:
        choices = []
        while True:
            choice, place = self._row(pieces, place)
            choices.append(choice)
            place += 1
            if pieces[place - 1][0] != "|":
                return Either(tuple(choices), optional), place

    def _part(self, name: str) -> Row:
        if name not in self._rows:
            self._rows[name] = self.row(self._parts[name])
        return self._rows[name]
