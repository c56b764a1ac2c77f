"""Work below a heading, an unread line or a title does not get the numbers of the scheme above."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read

EMOM = "EMOM 10:\n3 Power Cleans\n"
CLEANS = one("Power Cleans", reps=3, sets=10, interval_seconds=60, total_seconds=600)


@pytest.mark.parametrize(
    "heading",
    [
        '"Jelly Belly"',
        'Metcon: "Jelly Belly"',
        "Dessert:",
        "Cash out:",
        "Conditioning 2:",
        "Conditioning WOD",
        "Post work",
        '"30 Savage"',
        "Daily Extras - (do all)",
        "Main Effort:",
        "Main Set",
        "Main Piece:",
        "Primary Lift",
        "Cardio:",
        "STR:",
        "Auxiliary:",
        "Supplementary work",
    ],
)
def test_a_title_ends_the_scheme_above(heading: str) -> None:
    """The work below has its own clock, or none."""
    exact(f"{EMOM}{heading}\n50 Sit-Ups", CLEANS, one("Sit-Ups", reps=50))


@pytest.mark.parametrize("above", ["", "then\n"])
def test_sets_of_a_cash_out_on_one_line_are_outside_the_interval(above: str) -> None:
    """The time of the intervals is over, so it is not the time of the cash-out."""
    exact(f"{EMOM}{above}Cash-out: 3x10 Sit-Ups", CLEANS, one("Sit-Ups", sets=3, reps=10))


@pytest.mark.parametrize("line", ["Men:", "Partner A:", "Group B:", "Left arm:", "Fitness:"])
def test_words_that_divide_people_end_nothing(line: str) -> None:
    """The clock goes on."""
    clock = {"sets": 10, "interval_seconds": 60, "total_seconds": 600}
    assert one("Sit-Ups", reps=50, **clock) in prescribed(f"{EMOM}{line}\n50 Sit-Ups")


@pytest.mark.parametrize(
    "scheme",
    ["EMOM 10:\n10 Burpees", "AMRAP 10:\n10 Burpees\n15 Air Squats", "3 rounds for time:\n10 Burpees\n20 Lunges"],
)
@pytest.mark.parametrize(
    ("sets", "fields"), [("5x5", {"sets": 5, "reps": 5}), ("5-3-1-1", {"sets": 4, "reps_per_set": [5, 3, 1, 1]})]
)
@pytest.mark.parametrize(
    "sentence", ["We are building on what we did last week.", f"You will hate this. {'So go! ' * 50}"]
)
def test_other_sets_below_a_sentence_have_no_clock_of_the_work_above_it(
    scheme: str, sets: str, fields: dict[str, Any], sentence: str
) -> None:
    """They have sets of their own, which are not those of the scheme."""
    assert prescribed(f"{scheme}\n{sentence}\nBack Squat {sets}")[-1] == one("Back Squat", **fields)


def test_as_many_sets_below_a_sentence_are_apart_with_a_finding() -> None:
    """Three sets below three rounds may be part of them."""
    text = "3 rounds for time:\n10 Burpees\nWe are building on what we did last week.\nBack Squat 3x5"
    assert prescribed(text)[-1] == one("Back Squat", sets=3, reps=5)
    assert [finding.rule for finding in read(text).findings] == ["note"]


@pytest.mark.parametrize("below", ["5 Back Squats", "Back Squats x 5"])
def test_work_without_sets_below_a_sentence_is_part_of_the_rounds(below: str) -> None:
    """The sentence is about them."""
    text = f"3 rounds for time:\n10 Burpees\nYou should be able to keep these unbroken.\n{below}"
    assert prescribed(text)[-1] == one("Back Squats", sets=3, reps=5, format="for time")


@pytest.mark.parametrize(
    "remark", ["(You should keep these unbroken all day.)", "Rest as needed", "stay on pace, if you can"]
)
def test_a_remark_ends_no_interval(remark: str) -> None:
    """It is about the work above it: the other number of sets is a finding."""
    text = f"EMOM 10:\n10 Burpees\n{remark}\nBack Squat 5x5"
    assert prescribed(text)[-1] == one("Back Squat", sets=5, reps=5, interval_seconds=60, total_seconds=600)
    assert [finding.rule for finding in read(text).findings] == ["sets"]


def test_an_unread_heading_ends_the_scheme_above() -> None:
    """The time after a heading may be a cap or the time of class: it is a finding."""
    text = f"{EMOM}Conditioning – 15 minutes\n50 Sit-Ups"
    assert prescribed(text) == [CLEANS, one("Sit-Ups", reps=50)]
    assert [finding.line for finding in read(text).findings] == ["Conditioning – 15 minutes"]


def test_a_scheme_above_unread_lines_is_not_that_of_the_lines_above_it() -> None:
    """The unread lines are its work."""
    text = "Deadlift 7x3\nAMRAP 7:\n5 Foo Bars 3 of 8 left"
    assert prescribed(text) == [one("Deadlift", sets=7, reps=3)]


def test_a_scheme_above_unread_lines_is_not_completed_by_the_next_scheme() -> None:
    """The rounds belong to the unread lines."""
    text = "2 rounds:\n7 Foo Bars 3 of 8 left\nFor time:\n400 m Run"
    assert prescribed(text) == [one("Run", m=400, format="for time")]


def test_a_scheme_in_front_of_of_is_not_a_set_line() -> None:
    """The reps belong to the movements below."""
    times = {"sets": 3, "reps_per_set": [21, 15, 9], "format": "for time"}
    text = "Back Squat 20RM\n21-15-9 reps, for time of:\nThrusters\nBurpees"
    exact(text, one("Back Squat", rep_max_test=20), one("Thrusters", **times), one("Burpees", **times))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("As many rounds + reps in 15 minutes of:", {"format": "amrap", "total_seconds": 900}),
        ("5 rounds, each round for time, of:", {"format": "for time", "sets": 5}),
        (
            "8 rounds for time, with a 1 minute rest between rounds:",
            {"format": "for time", "sets": 8, "rest_seconds": 60},
        ),
        ("For Time with a 12:00 Time Cap:", {"format": "for time"}),
    ],
)
def test_schemes_in_other_words(line: str, says: dict[str, object]) -> None:
    """They hold for the movement below."""
    exact(f"{line}\n10 Burpees", one("Burpees", reps=10, **says))


def test_a_movement_with_an_amount_of_its_own_is_after_the_tabata() -> None:
    """It has no rounds of twenty seconds."""
    tabata = {"sets": 8, "seconds": 20, "rest_seconds": 10, "total_seconds": 240}
    exact("Tabata\nPush-Ups\nThen\nRun 800m", one("Push-Ups", **tabata), one("Run", m=800))


def test_as_many_as_possible_below_a_tabata_have_its_time() -> None:
    """The line states no other amount."""
    tabata = {"sets": 8, "seconds": 20, "rest_seconds": 10, "total_seconds": 240}
    exact("Tabata\nMax rep Burpees", one("Burpees", max_reps=True, **tabata))


@pytest.mark.parametrize("line", ["45/15 x 8:", "Then 4 giant waves x 3"])
def test_an_unread_line_that_begins_something_ends_the_scheme_above(line: str) -> None:
    """It ends with a colon, or begins with "then": what follows is not done for the rounds above."""
    rounds = one("Deadlifts", sets=3, reps=10)
    assert prescribed(f"3 rounds:\n10 Deadlifts\n{line}\n12 Box Jumps") == [rounds, one("Box Jumps", reps=12)]


@pytest.mark.parametrize("line", ["Superset with:", "Alternating with:", "Second:", "Pull:", "Cues:", "Main focus:"])
def test_other_words_with_a_colon_end_nothing(line: str) -> None:
    """They lead to the next line, or are about it."""
    rounds = [one("Pull-Ups", sets=3, reps=10), one("Sit-Ups", sets=3, reps=20)]
    assert prescribed(f"3 rounds:\n10 Pull-Ups\n{line}\n20 Sit-Ups") == rounds


def test_a_rest_in_quotes_is_not_a_title() -> None:
    """It has a time."""
    text = '3 sets:\n10 Pull-Ups\n"Rest 60 seconds"\n10 Push-Ups'
    exact(text, one("Pull-Ups", sets=3, reps=10, rest_seconds=60), one("Push-Ups", sets=3, reps=10))


@pytest.mark.parametrize("then", ["then", "Then:", "and then", "Then..."])
def test_a_line_with_then_ends_the_rounds_above(then: str) -> None:
    """The post does not state whether the lines below are part of the rounds: they get none, with a finding."""
    text = f"3 rounds for time of:\n10 Air Squats\n{then}\n50 Burpees"
    squats, burpees = one("Air Squats", sets=3, reps=10, format="for time"), one("Burpees", reps=50, format="for time")
    assert [squats, burpees] == prescribed(text)
    assert [("sets", "50 Burpees")] == [(finding.rule, finding.line) for finding in read(text).findings]


def test_several_lines_with_then_are_inside_the_rounds() -> None:
    """Each round has all of it, which is reported: the post does not state it."""
    rounds = {"sets": 3, "format": "for time"}
    text = "3 rounds for time of:\n400 m Run\nthen\n15 Thrusters\nthen\n10 Pull-Ups"
    run, thrusters = one("Run", m=400, **rounds), one("Thrusters", reps=15, **rounds)
    assert [run, thrusters, one("Pull-Ups", reps=10, **rounds)] == prescribed(text)
    doubted = [(finding.rule, finding.line) for finding in read(text).findings]
    assert [("sets", "15 Thrusters"), ("sets", "10 Pull-Ups")] == doubted


def test_several_lines_with_then_above_a_rest_between_rounds_are_certainly_inside_them() -> None:
    """The rest is at the end of each round."""
    exact(
        "3 rounds:\n400 m Run\nthen\n15 Thrusters\nthen\n10 Pull-Ups\nRest 2 minutes between rounds",
        one("Run", sets=3, m=400),
        one("Thrusters", sets=3, reps=15),
        one("Pull-Ups", sets=3, reps=10, rest_seconds=120),
    )


@pytest.mark.parametrize(
    "text",
    [
        "3 rounds\n20 Squats\nThen\n100 Double Unders\nThen\n3 rounds\n20 Squats",
        "3 rounds\n20 Squats\nThen\nRest 2 minutes\nThen\n100 Double Unders",
    ],
)
def test_then_above_more_rounds_or_beside_a_rest_is_not_inside_the_rounds(text: str) -> None:
    """The work between them is done once."""
    assert [one("Double Unders", reps=100)] == [fields for fields in prescribed(text) if fields["movement"] != "Squats"]
    assert [("sets", "100 Double Unders")] == [(finding.rule, finding.line) for finding in read(text).findings]


@pytest.mark.parametrize("rest", ["Rest 3 minutes between sets", "Rest 3:00 after each set"])
def test_then_above_a_rest_between_sets_is_inside_them(rest: str) -> None:
    """The rest is after the movement below, in each set."""
    exact(
        f"4 sets:\nSnatch x 3\nThen\nBack Squat x 5\n{rest}",
        one("Snatch", sets=4, reps=3),
        one("Back Squat", sets=4, reps=5, rest_seconds=180),
    )


def test_then_above_sets_with_a_rest_of_their_own_ends_the_rounds() -> None:
    """The rest is between the five sets."""
    text = "3 rounds:\n10 Burpees\nThen\nBack Squat 5x5\nRest 2 minutes between sets\n50 Sit-Ups"
    squats = one("Back Squat", sets=5, reps=5, rest_seconds=120)
    assert [one("Burpees", sets=3, reps=10), squats, one("Sit-Ups", reps=50)] == prescribed(text)


def test_then_below_a_rest_between_sets_ends_them() -> None:
    """The rest is of the sets above."""
    text = "4 sets:\nSnatch x 3\nRest 3 minutes between sets\nThen\n50 Burpees"
    assert [one("Snatch", sets=4, reps=3, rest_seconds=180), one("Burpees", reps=50)] == prescribed(text)


@pytest.mark.parametrize("then", ["then\n5 Burpees", "then 5 Burpees"])
def test_then_inside_an_interval_ends_nothing(then: str) -> None:
    """Each interval has both."""
    clock = {"sets": 5, "interval_seconds": 180, "total_seconds": 900}
    text = f"Every 3 minutes x 5 sets:\n10 Air Squats\n{then}"
    exact(text, one("Air Squats", reps=10, **clock), one("Burpees", reps=5, **clock))


def test_a_rest_below_an_unread_line_is_not_that_of_the_line_above_it() -> None:
    """It is after work that no one could read."""
    text = "Back Squat 3x5 @ 75%\nDeath by Thruster (43/30)\nRest 5:00"
    assert prescribed(text) == [one("Back Squat", sets=3, reps=5, percent=75)]
    assert ["unread"] == [finding.rule for finding in read(text).findings]


def test_a_run_after_rounds_that_is_also_in_front_of_them_is_done_once() -> None:
    """`then` divides the run in front from the rounds, and the same run after them is not part of these."""
    exact(
        "Run 800m\nthen 5 rounds of\n6 Chest to Bar Pull-Ups\n9 Push-Ups\nRun 800m",
        one("Run", m=800),
        one("Chest to Bar Pull-Ups", sets=5, reps=6),
        one("Push-Ups", sets=5, reps=9),
        one("Run", m=800),
    )


@pytest.mark.parametrize("heading", ["Phase II", "Phase 2:", "Part IV", "Section 2"])
def test_sets_below_work_are_not_those_of_the_part_after_them(heading: str) -> None:
    """A heading ends the work that the sets are below."""
    text = f"10 Air Squats\n60 m Farmer's Carry\n3 sets\n{heading}\n20 Burpees"
    exact(text, one("Air Squats", sets=3, reps=10), one("Farmer's Carry", sets=3, m=60), one("Burpees", reps=20))


@pytest.mark.parametrize("title", ['"Big Kelly"', "Metcon", "Main piece:", "Part 2"])
def test_a_title_below_advice_ends_it(title: str) -> None:
    """The advice is not training, and what follows the title is."""
    text = f"{{heading}}\nScale to 10 Ring Rows.\n{title}\n3 rounds for time of:\nRun 1000 m"
    exact(text.format(heading="Coaching Notes"), one("Run", sets=3, m=1000, format="for time"))
    assert [] == prescribed(text.format(heading="Results:"))


def test_a_format_below_sets_of_a_lift_is_not_theirs() -> None:
    """They are strength; other work is done for time, and so are lists of repetitions."""
    assert [one("Back Squat", sets=5, reps=5)] == prescribed("Back Squat 5x5\nE. For time; TC 15")
    assert ["unread"] == [finding.rule for finding in read("Back Squat 5x5\nE. For time; TC 15").findings]
    for text in ("Deadlift 3x10\nBurpees 3x10", "Deadlift 21-15-9\nBurpees 21-15-9", "Run 3 x 400 m"):
        assert {"for time"} == {asks.format for asks in read(f"{text}\nFor time").prescriptions}


@pytest.mark.parametrize(
    "below",
    [
        *(
            f"{scheme}\nSome core work"
            for scheme in ("Then, 3 rounds:", "3 rounds of:", "EMOM 8:", "Followed by 3 rounds:")
        ),
        "For time:\nRun to the park and back",
        "Then, 3 rounds:",
    ],
)
def test_a_scheme_that_leads_down_is_not_that_of_the_work_above_it(below: str) -> None:
    """A colon or `then` leads to the lines below, also if no movement is read in them; the scheme is then a finding."""
    reading = read(f"20 Burpees\n30 Wall Balls\n{below}")
    assert [(20, None, None), (30, None, None)] == [
        (asks.reps_min, asks.sets, asks.total_seconds) for asks in reading.prescriptions
    ]
    scheme = below.partition("\n")[0]
    assert [("unread", scheme)] == [(finding.rule, finding.line) for finding in reading.findings]


@pytest.mark.parametrize(
    "scheme",
    ["3 rounds", "3 rounds:", "x 3", "Then repeat for 3 rounds", "3 rounds for time", "Complete 3 rounds"],
)
def test_a_scheme_on_the_last_line_may_be_that_of_the_work_above_it(scheme: str) -> None:
    """Nothing is below it."""
    reading = read(f"20 Burpees\n30 Wall Balls\n{scheme}")
    assert [3, 3] == [asks.sets for asks in reading.prescriptions]
    assert [] == reading.findings


@pytest.mark.parametrize("first", ["4 sets", "4 sets:"])
@pytest.mark.parametrize("second", ["3 sets", "3 sets:"])
def test_several_schemes_below_their_work_may_have_a_colon(first: str, second: str) -> None:
    """The segment begins with movements and ends with a scheme."""
    reading = read(f"A1. Bench Press x 8\nA2. Row x 10\n{first}\nB1. Curl x 10\nB2. Dips x 10\n{second}")
    assert [4, 4, 3, 3] == [asks.sets for asks in reading.prescriptions]
    assert [] == reading.findings


@pytest.mark.parametrize("last", ["Finish with 3 rounds of:", "Then, 3 rounds:"])
def test_a_scheme_without_work_does_not_move_those_above_it(last: str) -> None:
    """Each of these is below its movements; the last one is a finding."""
    reading = read(f"10 Burpees\n10 Squats\n4 rounds\n10 Rows\n10 Dips\n5 rounds\n{last}\nCore of choice")
    assert [4, 4, 5, 5] == [asks.sets for asks in reading.prescriptions]
    assert [last] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize(
    "aside", ["Rest 2 min between rounds", "Time cap: 15 min", "(scale as needed)", "Score is total time."]
)
def test_an_aside_below_a_scheme_is_no_work(aside: str) -> None:
    """The scheme is still that of the movements above it."""
    reading = read(f"10 Burpees\n10 Squats\n3 rounds for time:\n{aside}")
    assert [(3, "for time"), (3, "for time")] == [(asks.sets, asks.format) for asks in reading.prescriptions]
    assert [] == reading.findings


def test_work_above_rounds_is_not_in_them() -> None:
    """Each scheme leads down; the last one has no work that is read."""
    reading = read("Run 1 mile\n3 rounds:\n10 Burpees\n10 Squats\n2 rounds:\nCore work")
    assert [None, 3, 3] == [asks.sets for asks in reading.prescriptions]
    assert ["2 rounds:"] == [finding.line for finding in reading.findings]
    assert [None] == [asks.sets for asks in read("Run 1 mile\n3 rounds:\nSome core work").prescriptions]


@pytest.mark.parametrize("text", ["Snatch\nEMOM 10:\nStay light and fast", "2 Snatches @ 75%\nEMOM 10:"])
def test_a_scheme_with_a_colon_below_one_movement_is_its_own(text: str) -> None:
    """No other movement is near."""
    reading = read(text)
    assert [(10, 60, 600)] == [(asks.sets, asks.interval_seconds, asks.total_seconds) for asks in reading.prescriptions]
    assert [] == reading.findings


def test_the_sets_of_a_movement_may_be_below_its_scheme() -> None:
    """A scheme between a movement and the line of its sets is theirs, with a colon too."""
    sets = one("Front Squat", sets=5, reps=3, percent=78, interval_seconds=120, total_seconds=600)
    exact("Front Squat\nEvery 2 minutes, for 10 minutes (5 sets):\n3 reps @ 78%", sets)


def test_a_scheme_of_what_follows_is_not_the_sets_of_the_movement_above() -> None:
    """`of following` leads to the next line."""
    exact(
        "5′ Jog\n5 sets of 30 seconds on / 30 seconds off of following\nKB Swing (24kg/16kg)",
        one("Jog", seconds=300),
        one("KB Swing", sets=5, seconds=30, rest_seconds=30, kg=(24, 16)),
    )


def test_a_line_below_a_sentence_about_substitutions_is_not_training() -> None:
    """It stands in for the run, for some."""
    text = (
        "3 Rounds:\nRun 400 m\nFor athletes who are unable to run, substitutions are listed below:\nAssault Bike: 28/20"
    )
    exact(text, one("Run", sets=3, m=400))


@pytest.mark.parametrize(
    "line",
    [
        "Choose the option that suits you and complete the following:",
        "Scale the load so that you can complete the following:",
        "Modify as you need, and then complete the options below:",
        "Keep a pace that lets you talk, a slow jog for example",
    ],
)
def test_work_below_a_sentence_that_only_mentions_a_choice_is_training(line: str) -> None:
    """Only a sentence that lists substitutions announces them."""
    assert [one("Back Squat", sets=5, reps=5, percent=75)] == prescribed(f"{line}\nBack Squat 5x5 @ 75%")


AMRAP = "AMRAP 12\n10 Burpees\n"
BURPEES = one("Burpees", reps=10, format="amrap", total_seconds=720)


@pytest.mark.parametrize("heading", ["Cash Out", "3. Cash Out", "Buy-in", "After party", "Lift off", "3. Dessert Time"])
def test_a_short_line_above_sets_by_reps_ends_the_scheme(heading: str) -> None:
    """A clock has no sets by reps of its own, so the line is the heading of other work, known or not."""
    exact(f"{AMRAP}{heading}\n3 x 20 Good Mornings", BURPEES, one("Good Mornings", sets=3, reps=20))
    assert not read(f"{AMRAP}{heading}\n3 x 20 Good Mornings").findings


@pytest.mark.parametrize("heading", ["Wake Up", "Shallow End", "2. Big Finish"])
def test_an_unknown_title_ends_the_scheme_and_is_reported(heading: str) -> None:
    """A missing clock is better than a wrong one."""
    text = f"{AMRAP}{heading}\n50 Sit-Ups"
    assert prescribed(text) == [BURPEES, one("Sit-Ups", reps=50)]
    assert [(finding.rule, finding.line) for finding in read(text).findings] == [("note", heading)]


@pytest.mark.parametrize("heading", ["Transition (7:00)", "Set-Up and Workout Prep (12 min)", "Gymnastics (15:00)"])
def test_an_unread_heading_with_the_time_of_its_part_ends_the_scheme(heading: str) -> None:
    """The line is a finding, and the work below it has no clock."""
    text = f"{AMRAP}{heading}\n50 Sit-Ups"
    assert prescribed(text) == [BURPEES, one("Sit-Ups", reps=50)]
    assert [(finding.rule, finding.line) for finding in read(text).findings] == [("unread", heading)]


@pytest.mark.parametrize("line", ["Plank (3:00)", "Wobbles (0:40)", "Max Row (4:00)", "as needed (5:00)"])
def test_a_movement_with_a_time_in_a_bracket_is_no_heading(line: str) -> None:
    """The clock goes on below it, and below words that are no title."""
    assert prescribed(f"{AMRAP}{line}\n50 Sit-Ups")[-1] == one("Sit-Ups", reps=50, format="amrap", total_seconds=720)


@pytest.mark.parametrize("line", ["Stay light", "Rest", "No Rest Here", "Right Arm", "As Needed", "Next Up:"])
def test_words_about_the_work_end_nothing(line: str) -> None:
    """The lines below have no sets of their own, so they belong to the scheme above."""
    assert prescribed(f"{AMRAP}{line}\n50 Sit-Ups") == [
        BURPEES,
        one("Sit-Ups", reps=50, format="amrap", total_seconds=720),
    ]


def test_an_unknown_name_between_movements_without_amounts_ends_nothing() -> None:
    """It may be a movement that the catalogue lacks."""
    times = {"sets": 3, "reps_per_set": [21, 15, 9], "format": "for time"}
    assert prescribed("21-15-9 for time:\nThrusters\nSled Tango\nBurpees") == [
        one("Thrusters", **times),
        one("Burpees", **times),
    ]


def test_a_title_outside_a_scheme_changes_nothing() -> None:
    """There is nothing to end."""
    text = "Back Squat 5x5\nBig Finish\n20 Push-Ups"
    exact(text, one("Back Squat", sets=5, reps=5), one("Push-Ups", reps=20))
    assert not read(text).findings


@pytest.mark.parametrize(
    "scheme", ["Tabata (20/10 x 8):", "Tabata 8 x 20/10", "Tabata – 8 rounds of :20/:10", "Tabata: 20s/10s x 8"]
)
def test_two_numbers_of_a_tabata_are_its_seconds_of_work_and_of_rest(scheme: str) -> None:
    """Beside its rounds nothing else is meant."""
    expected = one("Row", sets=8, seconds=20, rest_seconds=10, total_seconds=240)
    exact(f"{scheme}\nRow", expected)


@pytest.mark.parametrize("scheme", ["5 rounds :40/:20", "5 rounds of 40 sec/20 sec", "5 x 40s/20s"])
def test_two_times_after_rounds_are_work_and_rest(scheme: str) -> None:
    """The second one is the rest after the work."""
    exact(f"{scheme}\nRow", one("Row", sets=5, seconds=40, rest_seconds=20))


@pytest.mark.parametrize("line", ["3 x :30/:20 Plank", "8 rounds 20/10"])
def test_two_numbers_that_may_be_those_of_men_and_women_are_a_finding(line: str) -> None:
    """The two numbers may also be work and rest."""
    assert line in [finding.line for finding in read(f"{line}\nBurpees").findings]


@pytest.mark.parametrize("heading", ["Finisher", "Extra credit:", "Optional work", "Core", "Post WOD:", "Bonus:"])
def test_the_scheme_above_a_heading_does_not_go_on_below_it(heading: str) -> None:
    """Work below a heading is done once, unless it has sets of its own."""
    exact(
        f"4 rounds for time:\n9 Burpees\n{heading}\n80 V-Ups",
        one("Burpees", sets=4, reps=9, format="for time"),
        one("V-Ups", reps=80),
    )


@pytest.mark.parametrize("label", ["Finisher", "Accessory", "Extra work", "Bonus"])
def test_extra_work_on_the_line_of_its_heading_is_outside_the_scheme_above(label: str) -> None:
    """Other purposes before a colon leave the line in the scheme."""
    exact(
        f"4 rounds:\n9 Burpees\n{label}: 80 V-Ups",
        one("Burpees", sets=4, reps=9),
        one("V-Ups", reps=80),
    )
    exact(
        "4 rounds:\nStrength: 5 Front Squats\nCore: 12 V-Ups",
        one("Front Squats", sets=4, reps=5),
        one("V-Ups", sets=4, reps=12),
    )


@pytest.mark.parametrize("heading", ["- OPTIONAL COOL DOWN FOR RECOVERY", "Optional Finisher"])
@pytest.mark.parametrize("above", ["10 Dips", "10 Dips 4 of 8"])
def test_a_heading_of_extra_work_ends_the_rounds(heading: str, above: str) -> None:
    """It does so even if no line above it was read."""
    assert prescribed(f"4 rounds for time\n{above}\n{heading}\n2:30 Bike")[-1] == one("Bike", seconds=150)


def test_work_after_then_is_not_that_of_the_scheme_further_down() -> None:
    """It is done once, between the two."""
    amrap = {"total_seconds": 300, "format": "amrap"}
    exact(
        "10 Pull-Ups\nAMRAP 5 minutes\nThen 1 minute Plank\n10 V-Ups\nAMRAP 5 minutes",
        one("Pull-Ups", reps=10, **amrap),
        one("Plank", seconds=60),
        one("V-Ups", reps=10, **amrap),
    )


SHORT = "AMRAP 6: 5 Burpees, 10 Squats\n"
SHORT_WORK = [
    one(name, reps=reps, format="amrap", total_seconds=360) for name, reps in (("Burpees", 5), ("Squats", 10))
]


@pytest.mark.parametrize("scheme", [SHORT, "AMRAP 6:\n5 Burpees\n10 Squats\n"])
@pytest.mark.parametrize(
    ("line", "work"),
    [
        ("Back Squat 5x5 @ 75%", one("Back Squat", sets=5, reps=5, percent=75)),
        ("Back Squat 5x5", one("Back Squat", sets=5, reps=5)),
        ("2. Bench Press 5x5", one("Bench Press", sets=5, reps=5)),
        ("B) Bench Press 3 sets of 8", one("Bench Press", sets=3, reps=8)),
        ("Thruster 3-3-3-3-3", one("Thruster", sets=5, reps_per_set=[3, 3, 3, 3, 3])),
        ("Curls 3x12", one("Curls", sets=3, reps=12)),
        ("Then 3x10 Curls", one("Curls", sets=3, reps=10)),
        ("Strength: Bench Press 3x10", one("Bench Press", sets=3, reps=10)),
        ("Core: 50 Sit-Ups", one("Sit-Ups", reps=50)),
        ("Skill: 30 m Handstand Walk", one("Handstand Walk", m=30)),
        ("Cash out: 50 Sit-Ups", one("Sit-Ups", reps=50)),
        ("Buy out: 50 Sit-Ups", one("Sit-Ups", reps=50)),
        ("Bike 20 min easy", one("Bike", seconds=1200)),
    ],
)
def test_work_with_numbers_of_its_own_is_outside_an_amrap(scheme: str, line: str, work: dict[str, Any]) -> None:
    """It has sets, the name of a part or more time than there is."""
    exact(f"{scheme}{line}", *SHORT_WORK, work)


@pytest.mark.parametrize("rest", ["Rest 3 min\n", "Rest 5:00\nThen "])
def test_work_after_a_rest_as_long_as_half_the_amrap_is_outside_it(rest: str) -> None:
    """No one rests that long inside it."""
    assert prescribed(f"{SHORT}{rest}500 m Row")[-1] == one("Row", m=500)


def test_work_after_then_is_outside_an_amrap_whose_movements_are_on_its_line() -> None:
    """The list is complete."""
    exact(f"{SHORT}Then, 500 m Row", *SHORT_WORK, one("Row", m=500))


@pytest.mark.parametrize(
    ("scheme", "line", "work"),
    [
        (SHORT, "Plank 60 sec", one("Plank", seconds=60)),
        (SHORT, "Plank 3 x 60 sec", one("Plank", sets=3, seconds=60)),
        (SHORT, "4 x 40 m Farmers Carry", one("Farmers Carry", sets=4, m=40)),
        (SHORT, "Run 5k", one("Run", distance=5, distance_unit="km")),
        (AMRAP, "Then 20 Squats", one("Squats", reps=20)),
        (AMRAP, "2x10 Curls", one("Curls", sets=2, reps=10)),
        ("AMRAP 12\nBuy-in: 500 m Row\n", "Cash out: 50 Sit-Ups", one("Sit-Ups", reps=50)),
        (AMRAP, "Then\n20 Squats", one("Squats", reps=20)),
        (EMOM, "Then 50 Sit-Ups", one("Sit-Ups", reps=50)),
        (EMOM, "Run 5k", one("Run", distance=5, distance_unit="km")),
        (EMOM, "Bike 90 seconds", one("Bike", seconds=90)),
        ("For time:\n50 Burpees\n", "Bench Press 3x10", one("Bench Press", sets=3, reps=10)),
    ],
)
def test_work_that_may_be_outside_has_no_clock_and_is_reported(scheme: str, line: str, work: dict[str, Any]) -> None:
    """A missing clock is better than a wrong one."""
    assert prescribed(f"{scheme}{line}")[-1] == work
    found = [(finding.rule, finding.line) for finding in read(f"{scheme}{line}").findings]
    assert found == [("clock", line.split("\n")[-1])]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("AMRAP 12\n10 Burpees\n20 Squats\nPlank 60 sec", {"format": "amrap", "total_seconds": 720}),
        ("AMRAP 12: 10 Burpees\n20 Squats\n400 m Run", {"format": "amrap", "total_seconds": 720}),
        ("AMRAP 12: 10 Burpees, 20 Squats,\n30 Sit-Ups", {"format": "amrap", "total_seconds": 720}),
        ("AMRAP 12\n10 Burpees\nThrusters 3-6-9", {"format": "amrap", "total_seconds": 720}),
        ("AMRAP 12\n400 m Run\nRest 1 min\n10 Burpees", {"format": "amrap", "total_seconds": 720}),
        ("AMRAP 12\nStrength: 5 Deadlifts\nCore: 10 Sit-Ups", {"format": "amrap", "total_seconds": 720}),
        ("EMOM 10\n3 Cleans\n100 m Run", {"sets": 10, "interval_seconds": 60, "total_seconds": 600}),
        ("EMOM 10\n3 Cleans\nPlank 60 sec", {"sets": 10, "interval_seconds": 60, "total_seconds": 600}),
        ("Every 2 min x 5\n5 Cleans\nBike 1500 m", {"sets": 5, "interval_seconds": 120, "total_seconds": 600}),
        ("Every 2 min x 5\n500 m Row\n5 Burpees", {"sets": 5, "interval_seconds": 120, "total_seconds": 600}),
        ("For time\nDeadlift 21-15-9\nBench Press 21-15-9", {"format": "for time", "sets": 3}),
        ("For time:\n50 Burpees\n5 Rope Climbs", {"format": "for time"}),
        ("For time:\n30 Burpees\nthen 3 rounds:\n10 Dips", {"format": "for time"}),
        ("For time:\n10 Burpees\nBack Squat 2x5\n10 Rows", {"format": "for time"}),
        ("For time:\n10 Burpees\nDips 4x5", {"format": "for time"}),
        ("AMRAP 12:\n10 Burpees\nRow\n5x500 m", {"format": "amrap", "total_seconds": 720}),
    ],
)
def test_the_usual_list_below_a_clock_is_inside_it(text: str, clock: dict[str, Any]) -> None:
    """Every line has the numbers of the scheme."""
    assert all(clock.items() <= fields.items() for fields in prescribed(text))
    assert not read(text).findings


@pytest.mark.parametrize("scheme", ["3 rounds:\n10 Burpees\n", "3 rounds for time:\n10 Burpees\n", EMOM])
def test_a_named_part_below_lines_without_names_is_outside_their_scheme(scheme: str) -> None:
    """Its name divides it from them."""
    exact(f"{scheme}Core: 50 Sit-Ups", *prescribed(scheme), one("Sit-Ups", reps=50))


def test_rounds_above_amraps_with_a_rest_between_them_are_of_each() -> None:
    """They are as long as each other."""
    text = "2 Rounds\nAMRAP 4\n8 Burpees\nRest 2:00\nAMRAP 4\n8 Pull-Ups\nRest 2:00\nAMRAP 4\n8 Squats\nRest 2:00"
    assert [(fields["sets"], fields["total_seconds"]) for fields in prescribed(text)] == [(2, 240)] * 3


@pytest.mark.parametrize(
    ("scheme", "total"),
    [
        ("then max rounds:", 480),
        ("Then AMRAP", 480),
        ("then AMRAP 3:", 180),
        ("AMRAP:", None),
        ("then 3 rounds:", None),
    ],
)
def test_as_many_rounds_after_then_have_the_time_above(scheme: str, total: int | None) -> None:
    """They have a time of their own if they state one; rounds without a `then` may be other work."""
    run, burpees = prescribed(f"In 8 minutes:\nRun 600 m\n{scheme}\n8 Burpees")
    assert (480, total) == (run["total_seconds"], burpees.get("total_seconds"))


@pytest.mark.parametrize("scheme", ["For time", "AMRAP", "For time:"])
def test_a_format_without_work_is_a_finding(scheme: str) -> None:
    """Nothing was read for it."""
    for above in ("", "Snatch 5x3 @ 70%\n"):
        assert [scheme] == [finding.line for finding in read(f"{above}{scheme}").findings]


@pytest.mark.parametrize(
    "text",
    [
        "2 Rounds\nAMRAP 4\n8 Burpees\nRest 2:00\nAMRAP 10\n8 Pull-Ups",
        "2 Rounds\nAMRAP 4\n8 Burpees\nAMRAP 4\n8 Pull-Ups",
        "2 rounds of AMRAP 4\n8 Burpees\nRest 2:00\nAMRAP 4\n8 Pull-Ups",
        "2 Rounds\nAMRAP 4\n8 Burpees\nRest 2:00\nFor time:\n8 Pull-Ups",
    ],
)
def test_rounds_are_not_of_other_work_below_them(text: str) -> None:
    """It is longer, follows at once, or has no clock, or the rounds are of the one AMRAP."""
    assert "sets" not in prescribed(text)[-1]
