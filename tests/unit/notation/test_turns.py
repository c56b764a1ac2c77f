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


@pytest.mark.parametrize("scheme", ["3 rounds for time:", "AMRAP 12:", "3 rounds:", "Tabata:"])
def test_rounds_with_headings_do_not_repeat_the_rounds_of_the_scheme_above(scheme: str) -> None:
    """Each is one of them; the scheme is a finding, because no work has it."""
    reading = read(f"{scheme}\nRound 1\n300 m Run\n20 Wall Balls\nRound 2\n300 m Run\n15 Wall Balls")
    assert [None] * 4 == [fields.sets for fields in reading.prescriptions]
    assert [scheme] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize("scheme", ["For time:", "For Time", "For time, 18 min cap:"])
def test_rounds_with_headings_are_for_time_if_all_their_work_is(scheme: str) -> None:
    """It may begin above the first heading."""
    for above in ("300 m Run", "Round 1\n9 Burpees"):
        found = prescribed(f"{scheme}\n{above}\nRound 2\n15 Wall Balls\nRounds 3-5\n7 Dips")
        assert ["for time"] * 3 == [fields["format"] for fields in found]
        assert [None, None, 3] == [fields.get("sets") for fields in found]


@pytest.mark.parametrize(
    ("scheme", "interval", "total"),
    [
        ("Every 3 minutes, for 15 minutes (5 sets):", 180, 900),
        ("Every 2:00 x 5 sets", 120, None),
        ("EMOM 5:", 60, 300),
        ("EMOM", 60, None),
    ],
)
def test_an_interval_goes_on_for_the_sets_that_headings_name(scheme: str, interval: int, total: int | None) -> None:
    """Each movement has as many of them as its heading names."""
    text = f"{scheme}\nSets 1-3:\n4 Power Cleans\n6 Lunges\nSet 4\n3 Power Cleans\nSet 5\n2 Power Cleans"
    found = read(text)
    assert [(sets, interval, total) for sets in (3, 3, 1, 1)] == [
        (one.sets, one.interval_seconds, one.total_seconds) for one in found.prescriptions
    ]
    assert not found.findings


@pytest.mark.parametrize("scheme", ["EMOM 7:", "Every 2 minutes, for 14 minutes:", "Every 2:00 x 7 sets"])
def test_sets_that_an_interval_does_not_have_are_a_finding(scheme: str) -> None:
    """They have no interval."""
    found = read(f"{scheme}\nSets 1-4:\n4 Power Cleans\nSets 5-9:\n2 Power Cleans")
    assert [4, 5] == [one.sets for one in found.prescriptions]
    assert found.prescriptions[0].interval_seconds
    assert not found.prescriptions[1].interval_seconds
    assert ["Sets 5-9:"] == [finding.line for finding in found.findings]


@pytest.mark.parametrize(
    "below", ["Finisher:\n9 Dips", "Then\nAMRAP 4:\n9 Dips", "Bench Press\n5x5 @ 70%", "3 sets:\n9 Dips"]
)
def test_an_interval_of_named_sets_ends_with_their_work(below: str) -> None:
    """Other work below has none."""
    *_, last = read(f"EMOM 10\nSets 1-5:\n3 Cleans\nSets 6-10:\n2 Cleans\n{below}").prescriptions
    assert last.interval_seconds is None


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
