"""The clock of a line, before its sets or after them."""

from typing import Any

import pytest

from tests.notation import exact, one, parts, prescribed, read, unread

MINUTES: dict[str, Any] = {"interval_seconds": 60, "total_seconds": 600, "sets": 10}
TWO_MINUTES: dict[str, Any] = {"interval_seconds": 120, "total_seconds": 600, "sets": 5}
NINETY: dict[str, Any] = {"interval_seconds": 90, "total_seconds": 720, "sets": 8}
CLOCKS = [
    *((clock, MINUTES) for clock in ("EMOM x 10", "10 minute EMOM", "10' EMOM", "10 sets EMOM", "OTM 10")),
    *((clock, MINUTES) for clock in ("Every min x 10", "On the minute x 10", "Every minute for 10 minutes")),
    *((clock, TWO_MINUTES) for clock in ("E2MOM x 5", "E2M x 5", "On the 2:00 x 5", "5 sets every 2 minutes")),
    *((clock, TWO_MINUTES) for clock in ("Every 2 min for 10 min", "Every 2 minutes x 10 minutes")),
    *((clock, NINETY) for clock in ("E90S x 8", "E1:30 x 8", "8 sets, every 90 seconds", "Every 1:30 x 8")),
    ("Every 90sx8", NINETY),
]


@pytest.mark.parametrize(("clock", "rhythm"), CLOCKS)
@pytest.mark.parametrize("form", ["{clock}: {line}", "{clock}\n{line}", "{line}, {clock}", "{line} ({clock})"])
@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Snatch x 2 @ 75%", one("Snatch", reps=2, percent=75)),
        (
            "2 Power Cleans + 1 Jerk @ 75%",
            one("2 Power Cleans + 1 Jerk", reps=1, percent=75, complex=parts(("Power Cleans", 2), ("Jerk", 1))),
        ),
    ],
)
def test_a_clock_has_the_same_values_on_either_side(
    clock: str, rhythm: dict[str, Any], form: str, line: str, says: dict[str, Any]
) -> None:
    """Interval, total and sets; the number of sets is never that of repetitions."""
    exact(form.format(clock=clock, line=line), says | rhythm)


def test_one_set_every_interval_fills_the_time() -> None:
    """One every two minutes for ten minutes are five."""
    exact("Snatch x 2 @ 75%, 1 set every 2 minutes for 10 minutes", one("Snatch", reps=2, percent=75, **TWO_MINUTES))


def test_sets_after_a_load_are_not_a_range_with_its_reps() -> None:
    """Two repetitions, and ten sets of them."""
    exact("Snatch @ 75% x 2 - 10 sets", one("Snatch", sets=10, reps=2, percent=75))


def test_repetitions_of_a_whole_complex_may_stand_in_front() -> None:
    """They are not part of its name."""
    exact(
        "3 reps of Snatch + Hang Snatch @ 75%",
        one("Snatch + Hang Snatch", reps=3, percent=75, complex=parts(("Snatch", 1), ("Hang Snatch", 1))),
    )


def test_a_clock_that_is_not_read_is_a_finding() -> None:
    """A remark takes no interval."""
    line = "Snatch x 2 @ 75%, every 2nd minute for 10 minutes"
    assert [] == prescribed(line)
    assert ["unread"] == [finding.rule for finding in read(line).findings]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Snatch: 2 every 90 sec for 15 min @ 70%", {"reps": 2, "sets": 10, "total_seconds": 900, "percent": 70}),
        ("Snatch: two every 90 sec", {"reps": 2}),
        ("Snatch 2-3 every 90 sec for 15 min", {"reps": (2, 3), "sets": 10, "total_seconds": 900}),
    ],
)
def test_a_low_number_between_a_lift_and_a_clock_is_its_repetitions(line: str, says: dict[str, Any]) -> None:
    """Nobody lifts so little."""
    exact(line, one("Snatch", interval_seconds=90, **says))


@pytest.mark.parametrize("line", ["Back Squat 100 every 2 min", "Row 5 every 2 min"])
def test_a_number_before_a_clock_that_may_be_something_else_is_a_finding(line: str) -> None:
    """It may be a weight, or calories."""
    unread(line)
