"""The dates that a text names, in every form."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.blog import Blog, load_blog
from wod.reading.dates.post_dates import dates_of_post

MONTH_FIRST = load_blog("invictus")
SPANISH = load_blog("forja")
DAY_FIRST = Blog(
    name="Day first", url="https://x.example", language_name="en", time_zone="Europe/London", date_order="day-first"
)


def named(title: str, published: str, blog: Blog = MONTH_FIRST) -> tuple[str, int]:
    """The first day that the title names, and how many."""
    dates = dates_of_post(title, "", f"{published}T17:00:00", blog)
    return str(dates.start), dates.days


@pytest.mark.parametrize(
    ("title", "published", "day"),
    [
        ("March 7, 2017 – Competition", "2017-03-06", "2017-03-07"),
        ("Tuesday 3/16/21", "2021-03-15", "2021-03-16"),
        ("WOD 240108", "2024-01-07", "2024-01-08"),
        ("20210316", "2021-03-15", "2021-03-16"),
        ("8Mar21", "2021-03-07", "2021-03-08"),
        ("WOD 08MAR2021", "2021-03-07", "2021-03-08"),
        ("031621", "2021-03-15", "2021-03-16"),
        ("2021-03-16", "2021-03-15", "2021-03-16"),
        ("2021/03/16", "2021-03-15", "2021-03-16"),
        ("03-16-2021", "2021-03-15", "2021-03-16"),
        ("WOD 3-16-21", "2021-03-15", "2021-03-16"),
        ("16.03.2021", "2021-03-15", "2021-03-16"),
        ("WOD 3.16.21", "2021-03-15", "2021-03-16"),
        ("3/16", "2021-03-15", "2021-03-16"),
        ("Monday, January 8", "2024-01-07", "2024-01-08"),
        ("Tuesday, 16th of March 2021", "2021-03-15", "2021-03-16"),
        ("Tues 16 Mar", "2021-03-15", "2021-03-16"),
        ("March 16 '21", "2021-03-15", "2021-03-16"),
        ("Tuesday the 16th", "2021-03-15", "2021-03-16"),
        ("March 16th Workout – Gym", "2021-03-15", "2021-03-16"),
        ("16 March session", "2021-03-15", "2021-03-16"),
        ("Today's Workout: 3/16", "2021-03-15", "2021-03-16"),
        ("Thursday 1", "2021-03-30", "2021-04-01"),
        ("WOD 21.03.16", "2021-03-15", "2021-03-16"),
        ("3.17 WOD", "2021-03-16", "2021-03-17"),
        ("WOD 03.04", "2021-03-03", "2021-03-04"),
        ("M 3/15", "2021-03-14", "2021-03-15"),
        ("Th 3/18 – Deadlift", "2021-03-17", "2021-03-18"),
        ("M 11/20", "2017-11-19", "2017-11-20"),
        ("2-12-14 – Bench Press", "2014-02-11", "2014-02-12"),
        ("19.04.24", "2019-04-23", "2019-04-24"),
        ("18.12.19 Wednesday", "2018-12-18", "2018-12-19"),
        ("WOD 8 – 2021-03-14", "2021-03-13", "2021-03-14"),
        ("Week 3 – 3/8/21", "2021-03-07", "2021-03-08"),
        ("Phase 2 - 3/8/21", "2021-03-07", "2021-03-08"),
        ("WOD 5 - 3/8/21", "2021-03-07", "2021-03-08"),
        ("Week 3 Day 1 – 3/8/21", "2021-03-07", "2021-03-08"),
        ("Week 3/8 - 3/15/21", "2021-03-14", "2021-03-15"),
        ("Day 12: 3/8/21", "2021-03-07", "2021-03-08"),
        ("Decembar 21", "2020-12-20", "2020-12-21"),
        ("December 31", "2021-01-02", "2020-12-31"),
        ("January 1", "2020-12-30", "2021-01-01"),
    ],
)
def test_a_title_names_a_day(title: str, published: str, day: str) -> None:
    """It is in words or in figures; a year that is left out is the nearest."""
    assert (day, 1) == named(title, published)


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("March 20 & 21, 2021", 2),
        ("March 20 and 21", 2),
        ("20 & 21 March 2021", 2),
        ("3/20/21 & 3/21/21", 2),
        ("Saturday, March 20 & Monday, March 22", 3),
        ("March 20 & 21 Pull-Ups", 1),
        ("March 20 & 3 rounds of Helen", 1),
        ("March 20, 2021 & more", 1),
    ],
)
def test_two_days_in_a_title_are_not_the_first_of_them(title: str, days: int) -> None:
    """They are the ends of a period, as if a dash were between them; a number of work is not a day."""
    assert ("2021-03-20", days) == named(title, "2021-03-18")


@pytest.mark.parametrize("title", ["M 3/15 – S 3/20", "T 3/16 & W 3/17", "M 3/15, W 3/17, F 3/19"])
def test_several_days_after_initials_are_not_the_first_of_them(title: str) -> None:
    """No one knows which line is of which day."""
    assert dates_of_post(title, "", "2021-03-14T10:00:00", MONTH_FIRST).start is None


@pytest.mark.parametrize(
    ("title", "published", "start"),
    [
        ("8–14 March 2021", "2021-02-20", "2021-03-08"),
        ("8 March – 14 March 2021", "2021-02-20", "2021-03-08"),
        ("29 March – 4 April 2021", "2021-03-20", "2021-03-29"),
        ("29–4 April 2021", "2021-03-20", "2021-03-29"),
        ("2020-12-28 – 2021-01-03", "2020-12-20", "2020-12-28"),
        ("2021-03-15 – 21", "2021-03-12", "2021-03-15"),
        ("12/28/20 - 1/3/21", "2020-12-26", "2020-12-28"),
        ("12/28/20-1/3/21", "2020-12-26", "2020-12-28"),
        ("15.03.–21.03.2021", "2021-03-12", "2021-03-15"),
        ("15.–21.03.2021", "2021-03-12", "2021-03-15"),
        ("Dec 28 '20 – Jan 3 '21", "2020-12-20", "2020-12-28"),
        ("Week 3 March 8-14", "2021-03-01", "2021-03-08"),
        ("Mon 3/15 - Sun 3/21", "2021-03-10", "2021-03-15"),
        ("Training Week 3/15 - 3/21", "2021-03-10", "2021-03-15"),
        ("Week ending 21 March 2021", "2021-03-13", "2021-03-15"),
        ("W/E Sunday 21st March", "2021-03-13", "2021-03-15"),
        ("Week ending 3/21", "2021-03-13", "2021-03-15"),
        ("Monday, March 15 – Sunday, March 21", "2021-03-10", "2021-03-15"),
    ],
)
def test_a_title_names_a_week(title: str, published: str, start: str) -> None:
    """It is in words or in figures, and may cross months and years."""
    assert (start, 7) == named(title, published)


@pytest.mark.parametrize(
    "title",
    [
        *(
            "March 8 - 14 Squats",
            "March 8 – 14 Back Squats",
            "March 8 — 12 burpees",
            "Monday, March 8 - 14 Power Cleans",
        ),
        *("March 8, 2021 - 14 Pull-Ups", "March 8 - 30 Snatches for time"),
    ],
)
def test_repetitions_after_a_day_are_not_the_end_of_a_week(title: str) -> None:
    """A dash with spaces is before a title, too."""
    assert ("2021-03-08", 1) == named(title, "2021-03-07")


@pytest.mark.parametrize(
    "title",
    [
        "March 8-14 Squats",
        "March 8 to 14 Squats",
        "March 8 – 14 Squat Cycle",
        "March 8 - 14 Weightlifting",
        "March 8 – 14",
    ],
)
def test_other_words_after_two_days_are_the_title_of_a_week(title: str) -> None:
    """A week is named by its focus."""
    assert ("2021-03-08", 7) == named(title, "2021-03-07")


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Team of 4 May 21",
            "Teams of 2 May 21st",
            "In teams of 3 – May 21",
            "Groups of 4 May 21, 2021",
            "WOD 2 May 21st",
        ),
        *("Team of 4 May 21 2021", "Team WOD (teams of 4) May 21", "TEAM OF 4 MAY 21", "Pairs of 2: May 21"),
        *("Squats 2 May 21, 2021", "Upper 3 May 21 2021"),
    ],
)
def test_another_number_before_a_month_is_not_a_day(title: str) -> None:
    """It counts people, or the number after the month has a suffix or a year of its own."""
    assert ("2021-05-21", 1) == named(title, "2021-05-20")
    assert ("2021-05-04", 1) == named("4 May 21", "2021-05-03")


@pytest.mark.parametrize(
    "title",
    [
        "Week of 3/15/21", "Week of the 15th of March", "Week starting March 15",
        "Plan for the week beginning Monday 15 March",
        "Week of Mon, 3/15",
    ],
)  # fmt: skip
def test_a_week_may_be_named_by_its_first_day(title: str) -> None:
    """Whenever the post was published."""
    dates = dates_of_post(title, "", "2021-03-08T10:00:00", MONTH_FIRST)
    assert (date(2021, 3, 15), True) == (dates.start, dates.names_week)


@pytest.mark.parametrize(
    ("title", "month_first", "day_first"),
    [
        ("3/4/21", "2021-03-04", "2021-04-03"),
        ("WOD 03.04.2021", "2021-03-04", "2021-04-03"),
        ("16/3/21", "2021-03-16", "2021-03-16"),
        ("3/16/21", "2021-03-16", "2021-03-16"),
    ],
)
def test_the_blogs_order_decides_if_both_are_possible(title: str, month_first: str, day_first: str) -> None:
    """If only one order is possible, it is that one."""
    assert (month_first, 1) == named(title, "2021-03-15")
    assert (day_first, 1) == named(title, "2021-03-15", DAY_FIRST)


@pytest.mark.parametrize(
    ("title", "start", "days"),
    [
        ("8 al 14 de marzo de 2021", "2021-03-08", 7),
        ("Del 29 de marzo al 4 de abril", "2021-03-29", 7),
        ("Lunes 15 de marzo", "2021-03-15", 1),
        ("Martes 16/3/21", "2021-03-16", 1),
        ("Mar 16/3", "2021-03-16", 1),
        ("sábado, 20 de marzo de 2021", "2021-03-20", 1),
        ("Semana del 15 de marzo", "2021-03-15", 1),
    ],
)
def test_dates_in_spanish(title: str, start: str, days: int) -> None:
    """A language is a file of words."""
    assert (start, days) == named(title, "2021-03-14", SPANISH)


def test_a_word_that_is_a_month_and_a_weekday_is_what_its_place_says() -> None:
    """`Mar` before a number is Tuesday, after it March; the 6th of April is the Tuesday that is near."""
    assert ("2021-04-06", 1) == named("Mar 6", "2021-04-04", SPANISH)
    assert ("2021-03-06", 1) == named("6 mar", "2021-04-04", SPANISH)


@pytest.mark.parametrize("title", ["031621", "WOD 3-16-21", "21-03-16: Squats"])
def test_short_figures_are_a_date_within_two_months(title: str) -> None:
    """Sixty-two days after the 16th of March is the 17th of May; later they are a number or reps."""
    assert ("2021-03-16", 1) == named(title, "2021-05-17")
    assert "None" == named(title, "2021-05-18")[0]


@pytest.mark.parametrize(
    ("title", "published", "day"),
    [
        ("10.12.2020", "2020-12-09", "2020-12-10"),
        ("10/12/20", "2020-12-09", "2020-12-10"),
        ("10-12-2020", "2020-12-09", "2020-12-10"),
        ("10122020", "2020-12-09", "2020-12-10"),
        ("Thursday 10/12", "2020-12-09", "2020-12-10"),
        ("10/12/20", "2020-10-30", "2020-10-12"),
        ("10/12/20", "2021-06-01", "2020-10-12"),
    ],
)
def test_the_other_order_counts_if_only_that_is_near_the_publication(title: str, published: str, day: str) -> None:
    """A post of December 9 is not for October 12. Near is a month; if neither is near, the blog's order counts."""
    assert (day, 1) == named(title, published)


@pytest.mark.parametrize("blog", [MONTH_FIRST, DAY_FIRST])
def test_the_weekday_beside_figures_decides_between_two_days_that_are_near(blog: Blog) -> None:
    """The 4th of March 2021 is a Thursday, the 3rd of April a Saturday."""
    assert ("2021-03-04", 1) == named("Thursday 3/4" if blog == MONTH_FIRST else "Thursday 4/3", "2021-03-15", blog)
    assert ("2021-03-04", 1) == named("Thursday 4/3" if blog == MONTH_FIRST else "Thursday 3/4", "2021-03-15", blog)


@pytest.mark.parametrize(
    ("title", "day"),
    [("Sat, 22 Sept 18", "2018-09-22"), ("WOD 22 Sept 18", "2018-09-22"), ("Week 22, Sept 18", "2018-09-18")],
)
def test_a_day_in_front_of_its_month_may_have_a_short_year_after_it(title: str, day: str) -> None:
    """It is a year if that is near the publication, and nothing counts the number before the month."""
    assert (day, 1) == named(title, "2018-09-21")


@pytest.mark.parametrize(
    ("title", "published", "day"),
    [
        ("Partner WOD 2 May 21", "2021-05-01", "2021-05-02"),
        ("Partner WOD 2 May 21", "2021-05-20", "2021-05-21"),
        ("Partner WOD 2 May 21", "2019-05-20", "2019-05-21"),
        ("2 May 21", "2021-05-20", "2021-05-02"),
        ("Team WOD 16 March 21", "2021-03-19", "2021-03-16"),
        ("Partner WOD 2 May 21", "2021-03-20", "2021-05-02"),
    ],
)
def test_the_publication_decides_whether_a_number_in_front_of_a_date_is_its_day(
    title: str, published: str, day: str
) -> None:
    """`2` may be the number of the workout, and `21` the day or the year."""
    assert (day, 1) == named(title, published)


@pytest.mark.parametrize(
    ("title", "published"), [("Partner WOD 2 May 21", "2023-01-20"), ("16 March 21", "2024-03-01")]
)
def test_a_year_far_from_the_publication_that_may_be_a_day_is_reported(title: str, published: str) -> None:
    """Neither reading is certain."""
    dates = dates_of_post(title, "", f"{published}T10:00:00", MONTH_FIRST)
    assert (None, True) == (dates.start, bool(dates.unread))


@pytest.mark.parametrize(
    "title",
    [
        "13/25/21",
        "March 35",
        "February 30",
        "Febtember 3",
        "Monday 13/25",
        "2021-13-01",
        "7 de marzo",
        "Feb 29, 2021",
        "Monday 17th",
    ],
)
def test_an_impossible_date_is_reported(title: str) -> None:
    """Nothing else in the title or the slug counts then."""
    dates = dates_of_post(title, "march-15-2021", "2021-03-14T10:00:00", MONTH_FIRST)
    assert dates.unread
    assert dates.start is None


@pytest.mark.parametrize(
    "title",
    [
        "31Feb21",
        "31 Feb 21",
        "30-Feb-21",
        "WOD 29Feb21",
        "31 Feb21",
        "00Feb21",
        "30 Febuary 21",
        "Feb 28 - Feb 31",
        "Feb 31 - March 6",
        "31 Feb - 6 March 2021",
        "20210230",
        "022921",
        "02-30-21",
        "30-02-21",
        "30.2.",
        "2/31",
        "Monday 2/30",
        "2/28-2/31",
        "Feb 29",
        "Monday 2/29",
        "29 February - 6 March",
    ],
)
def test_no_part_of_a_broken_date_is_another_date(title: str) -> None:
    """`Feb 21` is not a date in `31Feb21`, nor is the sound end of a range with a broken one."""
    dates = dates_of_post(title, "", "2021-02-20T10:00:00", MONTH_FIRST)
    assert dates.unread
    assert dates.start is None


@pytest.mark.parametrize(
    ("title", "published", "day"),
    [
        ("15Feb21", "2022-02-20", "2021-02-15"),
        ("15 Feb 21", "2021-06-01", "2021-02-15"),
        ("14 Jul 11 -- Bench Thursday", "2011-07-14", "2011-07-14"),
        ("17 Jul 15 – Here we go", "2015-07-17", "2015-07-17"),
        ("17 Jul 15 - 5 rounds", "2015-07-17", "2015-07-17"),
        ("17 Jul 15: Garage", "2015-07-17", "2015-07-17"),
        ("Week 3 March 8 - Deload", "2021-03-07", "2021-03-08"),
        ("Leg 31 - Feb 21", "2021-02-20", "2021-02-21"),
        ("Week 45 Feb 21", "2021-02-20", "2021-02-21"),
    ],
)
def test_a_number_before_a_month_is_its_day_unless_it_stands_apart(title: str, published: str, day: str) -> None:
    """A date that is far from the publication is still that date."""
    assert (day, 1) == named(title, published)


@pytest.mark.parametrize(
    "title",
    [
        "5/3/1", "Cycle 2 Week 3", "21-15-9", "30-20-10", "5 Day", "Day 2 of 5", "Open 21.3", "Open WOD 21.1",
        "2018 Regionals", "Phase 1.2-1.4", "Week 2/4", "Back Squat 3/4", "12 Days of Christmas", "1,000 m Row",
        "Number 5", "Remember 5 things",
        "WOD 3.4", "WOD 17.3", "Press 3.10", "Fran 3/10", "M 3/10", "B 3/8", "3-2-21-18 Squats", "3.10",
        "Monday 7:30", "Monday 21-15-9", "Saturday 10am", "Monday 5 rounds", "March 2021", "Murph 2021", "100000 reps",
    ],
)  # fmt: skip
def test_numbers_of_a_programme_are_not_dates(title: str) -> None:
    """They neither name a day nor look as if they did."""
    dates = dates_of_post(title, "", "2021-03-05T10:00:00", MONTH_FIRST)
    assert (None, ()) == (dates.start, dates.unread)


@pytest.mark.parametrize(
    ("title", "weekday"),
    [
        ("Monday", 0),
        ("Tuesday's WOD", 1),
        ("Sat: partner day", 5),
        ("Friday Night Lights", 4),
        ("Week 3 – Thursday", 3),
    ],
)
def test_a_title_may_name_a_weekday_alone(title: str, weekday: int) -> None:
    """It is the next such day on or after the publication."""
    dates = dates_of_post(title, "", "2021-03-10T10:00:00", MONTH_FIRST)
    assert weekday == dates.weekday
    assert dates.day is not None
    assert (weekday, True) == (dates.day.weekday(), 0 <= (dates.day - date(2021, 3, 10)).days < 7)


@pytest.mark.parametrize("title", ["Sun salutations", "Sat at the bottom", "Monday to Friday", "Someday"])
def test_other_words_and_several_weekdays_name_none(title: str) -> None:
    """A short name counts before a mark, a date or the end."""
    assert dates_of_post(title, "", "2021-03-10T10:00:00", MONTH_FIRST).weekday is None


Write = Callable[[date], str]


def th(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


EITHER_ORDER: list[Write] = [
    lambda day: f"{day:%B} {day.day}, {day.year}",
    lambda day: f"{day:%A}, {day:%B} {th(day.day)}, {day.year}",
    lambda day: f"{day:%b}. {day.day} {day.year} – Competition",
    lambda day: f"{day.day} {day:%B} {day.year}",
    lambda day: f"{day:%A} {th(day.day)} of {day:%B}, {day.year}",
    lambda day: f"{day.isoformat()}",
    lambda day: f"WOD {day:%Y%m%d}",
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"{day:%B} {day.day}",
    lambda day: f"{day:%a}, {day.day} {day:%b}",
    lambda day: f"WOD {day:%y%m%d}",
]
IN_MONTH_FIRST: list[Write] = [
    lambda day: f"{day.month}/{day.day}/{day.year}",
    lambda day: f"{day:%A} {day.month}/{day.day}/{day:%y}",
    lambda day: f"{day:%m.%d.%Y}",
    lambda day: f"{day:%m-%d-%Y}",
    lambda day: f"{day:%a} {day.month}/{day.day}",
]
IN_DAY_FIRST: list[Write] = [
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day:%A} {day.day}.{day.month}.{day:%y}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%a} {day.day}/{day.month}",
]
FORMS = [
    *((MONTH_FIRST, write) for write in EITHER_ORDER + IN_MONTH_FIRST),
    *((DAY_FIRST, write) for write in EITHER_ORDER + IN_DAY_FIRST),
]
CENTURY = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(CENTURY, st.sampled_from(FORMS), st.integers(-6, 1))
def test_any_day_of_a_century_is_read_back_in_any_form(day: date, form: tuple[Blog, Write], early: int) -> None:
    """This holds in both orders, if it is published a few days before or the day after."""
    blog, write = form
    published = max(day + timedelta(days=early), date(2000, 1, 1))
    assert (day.isoformat(), 1) == named(write(day), published.isoformat(), blog)


WEEKS: list[tuple[Blog, Callable[[date, date], str]]] = [
    (MONTH_FIRST, lambda start, end: f"{start:%B} {start.day} – {end:%B} {end.day}, {end.year}"),
    (MONTH_FIRST, lambda start, end: f"{start.month}/{start.day}/{start:%y} - {end.month}/{end.day}/{end:%y}"),
    (MONTH_FIRST, lambda start, end: f"{start.month}/{start.day} to {end.month}/{end.day}"),
    (DAY_FIRST, lambda start, end: f"{start.day}/{start.month} – {end.day}/{end.month}/{end.year}"),
    (DAY_FIRST, lambda start, end: f"{start:%d.%m.}–{end:%d.%m.%Y}"),
    (DAY_FIRST, lambda start, end: f"{start.day}–{end.day} {end:%B} {end.year}"),
    (MONTH_FIRST, lambda start, end: f"{start.day} {start:%b} to {end.day} {end:%b} {end.year}"),
    (MONTH_FIRST, lambda start, end: f"{start.isoformat()} – {end.isoformat()}"),
    (SPANISH, lambda start, end: f"{start:%d/%m/%Y} – {end:%d/%m/%Y}"),
]


@given(CENTURY, st.sampled_from(WEEKS), st.integers(-8, 6))
def test_any_week_of_a_century_is_read_back_in_any_form(
    day: date, form: tuple[Blog, Callable[[date, date], str]], early: int
) -> None:
    """Monday to Sunday is that week, in any form of the title."""
    monday = day - timedelta(days=day.weekday())
    blog, write = form
    published = (monday + timedelta(days=early)).isoformat()
    assert (monday.isoformat(), 7) == named(write(monday, monday + timedelta(days=6)), published, blog)


def test_six_figures_far_from_the_publication_are_a_finding_and_not_a_date() -> None:
    """They may be a number of the programme; a date of four years ago is not guessed."""
    dates = dates_of_post("WOD 170316", "", "2021-03-15T17:00:00", MONTH_FIRST)
    assert (None, ("170316",)) == (dates.start, dates.unread)


@pytest.mark.parametrize("title", ["November 9, 10", "Workouts for November 9, 10", "Nov 9, 16"])
def test_another_day_behind_a_comma_is_a_finding(title: str) -> None:
    """The post may be for both days, and its lines are given to the first."""
    found = dates_of_post(title, "", "2020-11-08T17:00:00", MONTH_FIRST)
    assert (date(2020, 11, 9), ["date"]) == (found.start, [finding.rule for finding in found.findings])


@pytest.mark.parametrize(
    "title", ["November 9, 20", "November 9, 21", "November 9, 10 rounds", "November 9, 10:00", "November 9, 5x5"]
)
def test_a_year_a_time_or_work_behind_a_comma_is_no_other_day(title: str) -> None:
    """Two figures near the year of the publication are that year."""
    found = dates_of_post(title, "", "2020-11-08T17:00:00", MONTH_FIRST)
    assert (date(2020, 11, 9), []) == (found.start, found.findings)


@pytest.mark.parametrize(
    ("title", "published", "start"),
    [
        ("2022-W23", "2022-06-04", "2022-06-06"),
        ("Programming 2022-W23", "2022-01-04", "2022-06-06"),
        ("2022 W23 – Barbell", "2022-06-04", "2022-06-06"),
        ("2020-W53", "2020-12-27", "2020-12-28"),
        ("2026-W01", "2025-12-27", "2025-12-29"),
        ("6/12 June 2022", "2022-06-04", "2022-06-06"),
        ("June 6/12", "2022-06-04", "2022-06-06"),
        ("Programme, 6/12 of June", "2022-06-04", "2022-06-06"),
        ("Last week: May 30-June 5. This week: June 6-12", "2022-06-04", "2022-06-06"),
        ("Previous week May 30-June 5, now June 6-12", "2022-06-04", "2022-06-06"),
    ],
)
def test_a_week_of_a_year_a_pair_of_days_and_this_week_are_the_week(title: str, published: str, start: str) -> None:
    """From its Monday to its Sunday."""
    assert (start, 7) == named(title, published)


def test_a_slug_may_name_a_week_of_the_year() -> None:
    """It counts as in the title."""
    dates = dates_of_post("Programming", "2022-w23", "2022-06-04T17:00:00", MONTH_FIRST)
    assert (date(2022, 6, 6), 7, []) == (dates.start, dates.days, dates.findings)


@pytest.mark.parametrize(
    ("title", "start", "days"),
    [
        ("June 3/4", "2022-06-03", 2),
        ("3/4 June", "2022-06-03", 2),
        ("KW 23: June 6-12", "2022-06-06", 7),
        ("This week: June 6-12. Last week: May 30-June 5", "2022-06-06", 7),
        ("Last week: May 30-June 5", "2022-05-30", 7),
        ("Week 3: June 6", "2022-06-06", 1),
        ("June 1/2", "2022-06-01", 2),
        ("2/3 June", "2022-06-02", 2),
        ("June 6/7, 95/65 kg", "2022-06-06", 2),
        ("June 6/7 & Murph", "2022-06-06", 2),
    ],
)
def test_named_days_count_beside_other_words_for_weeks(title: str, start: str, days: int) -> None:
    """They are those of the title, and nothing is uncertain."""
    found = dates_of_post(title, "", "2022-06-02T17:00:00", MONTH_FIRST)
    assert (start, days, []) == (str(found.start), found.days, found.findings)


@pytest.mark.parametrize(
    "title",
    [
        "Week 23, 2022", "Week 23 of 2022", "2022 Week 30", "2022, week 3", "Wk 23 2022", "Week 2 – 2022", "KW 23",
        "CW23", "CW 24 Plan", "KW 12: Plan", "KW 12 2022",
        "June week 2", "June – Week 2", "June 2022, Week 2", "Week 2 of June", "2nd week of June", "2022 W40",
        "2022-W60", "2022 W3", "Summer 2022 Week 23",
    ],
)  # fmt: skip
def test_a_week_that_is_named_and_not_read_is_a_finding(title: str) -> None:
    """The day of publication does not replace it silently."""
    found = dates_of_post(title, "", "2022-06-04T17:00:00", MONTH_FIRST)
    assert (None, ["date"]) == (found.start, [finding.rule for finding in found.findings])


@pytest.mark.parametrize(
    "title",
    [
        "Week 4 of 8", "Cycle 2 Week 3", "Open 2022 Week 1", "Summer 2022 Week 4", "Week 3 2022 Open", "Week 23",
        "Squat week 3, 2022 edition", "Phase 2: Week 1", "Workout 3/4", "Week 3/4", "May Day", "June 2022",
        "The week of truth", "Last week of the cycle", "2022 Games", "W23", "Week 12 – 20 reps",
        "CW3 Strength", "CW 12 CrossFit",
    ],
)  # fmt: skip
def test_a_week_of_a_programme_is_none_of_the_year(title: str) -> None:
    """Its title names no date and looks like none."""
    found = dates_of_post(title, "", "2022-06-04T17:00:00", MONTH_FIRST)
    assert (None, (), []) == (found.start, found.unread, found.findings)


@pytest.mark.parametrize(
    "title", ["May 1/2 Murph", "August 1/2 Marathon", "3/4 May Deload", "1/3 July Open", "2/3 July"]
)
def test_a_fraction_beside_a_month_is_no_pair_of_days_unless_they_are_near(title: str) -> None:
    """It may say how much of a workout is done."""
    found = dates_of_post(title, "", "2022-06-04T17:00:00", MONTH_FIRST)
    assert (None, (), []) == (found.start, found.unread, found.findings)


@pytest.mark.parametrize(
    "title",
    ["June 6/7 & 8/9", "2/3 June and 4/5 June", "June 6/7, 8/9", "6/7 June, 8/9 June 2022", "June 6/7 & June 8/9"],
)
def test_two_pairs_of_days_are_not_read(title: str) -> None:
    """They are more than the two days of one pair, and no other date is made of their figures."""
    found = dates_of_post(title, "", "2022-06-02T17:00:00", MONTH_FIRST)
    assert (None, 1) == (found.start, len(found.unread))


@pytest.mark.parametrize(("title", "start"), [("Semana 2022-W23", date(2022, 6, 6)), ("Semana 2 de junio", None)])
def test_weeks_of_a_year_in_spanish(title: str, start: date | None) -> None:
    """The number of a week of a month is a finding there, too."""
    found = dates_of_post(title, "", "2022-06-04T17:00:00", SPANISH)
    assert (start, start is None) == (found.start, bool(found.findings))
