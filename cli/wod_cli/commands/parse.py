"""`wod parse`: turn raw posts into silver records without any cloud, with the functions of the stages."""

from typing import Annotated

import typer

from wod.blog import Blog
from wod.errors import BadInput
from wod.keys import bronze_key
from wod.reading.whole_post import read_records
from wod.week_file import write_week
from wod_cli.posts.blog_option import BlogOption, blog_of
from wod_cli.posts.raw_post import bytes_of, post_of
from wod_cli.terminal.text import visible


def parse(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Raw posts; - is standard input.")],
    blog: BlogOption = None,
) -> None:
    """Read raw posts offline, and print their silver records as JSON Lines.

    A post that cannot be read gets a sentence on standard error, and the exit
    status is 1; the others are read.

    Example: `wod parse newest.json`
    """
    chosen = blog_of(blog)
    failed = False
    for file in files:
        try:
            records = silver_records(bytes_of(file), chosen)
        except (BadInput, OSError) as error:
            reason = f"{error.strerror}." if isinstance(error, OSError) else str(error)
            typer.echo(visible(f"{file}: {reason}"), err=True)
            failed = True
        else:
            typer.echo(visible(records.decode()), nl=False)
    if failed:
        raise typer.Exit(1)


def silver_records(body: bytes, blog: Blog) -> bytes:
    """Return the lines of the silver file of a raw post.

    A post that was never stored has no version. Raise BadInput if it is not a readable post.
    """
    from wod.reading.cleaning import clean_records  # pandas takes a second to load, and few commands need it

    message = read_records(body, bronze_key(post_of(body)), bronze_version_id="", correlation_id="", blog=blog)
    return write_week(clean_records(message.records))
