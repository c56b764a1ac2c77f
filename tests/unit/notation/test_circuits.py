"""Circuits: how often the list below them is done."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    "heading",
    [
        "Circuit 1: 4 rounds",
        "Circuit A (4 rounds):",
        "Circuit 2 – Complete 4 rounds of:",
        "Circuit x 4",
        "Circuit 1 (4x)",
        "Circuit b: four times through",
        "4 times through:",
        "Complete four times through.",
        "Complete four times through, then move on to the next circuit.",
        "Circuit 1: Complete four times through, then move to the next circuit.",
        "Perform the circuit four times.",
        "Do this circuit 4 times through:",
        "Complete the following circuit 4 times",
        "Go through this sequence 4 times:",
    ],
)
def test_a_circuit_has_its_rounds(heading: str) -> None:
    """They are the sets of each movement below it."""
    exact(f"{heading}\n14 Squats\n9 Dips", one("Squats", sets=4, reps=14), one("Dips", sets=4, reps=9))


def test_the_rounds_of_a_circuit_may_be_a_range() -> None:
    """It is kept."""
    exact("Do the circuit 2-3 times through\n14 Squats", one("Squats", sets=2, sets_max=3, reps=14))


def test_a_circuit_may_say_its_rest() -> None:
    """It is between its rounds."""
    text = "Complete this circuit 3 times, resting 1 minute between rounds\n14 Squats"
    exact(text, one("Squats", sets=3, reps=14, rest_seconds=60))


def test_the_rounds_of_a_circuit_may_be_below_it() -> None:
    """There is no work below them."""
    exact("14 Squats\n9 Dips\nComplete 3 times through", one("Squats", sets=3, reps=14), one("Dips", sets=3, reps=9))


def test_the_next_circuit_has_rounds_of_its_own() -> None:
    """Those of the first are not its."""
    text = "Circuit 1: 3 rounds\n14 Squats\nCircuit 2: 2 rounds\n9 Dips"
    exact(text, one("Squats", sets=3, reps=14), one("Dips", sets=2, reps=9))


@pytest.mark.parametrize(
    "line",
    [
        "Do this circuit 3 times a week.",
        "Do this workout 3 times a week",
        "Complete the circuit at the park 3 times a week",
        "Circuit training",
        "Perform this circuit up to 3 times",
    ],
)
def test_how_often_in_a_week_is_no_round(line: str) -> None:
    """It is prose."""
    assert [one("Squats", reps=14)] == prescribed(f"{line}\n14 Squats")


@pytest.mark.parametrize("line", ["Repeat 3x", "Repeat the circuit 3 times", "Repeat circuit 3x", "Repeat x 3"])
def test_a_repetition_may_be_one_round_more(line: str) -> None:
    """It is a finding."""
    assert line in [finding.line for finding in read(f"14 Squats\n9 Dips\n{line}").findings]


def test_times_below_movements_are_of_all_of_them() -> None:
    """`x3` is of the movements above it, and not of the work below."""
    text = "10 Burpees\n10 Air Squats\nx3\n400 m Run"
    assert [one("Burpees", sets=3, reps=10), one("Air Squats", sets=3, reps=10), one("Run", m=400)] == prescribed(text)


@pytest.mark.parametrize(
    "text", ["Back Squat 5x5\nx3", "x3\n10 Burpees", "3 rounds:\n10 Burpees\nx3", "10 Burpees\nx 50", "50x\nBurpees"]
)
def test_times_that_may_be_repetitions_or_are_stated_twice_are_a_finding(text: str) -> None:
    """Other sets are stated, no movement is above them, or they are more than anyone's sets."""
    assert read(text).findings
    assert not any((asks.sets or 0) > 5 for asks in read(text).prescriptions)


def test_times_below_a_name_are_its_repetitions() -> None:
    """They count no sets."""
    assert [one("Snatch", reps=3)] == prescribed("Snatch\nx3")


@pytest.mark.parametrize("heading", ["Repeat x3:", "Repeat 3 times:"])
def test_how_often_work_is_repeated_may_be_above_it(heading: str) -> None:
    """It is the number of its sets."""
    assert [one("Burpees", sets=3, reps=10)] == prescribed(f"{heading}\n10 Burpees")


def test_a_superset_may_have_only_a_number() -> None:
    """Its movements have their own sets."""
    text = "Superset 1:\nBench Press 3x10\nRing Row 3x8"
    assert [one("Bench Press", sets=3, reps=10), one("Ring Row", sets=3, reps=8)] == prescribed(text)
    assert not read(text).findings


@pytest.mark.parametrize("heading", ["Superset (3)", "Superset (4):", "Giant set (4)", "Tri-set [2]", "Circuit (3)"])
def test_a_number_in_a_bracket_behind_a_group_is_a_finding(heading: str) -> None:
    """It may be how many sets there are, or which group it is."""
    text = f"{heading}\n10 Rows\n8 Dips"
    assert [one("Rows", reps=10), one("Dips", reps=8)] == prescribed(text)
    assert [(heading, "unread")] == [(finding.line, finding.rule) for finding in read(text).findings]


@pytest.mark.parametrize("heading", ["Superset 3", "Superset – 2:", "Superset (1)", "Superset (A)"])
def test_the_place_of_a_group_is_no_number_of_sets(heading: str) -> None:
    """It is only a heading."""
    exact(f"{heading}\n10 Rows\n8 Dips", one("Rows", reps=10), one("Dips", reps=8))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Superset (1)", "Superset (2)"),
        ("Superset (1):", "Superset (2):"),
        ("Giant Set [1]", "giant set [2]"),
        ("A) Superset (1)", "B) Superset (2)"),
    ],
)
def test_numbers_of_groups_that_count_up_are_their_places(first: str, second: str) -> None:
    """The first shows that the second is no number of sets."""
    exact(
        f"{first}\n10 Rows\n8 Dips\n{second}\n9 Curls", one("Rows", reps=10), one("Dips", reps=8), one("Curls", reps=9)
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Superset (1)", "Superset (4)"),
        ("Superset (2)", "Superset (3)"),
        ("Giant set (1)", "Superset (2)"),
        ("Superset 1", "Superset (2)"),
    ],
)
def test_the_number_of_a_group_that_does_not_count_up_from_the_first_is_a_finding(first: str, second: str) -> None:
    """It may be how many sets there are."""
    reading = read(f"{first}\n10 Rows\n8 Dips\n{second}\n9 Curls")
    assert second in [finding.line for finding in reading.findings]


def test_movements_whose_numbers_count_up_are_no_groups() -> None:
    """They stay unread."""
    text = "Back Squat (1)\nBack Squat (2)"
    assert text.split("\n") == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize("heading", ["Superset (3 rounds)", "Superset (x3)", "Rounds (3)", "Sets 3", "Superset x 3"])
def test_the_number_of_sets_of_a_group_is_that_of_its_movements(heading: str) -> None:
    """It says that it counts them."""
    exact(f"{heading}\n10 Rows\n8 Dips", one("Rows", reps=10, sets=3), one("Dips", reps=8, sets=3))


@pytest.mark.parametrize("below", ["10 Curls", "10 Curls\n10 Lunges"])
def test_a_scheme_above_a_group_may_be_that_of_the_next_group(below: str) -> None:
    """The heading of the next one is a finding, because its work may have the rounds as well."""
    text = f"3 rounds\nSuperset 1\n10 Rows\n10 Dips\nSuperset 2\n{below}"
    assert [3, 3] == [asks.get("sets") for asks in prescribed(text)][:2]
    assert ["Superset 2"] == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize("below", ["4 rounds\n10 Curls", "Curls 3x10"])
def test_a_group_with_sets_of_its_own_does_not_need_the_scheme_above(below: str) -> None:
    """Nothing in it is doubtful."""
    assert not read(f"3 rounds\nSuperset 1\n10 Rows\n10 Dips\nSuperset 2\n{below}").findings


@pytest.mark.parametrize(
    ("scheme", "says"),
    [
        ("4 rounds of 15 of each movement", {"sets": 4, "reps": 15}),
        ("3 rounds of 8-10 reps of each exercise", {"sets": 3, "reps": (8, 10)}),
        ("15 reps each:", {"reps": 15}),
        ("4 rounds\n15 reps of each:", {"sets": 4, "reps": 15}),
    ],
)
def test_a_count_of_each_movement_may_stand_above_their_names(scheme: str, says: dict[str, Any]) -> None:
    """Each of them has it."""
    exact(f"{scheme}\nPush-Ups\nSit-Ups", one("Push-Ups", **says), one("Sit-Ups", **says))


@pytest.mark.parametrize(
    "line",
    [
        "12 reps each",
        "3 rounds of 12 of each side",
        "12 each:",
        "3 rounds of 12 of each color",
        "3 rounds of each movement 12",
    ],
)
def test_a_count_that_may_be_of_something_else_than_each_movement_is_of_none(line: str) -> None:
    """The movements below have no repetitions."""
    assert all("reps_min" not in found for found in prescribed(f"{line}\nPush-Ups\nSit-Ups"))


def test_a_count_of_each_after_other_work_of_the_rounds_is_a_finding() -> None:
    """Nothing says whether the movements below are done once or in each round."""
    assert ["unread"] == [found.rule for found in read("3 rounds:\n10 Burpees\n12 reps each:\nPush-Ups").findings]


@pytest.mark.parametrize("line", ["Rounds: 4", "Sets: 4", "Rounds (4)", "Rounds 4", "Sets 4"])
def test_the_number_of_rounds_may_be_behind_the_word(line: str) -> None:
    """It is that of the work below."""
    exact(f"{line}\n10 Burpees", one("Burpees", sets=4, reps=10))


@pytest.mark.parametrize(
    ("line", "sets"),
    [("Round 4", None), ("Set 4", None), ("Rounds 1-4", 4), ("Superset x4", 4), ("Superset (4 rounds)", 4)],
)
def test_the_number_of_one_round_is_not_that_of_all(line: str, sets: int | None) -> None:
    """`Rounds 1-4` are four."""
    reading = read(f"{line}\n10 Burpees")
    assert ([sets], []) == ([found.sets for found in reading.prescriptions], reading.findings)


@pytest.mark.parametrize("line", ["Rounds (3)", "Rounds 3", "Sets 3"])
def test_a_number_of_rounds_below_other_work_is_a_finding(line: str) -> None:
    """It may be a score."""
    assert [line] == [found.line for found in read(f"AMRAP 10:\n10 Burpees\n{line}").findings]


@pytest.mark.parametrize(
    "text",
    [
        "AMRAP 10:\n10 Burpees\nRounds: 4",
        "Rounds: 4 + 12\n10 Burpees",
        "Rounds: 84\n10 Burpees",
    ],
)
def test_rounds_that_may_be_a_score_are_none_of_the_work(text: str) -> None:
    """They are below it, or too many."""
    assert [None] == [found.get("sets") for found in prescribed(text)]
