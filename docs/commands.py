"""Write commands.md beside this file from the help of the `wod` command; `make docs` runs it after a change there."""

import re
from pathlib import Path

import typer
from typer.cli import get_docs_for_click

from wod_cli.main import COMMANDS, app, loaded

DOCUMENT = Path(__file__).parent / "commands.md"

_HEAD = """\
# The `wod` command

Written by `make docs` from the command's own help; `wod COMMAND --help` says the same at a terminal.

"""
_HELP = re.compile(r"^\* `--help`.*\n", re.MULTILINE)
_EMPTY = re.compile(r"\*\*Options\*\*:\n\n\n")


def document() -> str:
    """Return the text of commands.md: a chapter for each command, with its arguments and options."""
    context = typer.Context(typer.main.get_command(app))
    chapters = "".join(
        get_docs_for_click(obj=loaded(name), ctx=context, indent=1, name=name, call_prefix="wod") for name in COMMANDS
    )
    return _HEAD + _EMPTY.sub("", _HELP.sub("", chapters)).replace("```console\n$ ", "```\n").rstrip() + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
