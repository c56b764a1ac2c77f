"""Measure how the work for one post grows with the posts before it: as a ratio to the first row, flat is 1.

`make bench` goes up to 520 posts. `python -m benchmarks.growth --all` goes on to 5,200, and also measures files that
are dropped by hand; that takes half an hour and gigabytes of memory, as moto keeps everything in objects. The time is
that of the stages themselves, without the calls to AWS, which moto answers here. The functions' caches are cleared
before each post, as if they had just started.
"""

import sys
from collections.abc import Callable
from statistics import median
from typing import Any

from benchmarks.chain import Chain, chain
from benchmarks.posts import week
from rich.console import Console
from rich.table import Table

FETCHED_AT = "2026-01-01T12:00:00"
WEEKS = 5_300
RUNS = 10  # of posts after others
FEW_RUNS = 2  # of ten posts, or thirty edits

type Post = dict[str, Any]
type Measure = tuple[float, int]
"""Seconds of processor time, and calls to AWS."""


def main() -> None:
    """Print the tables."""
    console = Console()
    counts = [52, 520, *([5_200] if "--all" in sys.argv else [])]
    console.print(table_of("Posts that are stored already", posts(counts)))
    console.print(table_of("Posts of the same week", posts_of_a_week()))
    console.print(table_of("Edits of a fetched post", edits(fetch)))
    if "--all" in sys.argv:
        console.print(table_of("Files over one name", edits(drop)))


def fetch(made: Chain, post: Post) -> None:
    """Send a post from the blog."""
    made.fetched(post, FETCHED_AT)


def drop(made: Chain, post: Post) -> None:
    """Drop a post by hand."""
    made.dropped("bronze/raw/a.json", post)


def posts(counts: list[int]) -> dict[str, list[Measure]]:
    """Measure posts after so many others, each for a week of its own."""
    found = {}
    with chain() as made:
        stored = 0
        for count in counts:
            for number in range(stored, count):
                fetch(made, week(WEEKS - number, is_short=True))
            stored = count + RUNS
            found[f"{count:,}"] = [measure(made, fetch, week(WEEKS - number)) for number in range(count, stored)]
    return found


def posts_of_a_week() -> dict[str, list[Measure]]:
    """Measure each post of some weeks that have ten."""
    found: dict[str, list[Measure]] = {}
    with chain() as made:
        for number in range(FEW_RUNS):
            for post in range(10):
                one = measure(made, fetch, week(WEEKS - number, post=post))
                found.setdefault(str(post + 1), []).append(one)
    return {count: found[count] for count in ("1", "2", "5", "10")}


def edits(come: Callable[[Chain, Post], None]) -> dict[str, list[Measure]]:
    """Measure each edit of some posts that have thirty."""
    found: dict[str, list[Measure]] = {}
    for _ in range(FEW_RUNS):
        with chain() as made:
            for edit in range(31):
                found.setdefault(str(edit), []).append(measure(made, come, week(0, edit=edit)))
    return {count: found[count] for count in ("1", "2", "10", "30")}


def measure(made: Chain, come: Callable[[Chain, Post], None], post: Post) -> Measure:
    """Return the time and calls of a post in functions that have just started."""
    made.forget()
    made.take_measures()
    come(made, post)
    calls, seconds = made.take_measures()
    return sum(seconds.values()), calls.total()


def table_of(title: str, found: dict[str, list[Measure]]) -> Table:
    """Return the median time and calls of each row, and their ratios to the first."""
    table = Table(title, "Time", "Ratio", "Calls", "Ratio")
    middle = {
        name: (median(time for time, _ in each), median(calls for _, calls in each)) for name, each in found.items()
    }
    first_time, first_calls = next(iter(middle.values()))
    for name, (time, calls) in middle.items():
        ratios = f"{time / first_time:.2f}", f"{calls / first_calls:.2f}"
        table.add_row(name, f"{1000 * time:.0f} ms", ratios[0], f"{calls:.0f}", ratios[1])
    return table


if __name__ == "__main__":
    main()
