"""Labels before a line: letters, numbers and purposes are not part of the work."""

import pytest

from tests.notation import exact, one, parts, prescribed, read, unread


@pytest.mark.parametrize("label", ["1a)", "1a.", "(a)", "(B)"])
def test_a_letter_beside_a_number_or_in_brackets_labels_a_line(label: str) -> None:
    """Their number is not an amount."""
    exact(f"{label} Bench Press 4x6", one("Bench Press", sets=4, reps=6))


@pytest.mark.parametrize("label", ["A.) ", "B1.) ", "2.) "])
def test_a_label_may_have_a_point_and_a_bracket(label: str) -> None:
    """It is not part of the line."""
    exact(f"{label}Bench Press 5x5", one("Bench Press", sets=5, reps=5))


def test_a_label_needs_no_mark_in_front_of_a_movement() -> None:
    """Its figure is not a count; the machine `C2` is not a label."""
    exact("A1 Press x 12\nA2 Row x 10", one("Press", reps=12), one("Row", reps=10))
    exact("B1 3x8 Bench Press", one("Bench Press", sets=3, reps=8))


def test_a_label_says_that_it_is_a_test() -> None:
    """The rep max is after it."""
    exact("Testing: 1RM Snatch", one("Snatch", rep_max_test=1))


@pytest.mark.parametrize(
    "line", ["strength: back squat, 20 rep max", "Strength: Back Squat 20RM", "Skill: Back Squat – 20RM"]
)
def test_a_test_may_stand_after_a_label(line: str) -> None:
    """The label is its purpose."""
    [found] = prescribed(line)
    assert found.keys() == {"movement", "rep_max_test"}
    assert found["rep_max_test"] == 20


@pytest.mark.parametrize("label", ["Strength:", "Deload:", "Accessory work:", "Working sets:"])
def test_the_purpose_of_a_movement_may_stand_in_front(label: str) -> None:
    """It is not part of the name."""
    exact(f"{label} Back Squat 5x5 @ 65-75%", one("Back Squat", sets=5, reps=5, percent=(65, 75)))


@pytest.mark.parametrize("label", ["Assistance", "Bodybuilding", "Upper body", "Supplemental", "Push"])
def test_movements_after_a_label_are_read(label: str) -> None:
    """Each with its count."""
    exact(f"{label}: 50 Chins, 50 Dips", one("Chins", reps=50), one("Dips", reps=50))


def test_a_heading_may_end_with_a_semicolon() -> None:
    """The scheme after it holds for the movements below."""
    times = {"sets": 3, "reps_per_set": [21, 15, 9], "format": "for time"}
    text = "Conditioning; for time, 21-15-9 reps of:\nThrusters\nPull-Ups"
    exact(text, one("Thrusters", **times), one("Pull-Ups", **times))


def test_dots_in_front_of_sets_are_bullets() -> None:
    """Some pages indent with them."""
    text = "Overhead Squat\n.......7 reps @ 65%\n.......5 reps @ 75%"
    exact(text, one("Overhead Squat", sets=1, reps=7, percent=65), one("Overhead Squat", sets=1, reps=5, percent=75))


def test_a_label_may_name_a_complex() -> None:
    """Its parts are after the colon."""
    line = "1 Snatch Pull + 1 Snatch"
    exact(
        f"Snatch Complex: {line}\nSets 1-2 @ 65%",
        one(
            line, sets=2, reps=1, percent=65, first_set=1, last_set=2, complex=parts(("Snatch Pull", 1), ("Snatch", 1))
        ),
    )


@pytest.mark.parametrize("dash", ["–", "-", "—"])
@pytest.mark.parametrize("label", ["Strength", "Push", "Core work"])
def test_a_label_may_end_with_a_dash(label: str, dash: str) -> None:
    """It is between spaces, and a movement follows."""
    exact(f"{label} {dash} Bench Press\n5x5 @ 75%", one("Bench Press", sets=5, reps=5, percent=75))


@pytest.mark.parametrize("line", ["Push - Press 3x5", "Strength – 5x5 – Week 3"])
def test_another_dash_after_such_a_word_ends_no_label(line: str) -> None:
    """The word may be part of a name, or no movement follows."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize("title", ["Conditioning – Running", "Conditioning - Burpees & Row", "Skill – Handstand Walk"])
def test_a_dash_and_a_movement_that_is_not_a_lift_are_a_title(title: str) -> None:
    """It has no numbers, and its work is below it."""
    exact(f"{title}\nAMRAP 10:\n10 Burpees", one("Burpees", reps=10, format="amrap", total_seconds=600))


@pytest.mark.parametrize("label", ["1A", "2B", "3C"])
def test_a_number_and_a_letter_in_front_of_a_name_are_a_label(label: str) -> None:
    """`1A Lunge` is not a single lunge, and `5K Row` is not a label."""
    exact(f"{label} Lunge 3x10", one("Lunge", sets=3, reps=10))
    exact(f"{label} Back Squat", one("Back Squat"))
    exact("5K Row", one("Row", distance=5, distance_unit="km"))


@pytest.mark.parametrize("label", ['"Isabel":', "“Isabel”:", '"Old Bar" –'])
def test_the_name_of_a_workout_may_stand_in_quotes_in_front_of_its_work(label: str) -> None:
    """It is not part of the movement."""
    exact(f"{label} 30 Snatches for time, 60 kg", one("Snatches", reps=30, kg=60, format="for time"))


@pytest.mark.parametrize("text", ['"Isabel": 3:15', '"Isabel": 60 kg 3:15', '"Pause": 5x5', '"Isabel": Rx'])
def test_a_score_behind_a_name_in_quotes_is_no_work(text: str) -> None:
    """Nothing is prescribed."""
    assert [] == prescribed(text)


@pytest.mark.parametrize("name", ["Grace", "Karen", "Jackie", "Finisher"])
def test_the_name_of_a_workout_may_stand_in_front_of_work_for_time(name: str) -> None:
    """It is not part of the movement."""
    exact(f"{name}: 30 Snatches for time (60/40 kg)", one("Snatches", reps=30, kg=(60, 40), format="for time"))


@pytest.mark.parametrize("name", ["Scaled", "Score", "Beginner", "Masters", "Option", "Goal", "tom", "Ladies", "Kids"])
def test_a_word_for_others_in_front_of_work_for_time_makes_it_a_note(name: str) -> None:
    """It is not for the reader."""
    assert [] == prescribed(f"{name}: 30 Snatches for time")


@pytest.mark.parametrize("score", ["30 Snatches for time 3:15", "3:15 for time", "30 Snatches in 3:15", "5 rounds"])
def test_the_score_of_a_person_is_no_work(score: str) -> None:
    """Nothing is prescribed."""
    assert [] == prescribed(f"Tom: {score}")


@pytest.mark.parametrize("scheme", ["3 rounds", "3 sets of:", "3 rounds, not for time:"])
@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        ("20. Burpees\n15. Pull-Ups", [20, 15]),
        ("12) Burpees\n9) Pull-Ups", [12, 9]),
        ("12: Burpees\n50: Pull-Ups", [12, 50]),
        ("5. Burpees\n10. Pull-Ups", [5, 10]),
        ("10. Burpees\n9. Pull-Ups", [10, 9]),
        ("30. Burpees\n20 Pull-Ups", [30, 20]),
    ],
)
def test_a_label_that_counts_no_lines_is_the_amount(scheme: str, lines: str, counts: list[int]) -> None:
    """A list runs 1, 2, 3; these numbers do not, and the lines have no other amount."""
    burpees, pull_ups = counts
    exact(f"{scheme}\n{lines}", one("Burpees", reps=burpees, sets=3), one("Pull-Ups", reps=pull_ups, sets=3))


def test_a_label_may_be_the_amount_of_a_loaded_movement_and_of_calories() -> None:
    """The load and the unit are behind it."""
    exact(
        "3 RFT\n12. Deadlifts 100/70 kg\n9. Cal Row",
        one("Deadlifts", reps=12, sets=3, kg=(100, 70), format="for time"),
        one("Row", calories=9, sets=3, format="for time"),
    )


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        ("1. 20 Burpees\n2. 10 Pull-Ups", [20, 10]),
        ("1. Burpees\n2. Pull-Ups", [None, None]),
        ("5. Burpees\n6. Pull-Ups", [None, None]),
        ("11) Burpees\n12) Pull-Ups", [None, None]),
        ("2. Burpees\n2. Pull-Ups", [None, None]),
        ("5. Burpees\nPull-Ups", [None, None]),
        ("1. Burpees\n3. Pull-Ups", [None, None]),
        ("10. Burpees x 8\n20. Pull-Ups x 6", [8, 6]),
        ("A1. Burpees\nA2. Pull-Ups", [None, None]),
        ("9. Burpees\nas fast as you like\n10. Pull-Ups", [None, None]),
    ],
)
def test_a_label_of_a_list_is_no_amount(lines: str, counts: list[int | None]) -> None:
    """Its numbers run on, are low, or stand in front of an amount."""
    assert counts == [asks.get("reps_min") for asks in prescribed(f"3 rounds\n{lines}")]


@pytest.mark.parametrize("lines", ["30: Burpees\n15: Rest", "40: Burpees\n20: Rest\n40: Pull-Ups\n20: Rest"])
def test_a_label_beside_a_rest_with_one_is_a_finding(lines: str) -> None:
    """They are seconds."""
    reading = read(f"4 rounds:\n{lines}")
    assert not reading.prescriptions
    assert [line for line in lines.split("\n") if "Rest" not in line] == [
        finding.line for finding in reading.findings if finding.rule == "unread"
    ]


def test_a_label_beside_a_rest_with_its_own_time_is_an_amount() -> None:
    """The label of the rest is no time."""
    exact(
        "3 rounds\n12. Deadlift @ 70%\n10. Rest 1 min",
        one("Deadlift", reps=12, sets=3, percent=70, rest_seconds=60),
    )


@pytest.mark.parametrize("above", ["21-15-9", "EMOM 12", "Tabata"])
def test_a_label_below_a_scheme_with_amounts_or_minutes_is_none(above: str) -> None:
    """The scheme says how much, or the label may be that of a minute."""
    found = prescribed(f"{above}\n10. Burpees\n20. Pull-Ups")
    assert not {10, 20} & {asks.get("reps_min") for asks in found}


@pytest.mark.parametrize("line", ["40 - min Bike", "40 - minute easy Bike", "20 – min Row"])
def test_minutes_behind_a_dash_are_a_finding(line: str) -> None:
    """They are no minute of a rotation, and no label."""
    unread(line)
    assert ["unread"] == [finding.rule for finding in read(f"3 rounds\n{line}").findings]
