"""The blog: its posts, or those of one category, requested from WordPress's REST API.

Whatever goes wrong ends in one of two exceptions, told apart by what mends it:

- WordPressUnavailable: the same request may be answered later, or once an operator has mended what is between the blog
  and us. A failing or busy server, a broken connection, half an answer; a firewall's page, which often goes away by
  itself; credentials that are refused, as they are while they are being changed; a redirect to somewhere else; a cache
  that answers with other posts than those that were asked for.
- BadInput: the same request never gets posts. WordPress itself refuses it, or the answer is no list of posts, or larger
  than we read.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Any, NamedTuple
from urllib.parse import urlsplit

import requests
from pydantic import Field
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    stop_before_delay,
    wait_random_exponential,
)
from urllib3 import Retry
from urllib3.exceptions import HTTPError

from wod.errors import BadInput
from wod.models import LARGEST_ID, Shape
from wod.plumbing.exchange import (
    LARGEST_ANSWER,
    Answer,
    OutOfTime,
    Redirected,
    Secrets,
    TooLarge,
    decoded,
    exchange,
    what_is_wrong,
)

MOST_POSTS = 100
"""A page, by WordPress's own limit."""

MOST_PAGES = 2000
"""Of posts, for a request that names one."""

_MOST_LISTED = 500  # pages of a hundred ids: more than this is an error of the blog, and not a history
_MOST_CHILDREN = 50  # categories below ours
_LISTINGS = 4  # so often is a list made that changes while it is read
_SECONDS = 35.0  # for a question and all its repetitions
_SECONDS_FOR_ALL = 105.0  # for all questions of a function, which has 120
_ATTEMPTS = 5

_TRY_LATER = {408, 425, 429}
_ACCESS_REFUSED = {401, 403}
_NO_ROUTE = {200, 404}  # with a page for people: what a site with plain permalinks makes of /wp-json/

_ROUTES = ("wp-json/wp/v2/", "?rest_route=/wp/v2/", "index.php?rest_route=/wp/v2/")
"""Where the API is: with permalinks, and on sites that have none."""

_LOST_QUERY = ": a cache or a redirect leaves the query out; correct it, or exclude /wp-json/ from it."
_LISTED = "id,modified_gmt,modified,date_gmt,date,categories"
_USED = "id,slug,link,date,date_gmt,modified,modified_gmt,title,content,categories,status,type"


class FetchRequest(Shape):
    """Which posts to fetch: an event's wish, or a message of the fetch queue.

    - With `ids`, these posts.
    - With a page, the posts of that page. Pages count from the oldest post, so that new ones do not move the others to
      other pages; `newest_first` is for a page that is wanted alone.
    - With neither, all posts: their ids are listed, and a message is queued for every `posts_per_page` of them. `again`
      counts how often the list was compared with what is known, after a backfill or instead of one.
    """

    posts_per_page: Annotated[int, Field(ge=1, le=MOST_POSTS, strict=True)] = 20
    page: Annotated[int, Field(ge=1, le=MOST_PAGES, strict=True)] | None = None
    newest_first: bool = False
    ids: Annotated[
        tuple[Annotated[int, Field(ge=1, le=LARGEST_ID, strict=True)], ...], Field(max_length=MOST_POSTS)
    ] = ()
    again: Annotated[int, Field(ge=0, le=10, strict=True)] = 0


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


class WordPressUnavailable(Exception):
    """There is no answer now, and there may be one later. The message is one sentence for a person.

    `divisible` says that the same question about fewer posts may be answered.
    """

    divisible = False


class _AskAgain(WordPressUnavailable):
    """Worth asking again at once, or after so many seconds."""

    def __init__(self, message: str, seconds: float = 0, *, divisible: bool = True) -> None:
        super().__init__(message)
        self.seconds = seconds
        self.divisible = divisible and not seconds


class _PageForPeople(WordPressUnavailable):
    """A page of HTML came instead of JSON."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class WordPress:
    """A blog, or one category of it with those below it.

    Raise ValueError if the base URL is none, or if it is not https and `allow_http` is not set.

    The user name and the password, if given, go to the base URL's host and nowhere else, by basic authentication.
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
    """Which of the places where the API may be was right the last time."""
    below: tuple[int, ...] = ()
    """The categories below ours, as far as they are known."""

    def __post_init__(self) -> None:
        url = urlsplit(self.base_url)
        if url.scheme not in ({"https", "http"} if self.allow_http else {"https"}):
            raise ValueError(f"The address of the blog, {self.base_url!r}, has to begin with https://.")
        if not url.hostname or url.username is not None or url.query or url.fragment:
            raise ValueError("The address of the blog has to be a host and at most a path, as in https://example.org.")
        self._until = time.monotonic() + max(self.seconds, self.seconds_for_all)
        self._secrets = Secrets(self.username, self.password)
        self.questions = 0
        """How many were asked, with all repetitions."""

    # What there is

    def changed_last(self, page: int = 1) -> Listing:
        """List a page of a hundred posts, those first that were modified last.

        Raise WordPressUnavailable and BadInput, as the module says, like all methods.
        """
        return self._listing({"page": page, "orderby": "modified", "order": "desc"})

    def everything(self) -> Listing:
        """List all posts. A list during which the blog changed is made again, so that none is missing."""
        self.below = self._categories_below()
        for _ in range(_LISTINGS):
            before = self._all_pages()
            counts = {listing.total for listing in before} - {None}
            stubs = {stub.id: stub for listing in before for stub in listing.stubs}
            listed = sum(len(listing.stubs) for listing in before)
            # A post that goes while pages are read moves those behind it forward, and one of them is never seen; a post
            # that comes moves one to the next page, where it is seen twice.
            if len(counts) <= 1 and len(stubs) == listed:
                return Listing(list(stubs.values()), next(iter(counts), None), is_full=False)
        raise WordPressUnavailable(
            f"{self.base_url} changes while its posts are listed, or gives the same posts on several pages; ask again "
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
                    f"{self.base_url} gives other posts than page {len(found) + 1} has{_LOST_QUERY}"
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
        answer, rows = self._posts({**self._ours(), "per_page": MOST_POSTS, "_fields": _LISTED, **parameters})
        stubs = [stub for row in rows if self._is_ours(row) and (stub := _stub(row))]
        total = _number(answer.headers.get("X-WP-Total", ""))
        return Listing(stubs, total, is_full=len(rows) == MOST_POSTS)

    # The posts themselves

    def page(self, request: FetchRequest) -> Page:
        """Fetch one page of posts: the one that is requested, or the first."""
        answer, rows = self._posts({**self._ours(), **_page_of(request), "_fields": _USED})
        total = _number(answer.headers.get("X-WP-TotalPages", "")) if answer.status == requests.codes.ok else 0
        return Page([row for row in rows if self._is_ours(row)], total)

    def ids_of(self, request: FetchRequest) -> list[int]:
        """List the ids of the posts of a page."""
        return [stub.id for stub in self._listing(_page_of(request)).stubs]

    def posts(self, ids: list[int], attempts: int = _ATTEMPTS) -> list[Any]:
        """Fetch these posts. Those that are gone by now are left out."""
        wanted: dict[str, str | int] = {"include": ",".join(map(str, ids)), "per_page": len(ids)}
        _, rows = self._posts({**wanted, "orderby": "id", "order": "asc", "_fields": _USED}, attempts)
        found = [row.get("id") if isinstance(row, dict) else None for row in rows]
        if not set(found) <= set(ids) or len(set(found)) != len(found):
            raise WordPressUnavailable(f"{self.base_url} gives other posts than those that were asked for{_LOST_QUERY}")
        return [row for row in rows if self._is_ours(row)]

    def has_time(self) -> bool:
        """Whether there is time for one more question that may take as long as any may."""
        return self._until - time.monotonic() >= self.seconds

    def answers(self) -> bool:
        """Whether the blog answers a small question now."""
        try:
            self._posts({"per_page": 1, "_fields": "id"}, attempts=1)
        except (WordPressUnavailable, BadInput):
            return False
        return True

    # The category

    def _ours(self) -> dict[str, str | int]:
        return {} if self.category is None else {"categories": ",".join(map(str, (self.category, *self.below)))}

    def _is_ours(self, row: object) -> bool:
        """Whether a post is of our category or of one below it; what does not say may be."""
        categories = row.get("categories") if isinstance(row, dict) else None
        if self.category is None or not isinstance(categories, list):
            return True
        return any(one in (self.category, *self.below) for one in categories)

    def _categories_below(self) -> tuple[int, ...]:
        """Return all categories below ours. A site that does not tell them has none."""
        if self.category is None:
            return ()
        found: list[int] = []
        waiting = [self.category]
        while waiting and len(found) < _MOST_CHILDREN:
            question: dict[str, str | int] = {"parent": waiting.pop(), "per_page": MOST_POSTS, "_fields": "id"}
            try:
                answer, rows = self._ask("categories", question, attempts=2)
            except WordPressUnavailable:
                return self.below
            except BadInput:
                return ()
            if answer.status != requests.codes.ok or not isinstance(rows, list):
                return ()
            new = [row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), int)]
            new = [one for one in new if one not in (self.category, *found)]
            found += new
            waiting += new
        return tuple(found[:_MOST_CHILDREN])

    # Asking

    def _posts(self, parameters: dict[str, str | int], attempts: int = _ATTEMPTS) -> tuple[Answer, list[Any]]:
        answer, value = self._ask("posts", parameters, attempts)
        if answer.status == requests.codes.ok and isinstance(value, list):
            most = int(parameters.get("per_page", MOST_POSTS))
            if len(value) > MOST_POSTS:
                raise BadInput(
                    f"{self.base_url} answers with {len(value)} posts, and WordPress gives at most {MOST_POSTS} a "
                    "page; see whether it is a WordPress."
                )
            if len(value) > most:
                raise WordPressUnavailable(
                    f"{self.base_url} answers with {len(value)} posts to a question for {most}{_LOST_QUERY}"
                )
            return answer, value
        said = value if isinstance(value, dict) else {}
        if said.get("code") == "rest_post_invalid_page_number":
            return answer, []
        shown = self._secrets.printable
        reason = (
            f"{self._secrets.describe(answer)}, {shown(said.get('code')) or 'no code'}: “{shown(said.get('message'))}”"
        )
        if answer.status in _ACCESS_REFUSED:
            raise WordPressUnavailable(
                f"{self.base_url} refuses us ({reason}); see that the secret of WordPressSecretArn is right."
            )
        raise BadInput(
            f"{self.base_url} does not answer with a list of posts ({reason}); correct the request, WordPressUrl or "
            "WordPressCategory."
        )

    def _ask(self, what: str, parameters: dict[str, str | int], attempts: int) -> tuple[Answer, Any]:
        """Ask where the API was the last time, and if a page for people comes, where else it may be."""
        try:
            return self._ask_at(self.route, what, parameters, attempts)
        except _PageForPeople as page:
            if page.status not in _NO_ROUTE:
                raise
            for route in range(len(_ROUTES)):
                if route != self.route:
                    try:
                        found = self._ask_at(route, what, parameters, attempts=1)
                    except (WordPressUnavailable, BadInput):
                        continue
                    if isinstance(found[1], list):
                        self.route = route
                        return found
            raise

    def _ask_at(self, route: int, what: str, parameters: dict[str, str | int], attempts: int) -> tuple[Answer, Any]:
        """Ask, and again while that makes sense and there is time."""
        seconds = min(self.seconds, self._until - time.monotonic())
        if seconds <= 0:
            raise WordPressUnavailable(f"{self.base_url} took so long that no time is left; ask again later.")
        retrying = Retrying(
            retry=retry_if_exception_type(_AskAgain),
            wait=_wait,
            stop=stop_after_attempt(min(attempts, _ATTEMPTS)) | stop_before_delay(seconds),
            sleep=self.sleep,
            reraise=True,
        )
        place, _, query = _ROUTES[route].partition("?")
        url = f"{self.base_url.rstrip('/')}/{place}"
        if query:
            parameters = {"rest_route": f"{query.removeprefix('rest_route=')}{what}", **parameters}
        else:
            url += what
        # The state of the retries is a cycle, which would keep a page in memory until the collector comes by.
        found: list[tuple[Answer, Any]] = []
        deadline = time.monotonic() + seconds
        retrying(lambda: found.append(self._ask_once(url, parameters, deadline)))
        return found.pop()

    def _ask_once(self, url: str, parameters: dict[str, str | int], deadline: float) -> tuple[Answer, Any]:
        self.questions += 1
        # No error has what led to it: libraries quote what the server said, and that may be our credentials.
        try:
            answer: Answer | Exception = exchange(url, parameters, self._secrets, deadline)
        except OutOfTime:
            answer = _AskAgain(
                f"{self.base_url} took longer than {self.seconds:.0f} seconds; ask again later.",
                divisible=time.monotonic() < self._until,  # else it is not this question that took so long
            )
        except TooLarge:
            answer = TooLarge(
                f"{self.base_url} answered with more than {LARGEST_ANSWER} bytes; ask for fewer posts a page."
            )
        except Redirected as where:
            answer = WordPressUnavailable(f"{self.base_url} {where}.")
        except (requests.RequestException, HTTPError, ValueError) as error:
            answer = _AskAgain(
                f"{self.base_url} could not be read ({type(error).__name__}); see whether it is up, or ask later."
            )
        if isinstance(answer, Exception):
            raise answer
        if answer.status in _TRY_LATER or answer.status >= 500:
            wait = _retry_after(answer)
            advice = f"in {wait:.0f} seconds, as it wishes" if wait else "later"
            raise _AskAgain(
                f"{self.base_url} is not able to answer ({self._secrets.describe(answer)}); ask again {advice}.",
                wait,
                divisible=answer.status >= 500,
            )
        return answer, self._value(answer)

    def _value(self, answer: Answer) -> Any:
        """Return the JSON of an answer, whatever it is called: the body decides."""
        try:
            return self._secrets.cleaned(decoded(answer.body))
        except RecursionError:
            raise BadInput(f"{self.base_url} answered with JSON too deeply nested for posts; look at it.") from None
        except ValueError:
            described = self._secrets.describe(answer)
        if around := what_is_wrong(answer.body):
            raise WordPressUnavailable(f"{self.base_url} answered with {around} ({described}).")
        if answer.is_html:
            raise _PageForPeople(
                f"{self.base_url} answered with a page for people instead of JSON ({described}): a firewall or a "
                "maintenance page is in front of it, or it is no WordPress; open it in a browser, and correct "
                "WordPressUrl or ask again later.",
                answer.status,
            )
        # A server that names no length and closes the connection early looks like this.
        raise _AskAgain(
            f"{self.base_url} answered with what is no JSON, or only the beginning of it ({described}, "
            f"{len(answer.body)} bytes); ask again later."
        )


def _page_of(request: FetchRequest) -> dict[str, str | int]:
    """Return the parameters of the page that is requested.

    No two posts have the same id, so no post is on two pages or on none, as posts of the same second could be.
    """
    order = {"orderby": "date", "order": "desc"} if request.newest_first else {"orderby": "id", "order": "asc"}
    return {"per_page": request.posts_per_page, "page": request.page or 1, **order}


def _stub(row: object) -> Stub | None:
    """Return what a row of a list says; None if it names no post."""
    if not isinstance(row, dict):
        return None
    number = row.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= LARGEST_ID:
        return None
    modified = next(filter(None, (_time(row, name) for name in ("modified_gmt", "modified", "date_gmt", "date"))), "")
    return Stub(number, modified, _time(row, "date_gmt") or _time(row, "date"))


def _time(row: dict[str, Any], name: str) -> str:
    """Return a time as ISO 8601 to the second; empty if it is none."""
    text = row.get(name)
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0).isoformat() if text else ""
    except (TypeError, ValueError):
        return ""


def _number(header: str) -> int | None:
    """Return the number of a header; None if it is none that can be."""
    return int(header) if header.isascii() and header.isdigit() and len(header) <= 9 else None


def newest_of(stubs: Iterable[Stub], now: datetime) -> str:
    """Return when the newest of the posts was published; empty if none of them was."""
    latest = now.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return max((stub.published for stub in stubs if stub.published <= latest), default="")


def _wait(state: RetryCallState) -> float:
    """What the blog asks for, and on top of it a random time from a range that doubles with each attempt."""
    failure = state.outcome.exception() if state.outcome else None
    asked = failure.seconds if isinstance(failure, _AskAgain) else 0
    return asked + _backoff(state)


_backoff = wait_random_exponential(multiplier=1, max=10)


def _retry_after(answer: Answer) -> float:
    """Seconds to wait; 0 where nothing that can be read is asked for."""
    try:
        return Retry().parse_retry_after(answer.headers.get("Retry-After", "0"))
    except (HTTPError, ValueError, OverflowError):
        return 0
