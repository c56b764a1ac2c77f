"""A lift over the years, and sessions as files for other programs."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.figures import ask, attempt, load, record, reps
from tests.notation import BLOG
from wod.models import Prescription
from wod_cli.commands.export import csv_of, rows_of
from wod_cli.commands.history import HistoryRow, dots, history_of
from wod_cli.lakehouse.parquet import parquet

CSV_OF_NOTHING = [*["date", "session", "level", "counted", "optional"], *Prescription.__struct_fields__]


def row(day: str, percent: float, times: int | None) -> HistoryRow:
    return HistoryRow(day, "Monday", "Snatch", 1, times, percent, percent, None)


def test_the_history_of_a_lift_is_all_that_is_of_it() -> None:
    """It has all percents of the lift, its sets without percents and its tests, and nothing of other lifts."""
    sessions = [
        record(
            "2021-03-08",
            ask("Hang Snatch", **load(70, 75), sets=3),
            ask("Back Squat", **load(80)),
            ask("Snatch Pull", **load(101, None), percent_of="Snatch"),
            ask("Front Squat", **load(60), percent_of="Clean & Jerk"),
        ),
        record("2021-03-09", attempt("Snatch")),
    ]
    assert [
        HistoryRow("2021-03-08", "Session", "Hang Snatch", 3, 1, 70, 75, None),
        HistoryRow("2021-03-08", "Session", "Snatch Pull", 1, 1, 101, None, None),
        HistoryRow("2021-03-09", "Session", "Snatch", None, None, None, None, 1),
    ] == list(history_of("Snatch", sessions, BLOG))
    assert ["Front Squat"] == [one.movement for one in history_of("Clean & Jerk", sessions, BLOG)]


def test_the_plot_has_a_dot_for_each_set_by_date_and_percent() -> None:
    """The dot is the number of repetitions; percents are at the left, dates below, earlier ones first."""
    shown = dots([row("2020-01-01", 60, 3), row("2021-01-01", 90, 1), row("2020-07-02", 75, 12)], 60).plain
    lines = shown.splitlines()
    assert lines[0].startswith("90 % │")
    assert lines[0].endswith("1")
    assert "60 % │3" == lines[15]
    (middle,) = (line for line in lines if "+" in line)
    assert 25 < middle.index("+") < 40
    assert ["2020-01-01", "2021-01-01"] == lines[-1].split()
    assert all(len(line) <= 60 for line in lines)


def test_of_sets_at_one_place_the_hardest_is_shown() -> None:
    """The fewest repetitions; a point if none are stated; and one day alone is a plot too."""
    shown = dots([row("2020-01-01", 60, 3), row("2020-01-01", 60, 2), row("2020-01-01", 70, None)], 40).plain
    assert "│2" in shown
    assert "│·" in shown
    assert "3" not in shown.replace("2020", "")


SESSIONS = [
    record(
        "2021-03-08",
        ask("Snatch + Hang Snatch", ("Snatch", 1), ("Hang Snatch", 1), **load(72.5), text="=1+1"),
        ask("Rowing", **reps(None, None), distance=400, distance_women=350, distance_unit="m"),
        level="Oro",
    ),
    record("2021-03-10", session="Rest Day"),
]


def test_a_row_is_a_prescription_with_its_session() -> None:
    """Every row has every field, in the same order; a session that prescribes nothing has no row."""
    rows = rows_of(SESSIONS)
    assert [("2021-03-08", "Session", "Oro")] * 2 == [(row["date"], row["session"], row["level"]) for row in rows]
    assert [72.5, None] == [row["percent_min"] for row in rows]
    old: dict[str, Any] = {**SESSIONS[0], "prescriptions": [{"movement": "Snatch", "text": "Snatch"}]}
    assert [*rows[0]] == [*rows_of([old])[0]] == CSV_OF_NOTHING


def test_csv_is_read_as_a_table() -> None:
    """Lists are JSON; text that a spreadsheet would evaluate stays text; a missing value is empty."""
    rows = list(csv.DictReader(io.StringIO(csv_of(SESSIONS).decode())))
    assert ["72.5", ""] == [row["percent_min"] for row in rows]
    assert [["Snatch", "Hang Snatch"]] == [[part["movement"] for part in json.loads(rows[0]["complex"])]]
    assert "'=1+1" == rows[0]["text"]


@pytest.mark.parametrize("records", [SESSIONS, SESSIONS[:0]])
def test_parquet_has_the_types_of_the_shape(records: list[dict[str, Any]], tmp_path: Path) -> None:
    """Dates are dates, lists are lists; and without rows the columns are the same."""
    file = tmp_path / "rows.parquet"
    file.write_bytes(parquet(rows_of(records)))
    table = duckdb.read_parquet(str(file))
    assert CSV_OF_NOTHING == table.columns
    types = dict(zip(table.columns, map(str, table.types), strict=True))
    assert ["DATE", "DOUBLE", "BIGINT", "BOOLEAN", "BIGINT[]"] == [
        types[name] for name in ("date", "percent_min", "sets", "each_side", "reps_per_set")
    ]
    assert [(row["text"], row["distance_women"], row["complex"]) for row in rows_of(records)] == table.project(
        "text, distance_women, complex"
    ).fetchall()
