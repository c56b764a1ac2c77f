"""Attempts of a lift as at a meet: each is one repetition."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read


@pytest.mark.parametrize(
    ("lines", "percents"),
    [
        ("Opener: 92%\nSecond attempt: 96%\nThird attempt: 100-102%", [92, 96, (100, 102)]),
        ("First attempt: 92%\n2nd attempt – 96%\nLast attempt = 101%", [92, 96, 101]),
        ("1st attempt @ 92%\n2nd attempt @ 95%", [92, 95]),
        ("Attempt 1 - 92%\nAttempt 2 – 95%\nAttempt #3: 98%", [92, 95, 98]),
        ("Opener 92%\nFinal attempt 97%", [92, 97]),
        ("Opener: 92% x 1", [92]),
        ("First attempt: 92%, second attempt: 96%, third attempt: 100%", [92, 96, 100]),
        ("Opener 92% / 2nd attempt 96%", [92, 96]),
    ],
)
def test_each_attempt_below_a_lift_is_a_set_of_one(lines: str, percents: list[Any]) -> None:
    """Its percent is that of the line."""
    exact(f"Snatch\n{lines}", *(one("Snatch", sets=1, reps=1, percent=percent) for percent in percents))


def test_attempts_may_be_below_other_sets() -> None:
    """They are further sets."""
    exact(
        "Snatch 5x2 @ 80%\nOpener: 92% of 1RM",
        one("Snatch", sets=5, reps=2, percent=80),
        one("Snatch", sets=1, reps=1, percent=92, percent_of_rep_max=1),
    )


@pytest.mark.parametrize("line", ["Opener: 92%", "First attempt: 92%", "Attempt 2 – 95%"])
def test_an_attempt_of_no_lift_is_a_finding(line: str) -> None:
    """Nobody knows of what it is."""
    assert [] == prescribed(line)
    assert ["unread"] == [finding.rule for finding in read(line).findings]


@pytest.mark.parametrize(
    "line",
    [
        "2nd attempt: 95%, rest 3 min",
        "Second attempt: 95% if it feels good",
        "Attempt 2 – 95%, belt on",
        "2nd attempt: 95%, 3rd attempt: a good one",
    ],
)
def test_an_attempt_with_more_than_a_percent_is_a_finding(line: str) -> None:
    """The others are read, and it does not vanish beside them."""
    text = f"Snatch\nOpener: 92%\n{line}\n4th attempt: 98%"
    assert [one("Snatch", sets=1, reps=1, percent=percent) for percent in (92, 98)] == prescribed(text)
    assert [line] == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize("line", ["Second attempt: PR", "2nd attempt: by feel", "First attempt at 92% was easy"])
def test_words_behind_an_attempt_are_no_finding(line: str) -> None:
    """They prescribe no number, or tell of a meet."""
    assert not read(f"Snatch\nOpener: 92%\n{line}").findings


@pytest.mark.parametrize(
    "line",
    [
        "She took her first attempt at 92% and missed.",
        "First attempt at 92% was easy",
        "First attempt: 100 kg",
        "Second attempt: 104 kg (miss)",
        "Opener should be 92%",
        "Your opener is 92%",
        "Attempt 95% if it feels good",
        "3 attempts at 95%",
        "Work to your opener",
        "Third attempt: PR",
        "Second attempt: 3 @ 80%",
        "First attempt: 92%, second attempt: a good one",
        "First attempt at 92%, second attempt at 96%, and a miss",
    ],
)
def test_other_words_about_attempts_are_no_sets(line: str) -> None:
    """They tell of a meet, give advice, or say more than a percent."""
    assert [one("Snatch")] == prescribed(f"Snatch\n{line}")


@pytest.mark.parametrize(
    "text",
    [
        "Attempt a 1RM Snatch",
        "Attempt a new 1RM Snatch",
        "Snatch\nWork up to a 1RM attempt",
        "Snatch\n1RM attempt",
        "1RM Snatch attempt",
        "1RM attempt Snatch",
        "1RM attempt: Snatch",
        "Build to a 1RM attempt Snatch",
        "Snatch 1RM attempt",
        "Snatch – 1RM attempt",
        "Snatch\nBuild to a 1RM attempt. Stop if you miss twice.",
    ],
)
def test_an_attempt_of_a_rep_max_is_its_test(text: str) -> None:
    """It says what to find."""
    exact(text, one("Snatch", rep_max_test=1))


@pytest.mark.parametrize("line", ["Build to a 3RM attempt in 20 min", "3RM attempt (20 min)", "20 min: 3RM attempt"])
def test_the_attempt_of_a_rep_max_has_its_time(line: str) -> None:
    """It is beside it."""
    exact(f"Deadlift\n{line}", one("Deadlift", rep_max_test=3, total_seconds=1200))


@pytest.mark.parametrize(
    "line",
    [
        "No 1RM attempts today",
        "1RM attempts come next week",
        "3 attempts at a 1RM",
        "1RM attempt at 102%",
        "Work up to an opening attempt",
        "Snatch attempts",
    ],
)
def test_words_about_attempts_of_a_rep_max_are_no_test(line: str) -> None:
    """They say what is not done, how often, or with how much."""
    assert [one("Snatch")] == prescribed(f"Snatch\n{line}")
