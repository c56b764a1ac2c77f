"""The output of `wod lines` for each line of a post."""

from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.e2e.posts import raw, week_post
from tests.figures import MONDAY, ask, finding, record
from tests.figures import lines as kinds_of
from wod.blog import load_blog
from wod_cli.commands import lines
from wod_cli.main import app

from .test_show import MONDAY as A_MONDAY


def rows_of(monkeypatch: pytest.MonkeyPatch, *records: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a post that makes these records."""
    monkeypatch.setattr(lines, "read_records", lambda *_: SimpleNamespace(records=records))
    body = raw(week_post(A_MONDAY, {"Monday": ["A.", "Row"]}))
    return list(lines.read_rows(body, load_blog("invictus")))


def test_each_line_has_its_own_prescriptions_and_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    """They belong to its number, so that lines of the same text keep theirs; the title of a part is not a line."""
    found = record(
        MONDAY,
        ask("Snatch", line=0),
        ask("Back Squat", line=2),
        segment_a="5 reps\nGo 7\n5 reps",
        segment_titles={"a": "Strength"},
        lines=kinds_of("a", "movement", "note", "movement"),
        findings=[finding("note", "a", "Go 7")],
    )
    assert [
        ("a", "movement", "5 reps", ["Snatch"], []),
        ("a", "note", "Go 7", [], ["Look at Go 7"]),
        ("a", "movement", "5 reps", ["Back Squat"], []),
    ] == [
        (row["segment"], row["kind"], row["text"], [one["movement"] for one in row["prescriptions"]], row["findings"])
        for row in rows_of(monkeypatch, found)
    ]


def test_a_finding_about_a_day_has_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day of which nothing was read is reported here too, and its row is not counted as a line."""
    silent = {"rule": "silent", "segment": "", "line": "", "message": "Nothing was read."}
    [row] = rows_of(monkeypatch, record(MONDAY, lines=[], findings=[silent]))
    assert ("", "finding", "", ["Nothing was read."]) == tuple(
        row[name] for name in ("segment", "kind", "text", "findings")
    )


def test_a_post_of_rest_days_has_no_line() -> None:
    """The sum says that, and ends there."""
    shown = CliRunner().invoke(app, ["lines", "-"], input=raw(week_post(A_MONDAY, {"Wednesday": ["Rest Day"]})))
    assert (0, "0 lines.") == (shown.exit_code, shown.stdout.splitlines()[-1])
