"""`wod fetch --all`: every post of the blog is watched to its end, and counted once."""

import json
from collections.abc import Callable
from copy import replace
from types import SimpleNamespace

import pytest

from wod.keys import BACKFILL_KEY
from wod.plumbing.fetching import known
from wod_cli.commands import fetch
from wod_cli.deployed import settling
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError

from .operations import NEXT_WEEK, POST, arrive, bodies, deliver, objects, queue, stack, wod
from .test_forget import FETCHED
from .test_guarantees import Revision
from .world import BUCKET, World

pytestmark = pytest.mark.operated

NO_PROGRAMME = Revision(9, 1, "news", "2020-12-27T08:00:00", "We moved", (), False)
NO_SUCH_DATES = Revision(10, 1, "odd", "2020-12-27T08:00:00", "February 30-31, 2020", (("Monday", 2),), False)


@pytest.fixture(autouse=True)
def _this_stack(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_fetch_queue(*name: str) -> Stack:
        found = stack(*name)
        return Stack(found.name, found.outputs | {"FetchQueueUrl": queue("get-invictus-post").url}, found.client)

    monkeypatch.setattr(fetch, "find_stack", with_fetch_queue)


@pytest.fixture
def blog(chain: World, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A blog with these posts: when all posts are requested, it lists them and sends them on."""

    def has(*posts: Revision) -> None:
        def work(_: float) -> None:
            if bodies("get-invictus-post"):
                on_the_blog(*posts)
                for post in posts:
                    post.arrive(chain)
            deliver(chain)

        monkeypatch.setattr(settling, "time", SimpleNamespace(sleep=work))

    return has


def on_the_blog(*posts: Revision) -> None:
    """Write the fetch's note after it has listed all posts."""
    modified = {post.post_id: f"2020-12-20T10:00:{post.modified:02}" for post in posts}
    known.change("a-blog", lambda had: replace(had, posts=modified, listed_at="2020-12-28T10:00:00"))


def test_every_post_is_counted_once(chain: World, blog: Callable[..., None]) -> None:
    """A post that is neither a week nor news is named with its reason, and the counts add up."""
    blog(FETCHED, NEXT_WEEK, NO_PROGRAMME, NO_SUCH_DATES)
    result = wod("fetch", "--all")
    lines = result.stdout.splitlines()
    assert (0, "4 posts: 2 weeks, 1 no programme, 1 in quarantine") == (result.exit_code, lines[-1])
    assert "2020/12/2020-12-27__odd → quarantine" == lines[0]
    assert "February 30" in lines[1]
    assert 3 == len(lines)


def test_a_backfill_that_was_left_is_watched_and_not_asked_again(chain: World, blog: Callable[..., None]) -> None:
    """The note of the first call is there until the end was seen."""
    chain.s3.put_object(
        Bucket=BUCKET, Key=BACKFILL_KEY, Body=json.dumps({"asked_at": "2020-12-28T10:00:00", "listed_before": ""})
    )
    on_the_blog(FETCHED)
    FETCHED.arrive(chain)
    result = wod("fetch", "--all")
    assert "1 post: 1 week" == result.stdout.strip()
    assert "and goes on" in result.stderr
    assert [] == bodies("get-invictus-post")
    assert [] == objects(BACKFILL_KEY)


def test_a_post_that_was_lost_is_named_and_fails(chain: World, blog: Callable[..., None]) -> None:
    """Its message is a dead letter, so that neither silver nor quarantine has it."""
    arrive(chain, FETCHED)
    on_the_blog(FETCHED, NEXT_WEEK)
    chain.s3.put_object(
        Bucket=BUCKET, Key=BACKFILL_KEY, Body=json.dumps({"asked_at": "2020-12-28T10:00:00", "listed_before": ""})
    )
    result = wod("fetch", "--all")
    assert (1, "2 posts: 1 week, 1 lost on the way") == (result.exit_code, result.stdout.splitlines()[-1])
    assert result.stdout.startswith("post 8 → lost\n")


def test_a_program_gets_an_object_for_each_post_of_a_backfill(chain: World, blog: Callable[..., None]) -> None:
    """It has its id, its outcome, the week and the reason, and there is no line of counts."""
    blog(FETCHED)
    (row,) = map(json.loads, wod("fetch", "--all", "--json").stdout.splitlines())
    assert (7, "week", "2020-W52", None) == tuple(row[name] for name in ("post_id", "outcome", "week", "reason"))
    assert isinstance(wod("fetch", "--all", "--reconcile", "--json").exception, CommandError)


def test_a_forgotten_post_is_counted_as_that(chain: World, blog: Callable[..., None]) -> None:
    """The blog has it still, and silver does not."""
    arrive(chain, FETCHED)
    wod("forget", "7", "--yes")
    blog(FETCHED)
    assert "1 post: 0 weeks, 1 forgotten" == wod("fetch", "--all").stdout.splitlines()[-1]


def test_two_posts_of_a_week_are_two_posts(chain: World, blog: Callable[..., None]) -> None:
    """The line counts posts, and says for how many weeks they are."""
    second = Revision(11, 1, "a-second", POST.published, POST.week, (("Tuesday", 3),), False)
    blog(FETCHED, second)
    assert "2 posts: 2 with sessions for 1 week" == wod("fetch", "--all").stdout.strip()


def test_posts_that_the_blog_no_longer_has_are_named(chain: World, blog: Callable[..., None]) -> None:
    """Once all are listed, each that has sessions here and is not there has a line with what to do; none is touched."""
    arrive(chain, FETCHED)
    blog(NEXT_WEEK)
    result = wod("fetch", "--all", "--reconcile")
    line, counts = result.stdout.splitlines()
    assert line.startswith("7 2020/12/2020-12-20__a-week__raw.json is no longer on the blog: wod forget 7")
    assert "1 post: 1 week" == counts
    assert 2 == len(chain.bronze())


def test_a_forgotten_post_is_not_named_again(chain: World, blog: Callable[..., None]) -> None:
    """It has no sessions left."""
    arrive(chain, FETCHED)
    wod("forget", "7", "--yes")
    blog(NEXT_WEEK)
    assert "1 post: 1 week" == wod("fetch", "--all", "--reconcile").stdout.strip()


def test_a_blog_that_is_not_listed_names_nothing(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old list is not taken for a new one, and the next call requests it again."""
    arrive(chain, FETCHED)
    on_the_blog(NEXT_WEEK)

    monkeypatch.setattr(settling, "time", SimpleNamespace(sleep=lambda _: bodies("get-invictus-post")))
    result = wod("fetch", "--all", "--reconcile")
    assert isinstance(result.exception, CommandError)
    assert "" == result.stdout
    assert [] == objects(BACKFILL_KEY)


def test_reconcile_needs_all() -> None:
    """A page says nothing about the others."""
    assert isinstance(wod("fetch", "--reconcile").exception, CommandError)
