"""The sample posts of each blog."""

import json
from datetime import date, timedelta
from pathlib import Path

from wod.blog import DEFAULT_BLOG
from wod.errors import BadInput
from wod.reading.post import read_post
from wod_cli import PROJECT
from wod_cli.errors import CommandError

_SAMPLES = ("normal_week", "no_programme")
"""The samples of the blog that the project was built for; another blog's are all in a folder of its name."""


WHAT_SAMPLES_ARE = "the sample posts, and one of them again for next week, as only training to come makes a text"
"""The description of `sample_posts` for people."""


def samples_of(blog: str) -> list[Path]:
    """Return the sample posts of a blog. Raise CommandError if it has none."""
    folder = PROJECT / "events" / "posts"
    if blog == DEFAULT_BLOG:
        return [folder / f"{name}.json" for name in _SAMPLES]
    samples = sorted((folder / blog).glob("*.json"))
    if not samples:
        raise CommandError(f"There are no sample posts of {blog} in {folder / blog}; save raw posts there.")
    return samples


def sample_posts(blog: str) -> dict[str, bytes]:
    """Return a blog's sample posts by the names of their files, and one of training to come.

    If a post is there twice, only the one that was modified last counts. Raise CommandError if there is none, or if one
    is not a post.
    """
    bodies = {path.name: path.read_bytes() for path in samples_of(blog)}
    newest: dict[int, tuple[str, str]] = {}
    for name, body in bodies.items():
        try:
            post = read_post(body)
        except BadInput as error:
            raise CommandError(f"The sample {name} of {blog} is not a raw post: {error}") from None
        newest[post.id] = max(newest.get(post.id, ("", "")), (post.modified_gmt, name))
    found = {name: bodies[name] for _, name in newest.values()}
    return {**found, "to_come.json": _to_come(next(iter(found.values())))}


def _to_come(body: bytes) -> bytes:
    """Return a copy of this post for next week, because past training sends no text message."""
    today = date.today()
    monday = today + timedelta(days=7 - today.weekday())
    post = json.loads(body)
    title = {"title": {"rendered": f"Training {monday}"}, "slug": f"training-{monday}"}
    return json.dumps(post | title | {"id": post["id"] + 1_000_000}).encode()
