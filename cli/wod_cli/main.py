"""The `wod` command. A subcommand's module is loaded when it is called: `wod --help`, and completion at each press of
the Tab key, load none of them, and so neither boto3 nor the notation."""

import signal
import sys
from importlib import import_module
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from wod_cli.errors import CommandError

_HELP = {"help_option_names": ["-h", "--help"]}

# By name: the module, and the first sentence of its help, which a test compares with the command's own.
COMMANDS = {
    "parse": ("parse", "Read raw posts offline, and print their silver records as JSON Lines."),
    "lines": (
        "lines",
        "Show each line of a post's parts with its kind, what was read from it, and what is doubtful.",
    ),
    "check": ("check", "Check how posts are read, and show what to look at."),
    "drop": ("drop", "Put raw posts into bronze, from where the chain processes them."),
    "fetch": ("fetch", "Fetch new and edited posts, as the schedule does; or a page; or all posts of the blog."),
    "today": ("sessions", "Show what to do today, with the weights to load."),
    "session": ("sessions", "Show the sessions of a day, with the weights to load."),
    "week": ("sessions", "Show the sessions of a week, with the weights to load."),
    "maxes": ("maxes", "Your maxima, by date, which turn percents into weights."),
    "settings": ("settings", "Show your settings, after changing those that are named."),
    "history": (
        "history",
        "Plot the percents of a lift over the years: a dot is a set, and its number the repetitions.",
    ),
    "export": ("export", "Write sessions as CSV, Parquet, JSON, a calendar or Liftoscript."),
    "open": ("open", "Serve the site on this machine and open it, until Ctrl-C."),
    "sql": (
        "sql",
        "Query the lakehouse with SQL: sessions, prescriptions, lines, posts, weeks, lifts_by_week, quality, runs.",
    ),
    "local": ("local", "The embedded cloud: AWS on this machine, with the stack deployed."),
    "demo": (
        "demo",
        "Run the whole chain on this machine: build, deploy, fetch, and show the result of every stage.",
    ),
    "status": ("status", "Show waiting, running and failed messages of each stage, and how fresh the newest post is."),
    "trace": (
        "trace",
        "Show a post's path from the blog to the text message, or the lines behind a week, a day or a figure.",
    ),
    "quarantine": ("quarantine", "Bad input that was put aside, with the reason: list, show, retry, discard."),
    "dead-letters": ("dead_letters", "Messages that could not be processed: list, show, retry, discard."),
    "rebuild": ("rebuild", "Make silver, table, gold and site again from bronze, and show what still differs."),
    "cost": ("cost", "Show the cost of a month in dollars: one post per week, or as many as you say."),
    "forget": ("forget", "Remove a post from silver, the table, gold and the events; bronze keeps it."),
}


class Commands(TyperGroup):
    """A group that knows its commands by name, and loads the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the entry of a command in a list."""
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name][1]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called, loaded."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, loaded(name) if name in COMMANDS else command, rest


def loaded(name: str) -> Any:
    """Load a command, or a group of them."""
    module = import_module(f"wod_cli.commands.{COMMANDS[name][0]}")
    if hasattr(module, "app"):
        return typer.main.get_group(module.app)
    alone = typer.Typer(context_settings=_HELP, add_completion=False)
    alone.command(name)(getattr(module, name))
    return typer.main.get_command(alone)


def _leave_out_python_types() -> None:
    """Let help name arguments and options that take a value by their metavars, without `<list[str]>` and `<bool>`."""
    argument: Any = TyperArgument  # typer has no setting for this
    option: Any = TyperOption
    of_option = option.display_type_rich
    argument.display_type_rich = lambda self, ctx: None
    option.display_type_rich = lambda self, ctx: None if self.is_flag else of_option(self, ctx)


_leave_out_python_types()
app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    context_settings=_HELP,
    help="Training posts of the Invictus weightlifting blog as data.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"wod {version('wod')}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Training posts of the Invictus weightlifting blog as data."""


def main() -> None:
    """Run the command. Print an error as one sentence; end without a word, with status 130, after Ctrl-C."""
    signal.signal(signal.SIGINT, lambda *_: sys.exit(130))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for a terminal that is not UTF-8
    try:
        app(prog_name="wod")  # whatever starts it
    except CommandError as error:
        _print_error(str(error))
        sys.exit(error.status)
    except Exception as error:
        if not _is_of_aws(error):
            raise
        from wod_cli.deployed.stack import explain

        _print_error(explain(error))
        sys.exit(1)


def _is_of_aws(error: Exception) -> bool:
    if "botocore" not in sys.modules:
        return False
    from botocore.exceptions import BotoCoreError, ClientError
    from botocore.parsers import ResponseParserError

    return isinstance(error, BotoCoreError | ClientError | ResponseParserError)


def _print_error(reason: str) -> None:
    from wod_cli.terminal.text import visible

    print(visible(f"wod: {reason}"), file=sys.stderr)
