"""The blog: its posts, or those of one category, as lists without their text and as returned by WordPress."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from wod.errors import BadInput
from wod.plumbing.fetching.api import ATTEMPTS, LOST_QUERY, Api
from wod.plumbing.fetching.category import Category
from wod.plumbing.fetching.credentials import Secrets
from wod.plumbing.fetching.listing import Listing, Page, stub_of
from wod.plumbing.fetching.request import MOST_POSTS, FetchRequest, page_of
from wod.plumbing.fetching.rows import request_posts
from wod.plumbing.fetching.unavailable import WordPressUnavailable

_MOST_LISTED = 500  # pages of a hundred ids: more than this is an error of the blog, and not a history
_LISTINGS = 4  # so often is a list made that changes while it is read
_SECONDS = 35.0  # for a request and all its retries
_SECONDS_FOR_ALL = 105.0  # for all requests of a function, which has 120

_LISTED = "id,modified_gmt,modified,date_gmt,date,categories"
_USED = "id,slug,link,date,date_gmt,modified,modified_gmt,title,content,categories,status,type"


@dataclass
class WordPress:
    """A blog, or one category of it with its subcategories.

    Its methods raise WordPressUnavailable and BadInput, as described in `unavailable`.

    Raise ValueError if the base URL is invalid, or if it is not https and `allow_http` is not set.

    The user name and the password, if given, are sent to the base URL's host only, by basic authentication.
    """

    base_url: str
    category: int | None
    """None for the posts of all categories."""
    username: str = ""
    password: str = field(default="", repr=False)
    allow_http: bool = False
    seconds: float = _SECONDS
    seconds_for_all: float = _SECONDS_FOR_ALL
    sleep: Callable[[float], None] = time.sleep
    route: int = 0
    """The index of the API's address that worked the last time; `api.route` is the current one."""
    below: tuple[int, ...] = ()
    """The subcategories known so far; `wanted.below` are those that are known now."""

    def __post_init__(self) -> None:
        url = urlsplit(self.base_url)
        if url.scheme not in ({"https", "http"} if self.allow_http else {"https"}):
            raise ValueError(f"The address of the blog, {self.base_url!r}, has to begin with https://.")
        if not url.hostname or url.username is not None or url.query or url.fragment:
            raise ValueError("The address of the blog has to be a host and at most a path, as in https://example.org.")
        self.wanted = Category(self.category, self.below)
        self.api = Api(
            self.base_url,
            Secrets(self.username, self.password),
            self.seconds,
            time.monotonic() + max(self.seconds, self.seconds_for_all),
            self.sleep,
            self.route,
        )

    # Lists

    def changed_last(self, page: int = 1) -> Listing:
        """List a page of a hundred posts, those first that were modified last."""
        return self._listing({"page": page, "orderby": "modified", "order": "desc"})

    def everything(self) -> Listing:
        """List all posts. The list is made again if the blog changed meanwhile, so that none is missing.

        The total is None if the blog states another one on every page.
        """
        self.wanted.find_below(self.api)
        earlier: set[int] = set()
        for _ in range(_LISTINGS):
            before = self._all_pages()
            counts = {listing.total for listing in before} - {None}
            stubs = {stub.id: stub for listing in before for stub in listing.stubs}
            listed = sum(len(listing.stubs) for listing in before)
            # If a post goes while pages are read, those after it move forward and one is missed; if a post comes, one
            # moves to the next page and is seen twice. Two lists of the same posts are right whatever the totals say.
            if len(stubs) == listed and (len(counts) <= 1 or earlier == stubs.keys()):
                total = next(iter(counts)) if len(counts) == 1 else None
                return Listing(list(stubs.values()), total, is_full=False)
            earlier = set(stubs) if len(stubs) == listed else set()
        raise WordPressUnavailable(
            f"{self.base_url} changes while its posts are listed, or gives the same posts on several pages; try again "
            "later, or see which cache leaves the query out."
        )

    def _all_pages(self) -> list[Listing]:
        found: list[Listing] = []
        seen: set[int] = set()
        while len(found) < _MOST_LISTED:
            listing = self._listing({"page": len(found) + 1, "orderby": "id", "order": "asc"})
            ids = [stub.id for stub in listing.stubs]
            if not ids and not listing.is_full:  # beyond the end
                return found or [listing]
            if ids != sorted(ids) or (ids and seen.issuperset(ids)):
                raise WordPressUnavailable(
                    f"{self.base_url} gives other posts than page {len(found) + 1} has{LOST_QUERY}"
                )
            found.append(listing)
            seen.update(ids)
            if not listing.is_full and (listing.total or 0) <= MOST_POSTS * len(found):
                return found
        raise BadInput(
            f"{self.base_url} has more than {_MOST_LISTED * MOST_POSTS} posts; name a category in the blog's file, or "
            "in WordPressCategory."
        )

    def _listing(self, parameters: dict[str, str | int]) -> Listing:
        answer, rows = request_posts(
            self.api, {**self.wanted.parameters(), "per_page": MOST_POSTS, "_fields": _LISTED, **parameters}
        )
        stubs = [stub for row in rows if self.wanted.has(row) and (stub := stub_of(row))]
        total = _number(answer.headers.get("X-WP-Total", ""))
        return Listing(stubs, total, is_full=len(rows) == MOST_POSTS)

    # Posts

    def page(self, request: FetchRequest) -> Page:
        """Fetch one page of posts: the requested one, or the first."""
        answer, rows = request_posts(self.api, {**self.wanted.parameters(), **page_of(request), "_fields": _USED})
        total = _number(answer.headers.get("X-WP-TotalPages", "")) if answer.status == HTTPStatus.OK else 0
        return Page([row for row in rows if self.wanted.has(row)], total)

    def ids_of(self, request: FetchRequest) -> list[int]:
        """List the ids of the posts of a page."""
        return [stub.id for stub in self._listing(page_of(request)).stubs]

    def posts(self, ids: list[int], attempts: int = ATTEMPTS) -> list[Any]:
        """Fetch these posts. Missing ones are left out. A row without a valid id is returned, to be refused alone."""
        wanted: dict[str, str | int] = {"include": ",".join(map(str, ids)), "per_page": len(ids)}
        _, rows = request_posts(self.api, {**wanted, "orderby": "id", "order": "asc", "_fields": _USED}, attempts)
        found = [stub.id for row in rows if (stub := stub_of(row))]
        if not set(found) <= set(ids) or len(set(found)) != len(found):
            raise WordPressUnavailable(f"{self.base_url} returns other posts than the requested ones{LOST_QUERY}")
        return [row for row in rows if self.wanted.has(row)]

    def answers(self) -> bool:
        """Return whether the blog answers a small request now."""
        try:
            request_posts(self.api, {"per_page": 1, "_fields": "id"}, attempts=1)
        except (WordPressUnavailable, BadInput):
            return False
        return True


def _number(header: str) -> int | None:
    """Return the number of a header; None if it is invalid."""
    return int(header) if header.isascii() and header.isdigit() and len(header) <= 9 else None
