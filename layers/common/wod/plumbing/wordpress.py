"""The blog: its posts, or those of one category, requested from WordPress's REST API.

Whatever goes wrong ends in one of two exceptions, told apart by what mends it:

- WordPressUnavailable: the same request may be answered later, or once an operator has mended what is between the blog
  and us. A failing or busy server, a broken connection, half an answer; a firewall's page, which often goes away by
  itself; credentials that are refused, as they are while they are being changed; a redirect to somewhere else.
- BadInput: the same request never gets posts. WordPress itself refuses it, or the answer is no list of posts, or larger
  than we read.
"""

import base64
import json
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Any, NamedTuple, NoReturn
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

import lxml.html
import requests
from lxml.etree import LxmlError
from pydantic import Field, NaiveDatetime
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
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
from wod.models import Shape

LARGEST_ANSWER = 10 * 1024 * 1024
"""Bytes after decompression. A post is some twenty kilobytes, and a page has at most a hundred. JSON may take thirty
times its size in memory, of which a function has 512 MB."""

MOST_POSTS = 100
"""A page, by WordPress's own limit."""

MOST_PAGES = 2000
"""Forty years of a post a week, at one post a page: more than this is an error of the blog, and not a backfill."""

_SECONDS = 35.0  # for a question and all its repetitions: a scheduled fetch asks three, and has 120 seconds
_SECONDS_OF_SILENCE = 10.0
_ATTEMPTS = 5
_MOST_REDIRECTS = 5
_PIECE = 64 * 1024
_TITLE_IS_WITHIN = 64 * 1024

# The firewall of the blog (Mod_Security) refuses what does not look like a browser.
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept": "application/json, text/plain, */*",
    "Accept-Language": "en-US,en;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}

_TRY_LATER = {408, 425, 429}
_ACCESS_REFUSED = {401, 403}


class FetchRequest(Shape):
    """Which posts to fetch: an event's wish, or a message of the fetch queue.

    Without a page it is about all of them: the first page is fetched, and the others are to be requested. The times are
    the blog's own, and exclusive. Pages count from the oldest post, so that new ones do not move the others to other
    pages; `newest_first` is for a page that is wanted alone.
    """

    posts_per_page: Annotated[int, Field(ge=1, le=MOST_POSTS, strict=True)] = 20
    page: Annotated[int, Field(ge=1, le=MOST_PAGES, strict=True)] | None = None
    published_after: NaiveDatetime | None = None
    modified_after: NaiveDatetime | None = None
    newest_first: bool = False


class Page(NamedTuple):
    """The posts of a page as WordPress gave them, not looked at, and how many pages there are.

    A page beyond the end, as there is one when posts vanish during a backfill, has no posts and no pages.
    """

    posts: list[Any]
    total_pages: int


class WordPressUnavailable(Exception):
    """There is no answer now, and there may be one later. The message is one sentence for a person."""


def scheduled_requests(now: datetime, look_back: timedelta) -> list[FetchRequest]:
    """The two requests that together find what is new: what was published in the window, and what was modified in it.

    A post that was written ahead was modified before it was published. `now` is UTC. The window starts a day earlier
    than asked for, because the blog reads it as its own local time, which may be behind UTC.
    """
    start = (now - look_back - timedelta(days=1)).replace(tzinfo=None, microsecond=0)
    return [FetchRequest(published_after=start), FetchRequest(modified_after=start)]


class _Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_html(self) -> bool:
        return "html" in self.headers.get("Content-Type", "").lower() or self.body.lstrip().startswith(b"<")

    def __str__(self) -> str:
        """Status and, of an HTML page, the title; nothing in it can break a line of a log."""
        if not self.is_html:
            return f"status {self.status}"
        title = _printable(_title(self.body))
        return f"status {self.status}, an HTML page {f'titled “{title}”' if title else 'without a title'}"


class _AskAgain(WordPressUnavailable):
    """Worth asking again at once, or after so many seconds."""

    def __init__(self, message: str, seconds: float = 0) -> None:
        super().__init__(message)
        self.seconds = seconds


@dataclass(frozen=True)
class WordPress:
    """A blog, or one category of it.

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
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        url = urlsplit(self.base_url)
        if url.scheme not in ({"https", "http"} if self.allow_http else {"https"}):
            raise ValueError(f"The address of the blog, {self.base_url!r}, has to begin with https://.")
        if not url.hostname or url.username is not None or url.query or url.fragment:
            raise ValueError("The address of the blog has to be a host and at most a path, as in https://example.org.")

    def page(self, request: FetchRequest) -> Page:
        """Fetch one page of posts: the one that is requested, or the first.

        Raises WordPressUnavailable and BadInput, as the module says.
        """
        # No two posts have the same id, so no post is on two pages or on none, as posts of the same second could be.
        order = {"orderby": "date", "order": "desc"} if request.newest_first else {"orderby": "id", "order": "asc"}
        window = {"after": request.published_after, "modified_after": request.modified_after}
        return self._page(
            {
                "per_page": request.posts_per_page,
                "page": request.page or 1,
                **order,
                **{name: start.isoformat(timespec="seconds") for name, start in window.items() if start},
            }
        )

    def newest_published(self) -> datetime | None:
        """When the newest post was published, in UTC and without a zone; None where there is no post.

        Raises WordPressUnavailable and BadInput, as the module says.
        """
        posts = self._page({"per_page": 1, "orderby": "date", "order": "desc", "_fields": "date_gmt"}).posts
        if not posts:
            return None
        try:
            return datetime.fromisoformat(posts[0]["date_gmt"]).replace(tzinfo=None)
        except (KeyError, TypeError, ValueError) as error:
            raise BadInput(f"The newest post of {self.base_url} has no readable date_gmt; look at the post.") from error

    def _page(self, parameters: dict[str, str | int]) -> Page:
        categories: dict[str, str | int] = {} if self.category is None else {"categories": self.category}
        answer, value = self._ask({**categories, **parameters})
        if answer.status == requests.codes.ok and isinstance(value, list):
            if len(value) > MOST_POSTS:
                raise BadInput(
                    f"{self.base_url} answers with {len(value)} posts, and WordPress gives at most {MOST_POSTS} a "
                    "page; see whether it is a WordPress."
                )
            return Page(value, self._total_pages(answer))
        said = value if isinstance(value, dict) else {}
        if said.get("code") == "rest_post_invalid_page_number":
            return Page([], 0)
        reason = f"{answer}, {_printable(said.get('code')) or 'no code'}: “{_printable(said.get('message'))}”"
        if answer.status in _ACCESS_REFUSED:
            raise WordPressUnavailable(
                f"{self.base_url} refuses us ({reason}); see that the secret of WordPressSecretArn is right."
            )
        raise BadInput(
            f"{self.base_url} does not answer with a list of posts ({reason}); correct the request, WordPressUrl or "
            "WordPressCategory."
        )

    def _total_pages(self, answer: _Answer) -> int:
        header = answer.headers.get("X-WP-TotalPages", "")
        if header.isascii() and header.isdigit() and len(header) <= len(str(MOST_PAGES)) and int(header) <= MOST_PAGES:
            return int(header)
        raise BadInput(
            f"{self.base_url} does not say how many pages there are (X-WP-TotalPages is “{_printable(header)}” and no "
            f"number up to {MOST_PAGES}); see what removes or changes the header on its way."
        )

    def _ask(self, parameters: dict[str, str | int]) -> tuple[_Answer, Any]:
        """Ask, and again while that makes sense and there is time."""
        retrying = Retrying(
            retry=retry_if_exception_type(_AskAgain),
            wait=_wait,
            stop=stop_after_attempt(_ATTEMPTS) | stop_before_delay(self.seconds),
            sleep=self.sleep,
            reraise=True,
        )
        return retrying(self._ask_once, parameters, time.monotonic() + self.seconds)

    def _ask_once(self, parameters: dict[str, str | int], deadline: float) -> tuple[_Answer, Any]:
        try:
            answer = self._exchange(parameters, deadline)
        except (requests.RequestException, HTTPError) as error:
            raise _AskAgain(
                f"{self.base_url} could not be read ({type(error).__name__}); see whether it is up, or ask later."
            ) from error
        if answer.status in _TRY_LATER or answer.status >= 500:
            wait = _retry_after(answer)
            advice = f"in {wait:.0f} seconds, as it wishes" if wait else "later"
            raise _AskAgain(f"{self.base_url} is not able to answer ({answer}); ask again {advice}.", wait)
        if answer.is_html:
            raise WordPressUnavailable(
                f"{self.base_url} answered with a page for people instead of JSON ({answer}): a firewall or a "
                "maintenance page is in front of it, or it is no WordPress; open it in a browser, and correct "
                "WordPressUrl or ask again later."
            )
        try:
            return answer, json.loads(answer.body, parse_constant=_no_json)
        except RecursionError:
            raise BadInput(f"{self.base_url} answered with JSON too deeply nested for posts; look at it.") from None
        except ValueError as error:
            # A server that names no length and closes the connection early looks like this.
            raise _AskAgain(
                f"{self.base_url} answered with what is no JSON, or only the beginning of it ({answer}, "
                f"{len(answer.body)} bytes); ask again later."
            ) from error

    def _exchange(self, parameters: dict[str, str | int], deadline: float) -> _Answer:
        """The answer to one question, redirects of the same host followed."""
        credentials = HTTPBasicAuth(self.username.encode(), self.password.encode()) if self.username else None
        url = f"{self.base_url.rstrip('/')}/wp-json/wp/v2/posts"
        # A session of requests would read the whole body of a redirect, and look for credentials in ~/.netrc.
        with closing(HTTPAdapter()) as adapter:
            for _ in range(_MOST_REDIRECTS + 1):
                question = requests.Request("GET", url, headers=_HEADERS, params=parameters, auth=credentials).prepare()
                silence = min(_SECONDS_OF_SILENCE, self._remaining(deadline))
                with adapter.send(question, stream=True, timeout=silence) as response:
                    if not response.is_redirect:
                        return _Answer(response.status_code, response.headers, self._body(response, deadline))
                    url, parameters = self._redirected(question.url or url, response.headers["Location"]), {}
        raise WordPressUnavailable(
            f"{self.base_url} redirects more than {_MOST_REDIRECTS} times; open it in a browser to see where it "
            "ends, and correct WordPressUrl."
        )

    def _redirected(self, url: str, location: str) -> str:
        try:
            here, there = urlsplit(url), urlsplit(urljoin(url, location))
            same = (here.scheme, here.hostname, _port(here)) == (there.scheme, there.hostname, _port(there))
        except ValueError:
            same = False
        if not same:
            raise WordPressUnavailable(
                f"{self.base_url} redirects to another place, “{_printable(location)}”, which is not followed; if "
                "the blog has moved there, correct WordPressUrl."
            )
        # Only the path is taken from the answer, so that no way of writing an address leads to another host.
        return urlunsplit((here.scheme, here.netloc, there.path, there.query, ""))

    def _body(self, response: requests.Response, deadline: float) -> bytes:
        """All of the body, decompressed and counted piece by piece."""
        body = bytearray()
        # read1 gives what has come, so that a server that sends byte after byte does not outlast the deadline.
        while piece := response.raw.read1(_PIECE, decode_content=True):
            body += piece
            if len(body) > LARGEST_ANSWER:
                raise BadInput(
                    f"{self.base_url} answered with more than {LARGEST_ANSWER} bytes; ask for fewer posts a page."
                )
            self._remaining(deadline)
        return self._without_credentials(bytes(body))

    def _without_credentials(self, body: bytes) -> bytes:
        """What a server says of a question may have all its headers, and what it says goes into logs."""
        if not self.username:
            return body
        return body.replace(base64.b64encode(f"{self.username}:{self.password}".encode()), b"***")

    def _remaining(self, deadline: float) -> float:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise _AskAgain(f"{self.base_url} took longer than {self.seconds:.0f} seconds; ask again later.")
        return remaining


def _wait(state: RetryCallState) -> float:
    """What the blog asks for, and on top of it a random time from a range that doubles with each attempt."""
    failure = state.outcome.exception() if state.outcome else None
    asked = failure.seconds if isinstance(failure, _AskAgain) else 0
    return asked + _backoff(state)


_backoff = wait_random_exponential(multiplier=1, max=10)


def _retry_after(answer: _Answer) -> float:
    """Seconds to wait; 0 where nothing that can be read is asked for."""
    try:
        return Retry().parse_retry_after(answer.headers.get("Retry-After", "0"))
    except (HTTPError, ValueError, OverflowError):
        return 0


def _port(url: SplitResult) -> int | None:
    return url.port or {"https": 443, "http": 80}.get(url.scheme)


def _title(html: bytes) -> str:
    try:
        return lxml.html.document_fromstring(html[:_TITLE_IS_WITHIN]).findtext(".//title") or ""
    except (LxmlError, ValueError):
        return ""


def _printable(text: object) -> str:
    """Text of a stranger, fit for a line of a log: one line, short, and nothing that a terminal obeys."""
    line = " ".join(str(text or "").split())[:100]
    return "".join(character for character in line if character.isprintable())


def _no_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")
