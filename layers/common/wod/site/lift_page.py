"""The page of a lift: every prescription of it since the first post."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice

from wod.language import normalise
from wod.site.amounts import span
from wod.site.pictures import DotsOfYear, Scale, class_name, dots_of_year, height_of
from wod.site.words import NO_BREAK, Words
from wod.site.year_summary import MOST_LATEST, Done, LiftOfYear, percents_of_step
from wod.weeks import week_path, week_starting

_NOT_IN_NAMES = re.compile("[^a-z0-9]+")


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
    """A lift over all years, ready to be shown. `at` has the last time at each percent, from the highest down;
    `classes` are the numbers and names of the classes of repetitions."""

    name: str
    path: str
    count: int
    last: Entry
    latest: list[Entry]
    at: list[tuple[str, Entry]]
    classes: list[tuple[int, str]]
    dots: list[DotsOfYear]
    years: list[tuple[float, int]]
    percents: list[tuple[float, int]]
    scale: Scale


def lift_path(name: str) -> str:
    """Return `lifts/back-squat.html`. Names of lifts are the catalogue's, so no two have the same path."""
    return f"lifts/{_NOT_IN_NAMES.sub('-', normalise(name).replace('&', 'and')).strip('-')}.html"


def lift_views(years: Mapping[int, Mapping[str, LiftOfYear]], words: Words) -> list[LiftView]:
    """Return each lift of these years, which are in order, the most frequently prescribed one first."""
    of_lifts: dict[str, dict[int, LiftOfYear]] = defaultdict(dict)
    for year, lifts in years.items():
        for name, of_year in lifts.items():
            of_lifts[name][year] = of_year
    views = [_view(name, of_years, words) for name, of_years in of_lifts.items()]
    return sorted(views, key=lambda view: (-view.count, view.name))


def _view(name: str, of_years: dict[int, LiftOfYear], words: Words) -> LiftView:
    years = list(of_years.values())
    latest = list(islice(chain.from_iterable(year.latest for year in reversed(years)), MOST_LATEST))
    first, last = (date.fromisoformat(day) for day in (years[0].first, latest[0].date))
    scale = Scale(first, last)
    at = {step: one for year in years for step, one in year.at.items()}
    return LiftView(
        name=name,
        path=lift_path(name),
        count=sum(year.count for year in years),
        last=_entry(latest[0], words),
        latest=[_entry(one, words) for one in latest],
        at=[(f"{percents_of_step(step)}{NO_BREAK}%", _entry(at[step], words)) for step in sorted(at, reverse=True)],
        classes=[(number, class_name(number)) for number in sorted({one for year in years for one in year.dots})],
        dots=[dots_of_year(year, of_year.dots, scale) for year, of_year in of_years.items() if of_year.dots],
        years=[(scale.x(date(year, 1, 1)), year) for year in range(first.year + 1, last.year + 1)],
        percents=[(height_of(percent), percent) for percent in (60, 80, 100)],
        scale=scale,
    )


def _entry(one: Done, words: Words) -> Entry:
    day = date.fromisoformat(one.date)
    percent = span(one.percent_min, one.percent_max, words.figure)
    if one.rep_max_test is not None:
        sets = f"{one.rep_max_test}RM"
    else:
        sets = "×".join(str(number) for number in (one.sets, one.reps) if number is not None)
    return Entry(
        day=f"{words.day(day)} {day.year}",
        address=f"{week_path(week_starting(day - timedelta(days=day.weekday())))}#{one.date}",
        movement=words.lift(one.movement),
        sets=sets,
        percent=f"{percent}{NO_BREAK}%" if percent else "",
    )
