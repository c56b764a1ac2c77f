"""Lines of several sentences: one is work, and the others are rests, cues and rules of scoring."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read

_DOUBLE = one("Snatch Pull", reps=2, load_text="heavy")
_MAX = one("Back Squat", rep_max_test=1, total_seconds=900)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Snatch Pull - build to a heavy double. Rest 3:00.", _DOUBLE | {"rest_seconds": 180}),
        ("Snatch Pull - build to a heavy double. Stay close. Rest 3:00.", _DOUBLE | {"rest_seconds": 180}),
        ("Snatch Pull: build to a heavy double! No more than 2 misses.", _DOUBLE),
        ("Back Squat\nBuild to a 1RM in 15 minutes. No more than 4 misses.", _MAX),
        ("Back Squat\nBuild to a 1RM in 15 minutes. Record the best one.", _MAX),
        ("Row 750 m x 3. Rest 2:30 between efforts.", one("Row", sets=3, m=750, rest_seconds=150)),
    ],
)
def test_the_first_sentence_is_work_and_others_are_rests_and_remarks(text: str, says: dict[str, Any]) -> None:
    """A rest belongs to the work; a cue or a rule of scoring changes no number, also with one of its own."""
    exact(text, says)
    assert [] == read(text).findings


@pytest.mark.parametrize(
    "line",
    [
        "Snatch Pull - build to a heavy double. Rest 3:00. Repeat 2 times.",
        "Snatch Pull - build to a heavy double. Then do 4 at 85%.",
        "Snatch Pull - build to a heavy double. 4 sets of 12 sit-ups.",
        "Snatch Pull - build to a heavy double. Each miss = 5 burpees.",
        "Snatch Pull - build to a heavy double. Increase by 5 kg and do 3 reps at 90%.",
        "Today we pull. Build to a heavy double. Rest 3:00.",
        "Snatch Pull - build to a heavy double. You have 18 minutes.",
    ],
)
def test_more_work_after_a_sentence_is_a_finding(line: str) -> None:
    """No one knows from such a line which work has which numbers; it gives none, and is reported."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize(
    "line", ["Great lifting this week. Rest 3 minutes between sets.", "Squats are heavy today. Rest 3 minutes."]
)
def test_prose_in_front_of_a_rest_is_only_prose(line: str) -> None:
    """The rest belongs to the sets above."""
    exact(f"Back Squat 3x5\n{line}", one("Back Squat", sets=3, reps=5, rest_seconds=180))


def test_the_point_of_a_unit_ends_no_sentence() -> None:
    """Small letters after it go on with the same sentence."""
    assert [] == read("Squat to a 12 in. box. See you tomorrow.").findings


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Power Snatch 4x2. Go by feel. Rest 2:30.", one("Power Snatch", sets=4, reps=2, rest_seconds=150)),
        ("Front Squat 3x4, start light; rest 3 min", one("Front Squat", sets=3, reps=4, rest_seconds=180)),
        (
            "Front Squat 3x4. If you miss, drop 5%. Rest 3 min.",
            one("Front Squat", sets=3, reps=4, load_text="If you miss, drop 5%", rest_seconds=180),
        ),
    ],
)
def test_a_rest_after_a_remark_is_not_part_of_it(text: str, says: dict[str, Any]) -> None:
    """It is a sentence of its own, and the rest of the sets."""
    exact(text, says)


def test_a_rest_inside_a_sentence_is_part_of_the_remark() -> None:
    """It has a condition, so that it is not between all sets."""
    exact("Front Squat 3x4. If you miss, rest 4 minutes.", one("Front Squat", sets=3, reps=4))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Deadlift 4x6\nYou will do 4 sets of 6 Deadlifts.", one("Deadlift", sets=4, reps=6)),
        ("Front Squat\n4x6\nYou will do 4 sets of 6.", one("Front Squat", sets=4, reps=6)),
        ("Today we will be doing 4 sets of 2 Power Snatches.\nPower Snatch 4x2", one("Power Snatch", sets=4, reps=2)),
        ("Power Snatch 4x2 @ 70%\nWe will do 4 sets of 2 Snatches.", one("Power Snatch", sets=4, reps=2, percent=70)),
        ("4 rounds:\n12 Dips\nYou will do 4 rounds of 12 Dips.", one("Dips", sets=4, reps=12)),
    ],
)
def test_a_sentence_about_work_that_lines_state_is_a_note(text: str, says: dict[str, Any]) -> None:
    """The work is done once, above or below the sentence about it."""
    exact(text, says)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("Deadlift 4x6", "You will do 3 sets of 6 Deadlifts."),
        ("Deadlift 4x6", "You will do 4 sets of 6 Deadlifts at 70%."),
        ("Deadlift 4x6", "You will do 4 sets of 10 Dips and 6 Deadlifts."),
    ],
)
def test_a_sentence_with_other_numbers_than_the_lines_is_a_finding(stated: str, told: str) -> None:
    """No one knows which of both is meant: the line counts."""
    assert [one("Deadlift", sets=4, reps=6)] == prescribed(f"{stated}\n{told}")
    assert [told] == [finding.line for finding in read(f"{stated}\n{told}").findings]


def test_work_with_a_condition_is_none() -> None:
    """It is for some, and not for the reader."""
    exact("Deadlift 4x6\nYou will do 15 burpees if you come late.", one("Deadlift", sets=4, reps=6))


def test_a_sentence_about_another_movement_is_work_of_its_own() -> None:
    """It says nothing about the line above."""
    exact("Deadlift 4x6\nYou will do 3 sets of 12 Dips.", one("Deadlift", sets=4, reps=6), one("Dips", sets=3, reps=12))


@pytest.mark.parametrize(
    "rest",
    [
        "rest 3 min after the 3rd set",
        "rest 3 min after the last set",
        "rest 3 min after set 2",
        "rest 3 min after 2 sets",
    ],
)
def test_a_rest_after_one_of_the_sets_is_not_between_all(rest: str) -> None:
    """The line, or the rest on a line of its own, is a finding; after a remark it is part of that."""
    assert [rest] == [finding.line for finding in read(f"Front Squat 4x3\n{rest}").findings]
    assert [] == prescribed(f"Front Squat 4x3; {rest}")
    exact(f"Front Squat 4x3. Keep it easy. {rest.capitalize()}.", one("Front Squat", sets=4, reps=3))


@pytest.mark.parametrize(
    "rest", ["rest 3 min after each set", "rest 3 min between sets", "rest 3 min after every round", "rest 3 min"]
)
def test_a_rest_after_each_set_is_between_all(rest: str) -> None:
    """So is one that says nothing about its place."""
    exact(f"Front Squat 4x3\n{rest}", one("Front Squat", sets=4, reps=3, rest_seconds=180))


def test_a_rest_after_the_last_movement_is_between_rounds() -> None:
    """It comes in each of them."""
    exact(
        "4 rounds:\n12 Dips\n15 Swings\nRest 90 sec after the last exercise",
        one("Dips", sets=4, reps=12),
        one("Swings", sets=4, reps=15, rest_seconds=90),
    )
