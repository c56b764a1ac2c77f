"""The history of a week between two renderings, and the coach's changes."""

from copy import replace
from datetime import date
from typing import Any

from tests.sites import MONDAY, edited, kept_of, week_of
from wod.site.board import TITLE_LINE
from wod.site.edits import Change, Line, changes_between, edits_of, still_there, with_new
from wod.site.files import StoredWeek
from wod.site.kept_weeks import KeptYear, Lifted

SQUATS = ["A.", "Every 2 minutes, for 10 minutes (5 sets):", "Back Squat x 5 reps @ 77% of 1-RM Back Squat"]
WEEK = week_of({"Monday": SQUATS, "Tuesday": ["A.", "Deadlift x 3 reps @ 80%"]})
LATER = "2021-03-09T18:10:00"


def lighter(record: dict[str, Any]) -> dict[str, Any]:
    """The squats at 70 %."""
    return record | {"segment_a": record["segment_a"].replace("77%", "70%")}


def test_the_first_rendering_has_no_changes() -> None:
    """A week that was never shown cannot differ from what people saw."""
    assert [(), ()] == [session.changes for session in kept_of(WEEK).sessions]


def test_an_edit_keeps_the_earlier_text_and_when() -> None:
    """The change is at the current line; other sessions have none."""
    monday, tuesday = kept_of(WEEK, edited(WEEK, lighter, LATER)).sessions
    assert [("a", 1, "Back Squat x 5 reps @ 77% of 1-RM Back Squat", LATER)] == [
        (change.segment, change.line, change.before, change.when) for change in monday.changes
    ]
    assert () == tuesday.changes
    edits, taken_out = edits_of(monday.changes)
    assert [("a", 1)] == list(edits)
    assert [] == taken_out


def test_the_same_revision_again_keeps_the_same() -> None:
    """A second delivery changes nothing."""
    edit = edited(WEEK, lighter, LATER)
    assert kept_of(WEEK, edit) == kept_of(WEEK, edit, edit)


def test_a_second_edit_leaves_the_first_one_marked() -> None:
    """Each changed line says what was there before its own change."""
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
    """It no longer has a place."""

    def without(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_a": record["segment_a"].split("\n")[0]}

    _, taken_out = edits_of(kept_of(WEEK, edited(WEEK, without, LATER)).sessions[0].changes)
    assert ["Back Squat x 5 reps @ 77% of 1-RM Back Squat"] == [edit.before for edit in taken_out]


def test_a_line_that_was_put_in_has_nothing_before() -> None:
    """The lines below it moved, and did not change."""
    before = [Line(segment="a", line=0, text="Snatch"), Line(segment="a", line=1, text="Squat")]
    after = [before[0], Line(segment="a", line=1, text="Pull"), Line(segment="a", line=2, text="Squat")]
    assert [("Pull", "")] == [(change.text, change.before) for change in changes_between(before, after, LATER)]


def test_a_changed_line_keeps_its_mark_as_long_as_it_is_there() -> None:
    """It is at its new place if a line is put in above it, and loses its mark once it is changed or taken out."""
    moved, gone = (Change(segment="a", line=1, text=text, before="Row", when=LATER) for text in ("Pull", "Press"))
    now = [Line(segment="a", line=number, text=text) for number, text in enumerate(("Jerk", "Snatch", "Pull"))]
    assert [("a", 2, "Pull", "Row")] == [
        (one.segment, one.line, one.text, one.before) for one in still_there([moved, gone], now)
    ]


def test_a_changed_line_that_is_there_twice_keeps_its_own_place() -> None:
    """If the line moves, the mark is at the first of the two."""
    twice = [Line(segment=segment, line=0, text="Row 500 m") for segment in "abc"]
    own = Change(segment="b", line=0, text="Row 500 m", before="Row", when=LATER)
    assert [own] == still_there([own], twice)
    assert [("a", 0)] == [(one.segment, one.line) for one in still_there([replace(own, line=3)], twice)]


def test_a_removed_line_stays_when_a_line_of_its_part_changes() -> None:
    """It has no place that another line could take."""
    before = [Line(segment="a", line=number, text=text) for number, text in enumerate(("Row", "Snatch", "Pull"))]
    removed = changes_between(before, before[:2], LATER)
    changed = changes_between(before[:2], [before[0], replace(before[1], text="Jerk")], "2021-03-10T08:00:00")
    assert [("", "Pull"), ("Jerk", "Snatch")] == [(one.text, one.before) for one in with_new(removed, changed)]


def test_a_session_that_another_reader_no_longer_finds_was_not_taken_out_by_the_coach() -> None:
    """Calendars take it out all the same, and it keeps its level and its post."""
    own = replace(WEEK.records[1], level="Performance", counted=False)
    stored = StoredWeek(WEEK.week, [WEEK.records[0], own], WEEK.figures)
    gone = kept_of(stored, StoredWeek(WEEK.week, WEEK.records[:1], WEEK.figures)).sessions[1]
    assert (True, None, 1) == (gone.removed, gone.taken_out, gone.sequence)
    assert ("Performance", False, own.source.post_id) == (gone.level, gone.counted, gone.post_id)


def test_a_session_that_an_edit_takes_out_keeps_its_name_and_title() -> None:
    """They are shown as what was there before; its number grows, so calendars take it out."""
    gone = kept_of(WEEK, week_of({"Monday": SQUATS}, modified=LATER)).sessions[1]
    assert (True, LATER, LATER) == (gone.removed, gone.taken_out, gone.modified)
    assert ("Tuesday", "Deadlift 3 80 %") == (gone.session, gone.title.replace("\u202f", " "))
    assert ({}, (), 1) == (gone.texts, gone.lifted, gone.sequence)


def withdrawn(week: StoredWeek) -> StoredWeek:
    """The week without its post."""
    return StoredWeek(week.week, [], None)


def test_a_session_whose_post_is_gone_keeps_none_of_its_words() -> None:
    """It may have been withdrawn; the sessions that an edit took out before lose theirs too. Calendars take it
    out, and a post that comes again has the same events."""
    kept = kept_of(WEEK, week_of({"Monday": SQUATS}, modified=LATER), withdrawn(WEEK))
    assert [("", "", None, None)] * 2 == [(one.session, one.title, one.level, one.taken_out) for one in kept.sessions]
    assert [(True, 1), (True, 1)] == [(one.removed, one.sequence) for one in kept.sessions]
    assert kept == kept_of(WEEK, week_of({"Monday": SQUATS}, modified=LATER), withdrawn(WEEK), withdrawn(WEEK))
    back = kept_of(WEEK, withdrawn(WEEK), WEEK).sessions
    assert [one.event_name for one in kept_of(WEEK).sessions] == [one.event_name for one in back]
    assert [(2, False, ()), (2, False, ())] == [(one.sequence, one.removed, one.changes) for one in back]


def test_a_session_that_an_edit_puts_in_is_new() -> None:
    """A change of its heading, with nothing before; those that were there are the same."""
    days = {"Monday": SQUATS, "Tuesday": ["A.", "Deadlift x 3 reps @ 80%"], "Friday": ["A.", "Snatch x 2 reps @ 70%"]}
    monday, _, friday = kept_of(WEEK, week_of(days, modified=LATER)).sessions
    assert () == monday.changes
    assert [("heading", "Friday", "", LATER)] == [
        (one.segment, one.text, one.before, one.when) for one in friday.changes
    ]


def test_a_session_that_another_reader_finds_is_not_new() -> None:
    """The coach has written nothing since. The session of another post is not new either."""
    fewer = StoredWeek(WEEK.week, WEEK.records[:1], WEEK.figures)
    assert () == kept_of(fewer, WEEK).sessions[1].changes
    other = replace(WEEK.records[1], source=replace(WEEK.records[1].source, post_id=9, modified_gmt=LATER))
    assert () == kept_of(fewer, StoredWeek(WEEK.week, [*fewer.records, other], WEEK.figures)).sessions[1].changes


def test_a_session_with_another_heading_is_the_same_one() -> None:
    """Its heading is a changed line, and its event keeps its name."""
    before = kept_of(WEEK).sessions[1]
    days = {"Monday": SQUATS, "Tuesday (Session Two)": ["A.", "Deadlift x 3 reps @ 80%"]}
    _, tuesday = kept_of(WEEK, week_of(days, modified=LATER)).sessions
    assert [("heading", "Tuesday (Session Two)", "Tuesday", LATER)] == [
        (one.segment, one.text, one.before, one.when) for one in tuesday.changes
    ]
    assert (before.event_name, 1) == (tuesday.event_name, tuesday.sequence)


def test_a_session_that_comes_back_after_an_edit_took_it_out_keeps_its_event() -> None:
    """Renamed, taken out and put in again: each is a change of the event of its first heading."""
    tuesday = {"Tuesday (Session Two)": ["A.", "Deadlift x 3 reps @ 80%"]}
    edits = [
        week_of({"Monday": SQUATS} | days, modified=f"2021-03-0{day}T08:00:00")
        for day, days in ((2, tuesday), (3, {}), (4, tuesday))
    ]
    back = kept_of(WEEK, *edits).sessions[1]
    assert (kept_of(WEEK).sessions[1].event_name, 3, False) == (back.event_name, back.sequence, back.removed)
    assert [("heading", "Tuesday (Session Two)", "", "2021-03-04T08:00:00")] == [
        (one.segment, one.text, one.before, one.when) for one in back.changes
    ]


def test_no_two_sessions_of_a_day_have_one_event() -> None:
    """A session that gets the heading that another one had before is a new one."""
    tuesday = ["A.", "Deadlift x 3 reps @ 80%"]
    renamed = week_of({"Monday": SQUATS, "Tuesday (Session Two)": tuesday}, modified=LATER)
    both = week_of(
        {"Monday": SQUATS, "Tuesday (Session Two)": tuesday, "Tuesday": SQUATS}, modified="2021-03-10T08:00:00"
    )
    kept = kept_of(WEEK, renamed, both)
    assert 3 == len({(one.date, one.event_name) for one in kept.sessions})
    assert kept == kept_of(WEEK, renamed, both, both)


def test_the_title_of_a_segment_is_a_line() -> None:
    """Its earlier text is kept like that of any other."""

    def strength(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_titles": {"a": "A. Strength"}}

    def power(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_titles": {"a": "A. Power"}}

    titled = edited(WEEK, strength, WEEK.records[0].source.modified_gmt)
    monday = kept_of(titled, edited(titled, power, LATER)).sessions[0]
    assert [("a", TITLE_LINE, "A. Strength")] == [(one.segment, one.line, one.before) for one in monday.changes]


def test_a_session_that_comes_back_is_new() -> None:
    """Its number goes on growing."""
    back = kept_of(WEEK, week_of({"Monday": SQUATS}, modified=LATER), WEEK).sessions[1]
    assert (False, 2, ()) == (back.removed, back.sequence, back.changes)


def test_another_posts_session_is_not_compared_with_it() -> None:
    """The text of a withdrawn post is not shown as the earlier text of another one."""
    other = edited(WEEK, lighter, LATER)
    records = [replace(record, source=replace(record.source, post_id=9)) for record in other.records]
    kept = kept_of(WEEK, type(WEEK)(other.week, records, other.figures))
    assert [(), ()] == [session.changes for session in kept.sessions]


def test_lifts_are_kept_with_their_percents() -> None:
    """The lift that a percent is of, as the pages of lifts show it."""
    lifted = kept_of(WEEK).sessions[0].lifted
    assert [("Back Squat", 5, 5, 77, 77)] == [
        (one.lift, one.sets, one.reps, one.percent_min, one.percent_max) for one in lifted
    ]
    assert f"{MONDAY}" == kept_of(WEEK).sessions[0].date


def test_the_title_of_a_session_has_its_heavy_lifts() -> None:
    """Beside them other lifts without a load are left out, except squats and deadlifts; alone they are the title."""
    lines = ["A.", "Clean Pull 3x3", "B.", "Snatch 3x2 @ 70%", "C.", "Back Squat 5x5", "D.", "Ring Rows 3x12"]
    week = week_of({"Monday": lines, "Tuesday": ["A.", "Clean Pull 3x3", "B.", "Ring Rows 3x12"]})
    titles = [session.title.replace("\u202f", " ") for session in kept_of(week).sessions]
    assert ["Snatch 3×2 70 %, Back Squat 5×5", "Clean Pull 3×3"] == titles


def test_a_removed_line_stays_in_the_history_if_the_title_of_its_segment_changes() -> None:
    """The title is another line, and its change replaces no removal."""

    def strength(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_titles": {"a": "A. Strength"}}

    def shorter(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_a": record["segment_a"].split("\n")[0]}

    def power(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_titles": {"a": "A. Power"}}

    titled = edited(WEEK, strength, WEEK.records[0].source.modified_gmt)
    cut = edited(titled, shorter, LATER)
    changes = kept_of(titled, cut, edited(cut, power, "2021-03-10T08:00:00")).sessions[0].changes
    removed = "Back Squat x 5 reps @ 77% of 1-RM Back Squat"
    assert [("", removed), ("A. Power", "A. Strength")] == [(one.text, one.before) for one in changes]


def test_a_long_name_is_cut_in_a_title() -> None:
    """A title has room for forty characters of a name, the last of which is an ellipsis."""
    name = "Paused Clean Grip Segment Deadlift + Hang Power Clean"
    title = kept_of(week_of({"Monday": ["A.", f"{name} 5x3"]})).sessions[0].title
    assert f"{name[:39]}… 5×3" == title


def test_tests_are_kept_and_sets_without_percents_are_not() -> None:
    """The page of a lift shows what a lifter's maximum decides, and where it was tested."""
    lines = ["A.", "In 20 minutes, establish a 1-RM Snatch", "B.", "Front Squat 5x3", "C.", "Back Squat 5x5 @ 100 kg"]
    lifted = kept_of(week_of({"Monday": lines})).sessions[0].lifted
    assert [("Snatch", 1, None)] == [(one.lift, one.rep_max_test, one.percent_min) for one in lifted]


def test_a_year_gives_its_weeks_by_their_numbers() -> None:
    """They are in order, each once; a week that was never kept is None."""
    later = kept_of(week_of({"Monday": SQUATS}, monday=date(2021, 3, 15)))
    first, again = kept_of(WEEK), kept_of(WEEK, edited(WEEK, lighter, LATER))
    year = KeptYear(year=2021, weeks=[]).with_week(later).with_week(first).with_week(again)
    assert [again, later] == year.weeks
    assert [None, again, later, None] == [year.week(number) for number in (9, 10, 11, 12)]


def test_a_range_of_percents_counts_as_its_middle() -> None:
    """One bound alone is the middle; without any there is none."""

    def middle(fewest: float | None, most: float | None) -> float | None:
        lifted = Lifted(lift="Snatch", movement="Snatch", sets=3, reps=2, percent_min=fewest, percent_max=most)
        return lifted.mean_percent

    assert (75.0, 80.0, 70.0, None) == (middle(70, 80), middle(None, 80), middle(70, None), middle(None, None))
