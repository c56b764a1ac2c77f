"""The prescriptions of each line of a segment, in the words of coaches."""

from typing import Any

import pytest

from tests.notation import prescribed, read


def reps(least: int, most: int | None = None) -> dict[str, int]:
    return {"reps_min": least, "reps_max": least if most is None else most}


def percent(least: float, most: float | None = None) -> dict[str, float]:
    return {"percent_min": least, "percent_max": least if most is None else most}


def lasting(least: int, most: int | None = None) -> dict[str, int]:
    return {"duration_seconds_min": least, "duration_seconds_max": least if most is None else most}


# Schemes


@pytest.mark.parametrize(
    ("scheme", "says"),
    [
        ("Every 2 minutes, for 16 minutes (8 sets):", {"interval_seconds": 120, "total_seconds": 960, "sets": 8}),
        ("Every 90 seconds, for 4:30 (3 sets) of:", {"interval_seconds": 90, "total_seconds": 270, "sets": 3}),
        ("Every 2:30, for 15 minutes (6 sets)", {"interval_seconds": 150, "total_seconds": 900, "sets": 6}),
        (
            "Every minute, on the minute, for 7 minutes (7 sets):",
            {"interval_seconds": 60, "total_seconds": 420, "sets": 7},
        ),
        ("Every 3 minutes for 5 sets:", {"interval_seconds": 180, "sets": 5, "total_seconds": 900}),
        ("Every other minute, for 10 minutes (5 sets):", {"interval_seconds": 120, "total_seconds": 600, "sets": 5}),
        ("EMOM 10:", {"interval_seconds": 60, "total_seconds": 600, "sets": 10}),
        ("10-Minute EMOM", {"interval_seconds": 60, "total_seconds": 600, "sets": 10}),
        ("E2MOM x 5", {"interval_seconds": 120, "sets": 5, "total_seconds": 600}),
        ("E90S x 8:", {"interval_seconds": 90, "sets": 8, "total_seconds": 720}),
        ("Alternating, every 60 seconds, for 6 minutes:", {"interval_seconds": 60, "sets": 3, "total_seconds": 360}),
        ("Superset x 3:", {"sets": 3}),
        ("For quality, 2 rounds of:", {"sets": 2}),
        ("E2:30MOM for 15 minutes", {"interval_seconds": 150, "total_seconds": 900, "sets": 6}),
        ("Three sets of:", {"sets": 3}),
        ("Not for time:", {}),
        ("Against a 3-minute running clock:", {"total_seconds": 180}),
        ("EMOM 12 (alternating, 6 sets of each):", {"interval_seconds": 60, "total_seconds": 720, "sets": 6}),
        ("Every 2 minutes, for as long as possible:", {"interval_seconds": 120}),
        ("4 Rounds:", {"sets": 4}),
        ("Superset (3 sets):", {"sets": 3}),
        ("Three to four sets of:", {"sets": 3, "sets_max": 4}),
        ("3 Rounds, not for time:", {"sets": 3}),
        ("Three rounds for time of:", {"sets": 3, "format": "for time"}),
        ("AMRAP 12:", {"total_seconds": 720, "format": "amrap"}),
        ("12-minute AMRAP of:", {"total_seconds": 720, "format": "amrap"}),
        (
            "Complete as many rounds and reps as possible in 10 minutes of:",
            {"total_seconds": 600, "format": "amrap"},
        ),
    ],
)
def test_a_scheme_gives_its_rhythm_to_the_movements_below(scheme: str, says: dict[str, Any]) -> None:
    """Interval, total and sets are in the scheme, and hold for each movement of its block.

    If the movements alternate, each has its share of the sets.
    """
    below = "Back Squat x 3 reps\nPush-Ups x 10 reps"
    assert [
        {"movement": "Back Squat", **reps(3), **says},
        {"movement": "Push-Ups", **reps(10), **says},
    ] == prescribed(f"{scheme}\n{below}")


@pytest.mark.parametrize("scheme", ["Five sets of 2 reps:", "Every 90 seconds, for 7:30 (5 sets of 2 reps):"])
def test_a_scheme_may_state_the_reps(scheme: str) -> None:
    """They hold for the movements that state none."""
    found = prescribed(f"{scheme}\nSnatch @ 75%\nBox Jumps x 3 reps")
    assert [(5, 2), (5, 3)] == [(one["sets"], one["reps_min"]) for one in found]


def test_a_movement_may_stand_on_the_line_of_its_scheme() -> None:
    """After the colon the line goes on with the movement."""
    line = "Every 2 minutes, for 20 minutes (10 sets): Snatch x 1 rep @ 75-80%"
    rhythm = {"interval_seconds": 120, "total_seconds": 1200, "sets": 10}
    assert [{"movement": "Snatch", **reps(1), **percent(75, 80), **rhythm}] == prescribed(line)


def test_blocks_are_numbered_by_their_schemes() -> None:
    """A second scheme, or a test after a scheme, opens the next block."""
    reading = read(
        "Every minute, on the minute, for 3 minutes (3 sets):\n"
        "Tall Snatch x 2 reps\n"
        "Followed by…\n"
        "Every 90 seconds, for 6 minutes (4 sets):\n"
        "Hip Snatch x 1 rep\n"
        "Then,\n"
        "In 12 minutes, establish a 1-RM Snatch"
    )
    assert [1, 2, 3] == [prescription.block for prescription in reading.prescriptions]
    assert ["scheme", "movement", "connector", "scheme", "movement", "connector", "test"] == [
        line.kind for line in reading.lines
    ]


def test_a_movement_above_its_scheme_is_the_one_of_the_sets_below() -> None:
    """Some coaches write the lift as the heading of the segment."""
    assert [
        {"movement": "Front Squat", "sets": 5, "interval_seconds": 180, "total_seconds": 900, **reps(2), **percent(80)}
    ] == prescribed("Front Squat\nEvery 3 minutes, for 15 minutes (5 sets):\n2 reps @ 80%")


def test_stations_of_a_rotation_have_the_sets_that_are_stated_of_each() -> None:
    """`Minute 1:` before a movement is the name of its place; the clock is shared."""
    text = (
        "Every minute, on the minute, for 12 minutes (4 sets of each):\n"
        "Minute 1: Strict Pull-Ups x 5\n"
        "Minute 2: Hollow Hold x 30 seconds\n"
        "Minute 3 – Assault Bike x 10 calories"
    )
    rhythm = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    assert [
        {"movement": "Strict Pull-Ups", **reps(5), **rhythm},
        {"movement": "Hollow Hold", **lasting(30), **rhythm},
        {"movement": "Assault Bike", "calories_min": 10, "calories_max": 10, **rhythm},
    ] == prescribed(text)
    assert [] == read(text).findings


def test_stations_take_the_minutes_in_turn() -> None:
    """Twelve minutes of two stations are six sets of each, if nothing else is stated."""
    found = prescribed("EMOM 12:\nMin 1: Power Clean x 2 @ 65%\nMin 2: Push Jerk x 3 @ 60%")
    assert [6, 6] == [one["sets"] for one in found]


def test_a_rest_may_have_its_turn() -> None:
    """Twelve minutes of two stations and a rest are four sets of each; set lines are no further stations."""
    resting = prescribed("EMOM 12\nMinute 1: Snatch x 1\nMinute 2: Burpees x 5\nMinute 3: Rest")
    assert [4, 4] == [one["sets"] for one in resting]
    divided = prescribed("EMOM 12\nOdd minutes: Snatch\nSets 1-3 @ 70%\nSets 4-6 @ 75%\nEven minutes: 10 Burpees")
    assert [3, 3, 6] == [one["sets"] for one in divided]


# Movement lines


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Snatch x 1 rep", {"movement": "Snatch", **reps(1)}),
        ("Snatch x3", {"movement": "Snatch", **reps(3)}),
        ("* Snatch x 2-3 reps", {"movement": "Snatch", **reps(2, 3)}),
        ("Split Squats x 8 reps each leg", {"movement": "Split Squats", **reps(8), "each_side": True}),
        ("DB Row x 10/side", {"movement": "DB Row", **reps(10), "each_side": True}),
        ("Side Plank x 30 seconds per side", {"movement": "Side Plank", **lasting(30), "each_side": True}),
        ("Hollow Hold x 15-20 seconds", {"movement": "Hollow Hold", **lasting(15, 20)}),
        ("Plank x 1:30", {"movement": "Plank", **lasting(90)}),
        ("Plank x :30", {"movement": "Plank", **lasting(30)}),
        ("Bench Press @ 31X1 x 8-10 reps", {"movement": "Bench Press", **reps(8, 10), "tempo": "31X1"}),
        ("Plank Hold – 60 seconds", {"movement": "Plank Hold", **lasting(60)}),
        ("Accumulate 3 minutes in a Plank Hold", {"movement": "Plank Hold", **lasting(180)}),
        ("Sled Push x 100 ft", {"movement": "Sled Push", "distance": 100, "distance_unit": "ft"}),
        ("Farmer's Carry x 40 meters", {"movement": "Farmer's Carry", "distance": 40, "distance_unit": "m"}),
        ("Row 500 meters", {"movement": "Row", "distance": 500, "distance_unit": "m"}),
        ("400m Run", {"movement": "Run", "distance": 400, "distance_unit": "m"}),
        ("10 Burpees", {"movement": "Burpees", **reps(10)}),
        ("5 Strict Pull-Ups", {"movement": "Strict Pull-Ups", **reps(5)}),
        ("3 x 12 each Split Squats", {"movement": "Split Squats", "sets": 3, **reps(12), "each_side": True}),
        ("No Feet Snatch x 2 reps", {"movement": "No Feet Snatch", **reps(2)}),
        ("A1. Bench Press x 8 reps", {"movement": "Bench Press", **reps(8)}),
        (
            "Snatch x 1 rep, adding 5 lbs each set",
            {"movement": "Snatch", **reps(1), "load_text": "adding 5 lbs each set"},
        ),
        ("Ring Dips x Max reps", {"movement": "Ring Dips", "max_reps": True}),
        ("Back Squat 5x3 @ 80%", {"movement": "Back Squat", "sets": 5, **reps(3), **percent(80)}),
        ("Back Squat (5 sets x 3 reps @ 80%)", {"movement": "Back Squat", "sets": 5, **reps(3), **percent(80)}),
        ("Back Squat – 5 x 3 @ 80%", {"movement": "Back Squat", "sets": 5, **reps(3), **percent(80)}),
        ("Front Squat: 3 sets x 5 reps @ 70%", {"movement": "Front Squat", "sets": 3, **reps(5), **percent(70)}),
        ("5 sets of 3 Back Squats @ 75%", {"movement": "Back Squats", "sets": 5, **reps(3), **percent(75)}),
        ("Push Press – 3 sets of 5", {"movement": "Push Press", "sets": 3, **reps(5)}),
        ("Snatch, 80% x 2 x 3", {"movement": "Snatch", "sets": 3, **reps(2), **percent(80)}),
        ("Back Squat x 5 @ 70 – 75%", {"movement": "Back Squat", **reps(5), **percent(70, 75)}),
        ("Snatch Pull x 3 reps @ 101%+", {"movement": "Snatch Pull", **reps(3), "percent_min": 101}),
        ("Deadlift x 5 reps @ 140/100 kg", {"movement": "Deadlift", **reps(5), "weight": 140, "weight_women": 100}),
        ("Thrusters (95/65 lbs) x 10 reps", {"movement": "Thrusters", **reps(10), "weight": 95, "weight_women": 65}),
        ("Front Squat x 3 reps @ 30X1", {"movement": "Front Squat", **reps(3), "tempo": "30X1"}),
        ("Back Squat x 3 reps @ RPE 8", {"movement": "Back Squat", **reps(3), "rpe_min": 8, "rpe_max": 8}),
        ("Power Clean x 1.1.1 @ 80%", {"movement": "Power Clean", "cluster": [1, 1, 1], **reps(3), **percent(80)}),
        (
            "Back Squat x 3-2-1-3-2-1",
            {"movement": "Back Squat", "sets": 6, "reps_per_set": [3, 2, 1, 3, 2, 1]},
        ),
        ("DB Bench Press x 10 reps (50 lbs each hand)", {"movement": "DB Bench Press", **reps(10), "weight": 50}),
        ("(Sots Press) x 5 reps", {"movement": "Sots Press", **reps(5)}),
        (
            "Power Clean with 2 second pause at knee x 1 rep",
            {"movement": "Power Clean with 2 second pause at knee", **reps(1)},
        ),
    ],
)
def test_a_movement_line_says_what_to_do(line: str, says: dict[str, Any]) -> None:
    """Movement as written, sets, reps or time or distance, load and rhythm, in the ways that coaches write them."""
    found = [{name: value for name, value in one.items() if name != "weight_unit"} for one in prescribed(line)]
    assert [says] == found


@pytest.mark.parametrize(
    ("line", "unit"),
    [("Deadlift x 5 reps @ 100 kg", "kg"), ("Deadlift x 5 reps @ 225#", "lb"), ("Deadlift x 5 (225 lbs)", "lb")],
)
def test_a_weight_has_its_unit(line: str, unit: str) -> None:
    """Kilograms and pounds are never mixed."""
    assert [unit] == [one["weight_unit"] for one in prescribed(line)]


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
    ("line", "movement", "parts", "times"),
    [
        ("(Clean + 2 Front Squats + Jerk) x 1 rep", "Clean + 2 Front Squats + Jerk", [1, 2, 1], 1),
        ("Snatch Pull + Snatch x 2 reps @ 70%", "Snatch Pull + Snatch", [1, 1], 2),
        ("Clean + Jerk x 2+1", "Clean + Jerk", [2, 1], 1),
        ("Clean + Jerk @ 60/40 kg x 2+1", "Clean + Jerk", [2, 1], 1),
        ("Clean + Jerk x (2+1)", "Clean + Jerk", [2, 1], 1),
        ("Clean + Jerk (2+1) @ 70%", "Clean + Jerk", [2, 1], 1),
        ("Clean + Jerk (2+1) @ 70-75% x 5 sets", "Clean + Jerk", [2, 1], 1),
        (
            "(Snatch Pull + Hang Snatch (at knee) + Snatch) x 1",
            "Snatch Pull + Hang Snatch (at knee) + Snatch",
            [1, 1, 1],
            1,
        ),
        ("(Snatch + Overhead Squat x 1 rep", "Snatch + Overhead Squat", [1, 1], 1),
        ("Power Clean x 2 + Jerk x 1", "Power Clean + Jerk", [2, 1], 1),
        ("2 Snatch Pulls + 1 Snatch @ 70%", "2 Snatch Pulls + 1 Snatch", [2, 1], 1),
        ("Snatch Pull + Snatch @ 70%", "Snatch Pull + Snatch", [1, 1], None),
        ("Clean & Jerk @ 70% x 2+1", "Clean & Jerk", [2, 1], 1),
    ],
)
def test_a_complex_has_parts(line: str, movement: str, parts: list[int], times: int | None) -> None:
    """Each movement of `A + 2 B + C` with its repetitions, bracketed or not; reps are those of the whole."""
    (one,) = read(line).prescriptions
    assert (movement, times) == (one.movement, one.reps_min)
    assert one.complex
    assert parts == [part.reps for part in one.complex]


def test_a_clean_and_jerk_is_one_movement() -> None:
    """Only a plus makes a complex."""
    (one,) = read("Clean & Jerk x 1 rep").prescriptions
    assert one.complex is None


def test_a_load_may_stand_on_the_next_line() -> None:
    """It belongs to the movement above."""
    (one,) = read("Snatch Pull x 3 reps\n@ 90-100% of 1-RM Snatch").prescriptions
    assert ("Snatch Pull x 3 reps", 3, 90, 100, "Snatch") == (
        one.text,
        one.reps_min,
        one.percent_min,
        one.percent_max,
        one.percent_of,
    )


# Set lines


@pytest.mark.parametrize(
    ("line", "first", "last", "says"),
    [
        ("*Sets 1-2 = 2 reps @ 75%", 1, 2, {**reps(2), **percent(75)}),
        ("Set 1 – 5 reps @ 70%", 1, 1, {**reps(5), **percent(70)}),
        ("Set 3: 1 rep @ 85-90%", 3, 3, {**reps(1), **percent(85, 90)}),
        ("*Sets 1-3 @ 70%", 1, 3, {**reps(4), **percent(70)}),
        ("Sets 1 & 2 = @ 70%", 1, 2, {**reps(4), **percent(70)}),
        ("Set 2 = 70% x 3", 2, 2, {**reps(3), **percent(70)}),
        ("Set 2 = 70%", 2, 2, {**reps(4), **percent(70)}),
        ("Sets 4-5 = build to something heavy", 4, 5, reps(4)),
        ("*Sets 1-4: 65% of 1-RM", 1, 4, {**reps(4), **percent(65), "percent_of_rep_max": 1}),
        ("• Sets 1-2 = 75-80%", 1, 2, {**reps(4), **percent(75, 80)}),
        ("*Sets 1-4 at 65%", 1, 4, {**reps(4), **percent(65)}),
        ("*Sets 3, 4 and 5 = @ 70%", 3, 5, {**reps(4), **percent(70)}),
        ("*All sets at 90%", 1, 5, {**reps(4), **percent(90)}),
        ("*Sets 4-5: Back down to 80%", 4, 5, {**reps(4), **percent(80)}),
        ("*Last set = max reps at 65%", 5, 5, {"max_reps": True, **percent(65)}),
    ],
)
def test_a_set_line_divides_the_sets_of_its_movement(line: str, first: int, last: int, says: dict[str, Any]) -> None:
    """Each gives one with the movement, and with the reps if it states none; the movement line gives none."""
    found = prescribed(f"Every 2 minutes, for 10 minutes (5 sets):\nBack Squat x 4 reps\n{line}")[-1:]
    rhythm = {"interval_seconds": 120, "total_seconds": 600}
    sets = {"sets": last - first + 1, "first_set": first, "last_set": last}
    assert [{"movement": "Back Squat", **rhythm, **sets, **says}] == found


def test_each_set_may_say_how_often_the_parts_are_done() -> None:
    """`3+1` of a complex."""
    found = read("Clean + Jerk\n*Sets 1-3 = 3+1 @ 65%\n*Sets 4-6 = 2+1 @ 70%").prescriptions
    assert [[3, 1], [2, 1]] == [[part.reps for part in one.complex or []] for one in found]


@pytest.mark.parametrize("line", ["*Sets 4-6 = 80%", "*Sets 4+ = 80%"])
def test_the_sets_in_front_of_the_first_set_line_are_the_movements_own(line: str) -> None:
    """The values of the movement line apply to them."""
    found = prescribed(f"Every 2 minutes, for 12 minutes (6 sets):\nSnatch x 2 reps @ 70%\n{line}")
    assert [(1, 3, 3, 70), (4, 6, 3, 80)] == [
        (one["first_set"], one["last_set"], one["sets"], one["percent_min"]) for one in found
    ]


@pytest.mark.parametrize(("which", "first", "last"), [("Last set", 5, 5), ("All sets", 1, 5)])
def test_sets_without_a_number_have_that_of_the_scheme(which: str, first: int, last: int) -> None:
    """This also holds before a movement."""
    (one,) = prescribed(f"Five sets of:\n{which}: Snatch x 3 reps @ 60%")
    assert (first, last) == (one["first_set"], one["last_set"])


def test_several_sets_may_stand_on_one_line() -> None:
    """Divided by commas, each is its own."""
    found = prescribed("Snatch x 1 rep\n*Sets 1-2 @ 70%, Sets 3-5 @ 75%")
    assert [(1, 2, 70), (3, 5, 75)] == [(one["first_set"], one["last_set"], one["percent_min"]) for one in found]


def test_a_list_of_sets_below_a_movement_is_one_set_each() -> None:
    """`70% x 3, 75% x 3, 80% x 2 x 2`: percent, reps, and sets if there are several."""
    assert [
        {"movement": "Snatch", "sets": 1, **reps(3), **percent(70)},
        {"movement": "Snatch", "sets": 1, **reps(3), **percent(75)},
        {"movement": "Snatch", "sets": 2, **reps(2), **percent(80)},
    ] == prescribed("Snatch\n70% x 3, 75% x 3, 80% x 2 x 2")


def test_a_list_of_percents_is_a_set_each() -> None:
    """There is no lift between them: 100, 105 and 110 percent are three sets."""
    found = prescribed("Clean Pull x 3 reps @ 100, 105, 110%")
    assert [(1, 3, 100), (1, 3, 105), (1, 3, 110)] == [
        (one["sets"], one["reps_min"], one["percent_max"]) for one in found
    ]


def test_a_list_of_sets_may_stand_behind_its_movement() -> None:
    """Reps and percent in either order."""
    found = prescribed("Front Squat 3 @ 70%, 3 @ 75%, 2 x 1 @ 80%")
    assert [(1, 3, 70), (1, 3, 75), (2, 1, 80)] == [(one["sets"], one["reps_min"], one["percent_min"]) for one in found]


def test_a_wave_is_divided_by_set_lines() -> None:
    """Each set line has its own part of `3-2-1-3-2-1`."""
    found = prescribed("Snatch 3-2-1-3-2-1\nSets 1-3 @ 75%\nSets 4-6 @ 80%")
    assert [[3, 2, 1], [3, 2, 1]] == [one["reps_per_set"] for one in found]


@pytest.mark.parametrize("text", ["Three sets of:\nAMRAP 5 minutes:", "AMRAP 5 minutes:\n3 sets of:"])
def test_a_scheme_may_stand_on_two_lines(text: str) -> None:
    """With nothing between them they are one."""
    amrap = {"sets": 3, "total_seconds": 300, "format": "amrap"}
    assert [{"movement": "Burpees", **reps(10), **amrap}] == prescribed(f"{text}\n10 Burpees")


def test_a_wave_may_be_the_scheme() -> None:
    """The movements below have it, and set lines their part of it."""
    found = prescribed("21-15-9 reps for time of:\nThrusters (95/65 lb)\nPull-Ups")
    assert [[21, 15, 9], [21, 15, 9]] == [one["reps_per_set"] for one in found]
    divided = prescribed("3-2-1-3-2-1\nSnatch\nSets 1-3 @ 75%\nSets 4-6 @ 80%")
    assert [[3, 2, 1], [3, 2, 1]] == [one["reps_per_set"] for one in divided]


# Tests, rests, tabata


@pytest.mark.parametrize(
    ("text", "movement", "rep_max", "total"),
    [
        ("In 20 minutes, establish a 1-RM Back Squat", "Back Squat", 1, 1200),
        ("Take 20 minutes to build to a 10-RM Front Squat", "Front Squat", 10, 1200),
        ("Find a 3 Rep Max Push Press", "Push Press", 3, None),
        ("Work up to a 5RM Back Squat in 15 minutes", "Back Squat", 5, 900),
        ("1-RM Snatch", "Snatch", 1, None),
        ("Build to a 3-RM Snatch with 2 second pause at knee", "Snatch with 2 second pause at knee", 3, None),
        ("Establish a 1-RM Pause Front Squat (3 second pause)", "Pause Front Squat", 1, None),
        ("1-RM Clean & Jerk (30 minutes to establish)", "Clean & Jerk", 1, 1800),
        ("Take 20 minutes to find your 1-RM for the Snatch", "Snatch", 1, 1200),
        ("Snatch Balance\nIn 12 minutes, establish a 2-RM", "Snatch Balance", 2, 720),
        (
            "In 20 minutes, establish a 1-RM of the following complex:\nClean + Front Squat + Jerk",
            "Clean + Front Squat + Jerk",
            1,
            1200,
        ),
    ],
)
def test_a_test_has_its_rep_max_and_no_sets(text: str, movement: str, rep_max: int, total: int | None) -> None:
    """k, the movement on the line or beside it, and the time if one is stated."""
    (one,) = read(text).prescriptions
    assert (movement, rep_max, total) == (one.movement, one.rep_max_test, one.total_seconds)
    assert (None, None) == (one.sets, one.reps_min)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Snatch – build to a heavy triple in 15 minutes", 3),
        ("Take 15 minutes to build to a heavy single Snatch", 1),
        ("In 15 minutes, work up to a heavy set of 5 Snatch", 5),
        ("Take 15 minutes to build to a heavy Snatch", None),
        ("Within 15 minutes, establish today's best Snatch", None),
        ("In 15 minutes, build to a heavy set of the following:\nSnatch", None),
    ],
)
def test_the_word_heavy_names_no_rep_max(text: str, counted: int | None) -> None:
    """A heavy single has one repetition, and is not a 1-RM."""
    (one,) = read(text).prescriptions
    assert ("Snatch", None, counted, counted, 900) == (
        one.movement,
        one.rep_max_test,
        one.reps_min,
        one.reps_max,
        one.total_seconds,
    )


def test_sets_after_a_test_are_the_next_block() -> None:
    """Sets at a percent of today's best, with the movement of the test."""
    found = read("Find a 5-RM Push Press\nThen,\n2x5 @ 90% of today's 5-RM\nRow x 500 meters").prescriptions
    assert [(1, "Push Press"), (2, "Push Press"), (2, "Row")] == [(one.block, one.movement) for one in found]


def test_how_heavy_the_sets_become_is_no_test() -> None:
    """Below a movement with reps, building to a heavy single only says how."""
    assert 1 == len(prescribed("Every 2 minutes, for 20 minutes (10 sets):\nSnatch x 1 rep\nBuild to a heavy single"))


def test_a_rest_belongs_to_the_line_before_it() -> None:
    """In a circuit the last movement has it; between movements each has its own."""
    assert [None, 90] == [
        one.get("rest_seconds") for one in prescribed("Three sets of:\nChin-Ups x 8\nV-Ups x 12\nRest 90 seconds")
    ]
    assert [60, 120] == [
        one.get("rest_seconds")
        for one in prescribed("Three sets of:\nChin-Ups x 8\nRest 60 seconds\nV-Ups x 12\nRest 2 minutes between sets")
    ]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Rest as needed", {}),
        ("Rest 2-3 minutes", {"rest_seconds": 120, "rest_seconds_max": 180}),
        ("Rest 1:30", {"rest_seconds": 90}),
        ("*Rest 60-90 seconds between sets", {"rest_seconds": 60, "rest_seconds_max": 90}),
        ("Rest 5 minutes before moving on to the next part", {}),
        ("Rest 10 minutes before the jerks", {}),
        ("Rest 2-3 minutes and 30 seconds", {"rest_seconds": 120, "rest_seconds_max": 180}),
    ],
)
def test_a_rest_is_what_is_stated(line: str, rest: dict[str, int]) -> None:
    """`As needed` is no rest; a range is kept; a rest before something else is not between sets."""
    assert [{"movement": "Back Squat", "sets": 3, **reps(5), **rest}] == prescribed(
        f"Three sets of:\nBack Squat x 5\n{line}"
    )


def test_a_rest_above_everything_belongs_to_nothing() -> None:
    """It is a rest after the segment before."""
    (one,) = prescribed("Rest 5 minutes after your last squat, then…\nOne set of:\nFront Squat x 5 reps")
    assert "rest_seconds" not in one


def test_a_tabata_is_eight_sets_of_work_and_rest() -> None:
    """Twenty seconds on and ten off, unless it says otherwise."""
    usual = {"sets": 8, **lasting(20), "rest_seconds": 10, "total_seconds": 240}
    assert [{"movement": "Hollow Rocks", **usual}] == prescribed("Tabata Hollow Rocks")
    assert [{"movement": "Sit-Ups", **usual}] == prescribed(
        "Tabata Sit-Ups (8 rounds of 20 seconds on / 10 seconds off)"
    )
    assert [{"movement": "Sit-Ups", **usual, "sets": 6, **lasting(30), "total_seconds": 240}] == prescribed(
        "One Tabata of: Sit-Ups:\n30 seconds on\n10 seconds off\nFor a total of 6 rounds"
    )


# Prose


@pytest.mark.parametrize(
    "line",
    [
        "*Keep this under 55% of your 1-RM Snatch, it is only a warm-up.",
        "Use this as a warm-up, stay below 70% of your 1-RM Power Clean",
        "Start at 70% and add weight as you go.",
        "Do not exceed 80% today.",
        "Build over the course of the 4 sets.",
        "Aim for 2 heavy working sets.",
        "Goal: 5 more reps than last week",
        "If you miss twice, drop 10% and perform 2 more singles.",
        "or V-Ups x 20",
        "(Sub Russian Twists x 30 if no GHD)",
        "Scale to Ring Rows x 12 reps",
        "Penalty: 5 burpees for each miss",
        "*3-position = high hang, hang, floor",
        "1 complex = 1 Snatch + 1 Hang Snatch",
        "*Note: This entire section should take you 4 minutes to complete",
        "Pause for 2 seconds in the receiving position on each rep.",
        "The percentages are based off of your 1-RM Front Squat.",
        "(add weight if possible)",
        "You should be able to hit 3 reps @ 85% today.",
        "Every rep should look the same.",
        "12 reps in 12 minutes. Every one of them should look exactly the same.",
        "Pause 2 seconds in the dip and 2 seconds in the receiving position on each rep.",
        "RPE 8-9, so you should have had one more jump in you.",
        "(10 each leg)",
        "Chin-Ups x 5 if your arms say no",
        "Snatch Pulls x 2 means 2 pulls, set the bar down, no bouncing.",
        "Chair Dips x 15 are fine too.",
        "5 seconds at the bottom of each rep",
        "3 Second Pause in the Bottom",
        "Catch 1 in Power, 1 in Squat",
        "Sets 4-5 may go to 80% only if it moves well.",
        "20 slow reps in total, turn the elbows over without a second dip",
        "(Front Squat 3x5 @ 75% for the new folks.)",
        "32 kg per hand for men, 24 kg per hand for women",
        "Front rack hold at 110% of your 1-RM Jerk, taken out of the rack.",
    ],
)
def test_prose_gives_no_prescription(line: str) -> None:
    """Caps, starting loads, goals, scaling, penalties and definitions have numbers, and prescribe nothing."""
    reading = read(f"Three sets of:\nBack Squat x 5 reps\n{line}")
    assert ["Back Squat x 5 reps"] == [prescription.text for prescription in reading.prescriptions]
    assert ["scheme", "movement", "note"] == [row.kind for row in reading.lines]


@pytest.mark.parametrize(
    "line",
    [
        "Leave two reps in the tank.",
        "Leave 1-2 reps in reserve",
        "Save two reps.",
        "Always leave 1 rep in the tank!",
        "Finish each set with 2 reps left in the tank",
        "Stop with two reps left.",
        "Stop each set 2 reps short of failure.",
        "2 Reps in Reserve",
        "2 RIR",
        "RIR 1-2",
    ],
)
@pytest.mark.parametrize(
    "above",
    ["", "Every 2 minutes, for 10 minutes (5 sets):\nBack Squat x 5 reps\n", "Three sets of:\nBack Squat x 5 reps\n"],
)
def test_reps_in_reserve_are_no_reps_to_do(line: str, above: str) -> None:
    """Undone reps say how hard a set is; the line is a note, and there is no finding."""
    reading = read(above + line)
    assert ("note", []) == (reading.lines[-1].kind, reading.findings)
    assert [] == [one.text for one in reading.prescriptions if one.text == line]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Back Squat 3x8, leave two reps in the tank", {"remark": "leave two reps in the tank"}),
        ("Back Squat 3x8 (leave 2 reps in the tank)", {"remark": "leave 2 reps in the tank"}),
        ("Back Squat 3x8 with 2 reps in reserve", {"remark": "with 2 reps in reserve"}),
        ("Back Squat 3x8 - 2 RIR", {"remark": "2 RIR"}),
        ("Back Squat 3x8 @ 2 RIR", {"load_text": "2 RIR"}),
        ("Back Squat 3x8 @ RIR 1-2", {"load_text": "RIR 1-2"}),
    ],
)
def test_reps_in_reserve_behind_an_amount_are_kept_as_written(line: str, says: dict[str, str]) -> None:
    """They are a remark, and after `@` a load in words."""
    (one,) = read(line).prescriptions
    assert (3, 8, 8) == (one.sets, one.reps_min, one.reps_max)
    assert says == {field: value for field in ("remark", "load_text") if (value := getattr(one, field)) is not None}


@pytest.mark.parametrize(
    "line",
    [
        "10 Minute Time Cap",
        "30 total reps",
        "2 Reps Left in the Tank",
        "Competitors: Power Snatch x 3",
        "Max 3 Sets at 90%",
    ],
)
def test_text_that_only_looks_like_notation_gives_no_prescription(line: str) -> None:
    """Caps and remarks in capitals are never movements."""
    reading = read(f"Three sets of:\nBack Squat x 5 reps\n{line}")
    assert ["Back Squat x 5 reps"] == [prescription.text for prescription in reading.prescriptions]


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
def test_a_starting_load_and_a_cap_are_no_load(line: str, least: float | None) -> None:
    """Only loads that are to be lifted are."""
    (one,) = read(line).prescriptions
    assert least == one.percent_min


def test_a_line_that_nothing_recognises_is_a_finding() -> None:
    """A line with the look of notation that is neither read nor prose is unread, and a finding."""
    reading = read("Back Squat x 5 reps\nQQQ 7 zz 9 @@")
    assert ["movement", "unread"] == [line.kind for line in reading.lines]
    assert [("unread", "QQQ 7 zz 9 @@")] == [(finding.rule, finding.line) for finding in reading.findings]


# Findings


def test_a_clock_that_does_not_agree_is_a_finding_and_nothing_is_repaired() -> None:
    """6 sets every 90 seconds are 9 minutes, not 12."""
    reading = read("Every 90 seconds, for 12 minutes (6 sets):\nSnatch x 1 rep")
    assert ["clock"] == [finding.rule for finding in reading.findings]
    assert (6, 90, 720) == (
        reading.prescriptions[0].sets,
        reading.prescriptions[0].interval_seconds,
        reading.prescriptions[0].total_seconds,
    )


def test_movements_in_turn_share_the_clock() -> None:
    """3 sets of each of two, every 3 minutes, are 18 minutes."""
    text = "Every 3 minutes, for 18 minutes (3 sets of each):\nBack Squat x 5 reps\nBox Jumps x 3 reps"
    assert [] == read(text).findings


@pytest.mark.parametrize("sets", ["Sets 1-2 @ 70%\nSets 4-5 @ 75%", "Sets 1-2 @ 70%", "Sets 1-3 @ 70%\nSets 3-5 @ 75%"])
def test_set_lines_that_do_not_make_up_the_sets_are_a_finding(sets: str) -> None:
    """A gap, too few, or one named twice."""
    reading = read(f"Every 2 minutes, for 10 minutes (5 sets):\nSnatch x 1 rep\n{sets}")
    assert ["sets"] == [finding.rule for finding in reading.findings]


def test_the_sets_may_be_divided_between_movements() -> None:
    """`Sets 1-3 = …` and `Sets 4-6 = …` of two movements make up the six."""
    text = "Every 2 minutes, for 12 minutes (6 sets):\nSets 1-3 = Push Press x 5 reps\nSets 4-6 = Jerk Balance x 3 reps"
    reading = read(text)
    assert [("Push Press", 1, 3), ("Jerk Balance", 4, 6)] == [
        (one.movement, one.first_set, one.last_set) for one in reading.prescriptions
    ]
    assert [] == reading.findings


def test_a_percent_over_110_is_a_finding() -> None:
    """It is kept as stated."""
    reading = read("Snatch Pull x 3 reps @ 150%")
    assert (["percent"], 150) == ([finding.rule for finding in reading.findings], reading.prescriptions[0].percent_max)


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
