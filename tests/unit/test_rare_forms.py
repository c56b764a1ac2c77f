"""Forms that few coaches write, with the values that a careful coach reads."""

from typing import Any

import pytest

from tests.notation import exact, one, parts

MINUTES = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
TABATA = {"sets": 8, "seconds": 20, "rest_seconds": 10, "total_seconds": 240}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring Row 3-4 x 5", [one("Ring Row", sets=3, sets_max=4, reps=5)]),
        ("Ring Row 3-4 x 5 reps", [one("Ring Row", sets=3, sets_max=4, reps=5)]),
        ("Ring Row 6-8 x 3", [one("Ring Row", sets=3, reps=(6, 8))]),
    ],
)
def test_a_low_range_is_of_sets_and_a_high_one_of_repetitions(text: str, expected: list[dict[str, Any]]) -> None:
    """Nobody does six to eight sets of three to choose from."""
    exact(text, *expected)


def test_a_complex_may_have_its_sets_last() -> None:
    """Two cleans and a jerk, three times."""
    counts = parts(("Clean", 2), ("Jerk", 1))
    exact("Clean & Jerk 80% x 2+1 x 3", one("Clean & Jerk", sets=3, reps=1, percent=80, complex=counts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EMOM: 7 Wall Balls", one("Wall Balls", reps=7, interval_seconds=60)),
        ("AMRAP 10: 400m Run", one("Run", m=400, total_seconds=600, format="amrap")),
        ("50 Cals Bike", one("Bike", calories=50)),
        ("Dumbbell Row 12 reps (6/side)", one("Dumbbell Row", reps=12)),
        ("Thruster (95, 65)", one("Thruster", load_text="95, 65")),
        ("Back Squat\nSets 1 - 2 = 5 reps", one("Back Squat", sets=2, first_set=1, last_set=2, reps=5)),
        ("Back Squat\nSets 1 and up: 5 reps", one("Back Squat", first_set=1, reps=5)),
    ],
)
def test_a_number_belongs_to_the_word_beside_it(text: str, expected: dict[str, Any]) -> None:
    """The words beside a number decide whether it is minutes, repetitions, a distance, a load or sets."""
    exact(text, expected)


def test_a_number_alone_with_rest_is_a_station_of_rest() -> None:
    """Each of three stations, the rest among them, has four of the twelve minutes."""
    text = "EMOM 12:\n1) 10 Burpees\n2) 12 Kettlebell Swings\n3) Rest"
    exact(text, one("Burpees", reps=10, **MINUTES), one("Kettlebell Swings", reps=12, **MINUTES))


def test_the_movements_of_a_tabata_may_stand_on_its_line() -> None:
    """Each movement has a tabata of its own."""
    names = ("Air Squats", "Push-Ups", "Sit-Ups")
    exact("Tabata: Air Squats, Push-Ups, Sit-Ups", *(one(name, **TABATA) for name in names))
