"""The items of a session, movement by movement."""

from datetime import date

import pytest

from tests.weeks import sample_of, week_of
from wod.announcing.items import Item, items_of
from wod.announcing.words import words_of
from wod.blog import load_blog

MONDAY = date(2021, 3, 8)
ENGLISH, SPANISH = words_of("en"), words_of("es")


def items(*lines: str) -> list[Item]:
    (record,) = week_of(MONDAY, {"Monday": ["A.", *lines]})
    return items_of(record, ENGLISH)


def in_texts(*lines: str) -> list[str]:
    return [f"{item.name} {item.amount}" for item in items(*lines)]


def test_set_lines_are_one_item_with_all_their_sets_reps_and_percents() -> None:
    """Eight sets in three lines: the sets of all, and ranges over all."""
    assert ["Snatch 8x1-2 70-82%"] == in_texts(
        "Every 2 minutes, for 16 minutes (8 sets):",
        "Snatch",
        "*Sets 1-3 = 2 reps @ 70% of 1-RM Snatch",
        "*Sets 4-6 = 2 reps @ 75% of 1-RM Snatch",
        "*Sets 7-8 = 1 rep @ 80-82% of 1-RM Snatch",
    )


def test_set_lines_without_a_last_set_are_listed_one_by_one() -> None:
    """The number of all sets is unknown."""
    assert ["Snatch 3x2 70% / x1 75%"] == in_texts("Snatch", "*Sets 1-3 = 2 reps @ 70%", "*Sets 4+ = 1 rep @ 75%")


def test_set_lines_of_which_some_have_no_percent_are_listed_one_by_one() -> None:
    """A range over the stated percents would promise a load for sets that have none."""
    set_lines = ("*Sets 1-2 = 3 reps", "*Sets 3-4 = 2 reps @ 80%")
    assert ["Front Squat 2x3 / 2x2 80%"] == in_texts(
        "Every 2 minutes, for 8 minutes (4 sets):", "Front Squat", *set_lines
    )


def test_a_complex_whose_name_has_no_counts_is_shown_with_them() -> None:
    """Each of three sets is two cleans and a jerk."""
    assert ["Clean & Jerk 3x(2+1) 70%"] == in_texts("Clean & Jerk 3 x (2+1) @ 70%")


def test_a_movement_alone_has_no_amount() -> None:
    """The post states none."""
    assert [("Run", "")] == [(item.name, item.amount) for item in items("Run")]


FOUR_SETS = ("Every 2 minutes, for 8 minutes (4 sets):", "Front Squat")


@pytest.mark.parametrize(
    ("set_lines", "item"),
    [
        (("*Sets 1-2 = 3 reps", "*Sets 3-4 = 2 reps"), "Front Squat 4x2-3"),
        (("*Sets 1-2 = 3 reps @ 70%", "*Sets 3-4 = 2+ reps @ 80%"), "Front Squat 4x2+ 70-80%"),
        (("*Sets 1-2 = 3 reps @ 70%", "*Sets 3-4 = 2 reps @ 80%+"), "Front Squat 4x2-3 70%+"),
        (
            ("*Sets 1-2 = 3 reps @ 70%, rest 2-3 minutes", "*Sets 3-4 = 2 reps @ 80%, rest 3-4 minutes"),
            "Front Squat 4x2-3 70-80%",
        ),
        (("*Sets 1-2 = 3 reps @ 70%", "*Sets 3-4 = 2 reps @ 80% (pause in the hole)"), "Front Squat 4x2-3 70-80%"),
    ],
)
def test_a_range_over_set_lines_has_what_all_of_them_state(set_lines: tuple[str, ...], item: str) -> None:
    """One without an upper bound leaves the range open; rests and remarks are for the page."""
    assert [item] == in_texts(*FOUR_SETS, *set_lines)


@pytest.mark.parametrize(
    ("set_lines", "item"),
    [
        (("*Sets 1-2 = 3 reps @ 60 kg", "*Sets 3-4 = 3 reps @ 80 kg"), "Front Squat 2x3 60kg / 2x3 80kg"),
        (("*Sets 1-2 = 3 reps @ up to 70%", "*Sets 3-4 = 2 reps @ up to 80%"), "Front Squat 2x3 <=70% / 2x2 <=80%"),
        (("*Sets 1-2 = 3 reps @ 70%", "*Sets 3-4 = max reps @ 80%"), "Front Squat 2x3 70% / 2xmax 80%"),
        (("*Sets 1-2 = 3 reps @ 70%", "*Set 4 = 2 reps @ 80%"), "Front Squat 2x3 70% / 1x2 80%"),
        (("*Sets 2-3 = 3 reps @ 70%", "*Set 4 = 2 reps @ 80%"), "Front Squat 2x3 70% / 1x2 80%"),
    ],
)
def test_set_lines_that_do_not_add_up_to_a_range_are_listed_one_by_one(set_lines: tuple[str, ...], item: str) -> None:
    """Weights, upper bounds alone, as many as possible, and sets of which some are not stated."""
    assert [item] == in_texts(*FOUR_SETS, *set_lines)


def test_percents_in_a_row_are_sets_that_are_not_counted() -> None:
    """The post does not say that these are three sets, so each is named as it is."""
    assert ["Snatch 1x3 100% / 1x3 105% / 1x3 110%"] == in_texts("Snatch x 3 reps @ 100, 105, 110%")


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("Back Squat x 5 reps @ 72-77% of 1-RM Back Squat", "5x5 72-77%"),
        ("Back Squat x 5 reps @ 75% of 10-RM Back Squat", "5x5 75% of 10RM"),
        ("Snatch Pull x 3 reps @ 95% of 1-RM Snatch", "5x3 95%"),
        ("Snatch Pull x 3 reps @ 95% of 1-RM Clean", "5x3 95% of Clean"),
        ("Front Squat x 3 reps @ up to 80%", "5x3 <=80%"),
        ("Front Squat x 3 reps @ 101%+", "5x3 101%+"),
        ("Front Squat x 3 reps @ 82.5%", "5x3 82.5%"),
        ("Deadlift x 3 reps @ 60/40 kg", "5x3 60/40kg"),
        ("Deadlift x 3 reps @ 60-70 kg", "5x3 60-70kg"),
        ("Push Press x 8-10 reps @ RPE 8", "5x8-10 RPE8"),
        ("Push Press x 8 reps @ RPE 8 or less", "5x8 RPE<=8"),
        ("Clean x 1.1.1 @ 80%", "5x1.1.1 80%"),
        ("Pull-Ups x max reps", "5xmax"),
        ("Split Squat x 8 reps each leg", "5x8/side"),
        ("Row x 400/350 meters", "5x400/350m"),
        ("Plank x 15-20 seconds", "5x15-20s"),
        ("Farmer Carry x 2 minutes", "5x2min"),
        ("Plank x 60 seconds", "5x60s"),
        ("Plank x 90 seconds", "5x90s"),
        ("Plank x 150 seconds", "5x150s"),
        ("Plank x 60-90 seconds", "5x60-90s"),
        ("Sled Drag", "5 sets"),
        ("Push-Ups x 18/14 reps", "5x18/14"),
        ("Front Squat x 3 reps @ 5 lbs more than last week", "5x3 (5 lbs more than last week)"),
    ],
)
def test_an_amount_is_as_short_as_lifters_write_it(line: str, amount: str) -> None:
    """Sets by their amounts, then the load; the base of a percent only if it is not the lift's own 1-RM."""
    (item,) = items("5 sets of:", line)
    assert amount == item.amount


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("In 20 minutes, establish a 3-RM Back Squat", "3RM"),
        ("Snatch 3-2-1-3-2-1", "3-2-1-3-2-1"),
        ("Burpees x 10", "x10"),
        ("Run x 400 meters", "400m"),
    ],
)
def test_items_without_sets_are_described_without_them(line: str, amount: str) -> None:
    """Tests, waves, and what is done once."""
    assert amount == items(line)[0].amount


def test_lifts_with_a_load_come_before_other_lifts_and_these_before_the_rest() -> None:
    """A primer without a load is not in the title; squats and deadlifts are, whatever they weigh."""
    found = items(
        "3 sets of:",
        "Muscle Snatch x 3 reps",
        "Snatch x 2 reps @ 75%",
        "Back Squat x 5 reps",
        "Ring Rows x 12 reps",
    )
    assert {"Muscle Snatch": 1, "Snatch": 0, "Back Squat": 0, "Ring Rows": 2} == {
        item.name: item.rank for item in found
    }


def test_another_level_has_its_name_in_front_and_comes_last() -> None:
    """The lifters of the level that is counted read their own training first."""
    found = [item for record in sample_of(load_blog("forja"), "martes") for item in items_of(record, SPANISH)]
    lifted = [item for item in found if item.name.endswith("Peso muerto")]
    assert [("Peso muerto", "5x3 80%", 0), ("Plata: Peso muerto", "4x6 60kg", 2)] == [
        (item.name, item.amount, item.rank) for item in lifted
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Back Squat", "BS"),
        ("Paused front squats", "Paused FS"),
        ("Clean + Front Squat + Jerk", "Clean+FS+Jerk"),
        ("Clean and Jerk", "C&J"),
        ("Power Clean with 3 second pause at knee", "Power Clean with 3 second pause at knee"),
    ],
)
def test_a_text_message_has_the_abbreviations_of_lifters(name: str, short: str) -> None:
    """Every word that the table does not have stays."""
    assert short == ENGLISH.short_name(name)


def test_a_spanish_blog_has_abbreviations_of_its_own() -> None:
    """They are in the file of the language."""
    assert "Sent. tras." == SPANISH.short_name("Sentadilla trasera")
