"""Find a single date at a place of a text: in words, `16.03.2021`, `2021-03-16` or `210316`."""

import re
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wod.reading.date_tokens import DateText

_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_MONTH = 31
_DAYS_OF_WEEK = 8  # with the next Monday
ANY_LEAP_YEAR = 2020
_MOST_DAYS = 7  # of a week in a programme, so that `17.3 WOD` may be the third day of a week
_VERY_NEAR = 7  # days
_NEAR = 31  # days
_FAR = 400  # days


@dataclass(frozen=True)
class NamedDate:
    """A day of the calendar, with the year if it is stated."""

    month: int
    day: int
    year: int | None = None

    @property
    def is_possible(self) -> bool:
        """Return whether the day exists in some year."""
        return 1 <= self.month <= 12 and 1 <= self.day <= _DAYS_OF_MONTH[self.month - 1]


class Atom(NamedTuple):
    """A date in both orders of its figures, with its tokens from `begin` up to, not including, `end`."""

    month_first: NamedDate | None
    day_first: NamedDate | None
    begin: int
    end: int
    form: str  # `words`, `iso`, `triple`, `pair`

    def in_order(self, order: str) -> NamedDate | None:
        """Return the date in this order, `month-first` or `day-first`; None if there is no such day."""
        return self.month_first if order == "month-first" else self.day_first


class SingleDates(DateText):
    """Finder of the date that begins at a place."""

    def date_at(self, place: int) -> Atom | None:
        """Return the date that begins at a token; None if there is none, which is noted if the tokens look like one."""
        kind = self._kind(place)
        if kind == "word":
            return self._month_day(place)
        if kind == "number":
            return self._day_month(place) or self._figures_in_one(place) or self._with_dashes(place)
        if kind in ("iso", "triple", "pair"):
            return self._figures(place)
        return None

    def _month_day(self, place: int) -> Atom | None:
        month = self._month(place)
        number = self._skip(place + 1, ".,-", most=3)
        if month is None or not self._is_short_number(number) or self._counts_beside_month(number):
            return None
        if self._order == "day-first" and self._tokens[place].text in self._language.weekdays:
            return None  # `mar` in Spanish: Tuesday before a number, March after it
        return self._in_words(place, month, number, number + 1)

    def _day_month(self, place: int) -> Atom | None:
        behind = self._skip(place + 1, ".-", self._of, most=3)
        month = self._month(behind) if self._is_short_number(place) else None
        if month is None or self._is_counted(place) or self._counts_people(place):
            return None
        after = self._skip(behind + 1, ".,", most=1)
        if self._is_day(after) and not self._is_counted(after) and not self._behind_to(behind + 1):
            if self._has_suffix(after) or self._year(after + 1)[0]:
                return None  # `WOD 2 May 21st`
            day, year = int(self._tokens[place].text), int(self._tokens[after].text)
            with_year, of_month = NamedDate(month, day, 2000 + year), NamedDate(month, year)
            is_year = self._order == "day-first" or self._is_one_date(place, behind, with_year)
            is_first, figures = not self._stands_behind_word(place), len(self._text_of(after))
            is_far = self._distance(with_year) > _FAR and figures > 1
            if not is_year and is_far and is_first == (self._distance(of_month) <= _NEAR):
                self._note(place, after + 1)
                return None
            is_year = is_year or self._is_likelier(with_year, of_month, is_first=is_first)
            if not is_year or self._counts_before(place) or self._is_range(year, after + 1):
                return None  # `Week 3 March 8-14`
            return self._checked(with_year, place, after + 1)
        return self._in_words(place, month, place, behind + 1)

    def _is_likelier(self, with_year: NamedDate, of_month: NamedDate, *, is_first: bool) -> bool:
        """Return whether `2 May 21` is of the year 21, and not May 21 after a number: `Partner WOD 2 May 21`.

        `is_first`: nothing is in front that the number may count.
        """
        to_year, to_month = self._distance(with_year), self._distance(of_month)
        if to_month > _NEAR or to_year <= _VERY_NEAR:
            return True
        return to_year <= _NEAR and (is_first or to_month > _VERY_NEAR)

    def _stands_behind_word(self, place: int) -> bool:
        return self._kind(place - 1) == "word" and self._text_of(place - 1) not in self._language.weekdays

    def _is_range(self, first: int, place: int) -> bool:
        """Return whether the end of a week from the day `first` follows, and not a title: `17 Jul 15 - 5 rounds`."""
        behind = self._behind_to(place)
        if behind is None:
            return False
        if self._is_day(behind):
            return (int(self._tokens[behind].text) - first) % _LONGEST_MONTH < _DAYS_OF_WEEK
        return self._month(self._without_weekday(behind)) is not None

    def _is_one_date(self, place: int, month: int, day: NamedDate) -> bool:
        """Return whether a number and the month after it are one date: `31Feb21`, and not `Leg 31 - Feb 21`."""
        between = self._tokens[month].start - self._tokens[place].end
        return between == 0 or (between == 1 and not exists(day))

    def _in_words(self, begin: int, month: int, number: int, end: int) -> Atom | None:
        year, end = self._year(end)
        return self._checked(NamedDate(month, int(self._tokens[number].text), year), begin, end)

    def _checked(self, day: NamedDate, begin: int, end: int) -> Atom | None:
        if not day.is_possible or (day.year and not exists(day)):
            self._note(begin, end)
            return None
        return Atom(day, day, begin, end, "words")

    def _figures(self, place: int) -> Atom | None:
        token = self._tokens[place]
        is_place = self._counts_before(place) and not self._is_alone_behind_colon(place)  # not `Workout: 3/17`
        if token.kind == "pair" and (self._is_counted(place) or is_place):
            return None
        numbers = [int(figure) for figure in re.findall(r"\d+", token.text)]
        if token.kind == "iso":
            day = NamedDate(numbers[1], numbers[2], numbers[0])
            return self._either(day, day, place, place + 1, "iso")
        year = _full_year(numbers[2]) if len(numbers) == 3 else None
        month_first, day_first = NamedDate(numbers[0], numbers[1], year), NamedDate(numbers[1], numbers[0], year)
        year_first = NamedDate(numbers[1], numbers[2], _full_year(numbers[0])) if year else None
        if year_first and self._fits_better(year_first, month_first, day_first):
            return Atom(year_first, year_first, place, place + 1, "iso")
        return self._either(month_first, day_first, place, place + 1, token.kind)

    def _fits_better(self, year_first: NamedDate, *others: NamedDate) -> bool:
        """Return whether `19.04.24` is of the year 19, because only then it is near the publication."""
        far = all(not exists(day) or self._distance(day) > 2 * _NEAR for day in others)
        return far and exists(year_first) and self._distance(year_first) <= _NEAR

    def _either(self, month_first: NamedDate, day_first: NamedDate, begin: int, end: int, form: str) -> Atom | None:
        first, second = (day if exists(day) else None for day in (month_first, day_first))
        if first or second:
            return Atom(first, second, begin, end, form)
        broken = Atom(month_first, day_first, begin, end, form)
        if form != "pair" or self._weekday_beside(broken) is not None or self._is_of_short_month(broken):
            self._note(begin, end)
        return None

    def _is_of_short_month(self, atom: Atom) -> bool:
        """Return whether two figures are a day that other months have: `31/4`, `30.2.`"""
        day = next((day for day in (atom.month_first, atom.day_first) if day and 1 <= day.month <= 12), None)
        return day is not None and day.day <= _LONGEST_MONTH and self._stands_as_date(atom)

    def _figures_in_one(self, place: int) -> Atom | None:
        """Return the date of `20210316` or `240108`; six figures are a date only near the publication."""
        text = self._tokens[place].text
        if len(text) == 8:
            forms = [(text[4:6], text[6:], text[:4]), (text[:2], text[2:4], text[4:]), (text[2:4], text[:2], text[4:])]
        elif len(text) == 6:
            forms = [(text[2:4], text[4:], text[:2]), (text[:2], text[2:4], text[4:]), (text[2:4], text[:2], text[4:])]
        else:
            return None
        if self._order == "day-first":
            forms[1], forms[2] = forms[2], forms[1]
        days = [NamedDate(int(month), int(day), _full_year(int(year))) for month, day, year in forms]
        possible = [day for day in days if exists(day) and 1900 < (day.year or 0) < 2200]
        near = [day for day in possible if self._distance(day) <= _NEAR]
        if len(text) == 8 and near:
            possible = near  # `10042017` of a post of April
        for day in possible:
            if len(text) == 8 or self._distance(day) <= (_FAR if day == days[0] else 2 * _NEAR):
                return Atom(day, day, place, place + 1, "iso")
        if possible or self._is_like_figures(text):
            self._note(place, place + 1)
        return None

    def _is_like_figures(self, text: str) -> bool:
        """Return whether figures are a broken date of the year of the publication: `20210230`, `022921`."""
        year = str(self._published.year)
        year = year if len(text) == 8 else year[-2:]
        rest = text.removeprefix(year) if text.startswith(year) else text.removesuffix(year)
        return len(rest) == 4 and any(0 < int(part) <= 12 for part in (rest[:2], rest[2:]))

    def _with_dashes(self, place: int) -> Atom | None:
        """Return the date of `03-16-2021` or `21-03-16`; a short year counts only near the publication.

        `21-15-12` are reps.
        """
        tokens = self._tokens[place : place + 5]
        shape = [token.kind for token in tokens]
        if shape != ["number", "mark", "number", "mark", "number"] or {tokens[1].text, tokens[3].text} != {"-"}:
            return None
        if tokens[-1].end - tokens[0].start != sum(len(token.text) for token in tokens):
            return None
        first, second, year = (tokens[at].text for at in (0, 2, 4))
        if len(first) > 2 or len(second) > 2 or len(year) not in (2, 4) or self._is_glued_dash(place + 5):
            return None  # `3-2-21-…`
        years = _full_year(int(year))
        month_first, day_first = NamedDate(int(first), int(second), years), NamedDate(int(second), int(first), years)
        if len(year) == 4:
            return self._either(month_first, day_first, place, place + 5, "triple")
        year_first = NamedDate(int(second), int(year), _full_year(int(first)))
        days = (month_first, day_first, year_first)
        near = [day if exists(day) and self._distance(day) <= 2 * _NEAR else None for day in days]
        if not any(near) and "0" in (first[0], second[0]):
            self._note(place, place + 5)  # `02-30-21`
        if near[2] and not (near[0] or near[1]):
            return Atom(near[2], near[2], place, place + 5, "iso")
        return Atom(near[0], near[1], place, place + 5, "triple") if near[0] or near[1] else None

    def _is_glued_dash(self, place: int) -> bool:
        return self._text_of(place) == "-" and self._tokens[place - 1].end == self._tokens[place].start

    def _weekday_beside(self, atom: Atom) -> int | None:
        weekdays = self._language.weekdays
        before = atom.begin - 1
        while before > 0 and self._text_of(before) in self._before_dates:
            before -= 1
        after = self._skip(atom.end, ",.(-", most=2)
        for place in (before, after):
            if self._kind(place) == "word" and self._text_of(place) in weekdays:
                return weekdays[self._text_of(place)]
        return None

    def _day_of(self, atom: Atom) -> NamedDate | None:
        """Return the date in the blog's order; in the other order if only that is near the publication.

        `9/12/13` of a post of December 8 is December 9, unless it is a Thursday, as September 12 is.
        """
        other = "day-first" if self._order == "month-first" else "month-first"
        first, second = atom.in_order(self._order), atom.in_order(other)
        if first is None or second is None or self._distance(second) > _NEAR:
            return first or second
        weekday = self._weekday_beside(atom)
        if weekday is not None and self._weekday_of(first) != self._weekday_of(second):
            return second if weekday == self._weekday_of(second) else first
        return second if self._distance(first) > _NEAR else first

    def _weekday_of(self, day: NamedDate) -> int:
        """Return the weekday of the day, in its year or that of the publication."""
        year = day.year or self._published.year
        return date(year, day.month, day.day).weekday() if exists(replace(day, year=year)) else -1

    def _is_likely(self, atom: Atom, day: NamedDate) -> bool:
        """Return whether two figures are a date: `3/16` or `16.03.`, near the publication, and no load."""
        if self._distance(day) <= _VERY_NEAR and (
            self._is_behind_initial(atom, day) or self._is_beside_session(atom, day)
        ):
            return True
        return self._stands_as_date(atom) and self._distance(day) <= _NEAR

    def _is_behind_initial(self, atom: Atom, day: NamedDate) -> bool:
        """Return whether the first letters of its weekday are before a date: `M 3/15`, `Th 3/18`."""
        initial, weekday = self._text_of(atom.begin - 1), self._weekday_of(day)
        if atom.begin != 1 or self._kind(0) != "word" or "/" not in self._text_of(atom.begin) or len(initial) > 2:
            return False
        if any("/" in self._text_of(place) for place in range(atom.end, len(self._tokens))):
            return False  # `M 3/15, W 3/17`
        return any(name.startswith(initial) and at == weekday for name, at in self._language.weekdays.items())

    def _is_beside_session(self, atom: Atom, day: NamedDate) -> bool:
        """Return whether `3.17 WOD` is a date; `WOD 3.4` may be the fourth day of the third week."""
        beside = {self._text_of(atom.begin - 1), self._text_of(atom.end)}
        figures = self._text_of(atom.begin)
        is_day = self._order == "month-first" and day == atom.month_first and day.day > _MOST_DAYS
        is_day = is_day or figures.startswith("0") or ".0" in figures
        return is_day and not beside.isdisjoint(self._part_names | self._sessions)

    def _stands_as_date(self, atom: Atom) -> bool:
        has_slash = "/" in self._text_of(atom.begin) or self._text_of(atom.end) == "."
        before = atom.begin - 1
        apart = before < 0 or self._kind(before) == "mark" or self._text_of(before) in self._part_names
        return has_slash and apart

    def _distance(self, day: NamedDate) -> int:
        years = (day.year,) if day.year else range(self._published.year - 1, self._published.year + 2)
        return min(
            abs(date(year, day.month, day.day) - self._published).days
            for year in years
            if exists(replace(day, year=year))
        ) if any(exists(replace(day, year=year)) for year in years) else _NEAR * 100  # fmt: skip


def exists(day: NamedDate) -> bool:
    """Return whether the calendar has the day; without a year, whether a leap year has it."""
    if not day.is_possible:
        return False
    try:
        date(day.year if day.year is not None else ANY_LEAP_YEAR, day.month, day.day)
    except ValueError:
        return False
    return True


def _full_year(year: int) -> int:
    return 2000 + year if year < 100 else year
