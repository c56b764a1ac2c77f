"""`wod drop`: raw posts into bronze, by hand."""

from pathlib import Path
from typing import Annotated

import typer

from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, bronze_key
from wod.reading.post import read_post
from wod_cli import PROGRAMME
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack
from wod_cli.errors import CommandError
from wod_cli.terminal.listing import tracked


def drop(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Raw posts, one a file.")],
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Put raw posts into bronze, where the chain takes them up.

    A file that is no post is put there too: the chain sets it aside in quarantine, with the reason.
    """
    try:
        posts = [(file, file.read_bytes()) for file in files]
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}; nothing was dropped.") from error
    stack = find_stack(stage, programme)
    for file, body in tracked(posts, "dropping"):
        key = put_into_bronze(stack, _as_text(file.name), body)
        typer.echo(f"{_as_text(str(file))} → s3://{stack.outputs['BucketName']}/{key}")


def put_into_bronze(stack: Stack, name: str, body: bytes) -> str:
    """Store a raw post where a fetch would have, and give its key; what is no post goes by the name of its file."""
    try:
        key = bronze_key(read_post(body))
    except BadInput:
        key = f"{BRONZE_PREFIX}dropped/{name.removesuffix('.json')}.json"
    stack.client("s3").put_object(Bucket=stack.outputs["BucketName"], Key=key, Body=body)
    return key


def _as_text(name: str) -> str:
    """The name of a file, which may be any bytes, without what is no character."""
    return "".join(character if character.isprintable() else "?" for character in name)
