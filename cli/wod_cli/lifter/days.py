"""Days and weeks as people name them: `today`, `friday`, `2021-03-08`, `next`, `2021-w10`."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from wod.language import load_language, normalise
from wod.plumbing.current_blog import current_blog
from wod_cli.errors import CommandError

_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKS = {"last": -1, "this": 0, "next": 1}


def day_of(text: str, today: date) -> date:
    """Return the day that a person names; a weekday, in English or the blog's language, is the next one from today on.

    Raise CommandError for anything else.
    """
    word = normalise(text.strip())
    if word in _DAYS:
        return today + timedelta(days=_DAYS[word])
    weekdays = load_language("en").weekdays | current_blog().language.weekdays
    if word in weekdays:
        return today + timedelta(days=(weekdays[word] - today.weekday()) % 7)
    if _DATE.fullmatch(word):
        return _in_the_calendar(text, lambda: date.fromisoformat(word))
    if word in _WEEKS or _WEEK.fullmatch(word):
        raise CommandError(f"{text!r} is a week: `wod week {word}` shows it.")
    raise CommandError(f"{text!r} is not a day: write today, tomorrow, a weekday or a date such as 2021-03-08.")


def week_of(text: str, today: date) -> list[date]:
    """Return the seven days of the ISO week that a person names, or that the named day is in.

    Raise CommandError for anything else.
    """
    word = normalise(text.strip())
    if word in _WEEKS:
        day = today + timedelta(weeks=_WEEKS[word])
    elif week := _WEEK.fullmatch(word):
        day = _in_the_calendar(text, lambda: date.fromisocalendar(int(week[1]), int(week[2]), 1))
    elif _DATE.fullmatch(word):
        day = _in_the_calendar(text, lambda: date.fromisoformat(word))
    else:
        raise CommandError(
            f"{text!r} is not a week: write this, next, last, 2021-W10 or a day of it such as 2021-03-08."
        )
    return _in_the_calendar(text, lambda: [day + timedelta(days=number - day.weekday()) for number in range(7)])


def days_of(text: str, today: date) -> list[date]:
    """Return the days of a week, or the one day, that a person names. Raise CommandError for others."""
    word = normalise(text.strip())
    is_week = word in _WEEKS or _WEEK.fullmatch(word)
    return week_of(text, today) if is_week else [day_of(text, today)]


def long_day(day: date) -> str:
    """Return `Monday 8 March 2021`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _in_the_calendar[Found](text: str, find: Callable[[], Found]) -> Found:
    try:
        return find()
    except (ValueError, OverflowError) as error:
        raise CommandError(f"{text} is in no calendar: name a day of the years 1 to 9999.") from error
