"""Installed packages are the pinned ones; and a post's text is data everywhere."""

import ast
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from rich.console import Console, RenderableType
from typer.testing import CliRunner

from tests.e2e.posts import SQUATS, raw, week_post
from tests.logs import captured_log
from tests.sources import nodes_of
from wod.blog import load_blog
from wod.errors import BadInput
from wod.figures.week import aggregate_week
from wod.messages import LinesMessage
from wod.models import Line, Source
from wod.plumbing.queue_stage import queue_stage
from wod.reading.html.page import read_lines
from wod.week_file import read_week, typed_records
from wod.weeks import week_starting
from wod_cli.commands import quarantine
from wod_cli.commands.parse import silver_records
from wod_cli.deployed.stack import Stack
from wod_cli.main import app
from wod_cli.terminal.figures_table import figures_table
from wod_cli.terminal.session_page import session_page, week_table

ROOT = Path(__file__).parents[2]

# What is installed

PINS = sorted([*(ROOT / "requirements").glob("*.txt"), *(ROOT / "layers").glob("*/requirements.txt")])


@pytest.mark.parametrize("file", PINS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_installed_package_is_pinned_with_hashes(file: Path) -> None:
    """Each package has one version and at least one hash, by which pip and uv refuse a changed file."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
    packages = re.findall(r"^(\S+)==\S+( ; .+)? \\\n    --hash=sha256:[0-9a-f]{64}", "\n".join(lines), re.MULTILINE)
    assert len(packages) == len([line for line in lines if not line.startswith((" ", "--only-binary")) and line]) > 0


@pytest.mark.parametrize("layer", ["common", "pandas"])
def test_tests_run_with_the_deployed_versions(layer: str) -> None:
    """The layers have the versions that the tests run with."""

    def versions(file: Path) -> dict[str, str]:
        return dict(re.findall(r"^(\S+)==(\S+)", file.read_text(encoding="utf-8"), re.MULTILINE))

    deployed = versions(ROOT / "layers" / layer / "requirements.txt")
    assert {} != deployed
    assert deployed.items() <= versions(ROOT / "requirements" / "dev.txt").items()


# What the code can reach

REACHES_OUT = {"requests", "urllib3", "urllib.request", "http.client", "socket", "ftplib", "smtplib", "asyncio"}
RUNS_WHAT_IT_IS_GIVEN = {"subprocess", "pickle", "marshal", "shelve", "code", "runpy", "ctypes", "multiprocessing"}


@cache
def imports(path: Path) -> set[str]:
    """The modules that a file imports, with all that they are in: `requests.auth` is in `requests`. Who only names the
    exceptions of a module cannot do anything with it."""
    names = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.module.endswith(".exceptions"):
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {".".join(name.split(".")[: depth + 1]) for name in names for depth in range(name.count(".") + 1)}


DEPLOYED = sorted([*(ROOT / "layers").rglob("*.py"), *(ROOT / "functions").rglob("*.py")])


def test_only_the_fetch_can_open_a_url() -> None:
    """No other deployed module can open a connection, so no link of a post is ever followed."""
    reaching = [path.name for path in DEPLOYED if imports(path) & REACHES_OUT]
    assert ["deadline.py", "exchange.py", "tracing.py"] == reaching


def test_nothing_that_is_deployed_starts_a_program_or_unpacks_objects() -> None:
    """There is no shell that the text of a post could reach."""
    assert [] == [path.name for path in DEPLOYED if imports(path) & RUNS_WHAT_IT_IS_GIVEN]


@pytest.mark.usefixtures("socket_disabled")
def test_reading_a_post_follows_none_of_its_links(tmp_path: Path) -> None:
    """Links, images, players and external entities are text: their targets are neither fetched nor read."""
    (tmp_path / "passwords").write_text("canary")
    entity = f'<!DOCTYPE html [<!ENTITY e SYSTEM "file://{tmp_path}/passwords">]>'
    url = "http://127.0.0.1:9/"
    page = (
        f'{entity}<link rel="stylesheet" href="{url}"><p>Monday &e;<br><img src="{url}"><a href="{url}">Snatch</a>'
        f'<iframe src="{url}"></iframe><object data="{url}"></object></p>'
    )
    lines = read_lines(page)
    assert [url, url] == [link.url for line in lines for link in line.links]
    assert "canary" not in str(lines)


# What a post says is data

FORMATS = "%s %(message)s %n {0} {message} {self.__class__} ${HOME} $(id) `id`"
MARKUP = "[bold]x[/] [link=https://example.org]y[/] :smile: \\[a]"
SOURCE = Source(
    post_id=1,
    slug="a-week",
    link=FORMATS,
    title=FORMATS,
    published="2018-03-04T17:00:00",
    modified_gmt="2018-03-04T17:00:00",
    bronze_key=f'{FORMATS}\n{{"level": "ERROR"}}',
    bronze_version_id="1",
    pipeline_version="1",
    correlation_id=FORMATS,
)


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """The log of a stage that can put everything into quarantine."""
    monkeypatch.setattr(
        "wod.plumbing.objects.client", lambda _: SimpleNamespace(put_object=lambda **_: {"ETag": "etag"})
    )
    monkeypatch.setenv("BUCKET_NAME", "bucket")
    monkeypatch.setenv("STAGE_NAME", "group_post_by_day")
    monkeypatch.setenv("POWERTOOLS_METRICS_DISABLED", "true")
    with captured_log() as log:
        yield log


@pytest.mark.parametrize("failure", [None, BadInput(FORMATS), RuntimeError(FORMATS)], ids=["done", "bad", "failed"])
def test_a_post_writes_no_log_line_of_its_own(logged: io.StringIO, failure: Exception | None) -> None:
    """A post's text is in a log line unchanged: nothing is filled in, and no line end begins another line."""

    def work(_: LinesMessage) -> None:
        if failure:
            raise failure

    body = msgspec.json.encode(LinesMessage(source=SOURCE, lines=[Line(text=FORMATS)])).decode()
    context: Any = SimpleNamespace(
        function_name="f", memory_limit_in_mb=1, invoked_function_arn="a", aws_request_id="r", log_stream_name="l"
    )
    event = {"Records": [{"messageId": "1", "eventSource": "aws:sqs", "body": body}] * 2}
    if isinstance(failure, RuntimeError):
        with pytest.raises(RuntimeError, match=re.escape(FORMATS)):
            queue_stage(LinesMessage)(work)(event, context)
    else:
        queue_stage(LinesMessage)(work)(event, context)

    entries = [json.loads(line) for line in logged.getvalue().splitlines()]
    assert [SOURCE.correlation_id] * 2 == [entry["correlation_id"] for entry in entries]
    assert [SOURCE.bronze_key] * 2 == [entry["bronze_key"] for entry in entries]
    if failure:
        assert all(FORMATS in (entry.get("reason") or entry["exception"]) for entry in entries)


def shown(*what: Any) -> str:
    """Output for a terminal without colors, so that any control sequence in it would be a post's."""
    text = io.StringIO()
    Console(file=text, width=300, force_terminal=True, color_system=None).print(*what)
    return text.getvalue()


def pages(days: dict[str, list[str]]) -> list[RenderableType]:
    """All that `wod week` and `wod demo` show of a post with these days."""
    monday = date(2018, 3, 5)
    records = read_week(silver_records(raw(week_post(monday, days)), load_blog("invictus")))
    figures = aggregate_week(
        week_starting(monday), typed_records(records), None, {}, "silver/sessions/k.jsonl", load_blog("invictus")
    )
    return [*map(session_page, records), week_table(records), figures_table(figures)]


def test_text_that_looks_like_markup_is_shown_as_it_is() -> None:
    """Brackets in headings, lines and names of movements neither style nor vanish nor link nor end a page."""
    lines = ["A.", f"{MARKUP} x 3 reps @ 70% of 1-RM {MARKUP}", "B.", "Snatch x 3 reps @ 700% of 1-RM Snatch"]
    page, week, figures = pages({f"Monday {MARKUP}": lines})
    assert all(line in shown(page) for line in (f"Monday {MARKUP}", lines[1]))
    assert f"Monday {MARKUP}" in shown(week)
    assert f"2018-03-05 Monday {MARKUP} B" in shown(figures)


def test_wod_lines_shows_markup_as_it_is(tmp_path: Path) -> None:
    """The heading of a day and its lines are not markup there either, and end no command."""
    file = tmp_path / "post.json"
    lines = ["A.", f"Snatch x 3 reps {MARKUP}"]
    file.write_bytes(raw(week_post(date(2018, 3, 5), {f"Monday {MARKUP}": lines})))
    result = CliRunner().invoke(app, ["lines", str(file)], env={"COLUMNS": "300"})
    assert 0 == result.exit_code
    assert f"2018-03-05 · Monday {MARKUP}" in result.output
    assert lines[1] in result.output


CONTROLS = [chr(number) for number in (*range(0x20), *range(0x7F, 0xA0))]


def test_a_terminal_gets_no_orders_from_a_post() -> None:
    """No control character of a terminal is shown, except the end of a line."""
    order = "\x1b]0;title\x07 \x1b[2J \x9b31m "
    days = {f"Monday {order}": [*SQUATS, f"Snatch {order}x 3 reps", "Rest &#27;[2J &#155;31m", *CONTROLS]}
    seen = {character for page in pages(days) for character in shown(page) if character in CONTROLS}
    assert (65, {"\n"}) == (len(CONTROLS), seen)


ORDER = "\x1b]0;title\x07\x1b[2J\x9b31m"


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["show", "0"], ["discard", "0", "--yes"]])
def test_a_terminal_gets_no_orders_from_what_is_in_quarantine(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """Input that no stage could use is shown without the orders that are in it."""
    body = json.dumps({"post": {"slug": f"a-slug{ORDER}[bold]"}}, ensure_ascii=False)
    kept = {"stage": f"s{ORDER}", "reason": f"a reason{ORDER} {MARKUP}", "source": None, "object": None, "input": body}
    bucket = SimpleNamespace(
        get_paginator=lambda _: SimpleNamespace(
            paginate=lambda **_: [{"Contents": [{"Key": "quarantine/s/0.json", "LastModified": datetime.now(UTC)}]}]
        ),
        get_object=lambda **_: {"Body": io.BytesIO(json.dumps(kept).encode())},
        delete_object=lambda **_: None,
    )
    monkeypatch.setattr(quarantine, "find_stack", lambda *_: Stack("a-stack", {"BucketName": "b"}, lambda _: bucket))
    console = Console(file=io.StringIO(), width=300)
    monkeypatch.setattr(quarantine, "console", console)
    result = CliRunner().invoke(app, ["quarantine", *arguments], env={"COLUMNS": "300"})
    seen = result.output + console.file.getvalue()  # type: ignore[attr-defined]
    assert (0, True) == (result.exit_code, "a reason" in seen)
    assert {"\n"} == {character for character in seen if character in CONTROLS}


def test_an_address_in_a_post_holds_no_orders() -> None:
    """A browser would not send them either."""
    (line,) = read_lines(f'<p><a href="https://example.org/{ORDER}">Snatch</a></p>')
    assert ["https://example.org/]0;title[2J31m"] == [link.url for link in line.links]
