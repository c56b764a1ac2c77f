"""The `wod` command: each subcommand is a module of its name."""

import sys

import typer
from botocore.exceptions import BotoCoreError, ClientError

from wod_cli import dead_letters, local, maxes, quarantine
from wod_cli.check import check
from wod_cli.demo import demo
from wod_cli.drop import drop
from wod_cli.export import export
from wod_cli.fetch import fetch
from wod_cli.forget import forget
from wod_cli.history import history
from wod_cli.lines import lines
from wod_cli.parse import parse
from wod_cli.plain import visible
from wod_cli.problem import Problem
from wod_cli.rebuild import rebuild
from wod_cli.sessions import session, today, week
from wod_cli.settings import settings
from wod_cli.sql import sql
from wod_cli.stack import explain

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    help="Training posts of the Invictus weightlifting blog as data.",
)
app.command()(parse)
app.command()(lines)
app.command()(check)
app.command()(drop)
app.command()(fetch)
app.command()(today)
app.command()(session)
app.command()(week)
app.add_typer(maxes.app, name="maxes")
app.command()(settings)
app.command()(history)
app.command()(export)
app.command()(sql)
app.add_typer(local.app, name="local")
app.command()(demo)
app.add_typer(quarantine.app, name="quarantine")
app.add_typer(dead_letters.app, name="dead-letters")
app.command()(rebuild)
app.command()(forget)


def main() -> None:
    """Run the command; what goes wrong is told in a sentence."""
    try:
        app()
    except Problem as problem:
        print(visible(f"wod: {problem}"), file=sys.stderr)
        sys.exit(problem.status)
    except (BotoCoreError, ClientError) as error:
        sys.exit(visible(f"wod: {explain(error)}"))
