"""What a person sees of sessions and figures."""

import io
from datetime import date
from typing import Any

import pytest
from rich.console import Console, RenderableType

from tests.e2e.posts import raw, week_post
from wod.gold import aggregate_week
from wod.reading.dates import week_starting
from wod.week_file import read_week
from wod_cli.parse import silver_records
from wod_cli.show import figures_table, session_page, week_table

MONDAY = date(2018, 3, 5)
SQUATS = ["A.", "Every 2 minutes, for 10 minutes (5 sets):", "Back Squat x 5 reps @ 70% of 1-RM Back Squat"]
DAYS = {
    "Monday": ["Row x 500 meters", *SQUATS, "B.", "Three sets of:", "Ring Rows x 8-10 reps", "Rest as needed"],
    "Tuesday (Rest Day)": ["Go for a walk."],
}


def records(days: dict[str, list[str]]) -> list[dict[str, Any]]:
    return read_week(silver_records(raw(week_post(MONDAY, days))))


def rows(shown: RenderableType) -> list[list[str]]:
    """The cells of each line of a table."""
    console = Console(file=io.StringIO(), width=200)
    console.print(shown)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return [[cell.strip() for cell in line.split("│")[1:-1]] for line in lines if line.startswith("│")]


def test_a_week_shows_what_is_lifted() -> None:
    """A line that only introduces is followed by the next one, and an ellipsis stands where more follows."""
    shown = [cells[-1] for cells in rows(week_table(records(DAYS)))]
    assert [
        "Warm-up: Row x 500 meters",
        "A. Every 2 minutes, for 10 minutes (5 sets): Back Squat x 5 reps @ 70% of 1-RM Back Squat",
        "B. Three sets of: Ring Rows x 8-10 reps …",
    ] == shown[:3]


@pytest.mark.parametrize("show", [lambda record: week_table([record]), session_page])
def test_what_a_rest_day_says_is_no_warm_up(show: Any) -> None:
    """The text of a day without segments has no heading."""
    rest_day = records(DAYS)[1]
    text = " ".join(cell for cells in rows(show(rest_day)) for cell in cells)
    assert "Go for a walk." in text
    assert "Warm-up" not in text


def test_the_volume_of_a_week_is_shown_by_lift() -> None:
    """Sets, repetitions as a range, mean and top percent, minutes and tests; a dash where the post states nothing."""
    figures = aggregate_week(week_starting(MONDAY), records(DAYS), None, {}, "silver/sessions/2018/week_10.jsonl")
    shown = rows(figures_table(figures))
    assert ["the week", "8", "49-55", "70.0", "70.0", "10.0", "0"] in shown
    assert ["Back Squat", "5", "25", "70.0", "70.0", "10.0", "0"] in shown
    assert ["no lift known", "3", "24-30", "-", "-", "-", "0"] in shown
