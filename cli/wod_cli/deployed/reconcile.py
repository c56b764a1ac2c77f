"""The known posts of the fetch, and posts that have sessions here and are no longer on the blog."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from wod.keys import BRONZE_PREFIX, KNOWN_KEY
from wod.plumbing import objects
from wod_cli.deployed.outcomes import Posts


def noted_of_blog() -> dict[str, Any]:
    """Return the known posts of the fetch function; empty if there are none."""
    stored = objects.read(KNOWN_KEY)
    try:
        value = json.loads(stored.body) if stored else {}
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def newest_post() -> str:
    """Return the time of publication of the blog's newest post, in UTC, as noted by the fetch; empty if there is
    none."""
    return str(noted_of_blog().get("newest", ""))


def withdrawn(posts: Posts, on_the_blog: Collection[int]) -> Iterator[str]:
    """Yield each fetched post that has sessions and is not on the blog."""
    for post_id in sorted(posts.fetched.keys() - set(on_the_blog)):
        entry = posts.stored.get(post_id)
        if entry and entry.place:
            name = entry.revision[1].removeprefix(BRONZE_PREFIX)
            yield f"{post_id} {name} is no longer on the blog: wod forget {post_id}"
