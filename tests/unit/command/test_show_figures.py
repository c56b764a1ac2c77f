"""The output of the figures of a week."""

import pytest

from tests.figures import DOUBTFUL, MONDAY, SMALL_WEEK, ask, figures, finding, load, record, reps
from wod_cli.terminal.figures_table import figures_table

from .test_show import rows


def test_each_row_has_its_change_from_the_week_before() -> None:
    """A lift that the week before did not have has none."""
    before = [record("2021-05-31", ask("Snatch", sets=4, **reps(2, 2), **load(70), total_seconds=480))]
    shown = rows(figures_table(figures(*SMALL_WEEK, before=before)))
    snatch = shown.index(["Snatch", "5", "10", "74.5", "80.0", "10.0", "0"])
    assert ["change", "+1", "+2", "+4.5", "+10.0", "+2.0", "+0"] == shown[snatch + 1]
    squat = shown.index(["Back Squat", "3", "15", "80.0", "80.0", "-", "0"])
    assert "change" != shown[squat + 1][0]


def test_repetitions_are_shown_by_zone() -> None:
    """Zones without repetitions are blank, and what has no percent at all has no row."""
    shown = rows(figures_table(figures(*SMALL_WEEK)))
    assert ["the week", "", "", "10", "15", "12", "30-36"] in shown
    assert ["squat", "", "", "", "15", "", ""] in shown
    assert 1 == sum(cells[0] == "press" for cells in shown)


def test_the_counts_and_findings_of_the_text_are_shown() -> None:
    """The counts of lines, what is before the first day, and each finding with its place."""
    shown = rows(figures_table(figures(record(MONDAY, session="AM", **DOUBTFUL), preambles={1: ["Welcome.", "Hi."]})))
    assert ["lines of segments", "read 5, notes 1, unread 1, doubtful 0: 85.7% recognised"] in shown
    assert ["before the first day", "2 lines"] in shown
    assert ["findings", "3"] in shown
    assert [f"{MONDAY} AM B", "Zercher Yoke Waltz x 5 reps"] in [cells[:2] for cells in shown]


@pytest.mark.parametrize(("lines", "last"), [(10, f"{MONDAY} Session A"), (13, "and 3 more")])
def test_ten_findings_are_shown(lines: int, last: str) -> None:
    """If there are more than ten it says how many more."""
    findings = [finding("unread", "a", f"?? {number}") for number in range(lines)]
    shown = rows(figures_table(figures(record(MONDAY, findings=findings))))
    assert last == shown[-1][0]
    assert 10 == sum(cells[0] == f"{MONDAY} Session A" for cells in shown)


def test_optional_sessions_have_a_row_of_their_own() -> None:
    """They are below the week, which is without them; a week without any has no such row."""
    optional = record(MONDAY, ask(sets=4, **reps(2, 2), **load(70)), session="PM", optional=True, segment_a="Row")
    shown = rows(figures_table(figures(*SMALL_WEEK, optional)))
    assert ["optional sessions", "1, with 1 segment"] in shown
    week = [cells[0] for cells in shown].index("the week")
    assert ["the week", "15", "67-73"] == shown[week][:3]
    assert ["optional sessions", "4", "8", "70.0", "70.0", "-", "0"] == shown[week + 1]
    assert not any("optional sessions" in cells for cells in rows(figures_table(figures(*SMALL_WEEK))))
