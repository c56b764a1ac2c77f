"""The summary of a year for the pages that show all weeks: its weeks, levels and lifts, without the coach's text.

They are made from the summaries of all years, which are one object, so that a page costs the same after many years.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import msgspec

from wod.shape import Date, Shape
from wod.site.kept_weeks import KeptSession, KeptYear, Lifted
from wod.site.pictures import paths_of

MOST_LATEST = 30
"""The number of the latest sets of a lift that its page lists."""

_STEP = 5  # percent


class Done(Lifted, array_like=True):
    """Sets of a lift on a day."""

    date: Date


class LiftOfYear(Shape, array_like=True):
    """A lift in a year.

    `latest` has the last sets, the latest first; `at` has the last sets at each percent, by the lower bound of its step
    of five; `dots` has a path for each class of repetitions.
    """

    count: int
    first: Date
    latest: list[Done]
    at: dict[int, Done]
    dots: dict[int, str]


class YearSummary(Shape):
    """The numbers of the weeks in the history of a year and of those that have sessions, in order; the levels of
    sessions; the lifts by name."""

    weeks: list[int]
    shown: list[int]
    levels: list[str]
    lifts: dict[str, LiftOfYear]


class KnownYear(Shape):
    """The summary of the history with this ETag, and the ETag of the page that was drawn of it."""

    history: str
    summary: YearSummary
    page: str


class KnownYears(Shape):
    """The summaries of all years, by year. Their pages link to the `linked` years."""

    linked: list[int]
    years: dict[int, KnownYear]

    def summary(self, year: int, history: str) -> YearSummary | None:
        """Return the summary of a year whose history has this ETag, if it is known."""
        known = self.years.get(year)
        return known.summary if known and known.history == history else None

    def page(self, year: int, history: str, linked: list[int]) -> str:
        """Return the ETag of the page of this history that links to these years; empty if it is not known."""
        known = self.years.get(year)
        return known.page if known and (known.history, self.linked) == (history, linked) else ""


def summary_of(year: KeptYear) -> YearSummary:
    """Return the summary of a year."""
    sessions = [session for week in year.weeks for session in week.current]
    return YearSummary(
        weeks=[one.week.week for one in year.weeks],
        shown=[one.week.week for one in year.weeks if one.current],
        levels=sorted({one.level for one in sessions if one.level}),
        lifts=_lifts(sessions, year.year),
    )


def percents_of_step(step: int) -> str:
    """Return the percents of a step of `at`: `70–74`."""
    return f"{step}–{step + _STEP - 1}"


def _lifts(sessions: Iterable[KeptSession], year: int) -> dict[str, LiftOfYear]:
    done: dict[str, list[Done]] = defaultdict(list)
    for session in sorted(sessions, key=lambda one: one.date):
        for one in session.lifted:
            done[one.lift].append(Done(**msgspec.structs.asdict(one), date=session.date))
    return {name: _lift_of_year(entries, year) for name, entries in done.items()}


def _lift_of_year(done: list[Done], year: int) -> LiftOfYear:
    percents = [(one, percent) for one in done if (percent := one.mean_percent) is not None]
    return LiftOfYear(
        count=len(done),
        first=done[0].date,
        latest=done[: -MOST_LATEST - 1 : -1],
        at={int(percent) // _STEP * _STEP: one for one, percent in percents},
        dots=paths_of(((date.fromisoformat(one.date), percent, one.reps) for one, percent in percents), year),
    )
