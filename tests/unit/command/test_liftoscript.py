"""Sessions as Liftoscript: all that is prescribed, or nothing."""

from typing import Any

import msgspec
import pytest

from tests.figures import record
from tests.notation import read_segment
from wod_cli.lifter.liftoscript import NotExpressible, liftoscript

MONDAY = "2021-03-08"


def session(day: str = MONDAY, warm_up: str = "", **segments: str) -> Any:
    """A session with what was read of its segments."""
    readings = {letter: read_segment(letter, text) for letter, text in segments.items()}
    prescriptions = [msgspec.to_builtins(one) for reading in readings.values() for one in reading.prescriptions]
    lines = [
        {"segment": letter, "line": number, "kind": line.kind}
        for letter, reading in readings.items()
        for number, line in enumerate(reading.lines)
    ]
    texts: dict[str, Any] = {f"segment_{letter}": text for letter, text in segments.items()}
    return record(day, *prescriptions, session="Monday", warm_up=warm_up, lines=lines, **texts)


def exercises(text: str, pair: Any = "first") -> list[str]:
    """The lines of exercises of a session with one segment."""
    lines = liftoscript([session(a=text)], pair).splitlines()
    return [line for line in lines if not line.startswith(("#", "//")) and line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Back Squat x 5 reps @ 70%", "a: Squat, Barbell / 1x5 70% / warmup: none"),
        (
            "Every 2 minutes, for 10 minutes (5 sets):\nBack Squat x 5 reps @ 72.5% of 1-RM Back Squat",
            "a: Squat, Barbell / 5x5 72.5% 120s|0s auto / warmup: none",
        ),
        (
            "Three sets of:\nPull-Ups x 8-10 reps\nRest 90 seconds",
            "a: Pull Up, Bodyweight / 3x8-10 0kg 90s / warmup: none",
        ),
        (
            "Three sets of:\nFront Squat x 5 reps @ RPE 8\nRest 2 minutes",
            "a: Front Squat, Barbell / 3x5 @8 120s / warmup: none",
        ),
        ("Thruster x 10 reps (95/65 lb)", "a: Thruster, Barbell / 1x10 95lb / warmup: none"),
        ("Snatch x 2 reps", "a: Snatch, Barbell / 1x2 ?+ / warmup: none"),
        (
            "Three sets of:\nPlank x 40 seconds\nRest 30 seconds",
            "a: Plank, Bodyweight / 3x1 0kg 40s|30s / warmup: none",
        ),
    ],
)
def test_a_prescription_is_an_exercise_with_its_sets(text: str, line: str) -> None:
    """Repetitions, percents of its own maximum, weights, RPE, rests, and intervals as sets that start by the clock."""
    assert [line] == exercises(text)


def test_set_lines_are_sets_of_one_exercise() -> None:
    """They keep their order, each with its load."""
    scheme = "Every 2 minutes, for 6 minutes (3 sets):"
    text = f"{scheme}\nSnatch x 2 reps\n*Sets 1-2 = @ 70% of 1-RM Snatch\n*Set 3 = @ 75% of 1-RM Snatch"
    assert ["a: Snatch, Barbell / 2x2 70% 120s|0s auto, 1x2 75% 120s|0s auto / warmup: none"] == exercises(text)


def test_the_lifters_amount_of_a_pair_is_exported() -> None:
    """The second, if that is the lifter's."""
    assert ["a: Thruster, Barbell / 1x10 65lb / warmup: none"] == exercises("Thruster x 10 reps (95/65 lb)", "second")


def test_movements_that_take_turns_are_a_superset() -> None:
    """Named by the segment, whose letter is also the label of each exercise."""
    assert [
        "a: Pull Up, Bodyweight / 3x8 0kg / warmup: none / superset: a",
        "a: Push Up, Bodyweight / 3x10 0kg 60s / warmup: none / superset: a",
    ] == exercises("Three sets of:\nPull-Ups x 8 reps\nPush-Ups x 10 reps\nRest 60 seconds")


@pytest.mark.parametrize(
    "text",
    [
        "Superset:\nPull-Ups 3 x 8\nPush-Ups 3 x 8",
        "Three sets of: Pull-Ups x 8 reps, Push-Ups x 8 reps",
        "Pull-Ups x 8 reps\nPush-Ups x 8 reps\nx 3 sets",
        "A1. Pull-Ups 3 x 8\nA2. Push-Ups 3 x 8",
    ],
)
def test_a_superset_has_a_scheme_or_numbers(text: str) -> None:
    """The scheme may be above, below or on the line itself; `A1.` and `A2.` name a superset without one."""
    assert [
        "a: Pull Up, Bodyweight / 3x8 0kg / warmup: none / superset: a",
        "a: Push Up, Bodyweight / 3x8 0kg / warmup: none / superset: a",
    ] == exercises(text)


def test_lifts_that_follow_each_other_are_not_a_superset() -> None:
    """In a day without letters each has its own sets, and a scheme further down is not theirs."""
    text = "Snatch 5x2 @ 70%\nBack Squat 3x5 @ 80%\nThree sets of:\nPull-Ups x 8 reps\nPush-Ups x 10 reps"
    assert [
        "a: Snatch, Barbell / 5x2 70% / warmup: none",
        "a: Squat, Barbell / 3x5 80% / warmup: none",
        "a2: Pull Up, Bodyweight / 3x8 0kg / warmup: none / superset: a2",
        "a2: Push Up, Bodyweight / 3x10 0kg / warmup: none / superset: a2",
    ] == exercises(text)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (
            "Every 2 minutes, for 10 minutes (5 sets):\nSnatch x 2 reps @ 70%\nBack Squat 3x5 @ 80%",
            "Snatch x 2 reps @ 70%",
            "one scheme for lifts with different numbers of sets",
        ),
        ("Pull-Ups 3x8, Push-Ups 3x10", "Pull-Ups 3x8, Push-Ups 3x10", "take turns or follow each other"),
        ("4 x Superset\nPull-Ups x 8 reps\nPush-Ups x 8 reps", "Pull-Ups x 8 reps", "take turns or follow each other"),
    ],
)
def test_a_superset_that_the_post_leaves_open_is_not_guessed(text: str, line: str, what: str) -> None:
    """A line of two lifts, an unread line and uneven sets are named as missing, and nothing is written."""
    with pytest.raises(NotExpressible) as missing:
        liftoscript([session(a=text)], "first")
    assert f"2021-03-08 A “{line}”" in str(missing.value)
    assert what in str(missing.value)


def test_weeks_and_days_have_names_and_the_coachs_words() -> None:
    """A description before the day has its text as written, and one before each exercise its line."""
    rest_day = session("2021-03-10", warm_up="Go for a walk.")
    sessions = [session(warm_up="Row", a="Back Squat x 5 reps @ 70%\nStay tight."), rest_day]
    sessions.append(session("2021-03-15", a="Snatch x 1 rep @ 80%"))
    assert [
        "# 2021-W10",
        "",
        "// Row",
        "// Back Squat x 5 reps @ 70%",
        "// Stay tight.",
        "## 2021-03-08 Monday",
        "// Back Squat x 5 reps @ 70%",
        "a: Squat, Barbell / 1x5 70% / warmup: none",
        "",
        "# 2021-W11",
        "",
        "// Snatch x 1 rep @ 80%",
        "## 2021-03-15 Monday",
        "// Snatch x 1 rep @ 80%",
        "a: Snatch, Barbell / 1x1 80% / warmup: none",
    ] == liftoscript(sessions, "first").splitlines()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Snatch x 2 reps @ 70-75%", "a range of percents"),
        ("Snatch Pull x 3 reps @ 90% of 1-RM Snatch", "a percent of another lift"),
        ("Back Squat x 5 reps @ 80% of 5-RM Back Squat", "of more repetitions"),
        ("(Snatch + Hip Snatch) x 1 rep @ 70%", "no such exercise"),
        ("Muscle Snatch x 3 reps", "no such exercise"),
        ("In 20 minutes, establish a 1-RM Back Squat", "a test"),
        ("Split Squats x 8 reps each leg", "no such exercise"),
        ("Back Squat x 5 reps @ 30X1", "a tempo"),
        ("Back Squat x 5 reps @ 60-70 kg", "a range of weights"),
        ("Back Squat x 5 reps @ RPE 8 or less", "a range of RPE"),
        ("Back Squat x 5 reps @ 70%, RPE 8 or less", "two loads"),
    ],
)
def test_a_prescription_that_would_be_lost_is_named_with_its_line(text: str, what: str) -> None:
    """So are the day and the segment, and nothing is written of the rest."""
    with pytest.raises(NotExpressible) as missing:
        liftoscript([session(a=text, b="Back Squat x 5 reps @ 70%")], "first")
    assert f"2021-03-08 A “{text}”" in str(missing.value)
    assert what in str(missing.value)


def test_of_a_ladder_the_set_that_would_be_lost_is_named() -> None:
    """The warning does not name the first set of the ladder."""
    sets = "*Sets 1-2 = @ 70% of 1-RM Snatch\n*Set 3 = @ 75-80% of 1-RM Snatch"
    with pytest.raises(NotExpressible, match=r"“[*]Set 3 = @ 75-80% of 1-RM Snatch”"):
        liftoscript([session(a=f"Every 2 minutes, for 6 minutes (3 sets):\nSnatch x 2 reps\n{sets}")], "first")


def test_of_many_losses_the_first_are_named() -> None:
    """A sentence stays a sentence."""
    with pytest.raises(NotExpressible, match="; and 3 more"):
        liftoscript([session(f"2021-03-0{day}", a="Muscle Snatch x 3 reps") for day in range(1, 9)], "first")
