"""Commands read posts with the notation of the named blog, or of the stack's blog."""

import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from wod.blog import load_blog
from wod_cli import PROJECT
from wod_cli.commands import demo
from wod_cli.deployed.stack import find_stack, read_as
from wod_cli.embedded.background import alone
from wod_cli.errors import CommandError
from wod_cli.main import app
from wod_cli.posts import samples
from wod_cli.posts.samples import sample_posts
from wod_cli.testbed.expected import Expected

FORJA = PROJECT / "events" / "posts" / "forja"
MONDAY = str(FORJA / "lunes.json")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert 0 == result.exit_code, result.output
    return result.stdout


def test_the_samples_of_the_second_blog_are_read_whole() -> None:
    """Every day has its date, no number is left, and there is nothing to look at."""
    reports = [json.loads(line) for line in run("check", str(FORJA), "--blog", "forja", "--json").splitlines()]
    dates = {Path(report["file"]).stem: report["dates"] for report in reports}
    assert {
        "lunes": ["2024-03-11"],
        "martes": ["2024-03-12"],
        "martes_editado": ["2024-03-12"],
        "miercoles": ["2024-03-13"],
        "jueves": ["2024-03-14"],
    } == dates
    assert [] == [place for report in reports for place in (*report["findings"], *report["unused_headings"])]
    assert {0} == {report["numbers"]["unread"] for report in reports}
    assert {"day"} == {report["form"] for report in reports}


def test_parse_and_lines_read_as_the_blog_that_is_named() -> None:
    """Names of parts, dates and notation are those of the blog's file."""
    (record,) = map(json.loads, run("parse", MONDAY, "--blog", "forja").splitlines())
    assert ("2024-03-11", {"a": "Fuerza", "b": "Yunque", "c": "Metcon"}) == (record["date"], record["segment_titles"])
    rows = [json.loads(row) for row in run("lines", MONDAY, "--blog", "forja", "--json").splitlines()]
    asked = [one["canonical_movement"] for row in rows for one in row["prescriptions"]]
    assert ["Back Squat", "Hang Clean + Jerk", "Run", "Kettlebell Swing", "Pull-Up"] == asked


def stack_of(parameters: list[dict[str, str]]) -> Any:
    return lambda _, config: SimpleNamespace(describe_stacks=lambda **_: {"Stacks": [{"Parameters": parameters}]})


def test_a_stack_says_which_blog_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Posts that are compared with a stack are read on this machine as its functions read them."""
    monkeypatch.setenv("BLOG", "invictus")
    stack = find_stack("dev", client=stack_of([{"ParameterKey": "Blog", "ParameterValue": "forja"}]))
    read_as(stack)
    assert "forja" == os.environ["BLOG"]


def test_a_stack_of_an_earlier_release_reads_the_first_blog() -> None:
    """Its template has no such parameter."""
    assert "invictus" == find_stack("dev", client=stack_of([])).blog


def test_a_stack_with_a_blog_that_is_not_here_is_a_problem() -> None:
    """The stack was deployed with a file that is missing on this machine."""
    stack = find_stack("dev", client=stack_of([{"ParameterKey": "Blog", "ParameterValue": "no-such-blog"}]))
    with pytest.raises(CommandError, match="There is no blog 'no-such-blog'"):
        read_as(stack)


def test_the_demonstration_serves_the_newest_revision_of_each_sample() -> None:
    """A WordPress has one of them, and so have the expectations."""
    bodies = sample_posts("forja")
    assert {"lunes.json", "martes_editado.json", "miercoles.json", "jueves.json"} == bodies.keys() - {"to_come.json"}


def test_the_demonstration_expects_a_week_once_however_many_posts_it_comes_in() -> None:
    """Days that arrive one by one are in one file of silver and one of gold."""
    expected = Expected(load_blog("forja"))
    for name, body in sample_posts("forja").items():
        if name != "to_come.json":
            expected.add(name, body)
    assert ["silver/sessions/2024/week_11--2024-03-11__2024-03-17.jsonl"] == expected.silver
    assert (1, 5, []) == (len(expected.gold), len(expected.sessions), expected.quarantined)


def test_the_demonstration_counts_the_posts_in_quarantine() -> None:
    """It fails if no post is left, because then it has nothing to show."""
    samples_of_a_week = sample_posts("invictus")
    news = samples_of_a_week.pop("no_programme.json")
    expected = Expected(load_blog("invictus"))
    expected.add("no_programme.json", news)
    with pytest.raises(CommandError, match=r"Every post went to quarantine.*no_programme\.json: The post has no day"):
        expected.note_about_quarantine()
    for name, body in samples_of_a_week.items():
        expected.add(name, body)
    assert "1 of 3 posts went to quarantine, for the reason above." == expected.note_about_quarantine()


def test_a_second_demonstration_of_a_project_does_not_begin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It would stop the cloud of the first one."""
    monkeypatch.setattr(demo, "FOLDER", tmp_path)
    with alone(tmp_path / "demo.lock", ""), pytest.raises(CommandError, match="Another `wod demo` is running"):
        CliRunner().invoke(app, ["demo"], catch_exceptions=False)


@pytest.mark.parametrize(
    ("blog", "problem"),
    [("no-such-blog", "no blog 'no-such-blog' in wod/blogs"), ("forja", "no sample posts of forja")],
)
@pytest.mark.parametrize("command", [["demo"], ["local", "up"]])
def test_a_cloud_without_a_blog_or_samples_does_not_begin(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: list[str], blog: str, problem: str
) -> None:
    """Nothing is built for it."""
    monkeypatch.setattr(samples, "PROJECT", tmp_path)
    with pytest.raises(CommandError, match=problem):
        CliRunner().invoke(app, [*command, "--blog", blog], catch_exceptions=False)


def test_a_demonstration_with_a_sample_that_is_not_a_post_does_not_begin(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A page of posts, as the blog's API returns it, is one sentence with the file's name."""
    folder = tmp_path / "events" / "posts" / "forja"
    folder.mkdir(parents=True)
    (folder / "newest.json").write_text("[{}, {}]")
    monkeypatch.setattr(samples, "PROJECT", tmp_path)
    with pytest.raises(CommandError, match=r"newest\.json of forja is not a raw post: .*array of 2"):
        CliRunner().invoke(app, ["demo", "--blog", "forja"], catch_exceptions=False)
