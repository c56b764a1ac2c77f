"""Divide the characters of a line into atoms: words, marks, and single numbers in every spelling."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from wod.notation.text.vocabulary import Vocabulary

LARGEST = 100_000
"""The largest number of any training."""

_PLAIN = str.maketrans("‐‑‒–—―−×✕’‘´ʹ′“”″ʺ…\u00a0\t，：％＠", "-------xx'''''\"\"\"\"…  ,:%@")

_ATOM = re.compile(
    r"""
      # Most words and marks begin no numeral, so no other alternative has to be tried.
      (?P<plain_word>(?i:kgs?|lbs?|reps?|secs?|s|emom|emotm)(?=[xX]\d)|(?![XAeE¼½¾⅓⅔⅛]|[oO][tT]\d)[^\W\d_]++(?:'[^\W\d_]++)*+(?!2))
    | (?P<plain_mark>[,@()%+=/;"*\[\]&])
    | (?P<tempo>(?<![\w.\-])(?=[\dXA.\-]*[XA])(?:[\dXA]{4}|[\dXA](?P<gap>[.\-/])[\dXA](?P=gap)[\dXA](?P=gap)[\dXA])
        (?![\w%]|[.\-]\w))
    | (?P<each>(?<![^\W_])(?:[eE]|[oO][tT](?=\d))(?:\d{1,2}:[0-5]\d(?![^\W_]|:)|(?P<turn>\d{1,3})(?::[0-5]\d|\.5)?
        (?:[mM]?[oO][mM]|[mM][oO](?P=turn)[mM]|[mM](?:[oO][tT]?[mM])?|[sS](?:[oO][tT]?[sSmM])?)(?=[xX]\d|[\W_]|$)))
    | (?P<clock>(?<![\d:.,])\d{0,3}:[0-5]\d(?::[0-5]\d)?(?!\d|:\d)|(?<![\w:.,]):[6-9]\d(?![\d:]|\s?(?i:%|kg|lb)))
    | (?P<glued_time>(?<![\w.,:'"])\d{1,2}(?i:m(?:in)?)[0-5]\d(?i:s(?:ecs?)?)(?![^\W_]))
    | (?P<feet_or_time>(?<![\w.,:'"])[3-9]'1[01](?:"|''|(?![\d'])))
    | (?P<primes>(?<![^\W_xX]|[.,:'"])\d{1,2}'(?:[0-5]\d(?:"|''|(?!\d|'|\s?(?i:%|kg|lb)))|\s[0-5]\d(?:"|'')))
    | (?P<dots>(?<![\d.,])\d{1,2}(?:\.\d{1,2}){2,}(?![\d.]*\d))
    | (?P<mixed>(?<![\d.,/:-])\d{1,3}(?:\s+|-)(?:1/[23468]|2/3|3/[48]|[57]/8)(?![\d/])|\d*[¼½¾⅓⅔⅛])
    | (?P<thousands>(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d]|,\d))
    | (?P<decimal>(?<![\d.,])\d*\.\d+(?![\d]|[.,]\d)|(?<![\d.,])\d+,\d(?![\d]|[.,]\d))
    | (?P<integer>\d+(?:'[sS](?![^\W_]))?)
    | (?P<code>(?<![^\W_])[A-Za-z]{1,3}2[A-Za-z]{1,4}(?![^\W_]))
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<mark>\.\.\.+|--+|\S)
    """,
    re.VERBOSE,
)
_POINT_OF_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # where the decimal mark is a comma
_FIGURES = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_FRACTIONS = {f"{above}/{below}": above / below for above, below in product(range(1, 8), (2, 3, 4, 8)) if above < below}
_TENS = frozenset(range(20, 100, 10))
_WORDS = frozenset({"plain_word", "word", "code"})  # a code is `T2B` or `S2OH`
_MARKS = frozenset({"plain_mark", "mark"})
_NUMBERS = frozenset({"integer", "named", "decimal", "thousands", "mixed", "clock"})


@dataclass(slots=True)
class Atom:
    """Characters of the line from `start` up to, not including, `end`.

    `kind` is `word`, `mark`, `named` (a number word), or the name of a number's group in the pattern. `entry` is
    the name of a word or a mark in phrases, `value` the value of a number; clocks and intervals are in seconds.
    """

    kind: str
    text: str
    start: int
    end: int
    entry: str = ""
    value: float = 0


_END = Atom("end", "", -1, -1)
_MOST_LOOKED_AHEAD = 4


def normalise_marks(text: str) -> str:
    """Return the text with one kind of dash, quotation mark and multiplication sign; its length stays the same."""
    return text if text.isascii() and "\t" not in text else text.translate(_PLAIN)


class Atoms:
    """The atoms of a line by their places, and the numbers that they form."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._atoms = list(_atoms(text, vocabulary))
        self.count = len(self._atoms)
        self._atoms += [_END] * _MOST_LOOKED_AHEAD
        self.at: Callable[[int], Atom] = self._atoms.__getitem__
        """Return the atom at this place; directly after the last one there are empty atoms of the kind `end`."""

    def is_glued(self, place: int) -> bool:
        """Return whether this atom touches the one before it."""
        return place > 0 and self._atoms[place - 1].end == self._atoms[place].start

    def starts_number(self, place: int) -> bool:
        """Return whether a number begins at this place, so that `number` may be called."""
        return self.at(place).kind in _NUMBERS

    def number(self, place: int) -> tuple[float, int]:
        """Return the number at this place, and the place after it: `twenty-five` and `1/2` are one, `5/3` is not."""
        atom, following = self.at(place), self.at(place + 1)
        if atom.kind in ("integer", "named") and following.entry == "and":
            half = place + 3 if self.at(place + 2).entry == "a" else place + 2
            if self.at(half).text.lower() in self.vocabulary.halves and self.vocabulary.unit(self.at(half + 1).text):
                return atom.value + 0.5, half + 1  # `two and a half minutes`
        if atom.kind == "named" and following.text == "-" and atom.value in _TENS:
            ones = self.at(place + 2)
            if ones.kind == "named" and ones.value < 10:
                return atom.value + ones.value, place + 3
        if atom.kind == "integer" and following.text == "/":
            fraction = _FRACTIONS.get(f"{atom.text}/{self.at(place + 2).text}")
            touching = self.is_glued(place + 1) and self.is_glued(place + 2)
            may_be_range = self.at(place + 2).value == atom.value + 1 > 2 and self._is_minute(place + 3)
            if fraction and touching and not may_be_range and self.at(place + 3).text not in ("/", "%", "#"):
                return fraction, place + 3
        if atom.kind in ("integer", "named") and following.kind == "mixed" and not following.text[0].isdigit():
            return atom.value + following.value, place + 2  # `2 ½`
        return atom.value, place + 1

    def _is_minute(self, place: int) -> bool:
        """Return whether this atom is a minute: its sign directly after a number, or a word."""
        text = self.at(place).text
        return (text in ("'", "’", "′") and self.is_glued(place)) or self.vocabulary.unit(text) == "min"


def _atoms(text: str, vocabulary: Vocabulary) -> Iterator[Atom]:
    for match in _ATOM.finditer(text):
        kind, found = match.lastgroup or "", match[0]
        start = match.start()
        end = start + len(found)
        if kind in _MARKS:
            yield Atom("mark", found, start, end, vocabulary.meaning(found).entry)
        elif kind in _WORDS:
            entry, number, _ = vocabulary.meaning(found)
            is_end_of_quote = text[end : end + 1] == '"'  # `"Filthy Fifty"`, and no inches
            if number is None or kind == "code" or is_end_of_quote:
                yield Atom("word", found, start, end, entry)
            else:
                yield Atom("named", found, start, end, entry, number)
        elif kind in ("primes", "glued_time"):
            yield Atom("clock", found, start, end, "", _two_numbers(found))
        elif kind == "decimal" and vocabulary.decimal_mark == "," and _POINT_OF_THOUSANDS.fullmatch(found):
            yield Atom("thousands", found, start, end, "", float(found.replace(".", "")))
        else:
            yield Atom(kind, found, start, end, "", _VALUES[kind](found) if kind in _VALUES else 0)


def _clock(text: str) -> float:
    seconds = 0
    for part in text.split(":"):
        seconds = 60 * seconds + int(part or 0)
    return seconds


def _two_numbers(text: str) -> float:
    """Return the seconds of `1'30"` or `1m30s`."""
    minutes, seconds = re.findall(r"\d+", text)
    return 60 * int(minutes) + int(seconds)


def _mixed(text: str) -> float:
    if text[-1] in _FIGURES:
        return int(text[:-1] or 0) + _FIGURES[text[-1]]
    whole, fraction = re.split(r"\s+|-", text, maxsplit=1)
    above, below = fraction.split("/")
    return int(whole) + int(above) / int(below)


def _each(text: str) -> float:
    """Return the seconds of `E2MOM`, `E2MO2M`, `E2:30MOM`, `E1.5MOTM`, `E2M`, `E1:30`, `E90S`, `E90SOM` or `OT2M`."""
    figures = text.lstrip("eEoOtT")
    value = re.split("[mMoOsS]", figures, maxsplit=1)[0]
    if ":" not in value and figures[len(value) :][:1].lower() == "s":
        return float(value)
    minutes, _, seconds = value.partition(":")
    return 60 * float(minutes) + int(seconds or 0)


_VALUES: dict[str, Callable[[str], float]] = {
    "clock": _clock,
    "mixed": _mixed,
    "thousands": lambda text: float(text.replace(",", "")),
    "decimal": lambda text: float(text.replace(",", ".")),
    "integer": lambda text: float(text.rstrip("'sS")) if len(text) < 9 else float(LARGEST + 1),
    "each": _each,
}
