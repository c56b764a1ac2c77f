"""The base of a percent, as coaches write it after the percent, in brackets or before the sets."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read
from wod.models import Prescription


def prescription_of(line: str) -> Prescription:
    reading = read(line)
    assert [] == reading.findings
    (one,) = reading.prescriptions
    return one


@pytest.mark.parametrize(
    ("line", "lift", "rep_max"),
    [
        ("Hang Snatch 4x2 @ 75% (of best power snatch)", "power snatch", None),
        ("Hang Snatch 4x2 @ 75% (best snatch)", "snatch", None),
        ("Hang Snatch 4x2 (75% best snatch)", "snatch", None),
        ("Hang Snatch x 2 x 4 sets @ 75% [of snatch]", "snatch", None),
        ("Clean Pull 3x3 @ 105% (Clean & Jerk)", "Clean & Jerk", None),
        ("Front Squat 5x3 @ 80% (back squat)", "back squat", None),
        ("Front Squat 5x3 @ 80% (back squat 1RM)", "back squat", 1),
        ("Front Squat 5x3 @ 80% (1RM back squat)", "back squat", 1),
        ("Front Squat 5x3 @ 80% (of your 3RM back squat)", "back squat", 3),
        ("Front Squat 3x3 @ 85% (of your 1RM)", None, 1),
        ("Front Squat 3x3 @ 85% (of max)", None, None),
        ("Clean Pull 4x3 @ 95% (based on 1RM Clean)", "Clean", 1),
        ("Clean Pull 4x3 @ 95% (based off of your best clean)", "clean", None),
        ("Clean Pull 4x3 @ 95% (percentages are based on your clean)", "clean", None),
        ("Hang Power Clean 5x2 @ 70% (% of clean)", "clean", None),
        ("Push Press 4x3 @ 80% (from jerk)", "jerk", None),
        ("Clean Pull 4x3 @ 95% (of clean), rest 2 minutes", "clean", None),
        ("Hang Snatch 4x2 @ 75% best snatch", "snatch", None),
        ("Hang Snatch 4x2 @ 75%, best snatch", "snatch", None),
        ("Front Squat 3x3 @ 85%, of 1RM", None, 1),
        ("Front Squat 3x3 @ 85% - based on 1RM", None, 1),
        ("Front Squat 5x3 @ 80% of back squat 1RM", "back squat", 1),
        ("Front Squat 5x3 @ 80% of back squat PR", "back squat", None),
        ("Front Squat 4x3 @ 80% - 1RM back squat", "back squat", 1),
        ("Snatch Pull 3x3 @ 105% Snatch", "Snatch", None),
        ("Front Squat 3x3 @ 80% Back Squat 1-RM", "Back Squat", 1),
        ("Clean Deadlift 4x3 @ 110% C&J, rest 2:00", "C&J", None),
        ("Hang Snatch 4x2 @ 75%, of best power snatch", "power snatch", None),
        ("Hang Snatch 4x2 @ 75% - based on best power snatch", "power snatch", None),
        ("Clean Pull (% of clean) 4x3 @ 95%", "clean", None),
        ("Clean Pull (of best clean) 4x3 @ 95%", "clean", None),
        ("Clean Pull (percentages based on 1RM clean): 4x3 @ 95%", "clean", 1),
        ("Clean Pull - % of best clean - 4x3 @ 95%", "clean", None),
    ],
)
def test_a_percent_is_of_the_lift_that_its_line_names(line: str, lift: str | None, rep_max: int | None) -> None:
    """It is named in brackets or after a mark, with `of`, `best`, `based on`, or only by its name."""
    one = prescription_of(line)
    assert (lift, rep_max, None, None) == (one.percent_of, one.percent_of_rep_max, one.load_text, one.remark)
    assert one.percent_min == one.percent_max is not None
    assert one.sets is not None
    assert one.movement.lower() in line.lower()
    assert "(" not in one.movement


@pytest.mark.parametrize(
    ("line", "load"),
    [
        ("Hang Snatch 4x2 @ 75% (of the day's best)", "75% (of the day's best)"),
        ("Hang Snatch 4x2 @ 75% (of today's heaviest)", "75% (of today's heaviest)"),
        ("Hang Snatch 4x2 @ 75% of today's snatch", "75% of today's snatch"),
        ("Front Squat 4x2 @ 75% (of bodyweight), rest 2:00", "75% (of bodyweight)"),
        ("Front Squat 5x3 @ 75% (of last week's 5RM)", "75% (of last week's 5RM)"),
        ("Front Squat: 75% (of today's clean) x 3 x 5", "75% (of today's clean)"),
        ("Front Squat 5x3 @ 75% (based on how you feel)", "75% (based on how you feel)"),
        ("Front Squat 5x3 @ 80% of today's 1-RM", "80% of today's 1-RM"),
        ("Front Squat 5x3 @ 80% (today’s 3RM)", "80% (today's 3RM)"),
        ("Front Squat 5x3 @ 80% of today's one rep max, rest 2:00", "80% of today's one rep max"),
        ("Front Squat 5x3 @ 80% of your 1RM for the day", "80% of your 1RM for the day"),
        ("Front Squat 5x3 @ 80% of 1RM Front Squat from today", "80% of 1RM Front Squat from today"),
        ("Front Squat 5x3 @ 80% of 3-RM from Monday", "80% of 3-RM from Monday"),
        ("Front Squat 5x3 @ 80% of the 1RM you just found", "80% of the 1RM you just found"),
        ("Front Squat 5x3 @ 80% of your new 1RM", "80% of your new 1RM"),
        ("Front Squat 5x3 @ 80% of the day's 1RM", "80% of the day's 1RM"),
        ("Front Squat 5x3 @ 80% of last week's 1RM", "80% of last week's 1RM"),
        ("Front Squat 5x3 @ 80% of 1RM (from above)", "80% of 1RM"),
        ("Front Squat 5x3 @ 70-80% of today's 1RM", "70-80% of today's 1RM"),
        ("Front Squat 5x3 @ 80% of today's heavy single", "80% of today's heavy single"),
        ("Front Squat 5x3 @ 80% of what you hit", "80% of what you hit"),
        ("Front Squat 5x3 @ 80% of that", "80% of that"),
    ],
)
def test_a_percent_of_something_else_is_a_load_in_words(line: str, load: str) -> None:
    """A weight of this or another day, or bodyweight, is not a maximum."""
    one = prescription_of(line)
    assert (load, None, None) == (one.load_text, one.percent_min, one.percent_of)
    assert one.sets in (4, 5)
    assert one.reps_min in (2, 3)


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("Jerk 4x2 @ 80% (from blocks)", "from blocks"),
        ("Snatch Balance 3x2 @ 75% (from the rack)", "from the rack"),
        ("Back Squat 3x5 @ 75% from pins", "from pins"),
        ("Snatch 4x2 @ 75% (hang snatch)", "hang snatch"),
        ("Front Squat 4x4 @ 75% (pause 2 seconds)", "pause 2 seconds"),
    ],
)
def test_a_bracket_about_something_else_stays_a_remark(line: str, remark: str) -> None:
    """The text is the start of a lift, its manner, or a movement without a maximum."""
    one = prescription_of(line)
    assert (remark, None) == (one.remark, one.percent_of)
    assert one.percent_min is not None


@pytest.mark.parametrize("line", ["5 x 2 @ 82% Power Clean", "@ 75% Snatch 3x2"])
def test_a_movement_after_its_percent_is_not_a_basis(line: str) -> None:
    """It is the movement of the line if there is none before it."""
    one = prescription_of(line)
    assert one.percent_of is None
    assert one.movement in line


@pytest.mark.parametrize(
    "line",
    [
        "Hang Snatch 4x3 @ 80% - snatch",
        "Snatch 3x2 @ 75% Clean 3x2 @ 80%",
        "Snatch Pull 3x3 @ 105% of Snatch, 75% Clean",
    ],
)
def test_two_readings_of_a_lift_after_a_percent_are_a_finding(line: str) -> None:
    """It may be the next movement, or what the percent is of."""
    reading = read(line)
    assert [] == reading.prescriptions
    assert ["unread"] == [finding.rule for finding in reading.findings]


@pytest.mark.parametrize("sets", ["4x3 @ 80% Snatch", "Sets 1-4: 3 reps @ 80% Snatch"])
def test_a_lift_after_the_percent_of_set_lines_is_a_finding(sets: str) -> None:
    """It may be the movement of the sets, or the maximum of the movement above."""
    reading = read(f"Hang Snatch\n{sets}")
    assert ["Hang Snatch"] == [found.movement for found in reading.prescriptions]
    assert [("unread", sets)] == [(finding.rule, finding.line) for finding in reading.findings]


@pytest.mark.parametrize(
    "line",
    [
        "Front Squat: 3x3 @ 70%, 2x3 @ 75% (of back squat)",
        "Front Squat: 3x3 @ 70% of back squat, 2x3 @ 75%",
    ],
)
def test_the_sets_of_one_line_have_one_basis(line: str) -> None:
    """It is after the first of them or after the last."""
    reading = read(line)
    assert [] == reading.findings
    assert [(70, 3, "back squat"), (75, 2, "back squat")] == [
        (one.percent_min, one.sets, one.percent_of) for one in reading.prescriptions
    ]


def test_a_basis_in_front_that_is_not_a_lift_is_a_finding() -> None:
    """Otherwise the percent would be of the movement's own maximum."""
    reading = read("Hang Snatch (of today's best) 4x2 @ 75%")
    assert [] == reading.prescriptions
    assert ["unread"] == [finding.rule for finding in reading.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deadlift 3x5 @ 80% TM", {"sets": 3, "reps": 5, "load_text": "80% TM"}),
        ("Deadlift 3x5 (80% TM)", {"sets": 3, "reps": 5, "load_text": "80% TM"}),
        ("Deadlift\n75% of training max x 5", {"reps": 5, "load_text": "75% of training max"}),
        ("Deadlift: 75% of TM x 5 x 3", {"sets": 3, "reps": 5, "load_text": "75% of TM"}),
        (
            "Deadlift 5/3/1+ @ 75/85/95% TM",
            {"sets": 3, "reps_per_set": [5, 3, 1], "max_reps": True, "load_text": "75/85/95% TM"},
        ),
        (
            "Deadlift 5-5-5+ (65-75-85% of training max)",
            {"sets": 3, "reps_per_set": [5, 5, 5], "max_reps": True, "load_text": "65-75-85% of training max"},
        ),
    ],
)
def test_a_percent_of_a_training_max_is_words(text: str, expected: dict[str, Any]) -> None:
    """It is lower than the rep max, and only the lifter knows by how much."""
    exact(text, one("Deadlift", **expected))


def test_each_set_may_have_a_percent_of_a_training_max() -> None:
    """All of them are on one line."""
    exact(
        "Deadlift\n65% TM x 5, 75% TM x 5, 85% TM x 5+",
        one("Deadlift", sets=1, reps=5, load_text="65% TM"),
        one("Deadlift", sets=1, reps=5, load_text="75% TM"),
        one("Deadlift", sets=1, reps=(5, None), load_text="85% TM"),
    )


def test_a_lift_may_begin_above_the_knee() -> None:
    """The words after the rep max are then about no other time."""
    exact(
        "Snatch 3x2 @ 70% of 1RM, above the knee",
        one("Snatch", sets=3, reps=2, percent=70, percent_of_rep_max=1),
    )


_SETS = [
    (65, {"percent_of": "Snatch", "percent_of_rep_max": 1}),
    (70, {"percent_of": "Snatch", "percent_of_rep_max": 1}),
]


@pytest.mark.parametrize(
    "text",
    [
        "Power Snatch\n3x2 @ 65% of 1-RM Snatch\n3x2 @ 70%",
        "Power Snatch\n3 sets of 2 at 65% of your 1RM Snatch\n3 sets of 2 at 70%",
        "Power Snatch\n65% of 1RM Snatch, 3x2\n70%, 3x2",
        "Power Snatch: 3x2 @ 65% of 1-RM Snatch, 3x2 @ 70%",
        "Power Snatch 3x2 @ 65% (1-RM Snatch)\nPower Snatch 3x2 @ 70%",
        "Power Snatch (% of 1-RM Snatch)\n3x2 @ 65%\n3x2 @ 70%",
    ],
)
def test_what_a_percent_is_of_counts_for_the_sets_after_it(text: str) -> None:
    """A coach writes it once."""
    exact(text, *(one("Power Snatch", sets=3, reps=2, percent=percent, **of) for percent, of in _SETS))


def test_a_set_may_say_that_its_percent_is_of_something_else() -> None:
    """Then that counts, also after sets without a percent."""
    exact(
        "Front Squat\n2 reps @ 70% of 1-RM Back Squat\n2 reps @ RPE 8\n2 reps @ 75%\n1 rep @ 85% of 3-RM\n1 rep @ 90%",
        one("Front Squat", sets=1, reps=2, percent=70, percent_of="Back Squat", percent_of_rep_max=1),
        one("Front Squat", sets=1, reps=2, rpe_min=8, rpe_max=8),
        one("Front Squat", sets=1, reps=2, percent=75, percent_of="Back Squat", percent_of_rep_max=1),
        one("Front Squat", sets=1, reps=1, percent=85, percent_of_rep_max=3),
        one("Front Squat", sets=1, reps=1, percent=90, percent_of_rep_max=3),
    )


def test_what_a_percent_is_of_does_not_count_for_another_movement() -> None:
    """Its own maximum does."""
    exact(
        "Power Snatch\n3x2 @ 65% of 1-RM Snatch\nFront Squat\n3x2 @ 70%",
        one("Power Snatch", sets=3, reps=2, percent=65, percent_of="Snatch", percent_of_rep_max=1),
        one("Front Squat", sets=3, reps=2, percent=70),
    )


@pytest.mark.parametrize("base", ["of today's single", "of the top set", "TM", "of training max", "of bodyweight"])
@pytest.mark.parametrize(
    "text", ["Squat\n3 reps at 75% {base}\n3 reps at 85%", "Squat: 3 reps at 75% {base}, 3 reps at 85%"]
)
def test_a_percent_after_one_of_no_rep_max_is_words_too(base: str, text: str) -> None:
    """It is of the same, so that no weight can be computed."""
    texts = [(fields["sets"], fields["reps_min"], fields["load_text"]) for fields in prescribed(text.format(base=base))]
    assert [(1, 3, f"75% {base}"), (1, 3, "85%")] == [
        (sets, reps, load.removeprefix("at ")) for sets, reps, load in texts
    ]


@pytest.mark.parametrize("own", ["50% bodyweight", "50% BW", "60% effort", "60% of max effort", "60% intensity"])
def test_a_percent_of_bodyweight_or_of_effort_is_not_a_base_of_the_lines_below(own: str) -> None:
    """Those are of the usual maximum, or of the one that a line above names."""
    exact(
        f"Back Squat\n1x10 @ {own}\n3x5 @ 70%\n3x3 @ 80%",
        one("Back Squat", sets=1, reps=10, load_text=own),
        one("Back Squat", sets=3, reps=5, percent=70),
        one("Back Squat", sets=3, reps=3, percent=80),
    )
    exact(
        f"Back Squat\n3x5 @ 75% TM\n1x10 @ {own}\n3x3 @ 80%",
        one("Back Squat", sets=3, reps=5, load_text="75% TM"),
        one("Back Squat", sets=1, reps=10, load_text=own),
        one("Back Squat", sets=3, reps=3, load_text="80%"),
    )


@pytest.mark.parametrize("own", ["50% bodyweight", "60% effort"])
def test_the_percents_of_one_line_are_of_the_same(own: str) -> None:
    """A list states it once, so that the later percents of the line are words, too."""
    exact(
        f"Back Squat 3x5 @ {own}, 3x3 @ 80%",
        one("Back Squat", sets=3, reps=5, load_text=own),
        one("Back Squat", sets=3, reps=3, load_text="80%"),
    )


def test_a_percent_before_one_of_a_training_max_is_a_finding() -> None:
    """It may be of the same."""
    line = "Squat: 5 reps at 75%, 3 reps at 85% of your training max"
    reading = read(line)
    assert [] == reading.prescriptions
    assert [line] == [finding.line for finding in reading.findings]


def test_no_name_of_a_movement_has_a_percent_sign() -> None:
    """The percents below would lose the maximum that they are of."""
    assert [] == read("Press (all %s of training max)\n70% x 3, 80% x 3, 90% x 3+").prescriptions


NOTES = [
    ("ercentages are based on your 1-RM Back Squat", "Back Squat", 1),
    ("ercents are of best back squat", "back squat", None),
    ("ercentages are based off of your back squat 1RM.", "back squat", 1),
]


@pytest.mark.parametrize(("note", "lift", "rep_max"), NOTES)
def test_a_line_about_all_percents_names_the_lift_of_those_that_name_none(note: str, lift: str, rep_max: int) -> None:
    """It is above the percents or below them, and those of a line with a lift of its own stay."""
    sets = "Front Squat 3x3 @ 75%\nPush Press 3x3 @ 80% of 1RM Jerk\nBox Squat\n5 @ 60%\n3 @ 70%"
    expected = [(lift, rep_max), ("Jerk", 1), (lift, rep_max), (lift, rep_max)]
    for text in (f"{sets}\nAll p{note}", f"All p{note}\n{sets}", f"*P{note}\n{sets}"):
        reading = read(text)
        assert expected == [(asks.percent_of, asks.percent_of_rep_max) for asks in reading.prescriptions]
        assert [] == reading.findings


@pytest.mark.parametrize("note", ["(% of back squat)", "*Percentages are based on your back squat"])
def test_a_line_about_the_percents_is_of_the_movement_directly_above_it(note: str) -> None:
    """All its sets are, and those of other movements are not."""
    reading = read(f"Push Press 3x3 @ 80%\nFront Squat\n5 @ 60%\n3 @ 70%\n{note}\nDeadlift 3x3 @ 70%")
    assert [None, "back squat", "back squat", None] == [asks.percent_of for asks in reading.prescriptions]
    assert [] == reading.findings


def test_a_base_that_no_percent_takes_is_a_finding() -> None:
    """The percents may be in a line that was not read."""
    assert ["number"] == [finding.rule for finding in read("Front Squat 3x3\n% of Back Squat").findings]


@pytest.mark.parametrize(
    "note",
    [
        "Percentages are based on today's heavy single",
        "Percentages are based on how you feel",
        "Percentages for the pulls are based on your clean",
        "Percentages are of your 1-RM",
        "Percentages are based on your 1RM Back Squat from Monday",
        "Percentages are of bodyweight squat",
    ],
)
def test_a_line_about_other_percents_changes_none(note: str) -> None:
    """Its base is of this day, of some lifts, has no name, or is one of two."""
    [sets] = read(f"Front Squat 3x3 @ 75%\n{note}").prescriptions
    assert (None, None) == (sets.percent_of, sets.percent_of_rep_max)
