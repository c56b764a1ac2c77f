"""Find the dates that a text names, in every form: `March 8-14`, `8–14 March`, `16.03.2021`."""

from collections.abc import Iterator
from copy import replace
from dataclasses import dataclass
from datetime import date

from wod.blog import Blog
from wod.reading.dates.calendar_days import SHORTEST_WEEK, NamedDate, exists, is_week
from wod.reading.dates.calendar_weeks import iso_week, name_of_week
from wod.reading.dates.figure_dates import VERY_NEAR, Atom
from wod.reading.dates.single_dates import SingleDates

__all__ = ["DateReading", "Named", "NamedDate", "read_dates"]

_MOST_READ = 1000  # characters of a title: no date is further back
_FURTHEST = 15  # days: a day of the month without its month
_FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4"})


@dataclass(frozen=True)
class Named:
    """The days that a text names: one, or those from `start` to `end`."""

    text: str
    start: NamedDate
    end: NamedDate | None = None
    weekday: int | None = None
    is_week: bool = False
    """True if the text calls it a week: `Week of March 8`."""
    ends_week: bool = False
    """True if the day is the last one of a week: `Week ending March 14`."""
    is_past: bool = False
    """True if the text calls it the last week, as that of other sessions: `Last week: March 1-7`."""

    @property
    def is_one_day(self) -> bool:
        """Return whether the text names one day, and no week or period."""
        return self.end is None and not self.is_week

    def is_on_day_of(self, other: "Named") -> bool:
        """Return whether both begin on the same day, in whatever year."""
        return (self.start.month, self.start.day) == (other.start.month, other.start.day)

    @property
    def crosses_years(self) -> bool:
        """Return whether the period ends in a later year than it begins in, by its months."""
        return self.end is not None and self.end.month < self.start.month


@dataclass(frozen=True)
class DateReading:
    """The dates in a text."""

    named: Named | None
    weekday: int | None
    """The one weekday that is named; Monday is 0."""
    unread: tuple[str, ...]
    """Texts that look like a date but are not."""
    others: tuple[str, ...] = ()
    """The other days that the text names, if the first is one day: `Nov 9 / Nov 10`."""
    week: str = ""
    """The text that may name a week, if no date is read: `Week 23, 2022`."""


def read_dates(text: str, published: date, blog: Blog) -> DateReading:
    """Return the first range of days in the text, or else the first day, and texts that only look like dates.

    Ambiguous figures (`3/16`, `240108`) are a date only near `published`. The time is linear in the text.
    """
    scan = _Scan(text[:_MOST_READ], published, blog)
    found = list(scan.all_named())
    named = min(found, key=lambda each: (each.end is None, each.is_past), default=None)
    week = name_of_week(text[:_MOST_READ], blog.language_name)
    if named and named.is_one_day and named.text in week:
        named = None  # `Week 2 of June`
    if named is None and not scan.unread:
        named = _week_of_year(text, published)
    others = tuple(
        each.text for each in found if named and not named.end and not each.is_past and not each.is_on_day_of(named)
    )
    return DateReading(named, scan.weekday(), tuple(dict.fromkeys(scan.unread)), others, "" if named else week)


def _week_of_year(text: str, published: date) -> Named | None:
    week = iso_week(text[:_MOST_READ], published)
    return Named(*week, is_week=True) if week else None


class _Scan(SingleDates):
    """One pass over the tokens of a text, for ranges and single dates."""

    def all_named(self) -> Iterator[Named]:
        place = 0
        while place < len(self._tokens):
            named = self._days_of_month(place)
            if not named and place >= self._end_of_unread:
                named = self._days_first(place) or self._dates(place) or self._weekday_and_day(place)
            if named:
                yield named[0]
                place = named[1]
                if other := self._day_after_comma(named[0], place):
                    yield other
            else:
                place = max(place + 1, self._end_of_unread)

    def _day_after_comma(self, first: Named, place: int) -> Named | None:
        """Return the later day of the same month in `November 9, 10`; a number near the year may be the year."""
        day = place + 1
        if first.end or first.start.year or self._text_of(place) != "," or not self._is_day(day):
            return None
        number = int(self._text_of(day))
        is_year = abs(number - self._published.year % 100) <= 1
        if is_year or number <= first.start.day or self._text_of(day + 1) not in ("", ","):
            return None
        return Named(self._text_of(day), NamedDate(first.start.month, number))

    def _days_of_month(self, place: int) -> tuple[Named, int] | None:
        """Return the days of `6/12 June 2022` or `June 6/12`, two of one month or of two."""
        is_pair_first = self._kind(place) == "pair"
        pair, word = (place, self._skip(place + 1, "", self._of, most=1)) if is_pair_first else (place + 1, place)
        if self._kind(pair) != "pair" or "/" not in self._text_of(pair) or self._kind(word) != "word":
            return None
        month = self._language.months.get(self._text_of(word))
        if month is None or self._is_counted(pair) or self._counts_before(pair) or self._counts_movement(pair):
            return None
        year, end = self._year(max(pair, word) + 1)
        days = self._both(pair, month, year)
        if not days or (self._text_of(pair) in _FRACTIONS and self._distance(days[0]) > VERY_NEAR):
            return None  # `May 1/2 Murph`
        if (second := self._second_pair(end, month)) is not None:
            self._note(place, second + 1)
            return None
        return self._named(place, end, *days)

    def _both(self, pair: int, month: int, year: int | None = None) -> tuple[NamedDate, NamedDate] | None:
        """Return the two days of `6/12` in a month; None if they do not stand in their order or are not in a week."""
        first, last = map(int, self._text_of(pair).split("/"))
        days = NamedDate(month, first, year), NamedDate(month, last, year)
        return days if first <= last and is_week(*days, shortest=2) else None

    def _second_pair(self, place: int, month: int) -> int | None:
        """Return the place of other days behind two of a month: `June 6/7 & 8/9`, `June 6/7, 8/9`."""
        second = place + 1 if self._text_of(place) == "," else self._after_to(place)
        if second is None:
            return None
        second += self._text_of(second) in self._language.months
        is_pair = self._kind(second) == "pair" and "/" in self._text_of(second)
        return second if is_pair and self._both(second, month) else None

    def _days_first(self, place: int) -> tuple[Named, int] | None:
        """Return the range of `8–14 March 2021` or `16.-22.03.2021`, with one month for both days."""
        if not self._is_day(place) or self._is_counted(place) or self._counts_before(place):
            return None  # `Week 3 – 3/8/21`
        after = place + 2 if self._text_of(place + 1) == "." else place + 1
        second = self._after_to(after)
        end = self.date_at(second) if second else None
        if end is None or (end.form == "words" and self._kind(end.begin) != "number") or end.form == "iso":
            return None
        last = end.in_order("day-first")
        if last is None:
            return None
        day = int(self._tokens[place].text)
        month = last.month if day <= last.day else (last.month - 2) % 12 + 1
        year = last.year - 1 if last.year and month > last.month else last.year
        start = NamedDate(month, day, year)
        other = end.month_first if self._order == "month-first" else None
        if other and other != last and exists(other) and self._distance(start) > self._distance(other):
            return None  # `Session 2 – 3/8/21`
        return self._named(place, end.end, start, last)

    def _dates(self, place: int) -> tuple[Named, int] | None:
        first = self.date_at(place)
        if first is None:
            self._skip_end_of_unread()
            return None
        second = self._after_to(first.end)
        unread = len(self.unread)
        last = self.date_at(self._without_weekday(second)) if second else None
        if len(self.unread) > unread:
            return None  # `Feb 28 - Feb 31`
        if second and last is None:
            last = self._day_of_same_month(second, first)
        if last is None:
            return self._single(first)
        for order in dict.fromkeys((self._order, "month-first", "day-first")):
            start, end = first.in_order(order), last.in_order(order)
            if start and end and is_week(start, end, shortest=SHORTEST_WEEK if self._has_dots(first) else 1):
                return self._named(place, last.end, start, end)
        if self._has_dots(first) and first.form == "pair":
            return None  # `1.2-1.4`
        start = first.in_order(self._order) or first.month_first or first.day_first
        end = last.in_order(self._order) or last.month_first or last.day_first
        return self._named(place, last.end, start, end) if start and end else None

    def _skip_end_of_unread(self) -> None:
        """Take the end of a range whose start is not a date as unread too: `Feb 31 - March 6`."""
        second = self._after_to(self._end_of_unread) if self._end_of_unread else None
        end = self.date_at(self._without_weekday(second)) if second else None
        if end is not None:
            self._end_of_unread = max(self._end_of_unread, end.end)

    def _single(self, atom: Atom) -> tuple[Named, int] | None:
        day = self._day_of(atom)
        if day is None:
            return None
        weekday = self._weekday_beside(atom)
        ends_week = self._is_after(self._week_ending, atom.begin)
        says_week = ends_week or self._is_after(self._week_of, atom.begin)
        if atom.form == "pair" and weekday is None and not says_week and not self._is_likely(atom, day):
            return None
        found = self._named(atom.begin, atom.end, day, None)
        is_week = says_week or self._counts_days()
        return replace(found[0], weekday=weekday, is_week=is_week, ends_week=ends_week), found[1]

    def _weekday_and_day(self, place: int) -> tuple[Named, int] | None:
        """Return the nearest day that is `Tuesday 16th`; if none is near, note an ordinal as an unread date."""
        if self._kind(place) != "word" or self._text_of(place) not in self._language.weekdays:
            return None
        number = self._skip(place + 1, ",.", self._of, most=2)
        if not self._is_day(number) or self._is_counted(number) or self.date_at(number):
            return None
        if self._kind(number + 1) not in ("", "mark") or self._text_of(number + 1) in ("-", "/", "%", "@", "+", "*"):
            return None
        if self._text_of(number + 1) in (":", ".") and self._kind(number + 2) == "number":
            return None  # `Tuesday 7:30`
        day, weekday = int(self._text_of(number)), self._language.weekdays[self._text_of(place)]
        for distance in sorted(range(-_FURTHEST, _FURTHEST + 1), key=abs):
            near = date.fromordinal(max(self._published.toordinal() + distance, 1))
            if near.day == day and near.weekday() == weekday:
                named, end = self._named(place, number + 1, NamedDate(near.month, near.day), None)
                return replace(named, weekday=weekday), end
        if self._has_suffix(number):
            self._note(place, number + 1)
        return None

    def _named(self, begin: int, end: int, start: NamedDate, last: NamedDate | None) -> tuple[Named, int]:
        text = self._text[self._tokens[begin].start : self._tokens[end - 1].end]
        return Named(text, start, last, is_past=self._is_after(self._last_week, begin)), end

    def _day_of_same_month(self, place: int, first: Atom) -> Atom | None:
        """Return the end of `March 8-14` or `2021-03-15 – 21`; in `December 28-3` it is in the next month."""
        if not self._is_short_number(place) or self._is_counted(place) or first.form not in ("words", "iso"):
            return None
        is_dash = self._kind(place - 1) == "mark" and self._text[self._tokens[place].start - 1].isspace()
        if is_dash and self._counts_movement(place):
            return None  # `March 8 – 14 Squats`
        start = first.month_first
        if start is None or (first.form == "words" and self._kind(first.begin) != "word" and not start.year):
            return None
        day = int(self._tokens[place].text)
        year, end = self._year(place + 1)
        month = start.month if day >= start.day else start.month % 12 + 1
        last = NamedDate(month, day, year)
        return Atom(last, last, place, end, "words")

    def _has_dots(self, atom: Atom) -> bool:
        return atom.form == "pair" and "." in self._text_of(atom.begin)
