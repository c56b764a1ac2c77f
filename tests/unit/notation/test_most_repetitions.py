"""As many repetitions as possible: in a time, to failure, and as a set of its own."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2 min max reps burpees", one("burpees", seconds=120)),
        ("30 sec max effort bike", one("bike", seconds=30)),
        ("1:00 max distance row", one("row", seconds=60)),
        ("1 minute max calories bike", one("bike", seconds=60)),
        ("3:00 Max Cal Row", one("Row", seconds=180)),
        ("60 seconds max wall balls", one("wall balls", seconds=60)),
        ("Max Pull-Ups x 60 seconds", one("Pull-Ups", seconds=60)),
    ],
)
def test_as_many_as_possible_in_a_time(line: str, says: dict[str, Any]) -> None:
    """The time is the duration, and the rest of the line says that there are as many as possible."""
    exact(line, says | {"max_reps": True})


@pytest.mark.parametrize("line", ["Plank 30 sec max", "Hold 2 min max"])
def test_a_time_at_most_prescribes_no_reps(line: str) -> None:
    """`max` after a time, and before no movement, is an upper limit."""
    assert not any(found.get("max_reps") for found in prescribed(line))


def test_most_may_stand_after_the_movement_of_a_time() -> None:
    """`max` after the movement prescribes as much as possible in the minute."""
    exact("1 minute – Row max distance", one("Row", seconds=60, max_reps=True))


@pytest.mark.parametrize("line", ["Pull-Ups x max hold", "Pull-Ups\nx max hold", "Ring Dip x max effort hold"])
def test_a_hold_of_the_longest_time_is_read_below_any_movement(line: str) -> None:
    """It has no time that may be too short."""
    assert [True] == [one["max_reps"] for one in prescribed(line)]


@pytest.mark.parametrize("amount", ["x max hold", "x max effort hold", "x max time"])
def test_a_hold_of_the_longest_time_is_a_movement(amount: str) -> None:
    """It has its sets and its rest."""
    text = f"4 sets of:\nDeadlift x 6\nRest 60 seconds\nHollow Hold {amount}\nRest 75 seconds"
    hold = one("Hollow Hold", sets=4, rest_seconds=75, max_reps=True)
    exact(text, one("Deadlift", sets=4, reps=6, rest_seconds=60), hold)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Max effort 600 m Run", one("Run", m=600)),
        ("Max Effort: Run 600m", one("Run", m=600)),
        ("Run 600m, max effort", one("Run", m=600)),
        ("Max effort Push-Ups", one("Push-Ups", max_reps=True)),
        ("4 x max effort Push-Ups", one("Push-Ups", sets=4, max_reps=True)),
    ],
)
def test_the_effort_of_a_distance_is_a_remark_and_of_others_their_repetitions(line: str, says: dict[str, Any]) -> None:
    """A run has an end."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Ring Dips to failure", one("Ring Dips", max_reps=True)),
        ("Pull-Ups 3 x failure", one("Pull-Ups", sets=3, max_reps=True)),
        ("Pull-Ups 3 x to failure", one("Pull-Ups", sets=3, max_reps=True)),
        ("Pull-Ups: 3x till failure", one("Pull-Ups", sets=3, max_reps=True)),
        ("2 x until failure Ring Rows", one("Ring Rows", sets=2, max_reps=True)),
        ("Chin-Up- 3 x as many reps as possible", one("Chin-Up", sets=3, max_reps=True)),
        ("Chin-Ups 4 x as many as possible", one("Chin-Ups", sets=4, max_reps=True)),
        ("4x as many as you can Dips", one("Dips", sets=4, max_reps=True)),
        ("Push-Ups 3 x as many reps as you can, rest 1:00", one("Push-Ups", sets=3, max_reps=True, rest_seconds=60)),
        ("Bench Press 225 x max reps", one("Bench Press", max_reps=True, load_text="225")),
        ("Bench Press 3 x max reps", one("Bench Press", sets=3, max_reps=True)),
        ("Dips 4xmax", one("Dips", sets=4, max_reps=True)),
        ("Dips @ 20 kg xAMRAP", one("Dips", kg=20, max_reps=True)),
        ("Curl 3x8 to failure", one("Curl", sets=3, reps=8)),
    ],
)
def test_to_failure_means_as_many_as_possible(line: str, says: dict[str, Any]) -> None:
    """After repetitions it is a remark."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Max set of Strict Pull-Ups", one("Strict Pull-Ups", max_reps=True)),
        ("3 max sets of Push-Ups", one("Push-Ups", sets=3, max_reps=True)),
        ("Push-Ups: 1 max set", one("Push-Ups", sets=1, max_reps=True)),
    ],
)
def test_a_max_set_is_one_of_most_repetitions(line: str, says: dict[str, Any]) -> None:
    """Only above other lines are as many sets as possible meant: `Max sets of:`."""
    exact(line, says)
    assert ["amrap"] == [p["format"] for p in prescribed("Max sets of:\n5 Pull-Ups")]


@pytest.mark.parametrize(
    "line",
    ["Max Burpees in remaining time", "In the remaining time, max Burpees", "Max Burpees with the time remaining"],
)
def test_work_in_the_remaining_time_is_read(line: str) -> None:
    """Its movement is done as often as possible after the other work."""
    amrap = {"format": "amrap", "total_seconds": 600}
    exact(f"AMRAP 10:\n500m Row\n{line}", one("Row", m=500, **amrap), one("Burpees", max_reps=True, **amrap))


@pytest.mark.parametrize("line", ["In remaining time row for distance", "Max row for distance in the remaining time"])
def test_work_in_the_remaining_time_has_no_time_of_its_own(line: str) -> None:
    """The work before it has a part of the three minutes."""
    [_, row] = prescribed(f"4 x 3 minutes on : 1 minute off\n9 Deadlifts\n{line}")
    assert (4, None, 60) == (row["sets"], row.get("duration_seconds_min"), row["rest_seconds"])


def test_max_reps_in_the_remaining_time_after_a_run() -> None:
    """The run has its distance, and the other movement as many as possible."""
    clock = {"sets": 5, "interval_seconds": 180, "total_seconds": 900}
    work = "Run 200m, max Push-Ups in remaining time"
    for text in (f"Every 3 min x 5: {work}", f"Every 3 min x 5:\n{work}"):
        exact(text, one("Run", m=200, **clock), one("Push-Ups", max_reps=True, **clock))


@pytest.mark.parametrize(
    ("scheme", "says"),
    [
        ("AMRAP 6:", {"total_seconds": 360, "format": "amrap"}),
        ("4 rounds:", {"sets": 4}),
        ("Every 3 minutes x 4 sets:", {"sets": 4, "interval_seconds": 180, "total_seconds": 720}),
    ],
)
def test_amrap_in_front_of_a_movement_is_most_of_it(scheme: str, says: dict[str, Any]) -> None:
    """It opens no new clock: the one above goes on."""
    text = f"{scheme}\n12 Box Jumps\nAMRAP Push-Ups"
    exact(text, one("Box Jumps", reps=12, **says), one("Push-Ups", max_reps=True, **says))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("AMRAP Run 200 m", one("Run", m=200, format="amrap")),
        ("AMRAP Handstand Walk 50 ft", one("Handstand Walk", ft=50, format="amrap")),
        ("AMRAP Burpees", one("Burpees", max_reps=True)),
        ("AMRAP Push-Ups in 2 minutes", one("Push-Ups", max_reps=True, total_seconds=120)),
    ],
)
def test_amrap_in_front_of_a_distance_is_of_rounds(line: str, says: dict[str, Any]) -> None:
    """A distance is done as a whole, and repetitions are counted."""
    exact(line, says)


def test_rounds_for_most_repetitions_prescribe_most_for_each_movement_without_an_amount() -> None:
    """A movement with an amount has that, and a time is filled with them."""
    ring, run = one("Ring Dips", sets=4, max_reps=True), one("Run", sets=4, m=150)
    exact("4 rounds for max reps:\nRing Dips\nRun 150 m", ring, run)
    exact("4 Rounds – Max. Reps\nRing Dips", ring)
    exact("2 rounds, max reps:\n40 seconds Burpees", one("Burpees", sets=2, seconds=40, max_reps=True))


@pytest.mark.parametrize("scheme", ["AMRAP in 3 minutes of each:", "3 minute AMRAP of each:"])
def test_an_amrap_of_each_movement_is_one_for_each(scheme: str) -> None:
    """The time is for one movement, and not for all."""
    burpees, dips = one("Burpees", seconds=180, max_reps=True), one("Dips", seconds=180, max_reps=True)
    exact(f"{scheme}\nBurpees\nDips", burpees, dips)


def test_most_of_several_movements_is_most_of_each() -> None:
    """The heaviest weights of lifts are not repetitions."""
    exact("Max Strict Pull-Ups & Max Dips", one("Strict Pull-Ups", max_reps=True), one("Dips", max_reps=True))
    assert not any("max_reps" in found for found in prescribed("Max Deadlift and Bench Press"))


@pytest.mark.parametrize("mark", ["2'", "2 min", "2:00"])
def test_the_mark_of_minutes_is_a_time_in_front_of_the_most_repetitions(mark: str) -> None:
    """Nobody does as many as possible in two feet."""
    exact(f"{mark} max Burpees", one("Burpees", max_reps=True, seconds=120))


@pytest.mark.parametrize("line", ["50' max Handstand Walk", "40' max Burpees", "2' Burpees"])
def test_a_mark_that_may_be_feet_is_no_time(line: str) -> None:
    """It is a distance, or a finding."""
    assert all("duration_seconds_min" not in found for found in prescribed(line))
