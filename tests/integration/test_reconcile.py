"""`wod fetch --all --reconcile`: what is here and no longer on the blog."""

from types import SimpleNamespace

import pytest

from wod.plumbing.fetching import known
from wod_cli.commands import fetch
from wod_cli.deployed import reconcile
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError

from .operations import NEXT_WEEK, arrive, bodies, queue, stack, wod
from .test_forget import FETCHED
from .world import World


@pytest.fixture(autouse=True)
def _this_stack(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_fetch_queue(*name: str) -> Stack:
        found = stack(*name)
        return Stack(found.name, found.outputs | {"FetchQueueUrl": queue("get-invictus-post").url}, found.client)

    monkeypatch.setattr(fetch, "find_stack", with_fetch_queue)


def on_the_blog(*ids: int) -> None:
    """What the fetch writes down when it has listed all posts."""
    posts = dict.fromkeys(ids, "2020-12-20T10:00:00")
    known.change("a-blog", lambda had: had.model_copy(update={"posts": posts, "listed_at": "2020-12-28T10:00:00"}))


def test_posts_that_the_blog_no_longer_has_are_named(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once all are listed, each that has sessions here and is not there has a line with what to do; none is touched."""
    arrive(chain, FETCHED, NEXT_WEEK)
    monkeypatch.setattr(reconcile, "time", SimpleNamespace(monotonic=lambda: 0, sleep=lambda _: on_the_blog(8)))
    said = wod("fetch", "--all", "--reconcile")
    assert 1 == len(bodies("get-invictus-post"))
    [line] = said.stdout.splitlines()
    assert line.startswith("7 2020/12/2020-12-20__a-week__raw.json is no longer on the blog: wod forget 7")
    assert 2 == len(chain.bronze())


def test_a_forgotten_post_is_not_named_again(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no sessions any more."""
    arrive(chain, FETCHED, NEXT_WEEK)
    wod("forget", "7", "--yes")
    monkeypatch.setattr(reconcile, "time", SimpleNamespace(monotonic=lambda: 0, sleep=lambda _: on_the_blog(8)))
    assert (0, "") == ((said := wod("fetch", "--all", "--reconcile")).exit_code, said.stdout)


def test_a_blog_that_is_not_listed_names_nothing(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old list is not taken for a new one."""
    arrive(chain, FETCHED)
    on_the_blog(8)
    times = iter(range(0, 10_000, 100))
    monkeypatch.setattr(reconcile, "time", SimpleNamespace(monotonic=times.__next__, sleep=lambda _: None))
    said = wod("fetch", "--all", "--reconcile")
    assert isinstance(said.exception, CommandError)
    assert "" == said.stdout


def test_reconcile_needs_all() -> None:
    """A page says nothing about the others."""
    assert isinstance(wod("fetch", "--reconcile").exception, CommandError)
