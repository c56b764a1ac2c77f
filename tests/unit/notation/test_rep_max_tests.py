"""Tests of a rep max and heavy sets: the lift, the rep max, and the time for it."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    ("text", "movement", "rep_max", "total"),
    [
        ("Build to a heavy 1RM. Back Squat", "Back Squat", 1, None),
        ("In 20 minutes, establish a 1-RM Back Squat", "Back Squat", 1, 1200),
        ("Take 20 minutes to build to a 10-RM Front Squat", "Front Squat", 10, 1200),
        ("Find a 3 Rep Max Push Press", "Push Press", 3, None),
        ("Work up to a 5RM Back Squat in 15 minutes", "Back Squat", 5, 900),
        ("1-RM Snatch", "Snatch", 1, None),
        ("Build to a 3-RM Snatch with 2 second pause at knee", "Snatch with 2 second pause at knee", 3, None),
        ("Establish a 1-RM Pause Front Squat (3 second pause)", "Pause Front Squat", 1, None),
        ("1-RM Clean & Jerk (30 minutes to establish)", "Clean & Jerk", 1, 1800),
        ("Take 20 minutes to find your 1-RM for the Snatch", "Snatch", 1, 1200),
        ("Snatch Balance\nIn 12 minutes, establish a 2-RM", "Snatch Balance", 2, 720),
        ("With a 12 minute clock, find a 1RM Power Snatch", "Power Snatch", 1, 720),
        ("Find a 3RM Push Press\n14 minutes", "Push Press", 3, 840),
        ("Front Squat 2RM\n-18 min-", "Front Squat", 2, 1080),
        ("Front Squat to a max 3", "Front Squat", 3, None),
        ("Front Squat\nBuild to a max set of 3", "Front Squat", 3, None),
        ("18 min clock: work up to a 2RM Hang Clean", "Hang Clean", 2, 1080),
        ("In a 16 minute window, establish a 3RM Front Squat", "Front Squat", 3, 960),
        ("16 minute clock:\nEstablish a 3RM Front Squat", "Front Squat", 3, 960),
        ("Front Squat\n16 minutes of:\nWork up to a 3RM", "Front Squat", 3, 960),
        ("Front Squat\nIn 16 minutes:\nEstablish a 3RM", "Front Squat", 3, 960),
        (
            "In 20 minutes, establish a 1-RM of the following complex:\nClean + Front Squat + Jerk",
            "Clean + Front Squat + Jerk",
            1,
            1200,
        ),
    ],
)
def test_a_test_has_its_rep_max_and_no_sets(text: str, movement: str, rep_max: int, total: int | None) -> None:
    """k, the movement on the line or beside it, and the time if one is stated."""
    (one,) = read(text).prescriptions
    assert (movement, rep_max, total) == (one.movement, one.rep_max_test, one.total_seconds)
    assert (None, None) == (one.sets, one.reps_min)


@pytest.mark.parametrize("time", ["45 seconds", "12-14 minutes", "6 minutes @ 50%", "3 x 8 minutes"])
def test_a_time_below_a_test_that_is_not_for_all_of_it_is_a_finding(time: str) -> None:
    """A movement that is tested for weight is not done for so long."""
    reading = read(f"Find a 3RM Push Press\n{time}")
    assert [None] == [one.total_seconds for one in reading.prescriptions]
    assert [None] == [one.duration_seconds_min for one in reading.prescriptions]
    assert [time] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize("scheme", ["EMOM 10", "In 15 minutes:\nIn 10 minutes:", "15 minutes, 5 sets of:"])
def test_another_scheme_between_a_lift_and_a_test_is_a_finding(scheme: str) -> None:
    """It is more than the time for the test."""
    reading = read(f"Front Squat\n{scheme}\nBuild to a heavy 3")
    assert "Build to a heavy 3" in [finding.line for finding in reading.findings]


def test_a_time_between_sets_and_a_test_is_a_finding() -> None:
    """The sets of the lift may be those of another test."""
    reading = read("Front Squat 5x5\nIn 15 minutes:\nBuild to a heavy 3")
    assert [None] == [one.total_seconds for one in reading.prescriptions]
    assert reading.findings


@pytest.mark.parametrize("time", ["6 minutes", "Six Minutes", "8 minutes:", "10 min", "12:00"])
@pytest.mark.parametrize("below", ["20 seconds of Push Press\n4 Burpees", "9 Pull-Ups\n12 Push-Ups", "Row 300 m"])
def test_a_time_between_a_test_and_work_without_sets_is_a_finding(time: str, below: str) -> None:
    """It may be the time for that work."""
    reading = read(f"2RM Deadlift\n{time}\n{below}")
    assert not any(one.total_seconds for one in reading.prescriptions if one.rep_max_test)
    assert time in [finding.line for finding in reading.findings]


@pytest.mark.parametrize("below", ["", "\nBench Press 4x6", "\nAMRAP 9:\n5 Burpees", "\nRest 2 minutes", "\nBe brave!"])
def test_a_time_below_a_test_is_that_of_the_test_if_other_work_has_its_own_scheme(below: str) -> None:
    """Nothing else needs a time."""
    (test,) = (one for one in read(f"2RM Deadlift\n14 minutes{below}").prescriptions if one.rep_max_test)
    assert test.total_seconds == 840


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Snatch – build to a heavy triple in 15 minutes", 3),
        ("Take 15 minutes to build to a heavy single Snatch", 1),
        ("In 15 minutes, work up to a heavy set of 5 Snatch", 5),
        ("Take 15 minutes to build to a heavy Snatch", None),
        ("Within 15 minutes, establish today's best Snatch", None),
        ("In 15 minutes, build to a heavy set of the following:\nSnatch", None),
    ],
)
def test_the_word_heavy_names_no_rep_max(text: str, counted: int | None) -> None:
    """A heavy single has one repetition, and is not a 1-RM."""
    (one,) = read(text).prescriptions
    assert ("Snatch", None, counted, counted, 900) == (
        one.movement,
        one.rep_max_test,
        one.reps_min,
        one.reps_max,
        one.total_seconds,
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Push Press\nHeavy 5", one("Push Press", reps=5, load_text="heavy")),
        ("Deadlift – Heavy 3", one("Deadlift", reps=3, load_text="heavy")),
        ("14 min to find a heavy 2 Hang Clean", one("Hang Clean", reps=2, total_seconds=840, load_text="heavy")),
        ("Build to a heavy 4 Back Squat", one("Back Squat", reps=4, load_text="heavy")),
        ("Heavy 6 Deadlift", one("Deadlift", reps=6, load_text="heavy")),
        ("Heavy 10: Back Squat", one("Back Squat", reps=10, load_text="heavy")),
        (
            "Power Clean – build to a heavy 2 in 12 minutes",
            one("Power Clean", reps=2, total_seconds=720, load_text="heavy"),
        ),
        (
            "In 10 minutes, work up to a heavy 3 Power Snatch",
            one("Power Snatch", reps=3, total_seconds=600, load_text="heavy"),
        ),
    ],
)
def test_a_heavy_number_is_a_set_of_so_many(text: str, says: dict[str, Any]) -> None:
    """It is not a rep max, and no part of the name; its load is heavy."""
    exact(text, says)


def test_a_heavy_set_or_a_rep_max_is_a_test_of_the_rep_max() -> None:
    """The rep max is the number that is written."""
    exact("Build to a heavy or a 2-RM Push Press", one("Push Press", rep_max_test=2))


def test_how_heavy_the_sets_become_is_not_a_test() -> None:
    """Below a movement with reps, building to a heavy single only says how."""
    assert 1 == len(prescribed("Every 2 minutes, for 20 minutes (10 sets):\nSnatch x 1 rep\nBuild to a heavy single"))


def test_a_weight_after_a_tested_lift_is_its_load() -> None:
    """A target or a past result is in brackets."""
    exact("20 minutes to establish a 1RM Snatch (60 kg)", one("Snatch", kg=60, rep_max_test=1, total_seconds=1200))


def test_a_range_of_minutes_for_a_test_is_a_remark() -> None:
    """No field takes both."""
    exact("25-35 minutes to establish a 2-RM Deadlift", one("Deadlift", rep_max_test=2))
    exact("Find your new three rep Front Squat", one("Front Squat", reps=3))


def test_the_time_of_a_test_may_stand_above_it() -> None:
    """The test takes half an hour."""
    exact("Within 30 minutes:\n1RM back squat", one("back squat", rep_max_test=1, total_seconds=1800))


def test_reps_of_the_movement_below_a_test_are_kept() -> None:
    """They are a heavy complex in several lines."""
    exact(
        "Build to a heavy complex:\n3 Deadlifts\n2 Power Cleans",
        one("Deadlifts", reps=3, load_text="heavy complex"),
        one("Power Cleans", reps=2),
    )


def test_a_test_without_a_movement_is_a_finding() -> None:
    """It gives no prescription; below a movement or above one it has that."""
    line = "Build to a heavy triple"
    assert ([], [("unread", line)]) == (prescribed(line), [(one.rule, one.line) for one in read(line).findings])
    assert [] == read(f"{line}\nFront Squat").findings
    assert [] == read(f"Front Squat\n{line}").findings


@pytest.mark.parametrize(
    ("line", "attempts"),
    [
        ("Snatch: daily max (no more than 3 attempts over 90%)", "no more than 3 attempts over 90%"),
        ("Snatch – daily max, no misses", "no misses"),
        ("Snatch to daily max (2 misses allowed)", "2 misses allowed"),
        ("Snatch 1RM, no misses", "no misses"),
        ("Find a 1RM Snatch (2 misses allowed)", "2 misses allowed"),
        ("Find a 3RM Snatch; miss twice and you are done", "miss twice and you are done"),
    ],
)
def test_words_about_attempts_after_a_test_are_its_remark(line: str, attempts: str) -> None:
    """Their numbers are no load and no sets."""
    (line_read,) = read(line).lines
    (found,) = read(line).prescriptions
    assert "test" == line_read.kind
    assert ("Snatch", attempts) == (found.movement, found.remark)
    assert (None, None) == (found.percent_min, found.sets)


@pytest.mark.parametrize(
    "line",
    [
        "Snatch 5x2 @ 80%, no misses",
        "Snatch: daily max, then 3 attempts x 1 @ 90%",
        "Snatch (no misses) 5x2 @ 80%",
        "3 attempts at a heavy Snatch",
        "Snatch, 3 attempts @ 90%",
        "Snatch 1RM, 3 attempts, 5 Lunges",
    ],
)
def test_attempts_beside_sets_make_no_test(line: str) -> None:
    """The line has sets, or says of what the attempts are."""
    assert "test" != read(line).lines[0].kind


@pytest.mark.parametrize("cap", ["no more than 15 min", "at most 15 minutes", "under 15 min"])
def test_the_longest_time_of_a_test_may_be_behind_it(cap: str) -> None:
    """It is the time of the test."""
    exact(f"Back Squat 8RM, {cap}", one("Back Squat", rep_max_test=8, total_seconds=900))


@pytest.mark.parametrize(
    "after", ["no more than 15 reps", "more than 15 minutes", "15 minutes rest", "at most 80%", "no more than 2 kg up"]
)
def test_another_bound_behind_a_test_is_not_its_time(after: str) -> None:
    """The test is not read with a time of fifteen minutes."""
    assert all("total_seconds" not in found for found in prescribed(f"Back Squat 8RM, {after}"))


@pytest.mark.parametrize(
    ("test", "says"),
    [
        ("heavy 2-rep Front Squat", {"reps": 2, "load_text": "heavy"}),
        ("heavy 2-reps Front Squat", {"reps": 2, "load_text": "heavy"}),
        ("heavy 3RM Front Squat", {"rep_max_test": 3}),
        ("heavy 3-rep max Front Squat", {"rep_max_test": 3}),
    ],
)
def test_a_heavy_set_in_front_of_its_movement_is_a_rep_max_only_if_it_says_so(test: str, says: dict[str, Any]) -> None:
    """A set of two that is heavy is no maximum."""
    exact(f"In 12 min build to a {test}", one("Front Squat", total_seconds=720, **says))


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("Snatch to heavy single, C&J to heavy single", one("Snatch", reps=1), one("C&J", reps=1)),
        ("Snatch: heavy single; Clean: heavy double", one("Snatch", reps=1), one("Clean", reps=2)),
        ("Work up to a heavy single Snatch, then a heavy single C&J", one("Snatch", reps=1), one("C&J", reps=1)),
        (
            "Power Snatch to heavy double, Clean and Jerk to heavy triple",
            one("Power Snatch", reps=2),
            one("Clean and Jerk", reps=3),
        ),
    ],
)
def test_two_heavy_sets_on_a_line_are_both_read(line: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    """Each has a lift of its own."""
    exact(line, first | {"load_text": "heavy"}, second | {"load_text": "heavy"})


@pytest.mark.parametrize("line", ["Front Squat 3RM, Bench Press 5RM", "3RM Front Squat; 5RM Bench Press"])
def test_two_rep_maxes_on_a_line_are_both_read(line: str) -> None:
    """Each has a lift of its own."""
    exact(line, one("Front Squat", rep_max_test=3), one("Bench Press", rep_max_test=5))


@pytest.mark.parametrize(
    "line",
    [
        "Snatch to heavy single and C&J to heavy single",
        "Work up to heavy singles in the Snatch and Clean & Jerk",
        "Snatch: heavy single attempts",
    ],
)
def test_heavy_sets_that_are_not_read_are_reported(line: str) -> None:
    """The line has no number, and is training."""
    assert [] == prescribed(line)
    assert ["note"] == [finding.rule for finding in read(line).findings]


@pytest.mark.parametrize(
    "line",
    [
        "No heavy singles of Snatch today",
        "No heavy singles of Snatch",
        "Don't do heavy singles of Snatch",
        "Heavy singles are fine for the Snatch",
        "Last week: heavy singles of Snatch",
        "Heavy singles and doubles of the Snatch and of the Clean and Jerk build up many other lifts",
    ],
)
def test_prose_about_heavy_sets_is_no_finding(line: str) -> None:
    """It prescribes nothing."""
    assert not read(line).findings


@pytest.mark.parametrize("line", ["Snatch to heavy single, 10 min easy row", "Heavy single Snatch, then 10 min row"])
def test_a_time_of_other_work_behind_a_heavy_set_is_not_its_own(line: str) -> None:
    """The movement is behind the time."""
    first, second = prescribed(line)
    assert one("Snatch", reps=1, load_text="heavy") == first
    assert (600, 600) == (second["duration_seconds_min"], second["duration_seconds_max"])


@pytest.mark.parametrize(
    "line",
    [
        "Find a heavy 5 Back Squat, then 10 min bike",
        "Build to a heavy Snatch, then 5 min of mobility",
        "Heavy single Snatch, then 10 min stretching",
        "1RM Snatch, 1RM C&J: 20 min each",
        "Deadlift 3RM, rest 3 min between Deadlift and Pull-Ups",
    ],
)
def test_a_time_that_may_be_of_other_work_is_a_finding(line: str) -> None:
    """It is no time for the test."""
    unread(line)


@pytest.mark.parametrize("time", ["20 min to heavy single", "20 minutes, a heavy single", "In 20 min a heavy single"])
def test_the_time_of_a_heavy_set_may_be_before_it(time: str) -> None:
    """No verb is needed between them."""
    exact(f"Clean & Jerk\n{time}", one("Clean & Jerk", reps=1, total_seconds=1200, load_text="heavy"))


@pytest.mark.parametrize(
    "rest", [", rest 2 min between sets", " (rest 2 min between lifts)", ", 2 min between sets", "; rest 2:00"]
)
def test_a_rest_behind_a_heavy_set_is_its_own(rest: str) -> None:
    """It changes neither the lift nor its repetitions."""
    exact(f"Snatch: build to heavy single{rest}", one("Snatch", reps=1, load_text="heavy", rest_seconds=120))


@pytest.mark.parametrize("time", ["20 minutes total", "20 min cap", "20 minutes"])
def test_the_time_behind_a_heavy_set_is_its_own_at_the_end_of_the_line(time: str) -> None:
    """Nothing else is there that it could be of."""
    exact(f"Snatch: heavy single; {time}", one("Snatch", reps=1, total_seconds=1200, load_text="heavy"))


@pytest.mark.parametrize(
    ("line", "second"),
    [
        ("Snatch: heavy single, rest 2 min between sets, then max Pull-Ups", one("Pull-Ups", max_reps=True)),
        (
            "Snatch: heavy single (rest 2 min between sets), then Clean & Jerk heavy single",
            one("Clean & Jerk", reps=1, load_text="heavy"),
        ),
    ],
)
def test_work_behind_the_rest_of_a_heavy_set_is_not_lost(line: str, second: dict[str, Any]) -> None:
    """The rest is that of the heavy set."""
    exact(line, one("Snatch", reps=1, load_text="heavy", rest_seconds=120), second)


def test_lifts_behind_a_tested_one_are_not_lost_silently() -> None:
    """No one has written how they are tested."""
    unread("1RM Back Squat, Press and Deadlift")
    exact("Build to a heavy Snatch, catch in a squat", one("Snatch", load_text="heavy"))
