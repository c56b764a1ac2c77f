"""No number is left over: on a line that is read, every numeral is taken whole by one field; otherwise the line is
unread and reported."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notation import NOTATION, read_segment
from wod.models import Prescription
from wod.notation.composition import SegmentReading
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import Token, tokenise

MOVEMENTS = (
    "Snatch x 2 reps @ 75%",
    "Power Clean with 3 second pause at knee x 1 rep @ 80% of 1-RM Power Clean",
    "(Clean + 2 Front Squats + Jerk) x 1 rep @ 70-75% of 1-RM Clean & Jerk",
    "Front Squat @ 30X1; 4 x 5; rest 90 sec",
    "Back Squat 5x3 @ 80%",
    "Back Squat 76% x 3 x 4",
    "Bench Press 5-5-3-3-1",
    "Deadlift 3 x 5 @ 140/100 kg",
    "Press 5-5-5+ (65-75-85%)",
    "Row 400/350 meters",
    "24/18 Calorie Row",
    "20 Power Cleans 60/40 kg",
    "30 Wall Balls 20/14",
    "10/side Turkish Get-Ups",
    "20 sec Air Bike x 6",
    "Plank x 1:30",
    "Farmers Carry 4 x 40 m @ 53 lb",
    "Back Squat x 5 reps @ RPE 8",
    "Snatch: 70% x 3, 75% x 3, 80% x 2 x 2",
    "Strict Press x 4 reps @ 2-5 lbs more than last week",
    "Box Jump 5x3 to 24″",
    "1 mile Run, 100 Pull-Ups, 200 Push-Ups",
    "Power Clean (2) + Push Jerk (1)",
)
SCHEMES = (
    "Every 2 minutes, for 16 minutes (8 sets):",
    "Every minute, on the minute, for 7 minutes (7 sets):",
    "E2MOM x 6",
    "EMOM 12:",
    "Three rounds for time of:",
    "21-15-9 reps for time of:",
    "AMRAP 9:00:",
    "4 sets of:",
)
SETS = (
    "*Sets 1-2 = 2 reps @ 75% of 1-RM Snatch",
    "Set 3: 1 rep @ 85-90%",
    "5 reps @ 75%",
    "70% x 3",
    "#2: 8 reps @ 50%",
)
TESTS = ("In 20 minutes, establish a 1-RM Back Squat", "Take 15 minutes to build to a heavy set of 5 Front Squat")
# fmt: off
NUMERALS = (
    "7", "13", "2.5", "3/4", "½", "1,200", "82,5%", "4:15", "45″", "twelve", "6-9", "77%", "33kg", "21-18-15", "8′",
    "40X1", "+5", "-10%", "1½", "99", "three", "0", "5x", "3rd", "10-RM", "2+2", "1.1.1",
)
# fmt: on

lines = st.sampled_from(MOVEMENTS + SCHEMES + SETS + TESTS)


@st.composite
def lines_with_one_more_numeral(draw: st.DrawFn) -> str:
    line = draw(lines)
    words = line.split(" ")
    place = draw(st.integers(0, len(words)))
    return " ".join([*words[:place], draw(st.sampled_from(NUMERALS)), *words[place:]])


def read(line: str) -> tuple[SegmentReading, int]:
    """The reading of a line between a movement, which set lines need, and one more, which schemes need."""
    return read_segment("a", f"Hang Snatch\n{line}\nJerk Balance"), 1


def numbers_of(value: Any) -> Iterator[float]:
    if isinstance(value, list):
        for one in value:
            yield from numbers_of(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in ("line", "block", "segment", "text"):
                yield from numbers_of(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def is_kept(token: Token, prescriptions: list[Prescription]) -> bool:
    """Return whether the whole numeral is in the fields: all its numbers, or its text in a field of words."""
    fields = [msgspec.to_builtins(prescription) for prescription in prescriptions]
    words = " ".join(str(one[name]) for one in fields for name in ("movement", "load_text", "remark", "tempo"))
    if token.text in words or normalise_marks(token.text).replace("-", "") in words:
        return True
    stated = {number for one in fields for number in numbers_of(one)}
    ends = [
        token.least,
        *([] if token.most is None else [token.most]),
        *([] if token.second is None else [token.second]),
    ]
    return all(stated & {number, 60 * number} for number in (token.items or ends))


@given(lines_with_one_more_numeral())
def test_a_numeral_more_is_taken_whole_or_makes_the_line_unread(line: str) -> None:
    """That holds in any place: no field holds a part of it, and it is not lost without a finding."""
    reading, place = read(line)
    if any(finding.line in (line, "") for finding in reading.findings):
        return
    assert reading.lines[place].kind not in ("note", "unread")
    for token in tokenise(normalise_marks(line), NOTATION.vocabulary):
        if token.is_numeral:
            assert is_kept(token, reading.prescriptions), (token, line)


@given(lines_with_one_more_numeral())
def test_no_field_has_a_number_that_nobody_wrote(line: str) -> None:
    """Every number in a field is on the line, or follows from interval, sets and total."""
    reading, _ = read(line)
    written = set()
    for token in tokenise(normalise_marks(line), NOTATION.vocabulary):
        ends = (token.least, token.most or 0, token.second or 0, *token.items)
        written |= {number for end in ends for number in (float(end), 60.0 * end)}
        if token.items:
            written |= {float(len(token.items)), sum(token.items)}
    for one in reading.prescriptions:
        fields = msgspec.to_builtins(one)
        derived = {"sets", "sets_max", "total_seconds", "first_set", "last_set"}
        for name in fields.keys() - derived - {"complex", "cluster", "line", "block"}:
            for number in numbers_of(fields[name]):
                assert number in written | {1.0, 60.0}, (name, number, line)  # a minute has 60 seconds


@pytest.mark.parametrize("line", MOVEMENTS + SCHEMES + TESTS)
def test_the_lines_of_these_tests_are_read(line: str) -> None:
    """A property about unread lines would prove nothing."""
    reading, place = read(line)
    assert reading.lines[place].kind not in ("note", "unread")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Row x 1,000 m", {"reps_min": 1}),
        ("Deadlift 5 x 3 @ 82,5%", {"percent_min": 5}),
        ("Plank x 30″", {"reps_min": 30}),
        ("Front Squat @ 31X1; 4 x 5", {"sets": 31}),
        ("Front Squat x 3 reps @ 5-7% more than last Tuesday", {"percent_min": 5}),
        ("Bench Press 5x5 +5 lb", {"reps_min": 10}),
        ("Back Squat 65x5, 75x5", {"sets": 65}),
        ("Snatch x 0 reps", {"reps_min": 0}),
        ("Snatch x 3 reps @ 900%", {"percent_min": 900}),
        ("Snatch 3x2 - 10%", {"percent_min": 10}),
        ("Deadlift 3110 lb", {"weight": 3110}),
        ("Wall Balls 10 ft x 15", {"distance": 10}),
        ("Sn. Pull 100% x 3 x 3", {"movement": "Sn"}),
        ("Back Squat: 70 x 3, 80% x 2", {"percent_min": 80, "reps_min": 3}),
        ("BS: 70 x 3, 80% x 2", {"percent_min": 80, "reps_min": 3}),
        ("Back Squat 3x5x2", {"sets": 3}),
    ],
)
def test_a_number_that_was_read_wrong_once_is_not_read_so_again(line: str, wrong: dict[str, Any]) -> None:
    """Each of these gave the wrong number before numerals were tokens."""
    for prescription in read_segment("a", line).prescriptions:
        assert {name: getattr(prescription, name) for name in wrong} != wrong


@pytest.mark.parametrize(
    ("line", "load"),
    [
        ("Farmers Carry 200 m @ 50% of bodyweight", "50% of bodyweight"),
        ("Back Squat 3 x 5 @ 80% of Monday's weight", "80% of Monday's weight"),
        ("Front Squat x 3 reps @ 5-7% more than last Tuesday", "5-7% more than last Tuesday"),
        ("Deadlift 3 x 5 @ -10%", "-10%"),
        ("Bench Press 5x5 +5 lb", "+5 lb"),
        ("Kettlebell Swing x 15 @ 1.5 pood", "1.5 pood"),
        ("Box Jump 5x3 to 24″", 'to 24"'),
        ("30 Wall Balls 20/14", "20/14"),
    ],
)
def test_a_load_that_cannot_be_computed_with_stays_as_written(line: str, load: str) -> None:
    """It may be a percent of no maximum, a difference, a height or a pair without a unit."""
    (one,) = read_segment("a", line).prescriptions
    assert (load, None, None) == (one.load_text, one.percent_max, one.weight)
