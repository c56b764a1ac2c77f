"""How often each movement of a complex is done, and what pages, messages and the terminal show of it."""

import msgspec
import pytest

from tests.notation import read
from wod.models import Prescription
from wod.site.titles import title_of
from wod.site.words import words_of
from wod_cli.terminal.prescription_line import prescription_line


def asked(text: str) -> list[Prescription]:
    reading = read(text)
    assert [] == reading.findings
    return reading.prescriptions


def parts(one: Prescription) -> list[tuple[str, int]]:
    return [(part.movement, part.reps) for part in one.complex or ()]


@pytest.mark.parametrize(
    ("line", "sets", "movements"),
    [
        ("Clean & Jerk (2+1) x 4 sets @ 80%", 4, [("Clean", 2), ("Jerk", 1)]),
        ("Clean & Jerk 4 x (2+1)", 4, [("Clean", 2), ("Jerk", 1)]),
        ("C&J 4x2+1 @ 80%", 4, [("Clean", 2), ("Jerk", 1)]),
        ("Clean and Jerk 5x(1+2) @ 70-75%", 5, [("Clean", 1), ("Jerk", 2)]),
        ("Power Clean & Push Jerk 5 sets of 3+2", 5, [("Power Clean", 3), ("Push Jerk", 2)]),
        ("Hang Power Clean and Split Jerk 3x(2+1)", 3, [("Hang Power Clean", 2), ("Split Jerk", 1)]),
        ("Clean & Jerk @ 80 kg x 2+1 x 3", 3, [("Clean", 2), ("Jerk", 1)]),
    ],
)
def test_the_counts_of_a_clean_and_jerk_are_of_its_movements(
    line: str, sets: int, movements: list[tuple[str, int]]
) -> None:
    """Two cleans and a jerk are a set; the movement stays as written and has its lift."""
    (one,) = asked(line)
    assert (sets, 1, 1, movements) == (one.sets, one.reps_min, one.reps_max, parts(one))
    assert one.movement in line
    assert one.lift == "Clean & Jerk"


def test_set_lines_have_the_counts_of_a_clean_and_jerk() -> None:
    """Each line has its own."""
    found = asked("Clean & Jerk\n2+1 @ 70%\n1+1 @ 80%")
    assert [(70, [("Clean", 2), ("Jerk", 1)]), (80, [("Clean", 1), ("Jerk", 1)])] == [
        (one.percent_min, parts(one)) for one in found
    ]


def test_counts_that_are_not_as_many_as_the_movements_are_a_finding() -> None:
    """It is unknown which movement has none."""
    reading = read("Clean + Front Squat + Jerk\n2+1 @ 70%")
    (one,) = reading.prescriptions
    assert (70, None) == (one.percent_min, one.reps_min)
    assert [("number", "2+1 @ 70%")] == [(finding.rule, finding.line) for finding in reading.findings]


@pytest.mark.parametrize(
    ("text", "sets", "reps"),
    [
        ("EMOM 10: 1 Power Snatch + 1 Overhead Squat @ 65-70%", [10], [1]),
        ("EMOM 10:\n1 Power Snatch + 1 Overhead Squat @ 65-70%", [10], [1]),
        ("5 sets of: 2 Power Cleans + 1 Jerk @ 70%", [5], [1]),
        ("Clean + 2 Front Squats + Jerk x 5 sets @ 75%", [5], [1]),
        ("Power Clean (2) + Jerk (1) x 4 sets", [4], [1]),
        ("2 Power Snatches + 1 Snatch x 3 reps @ 70%", [None], [3]),
        ("1 Snatch + 1 Hang Snatch\n3 reps @ 70%\n2 reps @ 75%", [1, 1], [3, 2]),
        ("1 Snatch + 1 Hang Snatch\n*Sets 1-3 @ 70%\n*Sets 4-5 @ 75%", [3, 2], [1, 1]),
        ("Power Snatch + Overhead Squat @ 65-70%", [None], [None]),
    ],
)
def test_a_complex_with_counts_is_done_once(text: str, sets: list[int | None], reps: list[int | None]) -> None:
    """A number on its line, or on that of its sets, counts instead; without any number nothing is stated."""
    found = asked(text)
    assert (sets, reps) == ([one.sets for one in found], [one.reps_min for one in found])


@pytest.mark.parametrize(
    ("line", "title", "in_the_terminal"),
    [
        ("Clean & Jerk 4x(2+1)", "Clean & Jerk 4×(2+1)", "Clean & Jerk: 4 x (2+1)"),
        ("Clean + Jerk 4x(2+1)", "Clean + Jerk 4×(2+1)", "Clean + Jerk: 4 x (2+1)"),
        ("2 Cleans + 1 Jerk x 4 sets", "2 Cleans + 1 Jerk 4×1", "Clean + Jerk: 4 x (2+1)"),
    ],
)
def test_counts_that_the_name_does_not_have_are_shown(line: str, title: str, in_the_terminal: str) -> None:
    """A lifter who reads only the name would do a clean and a jerk."""
    found = asked(line)
    assert title == title_of(found, words_of("en"))
    assert [in_the_terminal] == [prescription_line(msgspec.to_builtins(one)) for one in found]


@pytest.mark.parametrize(
    ("text", "sets", "counts"),
    [
        ("(1+2+1) x 3 @ 70%\nClean + Front Squat + Jerk", 3, [1, 2, 1]),
        ("Clean + Front Squat + Jerk\n(1+2+1) x 3 @ 70%", 3, [1, 2, 1]),
        ("5 sets of (2+1+1) @ 70%\nClean + Front Squat + Jerk", 5, [2, 1, 1]),
        ("4 x (2+1) @ 70%\nClean & Jerk", 4, [2, 1]),
        ("4 x (2+1) @ 70%\n2 Cleans + 1 Jerk", 4, [2, 1]),
        ("Clean + Jerk\n70%/2+1 x 2", 2, [2, 1]),
    ],
)
def test_counts_on_a_line_above_or_below_are_of_the_movements(text: str, sets: int, counts: list[int]) -> None:
    """The complex is done once in each set, with the load of the counts' line."""
    [found] = asked(text)
    assert (found.sets, found.reps_min, found.percent_min) == (sets, 1, 70)
    assert counts == [part.reps for part in found.complex or []]


def test_each_load_of_a_list_may_have_its_own_counts() -> None:
    """The counts are in brackets, with sets after them."""
    found = asked("Power Clean + Jerk\n(2+1) x 3 @ 70%, (1+1) x 2 @ 80%")
    assert [(3, 70, [2, 1]), (2, 80, [1, 1])] == [
        (one.sets, one.percent_min, [part.reps for part in one.complex or []]) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("3 x (2+1)\nClean + Front Squat + Jerk", "Clean + Front Squat + Jerk"),
        ("3 x (2+1)", "3 x (2+1)"),
        ("Clean + Jerk\n(2+1) 70% x 2, 75% x 2", "(2+1) 70% x 2, 75% x 2"),
    ],
)
def test_counts_without_their_movements_are_a_finding(text: str, line: str) -> None:
    """Other counts than movements, no movements, or sets that may have them or not."""
    assert [line] == [finding.line for finding in read(text).findings]
