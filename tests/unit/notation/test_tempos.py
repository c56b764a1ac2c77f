"""Tempos, pauses and clusters: how a repetition or a set is done."""

from typing import Any

import pytest

from tests.notation import exact, one, parts, prescribed, read, unread


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
        ("Back Squat 3X11 @ 90 kg\n4x6", one("Back Squat", sets=4, reps=6, tempo="3X11", kg=90)),
    ],
)
def test_the_tempo_may_stand_before_the_amount(line: str, says: dict[str, Any]) -> None:
    """Its figures are not sets and no repetitions."""
    exact(line, says)


@pytest.mark.parametrize(
    ("text", "tempo"),
    [
        ("Front Squat 3x5\n2020", "2020"),
        ("Front Squat\n2020\n3x5", "2020"),
        ("Front Squat 3110 3x5", "3110"),
        ("Front Squat, 2020, 3x5", "2020"),
        ("Front Squat; 3x5; 3110", "3110"),
        ("Front Squat 3x5 (3010)", "3010"),
        ("Front Squat 3x5\n31X1", "31X1"),
        ("Front Squat 3x5 @ 4-1-1-0", "4110"),
        ("Front Squat 3x5 at 4-1-1-0", "4110"),
        ("Front Squat 3x5, tempo 3-1-1-0", "3110"),
        ("Front Squat 3x5 (3-1-1-1)", "3111"),
        ("Front Squat 3x5 tempo 3/0/1", "301"),
        ("Front Squat 3x5 @ 3s-1s-1s tempo", "311"),
        ("Front Squat 3x5, tempo 4 sec-0 sec-1 sec", "401"),
    ],
)
def test_four_figures_without_a_unit_are_a_tempo(text: str, tempo: str) -> None:
    """They are beside sets, or on a line of their own below them."""
    exact(text, one("Front Squat", sets=3, reps=5, tempo=tempo))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tempo RDL (4-1-1) 3 x 8", one("Tempo RDL", sets=3, reps=8, tempo="411")),
        ("Tempo Bench Press (3-1-1-0): 4 x 6", one("Tempo Bench Press", sets=4, reps=6, tempo="3110")),
        ("Tempo Squat (5-5-5)", one("Tempo Squat", sets=3, reps_per_set=[5, 5, 5])),
    ],
)
def test_figures_in_brackets_after_a_tempo_movement_are_its_tempo(text: str, expected: dict[str, Any]) -> None:
    """Equal figures are repetitions instead."""
    exact(text, expected)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hammer Curls 3X15", one("Hammer Curls", sets=3, reps=15)),
        ("Hammer Curls\n25# 3X15", one("Hammer Curls", sets=3, reps=15, weight=25, weight_unit="lb")),
        ("Back Squat 4X12 @ 55%", one("Back Squat", sets=4, reps=12, percent=55)),
        ("5X10 Strict Press", one("Strict Press", sets=5, reps=10)),
        ("Dips: 3X12, rest 90 sec", one("Dips", sets=3, reps=12, rest_seconds=90)),
        ("Row 3X60 m", one("Row", sets=3, distance=60, distance_unit="m")),
        ("Leg Press 4X10 30X0", one("Leg Press", sets=4, reps=10, tempo="30X0")),
        ("Front Squat x 4 @ 3X10", one("Front Squat", reps=4, tempo="3X10")),
        ("Front Squat 3X1X, 4 x 4", one("Front Squat", sets=4, reps=4, tempo="3X1X")),
        ("Front Squat 12X1, 4 x 4", one("Front Squat", sets=4, reps=4, tempo="12X1")),
        ("Snatch 75%X3X4", one("Snatch", sets=4, reps=3, percent=75)),
        ("Snatch 55KG X3X4", one("Snatch", sets=4, reps=3, weight=55, weight_unit="kg")),
        ("Snatch 65X2", one("Snatch", reps=2, load_text="65")),
        ("Front Squat X0X0 4 x 4", one("Front Squat", sets=4, reps=4, tempo="X0X0")),
        ("Front Squat 4 x 4 @ X1X1", one("Front Squat", sets=4, reps=4, tempo="X1X1")),
        ("Front Squat 4 x 4 @ 60X1", one("Front Squat", sets=4, reps=4, tempo="60X1")),
        ("Front Squat 40X3, 4 x 4", one("Front Squat", sets=4, reps=4, tempo="40X3")),
        ("Front Squat 30X1", one("Front Squat", tempo="30X1")),
    ],
)
def test_a_capital_x_is_that_of_sets_where_no_tempo_has_it(text: str, says: dict[str, Any]) -> None:
    """It is that of a tempo only beside other sets, or the word."""
    exact(text, says)


@pytest.mark.parametrize(
    "text",
    [
        "Front Squat 4x7, 3X11",
        "Front Squat 4x7 - 3X11",
        "Front Squat; 3X11; 4 x 7",
        "Front Squat 3X11, 4 sets of 7",
        "Front Squat at 3X11, 4x7",
        "Front Squat 4x7 tempo 3X11",
        "Front Squat 4x7, tempo 3X11",
        "Front Squat 4x7 (tempo 3X11)",
        "Front Squat 4x7 w/ 3X11 tempo",
        "Front Squat 4x7 3X11 tempo",
        "Front Squat 3X11\n4x7",
        "Front Squat (3X11)\n4 sets of 7",
        "Front Squat @ 3X11\n4x7",
        "Front Squat\n3X11\n4x7",
        "Front Squat\n4x7\n3X11",
        "Front Squat 4x7\n3X11",
        "Front Squat\nTempo 3X11\n4x7",
        "Front Squat\n4x7\nTempo: 3X11",
    ],
)
def test_a_capital_x_beside_other_sets_or_the_word_is_that_of_a_tempo(text: str) -> None:
    """The movement has its sets, so that the figures are no further ones."""
    exact(text, one("Front Squat", sets=4, reps=7, tempo="3X11"))


@pytest.mark.parametrize(
    "text",
    [
        "Front Squat 4x7, X1X1",
        "Front Squat (X1X1) 4x7",
        "Front Squat 4x7 Tempo: X1X1",
        "Front Squat X1X1 4 x 7",
        "X1X1 Front Squat 4x7",
        "Front Squat 4x7 tempo X1X1",
        "Front Squat (X1X1)\n4x7",
        "Front Squat, tempo X1X1\n4x7",
        "Front Squat\nX1X1\n4x7",
        "Front Squat\n4x7\nX1X1",
    ],
)
def test_a_tempo_may_begin_with_an_x(text: str) -> None:
    """No number of sets is an X."""
    exact(text, one("Front Squat", sets=4, reps=7, tempo="X1X1"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Front Squat X1X1", one("Front Squat", tempo="X1X1")),
        ("Front Squat (65X1) 4x4", one("Front Squat", sets=4, reps=4, tempo="65X1")),
        ("Split Squat 62X1 x 9", one("Split Squat", reps=9, tempo="62X1")),
        ("Chin-Ups, 3X11, 6-8 x 4", one("Chin-Ups", sets=4, reps=(6, 8), tempo="3X11")),
        ("Chin-Ups 2X11 x 5-7", one("Chin-Ups", reps=(5, 7), tempo="2X11")),
        ("Tempo Front Squat 32X3", one("Tempo Front Squat", tempo="32X3")),
        ("Front Squat, tempo 3X10", one("Front Squat", tempo="3X10")),
    ],
)
def test_a_tempo_needs_no_number_of_sets(text: str, says: dict[str, Any]) -> None:
    """Repetitions, the word, or an X in front are enough."""
    exact(text, says)


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Curls\n3X11\n2X12", [(3, 11), (2, 12)]),
        ("Curls\n4X7\n3X11", [(4, 7), (3, 11)]),
        ("Curls 3X11\n3X8", [(3, 11), (3, 8)]),
        ("Curls 3X11, Dips 3X12", [(3, 11), (3, 12)]),
        ("Curls 3x11, Dips 3X12", [(3, 11), (3, 12)]),
        ("Curls 3X11\n4x7 Pull-Ups", [(3, 11), (4, 7)]),
        ("Curls 3x12\n3X11 Dips", [(3, 12), (3, 11)]),
        ("Curls\n3X11\nDips 4x7", [(3, 11), (4, 7)]),
        ("3 rounds:\nCurls 3X11\n10 Dips", [(3, 11), (3, 10)]),
        ("Snatch 75% X3X4\n2x2 @ 85%", [(4, 3), (2, 2)]),
    ],
)
def test_a_capital_x_beside_the_sets_of_another_movement_is_that_of_sets(
    text: str, sets: list[tuple[int, int]]
) -> None:
    """So is one beside sets that have a capital X, too."""
    assert sets == [(found["sets"], found["reps_min"]) for found in prescribed(text)]


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ("Snatch 65X2, 75X2", ["65", "75"]),
        ("Snatch\n65X2\n75x2", ["65", "75"]),
        ("Snatch\n75x2\n65X2", ["75", "65"]),
        ("Snatch 155 X3X3", ["155"]),
    ],
)
def test_a_capital_x_beside_loads_is_that_of_their_repetitions(text: str, loads: list[str]) -> None:
    """A number too high for sets is before the x of the others."""
    assert loads == [found["load_text"] for found in prescribed(text)]
    assert not any("tempo" in found for found in prescribed(text))


@pytest.mark.parametrize(
    "line",
    [
        "Snatch 10X2",
        "10X3 Snatch @ 70%",
        "Box Squat (12X2)",
        "Bench Press @ 3X10",
        "Bench Press 60 kg @3X10",
        "Swim 8X50",
        "Snatch 50X3",
        "Push-Ups 20X3",
        "Snatch 50X2, 60X2",
    ],
)
def test_sets_or_a_tempo_without_repetitions_are_a_finding(line: str) -> None:
    """Ten sets of two and a tempo of `10X2` are the same figures."""
    unread(line)


@pytest.mark.parametrize(
    "line",
    [
        "Front Squat 4x5 (3-1-1-1)",
        "Front Squat 3x5 (7-8-8-9)",
        "Front Squat 3x5 (5-5-5-5)",
        "Front Squat 3x8 (4-3-2-1)",
        "Front Squat 5x3 (5-5-4-3)",
        "Front Squat (5-3-3-1)",
        "Front Squat x 5 (3-1-1-1)",
        "Row 5 x 500 m (3-1-1-1)",
    ],
)
def test_figures_in_a_bracket_that_may_be_those_of_the_sets_are_no_tempo(line: str) -> None:
    """There are as many of them as sets, they are too high or fall, or no repetitions are beside them."""
    assert not any("tempo" in found for found in prescribed(line))


@pytest.mark.parametrize(
    "line",
    [
        "Front Squat 3/0/1",
        "Front Squat 3x5 3/0/1",
        "Row 2020",
        "Front Squat 2000",
        "Front Squat 3010 x 5",
        "Back Squat 1RM 2019",
        "Back Squat 3x5, March 2020",
        "Back Squat 3x5 since March 18, 2011",
        "Open 2011",
    ],
)
def test_figures_that_may_be_something_else_are_a_finding(line: str) -> None:
    """They may be a distance, a weight, repetitions or a year."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Front Squat: build to a 3RM @ 31X1", {"rep_max_test": 3, "tempo": "31X1"}),
        (
            "Front Squat\nBuild to a heavy triple in 12 minutes @ 41X1 tempo.",
            {"reps": 3, "seconds": 720, "tempo": "41X1"},
        ),
        ("Front Squat: build to a heavy triple, tempo 4110", {"reps": 3, "tempo": "4110"}),
    ],
)
def test_a_test_may_have_a_tempo(text: str, says: dict[str, Any]) -> None:
    """A weight or a percent is of other sets than that of a test."""
    [found] = read(text).prescriptions
    assert says.get("reps") == found.reps_min
    assert (says.get("rep_max_test"), says["tempo"]) == (found.rep_max_test, found.tempo)
    assert says.get("seconds") == found.total_seconds
    assert read("Front Squat: build to a 3RM @ 75%").findings


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Build to a heavy triple", [{"reps": 3, "load_text": "heavy"}]),
        ("3RM", [{"rep_max_test": 3}]),
        ("4x3 @ 72%", [{"sets": 4, "reps": 3, "percent": 72}]),
        ("4x3 @ RPE 8", [{"sets": 4, "reps": 3, "rpe_min": 8, "rpe_max": 8}]),
        ("2x3 @ 70%, 2x2 @ 80%", [{"sets": 2, "reps": 3, "percent": 70}, {"sets": 2, "reps": 2, "percent": 80}]),
    ],
)
def test_a_tempo_below_a_test_or_a_line_of_sets_is_theirs(above: str, expected: list[dict[str, Any]]) -> None:
    """It stands on a line of its own, and nothing else is below it."""
    exact(f"Front Squat\n{above}\n32X1", *(one("Front Squat", tempo="32X1", **says) for says in expected))


@pytest.mark.parametrize(
    "lines",
    [
        "4x3 @ 72%\n32X1\n2x2 @ 80%",
        "4x3 @ 72%\n2x2 @ 80%\n32X1",
        "4x3 @ 30X0\n32X1",
        "4x3 @ 30X0, 2x2\n32X1",
        "3RM\n32X1\n2x2 @ 80%",
    ],
)
def test_a_tempo_that_may_be_of_other_sets_is_a_finding(lines: str) -> None:
    """Sets follow it, several lines of sets are above it, or those above have a tempo of their own."""
    assert ["sets"] == [finding.rule for finding in read(f"Front Squat\n{lines}").findings]


def test_an_rpe_below_a_test_or_a_line_of_sets_is_theirs() -> None:
    """It may be that of one of several lines with percents, which is a finding, as is a percent below a test."""
    exact("Clean\nHeavy single\nRPE 9", one("Clean", reps=1, load_text="heavy", rpe_min=9, rpe_max=9))
    exact("Clean\n4x2 @ 75%\nRPE 7", one("Clean", sets=4, reps=2, percent=75, rpe_min=7, rpe_max=7))
    for lines in ("4x2 @ 75%\n2x1 @ 85%\nRPE 8", "4x2 @ RPE 7\nRPE 8", "3RM\n@ 90%", "4x2 @ 75%\n@ 100 kg"):
        assert ["sets"] == [finding.rule for finding in read(f"Clean\n{lines}").findings]


def test_a_count_in_front_of_tempo_is_not_a_tempo() -> None:
    """A tempo has three figures and more."""
    exact("5 Tempo Back Squats", one("Tempo Back Squats", reps=5))
    exact("Back Squat 5x5, 4010 tempo", one("Back Squat", sets=5, reps=5, tempo="4010"))


def test_a_tempo_stands_beside_an_rpe() -> None:
    """Four figures are none."""
    found = one("Deadlift", sets=4, reps=4, rpe_min=8, rpe_max=8, tempo="3111")
    exact("Deadlift 4 x 4 @ 3111, RPE 8", found)


def test_a_pause_in_brackets_after_a_complex_is_part_of_its_last_name() -> None:
    """Its seconds are not an amount."""
    last = "Split Jerk (2 sec pause in the dip)"
    exact(
        f"4 sets\nClean + {last}",
        one(f"Clean + {last}", sets=4, complex=parts(("Clean", 1), (last, 1))),
    )


def test_a_rest_in_a_bracket_after_a_cluster_is_between_its_repetitions() -> None:
    """It is a remark, and no rest between sets."""
    exact("Snatch x 1.1.1 x 5 @ 80% (10s rest)", one("Snatch", sets=5, reps=3, cluster=[1, 1, 1], percent=80))


@pytest.mark.parametrize(
    ("rest", "seconds", "remark"),
    [
        ("10 sec rest", None, "10 sec rest"),
        ("rest 10-15 sec", None, "rest 10-15 sec"),
        ("rest 60 sec between reps", None, "rest 60 sec between reps"),
        ("rest 2 min", 120, None),
        ("rest 3 min between sets", 180, None),
        ("2 min rest between sets", 120, None),
        ("rest 45 sec between sets", 45, None),
        ("rest 30 sec between reps, rest 2 min between sets", 120, "rest 30 sec between reps"),
    ],
)
def test_a_long_rest_after_a_cluster_is_between_its_sets(rest: str, seconds: int | None, remark: str | None) -> None:
    """A short rest is between the sets only if it says so; any other is between the repetitions of a set."""
    [found] = read(f"Snatch 5 x 1.1.1 ({rest})").prescriptions
    assert (5, [1, 1, 1], seconds, remark) == (found.sets, found.cluster, found.rest_seconds, found.remark)


def test_a_bracket_after_a_cluster_may_be_open() -> None:
    """Its rest is the same."""
    [found] = read("Snatch 5 x 1.1.1 (rest 2 min").prescriptions
    assert found.rest_seconds == 120


@pytest.mark.parametrize("tempo", ["2-0-1-0", ", 2-0-1-0", " (2-0-1-0)"])
def test_four_figures_with_a_zero_are_a_tempo(tempo: str) -> None:
    """A set has at least one repetition."""
    exact(f"Back Squat 5x5 {tempo}", one("Back Squat", sets=5, reps=5, tempo="2010"))


@pytest.mark.parametrize("line", ["Row 2-0-1-0", "Burpees 3-0-1-0"])
def test_four_figures_of_conditioning_are_no_tempo(line: str) -> None:
    """They may be a score."""
    unread(line)


@pytest.mark.parametrize(
    "line",
    [
        "Front Squat 3x5 @ 3s-1s-1s",
        "Front Squat 3x5 @ 20s-10s-20s tempo",
        "Front Squat 3x5 @ 3s-1s tempo",
        "Front Squat 3x5 tempo 1:00-2:00-1:00",
        "Row 3 x 500 m @ 3s-1s-1s",
    ],
)
def test_times_that_may_be_no_tempo_are_a_finding(line: str) -> None:
    """A tempo has a figure for each part of a repetition; without the word they may be anything."""
    unread(line)
