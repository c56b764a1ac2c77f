"""`wod demo`: run the whole chain once on this machine, and show its work."""

import json
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from wod.blog import DEFAULT_BLOG
from wod.keys import SITE_PREFIX
from wod.reading.html.folding import fold
from wod.week_file import read_week
from wod_cli import PROJECT
from wod_cli.commands.open import PORT
from wod_cli.deployed.dropping import put_into_bronze
from wod_cli.deployed.fetching import fire_schedule
from wod_cli.deployed.stack import Stack, find_stack, read_as
from wod_cli.embedded import background, cloud
from wod_cli.embedded.cloud import Cloud
from wod_cli.embedded.deploy import PHONE, build, deploy
from wod_cli.errors import CommandError
from wod_cli.posts.blog_option import deployable
from wod_cli.posts.samples import WHAT_SAMPLES_ARE, sample_posts
from wod_cli.terminal.figures_table import figures_table
from wod_cli.terminal.session_page import week_table
from wod_cli.terminal.text import all_visible, visible
from wod_cli.testbed import small_wordpress
from wod_cli.testbed.expected import Expected, missing
from wod_cli.testbed.published import Published
from wod_cli.testbed.watch import Watch

FOLDER = PROJECT / ".cloud-state" / "demo"
BUCKET_COPY = FOLDER / "bucket"
_SECONDS_FOR_THE_CHAIN = 300

console = Console()


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
    expected = Expected(deployable(blog))
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
        lacking = _watch(stack, expected, published)
        _copy_bucket(stack)
        _show(stack, expected, published)
        console.print(f"\nAll of it took {time.monotonic() - began:.0f} seconds.")
    if lacking:
        raise CommandError(f"Missing in the end: {'; '.join(lacking)}. {cloud.log_file(FOLDER)} may say why.")
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
        lacking = missing(expected, stack, published, cloud.log_file(FOLDER).read_text())
        if not lacking or time.monotonic() > deadline:
            return lacking
        time.sleep(0.3)


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
    files = sum(1 for path in BUCKET_COPY.rglob("*") if path.is_file())
    console.print(
        f"[bold]Kept in {FOLDER.relative_to(PROJECT)}:[/] the bucket's {files} files, and the cloud's log; the table "
        "ended with the cloud.",
        soft_wrap=True,
    )


def _copy_bucket(stack: Stack) -> None:
    shutil.rmtree(BUCKET_COPY, ignore_errors=True)
    stack.copy([""], BUCKET_COPY)
