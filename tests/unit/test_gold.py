"""The figures of a week. The numbers were worked out with a pencil, from docs/metrics.md."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.notation import BLOG, CATALOGUE, read_segment
from wod.figures.shapes import WeekFigures
from wod.figures.week import aggregate_week
from wod.models import Part, Prescription, SessionRecord
from wod.week_file import typed_records
from wod.weeks import week_starting

WEEK = week_starting(date(2021, 6, 7))
MONDAY, TUESDAY, WEDNESDAY = "2021-06-07", "2021-06-08", "2021-06-09"
SILVER_KEY = "silver/sessions/2021/week_23--2021-06-07__2021-06-13.jsonl"
CLEAN_COMPLEX = ("Clean", 1), ("Front Squats", 2), ("Jerk", 1)
ZONES = ("under 60", "60-69", "70-79", "80-89", "90 and over", "not stated")


def ask(movement: str = "Snatch", *parts: tuple[str, int], **fields: Any) -> dict[str, Any]:
    """A prescription as silver has it: one set of one rep unless it says otherwise, of a complex if it has parts."""
    known = CATALOGUE.find_complex([name for name, _ in parts]) if parts else CATALOGUE.find(movement)
    stated: dict[str, Any] = {
        "segment": "a",
        "block": 1,
        "movement": movement,
        "canonical_movement": known.name if known else None,
        "family": known.family if known else None,
        "lift": known.lift if known else None,
        "complex": [Part(movement=name, reps=number) for name, number in parts] or None,
        "sets": 1,
        "reps_min": 1,
        "reps_max": 1,
        "text": movement,
    }
    whole: dict[str, Any] = msgspec.to_builtins(msgspec.convert({**stated, **fields}, Prescription))
    return whole


def attempt(movement: str, rep_max: int = 1, **fields: Any) -> dict[str, Any]:
    """A k-RM test as silver has it."""
    return ask(movement, sets=None, **reps(None, None), rep_max_test=rep_max, **fields)


def load(*bounds: float | None) -> dict[str, Any]:
    """A percent: from, to."""
    return {"percent_min": bounds[0], "percent_max": bounds[-1]}


def reps(fewest: int | None, most: int | None) -> dict[str, Any]:
    return {"reps_min": fewest, "reps_max": most}


def record(day: str, *prescriptions: dict[str, Any], session: str = "Session", post: int = 1, **fields: Any) -> Any:
    """A record of silver."""
    made = {
        "date": day,
        "session": session,
        "warm_up": "Row",
        **{f"segment_{letter}": "" for letter in "abcde"},
        "prescriptions": list(prescriptions),
        "links": [],
        "source": {
            "post_id": post,
            "slug": f"post-{post}",
            "link": "https://example.com",
            "title": "June 7-13, 2021",
            "published": "2021-06-06T08:00:00",
            "modified_gmt": "2021-06-06T15:00:00",
            "bronze_key": f"bronze/raw/2021/06/2021-06-06__post-{post}__raw.json",
            "bronze_version_id": f"v{post}",
            "pipeline_version": "1.0.0",
            "correlation_id": f"c{post}",
        },
        **fields,
    }
    msgspec.convert(made, SessionRecord)
    return made


def figures(*records: Any, before: list[Any] | None = None, preambles: dict[int, list[str]] | None = None) -> Any:
    return aggregate_week(
        WEEK, typed_records(list(records)), typed_records(before or []), preambles or {}, SILVER_KEY, BLOG
    )


def volume(*prescriptions: dict[str, Any]) -> Any:
    """The volume of a week of these prescriptions alone."""
    return figures(record(MONDAY, *prescriptions))["totals"]["volume"]


def lines(segment: str, *kinds: str) -> list[dict[str, Any]]:
    """The kinds of the lines of a segment as silver has them."""
    return [{"segment": segment, "line": number, "kind": kind} for number, kind in enumerate(kinds)]


def finding(rule: str, segment: str, line: str) -> dict[str, Any]:
    return {"rule": rule, "segment": segment, "line": line, "message": f"Look at {line}"}


def named(volumes: list[Any], figure: str) -> dict[str, Any]:
    """One figure of each family, lift or movement."""
    return {each["name"]: each["volume"][figure] for each in volumes}


def zones(volume: Any) -> dict[str, tuple[int, int]]:
    """The zones that have repetitions."""
    found = {each["zone"]: (each["reps_min"], each["reps_max"]) for each in volume["zones"]}
    return {zone: bounds for zone, bounds in found.items() if bounds != (0, 0)}


# A small week, from its text


def read(day: str, session: str, **segments: Any) -> Any:
    """A record with what was read of its text."""
    readings = {name[-1]: read_segment(name[-1], text) for name, text in segments.items()}
    return record(
        day,
        *(msgspec.to_builtins(asked) for reading in readings.values() for asked in reading.prescriptions),
        session=session,
        lines=[
            each
            for letter, reading in readings.items()
            for each in lines(letter, *(line.kind for line in reading.lines))
        ],
        findings=[msgspec.to_builtins(found) for reading in readings.values() for found in reading.findings],
        **segments,
    )


SMALL_WEEK = [
    read(
        MONDAY,
        "Monday",
        segment_a="""Every 2 minutes, for 10 minutes (5 sets):
Snatch x 2 reps
*Sets 1-2 = @ 70% of 1-RM Snatch
*Sets 3-5 = @ 75-80% of 1-RM Snatch""",
        segment_b="""Three sets of:
Back Squat x 5 reps @ 80% of 1-RM Back Squat
Rest 2 minutes
Push-Ups x 10-12 reps
Rest 60 seconds""",
    ),
    read(TUESDAY, "Rest Day"),
    read(
        WEDNESDAY,
        "Wednesday",
        segment_a="In 20 minutes, establish a 1-RM Clean & Jerk",
        segment_b="""Every 90 seconds, for 6 minutes (4 sets):
(Clean + 2 Jerks) x 1 rep @ 85-95% of 1-RM Clean and Jerk
Stop at the first miss.""",
    ),
]


def test_a_small_week_adds_up() -> None:
    """Snatches 4 at 70 and 6 at 77.5, squats 15 at 80, push-ups 30 to 36, cleans 4 and jerks 8 at 90, and a test."""
    week = figures(*SMALL_WEEK)["totals"]["volume"]
    assert (5, 1, 0, 15, 67, 73) == tuple(
        week[name] for name in ("prescriptions", "tests", "without_reps", "sets", "reps_min", "reps_max")
    )
    # (4 x 70 + 6 x 77.5 + 15 x 80 + 12 x 90) / 37 = 3025 / 37 = 81.76
    assert (81.8, 95.0) == (week["mean_percent"], week["top_percent"])
    assert {"70-79": (10, 10), "80-89": (15, 15), "90 and over": (12, 12), "not stated": (30, 36)} == zones(week)
    assert 10 + 20 + 6 == week["minutes"]


def test_a_small_week_adds_up_by_family_and_lift() -> None:
    """The test is a clean and jerk, its complex afterwards is cleans and jerks at percents of that lift."""
    totals = figures(*SMALL_WEEK)["totals"]
    assert {"clean": 4, "clean and jerk": None, "jerk": 8, "press": 30, "snatch": 10, "squat": 15} == named(
        totals["families"], "reps_min"
    )
    assert {None: 3, "Back Squat": 3, "Clean & Jerk": 4, "Snatch": 5} == named(totals["lifts"], "sets")
    assert {None: None, "Back Squat": 80.0, "Clean & Jerk": 90.0, "Snatch": 74.5} == named(
        totals["lifts"], "mean_percent"
    )
    assert {None: 0, "Back Squat": 0, "Clean & Jerk": 1, "Snatch": 0} == named(totals["lifts"], "tests")
    assert {None: None, "Back Squat": None, "Clean & Jerk": 26.0, "Snatch": 10.0} == named(totals["lifts"], "minutes")


def test_a_small_week_has_two_sessions() -> None:
    """Nine lines are prescriptions on Monday, three on Wednesday, before a note; nothing is doubtful."""
    found = figures(*SMALL_WEEK)
    assert [("Monday", 2, 55, 61), ("Wednesday", 2, 12, 12)] == [
        (each["session"], each["segments"], each["volume"]["reps_min"], each["volume"]["reps_max"])
        for each in found["sessions"]
    ]
    quality = found["quality"]
    assert (13, 12, 1, 0, []) == tuple(quality[name] for name in ("lines", "read", "notes", "unread", "findings"))


# Volume


def test_repetitions_are_sets_times_reps() -> None:
    """Four sets of three are four sets and twelve repetitions."""
    found = volume(ask(sets=4, **reps(3, 3)))
    assert (1, 4, 12, 12) == tuple(found[name] for name in ("prescriptions", "sets", "reps_min", "reps_max"))


def test_a_complex_is_counted_part_by_part() -> None:
    """Three sets of two of a clean, two front squats and a jerk are three sets and twenty-four repetitions."""
    found = volume(ask("Clean + 2 Front Squats + Jerk", *CLEAN_COMPLEX, sets=3, **reps(2, 2)))
    assert (1, 3, 24) == (found["prescriptions"], found["sets"], found["reps_min"])


def test_each_side_is_done_twice() -> None:
    """Two sets of six on each leg are two sets and twenty-four repetitions."""
    found = volume(ask("Barbell Lunge", sets=2, each_side=True, **reps(6, 6)))
    assert (2, 24) == (found["sets"], found["reps_min"])


def test_a_range_of_reps_stays_a_range() -> None:
    """Three sets of eight to ten, and one of two, are 26 to 32 repetitions."""
    found = volume(ask(sets=3, **reps(8, 10)), ask(**reps(2, 2)))
    assert (26, 32) == (found["reps_min"], found["reps_max"])


def test_repetitions_without_a_maximum_have_none_in_the_sum() -> None:
    """With `8 or more` in it the week has no known maximum."""
    found = volume(ask(sets=3, **reps(8, None), **load(70)), ask(**reps(2, 2), **load(90)))
    assert (26, None) == (found["reps_min"], found["reps_max"])
    assert {"70-79": (24, None), "90 and over": (2, 2)} == zones(found)


def test_a_range_of_sets_widens_the_most() -> None:
    """Three to four sets of five to eight are 15 to 32 repetitions; two sets more are five to six sets."""
    found = volume(ask(sets=3, sets_max=4, **reps(5, 8)), ask(sets=2))
    assert (5, 6, 17, 34) == tuple(found[name] for name in ("sets", "sets_max", "reps_min", "reps_max"))


def test_a_wave_is_the_sum_of_its_sets() -> None:
    """`3-2-1-3-2-1` on each side is six sets and twice twelve repetitions, no more and no less."""
    found = volume(ask(sets=6, reps_per_set=[3, 2, 1, 3, 2, 1], each_side=True, **reps(1, 3)))
    assert (6, 24, 24) == tuple(found[name] for name in ("sets", "reps_min", "reps_max"))


def test_a_cluster_is_one_set() -> None:
    """Five sets of `1.1.1` are five sets and fifteen repetitions."""
    found = volume(ask("Clean & Jerk", sets=5, cluster=[1, 1, 1], **reps(3, 3)))
    assert (5, 15, 15) == tuple(found[name] for name in ("sets", "reps_min", "reps_max"))


def test_as_many_as_possible_is_no_number() -> None:
    """Three sets of most push-ups, and rounds of an AMRAP, have no repetitions that anyone could add."""
    most = ask("Push-Ups", sets=3, max_reps=True, **reps(None, None))
    amrap = ask("Burpees", sets=3, format="amrap", **reps(10, 10))
    found = volume(most, amrap, ask(sets=2))
    assert (3, 2, 8, 2) == tuple(found[name] for name in ("prescriptions", "without_reps", "sets", "reps_max"))


def test_sets_without_repetitions_are_counted_and_not_filled_in() -> None:
    """Time in the place of reps, and reps in no number of sets, add nothing and are said to be missing."""
    found = volume(ask(sets=2), ask("Plank", sets=3, **reps(None, None)), ask("Row", sets=None, **reps(20, 20)))
    assert (3, 2) == (found["prescriptions"], found["without_reps"])
    assert (5, 2) == (found["sets"], found["reps_min"])


def test_a_sum_of_nothing_stated_is_null() -> None:
    """A session of planks has sets and no number of repetitions; a carry in no number of sets has neither."""
    planks = volume(ask("Plank", sets=3, **reps(None, None)))
    assert (3, None, None) == (planks["sets"], planks["reps_min"], planks["reps_max"])
    carry = volume(ask("Carry", sets=None, **reps(None, None)))
    assert (None, None, None) == (carry["sets"], carry["reps_min"], carry["reps_max"])


def test_whole_numbers_stay_whole() -> None:
    """Sets and repetitions are integers, even if some are missing."""
    found = volume(ask(sets=2), ask(sets=None))
    assert [int] * 4 == [type(found[name]) for name in ("prescriptions", "without_reps", "sets", "reps_min")]


# Families, lifts, movements


def test_the_movements_of_a_complex_count_each_in_its_own_family() -> None:
    """Three sets of two of a clean, two front squats and a jerk: three sets of each, and 6, 12 and 6 repetitions."""
    found = figures(record(MONDAY, ask("Clean + 2 Front Squats + Jerk", *CLEAN_COMPLEX, sets=3, **reps(2, 2))))
    totals = found["totals"]
    assert {"clean": 6, "jerk": 6, "squat": 12} == named(totals["families"], "reps_min")
    assert {"Clean": 6, "Front Squat": 12, "Jerk": 6} == named(totals["lifts"], "reps_min")
    assert {"Clean": 6, "Front Squat": 12, "Jerk": 6} == named(totals["movements"], "reps_min")
    assert {"clean": 3, "jerk": 3, "squat": 3} == named(totals["families"], "sets")


def test_a_movement_counts_as_silver_has_it() -> None:
    """Silver's name of a movement is used, and two spellings of one movement are one."""
    totals = figures(
        record(
            MONDAY,
            ask("Hang Power Snatch", sets=2),
            ask("Power Snatch from the hang", sets=3),
            ask("Log Lift", canonical_movement="Log Press", family="press", lift="Press"),
        )
    )["totals"]
    assert {"press": 1, "snatch": 5} == named(totals["families"], "reps_min")
    assert {"Power Snatch": 5, "Press": 1} == named(totals["lifts"], "reps_min")
    assert {"Hang Power Snatch": 5, "Log Press": 1} == named(totals["movements"], "reps_min")


def test_a_movement_that_the_catalogue_lacks_counts_under_its_name_as_written() -> None:
    """Alone or in a complex it has no family and no lift; the snatch beside it has both."""
    totals = figures(
        record(MONDAY, ask("Zercher Yoke Waltz"), ask("Snatch + Yoke Waltz", ("Snatch", 1), ("Yoke Waltz", 3)))
    )["totals"]
    assert {None: 4, "snatch": 1} == named(totals["families"], "reps_min")
    assert {None: 4, "Snatch": 1} == named(totals["lifts"], "reps_min")
    assert {"Snatch": 1, "Yoke Waltz": 3, "Zercher Yoke Waltz": 1} == named(totals["movements"], "reps_min")


def test_volumes_are_in_the_order_of_their_names() -> None:
    """The one of movements that have no lift is the first."""
    found = figures(record(MONDAY, ask("Yoke Waltz"), ask("Snatch"), ask("Back Squat")))["totals"]["lifts"]
    assert [None, "Back Squat", "Snatch"] == [one["name"] for one in found]


def test_a_percent_is_of_the_lift_that_the_line_names() -> None:
    """A complex and a pull at percents of one lift, however that is written, are volume of that lift."""
    totals = figures(
        record(
            MONDAY,
            ask("Clean + 2 Front Squats + Jerk", *CLEAN_COMPLEX, percent_of="Clean and Jerk", **load(70)),
            ask("Clean Pull", sets=3, percent_of="Clean & Jerk", **load(100)),
            ask("Clean Pull", sets=2),
            ask("Log Press", percent_of="Log", **load(80)),
        )
    )["totals"]
    assert {"Clean": 2, "Clean & Jerk": 7, "Log": 1} == named(totals["lifts"], "reps_min")
    # (4 x 70 + 3 x 100) / 7 = 82.86
    assert {"Clean": None, "Clean & Jerk": 82.9, "Log": 80.0} == named(totals["lifts"], "mean_percent")


# Load


def test_the_mean_percent_is_weighted_by_repetitions() -> None:
    """Six repetitions at 70-80% count as 75, two at 90: (6 x 75 + 2 x 90) / 8 = 78.75, rounded up."""
    found = volume(ask(sets=2, **reps(3, 3), **load(70, 80)), ask(**reps(2, 2), **load(90)))
    assert (78.8, 90.0) == (found["mean_percent"], found["top_percent"])


def test_a_range_of_reps_weighs_as_its_middle() -> None:
    """Two to four reps at 70% weigh three, one at 90% weighs one: (3 x 70 + 90) / 4 = 75."""
    assert 75.0 == volume(ask(**reps(2, 4), **load(70)), ask(**load(90)))["mean_percent"]


def test_repetitions_without_a_load_are_left_out_of_the_mean() -> None:
    """An empty bar changes no mean, and a week without any percent has none."""
    assert 80.0 == volume(ask(**load(80)), ask(sets=10))["mean_percent"]
    without = volume(ask(sets=10))
    assert (None, None) == (without["mean_percent"], without["top_percent"])


def test_a_load_without_repetitions_has_no_weight_but_may_be_the_top() -> None:
    """A hold at 95% is the heaviest of the week; it does not move the mean."""
    found = volume(ask(**load(80)), ask("Overhead Hold", **reps(None, None), **load(95)))
    assert (80.0, 95.0) == (found["mean_percent"], found["top_percent"])
    alone = volume(ask("Overhead Hold", **reps(None, None), **load(95)))
    assert (None, 95.0) == (alone["mean_percent"], alone["top_percent"])


def test_the_upper_end_of_a_range_is_its_top() -> None:
    """The top percent of 85-90% is 90."""
    assert 90.0 == volume(ask(**load(85, 90)))["top_percent"]


def test_a_percent_without_a_maximum_counts_as_what_is_stated() -> None:
    """`101%+` is 101 in the mean and at the top."""
    found = volume(ask(percent_min=101))
    assert (101.0, 101.0) == (found["mean_percent"], found["top_percent"])


@pytest.mark.parametrize(
    ("bounds", "zone"),
    [
        ((40, 40), "under 60"),
        ((59, 60.9), "under 60"),
        ((60, 60), "60-69"),
        ((69, 70), "60-69"),
        ((60, 80), "70-79"),
        ((80, 80), "80-89"),
        ((85, 95), "90 and over"),
        ((101, None), "90 and over"),
        ((None, None), "not stated"),
    ],
)
def test_repetitions_are_in_the_zone_of_the_middle_of_their_percents(bounds: tuple[Any, Any], zone: str) -> None:
    """A zone begins with its first percent, and a range is in the zone of its middle."""
    assert {zone: (6, 6)} == zones(volume(ask(sets=2, **reps(3, 3), **load(*bounds))))


def test_a_percent_without_a_minimum_counts_as_its_bound() -> None:
    """`up to 70%` is 70 in the mean, at the top and in its zone: (2 x 70 + 2 x 80) / 4 = 75."""
    found = volume(ask(percent_max=70, **reps(2, 2)), ask(**reps(2, 2), **load(80)))
    assert (75.0, 80.0) == (found["mean_percent"], found["top_percent"])
    assert {"70-79": (2, 2), "80-89": (2, 2)} == zones(found)
    assert 70.0 == volume(ask(percent_max=70))["top_percent"]


def test_of_a_pair_the_first_number_counts() -> None:
    """Three sets of 18/14 are 54 repetitions; amounts for women, distances and words add to no figure."""
    found = volume(
        ask("Wall Ball", sets=3, reps_women=14, **reps(18, 18), weight=20, weight_women=14, weight_unit="lb"),
        ask(
            "Row",
            **reps(None, None),
            distance=400,
            distance_max=500,
            distance_women=350,
            distance_unit="m",
            load_text="easy",
        ),
    )
    assert (54, 54, 1, None) == tuple(found[name] for name in ("reps_min", "reps_max", "without_reps", "mean_percent"))


def test_all_zones_are_always_there() -> None:
    """Six zones in rising order, ready to be drawn."""
    assert list(ZONES) == [each["zone"] for each in volume(ask())["zones"]]


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


def test_a_rest_day_that_asks_for_something_is_a_session() -> None:
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


# The week before


def test_without_a_week_before_there_is_no_comparison() -> None:
    """Neither a first week nor one whose predecessor was emptied is compared with anything."""
    assert figures(record(MONDAY), before=None)["comparison"] is None
    assert figures(record(MONDAY), before=[])["comparison"] is None


def test_a_week_is_compared_with_the_week_before() -> None:
    """Each difference is this week's figure less the one before."""
    this = record(
        MONDAY,
        ask(sets=3, sets_max=4, **reps(2, 3), **load(75, 80), total_seconds=720),
        attempt("Snatch", segment="b"),
    )
    last = [
        record("2021-05-31", ask(sets=5, **reps(2, 2), **load(70), total_seconds=900)),
        record("2021-06-01"),
    ]
    found = figures(this, before=last)["comparison"]
    assert -1 == found["sessions"]
    assert {
        "tests": 1,
        "sets": -2,
        "sets_max": -1,
        "reps_min": -4,
        "reps_max": 2,
        "mean_percent": 7.5,
        "top_percent": 10.0,
        "minutes": -3.0,
    } == found["volume"]


def test_families_and_lifts_are_compared_where_both_weeks_have_them() -> None:
    """A new family has no difference, and neither has one that is gone."""
    this = record(MONDAY, ask("Snatch", sets=3), ask("Back Squat", sets=2))
    last = record("2021-05-31", ask("Snatch", sets=5), ask("Press", sets=2))
    found = figures(this, before=[last])["comparison"]
    assert {"snatch": -2} == named(found["families"], "reps_min")
    assert {"Snatch": -2} == named(found["lifts"], "sets")


def test_a_figure_that_either_week_lacks_has_no_difference() -> None:
    """A week without percents or clocks is not zero percent below the next."""
    found = figures(record(MONDAY, ask(**load(75), total_seconds=60)), before=[record("2021-05-31", ask())])
    difference = found["comparison"]["volume"]
    assert (0, None, None, None) == tuple(
        difference[name] for name in ("sets", "minutes", "mean_percent", "top_percent")
    )


def test_a_figure_of_only_the_week_before_has_no_difference() -> None:
    """Its clock and its percents are nothing that this week is below."""
    found = figures(record(MONDAY, ask()), before=[record("2021-05-31", ask(**load(75), total_seconds=60))])
    difference = found["comparison"]["volume"]
    assert (None, None, None) == tuple(difference[name] for name in ("minutes", "mean_percent", "top_percent"))


def test_a_difference_has_one_decimal() -> None:
    """70.3 less 70.1 is 0.2."""
    found = figures(record(MONDAY, ask(**load(70.3))), before=[record("2021-05-31", ask(**load(70.1)))])
    assert 0.2 == found["comparison"]["volume"]["top_percent"]


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
    """Silver of before had no levels and no optional sessions."""
    [session] = figures(record(MONDAY))["sessions"]
    assert (None, True, False) == (session["level"], session["counted"], session["optional"])


# Quality

DOUBTFUL: dict[str, Any] = {
    "segment_a": """Every 2 minutes, for 15 minutes (8 sets):
Snatch x 2 reps @ 75% of 1-RM Snatch
Stay over the bar.""",
    "segment_b": """Three sets of:
Zercher Yoke Waltz x 5 reps
Rest 90 seconds
?? 4 // 4 @@""",
    "lines": [
        *lines("a", "scheme", "movement", "note"),
        *lines("b", "scheme", "movement", "rest", "unread"),
    ],
    "findings": [
        finding("clock", "a", "Every 2 minutes, for 15 minutes (8 sets):"),
        finding("unread", "b", "?? 4 // 4 @@"),
        finding("movement", "b", "Zercher Yoke Waltz x 5 reps"),
    ],
}
"""Segments whose clock is a minute short, with an unknown movement and an unreadable line."""


def test_each_line_of_the_segments_is_counted_as_what_it_is() -> None:
    """Five of seven lines are notation, one is prose and one is unread: 85.7 percent are recognised."""
    quality = figures(record(MONDAY, warm_up="Row x 500 meters", **DOUBTFUL))["quality"]
    assert (7, 5, 1, 1, 0, 85.7) == tuple(
        quality[name] for name in ("lines", "read", "notes", "unread", "doubtful", "percent_recognised")
    )
    assert {"scheme": 2, "movement": 2, "set line": 0, "test": 0, "rest": 1, "connector": 0} == {
        each["kind"]: each["lines"] for each in quality["kinds"]
    }


def test_a_line_with_a_number_left_behind_is_not_recognised() -> None:
    """One of four lines has a numeral in no field, though it was read, and one note looks like training: half."""
    quality = figures(
        record(
            MONDAY,
            segment_a="Snatch x 2 reps 7\nSnatch x 2 reps\nGo 5 by 5\nRest",
            lines=lines("a", "movement", "movement", "note", "rest"),
            findings=[
                finding("number", "a", "Snatch x 2 reps 7"),
                finding("note", "a", "Go 5 by 5"),
                finding("movement", "a", "Snatch x 2 reps"),
            ],
        )
    )["quality"]
    assert (3, 1, 0, 2, 50.0) == tuple(
        quality[name] for name in ("read", "notes", "unread", "doubtful", "percent_recognised")
    )


def test_a_line_is_doubtful_once() -> None:
    """Two findings of one line, or a finding of an unread line, do not take it away twice."""
    quality = figures(
        record(
            MONDAY,
            segment_a="Row 7 8\n? 9\nRest",
            lines=lines("a", "movement", "unread", "rest"),
            findings=[
                finding("number", "a", "Row 7 8"),
                finding("number", "a", "Row 7 8"),
                finding("unread", "a", "? 9"),
            ],
        )
    )["quality"]
    assert (1, 1, 33.3) == tuple(quality[name] for name in ("unread", "doubtful", "percent_recognised"))


def test_a_finding_is_of_the_line_in_its_own_segment_and_session() -> None:
    """The same words elsewhere are not doubtful because of it."""
    row: dict[str, Any] = {
        "segment_a": "Row 7",
        "segment_b": "Row 7",
        "lines": [*lines("a", "movement"), *lines("b", "movement")],
    }
    quality = figures(
        record(MONDAY, session="AM", **row, findings=[finding("number", "b", "Row 7")]),
        record(MONDAY, session="PM", **row),
    )["quality"]
    assert (4, 1, 75.0) == tuple(quality[name] for name in ("lines", "doubtful", "percent_recognised"))


def test_a_hundred_percent_are_every_line() -> None:
    """One line of 3000 that was not read is 99.9 percent, however the rest is rounded."""
    text, kinds = "\n".join(["Row"] * 3000), ["movement"] * 2999
    for last, percent in (("movement", 100.0), ("unread", 99.9)):
        found = figures(record(MONDAY, segment_a=text, lines=lines("a", *kinds, last)))
        assert percent == found["quality"]["percent_recognised"]


def test_a_week_without_segments_has_no_share_of_lines() -> None:
    """Nothing was read, and nothing was left unread."""
    quality = figures(record(MONDAY, session="Rest Day"))["quality"]
    assert (0, 0, None, []) == tuple(quality[name] for name in ("lines", "unread", "percent_recognised", "findings"))


def test_lines_that_silver_does_not_know_are_not_counted() -> None:
    """A record of before has a text and no kinds of its lines: the share is of the other's two lines."""
    text = {name: DOUBTFUL[name] for name in ("segment_a", "segment_b")}
    before = record(MONDAY, ask(sets=2), **text)
    other = record(TUESDAY, segment_a="Row\n??", lines=lines("a", "movement", "unread"))
    assert (2, 1, 50.0, []) == tuple(
        figures(before, other)["quality"][name] for name in ("lines", "unread", "percent_recognised", "findings")
    )
    alone = figures(before)
    assert (0, None, 2) == (
        alone["quality"]["lines"],
        alone["quality"]["percent_recognised"],
        alone["totals"]["volume"]["sets"],
    )


def test_a_kind_of_a_line_that_is_not_there_is_counted_all_the_same() -> None:
    """Silver that somebody made by hand stops no week."""
    found = figures(record(MONDAY, segment_a="Row", lines=lines("z", "movement", "unread")))
    assert (2, 1) == (found["quality"]["lines"], found["quality"]["unread"])


def test_struck_out_texts_and_pictures_are_counted() -> None:
    """Over all sessions of the week, those of levels that are not counted too."""
    quality = figures(
        record(MONDAY, struck_out=["75%", "80%"], pictures=["The board"]),
        record(TUESDAY, pictures=["", ""], level="Fitness", counted=False),
    )["quality"]
    assert (2, 3) == (quality["struck_out"], quality["pictures"])


def test_titles_of_parts_are_no_segment() -> None:
    """`segment_titles` names parts and has no text of its own."""
    found = figures(record(MONDAY, segment_a="Row", segment_titles={"a": "Strength", "b": "Metcon"}))
    assert (1, 1) == (found["totals"]["segments"], found["sessions"][0]["segments"])


def test_a_finding_says_where_it_is() -> None:
    """Each finding has the rule, the line and its place; the days come in their order, and a day's own has no
    segment."""
    silent = {"rule": "silent", "message": "Nothing was read of this day."}
    found = figures(
        record(TUESDAY, session="PM", findings=[silent, finding("sets", "f", "*Sets 1-7")]),
        record(MONDAY, session="AM", **DOUBTFUL),
    )
    assert [
        (MONDAY, "AM", "a", "clock", "Every 2 minutes, for 15 minutes (8 sets):"),
        (MONDAY, "AM", "b", "unread", "?? 4 // 4 @@"),
        (MONDAY, "AM", "b", "movement", "Zercher Yoke Waltz x 5 reps"),
        (TUESDAY, "PM", "", "silent", ""),
        (TUESDAY, "PM", "f", "sets", "*Sets 1-7"),
    ] == [
        (each["date"], each["session"], each["segment"], each["rule"], each["line"])
        for each in found["quality"]["findings"]
    ]
    assert all(each["message"] for each in found["quality"]["findings"])


def test_lines_in_front_of_the_first_day_are_kept_by_post() -> None:
    """Each line once, the posts by their id; a post that begins with its Monday has none."""
    found = figures(record(MONDAY), preambles={9: ["Masters", "Bring shoes."], 5: [], 3: ["Welcome."]})
    assert [
        {"post_id": 3, "lines": ["Welcome."]},
        {"post_id": 9, "lines": ["Masters", "Bring shoes."]},
    ] == found["quality"]["preambles"]


# Lineage


def test_the_lineage_names_each_post_once() -> None:
    """Posts by their id, with the version of bronze that their records come from."""
    found = figures(record(MONDAY, post=9), record(TUESDAY, post=3), record(WEDNESDAY, post=9))["lineage"]
    assert SILVER_KEY == found["silver_key"]
    assert [(3, "post-3", "v3", "c3"), (9, "post-9", "v9", "c9")] == [
        (post["post_id"], post["slug"], post["bronze_version_id"], post["correlation_id"]) for post in found["posts"]
    ]


# Any week

ANY = settings(max_examples=settings().max_examples // 2)

percents = st.none() | st.integers(30, 110)
some_prescriptions = st.lists(
    st.builds(
        lambda movement, parts, sets, more_sets, fewest, more, percent, **fields: ask(
            movement,
            *parts,
            sets=sets,
            sets_max=None if sets is None or more_sets == 0 else sets + more_sets,
            **reps(fewest, None if fewest is None else fewest + more),
            **load(percent),
            **fields,
        ),
        movement=st.sampled_from(["Snatch", "Back Squat", "Zercher Yoke Waltz"]),
        parts=st.lists(st.tuples(st.sampled_from(["Clean", "Front Squat", "Jerk"]), st.integers(1, 3)), max_size=3),
        sets=st.none() | st.integers(1, 10),
        more_sets=st.integers(0, 2),
        fewest=st.none() | st.integers(1, 10),
        more=st.integers(0, 3),
        percent=percents,
        percent_of=st.none() | st.sampled_from(["Clean and Jerk", "Log"]),
        each_side=st.booleans(),
        total_seconds=st.none() | st.integers(1, 60).map(lambda minutes: 60 * minutes),
    ),
    max_size=5,
)
some_records = st.lists(
    st.builds(
        lambda day, session, prescriptions: record(f"2021-06-{day:02}", *prescriptions, session=session),
        day=st.integers(7, 13),
        session=st.sampled_from(["Rest Day", "Session One", "Session Two"]),
        prescriptions=some_prescriptions,
    ),
    max_size=5,
    unique_by=lambda record: (record["date"], record["session"]),
)


def total(values: list[int | None]) -> int | None:
    stated = [value for value in values if value is not None]
    return sum(stated) if stated else None


@ANY
@given(some_records)
def test_a_week_is_the_sum_of_its_sessions(records: list[Any]) -> None:
    """Sets and repetitions of the sessions add up to the week's, and so do repetitions of families and of zones."""
    found = figures(*records)
    week = found["totals"]["volume"]
    sessions = [session["volume"] for session in found["sessions"]]
    for figure in ("sets", "sets_max", "reps_min", "reps_max"):
        assert week[figure] == total([session[figure] for session in sessions])
    for figure in ("families", "lifts", "movements"):
        for bound in ("reps_min", "reps_max"):
            assert week[bound] == total([each["volume"][bound] for each in found["totals"][figure]])
    for each in [week, *sessions]:
        assert (each["reps_min"] or 0) == sum(zone["reps_min"] for zone in each["zones"])
        assert (each["reps_max"] or 0) == sum(zone["reps_max"] for zone in each["zones"])


@ANY
@given(some_records, st.randoms())
def test_the_order_of_the_records_is_of_no_matter(records: list[Any], random: Any) -> None:
    """The same records in another order give the same figures, to the letter."""
    shuffled = random.sample(records, len(records))
    assert figures(*records, before=records) == figures(*shuffled, before=shuffled)


@ANY
@given(some_records)
def test_a_mean_lies_between_the_loads_that_it_is_of(records: list[Any]) -> None:
    """No mean is above the top percent, and none is there without it."""
    found = figures(*records)
    for each in [found["totals"]["volume"], *(session["volume"] for session in found["sessions"])]:
        assert each["mean_percent"] is None or 30 <= each["mean_percent"] <= each["top_percent"]
