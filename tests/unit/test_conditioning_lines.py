"""Lines of conditioning as gyms write them, with the values that a careful coach reads."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


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
def test_a_time_at_most_asks_for_no_reps(line: str) -> None:
    """`max` after a time, and before no movement, is an upper limit."""
    assert not any(found.get("max_reps") for found in prescribed(line))


@pytest.mark.parametrize(
    "line",
    ["100 Burpees for time (10 min cap)", "100 Burpees for time, 10:00 time cap", "100 Burpees for time (cap 10 min)"],
)
def test_a_cap_behind_a_movement_is_a_remark(line: str) -> None:
    """It is not the duration of the work."""
    exact(line, one("Burpees", reps=100, format="for time"))
    remark = read(line).prescriptions[0].remark
    assert remark is not None
    assert "10" in remark


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
    """A ratio is no clock: it has no seconds."""
    exact(text, says)
    remark = read(text).prescriptions[0].remark
    assert remark is not None
    assert "1:" in remark


@pytest.mark.parametrize(
    "line",
    [
        "EMOM 12: min 1 - 8 burpees, min 2 - 10 KB swings 24 kg",
        "EMOM 12: Minute 1: 8 burpees; Minute 2: 10 KB swings 24 kg",
        "EMOM 12 – odd: 8 burpees, even: 10 KB swings 24 kg",
        "EMOM 12:\nmin 1: 8 burpees, min 2: 10 KB swings 24 kg",
    ],
)
def test_stations_on_one_line_share_the_sets(line: str) -> None:
    """Each of two stations has six of the twelve minutes."""
    clock = {"sets": 6, "interval_seconds": 60, "total_seconds": 720}
    exact(line, one("burpees", reps=8, **clock), one("KB swings", reps=10, kg=24, **clock))


def test_a_station_of_rest_on_one_line_has_its_minutes() -> None:
    """Two movements and the rest have three of the nine minutes each."""
    clock = {"sets": 3, "interval_seconds": 60, "total_seconds": 540}
    text = "EMOM 9: min 1 - 8 burpees, min 2 - 10 sit-ups, min 3 - rest"
    exact(text, one("burpees", reps=8, **clock), one("sit-ups", reps=10, **clock))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("40/30 Calorie Machine", one("Machine", calories=40, calories_women=30)),
        ("50/40 cal machine of choice", one("machine of choice", calories=50, calories_women=40)),
    ],
)
def test_any_machine_is_conditioning(line: str, says: dict[str, Any]) -> None:
    """The lifter chooses between rower, bike and ski erg."""
    exact(line, says)
    assert read(line).prescriptions[0].family == "conditioning"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("10 Deadlifts (#135)", one("Deadlifts", reps=10, lb=135)),
        ("21 Thrusters #95/65", {**one("Thrusters", reps=21, lb=95), "weight_women": 65}),
        ("10 Deadlifts (#225/155)", one("Deadlifts", reps=10, lb=(225, 155))),
        ("Thruster 5x3 @ #95", one("Thruster", sets=5, reps=3, lb=95)),
        ("12 DB Lunges 50s/35s", one("DB Lunges", reps=12, load_text="50s/35s")),
        ("12 DB Lunges (50s/35s)", one("DB Lunges", reps=12, load_text="50s/35s")),
    ],
)
def test_other_spellings_of_loads(line: str, says: dict[str, Any]) -> None:
    """`#` may be before pounds, and a pair of dumbbells has a plural."""
    exact(line, says)


@pytest.mark.parametrize("line", ["Plank 30s/20s", "Set #1: 5 reps", "10 Deadlifts (#2)"])
def test_text_that_only_looks_like_a_load_is_not_read(line: str) -> None:
    """Seconds of a hold are no dumbbells, and low numbers after `#` are ordinals."""
    assert not any(found.keys() & {"weight", "load_text"} for found in prescribed(line))


def test_a_heading_may_end_with_a_semicolon() -> None:
    """The scheme after it holds for the movements below."""
    times = {"sets": 3, "reps_per_set": [21, 15, 9], "format": "for time"}
    text = "Conditioning; for time, 21-15-9 reps of:\nThrusters\nPull-Ups"
    exact(text, one("Thrusters", **times), one("Pull-Ups", **times))


@pytest.mark.parametrize("line", ["10 Thrusters Rx 95/65, Int 75/55, Beg 45/35", "10 Thrusters: Rx 95/65; Sc 75/55"])
def test_loads_of_several_levels_are_kept_as_written(line: str) -> None:
    """No field has room for more than a pair."""
    [found] = prescribed(line)
    assert found.keys() == {"movement", "reps_min", "reps_max", "load_text"}
    assert found["load_text"] == line[line.index("Rx") :]


@pytest.mark.parametrize(
    "line",
    [
        "12 DB Snatches (Health: 15#/20#, Athletic: 20#/30#)",
        "12 DB Snatches (Health 15 lb, Performance 30 lb, Sport 40 lb)",
    ],
)
def test_loads_with_a_name_each_are_kept_as_written(line: str) -> None:
    """A gym may call its levels anything."""
    exact(line, one("DB Snatches", reps=12, load_text=line[line.index("(") + 1 : -1]))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Partner 1: 20 Wall Balls", one("Wall Balls", reps=20)),
        ("Partner B: 200m Run", one("Run", m=200)),
        ("20 Burpees to a 45 lb plate", one("Burpees", reps=20, load_text="to a 45 lb plate")),
        ("Run 1,6km | Zone 2 Pace", {**one("Run", load_text="Zone 2 Pace"), "distance": 1.6, "distance_unit": "km"}),
        ("21 HR Push-Ups", one("HR Push-Ups", reps=21)),
        ("Row 1 hr", one("Row", seconds=3600)),
        ("Run 1000m together", one("Run", m=1000)),
        ("20 synchro burpees", one("synchro burpees", reps=20)),
        ("Complete 150 Wall Balls", one("Wall Balls", reps=150)),
        ("Do 50 sit-ups", one("sit-ups", reps=50)),
        ("Sumo Dead Lift High Pull x 10", one("Sumo Dead Lift High Pull", reps=10)),
        ("Run 400 m, then:", one("Run", m=400)),
    ],
)
def test_words_and_numbers_around_a_movement(line: str, says: dict[str, Any]) -> None:
    """A remark about turns; a plate as a target; a zone of the pulse; hand release, hours and an order."""
    exact(line, says)


@pytest.mark.parametrize(
    "line",
    [
        "Do 5 burpees every time you drop the bar",
        "Perform 10 reps on each side",
        "Do 5 burpees as a penalty",
        "Complete 150 Squats - partner holds a bar 135/95",
    ],
)
def test_an_order_with_more_than_an_amount_and_a_movement_is_not_read(line: str) -> None:
    """A penalty, a remark about repetitions, and the load of somebody else."""
    assert not prescribed(line)


def test_movements_before_then_in_rounds_are_a_finding() -> None:
    """The lines below may be inside the rounds or outside."""
    text = "Run 400 m, then\n3 rounds of:\n10 Squats"
    assert [one("Run", m=400), {**one("Squats", reps=10), "sets": 3}] == prescribed(text)
    assert not prescribed("3 rounds of:\n10 Squats, then")


@pytest.mark.parametrize("line", ["Dumbbell Curl: 16 x 10", "Row 21 hours"])
def test_numbers_that_no_coach_means_are_a_finding(line: str) -> None:
    """Sixteen sets of ten are a weight and its reps."""
    assert prescribed(line) == []
    assert read(line).findings


@pytest.mark.parametrize(
    ("line", "each_side"),
    [("12 DB Lunges (R+L=1)", True), ("12 DB Lunges R/L = 2", False), ("12 DB Lunges, left + right = 1", True)],
)
def test_a_line_may_say_how_sides_are_counted(line: str, each_side: bool) -> None:
    """If both sides are one repetition, the reps are for each side."""
    exact(line, one("DB Lunges", reps=12, **({"each_side": True} if each_side else {})))


def test_minutes_that_count_up_are_stations() -> None:
    """`1 min:`, `2 min:` before reps are the minutes of the rotation; before a name they are its time."""
    clock = {"sets": 5, "interval_seconds": 60, "total_seconds": 600}
    text = "EMOM x 10\n1 min: 7 OHS\n2 min: 5 Pull-Ups"
    exact(text, one("OHS", reps=7, **clock), one("Pull-Ups", reps=5, **clock))
    exact("1 min: Row\n2 min: Bike", one("Row", seconds=60), one("Bike", seconds=120))
    assert prescribed("EMOM x 10\n2 min: 7 OHS\n3 min: 5 Pull-Ups") == []


@pytest.mark.parametrize("line", ["Snatch Technique – 10 minutes", "Kettlebell Primer: 8 minutes"])
def test_minutes_of_what_is_no_movement_are_a_heading(line: str) -> None:
    """They are the time of class: the line is a finding."""
    assert prescribed(line) == []
    assert read(line).findings


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("5 Rounds As Quickly As Possible:", {"sets": 5, "format": "for time"}),
        ("On the 2 minute interval for 20 minutes", {"sets": 10, "interval_seconds": 120, "total_seconds": 1200}),
    ],
)
def test_rounds_and_intervals_in_other_words(line: str, says: dict[str, Any]) -> None:
    """They hold for the movement below."""
    exact(f"{line}\n10 Burpees", one("Burpees", reps=10, **says))


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Tonight's workout was quick, 4 rounds for time of:", {"sets": 4, "format": "for time"}),
        ("Then everyone does a 9 minute AMRAP of:", {"total_seconds": 540, "format": "amrap"}),
        ("Complete the following for time:", {"format": "for time"}),
        ("The main piece is 4 rounds of:", {"sets": 4}),
    ],
)
def test_a_scheme_may_end_a_sentence(sentence: str, says: dict[str, Any]) -> None:
    """A colon leads to its movements."""
    exact(f"{sentence}\n8 Burpees", one("Burpees", reps=8, **says))


@pytest.mark.parametrize(
    "sentence",
    [
        "If you are new, do 4 rounds of:",
        "Beginners do 4 rounds of:",
        "In the time remaining of 9 minutes, as many reps of:",
    ],
)
def test_a_scheme_of_some_people_or_of_the_remaining_time_is_not_that_of_all(sentence: str) -> None:
    """Its numbers are in no prescription."""
    assert prescribed(f"{sentence}\n8 Burpees") in ([], [one("Burpees", reps=8)])


@pytest.mark.parametrize(
    "scheme",
    [
        "35 seconds of work followed by 25 seconds of rest for six rounds of each exercise",
        "6 rounds of 35 seconds of work, 25 seconds of rest on each movement",
        "35 sec on followed by 25 sec off x 6",
    ],
)
def test_work_followed_by_rest_is_of_each_movement(scheme: str) -> None:
    """Its rounds may be behind it."""
    exact(f"{scheme}\nDips", one("Dips", sets=6, seconds=35, rest_seconds=25))


@pytest.mark.parametrize(
    "scheme",
    ["In two-person teams, perform 7 rounds for time of:", "In 3-man teams, 7 rounds for time alternating between:"],
)
def test_teams_of_people_keep_the_rounds(scheme: str) -> None:
    """How many people there are is a remark."""
    exact(f"{scheme}\n300 m Run", one("Run", sets=7, m=300, format="for time"))


@pytest.mark.parametrize("amount", ["x max hold", "x max effort hold", "x max time"])
def test_a_hold_of_the_longest_time_is_a_movement(amount: str) -> None:
    """It has its sets and its rest."""
    text = f"4 sets of:\nDeadlift x 6\nRest 60 seconds\nHollow Hold {amount}\nRest 75 seconds"
    hold = one("Hollow Hold", sets=4, rest_seconds=75, max_reps=True)
    exact(text, one("Deadlift", sets=4, reps=6, rest_seconds=60), hold)


@pytest.mark.parametrize("scheme", ["2, 4, 6, 8... reps every minute on the minute", "1, 2, 3... per minute:"])
def test_a_ladder_of_each_minute_has_an_interval(scheme: str) -> None:
    """Its steps are a remark."""
    exact(f"{scheme}\nBurpees", one("Burpees", interval_seconds=60))


@pytest.mark.parametrize("heading", ["- OPTIONAL COOL DOWN FOR RECOVERY", "Optional Finisher"])
@pytest.mark.parametrize("above", ["10 Dips", "10 Dips 4 of 8"])
def test_a_heading_of_extra_work_ends_the_rounds(heading: str, above: str) -> None:
    """Even if no line above it was read."""
    assert prescribed(f"4 rounds for time\n{above}\n{heading}\n2:30 Bike")[-1] == one("Bike", seconds=150)


def test_a_load_may_be_that_of_a_ball_or_a_plate() -> None:
    """With the article too."""
    exact("300m Run with a 14 lb med ball", one("Run", m=300, weight=14, weight_unit="lb"))


@pytest.mark.parametrize("line", ["14:00 Hard Cap", "14 min time cap", "-14:00 Cap"])
def test_a_time_cap_below_the_work_is_no_finding(line: str) -> None:
    """It is a note."""
    assert not read(f"3 rounds for time\n12 Dips\n{line}").findings


@pytest.mark.parametrize("scheme", ["5 rounds, 40 on / 20 off:", "40 on/20 off x 5", "5 sets of 40 work / 20 rest"])
def test_work_and_rest_without_a_unit_are_seconds(scheme: str) -> None:
    """Nobody writes so many minutes."""
    exact(f"{scheme}\nBurpees", one("Burpees", sets=5, seconds=40, rest_seconds=20))


def test_low_numbers_of_work_and_rest_may_be_minutes() -> None:
    """They are a finding."""
    assert ["3 rounds, 2 on / 1 off:"] == [one.line for one in read("3 rounds, 2 on / 1 off:\nRow").findings]


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
    "note",
    [
        "If unable to row, complete one of the following:",
        "If you have no rower choose any of the following options:",
        "For those without a rower, substitutions are listed below:",
    ],
)
def test_a_list_of_alternatives_or_examples_prescribes_nothing(note: str) -> None:
    """It ends at a line that is no movement: a scheme, or prose."""
    text = f"3 rounds:\n12 Burpees\n{note}\n400 m Run\n20/15 Cal Bike\n40 Air Squats\n4 rounds:\n6 Pull-Ups"
    assert [one("Burpees", sets=3, reps=12), one("Pull-Ups", sets=4, reps=6)] == prescribed(text)


@pytest.mark.parametrize("scheme", ["4 minutes each of:", "4:00 each:", "4 min of each", "4 mins each"])
def test_a_time_for_each_movement_below_is_the_work_of_one_set(scheme: str) -> None:
    """Without rounds they are done once."""
    exact(f"{scheme}\nSled Drag\nFarmers Carry", one("Sled Drag", seconds=240), one("Farmers Carry", seconds=240))
    exact(f"2 rounds:\n{scheme}\nPlank", one("Plank", sets=2, seconds=240))


def test_a_time_for_each_below_a_movement_is_not_that_of_the_next() -> None:
    """It may be that of each side of the one above."""
    text = "Pigeon Stretch\n1 min each\nCouch Stretch\n2 min each"
    assert [one("Pigeon Stretch"), one("Couch Stretch")] == prescribed(text)
    assert ["1 min each", "2 min each"] == [finding.line for finding in read(text).findings]


def test_a_time_for_each_exercise_is_the_work_of_each_set() -> None:
    """A rest below is that between the rounds."""
    minute = {"sets": 3, "seconds": 60}
    text = "1 minute per exercise for 3 rounds:\nBox Jumps\nWall Balls\n1 minute rest"
    exact(text, one("Box Jumps", **minute), one("Wall Balls", **minute, rest_seconds=60))


@pytest.mark.parametrize(
    "scheme", ["Alternating EMOM 12:", "EMOM 12, alternating:", "Every minute for 12 minutes, alternating between:"]
)
def test_movements_that_alternate_share_the_sets(scheme: str) -> None:
    """Each of three movements has four of the twelve minutes."""
    clock = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    text = f"{scheme}\n10 Burpees\n12 KB Swings\n15 Sit-Ups"
    exact(text, one("Burpees", reps=10, **clock), one("KB Swings", reps=12, **clock), one("Sit-Ups", reps=15, **clock))


def test_movements_that_alternate_with_an_unread_line_have_no_sets() -> None:
    """The unread line has its share too."""
    clock = {"interval_seconds": 60, "total_seconds": 720}
    assert prescribed("EMOM 12, alternating:\n10 Burpees\n5 x 1+ Dips 4 of 8") == [one("Burpees", reps=10, **clock)]


def test_stations_below_an_unread_heading_share_the_sets() -> None:
    """A line above the clock is not a station."""
    clock = {"sets": 6, "interval_seconds": 60, "total_seconds": 720}
    text = "Strength – 12 minutes (4 rds)\nEMOM 12:\nMin 1: 3 Cleans\nMin 2: 10 Burpees"
    assert prescribed(text) == [one("Cleans", reps=3, **clock), one("Burpees", reps=10, **clock)]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("AMRAP in 15m, You-Go/I-Go, of:", {"format": "amrap", "total_seconds": 900}),
        ("AMRAP 12m:", {"format": "amrap", "total_seconds": 720}),
        ("EMOM for 7m:", {"sets": 7, "interval_seconds": 60, "total_seconds": 420}),
    ],
)
def test_metres_behind_a_clock_are_minutes(line: str, says: dict[str, Any]) -> None:
    """If they are few, and no movement follows."""
    exact(f"{line}\n10 Burpees", one("Burpees", reps=10, **says))


def test_metres_of_a_movement_are_no_minutes() -> None:
    """They are its distance."""
    exact("AMRAP 50m Sprint", one("Sprint", m=50, format="amrap"))
    exact("AMRAP: 400m Run, 10 Burpees", one("Run", m=400, format="amrap"), one("Burpees", reps=10, format="amrap"))


def test_most_may_stand_behind_the_movement_of_a_time() -> None:
    """`max` behind the movement asks for as much as possible in the minute."""
    exact("1 minute – Row max distance", one("Row", seconds=60, max_reps=True))


def test_followed_by_joins_two_movements_of_a_line() -> None:
    """The words are no part of a name."""
    exact(
        "3 sets:\n5 Deadlifts followed immediately by 15 Russian KB Swings",
        one("Deadlifts", sets=3, reps=5),
        one("Russian KB Swings", sets=3, reps=15),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Continuing every 1:30 for 3 rounds:\n3 Burpees",
            {"reps": 3, "interval_seconds": 90, "total_seconds": 270, "sets": 3},
        ),
        ("On an 8-minute running clock, perform 1 minute each of:\nBurpees", {"seconds": 60, "total_seconds": 480}),
        ("10 Alt. 1-Arm Dumbbell Snatches", {"reps": 10}),
        ("9 Pull-Ups (5 if assisted)", {"reps": 9}),
        ("75/50 Calorie Bike or 90/60 Row", {"calories": 75, "calories_women": 50}),
    ],
)
def test_clocks_abbreviations_and_alternatives_in_other_words(text: str, says: dict[str, Any]) -> None:
    """A weight for other people is a remark, not the load."""
    [found] = prescribed(text)
    assert found == one(found["movement"], **says)


@pytest.mark.parametrize("line", ["15 24 in box jumps", "15 box jumps, 24 in box"])
def test_in_before_a_box_means_inches(line: str) -> None:
    """The height is kept as written."""
    [found] = prescribed(line)
    assert found["reps_min"] == 15
    assert "24 in" in found["load_text"]


@pytest.mark.parametrize("pace", ["recovery pace", "easy effort", "at a moderate pace"])
def test_a_time_at_a_pace_in_words_is_a_set_of_the_movement_above(pace: str) -> None:
    """It is no note."""
    exact(f"Row\n3:00 {pace}", one("Row", seconds=180, load_text=pace))


@pytest.mark.parametrize("pace", ["2k pace", "1:50/500m", "5k race pace", "1:45 pace"])
def test_a_pace_is_a_load_in_words(pace: str) -> None:
    """Its numbers are no distance and no time of the set."""
    exact(f"Row 3 x 500m @ {pace}, rest 2:00", one("Row", sets=3, m=500, rest_seconds=120, load_text=pace))


@pytest.mark.parametrize(
    "line", ["3x (400m Run, 21 KB Swings)", "3x: 400m Run, 21 KB Swings", "3x:\n400m Run\n21 KB Swings"]
)
def test_a_number_of_times_in_front_of_a_list_holds_for_all_of_it(line: str) -> None:
    """A bracket or a colon says so."""
    exact(line, one("Run", sets=3, m=400), one("KB Swings", sets=3, reps=21))


def test_rounds_behind_a_buy_in_on_its_line_are_a_finding() -> None:
    """A line does not say whether the last movement is part of the rounds."""
    line = "Buy-in: 1k Row; then 5 rounds of 10 T2B, 20 Lunges"
    assert prescribed(line) == []
    assert read(line).findings


def test_a_rest_that_equals_the_work_is_a_remark() -> None:
    """The line is not taken for a definition."""
    exact("20/15 cal Row x 5, rest = work", one("Row", sets=5, calories=20, calories_women=15))


def test_numbered_stations_on_one_line_share_the_sets() -> None:
    """Each of three stations, one of which is the rest, has four of the twelve minutes."""
    clock = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    text = "EMOM 12: 1) 12 Burpees 2) 8 C&J 60/40 3) rest"
    exact(text, one("Burpees", reps=12, **clock), one("C&J", reps=8, load_text="60/40", **clock))


def test_a_number_of_times_may_stand_above_its_movements() -> None:
    """The line has no colon."""
    exact("3x\n8 Goblet Squats\n8 Push-Ups", one("Goblet Squats", sets=3, reps=8), one("Push-Ups", sets=3, reps=8))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Goblet Squat 3 x 10 w/ 16 kg KB", one("Goblet Squat", sets=3, reps=10, kg=16)),
        ("10 24 kg KB Swings", one("KB Swings", reps=10, kg=24)),
        ("2x24 kg KB Front Squat x 5", one("KB Front Squat", reps=5, load_text="2x24 kg")),
    ],
)
def test_a_bell_behind_its_weight(line: str, says: dict[str, Any]) -> None:
    """Two of them count neither sets nor repetitions."""
    exact(line, says)


@pytest.mark.parametrize(("intervals", "sets"), [(8, {"sets": 4}), (9, {})])
def test_movements_that_alternate_share_a_number_of_intervals(intervals: int, sets: dict[str, int]) -> None:
    """Each of two has half of them; no one knows which one has the ninth."""
    text = f"Every 1:30 x {intervals}, alternating:\n4 Push Press\n6 Pull-Ups"
    exact(
        text,
        *(one(name, reps=reps, interval_seconds=90, **sets) for name, reps in (("Push Press", 4), ("Pull-Ups", 6))),
    )


@pytest.mark.parametrize("ladder", ["3-6-9-12…", "3-6-9-12...", "1, 2, 3..."])
def test_a_ladder_without_an_end_has_no_sets(ladder: str) -> None:
    """It goes on for as long as there is time, so the line is unread."""
    assert prescribed(f"AMRAP 7:\n{ladder}\nThrusters") == [one("Thrusters", format="amrap", total_seconds=420)]


def test_a_ladder_that_goes_down_has_an_end() -> None:
    """Dots after it lead to its movements."""
    exact("For time: 21-15-9...\nThrusters", one("Thrusters", sets=3, reps_per_set=[21, 15, 9], format="for time"))


@pytest.mark.parametrize("window", ["8:00-10:00 Rest", "2:00-4:00 rest"])
def test_the_window_of_a_rest_is_not_its_length(window: str) -> None:
    """It is when the rest begins and ends, so the line is unread."""
    assert prescribed(f"Snatch 5x2\n{window}") == [one("Snatch", sets=5, reps=2)]


def test_a_range_of_clocks_in_front_of_rest_is_its_length() -> None:
    """The rest lasts from two minutes to three."""
    exact("Snatch 5x2\n2:00-3:00 rest", one("Snatch", sets=5, reps=2, rest_seconds=120, rest_seconds_max=180))


@pytest.mark.parametrize(
    "line", ["Squat 5x3 @ 85% of your 3RM from 11/20", "Jerk Dip 4x4 @ 110% of your best jerk from 10/12"]
)
def test_a_date_is_no_load(line: str) -> None:
    """The percent is of another day's best, so the line is unread."""
    assert prescribed(line) == []


@pytest.mark.parametrize("sides", ["arms", "sides", "legs"])
def test_sides_that_alternate_do_not_divide_the_sets(sides: str) -> None:
    """The movements do not take turns."""
    clock = {"sets": 12, "interval_seconds": 60, "total_seconds": 720}
    exact(f"EMOM 12, alternating {sides}:\n10 KB Snatches", one("KB Snatches", reps=10, **clock))


def test_many_sets_on_a_clock_are_no_weights() -> None:
    """The clock has as many."""
    clock = {"sets": 20, "interval_seconds": 30, "total_seconds": 600}
    exact("Every 30 seconds for 10 minutes:\nSnatch\n20 x 2", one("Snatch", reps=2, **clock))


@pytest.mark.parametrize(
    ("line", "load"),
    [
        ("Bike 40 min @ Z2", "Z2"),
        ("Run 50 minutes (zone 2-3)", "zone 2-3"),
        ("Row 750 m @ 85% effort", "85% effort"),
        ("Bike 12 min @ 80% of max heart rate", "80% of max heart rate"),
        ("Run 6 km @ 5:20/km", "5:20/km"),
        ("Row 3 x 8 min @ 22 spm", "22 spm"),
    ],
)
def test_the_effort_of_conditioning_is_a_load_in_words(line: str, load: str) -> None:
    """Its percent is of no rep max, and its time is that of another distance."""
    (says,) = prescribed(line)
    assert load == says["load_text"]
    assert not {"percent_min", "interval_seconds", "reps_min"} & says.keys()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("30 Bodyweight Squats", one("Bodyweight Squats", reps=30)),
        ("8 Deadlifts @ bodyweight", one("Deadlifts", reps=8, load_text="bodyweight")),
        ("Deadlift @ BW x 12", one("Deadlift", reps=12, load_text="BW")),
        ("1.5 BW Deadlift x 4", one("Deadlift", reps=4, load_text="1.5 BW")),
    ],
)
def test_a_number_in_front_of_bodyweight_may_be_the_repetitions(line: str, says: dict[str, Any]) -> None:
    """Nobody lifts thirty times the weight of the body."""
    exact(line, says)


def test_a_second_distance_in_brackets_is_the_same_distance() -> None:
    """In another unit, or in pieces."""
    exact("Run 1600 m (1 mile)", one("Run", m=1600))


def test_rounds_may_have_a_series_of_repetitions() -> None:
    """One number for each round; a series of another length contradicts the rounds."""
    exact(
        "3 rounds for time, 20-15-10 reps each round:\nThrusters",
        one("Thrusters", sets=3, reps_per_set=[20, 15, 10], format="for time"),
    )
    assert [{"movement": "Thrusters"}] == prescribed("4 rounds: 20-15-10\nThrusters")
    assert [{"movement": "Thrusters"}] == prescribed("EMOM 10, 5-5-5:\nThrusters")


@pytest.mark.parametrize(
    "line",
    [
        "Here's Ilya setting the clean and jerk record at 242 kg:",
        "Marta hit a back squat PR of 90 kg!",
        "New deadlift record for Pedro: 180 kg",
        "Congratulations to Ana for her 70 kg snatch",
    ],
)
def test_a_sentence_about_a_lifter_asks_for_nothing(line: str) -> None:
    """Its weight is a result."""
    assert [] == prescribed(line)


@pytest.mark.parametrize("score", ["Marta 5+12", "Pedro 95#, 8 rounds"])
def test_a_score_below_the_work_is_no_movement(score: str) -> None:
    """A name that the catalogue does not know has a load or rounds only."""
    assert ["Burpees"] == [says["movement"] for says in prescribed(f"AMRAP 12:\n10 Burpees\n{score}")]


@pytest.mark.parametrize(
    ("scheme", "says"),
    [
        ('"Helena" 3 rounds', {"sets": 3}),
        ("“Marta” EMOM 20", {"sets": 20, "interval_seconds": 60, "total_seconds": 1200}),
        ('"Pedro" 15-12-9', {"sets": 3, "reps_per_set": [15, 12, 9]}),
        (
            "Every 3 minutes perform the following for 5 rounds (15 minutes total):",
            {"sets": 5, "interval_seconds": 180, "total_seconds": 900},
        ),
    ],
)
def test_a_scheme_may_stand_behind_the_name_of_the_workout(scheme: str, says: dict[str, Any]) -> None:
    """In quotes; and its total may be in brackets."""
    exact(f"{scheme}\nPull-Ups", one("Pull-Ups", **says))


@pytest.mark.parametrize("heading", ["Scaling Options:", "Modifications", "Coaching Notes:", "Movement standards"])
def test_lines_below_a_heading_of_advice_prescribe_nothing(heading: str) -> None:
    """They are other movements, for those who need them."""
    text = f"12 Pull-Ups\n{heading}\n8 Ring Rows\n30 ft Shuttle Runs"
    exact(text, one("Pull-Ups", reps=12))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("50′ Single Arm Overhead Lunge 50/35", one("Single Arm Overhead Lunge", ft=50, load_text="50/35")),
        ("12 Ground to Overhead with 45/25 plate", one("Ground to Overhead", reps=12, load_text="with 45/25 plate")),
    ],
)
def test_a_bare_pair_is_a_load_in_words(line: str, says: dict[str, Any]) -> None:
    """This holds after feet and before a plate, too."""
    exact(line, says)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Run 4 x 400 w/ 90 sec rest", one("Run", sets=4, m=400, rest_seconds=90)),
        ("500 Row", one("Row", m=500)),
        ("Row 500", one("Row", m=500)),
        ("Row 4 x 500 r/2:00", one("Row", sets=4, m=500, rest_seconds=120)),
    ],
)
def test_a_round_number_of_a_run_or_a_row_is_metres(text: str, expected: dict[str, Any]) -> None:
    """Nobody runs four hundred times."""
    exact(text, expected)


@pytest.mark.parametrize(
    "line", ["8 x 50 Swim, 30 sec rest", "Run 5", "400/200 run", "Row 20/15", "Row 20", "Plank 60"]
)
def test_any_other_number_of_them_without_a_unit_is_a_finding(line: str) -> None:
    """It may be metres, yards, kilometres, calories or seconds."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


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
def test_an_interval_behind_sets_is_their_clock(text: str, expected: dict[str, Any]) -> None:
    """Their intensity is a remark, and a percent of no rep max is words."""
    exact(text, expected)


def test_a_clock_without_sets_is_no_interval() -> None:
    """No one knows how often the work is done."""
    assert [] == prescribed("Max Burpees on a 3:00 clock")
    assert [] == prescribed("Row 5 x 500m on 2:00 rest")


@pytest.mark.parametrize("line", ["400m Run/500m row", "400 m Run / 500 m Row", "Buy-In: 75/50 Bike or 90/60 Row"])
def test_a_choice_of_two_pieces_of_work_is_a_finding(line: str) -> None:
    """Only one of them is done."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


def test_many_wall_balls_are_repetitions() -> None:
    """They are no metres, although a wall is in their name."""
    exact("For time: 150 Wall Balls", one("Wall Balls", reps=150, format="for time"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("8 x 2 Hand Kettlebell Swings", one("2 Hand Kettlebell Swings", reps=8)),
        ("6 x 1-Arm Row", one("1-Arm Row", reps=6)),
        ("3x8 1 Arm Row", one("1 Arm Row", sets=3, reps=8)),
        ("4 x 2 Front Squat", one("Front Squat", sets=4, reps=2)),
    ],
)
def test_the_number_of_arms_or_hands_belongs_to_the_name(line: str, says: dict[str, Any]) -> None:
    """It is not the repetitions."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Ring Dips to failure", one("Ring Dips", max_reps=True)),
        ("Pull-Ups 3 x failure", one("Pull-Ups", sets=3, max_reps=True)),
        ("Dips 4xmax", one("Dips", sets=4, max_reps=True)),
        ("Curl 3x8 to failure", one("Curl", sets=3, reps=8)),
    ],
)
def test_to_failure_means_as_many_as_possible(line: str, says: dict[str, Any]) -> None:
    """After repetitions it is a remark."""
    exact(line, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("15-foot rope climb, 4 ascents", one("rope climb", reps=4, load_text="15 ft")),
        ("3 rope climbs (15 ft)", one("rope climbs", reps=3, load_text="15 ft")),
        ("20 box jumps, 24-in. box", one("box jumps", reps=20, load_text="24-in. box")),
        ('Box Jump 4 x 3 @ 30"', one("Box Jump", sets=4, reps=3, load_text='30"')),
    ],
)
def test_a_height_is_a_load_in_words(line: str, says: dict[str, Any]) -> None:
    """The height of a rope or a box is no distance."""
    exact(line, says)


@pytest.mark.parametrize("who", ["split between partners", "(split as needed)", "between 2 partners"])
def test_who_shares_the_work_is_a_remark(who: str) -> None:
    """It is no part of the name, and its number is no amount."""
    exact(f"80 Burpees {who}", one("Burpees", reps=80))


def test_a_pair_of_equal_low_numbers_is_of_each_side() -> None:
    """After the name, too; higher ones may be a load."""
    exact("Turkish Get-Up 5/5", one("Turkish Get-Up", reps=5, each_side=True))
    exact("Wall Ball 20/20", one("Wall Ball", load_text="20/20"))


@pytest.mark.parametrize("text", ["3-6-9-12...\nThrusters", "3-6-9-12-etc.\nThrusters", "3-6-9-12… Thrusters"])
def test_a_ladder_without_an_end_is_a_remark(text: str) -> None:
    """No one knows how many sets are done."""
    exact(f"AMRAP 7:\n{text}", one("Thrusters", format="amrap", total_seconds=420))
    [found] = read(f"AMRAP 7:\n{text}").prescriptions
    assert (found.remark or "").startswith("3-6-9-12")


@pytest.mark.parametrize("ladder", ["10-9-8...1", "10-9-8…1", "10-9-8-...-1"])
def test_a_ladder_with_a_gap_is_a_remark(ladder: str) -> None:
    """It has more sets than are written."""
    exact(f"For time:\n{ladder} Thrusters", one("Thrusters", format="for time"))


def test_a_ladder_without_a_movement_is_a_finding() -> None:
    """Nothing below it is done."""
    assert ["5-10-15-20..."] == [finding.line for finding in read("5-10-15-20...").findings]


@pytest.mark.parametrize(
    "line",
    ["Max Burpees in remaining time", "In the remaining time, max Burpees", "Max Burpees with the time remaining"],
)
def test_work_in_the_remaining_time_is_read(line: str) -> None:
    """Its movement is done as often as possible after the other work."""
    amrap = {"format": "amrap", "total_seconds": 600}
    exact(f"AMRAP 10:\n500m Row\n{line}", one("Row", m=500, **amrap), one("Burpees", max_reps=True, **amrap))


@pytest.mark.parametrize(
    "line",
    [
        "Men: 100 kg, Women: 70 kg",
        "(Men: 24 kg, Women: 16 kg)",
        "M: 20 lb / W: 14 lb",
        "(95/65 lb)",
        "Rx: 95/65",
        "Max Burpees until failure",
    ],
)
def test_weights_and_work_that_belong_to_nothing_are_findings(line: str) -> None:
    """Their numbers and their movement are never lost silently."""
    assert [line] == [finding.line for finding in read(f"Box Jumps x 20\n{line}").findings]


@pytest.mark.parametrize("line", ["Monday 3/1/21", "3/1/21", "Compare to 12/7/19"])
def test_the_date_of_another_day_is_no_series_of_repetitions(line: str) -> None:
    """A weekday is not a movement either."""
    assert ["Thrusters"] == [says["movement"] for says in prescribed(f"21-15-9\nThrusters\n{line}")]


def test_a_score_behind_a_rest_does_not_hide_it() -> None:
    """The numbers of the second sentence are about the first."""
    exact(
        "20 Pull-Ups\nRest exactly 3 minutes after each round. Score is total time minus the 12 minutes of rest.",
        one("Pull-Ups", reps=20, rest_seconds=180),
    )


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
    "series",
    [
        "12-9- and 6 rep rounds for time of:",
        "Three rounds, 12-9- and 6 reps, for time of:",
        "12-9-and 6 reps, for time:",
    ],
)
def test_the_last_number_of_a_series_may_stand_behind_a_dash_and_and(series: str) -> None:
    """As the first benchmarks were written."""
    times = {"sets": 3, "reps_per_set": [12, 9, 6], "format": "for time"}
    exact(f"{series}\nBurpees\nDips", one("Burpees", **times), one("Dips", **times))


def test_a_clock_behind_the_number_of_a_round_of_a_lift_is_a_result() -> None:
    """No lift takes so long."""
    text = "3 rounds:\n9 Deadlifts\nFirst round: 1:37"
    assert [one("Deadlifts", sets=3, reps=9)] == prescribed(text)
    assert ["First round: 1:37"] == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize("mark", ["", ":"])
def test_work_and_rest_below_a_movement_with_reps_are_of_the_next(mark: str) -> None:
    """They are no sets of the movement above, which has its own."""
    text = f"3 sets:\n12 Leg Curls\n6 sets, 20 seconds on, 40 seconds off{mark}\nBear Crawl"
    exact(text, one("Leg Curls", sets=3, reps=12), one("Bear Crawl", sets=6, seconds=20, rest_seconds=40))


def test_an_alternative_in_brackets_is_a_remark() -> None:
    """It is no part of the name, whatever its length."""
    exact(
        "9 Chest to Bar Pull-Ups (or jumping chest to bar pull-ups)\n9 Bar Dips (or Push-Ups)",
        one("Chest to Bar Pull-Ups", reps=9),
        one("Bar Dips", reps=9),
    )


def test_rounds_with_a_time_for_each_are_not_of_the_movement_above() -> None:
    """They belong to the movements below."""
    text = "10 Burpees\n3 rounds, 1 minute each:\nRow\nWall Balls"
    minute = {"sets": 3, "duration_seconds_min": 60, "duration_seconds_max": 60}
    expected = [one("Burpees", reps=10), {"movement": "Row", **minute}, {"movement": "Wall Balls", **minute}]
    assert expected == prescribed(text)


@pytest.mark.parametrize("line", ["Box Jumps 12/12", "12/12 Box Jumps", "Strict Pull-Ups x 8/8", "10/10 Burpees"])
def test_an_equal_pair_of_a_movement_without_sides_is_not_read(line: str) -> None:
    """It may be for men and women, or a slip; it is never reps of each side."""
    assert [] == prescribed(f"3 rounds:\n{line}")
    assert ["unread"] == [finding.rule for finding in read(f"3 rounds:\n{line}").findings if finding.line == line]


@pytest.mark.parametrize("line", ["Single-Leg Box Jumps 5/5", "Turkish Get-Ups 5/5", "Lunges 5/5"])
def test_an_equal_pair_of_a_movement_with_sides_is_for_each(line: str) -> None:
    """Five on the left and five on the right."""
    exact(f"3 rounds:\n{line}", one(line.removesuffix(" 5/5"), sets=3, reps=5, each_side=True))


def test_max_reps_in_the_remaining_time_behind_a_run() -> None:
    """The run has its distance, and the other movement as many as possible."""
    clock = {"sets": 5, "interval_seconds": 180, "total_seconds": 900}
    work = "Run 200m, max Push-Ups in remaining time"
    for text in (f"Every 3 min x 5: {work}", f"Every 3 min x 5:\n{work}"):
        exact(text, one("Run", m=200, **clock), one("Push-Ups", max_reps=True, **clock))


@pytest.mark.parametrize("cap", ["(cap 12:00)", "(12:00 cap)", "(time cap 12 min)", "(12 minute time cap)"])
def test_a_series_may_stand_behind_a_cap(cap: str) -> None:
    """The cap is a remark."""
    thrusters = one("Thrusters", sets=3, reps_per_set=[21, 15, 9], format="for time")
    exact(f"For time {cap}: 21-15-9\nThrusters", thrusters)


@pytest.mark.parametrize(
    "text", ["8 x 1:00 on / 1:00 off\nRow", "8 x 1:00 on / 1:00 off: Row", "Row 8 x 1:00 on / 1:00 off"]
)
def test_sets_of_work_and_rest_stand_above_a_movement_or_beside_it(text: str) -> None:
    """Eight times a minute, with a minute of rest."""
    exact(text, one("Row", sets=8, seconds=60, rest_seconds=60))


def test_a_number_in_brackets_behind_an_interval_is_sets_if_it_cannot_be_minutes() -> None:
    """Seven minutes are no number of two minutes; eight may be either."""
    exact("E2MOM (7): 2 Snatches", one("Snatches", sets=7, reps=2, interval_seconds=120, total_seconds=840))
    clock = {"sets": 7, "interval_seconds": 120, "total_seconds": 840}
    exact("E2MOM (7) Back Squat x 3 @ 80%", one("Back Squat", reps=3, percent=80, **clock))
    assert [] == prescribed("E2MOM (8): 2 Snatches")
    assert ["unread"] == [finding.rule for finding in read("E2MOM (8): 2 Snatches").findings]


def test_a_number_in_brackets_is_no_sets_without_other_reps_or_of_too_long_a_time() -> None:
    """It may be the reps; and nobody snatches every three minutes for an hour."""
    exact("E2MOM (3) Back Squat @ 80%", one("Back Squat", reps=3, percent=80, interval_seconds=120))
    assert [] == prescribed("E3MOM (20) 2 Snatches")
    assert ["unread"] == [finding.rule for finding in read("E3MOM (20) 2 Snatches").findings]


@pytest.mark.parametrize("line", ["Death by Pull-Ups", "C&J to max", "Snatch to max", "Death by Thrusters (95/65)"])
def test_work_without_a_number_that_a_field_has_is_a_finding(line: str) -> None:
    """No value is guessed, and nothing is silent."""
    assert [] == prescribed(line)
    assert 1 == len(read(line).findings)


@pytest.mark.parametrize("line", ["500 m Row + 20 Burpees", "500 m Row, 20 Burpees"])
def test_a_plus_joins_work_that_is_no_complex(line: str) -> None:
    """One after the other, as after a comma."""
    exact(line, one("Row", m=500), one("Burpees", reps=20))


@pytest.mark.parametrize(
    "line",
    [
        "3 x 400 m Run + 10 Burpees",
        "5 x 500 m Row + 20 Burpees, rest 2:00",
        "400 m Run x 3 + 10 Burpees",
        "400 m Run + 10 Burpees x 3",
        "2 min Row + 10 Burpees EMOM 10",
    ],
)
def test_sets_beside_one_of_several_with_a_plus_may_be_of_all(line: str) -> None:
    """It is not certain, so the line is unread."""
    unread(line)


@pytest.mark.parametrize("line", ["3 sets of 400 m Run + 10 Burpees", "3 x (400 m Run + 10 Burpees)"])
def test_sets_of_all_with_a_plus_are_of_each(line: str) -> None:
    """A bracket or `sets of` encloses them."""
    exact(line, one("Run", sets=3, m=400), one("Burpees", sets=3, reps=10))


def test_a_bracket_of_joined_distances_has_the_sets_in_front_of_it() -> None:
    """Four times both."""
    exact("4x (15m Lunge + 15m Bear Crawl)", one("Lunge", sets=4, m=15), one("Bear Crawl", sets=4, m=15))


def test_a_bracket_that_only_says_as_prescribed_is_no_part_of_a_name() -> None:
    """The movement is the same."""
    exact("50 Pull-Ups (as RX'ed)", one("Pull-Ups", reps=50))


@pytest.mark.parametrize("line", ["5' Jog", "Swim 5'", "Jogging 5'"])
def test_minutes_of_a_run_are_no_feet(line: str) -> None:
    """Nobody runs five feet."""
    assert [(300, None)] == [(one["duration_seconds_min"], one.get("distance")) for one in prescribed(line)]


@pytest.mark.parametrize(
    "clock", ["EMOM 10:", "EMOM for 5 rounds (10 minutes):", "Alternating EMOM for 5 rounds (10 minutes)"]
)
def test_the_name_of_a_station_may_stand_above_its_movements(clock: str) -> None:
    """All of them belong to that minute, and the next name begins another."""
    every = {"sets": 5, "interval_seconds": 60, "total_seconds": 600}
    exact(
        f"{clock}\nMinute 1:\n3 Hang Power Snatches\nMinute 2:\n6 Overhead Squats\n10 Burpees",
        one("Hang Power Snatches", reps=3, **every),
        one("Overhead Squats", reps=6, **every),
        one("Burpees", reps=10, **every),
    )


def test_a_rest_below_the_name_of_a_station_is_a_station() -> None:
    """Two minutes of work and one of rest, four times."""
    every = {"sets": 4, "interval_seconds": 60, "total_seconds": 720}
    exact(
        "EMOM 12:\nMinute 1:\n3 Snatches\nMinute 2:\n10 Burpees\nMinute 3:\nRest",
        one("Snatches", reps=3, **every),
        one("Burpees", reps=10, **every),
    )


@pytest.mark.parametrize("series", ["descending reps (10-8-6)", "(10-8-6)", "of 10-8-6 reps each"])
def test_a_series_behind_rounds_for_time_is_that_of_its_movements(series: str) -> None:
    """The run has none, because it has its distance."""
    exact(
        f"3 rounds for time, {series}:\n200m run\nPull-ups",
        one("run", sets=3, m=200, format="for time"),
        one("Pull-ups", sets=3, reps_per_set=[10, 8, 6], format="for time"),
    )


def test_working_time_is_a_time() -> None:
    """The rounds are for time."""
    exact("4 Rounds For Total Working Time of:\nRow 300m", one("Row", sets=4, m=300, format="for time"))


def test_the_heading_of_a_workout_is_no_movement() -> None:
    """An hour of swimming is divided below it."""
    assert [] == prescribed("One-Hour Swim Workout")


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


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("8E Lunges", one("Lunges", reps=8, each_side=True)),
        ("4E Pallof Press x 3", one("Pallof Press", sets=3, reps=4, each_side=True)),
        ("1A Bench Press x 5", one("Bench Press", reps=5)),
        ("Walking Plank 1'", one("Walking Plank", seconds=60)),
        ("Handstand Walk 50'", one("Handstand Walk", ft=50)),
        ("Bench Press 5x5 (A)", one("Bench Press", sets=5, reps=5)),
        ("Rest 2 minutes between sets, Back Squat 5x5", one("Back Squat", sets=5, reps=5, rest_seconds=120)),
    ],
)
def test_short_marks_belong_to_what_they_are_beside(line: str, says: dict[str, Any]) -> None:
    """`8E` are eight each side and no label; a walk is over feet, a plank in minutes; `between sets` is no pause before
    them."""
    assert [says] == prescribed(line)


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
def test_a_high_number_in_brackets_behind_an_interval_is_no_reps(line: str) -> None:
    """It may be the sets: the line gives nothing, and is reported."""
    unread(line)


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
    """In brackets or not, behind the interval or in front of it."""
    exact(f"{clock}{work}", one("Snatch", reps=2, sets=7, interval_seconds=120, total_seconds=840))


def test_a_number_in_brackets_alone_behind_an_interval_is_sets() -> None:
    """The reps are on the line below."""
    clock = {"sets": 7, "interval_seconds": 120, "total_seconds": 840}
    exact("E2MOM (7)\n2 Snatches", one("Snatches", reps=2, **clock))
    jerks = one("Clean & Jerk", percent=85, sets=4, interval_seconds=180, total_seconds=720)
    exact("E3MOM (4):\nClean & Jerk @ 85%", jerks)
