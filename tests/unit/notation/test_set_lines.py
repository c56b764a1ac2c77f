"""Lines below a movement that say which of its sets they are, or add sets to it."""

from typing import Any

import pytest

from tests.notation import exact, one, prescribed, read, unread


@pytest.mark.parametrize(
    ("line", "first", "last", "says"),
    [
        ("*Sets 1-2 = 2 reps @ 75%", 1, 2, {"reps": 2, "percent": 75}),
        ("Set 1 – 5 reps @ 70%", 1, 1, {"reps": 5, "percent": 70}),
        ("Set 3: 1 rep @ 85-90%", 3, 3, {"reps": 1, "percent": (85, 90)}),
        ("*Sets 1-3 @ 70%", 1, 3, {"reps": 4, "percent": 70}),
        ("Sets 1 & 2 = @ 70%", 1, 2, {"reps": 4, "percent": 70}),
        ("Sets 1 + 2: @ 70%", 1, 2, {"reps": 4, "percent": 70}),
        ("Set 2 = 70% x 3", 2, 2, {"reps": 3, "percent": 70}),
        ("Set 2 = 70%", 2, 2, {"reps": 4, "percent": 70}),
        ("Sets 4-5 = build to something heavy", 4, 5, {"reps": 4}),
        ("*Sets 1-4: 65% of 1-RM", 1, 4, {"reps": 4, "percent": 65, "percent_of_rep_max": 1}),
        ("• Sets 1-2 = 75-80%", 1, 2, {"reps": 4, "percent": (75, 80)}),
        ("*Sets 1-4 at 65%", 1, 4, {"reps": 4, "percent": 65}),
        ("*Sets 3, 4 and 5 = @ 70%", 3, 5, {"reps": 4, "percent": 70}),
        ("*All sets at 90%", 1, 5, {"reps": 4, "percent": 90}),
        ("*Sets 4-5: Back down to 80%", 4, 5, {"reps": 4, "percent": 80}),
        ("*Last set = max reps at 65%", 5, 5, {"max_reps": True, "percent": 65}),
    ],
)
def test_a_set_line_divides_the_sets_of_its_movement(line: str, first: int, last: int, says: dict[str, Any]) -> None:
    """Each gives one with the movement, and with the reps if it states none; the movement line gives none."""
    found = prescribed(f"Every 2 minutes, for 10 minutes (5 sets):\nBack Squat x 4 reps\n{line}")[-1:]
    rhythm = {"interval_seconds": 120, "total_seconds": 600}
    sets = {"sets": last - first + 1, "first_set": first, "last_set": last}
    assert [one("Back Squat", **rhythm, **sets, **says)] == found


def test_the_repetitions_of_another_number_of_sets_than_a_set_line_names_are_a_finding() -> None:
    """`Set 3` may be the third part of a day."""
    [found] = read("Snatch\nSets 1-3: 5-3-1").prescriptions
    assert (3, [5, 3, 1]) == (found.sets, found.reps_per_set)
    for line in ("Set 3: 5-5-5", "Sets 1-2: 3-2-1"):
        assert [line] == [finding.line for finding in read(f"40 Cleans\n{line}\nSnatch Balance").findings]


@pytest.mark.parametrize(
    "text",
    [
        "Back Squat\n#1: 6 reps @ 55%\n#2: 4 reps @ 65%\n#3: 2 reps @ 75%",
        "Back Squat\nSet 1 - 6 reps @ 55%\nSet 2 - 4 reps @ 65%\nSet 3 - 2 reps @ 75%",
        "Back Squat\nSet 1: 6 @ 55%\nSet 2: 4 @ 65%\nSet 3: 2 @ 75%",
        "Back Squat\nSet #1 = 55% x 6\nSet #2 = 65% x 4\nSet #3 = 75% x 2",
        "Back Squat\nRound 1: 6 reps @ 55%\nRound 2: 4 reps @ 65%\nRound 3: 2 reps @ 75%",
    ],
)
def test_set_lines_have_many_forms(text: str) -> None:
    """`#1:` and `Set 1 -` name one set of the movement above; the dash joins no range."""
    sets = ((1, 6, 55), (2, 4, 65), (3, 2, 75))
    exact(
        text,
        *(
            one("Back Squat", sets=1, first_set=number, last_set=number, reps=reps, percent=percent)
            for number, reps, percent in sets
        ),
    )


@pytest.mark.parametrize("line", ["*Sets 4-6 = 80%", "*Sets 4+ = 80%"])
def test_the_sets_in_front_of_the_first_set_line_are_the_movements_own(line: str) -> None:
    """The values of the movement line apply to them."""
    found = prescribed(f"Every 2 minutes, for 12 minutes (6 sets):\nSnatch x 2 reps @ 70%\n{line}")
    assert [(1, 3, 3, 70), (4, 6, 3, 80)] == [
        (one["first_set"], one["last_set"], one["sets"], one["percent_min"]) for one in found
    ]


def test_sets_up_to_an_unknown_last_one_have_no_number() -> None:
    """Nothing says how many sets there are."""
    found = prescribed("Snatch\nSets 1-2: 4 @ 65%\nSets 3+: 2 @ 75%")
    assert [(1, 2, 2, 65), (3, None, None, 75)] == [
        (one["first_set"], one.get("last_set"), one.get("sets"), one["percent_min"]) for one in found
    ]


@pytest.mark.parametrize(("which", "first", "last"), [("Last set", 5, 5), ("All sets", 1, 5)])
def test_sets_without_a_number_have_that_of_the_scheme(which: str, first: int, last: int) -> None:
    """This also holds before a movement."""
    (one,) = prescribed(f"Five sets of:\n{which}: Snatch x 3 reps @ 60%")
    assert (first, last) == (one["first_set"], one["last_set"])


@pytest.mark.parametrize("load", ["All sets at 75%", "All at 75%"])
def test_a_load_of_all_sets_above_them_is_theirs(load: str) -> None:
    """It is not a set of its own."""
    assert [one("Press", sets=4, reps=2, percent=75)] == prescribed(f"Press\n{load}\n4x2")


@pytest.mark.parametrize("load", ["All sets at 80%", "All at 80%", "Use 80%", "use 80% of current max"])
def test_a_load_between_a_name_and_its_sets_is_not_that_of_the_lift_above(load: str) -> None:
    """That one has its sets already, and may be heavier."""
    squat, deadlift = prescribed(f"Back Squat\n5x4\nDeadlift\n{load}\n3x2")
    assert [one("Back Squat", sets=5, reps=4), one("Deadlift", sets=3, reps=2, percent=80)] == [squat, deadlift]


@pytest.mark.parametrize(
    "text", ["Back Squat 5x4\nDeadlift 5x4\nAll at 80%", "5 sets of 4:\nBack Squat\nDeadlift\nAll at 80%"]
)
def test_a_load_after_all_sets_is_that_of_all(text: str) -> None:
    """No sets are below it."""
    assert [80, 80] == [says["percent_min"] for says in prescribed(text)]


@pytest.mark.parametrize("then", ["then\n", "and then\n", "Then "])
@pytest.mark.parametrize(
    ("above", "sets", "works"),
    [
        ("Run 2 mi", "6 x 300 m", [one("Run", mi=2), one("Run", sets=6, m=300)]),
        ("Front Squat x 4", "3x3 @ 80%", [one("Front Squat", reps=4), one("Front Squat", sets=3, reps=3, percent=80)]),
    ],
)
def test_sets_after_then_follow_the_work_of_the_movement_above(
    then: str, above: str, sets: str, works: list[dict[str, Any]]
) -> None:
    """Without a `then` it may be their total, and in rounds they may be outside these."""
    exact(f"{above}\n{then}{sets}", *works)
    for text in (f"{above}\n{sets}", f"3 rounds:\n{above}\n{then}{sets}"):
        assert [above] == [finding.line for finding in read(text).findings]


def test_several_sets_may_stand_on_one_line() -> None:
    """Divided by commas, each is its own."""
    found = prescribed("Snatch x 1 rep\n*Sets 1-2 @ 70%, Sets 3-5 @ 75%")
    assert [(1, 2, 70), (3, 5, 75)] == [(one["first_set"], one["last_set"], one["percent_min"]) for one in found]


def test_a_list_of_sets_below_a_movement_is_one_set_each() -> None:
    """`70% x 3, 75% x 3, 80% x 2 x 2`: percent, reps, and sets if there are several."""
    assert [
        one("Snatch", sets=1, reps=3, percent=70),
        one("Snatch", sets=1, reps=3, percent=75),
        one("Snatch", sets=2, reps=2, percent=80),
    ] == prescribed("Snatch\n70% x 3, 75% x 3, 80% x 2 x 2")


def test_a_list_of_sets_may_stand_after_its_movement() -> None:
    """Reps and percent may be in either order."""
    found = prescribed("Front Squat 3 @ 70%, 3 @ 75%, 2 x 1 @ 80%")
    assert [(1, 3, 70), (1, 3, 75), (2, 1, 80)] == [(one["sets"], one["reps_min"], one["percent_min"]) for one in found]


def test_a_list_of_percents_is_a_set_each() -> None:
    """There is no lift between them: 100, 105 and 110 percent are three sets."""
    found = prescribed("Clean Pull x 3 reps @ 100, 105, 110%")
    assert [(1, 3, 100), (1, 3, 105), (1, 3, 110)] == [
        (one["sets"], one["reps_min"], one["percent_max"]) for one in found
    ]


@pytest.mark.parametrize(
    "line", ["Squat 3 sets: 5 @ 70%, 3 @ 80%, 1 @ 90%", "Squat (3 sets): 5 @ 70%, 3 @ 80%, 1 @ 90%"]
)
def test_a_number_of_sets_in_front_of_a_list_is_that_of_all(line: str) -> None:
    """Three sets are the three of the list; those of `3 sets of 5` are only the first of it."""
    sets = [one("Squat", sets=1, reps=reps, percent=percent) for reps, percent in ((5, 70), (3, 80), (1, 90))]
    exact(line, *sets)
    exact("Squat 3 sets of 5 @ 70%, 3 @ 80%, 1 @ 90%", one("Squat", sets=3, reps=5, percent=70), *sets[1:])


def test_a_number_of_sets_in_front_of_a_list_of_another_length_is_a_finding() -> None:
    """Five sets may belong to the first load, or be a slip."""
    unread("Squat 5 sets: 2 @ 70%, 3 @ 80%")


def test_several_lines_may_list_percents() -> None:
    """Each percent is a set with the reps before it, as on one line."""
    exact(
        "Clean\n3 reps: 62%, 66%\n2 reps @ 70, 74%\n1 rep @ 80%",
        *[one("Clean", sets=1, reps=3, percent=percent) for percent in (62, 66)],
        *[one("Clean", sets=1, reps=2, percent=percent) for percent in (70, 74)],
        one("Clean", sets=1, reps=1, percent=80),
    )


def test_each_after_a_list_of_percents_means_each_set() -> None:
    """It does not mean each side."""
    sets = [one("Clean", sets=1, reps=2, percent=percent) for percent in (60, 70, 75, 80)]
    exact("Clean\n60-70-75-80%: 2 reps each", *sets)


def test_a_wave_is_divided_by_set_lines() -> None:
    """Each set line has its own part of `3-2-1-3-2-1`."""
    found = prescribed("Snatch 3-2-1-3-2-1\nSets 1-3 @ 75%\nSets 4-6 @ 80%")
    assert [[3, 2, 1], [3, 2, 1]] == [one["reps_per_set"] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Front Squat 5 @ 70%\n3 @ 80%\n1 @ 90%",
            [
                one("Front Squat", sets=1, reps=5, percent=70),
                one("Front Squat", sets=1, reps=3, percent=80),
                one("Front Squat", sets=1, reps=1, percent=90),
            ],
        ),
        (
            "Push Press 4x4 @ 65%\n2x2 @ 80%",
            [one("Push Press", sets=4, reps=4, percent=65), one("Push Press", sets=2, reps=2, percent=80)],
        ),
        (
            "Deadlift 5x3 @ 80%\n\nThen, 1 x 10 @ 60%",
            [one("Deadlift", sets=5, reps=3, percent=80), one("Deadlift", sets=1, reps=10, percent=60)],
        ),
        (
            "Bench Press 3x8 @ 60 kg\n1x20 @ 40 kg",
            [one("Bench Press", sets=3, reps=8, kg=60), one("Bench Press", sets=1, reps=20, kg=40)],
        ),
        (
            "Back Squat - 3 sets of 5\n2 sets of 3",
            [one("Back Squat", sets=3, reps=5), one("Back Squat", sets=2, reps=3)],
        ),
        (
            "Front Squat 3x3 @ 75%\n2x1",
            [one("Front Squat", sets=3, reps=3, percent=75), one("Front Squat", sets=2, reps=1)],
        ),
        (
            "Back Squat 2x5 @ 70%\n5 @ 75%\n5 @ 80%",
            [
                one("Back Squat", sets=2, reps=5, percent=70),
                one("Back Squat", sets=1, reps=5, percent=75),
                one("Back Squat", sets=1, reps=5, percent=80),
            ],
        ),
        (
            "Back Squat 3x5 @ 70-75%\n2x5 @ 80%",
            [one("Back Squat", sets=3, reps=5, percent=(70, 75)), one("Back Squat", sets=2, reps=5, percent=80)],
        ),
        (
            "Every 2 minutes:\nSnatch 1x2 @ 70%\n1x2 @ 75%\n1x2 @ 75%",
            [
                one("Snatch", sets=1, reps=2, percent=70, interval_seconds=120),
                one("Snatch", sets=1, reps=2, percent=75, interval_seconds=120),
                one("Snatch", sets=1, reps=2, percent=75, interval_seconds=120),
            ],
        ),
    ],
)
def test_the_sets_of_a_movement_line_and_those_below_it_all_count(text: str, expected: list[dict[str, Any]]) -> None:
    """The line says which sets it is about, and the lines below say others: none of them has another's load."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Snatch 8x2\n*Sets 1-4 @ 70%\n*Sets 5-8 @ 75%",
            [
                one("Snatch", sets=4, first_set=1, last_set=4, reps=2, percent=70),
                one("Snatch", sets=4, first_set=5, last_set=8, reps=2, percent=75),
            ],
        ),
        (
            "Snatch 5x2\n2x2 @ 70%\n3x2 @ 75%",
            [one("Snatch", sets=2, reps=2, percent=70), one("Snatch", sets=3, reps=2, percent=75)],
        ),
        (
            "Snatch 5x2 @ 70-80%\n2 sets @ 70%\n3 sets @ 80%",
            [one("Snatch", sets=2, reps=2, percent=70), one("Snatch", sets=3, reps=2, percent=80)],
        ),
        (
            "Front Squat 5-3-1\n5 @ 75%\n3 @ 85%\n1 @ 95%",
            [
                one("Front Squat", sets=1, reps=5, percent=75),
                one("Front Squat", sets=1, reps=3, percent=85),
                one("Front Squat", sets=1, reps=1, percent=95),
            ],
        ),
        (
            "Snatch x 2 reps\n3 sets @ 70%\n2 sets @ 75%",
            [one("Snatch", sets=3, reps=2, percent=70), one("Snatch", sets=2, reps=2, percent=75)],
        ),
        ("Back Squat x 4 sets\n3 reps @ 80%", [one("Back Squat", sets=4, reps=3, percent=80)]),
        ("Back Squat 4-4 @ 75%\n4 @ 75%\n4 @ 75%", [one("Back Squat", sets=1, reps=4, percent=75)] * 2),
        ("Back Squat 2x5 @ 60 kg\n5 @ 60 kg\n5 @ 60 kg", [one("Back Squat", sets=1, reps=5, kg=60)] * 2),
        (
            "Back Squat 5-3 (70-80%)\n5 @ 70%\n3 @ 80%",
            [one("Back Squat", sets=1, reps=5, percent=70), one("Back Squat", sets=1, reps=3, percent=80)],
        ),
    ],
)
def test_a_total_is_divided_by_the_lines_below_it(text: str, expected: list[dict[str, Any]]) -> None:
    """They have the same reps and together as many sets, and only say how heavy each is."""
    exact(text, *expected)


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("Back Squat x 5 reps\n2x3 @ 80%", 0, [one("Back Squat", sets=2, reps=3, percent=80)]),
        (
            "Snatch 5x2\n2x2 @ 70%\n2x2 @ 80%",
            0,
            [one("Snatch", sets=2, reps=2, percent=70), one("Snatch", sets=2, reps=2, percent=80)],
        ),
        (
            "Back Squat 2x4 @ 75%\n4 @ 70%\n4 @ 75%",
            0,
            [one("Back Squat", sets=1, reps=4, percent=70), one("Back Squat", sets=1, reps=4, percent=75)],
        ),
        ("Snatch 3x2 @ 70%\n3x2 @ 70%", 0, [one("Snatch", sets=3, reps=2, percent=70)]),
        ("Snatch 3x2 @ 70%\n@ 75%", 1, [one("Snatch", sets=3, reps=2, percent=70)]),
        (
            "Snatch 3x2 @ 70%\n*Sets 1-3 @ 75%",
            0,
            [one("Snatch", sets=3, first_set=1, last_set=3, reps=2, percent=75)],
        ),
    ],
)
def test_sets_that_may_be_the_same_or_others_are_a_finding(
    text: str, line: int, expected: list[dict[str, Any]]
) -> None:
    """Five sets of two, and then two and two: the uncertain line gives no prescription, and is reported."""
    assert expected == prescribed(text)
    assert [("sets", text.split("\n")[line])] == [(found.rule, found.line) for found in read(text).findings]


def test_sets_on_one_line_may_be_all_sets_of_the_scheme() -> None:
    """Six sets of one are the six of the clock, so nothing contradicts it."""
    clock = {"interval_seconds": 120, "total_seconds": 720, "sets": 1}
    text = "Every 2 Minutes for 6 Sets:\nBack Squat\n6 x 67% 3 x 72% 6 x 67% 3 x 77% 6 x 67% 3 x 82%"
    sets = ((6, 67), (3, 72), (6, 67), (3, 77), (6, 67), (3, 82))
    exact(text, *(one("Back Squat", reps=reps, percent=percent, **clock) for reps, percent in sets))


@pytest.mark.parametrize("clock", ["Every 2 minutes for 3 sets:", "Every 2 minutes for 6 minutes:"])
def test_as_many_set_lines_as_intervals_are_one_set_each(clock: str) -> None:
    """Each interval has its line."""
    every = {"sets": 1, "interval_seconds": 120, "total_seconds": 360}
    exact(
        f"{clock}\nBack Squat\n6 x 67%\n3 x 72%\n1 x 77%",
        *(one("Back Squat", reps=reps, percent=percent, **every) for reps, percent in ((6, 67), (3, 72), (1, 77))),
    )


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("3rd-5th sets: 3 @ 80%", 3, 5),
        ("3rd to 5th set: 3 @ 80%", 3, 5),
        ("3rd-5th sets – 3 reps @ 80%", 3, 5),
        ("Sets 3-5: 3 @ 80%", 3, 5),
        ("3rd set: 3 @ 80%", 3, 3),
        ("3rd set - 3 reps @ 80%", 3, 3),
    ],
)
def test_a_range_of_places_names_all_sets_in_it(line: str, first: int, last: int) -> None:
    """`3rd-5th` are three."""
    found = prescribed(f"Back Squat\nSets 1-2: 5 @ 70%\n{line}")[-1]
    assert (last - first + 1, first, last) == (found["sets"], found["first_set"], found["last_set"])


@pytest.mark.parametrize("line", ["5th-3rd sets: 3 @ 80%", "1st & 2nd sets: 3 @ 80%", "3rd through 5th sets: 3 @ 80%"])
def test_places_of_sets_that_are_no_range_are_a_finding(line: str) -> None:
    """No number of sets is certain."""
    assert [line] == [found.line for found in read(f"Back Squat\n{line}").findings]


@pytest.mark.parametrize("rows", ["6 @ 67%\n3 @ 72%\n1 @ 77%", "1: 6 @ 67%\n2: 3 @ 72%\n3: 1 @ 77%"])
def test_as_many_set_lines_as_intervals_of_their_movement_are_one_set_each(rows: str) -> None:
    """The clock may stand behind the movement; that of the next movement is another one."""
    every = {"sets": 1, "interval_seconds": 120, "total_seconds": 360}
    exact(
        f"Back Squat – every 2 minutes for 6 minutes\n{rows}\nPush Press 3x5",
        *(one("Back Squat", reps=reps, percent=percent, **every) for reps, percent in ((6, 67), (3, 72), (1, 77))),
        one("Push Press", sets=3, reps=5),
    )


@pytest.mark.parametrize(
    "clock", ["Back Squat – E2MOM for 14 min", "E2MOM for 14 min:\nBack Squat", "Back Squat, E2MOM for 14:00 (7 sets)"]
)
@pytest.mark.parametrize(
    ("rows", "sets"),
    [
        ("Set 1: 2 @ 70%\nSets 2-7: 1 @ 82%", [1, 6]),
        ("Sets 1-6: 2 @ 70%\nLast set: 1 @ 82%", [6, 1]),
        ("Sets 1-3: 2 @ 70%\nSets 4+: 1 @ 82%", [3, 4]),
        ("All sets: 2 @ 70%", [7]),
    ],
)
def test_one_named_set_is_one_interval_of_a_clock(clock: str, rows: str, sets: list[int]) -> None:
    """The time of the clock is that of all sets, and not of each line."""
    found = prescribed(f"{clock}\n{rows}")
    assert [(count, 120, 840) for count in sets] == [
        (one["sets"], one["interval_seconds"], one["total_seconds"]) for one in found
    ]


@pytest.mark.parametrize("clock", ["Every 2 minutes for 9 sets:\nBack Squat", "Back Squat – every 2 min for 18 min"])
def test_fewer_set_lines_than_intervals_say_nothing_of_each(clock: str) -> None:
    """Three lines in nine intervals are waves, or a slip."""
    found = prescribed(f"{clock}\n6 x 67%\n3 x 72%\n1 x 77%")
    assert [9, 9, 9] == [one["sets"] for one in found]


def test_the_sets_may_be_divided_between_movements() -> None:
    """`Sets 1-3 = …` and `Sets 4-6 = …` of two movements make up the six."""
    text = "Every 2 minutes, for 12 minutes (6 sets):\nSets 1-3 = Push Press x 5 reps\nSets 4-6 = Jerk Balance x 3 reps"
    reading = read(text)
    assert [("Push Press", 1, 3), ("Jerk Balance", 4, 6)] == [
        (one.movement, one.first_set, one.last_set) for one in reading.prescriptions
    ]
    assert [] == reading.findings


@pytest.mark.parametrize("sets", ["Sets 1-2 @ 70%\nSets 4-5 @ 75%", "Sets 1-2 @ 70%", "Sets 1-3 @ 70%\nSets 3-5 @ 75%"])
def test_set_lines_that_do_not_make_up_the_sets_are_a_finding(sets: str) -> None:
    """A gap, too few, or one named twice."""
    reading = read(f"Every 2 minutes, for 10 minutes (5 sets):\nSnatch x 1 rep\n{sets}")
    assert ["sets"] == [finding.rule for finding in reading.findings]


def test_fewer_loads_than_sets_are_reported() -> None:
    """The least and the most are kept, and the contradiction is a finding."""
    reading = read("Snatch 5x2 (70%, 75%, 80%)")
    assert [one("Snatch", sets=5, reps=2, percent=(70, 80))] == prescribed("Snatch 5x2 (70%, 75%, 80%)")
    assert ["sets"] == [finding.rule for finding in reading.findings]


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Squat\n4x3\n@ 78%", [one("Squat", sets=4, reps=3, percent=78)]),
        ("Squat\n4 sets: 3 reps\nRPE 7-8", [one("Squat", sets=4, reps=3, rpe_min=7, rpe_max=8)]),
        ("Squat\n4x3\n@ 90 kg", [one("Squat", sets=4, reps=3, kg=90)]),
        ("Squat\n3x4 @ 30X1\n72%", [one("Squat", sets=3, reps=4, percent=72, tempo="30X1")]),
        ("Squat\n6-6-4-4\n@ 72%", [one("Squat", sets=4, reps_per_set=[6, 6, 4, 4], percent=72)]),
        (
            "Squat\n3x4\nLoads: 72-76-80%",
            [one("Squat", sets=1, reps=4, percent=percent) for percent in (72, 76, 80)],
        ),
        (
            "Squat\n3x4, 2x2\n@ 72%",
            [one("Squat", sets=3, reps=4, percent=72), one("Squat", sets=2, reps=2, percent=72)],
        ),
        (
            "Squat\n3x4 @ 68%\n2x2\n84%",
            [one("Squat", sets=3, reps=4, percent=68), one("Squat", sets=2, reps=2, percent=84)],
        ),
        ("Clean Pull (% of Clean)\n3x4\n102%", [one("Clean Pull", sets=3, reps=4, percent=102, percent_of="Clean")]),
    ],
)
def test_a_load_below_sets_is_of_them(text: str, sets: list[dict[str, Any]]) -> None:
    """A movement, its sets and their load may stand on three lines."""
    exact(text, *sets)


@pytest.mark.parametrize(
    ("above", "load"),
    [("3x4\n2x2", "@ 72%"), ("6-6-4-4", "72-76-80%"), ("3x4, 2x2", "72, 74, 76, 80, 84%")],
)
def test_a_load_that_may_be_of_some_of_the_sets_above_is_a_finding(above: str, load: str) -> None:
    """It may be of the last line only, or is a list of another length."""
    reading = read(f"Squat\n{above}\n{load}")
    assert all(one.percent_min is None for one in reading.prescriptions)
    assert [("sets", load)] == [(finding.rule, finding.line) for finding in reading.findings]


_CLOCKS = [
    ("AMRAP 10:\n10 Burpees", one("Burpees", reps=10, format="amrap", total_seconds=600)),
    ("3 rounds for time:\n10 Burpees", one("Burpees", sets=3, reps=10, format="for time")),
    ("EMOM 10:\n10 Burpees", one("Burpees", sets=10, reps=10, interval_seconds=60, total_seconds=600)),
]


@pytest.mark.parametrize("sets", ["Squat\n5x5 @ 75%", "Squat\nBack Squat 5x5 @ 75%"])
@pytest.mark.parametrize(("work", "says"), _CLOCKS)
def test_the_name_of_a_lift_above_its_sets_ends_the_clock_above(work: str, says: dict[str, Any], sets: str) -> None:
    """It heads other work."""
    movement = "Back Squat" if "Back" in sets else "Squat"
    exact(f"{work}\n{sets}", says, one(movement, sets=5, reps=5, percent=75))


@pytest.mark.parametrize(
    ("clock", "says"),
    [
        ("For time:", {"format": "for time"}),
        ("AMRAP 12:", {"format": "amrap", "total_seconds": 720}),
    ],
)
@pytest.mark.parametrize("reps", [[21, 15, 9], [5, 10, 15], [5, 4, 3, 2, 1]])
def test_a_ladder_below_the_name_of_a_lift_is_on_the_clock_above(
    clock: str, says: dict[str, Any], reps: list[int]
) -> None:
    """`Thruster` and `21-15-9` are a part of the work for time."""
    ladder = "-".join(map(str, reps))
    work = one("Thruster", sets=len(reps), reps_per_set=reps, **says)
    exact(f"{clock}\n50 Burpees\nThruster\n{ladder}", one("Burpees", reps=50, **says), work)


@pytest.mark.parametrize("sets", ["5-5-5", "5-4-3 @ 70%", "3x5"])
def test_sets_with_a_load_or_as_many_repetitions_each_are_not_a_ladder_of_the_clock_above(sets: str) -> None:
    """They are work of their own."""
    reading = read(f"For time:\n50 Burpees\nBack Squat\n{sets}")
    assert ["for time", None] == [one.format for one in reading.prescriptions]


def test_falling_sets_below_the_name_of_a_lift_are_not_in_each_interval() -> None:
    """A ladder is part of work for time, and an interval has its sets."""
    work, says = _CLOCKS[-1]
    exact(f"{work}\nBack Squat\n5-3-1", says, one("Back Squat", sets=3, reps_per_set=[5, 3, 1]))


def test_other_sets_below_the_name_of_a_lift_in_rounds_are_a_finding() -> None:
    """Rounds have no clock that ends, so that they may be in each of them."""
    assert ["5x5"] == [finding.line for finding in read("3 rounds:\n10 Burpees\nBack Squat\n5x5").findings]


def test_as_many_sets_as_those_of_the_clock_above_are_a_finding() -> None:
    """They may be done on that clock."""
    reading = read("Every 2 minutes for 10 minutes:\n2 Power Cleans\nSquat\n5x5")
    assert ["Squat"] == [finding.line for finding in reading.findings]
    assert [120, None] == [one.interval_seconds for one in reading.prescriptions]


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Every 3 minutes x 3:\n8 Pull-Ups\nFront Squat\n5 reps @ 70%", [3, 3]),
        ("Every 3 minutes x 2:\n8 Pull-Ups\nFront Squat\nSet 1: 5 reps @ 70%\nSet 2: 3 reps @ 80%", [2, 1, 1]),
        ("Every 3 minutes x 3:\n8 Pull-Ups\nFront Squat x 5", [3, 3]),
        ("EMOM 12:\n1) 8 Pull-Ups\n2) Front Squat\n3 reps @ 80%", [6, 6]),
        ("Every 2 minutes x 5:\nPower Clean\n5x2", [5]),
        ("Alternating EMOM 10:\n8 Pull-Ups\nFront Squat\n5x3", [5, 5]),
    ],
)
def test_a_lift_without_a_number_of_sets_is_on_the_clock_above(text: str, sets: list[int]) -> None:
    """Those of the clock are its own."""
    reading = read(text)
    assert sets == [one.sets for one in reading.prescriptions]
    assert all(one.interval_seconds for one in reading.prescriptions)


def test_sets_below_a_clock_with_its_movement_on_one_line_are_not_of_that_clock() -> None:
    """The clock is complete."""
    clock, swings = (
        "Every 3 minutes perform 10 Kettlebell Swings",
        one("Kettlebell Swings", reps=10, interval_seconds=180),
    )
    exact(f"{clock}\nFront Squat\n3-3-3", swings, one("Front Squat", sets=3, reps_per_set=[3, 3, 3]))
    exact(f"{clock}\nFront Squat 5x3", swings, one("Front Squat", sets=5, reps=3))


def test_sets_below_an_unread_movement_are_not_those_of_the_movement_above_it() -> None:
    """They are unread too."""
    reading = read("Power Clean\n2 3 Front Squats and 7 Jerks 5\nSet 1: 65%\nSet 2: 70%")
    assert ["movement", "unread", "unread", "unread"] == [line.kind for line in reading.lines]


@pytest.mark.parametrize(
    ("total", "says"),
    [
        ("4 sets of 3", {}),
        ("4x3", {}),
        ("4 sets of 3 @ 70-80%", {}),
        ("3 reps every 45 sec for 4 sets", {"interval_seconds": 45}),
    ],
)
def test_sets_above_named_sets_with_loads_are_their_total(total: str, says: dict[str, Any]) -> None:
    """The named sets divide them."""
    exact(
        f"Back Squat\n{total}\nSets 1-2: 70%\nSet 3: 75%\nSet 4: 80%",
        one("Back Squat", sets=2, reps=3, percent=70, first_set=1, last_set=2, **says),
        one("Back Squat", sets=1, reps=3, percent=75, first_set=3, last_set=3, **says),
        one("Back Squat", sets=1, reps=3, percent=80, first_set=4, last_set=4, **says),
    )


def test_sets_above_named_sets_with_reps_of_their_own_are_other_sets() -> None:
    """They are done as well."""
    named = one("Back Squat", sets=1, reps=1, percent=90, first_set=4, last_set=4)
    assert [one("Back Squat", sets=3, reps=5), named] == prescribed("Back Squat\n3x5\nSet 4: 1 @ 90%")


def test_sets_before_the_first_named_set_keep_their_load() -> None:
    """Only the sets that are named have another."""
    exact(
        "Back Squat\n3x5 @ 70%\nSet 4 @ 80%",
        one("Back Squat", sets=3, reps=5, percent=70, first_set=1, last_set=3),
        one("Back Squat", sets=1, reps=5, percent=80, first_set=4, last_set=4),
    )


def test_other_sets_after_then_are_not_on_the_clock_above() -> None:
    """Only as many sets as the clock has may be on it."""
    clock = {"sets": 6, "interval_seconds": 90, "total_seconds": 540}
    exact(
        "Every 90 sec for 9 min\n2 Deadlifts\nThen\n3 x 8 RDL @ 50%",
        one("Deadlifts", reps=2, **clock),
        one("RDL", sets=3, reps=8, percent=50),
    )
    assert all(one["interval_seconds"] for one in prescribed("Every 90 sec for 9 min\n2 Deadlifts\nThen\n6 x 8 RDL"))


@pytest.mark.parametrize("line", ["Sets: 3", "Sets: 2-3 Reps: 8", "Sets: 3 Reps: 10 Tempo: 311"])
def test_a_number_after_sets_and_a_colon_is_not_the_place_of_a_set(line: str) -> None:
    """`Sets: 3` says how many."""
    assert [one("Lunge")] == prescribed(f"Lunge\n{line}")
    assert [line] == [finding.line for finding in read(f"Lunge\n{line}").findings]


def test_sets_and_a_colon_in_front_of_an_equals_sign_are_the_places_of_sets() -> None:
    """`Sets: 1-3 = 10 reps` names them."""
    exact("Lunge\nSets: 1-3 = 10 reps", one("Lunge", sets=3, first_set=1, last_set=3, reps=10))


@pytest.mark.parametrize(
    ("below", "says"),
    [
        ("Sets: 5\nReps: 3\nLoad: 80%\nRest: 2:00", {"sets": 5, "reps": 3, "percent": 80, "rest_seconds": 120}),
        ("- Reps: 8-10\n- Sets: 3\n- RPE: 8", {"sets": 3, "reps": (8, 10), "rpe_min": 8, "rpe_max": 8}),
        ("Sets = 4\nReps = 6\nTempo = 30X1", {"sets": 4, "reps": 6, "tempo": "30X1"}),
        ("5 sets\n3 reps\n80%", {"sets": 5, "reps": 3, "percent": 80}),
        ("3 reps\n5 sets", {"sets": 5, "reps": 3}),
        ("4 sets\n9 reps\n7 reps\n5 reps\n3 reps", {"sets": 4, "reps_per_set": [9, 7, 5, 3]}),
        ("Sets: 4\nReps: 6\nRest: 75", {"sets": 4, "reps": 6, "rest_seconds": 75}),
        ("Sets: 4\nReps: 6\nRest: 60-90", {"sets": 4, "reps": 6, "rest_seconds": 60, "rest_seconds_max": 90}),
        ("Sets: 4\nReps: 6\nPercent: 70", {"sets": 4, "reps": 6, "percent": 70}),
        ("Percent: 65-70\nSets: 4\nReps: 6", {"sets": 4, "reps": 6, "percent": (65, 70)}),
    ],
)
def test_sets_and_reps_on_lines_with_their_names_are_those_of_the_movement_above(
    below: str, says: dict[str, Any]
) -> None:
    """Those of the next movement are its own."""
    found = prescribed(f"Back Squat\n{below}\nRow\nSets: 2\nReps: 12")
    assert [one("Back Squat", **says), one("Row", sets=2, reps=12)] == found


@pytest.mark.parametrize(
    ("below", "known", "not_read"),
    [
        ("Sets: 4\nReps: 6\nRest: 3", {"sets": 4, "reps": 6}, ["Rest: 3"]),
        ("Load: 90/60\nSets: 4\nReps: 6\nRPE: 7", {"sets": 4, "reps": 6, "rpe_min": 7, "rpe_max": 7}, ["Load: 90/60"]),
        ("Sets: 4\nReps: as many\nRest: 90", {}, ["Sets: 4", "Reps: as many", "Rest: 90"]),
        ("Sets: 4\nReps: 6\nReps: 8", {}, ["Sets: 4", "Reps: 6", "Reps: 8"]),
        ("Sets: 4\nReps: 6\nSets: 3\nReps: 8", {}, ["Sets: 4", "Reps: 6", "Sets: 3", "Reps: 8"]),
        ("5 sets\n9 reps\n7 reps", {}, ["5 sets", "9 reps", "7 reps"]),
        ("Rounds: 4\nReps: 6", {}, ["Rounds: 4", "Reps: 6"]),
    ],
)
def test_each_line_with_a_name_that_is_not_read_is_a_finding(
    below: str, known: dict[str, Any], not_read: list[str]
) -> None:
    """Its unit is not known, or its value is not that of one set; the other lines are read without it."""
    text = f"Back Squat\n{below}"
    assert [one("Back Squat", **known)] == prescribed(text)
    assert not_read == [finding.line for finding in read(text).findings]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("AMRAP 15\n6 Pull-Ups\n12 Squats", "Sets: 9\nReps: 4"),
        ("12 Burpees", "3 sets\n7 reps"),
        ("Run 300 m", "Reps: 6\nSets: 2"),
        ("Front Squat 4x4\nWeek 2", "Sets: 5\nReps: 4"),
        ("Front Squat\nWeek 1\nSets: 4\nReps: 4\nWeek 2", "Sets: 5\nReps: 4"),
    ],
)
def test_sets_and_reps_on_lines_with_their_names_do_not_count_below_an_amount(above: str, below: str) -> None:
    """They may be a score, or the sets of another week: the amount above stays, and they are findings."""
    text = f"{above}\n{below}"
    assert prescribed(above) == prescribed(text)
    assert read(text).findings


@pytest.mark.parametrize(
    "below", ["Sets: 5\nRest: 2:00", "Score: 5\nReps: 3", "Sets: many\nReps: 3", "Sets: 5\n\nReps 3"]
)
def test_names_without_sets_and_reps_are_not_a_set(below: str) -> None:
    """They stay findings, or notes."""
    assert not any("sets" in each and "reps_min" in each for each in prescribed(f"Back Squat\n{below}"))


@pytest.mark.parametrize("mark", [" ", ": ", " = "])
def test_the_least_repetitions_of_a_set_need_no_word(mark: str) -> None:
    """The plus says that they are repetitions."""
    exact(f"Back Squat\n3x5\nLast set{mark}5+", one("Back Squat", sets=3, reps=5), one("Back Squat", reps=(5, None)))


@pytest.mark.parametrize("number", ["5", "225+", "3-5", "5 10", "1:05"])
def test_a_number_of_a_set_that_may_be_a_result_is_a_finding(number: str) -> None:
    """It has no plus, or is too high for repetitions."""
    assert "unread" in [found.rule for found in read(f"Back Squat\n3x5\nLast set: {number}").findings]


@pytest.mark.parametrize("above", ["Snatch\nEMOM 8", "EMOM 8\nSnatch", "Snatch EMOM 8"])
def test_bare_ranges_that_count_all_minutes_are_their_sets(above: str) -> None:
    """The interval is that of each set."""
    clock = {"interval_seconds": 60, "total_seconds": 480}
    exact(
        f"{above}\n1-4: 2 reps @ 70%\n5–7: 1 rep @ 77%\n8: 1 @ 82-85%",
        one("Snatch", sets=4, first_set=1, last_set=4, reps=2, percent=70, **clock),
        one("Snatch", sets=3, first_set=5, last_set=7, reps=1, percent=77, **clock),
        one("Snatch", sets=1, first_set=8, last_set=8, reps=1, percent=(82, 85), **clock),
    )


def test_bare_ranges_that_count_all_sets_divide_them() -> None:
    """The repetitions may be those of the line above, and the movements their own."""
    exact(
        "Back Squat 5x5\n1-2: 70%\n3-5: 75%",
        one("Back Squat", sets=2, first_set=1, last_set=2, reps=5, percent=70),
        one("Back Squat", sets=3, first_set=3, last_set=5, reps=5, percent=75),
    )
    clock = {"interval_seconds": 120, "total_seconds": 960}
    exact(
        "Every 2:00 x 8\n1-4: 2 Snatch @ 70%\n5-8: 2 Clean @ 75%",
        one("Snatch", sets=4, first_set=1, last_set=4, reps=2, percent=70, **clock),
        one("Clean", sets=4, first_set=5, last_set=8, reps=2, percent=75, **clock),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Snatch EMOM 8\n1-4: 2 reps @ 70%\n5-7: 1 rep @ 77%",
        "Snatch EMOM 8\n1-4: 2 reps @ 70%\n4-8: 1 rep @ 77%",
        "Snatch EMOM 8\n1-4: 2 reps @ 70%\n5-8: 1 rep @ 77%\n9-12: 1 rep @ 80%",
        "Snatch EMOM 8\n2-4: 2 reps @ 70%\n5-8: 1 rep @ 77%",
        "Snatch EMOM 8\n1-4: 2 reps @ 70%\n5-4: 1 rep @ 77%\n5-8: 1 rep @ 80%",
        "Snatch EMOM 8\n1-8: 2 reps @ 70%",
        "EMOM 8\nSnatch\nClean\n1-4: 2 reps @ 70%\n5-8: 1 rep @ 77%",
        "Snatch\n1-4: 2 reps @ 70%\n5-8: 1 rep @ 77%",
    ],
)
def test_bare_ranges_that_do_not_count_all_sets_are_findings(text: str) -> None:
    """They may be sets, weeks or repetitions."""
    reading = read(text)
    lines = [finding.line for finding in reading.findings if finding.rule == "unread"]
    assert [line for line in text.split("\n") if "@" in line] == lines
    assert all(one.percent_min is None for one in reading.prescriptions)


@pytest.mark.parametrize(
    "heading",
    [
        "Front Squat, two sets of:",
        "Front Squat – 2 sets of:",
        "Front Squat, two waves of:",
        "Front Squat\nTwo waves of:",
    ],
)
def test_sets_behind_a_lift_are_those_of_each_row_below(heading: str) -> None:
    """Also if they are called waves."""
    exact(
        f"{heading}\n3 @ 75%\n1 @ 85%",
        one("Front Squat", sets=2, reps=3, percent=75),
        one("Front Squat", sets=2, reps=1, percent=85),
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Strength, 2 sets of:",
        "After the Back Squat, 2 sets of:",
        "Back Squat warm-up, 2 sets of:",
        "Squat and Bench, 2 sets of:",
        "Press – 2 sets of:",
        "Front Squat, two sets of:",
        "A. Snatch, 2 sets:",
        "Clean & Jerk – 2 sets of:",
    ],
)
def test_words_in_front_of_the_sets_of_other_movements_are_no_work(heading: str) -> None:
    """They are a title, also if it is the name of a lift."""
    exact(f"{heading}\n5 Dips\n8 Rows", one("Dips", sets=2, reps=5), one("Rows", sets=2, reps=8))


@pytest.mark.parametrize(
    ("heading", "work"),
    [
        ("Snatch, 4 sets of:", "2 Hang Snatch + 1 Overhead Squat"),
        ("Clean & Jerk – 4 sets:", "1 Power Clean + 1 Jerk"),
        ("Jerk, 4 sets of:", "2 Push Press + 1 Jerk"),
        ("Snatch Balance – four sets of:", "1 Drop Snatch + 1 Snatch Balance"),
    ],
)
def test_a_lift_in_front_of_the_sets_of_a_complex_is_its_title(heading: str, work: str) -> None:
    """It has no row of its own."""
    [complex_] = read(f"{heading}\n{work}").prescriptions
    assert (work, 4) == (complex_.movement, complex_.sets)


def test_sets_behind_a_lift_may_be_above_its_shorter_name_and_other_work() -> None:
    """A row without a name is of the lift, and so is the only row with a shorter one."""
    front_squat = one("Front Squat", sets=3, reps=5, percent=70)
    exact("Front Squat, 3 sets of:\n5 Squats @ 70%", front_squat)
    exact("Front Squat, 3 sets of:\n5 @ 70%\n8 Burpees", front_squat, one("Burpees", sets=3, reps=8))


@pytest.mark.parametrize("heading", ["Back Squat, 3 waves of:", "Back Squat, 2 waves of:", "Back Squat\n3 waves of:"])
@pytest.mark.parametrize("sets", ["3-2-1", "5-3-1 @ 70-75-80%", "3x1 @ 80%"])
def test_sets_below_waves_are_a_finding(heading: str, sets: str) -> None:
    """They may be those of one wave, or of all."""
    reading = read(f"{heading}\n{sets}")
    assert [] == reading.prescriptions
    assert sets in [finding.line for finding in reading.findings]


def test_a_list_below_as_many_sets_is_one_of_their_repetitions() -> None:
    """No wave is named."""
    exact("Back Squat\n3 sets:\n5-3-1", one("Back Squat", sets=3, reps_per_set=[5, 3, 1]))


def test_sets_behind_a_lift_below_other_rounds_are_a_finding() -> None:
    """The lift may be inside the rounds."""
    found = read("4 rounds\nRow 500 m\nFront Squat, 3 sets of:\n5 @ 70%")
    assert ["Row"] == [asks.movement for asks in found.prescriptions]
    assert found.findings


@pytest.mark.parametrize("line", ["Snatch, 3 waves of 3-2-1 @ 75-80-85%", "3 waves of 10 Burpees", "2 waves of nausea"])
def test_other_words_about_waves_prescribe_nothing(line: str) -> None:
    """They are not read in part."""
    assert [] == prescribed(line)
    assert read(line).findings


@pytest.mark.parametrize(
    "rows", [["Set 1: 62%", "Set 2: 65%", "Sets 3-4: 70%"], ["*Set 1 = @ 62%", "*Set 2 = @ 65%", "*Sets 3-4 = @ 70%"]]
)
@pytest.mark.parametrize("scheme", ["On the 1:30 x 4 sets:", "4 sets:", "Every 90 seconds for 6 minutes:"])
def test_the_loads_of_sets_below_several_lifts_are_those_of_each_lift(scheme: str, rows: list[str]) -> None:
    """The lifts are done in turn in each set: a complex on several lines."""
    text = "\n".join([scheme, "2 Power Snatches", "1 Hang Snatch", *rows])
    expected = [
        (name, reps, sets, percent)
        for name, reps in (("Power Snatches", 2), ("Hang Snatch", 1))
        for sets, percent in ((1, 62), (1, 65), (2, 70))
    ]
    reading = read(text)
    assert expected == [(asks.movement, asks.reps_min, asks.sets, asks.percent_min) for asks in reading.prescriptions]
    assert [] == reading.findings


def test_the_loads_of_sets_are_those_of_the_only_lift_of_a_list() -> None:
    """The other movements are done without a weight."""
    text = "2 rounds:\nRun 400 m\n10 Deadlifts\n10 Burpees\nRound 1: 60 kg\nRound 2: 80 kg"
    exact(
        text,
        one("Run", sets=2, m=400),
        one("Deadlifts", sets=1, first_set=1, last_set=1, reps=10, kg=60),
        one("Deadlifts", sets=1, first_set=2, last_set=2, reps=10, kg=80),
        one("Burpees", sets=2, reps=10),
    )


@pytest.mark.parametrize(
    "text",
    [
        "2 Power Snatches\n1 Hang Snatch\nSet 1: 62%",
        "4 sets:\n10 Power Snatches\n10 Hang Snatches\nSets 1-4: 62%",
        "4 sets:\n3 Power Snatches\n5 DB Rows\nSets 1-4: 62%",
        "4 sets:\n3 Power Snatches\n5 Bench Presses\nSets 1-4: 62 kg",
        "4 sets:\n3 Power Snatches\n5 Box Jumps\nSets 1-4: 20 in",
        "EMOM 8, alternating:\n2 Power Snatches\n1 Hang Snatch\nSets 1-4: 62%",
        "4 sets:\n2 Power Snatches\n1 Hang Snatch\nSet 3: 62%\nSet 4: 65%",
        "4 sets:\n2 Power Snatches\n1 Hang Snatch @ 60%\nSet 1: 62%",
        "4 sets:\n2 Power Snatches\n1 Hang Snatch\nSet 1: 2 reps @ 62%",
    ],
)
def test_the_load_of_a_set_that_may_be_of_one_lift_is_a_finding(text: str) -> None:
    """No scheme has the sets, the lifts take turns, or a line says more."""
    reading = read(text)
    assert {None, 60} >= {asks.percent_min for asks in reading.prescriptions if asks.movement == "Power Snatches"}
    assert "sets" in {finding.rule for finding in reading.findings}
