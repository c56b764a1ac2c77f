"""`wod demo`: run the whole chain once on this machine, and show its work."""

import json
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.markup import escape

from wod.blog import DEFAULT_BLOG, Blog, blog_names
from wod.errors import BadInput
from wod.keys import QUARANTINE_PREFIX, SITE_PREFIX, bronze_key, gold_key, silver_key, week_of_key
from wod.reading.folding import fold
from wod.reading.whole_post import read_records
from wod.week_file import read_week
from wod.weeks import week_path
from wod_cli import PROJECT
from wod_cli.commands.drop import put_into_bronze
from wod_cli.commands.fetch import fire_schedule
from wod_cli.commands.open import PORT
from wod_cli.deployed.stack import Stack, find_stack, read_as
from wod_cli.embedded import background, cloud
from wod_cli.embedded.cloud import Cloud
from wod_cli.embedded.deploy import PHONE, build, deploy
from wod_cli.errors import CommandError
from wod_cli.posts.blog_option import blog_of
from wod_cli.posts.raw_post import post_of
from wod_cli.posts.samples import WHAT_SAMPLES_ARE, sample_posts
from wod_cli.terminal.figures_table import figures_table
from wod_cli.terminal.session_page import week_table
from wod_cli.terminal.text import all_visible, visible
from wod_cli.testbed import small_wordpress
from wod_cli.testbed.inbox import Inbox
from wod_cli.testbed.watch import Watch

FOLDER = PROJECT / ".cloud-state" / "demo"
BUCKET_COPY = FOLDER / "bucket"
_SECONDS_FOR_THE_CHAIN = 300

console = Console()


@dataclass
class Expected:
    """The expected end state, computed by the same functions without the cloud."""

    blog: Blog
    bronze: set[str] = field(default_factory=set)
    silver: list[str] = field(default_factory=list)
    gold: list[str] = field(default_factory=list)
    sessions: set[tuple[str, str]] = field(default_factory=set)
    """Their dates and names."""
    quarantined: list[str] = field(default_factory=list)
    read: int = 0
    """The number of the other posts."""
    to_come: bool = False
    """Whether there is training that is still to come, which makes a text message."""

    def add(self, name: str, body: bytes) -> None:
        """Add what a raw post, from a file of this name, should become."""
        try:
            key = bronze_key(post_of(body))
            self.bronze.add(key)
            message = read_records(body, key, "", "", self.blog)
        except BadInput as reason:
            self.quarantined.append(f"{name}: {reason}")
            return
        self.sessions |= {(record["date"], record["session"]) for record in message.records}
        today = datetime.now(ZoneInfo(self.blog.time_zone)).date()
        self.to_come |= any(record["date"] >= today.isoformat() for record in message.records)
        self.read += 1
        if silver_key(message.week) not in self.silver:  # a week may come in several posts
            self.silver.append(silver_key(message.week))
            self.gold.append(gold_key(message.week))

    def note_about_quarantine(self) -> str:
        """Return how many posts went to quarantine; empty for none. Raise CommandError if all of them did."""
        quarantined = len(self.quarantined)
        if quarantined and not self.read:
            raise CommandError(f"Every post went to quarantine, so there is no week to show: {self.quarantined[0]}")
        posts = self.read + quarantined
        return f"{quarantined} of {posts} posts went to quarantine, for the reason above." if quarantined else ""


class Published:
    """The publications of a stack: texts to the phone, alerts to an operator, changes of sessions to subscribers."""

    def __init__(self, stack: Stack) -> None:
        self._phone = Inbox.of_topic(stack, stack.outputs["PeopleTopicArn"], "demonstration-texts")
        self._operator = Inbox.of_topic(stack, stack.outputs["AlertsTopicArn"], "demonstration-alerts")
        self._subscriber = Inbox.of_bus(stack, stack.outputs["EventBusName"], "demonstration-changes")
        self.texts: list[str] = []
        self.alerts: list[str] = []
        self.changes: list[str] = []

    def news(self) -> Iterator[tuple[str, str]]:
        """Yield each recipient and publication since the last look."""
        changes = []
        for event in map(json.loads, self._subscriber.take()):
            session = event["detail"].get("session") or event["detail"]["new"]
            changes.append(f"{event['detail-type']}: {session['date']} {session['session']}")
        texts, alerts = self._phone.take(), self._operator.take()
        self.texts, self.alerts, self.changes = self.texts + texts, self.alerts + alerts, self.changes + changes
        yield from (("event bus", change) for change in changes)
        yield from (("text to the phone", text) for text in texts)
        yield from (("alert to the operator", alert) for alert in alerts)


def demo(
    post: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A raw post of your own to drop, instead of the samples.")
    ] = None,
    blog: Annotated[
        str, typer.Option(metavar="NAME", help="The blog whose posts are read, by its name in wod/blogs.")
    ] = DEFAULT_BLOG,
) -> None:
    """Run the whole chain on this machine: build, deploy, fetch, and show the result of every stage.

    Exit status 1 if anything is missing in the end. Nothing is left running.

    Example: `wod demo --blog forja`
    """
    began = time.monotonic()
    expected = Expected(_deployable(blog))
    bodies = {post.name: _body_of(post)} if post else sample_posts(blog)
    for name, body in bodies.items():
        expected.add(name, body)
    refusal = f"Another `wod demo` is running in {FOLDER}; wait until it has ended."
    with (
        background.alone(FOLDER / "demo.lock", refusal),
        _embedded_cloud() as running,
        _small_blog({} if post else bodies) as parameters,
    ):
        with console.status("deploying the stack with `sam deploy`"):
            deploy(running, FOLDER, {"Blog": blog, **parameters})
        stack = find_stack("dev", client=running.client)
        read_as(stack)
        published = Published(stack)
        if post:
            console.print(f"Dropping {escape(visible(post.name))} into bronze")
            put_into_bronze(stack, post.name, bodies[post.name])
        else:
            console.print(
                f"Firing the scheduled fetch; the blog is {parameters['WordPressUrl']}, with {WHAT_SAMPLES_ARE}",
                soft_wrap=True,
            )
            fire_schedule(stack)
        missing = _watch(stack, expected, published)
        _copy_bucket(stack)
        _show(stack, expected, published)
        console.print(f"\nAll of it took {time.monotonic() - began:.0f} seconds.")
    if missing:
        raise CommandError(f"Missing in the end: {'; '.join(missing)}. {cloud.log_file(FOLDER)} may say why.")
    if note := expected.note_about_quarantine():
        console.print(note)
    site = (BUCKET_COPY / SITE_PREFIX).relative_to(PROJECT)
    console.print("[bold]Next:[/]")
    for command, what in (
        (f"wod open {site}", f"the site, at http://127.0.0.1:{PORT}/"),
        (f"wod sql quality_by_year --folder {BUCKET_COPY.relative_to(PROJECT)}", "the lakehouse, with SQL"),
        ('eval "$(.venv/bin/wod local up)"', "the same cloud, kept running: then wod fetch, wod week next"),
    ):
        shown = command if command.startswith("eval") else f".venv/bin/{command}"
        console.print(f"  {shown}\n      {what}", soft_wrap=True, highlight=False)


def _body_of(post: Path) -> bytes:
    try:
        return post.read_bytes()
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}.") from error


def _deployable(name: str) -> Blog:
    """Return the blog, which has to be one of those that are deployed with the functions."""
    if name not in blog_names():
        raise CommandError(
            f"There is no blog {name!r} in wod/blogs, only {', '.join(blog_names())}; put its file there."
        )
    return blog_of(name)


@contextmanager
def _embedded_cloud() -> Iterator[Cloud]:
    """Yield a fresh cloud that ends with this demonstration, however it ends."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda number, _: sys.exit(128 + number))
    cloud.stop(FOLDER)  # of a demonstration that was killed
    try:
        with console.status("building with `sam build`: half a minute if everything is new"):
            build(FOLDER)
        with console.status("starting the embedded cloud"):
            running = cloud.start(FOLDER, port=0)
        console.print(f"The embedded cloud is up at {running.endpoint}")
        yield running
    finally:
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, signal.SIG_IGN)
        began = time.monotonic()
        cloud.stop(FOLDER)
        console.print(
            f"Stopped the embedded cloud and removed it in {time.monotonic() - began:.1f} s; nothing runs on."
        )


@contextmanager
def _small_blog(bodies: dict[str, bytes]) -> Iterator[dict[str, str]]:
    """Serve the samples as a small WordPress, and yield the parameters that point a stack at it."""
    if not bodies:
        yield {}
        return
    posts = [json.loads(body) for body in bodies.values()]
    with small_wordpress.serve(posts) as url:
        yield {"WordPressUrl": url}


def _watch(stack: Stack, expected: Expected, published: Published) -> list[str]:
    """Print the events until everything is there or time is up, and return what is missing then."""
    watch = Watch(stack)
    deadline = time.monotonic() + _SECONDS_FOR_THE_CHAIN
    while True:
        for where, what in [*watch.news(), *published.news()]:
            console.print(
                f"{datetime.now():%H:%M:%S}  [bold]{where:26}[/]{escape(visible(fold(what)))}", soft_wrap=True
            )
        missing = _missing(stack, expected, set(stack.keys("")), published)
        if not missing or time.monotonic() > deadline:
            return missing
        time.sleep(0.3)


def _missing(stack: Stack, expected: Expected, keys: set[str], published: Published) -> list[str]:
    """Return what is still missing. `keys` are those in the bucket."""
    missing = sorted({*expected.bronze, *expected.silver, *expected.gold} - keys)
    if expected.to_come and not published.texts:
        missing.append("a text about training to come")
    pages = [f"{SITE_PREFIX}{week_path(week_of_key(key))}" for key in expected.gold]
    missing += sorted({*pages, f"{SITE_PREFIX}sw.js"} - keys) if pages else []
    # The emulator has no other record of what it texts.
    if expected.to_come and f"SMS {PHONE}" not in cloud.log_file(FOLDER).read_text():
        missing.append(f"a text to {PHONE}")
    if sum(key.startswith(QUARANTINE_PREFIX) for key in keys) < len(expected.quarantined):
        missing.append("the quarantine of what is no programme")
    if len(published.alerts) < len(expected.quarantined):
        missing.append("the alert about what is no programme")
    weeks = {key: read_week(stack.body(key)) for key in expected.silver if key in keys}
    stored = sum(map(len, weeks.values()))
    found = {(record["date"], record["session"]) for week in weeks.values() for record in week}
    missing += [f"{day} {session} in silver" for day, session in sorted(expected.sessions - found)]
    for silver, gold in zip(expected.silver, expected.gold, strict=True):
        if silver in weeks and gold in keys and _days_of_figures(stack, gold) != {one["date"] for one in weeks[silver]}:
            missing.append(f"some days in {gold}")
    in_table = stack.client("dynamodb").scan(TableName=stack.outputs["SessionsTableName"], Select="COUNT")["Count"]
    if in_table < stored:
        missing.append(f"{stored - in_table} sessions in the table")
    if len(published.changes) < stored:
        missing.append(f"{stored - len(published.changes)} events about sessions")
    return missing


def _show(stack: Stack, expected: Expected, published: Published) -> None:
    for silver, gold in zip(expected.silver, expected.gold, strict=True):
        if (BUCKET_COPY / silver).exists():
            console.print(week_table(all_visible(read_week((BUCKET_COPY / silver).read_bytes()))))
        if (BUCKET_COPY / gold).exists():
            console.print(figures_table(all_visible(json.loads((BUCKET_COPY / gold).read_bytes()))))
    for text in published.texts:
        console.print(f"[bold]Text to {PHONE}:[/] {escape(text)}", soft_wrap=True)
    for reason in expected.quarantined:
        console.print(f"[bold]In quarantine:[/] {escape(visible(reason))}", soft_wrap=True)
    for alert in published.alerts:
        console.print(f"[bold]Alert to the operator:[/] {escape(alert)}", soft_wrap=True)
    where = f"{FOLDER.relative_to(PROJECT)} has the bucket as it was in the end, and the cloud's log"
    console.print(f"[bold]Where everything lies:[/] {where}; the table ended with the cloud.", soft_wrap=True)
    for path in sorted(BUCKET_COPY.rglob("*.json*")):
        console.print(f"  {path.relative_to(FOLDER)}", soft_wrap=True)
    console.print(f"  {cloud.log_file(FOLDER).relative_to(FOLDER)}")


def _days_of_figures(stack: Stack, key: str) -> set[str]:
    """Return the days of training and of rest that the figures are about."""
    days = json.loads(stack.body(key))["days"]
    return {*days["training"], *days["rest"]}


def _copy_bucket(stack: Stack) -> None:
    shutil.rmtree(BUCKET_COPY, ignore_errors=True)
    stack.copy([""], BUCKET_COPY)
