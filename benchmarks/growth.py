"""Measure how the work for one post grows with the posts before it, as a ratio to the first row: 1 is no growth.

The time is the processor time of the stages. It includes botocore's work for the calls to AWS, but not the work of
moto, which answers them here. The shortest of several runs counts, because other work on the machine can only add to
it. The functions' caches are cleared before each post, as if they had just started. The posts that are stored already
are copies of one (`history.py`); all others go through the chain.
"""

from collections.abc import Callable
from statistics import median
from typing import Any

from benchmarks.chain import AFTER_GOLD, FETCHED_AT, STAGES, Chain, chain, own_time, quiet
from benchmarks.history import stored
from benchmarks.posts import week
from rich.console import Console
from rich.table import Table
from tests.integration.test_fetch import SCHEDULED, a_fetcher, a_post

COUNTS = (52, 520, 5_200)
KNOWN = (52, 520, 2_001, 5_200)
WEEKS = 5_300
RUNS = 5  # of posts after others, and of ten posts
FEW_RUNS = 3  # of thirty edits
FETCHES = 20

type Post = dict[str, Any]
type Measure = tuple[float, int]
"""Seconds of processor time, and calls to AWS."""


def main() -> None:
    """Print the tables."""
    console = Console()
    chains, sites = posts()
    console.print(table_of("Posts that are stored already", chains))
    console.print(table_of("The same, after gold: its pages, and no text", sites))
    console.print(table_of("Posts of the same week, each of six sessions", posts_of_a_week()))
    console.print(table_of("Posts of the same week, each of one session", posts_of_a_week(is_short=True)))
    console.print(table_of("Edits of a fetched post", edits(fetch)))
    console.print(table_of("Files over one name", edits(drop)))
    console.print(table_of("Posts that are known: a fetch that finds nothing new", idle_fetches(), "Requests"))


def fetch(made: Chain, post: Post) -> None:
    """Send a post from the blog."""
    made.fetched(post, FETCHED_AT)


def drop(made: Chain, post: Post) -> None:
    """Drop a post by hand."""
    made.dropped("bronze/raw/a.json", post)


def posts() -> tuple[dict[str, list[Measure]], dict[str, list[Measure]]]:
    """Measure posts after this many others, each for a week of its own, up to gold and after it."""
    chains: dict[str, list[Measure]] = {}
    sites: dict[str, list[Measure]] = {}
    for count in COUNTS:
        with chain([*STAGES, *AFTER_GOLD]) as made:
            first = WEEKS - count
            stored(made, first, range(first + 1, WEEKS))
            fetch(made, week(first - 1))  # makes the pages of all that is stored
            for number in range(first - 2, first - 2 - RUNS, -1):
                up_to_gold, after = measure(made, fetch, week(number))
                chains.setdefault(f"{count:,}", []).append(up_to_gold)
                sites.setdefault(f"{count:,}", []).append(after)
    return chains, sites


def posts_of_a_week(*, is_short: bool = False) -> dict[str, list[Measure]]:
    """Measure each post of some weeks that have ten; short ones have one session, as those of a daily blog."""
    found: dict[str, list[Measure]] = {}
    with chain() as made:
        for number in range(RUNS):
            for post in range(10):
                # Not of the week after, whose figures are compared with all of these.
                one, _ = measure(made, fetch, week(WEEKS - 2 * number, post=post, is_short=is_short))
                found.setdefault(str(post + 1), []).append(one)
    return {count: found[count] for count in ("1", "2", "5", "10")}


def edits(come: Callable[[Chain, Post], None]) -> dict[str, list[Measure]]:
    """Measure each edit of some posts that have thirty."""
    found: dict[str, list[Measure]] = {}
    for _ in range(FEW_RUNS):
        with chain() as made:
            for edit in range(31):
                found.setdefault(str(edit), []).append(measure(made, come, week(0, edit=edit))[0])
    return {count: found[count] for count in ("1", "2", "10", "30")}


def measure(made: Chain, come: Callable[[Chain, Post], None], post: Post) -> tuple[Measure, Measure]:
    """Return the time and calls of a post in functions that have just started, up to gold and after it."""
    made.forget()
    made.take_measures()
    come(made, post)
    taken = made.take_measures()

    def of(stages: list[str]) -> Measure:
        calls = sum(count for (stage, _), count in taken.calls.items() if stage in stages)
        return sum(taken.seconds[stage] for stage in stages), calls

    return of(STAGES), of(AFTER_GOLD)


def idle_fetches() -> dict[str, list[Measure]]:
    """Measure fetches that find nothing new, with the requests to the blog."""
    found: dict[str, list[Measure]] = {}
    for count in KNOWN:
        posts = [a_post(number) for number in range(1, count + 1)]
        with quiet(), a_fetcher(posts) as fetcher, own_time() as clock:
            fetcher.run(SCHEDULED)
            for _ in range(FETCHES):
                began, before = clock(), len(fetcher.requests)
                fetcher.run(SCHEDULED)
                found.setdefault(f"{count:,}", []).append((clock() - began, len(fetcher.requests) - before))
    return found


def table_of(title: str, found: dict[str, list[Measure]], counted: str = "Calls") -> Table:
    """Return the least time and the median number of each row, and their ratios to the first."""
    table = Table(title, "Time", "Ratio", counted, "Ratio")
    rows = {name: (min(time for time, _ in each), median(number for _, number in each)) for name, each in found.items()}
    first_time, first_number = next(iter(rows.values()))
    for name, (time, number) in rows.items():
        ratios = f"{time / first_time:.2f}", f"{number / first_number:.2f}"
        table.add_row(name, f"{1000 * time:.0f} ms", ratios[0], f"{number:.0f}", ratios[1])
    return table


if __name__ == "__main__":
    main()
