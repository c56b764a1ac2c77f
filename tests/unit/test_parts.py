"""A day is divided at its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.blog import load_blog
from wod.models import Day, Line, Link, Session
from wod.reading.part_headings import part_headings_of
from wod.reading.parts import segment_day

BLOG = load_blog("invictus")


def divide(*texts: str) -> Session:
    return segment_day(Day(weekday=0, session="Monday", lines=[Line(text=text) for text in texts]), BLOG)


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
def test_white_space_behind_a_letter_may_be_missing(text: str) -> None:
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


@pytest.mark.parametrize(
    "heading",
    [
        "Suggested Warm-Up",
        "Warm-Up:",
        "Warm Up",
        "WARMUP",
        "warm-up",
        "Warm–Up –",
        "Warm-Up.",
        "[Warm-Up]",
        "General Warm-Up",
        "Suggested General Warm-Up:",
        "**Warm-Up:**",
        "Warm-up/Mobility",
        "Warm Up & Activation:",
        "~ Warm-Up ~",
    ],
)
def test_the_heading_of_a_warm_up_is_left_out(heading: str) -> None:
    """With and without colon, in any spelling."""
    session = divide(heading, "Row", "A.", "Squat")
    assert (["Row"], {"a": ["Squat"]}) == (session.warm_up, session.segments)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Warm-up - 10 minutes of:", "10 minutes of:"),
        ("Suggested Warm-Up: 400m run", "400m run"),
        ("Warm-Up (10 minutes)", "(10 minutes)"),
        ("Warm-Up: :30 Plank", ":30 Plank"),
        ("Warm up with 5 minutes of rowing", "Warm up with 5 minutes of rowing"),
        ("Warm-up sets should be light", "Warm-up sets should be light"),
        ("Use this as a warm-up", "Use this as a warm-up"),
    ],
)
def test_text_beyond_the_name_of_a_warm_up_heading_is_kept(line: str, kept: str) -> None:
    """Prose about warming up is not a heading at all."""
    assert [kept] == divide(line, "A.", "Squat").warm_up


def test_a_warm_up_needs_no_heading() -> None:
    """All text before the first letter is the warm-up."""
    assert ["1. Ankles", "2. Shoulders"] == divide("1. Ankles", "2. Shoulders", "A.", "Squat").warm_up


def test_headings_inside_a_segment_are_lines() -> None:
    """`Warm-Up`, `Notes` and `Cool Down` after a letter belong to the segment."""
    session = divide("A. Warm-Up", "Warm-Up:", "Row", "Notes", "Cool Down")
    assert {"a": ["Warm-Up", "Warm-Up:", "Row", "Notes", "Cool Down"]} == session.segments


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


def test_a_day_without_letters_numbers_and_names_is_one_part() -> None:
    """It is training, and no warm-up unless it says so."""
    session = divide("Walk", "Sleep")
    assert ([], {"a": ["Walk", "Sleep"]}) == (session.warm_up, session.segments)


def lines(*texts: str) -> list[Line]:
    """Lines; text between `**` is bold."""
    return [Line(text=text.strip("*"), heading=text.startswith("**")) for text in texts]


def parts(*texts: str, session: str = "Monday") -> tuple[list[str], dict[str, list[str]], dict[str, str]]:
    """The warm-up, the parts and their titles."""
    found = segment_day(Day(weekday=0, session=session, lines=lines(*texts)), BLOG)
    return found.warm_up, found.segments, found.titles


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
    ],
)
def test_the_work_behind_a_name_is_the_parts_first_line(line: str, title: str, first: str) -> None:
    """Nothing with a number is left in a title."""
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


def test_nothing_of_a_day_with_names_is_a_warm_up_unless_it_says_so() -> None:
    """Prose before the first name is in its part; training before it is a part of its own."""
    assert ([], {"a": ["Have fun!", "Squat"]}, {"a": "Strength"}) == parts("Have fun!", "Strength", "Squat")
    assert ([], {"a": ["Row 5x5"], "b": ["Squat"]}, {"b": "Strength"}) == parts("Row 5x5", "Strength", "Squat")
    assert (["Row"], {"a": ["Squat"]}, {"a": "Strength"}) == parts("Warm-up", "Row", "Strength", "Squat")
    assert (["Row"], {"a": ["Squat"]}, {"a": "Strength"}) == parts("Warm-up: Row", "Strength", "Squat")


def test_a_name_right_below_another_is_a_half_of_its_title() -> None:
    """`Workout of the Day` has the parts below it."""
    assert ([], {"a": ["Squat"]}, {"a": "WOD – Strength"}) == parts("WOD", "Strength", "Squat")


def test_a_warm_up_of_a_day_without_parts_ends_at_the_next_bold_line() -> None:
    """All that is left is one part."""
    assert (["Row"], {"a": ["Back Squat", "5x5"]}, {}) == parts("**Warm-up**", "Row", "**Back Squat**", "5x5")


def test_work_in_a_named_part_above_the_first_letter_is_no_warm_up() -> None:
    """The letters follow it; prose above it, and names without sets, stay in front."""
    found = parts("Be early", "Strength", "Deadlift 5x5", "A) Row", "B) Run")
    assert (["Be early"], {"a": ["Deadlift 5x5"], "b": ["Row"], "c": ["Run"]}, {"a": "Strength"}) == found
    assert (["Strength", "Be early"], {"a": ["Row"]}, {}) == parts("Strength", "Be early", "A) Row")


def test_letters_inside_numbered_parts_are_lines() -> None:
    """A list of numbers above the letters is a warm-up."""
    found = parts("1) Strength", "Deadlift 5x5", "2) Metcon", "3 rounds:", "A. Row", "B. Run")
    lines = {"a": ["Deadlift 5x5"], "b": ["3 rounds:", "A. Row", "B. Run"]}
    assert ([], lines, {"a": "Strength", "b": "Metcon"}) == found
    assert ["1. Ankles", "2. Hips x 5"] == parts("1. Ankles", "2. Hips x 5", "A. Row")[0]


def test_the_load_of_the_barbell_opens_no_part() -> None:
    """`Barbell` alone is the name of one."""
    assert ([], {"a": ["Deadlift x 5", "Barbell: 145/100"]}, {"a": "Metcon"}) == parts(
        "Metcon", "Deadlift x 5", "Barbell: 145/100"
    )
    assert {"a": "Metcon", "b": "Barbell"} == parts("Metcon", "Deadlift x 5", "Barbell", "Row x 5")[2]


def test_prose_may_stand_above_a_warm_up_that_a_bold_line_ends() -> None:
    """Work above it, or no bold line below it, and it is not a warm-up of the day: nothing of the work is hidden."""
    assert (["Row"], {"a": ["Be kind", "Squat"]}, {}) == parts("Be kind", "**Warm-up**", "Row", "**Squat**")
    assert [] == parts("Press 5x5", "**Warm-up**", "Row", "**Squat**")[0]
    assert [] == parts("Be kind", "**Warm-up**", "Row", "Squat")[0]


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
def test_a_list_below_a_scheme_is_no_list_of_parts(page: tuple[str, ...]) -> None:
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


@pytest.mark.parametrize(
    ("line", "title", "kept"),
    [
        ("A. Strength", "Strength", []),
        ("A) Strength: Squat 5x5", "Strength", ["Squat 5x5"]),
        ("A. Back Squat", "", ["Back Squat"]),
        ("A. Strength is fun", "", ["Strength is fun"]),
    ],
)
def test_a_name_behind_a_letter_is_the_parts_title(line: str, title: str, kept: list[str]) -> None:
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


def test_a_bold_name_behind_the_last_letter_opens_the_next_part() -> None:
    """It has no letter of its own."""
    assert ([], {"a": ["Squat"], "b": ["Run"]}, {"b": "Conditioning"}) == parts("A. Squat", "**Conditioning**", "Run")


def test_a_rest_day_asks_for_nothing() -> None:
    """Its text is no part."""
    assert (["Walk", "Mobility", "Stretch"], {}, {}) == parts("Walk", "Mobility", "Stretch", session="Rest Day")


def test_all_links_of_the_day_are_kept_in_order() -> None:
    """Those of headings and of players that stand alone, too."""
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


MARKERS = st.sampled_from(["A.", "B", "C)", "D:", "(E)", "a."])
PROSE = st.text(alphabet="xyz 0123456789%@().:-", max_size=12).map(lambda text: f"row {text}".strip())


@given(st.lists(st.tuples(st.booleans(), MARKERS, PROSE)))
def test_no_line_is_lost(page: list[tuple[bool, str, str]]) -> None:
    """In any order of letters and text, each line of text is in one place, in the order of its segment."""
    prose = [text for is_marker, _, text in page if not is_marker]
    session = divide("Warm-Up", *(marker if is_marker else text for is_marker, marker, text in page))
    parts = [session.warm_up, *session.segments.values()]
    # a letter that is not the next one is text like any other
    kept = [[text for text in part if text.startswith("row")] for part in parts]
    assert sorted(prose) == sorted(text for part in kept for text in part)
    for part in kept:
        rest = iter(prose)
        assert all(text in rest for text in part)


HEADINGS = st.sampled_from(
    ["A.", "B) ", "**Strength**", "Metcon:", "1.", "2.", "Part 3", "Warm-up", "**Cool Down**", "Skill – ", "C. Metcon"]
)


@given(st.booleans(), st.lists(st.tuples(st.none() | HEADINGS, st.booleans())))
def test_no_line_is_lost_whatever_opens_the_parts(rests: bool, page: list[tuple[str | None, bool]]) -> None:
    """Letters, numbers, names and warm-ups in any order: each line of text is in exactly one part, in its order."""
    texts = [heading or f"row {number}" for number, (heading, _) in enumerate(page)]
    found = Day(weekday=0, session="Rest Day" if rests else "Monday", lines=lines(*texts))
    session = segment_day(found, BLOG)
    kept = [[text for text in part if text.startswith("row")] for part in (session.warm_up, *session.segments.values())]
    prose = [text for text in texts if text.startswith("row")]
    assert sorted(prose) == sorted(text for part in kept for text in part)
    for part in kept:
        rest = iter(prose)
        assert all(text in rest for text in part)


def test_an_introduction_in_front_of_the_warm_up_is_no_part_of_its_own() -> None:
    """It is in the first part as prose, so that the first named part is A."""
    session = segment_day(
        Day(
            weekday=0,
            session="Monday",
            lines=[
                Line(text="A big day, all."),
                Line(text="Warm-Up", heading=True),
                Line(text="Row 500 m"),
                Line(text="Strength", heading=True),
                Line(text="Back Squat 5x5"),
            ],
        ),
        BLOG,
    )
    assert (["Row 500 m"], {"a": ["A big day, all.", "Back Squat 5x5"]}, {"a": "Strength"}) == (
        session.warm_up,
        session.segments,
        session.titles,
    )


@pytest.mark.parametrize("heading", ["~Conditioning~", "== Conditioning ==", "## Conditioning", "• Conditioning"])
def test_a_name_may_stand_between_marks(heading: str) -> None:
    """Some coaches write marks of Markdown and of wikis."""
    assert ([], {"a": ["Squat"], "b": ["Run"]}, {"a": "Strength", "b": "Conditioning"}) == parts(
        "Strength", "Squat", heading, "Run"
    )


@pytest.mark.parametrize(
    "work",
    [
        ("2 rounds for time of:", "35 Wall Balls"),
        ("Work up to a heavy single Snatch",),
        ("Back Squat", "5 @ 75%"),
        ("EMOM 10:", "3 Cleans"),
        ("21-15-9", "Thrusters"),
    ],
)
def test_a_day_is_not_all_warm_up_if_it_has_work(work: tuple[str, ...]) -> None:
    """Text that no warm-up has begins the first part, with the name of its movement."""
    assert (["2 rounds:", "200 m Row", "10 Squats"], {"a": list(work)}) == parts(
        "**Warm up:**", "2 rounds:", "200 m Row", "10 Squats", *work
    )[:2]


def test_a_day_of_nothing_but_a_warm_up_stays_one() -> None:
    """Rounds of a row and squats are not part of the work."""
    assert (["3 rounds:", "200 m Row", "10 Squats"], {}) == parts("Warm up:", "3 rounds:", "200 m Row", "10 Squats")[:2]


@pytest.mark.parametrize(
    "work", [("Back Squat 5x5 @ 75%",), ("Back Squat", "5 x 5 @ 70-75%"), ("Back Squat", "5-5-5-5, climbing")]
)
def test_working_sets_below_a_warm_up_begin_the_first_part(work: tuple[str, ...]) -> None:
    """A named part below them is the next one."""
    warm_up, segments, titles = parts(
        "Warm-up", "3 rounds:", "200 m Row", *work, "Rest 2:00", "Metcon", "AMRAP 10:", "5 Cleans"
    )
    assert ["3 rounds:", "200 m Row"] == warm_up
    assert {"a": [*work, "Rest 2:00"], "b": ["AMRAP 10:", "5 Cleans"]} == segments
    assert {"b": "Metcon"} == titles


SETS_OF_PERCENTS = [
    ("Back Squat 5-5-3-3 @ 80%",),
    ("Snatch 80% x 2 x 5",),
    ("Snatch 5 sets of 2 @ 80%",),
    ("Snatch", "70% x 3", "75% x 2", "80% x 1"),
    ("Snatch", "50% x 3", "60% x 3", "70% x 3"),
    ("Snatch 70%x3, 75%x2, 80%x1",),
    ("Snatch: 75%/2, 80%/2, 85%/1",),
    ("Front Squat 5 @ 70%, 5 @ 75%, 5 @ 80%",),
    ("Every 2 minutes for 10 minutes: 2 Snatches @ 80%",),
    ("Power Clean + Jerk: 2+1 @ 75%, 5 sets",),
]


@pytest.mark.parametrize(
    "work", [*SETS_OF_PERCENTS, ("Back Squat 5-5-5",), ("Back Squat: 5-5-5-5 (rest 2 min)",), ("Squat 5-3-3 @ RPE 8",)]
)
@pytest.mark.parametrize("named", [(), ("Metcon", "AMRAP 10:", "5 Cleans")])
def test_sets_and_percents_in_any_form_begin_the_first_part(work: tuple[str, ...], named: tuple[str, ...]) -> None:
    """With the name and the lighter sets above them, with a named part below or without."""
    warm_up, segments, _ = parts("Warm-up", "Row 500 m", *work, *named)
    assert (["Row 500 m"], [*work]) == (warm_up, segments["a"])


@pytest.mark.parametrize("work", [("Thrusters and Pull-Ups", "15-12-9"), ("Snatch, singles at 80%",)])
def test_possible_work_is_the_first_part_of_a_day_without_any_other(work: tuple[str, ...]) -> None:
    """Above a named part it is in the warm-up."""
    assert (["Row 500 m"], {"a": [*work]}) == parts("Warm-up", "Row 500 m", *work)[:2]
    assert ["Row 500 m", *work] == parts("Warm-up", "Row 500 m", *work, "Metcon", "5 Cleans")[0]


@pytest.mark.parametrize("line", ["Back Squat 2x5 @ 40-50%", "Row at 70%", "3 x 10 Squats"])
def test_light_sets_below_a_warm_up_are_part_of_it(line: str) -> None:
    """Half the weight, or no weight at all."""
    warm_up, segments, _ = parts("Warm-up", line, "Metcon", "AMRAP 10:", "5 Cleans")
    assert ([line], {"a": ["AMRAP 10:", "5 Cleans"]}) == (warm_up, segments)


@pytest.mark.parametrize(
    "line",
    [
        "10 Goblet Squats, tempo 3-1-1",
        "Goblet Squats, tempo 3-1-1-1",
        "5-10-15 second hollow holds",
        "5-10-10-15 second hollow holds",
        "New class times, come 3-12-21",
        "3-position snatch 3-2-1",
        "Inchworms 5-4-3-2-1",
        "3 x 200 m Row @ 70%",
        "Row 5 minutes @ 75%",
        "3 x 10 Jumps at 90% effort",
        "We are closed 11-11-24",
        "Every 2 minutes: 200 m Row @ 70%",
    ],
)
def test_a_tempo_seconds_or_a_date_do_not_end_a_warm_up(line: str) -> None:
    """Only sets of a heavy percent do, and a series of sets with the same number twice."""
    warm_up, segments, titles = parts("**Warm-up**", line, "10 PVC Pass-Throughs", "**Strength**", "Back Squat 5x5")
    assert [line, "10 PVC Pass-Throughs"] == warm_up
    assert ({"a": ["Back Squat 5x5"]}, {"a": "Strength"}) == (segments, titles)


@pytest.mark.parametrize(
    "line",
    [
        "10 Goblet Squats, tempo 3-1-1",
        "3-position snatch 3-2-1",
        "Row at 50%",
        "3 Jumps at 90% effort",
        "New class times, come 3-12-21",
        "5-10-15 second hollow holds",
        "3 rounds, not for time:",
        "Build up, nothing heavy",
    ],
)
def test_a_day_is_all_warm_up_if_nothing_in_it_is_certain_work(line: str) -> None:
    """The same lines end no warm-up of a day without parts."""
    assert (["200 m Row", line], {}) == parts("**Warm up:**", "200 m Row", line)[:2]


INTROS = ["Have fun!", "Happy birthday to the 6 am crew, Deb is 47 today!", "Classes at 5:30, 6:30, 17:30 today."]


@pytest.mark.parametrize("intro", INTROS)
@pytest.mark.parametrize("number", ["{}. ", "{}) ", ""])
def test_an_introduction_is_prose_of_the_first_part(intro: str, number: str) -> None:
    """Its numbers ask for nothing, so parts with numbers or names below it keep their letters and titles."""
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
    "work",
    ["10 Burpees", "Run 400 meters and do 10 burpees.", "Row 500 at an easy pace", "3 rounds of the work below:"],
)
def test_work_above_the_first_name_is_a_part_of_its_own(work: str) -> None:
    """It is no introduction."""
    day = parts(work, "Strength", "Back Squat 5x3")
    assert day == ([], {"a": [work], "b": ["Back Squat 5x3"]}, {"b": "Strength"})


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
