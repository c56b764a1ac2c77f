"""A day is divided at its letters, and no line of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.day_parts import BLOG, divide, parts
from wod.models import Day, Line, Link
from wod.reading.parts.part_headings import part_headings_of
from wod.reading.parts.parts import segment_day


@pytest.mark.parametrize("marker", ["{}.", "{})", "{}:", "({})", "{}.)", "{} :", "{} –", "{}-", "**{}.**", "{}"])
def test_a_letter_alone_opens_a_segment(marker: str) -> None:
    """The letter is left out, and every other line is kept."""
    session = divide("Row", marker.format("A"), "Squat", "Rest", marker.format("B"), "Clean")
    assert (["Row"], {"a": ["Squat", "Rest"], "b": ["Clean"]}) == (session.warm_up, session.segments)


@pytest.mark.parametrize(
    "marker", ["{}. ", "{}) ", "{}: ", "({}) ", "{} - ", "{}- ", "{} – ", "{}.", "{}. - ", "({}): ", "**{}.** "]
)
def test_a_letter_may_stand_on_the_line_of_its_text(marker: str) -> None:
    """Only the marker is left out."""
    session = divide(marker.format("A") + "Back Squat x 5", marker.format("B") + "Every 2 minutes:", "Clean")
    assert {"a": ["Back Squat x 5"], "b": ["Every 2 minutes:", "Clean"]} == session.segments


@pytest.mark.parametrize(
    "text",
    [
        "A good warm-up matters",
        "A barbell is enough",
        "B-stance RDL x 8",
        "C2 Rower x 500m",
        "D-Ball over Shoulder x 5",
        "E.g. hang snatches",
        "A.M. session: go easy",
        "F. Y. I. we close at 8",
        "E3:00 x 4",
        "C&J x 1",
        "B/N Press x 3",
        "D-ball x 10",
        "E-bike x 3 minutes",
        "Add weight",
        "(Add weight)",
        "(R) 10 reps",
        "L: 10 reps",
        "a. 10 reps",
        "c) 10 reps",
        "D - Ball x 5",
        "F: 40 kg",
        "F",
    ],
)
def test_a_line_of_prose_that_begins_with_a_letter_opens_nothing(text: str) -> None:
    """It stays in its segment, as it is written."""
    session = divide("A.", "Squat", text, "B.", "Clean")
    assert {"a": ["Squat", text], "b": ["Clean"]} == session.segments


@pytest.mark.parametrize(
    "text",
    [":30 on, :30 off", "-5 kg from last week", ".5 mile run", "EMOM 10", "(Clean + Jerk) x 2", "3 sets", "*Light"],
)
@pytest.mark.parametrize("marker", ["A. ", "A) "])
def test_only_the_marker_is_left_out(marker: str, text: str) -> None:
    """Marks that belong to the text stay, as `:30` is a time."""
    assert {"a": [text]} == divide(marker + text).segments


@pytest.mark.parametrize("text", ["EMOM 10", "(Clean + Jerk) x 2", "3 sets", "*Light", "“Heavy” single"])
def test_white_space_after_a_letter_may_be_missing(text: str) -> None:
    """The letter opens its segment all the same."""
    assert {"a": [text]} == divide("A." + text).segments


def test_the_lifts_of_a_superset_belong_to_one_letter() -> None:
    """`A1.` and `A2.` distinguish the lifts, so they stay in the text."""
    session = divide("A1. Squat", "x 5", "A2) Row", "B1: Press", "B2: Pull")
    assert {"a": ["A1. Squat", "x 5", "A2) Row"], "b": ["B1: Press", "B2: Pull"]} == session.segments


def test_letters_go_on_after_f() -> None:
    """A session has a segment for each letter that the coach uses, and for no other."""
    session = divide("A.", "1", "B.", "2", "D.", "4", "E.", "5", "F.", "6", "G.", "7", "H.", "8")
    assert {"a": ["1"], "b": ["2"], "d": ["4"], "e": ["5"], "f": ["6"], "g": ["7"], "h": ["8"]} == session.segments


def test_a_letter_that_comes_twice_loses_nothing() -> None:
    """The coach's slip goes on with the segment of that letter."""
    assert {"a": ["1"], "b": ["2", "3"]} == divide("A.", "1", "B.", "2", "B.", "3").segments


def test_lower_case_letters_count_where_there_are_no_others() -> None:
    """A day that is lettered in lower case is lettered."""
    assert {"a": ["Squat"], "b": ["Clean"]} == divide("a. Squat", "b. Clean").segments


def test_headings_inside_a_segment_are_lines() -> None:
    """`Warm-Up`, `Notes` and `Cool Down` after a letter belong to the segment."""
    session = divide("A. Warm-Up", "Warm-Up:", "Row", "Notes", "Cool Down")
    assert {"a": ["Warm-Up", "Warm-Up:", "Row", "Notes", "Cool Down"]} == session.segments


def test_a_day_without_letters_numbers_and_names_is_one_part() -> None:
    """It is training, and no warm-up unless it says so."""
    session = divide("Walk", "Sleep")
    assert ([], {"a": ["Walk", "Sleep"]}) == (session.warm_up, session.segments)


def test_a_rest_day_prescribes_nothing() -> None:
    """Its text is not a part."""
    assert (["Walk", "Mobility", "Stretch"], {}, {}) == parts("Walk", "Mobility", "Stretch", session="Rest Day")
    words = ["A Walk of 30 min", "B Good to yourself"]
    assert (words, {}, {}) == parts(*words, session="Rest Day")


def test_all_links_of_the_day_are_kept_in_order() -> None:
    """Links of headings and of players that stand alone are kept as well."""
    links = [Link(text=text, url=f"https://v.example/{number}") for number, text in enumerate(["Row", "", "A."])]
    page = [Line(text=link.text, links=[link]) for link in links]
    session = segment_day(Day(weekday=2, session="Wednesday", lines=page), BLOG)
    assert (2, "Wednesday", ["Row"], {"a": []}) == (session.weekday, session.session, session.warm_up, session.segments)
    assert links == session.links


@pytest.mark.parametrize(
    ("text", "opens"),
    [("A. Squat", True), ("A)", True), ("Warm-Up:", True), ("B. Squat", False), ("A good day", False), ("Row", False)],
)
def test_a_part_opens_with_a_warm_up_or_the_first_letter(text: str, opens: bool) -> None:
    """Text that may follow a day's heading on its line."""
    assert opens == part_headings_of(BLOG).opens_part(text)


HEADINGS = st.sampled_from(
    [
        *("A.", "B) ", "C)", "D:", "(E)", "a.", "C. Metcon"),
        *("**Strength**", "Metcon:", "1.", "2.", "Part 3", "Warm-up", "**Cool Down**", "Skill – "),
    ]
)
PROSE = st.text(alphabet="xyz 0123456789%@().:-", max_size=12).map(lambda text: f"row {text}".strip())


@given(st.booleans(), st.lists(HEADINGS | PROSE))
def test_no_line_is_lost(rests: bool, page: list[str]) -> None:
    """Letters, numbers, names and warm-ups in any order: each line of text is in exactly one part, in its order."""
    warm_up, segments, _ = parts(*page, session="Rest Day" if rests else "Monday")
    kept = [[text for text in part if text.startswith("row")] for part in (warm_up, *segments.values())]
    prose = [text for text in page if text.startswith("row")]
    assert sorted(prose) == sorted(text for part in kept for text in part)
    for part in kept:
        rest = iter(prose)
        assert all(text in rest for text in part)


@pytest.mark.parametrize(
    ("texts", "segments"),
    [
        (
            ["A Snatch 5x2", "B Back Squat 3x3", "C Pull-Ups 3x10"],
            [["Snatch 5x2"], ["Back Squat 3x3"], ["Pull-Ups 3x10"]],
        ),
        (["A Snatch", "5x2", "B Back Squat", "3x3"], [["Snatch", "5x2"], ["Back Squat", "3x3"]]),
        (
            ["A Front squat for the day", "5x2", "B Single-Arm Dumbbell Overhead Lunges", "3x8"],
            [["Front squat for the day", "5x2"], ["Single-Arm Dumbbell Overhead Lunges", "3x8"]],
        ),
        (
            ["A Back Squat 3x5", "B AMRAP with a partner for fun", "10 Burpees"],
            [["Back Squat 3x5"], ["AMRAP with a partner for fun", "10 Burpees"]],
        ),
        (["A Great Day!", "A Snatch 5x2", "B Back Squat 3x3"], [["Snatch 5x2"], ["Back Squat 3x3"]]),
        (
            ["Strength", "A Snatch 5x2", "B Back Squat 3x3", "Conditioning", "A Row 500 m", "B Burpees x 50"],
            [["Snatch 5x2"], ["Back Squat 3x3"], ["Row 500 m"], ["Burpees x 50"]],
        ),
    ],
)
def test_letters_without_a_mark_open_parts_if_they_follow_in_order(texts: list[str], segments: list[list[str]]) -> None:
    """Their mark was only bold."""
    assert segments == [*divide(*texts).segments.values()]


@pytest.mark.parametrize(
    "texts",
    [
        ("A Snatch 5x2", "A Good One"),
        ("A Day at the Beach", "C Squat 3x3"),
        ("B Back Squat 3x3", "C Pull-Ups 3x10"),
        ("A Group 5x5", "B Group 3x10"),
        ("A good day", "B Back Squat 3x3"),
        ("Back Squat 5x5", "A Word from the coach: go easy on it", "B Careful with the back"),
    ],
)
def test_letters_without_a_mark_may_be_words_or_people(texts: tuple[str, ...]) -> None:
    """All lines stay together."""
    assert {"a": [*texts]} == divide(*texts).segments
