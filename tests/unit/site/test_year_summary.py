"""The summary of a year for the pages of all weeks."""

from copy import replace
from datetime import timedelta

from tests.sites import MONDAY, kept_of, week_of
from wod.site.files import StoredWeek
from wod.site.kept_weeks import KeptYear
from wod.site.year_summary import KnownYear, KnownYears, summary_of

WEEK = week_of({"Monday": ["A.", "Back Squat 5x5 @ 62%"], "Tuesday": ["A.", "Deadlift 3x3 @ 80%"]})
LATER = week_of({"Monday": ["A.", "Back Squat 5x3 @ 72%"]}, MONDAY + timedelta(weeks=1))
YEAR = KeptYear(year=2021, weeks=[kept_of(WEEK), kept_of(LATER, StoredWeek(LATER.week, [], None))])
SUMMARY = summary_of(YEAR)
KNOWN = KnownYears(linked=[2020, 2021], years={2021: KnownYear(history="h", summary=SUMMARY, page="p")})


def test_a_week_without_sessions_is_in_the_history_and_not_shown() -> None:
    """Calendars cancel what it had, and lifts and levels have nothing of it."""
    assert ([10, 11], [10]) == (SUMMARY.weeks, SUMMARY.shown)
    assert {"Back Squat": 1, "Deadlift": 1} == {name: lift.count for name, lift in SUMMARY.lifts.items()}


def test_each_level_is_named_once() -> None:
    """They are in order; a session without one adds none."""
    levels = ["Performance", "Fitness", None, "Fitness"]
    records = [replace(WEEK.records[0], session=f"Monday {number}", level=one) for number, one in enumerate(levels)]
    year = KeptYear(year=2021, weeks=[kept_of(StoredWeek(WEEK.week, records, None))])
    assert ["Fitness", "Performance"] == summary_of(year).levels


def test_a_summary_is_known_only_of_its_history() -> None:
    """Another version of the year is read."""
    assert (SUMMARY, None, None) == (KNOWN.summary(2021, "h"), KNOWN.summary(2021, "i"), KNOWN.summary(2020, "h"))


def test_a_page_is_known_only_of_its_history_and_its_links() -> None:
    """A year that comes or goes changes the pages of all."""
    linked = [2020, 2021]
    assert ("p", "", "") == (
        KNOWN.page(2021, "h", linked),
        KNOWN.page(2021, "i", linked),
        KNOWN.page(2020, "h", linked),
    )
    assert "" == KNOWN.page(2021, "h", [2021])
