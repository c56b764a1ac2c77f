"""The sessions as iCalendar: one event per session, with a number that grows with every change."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from wod.blog import Blog
from wod.site.kept_weeks import KeptSession, KeptWeek
from wod.site.words import Words

WEEKS_SUBSCRIBED = 26
"""The number of the newest weeks in the calendar to subscribe to; the others are in those of their years."""

_ASKED_AGAIN = timedelta(hours=6)
_MINUTES = 90  # of a session that does not state how long it takes


def calendar_of(name: str, weeks: Sequence[KeptWeek], blog: Blog, words: Words) -> bytes:
    """Return the calendar of these weeks: all day, or at the blog's `session_time`."""
    calendar = Calendar()
    calendar.add("prodid", "-//wod//sessions//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _ASKED_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", _ASKED_AGAIN)
    for week in weeks:
        for session in week.sessions:
            calendar.add_component(_event(session, blog, words))
    if blog.session_time:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(session: KeptSession, blog: Blog, words: Words) -> Event:
    changed = datetime.fromisoformat(session.modified).replace(tzinfo=UTC)
    event = Event()
    event.add("uid", _uid(session, blog))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", session.sequence)
    event.add("summary", session.title or words.without_day(session.session) or session.session or words("session"))
    event.add("status", "CANCELLED" if session.removed else "CONFIRMED")
    event.add("transp", "OPAQUE" if blog.session_time else "TRANSPARENT")
    if session.texts:
        event.add("description", _body(session, words))
    day = date.fromisoformat(session.date)
    if blog.session_time:
        begin = datetime.combine(day, time.fromisoformat(blog.session_time), ZoneInfo(blog.time_zone))
        event.add("dtstart", begin)
        event.add("dtend", begin + timedelta(minutes=session.minutes or _MINUTES))
    else:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    return event


def _uid(session: KeptSession, blog: Blog) -> str:
    """Return the name of the event, which no edit changes, and which no other blog's event has."""
    return f"{session.date}-{session.event_name}@{urlsplit(blog.url).hostname}"


def _body(session: KeptSession, words: Words) -> str:
    """Return the session's text, each part under its letter."""
    return "\n\n".join(f"{letter.upper() or words('Warm-up')}\n{text}" for letter, text in session.texts.items())
