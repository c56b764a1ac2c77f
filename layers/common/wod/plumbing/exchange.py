"""One question to a server that may be slow, broken or hostile: its answer, within limits of time, size and memory."""

import base64
import html
import json
import re
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, quote_plus, urljoin, urlsplit, urlunsplit

import lxml.html
import requests
from lxml.etree import LxmlError
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from urllib3 import HTTPResponse

from wod.errors import BadInput

LARGEST_ANSWER = 10 * 1024 * 1024
"""Bytes, compressed and decompressed. A post is some twenty kilobytes, and a page has at most a hundred. JSON may take
thirty times its size in memory, of which a function has 512 MB."""

_MOST_REDIRECTS = 5
_PIECE = 64 * 1024
_TITLE_IS_WITHIN = 64 * 1024
_LONGEST_NUMBER = 4300  # digits: what Python reads
_SHORTEST_SECRET = 12  # characters of a password that no text has by chance
_MOST_SHOWN = 100  # characters of a stranger's text

# The firewall of the blog (Mod_Security) refuses what does not look like a browser.
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept": "application/json, text/plain, */*",
    "Accept-Language": "en-US,en;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}

_NO_UTF8 = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))")
_PHP = re.compile(rb"<b>\s*(?:warning|notice|deprecated|fatal error|parse error|strict standards)\s*</b>\s*:", re.I)
_PLAIN_PHP = re.compile(rb"\s*(?:PHP )?(?:warning|notice|deprecated|fatal error|parse error): ", re.I)


class TooLarge(BadInput):
    """An answer of more bytes than are read."""


class Redirected(Exception):
    """The server sends us elsewhere. The message is the end of a sentence about it."""


class OutOfTime(Exception):
    """The time for the question and its answer is over."""


class BadValue(str):
    """In place of a value that JSON or UTF-8 has not; the text says what it is."""

    __slots__ = ()


class Answer(NamedTuple):
    """What came back. `headers` know no upper and lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_html(self) -> bool:
        """Whether it is a page for people. The body decides, if it can."""
        return self.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


@dataclass(frozen=True)
class Secrets:
    """User name and password of the blog, which no text of ours may show."""

    username: str = ""
    password: str = field(default="", repr=False)

    @property
    def token(self) -> str:
        """What basic authentication sends."""
        return base64.b64encode(f"{self.username}:{self.password}".encode()).decode()

    def _forms(self) -> list[str]:
        plain = {self.token, self.password, self.password.replace(" ", ""), self.username}
        escaped = {f(text) for text in plain for f in (quote, quote_plus, html.escape, _as_json)}
        found = {" ".join(text.split()) for text in plain | escaped} | plain | escaped
        return sorted((text for text in found if text), key=len, reverse=True)

    def without(self, text: str) -> str:
        """Return the text with asterisks in place of the credentials, however they are escaped."""
        if not self.username:
            return text
        for _ in range(3):  # one kind of escape inside of another
            for form in self._forms():
                text = text.replace(form, "***")
            text = html.unescape(_ESCAPE.sub(_unescaped, text))
            text = "".join(character for character in text if character.isprintable())
        return text

    def printable(self, text: object) -> str:
        """Return a stranger's text fit for a line of a log: short, one line, without credentials or control codes."""
        line = self.without(" ".join(str(text or "").split()))
        line = "".join(character for character in line if character.isprintable())
        return line[:_MOST_SHOWN]

    def cleaned(self, value: Any) -> Any:
        """Return a JSON value with asterisks in place of the credentials in its texts: they go into messages and logs.

        A user name is left, and a password that may be an ordinary word. Raise RecursionError for a value that is
        nested too deeply.
        """
        if not self.username:
            return value
        if isinstance(value, BadValue):
            return value
        if isinstance(value, str):
            for secret in self._certain:
                if secret in value:
                    value = value.replace(secret, "***")
            return value
        if isinstance(value, list):
            return [self.cleaned(one) for one in value]
        if isinstance(value, dict):
            return {self.cleaned(name): self.cleaned(one) for name, one in value.items()}
        return value

    @property
    def _certain(self) -> list[str]:
        spaceless = self.password.replace(" ", "")
        return [self.token, *(one for one in (self.password, spaceless) if len(one) >= _SHORTEST_SECRET)]

    def describe(self, answer: Answer) -> str:
        """Return the status and, of an HTML page, the title."""
        if not answer.is_html:
            return f"status {answer.status}"
        title = self.printable(_title(answer.body))
        return f"status {answer.status}, an HTML page {f'titled “{title}”' if title else 'without a title'}"


def exchange(url: str, parameters: Mapping[str, str | int], secrets: Secrets, deadline: float) -> Answer:
    """Ask, follow redirects of the same host, and return the answer.

    Raise OutOfTime, Redirected, TooLarge, or what requests and urllib3 raise.
    """
    auth = HTTPBasicAuth(secrets.username.encode(), secrets.password.encode()) if secrets.username else None
    question = requests.Request("GET", url, headers=_HEADERS, params=parameters, auth=auth).prepare()
    asked = _query(question.url or url)
    for _ in range(_MOST_REDIRECTS + 1):
        # A session of requests would read the whole body of a redirect, and look for credentials in ~/.netrc.
        with (
            closing(HTTPAdapter()) as adapter,
            _closed_at(deadline, adapter, question) as remaining,
            adapter.send(question, stream=True, timeout=remaining) as response,
        ):
            if not response.is_redirect:
                return Answer(response.status_code, response.headers, _body(response.raw))
            location = response.headers["Location"]
        there = _redirected(question.url or url, location, secrets)
        if not asked <= _query(there):
            raise Redirected(
                f"redirects to a place without our question, “{secrets.printable(location)}”; correct WordPressUrl to "
                "where it leads, or the redirect"
            )
        question = requests.Request("GET", there, headers=_HEADERS, auth=auth).prepare()
    raise Redirected(
        f"redirects more than {_MOST_REDIRECTS} times; open it in a browser to see where it ends, and correct "
        "WordPressUrl"
    )


def decoded(body: bytes) -> Any:
    """Return the JSON value of a body, with BadValue for what is none in it. Raise ValueError or RecursionError."""
    encoding = json.detect_encoding(body)
    text = body.decode(encoding, "surrogateescape" if encoding.startswith("utf-8") else "strict")
    return json.loads(text, parse_constant=_constant, parse_int=_integer, parse_float=_float)


def what_is_wrong(body: bytes) -> str:
    """Return what surrounds the JSON of a body, as the end of a sentence; empty if that cannot be said."""
    bare = body.removeprefix(b"\xef\xbb\xbf")
    if bare.lstrip().startswith(b"\xef\xbb\xbf"):
        return "a second byte order mark in front of the JSON; some PHP file of the site begins with one"
    if _PHP.search(body[:_TITLE_IS_WITHIN]) or _PLAIN_PHP.match(bare):
        return "a message of PHP (a warning or an error) around the JSON; the site has to log these and not show them"
    if re.match(rb"\s*(?:<!--|/\*)(?:.|\n)*?(?:-->|\*/)\s*[\[{]", bare):
        return "a comment in front of the JSON; a cache or a plugin of the site adds it"
    text = bare.decode("utf-8", "replace").lstrip()
    if text[:1] in ("[", "{"):
        with suppress(ValueError, RecursionError):
            _, end = json.JSONDecoder(parse_constant=_constant, parse_int=_integer).raw_decode(text)
            if rest := text[end:].strip():
                what = "a comment" if rest.startswith(("<!--", "/*")) else "something else"
                return f"{what} behind the JSON; a cache or a plugin of the site adds it"
    return ""


def bad_value_in(value: object) -> str:
    """Return what in a decoded value is no JSON or no UTF-8; empty if all is well."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BadValue):
            return str(one)
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and _NO_UTF8.search(one):
            return "bytes that are no UTF-8, or half a character"
    return ""


def _constant(name: str) -> BadValue:
    return BadValue(f"{name}, which is no JSON")


def _integer(digits: str) -> int | BadValue:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else BadValue(f"a number of {len(digits)} digits")


def _float(text: str) -> float | BadValue:
    number = float(text)
    return number if abs(number) != float("inf") else BadValue(f"the number {text[:20]}, which is too large")


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def _as_json(text: str) -> str:
    return json.dumps(text)[1:-1]


@contextmanager
def _closed_at(deadline: float, adapter: HTTPAdapter, question: requests.PreparedRequest) -> Iterator[float]:
    """Shut every socket of the exchange when the time is over, whatever is being read; give the seconds that are left.

    No timeout of a socket does that: each byte, each empty block of a compressed body and each `100 Continue` would
    start it anew.
    """
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise OutOfTime
    sockets: list[socket.socket] = []
    pool: Any = adapter.get_connection_with_tls_context(question, verify=True)
    kind: Any = pool.ConnectionCls

    class Watched(kind):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            made: socket.socket = super()._new_conn()
            sockets.append(made.dup())  # TLS takes the original
            return made

    pool.ConnectionCls = Watched
    ended = threading.Event()

    def end() -> None:
        ended.set()
        for one in sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(remaining, end)
    timer.daemon = True
    timer.start()
    try:
        yield remaining
    except Exception:
        if ended.is_set():
            raise OutOfTime from None
        raise
    finally:
        timer.cancel()
        for one in sockets:
            one.close()
    if ended.is_set():  # a body without a length ends as if it were whole
        raise OutOfTime


def _body(raw: HTTPResponse) -> bytes:
    """Return all of the body, decompressed and counted piece by piece, as it comes and as it unpacks."""
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
    # Only the path is taken from the answer, so that no way of writing an address leads to another host.
    return urlunsplit((here.scheme, here.netloc, there.path, there.query, ""))


def _query(url: str) -> set[tuple[str, str]]:
    return set(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def _port(url: SplitResult) -> int | None:
    return url.port or {"https": 443, "http": 80}.get(url.scheme)


def _title(page: bytes) -> str:
    try:
        return lxml.html.document_fromstring(page[:_TITLE_IS_WITHIN]).findtext(".//title") or ""
    except (LxmlError, ValueError):
        return ""
