"""Count the AWS calls of a post, stage by stage: a new post, an edit, and a duplicate.

`make bench` runs it. AWS's own calls, to take messages from queues and to send events, are not counted.
"""

from collections import Counter
from collections.abc import Callable

from benchmarks.chain import STAGES, Chain, chain
from benchmarks.posts import week
from rich.console import Console
from rich.table import Table

FETCHED_AT = "2026-01-01T12:00:{:02}"

type Calls = Counter[tuple[str, str]]


def main() -> None:
    """Print the table."""
    with chain() as made:
        made.fetched(week(1), FETCHED_AT.format(0))
        made.take_measures()
        kinds = {
            "new post": calls(made, lambda: made.fetched(week(0), FETCHED_AT.format(1))),
            "edit": calls(made, lambda: made.fetched(week(0, edit=1), FETCHED_AT.format(2))),
            "duplicate": calls(made, lambda: made.fetched(week(0, edit=1), FETCHED_AT.format(3))),
            "edit of last week": calls(made, lambda: made.fetched(week(1, edit=1), FETCHED_AT.format(4))),
        }
    Console().print(table_of(kinds))


def calls(made: Chain, work: Callable[[], None]) -> Calls:
    """Return the calls of a piece of work in functions that have just started."""
    made.forget()
    work()
    return made.take_measures()[0]


def table_of(kinds: dict[str, Calls]) -> Table:
    """Return the number of each call by stage, for each kind of post."""
    table = Table("Stage", "Call", *kinds, title="Calls to AWS")
    rows = sorted({row for found in kinds.values() for row in found}, key=lambda row: (STAGES.index(row[0]), row[1]))
    for stage, call in rows:
        table.add_row(stage, call, *(str(found[stage, call] or "") for found in kinds.values()))
    table.add_section()
    table.add_row("all", "", *(str(found.total()) for found in kinds.values()))
    return table


if __name__ == "__main__":
    main()
