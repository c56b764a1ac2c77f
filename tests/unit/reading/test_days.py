"""The headings of days, and the text below each."""

from collections.abc import Iterable
from copy import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod import PIPELINE_VERSION
from wod.blog import load_blog
from wod.errors import BadInput
from wod.models import Day, Line, Link, Source
from wod.reading.days.days import group_by_day

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SOURCE = Source(
    post_id=7,
    slug="program",
    link="",
    title="Program",
    published="2020-12-20T17:00:21",
    modified_gmt="2020-12-20T17:00:21",
    bronze_key="bronze/raw/2020/12/2020-12-20__program__raw.json",
    bronze_version_id="v1",
    pipeline_version=PIPELINE_VERSION,
    correlation_id="c1",
)


def lines(*texts: str) -> list[Line]:
    """Lines; text between `**` is bold."""
    return [Line(text=text.strip("*") or text, heading=text.startswith("**")) for text in texts]


def grouped(page: list[Line]) -> tuple[list[Line], list[Day]]:
    """Return the preamble and the days of a page whose title names none."""
    return group_by_day(page, SOURCE, load_blog("invictus"))


def days_of(*texts: str) -> list[tuple[str, str]]:
    return headings_of(grouped(lines(*texts))[1])


def headings_of(days: list[Day]) -> list[tuple[str, str]]:
    """Return the weekday and the session of each day; each has to have a weekday."""
    return [(WEEKDAYS[day.weekday], day.session) for day in days if day.weekday is not None]


def texts_of(day: Day) -> list[str]:
    return [line.text for line in day.lines]


@pytest.mark.parametrize(
    "heading",
    [
        "Monday (Session One)",
        "MONDAY – SESSION ONE",
        "Monday - Session 1",
        "Monday: Session One",
        "Monday, Session One:",
        "Monday | Session II",
        "Monday (Session I)",
        "Monday",
        "monday:",
        "Mon.",
        "Monday, December 21",
        "Monday, Dec. 21st, 2020 – Session One",
        "Monday 12/21",
        "December 21 – Monday",
        "Day 1 – Monday",
        "Week 3, Day 1 – Monday",
        "Session One (Monday)",
        "Monday A.M.",
        "Monday PM (Session Two)",
        "Monday’s Session",
        "Monday (Optional Session)",
        "Monday – Active Recovery",
        "* Monday *",
        "1. Monday",
        "Mondy (Session One)",
        "Modnay – Session One",
        "Monday(Session One)",
        "Phase 2, Week 3 – Monday",
        "Monday – Snatch Focus",
        "Monday – Max Out Day!",
        "Monday 12/21 Class",
        "Monday 12/21 Snatch Day",
        "Monday (light day)",
        "Monday (Repeat of Friday)",
        "Monday (Heavy Singles)",
        "Monday (Session One) – Snatch Focus",
        "**Monday – heavy snatches**",
        "**Monday Competition Simulation**",
    ],
)
def test_a_heading_is_kept_as_it_is_written(heading: str) -> None:
    """A weekday with the words that coaches put beside it is the session's name."""
    assert [("Monday", heading.strip("*"))] == [(day, name.strip("*")) for day, name in days_of(heading, "A.", "Row")]


@pytest.mark.parametrize(
    "prose",
    [
        "Monday was heavy, so go lighter",
        "Monday's percentages apply",
        "Monday is for rest, walk if you like",
        "Mondays are for snatches",
        "On Monday (Session One) we snatched",
        "Monday (Session One) percentages apply",
        "Monday (Session One) is optional",
        "Monday, Session One will be heavy",
        "Monday and Thursday",
        "Monday & Thursday are snatch days",
        "Monday – Friday",
        "Monday-Friday 6am to 8pm",
        "Monday: bring your lifting shoes",
        "Monday, we test.",
        "Monday - go lighter than last week",
        "Monday @ 9",
        "Monday x 5",
        "Rest on Monday",
        "See Monday",
        "Sun salutation x 5",
        "Sat at the bottom of the squat for 5 seconds",
        "Sunday I rest",
        "Sunday rest up and eat",
        "Friday Night Lights",
        "**Monday was heavy**",
        "**Monday's percentages apply**",
        "**Monday – Friday**",
        "**Monday, March 8 – Sunday, March 14**",
        "Monday – Friday 6am to 8pm, Saturday 9am",
        "Monday (Session One) and Tuesday (Session Two) may be swapped",
        "Monday, enjoy your rest day",
        "Monday " * 100,
        "Monday – " + "Session " * 100,
    ],
)
def test_a_weekday_in_prose_is_not_a_heading(prose: str) -> None:
    """The line stays in its place, below its day."""
    preamble, [day] = grouped(lines("Wednesday (Session Three)", "A.", prose, "Row"))
    assert [] == preamble
    assert ["A.", prose.strip("*"), "Row"] == texts_of(day)


@pytest.mark.parametrize(
    "heading",
    [
        "Thursday (Rest Day)",
        "Thursday – Rest",
        "THURSDAY: REST DAY!",
        "Thursday – Off",
        "Thurs. (Rest)",
        "Rest Day – Thursday",
        "Thursday – Rest Day/Active Recovery",
        "Thursday: Total Rest",
        "Thrusday (Rest Day)",
    ],
)
def test_a_day_of_rest_is_called_rest_day(heading: str) -> None:
    """The session has one name, however the coach writes it, and the text below stays."""
    _, [day] = grouped(lines(heading, "Walk."))
    assert (3, "Rest Day", ["Walk."]) == (day.weekday, day.session, texts_of(day))


def test_a_rest_day_may_be_said_on_the_line_below() -> None:
    """`Thursday` and then `Rest Day` are one heading on two lines."""
    assert [("Thursday", "Rest Day"), ("Friday", "Friday")] == days_of("Thursday", "Rest Day", "Friday", "Rest well.")
    assert [("Monday", "Monday")] == days_of("Monday", "Rest 2:00")
    _, [day] = grouped(lines("Sunday", "Rest Day – enjoy!"))
    assert ("Rest Day", ["enjoy!"]) == (day.session, texts_of(day))


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Thursday (Rest Day): walk 30 minutes", "walk 30 minutes"),
        ("Thursday – Rest. Walk 30 minutes.", "Walk 30 minutes."),
        ("Thursday – Rest Day (or make up a missed session)", "(or make up a missed session)"),
        ("Thursday: Rest and recover", "Rest and recover"),
        ("Thursday – Rest, walk, stretch", "Rest, walk, stretch"),
        ("Thursday (Thanksgiving) – Rest Day", "(Thanksgiving) – Rest Day"),
        ("Thursday – Rest Day. See you on Friday!", "See you on Friday!"),
        ("**Thursday (Rest Day, walk if you like)**", "(Rest Day, walk if you like)"),
    ],
)
def test_text_beyond_rest_in_a_rest_heading_is_kept(heading: str, below: str) -> None:
    """The rest of the line is below the day."""
    _, [day] = grouped(lines(heading))
    assert ("Rest Day", [below]) == (day.session, texts_of(day))


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("Saturday & Sunday – Rest Days", ["Saturday", "Sunday"]),
        ("Saturday/Sunday: Rest", ["Saturday", "Sunday"]),
        ("Thursday and Sunday (Rest)", ["Thursday", "Sunday"]),
        ("Friday – Sunday: Rest", ["Friday", "Saturday", "Sunday"]),
    ],
)
def test_a_heading_of_several_days_gives_each(heading: str, days: list[str]) -> None:
    """Each day is stated; the text below is kept once, in the first."""
    _, found = grouped(lines(heading, "Sleep."))
    assert [(day, "Rest Day") for day in days] == headings_of(found)
    assert [["Sleep."], *([[]] * (len(days) - 1))] == [texts_of(day) for day in found]


@pytest.mark.parametrize(
    "heading",
    ["Tuesday/Thursday", "Tuesday & Thursday", "Tue / Thu", "Tuesday + Thursday", "Tue+Thu"],
)
def test_two_weekdays_and_a_mark_are_a_heading_unless_another_has_them(heading: str) -> None:
    """A plain line of nothing but weekdays, in a post in which no other heading states these days."""
    assert [("Tuesday", heading), ("Thursday", heading)] == days_of(heading, "Walk.")
    assert [("Tuesday", "Tuesday"), ("Friday", "Friday")] == days_of("Tuesday", heading, "Friday")


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("Wed-Fri", ["Wednesday", "Thursday", "Friday"]),
        ("Wed – Fri", ["Wednesday", "Thursday", "Friday"]),
        ("**Wednesday – Friday**", ["Wednesday", "Thursday", "Friday"]),
        ("Wednesday to Friday", ["Wednesday", "Thursday", "Friday"]),
        ("Wednesday thru Friday:", ["Wednesday", "Thursday", "Friday"]),
        ("Tuesday – Thursday (travel)", ["Tuesday", "Wednesday", "Thursday"]),
        ("Tuesdays", ["Tuesday"]),
        ("Tuesdays & Thursdays", ["Tuesday", "Thursday"]),
        ("T/Th", ["Tuesday", "Thursday"]),
        ("Tu/Th", ["Tuesday", "Thursday"]),
        ("TTh", ["Tuesday", "Thursday"]),
        ("W-F", ["Wednesday", "Friday"]),
        ("WThF", ["Wednesday", "Thursday", "Friday"]),
        ("Tuesday (Friday if you missed it)", ["Tuesday"]),
    ],
)
def test_the_training_below_several_weekdays_is_not_that_of_the_day_above(heading: str, days: list[str]) -> None:
    """Each of the weekdays is a day of the week, and the first has the lines."""
    _, found = grouped(lines("Monday", "Squat 5x5", heading, "Clean 5x2", "Saturday", "Row 5x500 m"))
    name = heading.strip("*")
    assert [("Monday", "Monday"), *((day, name) for day in days), ("Saturday", "Saturday")] == headings_of(found)
    assert [["Clean 5x2"], *([[]] * (len(days) - 1))] == [texts_of(day) for day in found[1:-1]]


def test_several_weekdays_may_open_the_week() -> None:
    """Single initials count beside others: `M/W`, `T/Th`, `F`."""
    ranged = days_of("Mon-Wed", "Clean 5x2", "Thursday", "Squat 5x5")
    assert ["Monday", "Tuesday", "Wednesday", "Thursday"] == [day for day, _ in ranged]
    page = ("M/W", "Clean 5x2", "T/Th", "Squat 5x5", "F", "Row 5x500 m")
    assert ["Monday", "Wednesday", "Tuesday", "Thursday", "Friday"] == [day for day, _ in days_of(*page)]
    assert ["Monday", "Wednesday", "Friday", "Sunday"] == [
        day for day, _ in days_of("MWF", "Clean 5x2", "Sunday", "Squat 5x5")
    ]


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Wed-Fri", "6 am to 8 pm"),
        ("Wednesday – Friday", "Clean"),
        ("Mon-Fri", "Clean 5x2"),
        ("Fri-Tue", "Clean 5x2"),
        ("Wednesday – Friday 6am", "Clean 5x2"),
        ("Wednesdays are for cleans", "Clean 5x2"),
        ("Wednesdays", "6 am to 8 pm"),
        ("Mondays", "Clean 5x2"),
        ("M/F", "Clean 5x2"),
        ("M/W", "Clean 5x2"),
        ("FS", "Clean 5x2"),
        ("W", "Clean 5x2"),
        ("A/B", "Clean 5x2"),
        ("Th/T", "Clean 5x2"),
    ],
)
def test_opening_hours_and_men_and_women_are_not_several_weekdays(heading: str, below: str) -> None:
    """They have no training below, or a weekday of another heading, or are no weekdays in the order of a week."""
    _, [monday, _] = grouped(lines("Monday", "Squat 5x5", heading, below, "Tuesday", "Row 5x500 m"))
    assert ["Squat 5x5", heading, below] == texts_of(monday)


def test_rest_days_that_are_listed_count_where_they_have_no_heading_of_their_own() -> None:
    """`Rest days: Thursday and Sunday` states the Sunday that nothing else states, and no second Thursday."""
    page = ("Rest days: Thursday and Sunday", "Monday", "Row", "Thursday (Rest Day)")
    assert [("Sunday", "Rest Day"), ("Monday", "Monday"), ("Thursday", "Rest Day")] == days_of(*page)
    preamble, days = grouped(lines(*page, "Sunday – Rest"))
    assert ["Rest days: Thursday and Sunday"] == [line.text for line in preamble]
    assert [0, 3, 6] == [day.weekday for day in days]


@pytest.mark.parametrize("session", ["Session One", "SESSION 1:", "AM", "Morning Session", "(Session I)", "Day 1"])
def test_a_session_on_the_line_below_the_weekday_is_half_of_the_heading(session: str) -> None:
    """A heading of two lines is one heading, even with a player between them."""
    link = Link(text="", url="https://v.example/1")
    [monday, below, row] = lines("Monday", session, "Row")
    _, [day] = grouped([monday, Line(text="", links=[link]), below, row])
    assert (f"Monday {session}", ["", "Row"]) == (day.session, texts_of(day))
    assert [link] == day.lines[0].links


def test_a_session_on_the_line_above_the_weekday_is_half_of_the_heading() -> None:
    """None of it is left in the day before."""
    preamble, days = grouped(lines("Day 1", "Monday", "Row", "Session 2", "Tuesday", "Run"))
    assert [] == preamble
    assert [("Day 1 Monday", ["Row"]), ("Session 2 Tuesday", ["Run"])] == [(day.session, texts_of(day)) for day in days]


@pytest.mark.parametrize(
    ("heading", "first", "second", "names"),
    [
        ("Monday", "Session One", "Session Two", ["Monday Session One", "Monday Session Two"]),
        ("Monday", "AM:", "PM:", ["Monday AM:", "Monday PM:"]),
        (
            "Monday (Session One)",
            "Row",
            "Session Two (Optional)",
            ["Monday (Session One)", "Monday Session Two (Optional)"],
        ),
        ("Monday", "Eat well.", "Evening Session", ["Monday", "Monday Evening Session"]),
    ],
)
def test_a_session_further_down_is_another_of_the_same_day(
    heading: str, first: str, second: str, names: list[str]
) -> None:
    """Two sessions of a day have letters of their own, so they are two."""
    stated = days_of(heading, first, "A.", "Snatch", second, "A.", "Clean", "Tuesday", "A.")
    assert [*(("Monday", name) for name in names), ("Tuesday", "Tuesday")] == stated


@pytest.mark.parametrize(
    "text", ["Session two is optional", "2 sessions", "AM and PM athletes rest", "Workout", "Day 2"]
)
def test_a_session_in_prose_opens_nothing(text: str) -> None:
    """The line stays in its day."""
    _, [day] = grouped(lines("Monday (Session One)", "A.", text))
    assert ["A.", text] == texts_of(day)


@pytest.mark.parametrize(
    ("line", "session", "below"),
    [
        ("Monday (Session One) A. Back Squat x 5", "Monday (Session One)", "A. Back Squat x 5"),
        ("Monday: A) Snatch", "Monday", "A) Snatch"),
        ("Monday – Session One: Suggested Warm-Up", "Monday – Session One", "Suggested Warm-Up"),
        ("Monday Warm-Up: row for 5 minutes", "Monday", "Warm-Up: row for 5 minutes"),
        ("Monday (Session One) – start with an easy jog.", "Monday (Session One)", "start with an easy jog."),
        ("Monday (Session One)Row for 5 minutes", "Monday (Session One)", "Row for 5 minutes"),
        ("Monday (Session One) *Note: go light", "Monday (Session One)", "*Note: go light"),
    ],
)
def test_text_after_a_heading_on_its_line_is_the_first_line_of_the_day(line: str, session: str, below: str) -> None:
    """A missing line break loses nothing."""
    _, [day] = grouped(lines(line, "Row"))
    assert (session, [below, "Row"]) == (day.session, texts_of(day))


def test_lines_in_front_of_the_first_day_are_kept_apart() -> None:
    """Notes of the week belong to no day."""
    preamble, days = grouped(lines("Testing on Friday!", "Have fun.", "Monday", "Row", "Tuesday", "Run"))
    assert ["Testing on Friday!", "Have fun."] == [line.text for line in preamble]
    assert [["Row"], ["Run"]] == [texts_of(day) for day in days]


def test_a_list_of_the_weeks_days_is_before_the_first_day() -> None:
    """Headings that follow one another and are stated again below are a table of contents."""
    contents = ["Monday – Session One", "Tuesday – Session Two", "Wednesday – Rest"]
    preamble, days = grouped(
        lines("This week:", *contents, "Enjoy!", *("Monday", "Row", "Tuesday", "Run", "Wednesday", "Rest"))
    )
    assert ["This week:", *contents, "Enjoy!"] == [line.text for line in preamble]
    assert [(0, "Monday"), (1, "Tuesday"), (2, "Rest Day")] == [(day.weekday, day.session) for day in days]


def test_a_list_of_days_may_name_a_day_of_rest_that_has_no_heading_below() -> None:
    """Its days of training are stated again."""
    preamble, days = grouped(lines("Monday", "Tuesday", "Wednesday – Rest", "Monday", "Row", "Tuesday", "Run"))
    assert ["Monday", "Tuesday", "Wednesday – Rest"] == [line.text for line in preamble]
    assert [("Monday", "Monday"), ("Tuesday", "Tuesday")] == headings_of(days)


def test_days_with_lines_of_their_own_are_not_a_list_of_days() -> None:
    """Each is a day, though its weekday comes again."""
    _, days = grouped(lines("Monday", "Row", "Tuesday", "Run", "Monday", "Lift", "Tuesday", "Jump"))
    assert [["Row"], ["Run"], ["Lift"], ["Jump"]] == [texts_of(day) for day in days]


def test_a_heading_with_words_of_its_own_yields_to_a_certain_one() -> None:
    """`Tuesday – Snatch Focus` is a note if `Tuesday (Session Two)` is stated."""
    assert [("Monday", "Monday (Session One)"), ("Tuesday", "Tuesday (Session Two)")] == days_of(
        "Monday (Session One)", "Row", "Tuesday – Snatch Focus", "Tuesday (Session Two)", "Run"
    )


def test_days_stay_in_the_order_of_the_page() -> None:
    """Two sessions a day, or a day out of order, are for the records to put in order."""
    stated = [("Tuesday", "Tuesday AM"), ("Tuesday", "Tuesday PM"), ("Monday", "Monday")]
    assert stated == days_of("Tuesday AM", "Row", "Tuesday PM", "Run", "Monday", "Lift")


def test_the_links_of_a_heading_are_the_days() -> None:
    """A heading that is a link loses nothing."""
    link = Link(text="Monday", url="https://v.example/1")
    _, [day] = grouped([Line(text="Monday", links=[link])])
    assert [Line(text="", links=[link])] == day.lines


@pytest.mark.parametrize("texts", [[], ["Snatch x 5"], ["Day 1", "Session One", "Rest Day"], ["See you on Monday!"]])
def test_a_post_without_days_is_refused(texts: list[str]) -> None:
    """No weekday is made up for a post that states none."""
    with pytest.raises(BadInput, match="no day"):
        grouped(lines(*texts))


HEADINGS = st.tuples(
    st.sampled_from([*WEEKDAYS, *(name.upper() for name in WEEKDAYS), "Tues.", "Thurs"]),
    st.sampled_from(["", ":", " (Session Four)", " – SESSION TWO", " - Session 3", " (Rest Day)", ", March 9th"]),
).map("".join)
OTHERS = st.sampled_from(["A.", "Row", "Monday was heavy", "", "(Add weight)", "Sunday is for rest"]) | st.text().map(
    "row {}".format
)


def conserved(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if text]


@given(st.lists(HEADINGS | OTHERS, max_size=30))
def test_no_line_is_lost(texts: list[str]) -> None:
    """Each line is a heading, or before the first day, or in exactly one day, in its order; or the post is refused, as
    it names no day, or a heading is not understood: `Row`, after which the letters begin again."""
    page = [Line(text=text) for text in texts]
    refusal = ""
    try:
        preamble, days = grouped(page)
    except BadInput as error:
        refusal = str(error)
    if refusal:
        names_day = any(text.startswith(("MONDAY", "Wednesday")) for text in texts)
        assert not names_day or "is not understood" in refusal
        return
    kept = iter(conserved([*(line.text for line in preamble), *(text for day in days for text in texts_of(day))]))
    upcoming = next(kept, None)
    left_out = []
    for text in conserved(texts):
        if text == upcoming:
            upcoming = next(kept, None)
        else:
            left_out.append(text)
    assert upcoming is None
    assert len(days) == len(left_out)


def test_a_short_date_alone_is_a_heading() -> None:
    """So is a long one; beside weekdays, and with other words, it is text."""
    _, days = grouped(lines("8 Mar", "Snatch 5x2", "Mar 9", "Clean 5x2", "May be 5"))
    assert ["8 Mar", "Mar 9"] == [day.session for day in days]
    assert ["Monday"] == [day.session for day in grouped(lines("Monday", "Snatch 5x2", "2 Mar"))[1]]


def test_training_directly_after_a_weekday_opens_a_day_if_others_do() -> None:
    """A week as runners write it; one such line alone may be a sentence."""
    page = ("Mon Rest", "Tue 6 x 800 m fast", "Wed 5 miles slow", "Thursday 14th Row 3 x 10 min")
    assert [("Monday", "Rest Day"), ("Tuesday", "Tue"), ("Wednesday", "Wed"), ("Thursday", "Thursday 14th")] == days_of(
        *page
    )
    assert ["6 x 800 m fast"] == texts_of(grouped(lines(*page))[1][1])
    with pytest.raises(BadInput):
        days_of("Saturday 100 m sprints")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Day 1 | Back & Biceps", "Day 2 | Legs"),
        ("**Day 1: Lower**", "**Day 2: Upper**"),
        ("Day One – Heavy", "Day Two – Light"),
        ("Day 1 (Heavy)", "Day 2 (Light)"),
    ],
)
def test_a_numbered_day_may_have_a_title(first: str, second: str) -> None:
    """The blog's file gives the numbers their weekdays."""
    blog = replace(load_blog("invictus"), day_numbers=("Monday", "Thursday"))
    _, days = group_by_day(lines(first, "Squat 5x5", second, "Row 3x8"), SOURCE, blog)
    assert [("Monday", first.strip("*")), ("Thursday", second.strip("*"))] == headings_of(days)
    assert [["Squat 5x5"], ["Row 3x8"]] == [texts_of(day) for day in days]


@pytest.mark.parametrize(
    "rest",
    [
        ["Day 2: Rest"],
        ["**Day 2: Rest Day**"],
        ["Day 2 - Off"],
        ["Day 2 (Rest)"],
        ["Day 2: Rest & Recovery"],
        ["Day 2", "Rest Day"],
        ["**Day 2**", "Off"],
        ["Day 2: Rest", "Sleep!"],
    ],
)
def test_a_numbered_day_may_be_one_of_rest(rest: list[str]) -> None:
    """So may a weekday."""
    blog = replace(load_blog("invictus"), day_numbers=("Monday", "Thursday", "Friday"))
    _, days = group_by_day(lines("Day 1", "Squat 5x5", *rest, "Day 3", "Row 3x8"), SOURCE, blog)
    assert ["Day 1", "Rest Day", "Day 3"] == [day.session for day in days]
    assert ("Sleep!" if "Sleep!" in rest else "") == "".join(texts_of(days[1]))


def test_numbered_days_with_and_without_a_title_are_one_list() -> None:
    """The training of each is its own."""
    blog = replace(load_blog("invictus"), day_numbers=("Monday", "Thursday", "Friday"))
    _, days = group_by_day(lines("Day 1", "Squat 5x5", "Day 2: Row 3x8", "Day 3", "Press 4x6"), SOURCE, blog)
    assert [["Squat 5x5"], ["Row 3x8"], ["Press 4x6"]] == [texts_of(day) for day in days]


def test_an_overview_of_numbered_days_divides_nothing() -> None:
    """The same numbers are the headings below it."""
    blog = replace(load_blog("invictus"), day_numbers=("Monday", "Thursday"))
    page = lines("Day 1: Squat", "Day 2: Row", "Day 1", "Squat 5x5", "Day 2", "Row 3x8")
    preamble, days = group_by_day(page, SOURCE, blog)
    assert ["Day 1: Squat", "Day 2: Row"] == [line.text for line in preamble]
    assert [["Squat 5x5"], ["Row 3x8"]] == [texts_of(day) for day in days]


@pytest.mark.parametrize("heading", ["Day 2: Active Recovery", "Day 2: Rest-Pause Squats", "Day 2: Squat, long rest"])
def test_a_numbered_day_with_work_is_not_one_of_rest(heading: str) -> None:
    """Rest is only a part of its name."""
    blog = replace(load_blog("invictus"), day_numbers=("Monday", "Thursday"))
    _, days = group_by_day(lines("Day 1: Heavy", "Squat 5x5", heading, "Row 3x8"), SOURCE, blog)
    assert ["Day 1: Heavy", heading] == [day.session for day in days]


@pytest.mark.parametrize(
    "sets",
    ["5x2 @ 80%", "5 sets of 2", "3 sets of 2 reps @ 80%", "75% x 3", "82.5% x 2 x 3", "100 kg x 3", "65%/3, 70%/2"],
)
def test_a_lift_beside_the_weekday_is_training_if_its_sets_are_below(sets: str) -> None:
    """They have no name of their own."""
    _, days = grouped(lines("Monday: Front Squat", sets, "Row 3x8", "Tuesday – Snatch", "Snatch Pull 3x3"))
    assert ["Monday", "Tuesday – Snatch"] == [day.session for day in days]
    assert [["Front Squat", sets, "Row 3x8"], ["Snatch Pull 3x3"]] == [texts_of(day) for day in days]


@pytest.mark.parametrize("below", ["Squat 5x2", "5 sets of 2 squats", "75% of us are new", "5 Burpees", "3 rounds of:"])
def test_a_lift_beside_the_weekday_is_a_title_if_other_work_is_below(below: str) -> None:
    """It names what the day is about."""
    _, days = grouped(lines("Monday: Front Squat", below, "Tuesday", "Row 5x5"))
    assert ["Monday: Front Squat", "Tuesday"] == [day.session for day in days]


def test_the_training_of_a_numbered_day_may_stand_on_its_line() -> None:
    """It follows a mark such as a colon."""
    blog = replace(load_blog("invictus"), day_numbers=("Monday", "Thursday"))
    _, days = group_by_day(lines("Day 1 - Squat 5x5", "Day 2 - Row 3x8"), SOURCE, blog)
    assert [("Monday", "Day 1"), ("Thursday", "Day 2")] == headings_of(days)
    assert [["Squat 5x5"], ["Row 3x8"]] == [texts_of(day) for day in days]


def test_a_word_in_small_letters_may_be_the_title_of_a_day() -> None:
    """A dash divides it from the weekday, and other days are there."""
    page = ["Mon – light", "Snatch 3x3", "Thu – heavy", "Clean 5x1"]
    assert [("Monday", "Mon – light"), ("Thursday", "Thu – heavy")] == days_of(*page)
    with pytest.raises(BadInput):
        days_of("Mon – light", "Snatch 3x3")


def test_a_title_in_small_letters_has_at_most_two_words() -> None:
    """More of them are a sentence."""
    page = ["Snatch 3x3", "**Thursday**", "Clean 5x1"]
    assert [("Monday", "Mon – light day"), ("Thursday", "Thursday")] == days_of("Mon – light day", *page)
    assert [("Thursday", "Thursday")] == days_of("Mon – a light day", *page)


def test_words_after_a_weekday_are_its_training_if_those_of_other_days_are() -> None:
    """No other line is below it, and a mark divides the days alike."""
    _, days = grouped(
        lines("MON – Snatch 5x2", "WED – Clean 5x1, Jerk 3x1", "FRI – max snatch, max clean", "SAT – off")
    )
    assert [["Snatch 5x2"], ["Clean 5x1, Jerk 3x1"], ["max snatch, max clean"], []] == [texts_of(day) for day in days]


@pytest.mark.parametrize(
    ("page", "below"),
    [
        (["Mon 3/8 Snatch 5x2", "Tue 3/9 Back Squat 5x5"], ["Snatch 5x2", "Back Squat 5x5"]),
        (["Mon. 8 March Snatch 5x2", "Tue. 9 March Row 5x5"], ["Snatch 5x2", "Row 5x5"]),
        (["Monday (3/8) Snatch 5x2", "Tuesday (3/9) Row 3x8"], ["Snatch 5x2", "Row 3x8"]),
        (["Mon 3/8 21-15-9 Thrusters", "Tue 3/9 30 reps of Row"], ["21-15-9 Thrusters", "30 reps of Row"]),
        (["Mon. Snatch 5x2", "Wed. Clean 5x1"], ["Snatch 5x2", "Clean 5x1"]),
        (["Mon 3/8 Snatch 5x2", "Back Squat 5x5", "Tue 3/9 Row 3x8"], ["Snatch 5x2", "Back Squat 5x5", "Row 3x8"]),
    ],
)
def test_training_directly_after_the_date_of_a_day_is_its_first_line(page: list[str], below: list[str]) -> None:
    """The date is the heading's, and no part of the training."""
    _, days = grouped(lines(*page))
    assert [page[0][:3], page[-1][:3]] == [name[:3] for _, name in headings_of(days)]
    assert below == [text for day in days for text in texts_of(day)]


@pytest.mark.parametrize(
    "page",
    [
        ["Mon: Heavy single Snatch", "Tue: Front Squat to 3RM", "Wed: Clean pulls, heavy"],
        ["Mon - Heavy single Snatch", "Tue - Front Squat to 3RM", "Wed - Clean pulls, heavy"],
        ["Mon Heavy single Snatch", "Tue Front Squat to 3RM", "Wed Rest"],
        ["Mon rest", "Tue easy run 45 min", "Wed 6 x 800 m run", "Sun long run 12 miles"],
        ["Mon 3/8: Snatch 5x2", "Tue 3/9: Back Squat, work up to a heavy 5", "Wed 3/10: Run 5 km"],
        ["Sun: Snatch 5x2", "Mon: Rest", "Tue: Squat clean and a bit of rowing, but nothing heavy"],
        ["Mon 3/8 Snatch 5x2", "Tue 3/9 Rest Day", "Wed 3/10 Jerk: build to a heavy single. Rest 2:00."],
    ],
)
def test_in_a_list_of_days_each_line_is_a_day(page: list[str]) -> None:
    """Its weekdays come once and in order, all with their training beside them."""
    assert [line[:3] for line in page] == [day[:3] for day, _ in days_of(*page)]


@pytest.mark.parametrize(
    "page",
    [
        ["Monday", "Snatch 5x2", "Tuesday", "Clean 5x2", "Wednesday: bring a friend and 3 towels"],
        ["Monday", "Snatch 5x2", "Tuesday", "Clean 5x2", "Friday Open gym", "Saturday Team WOD"],
        ["Mon: Snatch 5x2", "Tue: Clean 5x2", "Monday Heavy squats come first"],
        ["Monday", "Snatch 5x2", "Tuesday", "Clean 5x2", "Sat at the bottom for 5 seconds"],
        ["Monday", "Snatch 5x2", "Tuesday", "Clean 5x2", "Friday night lights, 10 min AMRAP"],
        ["Monday", "Tuesday class is full, 20 min wait", "Snatch 5x2", "Tuesday", "Clean 5x2"],
    ],
)
def test_beside_other_headings_text_after_a_weekday_is_a_line_of_a_day(page: list[str]) -> None:
    """Days that stand alone, or a weekday that comes again, make no list."""
    assert ["Monday", "Tuesday"] == [day for day, _ in days_of(*page)]


@pytest.mark.parametrize(
    ("initials", "days"),
    [
        (["M", "T", "W", "Th", "F"], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
        (["T:", "W:", "T:", "S:", "S:"], ["Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"]),
        (["S -", "M -", "T -"], ["Sunday", "Monday", "Tuesday"]),
        (["M", "Tues", "W"], ["Monday", "Tuesday", "Wednesday"]),
        (["Mo", "We", "Fr"], ["Monday", "Wednesday", "Friday"]),
    ],
)  # fmt: skip
def test_initials_name_days_in_the_order_of_a_week(initials: list[str], days: list[str]) -> None:
    """`T` after `W` is a Thursday, and `S` before `M` a Sunday; the name is kept as it is written."""
    page = [text for initial in initials for text in (initial, "Snatch 5x2")]
    assert list(zip(days, initials, strict=True)) == days_of(*page)


def test_the_training_of_a_day_may_stand_after_its_initial() -> None:
    """A day may also be one of rest."""
    _, days = grouped(lines("M: Snatch 5x2", "T: Rest", "W: Clean 5x1, easy", "Th - Row 5 km"))
    assert ["M", "Rest Day", "W", "Th"] == [name for _, name in headings_of(days)]
    assert [["Snatch 5x2"], [], ["Clean 5x1, easy"], ["Row 5 km"]] == [texts_of(day) for day in days]


@pytest.mark.parametrize(
    "page",
    [
        ["M: 60 kg", "W: 40 kg", "F: 30 kg"],
        ["M", "60 kg", "W", "40 kg", "M", "50 kg", "W", "30 kg"],
        ["A. Snatch", "B. Clean", "F. Jerk"],
        ["T: pause 3 s", "W: wide grip"],
        ["W", "M", "T"],
        ["W: Row 500 m", "T: Snatch balance 3x3", "F: 40 Sit-ups"],
        ["M", "12 Thrusters", "F", "9 Thrusters"],
    ],
)
def test_other_letters_name_no_days(page: list[str]) -> None:
    """They are men and women, or parts (warm-up, technique, finisher), or come in no order of a week."""
    _, [day] = grouped(lines("Monday", *page))
    assert page == texts_of(day)


@pytest.mark.parametrize(
    ("title", "page"),
    [
        ("Workout 12/21", ["S: Front Squat 4x4", "M: 15 Burpees", "F: Plank"]),
        ("Tuesday, December 22", ["M", "Snatch 5x2", "T", "Clean 5x2", "W", "Row 5 km", "Th", "Jerk 5x1"]),
        ("WOD", ["S: Front Squat 4x4", "M: 15 Burpees", "W: Row 500 m"]),
        ("WOD", ["S: Front Squat 4x4", "M: 15 Burpees", "T: Row 500 m", "F: Plank"]),
        ("Week of December 21", ["S: Front Squat 4x4", "M: 15 Burpees", "F: Plank"]),
        ("Week of December 21", ["M: Front Squat 4x4", "T: and then we rest a little, as ever.", "W: Clean 5x1"]),
    ],
)
def test_initials_of_parts_are_not_days(title: str, page: list[str]) -> None:
    """The title names one day, or the letters make no likely week, or one of them is no heading: no line is lost."""
    source, blog = replace(SOURCE, title=title), replace(load_blog("invictus"), undated="publication day")
    if title.startswith("Week"):
        with pytest.raises(BadInput):
            group_by_day(lines(*page), source, blog)
    else:
        _, days = group_by_day(lines(*page), source, blog)
        assert [page] == [texts_of(day) for day in days]


def test_the_session_of_an_initial_with_its_training_beside_it_is_called_by_the_initial() -> None:
    """The weekday that it stands for does not appear."""
    _, days = grouped(lines("M: Snatch", "T: Clean 5x2", "W: Jerk 5x1", "F: Row"))
    assert ["M", "T", "W", "F"] == [name for _, name in headings_of(days)]


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("5x2 @ 80%", ["Snatch", "5x2 @ 80%"]),
        ("3-3-2-2", ["Snatch", "3-3-2-2"]),
        ("3-3", ["Snatch", "3-3"]),
        ("5, 3, 1", ["Snatch", "5, 3, 1"]),
        ("1 @ 70 kg", ["Snatch", "1 @ 70 kg"]),
        ("@ 75%", ["Snatch", "@ 75%"]),
        ("Sets: 5", ["Snatch", "Sets: 5"]),
        ("Reps: 3", ["Snatch", "Reps: 3"]),
        ("60 kg for 3 sets of 5", ["Snatch", "60 kg for 3 sets of 5"]),
        ("Build to 80% x 2", ["Snatch", "Build to 80% x 2"]),
        ("Notes: 5", ["Notes: 5"]),
        ("3 sets for time", ["3 sets for time"]),
        ("60 kg for 3 rounds", ["60 kg for 3 rounds"]),
        ("5x2 for those who compete", ["5x2 for those who compete"]),
        ("3x500 m Row", ["3x500 m Row"]),
        ("5x2 Power Snatch", ["5x2 Power Snatch"]),
        ("5 rounds", ["5 rounds"]),
        ("10:00", ["10:00"]),
    ],
)
def test_a_lift_in_the_title_of_a_day_is_that_of_the_sets_directly_below(first: str, below: list[str]) -> None:
    """It stays a title above anything else."""
    _, days = grouped(lines("Monday – Snatch", first, "Tuesday – Squat Focus", "5x5 @ 75%"))
    assert [below, ["5x5 @ 75%"]] == [texts_of(day) for day in days]


@pytest.mark.parametrize(
    ("title", "is_work"),
    [
        ("Thruster", True),
        ("Thrusters", True),
        ("Row", True),
        ("Pull-Ups", True),
        ("Wall Ball", True),
        ("Legs", False),
        ("Snatch Focus", False),
        ("Upper Body", False),
    ],
)
def test_any_movement_in_the_title_of_a_day_is_that_of_the_sets_directly_below(title: str, is_work: bool) -> None:
    """It may be in the plural; other words are a title."""
    _, days = grouped(lines(f"Monday – {title}", "5x2", "Tuesday – Squat Focus", "5x5 @ 75%"))
    assert [[title, "5x2"] if is_work else ["5x2"], ["5x5 @ 75%"]] == [texts_of(day) for day in days]


@pytest.mark.parametrize(
    ("heading", "name", "first"),
    [
        ("MON (easy) – Clean 4x2 @ 70%", "MON (easy)", "Clean 4x2 @ 70%"),
        ("Monday [Team]: Jerk 6x1", "Monday [Team]", "Jerk 6x1"),
        ("Mon | Deadlift 4x3 @ 75%", "Mon", "Deadlift 4x3 @ 75%"),
        ("Mon / Front Squat 4x4", "Mon", "Front Squat 4x4"),
        ('Mon "Diane" 21-15-9', "Mon", '"Diane" 21-15-9'),
        ('Mon: "Annie" AMRAP 12', "Mon", '"Annie" AMRAP 12'),
        ('Mon – "Karen" 150 wall balls for time', "Mon", '"Karen" 150 wall balls for time'),
        ("Monday (20 min cap) 4 rounds for time", "Monday (20 min cap)", "4 rounds for time"),
    ],
)
def test_training_after_a_bracket_a_bar_or_a_quoted_name_is_the_first_line_of_the_day(
    heading: str, name: str, first: str
) -> None:
    """The name of the day is only the weekday with its bracket."""
    _, days = grouped(lines(heading, "Row 3x8", "Wednesday", "Run 5 km"))
    assert [("Monday", name), ("Wednesday", "Wednesday")] == headings_of(days)
    assert [first, "Row 3x8"] == texts_of(days[0])


@pytest.mark.parametrize(
    "heading", ["Monday (Session One)", "Monday (5x5)", "Monday / Open Gym", "Monday | Squat Focus"]
)
def test_a_bracket_or_a_title_after_a_weekday_stays_in_the_name_of_the_day(heading: str) -> None:
    """No training follows it."""
    _, days = grouped(lines(heading, "Row 3x8", "Wednesday", "Run 5 km"))
    assert [("Monday", heading), ("Wednesday", "Wednesday")] == headings_of(days)


def test_one_dated_line_below_training_is_not_a_day() -> None:
    """It announces another day, and the training belongs to the post."""
    blog = replace(load_blog("invictus"), undated="publication day")
    page = ["Bench Press 3x8", "Tue 12/22 Team WOD 3x3"]
    _, [day] = group_by_day(lines(*page), replace(SOURCE, title="WOD"), blog)
    assert page == texts_of(day)


def test_initials_alone_on_their_lines_are_days_in_a_post_without_a_date() -> None:
    """Three in a row are enough."""
    blog = replace(load_blog("invictus"), undated="publication day")
    page = ["M", "Snatch 5x2", "T", "Clean 4x2", "W", "Row 5 km"]
    _, days = group_by_day(lines(*page), replace(SOURCE, title="Program"), blog)
    assert ["M", "T", "W"] == [day.session for day in days]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tue 12/22 Front Squat 4x4", (12, 22)),
        ("Tuesday, Dec 22 Front Squat 4x4", (12, 22)),
        ("December 24", (12, 24)),
        ("Wed 12/22 Front Squat 4x4", None),
        ("Tuesday Front Squat 4x4", None),
        ("Jan 9", None),
        ("5 Feb", None),
    ],
)
def test_one_dated_line_is_a_day_if_its_date_is_likely(line: str, day: tuple[int, int] | None) -> None:
    """Its weekday is the date's, or the date is near the publication: else it may be prose."""
    blog = replace(load_blog("invictus"), undated="publication day")
    _, days = group_by_day(lines(line, "Bench Press 3x8"), replace(SOURCE, title="WOD"), blog)
    assert [day] == [(one.stated.month, one.stated.day) if one.stated else None for one in days]


def test_a_sentence_after_a_weekday_is_not_a_day() -> None:
    """The other days have headings of their own."""
    page = ["**Monday**", "Snatch 5x2", "**Wednesday**", "Clean 5x1", "Friday – we will have a barbecue"]
    assert [("Monday", "Monday"), ("Wednesday", "Wednesday")] == days_of(*page)


@pytest.mark.parametrize("pair", ["12/9", "6/6"])
def test_a_bold_pair_alone_is_not_a_day(pair: str) -> None:
    """It may be repetitions for men and women, or for each side."""
    page = ["**Monday**", "Snatch 5x2", f"**{pair}**", "Cal Row", "**Wednesday**", "Clean 5x1"]
    assert [("Monday", "Monday"), ("Wednesday", "Wednesday")] == days_of(*page)


@pytest.mark.parametrize("pairs", [("12/9", "12/8"), ("12/9", "12/20")])
def test_bold_pairs_that_are_not_days_of_one_week_in_order_are_not_days(pairs: tuple[str, str]) -> None:
    """They may be repetitions, even if both are near the publication."""
    page = [line for pair in pairs for line in (f"**{pair}**", "Cal Row")]
    _, (monday,) = grouped(lines("**Monday**", "Snatch 5x2", *page))
    assert ["Snatch 5x2", *(line.strip("*") for line in page)] == texts_of(monday)


def test_a_bold_pair_below_a_date_is_not_a_day() -> None:
    """Other days have their dates in full."""
    _, days = grouped(lines("**December 7, 2020**", "Snatch 5x2", "**12/9**", "Cal Row"))
    assert [["Snatch 5x2", "12/9", "Cal Row"]] == [texts_of(day) for day in days]


def test_a_list_of_days_with_a_word_each_is_not_training() -> None:
    """The words are not titles, because nothing is below them."""
    with pytest.raises(BadInput):
        days_of("Mon – push", "Tue – pull", "Thu – legs", "Deadlift 5x5")


def test_two_lines_with_their_training_are_days_beside_headings_that_stand_alone() -> None:
    """A runner's week has long days and short ones."""
    page = ("Tuesday 14th", "Run 5 x 4 min", "Saturday 3 mile tempo run", "Sunday Long 60+ minute easy run")
    assert ["Tuesday 14th", "Saturday", "Sunday"] == [session for _, session in days_of(*page)]


@pytest.mark.parametrize(
    ("page", "sessions"),
    [
        (("Tuesday", "AM: Run 5 km", "6 x 100 m", "PM – Squat 5x5"), ["Tuesday AM", "Tuesday PM"]),
        (("Tuesday", "Squat 5x5", "Evening - Run 5 km"), ["Tuesday", "Tuesday Evening"]),
        (("Tuesday: Bench 5x5", "a.m. – Run 5 km"), ["Tuesday", "Tuesday a.m."]),
    ],
)
def test_a_half_of_a_day_with_its_training_is_a_session(page: tuple[str, ...], sessions: list[str]) -> None:
    """Directly below its weekday it is that of the heading."""
    days = grouped(lines(*page, "Wednesday", "Clean 5x2"))[1]
    assert [*sessions, "Wednesday"] == [day.session for day in days]


@pytest.mark.parametrize(
    "text", ["AM: classes at 6 and 7", "PM: Rest", "I am: 5x5", "Am I strong? 5x5", "AM or PM: 5x5"]
)
def test_a_half_of_a_day_without_training_is_a_line_of_its_day(text: str) -> None:
    """It says when, or something else."""
    assert ["Tuesday", "Wednesday"] == [
        day for day, _ in days_of("Tuesday", "Squat 5x5", text, "Wednesday", "Clean 5x2")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Day 1 – Dec 21", "Day 2 – Dec 22"),
        ("Day 1: Circuit, Monday, December 21", "Day 2: Run, Tuesday, December 22 –"),
        ("Day 1 | 12/21/20", "Day 2 | 12/22/20"),
    ],
)
def test_a_numbered_day_may_end_with_its_date(first: str, second: str) -> None:
    """The date says which day it is."""
    days = grouped(lines(first, "Squat 5x5", second, "Run 5 km"))[1]
    assert [(21, ["Squat 5x5"]), (22, ["Run 5 km"])] == [(day.stated and day.stated.day, texts_of(day)) for day in days]


@pytest.mark.parametrize("text", ["Day 2 – 5 x 5", "Day 2 – 10/15 reps", "Day 2: Run, May 20 reps", "Day 2, 12/22 lb"])
def test_other_numbers_of_a_numbered_day_are_no_date(text: str) -> None:
    """They are of its training."""
    assert ["Monday", "Tuesday"] == [day for day, _ in days_of("Monday", "Squat 5x5", text, "Tuesday", "Clean 5x2")]
