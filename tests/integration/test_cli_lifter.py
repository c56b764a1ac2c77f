"""Commands for a lifter: today, a day, a week, a lift over the years, and files for other programs."""

import csv
import io
import json
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from tests.clocks import days_of, monday_of
from tests.e2e.posts import SQUATS, raw, week_post
from wod_cli.commands import export, history, sessions
from wod_cli.errors import CommandError
from wod_cli.main import app

from . import world as worlds
from .operations import put, stack
from .world import BUCKET, World

pytestmark = pytest.mark.operated

MONDAY = date(2018, 3, 5)
SNATCHES = [
    "A.",
    "Every 2 minutes, for 6 minutes (3 sets):",
    '<a href="https://example.org/snatch">Snatch</a> x 2 reps',
    "*Sets 1-2 = @ 70% of 1-RM Snatch",
    "*Set 3 = @ 75% of 1-RM Snatch",
]


@pytest.fixture(autouse=True)
def lifter(chain: World, configuration: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lifter with two maxima, whose coach wrote a week."""
    monkeypatch.setitem(worlds.CONSUMERS, "gold/aggregations/", ["render_week"])
    for command in (sessions, history, export):
        monkeypatch.setattr(command, "find_stack", stack)
    monkeypatch.setenv("BLOG", "invictus")  # commands set it, and it is put back after the test
    post(chain, MONDAY, {"Monday": SNATCHES, "Wednesday": SQUATS})
    wod("maxes", "set", "snatch", "100kg", "--date", "2018-01-01")
    wod("maxes", "set", "back squat", "150kg", "--date", "2018-01-01")


def post(chain: World, monday: date, days: dict[str, list[str]], modified: str = "2019-01-01T00:00:00") -> None:
    chain.drop(f"bronze/raw/{monday}.json", raw(week_post(monday, days, modified)))
    chain.settle()


def wod(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments], env={"COLUMNS": "120"})


def shown(*arguments: str) -> str:
    done = wod(*arguments)
    assert 0 == done.exit_code, done.exception
    return done.stdout


def refusal(*arguments: str) -> str:
    ended = wod(*arguments).exception
    assert isinstance(ended, CommandError)
    return str(ended)


def test_a_day_has_its_weights_discs_changes_and_links() -> None:
    """Each set line has its load; the link to the demonstration is below."""
    page = shown("session", "2018-03-05")
    assert "Monday 5 March 2018 · Monday" in page
    assert "*Sets 1-2 = @ 70% of 1-RM Snatch  → 70 kg · 25 a side" in page
    assert "*Set 3 = @ 75% of 1-RM Snatch  → 75 kg · +2.5 a side" in page
    assert "Snatch: https://example.org/snatch" in page
    assert "Back Squat" not in page


@pytest.mark.parametrize("week", ["2018-W10", "2018-w10", "2018-03-07"])
def test_a_week_has_all_its_days(week: str) -> None:
    """The days are in order; the week is named by its number or one of its days."""
    page = shown("week", week)
    assert page.index("Monday 5 March") < page.index("Wednesday 7 March")
    assert "Back Squat x 5 reps @ 70% of 1-RM Back Squat  → 105 kg · 25 15 2.5 a side" in page


@pytest.mark.parametrize("today", [date(2024, 12, 29), date(2024, 12, 30), date(2025, 1, 1)])
def test_today_and_tomorrow_are_days(chain: World, monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    """`wod today` is `wod session today`, on any day: the last of a week, the first, and one in a new year."""
    monkeypatch.setattr("wod_cli.commands.sessions.date", days_of(today))
    name = f"{today:%A}"
    post(chain, monday_of(today), {name: ["A.", "Clean Pull x 3 reps"]})
    assert shown("today") == shown("session") == shown("session", "today") == shown("session", name.lower())
    assert "Clean Pull x 3 reps" in shown("week", "this")
    assert f"{today + timedelta(days=1):%A}" in refusal("session", "tomorrow")


def test_a_day_without_a_session_says_when_the_next_one_is() -> None:
    """It names the command that shows it; after the last one, it says where to look."""
    assert "The next is on Wednesday 7 March 2018: `wod session 2018-03-07`." in refusal("session", "2018-03-06")
    assert "`wod fetch`" in refusal("session", "2018-03-12")
    assert "for the week of Monday 12 March 2018" in refusal("week", "2018-W11")


def test_a_post_of_the_week_that_is_on_its_way_is_named(chain: World) -> None:
    """It is in bronze and not in silver yet; afterwards its sessions are there."""
    monday = date(2018, 3, 12)
    chain.drop(f"bronze/raw/{monday}.json", raw(week_post(monday, {"Monday": SQUATS})))
    result = wod("week", "2018-W11")
    assert "March 12 – March 18, 2018 is on its way: try again in a minute.\n" == result.stderr
    assert isinstance(result.exception, CommandError)
    assert "" == wod("week", "2018-W12").stderr
    chain.settle()
    assert "Back Squat" in shown("week", "2018-W11")


def test_a_forgotten_post_is_not_on_its_way(chain: World) -> None:
    """A lifter who looks at its week is not advised to try again in a minute."""
    assert "Snatch" in shown("week", "2018-W10")
    [post_id] = {record["source"]["post_id"] for week in chain.silver().values() for record in week}
    assert 0 == wod("forget", str(post_id), "--yes").exit_code
    chain.settle()
    assert "on its way" not in wod("week", "2018-W10").stderr


def test_messages_in_front_of_bronze_are_named(chain: World) -> None:
    """Their week is unknown until they are read."""
    put("dump-post-to-bucket", "{}")
    assert "On the way to bronze, with posts of any week: 1 waiting." in wod("week", "2018-W12").stderr


def test_a_given_maximum_counts_more_than_the_file() -> None:
    """It counts for this command only."""
    assert "→ 77.5 kg" in shown("session", "2018-03-05", "--max", "snatch=110kg")
    assert "→ 70 kg" in shown("session", "2018-03-05")


def test_programs_get_the_record_with_what_to_load() -> None:
    """They get a line of JSON for each session, with a load for each prescription."""
    monday, wednesday = (json.loads(line) for line in shown("week", "2018-W10", "--json").splitlines())
    assert [70, 75] == [rung["load"]["least"] for rung in monday["loads"]]
    assert [{"weight": 2.5, "colour": "red"}] == monday["loads"][1]["change"]["on"]
    assert 105 == wednesday["loads"][0]["load"]["least"]
    assert ["a"] == [prescription["segment"] for prescription in wednesday["prescriptions"]]


@pytest.fixture
def utc() -> Iterator[None]:
    """A machine whose clock shows UTC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def test_a_change_by_the_coach_is_marked_with_the_earlier_text(chain: World, utc: None) -> None:
    """It is below its line, with the time and its zone; removed lines are listed apart; programs get the same."""
    changed = ["*Sets 1-2 = @ 72% of 1-RM Snatch" if "Sets 1-2" in line else line for line in SNATCHES[:-1]]
    post(chain, MONDAY, {"Monday": changed, "Wednesday": SQUATS}, "2019-01-02T18:10:00")
    page = shown("session", "2018-03-05")
    assert "*Sets 1-2 = @ 72% of 1-RM Snatch  → 72.5 kg · 25 1.25 a side" in page
    assert "┆ changed Wed 2 Jan 18:10 UTC, was: *Sets 1-2 = @ 70% of 1-RM Snatch" in page
    assert "Taken out" in page
    assert "*Set 3 = @ 75% of 1-RM Snatch  ┆ changed Wed 2 Jan 18:10 UTC" in page
    assert "changed" not in shown("session", "2018-03-07")
    (printed,) = (json.loads(line) for line in shown("session", "2018-03-05", "--json").splitlines())
    assert [("*Sets 1-2 = @ 70% of 1-RM Snatch", 2), ("*Set 3 = @ 75% of 1-RM Snatch", -1)] == [
        (change["before"], change["line"]) for change in printed["changes"]
    ]


def test_a_session_that_the_coach_took_out_is_said(chain: World) -> None:
    """It is named on its day, though nothing else is there, and in its week; programs get it with the time."""
    post(chain, MONDAY, {"Monday": SNATCHES}, "2019-01-02T18:10:00")
    gone = "The coach took out Wednesday 7 March 2018 · Wednesday: Back Squat 5×5 70 %."
    assert gone in refusal("session", "2018-03-07").replace("\u202f", " ")
    assert gone in " ".join(shown("week", "2018-W10").replace("\u202f", " ").split())
    assert "took out" not in shown("session", "2018-03-05")
    current, taken_out = (json.loads(line) for line in shown("week", "2018-W10", "--json").splitlines())
    title = "Back Squat 5×5 70\u202f%"
    assert ("2018-03-07", "Wednesday", title) == tuple(taken_out[name] for name in ("date", "session", "title"))
    assert "2019-01-02T18:10:00" == taken_out["taken_out"]
    assert "taken_out" not in current


def test_a_level_hides_the_others(chain: World) -> None:
    """If a day has several levels, the lifter's settings choose."""
    levels = ["<strong>Fitness</strong>", *PULLS, "<strong>Competition</strong>", *SQUATS]
    post(chain, MONDAY + timedelta(days=7), {"Monday": levels})
    assert 2 == len(shown("session", "2018-03-12", "--json").splitlines())
    wod("settings", "--level", "fitness")
    (own,) = (json.loads(line) for line in shown("session", "2018-03-12", "--json").splitlines())
    assert "Clean Pull x 3 reps" == own["segment_a"]


PULLS = ["A.", "Clean Pull x 3 reps"]


def test_the_history_of_a_lift_is_drawn_listed_and_given_to_programs(chain: World) -> None:
    """Dots by date, the last sets as a table, and the lifter's own maxima."""
    post(chain, MONDAY + timedelta(days=7), {"Monday": ["A.", "Snatch x 1 rep @ 90%"]})
    page = shown("history", "snatch")
    assert "90 % │" in page
    assert "Your 1-RM: 100 kg, from 2018-01-01 on" in page
    rows = [json.loads(line) for line in shown("history", "snatch", "--json").splitlines()]
    assert [("2018-03-05", 70, 2), ("2018-03-05", 75, 2), ("2018-03-12", 90, 1)] == [
        (row["date"], row["percent_max"], row["reps"]) for row in rows
    ]
    assert "No stored session prescribes Thruster" in refusal("history", "thruster")
    assert "did you mean Snatch" in refusal("history", "snach")


def test_sessions_are_exported_for_other_programs(tmp_path: Path) -> None:
    """All of them, or those of a week or a day; printed, or into a file."""
    assert 1 + 3 == len(shown("export").splitlines())
    assert 1 + 1 == len(shown("export", "2018-03-07", "--format", "csv").splitlines())
    assert ["2018-03-05", "2018-03-07"] == [one["date"] for one in json.loads(shown("export", "--format", "json"))]
    file = tmp_path / "sessions.parquet"
    shown("export", "2018-w10", "--format", "parquet", "-o", str(file))
    assert [70, 75, 70] == [percent for (percent,) in duckdb.read_parquet(str(file)).project("percent_max").fetchall()]
    assert shown("export", "--format", "json") == file_of(tmp_path, "export", "--format", "json").decode()
    assert "No session is stored for 2018-W11" in refusal("export", "2018-W11")
    assert "No such file" in refusal("export", "-o", str(tmp_path / "missing" / "file"))


def file_of(folder: Path, *arguments: str) -> bytes:
    shown(*arguments, "-o", str(folder / "file"))
    return (folder / "file").read_bytes()


def test_a_calendar_has_the_events_of_the_site(chain: World) -> None:
    """The export has the requested days; its UIDs are those of the site, so an import creates no duplicates."""
    site = chain.s3.get_object(Bucket=BUCKET, Key="site/calendar.ics")["Body"].read().decode()
    week, day = (Calendar.from_ical(shown("export", when, "--format", "ics")) for when in ("2018-W10", "2018-03-07"))
    names = [str(event["UID"]) for event in Calendar.from_ical(site).walk("VEVENT")]
    assert names == [str(event["UID"]) for event in week.walk("VEVENT")]
    assert [date(2018, 3, 7)] == [event.decoded("DTSTART") for event in day.walk("VEVENT")]
    assert ["Back Squat 5×5"] == [str(event["SUMMARY"])[:14] for event in day.walk("VEVENT")]


def test_liftoscript_is_written_if_it_can_say_all(chain: World) -> None:
    """Otherwise nothing is, and the command says what is missing."""
    assert "a: Squat, Barbell / 5x5 70% 120s|0s auto / warmup: none" in shown(
        "export", "2018-03-07", "--format", "liftoscript"
    )
    post(chain, MONDAY + timedelta(days=7), {"Monday": ["A.", "Muscle Snatch x 3 reps"]})
    ended = wod("export", "--format", "liftoscript")
    assert "2018-03-12 A “Muscle Snatch x 3 reps” (it has no such exercise)" in str(ended.exception)
    assert "" == ended.stdout


def test_a_spreadsheet_gets_no_formula(chain: World) -> None:
    """Untrusted text is shown as text."""
    post(chain, MONDAY + timedelta(days=7), {"Monday": ["A.", "=HYPERLINK(1) Snatch x 3 reps"]})
    rows = csv.DictReader(io.StringIO(shown("export", "2018-03-12")))
    assert not [cell for row in rows for cell in row.values() if cell and cell.startswith("=")]
