"""Any week: its figures are sums of their parts."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures import ask, figures, load, record, reps

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
