"""Percents as weights, by a lifter's own maxes."""

from decimal import Decimal
from typing import Any

import pytest
from rich.console import Console

from wod.notation.composition import read_segment
from wod_cli.problem import Problem
from wod_cli.show import session_page
from wod_cli.weights import maxes_of, weight_text

from .test_gold import ask, load

MAXES = maxes_of(["Snatch=100kg", "clean and jerk = 125 kg", "Back Squat=161"])


def asked(line: str) -> dict[str, Any]:
    (prescription,) = read_segment("a", line).prescriptions
    return prescription.model_dump()


def page(text: str, *prescriptions: dict[str, Any], **given: Any) -> str:
    """The page of a session with this text, as a terminal shows it."""
    record = {
        "date": "2021-03-08",
        "session": "Monday",
        "warm_up": "",
        "segment_a": text,
        "prescriptions": list(prescriptions),
    }
    console = Console(width=80)
    with console.capture() as capture:
        console.print(session_page(record, **given))
    return capture.get()


def behind_lines(shown: str) -> list[tuple[str, str]]:
    """The lines of the part on a page, and what stands behind each."""
    lines = [line.strip("│ ").partition("→") for line in shown.splitlines()[2:-2]]
    return [(line.strip(), weights.strip()) for line, _, weights in lines]


@pytest.mark.parametrize(
    ("line", "weight"),
    [
        ("Snatch x 1 rep @ 75%", "75 kg"),
        ("Snatch x 1 rep @ 75-80%", "75-80 kg"),
        ("Snatch Pull x 3 reps @ 101%+ of 1-RM Snatch", "101+ kg"),
        ("(Clean + Jerk) x 1 rep @ 70% of 1-RM Clean & Jerk", "87.5 kg"),
        ("Back Squat x 5 reps @ 72%", "116"),
        ("Back Squat x 5 reps @ 80% of 5-RM Back Squat", ""),
        ("Power Snatch x 1 rep @ 80% of 1-RM Power Snatch", ""),
        ("Front Squat x 1 rep @ 80%", ""),
        ("Snatch x 1 rep @ 90% of today's heavy single", ""),
        ("Snatch x 1 rep", ""),
    ],
)
def test_a_percent_is_a_weight_where_the_max_is_known(line: str, weight: str) -> None:
    """Of the lift that the line names, else of the catalogue's; to the nearest half; nothing where it is not known."""
    assert weight == weight_text(asked(line), MAXES)


@pytest.mark.parametrize("text", ["Snatch", "Snatch=heavy", "=100", "Moon Walk Supreme=100", "Snatch=1e9"])
def test_what_is_no_max_is_refused_in_a_sentence(text: str) -> None:
    """The sentence shows how to write one."""
    with pytest.raises(Problem, match="Snatch=100kg"):
        maxes_of([text])


@pytest.mark.parametrize(
    ("fields", "weight"),
    [
        ({"percent_max": 70}, "up to 70 kg"),
        ({"percent_min": 101}, "101+ kg"),
        (load(70, 80) | {"load_text": "+5 lb"}, ""),
        ({"load_text": "10 kg less"}, ""),
        ({"rep_max_test": 1}, ""),
    ],
)
def test_an_open_percent_stays_open_and_words_are_no_weight(fields: dict[str, Any], weight: str) -> None:
    """A load of which more is said in words is not computed, for the number would be wrong."""
    assert weight == weight_text(ask("Snatch", **fields), MAXES)


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
        ("5 reps @ 70%", "70 kg"),
        ("Snatch", ""),
        ("5 reps @ 70%", "112.5"),
        ("Back Squat", ""),
        ("Snatch: 70% x 3, 75% x 3", "70 kg, 75 kg"),
    ] == behind_lines(page("\n".join(lines), *prescriptions, maxes=MAXES))


def test_the_table_counts_lines_in_decimals() -> None:
    """What DynamoDB gives back stands at the same line."""
    squat = ask("Back Squat", **load(70)) | {"line": Decimal(1), "percent_min": Decimal(70), "percent_max": Decimal(70)}
    assert [("Go", ""), ("Squat", "112.5")] == behind_lines(page("Go\nSquat", squat, maxes=MAXES))


def test_a_weight_from_before_lines_had_numbers_stands_at_its_text_or_nowhere() -> None:
    """Of two lines with the same text nobody knows which is meant, and a weight at the wrong one is worse than none."""
    once, twice = (
        {name: value for name, value in ask(text=text, **load(percent)).items() if name != "line"}
        for text, percent in (("Snatch @ 75%", 75), ("*Set 1 @ 70%", 70))
    )
    text = "*Set 1 @ 70%\nSnatch @ 75%\n*Set 1 @ 70%"
    assert [("*Set 1 @ 70%", ""), ("Snatch @ 75%", "75 kg"), ("*Set 1 @ 70%", "")] == behind_lines(
        page(text, once, twice, maxes=MAXES)
    )


def test_a_line_number_that_the_segment_does_not_have_is_shown_nowhere() -> None:
    """Silver that somebody made by hand ends no page."""
    assert [("Snatch", "")] == behind_lines(page("Snatch", ask(line=7, **load(70)), maxes=MAXES))


def test_the_weights_stand_behind_their_lines() -> None:
    """On the page of a session, and nowhere without maxes."""
    text, snatch = "Snatch x 1 rep @ 75%\nMove fast.", ask(line=0, **load(75))
    assert "Snatch x 1 rep @ 75%  → 75 kg" in page(text, snatch, maxes=MAXES)
    assert "Snatch x 1 rep @ 75% " in page(text, snatch)
