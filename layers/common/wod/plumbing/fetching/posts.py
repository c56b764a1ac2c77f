"""Send posts of the blog to the posts queue, one message per post."""

import json
from collections.abc import Iterator
from itertools import batched
from typing import Any
from uuid import uuid4

import msgspec
from aws_lambda_powertools.metrics import MetricUnit

from wod.errors import BadInput
from wod.messages import PostMessage
from wod.plumbing import running, tracing
from wod.plumbing.fetching import known
from wod.plumbing.fetching.answer import bad_value_in
from wod.plumbing.fetching.exchange import TooLarge
from wod.plumbing.fetching.known import stamp
from wod.plumbing.fetching.listing import stub_of
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.fetching.unavailable import WordPressUnavailable
from wod.plumbing.fetching.wordpress import WordPress
from wod.plumbing.quarantine import quarantine
from wod.plumbing.sending import send
from wod.plumbing.settings import fetch_queue, next_queue
from wod.plumbing.telemetry import about, about_nothing, logger, metrics

TOGETHER = 10
"""The most posts per response, which has to fit into memory as JSON."""


def fetch_page(blog: WordPress, name: str, request: FetchRequest) -> dict[int, str]:
    """Fetch a page of posts, and return the last modification of each; empty if it is not known."""
    try:
        page = blog.page(request)
    except (WordPressUnavailable, TooLarge) as failure:
        if not _is_divisible(failure):
            raise
        ids = blog.ids_of(request)
        fetch_posts(blog, name, ids)
        return dict.fromkeys(ids, "")
    _send_all(page.posts, stamp(known.now()))
    logger.info("fetched", request=msgspec.to_builtins(request), posts=len(page.posts), pages=page.total_pages)
    return {stub.id: stub.modified for post in page.posts if (stub := stub_of(post))}


def fetch_posts(blog: WordPress, name: str, ids: list[int], attempts: int = 3) -> None:
    """Fetch these posts and send each on. A post that the blog cannot return stops no other: it is quarantined with its
    id, and requested again an hour later, then less and less often. A missing post is treated in
    the same way while lists have it: it may have been unavailable for a moment without a new modification time.

    Raise WordPressUnavailable if the blog returns none of them, nor anything else.
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
            missing |= set(some) - {stub.id for post in answer if (stub := stub_of(post))}
            _send_all(answer, stamp(known.now()))
        del answer  # a page may fill the memory, so it has to be freed before the next is read
    if failures and not given and not blog.answers():
        raise next(iter(failures.values()))
    for number, failure in failures.items():
        reason = f"The blog cannot give post {number}, and gives others: {failure}"
        logger.warning("a post cannot be fetched", post_id=number, reason=reason)
        quarantine(reason, msgspec.json.encode(FetchRequest(ids=(number,))).decode())
    known.change(name, lambda had: had.with_results(ids, missing | failures.keys(), known.now()))
    logger.info("fetched", ids=ids, posts=given, failed=list(failures), missing=sorted(missing))


def _answers(blog: WordPress, ids: list[int], attempts: int) -> Iterator[tuple[tuple[int, ...], list[Any] | Exception]]:
    """Yield the posts of some ids at a time, or one by one if a response with several fails; the error of a single one.
    If there is no time left, the other ids go back to the queue, each in its own message.

    A page of posts is freed before the next is read.
    """
    for some in batched(ids, TOGETHER, strict=False):
        if len(some) > 1:
            try:
                yield some, blog.posts(list(some), attempts=2)
                continue
            except (WordPressUnavailable, TooLarge) as failure:
                if not _is_divisible(failure):
                    raise
        for number in some:
            if not blog.api.has_time():
                send(fetch_queue(), FetchRequest(ids=(number,)))
                continue
            try:
                yield (number,), blog.posts([number], attempts)
            except (WordPressUnavailable, TooLarge) as failure:
                if not _is_divisible(failure):
                    raise
                yield (number,), failure


def _is_divisible(failure: Exception) -> bool:
    return isinstance(failure, TooLarge) or getattr(failure, "divisible", False)


def _send_all(posts: list[Any], fetched_at: str) -> None:
    for post in posts:
        _send_on(post, fetched_at)
    metrics.add_metric(name="Fetched", unit=MetricUnit.Count, value=len(posts))
    running.made(posts=len(posts))


def _send_on(post: Any, fetched_at: str) -> None:
    message = PostMessage(correlation_id=str(uuid4()), fetched_at=fetched_at, post=post)
    number = post.get("id") if isinstance(post, dict) else None
    about_nothing()
    about(correlation_id=message.correlation_id, post_id=number if isinstance(number, int) else None)
    with tracing.work("post", message.correlation_id), running.run():
        try:
            if bad := bad_value_in(post):
                raise BadInput(f"Post {number} has {bad}; correct the post on the blog.")
            send(next_queue(), message)
            running.made(posts=1)
            logger.info("sent on", **running.ended())
        except BadInput as error:
            quarantine(str(error), json.dumps(msgspec.structs.asdict(message)), message)
    about_nothing()
