"""Give each session its date, from the dates that a post names and the time of its publication."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from wod.blog import Blog
from wod.errors import BadInput
from wod.language import advice_about_language
from wod.models import DayHeading, Finding, StatedDate, Week
from wod.reading.named_dates import LONGEST_WEEK, Named, NamedDate, read_dates
from wod.weeks import not_in_the_calendar, week_starting

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
        return self.start is not None and (self.days > 1 or self.is_week)

    @property
    def day(self) -> date | None:
        """Return the day that the post names; a weekday alone is the next such day on or after the publication."""
        if self.names_week:
            return None
        if self.start is not None or self.weekday is None:
            return self.start
        return _next(self.weekday, self.published)

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
        return _add(self.monday, weekday)


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
    return from_slug if from_slug.start is not None or from_slug.unread or from_title.weekday is None else from_title


def unread_dates(unread: Sequence[str], blog: Blog, where: str = "the post's title or slug") -> BadInput:
    """Return the refusal of a post whose title, slug or heading has a text that looks like a date but is not one."""
    seen = ", ".join(f"`{text[:40]}`" for text in unread[:3])
    if advice := advice_about_language(" ".join(unread), blog.language_name):
        return BadInput(f"{seen} in {where} looks like a date, but {advice}")
    return BadInput(
        f"{seen} in {where} looks like a date, but is not a real day or week of at most 7 days; "
        "correct the title or give each day a heading with its full date."
    )


def date_sessions(
    headings: Sequence[DayHeading], dates: PostDates, blog: Blog
) -> tuple[Week, list[date], list[list[Finding]]]:
    """Return the week of the sessions, the date of each, and the findings about each date.

    A date in a heading comes first, then the title, the slug, and the blog's setting. Raise BadInput if none of them
    gives a session its day, or if the dates are in two weeks.
    """
    settled = all(heading.stated for heading in headings)
    if dates.unread and not settled and (blog.undated == "refuse" or any(h.weekday is not None for h in headings)):
        raise unread_dates(dates.unread, blog)
    one_day = _is_one_day(headings, dates, blog)
    known = {
        place: _stated_on(heading.stated, dates) for place, heading in enumerate(headings) if heading.stated is not None
    }
    anchor = dates if dates.start or not known else PostDates(min(known.values()), min(known.values()), is_week=True)
    found = [
        known[place] if place in known else _date_of(heading, anchor, blog, one_day=one_day)
        for place, heading in enumerate(headings)
    ]
    findings = [_findings_about(heading, day, dates) for heading, day in zip(headings, found, strict=True)]
    if findings:
        findings[0][:0] = [*dates.findings, *(_not_read(text) for text in dates.unread)]
    for place, heading in enumerate(headings):
        unread = _unread_in(heading, dates.published, blog)
        if unread and dates.start is None:
            raise unread_dates(unread, blog, where="a heading")
        findings[place] += map(_not_read, unread)
    return week_starting(_monday_of_all(found)), found, findings


def _is_one_day(headings: Sequence[DayHeading], dates: PostDates, blog: Blog) -> bool:
    """Return whether the post is for one day, so that its weekday headings only repeat the title."""
    weekdays = {heading.weekday for heading in headings if heading.weekday is not None}
    if len(weekdays) != 1 or blog.post == "week" or dates.names_week:
        return False
    if blog.post == "day" or dates.start is None or dates.weekday is not None:
        return True
    starts_week = dates.start.weekday() in (_MONDAY, _SUNDAY)
    return dates.start.weekday() in weekdays or not starts_week


def _date_of(heading: DayHeading, dates: PostDates, blog: Blog, *, one_day: bool) -> date:
    if heading.weekday is None:
        return dates.day or _day_by_setting(dates, blog)
    if not one_day:
        return _checked(dates.date_of(heading.weekday))
    return dates.start or _next(heading.weekday, dates.published)


def is_dated_by_setting(heading: DayHeading, dates: PostDates) -> bool:
    """Return whether neither heading nor title nor slug give a session its day, so that the blog's setting does."""
    return heading.weekday is None and heading.stated is None and dates.day is None


def _day_by_setting(dates: PostDates, blog: Blog) -> date:
    if blog.undated == "publication day":
        return dates.published
    if blog.undated == "day after":
        return _add(dates.published, 1)
    raise BadInput(
        "Nothing says which day the post is for: neither headings nor title nor slug name a day; "
        "name it in the title, or set `undated` in the blog's file."
    )


def _stated_on(stated: StatedDate, dates: PostDates) -> date:
    """Return the date of a heading; without a year it is the one nearest to the days of the title."""
    day = _nearest(stated, dates.start or dates.published, stated.year)
    if day is None:
        raise BadInput(
            f"A heading states the {stated.day}. of month {stated.month}"
            f"{f' in {stated.year}' if stated.year else ''}, which is no real date; correct the post."
        )
    return day


def _findings_about(heading: DayHeading, day: date, dates: PostDates) -> list[Finding]:
    findings = []
    weekday = heading.weekday if heading.weekday is not None else dates.weekday
    if weekday is not None and day.weekday() != weekday:
        message = f"The weekday is not that of {day.isoformat()}, which is a {day:%A}; the date counts."
        findings.append(Finding(rule="weekday", line=heading.session, message=message))
    if dates.names_week and not dates.has(day):
        message = f"{day.isoformat()} is outside the week that the title names; the heading counts."
        findings.append(Finding(rule="date", line=heading.session, message=message))
    return findings


def _unread_in(heading: DayHeading, published: date, blog: Blog) -> tuple[str, ...]:
    """Return texts that look like a date in a heading that has a weekday but no date that was read."""
    if heading.weekday is None or heading.stated or not any(map(str.isdigit, heading.session)):
        return ()
    return read_dates(heading.session, published, blog).unread


def _not_read(text: str) -> Finding:
    return Finding(
        rule="date", line=text, message="It looks like a date but is not one; something else states the day."
    )


def _monday_of_all(days: list[date]) -> date:
    mondays = sorted({day - day.weekday() * _DAY for day in days if day.toordinal() > day.weekday()})
    if not mondays:
        raise not_in_the_calendar()
    if len(mondays) > 1:
        raise BadInput(
            f"The post's days lie in two weeks, from {min(days).isoformat()} to {max(days).isoformat()}; "
            "divide the post at the Monday, or correct the dates of its headings and its title."
        )
    return _checked(mondays[0])


def _dates_in(text: str, published: date, blog: Blog) -> PostDates:
    reading = read_dates(text, published, blog)
    named = reading.named
    if named is None:
        return PostDates(published, weekday=reading.weekday, unread=reading.unread)
    try:
        start = _start_of(named, published)
        days = _days_of(named, start)
    except ValueError:
        return PostDates(published, unread=(named.text, *reading.unread))
    weekday = None if named.end else (named.weekday if named.weekday is not None else reading.weekday)
    findings = [_not_read(unread) for unread in reading.unread]
    year = _stated_year(named)
    if year is not None and _is_likelier_in_another_year(named, start, published):
        message = f"The year is read as {start.year}; another year would fit the publication better."
        findings.append(Finding(rule="date", line=named.text, message=message))
    return PostDates(published, start, days, named.is_week, weekday, findings=findings)


def _is_likelier_in_another_year(named: Named, start: date, published: date) -> bool:
    nearest = _nearest(named.start, published)
    return nearest is not None and abs(start - published) > _NEAR >= abs(nearest - published)


def _start_of(named: Named, published: date) -> date:
    """Return the first named day. Raise ValueError if it is not a real date."""
    nearest = _nearest(named.start, published)
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


def _nearest(day: NamedDate | StatedDate, near: date, year: int | None = None) -> date | None:
    """Return the day in this year, or else the one within half a year of `near`; None if it is not a real date."""
    days = []
    for each in [year] if year else [near.year - 1, near.year, near.year + 1]:
        with suppress(ValueError):
            real = date(each, day.month, day.day)
            if year or abs(real - near) <= _HALF_A_YEAR:  # February 29 is none in most years
                days.append(real)
    return min(days, key=lambda real: abs(real - near), default=None)


def _days_of(named: Named, start: date) -> int:
    """Return the number of named days, with both ends. Raise ValueError if they are no week."""
    if named.end is None:
        return 1
    end = date(start.year + named.crosses_years, named.end.month, named.end.day)
    days = (end - start).days + 1
    if not 1 <= days <= LONGEST_WEEK:
        raise ValueError(named.text)
    return days


def _next(weekday: int, day: date) -> date:
    return _add(day, (weekday - day.weekday()) % 7)


def _monday_of_most(start: date, days: int) -> date:
    """Return the Monday of the week that has most of the days; of two equal weeks, the first."""
    monday = _add(start, -start.weekday())
    in_first_week = 7 - start.weekday()
    return monday if in_first_week >= days - in_first_week else _add(monday, 7)


def _add(day: date, days: int) -> date:
    try:
        return day + days * _DAY
    except OverflowError:
        raise not_in_the_calendar() from None


def _checked(monday: date) -> date:
    if not date.min.year < monday.year < date.max.year:  # a week has one before it and one after
        raise not_in_the_calendar()
    return monday
