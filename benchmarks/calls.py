"""Count the AWS calls of a post, stage by stage: a new post, an edit, and a duplicate.

`make bench` runs it. AWS's own calls, to take messages from queues and to send events, are not counted.
"""

from collections import Counter
from typing import Any

from benchmarks.chain import FETCHED_AT, STAGES, Chain, chain
from benchmarks.posts import week
from rich.console import Console
from rich.table import Table

type Calls = Counter[tuple[str, str]]


def main() -> None:
    """Print the table."""
    with chain() as made:
        made.fetched(week(1), FETCHED_AT)
        made.take_measures()
        kinds = {
            "new post": calls(made, week(0)),
            "edit": calls(made, week(0, edit=1)),
            "duplicate": calls(made, week(0, edit=1)),
            "edit of last week": calls(made, week(1, edit=1)),
        }
    Console().print(table_of(kinds))


def calls(made: Chain, post: dict[str, Any]) -> Calls:
    """Return the calls of a fetched post in functions that have just started."""
    made.forget()
    made.fetched(post, FETCHED_AT)
    return made.take_measures().calls


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
