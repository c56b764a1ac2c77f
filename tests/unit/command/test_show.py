"""The output of sessions and figures."""

import io
import re
from datetime import date
from typing import Any

import pytest
from rich.console import Console, RenderableType

from tests.e2e.posts import raw, week_post
from tests.figures import ask, load, record, reps
from wod.blog import load_blog
from wod.figures.week import aggregate_week
from wod.site.edits import Change
from wod.week_file import read_week, typed_records
from wod.weeks import week_starting
from wod_cli.commands.parse import silver_records
from wod_cli.terminal.figures_table import figures_table
from wod_cli.terminal.session_page import session_page, week_table

MONDAY = date(2018, 3, 5)
SQUATS = ["A.", "Every 2 minutes, for 10 minutes (5 sets):", "Back Squat x 5 reps @ 70% of 1-RM Back Squat"]
DAYS = {
    "Monday": ["Row x 500 meters", *SQUATS, "B.", "Three sets of:", "Ring Rows x 8-10 reps", "Rest as needed"],
    "Tuesday (Rest Day)": ["Go for a walk."],
}


def records(days: dict[str, list[str]]) -> list[dict[str, Any]]:
    return read_week(silver_records(raw(week_post(MONDAY, days)), load_blog("invictus")))


def rows(shown: RenderableType) -> list[list[str]]:
    """The cells of each line of a table."""
    console = Console(file=io.StringIO(), width=200)
    console.print(shown)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return [[cell.strip() for cell in line.split("│")[1:-1]] for line in lines if line.startswith("│")]


def test_a_week_shows_what_is_lifted() -> None:
    """A line that only introduces is followed by the next one, and an ellipsis is where more follows."""
    shown = [cells[-1] for cells in rows(week_table(records(DAYS)))]
    assert [
        "Warm-up: Row x 500 meters",
        "A. Every 2 minutes, for 10 minutes (5 sets): Back Squat x 5 reps @ 70% of 1-RM Back Squat",
        "B. Three sets of: Ring Rows x 8-10 reps …",
    ] == shown[:3]


@pytest.mark.parametrize("show", [lambda record: week_table([record]), session_page])
def test_the_text_of_a_rest_day_is_not_a_warm_up(show: Any) -> None:
    """The text of a day without segments has no heading."""
    rest_day = records(DAYS)[1]
    text = " ".join(cell for cells in rows(show(rest_day)) for cell in cells)
    assert "Go for a walk." in text
    assert "Warm-up" not in text


def test_the_volume_of_a_week_is_shown_by_lift() -> None:
    """Sets, repetitions as a range, mean and top percent, minutes and tests; a dash if the post states nothing."""
    figures = aggregate_week(
        week_starting(MONDAY), typed_records(records(DAYS)), None, {}, "silver/sessions/k.jsonl", load_blog("invictus")
    )
    shown = rows(figures_table(figures))
    assert ["the week", "8", "49-55", "70.0", "70.0", "10.0", "0"] in shown
    assert ["Back Squat", "5", "25", "70.0", "70.0", "10.0", "0"] in shown
    assert ["no lift known", "3", "24-30", "-", "-", "-", "0"] in shown


def page(record: dict[str, Any], **given: Any) -> list[str]:
    """The lines of the page of a session, its title first."""
    console = Console(width=100)
    with console.capture() as capture:
        console.print(session_page(record, **given))
    title, *lines = [line.strip("╭─╮│╰╯ ") for line in capture.get().splitlines()]
    return [title, *filter(None, lines)]


DAY = "2021-06-07"


@pytest.mark.parametrize(
    ("session", "fields", "shown"),
    [
        ("Monday", {}, "Monday"),
        ("Monday", {"level": "Fitness"}, "Monday · Fitness"),
        ("Monday – Fitness", {"level": "Fitness", "counted": False}, "Monday – Fitness · not in the week's figures"),
        ("Session Two", {"optional": True}, "Session Two · optional"),
        ("Session Two (Optional)", {"optional": True}, "Session Two (Optional)"),
    ],
)
def test_a_heading_says_the_level_and_what_is_optional(session: str, fields: dict[str, Any], shown: str) -> None:
    """Each once: the heading of the post is not repeated."""
    found = record(DAY, session=session, **fields)
    assert f"Monday 7 June 2021 · {shown}" == page(found)[0]
    assert [DAY, shown] == rows(week_table([found]))[0][:2]


def test_a_part_has_its_title_after_its_letter() -> None:
    """A title that begins with the letter stands alone, and a part without one has its letter."""
    segments: dict[str, Any] = dict.fromkeys([f"segment_{letter}" for letter in "abcd"], "Row")
    titles = {"a": "Strength", "b": "B) Snatch", "d": "Conditioning"}
    found = record(DAY, warm_up="", segment_titles=titles, **segments)
    assert ["A · Strength", "Row", "B) Snatch", "Row", "C", "Row", "D · Conditioning", "Row"] == page(found)[1:]


def test_a_reading_is_below_its_line() -> None:
    """With `readings` pairs, ranges, open percents and loads in words are shown as they were understood."""
    lines = ["Row", "Bike", "Wall Ball", "Snatch", "Sled", "Back Squat"]
    nothing = reps(None, None)
    found = record(
        DAY,
        ask("Row", line=0, **nothing, distance=400, distance_women=350, distance_unit="m"),
        ask("Bike Erg", line=1, **nothing, sets=2, calories_min=24, calories_max=24, calories_women=18),
        ask("Wall Ball", line=2, **reps(18, 18), reps_women=14, weight=20, weight_women=14, weight_unit="lb"),
        ask("Snatch", line=3, **reps(2, 3), percent_max=70, percent_of="Snatch", percent_of_rep_max=1),
        ask("Sled Push", line=4, **nothing, distance=20, distance_max=25, distance_unit="m", load_text="+5 lb"),
        ask("Back Squat", line=5, **load(101, None), rest_seconds=90),
        ask("Back Squat", line=5, sets=3, sets_max=4, weight=60, weight_max=70, weight_unit="kg"),
        warm_up="",
        segment_a="\n".join(lines),
    )
    assert ["A", *lines] == page(found)[1:]
    read = [line.removeprefix("= ").partition(": ")[2] for line in page(found, readings=True) if line.startswith("= ")]
    assert [
        "1 x 400/350 m",
        "2 x 24/18 cal",
        "1 x 18/14 @ 20/14 lb",
        "1 x 2-3 @ up to 70% of 1-RM Snatch",
        "1 x 20-25 m @ “+5 lb”",
        "1 x 1 @ 101%+, rest 1:30",
        "3-4 x 1 @ 60-70 kg",
    ] == read
    assert ["A", "Row", "= Rowing: 1 x 400/350 m", "Bike"] == page(found, readings=True)[1:5]


def test_a_session_of_an_earlier_version_has_its_page_too() -> None:
    """Sessions and prescriptions without the fields of today are shown, with what they have."""
    snatch = {name: value for name, value in ask(text="Snatch", **load(70)).items() if not name.endswith("_women")}
    for name in ("line", "load_text", "distance_max", "weight_max"):
        del snatch[name]
    found = record(DAY, snatch, warm_up="", segment_a="Snatch")
    assert ["A", "Snatch", "= Snatch: 1 x 1 @ 70%"] == page(found, readings=True)[1:]


def test_struck_out_texts_and_pictures_are_shown_apart() -> None:
    """A day that is only a picture is not an empty page."""
    found = record(DAY, warm_up="", struck_out=["@ 75%"], pictures=["The board", ""])
    assert ["Struck out", "@ 75%", "Pictures", "The board", "a picture without a description"] == page(found)[1:]


def test_a_change_by_the_coach_is_below_its_line() -> None:
    """It shows the text from before, in the warm-up as well; a new line says so, and removed text is shown apart."""
    found = record(DAY, warm_up="Run\nRow", segment_a="Snatch x 2\nRest")
    changes = [
        Change(segment="heading", line=0, text="Monday", before="Sunday", when="2021-06-06T12:00:00"),
        Change(segment="", line=1, text="Row", before="Bike", when="2021-06-06T12:00:00"),
        Change(segment="a", line=0, text="Snatch x 2", before="Snatch x 3", when="2021-06-06T12:00:00"),
        Change(segment="a", line=1, text="Rest", before="", when="2021-06-06T12:00:00"),
        Change(segment="a", line=-1, text="", before="Jerk x 1", when="2021-06-06T12:00:00"),
    ]
    shown = [
        re.sub(r"changed \w+ \d+ \w+ \d\d:00 [+\w]+", "changed then", line) for line in page(found, changes=changes)[1:]
    ]
    assert [
        "┆ changed then, was: Sunday",
        *["Warm-up", "Run", "Row", "┆ changed then, was: Bike"],
        *["A", "Snatch x 2", "┆ changed then, was: Snatch x 3", "Rest", "┆ changed then, new"],
        *["Taken out", "Jerk x 1  ┆ changed then"],
    ] == shown
