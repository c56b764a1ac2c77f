"""Find the days that a post is for: by its title, else by its slug, near its publication."""

import re
from collections.abc import Sequence
from contextlib import suppress
from copy import replace
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from wod.blog import Blog
from wod.errors import BadInput
from wod.language import advice_about_language
from wod.models import Finding, StatedDate
from wod.reading.dates.calendar_days import LONGEST_WEEK
from wod.reading.dates.named_dates import Named, NamedDate, read_dates
from wod.weeks import not_in_the_calendar

_DAY = timedelta(days=1)
_MONDAY, _SUNDAY = 0, 6
_NEAR = timedelta(days=31)
_HALF_A_YEAR = timedelta(days=184)

# WordPress adds a number to a slug that is taken. If the digit was a day after all, the start of the range is enough.
_SLUG_SUFFIX = re.compile(r"-\d$", re.ASCII)


@dataclass(frozen=True)
class PostDates:
    """The days of a post by its title, its slug and its publication."""

    published: date
    start: date | None = None
    days: int = 1
    """The number of days that are named, with both ends."""
    is_week: bool = False
    weekday: int | None = None
    """The weekday in the title, beside a date or alone."""
    unread: tuple[str, ...] = ()
    """Texts in title or slug that look like a date and were not read; if there are any, no day is named."""
    findings: list[Finding] = field(default_factory=list)

    @property
    def names_day(self) -> bool:
        """Return whether the post names one day, by its date or its weekday."""
        return not self.names_week and (self.start is not None or self.weekday is not None)

    @property
    def names_week(self) -> bool:
        """Return whether the post names a week, or several days."""
        return self.start is not None and (self.days > 1 or self.is_week)

    @property
    def day(self) -> date | None:
        """Return the day that the post names; a weekday alone is the next such day on or after the publication."""
        if self.names_week:
            return None
        if self.start is not None or self.weekday is None:
            return self.start
        return next_on(self.weekday, self.published)

    @property
    def monday(self) -> date:
        """Return the Monday of the named week, or else of the publication.

        The week is the one that has most of the named days, so that a range from Sunday to Saturday names the week of
        its Monday. A single Sunday belongs to the week after it.
        """
        start, days = self.start or self.published, self.days
        if days == 1 and start.weekday() == _SUNDAY:
            days = 7
        return _monday_of_most(start, days)

    def has(self, day: date) -> bool:
        """Return whether a day is among the named days or in their week."""
        in_range = self.start is not None and 0 <= (day - self.start).days < self.days
        return in_range or 0 <= (day - self.monday).days < 7

    def date_of(self, weekday: int) -> date:
        """Return the date of a weekday among the named days, or else in their week."""
        if self.start is not None and self.days > 1:
            day = self.start + (weekday - self.start.weekday()) % 7 * _DAY
            if day < self.start + self.days * _DAY:
                return day
        return add_days(self.monday, weekday)


@lru_cache(maxsize=64)
def dates_of_post(title: str, slug: str, published: str, blog: Blog) -> PostDates:
    """Return the days that the title names, or else those of the slug.

    A stated year counts, however far it is from `published` (ISO 8601, site-local), unless the named days start on no
    Monday in that year and are near the publication in another. If no year is stated, the nearest to the publication
    counts.
    """
    published_on = date.fromisoformat(published[:10])
    from_title = _dates_in(title, published_on, blog)
    if from_title.start is not None or from_title.unread:
        return from_title
    from_slug = _dates_in(_SLUG_SUFFIX.sub("", slug), published_on, blog)
    if from_slug.start is not None or from_slug.unread:
        return from_slug
    findings = from_title.findings or from_slug.findings
    return replace(from_slug if from_title.weekday is None else from_title, findings=findings)


def unread_dates(unread: Sequence[str], blog: Blog, where: str = "the post's title or slug") -> BadInput:
    """Return the refusal of a post whose title, slug or heading has a text that looks like a date but is not one."""
    seen = ", ".join(f"`{text[:40]}`" for text in unread[:3])
    if advice := advice_about_language(" ".join(unread), blog.language_name):
        return BadInput(f"{seen} in {where} looks like a date, but {advice}")
    return BadInput(
        f"{seen} in {where} looks like a date, but is not a real day of a certain year, or a week of at most 7 days; "
        "correct the title or give each day a heading with its full date."
    )


def not_read(text: str) -> Finding:
    """Return the finding about a text that looks like a date and is none."""
    return Finding(
        rule="date", line=text, message="It looks like a date but is not one; something else states the day."
    )


def _uncertain(week: str) -> Finding:
    message = "It may name a week, but not with certainty; headings or the day of publication say which week it is."
    return Finding(rule="date", line=week, message=message)


def _not_counted(text: str) -> Finding:
    return Finding(rule="date", line=text, message="The title or the slug names another day before it, which counts.")


def _dates_in(text: str, published: date, blog: Blog) -> PostDates:
    reading = read_dates(text, published, blog)
    named = reading.named
    if named is None:
        findings = [_uncertain(reading.week)] if reading.week else []
        return PostDates(published, weekday=reading.weekday, unread=reading.unread, findings=findings)
    try:
        start = _start_of(named, published)
        days = _days_of(named, start)
        if named.ends_week:
            start, days = start - 6 * _DAY, 7
    except (ValueError, OverflowError):
        return PostDates(published, unread=(named.text, *reading.unread))
    weekday = (
        None if named.end or named.ends_week else (named.weekday if named.weekday is not None else reading.weekday)
    )
    findings = [not_read(unread) for unread in reading.unread]
    findings += [_not_counted(other) for other in reading.others]
    year = _stated_year(named)
    if year is not None and _is_likelier_in_another_year(named, start, published):
        message = f"The year is read as {start.year}; another year would fit the publication better."
        findings.append(Finding(rule="date", line=named.text, message=message))
    return PostDates(published, start, days, named.is_week, weekday, findings=findings)


def _is_likelier_in_another_year(named: Named, start: date, published: date) -> bool:
    nearest = nearest_to(named.start, published)
    return nearest is not None and abs(start - published) > _NEAR >= abs(nearest - published)


def _start_of(named: Named, published: date) -> date:
    """Return the first named day. Raise ValueError if it is not a real date."""
    nearest = nearest_to(named.start, published)
    year = _stated_year(named)
    if year is None:
        if nearest is None:
            raise ValueError(named.text)
        return nearest
    start = date(year, named.start.month, named.start.day)
    is_slip = start.weekday() != _MONDAY and abs(start - published) > _NEAR
    if is_slip and named.end and nearest is not None and abs(nearest - published) <= _NEAR:
        # `January 4-10, 2020` in the first days of 2021; `December 28 - January 3, 2020` with the year of its start
        return nearest
    return start


def _stated_year(named: Named) -> int | None:
    """Return the year of the start; a single year is the end's. Raise ValueError if they are not consecutive."""
    start, end = named.start.year, named.end.year if named.end else None
    if start is None:
        return None if end is None else end - named.crosses_years
    if end not in (None, start, start + named.crosses_years):
        raise ValueError(named.text)
    return start


def nearest_to(day: NamedDate | StatedDate, near: date, year: int | None = None) -> date | None:
    """Return the day in this year, or else the one within half a year of `near`; None if it is not a real date."""
    days = []
    for each in [year] if year else [near.year - 1, near.year, near.year + 1]:
        with suppress(ValueError):
            real = date(each, day.month, day.day)
            if year or abs(real - near) <= _HALF_A_YEAR:  # February 29 is none in most years
                days.append(real)
    return min(days, key=lambda real: abs(real - near), default=None)


def _days_of(named: Named, start: date) -> int:
    """Return the number of named days, with both ends. Raise ValueError if they are not a week."""
    if named.end is None:
        return 1
    end = date(start.year + named.crosses_years, named.end.month, named.end.day)
    days = (end - start).days + 1
    if not 1 <= days <= LONGEST_WEEK:
        raise ValueError(named.text)
    return days


def next_on(weekday: int, day: date) -> date:
    """Return the first such weekday (Monday is 0) on or after a day. Raise BadInput if the calendar ends before it."""
    return add_days(day, (weekday - day.weekday()) % 7)


def _monday_of_most(start: date, days: int) -> date:
    """Return the Monday of the week that has most of the days; of two equal weeks, the first."""
    monday = add_days(start, -start.weekday())
    in_first_week = 7 - start.weekday()
    return monday if in_first_week >= days - in_first_week else add_days(monday, 7)


def add_days(day: date, days: int) -> date:
    """Return the day this many days later. Raise BadInput if it is outside the calendar."""
    try:
        return day + days * _DAY
    except OverflowError:
        raise not_in_the_calendar() from None
