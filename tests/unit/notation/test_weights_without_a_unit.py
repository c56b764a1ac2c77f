"""A number that is too high for sets or repetitions may be a weight; it is never taken for a count."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deadlift: 315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Deadlift\n315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Row\nDeadlift\n315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Deadlift\nEvery 2 min: 315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Deadlift\nEvery 2 min:\n315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Deadlift\nHeavy single\n315 x 5, 335 x 3", [("heavy", 1), ("315", 5), ("335", 3)]),
        ("Deadlift: work up to a heavy single, then 315 x 5, 335 x 3", [("heavy", 1), ("315", 5), ("335", 3)]),
        ("Snatch + Overhead Squat\n60 x 2, 70 x 2", [("60", 2), ("70", 2)]),
        ("Bench Press\n135x8\n155x5", [("135", 8), ("155", 5)]),
        ("Bench Press\n- 135 X 8\n- 155 X 5", [("135", 8), ("155", 5)]),
        ("Deadlift\nBar x 10\n145 x 5\n195 x 3", [("145", 5), ("195", 3)]),
        ("Front Squat\n245x4, 245x3", [("245", 4), ("245", 3)]),
        ("Front Squat\n45x5, 95x5, 145x5\n195x3, 165x6", [("45", 5), ("95", 5), ("145", 5), ("195", 3), ("165", 6)]),
        ("Front Squat 245x4, 225x6", [("245", 4), ("225", 6)]),
        ("Snatch\n62x2\n72x1x3", [("62", 2), ("72", 1)]),
        ("Every 2:00 x 4:\nDeadlift\n215 x 3", [("215", 3)]),
        ("Bench Press\n45x8\n40x8", []),
        ("Bench Press\n50x3, 45x3", []),
        ("Bench Press\n60x3, 40x3", []),
        ("Back Squat 225 x 5", [("225", 5)]),
        ("Squat: 145x5, 195x5, 235x3", [("145", 5), ("195", 5), ("235", 3)]),
        ("Squat 235x5x5", [("235", 5)]),
    ],
)
def test_a_number_too_high_for_sets_is_a_load_without_a_unit(text: str, expected: list[tuple[str, int]]) -> None:
    """It stays as written, because it may be kilograms or pounds; a low one alone may as well count reps by sets."""
    found = [(one["load_text"], one["reps_min"]) for one in prescribed(text) if "load_text" in one]
    assert expected == found
    assert not any(one.get("weight") for one in prescribed(text))


@pytest.mark.parametrize(
    "text",
    [
        "Double-Unders 100 x 3",
        "Double-Unders 150 x 3",
        "Push-Ups 150 x 2",
        "Squat 100 x 3",
        "Sit-Ups\n50 x 3",
        "Double Unders\n50 x 3, 100 x 2",
        "Sit-Ups\n40 x 2, 50 x 2",
        "Row\n40 x 5, 60 x 5",
        "Deadlift\nRow\n40 x 5, 60 x 5",
        "Row\nEvery 2 min: 40 x 5, 60 x 5",
        "Row\n225 x 5",
        "Deadlift\n100 x 3 m",
        "Deadlift\n60 x 30 s",
        "Deadlift\n100 x 25",
        "Leg Press\n480 x 12",
    ],
)
def test_high_numbers_of_other_movements_are_not_loads(text: str) -> None:
    """A hundred reps three times, or a load: the line is not read."""
    assert not any(one.keys() & {"load_text", "weight", "sets", "reps_min"} for one in prescribed(text))
    assert read(text).findings


@pytest.mark.parametrize("text", ["Squat 3x275", "Bench Press 3x240", "Bench Press\n3x240"])
def test_repetitions_that_nobody_does_are_a_weight(text: str) -> None:
    """Three sets with it, or three repetitions: the sets are a finding."""
    assert not any("reps_min" in one for one in prescribed(text))
    assert read(text).findings


def test_many_repetitions_of_other_movements_are_read() -> None:
    """Skipping has hundreds."""
    exact("Double-Unders 3x150", one("Double-Unders", sets=3, reps=150))


@pytest.mark.parametrize("text", ["Snatch 25x3", "Snatch: 20 x 3, 25 x 3, 30 x 2", "Bench Press\n20x5"])
def test_sets_that_nobody_does_are_a_weight(text: str) -> None:
    """The bar has twenty kilograms: the line is a finding."""
    assert not any("sets" in one for one in prescribed(text))
    assert read(text).findings


def test_many_singles_are_read() -> None:
    """They are usual, and so are many short sets of skipping."""
    exact("Deadlift 20x1", one("Deadlift", sets=20, reps=1))
    exact("Double-Unders 20x25", one("Double-Unders", sets=20, reps=25))


def test_a_range_of_repetitions_does_not_end_in_a_weight() -> None:
    """No one does 130: the weight has no unit."""
    assert ["unread"] == [finding.rule for finding in read("Squat 4 x 12 - 130").findings]


@pytest.mark.parametrize("line", ["Squat 140x25 lbs", "Lunge 100x35 lb"])
def test_more_reps_than_anyone_lifts_may_be_the_weight(line: str) -> None:
    """The unit may belong to the first number."""
    unread(line)


def test_a_line_with_several_numbers_too_many_has_one_finding() -> None:
    """`1x60, 1x70, 1x75` is one slip, and gives no sets."""
    message = (
        "The line has more sets or repetitions than anyone does, so one of its numbers may be a weight: it gives none."
    )
    reading = read("Jerk\n1x60, 1x70, 1x75")
    assert [("number", "1x60, 1x70, 1x75", message)] == [
        (finding.rule, finding.line, finding.message) for finding in reading.findings
    ]
    assert [None] == [found.sets for found in reading.prescriptions]


@pytest.mark.parametrize("line", ["Dumbbell Curl: 16 x 10", "Row 21 hours"])
def test_numbers_that_no_coach_means_are_a_finding(line: str) -> None:
    """Sixteen sets of ten are a weight and its reps."""
    assert prescribed(line) == []
    assert read(line).findings


def test_as_many_sets_as_a_clock_has_intervals_are_not_a_weight() -> None:
    """They are sixteen doubles in twenty-four minutes."""
    clock = {"interval_seconds": 90, "total_seconds": 1440}
    exact("Every 90 s x 16\nClean & Jerk 16 x 2", one("Clean & Jerk", sets=16, reps=2, **clock))


def test_many_sets_on_a_clock_are_not_weights() -> None:
    """The clock has as many."""
    clock = {"sets": 20, "interval_seconds": 30, "total_seconds": 600}
    exact("Every 30 seconds for 10 minutes:\nSnatch\n20 x 2", one("Snatch", reps=2, **clock))


@pytest.mark.parametrize("scheme", ["For time:", "Three rounds of:"])
def test_more_sets_than_anyone_does_below_a_scheme_without_an_interval_are_a_finding(scheme: str) -> None:
    """One of the numbers may be a weight."""
    reading = read(f"{scheme}\nClean & Jerk 25 x 3\n10 Burpees")
    assert ["Burpees"] == [found.movement for found in reading.prescriptions]
    assert ["Clean & Jerk 25 x 3"] == [finding.line for finding in reading.findings]


def test_sets_below_a_line_with_too_many_sets_belong_to_no_movement() -> None:
    """The line above prescribes nothing that they could divide."""
    reading = read("Three rounds of:\nClean & Jerk 25 x 3\n3 x 5 @ 80%")
    assert [] == reading.prescriptions
    assert ["Clean & Jerk 25 x 3"] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize("line", ["Superset 3 x 10", "Giant set 4 x 12", "Snatch block 2 x 3", "Tabata 8 x 95/65"])
def test_two_numbers_that_may_count_something_else_are_a_finding(line: str) -> None:
    """They may be sets by repetitions, the place in a programme, or loads."""
    assert line in [finding.line for finding in read(f"{line}\nThrusters").findings]


@pytest.mark.parametrize("text", ["Jump Squat 3x5 @ 8", "Jump Squat\n3x5 @ 8"])
def test_a_low_number_after_a_jump_is_no_rpe(text: str) -> None:
    """Jumps have light loads: it stays as written."""
    exact(text, one("Jump Squat", sets=3, reps=5, load_text="8"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("50 Box Jumps (36)", one("Box Jumps", reps=50, load_text="36")),
        ("20 Wall Balls (14)", one("Wall Balls", reps=20, load_text="14")),
        ("15 KB Swings (53)", one("KB Swings", reps=15, load_text="53")),
        ("10 Deadlifts (225)", one("Deadlifts", reps=10, load_text="225")),
        ("Deadlift 4x6 (275)", one("Deadlift", sets=4, reps=6, load_text="275")),
        ("Deadlift: 4 sets of 6 (275)", one("Deadlift", sets=4, reps=6, load_text="275")),
        ("Deadlift\n4x6 (275)", one("Deadlift", sets=4, reps=6, load_text="275")),
        ("Walking Lunges 4x12 (145)", one("Walking Lunges", sets=4, reps=12, load_text="145")),
        ("21-15-9\nThrusters (95)", one("Thrusters", sets=3, reps_per_set=[21, 15, 9], load_text="95")),
    ],
)
def test_a_number_alone_in_a_bracket_behind_repetitions_is_a_load_or_a_height(text: str, says: dict[str, Any]) -> None:
    """It is kept as written, because it has no unit."""
    exact(text, says)


@pytest.mark.parametrize(
    "line",
    [
        "20 Lunges (10)",
        "20 Step-Ups (10)",
        "10 Pull-Ups (5)",
        "10 Deadlifts (20)",
        "10 Burpees (15)",
        "24 Box Jumps (24)",
        "10 Power Snatches (2019)",
        "30 Wall Balls (2019)",
        "Back Squat 5x5 (90)",
        "Back Squat 5x5 (120)",
        "Back Squat 5x5 (8)",
        "Back Squat 5x5 (2019)",
        "Back Squat 5x5 @ 75% (245)",
        "Pull-Ups 4x6 (145)",
        "Walking Lunges 4x12 (60)",
        "Deadlift (225)",
        "21-15-9\nBurpees (50)",
        "21-15-9\nDeadlift (30)",
        "4 sets:\nBack Squat x 5 (75)",
        "Front Squat 3 x 30 s (100)",
    ],
)
def test_a_number_alone_in_a_bracket_that_may_count_something_else_is_a_finding(line: str) -> None:
    """It may be half of the repetitions, those of a substitute, a rest, a year, or what somebody did."""
    assert prescribed(line) == []
    assert {finding.rule for finding in read(line).findings} == {"unread"}


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Pause Snatch - 55x3x2 65x2x2 75x1", [("55", 2, 3), ("65", 2, 2), ("75", 1, 1)]),
        ("Front Squat 75x4 95x3", [("75", 1, 4), ("95", 1, 3)]),
        ("Snatch\n60x3 70x1x8", [("60", 1, 3), ("70", 8, 1)]),
        ("Snatch: 135 for 5, 155 for 3", [("135", 1, 5), ("155", 1, 3)]),
        ("Front Squat\n185 for 5\n205 for 3 reps", [("185", 1, 5), ("205", 1, 3)]),
    ],
)
def test_loads_of_a_lift_without_a_unit_are_as_written(text: str, sets: list[tuple[str, int, int]]) -> None:
    """Spaces divide them as commas do, and `for` stands for an x."""
    found = [one for one in prescribed(text) if "load_text" in one]
    assert sets == [(one["load_text"], one["sets"], one["reps_min"]) for one in found]


@pytest.mark.parametrize(
    "line",
    [
        "Snatch 60x3 5x5",
        "Snatch 60x3 70x2 3x2",
        "Double Unders 50x3 100x2",
        "Deadlift 100x5 120x5 Row 3x8",
        "Snatch: 135 for 5, 155 for 3 singles",
        "Pull-Ups 100 for 5",
        "Back Squat 40 for 5",
        "Bench Press: 20 for 5",
        "Press: 30 for 5, 25 for 8",
        "Back Squat 225 for 3 sets",
        "Row 500 for 5",
        "Deadlift 225 for 60",
    ],
)
def test_numbers_that_may_be_no_loads_are_a_finding(line: str) -> None:
    """They may be repetitions, sets, or a score."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize("line", ["Snatch: 6 for 6", "Bench Press: 10 for 10", "Snatch 8 for 10"])
def test_attempts_that_were_made_are_a_note(line: str) -> None:
    """There are no more of them than were tried."""
    assert [] == prescribed(line)
    assert [] == read(line).findings


@pytest.mark.parametrize("line", ["Back Squat 5x5, 225", "Back Squat 5x5 225"])
def test_a_number_behind_sets_of_a_lift_is_the_load_as_written(line: str) -> None:
    """It is too high for repetitions."""
    exact(line, one("Back Squat", sets=5, reps=5, load_text="225"))


@pytest.mark.parametrize(
    "line",
    [
        "Back Squat 5x5, 40",
        "Back Squat 5x5, 90",
        "Push-Ups 3x10, 225",
        "Back Squat 5x5, 225, 235",
        "Squat 5x5, 100",
        "Deadlift 5x3, 120",
        "Back Squat 5x5: 225",
    ],
)
def test_a_number_behind_sets_that_may_be_something_else_is_a_finding(line: str) -> None:
    """It may be repetitions or the seconds of a rest."""
    unread(line)
