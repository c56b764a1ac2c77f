"""The days and sessions of a week: training and rest, clocks and tests, levels, optional sessions, posts.

The numbers were worked out with a pencil, from docs/metrics.md.
"""

from typing import Any

import msgspec

from tests.figures import (
    MONDAY,
    SILVER_KEY,
    TUESDAY,
    WEDNESDAY,
    ask,
    attempt,
    figures,
    load,
    named,
    record,
    reps,
    zones,
)
from wod.figures.shapes import WeekFigures

# Days, sessions, clocks


def test_each_date_of_the_week_is_for_training_for_rest_or_missing() -> None:
    """Two sessions on one day are one training day; a rest day is not a session."""
    found = figures(
        record(MONDAY, session="Monday (AM)"),
        record(MONDAY, session="Monday (PM)"),
        record(TUESDAY, session="Rest Day"),
        record("2021-06-13", session="Sunday"),
    )
    assert {
        "training": [MONDAY, "2021-06-13"],
        "rest": [TUESDAY],
        "missing": [WEDNESDAY, "2021-06-10", "2021-06-11", "2021-06-12"],
    } == found["days"]
    assert 3 == found["totals"]["sessions"]
    assert ["Monday (AM)", "Monday (PM)", "Sunday"] == [session["session"] for session in found["sessions"]]
    assert [MONDAY, MONDAY, "2021-06-13"] == [session["date"] for session in found["sessions"]]


def test_two_posts_may_rest_on_one_day() -> None:
    """Two rest days are not a session; a session beside a rest day makes the date one for training."""
    rest = record(MONDAY, session="Rest Day"), record(MONDAY, session="Rest Day [masters]", post=2)
    assert ([MONDAY], []) == tuple(figures(*rest)["days"][name] for name in ("rest", "training"))
    mixed = record(MONDAY, session="Rest Day"), record(MONDAY, session="Monday", post=2)
    assert ([], [MONDAY]) == tuple(figures(*mixed)["days"][name] for name in ("rest", "training"))


def test_a_rest_day_that_prescribes_something_is_a_session() -> None:
    """No prescription is left out of the sessions because of a heading."""
    found = figures(record(MONDAY, ask(sets=2), session="Rest Day"))
    assert ([MONDAY], 1, 2) == (
        found["days"]["training"],
        found["totals"]["sessions"],
        found["totals"]["volume"]["sets"],
    )


def test_an_empty_week_has_no_session_and_misses_seven_days() -> None:
    """A week whose post moved away is a valid object of figures in which nothing is stated."""
    found = figures()
    msgspec.convert(found, WeekFigures)
    assert ([], 0, 7) == (found["sessions"], found["totals"]["sessions"], len(found["days"]["missing"]))
    assert (None, None) == (found["totals"]["segments_per_session"], found["totals"]["volume"]["minutes"])
    assert (0, None, {}) == (
        found["totals"]["volume"]["prescriptions"],
        found["totals"]["volume"]["sets"],
        zones(found["totals"]["volume"]),
    )


def test_segments_are_counted_where_they_have_text() -> None:
    """Three segments in two sessions are 1.5 a session; the sixth letter counts like any other."""
    found = figures(
        record(MONDAY, segment_a="Snatch", segment_f="Row"), record(TUESDAY, segment_a="Clean", segment_f="")
    )
    assert [2, 1] == [session["segments"] for session in found["sessions"]]
    assert (3, 1.5) == (found["totals"]["segments"], found["totals"]["segments_per_session"])


def test_the_clock_of_a_block_counts_once() -> None:
    """Two set lines share twelve minutes; another block has 4:30 of its own; work without a clock adds nothing."""
    found = figures(
        record(
            MONDAY,
            ask(first_set=1, last_set=1, total_seconds=720),
            ask(first_set=2, last_set=2, total_seconds=720),
            ask("Back Squat", block=2, total_seconds=270),
            ask(segment="b"),
        ),
        record(TUESDAY, ask(total_seconds=720)),
        record(WEDNESDAY, ask()),
    )
    assert [16.5, 12.0, None] == [session["volume"]["minutes"] for session in found["sessions"]]
    assert 28.5 == found["totals"]["volume"]["minutes"]
    assert {"snatch": 24.0, "squat": 4.5} == named(found["totals"]["families"], "minutes")


def test_a_test_adds_its_clock_but_no_sets_and_repetitions() -> None:
    """A 1-RM in twenty minutes is a test of the week, of its session, its family and its lift."""
    found = figures(record(MONDAY, attempt("Back Squats", total_seconds=1200), session="Monday"))
    assert [{"date": MONDAY, "session": "Monday", "movement": "Back Squat", "rep_max": 1}] == found["tests"]
    totals = found["totals"]
    for each in (
        totals["volume"],
        found["sessions"][0]["volume"],
        totals["families"][0]["volume"],
        totals["lifts"][0]["volume"],
    ):
        assert (1, 20.0, 0, None, None) == tuple(
            each[name] for name in ("tests", "minutes", "prescriptions", "sets", "reps_min")
        )


def test_a_test_of_something_unknown_has_its_name_as_written() -> None:
    """The catalogue has no say in what is tested."""
    tests = figures(record(MONDAY, attempt("Zercher Yoke Waltz", 5)))["tests"]
    assert [("Zercher Yoke Waltz", 5)] == [(each["movement"], each["rep_max"]) for each in tests]


# Levels and optional sessions


def test_a_level_that_is_not_counted_is_only_among_the_sessions() -> None:
    """If two levels have 6 and 20 repetitions the week has 6; its clocks, tests and names are of the first level."""
    found = figures(
        record(MONDAY, ask(sets=3, **reps(2, 2), **load(80)), session="Monday – Performance", level="Performance"),
        record(
            MONDAY,
            ask("Goblet Squat", sets=2, **reps(10, 10), **load(90), total_seconds=600),
            attempt("Deadlift"),
            session="Monday – Fitness",
            level="Fitness",
            counted=False,
            segment_a="Goblet Squat",
        ),
    )
    totals = found["totals"]
    assert (1, 0, 6, 80.0, None, 0) == (
        totals["sessions"],
        totals["segments"],
        *(totals["volume"][name] for name in ("reps_min", "top_percent", "minutes", "tests")),
    )
    assert {"snatch": 6} == named(totals["families"], "reps_min")
    assert {"Snatch": 6} == named(totals["lifts"], "reps_min") == named(totals["movements"], "reps_min")
    assert [] == found["tests"]
    assert (0, 0) == (totals["optional"]["sessions"], totals["optional"]["volume"]["prescriptions"])
    assert [("Fitness", False, False, 1, 20), ("Performance", True, False, 0, 6)] == [
        (*(each[name] for name in ("level", "counted", "optional", "segments")), each["volume"]["reps_min"])
        for each in found["sessions"]
    ]


def test_an_optional_session_is_counted_apart() -> None:
    """Its two segments and twelve repetitions are in `optional`, and neither in the week's sum nor in its names."""
    found = figures(
        record(MONDAY, ask(sets=3, **reps(2, 2)), session="Session One"),
        record(
            MONDAY,
            ask("Row", sets=4, **reps(3, 3), total_seconds=300),
            attempt("Deadlift"),
            session="Session Two",
            optional=True,
            segment_a="Row",
            segment_b="Deadlift",
        ),
    )
    totals, optional = found["totals"], found["totals"]["optional"]
    assert (1, 6, 0, None) == (
        totals["sessions"],
        *(totals["volume"][name] for name in ("reps_min", "tests", "minutes")),
    )
    assert {"snatch": 6} == named(totals["families"], "reps_min")
    assert [] == found["tests"]
    assert (1, 2, 12, 1, 5.0) == (
        optional["sessions"],
        optional["segments"],
        *(optional["volume"][name] for name in ("reps_min", "tests", "minutes")),
    )
    assert [False, True] == [each["optional"] for each in found["sessions"]]


def test_an_optional_rest_day_is_not_optional_training() -> None:
    """It prescribes nothing."""
    assert 0 == figures(record(MONDAY, session="Rest Day", optional=True))["totals"]["optional"]["sessions"]


def test_an_optional_level_that_is_not_counted_is_not_even_optional() -> None:
    """It is an alternative to something that is counted, so it adds to no sum."""
    found = figures(record(MONDAY, ask(), level="Fitness", counted=False, optional=True))
    assert (0, 0) == (found["totals"]["sessions"], found["totals"]["optional"]["sessions"])
    assert (None, None) == (
        found["totals"]["volume"]["sets"],
        found["totals"]["optional"]["volume"]["sets"],
    )


def test_a_day_with_an_optional_session_is_for_training() -> None:
    """The days list what a lifter may come for."""
    assert [MONDAY] == figures(record(MONDAY, ask(), optional=True))["days"]["training"]


def test_the_comparison_leaves_out_what_the_totals_leave_out() -> None:
    """The other level and the optional session of either week do not count: the comparison is of two sets and three."""
    others: list[dict[str, Any]] = [{"level": "Fitness", "counted": False}, {"optional": True}]
    this, last = (
        [
            record(day, ask(sets=sets)),
            *(record(day, ask(sets=9), session=f"Other {sets}{n}", **other) for n, other in enumerate(others)),
        ]
        for day, sets in ((MONDAY, 2), ("2021-05-31", 3))
    )
    found = figures(*this, before=last[:2])["comparison"]
    assert (0, -1) == (found["sessions"], found["volume"]["sets"])
    assert {"Snatch": -1} == named(found["lifts"], "sets")


def test_a_record_without_a_level_is_counted() -> None:
    """Older silver files have no levels and no optional sessions."""
    [session] = figures(record(MONDAY))["sessions"]
    assert (None, True, False) == (session["level"], session["counted"], session["optional"])


# Lineage


def test_the_lineage_names_each_post_once() -> None:
    """Posts by their id, with the version of bronze that their records come from."""
    found = figures(record(MONDAY, post=9), record(TUESDAY, post=3), record(WEDNESDAY, post=9))["lineage"]
    assert SILVER_KEY == found["silver_key"]
    assert [(3, "post-3", "v3", "c3"), (9, "post-9", "v9", "c9")] == [
        (post["post_id"], post["slug"], post["bronze_version_id"], post["correlation_id"]) for post in found["posts"]
    ]
