"""A raw post as a person gives it to a command."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from wod.errors import BadInput
from wod.models import Post
from wod.plumbing.objects import LARGEST_OBJECT
from wod.reading.post import check_time, read_post


def bytes_of(file: str) -> bytes:
    """Return the content of the file, or of standard input for `-`.

    Raise OSError if it cannot be read, and BadInput if it is larger than the chain reads: some files have no end.
    """
    with sys.stdin.buffer if file == "-" else Path(file).open("rb") as stream:
        body = stream.read(LARGEST_OBJECT + 1)
    if len(body) > LARGEST_OBJECT:
        raise BadInput(
            f"It has more than {LARGEST_OBJECT} bytes, and no more are read of a post; give one post a file."
        )
    return body


def post_of(body: bytes) -> Post:
    """Parse a raw post. Raise BadInput if the chain would refuse it now: it is not a post, or claims a
    modification that is still to come."""
    post = read_post(body)
    check_time(post, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}")
    return post
