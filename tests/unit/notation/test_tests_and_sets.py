"""A heavy set and the sets after it on one line, and top sets: both count, or the line is a finding."""

from typing import Any

import pytest

from tests.notation import exact, one, parts, prescribed, read, unread


@pytest.mark.parametrize(
    ("line", "test", "sets"),
    [
        (
            "Squat: work up to a heavy single in 15 minutes, then 3x1 @ 90% of today's heavy",
            one("Squat", reps=1, total_seconds=900, load_text="heavy"),
            [one("Squat", sets=3, reps=1, load_text="90% of today's heavy")],
        ),
        (
            "Snatch: work up to a heavy single, then 3x2 @ 80%",
            one("Snatch", reps=1, load_text="heavy"),
            [one("Snatch", sets=3, reps=2, percent=80)],
        ),
        (
            "Back Squat - build to a heavy triple and then 3 sets of 5 @ 75%",
            one("Back Squat", reps=3, load_text="heavy"),
            [one("Back Squat", sets=3, reps=5, percent=75)],
        ),
        (
            "Back Squat - build to a heavy 3, then 2x5 at 80% of that",
            one("Back Squat", reps=3, load_text="heavy"),
            [one("Back Squat", sets=2, reps=5, load_text="at 80% of that")],
        ),
        (
            "Find a 3RM Power Clean, then 3x3 at 90%",
            one("Power Clean", rep_max_test=3),
            [one("Power Clean", sets=3, reps=3, load_text="90%")],
        ),
        (
            "Find a 3RM Power Clean, and then 3x3 at 90%",
            one("Power Clean", rep_max_test=3),
            [one("Power Clean", sets=3, reps=3, load_text="90%")],
        ),
        (
            "Back Squat\n3RM, then 100x5",
            one("Back Squat", rep_max_test=3),
            [one("Back Squat", reps=5, load_text="100")],
        ),
        (
            "Snatch: build to a 1RM, then 2x2 @ 80% and 2x3 @ 70%",
            one("Snatch", rep_max_test=1),
            [one("Snatch", sets=2, reps=2, percent=80), one("Snatch", sets=2, reps=3, percent=70)],
        ),
    ],
)
def test_a_test_and_the_sets_after_it_are_read(line: str, test: dict[str, Any], sets: list[dict[str, Any]]) -> None:
    """The sets are of its movement; a percent of this day's weight is a load in words."""
    exact(line, test, *sets)


@pytest.mark.parametrize(
    ("text", "load", "sets", "reps"),
    [
        ("Front Squat: build to a heavy double; drop 10% for 3x3", "drop 10%", 3, 3),
        ("Front Squat: build to a heavy double, drop 10% and do 3x3", "drop 10%", 3, 3),
        ("Front Squat: work to a heavy set of 2, then back off 10% for 2x5", "back off 10%", 2, 5),
        ("Front Squat\nBuild to a heavy double\nthen drop 10% and do 3x2", "drop 10%", 3, 2),
        ("Front Squat\nHeavy double, then drop 10% for 3x2", "drop 10%", 3, 2),
        ("Front Squat: heavy double\nDrop 15% and perform 2 sets of 5", "Drop 15%", 2, 5),
        ("Front Squat: heavy double\nBack off sets: -10% 3x5", "-10%", 3, 5),
        ("Front Squat: heavy double\n-10% for 2 x 5", "-10%", 2, 5),
        ("Front Squat: heavy double\n-10-15% for 2 x 5", "-10-15%", 2, 5),
        ("Front Squat: heavy double\nTake 20 lb off the bar, 3 doubles", "Take 20 lb off the bar", 3, 2),
        ("Front Squat: heavy double\n10% less for 3x2", "10% less", 3, 2),
    ],
)
def test_sets_with_less_weight_have_the_difference_as_their_load(text: str, load: str, sets: int, reps: int) -> None:
    """It is in words, because only the lifter knows what it is of."""
    exact(text, one("Front Squat", reps=2, load_text="heavy"), one("Front Squat", sets=sets, reps=reps, load_text=load))


def test_sets_with_less_weight_may_stand_after_other_sets() -> None:
    """They are on the same line or below it."""
    first = one("Bench Press", sets=1, reps=5, percent=85)
    drop = one("Bench Press", sets=3, reps=8, load_text="drop 10%")
    exact("Bench Press 1x5 @ 85%, then drop 10% for 3x8", first, drop)
    exact("Bench Press 1x5 @ 85%\ndrop 10% for 3x8", first, drop)


@pytest.mark.parametrize(
    ("text", "test", "sets"),
    [
        ("Snatch: daily max, 90% x 2 x 2", {"load_text": "daily max"}, {"load_text": "90%"}),
        ("Snatch\ndaily max; 90% x 2 x 2", {"load_text": "daily max"}, {"load_text": "90%"}),
        ("Snatch – 1RM – 2x2 @ 80%", {"rep_max_test": 1}, {"percent": 80}),
        ("Snatch 3RM; 2x2 @ 90%", {"rep_max_test": 3}, {"load_text": "90%"}),
        ("Snatch 3RM, 2x2 @ 90% of 3RM", {"rep_max_test": 3}, {"percent": 90, "percent_of_rep_max": 3}),
    ],
)
def test_sets_after_the_test_of_a_maximum_and_a_mark_are_read(
    text: str, test: dict[str, Any], sets: dict[str, Any]
) -> None:
    """A percent is of the maximum of this day or of the best ever, unless the test is that of the 1-RM."""
    exact(text, one("Snatch", **test), one("Snatch", sets=2, reps=2, **sets))


@pytest.mark.parametrize(
    "line",
    [
        "Snatch 1RM, 80%",
        "Snatch 3RM, 2RM, 1RM",
        "Snatch 1RM, Clean 3x2 @ 80%",
        "Snatch 1RM (3x2 @ 80%)",
        "Snatch 1RM, 3 attempts, Clean 3x2 @ 80%",
        "Snatch: build to 1RM, no pausing 5 seconds",
    ],
)
def test_what_is_after_a_test_and_no_sets_is_a_finding(line: str) -> None:
    """The test is not lost in a remark or in a note."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize("line", ["5RM then", "Back Squat: build to a heavy single, then", "Snatch: 3RM and then:"])
def test_a_test_that_ends_with_then_refuses_no_text(line: str) -> None:
    """Its sets may be on the next line."""
    assert 1 == len(read(line).lines)


def test_sets_at_a_percent_of_that_are_of_the_test() -> None:
    """Their sets are after the words."""
    sets = one("Front Squat", sets=2, reps=3, load_text="90% of that")
    exact(
        "Front Squat: build to a heavy triple, then 90% of that for 2x3",
        one("Front Squat", reps=3, load_text="heavy"),
        sets,
    )


@pytest.mark.parametrize("line", ["Squat 70%/5/5", "Push Press: 5RM\nGo to 90% and try 2 more sets of 5"])
def test_sets_that_are_not_understood_are_a_finding(line: str) -> None:
    """They are never a silent note."""
    assert [line.split("\n")[-1]] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize("line", ["-70% x 3", "- 20% x 3", "-10 reps", "- 85% x 3"])
def test_a_dash_in_front_of_a_line_is_a_bullet(line: str) -> None:
    """A dash that touches a percent too low to lift is a minus."""
    [found] = prescribed(f"Back Squat\n{line}")
    assert "load_text" not in found


@pytest.mark.parametrize("line", ["Drop 60%: 3x3", "Drop 10% x 3 x 2", "Drop 10%"])
def test_a_drop_that_may_be_something_else_is_a_finding(line: str) -> None:
    """A percent that is too high for a difference, or sets that may be repetitions."""
    text = f"Back Squat: build to a heavy single\n{line}"
    assert [one("Back Squat", reps=1, load_text="heavy")] == prescribed(text)
    assert [line] == [finding.line for finding in read(text).findings]


def test_a_drop_to_a_percent_after_sets_without_one_keeps_its_words() -> None:
    """It may be of the best ever, or of the last set."""
    drop = one("Back Squat", sets=3, reps=3, load_text="80%")
    exact("Back Squat\n5-5-5\nthen drop to 80% for 3x3", one("Back Squat", sets=3, reps_per_set=[5, 5, 5]), drop)


@pytest.mark.parametrize(
    "line",
    [
        "Snatch @ 80%: work up to a double for the day, then 3x2 @ 75%",
        "Work up to a heavy single in 15 minutes, then 3x1 @ 90%",
        "Work up to a heavy single, drop 10% for 3x3",
        "Front Squat: build to a heavy double, drop 10% x 3 x 2",
        "Pause Squat: if you feel good go up to 3x2 @ 90%",
    ],
)
def test_sets_in_a_sentence_that_is_not_read_are_a_finding(line: str) -> None:
    """Such sets are never hidden in a remark of a movement that then seems to be read completely."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Back Squat 3 singles @ 92%", [one("Back Squat", sets=3, reps=1, percent=92)]),
        ("Snatch - 4 doubles @ 80%", [one("Snatch", sets=4, reps=2, percent=80)]),
        ("Snatch doubles x 4 @ 80%", [one("Snatch", sets=4, reps=2, percent=80)]),
        ("Clean & Jerk singles x 6-8 @ 84%", [one("Clean & Jerk", sets=6, sets_max=8, reps=1, percent=84)]),
        ("Deadlift - 3 heavy triples", [one("Deadlift", sets=3, reps=3, load_text="heavy")]),
        ("Bench Press: 3 working sets of 5 @ 80%", [one("Bench Press", sets=3, reps=5, percent=80)]),
        (
            "Bench Press - top set of 5 @ RPE 8, then 3x5 @ 75%",
            [one("Bench Press", sets=1, reps=5, rpe_min=8, rpe_max=8), one("Bench Press", sets=3, reps=5, percent=75)],
        ),
        (
            "Back Squat - top single @ RPE 8, back-offs 4x4 @ 80%",
            [one("Back Squat", sets=1, reps=1, rpe_min=8, rpe_max=8), one("Back Squat", sets=4, reps=4, percent=80)],
        ),
        (
            "Deadlift: 1 top set of 3, 2 back-off sets of 5 @ 80%",
            [one("Deadlift", sets=1, reps=3), one("Deadlift", sets=2, reps=5, percent=80)],
        ),
        (
            "Back Squat\nTop single @ RPE 8\n4x4 @ 80%",
            [one("Back Squat", sets=1, reps=1, rpe_min=8, rpe_max=8), one("Back Squat", sets=4, reps=4, percent=80)],
        ),
        ("Squat: work up to a top set of 5", [one("Squat", reps=5, load_text="top")]),
        ("Back Squat: work up to a single @ RPE 8", [one("Back Squat", reps=1, rpe_min=8, rpe_max=8)]),
        (
            "Deadlift\nBuild to a tough triple (RPE 9)",
            [one("Deadlift", reps=3, rpe_min=9, rpe_max=9, load_text="tough")],
        ),
        (
            "Squat\nWork up to a heavy set of 6 @ RPE 7-8",
            [one("Squat", reps=6, rpe_min=7, rpe_max=8, load_text="heavy")],
        ),
        ("Deadlift - build to a tough triple", [one("Deadlift", reps=3, load_text="tough")]),
        ("Sumo Deadlift (build to a moderate 4)", [one("Sumo Deadlift", reps=4, load_text="moderate")]),
        ("Build to a solid set of 6\nFront Squat", [one("Front Squat", reps=6, load_text="solid")]),
        ("Front Squat\nBuild to a set of 6", [one("Front Squat", reps=6)]),
        ("Work up to a double in the Snatch", [one("Snatch", reps=2)]),
        (
            "Back Squat: build to a single at RPE 8, then 4x4 @ 80%",
            [one("Back Squat", reps=1, rpe_min=8, rpe_max=8), one("Back Squat", sets=4, reps=4, percent=80)],
        ),
    ],
)
def test_singles_and_top_sets_are_sets(text: str, expected: list[dict[str, Any]]) -> None:
    """`3 singles` are three sets of one, and a top set is one set, beside the back-off sets."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "Power Clean: a triple every 75 seconds for 5 minutes @ 72%",
            {"reps": 3, "sets": 4, "interval_seconds": 75, "total_seconds": 300, "percent": 72},
        ),
        (
            "Power Clean: a double every minute for 9 minutes",
            {"reps": 2, "sets": 9, "interval_seconds": 60, "total_seconds": 540},
        ),
        (
            "Power Clean - double every 2 min x 6 @ 80%",
            {"reps": 2, "sets": 6, "interval_seconds": 120, "total_seconds": 720, "percent": 80},
        ),
        ("Power Clean, triple, E3MOM x 4", {"reps": 3, "sets": 4, "interval_seconds": 180, "total_seconds": 720}),
        ("Power Clean double @ 78%, 5 sets", {"reps": 2, "sets": 5, "percent": 78}),
        ("Power Clean single @ 86% x 4", {"reps": 1, "sets": 4, "percent": 86}),
        ("Power Clean triple @ 75% x 4", {"reps": 3, "sets": 4, "percent": 75}),
        (
            "Power Clean triples every 90 seconds x 6",
            {"reps": 3, "sets": 6, "interval_seconds": 90, "total_seconds": 540},
        ),
    ],
)
def test_a_single_a_double_or_a_triple_is_the_repetitions_of_each_set(line: str, says: dict[str, Any]) -> None:
    """It is behind a movement or a mark, and a clock, a load or nothing follows it; it says nothing of how heavy."""
    exact(line, one("Power Clean", **says))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("30 Double-Unders", one("Double-Unders", reps=30)),
        ("Double KB Swing 3x12", one("Double KB Swing", sets=3, reps=12)),
        ("Jump Rope 3x40, single", one("Jump Rope", sets=3, reps=40)),
        ("DB Row 3x9 (single arm)", one("DB Row", sets=3, reps=9)),
        ("Single Leg Squat 3x7", one("Single Leg Squat", sets=3, reps=7)),
        ("Snatch 4x2 @ 70%, double the pause", one("Snatch", sets=4, reps=2, percent=70)),
    ],
)
def test_double_unders_are_not_doubles(line: str, expected: dict[str, Any]) -> None:
    """The number of `Double-Unders` counts them, and one beside a name says how a movement is done."""
    exact(line, expected)


@pytest.mark.parametrize(
    "line",
    [
        "Power Clean: one single, then a double",
        "Power Clean: a double at 80%, a triple at 70%",
        "Power Clean doubles x 3 reps @ 75%",
        "Jump Rope singles x 40",
    ],
)
def test_different_sets_in_words_are_a_finding(line: str) -> None:
    """They are not the repetitions of all sets; nor are the singles of a rope sets."""
    unread(line)


@pytest.mark.parametrize(
    ("line", "test"),
    [
        ("Clean + Jerk: build to a heavy single", {"reps": 1, "load_text": "heavy"}),
        ("Clean + Jerk - work up to a 1RM in 20 minutes", {"rep_max_test": 1, "total_seconds": 1200}),
        ("Clean + Jerk: heavy set of 3", {"reps": 3, "load_text": "heavy"}),
    ],
)
def test_a_complex_is_tested_as_a_movement_is(line: str, test: dict[str, Any]) -> None:
    """The test is after its movements, and sets below it are theirs."""
    movements = parts(("Clean", 1), ("Jerk", 1))
    exact(
        f"{line}\n3x5 @ 75%",
        one("Clean + Jerk", complex=movements, **test),
        one("Clean + Jerk", complex=movements, sets=3, reps=5, percent=75),
    )


def test_the_reps_of_a_heavy_set_are_not_a_range_with_its_minutes() -> None:
    """The set has five reps, within twenty minutes."""
    exact("Snatch: heavy set of 5 - 20 minutes", one("Snatch", reps=5, total_seconds=1200, load_text="heavy"))


@pytest.mark.parametrize(
    "line",
    [
        "Work up to a heavy double in the Hang Power Clean + Jerk in 20 minutes + 3x5 @ 75%",
        "Build to a heavy double Hang Power Clean + Jerk (20 min)",
        "Work up to a heavy single + 3x5 @ 75%",
    ],
)
def test_a_test_that_is_not_read_is_a_finding(line: str) -> None:
    """It has a number, and no note begins with a test."""
    assert [line] == [finding.line for finding in read(line).findings]


def test_a_rest_between_set_lines_is_that_of_the_sets_above_it() -> None:
    """Those below have the next one, or none."""
    exact(
        "Back Squat\n1 x 1\nRest 2 min\n2 x 5\nRest 3 min\n3 x 8",
        one("Back Squat", sets=1, reps=1, rest_seconds=120),
        one("Back Squat", sets=2, reps=5, rest_seconds=180),
        one("Back Squat", sets=3, reps=8),
    )


def test_warm_up_sets_are_not_sets_of_the_lift() -> None:
    """The sets below them belong to the lift above."""
    exact("Front Squat\n2-3 warm-up sets, then:\n3 x 4", one("Front Squat", sets=3, reps=4))


def test_sets_after_an_unknown_movement_are_its_own() -> None:
    """They are not a scheme for the lines below."""
    assert ["Wobbly Triceps Press"] == [
        says["movement"] for says in prescribed("Wobbly Triceps Press – 3 working sets")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Wobbles: 3 sets of 12 reps",
        "Wobbles (bosu): 2-3 sets of 6-8 reps",
        "Sofa Wobbles: 4 rounds of 9 reps",
        "Wobble Hinge (any kind): 3 sets of 12 reps (your choice)",
        "Wobbles – 3 sets of 12 reps",
        "Wobbles: 3 sets, 12 reps",
        "Wobbles: 3 sets of 12 reps, rest 1 min",
        "Leg day: 3 sets of 12 reps",
    ],
)
@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("Barbell Curls: 25 reps", [(None, 25)]),
        ("Barbell Curls 4x8", [(4, 8)]),
        ("Barbell Curls\n4 x 8", [(4, 8)]),
        ("Barbell Curls\n4 sets of 8 reps", [(4, 8)]),
        ("Barbell Curls, 7 reps\nSit-Ups", [(None, 7), (None, None)]),
        ("Find a 1RM Back Squat", [(None, None)]),
        ("", []),
    ],
)
def test_sets_of_an_unknown_movement_are_not_those_of_the_movement_below(
    line: str, below: str, found: list[tuple[int | None, int | None]]
) -> None:
    """They are a finding, because that movement has its own, or none is below."""
    reading = read(f"{line}\n{below}".strip())
    assert found == [(one.sets, one.reps_min) for one in reading.prescriptions]
    assert [line] == [finding.line for finding in reading.findings]


def test_sets_of_an_unknown_movement_are_those_of_no_other() -> None:
    """Each line of a list has its own."""
    reading = read("Wobbles: 3 sets of 12 reps\nTwirls: 4 sets of 9 reps\nBarbell Curls: 2 sets of 7 reps")
    assert [(2, 7)] == [(one.sets, one.reps_min) for one in reading.prescriptions]
    assert {"Wobbles: 3 sets of 12 reps", "Twirls: 4 sets of 9 reps"} == {one.line for one in reading.findings}


@pytest.mark.parametrize(
    "heading",
    [
        "Strength: ",
        "Accessory: ",
        '"Wobble": ',
        "",
        "Leg day: ",
        "Part A: ",
        "Core circuit: ",
        "Strength Cycle: ",
        "Gymnastics Skill: ",
        "Oly: ",
        "Biceps: ",
        "Glutes & hams: ",
        "Hotel Workout: ",
    ],
)
def test_sets_of_a_heading_are_those_of_the_movements_below(heading: str) -> None:
    """The heading names no movement."""
    lines = "Barbell Curls\nSit-Ups"
    assert [(3, 12), (3, 12)] == [
        (one["sets"], one["reps_min"]) for one in prescribed(f"{heading}3 sets of 12 reps\n{lines}")
    ]


@pytest.mark.parametrize("sets", ["3-4 sets of 8-10 reps", "3-4 sets x 8-10", "3-4 x 8-10"])
def test_sets_and_repetitions_may_both_be_a_range(sets: str) -> None:
    """The lower one counts the sets."""
    (says,) = prescribed(f"Romanian Deadlift {sets}")
    assert (3, 4, 8, 10) == tuple(says[name] for name in ("sets", "sets_max", "reps_min", "reps_max"))


def test_ranges_of_uncertain_order_are_a_finding() -> None:
    """Which of them counts the sets?"""
    assert [] == prescribed("Romanian Deadlift 3-5 x 4-6")


@pytest.mark.parametrize(
    "text", ["Snatch - max", "Snatch: max", "Snatch to max", "Snatch to a max", "Snatch @ max", "Snatch\nMax"]
)
def test_a_maximum_after_a_lift_is_its_highest_weight(text: str) -> None:
    """No one says of how many repetitions."""
    exact(text, one("Snatch", load_text="max"))


@pytest.mark.parametrize("text", ["Push-Ups\nmax", "Push-Ups\nto a max"])
def test_a_maximum_below_a_movement_without_a_barbell_is_no_weight(text: str) -> None:
    """It may be of repetitions."""
    exact(text, one("Push-Ups"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Snatch - max reps", {"max_reps": True}),
        ("Snatch: max height", {}),
        ("Snatch 3x2 to a max", {"sets": 3, "reps": 2}),
        ("Snatch 3x2\nto a max", {"sets": 3, "reps": 2}),
        ("Snatch\n3x2\nto a max", {"sets": 3, "reps": 2}),
        ("Snatch to a max of 80%", {"percent": (None, 80)}),
        ("Every 2 minutes x 5\nSnatch - max", {"sets": 5, "interval_seconds": 120, "total_seconds": 600}),
    ],
)
def test_a_maximum_of_something_else_is_no_test(text: str, says: dict[str, Any]) -> None:
    """It is a maximum of repetitions, of the sets beside it, of a percent, or of each interval."""
    exact(text, one("Snatch", **says))


@pytest.mark.parametrize(
    ("line", "says", "remark"),
    [
        ("Front Squat heavy 3-3-3", {"sets": 3, "reps_per_set": [3, 3, 3]}, "heavy"),
        ("Front Squat light 4x3", {"sets": 4, "reps": 3}, "light"),
        ("Front Squat heavy single", {"reps": 1, "load_text": "heavy"}, None),
    ],
)
def test_how_heavy_a_lift_is_after_its_name_is_no_part_of_it(
    line: str, says: dict[str, Any], remark: str | None
) -> None:
    """The sets follow."""
    exact(line, one("Front Squat", **says))
    assert [remark] == [found.remark for found in read(line).prescriptions]


@pytest.mark.parametrize(
    "line", ["Front Squat max 3 reps", "Front Squat max 3", "Front Squat, heavy: 3-3-3", "Front Squat heavy 4x3"]
)
def test_a_number_that_may_be_of_a_maximum_or_lost_in_words_is_a_finding(line: str) -> None:
    """It is the number of repetitions of a rep max, or of sets."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_the_most_of_a_lift_is_its_highest_weight() -> None:
    """A maximum of other movements, of several repetitions or with a weight, is as many repetitions as possible."""
    exact("Max Deadlift", one("Deadlift", load_text="Max"))
    for line in ("Max Deadlifts", "Max Deadlift @ 100 kg", "Max Pull-Up"):
        assert [True] == [says["max_reps"] for says in prescribed(line)]


@pytest.mark.parametrize(
    ("below", "sets"),
    [
        ("Drop 15% and do 2 sets of 4 reps", {"load_text": "Drop 15%"}),
        ("Then 2 x 4 @ 80%", {"percent": 80}),
    ],
)
def test_a_heavy_set_below_a_movement_with_a_tempo_has_the_tempo(below: str, sets: dict[str, Any]) -> None:
    """The sets after it have the tempo too."""
    exact(
        f"Back Squat @ 21X1\nBuild to a heavy set of 4\n{below}",
        one("Back Squat", reps=4, tempo="21X1", load_text="heavy"),
        one("Back Squat", sets=2, reps=4, tempo="21X1", **sets),
    )


def test_a_rep_max_below_a_movement_with_a_tempo_is_its_test() -> None:
    """The movement line gives none of its own."""
    exact("Back Squat @ 30X1\nBuild to a 3RM", one("Back Squat", tempo="30X1", rep_max_test=3))


@pytest.mark.parametrize(
    "above", ["18 minutes to find", "Take 18 minutes to build up to a:", "In 18 minutes, work up to"]
)
def test_the_time_above_a_test_is_its_own(above: str) -> None:
    """A test may be on two lines."""
    exact(f"{above}\n2RM Front Squat", one("Front Squat", rep_max_test=2, total_seconds=1080))


def test_a_heavy_set_below_a_movement_with_reps_is_only_a_remark() -> None:
    """The reps belong to the movement line."""
    exact("Back Squat x 4 @ 30X1\nBuild to a heavy set of 4", one("Back Squat", reps=4, tempo="30X1"))


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        (
            "Snatch\nWork up to 85% for the day, then 3 x 2 @ 75%",
            one("Snatch", sets=3, reps=2, percent=75),
            "Work up to 85% for the day",
        ),
        (
            "Power Clean: build to 80% for a single, then 5x1 @ 70%",
            one("Power Clean", sets=5, reps=1, percent=70),
            "build to 80% for a single",
        ),
        (
            "Back Squat\nIn 12 minutes, work up to 90 kg and then back down for 2x5 @ 70 kg",
            one("Back Squat", sets=2, reps=5, kg=70),
            "In 12 minutes, work up to 90 kg",
        ),
        (
            "Front Squat\nBuild to 3 reps at 85%, then 3x3 at 75% of that",
            one("Front Squat", sets=3, reps=3, load_text="at 75% of that"),
            "Build to 3 reps at 85%",
        ),
        (
            "Snatch: up to a comfortable 85% single, then 3x2 @ 75%",
            one("Snatch", sets=3, reps=2, percent=75),
            "up to a comfortable 85% single",
        ),
        ("Back Squat\nWarm up, then 3x4 @ 70%", one("Back Squat", sets=3, reps=4, percent=70), "Warm up"),
        (
            "Back Squat: warm up as needed, then max reps @ 85%",
            one("Back Squat", max_reps=True, percent=85),
            "warm up as needed",
        ),
    ],
)
def test_a_load_that_is_worked_up_to_is_a_remark_of_the_sets_after_it(
    text: str, expected: dict[str, Any], remark: str
) -> None:
    """No one says how many sets lead there."""
    exact(text, expected)
    assert [remark] == [found.remark for found in read(text).prescriptions]


@pytest.mark.parametrize(
    "line",
    [
        "Find a good weight for the day, then stay there for 3x2",
        "Last week you did 5x3 @ 75%. This week: 5x2 @ 80%",
        "We go heavier today, so 4x2 @ 85%",
        "Take 10 minutes to work up to 75%, then every 2 minutes 3 sets of 2",
        "Squat 5x5 and then you can do whatever you like for the rest of today",
        "Warm up as needed, then as many reps as possible at 85%",
        "Back Squat – warm up as needed, then as many reps as possible at 85%",
        "Warm up with 2x5, then 5x5 @ 80%",
    ],
)
def test_sets_in_a_sentence_are_reported(line: str) -> None:
    """They are training, which a note would hide."""
    assert line in [finding.line for finding in read(f"Snatch\n{line}").findings]


def test_a_percent_of_a_set_that_somebody_did_is_not_doubtful() -> None:
    """Nothing counts sets, so the sentence is a note."""
    exact("Back Squat 5x5\nAna went to 90% before the last set", one("Back Squat", sets=5, reps=5))
