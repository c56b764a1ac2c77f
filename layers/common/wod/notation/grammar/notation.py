"""Build the notation of a blog from its language, its phrases and its movements."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from wod.blog import Blog
from wod.language import load_language, weekdays_of_all_languages, words_of_all_languages
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.phrase_grammar import Grammar
from wod.notation.grammar.phrases import Phrases
from wod.notation.text.vocabulary import Vocabulary

_MOST_OF_SELDOM_COUNTED = 20  # repetitions


class Notation:
    """The vocabulary of a language, the phrases, and the catalogue of movements."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        catalogue: Catalogue,
        own_phrases: Mapping[str, list[Any]],
        own_words: Mapping[str, str],
    ) -> None:
        self.vocabulary = vocabulary
        self.catalogue = catalogue
        tables = _file("notation.toml")
        grammar = Grammar(tables["parts"], tables["slots"], _english())
        entries = {
            name: [*own_phrases.get(name, []), *table["phrases"]]
            for name, table in tables.items()
            if "phrases" in table
        }
        self._phrases = {
            name: Phrases([*own, *entries.get(tables[name].get("includes", ""), [])], grammar)
            for name, own in entries.items()
        }
        self._words = {
            name: frozenset(f"{table['words']} {own_words.get(name, '')}".split())
            | (weekdays_of_all_languages() if table.get("weekdays") else frozenset())
            for name, table in tables.items()
            if "words" in table
        }
        self._known = words_of_all_languages("headings", "levels").union(*self._words.values())
        self._movements = {name: words.split() for name, words in _file("movements.toml")["amounts"].items()}
        self._of_both_sides = tuple(f"-{name}" for name in self._movements["both_sides"])

    def phrases(self, table: str) -> Phrases:
        """Return the phrases of a table of notation.toml; those of the blog come first."""
        return self._phrases[table]

    def words(self, table: str) -> frozenset[str]:
        """Return the words of a table of notation.toml, in lower case."""
        return self._words[table]

    def knows(self, word: str) -> bool:
        """Return whether a word has any meaning in notation, unlike the name of a person."""
        lower = word.lower()
        return lower in self._known or lower in self.vocabulary.words or self.catalogue.mentions(word)

    def is_held(self, name: str) -> bool:
        """Return whether a movement has a time or a distance, but never repetitions: `Plank`, `Row`."""
        return not self._words["held"].isdisjoint(name.lower().replace("-", " ").split())

    def is_moved(self, name: str) -> bool:
        """Return whether a movement goes over a distance, so that its 50' are feet: `Handstand Walk`."""
        words = name.lower().replace("-", " ").split()
        return bool(words) and words[-1] in self._words["moved"] and "or" not in words

    def is_in_metres(self, name: str) -> bool:
        """Return whether a movement of the catalogue is a run or a row, whose bare number may be metres."""
        return name.lower().replace(" ", "-") in self._movements["in_metres"]

    def uses_both_sides(self, name: str) -> bool:
        """Return whether both sides do a movement of the catalogue at once: `Box Jump`, not `Single-Leg Box Jump`."""
        hyphened = f"-{name.lower().replace(' ', '-')}"
        return "-single-" not in hyphened and hyphened.endswith(self._of_both_sides)

    def is_measured(self, name: str) -> bool:
        """Return whether a movement of the catalogue has a time, a distance or calories, but never repetitions."""
        return name.lower().replace(" ", "-") in self._movements["measured"]

    def has_repetitions(self, name: str, most: float) -> bool:
        """Return whether a movement of the catalogue may have this many repetitions: not `Plank` or `Run`."""
        hyphened = name.lower().replace(" ", "-").removeprefix("weighted-")
        if hyphened in self._movements["seldom_counted"]:
            return most <= _MOST_OF_SELDOM_COUNTED
        return hyphened not in self._movements["measured"] and hyphened not in self._movements["held"]


@cache
def notation_of(blog: Blog) -> Notation:
    """Return the notation of a blog. Raise BadInput if one of the blog's own entries is wrong."""
    language = blog.language.tables
    of_language = language.get("phrases", {})
    phrases = {
        table: [*blog.phrases.get(table, []), *of_language.get(table, [])] for table in {*of_language, *blog.phrases}
    }
    return Notation(_vocabulary(blog), catalogue_of(blog), phrases, language.get("lines", {}))


@cache
def catalogue_of(blog: Blog) -> Catalogue:
    """Return the catalogue of a blog's movements. Raise BadInput if one of the blog's own entries is wrong."""
    return Catalogue(
        _vocabulary(blog), _file("movements.toml"), blog.language.tables.get("movements", {}), blog.movements
    )


@cache
def _vocabulary(blog: Blog) -> Vocabulary:
    return _english() if blog.language_name == "en" else _english().with_(Vocabulary.of(blog.language.tables))


@cache
def _english() -> Vocabulary:
    return Vocabulary.of(load_language("en").tables)


@cache
def _file(name: str) -> dict[str, Any]:
    return rtoml.loads(Path(__file__).parents[1].joinpath(name).read_text(encoding="utf-8"))
