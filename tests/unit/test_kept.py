"""What the site keeps of a week between two renderings, and what the coach changed meanwhile."""

from typing import Any

from tests.sites import MONDAY, edited, kept_of, week_of
from wod.site.kept import Line, changes_between, edits_of

SQUATS = ["A.", "Every 2 minutes, for 10 minutes (5 sets):", "Back Squat x 5 reps @ 77% of 1-RM Back Squat"]
WEEK = week_of({"Monday": SQUATS, "Tuesday": ["A.", "Deadlift x 3 reps @ 80%"]})
LATER = "2021-03-09T18:10:00"


def lighter(record: dict[str, Any]) -> dict[str, Any]:
    """The squats at 70 %."""
    return record | {"segment_a": record["segment_a"].replace("77%", "70%")}


def test_the_first_rendering_has_no_changes() -> None:
    """A week that was never shown cannot differ from what people saw."""
    assert [(), ()] == [session.changes for session in kept_of(WEEK).sessions]


def test_an_edit_keeps_what_stood_there_and_when() -> None:
    """The change is at the line that stands there now; other sessions have none."""
    monday, tuesday = kept_of(WEEK, edited(WEEK, lighter, LATER)).sessions
    assert [("a", 1, "Back Squat x 5 reps @ 77% of 1-RM Back Squat", LATER)] == [
        (change.segment, change.line, change.before, change.when) for change in monday.changes
    ]
    assert () == tuesday.changes
    edits, taken_out = edits_of(monday)
    assert [("a", 1)] == list(edits)
    assert [] == taken_out


def test_the_same_revision_again_keeps_the_same() -> None:
    """A second delivery changes nothing."""
    edit = edited(WEEK, lighter, LATER)
    assert kept_of(WEEK, edit) == kept_of(WEEK, edit, edit)


def test_a_second_edit_leaves_the_first_one_marked() -> None:
    """Each changed line says what stood there before its own change."""
    second = edited(
        edited(WEEK, lighter, LATER), lambda record: record | {"warm_up": "Row x 500 meters"}, "2021-03-10T08:00:00"
    )
    changes = kept_of(WEEK, edited(WEEK, lighter, LATER), second).sessions[0].changes
    assert [("a", LATER), ("", "2021-03-10T08:00:00")] == [(change.segment, change.when) for change in changes]


def test_a_post_that_is_only_read_anew_is_not_changed() -> None:
    """A new version of the reader moves lines about; the coach did not touch them."""
    modified = WEEK.records[0].source.modified_gmt
    assert () == kept_of(WEEK, edited(WEEK, lighter, modified)).sessions[0].changes


def test_a_line_that_was_taken_out_is_kept_beside() -> None:
    """It has no place any more."""

    def without(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_a": record["segment_a"].split("\n")[0]}

    _, taken_out = edits_of(kept_of(WEEK, edited(WEEK, without, LATER)).sessions[0])
    assert ["Back Squat x 5 reps @ 77% of 1-RM Back Squat"] == [edit.before for edit in taken_out]


def test_a_line_that_was_put_in_has_nothing_before() -> None:
    """The lines below it moved, and did not change."""
    before = [Line(segment="a", line=0, text="Snatch"), Line(segment="a", line=1, text="Squat")]
    after = [before[0], Line(segment="a", line=1, text="Pull"), Line(segment="a", line=2, text="Squat")]
    assert [("Pull", "")] == [(change.text, change.before) for change in changes_between(before, after, LATER)]


def test_a_session_that_is_gone_keeps_only_what_calendars_need() -> None:
    """None of its lines stays, for a coach may have withdrawn them; its number grows, so calendars take it out."""
    only_monday = week_of({"Monday": SQUATS}, modified=LATER)
    gone = kept_of(WEEK, only_monday).sessions[1]
    assert gone.removed
    assert ({}, (), 1, LATER) == (gone.texts, gone.lifted, gone.sequence, gone.modified)


def test_a_session_that_comes_back_is_new() -> None:
    """Its number goes on growing."""
    back = kept_of(WEEK, week_of({"Monday": SQUATS}, modified=LATER), WEEK).sessions[1]
    assert (False, 2, ()) == (back.removed, back.sequence, back.changes)


def test_another_posts_session_is_not_compared_with_it() -> None:
    """What a withdrawn post said is not shown as what another one said before."""
    other = edited(WEEK, lighter, LATER)
    records = [
        record.model_copy(update={"source": record.source.model_copy(update={"post_id": 9})})
        for record in other.records
    ]
    kept = kept_of(WEEK, type(WEEK)(other.week, records, other.figures))
    assert [(), ()] == [session.changes for session in kept.sessions]


def test_lifts_are_kept_with_their_percents() -> None:
    """The lift that a percent is of, as the pages of lifts show it."""
    lifted = kept_of(WEEK).sessions[0].lifted
    assert [("Back Squat", 5, 5, 77, 77)] == [
        (one.lift, one.sets, one.reps, one.percent_min, one.percent_max) for one in lifted
    ]
    assert f"{MONDAY}" == kept_of(WEEK).sessions[0].date
