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
    """A rest is that of the work; a cue or a rule of scoring changes no number, also with one of its own."""
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
    ],
)
def test_more_work_behind_a_sentence_is_a_finding(line: str) -> None:
    """No one knows from such a line which work has which numbers; it gives none, and is reported."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize(
    "line", ["Great lifting this week. Rest 3 minutes between sets.", "Squats are heavy today. Rest 3 minutes."]
)
def test_prose_in_front_of_a_rest_is_only_prose(line: str) -> None:
    """The rest is that of the sets above."""
    exact(f"Back Squat 3x5\n{line}", one("Back Squat", sets=3, reps=5, rest_seconds=180))


def test_the_point_of_a_unit_ends_no_sentence() -> None:
    """What is after it in small letters belongs to the number."""
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
def test_a_rest_behind_a_remark_is_no_part_of_it(text: str, says: dict[str, Any]) -> None:
    """It is a sentence of its own, and the rest of the sets."""
    exact(text, says)


def test_a_rest_inside_a_sentence_is_part_of_the_remark() -> None:
    """It has a condition, so that it is not between all sets."""
    exact("Front Squat 3x4. If you miss, rest 4 minutes.", one("Front Squat", sets=3, reps=4))
