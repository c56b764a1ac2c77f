"""Measure the processor time of reading a post, stage by stage, and how it grows with the post.

`make bench` runs it. The ratios say more than the times, because machines are noisy: the yardstick is lxml's bare parse
of the HTML, and a linear stage has about the same time per kilobyte at every length. Coaches repeat themselves, so
lines that were read once are cached; "new lines" clears the cache before each run.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import html
from rich.console import Console
from rich.table import Table

from wod.blog import DEFAULT_BLOG, load_blog
from wod.errors import BadInput
from wod.notation.composition import read_session
from wod.notation.grammar.notation import notation_of
from wod.notation.lines import line_reader_of
from wod.reading.cleaning import clean_records
from wod.reading.dates.post_dates import dates_of_post
from wod.reading.days.days import group_by_day
from wod.reading.html.page import read_lines
from wod.reading.parts.parts import segment_day
from wod.reading.post import read_post, source_of
from wod.reading.whole_post import read_records

POST = json.loads((Path(__file__).parents[1] / "events" / "posts" / "normal_week.json").read_bytes())
THREE_MB = 3 * 1024 * 1024
LENGTHS = (4_000, 40_000, 400_000, THREE_MB)
RUNS = 40
HOSTILE = {
    "opening brackets": "(" * 290,
    "plus signs": "A + " * 72,
    "digits": "1" * 290,
    "dashed digits": "1-" * 145,
    "commas between digits": "1, " * 96,
    "sets by reps": "5 x " * 72,
    "percents": "75% " * 72,
    "set lines": "Sets 1-2 " * 32,
    "tests": "1-RM " * 58,
    "stations": "Minute 1: " * 29,
    "names": "Snatch " * 41,
    "sentences": "Rest. " * 48,
    "one long line": "Snatch x 1 rep @ 75% of 1-RM Snatch " * 20_000,
}


def main() -> None:
    """Print the tables."""
    console = Console()
    console.print(stages())
    console.print(f"Tables of the notation, in a new process: {tables_ready():.0f} ms, once for each cold function.")
    console.print(growth())
    console.print(hostile())


def stages() -> Table:
    """Measure each stage of one post."""
    blog, body = load_blog(DEFAULT_BLOG), json.dumps(POST).encode()
    notation = notation_of(blog)
    post = read_post(body)
    source = source_of(post, "bronze/raw/post.json", "", "")
    lines = read_lines(post.content)
    _, days = group_by_day(lines, source, blog)
    sessions = [segment_day(day, blog) for day in days]
    records = read_records(body, "bronze/raw/post.json", "", "", load_blog(DEFAULT_BLOG)).records

    def notation_of_sessions() -> None:
        for session in sessions:
            read_session(session.segments, notation)

    def forget_lines() -> None:
        line_reader_of(notation).read.cache_clear()

    def new_lines() -> None:
        forget_lines()
        notation_of_sessions()

    def all_with_new_lines() -> None:
        forget_lines()
        read(body)

    work: dict[str, Callable[[], Any]] = {
        "post: JSON and title": lambda: read_post(body),
        "page: visible lines": lambda: read_lines(post.content),
        "days": lambda: group_by_day(lines, source, blog),
        "parts": lambda: [segment_day(day, blog) for day in days],
        "dates": lambda: dates_of_post(post.title, post.slug, post.published, blog),
        "prescriptions, lines remembered": notation_of_sessions,
        "prescriptions, new lines": new_lines,
        "all of it, lines remembered": lambda: read(body),
        "all of it, new lines": all_with_new_lines,
        "cleaning with pandas": lambda: clean_records(records),
    }
    yardstick = best(lambda: html.fromstring(post.content))
    table = Table("Stage", "Time", "Times lxml", title=f"One post of {len(post.content) / 1000:.1f} kB")
    table.add_row("the bare parse by lxml", f"{yardstick:.2f} ms", "1")
    for name, once in work.items():
        took = best(once)
        table.add_row(name, f"{took:.2f} ms", f"{took / yardstick:.1f}")
    return table


def tables_ready() -> float:
    """Return the milliseconds that a new process needs for the tables of the notation, imports apart."""
    code = (
        "import time; from wod.blog import load_blog; from wod.notation.grammar.notation import notation_of; "
        f"began = time.process_time(); notation_of(load_blog({DEFAULT_BLOG!r})); "
        "print((time.process_time() - began) * 1000)"
    )
    runs = [subprocess.check_output([sys.executable, "-c", code]) for _ in range(5)]  # noqa: S603 - our own code
    return min(map(float, runs))


def growth() -> Table:
    """Measure how the time grows with the post."""
    content = POST["content"]["rendered"]
    table = Table("Length", "Time", "Per kB", "Ratio to the first", title="The same week again and again")
    per_kilobyte = [milliseconds(repeated(content, length)) / length * 1000 for length in LENGTHS]
    for length, each in zip(LENGTHS, per_kilobyte, strict=True):
        took = each * length / 1000
        table.add_row(f"{length / 1000:,.0f} kB", f"{took:,.1f} ms", f"{each:.2f} ms", f"{each / per_kilobyte[0]:.2f}")
    return table


def hostile() -> Table:
    """Measure segments of one hostile line."""
    table = Table("Text", "400 kB", "3 MB", "Ratio of time to length", title="Hostile segments")
    for name, line in HOSTILE.items():
        short, long = (milliseconds(week_of(line, length)) for length in LENGTHS[2:])
        table.add_row(name, f"{short:.0f} ms", f"{long:.0f} ms", f"{long / short * LENGTHS[2] / LENGTHS[3]:.2f}")
    return table


def milliseconds(content: str) -> float:
    """Return the time to read a post with this content."""
    body = json.dumps({**POST, "content": {"rendered": content}}).encode()
    return best(lambda: read(body), runs=3)


def best(work: Callable[[], Any], runs: int = RUNS) -> float:
    """Return the best time of several runs, in milliseconds."""
    return min(timed(work) for _ in range(runs))


def timed(work: Callable[[], Any]) -> float:
    """Return the CPU time of the work in milliseconds."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def read(body: bytes) -> Any:
    """Return the records, or the reason why there are none, because a refusal takes time too."""
    try:
        return read_records(body, "bronze/raw/post.json", "", "", load_blog(DEFAULT_BLOG))
    except BadInput as error:
        return error


def repeated(content: str, length: int) -> str:
    """Return the content, repeated or cut to about this length in characters."""
    return content[:length] if length < len(content) else content * max(1, round(length / len(content)))


def week_of(line: str, length: int) -> str:
    """Return a Monday with one segment that consists of this line."""
    lines = [line] * max(1, length // len(line)) if len(line) < length else [line * (length // len(line) + 1)]
    return "<p>Monday</p><p>A.</p>" + "".join(f"<p>{one}</p>" for one in lines)


if __name__ == "__main__":
    main()
