"""Words between an amount and its load say how the sets are done: they are a remark, and the load is read."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread

MANNERS = [
    "touch and go",
    "touch & go",
    "touch n go",
    "touch-and-go",
    "T&G",
    "TnG",
    "paused",
    "no drop",
    "deficit",
    "straps on",
    "hook grip only",
    "no belt",
]


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize(
    "line", ["Deadlift 5x2 {} @ 70%", "Deadlift 5x2, {}, 70%", "Deadlift 5x2 ({}) @ 70%", "Deadlift 5x2 @ 70% {}"]
)
def test_a_manner_beside_an_amount_is_a_remark(line: str, manner: str) -> None:
    """It hides no load."""
    exact(line.format(manner), one("Deadlift", sets=5, reps=2, percent=70))
    assert [found.remark for found in read(line.format(manner)).prescriptions] == [manner]


@pytest.mark.parametrize(
    ("line", "work"),
    [
        ("Touch and Go Power Clean 5x2 @ 70%", one("Touch and Go Power Clean", sets=5, reps=2, percent=70)),
        ("3x5 Paused Back Squat @ 70%", one("Paused Back Squat", sets=3, reps=5, percent=70)),
        ("Deficit Deadlift 3x5 @ 70%", one("Deficit Deadlift", sets=3, reps=5, percent=70)),
        ("Power Clean (touch and go) 5x2 @ 70%", one("Power Clean (touch and go)", sets=5, reps=2, percent=70)),
        ("Power Clean (touch and go)", one("Power Clean (touch and go)")),
        ("10 Deficit Push-Ups", one("Deficit Push-Ups", reps=10)),
        ("10 Touch and Go Deadlifts", one("Touch and Go Deadlifts", reps=10)),
    ],
)
def test_the_same_words_in_front_of_a_movement_are_part_of_its_name(line: str, work: dict[str, Any]) -> None:
    """They are not a remark."""
    exact(line, work)


def test_sets_below_a_movement_have_a_manner_as_well() -> None:
    """The movement is above."""
    exact("Back Squat\n4x6 paused @ 70%", one("Back Squat", sets=4, reps=6, percent=70))


@pytest.mark.parametrize("scheme", ["For max reps:", "3 rounds for max reps:", "3 rounds, max reps:"])
def test_a_time_below_a_scheme_for_most_repetitions_is_filled_with_them(scheme: str) -> None:
    """The line states how long, and the scheme how much."""
    rounds = {} if scheme.startswith("For") else {"sets": 3}
    burpees = one("Burpees", seconds=60, max_reps=True, **rounds)
    exact(f"{scheme}\n1 min Burpees\n1 min Row", burpees, one("Row", seconds=60, max_reps=True, **rounds))


def test_repetitions_below_a_scheme_for_most_repetitions_are_as_stated() -> None:
    """Only a time may be filled."""
    assert "max_reps" not in prescribed("3 rounds for max reps:\n1 min Burpees\n400 m Run")[1]


@pytest.mark.parametrize("rest", ["2m30s rest", "rest 2m30s", "2min30s rest"])
def test_a_time_whose_units_touch_its_numbers_is_read(rest: str) -> None:
    """It is minutes and seconds."""
    exact(f"Bench Press 3x10, {rest}", one("Bench Press", sets=3, reps=10, rest_seconds=150))


@pytest.mark.parametrize("rest", [", 2 min between", " with 2 min between", ", 2min b/w", " w/ 2 min btwn"])
def test_a_time_between_sets_is_their_rest(rest: str) -> None:
    """The line need not say that it is between sets."""
    exact(f"Bench Press 3x10{rest}", one("Bench Press", sets=3, reps=10, rest_seconds=120))


@pytest.mark.parametrize("name", ["Pause Back Squat", "Paused Back Squat", "Back Squat w/ pause"])
def test_the_seconds_of_a_pause_may_be_in_a_bracket_behind_the_name(name: str) -> None:
    """They are not the time of the set."""
    for seconds in ("2 sec", "2s", "3 s"):
        exact(f"{name} ({seconds}) 4x3 @ 70%", one(name, sets=4, reps=3, percent=70))


@pytest.mark.parametrize(
    "line",
    [
        "Pause Squat (30 sec) 4x3",
        "Pause Back Squat (5s) @ 70%",
        "Back Squat (5s) 4x3",
        "Clean 2s to 80%",
        "Plank (5 sec) 4x3",
        "Back Squat (2 sec) 4x3",
        "Pause Squat 2 sec 4x3 sec",
        "Pause Squat (2 min) 4x3",
    ],
)
def test_a_time_that_is_no_pause_is_a_finding(line: str) -> None:
    """It is too long, or the name has no pause."""
    assert [] == prescribed(line)


@pytest.mark.parametrize(
    ("line", "work"),
    [
        ("3 Pause Front Squats @ 70%", one("Pause Front Squats", reps=3, percent=70)),
        ("10 pause air squats", one("pause air squats", reps=10)),
        ("3 paused Bench Presses, RPE 7", one("paused Bench Presses", reps=3, rpe_min=7, rpe_max=7)),
        ("2 Pause Clean Pulls at 60-65%", one("Pause Clean Pulls", reps=2, percent=(60, 65))),
        ("2 pause Cleans from blocks @ 60%", one("pause Cleans from blocks", reps=2, percent=60)),
        ("3 negative pull-ups", one("negative pull-ups", reps=3)),
        ("2 Pause Cleans, 60 kg", one("Pause Cleans", reps=2, kg=60)),
        ("2 Pause Cleans (at knee), 3 sets", one("Pause Cleans (at knee)", reps=2, sets=3)),
        ("3 rounds: 2 Pause Cleans (at knee)", one("Pause Cleans (at knee)", sets=3, reps=2)),
        ("3 Pause Front Squats @ 70%, slow", one("Pause Front Squats", reps=3, percent=70)),
        ("EMOM 10: 3 Pause Squats", one("Pause Squats", sets=10, reps=3, interval_seconds=60, total_seconds=600)),
    ],
)
def test_a_number_before_a_plural_with_a_pause_counts_it(line: str, work: dict[str, Any]) -> None:
    """The pause is that of each repetition."""
    exact(line, work)


@pytest.mark.parametrize(
    "line",
    [
        "3 pause Clean",
        "3-pause Snatch Pulls",
        "3 pause Snatch Pulls 4x2",
        "3 pause Snatches x 4",
        "3 Pause Bench Press @ 70%",
        "2 pauses",
        "3 negatives",
        "3 pause Clean w/ straps",
        "3 pause Clean off blocks",
        "3 pause Clean, no straps",
        "3 pause Clean and 3 Jerks",
        "3 Pause Clean Pulls (3 reps)",
        "2 Pause Cleans 3x2 @ 70%",
        "2 Pause Snatch Pulls (knee, hip)",
        "Two Pause Cleans (below knee, mid thigh)",
        "3 Pause Snatches (mid-shin, knee, hip)",
        "2 Pause Snatches – knee and power position",
        "2 Pause Cleans @ 70% (knee/hip)",
        "3 paused Bench Presses",
        "2 Pause Cleans (at knee)",
        "3 Pause Front Squats, no belt",
    ],
)
def test_a_number_that_may_count_the_pauses_is_a_finding(line: str) -> None:
    """A clean with three pauses has no number of repetitions."""
    unread(line)


@pytest.mark.parametrize("sets", ["4 sets @ 90%", "4x3 @ 90%", "3x3", "Every 2 min for 10 min:\n3 reps @ 90%"])
def test_a_number_before_a_pause_above_sets_is_a_finding(sets: str) -> None:
    """They may be sets of a pull with two pauses."""
    found = read(f"2 Pause Clean Pulls\n{sets}")
    assert [] == found.prescriptions
    assert "2 Pause Clean Pulls" in [finding.line for finding in found.findings]


def test_seconds_before_a_pause_stay_in_the_name() -> None:
    """They count no repetitions."""
    exact("2 second pause Squats 4x3", one("2 second pause Squats", sets=4, reps=3))
