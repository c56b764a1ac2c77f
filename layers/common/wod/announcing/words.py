"""Write days and all words that are not the coach's, in the language of the blog."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from wod.language import Language, load_language


class Words:
    """The words of one language, from the table `announcing` of its file."""

    def __init__(self, language: Language) -> None:
        table = language.tables["announcing"]
        self._words: Mapping[str, str] = table["words"]
        self._short: Mapping[str, str] = {name.lower(): short for name, short in table["abbreviations"].items()}
        longest_first = sorted(self._short, key=len, reverse=True)
        self._names = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)
        self._language = language

    def __getitem__(self, word: str) -> str:
        return self._words[word]

    def short_name(self, name: str) -> str:
        """Return the name of a movement or complex as short as lifters write it: `Clean+FS`."""
        return self._names.sub(lambda found: self._short[found[1].lower()], name).replace(" + ", "+")

    def weekday(self, day: date) -> str:
        """Return `Mon`."""
        return self._language.weekday_names[day.weekday()][:3].capitalize()

    def short_day(self, day: date) -> str:
        """Return `Mon 8 Mar`."""
        return f"{self.weekday(day)} {day.day} {self._month(day)[:3]}"

    def day(self, day: date) -> str:
        """Return `Monday 8 March`."""
        return f"{self._language.weekday_names[day.weekday()].capitalize()} {self._date(day)}"

    def days(self, days: list[date]) -> str:
        """Return `Monday 8 March`, `8-14 March` or `29 March - 4 April`: the first of the days to the last."""
        first, last = min(days), max(days)
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}-{self._date(last)}"
        return f"{self._date(first)} - {self._date(last)}"

    def _date(self, day: date) -> str:
        return self._words["date"].format(day=day.day, month=self._month(day))

    def _month(self, day: date) -> str:
        return self._language.month_names[day.month - 1]


@cache
def words_of(language_name: str) -> Words:
    """Return the words of one of LANGUAGES."""
    return Words(load_language(language_name))
