"""Short forms that coaches type every day, with the values that a careful coach reads."""

from typing import Any

import pytest

from tests.notation import exact, one, parts, prescribed, read


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
        ("Snatch to max single", [one("Snatch", reps=1, load_text="max")]),
        (
            "Snatch: max for the day, then 90% x 1 x 3",
            [one("Snatch", load_text="max for the day"), one("Snatch", sets=3, reps=1, percent=90)],
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
    ("text", "expected"),
    [
        ("Back Squat\n70%/3x2", [(70, 3, 2)]),
        ("Snatch\n70%/3, 75%/2x2", [(70, 3, 1), (75, 2, 2)]),
        ("Snatch 60%/3 70%/2x2 80%/1x3", [(60, 3, 1), (70, 2, 2), (80, 1, 3)]),
        ("Snatch 70% /2x3, 80% /1x3", [(70, 2, 3), (80, 1, 3)]),
        ("Snatch 60%/2; (75%/2)3", [(60, 2, 1), (75, 2, 3)]),
        ("Snatch (60%/2)x2, (70%/2)x3", [(60, 2, 2), (70, 2, 3)]),
        ("Snatch 65%x3x2, 70%x2x2", [(65, 3, 2), (70, 2, 2)]),
        ("Snatch @ 70%/2x4", [(70, 2, 4)]),
        ("Snatch\n@ 60%/2, @ 70%/2x2", [(60, 2, 1), (70, 2, 2)]),
    ],
)
def test_behind_a_percent_and_a_slash_are_reps_and_sets(text: str, expected: list[tuple[int, int, int]]) -> None:
    """The percent, the reps at it, and how many sets of them."""
    exact(text, *(one("Snatch" if "Sn" in text else "Back Squat", percent=p, reps=r, sets=s) for p, r, s in expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snatch 70/3x2", [("70", 3, 2)]),
        ("Snatch\n60/3, 70/2x2", [("60", 3, 1), ("70", 2, 2)]),
        ("Snatch: 65/3 70/3 75/2x2", [("65", 3, 1), ("70", 3, 1), ("75", 2, 2)]),
    ],
)
def test_a_number_in_front_of_a_slash_and_reps_is_a_load_as_written(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    """It may be percents or kilograms."""
    exact(text, *(one("Snatch", load_text=load, reps=reps, sets=sets) for load, reps, sets in expected))


def test_weights_may_stand_in_front_of_a_slash_and_reps() -> None:
    """Weights are read like percents there."""
    exact("Snatch\n60kg/3, 70kg/2x2", one("Snatch", kg=60, reps=3, sets=1), one("Snatch", kg=70, reps=2, sets=2))


@pytest.mark.parametrize(
    "rest",
    [
        "\nLeave 2 minutes between sets",
        "\n2:00 b/w sets",
        "\nTake 2 minutes after each set.",
        ", 2 min between sets",
        " - leave 2 minutes between sets",
        ", with a 2 minute rest between sets",
    ],
)
def test_a_time_between_sets_is_their_rest(rest: str) -> None:
    """The word `rest` may be missing; the time may be on the line or below it."""
    exact(f"Back Squat 5x5 @ 70%{rest}", one("Back Squat", sets=5, reps=5, percent=70, rest_seconds=120))


@pytest.mark.parametrize("line", ["Week 1: 5x5 @ 70%", "Week 2: 5x4 @ 75%"])
def test_the_sets_of_another_week_are_a_finding(line: str) -> None:
    """A post says which week is meant, and the line is not a note."""
    assert [line] == [finding.line for finding in read(f"Back Squat\n{line}").findings]


@pytest.mark.parametrize(
    "place",
    ["Week 4", "(Week 4 of 7)", "– wk 4:", "- Cycle 2, Day 3", "Wave 2 – Day 3", "(5/3/1 Week 2)", "Phase 2 Week 3 –"],
)
def test_the_place_in_a_programme_behind_a_movement_is_a_remark(place: str) -> None:
    """Sets on the line or below it are those of this week."""
    sets = one("Front Squat", sets=4, reps=3, percent=80)
    exact(f"Front Squat {place} 4x3 @ 80%", sets)
    exact(f"Front Squat {place}\n4x3 @ 80%", sets)
    assert read(f"Front Squat {place}\n4x3 @ 80%").prescriptions[0].remark


@pytest.mark.parametrize("line", ["Press Week 1 5x5, Week 2 5x3", "Week 3: Press 5x5", "Hatch Press Week 7 Day 2"])
def test_several_weeks_or_an_unknown_programme_prescribe_nothing(line: str) -> None:
    """Nobody says which week is meant, or whether the name is a movement."""
    assert [] == prescribed(line)


def test_an_ambiguous_line_is_a_finding() -> None:
    """Three sets or two."""
    line = "Back Squat 70% / 3x2"
    assert [] == prescribed(line)
    assert ["unread"] == [finding.rule for finding in read(line).findings]


def test_the_sets_below_a_condition_are_an_alternative() -> None:
    """They are for whom the condition holds, and what is above them is for everyone."""
    exact(
        "Back Squat\n5 @ 70%\n3 @ 80%\nIf you are new to this:\n3 x 5 @ 60%",
        one("Back Squat", sets=1, reps=5, percent=70),
        one("Back Squat", sets=1, reps=3, percent=80),
    )


@pytest.mark.parametrize(
    "line",
    ["If you have no rack:", "If you can't squat:", "*If scaled:", "If you are injured:", "If you don’t have a rower:"],
)
def test_a_line_below_a_condition_for_some_is_an_alternative(line: str) -> None:
    """It is for those who need it."""
    exact(f"Back Squat 5x5\n{line}\nGoblet Squat 3x10", one("Back Squat", sets=5, reps=5))


@pytest.mark.parametrize(
    "line",
    [
        *(
            "If you have time:",
            "If time allows:",
            "IF YOU HAVE EXTRA TIME:",
            "*If there is time left:",
            "If you finish early:",
        ),
        *("When finished:", "(If you feel good):", "If you want more:", "If time permits", "If you have time,"),
    ],
)
def test_a_line_below_a_condition_for_all_is_training(line: str) -> None:
    """Those who have time do it, after the rounds above."""
    exact(f"Back Squat 5x5\n{line}\n3x15 Curls", one("Back Squat", sets=5, reps=5), one("Curls", sets=3, reps=15))
    exact(f"Back Squat\n5x5\n{line}\n1x3", one("Back Squat", sets=5, reps=5), one("Back Squat", sets=1, reps=3))


@pytest.mark.parametrize("line", ["If you have time:", "If time allows:", "When done:"])
def test_work_below_a_condition_for_all_is_outside_the_rounds_above(line: str) -> None:
    """It is done once."""
    exact(f"3 rounds:\n10 Burpees\n{line}\n100 Sit-Ups", one("Burpees", sets=3, reps=10), one("Sit-Ups", reps=100))


@pytest.mark.parametrize("line", ["If competing:", "If you made all your lifts:", "When the bar is light:"])
def test_work_below_any_other_condition_is_a_finding(line: str) -> None:
    """It may be an alternative or more training."""
    reading = read(f"Back Squat 5x5\n{line}\nSnatch 3x1 @ 90%")
    assert ["Back Squat"] == [found.movement for found in reading.prescriptions]
    assert ["Snatch 3x1 @ 90%"] == [finding.line for finding in reading.findings]


def test_sets_of_an_unknown_movement_are_no_silent_note() -> None:
    """Sets by reps in a few words are training, whatever is trained."""
    line = "Zorb 5x5 add 2.5 lb"
    assert [line] == [finding.line for finding in read(line).findings]


def test_sets_without_a_movement_are_a_finding() -> None:
    """The line above them was taken for a note, so nobody would see that they are missing."""
    reading = read("Something nice\n5x3")
    assert [] == reading.prescriptions
    assert [("unread", "5x3")] == [(finding.rule, finding.line) for finding in reading.findings]


@pytest.mark.parametrize(
    "line",
    ["5x3 Hang Power Clean + Push Jerk @ 75%", "5 sets: 3 reps Hang Power Clean + Push Jerk", "5 x 3 Clean + Jerk"],
)
def test_one_count_in_front_of_a_complex_is_a_finding(line: str) -> None:
    """It may count the whole or the first movement."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_a_plural_is_counted_and_not_the_whole_complex() -> None:
    """Three cleans and a jerk, five times."""
    exact(
        "5 x 3 Power Cleans + Jerk @ 75%",
        one("3 Power Cleans + Jerk", sets=5, reps=1, percent=75, complex=parts(("Power Cleans", 3), ("Jerk", 1))),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RDL\n3-3-3-3-3 @ 100 kg, add weight each set",
            one("RDL", sets=5, reps_per_set=[3, 3, 3, 3, 3], kg=100, load_text="add weight each set"),
        ),
        ("Press\n4x6 (3 sec pause)", one("Press", sets=4, reps=6)),
        ("Press\n4 sets of 6 reps (5-count eccentric)", one("Press", sets=4, reps=6)),
        ("Press: 45 kg for 4 sets of 6", one("Press", sets=4, reps=6, kg=45)),
        ("Press – 45kg for 4x6", one("Press", sets=4, reps=6, kg=45)),
        ("Press – 45kg for a set of 6", one("Press", reps=6, kg=45)),
        ("Press 62% for 4 sets of 6 reps", one("Press", sets=4, reps=6, percent=62)),
        ("Snatch 4x3 @ 62% up to 78% of 1RM", one("Snatch", sets=4, reps=3, percent=(62, 78), percent_of_rep_max=1)),
        ("Press 4x3, building to 78% of 1RM", one("Press", sets=4, reps=3, load_text="building to 78% of 1RM")),
        ("Press 4x3 (ascending sets to 78%)", one("Press", sets=4, reps=3, load_text="ascending sets to 78%")),
        ("Snatch @ 70 to 75% - 3,3,3", one("Snatch", sets=3, reps_per_set=[3, 3, 3], percent=(70, 75))),
        (
            "Front Squat 5x2 @ 85% E2MOM",
            one("Front Squat", sets=5, reps=2, percent=85, interval_seconds=120, total_seconds=600),
        ),
    ],
)
def test_text_behind_a_load_does_not_hide_the_sets(text: str, expected: dict[str, Any]) -> None:
    """A remark, the reps, or the clock."""
    exact(text, expected)


@pytest.mark.parametrize(
    "line", ["5 working sets of 3 as fast as you can and then some", "At 75% of your 1RM 5 working sets of 3 RDL"]
)
def test_a_line_of_sets_is_no_silent_note(line: str) -> None:
    """It begins with sets, or has them beside a movement."""
    reading = read(f"Back Squat\n{line}")
    assert line in [finding.line for finding in reading.findings]


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Snatch\n100 kg = 4 reps\n105 kg = 3 reps", [(1, 4, 100), (1, 3, 105)]),
        ("Snatch: 100 kg = 4 reps, 105 kg = 3 reps", [(1, 4, 100), (1, 3, 105)]),
        ("Snatch - 100 kg x 2 x 2 / 105 kg x 2 x 2 / 110 kg x 1", [(2, 2, 100), (2, 2, 105), (1, 1, 110)]),
        ("Snatch, 2 @ 100 kg / 105 kg x 2 x 3 sets", [(1, 2, 100), (3, 2, 105)]),
        ("Snatch: 100 kg x 2 x 2 / 3 at 105 kg / 1 at 110 kg", [(2, 2, 100), (1, 3, 105), (1, 1, 110)]),
        ("Snatch\n* 100 kgx4\n* 105 kgx2", [(1, 4, 100), (1, 2, 105)]),
        ("Snatch: 3x2 (100 kg) / 105kgx2", [(3, 2, 100), (1, 2, 105)]),
    ],
)
def test_sets_and_their_weights_stand_together_in_many_ways(text: str, sets: list[tuple[int, int, float]]) -> None:
    """A slash with spaces, an equals sign and an x without a space all join them."""
    exact(text, *(one("Snatch", sets=number, reps=reps, kg=weight) for number, reps, weight in sets))


def test_an_equals_sign_still_defines() -> None:
    """`1 complex = 2 Snatches` explains, and prescribes nothing."""
    exact("Snatch 5x2\n1 complex = 2 Snatches", one("Snatch", sets=5, reps=2))


@pytest.mark.parametrize(
    "line", ["Snatch Pull + Snatch - 5 at 185 lbs + 3 at 190 lbs", "Clean & Jerk, 5 reps - 60% / 2x3 at 65%"]
)
def test_a_list_of_sets_that_is_not_read_is_a_finding(line: str) -> None:
    """Its weights are beside a movement."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("Back Squat 5x3, slow, heavy, 80%", "slow, heavy"),
        ("Back Squat 5x3, heavy, 80%", "heavy"),
        ("Back Squat 5x3, slow and controlled, 80%", "slow and controlled"),
        ("Back Squat 5x3, no misses, no straps, 80%", "no misses, no straps"),
        ("Back Squat 5x3, climbing, 80%", "climbing"),
    ],
)
def test_words_about_the_manner_in_front_of_a_load_are_a_remark(line: str, remark: str) -> None:
    """All of them, and the load is read."""
    exact(line, one("Back Squat", sets=5, reps=3, percent=80))
    assert [remark] == [found.remark for found in read(line).prescriptions]


@pytest.mark.parametrize(
    ("line", "each_side"),
    [
        ("Side Plank 3 x 30 secs each", True),
        ("Suitcase Carry 3 x 30 secs each", True),
        ("Plank 3 x 30 secs each", False),
        ("Plank 3 x 30 secs each side", True),
    ],
)
def test_a_time_each_is_of_each_side_only_if_the_movement_has_sides(line: str, each_side: bool) -> None:
    """For any other movement `each` may mean each set."""
    [found] = read(line).prescriptions
    assert (found.duration_seconds_min, found.each_side) == (30, each_side)


def test_a_long_pause_on_a_line_of_its_own_is_a_rest() -> None:
    """A short one is in the movement."""
    exact("Back Squat 3x5\nPause 2-3 min", one("Back Squat", sets=3, reps=5, rest_seconds=120, rest_seconds_max=180))
    exact("Back Squat 3x5\nPause 2 seconds", one("Back Squat", sets=3, reps=5))
    exact("Back Squat 3x5\nPause 2 minutes in the hole", one("Back Squat", sets=3, reps=5))


def test_as_many_sets_as_a_clock_has_intervals_are_no_weight() -> None:
    """Sixteen doubles in twenty-four minutes."""
    clock = {"interval_seconds": 90, "total_seconds": 1440}
    exact("Every 90 s x 16\nClean & Jerk 16 x 2", one("Clean & Jerk", sets=16, reps=2, **clock))


@pytest.mark.parametrize("scheme", ["For time:", "Three rounds of:"])
def test_more_sets_than_anyone_does_below_a_scheme_without_an_interval_are_a_finding(scheme: str) -> None:
    """One of the numbers may be a weight."""
    reading = read(f"{scheme}\nClean & Jerk 25 x 3\n10 Burpees")
    assert ["Burpees"] == [found.movement for found in reading.prescriptions]
    assert ["Clean & Jerk 25 x 3"] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize("label", ["Assistance", "Bodybuilding", "Upper body", "Supplemental", "Push"])
def test_movements_behind_a_label_are_read(label: str) -> None:
    """Each with its count."""
    exact(f"{label}: 50 Chins, 50 Dips", one("Chins", reps=50), one("Dips", reps=50))


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("8L, 8R Step-Ups", None),
        ("8R; 8L Step-Ups", None),
        ("8L and 8R Step-Ups", None),
        ("3 x 8L, 8R Step-Ups", 3),
    ],
)
def test_left_and_right_are_each_side(line: str, sets: int | None) -> None:
    """Both numbers are one amount, whatever stands between them."""
    exact(line, one("Step-Ups", reps=8, each_side=True, **({"sets": sets} if sets else {})))


@pytest.mark.parametrize("line", ["8L, 6R Step-Ups", "8 L", "8L, 8 Step-Ups"])
def test_no_letter_is_a_movement(line: str) -> None:
    """A line is unread if the sides differ or if one of them is missing."""
    text = f"3 rounds:\n{line}\n5 Burpees"
    assert prescribed(text) == [one("Burpees", sets=3, reps=5)]
    assert [finding.line for finding in read(text).findings] == [line]


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Row 3 by 10", one("Row", sets=3, reps=10)),
        ("DB Curl 3 by 8-10", one("DB Curl", sets=3, reps=(8, 10))),
        ("3 by 12 DB Curls", one("DB Curls", sets=3, reps=12)),
        ("Back Squat 3 by 5 @ 70%", one("Back Squat", sets=3, reps=5, percent=70)),
    ],
)
def test_by_stands_between_sets_and_reps(line: str, asks: dict[str, Any]) -> None:
    """`by` is the spoken form of `x`."""
    exact(line, asks)


@pytest.mark.parametrize("line", ["Box Jump 24 by 20", "Drop by 10", "Run 4 by 400 m"])
def test_by_between_other_numbers_gives_no_sets(line: str) -> None:
    """The first is a height, the second a difference, the third has no form that is known for certain."""
    assert prescribed(line) == []


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("Go every 3:00 for 5 rounds", {"sets": 5, "interval_seconds": 180, "total_seconds": 900}),
        ("Start a round every 3:00 for 5 rounds", {"sets": 5, "interval_seconds": 180, "total_seconds": 900}),
        ("Complete a set every 2:00 for 6 sets", {"sets": 6, "interval_seconds": 120, "total_seconds": 720}),
        ("Begin a new set every minute for 10 minutes", {"sets": 10, "interval_seconds": 60, "total_seconds": 600}),
        ("Go every 90 sec x 4:", {"sets": 4, "interval_seconds": 90, "total_seconds": 360}),
        ("Go every 3:00", {"interval_seconds": 180}),
    ],
)
def test_a_verb_may_stand_before_an_interval(line: str, clock: dict[str, int]) -> None:
    """The sets, the interval and the total are those of the lines below."""
    exact(f"{line}\n9 Burpees", one("Burpees", reps=9, **clock))


@pytest.mark.parametrize("line", ["Go every time the bell rings", "Start every minute with a big breath."])
def test_a_verb_before_every_is_prose_without_a_clock(line: str) -> None:
    """Nothing says how often."""
    exact(f"{line}\n9 Burpees", one("Burpees", reps=9))


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Back Squat 5*5 @ 70%", one("Back Squat", sets=5, reps=5, percent=70)),
        ("Squat – sets: 4, reps: 6, RPE: 7", one("Squat", sets=4, reps=6, rpe_min=7, rpe_max=7)),
        ("Snatch – sets 5 – reps 2 – 72%", one("Snatch", sets=5, reps=2, percent=72)),
        ("Bench Press 4x6 @ 69% – rest :60", one("Bench Press", sets=4, reps=6, percent=69, rest_seconds=60)),
        ("Bench Press 4x6, rest :90", one("Bench Press", sets=4, reps=6, rest_seconds=90)),
        (
            "Front Squat 4 x 1.1.1 @ 86%, rest 15 sec between singles",
            one("Front Squat", sets=4, reps=3, cluster=[1, 1, 1], percent=86),
        ),
    ],
)
def test_sets_and_rests_in_other_signs(line: str, asks: dict[str, Any]) -> None:
    """A rest inside a set is a remark, and no rest between sets."""
    exact(line, asks)


@pytest.mark.parametrize("line", ["Back Squat 5*5*5", "Front Squat 75%*3", "Back Squat 3*"])
def test_an_asterisk_that_is_not_between_two_counts_gives_no_sets(line: str) -> None:
    """It may lead to a note."""
    assert prescribed(line) == []
    assert [line] == [finding.line for finding in read(line).findings if finding.line == line]


def test_a_number_behind_a_colon_with_a_sign_of_a_load_is_no_time() -> None:
    """Only some coaches put a space in front of a colon."""
    exact("Back Squat :75%", one("Back Squat", percent=75))
    exact("Back Squat :80 kg", one("Back Squat", kg=80))


def test_the_intervals_of_each_movement_agree_with_all_of_them() -> None:
    """Otherwise the scheme is unread."""
    lifts = [one("Snatches", reps=3), one("Cleans", reps=3)]
    shared = {"sets": 5, "interval_seconds": 90}
    text = "Every 1:30 x 10 ({} each), alternating:\n3 Snatches\n3 Cleans"
    assert prescribed(text.format(5)) == [lift | shared for lift in lifts]
    assert prescribed(text.format(3)) == lifts
    assert ["unread"] == [finding.rule for finding in read(text.format(3)).findings]


@pytest.mark.parametrize("interval", ["two and a half minutes", "2 and a half minutes", "2 and half mins"])
def test_a_half_in_words_is_part_of_a_number_with_a_unit(interval: str) -> None:
    """It is one number."""
    clock = {"sets": 4, "interval_seconds": 150, "total_seconds": 600}
    exact(f"Every {interval} for 10 minutes: 3 Push Jerks @ 76%", one("Push Jerks", reps=3, percent=76, **clock))


@pytest.mark.parametrize("line", ["Rest 2 and half the class rows", "10 and a half"])
def test_a_half_without_a_unit_is_no_part_of_a_number(line: str) -> None:
    """It is half of something else."""
    assert prescribed(line) == []


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
    """One percent is only that of the first set or of the last, and what was lifted before is not known."""
    exact(f"Deadlift 4x4 {load}", one("Deadlift", sets=4, reps=4, load_text=load))
    exact(f"Deadlift 4x4, {load}", one("Deadlift", sets=4, reps=4, load_text=load))


@pytest.mark.parametrize(
    ("scheme", "sets"),
    [
        ("Superset 1 – 4 sets", 4),
        ("Superset A: 4 rounds", 4),
        ("Giant set x 4:", 4),
        ("Tri-set: 4 sets", 4),
    ],
)
def test_a_group_of_movements_has_a_number_or_a_letter_and_sets(scheme: str, sets: int) -> None:
    """The label counts nothing."""
    exact(f"{scheme}\nDips x 8\nRow x 10", one("Dips", sets=sets, reps=8), one("Row", sets=sets, reps=10))


def test_a_label_needs_no_mark_in_front_of_a_movement() -> None:
    """Its figure is no count; the machine `C2` is no label."""
    exact("A1 Press x 12\nA2 Row x 10", one("Press", reps=12), one("Row", reps=10))
    exact("B1 3x8 Bench Press", one("Bench Press", sets=3, reps=8))


def test_a_list_of_numbers_with_dashes_is_no_list_of_ranges() -> None:
    """They count from one."""
    rhythm = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    exact(
        "EMOM 12\n1 – 8 Power Cleans\n2 – 10 Burpees\n3 – Rest",
        one("Power Cleans", reps=8, **rhythm),
        one("Burpees", reps=10, **rhythm),
    )


@pytest.mark.parametrize("name", ["Comp Squat", "Squat BBB", "Boring But Big Press", "Tyre Flip"])
def test_words_of_programmes_beside_a_movement_leave_it_known(name: str) -> None:
    """And its sets are read from their own line."""
    exact(f"{name}\n5x8", one(name, sets=5, reps=8))


def test_a_tempo_stands_beside_an_rpe() -> None:
    """Four figures are none."""
    found = one("Deadlift", sets=4, reps=4, rpe_min=8, rpe_max=8, tempo="3111")
    exact("Deadlift 4 x 4 @ 3111, RPE 8", found)


@pytest.mark.parametrize("line", ["Superset 3 x 10", "Giant set 4 x 12", "Snatch block 2 x 3", "Tabata 8 x 95/65"])
def test_two_numbers_that_may_count_something_else_are_a_finding(line: str) -> None:
    """Sets by repetitions, the place in a programme, or loads."""
    assert line in [finding.line for finding in read(f"{line}\nThrusters").findings]


def test_a_superset_on_one_line_has_sets_by_repetitions() -> None:
    """It has no number of its own."""
    exact("Superset 3x10 Curls and Dips", one("Curls", sets=3, reps=10), one("Dips", sets=3, reps=10))


@pytest.mark.parametrize("line", ["If your left shoulder hurts:", "If you want less load:", "If you feel pain:"])
def test_a_line_below_a_condition_for_less_is_no_training_for_all(line: str) -> None:
    """Words of more training in another sense do not make it so."""
    assert [one("Back Squat", sets=5, reps=5)] == prescribed(f"Back Squat 5x5\n{line}\nBox Squat 3x5")


@pytest.mark.parametrize(
    "line",
    [
        "The cap for these is 12 minutes, AMRAP:",
        "Your goal is 5 unbroken rounds:",
        "Yesterday we did 5 rounds for time:",
    ],
)
def test_a_scheme_of_another_day_or_a_goal_changes_nothing(line: str) -> None:
    """It is a sentence about the training."""
    assert [one("Back Squat", sets=5, reps=5), one("Sit-Ups", reps=20)] == prescribed(
        f"Back Squat 5x5\n{line}\n20 Sit-Ups"
    )


def test_ranges_with_dashes_are_no_numbers_of_a_list() -> None:
    """Only stations of an interval are numbered so."""
    text = "3 rounds\n1 - 2 Rope Climbs\n2 - 4 Muscle-Ups\n20 Sit-Ups"
    assert [one("Sit-Ups", sets=3, reps=20)] == prescribed(text)


def test_a_part_of_the_body_below_a_bare_movement_is_what_it_is_for() -> None:
    """The sets are those of the movement, which waits for them."""
    exact(
        "Lateral Raise\nShoulders\n4x15\nLeg Curl\nHamstrings\n4x12",
        one("Lateral Raise", sets=4, reps=15),
        one("Leg Curl", sets=4, reps=12),
    )
