"""A warm-up is apart from the work of its day: where it begins, and where it ends."""

import pytest

from tests.day_parts import BLOG, divide, parts
from wod.models import Day, Line
from wod.reading.parts.part_headings import part_headings_of
from wod.reading.parts.parts import segment_day


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
        "Gymnastics Warm Up",
        "Barbell Warm-Up:",
        "CrossFit Group Warm-Up",
        "Warm-Up ‘A’",
        "Warm-Up #2",
    ],
)
def test_the_heading_of_a_warm_up_is_left_out(heading: str) -> None:
    """It may have a colon, and any spelling."""
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


_COUNTED = [
    ("Warm-Up 3x", "3x"),
    ("Warm-up x 2:", "x 2:"),
    ("WARM UP 3 Rounds", "3 Rounds"),
    ("Warm-up 2 rounds of:", "2 rounds of:"),
    ("Warmup: 4 rounds", "4 rounds"),
    ("Warm-Up – 2 Rounds", "2 Rounds"),
    ("Warm-up 8 min of", "8 min of"),
    ("Warm-Up (12 minutes)", "(12 minutes)"),
    ("3 Round Warm-Up", "3 Round Warm-Up"),
    ("10 Minute Warm-up:", "10 Minute Warm-up:"),
    ("2 rounds for warm-up", "2 rounds for warm-up"),
    ("Warm-Up [9 min]", "[9 min]"),
    ("General Warm-Up [0:00 – 9:00]", "[0:00 – 9:00]"),
    ("Warm-Up 0:00-9:00", "0:00-9:00"),
    ("Warm-Up | 0:00 - 9:00", "0:00 - 9:00"),
    ("Warm-Up, 0:00–12:30", "0:00–12:30"),
    ("0:00-9:00 Warm-Up", "0:00-9:00 Warm-Up"),
    ("[0:00-9:00] Warm-Up", "[0:00-9:00] Warm-Up"),
    ("0:00 – 9:00: General Warm-Up", "0:00 – 9:00: General Warm-Up"),
    ("0:00-9:00 | Warm-Up", "0:00-9:00 | Warm-Up"),
]


@pytest.mark.parametrize(("heading", "kept"), _COUNTED)
@pytest.mark.parametrize("work", [["**Squat**", "5x5"], ["Back Squat 5x5 @ 75%"], ["AMRAP 9:", "6 Burpees"]])
def test_a_warm_up_with_a_count_is_more_than_its_line(heading: str, kept: str, work: list[str]) -> None:
    """It ends where any other does, and its count is kept."""
    found, segments, _ = parts(heading, "11 Push-Ups", *work)
    assert [kept, "11 Push-Ups"] == found
    assert [line.strip("*") for line in work] == segments["a"]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Warm-up 8 min.", "Warm-up 8 min."),
        ("10 min warm up", "10 min warm up"),
        ("12-min General Warm-Up", "12-min General Warm-Up"),
    ],
)
def test_a_warm_up_with_a_time_is_only_its_line_in_a_day_of_one_part(line: str, kept: str) -> None:
    """The athlete chooses the warm-up, and the work is below it."""
    for work in (
        ["4 rounds", "11 Dips", "9 Lunges"],
        ["Every 2 min for 12 min", "3 Cleans"],
        ["Row 400 m", "Squat 5x5"],
    ):
        assert ([kept], {"a": work}, {}) == parts(line, *work)


@pytest.mark.parametrize("line", ["5 min warm-up", "Warm-up 5 min", "10 Minute Warm-Up", "12-min General Warm-Up"])
@pytest.mark.parametrize("first", ["Metcon", "Part 2", "B.", "Part B"])
def test_a_warm_up_with_a_time_takes_no_work_of_its_part(line: str, first: str) -> None:
    """It takes none of the part above either."""
    above = "Part 1" if first == "Part 2" else "Part A" if first == "Part B" else "A." if first == "B." else "Strength"
    for work in (["11 Burpees", "9 Dips"], ["Back Squat 5x5"]):
        found, segments, _ = parts(above, "Bench Press 4x6", first, line, *work)
        assert ([], {"a": ["Bench Press 4x6"], "b": [line, *work]}) == (found, segments)
        assert not part_headings_of(BLOG).is_only_warm_up(segments["b"])


@pytest.mark.parametrize("heading", ["Warm-up x 5", "3 rounds warm-up", "Warm-Up 3x"])
@pytest.mark.parametrize("above", [[], ["11 Squats", "9 Push-Ups"]])
def test_sets_of_a_lift_end_a_warm_up_with_a_count(heading: str, above: list[str]) -> None:
    """They are no work of a round."""
    warm_up, segments, _ = parts(heading, *above, "Back Squat 5x5", "Ring Row 3x8")
    assert {"a": ["Back Squat 5x5", "Ring Row 3x8"]} == segments
    assert above == warm_up[1:]


@pytest.mark.parametrize(("heading", "kept"), [*_COUNTED, ("12-min General Warm-Up", "12-min General Warm-Up")])
def test_a_warm_up_with_a_count_ends_at_the_first_name(heading: str, kept: str) -> None:
    """Its movements are no work of the day."""
    expected = ([kept, "11 Push-Ups"], {"a": ["Squat 5x5"]}, {"a": "Strength"})
    assert expected == parts(heading, "11 Push-Ups", "Strength", "Squat 5x5")


@pytest.mark.parametrize(
    "line",
    [
        "Warm-up x 5",
        "Warm-up 3 sets",
        "Warm up 3 rounds for time?",
        "10 minute warm-up run",
        "Warm-up 3 rounds, then rest",
        "3 warm-up sets",
        "Warm-up weight x 3",
    ],
)
def test_other_numbers_beside_the_name_of_a_warm_up_are_no_heading(line: str) -> None:
    """Sets of a part may be light ones of its lift."""
    assert [] == parts("Strength", "Back Squat", line, "5x5", "Metcon", "9 Burpees")[0]


@pytest.mark.parametrize("heading", ["Specific Warm-Up [9:00 – 15:00]", "Warm-Up 9:00-15:00", "9:00-15:00 Warm-Up"])
def test_a_warm_up_with_times_of_the_class_may_be_between_parts(heading: str) -> None:
    """They are no sets of the lift above it."""
    warm_up, segments, _ = parts("Strength", "Back Squat 5x5", heading, "11 Push-Ups", "Metcon", "9 Burpees")
    assert "11 Push-Ups" in warm_up
    assert {"a": ["Back Squat 5x5"], "b": ["9 Burpees"]} == segments


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("9:00-25:00 Strength", "Strength"),
        ("[9:00-25:00] Metcon", "Metcon"),
        ("9:00 – 25:00: WOD", "WOD"),
        ("(9:00 - 25:00) Skill", "Skill"),
        ("**9:00–25:00 | Conditioning**", "Conditioning"),
    ],
)
def test_times_of_the_class_may_be_before_the_name_of_a_part(heading: str, title: str) -> None:
    """They are not its text."""
    assert ([], {"a": ["Back Squat 5x5"]}, {"a": title}) == parts(heading, "Back Squat 5x5")


@pytest.mark.parametrize(
    "line", ["0:00-5:00 Run 400 m", "0:00-5:00 Strength: Snatch 5x1", "5:00 Core", "1:00-1:30 Plank", "3:00-4:00 rest"]
)
def test_times_before_work_are_no_heading(line: str) -> None:
    """The line is a line of the part."""
    assert {"a": ["6 Burpees", line, "9 Dips"]} == parts("6 Burpees", line, "9 Dips")[1]


def test_a_warm_up_needs_no_heading() -> None:
    """All text before the first letter is the warm-up."""
    assert ["1. Ankles", "2. Shoulders"] == divide("1. Ankles", "2. Shoulders", "A.", "Squat").warm_up


def test_nothing_of_a_day_with_names_is_a_warm_up_unless_it_says_so() -> None:
    """Prose before the first name is in its part; training before it is a part of its own."""
    assert ([], {"a": ["Have fun!", "Squat"]}, {"a": "Strength"}) == parts("Have fun!", "Strength", "Squat")
    assert ([], {"a": ["Row 5x5"], "b": ["Squat"]}, {"b": "Strength"}) == parts("Row 5x5", "Strength", "Squat")
    assert (["Row"], {"a": ["Squat"]}, {"a": "Strength"}) == parts("Warm-up", "Row", "Strength", "Squat")
    assert (["Row"], {"a": ["Squat"]}, {"a": "Strength"}) == parts("Warm-up: Row", "Strength", "Squat")


def test_a_warm_up_of_a_day_without_parts_ends_at_the_next_bold_line() -> None:
    """All that is left is one part."""
    assert (["Row"], {"a": ["Back Squat", "5x5"]}, {}) == parts("**Warm-up**", "Row", "**Back Squat**", "5x5")


def test_prose_may_stand_above_a_warm_up_that_a_bold_line_ends() -> None:
    """Work above it, or no bold line below it, and it is not a warm-up of the day: nothing of the work is hidden."""
    assert (["Row"], {"a": ["Be kind", "Squat"]}, {}) == parts("Be kind", "**Warm-up**", "Row", "**Squat**")
    assert [] == parts("Press 5x5", "**Warm-up**", "Row", "**Squat**")[0]
    assert [] == parts("Be kind", "**Warm-up**", "Row", "Squat")[0]


def test_an_introduction_in_front_of_the_warm_up_is_not_part_of_its_own() -> None:
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


@pytest.mark.parametrize("sets", [["75% x 2"], ["40% x 3", "50% x 3", "60% x 3", "75% x 2"]])
def test_sets_directly_below_a_warm_up_begin_the_first_part_with_their_lighter_ones(sets: list[str]) -> None:
    """No name is above them."""
    warm_up, segments, _ = parts("Warm-up", *sets, "Metcon", "AMRAP 10:", "5 Cleans")
    assert not warm_up
    assert {"a": sets, "b": ["AMRAP 10:", "5 Cleans"]} == segments


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
    """The name and the lighter sets above them belong to it, whether a named part is below or not."""
    warm_up, segments, _ = parts("Warm-up", "Row 500 m", *work, *named)
    assert (["Row 500 m"], [*work]) == (warm_up, segments["a"])


@pytest.mark.parametrize("work", [("Thrusters and Pull-Ups", "15-12-9"), ("Snatch, singles at 80%",)])
def test_possible_work_is_the_first_part_of_a_day_without_any_other(work: tuple[str, ...]) -> None:
    """Above a named part it is in the warm-up."""
    assert (["Row 500 m"], {"a": [*work]}) == parts("Warm-up", "Row 500 m", *work)[:2]
    assert ["Row 500 m", *work] == parts("Warm-up", "Row 500 m", *work, "Metcon", "5 Cleans")[0]


@pytest.mark.parametrize("line", ["Back Squat 2x5 @ 40-50%", "Row at 70%", "3 x 10 Squats"])
def test_light_sets_below_a_warm_up_are_part_of_it(line: str) -> None:
    """They have half the weight, or no weight at all."""
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


@pytest.mark.parametrize("work", ["For time (18:00)", "3 rounds for time of:", "For Time:", "100 Burpees for time"])
def test_work_for_time_ends_a_warm_up(work: str) -> None:
    """It begins the first part, and a name below it the next one."""
    warm_up, segments, titles = parts("Warm-up", "2 rounds", "10 Squats", work, "50 Sit-Ups", "Core", "3x10 V-Ups")
    assert ["2 rounds", "10 Squats"] == warm_up
    assert {"a": [work, "50 Sit-Ups"], "b": ["3x10 V-Ups"]} == segments
    assert {"b": "Core"} == titles


@pytest.mark.parametrize(
    "line",
    ["3 rounds not for time", "400 m Run for time trial practice", "3 rounds, easy, for time", "no time for rest"],
)
def test_other_lines_about_a_time_end_no_warm_up(line: str) -> None:
    """They deny it, or speak of something else."""
    assert ["10 Squats", line] == parts("Warm-up", "10 Squats", line, "Core", "3x10 V-Ups")[0]


@pytest.mark.parametrize("heading", ["Running WOD", "Honor WOD"])
def test_a_workout_with_a_word_before_it_ends_a_warm_up(heading: str) -> None:
    """Its first line may be on the line of the heading."""
    warm_up, segments, titles = parts("Warm-up: 10 Squats", f"{heading}: 3 rds, 25 Sit-Ups", "Core", "3x10 V-Ups")
    assert ["10 Squats"] == warm_up
    assert {"a": ["3 rds, 25 Sit-Ups"], "b": ["3x10 V-Ups"]} == segments
    assert {"a": heading, "b": "Core"} == titles


@pytest.mark.parametrize("heading", ["Group Warm-Up", "Barbell Warm-Up #2", "Warm-Up ‘B’"])
def test_another_warm_up_in_a_warm_up_is_one_of_its_lines(heading: str) -> None:
    """It says what is done."""
    assert ["10 Squats", heading, "10 Lunges"] == parts(
        "Warm-up", "10 Squats", heading, "10 Lunges", "Core", "3x10 V-Ups"
    )[0]


def test_a_warm_up_that_has_a_name_of_its_own_is_work_to_do() -> None:
    """Lifters know what a Burgener warm-up is."""
    assert ["Burgener Warm-Up"] == parts("Warm-up", "Burgener Warm-Up", "Core", "3x10 V-Ups")[0]
    assert {"a": ["Burgener Warm-Up", "Snatch 5x2"]} == parts("Burgener Warm-Up", "Snatch 5x2")[1]
