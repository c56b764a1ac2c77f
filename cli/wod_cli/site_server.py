"""The site on this machine: its files over HTTP, on loopback only, with the headers that CloudFront sends."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wod.site.headers import SECURITY_HEADERS, cache_control, content_type

type Read = Callable[[str], bytes | None]
"""A function that returns the file at a path of the site; None if there is none."""

FIRST_PAGE = "index.html"
_MISSING_PAGE = "404.html"
_SMALLER_IN_GZIP = ("text/", "application/", "image/svg")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def handle(self) -> None:
        """Answer all requests of a connection; a browser may reset it, or leave before it has read everything."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Send a file of the site, or the page for missing ones."""
        path = unquote(urlsplit(self.path).path).removeprefix("/") or FIRST_PAGE
        body = self.server.file_at(path)
        status, path = (200, path) if body is not None else (404, _MISSING_PAGE)
        if body is None:
            body = self.server.file_at(_MISSING_PAGE) or b"There is no such page."
        self._answer(status, path, body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        """Log nothing: the user looks at the browser."""

    def _answer(self, status: int, path: str, body: bytes) -> None:
        kind = content_type(path)
        headers = {"Content-Type": kind, "Cache-Control": cache_control(path), "Vary": "Accept-Encoding"}
        if kind.startswith(_SMALLER_IN_GZIP) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        for name, value in (headers | SECURITY_HEADERS | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, read: Read) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self._read = read

    def file_at(self, path: str) -> bytes | None:
        """Return a file of the site; None if there is none, or its type is not one of the site's."""
        with suppress(KeyError):  # of a kind that the site does not have
            content_type(path)
            return self._read(path)
        return None


@contextmanager
def serve_site(read: Read, port: int = 0) -> Iterator[str]:
    """Serve the site within the context, and yield its address. Raise OSError if the port is taken."""
    server = _Server(port, read)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def files_in(folder: Path) -> Read:
    """Return a function that reads the files of a folder, and none outside it."""
    root = folder.resolve()

    def read(path: str) -> bytes | None:
        file = (root / path.replace("\0", "")).resolve()
        return file.read_bytes() if file.is_relative_to(root) and file.is_file() else None

    return read
