"""A number with an x behind repetitions counts sets only if it can count nothing else."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    "line",
    [
        "20 Lunges (x10 each leg)",
        "20 Lunges (x10/leg)",
        "20 Lunges x10 each leg",
        "20 Lunges, x 10 each leg",
        "20 Lunges x 10 per side",
        "20 Lunges (x 10/side)",
        "20 Lunges (10 right leg, 10 left leg)",
        "20 Lunges (10 on the left side, 10 on the right side)",
    ],
)
def test_half_of_the_repetitions_for_each_side_counts_no_sets(line: str) -> None:
    """It divides the number in front."""
    exact(line, one("Lunges", reps=20))
    exact(f"3 rounds:\n{line}", one("Lunges", sets=3, reps=20))


@pytest.mark.parametrize(
    "line",
    [
        "20 Lunges x 3 each leg",
        "20 Lunges (10 right leg, 9 left leg)",
        "20 Lunges (20 right leg, 20 left leg)",
        "7x1 Power Snatch (3 sets of 2 reps)",
        "10 Pull-Ups (each arm x 5)",
        "10 Handstand Push-Ups (box pike x2)",
        "10 Pull-Ups (jumping x2)",
        "10 Push-Ups (hand release x 2)",
        "10 Lunges (x2 DB)",
        "10 Devil Press (x2 22.5kg)",
        "10 Devil Press 22.5kg x 2",
        "10 Deadlifts (100kg x 10)",
        "10 Swings @ 24 kg x 2",
    ],
)
def test_a_number_that_may_be_of_a_substitute_or_of_a_pair_is_a_finding(line: str) -> None:
    """It is not certain that it counts sets."""
    unread(line)


@pytest.mark.parametrize(
    ("line", "work"),
    [
        ("10 Pull-Ups x 3", one("Pull-Ups", sets=3, reps=10)),
        ("10 Pull-Ups x 3 sets", one("Pull-Ups", sets=3, reps=10)),
        ("10 Pull-Ups (x 3)", one("Pull-Ups", sets=3, reps=10)),
        ("5 Deadlifts @ 100kg x 3", one("Deadlifts", sets=3, reps=5, kg=100)),
        ("5 Deadlifts @ 100kg x 2", one("Deadlifts", sets=2, reps=5, kg=100)),
        ("10 Curls each arm x 3", one("Curls", sets=3, reps=10, each_side=True)),
        ("400 m Run (x 4)", one("Run", sets=4, m=400)),
        ("20 sec Plank x 5", one("Plank", sets=5, seconds=20)),
    ],
)
def test_a_number_alone_behind_repetitions_counts_sets(line: str, work: dict[str, Any]) -> None:
    """Nothing else is beside it."""
    exact(line, work)


@pytest.mark.parametrize("line", ["Power Snatch 7x1 (7 sets of 1 rep)", "7x1 Power Snatch (7x1)"])
def test_a_bracket_may_say_the_sets_once_more(line: str) -> None:
    """The numbers are the same; with others it is a finding."""
    exact(line, one("Power Snatch", sets=7, reps=1))
    unread(line.replace("(7", "(6"))


@pytest.mark.parametrize("line", ["10 Pull-Ups x 5", "Pull-Ups 5x10"])
def test_other_sets_than_the_rounds_above_are_reported(line: str) -> None:
    """The line counts."""
    text = f"3 rounds:\n{line}\n5 Burpees"
    assert prescribed(text) == [one("Pull-Ups", sets=5, reps=10), one("Burpees", sets=3, reps=5)]
    assert [(finding.rule, finding.line) for finding in read(text).findings] == [("sets", line)]


@pytest.mark.parametrize("text", ["3 rounds:\n10 Pull-Ups x 3", "3 rounds:\nPull-Ups 3x10", "3 rounds:\n10 Pull-Ups"])
def test_as_many_sets_as_rounds_are_not_reported(text: str) -> None:
    """Both say the same."""
    exact(text, one("Pull-Ups", sets=3, reps=10))
