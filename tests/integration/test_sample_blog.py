"""The sample blog that `wod local up` keeps running, and what may be said of the stack there."""

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wod_cli.commands.local import parameters_of
from wod_cli.embedded import sample_blog
from wod_cli.errors import CommandError
from wod_cli.posts.samples import sample_posts

BROWSER = {"User-Agent": "Mozilla/5.0", "Accept-Language": "en"}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    sample_blog.stop(tmp_path)


def posts_at(address: str) -> list[dict[str, Any]]:
    request = urllib.request.Request(f"{address}/wp-json/wp/v2/posts", headers=BROWSER)  # noqa: S310 - http on the loopback
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
        posts: list[dict[str, Any]] = json.load(answer)
        return posts


def test_it_has_the_samples_and_training_to_come(folder: Path) -> None:
    """If a post has two revisions, the edited one is served, on the loopback only."""
    address = sample_blog.start(folder, "forja", sample_posts("forja"))
    assert address.startswith("http://127.0.0.1:")
    samples = [json.loads(body)["id"] for body in sample_posts("forja").values()]
    assert sorted(samples) == sorted(post["id"] for post in posts_at(address))


def test_it_runs_until_it_is_stopped(folder: Path) -> None:
    """A second start finds it, each blog has one of its own, and all of them end together."""
    first = sample_blog.start(folder, "forja", sample_posts("forja"))
    assert first == sample_blog.start(folder, "forja", {})
    other = sample_blog.start(folder, "invictus", sample_posts("invictus"))
    assert {"forja": first, "invictus": other} == sample_blog.running(folder)
    assert ["forja", "invictus"] == sample_blog.stop(folder)
    assert ({}, []) == (sample_blog.running(folder), sample_blog.stop(folder))


def test_parameters_are_names_and_values() -> None:
    """A value may have an equals sign, or be empty."""
    assert {"SiteUrl": "http://a.example?b=c", "EmailAddress": ""} == parameters_of(
        ["SiteUrl=http://a.example?b=c", "EmailAddress="]
    )


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("SiteUrl", "write --parameter NAME=VALUE"),
        ("=x", "write --parameter NAME=VALUE"),
        ("WordPressUrl=", "its own option: --wordpress-url"),
        ("Blog=forja", "its own option: --blog"),
        ("SiteURL=x", "did you mean SiteUrl?"),
        ("Color=red", "has no parameter Color; there are BucketName, .*WebsiteCertificateArn."),
    ],
)
def test_an_unknown_parameter_or_one_with_an_option_is_refused(given: str, problem: str) -> None:
    """An empty address of the blog would mean the real one."""
    with pytest.raises(CommandError, match=problem):
        parameters_of([given])
