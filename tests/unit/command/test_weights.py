"""The weights to load after the lines of a session, and the maxima that they need."""

from typing import Any

import msgspec
import pytest
from rich.console import Console

from tests.figures import ask, load, reps
from tests.notation import BLOG, read_segment
from wod.lifting.lifter import Lifter, Maximum, Settings, defaults
from wod.lifting.prescribed_load import PrescribedLoad, prescribed_load
from wod_cli.terminal.session_page import session_page


def maximum(lift: str, weight: float, day: str = "2021-01-01", **fields: Any) -> Maximum:
    return msgspec.convert({"lift": lift, "weight": weight, "unit": "kg", "date": day, "reps": 1} | fields, Maximum)


MAXIMA = [maximum("Snatch", 100), maximum("Clean & Jerk", 125), maximum("Back Squat", 161)]
LIFTER = Lifter(settings=defaults("kg"), maxima=MAXIMA)


def lifter(**settings: Any) -> Lifter:
    return Lifter(settings=Settings(**msgspec.to_builtins(LIFTER.settings) | settings), maxima=MAXIMA)


def prescribed(line: str) -> PrescribedLoad | None:
    (prescription,) = read_segment("a", line).prescriptions
    return prescribed_load(msgspec.to_builtins(prescription), BLOG)


def page(text: str, *prescriptions: dict[str, Any], width: int = 100, **given: Any) -> str:
    """The page of a session with this text, as a terminal shows it."""
    record = {
        "date": "2021-03-08",
        "session": "Monday",
        "warm_up": "",
        "segment_a": text,
        "prescriptions": list(prescriptions),
    }
    console = Console(width=width)
    with console.capture() as capture:
        console.print(session_page(record, **given))
    return capture.get()


def read(text: str, own: Lifter = LIFTER) -> str:
    """The page of a session as it is read from this text."""
    prescriptions = [msgspec.to_builtins(prescription) for prescription in read_segment("a", text).prescriptions]
    return page(text, *prescriptions, lifter=own, width=200)


def shown_after(shown: str) -> list[str]:
    """The text after each line of the part on a page."""
    lines = [line.strip("│ ") for line in shown.splitlines()[2:-1]]
    return [line.partition("→")[2].strip() for line in lines[: lines.index("")]]


@pytest.mark.parametrize(
    ("line", "lift", "rep_max", "percents"),
    [
        ("Snatch x 1 rep @ 75-80%", "Snatch", 1, (75, 80)),
        ("Snatch Pull x 3 reps @ 101%+ of 1-RM Snatch", "Snatch", 1, (101, None)),
        ("(Clean + Jerk) x 1 rep @ 70% of 1-RM Clean & Jerk", "Clean & Jerk", 1, (70, 70)),
        ("Back Squat x 5 reps @ 80% of 5-RM Back Squat", "Back Squat", 5, (80, 80)),
        ("Good Morning x 5 reps @ 40%", "Back Squat", 1, (40, 40)),
    ],
)
def test_a_percent_is_of_the_lift_that_the_post_or_else_the_catalogue_names(
    line: str, lift: str, rep_max: int, percents: tuple[float, float | None]
) -> None:
    """The percent is of the rep max that the post names, and of the 1-RM if it names none."""
    found = prescribed(line)
    assert found
    assert (lift, rep_max, *percents) == (found.lift, found.rep_max, found.percent_min, found.percent_max)


@pytest.mark.parametrize(
    "line",
    [
        "Snatch x 1 rep @ 90% of today's heavy single",
        "Snatch x 2 reps @ 80% of last week's best",
        "Snatch x 2 reps @ 80% of today's 1-RM",
        "Snatch x 2 reps @ 80% of your 1-RM for the day",
        "Back Squat x 5 reps @ 80% of bodyweight",
        "Chin-ups x 5 reps @ 80%",
        "Snatch x 1 rep",
        "Back Squat x 5 reps @ RPE 8",
    ],
)
def test_a_percent_of_something_else_than_a_maximum_stays_as_written(line: str) -> None:
    """A prescription without a load has no weight to compute either."""
    assert prescribed(line) is None


@pytest.mark.parametrize(
    "fields",
    [load(70, 80) | {"load_text": "+5 lb"}, {"load_text": "10 kg less"}, {"rep_max_test": 1}, {"weight": 60}],
)
def test_a_load_of_which_words_say_more_is_not_computed(fields: dict[str, Any]) -> None:
    """The number would be wrong; and a number without a unit is not a weight."""
    assert prescribed_load(ask("Snatch", **fields), BLOG) is None


@pytest.mark.parametrize(
    ("line", "on_a_bar"),
    [
        ("Thruster x 10 reps (95/65 lb)", True),
        ("Power Clean & Jerk x 3 reps @ 60/40 kg", True),
        ("(Power Clean + Hang Snatch) x 3 reps @ 60 kg", True),
        ("Barbell Lunges x 6 reps @ 40 kg", True),
        ("DB Snatch x 10 reps (50/35 lb)", False),
        ("Wall Balls x 15 reps (20/14 lb)", False),
    ],
)
def test_a_weight_is_on_a_bar_if_the_movement_is_done_with_one(line: str, on_a_bar: bool) -> None:
    """Dumbbells and balls have no discs."""
    found = prescribed(line)
    assert found
    assert (None, on_a_bar) == (found.lift, found.on_a_bar)


def test_each_set_line_has_its_weight_and_what_changes_on_the_bar() -> None:
    """The whole load first, then what goes on, if that is less; for a range, the plates load its lower end."""
    text = (
        "Every 2 minutes, for 16 minutes (8 sets):\nSnatch x 2 reps\n*Sets 1-3 = @ 70% of 1-RM Snatch\n"
        "*Sets 4-5 = @ 75% of 1-RM Snatch\n*Sets 6-8 = @ 80-85% of 1-RM Snatch"
    )
    assert ["", "", "70 kg · 25 a side", "75 kg · +2.5 a side", "80-85 kg · 25 5 a side"] == shown_after(read(text))


def test_the_maximum_of_a_percent_is_that_of_the_sets_above_it() -> None:
    """The lift that the first set names counts for the next ones, until one names another."""
    text = "Power Snatch\n3 x 2 @ 65% of 1-RM Snatch\n3 x 2 @ 70%\n2 x 1 @ 75% of 1-RM Clean & Jerk\n2 x 1 @ 80%"
    shown = shown_after(read(text))
    assert ["", "65 kg · 20 2.5 a side", "70 kg · 25 a side"] == shown[:3]
    assert ["92.5 kg", "100 kg"] == [load.partition(" · ")[0] for load in shown[3:]]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Back Squat x 5 reps @ 72%", "115 kg · 25 20 2.5 a side"),
        ("Snatch x 1 rep @ 71-72%", "72.5 kg · 25 1.25 a side (nothing from 71-72 kg can be loaded)"),
        ("Snatch x 5 reps @ 15%", "20 kg · the bar (15 kg is less than the bar)"),
        ("Snatch Pull x 3 reps @ 101%+ of 1-RM Snatch", "102.5+ kg · 25 15 1.25 a side"),
        ("Snatch x 3 reps, up to 70%", "up to 70 kg · 25 a side"),
        ("Front Squat x 5 reps @ 80%", "~110 kg · 25 20 a side"),
        ("Bench Press x 5 reps @ 80%", ""),
        ("In 20 minutes, establish a 1-RM Back Squat", "note it: wod maxes set back squat WEIGHT"),
        ("Build to a 3-RM Clean & Jerk", "note it: wod maxes set clean and jerk WEIGHT --reps 3"),
        ("DB Snatch x 10 reps (50/35 lb)", "50 lb"),
        ("Rowing x 400/350 meters", "400 m"),
    ],
)
def test_a_line_says_what_the_lifter_loads(line: str, shown: str) -> None:
    """It also says why, if the weight is not the prescribed one; an estimate begins with a tilde."""
    assert [shown] == shown_after(read(line))


def test_the_second_amount_of_a_pair_is_shown_to_those_whose_it_is() -> None:
    """Pairs may be weights on a bar, dumbbells, repetitions, metres and calories."""
    own = lifter(pair="second", bar=15)
    lines = {
        "Thruster x 10 reps (95/65 lb)": "30 kg · 5 2.5 a side",
        "DB Snatch x 10 reps (50/35 lb)": "35 lb",
        "Pull-ups x 18/14 reps": "14 reps",
        "Rowing x 400/350 meters": "350 m",
        "Air Bike x 24/18 calories": "18 cal",
    }
    assert [[shown] for shown in lines.values()] == [shown_after(read(line, own)) for line in lines]


def test_a_missing_maximum_is_named_once_with_the_command_that_notes_it() -> None:
    """An estimate has its source; maxima without an estimate share one sentence."""
    text = "Front Squat x 5 reps @ 80%\nFront Squat x 3 reps @ 85%\nBench Press x 5 reps @ 80%\nThruster x 5 reps @ 50%"
    shown = " ".join(line.strip("│ ") for line in read(text).splitlines())
    estimate = "~ Your 1-RM Front Squat is estimated as 136 kg, from your 1-RM Back Squat of 161 kg: "
    assert 1 == shown.count(estimate + "`wod maxes set front squat 136kg` if you know better.")
    assert 1 == shown.count(
        "No weights without your 1-RM Bench Press, 1-RM Thruster: `wod maxes set bench press 100kg`."
    )


def test_a_maximum_of_several_repetitions_is_named_as_such() -> None:
    """The command has the repetitions, and no sign that a shell would obey."""
    nobody = Lifter(settings=defaults("kg"), maxima=[])
    shown = " ".join(
        line.strip("│ ") for line in read("Clean & Jerk x 5 reps @ 80% of 3-RM Clean & Jerk", nobody).splitlines()
    )
    assert "`wod maxes set clean and jerk 100kg --reps 3`" in shown


def test_the_maximum_of_the_day_counts() -> None:
    """A session of March has the weights of the maximum that was valid in March."""
    own = Lifter(settings=defaults("kg"), maxima=[maximum("Snatch", 90), maximum("Snatch", 110, "2021-03-09")])
    assert ["62.5 kg · 20 1.25 a side"] == shown_after(read("Snatch x 1 rep @ 70%", own))


def test_lines_of_the_same_text_have_their_own_weights() -> None:
    """A set line of two lifts has the weight of each at its own place; a line with several sets has them all."""
    lines = ["5 reps @ 70%", "Snatch", "5 reps @ 70%", "Back Squat", "Snatch: 70% x 3, 75% x 3"]
    prescriptions = [
        ask("Snatch", line=0, text=lines[0], **load(70)),
        ask("Back Squat", line=2, text=lines[2], **load(70)),
        ask("Snatch", line=4, text=lines[4], **load(70)),
        ask("Snatch", line=4, text=lines[4], **load(75)),
    ]
    assert [
        "70 kg · 25 a side",
        "",
        "112.5 kg · 25 20 1.25 a side",
        "",
        "70 kg · 25 a side, 75 kg · +2.5 a side",
    ] == shown_after(page("\n".join(lines), *prescriptions, lifter=LIFTER))


def test_a_weight_from_before_lines_had_numbers_is_at_its_text_or_nowhere() -> None:
    """If two lines have the same text it is unknown which is meant, and a weight at the wrong one is worse than
    none."""
    once, twice = (
        {name: value for name, value in ask(text=text, **load(percent)).items() if name != "line"}
        for text, percent in (("Snatch @ 75%", 75), ("*Set 1 @ 70%", 70))
    )
    text = "*Set 1 @ 70%\nSnatch @ 75%\n*Set 1 @ 70%"
    assert ["", "75 kg · 25 2.5 a side", ""] == shown_after(page(text, once, twice, lifter=LIFTER))


def test_a_line_number_that_the_segment_does_not_have_is_shown_nowhere() -> None:
    """Silver that somebody made by hand ends no page."""
    assert [""] == shown_after(page("Snatch", ask(line=7, **load(70)), lifter=LIFTER))


def test_weights_are_shown_after_their_lines() -> None:
    """They are on the page of a session; without a lifter there are none."""
    text, snatch = "Snatch x 1 rep @ 75%\nMove fast.", ask(line=0, **load(75))
    assert "Snatch x 1 rep @ 75%  → 75 kg" in page(text, snatch, lifter=LIFTER)
    assert "Snatch x 1 rep @ 75% " in page(text, snatch)
    assert "→" not in page(text, snatch)


def test_sessions_stored_before_pairs_had_fields_have_weights_too() -> None:
    """A field that is not there is not stated."""
    added = ("reps_women", "distance_women", "calories_women", "weight_women", "weight_max", "load_text", "line")
    old = {name: value for name, value in ask(text="Snatch", **load(70)).items() if name not in added}
    assert ["70 kg · 25 a side"] == shown_after(page("Snatch", old, lifter=LIFTER))
    nothing = reps(None, None)
    bare = {name: value for name, value in ask("Row", **nothing, distance=400).items() if name not in added}
    assert [""] == shown_after(page("Row", bare, lifter=LIFTER))
