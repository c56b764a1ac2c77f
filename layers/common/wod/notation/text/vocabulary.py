"""Look up the words of training notation in a language: numbers, units, and the words of phrases.

They are the tables `numbers`, `units` and `words` of `languages/LANGUAGE.toml`. Every spelling has one entry, so that
phrases are written once, in entries, for all spellings and all languages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.){2,}")


class Meaning(NamedTuple):
    """The meaning of a word: its entry, its number, and its unit or an empty text."""

    entry: str
    number: float | None
    unit: str


@dataclass(frozen=True)
class Vocabulary:
    """Spellings in lower case, with their meanings."""

    numbers: Mapping[str, float]
    units: Mapping[str, str]
    words: Mapping[str, str]
    ranges: frozenset[str] = frozenset()
    """Words that make two numbers a range only before reps, a percent or a time: `8 a 10 repeticiones`."""
    more: frozenset[str] = frozenset()
    """Words that take the upper bound from a number, after `or` or `and`: `70% or more`, `8 and up`."""
    halves: frozenset[str] = frozenset()
    """Words that add a half to a number, after `and` and before a unit: `two and a half minutes`."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop ends nothing: `10 Alt. 1-Arm Snatches`, `Sn. Pull`."""
    initials: frozenset[str] = frozenset()
    """Words in capitals that may have a full stop after each letter: `5 x M.E.`"""
    decimal_mark: str = "."
    _known: dict[str, Meaning] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, language: Mapping[str, Mapping[str, object]]) -> "Vocabulary":
        """Build the vocabulary from the tables of a language file."""
        return cls(
            numbers={spelling: float(str(number)) for spelling, number in language.get("numbers", {}).items()},
            units=_turned(language.get("units", {})),
            words=_turned(language.get("words", {})),
            ranges=_listed(language, "joins", "range"),
            more=_listed(language, "joins", "more"),
            halves=_listed(language, "joins", "half"),
            abbreviations=_listed(language, "stops", "abbreviations"),
            initials=_listed(language, "stops", "initials"),
            decimal_mark=str(language.get("decimal_mark", ".")),
        )

    def with_(self, other: "Vocabulary") -> "Vocabulary":
        """Return both vocabularies in one; for a spelling in both, the other's entry counts."""
        return Vocabulary(
            {**self.numbers, **other.numbers},
            {**self.units, **other.units},
            {**self.words, **other.words},
            self.ranges | other.ranges,
            self.more | other.more,
            self.halves | other.halves,
            self.abbreviations | other.abbreviations,
            self.initials | other.initials,
            other.decimal_mark,
        )

    def number(self, spelling: str) -> float | None:
        """Return the number of a word, or None."""
        return self.meaning(spelling).number

    def unit(self, spelling: str) -> str:
        """Return the unit of a word, or an empty text."""
        return self.meaning(spelling).unit

    def word(self, spelling: str) -> str:
        """Return the entry of a word, which is its name in phrases; the word itself in lower case if it has none."""
        return self.meaning(spelling).entry

    def spellings(self, entry: str) -> list[str]:
        """Return the spellings of an entry, with itself, in order."""
        return sorted({entry, *(spelling for spelling, of in self.words.items() if of == entry)})

    def without_stops(self, text: str) -> str:
        """Return the text without the full stops of initials, `M.E.`; its length stays the same."""
        return _INITIALS.sub(self._joined, text) if "." in text else text

    def _joined(self, initials: re.Match[str]) -> str:
        word = initials[0].replace(".", "")
        return word.ljust(len(initials[0])) if word.lower() in self.initials else initials[0]

    def meaning(self, spelling: str) -> Meaning:
        """Return the meaning of a word."""
        meaning = self._known.get(spelling)
        if meaning is None:
            lower = spelling.lower()
            meaning = Meaning(self.words.get(lower, lower), self.numbers.get(lower), self.units.get(lower, ""))
            if len(self._known) < _MOST_KNOWN:
                self._known[spelling] = meaning
        return meaning


_MOST_KNOWN = 10_000
"""Limit of cached spellings, so that a hostile post does not fill the memory."""


def _listed(language: Mapping[str, Mapping[str, object]], table: str, key: str) -> frozenset[str]:
    return frozenset(str(language.get(table, {}).get(key, "")).split())


def _turned(entries: Mapping[str, object]) -> dict[str, str]:
    """Return the entry of each spelling, from `entry = "spelling spelling"`."""
    return {spelling: entry for entry, spellings in entries.items() for spelling in (entry, *str(spellings).split())}
