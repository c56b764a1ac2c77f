"""Give each session its date, from the dates that a post names and the time of its publication."""

from calendar import month_name
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from wod.blog import Blog
from wod.errors import BadInput
from wod.models import DayHeading, Finding, StatedDate, Week
from wod.reading.dates.named_dates import read_dates
from wod.reading.dates.post_dates import PostDates, add_days, nearest_to, next_on, not_read, unread_dates
from wod.weeks import not_in_the_calendar, week_starting

_DAY = timedelta(days=1)
_MONDAY, _SUNDAY = 0, 6
_FEWEST_IN_ORDER = 3  # weekdays


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
    fall = None if known else _fall([heading.weekday for heading in headings])
    if fall and dates.days == 1 and dates.start and dates.start.weekday() == headings[0].weekday:
        anchor = replace(dates, days=7)  # `Week of March 14`, a Sunday, above `Sunday`, `Monday` and `Tuesday`
    found = [
        known[place] if place in known else _date_of(heading, anchor, blog, one_day=one_day)
        for place, heading in enumerate(headings)
    ]
    findings = [_findings_about(heading, day, dates) for heading, day in zip(headings, found, strict=True)]
    for place in _doubtful(fall, len(headings)):
        message = (
            f"Its place in the list is that of another week, but its date is {found[place]}, in the week of the rest."
        )
        findings[place].append(Finding(rule="date", line=headings[place].session, message=message))
    if findings:
        findings[0][:0] = [*dates.findings, *(not_read(text) for text in dates.unread)]
    for place, heading in enumerate(headings):
        unread = _unread_in(heading, dates.published, blog)
        if unread and dates.start is None:
            raise unread_dates(unread, blog, where="a heading")
        findings[place] += map(not_read, unread)
    return week_starting(_monday_of_all(found)), found, findings


def _fall(weekdays: Sequence[int | None]) -> int | None:
    """Return the place of the first day of the next week in a list such as `Sunday`, `Monday`, `Tuesday`.

    There is none in a list from Monday to Sunday, in one from the newest day to the oldest, and in one without order.
    """
    days = [day for day in weekdays if day is not None]
    falls = [place for place, (one, other) in enumerate(pairwise(days), 1) if one > other]
    if len(falls) != 1 or len(days) < len(weekdays) or len({*days}) < _FEWEST_IN_ORDER:
        return None
    return falls[0] if max(days[falls[0] :]) <= min(days[: falls[0]]) else None


def _doubtful(fall: int | None, days: int) -> range:
    """Return the places of the days on the side of Monday that has fewer of them."""
    if fall is None:
        return range(0)
    return range(fall) if 2 * fall <= days else range(fall, days)


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
    return dates.start or next_on(heading.weekday, dates.published)


def is_dated_by_setting(heading: DayHeading, dates: PostDates) -> bool:
    """Return whether neither heading nor title nor slug give a session its day, so that the blog's setting does."""
    return heading.weekday is None and heading.stated is None and dates.day is None


def _day_by_setting(dates: PostDates, blog: Blog) -> date:
    if blog.undated == "publication day":
        return dates.published
    if blog.undated == "day after":
        return add_days(dates.published, 1)
    raise BadInput(
        "Nothing says which day the post is for: neither headings nor title nor slug name a day; "
        "name it in the title, or set `undated` in the blog's file."
    )


def _stated_on(stated: StatedDate, dates: PostDates) -> date:
    """Return the date of a heading; without a year it is the one nearest to the days of the title."""
    day = nearest_to(stated, dates.start or dates.published, stated.year)
    if day is None:
        raise BadInput(
            f"A heading names {stated.day} {month_name[stated.month]}{f' {stated.year}' if stated.year else ''}, "
            "which is not a real date; correct the post."
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


def _checked(monday: date) -> date:
    if not date.min.year < monday.year < date.max.year:  # a week has one before it and one after
        raise not_in_the_calendar()
    return monday
