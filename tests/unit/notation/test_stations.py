"""Stations and movements that take turns share the intervals of a clock."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read

MINUTES = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}


def test_stations_of_a_rotation_have_the_sets_that_are_stated_of_each() -> None:
    """`Minute 1:` before a movement is the name of its place; the clock is shared."""
    text = (
        "Every minute, on the minute, for 12 minutes (4 sets of each):\n"
        "Minute 1: Strict Pull-Ups x 5\n"
        "Minute 2: Hollow Hold x 30 seconds\n"
        "Minute 3 – Assault Bike x 10 calories"
    )
    rhythm = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    assert [
        one("Strict Pull-Ups", reps=5, **rhythm),
        one("Hollow Hold", seconds=30, **rhythm),
        one("Assault Bike", calories_min=10, calories_max=10, **rhythm),
    ] == prescribed(text)
    assert [] == read(text).findings


def test_stations_take_the_minutes_in_turn() -> None:
    """Twelve minutes of two stations are six sets of each, if nothing else is stated."""
    found = prescribed("EMOM 12:\nMin 1: Power Clean x 2 @ 65%\nMin 2: Push Jerk x 3 @ 60%")
    assert [6, 6] == [one["sets"] for one in found]


def test_a_rest_may_have_its_turn() -> None:
    """Twelve minutes of two stations and a rest are four sets of each; set lines are not further stations."""
    resting = prescribed("EMOM 12\nMinute 1: Snatch x 1\nMinute 2: Burpees x 5\nMinute 3: Rest")
    assert [4, 4] == [one["sets"] for one in resting]
    divided = prescribed("EMOM 12\nOdd minutes: Snatch\nSets 1-3 @ 70%\nSets 4-6 @ 75%\nEven minutes: 10 Burpees")
    assert [3, 3, 6] == [one["sets"] for one in divided]


def test_movements_in_turn_share_the_clock() -> None:
    """3 sets of each of two, every 3 minutes, are 18 minutes."""
    text = "Every 3 minutes, for 18 minutes (3 sets of each):\nBack Squat x 5 reps\nBox Jumps x 3 reps"
    assert [] == read(text).findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "EMOM 15:\n1) 12 Burpees\n2) 8 Pull-Ups\n3) 200 m Row",
            [
                one("Burpees", reps=12, sets=5, interval_seconds=60, total_seconds=900),
                one("Pull-Ups", reps=8, sets=5, interval_seconds=60, total_seconds=900),
                one("Row", m=200, sets=5, interval_seconds=60, total_seconds=900),
            ],
        ),
        (
            "EMOM 10\n1. 15 Air Squats\n2. 10 Push-Ups",
            [
                one("Air Squats", reps=15, sets=5, interval_seconds=60, total_seconds=600),
                one("Push-Ups", reps=10, sets=5, interval_seconds=60, total_seconds=600),
            ],
        ),
        (
            "Every 2 minutes, for 12 minutes:\n1) 300 m Run\n2) 20 Wall Balls",
            [
                one("Run", m=300, sets=3, interval_seconds=120, total_seconds=720),
                one("Wall Balls", reps=20, sets=3, interval_seconds=120, total_seconds=720),
            ],
        ),
        (
            "EMOM 20:\nMin 1 - 15 cal Row\nMin 2 - 12 Burpees",
            [
                one("Row", calories=15, sets=10, interval_seconds=60, total_seconds=1200),
                one("Burpees", reps=12, sets=10, interval_seconds=60, total_seconds=1200),
            ],
        ),
        (
            "EMOTM for 8 minutes\nOdd: 4 Power Snatches\nEven: 9 Burpees",
            [
                one("Power Snatches", reps=4, sets=4, interval_seconds=60, total_seconds=480),
                one("Burpees", reps=9, sets=4, interval_seconds=60, total_seconds=480),
            ],
        ),
    ],
)
def test_the_number_of_a_station_is_not_an_amount(text: str, expected: list[dict[str, Any]]) -> None:
    """Stations take their turns, so each has its share of the sets."""
    exact(text, *expected)


def test_a_numbered_rest_takes_its_turn() -> None:
    """Three stations share twelve minutes, also if the third is a rest."""
    exact(
        "EMOM 12\n1) 10 cal row\n2) 12 push-ups\n3) Rest",
        one("row", calories=10, sets=4, interval_seconds=60, total_seconds=720),
        one("push-ups", reps=12, sets=4, interval_seconds=60, total_seconds=720),
    )


@pytest.mark.parametrize(
    ("lines", "sets"),
    [
        ("1. 9 Calorie Row\n2. Rest", [6]),
        ("1. Rest\n2. 9 Calorie Row", [6]),
        ("1. 9 Calorie Row\nRest", [6]),
        ("1. 9 Calorie Row\n2. 14 Sit-Ups\nRest", [4, 4]),
        ("1. 9 Calorie Row\n2. Front Squat\n3 reps @ 70%", [6, 6]),
        ("1. 9 Calorie Row", [12]),
    ],
)
def test_a_rest_takes_its_turn_beside_numbered_lines(lines: str, sets: list[int]) -> None:
    """One number alone is not a rotation."""
    reading = read(f"EMOM 12:\n{lines}")
    assert sets == [one.sets for one in reading.prescriptions]
    assert [] == reading.findings


@pytest.mark.parametrize(
    ("clock", "lines"),
    [
        ("EMOM 12:", "1. 9 Calorie Row\n2. 14 Sit-Ups\n3. 8 Burpees\n6 Dips"),
        ("EMOM 12:", "1. 9 Calorie Row\n2. 14 Sit-Ups\n4. 8 Burpees"),
        ("EMOM 12:", "1. 9 Calorie Row\n2. 14 Sit-Ups\n1. 9 Calorie Row\n2. 8 Burpees"),
        ("EMOM 13:", "1. 9 Calorie Row\n2. 14 Sit-Ups"),
        ("EMOM 13:", "1. 9 Calorie Row\n2. Rest"),
        ("EMOM 13:", "Min 1: 9 Calorie Row\nMin 2: Rest"),
        ("E2MOM for 15 min:", "3 Snatches"),
    ],
)
def test_turns_whose_number_is_unknown_or_does_not_fill_the_clock_are_a_finding(clock: str, lines: str) -> None:
    """No one knows how many sets they have."""
    reading = read(f"{clock}\n{lines}")
    assert {None} == {one.sets for one in reading.prescriptions}
    assert [("clock", clock)] == [(finding.rule, finding.line) for finding in reading.findings]


def test_a_number_alone_with_rest_is_a_station_of_rest() -> None:
    """Each of three stations, the rest among them, has four of the twelve minutes."""
    text = "EMOM 12:\n1) 10 Burpees\n2) 12 Kettlebell Swings\n3) Rest"
    exact(text, one("Burpees", reps=10, **MINUTES), one("Kettlebell Swings", reps=12, **MINUTES))


@pytest.mark.parametrize(
    "line",
    [
        "EMOM 12: min 1 - 8 burpees, min 2 - 10 KB swings 24 kg",
        "EMOM 12: Minute 1: 8 burpees; Minute 2: 10 KB swings 24 kg",
        "EMOM 12 – odd: 8 burpees, even: 10 KB swings 24 kg",
        "EMOM 12:\nmin 1: 8 burpees, min 2: 10 KB swings 24 kg",
    ],
)
def test_stations_on_one_line_share_the_sets(line: str) -> None:
    """Each of two stations has six of the twelve minutes."""
    clock = {"sets": 6, "interval_seconds": 60, "total_seconds": 720}
    exact(line, one("burpees", reps=8, **clock), one("KB swings", reps=10, kg=24, **clock))


def test_a_station_of_rest_on_one_line_has_its_minutes() -> None:
    """Two movements and the rest have three of the nine minutes each."""
    clock = {"sets": 3, "interval_seconds": 60, "total_seconds": 540}
    text = "EMOM 9: min 1 - 8 burpees, min 2 - 10 sit-ups, min 3 - rest"
    exact(text, one("burpees", reps=8, **clock), one("sit-ups", reps=10, **clock))


def test_numbered_stations_on_one_line_share_the_sets() -> None:
    """Each of three stations, one of which is the rest, has four of the twelve minutes."""
    clock = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    text = "EMOM 12: 1) 12 Burpees 2) 8 C&J 60/40 3) rest"
    exact(text, one("Burpees", reps=12, **clock), one("C&J", reps=8, load_text="60/40", **clock))


def test_stations_below_an_unread_heading_share_the_sets() -> None:
    """A line above the clock is not a station."""
    clock = {"sets": 6, "interval_seconds": 60, "total_seconds": 720}
    text = "Strength – 12 minutes (4 rds)\nEMOM 12:\nMin 1: 3 Cleans\nMin 2: 10 Burpees"
    assert prescribed(text) == [one("Cleans", reps=3, **clock), one("Burpees", reps=10, **clock)]


@pytest.mark.parametrize(
    "clock", ["EMOM 10:", "EMOM for 5 rounds (10 minutes):", "Alternating EMOM for 5 rounds (10 minutes)"]
)
def test_the_name_of_a_station_may_stand_above_its_movements(clock: str) -> None:
    """All of them belong to that minute, and the next name begins another."""
    every = {"sets": 5, "interval_seconds": 60, "total_seconds": 600}
    exact(
        f"{clock}\nMinute 1:\n3 Hang Power Snatches\nMinute 2:\n6 Overhead Squats\n10 Burpees",
        one("Hang Power Snatches", reps=3, **every),
        one("Overhead Squats", reps=6, **every),
        one("Burpees", reps=10, **every),
    )


def test_a_rest_below_the_name_of_a_station_is_a_station() -> None:
    """Two minutes of work and one of rest, four times."""
    every = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    exact(
        "EMOM 12:\nMinute 1:\n3 Snatches\nMinute 2:\n10 Burpees\nMinute 3:\nRest",
        one("Snatches", reps=3, **every),
        one("Burpees", reps=10, **every),
    )


def test_minutes_that_count_up_are_stations() -> None:
    """`1 min:`, `2 min:` before reps are the minutes of the rotation; before a name they are its time."""
    clock = {"sets": 5, "interval_seconds": 60, "total_seconds": 600}
    text = "EMOM x 10\n1 min: 7 OHS\n2 min: 5 Pull-Ups"
    exact(text, one("OHS", reps=7, **clock), one("Pull-Ups", reps=5, **clock))
    exact("1 min: Row\n2 min: Bike", one("Row", seconds=60), one("Bike", seconds=120))
    assert prescribed("EMOM x 10\n2 min: 7 OHS\n3 min: 5 Pull-Ups") == []


@pytest.mark.parametrize(
    "scheme", ["Alternating EMOM 12:", "EMOM 12, alternating:", "Every minute for 12 minutes, alternating between:"]
)
def test_movements_that_alternate_share_the_sets(scheme: str) -> None:
    """Each of three movements has four of the twelve minutes."""
    clock = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    text = f"{scheme}\n10 Burpees\n12 KB Swings\n15 Sit-Ups"
    exact(text, one("Burpees", reps=10, **clock), one("KB Swings", reps=12, **clock), one("Sit-Ups", reps=15, **clock))


def test_a_rest_takes_turns_with_the_movements_that_alternate() -> None:
    """A bare rest is every third of the twelve minutes. A rest with a time is not one of them."""
    clock = {"interval_seconds": 60, "total_seconds": 720}
    swings, dips = (one(name, sets=4, reps=8, **clock) for name in ("KB Swings", "Dips"))
    exact("Alternating EMOM 12:\n8 KB Swings\n8 Dips\nRest", swings, dips)
    swings["sets"] = dips["sets"] = 6
    dips["rest_seconds"] = 90
    exact("Alternating EMOM 12:\n8 KB Swings\n8 Dips\nRest 90 seconds", swings, dips)


def test_movements_that_alternate_with_an_unread_line_have_no_sets() -> None:
    """The unread line has its share too."""
    clock = {"interval_seconds": 60, "total_seconds": 720}
    assert prescribed("EMOM 12, alternating:\n10 Burpees\n5 x 1+ Dips 4 of 8") == [one("Burpees", reps=10, **clock)]


@pytest.mark.parametrize(("intervals", "sets"), [(8, {"sets": 4}), (9, {})])
def test_movements_that_alternate_share_a_number_of_intervals(intervals: int, sets: dict[str, int]) -> None:
    """Each of two has half of them; no one knows which one has the ninth."""
    text = f"Every 1:30 x {intervals}, alternating:\n4 Push Press\n6 Pull-Ups"
    exact(
        text,
        *(one(name, reps=reps, interval_seconds=90, **sets) for name, reps in (("Push Press", 4), ("Pull-Ups", 6))),
    )


def test_the_intervals_of_each_movement_agree_with_all_of_them() -> None:
    """Otherwise the scheme is unread."""
    lifts = [one("Snatches", reps=3), one("Cleans", reps=3)]
    shared = {"sets": 5, "interval_seconds": 90}
    text = "Every 1:30 x 10 ({} each), alternating:\n3 Snatches\n3 Cleans"
    assert prescribed(text.format(5)) == [lift | shared for lift in lifts]
    assert prescribed(text.format(3)) == lifts
    assert ["unread"] == [finding.rule for finding in read(text.format(3)).findings]


@pytest.mark.parametrize("sides", ["arms", "sides", "legs"])
def test_sides_that_alternate_do_not_divide_the_sets(sides: str) -> None:
    """The movements do not take turns."""
    clock = {"sets": 12, "interval_seconds": 60, "total_seconds": 720}
    exact(f"EMOM 12, alternating {sides}:\n10 KB Snatches", one("KB Snatches", reps=10, **clock))


def test_a_list_of_numbers_with_dashes_is_not_a_list_of_ranges() -> None:
    """They count from one."""
    rhythm = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    exact(
        "EMOM 12\n1 – 8 Power Cleans\n2 – 10 Burpees\n3 – Rest",
        one("Power Cleans", reps=8, **rhythm),
        one("Burpees", reps=10, **rhythm),
    )


@pytest.mark.parametrize(
    ("scheme", "sets"),
    [
        ("EMOM 12", {"sets": 6, "interval_seconds": 60, "total_seconds": 720}),
        ("5 rounds for time:", {"sets": 5, "format": "for time"}),
    ],
)
def test_a_dash_directly_after_the_numbers_of_a_list_makes_no_ranges(scheme: str, sets: dict[str, Any]) -> None:
    """They count from one, and a space is after the dash."""
    exact(
        f"{scheme}\n1- 8 Power Cleans\n2- 10 Burpees",
        one("Power Cleans", reps=8, **sets),
        one("Burpees", reps=10, **sets),
    )
    exact("3 rounds:\n1-2 Rope Climbs", one("Rope Climbs", sets=3, reps=(1, 2)))


def test_ranges_with_dashes_are_not_numbers_of_a_list() -> None:
    """Only stations of an interval are numbered so."""
    text = "3 rounds\n1 - 2 Rope Climbs\n2 - 4 Muscle-Ups\n20 Sit-Ups"
    assert [one("Sit-Ups", sets=3, reps=20)] == prescribed(text)


def test_sets_below_stations_are_not_under_their_clock() -> None:
    """They are not a station, and have a number of their own."""
    clock = {"interval_seconds": 60, "total_seconds": 720}
    exact(
        "EMOM x 12 min\nOdd: 8 Burpees\nEven: 12 Air Squats\nBack Squat 3x10",
        one("Burpees", sets=6, reps=8, **clock),
        one("Air Squats", sets=6, reps=12, **clock),
        one("Back Squat", sets=3, reps=10),
    )


def test_a_rest_between_two_clocks_takes_no_turn() -> None:
    """The one movement of each clock has all its minutes."""
    exact(
        "EMOM 8:\n4 Thrusters\nRest\nEMOM 6:\n7 Burpees",
        one("Thrusters", reps=4, sets=8, interval_seconds=60, total_seconds=480),
        one("Burpees", reps=7, sets=6, interval_seconds=60, total_seconds=360),
    )


@pytest.mark.parametrize("lines", ["7 Burpees\nRest", "7 Burpees\n9 Dips\nRest\nEMOM 6:\n4 Thrusters"])
def test_a_rest_after_the_movements_of_each_minute_may_take_its_turn(lines: str) -> None:
    """At the end of the work, or after several movements, no one knows how many sets they have."""
    assert ["clock"] == [finding.rule for finding in read(f"EMOM 12:\n{lines}").findings]
