"""The loads of a week: the mean and the top percent, and the zones.

The numbers were worked out with a pencil, from docs/metrics.md.
"""

from typing import Any

import pytest

from tests.figures import ZONES, ask, load, reps, volume, zones


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
