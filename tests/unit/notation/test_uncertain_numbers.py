"""Numbers that belong to several movements, levels, turns or sets: certain ones are read, all others are findings."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


def _found(text: str) -> list[str]:
    return [finding.line for finding in read(text).findings if finding.rule != "movement"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("AMRAP 8\n9 Power Cleans\n9 Front Squats\n50/35 kg", "50/35 kg"),
        ("4 rounds for time:\n9 Thrusters\n12 KB Swings\n@ 95/65 lb", "@ 95/65 lb"),
        ("EMOM 9\nPower Clean x 2\nPush Jerk x 2\n70%", "70%"),
        ("AMRAP 8\n9 Power Cleans\n12 Burpees\n(115/75)", "(115/75)"),
    ],
)
def test_a_load_below_a_list_that_may_be_of_several_is_of_none(text: str, line: str) -> None:
    """Only the coach knows whether it belongs to the last movement, so that it is a finding."""
    assert [line] == _found(text)
    assert not any({"weight", "percent_min"} & {*one} for one in prescribed(text))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("9 Power Cleans\n12 Burpees\n115/75 lb", [one("Power Cleans", reps=9, lb=(115, 75)), one("Burpees", reps=12)]),
        (
            "Bench Press 4x6\nDB Row 4x9\n30 kg",
            [one("Bench Press", sets=4, reps=6), one("DB Row", sets=4, reps=9, kg=30)],
        ),
        ("A. Snatch x 2\nB. Clean x 2\n70 kg", [one("Snatch", reps=2), one("Clean", reps=2, kg=70)]),
    ],
)
def test_a_load_below_a_list_that_can_be_of_one_only_is_of_that(text: str, says: list[dict[str, Any]]) -> None:
    """The others have no weight, or have sets or a label of their own."""
    assert says == prescribed(text)


@pytest.mark.parametrize("text", ["10 Thrusters\nBurpees", "Thrusters\nBurpees"])
def test_an_amrap_below_a_list_may_be_of_all_or_of_the_last(text: str) -> None:
    """The last movement has no number of repetitions, so that it is a finding."""
    assert ["AMRAP 8 min"] == _found(f"{text}\nAMRAP 8 min")
    assert not any("max_reps" in one for one in prescribed(f"{text}\nAMRAP 8 min"))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Burpees\nAMRAP 8 min", one("Burpees", max_reps=True, seconds=480)),
        ("Back Squat 5x5\nBurpees\nAMRAP 8 min", one("Burpees", max_reps=True, seconds=480)),
        ("10 Thrusters\nBurpees\nAMRAP 1 min", one("Burpees", max_reps=True, seconds=60)),
        ("5 rounds\n10 Swings\nBurpees\nAMRAP 3 min", one("Burpees", sets=5, max_reps=True, seconds=180)),
        ("10 Thrusters\n9 Burpees\nAMRAP 8 min", one("Burpees", reps=9, format="amrap", total_seconds=480)),
    ],
)
def test_an_amrap_below_a_list_that_can_be_of_one_kind_only_is_read(text: str, last: dict[str, Any]) -> None:
    """It belongs to the last movement if that is alone, the time is short or the others have sets."""
    assert last == prescribed(text)[-1]
    assert [] == _found(text)


def test_a_line_of_another_level_is_not_more_work_for_all() -> None:
    """Below a movement it is the alternative to that; alone it may be all there is, and is a finding."""
    text = "4 rounds\n9 Pull-Ups\nL1: 6 Ring Rows\nL2: 6 Jumping Pull-Ups\n300 m Run"
    assert [one("Pull-Ups", sets=4, reps=9), one("Run", sets=4, m=300)] == prescribed(text)
    assert [] == _found(text)
    for line in ("L1: 6 Ring Rows", "Level 2: 4 rounds of 9 Pull-Ups", "L3 - 4x6 Front Squat @ 70%"):
        assert ([], [line]) == (prescribed(line), _found(line))


def test_what_is_prescribed_has_a_label_beside_the_other_levels() -> None:
    """`Rx:` is before the work itself."""
    exact("Rx: 14 Pull-Ups\nScaled: 14 Ring Rows", one("Pull-Ups", reps=14))
    assert [] == prescribed("Rx+: 14 Muscle-Ups")


@pytest.mark.parametrize(
    "line",
    [
        "Power Clean x 4 @ 115/75-155/105 lb",
        "9 Thrusters 95/65 - 75/55",
        "Curls 21s x 4",
        "4 x 21s Bicep Curls",
        "4 sets, 40 Pull-Ups total",
        "Front Squat 4x3 70% > 85%",
        "Bench Press 5 x BW, 3 x BW",
        "Bench Press 3x5 (5-3-2-1)",
        "Back Squat 3x5 (3-2-1)",
        "400 – m Run",
        "30 - sec Plank",
    ],
)
def test_numbers_that_fit_no_field_leave_the_line_unread(line: str) -> None:
    """Two pairs, those of `21s` or of all sets, a list that is no load, or a percent that becomes another."""
    assert [] == prescribed(line)
    assert [line] == _found(line)


@pytest.mark.parametrize("line", ["Sit-Ups 25 x 4", "Push-Ups 20 x 3", "Double Unders 30 x 5", "Air Squats 20x10"])
def test_many_sets_of_fewer_repetitions_are_a_finding(line: str) -> None:
    """They may be the other way round: four sets of 25."""
    unread(line)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Pull-Ups 10 x 3", {"sets": 10, "reps": 3}),
        ("Push-Ups 4 x 25", {"sets": 4, "reps": 25}),
        ("Push-Ups 20 sets of 3", {"sets": 20, "reps": 3}),
        ("Push-Ups 25 x 1", {"sets": 25, "reps": 1}),
        ("20 x 3 Push-Ups", {"sets": 20, "reps": 3}),
        ("Push-Ups 20 x 3 every minute", {"sets": 20, "reps": 3, "interval_seconds": 60, "total_seconds": 1200}),
        ("Row 20 x 100 m", {"sets": 20, "m": 100}),
        ("Plank 20 x 10 sec", {"sets": 20, "seconds": 10}),
        ("Snatch 20x1 @ 80%", {"sets": 20, "reps": 1, "percent": 80}),
        ("Bike 20 x 8 cal", {"sets": 20, "calories": 8}),
        ("Speed Bench Pulls 20x3 @ 50%", {"sets": 20, "reps": 3, "percent": 50}),
    ],
)
def test_many_sets_are_as_written_if_nothing_else_is_possible(line: str, says: dict[str, Any]) -> None:
    """A word, a clock, a unit, or the place of the name says so."""
    [found] = prescribed(line)
    assert one(found["movement"], **says) == found
    assert not read(line).findings


def test_many_sets_below_a_clock_are_those_of_the_clock() -> None:
    """Twenty minutes are twenty sets."""
    exact("EMOM 20\nPush-Ups 20 x 3", one("Push-Ups", sets=20, reps=3, interval_seconds=60, total_seconds=1200))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Bench Press 4x8 (185, 135, 155, 115)", {"sets": 4, "reps": 8, "load_text": "185, 135, 155, 115"}),
        ("Bench Press 3x5 (8-9-9)", {"sets": 3, "reps": 5, "load_text": "8-9-9"}),
        ("Bench Press 5x5 (3-1-1-1)", {"sets": 5, "reps": 5, "tempo": "3111"}),
        ("Bench Press 5x5 (135-185-225)", {"sets": 5, "reps": 5, "load_text": "135-185-225"}),
        ("21 Bench Press (7-7-7)", {"reps": 21}),
        ("50 Bench Press (20-15-10-5)", {"reps": 50}),
    ],
)
def test_a_list_in_a_bracket_is_a_load_a_tempo_or_parts_of_the_repetitions(line: str, says: dict[str, Any]) -> None:
    """Parts add up to the repetitions, and are a remark."""
    exact(line, one("Bench Press", **says))


@pytest.mark.parametrize("line", ["Hanging Leg Raises – none", "Pull-Ups: none", "Bench Press - skip"])
def test_a_movement_that_is_not_done_prescribes_nothing(line: str) -> None:
    """Its line says so."""
    assert [] == prescribed(line)


@pytest.mark.parametrize("remark", ["nonstop", "none heavier than last week", "no rest", "strict"])
def test_other_words_behind_a_movement_are_its_remark(remark: str) -> None:
    """It is done."""
    assert ["Pull-Ups"] == [found.movement for found in read(f"Pull-Ups – {remark}").prescriptions]


def test_a_time_of_21_seconds_is_one_where_work_is_timed() -> None:
    """`21s` are repetitions only of a lift."""
    exact("Plank 4 x 21s", one("Plank", sets=4, seconds=21))


def test_calories_of_each_set_are_not_repetitions() -> None:
    """They have no field of their own."""
    assert ["21-15-9 calories of:"] == _found("21-15-9 calories of:\nRow\nBike")


def test_a_rest_below_the_movements_of_each_minute_may_be_a_turn() -> None:
    """No one knows then how often each movement comes; with a number of sets, a label or a time it is certain."""
    assert [None, None] == [one.get("sets") for one in prescribed("EMOM 15\n9 Burpees\n11 Cal Row\nRest")]
    assert ["EMOM 15"] == _found("EMOM 15\n9 Burpees\n11 Cal Row\nRest")
    assert [5, 5] == [one["sets"] for one in prescribed("EMOM 15\n1) 9 Burpees\n2) 11 Cal Row\n3) Rest")]
    assert [12] == [one["sets"] for one in prescribed("EMOM 12 (12 sets)\nRow 9 cal\nRest")]
    assert [6] == [one["sets"] for one in prescribed("Every 3 minutes x 6\nRow 300 m\nRest")]


@pytest.mark.parametrize("least", ["> 65%", "≥ 65%", ">= 65%", "at least 65%", "65%+", "above 65%"])
def test_a_percent_that_is_the_least_has_no_most(least: str) -> None:
    """That holds however it is written."""
    exact(f"Front Squat 4x3 {least}", one("Front Squat", sets=4, reps=3, percent=(65, None)))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Spend 12 minutes building to a heavy Clean.", one("Clean", total_seconds=720, load_text="heavy")),
        ("Take 9 min working up to a heavy triple Snatch", one("Snatch", reps=3, total_seconds=540, load_text="heavy")),
        ("You will do 4 sets of 6 front squats at 65%.", one("front squats", sets=4, reps=6, percent=65)),
        ("Today we will be doing 4 sets of 6 front squats at 65%", one("front squats", sets=4, reps=6, percent=65)),
    ],
)
def test_work_may_be_told_in_a_sentence(line: str, says: dict[str, Any]) -> None:
    """The coach says what everyone will do."""
    exact(line, says)


@pytest.mark.parametrize("line", ["Tomorrow we will do 4x6 front squats", "You will do 4 burpees for every miss."])
def test_other_sentences_that_tell_of_work_prescribe_none(line: str) -> None:
    """They are about another day, or about penalties."""
    assert ([], []) == (prescribed(line), _found(line))


def test_a_sentence_that_tells_of_work_and_is_not_read_is_a_finding() -> None:
    """Its words are not all known."""
    line = "We will do 4x6 front squats tonight as a team of friends."
    assert ([], [line]) == (prescribed(line), _found(line))


def test_going_up_to_a_heavy_set_is_a_test() -> None:
    """Before a time `building` is one too; alone it may be about the sets above."""
    exact("Front Squat\nGo up to a heavy double", one("Front Squat", reps=2, load_text="heavy"))
    exact(
        "Every 2 minutes (4 sets):\nFront Squat x 3\nbuilding to a heavy triple",
        one("Front Squat", sets=4, reps=3, interval_seconds=120, total_seconds=480),
    )


@pytest.mark.parametrize(
    "line",
    [
        "4×2 Snatch Deadlift, pause at the knee (each rep) + Snatch @ 65%",
        "Dumbbell Split Squat - 4x12 = [STRENGTH]",
        "4 sets of 9 at a moderate weight or 4 sets of 6 at a heavier weight",
        "*Rx Barbell – (95/65)",
        "KB: 24/16",
        "4 Stations, 8 min per station, 2:00 rest between each station:",
        "Go to 85% of peak. Complete 1 rep every 30s for up to 5 reps.",
    ],
)
def test_work_and_loads_between_words_are_findings(line: str) -> None:
    """They are not notes: a part of a complex in a remark, sets with a label or a choice, a load of an implement."""
    assert ([], [line]) == (prescribed(line), _found(line))


def test_a_peak_is_a_test() -> None:
    """Some coaches call the highest weight of the day so."""
    exact(
        "Front Squat\n12 minutes to find a peak of 2. This is short on purpose.",
        one("Front Squat", reps=2, total_seconds=720),
    )


@pytest.mark.parametrize(
    "line",
    ["Aim to be heavy by set 6 and then drop back.", "Reps are smooth, at 65% or so."],
)
def test_definitions_and_cues_are_notes(line: str) -> None:
    """They prescribe no work."""
    assert ([], []) == (prescribed(line), _found(line))
