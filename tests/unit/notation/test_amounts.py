"""Amounts: repetitions, times, distances and calories, as ranges and for men and women."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Row 500/400 Meters", one("Row", m=500, distance_women=400)),
        ("800/700m Run", one("Run", m=800, distance_women=700)),
        ("Row 1,000/850 m", one("Row", m=1000, distance_women=850)),
        ("Run 400 m / 350 m", one("Run", m=400, distance_women=350)),
        ("20/15 cal Air Bike", one("Air Bike", calories=20, calories_women=15)),
        ("Ski Erg x 18/14 calories", one("Ski Erg", calories=18, calories_women=14)),
        ("30/22 Calorie Row", one("Row", calories=30, calories_women=22)),
        ("Thrusters x 12 reps @ 115/80 lb", one("Thrusters", reps=12, lb=(115, 80))),
        ("15 Deadlifts (225/155 lbs)", one("Deadlifts", reps=15, lb=(225, 155))),
        ("Thruster (42.5/30 kg) x 9", one("Thruster", reps=9, kg=(42.5, 30))),
        ("15 Power Snatches at 34/25 kg", one("Power Snatches", reps=15, kg=(34, 25))),
        ("Ring Dips x 12/9 reps", one("Ring Dips", reps=12, reps_women=9)),
        ("Power Clean x 3 reps @ M 70 kg / W 48 kg", one("Power Clean", reps=3, kg=(70, 48))),
        ("10 Thrusters 95 lb (M) / 65 lb (W)", one("Thrusters", reps=10, lb=(95, 65))),
        ("15 cal (men) / 12 cal (women) Row", one("Row", calories=15, calories_women=12)),
        ("Row 15 cal M / 12 cal W", one("Row", calories=15, calories_women=12)),
        ("0:30/0:30 Side Plank", one("Side Plank", seconds=30, each_side=True)),
        ("30s/30s Copenhagen Plank", one("Copenhagen Plank", seconds=30, each_side=True)),
        ("100ft/100ft Single-Arm Farmers Walk", one("Single-Arm Farmers Walk", ft=100, each_side=True)),
        ("20 m/20 m Suitcase Carry", one("Suitcase Carry", m=20, each_side=True)),
        ("400 m men / 350 m women Run", one("Run", m=400, distance_women=350)),
    ],
)
def test_of_a_pair_the_first_is_the_amount_and_the_second_is_kept(line: str, says: dict[str, Any]) -> None:
    """Men and women have distances, calories, weights and repetitions of their own."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("21/15 Power Cleans 95/65", one("Power Cleans", reps=21, reps_women=15, load_text="95/65")),
        ("15/12 Deadlifts", one("Deadlifts", reps=15, reps_women=12)),
        ("12/9 Front Squats", one("Front Squats", reps=12, reps_women=9)),
        ("6/4 Deadlifts", one("Deadlifts", reps=6, reps_women=4)),
    ],
)
def test_two_high_counts_in_front_of_a_lift_are_for_men_and_women(line: str, says: dict[str, Any]) -> None:
    """Conditioning counts its lifts like its other movements."""
    exact(line, says)


@pytest.mark.parametrize(
    "line",
    [
        "Snatch 80% x 2 / 1 reps",
        "Snatch x 2 / 1 reps",
        "Snatch x 2 / 1",
        "Back Squat x 5/3",
        "Deadlift x 12/9",
        "2/1 Snatch",
        "5/3 Deadlifts",
    ],
)
def test_two_counts_of_a_lift_are_not_a_pair_of_men_and_women(line: str) -> None:
    """They may be two sets, or a choice: the line is not read."""
    assert not any("reps_women" in one for one in prescribed(line))
    assert read(line).findings


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Plank x 35 sec hold", {"seconds": 35}),
        ("Plank x 35-50 second hold", {"seconds": (35, 50)}),
        ("Plank x :40 hold", {"seconds": 40}),
        ("Plank x 1 minute hold", {"seconds": 60}),
        ("Plank 3 x 25 sec hold", {"sets": 3, "seconds": 25}),
        ("Plank 4 sets of 20 second holds", {"sets": 4, "seconds": 20}),
        ("Plank 3 x 1:10 hold", {"sets": 3, "seconds": 70}),
        ("Plank 35sx3", {"sets": 3, "seconds": 35}),
        ("Plank x 35 sec hold x 3", {"sets": 3, "seconds": 35}),
        ("Plank x 35 sec hold each side", {"seconds": 35, "each_side": True}),
        ("3 sets:\nPlank x 35 sec hold", {"sets": 3, "seconds": 35}),
    ],
)
def test_a_time_may_be_that_of_a_hold(line: str, says: dict[str, Any]) -> None:
    """The word says how the time is spent."""
    exact(line, one("Plank", **says))


@pytest.mark.parametrize(
    "line",
    [
        "Push-Ups x 10 x 2 sec hold",
        "Push-Ups 10 x 2 sec hold",
        "Pull-Ups x 3 sec hold",
        "10 Push-Ups x 2 sec hold",
        "Deadlift 5x3 x 2 sec hold",
        "Row x 2 sec hold x 5 reps",
    ],
)
def test_a_hold_beside_repetitions_is_not_their_time(line: str) -> None:
    """It is part of each repetition, and the line is a finding."""
    unread(line)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("30 sec Air Bike x 8", one("Air Bike", seconds=30, sets=8)),
        ("45 seconds Plank x 3", one("Plank", seconds=45, sets=3)),
        ("1 min Row x 5 sets", one("Row", seconds=60, sets=5)),
        ("15 sec Handstand Hold x 4", one("Handstand Hold", seconds=15, sets=4)),
        ('Hollow Hold 3x40"', one("Hollow Hold", seconds=40, sets=3)),
        ("2:30 Bike", one("Bike", seconds=150)),
        ("30s Hollow Rock x 5", one("Hollow Rock", seconds=30, sets=5)),
        ("40 seconds of Wall Sit x 4", one("Wall Sit", seconds=40, sets=4)),
        ("3 x 30 sec L-Sit", one("L-Sit", seconds=30, sets=3)),
        ("1:15 Plank x 2 sets", one("Plank", seconds=75, sets=2)),
    ],
)
def test_a_time_may_stand_first(line: str, says: dict[str, Any]) -> None:
    """The movement and its amount follow: sets, and no repetitions."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Sled Push x 20-30 meters", one("Sled Push", m=20, distance_max=30)),
        ("Farmer Carry 40-50 m", one("Farmer Carry", m=40, distance_max=50)),
        ("200-400 m Run", one("Run", m=200, distance_max=400)),
        ("Handstand Walk 3 x 15-20 ft", one("Handstand Walk", sets=3, ft=15, distance_max=20)),
        ("1-2 mile Run", one("Run", mi=1, distance_max=2)),
        ("Sled Drag 3 x 30-40 m", one("Sled Drag", sets=3, m=30, distance_max=40)),
        ("Prowler Push x 15 to 20 yards", one("Prowler Push", yd=15, distance_max=20)),
    ],
)
def test_a_distance_may_be_a_range(line: str, says: dict[str, Any]) -> None:
    """The least is the distance."""
    exact(line, says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Back Squat\nBuild to a Heavy 5r", one("Back Squat", reps=5, load_text="heavy")),
        ("Back Squat 3x5r @ 70%", one("Back Squat", sets=3, reps=5, percent=70)),
    ],
)
def test_a_small_r_after_a_number_means_reps(text: str, says: dict[str, Any]) -> None:
    """It touches the number."""
    exact(text, says)


def test_steps_are_reps() -> None:
    """The steps may stand before a movement and after it."""
    exact("3 rounds:\nWalking Lunge x 24 steps", one("Walking Lunge", sets=3, reps=24))


@pytest.mark.parametrize("interval", ["two and a half minutes", "2 and a half minutes", "2 and half mins"])
def test_a_half_in_words_is_part_of_a_number_with_a_unit(interval: str) -> None:
    """It is one number."""
    clock = {"sets": 4, "interval_seconds": 150, "total_seconds": 600}
    exact(f"Every {interval} for 10 minutes: 3 Push Jerks @ 76%", one("Push Jerks", reps=3, percent=76, **clock))


@pytest.mark.parametrize("line", ["Rest 2 and half the class rows", "10 and a half"])
def test_a_half_without_a_unit_is_not_part_of_a_number(line: str) -> None:
    """It is half of something else."""
    assert prescribed(line) == []


@pytest.mark.parametrize("line", ["5' Jog", "Swim 5'", "Jogging 5'"])
def test_minutes_of_a_run_are_not_feet(line: str) -> None:
    """No one runs five feet."""
    assert [(300, None)] == [(one["duration_seconds_min"], one.get("distance")) for one in prescribed(line)]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("40/30 Calorie Machine", one("Machine", calories=40, calories_women=30)),
        ("50/40 cal machine of choice", one("machine of choice", calories=50, calories_women=40)),
    ],
)
def test_any_machine_is_conditioning(line: str, says: dict[str, Any]) -> None:
    """The lifter chooses between rower, bike and ski erg."""
    exact(line, says)
    assert read(line).prescriptions[0].family == "conditioning"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Run 4 x 400 w/ 90 sec rest", one("Run", sets=4, m=400, rest_seconds=90)),
        ("500 Row", one("Row", m=500)),
        ("Row 500", one("Row", m=500)),
        ("Row 4 x 500 r/2:00", one("Row", sets=4, m=500, rest_seconds=120)),
    ],
)
def test_a_round_number_of_a_run_or_a_row_is_metres(text: str, expected: dict[str, Any]) -> None:
    """No one runs four hundred times."""
    exact(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 x 400 m row, rest 2:00 between efforts. Aim for sub 1:40", one("row", sets=5, m=400, rest_seconds=120)),
        ("5000 m row time trial", one("row", m=5000)),
        ("8 min easy spin", one("easy spin", seconds=480)),
    ],
)
def test_a_goal_or_a_trial_beside_a_distance_changes_nothing(text: str, expected: dict[str, Any]) -> None:
    """It is a remark about the work, and a spin is work too."""
    exact(text, expected)


@pytest.mark.parametrize(
    "line", ["8 x 50 Swim, 30 sec rest", "Run 5", "400/200 run", "Row 20/15", "Row 20", "Plank 60"]
)
def test_any_other_number_of_them_without_a_unit_is_a_finding(line: str) -> None:
    """It may be metres, yards, kilometres, calories or seconds."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_many_wall_balls_are_repetitions() -> None:
    """They are not metres, although a wall is in their name."""
    exact("For time: 150 Wall Balls", one("Wall Balls", reps=150, format="for time"))


def test_a_second_distance_in_brackets_is_the_same_distance() -> None:
    """It is in another unit, or in pieces."""
    exact("Run 1600 m (1 mile)", one("Run", m=1600))


def test_a_number_after_a_colon_with_a_sign_of_a_load_is_not_a_time() -> None:
    """Only some coaches put a space before a colon."""
    exact("Back Squat :75%", one("Back Squat", percent=75))
    exact("Back Squat :80 kg", one("Back Squat", kg=80))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EMOM: 7 Wall Balls", one("Wall Balls", reps=7, interval_seconds=60)),
        ("AMRAP 10: 400m Run", one("Run", m=400, total_seconds=600, format="amrap")),
        ("50 Cals Bike", one("Bike", calories=50)),
        ("Dumbbell Row 12 reps (6/side)", one("Dumbbell Row", reps=12)),
        ("Thruster (95, 65)", one("Thruster", load_text="95, 65")),
        ("Back Squat\nSets 1 - 2 = 5 reps", one("Back Squat", sets=2, first_set=1, last_set=2, reps=5)),
        ("Back Squat\nSets 1 and up: 5 reps", one("Back Squat", first_set=1, reps=5)),
    ],
)
def test_a_number_belongs_to_the_word_beside_it(text: str, expected: dict[str, Any]) -> None:
    """The words beside a number decide whether it is minutes, repetitions, a distance, a load or sets."""
    exact(text, expected)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("8E Lunges", one("Lunges", reps=8, each_side=True)),
        ("4E Pallof Press x 3", one("Pallof Press", sets=3, reps=4, each_side=True)),
        ("1A Bench Press x 5", one("Bench Press", reps=5)),
        ("Walking Plank 1'", one("Walking Plank", seconds=60)),
        ("Handstand Walk 50'", one("Handstand Walk", ft=50)),
        ("Bench Press 5x5 (A)", one("Bench Press", sets=5, reps=5)),
        ("Rest 2 minutes between sets, Back Squat 5x5", one("Back Squat", sets=5, reps=5, rest_seconds=120)),
    ],
)
def test_short_marks_belong_to_what_they_are_beside(line: str, says: dict[str, Any]) -> None:
    """`8E` are eight each side and no label; a walk is over feet, a plank in minutes; `between sets` is not a pause
    before them."""
    assert [says] == prescribed(line)


@pytest.mark.parametrize("target", ["10/9 ft", "(10/9ft)", "to 10/9'", "to a 10 ft target"])
def test_the_target_of_a_wall_ball_is_not_a_distance(target: str) -> None:
    """It says how high the ball goes."""
    text = target.strip("()")
    exact(f"18 Wall Balls, 20/14 lb, {target}", one("Wall Balls", reps=18, lb=(20, 14), load_text=text))


@pytest.mark.parametrize("line", ["15 throws", "12 jumps", "20 steps", "3 sets x 20 steps"])
def test_throws_jumps_and_steps_below_a_lift_are_a_finding(line: str) -> None:
    """No one throws a barbell: they are of something that the line does not name."""
    assert [line] == [finding.line for finding in read(f"Bench Press\n{line}").findings]
    assert [] == [fields for fields in prescribed(f"Bench Press\n{line}") if "reps_min" in fields]
    assert [one("Bench Press", sets=5, reps=5)] == prescribed(f"Bench Press 5x5\n{line}")
    exact("Walking Lunge\n20 steps", one("Walking Lunge", reps=20))
    exact("Walking Lunge – 3 sets x 20 steps", one("Walking Lunge", sets=3, reps=20))


@pytest.mark.parametrize("name", ["Squat Jump", "Weighted Squat Jumps", "Jump Squat", "Back Squat Jumps"])
def test_jumps_of_a_jump_are_its_repetitions(name: str) -> None:
    """Its name says so, on the line or above it."""
    exact(f"{name}\n4x6 jumps @ 25%", one(name, sets=4, reps=6, percent=25))
    exact(f"{name} 4x6 jumps @ 25%", one(name, sets=4, reps=6, percent=25))
    exact(f"{name}\n12 jumps", one(name, reps=12))


@pytest.mark.parametrize("name", ["Box Squat", "Back Squat", "Push Jerk"])
def test_jumps_of_another_lift_are_a_finding(name: str) -> None:
    """No one jumps there."""
    unread(f"{name} 4x6 jumps")
    assert ["12 jumps"] == [finding.line for finding in read(f"{name}\n12 jumps").findings]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("50′ Handstand Walk", one("Handstand Walk", ft=50)),
        ("50' Handstand Walk", one("Handstand Walk", ft=50)),
        ("100' Farmer's Carry", one("Farmer's Carry", ft=100)),
        ("2' Plank", one("Plank", seconds=120)),
        ("5' Jog", one("Jog", seconds=300)),
        ("10' Row", one("Row", seconds=600)),
    ],
)
def test_a_prime_is_feet_of_what_goes_over_a_distance_and_minutes_of_what_is_held(
    line: str, fields: dict[str, object]
) -> None:
    """A handstand is held, a handstand walk is not."""
    exact(line, fields)


@pytest.mark.parametrize(
    "line",
    [
        "Row 400/500 m",
        "400 m/400 m Run",
        "100 ft/100 ft Farmers Walk",
        "30s/30s Row",
        "9 cal men / 12 cal women Bike",
        "9/12 cal Bike",
        "Bike 9/12 calories",
        "Run 150/200 m",
    ],
)
def test_a_pair_of_amounts_whose_second_is_higher_may_begin_with_the_women(line: str) -> None:
    """It may also be a choice, or there are two levels."""
    unread(line)


@pytest.mark.parametrize("sets", ["5 x 300 m", "300 m x 5", "4 x 150m (45 sec rest)"])
def test_distances_below_a_lift_are_not_of_it(sets: str) -> None:
    """They are of a run or a row that has no name."""
    bench = one("Bench Press", sets=4, reps=6)
    assert prescribed(f"Bench Press 4x6\n{sets}") == [bench]
    assert [finding.line for finding in read(f"Bench Press 4x6\n{sets}").findings] == [sets]


@pytest.mark.parametrize("movement", ["Walking Lunge", "Farmers Carry", "Sled Push", "Row"])
def test_distances_below_a_movement_along_a_way_are_of_it(movement: str) -> None:
    """A carry or a lunge has a distance."""
    exact(f"{movement}\n5 x 30 m", one(movement, sets=5, m=30))


@pytest.mark.parametrize("sets", ["in 3 sets", ", broken into 3 sets", ", split up into 3 sets or fewer"])
def test_a_number_that_is_divided_into_sets_is_that_of_all(sets: str) -> None:
    """Thirty in three sets are thirty."""
    exact(f"30 Pull-Ups {sets}", one("Pull-Ups", reps=30))


@pytest.mark.parametrize("name", ["Cal Row", "Row (cal)", "Calorie Row", "Row Calories", "Row cals", "row calories"])
def test_counts_of_a_movement_in_calories_are_calories(name: str) -> None:
    """They may belong to its scheme; each set of a list has its own."""
    assert [
        *[one(name, sets=1, calories=calories) for calories in (18, 12, 6)],
        one("Burpees", sets=3, reps_per_set=[18, 12, 6]),
    ] == prescribed(f"18-12-6\n{name}\nBurpees")
    assert [one(name, sets=4, calories=9)] == prescribed(f"4x9\n{name}")


def test_a_calf_raise_has_no_calories() -> None:
    """Its name only begins alike."""
    exact("4x9\nCalf Raise", one("Calf Raise", sets=4, reps=9))
