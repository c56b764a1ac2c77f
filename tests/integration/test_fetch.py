"""The requests of get_invictus_post to the blog, and its messages to each queue."""

import base64
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import replace
from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest

from wod.blog import load_blog
from wod.errors import BadInput
from wod.plumbing.current_blog import UnknownBlog
from wod.plumbing.fetching.unavailable import WordPressUnavailable
from wod_cli.testbed.small_wordpress import Fault, Post, Request, serve

from .world import CONTEXT, World, load_handler, sqs_record, world

HANDLER = load_handler("get_invictus_post")
NOW = datetime(2021, 3, 15, 12, tzinfo=UTC)
SCHEDULED = {"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}
SECRET = {"SecretString": json.dumps({"username": "coach", "password": "secret"})}


def a_post(
    number: int, published: str = "2021-03-10T17:00:00", modified: str = "", text: str = "", category: int = 213
) -> Post:
    return {
        "id": number,
        "date": published,
        "date_gmt": published,
        "modified": modified or published,
        "modified_gmt": modified or published,
        "categories": [category],
        "content": {"rendered": text},
    }


@dataclass
class Fetcher:
    """The function with a blog of its own."""

    chain: World
    requests: list[Request]

    def run(self, event: dict[str, Any]) -> Any:
        return HANDLER(event, CONTEXT)

    def run_message(self, body: object) -> Any:
        return self.run({"Records": [sqs_record("1", json.dumps(body))]})

    def sent(self) -> list[int]:
        """The ids of the posts that were sent on."""
        return [json.loads(each.body)["post"]["id"] for each in self.chain.waiting if each.stage == "posts"]

    def queued(self) -> list[dict[str, Any]]:
        """The queued fetch messages, without fields that are empty."""
        bodies = [json.loads(each.body) for each in self.chain.waiting if each.stage == "fetch"]
        return [{name: value for name, value in body.items() if value} for body in bodies]


@contextmanager
def a_fetcher(
    posts: list[Post],
    faults: Iterable[Fault | None] = (),
    arn: str = "",
    scheme: str = "http",
    categories: dict[int, int] | None = None,
    **settings: str,
) -> Iterator[Fetcher]:
    requests: list[Request] = []
    with world() as chain, serve(posts, faults=faults, requests=requests, categories=categories) as url:
        chain.local.environment = {
            "STAGE_NAME": "get_invictus_post",
            "BUCKET_NAME": "lakehouse",
            "NEXT_QUEUE_URL": "posts",
            "FETCH_QUEUE_URL": "fetch",
            "WORDPRESS_URL": url,
            "WORDPRESS_CATEGORY": "213",
            "WORDPRESS_SECRET_ARN": arn,
            **settings,
        }
        clients: dict[str, Any] = {"sqs": SimpleNamespace(meta=SimpleNamespace(endpoint_url=f"{scheme}://sqs"))}
        if arn:
            clients["secretsmanager"] = SimpleNamespace(
                get_secret_value=lambda **wanted: {arn: SECRET}[wanted["SecretId"]]
            )
        with (
            patch("wod.plumbing.fetching.site.client", clients.__getitem__),
            patch("wod.plumbing.fetching.known.now", lambda: NOW),
        ):
            yield Fetcher(chain, requests)


def test_the_fetch_returns_the_posts_that_it_fetches() -> None:
    """It returns the last modification of each post of a page, or of the new posts, and nothing about known posts."""
    posts = [a_post(1), a_post(2, published="2021-03-11T08:00:00")]
    with a_fetcher(posts) as fetcher:
        assert {"posts": {2: "2021-03-11T08:00:00"}} == fetcher.run({"page": 1, "posts_per_page": 1})
        assert {"posts": {}} == fetcher.run({"page": 9})
        assert {"posts": {1: "2021-03-10T17:00:00", 2: "2021-03-11T08:00:00"}} == fetcher.run(SCHEDULED)
        assert {"posts": {}} == fetcher.run(SCHEDULED)


def test_a_message_with_a_page_fetches_that_page() -> None:
    """Its posts are sent on, and nothing more is queued."""
    with a_fetcher([a_post(number) for number in range(1, 8)]) as fetcher:
        fetcher.run_message({"posts_per_page": 2, "page": 3})
        assert ([5, 6], []) == (fetcher.sent(), fetcher.queued())


@pytest.mark.parametrize(
    ("stated", "of_the_blog", "sent"),
    [("", 213, [1]), ("", None, [1, 2, 3]), ("7", 213, [2]), ("none", 213, [1, 2, 3])],
)
def test_the_category_is_the_blogs_unless_the_stack_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, stated: str, of_the_blog: int | None, sent: list[int]
) -> None:
    """An empty setting leaves it to the blog's file, which may have none; `none` fetches all posts."""
    blog = replace(load_blog("invictus"), category=of_the_blog)
    monkeypatch.setattr("wod.plumbing.fetching.site.current_blog", lambda: blog)
    posts = [a_post(1), a_post(2, category=7), a_post(3, category=8)]
    with a_fetcher(posts, WORDPRESS_CATEGORY=stated) as fetcher:
        fetcher.run_message({"page": 1})
        assert sent == fetcher.sent()


def test_the_address_is_the_blogs_unless_the_stack_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty setting leaves it to the blog's file."""
    with serve([a_post(9)]) as url:
        blog = replace(load_blog("invictus"), url=url)
        monkeypatch.setattr("wod.plumbing.fetching.site.current_blog", lambda: blog)
        with a_fetcher([a_post(1)], WORDPRESS_URL="") as fetcher:
            fetcher.run_message({"page": 1})
            assert [9] == fetcher.sent()


def test_a_blog_that_does_not_exist_leaves_the_message_in_the_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong parameter is corrected by an operator; no request is at fault, and none goes to quarantine."""
    monkeypatch.setenv("BLOG", "nowhere")
    with a_fetcher([a_post(1)]) as fetcher:
        with pytest.raises(UnknownBlog):
            fetcher.run_message({"page": 1})
        assert ([], []) == (fetcher.sent(), fetcher.chain.quarantine())


@pytest.mark.parametrize("event", [{"posts_per_page": 2, "page": 1}, {"posts_per_page": 2}])
def test_an_event_gets_the_newest_posts(event: dict[str, int]) -> None:
    """A person who requests a page wants the posts that were published last."""
    with a_fetcher([a_post(number, f"2021-03-0{number}T17:00:00") for number in range(1, 8)]) as fetcher:
        fetcher.run(event)
        assert ([7, 6], []) == (fetcher.sent(), fetcher.queued())


def test_a_page_beyond_the_end_sends_nothing() -> None:
    """Posts that vanished during a backfill are not an error."""
    with a_fetcher([a_post(1)]) as fetcher:
        assert {"batchItemFailures": []} == fetcher.run_message({"page": 9})
        assert ([], []) == (fetcher.sent(), fetcher.chain.quarantine())


@pytest.mark.filterwarnings("ignore:No application metrics")
@pytest.mark.parametrize(
    "event",
    [
        {"posts_per_page": 0},
        {"page": "two"},
        {"page": True},
        {"page": 10**30},
        {"page": 1, "category": 7},
        [],
        "x",
        5,
        None,
    ],
)
def test_an_event_that_with_impossible_values_is_refused_with_the_reason(event: Any) -> None:
    """Nothing is fetched, and the error says what an event may have."""
    with a_fetcher([a_post(1)]) as fetcher, pytest.raises(BadInput, match="It may have posts_per_page and page"):
        fetcher.run(event)
    assert [] == fetcher.requests


@pytest.mark.parametrize("text", ["x" * 1024 * 1024, "ж" * 1_300_000], ids=["a megabyte", "nine when quoted"])
def test_a_post_larger_than_a_message_holds_no_other_back(text: str) -> None:
    """It is kept in quarantine with its size, and the other posts of the page go on."""
    with a_fetcher([a_post(1), a_post(2, text=text), a_post(3)]) as fetcher:
        fetcher.run_message({"page": 1})
        assert [1, 3] == fetcher.sent()
        (kept,) = fetcher.chain.quarantine()
    assert "SQS takes 1048576" in kept["reason"]
    assert 2 == json.loads(kept["input"])["post"]["id"]


def test_a_message_that_wordpress_refuses_goes_to_quarantine() -> None:
    """A post that no retry fixes is put aside, with WordPress's message."""

    def refuse(handler: Any) -> None:
        handler.answer(400, b'{"code": "rest_invalid_param", "message": "No."}', {"Content-Type": "application/json"})

    with a_fetcher([a_post(1)], faults=[refuse]) as fetcher:
        assert {"batchItemFailures": []} == fetcher.run_message({"page": 1})
        (kept,) = fetcher.chain.quarantine()
    assert "rest_invalid_param" in kept["reason"]
    assert '{"page": 1}' == kept["input"]


def test_a_blog_that_is_closed_to_us_leaves_the_message_in_the_queue() -> None:
    """A firewall's page may be gone the next time: the message fails, and nothing is quarantined."""

    def firewall(handler: Any) -> None:
        handler.answer(406, b"<html><title>Not Acceptable!</title></html>", {"Content-Type": "text/html"})

    with a_fetcher([a_post(1)], faults=[firewall]) as fetcher:
        with pytest.raises(WordPressUnavailable, match="titled “Not Acceptable!”"):
            fetcher.run_message({"page": 1})
        assert [] == fetcher.chain.quarantine()


def test_credentials_come_from_the_secret() -> None:
    """User name and password of the configured secret are sent to the blog."""
    with a_fetcher([a_post(1)], arn="arn:of-the-secret") as fetcher:
        fetcher.run_message({"page": 1})
    assert f"Basic {base64.b64encode(b'coach:secret').decode()}" == fetcher.requests[0].headers["Authorization"]


def test_without_a_secret_none_is_read() -> None:
    """If no secret is configured, there is no request to Secrets Manager, and no credentials are sent."""
    with a_fetcher([a_post(1)]) as fetcher:
        fetcher.run_message({"page": 1})
    assert "Authorization" not in fetcher.requests[0].headers


def test_on_aws_the_blog_is_asked_by_https_only() -> None:
    """Only an embedded cloud, whose own endpoint has no TLS, may speak to a blog without."""
    with (
        a_fetcher([a_post(1)], scheme="https") as fetcher,
        pytest.raises(ValueError, match="has to begin with https://"),
    ):
        fetcher.run_message({"page": 1})
    assert [] == fetcher.requests
