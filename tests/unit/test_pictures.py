"""Pictures as numbers: they show the figures."""

from datetime import date, timedelta

import msgspec
import pytest

from tests.notation import BLOG
from tests.sites import MONDAY, kept_of, week_of
from wod.figures.shapes import WeekFigures
from wod.figures.week import aggregate_week
from wod.site.kept_weeks import Lifted
from wod.site.lift_page import lift_views
from wod.site.pictures import WIDTH, Scale, compared, dots, year_squares, zone_bars
from wod.site.words import words_of

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
    assert y == Scale(date(2021, 1, 1), date(2021, 1, 2)).y(percent)


@pytest.mark.parametrize(("day", "x"), [(1, 28), (2, 70.9), (8, 328)])
def test_dates_are_between_the_labels_of_the_percents_and_the_right_edge(day: int, x: float) -> None:
    """The first day is right of the labels, the last one eight units from the edge; to a tenth of a unit."""
    assert x == Scale(date(2021, 1, 1), date(2021, 1, 8)).x(date(2021, 1, day))


def test_each_class_of_repetitions_has_its_own_dots() -> None:
    """Four and five are one class, and so are six and more; unknown repetitions are with single ones."""
    (session, *_) = kept_of(WEEK).sessions
    sets = [(None, 70), (1, 71), (2, 72), (3, 73), (4, 74), (5, 75), (6, 76), (20, 77)]
    lifted = [
        (session, Lifted(lift="Snatch", movement="Snatch", sets=1, reps=reps, percent_min=percent, percent_max=percent))
        for reps, percent in sets
    ]
    groups = dots(lifted, Scale(MONDAY, MONDAY))
    assert ["1", "2", "3", "4–5", "6+"] == [group.name for group in groups]
    assert [2, 1, 1, 2, 2] == [group.path.count("M") for group in groups]


def test_dots_are_apart_by_repetitions() -> None:
    """One path for each class of repetitions, one dot for each percent of a day."""
    snatch = next(view for view in lift_views([kept_of(WEEK)], words_of("en")) if view.name == "Snatch")
    assert ["2", "4–5"] == [group.name for group in snatch.dots]
    assert ["M28 100h0", "M28 71.4h0"] == [group.path for group in snatch.dots]


def test_a_lift_says_when_each_percent_was_last() -> None:
    """In steps of five, from the highest down, each with the day and its sets."""
    squat = next(view for view in lift_views([kept_of(WEEK)], words_of("en")) if view.name == "Back Squat")
    assert [("70–74 %", "5×3", "Wed 10 Mar 2021"), ("60–64 %", "5×5", "Mon 8 Mar 2021")] == [
        (step.replace("\u202f", " "), entry.sets, entry.day) for step, entry in squat.at
    ]


def test_a_lift_lists_its_thirty_newest_entries_first() -> None:
    """All others are dots, and count."""
    mondays = [MONDAY + timedelta(weeks=number) for number in range(31)]
    weeks = [kept_of(week_of({"Monday": ["A.", "Deadlift 3x3 @ 80%"]}, monday)) for monday in mondays]
    (lift,) = lift_views(weeks, words_of("en"))
    newest_first = [f"{day.day} {day:%b} {day.year}" for day in reversed(mondays[1:])]
    assert (31, newest_first) == (lift.count, [entry.day.partition(" ")[2] for entry in lift.latest])
