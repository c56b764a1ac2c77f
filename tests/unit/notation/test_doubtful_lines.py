"""Lines that may be about several movements or rounds: they give no number of their own, and are reported."""

import pytest

from tests.notation import exact, one, prescribed, read, unread


def doubted(text: str) -> list[str]:
    """The lines with a finding about their sets."""
    return [finding.line for finding in read(text).findings if finding.rule == "sets"]


@pytest.mark.parametrize(
    "sets",
    [["@ 70%"], ["60%, 65%, 70%"]],
)
@pytest.mark.parametrize(
    "lifts", [["1 Hang Power Snatch", "2 Power Snatches"], ["Power Clean x 2", "Front Squat x 1", "Jerk x 1"]]
)
def test_a_load_below_a_list_of_counted_lifts_is_of_none_of_them(lifts: list[str], sets: list[str]) -> None:
    """They may be the parts of one complex."""
    text = "\n".join([*lifts, *sets])
    assert sets == doubted(text)
    assert not any(key in fields for fields in prescribed(text) for key in ("percent_min", "weight_min", "first_set"))


@pytest.mark.parametrize("sets", [["Set 1 - 60%", "Set 2 - 65%"], ["*Sets 1-2 = 100 kg"]])
def test_loads_of_named_sets_below_counts_in_front_of_lifts_are_of_none_of_them(sets: list[str]) -> None:
    """Lifts with counts in front may also be the parts of a complex."""
    assert sets == doubted("\n".join(["1 Hang Power Snatch", "2 Power Snatches", *sets]))


def test_loads_of_named_sets_and_loads_below_labels_are_of_the_lift_above() -> None:
    """Labels are of work one after another."""
    exact(
        "Snatch x 3\nBack Squat x 5\nSets 1-3 = 70%\nSets 4-5 = 75%",
        one("Snatch", reps=3),
        one("Back Squat", reps=5, percent=70, sets=3, first_set=1, last_set=3),
        one("Back Squat", reps=5, percent=75, sets=2, first_set=4, last_set=5),
    )
    exact("A. Snatch x 2\nB. Clean x 1\n@ 80%", one("Snatch", reps=2), one("Clean", reps=1, percent=80))


def test_a_load_below_the_only_lift_of_a_list_is_its_own() -> None:
    """Pull-ups have no percent, and sets that a line states are not those of a complex."""
    exact("5 Pull-ups\n3 Back Squats\n@ 60%", one("Pull-ups", reps=5), one("Back Squats", reps=3, percent=60))
    exact(
        "Power Clean x 2\nFront Squat 3x3\n@ 80%",
        one("Power Clean", reps=2),
        one("Front Squat", sets=3, reps=3, percent=80),
    )


def test_a_distance_between_rounds_is_not_given_those_above_it() -> None:
    """It may be done once, before the rounds below."""
    text = "8 Rounds for time of:\n5 Pull-ups\n10 Push-ups\n800 m run\n4 Rounds of:\n5 Thrusters"
    assert ["800 m run"] == doubted(text)
    assert [8, 8, 4] == [fields["sets"] for fields in prescribed(text)]


@pytest.mark.parametrize(
    ("below", "more"),
    [
        (["3 rounds:", "10 Cleans", "400 m run"], [one("Cleans", sets=3, reps=10), one("run", sets=3, m=400)]),
        (["E.M.O.M. 10:", "5 Cleans"], [one("Cleans", sets=10, reps=5, interval_seconds=60, total_seconds=600)]),
        (["EMOM 10:", "5 Cleans"], [one("Cleans", sets=10, reps=5, interval_seconds=60, total_seconds=600)]),
    ],
)
def test_a_distance_at_the_end_of_each_list_or_above_another_clock_is_of_its_rounds(
    below: list[str], more: list[dict[str, object]]
) -> None:
    """The rounds below end with the same distance, or are other work."""
    above = [one("Swings", sets=3, reps=10), one("Sit-ups", sets=3, reps=15), one("run", sets=3, m=400)]
    exact("\n".join(["3 rounds:", "10 Swings", "15 Sit-ups", "400 m run", *below]), *above, *more)


@pytest.mark.parametrize(
    ("distance", "fields", "below"),
    [
        ("400 m Run", one("Run", m=400), ["3 rounds for time:", "15 Pull-Ups", "12 Deadlifts", "200 m Run"]),
        ("400 m Run", one("Run", m=400), ["3 rounds for time:", "15 Pull-Ups"]),
        ("50 m Farmers Carry", one("Farmers Carry", m=50), ["2 rounds:", "15 Pull-Ups"]),
        ("50 m Sled Push", one("Sled Push", m=50), ["2 rounds:", "15 Pull-Ups"]),
    ],
)
def test_a_distance_above_rounds_of_other_work_is_of_its_own_rounds(
    distance: str, fields: dict[str, object], below: list[str]
) -> None:
    """The rounds below have a clock or a distance of their own, or it is a carry."""
    text = "\n".join(["3 rounds:", "15 Box Jumps", "12 Push Press", distance, *below])
    assert {**fields, "sets": 3} in prescribed(text)
    assert [] == doubted(text)


@pytest.mark.parametrize("name", ["Wobbles", "Wobbles:", "Neck stuff", "Volume wobbles", "Heavy Wobbles"])
@pytest.mark.parametrize(
    ("sets", "below"),
    [
        (["5x5"], "3x15"),
        (["5x5 @ 70%"], "3x3 @ 80%"),
        (["5 @ 70%", "3 @ 80%"], "12-10-8"),
        (["*Set 1 = 2 reps"], "4x15"),
    ],
)
def test_sets_below_words_that_nobody_knows_are_not_of_the_movement_above(
    name: str, sets: list[str], below: str
) -> None:
    """The words may be another movement."""
    above = "\n".join(["Back Squat", *sets])
    reading = read(f"{above}\n{name}\n{below}")
    assert prescribed(f"{above}\n{name}\n{below}") == prescribed(above)
    assert [finding.line for finding in reading.findings] == [below]


@pytest.mark.parametrize("note", ["Working sets", "Heavy", "Then", "Rest", "Rest as needed", "Keep your back tight."])
def test_sets_below_a_known_note_are_of_the_movement_above(note: str) -> None:
    """It names no movement."""
    exact(f"Back Squat\n5x5\n{note}\n3x3", one("Back Squat", sets=5, reps=5), one("Back Squat", sets=3, reps=3))


@pytest.mark.parametrize(
    "word", ["Backoff", "Drops", "Backdown", "Volume:", "Paused", "Technique", "Working", "Friday"]
)
def test_sets_below_a_word_for_sets_or_a_weekday_are_of_the_movement_above(word: str) -> None:
    """The word says which sets of it they are."""
    first, second = one("Back Squat", sets=3, reps=5, percent=75), one("Back Squat", sets=2, reps=5, percent=65)
    exact(f"Back Squat\n3x5 @ 75%\n{word}\n2x5 @ 65%", first, second)


@pytest.mark.parametrize(
    "text",
    [
        "Every 2 minutes for 10 minutes:\nDB Lunges 4x10\nBack Squat 4x5",
        "EMOM 10:\nSnatch 5x1",
        "Every 3 minutes x 5 sets:\nBack Squat 3x5",
    ],
)
def test_sets_that_do_not_fill_the_intervals_above_them_are_reported(text: str) -> None:
    """The clock may belong to other work."""
    assert text.split("\n")[1:] == doubted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Every 2 minutes for 10 minutes:\nBack Squat 5x5",
        "Every 2 minutes for 20 minutes:\nBack Squat 5x5\nFront Squat 5x3",
        "Every 3 minutes x 5 sets:\nBack Squat x 3",
    ],
)
def test_sets_that_fill_the_intervals_alone_or_together_are_not_doubtful(text: str) -> None:
    """Two movements may share the intervals."""
    assert [] == read(text).findings


def test_numbered_sets_without_an_amount_below_a_list_of_lifts_are_of_none_of_them() -> None:
    """`Set 3-5 - Build to a heavy complex` is about all of them."""
    text = "1 Power Snatch\n2 Overhead Squats\nSet 1 - 60%\nSet 2-3 - Build to a heavy complex"
    assert ["Set 1 - 60%", "Set 2-3 - Build to a heavy complex"] == doubted(text)


def test_sets_of_a_station_that_are_not_its_turns_are_reported() -> None:
    """In 12 minutes each of two stations has 6 turns."""
    assert ["Even: 3x5 Dips"] == doubted("EMOM x 12 min\nOdd: 8 Burpees\nEven: 3x5 Dips")


@pytest.mark.parametrize(
    "line",
    ["Pendlay Row 4x6 @ 70 kg; paired w/ Dips 4x max", "Bench Press 3x8 @ 60 kg, then with Pull-Ups 3x10"],
)
def test_sets_after_a_remark_about_another_movement_are_a_finding(line: str) -> None:
    """They are not those of the first movement."""
    assert ([], [line]) == (prescribed(line), [finding.line for finding in read(line).findings])


@pytest.mark.parametrize(
    "line",
    [
        "Yoke 3 x 20 m @ 180 kg, Stones 4 x 1 @ 100 kg",
        "Squat 4x6 @ 70%, then Wobble Lifts 3x8",
        "Squat 4x6 @ 70%, then paused 2x3",
        "Bench 4x6 - 6:00",
        "RDL 4x6, down in 4 sec",
        "40 Burpees each",
        "Snatch 3 sec + pause: 4 x 2 @ 56%",
        "Strict Press: build up from the bar: 4 x 2 @ 56%",
        "Back Squat: every 2 sets add 5 kg",
        "Plank, target 1:10",
    ],
)
def test_a_number_that_may_be_of_something_else_is_not_read(line: str) -> None:
    """An unknown movement has its own sets, a time may be a rest, a tempo or a goal, and each may be each athlete."""
    unread(line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("4 rounds:\n40 Push-Ups total", "40 Push-Ups total"),
        ("4 rounds:\n40 Push-Ups in total", "40 Push-Ups in total"),
        ("Push-Ups 4 sets, 80 in total", "Push-Ups 4 sets, 80 in total"),
        ("4 rounds:\n40 total Push-Ups", "40 total Push-Ups"),
        ("4 rounds:\n40 Push-Ups (total)", "40 Push-Ups (total)"),
        ("4 rounds:\nPush-Ups x 40 total", "Push-Ups x 40 total"),
        ("4 rounds:\nDeadlift x 40 total", "Deadlift x 40 total"),
        ("Push-Ups\n4 sets, 80 total", "4 sets, 80 total"),
        ("Push-Ups 4 sets (80 total)", "Push-Ups 4 sets (80 total)"),
        ("4 x 20 total Push-Ups", "4 x 20 total Push-Ups"),
    ],
)
def test_repetitions_of_all_rounds_together_are_a_finding(text: str, line: str) -> None:
    """No one knows how many each round has, so it is not four times all of them."""
    assert [] == prescribed(text)
    assert [line] == [finding.line for finding in read(text).findings]


def test_repetitions_in_total_are_those_of_a_movement_without_rounds() -> None:
    """There is nothing to divide them between; nor is `total` said of more than the sides it has."""
    assert [one("Push-Ups total", reps=40)] == prescribed("40 Push-Ups total")
    exact("Push-Ups x 40 total", one("Push-Ups", reps=40))
    exact("4 sets:\nStep-Ups x 20 total, alternating", one("Step-Ups", sets=4, reps=20))
    exact("4 sets:\nWalking Lunge x 20 total", one("Walking Lunge", sets=4, reps=20))
    for name in ("Lunges", "step-ups", "Russian twists", "KB snatches"):
        assert [(4, 20)] == [(one["sets"], one["reps_min"]) for one in prescribed(f"4 sets of 20 total {name}")]
        assert [(4, 20)] == [(one["sets"], one["reps_min"]) for one in prescribed(f"4 rounds:\n20 total {name}")]


@pytest.mark.parametrize(
    "line",
    [
        "Back Squat 3x5 if you feel good",
        "Squats 3x15 (4x7 if we have a rack)",
        "3 sets of 9 curls if you have time",
        "5x4 Back Squat if you feel good today",
        "Back Squat 5x4 then maybe some more if we want to",
    ],
)
def test_an_asterisk_before_a_space_is_that_of_a_list(line: str) -> None:
    """A line of a list that looks like training is a finding, as one after a dash is."""
    for mark in ("* ", "- "):
        assert [mark + line] == [finding.line for finding in read(mark + line).findings]


@pytest.mark.parametrize(
    "line", ["*Score is 3x5 if you scaled it", "*3x5 if you did the last one", "* Have fun with it!"]
)
def test_an_asterisk_before_a_word_is_that_of_a_footnote(line: str) -> None:
    """It is no training."""
    assert not read(line).findings


def test_a_clock_in_a_note_is_a_finding() -> None:
    """It may be that of the movements below; how often partners change is a note."""
    line = "Clean and Jerk Complex – Every 2 min for 10"
    assert [line] == [finding.line for finding in read(f"{line}\n1 Power Clean\n1 Front Squat").findings]
    assert not read("Switch partners every 2 minutes for 10").findings


@pytest.mark.parametrize("line", ["Squat 5x3s", "Squat 3x5 min rest", "Back Squat 3x5 min rest", "Bike 3x5 min rest"])
def test_a_time_that_is_a_slip_or_that_of_a_rest_is_not_read(line: str) -> None:
    """Sets of three, or three seconds; three sets of five with a minute of rest, or five minutes of it."""
    unread(line)


@pytest.mark.parametrize("work", ["10 pull-ups", "10 strict pull-ups", "6 toes-to-bar", "10 strict burpees"])
def test_a_note_with_an_amount_before_a_movement_is_doubtful(work: str) -> None:
    """The name may have hyphens, and how it is done may stand in front of it."""
    reading = read(f"Back Squat 5x5\nafter each set {work}")
    assert ["note"] == [finding.rule for finding in reading.findings]
    assert ["Back Squat"] == [one.movement for one in reading.prescriptions]
