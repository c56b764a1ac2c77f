"""Weeks as silver has them, made of posts by the functions that the stages use."""

from datetime import date

import msgspec

from tests.e2e.posts import raw, week_post
from wod.blog import DEFAULT_BLOG, Blog, load_blog
from wod.models import SessionRecord
from wod.week_file import read_sessions, read_week
from wod_cli import PROJECT
from wod_cli.commands.parse import silver_records


def week_of(monday: date, days: dict[str, list[str]], *, version: str = "1", post: int = 1) -> list[SessionRecord]:
    """Return the records of a post for the week of this Monday: each heading with the lines below it."""
    records = read_week(silver_records(raw(week_post(monday, days)), load_blog(DEFAULT_BLOG)))
    own = {"post_id": post, "bronze_version_id": version}
    return [msgspec.convert(record | {"source": record["source"] | own}, SessionRecord) for record in records]


def sample_of(blog: Blog, name: str) -> list[SessionRecord]:
    """Return the records of a sample post of a blog."""
    post = (PROJECT / "events" / "posts" / blog.name.lower() / f"{name}.json").read_bytes()
    return read_sessions(silver_records(post, blog))
