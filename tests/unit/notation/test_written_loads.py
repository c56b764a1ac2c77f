"""Weights, and loads that are kept in words: heights, bodyweight, pairs without a unit, levels."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    ("line", "unit"),
    [("Deadlift x 5 reps @ 100 kg", "kg"), ("Deadlift x 5 reps @ 225#", "lb"), ("Deadlift x 5 (225 lbs)", "lb")],
)
def test_a_weight_has_its_unit(line: str, unit: str) -> None:
    """Kilograms and pounds are never mixed."""
    assert [unit] == [one["weight_unit"] for one in prescribed(line)]


@pytest.mark.parametrize(
    "line",
    ["245 straight weight", "245 straight weight for a double", "125 body weight", "90 light", "245 for a single"],
)
def test_a_high_number_and_words_of_a_load_below_a_lift_are_no_repetitions(line: str) -> None:
    """The number is the weight, and a finding."""
    reading = read(f"Bench Press\n{line}")
    assert [None] == [one.reps_min for one in reading.prescriptions]
    assert [line] == [finding.line for finding in reading.findings]


def test_a_high_number_after_sets_is_the_repetitions_of_each() -> None:
    """No one does so many, so that they are a finding of their own."""
    reading = read("Bench Press\n3x60 straight weight")
    assert ["number"] == [finding.rule for finding in reading.findings]


def test_a_low_number_and_words_of_a_load_below_a_lift_are_repetitions() -> None:
    """So are many of a movement without a barbell."""
    exact("Bench Press\n12 @ bodyweight", one("Bench Press", reps=12, load_text="bodyweight"))
    exact("Kettlebell Swing\n75 @ light", one("Kettlebell Swing", reps=75, load_text="light"))


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
def test_a_load_or_a_height_may_stand_after_the_name_without_a_marker(line: str, says: dict[str, Any]) -> None:
    """It is not part of the name; a height, and a pair without a unit, stay as written."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("10 Deadlifts (#135)", one("Deadlifts", reps=10, lb=135)),
        ("21 Thrusters #95/65", {**one("Thrusters", reps=21, lb=95), "weight_women": 65}),
        ("10 Deadlifts (#225/155)", one("Deadlifts", reps=10, lb=(225, 155))),
        ("Thruster 5x3 @ #95", one("Thruster", sets=5, reps=3, lb=95)),
        ("12 DB Lunges 50s/35s", one("DB Lunges", reps=12, load_text="50s/35s")),
        ("10 Deadlifts (53s/35s)", one("Deadlifts", reps=10, load_text="53s/35s")),
        ("12 DB Lunges (50s/35s)", one("DB Lunges", reps=12, load_text="50s/35s")),
    ],
)
def test_other_spellings_of_loads(line: str, says: dict[str, Any]) -> None:
    """`#` may be before pounds, and a pair of dumbbells has a plural."""
    exact(line, says)


@pytest.mark.parametrize(
    "load",
    [
        # a bound
        "<90 kg",
        "at most 90 kg",
        "no more than 90 kg",
        "at least 90 kg",
        "a minimum of 90 kg",
        # of one set
        "with the last set @ 75%",
        "the last at 75%",
        "final set @ 90 kg",
        "4th set @ 75%",
        "the rest @ 75%",
        # of a training max
        "with 85% of 1RM as the training max",
        "TM is 85% of max",
    ],
)
def test_a_bound_and_a_load_of_one_set_or_of_a_training_max_are_kept_as_written(load: str) -> None:
    """They are not the load of all sets."""
    exact(f"Front Squat 4x3, {load}", one("Front Squat", sets=4, reps=3, load_text=load))


@pytest.mark.parametrize(
    ("after", "says"),
    [
        (" (max 160 kg)", {"load_text": "160 kg"}),
        (" (160 kg max)", {"load_text": "160 kg max"}),
        (" (PR = 160 kg)", {"load_text": "PR = 160 kg"}),
        (", best: 160 kg", {"load_text": "160 kg"}),
        (" [95 kg for Ann]", {"load_text": "95 kg for Ann"}),
        (" (Ann: 95 kg, 3 min rest)", {"load_text": "95 kg", "rest_seconds": 180}),
        # those of today
        (" (95 kg)", {"weight": 95, "weight_unit": "kg"}),
        (" (about 95 kg)", {"weight": 95, "weight_unit": "kg"}),
        (" (95 kg for men)", {"weight": 95, "weight_unit": "kg"}),
        (" (no belt, 95 kg)", {"weight": 95, "weight_unit": "kg"}),
        (" (RPE 8, 95 kg)", {"weight": 95, "weight_unit": "kg", "rpe_min": 8, "rpe_max": 8}),
    ],
)
def test_a_maximum_and_the_load_of_one_person_are_not_the_weight(after: str, says: dict[str, Any]) -> None:
    """They say what the percent comes to for someone, or what it is of."""
    exact(f"Front Squat 4x3 @ 60%{after}", one("Front Squat", sets=4, reps=3, percent=60, **says))


@pytest.mark.parametrize(
    ("behind", "says"),
    [
        (" (Ann: 95 kg)", {"load_text": "Ann: 95 kg"}),
        (" (Ann - 95 kg)", {"load_text": "Ann: 95 kg"}),
        (", Ann: 95 kg", {"load_text": "Ann: 95 kg"}),
        # those of everybody
        (" (Weight: 95 kg)", {"weight": 95, "weight_unit": "kg"}),
        (" (Barbell – 95 kg)", {"weight": 95, "weight_unit": "kg"}),
        (" (Men: 95 kg)", {"weight": 95, "weight_unit": "kg"}),
        (" - 95 kg", {"weight": 95, "weight_unit": "kg"}),
        (", heavy, 95 kg", {"weight": 95, "weight_unit": "kg"}),
        *(
            (f", {name}: 95 kg", {"weight": 95, "weight_unit": "kg"})
            for name in ("Bell", "bell", "sled", "Sled", "handles", "bag", "Teens", "Rec", "Compete", "Elite", "on")
        ),
    ],
)
def test_a_load_after_a_name_is_in_words(behind: str, says: dict[str, Any]) -> None:
    """A word in capitals that means nothing in notation, and names no implement or group, may be a person."""
    exact(f"Front Squat 4x3{behind}", one("Front Squat", sets=4, reps=3, **says))


@pytest.mark.parametrize(
    ("after", "remark"), [(", Ann: 95 kg", None), (", paused, Ann: 95 kg", "paused"), (" (Ann: 95 kg), fast", "fast")]
)
def test_the_name_of_a_person_beside_a_load_is_only_there(after: str, remark: str | None) -> None:
    """Other words are a remark."""
    (found,) = read(f"Front Squat 4x3{after}").prescriptions
    assert ("Ann: 95 kg", remark) == (found.load_text, found.remark)


def test_a_percent_of_before_is_not_that_of_today() -> None:
    """Only the words say when it was."""
    exact("Clean 4x3, previous 65%", one("Clean", sets=4, reps=3, load_text="65%"))


@pytest.mark.parametrize("line", ["Bench Press 3 x max @ 50 kg", "Bench Press 3 sets of max reps, 50 kg"])
def test_the_most_repetitions_are_not_the_most_weight(line: str) -> None:
    """The `max` beside the weight belongs to the sets."""
    exact(line, one("Bench Press", sets=3, max_reps=True, weight=50, weight_unit="kg"))


def test_a_maximum_with_what_a_percent_of_it_comes_to_is_a_finding() -> None:
    """Two weights of one person are not a pair."""
    unread("Front Squat 4x3 @ 60% (160 kg max = 96 kg)")


@pytest.mark.parametrize("load", ["60% of max unbroken", "60% of max reps", "60% of your best set"])
def test_a_percent_of_the_most_repetitions_is_a_load_in_words(load: str) -> None:
    """It is of no rep max."""
    (found,) = prescribed(f"Pull-Ups, 4 sets @ {load}")
    assert (4, True, None) == (found["sets"], found["load_text"].startswith("60% of"), found.get("percent_min"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Front Squat 4x3 @ 60% of max", {"percent": 60}),
        ("Front Squat 4x3 @ 60% of best 3RM", {"percent": 60, "percent_of_rep_max": 3}),
        ("Front Squat 4x3, rest 2:00 @ 60%", {"percent": 60, "rest_seconds": 120}),
        ("Front Squat 4x3 @ 60%, last set @ 75%", {"percent": 60, "load_text": "last set @ 75%"}),
    ],
)
def test_words_like_those_of_one_set_or_a_training_max_leave_the_percent(line: str, says: dict[str, Any]) -> None:
    """It belongs to all sets."""
    exact(line, one("Front Squat", sets=4, reps=3, **says))


@pytest.mark.parametrize(
    "line",
    [
        "Deadlift 5x5 plus 3 box jumps",
        "Row 400 m, add 12 burpees",
        "Clean 4x2 plus 3-5 dips",
        "Deadlift 5x5 plus 10 strict pull-ups",
        "Deadlift 5x5 - plus 10 strict toes-to-bar",
        "Deadlift 5x5 (plus 10 strict pull-ups)",
        "Deadlift 5x5 (superset with 12 DB Rows)",
        "Deadlift 5x5 (with 12 DB Rows)",
        "Deadlift 3 sets (then 30 s Plank)",
    ],
)
def test_work_that_is_added_to_sets_is_no_load(line: str) -> None:
    """A number before a movement is that of its repetitions, so the line is a finding; `add 5 each set` is a load."""
    unread(line)
    exact("Back Squat 5x5, add 5 each set", one("Back Squat", sets=5, reps=5, load_text="add 5 each set"))


def test_a_percent_beside_a_training_max_is_a_finding() -> None:
    """No one has written what that is of."""
    unread("Front Squat 4x3 @ 75% (TM = 85% of 1RM)")


@pytest.mark.parametrize("line", ["Plank 30s/20s", "Set #1: 5 reps", "10 Deadlifts (#2)"])
def test_text_that_only_looks_like_a_load_is_not_read(line: str) -> None:
    """Seconds of a hold are not dumbbells, and low numbers after `#` are ordinals."""
    assert not any(found.keys() & {"weight", "load_text"} for found in prescribed(line))


@pytest.mark.parametrize("line", ["10 Thrusters Rx 95/65, Int 75/55, Beg 45/35", "10 Thrusters: Rx 95/65; Sc 75/55"])
def test_loads_of_several_levels_are_kept_as_written(line: str) -> None:
    """No field has room for more than a pair."""
    [found] = prescribed(line)
    assert found.keys() == {"movement", "reps_min", "reps_max", "load_text"}
    assert found["load_text"] == line[line.index("Rx") :]


@pytest.mark.parametrize(
    "line",
    [
        "12 DB Snatches (Health: 15#/20#, Athletic: 20#/30#)",
        "12 DB Snatches (Health 15 lb, Performance 30 lb, Sport 40 lb)",
    ],
)
def test_loads_with_a_name_each_are_kept_as_written(line: str) -> None:
    """A gym may call its levels anything."""
    exact(line, one("DB Snatches", reps=12, load_text=line[line.index("(") + 1 : -1]))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Goblet Squat 3 x 10 w/ 16 kg KB", one("Goblet Squat", sets=3, reps=10, kg=16)),
        ("10 24 kg KB Swings", one("KB Swings", reps=10, kg=24)),
        ("2x24 kg KB Front Squat x 5", one("KB Front Squat", reps=5, load_text="2x24 kg")),
    ],
)
def test_a_bell_after_its_weight(line: str, says: dict[str, Any]) -> None:
    """Two of them count neither sets nor repetitions."""
    exact(line, says)


def test_a_load_may_be_that_of_a_ball_or_a_plate() -> None:
    """It may have an article."""
    exact("300m Run with a 14 lb med ball", one("Run", m=300, weight=14, weight_unit="lb"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("50′ Single Arm Overhead Lunge 50/35", one("Single Arm Overhead Lunge", ft=50, load_text="50/35")),
        ("12 Ground to Overhead with 45/25 plate", one("Ground to Overhead", reps=12, load_text="with 45/25 plate")),
    ],
)
def test_a_bare_pair_is_a_load_in_words(line: str, says: dict[str, Any]) -> None:
    """This holds after feet and before a plate, too."""
    exact(line, says)


def test_a_pair_of_weights_stays_as_written() -> None:
    """Two dumbbells of 20 kg are neither two sets nor one load of 40 kg."""
    exact("Dumbbell Push Jerk 3 x 8 @ 2 x 20 kg", one("Dumbbell Push Jerk", sets=3, reps=8, load_text="2 x 20 kg"))


def test_a_load_of_two_implements_is_kept_as_written() -> None:
    """Two dumbbells of a weight are not two reps."""
    exact("9 Step-Ups, 2x 45/30#", one("Step-Ups", reps=9, load_text="2x 45/30#"))
    exact("9 Devil's Press (2 x 22.5kg)", one("Devil's Press", reps=9, load_text="2 x 22.5kg"))


def test_the_lighter_weight_in_brackets_is_the_womens() -> None:
    """`(lighter)` after a weight is read like the second of a pair."""
    exact("Push Press 4x6, 65#(45#)", one("Push Press", sets=4, reps=6, lb=(65, 45)))


def test_the_load_of_the_barbell_is_that_of_the_barbell_movements() -> None:
    """The burpees have none, whether the load is a percent, a pair without a unit or a number after an `@`."""
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
    exact(
        "3 rounds:\n8 Deadlifts\n10 Burpees\nBarbell @ 100",
        one("Deadlifts", sets=3, reps=8, load_text="100"),
        one("Burpees", sets=3, reps=10),
    )


@pytest.mark.parametrize(
    "line",
    [
        "Men: 80 kg, Women: 55 kg",
        "Men 80 kg / Women 55 kg",
        "Women 55 kg, men 80 kg",
        "men 80kg women 55kg",
        "M: 80 kg / W: 55 kg",
        "W: 55kg M: 80kg",
    ],
)
def test_a_line_of_weights_for_men_and_women_is_the_load_of_the_lift_above(line: str) -> None:
    """It is the load of all its sets."""
    exact(f"Power Clean 5x3\n{line}", one("Power Clean", sets=5, reps=3, kg=(80, 55)))


def test_a_line_of_weights_is_not_the_load_of_another_movement() -> None:
    """Burpees have none, and no one knows which of the movements has it."""
    rounds = [one("Deadlifts", sets=3, reps=10), one("Burpees", sets=3, reps=10)]
    assert prescribed("3 rounds:\n10 Deadlifts\n10 Burpees\nMen: 100 kg, Women: 70 kg") == rounds


@pytest.mark.parametrize(
    "line",
    [
        "Men: 100 kg, Women: 70 kg",
        "(Men: 24 kg, Women: 16 kg)",
        "M: 20 lb / W: 14 lb",
        "(95/65 lb)",
        "Rx: 95/65",
        "Max Burpees until failure",
    ],
)
def test_weights_and_work_that_belong_to_nothing_are_findings(line: str) -> None:
    """Their numbers and their movement are never lost silently."""
    assert [line] == [finding.line for finding in read(f"Box Jumps x 20\n{line}").findings]


@pytest.mark.parametrize("load", ["(30#, 40#, 50#)", "@ 30, 40, 50 lb", "(30 lb, 40, 50)", "@ 30lb, 40, 50"])
def test_a_weight_for_each_set_is_kept_in_words(load: str) -> None:
    """Three sets and three weights."""
    found = prescribed(f"Goblet Squat 3x5 {load}")
    assert [(3, 5, 5)] == [(one["sets"], one["reps_min"], one["reps_max"]) for one in found]
    assert load.strip("@() ") == found[0]["load_text"]


@pytest.mark.parametrize("sets", ["3x4", "5-5-3", "6 reps"])
@pytest.mark.parametrize("weights", ["95, 115, 125 lb", "@ 95#, 115#, 125#"])
def test_weights_below_the_sets_of_a_lift_are_kept_in_words(sets: str, weights: str) -> None:
    """Their sets are counted on the line above."""
    [found] = prescribed(f"Front Squat {sets}\n{weights}")
    assert weights.strip("@ ") == found["load_text"]


@pytest.mark.parametrize(
    "line", ["125, 95 lb", "95, 115, 125 lb x 2", "3 @ 95, 115, 125 lb", "95 lb - 115 lb - 125 lb"]
)
def test_weights_below_a_lift_that_may_be_something_else_are_a_finding(line: str) -> None:
    """They are those of men and women, of other sets, or a range."""
    assert [line] == [finding.line for finding in read(f"Front Squat 3x4\n{line}").findings]


@pytest.mark.parametrize(
    "line", ["Squat 60 kg, 5, 3", "Deadlift @ 100 kg, 20, 15", "Squat 90 kg, 100, 110 x 5", "Squat 3x5 90 kg, 5, 3"]
)
def test_numbers_after_a_weight_that_may_be_repetitions_are_a_finding(line: str) -> None:
    """They are no weights, or repetitions follow the last one."""
    unread(line)


@pytest.mark.parametrize(
    ("line", "load"),
    [
        ("4x6 same weight", "same weight"),
        ("4 x 6, same weight across", "same weight across"),
        ("4x6 at a challenging weight", "a challenging weight"),
    ],
)
def test_a_few_words_about_the_weight_after_sets_are_a_load(line: str, load: str) -> None:
    """They cannot be computed with, and are kept as written."""
    exact(f"Back Squat\n{line}", one("Back Squat", sets=4, reps=6, load_text=load))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("15-foot rope climb, 4 ascents", one("rope climb", reps=4, load_text="15 ft")),
        ("3 rope climbs (15 ft)", one("rope climbs", reps=3, load_text="15 ft")),
        ("20 box jumps, 24-in. box", one("box jumps", reps=20, load_text="24-in. box")),
        ('Box Jump 4 x 3 @ 30"', one("Box Jump", sets=4, reps=3, load_text='30"')),
        ('Clean Pull on a 3" riser 4x3', one("Clean Pull", sets=4, reps=3, load_text='on a 3" riser')),
        ("Clean Pull off 4 cm deficit 4x3", one("Clean Pull", sets=4, reps=3, load_text="off 4 cm deficit")),
        ("Clean Pull 4x3 from a 2 inch deficit", one("Clean Pull", sets=4, reps=3, load_text="from a 2 inch deficit")),
        ('Clean Pull off a 3" riser 4x3', one("Clean Pull", sets=4, reps=3, load_text='off a 3" riser')),
        ("Clean Pull from 8 cm blocks 4x3", one("Clean Pull", sets=4, reps=3, load_text="from 8 cm blocks")),
        ('3" riser Clean Pull 4x3', one("Clean Pull", sets=4, reps=3, load_text='3" riser')),
        ('Clean Pull standing on 2" plates 4x3', one("Clean Pull", sets=4, reps=3, load_text='standing on 2" plates')),
        ('Step-Up on 20" box 3x10', one("Step-Up", sets=3, reps=10, load_text='on 20" box')),
        ('24" Box Jump 3x5', one("Box Jump", sets=3, reps=5, load_text='24"')),
        ("45 lb Plate Hop 3x5", one("Plate Hop", sets=3, reps=5, lb=45)),
    ],
)
def test_a_height_is_a_load_in_words(line: str, says: dict[str, Any]) -> None:
    """The height of a rope or a box is not a distance."""
    exact(line, says)


@pytest.mark.parametrize("line", ["15 24 in box jumps", "15 box jumps, 24 in box"])
def test_in_before_a_box_means_inches(line: str) -> None:
    """The height is kept as written."""
    [found] = prescribed(line)
    assert found["reps_min"] == 15
    assert "24 in" in found["load_text"]


def test_the_ball_the_target_and_the_score_of_a_station_are_not_amounts() -> None:
    """Benchmark workouts are written this way."""
    exact("Wall Ball, 20 pound ball, 10 ft target (Reps)", one("Wall Ball", lb=20, load_text="10 ft target"))
    exact('Box Jump, 20" box (Reps)', one("Box Jump", load_text='20" box'))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("30 Bodyweight Squats", one("Bodyweight Squats", reps=30)),
        ("8 Deadlifts @ bodyweight", one("Deadlifts", reps=8, load_text="bodyweight")),
        ("Deadlift @ BW x 12", one("Deadlift", reps=12, load_text="BW")),
        ("1.5 BW Deadlift x 4", one("Deadlift", reps=4, load_text="1.5 BW")),
        ("Back Squat 50 x bodyweight", one("Back Squat", reps=50, load_text="bodyweight")),
        ("Deadlift 2 x BW", one("Deadlift", load_text="2 x BW")),
    ],
)
def test_a_number_in_front_of_bodyweight_may_be_the_repetitions(line: str, says: dict[str, Any]) -> None:
    """No one lifts thirty times the weight of the body."""
    exact(line, says)


def test_a_whole_number_in_front_of_bodyweight_is_certain_only_after_the_movement() -> None:
    """Before it, it may be the reps."""
    assert ["unread"] == [line.kind for line in read("4 BW Bench Press").lines]
    exact("Deadlift 2 BW x 5", one("Deadlift", reps=5, load_text="2 BW"))


def test_a_decimal_point_stays_with_its_number() -> None:
    """`.75 BW` is three quarters, and not seventy-five."""
    assert [".75 BW"] == [found["load_text"] for found in prescribed("Bench Press .75 BW x 5")]


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


@pytest.mark.parametrize(
    "line", ["Squat 5x3 @ 85% of your 3RM from 11/20", "Jerk Dip 4x4 @ 110% of your best jerk from 10/12"]
)
def test_a_date_is_not_a_load(line: str) -> None:
    """The percent is of another day's best, so the line is unread."""
    assert prescribed(line) == []


@pytest.mark.parametrize("sets", ["2x60' x 110", "60' x 220", "3x50' x 40"])
def test_feet_that_no_target_is_high_are_not_a_height(sets: str) -> None:
    """The number after them is a weight, and no repetitions."""
    assert [one("Farmer's Walk")] == prescribed(f"Farmer's Walk\n{sets}")
    assert [sets] == [finding.line for finding in read(f"Farmer's Walk\n{sets}").findings]


def test_a_pair_of_weights_whose_second_is_higher_may_begin_with_the_women() -> None:
    """Only the words say so; people who are named have their weights."""
    exact("8 Thrusters (55/80 lb)", one("Thrusters", reps=8, load_text="55/80 lb"))
    exact("Deadlift 60/85 kg x 4", one("Deadlift", reps=4, load_text="60/85 kg"))
    exact("8 Thrusters (80/55 lb)", one("Thrusters", reps=8, lb=(80, 55)))


@pytest.mark.parametrize("load", ["bodyweight", "BW"])
def test_the_bodyweight_in_a_bracket_is_the_load(load: str) -> None:
    """A number before it belongs to it."""
    exact(f"Bench Press ({load}) 4x6", one("Bench Press", sets=4, reps=6, load_text=load))
    exact(f"Deadlift (1.5 {load}) 4x6", one("Deadlift", sets=4, reps=6, load_text=f"1.5 {load}"))


@pytest.mark.parametrize(
    "line",
    [
        *("Target: 80%", "Target 75-80%", "Target: RPE 8", "Target: 100 kg", "Target: 215", "Target: 115/75"),
        *("Target weight: 115/75", "Target tempo: 31X1", "Targets: 115/75", "Target: 4 sets of 6 @ 70%"),
    ],
)
def test_a_load_that_is_a_target_is_a_finding(line: str) -> None:
    """It may belong to the sets above."""
    reading = read(f"Back Squat 5x5\n{line}")
    assert [None] == [one.percent_min for one in reading.prescriptions]
    assert [line] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize(
    "text",
    [
        "10 Thrusters\n60 kg for men, 40 kg for women",
        "10 Thrusters\n40 kg for women / 60 kg for men",
        "10 Thrusters, 60 kg for men, 40 kg for women",
    ],
)
def test_the_weights_of_men_and_women_may_be_in_front_of_them(text: str) -> None:
    """Each is of the people after it."""
    assert [one("Thrusters", reps=10, kg=(60, 40))] == prescribed(text)


@pytest.mark.parametrize("load", ["60 kg (M) / 100 kg (W)", "M 60 kg / W 100 kg", "60 kg for men, 100 kg for women"])
def test_a_heavier_weight_of_women_is_a_finding(load: str) -> None:
    """One of the two is not what was meant."""
    unread(f"Deadlift {load} x 5")


@pytest.mark.parametrize("load", ["60 kg for men", "60 kg for beginners, 40 kg for women", "15 for men, 10 for women"])
def test_a_weight_of_some_people_is_not_that_of_men_and_women(load: str) -> None:
    """Half of a pair, other people and numbers without a unit give no weight."""
    assert [one("Thrusters", reps=10)] == prescribed(f"10 Thrusters\n{load}")


@pytest.mark.parametrize("load", ["@ 10RM", "at 10RM", "@ your 10RM"])
def test_the_weight_of_a_rep_max_is_a_load_in_words(load: str) -> None:
    """The sets are no test of it."""
    exact(f"Back Squat 5x5 {load}", one("Back Squat", sets=5, reps=5, load_text="10RM"))
    exact(f"Back Squat\n5x5 {load}", one("Back Squat", sets=5, reps=5, load_text="10RM"))


@pytest.mark.parametrize(
    "line",
    [
        "Back Squat @ 10RM",
        "Back Squat 10RM",
        "Back Squat 5x5 to 10RM",
        "5x5 @ 80% of 10RM",
        "Back Squat, 10RM",
        "Back Squat 5x5 @ 3RM-10kg",
        "Back Squat 5x5 @ 3RM – 10 kg",
    ],
)
def test_a_rep_max_that_is_not_the_weight_of_sets_is_no_load(line: str) -> None:
    """It is a test, the base of a percent, or not read."""
    assert all("load_text" not in found for found in prescribed(line))


@pytest.mark.parametrize("work", ["Run 8 x 400 m", "Row 8 x 400 m", "Run 8 x 400"])
def test_a_time_behind_repeats_of_a_distance_is_kept_as_written(work: str) -> None:
    """It is that of each, or when the next one begins."""
    exact(f"{work} @ 1:40, rest 75 s", one(work.split()[0], sets=8, m=400, load_text="1:40", rest_seconds=75))


@pytest.mark.parametrize("pace", ["(9:00-9:30/mi)", "@ 9:00/mi", "– 9:00/mi"])
def test_a_pace_needs_no_mark_in_front_of_it(pace: str) -> None:
    """A time for each mile is no other number."""
    exact(f"Run 5 miles {pace}", one("Run", mi=5, load_text=pace.strip("()@– ")))


@pytest.mark.parametrize(
    "line",
    [
        "Run @ 5:00",
        "Run 400 m @ 5:00",
        "Back Squat 5x5 @ 1:30",
        "Plank 3 x 1:00 @ 1:30",
        "Row 4 x 500 m @ 1:50, @ 1:48",
    ],
)
def test_a_time_behind_other_work_is_a_finding(line: str) -> None:
    """It may be a moment of a clock, or a rest."""
    unread(line)


def test_a_percent_may_be_of_an_estimated_maximum() -> None:
    """The letter says so."""
    exact("Bench Press 5x5 @ 75% e1RM", one("Bench Press", sets=5, reps=5, percent=75, percent_of_rep_max=1))


@pytest.mark.parametrize("line", ["Rx: 100/70 kg", "Rx 100/70kg", "Rx'd: 100/70 kg"])
def test_weights_as_prescribed_are_the_load_of_the_lift_above(line: str) -> None:
    """The first weight is that of men, the second that of women."""
    exact(f"Deadlift 5x3\n{line}", one("Deadlift", sets=5, reps=3, kg=(100, 70)))


@pytest.mark.parametrize(
    "line",
    [
        "Rx: 100 kg",
        "Rx: 5x5",
        "Rx+: 100/70 kg",
        "Rx: 100/70 kg, 30 Burpees",
        "Scaled: 60/40 kg",
    ],
)
def test_other_words_behind_rx_are_no_load_of_the_lift(line: str) -> None:
    """They are of another level, or more than weights."""
    assert one("Deadlift", sets=5, reps=3) in prescribed(f"Deadlift 5x3\n{line}")


@pytest.mark.parametrize("load", ["RPE 7, 8, 9", "RPE 7,8,9", "RPE 7-8-9"])
def test_an_effort_for_each_set_is_kept_in_words(load: str) -> None:
    """Three sets and three efforts."""
    exact(f"Front Squat 3x5 @ {load}", one("Front Squat", sets=3, reps=5, load_text=load))


@pytest.mark.parametrize(
    "sets",
    [
        "4x5 @ RPE 7, 8, 9",
        "3x5 RPE 70, 80, 90",
        "@ RPE 7, 8, 9",
        "3x5 @ RPE 7, 8, 11",
        "3x5 RPE 7 8 9",
    ],
)
def test_efforts_that_are_not_as_many_as_the_sets_are_a_finding(sets: str) -> None:
    """They may be no efforts."""
    unread(f"Front Squat {sets}")


@pytest.mark.parametrize(
    "text",
    [
        "10 Burpees\n60 kg for men, 40 kg for women",
        "10 Burpees over the bar\n60/40 kg",
        "3 rounds\n10 Box Jumps\n@ 95 lb",
        "3 rounds\n5 Deadlifts @ 100 kg\n10 Burpees\n60/40 kg",
    ],
)
def test_the_weight_of_a_barbell_below_a_movement_of_the_body_is_a_finding(text: str) -> None:
    """The movement has none, and it is not known whose the weight is."""
    *_, last = text.split("\n")
    reading = read(text)
    assert reading.prescriptions[-1].weight is None
    assert [("number", last)] == [(finding.rule, finding.line) for finding in reading.findings]


@pytest.mark.parametrize("line", ["10 Burpees @ 60/40 kg", "10 Burpees, 60 kg for men, 40 kg for women"])
def test_a_movement_of_the_body_with_the_weight_of_a_barbell_is_unread(line: str) -> None:
    """One of the two was miswritten."""
    unread(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Run 400 m\n20/14 lb", one("Run", m=400, lb=(20, 14))),
        ("Run 400 m with a 30/20 kg sandbag", one("Run", m=400, kg=(30, 20))),
        ("5x3 Pull-Ups\n40/24 kg", one("Pull-Ups", sets=5, reps=3, kg=(40, 24))),
        ("3x10 Lunges\n60/40 kg", one("Lunges", sets=3, reps=10, kg=(60, 40))),
        ("Row 5x5 @ 60 kg", one("Row", sets=5, reps=5, kg=60)),
    ],
)
def test_a_vest_a_sandbag_a_weight_on_a_belt_and_that_of_a_row_are_loads(text: str, expected: dict[str, Any]) -> None:
    """Movements of the body may have them."""
    exact(text, expected)


@pytest.mark.parametrize(
    ("line", "first", "others"),
    [
        ("Back Squat: bar x 10, 60 kg x 5 x 2", {"reps": 10, "load_text": "bar"}, [{"sets": 2, "reps": 5, "kg": 60}]),
        (
            "Back Squat: empty bar x 5, 40 kg x 3, 50 kg x 2",
            {"reps": 5, "load_text": "empty bar"},
            [{"sets": 1, "reps": 3, "kg": 40}, {"sets": 1, "reps": 2, "kg": 50}],
        ),
        ("Back Squat bar x 8, 60% x 2 x 3", {"reps": 8, "load_text": "bar"}, [{"sets": 3, "reps": 2, "percent": 60}]),
        ("Back Squat BW x 20, 95 lb x 10", {"reps": 20, "load_text": "BW"}, [{"sets": 1, "reps": 10, "lb": 95}]),
        (
            "Back Squat x 5 @ RPE 8, 80% x 3",
            {"reps": 5, "rpe_min": 8, "rpe_max": 8},
            [{"sets": 1, "reps": 3, "percent": 80}],
        ),
    ],
)
def test_a_list_may_begin_with_a_set_of_the_bar(line: str, first: dict[str, Any], others: list[dict[str, Any]]) -> None:
    """The weight of the next set belongs to that."""
    exact(line, *(one("Back Squat", **{"sets": 1, **says}) for says in [first, *others]))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dips @ BW x 10 x 3", one("Dips", sets=3, reps=10, load_text="BW")),
        ("Chin-Ups BW x 8 x 3", one("Chin-Ups", sets=3, reps=8, load_text="BW")),
        ("Press empty bar x 10 x 2", one("Press", sets=2, reps=10, load_text="empty bar")),
        ("KB Swing 1.5 pood x 20 x 5", one("KB Swing", sets=5, reps=20, load_text="1.5 pood")),
    ],
)
def test_sets_are_behind_the_repetitions_of_a_load_in_words(line: str, expected: dict[str, Any]) -> None:
    """They are read as they are behind a weight."""
    exact(line, expected)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Broad Jump x 5 x 3", "Broad Jump"),
        ("Toes to Bar x 5 x 3", "Toes to Bar"),
        ("Strict Toes-to-Bar x 5 x 3", "Strict Toes-to-Bar"),
        ("Bar Muscle-Ups x 5 x 3", "Bar Muscle-Ups"),
        ("Heavy Back Squat x 5 x 3", "Heavy Back Squat"),
    ],
)
def test_sets_are_in_front_of_the_repetitions_of_a_name(line: str, name: str) -> None:
    """A bar that is part of the movement is no load."""
    exact(line, one(name, sets=5, reps=3))


@pytest.mark.parametrize("line", ["Dips x 12 x 3", "Curls x 8 x 3", "Sit-Ups x 25 x 4", "External Rotations x 15 x 2"])
def test_more_repetitions_than_sets_behind_a_movement_without_a_barbell_are_unread(
    line: str,
) -> None:
    """They may be repetitions by sets; ten sets of three are usual for lifts, `Back Squat x 10 x 3`."""
    unread(line)
    exact("Back Squat x 10 x 3", one("Back Squat", sets=10, reps=3))


@pytest.mark.parametrize("line", ["Shrugs heavy x 10 x 3", "Face Pulls light x 20 x 3"])
def test_two_numbers_behind_a_word_that_may_be_a_load_are_unread(line: str) -> None:
    """Either may be the sets."""
    unread(line)


@pytest.mark.parametrize(
    "line",
    [
        "2x20 kg Front Squat: 5 x 5",
        "2x16 kg Jerk: 3 minutes",
        "Jerk 2x24 kg 3 x 10",
        "Long Cycle – 10 min @ 8 rpm, 2x16 kg",
    ],
)
def test_a_pair_of_bells_is_no_set_of_two(line: str) -> None:
    """Such a set would be the only one with a load."""
    unread(line)


def test_a_set_of_two_in_a_list_with_loads_is_a_set() -> None:
    """The others have weights as well."""
    exact(
        "Snatch: 2x40 kg, 1x50 kg, 1x55 kg",
        one("Snatch", sets=1, reps=2, kg=40),
        one("Snatch", sets=1, reps=1, kg=50),
        one("Snatch", sets=1, reps=1, kg=55),
    )


@pytest.mark.parametrize(
    ("line", "load"),
    [
        ("Weight = 60% of 1RM", {"percent": 60, "percent_of_rep_max": 1}),
        ("Weight: 60/40 kg", {"kg": (60, 40)}),
        ("Load = 60 kg men, 40 kg women", {"kg": (60, 40)}),
    ],
)
def test_the_weight_below_work_is_that_of_its_lifts(line: str, load: dict[str, Any]) -> None:
    """Movements of the body have none."""
    exact(
        f"3 rounds\n5 Thrusters\n10 Burpees\n{line}",
        one("Thrusters", sets=3, reps=5, **load),
        one("Burpees", sets=3, reps=10),
    )


@pytest.mark.parametrize("line", ["Weight: choose your own", "Weights: heavy", "Weight 3 of the cycle"])
def test_words_about_the_weight_are_no_load(line: str) -> None:
    """They have no number that is one."""
    assert [one("Back Squat", sets=5, reps=5)] == prescribed(f"Back Squat 5x5\n{line}")


def test_the_weights_of_other_sets_than_there_are_is_a_finding() -> None:
    """Each percent would be of one set."""
    assert ["sets"] == [finding.rule for finding in read("Back Squat 5x5\nLoads: 72-76-80%").findings]


@pytest.mark.parametrize(
    "load",
    [
        "start @ 60% and add 2-3 kg each set",
        "start at 60% then add 5% per set",
        "begin with 60 kg and increase by 2.5 kg each set",
    ],
)
def test_a_first_load_and_what_is_added_to_it_are_one_load_in_words(load: str) -> None:
    """Neither number is the load of all sets."""
    exact(f"Front Squat 5x3, {load}", one("Front Squat", sets=5, reps=3, load_text=load))
    clock = {"sets": 8, "interval_seconds": 90, "total_seconds": 720}
    exact(f"Every 90s x 8: 2 Snatch, {load}", one("Snatch", reps=2, load_text=load, **clock))


@pytest.mark.parametrize(
    "line",
    [
        "Front Squat 5x3, start @ 60% and add 10 burpees",
        "Front Squat 5x3, start @ 60% and add 2 sets of 3 @ 80%",
        "Front Squat 5x3, start @ 60% and add 3x3",
        "Front Squat 5x3, start @ 60% and finish @ 80%",
        "Front Squat 5x3, start @ 60% then add 10 strict pull-ups",
    ],
)
def test_work_behind_a_first_load_is_a_finding(line: str) -> None:
    """It is no part of the load."""
    reading = read(line)
    assert [] == reading.prescriptions
    assert 1 == len(reading.findings)
