"""Movements that take turns in the minutes of an EMOM have their share of the sets, however the post says so."""

import pytest

from tests.notation import exact, one, prescribed, read

CLOCK = {"interval_seconds": 60, "total_seconds": 720}


@pytest.mark.parametrize(
    "scheme",
    [
        "EMOM 12 alt",
        "EMOM 12 (alt)",
        "EMOM 12 (alt.)",
        "EMOM 12 ALT:",
        "EMOM 12 alternating",
        "EMOM 12 (alternating minutes)",
        "EMOM 12 (alt mins)",
        "Alt EMOM 12",
        "12 min EMOM, alternating",
        "EMOM 12, rotate every minute:",
        "EMOM 12 (rotating stations each minute)",
        "EMOM 12, rotate:",
        "EMOM 12, rotate stations:",
        "EMOM 12 – rotating stations",
        "EMOM 12, alternating movements:",
        "Every minute for 12 minutes, switch stations",
        "Rotate every minute for 12 minutes:",
        "Rotate stations every minute for 12 minutes:",
    ],
)
def test_a_scheme_may_say_that_its_lines_take_turns(scheme: str) -> None:
    """Each has half of the minutes."""
    exact(
        f"{scheme}\n3 Cleans\n10 Push-Ups",
        one("Cleans", reps=3, sets=6, **CLOCK),
        one("Push-Ups", reps=10, sets=6, **CLOCK),
    )


@pytest.mark.parametrize(
    "text",
    [
        "EMOM 12\n3 Cleans (odd)\n10 Push-Ups (even)",
        "EMOM 12\n3 Cleans – odd minutes\n10 Push-Ups – even minutes",
        "EMOM 12\n3 Cleans (odd min)\n10 Push-Ups (even min)",
        "EMOM 12 – 3 Cleans (odd), 10 Push-Ups (even)",
        "EMOM 12: 3 Cleans (odd) / 10 Push-Ups (even)",
        "EMOM 12\nA. 3 Cleans\nB. 10 Push-Ups",
        "EMOM 12\nA: 3 Cleans\nB: 10 Push-Ups",
        "EMOM 12\na) 3 Cleans\nb) 10 Push-Ups",
        "EMOM 12: A) 3 Cleans B) 10 Push-Ups",
        "EMOM 12\nM1: 3 Cleans\nM2: 10 Push-Ups",
    ],
)
def test_lines_may_say_which_minute_is_theirs(text: str) -> None:
    """A word after the movement or a letter in front of it says so."""
    exact(text, one("Cleans", reps=3, sets=6, **CLOCK), one("Push-Ups", reps=10, sets=6, **CLOCK))


@pytest.mark.parametrize("text", ["EMOM 12, switch arms", "EMOM 12, rotate grips", "EMOM 12, change weights"])
def test_what_else_may_be_switched_shares_no_minutes(text: str) -> None:
    """There is one movement, with a set in each minute."""
    exact(f"{text}\n5 Snatches", one("Snatches", reps=5, sets=12, **CLOCK))


def test_stations_of_rounds_have_all_rounds() -> None:
    """Without a clock nobody has only a share of them."""
    exact(
        "4 rounds, rotate stations:\n10 Burpees\n8 Dips", one("Burpees", reps=10, sets=4), one("Dips", reps=8, sets=4)
    )


def test_three_letters_share_the_minutes() -> None:
    """Each has a third."""
    text = "EMOM 12\nA: 3 Cleans\nB: 10 Push-Ups\nC: 30 sec Plank"
    assert [fields["sets"] for fields in prescribed(text)] == [4, 4, 4]
    assert [fields["sets"] for fields in prescribed("EMOM 12\nA: 3 Cleans\nB: 10 Push-Ups\nC: Rest")] == [4, 4]


def test_letters_below_longer_intervals_share_nothing() -> None:
    """Both may be done in each interval."""
    clock = {"sets": 6, "interval_seconds": 120, "total_seconds": 720}
    text = "Every 2 min x 6\nA. 3 Cleans\nB. 10 Push-Ups"
    exact(text, one("Cleans", reps=3, **clock), one("Push-Ups", reps=10, **clock))


@pytest.mark.parametrize(
    "text",
    [
        "EMOM 12\n10 Alt Lunges\n5 Push-Ups",
        "EMOM 12\nAlternating Lunges x 10\n5 Push-Ups",
        "EMOM 12\nA1. 3 Cleans\nA2. 10 Push-Ups",
        "EMOM 12:\n3 Cleans\n10 Push-Ups",
    ],
)
def test_lines_that_name_no_minute_are_of_every_minute(text: str) -> None:
    """The sides of a lunge alternate, and a pair is done together."""
    assert [fields["sets"] for fields in prescribed(text)] == [12, 12]


def test_one_odd_line_beside_a_line_without_a_minute_is_doubtful() -> None:
    """The other one may be of each minute, or of the even ones."""
    text = "EMOM 12\n3 Cleans (odd)\n10 Push-Ups"
    exact_sets = [fields.get("sets") for fields in prescribed(text)]
    assert exact_sets == [None, None]
    assert [finding.rule for finding in read(text).findings] == ["clock"]


@pytest.mark.parametrize("line", ["10 Push-Ups (even better)", "10 Push-Ups (odd or even)", "Push-Ups, odd sets heavy"])
def test_other_words_with_odd_or_even_name_no_minute(line: str) -> None:
    """They are a finding, or a note."""
    assert prescribed(f"EMOM 12\n{line}") == [] or prescribed(f"EMOM 12\n{line}")[0].get("sets") != 6
