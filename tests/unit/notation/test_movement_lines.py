"""A line with a movement: its sets, its amount and its load, in whatever order they are written."""

from typing import Any

import pytest

from tests.notation import exact, one, parts, prescribed, read


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Snatch x 1 rep", one("Snatch", reps=1)),
        ("Snatch x3", one("Snatch", reps=3)),
        ("* Snatch x 2-3 reps", one("Snatch", reps=(2, 3))),
        ("Split Squats x 8 reps each leg", one("Split Squats", reps=8, each_side=True)),
        ("DB Row x 10/side", one("DB Row", reps=10, each_side=True)),
        ("Side Plank x 30 seconds per side", one("Side Plank", seconds=30, each_side=True)),
        ("Hollow Hold x 15-20 seconds", one("Hollow Hold", seconds=(15, 20))),
        ("Plank x 1:30", one("Plank", seconds=90)),
        ("Plank x :30", one("Plank", seconds=30)),
        ("Bench Press @ 31X1 x 8-10 reps", one("Bench Press", reps=(8, 10), tempo="31X1")),
        ("Plank Hold – 60 seconds", one("Plank Hold", seconds=60)),
        ("Accumulate 3 minutes in a Plank Hold", one("Plank Hold", seconds=180)),
        ("Sled Push x 100 ft", one("Sled Push", distance=100, distance_unit="ft")),
        ("Farmer's Carry x 40 meters", one("Farmer's Carry", distance=40, distance_unit="m")),
        ("Row 500 meters", one("Row", distance=500, distance_unit="m")),
        ("400m Run", one("Run", distance=400, distance_unit="m")),
        ("10 Burpees", one("Burpees", reps=10)),
        ("5 Strict Pull-Ups", one("Strict Pull-Ups", reps=5)),
        ("3 x 12 each Split Squats", one("Split Squats", sets=3, reps=12, each_side=True)),
        ("No Feet Snatch x 2 reps", one("No Feet Snatch", reps=2)),
        ("A1. Bench Press x 8 reps", one("Bench Press", reps=8)),
        (
            "Snatch x 1 rep, adding 5 lbs each set",
            one("Snatch", reps=1, load_text="adding 5 lbs each set"),
        ),
        ("Ring Dips x Max reps", one("Ring Dips", max_reps=True)),
        ("Back Squat 5x3 @ 80%", one("Back Squat", sets=5, reps=3, percent=80)),
        ("Back Squat (5 sets x 3 reps @ 80%)", one("Back Squat", sets=5, reps=3, percent=80)),
        ("Back Squat – 5 x 3 @ 80%", one("Back Squat", sets=5, reps=3, percent=80)),
        ("Front Squat: 3 sets x 5 reps @ 70%", one("Front Squat", sets=3, reps=5, percent=70)),
        ("5 sets of 3 Back Squats @ 75%", one("Back Squats", sets=5, reps=3, percent=75)),
        ("Snatch 6-8 sets of 3", one("Snatch", sets=6, sets_max=8, reps=3)),
        ("Wall Balls 3 x 30 s", one("Wall Balls", sets=3, seconds=30)),
        ("Push Press – 3 sets of 5", one("Push Press", sets=3, reps=5)),
        ("Snatch, 80% x 2 x 3", one("Snatch", sets=3, reps=2, percent=80)),
        ("Back Squat x 5 @ 70 – 75%", one("Back Squat", reps=5, percent=(70, 75))),
        ("Snatch Pull x 3 reps @ 101%+", one("Snatch Pull", reps=3, percent_min=101)),
        ("Deadlift x 5 reps @ 140/100 kg", one("Deadlift", reps=5, weight=140, weight_women=100)),
        ("Thrusters (95/65 lbs) x 10 reps", one("Thrusters", reps=10, weight=95, weight_women=65)),
        ("Front Squat x 3 reps @ 30X1", one("Front Squat", reps=3, tempo="30X1")),
        ("Back Squat x 3 reps @ RPE 8", one("Back Squat", reps=3, rpe_min=8, rpe_max=8)),
        ("Power Clean x 1.1.1 @ 80%", one("Power Clean", cluster=[1, 1, 1], reps=3, percent=80)),
        (
            "Back Squat x 3-2-1-3-2-1",
            one("Back Squat", sets=6, reps_per_set=[3, 2, 1, 3, 2, 1]),
        ),
        ("DB Bench Press x 10 reps (50 lbs each hand)", one("DB Bench Press", reps=10, weight=50)),
        ("(Sots Press) x 5 reps", one("Sots Press", reps=5)),
        (
            "Power Clean with 2 second pause at knee x 1 rep",
            one("Power Clean with 2 second pause at knee", reps=1),
        ),
    ],
)
def test_a_movement_line_says_what_to_do(line: str, says: dict[str, Any]) -> None:
    """Movement as written, sets, reps or time or distance, load and rhythm, in the ways that coaches write them."""
    found = [{name: value for name, value in one.items() if name != "weight_unit"} for one in prescribed(line)]
    assert [says] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deadlift 5x5 AHAP", [one("Deadlift", sets=5, reps=5, load_text="AHAP")]),
        (
            "Deadlift 3-3-3 (as heavy as possible)",
            [one("Deadlift", sets=3, reps_per_set=[3, 3, 3], load_text="as heavy as possible")],
        ),
        (
            "Deadlift 1x5 AHAP, then 3x5 @ 75%",
            [one("Deadlift", sets=1, reps=5, load_text="AHAP"), one("Deadlift", sets=3, reps=5, percent=75)],
        ),
        ("Back Squat 3x3x80%", [one("Back Squat", sets=3, reps=3, percent=80)]),
        ("Back Squat 3 x 3 x 100 kg", [one("Back Squat", sets=3, reps=3, kg=100)]),
        ("Back Squat 3 @ 70% x 2", [one("Back Squat", sets=2, reps=3, percent=70)]),
        ("Back Squat x 5 @ 100 kg x 3", [one("Back Squat", sets=3, reps=5, kg=100)]),
        (
            "Snatch\n2 @ 70% x 2\n1 @ 80% x 3",
            [one("Snatch", sets=2, reps=2, percent=70), one("Snatch", sets=3, reps=1, percent=80)],
        ),
        (
            "Clean & Jerk\n1+1 @ 70% x 2\n1+2 @ 80%",
            [
                one("Clean & Jerk", sets=2, reps=1, percent=70, complex=parts(("Clean", 1), ("Jerk", 1))),
                one("Clean & Jerk", sets=1, reps=1, percent=80, complex=parts(("Clean", 1), ("Jerk", 2))),
            ],
        ),
        ("Back Squat, a 20 rep set @ 60%", [one("Back Squat", sets=1, reps=20, percent=60)]),
        ("Strict Press 5-5-5 across", [one("Strict Press", sets=3, reps_per_set=[5, 5, 5])]),
        ("Front Squat 4x3 @ 70% (3 sec in the hole)", [one("Front Squat", sets=4, reps=3, percent=70)]),
        ("Tempo Back Squat 4x4 @ 4011, 65%", [one("Tempo Back Squat", sets=4, reps=4, tempo="4011", percent=65)]),
        ("Deadlift ladder 5-4-3", [one("Deadlift ladder", sets=3, reps_per_set=[5, 4, 3])]),
        ("Sn pull 3x3 @ 95%", [one("Sn pull", sets=3, reps=3, percent=95)]),
        ("Back ext 3x15 w/ 10kg", [one("Back ext", sets=3, reps=15, kg=10)]),
        ("Muscle Snatch 3x5 bar only", [one("Muscle Snatch", sets=3, reps=5, load_text="bar only")]),
        ("Front Squats 3 sets, 3 reps each, 82%", [one("Front Squats", sets=3, reps=3, percent=82)]),
        ("Split Squats 3 sets, 8 reps each", [one("Split Squats", sets=3, reps=8, each_side=True)]),
        ("Snatch to max single", [one("Snatch", rep_max_test=1)]),
        (
            "Snatch: max for the day, then 90% x 1 x 3",
            [one("Snatch", load_text="max for the day"), one("Snatch", sets=3, reps=1, load_text="90%")],
        ),
        ("OHP 5x5 add 2.5 lb", [one("OHP", sets=5, reps=5, load_text="add 2.5 lb")]),
        ("1RM Back Squat test", [one("Back Squat", rep_max_test=1)]),
        ("3RM Front Squat retest", [one("Front Squat", rep_max_test=3)]),
    ],
)
def test_a_short_form_has_the_values_of_the_long_one(text: str, expected: list[dict[str, Any]]) -> None:
    """The short forms are of heavy sets, of sets by reps by load, and of tests."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Partner 1: 20 Wall Balls", one("Wall Balls", reps=20)),
        ("Partner B: 200m Run", one("Run", m=200)),
        ("20 Burpees to a 45 lb plate", one("Burpees", reps=20, load_text="to a 45 lb plate")),
        ("Run 1,6km | Zone 2 Pace", {**one("Run", load_text="Zone 2 Pace"), "distance": 1.6, "distance_unit": "km"}),
        ("21 HR Push-Ups", one("HR Push-Ups", reps=21)),
        ("Row 1 hr", one("Row", seconds=3600)),
        ("Run 1000m together", one("Run", m=1000)),
        ("20 synchro burpees", one("synchro burpees", reps=20)),
        ("Complete 150 Wall Balls", one("Wall Balls", reps=150)),
        ("Do 50 sit-ups", one("sit-ups", reps=50)),
        ("Sumo Dead Lift High Pull x 10", one("Sumo Dead Lift High Pull", reps=10)),
        ("Run 400 m, then:", one("Run", m=400)),
    ],
)
def test_words_and_numbers_around_a_movement(line: str, says: dict[str, Any]) -> None:
    """They may be a remark about turns, a plate as a target, a zone of the pulse, hand release, hours and an order."""
    exact(line, says)


@pytest.mark.parametrize(
    "line",
    [
        "15 Thrusters 95/65 lb",
        "12 Box Jumps 24/20″",
        "8/side Turkish Get-Ups",
        "24/18 Calorie Row",
        "20 sec Air Bike x 6",
        "Push Press 5-3-1+ (75-85-95%)",
        "Hang Clean 70 kg x 3 x 2",
        "Farmer Carry 40-50 m @ 24 kg",
        "Strict Press 4x8 @ RPE 7",
        "Ring Row tempo 22X2, 3 x 9",
    ],
)
def test_a_name_has_no_amount_and_no_load(line: str) -> None:
    """They have fields of their own."""
    found = prescribed(line)
    assert found
    assert not any(character.isdigit() for prescription in found for character in prescription["movement"])


def test_a_movement_that_the_catalogue_does_not_know_is_kept_as_written_and_reported() -> None:
    """Its family is not guessed."""
    reading = read("Three sets of:\nZercher Yoke Waltz x 5 reps")
    (one,) = reading.prescriptions
    assert ("Zercher Yoke Waltz", None, None) == (one.movement, one.canonical_movement, one.family)
    assert ["movement"] == [finding.rule for finding in reading.findings]


def test_the_catalogue_is_beside_the_words_as_written() -> None:
    """The canonical movement, its family, and the lift that a percent would be of."""
    (one,) = read("Power Snatches from the Hang x 2 reps @ 70%").prescriptions
    assert ("Power Snatches from the Hang", "Hang Power Snatch", "snatch", "Power Snatch") == (
        one.movement,
        one.canonical_movement,
        one.family,
        one.lift,
    )
    (both,) = read("(Clean + 2 Front Squats + Jerk) x 1 rep").prescriptions
    assert ("clean and jerk", "Clean & Jerk") == (both.family, both.lift)
