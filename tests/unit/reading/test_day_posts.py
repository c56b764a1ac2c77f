"""Posts of one day, and the dates that headings state."""

import json
import re
from typing import Any

import pytest

from wod.blog import Blog, load_blog
from wod.errors import BadInput
from wod.reading.whole_post import read_records

MONTH_FIRST = load_blog("invictus")


def blog(**settings: Any) -> Blog:
    return Blog(name="x", url="https://x.example", language_name="en", time_zone="Europe/London", **settings)


def read(
    title: str, *lines: str, published: str = "2021-03-14", slug: str = "program", by: Blog = MONTH_FIRST
) -> list[dict[str, Any]]:
    """The records of a post; a line between `**` is bold."""
    html = "".join(f"<p><b>{line.strip('*')}</b></p>" if line.startswith("**") else f"<p>{line}</p>" for line in lines)
    post = {
        "id": 7,
        "slug": slug,
        "date": f"{published}T17:00:20",
        "title": {"rendered": title},
        "content": {"rendered": html},
    }
    return read_records(json.dumps(post), "k", "v", "c", by).records


def dated(records: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(record["date"], record["session"]) for record in records]


def rules(record: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in record["findings"] if finding["rule"] in ("date", "weekday", "silent")]


@pytest.mark.parametrize("title", ["Tuesday 3/16/21", "March 16, 2021 – Competition", "Tuesday", "WOD 210316"])
def test_the_title_names_the_day_and_the_session(title: str) -> None:
    """The text has no weekday."""
    [record] = read(title, "A. Back Squat 5 x 5 @ 75%")
    assert ("2021-03-16", title) == (record["date"], record["session"])
    assert [] == rules(record)


def test_the_slug_names_the_day_if_the_title_does_not() -> None:
    """A coach may give every post the same title."""
    assert [("2021-03-16", "Competition")] == dated(read("Competition", "Squat 5x5", slug="march-16-2021-competition"))


def test_the_slug_names_the_weekday_if_the_title_names_none() -> None:
    """It is the next such day."""
    assert [("2021-03-15", "Training")] == dated(read("Training", "Squat 5x5", slug="monday-training"))


@pytest.mark.parametrize("dates", [("3/15/2021", "3/16/2021"), ("2021-03-15", "2021-03-16")])
def test_plain_dates_in_figures_are_headings_of_days(dates: tuple[str, str]) -> None:
    """They need not be bold if each is alone on its line."""
    first, second = dates
    assert [("2021-03-15", first), ("2021-03-16", second)] == dated(
        read("Training", first, "Squat 5x5", second, "Clean 5x5")
    )


def test_a_day_post_never_moves_to_the_next_week() -> None:
    """A Sunday that is named is that Sunday, with and without a heading."""
    assert [("2021-03-14", "Sunday")] == dated(read("Sunday, March 14, 2021", "**Sunday**", "Squat 5x5"))
    assert [("2021-03-14", "March 14, 2021")] == dated(read("March 14, 2021", "Squat 5x5"))
    assert [("2021-03-14", "Sunday")] == dated(read("Workout", "**Sunday**", "Squat 5x5"))


def test_a_weekday_alone_is_the_next_such_day() -> None:
    """It is on or after the publication, whether the title or the one heading names it."""
    assert ["2021-03-22"] == [record["date"] for record in read("Monday", "Squat 5x5", published="2021-03-17")]
    assert ["2021-03-22"] == [record["date"] for record in read("WOD", "**Monday**", "Squat", published="2021-03-17")]


def test_a_list_of_what_each_day_is_about_divides_no_post_for_one_day() -> None:
    """The training below the list belongs to the day in the title."""
    plan = ["This month:", "Monday – squats", "Tuesday – Snatch focus", "Wednesday – long metcon"]
    [record] = read("Monday WOD", *plan, "Back Squat 5x5")
    assert ("2021-03-15", "Monday WOD") == (record["date"], record["session"])
    assert ["Back Squat"] == [each["movement"] for each in record["prescriptions"]]
    week = ["Monday – Snatch 5x2", "Tuesday – Clean 5x2", "Wednesday – Squat 5x5", "Row 3x8"]
    assert ["2021-03-15", "2021-03-16", "2021-03-17"] == [date for date, _ in dated(read("Monday WOD", *week))]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("March 18, 2021", ["**Rest Day**", "Walk for half an hour."]),
        ("Thursday 3/18/21 – Rest Day", ["Walk for half an hour."]),
        ("March 18, 2021", ["Rest day. Walk for half an hour."]),
    ],
)
def test_a_rest_day_is_a_post_too(title: str, lines: list[str]) -> None:
    """Its text prescribes nothing, and its silence is not a finding."""
    [record] = read(title, *lines)
    assert ("2021-03-18", "Rest Day", "Walk for half an hour.", []) == (
        record["date"],
        record["session"],
        record["warm_up"],
        record["findings"],
    )


@pytest.mark.parametrize("lines", [["AM: Rest", "PM: Squat 5x5"], ["AM: Rest", "PM", "Squat 5x5"]])
def test_a_rest_in_the_morning_above_training_is_no_day_of_rest(lines: list[str]) -> None:
    """It is one if nothing is trained in the evening either."""
    assert ["Squat"] == [
        one["movement"] for record in read("March 18, 2021", *lines) for one in record["prescriptions"]
    ]
    for evening in ("PM: Rest", "PM: open gym"):
        assert ["Rest Day"] == [record["session"] for record in read("March 18, 2021", "AM: Rest", evening)]


def test_a_record_says_whether_the_post_names_its_day() -> None:
    """A weekday in a heading and a date in a title name it; a title with neither does not."""
    daily = blog(undated="publication day")
    names = ("Tuesday 3/16/21", "The Open is here")
    assert [False, True] == [read(name, "A. Squat 5x5", by=daily)[0]["dated_by_setting"] for name in names]
    assert not read("The Open is here", "**Monday**", "A. Squat 5x5", by=daily)[0]["dated_by_setting"]


@pytest.mark.parametrize(("undated", "day"), [("publication day", "2021-03-14"), ("day after", "2021-03-15")])
def test_a_setting_may_say_which_day_an_undated_post_is_for(undated: str, day: str) -> None:
    """Nothing in the post names a day."""
    assert [(day, "Grace")] == dated(read("Grace", "Squat 5x5", by=blog(undated=undated)))


def test_an_undated_post_is_refused_with_its_headings_named() -> None:
    """No day is made up for it."""
    with pytest.raises(BadInput, match=r"no day.*`Lifting`"):
        read("Grace", "**Lifting**", "Squat 5x5")


def test_a_dated_week_without_days_is_refused() -> None:
    """A week is not a day."""
    with pytest.raises(BadInput, match="no day"):
        read("March 15-21, 2021", "Squat 5x5")


@pytest.mark.parametrize("title", ["March 16 + 17", "March 16 & 17", "16 + 17 March", "3/16/21 + 3/17/21"])
def test_a_title_with_two_days_names_no_day(title: str) -> None:
    """No one knows which lines belong to the second."""
    with pytest.raises(BadInput, match="no day"):
        read(title, "Squat 5x5")


@pytest.mark.parametrize("title", ["March 16 / March 17", "3/16, 3/17", "March 16 | March 17"])
def test_a_further_day_in_the_title_is_a_finding(title: str) -> None:
    """The first one counts."""
    [record] = read(title, "Squat 5x5")
    assert ("2021-03-16", ["date"]) == (record["date"], rules(record))


@pytest.mark.parametrize(
    "title", ["March 16 + 17 Burpees", "March 16 + 5 rounds", "March 16 + Clean", "March 16, 3/16"]
)
def test_training_in_the_title_is_no_further_day(title: str) -> None:
    """Its number counts something."""
    [record] = read(title, "Squat 5x5")
    assert ("2021-03-16", []) == (record["date"], rules(record))


@pytest.mark.parametrize("mark", [" – ", ": ", " - ", " | "])
def test_dates_before_the_training_of_each_day_are_a_list_of_days(mark: str) -> None:
    """They need no weekday."""
    records = read(
        "Program", f"March 15{mark}Snatch 5x2", f"March 16{mark}Rest", f"March 17{mark}Clean 5x2", "Squat 5x5"
    )
    assert [("2021-03-15", "March 15"), ("2021-03-16", "Rest Day"), ("2021-03-17", "March 17")] == dated(records)
    assert ["Snatch 5x2", "Clean 5x2\nSquat 5x5"] == [record["segment_a"] for record in records if record["segment_a"]]


@pytest.mark.parametrize(
    "lines",
    [
        ["March 15 – Snatch 5x2"],
        ["March 15 – Snatch 5x2", "March 30 – Clean 5x2"],
        ["March 17 – Snatch 5x2", "March 15 – Clean 5x2"],
        ["Squat 5x5", "March 15: Snatch 5x2", "March 16: Clean 5x2"],
        ["March 15: 5x2 @ 80 kg", "March 17: 5x2 @ 85 kg"],
        ["March 15: we meet at 6", "March 17: party"],
    ],
)
def test_dates_that_may_be_those_of_results_or_news_are_no_days(lines: list[str]) -> None:
    """One alone, days that are not of one week in order, dates below training, and sets or words without a movement."""
    with pytest.raises(BadInput, match="no day"):
        read("Program", *lines)


def test_dates_of_other_days_below_a_title_with_its_day_are_no_days() -> None:
    """They may be results."""
    records = read("March 18", "March 15: Snatch 5x2 @ 80 kg", "March 16: Clean 5x2 @ 90 kg", "Squat 5x5")
    assert [("2021-03-18", "March 18")] == dated(records)


def test_numbered_days_need_a_setting() -> None:
    """Without it they are refused, and the sentence names the headings and the setting."""
    page = ("**Day 1**", "A. Squat x 5", "**Day 2**", "A. Row x 5")
    with pytest.raises(BadInput, match=r"`Day 1`, `Day 2`.*`day_numbers`"):
        read("March 15-21, 2021", *page)
    records = read("March 15-21, 2021", *page, by=blog(day_numbers=("Monday", "Wednesday")))
    assert [("2021-03-15", "Day 1"), ("2021-03-17", "Day 2")] == dated(records)
    with pytest.raises(BadInput, match="`Day 2` has a number"):
        read("March 15-21, 2021", *page, by=blog(day_numbers=("Monday",)))


def test_numbered_days_need_a_week_as_well() -> None:
    """The sentence says so if the title names none, and only then."""
    page = ("**Day 1**", "A. Squat x 5", "**Day 2**", "A. Row x 5")
    with pytest.raises(BadInput, match=r"set `day_numbers` in the blog's file and name the week in its title"):
        read("Strength block", *page)
    with pytest.raises(BadInput, match=r"set `day_numbers` in the blog's file\.$"):
        read("March 15-21, 2021", *page)


@pytest.mark.parametrize("title", ["13/25/21", "March 35", "Febtember 3"])
def test_an_invalid_date_is_refused_unless_something_settles_it(title: str) -> None:
    """A heading with its date does, and a setting for undated posts; then it is a finding."""
    with pytest.raises(BadInput, match=title):
        read(title, "Squat 5x5")
    with pytest.raises(BadInput, match=title):
        read(title, "**Monday**", "Squat 5x5")
    [record] = read(title, "**Monday, March 15, 2021**", "Squat 5x5")
    assert ("2021-03-15", ["date"]) == (record["date"], rules(record))
    [record] = read(title, "Squat 5x5", by=blog(undated="publication day"))
    assert ("2021-03-14", ["date"]) == (record["date"], rules(record))


def test_dates_in_headings_win_over_the_title() -> None:
    """A date outside the title's week is a finding."""
    records = read("March 15-21, 2021", "**Monday, March 22**", "Squat 5x5", "**Tuesday, March 23**", "Row 5x5")
    assert ["2021-03-22", "2021-03-23"] == [record["date"] for record in records]
    assert [["date"], ["date"]] == [rules(record) for record in records]


@pytest.mark.parametrize(
    ("title", "heading", "found"),
    [
        ("March 14-20, 2021", "Saturday, March 13", ["date"]),
        ("March 14-20, 2021", "Sunday, March 14", []),
        ("March 14-20, 2021", "Sunday, March 21", []),
        ("March 18-24, 2021", "Wednesday, March 24", []),
        ("March 18-24, 2021", "Thursday, March 25", ["date"]),
    ],
)
def test_a_heading_is_inside_the_named_days_or_their_week(title: str, heading: str, found: list[str]) -> None:
    """A range from the 14th has the week of the 15th, and one from the 18th too; both ends of the range are inside."""
    [record] = read(title, f"**{heading}**", "Squat 5x5")
    assert found == rules(record)


def test_a_date_without_a_year_is_the_one_next_to_the_days_of_the_title() -> None:
    """The post may be published long before."""
    [record] = read("December 28, 2020 – January 3, 2021", "**Friday, January 1**", "Squat 5x5", published="2020-05-01")
    assert "2021-01-01" == record["date"]


@pytest.mark.parametrize("heads", [("3/15", "3/16"), ("15/3", "16/3"), ("March 15", "March 16"), ("15.03.", "16.03.")])
def test_headings_state_dates_in_any_form(heads: tuple[str, str]) -> None:
    """The title says nothing of the week."""
    first, second = (f"**{weekday} {head}**" for weekday, head in zip(("Monday", "Tuesday"), heads, strict=True))
    records = read("Week 3", first, "Squat 5x5", second, "Row 5x5")
    assert ["2021-03-15", "2021-03-16"] == [record["date"] for record in records]


@pytest.mark.parametrize("heading", ["**WOD for 3-16-21:**", "**Workout for Tuesday, March 16**", "WOD 3/16/21:"])
def test_a_date_may_stand_beside_the_name_of_a_part(heading: str) -> None:
    """The title says nothing of the day."""
    [record] = read("See you at the party!", "It starts on the 22nd.", heading, "Squat 5x5")
    assert ("2021-03-16", "Squat 5x5") == (record["date"], record["segment_a"])


def test_a_date_below_the_training_of_another_day_is_not_a_day() -> None:
    """`WOD 3/9/21` is what the lifter may compare to."""
    [record] = read("Tuesday 3/16/21", "Squat 5x5 @ 75%", "**WOD 3/9/21**", "Squat 5x5 @ 70%")
    assert "2021-03-16" == record["date"]


def test_a_date_may_be_the_whole_heading() -> None:
    """No weekday is needed beside it."""
    records = read("Our week", "**March 15, 2021**", "Squat 5x5", "**March 16, 2021**", "Row 5x5")
    assert [("2021-03-15", "March 15, 2021"), ("2021-03-16", "March 16, 2021")] == dated(records)


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Our week", "**3/15**", "**3/16:**"),
        ("Workouts for the week 3/15/21", "**3/15**", "**3/16:**"),
        ("Week of March 15", "**3/15**", "**3/16:**"),
        ("Week of March 15", "3/15", "3/16"),
        ("Training Week 3/15 - 3/21", "3/15", "3/16"),
    ],
)
def test_a_day_and_its_month_are_the_whole_heading(title: str, first: str, second: str) -> None:
    """The second day's training is not put into the first; on plain lines they may be anything if no week is named."""
    records = read(title, first, "Squat 5x5", second, "Row 5x5")
    assert [("2021-03-15", "3/15"), ("2021-03-16", "3/16")] == dated(records)
    [record] = read("Tuesday 3/16/21", "Squat", "3/15", "3/16")
    assert "2021-03-16" == record["date"]
    with pytest.raises(BadInput, match="no day"):
        read("Strength cycle", "Squat", "3/15", "3/16")


@pytest.mark.parametrize(
    ("title", "lines"), [("Week 3", ["**Monday, March 16**", "Squat"]), ("Wednesday 3/16/21", ["Squat 5x5"])]
)
def test_a_weekday_that_contradicts_its_date_is_a_finding(title: str, lines: list[str]) -> None:
    """The date counts."""
    [record] = read(title, *lines)
    assert "2021-03-16" == record["date"]
    assert "weekday" in rules(record)


def test_an_invalid_date_in_a_heading_is_a_finding_or_a_refusal() -> None:
    """The title's week settles it, and without one nothing does."""
    [record] = read("March 15-21, 2021", "**Monday 13/25**", "Squat 5x5")
    assert ("2021-03-15", ["date"]) == (record["date"], [rule for rule in rules(record) if rule != "silent"])
    with pytest.raises(BadInput, match="13/25"):
        read("Week 3", "**Monday 13/25**", "Squat 5x5")


def test_a_year_that_fits_no_better_than_another_is_reported() -> None:
    """A stated year is taken at its word, and is a finding if it is probably the last one's."""
    [record] = read("January 5, 2020", "Squat 5x5", published="2021-01-04")
    assert ("2020-01-05", ["date"]) == (record["date"], rules(record))


def test_a_weekday_is_its_day_in_the_range_of_the_title() -> None:
    """The Sunday of a range that begins with it is that Sunday."""
    page = ("**Sunday**", "Squat 5x5")
    assert ["2021-03-14"] == [r["date"] for r in read("March 14-20, 2021", *page, published="2021-03-12")]
    with pytest.raises(BadInput, match="two weeks, from 2021-03-14 to 2021-03-15"):
        read("March 14-20, 2021", *page, "**Monday**", "Row 5x5", published="2021-03-12")


def test_a_weekday_below_the_training_of_another_day_is_not_a_day() -> None:
    """`Saturday: open gym` is news."""
    records = read("Tuesday 3/16/21", "Squat 5x5 @ 75%", "**Saturday**", "Bring a friend!")
    assert [("2021-03-16", "Tuesday 3/16/21")] == dated(records)


@pytest.mark.parametrize(
    "heading",
    [
        "**Dienstag**",
        "**Heavy Day**",
        "**Heavy Day For Everyone In Here**",
        "Mittwoch",
        "**Mardi**",
        "**L100**",
        "L200",
        "**G2**",
        "T2",
        "**XT300**",
    ],
)
def test_a_heading_that_is_not_understood_puts_nothing_into_the_day_before(heading: str) -> None:
    """The refusal names it."""
    with pytest.raises(BadInput, match=f"`{heading.strip('*')}` is not understood"):
        read("March 15-21, 2021", "**Monday**", "A. Squat 5x5", heading, "A. Row 5x5")


@pytest.mark.parametrize(
    "lines",
    [
        ("**Heavy Day**", "A1. Row 5x5", "A2. Press 5x5"),
        ("**Heavy Day 2**", "A. Row 5x5"),
        ("**Heavy Day For Everyone In This Gym**", "A. Row 5x5"),
        ("**L100**", "A1. Row 5x5", "A2. Press 5x5"),
        ("L100", "B. Row 5x5"),
        ("EMOM10", "A. Row 5x5"),
        ("100", "A. Row 5x5"),
        ("Set2", "A. Row 5x5"),
    ],
    ids=[
        "a superset goes on",
        "a number in it",
        "seven words",
        "a code",
        "the next letter",
        "a clock",
        "digits",
        "a word",
    ],
)
def test_a_line_that_is_not_a_heading_stays_in_its_day(lines: tuple[str, ...]) -> None:
    """The letters below it are its day's."""
    assert [("2021-03-15", "Monday")] == dated(read("March 15-21, 2021", "**Monday**", "A. Squat 5x5", *lines))


def test_a_word_that_begins_as_a_foreign_weekday_is_not_a_heading() -> None:
    """`Mardi Gras` is a party."""
    assert [("2021-03-16", "Tuesday 3/16/21")] == dated(read("Tuesday 3/16/21", "Mardi Gras special!", "Squat 5x5"))


def test_one_line_per_day() -> None:
    """Text after the weekday is the day's work."""
    records = read(
        "March 15-21, 2021",
        "Monday: Back Squat 5x5 @ 75%",
        "Tuesday – Snatch 5x2",
        "Wednesday: Rest",
        "Thursday: Clean",
    )
    assert ["Back Squat 5x5 @ 75%", "Snatch 5x2", "", "Clean"] == [record["segment_a"] for record in records]
    assert ["Monday", "Tuesday", "Rest Day", "Thursday"] == [record["session"] for record in records]


def test_a_day_that_is_only_a_picture_is_a_finding_with_its_words() -> None:
    """The alternative text is kept."""
    [record] = read("Tuesday 3/16/21", '<img src="a.jpg" alt="5x5 back squat">')
    assert ["5x5 back squat"] == record["pictures"]
    assert [("picture", "5x5 back squat")] == [(each["rule"], each["line"]) for each in record["findings"]]


def test_a_training_day_without_any_prescription_is_a_finding() -> None:
    """Nothing is silently empty."""
    [record] = read("Tuesday 3/16/21", "See you at the gym.")
    assert "silent" in rules(record)


def test_half_a_day_of_only_rest_is_no_finding() -> None:
    """A rest beside other words or a picture may hide training."""
    for lines, expected in (
        (("Monday", "AM", "Rest", "PM", "Back Squat 5x5"), []),
        (("Monday", "AM", "Rest", "PM", "Rest"), []),
        (("Monday", "AM", "Rest", "Bring the coach a coffee", "PM", "Back Squat 5x5"), ["silent"]),
        (("Monday", "AM", "Rest", '<img src="a.jpg">', "PM", "Back Squat 5x5"), ["silent"]),
        (("Monday", "AM", "See you at noon", "PM", "Back Squat 5x5"), ["silent"]),
    ):
        records = read("March 15 – 21, 2021", *lines, "Tuesday", "Snatch 5x2")
        assert expected == [rule for record in records for rule in rules(record)]


def test_struck_out_text_is_kept_apart() -> None:
    """It gives no line."""
    [record] = read("Tuesday 3/16/21", "<s>Deadlift 5x5</s>", "Squat 5x5")
    assert (["Deadlift 5x5"], "Squat 5x5") == (record["struck_out"], record["segment_a"])


@pytest.mark.parametrize(
    ("title", "lines", "sentence"),
    [
        ("March 16, 2021", [""], "The post is empty: its page has no text and no picture"),
        ("Tuesday 2/29", ["Squat 5x5"], "`2/29` in the post's title or slug looks like a date, but is not a real day"),
        (
            "March 15-21, 2021",
            ["**Monday 2/29**", "Squat 5x5"],
            "A heading names 29 February, which is not a real date",
        ),
        (
            "mardi 16 mars",
            ["Squat 5x5"],
            "its title `mardi 16 mars` may name one, but its words are of another language",
        ),
        (
            "Program",
            ["**March 8**", "Squat 5x5", "**March 16**", "Row"],
            "lie in two weeks, from 2021-03-08 to 2021-03-16",
        ),
    ],
)
def test_a_post_whose_days_cannot_be_found_is_refused_with_the_reason(
    title: str, lines: list[str], sentence: str
) -> None:
    """The coach sees what is wrong with the post; no day is guessed."""
    with pytest.raises(BadInput, match=re.escape(sentence)):
        read(title, *lines)
