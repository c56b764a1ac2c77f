"""Intervals: how often work begins, how many there are, and how long that takes."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


def test_a_clock_after_sets_is_theirs_and_without_sets_it_opens_a_scheme() -> None:
    """A bracket may say it once more."""
    sets = one("Back Squat", sets=6, reps=2, interval_seconds=60, total_seconds=360)
    exact("Back Squat\n6x2 on the minute", sets)
    exact("Back Squat 6x2 every minute on the minute (EMOM)", sets)
    exact(
        "Back Squat\n3 x 5\n8 minute EMOM:\n4 Burpees",
        one("Back Squat", sets=3, reps=5),
        one("Burpees", sets=8, reps=4, interval_seconds=60, total_seconds=480),
    )


@pytest.mark.parametrize("clock", ["EMOM 8", "EMOM x 8 min", "on the minute for 8 minutes"])
def test_a_clock_may_stand_after_the_movement(clock: str) -> None:
    """It has its minutes, and may be followed by a load."""
    exact(
        f"Power Snatch {clock} @ 70%",
        one("Power Snatch", sets=8, percent=70, interval_seconds=60, total_seconds=480),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Row 250m all out", one("Row", m=250)),
        ("10 x 100m Swim on 2:00", one("Swim", sets=10, m=100, interval_seconds=120, total_seconds=1200)),
        ("4 x 400m Run on the 3:00", one("Run", sets=4, m=400, interval_seconds=180, total_seconds=720)),
        ("Row 8 x 250m, leaving every 2 minutes", one("Row", sets=8, m=250, interval_seconds=120, total_seconds=960)),
        ("Bike 10 x 30 sec all out, 90 sec easy", one("Bike", sets=10, seconds=30, rest_seconds=90)),
        ("5 x 500m row, rest 1:1", one("row", sets=5, m=500)),
        ("Run 400m @ 80%", one("Run", m=400, load_text="80%")),
    ],
)
def test_an_interval_after_sets_is_their_clock(text: str, expected: dict[str, Any]) -> None:
    """Their intensity is a remark, and a percent of no rep max is words."""
    exact(text, expected)


def test_a_clock_without_sets_is_not_an_interval() -> None:
    """No one knows how often the work is done."""
    assert [] == prescribed("Max Burpees on a 3:00 clock")
    assert [] == prescribed("Row 5 x 500m on 2:00 rest")


@pytest.mark.parametrize("scheme", ["5 rounds on a 16:00 clock", "5 rounds, on a 16:00 clock:"])
def test_a_clock_of_rounds_may_be_of_each_or_of_all(scheme: str) -> None:
    """It is a finding, and not the interval of the rounds."""
    assert [{"movement": "Burpees", "reps_min": 9, "reps_max": 9}] == prescribed(f"{scheme}\n9 Burpees")
    assert [scheme] == [finding.line for finding in read(f"{scheme}\n9 Burpees").findings]


@pytest.mark.parametrize("clock", ["Every 3:00 x 5", "E3MOM x 5", "Every 3:00 for 5 sets"])
@pytest.mark.parametrize(
    ("bracket", "says"),
    [
        ("(15:00)", {}),
        ("(15:00 total)", {}),
        ("(16:00 cap)", {}),
        ("(1:00 rest)", {"rest_seconds": 60}),
    ],
)
def test_a_time_in_a_bracket_after_sets_is_the_total_only_if_it_is_alone(
    clock: str, bracket: str, says: dict[str, Any]
) -> None:
    """A cap is not a total, and neither is a rest."""
    squats = one("Squats", sets=5, reps=4, interval_seconds=180, total_seconds=900, **says)
    exact(f"{clock} {bracket}\n4 Squats", squats)


@pytest.mark.parametrize("bracket", ["(3:00 each)", "(2:00 work)", "(2:00 easy)"])
def test_a_time_in_a_bracket_with_other_words_is_a_finding(bracket: str) -> None:
    """It is the total of nothing."""
    line = f"Every 5:00 x 4 {bracket}"
    reading = read(f"{line}\n4 Squats")
    assert line in [finding.line for finding in reading.findings]
    assert 120 not in [one.total_seconds for one in reading.prescriptions]


def test_a_slash_may_stand_between_a_clock_and_its_rounds() -> None:
    """It makes no pair of them."""
    exact("Every 2:30 / 4 rounds\n9 Burpees", one("Burpees", sets=4, reps=9, interval_seconds=150, total_seconds=600))


@pytest.mark.parametrize(
    "clock",
    [
        *(
            "E2MOM x 7",
            "E2MOM x 7:",
            "E2MOMx7",
            "E2MOM × 7 -",
            "E2MOM for 7 sets:",
            "E2MOM, 7 sets",
            "E2MOM (x7)",
            "E2MOM (7x)",
        ),
        *(
            "E2MOM (7 rounds)",
            "E2MOM [7]",
            "E2MOM – 7 sets:",
            "7 x E2MOM",
            "7x E2MOM:",
            "7 sets E2MOM",
            "Every 2:00 x 7",
        ),
    ],
)
@pytest.mark.parametrize("work", [" Snatch x 2", " 2 Snatch", "\nSnatch x 2"])
def test_a_number_with_an_x_or_a_word_beside_an_interval_is_sets(clock: str, work: str) -> None:
    """It may be in brackets, and after the interval or before it."""
    exact(f"{clock}{work}", one("Snatch", reps=2, sets=7, interval_seconds=120, total_seconds=840))


def test_a_number_in_brackets_after_an_interval_is_sets_if_it_cannot_be_minutes() -> None:
    """Seven minutes are not a number of two minutes; eight may be either."""
    exact("E2MOM (7): 2 Snatches", one("Snatches", sets=7, reps=2, interval_seconds=120, total_seconds=840))
    clock = {"sets": 7, "interval_seconds": 120, "total_seconds": 840}
    exact("E2MOM (7) Back Squat x 3 @ 80%", one("Back Squat", reps=3, percent=80, **clock))
    assert [] == prescribed("E2MOM (8): 2 Snatches")
    assert ["unread"] == [finding.rule for finding in read("E2MOM (8): 2 Snatches").findings]


def test_a_number_in_brackets_alone_after_an_interval_is_sets() -> None:
    """The reps are on the line below."""
    clock = {"sets": 7, "interval_seconds": 120, "total_seconds": 840}
    exact("E2MOM (7)\n2 Snatches", one("Snatches", reps=2, **clock))
    jerks = one("Clean & Jerk", percent=85, sets=4, interval_seconds=180, total_seconds=720)
    exact("E3MOM (4):\nClean & Jerk @ 85%", jerks)


def test_a_number_in_brackets_on_a_line_of_its_own_is_sets_of_an_hour_at_most() -> None:
    """Twenty times three minutes are an hour; what takes longer is reported."""
    exact("E3MOM (20)\n2 Snatches", one("Snatches", reps=2, sets=20, interval_seconds=180, total_seconds=3600))
    assert [one("Snatches", reps=2)] == prescribed("E3MOM (22)\n2 Snatches")
    assert ["E3MOM (22)"] == [finding.line for finding in read("E3MOM (22)\n2 Snatches").findings]


def test_a_number_in_brackets_is_not_sets_without_other_reps_or_of_too_long_a_time() -> None:
    """It may be the reps; and no one snatches every three minutes for an hour."""
    exact("E2MOM (3) Back Squat @ 80%", one("Back Squat", reps=3, percent=80, interval_seconds=120))
    assert [] == prescribed("E3MOM (20) 2 Snatches")
    assert ["unread"] == [finding.rule for finding in read("E3MOM (20) 2 Snatches").findings]


@pytest.mark.parametrize(
    "line",
    [
        "E2MOM (7) Snatch Pull @ 95%",
        "E2MOM [7] Snatch Pull @ 95%",
        "E90S (10) Snatch @ 75%",
        "E2MOM (5): Power Clean @ 80%",
        "E75S (6) Snatch 70%",
        "Every 2 minutes (7) Snatch @ 70%",
        "On the 2:00 (7) Snatch @ 70%",
    ],
)
def test_a_high_number_in_brackets_after_an_interval_is_not_reps(line: str) -> None:
    """It may be the sets: the line gives nothing, and is reported."""
    unread(line)


def test_an_interval_holds_for_each_line_of_as_many_sets() -> None:
    """The clock is on a line of its own, above them."""
    clock = {"interval_seconds": 120, "total_seconds": 960, "sets": 4, "reps_per_set": [3, 3, 3, 3]}
    text = "Every 2 min for 16 min\n3-3-3-3 Snatch Pulls\n3-3-3-3 Clean Pulls"
    exact(text, one("Snatch Pulls", **clock), one("Clean Pulls", **clock))


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("Go every 3:00 for 5 rounds", {"sets": 5, "interval_seconds": 180, "total_seconds": 900}),
        ("Start a round every 3:00 for 5 rounds", {"sets": 5, "interval_seconds": 180, "total_seconds": 900}),
        ("Complete a set every 2:00 for 6 sets", {"sets": 6, "interval_seconds": 120, "total_seconds": 720}),
        ("Begin a new set every minute for 10 minutes", {"sets": 10, "interval_seconds": 60, "total_seconds": 600}),
        ("E5MOM x 4 (20:00)", {"sets": 4, "interval_seconds": 300, "total_seconds": 1200}),
        ("Every 5:00 x 4 (20:00)", {"sets": 4, "interval_seconds": 300, "total_seconds": 1200}),
        ("E90SOM x 4:", {"sets": 4, "interval_seconds": 90, "total_seconds": 360}),
        ("E90SOTM for 6 minutes", {"sets": 4, "interval_seconds": 90, "total_seconds": 360}),
        ("E45S x 4", {"sets": 4, "interval_seconds": 45, "total_seconds": 180}),
        ("Go every 90 sec x 4:", {"sets": 4, "interval_seconds": 90, "total_seconds": 360}),
        ("Go every 3:00", {"interval_seconds": 180}),
    ],
)
def test_an_interval_has_many_spellings(line: str, clock: dict[str, int]) -> None:
    """The sets, the interval and the total belong to the lines below."""
    exact(f"{line}\n9 Burpees", one("Burpees", reps=9, **clock))


@pytest.mark.parametrize("line", ["Go every time the bell rings", "Start every minute with a big breath."])
def test_a_verb_before_every_is_prose_without_a_clock(line: str) -> None:
    """Nothing says how often."""
    exact(f"{line}\n9 Burpees", one("Burpees", reps=9))


def test_a_clock_that_does_not_agree_is_a_finding_and_nothing_is_repaired() -> None:
    """6 sets every 90 seconds are 9 minutes, not 12."""
    reading = read("Every 90 seconds, for 12 minutes (6 sets):\nSnatch x 1 rep")
    assert ["clock"] == [finding.rule for finding in reading.findings]
    assert (6, 90, 720) == (
        reading.prescriptions[0].sets,
        reading.prescriptions[0].interval_seconds,
        reading.prescriptions[0].total_seconds,
    )


@pytest.mark.parametrize(
    "scheme",
    ["EMOM x 5 sets for 10 minutes", "Every 2 minutes x 5 sets for 20 minutes", "Every 2 minutes x 5 sets for 15:00"],
)
def test_interval_sets_and_total_of_one_movement_must_agree(scheme: str) -> None:
    """Five sets take half of the time, so one of the three is wrong."""
    assert ["clock"] == [finding.rule for finding in read(f"{scheme}\n5 Burpees").findings]


@pytest.mark.parametrize(
    "text",
    [
        "EMOM x 10 sets for 10 minutes\n5 Burpees",
        "EMOM x 5 sets for 10 minutes\n5 Burpees\n10 Sit-Ups",
        "Every 2 minutes x 5 sets for 20 minutes\n5 Burpees\n10 Sit-Ups",
    ],
)
def test_a_total_may_be_that_of_movements_that_take_turns(text: str) -> None:
    """Each of two has five sets."""
    assert [] == read(text).findings


def test_a_clock_after_the_number_of_a_round_of_a_lift_is_a_result() -> None:
    """No lift takes so long."""
    text = "3 rounds:\n9 Deadlifts\nFirst round: 1:37"
    assert [one("Deadlifts", sets=3, reps=9)] == prescribed(text)
    assert ["First round: 1:37"] == [finding.line for finding in read(text).findings]


def test_a_second_clock_after_a_rest_makes_the_line_unread() -> None:
    """Its minutes belong to the next movement."""
    line = "EMOM 6: 1 Snatch @ 80%; rest 2 min; EMOM 6: 1 C&J @ 80%"
    assert prescribed(line) == []
    assert read(line).findings


@pytest.mark.parametrize("text", ["EMOM 10\nPlank 90 sec", "Every 2 min x 5\nRow 3 min"])
def test_work_that_is_longer_than_its_interval_is_a_finding(text: str) -> None:
    """One of the two is not what was meant."""
    assert ["clock"] == [finding.rule for finding in read(text).findings]
    assert not read("Every 2 min x 5\nRow 90 sec").findings
    assert not read("Every 2 min x 5\nRow 2 min").findings


@pytest.mark.parametrize(
    "line", ["Burpees every minute, 10 min", "Row every 2 minutes, 20 minutes", "Row 3 min every 2 min"]
)
def test_a_time_that_is_longer_than_its_interval_is_not_that_of_a_set(line: str) -> None:
    """It may be that of all sets, and is a finding."""
    assert [] == prescribed(line)
    assert read(line).findings


@pytest.mark.parametrize("clock", ["E2MOM 20", "E2MOM for 20:", "Every 2 min for 20", "Every 2:00 for 20"])
def test_a_bare_number_behind_an_interval_is_its_minutes_if_it_is_too_high_for_sets(clock: str) -> None:
    """Twenty sets would take forty minutes."""
    says = {"sets": 10, "interval_seconds": 120, "total_seconds": 1200}
    exact(f"{clock}\n3 Cleans", one("Cleans", reps=3, **says))


@pytest.mark.parametrize(
    "clock", ["E2MOM 10", "E2MOM 25", "Every 5 min for 5", "Every 90 sec for 30", "Every 2 for 20", "E2MOM 90"]
)
def test_a_bare_number_behind_an_interval_that_may_be_sets_is_a_finding(clock: str) -> None:
    """It may also be minutes that no number of intervals fills."""
    assert [one("Cleans", reps=3)] == prescribed(f"{clock}\n3 Cleans")
    assert ["unread"] == [finding.rule for finding in read(f"{clock}\n3 Cleans").findings]


@pytest.mark.parametrize(("scheme", "seconds"), [("E2MO2M x 5", 120), ("E3MO3M x 5", 180)])
def test_an_interval_may_say_its_minutes_twice(scheme: str, seconds: int) -> None:
    """`E2MO2M` is every two minutes, on the two minutes."""
    clock = {"sets": 5, "interval_seconds": seconds, "total_seconds": 5 * seconds}
    exact(f"{scheme}\n3 Cleans", one("Cleans", reps=3, **clock))


def test_an_interval_with_two_times_is_unread() -> None:
    """One of them is wrong."""
    assert ["E2MO3M x 5"] == [found.line for found in read("E2MO3M x 5\n3 Cleans").findings]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("EMOM 10, 5-4-3-2-1 Snatch", ["sets"]),
        ("EMOM 10\n5-4-3-2-1 Snatch", ["sets"]),
        ("E2MOM for 12 min\nSnatch\n5-4-3-2-1", ["sets"]),
        ("Every 2:00 for 10:00 (5 sets):\n21-15-9 Thrusters and Burpees", ["sets"]),
        ("EMOM 5, 5-4-3-2-1 Snatch", []),
        ("E2MOM for 10 min\n5-4-3-2-1 Snatch", []),
        ("EMOM 10\n5-4-3-2-1 Snatch\n10-8-6-4-2 Burpees", []),
        ("EMOM 10\nMin 1: 5-4-3-2-1 Snatch\nMin 2: Rest", []),
        ("EMOM 10\nMinute 1: 5-4-3-2-1 Snatch\nMinute 2: 10 Burpees", []),
    ],
)
def test_listed_sets_that_do_not_fill_the_time_are_a_finding(text: str, rules: list[str]) -> None:
    """Lines may take turns in it."""
    assert rules == [finding.rule for finding in read(text).findings]


@pytest.mark.parametrize(
    "scheme",
    [
        "EMOM 12, rotate partners every minute",
        "EMOM 12 (switch partners each minute)",
        "EMOM 12, partners alternate minutes",
        "EMOM 12, alternating with a partner",
        "Every 2:00 x 6, alternating partners",
    ],
)
def test_partners_that_take_turns_in_the_intervals_are_a_finding(scheme: str) -> None:
    """Each of them has fewer sets, and no one knows how many."""
    reading = read(f"{scheme}\n3 Power Cleans")
    assert ["unread"] == [finding.rule for finding in reading.findings]
    assert [None] == [one.sets for one in reading.prescriptions]


@pytest.mark.parametrize("line", ["Rotate partners every minute", "Partners alternate minutes"])
def test_a_line_about_turns_of_partners_below_an_interval_is_a_finding(line: str) -> None:
    """The sets of the interval may be those of both together."""
    assert ["note"] == [finding.rule for finding in read(f"EMOM 12\n3 Power Cleans\n{line}").findings]


@pytest.mark.parametrize(
    "text",
    [
        "EMOM 12 with a partner\n3 Power Cleans",
        "EMOM 12, switch arms every minute\n3 Power Cleans",
        "EMOM 12\n3 Power Cleans\nCheer for your partner",
    ],
)
def test_partners_that_do_not_take_turns_have_all_intervals(text: str) -> None:
    """Nothing divides them."""
    assert [12] == [one.sets for one in read(text).prescriptions]
    assert [] == read(text).findings


def test_the_interval_of_a_lift_may_be_short_for_on_the_minute() -> None:
    """`OT2M` is every second minute, as `OTM` is every minute; `OT 2` is no clock."""
    clock = {"sets": 10, "interval_seconds": 120, "total_seconds": 1200}
    exact("Snatch OT2M x 10: 2 @ 75%", one("Snatch", reps=2, percent=75, **clock))
    exact("OT2M x 10:\n2 Snatch @ 75%", one("Snatch", reps=2, percent=75, **clock))
    exact(
        "Snatch\nOT90S x 10\n2 @ 75%",
        one("Snatch", reps=2, percent=75, **clock | {"interval_seconds": 90, "total_seconds": 900}),
    )
    assert all("interval_seconds" not in one for one in prescribed("Snatch OT 2 x 10"))
