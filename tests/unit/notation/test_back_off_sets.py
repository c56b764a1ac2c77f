"""Sets after a test, a heavy set or heavier sets: what their load is of."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Build to a 3-RM Front Squat\nBack-off: 3 x 5 @ 80%",
            [one("Front Squat", rep_max_test=3), one("Front Squat", sets=3, reps=5, load_text="80%")],
        ),
        (
            "In 20 minutes, establish a 2-RM Bench Press\nThen,\n3 x 6 @ 75%",
            [
                one("Bench Press", rep_max_test=2, total_seconds=1200),
                one("Bench Press", sets=3, reps=6, load_text="75%"),
            ],
        ),
        (
            "Find a 1-RM Snatch\nBack-off sets: 4 x 2 @ 82% of today's 1-RM",
            [one("Snatch", rep_max_test=1), one("Snatch", sets=4, reps=2, load_text="82% of today's 1-RM")],
        ),
        (
            "Take 15 minutes to build to a 5-RM Deadlift\nDrop sets: 2 x 8 @ 70%",
            [
                one("Deadlift", rep_max_test=5, total_seconds=900),
                one("Deadlift", sets=2, reps=8, load_text="70%"),
            ],
        ),
        (
            "Back Squat\nBuild to a 5-RM\nHeavy single\n3x3 @ 80%",
            [
                one("Back Squat", rep_max_test=5),
                one("Back Squat", reps=1, load_text="heavy"),
                one("Back Squat", sets=3, reps=3, load_text="80%"),
            ],
        ),
    ],
)
def test_a_test_may_have_back_off_sets(text: str, expected: list[dict[str, Any]]) -> None:
    """They are sets of its movement, beside the test itself."""
    exact(text, *expected)


def test_sets_after_a_test_are_the_next_block() -> None:
    """They are sets at a percent of today's best, with the movement of the test."""
    found = read("Find a 5-RM Push Press\nThen,\n2x5 @ 90% of today's 5-RM\nRow x 500 meters").prescriptions
    assert [(1, "Push Press"), (2, "Push Press"), (2, "Row")] == [(one.block, one.movement) for one in found]


def test_a_percent_after_a_heavy_single_is_that_of_the_next_set() -> None:
    """A mark is between them."""
    exact(
        "Back Squat - heavy single; 90% x 2, 85% x 3 x 2",
        one("Back Squat", sets=1, reps=1, load_text="heavy"),
        one("Back Squat", sets=1, reps=2, percent=90),
        one("Back Squat", sets=2, reps=3, percent=85),
    )


def test_a_drop_after_sets_by_percent_is_of_the_same_lift() -> None:
    """`Drop to 75%` states the load of further sets."""
    text = "Back Squat 5x5 @ 80%\nDrop to 75% for 3x5"
    exact(text, one("Back Squat", sets=5, reps=5, percent=80), one("Back Squat", sets=3, reps=5, percent=75))


def test_a_drop_after_a_test_may_be_of_this_day() -> None:
    """75% of the heaviest single of this day, or of the best ever: the words are kept."""
    text = "Back Squat: build to a heavy single\nDrop to 75% for 3x5"
    heavy = one("Back Squat", reps=1, load_text="heavy")
    exact(text, heavy, one("Back Squat", sets=3, reps=5, load_text="75%"))


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Drop to 80% x 2, 75% x 2, 70% x 2", [(1, 2, "80%"), (1, 2, "75%"), (1, 2, "70%")]),
        ("Drop to 2x2 @ 85%, 2x2 @ 80%", [(2, 2, "85%"), (2, 2, "80%")]),
        ("Drop to 3x3 @ 75-80%", [(3, 3, "75-80%")]),
        ("Drop to 3x3 @ 75%+", [(3, 3, "75%+")]),
        ("Drop to 3x3 @ up to 75%", [(3, 3, "up to 75%")]),
        ("Drop to 70-75-80% x 3", [(3, 3, "70-75-80%")]),
        ("Drop to 3x3 @ 70-75-80%", [(3, 3, "70-75-80%")]),
    ],
)
def test_each_drop_after_a_test_keeps_its_own_percent(line: str, sets: list[tuple[int, int, str]]) -> None:
    """It is kept in words, and a list of percents has a set for each."""
    expected = [one("Back Squat", sets=count, reps=reps, load_text=load) for count, reps, load in sets]
    exact(f"Back Squat\nBuild to a 1RM\n{line}", one("Back Squat", rep_max_test=1), *expected)


def test_a_drop_to_a_percent_of_a_stated_lift_or_rep_max_is_not_words() -> None:
    """It says what it is of."""
    test = one("Back Squat", rep_max_test=1)
    drop = one("Back Squat", sets=3, reps=3, percent=80, percent_of_rep_max=1)
    exact("Back Squat\nBuild to a 1RM\nDrop to 80% of 1-RM for 3 x 3", test, drop)
    drop = one("Back Squat", sets=3, reps=3, percent=80, percent_of="Front Squat")
    exact("Back Squat\nBuild to a 1RM\nDrop to 80% of Front Squat for 3 x 3", test, drop)


def test_a_verb_may_stand_after_then() -> None:
    """Three sets more, with a percent of this day's best as written."""
    exact(
        "Deadlift\nBuild to a top set of 3 reps\nThen complete 3 sets of 2 reps @ 90% of top set",
        one("Deadlift", reps=3, load_text="top"),
        one("Deadlift", sets=3, reps=2, load_text="90% of top set"),
    )


@pytest.mark.parametrize("lead", ["Top set: 1x5 @ RPE 8", "Top set of 5 @ RPE 8", "Top set: 5 @ RPE 8"])
@pytest.mark.parametrize("below", ["Back-offs: 3x4 @ -10%", "Backoffs: 3x4 @ -10%", "Back-downs: 3x4 @ -10%"])
def test_a_top_set_may_stand_above_the_sets_after_it(lead: str, below: str) -> None:
    """Each line says which sets it is about."""
    exact(
        f"Deadlift\n{lead}\n{below}",
        one("Deadlift", sets=1, reps=5, rpe_min=8, rpe_max=8),
        one("Deadlift", sets=3, reps=4, load_text="-10%"),
    )


def test_each_wave_has_its_sets() -> None:
    """Its number counts nothing."""
    exact(
        "Back Squat\nWave 1: 3 @ 75%, 1 @ 85%\nWave 2: 3 @ 80%, 1 @ 90%",
        *(one("Back Squat", sets=1, reps=r, percent=p) for r, p in ((3, 75), (1, 85), (3, 80), (1, 90))),
    )


@pytest.mark.parametrize("line", ["Wave 1-2: 3 @ 75%, 1 @ 85%", "Week 1: 3 @ 75%, 1 @ 85%", "Top set: 1x5x3 @ 80%"])
def test_several_waves_and_the_weeks_of_a_programme_are_a_finding(line: str) -> None:
    """How often they are done, or whether this week, is not stated."""
    reading = read(f"Back Squat\n{line}")
    assert [None] == [one.reps_min for one in reading.prescriptions]
    assert [line] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize(
    "text",
    [
        "Squat\nBuild to a 10-RM\nThen 2x10 @ 90%",
        "Squat 10 RM, then 90% for 2x10",
        "Squat\nBuild to a heavy set of 10\n2x10 @ 90%",
        "Squat\nTop set of 10 @ RPE 8\n2x10 @ 90%",
    ],
)
def test_a_percent_that_nobody_does_of_a_rep_max_is_of_the_best_set_above(text: str) -> None:
    """Ten repetitions at 90 percent of it are more than anyone does."""
    last = prescribed(text)[-1]
    assert one("Squat", sets=2, reps=10, load_text="90%") == last


@pytest.mark.parametrize(
    "text",
    [
        "Find a 5RM squat, then 3x5 @ 85%",
        "Squat 5RM, then 85% x 5 x 3",
        "Squat\nBuild to a 3RM\nRest 5 minutes\nThen 3x5 @ 85%",
        "Squat\nA) 5RM\nB) 3x5 @ 85%",
        "Squat 3 Rep Max\nSquat 3x5 @ 85%",
        "Squat: work up to a max double\n3x5 @ 85%",
    ],
)
def test_a_percent_below_a_rep_max_of_several_repetitions_is_in_words(text: str) -> None:
    """It is of the weight of this day or of the 1-RM, and the line does not say which."""
    last = prescribed(text)[-1]
    assert (3, 5, "85%") == (last["sets"], last["reps_min"], last["load_text"])
    assert "percent_min" not in last


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Squat\nBuild to a 1-RM\nThen 3x3 @ 85%", 85),
        ("Squat\nBuild to a 3-RM\nThen 3x3 @ 80% of 1-RM", 80),
        ("Front Squat: 3RM\nBack Squat 3x5 @ 80%", 80),
        ("Squat 3x5 @ 75%\nRest 3 minutes\n5x2 @ 80%", 80),
        ("Squat\nBuild to a heavy single\n3x5 @ 80%", 80),
        ("Squat\nBuild to a heavy single\n3x1 @ 100%", 100),
        ("Squat 2x10 @ 90%", 90),
        ("Squat\nBuild to a 10-RM\n2x10 @ 90% of 10-RM", 90),
    ],
)
def test_any_other_percent_below_a_best_set_is_as_written(text: str, percent: int) -> None:
    """It may be of the rep max, or says of what."""
    assert percent == prescribed(text)[-1]["percent_min"]
