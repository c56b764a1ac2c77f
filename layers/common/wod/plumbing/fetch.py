"""From the blog to the posts queue, one message a post."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from aws_lambda_powertools.metrics import MetricUnit
from pydantic import ValidationError

from wod.blog import Blog, current_blog
from wod.errors import BadInput, place_and_problem
from wod.models import PostMessage
from wod.plumbing.aws import client, setting
from wod.plumbing.stage import logger, metrics, quarantine, send
from wod.plumbing.wordpress import FetchRequest, WordPress, scheduled_requests

ALL_POSTS = "none"
"""As the category: posts of every category are fetched."""


def fetch(*requests: FetchRequest) -> None:
    """Fetch a page of the blog for each request and send each post on, one that is on several pages once. A request
    without a page starts at the first and queues all the others at once. A post that no queue takes goes to quarantine,
    and the others go on."""
    blog, seen = _blog(), set[str]()
    for request in requests:
        page = blog.page(request)
        fetched_at = _now().strftime("%Y-%m-%dT%H:%M:%S")
        if request.page is None:
            for number in range(2, page.total_pages + 1):
                send(setting("FETCH_QUEUE_URL"), request.model_copy(update={"page": number}))
        for post in page.posts:
            if (text := json.dumps(post, sort_keys=True)) not in seen:
                seen.add(text)
                _send_on(post, fetched_at)
        metrics.add_metric(name="Fetched", unit=MetricUnit.Count, value=len(page.posts))
        logger.info("fetched", request=request.model_dump(), posts=len(page.posts), pages=page.total_pages)


def fetch_what_is_new() -> None:
    """What the schedule asks for: what was published in the look-back window, and what was modified in it."""
    fetch(*scheduled_requests(_now(), timedelta(days=int(setting("LOOK_BACK_DAYS")))))
    newest = _blog().newest_published()
    if newest is not None:
        age = _now().replace(tzinfo=None) - newest
        metrics.add_metric(name="DaysSinceNewestPost", unit=MetricUnit.Count, value=age / timedelta(days=1))


def fetch_as_asked(event: Any) -> None:
    """Fetch the page that an event names, with as many posts; or what is new, where it names nothing of that.

    Raises BadInput where the event is no JSON object, or asks for what no page has.
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


def _send_on(post: Any, fetched_at: str) -> None:
    message = PostMessage(correlation_id=str(uuid4()), fetched_at=fetched_at, post=post)
    try:
        send(setting("NEXT_QUEUE_URL"), message)
    except BadInput as error:
        quarantine(str(error), json.dumps(dict(message)), message)


def _blog() -> WordPress:
    """Return the site of the current blog. What the stack's own settings say counts before the blog's file."""
    blog = _configured()
    username = password = ""
    if secret := setting("WORDPRESS_SECRET_ARN"):
        username, password = _credentials(client("secretsmanager").get_secret_value(SecretId=secret)["SecretString"])
    return WordPress(
        base_url=setting("WORDPRESS_URL") or blog.url,
        category=_category(setting("WORDPRESS_CATEGORY"), blog),
        # Only an embedded cloud, which is on this machine, has an endpoint of its own.
        allow_http=client("sqs").meta.endpoint_url.startswith("http://"),
        username=username,
        password=password,
    )


def _category(stated: str, blog: Blog) -> int | None:
    if stated == ALL_POSTS:
        return None
    return int(stated) if stated else blog.category


def _configured() -> Blog:
    """Return the current blog. A wrong name is an error of the stack, not of a request, which stays in the queue."""
    try:
        return current_blog()
    except BadInput as error:
        raise ValueError(f"The parameter Blog is wrong: {error}") from None


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
