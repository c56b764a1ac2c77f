"""The week that a post is for."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.blog import load_blog
from wod.errors import BadInput
from wod.models import DayHeading, Week
from wod.reading.dates.dates import date_sessions
from wod.reading.dates.post_dates import dates_of_post
from wod.weeks import week_starting

BLOG = load_blog("invictus")
SUNDAY_BEFORE = "2020-12-20T17:00:21"


def week_of(title: str, slug: str, published: str) -> Week:
    """Return the week of a post with headings for two days in the middle of a week."""
    headings = [DayHeading(weekday=2, session="Wednesday"), DayHeading(weekday=3, session="Thursday")]
    week, _, _ = date_sessions(headings, dates_of_post(title, slug, published, BLOG), BLOG)
    return week


@pytest.mark.parametrize(
    ("title", "monday"),
    [
        ("December 21-27, 2020 – 5 Day Weightlifting Program", "2020-12-21"),
        ("December 21 – 27, 2020", "2020-12-21"),
        ("DECEMBER 21—27 2020", "2020-12-21"),
        ("December 21‑27, 2020", "2020-12-21"),
        ("December 21−27, 2020", "2020-12-21"),
        ("Dec. 21st-27th", "2020-12-21"),
        ("Weightlifting: Dec 21 to Dec 27", "2020-12-21"),
        ("December 21 through 27", "2020-12-21"),
        ("12/21-12/27", "2020-12-21"),
        ("12/21/20 – 12/27/2020", "2020-12-21"),
        ("Dec. 28, 2020 – January 3, 2021", "2020-12-28"),
        ("December 28 - January 3", "2020-12-28"),
        ("December 28 - January 3, 2021", "2020-12-28"),
        ("December 28-3", "2020-12-28"),
        ("12/28 - 1/3/21", "2020-12-28"),
        ("Week 3, November 30 – December 6, 2020", "2020-11-30"),
        ("Week of December 21, 2020", "2020-12-21"),
        ("December 21, 2020 – 5 Day Weightlifting Program", "2020-12-21"),
        ("December 21 – 5 Day Weightlifting Program", "2020-12-21"),
        ("Sept 3rd – 9th, 2018", "2018-09-03"),
        ("February 24 – March 1, 2020", "2020-02-24"),
        ("March 8-14, 2027", "2027-03-08"),
        ("December21-27", "2020-12-21"),
        ("Decem. 21 - 27", "2020-12-21"),
        ("Decmber 21-27", "2020-12-21"),
        ("Weightlifting (12.21-12.27)", "2020-12-21"),
        ("12.28.20 – 1.3.21", "2020-12-28"),
        ("Sunday, December 20 – Saturday, December 26", "2020-12-21"),
        ("December 21-27, Week 3", "2020-12-21"),
        ("December 21-27: on the way to the meet of January 30 – February 1", "2020-12-21"),
        ("February 29 – March 6, 2016", "2016-02-29"),
    ],
)
def test_the_title_names_the_week(title: str, monday: str) -> None:
    """Months may be short, years left out, days ordinal, dashes of any kind; a stated year is taken at its word."""
    assert monday == week_of(title, "", SUNDAY_BEFORE).start_date


@pytest.mark.parametrize(
    ("slug", "monday"),
    [
        ("december-21-27-2020-5-day-weightlifting-program", "2020-12-21"),
        ("december-21-27-2020-2", "2020-12-21"),
        ("december-21-27-5-day-weightlifting-program-2", "2020-12-21"),
        ("december-28-2020-january-3-2021", "2020-12-28"),
        ("dec-28-jan-3-3", "2020-12-28"),
        ("week-of-december-21-2", "2020-12-21"),
        ("week-of-december-21-2020", "2020-12-21"),
    ],
)
def test_the_slug_names_it_where_the_title_does_not(slug: str, monday: str) -> None:
    """A slug's own suffix and the number of training days are not dates."""
    assert monday == week_of("5 Day Weightlifting Program", slug, "2020-12-23T10:00:00").start_date


def test_the_title_counts_more_than_the_slug() -> None:
    """A slug stays what it was when the coach corrects the title."""
    assert "2020-12-21" == week_of("December 21-27, 2020", "december-14-20-2020", SUNDAY_BEFORE).start_date


@pytest.mark.parametrize(
    "title",
    [
        "5 Day Weightlifting Program",
        "Week 3, Cycle 2",
        "5/3/1",
        "December 2020, Week 3",
        "Phase 1.2-1.4",
        "Mach 3 Snatches",
        "May Testing",
        "",
    ],
)
@pytest.mark.parametrize(
    ("published", "monday"),
    [
        ("2020-12-20T17:00:21", "2020-12-21"),
        ("2020-12-21T00:00:00", "2020-12-21"),
        ("2020-12-26T23:59:59", "2020-12-21"),
        ("2020-12-27T00:00:00", "2020-12-28"),
    ],
)
def test_without_dates_the_publication_says_the_week(title: str, published: str, monday: str) -> None:
    """A Sunday post is for the week after, any other for its own."""
    assert monday == week_of(title, "program-5", published).start_date


@pytest.mark.parametrize(
    ("title", "monday"),
    [
        ("December 20-26, 2020", "2020-12-21"),
        ("Week of December 20, 2020", "2020-12-21"),
        ("December 22-28, 2020", "2020-12-21"),
        ("December 21-28, 2020", "2020-12-21"),
        ("December 21-25, 2020", "2020-12-21"),
        ("December 25-31, 2020", "2020-12-28"),
    ],
)
def test_a_range_that_starts_on_another_day_means_the_week_of_most_of_its_days(title: str, monday: str) -> None:
    """A week that a coach counts from Sunday is the one of its Monday."""
    assert monday == week_of(title, "", SUNDAY_BEFORE).start_date


@pytest.mark.parametrize(
    ("published", "monday"),
    [
        ("2020-12-26T10:00:00", "2020-12-28"),
        ("2019-12-29T10:00:00", "2019-12-30"),
        ("2015-06-01T10:00:00", "2019-12-30"),
    ],
)
def test_the_one_year_of_a_range_across_years_is_the_ends_unless_only_the_start_fits(
    published: str, monday: str
) -> None:
    """`December 28 - January 3, 2020`, published a few days before December 28, 2020, says the year of its start."""
    assert monday == week_of("December 28 – January 3, 2020", "", published).start_date


@pytest.mark.parametrize(
    ("title", "monday"),
    [
        ("January 4-10, 2020", "2021-01-04"),
        ("January 3-9, 2020", "2021-01-04"),
        ("December 28, 2021 – January 3, 2021", "2020-12-28"),
        ("December 28, 2020 – January 3, 2020", "2020-12-28"),
        ("January 4-10, 2016", "2016-01-04"),
        ("March 7-13, 2020", "2020-03-09"),
    ],
)
def test_a_year_in_which_the_week_starts_on_no_monday_may_be_a_slip(title: str, monday: str) -> None:
    """`January 4-10, 2020` on January 2, 2021 is the next week; a year that fits, or is of other days, stays."""
    assert monday == week_of(title, "", "2021-01-02T17:00:00").start_date


@pytest.mark.parametrize(
    "title",
    [
        "February 30-36, 2021",
        "February 29 – March 7, 2021",
        "June 31",
        "December 27-21, 2020",
        "December 21-72, 2020",
        "January 4 – February 14, 2021",
        "December 21, 2020 – December 27, 2012",
        "December 21-27, 0000",
        "December 27, 9999",
    ],
)
def test_an_impossible_week_is_refused(title: str) -> None:
    """An impossible date or week is not corrected by guessing."""
    with pytest.raises(BadInput, match="correct"):
        week_of(title, "december-21-27-2020", SUNDAY_BEFORE)


@pytest.mark.parametrize("published", ["0001-01-01T00:00:00", "9999-12-20T00:00:00", "9999-12-31T00:00:00"])
def test_a_week_at_an_end_of_the_calendar_is_refused(published: str) -> None:
    """Its figures are compared with those of the weeks around it, and it has none before it or none after it."""
    with pytest.raises(BadInput, match="not in the calendar"):
        week_of("Training", "training", published)


def test_a_title_of_any_length_is_read() -> None:
    """Nothing in a title makes the search for dates slow."""
    title = "December 1x - " * 100_000 + "5/3/1-" * 100_000 + "dec" + " " * 500_000
    assert "2020-12-21" == week_of(title, "", SUNDAY_BEFORE).start_date


def test_year_and_week_are_those_of_iso_8601() -> None:
    """The last days of a year may belong to the first week of the next."""
    week = week_starting(date(2024, 12, 30))
    assert (2025, 1, "2024-12-30", "2025-01-05") == (week.year, week.week, week.start_date, week.end_date)


Write = Callable[[date, date], str]


def full(start: date, end: date) -> str:
    return f"{start:%B} {start.day}, {start.year} – {end:%B} {end.day}, {end.year}"


def as_a_coach(start: date, end: date) -> str:
    month = "" if start.month == end.month else f"{end:%B} "
    return f"{start:%B} {start.day}-{month}{end.day}, {end.year} – 5 Day Weightlifting Program"


def short(start: date, end: date) -> str:
    return f"{start:%b}. {start.day}–{end:%b}. {end.day}"


def ordinal(start: date, end: date) -> str:
    def th(day: int) -> str:
        return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"

    return f"Weightlifting, {start:%B} {th(start.day)} to {end:%B} {th(end.day)}"


def month_left_out(start: date, end: date) -> str:
    return f"{start:%B} {start.day} - {end.day}"


def figures(start: date, end: date) -> str:
    return f"{start.month}/{start.day}/{start:%y} - {end.month}/{end.day}/{end:%y}"


def first_day(start: date, end: date) -> str:
    return f"Week of {start:%B} {start.day}, {start.year}"


MONDAYS = st.integers(0, 10 * 53).map(lambda weeks: date(2014, 12, 29) + timedelta(weeks=weeks))
NOTATIONS = st.sampled_from([full, as_a_coach, short, ordinal, month_left_out, figures, first_day])


@given(MONDAYS, NOTATIONS, st.integers(-10, 6), st.integers(4, 6))
def test_any_week_of_ten_years_is_read_in_any_notation(monday: date, write: Write, early: int, length: int) -> None:
    """Written a few days before or after, five to seven days are that week."""
    published = f"{monday + timedelta(days=early)}T17:00:00"
    title = write(monday, monday + timedelta(days=length))
    assert week_starting(monday) == week_of(title, "", published)


@given(MONDAYS, st.sampled_from([full, as_a_coach, ordinal, first_day]), st.sampled_from(["", "-2"]))
def test_any_week_of_ten_years_is_read_from_the_slug(monday: date, write: Write, suffix: str) -> None:
    """WordPress makes the slug from the title: lower case, hyphens, nothing else."""
    title = write(monday, monday + timedelta(days=6))
    slug = "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split()) + suffix
    assert week_starting(monday) == week_of("Program", slug, f"{monday}T10:00:00")


@given(st.text(), st.text(alphabet="abcdejmnoruy-0123456789"), st.dates(date(2010, 1, 1), date(2030, 1, 1)))
def test_any_title_gives_a_whole_week_or_a_refusal(title: str, slug: str, published: date) -> None:
    """A week is always Monday to Sunday."""
    try:
        week = week_of(title, slug, published.isoformat())
    except BadInput:
        return
    start, end = date.fromisoformat(week.start_date), date.fromisoformat(week.end_date)
    assert (0, 6) == (start.weekday(), (end - start).days)
    assert start.isocalendar()[:2] == (week.year, week.week)


def test_a_session_without_any_day_is_refused_with_both_remedies() -> None:
    """The blog's setting may have changed since an earlier stage found the session."""
    heading = DayHeading(session="Workout")
    with pytest.raises(BadInput, match=r"Nothing says which day .*name it in the title, or set `undated`"):
        date_sessions([heading], dates_of_post("Workout", "workout", SUNDAY_BEFORE, BLOG), BLOG)


def dated(title: str, weekdays: list[int]) -> tuple[list[str], list[int]]:
    """Return the dates of a post with headings for these weekdays, and the places of those with a finding."""
    headings = [DayHeading(weekday=weekday, session="A day") for weekday in weekdays]
    _, days, findings = date_sessions(headings, dates_of_post(title, "", SUNDAY_BEFORE, BLOG), BLOG)
    return [day.isoformat()[5:] for day in days], [place for place, found in enumerate(findings) if found]


@pytest.mark.parametrize(
    ("title", "weekdays"),
    [
        ("Week of December 20", [6, 0, 1, 2, 3, 4, 5]),
        ("Week of 12/20", [6, 0, 2, 4]),
        ("Week of December 19", [5, 6, 0, 1, 2, 3, 4]),
        ("Week of December 23", [2, 3, 4, 5, 6, 0, 1]),
        ("Week of December 20", [6, 6, 0, 1, 1]),
    ],
)
def test_a_week_that_the_title_begins_on_another_day_is_refused(title: str, weekdays: list[int]) -> None:
    """Its days lie in two weeks, and the last ones are not those before the first."""
    with pytest.raises(BadInput, match="lie in two weeks"):
        dated(title, weekdays)


@pytest.mark.parametrize(
    ("title", "weekdays", "doubtful"),
    [
        ("The plan", [6, 0, 1, 2, 3, 4, 5], [0]),
        ("The plan", [6, 6, 0, 1, 2], [0, 1]),
        ("The plan", [5, 6, 0, 2, 4], [0, 1]),
        ("The plan", [5, 6, 0, 1], [0, 1]),
        ("The plan", [2, 3, 4, 5, 6, 0, 1], [5, 6]),
        ("Week of December 21", [6, 0, 2, 4], [0]),
        ("Week of December 28", [5, 0, 2], [0]),
    ],
)
def test_days_on_the_other_side_of_monday_are_findings(title: str, weekdays: list[int], doubtful: list[int]) -> None:
    """Nothing says whether the first ones are in the week before."""
    assert doubtful == dated(title, weekdays)[1]


@pytest.mark.parametrize(
    "weekdays",
    [[0, 1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1, 0], [0, 2, 4, 1], [0, 0, 1], [1, 0], [6, 0], [2, 0, 4], [5, 5, 6]],
)
def test_days_of_one_week_in_any_other_order_are_certain(weekdays: list[int]) -> None:
    """They may go from the newest to the oldest, or be in no order at all."""
    dates, doubtful = dated("Week of December 21", weekdays)
    assert ([f"12-{21 + weekday}" for weekday in weekdays], []) == (dates, doubtful)


def test_a_week_of_a_sunday_that_begins_on_monday_is_the_one_after_it() -> None:
    """Its own Sunday is the last day."""
    assert (["12-21", "12-23", "12-27"], []) == dated("Week of December 20", [0, 2, 6])
