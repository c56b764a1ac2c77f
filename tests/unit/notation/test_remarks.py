"""Remarks: words that say how, with whom or until when, and prescribe nothing of their own."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    "remark",
    [
        " -- no grinding",
        " – smooth and fast",
        ", focus on speed",
        ", stay tall in the catch",
        " (no misses)",
        "; keep 1 rep in reserve",
        ", no more than 2 misses",
        " - reset every rep",
        " -- pause 2 seconds in the hole",
    ],
)
def test_a_remark_after_an_amount_keeps_the_line_a_prescription(remark: str) -> None:
    """Its own numbers prescribe nothing, and its words are kept."""
    text = f"Back Squat 4x6 @ 72%{remark}"
    exact(text, one("Back Squat", sets=4, reps=6, percent=72))
    reading = read(text)
    assert ["movement"] == [line.kind for line in reading.lines]
    assert reading.prescriptions[0].remark
    assert reading.prescriptions[0].remark in remark


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("4x6 across", "across"),
        ("4 x 6 climbing", "climbing"),
        ("4 sets of 6 ascending", "ascending"),
        ("4x6 building to a heavy triple", "building to a heavy triple"),
        ("4x6 linear progression", "linear progression"),
    ],
)
def test_words_after_sets_without_a_name_say_how_they_are_done(line: str, remark: str) -> None:
    """They belong to the movement above."""
    exact(f"Back Squat\n{line}", one("Back Squat", sets=4, reps=6))
    assert remark == read(f"Back Squat\n{line}").prescriptions[0].remark


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("Back Squat 5x3, slow, heavy, 80%", "slow, heavy"),
        ("Back Squat 5x3, heavy, 80%", "heavy"),
        ("Back Squat 5x3, slow and controlled, 80%", "slow and controlled"),
        ("Back Squat 5x3, no misses, no straps, 80%", "no misses, no straps"),
        ("Back Squat 5x3, climbing, 80%", "climbing"),
    ],
)
def test_words_about_the_manner_in_front_of_a_load_are_a_remark(line: str, remark: str) -> None:
    """All of them, and the load is read."""
    exact(line, one("Back Squat", sets=5, reps=3, percent=80))
    assert [remark] == [found.remark for found in read(line).prescriptions]


@pytest.mark.parametrize(
    "target",
    ["(target 7:20)", ", target 7:20", "target 7:20", "(sub 7:20)", "under 7:20", "- goal: 7:20", "(aim for 7:20)"],
)
def test_the_time_that_a_distance_should_take_is_a_remark(target: str) -> None:
    """It is neither the duration nor the height of a target."""
    exact(f"Row 2k {target}", one("Row", distance=2, distance_unit="km"))
    assert [target.strip("()-, ")] == [found.remark for found in read(f"Row 2k {target}").prescriptions]


@pytest.mark.parametrize(
    "remark",
    [
        "w/ belt",
        "w/ straps",
        "w/ 2 sec pause",
        "w/ 2 count pause",
        "w/3 sec negative",
        "w/ DBs",
        "w/ 2 KBs",
        "with one DB",
    ],
)
def test_what_a_movement_is_done_with_is_a_remark(remark: str) -> None:
    """`w/` is read as `with`, and the number of bells is not a movement of its own."""
    exact(f"Split Squat 3x8 {remark}", one("Split Squat", sets=3, reps=8))
    assert [remark] == [found.remark for found in read(f"Split Squat 3x8 {remark}").prescriptions]


@pytest.mark.parametrize("manner", ["TnG", "UB", "unbroken", "touch and go"])
def test_the_manner_may_stand_after_the_load(manner: str) -> None:
    """It may be short, and have no mark."""
    text = f"Power Clean 3x4 @ 72% {manner}"
    exact(text, one("Power Clean", sets=3, reps=4, percent=72))
    assert [manner] == [found.remark for found in read(text).prescriptions]


@pytest.mark.parametrize("manner", ["no touch and go", "no belt", "pause"])
@pytest.mark.parametrize("mark", [", 80%", ", @ 80%", " @ 80%"])
def test_a_load_may_stand_after_the_manner(manner: str, mark: str) -> None:
    """The manner is a remark, and the percent a number."""
    text = f"Back Squat 3x5, {manner}{mark}"
    exact(text, one("Back Squat", sets=3, reps=5, percent=80))
    assert [manner] == [found.remark for found in read(text).prescriptions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RDL\n3-3-3-3-3 @ 100 kg, add weight each set",
            one("RDL", sets=5, reps_per_set=[3, 3, 3, 3, 3], kg=100, load_text="add weight each set"),
        ),
        ("Press\n4x6 (3 sec pause)", one("Press", sets=4, reps=6)),
        ("Press\n4 sets of 6 reps (5-count eccentric)", one("Press", sets=4, reps=6)),
        ("Press: 45 kg for 4 sets of 6", one("Press", sets=4, reps=6, kg=45)),
        ("Press – 45kg for 4x6", one("Press", sets=4, reps=6, kg=45)),
        ("Press – 45kg for a set of 6", one("Press", reps=6, kg=45)),
        ("Press 62% for 4 sets of 6 reps", one("Press", sets=4, reps=6, percent=62)),
        ("Snatch 4x3 @ 62% up to 78% of 1RM", one("Snatch", sets=4, reps=3, percent=(62, 78), percent_of_rep_max=1)),
        ("Press 4x3, building to 78% of 1RM", one("Press", sets=4, reps=3, load_text="building to 78% of 1RM")),
        ("Press 4x3 (ascending sets to 78%)", one("Press", sets=4, reps=3, load_text="ascending sets to 78%")),
        ("Snatch @ 70 to 75% - 3,3,3", one("Snatch", sets=3, reps_per_set=[3, 3, 3], percent=(70, 75))),
        (
            "Front Squat 5x2 @ 85% E2MOM",
            one("Front Squat", sets=5, reps=2, percent=85, interval_seconds=120, total_seconds=600),
        ),
    ],
)
def test_text_after_a_load_does_not_hide_the_sets(text: str, expected: dict[str, Any]) -> None:
    """The text may be a remark, the reps, or the clock."""
    exact(text, expected)


def test_how_fast_work_is_done_is_a_remark() -> None:
    """It is not an amount."""
    exact("Run 600 meters as fast as possible", one("Run", m=600))
    exact("Kettlebell Swings x 40 seconds AFAP", one("Kettlebell Swings", seconds=40))


def test_sets_may_be_called_difficult() -> None:
    """The word is a remark."""
    exact("HSPU @ 32X2; 4 x 5 difficult; rest 90 sec", one("HSPU", sets=4, reps=5, tempo="32X2", rest_seconds=90))


@pytest.mark.parametrize(
    "line",
    ["100 Burpees for time (10 min cap)", "100 Burpees for time, 10:00 time cap", "100 Burpees for time (cap 10 min)"],
)
def test_a_cap_after_a_movement_is_a_remark(line: str) -> None:
    """It is not the duration of the work."""
    exact(line, one("Burpees", reps=100, format="for time"))
    remark = read(line).prescriptions[0].remark
    assert remark is not None
    assert "10" in remark


@pytest.mark.parametrize("scheme", ["For time (18:00)", "3 rounds for time (15 min)", "For time – 12:00"])
def test_a_time_behind_for_time_is_a_cap(scheme: str) -> None:
    """It is a remark, and not the duration of the work."""
    (burpees,) = read(f"{scheme}\n10 Burpees").prescriptions
    assert (burpees.format, burpees.total_seconds, bool(burpees.remark)) == ("for time", None, True)


@pytest.mark.parametrize("scheme", ["3 rounds for time (1:00)", "3 rounds (18:00)", "For time – 10 min each"])
def test_a_short_time_or_one_of_something_else_is_no_cap(scheme: str) -> None:
    """It may be a rest, or the time of each round."""
    assert [finding.line for finding in read(f"{scheme}\n10 Burpees").findings] == [scheme]


@pytest.mark.parametrize("line", ["14:00 Hard Cap", "14 min time cap", "-14:00 Cap"])
def test_a_time_cap_below_the_work_is_not_a_finding(line: str) -> None:
    """It is a note."""
    assert not read(f"3 rounds for time\n12 Dips\n{line}").findings


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Back Squat 3x8, leave two reps in the tank", {"remark": "leave two reps in the tank"}),
        ("Back Squat 3x8 (leave 2 reps in the tank)", {"remark": "leave 2 reps in the tank"}),
        ("Back Squat 3x8 with 2 reps in reserve", {"remark": "with 2 reps in reserve"}),
        ("Back Squat 3x8 - 2 RIR", {"remark": "2 RIR"}),
        ("Back Squat 3x8 @ 2 RIR", {"load_text": "2 RIR"}),
        ("Back Squat 3x8 @ RIR 1-2", {"load_text": "RIR 1-2"}),
    ],
)
def test_reps_in_reserve_after_an_amount_are_kept_as_written(line: str, says: dict[str, str]) -> None:
    """They are a remark, and after `@` a load in words."""
    (one,) = read(line).prescriptions
    assert (3, 8, 8) == (one.sets, one.reps_min, one.reps_max)
    assert says == {field: value for field in ("remark", "load_text") if (value := getattr(one, field)) is not None}


@pytest.mark.parametrize(
    "line",
    [
        "Leave two reps in the tank.",
        "Leave 1-2 reps in reserve",
        "Save two reps.",
        "Always leave 1 rep in the tank!",
        "Finish each set with 2 reps left in the tank",
        "Stop with two reps left.",
        "Stop each set 2 reps short of failure.",
        "2 Reps in Reserve",
        "2 RIR",
        "RIR 1-2",
    ],
)
@pytest.mark.parametrize(
    "above",
    ["", "Every 2 minutes, for 10 minutes (5 sets):\nBack Squat x 5 reps\n", "Three sets of:\nBack Squat x 5 reps\n"],
)
def test_reps_in_reserve_are_not_reps_to_do(line: str, above: str) -> None:
    """Undone reps say how hard a set is; the line is a note, and there is no finding."""
    reading = read(above + line)
    assert ("note", []) == (reading.lines[-1].kind, reading.findings)
    assert [] == [one.text for one in reading.prescriptions if one.text == line]


@pytest.mark.parametrize("who", ["split between partners", "(split as needed)", "between 2 partners"])
def test_who_shares_the_work_is_a_remark(who: str) -> None:
    """It is not part of the name, and its number is not an amount."""
    exact(f"80 Burpees {who}", one("Burpees", reps=80))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Continuing every 1:30 for 3 rounds:\n3 Burpees",
            {"reps": 3, "interval_seconds": 90, "total_seconds": 270, "sets": 3},
        ),
        ("On an 8-minute running clock, perform 1 minute each of:\nBurpees", {"seconds": 60, "total_seconds": 480}),
        ("10 Alt. 1-Arm Dumbbell Snatches", {"reps": 10}),
        ("Sn. Pull 100% x 3 x 3", {"sets": 3, "reps": 3, "percent": 100}),
        ("9 Pull-Ups (5 if assisted)", {"reps": 9}),
        ("75/50 Calorie Bike or 90/60 Row", {"calories": 75, "calories_women": 50}),
    ],
)
def test_clocks_abbreviations_and_alternatives_in_other_words(text: str, says: dict[str, Any]) -> None:
    """A weight for other people is a remark, not the load."""
    [found] = prescribed(text)
    assert found == one(found["movement"], **says)


@pytest.mark.parametrize(
    "line", ["Jump Rope (doubles or singles, as you can)", "Ring Dips (strict, and x2 for bench dips)"]
)
def test_an_amount_in_a_bracket_after_a_remark_is_never_taken(line: str) -> None:
    """It is about something else."""
    assert [] == [asks for asks in prescribed(f"21-15-9\n{line}") if "reps_min" in asks]


def test_a_line_that_begins_with_sets_by_reps_is_never_dropped_silently() -> None:
    """The rest may be prose."""
    reading = read("Back Squat\n4x6, and this is where you should tell us how it felt last week, please")
    assert ["note"] == [finding.rule for finding in reading.findings]


@pytest.mark.parametrize("name", ["Box Step Down", "Lateral Step Down", "Step Down"])
def test_a_step_down_is_a_movement_without_a_mark_in_front(name: str) -> None:
    """With one it is the way down from a box."""
    exact(f"{name} 3x10", one(name, sets=3, reps=10))


@pytest.mark.parametrize("line", ["10 Box Jumps, step down", "10 Box Jumps (stepping down)"])
def test_how_a_jump_ends_is_a_remark(line: str) -> None:
    """It is not another movement."""
    exact(f"3 RFQ:\n{line}", one("Box Jumps", sets=3, reps=10))


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("10 Thrusters (I substituted with a 95 lb bar)", "I substituted with a 95 lb bar"),
        ("10 Thrusters (I used 95 lb)", "I used 95 lb"),
        ("10 Thrusters, we did 95 lb", "we did 95 lb"),
        ("10 Thrusters (went up to 95 lb)", "went up to 95 lb"),
    ],
)
def test_a_report_of_what_somebody_did_is_a_remark(line: str, remark: str) -> None:
    """Its weight is not the one that is prescribed."""
    assert prescribed(line) == [one("Thrusters", reps=10)]
    (only,) = read(line).prescriptions
    assert (remark, None) == (only.remark, only.load_text)


@pytest.mark.parametrize(
    "load", ["use 95 lb", "we will use 75%", "5 lb more than you did last week", "take 75% of what you did"]
)
def test_what_to_do_is_not_a_report(load: str) -> None:
    """It is the load of the sets, in words."""
    (only,) = read(f"Back Squat 3x5 ({load})").prescriptions
    assert load == only.load_text


@pytest.mark.parametrize("heading", ["Notes:", "Workout Notes", "Note:"])
@pytest.mark.parametrize("names", ["Air Squats\nPush-Ups", "Keep your elbows high.\nAir Squats"])
def test_names_alone_below_notes_prescribe_nothing(heading: str, names: str) -> None:
    """They are what the notes are about."""
    exact(f"For time:\n21 Thrusters\n{heading}\n{names}", one("Thrusters", reps=21, format="for time"))


def test_work_below_notes_is_work() -> None:
    """It has an amount, and ends the notes."""
    text = "Thrusters 3x5\nNotes:\nAir Squats\n10 Pull-Ups\nSit-Ups"
    exact(text, one("Thrusters", sets=3, reps=5), one("Pull-Ups", reps=10), one("Sit-Ups"))


def test_sets_below_a_name_in_notes_are_a_finding() -> None:
    """They may be of that movement, and are not of the one above the notes."""
    text = "For time:\n21 Thrusters\nNotes:\nBack Squat\n5x5 @ 75%"
    assert prescribed(text) == [one("Thrusters", reps=21, format="for time")]
    assert [("unread", "5x5 @ 75%")] == [(finding.rule, finding.line) for finding in read(text).findings]


def test_a_letter_that_is_left_is_not_a_remark() -> None:
    """`3s x 5r` are sets and repetitions, and not 3 seconds."""
    assert ["75 kg x 3s x 5r"] == [finding.line for finding in read("Clean and Press\n75 kg x 3s x 5r").findings]


@pytest.mark.parametrize(
    ("line", "says", "remark"),
    [
        ("Accumulate 100 Push-Ups in sets of 10", one("Push-Ups", reps=100), "in sets of 10"),
        ("100 Push-Ups, broken into sets of 10", one("Push-Ups", reps=100), "broken into sets of 10"),
        ("Accumulate 2 min L-Sit in sets of 10-15 s", one("L-Sit", seconds=120), "in sets of 10-15 s"),
        ("100 Push-Ups, switch every 10", one("Push-Ups", reps=100), "switch every 10"),
        ("Row 2000 m, switch every 250m", one("Row", m=2000), "switch every 250m"),
        ("Accumulate 50 Pull-Ups in as few sets as possible", one("Pull-Ups", reps=50), "in as few sets as possible"),
    ],
)
def test_how_an_amount_is_divided_is_a_remark(line: str, says: dict[str, Any], remark: str) -> None:
    """The amount belongs to all of it."""
    exact(line, says)
    assert [remark] == [found.remark for found in read(line).prescriptions]


@pytest.mark.parametrize("line", ["Push-Ups in sets of 10, 50 reps", "Accumulate 100 Push-Ups, sets of 10"])
def test_sets_before_the_amount_or_beside_it_are_a_finding(line: str) -> None:
    """They may be the amount."""
    unread(line)


def test_a_test_after_then_is_a_remark_and_no_load() -> None:
    """The sets in front have another weight."""
    (clean,) = read("EMOM 10: 3 Cleans. Then build to a heavy single").prescriptions
    assert ("Then build to a heavy single", None) == (clean.remark, clean.load_text)


def test_less_rest_is_no_load() -> None:
    """It is a remark, or a note with a number."""
    (squat,) = read("Back Squat 5x5 (5% less rest than last week)").prescriptions
    assert ("5% less rest than last week", None) == (squat.remark, squat.load_text)
    assert [one("Back Squat", sets=5, reps=5)] == prescribed("Back Squat 5x5\nUse 50% less rest")
    assert ["note"] == [finding.rule for finding in read("Back Squat 5x5\nUse 50% less rest").findings]


@pytest.mark.parametrize("line", ["Switch every 250m", "Switch partners every 1:00", "Change every 2 minutes"])
def test_how_often_partners_take_turns_is_a_note(line: str) -> None:
    """It prescribes no more work."""
    exact(f"Row 2000 m\n{line}", one("Row", m=2000))


@pytest.mark.parametrize("where", ['feet on 20" box', "rear foot elevated on a 12 inch step"])
def test_where_feet_or_hands_are_is_a_remark(where: str) -> None:
    """The height is not a load; without a height it is a remark as well."""
    for line in (f"12 Push-Ups, {where}", f"12 Push-Ups ({where})"):
        exact(line, one("Push-Ups", reps=12))
        assert [where] == [asks.remark for asks in read(line).prescriptions]
    exact("12 Push-Ups, feet on box", one("Push-Ups", reps=12))
    exact('12 Box Jumps, 20" box', one("Box Jumps", reps=12, load_text='20" box'))


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("10 KB Swings, adding 2 reps each round", "adding 2 reps each round"),
        ("10 KB Swings, drop 1 rep each round", "drop 1 rep each round"),
        ("10 KB Swings, increase 2-3 reps each round", "increase 2-3 reps each round"),
    ],
)
def test_more_repetitions_are_a_remark_and_no_load(line: str, remark: str) -> None:
    """They change what the next round has."""
    (swings,) = read(line).prescriptions
    assert (10, remark, None) == (swings.reps_min, swings.remark, swings.load_text)


def test_a_number_without_a_unit_is_added_to_the_load_if_there_is_one() -> None:
    """A movement of the body has none, so that the repetitions change."""
    (burpees,) = read("10 Burpees, add 2 each round").prescriptions
    assert ("add 2 each round", None) == (burpees.remark, burpees.load_text)
    exact("Front Squat 5x5, add 5 each set", one("Front Squat", sets=5, reps=5, load_text="add 5 each set"))
    exact("Front Squat 5x5, add 5 lb each set", one("Front Squat", sets=5, reps=5, load_text="add 5 lb each set"))


@pytest.mark.parametrize(
    "kind", ["dropset", "triple dropset", "strip set", "rest-pause", "myo reps", "ladder", "superset"]
)
def test_a_number_behind_a_kind_of_sets_counts_no_repetitions(kind: str) -> None:
    """It counts these sets, or what each of them has."""
    unread(f"Curl: {kind} x 3")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Curl: dropset 3 x 10", {"sets": 3, "reps": 10}),
        ("Snatch: high hang x 3", {"reps": 3}),
        ("Snatch: touch and go x 3", {"reps": 3}),
        ("Snatch: from blocks x 3", {"reps": 3}),
        ("Press: seated x 3", {"reps": 3}),
    ],
)
def test_a_number_behind_another_manner_counts_repetitions(line: str, says: dict[str, Any]) -> None:
    """So do sets by repetitions behind a kind of sets."""
    exact(line, one(line.partition(":")[0], **says))


def test_one_word_behind_a_mark_is_a_remark_of_its_own() -> None:
    """It is no load of a lift that has no sets."""
    assert [] == prescribed("Snatch=heavy")
