"""From the title, the slug and the time of a post to the week that it is for."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from wod.errors import BadInput
from wod.models import Week

_DAY = timedelta(days=1)
_SUNDAY = 6
_LONGEST = 8  # days: some coaches name the next Monday as the end
_NEAR = timedelta(days=31)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
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
_SINGLE = re.compile(rf"{_START}{_YEAR}", re.ASCII | re.IGNORECASE)
_SLASHED = r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])"
_SLASHED_RANGE = re.compile(rf"(?<![\d/]){_SLASHED}{_TO}{_SLASHED}", re.ASCII | re.IGNORECASE)

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

    A year that is stated is taken at its word, however far it is from `published` (ISO 8601, site-local); one that is
    not stated is the one nearest to it. The week is the one in which most of the named days lie, so that a range from
    Sunday to Saturday names the week of its Monday. Raises BadInput where what is named is no real date or no week.
    """
    published_on = date.fromisoformat(published[:10])
    named = _named(title.translate(_DASHES)) or _named(_SLUG_SUFFIX.sub("", slug))
    start = _start_of(named, published_on) if named else published_on
    days = _days_of(named, start) if named else 1
    if days == 1 and start.weekday() == _SUNDAY:
        days = 7
    return week_starting(_monday_of_most(start, days))


def week_starting(monday: date) -> Week:
    """The week of that Monday. Raises BadInput at the end of the calendar."""
    try:
        sunday = monday + 6 * _DAY
    except OverflowError:
        raise BadInput("The post's week is not in the calendar; correct its date.") from None
    year, week, _ = monday.isocalendar()
    return Week(year=year, week=week, start_date=monday.isoformat(), end_date=sunday.isoformat())


def _named(text: str) -> _Named | None:
    for pattern in _RANGES:
        if match := pattern.search(text):
            return _named_in_words(match)
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
    match = _SLASHED_RANGE.search(text)
    if not match:
        return None
    month, day, year, end_month, end_day, end_year = (_int(group) for group in match.groups())
    if month is None or day is None or end_month is None or end_day is None or max(month, end_month) > 12:
        return None
    return _Named(match[0], month, day, _full_year(year), (end_month, end_day), _full_year(end_year))


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _full_year(year: int | None) -> int | None:
    return 2000 + year if year is not None and year < 100 else year


def _start_of(named: _Named, published: date) -> date:
    if named.year is not None:
        if named.end_year not in (None, named.year, named.year + named.crosses_years):
            raise _impossible(named)
        return _date(named, named.year)
    if named.end_year is None:
        return _nearest(named, published)
    start = _date(named, named.end_year - named.crosses_years)
    if named.crosses_years and abs(start - published) > _NEAR:
        # `December 28 - January 3, 2020`, in a post of 2020, says the year of its start
        other = _date(named, named.end_year)
        return other if abs(other - published) <= _NEAR else start
    return start


def _nearest(named: _Named, published: date) -> date:
    starts = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            starts.append(date(year, named.month, named.day))
        except ValueError:
            continue  # a February 29, or no real date at all
    if not starts:
        raise _impossible(named)
    return min(starts, key=lambda start: abs(start - published))


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
