"""Words, dates and times of the site in the language of its blog."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from wod.language import Language, first_words, load_language

NO_BREAK = "\u202f"
"""A narrow space that keeps a number and its unit on one line."""

_EDGES = " \t,.:;·|-–—"
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


class Words:
    """The words of one language. English is the key of every translation, so English needs no table."""

    def __init__(self, language: Language, code: str) -> None:
        self.code = code
        self._language = language
        self._translations: Mapping[str, str] = language.tables.get("site", {})
        self._lifts: Mapping[str, str] = language.tables.get("lifts", {})

    def __call__(self, english: str, **values: object) -> str:
        """Return the text in this language, with `{name}` replaced by the value of that name."""
        text = self._translations.get(english, english)
        return text.format_map(values) if values else text

    def script(self) -> str:
        """Return the module `words` of the page's script."""
        words = {**self._translations, **self._lifts}
        return f"export const WORDS = {json.dumps(words, ensure_ascii=False, sort_keys=True)};\n"

    def lift(self, name: str) -> str:
        """Return the name of a lift of the catalogue in this language."""
        return self._lifts.get(name, name)

    def figure(self, value: float) -> str:
        """Return a number without needless zeros: `70`, `72.5`, with the decimal mark of this language."""
        number = f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"
        return number.replace(".", self._language.tables["decimal_mark"])

    def weekday(self, day: date, *, short: bool = False) -> str:
        """Return `Monday`, or `Mon`."""
        return _name(self._language.weekday_names[day.weekday()], short=short)

    def month(self, month: int, *, short: bool = False) -> str:
        """Return `March`, or `Mar`; January is 1."""
        return _name(self._language.month_names[month - 1], short=short)

    def day(self, day: date) -> str:
        """Return `Mon 8 Mar`."""
        return f"{self.weekday(day, short=True)} {day.day} {self.month(day.month, short=True)}"

    def long_day(self, day: date) -> str:
        """Return `Monday 8 March 2021`."""
        return f"{self.weekday(day)} {day.day} {self.month(day.month)} {day.year}"

    def span(self, first: date, last: date) -> str:
        """Return `8–14 March 2021`, with as much of the first day as differs from the last."""
        begin = str(first.day)
        if first.month != last.month:
            begin += f" {self.month(first.month, short=True)}"
        if first.year != last.year:
            begin += f" {first.year}"
        month = self.month(last.month, short=first.month != last.month)
        return f"{begin}–{last.day} {month} {last.year}"

    def without_day(self, heading: str) -> str:
        """Return the heading without its day: `Session One` of `Monday (Session One)`, empty for `Monday`."""
        first = first_words(heading)[:1]
        if not first or first[0] not in self._language.weekdays:
            return heading
        rest = heading.lstrip()[len(first[0]) :].strip(_EDGES)
        rest = rest[1:-1] if rest.startswith("(") and rest.endswith(")") else rest
        is_date = _DIGIT.search(rest) and set(first_words(rest)) & self._language.months.keys()
        return "" if is_date or not _LETTER.search(rest) else rest


@cache
def words_of(language_name: str) -> Words:
    """Return the words of one of LANGUAGES."""
    return Words(load_language(language_name), language_name)


def clock(seconds: float) -> str:
    """Return `2:30`, and `1:05:00` from an hour on."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _name(name: str, *, short: bool) -> str:
    return name[:3] if short else name
