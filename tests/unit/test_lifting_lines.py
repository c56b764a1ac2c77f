"""Lines of lifting as coaches write them, with the values that a careful coach reads."""

from typing import Any

import pytest

from tests.notation import exact, one, parts, prescribed, read, unread


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deadlift: 315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Deadlift\n315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Row\nDeadlift\n315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Deadlift\nEvery 2 min: 315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Deadlift\nEvery 2 min:\n315 x 5, 335 x 3", [("315", 5), ("335", 3)]),
        ("Deadlift\nHeavy single\n315 x 5, 335 x 3", [("heavy", 1), ("315", 5), ("335", 3)]),
        ("Deadlift: work up to a heavy single, then 315 x 5, 335 x 3", [("heavy", 1), ("315", 5), ("335", 3)]),
        ("Snatch + Overhead Squat\n60 x 2, 70 x 2", [("60", 2), ("70", 2)]),
        ("Bench Press\n135x8\n155x5", []),
        ("Back Squat 225 x 5", [("225", 5)]),
    ],
)
def test_a_number_too_high_for_sets_is_a_load_without_a_unit(text: str, expected: list[tuple[str, int]]) -> None:
    """It stays as written, because it may be kilograms or pounds; a line alone may as well count reps by sets."""
    found = [(one["load_text"], one["reps_min"]) for one in prescribed(text) if "load_text" in one]
    assert expected == found
    assert not any(one.get("weight") for one in prescribed(text))


@pytest.mark.parametrize(
    "text",
    [
        "Double-Unders 100 x 3",
        "Sit-Ups\n50 x 3",
        "Double Unders\n50 x 3, 100 x 2",
        "Sit-Ups\n40 x 2, 50 x 2",
        "Row\n40 x 5, 60 x 5",
        "Deadlift\nRow\n40 x 5, 60 x 5",
        "Row\nEvery 2 min: 40 x 5, 60 x 5",
    ],
)
def test_high_numbers_of_other_movements_are_no_loads(text: str) -> None:
    """A hundred reps three times, or a load: the line is not read."""
    assert not any(one.keys() & {"load_text", "weight", "sets", "reps_min"} for one in prescribed(text))
    assert read(text).findings


def test_a_wave_in_slashes_has_a_percent_for_each_set() -> None:
    """Reps and percents have the same length."""
    sets = [one("Back Squat", sets=1, reps=reps, percent=percent) for reps, percent in ((3, 75), (2, 80), (1, 85))]
    exact("Back Squat\n3/2/1 @ 75/80/85%", *sets)
    exact("Back Squat 3/2/1 @ 75/80/85%", *sets)


def test_a_unit_with_a_full_stop_ends_no_name() -> None:
    """`sec.` is an abbreviation, and no end of a sentence."""
    exact("Back Squat with 2 sec. pause\n3x3", one("Back Squat with 2 sec. pause", sets=3, reps=3))
    exact("Back Squat (2 sec. pause) 3x3", one("Back Squat", sets=3, reps=3))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Back Squat\nBuild to a Heavy 5r", one("Back Squat", reps=5, load_text="heavy")),
        ("Back Squat 3x5r @ 70%", one("Back Squat", sets=3, reps=5, percent=70)),
    ],
)
def test_a_small_r_behind_a_number_means_reps(text: str, says: dict[str, Any]) -> None:
    """It touches the number."""
    exact(text, says)


def test_right_and_left_are_no_reps() -> None:
    """`6r/6l` is six for each side."""
    assert prescribed("Split Squat 3 x 6l/6r") == [one("Split Squat", sets=3, reps=6, each_side=True)]


@pytest.mark.parametrize(
    "line",
    [
        "Snatch 80% x 2 / 1 reps",
        "Snatch x 2 / 1 reps",
        "Snatch x 2 / 1",
        "Back Squat x 5/3",
        "Deadlift x 12/9",
        "2/1 Snatch",
        "5/3 Deadlifts",
    ],
)
def test_two_counts_of_a_lift_are_no_pair_of_men_and_women(line: str) -> None:
    """They may be two sets, or a choice: the line is not read."""
    assert not any("reps_women" in one for one in prescribed(line))
    assert read(line).findings


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("21/15 Power Cleans 95/65", one("Power Cleans", reps=21, reps_women=15, load_text="95/65")),
        ("15/12 Deadlifts", one("Deadlifts", reps=15, reps_women=12)),
        ("12/9 Front Squats", one("Front Squats", reps=12, reps_women=9)),
        ("6/4 Deadlifts", one("Deadlifts", reps=6, reps_women=4)),
    ],
)
def test_two_high_counts_in_front_of_a_lift_are_for_men_and_women(line: str, says: dict[str, Any]) -> None:
    """Conditioning counts its lifts like its other movements."""
    exact(line, says)


@pytest.mark.parametrize("line", ["5 sets of 3 Clean + Jerk", "Five sets of 2 Snatch + Overhead Squat"])
def test_a_count_behind_sets_of_may_be_that_of_the_whole(line: str) -> None:
    """Three of the complex, or three cleans and one jerk: the line is not read."""
    assert prescribed(line) == []
    assert read(line).findings


def test_a_count_below_sets_is_that_of_its_movement() -> None:
    """`2 Clean + Jerk` is two cleans and a jerk."""
    says = one("2 Clean + Jerk", sets=5, reps=1, complex=parts(("Clean", 2), ("Jerk", 1)))
    exact("5 sets of:\n2 Clean + Jerk", says)


@pytest.mark.parametrize(
    "text",
    [
        "Hang Power Clean\n+ Push Jerk\n5x2 @ 70%",
        "Hang Power Clean +\nPush Jerk\n5x2 @ 70%",
        "Hang Power Clean\n+\nPush Jerk\n5x2 @ 70%",
    ],
)
def test_lifts_joined_by_a_plus_are_a_complex_over_several_lines(text: str) -> None:
    """The sets below are those of the complex."""
    complex_ = parts(("Hang Power Clean", 1), ("Push Jerk", 1))
    exact(text, one("Hang Power Clean + Push Jerk", sets=5, reps=2, percent=70, complex=complex_))


def test_a_complex_over_several_lines_has_its_counts() -> None:
    """The sums of the sets count the movements."""
    complex_ = parts(("Power Clean", 1), ("Front Squat", 2), ("Jerk", 1))
    text = "Power Clean\n+\nFront Squat\n+\nJerk\n5 x 1+2+1 @ 70%"
    exact(text, one("Power Clean + Front Squat + Jerk", sets=5, reps=1, percent=70, complex=complex_))
    text = "Every 2 minutes for 10 minutes:\n1 Power Clean\n+ 2 Front Squats\n+ 1 Jerk"
    clock = {"sets": 5, "interval_seconds": 120, "total_seconds": 600}
    complex_ = parts(("Power Clean", 1), ("Front Squats", 2), ("Jerk", 1))
    exact(text, one("1 Power Clean + 2 Front Squats + 1 Jerk", reps=1, complex=complex_, **clock))


def test_a_plus_between_pieces_of_conditioning_joins_no_complex() -> None:
    """They are done one after another."""
    time = {"format": "for time"}
    text = "For time:\n50 Burpees\n+\n50 Sit-Ups"
    exact(text, one("Burpees", reps=50, **time), one("Sit-Ups", reps=50, **time))


def test_a_drop_behind_sets_by_percent_is_of_the_same_lift() -> None:
    """`Drop to 75%` states the load of further sets."""
    text = "Back Squat 5x5 @ 80%\nDrop to 75% for 3x5"
    exact(text, one("Back Squat", sets=5, reps=5, percent=80), one("Back Squat", sets=3, reps=5, percent=75))


def test_a_drop_behind_a_test_may_be_of_this_day() -> None:
    """75% of the heaviest single of this day, or of the best ever: the words are kept."""
    text = "Back Squat: build to a heavy single\nDrop to 75% for 3x5"
    heavy = one("Back Squat", reps=1, load_text="heavy")
    exact(text, heavy, one("Back Squat", sets=3, reps=5, load_text="75%"))


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Drop to 80% x 2, 75% x 2, 70% x 2", [(1, 2, "80%"), (1, 2, "75%"), (1, 2, "70%")]),
        ("Drop to 2x2 @ 85%, 2x2 @ 80%", [(2, 2, "85%"), (2, 2, "80%")]),
        ("Drop to 3x3 @ 75-80%", [(3, 3, "75-80%")]),
        ("Drop to 3x3 @ 75%+", [(3, 3, "75%+")]),
        ("Drop to 3x3 @ up to 75%", [(3, 3, "up to 75%")]),
        ("Drop to 70-75-80% x 3", [(3, 3, "70-75-80%")]),
        ("Drop to 3x3 @ 70-75-80%", [(3, 3, "70-75-80%")]),
    ],
)
def test_each_drop_behind_a_test_keeps_its_own_percent(line: str, sets: list[tuple[int, int, str]]) -> None:
    """In words, and a list of percents has a set for each."""
    expected = [one("Back Squat", sets=count, reps=reps, load_text=load) for count, reps, load in sets]
    exact(f"Back Squat\nBuild to a 1RM\n{line}", one("Back Squat", rep_max_test=1), *expected)


def test_a_drop_to_a_percent_of_a_stated_lift_or_rep_max_is_no_words() -> None:
    """It says what it is of."""
    test = one("Back Squat", rep_max_test=1)
    drop = one("Back Squat", sets=3, reps=3, percent=80, percent_of_rep_max=1)
    exact("Back Squat\nBuild to a 1RM\nDrop to 80% of 1-RM for 3 x 3", test, drop)
    drop = one("Back Squat", sets=3, reps=3, percent=80, percent_of="Front Squat")
    exact("Back Squat\nBuild to a 1RM\nDrop to 80% of Front Squat for 3 x 3", test, drop)


@pytest.mark.parametrize(
    "line", ["strength: back squat, 20 rep max", "Strength: Back Squat 20RM", "Skill: Back Squat – 20RM"]
)
def test_a_test_may_stand_behind_a_label(line: str) -> None:
    """The label is its purpose."""
    [found] = prescribed(line)
    assert found.keys() == {"movement", "rep_max_test"}
    assert found["rep_max_test"] == 20


def test_dots_in_front_of_sets_are_bullets() -> None:
    """Some pages indent with them."""
    text = "Overhead Squat\n.......7 reps @ 65%\n.......5 reps @ 75%"
    exact(text, one("Overhead Squat", sets=1, reps=7, percent=65), one("Overhead Squat", sets=1, reps=5, percent=75))


def test_sets_may_be_called_difficult() -> None:
    """The word is a remark."""
    exact("HSPU @ 32X2; 4 x 5 difficult; rest 90 sec", one("HSPU", sets=4, reps=5, tempo="32X2", rest_seconds=90))


@pytest.mark.parametrize(
    "text", ["Work up to 3 sets of 5 Back Squats", "Back Squats\nBuild to 3 sets of 5", "Back Squats\nBuild up to 3x5"]
)
def test_sets_that_are_worked_up_to_are_sets(text: str) -> None:
    """The sets before them are a warm-up."""
    exact(text, one("Back Squats", sets=3, reps=5))


def test_an_interval_holds_for_each_line_of_as_many_sets() -> None:
    """Below a clock on a line of its own."""
    clock = {"interval_seconds": 120, "total_seconds": 960, "sets": 4, "reps_per_set": [3, 3, 3, 3]}
    text = "Every 2 min for 16 min\n3-3-3-3 Snatch Pulls\n3-3-3-3 Clean Pulls"
    exact(text, one("Snatch Pulls", **clock), one("Clean Pulls", **clock))


@pytest.mark.parametrize("text", ["Squat 3x275", "Bench Press 3x240", "Bench Press\n3x240"])
def test_repetitions_that_nobody_does_are_a_weight(text: str) -> None:
    """Three sets with it, or three repetitions: the sets are a finding."""
    assert not any("reps_min" in one for one in prescribed(text))
    assert read(text).findings


def test_many_repetitions_of_other_movements_are_read() -> None:
    """Skipping has hundreds."""
    exact("Double-Unders 3x150", one("Double-Unders", sets=3, reps=150))


def test_sets_on_one_line_may_be_all_sets_of_the_scheme() -> None:
    """Six sets of one are the six of the clock, so nothing contradicts it."""
    clock = {"interval_seconds": 120, "total_seconds": 720, "sets": 1}
    text = "Every 2 Minutes for 6 Sets:\nBack Squat\n6 x 67% 3 x 72% 6 x 67% 3 x 77% 6 x 67% 3 x 82%"
    sets = ((6, 67), (3, 72), (6, 67), (3, 77), (6, 67), (3, 82))
    exact(text, *(one("Back Squat", reps=reps, percent=percent, **clock) for reps, percent in sets))


@pytest.mark.parametrize("label", ["A.) ", "B1.) ", "2.) "])
def test_a_label_may_have_a_point_and_a_bracket(label: str) -> None:
    """It is no part of the line."""
    exact(f"{label}Bench Press 5x5", one("Bench Press", sets=5, reps=5))


def test_a_count_in_front_of_tempo_is_no_tempo() -> None:
    """A tempo has three figures and more."""
    exact("5 Tempo Back Squats", one("Tempo Back Squats", reps=5))
    exact("Back Squat 5x5, 4010 tempo", one("Back Squat", sets=5, reps=5, tempo="4010"))


def test_a_range_of_repetitions_does_not_end_in_a_weight() -> None:
    """Nobody does 130: the weight has no unit."""
    assert ["unread"] == [finding.rule for finding in read("Squat 4 x 12 - 130").findings]


@pytest.mark.parametrize("text", ["Snatch 25x3", "Snatch: 20 x 3, 25 x 3, 30 x 2", "Bench Press\n20x5"])
def test_sets_that_nobody_does_are_a_weight(text: str) -> None:
    """The bar has twenty kilograms: the line is a finding."""
    assert not any("sets" in one for one in prescribed(text))
    assert read(text).findings


def test_many_singles_are_read() -> None:
    """They are usual, and so are many short sets of skipping."""
    exact("Deadlift 20x1", one("Deadlift", sets=20, reps=1))
    exact("Double-Unders 20x25", one("Double-Unders", sets=20, reps=25))


def test_a_percent_behind_a_heavy_single_is_that_of_the_next_set() -> None:
    """A mark is between them."""
    exact(
        "Back Squat - heavy single; 90% x 2, 85% x 3 x 2",
        one("Back Squat", sets=1, reps=1, load_text="heavy"),
        one("Back Squat", sets=1, reps=2, percent=90),
        one("Back Squat", sets=2, reps=3, percent=85),
    )


@pytest.mark.parametrize(
    "line", ["12 min to find heavy 2 HPC + 1 Jerk", "In 12 minutes, build to a heavy 2 HPC + 1 Jerk"]
)
def test_a_count_in_front_of_a_heavy_complex_is_that_of_its_first_movement(line: str) -> None:
    """Two cleans and a jerk, and not two of the whole."""
    complex_ = parts(("HPC", 2), ("Jerk", 1))
    exact(line, one("2 HPC + 1 Jerk", total_seconds=720, complex=complex_, load_text="heavy"))


def test_each_behind_a_list_of_percents_means_each_set() -> None:
    """It does not mean each side."""
    sets = [one("Clean", sets=1, reps=2, percent=percent) for percent in (60, 70, 75, 80)]
    exact("Clean\n60-70-75-80%: 2 reps each", *sets)


def test_a_number_of_times_below_a_lift_counts_sets() -> None:
    """It states no repetitions."""
    exact("Back Squat\n3x", one("Back Squat", sets=3))


def test_a_rest_in_a_bracket_behind_a_cluster_is_between_its_repetitions() -> None:
    """It is a remark, and no rest between sets."""
    exact("Snatch x 1.1.1 x 5 @ 80% (10s rest)", one("Snatch", sets=5, reps=3, cluster=[1, 1, 1], percent=80))


@pytest.mark.parametrize(
    ("rest", "seconds", "remark"),
    [
        ("10 sec rest", None, "10 sec rest"),
        ("rest 10-15 sec", None, "rest 10-15 sec"),
        ("rest 60 sec between reps", None, "rest 60 sec between reps"),
        ("rest 2 min", 120, None),
        ("rest 3 min between sets", 180, None),
        ("2 min rest between sets", 120, None),
        ("rest 45 sec between sets", 45, None),
        ("rest 30 sec between reps, rest 2 min between sets", 120, "rest 30 sec between reps"),
    ],
)
def test_a_long_rest_behind_a_cluster_is_between_its_sets(rest: str, seconds: int | None, remark: str | None) -> None:
    """A short rest is between the sets only if it says so; any other is between the repetitions of a set."""
    [found] = read(f"Snatch 5 x 1.1.1 ({rest})").prescriptions
    assert (5, [1, 1, 1], seconds, remark) == (found.sets, found.cluster, found.rest_seconds, found.remark)


def test_a_bracket_behind_a_cluster_may_be_open() -> None:
    """Its rest is the same."""
    [found] = read("Snatch 5 x 1.1.1 (rest 2 min").prescriptions
    assert found.rest_seconds == 120


def test_a_line_with_several_numbers_too_many_has_one_finding() -> None:
    """`1x60, 1x70, 1x75` is one slip, and gives no sets."""
    message = (
        "The line has more sets or repetitions than anyone does, so one of its numbers may be a weight: it gives none."
    )
    reading = read("Jerk\n1x60, 1x70, 1x75")
    assert [("number", "1x60, 1x70, 1x75", message)] == [
        (finding.rule, finding.line, finding.message) for finding in reading.findings
    ]
    assert [None] == [found.sets for found in reading.prescriptions]


def test_a_second_clock_behind_a_rest_makes_the_line_unread() -> None:
    """Its minutes are those of the next movement."""
    line = "EMOM 6: 1 Snatch @ 80%; rest 2 min; EMOM 6: 1 C&J @ 80%"
    assert prescribed(line) == []
    assert read(line).findings


@pytest.mark.parametrize(
    "line", ["Men: 80 kg, Women: 55 kg", "Men 80 kg / Women 55 kg", "Women 55 kg, men 80 kg", "men 80kg women 55kg"]
)
def test_a_line_of_weights_for_men_and_women_is_the_load_of_the_lift_above(line: str) -> None:
    """It is the load of all its sets."""
    exact(f"Power Clean 5x3\n{line}", one("Power Clean", sets=5, reps=3, kg=(80, 55)))


def test_a_line_of_weights_is_not_the_load_of_another_movement() -> None:
    """Burpees have none, and no one knows which of the movements has it."""
    rounds = [one("Deadlifts", sets=3, reps=10), one("Burpees", sets=3, reps=10)]
    assert prescribed("3 rounds:\n10 Deadlifts\n10 Burpees\nMen: 100 kg, Women: 70 kg") == rounds


@pytest.mark.parametrize("manner", ["no touch and go", "no belt", "pause"])
@pytest.mark.parametrize("mark", [", 80%", ", @ 80%", " @ 80%"])
def test_a_load_may_stand_behind_the_manner(manner: str, mark: str) -> None:
    """The manner is a remark, and the percent a number."""
    text = f"Back Squat 3x5, {manner}{mark}"
    exact(text, one("Back Squat", sets=3, reps=5, percent=80))
    assert [manner] == [found.remark for found in read(text).prescriptions]


def test_a_limit_of_the_load_is_no_load() -> None:
    """It stays as written."""
    exact("Back Squat 3x5, no heavier than 80%", one("Back Squat", sets=3, reps=5, load_text="no heavier than 80%"))


@pytest.mark.parametrize(
    ("text", "tempo"),
    [
        ("Front Squat 3x5\n2020", "2020"),
        ("Front Squat\n2020\n3x5", "2020"),
        ("Front Squat 3110 3x5", "3110"),
        ("Front Squat, 2020, 3x5", "2020"),
        ("Front Squat; 3x5; 3110", "3110"),
        ("Front Squat 3x5 (3010)", "3010"),
        ("Front Squat 3x5\n31X1", "31X1"),
        ("Front Squat 3x5 @ 4-1-1-0", "4110"),
        ("Front Squat 3x5, tempo 3-1-1-0", "3110"),
    ],
)
def test_four_figures_without_a_unit_are_a_tempo(text: str, tempo: str) -> None:
    """Beside sets, or on a line of their own below them."""
    exact(text, one("Front Squat", sets=3, reps=5, tempo=tempo))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tempo RDL (4-1-1) 3 x 8", one("Tempo RDL", sets=3, reps=8, tempo="411")),
        ("Tempo Bench Press (3-1-1-0): 4 x 6", one("Tempo Bench Press", sets=4, reps=6, tempo="3110")),
        ("Tempo Squat (5-5-5)", one("Tempo Squat", sets=3, reps_per_set=[5, 5, 5])),
    ],
)
def test_figures_in_brackets_behind_a_tempo_movement_are_its_tempo(text: str, expected: dict[str, Any]) -> None:
    """Equal figures are repetitions instead."""
    exact(text, expected)


@pytest.mark.parametrize(
    "line",
    [
        "Row 2020",
        "Front Squat 2000",
        "Front Squat 3010 x 5",
        "Back Squat 1RM 2019",
        "Back Squat 3x5, March 2020",
        "Back Squat 3x5 since March 18, 2011",
        "Open 2011",
    ],
)
def test_figures_that_may_be_something_else_are_a_finding(line: str) -> None:
    """A distance, a weight, repetitions or a year."""
    assert [] == prescribed(line)
    assert [line] == [finding.line for finding in read(line).findings]


@pytest.mark.parametrize(("line", "rpe"), [("Back Squat 3x5 @ 8-9", (8, 9)), ("Back Squat 3x5 @ 7.5-8", (7.5, 8))])
def test_a_small_range_behind_an_at_sign_is_an_rpe_of_a_lift(line: str, rpe: tuple[float, float]) -> None:
    """From six to ten, as a single number is."""
    exact(line, one("Back Squat", sets=3, reps=5, rpe_min=rpe[0], rpe_max=rpe[1]))


@pytest.mark.parametrize("line", ["Back Squat 3x5 @ 80-90", "Row 500 m @ 8-9", "Back Squat 3x5 @ 4-5"])
def test_another_range_behind_an_at_sign_is_not_read(line: str) -> None:
    """It may be a weight, a damper or a pace."""
    assert [] == prescribed(line)


@pytest.mark.parametrize("line", ["Squat 140x25 lbs", "Lunge 100x35 lb"])
def test_more_reps_than_anyone_lifts_may_be_the_weight(line: str) -> None:
    """The unit may belong to the first number."""
    unread(line)


@pytest.mark.parametrize("clock", ["Every 2 minutes for 3 sets:", "Every 2 minutes for 6 minutes:"])
def test_as_many_set_lines_as_intervals_are_one_set_each(clock: str) -> None:
    """Each interval has its line."""
    every = {"sets": 1, "interval_seconds": 120, "total_seconds": 360}
    exact(
        f"{clock}\nBack Squat\n6 x 67%\n3 x 72%\n1 x 77%",
        *(one("Back Squat", reps=reps, percent=percent, **every) for reps, percent in ((6, 67), (3, 72), (1, 77))),
    )


def test_fewer_set_lines_than_intervals_say_nothing_of_each() -> None:
    """Three lines in nine intervals are waves, or a slip."""
    found = prescribed("Every 2 minutes for 9 sets:\nBack Squat\n6 x 67%\n3 x 72%\n1 x 77%")
    assert [9, 9, 9] == [one["sets"] for one in found]


@pytest.mark.parametrize("load", ["(30#, 40#, 50#)", "@ 30, 40, 50 lb"])
def test_a_weight_for_each_set_is_kept_in_words(load: str) -> None:
    """Three sets and three weights."""
    found = prescribed(f"Goblet Squat 3x5 {load}")
    assert [(3, 5, 5)] == [(one["sets"], one["reps_min"], one["reps_max"]) for one in found]
    assert load.strip("@() ") == found[0]["load_text"]


def test_an_angle_is_part_of_a_name() -> None:
    """It is no number of repetitions."""
    exact("45 Degree Back Raises\n3 sets x 10 reps", one("45 Degree Back Raises", sets=3, reps=10))


def test_a_label_says_that_it_is_a_test() -> None:
    """The rep max is after it."""
    exact("Testing: 1RM Snatch", one("Snatch", rep_max_test=1))


def test_a_line_may_be_quoted_as_a_whole() -> None:
    """The marks are no part of the name."""
    exact('"Back Squat 5-5-5"', one("Back Squat", sets=3, reps_per_set=[5, 5, 5]))


def test_sets_in_front_of_a_range_of_reps() -> None:
    """Three sets of seven to nine."""
    exact("Bench Press x3 7-9reps", one("Bench Press", sets=3, reps=(7, 9)))


def test_a_verb_may_stand_behind_then() -> None:
    """Three sets more, with a percent of this day's best as written."""
    exact(
        "Deadlift\nBuild to a top set of 3 reps\nThen complete 3 sets of 2 reps @ 90% of top set",
        one("Deadlift", reps=3, load_text="top"),
        one("Deadlift", sets=3, reps=2, load_text="90% of top set"),
    )


def test_sets_of_another_movement_are_not_those_of_the_one_above() -> None:
    """The words after `of` name it, whether the catalogue knows it or not."""
    text = "4 x 8 of strict press\n4 x 8 of side laterals\n4 x 8 of wobblers"
    assert prescribed(text) == [one("strict press", sets=4, reps=8), one("side laterals", sets=4, reps=8)]
    assert ["unread"] == [finding.rule for finding in read(text).findings]


@pytest.mark.parametrize("line", ["5x3 of the complex", "5 sets of 3", "5x3 @ 75% of 1-RM Snatch"])
def test_of_something_else_belongs_to_the_sets(line: str) -> None:
    """They are those of the movement above."""
    found = prescribed(f"Snatch Pull\n{line}")
    assert [("Snatch Pull", 5, 3)] == [(one["movement"], one["sets"], one["reps_min"]) for one in found]


@pytest.mark.parametrize("sets", ["3 x 15,12,12", "3 x 15, 12, 12", "3 sets of 15,12,12", "3 x 15-12-12"])
def test_as_many_reps_as_sets_are_those_of_each(sets: str) -> None:
    """Fifteen in the first set, and twelve in the others."""
    exact(f"Leg curls {sets}", one("Leg curls", sets=3, reps_per_set=[15, 12, 12]))


@pytest.mark.parametrize(
    "sets", ["3 x 21-15-9", "3 x 21,15,9", "3 x 3,2,1", "3 x 2,1,1", "4 x 15,12,12", "2 sets of 15,12,12"]
)
def test_another_list_of_reps_after_sets_is_not_read(sets: str) -> None:
    """It may be a wave that is done several times."""
    assert [] == prescribed(f"Leg curls {sets}")
    assert ["unread"] == [finding.rule for finding in read(f"Leg curls {sets}").findings]


@pytest.mark.parametrize("sets", ["3 sets of 15,12,10", "3 sets of 15-12-10", "3 x 15,12,10", "3 x 15-12-10"])
def test_sets_of_as_many_reps_are_those_of_each(sets: str) -> None:
    """Nobody does so many in waves."""
    exact(f"Leg curls {sets}", one("Leg curls", sets=3, reps_per_set=[15, 12, 10]))


def test_a_long_list_of_reps_is_no_wave() -> None:
    """Five numbers behind five sets are their repetitions."""
    exact("Back Squat 5 x 5,5,3,3,1", one("Back Squat", sets=5, reps_per_set=[5, 5, 3, 3, 1]))


@pytest.mark.parametrize("line", ["3 x 21-15-9 Thrusters", "3 x 21,15,9 Thrusters", "Thruster 3 x 21,15,9"])
def test_the_mark_between_reps_does_not_say_how_often_they_are_done(line: str) -> None:
    """Once or three times."""
    unread(line)


def test_the_time_of_a_test_may_stand_above_it() -> None:
    """Half an hour."""
    exact("Within 30 minutes:\n1RM back squat", one("back squat", rep_max_test=1, total_seconds=1800))
