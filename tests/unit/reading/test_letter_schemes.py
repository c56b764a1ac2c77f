"""A scheme directly above letters belongs to their work: it opens their part, or they count its movements."""

import pytest

from tests.day_parts import parts


@pytest.mark.parametrize(
    "scheme",
    ["3 sets of:", "3 rounds:", "4 sets, rest 90s between", "EMOM 12", "Every 2 minutes x 5", "**3 sets of:**"],
)
def test_a_scheme_above_the_first_lift_of_a_superset_opens_its_part(scheme: str) -> None:
    """The name above the scheme is the title of the part."""
    own = scheme.strip("*")
    found = parts("Accessory", scheme, "A1. Bench x 8", "A2. Row x 10")
    assert ([], {"a": [own, "A1. Bench x 8", "A2. Row x 10"]}, {"a": "Accessory"}) == found


def test_a_scheme_between_two_parts_belongs_to_the_superset_below() -> None:
    """Its colon points down."""
    _, segments, _ = parts("A. Back Squat 5x5", "3 sets of:", "B1. Bench x 8", "B2. Row x 10")
    assert {"a": ["Back Squat 5x5"], "b": ["3 sets of:", "B1. Bench x 8", "B2. Row x 10"]} == segments


@pytest.mark.parametrize(
    "lines",
    [
        ("A. Back Squat", "5 sets of 5", "B1. Bench x 8", "B2. Row x 10"),
        ("A. 10 Burpees", "15 Air Squats", "5 rounds for time", "B1. Bench x 8", "B2. Row x 10"),
    ],
)
def test_a_scheme_without_a_colon_belongs_to_the_part_above(lines: tuple[str, ...]) -> None:
    """Its movements may be above it."""
    _, segments, _ = parts(*lines)
    assert [line.removeprefix("A. ") for line in lines[:-2]] == segments["a"]


@pytest.mark.parametrize(
    "lines",
    [
        ("AMRAP 12", "A. 5 Pull-Ups", "B. 10 Push-Ups"),
        ("EMOM 12", "A: 3 Cleans", "B: 10 Push-Ups", "C: Rest"),
        ("3 rounds for time of:", "A. 400 m Run", "B. 21 Kettlebell Swings", "Score: time"),
        ("21-15-9", "A. Thrusters", "B. Pull-Ups"),
        ("EMOM 12", "a) 3 Cleans", "b) 10 Push-Ups"),
    ],
)
def test_letters_of_single_movements_below_a_scheme_open_no_parts(lines: tuple[str, ...]) -> None:
    """They count the movements, as numbers do."""
    assert ([], {"a": [*lines]}, {}) == parts(*lines)


def test_letters_below_a_time_alone_open_parts() -> None:
    """It is that of the whole training."""
    assert {"a": ["10 Burpees"], "b": ["10 Squats"]} == parts("60 minutes", "A. 10 Burpees", "B. 10 Squats")[1]
    timed = ["12 minutes:", "A. 10 Burpees", "B. 10 Squats"]
    assert {"a": timed} == parts(*timed)[1]


def test_letters_that_count_movements_may_be_below_a_name_or_in_a_part() -> None:
    """The part with the name, or with the letter above, has them all."""
    work = ["EMOM 12", "A. 3 Cleans", "B. 10 Push-Ups"]
    assert (["400 m Run"], {"a": work}, {"a": "Strength"}) == parts("Warm-up", "400 m Run", "Strength", *work)
    assert {"a": ["Back Squat 5x5"], "b": work} == parts("A. Back Squat 5x5", "B. Conditioning", *work)[1]
    assert {"a": ["Back Squat 5x5"], "b": work} == parts("A. Back Squat 5x5", "B. EMOM 12", *work[1:])[1]


@pytest.mark.parametrize(
    "lines",
    [("A. AMRAP 12", "B. 5 Pull-Ups", "C. 10 Push-Ups"), ("A. EMOM 12", "3 Cleans", "B. 10 Push-Ups", "C. 5 Dips")],
)
def test_letters_that_go_on_below_the_scheme_of_a_part_are_parts(lines: tuple[str, ...]) -> None:
    """Only letters that start again count the movements of a part."""
    assert ["a", "b", "c"] == [*parts(*lines)[1]]


@pytest.mark.parametrize(
    "lines",
    [
        ("5 rounds", "A. Back Squat 5x5", "B. Bench Press 3x10"),
        ("EMOM 12", "A. Back Squat", "5x5", "B. Bench Press", "5x5"),
        ("EMOM 12", "A. 3 Cleans", "B. 10 Back Squats", "5x @ 70%"),
        ("For time:", "A. 50 Burpees", "Rest 3 min", "B. 400 m Run"),
        ("Rest 2 minutes between parts", "A. 50 Burpees", "B. 400 m Run"),
        ("AMRAP 12", "A. 5 Pull-Ups", "B. 10 Push-Ups", "Strength", "A. Back Squat 5x5", "B. Bench Press 5x5"),
        ("Warm-up", "3 rounds", "A. 5 Pull-Ups", "B. 10 Push-Ups"),
        ("Warm-up", "3 rounds", "A1. 5 Pull-Ups", "A2. 10 Push-Ups", "B. Back Squat 5x5"),
        ("Back Squat", "5 sets of 5", "A1. Bench x 8", "A2. Row x 10", "B. Plank"),
        ("10 Burpees", "10 Dips", "5 rounds for time", "A1. Bench x 8", "A2. Row x 10", "B. Plank"),
    ],
)
def test_letters_of_parts_with_work_of_their_own_are_parts(lines: tuple[str, ...]) -> None:
    """The scheme above the first one stays above it, and is reported there."""
    warm_up, segments, _ = parts(*lines)
    assert warm_up
    assert {"a", "b"} <= segments.keys()
