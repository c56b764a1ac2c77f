"""What the blog gives: posts, and lists that name them without their text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from wod.models import LARGEST_ID


class Page(NamedTuple):
    """The posts of a page as WordPress gave them, not looked at, and how many pages it says there are, if it says so.

    A page beyond the end, as there is one when posts vanish during a backfill, has no posts and no pages.
    """

    posts: list[Any]
    total_pages: int | None


@dataclass(frozen=True)
class Stub:
    """What a list says of a post: its id, and the times of its last modification and its publication. They are UTC,
    unless the blog has only its own time for them, or MySQL's zeros, or nothing: then they are empty."""

    id: int
    modified: str
    published: str


class Listing(NamedTuple):
    """Posts without their text, and how many there are by the blog's own count, if it gives one."""

    stubs: list[Stub]
    total: int | None
    is_full: bool
    """Whether the answer had as many posts as a page may have, ours or not."""


def stub_of(row: object) -> Stub | None:
    """Return what a row of a list says; None if it names no post."""
    if not isinstance(row, dict):
        return None
    number = row.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= LARGEST_ID:
        return None
    modified = next(filter(None, (_time(row, name) for name in ("modified_gmt", "modified", "date_gmt", "date"))), "")
    return Stub(number, modified, _time(row, "date_gmt") or _time(row, "date"))


def newest_of(stubs: Iterable[Stub], now: datetime) -> str:
    """Return when the newest of the posts was published; empty if none of them was."""
    latest = now.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return max((stub.published for stub in stubs if stub.published <= latest), default="")


def _time(row: dict[str, Any], name: str) -> str:
    """Return a time as ISO 8601 to the second; empty if it is none."""
    text = row.get(name)
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0).isoformat() if text else ""
    except (TypeError, ValueError):
        return ""
