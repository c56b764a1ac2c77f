"""Percents as weights, by a lifter's own maxes."""

from typing import Any

import pytest
from rich.console import Console

from wod.notation.composition import by_line, read_prescriptions
from wod_cli.problem import Problem
from wod_cli.show import session_page
from wod_cli.weights import maxes_of, weight_text

MAXES = maxes_of(["Snatch=100kg", "clean and jerk = 125 kg", "Back Squat=161"])


def asked(line: str) -> dict[str, Any]:
    (prescription,) = read_prescriptions({"a": line})
    return prescription


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


def test_lines_of_the_same_text_have_their_own_weights() -> None:
    """The same set line below two lifts is of each; a line with several sets has the weight of each."""
    text = (
        "Snatch x 1 rep\n*Set 1 = @ 70%\nFollowed by…\nBack Squat x 1 rep\n*Set 1 = @ 70%\n"
        "Snatch: 70% x 3, 75% x 3, 80% x 2"
    )
    lines, asked = text.split("\n"), read_prescriptions({"a": text})
    assert [[], ["70 kg"], [], [], ["112.5"], ["70 kg", "75 kg", "80 kg"]] == [
        [weight_text(one, MAXES) for one in own] for own in by_line(lines, asked)
    ]


def test_the_weights_stand_behind_their_lines() -> None:
    """On the page of a session, and nowhere without maxes."""
    text = "Snatch x 1 rep @ 75%\nMove fast."
    record = {
        "date": "2021-03-08",
        "session": "Monday",
        "warm_up": "",
        "segment_a": text,
        "prescriptions": read_prescriptions({"a": text}),
    }
    for maxes, shown in ((MAXES, "Snatch x 1 rep @ 75%  → 75 kg"), ({}, "Snatch x 1 rep @ 75% ")):
        console = Console(width=80)
        with console.capture() as capture:
            console.print(session_page(record, maxes))
        assert shown in capture.get()
