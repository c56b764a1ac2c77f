"""Sets by repetitions: which of the numbers is which, and in which signs and words."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Front Squat 78% x 3 x 5", [{"sets": 5, "reps": 3, "percent": 78}]),
        ("Front Squat 60 kg x 2 x 4", [{"sets": 4, "reps": 2, "kg": 60}]),
        ("Front Squat, 67.5 kg x 3 x 2", [{"sets": 2, "reps": 3, "kg": 67.5}]),
        ("Front Squat 140 kg x 4", [{"reps": 4, "kg": 140}]),
        (
            "Front Squat: 70% x 2 x 3, 75% x 1 x 2",
            [{"sets": 3, "reps": 2, "percent": 70}, {"sets": 2, "reps": 1, "percent": 75}],
        ),
        (
            "Front Squat: 80 kg x 3, 90 kg x 2 x 2",
            [{"sets": 1, "reps": 3, "kg": 80}, {"sets": 2, "reps": 2, "kg": 90}],
        ),
    ],
)
def test_after_a_percent_or_a_weight_reps_come_before_sets(line: str, sets: list[dict[str, Any]]) -> None:
    """The way of weightlifters, who write kilograms like percents."""
    exact(line, *(one("Front Squat", **says) for says in sets))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Back Squat\n70%/3x2", [(70, 3, 2)]),
        ("Snatch\n70%/3, 75%/2x2", [(70, 3, 1), (75, 2, 2)]),
        ("Snatch 60%/3 70%/2x2 80%/1x3", [(60, 3, 1), (70, 2, 2), (80, 1, 3)]),
        ("Snatch 70% /2x3, 80% /1x3", [(70, 2, 3), (80, 1, 3)]),
        ("Snatch 60%/2; (75%/2)3", [(60, 2, 1), (75, 2, 3)]),
        ("Snatch (60%/2)x2, (70%/2)x3", [(60, 2, 2), (70, 2, 3)]),
        ("Snatch 65%x3x2, 70%x2x2", [(65, 3, 2), (70, 2, 2)]),
        ("Snatch (60%x3)2, (70%x2)3", [(60, 3, 2), (70, 2, 3)]),
        ("Snatch (60% x 3) 2 sets", [(60, 3, 2)]),
        ("Snatch (60% x 3), 2 sets", [(60, 3, 2)]),
        ("Snatch (60% x 3) 2 sets, (70% x 2) 3 sets", [(60, 3, 2), (70, 2, 3)]),
        ("Snatch\n(60%x3)2\n(70% x 2)3", [(60, 3, 2), (70, 2, 3)]),
        ("Snatch @ 70%/2x4", [(70, 2, 4)]),
        ("Snatch\n@ 60%/2, @ 70%/2x2", [(60, 2, 1), (70, 2, 2)]),
    ],
)
def test_after_a_percent_and_a_slash_are_reps_and_sets(text: str, expected: list[tuple[int, int, int]]) -> None:
    """The percent, the reps at it, and how many sets of them."""
    exact(text, *(one("Snatch" if "Sn" in text else "Back Squat", percent=p, reps=r, sets=s) for p, r, s in expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snatch 70/3x2", [("70", 3, 2)]),
        ("Snatch\n60/3, 70/2x2", [("60", 3, 1), ("70", 2, 2)]),
        ("Snatch: 65/3 70/3 75/2x2", [("65", 3, 1), ("70", 3, 1), ("75", 2, 2)]),
    ],
)
def test_a_number_in_front_of_a_slash_and_reps_is_a_load_as_written(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    """It may be percents or kilograms."""
    exact(text, *(one("Snatch", load_text=load, reps=reps, sets=sets) for load, reps, sets in expected))


def test_weights_may_stand_in_front_of_a_slash_and_reps() -> None:
    """Weights are read like percents there."""
    exact("Snatch\n60kg/3, 70kg/2x2", one("Snatch", kg=60, reps=3, sets=1), one("Snatch", kg=70, reps=2, sets=2))


def test_a_weight_after_a_slash_is_followed_by_sets_and_reps() -> None:
    """`80 kg / 2 x 3` is not a pair of weights."""
    exact("Back Squat @ 80 kg / 2 x 3", one("Back Squat", sets=2, reps=3, kg=80))


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Row 3 by 10", one("Row", sets=3, reps=10)),
        ("DB Curl 3 by 8-10", one("DB Curl", sets=3, reps=(8, 10))),
        ("3 by 12 DB Curls", one("DB Curls", sets=3, reps=12)),
        ("Back Squat 3 by 5 @ 70%", one("Back Squat", sets=3, reps=5, percent=70)),
    ],
)
def test_by_stands_between_sets_and_reps(line: str, asks: dict[str, Any]) -> None:
    """`by` is the spoken form of `x`."""
    exact(line, asks)


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Squat 3x5 sets across", one("Squat", sets=3, reps=5)),
        ("Squat 3x5 (sets across)", one("Squat", sets=3, reps=5)),
        ("Squat 3x5, sets across", one("Squat", sets=3, reps=5)),
        ("Squat 3 x 5 sets across, rest 2 min", one("Squat", sets=3, reps=5, rest_seconds=120)),
        ("Squat 5x3 sets across @ 70%", one("Squat", sets=5, reps=3, percent=70)),
        ("Squat 3x5 across", one("Squat", sets=3, reps=5)),
        ("Squat 3x5 straight sets", one("Squat", sets=3, reps=5)),
        ("Squat 5 reps x 3 sets across", one("Squat", sets=3, reps=5)),
        ("Squat 5 x 3 sets", one("Squat", sets=3, reps=5)),
        ("Squat 5x3 sets @ 70%", one("Squat", sets=3, reps=5, percent=70)),
    ],
)
def test_sets_across_do_not_say_which_number_counts_sets(line: str, asks: dict[str, Any]) -> None:
    """They say that the load stays; `3 sets` alone would name the number of sets."""
    exact(line, asks)


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Bench Press @ 5x5", one("Bench Press", sets=5, reps=5)),
        ("Bench Press at 4x6", one("Bench Press", sets=4, reps=6)),
        ("Bench Press @ 3x4-6", one("Bench Press", sets=3, reps=(4, 6))),
        ("Back Squat @ 3x5 RPE 7-8", one("Back Squat", sets=3, reps=5, rpe_min=7, rpe_max=8)),
        ("Deadlift @ 3x5, 150kg", one("Deadlift", sets=3, reps=5, weight=150, weight_unit="kg")),
        ("Back Squat @ 5 x 3 x 80%", one("Back Squat", sets=5, reps=3, percent=80)),
        ("Back Squat @ 3 x max reps", one("Back Squat", sets=3, max_reps=True)),
        ("Back Squat 80% @ 3x5", one("Back Squat", sets=3, reps=5, percent=80)),
        ("Bench Press @ 100 x 5", one("Bench Press", reps=5, load_text="100")),
        ("Bench Press @ 100kg 5x5", one("Bench Press", sets=5, reps=5, weight=100, weight_unit="kg")),
        ("Bench Press @ 80% 5x5", one("Bench Press", sets=5, reps=5, percent=80)),
        ("Lateral Raise 3 sets @ 5 x 12", one("Lateral Raise", sets=3, reps=12, load_text="5")),
    ],
)
def test_a_low_number_after_an_at_sign_and_in_front_of_reps_counts_the_sets_of_a_lift(
    line: str, asks: dict[str, Any]
) -> None:
    """A higher number is a weight, and so is any number if the sets are stated."""
    exact(line, asks)


@pytest.mark.parametrize(
    "line",
    [
        "Bench Press @ 8 x 3",
        "Deadlift @ 12 x 3",
        "Lateral Raise @ 5 x 12",
        "Split Squat @ 3x8/side",
        "Row @ 5 x 500 m",
        "Back Squat 5 @ 5x3",
    ],
)
def test_a_number_after_an_at_sign_that_may_be_sets_or_a_load_is_a_finding(line: str) -> None:
    """Eight may be sets or an RPE, and five may be the kilograms of a dumbbell."""
    unread(line)


@pytest.mark.parametrize("line", ["Box Jump 24 by 20", "Drop by 10", "Run 4 by 400 m"])
def test_by_between_other_numbers_gives_no_sets(line: str) -> None:
    """The first is a height, the second a difference, the third has no form that is known for certain."""
    assert prescribed(line) == []


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Back Squat 5*5 @ 70%", one("Back Squat", sets=5, reps=5, percent=70)),
        ("Squat – sets: 4, reps: 6, RPE: 7", one("Squat", sets=4, reps=6, rpe_min=7, rpe_max=7)),
        ("Snatch – sets 5 – reps 2 – 72%", one("Snatch", sets=5, reps=2, percent=72)),
        ("Bench Press 4x6 @ 69% – rest :60", one("Bench Press", sets=4, reps=6, percent=69, rest_seconds=60)),
        ("Bench Press 4x6, rest :90", one("Bench Press", sets=4, reps=6, rest_seconds=90)),
        (
            "Front Squat 4 x 1.1.1 @ 86%, rest 15 sec between singles",
            one("Front Squat", sets=4, reps=3, cluster=[1, 1, 1], percent=86),
        ),
    ],
)
def test_sets_and_rests_in_other_signs(line: str, asks: dict[str, Any]) -> None:
    """A rest inside a set is a remark, and no rest between sets."""
    exact(line, asks)


@pytest.mark.parametrize("line", ["Back Squat 5*5*5", "Front Squat 75%*3", "Back Squat 3*"])
def test_an_asterisk_that_is_not_between_two_counts_gives_no_sets(line: str) -> None:
    """It may lead to a note."""
    assert prescribed(line) == []
    assert [line] == [finding.line for finding in read(line).findings if finding.line == line]


def test_sets_in_front_of_a_range_of_reps() -> None:
    """Three sets of seven to nine."""
    exact("Bench Press x3 7-9reps", one("Bench Press", sets=3, reps=(7, 9)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring Row 3-4 x 5", [one("Ring Row", sets=3, sets_max=4, reps=5)]),
        ("Ring Row 3-4 x 5 reps", [one("Ring Row", sets=3, sets_max=4, reps=5)]),
        ("Ring Row 6-8 x 3", [one("Ring Row", sets=3, reps=(6, 8))]),
    ],
)
def test_a_low_range_is_of_sets_and_a_high_one_of_repetitions(text: str, expected: list[dict[str, Any]]) -> None:
    """No one does six to eight sets of three to choose from."""
    exact(text, *expected)


@pytest.mark.parametrize("line", ["Snatch Pull 3-5x2 @ 90%", "Ring Row 4-6 x 3"])
def test_a_low_range_of_more_than_the_number_after_it_is_a_finding(line: str) -> None:
    """It may count the sets or the repetitions."""
    assert ([], [line]) == (prescribed(line), [finding.line for finding in read(line).findings])


def test_a_number_of_times_below_a_lift_counts_sets() -> None:
    """It states no repetitions."""
    exact("Back Squat\n3x", one("Back Squat", sets=3))


@pytest.mark.parametrize("verb", ["Perform", "Complete", "Do"])
def test_sets_below_a_name_are_its_own_after_a_verb_too(verb: str) -> None:
    """They are not a scheme for the next movement."""
    text = f"Back Squat\n{verb} 5 sets of 4 reps\nDeadlift\n{verb} 3 x 2"
    exact(text, one("Back Squat", sets=5, reps=4), one("Deadlift", sets=3, reps=2))


@pytest.mark.parametrize("title", ["Front Squat 4x4", "Front Squat\n4x4"])
@pytest.mark.parametrize("scheme", ["Complete 3 sets of 12", "Complete 3 sets of 12:"])
def test_after_other_sets_such_a_line_may_be_of_the_movements_below(title: str, scheme: str) -> None:
    """It is a finding, and counts for none."""
    text = f"{title}\n{scheme}\nPush-Ups\nSit-Ups"
    assert [one("Front Squat", sets=4, reps=4), one("Push-Ups"), one("Sit-Ups")] == prescribed(text)
    assert [scheme] == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize(
    "text", ["Work up to 3 sets of 5 Back Squats", "Back Squats\nBuild to 3 sets of 5", "Back Squats\nBuild up to 3x5"]
)
def test_sets_that_are_worked_up_to_are_sets(text: str) -> None:
    """The sets before them are a warm-up."""
    exact(text, one("Back Squats", sets=3, reps=5))


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Snatch\n100 kg = 4 reps\n105 kg = 3 reps", [(1, 4, 100), (1, 3, 105)]),
        ("Snatch: 100 kg = 4 reps, 105 kg = 3 reps", [(1, 4, 100), (1, 3, 105)]),
        ("Snatch - 100 kg x 2 x 2 / 105 kg x 2 x 2 / 110 kg x 1", [(2, 2, 100), (2, 2, 105), (1, 1, 110)]),
        ("Snatch, 2 @ 100 kg / 105 kg x 2 x 3 sets", [(1, 2, 100), (3, 2, 105)]),
        ("Snatch: 100 kg x 2 x 2 / 3 at 105 kg / 1 at 110 kg", [(2, 2, 100), (1, 3, 105), (1, 1, 110)]),
        ("Snatch\n* 100 kgx4\n* 105 kgx2", [(1, 4, 100), (1, 2, 105)]),
        ("Snatch: 3x2 (100 kg) / 105kgx2", [(3, 2, 100), (1, 2, 105)]),
    ],
)
def test_sets_and_their_weights_stand_together_in_many_ways(text: str, sets: list[tuple[int, int, float]]) -> None:
    """A slash with spaces, an equals sign and an x without a space all join them."""
    exact(text, *(one("Snatch", sets=number, reps=reps, kg=weight) for number, reps, weight in sets))


def test_an_ambiguous_line_is_a_finding() -> None:
    """Three sets or two."""
    line = "Back Squat 70% / 3x2"
    assert [] == prescribed(line)
    assert ["unread"] == [finding.rule for finding in read(line).findings]


@pytest.mark.parametrize(
    "line", ["5 working sets of 3 as fast as you can and then some", "At 75% of your 1RM 5 working sets of 3 RDL"]
)
def test_a_line_of_sets_is_not_a_silent_note(line: str) -> None:
    """It begins with sets, or has them beside a movement."""
    reading = read(f"Back Squat\n{line}")
    assert line in [finding.line for finding in reading.findings]


@pytest.mark.parametrize(
    "line", ["Snatch Pull + Snatch - 5 at 185 lbs + 3 at 190 lbs", "Clean & Jerk, 5 reps - 60% / 2x3 at 65%"]
)
def test_a_list_of_sets_that_is_not_read_is_a_finding(line: str) -> None:
    """Its weights are beside a movement."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_sets_of_an_unknown_movement_are_not_a_silent_note() -> None:
    """Sets by reps in a few words are training, whatever is trained."""
    line = "Zorb 5x5 add 2.5 lb"
    assert [line] == [finding.line for finding in read(line).findings]


def test_sets_without_a_movement_are_a_finding() -> None:
    """The line above them was taken for a note, so no one would see that they are missing."""
    reading = read("Something nice\n5x3")
    assert [] == reading.prescriptions
    assert [("unread", "5x3")] == [(finding.rule, finding.line) for finding in reading.findings]


def test_sets_of_another_movement_are_not_those_of_the_one_above() -> None:
    """The words after `of` name it, whether the catalogue knows it or not."""
    text = "4 x 8 of strict press\n4 x 8 of side laterals\n4 x 8 of wobblers"
    assert prescribed(text) == [one("strict press", sets=4, reps=8), one("side laterals", sets=4, reps=8)]
    assert ["unread"] == [finding.rule for finding in read(text).findings]


@pytest.mark.parametrize("line", ["5x3 of the complex", "5 sets of 3", "5x3 @ 75% of 1-RM Snatch"])
def test_of_something_else_belongs_to_the_sets(line: str) -> None:
    """They belong to the movement above."""
    found = prescribed(f"Snatch Pull\n{line}")
    assert [("Snatch Pull", 5, 3)] == [(one["movement"], one["sets"], one["reps_min"]) for one in found]


@pytest.mark.parametrize("sets", ["3 x 15,12,12", "3 x 15, 12, 12", "3 sets of 15,12,12", "3 x 15-12-12"])
def test_as_many_reps_as_sets_are_those_of_each(sets: str) -> None:
    """The first set has fifteen, and the others twelve."""
    exact(f"Leg curls {sets}", one("Leg curls", sets=3, reps_per_set=[15, 12, 12]))


@pytest.mark.parametrize("sets", ["3 sets of 15,12,10", "3 sets of 15-12-10", "3 x 15,12,10", "3 x 15-12-10"])
def test_sets_of_as_many_reps_are_those_of_each(sets: str) -> None:
    """No one does so many in waves."""
    exact(f"Leg curls {sets}", one("Leg curls", sets=3, reps_per_set=[15, 12, 10]))


@pytest.mark.parametrize(
    "sets", ["3 x 21-15-9", "3 x 21,15,9", "3 x 3,2,1", "3 x 2,1,1", "4 x 15,12,12", "2 sets of 15,12,12"]
)
def test_another_list_of_reps_after_sets_is_not_read(sets: str) -> None:
    """It may be a wave that is done several times."""
    assert [] == prescribed(f"Leg curls {sets}")
    assert ["unread"] == [finding.rule for finding in read(f"Leg curls {sets}").findings]


def test_a_long_list_of_reps_is_not_a_wave() -> None:
    """Five numbers after five sets are their repetitions."""
    exact("Back Squat 5 x 5,5,3,3,1", one("Back Squat", sets=5, reps_per_set=[5, 5, 3, 3, 1]))


@pytest.mark.parametrize("line", ["3 x 21-15-9 Thrusters", "3 x 21,15,9 Thrusters", "Thruster 3 x 21,15,9"])
def test_the_mark_between_reps_does_not_say_how_often_they_are_done(line: str) -> None:
    """They may be done once or three times."""
    unread(line)


@pytest.mark.parametrize(
    "line",
    [
        "Push Press: 175x2, x2, x1",
        "Power Cleans: 60 kg x 3, x3",
        "Power Cleans: 140x3,x3",
        "Snatch 70%x2, 75%x2, x1",
        "Squat 100 kg, x 5, x 3, x 2",
        "Squat 5 @ 100 kg, x 5, x 3",
        "Squat 100 kg x 5 x 2, x 3, x 3",
        "Squat 70% x 3, x 8, x 2 sets",
        "Row 500 m x 3, x 3, x 2",
        "3 Snatches 60 kg x 3, x 3, x 2",
        "Snatch 60 kg x 3, rest 2 min, x 3, x 2",
    ],
)
def test_repetitions_after_a_comma_may_be_a_set_or_the_number_of_sets(line: str) -> None:
    """`60 kg x 3, x 3` may be two sets or three."""
    unread(line)


def test_repetitions_after_several_commas_are_sets_with_the_same_load() -> None:
    """The load is not written again, until there is another one."""
    five, three = (
        one("Back Squat", sets=1, reps=5, kg=100),
        one("Back Squat", sets=1, reps=3, percent=80),
    )
    exact("Back Squat 100 kg x 5, x 5, x 5", five, five, five)
    exact("Back Squat\n80% x 3, x 3, x 3", three, three, three)


def test_a_number_of_sets_may_stand_after_a_comma_if_it_says_so() -> None:
    """`x 3 sets` is not another set, and a distance has no repetitions."""
    exact("Back Squat 5 reps, x 3 sets", one("Back Squat", sets=3, reps=5))
    exact("Run 400 m, x 5", one("Run", sets=5, m=400))
    exact("Snatch 70% x 3 x 4", one("Snatch", sets=4, reps=3, percent=70))


@pytest.mark.parametrize("line", ["Front Squat 3x3 @ 80% + 1x8 @ 65%", "Front Squat\n3x3 @ 80% + 1x8 @ 65%"])
def test_a_plus_may_be_between_sets_with_loads_of_their_own(line: str) -> None:
    """They are sets of the same movement, one after another."""
    exact(line, one("Front Squat", sets=3, reps=3, percent=80), one("Front Squat", sets=1, reps=8, percent=65))


@pytest.mark.parametrize(
    "line",
    [
        "Front Squat 3x3 + 1x8 @ 65%",
        "Front Squat 3x3 @ 80% + 1x8",
        "Front Squat 3x3 @ 80% + 20 Burpees",
        "Clean + Jerk 3x1 @ 80% + 2x1 @ 85%",
    ],
)
def test_a_plus_between_sets_that_may_share_a_load_is_a_finding(line: str) -> None:
    """The load may be that of both, and a complex has a plus too."""
    unread(line)
