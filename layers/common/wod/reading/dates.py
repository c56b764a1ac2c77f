"""From the title, the slug and the time of a post to the week that it is for."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from wod.errors import BadInput
from wod.models import Week
from wod.reading.calendar_names import MONTHS

_DAY = timedelta(days=1)
_MONDAY, _SUNDAY = 0, 6
_LONGEST = 8  # days: some coaches name the next Monday as the end
_SHORTEST = 4
_ANY_LEAP_YEAR = 2020
_NEAR = timedelta(days=31)

_MONTH = rf"({'|'.join(sorted(MONTHS))})(?![a-z])"
# A number with a noun behind it counts something and is no day: `5 Day`, `2 weeks`.
_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?(?![\dA-Za-z])(?![\s-]*(?:days?|weeks?|sessions?|months?|cycles?|x)\b)"
_YEAR = r"(?:[\s,-]{1,3}(\d{4})(?!\d))?"
_GAP = r"[\s.,-]{0,3}"
_TO = r"\s{0,2}(?:-{1,3}|to|through|thru|until|till?)[\s-]{0,2}"

_START = rf"\b{_MONTH}{_GAP}{_NUMBER}"
_RANGES = (
    re.compile(rf"{_START}{_YEAR}{_TO}{_MONTH}{_GAP}{_NUMBER}{_YEAR}", re.ASCII | re.IGNORECASE),
    re.compile(rf"{_START}{_TO}(){_NUMBER}{_YEAR}", re.ASCII | re.IGNORECASE),
)
# `8 March – 14 March` has its days in front: `March – 14` is no date of it.
_SINGLE = re.compile(rf"(?<!\d[\s-]){_START}{_YEAR}", re.ASCII | re.IGNORECASE)
_FIGURES = r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?![\d/])"
_RANGE_IN_FIGURES = re.compile(rf"(?<![\d/.]){_FIGURES}{_TO}{_FIGURES}", re.ASCII | re.IGNORECASE)

# WordPress numbers the slugs that it would give twice. Where the digit was a day after all, the start is enough.
_SLUG_SUFFIX = re.compile(r"-\d$", re.ASCII)

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))


@dataclass(frozen=True)
class _Named:
    """The days that a text names, with what it says of the year. Without an end: one day."""

    text: str
    month: int
    day: int
    year: int | None
    end: tuple[int, int] | None = None  # month, day
    end_year: int | None = None

    @property
    def crosses_years(self) -> bool:
        return self.end is not None and self.end[0] < self.month


def week_of_post(title: str, slug: str, published: str) -> Week:
    """The training week that the title names, or else the slug; else the week after a Sunday post, or the post's own.

    A year that is stated is taken at its word, however far it is from `published` (ISO 8601, site-local), unless the
    named days start on no Monday in it and are those of the publication in another; one that is not stated is the one
    nearest to it. The week is the one in which most of the named days lie, so that a range from
    Sunday to Saturday names the week of its Monday. Raises BadInput where what is named is no real date or no week.
    """
    published_on = date.fromisoformat(published[:10])
    named = _named(title.translate(_DASHES)) or _named(_SLUG_SUFFIX.sub("", slug))
    start = _start_of(named, published_on) if named else published_on
    days = _days_of(named, start) if named else 1
    if days == 1 and start.weekday() == _SUNDAY:
        days = 7
    monday = _monday_of_most(start, days)
    if not date.min.year < monday.year < date.max.year:  # a week has one before it and one after
        raise BadInput("The post's week is not in the calendar; correct its date.")
    return week_starting(monday)


def week_starting(monday: date) -> Week:
    """The week of that Monday. Raises BadInput at the end of the calendar."""
    try:
        sunday = monday + 6 * _DAY
    except OverflowError:
        raise BadInput("The post's week is not in the calendar; correct its date.") from None
    year, week, _ = monday.isocalendar()
    return Week(year=year, week=week, start_date=monday.isoformat(), end_date=sunday.isoformat())


def _named(text: str) -> _Named | None:
    ranges = [match for pattern in _RANGES if (match := pattern.search(text))]
    if ranges:
        return _named_in_words(min(ranges, key=lambda match: match.start()))
    if named := _named_in_figures(text):
        return named
    if match := _SINGLE.search(text):
        month, day, year = match.groups()
        return _Named(match[0], _month(month), int(day), _int(year))
    return None


def _named_in_words(match: re.Match[str]) -> _Named:
    # The second pattern has no year behind the start: its groups are one fewer.
    groups = match.groups()
    month, day = _month(groups[0]), int(groups[1])
    year = _int(groups[2]) if len(groups) == 6 else None
    end_month, end_day, end_year = groups[-3:]
    if end_month:
        end = (_month(end_month), int(end_day))
    else:
        # `December 28-3`: the month of the end is left out, and it is the next one
        end = (month if int(end_day) >= day else month % 12 + 1, int(end_day))
    return _Named(match[0], month, day, year, end, _int(end_year))


def _named_in_figures(text: str) -> _Named | None:
    """`12/21 - 12/27/20`: month first, and only as a range, for `5/3/1` is a way to train."""
    match = _RANGE_IN_FIGURES.search(text)
    if not match:
        return None
    month, day, year, end_month, end_day, end_year = (_int(group) for group in match.groups())
    if month is None or day is None or end_month is None or end_day is None or max(month, end_month) > 12:
        return None
    named = _Named(match[0], month, day, _full_year(year), (end_month, end_day), _full_year(end_year))
    return named if "/" in match[0] or _is_training_week(named) else None


def _is_training_week(named: _Named) -> bool:
    """Whether figures with dots are dates: `5.11-5.17` is a week, `1.2-1.4` is not."""
    try:
        return _days_of(named, _date(named, _ANY_LEAP_YEAR)) >= _SHORTEST
    except BadInput:
        return False


def _month(name: str) -> int:
    return MONTHS[name.lower()]


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _full_year(year: int | None) -> int | None:
    return 2000 + year if year is not None and year < 100 else year


def _start_of(named: _Named, published: date) -> date:
    starts = _starts_near(named, published)
    nearest = min(starts, key=lambda start: abs(start - published), default=None)
    year = _stated_year(named)
    if year is None:
        if nearest is None:
            raise _impossible(named)
        return nearest
    start = _date(named, year)
    is_slip = start.weekday() != _MONDAY and abs(start - published) > _NEAR
    if is_slip and nearest is not None and abs(nearest - published) <= _NEAR:
        # `January 4-10, 2020` in the first days of 2021, or the year of the start behind `December 28 - January 3`
        return nearest
    return start


def _stated_year(named: _Named) -> int | None:
    """The year of the start; the one year of a range is its end's."""
    if named.year is None:
        return None if named.end_year is None else named.end_year - named.crosses_years
    if named.end_year not in (None, named.year, named.year + named.crosses_years):
        raise _impossible(named)
    return named.year


def _starts_near(named: _Named, published: date) -> list[date]:
    """The named day in the year of the publication and in those beside it; none is a February 29, or no real date."""
    starts = []
    for year in (published.year - 1, published.year, published.year + 1):
        with suppress(ValueError):
            starts.append(date(year, named.month, named.day))
    return starts


def _date(named: _Named, year: int) -> date:
    try:
        return date(year, named.month, named.day)
    except ValueError:
        raise _impossible(named) from None


def _days_of(named: _Named, start: date) -> int:
    """How many days the text names, both ends counted."""
    if named.end is None:
        return 1
    try:
        end = date(start.year + named.crosses_years, *named.end)
    except ValueError:
        raise _impossible(named) from None
    days = (end - start).days + 1
    if not 1 <= days <= _LONGEST:
        raise _impossible(named)
    return days


def _monday_of_most(start: date, days: int) -> date:
    """The Monday of the week that has most of the days; the first of two that have as many."""
    try:
        monday = start - start.weekday() * _DAY
        in_first_week = 7 - start.weekday()
        return monday if in_first_week >= days - in_first_week else monday + 7 * _DAY
    except OverflowError:
        raise BadInput("The post's week is not in the calendar; correct its date.") from None


def _impossible(named: _Named) -> BadInput:
    return BadInput(f"`{named.text}` in the post's title or slug is no real week of at most 7 days; correct the post.")
