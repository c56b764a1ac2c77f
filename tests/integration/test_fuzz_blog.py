"""Any server in place of the blog gives its posts, or one sentence on the problem; and never takes long."""

import gzip
import json
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.errors import BadInput
from wod.plumbing.fetching.listing import Page
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.fetching.unavailable import WordPressUnavailable
from wod.plumbing.fetching.wordpress import WordPress

from ..odd import ODD


class Server:
    """Answers every request with the same bytes, and closes the connection."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self.answer = b""
        self.url = "http://{}:{}".format(*listener.getsockname())

    def run(self) -> None:
        with suppress(OSError):  # the listener is closed at the end
            while True:
                connection, _ = self._listener.accept()
                with connection, suppress(OSError):  # a client may leave before it has heard everything
                    connection.recv(65536)
                    connection.sendall(self.answer)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made = Server(listener)
        thread = threading.Thread(target=made.run, daemon=True)
        thread.start()
        yield made
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()


def ask(server: Server, answer: bytes) -> Page | str:
    """The page that the answer gives, or what is said of it."""
    server.answer = answer
    blog = WordPress(server.url, 213, allow_http=True, seconds=5, sleep=lambda seconds: None)
    try:
        return blog.page(FetchRequest())
    except (BadInput, WordPressUnavailable) as error:
        text = str(error)
    assert text.endswith(".")
    assert text.isprintable()
    assert len(text) < 600
    return text


def is_answered(server: Server, answer: bytes) -> None:
    found = ask(server, answer)
    assert isinstance(found, str) or all(json.dumps(post) for post in found.posts)


def http(body: bytes, headers: dict[str, str] | None = None, status: str = "200 OK") -> bytes:
    lines = {"Content-Type": "application/json", "X-WP-TotalPages": "1", **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1", "replace") + body


POSTS = json.dumps([{"id": 1}]).encode()
PACKED = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "gzip, gzip": lambda body: gzip.compress(gzip.compress(body)),
    "br": bytes,
    "zstd": bytes,
    "x": bytes,
    "": bytes,
}
HEADERS = {
    "Content-Type": ("", "text/html", "application/json; charset=utf-16", "é", "x" * 5000),
    "Content-Length": ("0", "5", "-1", "x", "9" * 30, "²"),
    "Content-Encoding": tuple(PACKED),
    "Transfer-Encoding": ("chunked", "gzip, chunked", "x"),
    "X-WP-TotalPages": ("", "0", "1", "2001", "-1", "1e3", "٣", "1, 1"),
    "Location": ("", "/", "//x", "http://[", "?", "\\", "/%zz\x00", "/" + "x" * 5000, "é", "#"),
    "Retry-After": ("-1", "1", "x", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 0000 00:00:00 GMT"),
    "Set-Cookie": ("a=b", "x" * 5000),
    "": ("", "x"),
    "a b": ("c",),
}
FIELDS = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in HEADERS.items()})
STATUS = st.sampled_from(["200 OK", "200", "204 None", "206 Part", "301 Moved", "304 Same", "401 No", "404 x", "429 x"])
NUMBERS = st.integers(-5, 1200).map(str)
BODIES = st.one_of(
    st.binary(),
    st.just(POSTS),
    ODD.map(lambda value: json.dumps([value]).encode()),
    ODD.map(lambda value: json.dumps({"code": value, "message": value}).encode()),
    st.sampled_from(["<title>x", "\ufeff[]", "[1e999]", '["\\ud83d"]', "[" * 5000, f"[{'9' * 5000}]"]).map(str.encode),
    st.sampled_from(["<title>", "[]"]).map(lambda text: text.encode("utf-16")),
)
CHUNKS = st.lists(
    st.sampled_from(["1\r\n[\r\n", "1\r\n]\r\n", "0\r\n\r\n", "-5\r\n", "zz\r\n", "f" * 20 + "\r\n", "\r\n"]).map(
        str.encode
    )
)

ANSWERS = st.one_of(
    st.binary(),
    st.binary().map(lambda noise: b"HTTP/1.1 " + noise),
    st.builds(http, BODIES | CHUNKS.map(b"".join), FIELDS, STATUS | NUMBERS),
    st.builds(
        lambda body, packed: http(PACKED[packed](body), {"Content-Encoding": packed}),
        BODIES,
        st.sampled_from(sorted(PACKED)),
    ),
)


def test_any_answer_gives_posts_or_a_sentence(server: Server) -> None:
    """Status, headers, encodings, chunks and bodies of any kind, and bytes that are not an answer at all."""

    @given(ANSWERS)
    def fetched(answer: bytes) -> None:
        is_answered(server, answer)

    fetched()


@pytest.mark.parametrize("packed", ["gzip", "gzip, gzip", "deflate"])
def test_a_small_answer_that_unpacks_to_half_a_gigabyte_does_not_fill_the_memory(server: Server, packed: str) -> None:
    """It is counted while it is unpacked, and refused within 400 MB."""
    zip_ = zlib.compressobj(1, zlib.DEFLATED, 15 if packed == "deflate" else 31)
    first, again = (zip_.compress(bytes(2**20)) + zip_.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    bomb = first + 511 * again  # without an end, which nobody should reach
    server.answer = http(gzip.compress(bomb) if packed == "gzip, gzip" else bomb, {"Content-Encoding": packed})
    program = (
        "import resource, sys\n"
        "from wod.errors import BadInput\n"
        "from wod.plumbing.fetching.request import FetchRequest\n"
        "from wod.plumbing.fetching.wordpress import WordPress\n"
        "resource.setrlimit(resource.RLIMIT_DATA, (400 * 2**20, 400 * 2**20))\n"
        "try:\n"
        "    WordPress(sys.argv[1], 213, allow_http=True).page(FetchRequest())\n"
        "except BadInput as refusal:\n"
        "    print(refusal)\n"
    )
    command = [sys.executable, "-c", program, server.url]
    ended = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - this interpreter
    assert (0, b"") == (ended.returncode, ended.stderr)
    assert b"answered with more than" in ended.stdout
