"""The volume of a week: sets and repetitions, of families, lifts and movements.

The numbers were worked out with a pencil, from docs/metrics.md.
"""

from tests.figures import CLEAN_COMPLEX, MONDAY, SMALL_WEEK, ask, figures, load, named, record, reps, volume, zones

# A small week, from its text


def test_a_small_week_adds_up() -> None:
    """It has 4 snatches at 70, 6 at 77.5, 15 squats at 80, 30-36 push-ups, 4 cleans and 8 jerks at 90, and a test."""
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


def test_as_many_as_possible_is_not_a_number() -> None:
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
