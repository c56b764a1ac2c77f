"""The words of a language that training notation is made of: numbers, units, and what phrases are written with.

They are data: the tables `numbers`, `units` and `words` of `languages/LANGUAGE.toml`. Every spelling has one entry, so
phrases are written once, in the entries, for all spellings and all languages.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Meaning(NamedTuple):
    """What a word stands for: its entry, the number that it is, and the unit or an empty text."""

    entry: str
    number: float | None
    unit: str


@dataclass(frozen=True)
class Vocabulary:
    """Spellings in lower case, and what they stand for."""

    numbers: Mapping[str, float]
    units: Mapping[str, str]
    words: Mapping[str, str]
    ranges: frozenset[str] = frozenset()
    """What joins two numbers to a range only in front of reps, a percent or a time: `8 a 10 repeticiones`."""
    _known: dict[str, Meaning] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, language: Mapping[str, Mapping[str, object]]) -> "Vocabulary":
        """Build the vocabulary from the tables of a language file."""
        return cls(
            numbers={spelling: float(str(number)) for spelling, number in language.get("numbers", {}).items()},
            units=_turned(language.get("units", {})),
            words=_turned(language.get("words", {})),
            ranges=frozenset(str(language.get("joins", {}).get("range", "")).split()),
        )

    def with_(self, other: "Vocabulary") -> "Vocabulary":
        """Return both vocabularies in one; the other's entry counts for a spelling that both have."""
        return Vocabulary(
            {**self.numbers, **other.numbers},
            {**self.units, **other.units},
            {**self.words, **other.words},
            self.ranges | other.ranges,
        )

    def number(self, spelling: str) -> float | None:
        """Return the number that a word is, or None."""
        return self.meaning(spelling).number

    def unit(self, spelling: str) -> str:
        """Return the unit that a word is, or an empty text."""
        return self.meaning(spelling).unit

    def word(self, spelling: str) -> str:
        """Return the entry of a word: what phrases call it; the word itself in lower case if it has none."""
        return self.meaning(spelling).entry

    def meaning(self, spelling: str) -> Meaning:
        """Return all that a word stands for."""
        meaning = self._known.get(spelling)
        if meaning is None:
            lower = spelling.lower()
            meaning = Meaning(self.words.get(lower, lower), self.numbers.get(lower), self.units.get(lower, ""))
            if len(self._known) < _MOST_KNOWN:
                self._known[spelling] = meaning
        return meaning


_MOST_KNOWN = 10_000
"""Spellings that are kept as they were written, so that a hostile post does not fill the memory."""


def _turned(entries: Mapping[str, object]) -> dict[str, str]:
    """From `entry = "spelling spelling"` to the entry of each spelling."""
    return {spelling: entry for entry, spellings in entries.items() for spelling in (entry, *str(spellings).split())}
