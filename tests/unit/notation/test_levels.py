"""Work of several levels: the first one counts, and the lines below the heading of another are not more work."""

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    "heading", ["Scaled:", "Beginner", "Novice version:", "Rookies:", "Modified:", "Level 2", "L2:", "Home version:"]
)
def test_work_below_the_heading_of_a_lower_level_is_not_more_work(heading: str) -> None:
    """It is the same work for other people."""
    exact(f"4 rounds:\n8 Thrusters\n{heading}\n4 rounds:\n6 Push-Ups", one("Thrusters", sets=4, reps=8))


@pytest.mark.parametrize("work", ["3 rounds, ring rows", "3 rounds of 10 ring rows", "10 ring rows"])
@pytest.mark.parametrize("level", ["Scaled", "Beginners", "Novices", "Rookies"])
def test_work_after_the_name_of_a_lower_level_is_a_note(level: str, work: str) -> None:
    """It is the same work for other people, on one line."""
    text = f"4 rounds for time:\n12 Pull-Ups\n{level}: {work}"
    exact(text, one("Pull-Ups", sets=4, reps=12, format="for time"))
    assert "note" == read(text).lines[-1].kind


@pytest.mark.parametrize("heading", ["Rx:", "Performance", "Advanced option"])
def test_work_below_the_heading_of_a_second_level_is_not_more_work(heading: str) -> None:
    """The first level counts."""
    exact(f"Fitness\n3 rounds:\n9 Burpees\n{heading}\n5 rounds:\n9 Burpees", one("Burpees", sets=3, reps=9))


@pytest.mark.parametrize("heading", ["Rx:", "Competitors:", "Masters"])
def test_work_below_the_heading_of_a_first_level_is_work(heading: str) -> None:
    """There is no other level that it replaces, and work for competitors comes on top."""
    squat, thruster = one("Back Squat", sets=5, reps=5), one("Thrusters", reps=21)
    assert prescribed(f"Back Squat 5x5\n{heading}\n21 Thrusters") == [squat, thruster]
    for level in ("Scaled", "At home", "No equipment"):
        assert prescribed(f"{level}:\n21 Thrusters") == [thruster]


def test_the_work_of_a_finisher_below_a_lower_level_is_for_everyone() -> None:
    """It has a heading of its own."""
    exact("12 Thrusters\nScaled:\n8 Thrusters\nFinisher:\nRow 700 m", one("Thrusters", reps=12), one("Row", m=700))


@pytest.mark.parametrize("heading", ["Everyone", "Then everyone:", "All levels:", "For all athletes", "Together"])
def test_work_for_everyone_below_levels_is_work(heading: str) -> None:
    """It ends the work of the level above."""
    exact(f"12 Thrusters\nScaled:\n8 Thrusters\n{heading}\nRow 700 m", one("Thrusters", reps=12), one("Row", m=700))


@pytest.mark.parametrize(
    "lines",
    [
        ("12 Pull-Ups", "Rest 4 minutes", "Row 700 m"),
        ("12 Pull-Ups", "Rest 4 minutes, then Row 700 m"),
        ("12 Pull-Ups", "Then:", "Row 700 m"),
        ("12 Pull-Ups", "Then Row 700 m"),
        ("12 Pull-Ups", "Cash out:", "Row 700 m"),
        ("12 Pull-Ups", "Cash out: Row 700 m"),
        ("12 Pull-Ups", "Front Squat 4x6"),
        ("12 Pull-Ups", "Front Squat", "4x6"),
        ("Bench Press 3x9", "EMOM 9:", "5 Burpees"),
        ("AMRAP 9:", "12 Pull-Ups", "EMOM 9:", "5 Burpees"),
        ("12 Pull-Ups", "Then:", "Row 700 m 3 4 x 5"),
    ],
)
@pytest.mark.parametrize("levels", [("Scaled:",), ("L2",), ("Rx", "9 Ring Dips", "Fitness")])
def test_work_after_that_of_another_level_is_a_finding(levels: tuple[str, ...], lines: tuple[str, ...]) -> None:
    """It may be for everyone."""
    above, *levels_below = ("9 Muscle-Ups", *levels)
    reading = read("\n".join([above, *levels_below, *lines]))
    assert [finding.line for finding in reading.findings] == [lines[-1]]
    assert lines[-1] not in {one.text for one in reading.prescriptions}


@pytest.mark.parametrize(
    "lines",
    [
        ("Snatch 4x2", "Clean 4x2"),
        ("3 rounds:", "9 Pull-Ups", "9 Dips", "Rest 2 minutes between rounds"),
        ("9 Pull-Ups", "Rest 2 minutes", "Beginner:", "5 Pull-Ups"),
        ("9 Pull-Ups @ 35 lb", "Keep moving"),
    ],
)
def test_work_of_another_level_is_not_a_finding(lines: tuple[str, ...]) -> None:
    """Lifts below lifts are of one level, and so are a rest at its end and a rest between its rounds."""
    exact("\n".join(["12 Muscle-Ups", "Scaled:", *lines]), one("Muscle-Ups", reps=12))


@pytest.mark.parametrize(
    ("lines", "doubted"),
    [
        (("Front Squat", "Beginner:", "4x6"), ["4x6"]),
        (("Front Squat", "Beginner:", "4x6", "Advanced:", "6x4"), ["4x6", "6x4"]),
        (("Front Squat", "Beginner:", "Sets: 4", "Reps: 6"), ["Sets: 4", "Reps: 6"]),
        (("Front Squat", "6x4", "Beginner:", "4x6"), []),
        (("15-12-9", "Thrusters", "Scaled:", "9 Air Squats"), []),
    ],
)
def test_the_only_sets_of_a_movement_are_a_finding_if_they_are_those_of_a_level(
    lines: tuple[str, ...], doubted: list[str]
) -> None:
    """Nothing says what the other levels do."""
    assert doubted == [finding.line for finding in read("\n".join(lines)).findings]
