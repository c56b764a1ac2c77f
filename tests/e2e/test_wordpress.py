"""Fetching, over real HTTP, from a small WordPress that answers as badly as blogs do."""

import base64
import gzip
import itertools
import json
import socket
import struct
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
import requests
from msgspec import ValidationError

from wod.errors import BadInput
from wod.plumbing.fetching.exchange import LARGEST_ANSWER
from wod.plumbing.fetching.listing import Page
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.fetching.unavailable import WordPressUnavailable
from wod.plumbing.fetching.wordpress import WordPress
from wod_cli.testbed.small_wordpress import ROUTE, Fault, Handler, Post, Request, posts_of, serve

CATEGORY = 213
CREDENTIALS: dict[str, Any] = {"username": "coach", "password": "ä long secret"}
JSON = {"Content-Type": "application/json; charset=UTF-8"}
HTML = {"Content-Type": "text/html; charset=UTF-8"}


def a_post(number: int, *, date: str = "", modified: str = "", category: int = CATEGORY) -> Post:
    date = date or f"2021-03-{number:02}T17:00:00"
    return {
        "id": number,
        "date": date,
        "date_gmt": date,
        "modified": modified or date,
        "modified_gmt": modified or date,
        "categories": [category],
        "content": {"rendered": f"<p>Monday</p><p>A. Snatch x {number} reps</p>"},
    }


class Site(NamedTuple):
    """The address of a small WordPress, and the requests to it."""

    url: str
    requests: list[Request]


@contextmanager
def a_site(posts: list[Post], faults: Iterable[Fault] = ()) -> Iterator[Site]:
    requests: list[Request] = []
    with serve(posts, faults=faults, requests=requests) as url:
        yield Site(url, requests)


class Sleeps(list[float]):
    """Instead of sleeping, keep how long it would have been."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def blog(site: Site, **settings: Any) -> WordPress:
    return WordPress(site.url, CATEGORY, allow_http=True, **{"sleep": Sleeps(), **settings})


def ids(page: Page) -> list[int]:
    return [post["id"] for post in page.posts]


# Faults: what a server may do instead of giving posts.


def status(code: int, headers: dict[str, str] | None = None, body: bytes = b"{}") -> Fault:
    return lambda handler: handler.answer(code, body, {**JSON, **(headers or {})})


def html_page(code: int, body: str) -> Fault:
    return lambda handler: handler.answer(code, body.encode(), HTML)


def redirect(location: str) -> Fault:
    return lambda handler: handler.answer(302, b"", {"Location": location})


def redirect_to_the_same(handler: Handler) -> None:
    redirect(handler.path)(handler)


def half_a_body(handler: Handler) -> None:
    handler.answer(200, b'[{"id": 1, "sl', {**JSON, "Content-Length": "1000", "X-WP-TotalPages": "1"})


def half_a_body_in_chunks(handler: Handler) -> None:
    start_without_length(handler, {"Transfer-Encoding": "chunked"})
    handler.wfile.write(b'40\r\n[{"id": 1')


def half_a_body_without_length(handler: Handler) -> None:
    start_without_length(handler, {})
    handler.wfile.write(b'[{"id": 1, "sl')


def half_a_gzip(handler: Handler) -> None:
    whole = gzip.compress(json.dumps([a_post(1)]).encode())
    handler.answer(200, whole[: len(whole) // 2], {**JSON, "Content-Encoding": "gzip", "X-WP-TotalPages": "1"})


def no_gzip(handler: Handler) -> None:
    handler.answer(200, b"[]", {**JSON, "Content-Encoding": "gzip", "X-WP-TotalPages": "1"})


def start_without_length(handler: Handler, headers: dict[str, str]) -> None:
    handler.send_response(200)
    for name, value in {**JSON, "X-WP-TotalPages": "1", **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()


def reset(handler: Handler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def close_at_once(handler: Handler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


def silence(handler: Handler) -> None:
    handler.rfile.read(1)  # until the client leaves


def byte_after_byte(handler: Handler) -> None:
    start_without_length(handler, {})
    while True:
        handler.wfile.write(b" ")
        time.sleep(0.01)


def endless(handler: Handler) -> None:
    start_without_length(handler, {})
    while True:
        handler.wfile.write(b" " * 1024 * 1024)


def gzip_bomb(handler: Handler) -> None:
    body = gzip.compress(b" " * (LARGEST_ANSWER + 1))
    handler.answer(200, body, {**JSON, "Content-Encoding": "gzip", "X-WP-TotalPages": "1"})


# Requests and their results.


def test_a_page_is_given_as_wordpress_has_it() -> None:
    """The posts of the requested page come unchanged, with the number of pages."""
    posts = [a_post(number) for number in range(1, 6)]
    with a_site(posts) as site:
        page = blog(site).page(FetchRequest(posts_per_page=2, page=2))
    assert Page(posts[2:4], 3) == page


def test_without_a_page_the_first_is_given() -> None:
    """A request for everything gets the first page, and learns from it how many there are."""
    with a_site([a_post(number) for number in range(1, 6)]) as site:
        page = blog(site).page(FetchRequest(posts_per_page=2))
    assert ([1, 2], 3) == (ids(page), page.total_pages)


def test_only_the_category_is_fetched() -> None:
    """Posts of other categories do not come."""
    with a_site([a_post(1), a_post(2, category=7), a_post(3)]) as site:
        assert [1, 3] == ids(blog(site).page(FetchRequest()))


def test_a_category_without_posts_has_no_pages() -> None:
    """An empty category is not an error."""
    with a_site([]) as site:
        assert Page([], 0) == blog(site).page(FetchRequest())


def test_a_page_beyond_the_end_is_empty() -> None:
    """If posts vanish during a backfill, the last page may be gone: that is not an error."""
    with a_site([a_post(1)]) as site:
        assert Page([], 0) == blog(site).page(FetchRequest(page=2))


def test_new_posts_do_not_move_the_others_to_other_pages() -> None:
    """A post that appears during a backfill does not cause another post to be missed."""
    posts = [a_post(number) for number in range(1, 7)]
    with a_site(posts) as site:
        found = ids(blog(site).page(FetchRequest(posts_per_page=2, page=3)))
        posts.append(a_post(7))
        for number in (2, 1):
            found += ids(blog(site).page(FetchRequest(posts_per_page=2, page=number)))
    assert [1, 2, 3, 4, 5, 6] == sorted(found)


def test_the_newest_page_can_be_requested() -> None:
    """With `newest_first` the first page has the posts that were published last, whatever their ids."""
    posts = [a_post(1, date="2021-03-09T17:00:00"), a_post(2, date="2021-03-01T17:00:00"), a_post(3)]
    with a_site(posts) as site:
        assert [1] == ids(blog(site).page(FetchRequest(posts_per_page=1, page=1, newest_first=True)))


def test_an_element_that_is_not_a_post_does_not_keep_the_others_back() -> None:
    """Each element goes on as it is: the next stage puts an element that is not a post into quarantine."""
    body = json.dumps([a_post(1), "no post", None]).encode()
    with a_site([], faults=[status(200, {"X-WP-TotalPages": "1"}, body)]) as site:
        assert Page([a_post(1), "no post", None], 1) == blog(site).page(FetchRequest())


@pytest.mark.parametrize(
    "wish",
    [
        {"posts_per_page": 0},
        {"posts_per_page": 101},
        {"page": 0},
        {"page": "two"},
        {"ids": [0]},
        {"ids": ["1"]},
        {"ids": list(range(1, 102))},
        {"categories": 7},
    ],
)
def test_a_request_outside_the_limits_is_refused(wish: dict[str, object]) -> None:
    """WordPress gives 1 to 100 posts a page, counts pages from 1, and has local times; no other request is possible."""
    with pytest.raises(ValidationError):
        msgspec.convert(wish, FetchRequest)


def test_a_request_travels_as_json() -> None:
    """A message of the fetch queue arrives as it was sent."""
    for request in (FetchRequest(page=2), FetchRequest(ids=(1, 2)), FetchRequest(again=3)):
        assert request == msgspec.json.decode(msgspec.json.encode(request).decode(), type=FetchRequest)


# Who asks.


def test_the_client_looks_like_a_browser() -> None:
    """A site that refuses bare clients answers."""
    with a_site([a_post(1)]) as site:
        assert 406 == requests.get(site.url + ROUTE, timeout=60).status_code
        assert [1] == ids(blog(site).page(FetchRequest()))


def test_without_credentials_none_are_sent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is sent that was not configured, even if the machine has credentials for that host."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with a_site([a_post(1)]) as site:
        blog(site).page(FetchRequest())
    assert "Authorization" not in site.requests[0].headers


def test_credentials_are_sent_where_they_are_configured() -> None:
    """They are sent by basic authentication, in UTF-8."""
    with a_site([a_post(1)]) as site:
        blog(site, **CREDENTIALS).page(FetchRequest())
    basic = base64.b64encode(f"{CREDENTIALS['username']}:{CREDENTIALS['password']}".encode())
    assert f"Basic {basic.decode()}" == site.requests[0].headers["Authorization"]


def test_the_password_is_not_shown() -> None:
    """A log line that has the client in it does not have the password in it."""
    assert CREDENTIALS["password"] not in repr(WordPress("https://blog.example.org", CATEGORY, **CREDENTIALS))


@pytest.mark.parametrize(
    "url",
    [
        "http://blog.example.org",
        "ftp://blog.example.org",
        "blog.example.org",
        "",
        "https://",
        "https://blog.example.org?a=b",
    ],
)
def test_only_an_https_address_is_taken(url: str) -> None:
    """Without leave to use http no request is sent in the clear."""
    with pytest.raises(ValueError, match="The address of the blog"):
        WordPress(url, CATEGORY)


def test_an_address_with_a_password_is_refused_and_not_repeated() -> None:
    """Credentials belong into the secret, and not into an address that is logged."""
    with pytest.raises(ValueError, match="The address of the blog") as refused:
        WordPress("https://coach:secret@blog.example.org", CATEGORY)
    assert "secret" not in str(refused.value)


# Fixed by a retry.


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(status(500), id="500"),
        pytest.param(html_page(502, "<html><title>Bad Gateway</title></html>"), id="502, a page"),
        pytest.param(status(503), id="503"),
        pytest.param(status(408), id="408"),
        pytest.param(status(425), id="425"),
        pytest.param(status(429), id="429"),
        pytest.param(status(429, {"Retry-After": "soon"}), id="429 without a readable Retry-After"),
        pytest.param(status(429, {"Retry-After": "9" * 5000}), id="429 with an absurd Retry-After"),
        pytest.param(half_a_body, id="half a body"),
        pytest.param(half_a_body_in_chunks, id="half a body in chunks"),
        pytest.param(half_a_body_without_length, id="half a body of unknown length"),
        pytest.param(half_a_gzip, id="half a gzip"),
        pytest.param(no_gzip, id="no gzip"),
        pytest.param(status(200, {"X-WP-TotalPages": "1"}, b""), id="nothing"),
        pytest.param(status(200, {"X-WP-TotalPages": "1"}, b"[nonsense]"), id="no JSON"),
        pytest.param(reset, id="reset"),
        pytest.param(close_at_once, id="closed"),
    ],
)
def test_a_passing_fault_is_asked_away(fault: Fault) -> None:
    """The posts come with the second request, and nothing of the first answer is taken."""
    with a_site([a_post(1), a_post(2)], faults=[fault]) as site:
        assert [1, 2] == ids(blog(site).page(FetchRequest()))
    assert 2 == len(site.requests)


def test_a_lasting_fault_is_unavailability() -> None:
    """After five requests, further and further apart, the queue is to try later."""
    sleeps = Sleeps()
    with (
        a_site([], faults=itertools.repeat(status(503))) as site,
        pytest.raises(WordPressUnavailable, match=r"not able to answer \(status 503\)"),
    ):
        blog(site, sleep=sleeps).page(FetchRequest())
    assert 5 == len(site.requests)
    assert all(0 <= slept <= longest for slept, longest in zip(sleeps, [1, 2, 4, 8], strict=True))


def test_retry_after_in_seconds_is_waited_for() -> None:
    """The wait is as long as the blog says, plus up to a second, so that clients do not all come back at once."""
    sleeps = Sleeps()
    with a_site([a_post(1)], faults=[status(429, {"Retry-After": "7"})]) as site:
        assert [1] == ids(blog(site, sleep=sleeps).page(FetchRequest()))
    assert 7 <= sleeps[0] <= 8


def test_retry_after_as_a_date_is_waited_for() -> None:
    """A date is as good as a number of seconds."""
    sleeps = Sleeps()
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=1000), usegmt=True)
    with a_site([a_post(1)], faults=[status(503, {"Retry-After": date})]) as site:
        assert [1] == ids(blog(site, sleep=sleeps, seconds=3600).page(FetchRequest()))
    assert 500 < sleeps[0] <= 1001


def test_a_date_that_has_passed_is_not_waited_for() -> None:
    """A Retry-After in the past demands no wait."""
    sleeps = Sleeps()
    with a_site([a_post(1)], faults=[status(429, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"})]) as site:
        blog(site, sleep=sleeps).page(FetchRequest())
    assert 0 <= sleeps[0] <= 1


@pytest.mark.parametrize(
    "retry_after",
    ["3600", format_datetime(datetime.now(UTC) + timedelta(days=300), usegmt=True)],
    ids=["seconds", "date"],
)
def test_a_wait_that_does_not_fit_is_left_to_the_queue(retry_after: str) -> None:
    """The function neither sleeps away its time nor retries sooner than demanded."""
    sleeps = Sleeps()
    with (
        a_site([], faults=itertools.repeat(status(429, {"Retry-After": retry_after}))) as site,
        pytest.raises(WordPressUnavailable, match=r"try again in [0-9]+ seconds, as it demands"),
    ):
        blog(site, sleep=sleeps).page(FetchRequest())
    assert (1, []) == (len(site.requests), sleeps)


@pytest.mark.parametrize("fault", [silence, byte_after_byte])
def test_a_slow_server_does_not_outlast_the_time_limit(fault: Fault) -> None:
    """Neither silence nor a trickle keeps the function busy until it is stopped."""
    with (
        a_site([], faults=itertools.repeat(fault)) as site,
        pytest.raises(WordPressUnavailable),
    ):
        blog(site, seconds=0.2).page(FetchRequest())
    assert 1 >= len(site.requests)  # none if this machine is so busy that the time is over before the first


def test_a_server_that_is_down_is_unavailability() -> None:
    """No server is there: the queue retries later."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # nobody listens there, and nobody else can
        site = Site(f"http://127.0.0.1:{closed.getsockname()[1]}", [])
        with pytest.raises(WordPressUnavailable, match=r"could not be read \(ConnectionError\)"):
            blog(site).page(FetchRequest())


# Fixed by a later response.


@pytest.mark.parametrize("code", [200, 202, 403, 404, 406])
def test_a_page_for_people_is_reported_as_what_it_is(code: int) -> None:
    """Status and title are reported, and a firewall gets no retry at once, which would prolong the block."""
    page = "<!DOCTYPE html><html><head><title>Just a\n moment &amp; more</title></head><body></body></html>"
    with (
        a_site([], faults=itertools.repeat(html_page(code, page))) as site,
        pytest.raises(WordPressUnavailable, match=f"status {code}, an HTML page titled “Just a moment & more”"),
    ):
        blog(site).page(FetchRequest())
    # Without permalinks a site answers so, and has its API elsewhere: two more requests, once.
    assert (3 if code in (200, 404) else 1) == len(site.requests)


@pytest.mark.parametrize("around", ["<br />\n<b>Warning</b>: deprecated<br />{}", "PHP Notice: x in y.php\n{}"])
def test_a_message_of_php_around_the_json_is_named(around: str) -> None:
    """The error says what surrounds the JSON, whatever the content type."""
    with (
        a_site([], faults=[status(200, body=around.format("[]").encode())]) as site,
        pytest.raises(WordPressUnavailable, match="answered with a message of PHP"),
    ):
        blog(site).page(FetchRequest())


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"<!-- cached --> []", "a comment before the JSON"),
        (b"[]<!-- cached by a plugin -->", "a comment after the JSON"),
        (b"[] 1", "something else after the JSON"),
        (b"\xef\xbb\xbf\xef\xbb\xbf[]", "a second byte order mark"),
    ],
)
def test_text_around_the_json_is_named(body: bytes, what: str) -> None:
    """The owner of the site has to remove it."""
    with (
        a_site([], faults=[status(200, body=body)]) as site,
        pytest.raises(WordPressUnavailable, match=what),
    ):
        blog(site).page(FetchRequest())


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_json_that_calls_itself_a_page_is_taken(bom: bytes) -> None:
    """Caches serve JSON as text/html, and files begin with a byte order mark: the body decides."""
    body = bom + json.dumps([a_post(1)]).encode()
    with a_site([], faults=[lambda handler: handler.answer(200, body, HTML)]) as site:
        assert [1] == ids(blog(site).page(FetchRequest()))


def test_a_site_without_permalinks_is_asked_where_it_has_its_api() -> None:
    """The first request finds the place, and the others go there at once."""
    requests: list[Request] = []
    with serve([a_post(1)], requests=requests, plain_permalinks=True) as url:
        wordpress = blog(Site(url, requests))
        assert [1] == ids(wordpress.page(FetchRequest()))
        assert [1] == [post["id"] for post in wordpress.posts([1])]
    assert ["/wp-json/wp/v2/posts", "/", "/"] == [request.path.partition("?")[0] for request in requests]


@pytest.mark.parametrize(
    "title", ["x" * 100_000, "a\r\nb", "\x1b[31mred", "\u202egnp", "<" * 60_000, "&#10;ERROR&#0;", ""], ids=range(7)
)
def test_a_hostile_title_cannot_spoil_a_log(title: str) -> None:
    """The description of a page is one short line of printable characters."""
    with (
        a_site([], faults=[html_page(403, f"<html><title>{title}</title>")]) as site,
        pytest.raises(WordPressUnavailable) as raised,
    ):
        blog(site).page(FetchRequest())
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 500


@pytest.mark.parametrize("code", [401, 403])
def test_refused_credentials_may_be_mended(code: int) -> None:
    """While a password is changed the request is kept, and not repeated at once."""
    body = b'{"code": "incorrect_password", "message": "The password is not right."}'
    with (
        a_site([], faults=itertools.repeat(status(code, body=body))) as site,
        pytest.raises(
            WordPressUnavailable, match=rf"refuses us \(status {code}, incorrect_password: “The password is not"
        ),
    ):
        blog(site).page(FetchRequest())
    assert 1 == len(site.requests)


# Redirects.


def test_a_redirect_on_the_same_host_is_followed() -> None:
    """The request is sent to the new place, with the credentials."""
    with a_site([a_post(1), a_post(2)], faults=[redirect_to_the_same]) as site:
        assert [1, 2] == ids(blog(site, **CREDENTIALS).page(FetchRequest()))
    assert 2 == len([request for request in site.requests if "Authorization" in request.headers])


@pytest.mark.parametrize(
    "location",
    [
        "{other}/wp-json/wp/v2/posts",
        "//{other_host}/wp-json/wp/v2/posts",
        "http://localhost:{port}/wp-json/wp/v2/posts",
        "https://127.0.0.1:{port}/wp-json/wp/v2/posts",
        "http://127.0.0.1:{port}@{other_host}/",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "file:///etc/hostname",
    ],
)
def test_a_redirect_to_another_place_is_not_followed(location: str) -> None:
    """Another host, port or scheme gets no request and no credentials."""
    with a_site([a_post(9)]) as other:
        other_host = other.url.removeprefix("http://")

        def elsewhere(handler: Handler) -> None:
            port = handler.server.server_port
            redirect(location.format(other=other.url, other_host=other_host, port=port))(handler)

        with (
            a_site([], faults=[elsewhere]) as site,
            pytest.raises(WordPressUnavailable, match="redirects to another place"),
        ):
            blog(site, **CREDENTIALS).page(FetchRequest())
    assert (1, 0) == (len(site.requests), len(other.requests))


@pytest.mark.parametrize("path", ["http://127.0.0.1:{port}\\@{other_host}/", "/\\{other_host}/"])
def test_a_redirect_that_readers_of_addresses_disagree_on_leads_nowhere_else(path: str) -> None:
    """Only the host of the blog gets a request, however an address is written."""
    with a_site([a_post(9)]) as other:

        def elsewhere(handler: Handler) -> None:
            other_host = other.url.removeprefix("http://")
            redirect(path.format(port=handler.server.server_port, other_host=other_host))(handler)

        with a_site([], faults=[elsewhere]) as site, pytest.raises((WordPressUnavailable, BadInput)):
            blog(site).page(FetchRequest())
    assert [] == other.requests


def test_redirects_have_an_end() -> None:
    """After five the blog is unavailable."""
    with (
        a_site([], faults=itertools.repeat(redirect_to_the_same)) as site,
        pytest.raises(WordPressUnavailable, match="redirects more than 5 times"),
    ):
        blog(site).page(FetchRequest())
    assert 6 == len(site.requests)


def test_the_body_of_a_redirect_is_not_read() -> None:
    """A redirect that never ends does not keep us."""

    def endless_redirect(handler: Handler) -> None:
        handler.send_response(302)
        handler.send_header("Location", handler.path)
        handler.end_headers()
        while True:
            handler.wfile.write(b" " * 1024)

    with a_site([a_post(1)], faults=[endless_redirect]) as site:
        assert [1] == ids(blog(site).page(FetchRequest()))


def test_a_redirect_that_loses_the_query_is_not_followed() -> None:
    """The redirect would return other posts than the requested ones."""
    with (
        a_site([a_post(1)], faults=[redirect(f"{ROUTE}?categories={CATEGORY}")]) as site,
        pytest.raises(WordPressUnavailable, match="a place without our query"),
    ):
        blog(site).page(FetchRequest())
    assert 1 == len(site.requests)


# Never fixed.


@pytest.mark.parametrize("fault", [endless, gzip_bomb])
def test_an_answer_has_a_largest_size(fault: Fault) -> None:
    """It is counted decompressed, while it comes, and not requested again."""
    with (
        a_site([], faults=itertools.repeat(fault)) as site,
        pytest.raises(BadInput, match=f"more than {LARGEST_ANSWER} bytes; request fewer posts per page"),
    ):
        blog(site).page(FetchRequest())
    assert 1 == len(site.requests)


@pytest.mark.parametrize("body", [b'{"id": 1}', b'"text"', b"null", b"1", b"[" * 100_000], ids=range(5))
def test_json_that_is_not_a_list_of_posts_is_bad_input(body: bytes) -> None:
    """A response without posts is not taken for posts."""
    with a_site([], faults=[status(200, {"X-WP-TotalPages": "1"}, body)]) as site, pytest.raises(BadInput):
        blog(site).page(FetchRequest())


def test_more_posts_than_wordpress_gives_are_bad_input() -> None:
    """No answer makes us send messages without end."""
    body = json.dumps([a_post(1)] * 101).encode()
    with (
        a_site([], faults=[status(200, {"X-WP-TotalPages": "1"}, body)]) as site,
        pytest.raises(BadInput, match="101 posts, and WordPress gives at most 100 a page"),
    ):
        blog(site).page(FetchRequest())


@pytest.mark.parametrize("code", [400, 404, 410, 414])
def test_a_request_that_wordpress_refuses_is_bad_input(code: int) -> None:
    """WordPress's own message is reported, and the request is not repeated."""
    body = b'{"code": "rest_invalid_param", "message": "No such\\ncategory."}'
    with (
        a_site([], faults=itertools.repeat(status(code, body=body))) as site,
        pytest.raises(BadInput, match=f"status {code}, rest_invalid_param: “No such category.”"),
    ):
        blog(site).page(FetchRequest())
    assert 1 == len(site.requests)


# The small WordPress itself.


def ask(site: Site, path: str) -> requests.Response:
    return requests.get(site.url + path, headers={"User-Agent": "Mozilla/5.0", "Accept-Language": "en"}, timeout=60)


def test_the_small_wordpress_counts_and_links_pages() -> None:
    """Totals and neighbours are in the headers, as in WordPress's."""
    with a_site([a_post(number) for number in range(1, 6)]) as site:
        answer = ask(site, f"{ROUTE}?per_page=2&page=2")
    assert ("5", "3") == (answer.headers["X-WP-Total"], answer.headers["X-WP-TotalPages"])
    links = {name: link["url"] for name, link in answer.links.items()}
    assert {name: f"{site.url}{ROUTE}?per_page=2&page={page}" for name, page in (("prev", 1), ("next", 3))} == links


@pytest.mark.parametrize(
    ("path", "code", "reason"),
    [
        (f"{ROUTE}?page=2", 400, "rest_post_invalid_page_number"),
        (f"{ROUTE}?per_page=101", 400, "rest_invalid_param"),
        (f"{ROUTE}?page=0", 400, "rest_invalid_param"),
        (f"{ROUTE}?page=two", 400, "rest_invalid_param"),
        (f"{ROUTE}?page=", 400, "rest_invalid_param"),
        (f"{ROUTE}?categories=two", 400, "rest_invalid_param"),
        (f"{ROUTE}?categories=", 400, "rest_invalid_param"),
        (f"{ROUTE}?after=yesterday", 400, "rest_invalid_param"),
        (f"{ROUTE}?modified_after=2021-03-01", 400, "rest_invalid_param"),
        (f"{ROUTE}?orderby=colour", 400, "rest_invalid_param"),
        ("/wp-json/wp/v2/nothing", 404, "rest_no_route"),
    ],
)
def test_the_small_wordpress_refuses_what_wordpress_refuses(path: str, code: int, reason: str) -> None:
    """Status and code are WordPress's."""
    with a_site([a_post(1)]) as site:
        answer = ask(site, path)
    assert (code, reason) == (answer.status_code, answer.json()["code"])


def test_the_posts_of_a_folder_are_those_that_a_blog_would_have(tmp_path: Path) -> None:
    """The later of two versions of a post counts, and a broken file is not a post."""
    content = {"slug": "a-week", "title": {"rendered": "A week"}, "link": "https://blog.example.org/a-week/"}
    edited = {**a_post(1, modified="2021-03-09T08:00:00"), **content}
    for name, text in (
        ("edited", json.dumps(edited)),
        ("first", json.dumps({**a_post(1), **content})),
        ("broken", '{"id": 2'),
        ("other", json.dumps({**a_post(3), **content})),
    ):
        (tmp_path / f"{name}.json").write_text(text)
    assert [edited, {**a_post(3), **content}] == posts_of([tmp_path])
