"""A server that keeps us busy, fills the memory, or repeats our credentials: time, size and logs stay within limits."""

import base64
import gzip
import html
import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import repeat

import pytest

from wod.errors import BadInput
from wod.plumbing.fetching.credentials import Secrets
from wod.plumbing.fetching.exchange import LARGEST_ANSWER
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.fetching.unavailable import WordPressUnavailable
from wod.plumbing.fetching.wordpress import WordPress

type Talk = Callable[[socket.socket], None]

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-WP-Total: 1\r\nX-WP-TotalPages: 1\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n"


@contextmanager
def a_server(talk: Talk) -> Iterator[str]:
    """A server that gets a request and then answers anything; its address."""

    def run(listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                with connection, suppress(OSError):
                    connection.recv(65536)
                    talk(connection)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=run, args=(listener,), daemon=True).start()
        yield "http://{}:{}".format(*listener.getsockname())
        listener.shutdown(socket.SHUT_RDWR)


def for_ever(head: bytes, piece: bytes) -> Talk:
    def talk(connection: socket.socket) -> None:
        connection.sendall(head)
        for one in repeat(piece):
            connection.sendall(one)
            time.sleep(0.0005)

    return talk


def nothing(connection: socket.socket) -> None:
    connection.recv(1)  # until the client leaves


def chunk(body: bytes) -> bytes:
    return f"{len(body):x}\r\n".encode() + body + b"\r\n"


EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
START = zlib.compressobj(9, zlib.DEFLATED, 15)
DEFLATE_HEAD = START.flush(zlib.Z_SYNC_FLUSH)
ENDLESS: dict[str, Talk] = {
    "empty gzip members": for_ever(CHUNKED + b"Content-Encoding: gzip\r\n\r\n", chunk(gzip.compress(b""))),
    "empty deflate blocks": for_ever(
        CHUNKED + b"Content-Encoding: deflate\r\n\r\n" + chunk(DEFLATE_HEAD), chunk(EMPTY_BLOCK)
    ),
    "trailers": for_ever(CHUNKED + b"\r\n" + chunk(b"[]") + b"0\r\n", b"X-A: b\r\n"),
    "100 Continue": for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "headers, a byte at a time": for_ever(HEAD + b"X-Long: ", b"a"),
    "the status line, a byte at a time": for_ever(b"HTTP/1.1 200 ", b"a"),
    "a chunk's extension": for_ever(CHUNKED + b"\r\n1;", b"a"),
    "blanks": for_ever(HEAD + b"\r\n", b" "),
    "nothing": nothing,
}


@pytest.mark.parametrize("talk", ENDLESS.values(), ids=ENDLESS)
def test_no_answer_keeps_us_longer_than_its_deadline(talk: Talk) -> None:
    """The socket is closed when the time is over, whatever is being read: none of these answers ends by itself."""
    with a_server(talk) as url, pytest.raises(WordPressUnavailable, match=r"took longer than 1 seconds|ReadTimeout"):
        WordPress(url, 213, allow_http=True, seconds=0.7, sleep=lambda seconds: None).page(FetchRequest())


@pytest.mark.parametrize("name", ["empty gzip members", "empty deflate blocks", "blanks"])
def test_the_size_of_an_answer_is_counted_before_unpacking(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that unpacks to nothing is as large as what was sent of it."""
    monkeypatch.setattr("wod.plumbing.fetching.exchange.LARGEST_ANSWER", 2000)
    with a_server(ENDLESS[name]) as url, pytest.raises(BadInput, match="answered with more than"):
        WordPress(url, 213, allow_http=True, seconds=20).page(FetchRequest())


def test_all_requests_of_a_fetch_end_before_the_function_does() -> None:
    """Each has its own deadline, and all together have one, after which none is sent."""
    with a_server(ENDLESS["nothing"]) as url:
        blog = WordPress(url, 213, allow_http=True, seconds=2, seconds_for_all=3, sleep=lambda seconds: None)
        failures = []
        for _ in range(4):
            with pytest.raises(WordPressUnavailable) as failure:
                blog.page(FetchRequest())
            failures.append(str(failure.value))
    assert "no time is left" not in failures[0]
    assert "no time is left" in failures[-1]


# Credentials.

USER, PASSWORD = "a-coach", 'Tr0ub4dor & "3" ~~~???>>>'
SENT = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
FORMS = {
    "as sent": SENT,
    "with escaped slashes": SENT.replace("/", r"\/"),
    "with escapes for all": "".join(f"\\u{ord(character):04x}" for character in SENT),
    "the password": json.dumps(PASSWORD)[1:-1],
    "the password with escapes for all": "".join(f"\\u{ord(character):04x}" for character in PASSWORD),
    "the user": USER,
    "the password as entities": json.dumps(html.escape(PASSWORD))[1:-1],
    "the password twice as entities": json.dumps(html.escape(html.escape(PASSWORD)))[1:-1],
    "all as numeric entities": "".join(f"&#{ord(character)};" for character in SENT),
    "after ninety characters": "x" * 90 + SENT,
    "with a zero width space": SENT[:9] + r"\u200b" + SENT[9:],
    "in an address": urllib.parse.quote(PASSWORD, safe=""),
    "in an address, in lower case": urllib.parse.quote(SENT, safe="").replace("%2F", "%2f").replace("%3D", "%3d"),
    "in an address, all characters": "".join(f"%{ord(character):02x}" for character in SENT),
    "in an address in an address": urllib.parse.quote(urllib.parse.quote(PASSWORD, safe=""), safe=""),
    "three times as entities": json.dumps(html.escape(html.escape(html.escape(PASSWORD))))[1:-1],
    "an entity of thousands of digits": f"&#{'1' * 5000};{SENT}",
}


def error_about(answer: bytes) -> str:
    """Return the error about a response, with all its causes."""
    with a_server(lambda connection: connection.sendall(answer)) as url:
        blog = WordPress(url, 213, USER, PASSWORD, allow_http=True, seconds=60, sleep=lambda seconds: None)
        with pytest.raises((BadInput, WordPressUnavailable)) as failure:
            blog.page(FetchRequest())
    error: BaseException | None = failure.value
    texts = []
    while error is not None:
        texts.append(f"{error!r} {error}")
        error = error.__cause__ or error.__context__
    return " ".join(texts)


def leaks(text: str) -> list[str]:
    """The credentials, and pieces of them, that a text has in plain sight."""
    pieces = {SENT[at : at + 8] for at in range(len(SENT) - 8)} | {PASSWORD[:8], PASSWORD[-8:], USER}
    shown = [text]
    for _ in range(4):
        unquoted = urllib.parse.unquote(shown[-1])
        shown += [html.unescape(shown[-1]), unquoted, html.unescape(unquoted)]
    return [piece for piece in pieces if any(piece in each for each in shown)]


def as_answer(status: str, body: str, headers: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
    return head.encode("latin-1", "replace") + body.encode()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda form: as_answer("400 Bad", f'{{"code": "no", "message": "Got {form}."}}'), id="message"),
        pytest.param(lambda form: as_answer("401 No", f'{{"code": "{form}", "message": ""}}'), id="code"),
        pytest.param(lambda form: as_answer("500 No", f"<title>{form}</title>"), id="title"),
        pytest.param(lambda form: as_answer("302 There", "", f"Location: http://x.example/{form}\r\n"), id="location"),
        pytest.param(lambda form: as_answer("302 There", "", f"Location: http://[{form}\r\n"), id="no location"),
        pytest.param(lambda form: as_answer("302 There", "", f"Location: /?a={form}\r\n"), id="location without query"),
        pytest.param(lambda form: as_answer("503 No", "{}", f"Retry-After: {form}\r\n"), id="retry after"),
        pytest.param(lambda form: f"HTTP/1.1 {form}\r\n\r\n".encode(), id="status line"),
        pytest.param(lambda form: f"{form}\r\n\r\n".encode(), id="no HTTP"),
        pytest.param(lambda form: as_answer("200 OK", f"[ {form}"), id="no JSON"),
        pytest.param(lambda form: as_answer("200 OK", "[", f"Content-Encoding: {form}, gzip\r\n"), id="encoding"),
        pytest.param(
            lambda form: as_answer("200 OK", "[", f"Transfer-Encoding: chunked\r\nX: {form}\r\n"), id="chunks"
        ),
    ],
)
def test_no_answer_makes_us_repeat_the_credentials(answer: Callable[[str], bytes], form: str) -> None:
    """Neither the error nor its cause has them, however they are escaped."""
    assert [] == leaks(error_about(answer(form)))


@pytest.mark.parametrize("form", [SENT, SENT.replace("/", r"\/"), json.dumps(PASSWORD)[1:-1]])
def test_a_post_with_the_credentials_goes_on_without_them(form: str) -> None:
    """Neither its text nor its slug, which is in every line of the log, has them."""
    body = f'[{{"id": 1, "slug": "{form}", "content": {{"rendered": "<p>{form}</p>"}}}}]'
    with a_server(lambda connection: connection.sendall(as_answer("200 OK", body))) as url:
        page = WordPress(url, 213, USER, PASSWORD, allow_http=True, seconds=60).page(FetchRequest())
    assert {"id": 1, "slug": "***", "content": {"rendered": "<p>***</p>"}} == page.posts[0]


def test_text_without_credentials_is_shown_as_it_is() -> None:
    """Only the credentials are taken out."""
    text = "No such route: /wp/v2/posts & more."
    assert text == Secrets(USER, PASSWORD).printable(text) == Secrets().printable(text)


# Memory.


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux reports the peak of one process")
def test_two_pages_of_ten_megabytes_do_not_fill_the_memory() -> None:
    """The first is gone before the second is read, and no copy is made to take out credentials: 512 MB are enough."""
    rows = [{"id": number, "modified_gmt": "2021-03-10T17:00:00", "categories": [213]} for number in range(1, 21)]
    program = r"""
import gc, re, sys
gc.disable()  # what is let go has to be gone at once
from types import SimpleNamespace
from unittest.mock import patch
from wod.plumbing.fetching import posts
from wod.plumbing.fetching.known import Known, now
from wod.plumbing.fetching.wordpress import WordPress
sent = []
with patch.multiple(
    posts,
    send=lambda queue, message: sent.append(message.post["id"]),
    known=SimpleNamespace(now=now, read=lambda name: Known(blog=name), change=lambda name, how: None),
    next_queue=lambda: "posts",
):
    blog = WordPress(sys.argv[1], 213, "a-coach", "a long password", allow_http=True)
    posts.fetch_posts(blog, "x", list(range(1, 21)))
# The kernel's ru_maxrss counts the memory of the process that started this one, too.
print(len(sent), int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) // 1024)
"""
    # Many small values are the worst that JSON can be in memory.
    filler = "[" + "{}," * ((LARGEST_ANSWER - 20_000) // 10 // 3) + "{}]"

    def talk(connection: socket.socket) -> None:
        talk.count = getattr(talk, "count", 0) + 1  # type: ignore[attr-defined]
        ten = rows[:10] if talk.count % 2 else rows[10:]  # type: ignore[attr-defined]
        body = ",".join(json.dumps(row)[:-1] + f', "content": {filler}}}' for row in ten)
        connection.sendall(as_answer("200 OK", f"[{body}]"))

    with a_server(talk) as url:
        command = [sys.executable, "-c", program, url]
        settings = os.environ | {"STAGE_NAME": "get_invictus_post"}
        ended = subprocess.run(  # noqa: S603 - this interpreter
            command, env=settings, capture_output=True, check=False, text=True
        )
    assert "" == ended.stderr
    count, megabytes = map(int, ended.stdout.splitlines()[-1].split())
    assert 20 == count
    assert megabytes < 512


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux reports the peak of one process")
@pytest.mark.parametrize("piece", [b"<!--x", b"/*x", b"[]", b" ", b"<b> ", b"{"])
def test_what_is_not_json_is_described_within_the_memory(piece: bytes) -> None:
    """Ten megabytes that begin as a comment, a list or a message of PHP take no multiple of that."""
    program = r"""
import re, sys
from wod.plumbing.fetching.answer import what_is_wrong
what_is_wrong(eval(sys.argv[1]) * 2 + eval(sys.argv[1])[-1:] * 10_000_000)
print(int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) // 1024)
"""
    command = [sys.executable, "-c", program, repr(piece)]
    ended = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603 - this interpreter
    assert "" == ended.stderr
    assert int(ended.stdout) < 200
