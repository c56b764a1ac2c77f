"""Numbers whose place says little: a unit after the wrong one, ladders, and schemes without a movement."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("DL 405x3 lbs", one("DL", reps=3, lb=405)),
        ("Deadlift\n315x5 lbs", one("Deadlift", reps=5, lb=315)),
        ("Bench 100x5kg", one("Bench", reps=5, kg=100)),
        ("Press 135 x 5 #", one("Press", reps=5, lb=135)),
        ("Bench 225x5x3 lb", one("Bench", sets=3, reps=5, lb=225)),
        ("Bench\n225x5x3 lb", one("Bench", sets=3, reps=5, lb=225)),
        ("Clean 60x2x3kg", one("Clean", sets=3, reps=2, kg=60)),
        ("Back Squat 315x20 lb", one("Back Squat", reps=20, lb=315)),
        ("Bench 225x3 lb x 4", one("Bench", sets=4, reps=3, lb=225)),
    ],
)
def test_a_unit_at_the_end_may_belong_to_the_first_number(text: str, says: dict[str, Any]) -> None:
    """No one lifts three pounds 405 times."""
    exact(text, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Curls 10x25#", one("Curls", reps=10, lb=25)),
        ("Deadlift 5x3x405#", one("Deadlift", sets=5, reps=3, lb=405)),
        ("Bench 20x15 kg", one("Bench", reps=20, kg=15)),
        ("Snatch 5x10 kg", one("Snatch", reps=5, kg=10)),
        ("Wall Balls 150x9 kg", one("Wall Balls", reps=150, kg=9)),
    ],
)
def test_repetitions_by_weight_stay(line: str, says: dict[str, Any]) -> None:
    """The first number may be the repetitions, so the weight is the one with the unit."""
    exact(line, says)


@pytest.mark.parametrize(
    "line", ["Bench 20x10 kg", "Press 10x3x5 kg", "Lateral Raise 50x5 lb", "Squat 100x20 kg", "Deadlift 405 x 3/2 lb"]
)
def test_a_line_of_which_either_number_may_be_the_weight_is_unread(line: str) -> None:
    """It is reported, and gives no number."""
    assert [] == prescribed(line)
    assert [("unread", line)] == [(finding.rule, finding.line) for finding in read(line).findings]


@pytest.mark.parametrize("line", ["10-1 for time", "10-1", "10 to 1 of:", "10 down to 1", "1 to 10 of:"])
def test_a_ladder_without_its_steps_is_unread(line: str) -> None:
    """It is not two sets, and no field holds numbers that no one wrote."""
    text = f"{line}\nThrusters"
    assert [one("Thrusters")] == prescribed(text)
    assert [("unread", line)] == [(finding.rule, finding.line) for finding in read(text).findings]


@pytest.mark.parametrize(
    ("line", "reps"), [("21-9", [21, 9]), ("15-12-9", [15, 12, 9]), ("3-1", [3, 1]), ("3-2-1", [3, 2, 1])]
)
def test_two_sets_stay_two_sets(line: str, reps: list[int]) -> None:
    """A list that does not go down to one from a high number is written in full."""
    exact(f"{line}\nThrusters", one("Thrusters", sets=len(reps), reps_per_set=reps))


@pytest.mark.parametrize("sets", ["max reps (-2)", "3 x max reps minus 2", "3 x max - 1"])
def test_less_than_the_most_is_not_a_load(sets: str) -> None:
    """The difference is one of repetitions, which no field has."""
    assert [one("Pull-Ups")] == prescribed(f"Pull-Ups\n{sets}")
    assert [sets] == [finding.line for finding in read(f"Pull-Ups\n{sets}").findings]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Bench\n1x1 @8", one("Bench", sets=1, reps=1, rpe_min=8, rpe_max=8)),
        ("Deadlift\n3x5 @ 7.5", one("Deadlift", sets=3, reps=5, rpe_min=7.5, rpe_max=7.5)),
        ("Bench 1x3 @9", one("Bench", sets=1, reps=3, rpe_min=9, rpe_max=9)),
        ("Bench 3x5 @ 5", one("Bench", sets=3, reps=5, load_text="5")),
        ("Bench 3x5 @ 8.3", one("Bench", sets=3, reps=5, load_text="8.3")),
        ("Bench 3x5 @ 80", one("Bench", sets=3, reps=5, load_text="80")),
        ("Bench 3x5 @ 8 kg", one("Bench", sets=3, reps=5, kg=8)),
        ("Curls 3x10 @ 8", one("Curls", sets=3, reps=10, load_text="8")),
    ],
)
def test_six_to_ten_after_an_at_sign_is_the_rpe_of_a_lift(text: str, says: dict[str, Any]) -> None:
    """Powerlifters write it so, by halves; other numbers and those of other movements stay as written."""
    exact(text, says)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Every 2 min x 5\nWeird stuff here", "Every 2 min x 5"),
        ("Conditioning\n30 sec on / 30 sec off x 12", "30 sec on / 30 sec off x 12"),
        ("Intervals:\n3 min on, 1 min off x 5", "3 min on, 1 min off x 5"),
        ("AMRAP 12", "AMRAP 12"),
    ],
)
def test_a_scheme_without_a_movement_is_reported(text: str, line: str) -> None:
    """Its numbers are in no prescription."""
    assert [] == prescribed(text)
    assert [("unread", line)] == [(finding.rule, finding.line) for finding in read(text).findings]


def test_a_scheme_without_a_movement_is_not_part_of_the_next_one() -> None:
    """Two schemes that contradict are two pieces of work, and the first has no movement."""
    text = "Every 2 min x 5\nWeird stuff here\n3 rounds:\n10 Burpees"
    assert [one("Burpees", sets=3, reps=10)] == prescribed(text)
    assert ["Every 2 min x 5"] == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "21-15-9 of Deadlift & HSPU @ 225/155 lb",
            [
                one("Deadlift", sets=3, reps_per_set=[21, 15, 9], lb=(225, 155)),
                one("HSPU", sets=3, reps_per_set=[21, 15, 9]),
            ],
        ),
        ("10 Thrusters & 200m Run, 40/30 kg", [one("Thrusters", reps=10, kg=(40, 30)), one("Run", m=200)]),
        (
            "Run 400 m, 21 KB Swings, 12 Pull-Ups 24/16 kg",
            [one("Run", m=400), one("KB Swings", reps=21, kg=(24, 16)), one("Pull-Ups", reps=12)],
        ),
        ("10 Thrusters and 10 Burpees, 95/65", [one("Thrusters", reps=10, load_text="95/65"), one("Burpees", reps=10)]),
        ("10 Cleans, 10 Push-Ups @ 60%", [one("Cleans", reps=10, percent=60), one("Push-Ups", reps=10)]),
        ("10 Thrusters, 10 Box Jumps 24/20", [one("Thrusters", reps=10), one("Box Jumps", reps=10, load_text="24/20")]),
        ("10 Push-Ups and 10 Deadlifts, 100 kg", [one("Push-Ups", reps=10), one("Deadlifts", reps=10, kg=100)]),
        (
            "10 Thrusters 43 kg, 10 Pull-Ups 20 kg",
            [one("Thrusters", reps=10, kg=43), one("Pull-Ups", reps=10, kg=20)],
        ),
        (
            "Bench 4x5, Pull-Ups 4x5 @ 20 kg",
            [one("Bench", sets=4, reps=5), one("Pull-Ups", sets=4, reps=5, kg=20)],
        ),
        (
            "10 Thrusters and 10 Weighted Pull-Ups, 20 kg",
            [one("Thrusters", reps=10), one("Weighted Pull-Ups", reps=10, kg=20)],
        ),
    ],
)
def test_a_load_after_a_list_is_that_of_its_only_loaded_movement(text: str, expected: list[dict[str, Any]]) -> None:
    """It holds if the last movement takes no load; one with sets, a load or an implement of its own keeps it."""
    exact(text, *expected)


def test_a_load_below_a_list_is_that_of_its_only_loaded_movement() -> None:
    """A line of its own is read like the end of the list's line."""
    text = "21-15-9\nThrusters\nPull-Ups\n95/65 lb"
    reps = {"sets": 3, "reps_per_set": [21, 15, 9]}
    exact(text, one("Thrusters", lb=(95, 65), **reps), one("Pull-Ups", **reps))
    exact("21-15-9\nThrusters\nPull-Ups", one("Thrusters", **reps), one("Pull-Ups", **reps))


def test_a_load_below_a_list_that_may_be_of_several_is_reported() -> None:
    """It belongs to no movement."""
    text = "3 rounds\n10 Deadlifts\n10 Cleans\n10 Pull-Ups\n95/65 lb"
    rounds = {"sets": 3, "reps": 10}
    assert [one("Deadlifts", **rounds), one("Cleans", **rounds), one("Pull-Ups", **rounds)] == prescribed(text)
    assert ["95/65 lb"] == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize(
    "line",
    [
        "5 rounds: 10 Pull-Ups, 20 Push-Ups, 30 Air Squats (20 lb)",
        "10 Deadlifts, 10 Front Squats, 10 Pull-Ups, 60 kg",
        "10 Ring Rows, 10 Pull-Ups, 20 kg",
        "10 Thrusters, 10 Lunges, 10 Burpees, 40 kg",
    ],
)
def test_a_load_after_a_list_that_may_be_of_several_is_unread(line: str) -> None:
    """No one knows which of the movements has it."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize(
    "text",
    [
        "Assault Bike Intervals\n15 sec all out / 45 sec easy x 10",
        "Assault Bike Intervals:\n15 sec all out / 45 sec easy x 10",
        "Assault Bike Intervals (x 10)\n15 sec on / 45 sec off",
    ],
)
def test_the_number_of_intervals_is_that_of_the_sets(text: str) -> None:
    """Intervals name their movement, and have a time and a rest."""
    exact(text, one("Assault Bike Intervals", sets=10, seconds=15, rest_seconds=45))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Run Intervals\n5 x 400m Run", one("Run", sets=5, m=400)),
        ("Row Intervals\n4 rounds:\n500m Row", one("Row", sets=4, m=500)),
        ("Bike Intervals\n10 rounds:\n20 sec Sprint", one("Sprint", sets=10, seconds=20)),
        ("Run\n5 x 400m Run", one("Run", sets=5, m=400)),
    ],
)
def test_intervals_above_their_movement_are_a_title(text: str, says: dict[str, Any]) -> None:
    """The movement below has the numbers, and the title prescribes nothing."""
    exact(text, says)


@pytest.mark.parametrize("ladder", ["3-6-9-12...", "2-4-6-8..."])
def test_ladders_in_front_of_movements_stay_in_their_amrap(ladder: str) -> None:
    """Each movement has its own, and all have the clock."""
    text = f"AMRAP 7 min\n3-6-9-12... Thrusters 43/30 kg\n{ladder} Pull-Ups"
    clock = {"format": "amrap", "total_seconds": 420}
    exact(text, one("Thrusters", kg=(43, 30), **clock), one("Pull-Ups", **clock))
    assert [(1, "3-6-9-12..."), (1, ladder)] == [(found.block, found.remark) for found in read(text).prescriptions]


@pytest.mark.parametrize(
    ("sets", "says"), [("21-15-9", {"sets": 3, "reps_per_set": [21, 15, 9]}), ("3x10", {"sets": 3, "reps": 10})]
)
def test_sets_below_a_list_are_those_of_each_movement(sets: str, says: dict[str, Any]) -> None:
    """The line above names two movements, and neither has an amount."""
    exact(f"Thrusters & Pull-Ups\n{sets}", one("Thrusters", **says), one("Pull-Ups", **says))


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Curls and Dips", "3x10 @ 20 kg"),
        ("10 Thrusters and 10 Pull-Ups", "3x10"),
    ],
)
def test_sets_below_a_list_that_may_be_of_one_movement_are_reported(line: str, sets: str) -> None:
    """They have a load, or the movements have amounts of their own."""
    assert prescribed(line) == prescribed(f"{line}\n{sets}")
    assert [sets] == [finding.line for finding in read(f"{line}\n{sets}").findings]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Squat 3,2,1 @ 80,85,90%",
            "Squat: 3, 2, 1 @ 80, 85, 90%",
            "Squat 3-2-1 @ 80/85/90%",
            "Squat\n3-2-1 @ 80%, 85%, 90%",
        ),
        *("Squat 3/2/1 at 80-85-90%", "Squat 3–2–1 @ 80–85–90%", "Squat 3-2-1, 80-85-90%", "Squat 3-2-1,80-85-90%"),
        *(
            "Squat 3-2-1 (80-85-90%)",
            "Squat 80/85/90% x 3/2/1",
            "Squat 3-2-1 @ 80, 85 and 90%",
            "Squat 3-2-1 - 80-85-90%",
        ),
    ],
)
def test_a_list_of_percents_goes_with_a_list_of_repetitions(line: str) -> None:
    """One by one, whatever the marks are."""
    exact(line, *(one("Squat", sets=1, reps=reps, percent=percent) for reps, percent in ((3, 80), (2, 85), (1, 90))))


@pytest.mark.parametrize(
    "line",
    [
        "Squat 3x3,2,1 @ 80,85,90%",
        "Squat 3 x 3-2-1 @ 80-85-90%",
        "Squat 3-2-1 x 3 @ 80-85-90%",
        "Squat 3.2.1 @ 80,85,90%",
    ],
)
def test_a_list_of_repetitions_that_is_done_several_times_is_a_finding(line: str) -> None:
    """Three waves, or three sets of the first number; repetitions between short rests may have one load or three."""
    unread(line)
