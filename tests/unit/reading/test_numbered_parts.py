"""A day is divided at the numbers of its parts, and lists with numbers divide nothing."""

import pytest

from tests.day_parts import parts


def test_letters_inside_numbered_parts_are_lines() -> None:
    """A list of numbers above the letters is a warm-up."""
    found = parts("1) Strength", "Deadlift 5x5", "2) Metcon", "3 rounds:", "A. Row", "B. Run")
    lines = {"a": ["Deadlift 5x5"], "b": ["3 rounds:", "A. Row", "B. Run"]}
    assert ([], lines, {"a": "Strength", "b": "Metcon"}) == found
    assert ["1. Ankles", "2. Hips x 5"] == parts("1. Ankles", "2. Hips x 5", "A. Row")[0]


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        ("1.", "2.", {}),
        ("1)", "2)", {}),
        ("#1", "#2", {}),
        ("Part 1", "Part 2", {"a": "Part 1", "b": "Part 2"}),
        ("**Part A**", "**Part B**", {"a": "Part A", "b": "Part B"}),
        ("Part A – Strength", "Part B: Metcon", {"a": "Part A – Strength", "b": "Part B: Metcon"}),
    ],
)
def test_a_number_alone_opens_a_part(first: str, second: str, titles: dict[str, str]) -> None:
    """Parts with numbers get letters in order."""
    assert ([], {"a": ["Squat"], "b": ["Row"]}, titles) == parts(first, "Squat", second, "Row")


def test_lines_before_the_first_number_are_a_warm_up_only_if_they_say_so() -> None:
    """Prose is in the part of the number; training is a part of its own."""
    assert ([], {"a": ["Have fun!", "Squat"], "b": ["Run"]}, {}) == parts("Have fun!", "1.", "Squat", "2.", "Run")
    assert ([], {"a": ["Row 5x5"], "b": ["Squat"]}, {}) == parts("Row 5x5", "1.", "Squat")
    assert (["Row"], {"a": ["Squat"], "b": ["Run"]}, {}) == parts("Warm-up", "Row", "1.", "Squat", "2.", "Run")


def test_numbers_in_front_of_text_open_parts_if_they_count_up() -> None:
    """Nothing but a warm-up is before the first."""
    assert ([], {"a": ["Squat 5x5"], "b": ["For time:", "Run"]}, {}) == parts("1. Squat 5x5", "2. For time:", "Run")
    assert (["Row"], {"a": ["Squat"], "b": ["Run"]}, {}) == parts("Warm-up", "Row", "1) Squat", "2) Run")
    assert ([], {"a": ["Squat"], "b": ["Run"]}, {"a": "Strength", "b": "Metcon"}) == parts(
        "1. Strength", "Squat", "2. Metcon", "Run"
    )
    assert ([], {"a": ["Squat 5x5"], "b": ["15 min AMRAP:", "Run"]}, {}) == parts(
        "I. Squat 5x5", "II. 15 min AMRAP:", "Run"
    )


@pytest.mark.parametrize(
    "page",
    [
        ("EMOM 12:", "1) 10 Burpees", "2) 15 Squats"),
        ("Squat 5x5", "1. Keep the chest up", "2. Breathe"),
        ("1. Squat 5x5", "Run"),
        ("2. Squat", "3. Run"),
    ],
)
def test_a_list_below_a_scheme_is_not_a_list_of_parts(page: tuple[str, ...]) -> None:
    """Stations of an EMOM and points of advice keep their numbers."""
    assert ([], {"a": list(page)}, {}) == parts(*page)


def test_stations_inside_a_part_keep_their_numbers() -> None:
    """Letters and names count more than numbers."""
    stations = ["EMOM 12:", "1) 10 Burpees", "2) 15 Squats"]
    assert ([], {"a": stations}, {}) == parts("A. EMOM 12:", *stations[1:])
    assert ([], {"a": stations, "b": ["Run"]}, {"a": "Skill", "b": "Metcon"}) == parts(
        "Skill", *stations, "Metcon", "Run"
    )
    assert (["1. Ankles", "2. Hips"], {"a": ["Squat"]}, {"a": "Strength"}) == parts(
        "Warm-up", "1. Ankles", "2. Hips", "Strength", "Squat"
    )


INTROS = ["Have fun!", "Happy birthday to the 6 am crew, Deb is 47 today!", "Classes at 5:30, 6:30, 17:30 today."]


@pytest.mark.parametrize("intro", INTROS)
@pytest.mark.parametrize("number", ["{}. ", "{}) ", ""])
def test_an_introduction_is_prose_of_the_first_part(intro: str, number: str) -> None:
    """Its numbers prescribe nothing, so parts with numbers or names below it keep their letters and titles."""
    strength, conditioning, cash_out = (
        f"**{number.format(place)}{name}**"
        for place, name in enumerate(("Strength", "Conditioning", "Cash Out"), start=1)
    )
    day = parts(intro, strength, "Back Squat 5x3", conditioning, "AMRAP 12:", "9 Burpees", cash_out, "3 x 20 Swings")
    segments = {"a": [intro, "Back Squat 5x3"], "b": ["AMRAP 12:", "9 Burpees"], "c": ["3 x 20 Swings"]}
    assert day == ([], segments, {"a": "Strength", "b": "Conditioning", "c": "Cash Out"})


def test_a_warm_up_may_stand_between_an_introduction_and_parts_with_numbers() -> None:
    """Only the lines above its heading are prose."""
    day = parts("Have fun!", "Warm-up", "Row 500 m", "1. Strength", "Back Squat", "5x3", "2. Metcon", "9 Burpees")
    segments = {"a": ["Have fun!", "Back Squat", "5x3"], "b": ["9 Burpees"]}
    assert day == (["Row 500 m"], segments, {"a": "Strength", "b": "Metcon"})


@pytest.mark.parametrize(
    "texts",
    [
        ["Have fun!", "1. Strength", "2. Conditioning", "Back Squat 5x3"],
        ["EMOM 12:", "1. Strength", "3 Back Squats", "2. Conditioning", "9 Burpees"],
        ["For time:", "1. Strength", "3 Back Squats", "2. Conditioning", "9 Burpees"],
        ["Have fun!", "1. Back Squat", "5x3", "2. Bench Press", "5x3"],
        ["Today we train:", "1. 10 Burpees", "2. 10 Swings"],
    ],
)
def test_numbers_below_other_lines_open_no_part(texts: list[str]) -> None:
    """They are a list of what follows, stations, or exercises."""
    assert parts(*texts) == ([], {"a": texts}, {})
