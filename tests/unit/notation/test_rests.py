"""Rests: how long, and after which work."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


def test_a_rest_belongs_to_the_line_before_it() -> None:
    """In a circuit the last movement has it; between movements each has its own."""
    assert [None, 90] == [
        one.get("rest_seconds") for one in prescribed("Three sets of:\nChin-Ups x 8\nV-Ups x 12\nRest 90 seconds")
    ]
    assert [60, 120] == [
        one.get("rest_seconds")
        for one in prescribed("Three sets of:\nChin-Ups x 8\nRest 60 seconds\nV-Ups x 12\nRest 2 minutes between sets")
    ]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Rest as needed", {}),
        ("Rest 2-3 minutes", {"rest_seconds": 120, "rest_seconds_max": 180}),
        ("Rest 1:30", {"rest_seconds": 90}),
        ("*Rest 60-90 seconds between sets", {"rest_seconds": 60, "rest_seconds_max": 90}),
        ("Rest 5 minutes before moving on to the next part", {}),
        ("Rest 10 minutes before the jerks", {}),
        ("Rest 2-3 minutes and 30 seconds", {"rest_seconds": 120, "rest_seconds_max": 180}),
    ],
)
def test_a_rest_is_what_is_stated(line: str, rest: dict[str, int]) -> None:
    """`As needed` is not a rest; a range is kept; a rest before something else is not between sets."""
    assert [one("Back Squat", sets=3, reps=5, **rest)] == prescribed(f"Three sets of:\nBack Squat x 5\n{line}")


@pytest.mark.parametrize(
    "rest", ["rest 2 minutes", "rest precisely 2 minutes", "rest another 2 minutes", "2 min of rest"]
)
def test_a_rest_has_the_same_words_wherever_it_stands(rest: str) -> None:
    """It stands on a line of its own, beside the sets, or behind a scheme."""
    sets = one("Back Squat", sets=5, reps=5, rest_seconds=120)
    exact(f"Back Squat 5x5\n{rest}", sets)
    exact(f"Back Squat 5x5, {rest}", sets)
    exact(f"5 sets, {rest}:\nBack Squat x 5", sets)


@pytest.mark.parametrize(
    ("lines", "rests"),
    [
        ("Rest 2 min between sets\nBack Squat 5x5", [120]),
        ("(rest 2:00 between sets)\nBack Squat\n5x5\n5x3", [120, 120]),
        ("*Rest 2:00 b/w sets\nBack Squat 5x5\nBench Press 3x10", [120, 120]),
        ("Rest 2 min between sets\n3 sets of:\nBench Press x 8\nRing Row x 10", [None, 120]),
        ("Rest 2 min between sets\nBack Squat 5x5\nRest 60 s\nBench Press 3x10", [60, 120]),
        ("Rest 2 min between sets\nBack Squat 5x5\n400 m Run", [120, None]),
        ("Rest 2 min between sets\n10 Burpees\n10 Air Squats", [None, None]),
        ("Rest 2 min between sets\nBack Squat 5x5\nFinisher:\nBench Press 3x10", [120, None]),
        ("Rest 2 min between sets\nWobbles 3x10\nBench Press 3x10", [None]),
        ("Rest 2 min between sets\nBuild to a 5RM Back Squat", [None]),
    ],
)
def test_a_rest_between_sets_above_everything_belongs_to_the_sets_below(lines: str, rests: list[int | None]) -> None:
    """Work without sets of its own has none, and neither has what is below a heading or an unread movement."""
    assert rests == [one.get("rest_seconds") for one in prescribed(lines)]


def test_a_rest_above_everything_belongs_to_nothing() -> None:
    """It is a rest after the segment before."""
    (one,) = prescribed("Rest 5 minutes after your last squat, then…\nOne set of:\nFront Squat x 5 reps")
    assert "rest_seconds" not in one


@pytest.mark.parametrize(
    "rest",
    [
        "\nLeave 2 minutes between sets",
        ", rest 2:00 between efforts",
        ", 2 min between intervals",
        "\nLeave 2 minutes btw sets",
        "\n2:00 b/w sets",
        "\nTake 2 minutes after each set.",
        ", 2 min between sets",
        " - leave 2 minutes between sets",
        ", with a 2 minute rest between sets",
    ],
)
def test_a_time_between_sets_is_their_rest(rest: str) -> None:
    """The word `rest` may be missing; the time may be on the line or below it."""
    exact(f"Back Squat 5x5 @ 70%{rest}", one("Back Squat", sets=5, reps=5, percent=70, rest_seconds=120))


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Run 200 m x 6, rest 2 min between runs", 6),
        ("6 x 200 m Run, 2 min rest between runs", 6),
        ("Sprint 60 m x 5, rest 2:00 between sprints", 5),
        ("4 x 500 m Row, rest 2 minutes between rows", 4),
        ("3 x 400 m Run, resting 2 minutes b/w laps", 3),
    ],
)
def test_a_rest_between_runs_is_between_the_sets(line: str, sets: int) -> None:
    """Each run is a set."""
    (run,) = prescribed(line)
    assert (sets, 120) == (run["sets"], run["rest_seconds"])


@pytest.mark.parametrize("bouts", ["climbs", "ascents", "attempts", "jumps", "throws"])
def test_a_rest_between_repetitions_is_a_remark(bouts: str) -> None:
    """It is none between sets."""
    [climb] = read(f"Rope Climb 5x2, rest 30 sec between {bouts}").prescriptions
    assert (5, None, f"rest 30 sec between {bouts}") == (climb.sets, climb.rest_seconds, climb.remark)


@pytest.mark.parametrize("bouts", ["singles", "climbs", "ascents", "attempts", "jumps", "throws"])
@pytest.mark.parametrize("sets", ["5x1", "5 singles", "1-1-1-1-1"])
def test_a_rest_between_sets_of_one_repetition_is_between_the_sets(sets: str, bouts: str) -> None:
    """Each attempt is a set."""
    [snatch] = read(f"Snatch: {sets} @ 90%, rest 2 min between {bouts}").prescriptions
    assert (5, 120, None) == (snatch.sets, snatch.rest_seconds, snatch.remark)


@pytest.mark.parametrize(
    "line",
    [
        "Snatch 5x2, 20 sec between singles",
        "Snatch 5x1.1, 20 sec between singles",
        "5 Rope Climbs, 20 sec between climbs",
        "Clean + Jerk x 1, 20 sec between attempts",
        "Snatch 3x2-3, 20 sec between attempts",
        "Snatch 2-1-1, 20 sec between singles",
    ],
)
def test_a_rest_between_the_repetitions_of_longer_sets_is_a_remark(line: str) -> None:
    """No field has it."""
    [asks] = read(line).prescriptions
    assert (None, "20 sec between") == (asks.rest_seconds, (asks.remark or "")[:14])


@pytest.mark.parametrize(
    "line",
    [
        "Run 400 m, rest 90 sec between runs and rows",
        "10 Box Jumps, rest 60 sec between jumps and burpees",
        "Back Squat 5x5, rest 2 min between squats and jumps",
        "Back Squat 5x5, rest 2 min after runs",
        "5 x 200 m Run, rest 1:1 between runs",
    ],
)
def test_a_rest_between_other_things_is_a_finding(line: str) -> None:
    """Two movements are named, or none of the line."""
    unread(line)


def test_a_long_pause_on_a_line_of_its_own_is_a_rest() -> None:
    """A short one is in the movement."""
    exact("Back Squat 3x5\nPause 2-3 min", one("Back Squat", sets=3, reps=5, rest_seconds=120, rest_seconds_max=180))
    exact("Back Squat 3x5\nPause 2 seconds", one("Back Squat", sets=3, reps=5))
    exact("Back Squat 3x5\nPause 2 minutes in the hole", one("Back Squat", sets=3, reps=5))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("4x400m run, rest 1:1", one("run", sets=4, m=400)),
        ("4 x 400m run\nrest 1:1", one("run", sets=4, m=400)),
        ("Row 5 x 500 m (1:1 work to rest)", one("Row", sets=5, m=500)),
        ("5 rounds:\n200 m Run\nRest 1:2", one("Run", sets=5, m=200)),
    ],
)
def test_a_rest_as_long_as_the_work_is_a_remark(text: str, says: dict[str, Any]) -> None:
    """A ratio is not a clock: it has no seconds."""
    exact(text, says)
    remark = read(text).prescriptions[0].remark
    assert remark is not None
    assert "1:" in remark


def test_a_rest_that_equals_the_work_is_a_remark() -> None:
    """The line is not taken for a definition."""
    exact("20/15 cal Row x 5, rest = work", one("Row", sets=5, calories=20, calories_women=15))


@pytest.mark.parametrize("window", ["8:00-10:00 Rest", "2:00-4:00 rest"])
def test_the_window_of_a_rest_is_not_its_length(window: str) -> None:
    """Its second time is at least twice the first, or the first is long: the rest begins and ends then."""
    assert prescribed(f"Snatch 5x2\n{window}") == [one("Snatch", sets=5, reps=2)]


def test_a_range_of_clocks_in_front_of_rest_is_its_length() -> None:
    """The rest lasts from two minutes to three."""
    exact("Snatch 5x2\n2:00-3:00 rest", one("Snatch", sets=5, reps=2, rest_seconds=120, rest_seconds_max=180))


def test_a_score_after_a_rest_does_not_hide_it() -> None:
    """The numbers of the second sentence are about the first."""
    exact(
        "20 Pull-Ups\nRest exactly 3 minutes after each round. Score is total time minus the 12 minutes of rest.",
        one("Pull-Ups", reps=20, rest_seconds=180),
    )


@pytest.mark.parametrize("line", ["Rest 90s between A1 & A2", "Rest 90s after A1, 2:00 after A2"])
def test_a_rest_between_labelled_lines_is_a_finding(line: str) -> None:
    """It is not that of the last line."""
    reading = read(f"A1 Press 4x6\nA2 Chin-Up 4x6\n{line}")
    assert [None, None] == [one.rest_seconds for one in reading.prescriptions]
    assert [line] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize(
    ("rest", "least", "most"),
    [
        ("2-3:00", 120, 180),
        ("1-1:30", 60, 90),
        ("10-12:00", 600, 720),
        ("90-2:00", 90, 120),
        ("45-1:15", 45, 75),
        ("75s-2min", 75, 120),
    ],
)
def test_a_number_in_front_of_a_clock_is_minutes_if_they_are_fewer(rest: str, least: int, most: int) -> None:
    """`2-3:00` is two to three minutes, and `90-2:00` ninety seconds to two minutes."""
    exact(f"Squat 4x6\nRest {rest}", one("Squat", sets=4, reps=6, rest_seconds=least, rest_seconds_max=most))


@pytest.mark.parametrize(
    "line",
    ["Rest 60 seconds, 20 Squats", "(rest 60 seconds) 20 Squats", "No rest, 20 Squats", "(no rest) Squats for 60 sec"],
)
def test_a_rest_in_front_of_a_movement_is_not_the_one_after_it(line: str) -> None:
    """Such a line is unread, so that the rest below it is not given to the movement above it either."""
    assert [one("Burpees", reps=10)] == prescribed(f"10 Burpees\n{line}\n30 second rest")
    assert [line] == [finding.line for finding in read(f"10 Burpees\n{line}\n30 second rest").findings]


@pytest.mark.parametrize("rest", ["2/3'", "2/3 min", "3/4 min", "3/4 minutes", "2/3’ between sets", "90'", "75 min"])
def test_a_rest_that_may_be_another_is_a_finding(rest: str) -> None:
    """`2/3'` may be two to three minutes, and `90'` seconds."""
    unread(f"Row 3x10, rest {rest}")
    unread(f"Rest {rest}")


@pytest.mark.parametrize(("rest", "seconds"), [("1/2 min", 30), ("2-3'", (120, 180)), ("20'", 1200), ('90"', 90)])
def test_other_rests_in_minutes_are_certain(rest: str, seconds: Any) -> None:
    """A half is no range, and twenty minutes may be between two workouts."""
    least, most = seconds if isinstance(seconds, tuple) else (seconds, None)
    ends = {"rest_seconds": least, "rest_seconds_max": most} if most else {"rest_seconds": least}
    exact(f"Row 3x10, rest {rest}", one("Row", sets=3, reps=10, **ends))


def test_a_fraction_of_a_mile_is_no_range() -> None:
    """Only minutes are written as `2/3`."""
    exact("Run 3/4 mile", one("Run", distance=0.75, distance_unit="mi"))


@pytest.mark.parametrize(
    ("recovery", "says"),
    [
        (", 90 sec recovery", {"rest_seconds": 90}),
        (" (90 sec rec)", {"rest_seconds": 90}),
        (" w/ 2 min jog recovery", {"rest_seconds": 120}),
        (", 2-3 min easy jog", {"rest_seconds": 120, "rest_seconds_max": 180}),
        ("\n2 min walk recovery", {"rest_seconds": 120}),
        (" @ 5k pace, 400 m jog recovery", {"load_text": "5k pace"}),
        (" with 200 m walk", {}),
        (", walk back recovery", {}),
    ],
)
def test_a_recovery_between_sets_is_no_work(recovery: str, says: dict[str, Any]) -> None:
    """Its time is the rest, and its distance a remark."""
    exact(f"Run 5 x 800 m{recovery}", one("Run", sets=5, m=800, **says))


@pytest.mark.parametrize(
    "line",
    [
        "Walk 3 x 5 min, 1 min jog",
        "Row 3 x 500 m, 400 m jog",
        "Bike 3 x 5 min, 2 min easy jog",
        "Row 3 x 500 m, 1 min walk/jog",
    ],
)
def test_a_jog_after_anything_but_a_run_is_a_finding(line: str) -> None:
    """It may be work; a walk or a word for recovery is none."""
    unread(line)
    exact("Row 3 x 500 m, 2 min walk", one("Row", sets=3, m=500, rest_seconds=120))
    exact("Row 3 x 500 m, 2 min jog recovery", one("Row", sets=3, m=500, rest_seconds=120))
    exact("Hill Sprint 8 x 30 sec, 1 min jog", one("Hill Sprint", sets=8, seconds=30, rest_seconds=60))


def test_a_time_after_one_effort_is_a_rest_if_it_is_called_a_recovery() -> None:
    """Without sets, a walk may be work of its own."""
    exact("Row 500 m, 1 min recovery", one("Row", m=500, rest_seconds=60))
    exact("Run 10 min, 2 min walk", one("Run", seconds=600), one("walk", seconds=120))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("5 rounds: 400 m Run, 100 m Walk", [one("Run", sets=5, m=400), one("Walk", sets=5, m=100)]),
        ("10 x (1 min Run, 1 min Walk)", [one("Run", sets=10, seconds=60), one("Walk", sets=10, seconds=60)]),
    ],
)
def test_a_walk_in_a_list_is_work(text: str, says: list[dict[str, Any]]) -> None:
    """It is repeated with the others."""
    exact(text, *says)


@pytest.mark.parametrize("line", ["Run 5 min recovery", "Jog 400 m recovery"])
def test_what_may_be_a_recovery_or_work_is_a_finding(line: str) -> None:
    """A recovery run has no other amount."""
    unread(line)


@pytest.mark.parametrize("line", ["Bike 4 min, rest 2 min", "Bike 4 min rest 2 min", "Bike 4:00 (rest 2:00)"])
def test_a_time_in_front_of_a_rest_that_has_its_own_is_that_of_the_work(line: str) -> None:
    """The rest is behind its word."""
    exact(line, one("Bike", seconds=240, rest_seconds=120))
    exact(f"{line} x 3", one("Bike", sets=3, seconds=240, rest_seconds=120))


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Ring Row 3x10, 90s", 90),
        ("Bench Press 3x10 (90s)", 90),
        ("Bench Press 5x5 – 2 min", 120),
        ("Bench Press 3x10 – 90 s", 90),
        ("Bench Press 5x5 @ 70%, 2:00", 120),
        ("Bench Press 5x5, 90 sec, 70%", 90),
        ('Row 3x10, 90"', 90),
        ("Row 3x10, 2'", 120),
        ("Bench Press 3x10-90s", 90),
        ("Row 3x10-90s", 90),
        ("Bench Press 4x6-8-120 sec", 120),
        ("Bench Press 5x5, 90s @ 70%", 90),
        ("Squat 5x5-120s @ 70%", 120),
    ],
)
def test_a_time_after_sets_of_repetitions_is_the_rest_between_them(line: str, rest: int) -> None:
    """At most a load is behind it, and no word says what it is."""
    (found,) = prescribed(line)
    assert rest == found["rest_seconds"]
    assert "duration_seconds_min" not in found
    assert "load_text" not in found


@pytest.mark.parametrize("sets", ["3x10-90s @ 70%", "5x5, 90s @ 70%"])
def test_a_time_after_sets_below_a_lift_is_no_set_of_its_own(sets: str) -> None:
    """It may be a rest, and the line is a finding."""
    assert not any("duration_seconds_min" in found for found in prescribed(f"Bench Press\n{sets}"))
    assert [sets] == [finding.line for finding in read(f"Bench Press\n{sets}").findings]


@pytest.mark.parametrize(
    "line",
    [
        "Bench Press 3x10, 3 s",
        "Bench Press 3x10, 30 s",
        "Bench Press 3x10, 20 min",
        "Row 3x500 m, 90 s",
        "Bench Press x 10, 90 s",
        "Bench Press 3x10, 90 s each side",
        'Box Jump 3x10, 60"',
        "Handstand Walk 3x10, 2'",
        "Bench Press 3x10, 90 s hold",
        "Bench Press 3x10, 60 s Plank",
        "Bench Press 3x10 in 90 s",
        "Every 3 min: Bench Press 3x10, 90 s",
        "Bench Press 3x10, 90 s, 70% in 60 s",
        "Couch Stretch 3x1, 60 s",
        "Wall Sit 3x2, 90 s",
        "Plank 3x30-90s",
        "Plank 3 x 15-60 seconds",
        "Bench Press x 5-60 seconds",
        "Plank 3x20-90s",
        "Row 3x1-5 min",
        "Bike 8x10-40s",
        "Bench Press 3x8-3min",
    ],
)
def test_a_time_that_may_be_something_else_is_no_rest(line: str) -> None:
    """It may be that of a descent, of all sets, of a distance, of a hold or of another movement, or a height."""
    assert not any("rest_seconds" in found for found in prescribed(line))


@pytest.mark.parametrize(
    ("line", "hold"),
    [
        ("Plank 3x25-95 sec", one("Plank", sets=3, seconds=(25, 95))),
        ("3x25-95s Plank", one("Plank", sets=3, seconds=(25, 95))),
        ("Wall Sit 3x15-65 seconds", one("Wall Sit", sets=3, seconds=(15, 65))),
        ("L-Sit 5x10-45 sec", one("L-Sit", sets=5, seconds=(10, 45))),
        ("Side Plank 3x15-65s/side", one("Side Plank", sets=3, seconds=(15, 65), each_side=True)),
        ("Row 4x25-95s", one("Row", sets=4, seconds=(25, 95))),
    ],
)
def test_times_of_a_hold_are_a_range(line: str, hold: dict[str, Any]) -> None:
    """It has no repetitions, so that the second is no rest."""
    exact(line, hold)


@pytest.mark.parametrize("line", ["Plank 3x25 - 95 sec", "Plank 3x90-60s", "3x10-90s Row"])
def test_times_that_may_be_no_range_are_a_finding(line: str) -> None:
    """The second is apart, is the shorter one, or a row may have repetitions and a rest."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_a_rest_may_be_an_r_and_a_colon() -> None:
    """It is so behind sets."""
    exact("Bench Press 3x10 (R: 90s)", one("Bench Press", sets=3, reps=10, rest_seconds=90))


@pytest.mark.parametrize("sides", ["R: 30s L: 30s", "L: 30s, R: 30s", "R: 30, L: 30", "R: 10 L: 10", "L 30s R: 30s"])
def test_the_r_of_the_right_side_is_no_rest(sides: str) -> None:
    """The left one is beside it."""
    assert all("rest_seconds" not in found for found in prescribed(f"Side Plank {sides}"))


@pytest.mark.parametrize("rest", ["3 min easy between", "3 min off", "3 min between"])
def test_a_rest_between_repeats_may_be_easy_or_off(rest: str) -> None:
    """It is that of all of them."""
    exact(f"Bike 3 x 8 min, {rest}", one("Bike", sets=3, seconds=480, rest_seconds=180))


@pytest.mark.parametrize(
    "line",
    [
        "Row 500 m, 2 min off",
        "Bike 8 min, 3 min easy",
        "Bike 3 x 8 min, 3 min hard",
        "Back Squat 3x5, 2 reps off",
        "Bike 8 min off",
    ],
)
def test_a_time_that_is_not_between_repeats_is_no_rest(line: str) -> None:
    """It may be more work."""
    assert all("rest_seconds" not in found for found in prescribed(line))


def test_the_rest_within_a_cluster_is_a_remark() -> None:
    """That between its sets is the rest."""
    expected = one("Power Snatch", sets=4, reps=3, cluster=[1, 1, 1], percent=75, rest_seconds=120)
    exact("Power Snatch 1.1.1 x 4 @ 75%, 10 sec. between singles, 2:00 between sets", expected)


@pytest.mark.parametrize("rest", ["Rest 1 min 30", "1 min 30 rest", "Rest 1 min 30 (between sets)"])
def test_the_seconds_of_a_rest_may_have_no_unit_behind_the_minutes(rest: str) -> None:
    """They are part of the time."""
    exact(f"Back Squat 3x5\n{rest}", one("Back Squat", sets=3, reps=5, rest_seconds=90))
    exact("Bench Press 3x5, 2 min 20 rest", one("Bench Press", sets=3, reps=5, rest_seconds=140))


@pytest.mark.parametrize("text", ["AMRAP 5 min 15 Burpees", "AMRAP 5 min\n15 Burpees"])
def test_a_number_behind_minutes_and_before_a_movement_counts_it(text: str) -> None:
    """It is no part of the time."""
    exact(text, one("Burpees", reps=15, format="amrap", total_seconds=300))


@pytest.mark.parametrize(
    "line",
    [
        "Run 1 min 30, walk 1 min 33",
        "20 min 15-12-9",
        "Rest 2 min 15, 10 Burpees",
        "Run 2 min 7",
    ],
)
def test_a_number_behind_minutes_that_may_be_something_else_is_a_finding(line: str) -> None:
    """It is a list, or no number of seconds that anyone rests."""
    unread(line)


@pytest.mark.parametrize("rest", ['rest 2"', '2" rest', "rest 3''"])
def test_a_rest_of_a_few_double_primes_is_a_finding(rest: str) -> None:
    """They are seconds, and the coach may mean minutes."""
    unread(f"Press 5x3, {rest}")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('Press 5x3, 90" rest', {"rest_seconds": 90}),
        ('Press 5x3, rest 10"', {"rest_seconds": 10}),
        ("Press 5x3, rest 2'", {"rest_seconds": 120}),
        ("Press 5x3, rest 2'30\"", {"rest_seconds": 150}),
        ("Press 5x3, rest 2:00", {"rest_seconds": 120}),
        ("Press 5x3, rest 5 sec", {"rest_seconds": 5}),
        ('Press 5x3, rest 3" between reps', {}),
    ],
)
def test_any_other_rest_with_primes_is_as_written(line: str, says: dict[str, Any]) -> None:
    """It is long enough, or says that it is in the set."""
    exact(line, one("Press", sets=5, reps=3, **says))


@pytest.mark.parametrize(
    ("line", "work"),
    [
        ("Plank 3 x 1 min, 30s rest", one("Plank", sets=3, seconds=60, rest_seconds=30)),
        ("Row 2 min, 30 sec rest x 5", one("Row", sets=5, seconds=120, rest_seconds=30)),
        ("Plank 3 x 1 min, 30 sec", one("Plank", sets=3, seconds=90)),
        ("Plank 3 x 1 min 30s", one("Plank", sets=3, seconds=90)),
    ],
)
def test_seconds_behind_a_comma_are_part_of_the_minutes_unless_they_are_a_rest(line: str, work: dict[str, Any]) -> None:
    """The word for the rest is behind the seconds."""
    exact(line, work)
