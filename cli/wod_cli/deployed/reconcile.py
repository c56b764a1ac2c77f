"""`wod fetch --all --reconcile`: posts that have sessions here, and are no longer on the blog."""

import json
import time
from collections.abc import Iterator
from typing import Any

from wod.keys import BRONZE_LEDGERS, BRONZE_PREFIX, KNOWN_KEY, silver_ledger
from wod.plumbing import ledger, objects
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError

_SECONDS_TO_LIST = 300
_SECONDS_BETWEEN_LOOKS = 2


def last_listed() -> str:
    """When all posts of the blog were listed last, by what the fetch notes; empty if they never were."""
    return str(_known().get("listed_at", ""))


def newest_post() -> str:
    """When the newest post of the blog was published, in UTC, by what the fetch notes; empty if it noted nothing."""
    return str(_known().get("newest", ""))


def withdrawn(stack: Stack, listed_before: str) -> Iterator[str]:
    """Wait for a list of the blog's posts, and name each fetched post that has sessions and is not in it."""
    deadline = time.monotonic() + _SECONDS_TO_LIST
    while last_listed() == listed_before:
        if time.monotonic() > deadline:
            raise CommandError("The blog's posts were not listed; see `wod dead-letters`, and ask again.")
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    on_the_blog = set(map(int, _known()["posts"]))
    for post_id in _fetched(stack):
        entry = ledger.read(silver_ledger(post_id)) if post_id not in on_the_blog else None
        if entry and entry.place:
            name = entry.revision[1].removeprefix(BRONZE_PREFIX)
            yield f"{post_id} {name} is no longer on the blog: wod forget {post_id}"


def _fetched(stack: Stack) -> list[int]:
    """The ids of all posts that were ever fetched, in order."""
    keys = stack.keys(BRONZE_LEDGERS)
    names = [key.removeprefix(BRONZE_LEDGERS).removesuffix(".json") for key in keys]
    return sorted(int(name) for name in names if name.isdecimal())


def _known() -> dict[str, Any]:
    stored = objects.read(KNOWN_KEY)
    try:
        value = json.loads(stored.body) if stored else {}
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
