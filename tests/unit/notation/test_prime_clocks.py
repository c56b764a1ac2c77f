"""Minutes and seconds with primes, `1'30"`, are a time wherever one may stand."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread

ROW = {"sets": 3, "reps": 10}


@pytest.mark.parametrize(
    "time", ["1'30\"", "1'30''", "1’30”", "1’30’’", "1′30″", "1´30´´", "1'30", "1' 30\"", "1'30s", "1'30 min"]
)
@pytest.mark.parametrize("line", ["Bench Press 3x10, {} rest", "Bench Press 3x10\nRest {}"])
def test_a_time_with_primes_is_minutes_and_seconds(line: str, time: str) -> None:
    """Straight, curly and true primes mean the same, and the last one may be missing."""
    exact(line.format(time), one("Bench Press", **ROW, rest_seconds=90))


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Row 3x10, rest 1'30\"", one("Row", **ROW, rest_seconds=90)),
        ("Squat 5x5 (rest 1'30\")", one("Squat", sets=5, reps=5, rest_seconds=90)),
        (
            "Bench Press 3x5 every 2'30\"",
            one("Bench Press", sets=3, reps=5, interval_seconds=150, total_seconds=450),
        ),
        ('Row 1\'30" on 30" off x 5', one("Row", sets=5, seconds=90, rest_seconds=30)),
        ('Bike 5 x 1\'30" / 30" rest', one("Bike", sets=5, seconds=90, rest_seconds=30)),
        ("Plank 1'30\"", one("Plank", seconds=90)),
        ("Plank 3x1'30\"", one("Plank", sets=3, seconds=90)),
        ("AMRAP 7'30\"\n5 Burpees", one("Burpees", reps=5, format="amrap", total_seconds=450)),
        (
            "Every 2'30\" x 5\n5 Burpees",
            one("Burpees", reps=5, sets=5, interval_seconds=150, total_seconds=750),
        ),
        ('3 rounds\n1\'30" Row\n30" rest', one("Row", sets=3, seconds=90, rest_seconds=30)),
        ("Bench Press 3x10\nRest 1'30\"-2'30\"", one("Bench Press", **ROW, rest_seconds=90, rest_seconds_max=150)),
    ],
)
def test_a_time_with_primes_stands_where_a_time_may(text: str, work: dict[str, Any]) -> None:
    """It is a rest, an interval, a total, or the work."""
    exact(text, work)


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ('Box Jump 24" x 5', one("Box Jump", reps=5, load_text='24"')),
        ("Wall Ball 10' x 15", one("Wall Ball", reps=15, load_text="10'")),
        ("Plank 2'", one("Plank", seconds=120)),
        ('Row 30" on 15" off x 8', one("Row", sets=8, seconds=30, rest_seconds=15)),
    ],
)
def test_one_prime_or_two_apart_are_as_before(text: str, work: dict[str, Any]) -> None:
    """Only two digits between primes are seconds."""
    exact(text, work)


@pytest.mark.parametrize("line", ["Box Jump 5'10\" x 3", "Broad Jump 6'10 x 3", "Row 5' 30 Burpees", "Row 10'20 cal"])
def test_a_height_or_two_numbers_are_no_time(line: str) -> None:
    """The height of a person looks like a time: it is a finding."""
    unread(line)


def test_a_long_time_with_primes_has_no_load() -> None:
    """No part of it is left over."""
    assert all("load_text" not in fields for fields in prescribed("Row 3x10, rest 2'30\"\nRest 10'45\""))
    assert not read("Row 3x10, rest 2'30\"").findings
