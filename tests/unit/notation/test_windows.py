"""Windows of a running clock: the time before work says when it is done, and not for how long."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


def remarks(text: str) -> list[str | None]:
    return [found.remark for found in read(text).prescriptions]


@pytest.mark.parametrize(
    ("text", "expected", "windows"),
    [
        (
            "Min 0-10: Back Squat 5x5\nMin 10-20: 50 Burpees",
            [one("Back Squat", sets=5, reps=5), one("Burpees", reps=50)],
            ["Min 0-10", "Min 10-20"],
        ),
        (
            "0-10 min: Establish a 1RM Snatch\n10-15 min: Max Burpees",
            [one("Snatch", rep_max_test=1), one("Burpees", max_reps=True)],
            ["0-10 min", "10-15 min"],
        ),
        (
            "0:00-10:00 Build to a heavy Snatch\n10:00-20:00 Build to a heavy Clean",
            [one("Snatch", load_text="heavy"), one("Clean", load_text="heavy")],
            ["0:00-10:00", "10:00-20:00"],
        ),
        ("From 10:00 to 15:00: Max Burpees", [one("Burpees", max_reps=True)], ["From 10:00 to 15:00"]),
        ("Between 5:00 and 9:00, 50 Wall Balls", [one("Wall Balls", reps=50)], ["Between 5:00 and 9:00"]),
        ("At minute 12: 1 mile run", [one("run", mi=1)], ["At minute 12"]),
        ("At the 10:00 mark: 50 Wall Balls", [one("Wall Balls", reps=50)], ["At the 10:00 mark"]),
        ("At 10:00, complete the following:\n50 Wall Balls", [one("Wall Balls", reps=50)], ["At 10:00"]),
        (
            "When the clock hits 10:00, complete:\n50 Wall Balls",
            [one("Wall Balls", reps=50)],
            ["When the clock hits 10:00"],
        ),
        ("0:00 - 5:00 30 Wall Balls", [one("Wall Balls", reps=30)], ["0:00 - 5:00"]),
        (
            "@ 0:00 - 10 Snatches\n@ 2:00 - 8 Snatches",
            [one("Snatches", reps=10), one("Snatches", reps=8)],
            ["@ 0:00", "@ 2:00"],
        ),
        (
            "On the 0:00: 400m run\nOn the 5:00: 30 Swings",
            [one("run", m=400), one("Swings", reps=30)],
            ["On the 0:00", "On the 5:00"],
        ),
        (
            "Min 0-4: Row 500m\nMin 4-8: Rest\nMin 8-12: Row 500m",
            [one("Row", m=500), one("Row", m=500)],
            ["Min 0-4; Min 4-8: Rest", "Min 8-12"],
        ),
        ("[0:00-5:00] 30 Snatches, 60/40 kg", [one("Snatches", reps=30, kg=(60, 40))], ["0:00-5:00"]),
    ],
)
def test_a_window_in_front_of_work_is_its_remark(text: str, expected: list[dict[str, Any]], windows: list[str]) -> None:
    """The rest of its line is read as it is without the window."""
    exact(text, *expected)
    assert windows == remarks(text)


def test_a_window_above_work_is_the_remark_of_all_of_it() -> None:
    """It is the remark of all work up to the next window."""
    text = "From 0:00-5:00\nRow 1000m\n50 Double Unders\nAt minute 5\nMax Burpees"
    exact(text, one("Row", m=1000), one("Double Unders", reps=50), one("Burpees", max_reps=True))
    assert ["From 0:00-5:00", "From 0:00-5:00", "At minute 5"] == remarks(text)


def test_a_window_may_have_a_scheme() -> None:
    """Its movements are below it."""
    exact("0:00-8:00 AMRAP of:\n10 Swings", one("Swings", reps=10, format="amrap"))


def test_the_work_of_a_window_is_not_that_of_the_scheme_above() -> None:
    """It has a time of its own."""
    amrap = {"format": "amrap", "total_seconds": 600}
    exact(
        "AMRAP 10:\n10 Swings\nFrom 10:00-15:00: 30 Burpees", one("Swings", reps=10, **amrap), one("Burpees", reps=30)
    )


def test_the_clock_above_windows_is_not_the_time_of_one_of_them() -> None:
    """Its words are kept."""
    text = "On a 20:00 running clock:\n0:00-10:00\nRow 2000m\n10:00-20:00\n1RM Clean"
    exact(text, one("Row", m=2000), one("Clean", rep_max_test=1))
    assert ["On a 20:00 running clock; 0:00-10:00", "10:00-20:00"] == remarks(text)


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        (
            "In teams of 2, with a 30:00 running clock:\n0:00-10:00\nAMRAP:\n10 Burpees",
            one("Burpees", reps=10, format="amrap"),
            "In teams of 2, with a 30:00 running clock; 0:00-10:00",
        ),
        ("20 min AMRAP:\nMin 0-10\n10 Burpees", one("Burpees", reps=10, format="amrap"), "20 min AMRAP; Min 0-10"),
        (
            "EMOM 20\nMinutes 0-5: 3 Cleans",
            one("Cleans", reps=3, interval_seconds=60),
            "EMOM 20; Minutes 0-5",
        ),
    ],
)
def test_the_clock_of_a_scheme_above_windows_is_not_the_time_of_one_of_them(
    text: str, expected: dict[str, Any], remark: str
) -> None:
    """Its format and interval are theirs."""
    exact(text, expected)
    assert [remark] == remarks(text)


def test_a_window_may_go_on_from_the_one_above() -> None:
    """It is not a station of the scheme above."""
    text = "Minutes 0-5\nMax Burpees\nMinutes 5-10\nMax Push-Ups"
    exact(text, one("Burpees", max_reps=True), one("Push-Ups", max_reps=True))
    assert ["Minutes 0-5", "Minutes 5-10"] == remarks(text)


def test_minutes_below_an_interval_are_its_sets() -> None:
    """They are not windows of a clock."""
    clock = {"interval_seconds": 60, "total_seconds": 900, "sets": 5}
    exact("EMOM 15\nMinutes 1-5: 5 Swings", one("Swings", reps=5, first_set=1, last_set=5, **clock))


@pytest.mark.parametrize("text", ["2:00-3:00 Plank", "2-3 min Plank", "Plank 2:00-3:00"])
def test_a_range_of_times_that_is_not_a_window_is_how_long(text: str) -> None:
    """Two to three minutes of work."""
    exact(text, one("Plank", seconds=(120, 180)))


@pytest.mark.parametrize(
    "line", ["Min 10-15: Max Burpees", "5:00-6:00 Open Gym", "Minute 10 to 15: 50 Burpees", "At 2-3 minutes: Run 400m"]
)
def test_a_window_that_is_uncertain_is_a_finding(line: str) -> None:
    """Nothing says that the clock runs, or no work follows."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_a_rest_between_two_windows_has_no_length() -> None:
    """`6:00-8:00` says when it is; elsewhere `2:00-3:00` is its length."""
    reading = read("0:00-6:00\nAMRAP\n10 Pull-Ups\nRest 6:00-8:00\n8:00-14:00\nAMRAP\n9 Burpees")
    assert [None, None] == [one.rest_seconds for one in reading.prescriptions]
    exact("3 sets\n10 Burpees\nRest 2:00-3:00", one("Burpees", sets=3, reps=10, rest_seconds=120, rest_seconds_max=180))


def test_a_clock_in_a_remark_is_not_the_interval() -> None:
    """The partners switch every minute, and the plank is held for three."""
    assert [one("Plank", seconds=180)] == prescribed("Plank 3 min, switch every minute")
