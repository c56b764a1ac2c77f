"""The page of a year: a calendar of its sessions, and its weeks as links."""

from dataclasses import dataclass
from datetime import date

from wod.site.kept_weeks import KeptWeek, KeptYear
from wod.site.pictures import SQUARE, Square, year_squares
from wod.site.week_page import week_title
from wod.site.words import Words
from wod.weeks import week_path


@dataclass(frozen=True)
class WeekEntry:
    """A week of the year as a link."""

    path: str
    title: str
    sessions: int
    reps: int
    lifts: str


@dataclass(frozen=True)
class YearView:
    """A year, ready to be shown; the newest week first."""

    year: int
    squares: list[Square]
    months: list[tuple[float, str]]
    weeks: list[WeekEntry]
    sessions: int
    reps: int


def year_view(year: KeptYear, words: Words) -> YearView:
    """Return the year with the weeks that have sessions."""
    shown = [one for one in year.weeks if one.current]
    weeks = [_entry(one, words) for one in reversed(shown)]
    return YearView(
        year=year.year,
        squares=year_squares(shown),
        months=_months(year.year, words),
        weeks=weeks,
        sessions=sum(one.sessions for one in weeks),
        reps=sum(one.reps for one in weeks),
    )


def _entry(week: KeptWeek, words: Words) -> WeekEntry:
    lifts = dict.fromkeys(one.lift for session in week.trained for one in session.lifted)
    return WeekEntry(
        path=week_path(week.week),
        title=week_title(week.week, words),
        sessions=len(week.trained),
        reps=sum(one.reps or 0 for one in week.trained),
        lifts=", ".join(map(words.lift, list(lifts)[:4])),
    )


def _months(year: int, words: Words) -> list[tuple[float, str]]:
    """Return the position of each month in the calendar, and its name."""
    starts = [date(year, month, 1).isocalendar() for month in range(1, 13)]
    weeks = [one.week if one.year == year else 1 for one in starts]
    return [(round((week - 1) * SQUARE, 1), words.month(month, short=True)) for month, week in enumerate(weeks, 1)]
