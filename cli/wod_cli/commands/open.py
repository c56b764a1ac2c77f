"""`wod open`: the site of a stack, or of a folder, in the browser of this machine."""

import threading
import webbrowser
from pathlib import Path
from typing import Annotated

import typer
from botocore.exceptions import ClientError
from rich.console import Console

from wod.keys import SITE_PREFIX
from wod_cli import PROGRAMME
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack
from wod_cli.errors import CommandError
from wod_cli.site_server import FIRST_PAGE, Read, files_in, serve_site

PORT = 8018
"""A browser keeps the lifter's maxima for one address, so this is always the same if it is free."""


def open(  # noqa: A001 - the command's name
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="FOLDER", help="A folder with the site's files, instead of the stack's bucket."),
    ] = None,
    port: Annotated[
        int,
        typer.Option(metavar="PORT", min=0, max=65535, help="The port on this machine; 0 for any free port."),
    ] = PORT,
    browser: Annotated[bool, typer.Option(help="Open it in the browser.")] = True,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Serve the site on this machine and open it, until Ctrl-C.

    Example: `wod open .cloud-state/demo/bucket/site`, after `make demo`
    """
    read = files_in(folder) if folder else files_of(find_stack(stage, programme))
    if read(FIRST_PAGE) is None:
        raise CommandError(
            f"{folder} has no {FIRST_PAGE}: name the folder `site` of a copy of the bucket, such as `make demo` makes."
            if folder
            else "There is no site in the bucket: `wod fetch` or `wod drop` brings a post, and the chain renders it."
        )
    try:
        with serve_site(read, port) as address:
            Console().print(f"The site is at {address} until Ctrl-C.")
            if browser:
                webbrowser.open(address)
            threading.Event().wait()
    except OSError as error:
        raise CommandError(f"Port {port} of this machine: {error.strerror}; name another --port.") from error


def files_of(stack: Stack) -> Read:
    """Return a function that reads the site's files in the bucket of a stack."""

    def read(path: str) -> bytes | None:
        try:
            return stack.body(f"{SITE_PREFIX}{path}")
        except ClientError as error:
            if error.response["Error"]["Code"] == "NoSuchKey":
                return None
            raise

    return read
