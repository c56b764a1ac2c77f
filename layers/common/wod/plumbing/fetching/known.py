"""The known posts of the blog: one object, so that a fetch finds new posts without reading anything else.

A post is known as soon as a message about it is in a queue: from there on it is stored, quarantined or a dead letter,
and never lost. Two functions may write at once; each adds to the other's changes.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import replace
from datetime import UTC, datetime, timedelta

import msgspec
from msgspec import ValidationError

from wod.keys import KNOWN_KEY
from wod.plumbing import objects
from wod.plumbing.fetching.listing import Listing, Stub
from wod.plumbing.optimistic import retry_on_conflict
from wod.shape import Shape, decode

_DAY = timedelta(days=1)
_FIRST_WAIT = timedelta(hours=1)
_LONGEST_WAIT = timedelta(days=1)


class Failure(Shape):
    """A post that the blog did not return, or does not have: when to request it again, and the wait after that."""

    again_at: str
    hours: float


class Known(Shape, omit_defaults=True):
    """The known posts of a blog. Times are UTC, ISO 8601 to the second."""

    blog: str
    """The address and category that they belong to."""
    posts: Mapping[int, str] = {}
    """The last fetched modification of each post."""
    total: int | None = None
    """The blog's total when all posts were listed."""
    listed_at: str = ""
    newest: str = ""
    """The time of publication of the newest post."""
    failed: Mapping[int, Failure] = {}
    route: int = 0
    below: tuple[int, ...] = ()

    def wants(self, stub: Stub, now: datetime) -> bool:
        """Return whether a post is new, or modified since it was fetched."""
        known = self.posts.get(stub.id)
        if known is None:
            return True
        # A time that has not come yet must not hide the edits that follow.
        return stub.modified > known or (stub.modified != known and known > stamp(now + _DAY))

    def expects(self, listing: Listing) -> bool:
        """Return whether the blog has as many posts as are known, with those that the list adds."""
        new = sum(stub.id not in self.posts for stub in listing.stubs)
        return listing.total is None or self.total is None or listing.total == self.total + new

    def is_recent(self, now: datetime) -> bool:
        """Return whether all posts were listed within the last day."""
        return self.listed_at > stamp(now - _DAY)

    def with_posts(self, stubs: Iterable[Stub]) -> "Known":
        """Return it with these posts fetched."""
        stubs = list(stubs)
        new = {stub.id for stub in stubs} - self.posts.keys()
        total = None if self.total is None else self.total + len(new)
        posts = {**self.posts, **{stub.id: stub.modified for stub in stubs}}
        return replace(self, posts=posts, total=total)

    def with_all(self, listing: Listing, now: datetime) -> "Known":
        """Return it with these posts fetched and no others: posts that the blog no longer has are forgotten.

        A total that changes although the posts do not counts nothing, and is not kept: it would have all posts listed
        at every fetch.
        """
        posts = {stub.id: stub.modified for stub in listing.stubs}
        is_wrong = self.total not in (None, listing.total) and posts.keys() == self.posts.keys()
        failed = {number: failure for number, failure in self.failed.items() if number in posts}
        total = None if is_wrong else listing.total
        return replace(self, posts=posts, total=total, listed_at=stamp(now), failed=failed)

    def without(self, number: int) -> "Known":
        """Return it as if this post had never been fetched."""
        if number not in self.posts:
            return self
        posts = {one: modified for one, modified in self.posts.items() if one != number}
        return replace(self, posts=posts, total=None if self.total is None else self.total - 1)

    def due(self, now: datetime) -> int | None:
        """Return a failed post that is due to be requested again; None if there is none."""
        return next((number for number, one in sorted(self.failed.items()) if one.again_at <= stamp(now)), None)

    def with_results(self, tried: Iterable[int], failed: Iterable[int], now: datetime) -> "Known":
        """Return the known posts with the results of requests: the failed ones have to be requested again."""
        others = {number: failure for number, failure in self.failed.items() if number not in set(tried)}
        for number in failed:
            before = self.failed.get(number)
            wait = min(timedelta(hours=before.hours) * 4, _LONGEST_WAIT) if before else _FIRST_WAIT
            others[number] = Failure(again_at=stamp(now + wait), hours=wait / timedelta(hours=1))
        return replace(self, failed=others)


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


def stamp(time: datetime) -> str:
    """Return a time in the format of this object."""
    return time.strftime("%Y-%m-%dT%H:%M:%S")


def read(blog: str) -> Known:
    """Return the known posts of a blog; none if another blog was fetched before, or if the object is invalid."""
    stored = objects.read(KNOWN_KEY)
    return _of(stored.body if stored else None, blog)


def change(blog: str, how: Callable[[Known], Known]) -> Known:
    """Change the known posts, and return them. Unchanged ones are not written."""

    def once() -> Known:
        stored = objects.read(KNOWN_KEY)
        before = _of(stored.body if stored else None, blog)
        after = how(before)
        if after != before:
            objects.write(KNOWN_KEY, msgspec.json.encode(after), over=stored and stored.etag)
        return after

    return retry_on_conflict(once)


def _of(body: bytes | None, blog: str) -> Known:
    try:
        known = decode(body, Known) if body else Known(blog=blog)
    except ValidationError:
        return Known(blog=blog)
    return known if known.blog == blog else Known(blog=blog)
