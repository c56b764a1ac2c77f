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
    """Sets above them apply to each."""
    squat = one("Back Squat", sets=5, reps=5)
    exact("Back Squat 5x5\nAbs\n20 Sit-Ups", squat, one("Sit-Ups", reps=20))
    exact(
        "Back Squat 5x5\nCore\n3x15\nSit-Ups\nV-Ups", squat, *(one(up, sets=3, reps=15) for up in ("Sit-Ups", "V-Ups"))
    )
    exact("3 rounds:\n10 Burpees\nAbs\n20 Sit-Ups", one("Burpees", sets=3, reps=10), one("Sit-Ups", sets=3, reps=20))


@pytest.mark.parametrize(
    "text",
    [
        "Back Squat 5x5\nHeavy Grobnicks\n3x12",
        "Every 2 minutes, for 10 minutes:\nBack Squat x 5\nHips\n3x12",
        *(
            f"Back Squat\n5x5\n{name}\n3x12"
            for name in (
                "Incline Grobnick Sit-Ups",
                "Straight-Back Good Mornings",
                "Grobnick press with cambered bar",
                "chest fly grobnick",
                "Sofa dip on two grobnicks",
                "Snatch grip",
                "Grobnick Ball Twirls (10 kg)",
                "Grobnick Twirls, 10 kg",
                "One-arm Grobnicks",
                "1-arm grobnick - 3x8",
                "12 Grobnicks",
            )
        ),
    ],
)
def test_sets_below_unknown_work_are_of_no_movement_above(text: str) -> None:
    """They are reported."""
    assert ["Back Squat"] == [found["movement"] for found in prescribed(text)]
    assert "3x12" in [finding.line for finding in read(text).findings]


@pytest.mark.parametrize(
    "note",
    [
        "Add weight each set",
        "Same bar as for the clean",
        "Use straps for the pull",
        "Focus on the dip",
        "Touch and go",
        "Backoff",
        "Rest as needed",
        "5 @ 80ish",
        "3 reps, grobnick style",
    ],
)
def test_sets_below_a_note_or_unread_sets_are_of_the_movement_above(note: str) -> None:
    """No other movement is between them."""
    assert [5, 3] == [found["sets"] for found in prescribed(f"Back Squat\n5x5\n{note}\n3x12")]


@pytest.mark.parametrize(
    "line",
    [
        "Deload 15%",
        "Bands 30 lb",
        "Slingshot +25 lb",
        "Deficit 3 in",
        "Straps allowed for sets 2-4",
        "Ascending weight 5 lb per set",
        "Bo: 50 kg",
        "Conventional or sumo, 3 sec pause",
    ],
)
def test_an_unread_line_above_the_sets_that_a_movement_waits_for_does_not_take_them(line: str) -> None:
    """It names no movement with a count."""
    reading = read(f"Front Squat\n{line}\n4x6")
    assert [("Front Squat", 4, 6)] == [(one.movement, one.sets, one.reps_min) for one in reading.prescriptions]
    assert [line] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize("line", ["12 Sofa Wobbles", "Sofa Wobbles x 12", "Sofa Wobbles 12"])
def test_an_unknown_movement_with_a_count_takes_the_sets_below_it(line: str) -> None:
    """They are not certain to be those of the name above."""
    reading = read(f"Front Squat\n{line}\n4x6")
    assert [("Front Squat", None)] == [(one.movement, one.sets) for one in reading.prescriptions]
    assert {line, "4x6"} == {finding.line for finding in reading.findings}
