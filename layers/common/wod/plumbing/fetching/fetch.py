"""Fetch posts for an event or a message of the fetch queue, and send each to the posts queue."""

from typing import Any

import msgspec
from msgspec import ValidationError

from wod.errors import BadInput, place_and_problem
from wod.plumbing.fetching.comparison import compare_all, fetch_what_is_new
from wod.plumbing.fetching.posts import fetch_page, fetch_posts
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.fetching.site import keep_route, site_of_blog


def fetch(request: FetchRequest) -> None:
    """Fetch the posts of a message of the fetch queue."""
    blog, name = site_of_blog()
    if request.ids:
        fetch_posts(blog, name, list(request.ids))
    elif request.page is not None:
        fetch_page(blog, name, request)
    else:
        compare_all(blog, name, request)
    keep_route(blog, name)


def fetch_as_requested(event: Any) -> dict[str, dict[int, str]]:
    """Fetch the page that an event names, with this many posts; or new posts, if it names none.

    Return the fetched or queued `posts`, by id with their last modification in UTC, to the caller.

    Raise BadInput if the event is not a JSON object, or requests an impossible page.
    """
    if not isinstance(event, dict):
        raise BadInput("The event is not a JSON object. It may have posts_per_page and page.")
    request = _request_of(event) if event.keys() & {"posts_per_page", "page"} else None
    blog, name = site_of_blog()
    posts = fetch_page(blog, name, request) if request else fetch_what_is_new(blog, name)
    keep_route(blog, name)
    return {"posts": posts}


def _request_of(event: dict[str, Any]) -> FetchRequest:
    try:
        return msgspec.convert({"page": 1, "newest_first": True, **event}, FetchRequest)
    except ValidationError as error:
        where, what = place_and_problem(error, FetchRequest)
        raise BadInput(f"The event's {where}: {what}. It may have posts_per_page and page.") from error
