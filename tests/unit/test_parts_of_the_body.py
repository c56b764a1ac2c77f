"""A part of the body is the heading of work, or work whose movement the lifter chooses."""

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    "heading",
    [
        "Heavy Abs",
        "Abs/Core",
        "Biceps, Triceps",
        "Mid-back",
        "Hip mobility",
        "Abs:",
        "CORE",
        "Core Work",
        "Hips",
        "hips & glutes",
        "Upper Back",
        "Posterior Chain",
        "Arms (your choice)",
    ],
)
@pytest.mark.parametrize("sets", ["3x12", "3 sets of 12", "3 x 12 reps"])
def test_sets_below_a_part_of_the_body_are_of_its_work(heading: str, sets: str) -> None:
    """They are not of the movement above; the lifter chooses which movement it is."""
    name = heading.removesuffix(":")
    text = f"Back Squat 5x5 @ 75%\n{heading}\n{sets}"
    assert [one("Back Squat", sets=5, reps=5, percent=75), one(name, sets=3, reps=12)] == prescribed(text)
    assert [f"The catalogue does not know {name!r}."] == [finding.message for finding in read(text).findings]


@pytest.mark.parametrize("line", ["Heavy Abs 3x12", "3x12 Core", "Hips – 3 x 12", "Upper back: 3 sets of 12"])
def test_a_part_of_the_body_with_sets_is_work(line: str) -> None:
    """It is in the place of a movement."""
    (found,) = prescribed(line)
    assert (3, 12) == (found["sets"], found["reps_min"])


def test_a_part_of_the_body_above_its_movements_is_only_a_heading() -> None:
    """Sets above them are those of each."""
    squat = one("Back Squat", sets=5, reps=5)
    exact("Back Squat 5x5\nAbs\n20 Sit-Ups", squat, one("Sit-Ups", reps=20))
    exact(
        "Back Squat 5x5\nCore\n3x15\nSit-Ups\nV-Ups", squat, *(one(up, sets=3, reps=15) for up in ("Sit-Ups", "V-Ups"))
    )
    exact("3 rounds:\n10 Burpees\nAbs\n20 Sit-Ups", one("Burpees", sets=3, reps=10), one("Sit-Ups", sets=3, reps=20))


@pytest.mark.parametrize(
    "text", ["Back Squat 5x5\nHeavy Grobnicks\n3x12", "Every 2 minutes, for 10 minutes:\nBack Squat x 5\nHips\n3x12"]
)
def test_sets_below_unknown_work_are_of_no_movement_above(text: str) -> None:
    """They are reported."""
    assert ["Back Squat"] == [found["movement"] for found in prescribed(text)]
    assert "3x12" in [finding.line for finding in read(text).findings]
