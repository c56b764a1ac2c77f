"""Percents of a rep max and efforts: their bounds, and what they are of."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    ("load", "of", "rep_max"),
    [
        ("@ 75% of 1-RM Snatch", "Snatch", 1),
        ("@ 75% of your 1RM Clean & Jerk", "Clean & Jerk", 1),
        ("@ 75% of 10-RM Back Squat", "Back Squat", 10),
        ("@ 75% of your best Snatch", "Snatch", None),
        ("@ 75% of 1-RM", None, 1),
        ("at 75% of your 3-RM", None, 3),
        ("@ 75% of 1-RM Power Clean & Power Jerk", "Power Clean & Power Jerk", 1),
        ("@ 75% of 1-RM Snatch if it feels good", "Snatch", 1),
        ("@ 75% 1-RM Snatch", "Snatch", 1),
        ("@ 75% of Clean & Jerk 1-RM", "Clean & Jerk", 1),
        ("@ 75%", None, None),
    ],
)
def test_a_percent_is_of_what_the_line_names_and_never_guessed(load: str, of: str | None, rep_max: int | None) -> None:
    """The lift is as written; if none is named there is none, whatever the movement is."""
    (one,) = read(f"Snatch Pull x 3 reps {load}").prescriptions
    assert (75, of, rep_max) == (one.percent_min, one.percent_of, one.percent_of_rep_max)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("70% Snatch Pull x 4", one("Snatch Pull", reps=4, percent=70)),
        ("5 x 2 @ 82% Power Clean", one("Power Clean", sets=5, reps=2, percent=82)),
        ("50 lb Dumbbell Snatch x 12", one("Dumbbell Snatch", reps=12, lb=50)),
        ("24 kg Kettlebell Swings x 20 reps", one("Kettlebell Swings", reps=20, kg=24)),
        ("15 95/65 lb Thrusters", one("Thrusters", reps=15, lb=(95, 65))),
        ("Power Clean: 74% 3 reps x 4 sets", one("Power Clean", sets=4, reps=3, percent=74)),
        ("Hang Snatch - 66% 2 x 5", one("Hang Snatch", sets=2, reps=5, percent=66)),
        ("Deadlift\n85% 4 x 3", one("Deadlift", sets=4, reps=3, percent=85)),
        ("75% x 3 Back Squat", one("Back Squat", reps=3, percent=75)),
        ("@ 80% Front Squat 4 x 3", one("Front Squat", sets=4, reps=3, percent=80)),
        ("135 lb Power Clean x 5", one("Power Clean", reps=5, lb=135)),
        ("3 x 10 @ 40 kg Bench Press", one("Bench Press", sets=3, reps=10, kg=40)),
        ("10 x 53 lb Kettlebell Swings", one("Kettlebell Swings", reps=10, lb=53)),
    ],
)
def test_a_percent_or_a_load_may_stand_before_the_movement_or_its_amount(text: str, says: dict[str, Any]) -> None:
    """Sets come before reps there, as elsewhere."""
    exact(text, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Clean Pull x 3 reps @ 92+%", one("Clean Pull", reps=3, percent=(92, None))),
        ("Deadlift x 2 reps @ 95%+", one("Deadlift", reps=2, percent=(95, None))),
        ("Snatch 6 sets of 2 reps up to 74%", one("Snatch", sets=6, reps=2, percent=(None, 74))),
        ("Back Squat 4 x 5 @ up to 80%", one("Back Squat", sets=4, reps=5, percent=(None, 80))),
        ("Clean 4 x 2, no more than 77%", one("Clean", sets=4, reps=2, percent=(None, 77))),
        ("Clean 4 x 2 up to a max of 77%", one("Clean", sets=4, reps=2, percent=(None, 77))),
        ("Snatch: up to 80% x 2", one("Snatch", reps=2, percent=(None, 80))),
        ("Front Squat 5 x 2 @ (up to) 84%", one("Front Squat", sets=5, reps=2, percent=(None, 84))),
        ("Push Press 4 x 3 @ 70%…75%", one("Push Press", sets=4, reps=3, percent=(70, 75))),
        ("Bench Press 6 x 4; 70% and up", one("Bench Press", sets=6, reps=4, percent=(70, None))),
        ("Bench Press 6 x 4 @ 70% or more", one("Bench Press", sets=6, reps=4, percent=(70, None))),
        ("Snatch 5 x 2 @ 70-75% or heavier", one("Snatch", sets=5, reps=2, percent=(70, None))),
        ("Snatch 5 x 2 at least 70%", one("Snatch", sets=5, reps=2, percent=(70, None))),
        ("Snatch 5 x 2 @ above 80%", one("Snatch", sets=5, reps=2, percent=(80, None))),
        ("Snatch 5 x 2 @ 70% minimum", one("Snatch", sets=5, reps=2, percent=(70, None))),
        ("Clean 5 x 2 @ >70%", one("Clean", sets=5, reps=2, percent=(70, None))),
        ("Clean 5 x 2 @ ≥ 70%", one("Clean", sets=5, reps=2, percent=(70, None))),
        ("Clean 5 x 2 @ minimum 70%", one("Clean", sets=5, reps=2, percent=(70, None))),
        ("Clean 5 x 2 @ < 70%", one("Clean", sets=5, reps=2, percent=(None, 70))),
        ("Clean 5 x 2 (≤70%)", one("Clean", sets=5, reps=2, percent=(None, 70))),
        ("Clean 5 x 2 @ 70% or less", one("Clean", sets=5, reps=2, percent=(None, 70))),
        ("Clean 5 x 2 @ 80% or lighter", one("Clean", sets=5, reps=2, percent=(None, 80))),
        ("Clean 5 x 2 @ max 80%", one("Clean", sets=5, reps=2, percent=(None, 80))),
        ("Clean 5 x 2 below 70%", one("Clean", sets=5, reps=2, percent=(None, 70))),
        ("Clean 5 x 2 @ less than 80%", one("Clean", sets=5, reps=2, percent=(None, 80))),
    ],
)
def test_a_percent_may_be_open_at_one_end(line: str, says: dict[str, Any]) -> None:
    """`92+%` states the least, `up to 70%` the most."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Back Squat 3 x 8 or more", one("Back Squat", sets=3, reps=(8, None))),
        ("Back Squat 3 x 8 @ RPE 7 or more", one("Back Squat", sets=3, reps=8, rpe_min=7)),
        ("Back Squat 3 x 8 @ RPE 8 or less", one("Back Squat", sets=3, reps=8, rpe_max=8)),
        ("Back Squat 3 x 8 @ 100 kg or more", one("Back Squat", sets=3, reps=8, load_text="100 kg or more")),
    ],
)
def test_words_open_other_numbers_too(line: str, says: dict[str, Any]) -> None:
    """`or more` is a plus after the number."""
    exact(line, says)


def test_words_that_go_on_open_no_number() -> None:
    """In `and up the pace`, the pace goes up."""
    assert [one("Row", m=500)] == prescribed("Row 500 m and up the pace")


@pytest.mark.parametrize("line", ["Back Squat 3 x 8 or less", "Back Squat 3 x 5 @ 100 kg or lighter, with a belt"])
def test_a_bound_without_a_field_is_not_read(line: str) -> None:
    """Leaving the bound out would change the meaning of the number."""
    assert [] == prescribed(line)
    assert read(line).findings


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Snatch 5x2, building 70-80%", "building"),
        ("Snatch 5x2 (climbing from 70% to 80%)", "climbing"),
        ("Snatch\n5 sets of 2 working up from 70-80%", "working"),
        ("Snatch 5x2, from 70-80%", None),
    ],
)
def test_a_percent_that_rises_is_the_one_of_the_first_and_of_the_last_set(text: str, word: str | None) -> None:
    """It is a range with a word."""
    found = read(text).prescriptions
    exact(text, one("Snatch", sets=5, reps=2, percent=(70, 80)))
    assert [word] == [each.remark for each in found]


@pytest.mark.parametrize(
    "load",
    [
        "from 70%", "building up to 80%", "increasing weight each set", "heavier every set", "each set heavier",
        "heavier than last week", "up from last time",
    ],
)  # fmt: skip
def test_a_load_that_cannot_be_computed_stays_in_words(load: str) -> None:
    """One percent belongs only to the first set or to the last, and what was lifted before is not known."""
    exact(f"Deadlift 4x4 {load}", one("Deadlift", sets=4, reps=4, load_text=load))
    exact(f"Deadlift 4x4, {load}", one("Deadlift", sets=4, reps=4, load_text=load))


def test_a_limit_of_the_load_is_not_a_load() -> None:
    """It stays as written."""
    exact("Back Squat 3x5, no heavier than 80%", one("Back Squat", sets=3, reps=5, load_text="no heavier than 80%"))


@pytest.mark.parametrize(
    ("line", "least"),
    [
        ("Snatch x 1 rep (start at 60%)", None),
        ("Back Squat x 5 reps, starting at 60% and adding each set", None),
        ("Snatch x 1 rep; if you miss at 80%, stop", None),
        ("Front Squat x 3 reps @ 70%, cap at 80%", 70),
        ("Back Squat x 5 reps @ 75% of your 1-RM, then drop to 60%", 75),
    ],
)
def test_a_starting_load_and_a_cap_are_not_a_load(line: str, least: float | None) -> None:
    """Only loads that are to be lifted are."""
    (one,) = read(line).prescriptions
    assert least == one.percent_min


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Deadlift 5-3-1+ (75-85-95%)", [(5, 75), (3, 85), ((1, None), 95)]),
        ("Deadlift 3/3/3+ @ 70/80/90%", [(3, 70), (3, 80), ((3, None), 90)]),
        ("Deadlift 5-5-5 (40-50-60%)", [(5, 40), (5, 50), (5, 60)]),
        ("Deadlift: 5 @ 65%, 5 @ 75%, 5+ @ 85%", [(5, 65), (5, 75), ((5, None), 85)]),
        ("Deadlift 5/3/1+ (75/85/95%)", [(5, 75), (3, 85), ((1, None), 95)]),
        ("Deadlift\n5 reps @ 65%\n3 reps @ 75%\n1+ reps @ 95%", [(5, 65), (3, 75), ((1, None), 95)]),
    ],
)
def test_reps_and_percents_of_one_line_go_together_set_by_set(line: str, sets: list[tuple[Any, int]]) -> None:
    """The last of `5-3-1+` has no most."""
    found = [
        {name: value for name, value in each.items() if name not in ("first_set", "last_set")}
        for each in prescribed(line)
    ]
    assert [one("Deadlift", sets=1, reps=reps, percent=percent) for reps, percent in sets] == found
    assert [] == read(line).findings


def test_percents_below_a_series_of_reps_are_its_loads() -> None:
    """One for each set, and no sets of their own."""
    exact(
        "Front Squat\n5-3-1\n70%, 80%, 90%",
        one("Front Squat", sets=1, reps=5, percent=70),
        one("Front Squat", sets=1, reps=3, percent=80),
        one("Front Squat", sets=1, reps=1, percent=90),
    )


def test_a_wave_in_slashes_has_a_percent_for_each_set() -> None:
    """Reps and percents have the same length."""
    sets = [one("Back Squat", sets=1, reps=reps, percent=percent) for reps, percent in ((3, 75), (2, 80), (1, 85))]
    exact("Back Squat\n3/2/1 @ 75/80/85%", *sets)
    exact("Back Squat 3/2/1 @ 75/80/85%", *sets)


@pytest.mark.parametrize(("line", "rpe"), [("Back Squat 3x5 @ 8-9", (8, 9)), ("Back Squat 3x5 @ 7.5-8", (7.5, 8))])
def test_a_small_range_after_an_at_sign_is_an_rpe_of_a_lift(line: str, rpe: tuple[float, float]) -> None:
    """It is one from six to ten, as a single number is."""
    exact(line, one("Back Squat", sets=3, reps=5, rpe_min=rpe[0], rpe_max=rpe[1]))


@pytest.mark.parametrize("line", ["Back Squat 3x5 @ 80-90", "Row 500 m @ 8-9", "Back Squat 3x5 @ 4-5"])
def test_another_range_after_an_at_sign_is_not_read(line: str) -> None:
    """It may be a weight, a damper or a pace."""
    assert [] == prescribed(line)


@pytest.mark.parametrize("load", ["75.%", "70-%", "75 - %", "9.%", "75 - % of 1RM"])
def test_a_mark_between_a_number_and_its_percent_sign_is_a_finding(load: str) -> None:
    """It may be a slip or half of a range; the number alone would be a weight."""
    unread(f"Snatch 4 x 2 @ {load}")


@pytest.mark.parametrize("load", ["75%", "75 %", "75%%", "75%."])
def test_a_percent_sign_may_stand_apart_or_before_a_stop(load: str) -> None:
    """It is the sign of the number in front."""
    exact(f"Snatch 4 x 2 @ {load}", one("Snatch", sets=4, reps=2, percent=75))


def test_a_percent_over_110_is_a_finding() -> None:
    """It is kept as stated."""
    reading = read("Snatch Pull x 3 reps @ 150%")
    assert (["percent"], 150) == ([finding.rule for finding in reading.findings], reading.prescriptions[0].percent_max)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three sets of:\nPower Clean x 2\nHang Clean x 3\nPerform all movements at 62-67% of your 1-RM Clean",
            [
                one("Power Clean", sets=3, reps=2, percent=(62, 67), percent_of="Clean", percent_of_rep_max=1),
                one("Hang Clean", sets=3, reps=3, percent=(62, 67), percent_of="Clean", percent_of_rep_max=1),
            ],
        ),
        (
            "Four sets of:\nAll movements @ 70% of 1-RM Snatch\nMuscle Snatch x 3\nSnatch Balance x 2",
            [
                one("Muscle Snatch", sets=4, reps=3, percent=70, percent_of="Snatch", percent_of_rep_max=1),
                one("Snatch Balance", sets=4, reps=2, percent=70, percent_of="Snatch", percent_of_rep_max=1),
            ],
        ),
        (
            "Perform all reps at 70% of 1-RM Clean\n4 sets of:\nHang Clean x 2\nPush Jerk x 3",
            [
                one("Hang Clean", sets=4, reps=2, percent=70, percent_of="Clean", percent_of_rep_max=1),
                one("Push Jerk", sets=4, reps=3, percent=70, percent_of="Clean", percent_of_rep_max=1),
            ],
        ),
        (
            "3 sets of:\nHang Snatch x 3\nOverhead Squat x 4\nAll at 60% of your 1-RM Snatch",
            [
                one("Hang Snatch", sets=3, reps=3, percent=60, percent_of="Snatch", percent_of_rep_max=1),
                one("Overhead Squat", sets=3, reps=4, percent=60, percent_of="Snatch", percent_of_rep_max=1),
            ],
        ),
        (
            "Two sets of:\nPush Press x 5 @ 75%\nPush Jerk x 3\nPerform all movements at 65%",
            [one("Push Press", sets=2, reps=5, percent=75), one("Push Jerk", sets=2, reps=3, percent=65)],
        ),
    ],
)
def test_an_instruction_for_the_whole_block_is_the_load_of_its_lines(text: str, expected: list[dict[str, Any]]) -> None:
    """Only those without sets count."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("stay at 80% today", (80, 80)),
        ("Today: 80%", (80, 80)),
        ("stay between 70-75%", (70, 75)),
        ("keep it at 75%", (75, 75)),
        ("use 70-75%", (70, 75)),
        ("Stay at 75% across all sets", (75, 75)),
        ("Keep it under 75%", (None, 75)),
        ("Keep it less than 75%", (None, 75)),
        ("Keep it at 75% or lower", (None, 75)),
        ("stay at or above 75%", (75, None)),
    ],
)
@pytest.mark.parametrize("lines", ["Jerk\n{}\n4x2", "Jerk\n4x2\n{}", "Jerk 4x2\n{}", "Jerk 4x2, {}"])
def test_a_percent_that_is_kept_is_that_of_the_sets(lines: str, words: str, percent: tuple[float, float]) -> None:
    """It may be above them, below them or after them."""
    exact(lines.format(words), one("Jerk", sets=4, reps=2, percent=percent))


@pytest.mark.parametrize("text", ["Jerk\nWorking weight: 80%\n4x2", "Jerk\n4x2\nWorking weight is 80%"])
def test_a_working_weight_is_that_of_the_sets(text: str) -> None:
    """It is on a line of its own."""
    exact(text, one("Jerk", sets=4, reps=2, percent=80))


@pytest.mark.parametrize(
    "line",
    [
        "Stay at 80% for the first 3 sets",
        "Stay in the 70-75% range",
        "Keep the first set at 75%",
        "Stay at 70%, 75%, 80%",
        "Stay at 75% effort",
    ],
)
def test_a_percent_that_may_be_kept_otherwise_is_a_finding(line: str) -> None:
    """It may be kept by some of the sets, or be of an effort."""
    assert [one("Jerk", sets=4, reps=2)] == prescribed(f"Jerk 4x2\n{line}")
    assert [line] == [finding.line for finding in read(f"Jerk 4x2\n{line}").findings]


@pytest.mark.parametrize(
    "sets",
    [
        "Jerk\n70% x 2, 80% x 2",
        "Jerk 4x2 @ RPE 7",
        "Jerk\n4x2 @ 60 kg",
        "Jerk 4x2, heavy",
        "Jerk\n1x2 @ 70%\n3x2 @ 75%",
    ],
)
@pytest.mark.parametrize("line", ["Keep it under 85%", "Stay at 80%", "Today: 80%"])
def test_a_percent_kept_below_sets_with_a_load_is_a_finding(sets: str, line: str) -> None:
    """It is a second load of the same sets, and prescribes no others."""
    assert prescribed(sets) == prescribed(f"{sets}\n{line}")
    assert [line] == [finding.line for finding in read(f"{sets}\n{line}").findings]


@pytest.mark.parametrize(
    "line",
    [
        "Keep it at 75% if you feel beat up",
        "Today 10% off all shirts",
        "Stay 100% focused",
        "Today 80% of the class got a best",
        "Keep 5% in the tank",
        "Do not exceed 80%",
        "Start at 75%",
        "Use the first 70% of your time",
    ],
)
def test_a_percent_of_advice_is_not_that_of_the_sets(line: str) -> None:
    """The line is a note."""
    exact(f"Jerk 4x2\n{line}", one("Jerk", sets=4, reps=2))


def test_a_percent_that_is_kept_beside_no_lift_or_another_percent_is_a_finding() -> None:
    """It is of nothing that anyone knows, or it contradicts the line above."""
    for above in ("Run 5 km", "Burpees x 9", "Jerk 4x2 @ 75%"):
        assert ["stay at 80%"] == [finding.line for finding in read(f"{above}\nstay at 80%").findings]


@pytest.mark.parametrize(
    ("movements", "load", "says", "burpees"),
    [
        ("9 Deadlifts", "All sets at 60 kg", {"kg": 60}, {}),
        ("9 KB Swings", "All at 24/16 kg", {"kg": (24, 16)}, {}),
        ("9 Deadlifts", "All @ 70%", {"percent": 70}, {}),
        ("9 Deadlifts", "All @ 95/65", {"load_text": "95/65"}, {}),
        ("9 Deadlifts", "All at RPE 8", {"rpe_min": 8, "rpe_max": 8}, {"rpe_min": 8, "rpe_max": 8}),
        ("9 Deadlifts", "Use a 20 lb vest", {"load_text": "a 20 lb vest"}, {"load_text": "a 20 lb vest"}),
        ("9 Pull-Ups", "All with 10 kg", {"kg": 10}, {"kg": 10}),
    ],
)
def test_a_weight_of_the_whole_block_is_only_that_of_movements_with_one(
    movements: str, load: str, says: dict[str, Any], burpees: dict[str, Any]
) -> None:
    """Burpees beside deadlifts have none, but a vest, an effort, or a weight beside no lift belongs to all."""
    name = movements.removeprefix("9 ")
    exact(
        f"4 rounds\n{movements}\n7 Burpees\n{load}",
        one(name, sets=4, reps=9, **says),
        one("Burpees", sets=4, reps=7, **burpees),
    )


@pytest.mark.parametrize("above", ["Back Squat 5x5 @ 70%", "10 Burpees"])
def test_a_load_above_a_scheme_is_of_the_work_below_if_that_above_can_have_none(above: str) -> None:
    """It has its own, or is done without a barbell."""
    squat, thrusters = prescribed(f"{above}\nUse 95 lb\n3 rounds:\n9 Thrusters")
    assert "weight" not in squat
    assert one("Thrusters", sets=3, reps=9, lb=95) == thrusters


@pytest.mark.parametrize("text", ["Use 95 lb", "9 Burpees\nUse 95 lb", "Back Squat 5x5 @ 70%\nAll at 75%"])
def test_a_load_of_the_whole_block_that_belongs_to_nothing_is_a_finding(text: str) -> None:
    """It is not silently dropped; said a second time, it changes nothing."""
    assert ["number"] == [finding.rule for finding in read(text).findings]
    exact("Back Squat 5x5 @ 70%\nAll at 70%", one("Back Squat", sets=5, reps=5, percent=70))


@pytest.mark.parametrize(
    ("line", "load"),
    [
        ("Bike 40 min @ Z2", "Z2"),
        ("Run 50 minutes (zone 2-3)", "zone 2-3"),
        ("Row 750 m @ 85% effort", "85% effort"),
        ("Bike 12 min @ 80% of max heart rate", "80% of max heart rate"),
        ("Run 6 km @ 5:20/km", "5:20/km"),
        ("Row 600 m @ 85%", "85%"),
        ("Row 5 x 600 m @ 80-85%", "80-85%"),
        ("Row 18 cal @ 85%", "85%"),
        ("Sprint 4 x 80 m @ 90%", "90%"),
        ("Row 3 x 8 min @ 22 spm", "22 spm"),
    ],
)
def test_the_effort_of_conditioning_is_a_load_in_words(line: str, load: str) -> None:
    """Its percent is of no rep max, and its time is for another distance."""
    (says,) = prescribed(line)
    assert load == says["load_text"]
    assert not {"percent_min", "interval_seconds", "reps_min"} & says.keys()


@pytest.mark.parametrize("name", ["Front Rack Walk", "Farmers Carry", "Sled Push"])
def test_a_percent_of_a_walk_with_a_load_is_a_percent(name: str) -> None:
    """Its load has a highest one."""
    exact(f"{name} 15 m @ 45%", one(name, m=15, percent=45))


@pytest.mark.parametrize("pace", ["2k pace", "1:50/500m", "5k race pace", "1:45 pace"])
def test_a_pace_is_a_load_in_words(pace: str) -> None:
    """Its numbers are neither a distance nor a time of the set."""
    exact(f"Row 3 x 500m @ {pace}, rest 2:00", one("Row", sets=3, m=500, rest_seconds=120, load_text=pace))


@pytest.mark.parametrize("pace", ["recovery pace", "easy effort", "at a moderate pace"])
def test_a_time_at_a_pace_in_words_is_a_set_of_the_movement_above(pace: str) -> None:
    """It is not a note."""
    exact(f"Row\n3:00 {pace}", one("Row", seconds=180, load_text=pace))


@pytest.mark.parametrize(
    "line",
    [
        "Push-Ups 3x 80% of max",
        "Push-Ups 3 x 60%",
        "Pull-Ups 5 sets of 50% max",
        "HSPU 5 x 40-50% of max",
        "Dips 3 x 70%",
        "Push-Ups every minute, 40% of max, 10 min",
    ],
)
def test_a_percent_of_the_most_repetitions_is_no_load(line: str) -> None:
    """The number in front of it may count sets."""
    unread(line)


@pytest.mark.parametrize("line", ["Pull-Ups 3x5 @ 80%", "Snatch 3 x 80%", "DB Bench Press 3 sets of 10 @ 80%"])
def test_a_percent_beside_repetitions_or_of_a_lift_is_a_load(line: str) -> None:
    """A belt or a barbell has the weight."""
    assert 80 == prescribed(line)[0]["percent_min"]


@pytest.mark.parametrize("name", ["5/3/1:", "(5/3/1)", "5/3/1 –"])
def test_the_name_of_a_programme_may_stand_in_front_of_its_sets(name: str) -> None:
    """It gives no repetitions of its own."""
    sets = [one("Bench Press", sets=1, reps=5, percent=75), one("Bench Press", sets=1, reps=3, percent=85)]
    last = one("Bench Press", sets=1, reps=(1, None), percent=95)
    exact(f"Bench Press {name} 75% x 5, 85% x 3, 95% x 1+", *sets, last)


@pytest.mark.parametrize(
    ("line", "reps"),
    [
        ("Bench Press 5/3/1 @ 75/85/95%", [5, 3, 1]),
        ("Bench Press 5/3/1: 75%, 85%, 95%", [5, 3, 1]),
        ("Bench Press 5/3/1: 75% x 5, 85% x 3", []),
        ("Bench Press 3/2/1: 75% x 3, 85% x 2, 95% x 1", []),
        ("Bench Press 5/3/1: 75% x 5, 85%, 95%", []),
    ],
)
def test_numbers_like_a_programme_that_are_the_repetitions_stay_so(line: str, reps: list[int]) -> None:
    """No others follow, or it is not certain what they are."""
    assert reps == [found["reps_min"] for found in prescribed(line)]


def test_sets_without_a_percent_may_have_their_effort_each() -> None:
    """The numbers behind them are of the scale from six to ten."""
    expected = [one("Deadlift", sets=1, reps=3, rpe_min=rpe, rpe_max=rpe) for rpe in (7, 8, 9)]
    exact("Deadlift x3 @ 7, x3 @ 8, x3 @ 9", *expected)
