"""One request to a server that may be slow, broken or hostile: its response, within limits of time, size and memory."""

from collections.abc import Mapping
from contextlib import closing
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from urllib3 import HTTPResponse, Retry
from urllib3.exceptions import HTTPError

from wod.errors import BadInput
from wod.plumbing import tracing
from wod.plumbing.fetching.answer import Answer
from wod.plumbing.fetching.credentials import Secrets
from wod.plumbing.fetching.deadline import closed_at

LARGEST_ANSWER = 10 * 1024 * 1024
"""Bytes, compressed and decompressed. A post is some twenty kilobytes, and a page has at most a hundred. JSON may take
thirty times its size in memory, and a function has 512 MB."""

_MOST_REDIRECTS = 5
_PIECE = 64 * 1024

# The firewall of the blog (Mod_Security) refuses requests that do not look like a browser's.
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept": "application/json, text/plain, */*",
    "Accept-Language": "en-US,en;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}


class TooLarge(BadInput):
    """A response of more bytes than are read."""


class Redirected(Exception):
    """A redirect that is not followed. The message is the end of a sentence about it."""


def exchange(url: str, parameters: Mapping[str, str | int], secrets: Secrets, deadline: float) -> Answer:
    """Send a request, follow redirects of the same host, and return the response.

    Raise OutOfTime, Redirected, TooLarge, or what requests and urllib3 raise.
    """
    auth = HTTPBasicAuth(secrets.username.encode(), secrets.password.encode()) if secrets.username else None
    request = requests.Request("GET", url, headers=_HEADERS, params=parameters, auth=auth).prepare()
    wanted = _query(request.url or url)
    traced = url
    for _ in range(_MOST_REDIRECTS + 1):
        # A session of requests would read the whole body of a redirect, and look for credentials in ~/.netrc.
        with (
            tracing.request(traced) as answered,
            closing(HTTPAdapter()) as adapter,
            closed_at(deadline, adapter, request) as remaining,
            adapter.send(request, stream=True, timeout=remaining) as response,
        ):
            answered(response.status_code)
            if not response.is_redirect:
                return Answer(response.status_code, response.headers, _body(response.raw))
            location = response.headers["Location"]
        there = _redirected(request.url or url, location, secrets)
        if not wanted <= _query(there):
            raise Redirected(
                f"redirects to a place without our query, “{secrets.printable(location)}”; correct WordPressUrl to "
                "where it leads, or the redirect"
            )
        request = requests.Request("GET", there, headers=_HEADERS, auth=auth).prepare()
        traced = secrets.without(there)  # the server has chosen the path
    raise Redirected(
        f"redirects more than {_MOST_REDIRECTS} times; open it in a browser to see where it ends, and correct "
        "WordPressUrl"
    )


def retry_after(answer: Answer) -> float:
    """Return the seconds that the server demands to wait; 0 if it demands nothing readable."""
    try:
        return Retry().parse_retry_after(answer.headers.get("Retry-After", "0"))
    except (HTTPError, ValueError, OverflowError):
        return 0


def _body(raw: HTTPResponse) -> bytes:
    """Return all of the body, decompressed and counted piece by piece."""
    read: Any = raw._raw_read

    def counted(*args: Any, **options: Any) -> Any:
        piece = read(*args, **options)
        if raw.tell() > LARGEST_ANSWER:
            raise TooLarge
        return piece

    raw._raw_read = counted  # type: ignore[method-assign]
    body = bytearray()
    while piece := raw.read1(_PIECE, decode_content=True):
        body += piece
        if len(body) > LARGEST_ANSWER:
            raise TooLarge
    return bytes(body)


def _redirected(url: str, location: str, secrets: Secrets) -> str:
    try:
        here, there = urlsplit(url), urlsplit(urljoin(url, location))
        same = (here.scheme, here.hostname, _port(here)) == (there.scheme, there.hostname, _port(there))
    except ValueError:
        same = False
    if not same:
        raise Redirected(
            f"redirects to another place, “{secrets.printable(location)}”, which is not followed; if the blog has "
            "moved there, correct WordPressUrl"
        )
    # Only the path is taken from the response, so that no form of address leads to another host.
    return urlunsplit((here.scheme, here.netloc, there.path, there.query, ""))


def _query(url: str) -> set[tuple[str, str]]:
    return set(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def _port(url: SplitResult) -> int | None:
    return url.port or {"https": 443, "http": 80}.get(url.scheme)
