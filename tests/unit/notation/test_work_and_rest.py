"""Sets of work and rest by the clock, and a time for each movement."""

import pytest

from tests.notation import exact, one, prescribed, read, unread

TABATA = {"sets": 8, "seconds": 20, "rest_seconds": 10, "total_seconds": 240}


def test_a_tabata_is_eight_sets_of_work_and_rest() -> None:
    """Each is twenty seconds of work and ten of rest, unless the post has other numbers."""
    assert [one("Hollow Rocks", **TABATA)] == prescribed("Tabata Hollow Rocks")
    assert [one("Sit-Ups", **TABATA)] == prescribed("Tabata Sit-Ups (8 rounds of 20 seconds on / 10 seconds off)")
    assert [one("Sit-Ups", **TABATA | {"sets": 6, "seconds": 30})] == prescribed(
        "One Tabata of: Sit-Ups:\n30 seconds on\n10 seconds off\nFor a total of 6 rounds"
    )


def test_the_movements_of_a_tabata_may_stand_on_its_line() -> None:
    """Each movement has a tabata of its own."""
    names = ("Air Squats", "Push-Ups", "Sit-Ups")
    exact("Tabata: Air Squats, Push-Ups, Sit-Ups", *(one(name, **TABATA) for name in names))


def test_the_movements_of_a_tabata_may_have_a_load() -> None:
    """It is no part of a name, nor in the clock above."""
    exact("Tabata Snatch 75/55 lb", one("Snatch", lb=(75, 55), **TABATA))
    exact("Tabata Thrusters (95/65)", one("Thrusters", load_text="95/65", **TABATA))
    snatch = one("Snatch", sets=5, reps=2, interval_seconds=120, total_seconds=600)
    exact("Every 2:00 x 5\nSnatch x 2\nTabata Swings, 24 kg", snatch, one("Swings", kg=24, **TABATA))


@pytest.mark.parametrize(
    "line",
    [
        "Tabata Squats 10 reps",
        "Tabata Snatch x 8",
        "Tabata Front Squat 3x5",
        "Tabata: Dips, 20/10",
        "Tabata Dips 40/20",
        "4 rounds of Tabata Squats",
        "20 Tabata Squats",
        "3 Tabata sets of Rows",
        "Tabata Squats, then Tabata Push-Ups",
    ],
)
def test_a_tabata_with_other_numbers_is_a_finding(line: str) -> None:
    """It has no repetitions, and its work and rest are no load."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize(
    "scheme",
    [
        "35 seconds of work followed by 25 seconds of rest for six rounds of each exercise",
        "6 rounds of 35 seconds of work, 25 seconds of rest on each movement",
        "35 sec on followed by 25 sec off x 6",
    ],
)
def test_work_followed_by_rest_is_of_each_movement(scheme: str) -> None:
    """Its rounds may be after it."""
    exact(f"{scheme}\nDips", one("Dips", sets=6, seconds=35, rest_seconds=25))


@pytest.mark.parametrize("scheme", ["5 rounds, 40 on / 20 off:", "40 on/20 off x 5", "5 sets of 40 work / 20 rest"])
def test_work_and_rest_without_a_unit_are_seconds(scheme: str) -> None:
    """No one writes so many minutes."""
    exact(f"{scheme}\nBurpees", one("Burpees", sets=5, seconds=40, rest_seconds=20))


@pytest.mark.parametrize(
    ("line", "sets", "work", "rest"),
    [
        ('Dead Hang 6 x 7" on / 3" off', 6, 7, 3),
        ('Dead Hang 8 rounds: 10" on / 5" off', 8, 10, 5),
        ('Dead Hang 5 x 5" on / 5" off', 5, 5, 5),
        ('7" on / 3" off x 6\nDead Hang', 6, 7, 3),
        ('Dead Hang\n8 rounds: 10" on / 5" off', 8, 10, 5),
    ],
)
def test_short_work_and_rest_with_two_marks_are_seconds(line: str, sets: int, work: int, rest: int) -> None:
    """Beside so short a work the rest is not meant in minutes."""
    exact(line, one("Dead Hang", sets=sets, seconds=work, rest_seconds=rest))


@pytest.mark.parametrize("clock", ["1' on / 2\" off", '20" on / 2" off', "3' on / 3\" off", '30" on / 5" off'])
def test_a_rest_with_two_marks_that_is_far_shorter_than_its_work_is_a_finding(clock: str) -> None:
    """It may be minutes."""
    unread(f"Bike 6 x {clock}")


def test_low_numbers_of_work_and_rest_may_be_minutes() -> None:
    """They are a finding."""
    assert ["3 rounds, 2 on / 1 off:"] == [one.line for one in read("3 rounds, 2 on / 1 off:\nRow").findings]


@pytest.mark.parametrize("mark", ["", ":"])
def test_work_and_rest_below_a_movement_with_reps_are_of_the_next(mark: str) -> None:
    """They are not sets of the movement above, which has its own."""
    text = f"3 sets:\n12 Leg Curls\n6 sets, 20 seconds on, 40 seconds off{mark}\nBear Crawl"
    exact(text, one("Leg Curls", sets=3, reps=12), one("Bear Crawl", sets=6, seconds=20, rest_seconds=40))


@pytest.mark.parametrize(
    "text", ["8 x 1:00 on / 1:00 off\nRow", "8 x 1:00 on / 1:00 off: Row", "Row 8 x 1:00 on / 1:00 off"]
)
def test_sets_of_work_and_rest_stand_above_a_movement_or_beside_it(text: str) -> None:
    """The lifter works a minute eight times, with a minute of rest."""
    exact(text, one("Row", sets=8, seconds=60, rest_seconds=60))


@pytest.mark.parametrize("scheme", ["4 minutes each of:", "4:00 each:", "4 min of each", "4 mins each"])
def test_a_time_for_each_movement_below_is_the_work_of_one_set(scheme: str) -> None:
    """Without rounds they are done once."""
    exact(f"{scheme}\nSled Drag\nFarmers Carry", one("Sled Drag", seconds=240), one("Farmers Carry", seconds=240))
    exact(f"2 rounds:\n{scheme}\nPlank", one("Plank", sets=2, seconds=240))


def test_a_time_for_each_below_a_movement_is_not_that_of_the_next() -> None:
    """It may be for each side of the one above."""
    text = "Pigeon Stretch\n1 min each\nCouch Stretch\n2 min each"
    assert [one("Pigeon Stretch"), one("Couch Stretch")] == prescribed(text)
    assert ["1 min each", "2 min each"] == [finding.line for finding in read(text).findings]


def test_a_time_for_each_exercise_is_the_work_of_each_set() -> None:
    """A rest below is that between the rounds."""
    minute = {"sets": 3, "seconds": 60}
    text = "1 minute per exercise for 3 rounds:\nBox Jumps\nWall Balls\n1 minute rest"
    exact(text, one("Box Jumps", **minute), one("Wall Balls", **minute, rest_seconds=60))


def test_rounds_with_a_time_for_each_are_not_of_the_movement_above() -> None:
    """They belong to the movements below."""
    text = "10 Burpees\n3 rounds, 1 minute each:\nRow\nWall Balls"
    minute = {"sets": 3, "duration_seconds_min": 60, "duration_seconds_max": 60}
    expected = [one("Burpees", reps=10), one("Row", **minute), one("Wall Balls", **minute)]
    assert expected == prescribed(text)


@pytest.mark.parametrize(
    "scheme",
    [
        "40/20 x 5 rounds",
        "45/15 x 4 rounds",
        "4 rounds of 45/15:",
        "50/10 x 6 sets",
        "6 sets of 35/25",
        "8 rounds 20/10",
    ],
)
def test_two_numbers_that_fill_a_minute_may_be_work_and_rest(scheme: str) -> None:
    """They are a finding, and not the repetitions of men and women."""
    reading = read(f"{scheme}\nPush-Ups\nSquats")
    assert [scheme] == [finding.line for finding in reading.findings]
    assert {None} == {one.reps_min for one in reading.prescriptions}


@pytest.mark.parametrize(("scheme", "counts"), [("5 rounds of 12/9:", (12, 9)), ("4 rounds of 21/15", (21, 15))])
def test_other_numbers_of_rounds_are_of_men_and_women(scheme: str, counts: tuple[int, int]) -> None:
    """They do not fill a minute."""
    [row] = prescribed(f"{scheme}\nCal Row")
    assert counts == (row["calories_min"], row["calories_women"])


def test_calories_of_men_and_women_may_add_up_to_sixty() -> None:
    """Their unit says what they are."""
    [row] = prescribed("5 rounds:\n35/25 Cal Row")
    assert (5, 35, 25) == (row["sets"], row["calories_min"], row["calories_women"])


def test_more_rounds_of_a_tabata_than_eight_are_its_rounds() -> None:
    """Fewer may be tabatas of eight rounds each."""
    more = TABATA | {"sets": 16, "total_seconds": 480}
    exact("16 rounds of Tabata Squats", one("Squats", **more))
    exact("16 Tabata rounds:\nSquats", one("Squats", **more))
    exact("8 rounds of Tabata Squats", one("Squats", **TABATA))


@pytest.mark.parametrize(
    ("scheme", "total"),
    [
        ("Tabata – alternate between:", 240),
        ("Tabata (alternating)", 240),
        ("16 Tabata rounds alternating through:", 480),
        ("16 rounds of Tabata, alternating:", 480),
    ],
)
def test_movements_that_take_turns_share_the_rounds_of_a_tabata(scheme: str, total: int) -> None:
    """Each has its share, and the time is that of all; rounds that cannot be divided are nobody's."""
    shared = TABATA | {"sets": total // 60, "total_seconds": total}
    exact(f"{scheme}\nSit-Ups\nPush-Ups", one("Sit-Ups", **shared), one("Push-Ups", **shared))
    assert total // 30 == prescribed(f"{scheme}\nSit-Ups")[0]["sets"]
    assert {None} == {asks.get("sets") for asks in prescribed(f"{scheme}\nSit-Ups\nPush-Ups\nRows")}


@pytest.mark.parametrize("heading", ["Metcon", "WOD", "Core", "Partner WOD"])
def test_a_tabata_may_stand_behind_a_heading(heading: str) -> None:
    """The heading is no movement."""
    exact(f"{heading}: Tabata Squats", one("Squats", **TABATA))
    exact(f"{heading}: Tabata\nSquats", one("Squats", **TABATA))


@pytest.mark.parametrize("line", ["Yesterday: Tabata Squats", "Goal: Tabata Squats", "If you can: Tabata Squats"])
def test_a_tabata_of_another_day_or_on_a_condition_is_not_read(line: str) -> None:
    """It is not today's work for all."""
    assert [] == prescribed(line)


def test_arms_that_take_turns_share_no_rounds() -> None:
    """They are of one movement, and the line is not read as a tabata of turns."""
    assert {None} == {asks.get("sets") for asks in prescribed("Tabata alternating arms\nDB Snatch\nDB Row")}


def test_the_rest_of_a_circuit_is_after_its_last_movement() -> None:
    """Movements with repetitions of their own have no rest between them; which numbers count is reported."""
    text = "3 rounds, 4:00 on / 2:00 off:\n10 Box Jumps\n15 Wall Balls"
    assert [None, 120] == [found.rest_seconds for found in read(text).prescriptions]
    assert ["number"] == [found.rule for found in read(text).findings]


def test_movements_that_fill_the_time_of_work_have_a_rest_each() -> None:
    """They take turns, also if they have repetitions."""
    assert [10, 10] == [
        found.rest_seconds for found in read("5 sets, 30 on / 10 off\n5 Burpees\n9 Sit-Ups").prescriptions
    ]
    each = {"sets": 3, "seconds": 40, "rest_seconds": 20}
    exact("3 rounds, :40 on / :20 off\nBurpees\nSit-Ups", one("Burpees", **each), one("Sit-Ups", **each))
