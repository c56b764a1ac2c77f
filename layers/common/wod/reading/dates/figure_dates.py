"""Find a date in figures at a place of a text: `16.03.2021`, `2021-03-16` or `210316`."""

import re
from copy import replace
from datetime import date
from typing import NamedTuple

from wod.reading.dates.calendar_days import LONGEST_MONTH, SHORTEST_WEEK, NamedDate, exists, is_week
from wod.reading.dates.date_tokens import DateText

_MOST_DAYS = 7  # of a week in a programme, so that `17.3 WOD` may be the third day of a week
VERY_NEAR = 7  # days
NEAR = 31  # days
FAR = 400  # days


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


class FigureDates(DateText):
    """Finder of the date in figures that begins at a place."""

    def _figures(self, place: int) -> Atom | None:
        token = self._tokens[place]
        if token.kind == "pair" and (self._is_counted(place) or self._is_place_in_programme(place)):
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

    def _is_place_in_programme(self, place: int) -> bool:
        """Return whether two figures after `Week` or `Cycle` are no date: not `Workout: 3/17` or `Week 3/15 - 3/21`."""
        if not self._counts_before(place) or self._is_alone_after_colon(place):
            return False
        second = self._after_to(place + 1)
        if second is None or self._kind(second) != "pair":
            return True
        ends = [(self._in_order(at, "month-first"), self._in_order(at, "day-first")) for at in (place, second)]
        return not any(is_week(start, end, shortest=SHORTEST_WEEK) for start, end in zip(*ends, strict=True))

    def _in_order(self, place: int, order: str) -> NamedDate:
        first, second = map(int, re.findall(r"\d+", self._tokens[place].text))
        return NamedDate(first, second) if order == "month-first" else NamedDate(second, first)

    def _fits_better(self, year_first: NamedDate, *others: NamedDate) -> bool:
        """Return whether `19.04.24` is of the year 19, because only then it is near the publication."""
        far = all(not exists(day) or self._distance(day) > 2 * NEAR for day in others)
        return far and exists(year_first) and self._distance(year_first) <= NEAR

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
        return day is not None and day.day <= LONGEST_MONTH and self._stands_as_date(atom)

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
        near = [day for day in possible if self._distance(day) <= NEAR]
        if len(text) == 8 and near:
            possible = near  # `10042017` of a post of April
        for day in possible:
            if len(text) == 8 or self._distance(day) <= (FAR if day == days[0] else 2 * NEAR):
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
        near = [day if exists(day) and self._distance(day) <= 2 * NEAR else None for day in days]
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
        if first is None or second is None or self._distance(second) > NEAR:
            return first or second
        weekday = self._weekday_beside(atom)
        if weekday is not None and self._weekday_of(first) != self._weekday_of(second):
            return second if weekday == self._weekday_of(second) else first
        return second if self._distance(first) > NEAR else first

    def _weekday_of(self, day: NamedDate) -> int:
        """Return the weekday of the day, in its year or that of the publication."""
        year = day.year or self._published.year
        return date(year, day.month, day.day).weekday() if exists(replace(day, year=year)) else -1

    def _is_likely(self, atom: Atom, day: NamedDate) -> bool:
        """Return whether two figures are a date: `3/16` or `16.03.`, near the publication, and no load."""
        if self._distance(day) <= VERY_NEAR and (
            self._is_after_initial(atom, day) or self._is_beside_session(atom, day)
        ):
            return True
        return self._stands_as_date(atom) and self._distance(day) <= NEAR

    def _is_after_initial(self, atom: Atom, day: NamedDate) -> bool:
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
        dates = (date(year, day.month, day.day) for year in years if exists(replace(day, year=year)))
        return min((abs(one - self._published).days for one in dates), default=NEAR * 100)


def _full_year(year: int) -> int:
    return 2000 + year if year < 100 else year
