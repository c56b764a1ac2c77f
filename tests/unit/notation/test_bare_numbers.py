"""Numbers without a unit: metres of a run, loads of two implements, percents of a list; others are findings."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


def _rules(text: str) -> list[str]:
    return [finding.rule for finding in read(text).findings]


def _metres(movement: str, *distances: int, **others: Any) -> list[dict[str, Any]]:
    return [one(movement, sets=1, m=distance, **others) for distance in distances]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Run 600-450-300", _metres("Run", 600, 450, 300)),
        ("Ski: 750, 500, 250", _metres("Ski", 750, 500, 250)),
        ("Row\n1000-800-600", _metres("Row", 1000, 800, 600)),
        ("For time\n900-700-500\nRun", _metres("Run", 900, 700, 500, format="for time")),
    ],
)
def test_round_numbers_of_a_run_are_metres(text: str, says: list[dict[str, Any]]) -> None:
    """They are too high and too even for anything else; each is a set of its own."""
    exact(text, *says)


def _calories(movement: str, *calories: int) -> list[dict[str, Any]]:
    return [one(movement, sets=1, calories=number) for number in calories]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Run 700, 500, 300 m", _metres("Run", 700, 500, 300)),
        ("Run 700, 500 and 300 m", _metres("Run", 700, 500, 300)),
        ("Run 300-500-700 m", _metres("Run", 300, 500, 700)),
        ("Row 600m, 450m, 300m", _metres("Row", 600, 450, 300)),
        ("Row 600m, 450m, 300m w/ 90 sec rest", _metres("Row", 600, 450, 300, rest_seconds=90)),
        ("Row 600, 450, 300 m, rest 90 s", _metres("Row", 600, 450, 300, rest_seconds=90)),
        ("Bike 18, 14, 9 cal", _calories("Bike", 18, 14, 9)),
        ("Bike: 9-7-5-3 cals", _calories("Bike", 9, 7, 5, 3)),
        ("Cal Row\n18-14-9", _calories("Cal Row", 18, 14, 9)),
    ],
)
def test_a_list_of_distances_or_calories_has_one_for_each_set(text: str, says: list[dict[str, Any]]) -> None:
    """Its unit is behind each number, or behind the last."""
    exact(text, *says)


@pytest.mark.parametrize(
    "line",
    [
        "Row 600m, 450m",
        "Run 600 m, 450 m, 300 m Row",
        "Run 600m, 450m, 300m, 10 Burpees",
        "Run 1 mile, 800 m, 400 m",
        "Run 3, 2, 1 km",
        "Back Squat 5x5, 600, 450, 300 m Run",
        "Row 3x 600, 450, 300 m",
        "24-18-12 cal Row and Burpees",
        "24-18-12 cal Row, 12 Burpees",
        "Deadlift 25, 20, 15 m",
    ],
)
def test_distances_that_may_be_of_other_movements_are_a_finding(line: str) -> None:
    """Or their unit is none that a set of a list has."""
    unread(line)


@pytest.mark.parametrize(
    "line",
    [
        "16/13/11 cal Bike",
        "Row 600/450/300 m",
        "17-14 cal Row",
        "17-14 cal Row, 12 Burpees",
        "600-300 m Run",
        "Shuttle Run 6-12-6 m",
        "Run 600-400-200 m, 3 sets",
        "EMOM 9: 24-18-12 cal Bike",
    ],
)
def test_amounts_of_levels_of_a_course_or_of_several_rounds_are_a_finding(line: str) -> None:
    """They may be of three levels, of men and women, or of a course there and back."""
    unread(line)


@pytest.mark.parametrize("scheme", ["For time:", "AMRAP 9:", "EMOM 9:", "3 rounds:", "3 rounds for time:"])
@pytest.mark.parametrize("line", ["24-18-12 cal Row", "600-400-200 m Run"])
def test_a_list_of_distances_or_calories_below_a_scheme_is_a_finding(scheme: str, line: str) -> None:
    """Its numbers may be the repetitions of the next movement, too, or be done in each round."""
    assert "unread" in _rules(f"{scheme}\n{line}\n12 Burpees")


@pytest.mark.parametrize(
    "text",
    [
        "Swim 150-250-350",
        "Bike 900-700-500",
        "Bike 12-9-6",
        "Run 12-9-6",
        "Run 500-30-20",
        "Run\n3x400",
        "Row 3 x 400-600",
        "Sprint 5 x 40",
        "Plank 4x50",
        "Side Plank\n50-40-30",
        "Wall Sit 2 x 55",
        "L-Sit 4 x 12",
        "Dead Hang 4x25",
        "Weighted Plank 3 x 35",
        "Handstand Hold 4x15",
    ],
)
def test_numbers_of_movements_without_repetitions_are_a_finding(text: str) -> None:
    """They may be seconds, metres, yards or calories."""
    assert ([], ["number"]) == (prescribed(text), _rules(text))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Plank 4x50 sec", one("Plank", sets=4, seconds=50)),
        ("Hill Sprint x 7", one("Hill Sprint", reps=7)),
        ("Row 3x14", one("Row", sets=3, reps=14)),
        ("Copenhagen Plank 3x9", one("Copenhagen Plank", sets=3, reps=9)),
        ("Hollow Rock 3x35", one("Hollow Rock", sets=3, reps=35)),
    ],
)
def test_movements_that_have_repetitions_or_a_unit_keep_them(text: str, says: dict[str, Any]) -> None:
    """A row may be one with a dumbbell, and sprints are counted."""
    exact(text, says)


def test_a_hold_without_a_unit_still_takes_its_turn() -> None:
    """The other movement has its share of the minutes."""
    text = "EMOM 10\nMin 1: 8 Pull-Ups\nMin 2: 40 Plank"
    assert [one("Pull-Ups", reps=8, sets=5, interval_seconds=60, total_seconds=600)] == prescribed(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("DB Bench 2 x 17.5kg, 3x9", one("DB Bench", sets=3, reps=9, load_text="2 x 17.5kg")),
        ("DB Row 2x40lb 3x11", one("DB Row", sets=3, reps=11, load_text="2x40lb")),
        ("Lunge 2 x 16 kg, 4x12", one("Lunge", sets=4, reps=12, load_text="2 x 16 kg")),
        ("Farmers Carry 2 x 28 kg x 50 m x 4", one("Farmers Carry", sets=4, m=50, load_text="2 x 28 kg")),
        ("Goblet Squat 1 x 20kg, 3x12", one("Goblet Squat", sets=3, reps=12, load_text="1 x 20kg")),
    ],
)
def test_one_or_two_implements_before_the_sets_are_their_load(text: str, says: dict[str, Any]) -> None:
    """Dumbbells, kettlebells and what is carried come in pairs."""
    exact(text, says)


def test_sets_of_two_are_not_implements() -> None:
    """A barbell has one weight, each set has its own load, or no sets follow."""
    bench = [one("Bench Press", sets=1, reps=2, kg=70), one("Bench Press", sets=3, reps=9)]
    assert bench == prescribed("Bench Press 2 x 70kg, 3x9")
    press = [one("Push Press", sets=3, reps=8), one("Push Press", sets=1, reps=2, kg=24)]
    assert press == prescribed("Push Press 3x8, 2 reps @ 24 kg")
    loaded = [one("DB Bench", sets=1, reps=2, kg=26), one("DB Bench", sets=1, reps=1, kg=28)]
    assert loaded == prescribed("DB Bench 2 x 26kg, 1 x 28kg")
    assert [one("DB Bench", reps=2, kg=26)] == prescribed("DB Bench 2 x 26kg")
    for text in ("Dips 2 x 12 kg, 3x7", "DB Press 2 x 14 kg x 11 x 3", "Goblet Squat 2 x 22 kg, 4x8, 10 Rows"):
        assert ([], ["unread"]) == (prescribed(text), _rules(text))


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("Snatch 3@65, 3@70, 2@76%", "percent", (65, 70, 76)),
        ("Snatch 3@65%, 3@70, 2@76", "percent", (65, 70, 76)),
        ("Snatch 3@65, 3@70, 2@76kg", "kg", (65, 70, 76)),
        ("Snatch 3@65kg, 3@70, 2@76", "kg", (65, 70, 76)),
    ],
)
def test_one_unit_is_that_of_all_numbers_that_climb_evenly(text: str, unit: str, numbers: tuple[int, ...]) -> None:
    """It is written once, after the first or after the last."""
    exact(text, *(one("Snatch", sets=1, reps=3 - place // 2, **{unit: n}) for place, n in enumerate(numbers)))


def test_percents_of_a_bracket_are_those_of_all() -> None:
    """The bracket says what they are of."""
    of = {"percent_of_rep_max": 1}
    says = [one("Squat", sets=1, reps=4, percent=percent, **of) for percent in (62, 72, 82)]
    assert says == prescribed("Squat 4 @ 62, 4 @ 72, 4 @ 82 (% of 1RM)")


def test_a_number_between_two_units_stays_as_written() -> None:
    """The weight of the second set is no percent, and of what the others are is not certain."""
    for text in ("Snatch 3@65, 3@70kg, 2@76%", "Snatch 3@65, 3@70kg, 2@76 (% of 1RM)"):
        assert [found.get("weight") for found in prescribed(text)] == [None, 70, None]
        assert prescribed(text)[0]["load_text"] == "65"
        assert not any("percent_min" in found for found in prescribed(text)[:2])


@pytest.mark.parametrize(
    "text",
    [
        "Snatch 3@95, 3@102, 2@75%",
        "Snatch 3@65%, 3@95",
        "Snatch 3@45, 3@75, 2@77%",
        "Snatch 3@20, 2@25%",
        "Snatch 3@65, 3@70-75%",
        "Snatch 3@65, 3@70/50kg",
        "3 Snatches @ 65, 3 Cleans @ 70%",
    ],
)
def test_numbers_that_may_be_of_another_unit_stay_as_written(text: str) -> None:
    """Less weight after heavy sets, far more, few of what percents are, or what is of others may be kilograms."""
    assert sum("load_text" in found for found in prescribed(text)) == len(prescribed(text)) - 1


@pytest.mark.parametrize(
    "text", ["Burpees 40/20 x 6", "Pull-Ups 25/15 x 4", "Hollow Hold 25/35 x 6", "Clean 3s to 85%"]
)
def test_pairs_and_plurals_that_may_be_seconds_or_repetitions_are_a_finding(text: str) -> None:
    """Without a load or a height, a pair before a number of times may be work and rest."""
    assert ([], ["unread"]) == (prescribed(text), _rules(text))


def test_pairs_of_loads_and_heights_are_not_work_and_rest() -> None:
    """They are amounts for men and women."""
    exact("Wall Ball 9/6 x 12", one("Wall Ball", reps=12, load_text="9/6"))
    exact("Box Jump 30/24 x 8", one("Box Jump", reps=8, load_text="30/24"))


def test_singles_to_a_percent_are_at_most_that() -> None:
    """They are worked up to it."""
    exact("Snatch: singles to 88%", one("Snatch", reps=1, percent=(None, 88)))


def test_a_max_double_is_a_test_of_a_rep_max() -> None:
    """A heavy one has no rep max."""
    exact("Push Jerk: work up to a max double", one("Push Jerk", rep_max_test=2))
    exact("Push Jerk: work up to a heavy double", one("Push Jerk", reps=2, load_text="heavy"))


def test_repetitions_after_a_time_on_and_off_are_not_sets() -> None:
    """A comma does not count them."""
    assert not any("sets" in found for found in prescribed("Row 2:00 on/1:00 off, 12 burpees"))
    exact("Row 1:30 on/1:00 off x 4", one("Row", sets=4, seconds=90, rest_seconds=60))


@pytest.mark.parametrize("movement", ["Pull-Ups", "Push ups", "Burpees", "Sit-Ups", "Double Unders", "Air Squats"])
@pytest.mark.parametrize("scheme", ["", "For time:\n"])
def test_a_number_behind_a_movement_without_a_weight_counts_it(scheme: str, movement: str) -> None:
    """It can be nothing else."""
    time = {"format": "for time"} if scheme else {}
    exact(f"{scheme}{movement} 50", one(movement, reps=50, **time))
    exact(
        f"{scheme}{movement} 30, rest 60 seconds",
        one(movement, reps=30, rest_seconds=60, **time),
    )


def test_several_movements_of_a_line_may_have_their_number_behind_them() -> None:
    """Each has its own."""
    exact("Pull-Ups 40, Push-Ups 30", one("Pull-Ups", reps=40), one("Push-Ups", reps=30))


@pytest.mark.parametrize(
    "line",
    [
        "Deadlift 50",
        "Box Jumps 24",
        "Plank 60",
        "Wall Balls 20",
        "Swings 53",
        "Push-Ups 101",
        "Sit-Ups 2",
        "Squats 100",
    ],
)
def test_a_number_behind_a_movement_that_may_be_something_else_is_a_finding(line: str) -> None:
    """It may be a weight, a height, a time or the number of a lesson."""
    unread(line)


@pytest.mark.parametrize("movement", ["Pull-Ups", "Band Pull-Apart", "Lunges"])
@pytest.mark.parametrize("mark", [" ", ": ", " – "])
def test_a_total_behind_a_name_counts_repetitions(mark: str, movement: str) -> None:
    """They are those of all sets together."""
    exact(f"{movement}{mark}100 total", one(movement, reps=100))


@pytest.mark.parametrize(
    "text",
    [
        "3 rounds:\nPull-Ups 50 total",
        "Deadlift 25 total",
        "Plank 60 total",
        "Row 5 total",
        "Pull-Ups 3x10, 30 total",
        "Pull-Ups 50 strict",
        "EMOM 10: Push-Ups 100 total",
    ],
)
def test_a_total_that_may_be_of_something_else_is_a_finding(text: str) -> None:
    """It may be of rounds or sets, or of a time or a distance."""
    unread(text)
