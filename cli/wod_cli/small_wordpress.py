"""A small WordPress: posts over the REST API, with paging, on loopback only.

The demo fetches from it, and so do the tests. By hand: `python -m wod_cli.small_wordpress FILE_OR_FOLDER --port 8080`.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated, Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import typer

from wod.errors import BadInput
from wod.post import read_post

type Post = dict[str, Any]

ROUTE = "/wp-json/wp/v2/posts"
_ORDERS = {"id", "date", "modified"}


class Handler(BaseHTTPRequestHandler):
    """One connection. A fault gets it, and answers with it what it likes."""

    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        """Answer as WordPress does, unless a fault is due."""
        with suppress(ConnectionError):  # a client may leave before it has read everything
            self.server.asked.append(Question(self.path, self.headers))
            fault = next(self.server.faults, None)
            if fault:
                self.close_connection = True
                fault(self)
            else:
                self._posts()

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        """Say nothing: the tests and the demo have better things to show."""

    def _posts(self) -> None:
        address = urlsplit(self.path)
        if not self.headers.get("User-Agent", "").startswith("Mozilla/") or "Accept-Language" not in self.headers:
            page = b"<html><head><title>Refused</title></head><body>A browser would say more of itself.</body></html>"
            self.answer(406, page, {"Content-Type": "text/html"})
        elif address.path != ROUTE:
            self._json(404, _error("rest_no_route", "There is no such route.", 404))
        else:
            self._json(*_answer(self.server.posts, f"http://{self.headers['Host']}", dict(parse_qsl(address.query))))

    def _json(self, status: int, value: object, headers: dict[str, str] | None = None) -> None:
        self.answer(status, json.dumps(value).encode(), {"Content-Type": "application/json", **(headers or {})})


type Fault = Callable[[Handler], None]


class Question(NamedTuple):
    """What the site was asked: path with query, and headers."""

    path: str
    headers: Message


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    posts: list[Post]
    faults: Iterator[Fault]
    asked: list[Question]


@contextmanager
def serve(
    posts: list[Post], *, port: int = 0, faults: Iterable[Fault] = (), asked: list[Question] | None = None
) -> Iterator[str]:
    """Serve posts on 127.0.0.1, at the URL that is given, as long as the context lasts. Port 0 is any free one.

    The list may be changed meanwhile. Each of `faults` takes one question, in their order, and answers it instead. What
    was asked is added to `asked`.
    """
    with _Server(("127.0.0.1", port), Handler) as server:
        server.posts, server.faults, server.asked = posts, iter(faults), [] if asked is None else asked
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _answer(all_posts: list[Post], url: str, parameters: dict[str, str]) -> tuple[int, object, dict[str, str]]:
    """Status, JSON and headers that WordPress gives for the parameters."""
    try:
        per_page, page = int(parameters.get("per_page", 10)), int(parameters.get("page", 1))
    except ValueError:
        per_page = page = 0
    order_by, order = parameters.get("orderby", "date"), parameters.get("order", "desc")
    if not 1 <= per_page <= 100 or page < 1 or order_by not in _ORDERS or order not in {"asc", "desc"}:
        return 400, _error("rest_invalid_param", "A parameter is not valid.", 400), {}
    posts = [post for post in all_posts if _is_asked_for(post, parameters)]
    posts.sort(key=lambda post: post[order_by], reverse=order == "desc")
    pages = -(-len(posts) // per_page)
    if posts and page > pages:
        return 400, _error("rest_post_invalid_page_number", "The page is beyond the last one.", 400), {}
    headers = {"X-WP-Total": str(len(posts)), "X-WP-TotalPages": str(pages)}
    if links := _links(url, parameters, page, pages):
        headers["Link"] = links
    return 200, [_only(post, parameters) for post in posts[(page - 1) * per_page : page * per_page]], headers


def _is_asked_for(post: Post, parameters: dict[str, str]) -> bool:
    categories = {int(category) for category in parameters.get("categories", "").split(",") if category}
    return (
        (not categories or not categories.isdisjoint(post["categories"]))
        and post["date"] > parameters.get("after", "")
        and post["modified"] > parameters.get("modified_after", "")
    )


def _only(post: Post, parameters: dict[str, str]) -> Post:
    names = parameters.get("_fields")
    return {name: post[name] for name in names.split(",") if name in post} if names else post


def _links(url: str, parameters: dict[str, str], page: int, pages: int) -> str:
    others = [("prev", page - 1)] * (page > 1) + [("next", page + 1)] * (page < pages)
    return ", ".join(
        f'<{url}{ROUTE}?{urlencode(parameters | {"page": number})}>; rel="{name}"' for name, number in others
    )


def _error(code: str, message: str, status: int) -> dict[str, Any]:
    return {"code": code, "message": message, "data": {"status": status}}


def posts_of(paths: Iterable[Path]) -> list[Post]:
    """The raw posts of files, and of the .json files of folders.

    Of a post that is there twice the one that was modified last counts; what is no post is left out, as no WordPress
    has it.
    """
    posts: dict[int, Post] = {}
    for file in (file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])):
        with suppress(BadInput):
            post = read_post(body := file.read_bytes())
            raw = json.loads(body)
            if post.id not in posts or posts[post.id]["modified"] < raw["modified"]:
                posts[post.id] = raw
    return list(posts.values())


def main(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE_OR_FOLDER...", exists=True)],
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8080,
) -> None:
    """Serve raw posts until interrupted."""
    posts = posts_of(paths)
    with serve(posts, port=port) as url:
        typer.echo(f"{len(posts)} posts at {url}{ROUTE}")
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    typer.run(main)
