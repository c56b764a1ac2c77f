"""From a text to the dates that it names, in every form of coaches: `March 8-14`, `8–14 March`, `16.03.2021`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from wod.blog import Blog
from wod.language import foreign_words, load_language, plain

_MOST_READ = 1000  # characters of a title: no date stands further behind
_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ANY_LEAP_YEAR = 2020
_LONGEST_WEEK = 8  # days: some coaches name the next Monday as the end
_SHORTEST_WEEK = 4
_NEAR = 31  # days
_SAME_MONTH, _LIKE_A_MONTH = 0.85, 0.765  # of the letters
_SHORTEST_MISSPELT = len("august")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))


@dataclass(frozen=True)
class NamedDate:
    """A day of the calendar, with the year if it is stated."""

    month: int
    day: int
    year: int | None = None

    @property
    def is_possible(self) -> bool:
        return 1 <= self.month <= 12 and 1 <= self.day <= _DAYS_OF_MONTH[self.month - 1]


@dataclass(frozen=True)
class Named:
    """The days that a text names: one, or those from `start` to `end`."""

    text: str
    start: NamedDate
    end: NamedDate | None = None
    weekday: int | None = None
    is_week: bool = False
    """Whether the text says that it is a week: `Week of March 8`."""

    @property
    def crosses_years(self) -> bool:
        return self.end is not None and self.end.month < self.start.month


@dataclass(frozen=True)
class DateReading:
    """What a text says of dates."""

    named: Named | None
    weekday: int | None
    """The one weekday that is named; Monday is 0."""
    unread: tuple[str, ...]
    """What looks like a date and is none."""


class _Token(NamedTuple):
    kind: str  # `word`, `number`, `triple`, `pair`, `iso`, `short year`, `mark`, `other`
    text: str  # plain
    start: int
    end: int


class _Atom(NamedTuple):
    """One date, in both orders of its figures, and the tokens that it is made of."""

    month_first: NamedDate | None
    day_first: NamedDate | None
    begin: int
    end: int
    form: str  # `words`, `iso`, `triple`, `pair`

    def in_order(self, order: str) -> NamedDate | None:
        return self.month_first if order == "month-first" else self.day_first


def read_dates(text: str, published: date, blog: Blog) -> DateReading:
    """Return the first range of days in the text, or else the first day, and what looks like a date and is none.

    `published` decides whether figures that may be something else (`3/16`, `240108`) are a date. Linear in the text.
    """
    text = text[:_MOST_READ].translate(_DASHES)
    scan = _Scan(text, _tokens(text, _ordinals(blog.language_name)), published, blog)
    found = list(scan.all_named())
    named = next((each for each in found if each.end), found[0] if found else None)
    return DateReading(named, scan.weekday(), tuple(dict.fromkeys(scan.unread)))


@cache
def _ordinals(language: str) -> re.Pattern[str]:
    ordinals = "|".join(load_language(language).tables["calendar"]["ordinals"])
    return re.compile(
        r"(?P<iso>(?<!\d)\d{4}([-/.])\d{1,2}\2\d{1,2}(?!\d))"
        r"|(?P<triple>(?<![\d/.])\d{1,2}([/.])\d{1,2}\4(?:\d{4}|['’]?\d{2})(?![\d/%]))"
        r"|(?P<pair>(?<![\d/.])\d{1,2}[/.]\d{1,2}(?![\d/%]|\.\d))"
        rf"|(?P<number>\d++)(?:{ordinals})?(?![^\W\d_])"
        r"|(?P<short_year>['’]\d{2}(?!\d))"
        r"|(?P<other>\d++[^\W_]*)"
        r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
        r"|(?P<mark>\S)",
        re.IGNORECASE,
    )


def _tokens(text: str, pattern: re.Pattern[str]) -> list[_Token]:
    tokens = []
    for match in pattern.finditer(text):
        kind = match.lastgroup or ""
        tokens.append(_Token(kind, plain(match[kind]).removesuffix("'s"), match.start(), match.end()))
    return tokens


class _Scan:
    """One pass over the tokens of a text."""

    def __init__(self, text: str, tokens: list[_Token], published: date, blog: Blog) -> None:
        language = blog.language
        self.unread: list[str] = []
        self._text, self._tokens, self._published, self._order = text, tokens, published, blog.date_order
        self._language, self._language_name = language, blog.language_name
        self._of, self._to = language.words("calendar", "of"), language.words("calendar", "to")
        self._counted = language.words("calendar", "counted")
        self._per_week = language.words("calendar", "per_week")
        self._part_names = language.words("parts", "names")
        self._week_of = tuple(language.words("calendar", "week_of"))

    def all_named(self) -> Iterator[Named]:
        place = 0
        while place < len(self._tokens):
            if named := self._days_first(place) or self._dates(place):
                yield named[0]
                place = named[1]
            else:
                place += 1

    def weekday(self) -> int | None:
        """The one weekday that the text names in full, or in short in front of a mark or the end."""
        weekdays, full = self._language.weekdays, self._language.full_weekdays
        found = {
            weekdays[token.text]
            for place, token in enumerate(self._tokens)
            if token.kind == "word"
            and token.text in weekdays
            and (token.text in full or (place == 0 and self._kind(1) in ("", "mark", "triple", "pair")))
        }
        return found.pop() if len(found) == 1 else None

    # Ranges and single dates

    def _days_first(self, place: int) -> tuple[Named, int] | None:
        """`8–14 March 2021`, `16.-22.03.2021`: the first day leaves to the second what month it is of."""
        if not self._is_day(place) or self._is_counted(place):
            return None
        after = place + 1 + (self._text_of(place + 1) == ".")
        behind = self._behind_to(after)
        end = self._date(behind) if behind else None
        if end is None or (end.form == "words" and self._kind(end.begin) != "number") or end.form == "iso":
            return None
        last = end.in_order("day-first")
        if last is None:
            return None
        day = int(self._tokens[place].text)
        month = last.month if day <= last.day else (last.month - 2) % 12 + 1
        year = last.year - (month > last.month) if last.year else None
        return self._named(place, end.end, NamedDate(month, day, year), last)

    def _dates(self, place: int) -> tuple[Named, int] | None:
        first = self._date(place)
        if first is None:
            return None
        behind = self._behind_to(first.end)
        last = self._date(self._without_weekday(behind)) if behind else None
        if behind and last is None:
            last = self._day_of_same_month(behind, first)
        if last is None:
            return self._single(first)
        for order in dict.fromkeys((self._order, "month-first", "day-first")):
            start, end = first.in_order(order), last.in_order(order)
            if start and end and _is_week(start, end, shortest=_SHORTEST_WEEK if self._has_dots(first) else 1):
                return self._named(place, last.end, start, end)
        if self._has_dots(first) and first.form == "pair":
            return None  # `1.2-1.4`
        start = first.in_order(self._order) or first.month_first or first.day_first
        end = last.in_order(self._order) or last.month_first or last.day_first
        return self._named(place, last.end, start, end) if start and end else None

    def _single(self, atom: _Atom) -> tuple[Named, int] | None:
        day = atom.in_order(self._order) or atom.month_first or atom.day_first
        if day is None:
            return None
        weekday = self._weekday_beside(atom)
        says_week = self._says_week(atom.begin)
        if atom.form == "pair" and weekday is None and not says_week and not self._is_likely(atom, day):
            return None
        found = self._named(atom.begin, atom.end, day, None)
        is_week = says_week or self._counts_days()
        return replace(found[0], weekday=weekday, is_week=is_week), found[1]

    def _named(self, begin: int, end: int, start: NamedDate, last: NamedDate | None) -> tuple[Named, int]:
        text = self._text[self._tokens[begin].start : self._tokens[end - 1].end]
        return Named(text, start, last), end

    # One date

    def _date(self, place: int) -> _Atom | None:
        kind = self._kind(place)
        if kind == "word":
            return self._month_day(place)
        if kind == "number":
            return self._day_month(place) or self._figures_in_one(place) or self._with_dashes(place)
        if kind in ("iso", "triple", "pair"):
            return self._figures(place)
        return None

    def _month_day(self, place: int) -> _Atom | None:
        month = self._month(place)
        number = self._skip(place + 1, ".,-", most=3)
        if month is None or not self._is_short_number(number) or self._is_counted(number):
            return None
        if self._order == "day-first" and self._tokens[place].text in self._language.weekdays:
            return None  # `mar` in Spanish: Tuesday in front of a number, March behind it
        return self._in_words(place, month, number, number + 1)

    def _day_month(self, place: int) -> _Atom | None:
        behind = self._skip(place + 1, ".-", self._of, most=3)
        month = self._month(behind) if self._is_short_number(place) else None
        if month is None or self._is_counted(place):
            return None
        after = self._skip(behind + 1, ".,", most=1)
        if self._is_day(after) and not self._is_counted(after) and not self._behind_to(behind + 1):
            if self._order == "month-first" or self._behind_to(after + 1):
                return None  # `Week 3 March 8-14`
            year = int(self._tokens[after].text)
            return self._checked(NamedDate(month, int(self._tokens[place].text), 2000 + year), place, after + 1)
        return self._in_words(place, month, place, behind + 1)

    def _in_words(self, begin: int, month: int, number: int, end: int) -> _Atom | None:
        year, end = self._year(end)
        return self._checked(NamedDate(month, int(self._tokens[number].text), year), begin, end)

    def _checked(self, day: NamedDate, begin: int, end: int) -> _Atom | None:
        if not day.is_possible or (day.year and not _exists(day)):
            self._note(begin, end)
            return None
        return _Atom(day, day, begin, end, "words")

    def _figures(self, place: int) -> _Atom | None:
        token = self._tokens[place]
        if token.kind == "pair" and (self._is_counted(place) or self._counts_before(place)):
            return None
        numbers = [int(figure) for figure in re.findall(r"\d+", token.text)]
        if token.kind == "iso":
            day = NamedDate(numbers[1], numbers[2], numbers[0])
            return self._either(day, day, place, place + 1, "iso")
        year = _full_year(numbers[2]) if len(numbers) == 3 else None
        month_first, day_first = NamedDate(numbers[0], numbers[1], year), NamedDate(numbers[1], numbers[0], year)
        return self._either(month_first, day_first, place, place + 1, token.kind)

    def _either(self, month_first: NamedDate, day_first: NamedDate, begin: int, end: int, form: str) -> _Atom | None:
        first, second = (day if _exists(day) else None for day in (month_first, day_first))
        if first or second:
            return _Atom(first, second, begin, end, form)
        if form != "pair" or self._weekday_beside(_Atom(None, None, begin, end, form)) is not None:
            self._note(begin, end)
        return None

    def _figures_in_one(self, place: int) -> _Atom | None:
        """`20210316`, `240108`: six figures only if they are near the publication, for they may be anything."""
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
        possible = [day for day in days if _exists(day) and 1900 < (day.year or 0) < 2200]
        for day in possible:
            if len(text) == 8 or self._distance(day) <= (400 if day == days[0] else 2 * _NEAR):
                return _Atom(day, day, place, place + 1, "iso")
        if possible:
            self._note(place, place + 1)
        return None

    def _with_dashes(self, place: int) -> _Atom | None:
        """`03-16-2021`, as a slug has it too: with a short year only near the publication, for `21-15-12` are reps."""
        tokens = self._tokens[place : place + 5]
        shape = [token.kind for token in tokens]
        if shape != ["number", "mark", "number", "mark", "number"] or {tokens[1].text, tokens[3].text} != {"-"}:
            return None
        if tokens[-1].end - tokens[0].start != sum(len(token.text) for token in tokens):
            return None
        first, second, year = (tokens[at].text for at in (0, 2, 4))
        if len(first) > 2 or len(second) > 2 or len(year) not in (2, 4) or self._text_of(place + 5) == "-":
            return None
        years = _full_year(int(year))
        month_first, day_first = NamedDate(int(first), int(second), years), NamedDate(int(second), int(first), years)
        if len(year) == 4:
            return self._either(month_first, day_first, place, place + 5, "triple")
        near = [day if _exists(day) and self._distance(day) <= 2 * _NEAR else None for day in (month_first, day_first)]
        return _Atom(near[0], near[1], place, place + 5, "triple") if any(near) else None

    def _day_of_same_month(self, place: int, first: _Atom) -> _Atom | None:
        """The end of `March 8-14` or `2021-03-15 – 21`; of `December 28-3` it is in the next month."""
        if not self._is_short_number(place) or self._is_counted(place) or first.form not in ("words", "iso"):
            return None
        start = first.month_first
        if start is None or (first.form == "words" and self._kind(first.begin) != "word" and not start.year):
            return None
        day = int(self._tokens[place].text)
        year, end = self._year(place + 1)
        month = start.month if day >= start.day else start.month % 12 + 1
        last = NamedDate(month, day, year)
        return _Atom(last, last, place, end, "words")

    # Tokens

    def _kind(self, place: int) -> str:
        return self._tokens[place].kind if 0 <= place < len(self._tokens) else ""

    def _text_of(self, place: int) -> str:
        return self._tokens[place].text if 0 <= place < len(self._tokens) else ""

    def _skip(self, place: int, marks: str, words: frozenset[str] = frozenset(), *, most: int) -> int:
        for _ in range(most):
            text = self._text_of(place)
            if not text or not (text in marks or (text in words and self._kind(place) == "word")):
                break
            place += 1
        return place

    def _behind_to(self, place: int) -> int | None:
        """The place behind a dash or a word such as `to`, if there is one."""
        dot = self._text_of(place) == "." and self._kind(place - 1) == "pair"  # `15.03.–21.03.`
        behind = self._skip(place + dot, "-", self._to, most=5)
        return behind if behind > place + dot and behind < len(self._tokens) else None

    def _without_weekday(self, place: int) -> int:
        if self._kind(place) == "word" and self._text_of(place) in self._language.weekdays:
            return self._skip(place + 1, ",.", most=2)
        return place

    def _year(self, place: int) -> tuple[int | None, int]:
        """The year at the place, and the place behind it."""
        behind = self._skip(place, ",-.", self._of, most=2)
        kind, text = self._kind(behind), self._text_of(behind)
        if kind == "short_year":
            return 2000 + int(text[1:]), behind + 1
        marks = "".join(self._text_of(at) for at in range(place, behind))
        if kind == "number" and len(text) == 4 and ("1900" < text < "2200" or "-" not in marks):
            return int(text), behind + 1
        return None, place

    def _is_short_number(self, place: int) -> bool:
        return self._kind(place) == "number" and len(self._text_of(place)) <= 2

    def _is_day(self, place: int) -> bool:
        return self._is_short_number(place) and 1 <= int(self._tokens[place].text) <= 31

    def _is_counted(self, place: int) -> bool:
        """Whether the number counts what stands behind it: `5 Day`, `2 x`, `3-week`."""
        behind = self._skip(place + 1, "-", most=1)
        return self._text_of(behind) in self._counted and self._kind(behind) == "word"

    def _counts_before(self, place: int) -> bool:
        """Whether the number is a place in a programme: `Cycle 2/3`, `Open 21.3`."""
        before = place - 1
        while self._text_of(before) in ("#", ".", ":") and before > 0:
            before -= 1
        return self._text_of(before) in self._counted

    def _counts_days(self) -> bool:
        """Whether the text is the title of a week: `5 Day Program`."""
        return any(
            token.text in self._per_week and token.kind == "word" and self._is_number_of_days(place)
            for place, token in enumerate(self._tokens)
        )

    def _is_number_of_days(self, place: int) -> bool:
        before = place - 2 if self._text_of(place - 1) == "-" else place - 1
        counts = self._language.words("headings", "counts")
        return self._kind(before) == "number" or self._text_of(before) in counts

    def _says_week(self, place: int) -> bool:
        before = plain(self._text[: self._tokens[place].start]).replace("-", " ").rstrip(" :,(")
        before = " ".join(before.split()).removesuffix(" the")
        return before.endswith(self._week_of)

    def _weekday_beside(self, atom: _Atom) -> int | None:
        weekdays = self._language.weekdays
        before = atom.begin - 1
        while before > 0 and self._text_of(before) in (",", ".", "(", "-", ":", "the", "el", "|", "/"):
            before -= 1
        after = self._skip(atom.end, ",.(-", most=2)
        for place in (before, after):
            if self._kind(place) == "word" and self._text_of(place) in weekdays:
                return weekdays[self._text_of(place)]
        return None

    def _is_likely(self, atom: _Atom, day: NamedDate) -> bool:
        """Whether two figures alone are a date: near the publication, with a slash or as `16.03.`, and no load."""
        has_slash = "/" in self._text_of(atom.begin) or self._text_of(atom.end) == "."
        before = atom.begin - 1
        apart = before < 0 or self._kind(before) == "mark" or self._text_of(before) in self._part_names
        return has_slash and apart and self._distance(day) <= _NEAR

    def _has_dots(self, atom: _Atom) -> bool:
        return atom.form == "pair" and "." in self._text_of(atom.begin)

    def _distance(self, day: NamedDate) -> int:
        years = (day.year,) if day.year else range(self._published.year - 1, self._published.year + 2)
        return min(
            abs(date(year, day.month, day.day) - self._published).days
            for year in years
            if _exists(replace(day, year=year))
        ) if any(_exists(replace(day, year=year)) for year in years) else _NEAR * 100  # fmt: skip

    def _month(self, place: int) -> int | None:
        """The month that the word names; one that is spelt wrong too, if a day stands beside it."""
        if self._kind(place) != "word":
            return None
        word = self._text_of(place)
        if word in self._language.months:
            return self._language.months[word]
        if len(word) < len("marzo") or word in self._language.weekdays:
            return None
        before = self._skip_back(place)
        after = self._skip(place + 1, ".,", most=1)
        beside = [at for at in (before, after) if self._is_day(at) and not self._is_counted(at)]
        if not beside:
            return None
        month, is_like_one = _misspelt(word, self._language_name)
        if month is None and is_like_one:
            self._note(min(place, *beside), max(place, *beside) + 1)
        return month

    def _skip_back(self, place: int) -> int:
        before = place - 1
        while before > 0 and (self._text_of(before) in self._of or self._text_of(before) in (".", "-", "de", "of")):
            before -= 1
        return before

    def _note(self, begin: int, end: int) -> None:
        self.unread.append(self._text[self._tokens[begin].start : self._tokens[end - 1].end])


@cache
def _misspelt(word: str, language_name: str) -> tuple[int | None, bool]:
    """The month that a word is nearly the name of, and whether it is like that of any month in any language."""
    if word in foreign_words(language_name)[1]:
        return None, True
    if len(word) < _SHORTEST_MISSPELT:
        return None, False
    names = load_language(language_name).full_months
    likeness = {
        name: SequenceMatcher(None, word, name, autojunk=False).ratio()
        for name in names
        if len(name) >= _SHORTEST_MISSPELT and (name[:3] == word[:3] or name[-3:] == word[-3:])
    }
    best = max(likeness, key=lambda name: likeness[name], default=None)
    if best is None:
        return None, False
    return names[best] if likeness[best] >= _SAME_MONTH else None, likeness[best] >= _LIKE_A_MONTH


def _is_week(start: NamedDate, end: NamedDate, *, shortest: int) -> bool:
    """Whether both are days of the calendar, and so many days apart that they are a week."""
    if not (_exists(start) and _exists(end)):
        return False
    year = start.year or _ANY_LEAP_YEAR
    first = date(year, start.month, start.day)
    try:
        last = date(year + (end.month < start.month), end.month, end.day)
    except ValueError:
        return False
    return shortest <= (last - first).days + 1 <= _LONGEST_WEEK


def _exists(day: NamedDate) -> bool:
    if not day.is_possible:
        return False
    try:
        date(day.year if day.year is not None else _ANY_LEAP_YEAR, day.month, day.day)
    except ValueError:
        return False
    return True


def _full_year(year: int) -> int:
    return 2000 + year if year < 100 else year
