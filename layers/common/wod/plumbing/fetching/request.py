"""A request for posts, from an event or a message of the fetch queue."""

from typing import Annotated

from msgspec import Meta

from wod.shape import LARGEST_ID, Shape

MOST_POSTS = 100
"""A page, by WordPress's own limit."""

MOST_PAGES = 2000
"""Of posts, for a request that names one."""


class FetchRequest(Shape):
    """The posts to fetch, from an event or a message of the fetch queue.

    - With `ids`, these posts.
    - With a page, the posts of that page. Pages count from the oldest post, so that new ones do not move the others to
      other pages; `newest_first` is for a request of a single page.
    - With neither, all posts: their ids are listed, and a message is queued for every `posts_per_page` of them. `again`
      counts the comparisons of the list with the known posts, after a backfill or instead of one.
    """

    posts_per_page: Annotated[int, Meta(ge=1, le=MOST_POSTS)] = 20
    page: Annotated[int, Meta(ge=1, le=MOST_PAGES)] | None = None
    newest_first: bool = False
    ids: Annotated[tuple[Annotated[int, Meta(ge=1, le=LARGEST_ID)], ...], Meta(max_length=MOST_POSTS)] = ()
    again: Annotated[int, Meta(ge=0, le=10)] = 0


def page_of(request: FetchRequest) -> dict[str, str | int]:
    """Return the parameters of the page that is requested.

    No two posts have the same id, so no post is on two pages or on none, as posts of the same second could be.
    """
    order = {"orderby": "date", "order": "desc"} if request.newest_first else {"orderby": "id", "order": "asc"}
    return {"per_page": request.posts_per_page, "page": request.page or 1, **order}
