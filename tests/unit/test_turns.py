"""Rounds and sets that are named on a line of their own, above their work."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Round 1", "Round 2"),
        ("Round 1:", "Round 2:"),
        ("Round One", "Round Two"),
        ("ROUND #1", "ROUND #2"),
        ("Set 1", "Set 2"),
        ("Set 3:", "Set 4:"),
        ("#1:", "#2:"),
        ("First set", "Second set"),
        ("1st round:", "2nd round:"),
        ("Set 1 =", "Set 2 ="),
    ],
)
def test_the_work_of_a_round_is_below_its_heading(first: str, second: str) -> None:
    """It is no set of the movement above the heading, and is not repeated."""
    exact(
        f"{first}\n7 Burpees\n9 Lunges\n{second}\n11 Burpees\n13 Lunges",
        one("Burpees", reps=7),
        one("Lunges", reps=9),
        one("Burpees", reps=11),
        one("Lunges", reps=13),
    )


def test_a_heading_of_several_sets_says_how_often_its_work_is_done() -> None:
    """Those of the next heading are others."""
    exact(
        "Sets 1-3:\n4 Power Cleans @ 60%\nSets 4-5:\n2 Power Cleans @ 70%",
        one("Power Cleans", sets=3, reps=4, percent=60),
        one("Power Cleans", sets=2, reps=2, percent=70),
    )


@pytest.mark.parametrize("scheme", ["3 rounds for time:", "Every 3:00 x 3 rounds:", "AMRAP 12:"])
def test_rounds_with_headings_do_not_repeat_the_rounds_of_the_scheme_above(scheme: str) -> None:
    """Each is one of them; the scheme is a finding, because no work has it."""
    reading = read(f"{scheme}\nRound 1\n300 m Run\n20 Wall Balls\nRound 2\n300 m Run\n15 Wall Balls")
    assert [None] * 4 == [fields.sets for fields in reading.prescriptions]
    assert [scheme] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize(
    ("headings", "sets"),
    [
        (("Set 1", "Set 2"), [{"sets": 1, "first_set": 1}, {"sets": 1, "first_set": 2}]),
        (("Round 1:", "Round 2:"), [{"sets": 1, "first_set": 1}, {"sets": 1, "first_set": 2}]),
        (("Sets 1-3", "Sets 4-5"), [{"sets": 3, "first_set": 1}, {"sets": 2, "first_set": 4}]),
    ],
)
def test_sets_below_a_heading_are_those_that_it_names(headings: tuple[str, str], sets: list[dict[str, Any]]) -> None:
    """The heading alone is no set."""
    found = prescribed(f"Front Squat\n{headings[0]}\n5 reps @ 65%\n{headings[1]}\n3 reps @ 75%")
    assert sets == [{name: fields[name] for name in ("sets", "first_set")} for fields in found]
    assert [65, 75] == [fields["percent_min"] for fields in found]


def test_named_sets_without_work_below_give_none() -> None:
    """They are lines to fill in."""
    exact("Front Squat x 5\nSet 1\nSet 2\nSet 3", one("Front Squat", reps=5))
