"""Posts of the blog, and lists that name them without their text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from wod.shape import LARGEST_ID


class Page(NamedTuple):
    """The posts of a page as returned by WordPress, not validated, and its number of pages, if it is stated.

    A page beyond the end, as there is one when posts vanish during a backfill, has no posts and no pages.
    """

    posts: list[Any]
    total_pages: int | None


@dataclass(frozen=True)
class Stub:
    """A row of a list: a post's id, and the times of its last modification and its publication. They are UTC, or empty
    if the blog has only its local time for them, or MySQL's zeros, or nothing."""

    id: int
    modified: str
    published: str


class Listing(NamedTuple):
    """Posts without their text, and the blog's own total, if it states one."""

    stubs: list[Stub]
    total: int | None
    is_full: bool
    """Whether the response had as many posts as a page may have, ours or not."""


def stub_of(row: object) -> Stub | None:
    """Return the row of a list; None if it names no post."""
    if not isinstance(row, dict):
        return None
    number = row.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= LARGEST_ID:
        return None
    modified = next(filter(None, (_time(row, name) for name in ("modified_gmt", "modified", "date_gmt", "date"))), "")
    return Stub(number, modified, _time(row, "date_gmt") or _time(row, "date"))


def newest_of(stubs: Iterable[Stub], now: datetime) -> str:
    """Return the time of publication of the newest post; empty if none was published."""
    latest = now.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return max((stub.published for stub in stubs if stub.published <= latest), default="")


def _time(row: dict[str, Any], name: str) -> str:
    """Return a time as ISO 8601 to the second; empty if it is not one."""
    text = row.get(name)
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0).isoformat() if text else ""
    except (TypeError, ValueError):
        return ""
