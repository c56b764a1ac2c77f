"""From the blog to the posts queue, one message per post.

Ids and times come first, and are compared with what is known; only what is new or newer is fetched.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import Any
from uuid import uuid4

from aws_lambda_powertools.metrics import MetricUnit
from pydantic import ValidationError

from wod.blog import Blog, current_blog
from wod.errors import BadInput, place_and_problem
from wod.models import PostMessage
from wod.plumbing import known
from wod.plumbing.aws import client
from wod.plumbing.exchange import TooLarge, bad_value_in
from wod.plumbing.known import Known, stamp
from wod.plumbing.quarantine import quarantine
from wod.plumbing.sending import send
from wod.plumbing.settings import FetchQueue, NextQueue, Site
from wod.plumbing.telemetry import logger, metrics
from wod.plumbing.wordpress import FetchRequest, Listing, Stub, WordPress, WordPressUnavailable, newest_of

ALL_POSTS = "none"
"""As the category: posts of every category are fetched."""

_AT_ONCE = 20  # posts that a scheduled fetch fetches itself; more go through the queue
_TOGETHER = 10  # posts in one answer, which has to fit into memory as JSON
_MOST_COMPARISONS = 5  # of one backfill
_NEVER = datetime(1970, 1, 1)


def fetch(request: FetchRequest) -> None:
    """Fetch the posts that a message of the fetch queue asks for."""
    blog, name = _blog()
    if request.ids:
        _fetch_posts(blog, name, list(request.ids))
    elif request.page is not None:
        _fetch_page(blog, name, request)
    else:
        _compare_all(blog, name, request)
    _keep_route(blog, name)


def fetch_what_is_new() -> None:
    """Fetch what the blog has new or newer, as the schedule asks for it.

    Raise BadInput if there is no post at all, and WordPressUnavailable. Whatever happens, the age of the newest post is
    measured, so that its alarm works.
    """
    blog, name = _blog()
    now = _now()
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
    _fetch_new(blog, name, had, listing, now)
    known.change(name, lambda then: then.model_copy(update={"newest": newest}))
    _keep_route(blog, name)


def _measure_age(newest: str, now: datetime) -> None:
    """Measure how old the newest post is; as old as can be if there is none."""
    age = now.replace(tzinfo=None) - (datetime.fromisoformat(newest) if newest else _NEVER)
    metrics.add_metric(name="DaysSinceNewestPost", unit=MetricUnit.Count, value=age / timedelta(days=1))


def _fetch_new(blog: WordPress, name: str, before: Known, listing: Listing, now: datetime) -> None:
    """Fetch what is new in a listing of those that were modified last, and see whether all others are known."""
    found = [stub for stub in listing.stubs if before.wants(stub, now)]
    # What does not fit one page, what has an old time, and what went: all are found by comparing all ids.
    is_surprising = not (before.listed_at and before.expects(listing)) or len(found) == len(listing.stubs) > _AT_ONCE
    if is_surprising and not listing.is_full:
        listing = blog.everything()
        found = [stub for stub in listing.stubs if before.wants(stub, now)]
        known.change(name, lambda had: had.with_all(_without(listing, found, had), now))
    elif is_surprising or not before.is_recent(now):
        send(FetchQueue.read().fetch_queue_url, FetchRequest(posts_per_page=_TOGETHER, again=1))
    if len(found) <= _AT_ONCE:
        _fetch_posts(blog, name, [stub.id for stub in found])
    else:
        _queue(found, _TOGETHER)
    due = before.due(now)
    if due is not None and all(stub.id != due for stub in found):
        _fetch_posts(blog, name, [due], attempts=1)
    known.change(name, lambda had: had.with_posts(found))
    logger.info("fetched what is new", posts=len(found), total=listing.total, questions=blog.questions)


def _compare_all(blog: WordPress, name: str, request: FetchRequest) -> None:
    """List all posts, and queue messages about them: about all for a backfill, else about those that are new or newer.

    As long as something is found the list is compared once more afterwards, so that nothing that was published, or was
    overlooked because another post went, is missing in the end.
    """
    now = _now()
    before = known.read(name)
    listing = blog.everything()
    if not listing.stubs:
        raise BadInput(_empty(blog))
    found = [stub for stub in listing.stubs if not request.again or before.wants(stub, now)]
    if found and request.again >= _MOST_COMPARISONS:
        raise WordPressUnavailable(
            f"{blog.base_url} had new posts each of the {request.again} times that all were listed; ask again later."
        )
    _queue(found, request.posts_per_page)
    newest = newest_of(listing.stubs, now)
    known.change(name, lambda had: had.with_all(listing, now).model_copy(update={"newest": newest}))
    if found:
        send(FetchQueue.read().fetch_queue_url, request.model_copy(update={"again": request.again + 1}))
        logger.info("listed all posts", posts=len(listing.stubs), queued=len(found), times=request.again + 1)
    else:
        logger.info("all posts of the blog were fetched or are queued", posts=len(listing.stubs))


def _without(listing: Listing, found: list[Stub], had: Known) -> Listing:
    """The listing as it was before what was found, which is known only when it is in a queue."""
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
        send(FetchQueue.read().fetch_queue_url, FetchRequest(posts_per_page=posts_per_page, ids=some))


def _fetch_page(blog: WordPress, name: str, request: FetchRequest) -> None:
    try:
        page = blog.page(request)
    except (WordPressUnavailable, TooLarge) as failure:
        if not _is_divisible(failure):
            raise
        _fetch_posts(blog, name, blog.ids_of(request))
        return
    _send_all(page.posts, stamp(_now()))
    logger.info("fetched", request=request.model_dump(), posts=len(page.posts), pages=page.total_pages)


def _fetch_posts(blog: WordPress, name: str, ids: list[int], attempts: int = 3) -> None:
    """Fetch these posts and send each on. One that the blog cannot give stops no other: it is quarantined with its id,
    and asked for again an hour later, then less and less often. One that is not there is asked for again likewise, as
    long as lists have it: it may have been away for a moment, of which its time of modification need not tell.

    Raise WordPressUnavailable if the blog gives none of them, and answers nothing else either.
    """
    if not ids:
        return
    failures: dict[int, Exception] = {}
    missing: set[int] = set()
    given = 0
    for some, answer in _answers(blog, ids, attempts):
        if isinstance(answer, Exception):
            failures[some[0]] = answer
        else:
            given += len(answer)
            missing |= set(some) - {post["id"] for post in answer}
            _send_all(answer, stamp(_now()))
        del answer  # a page may be all of the memory, so it has to be gone before the next is read
    if failures and not given and not blog.answers():
        raise next(iter(failures.values()))
    for number, failure in failures.items():
        reason = f"The blog cannot give post {number}, and gives others: {failure}"
        logger.warning("a post cannot be fetched", post_id=number, reason=reason)
        quarantine(reason, FetchRequest(ids=(number,)).model_dump_json())
    known.change(name, lambda had: had.with_results(ids, missing | failures.keys(), _now()))
    logger.info("fetched", ids=ids, posts=given, failed=list(failures), missing=sorted(missing))


def _answers(blog: WordPress, ids: list[int], attempts: int) -> Iterator[tuple[tuple[int, ...], list[Any] | Exception]]:
    """Give the posts of some ids at a time, or one by one if an answer about several fails; the error of a single one.
    Those for which there is no time left go back to the queue, each in a message of its own.

    A page of posts is gone from memory before the next is read.
    """
    for some in batched(ids, _TOGETHER, strict=False):
        if len(some) > 1:
            try:
                yield some, blog.posts(list(some), attempts=2)
                continue
            except (WordPressUnavailable, TooLarge) as failure:
                if not _is_divisible(failure):
                    raise
        for number in some:
            if not blog.has_time():
                send(FetchQueue.read().fetch_queue_url, FetchRequest(ids=(number,)))
                continue
            try:
                yield (number,), blog.posts([number], attempts)
            except (WordPressUnavailable, TooLarge) as failure:
                if not _is_divisible(failure):
                    raise
                yield (number,), failure


def _is_divisible(failure: Exception) -> bool:
    return isinstance(failure, TooLarge) or getattr(failure, "divisible", False)


def fetch_as_asked(event: Any) -> None:
    """Fetch the page that an event names, with as many posts; or what is new, where it names nothing of that.

    Raise BadInput if the event is no JSON object, or asks for what no page has.
    """
    if not isinstance(event, dict):
        raise BadInput("The event is no JSON object. It may have posts_per_page and page.")
    if event.keys() & {"posts_per_page", "page"}:
        fetch(_request_of(event))
    else:
        fetch_what_is_new()


def _request_of(event: dict[str, Any]) -> FetchRequest:
    try:
        return FetchRequest.model_validate({"page": 1, "newest_first": True, **event})
    except ValidationError as error:
        where, what = place_and_problem(error)
        raise BadInput(f"The event's {where}: {what}. It may have posts_per_page and page.") from error


def _send_all(posts: list[Any], fetched_at: str) -> None:
    for post in posts:
        _send_on(post, fetched_at)
    metrics.add_metric(name="Fetched", unit=MetricUnit.Count, value=len(posts))


def _send_on(post: Any, fetched_at: str) -> None:
    message = PostMessage(correlation_id=str(uuid4()), fetched_at=fetched_at, post=post)
    try:
        if bad := bad_value_in(post):
            number = post.get("id") if isinstance(post, dict) else None
            raise BadInput(f"Post {number} has {bad}; correct the post on the blog.")
        send(NextQueue.read().next_queue_url, message)
    except BadInput as error:
        quarantine(str(error), json.dumps(dict(message)), message)


def _empty(blog: WordPress) -> str:
    what = "no posts" if blog.category is None else f"no posts in category {blog.category}, if there is such a category"
    return f"{blog.base_url} has {what}; correct WordPressUrl, WordPressCategory or the blog's file."


def _keep_route(blog: WordPress, name: str) -> None:
    """Keep where the blog has its API, and which categories are below ours."""
    found = {"route": blog.route, "below": blog.below}
    known.change(name, lambda had: had.model_copy(update=found))


def _blog() -> tuple[WordPress, str]:
    """Return the site of the current blog, and what it is known by. What the stack's own settings say counts before the
    blog's file."""
    blog, site = current_blog(), Site.read()
    username = password = ""
    if secret := site.wordpress_secret_arn:
        username, password = _credentials(client("secretsmanager").get_secret_value(SecretId=secret)["SecretString"])
    url, category = site.wordpress_url or blog.url, _category(site.wordpress_category, blog)
    name = f"{url} {category}"
    had = known.read(name)
    return (
        WordPress(
            base_url=url,
            category=category,
            # Only an embedded cloud, which is on this machine, has an endpoint of its own.
            allow_http=client("sqs").meta.endpoint_url.startswith("http://"),
            username=username,
            password=password,
            route=had.route,
            below=had.below,
        ),
        name,
    )


def _category(stated: str, blog: Blog) -> int | None:
    if stated == ALL_POSTS:
        return None
    return int(stated) if stated else blog.category


def _credentials(secret: str) -> tuple[str, str]:
    """User name and password, which the secret says. The error shows nothing of it, nor does what led to it."""
    try:
        found = json.loads(secret)
        return str(found["username"]), str(found["password"])
    except (ValueError, TypeError, KeyError):
        raise ValueError(
            "The secret of WordPressSecretArn has to be a JSON object with username and password; write it so."
        ) from None


def _now() -> datetime:
    return datetime.now(UTC)
