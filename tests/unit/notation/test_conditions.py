"""Work for some people or under a condition, and work that others do instead."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


def test_the_sets_below_a_condition_are_an_alternative() -> None:
    """They are for whom the condition holds, and what is above them is for everyone."""
    exact(
        "Back Squat\n5 @ 70%\n3 @ 80%\nIf you are new to this:\n3 x 5 @ 60%",
        one("Back Squat", sets=1, reps=5, percent=70),
        one("Back Squat", sets=1, reps=3, percent=80),
    )


@pytest.mark.parametrize(
    "line",
    ["If you have no rack:", "If you can't squat:", "*If scaled:", "If you are injured:", "If you don’t have a rower:"],
)
def test_a_line_below_a_condition_for_some_is_an_alternative(line: str) -> None:
    """It is for those who need it."""
    exact(f"Back Squat 5x5\n{line}\nGoblet Squat 3x10", one("Back Squat", sets=5, reps=5))


@pytest.mark.parametrize("line", ["If your left shoulder hurts:", "If you want less load:", "If you feel pain:"])
def test_a_line_below_a_condition_for_less_is_not_training_for_all(line: str) -> None:
    """Words of more training in another sense do not make it so."""
    assert [one("Back Squat", sets=5, reps=5)] == prescribed(f"Back Squat 5x5\n{line}\nBox Squat 3x5")


@pytest.mark.parametrize(
    "line",
    [
        *(
            "If you have time:",
            "If time allows:",
            "IF YOU HAVE EXTRA TIME:",
            "*If there is time left:",
            "If you finish early:",
        ),
        *("When finished:", "(If you feel good):", "If you want more:", "If time permits", "If you have time,"),
    ],
)
def test_a_line_below_a_condition_for_all_is_training(line: str) -> None:
    """Those who have time do it, after the rounds above."""
    exact(f"Back Squat 5x5\n{line}\n3x15 Curls", one("Back Squat", sets=5, reps=5), one("Curls", sets=3, reps=15))
    exact(f"Back Squat\n5x5\n{line}\n1x3", one("Back Squat", sets=5, reps=5), one("Back Squat", sets=1, reps=3))


@pytest.mark.parametrize("line", ["If you have time:", "If time allows:", "When done:"])
def test_work_below_a_condition_for_all_is_outside_the_rounds_above(line: str) -> None:
    """It is done once."""
    exact(f"3 rounds:\n10 Burpees\n{line}\n100 Sit-Ups", one("Burpees", sets=3, reps=10), one("Sit-Ups", reps=100))


@pytest.mark.parametrize(
    "line",
    [
        "When the clock starts, complete the following:",
        "When the timer starts:",
        "When the coach says go, complete:",
        "When you are done, complete the following:",
    ],
)
def test_what_always_comes_is_not_a_condition(line: str) -> None:
    """The work below is for everyone, and outside the rounds above."""
    exact(f"{line}\n20 Burpees", one("Burpees", reps=20))
    exact(f"3 rounds:\n10 Burpees\n{line}\n100 Sit-Ups", one("Burpees", sets=3, reps=10), one("Sit-Ups", reps=100))


@pytest.mark.parametrize(
    "line",
    [
        "When you miss, complete the following:",
        "When the coach calls your name, complete:",
        "When you are done, if the bar is light:",
        "When you complete a round, rest 1:00:",
        "When finished with a partner who waits:",
    ],
)
def test_what_may_come_is_a_condition(line: str) -> None:
    """The work below may not be for everyone."""
    reading = read(f"{line}\n20 Burpees")
    assert ([], ["20 Burpees"]) == (reading.prescriptions, [finding.line for finding in reading.findings])


@pytest.mark.parametrize(
    "line",
    [
        "The workout will look like this:",
        "Today's WOD looks like this:",
        "Tonight the session should look like this:",
        "It looks like this:",
        "The workout looks as follows:",
    ],
)
def test_a_line_above_the_work_of_the_day_announces_no_example(line: str) -> None:
    """Nothing is above it that it may explain."""
    exact(f"{line}\n20 Burpees", one("Burpees", reps=20))


@pytest.mark.parametrize(
    "text",
    [
        "EMOM 8:\n20 Burpees\nThe workout will look like this:",
        "20 Burpees\nIt looks like this:",
        "A sample workout would look like this:",
        "Write your score like this:",
    ],
)
def test_a_line_that_explains_announces_an_example(text: str) -> None:
    """Work was stated above, or the line is about something else."""
    assert "note" == read(f"{text}\n9 Swings").lines[-1].kind


@pytest.mark.parametrize("line", ["If competing:", "If you made all your lifts:", "When the bar is light:"])
def test_work_below_any_other_condition_is_a_finding(line: str) -> None:
    """It may be an alternative or more training."""
    reading = read(f"Back Squat 5x5\n{line}\nSnatch 3x1 @ 90%")
    assert ["Back Squat"] == [found.movement for found in reading.prescriptions]
    assert ["Snatch 3x1 @ 90%"] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize(
    "note",
    [
        "If unable to row, complete one of the following:",
        "If you have no rower choose any of the following options:",
        "For those without a rower, substitutions are listed below:",
    ],
)
def test_a_list_of_alternatives_or_examples_prescribes_nothing(note: str) -> None:
    """It ends at a line that is not a movement: a scheme, or prose."""
    text = f"3 rounds:\n12 Burpees\n{note}\n400 m Run\n20/15 Cal Bike\n40 Air Squats\n4 rounds:\n6 Pull-Ups"
    assert [one("Burpees", sets=3, reps=12), one("Pull-Ups", sets=4, reps=6)] == prescribed(text)


@pytest.mark.parametrize(
    "note", ["Your lifts should be in these ratios:", "Ideal ratios:", "Here are the proportions:"]
)
def test_ratios_of_lifts_prescribe_nothing(note: str) -> None:
    """They end at a line with sets."""
    text = f"{note}\nBack Squat – 100%\nDeadlift – 120%\nSnatch: 80% of Clean and Jerk\nPress 5x3 @ 70%"
    exact(text, one("Press", sets=5, reps=3, percent=70))


@pytest.mark.parametrize(
    "note", ["Use these percentages:", "Use a 1:1 work to rest ratio:", "Today's lifts:", "Keep the ratio:", "Ratios"]
)
def test_percents_below_any_other_note_are_of_the_work(note: str) -> None:
    """The lifts below it are done."""
    assert [one("Back Squat", percent=80), one("Deadlift", percent=70)] == prescribed(
        f"{note}\nBack Squat – 80%\nDeadlift – 70%"
    )


@pytest.mark.parametrize("heading", ["Scaling Options:", "Modifications", "Coaching Notes:", "Movement standards"])
def test_lines_below_a_heading_of_advice_prescribe_nothing(heading: str) -> None:
    """They are other movements, for those who need them."""
    text = f"12 Pull-Ups\n{heading}\n8 Ring Rows\n30 ft Shuttle Runs"
    exact(text, one("Pull-Ups", reps=12))


@pytest.mark.parametrize("sentence", ["If you are new, do 4 rounds of:", "If you have no barbell, do 4 rounds of:"])
def test_a_scheme_under_a_condition_for_some_is_an_alternative(sentence: str) -> None:
    """Neither its rounds nor the movement below it are for everyone."""
    exact(f"Back Squat 5x5\n{sentence}\n8 Burpees", one("Back Squat", sets=5, reps=5))


@pytest.mark.parametrize(
    ("men", "women"),
    [
        ("Men do 5 rounds of:", "Women complete 4 rounds of:"),
        ("Men: 5 rounds", "Women: 4 rounds"),
        ("The men will perform 5 rounds of:", "The women will perform 4 rounds of:"),
        ("Guys – 5 sets of:", "Ladies – 4 sets of:"),
    ],
)
def test_the_rounds_of_men_and_those_of_women_are_two_schemes(men: str, women: str) -> None:
    """Whose they are is a remark."""
    reading = read(f"{men}\n10 Burpees\n{women}\n8 Burpees")
    assert [(5, 10), (4, 8)] == [(one.sets, one.reps_min) for one in reading.prescriptions]
    assert all(one.remark and one.remark in line for one, line in zip(reading.prescriptions, (men, women), strict=True))
    assert [] == reading.findings


@pytest.mark.parametrize(
    "line",
    [
        "Men do 5 rounds, women do 4 rounds of:",
        "Men: 5 rounds / Women: 4 rounds",
        "Women do 5 rounds, men do 6.",
        "Women scale to 3 rounds",
        "Women do 3 rounds instead",
        "Men complete 5 rounds while the women rest",
    ],
)
def test_rounds_of_people_that_are_not_those_of_the_lines_below_are_in_no_prescription(line: str) -> None:
    """Two numbers on one line, and the rounds of some of those who do the rest."""
    assert [one("Burpees", reps=8)] == prescribed(f"{line}\n8 Burpees")


@pytest.mark.parametrize(
    "sentence", ["Beginners do 4 rounds of:", "In the time remaining of 9 minutes, as many reps of:"]
)
def test_a_scheme_of_some_people_or_of_the_remaining_time_is_not_that_of_all(sentence: str) -> None:
    """Its numbers are in no prescription: the line is a finding, and the movement below it has its own count alone."""
    text = f"{sentence}\n8 Burpees"
    assert [one("Burpees", reps=8)] == prescribed(text)
    assert [("unread", sentence)] == [(finding.rule, finding.line) for finding in read(text).findings]


@pytest.mark.parametrize(
    "line",
    [
        "The cap for these is 12 minutes, AMRAP:",
        "Your goal is 5 unbroken rounds:",
        "Yesterday we did 5 rounds for time:",
    ],
)
def test_a_scheme_of_another_day_or_a_goal_is_that_of_no_line_below(line: str) -> None:
    """It is a sentence about the training, and a finding."""
    assert [one("Back Squat", sets=5, reps=5), one("Sit-Ups", reps=20)] == prescribed(
        f"Back Squat 5x5\n{line}\n20 Sit-Ups"
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Our conditioning piece was 3 rounds of", {"sets": 3}),
        ("It was on to the metcon, five rounds for time:", {"sets": 5, "format": "for time"}),
    ],
)
def test_a_scheme_at_the_end_of_a_sentence_is_that_of_the_lines_below(line: str, says: dict[str, Any]) -> None:
    """The sentence has no other number, and leads on to the next line."""
    exact(f"{line}\n8 Burpees", one("Burpees", reps=8, **says))


@pytest.mark.parametrize(
    "line",
    [
        "Then we went outside and did the workout which was 10 RFT:",
        "Next up was a 12 minute AMRAP of:",
        "With 20 pound vests, 4 rounds for time of:",
        f"We met at noon. {'It was raining. ' * 20} So we did this with 20 pound vests, 4 rounds for time of:",
    ],
)
def test_an_uncertain_scheme_at_the_end_of_a_sentence_is_a_finding(line: str) -> None:
    """Its words or numbers may be about another day; the lines below have neither its rounds nor those above it."""
    text = f"3 rounds:\n20 Lunges\n{line}\n8 Burpees"
    assert [one("Lunges", reps=20, sets=3), one("Burpees", reps=8)] == prescribed(text)
    assert [("unread", line)] == [(finding.rule, finding.line) for finding in read(text).findings]


@pytest.mark.parametrize("line", ["We did 4 rounds of that yesterday.", "The result was 4 rounds.", "We go by rounds:"])
def test_rounds_inside_a_sentence_are_a_note(line: str) -> None:
    """It does not lead on to the next line, or counts nothing."""
    exact(f"Back Squat 5x5\n{line}\n8 Burpees", one("Back Squat", sets=5, reps=5), one("Burpees", reps=8))


def test_a_time_or_a_rest_after_an_alternative_is_of_the_movement() -> None:
    """It follows a comma, and the alternative has no numbers of its own."""
    exact("Max calorie row or bike, 3 minutes", one("row", max_reps=True, seconds=180))
    exact("300 m run or ski, rest 1:30", one("run", m=300, rest_seconds=90))
    exact("18 cal bike or 1:15 row, 2:00 ski", one("bike", calories=18))


@pytest.mark.parametrize("word", ["or", "OR", "Or:", "-or-", "– OR –", "***OR***", "(or)"])
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Run 300 m", "Row 350 m"),
        ("3 rounds:\n8 Pull-Ups", "12 Ring Rows"),
        ("Back Squat 5x3", "Front Squat 5x3 @ 80%"),
        ("Back Squat\n5x3", "3x6"),
        ("Build to a 1RM Snatch", "Build to a 1RM Clean"),
        ("8 Pull-Ups\nor\n12 Ring Rows", "20 Lat Pull-Downs"),
    ],
)
def test_the_line_below_or_is_an_alternative_and_a_finding(above: str, word: str, below: str) -> None:
    """The work above it counts, and so does that below the alternative."""
    assert prescribed(f"{above}\n14 Burpees") == prescribed(f"{above}\n{word}\n{below}\n14 Burpees")
    assert below in [finding.line for finding in read(f"{above}\n{word}\n{below}\n14 Burpees").findings]


def test_a_name_below_or_is_a_choice_without_a_finding() -> None:
    """It has no number; sets below it are of the first name."""
    exact("Back Squat\nor\nFront Squat\n4x5", one("Back Squat", sets=4, reps=5))
    assert not read("Back Squat\nor\nFront Squat\n4x5").findings


@pytest.mark.parametrize(
    ("above", "movement"),
    [("Back Squat 5x5 @ 80%", "Front Squat"), ("Dips 3x6", "Bench Dips"), ("Snatch\n5x2", "Power Snatch")],
)
def test_sets_below_a_name_below_or_are_of_no_movement_that_has_its_own(above: str, movement: str) -> None:
    """They are the sets of the alternative."""
    assert prescribed(above) == prescribed(f"{above}\nor\n{movement}\n4x7")
    assert "4x7" in [finding.line for finding in read(f"{above}\nor\n{movement}\n4x7").findings]


def test_all_lines_below_a_scheme_below_or_are_alternatives() -> None:
    """A heading ends them."""
    text = "AMRAP 9:\n4 Pull-Ups\nOR\nAMRAP 12:\n4 Ring Rows\n8 Dips\nFinisher:\n60 Sit-Ups"
    assert [one("Pull-Ups", reps=4, format="amrap", total_seconds=540), one("Sit-Ups", reps=60)] == prescribed(text)
    assert {"AMRAP 12:", "4 Ring Rows", "8 Dips"} == {finding.line for finding in read(text).findings}


@pytest.mark.parametrize(
    ("line", "movements"),
    [
        ("and/or", ["Run", "Dips"]),
        ("or rest as needed", ["Run", "Dips"]),
        ("Or two, if you like:", ["Run", "Dips"]),
        ("or scale it", ["Run", "Dips"]),
    ],
)
def test_other_lines_with_or_announce_no_alternative(line: str, movements: list[str]) -> None:
    """Only the word alone does."""
    assert movements == [found["movement"] for found in prescribed(f"Run 300 m\n{line}\nDips 3x9")]


def test_or_above_the_first_work_announces_nothing() -> None:
    """There is nothing that it is an alternative to."""
    assert ["Dips"] == [found["movement"] for found in prescribed("or\nDips 3x9")]


def test_or_between_two_schemes_announces_nothing() -> None:
    """The movement below them has to be done."""
    assert ["Burpees"] == [found["movement"] for found in prescribed("Every 2 min, for 3 rounds:\nor\nBurpees x 5")]


@pytest.mark.parametrize(
    "heading",
    [
        "Other options:",
        "Other rep schemes you can use:",
        "**Alternatives**",
        "Possible alternatives:",
        "Other variations:",
    ],
)
@pytest.mark.parametrize(
    "below",
    ["3x9", "3x9\n4x7", "Dips 3x9", "Dips 3x9\nPush-Ups 3x14", "Split Squat 3x9 @ 20 kg\n5x6", "12-12-9-9-6-6"],
)
def test_work_below_other_options_is_a_finding(heading: str, below: str) -> None:
    """It is instead of the work above, up to a note or a heading."""
    text = f"Back Squat 5x4\n{heading}\n{below}\nStrength\nRing Rows 3x8"
    assert [one("Back Squat", sets=5, reps=4), one("Ring Rows", sets=3, reps=8)] == prescribed(text)
    assert below.split("\n") == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize("heading", ["Goal times:", "Target times", "Estimated round times:", "Expected splits:"])
def test_times_that_work_should_take_are_findings(heading: str) -> None:
    """They are no holds."""
    text = f"4 rounds:\n300 m Run\n14 Burpees\n{heading}\nRun: 1:20\nBurpees: 1 minute\nBurpees: sub 1:00"
    assert [one("Run", sets=4, m=300), one("Burpees", sets=4, reps=14)] == prescribed(text)
    assert {"Run: 1:20", "Burpees: 1 minute", "Burpees: sub 1:00"} == {one.line for one in read(text).findings}


@pytest.mark.parametrize(
    "line",
    ["Options:", "Other:", "Option A:", "Goal: unbroken", "Time cap: 9 minutes", "Score: time", "Variation:"],
)
def test_other_headings_announce_no_alternatives(line: str) -> None:
    """The work below them has to be done."""
    assert ["Back Squat", "Dips"] == [found["movement"] for found in prescribed(f"Back Squat 5x4\n{line}\nDips 3x9")]


@pytest.mark.parametrize("heading", ["Alternatives:", "Goal times:"])
def test_alternatives_to_nothing_are_work(heading: str) -> None:
    """There is no movement above them."""
    assert ["Dips"] == [found["movement"] for found in prescribed(f"{heading}\nDips 3x9")]


@pytest.mark.parametrize("heading", ["Warm-up sets:", "Warm-up:", "Warmup", "WARM UP SETS", "Warm-ups:"])
@pytest.mark.parametrize(
    "sets", ["45x9\n95x6\n135x3", "3x6 @ 40%\n2x4 @ 60%", "40% x 6\n50% x 4", "9 @ 60 lb\n6 @ 95 lb"]
)
@pytest.mark.parametrize("work", ["Work sets:", "Working sets", "Work:"])
def test_warm_up_sets_of_a_lift_are_findings(heading: str, sets: str, work: str) -> None:
    """The sets below another note are its work."""
    text = f"Back Squat\n{heading}\n{sets}\n{work}\n5x4 @ 80%"
    assert prescribed(text) == [one("Back Squat", sets=5, reps=4, percent=80)]
    assert sets.split("\n") == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize("warm_up", ["", "9 @ 40%\n6 @ 50%\n", "40% x 9, 55% x 6\n"])
def test_sets_with_a_percent_that_no_warm_up_has_are_work(warm_up: str) -> None:
    """They need no heading of their own below that of the warm-up, and all sets after them are work."""
    text = f"Back Squat\nWarm-up:\n{warm_up}3 @ 65%\n3 @ 75%\n5x4 @ 60%"
    assert prescribed(text) == [
        one("Back Squat", sets=1, reps=3, percent=65),
        one("Back Squat", sets=1, reps=3, percent=75),
        one("Back Squat", sets=5, reps=4, percent=60),
    ]
    assert warm_up.split("\n")[:-1] == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize("note", ["Warm-up for 9 minutes", "After your warm-up:", "Sets:", "Work sets:", "Ramp:"])
def test_sets_below_other_notes_are_work(note: str) -> None:
    """Only the heading of a warm-up alone says that they are not."""
    assert [one("Back Squat", sets=5, reps=4)] == prescribed(f"Back Squat\n{note}\n5x4")


def test_a_movement_below_the_heading_of_a_warm_up_ends_it() -> None:
    """It is not a set of the lift above."""
    assert ["Back Squat", "Burpees"] == [
        found["movement"] for found in prescribed("Back Squat 5x4\nWarm-up:\nBurpees 3x9")
    ]
