"""The sessions in a calendar, as another library reads it."""

from copy import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import vobject

from tests.sites import edited, kept_of, week_of
from wod.blog import Blog, load_blog
from wod.site.calendars import calendar_of
from wod.site.kept_weeks import KeptWeek
from wod.site.words import words_of

BLOG = load_blog("invictus")
WEEK = week_of(
    {
        "Monday (Session One)": [
            "Warm-Up:",
            "Row x 500 meters",
            "A)",
            "Every 2 minutes, for 16 minutes (8 sets):",
            "Snatch",
            "*Sets 1-4 = 2 reps @ 70% of 1-RM Snatch",
            "*Sets 5-8 = 2 reps @ 82% of 1-RM Snatch",
            "B)",
            "Five sets of:",
            "Back Squat x 5 reps",
        ],
        "Tuesday": ["A)", "Deadlift x 3 reps @ 80%"],
    }
)
LATER = "2021-03-09T18:10:00"


def events(kept: KeptWeek, blog: Blog = BLOG) -> list[Any]:
    calendar = vobject.readOne(calendar_of("Training", [kept], blog, words_of(blog.language_name)).decode())
    return list(calendar.vevent_list)


def test_an_event_says_what_is_lifted() -> None:
    """The title has the lifts, the body the coach's lines under their letters."""
    monday = events(kept_of(WEEK))[0]
    assert "Snatch 70–82 %, Back Squat 5×5" == monday.summary.value.replace("\u202f", " ")
    assert "Warm-up\nRow x 500 meters\n\nA\nEvery 2 minutes" in monday.description.value
    assert "CONFIRMED" == monday.status.value


def test_an_event_lasts_all_day() -> None:
    """The end of an event of one day is the day after."""
    monday = events(kept_of(WEEK))[0]
    assert (date(2021, 3, 8), date(2021, 3, 9)) == (monday.dtstart.value, monday.dtend.value)


def test_a_blog_may_say_when_its_sessions_begin() -> None:
    """They are in its time zone, and last as long as the session states, or an hour and a half if it states nothing."""
    monday, tuesday = events(kept_of(WEEK), replace(BLOG, session_time="18:00"))
    pacific = ZoneInfo("America/Los_Angeles")
    assert datetime(2021, 3, 8, 18, tzinfo=pacific) == monday.dtstart.value
    assert datetime(2021, 3, 8, 18, 16, tzinfo=pacific) == monday.dtend.value
    assert datetime(2021, 3, 9, 19, 30, tzinfo=pacific) == tuesday.dtend.value


def test_an_edit_keeps_the_event_and_raises_its_number() -> None:
    """The name stays, so that the calendar changes the event that it has."""

    def lighter(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_a": record["segment_a"].replace("82%", "80%")}

    before, after = events(kept_of(WEEK))[0], events(kept_of(WEEK, edited(WEEK, lighter, LATER)))[0]
    assert before.uid.value == after.uid.value
    assert ["0", "1"] == [before.sequence.value, after.sequence.value]
    assert datetime(2021, 3, 9, 18, 10, tzinfo=UTC) == after.last_modified.value


def test_a_session_that_was_taken_out_is_cancelled() -> None:
    """A calendar that has it removes it."""
    monday_only = week_of({"Monday (Session One)": ["A)", "Snatch x 2 reps @ 70%"]}, modified=LATER)
    tuesday = events(kept_of(WEEK, monday_only))[1]
    assert ("CANCELLED", "1", date(2021, 3, 9)) == (tuesday.status.value, tuesday.sequence.value, tuesday.dtstart.value)


def test_sessions_have_names_of_their_own() -> None:
    """Two sessions of a day are two events, and so are those of two blogs."""
    kept = kept_of(week_of({"Monday (AM)": ["A)", "Snatch x 2 reps"], "Monday (PM)": ["A)", "Clean x 2 reps"]}))
    other = replace(BLOG, url="https://other.example")
    names = [event.uid.value for blog in (BLOG, other) for event in events(kept, blog)]
    assert 4 == len(set(names))
