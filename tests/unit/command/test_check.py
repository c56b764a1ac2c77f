"""The findings of `wod check`, and its output."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from tests.e2e.posts import PULLS, SQUATS, raw, week_post
from wod.blog import load_blog
from wod_cli.commands.check import posts_of
from wod_cli.errors import CommandError
from wod_cli.main import app
from wod_cli.posts.blog_option import blog_of
from wod_cli.posts.report import Report, check_post, count_numbers
from wod_cli.terminal.report_page import hints, places_of, show, totals

MONDAY = date(2018, 3, 5)
INVICTUS = load_blog("invictus")
GOOD = raw(week_post(MONDAY, {"Monday": SQUATS, "Tuesday (Session Two)": PULLS}))
NO_DAYS = raw(week_post(MONDAY, {"How to warm up": ["Slowly."]}))
SILENT = raw(week_post(MONDAY, {"Monday": ["Come and train with us."]}))
DOUBTFUL = raw(week_post(MONDAY, {"Monday": [*SQUATS, "Goblet Wobble x 5 reps", "Back Squat x 5 reps 9 12 14"]}))


def report_of(body: bytes) -> Report:
    return check_post("post.json", body, INVICTUS)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", *arguments])


def test_a_post_is_reported_from_its_form_to_its_numbers() -> None:
    """Form, dates, sessions, parts, lines by kind and numbers are those of the post."""
    report = report_of(GOOD)
    assert ("week", ["2018-03-05", "2018-03-06"], 2) == (report.form, report.dates, report.prescriptions)
    monday, tuesday = report.sessions
    assert ("Monday", 0, [("a", "", 2, 1)]) == (
        monday.session,
        monday.warm_up_lines,
        [(part.letter, part.title, part.lines, part.prescriptions) for part in monday.parts],
    )
    assert ("Tuesday (Session Two)", 1) == (tuesday.session, tuesday.warm_up_lines)
    assert {"scheme": 1, "movement": 2} == report.lines
    # 2 minutes, 10 minutes, 5 sets, 5 reps, 70 %, 1-RM; 3 reps
    assert {"read": 7, "in_notes": 0, "unread": 0} == report.numbers
    assert (True, [], []) == (report.is_read, report.findings, report.unknown_movements)


def test_a_post_of_one_day_is_distinguished_from_a_week() -> None:
    """A post whose title is the only thing that names its day is of the form `day`."""
    post = week_post(MONDAY, {"Strength": SQUATS[1:]}) | {"title": {"rendered": "March 5, 2018"}}
    report = report_of(raw(post))
    assert ("day", ["2018-03-05"], "Strength") == (report.form, report.dates, report.sessions[0].parts[0].title)


def test_levels_and_optional_sessions_are_reported() -> None:
    """The output shows which session the week's figures count."""
    days = {"Monday": ["Fitness", "A.", "Row x 500 meters", "Performance", "A.", "Row x 1,000 meters"]}
    sessions = report_of(raw(week_post(MONDAY, {**days, "Tuesday (Optional)": SQUATS}))).sessions
    assert [("Fitness", True, False), ("Performance", False, False), (None, True, True)] == [
        (session.level, session.counted, session.optional) for session in sessions
    ]


def test_a_refused_post_has_its_reason() -> None:
    """A post that no stage can read is refused with the stage's own sentence, and nothing else."""
    report = report_of(NO_DAYS)
    assert report.refused
    assert "no day" in report.refused
    assert (False, None, []) == (report.is_read, report.form, report.sessions)


def test_a_day_without_prescriptions_makes_the_post_silent() -> None:
    """A day with training of which nothing was read is reported."""
    report = report_of(SILENT)
    assert (True, False) == (report.silent, report.is_read)
    assert ["silent"] == [place.rule for place in report.findings]


def test_findings_name_part_line_and_text() -> None:
    """A person goes straight to the line; an unknown movement is also listed by its name."""
    report = report_of(DOUBTFUL)
    assert ["Goblet Wobble"] == report.unknown_movements
    texts = [line.plain for line in places_of(report)]
    assert any(line.startswith("post.json: part A, line 3: «Goblet Wobble x 5 reps» – ") for line in texts), texts
    assert any(line.startswith("post.json: part A, line 4: «Back Squat x 5 reps 9 12 14» – ") for line in texts)


def test_numbers_of_unread_lines_are_counted_apart() -> None:
    """The numbers that no field took are those of the lines with a finding."""
    assert 4 == report_of(DOUBTFUL).numbers["unread"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("Three rounds, for time, of:", 1), ("Back Squat x 3-5 reps @ 82,5%", 2), ("Rest 2:30", 1), ("Run 1,000 m", 1)],
)
def test_a_numeral_counts_once_however_it_is_written(text: str, numbers: int) -> None:
    """Words, ranges, clocks and thousands are one number each."""
    assert numbers == count_numbers(text, INVICTUS)


@pytest.mark.parametrize(("first", "heading"), [("Strength", "Sweat Bucket"), ("1. Strength", "2. Sweat")])
def test_a_heading_that_was_taken_for_text_is_shown(first: str, heading: str) -> None:
    """The name of a part that the blog's file lacks is found by its bold line, whether or not it has a number."""
    post = week_post(MONDAY, {"Monday": [f"<strong>{first}</strong>", *SQUATS[1:]]})
    post["content"]["rendered"] += f"<p><strong>{heading}</strong><br />Row x 500 meters</p>"
    report = report_of(raw(post))
    assert [("heading", heading, "Monday")] == [
        (place.rule, place.text, place.session) for place in report.unused_headings
    ]
    (hint,) = hints([report, report])
    assert f"«{heading}» (2)" in hint.plain
    assert "part_names" in hint.plain


def test_unknown_movements_and_weekdays_give_hints() -> None:
    """A person reads what to change in the blog's file, once for all posts."""
    post = week_post(MONDAY, {"Strength": [*SQUATS[1:], "Goblet Wobble x 5 reps"]})
    texts = [hint.plain for hint in hints([report_of(raw(post | {"title": {"rendered": "Sunday, 5 March 2018"}}))])]
    assert any("«Goblet Wobble» (1)" in hint and "[movements]" in hint for hint in texts), texts
    assert any("date_order" in hint for hint in texts)


def test_notes_with_numbers_are_shown_with_details() -> None:
    """They are not findings, but a number that no field took can be found."""
    report = report_of(raw(week_post(MONDAY, {"Monday": [*SQUATS, "You should have 2 reps left in the tank."]})))
    assert [("You should have 2 reps left in the tank.", 3)] == [
        (place.text, place.line) for place in report.notes_with_numbers
    ]
    for details in (True, False):
        file = io.StringIO()
        show([report], Console(file=file, width=200), details=details)
        assert details is ("left in the tank" in file.getvalue())
        assert details is not ("1 note with unread numbers: --details shows them." in file.getvalue())
        assert "6/1/0" in file.getvalue()  # numbers read, in notes, unread


def test_an_array_is_as_many_posts_as_it_has(tmp_path: Path) -> None:
    """A saved response of WordPress can be checked; each element has its number."""
    page = tmp_path / "page.json"
    page.write_bytes(b"[" + GOOD + b"," + SILENT + b"]")
    (tmp_path / "empty.json").write_text("[]")
    (tmp_path / "notes.txt").write_text("no post")
    posts = dict(posts_of([str(tmp_path)]))
    assert [f"{tmp_path}/empty.json", f"{page}[1]", f"{page}[2]"] == list(posts)
    assert json.loads(GOOD) == json.loads(posts[f"{page}[1]"])  # type: ignore[arg-type]
    assert "array is empty" in str(posts[f"{tmp_path}/empty.json"])


@pytest.mark.parametrize("body", [b"[1", b"[" * 100_000, b"\xff[", b'{"code": "rest_no_route"}'])
def test_a_file_without_a_post_is_refused_and_the_others_are_read(tmp_path: Path, body: bytes) -> None:
    """One broken file does not hide what is in the others."""
    (tmp_path / "broken.json").write_bytes(body)
    (tmp_path / "good.json").write_bytes(GOOD)
    broken, good = (check_post(name, post, INVICTUS) for name, post in posts_of([str(tmp_path)]))
    assert (True, False) == (good.is_read, broken.is_read)


@pytest.mark.parametrize(("body", "status"), [(GOOD, 0), (DOUBTFUL, 0), (NO_DAYS, 1), (SILENT, 1)])
def test_the_exit_status_says_whether_all_was_read(tmp_path: Path, body: bytes, status: int) -> None:
    """Findings alone are not a failure; a refused post and a silent day are."""
    (tmp_path / "post.json").write_bytes(body)
    assert status == run(str(tmp_path)).exit_code


def test_json_is_one_object_a_post(tmp_path: Path) -> None:
    """A program reads a line for each post, with all that the table and the list say."""
    (tmp_path / "page.json").write_bytes(b"[" + GOOD + b"," + NO_DAYS + b"]")
    good, refused = (json.loads(line) for line in run("--json", str(tmp_path)).stdout.splitlines())
    assert ("week", None, 2) == (good["form"], good["refused"], len(good["sessions"]))
    assert "no day" in refused["refused"]


def test_the_totals_are_one_line() -> None:
    """The line has the posts, lines and numbers of all posts together."""
    texts = totals([report_of(body) for body in (GOOD, NO_DAYS, SILENT, DOUBTFUL)])
    assert texts.startswith("4 posts: 2 read, 1 refused, 1 silent. ")
    assert ": 14 read, 0 in notes, 4 unread. " in texts


@pytest.mark.parametrize(
    ("blog", "problem"),
    [("nowhere", "There is no blog 'nowhere'"), ("missing.toml", "missing.toml: No such file"), ("", "")],
)
def test_an_unknown_blog_is_refused_before_anything_is_read(blog: str, problem: str) -> None:
    """One sentence, and an exit status of its own; without a name it is the current blog."""
    if not blog:
        assert INVICTUS.name == blog_of(None).name
        return
    with pytest.raises(CommandError, match=problem) as raised:
        blog_of(blog)
    assert 2 == raised.value.status


@pytest.mark.parametrize("name", ["gone.json", "."])
def test_nothing_to_check_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A path that does not exist, and a folder without posts, are failures."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError) as raised:
        CliRunner().invoke(app, ["check", name], catch_exceptions=False)
    assert 2 == raised.value.status


@pytest.mark.parametrize("width", [80, 120])
def test_the_reason_of_a_refused_post_is_below_its_row(width: int) -> None:
    """The reason is wrapped to the width of the terminal."""
    file = io.StringIO()
    long = f"{'a-long-name-' * 5}.json"
    show(
        [check_post(long, NO_DAYS, INVICTUS), check_post("good.json", GOOD, INVICTUS)], Console(file=file, width=width)
    )
    lines = file.getvalue().splitlines()
    below = next(number for number, line in enumerate(lines) if line.startswith("  The post has no day"))
    assert "refused" in "".join(lines[3:below])
    assert len(lines[below].rstrip()) > 60
    table = lines[: next(number for number, line in enumerate(lines) if line.startswith("good"))]
    assert all(len(line) <= width for line in table)


def test_untrusted_text_gives_a_terminal_no_commands() -> None:
    """No escape of a title, a line or a heading gets through, nor does markup."""
    evil = "\x1b]0;owned\x07\u202e[red]"
    post: dict[str, Any] = week_post(MONDAY, {"Monday": [*SQUATS, f"{evil} Wobble x 5 @ 9 @ 9"]})
    post["title"]["rendered"] = f"March 5 – March 11, 2018 {evil}"
    file = io.StringIO()
    show([check_post(f"{evil}.json", raw(post), INVICTUS)], Console(file=file, width=200), details=True)
    shown = file.getvalue()
    assert "Wobble" in shown
    assert "[red]" in shown
    assert not [letter for letter in shown if letter != "\n" and not letter.isprintable()]
