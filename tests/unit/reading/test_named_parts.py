"""A day is divided at the names of its parts: `Strength`, `Metcon`."""

import pytest

from tests.day_parts import divide, parts


@pytest.mark.parametrize("name", ["W.O.D.", "Today's W.O.D.", "CrossFit WOD", "Marathon Training WOD"])
def test_names_with_dots_or_the_name_of_a_sport_are_parts(name: str) -> None:
    """A sentence about the sport is none."""
    session = divide("Strength", "Squat", "CrossFit is for everyone.", f"{name}:", "Row")
    assert {"a": ["Squat", "CrossFit is for everyone."], "b": ["Row"]} == session.segments
    assert name == session.titles["b"]


def test_names_with_a_letter_are_parts() -> None:
    """`Strength A` and `Strength B` are two, and a sentence that begins so is a line."""
    session = divide("Strength A", "Squat", "Strength B: 12 minutes", "Bench", "Strength A is heavy today")
    assert {"a": ["Squat"], "b": ["12 minutes", "Bench", "Strength A is heavy today"]} == session.segments
    assert {"a": "Strength A", "b": "Strength B"} == session.titles


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("**Strength**", "Strength"),
        ("Strength", "Strength"),
        ("STRENGTH:", "STRENGTH"),
        ("Workout of the Day", "Workout of the Day"),
        ("Event 4", "Event 4"),
        ("Olympic Weightlifting", "Olympic Weightlifting"),
        ("**Strength & Skill**", "Strength & Skill"),
        ("Accessory Work", "Accessory Work"),
        ("Metcon (Time)", "Metcon (Time)"),
        ("SWOD:", "SWOD"),
        ("DWOD", "DWOD"),
        ("WOD “Fran”", "WOD “Fran”"),
        ("Cool Down", "Cool Down"),
        ("Metabolic Conditioning:", "Metabolic Conditioning"),
        ("SKILLWORK", "SKILLWORK"),
        ("Main:", "Main"),
        ("Main Work", "Main Work"),
    ],
)
def test_a_name_opens_a_part(heading: str, title: str) -> None:
    """Parts with names get letters in order, and the heading is kept as written."""
    assert ([], {"a": ["Squat 5x5"], "b": ["Run"]}, {"a": title, "b": "Metcon"}) == parts(
        heading, "Squat 5x5", "Metcon", "Run"
    )


@pytest.mark.parametrize(
    ("line", "title", "first"),
    [
        ("Strength: Back Squat 5x5", "Strength", "Back Squat 5x5"),
        ("Metcon – 3 rounds for time:", "Metcon", "3 rounds for time:"),
        ("Conditioning (12 min cap)", "Conditioning", "(12 min cap)"),
        ("**Skill:** Muscle-Ups x 5", "Skill", "Muscle-Ups x 5"),
        ("Strength Back Squat 5x5", "Strength", "Back Squat 5x5"),
        ("WOD 3 rounds for time:", "WOD", "3 rounds for time:"),
        ("Metcon 12-min AMRAP", "Metcon", "12-min AMRAP"),
        ("Core 1:45 hollow hold", "Core", "1:45 hollow hold"),
        ("Finisher, 2:30 wall sit, 2 sets", "Finisher", "2:30 wall sit, 2 sets"),
        ("Conditioning 11:00 AMRAP", "Conditioning", "11:00 AMRAP"),
        ("Core, 4:00 cap: 60 sit-ups", "Core", "4:00 cap: 60 sit-ups"),
        ("Strength - 1:15 plank", "Strength", "1:15 plank"),
        ("Strength 2: 5x5 Squat", "Strength 2", "5x5 Squat"),
        ("Main: 3 x 1 mile", "Main", "3 x 1 mile"),
    ],
)
def test_the_work_after_a_name_is_the_parts_first_line(line: str, title: str, first: str) -> None:
    """Nothing with a number is left in a title, and no heading ends inside a clock."""
    assert ([], {"a": [first, "Run"]}, {"a": title}) == parts(line.replace("**", ""), "Run")


@pytest.mark.parametrize(
    "text",
    [
        "Strength is a skill",
        "Power Clean x 5",
        "Skill level is up to you.",
        "Work up to a heavy single",
        "Core to extremity",
        "WOD 1 Run 5 km",
        "Strength is built in sets of 5x5",
        "Strength Training, and 5x5 at that",
    ],
)
def test_a_name_in_other_words_opens_nothing(text: str) -> None:
    """It stays a line."""
    assert ([], {"a": ["Squat 5x5", text]}, {"a": "Strength"}) == parts("Strength", "Squat 5x5", text)


def test_a_name_right_below_another_is_a_half_of_its_title() -> None:
    """`Workout of the Day` has the parts below it."""
    assert ([], {"a": ["Squat"]}, {"a": "WOD – Strength"}) == parts("WOD", "Strength", "Squat")


def test_work_in_a_named_part_above_the_first_letter_is_not_a_warm_up() -> None:
    """The letters follow it; prose above it, and names without sets, stay in front."""
    found = parts("Be early", "Strength", "Deadlift 5x5", "A) Row", "B) Run")
    assert (["Be early"], {"a": ["Deadlift 5x5"], "b": ["Row"], "c": ["Run"]}, {"a": "Strength"}) == found
    assert (["Strength", "Be early"], {"a": ["Row"]}, {}) == parts("Strength", "Be early", "A) Row")


@pytest.mark.parametrize("clock", ["AMRAP 12:", "EMOM 10", "For time:", "3 rounds for time of:"])
def test_work_on_a_clock_in_a_named_part_above_the_first_letter_is_not_a_warm_up(clock: str) -> None:
    """The letters below go on after it."""
    found = parts("Metcon", clock, "10 Burpees", "Strength", "A. Back Squat 4x6", "B. Row 3x10")
    segments = {"a": [clock, "10 Burpees"], "b": ["Back Squat 4x6"], "c": ["Row 3x10"]}
    assert ([], segments, {"a": "Metcon", "b": "Strength"}) == found


@pytest.mark.parametrize("name", ["Conditioning", "Metcon (Time)", "Engine:", "Intervals"])
def test_work_without_sets_in_a_part_of_conditioning_above_the_first_letter_is_no_warm_up(name: str) -> None:
    """Below other names, and without a number, it may be one."""
    _, segments, _ = parts(name, "Run 5 km", "A. Squat 4x6", "B. Row 3x10")
    assert {"a": ["Run 5 km"], "b": ["Squat 4x6"], "c": ["Row 3x10"]} == segments
    for above in (
        ("Mobility", "Run 5 min"),
        ("Skill", "Row 500 m"),
        (name, "Take it easy, see 2 levels"),
        ("Warm-up", "Run 5 km"),
    ):
        warm_up, segments, _ = parts(*above, "A. Squat 4x6", "B. Row 3x10")
        assert (above[-1], {"a": ["Squat 4x6"], "b": ["Row 3x10"]}) == (warm_up[-1], segments)


def test_a_clock_above_letters_alone_is_no_part_before_them() -> None:
    """The letters keep their own."""
    _, segments, _ = parts("Strength", "EMOM 20:", "A. Back Squat 4x6", "B. Row 3x10")
    assert {"a": ["Back Squat 4x6"], "b": ["Row 3x10"]} == segments


def test_the_load_of_the_barbell_opens_no_part() -> None:
    """`Barbell` alone is the name of one."""
    assert ([], {"a": ["Deadlift x 5", "Barbell: 145/100"]}, {"a": "Metcon"}) == parts(
        "Metcon", "Deadlift x 5", "Barbell: 145/100"
    )
    assert {"a": "Metcon", "b": "Barbell"} == parts("Metcon", "Deadlift x 5", "Barbell", "Row x 5")[2]


@pytest.mark.parametrize(
    ("line", "title", "kept"),
    [
        ("A. Strength", "Strength", []),
        ("A) Strength: Squat 5x5", "Strength", ["Squat 5x5"]),
        ("A. Back Squat", "", ["Back Squat"]),
        ("A. Strength is fun", "", ["Strength is fun"]),
    ],
)
def test_a_name_after_a_letter_is_the_parts_title(line: str, title: str, kept: list[str]) -> None:
    """The rest of the line is its first line."""
    assert ([], {"a": [*kept, "Row"]}, {"a": title} if title else {}) == parts(line, "Row")


def test_a_name_above_a_letter_is_its_title_and_letters_that_start_again_go_on() -> None:
    """`Conditioning` with an A of its own is the next part."""
    page = ("**Strength**", "A. Squat", "B. Press", "**Conditioning**", "A. Run", "B. Row")
    assert (
        [],
        {"a": ["Squat"], "b": ["Press"], "c": ["Run"], "d": ["Row"]},
        {"a": "Strength", "c": "Conditioning"},
    ) == parts(*page)


def test_a_name_above_a_letter_that_goes_on_leaves_the_letter_as_it_is() -> None:
    """`Conditioning` with a B is part B."""
    page = ("**Strength**", "A. Squat", "**Conditioning**", "B. Run")
    assert ([], {"a": ["Squat"], "b": ["Run"]}, {"a": "Strength", "b": "Conditioning"}) == parts(*page)


def test_a_bold_name_after_the_last_letter_opens_the_next_part() -> None:
    """It has no letter of its own."""
    assert ([], {"a": ["Squat"], "b": ["Run"]}, {"b": "Conditioning"}) == parts("A. Squat", "**Conditioning**", "Run")


@pytest.mark.parametrize("heading", ["~Conditioning~", "== Conditioning ==", "## Conditioning", "• Conditioning"])
def test_a_name_may_stand_between_marks(heading: str) -> None:
    """Some coaches write marks of Markdown and of wikis."""
    assert ([], {"a": ["Squat"], "b": ["Run"]}, {"a": "Strength", "b": "Conditioning"}) == parts(
        "Strength", "Squat", heading, "Run"
    )


@pytest.mark.parametrize(
    "work",
    ["10 Burpees", "Run 400 meters and do 10 burpees.", "Row 500 at an easy pace", "3 rounds of the work below:"],
)
def test_work_above_the_first_name_is_a_part_of_its_own(work: str) -> None:
    """It is not an introduction."""
    day = parts(work, "Strength", "Back Squat 5x3")
    assert day == ([], {"a": [work], "b": ["Back Squat 5x3"]}, {"b": "Strength"})
