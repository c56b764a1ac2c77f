"""Load languages, which are data: the words of dates and headings, ready to look up.

The files in `languages/` have more tables than this module reads; `Language.tables` has them all.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import rtoml

_FOLDER = Path(__file__).parent / "languages"
_OTHERS = "others"

LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml") if path.stem != _OTHERS))

_SHORTEST_WITH_SLIPS = len("monday")  # a slip in a shorter name may be another word: `mach`
_SHORTEST_MONTH = len("jan")
_FIRST = 80
_WORD = re.compile(r"[^\W\d_]+")
_COMBINING = re.compile("[\u0300-\u036f]+")


def normalise(text: str) -> str:
    """Return the text in lower case and without accents, the form of all lookups; its length may change."""
    text = text.lower()
    if text.isascii():
        return text
    return _COMBINING.sub("", unicodedata.normalize("NFD", text.replace("’", "'")))


@lru_cache(maxsize=8192)
def first_words(text: str) -> tuple[str, ...]:
    """Return the words, without numbers, of the first 80 characters of a line, which are enough to find headings."""
    return tuple(_WORD.findall(normalise(text[:_FIRST])))


@dataclass(frozen=True, eq=False)
class Language:
    """The vocabulary of one language. All words are lower case and without accents."""

    name: str
    tables: Mapping[str, Any]
    """The whole file, as TOML has it."""

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """Return every spelling of a weekday, with slips of the keyboard; Monday is 0."""
        return {
            spelling: weekday
            for weekday, names in enumerate(self._words("calendar", "weekdays"))
            for name in names.split()
            for spelling in _with_slips(name)
        }

    @cached_property
    def weekday_names(self) -> list[str]:
        """Return the weekdays as people write them, from Monday on."""
        return self._names("weekdays")

    @cached_property
    def month_names(self) -> list[str]:
        """Return the months as people write them, from January on."""
        return self._names("months")

    @cached_property
    def full_weekdays(self) -> frozenset[str]:
        """Return the spellings without short forms such as `mon`."""
        return frozenset(name for name in self.weekdays if len(name) >= len("lunes"))

    @cached_property
    def months(self) -> dict[str, int]:
        """Return every spelling of a month, with short forms and slips; January is 1."""
        return {
            spelling: month
            for month, names in enumerate(self._words("calendar", "months"), start=1)
            for name in names.split()
            for spelling in {name[:length] for length in range(_SHORTEST_MONTH, len(name))} | _with_slips(name)
        }

    @cached_property
    def full_months(self) -> dict[str, int]:
        """Return the names of the months in full; January is 1."""
        names = enumerate(self._words("calendar", "months"), start=1)
        return {name: month for month, spellings in names for name in spellings.split()}

    def words(self, table: str, *keys: str) -> frozenset[str]:
        """Return the words of some keys of a table."""
        if (table, keys) not in self._sets:
            self._sets[table, keys] = frozenset(word for key in keys for word in self._words(table, key))
        return self._sets[table, keys]

    @cached_property
    def _sets(self) -> dict[tuple[str, tuple[str, ...]], frozenset[str]]:
        return {}

    def _names(self, key: str) -> list[str]:
        first = [names.split()[0] for names in self.tables["calendar"][key]]
        return [name.capitalize() for name in first] if self.tables["calendar"]["names_in_capitals"] else first

    def _words(self, table: str, key: str) -> list[str]:
        return [normalise(word) for word in self.tables[table][key]]


@cache
def load_language(name: str) -> Language:
    """Load one of LANGUAGES."""
    tables = rtoml.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return Language(tables["name"], tables)


@cache
def words_of_all_languages(table: str, *keys: str) -> frozenset[str]:
    """Return the words of some keys of a table in every language, normalised."""
    return frozenset().union(*(load_language(name).words(table, *keys) for name in LANGUAGES))


@cache
def weekdays_of_all_languages() -> frozenset[str]:
    """Return the full names of the weekdays in every language, with accents and without."""
    tables = [load_language(name).tables["calendar"]["weekdays"] for name in LANGUAGES]
    names = [names.split()[0] for table in tables for names in table]
    return frozenset(names).union(map(normalise, names))


@cache
def spellings_of_units(*units: str) -> frozenset[str]:
    """Return the spellings of these units in every language."""
    tables = [load_language(name).tables["units"] for name in LANGUAGES]
    return frozenset(word for table in tables for unit in units for word in (unit, *table.get(unit, "").split()))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of these words, the longest first, with any white space between their parts."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word).replace(r'\ ', r'\s') for word in ordered)})"


def any_phrase_of(phrases: list[str]) -> str:
    """Return a pattern for the phrases, with any white space or dash between their words, with accents and without."""
    both = {form for phrase in phrases for form in (phrase.lower(), normalise(phrase))}
    patterns = [re.escape(form).replace(r"\ ", " ").replace(r"\-", "-").replace("'", "['’]") for form in both]
    spaced = (re.sub("[ -]", r"[\\s\\-‐‑–]{0,3}", each) for each in patterns)
    return f"(?:{'|'.join(sorted(spaced, key=len, reverse=True))})"


@cache
def foreign_words(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the weekdays and the months of all other languages, except those that are also words of this one."""
    own = load_language(name)
    others = rtoml.loads((_FOLDER / f"{_OTHERS}.toml").read_text(encoding="utf-8"))
    languages = [load_language(other) for other in LANGUAGES if other != name]
    weekdays = {normalise(word) for word in others["weekdays"]}.union(*(other.full_weekdays for other in languages))
    months = {normalise(word) for word in others["months"]}.union(*(other.full_months for other in languages))
    own_words = own.weekdays.keys() | own.months.keys()
    return frozenset(weekdays - own_words), frozenset(months - own_words)


def advice_about_language(text: str, name: str) -> str:
    """Return what to do about a weekday or a month of another language than the blog's; empty if the text has none."""
    own, words = load_language(name), set(_WORD.findall(normalise(text)))
    weekdays, months = foreign_words(name)
    if words.isdisjoint(weekdays | months):
        return ""
    for other in LANGUAGES:
        theirs = load_language(other)
        if other != name and not words.isdisjoint(theirs.full_weekdays | theirs.full_months.keys()):
            return (
                f'its words are of the language "{other}" ({theirs.name}), and the blog\'s file has '
                f'`language = "{name}"`: set `language = "{other}"` there, or write the date in {own.name}.'
            )
    return (
        f'its words are of another language than {own.name}, and the blog\'s file has `language = "{name}"`: '
        f"write the date in {own.name}, or add the language of the blog (docs/blogs.md)."
    )


def _with_slips(name: str) -> set[str]:
    """Return the name, and its forms with an inner letter left out, swapped with the next, or another one added."""
    if len(name) < _SHORTEST_WITH_SLIPS:
        return {name}
    inner = range(1, len(name) - 1)
    left_out = {name[:place] + name[place + 1 :] for place in inner}
    added = {name[:place] + letter + name[place:] for place in range(1, len(name)) for letter in ascii_lowercase}
    twice_at_end = {name + name[-1]}
    swapped = {name[:place] + name[place + 1] + name[place] + name[place + 2 :] for place in inner[:-1]}
    return {name} | left_out | added | twice_at_end | swapped
