"""What a week adds up to. The numbers were worked out with a pencil, from docs/metrics.md."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wod.dates import week_starting
from wod.gold import WeekFigures, aggregate_week
from wod.models import Part, Prescription, SessionRecord

WEEK = week_starting(date(2021, 6, 7))
MONDAY, TUESDAY, WEDNESDAY = "2021-06-07", "2021-06-08", "2021-06-09"
SILVER_KEY = "silver/sessions/2021/week_23--2021-06-07__2021-06-13.jsonl"
ZONES = ("under 60", "60-69", "70-79", "80-89", "90 and over", "not stated")


def ask(movement: str = "Snatch", **fields: Any) -> dict[str, Any]:
    """A prescription as silver has it: one set of one rep unless it says otherwise."""
    return Prescription(
        **{"segment": "a", "block": 1, "sets": 1, "reps_min": 1, "reps_max": 1, "text": movement, **fields},
        movement=movement,
    ).model_dump()


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
    SessionRecord.model_validate(made)
    return made


def figures(*records: Any, before: list[Any] | None = None, preambles: dict[int, list[str]] | None = None) -> Any:
    return aggregate_week(WEEK, list(records), before, preambles or {}, SILVER_KEY)


def volume(*prescriptions: dict[str, Any]) -> Any:
    """The volume of a week of these prescriptions alone."""
    return figures(record(MONDAY, *prescriptions))["totals"]["volume"]


def named(volumes: list[Any], figure: str) -> dict[str, Any]:
    """One figure of each family, lift or movement."""
    return {each["name"]: each["volume"][figure] for each in volumes}


def zones(volume: Any) -> dict[str, tuple[int, int]]:
    """The zones that have repetitions."""
    found = {each["zone"]: (each["reps_min"], each["reps_max"]) for each in volume["zones"]}
    return {zone: bounds for zone, bounds in found.items() if bounds != (0, 0)}


# Volume


def test_repetitions_are_sets_times_reps() -> None:
    """Four sets of three are four sets and twelve repetitions."""
    found = volume(ask(sets=4, **reps(3, 3)))
    assert (1, 4, 12, 12) == tuple(found[name] for name in ("prescriptions", "sets", "reps_min", "reps_max"))


def test_a_complex_is_counted_part_by_part() -> None:
    """Three sets of two of a clean, two front squats and a jerk are three sets and twenty-four repetitions."""
    parts = [Part(movement="Clean", reps=1), Part(movement="Front Squat", reps=2), Part(movement="Jerk", reps=1)]
    found = volume(ask("Clean + 2 Front Squat + Jerk", complex=parts, sets=3, **reps(2, 2)))
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
    """With `8 or more` in it nobody knows the most that the week may ask for."""
    found = volume(ask(sets=3, **reps(8, None), **load(70)), ask(**reps(2, 2), **load(90)))
    assert (26, None) == (found["reps_min"], found["reps_max"])
    assert {"70-79": (24, None), "90 and over": (2, 2)} == zones(found)


def test_what_gives_no_repetitions_is_counted_and_not_filled_in() -> None:
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
    """Sets and repetitions are integers, also where some of them are missing."""
    found = volume(ask(sets=2), ask(sets=None))
    assert [int] * 4 == [type(found[name]) for name in ("prescriptions", "without_reps", "sets", "reps_min")]


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
    """A zone begins with its first percent, and a range lies where its middle does."""
    assert {zone: (6, 6)} == zones(volume(ask(sets=2, **reps(3, 3), **load(*bounds))))


def test_all_zones_are_always_there() -> None:
    """Six zones in rising order, for whoever draws them."""
    assert list(ZONES) == [each["zone"] for each in volume(ask())["zones"]]


# Days, sessions, clocks


def test_each_date_of_the_week_is_for_training_for_rest_or_missing() -> None:
    """Two sessions on one day are one training day; a rest day is no session."""
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


def test_two_posts_may_rest_on_one_day() -> None:
    """Two rest days are no session; a session beside a rest day makes the date one for training."""
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
    WeekFigures.model_validate(found)
    assert ([], 0, 7) == (found["sessions"], found["totals"]["sessions"], len(found["days"]["missing"]))
    assert (None, None) == (found["totals"]["segments_per_session"], found["totals"]["minutes"])
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
    """Two set lines share twelve minutes; another block has 4:30 of its own; what has no clock adds nothing."""
    found = figures(
        record(
            MONDAY,
            ask(first_set=1, last_set=1, total_seconds=720),
            ask(first_set=2, last_set=2, total_seconds=720),
            ask(block=2, total_seconds=270),
            ask(segment="b"),
        ),
        record(TUESDAY, ask(total_seconds=720)),
        record(WEDNESDAY, ask()),
    )
    assert [16.5, 12.0, None] == [session["minutes"] for session in found["sessions"]]
    assert 28.5 == found["totals"]["minutes"]


def test_a_test_is_listed_and_adds_its_clock_but_no_volume() -> None:
    """A 1-RM in twenty minutes is a test of the week, and no set or repetition."""
    found = figures(
        record(
            MONDAY,
            ask("Back Squat", sets=None, **reps(None, None), rep_max_test=1, total_seconds=1200),
            session="Monday",
        )
    )
    assert [{"date": MONDAY, "session": "Monday", "movement": "Back Squat", "rep_max": 1}] == found["tests"]
    assert (20.0, 0, None) == (
        found["totals"]["minutes"],
        found["totals"]["volume"]["prescriptions"],
        found["totals"]["volume"]["sets"],
    )


# The week before


def test_without_a_week_before_there_is_no_comparison() -> None:
    """Neither a first week nor one whose predecessor was emptied is compared with anything."""
    assert figures(record(MONDAY), before=None)["comparison"] is None
    assert figures(record(MONDAY), before=[])["comparison"] is None


def test_a_week_is_compared_with_the_week_before() -> None:
    """Each difference is this week's figure less the one before."""
    this = record(MONDAY, ask(sets=3, **reps(2, 3), **load(75, 80), total_seconds=720))
    last = [
        record("2021-05-31", ask(sets=5, **reps(2, 2), **load(70), total_seconds=900)),
        record("2021-06-01"),
    ]
    found = figures(this, before=last)["comparison"]
    assert (-1, -3.0) == (found["sessions"], found["minutes"])
    assert {"sets": -2, "reps_min": -4, "reps_max": -1, "mean_percent": 7.5, "top_percent": 10.0} == found["volume"]


def test_what_either_week_does_not_state_has_no_difference() -> None:
    """A week without percents or clocks is not zero percent below the next."""
    found = figures(record(MONDAY, ask(**load(75), total_seconds=60)), before=[record("2021-05-31", ask())])
    comparison = found["comparison"]
    assert (None, 0) == (comparison["minutes"], comparison["volume"]["sets"])
    assert (None, None) == (comparison["volume"]["mean_percent"], comparison["volume"]["top_percent"])


# Lineage


def test_the_lineage_names_each_post_once() -> None:
    """Posts by their id, with the version of bronze that their records come from."""
    found = figures(record(MONDAY, post=9), record(TUESDAY, post=3), record(WEDNESDAY, post=9))["lineage"]
    assert SILVER_KEY == found["silver_key"]
    assert [(3, "post-3", "v3", "c3"), (9, "post-9", "v9", "c9")] == [
        (post["post_id"], post["slug"], post["bronze_version_id"], post["correlation_id"]) for post in found["posts"]
    ]


# Any week

ANY = settings(max_examples=50, deadline=None)

percents = st.none() | st.integers(30, 110)
some_prescriptions = st.lists(
    st.builds(
        lambda movement, parts, sets, fewest, more, percent, **fields: ask(
            movement,
            complex=[Part(movement=name, reps=number) for name, number in parts] or None,
            sets=sets,
            **reps(fewest, None if fewest is None else fewest + more),
            **load(percent),
            **fields,
        ),
        movement=st.sampled_from(["Snatch", "Back Squat", "Zercher Yoke Waltz"]),
        parts=st.lists(st.tuples(st.sampled_from(["Clean", "Front Squat", "Jerk"]), st.integers(1, 3)), max_size=3),
        sets=st.none() | st.integers(1, 10),
        fewest=st.none() | st.integers(1, 10),
        more=st.integers(0, 3),
        percent=percents,
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
    for figure in ("sets", "reps_min", "reps_max"):
        assert week[figure] == total([session[figure] for session in sessions])
    for figure in ("families", "lifts", "movements"):
        assert week["reps_min"] == total([each["volume"]["reps_min"] for each in found["totals"][figure]])
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
