"""Each kind of notation that coaches of many gyms use, with the values that a careful coach reads."""

from typing import Any

import pytest

from tests.notation import exact, one, parts, prescribed, read

# Amounts


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
    ],
)
def test_of_a_pair_the_first_is_the_amount_and_the_second_is_kept(line: str, says: dict[str, Any]) -> None:
    """Men and women have distances, calories, weights and repetitions of their own."""
    exact(line, says)


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
        ("8/side Turkish Get-Ups", one("Turkish Get-Ups", reps=8, each_side=True)),
        ("12 each leg Walking Lunges", one("Walking Lunges", reps=12, each_side=True)),
        ("3 x 9/side Split Squats", one("Split Squats", sets=3, reps=9, each_side=True)),
        ("6 per arm Dumbbell Snatches", one("Dumbbell Snatches", reps=6, each_side=True)),
        ("10/10 DB Rows", one("DB Rows", reps=10, each_side=True)),
        ("10/10 KB Snatch (24/16)", one("KB Snatch", reps=10, each_side=True, load_text="24/16")),
        ("DB Snatch 15/15 (50/35)", one("DB Snatch", reps=15, each_side=True, load_text="50/35")),
        ("25 sec/side Side Plank", one("Side Plank", seconds=25, each_side=True)),
        ("10 per side Pallof Press x 3 sets", one("Pallof Press", sets=3, reps=10, each_side=True)),
    ],
)
def test_the_side_may_stand_first(line: str, says: dict[str, Any]) -> None:
    """The amount is that of each side, and neither is a part of the name."""
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
        ("Push Press\nHeavy 5", one("Push Press", reps=5, load_text="heavy")),
        ("Deadlift – Heavy 3", one("Deadlift", reps=3, load_text="heavy")),
        ("14 min to find a heavy 2 Hang Clean", one("Hang Clean", reps=2, total_seconds=840, load_text="heavy")),
        ("Build to a heavy 4 Back Squat", one("Back Squat", reps=4, load_text="heavy")),
        ("Heavy 6 Deadlift", one("Deadlift", reps=6, load_text="heavy")),
        ("Heavy 10: Back Squat", one("Back Squat", reps=10, load_text="heavy")),
        (
            "Power Clean – build to a heavy 2 in 12 minutes",
            one("Power Clean", reps=2, total_seconds=720, load_text="heavy"),
        ),
        (
            "In 10 minutes, work up to a heavy 3 Power Snatch",
            one("Power Snatch", reps=3, total_seconds=600, load_text="heavy"),
        ),
    ],
)
def test_a_heavy_number_is_a_set_of_so_many(text: str, says: dict[str, Any]) -> None:
    """It is not a rep max, and no part of the name; its load is heavy."""
    exact(text, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "Power Clean (1) + Front Squat (3) + Push Jerk (2)",
            one(
                "Power Clean + Front Squat + Push Jerk",
                reps=1,
                complex=parts(("Power Clean", 1), ("Front Squat", 3), ("Push Jerk", 2)),
            ),
        ),
        (
            "Snatch Pull (2) + Snatch (1) @ 72%",
            one("Snatch Pull + Snatch", reps=1, percent=72, complex=parts(("Snatch Pull", 2), ("Snatch", 1))),
        ),
        (
            "2 Cleans + 1 Jerk @ 76%",
            one("2 Cleans + 1 Jerk", reps=1, percent=76, complex=parts(("Cleans", 2), ("Jerk", 1))),
        ),
        (
            "1 Power Clean + 2 Hang Cleans + 1 Push Jerk",
            one(
                "1 Power Clean + 2 Hang Cleans + 1 Push Jerk",
                reps=1,
                complex=parts(("Power Clean", 1), ("Hang Cleans", 2), ("Push Jerk", 1)),
            ),
        ),
        (
            "Clean (2) + Front Squat (2), 4 sets @ 70%",
            one("Clean + Front Squat", sets=4, reps=1, percent=70, complex=parts(("Clean", 2), ("Front Squat", 2))),
        ),
        (
            "Clean + Jerk 2+1 x 5 @ 75%",
            one("Clean + Jerk", sets=5, reps=1, percent=75, complex=parts(("Clean", 2), ("Jerk", 1))),
        ),
        (
            "3 Hang Snatches + 2 Overhead Squats (5 sets @ 65%)",
            one(
                "3 Hang Snatches + 2 Overhead Squats",
                sets=5,
                reps=1,
                percent=65,
                complex=parts(("Hang Snatches", 3), ("Overhead Squats", 2)),
            ),
        ),
        (
            "Clean + Jerk 4x(2+1)",
            one("Clean + Jerk", sets=4, reps=1, complex=parts(("Clean", 2), ("Jerk", 1))),
        ),
        (
            "Power Snatch + Overhead Squat, 5 x (1+3) @ 60-65%",
            one(
                "Power Snatch + Overhead Squat",
                sets=5,
                reps=1,
                percent=(60, 65),
                complex=parts(("Power Snatch", 1), ("Overhead Squat", 3)),
            ),
        ),
    ],
)
def test_a_complex_has_its_counts_in_brackets_in_front_or_behind(line: str, says: dict[str, Any]) -> None:
    """Each movement has its own; a bracket may also hold the sets of the whole."""
    exact(line, says)


# Loads


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
        ("12 Deadlifts 100/70 kg", one("Deadlifts", reps=12, kg=(100, 70))),
        ("18 Dumbbell Snatches 22.5 kg", one("Dumbbell Snatches", reps=18, kg=22.5)),
        ("Goblet Squat 24 kg x 10", one("Goblet Squat", reps=10, kg=24)),
        ("Hang Power Clean 5 x 3 70 kg", one("Hang Power Clean", sets=5, reps=3, kg=70)),
        ("Back Squat 3 x 8 155 lb", one("Back Squat", sets=3, reps=8, lb=155)),
        ("30 Step-Ups 20 inch", one("Step-Ups", reps=30, load_text="20 inch")),
        ("25 Wall Balls 20/14", one("Wall Balls", reps=25, load_text="20/14")),
        ("14 Box Jumps 24/20″", one("Box Jumps", reps=14, load_text='24/20"')),
        ("10 Box Jump-Overs 24 inches", one("Box Jump-Overs", reps=10, load_text="24 inches")),
        ("Box Jump 4x3 to 30″", one("Box Jump", sets=4, reps=3, load_text='to 30"')),
    ],
)
def test_a_load_or_a_height_may_stand_behind_the_name_without_a_marker(line: str, says: dict[str, Any]) -> None:
    """It is not part of the name; a height, and a pair without a unit, stay as written."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Clean Pull x 3 reps @ 92+%", one("Clean Pull", reps=3, percent=(92, None))),
        ("Deadlift x 2 reps @ 95%+", one("Deadlift", reps=2, percent=(95, None))),
        ("Snatch 6 sets of 2 reps up to 74%", one("Snatch", sets=6, reps=2, percent=(None, 74))),
        ("Back Squat 4 x 5 @ up to 80%", one("Back Squat", sets=4, reps=5, percent=(None, 80))),
        ("Clean 4 x 2, no more than 77%", one("Clean", sets=4, reps=2, percent=(None, 77))),
        ("Snatch: up to 80% x 2", one("Snatch", reps=2, percent=(None, 80))),
        ("Front Squat 5 x 2 @ (up to) 84%", one("Front Squat", sets=5, reps=2, percent=(None, 84))),
        ("Push Press 4 x 3 @ 70%…75%", one("Push Press", sets=4, reps=3, percent=(70, 75))),
        ("Bench Press 6 x 4; 70% and up", one("Bench Press", sets=6, reps=4, percent=(70, None))),
        ("Bench Press 6 x 4 @ 70% or more", one("Bench Press", sets=6, reps=4, percent=(70, None))),
        ("Snatch 5 x 2 @ 70-75% or heavier", one("Snatch", sets=5, reps=2, percent=(70, None))),
        ("Snatch 5 x 2 at least 70%", one("Snatch", sets=5, reps=2, percent=(70, None))),
        ("Snatch 5 x 2 @ above 80%", one("Snatch", sets=5, reps=2, percent=(80, None))),
        ("Snatch 5 x 2 @ 70% minimum", one("Snatch", sets=5, reps=2, percent=(70, None))),
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


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Front Squat 78% x 3 x 5", [{"sets": 5, "reps": 3, "percent": 78}]),
        ("Front Squat 60 kg x 2 x 4", [{"sets": 4, "reps": 2, "kg": 60}]),
        ("Front Squat, 67.5 kg x 3 x 2", [{"sets": 2, "reps": 3, "kg": 67.5}]),
        ("Front Squat 140 kg x 4", [{"reps": 4, "kg": 140}]),
        (
            "Front Squat: 70% x 2 x 3, 75% x 1 x 2",
            [{"sets": 3, "reps": 2, "percent": 70}, {"sets": 2, "reps": 1, "percent": 75}],
        ),
        (
            "Front Squat: 80 kg x 3, 90 kg x 2 x 2",
            [{"sets": 1, "reps": 3, "kg": 80}, {"sets": 2, "reps": 2, "kg": 90}],
        ),
    ],
)
def test_behind_a_percent_or_a_weight_reps_come_before_sets(line: str, sets: list[dict[str, Any]]) -> None:
    """The way of weightlifters, who write kilograms like percents."""
    exact(line, *(one("Front Squat", **says) for says in sets))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Back Squat @ 32X1; 5 x 4; rest 2 minutes", one("Back Squat", sets=5, reps=4, tempo="32X1", rest_seconds=120)),
        ("Back Squat @ 40X1 x 4-6 reps", one("Back Squat", reps=(4, 6), tempo="40X1")),
        ("Back Squat, 20X1, 4 x 6 @ 70%", one("Back Squat", sets=4, reps=6, tempo="20X1", percent=70)),
        ("Back Squat @ 3111 tempo x 8 reps", one("Back Squat", reps=8, tempo="3111")),
        ("Back Squat tempo 22X2, 3 x 9", one("Back Squat", sets=3, reps=9, tempo="22X2")),
        ("Back Squat @ 30X0, 4-6 reps x 3 sets", one("Back Squat", sets=3, reps=(4, 6), tempo="30X0")),
        ("Tempo Back Squat (33X1) 3 x 5 @ 60%", one("Tempo Back Squat", sets=3, reps=5, tempo="33X1", percent=60)),
    ],
)
def test_the_tempo_may_stand_before_the_amount(line: str, says: dict[str, Any]) -> None:
    """Its figures are not sets and no repetitions."""
    exact(line, says)


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
    "remark",
    [
        " -- no grinding",
        " – smooth and fast",
        ", focus on speed",
        ", stay tall in the catch",
        " (no misses)",
        "; keep 1 rep in reserve",
        ", no more than 2 misses",
        " - reset every rep",
        " -- pause 2 seconds in the hole",
    ],
)
def test_a_remark_behind_an_amount_keeps_the_line_a_prescription(remark: str) -> None:
    """Its own numbers prescribe nothing, and its words are kept."""
    text = f"Back Squat 4x6 @ 72%{remark}"
    exact(text, one("Back Squat", sets=4, reps=6, percent=72))
    reading = read(text)
    assert ["movement"] == [line.kind for line in reading.lines]
    assert reading.prescriptions[0].remark
    assert reading.prescriptions[0].remark in remark


# Set lines and tests


@pytest.mark.parametrize(
    "text",
    [
        "Back Squat\n#1: 6 reps @ 55%\n#2: 4 reps @ 65%\n#3: 2 reps @ 75%",
        "Back Squat\nSet 1 - 6 reps @ 55%\nSet 2 - 4 reps @ 65%\nSet 3 - 2 reps @ 75%",
        "Back Squat\nSet 1: 6 @ 55%\nSet 2: 4 @ 65%\nSet 3: 2 @ 75%",
        "Back Squat\nSet #1 = 55% x 6\nSet #2 = 65% x 4\nSet #3 = 75% x 2",
        "Back Squat\nRound 1: 6 reps @ 55%\nRound 2: 4 reps @ 65%\nRound 3: 2 reps @ 75%",
    ],
)
def test_set_lines_have_many_forms(text: str) -> None:
    """`#1:` and `Set 1 -` name one set of the movement above; the dash joins no range."""
    sets = ((1, 6, 55), (2, 4, 65), (3, 2, 75))
    exact(
        text,
        *(
            one("Back Squat", sets=1, first_set=number, last_set=number, reps=reps, percent=percent)
            for number, reps, percent in sets
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Front Squat 5 @ 70%\n3 @ 80%\n1 @ 90%",
            [
                one("Front Squat", sets=1, reps=5, percent=70),
                one("Front Squat", sets=1, reps=3, percent=80),
                one("Front Squat", sets=1, reps=1, percent=90),
            ],
        ),
        (
            "Push Press 4x4 @ 65%\n2x2 @ 80%",
            [one("Push Press", sets=4, reps=4, percent=65), one("Push Press", sets=2, reps=2, percent=80)],
        ),
        (
            "Deadlift 5x3 @ 80%\n\nThen, 1 x 10 @ 60%",
            [one("Deadlift", sets=5, reps=3, percent=80), one("Deadlift", sets=1, reps=10, percent=60)],
        ),
        (
            "Bench Press 3x8 @ 60 kg\n1x20 @ 40 kg",
            [one("Bench Press", sets=3, reps=8, kg=60), one("Bench Press", sets=1, reps=20, kg=40)],
        ),
        (
            "Back Squat - 3 sets of 5\n2 sets of 3",
            [one("Back Squat", sets=3, reps=5), one("Back Squat", sets=2, reps=3)],
        ),
        (
            "Front Squat 3x3 @ 75%\n2x1",
            [one("Front Squat", sets=3, reps=3, percent=75), one("Front Squat", sets=2, reps=1)],
        ),
        (
            "Back Squat 3x5 @ 70-75%\n2x5 @ 80%",
            [one("Back Squat", sets=3, reps=5, percent=(70, 75)), one("Back Squat", sets=2, reps=5, percent=80)],
        ),
        (
            "Every 2 minutes:\nSnatch 1x2 @ 70%\n1x2 @ 75%\n1x2 @ 75%",
            [
                one("Snatch", sets=1, reps=2, percent=70, interval_seconds=120),
                one("Snatch", sets=1, reps=2, percent=75, interval_seconds=120),
                one("Snatch", sets=1, reps=2, percent=75, interval_seconds=120),
            ],
        ),
    ],
)
def test_the_sets_of_a_movement_line_and_those_below_it_all_count(text: str, expected: list[dict[str, Any]]) -> None:
    """The line says which sets it is about, and the lines below say others: none of them has another's load."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Snatch 8x2\n*Sets 1-4 @ 70%\n*Sets 5-8 @ 75%",
            [
                one("Snatch", sets=4, first_set=1, last_set=4, reps=2, percent=70),
                one("Snatch", sets=4, first_set=5, last_set=8, reps=2, percent=75),
            ],
        ),
        (
            "Snatch 5x2\n2x2 @ 70%\n3x2 @ 75%",
            [one("Snatch", sets=2, reps=2, percent=70), one("Snatch", sets=3, reps=2, percent=75)],
        ),
        (
            "Snatch 5x2 @ 70-80%\n2 sets @ 70%\n3 sets @ 80%",
            [one("Snatch", sets=2, reps=2, percent=70), one("Snatch", sets=3, reps=2, percent=80)],
        ),
        (
            "Front Squat 5-3-1\n5 @ 75%\n3 @ 85%\n1 @ 95%",
            [
                one("Front Squat", sets=1, reps=5, percent=75),
                one("Front Squat", sets=1, reps=3, percent=85),
                one("Front Squat", sets=1, reps=1, percent=95),
            ],
        ),
        (
            "Snatch x 2 reps\n3 sets @ 70%\n2 sets @ 75%",
            [one("Snatch", sets=3, reps=2, percent=70), one("Snatch", sets=2, reps=2, percent=75)],
        ),
        ("Back Squat x 4 sets\n3 reps @ 80%", [one("Back Squat", sets=4, reps=3, percent=80)]),
    ],
)
def test_a_total_is_divided_by_the_lines_below_it(text: str, expected: list[dict[str, Any]]) -> None:
    """They have the same reps and together as many sets, and only say how heavy each is."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("Back Squat x 5 reps\n2x3 @ 80%", 0, [one("Back Squat", sets=2, reps=3, percent=80)]),
        (
            "Snatch 5x2\n2x2 @ 70%\n2x2 @ 80%",
            0,
            [one("Snatch", sets=2, reps=2, percent=70), one("Snatch", sets=2, reps=2, percent=80)],
        ),
        ("Snatch 3x2 @ 70%\n@ 75%", 1, [one("Snatch", sets=3, reps=2, percent=70)]),
        (
            "Snatch 3x2 @ 70%\n*Sets 1-3 @ 75%",
            0,
            [one("Snatch", sets=3, first_set=1, last_set=3, reps=2, percent=75)],
        ),
    ],
)
def test_sets_that_may_be_the_same_or_others_are_a_finding(
    text: str, line: int, expected: list[dict[str, Any]]
) -> None:
    """Five sets of two, and then two and two: the uncertain line gives no prescription, and is reported."""
    assert expected == prescribed(text)
    assert [("sets", text.split("\n")[line])] == [(found.rule, found.line) for found in read(text).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Build to a 3-RM Front Squat\nBack-off: 3 x 5 @ 80%",
            [one("Front Squat", rep_max_test=3), one("Front Squat", sets=3, reps=5, percent=80)],
        ),
        (
            "In 20 minutes, establish a 2-RM Bench Press\nThen,\n3 x 6 @ 75%",
            [
                one("Bench Press", rep_max_test=2, total_seconds=1200),
                one("Bench Press", sets=3, reps=6, percent=75),
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
                one("Deadlift", sets=2, reps=8, percent=70),
            ],
        ),
    ],
)
def test_a_test_may_have_back_off_sets(text: str, expected: list[dict[str, Any]]) -> None:
    """They are sets of its movement, beside the test itself."""
    exact(text, *expected)


# Schemes


@pytest.mark.parametrize(
    ("scheme", "rhythm"),
    [
        ("EMOTM for 14 minutes:", {"interval_seconds": 60, "total_seconds": 840, "sets": 14}),
        ("E2MOTM x 6:", {"interval_seconds": 120, "total_seconds": 720, "sets": 6}),
        ("E3MOM for 12 minutes (4 sets):", {"interval_seconds": 180, "total_seconds": 720, "sets": 4}),
        ("On the 2:00 x 7:", {"interval_seconds": 120, "total_seconds": 840, "sets": 7}),
        ("On the 1:30 for 9:00:", {"interval_seconds": 90, "total_seconds": 540, "sets": 6}),
        ("On the minute x 8 sets:", {"interval_seconds": 60, "total_seconds": 480, "sets": 8}),
        ("AMRAP 9:00:", {"total_seconds": 540, "format": "amrap"}),
        ("AMRAP 7:30", {"total_seconds": 450, "format": "amrap"}),
        ("AMRAP 12:00 of:", {"total_seconds": 720, "format": "amrap"}),
        ("4 RFT", {"sets": 4, "format": "for time"}),
        ("5 RFT of:", {"sets": 5, "format": "for time"}),
        ("Complete 3 RFT:", {"sets": 3, "format": "for time"}),
        ("4 sets for times of:", {"sets": 4, "format": "for time"}),
        ("Three rounds, for times, of:", {"sets": 3, "format": "for time"}),
        ("For times of:", {"format": "for time"}),
        ("For time (14 min cap):", {"format": "for time"}),
        ("4 rounds for time (time cap 18 minutes) of:", {"sets": 4, "format": "for time"}),
        ("Max reps in 5 minutes of:", {"total_seconds": 300, "format": "amrap"}),
        ("Complete as many rounds in 18 minutes as you can of:", {"total_seconds": 1080, "format": "amrap"}),
        ("As many rounds and reps in 7 minutes as possible:", {"total_seconds": 420, "format": "amrap"}),
        ("14:00 for quality:", {"total_seconds": 840}),
    ],
)
def test_a_scheme_of_other_gyms_gives_its_rhythm(scheme: str, rhythm: dict[str, Any]) -> None:
    """EMOTM, On the 2:00, AMRAP with a clock, RFT, and for times of."""
    below = "Power Clean x 2 reps\nBurpees x 6 reps" if "interval_seconds" not in rhythm else "Power Clean x 2 reps"
    expected = [one("Power Clean", reps=2, **rhythm)]
    if "interval_seconds" not in rhythm:
        expected.append(one("Burpees", reps=6, **rhythm))
    exact(f"{scheme}\n{below}", *expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For time: 800 m Run, 50 Air Squats, 40 Sit-Ups",
            [
                one("Run", m=800, format="for time"),
                one("Air Squats", reps=50, format="for time"),
                one("Sit-Ups", reps=40, format="for time"),
            ],
        ),
        (
            "For time: 15-12-9 Deadlifts and Box Jumps",
            [
                one("Deadlifts", sets=3, reps_per_set=[15, 12, 9], format="for time"),
                one("Box Jumps", sets=3, reps_per_set=[15, 12, 9], format="for time"),
            ],
        ),
        (
            "12-9-6 reps for time of: Thrusters, Pull-Ups, Burpees",
            [
                one("Thrusters", sets=3, reps_per_set=[12, 9, 6], format="for time"),
                one("Pull-Ups", sets=3, reps_per_set=[12, 9, 6], format="for time"),
                one("Burpees", sets=3, reps_per_set=[12, 9, 6], format="for time"),
            ],
        ),
        (
            "18-12-6 Power Snatches (75/55 lb) & Toes-to-Bar for time",
            [
                one("Power Snatches", sets=3, reps_per_set=[18, 12, 6], lb=(75, 55), format="for time"),
                one("Toes-to-Bar", sets=3, reps_per_set=[18, 12, 6], format="for time"),
            ],
        ),
        (
            "3 rounds: 12 Burpees, 9 Pull-Ups, 400 m Run",
            [one("Burpees", sets=3, reps=12), one("Pull-Ups", sets=3, reps=9), one("Run", sets=3, m=400)],
        ),
        (
            "5 rounds for time: 400m Run, 15 Overhead Squats (95/65 lb)",
            [
                one("Run", sets=5, m=400, format="for time"),
                one("Overhead Squats", sets=5, reps=15, lb=(95, 65), format="for time"),
            ],
        ),
        (
            "AMRAP 8: 5 Pull-Ups, 10 Push-Ups, 15 Air Squats",
            [
                one("Pull-Ups", reps=5, total_seconds=480, format="amrap"),
                one("Push-Ups", reps=10, total_seconds=480, format="amrap"),
                one("Air Squats", reps=15, total_seconds=480, format="amrap"),
            ],
        ),
    ],
)
def test_several_movements_may_stand_on_one_line(text: str, expected: list[dict[str, Any]]) -> None:
    """Each is a prescription, with the rhythm in front."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "EMOM 15:\n1) 12 Burpees\n2) 8 Pull-Ups\n3) 200 m Row",
            [
                one("Burpees", reps=12, sets=5, interval_seconds=60, total_seconds=900),
                one("Pull-Ups", reps=8, sets=5, interval_seconds=60, total_seconds=900),
                one("Row", m=200, sets=5, interval_seconds=60, total_seconds=900),
            ],
        ),
        (
            "EMOM 10\n1. 15 Air Squats\n2. 10 Push-Ups",
            [
                one("Air Squats", reps=15, sets=5, interval_seconds=60, total_seconds=600),
                one("Push-Ups", reps=10, sets=5, interval_seconds=60, total_seconds=600),
            ],
        ),
        (
            "Every 2 minutes, for 12 minutes:\n1) 300 m Run\n2) 20 Wall Balls",
            [
                one("Run", m=300, sets=3, interval_seconds=120, total_seconds=720),
                one("Wall Balls", reps=20, sets=3, interval_seconds=120, total_seconds=720),
            ],
        ),
        (
            "EMOM 20:\nMin 1 - 15 cal Row\nMin 2 - 12 Burpees",
            [
                one("Row", calories=15, sets=10, interval_seconds=60, total_seconds=1200),
                one("Burpees", reps=12, sets=10, interval_seconds=60, total_seconds=1200),
            ],
        ),
        (
            "EMOTM for 8 minutes\nOdd: 4 Power Snatches\nEven: 9 Burpees",
            [
                one("Power Snatches", reps=4, sets=4, interval_seconds=60, total_seconds=480),
                one("Burpees", reps=9, sets=4, interval_seconds=60, total_seconds=480),
            ],
        ),
    ],
)
def test_the_number_of_a_station_is_no_amount(text: str, expected: list[dict[str, Any]]) -> None:
    """Stations take their turns, so each has its share of the sets."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For time:\n10-8-6\nDeadlifts\n30-20-10\nDouble-Unders\nSit-Ups",
            [("Deadlifts", [10, 8, 6]), ("Double-Unders", [30, 20, 10]), ("Sit-Ups", [30, 20, 10])],
        ),
        (
            "For time:\n18-12-6 Thrusters\n36-24-12 Double-Unders",
            [("Thrusters", [18, 12, 6]), ("Double-Unders", [36, 24, 12])],
        ),
        (
            "For time\n21-15-9\nBurpees\n15-12-9\nHang Power Cleans",
            [("Burpees", [21, 15, 9]), ("Hang Power Cleans", [15, 12, 9])],
        ),
        (
            "For time:\n5-4-3-2-1\nRope Climbs\n25-20-15-10-5\nWall Balls",
            [("Rope Climbs", [5, 4, 3, 2, 1]), ("Wall Balls", [25, 20, 15, 10, 5])],
        ),
    ],
)
def test_each_series_of_repetitions_is_of_the_movements_below_it(
    text: str, expected: list[tuple[str, list[int]]]
) -> None:
    """Until the next series; all of them are for time."""
    exact(text, *(one(name, sets=len(reps), reps_per_set=reps, format="for time") for name, reps in expected))


@pytest.mark.parametrize(
    ("below", "says"),
    [
        ("x 4 rounds", {"sets": 4}),
        ("(6 rounds)", {"sets": 6}),
        ("Complete 5 rounds", {"sets": 5}),
        ("3 rounds for time", {"sets": 3, "format": "for time"}),
        ("5 RFT", {"sets": 5, "format": "for time"}),
        ("AMRAP 11", {"total_seconds": 660, "format": "amrap"}),
    ],
)
def test_rounds_may_be_stated_below(below: str, says: dict[str, Any]) -> None:
    """A scheme with nothing below it is that of the movements above."""
    exact(f"250 m Row\n14 Wall Balls\n{below}", one("Row", m=250, **says), one("Wall Balls", reps=14, **says))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For time:\n5 rounds of:\n8 Burpees\n12 Wall Balls\nRest 2 minutes, then 3 rounds of:\n250 m Row",
            [("Burpees", 5), ("Wall Balls", 5), ("Row", 3)],
        ),
        (
            "3 rounds of:\n15 Sit-Ups\nRest 90 seconds, then 2 rounds of:\n10 Push-Ups\n20 Air Squats",
            [("Sit-Ups", 3), ("Push-Ups", 2), ("Air Squats", 2)],
        ),
        (
            "4 rounds for time of:\n200 m Run\nRest 5:00, then 6 sets of:\nSled Push x 20 m",
            [("Run", 4), ("Sled Push", 6)],
        ),
    ],
)
def test_a_rest_and_then_rounds_are_a_rest_and_a_new_scheme(text: str, expected: list[tuple[str, int]]) -> None:
    """The rounds before the rest keep theirs."""
    assert expected == [(prescription["movement"], prescription["sets"]) for prescription in prescribed(text)]
    assert [] == read(text).findings


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Front Squat\nEvery 2 minutes, for 10 minutes (5 sets):\n3 reps @ 78%",
            one("Front Squat", reps=3, percent=78, sets=5, interval_seconds=120, total_seconds=600),
        ),
        (
            "Snatch x 1 rep @ 80%\nEvery 90 seconds, for 12 minutes",
            one("Snatch", reps=1, percent=80, sets=8, interval_seconds=90, total_seconds=720),
        ),
        ("Deadlift x 4 reps\n5 sets", one("Deadlift", reps=4, sets=5)),
        (
            "Hang Snatch\nEMOM 10\n2 reps @ 60-65%",
            one("Hang Snatch", reps=2, percent=(60, 65), sets=10, interval_seconds=60, total_seconds=600),
        ),
        ("Power Clean\nE2MOM x 6\n2 reps", one("Power Clean", reps=2, sets=6, interval_seconds=120, total_seconds=720)),
        ("Push Press\n4 sets of 5 reps @ 70%", one("Push Press", reps=5, sets=4, percent=70)),
    ],
)
def test_a_scheme_may_stand_below_its_movement(text: str, says: dict[str, Any]) -> None:
    """The movement is the heading of what follows."""
    exact(text, says)


# Names


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


@pytest.mark.parametrize(
    "line",
    [
        "Perform 12-15 of whatever you like between rounds today",
        "You may want to do a few 5 rep sets of back squats before that",
        "The class of 2014 had 30 members and 3 coaches",
        "Our next on-ramp starts on the 5th at 6:30",
    ],
)
def test_prose_still_gives_nothing(line: str) -> None:
    """Its numbers do not matter."""
    assert [one("Back Squat", sets=3, reps=5)] == prescribed(f"Three sets of:\nBack Squat x 5 reps\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "Back Squat 5 sets of 3-2-1",
        "21-18-15, 4 sets of:",
        "7 Power Clean (2) + 1 Jerk",
        "Back Squat 60/3/2",
        "Back Squat 60 / 3x2",
        "Back Squat 60/3",
        "Back Squat 30/4, 30/5",
        "Box Jumps 60/3, 70/3",
        "Back Squat 5 x 2.5",
        "For 20 minutes or 5 sets of:",
        "Clean 1x2, 1x2, 1x1 (85, 88, 91%)",
        "E2MOM 16",
        "500/400 row",
        "3 min AMRAP wall balls, 2 min AMRAP pull-ups",
    ],
)
def test_numbers_that_contradict_each_other_make_the_line_unread(line: str) -> None:
    """One of them would have to be dropped, and no one knows which."""
    reading = read(line)
    assert [] == reading.prescriptions
    assert ["unread"] == [finding.rule for finding in reading.findings]


@pytest.mark.parametrize(
    "line",
    [
        "Take 15 7 minutes to build to a heavy single Front Squat",
        "For time: 3/4",
        "As many rounds 6-9 as possible in 8 minutes of:",
    ],
)
def test_a_number_too_many_is_no_silent_note(line: str) -> None:
    """Without it the line would be read, so it is training that has a slip, and is reported."""
    assert read(line).findings


def test_a_weight_behind_a_slash_is_followed_by_sets_and_reps() -> None:
    """`80 kg / 2 x 3` is not a pair of weights."""
    exact("Back Squat @ 80 kg / 2 x 3", one("Back Squat", sets=2, reps=3, kg=80))


@pytest.mark.parametrize(
    ("line", "sets", "load"),
    [
        ("Back Squat 1x3 @ 80%, 3x2 -8%", (3, 2), "-8%"),
        ("Front Squat 3x3 @ 80%; 2x5 -15%", (2, 5), "-15%"),
        ("Back Squat 1x5 @ 100kg, 3x5, -10kg", (3, 5), "-10kg"),
    ],
)
def test_a_minus_is_a_difference_and_no_range(line: str, sets: tuple[int, int], load: str) -> None:
    """After sets by reps nothing goes from 2 to 8 percent; the sign stays with its number."""
    count, reps = sets
    movement = line.rsplit(" ", 1)[0][:11].strip(" 13")
    assert one(movement, sets=count, reps=reps, load_text=load) == prescribed(line)[-1]


def test_a_decimal_point_stays_with_its_number() -> None:
    """`.75 BW` is three quarters, and not seventy-five."""
    assert [".75 BW"] == [found["load_text"] for found in prescribed("Bench Press .75 BW x 5")]


def test_a_numbered_rest_takes_its_turn() -> None:
    """Three stations share twelve minutes, also if the third is a rest."""
    exact(
        "EMOM 12\n1) 10 cal row\n2) 12 push-ups\n3) Rest",
        one("row", calories=10, sets=4, interval_seconds=60, total_seconds=720),
        one("push-ups", reps=12, sets=4, interval_seconds=60, total_seconds=720),
    )


def test_percents_below_a_series_of_reps_are_its_loads() -> None:
    """One for each set, and no sets of their own."""
    exact(
        "Front Squat\n5-3-1\n70%, 80%, 90%",
        one("Front Squat", sets=1, reps=5, percent=70),
        one("Front Squat", sets=1, reps=3, percent=80),
        one("Front Squat", sets=1, reps=1, percent=90),
    )


def test_work_behind_the_rounds_is_done_once() -> None:
    """`Then` and `Finish with` go past the rounds, as a cash-out does."""
    exact(
        "3 rounds for time:\n10 Burpees\nThen, 50 Wall Balls",
        one("Burpees", sets=3, reps=10, format="for time"),
        one("Wall Balls", reps=50, format="for time"),
    )


@pytest.mark.parametrize("label", ["Strength:", "Deload:", "Accessory work:", "Working sets:"])
def test_the_purpose_of_a_movement_may_stand_in_front(label: str) -> None:
    """It is not part of the name."""
    exact(f"{label} Back Squat 5x5 @ 65-75%", one("Back Squat", sets=5, reps=5, percent=(65, 75)))


def test_a_side_in_brackets_is_no_part_of_the_name() -> None:
    """Its capitals do not matter."""
    exact("10 Dumbbell Rows (Each Side)", one("Dumbbell Rows", reps=10, each_side=True))


@pytest.mark.parametrize("line", ["In pairs: 100 Wall Balls, 80 Pull-Ups", "After each round, 200m run"])
def test_an_amount_in_front_of_a_movement_in_a_note_is_reported(line: str) -> None:
    """Such a note looks like training."""
    assert ["note"] == [finding.rule for finding in read(line).findings]


def test_fewer_loads_than_sets_are_reported() -> None:
    """The least and the most are kept, and the contradiction is a finding."""
    reading = read("Snatch 5x2 (70%, 75%, 80%)")
    assert [one("Snatch", sets=5, reps=2, percent=(70, 80))] == prescribed("Snatch 5x2 (70%, 75%, 80%)")
    assert ["sets"] == [finding.rule for finding in reading.findings]


def test_a_weight_behind_a_tested_lift_is_its_load() -> None:
    """A target or a past result is in brackets."""
    exact("20 minutes to establish a 1RM Snatch (60 kg)", one("Snatch", kg=60, rep_max_test=1, total_seconds=1200))


def test_a_pair_of_weights_stays_as_written() -> None:
    """Two dumbbells of 20 kg are neither two sets nor one load of 40 kg."""
    exact("Dumbbell Push Jerk 3 x 8 @ 2 x 20 kg", one("Dumbbell Push Jerk", sets=3, reps=8, load_text="2 x 20 kg"))


def test_rounds_below_their_movements_may_end_a_sentence() -> None:
    """The next sentence, about the score, changes nothing."""
    exact(
        "400 m Run\n12 Wall Balls\nComplete three rounds, resting 2:00 between each. Score is the slowest round.",
        one("Run", sets=3, distance=400, distance_unit="m"),
        one("Wall Balls", sets=3, reps=12, rest_seconds=120),
    )


def test_how_sides_are_counted_is_no_part_of_the_name() -> None:
    """It is a remark in brackets."""
    exact("40 Walking Lunges (each leg counts)", one("Walking Lunges", reps=40))


# Remarks, labels and loads that stand apart


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("4x6 across", "across"),
        ("4 x 6 climbing", "climbing"),
        ("4 sets of 6 ascending", "ascending"),
        ("4x6 building to a heavy triple", "building to a heavy triple"),
        ("4x6 linear progression", "linear progression"),
    ],
)
def test_words_behind_sets_without_a_name_say_how_they_are_done(line: str, remark: str) -> None:
    """They belong to the movement above."""
    exact(f"Back Squat\n{line}", one("Back Squat", sets=4, reps=6))
    assert remark == read(f"Back Squat\n{line}").prescriptions[0].remark


@pytest.mark.parametrize(
    ("line", "load"),
    [
        ("4x6 same weight", "same weight"),
        ("4 x 6, same weight across", "same weight across"),
        ("4x6 at a challenging weight", "a challenging weight"),
    ],
)
def test_a_few_words_about_the_weight_behind_sets_are_a_load(line: str, load: str) -> None:
    """They cannot be computed with, and are kept as written."""
    exact(f"Back Squat\n{line}", one("Back Squat", sets=4, reps=6, load_text=load))


def test_a_line_that_begins_with_sets_by_reps_is_never_dropped_silently() -> None:
    """The rest may be prose."""
    reading = read("Back Squat\n4x6, and this is where you should tell us how it felt last week, please")
    assert ["note"] == [finding.rule for finding in reading.findings]


def test_how_fast_work_is_done_is_a_remark() -> None:
    """It is not an amount."""
    exact("Run 600 meters as fast as possible", one("Run", m=600))
    exact("Kettlebell Swings x 40 seconds AFAP", one("Kettlebell Swings", seconds=40))


def test_steps_are_reps() -> None:
    """The steps may stand before a movement and after it."""
    exact("3 rounds:\nWalking Lunge x 24 steps", one("Walking Lunge", sets=3, reps=24))


@pytest.mark.parametrize("label", ["1a)", "1a.", "(a)", "(B)"])
def test_a_letter_beside_a_number_or_in_brackets_labels_a_line(label: str) -> None:
    """Their number is not an amount."""
    exact(f"{label} Bench Press 4x6", one("Bench Press", sets=4, reps=6))


def test_the_lighter_weight_in_brackets_is_the_womens() -> None:
    """`(lighter)` behind a weight is read like the second of a pair."""
    exact("Push Press 4x6, 65#(45#)", one("Push Press", sets=4, reps=6, lb=(65, 45)))


def test_the_load_of_the_barbell_is_that_of_the_barbell_movements() -> None:
    """The burpees have none, whether the load is a percent or a pair without a unit."""
    exact(
        "3 rounds:\n8 Deadlifts\n10 Burpees\nBarbell: 145/100",
        one("Deadlifts", sets=3, reps=8, load_text="145/100"),
        one("Burpees", sets=3, reps=10),
    )
    exact(
        "3 rounds:\n6 Front Squats\n10 Burpees\nBarbell – 62% of 1RM Front Squat",
        one("Front Squats", sets=3, reps=6, percent=62, percent_of="Front Squat", percent_of_rep_max=1),
        one("Burpees", sets=3, reps=10),
    )


def test_a_pause_in_brackets_behind_a_complex_is_part_of_its_last_name() -> None:
    """Its seconds are no amount."""
    last = "Split Jerk (2 sec pause in the dip)"
    exact(
        f"4 sets\nClean + {last}",
        one(f"Clean + {last}", sets=4, complex=parts(("Clean", 1), (last, 1))),
    )


def test_rounds_of_an_amrap_have_the_time_of_each() -> None:
    """Five times three minutes."""
    exact(
        "5 rounds of 3 minute AMRAPs:\n7 Burpees",
        one("Burpees", sets=5, reps=7, format="amrap", total_seconds=180),
    )


def test_words_in_quotes_may_be_part_of_a_name() -> None:
    """The name goes on after them."""
    exact('3 rounds:\n4 "Dead Stop" Power Cleans', one("Dead Stop Power Cleans", sets=3, reps=4))
    exact('"Dead Stop" Power Cleans x 4', one("Dead Stop Power Cleans", reps=4))


def test_the_ball_the_target_and_the_score_of_a_station_are_no_amounts() -> None:
    """Benchmark workouts are written this way."""
    exact("Wall Ball, 20 pound ball, 10 ft target (Reps)", one("Wall Ball", lb=20, load_text="10 ft target"))
    exact('Box Jump, 20" box (Reps)', one("Box Jump", load_text='20" box'))


# What an unread line hides


def test_lines_after_an_unread_scheme_do_not_belong_to_the_scheme_above_it() -> None:
    """The sets and the interval of the first block are not those of the second."""
    text = "Every 2 minutes x 5 sets\n3 Power Cleans\n4 rounds of some 7 or 9 of this, 3 on:\n6 Push-Ups"
    assert [one("Power Cleans", sets=5, reps=3, interval_seconds=120, total_seconds=600), one("Push-Ups", reps=6)] == (
        prescribed(text)
    )


def test_sets_below_an_unread_movement_are_not_those_of_the_movement_above_it() -> None:
    """They are unread too."""
    reading = read("Power Clean\n2 3 Front Squats and 7 Jerks 5\nSet 1: 65%\nSet 2: 70%")
    assert ["movement", "unread", "unread", "unread"] == [line.kind for line in reading.lines]


def test_reps_of_the_movement_below_a_test_are_kept() -> None:
    """A heavy complex in several lines."""
    exact(
        "Build to a heavy complex:\n3 Deadlifts\n2 Power Cleans",
        one("Deadlifts", reps=3, load_text="heavy complex"),
        one("Power Cleans", reps=2),
    )


def test_a_clock_behind_sets_is_theirs_and_without_sets_it_opens_a_scheme() -> None:
    """A bracket may say it once more."""
    sets = one("Back Squat", sets=6, reps=2, interval_seconds=60, total_seconds=360)
    exact("Back Squat\n6x2 on the minute", sets)
    exact("Back Squat 6x2 every minute on the minute (EMOM)", sets)
    exact(
        "Back Squat\n3 x 5\n8 minute EMOM:\n4 Burpees",
        one("Back Squat", sets=3, reps=5),
        one("Burpees", sets=8, reps=4, interval_seconds=60, total_seconds=480),
    )


def test_a_name_above_a_scheme_with_that_movement_is_its_title() -> None:
    """A name without it stays: its numbers may have been lost."""
    scheme = "On the minute x 8:\n4 Power Snatches"
    asks = one("Power Snatches", sets=8, reps=4, interval_seconds=60, total_seconds=480)
    exact(f"Power Snatch\n{scheme}", asks)
    exact(f"Bench Press\n{scheme}", one("Bench Press"), asks)


def test_a_name_above_numbered_sets_of_it_in_fewer_words_is_their_title() -> None:
    """`Lunges` repeats it."""
    clock = {"sets": 1, "interval_seconds": 120, "total_seconds": 240}
    exact(
        "Back Rack Lunges\nOn the 2:00 x 2 sets:\nSet 1 – 12 Lunges\nSet 2 – 10 Lunges",
        one("Lunges", reps=12, first_set=1, last_set=1, **clock),
        one("Lunges", reps=10, first_set=2, last_set=2, **clock),
    )


def test_sets_below_a_clock_with_its_movement_on_one_line_are_not_of_that_clock() -> None:
    """The clock is complete."""
    exact(
        "Every 3 minutes perform 10 Kettlebell Swings\nFront Squat\n3-3-3",
        one("Kettlebell Swings", reps=10, interval_seconds=180),
        one("Front Squat", sets=3, reps_per_set=[3, 3, 3]),
    )


def test_an_equals_sign_in_a_bracket_makes_no_line_a_legend() -> None:
    """It says that each side is one repetition of the fifty."""
    exact("2 rounds\n50 Russian Twists (L+R=2)", one("Russian Twists", sets=2, reps=50))


@pytest.mark.parametrize("half", ["(9 each arm)", "(9 each)", ", 9 per arm", "(9 with each arm)"])
def test_half_of_the_reps_for_each_side_divides_them(half: str) -> None:
    """It is not an amount of its own."""
    exact(f"18 Kettlebell Snatches {half}", one("Kettlebell Snatches", reps=18))


@pytest.mark.parametrize(
    "line", ["Jump Rope (doubles or singles, as you can)", "Ring Dips (strict, and x2 for bench dips)"]
)
def test_an_amount_in_a_bracket_behind_a_remark_is_never_taken(line: str) -> None:
    """It is about something else."""
    assert [] == [asks for asks in prescribed(f"21-15-9\n{line}") if "reps_min" in asks]


def test_the_same_work_in_front_of_rounds_for_time_and_behind_them_is_done_once() -> None:
    """Other work at the end is part of the rounds."""
    rounds = [one("Pull-Ups", sets=6, reps=4), one("Cleans", sets=6, reps=3)]
    run = one("Run", m=600, format="for time")
    exact("For time:\n600 m Run\n6 rounds of:\n4 Pull-Ups\n3 Cleans\n600 m Run", run, *rounds, one("Run", m=600))
    exact(
        "For time:\n600 m Run\n6 rounds of:\n4 Pull-Ups\n3 Cleans\n200 m Run", run, *rounds, one("Run", sets=6, m=200)
    )


def test_a_slash_may_stand_between_a_clock_and_its_rounds() -> None:
    """It makes no pair of them."""
    exact("Every 2:30 / 4 rounds\n9 Burpees", one("Burpees", sets=4, reps=9, interval_seconds=150, total_seconds=600))


@pytest.mark.parametrize("target", ["10/9 ft", "(10/9ft)", "to 10/9'", "to a 10 ft target"])
def test_the_target_of_a_wall_ball_is_no_distance(target: str) -> None:
    """It says how high the ball goes."""
    text = target.strip("()")
    exact(f"18 Wall Balls, 20/14 lb, {target}", one("Wall Balls", reps=18, lb=(20, 14), load_text=text))


def test_a_load_of_two_implements_is_kept_as_written() -> None:
    """Two dumbbells of a weight are not two reps."""
    exact("9 Step-Ups, 2x 45/30#", one("Step-Ups", reps=9, load_text="2x 45/30#"))
    exact("9 Devil's Press (2 x 22.5kg)", one("Devil's Press", reps=9, load_text="2 x 22.5kg"))


def test_a_range_of_minutes_for_a_test_is_a_remark() -> None:
    """No field takes both."""
    exact("25-35 minutes to establish a 2-RM Deadlift", one("Deadlift", rep_max_test=2))
    exact("Find your new three rep Front Squat", one("Front Squat", reps=3))


@pytest.mark.parametrize("clock", ["EMOM 8", "EMOM x 8 min", "on the minute for 8 minutes"])
def test_a_clock_may_stand_behind_the_movement(clock: str) -> None:
    """With its minutes, and a load after it."""
    exact(
        f"Power Snatch {clock} @ 70%",
        one("Power Snatch", sets=8, percent=70, interval_seconds=60, total_seconds=480),
    )


@pytest.mark.parametrize("amount", ["3 x 9/9", "3x9e", "3 x 9 each"])
def test_equal_numbers_and_an_e_are_for_each_side(amount: str) -> None:
    """The meaning of other pairs is uncertain."""
    exact(f"Pistols {amount}", one("Pistols", sets=3, reps=9, each_side=True))
    assert ["unread"] == [line.kind for line in read("Bench Press 3 x 95/65").lines]


@pytest.mark.parametrize("heading", ["Finisher", "Extra credit:", "Optional work", "Core", "Post WOD:", "Bonus:"])
def test_the_scheme_above_a_heading_does_not_go_on_below_it(heading: str) -> None:
    """Work below a heading is done once, unless it has sets of its own."""
    exact(
        f"4 rounds for time:\n9 Burpees\n{heading}\n80 V-Ups",
        one("Burpees", sets=4, reps=9, format="for time"),
        one("V-Ups", reps=80),
    )


@pytest.mark.parametrize("label", ["Finisher", "Accessory", "Extra work", "Bonus"])
def test_extra_work_on_the_line_of_its_heading_is_outside_the_scheme_above(label: str) -> None:
    """Other purposes before a colon leave the line in the scheme."""
    exact(
        f"4 rounds:\n9 Burpees\n{label}: 80 V-Ups",
        one("Burpees", sets=4, reps=9),
        one("V-Ups", reps=80),
    )
    exact(
        "4 rounds:\nStrength: 5 Front Squats\nCore: 12 V-Ups",
        one("Front Squats", sets=4, reps=5),
        one("V-Ups", sets=4, reps=12),
    )


@pytest.mark.parametrize("scheme", ["AMRAP 9 in teams of 3", "9 min AMRAP (teams of two)", "9 minute partner AMRAP"])
def test_a_scheme_may_be_for_teams(scheme: str) -> None:
    """The size of the team is a remark."""
    exact(f"{scheme}\n9 Burpees", one("Burpees", reps=9, format="amrap", total_seconds=540))


def test_a_whole_number_in_front_of_bodyweight_is_certain_only_behind_the_movement() -> None:
    """Before it, it may be the reps."""
    assert ["unread"] == [line.kind for line in read("4 BW Bench Press").lines]
    exact("Deadlift 2 BW x 5", one("Deadlift", reps=5, load_text="2 BW"))


def test_a_heavy_set_or_a_rep_max_is_a_test_of_the_rep_max() -> None:
    """The rep max is the number that is written."""
    exact("Build to a heavy or a 2-RM Push Press", one("Push Press", rep_max_test=2))


def test_work_that_says_how_it_is_counted_is_not_silently_a_note() -> None:
    """An equation of two movements is."""
    assert ["movement", "note"] == [line.kind for line in read("14 Lunges, R+L = 1\n1 Muscle-Up = 4 Pull-Ups").lines]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('2" Deficit Deadlift 4 x 4 @ 74%', one("Deficit Deadlift", sets=4, reps=4, percent=74, load_text='2"')),
        ("3 inch Deficit Push-Ups 3 x 10", one("Deficit Push-Ups", sets=3, reps=10, load_text="3 inch")),
    ],
)
def test_the_deficit_belongs_to_the_name(line: str, says: dict[str, Any]) -> None:
    """Its height is a load in words; a deadlift from a deficit is another lift."""
    assert [says] == prescribed(line)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Max set of Strict Pull-Ups", one("Strict Pull-Ups", max_reps=True)),
        ("3 max sets of Push-Ups", one("Push-Ups", sets=3, max_reps=True)),
        ("Push-Ups: 1 max set", one("Push-Ups", sets=1, max_reps=True)),
    ],
)
def test_a_max_set_is_one_of_most_repetitions(line: str, says: dict[str, Any]) -> None:
    """Only above other lines are as many sets as possible meant: `Max sets of:`."""
    exact(line, says)
    assert ["amrap"] == [p["format"] for p in prescribed("Max sets of:\n5 Pull-Ups")]
