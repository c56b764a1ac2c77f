"""The news of a week, compared with what was announced before."""

from copy import replace
from datetime import date, timedelta

import pytest

from tests.weeks import week_of
from wod.announcing.items import Item
from wod.announcing.news import NOTHING, Announced, DayNews, differences, news_of
from wod.announcing.words import words_of
from wod.models import SessionRecord

MONDAY = date(2021, 3, 8)
TUESDAY, WEDNESDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 4))
SUNDAY_BEFORE, SUNDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=6)
SQUATS = ["A.", "5 sets of:", "Back Squat x 5 reps @ 70%"]
PULLS = ["A.", "5 sets of:", "Clean Pull x 3 reps"]
DAYS = {"Monday": SQUATS, "Wednesday": PULLS, "Thursday (Rest Day)": ["Go for a walk."], "Friday": SQUATS}
WEEK = week_of(MONDAY, DAYS)

type Records = list[SessionRecord]


def announced(records: Records, today: date = SUNDAY_BEFORE, before: Announced = NOTHING) -> Announced:
    """Return the announced state of the week after these records."""
    return news_of(before, records, today, words_of("en"))[1]


def news(records: Records, before: Announced, today: date = SUNDAY_BEFORE) -> list[DayNews]:
    return news_of(before, records, today, words_of("en"))[0]


def dates(found: list[DayNews]) -> list[date]:
    return [day.date for day in found]


def edited(**days: list[str]) -> Records:
    """Return the week after an edit of the post."""
    return week_of(MONDAY, {day: lines for day, lines in (DAYS | days).items() if lines}, version="2")


def test_a_week_that_was_never_announced_is_ready() -> None:
    """Its training days are news; a day of rest is not."""
    found = news(WEEK, NOTHING)
    assert [MONDAY, WEDNESDAY, FRIDAY] == dates(found)
    assert {"ready"} == {day.kind for day in found}


def test_of_a_week_that_comes_late_only_what_is_not_over_is_ready() -> None:
    """Today is not over."""
    assert [WEDNESDAY, FRIDAY] == dates(news(WEEK, NOTHING, today=WEDNESDAY))


@pytest.mark.parametrize(
    ("today", "records"),
    [
        (SUNDAY_BEFORE, WEEK),
        (SUNDAY_BEFORE, week_of(MONDAY, DAYS, version="2")),
        (SUNDAY_BEFORE, []),
        (SUNDAY_BEFORE, week_of(MONDAY, {"Thursday (Rest Day)": ["Go for a walk."]}, version="2")),
        (SUNDAY_BEFORE, edited(**{"Thursday (Rest Day)": ["Sleep."]})),
        (TUESDAY, edited(Monday=PULLS)),
        (SUNDAY, edited(Monday=PULLS, Friday=PULLS)),
        (SUNDAY + timedelta(days=300), edited(Monday=PULLS)),
    ],
    ids=[
        "the same event again",
        "the same post under a new version",
        "an emptied week",
        "a week of which only rest is left",
        "an edit of a day of rest",
        "an edit of a day that is over",
        "an edit when all training is over",
        "an edit of a past week",
    ],
)
def test_a_change_without_effect_on_training_to_come_is_not_announced(today: date, records: Records) -> None:
    """An announced week is not announced again."""
    assert [] == news(records, announced(WEEK), today)


def test_a_past_week_that_was_never_announced_is_not_news() -> None:
    """A backfill of past weeks announces nothing."""
    assert [] == news(WEEK, NOTHING, today=SUNDAY + timedelta(days=1))


def test_an_edit_of_a_day_to_come_is_a_change_with_what_was_there() -> None:
    """Only the edited day is news, and it has what people think it is."""
    (day,) = news(edited(Wednesday=SQUATS), announced(WEEK))
    assert (WEDNESDAY, "changed") == (day.date, day.kind)
    assert (["Clean Pull"], ["Back Squat"]) == (
        [one.name for one in day.before or []],
        [one.name for one in day.after or []],
    )


def test_a_day_that_an_edit_takes_out_is_a_change() -> None:
    """It may be gone, or be a day of rest now."""
    gone = edited(Wednesday=[])
    rest = week_of(MONDAY, {"Monday": SQUATS, "Wednesday (Rest Day)": ["Sleep."], "Friday": SQUATS}, version="2")
    for records in (gone, rest):
        (day,) = news(records, announced(WEEK))
        assert (WEDNESDAY, None, "changed") == (day.date, day.after, day.kind)


def test_a_day_that_an_edit_adds_is_a_change() -> None:
    """Its post was announced without it."""
    (day,) = news(edited(Saturday=PULLS), announced(WEEK))
    assert (None, "changed") == (day.before, day.kind)


def test_a_day_of_another_post_is_ready() -> None:
    """On a blog with a post for each day, each day is news of its own; so is a second post for a day."""
    monday = week_of(MONDAY, {"Monday": SQUATS}, post=1)
    tuesday = week_of(MONDAY, {"Tuesday": PULLS}, post=2)
    (day,) = news(monday + tuesday, announced(monday))
    assert (TUESDAY, "ready") == (day.date, day.kind)


def test_a_day_that_another_post_replaces_is_a_change() -> None:
    """People know the day with other training."""
    monday = announced(week_of(MONDAY, {"Monday": SQUATS}, post=1))
    (day,) = news(week_of(MONDAY, {"Monday": PULLS}, post=2), monday)
    assert (MONDAY, "changed") == (day.date, day.kind)


def test_a_change_of_words_alone_is_a_change() -> None:
    """A note of the coach may say that a session is not to be done as it stands."""
    (day,) = news(edited(Monday=[*SQUATS, "*Keep the bar close."]), announced(WEEK))
    assert day.before == day.after


def test_a_change_of_a_title_or_of_a_line_of_any_part_is_a_change() -> None:
    """The amounts of both parts stay."""
    parts = ["A. Strength", *SQUATS[1:], "B. Pulls", *PULLS[1:]]
    before = announced(week_of(MONDAY, {"Monday": parts}))
    for written, instead in (("A. Strength", "A. Power"), ("B. Pulls", "B. Pulls from the floor")):
        lines = [instead if line == written else line for line in parts]
        assert [MONDAY] == dates(news(week_of(MONDAY, {"Monday": lines}, version="2"), before))
    noted = [*parts[:3], "*Keep the bar close.", *parts[3:]]
    assert [MONDAY] == dates(news(week_of(MONDAY, {"Monday": noted}, version="2"), before))


def test_the_training_of_today_is_remembered() -> None:
    """An edit during the day is a change of it, and no new training."""
    in_the_morning = announced(WEEK, today=MONDAY)
    (day,) = news(edited(Monday=[*SQUATS, "*Keep the bar close."]), in_the_morning, today=MONDAY)
    assert (MONDAY, "changed") == (day.date, day.kind)
    assert day.before == day.after


def test_another_reading_of_the_same_version_is_not_news() -> None:
    """A new version of the pipeline takes lines for other parts, reads other numbers or another day; the coach wrote
    nothing."""
    other = week_of(MONDAY, {"Monday": ["Back Squat"], "Tuesday": PULLS})
    assert [] == news(other, announced(WEEK))


def test_another_reading_is_remembered() -> None:
    """The next edit is compared with what the pipeline reads now."""
    other = week_of(MONDAY, DAYS | {"Monday": PULLS})
    before = announced(other, before=announced(WEEK))
    assert [] == news(week_of(MONDAY, DAYS | {"Monday": PULLS}, version="2"), before)


def test_lines_that_pass_to_another_part_are_the_same_training() -> None:
    """A dropped copy after a new version of the pipeline has another version and another reading."""
    apart = week_of(MONDAY, DAYS, version="2")
    joined = [
        replace(record, segment_a="", warm_up=record.segment_a) if record.segment_a else record for record in apart
    ]
    assert [] == news(joined, announced(WEEK))


def test_a_renamed_session_is_the_same_training() -> None:
    """A heading that is corrected moves no bar."""
    renamed = {"Monday (Session One)" if day == "Monday" else day: lines for day, lines in DAYS.items()}
    assert [] == news(week_of(MONDAY, renamed, version="2"), announced(WEEK))


def test_a_withdrawn_week_that_comes_back_is_not_news() -> None:
    """Its removal was never announced; a difference in it is announced as a change."""
    before = announced([], before=announced(WEEK))
    assert [] == news(week_of(MONDAY, DAYS, version="3"), before)
    assert [MONDAY] == dates(news(edited(Monday=PULLS), before))


def test_an_edit_that_is_taken_back_is_a_change_back() -> None:
    """People have to hear that the first training holds again."""
    before = announced(edited(Monday=PULLS), before=announced(WEEK))
    (day,) = news(week_of(MONDAY, DAYS, version="3"), before)
    assert ["Back Squat"] == [item.name for item in day.after or []]


def test_days_that_are_over_are_forgotten() -> None:
    """Only what is not over can still be news, so nothing else is kept."""
    assert ["2021-03-10", "2021-03-12"] == [day.date for day in announced(WEEK, today=TUESDAY).days]


def test_differences_are_in_the_order_of_the_day_and_removed_movements_come_last() -> None:
    """A movement that a day has twice is compared with itself, the first with the first."""
    before = [("Squat", "5x5"), ("Pull", "x3"), ("Pull", "x2")]
    after = [("Pull", "x4"), ("Pull", "x2"), ("Press", "3x5")]
    was, now = ([Item(name=name, amount=amount, rank=0) for name, amount in day] for day in (before, after))
    assert [(was[1], now[0]), (None, now[2]), (was[0], None)] == differences(was, now)
