"""Several sessions on one day: levels, a second session, an optional one."""

import pytest

from wod.blog import Blog, load_blog
from wod.models import Day, Line
from wod.reading.days.sessions_of_day import divide_day

BLOG, SPANISH = load_blog("invictus"), load_blog("forja")
COUNTS_FITNESS = Blog(
    name="x",
    url="https://x.example",
    language_name="en",
    time_zone="Europe/London",
    levels=("Warriors",),
    counted_level="fitness",
)


def lines(*texts: str) -> list[Line]:
    """Lines; text between `**` is bold."""
    return [Line(text=text.strip("*"), heading=text.startswith("**")) for text in texts]


def divide(*texts: str, blog: Blog = BLOG, weekday: bool = True) -> list[tuple[str, list[str]]]:
    """The name and the lines of each session."""
    return [(day.session, [line.text for line in day.lines]) for day in days(*texts, blog=blog, weekday=weekday)]


def days(*texts: str, blog: Blog = BLOG, weekday: bool = True) -> list[Day]:
    day = Day(session="Tuesday" if weekday else "March 7, 2017", lines=lines(*texts))
    return divide_day(day, blog, base="Tuesday" if weekday else "", halves=not weekday)


def test_levels_are_sessions_and_the_first_is_counted() -> None:
    """They are alternatives of one day."""
    fitness, performance = days("**Fitness**", "A. Row x 5", "**Performance**", "A. Run x 5")
    assert ("Tuesday – Fitness", "Fitness", True) == (fitness.session, fitness.level, fitness.counted)
    assert ("Tuesday – Performance", "Performance", False) == (
        performance.session,
        performance.level,
        performance.counted,
    )


def test_the_blogs_setting_says_which_level_is_counted() -> None:
    """It may be on any line, and the blog may have names of its own."""
    found = days("**Warriors**", "A. Row x 5", "**Fitness**", "A. Run x 5", blog=COUNTS_FITNESS)
    assert [("Warriors", False), ("Fitness", True)] == [(day.level, day.counted) for day in found]


@pytest.mark.parametrize("heading", ["Advanced WOD:", "Competition Training", "Scaled Workout"])
def test_the_workout_of_a_level_is_a_session(heading: str) -> None:
    """Its lines are not more work of the one above."""
    found = divide("WOD", "5 rounds", "10 Burpees", heading, "3 rounds", "8 Pistols", weekday=False)
    assert [["WOD", "5 rounds", "10 Burpees"], ["3 rounds", "8 Pistols"]] == [texts for _, texts in found]
    assert 1 == len(divide("WOD", "5 rounds", "10 Burpees", "Workout", "3 rounds", weekday=False))


def test_a_clock_after_workout_is_not_a_number_of_a_session() -> None:
    """It says how long the workout is."""
    assert 1 == len(divide("Strength (15:00)", "Squat 5x5", "Workout (20:00)", "Row x 5", weekday=False))
    assert 2 == len(divide("Workout 1", "Squat 5x5", "Workout 2", "Row x 5", weekday=False))


@pytest.mark.parametrize(
    ("first", "second"),
    [("Session 1 – Weightlifting", "Session 2 – Engine"), ("AM: Weightlifting", "PM: Engine")],
)
def test_a_session_may_have_a_title(first: str, second: str) -> None:
    """It is part of the name of the session, if the line is a heading or the half of a day."""
    sections = ("1. Clean 5x2", "2. Squat 5x5"), ("1. Row x 5",)
    assert [(first, [*sections[0]]), (second, [*sections[1]])] == divide(
        f"**{first}**", *sections[0], f"**{second}**", *sections[1], weekday=False
    )
    is_half = first.startswith("AM")  # halves of the day need no heading if both have a title
    assert (2 if is_half else 1) == len(divide(first, *sections[0], second, *sections[1], weekday=False))


def test_training_after_the_number_of_a_workout_is_not_a_title() -> None:
    """Its line stays in the day."""
    assert 1 == len(divide("**Session 1 - Row 500 m**", "Squat 5x5", "**Session 2 - Run 400 m**", weekday=False))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Workout 1 – For Time", "Workout 2 – AMRAP"),
        ("Workout 1: Fran", "Workout 2: Grace"),
        ("Session 1 – For Time", "Session 2 – AMRAP"),
    ],
)
def test_the_format_or_the_name_of_a_workout_is_not_a_title_of_a_session(first: str, second: str) -> None:
    """It belongs to the work below it, and the warm-up above to the same session."""
    assert 1 == len(divide("Row 500 m", f"**{first}**", "Burpees", f"**{second}**", "10 Squats", weekday=False))


@pytest.mark.parametrize("mark", ["**", ""])
@pytest.mark.parametrize("label", ["Entrenamiento {}: ", "Entreno {}: ", "Entrenamiento {} – "])
def test_in_spanish_a_numbered_workout_with_its_name_is_a_part(label: str, mark: str) -> None:
    """It is read as in English; without a name it is a session."""
    first, second = (f"{mark}{label.format(number)}{name}{mark}" for number, name in ((1, "Fran"), (2, "Cindy")))
    assert 1 == len(divide(first, "21-15-9 Thrusters", second, "5 Dominadas", blog=SPANISH, weekday=False))
    assert 2 == len(divide("Entrenamiento 1", "Remo x 5", "Entrenamiento 2", "Correr x 5", blog=SPANISH, weekday=False))


def test_without_a_weekday_heading_a_level_is_named_as_written() -> None:
    """The date is in the title."""
    found = divide("**Fitness**", "Row x 5", "**Performance:**", "Run x 5", weekday=False)
    assert [("Fitness", ["Row x 5"]), ("Performance", ["Run x 5"])] == found


def test_lines_in_front_of_the_levels_are_in_the_first_level() -> None:
    """Each line is in one session."""
    found = divide("Squat 5x5", "**Fitness**", "Row x 5", "**Performance**", "Run x 5")
    assert [["Squat 5x5", "Row x 5"], ["Run x 5"]] == [texts for _, texts in found]


def test_one_level_below_a_complete_training_is_an_alternative_to_it() -> None:
    """`Scaled` below the workout counts apart."""
    main, scaled = days("21-15-9 Thrusters", "**Scaled**", "15-12-9 Thrusters")
    assert [("Tuesday", None, True), ("Tuesday – Scaled", "Scaled", False)] == [
        (day.session, day.level, day.counted) for day in (main, scaled)
    ]


@pytest.mark.parametrize("heading", ["Home Version", "At home:", "At-Home Workout", "HOME", "No equipment:"])
def test_the_version_for_home_is_an_alternative_to_the_training(heading: str) -> None:
    """It counts apart, as `Scaled` does."""
    main, home = days("21-15-9 Thrusters", f"**{heading}**", "15-12-9 Squats")
    assert [(None, True), (heading.strip(":"), False)] == [(day.level, day.counted) for day in (main, home)]


@pytest.mark.parametrize(
    "text", ["Home run 5 km", "At home: 3x10 Squats", "No equipment needed", "Homework", "Home stretch: 5x5"]
)
def test_other_lines_about_home_open_nothing(text: str) -> None:
    """They are work, or say something about it."""
    assert [("Tuesday", ["Squat 5x5", text, "Run x 5"])] == divide("Squat 5x5", text, "Run x 5")


@pytest.mark.parametrize(
    "texts", [("Squat 5x5", "Home", "About", "Contact"), ("Home", "About", "Squat 5x5"), ("Squat 5x5", "Home")]
)
def test_home_in_a_menu_opens_nothing(texts: tuple[str, ...]) -> None:
    """A plain line is a level only between training."""
    assert [("Tuesday", [*texts])] == divide(*texts)
    assert ["Tuesday", "Tuesday – Home"] == [name for name, _ in divide("Squat 5x5", "Home", "Push-Ups 5x5")]
    assert ["Tuesday", "Tuesday – Home"] == [name for name, _ in divide("Squat 5x5", "**Home**", "Push-Ups")]


def test_lower_levels_below_a_complete_training_are_alternatives_to_it() -> None:
    """The training before them is what those who can do all of it do."""
    found = divide("21-15-9 Thrusters", "**Scaled**", "15-12-9 Thrusters", "**Beginner**", "3x9 Squats")
    assert [["21-15-9 Thrusters"], ["15-12-9 Thrusters"], ["3x9 Squats"]] == [texts for _, texts in found]
    assert ["Tuesday", "Tuesday – Scaled", "Tuesday – Beginner"] == [name for name, _ in found]
    main, *others = days("21-15-9 Thrusters", "**Scaled**", "15-12-9 Thrusters", "**Beginner**", "3x9 Squats")
    assert [True, False, False] == [main.counted, *(day.counted for day in others)]


@pytest.mark.parametrize("level", ["At home:", "Scaled"])
def test_a_part_with_another_name_below_a_version_is_for_all(level: str) -> None:
    """The version has what is below it, up to that part, and further down as well."""
    name = level.strip(":")
    squat, metcon = ["Strength", "Squat 5x5"], ["Metcon", "AMRAP 9", "9 Dips"]
    assert [("Tuesday", squat + metcon), (f"Tuesday – {name}", ["Goblet Squat 5x5"])] == divide(
        *squat, level, "Goblet Squat 5x5", *metcon
    )
    assert [("Tuesday", squat + metcon), (f"Tuesday – {name}", ["Goblet Squat 5x5", "AMRAP 9", "5 Dips"])] == divide(
        *squat, level, "Goblet Squat 5x5", *metcon, level, "AMRAP 9", "5 Dips"
    )


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Strength", "Squat 5x5", "Metcon", "AMRAP 9"), ("Strength", "Squat 3x5", "Metcon", "AMRAP 5")),
        (("Squat 5x5",), ("Goblet Squat 5x5", "Metcon", "AMRAP 5")),
        (("Strength", "Squat 5x5", "Conditioning", "AMRAP 9"), ("Strength", "Squat 3x5", "Metcon", "AMRAP 5")),
        (("Strength", "Squat 5x5", "Metcon", "AMRAP 9"), ("Gymnastics", "Ring Rows 5x5", "Metcon", "AMRAP 5")),
    ],
)
def test_a_version_that_begins_with_a_part_has_all_that_is_below(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    """It is then the whole day for other people, and so it may be if no part above has a name."""
    assert [("Tuesday", [*above]), ("Tuesday – Scaled", [*below])] == divide(*above, "Scaled", *below)


def test_one_level_and_nothing_in_front_of_it_is_a_half_of_the_heading() -> None:
    """The day has no alternatives then."""
    [day] = days("**Competition**", "A. Row x 5")
    assert ("Tuesday – Competition", None, True) == (day.session, day.level, day.counted)


@pytest.mark.parametrize(
    "text",
    [
        "Rx: 95/65 lb",
        "Fitness is fun",
        "Fitness & Performance",
        "Scaled to your level.",
        "Performance/Fitness",
        "Row x 5",
    ],
)
def test_a_level_in_other_words_opens_nothing(text: str) -> None:
    """A level is a heading of its own."""
    assert [("Tuesday", ["Squat 5x5", text, "Run x 5"])] == divide("Squat 5x5", text, "Run x 5")


def test_letters_that_start_again_below_a_bold_line_are_another_session() -> None:
    """No one knows the heading, but no part comes twice."""
    found = divide("**Group 7**", "A. Squat 5x5", "B. Row 400 m", "**Group 3**", "A. Squat 3x8", "B. Run 200 m")
    assert found == [
        ("Tuesday – Group 7", ["A. Squat 5x5", "B. Row 400 m"]),
        ("Tuesday – Group 3", ["A. Squat 3x8", "B. Run 200 m"]),
    ]
    found = divide("A. Squat 5x5", "B. Row 400 m", "**Lunch Club**", "A. Squat 3x8")
    assert [("Tuesday", ["A. Squat 5x5", "B. Row 400 m"]), ("Tuesday – Lunch Club", ["A. Squat 3x8"])] == found


@pytest.mark.parametrize(
    "texts",
    [
        ["A. Squat 5x5", "B. Row 400 m", "Group 3", "A. Squat 3x8"],  # not bold
        ["A. Squat 5x5", "**Group 3**", "A. Squat 3x8"],  # no part B between them
        ["A1. Squat 5x5", "A2. Row 400 m", "**Group 3**", "B1. Squat 3x8", "B2. Run 200 m"],
        ["A. Squat 5x5", "B. Row 400 m", "**Coach Notes**", "A. Keep it light", "B. Go hard"],
        ["A. Squat 5x5", "B. Row 400 m", "**Conditioning**", "A. Squat 3x8"],  # the name of a part
    ],
)
def test_letters_that_may_go_on_open_no_session(texts: list[str]) -> None:
    """They are of the same parts, or of further ones."""
    assert [name for name, _ in divide(*texts)] == ["Tuesday"]


@pytest.mark.parametrize(
    "line",
    [
        "EMOM 12", "5 rounds for time", "AMRAP 12", "3 rounds", "Every 2:00 x 6", "21-15-9", "For 10 min cap",
        "For Time",
        "Rest 3:00", "Rest", "3 Sets", "Three Sets", "OR", "Week 3", "Day 2", "Day Two", "Active Recovery", "Run 400 m",
        "12:00 Clock", "10 Minutes", "Round 2", "E2MOM x 5",
    ],
)  # fmt: skip
def test_a_bold_scheme_above_letters_that_start_again_opens_no_session(line: str) -> None:
    """It says what the lines below it are, or is a rest or a choice, and its clock would be lost."""
    texts = ["A. Squat 5x5", "B. Row 400 m", f"**{line}**", "A. 10 Burpees", "B. 10 Squats"]
    [(_, lines)] = divide(*texts)
    assert line in lines


def test_levels_inside_a_part_are_lines_of_it() -> None:
    """If the letters go on after them, they are variants of one part and no sessions."""
    texts = ["A. Squat x 5", "Fitness", "3 sets", "Performance", "5 sets", "B. Row x 5"]
    assert [("Tuesday", texts)] == divide(*texts)


@pytest.mark.parametrize(
    "heading", ["**OPTIONAL Extra Conditioning Session**", "Optional Workout", "**Bonus Session:**", "Extra Session"]
)
def test_an_optional_session_is_one_of_its_own(heading: str) -> None:
    """It does not belong to the last part above it."""
    main, extra = days("A. Squat x 5", heading, "Run 600 m")
    assert [["A. Squat x 5"], ["Run 600 m"]] == [[line.text for line in day.lines] for day in (main, extra)]
    assert (False, True, True) == (main.optional, extra.optional, extra.counted)
    assert f"Tuesday – {heading.strip('*:')}" == extra.session


def test_sessions_of_a_day_without_a_weekday_heading() -> None:
    """Their headings are their names."""
    found = divide("AM Session", "Row x 5", "PM Session", "Run x 5", weekday=False)
    assert [("AM Session", ["Row x 5"]), ("PM Session", ["Run x 5"])] == found


def test_the_training_of_a_half_of_the_day_may_stand_on_its_line() -> None:
    """Times of classes open nothing."""
    assert [("AM", ["Snatch 5x2"]), ("PM Session", ["Row 500 m", "Rest"])] == divide(
        "AM: Snatch 5x2", "PM Session: Row 500 m", "Rest", weekday=False
    )
    assert 1 == len(divide("AM: 6:00, 7:00", "PM: 17:30", "Squat 5x5", weekday=False))


@pytest.mark.parametrize("weekday", [True, False])
def test_halves_of_the_day_may_have_titles_on_plain_lines(weekday: bool) -> None:
    """`AM – Run` opens a session if the other half has a title too, in a week as well."""
    start = "Tuesday – " if weekday else ""
    assert [
        (f"{start}AM – Run", ["15 min easy"]),
        (f"{start}PM – Lower Body", ["A. Squat 5x5", "B. Row 3x10"]),
    ] == divide("AM – Run", "15 min easy", "PM – Lower Body", "A. Squat 5x5", "B. Row 3x10", weekday=weekday)


@pytest.mark.parametrize(
    "texts",
    [
        ("AM – Run", "15 min easy", "A. Squat 5x5"),
        ("AM – 6:00, 7:00", "Squat 5x5", "PM – 17:00", "Row 3x10"),
        ("AM – Run", "Enjoy it", "PM – Lower Body", "A. Squat 5x5"),
        ("Morning: we meet at the park.", "Run 5 km", "Evening: come to the gym.", "Squat 5x5"),
        ("AM – Run", "15 min easy", "AM – Row", "Row 5 km"),
    ],
)
def test_a_half_of_the_day_alone_or_without_training_opens_nothing(texts: tuple[str, ...]) -> None:
    """A timetable has numbers in its titles, and a sentence is not a title."""
    assert 1 == len(divide(*texts))


def test_a_sentence_with_a_number_above_the_first_session_is_not_a_session() -> None:
    """A line of training is one."""
    prose = "We had 12 athletes at the competition this weekend and 5 of them came in among the first ten."
    for above, expected in ((prose, 2), ("Squat 5x5", 3)):
        assert expected == len(divide(above, "Workout #1", "Run x 5", "Workout #2", "Row x 5", weekday=False))
