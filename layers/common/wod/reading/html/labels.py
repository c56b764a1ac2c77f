"""Recognise the names of days, parts and levels in tables and tabs, in every language that has a file."""

import re
from functools import cache

from wod.language import LANGUAGES, load_language, normalise
from wod.language import words_of_all_languages as _listed

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"\(?(?:[A-H][1-9]?[).:]{0,2}|[a-h][1-9]?[).:]{1,2})")
_NUMBER = re.compile(r"\W*\d{1,2}\W*")
_LONGEST = 60  # characters
_MOST_WORDS = 8


def names_day(text: str) -> bool:
    """Return whether the text is a day's name: `Monday`, `Mon 3/8`, `Tuesday – Snatch`, `Day 1`."""
    words = _words(text)
    if not words:
        return False
    if words[0] in _weekdays():
        return True
    return words[0] in _listed("headings", "days") and _is_numbered(text, words)


def names_week(text: str) -> bool:
    """Return whether the text is the number of a week: `Week 2`."""
    return _week().fullmatch(normalise(text)) is not None


def names_part(text: str) -> bool:
    """Return whether the text names a part or a session: `A`, `B1.`, `Strength`, `Part 2`, `Warm-up`, `AM`."""
    if len(text) > _LONGEST:
        return False
    if _LETTER.fullmatch(text):
        return True
    words = _words(text)
    if not words:
        return False
    whole = normalise(text).strip(" .:*-–—#0123456789")
    names = _listed("parts", "names", "warm_ups", "words") | _listed("headings", "sessions", "halves_of_day")
    beside = names | _listed("parts", "name_words") | _listed("headings", "counts", "ordinal_counts")
    return whole in names or (words[0] in names and all(word in beside or len(word) == 1 for word in words[1:]))


def names_level(text: str) -> bool:
    """Return whether the text is the name of a level: `Fitness`, `Rx`."""
    return normalise(text).strip(" :.–-") in _listed("headings", "levels")


def _words(text: str) -> list[str]:
    """Return the normalised words of a text that is short enough for a name; no words of a longer text."""
    if not text or len(text) > _LONGEST:
        return []
    words = _WORD.findall(normalise(text))
    return words if len(words) <= _MOST_WORDS else []


def _is_numbered(text: str, words: list[str]) -> bool:
    """Return whether the text is one word and a number: `Day 1`, `Day Two`."""
    if len(words) > 1:
        return len(words) == 2 and words[1] in _listed("headings", "counts", "ordinal_counts")
    return bool(_NUMBER.fullmatch(normalise(text).replace(words[0], "", 1)))


@cache
def _week() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(_listed('headings', 'weeks')))})\W*\d+")


@cache
def _weekdays() -> frozenset[str]:
    return frozenset().union(*(load_language(name).weekdays for name in LANGUAGES))
