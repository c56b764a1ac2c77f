"""Schemes: rounds, clocks and formats that hold for the movements below or above."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    ("scheme", "says"),
    [
        ("Every 2 minutes, for 16 minutes (8 sets):", {"interval_seconds": 120, "total_seconds": 960, "sets": 8}),
        ("Every 90 seconds, for 4:30 (3 sets) of:", {"interval_seconds": 90, "total_seconds": 270, "sets": 3}),
        ("Every 2:30, for 15 minutes (6 sets)", {"interval_seconds": 150, "total_seconds": 900, "sets": 6}),
        (
            "Every minute, on the minute, for 7 minutes (7 sets):",
            {"interval_seconds": 60, "total_seconds": 420, "sets": 7},
        ),
        ("Every 3 minutes for 5 sets:", {"interval_seconds": 180, "sets": 5, "total_seconds": 900}),
        ("Every other minute, for 10 minutes (5 sets):", {"interval_seconds": 120, "total_seconds": 600, "sets": 5}),
        ("12 minutes, every other minute:", {"interval_seconds": 120, "total_seconds": 720, "sets": 6}),
        ("4 sets every other minute", {"interval_seconds": 120, "total_seconds": 480, "sets": 4}),
        ("Begin a set every other minute", {"interval_seconds": 120}),
        ("Every minute on the minute until failure", {"interval_seconds": 60}),
        ("EMOM 10:", {"interval_seconds": 60, "total_seconds": 600, "sets": 10}),
        ("10-Minute EMOM", {"interval_seconds": 60, "total_seconds": 600, "sets": 10}),
        ("E2MOM x 5", {"interval_seconds": 120, "sets": 5, "total_seconds": 600}),
        ("E90S x 8:", {"interval_seconds": 90, "sets": 8, "total_seconds": 720}),
        ("Alternating, every 60 seconds, for 6 minutes:", {"interval_seconds": 60, "sets": 3, "total_seconds": 360}),
        ("Superset x 3:", {"sets": 3}),
        ("For quality, 2 rounds of:", {"sets": 2}),
        ("E2:30MOM for 15 minutes", {"interval_seconds": 150, "total_seconds": 900, "sets": 6}),
        ("Three sets of:", {"sets": 3}),
        ("Not for time:", {}),
        ("Against a 3-minute running clock:", {"total_seconds": 180}),
        ("14 minute clock:", {"total_seconds": 840}),
        ("With 14 minutes on the clock, perform", {"total_seconds": 840}),
        ("For time w/ a 14:00 cap", {"format": "for time"}),
        ("4 rounds for time w/14 min cap", {"sets": 4, "format": "for time"}),
        ("EMOM 12 (alternating, 6 sets of each):", {"interval_seconds": 60, "total_seconds": 720, "sets": 6}),
        ("Every 2 minutes, for as long as possible:", {"interval_seconds": 120}),
        ("4 Rounds:", {"sets": 4}),
        ("Superset (3 sets):", {"sets": 3}),
        ("Three to four sets of:", {"sets": 3, "sets_max": 4}),
        ("3 Rounds, not for time:", {"sets": 3}),
        ("Complete 3 Rounds (not timed)", {"sets": 3}),
        ("Three rounds for time of:", {"sets": 3, "format": "for time"}),
        ("AMRAP 12:", {"total_seconds": 720, "format": "amrap"}),
        ("12-minute AMRAP of:", {"total_seconds": 720, "format": "amrap"}),
        (
            "Complete as many rounds and reps as possible in 10 minutes of:",
            {"total_seconds": 600, "format": "amrap"},
        ),
    ],
)
def test_a_scheme_gives_its_rhythm_to_the_movements_below(scheme: str, says: dict[str, Any]) -> None:
    """Interval, total and sets are in the scheme, and hold for each movement of its block.

    If the movements alternate, each has its share of the sets.
    """
    below = "Back Squat x 3 reps\nPush-Ups x 10 reps"
    assert [
        one("Back Squat", reps=3, **says),
        one("Push-Ups", reps=10, **says),
    ] == prescribed(f"{scheme}\n{below}")


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
    """It reads EMOTM, On the 2:00, AMRAP with a clock, RFT, and for times of."""
    below = "Power Clean x 2 reps\nBurpees x 6 reps" if "interval_seconds" not in rhythm else "Power Clean x 2 reps"
    expected = [one("Power Clean", reps=2, **rhythm)]
    if "interval_seconds" not in rhythm:
        expected.append(one("Burpees", reps=6, **rhythm))
    exact(f"{scheme}\n{below}", *expected)


@pytest.mark.parametrize("scheme", ["Five sets of 2 reps:", "Every 90 seconds, for 7:30 (5 sets of 2 reps):"])
def test_a_scheme_may_state_the_reps(scheme: str) -> None:
    """They hold for the movements that state none."""
    found = prescribed(f"{scheme}\nSnatch @ 75%\nBox Jumps x 3 reps")
    assert [(5, 2), (5, 3)] == [(one["sets"], one["reps_min"]) for one in found]


def test_a_movement_may_stand_on_the_line_of_its_scheme() -> None:
    """After the colon the line goes on with the movement."""
    line = "Every 2 minutes, for 20 minutes (10 sets): Snatch x 1 rep @ 75-80%"
    rhythm = {"interval_seconds": 120, "total_seconds": 1200, "sets": 10}
    assert [one("Snatch", reps=1, percent=(75, 80), **rhythm)] == prescribed(line)


def test_blocks_are_numbered_by_their_schemes() -> None:
    """A second scheme, or a test after a scheme, opens the next block."""
    reading = read(
        "Every minute, on the minute, for 3 minutes (3 sets):\n"
        "Tall Snatch x 2 reps\n"
        "Followed by…\n"
        "Every 90 seconds, for 6 minutes (4 sets):\n"
        "Hip Snatch x 1 rep\n"
        "Then,\n"
        "In 12 minutes, establish a 1-RM Snatch"
    )
    assert [1, 2, 3] == [prescription.block for prescription in reading.prescriptions]
    assert ["scheme", "movement", "connector", "scheme", "movement", "connector", "test"] == [
        line.kind for line in reading.lines
    ]


def test_a_movement_above_its_scheme_is_the_one_of_the_sets_below() -> None:
    """Some coaches write the lift as the heading of the segment."""
    assert [one("Front Squat", sets=5, interval_seconds=180, total_seconds=900, reps=2, percent=80)] == prescribed(
        "Front Squat\nEvery 3 minutes, for 15 minutes (5 sets):\n2 reps @ 80%"
    )


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


@pytest.mark.parametrize("text", ["Three sets of:\nAMRAP 5 minutes:", "AMRAP 5 minutes:\n3 sets of:"])
def test_a_scheme_may_stand_on_two_lines(text: str) -> None:
    """With nothing between them they are one."""
    amrap = {"sets": 3, "total_seconds": 300, "format": "amrap"}
    assert [one("Burpees", reps=10, **amrap)] == prescribed(f"{text}\n10 Burpees")


@pytest.mark.parametrize(
    ("above", "scheme", "says"),
    [
        ("3 rounds", "3 rounds for time", {"sets": 3, "format": "for time"}),
        ("Tabata", "8 rounds", {"sets": 8, "seconds": 20, "rest_seconds": 10, "total_seconds": 240}),
    ],
)
def test_the_second_line_of_a_scheme_may_repeat_a_number(above: str, scheme: str, says: dict[str, Any]) -> None:
    """The lines do not contradict each other."""
    exact(f"{above}\n{scheme}\nBurpees", one("Burpees", **says))


@pytest.mark.parametrize(
    ("above", "scheme", "says"),
    [
        ("12-9-6", "15-12-9", {"sets": 3, "reps_per_set": [15, 12, 9]}),
        ("30 seconds each", "For time", {"format": "for time"}),
    ],
)
def test_a_scheme_above_one_that_contradicts_it_is_a_finding(above: str, scheme: str, says: dict[str, Any]) -> None:
    """Other work of it is missing."""
    text = f"{above}\n{scheme}\nBurpees"
    assert [one("Burpees", **says)] == prescribed(text)
    assert [above] == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Tonight's workout was quick, 4 rounds for time of:", {"sets": 4, "format": "for time"}),
        ("Then everyone does a 9 minute AMRAP of:", {"total_seconds": 540, "format": "amrap"}),
        ("Complete the following for time:", {"format": "for time"}),
        ("The main piece is 4 rounds of:", {"sets": 4}),
    ],
)
def test_a_scheme_may_end_a_sentence(sentence: str, says: dict[str, Any]) -> None:
    """A colon leads to its movements."""
    exact(f"{sentence}\n8 Burpees", one("Burpees", reps=8, **says))


@pytest.mark.parametrize(
    ("scheme", "says"),
    [
        ('"Helena" 3 rounds', {"sets": 3}),
        ("“Marta” EMOM 20", {"sets": 20, "interval_seconds": 60, "total_seconds": 1200}),
        ('"Pedro" 15-12-9', {"sets": 3, "reps_per_set": [15, 12, 9]}),
        (
            "Every 3 minutes perform the following for 5 rounds (15 minutes total):",
            {"sets": 5, "interval_seconds": 180, "total_seconds": 900},
        ),
    ],
)
def test_a_scheme_may_stand_after_the_name_of_the_workout(scheme: str, says: dict[str, Any]) -> None:
    """It may be in quotes, and its total in brackets."""
    exact(f"{scheme}\nPull-Ups", one("Pull-Ups", **says))


@pytest.mark.parametrize(
    ("scheme", "says"),
    [
        ("25 min AMRAP, one person working", {"format": "amrap", "total_seconds": 1500}),
        ("Teams of 3, 25 min AMRAP, one person working", {"format": "amrap", "total_seconds": 1500}),
        ("Teams of 3, 3 rounds for time, one person working at a time:", {"format": "for time", "sets": 3}),
        ("5 rounds for time, two athletes working", {"format": "for time", "sets": 5}),
        ("Everyone working, 5 rounds", {"sets": 5}),
        ("In pairs, 4 rounds, one works while one rests", {"sets": 4}),
        ("4 rounds (one person works, the other rests):", {"sets": 4}),
        ("In pairs, 20 min AMRAP, one working one resting", {"format": "amrap", "total_seconds": 1200}),
        ("20-min AMRAP, partners alternate rounds", {"format": "amrap", "total_seconds": 1200}),
    ],
)
def test_who_works_does_not_change_a_scheme(scheme: str, says: dict[str, Any]) -> None:
    """It is a remark at most."""
    exact(f"{scheme}\n50 Wall Balls", one("Wall Balls", reps=50, **says))


@pytest.mark.parametrize(
    "scheme",
    [
        "In pairs, 4 rounds, one on the rower while her partner does what she likes",
        "With a partner, 3 rounds of whatever you both enjoy and can do well",
    ],
)
def test_a_scheme_of_partners_with_other_words_is_a_finding(scheme: str) -> None:
    """Its rounds are not lost silently."""
    assert [one("Wall Balls", reps=50)] == prescribed(f"{scheme}\n50 Wall Balls")
    assert [scheme] == [finding.line for finding in read(scheme).findings]


@pytest.mark.parametrize(
    "line",
    [
        "In pairs, share the work as you like",
        "In pairs of similar height",
        "Teams of 2 will work through the following",
        "One works while the other rests",
    ],
)
def test_words_for_partners_without_a_scheme_are_a_note(line: str) -> None:
    """They say who does what."""
    exact(f"{line}\n50 Wall Balls", one("Wall Balls", reps=50))


@pytest.mark.parametrize("line", ["One person working at a time", "Everyone working", "Everyone is working hard today"])
def test_who_works_is_no_scheme(line: str) -> None:
    """Below rounds it is a note about them."""
    exact(f"3 rounds:\n50 Wall Balls\n{line}", one("Wall Balls", sets=3, reps=50))


@pytest.mark.parametrize("scheme", ["AMRAP 9 in teams of 3", "9 min AMRAP (teams of two)", "9 minute partner AMRAP"])
def test_a_scheme_may_be_for_teams(scheme: str) -> None:
    """The size of the team is a remark."""
    exact(f"{scheme}\n9 Burpees", one("Burpees", reps=9, format="amrap", total_seconds=540))


@pytest.mark.parametrize(
    "scheme",
    ["In two-person teams, perform 7 rounds for time of:", "In 3-man teams, 7 rounds for time alternating between:"],
)
def test_teams_of_people_keep_the_rounds(scheme: str) -> None:
    """How many people there are is a remark."""
    exact(f"{scheme}\n300 m Run", one("Run", sets=7, m=300, format="for time"))


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


def test_a_superset_on_one_line_has_sets_by_repetitions() -> None:
    """It has no number of its own."""
    exact("Superset 3x10 Curls and Dips", one("Curls", sets=3, reps=10), one("Dips", sets=3, reps=10))


@pytest.mark.parametrize(
    "line", ["3x (400m Run, 21 KB Swings)", "3x: 400m Run, 21 KB Swings", "3x:\n400m Run\n21 KB Swings"]
)
def test_a_number_of_times_in_front_of_a_list_holds_for_all_of_it(line: str) -> None:
    """A bracket or a colon says so."""
    exact(line, one("Run", sets=3, m=400), one("KB Swings", sets=3, reps=21))


def test_a_number_of_times_may_stand_above_its_movements() -> None:
    """The line has no colon."""
    exact("3x\n8 Goblet Squats\n8 Push-Ups", one("Goblet Squats", sets=3, reps=8), one("Push-Ups", sets=3, reps=8))


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
    """A scheme with nothing below it belongs to the movements above."""
    exact(f"250 m Row\n14 Wall Balls\n{below}", one("Row", m=250, **says), one("Wall Balls", reps=14, **says))


def test_rounds_below_their_movements_may_end_a_sentence() -> None:
    """The next sentence, about the score, changes nothing."""
    exact(
        "400 m Run\n12 Wall Balls\nComplete three rounds, resting 2:00 between each. Score is the slowest round.",
        one("Run", sets=3, distance=400, distance_unit="m"),
        one("Wall Balls", sets=3, reps=12, rest_seconds=120),
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("5 Rounds As Quickly As Possible:", {"sets": 5, "format": "for time"}),
        ("On the 2 minute interval for 20 minutes", {"sets": 10, "interval_seconds": 120, "total_seconds": 1200}),
    ],
)
def test_rounds_and_intervals_in_other_words(line: str, says: dict[str, Any]) -> None:
    """They hold for the movement below."""
    exact(f"{line}\n10 Burpees", one("Burpees", reps=10, **says))


def test_rounds_of_an_amrap_have_the_time_of_each() -> None:
    """There are five times three minutes."""
    exact(
        "5 rounds of 3 minute AMRAPs:\n7 Burpees",
        one("Burpees", sets=5, reps=7, format="amrap", total_seconds=180),
    )


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


def test_working_time_is_a_time() -> None:
    """The rounds are for time."""
    exact("4 Rounds For Total Working Time of:\nRow 300m", one("Row", sets=4, m=300, format="for time"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("AMRAP in 15m, You-Go/I-Go, of:", {"format": "amrap", "total_seconds": 900}),
        ("AMRAP 12m:", {"format": "amrap", "total_seconds": 720}),
        ("EMOM for 7m:", {"sets": 7, "interval_seconds": 60, "total_seconds": 420}),
    ],
)
def test_metres_after_a_clock_are_minutes(line: str, says: dict[str, Any]) -> None:
    """They are if they are few, and no movement follows."""
    exact(f"{line}\n10 Burpees", one("Burpees", reps=10, **says))


def test_metres_of_a_movement_are_not_minutes() -> None:
    """They are its distance."""
    exact("AMRAP 50m Sprint", one("Sprint", m=50, format="amrap"))
    exact("AMRAP: 400m Run, 10 Burpees", one("Run", m=400, format="amrap"), one("Burpees", reps=10, format="amrap"))


def test_lines_after_an_unread_scheme_do_not_belong_to_the_scheme_above_it() -> None:
    """The sets and the interval of the first block are not those of the second."""
    text = "Every 2 minutes x 5 sets\n3 Power Cleans\n4 rounds of some 7 or 9 of this, 3 on:\n6 Push-Ups"
    assert [one("Power Cleans", sets=5, reps=3, interval_seconds=120, total_seconds=600), one("Push-Ups", reps=6)] == (
        prescribed(text)
    )


def test_an_amount_for_each_movement_below_is_not_lost() -> None:
    """It is not a note."""
    assert ["10 each"] == [finding.line for finding in read("2 Rounds:\n10 each\nLateral Squats\nBike").findings]


@pytest.mark.parametrize("line", ["Repeat 4 times", "Repeat x 4", "Repeat all of that x4", "Repeat this 2 more times"])
def test_how_often_work_is_repeated_is_a_finding(line: str) -> None:
    """It is the number of rounds, or one less."""
    reading = read(f"9 Swings\n7 Dips\n{line}")
    assert [one("Swings", reps=9), one("Dips", reps=7)] == prescribed(f"9 Swings\n7 Dips\n{line}")
    assert [finding.line for finding in reading.findings] == [line]


def test_a_total_of_rounds_below_movements_is_theirs() -> None:
    """A workout that is repeated on another day is a note."""
    exact("9 Swings\nRepeat for a total of 4 rounds", one("Swings", sets=4, reps=9))
    exact("9 Swings\nRepeat the workout from 5 weeks ago", one("Swings", reps=9))


@pytest.mark.parametrize(
    ("scheme", "load"),
    [
        ("5 rounds for time (155/105):", "155/105"),
        ("21-15-9 (95/65)", "95/65"),
        ("AMRAP 12 (60/40 kg)", "60/40 kg"),
        ("Every 2:00 x 5 (135/95)", "135/95"),
        ("5 rounds (315/225)", "315/225"),
    ],
)
def test_the_load_behind_a_scheme_is_a_remark_of_its_movements(scheme: str, load: str) -> None:
    """It is not certain which of them have it."""
    reading = read(f"{scheme}\nThrusters")
    assert not reading.findings
    assert [load] == [asks.remark for asks in reading.prescriptions]
    assert [None] == [asks.weight for asks in reading.prescriptions]


@pytest.mark.parametrize(
    "scheme",
    [
        "4 rounds (40/20)",
        "8 rounds (45/15):",
        "5 rounds (55/55)",
        "AMRAP 10 (20/15)",
        "5 rounds (95/155)",
        "5 rounds (400/350)",
        "5 rounds (250/200)",
    ],
)
def test_two_numbers_behind_a_scheme_that_may_be_no_load_are_a_finding(scheme: str) -> None:
    """They may be seconds of work and of rest, metres, calories, or two levels."""
    assert [scheme] == [finding.line for finding in read(f"{scheme}\n10 Burpees").findings]


def test_several_amraps_may_be_counted_behind_their_time() -> None:
    """The rest is between them."""
    says = {"sets": 3, "total_seconds": 300, "format": "amrap", "rest_seconds": 120}
    exact("5 min AMRAP x 3 (rest 2 min)\n10 Burpees", one("Burpees", reps=10, **says))


def test_a_rest_after_rounds_for_time_may_follow_a_plus() -> None:
    """It is between the rounds."""
    says = {"sets": 3, "format": "for time", "rest_seconds": 60}
    exact("3 RFT + 1 min rest b/w\n10 Burpees", one("Burpees", reps=10, **says))


@pytest.mark.parametrize(
    "clock",
    [
        "AMRAP in 9 minutes:",
        "AMRAP in 9 min",
        "AMRAP for 9 minutes",
        "AMRAP in 2 min:",
        "AMRAP 9 Minutes:",
        "AMRAP 9 min",
        "AMRAP (9 min):",
        "AMRAP – 9 min",
        "9' AMRAP",
        "AMREP 9 min",
    ],
)
@pytest.mark.parametrize("sets", [[], ["5x3"], ["3x3 @ 70%", "2x2 @ 80%"]])
def test_an_amrap_above_numbered_work_is_its_scheme(clock: str, sets: list[str]) -> None:
    """Its repetitions are not those of the movement above."""
    found = prescribed("\n".join(["Front Squat", *sets, clock, "7 Dips", "9 Curls"]))
    assert ["amrap", "amrap"] == [one["format"] for one in found if "format" in one]
    assert {"Dips", "Curls"} == {one["movement"] for one in found if "format" in one}
    assert not any(one.get("max_reps") for one in found)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Bench Press\n3x5\nAMRAP in 60 seconds", one("Bench Press", total_seconds=60)),
        ("Push-Ups\n1x20\nAMRAP in 1 min", one("Push-Ups", total_seconds=60)),
        ("Push Press 75 lb\nAMRAP in 3 minutes", one("Push Press", lb=75, total_seconds=180)),
        ("Deadlift @ 70%\nAMRAP in 90 seconds", one("Deadlift", percent=70, total_seconds=90)),
        ("10 Thrusters\nBurpees\nAMRAP in 1 min", one("Burpees", total_seconds=60)),
        ("Pull-Ups\nAMRAP in 12 minutes", one("Pull-Ups", total_seconds=720)),
        ("Dips\nAMRAP in 2 minutes\nRest 1 min\nRows\nAMRAP in 2 minutes", one("Rows", total_seconds=120)),
        ("3 rounds:\nDips\nAMRAP in 2 min\nRows\nAMRAP in 2 min", one("Rows", sets=3, total_seconds=120)),
        ("Dips\nAMRAP @ bodyweight", one("Dips", load_text="bodyweight")),
    ],
)
def test_an_amrap_below_one_movement_is_its_most_repetitions(text: str, most: dict[str, Any]) -> None:
    """It is with the load of the movement, and a set of its own below others."""
    assert prescribed(text)[-1] == most | {"max_reps": True}


def test_a_short_amrap_is_of_the_movement_above_and_not_of_the_work_below() -> None:
    """With a colon it is the scheme of that work."""
    bench, most = one("Bench Press"), {"max_reps": True, "total_seconds": 60}
    exact("Bench Press\nAMRAP in 60 seconds\n10 Push-Ups", bench | most, one("Push-Ups", reps=10))
    below = one("Push-Ups", reps=10, format="amrap", total_seconds=60)
    exact("Bench Press\nAMRAP in 60 seconds:\n10 Push-Ups", bench, below)


def test_an_amrap_below_a_movement_without_sets_is_of_it_above_a_list() -> None:
    """Only a lift, or sets, can end above the list."""
    text = "Push-Ups\nAMRAP 3 min\n7 Dips\n9 Curls"
    exact(text, one("Push-Ups", max_reps=True, seconds=180), one("Dips", reps=7), one("Curls", reps=9))


@pytest.mark.parametrize("above", ["Front Squat\n5x3\n", "Burpees\n"])
def test_an_amrap_in_a_time_is_the_scheme_of_one_line_as_well(above: str) -> None:
    """The words lead down to it."""
    *_, dips = prescribed(f"{above}AMRAP in 9 minutes\n7 Dips")
    assert one("Dips", reps=7, format="amrap", total_seconds=540) == dips


def test_an_amrap_above_a_ladder_is_its_scheme() -> None:
    """It is not of the lift above, as it may be above a series of sets."""
    thrusters = one("Thrusters", format="amrap", total_seconds=420)
    exact("Deadlift\n1x5\nAMRAP 7 min:\n3-6-9-12...\nThrusters", one("Deadlift", sets=1, reps=5), thrusters)
    _, most, _ = prescribed("Pull-Ups\n3x5\nAMRAP 3 min\n5-5-5 Snatch @ 70%")
    assert (True, 180) == (most["max_reps"], most["duration_seconds_min"])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Push-Ups\n1x20\nAMRAP 1 min\n10 Burpees", 60),
        ("Push-Ups\nAMRAP 2 minutes\n10 Burpees", 120),
        ("Front Squat\n4x4\nMax reps 9 min\n10 Burpees", 540),
        ("Front Squat\n4x4\nAMRAP 9 min @ 60%\n10 Burpees", 540),
        ("Front Squat\n4x4\n2 x AMRAP 4 min\n10 Burpees", 240),
        ("3 rounds:\nDips\nAMRAP 3 min\n10 Burpees", 180),
        ("Bench Press\n3x8\nAMRAP 3 min\n3x10 Rows", 180),
        ("Bench Press\n3x8\nAMRAP 4 min\n100 m Farmers Carry", 240),
        ("Wall Balls\nAMRAP 5 min\n5x5 Snatch", 300),
        ("Pull-Ups\n5x3\nAMRAP 3 min\nRest 3 min\n20 Dips", 180),
        ("Burpees\nAMRAP 7 min\nRun 400 m", 420),
    ],
)
def test_an_amrap_above_other_work_is_of_the_movement_above(text: str, seconds: int) -> None:
    """It is short, has a load or rounds, or is above sets, a rest or one line, which have no clock."""
    *_, most, burpees = prescribed(text)
    assert (True, seconds) == (most["max_reps"], most["duration_seconds_min"])
    assert "total_seconds" not in burpees


@pytest.mark.parametrize("text", ["Burpees\nRows\nAMRAP in 9 min", "Front Squat\n5x3\nAMRAP in 9 min\nDips\nRows"])
def test_an_amrap_beside_names_without_numbers_is_a_finding(text: str) -> None:
    """It may be of one movement, or of all."""
    assert ["sets"] == [finding.rule for finding in read(text).findings]


@pytest.mark.parametrize("clock", ["3 x AMRAP 4:", "3 x AMRAP 4 min", "3 x AMRAP in 4 min", "4 min AMRAP x 3"])
def test_the_number_of_amraps_may_be_in_front_or_behind(clock: str) -> None:
    """Each has its time."""
    exact(f"{clock}\n10 Burpees", one("Burpees", reps=10, sets=3, total_seconds=240, format="amrap"))


@pytest.mark.parametrize("clock", ["8 minutes of:", "Then, 8 min of:", "8:00 of:"])
@pytest.mark.parametrize("above", ["", "Front Squat 5x5\n", "AMRAP 5:\n9 Dips\n", "EMOM 10\n3 Cleans\n"])
def test_minutes_of_the_movements_below_are_their_clock(above: str, clock: str) -> None:
    """A clock above it is over."""
    assert [one("Curls", reps=7, total_seconds=480), one("Rows", reps=9, total_seconds=480)] == prescribed(
        f"{above}{clock}\n7 Curls\n9 Rows"
    )[-2:]


@pytest.mark.parametrize(
    "line",
    [
        "1 minute of:",
        "90 seconds of:",
        "8-10 minutes of:",
        "8 minutes of mobility:",
        "Accumulate 8 minutes of:",
        "Plank, 8 minutes of:",
        "8 minutes of",
        "10 of:",
        "400 m of:",
    ],
)
def test_other_words_with_minutes_are_no_clock(line: str) -> None:
    """They are a range, are of something, or may be of each movement."""
    *_, curls = prescribed(f"{line}\n7 Curls")
    assert one("Curls", reps=7) == curls


@pytest.mark.parametrize("rounds", ["3 RNFT", "3 rnft:", "Then 3 RNFT of:", "3 Rounds, NFT"])
def test_rounds_not_for_time_may_be_in_initials(rounds: str) -> None:
    """They have no format."""
    exact(f"{rounds}\n7 Curls", one("Curls", reps=7, sets=3))


def test_minutes_of_one_movement_are_its_time() -> None:
    """They are no clock of the movements below."""
    exact("8 minutes of Rowing\n7 Curls", one("Rowing", seconds=480), one("Curls", reps=7))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("4 rounds, don't put the weights down!", {"sets": 4}),
        ("4 rounds, don’t rest", {"sets": 4}),
        ("4 rounds – keep moving", {"sets": 4}),
        ("4 rounds (keep the bar in your hands)", {"sets": 4}),
        ("4 sets, focus on quality", {"sets": 4}),
        ("Then 4 rounds, stay light:", {"sets": 4}),
        ("4 rounds for time, keep the bar light:", {"sets": 4, "format": "for time"}),
        ("AMRAP 8, keep moving!", {"format": "amrap", "total_seconds": 480}),
        ("EMOM 8, don't drop the bar", {"sets": 8, "interval_seconds": 60, "total_seconds": 480}),
        ("Every 2 min x 4, focus on speed", {"sets": 4, "interval_seconds": 120, "total_seconds": 480}),
    ],
)
def test_a_few_words_behind_a_scheme_may_say_how_it_is_done(line: str, says: dict[str, Any]) -> None:
    """They change nothing."""
    exact(f"{line}\n7 Curls", one("Curls", reps=7, **says))


def test_words_about_a_scheme_may_be_below_its_movements() -> None:
    """It is theirs."""
    exact("7 Curls\n9 Rows\n4 rounds, keep moving", one("Curls", reps=7, sets=4), one("Rows", reps=9, sets=4))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("4 rounds at 80% effort:", {"sets": 4}),
        ("5 sets, as heavy as possible:", {"sets": 5}),
        ("AMRAP 12 (choose your weight)", {"format": "amrap", "total_seconds": 720}),
        ("In teams of 2, AMRAP 20 (split as you like):", {"format": "amrap", "total_seconds": 1200}),
        ("For time, partition as you like:", {"format": "for time"}),
        ("For time (you must finish these before the run):", {"format": "for time"}),
        (
            "Every 2 min for 10 min - same weight throughout:",
            {"sets": 5, "interval_seconds": 120, "total_seconds": 600},
        ),
        ("EMOM 10 (see the video)", {"sets": 10, "interval_seconds": 60, "total_seconds": 600}),
    ],
)
def test_prose_behind_a_complete_scheme_does_not_hide_it(line: str, says: dict[str, Any]) -> None:
    """It is in brackets, or behind a mark of a line that leads down with a colon, and says how the work is done."""
    exact(f"{line}\n10 Swings", one("Swings", reps=10, **says))


@pytest.mark.parametrize(
    "line",
    [
        "4 rounds, and then I was done",
        "4 rounds, if you are new",
        "4 rounds, but only two for a beginner",
        "4 rounds was all I could do",
        "Four sets, then we moved on",
        "4 rounds keep moving",
        "4 rounds, keep in mind that you will have to carry it all the way home",
        "I did 4 rounds, keep going",
        "In 8 min, focus on form",
        "8 minutes, keep moving",
        "4 rounds, you pick",
        "4 rounds, keep your 53# bell",
        "Week 4, stay strong",
    ],
)
def test_other_sentences_with_rounds_are_no_scheme(line: str) -> None:
    """They tell of rounds, are for some, are long, or have numbers of their own."""
    *_, curls = prescribed(f"{line}\n7 Curls")
    assert one("Curls", reps=7) == curls


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("4 rounds of the following", {"sets": 4}),
        ("Complete 4 sets of the following exercises", {"sets": 4}),
        ("AMRAP 8 of the following", {"format": "amrap", "total_seconds": 480}),
        ("4 rounds of the following, 60 sec rest", {"sets": 4, "rest_seconds": 60}),
    ],
)
def test_a_scheme_of_the_following_needs_no_colon(line: str, says: dict[str, Any]) -> None:
    """The movements are below it."""
    exact(f"{line}\n7 Curls", one("Curls", reps=7, **says))


@pytest.mark.parametrize(
    "line",
    [
        "4 rounds the following day",
        "4 sets of the following weights",
        "4 sets of one of the following",
        "If you are new, do 4 rounds of the following",
        "4 rounds of the following 3 exercises",
    ],
)
def test_another_following_is_no_scheme(line: str) -> None:
    """It is a time, a choice, or of other things."""
    *_, curls = prescribed(f"{line}\n7 Curls")
    assert one("Curls", reps=7) == curls


@pytest.mark.parametrize(
    "line",
    [
        "5 rounds, if you have time:",
        "3 rounds, or as many as you can:",
        "5 rounds (or more if you can)",
        "3 rounds (this is the goal for next week if all goes well)",
        "Complete 3 rounds before you start the next part:",
        "3 rounds, this is what you did last week:",
        "AMRAP 10, add a rep each round:",
        "AMRAP 10 (increase reps each round)",
        "3 rounds, your choice of:",
        "EMOM 12, keep alternating",
        "For time, every time you drop the bar:",
        "For time, those without a bar:",
        "3 rounds (optional, for extra work)",
        "4 sets @ 75% intensity",
    ],
)
def test_a_scheme_whose_words_may_change_it_is_not_that_of_the_lines_below(line: str) -> None:
    """Its words change the numbers, leave a choice, or are about other work."""
    assert [one("Swings", reps=10)] == prescribed(f"{line}\n10 Swings")
