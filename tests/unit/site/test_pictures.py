"""Pictures as numbers: they show the figures."""

from datetime import date, timedelta

import msgspec
import pytest

from tests.notation import BLOG
from tests.sites import MONDAY, kept_of, week_of
from wod.figures.shapes import WeekFigures
from wod.figures.week import aggregate_week
from wod.site.files import StoredWeek
from wod.site.kept_weeks import KeptYear
from wod.site.lift_page import LiftView, lift_views
from wod.site.pictures import WIDTH, Scale, class_name, compared, height_of, paths_of, year_squares, zone_bars
from wod.site.words import words_of
from wod.site.year_summary import summary_of

DAYS = {
    "Monday": ["A.", "Snatch 5x2 @ 75%", "B.", "Snatch 2x5 @ 85%", "C.", "Back Squat 5x5 @ 62%"],
    "Wednesday": ["A.", "Back Squat 5x3 @ 72%"],
}
WEEK = week_of(DAYS)


def figures() -> WeekFigures:
    assert WEEK.figures
    return WEEK.figures


def test_a_bar_is_divided_by_intensity() -> None:
    """The lift with most repetitions fills the width; the others are as wide as they have repetitions."""
    squat, snatch = zone_bars(figures())
    assert [("Back Squat", 40), ("Snatch", 20)] == [(bar.lift, bar.reps) for bar in (squat, snatch)]
    assert [(1, 25, 0, 210), (2, 15, 210, 126)] == [(z.number, z.reps, z.x, z.width) for z in squat.zones]
    assert [(2, 10, 84), (3, 10, 84)] == [(z.number, z.reps, z.width) for z in snatch.zones]


def test_each_piece_of_a_bar_begins_at_the_end_of_the_one_before() -> None:
    """The pieces of 4, 3 and 6 repetitions divide the width of 13, to a tenth of a unit; an empty zone has none."""
    days = {"Monday": ["A.", "Snatch 2x2 @ 65%", "B.", "Snatch 1x3 @ 75%", "C.", "Snatch 2x3 @ 95%"]}
    figures_of_week = week_of(days).figures
    assert figures_of_week
    (snatch,) = zone_bars(figures_of_week)
    assert [(1, 4, 0, 103.4), (2, 3, 103.4, 77.5), (4, 6, 180.9, 155.1)] == [
        (zone.number, zone.reps, zone.x, zone.width) for zone in snatch.zones
    ]


def test_lifts_are_compared_with_the_week_before() -> None:
    """Sets and mean percents of both weeks; nothing of a lift that only one of them has."""
    before = week_of({"Monday": ["A.", "Back Squat 4x5 @ 60%"]}, MONDAY - timedelta(weeks=1))
    made = aggregate_week(WEEK.week, WEEK.records, before.records, {}, "k", BLOG)
    rows = compared(msgspec.convert(made, WeekFigures))
    # 25 repetitions at 62 % and 15 at 72 %: 65.75, rounded; 10 at 75 % and 10 at 85 %
    assert [("Back Squat", 10, 65.8, 4, 60.0), ("Snatch", 7, 80.0, None, None)] == [
        (row.lift, row.sets, row.mean, row.sets_before, row.mean_before) for row in rows
    ]
    assert [WIDTH, 134.4] == [rows[0].width, rows[0].width_before]
    assert 0 == rows[1].width_before


def test_days_are_shaded_by_their_repetitions() -> None:
    """Monday has 45 repetitions and the darkest shade, Wednesday 15 and a third of it; other days have none."""
    squares = year_squares([kept_of(WEEK)])
    assert [4, 0, 2, 0, 0, 0, 0] == [square.shade for square in squares]
    assert {round(9 * WIDTH / 54, 1)} == {square.x for square in squares}


@pytest.mark.parametrize(("percent", "y"), [(110, 0), (75, 100), (40, 200), (30, 200), (130, 0)])
def test_percents_are_between_40_and_110(percent: float, y: float) -> None:
    """Values above or below are at the edge."""
    assert y == height_of(percent)


@pytest.mark.parametrize(("day", "x"), [(1, 28), (2, 70.9), (8, 328)])
def test_dates_are_between_the_labels_of_the_percents_and_the_right_edge(day: int, x: float) -> None:
    """The first day is right of the labels, the last one eight units from the edge; to a tenth of a unit."""
    assert x == Scale(date(2021, 1, 1), date(2021, 1, 8)).x(date(2021, 1, day))


def test_each_class_of_repetitions_has_its_own_dots() -> None:
    """Four and five are one class, and so are six and more; unknown repetitions are with single ones."""
    sets = [(None, 70), (1, 71), (2, 72), (3, 73), (4, 74), (5, 75), (6, 76), (20, 77)]
    paths = paths_of(((MONDAY, percent, reps) for reps, percent in sets), 2021)
    assert ["1", "2", "3", "4–5", "6+"] == [class_name(number) for number in paths]
    assert [2, 1, 1, 2, 2] == [path.count("M") for path in paths.values()]


@pytest.mark.parametrize(("day", "x"), [(date(2021, 1, 1), 0), (date(2021, 3, 8), 66), (date(2020, 12, 28), -4)])
def test_dots_of_a_year_are_at_their_days(day: date, x: int) -> None:
    """Counted from the first of January, which may be in the first week of the year; equal ones are one dot."""
    assert {1: f"M{x} 100h0"} == paths_of([(day, 75, 2), (day, 75, 2)], 2021)


def lift(name: str, *weeks: StoredWeek) -> LiftView:
    """The page of a lift of these weeks."""
    years: dict[int, KeptYear] = {}
    for week in weeks:
        year = years.get(week.week.year, KeptYear(year=week.week.year, weeks=[]))
        years[year.year] = year.with_week(kept_of(week))
    views = lift_views({number: summary_of(year).lifts for number, year in years.items()}, words_of("en"))
    return next(view for view in views if view.name == name)


def test_dots_are_apart_by_repetitions() -> None:
    """Each class of repetitions has one path, and each percent of a day one dot."""
    snatch = lift("Snatch", WEEK)
    assert [(1, "2"), (3, "4–5")] == snatch.classes
    assert [{1: "M66 100h0", 3: "M66 71.4h0"}] == [year.paths for year in snatch.dots]


def test_each_year_of_dots_is_at_its_place() -> None:
    """Fourteen days are 300 units, so a day is 21.4; the second year begins on the fourth day, 85.7 from the left."""
    weeks = [week_of({"Monday": DAYS["Monday"]}, day) for day in (date(2020, 12, 28), date(2021, 1, 11))]
    before, after = lift("Snatch", *weeks).dots
    assert (round(28 - 300 * 362 / 14, 1), 21.42857, "M362 100h0") == (before.x, before.day, before.paths[1])
    assert (113.7, 21.42857, "M10 100h0") == (after.x, after.day, after.paths[1])


def test_a_lift_says_when_each_percent_was_last() -> None:
    """The steps are of five, from the highest down, each with its last day and its sets, of whatever year."""
    later = week_of({"Friday": ["A.", "Back Squat 2x2 @ 70%"]}, date(2022, 3, 7))
    squat = lift("Back Squat", WEEK, later)
    assert [("70–74 %", "2×2", "Fri 11 Mar 2022"), ("60–64 %", "5×5", "Mon 8 Mar 2021")] == [
        (step.replace("\u202f", " "), entry.sets, entry.day) for step, entry in squat.at
    ]


def test_a_lift_lists_its_thirty_newest_entries_first() -> None:
    """The newest of all years are first, each with the address of its day; the others are counted, and are dots."""
    mondays = [date(2020, 8, 3) + timedelta(weeks=number) for number in range(33)]
    deadlift = lift("Deadlift", *(week_of({"Monday": ["A.", "Deadlift 3x3 @ 80%"]}, monday) for monday in mondays))
    days = [entry.day for entry in deadlift.latest]
    assert (30, "Mon 15 Mar 2021", "Mon 24 Aug 2020") == (len(days), days[0], days[-1])
    assert "weeks/2020-W35.html#2020-08-24" == deadlift.latest[-1].address
    assert 33 == deadlift.count == sum(path.count("M") for year in deadlift.dots for path in year.paths.values())
