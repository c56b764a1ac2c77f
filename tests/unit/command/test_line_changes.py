"""The differences of two readings of the same sessions, line by line."""

from datetime import date
from typing import Any

import msgspec

from tests.weeks import week_of
from wod_cli.posts.line_changes import Sessions, changes, count_lines

MONDAY = date(2021, 3, 8)
SQUATS = ["A.", "Every 2 minutes, for 10 minutes (5 sets):", "Back Squat x 5 reps @ 70% of 1-RM Back Squat"]


def sessions(days: dict[str, list[str]], version: str = "1") -> Sessions:
    records = [msgspec.to_builtins(record) for record in week_of(MONDAY, days, version=version)]
    return {(record["date"], record["session"]): record for record in records}


def changes_of(before: Sessions, after: Sessions) -> list[tuple[str, str, Any, Any]]:
    return [(one.kind, one.text, one.before, one.after) for one in changes(before, after)]


def test_the_same_has_no_change() -> None:
    """This holds for any content."""
    assert [] == changes_of(sessions({"Monday": SQUATS}), sessions({"Monday": SQUATS}))


def test_each_kind_of_reading_is_distinguished() -> None:
    """A line whose sets and percents are read otherwise has two changes, and is one line."""
    before, after = sessions({"Monday": SQUATS}), sessions({"Monday": SQUATS})
    after["2021-03-08", "Monday"]["prescriptions"][0] |= {"sets": 6, "percent_min": 75.0}
    found = list(changes(before, after))
    assert [("percent", {"percent_min": 70.0}, {"percent_min": 75.0}), ("sets", {"sets": 5}, {"sets": 6})] == [
        (one.kind, one.before, one.after) for one in found
    ]
    assert 1 == len({one.line for one in found})
    assert {(2021, 10)} == {one.week for one in found}


def test_a_line_that_came_moves_no_other() -> None:
    """The lines below it are compared with themselves."""
    before = sessions({"Monday": SQUATS})
    after = sessions({"Monday": [*SQUATS[:2], "Rest as needed", SQUATS[2]]})
    assert ("text", "Rest as needed", None, "Rest as needed") in changes_of(before, after)
    assert "movement" not in {kind for kind, *_ in changes_of(before, after)}


def test_a_session_that_came_or_went_counts_its_lines() -> None:
    """Each of them is a change; a day without lines is one."""
    one, two = sessions({"Monday": SQUATS}), sessions({"Monday": SQUATS, "Tuesday": ["Rest Day"]})
    assert 2 == count_lines(one)
    assert ["session added"] == [kind for kind, *_ in changes_of(one, two)]
    assert ["session removed"] * 2 == [kind for kind, *_ in changes_of(one, {})]


def test_kinds_of_lines_and_findings_have_changes_of_their_own() -> None:
    """This holds even if the prescriptions are the same."""
    before, after = sessions({"Monday": SQUATS}), sessions({"Monday": SQUATS})
    record = after["2021-03-08", "Monday"]
    record["lines"][1]["kind"] = "note"
    record["findings"] = [{"rule": "note", "segment": "a", "line": SQUATS[2], "message": "Look."}]
    assert [
        ("kind of line", SQUATS[2], "movement", "note"),
        ("finding new", SQUATS[2], None, "note: Look."),
    ] == changes_of(before, after)


def test_lineage_is_a_kind_of_its_own_where_nothing_else_differs() -> None:
    """The difference says what of it differs."""
    found = changes_of(sessions({"Monday": SQUATS}), sessions({"Monday": SQUATS}, version="2"))
    assert [("lineage only", "", {"bronze_version_id": "1"}, {"bronze_version_id": "2"})] == found


def test_a_change_names_its_post() -> None:
    """A change has the id and the slug of its post."""
    (change,) = changes({}, sessions({"Tuesday": ["Rest Day"]}))
    assert ("1", "week-of-2021-03-08") == change.post
