"""Short forms that coaches type every day, with the values that a careful coach reads."""

from typing import Any

import pytest

from tests.unit.test_notation_kinds import asked, exact, one, parts
from wod.notation.composition import read_segment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deadlift 5x5 AHAP", [one("Deadlift", sets=5, reps=5, load_text="AHAP")]),
        (
            "Deadlift 3-3-3 (as heavy as possible)",
            [one("Deadlift", sets=3, reps_per_set=[3, 3, 3], load_text="as heavy as possible")],
        ),
        (
            "Deadlift 1x5 AHAP, then 3x5 @ 75%",
            [one("Deadlift", sets=1, reps=5, load_text="AHAP"), one("Deadlift", sets=3, reps=5, percent=75)],
        ),
        ("Back Squat 3x3x80%", [one("Back Squat", sets=3, reps=3, percent=80)]),
        ("Back Squat 3 x 3 x 100 kg", [one("Back Squat", sets=3, reps=3, kg=100)]),
        ("Back Squat 3 @ 70% x 2", [one("Back Squat", sets=2, reps=3, percent=70)]),
        ("Back Squat x 5 @ 100 kg x 3", [one("Back Squat", sets=3, reps=5, kg=100)]),
        (
            "Snatch\n2 @ 70% x 2\n1 @ 80% x 3",
            [one("Snatch", sets=2, reps=2, percent=70), one("Snatch", sets=3, reps=1, percent=80)],
        ),
        (
            "Clean & Jerk\n1+1 @ 70% x 2\n1+2 @ 80%",
            [
                one("Clean & Jerk", sets=2, reps=1, percent=70, complex=parts(("Clean", 1), ("Jerk", 1))),
                one("Clean & Jerk", sets=1, reps=1, percent=80, complex=parts(("Clean", 1), ("Jerk", 2))),
            ],
        ),
        ("Back Squat, a 20 rep set @ 60%", [one("Back Squat", sets=1, reps=20, percent=60)]),
        ("Strict Press 5-5-5 across", [one("Strict Press", sets=3, reps_per_set=[5, 5, 5])]),
        ("Front Squat 4x3 @ 70% (3 sec in the hole)", [one("Front Squat", sets=4, reps=3, percent=70)]),
        ("Tempo Back Squat 4x4 @ 4011, 65%", [one("Tempo Back Squat", sets=4, reps=4, tempo="4011", percent=65)]),
        ("Deadlift ladder 5-4-3", [one("Deadlift ladder", sets=3, reps_per_set=[5, 4, 3])]),
        ("Sn pull 3x3 @ 95%", [one("Sn pull", sets=3, reps=3, percent=95)]),
        ("Back ext 3x15 w/ 10kg", [one("Back ext", sets=3, reps=15, kg=10)]),
        ("Muscle Snatch 3x5 bar only", [one("Muscle Snatch", sets=3, reps=5, load_text="bar only")]),
        ("Front Squats 3 sets, 3 reps each, 82%", [one("Front Squats", sets=3, reps=3, percent=82)]),
        ("Split Squats 3 sets, 8 reps each", [one("Split Squats", sets=3, reps=8, each_side=True)]),
        ("Snatch to max single", [one("Snatch", reps=1)]),
        ("Snatch: max for the day, then 90% x 1 x 3", [one("Snatch"), one("Snatch", sets=3, reps=1, percent=90)]),
        ("1RM Back Squat test", [one("Back Squat", rep_max_test=1)]),
        ("3RM Front Squat retest", [one("Front Squat", rep_max_test=3)]),
    ],
)
def test_a_short_form_has_the_values_of_the_long_one(text: str, expected: list[dict[str, Any]]) -> None:
    """As heavy as possible, sets by reps by load, and a test that says so."""
    exact(text, *expected)


@pytest.mark.parametrize(
    "rest",
    [
        "\nLeave 2 minutes between sets",
        "\n2:00 b/w sets",
        "\nTake 2 minutes after each set.",
        ", 2 min between sets",
        " - leave 2 minutes between sets",
    ],
)
def test_a_time_between_sets_is_their_rest(rest: str) -> None:
    """Without the word `rest`, on the line or below it."""
    exact(f"Back Squat 5x5 @ 70%{rest}", one("Back Squat", sets=5, reps=5, percent=70, rest_seconds=120))


@pytest.mark.parametrize("line", ["Week 1: 5x5 @ 70%", "Week 2: 5x4 @ 75%"])
def test_the_sets_of_another_week_are_a_finding(line: str) -> None:
    """A post says which week is meant, and the line is no note."""
    assert [line] == [finding.line for finding in read_segment("a", f"Back Squat\n{line}").findings]


@pytest.mark.parametrize("line", ["Back Squat 70%/3x2", "Back Squat 315 x 5, 335 x 3"])
def test_what_two_coaches_read_differently_is_a_finding(line: str) -> None:
    """Three sets or two; pounds, kilograms or reps."""
    assert [] == asked(line)
    assert ["unread"] == [finding.rule for finding in read_segment("a", line).findings]


def test_the_sets_below_a_condition_are_an_alternative() -> None:
    """They are for whom the condition holds, and what stands above them is for everyone."""
    exact(
        "Back Squat\n5 @ 70%\n3 @ 80%\nIf you are new to this:\n3 x 5 @ 60%",
        one("Back Squat", sets=1, reps=5, percent=70),
        one("Back Squat", sets=1, reps=3, percent=80),
    )
