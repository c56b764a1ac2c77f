"""Divide the text of a line into tokens: words, marks, and numerals, each with its sign and its unit.

A numeral is one token, however it is written: `3`, `three`, `1 1/2`, `82,5%`, `1,000 m`, `2:30`, `60-65%`, `95/65 lb`,
`21-15-9`, `30X1`, `+5 lb`. A part of the line that no phrase takes is therefore visible as a token that is left over.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wod.notation.text.atoms import Atoms
from wod.notation.text.numerals import read_numeral
from wod.notation.text.shapes import Numeral
from wod.notation.text.vocabulary import Vocabulary

STOP_OF_ABBREVIATION = "abbr."
"""The symbol of a full stop that ends nothing: `10 Alt. 1-Arm Snatches`."""

_SIGNS = frozenset({"+", "-", "±"})
_BEFORE_SIGNS = frozenset({"@", "(", "[", ",", ":", "=", ";"})
_OF_SIDES = frozenset({"/", "+", "and", "l"})
_BEFORE_POUNDS = frozenset({"@", "at", "(", "["})
_LEAST_POUNDS = 15
COUNTS = frozenset({"{count}", "{range}"})
"""The symbols of a number without a unit, and of two as a range."""

MOST_PERCENT_LESS = 30
"""The highest percent of a difference, as in `-10%` or `drop 20%`."""

_SIGNED = frozenset({"integer", "decimal", "mixed", "thousands"})
_DIFFERENCES = frozenset({"{percent}", "{weight}", "{percents}"})
_BARE_DIFFERENCES = COUNTS | {"{decimal}"}


@dataclass(slots=True)
class Token:
    """A word, a mark or a numeral, from `start` to `end` of the line.

    Phrases match `symbol`: the entry of a word in the vocabulary, a mark itself, the kind of a numeral in braces
    (`{count}`, `{range}`, `{time}` …). `least` and `most` are the ends of a numeral, `most` None for `5+`;
    times are seconds. `items` has the numbers of a list such as `21-15-9`, `second` the second of a pair (`95/65`).
    """

    symbol: str
    text: str
    start: int
    end: int
    least: float = 0
    most: float | None = 0
    items: tuple[float, ...] = ()
    second: float | None = None
    unit: str = ""

    @property
    def is_numeral(self) -> bool:
        """Return whether it is one number or several."""
        return self.symbol[0] == "{" and len(self.symbol) > 1

    @property
    def speaks(self) -> bool:
        """Return whether it is a word or a numeral."""
        return self.text[0].isalnum() or self.is_numeral


def written(text: str, tokens: Sequence[Token]) -> str:
    """Return the text of these tokens, from the first to the last of them, as written."""
    return text[tokens[0].start : tokens[-1].end]


def tokenise(text: str, vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of a line whose marks are normalised."""
    atoms = Atoms(text, vocabulary)
    tokens: list[Token] = []
    place = 0
    while place < atoms.count:
        atom = atoms.at(place)
        found = None
        if _is_short_with(atoms, place):
            end = atoms.at(place + 1).end
            tokens.append(Token("with", "with", atom.start, end))
            place += 2
            continue
        if atom.kind == "mark":
            if atom.text in _SIGNS:
                found = _difference(atoms, place, tokens)
            elif atom.text == "#":
                found = _pounds(atoms, place, tokens)
        elif atom.kind != "word":
            found = read_numeral(atoms, place, tokens[-1].symbol if tokens else "")
        if found is None:
            symbol = "rep" if _is_short_rep(atoms, place, tokens) else atom.entry
            symbol = "x" if _multiplies(atoms, place, tokens) else symbol
            symbol = STOP_OF_ABBREVIATION if _abbreviates(atoms, place, tokens) else symbol
            tokens.append(Token(symbol, atom.text, atom.start, atom.end))
            place += 1
            continue
        (symbol, least, most, items, second, unit), place = found
        start, end = atom.start, atoms.at(place - 1).end
        tokens.append(Token(symbol, text[start:end], start, end, least, most, items, second, unit))
    return tokens


def _is_short_rep(atoms: Atoms, place: int, before: list[Token]) -> bool:
    """Return whether a small `r` touches a number as in `5r`, and no left and right are meant, `6r/6l`."""
    if atoms.at(place).text != "r" or not before or not before[-1].is_numeral or not atoms.is_glued(place):
        return False
    return atoms.at(place + 1).entry not in _OF_SIDES and not (len(before) > 1 and before[-2].symbol in _OF_SIDES)


def _is_short_with(atoms: Atoms, place: int) -> bool:
    """Return whether this is the `w/` of `w/ a 20 min cap` or `w/20 lb`, and not of `w/o` or `m/w`."""
    if atoms.at(place).text.lower() != "w" or atoms.at(place + 1).text != "/" or not atoms.is_glued(place + 1):
        return False
    is_second = place > 0 and atoms.at(place - 1).text == "/"
    return not is_second and (not atoms.is_glued(place + 2) or atoms.at(place + 2).kind not in ("word", "mark"))


def _abbreviates(atoms: Atoms, place: int, before: list[Token]) -> bool:
    """Return whether a full stop belongs to the word before it: `Sn. Pull`."""
    return (
        atoms.at(place).text == "."
        and atoms.is_glued(place)
        and bool(before)
        and before[-1].text.lower() in atoms.vocabulary.abbreviations
    )


def _multiplies(atoms: Atoms, place: int, before: list[Token]) -> bool:
    """Return whether an asterisk is between two counts that it touches: `5*5`."""
    if atoms.at(place).text != "*" or not before or before[-1].symbol not in COUNTS:
        return False
    return atoms.is_glued(place) and atoms.is_glued(place + 1) and atoms.at(place + 1).kind == "integer"


def _pounds(atoms: Atoms, place: int, before: list[Token]) -> tuple[Numeral, int] | None:
    """Return `#135` after a bracket or an `@`, or `#135/95`, and the place after it; low numbers are ordinals."""
    if not before or not atoms.is_glued(place + 1):
        return None
    is_pair = atoms.at(place + 2).text == "/" and atoms.is_glued(place + 2) and atoms.is_glued(place + 3)
    if before[-1].symbol not in _BEFORE_POUNDS and not is_pair:
        return None
    if atoms.at(place + 1).kind != "integer" or atoms.at(place + 1).value < _LEAST_POUNDS:
        return None
    numeral, end = read_numeral(atoms, place + 1, "@", unit="lb")
    return (numeral, end) if numeral.symbol == "{weight}" else None


def _difference(atoms: Atoms, place: int, before: list[Token]) -> tuple[Numeral, int] | None:
    """Return `+5 lb` or `-10%`, whose sign touches the number and nothing before it, and the place after it."""
    if not atoms.is_glued(place + 1) or (not before and atoms.at(place).text != "-"):
        return None
    if before and atoms.is_glued(place) and before[-1].symbol not in _BEFORE_SIGNS:
        return None
    if atoms.at(place + 1).kind not in _SIGNED:
        return None
    numeral, end = read_numeral(atoms, place + 1)
    if not before and (numeral.symbol != "{percent}" or (numeral.most or 0) > MOST_PERCENT_LESS):
        return None  # a dash at the beginning of the line
    if numeral.symbol in _BARE_DIFFERENCES:
        if atoms.at(end).kind == "word" and any(token.symbol == "+" for token in before):
            return None  # `1 Clean +1 Jerk`
    elif numeral.symbol not in _DIFFERENCES:
        return None
    return Numeral("{difference}", numeral.least, numeral.most), end
