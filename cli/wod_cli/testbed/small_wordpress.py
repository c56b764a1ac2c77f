"""A small WordPress: posts over the REST API, with paging, on loopback only.

The demo fetches from it, and so do the tests. By hand:
`python -m wod_cli.testbed.small_wordpress FILE_OR_FOLDER --port 8080`.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec
import typer
from msgspec import Meta, ValidationError

from wod.errors import BadInput
from wod.reading.post import read_post

type Post = dict[str, Any]
type _Time = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$")]

ROUTE = "/wp-json/wp/v2/posts"
CATEGORIES_ROUTE = "/wp-json/wp/v2/categories"


class Handler(BaseHTTPRequestHandler):
    """One connection. A fault gets it, and may answer as it likes."""

    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        """Answer as WordPress does, unless a fault is due."""
        with suppress(ConnectionError):  # a client may leave before it has read everything
            self.server.requests.append(Request(self.path, self.headers))
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
        """Log nothing: tests and the demonstration have other output."""

    def _posts(self) -> None:
        address = urlsplit(self.path)
        if not self.headers.get("User-Agent", "").startswith("Mozilla/") or "Accept-Language" not in self.headers:
            page = b"<html><head><title>Refused</title></head><body>A browser would say more of itself.</body></html>"
            self.answer(406, page, {"Content-Type": "text/html"})
            return
        parameters = dict(parse_qsl(address.query, keep_blank_values=True))
        route = f"/wp-json{parameters.pop('rest_route')}" if "rest_route" in parameters else address.path
        if self.server.plain_permalinks and address.path.startswith("/wp-json"):
            self.answer(404, b"<html><head><title>Page not found</title></head></html>", {"Content-Type": "text/html"})
        elif route == ROUTE:
            self._json(*_answer(self.server.posts, f"http://{self.headers['Host']}", parameters))
        elif route == CATEGORIES_ROUTE:
            parent = int(parameters.get("parent", 0))
            self._json(200, [{"id": one} for one, above in self.server.categories.items() if above == parent])
        else:
            self._json(404, _error("rest_no_route", "There is no such route.", 404))

    def _json(self, status: int, value: object, headers: dict[str, str] | None = None) -> None:
        content_type = {"Content-Type": "application/json; charset=UTF-8"}
        self.answer(status, json.dumps(value).encode(), content_type | (headers or {}))


type Fault = Callable[[Handler], None]


class Request(NamedTuple):
    """The requests to the site: path with query, and headers."""

    path: str
    headers: Message


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    posts: list[Post]
    faults: Iterator[Fault | None]
    requests: list[Request]
    plain_permalinks: bool
    categories: dict[int, int]


@contextmanager
def serve(
    posts: list[Post],
    *,
    port: int = 0,
    faults: Iterable[Fault | None] = (),
    requests: list[Request] | None = None,
    plain_permalinks: bool = False,
    categories: dict[int, int] | None = None,
) -> Iterator[str]:
    """Serve posts on 127.0.0.1 within the context, and yield the URL. Port 0 is any free one.

    The list may be changed meanwhile. Each of `faults` takes one request, in their order, and answers it instead; None
    lets one be answered. Requests are added to `requests`. With `plain_permalinks` the API is at `?rest_route=` only.
    `categories` maps each subcategory to its parent.
    """
    with _Server(("127.0.0.1", port), Handler) as server:
        server.posts, server.faults, server.requests = posts, iter(faults), [] if requests is None else requests
        server.plain_permalinks, server.categories = plain_permalinks, categories or {}
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Query(msgspec.Struct, frozen=True):
    """The accepted parameters: those that WordPress has and we use. It ignores others, and so does this."""

    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 10
    orderby: Literal["id", "date", "modified"] = "date"
    order: Literal["asc", "desc"] = "desc"
    categories: list[int] = []
    include: list[int] = []
    after: _Time = ""
    modified_after: _Time = ""

    def matches(self, post: Post) -> bool:
        return (
            (not self.categories or not set(self.categories).isdisjoint(post["categories"]))
            and (not self.include or post["id"] in self.include)
            and post["date"] > self.after
            and post["modified"] > self.modified_after
        )


def _answer(all_posts: list[Post], url: str, parameters: dict[str, str]) -> tuple[int, object, dict[str, str]]:
    """Return the status, JSON and headers with which WordPress answers these parameters."""
    try:
        lists: dict[str, Any] = {
            name: parameters[name].split(",") for name in ("categories", "include") if name in parameters
        }
        stated: dict[str, Any] = {**parameters, **lists}
        query = msgspec.convert(stated, _Query, strict=False)
    except ValidationError as error:
        return 400, _error("rest_invalid_param", f"Not valid: {error}.", 400), {}
    posts = [post for post in all_posts if query.matches(post)]
    posts.sort(key=lambda post: post[query.orderby], reverse=query.order == "desc")
    pages = -(-len(posts) // query.per_page)
    if posts and query.page > pages:
        return 400, _error("rest_post_invalid_page_number", "The page is beyond the last one.", 400), {}
    headers = {"X-WP-Total": str(len(posts)), "X-WP-TotalPages": str(pages)}
    if links := _links(url, parameters, query.page, pages):
        headers["Link"] = links
    page = posts[(query.page - 1) * query.per_page : query.page * query.per_page]
    return 200, [_only(post, parameters) for post in page], headers


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
    """Return the raw posts of files, and of the .json files in folders.

    If a post is there twice, the one that was modified last counts. Files that are not posts are left out.
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
    paths: Annotated[list[Path], typer.Argument(metavar="FILE_OR_FOLDER", exists=True)],
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
