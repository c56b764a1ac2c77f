"""A session as a whiteboard."""

import pytest

from tests.notation import BLOG
from tests.sites import session_of
from wod.site.board import Block, Board, Edit, Written, board_of
from wod.site.schemes import Clock
from wod.site.videos import is_safe
from wod.site.words import words_of


def board(*lines: str, heading: str = "Monday") -> Board:
    return board_of(session_of(*lines, heading=heading), BLOG, {}, [])


def blocks(*lines: str) -> list[Block]:
    return [item for segment in board(*lines).segments for item in segment.items if isinstance(item, Block)]


def narrow(text: str) -> str:
    """The text with common spaces for those that keep numbers and units together."""
    return text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("lines", "scheme", "clock"),
    [
        (
            ["Every 2 minutes, for 16 minutes (8 sets):", "Snatch x 2 reps @ 70%"],
            "every 2:00 × 8",
            Clock("every", 120, rounds=8),
        ),
        (
            ["Every minute, on the minute, for 10 minutes (10 sets):", "Clean x 1 rep"],
            "every 1:00 × 10",
            Clock("every", 60, rounds=10),
        ),
        (["In 20 minutes, establish a 1-RM Back Squat"], "in 20:00", Clock("down", 1200)),
        (
            ["Tabata Sit-Ups:", "20 seconds on", "10 seconds off", "For 8 rounds"],
            "0:20 on, 0:10 off × 8",
            Clock("work and rest", 20, 10, 8),
        ),
        (
            ["Three sets of:", "Ring Rows x 12 reps", "Hollow Hold x 30 seconds", "Rest 90 seconds"],
            "3 sets, rest 1:30",
            Clock("rest", rest=90, rounds=3),
        ),
        (["AMRAP 9:", "5 Pull-Ups", "10 Push-Ups"], "AMRAP 9:00", Clock("down", 540)),
        (["3 rounds for time:", "Run 400 meters", "12 Pull-Ups"], "3 rounds for time", Clock("up")),
        (["One set of:", "Farmer Carry x 200 meters"], "", None),
        (
            ["3-4 sets of:", "Ring Rows x 12 reps", "Hollow Hold x 30 seconds", "Rest 60-90 seconds"],
            "3–4 sets, rest 1:00–1:30",
            Clock("rest", rest=60, rounds=3),
        ),
        (["Two sets of:", "Ring Rows x 12 reps", "Hollow Hold x 30 seconds"], "2 sets", None),
        (["One set of:", "Ring Rows x 12 reps", "Hollow Hold x 30 seconds"], "", None),
        (
            ["Three sets of:", "Snatch x 2 reps", "Rest 60 seconds", "Front Squat x 5 reps", "Rest 90 seconds"],
            "3 sets, rest 1:00 / 1:30",
            None,
        ),
        (["Five sets of:", "Back Squat x 5 reps", "Rest 2 minutes"], "rest 2:00", Clock("rest", rest=120, rounds=5)),
        (["3 sets of:", "Front Squat", "*Sets 1-2 = 3 reps @ 70%", "*Set 3 = 2 reps @ 80%"], "", None),
        (
            ["Clean & Jerk", "2 x 3 @ 70%", "2 x 2 @ 78%", "3 x 1 @ 84%", "Rest 2 minutes between sets"],
            "7 sets, rest 2:00",
            Clock("rest", rest=120, rounds=7),
        ),
        (["Front Squat", "1x5 @ 70%, 2x3 @ 80%"], "3 sets", None),
        (
            ["3 sets of:", "Run 400 meters", "Run 200 meters", "Rest 2 minutes"],
            "3 sets, rest 2:00",
            Clock("rest", rest=120, rounds=3),
        ),
        (["Ring Rows 3x10", "Ring Dips 2x8"], "", None),
        (["2 rounds for time:", "Run 400 meters", "12 Pull-Ups"], "2 rounds for time", Clock("up")),
        (["For time:", "Run 400 meters", "12 Pull-Ups"], "for time", Clock("up")),
        (["21-15-9 for time:", "Thrusters", "Pull-Ups"], "for time", Clock("up")),
    ],
)
def test_a_scheme_is_a_clock(lines: list[str], scheme: str, clock: Clock | None) -> None:
    """The rhythm of a block is said in few characters, and counted by a clock if there is something to count."""
    block = blocks("A.", *lines)[0]
    assert (scheme, clock) == (block.scheme, block.clock)


def test_what_is_said_of_all_movements_of_a_block_is_shown_once() -> None:
    """A time cap is not a load of each movement: it stands below the rhythm."""
    [block] = blocks("A.", "For time (12 minute cap):", "21 Thrusters", "21 Pull-Ups")
    assert "12 minute cap" == block.remark
    assert [[], []] == [row.notes for movement in block.movements for row in movement.rows]


def test_what_is_said_of_one_movement_is_shown_with_it() -> None:
    """A cap of one movement is not one of all."""
    [block] = blocks("A.", "3 rounds for time:", "10 Back Squats (10 min cap)", "12 Pull-Ups")
    assert ("", [["10 min cap"], []]) == (block.remark, [movement.rows[0].notes for movement in block.movements])


def test_a_ladder_of_sets_is_rows() -> None:
    """Each set line is a row with its sets, its reps and its percent."""
    block = blocks(
        "A.",
        "Every 2 minutes, for 14 minutes (7 sets):",
        "Slow Pull Power Snatch",
        "*Sets 1-2 = 2 reps @ 75% of 1-RM Power Snatch",
        "*Sets 3-4 = 2 reps @ 80-82% of 1-RM Power Snatch",
        "*Sets 5-7 = 1 rep @ 85% of 1-RM Power Snatch",
    )[0]
    assert ["Slow Pull Power Snatch"] == [movement.name for movement in block.movements]
    rows = [[row.sets, row.amount, row.percent] for row in block.movements[0].rows]
    assert [
        ["1–2", "2 reps", "75 %"],
        ["3–4", "2 reps", "80–82 %"],
        ["5–7", "1 rep", "85 %"],
    ] == [[narrow(cell) for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("line", "sets", "amount", "weight"),
    [
        ("Back Squat 5x5 @ 75%", "5 ×", "5 reps", ""),
        ("Back Squat 1x5 @ 75%", "", "5 reps", ""),
        ("Plank x 40 seconds", "", "0:40", ""),
        ("Side Plank x 40 seconds each side", "", "0:40 each side", ""),
        ("Row 400/350 meters", "", "400/350 m", ""),
        ("Thrusters x 12 reps @ 95/65 lb", "", "12 reps", "95/65 lb"),
        ("Snatch 3 x 1.1.1 @ 100 kg", "3 ×", "1.1.1 reps", "100 kg"),
        ("Clean & Jerk 3 x (2+1) @ 80 kg", "3 ×", "2+1 reps", "80 kg"),
    ],
)
def test_a_row_says_what_one_set_is(line: str, sets: str, amount: str, weight: str) -> None:
    """Repetitions, time, distance or calories, and a weight as it is stated; both amounts of a pair."""
    row = blocks("A.", line)[0].movements[0].rows[0]
    assert [sets, amount, weight] == [narrow(row.sets), narrow(row.amount), narrow(row.weight)]


def test_the_notes_of_a_row_have_the_rest_of_the_load() -> None:
    """Effort, tempo and most repetitions, each only if the post states it."""
    lines = ["A.", "Back Squat 5x3 @ RPE 8, tempo 30X1", "B.", "Front Squat 5x3 @ 75%", "C.", "Max Push-Ups"]
    notes = [block.movements[0].rows[0].notes for block in blocks(*lines)]
    assert [["RPE 8", "tempo 30X1"], [], ["as many as possible"]] == notes


def test_a_percent_that_is_only_a_limit_says_so() -> None:
    """The post states no lower end."""
    assert "up to 70 %" == narrow(blocks("A.", "Snatch x 2 reps @ up to 70%")[0].movements[0].rows[0].percent)


def test_both_amounts_of_a_pair_are_there() -> None:
    """The lifter's settings say which of the two the page shows."""
    row = blocks("A.", "Row 400/350 meters")[0].movements[0].rows[0]
    assert row.pair
    assert ["400 m", "350 m"] == [narrow(amount) for amount in row.pair]


def test_an_unread_line_is_shown_as_written() -> None:
    """It stays in its place, and is marked; a note is not marked."""
    items = board("A.", "Back Squat x 5 reps @ 70%", "Snatch 7 zz 3 @@ 80", "Keep your chest up.").segments[0].items
    written = [item for item in items if isinstance(item, Written)]
    assert [("Snatch 7 zz 3 @@ 80", True), ("Keep your chest up.", False)] == [
        (one.text, one.doubtful) for one in written
    ]


def test_only_a_line_that_may_be_misunderstood_is_marked() -> None:
    """A note that looks like training is; a movement that the catalogue lacks is read all the same."""
    lines = ["Snork Press 3x5", "110 kg for a brutal set of 3, if you dare", "Keep your chest up."]
    marks = {line.text: line.doubtful for line in board("A.", *lines).segments[0].lines}
    assert dict(zip(lines, [False, True, False], strict=True)) == marks


def test_a_rest_without_a_time_is_shown_as_written() -> None:
    """A clock counts no rest that is not stated."""
    items = board("A.", "Four sets of:", "Box Step-Ups x 10 reps", "Rest as needed").segments[0].items
    assert ["Rest as needed"] == [item.text for item in items if isinstance(item, Written)]


def test_all_lines_of_the_coach_are_there() -> None:
    """After each segment its lines are as they were written."""
    lines = ["Every 2 minutes, for 10 minutes (5 sets):", "Back Squat x 5 reps @ 70%", "Stay tight."]
    assert lines == [line.text for line in board("A.", *lines).segments[0].lines]


def test_a_change_is_shown_beside_its_row() -> None:
    """An edit belongs to the current line."""
    record = session_of("A.", "Back Squat x 5 reps @ 70%")
    edit = Edit("Back Squat x 5 reps @ 77%", "2021-03-09T18:10:00")
    made = board_of(record, BLOG, {("a", 0): edit}, [])
    block = made.segments[0].items[0]
    assert isinstance(block, Block)
    assert edit == block.movements[0].rows[0].edit
    assert made.edited


def test_a_change_of_the_warm_up_is_beside_its_line() -> None:
    """The warm-up has no letter, and its lines are marked like any other."""
    record = session_of("Row x 400 meters", "Air Squats x 10", "A.", "Back Squat x 5 reps @ 70%")
    edit = Edit("Row x 500 meters", "2021-03-09T18:10:00")
    made = board_of(record, BLOG, {("", 0): edit}, [])
    assert [("Row x 400 meters", edit), ("Air Squats x 10", None)] == [(line.text, line.edit) for line in made.warm_up]
    assert made.edited


def test_a_video_is_at_its_movement() -> None:
    """A link is beside the movement that it names, one for each part of a complex; any other is at the end."""
    made = board(
        "A.",
        '(<a href="https://v.example/s">Snatch</a> + <a href="https://v.example/h">Hip Snatch</a>) x 1 rep',
        'Read <a href="https://v.example/more">more about it</a>.',
    )
    block = made.segments[0].items[0]
    assert isinstance(block, Block)
    assert ["https://v.example/s", "https://v.example/h"] == [video.url for video in block.movements[0].videos]
    assert ["https://v.example/more"] == [link.url for link in made.links]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/path",
        "/relative",
        "https://",
        "ftp://h/x",
        "https://u@h/",
        "https://[x",
    ],
)
def test_only_web_addresses_are_links(url: str) -> None:
    """Another scheme, no host, or credentials in the address: none of these can be followed."""
    assert not is_safe(url)


@pytest.mark.parametrize(
    ("language", "heading", "name"),
    [
        ("en", "Monday (Session One)", "Session One"),
        ("en", "Monday – Fitness", "Fitness"),
        ("en", "Monday", ""),
        ("en", "Rest Day", "Rest Day"),
        ("es", "Lunes, 11 de marzo de 2024", ""),
        ("es", "Miércoles - Sesión 2", "Sesión 2"),
    ],
)
def test_a_heading_does_not_say_its_day_twice(language: str, heading: str, name: str) -> None:
    """The page says the day itself; the rest of the heading is the name of the session."""
    assert name == words_of(language).without_day(heading)
