"""`wod check`: show how well the posts of a blog are read, many at once and offline; the tool for a blog's TOML
file."""

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from wod.errors import BadInput
from wod_cli.errors import CommandError
from wod_cli.posts.blog_option import BlogOption, blog_of
from wod_cli.posts.raw_post import bytes_of
from wod_cli.posts.report import check_post
from wod_cli.terminal.listing import AsJson
from wod_cli.terminal.report_page import show
from wod_cli.terminal.text import sanitised_json

_SECONDS_WITHOUT_BAR = 1.0


def check(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER", help="Raw posts, or arrays of them as WordPress returns them; - is standard input."
        ),
    ],
    blog: BlogOption = None,
    details: Annotated[
        bool, typer.Option("--details", help="Show the sessions and parts of every post, and notes with numbers.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check how posts are read, and show what to look at. Exit status 1 if a post is refused or a day is silent.

    Works offline. In a folder, all files whose names end in .json count. Exit
    status 2 if nothing can be checked.

    Example: `wod check posts --blog mine.toml`
    """
    chosen = blog_of(blog)
    posts = list(posts_of(paths))
    if not posts:
        raise CommandError("There is no .json file in what you named; save some posts of the blog first.", status=2)
    reports = []
    with _progress(len(posts)) as advance:
        for name, body in posts:
            reports.append(report := check_post(name, body, chosen))
            if as_json:
                typer.echo(sanitised_json(asdict(report)))
            advance()
    if not as_json:
        show(reports, Console(), details=details or len(reports) == 1)
    if not all(report.is_read for report in reports):
        raise typer.Exit(1)


def posts_of(paths: Iterable[str]) -> Iterator[tuple[str, bytes | BadInput]]:
    """Yield each raw post in these files and folders with its name, or the reason why it cannot be read.

    An array of posts is one file, and its elements are `NAME[1]`, `NAME[2]` …
    Raise CommandError if a path does not exist.
    """
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise CommandError(f"{path}: there is no such file or folder; name saved posts.", status=2)
        folder = Path(path)
        files = sorted(map(str, folder.rglob("*.json"))) if path != "-" and folder.is_dir() else [path]
        for file in files:
            try:
                body = bytes_of(file)
            except BadInput as error:
                yield file, error
            except OSError as error:
                yield file, BadInput(f"The file cannot be read: {error.strerror}.")
            else:
                yield from _elements(file, body)


def _elements(file: str, body: bytes) -> Iterator[tuple[str, bytes | BadInput]]:
    """Yield the posts of an array, or the body itself if it is anything else, which the reader refuses."""
    if not body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
        yield file, body
        return
    try:
        posts = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield file, body
        return
    if not posts:
        yield file, BadInput("The array is empty; save a page that has posts.")
    for number, post in enumerate(posts, start=1):
        yield f"{file}[{number}]", json.dumps(post).encode()


@contextmanager
def _progress(posts: int) -> Iterator[Any]:
    """Yield a function that advances a progress bar on standard error, which appears after a second."""
    console = Console(stderr=True)
    progress = Progress(console=console, transient=True)
    task = progress.add_task("checking", total=posts)
    began = time.monotonic()
    started = False

    def advance() -> None:
        nonlocal started
        progress.advance(task)
        if not started and console.is_terminal and time.monotonic() - began > _SECONDS_WITHOUT_BAR:
            started = True
            progress.start()

    try:
        yield advance
    finally:
        if started:
            progress.stop()
