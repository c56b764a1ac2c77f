"""Reduce the name of a movement to the words that the catalogue compares: singular, in full, without measures."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import tokenise
from wod.notation.text.vocabulary import Vocabulary

type Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*|[+/]")
_DIGIT = re.compile(r"\d")
_MEASURES = frozenset({"{time}", "{height}", "{seconds_or_inches}"})


class NameWords:
    """Reducer of names, with the abbreviations of movements.toml, of a language and of a blog."""

    def __init__(self, vocabulary: Vocabulary, data: Mapping[str, Any], *additions: Mapping[str, Any]) -> None:
        self._vocabulary = vocabulary
        self._marks: dict[str, str] = data["marks"]
        self._articles = frozenset(data["left_out"]["articles"].split())
        self._abbreviations: dict[str, str] = dict(data["abbreviations"])
        for addition in additions:
            self._abbreviations |= addition.get("abbreviations", {})
        self._full = lru_cache(maxsize=8192)(self._in_full)

    def of(self, text: str) -> Words:
        """Return the words of a name."""
        text = self._without_measures(normalise_marks(text.lower()))
        for mark, meaning in self._marks.items():
            text = text.replace(mark, meaning)
        words = (full for word in _WORD.findall(text) for full in self._full(word))
        return tuple(word for word in words if word not in self._articles)

    def _without_measures(self, text: str) -> str:
        """Return the text without how long a pause is or how high a box: `3 second`, `3-5 sec`, `two count`, `3"`."""
        if not _DIGIT.search(text) and self._vocabulary.numbers.keys().isdisjoint(_WORD.findall(text)):
            return text
        tokens = tokenise(text, self._vocabulary)
        pieces, start = [], 0
        for place, token in enumerate(tokens):
            after = [other for other in tokens[place + 1 : place + 3] if other.symbol != "-"][:1]
            is_counted = token.is_numeral and bool(after) and after[0].symbol == "count"
            if is_counted or (token.symbol in _MEASURES and token.unit != "min"):
                pieces.append(text[start : token.start])
                start = after[0].end if is_counted else token.end
        return " ".join([*pieces, text[start:]])

    def _in_full(self, word: str) -> list[str]:
        singular = _singular(word)
        return (self._abbreviations.get(word) or self._abbreviations.get(singular) or singular).split()


def is_plural(word: str) -> bool:
    """Return whether a word of a name is in its plural: `Squats`, `Snatches`, not `Press`."""
    return _singular(word.lower()) != word.lower()


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    if len(word) < 3 or word.endswith("ss"):
        return word
    for plural, singular in (("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ies", "y"), ("s", "")):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word
