"""Put files into bronze by hand."""

from copy import replace
from typing import NamedTuple

from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, bronze_key
from wod.reading.post import read_post
from wod_cli.deployed.outcomes import Target
from wod_cli.deployed.stack import Stack


class Dropped(NamedTuple):
    """A file in bronze: its key, and the revision to follow through the chain."""

    key: str
    target: Target


def put_into_bronze(stack: Stack, name: str, body: bytes) -> Dropped:
    """Store a raw post under the key of a fetch; a file that is not a post keeps its name."""
    target = Target(None)
    try:
        post = read_post(body)
        key, target = bronze_key(post), Target(post.id, post.modified_gmt)
    except BadInput:
        key = f"{BRONZE_PREFIX}dropped/{as_text(name).removesuffix('.json')}.json"
    answer = stack.client("s3").put_object(Bucket=stack.outputs["BucketName"], Key=key, Body=body)
    return Dropped(key, replace(target, key=key, version_id=answer.get("VersionId", "")))


def as_text(name: str) -> str:
    """Return the name of a file, which may be any bytes, with `?` for each character that cannot be shown."""
    return "".join(character if character.isprintable() else "?" for character in name)
