"""Series of repetitions, such as 21-15-9, and ladders."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For time:\n10-8-6\nDeadlifts\n30-20-10\nDouble-Unders\nSit-Ups",
            [("Deadlifts", [10, 8, 6]), ("Double-Unders", [30, 20, 10]), ("Sit-Ups", [30, 20, 10])],
        ),
        (
            "For time:\n18-12-6 Thrusters\n36-24-12 Double-Unders",
            [("Thrusters", [18, 12, 6]), ("Double-Unders", [36, 24, 12])],
        ),
        (
            "For time\n21-15-9\nBurpees\n15-12-9\nHang Power Cleans",
            [("Burpees", [21, 15, 9]), ("Hang Power Cleans", [15, 12, 9])],
        ),
        (
            "For time:\n5-4-3-2-1\nRope Climbs\n25-20-15-10-5\nWall Balls",
            [("Rope Climbs", [5, 4, 3, 2, 1]), ("Wall Balls", [25, 20, 15, 10, 5])],
        ),
    ],
)
def test_each_series_of_repetitions_is_of_the_movements_below_it(
    text: str, expected: list[tuple[str, list[int]]]
) -> None:
    """It counts until the next series; all of them are for time."""
    exact(text, *(one(name, sets=len(reps), reps_per_set=reps, format="for time") for name, reps in expected))


@pytest.mark.parametrize(
    ("text", "count", "says"),
    [
        ("Thrusters\nBurpees\nSit-Ups\n18-12-6", 3, {}),
        ("For time:\nThrusters\nBurpees\n18-12-6", 2, {"format": "for time"}),
        ("AMRAP 9\nThrusters\nBurpees\nSit-Ups\n18-12-6", 3, {"format": "amrap", "total_seconds": 540}),
        ("12-minute AMRAP:\nThrusters\nBurpees\n18-12-6", 2, {"format": "amrap", "total_seconds": 720}),
        ("For time (cap 9 min):\nThrusters\nBurpees\n18-12-6\nRest 3:00", 2, {"format": "for time"}),
    ],
)
def test_a_series_below_a_list_of_names_is_of_them_all(text: str, count: int, says: dict[str, Any]) -> None:
    """It ends the work."""
    expected = {"sets": 3, "reps_per_set": [18, 12, 6], **says}
    found = prescribed(text)
    assert [expected] * count == [{name: one[name] for name in expected} for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Squat\nBack Squat\n18-12-6",
        "Thrusters\nBurpees\nSit-Ups\n18-12-6\nDeadlift 5x5",
        "Thrusters\n10 Burpees\nSit-Ups\n18-12-6",
        "For time:\nThrusters\nBurpees\n3x10",
        "AMRAP 9\nThrusters\n4 Burpees\nSit-Ups\n18-12-6",
        "EMOM 9\nThrusters\nBurpees\nSit-Ups\n18-12-6",
        "AMRAP 9\nThrusters\nBurpees\nSit-Ups\n18-12-6\nDeadlift 5x5",
        "Bike\nDips\nFront Squat\n5-3-1",
        "Lunges\nAir Squats\nDeadlift\n5-5-5",
        "Thrusters\nBurpees\nSit-Ups\n6-6-6",
    ],
)
def test_a_series_below_names_that_may_be_titles_or_other_work_is_of_the_last(text: str) -> None:
    """The first may be a title, work may follow, or a line has numbers of its own."""
    assert "reps_per_set" not in prescribed(text)[0]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Row\nPush-Ups\nBack Squat\n5x5", one("Back Squat", sets=5, reps=5)),
        ("Squat\nPress\nPull-Ups\nWeighted\n5x4", one("Pull-Ups", sets=5, reps=4)),
        ("Snatch\nPush Press\nFront Squat\n4x3 @ 80%", one("Front Squat", sets=4, reps=3, percent=80)),
    ],
)
def test_sets_below_names_are_of_the_last(text: str, last: dict[str, Any]) -> None:
    """The names above have no numbers."""
    first, second, *_ = text.split("\n")
    exact(text, one(first), one(second), last)


def test_a_wave_may_be_the_scheme() -> None:
    """The movements below have it, and set lines their part of it."""
    found = prescribed("21-15-9 reps for time of:\nThrusters (95/65 lb)\nPull-Ups")
    assert [[21, 15, 9], [21, 15, 9]] == [one["reps_per_set"] for one in found]
    divided = prescribed("3-2-1-3-2-1\nSnatch\nSets 1-3 @ 75%\nSets 4-6 @ 80%")
    assert [[3, 2, 1], [3, 2, 1]] == [one["reps_per_set"] for one in divided]


def test_rounds_may_have_a_series_of_repetitions() -> None:
    """Each round has one number; a series of another length contradicts the rounds."""
    exact(
        "3 rounds for time, 20-15-10 reps each round:\nThrusters",
        one("Thrusters", sets=3, reps_per_set=[20, 15, 10], format="for time"),
    )
    assert [{"movement": "Thrusters"}] == prescribed("4 rounds: 20-15-10\nThrusters")


@pytest.mark.parametrize("line", ["Thrusters 21-15-9", "Cal Row 21-15-9"])
def test_a_series_of_another_length_than_the_rounds_is_a_finding(line: str) -> None:
    """Each round may have all of it."""
    assert ["sets"] == [finding.rule for finding in read(f"5 rounds:\n{line}").findings if finding.line == line]
    assert [] == read(f"3 rounds:\n{line}").findings
    assert [{"movement": "Thrusters"}] == prescribed("EMOM 10, 5-5-5:\nThrusters")


@pytest.mark.parametrize(
    "series",
    [
        "12-9- and 6 rep rounds for time of:",
        "Three rounds, 12-9- and 6 reps, for time of:",
        "12-9-and 6 reps, for time:",
    ],
)
def test_the_last_number_of_a_series_may_stand_after_a_dash_and_and(series: str) -> None:
    """The first benchmarks were written in this way."""
    times = {"sets": 3, "reps_per_set": [12, 9, 6], "format": "for time"}
    exact(f"{series}\nBurpees\nDips", one("Burpees", **times), one("Dips", **times))


@pytest.mark.parametrize(
    "cap", ["(cap 12)", "(cap: 12)", "(cap 12:00)", "(12:00 cap)", "(time cap 12 min)", "(12 minute time cap)"]
)
def test_a_series_may_stand_after_a_cap(cap: str) -> None:
    """The cap is a remark."""
    thrusters = one("Thrusters", sets=3, reps_per_set=[21, 15, 9], format="for time")
    exact(f"For time {cap}: 21-15-9\nThrusters", thrusters)


@pytest.mark.parametrize("series", ["descending reps (10-8-6)", "(10-8-6)", "of 10-8-6 reps each"])
def test_a_series_after_rounds_for_time_is_that_of_its_movements(series: str) -> None:
    """The run has none, because it has its distance."""
    exact(
        f"3 rounds for time, {series}:\n200m run\nPull-ups",
        one("run", sets=3, m=200, format="for time"),
        one("Pull-ups", sets=3, reps_per_set=[10, 8, 6], format="for time"),
    )


@pytest.mark.parametrize(
    "scheme", ["2, 4, 6, 8... reps every minute on the minute", "1, 2, 3... per minute:", "1, 2, 3,... per minute"]
)
def test_a_ladder_of_each_minute_has_an_interval(scheme: str) -> None:
    """Its steps are a remark."""
    exact(f"{scheme}\nBurpees", one("Burpees", interval_seconds=60))


@pytest.mark.parametrize("ladder", ["3-6-9-12…", "3-6-9-12...", "1, 2, 3..."])
def test_a_ladder_without_an_end_has_no_sets(ladder: str) -> None:
    """It goes on for as long as there is time, so the line is unread."""
    assert prescribed(f"AMRAP 7:\n{ladder}\nThrusters") == [one("Thrusters", format="amrap", total_seconds=420)]


@pytest.mark.parametrize("text", ["3-6-9-12...\nThrusters", "3-6-9-12-etc.\nThrusters", "3-6-9-12… Thrusters"])
def test_a_ladder_without_an_end_is_a_remark(text: str) -> None:
    """No one knows how many sets are done."""
    exact(f"AMRAP 7:\n{text}", one("Thrusters", format="amrap", total_seconds=420))
    [found] = read(f"AMRAP 7:\n{text}").prescriptions
    assert (found.remark or "").startswith("3-6-9-12")


@pytest.mark.parametrize("line", ["AMRAP 8 min", "AMRAP 8", "8 min AMRAP", "(AMRAP 8 min)"])
def test_an_amrap_below_a_ladder_is_the_clock_of_all_its_movements(line: str) -> None:
    """Each has the repetitions of the ladder, so that the last one waits for none."""
    amrap = {"format": "amrap", "total_seconds": 480}
    exact(f"2-4-6-8-10...\nThrusters\nBurpees\n{line}", one("Thrusters", **amrap), one("Burpees", **amrap))


def test_a_time_alone_below_a_ladder_is_a_finding() -> None:
    """It may be a cap, or that of the last movement."""
    text = "2-4-6-8-10...\nThrusters\nBurpees\n8 minutes"
    assert [one("Thrusters"), one("Burpees")] == prescribed(text)
    assert ["8 minutes"] == [finding.line for finding in read(text).findings]


def test_a_ladder_that_goes_down_has_an_end() -> None:
    """Dots after it lead to its movements."""
    exact("For time: 21-15-9...\nThrusters", one("Thrusters", sets=3, reps_per_set=[21, 15, 9], format="for time"))


@pytest.mark.parametrize("ladder", ["10-9-8...1", "10-9-8…1", "10-9-8-...-1"])
def test_a_ladder_with_a_gap_is_a_remark(ladder: str) -> None:
    """It has more sets than are written."""
    exact(f"For time:\n{ladder} Thrusters", one("Thrusters", format="for time"))


def test_a_ladder_without_a_movement_is_a_finding() -> None:
    """Nothing below it is done."""
    assert ["5-10-15-20..."] == [finding.line for finding in read("5-10-15-20...").findings]


@pytest.mark.parametrize("line", ["Monday 3/1/21", "3/1/21", "Compare to 12/7/19"])
def test_the_date_of_another_day_is_not_a_series_of_repetitions(line: str) -> None:
    """A weekday is not a movement either."""
    assert ["Thrusters"] == [says["movement"] for says in prescribed(f"21-15-9\nThrusters\n{line}")]
