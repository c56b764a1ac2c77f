"""Find a single date at a place of a text, in words or in figures: `March 16, 2021`, `16.03.2021`."""

from wod.reading.dates.calendar_days import LONGEST_MONTH, NamedDate, exists
from wod.reading.dates.figure_dates import FAR, NEAR, VERY_NEAR, Atom, FigureDates

_DAYS_OF_WEEK = 8  # with the next Monday


class SingleDates(FigureDates):
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
        month_place = self._skip(place + 1, ".-", self._of, most=3)
        month = self._month(month_place) if self._is_short_number(place) else None
        if month is None or self._is_counted(place) or self._counts_people(place):
            return None
        after = self._skip(month_place + 1, ".,", most=1)
        if self._is_day(after) and not self._is_counted(after) and not self._after_to(month_place + 1):
            if self._has_suffix(after) or self._year(after + 1)[0]:
                return None  # `WOD 2 May 21st`
            day, year = int(self._tokens[place].text), int(self._tokens[after].text)
            with_year, of_month = NamedDate(month, day, 2000 + year), NamedDate(month, year)
            is_year = self._order == "day-first" or self._is_one_date(place, month_place, with_year)
            is_first, figures = not self._stands_after_word(place), len(self._text_of(after))
            is_far = self._distance(with_year) > FAR and figures > 1
            if not is_year and is_far and is_first == (self._distance(of_month) <= NEAR):
                self._note(place, after + 1)
                return None
            is_year = is_year or self._is_likelier(with_year, of_month, is_first=is_first)
            if not is_year or self._counts_before(place) or self._is_range(year, after + 1):
                return None  # `Week 3 March 8-14`
            return self._checked(with_year, place, after + 1)
        return self._in_words(place, month, place, month_place + 1)

    def _is_likelier(self, with_year: NamedDate, of_month: NamedDate, *, is_first: bool) -> bool:
        """Return whether `2 May 21` is of the year 21, and not May 21 after a number: `Partner WOD 2 May 21`.

        `is_first`: nothing is in front that the number may count.
        """
        to_year, to_month = self._distance(with_year), self._distance(of_month)
        if to_month > NEAR or to_year <= VERY_NEAR:
            return True
        return to_year <= NEAR and (is_first or to_month > VERY_NEAR)

    def _stands_after_word(self, place: int) -> bool:
        return self._kind(place - 1) == "word" and self._text_of(place - 1) not in self._language.weekdays

    def _is_range(self, first: int, place: int) -> bool:
        """Return whether the end of a week from the day `first` follows, and not a title: `17 Jul 15 - 5 rounds`."""
        month_place = self._after_to(place)
        if month_place is None:
            return False
        if self._is_day(month_place):
            return (int(self._tokens[month_place].text) - first) % LONGEST_MONTH < _DAYS_OF_WEEK
        return self._month(self._without_weekday(month_place)) is not None

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
