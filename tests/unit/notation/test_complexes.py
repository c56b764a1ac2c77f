"""Complexes: lifts joined by a plus, and how often each of them is done."""

from typing import Any

import pytest

from tests.notation import exact, one, parts, prescribed, read, unread


@pytest.mark.parametrize(
    ("line", "movement", "parts", "times"),
    [
        ("(Clean + 2 Front Squats + Jerk) x 1 rep", "Clean + 2 Front Squats + Jerk", [1, 2, 1], 1),
        ("Snatch Pull + Snatch x 2 reps @ 70%", "Snatch Pull + Snatch", [1, 1], 2),
        ("Clean + Jerk x 2+1", "Clean + Jerk", [2, 1], 1),
        ("Clean + Jerk @ 60/40 kg x 2+1", "Clean + Jerk", [2, 1], 1),
        ("Clean + Jerk x (2+1)", "Clean + Jerk", [2, 1], 1),
        ("Clean + Jerk (2+1) @ 70%", "Clean + Jerk", [2, 1], 1),
        ("Clean + Jerk (2+1) @ 70-75% x 5 sets", "Clean + Jerk", [2, 1], 1),
        (
            "(Snatch Pull + Hang Snatch (at knee) + Snatch) x 1",
            "Snatch Pull + Hang Snatch (at knee) + Snatch",
            [1, 1, 1],
            1,
        ),
        ("(Snatch + Overhead Squat x 1 rep", "Snatch + Overhead Squat", [1, 1], 1),
        ("Power Clean x 2 + Jerk x 1", "Power Clean + Jerk", [2, 1], 1),
        ("2 Snatch Pulls + 1 Snatch @ 70%", "2 Snatch Pulls + 1 Snatch", [2, 1], 1),
        ("Snatch Pull + Snatch @ 70%", "Snatch Pull + Snatch", [1, 1], None),
        ("Clean+Jerk 4x3 @ 70%", "Clean+Jerk", [1, 1], 3),
        ("Clean + Jerk - 3 reps @ 70%", "Clean + Jerk", [1, 1], 3),
        ("Clean + 3-second Pause Jerk @ 70%", "Clean + 3-second Pause Jerk", [1, 1], None),
        ("Clean & Jerk @ 70% x 2+1", "Clean & Jerk", [2, 1], 1),
    ],
)
def test_a_complex_has_parts(line: str, movement: str, parts: list[int], times: int | None) -> None:
    """Each movement of `A + 2 B + C` with its repetitions, bracketed or not; reps belong to the whole."""
    (one,) = read(line).prescriptions
    assert (movement, times) == (one.movement, one.reps_min)
    assert one.complex
    assert parts == [part.reps for part in one.complex]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "Power Clean (1) + Front Squat (3) + Push Jerk (2)",
            one(
                "Power Clean + Front Squat + Push Jerk",
                reps=1,
                complex=parts(("Power Clean", 1), ("Front Squat", 3), ("Push Jerk", 2)),
            ),
        ),
        (
            "Snatch Pull (2) + Snatch (1) @ 72%",
            one("Snatch Pull + Snatch", reps=1, percent=72, complex=parts(("Snatch Pull", 2), ("Snatch", 1))),
        ),
        (
            "2 Cleans + 1 Jerk @ 76%",
            one("2 Cleans + 1 Jerk", reps=1, percent=76, complex=parts(("Cleans", 2), ("Jerk", 1))),
        ),
        (
            "1 Power Clean + 2 Hang Cleans + 1 Push Jerk",
            one(
                "1 Power Clean + 2 Hang Cleans + 1 Push Jerk",
                reps=1,
                complex=parts(("Power Clean", 1), ("Hang Cleans", 2), ("Push Jerk", 1)),
            ),
        ),
        (
            "Clean (2) + Front Squat (2), 4 sets @ 70%",
            one("Clean + Front Squat", sets=4, reps=1, percent=70, complex=parts(("Clean", 2), ("Front Squat", 2))),
        ),
        (
            "Clean + Jerk 2+1 x 5 @ 75%",
            one("Clean + Jerk", sets=5, reps=1, percent=75, complex=parts(("Clean", 2), ("Jerk", 1))),
        ),
        (
            "3 Hang Snatches + 2 Overhead Squats (5 sets @ 65%)",
            one(
                "3 Hang Snatches + 2 Overhead Squats",
                sets=5,
                reps=1,
                percent=65,
                complex=parts(("Hang Snatches", 3), ("Overhead Squats", 2)),
            ),
        ),
        (
            "Clean + Jerk 4x(2+1)",
            one("Clean + Jerk", sets=4, reps=1, complex=parts(("Clean", 2), ("Jerk", 1))),
        ),
        (
            "Power Snatch + Overhead Squat, 5 x (1+3) @ 60-65%",
            one(
                "Power Snatch + Overhead Squat",
                sets=5,
                reps=1,
                percent=(60, 65),
                complex=parts(("Power Snatch", 1), ("Overhead Squat", 3)),
            ),
        ),
    ],
)
def test_a_complex_has_its_counts_in_brackets_in_front_or_after(line: str, says: dict[str, Any]) -> None:
    """Each movement has its own; a bracket may also hold the sets of the whole."""
    exact(line, says)


def test_a_clean_and_jerk_is_one_movement() -> None:
    """Only a plus makes a complex."""
    (one,) = read("Clean & Jerk x 1 rep").prescriptions
    assert one.complex is None


def test_a_complex_may_have_its_sets_last() -> None:
    """The lifter does two cleans and a jerk, three times."""
    counts = parts(("Clean", 2), ("Jerk", 1))
    exact("Clean & Jerk 80% x 2+1 x 3", one("Clean & Jerk", sets=3, reps=1, percent=80, complex=counts))


def test_each_set_may_say_how_often_the_parts_are_done() -> None:
    """`3+1` counts the parts of a complex."""
    found = read("Clean + Jerk\n*Sets 1-3 = 3+1 @ 65%\n*Sets 4-6 = 2+1 @ 70%").prescriptions
    assert [[3, 1], [2, 1]] == [[part.reps for part in one.complex or []] for one in found]


@pytest.mark.parametrize("line", ["5 sets of 3 Clean + Jerk", "Five sets of 2 Snatch + Overhead Squat"])
def test_a_count_after_sets_of_may_be_that_of_the_whole(line: str) -> None:
    """Three of the complex, or three cleans and one jerk: the line is not read."""
    assert prescribed(line) == []
    assert read(line).findings


@pytest.mark.parametrize(
    "line",
    ["5x3 Hang Power Clean + Push Jerk @ 75%", "5 sets: 3 reps Hang Power Clean + Push Jerk", "5 x 3 Clean + Jerk"],
)
def test_one_count_in_front_of_a_complex_is_a_finding(line: str) -> None:
    """It may count the whole or the first movement."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_a_plural_is_counted_and_not_the_whole_complex() -> None:
    """The lifter does three cleans and a jerk, five times."""
    exact(
        "5 x 3 Power Cleans + Jerk @ 75%",
        one("3 Power Cleans + Jerk", sets=5, reps=1, percent=75, complex=parts(("Power Cleans", 3), ("Jerk", 1))),
    )


def test_a_count_below_sets_is_that_of_its_movement() -> None:
    """`2 Clean + Jerk` is two cleans and a jerk."""
    says = one("2 Clean + Jerk", sets=5, reps=1, complex=parts(("Clean", 2), ("Jerk", 1)))
    exact("5 sets of:\n2 Clean + Jerk", says)


@pytest.mark.parametrize(
    "text",
    [
        "Hang Power Clean\n+ Push Jerk\n5x2 @ 70%",
        "Hang Power Clean +\nPush Jerk\n5x2 @ 70%",
        "Hang Power Clean\n+\nPush Jerk\n5x2 @ 70%",
    ],
)
def test_lifts_joined_by_a_plus_are_a_complex_over_several_lines(text: str) -> None:
    """The sets below belong to the complex."""
    complex_ = parts(("Hang Power Clean", 1), ("Push Jerk", 1))
    exact(text, one("Hang Power Clean + Push Jerk", sets=5, reps=2, percent=70, complex=complex_))


def test_a_complex_over_several_lines_has_its_counts() -> None:
    """The sums of the sets count the movements."""
    complex_ = parts(("Power Clean", 1), ("Front Squat", 2), ("Jerk", 1))
    text = "Power Clean\n+\nFront Squat\n+\nJerk\n5 x 1+2+1 @ 70%"
    exact(text, one("Power Clean + Front Squat + Jerk", sets=5, reps=1, percent=70, complex=complex_))
    text = "Every 2 minutes for 10 minutes:\n1 Power Clean\n+ 2 Front Squats\n+ 1 Jerk"
    clock = {"sets": 5, "interval_seconds": 120, "total_seconds": 600}
    complex_ = parts(("Power Clean", 1), ("Front Squats", 2), ("Jerk", 1))
    exact(text, one("1 Power Clean + 2 Front Squats + 1 Jerk", reps=1, complex=complex_, **clock))


def test_a_plus_between_pieces_of_conditioning_joins_no_complex() -> None:
    """They are done one after another."""
    time = {"format": "for time"}
    text = "For time:\n50 Burpees\n+\n50 Sit-Ups"
    exact(text, one("Burpees", reps=50, **time), one("Sit-Ups", reps=50, **time))


@pytest.mark.parametrize(
    "line", ["12 min to find heavy 2 HPC + 1 Jerk", "In 12 minutes, build to a heavy 2 HPC + 1 Jerk"]
)
def test_a_count_in_front_of_a_heavy_complex_is_that_of_its_first_movement(line: str) -> None:
    """The lifter does two cleans and a jerk, and not two of the whole."""
    complex_ = parts(("HPC", 2), ("Jerk", 1))
    exact(line, one("2 HPC + 1 Jerk", total_seconds=720, complex=complex_, load_text="heavy"))


@pytest.mark.parametrize("joint", [" & ", " and ", ", ", " / ", " then "])
@pytest.mark.parametrize(
    ("tail", "says"),
    [
        (" x 5 @ 75%", {"reps": 5, "percent": 75}),
        (" @ 75%", {"reps": 1, "percent": 75}),
        (", 5 sets @ 75%", {"sets": 5, "reps": 1, "percent": 75}),
        (" (5 sets)", {"sets": 5, "reps": 1}),
    ],
)
def test_a_list_of_lifts_with_low_counts_and_one_load_is_a_complex(joint: str, tail: str, says: dict[str, Any]) -> None:
    """Sets, repetitions and load after the list belong to the whole complex, as after a plus."""
    parts = [{"movement": "Clean", "reps": 1}, {"movement": "Jerk", "reps": 2}]
    assert [one("1 Clean + 2 Jerk", complex=parts, **says)] == prescribed(f"1 Clean{joint}2 Jerk{tail}")


def test_a_list_of_lifts_in_brackets_has_the_sets_in_front_of_it() -> None:
    """They are those of the whole complex."""
    parts = [{"movement": "Power Snatch", "reps": 1}, {"movement": "Snatch", "reps": 1}]
    expected = one("1 Power Snatch + 1 Snatch", complex=parts, sets=5, reps=1, percent=70)
    assert [expected] == prescribed("5 x (1 Power Snatch & 1 Snatch) @ 70%")


@pytest.mark.parametrize(
    ("line", "percents"),
    [
        ("1 Snatch, 1 Clean & Jerk @ 80%", [None, 80]),
        ("2 Back Squats, 2 Power Cleans @ 70%", [None, 70]),
        ("5 Deadlifts / 5 Power Cleans @ 70%", [None, 70]),
        ("3 Front Squats and 3 Box Jumps", [None, None]),
        ("1 Clean & 2 Jerks", [None, None]),
        ("Snatch 3x2, Clean 3x2 @ 70%", [None, 70]),
    ],
)
def test_lifts_that_are_done_for_themselves_are_no_complex(line: str, percents: list[float | None]) -> None:
    """They are of two kinds, have higher counts or sets of their own, or have nothing in common."""
    assert percents == [said.get("percent_min") for said in prescribed(line)]


@pytest.mark.parametrize("counts", ["1+2+1", "(1+2+1)"])
def test_the_counts_of_a_complex_may_be_behind_the_names_of_its_movements(counts: str) -> None:
    """There is one for each."""
    complex_ = parts(("Power Clean", 1), ("Front Squat", 2), ("Jerk", 1))
    expected = one("Power Clean + Front Squat + Jerk", sets=5, reps=1, percent=70, complex=complex_)
    exact(f"Power Clean, Front Squat, Jerk {counts} x 5 @ 70%", expected)


@pytest.mark.parametrize(
    ("line", "counts", "cluster", "reps"),
    [
        ("Clean Pull + Clean + Jerk 4 x 2.1.1 @ 70%", [2, 1, 1], None, 1),
        ("Clean Pull + Clean + Jerk 4 x (2+1+1) @ 70%", [2, 1, 1], None, 1),
        ("Clean + Jerk 4 x 2.1 @ 70%", [2, 1], None, 1),
        ("Clean + Jerk 4 x 1.1 @ 70%", [1, 1], [1, 1], 2),
        ("Clean + Jerk 4 x 2.1.1 @ 70%", [1, 1], [2, 1, 1], 4),
        ("2 Clean + Jerk 4 x 2.1 @ 70%", [2, 1], [2, 1], 3),
    ],
)
def test_points_between_different_counts_of_a_complex_are_like_plus_signs(
    line: str, counts: list[int], cluster: list[int] | None, reps: int
) -> None:
    """Equal counts, other counts than movements, and those beside counts of their own are of the whole, in clusters."""
    [found] = prescribed(line)
    assert [part["reps"] for part in found["complex"]] == counts
    assert (found.get("cluster"), found["reps_min"], found["sets"]) == (cluster, reps, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Snatch, Clean 1+2 x 5",
        "Clean, Jerk 2+1+1",
        "Back Squat, Bench Press 5+5",
        "Clean 3, Jerk 1+1",
        "Clean, Jerk, 2 1+1",
    ],
)
def test_counts_that_are_not_those_of_one_complex_are_a_finding(line: str) -> None:
    """They are of other lifts, or more than the names."""
    unread(line)
