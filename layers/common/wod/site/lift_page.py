"""The page of a lift: every prescription of it since the first post."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wod.language import normalise
from wod.site.amounts import span
from wod.site.kept_weeks import KeptSession, KeptWeek, Lifted
from wod.site.pictures import Dots, Scale, dots
from wod.site.words import NO_BREAK, Words
from wod.weeks import week_path

_NOT_IN_NAMES = re.compile("[^a-z0-9]+")
_MOST_LATEST = 30
_STEP = 5  # percent

type _Done = tuple[KeptWeek, KeptSession, Lifted]


@dataclass(frozen=True)
class Entry:
    """Some sets of the lift on a day, and the address of the day."""

    day: str
    address: str
    movement: str
    sets: str
    percent: str


@dataclass(frozen=True)
class LiftView:
    """A lift over all years, ready to be shown. `at` has the last time at each percent, from the highest down."""

    name: str
    path: str
    count: int
    last: Entry
    latest: list[Entry]
    at: list[tuple[str, Entry]]
    dots: list[Dots]
    years: list[tuple[float, int]]
    percents: list[tuple[float, int]]
    scale: Scale


def lift_path(name: str) -> str:
    """Return `lifts/back-squat.html`. Names of lifts are the catalogue's, so no two have the same path."""
    return f"lifts/{_NOT_IN_NAMES.sub('-', normalise(name).replace('&', 'and')).strip('-')}.html"


def lift_views(weeks: Sequence[KeptWeek], words: Words) -> list[LiftView]:
    """Return each lift of these weeks, the most frequently prescribed one first."""
    done: dict[str, list[_Done]] = {}
    for week in weeks:
        for session in week.current:
            for one in session.lifted:
                done.setdefault(one.lift, []).append((week, session, one))
    views = [_view(name, entries, words) for name, entries in done.items()]
    return sorted(views, key=lambda view: (-view.count, view.name))


def _view(name: str, done: list[_Done], words: Words) -> LiftView:
    done = sorted(done, key=lambda entry: entry[1].date)
    first, last = (date.fromisoformat(done[place][1].date) for place in (0, -1))
    scale = Scale(first, last)
    return LiftView(
        name=name,
        path=lift_path(name),
        count=len(done),
        last=_entry(*done[-1], words),
        latest=[_entry(*one, words) for one in done[: -_MOST_LATEST - 1 : -1]],
        at=_last_times(done, words),
        dots=dots(((session, one) for _, session, one in done), scale),
        years=[(scale.x(date(year, 1, 1)), year) for year in range(first.year + 1, last.year + 1)],
        percents=[(scale.y(percent), percent) for percent in (60, 80, 100)],
        scale=scale,
    )


def _last_times(done: list[_Done], words: Words) -> list[tuple[str, Entry]]:
    last: dict[int, _Done] = {}
    for week, session, one in done:
        if one.mean_percent is not None:
            last[int(one.mean_percent) // _STEP * _STEP] = week, session, one
    return [
        (f"{step}–{step + _STEP - 1}{NO_BREAK}%", _entry(*last[step], words)) for step in sorted(last, reverse=True)
    ]


def _entry(week: KeptWeek, session: KeptSession, one: Lifted, words: Words) -> Entry:
    day = date.fromisoformat(session.date)
    percent = span(one.percent_min, one.percent_max, words.figure)
    if one.rep_max_test is not None:
        sets = f"{one.rep_max_test}RM"
    else:
        sets = "×".join(str(number) for number in (one.sets, one.reps) if number is not None)
    return Entry(
        day=f"{words.day(day)} {day.year}",
        address=f"{week_path(week.week)}#{session.date}",
        movement=words.lift(one.movement),
        sets=sets,
        percent=f"{percent}{NO_BREAK}%" if percent else "",
    )
