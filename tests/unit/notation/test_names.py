"""The name of a movement: what is a part of it, and what is not."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


def test_words_in_quotes_may_be_part_of_a_name() -> None:
    """The name goes on after them."""
    exact('3 rounds:\n4 "Dead Stop" Power Cleans', one("Dead Stop Power Cleans", sets=3, reps=4))
    exact('"Dead Stop" Power Cleans x 4', one("Dead Stop Power Cleans", reps=4))


def test_a_line_may_be_quoted_as_a_whole() -> None:
    """The marks are not part of the name."""
    exact('"Back Squat 5-5-5"', one("Back Squat", sets=3, reps_per_set=[5, 5, 5]))


def test_a_bracket_that_only_says_as_prescribed_is_not_part_of_a_name() -> None:
    """The movement is the same."""
    exact("50 Pull-Ups (as RX'ed)", one("Pull-Ups", reps=50))


def test_an_alternative_in_brackets_is_a_remark() -> None:
    """It is not part of the name, whatever its length."""
    exact(
        "9 Chest to Bar Pull-Ups (or jumping chest to bar pull-ups)\n9 Bar Dips (or Push-Ups)",
        one("Chest to Bar Pull-Ups", reps=9),
        one("Bar Dips", reps=9),
    )


def test_an_angle_is_part_of_a_name() -> None:
    """It is not a number of repetitions."""
    exact("45 Degree Back Raises\n3 sets x 10 reps", one("45 Degree Back Raises", sets=3, reps=10))


def test_a_unit_with_a_full_stop_ends_no_name() -> None:
    """`sec.` is an abbreviation, and no end of a sentence."""
    exact("Back Squat with 2 sec. pause\n3x3", one("Back Squat with 2 sec. pause", sets=3, reps=3))
    exact("Back Squat (2 sec. pause) 3x3", one("Back Squat", sets=3, reps=3))


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


@pytest.mark.parametrize("name", ["Comp Squat", "Squat BBB", "Boring But Big Press", "Tyre Flip"])
def test_words_of_programmes_beside_a_movement_leave_it_known(name: str) -> None:
    """Its sets are read from their own line."""
    exact(f"{name}\n5x8", one(name, sets=5, reps=8))


@pytest.mark.parametrize(
    "place",
    ["Week 4", "(Week 4 of 7)", "– wk 4:", "- Cycle 2, Day 3", "Wave 2 – Day 3", "(5/3/1 Week 2)", "Phase 2 Week 3 –"],
)
def test_the_place_in_a_programme_after_a_movement_is_a_remark(place: str) -> None:
    """Sets on the line or below it belong to this week."""
    sets = one("Front Squat", sets=4, reps=3, percent=80)
    exact(f"Front Squat {place} 4x3 @ 80%", sets)
    exact(f"Front Squat {place}\n4x3 @ 80%", sets)
    assert read(f"Front Squat {place}\n4x3 @ 80%").prescriptions[0].remark


@pytest.mark.parametrize("line", ["Press Week 1 5x5, Week 2 5x3", "Week 3: Press 5x5", "Hatch Press Week 7 Day 2"])
def test_several_weeks_or_an_unknown_programme_prescribe_nothing(line: str) -> None:
    """No one says which week is meant, or whether the name is a movement."""
    assert [] == prescribed(line)


@pytest.mark.parametrize("line", ["Week 1: 5x5 @ 70%", "Week 2: 5x4 @ 75%"])
def test_the_sets_of_another_week_are_a_finding(line: str) -> None:
    """A post says which week is meant, and the line is not a note."""
    assert [line] == [finding.line for finding in read(f"Back Squat\n{line}").findings]


def test_a_name_above_a_scheme_with_that_movement_is_its_title() -> None:
    """A name without it stays: its numbers may have been lost."""
    scheme = "On the minute x 8:\n4 Power Snatches"
    asks = one("Power Snatches", sets=8, reps=4, interval_seconds=60, total_seconds=480)
    exact(f"Power Snatch\n{scheme}", asks)
    exact(f"Bench Press\n{scheme}", one("Bench Press"), asks)


_IN_TWO_MINUTES = {"interval_seconds": 120, "total_seconds": 240}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Front Squat\nSet 1 – 5 Squats @ 70%\nSet 2 – 4 Squats @ 75%", {"sets": 1}),
        ("Every 2 minutes for 4 minutes:\nFront Squat\n5 Squats @ 70%\n4 Squats @ 75%", {"sets": 1, **_IN_TWO_MINUTES}),
        ("Front Squat\nE2MOM x 2:\nSet 1 – 5 Squats @ 70%\nSet 2 – 4 Squats @ 75%", {"sets": 1, **_IN_TWO_MINUTES}),
    ],
)
def test_a_short_name_below_a_lift_is_that_lift(text: str, says: dict[str, Any]) -> None:
    """`Squats` is not a lift of its own, and the percent needs one."""
    read = [(one["movement"], one["reps_min"], one["percent_min"]) for one in prescribed(text)]
    assert [("Front Squat", 5, 70), ("Front Squat", 4, 75)] == read
    assert all(says.items() <= one.items() for one in prescribed(text))


@pytest.mark.parametrize(
    ("text", "movements"),
    [
        ("Front Squat\nSet 1 – 5 Deadlifts @ 70%", ["Deadlifts"]),
        ("Power Clean\nSet 1 – 3 Cleans @ 70%", ["Cleans"]),
        ("Front Squat\n10 Air Squats\n5 Squats @ 40 kg", ["Front Squat", "Air Squats", "Squats"]),
        ("Back Squat 5x5\nAMRAP 10:\n10 Squats (45/35)", ["Back Squat", "Squats"]),
        ("Back Squat\nAMRAP 10:\n10 Squats", ["Back Squat", "Squats"]),
    ],
)
def test_a_movement_of_its_own_below_a_lift_is_not_that_lift(text: str, movements: list[str]) -> None:
    """It has a lift of its own, another name, or no load."""
    assert movements == [one["movement"] for one in prescribed(text)]


def test_a_movement_alone_below_its_reps_is_not_a_title_of_further_reps() -> None:
    """Each ladder has its own."""
    exact(
        "21-15-9 of:\nThrusters\n15-12-9 of:\nThrusters",
        one("Thrusters", sets=3, reps_per_set=[21, 15, 9]),
        one("Thrusters", sets=3, reps_per_set=[15, 12, 9]),
    )


def test_a_name_above_numbered_sets_of_it_in_fewer_words_is_their_title() -> None:
    """`Lunges` repeats it."""
    clock = {"sets": 1, "interval_seconds": 120, "total_seconds": 240}
    exact(
        "Back Rack Lunges\nOn the 2:00 x 2 sets:\nSet 1 – 12 Lunges\nSet 2 – 10 Lunges",
        one("Lunges", reps=12, first_set=1, last_set=1, **clock),
        one("Lunges", reps=10, first_set=2, last_set=2, **clock),
    )


def test_a_part_of_the_body_below_a_bare_movement_is_what_it_is_for() -> None:
    """The sets belong to the movement, which waits for them."""
    exact(
        "Lateral Raise\nShoulders\n4x15\nLeg Curl\nHamstrings\n4x12",
        one("Lateral Raise", sets=4, reps=15),
        one("Leg Curl", sets=4, reps=12),
    )


def test_a_name_in_small_letters_has_at_most_six_words() -> None:
    """A longer one below rounds is a sentence, which may mention a movement as well."""
    reading = read(
        "3 rounds:\n10 slow alternating jumping zombie split squats\n9 odd slow alternating jumping zombie split squats"
    )
    assert ["slow alternating jumping zombie split squats"] == [one.movement for one in reading.prescriptions]
    assert "unread" in [finding.rule for finding in reading.findings]


def test_the_heading_of_a_workout_is_not_a_movement() -> None:
    """An hour of swimming is divided below it."""
    assert [] == prescribed("One-Hour Swim Workout")


@pytest.mark.parametrize("line", ["Snatch Technique – 10 minutes", "Kettlebell Primer: 8 minutes"])
def test_minutes_of_what_is_not_a_movement_are_a_heading(line: str) -> None:
    """They are the time of class: the line is a finding."""
    assert prescribed(line) == []
    assert read(line).findings


@pytest.mark.parametrize("line", ["Death by Pull-Ups", "Pull-Ups to max", "Death by Thrusters (95/65)"])
def test_work_without_a_number_that_a_field_has_is_a_finding(line: str) -> None:
    """No value is guessed, and nothing is silent."""
    assert [] == prescribed(line)
    assert 1 == len(read(line).findings)


@pytest.mark.parametrize("title", ["“Seventeen”", '"Filthy Fifty"', "WOD “Twelve”"])
def test_a_number_word_in_quotes_is_a_title(title: str) -> None:
    """It counts nothing, and is no finding."""
    reading = read(f"{title}\nAMRAP 12:\n17 Burpees")
    assert ("note", []) == (reading.lines[0].kind, reading.findings)


def test_a_number_word_in_quotes_may_be_behind_a_scheme() -> None:
    """The scheme is read."""
    assert [one("Burpees", reps=17, total_seconds=720, format="amrap")] == prescribed(
        "AMRAP 12: “Seventeen”\n17 Burpees"
    )


def test_a_scheme_in_quotes_has_its_number_word() -> None:
    """The quotation is all of the line."""
    assert [one("Burpees", reps=10, total_seconds=1200, format="amrap")] == prescribed('"AMRAP twenty"\n10 Burpees')
