"""Several movements on one line, and work before rounds or after them."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


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


def test_followed_by_joins_two_movements_of_a_line() -> None:
    """The words are not part of a name."""
    exact(
        "3 sets:\n5 Deadlifts followed immediately by 15 Russian KB Swings",
        one("Deadlifts", sets=3, reps=5),
        one("Russian KB Swings", sets=3, reps=15),
    )


@pytest.mark.parametrize("line", ["500 m Row + 20 Burpees", "500 m Row, 20 Burpees"])
def test_a_plus_joins_work_that_is_not_a_complex(line: str) -> None:
    """They are done one after the other, as after a comma."""
    exact(line, one("Row", m=500), one("Burpees", reps=20))


@pytest.mark.parametrize(
    "line",
    [
        "3 x 400 m Run + 10 Burpees",
        "5 x 500 m Row + 20 Burpees, rest 2:00",
        "400 m Run x 3 + 10 Burpees",
        "400 m Run + 10 Burpees x 3",
        "2 min Row + 10 Burpees EMOM 10",
    ],
)
def test_sets_beside_one_of_several_with_a_plus_may_be_of_all(line: str) -> None:
    """It is not certain, so the line is unread."""
    unread(line)


@pytest.mark.parametrize("line", ["3 sets of 400 m Run + 10 Burpees", "3 x (400 m Run + 10 Burpees)"])
def test_sets_of_all_with_a_plus_are_of_each(line: str) -> None:
    """A bracket or `sets of` encloses them."""
    exact(line, one("Run", sets=3, m=400), one("Burpees", sets=3, reps=10))


def test_a_bracket_of_joined_distances_has_the_sets_in_front_of_it() -> None:
    """Both are done four times."""
    exact("4x (15m Lunge + 15m Bear Crawl)", one("Lunge", sets=4, m=15), one("Bear Crawl", sets=4, m=15))


def test_a_bracket_has_the_least_and_the_most_sets_in_front_of_it() -> None:
    """Both are done three to four times."""
    sets = {"sets": 3, "sets_max": 4}
    exact("3-4 x (8 Dips, 200 m Row)", one("Dips", reps=8, **sets), one("Row", m=200, **sets))


@pytest.mark.parametrize("line", ["400m Run/500m row", "400 m Run / 500 m Row", "Buy-In: 75/50 Bike or 90/60 Row"])
def test_a_choice_of_two_pieces_of_work_is_a_finding(line: str) -> None:
    """Only one of them is done."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_movements_before_then_in_rounds_are_a_finding() -> None:
    """The lines below may be inside the rounds or outside."""
    text = "Run 400 m, then\n3 rounds of:\n10 Squats"
    assert [one("Run", m=400), {**one("Squats", reps=10), "sets": 3}] == prescribed(text)
    assert not prescribed("3 rounds of:\n10 Squats, then")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Buy-in: 1k Row; then 5 rounds of 10 T2B, 20 Lunges",
            [one("T2B", sets=5, reps=10), one("Lunges", sets=5, reps=20)],
        ),
        ("1k Row, then 3 rounds: 10 Dips, 12 Sit-Ups", [one("Dips", sets=3, reps=10), one("Sit-Ups", sets=3, reps=12)]),
        ("1k Row. Then EMOM 10: 3 Cleans", [one("Cleans", sets=10, reps=3, interval_seconds=60, total_seconds=600)]),
    ],
)
def test_a_scheme_after_then_is_of_the_movements_behind_it(text: str, says: list[dict[str, Any]]) -> None:
    """The work in front of it is done once."""
    exact(text, one("Row", distance=1.0, distance_unit="km"), *says)


@pytest.mark.parametrize("scheme", ["3 rounds", "EMOM 8", "AMRAP 8"])
def test_a_sentence_with_then_ends_what_is_repeated(scheme: str) -> None:
    """Its work is done once."""
    assert prescribed(f"{scheme}: 10 Curls, 10 Dips. Then 50 Sit-Ups")[2:] == [one("Sit-Ups", reps=50)]


def test_a_sentence_with_then_is_part_of_a_clock_that_has_time_for_it() -> None:
    """The burpees are done in what is left of the three minutes."""
    clock: dict[str, Any] = {"sets": 5, "interval_seconds": 180, "total_seconds": 900}
    exact(
        "Every 3 min x 5: 10 cal Row. Then max Burpees",
        one("Row", calories=10, **clock),
        one("Burpees", max_reps=True, **clock),
    )


def test_a_rest_after_then_is_between_works() -> None:
    """The rest is after the five rounds."""
    exact(
        "5 rounds of 10 Dips. Then rest 3 min. Then 3 rounds of 10 Curls",
        one("Dips", sets=5, reps=10, rest_seconds=180),
        one("Curls", sets=3, reps=10),
    )


def test_a_sentence_with_then_is_part_of_work_for_time() -> None:
    """The clock goes on."""
    exact(
        "For time: 10 Burpees. Then 20 Squats",
        one("Burpees", reps=10, format="for time"),
        one("Squats", reps=20, format="for time"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "1k Row, then 3 rounds of 10 Dips, 1k Row",
        "1k Row, then 3 rounds of 10 Dips, then 500 m Row",
        "Bench Press 5x5. Then 3 rounds of the warm-up",
        "Bench Press 5x5. Then 4 rounds of:",
        "Wobbles for 3 minutes. Then 3 rounds: 10 Dips, 10 Curls",
        "3 rounds: 10 Dips. Then 10 Curls. Then 10 Rows",
    ],
)
def test_a_line_with_then_that_is_not_certain_is_a_finding(line: str) -> None:
    """The last movements may be in the rounds or after them, or a part of the line is unknown."""
    unread(line)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Bench Press 3x10 + Pull-Ups 4x8", [one("Bench Press", sets=3, reps=10), one("Pull-Ups", sets=4, reps=8)]),
        (
            "Split Squat 3x8/side + Farmers Carry 4x40 m",
            [
                one("Split Squat", sets=3, reps=8, each_side=True),
                one("Farmers Carry", sets=4, m=40),
            ],
        ),
        ("Squat 5x5 @ 70% + Box Jump 5x3", [one("Squat", sets=5, reps=5, percent=70), one("Box Jump", sets=5, reps=3)]),
        (
            "Back Squat 4x5 + easy Run 30-40 min",
            [one("Back Squat", sets=4, reps=5), one("easy Run", seconds=(1800, 2400))],
        ),
    ],
)
def test_a_plus_between_movements_with_their_own_sets_is_no_complex(text: str, says: list[dict[str, Any]]) -> None:
    """Each has its numbers; a long time is not inside sets."""
    exact(text, *says)


@pytest.mark.parametrize(
    "line",
    [
        "Clean 5x1 + Jerk 5x2 @ 70%",
        "Bench Press 3x10 + 10 Push-Ups",
        "Curls 3x12 + Wobbles 3x12",
        "Snatch 3x2 + OHS",
        "Back Squat 4x5 + 2 min Row",
    ],
)
def test_a_plus_between_movements_that_may_share_sets_is_a_finding(line: str) -> None:
    """A load at the end may be of both, too."""
    unread(line)


@pytest.mark.parametrize(
    "line", ["21-15-9 Push-Ups, Desk Dips, Sit-Ups", "AMRAP 8: 10 Rows, Band Dips", "5 rounds: 9 Dips, Desk Dips"]
)
def test_an_unknown_movement_in_a_list_is_no_remark(line: str) -> None:
    """The line is a finding, because part of its work would be missing."""
    unread(line)


@pytest.mark.parametrize("line", ["AMRAP 8: 10 Deadlifts, Snatch Grip", "AMRAP 8\n10 Deadlifts, Snatch Grip"])
def test_the_name_of_a_lift_in_a_manner_is_no_other_movement(line: str) -> None:
    """Deadlifts may be done with the grip of a snatch."""
    (found,) = read(line).prescriptions
    assert ("Deadlifts", "Snatch Grip") == (found.movement, found.remark)


def test_work_after_the_rounds_is_done_once() -> None:
    """`Then` and `Finish with` go past the rounds, as a cash-out does."""
    exact(
        "3 rounds for time:\n10 Burpees\nThen, 50 Wall Balls",
        one("Burpees", sets=3, reps=10, format="for time"),
        one("Wall Balls", reps=50, format="for time"),
    )


def test_the_same_work_in_front_of_rounds_for_time_and_after_them_is_done_once() -> None:
    """Other work at the end is part of the rounds."""
    rounds = [one("Pull-Ups", sets=6, reps=4), one("Cleans", sets=6, reps=3)]
    run = one("Run", m=600, format="for time")
    exact("For time:\n600 m Run\n6 rounds of:\n4 Pull-Ups\n3 Cleans\n600 m Run", run, *rounds, one("Run", m=600))
    exact(
        "For time:\n600 m Run\n6 rounds of:\n4 Pull-Ups\n3 Cleans\n200 m Run", run, *rounds, one("Run", sets=6, m=200)
    )


@pytest.mark.parametrize("rounds", [" x 3 rounds", ", 3 rounds", " for 3 rds"])
def test_rounds_after_a_list_are_of_all_of_it(rounds: str) -> None:
    """Each movement or set before the rounds is done in each of them."""
    exact(f"10 Burpees, 15 Squats{rounds}", one("Burpees", sets=3, reps=10), one("Squats", sets=3, reps=15))
    exact(
        f"Front Squat: 1 rep at 90% then 3 reps at 80%{rounds}",
        one("Front Squat", sets=3, reps=1, percent=90),
        one("Front Squat", sets=3, reps=3, percent=80),
    )


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Front Squat 1 @ 90%, 3 @ 80% x 3 sets", [1, 3]),
        ("Front Squat 2x1 @ 90%, 3 @ 80% x 3 rounds", [2, 3]),
        ("10 Burpees x 3 rounds, 10 Squats", [3, None]),
        ("Run 400 m, 3x10 Squats, 3 rounds", []),
    ],
)
def test_rounds_are_of_no_list_with_sets_of_its_own(line: str, sets: list[int | None]) -> None:
    """Only what is before them is counted."""
    assert sets == [one.sets for one in read(line).prescriptions]


@pytest.mark.parametrize(
    "line", ["100 Double Unders, every break = 5 burpees", "50 Wall Balls; each drop = 10 burpees"]
)
def test_work_with_a_penalty_is_a_finding(line: str) -> None:
    """It defines nothing; `1 Muscle-Up = 3 Pull-Ups, 3 Dips` does."""
    assert [line] == [finding.line for finding in read(line).findings]
    assert [] == read("1 Muscle-Up = 3 Pull-Ups, 3 Dips").findings


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("3 x (400 m Run, 12 Burpees)", [3, 3]),
        ("3 x 400 m Run, then 50 Burpees", [3, None]),
        ("Back Squat 3x5, 2x100kg", [3, 1]),
        ("Back Squat 5 (100 kg x 2)", [2]),
    ],
)
def test_a_number_of_times_is_of_what_it_surely_counts(line: str, sets: list[int | None]) -> None:
    """A bracket, `then`, or a lift with a barbell leaves no doubt."""
    assert sets == [one.sets for one in read(line).prescriptions]


@pytest.mark.parametrize("load", ["60 kg", "135/95 lb", "60%"])
def test_a_load_after_a_list_that_may_be_that_of_all_is_of_none(load: str) -> None:
    """Both lifts have a weight: the movements are read, and the load is a finding."""
    text = f"10 Deadlifts, 5 Hang Cleans, {load}"
    assert prescribed(text) == [one("Deadlifts", reps=10), one("Hang Cleans", reps=5)]
    assert [("number", text)] == [(finding.rule, finding.line) for finding in read(text).findings]


def test_a_vest_after_a_list_is_not_that_of_the_last_run() -> None:
    """No one says so."""
    text = "800 m Run, 50 Push-Ups, 800 m Run, 20 lb vest"
    assert prescribed(text) == [one("Run", m=800), one("Push-Ups", reps=50), one("Run", m=800)]
    assert ["number"] == [finding.rule for finding in read(text).findings]


@pytest.mark.parametrize(
    ("line", "loads"),
    [
        ("10 Burpees, 10 Deadlifts, 60 kg", [None, 60]),
        ("10 Deadlifts, 10 Burpees, 60 kg", [60, None]),
        ("400 m Run, 10 Goblet Squats, 20 kg", [None, 20]),
        ("10 Deadlifts, 5 Hang Cleans 60 kg", [None, 60]),
        ("10 Deadlifts, 10 Wall Balls, 20 lb", [None, 20]),
        ("10 Deadlifts, 10 Kettlebell Swings, 24 kg", [None, 24]),
        ("10 Deadlifts 100 kg, 5 Hang Cleans, 60 kg", [100, 60]),
    ],
)
def test_a_load_after_a_list_is_that_of_the_only_movement_that_it_can_be(line: str, loads: list[float | None]) -> None:
    """The others have none, one of their own or another implement, or no mark is before the load."""
    reading = read(line)
    assert loads == [one.weight for one in reading.prescriptions]
    assert [] == reading.findings


@pytest.mark.parametrize("line", ["Burpees past the fence", "Thrusters round the flag pole"])
@pytest.mark.parametrize("scheme", ["21-15-9", "For time:\n12-9-6", "10 rounds of 5 reps:"])
def test_an_unknown_name_with_a_movement_in_it_is_a_finding_below_repetitions(scheme: str, line: str) -> None:
    """They may be its own: only a note without a movement is silent."""
    assert prescribed(f"{scheme}\nDips") == prescribed(f"{scheme}\nDips\n{line}")
    assert [line] == [finding.line for finding in read(f"{scheme}\nDips\n{line}").findings]
    for note in ("Go hard from the start", "Scale to Ring Dips", "(hold on to the bar)"):
        assert not read(f"{scheme}\nDips\n{note}").findings


@pytest.mark.parametrize(
    "line",
    [
        "10 Push-Ups, 10 Sit-Ups x 3",
        "10 Push-Ups, 10 Sit-Ups (x3)",
        "10 Push-Ups and 10 Sit-Ups: 3 sets",
        "400 m Run, 10 Air Squats x 3",
        "3 Back Squats & 3 Box Jumps x 5",
        "10 Dips, Row 500 m x 3",
        "20 Squats, Plank 30 sec x 3",
        "10 Push-Ups, 10 Sit-Ups, 3-4 sets",
        "10 Push-Ups and 10 Sit-Ups (3-4 sets)",
    ],
)
def test_a_number_of_times_after_a_list_may_be_that_of_all(line: str) -> None:
    """It is a finding, and not the sets of the last movement."""
    unread(line)


@pytest.mark.parametrize(
    "line",
    [
        "5 x 1 Clean, 1 Jerk",
        "3 x 2 Clean, 2 Jerk @ 70%",
        "3x5 Back Squat, 5 Deadlift",
        "3 x 10 Squats, 12 Burpees",
        "EMOM 9: 3 x 10 Squats, 12 Burpees",
        "E3MOM 3 x 10 Squats, 12 Burpees",
        "Every 3 min: 3 x 10 Squats, 12 Burpees",
        "AMRAP 9: 3 x 10 Squats, 12 Burpees",
        "3 x 10 Squats and 12 Burpees, 15 Sit-Ups",
        "4x8 Bench Press, 8 each side Ring Row",
        "3-4 x 10 Squats, 12 Burpees",
    ],
)
def test_a_number_of_times_before_movements_without_sets_may_be_that_of_all(line: str) -> None:
    """It is a finding, and not the sets of the first movement."""
    unread(line)


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("3x5 Back Squat, 2x5 Deadlift", [3, 2]),
        ("Row 500 m x 3, Plank 30 sec x 3", [3, 3]),
        ("400 m Run, 5x5 Front Squats", [None, 5]),
        ("400 m Run, Front Squats 5x5", [None, 5]),
        ("20 Lunges, 10 Push-Ups, 5 sets of 3 Front Squats", [None, None, 5]),
        ("Bench Press 3x10, Ring Row 3x8", [3, 3]),
        ("3 x 10 Squats, 3 x 12 Burpees", [3, 3]),
        ("3 sets of 10 Squats, 12 Burpees", [3, 3]),
        ("3 x (10 Squats, 12 Burpees)", [3, 3]),
        ("3 x 10 Squats, then 12 Burpees", [3, None]),
        ("10 Push-Ups, Air Squats x 20", [None, None]),
        ("400 m Run, 3x12 Lunges", [None, 3]),
        ("8 Dips, 3x8 Rows x 60 kg", [None, 3]),
        ("8 Dips, Rows 3x8, last set to failure", [None, 3]),
        ("Back Squat 5x5, 50 Burpees", [5, None]),
        ("10 Push-Ups, 10 Sit-Ups x 3 rounds", [3, 3]),
    ],
)
def test_sets_by_repetitions_in_a_list_are_of_their_own_movement(line: str, sets: list[int | None]) -> None:
    """The number beside the repetitions counts their sets, and rounds are of all."""
    assert sets == [said.get("sets") for said in prescribed(line)]


@pytest.mark.parametrize(
    ("last", "work"),
    [
        ("3 pause Back Squats", one("pause Back Squats", reps=3)),
        ("1 negative Muscle-Up", one("negative Muscle-Up", reps=1)),
    ],
)
def test_a_movement_with_a_pause_in_a_list_is_counted(last: str, work: dict[str, Any]) -> None:
    """It is like the others of the list."""
    exact(f"5 Pull-Ups, {last}", one("Pull-Ups", reps=5), work)


@pytest.mark.parametrize(
    "last", ["3 pause Clean", "3 second pause Back Squats", "2 board Bench Presses", "3 position Snatch"]
)
def test_a_movement_with_another_number_at_the_end_of_a_list_is_no_remark(last: str) -> None:
    """Its number may be the pauses or their seconds, so the line is a finding; a pause alone is a remark."""
    unread(f"5 Pull-Ups, 4 Ring Dips, {last}")
    unread(f"Pull-Ups x 5, {last.replace('second ', '')}")
    exact("5 Pull-Ups, 4 Back Squats, 3 second pause", one("Pull-Ups", reps=5), one("Back Squats", reps=4))


@pytest.mark.parametrize(
    "line",
    [
        "Superset: Bench Press 3x10 + Ring Row 3x8",
        "Bench Press 3x10 + Ring Row 3x8",
        "Bench Press 3x10 ss Ring Row 3x8",
        "Bench Press 3x10, superset with Ring Row 3x8",
        "Bench Press 3x10 superset w/ Ring Row 3x8",
    ],
)
def test_two_movements_of_a_superset_have_their_own_sets(line: str) -> None:
    """They are no complex."""
    assert [one("Bench Press", sets=3, reps=10), one("Ring Row", sets=3, reps=8)] == prescribed(line)


@pytest.mark.parametrize(
    "line",
    ["Bench Press 3x10 + Ring Row x 8", "Bench Press 3x10, superset with A2"],
)
def test_sets_beside_one_of_two_movements_are_a_finding(line: str) -> None:
    """They may be of both, and the other movement may be on another line."""
    unread(line)


def test_a_superset_may_be_named_only_in_brackets() -> None:
    """The words are a remark."""
    assert [one("Bench Press", sets=3, reps=10)] == prescribed("Bench Press 3x10 (superset with rows)")


@pytest.mark.parametrize(
    ("last", "work"),
    [("Plank for 40 seconds", one("Plank", seconds=40)), ("Row for 500 m", one("Row", m=500))],
)
def test_the_last_of_a_list_may_have_its_amount_behind_it(last: str, work: dict[str, Any]) -> None:
    """The ones in front have a count."""
    exact(f"20 Glute Bridges, {last}", one("Glute Bridges", reps=20), work)


@pytest.mark.parametrize("last", ["Plank for time", "Row for 5", "Wobble for 40 seconds", "Rest for 10 Push-Ups"])
def test_the_last_of_a_list_with_no_amount_behind_it_is_not_read(last: str) -> None:
    """The whole line is a finding."""
    unread(f"20 Glute Bridges, {last}")


@pytest.mark.parametrize("line", ["5 Deadlifts and 5 Front Squats @ 60 kg", "3 Front Squats and 5 Push Jerks @ 60%"])
def test_a_load_behind_lifts_that_are_joined_is_a_finding(line: str) -> None:
    """It may be of both, as of one bar, or of the last."""
    reading = read(line)
    assert [(None, None)] * 2 == [(one.weight, one.percent_min) for one in reading.prescriptions]
    assert ["number"] == [finding.rule for finding in reading.findings]


@pytest.mark.parametrize(
    ("line", "loads"),
    [("5 Deadlifts and 10 Burpees @ 60 kg", [60, None]), ("5 Deadlifts and 10 Kettlebell Swings @ 24 kg", [None, 24])],
)
def test_a_load_behind_a_lift_and_other_work_is_of_one(line: str, loads: list[float | None]) -> None:
    """A bell and a bar differ, and a burpee has none."""
    reading = read(line)
    assert (loads, []) == ([one.weight for one in reading.prescriptions], reading.findings)
