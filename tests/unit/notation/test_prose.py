"""Prose and results prescribe nothing; what looks like training and is not read is reported."""

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    "line",
    [
        "*Keep this under 55% of your 1-RM Snatch, it is only a warm-up.",
        "Use this as a warm-up, stay below 70% of your 1-RM Power Clean",
        "Start at 70% and add weight as you go.",
        "Do not exceed 80% today.",
        "Build over the course of the 4 sets.",
        "Aim for 2 heavy working sets.",
        "Goal: 5 more reps than last week",
        "If you miss twice, drop 10% and perform 2 more singles.",
        "or V-Ups x 20",
        "(Sub Russian Twists x 30 if no GHD)",
        "Scale to Ring Rows x 12 reps",
        "Penalty: 5 burpees for each miss",
        "*3-position = high hang, hang, floor",
        "1 complex = 1 Snatch + 1 Hang Snatch",
        "*Note: This entire section should take you 4 minutes to complete",
        "Pause for 2 seconds in the receiving position on each rep.",
        "The percentages are based off of your 1-RM Front Squat.",
        "(add weight if possible)",
        "You should be able to hit 3 reps @ 85% today.",
        "Every rep should look the same.",
        "12 reps in 12 minutes. Every one of them should look exactly the same.",
        "Pause 2 seconds in the dip and 2 seconds in the receiving position on each rep.",
        "RPE 8-9, so you should have had one more jump in you.",
        "(10 each leg)",
        "Chin-Ups x 5 if your arms say no",
        "Snatch Pulls x 2 means 2 pulls, set the bar down, no bouncing.",
        "Chair Dips x 15 are fine too.",
        "5 seconds at the bottom of each rep",
        "3 Second Pause in the Bottom",
        "Catch 1 in Power, 1 in Squat",
        "Sets 4-5 may go to 80% only if it moves well.",
        "20 slow reps in total, turn the elbows over without a second dip",
        "(Front Squat 3x5 @ 75% for the new folks.)",
        "32 kg per hand for men, 24 kg per hand for women",
        "Front rack hold at 110% of your 1-RM Jerk, taken out of the rack.",
    ],
)
def test_prose_gives_no_prescription(line: str) -> None:
    """Caps, starting loads, goals, scaling, penalties and definitions have numbers, and prescribe nothing."""
    reading = read(f"Three sets of:\nBack Squat x 5 reps\n{line}")
    assert ["Back Squat x 5 reps"] == [prescription.text for prescription in reading.prescriptions]
    assert ["scheme", "movement", "note"] == [row.kind for row in reading.lines]


@pytest.mark.parametrize(
    "line",
    [
        "Perform 12-15 of whatever you like between rounds today",
        "You may want to do a few 5 rep sets of back squats before that",
        "The class of 2014 had 30 members and 3 coaches",
        "Our next on-ramp starts on the 5th at 6:30",
    ],
)
def test_prose_still_gives_nothing(line: str) -> None:
    """Its numbers do not matter."""
    assert [one("Back Squat", sets=3, reps=5)] == prescribed(f"Three sets of:\nBack Squat x 5 reps\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "10 Minute Time Cap",
        "30 total reps",
        "2 Reps Left in the Tank",
        "Competitors: Power Snatch x 3",
        "Max 3 Sets at 90%",
    ],
)
def test_text_that_only_looks_like_notation_gives_no_prescription(line: str) -> None:
    """Caps and remarks in capitals are never movements."""
    reading = read(f"Three sets of:\nBack Squat x 5 reps\n{line}")
    assert ["Back Squat x 5 reps"] == [prescription.text for prescription in reading.prescriptions]


@pytest.mark.parametrize(
    "line",
    [
        "Do 5 burpees every time you drop the bar",
        "Perform 10 reps on each side",
        "Do 5 burpees as a penalty",
        "Complete 150 Squats - partner holds a bar 135/95",
    ],
)
def test_an_order_with_more_than_an_amount_and_a_movement_is_not_read(line: str) -> None:
    """It may be a penalty, a remark about repetitions, or the load of somebody else."""
    assert not prescribed(line)


@pytest.mark.parametrize(
    "line",
    [
        "Here's Ilya setting the clean and jerk record at 242 kg:",
        "Marta hit a back squat PR of 90 kg!",
        "New deadlift record for Pedro: 180 kg",
        "Congratulations to Ana for her 70 kg snatch",
    ],
)
def test_a_sentence_about_a_lifter_prescribes_nothing(line: str) -> None:
    """Its weight is a result."""
    assert [] == prescribed(line)


@pytest.mark.parametrize(
    "line",
    [
        "Target: 22-25 minutes",
        "Target time: 10-12 min",
        "Target pace: 2:00/500m",
        "Target: 5 rounds",
        "Target: 140 reps",
    ],
)
def test_a_target_is_a_note(line: str) -> None:
    """It prescribes nothing."""
    exact(f"For time:\n100 Burpees\n{line}", one("Burpees", reps=100, format="for time"))


@pytest.mark.parametrize("score", ["Marta 5+12", "Pedro 95#, 8 rounds"])
def test_a_score_below_the_work_is_not_a_movement(score: str) -> None:
    """A name that the catalogue does not know has a load or rounds only."""
    assert ["Burpees"] == [says["movement"] for says in prescribed(f"AMRAP 12:\n10 Burpees\n{score}")]


def test_an_equals_sign_still_defines() -> None:
    """`1 complex = 2 Snatches` explains, and prescribes nothing."""
    exact("Snatch 5x2\n1 complex = 2 Snatches", one("Snatch", sets=5, reps=2))


def test_a_line_that_nothing_recognises_is_a_finding() -> None:
    """A line with the look of notation that is neither read nor prose is unread, and a finding."""
    reading = read("Back Squat x 5 reps\nQQQ 7 zz 9 @@")
    assert ["movement", "unread"] == [line.kind for line in reading.lines]
    assert [("unread", "QQQ 7 zz 9 @@")] == [(finding.rule, finding.line) for finding in reading.findings]


@pytest.mark.parametrize(
    "line",
    [
        "Back Squat 5 sets of 3-2-1",
        "21-18-15, 4 sets of:",
        "7 Power Clean (2) + 1 Jerk",
        "Back Squat 60/3/2",
        "Back Squat 60 / 3x2",
        "Back Squat 60/3",
        "Back Squat 30/4, 30/5",
        "Box Jumps 60/3, 70/3",
        "Back Squat 5 x 2.5",
        "For 20 minutes or 5 sets of:",
        "Clean 1x2, 1x2, 1x1 (85, 88, 91%)",
        "E2MOM 16",
        "200 m Farmers Carry (70/53 x 2)",
        "KB Swings 10 (53 lb x 2)",
        "Split Squat 3x8e, 2x24kg",
        "Push Press 3x8, 2x24 kg",
        "3 x 10/8 cal Bike, 12 Burpees",
        "3 x 400 m Run, 12 Burpees",
        "Snatch (60%x3) 2",
        "Snatch (60% x 3)2 reps",
        "Snatch (60% x 3)2x",
        "Snatch (60% x 3)2 heavy",
        "Snatch 70%/3 2",
        "Snatch x 2 70%/3",
        "Back Squat 225/21x5",
        "Front Squat 100 x 30 sec",
        "Snatch 60% x 3 2",
        "Back Squat 5-3-1, 3 @ 70%",
        "Back Squat 5-5-5, 5 @ 80 kg",
        "Plank (50s/35s)",
        "Bench Press 50s/35s",
        "Pull-Ups 45 x max reps",
        "Burpees: 1, 2, 3,... per minute each minute",
        "500/400 row",
        "3 min AMRAP wall balls, 2 min AMRAP pull-ups",
    ],
)
def test_numbers_that_contradict_each_other_make_the_line_unread(line: str) -> None:
    """One of them would have to be dropped, and no one knows which."""
    reading = read(line)
    assert [] == reading.prescriptions
    assert ["unread"] == [finding.rule for finding in reading.findings]


@pytest.mark.parametrize(
    "line",
    [
        "Take 15 7 minutes to build to a heavy single Front Squat",
        "For time: 3/4",
        "As many rounds 6-9 as possible in 8 minutes of:",
    ],
)
def test_a_number_too_many_is_not_a_silent_note(line: str) -> None:
    """Without it the line would be read, so it is training that has a slip, and is reported."""
    assert read(line).findings


@pytest.mark.parametrize("line", ["In pairs: 100 Wall Balls, 80 Pull-Ups", "After each round, 200m run"])
def test_an_amount_in_front_of_a_movement_in_a_note_is_reported(line: str) -> None:
    """Such a note looks like training."""
    assert ["note"] == [finding.rule for finding in read(line).findings]


def test_a_note_about_a_weight_and_a_set_of_it_is_reported() -> None:
    """It may be a set of the movement above."""
    line = "110 kg for a brutal set of 3"
    assert [line] == [finding.line for finding in read(f"Front Squat\n70 kg for 2 sets of 5\n{line}").findings]


@pytest.mark.parametrize("line", ["55 kg x 2, miss", "55 kg x 2, x 1 + miss", "55 kg x 1 (missed)"])
def test_a_weight_with_its_repetitions_in_a_note_is_reported(line: str) -> None:
    """The words make it a note, and the numbers may be a set of the movement above."""
    assert [line] == [finding.line for finding in read(f"Snatch 50 kg x 2\n{line}").findings]


def test_sets_at_the_end_of_a_note_are_reported() -> None:
    """Those before its end may be about training, and those behind a colon or a bracket are hardly."""
    line = "Partner Wobbles (done as a team to teach): 4x6"
    assert [line] == [finding.line for finding in read(line).findings]
    assert [] == read("We are still in our second week of 5x5 and it is all the same").findings


def test_a_short_line_that_begins_with_a_time_is_reported() -> None:
    """It may be work with a name that no one knows, and is none if it goes on as prose."""
    line = "0:20 spiderman hold on bar or floor"
    assert line in [finding.line for finding in read(f"10 Burpees\n{line}").findings]
    exact("10 Burpees\n5 minutes to warm up\n20 min cap", one("Burpees", reps=10))


@pytest.mark.parametrize("line", ["10 knees to bar", "8 hands over bar"])
def test_a_short_line_that_begins_with_a_count_is_reported(line: str) -> None:
    """Its small words may be part of a name; a sentence of the coach is none."""
    assert line in [finding.line for finding in read(f"10 Burpees\n{line}").findings]
    exact("10 Burpees\n5 more days to go!\n3 cheers for Marta!\n2 reps in reserve", one("Burpees", reps=10))


@pytest.mark.parametrize(
    "line",
    [
        "Circuit – 35 squats, 25 dips, 15 sit-ups in less than 4 minutes",
        "Set 3: max reps to failure @ RPE 9 (nearly as heavy as you can do for threes)",
    ],
)
def test_a_note_that_lists_work_or_names_a_set_is_doubtful(line: str) -> None:
    """No one knows what its words mean, but it prescribes work."""
    reading = read(f"Bench Press 5x5\n{line}")
    assert [finding.line for finding in reading.findings] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "We did 35 squats, 25 dips and 15 sit-ups today, which is a lot.",
        "Set 3 is where most people slow down, so rest 2 minutes.",
    ],
)
def test_a_sentence_with_movements_or_sets_is_a_note(line: str) -> None:
    """It tells something."""
    exact(f"Bench Press 5x5\n{line}", one("Bench Press", sets=5, reps=5))
