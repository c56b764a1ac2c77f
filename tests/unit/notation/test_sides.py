"""Amounts for each side: an arm, a leg, left and right."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("8/side Turkish Get-Ups", one("Turkish Get-Ups", reps=8, each_side=True)),
        ("12 each leg Walking Lunges", one("Walking Lunges", reps=12, each_side=True)),
        ("3 x 9/side Split Squats", one("Split Squats", sets=3, reps=9, each_side=True)),
        ("6 per arm Dumbbell Snatches", one("Dumbbell Snatches", reps=6, each_side=True)),
        ("10/10 DB Rows", one("DB Rows", reps=10, each_side=True)),
        ("10/10 KB Snatch (24/16)", one("KB Snatch", reps=10, each_side=True, load_text="24/16")),
        ("DB Snatch 15/15 (50/35)", one("DB Snatch", reps=15, each_side=True, load_text="50/35")),
        ("25 sec/side Side Plank", one("Side Plank", seconds=25, each_side=True)),
        ("10 per side Pallof Press x 3 sets", one("Pallof Press", sets=3, reps=10, each_side=True)),
    ],
)
def test_the_side_may_stand_first(line: str, says: dict[str, Any]) -> None:
    """The amount is for each side, and neither is a part of the name."""
    exact(line, says)


def test_a_side_in_brackets_is_not_part_of_the_name() -> None:
    """Its capitals do not matter."""
    exact("10 Dumbbell Rows (Each Side)", one("Dumbbell Rows", reps=10, each_side=True))


@pytest.mark.parametrize("amount", ["3 x 9/9", "3x9e", "3 x 9 each"])
def test_equal_numbers_and_an_e_are_for_each_side(amount: str) -> None:
    """The meaning of other pairs is uncertain."""
    exact(f"Pistols {amount}", one("Pistols", sets=3, reps=9, each_side=True))
    assert ["unread"] == [line.kind for line in read("Bench Press 3 x 95/65").lines]


@pytest.mark.parametrize("half", ["(9 each arm)", "(9 each)", ", 9 per arm", "(9 with each arm)"])
def test_half_of_the_reps_for_each_side_divides_them(half: str) -> None:
    """It is not an amount of its own."""
    exact(f"18 Kettlebell Snatches {half}", one("Kettlebell Snatches", reps=18))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("DB Row 3x9 @ 65%, each arm", {"name": "DB Row", "percent": 65}),
        ("Step-Up 3x9 @ RPE 7, each leg", {"name": "Step-Up", "rpe_min": 7, "rpe_max": 7}),
        ("Split Squat 3x9 @ 30 kg per leg", {"name": "Split Squat", "kg": 30}),
        ("Split Squat 3x9 @ 30 kg, each leg", {"name": "Split Squat", "kg": 30}),
        ("Split Squat 3x9 (30 kg), each leg", {"name": "Split Squat", "kg": 30}),
        ("Walking Lunge 3x9 @ 22 kg each, each leg", {"name": "Walking Lunge", "kg": 22}),
        ("Single-Arm Press 3x9 @ 18 kg/arm", {"name": "Single-Arm Press", "kg": 18}),
        ("Bulgarian Split Squat 3x9 @ 40/30 kg per leg", {"name": "Bulgarian Split Squat", "kg": (40, 30)}),
        ("Lunge 3x9/leg @ 18 kg each hand", {"name": "Lunge", "kg": 18}),
        ("Split Squat @ 30 kg, 3x9 per leg", {"name": "Split Squat", "kg": 30}),
    ],
)
def test_a_side_after_a_load_may_be_that_of_the_repetitions(line: str, says: dict[str, Any]) -> None:
    """A percent has no side, and a movement on one side has one weight."""
    exact(line, one(says.pop("name"), sets=3, reps=9, each_side=True, **says))


@pytest.mark.parametrize(
    ("line", "movement"),
    [
        ("DB Bench Press 3x9 @ 22 kg each hand", "DB Bench Press"),
        ("DB Bench Press 3x9 (22 kg per side)", "DB Bench Press"),
        ("DB Bench Press 3x9 @ 22 kg/arm", "DB Bench Press"),
        ("DB Bench Press 3x9 @ 22 kg, each side", "DB Bench Press"),
        ("Split Squat 3x9 @ 22 kg each hand", "Split Squat"),
        ("Split Squat 3x9 @ 22 kg each", "Split Squat"),
        ("DB Row 3x9 @ 22 kg (each arm)", "DB Row"),
        ("Leg Press 3x9 @ 22 kg each side", "Leg Press"),
        ("Leg Press 3x9 @ 22 kg/side", "Leg Press"),
        ("Leg Press 3x9 with 22 kg on each leg", "Leg Press"),
    ],
)
def test_a_side_after_a_weight_may_be_that_of_the_weight(line: str, movement: str) -> None:
    """There is one in each hand, and no word of it is left as a remark."""
    exact(line, one(movement, sets=3, reps=9, kg=22))


def test_how_sides_are_counted_is_not_part_of_the_name() -> None:
    """It is a remark in brackets."""
    exact("40 Walking Lunges (each leg counts)", one("Walking Lunges", reps=40))


@pytest.mark.parametrize(
    ("line", "each_side"),
    [("12 DB Lunges (R+L=1)", True), ("12 DB Lunges R/L = 2", False), ("12 DB Lunges, left + right = 1", True)],
)
def test_a_line_may_say_how_sides_are_counted(line: str, each_side: bool) -> None:
    """If both sides are one repetition, the reps are for each side."""
    exact(line, one("DB Lunges", reps=12, **({"each_side": True} if each_side else {})))


def test_a_pair_of_equal_low_numbers_is_of_each_side() -> None:
    """They may be after the name, too; higher ones may be a load."""
    exact("Turkish Get-Up 5/5", one("Turkish Get-Up", reps=5, each_side=True))
    exact("Wall Ball 20/20", one("Wall Ball", load_text="20/20"))


@pytest.mark.parametrize(
    "text", ["Split Squat 3x8+8", "3x8+8 Split Squat", "Split Squat\n3x8+8", "Split Squat 3x(8+8)"]
)
def test_two_equal_numbers_with_a_plus_are_of_each_side(text: str) -> None:
    """The movement is done on one side at a time."""
    exact(text, one("Split Squat", sets=3, reps=8, each_side=True))


@pytest.mark.parametrize(
    "line", ["Split Squat 3x8+6", "Single-Leg RDL 3x6+6+6", "Bench Press 3x8+8", "Split Jerk 3x2+2", "Pull-Ups 3x4+4"]
)
def test_other_numbers_with_a_plus_are_a_cluster(line: str) -> None:
    """They are not two equal numbers, or the movement has no sides."""
    (found,) = prescribed(line)
    assert ("cluster" in found, "each_side" in found) == (True, False)


@pytest.mark.parametrize("line", ["Box Jumps 12/12", "12/12 Box Jumps", "Strict Pull-Ups x 8/8", "10/10 Burpees"])
def test_an_equal_pair_of_a_movement_without_sides_is_not_read(line: str) -> None:
    """It may be for men and women, or a slip; it is never reps of each side."""
    assert [] == prescribed(f"3 rounds:\n{line}")
    assert ["unread"] == [finding.rule for finding in read(f"3 rounds:\n{line}").findings if finding.line == line]


@pytest.mark.parametrize("line", ["Single-Leg Box Jumps 5/5", "Turkish Get-Ups 5/5", "Lunges 5/5"])
def test_an_equal_pair_of_a_movement_with_sides_is_for_each(line: str) -> None:
    """The lifter does five on the left and five on the right."""
    exact(f"3 rounds:\n{line}", one(line.removesuffix(" 5/5"), sets=3, reps=5, each_side=True))


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("8L, 8R Step-Ups", None),
        ("8R; 8L Step-Ups", None),
        ("8L and 8R Step-Ups", None),
        ("3 x 8L, 8R Step-Ups", 3),
    ],
)
def test_left_and_right_are_each_side(line: str, sets: int | None) -> None:
    """Both numbers are one amount, whatever stands between them."""
    exact(line, one("Step-Ups", reps=8, each_side=True, **({"sets": sets} if sets else {})))


@pytest.mark.parametrize("line", ["8L, 6R Step-Ups", "8 L", "8L, 8 Step-Ups"])
def test_no_letter_is_a_movement(line: str) -> None:
    """A line is unread if the sides differ or if one of them is missing."""
    text = f"3 rounds:\n{line}\n5 Burpees"
    assert prescribed(text) == [one("Burpees", sets=3, reps=5)]
    assert [finding.line for finding in read(text).findings] == [line]


def test_right_and_left_are_not_reps() -> None:
    """`6r/6l` is six for each side."""
    assert prescribed("Split Squat 3 x 6l/6r") == [one("Split Squat", sets=3, reps=6, each_side=True)]


@pytest.mark.parametrize(
    ("line", "each_side"),
    [
        ("Side Plank 3 x 30 secs each", True),
        ("Suitcase Carry 3 x 30 secs each", True),
        ("Plank 3 x 30 secs each", False),
        ("Plank 3 x 30 secs each side", True),
    ],
)
def test_a_time_each_is_of_each_side_only_if_the_movement_has_sides(line: str, each_side: bool) -> None:
    """For any other movement `each` may mean each set."""
    [found] = read(line).prescriptions
    assert (found.duration_seconds_min, found.each_side) == (30, each_side)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("8 x 2 Hand Kettlebell Swings", one("2 Hand Kettlebell Swings", reps=8)),
        ("6 x 1-Arm Row", one("1-Arm Row", reps=6)),
        ("3x8 1 Arm Row", one("1 Arm Row", sets=3, reps=8)),
        ("4 x 2 Front Squat", one("Front Squat", sets=4, reps=2)),
    ],
)
def test_the_number_of_arms_or_hands_belongs_to_the_name(line: str, says: dict[str, Any]) -> None:
    """It is not the repetitions."""
    exact(line, says)


def test_an_equals_sign_in_a_bracket_makes_no_line_a_legend() -> None:
    """It says that each side is one repetition of the fifty."""
    exact("2 rounds\n50 Russian Twists (L+R=2)", one("Russian Twists", sets=2, reps=50))


def test_work_that_says_how_it_is_counted_is_not_silently_a_note() -> None:
    """An equation of two movements is."""
    assert ["movement", "note"] == [line.kind for line in read("14 Lunges, R+L = 1\n1 Muscle-Up = 4 Pull-Ups").lines]
