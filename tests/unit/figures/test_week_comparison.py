"""A week beside the week before.

The numbers were worked out with a pencil, from docs/metrics.md.
"""

from tests.figures import MONDAY, ask, attempt, figures, load, named, record, reps


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
