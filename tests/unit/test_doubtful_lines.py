"""Lines that may be about several movements or rounds: they give no number of their own, and are reported."""

import pytest

from tests.unit.test_notation_kinds import asked, exact, one, read


def doubted(text: str) -> list[str]:
    """The lines with a finding about their sets."""
    return [finding.line for finding in read(text).findings if finding.rule == "sets"]


@pytest.mark.parametrize(
    "sets",
    [["Set 1 - 60%", "Set 2 - 65%"], ["@ 70%"], ["60%, 65%, 70%"], ["*Sets 1-2 = 100 kg"]],
)
@pytest.mark.parametrize(
    "lifts", [["1 Hang Power Snatch", "2 Power Snatches"], ["Power Clean x 2", "Front Squat x 1", "Jerk x 1"]]
)
def test_a_load_below_a_list_of_counted_lifts_is_of_none_of_them(lifts: list[str], sets: list[str]) -> None:
    """They may be the parts of one complex."""
    text = "\n".join([*lifts, *sets])
    assert sets == doubted(text)
    assert not any(key in fields for fields in asked(text) for key in ("percent_min", "weight_min", "first_set"))


def test_a_load_below_the_only_lift_of_a_list_is_its_own() -> None:
    """Pull-ups have no percent, and sets that a line states are not those of a complex."""
    exact("5 Pull-ups\n3 Back Squats\n@ 60%", one("Pull-ups", reps=5), one("Back Squats", reps=3, percent=60))
    exact(
        "Power Clean x 2\nFront Squat 3x3\n@ 80%",
        one("Power Clean", reps=2),
        one("Front Squat", sets=3, reps=3, percent=80),
    )


def test_a_distance_between_rounds_is_not_given_those_above_it() -> None:
    """It may be done once, before the rounds below."""
    text = "8 Rounds for time of:\n5 Pull-ups\n10 Push-ups\n800 m run\n4 Rounds of:\n5 Thrusters"
    assert ["800 m run"] == doubted(text)
    assert [8, 8, 4] == [fields["sets"] for fields in asked(text)]


@pytest.mark.parametrize(
    ("below", "more"),
    [
        (["3 rounds:", "10 Cleans", "400 m run"], [one("Cleans", sets=3, reps=10), one("run", sets=3, m=400)]),
        (["EMOM 10:", "5 Cleans"], [one("Cleans", sets=10, reps=5, interval_seconds=60, total_seconds=600)]),
    ],
)
def test_a_distance_at_the_end_of_each_list_or_above_another_clock_is_of_its_rounds(
    below: list[str], more: list[dict[str, object]]
) -> None:
    """The rounds below end with the same distance, or are other work."""
    above = [one("Swings", sets=3, reps=10), one("Sit-ups", sets=3, reps=15), one("run", sets=3, m=400)]
    exact("\n".join(["3 rounds:", "10 Swings", "15 Sit-ups", "400 m run", *below]), *above, *more)
