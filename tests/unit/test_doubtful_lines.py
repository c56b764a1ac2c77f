"""Lines that may be about several movements or rounds: they give no number of their own, and are reported."""

import pytest

from tests.notation import exact, one, prescribed, read, unread


def doubted(text: str) -> list[str]:
    """The lines with a finding about their sets."""
    return [finding.line for finding in read(text).findings if finding.rule == "sets"]


@pytest.mark.parametrize(
    "sets",
    [["@ 70%"], ["60%, 65%, 70%"]],
)
@pytest.mark.parametrize(
    "lifts", [["1 Hang Power Snatch", "2 Power Snatches"], ["Power Clean x 2", "Front Squat x 1", "Jerk x 1"]]
)
def test_a_load_below_a_list_of_counted_lifts_is_of_none_of_them(lifts: list[str], sets: list[str]) -> None:
    """They may be the parts of one complex."""
    text = "\n".join([*lifts, *sets])
    assert sets == doubted(text)
    assert not any(key in fields for fields in prescribed(text) for key in ("percent_min", "weight_min", "first_set"))


@pytest.mark.parametrize("sets", [["Set 1 - 60%", "Set 2 - 65%"], ["*Sets 1-2 = 100 kg"]])
def test_loads_of_named_sets_below_counts_in_front_of_lifts_are_of_none_of_them(sets: list[str]) -> None:
    """Lifts with counts in front may also be the parts of a complex."""
    assert sets == doubted("\n".join(["1 Hang Power Snatch", "2 Power Snatches", *sets]))


def test_loads_of_named_sets_and_loads_below_labels_are_of_the_lift_above() -> None:
    """Labels are of work one after another."""
    exact(
        "Snatch x 3\nBack Squat x 5\nSets 1-3 = 70%\nSets 4-5 = 75%",
        one("Snatch", reps=3),
        one("Back Squat", reps=5, percent=70, sets=3, first_set=1, last_set=3),
        one("Back Squat", reps=5, percent=75, sets=2, first_set=4, last_set=5),
    )
    exact("A. Snatch x 2\nB. Clean x 1\n@ 80%", one("Snatch", reps=2), one("Clean", reps=1, percent=80))


@pytest.mark.parametrize("line", ["15 throws", "12 jumps", "20 steps", "3 sets x 20 steps"])
def test_throws_jumps_and_steps_below_a_lift_are_a_finding(line: str) -> None:
    """Nobody throws a barbell: they are of something that the line does not name."""
    assert [line] == [finding.line for finding in read(f"Bench Press\n{line}").findings]
    assert [] == [fields for fields in prescribed(f"Bench Press\n{line}") if "reps_min" in fields]
    assert [one("Bench Press", sets=5, reps=5)] == prescribed(f"Bench Press 5x5\n{line}")
    exact("Walking Lunge\n20 steps", one("Walking Lunge", reps=20))
    exact("Walking Lunge – 3 sets x 20 steps", one("Walking Lunge", sets=3, reps=20))


@pytest.mark.parametrize("name", ["Squat Jump", "Weighted Squat Jumps", "Jump Squat", "Back Squat Jumps"])
def test_jumps_of_a_jump_are_its_repetitions(name: str) -> None:
    """Its name says so, on the line or above it."""
    exact(f"{name}\n4x6 jumps @ 25%", one(name, sets=4, reps=6, percent=25))
    exact(f"{name} 4x6 jumps @ 25%", one(name, sets=4, reps=6, percent=25))
    exact(f"{name}\n12 jumps", one(name, reps=12))


@pytest.mark.parametrize("name", ["Box Squat", "Back Squat", "Push Jerk"])
def test_jumps_of_another_lift_are_a_finding(name: str) -> None:
    """Nobody jumps there."""
    unread(f"{name} 4x6 jumps")
    assert ["12 jumps"] == [finding.line for finding in read(f"{name}\n12 jumps").findings]


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
    assert [8, 8, 4] == [fields["sets"] for fields in prescribed(text)]


@pytest.mark.parametrize(
    ("below", "more"),
    [
        (["3 rounds:", "10 Cleans", "400 m run"], [one("Cleans", sets=3, reps=10), one("run", sets=3, m=400)]),
        (["E.M.O.M. 10:", "5 Cleans"], [one("Cleans", sets=10, reps=5, interval_seconds=60, total_seconds=600)]),
        (["EMOM 10:", "5 Cleans"], [one("Cleans", sets=10, reps=5, interval_seconds=60, total_seconds=600)]),
    ],
)
def test_a_distance_at_the_end_of_each_list_or_above_another_clock_is_of_its_rounds(
    below: list[str], more: list[dict[str, object]]
) -> None:
    """The rounds below end with the same distance, or are other work."""
    above = [one("Swings", sets=3, reps=10), one("Sit-ups", sets=3, reps=15), one("run", sets=3, m=400)]
    exact("\n".join(["3 rounds:", "10 Swings", "15 Sit-ups", "400 m run", *below]), *above, *more)


@pytest.mark.parametrize(
    ("distance", "fields", "below"),
    [
        ("400 m Run", one("Run", m=400), ["3 rounds for time:", "15 Pull-Ups", "12 Deadlifts", "200 m Run"]),
        ("400 m Run", one("Run", m=400), ["3 rounds for time:", "15 Pull-Ups"]),
        ("50 m Farmers Carry", one("Farmers Carry", m=50), ["2 rounds:", "15 Pull-Ups"]),
        ("50 m Sled Push", one("Sled Push", m=50), ["2 rounds:", "15 Pull-Ups"]),
    ],
)
def test_a_distance_above_rounds_of_other_work_is_of_its_own_rounds(
    distance: str, fields: dict[str, object], below: list[str]
) -> None:
    """The rounds below have a clock or a distance of their own, or it is a carry."""
    text = "\n".join(["3 rounds:", "15 Box Jumps", "12 Push Press", distance, *below])
    assert {**fields, "sets": 3} in prescribed(text)
    assert [] == doubted(text)


@pytest.mark.parametrize("name", ["Wobbles", "Wobbles:", "Neck stuff", "Volume wobbles", "Heavy Wobbles"])
@pytest.mark.parametrize(
    ("sets", "below"),
    [
        (["5x5"], "3x15"),
        (["5x5 @ 70%"], "3x3 @ 80%"),
        (["5 @ 70%", "3 @ 80%"], "12-10-8"),
        (["*Set 1 = 2 reps"], "4x15"),
    ],
)
def test_sets_below_words_that_nobody_knows_are_not_of_the_movement_above(
    name: str, sets: list[str], below: str
) -> None:
    """The words may be another movement."""
    above = "\n".join(["Back Squat", *sets])
    reading = read(f"{above}\n{name}\n{below}")
    assert prescribed(f"{above}\n{name}\n{below}") == prescribed(above)
    assert [finding.line for finding in reading.findings] == [below]


@pytest.mark.parametrize("note", ["Working sets", "Heavy", "Then", "Rest", "Rest as needed", "Keep your back tight."])
def test_sets_below_a_known_note_are_of_the_movement_above(note: str) -> None:
    """It names no movement."""
    exact(f"Back Squat\n5x5\n{note}\n3x3", one("Back Squat", sets=5, reps=5), one("Back Squat", sets=3, reps=3))


@pytest.mark.parametrize(
    "word", ["Backoff", "Drops", "Backdown", "Volume:", "Paused", "Technique", "Warmup", "Working", "Friday"]
)
def test_sets_below_a_word_for_sets_or_a_weekday_are_of_the_movement_above(word: str) -> None:
    """The word says which sets of it they are."""
    first, second = one("Back Squat", sets=3, reps=5, percent=75), one("Back Squat", sets=2, reps=5, percent=65)
    exact(f"Back Squat\n3x5 @ 75%\n{word}\n2x5 @ 65%", first, second)


@pytest.mark.parametrize(
    "line",
    [
        "Push Press: 175x2, x2, x1",
        "Power Cleans: 60 kg x 3, x3",
        "Power Cleans: 140x3,x3",
        "Snatch 70%x2, 75%x2, x1",
        "Squat 100 kg, x 5, x 3, x 2",
        "Squat 5 @ 100 kg, x 5, x 3",
        "Squat 100 kg x 5 x 2, x 3, x 3",
        "Squat 70% x 3, x 8, x 2 sets",
        "Row 500 m x 3, x 3, x 2",
    ],
)
def test_repetitions_behind_a_comma_may_be_a_set_or_the_number_of_sets(line: str) -> None:
    """`60 kg x 3, x 3` may be two sets or three."""
    unread(line)


def test_repetitions_behind_several_commas_are_sets_with_the_same_load() -> None:
    """The load is not written again, until there is another one."""
    five, three = (
        one("Back Squat", sets=1, reps=5, kg=100),
        one("Back Squat", sets=1, reps=3, percent=80),
    )
    exact("Back Squat 100 kg x 5, x 5, x 5", five, five, five)
    exact("Back Squat\n80% x 3, x 3, x 3", three, three, three)


def test_a_number_of_sets_may_stand_behind_a_comma_if_it_says_so() -> None:
    """`x 3 sets` is no other set, and a distance has no repetitions."""
    exact("Back Squat 5 reps, x 3 sets", one("Back Squat", sets=3, reps=5))
    exact("Run 400 m, x 5", one("Run", sets=5, m=400))
    exact("Snatch 70% x 3 x 4", one("Snatch", sets=4, reps=3, percent=70))


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("50′ Handstand Walk", one("Handstand Walk", ft=50)),
        ("50' Handstand Walk", one("Handstand Walk", ft=50)),
        ("100' Farmer's Carry", one("Farmer's Carry", ft=100)),
        ("2' Plank", one("Plank", seconds=120)),
        ("5' Jog", one("Jog", seconds=300)),
        ("10' Row", one("Row", seconds=600)),
    ],
)
def test_a_prime_is_feet_of_what_goes_over_a_distance_and_minutes_of_what_is_held(
    line: str, fields: dict[str, object]
) -> None:
    """A handstand is held, a handstand walk is not."""
    exact(line, fields)


@pytest.mark.parametrize(
    "text",
    [
        "Every 2 minutes for 10 minutes:\nDB Lunges 4x10\nBack Squat 4x5",
        "EMOM 10:\nSnatch 5x1",
        "Every 3 minutes x 5 sets:\nBack Squat 3x5",
    ],
)
def test_sets_that_do_not_fill_the_intervals_above_them_are_reported(text: str) -> None:
    """The clock may be that of other work."""
    assert text.split("\n")[1:] == doubted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Every 2 minutes for 10 minutes:\nBack Squat 5x5",
        "Every 2 minutes for 20 minutes:\nBack Squat 5x5\nFront Squat 5x3",
        "Every 3 minutes x 5 sets:\nBack Squat x 3",
    ],
)
def test_sets_that_fill_the_intervals_alone_or_together_are_no_doubt(text: str) -> None:
    """Two movements may share the intervals."""
    assert [] == read(text).findings


def test_an_amount_for_each_movement_below_is_not_lost() -> None:
    """It is no note."""
    assert ["10 each"] == [finding.line for finding in read("2 Rounds:\n10 each\nLateral Squats\nBike").findings]


@pytest.mark.parametrize(
    "line",
    ["Rest 60 seconds, 20 Squats", "(rest 60 seconds) 20 Squats", "No rest, 20 Squats", "(no rest) Squats for 60 sec"],
)
def test_a_rest_in_front_of_a_movement_is_not_the_one_after_it(line: str) -> None:
    """Such a line is unread, so that the rest below it is not given to the movement above it either."""
    assert [one("Burpees", reps=10)] == prescribed(f"10 Burpees\n{line}\n30 second rest")
    assert [line] == [finding.line for finding in read(f"10 Burpees\n{line}\n30 second rest").findings]


@pytest.mark.parametrize("line", ["Sets: 3", "Sets: 2-3 Reps: 8", "Sets: 3 Reps: 10 Tempo: 311"])
def test_a_number_behind_sets_and_a_colon_is_not_the_place_of_a_set(line: str) -> None:
    """`Sets: 3` says how many."""
    assert [one("Lunge")] == prescribed(f"Lunge\n{line}")
    assert [line] == [finding.line for finding in read(f"Lunge\n{line}").findings]


def test_sets_and_a_colon_in_front_of_an_equals_sign_are_the_places_of_sets() -> None:
    """`Sets: 1-3 = 10 reps` names them."""
    exact("Lunge\nSets: 1-3 = 10 reps", one("Lunge", sets=3, first_set=1, last_set=3, reps=10))


@pytest.mark.parametrize("label", ["1A", "2B", "3C"])
def test_a_number_and_a_letter_in_front_of_a_name_are_a_label(label: str) -> None:
    """`1A Lunge` is no single lunge, and `5K Row` is no label."""
    exact(f"{label} Lunge 3x10", one("Lunge", sets=3, reps=10))
    exact(f"{label} Back Squat", one("Back Squat"))
    exact("5K Row", one("Row", distance=5, distance_unit="km"))


@pytest.mark.parametrize("sets", ["2x60' x 110", "60' x 220", "3x50' x 40"])
def test_feet_that_no_target_is_high_are_no_height(sets: str) -> None:
    """The number behind them is a weight, and no repetitions."""
    assert [one("Farmer's Walk")] == prescribed(f"Farmer's Walk\n{sets}")
    assert [sets] == [finding.line for finding in read(f"Farmer's Walk\n{sets}").findings]


def test_a_letter_that_is_left_is_no_remark() -> None:
    """`3s x 5r` are sets and repetitions, and not 3 seconds."""
    assert ["75 kg x 3s x 5r"] == [finding.line for finding in read("Clean and Press\n75 kg x 3s x 5r").findings]


def test_work_after_then_is_not_that_of_the_scheme_further_down() -> None:
    """It is done once, between the two."""
    amrap = {"total_seconds": 300, "format": "amrap"}
    exact(
        "10 Pull-Ups\nAMRAP 5 minutes\nThen 1 minute Plank\n10 V-Ups\nAMRAP 5 minutes",
        one("Pull-Ups", reps=10, **amrap),
        one("Plank", seconds=60),
        one("V-Ups", reps=10, **amrap),
    )


def test_a_note_about_a_weight_and_a_set_of_it_is_reported() -> None:
    """It may be a set of the movement above."""
    line = "110 kg for a brutal set of 3"
    assert [line] == [finding.line for finding in read(f"Front Squat\n70 kg for 2 sets of 5\n{line}").findings]


def test_numbered_sets_without_an_amount_below_a_list_of_lifts_are_of_none_of_them() -> None:
    """`Set 3-5 - Build to a heavy complex` is about all of them."""
    text = "1 Power Snatch\n2 Overhead Squats\nSet 1 - 60%\nSet 2-3 - Build to a heavy complex"
    assert ["Set 1 - 60%", "Set 2-3 - Build to a heavy complex"] == doubted(text)


def test_sets_below_stations_are_not_under_their_clock() -> None:
    """They are no station, and have a number of their own."""
    clock = {"interval_seconds": 60, "total_seconds": 720}
    exact(
        "EMOM x 12 min\nOdd: 8 Burpees\nEven: 12 Air Squats\nBack Squat 3x10",
        one("Burpees", sets=6, reps=8, **clock),
        one("Air Squats", sets=6, reps=12, **clock),
        one("Back Squat", sets=3, reps=10),
    )


def test_sets_of_a_station_that_are_not_its_turns_are_reported() -> None:
    """In 12 minutes each of two stations has 6 turns."""
    assert ["Even: 3x5 Dips"] == doubted("EMOM x 12 min\nOdd: 8 Burpees\nEven: 3x5 Dips")


def test_a_short_line_that_begins_with_a_time_is_reported() -> None:
    """It may be work with a name that nobody knows, and is none if it goes on as prose."""
    line = "0:20 spiderman hold on bar or floor"
    assert line in [finding.line for finding in read(f"10 Burpees\n{line}").findings]
    exact("10 Burpees\n5 minutes to warm up\n20 min cap", one("Burpees", reps=10))


@pytest.mark.parametrize("line", ["10 knees to bar", "8 hands over bar"])
def test_a_short_line_that_begins_with_a_count_is_reported(line: str) -> None:
    """Its small words may be part of a name; a sentence of the coach is none."""
    assert line in [finding.line for finding in read(f"10 Burpees\n{line}").findings]
    exact("10 Burpees\n5 more days to go!\n3 cheers for Marta!\n2 reps in reserve", one("Burpees", reps=10))


@pytest.mark.parametrize(
    "heading",
    [
        "Heavy Abs",
        "Abs/Core",
        "Biceps, Triceps",
        "Mid-back",
        "Hip mobility",
        "Abs:",
        "CORE",
        "Core Work",
        "Hips",
        "hips & glutes",
        "Upper Back",
        "Posterior Chain",
        "Arms (your choice)",
    ],
)
@pytest.mark.parametrize("sets", ["3x12", "3 sets of 12", "3 x 12 reps"])
def test_sets_below_a_part_of_the_body_are_of_its_work(heading: str, sets: str) -> None:
    """They are not of the movement above; the lifter chooses which movement it is."""
    name = heading.removesuffix(":")
    text = f"Back Squat 5x5 @ 75%\n{heading}\n{sets}"
    assert [one("Back Squat", sets=5, reps=5, percent=75), one(name, sets=3, reps=12)] == prescribed(text)
    assert [f"The catalogue does not know {name!r}."] == [finding.message for finding in read(text).findings]


@pytest.mark.parametrize("line", ["Heavy Abs 3x12", "3x12 Core", "Hips – 3 x 12", "Upper back: 3 sets of 12"])
def test_a_part_of_the_body_with_sets_is_work(line: str) -> None:
    """It is in the place of a movement."""
    (found,) = prescribed(line)
    assert (3, 12) == (found["sets"], found["reps_min"])


def test_a_part_of_the_body_above_its_movements_is_only_a_heading() -> None:
    """Sets above them are those of each."""
    squat = one("Back Squat", sets=5, reps=5)
    exact("Back Squat 5x5\nAbs\n20 Sit-Ups", squat, one("Sit-Ups", reps=20))
    exact(
        "Back Squat 5x5\nCore\n3x15\nSit-Ups\nV-Ups", squat, *(one(up, sets=3, reps=15) for up in ("Sit-Ups", "V-Ups"))
    )
    exact("3 rounds:\n10 Burpees\nAbs\n20 Sit-Ups", one("Burpees", sets=3, reps=10), one("Sit-Ups", sets=3, reps=20))


@pytest.mark.parametrize(
    "text", ["Back Squat 5x5\nHeavy Grobnicks\n3x12", "Every 2 minutes, for 10 minutes:\nBack Squat x 5\nHips\n3x12"]
)
def test_sets_below_unknown_work_are_of_no_movement_above(text: str) -> None:
    """They are reported."""
    assert ["Back Squat"] == [found["movement"] for found in prescribed(text)]
    assert "3x12" in [finding.line for finding in read(text).findings]


@pytest.mark.parametrize("line", ["Row 400/500 m", "9/12 cal Bike", "Bike 9/12 calories", "Run 150/200 m"])
def test_a_pair_of_amounts_whose_second_is_higher_may_begin_with_the_women(line: str) -> None:
    """Or it is a choice, or there are two levels."""
    unread(line)


def test_a_pair_of_weights_whose_second_is_higher_may_begin_with_the_women() -> None:
    """Only the words say so; people who are named have their weights."""
    exact("8 Thrusters (55/80 lb)", one("Thrusters", reps=8, load_text="55/80 lb"))
    exact("Deadlift 60/85 kg x 4", one("Deadlift", reps=4, load_text="60/85 kg"))
    exact("8 Thrusters (80/55 lb)", one("Thrusters", reps=8, lb=(80, 55)))


@pytest.mark.parametrize("sets", ["5 x 300 m", "300 m x 5", "4 x 150m (45 sec rest)"])
def test_distances_below_a_lift_are_not_of_it(sets: str) -> None:
    """They are of a run or a row that has no name."""
    bench = one("Bench Press", sets=4, reps=6)
    assert prescribed(f"Bench Press 4x6\n{sets}") == [bench]
    assert [finding.line for finding in read(f"Bench Press 4x6\n{sets}").findings] == [sets]


@pytest.mark.parametrize("movement", ["Walking Lunge", "Farmers Carry", "Sled Push", "Row"])
def test_distances_below_a_movement_along_a_way_are_of_it(movement: str) -> None:
    """A carry or a lunge has a distance."""
    exact(f"{movement}\n5 x 30 m", one(movement, sets=5, m=30))


def test_a_time_or_a_rest_behind_an_alternative_is_of_the_movement() -> None:
    """It follows a comma, and the alternative has no numbers of its own."""
    exact("Max calorie row or bike, 3 minutes", one("row", max_reps=True, seconds=180))
    exact("300 m run or ski, rest 1:30", one("run", m=300, rest_seconds=90))
    exact("18 cal bike or 1:15 row, 2:00 ski", one("bike", calories=18))


@pytest.mark.parametrize("heading", ["Scaled:", "Beginner", "Novice version:", "Modified:", "Level 2", "L2:"])
def test_work_below_the_heading_of_a_lower_level_is_no_more_work(heading: str) -> None:
    """It is the same work for other people."""
    exact(f"4 rounds:\n8 Thrusters\n{heading}\n4 rounds:\n6 Push-Ups", one("Thrusters", sets=4, reps=8))


@pytest.mark.parametrize("heading", ["Rx:", "Performance", "Advanced option"])
def test_work_below_the_heading_of_a_second_level_is_no_more_work(heading: str) -> None:
    """The first level counts."""
    exact(f"Fitness\n3 rounds:\n9 Burpees\n{heading}\n5 rounds:\n9 Burpees", one("Burpees", sets=3, reps=9))


@pytest.mark.parametrize("heading", ["Rx:", "Competitors:", "Masters"])
def test_work_below_the_heading_of_a_first_level_is_work(heading: str) -> None:
    """There is no other level that it replaces, and work for competitors comes on top."""
    squat, thruster = one("Back Squat", sets=5, reps=5), one("Thrusters", reps=21)
    assert prescribed(f"Back Squat 5x5\n{heading}\n21 Thrusters") == [squat, thruster]
    assert prescribed("Scaled:\n21 Thrusters") == [thruster]


def test_the_work_of_a_finisher_below_a_lower_level_is_for_everyone() -> None:
    """It has a heading of its own."""
    exact("12 Thrusters\nScaled:\n8 Thrusters\nFinisher:\nRow 700 m", one("Thrusters", reps=12), one("Row", m=700))


@pytest.mark.parametrize("heading", ["Everyone", "Then everyone:", "All levels:", "For all athletes", "Together"])
def test_work_for_everyone_below_levels_is_work(heading: str) -> None:
    """It ends the work of the level above."""
    exact(f"12 Thrusters\nScaled:\n8 Thrusters\n{heading}\nRow 700 m", one("Thrusters", reps=12), one("Row", m=700))


@pytest.mark.parametrize(
    "lines",
    [
        ("12 Pull-Ups", "Rest 4 minutes", "Row 700 m"),
        ("12 Pull-Ups", "Rest 4 minutes, then Row 700 m"),
        ("12 Pull-Ups", "Then:", "Row 700 m"),
        ("12 Pull-Ups", "Then Row 700 m"),
        ("12 Pull-Ups", "Cash out:", "Row 700 m"),
        ("12 Pull-Ups", "Cash out: Row 700 m"),
        ("12 Pull-Ups", "Front Squat 4x6"),
        ("12 Pull-Ups", "Front Squat", "4x6"),
        ("Bench Press 3x9", "EMOM 9:", "5 Burpees"),
        ("AMRAP 9:", "12 Pull-Ups", "EMOM 9:", "5 Burpees"),
        ("12 Pull-Ups", "Then:", "Row 700 m 3 4 x 5"),
    ],
)
@pytest.mark.parametrize("levels", [("Scaled:",), ("L2",), ("Rx", "9 Ring Dips", "Fitness")])
def test_work_behind_that_of_another_level_is_a_finding(levels: tuple[str, ...], lines: tuple[str, ...]) -> None:
    """It may be for everyone."""
    above, *levels_below = ("9 Muscle-Ups", *levels)
    reading = read("\n".join([above, *levels_below, *lines]))
    assert [finding.line for finding in reading.findings] == [lines[-1]]
    assert lines[-1] not in {one.text for one in reading.prescriptions}


@pytest.mark.parametrize(
    "lines",
    [
        ("Snatch 4x2", "Clean 4x2"),
        ("3 rounds:", "9 Pull-Ups", "9 Dips", "Rest 2 minutes between rounds"),
        ("9 Pull-Ups", "Rest 2 minutes", "Beginner:", "5 Pull-Ups"),
        ("9 Pull-Ups @ 35 lb", "Keep moving"),
    ],
)
def test_work_of_another_level_is_no_finding(lines: tuple[str, ...]) -> None:
    """Lifts below lifts are of one level, and so are a rest at its end and a rest between its rounds."""
    exact("\n".join(["12 Muscle-Ups", "Scaled:", *lines]), one("Muscle-Ups", reps=12))


def test_rounds_for_most_repetitions_ask_each_movement_without_an_amount_for_most() -> None:
    """A movement with an amount has that."""
    ring, run = one("Ring Dips", sets=4, max_reps=True), one("Run", sets=4, m=150)
    exact("4 rounds for max reps:\nRing Dips\nRun 150 m", ring, run)
    exact("4 Rounds – Max. Reps\nRing Dips", ring)
    exact("2 rounds, max reps:\n40 seconds Burpees", one("Burpees", sets=2, seconds=40))


@pytest.mark.parametrize("scheme", ["AMRAP in 3 minutes of each:", "3 minute AMRAP of each:"])
def test_an_amrap_of_each_movement_is_one_for_each(scheme: str) -> None:
    """The time is that of one movement, and not of all."""
    burpees, dips = one("Burpees", seconds=180, max_reps=True), one("Dips", seconds=180, max_reps=True)
    exact(f"{scheme}\nBurpees\nDips", burpees, dips)


def test_most_of_several_movements_is_most_of_each() -> None:
    """The heaviest weights of lifts are no repetitions."""
    exact("Max Strict Pull-Ups & Max Dips", one("Strict Pull-Ups", max_reps=True), one("Dips", max_reps=True))
    assert not any("max_reps" in found for found in prescribed("Max Deadlift and Bench Press"))


@pytest.mark.parametrize("load", ["bodyweight", "BW"])
def test_the_bodyweight_in_a_bracket_is_the_load(load: str) -> None:
    """A number in front of it belongs to it."""
    exact(f"Bench Press ({load}) 4x6", one("Bench Press", sets=4, reps=6, load_text=load))
    exact(f"Deadlift (1.5 {load}) 4x6", one("Deadlift", sets=4, reps=6, load_text=f"1.5 {load}"))


@pytest.mark.parametrize(
    "line",
    ["Pendlay Row 4x6 @ 70 kg; superset w/ Dips 4x max", "Bench Press 3x8 @ 60 kg, then with Pull-Ups 3x10"],
)
def test_sets_behind_a_remark_about_another_movement_are_a_finding(line: str) -> None:
    """They are not those of the first movement."""
    assert ([], [line]) == (prescribed(line), [finding.line for finding in read(line).findings])


@pytest.mark.parametrize(
    "line",
    [
        "Circuit – 35 squats, 25 dips, 15 sit-ups in less than 4 minutes",
        "Set 3: max reps to failure @ RPE 9 (nearly as heavy as you can do for threes)",
    ],
)
def test_a_note_that_lists_work_or_names_a_set_is_doubtful(line: str) -> None:
    """Nobody knows what its words mean, but it asks for work."""
    reading = read(f"Bench Press 5x5\n{line}")
    assert [finding.line for finding in reading.findings] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "We did 35 squats, 25 dips and 15 sit-ups today, which is a lot.",
        "Set 3 is where most people slow down, so rest 2 minutes.",
    ],
)
def test_a_sentence_with_movements_or_sets_is_a_note(line: str) -> None:
    """It tells something."""
    exact(f"Bench Press 5x5\n{line}", one("Bench Press", sets=5, reps=5))


@pytest.mark.parametrize(
    "line",
    [
        *("Target: 80%", "Target 75-80%", "Target: RPE 8", "Target: 100 kg", "Target: 215", "Target: 115/75"),
        *("Target weight: 115/75", "Target tempo: 31X1", "Targets: 115/75", "Target: 4 sets of 6 @ 70%"),
    ],
)
def test_a_load_that_is_a_target_is_a_finding(line: str) -> None:
    """It may be that of the sets above."""
    reading = read(f"Back Squat 5x5\n{line}")
    assert [None] == [one.percent_min for one in reading.prescriptions]
    assert [line] == [finding.line for finding in reading.findings]


@pytest.mark.parametrize("line", ["Repeat 4 times", "Repeat x 4", "Repeat all of that x4", "Repeat this 2 more times"])
def test_how_often_work_is_repeated_is_a_finding(line: str) -> None:
    """It is the number of rounds, or one less."""
    reading = read(f"9 Swings\n7 Dips\n{line}")
    assert [one("Swings", reps=9), one("Dips", reps=7)] == prescribed(f"9 Swings\n7 Dips\n{line}")
    assert [finding.line for finding in reading.findings] == [line]


def test_a_total_of_rounds_below_movements_is_theirs() -> None:
    """And a workout that is repeated on another day is a note."""
    exact("9 Swings\nRepeat for a total of 4 rounds", one("Swings", sets=4, reps=9))
    exact("9 Swings\nRepeat the workout from 5 weeks ago", one("Swings", reps=9))


@pytest.mark.parametrize(
    "line",
    [
        "Yoke 3 x 20 m @ 180 kg, Stones 4 x 1 @ 100 kg",
        "Squat 4x6 @ 70%, then Wobble Lifts 3x8",
        "Squat 4x6 @ 70%, then paused 2x3",
        "Bench 4x6 - 2:00",
        "RDL 4x6, down in 4 sec",
        "40 Burpees each",
        "Plank, target 1:10",
    ],
)
def test_a_number_that_may_be_of_something_else_is_not_read(line: str) -> None:
    """An unknown movement has its own sets, a time may be a rest, a tempo or a goal, and each may be each athlete."""
    unread(line)


@pytest.mark.parametrize("sets", ["in 3 sets", ", broken into 3 sets", ", split up into 3 sets or fewer"])
def test_a_number_that_is_divided_into_sets_is_that_of_all(sets: str) -> None:
    """Thirty in three sets are thirty."""
    exact(f"30 Pull-Ups {sets}", one("Pull-Ups", reps=30))
