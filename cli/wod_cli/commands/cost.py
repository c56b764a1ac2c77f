"""`wod cost`: the cost of a stack, from the template, the measurements of a post, and list prices."""

import json
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Column, Table

from wod_cli.costs.model import DAYS_OF_A_MONTH, WEEKS_OF_A_MONTH, Line, bill, prices, resources, total
from wod_cli.terminal.listing import AsJson
from wod_cli.terminal.text import counted


def cost(
    posts: Annotated[
        float, typer.Option(min=0, metavar="N", help="Posts per month, all blogs together.", show_default="one a week")
    ] = WEEKS_OF_A_MONTH,
    blogs: Annotated[int, typer.Option(min=1, metavar="N", help="Stacks in one account, one blog each.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Show the cost of a month in dollars: one post per week, or as many as you say.

    docs/cost.md explains the numbers.

    Example: `wod cost --blogs 100 --posts 433`
    """
    lines = bill(posts, resources(), stacks=blogs, cold=posts <= DAYS_OF_A_MONTH * blogs)
    if as_json:
        for line in lines:
            typer.echo(json.dumps({**vars(line), "dollars": round(line.dollars, 4)}))
        return
    console = Console()
    console.print(table_of(lines))
    console.print(
        f"{round(posts, 1):g} post{'' if posts == 1 else 's'} a month, {counted(blogs, 'stack')}; list prices of "
        f"{prices()['region']}, {prices()['date']}. Without text messages, CloudFront and Athena, which cost nothing "
        "unless they are used."
    )


def table_of(lines: list[Line]) -> Table:
    """Return the bill, the greatest line first, without free lines."""
    table = Table("What", *(Column(name, justify="right") for name in ("How many", "Free", "Dollars")), box=box.SIMPLE)
    for line in sorted(lines, key=lambda line: -line.dollars):
        table.add_row(line.what, _number(line.quantity), _number(line.free), f"{line.dollars:.2f}")
    table.add_section()
    table.add_row("all", "", "", f"{total(lines):.2f}")
    return table


def _number(quantity: float) -> str:
    return f"{quantity:,.0f}" if quantity >= 10 or quantity == int(quantity) else f"{quantity:.2f}"
