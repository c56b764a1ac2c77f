"""Compare the blog with the known posts, and fetch only what is new or newer."""

from collections.abc import Iterable
from copy import replace
from datetime import datetime, timedelta
from itertools import batched

from aws_lambda_powertools.metrics import MetricUnit

from wod.errors import BadInput
from wod.plumbing.fetching import known
from wod.plumbing.fetching.known import Known
from wod.plumbing.fetching.listing import Listing, Stub, newest_of
from wod.plumbing.fetching.posts import TOGETHER, fetch_posts
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.fetching.unavailable import WordPressUnavailable
from wod.plumbing.fetching.wordpress import WordPress
from wod.plumbing.sending import send
from wod.plumbing.settings import fetch_queue
from wod.plumbing.telemetry import logger, metrics

_AT_ONCE = 20  # posts that a scheduled fetch fetches itself; more go through the queue
_MOST_COMPARISONS = 5  # of one backfill
_NEVER = datetime(1970, 1, 1)


def fetch_what_is_new(blog: WordPress, name: str) -> dict[int, str]:
    """Fetch new and newer posts for the schedule, and return the last modification of each.

    Raise BadInput if there is no post at all, and WordPressUnavailable. In any case the age of the newest post is
    measured, for its alarm.
    """
    now = known.now()
    had = known.read(name)
    try:
        listing = blog.changed_last()
        if not listing.stubs:
            raise BadInput(_empty(blog))
    except WordPressUnavailable:
        if had.newest:
            _measure_age(had.newest, now)
        raise
    except BadInput:
        _measure_age("", now)
        raise
    # A page that is not full has all posts; else the newest may not be among those that were modified last.
    newest = max(newest_of(listing.stubs, now), had.newest if listing.is_full else "")
    _measure_age(newest, now)
    found = _fetch_new(blog, name, had, listing, now)
    known.change(name, lambda then: replace(then, newest=newest))
    return {stub.id: stub.modified for stub in found}


def _measure_age(newest: str, now: datetime) -> None:
    """Measure the age of the newest post; the greatest possible if there is none."""
    age = now.replace(tzinfo=None) - (datetime.fromisoformat(newest) if newest else _NEVER)
    metrics.add_metric(name="DaysSinceNewestPost", unit=MetricUnit.Count, value=age / timedelta(days=1))


def _fetch_new(blog: WordPress, name: str, before: Known, listing: Listing, now: datetime) -> list[Stub]:
    """Fetch the new posts of a listing of those that were modified last, and check whether all others are known. Return
    the fetched or queued posts."""
    found = [stub for stub in listing.stubs if before.wants(stub, now)]
    # Posts beyond one page, with an old time, or removed: comparing all ids finds them.
    is_surprising = not (before.listed_at and before.expects(listing)) or len(found) == len(listing.stubs) > _AT_ONCE
    if is_surprising and not listing.is_full:
        listing = blog.everything()
        found = [stub for stub in listing.stubs if before.wants(stub, now)]
        known.change(name, lambda had: had.with_all(_without(listing, found, had), now))
    elif is_surprising or not before.is_recent(now):
        send(fetch_queue(), FetchRequest(posts_per_page=TOGETHER, again=1))
    if len(found) <= _AT_ONCE:
        fetch_posts(blog, name, [stub.id for stub in found])
    else:
        _queue(found, TOGETHER)
    due = before.due(now)
    if due is not None and all(stub.id != due for stub in found):
        fetch_posts(blog, name, [due], attempts=1)
    known.change(name, lambda had: had.with_posts(found))
    logger.info("fetched what is new", posts=len(found), total=listing.total, requests=blog.api.requests)
    return found


def compare_all(blog: WordPress, name: str, request: FetchRequest) -> None:
    """List all posts, and queue messages about them: about all for a backfill, else about new and newer ones.

    The list is compared once more afterwards as long as something is found, so that no post that was published
    meanwhile, or was overlooked because another one went, is missing at the end.
    """
    now = known.now()
    before = known.read(name)
    listing = blog.everything()
    if not listing.stubs:
        raise BadInput(_empty(blog))
    found = [stub for stub in listing.stubs if not request.again or before.wants(stub, now)]
    if found and request.again >= _MOST_COMPARISONS:
        raise WordPressUnavailable(
            f"{blog.base_url} had new posts each of the {request.again} times that all were listed; try again later."
        )
    _queue(found, request.posts_per_page)
    newest = newest_of(listing.stubs, now)
    known.change(name, lambda had: replace(had.with_all(listing, now), newest=newest))
    if found:
        send(fetch_queue(), replace(request, again=request.again + 1))
        logger.info("listed all posts", posts=len(listing.stubs), queued=len(found), times=request.again + 1)
    else:
        logger.info("all posts of the blog were fetched or are queued", posts=len(listing.stubs))


def _without(listing: Listing, found: list[Stub], had: Known) -> Listing:
    """Return the listing as it was before the found posts, which are known only once they are in a queue."""
    left = {stub.id for stub in found}
    stubs = [
        Stub(stub.id, had.posts[stub.id], "") if stub.id in left else stub
        for stub in listing.stubs
        if stub.id not in left or stub.id in had.posts
    ]
    new = sum(stub.id not in had.posts for stub in found)
    return listing._replace(stubs=stubs, total=None if listing.total is None else listing.total - new)


def _queue(stubs: Iterable[Stub], posts_per_page: int) -> None:
    for some in batched((stub.id for stub in stubs), posts_per_page, strict=False):
        send(fetch_queue(), FetchRequest(posts_per_page=posts_per_page, ids=some))


def _empty(blog: WordPress) -> str:
    what = "no posts" if blog.category is None else f"no posts in category {blog.category}, if there is such a category"
    return f"{blog.base_url} has {what}; correct WordPressUrl, WordPressCategory or the blog's file."
