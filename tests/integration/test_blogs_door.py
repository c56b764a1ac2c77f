"""The scheduled fetch and a backfill of a blog that is large, changes, breaks or lies; and their requests."""

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from wod.errors import BadInput
from wod.plumbing.fetching.unavailable import WordPressUnavailable
from wod.plumbing.fetching.wordpress import WordPress
from wod_cli.testbed.small_wordpress import Handler, Post

from . import test_fetch
from .test_fetch import SCHEDULED, Fetcher, a_fetcher, a_post

JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html"}

type Answers = Callable[[Handler], bool]


def lying(answers: Answers) -> Iterable[Callable[[Handler], None] | None]:
    """A fault for every request: it is answered by `answers`, or as WordPress does if that gives False."""

    def fault(handler: Handler) -> None:
        handler.close_connection = False
        if not answers(handler):
            handler._posts()

    while True:
        yield fault


def as_json(handler: Handler, value: object, status: int = 200, headers: dict[str, str] | None = None) -> bool:
    handler.answer(status, json.dumps(value).encode(), {**JSON, **(headers or {})})
    return True


def included(path: str) -> list[int]:
    found = re.search(r"include=([\d%C,]+)", path)
    return [int(number) for number in re.split("%2C|,", found[1])] if found else []


def die_of(*numbers: int) -> Answers:
    """The posts with these numbers cannot be rendered: any answer with one of them is an error."""
    return lambda handler: (
        not set(included(handler.path)).isdisjoint(numbers)
        and as_json(handler, {"code": "internal_server_error", "message": "There has been a critical error."}, 500)
    )


@contextmanager
def a_blog(posts: list[Post], answers: Answers | None = None, **settings: Any) -> Iterator[Fetcher]:
    with a_fetcher(posts, faults=lying(answers) if answers else (), **settings) as fetcher:
        yield fetcher


@contextmanager
def later(**time: float) -> Iterator[None]:
    """Let the fetch see a later time, by this many hours or days."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wod.plumbing.fetching.known.now", lambda: test_fetch.NOW + timedelta(**time))
        yield


def scheduled(fetcher: Fetcher) -> list[int]:
    """Run a scheduled fetch and all that it queues; the ids that were sent on."""
    return settled(fetcher, lambda: fetcher.run(SCHEDULED))


def backfill(fetcher: Fetcher, **wanted: int) -> list[int]:
    return settled(fetcher, lambda: fetcher.run_message(wanted))


def settled(fetcher: Fetcher, begin: Callable[[], Any]) -> list[int]:
    waiting = fetcher.chain.waiting
    waiting.clear()
    begin()
    sent: list[int] = []
    while waiting:
        delivery = waiting.pop(0)
        if delivery.stage == "posts":
            sent.append(json.loads(delivery.body)["post"]["id"])
        else:
            fetcher.run_message(json.loads(delivery.body))
    return sent


def edited(post: Post, at: str = "2021-03-12T09:00:00") -> Post:
    return {**post, "modified": at, "modified_gmt": at}


def days(output: str) -> list[float]:
    return [
        json.loads(line)["DaysSinceNewestPost"][0] for line in output.splitlines() if '"DaysSinceNewestPost":[' in line
    ]


# What is new.


def test_the_first_fetch_gets_everything_and_the_next_ones_nothing() -> None:
    """An idle fetch sends one request."""
    posts = [a_post(number) for number in range(1, 31)]
    with a_blog(posts) as fetcher:
        assert list(range(1, 31)) == sorted(scheduled(fetcher))
        for _ in range(5):
            before = len(fetcher.requests)
            assert [] == scheduled(fetcher)
            assert 1 == len(fetcher.requests) - before


def test_a_hundred_idle_fetches_send_nothing_and_send_three_requests_at_most(quick: None) -> None:
    """This holds after a bulk edit, a trashed post, and one that cannot be rendered."""
    posts = [a_post(number) for number in range(1, 201)]
    with a_blog(posts, die_of(7)) as fetcher:
        scheduled(fetcher)
        posts[20:171] = [edited(post) for post in posts[20:171]]
        del posts[180]
        assert 151 == len(scheduled(fetcher))
        scheduled(fetcher)
        for _ in range(100):
            before = len(fetcher.requests)
            assert [] == scheduled(fetcher)
            assert len(fetcher.requests) - before <= 3


def test_only_new_and_edited_posts_are_fetched() -> None:
    """A new post, an edited one, and one that was written ahead with an old time of modification."""
    posts = [a_post(number, f"2021-02-{number:02}T17:00:00") for number in range(1, 11)]
    with a_blog(posts) as fetcher:
        scheduled(fetcher)
        posts[3] = edited(posts[3])
        posts += [a_post(11), a_post(12, "2021-03-11T17:00:00", "2020-01-01T00:00:00")]
        assert [4, 11, 12] == sorted(scheduled(fetcher))
        assert [] == scheduled(fetcher)


def test_only_the_fields_that_are_used_are_requested() -> None:
    """Lists have no text, and posts only the fields that are read."""
    with a_blog([{**a_post(1), "yoast_head": "x" * 1000}]) as fetcher:
        fetcher.run(SCHEDULED)
        (sent,) = [json.loads(each.body)["post"] for each in fetcher.chain.waiting]
    assert "yoast_head" not in sent
    assert all("_fields=" in request.path for request in fetcher.requests)


def test_two_thousand_and_one_posts_are_fetched_and_the_idle_fetch_stays_small() -> None:
    """Also after a bulk edit of 151 posts, after one was trashed and a day later, at most three requests go out."""
    posts = [a_post(number, "2019-03-10T17:00:00") for number in range(1, 2002)]
    with a_blog(posts) as fetcher:
        assert list(range(1, 2002)) == sorted(set(scheduled(fetcher)))
        posts[500:651] = [edited(post) for post in posts[500:651]]
        assert list(range(501, 652)) == sorted(set(scheduled(fetcher)))
        del posts[7]
        scheduled(fetcher)
        for _ in range(3):
            before = len(fetcher.requests)
            assert [] == scheduled(fetcher)
            assert 1 == len(fetcher.requests) - before
        posts[3], old = a_post(4321, "2015-03-10T17:00:00"), posts[3]
        assert old["id"] == 4
        assert [] == scheduled(fetcher)
        with later(days=1, hours=1):
            fetcher.chain.waiting.clear()
            before = len(fetcher.requests)
            fetcher.run(SCHEDULED)
            assert 1 == len(fetcher.requests) - before
            assert [4321] == scheduled(fetcher)


def test_a_post_with_a_time_that_has_not_come_yet_hides_no_later_edit() -> None:
    """Its modification of the year 9999 is fetched once, and the correction too."""
    posts = [edited(a_post(1), "9999-01-01T00:00:00"), a_post(2)]
    with a_blog(posts) as fetcher:
        assert [1, 2] == sorted(scheduled(fetcher))
        assert [] == scheduled(fetcher)
        posts[0] = edited(a_post(1))
        assert [1] == scheduled(fetcher)
        assert [] == scheduled(fetcher)


@pytest.mark.parametrize("nothing", [None, "0000-00-00T00:00:00"])
def test_a_post_without_a_time_of_modification_is_fetched_once(nothing: str | None) -> None:
    """Imported posts have null there, or MySQL's zeros; the blog's local time shows an edit."""
    posts = [{**a_post(1), "modified_gmt": nothing}, a_post(2)]
    with a_blog(posts) as fetcher:
        assert [1, 2] == sorted(scheduled(fetcher))
        assert [] == scheduled(fetcher)
        posts[0] = {**edited(posts[0]), "modified_gmt": nothing}
        assert [1] == scheduled(fetcher)


# The category.


@pytest.mark.parametrize("category", ["213", "none"])
def test_a_blog_without_posts_is_an_error_and_its_alarm_works(
    category: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A category that does not exist looks the same: there is no newest post, so it is as old as can be."""
    with a_blog([], WORDPRESS_CATEGORY=category) as fetcher:
        with pytest.raises(BadInput, match="has no posts"):
            fetcher.run(SCHEDULED)
        fetcher.run_message({})
        (kept,) = fetcher.chain.quarantine()
    assert "has no posts" in kept["reason"]
    assert days(capsys.readouterr().out)[0] > 10_000


def test_the_age_of_the_newest_post_is_measured_though_the_blog_does_not_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It grows while a blog is down."""
    monkeypatch.setattr("wod.plumbing.fetching.api.ATTEMPTS", 1)
    down: list[bool] = []
    with a_blog([a_post(1)], lambda handler: bool(down) and as_json(handler, {}, 503)) as fetcher:
        scheduled(fetcher)
        down.append(True)
        with pytest.raises(WordPressUnavailable):
            fetcher.run(SCHEDULED)
    first, second = days(capsys.readouterr().out)
    assert 4.7 < first == second < 4.9


def test_posts_of_categories_below_ours_are_fetched_and_those_of_others_are_not() -> None:
    """A post of another category is not sent on, however the site answers."""
    posts = [a_post(1), a_post(2, category=300), a_post(3, category=301), a_post(4, category=7)]

    def give_all(handler: Handler) -> bool:
        if "categories=" in handler.path:
            handler.path = re.sub("categories=[^&]*", "x=1", handler.path)
        return False

    for answers in (None, give_all):
        with a_fetcher(posts, lying(answers) if answers else (), categories={300: 213, 301: 300, 7: 0}) as fetcher:
            assert [1, 2, 3] == sorted(backfill(fetcher))
            assert [] == scheduled(fetcher)


# Posts that cannot be had.


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting between the requests."""
    monkeypatch.setattr("wod.plumbing.retries._backoff", lambda state: 0)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("fetch", [scheduled, backfill])
def test_a_post_that_cannot_be_rendered_stops_no_other(fetch: Callable[[Fetcher], list[int]]) -> None:
    """It is named in quarantine, requested again later, and idle fetches stay small."""
    dead = [7]
    posts = [a_post(number) for number in range(1, 21)]
    with a_blog(posts, lambda handler: die_of(*dead)(handler)) as fetcher:
        assert {*range(1, 21)} - {7} == set(fetch(fetcher))
        (kept,) = fetcher.chain.quarantine()
        assert "cannot give post 7" in kept["reason"]
        assert [7] == json.loads(kept["input"])["ids"]
        for hours in range(0, 30, 2):
            with later(hours=hours):
                before = len(fetcher.requests)
                assert [] == scheduled(fetcher)
                assert len(fetcher.requests) - before <= 3
        assert 1 == len(fetcher.chain.quarantine())
        dead.clear()
        with later(days=5):
            assert [7] == scheduled(fetcher)


@pytest.mark.usefixtures("quick")
def test_a_single_new_post_that_cannot_be_rendered_is_distinguished_from_a_blog_that_is_down() -> None:
    """The list of ids is answered, so it is the post."""
    posts = [a_post(1)]
    with a_blog(posts, die_of(2)) as fetcher:
        scheduled(fetcher)
        posts.append(a_post(2))
        assert [] == scheduled(fetcher)
        assert ["The blog cannot give post 2"] == [kept["reason"][:27] for kept in fetcher.chain.quarantine()]


@pytest.mark.usefixtures("quick")
def test_a_blog_that_goes_down_after_its_list_loses_nothing() -> None:
    """No post is blamed for it, and all come with the next fetch."""
    down = [True]
    with a_blog(
        [a_post(1), a_post(2)],
        lambda handler: bool(down) and "orderby=modified" not in handler.path and as_json(handler, {}, 503),
    ) as fetcher:
        with pytest.raises(WordPressUnavailable):
            fetcher.run(SCHEDULED)
        assert [] == fetcher.chain.quarantine()
        down.clear()
        assert [1, 2] == sorted(scheduled(fetcher))


@pytest.mark.usefixtures("quick")
def test_posts_that_are_rendered_for_ever_stop_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time of the function is over, the rest goes back to the queue, each post for itself."""
    monkeypatch.setattr(
        "wod.plumbing.fetching.site.WordPress", lambda **given: WordPress(**given, seconds=2, seconds_for_all=6)
    )

    def hang(handler: Handler) -> bool:
        if not {2, 4, 5, 7}.isdisjoint(included(handler.path)):
            handler.rfile.read(1)  # until the client leaves
        return False

    with a_blog([a_post(number) for number in range(1, 10)], hang) as fetcher:
        assert [1, 3, 6, 8, 9] == sorted(set(scheduled(fetcher)))
        reasons = sorted(kept["reason"] for kept in fetcher.chain.quarantine())
        assert ["The blog cannot give post " + number for number in "2457"] == [reason[:27] for reason in reasons]


def test_a_post_of_eleven_megabytes_is_put_aside_alone() -> None:
    """The others of the page go on, and the next fetch does not request it again."""
    posts = [a_post(1), a_post(2, text="x" * 11 * 1024 * 1024), a_post(3)]
    with a_blog(posts) as fetcher:
        assert [1, 3] == sorted(scheduled(fetcher))
        (kept,) = fetcher.chain.quarantine()
        assert "cannot give post 2" in kept["reason"]
        assert [] == scheduled(fetcher)


BAD_VALUES = {
    "NaN": (b"NaN", "NaN, which is not JSON"),
    "infinity": (b"-Infinity", "-Infinity, which is not JSON"),
    "a large number": (b"1e999", "the number 1e999"),
    "5000 digits": (b"9" * 5000, "a number of 5000 digits"),
    "no UTF-8": (b'"caf\xe9"', "bytes that are not UTF-8"),
}


@pytest.mark.parametrize(("value", "reason"), BAD_VALUES.values(), ids=BAD_VALUES)
def test_one_bad_value_refuses_one_post_and_not_the_page(value: bytes, reason: str) -> None:
    """The post is named with what is wrong in it, and the others go on."""

    def spoil(handler: Handler) -> bool:
        if "include=" not in handler.path:
            return False
        rows = [json.dumps(a_post(number) | {"status": "@" if number == 2 else ""}) for number in (1, 2, 3)]
        handler.answer(200, f"[{','.join(rows)}]".encode().replace(b'"@"', value), JSON)
        return True

    with a_blog([a_post(1), a_post(2), a_post(3)], spoil) as fetcher:
        assert [1, 3] == scheduled(fetcher)
        (kept,) = fetcher.chain.quarantine()
    assert f"Post 2 has {reason}" in kept["reason"]


@pytest.mark.parametrize("number", ["[2]", "{}", "null", "true", '"2"', "2.5", "NaN", "-2"])
def test_a_row_with_an_invalid_id_refuses_no_other(number: str) -> None:
    """It goes on to be refused alone, and its post counts as missing and is requested again."""
    fixed: list[bool] = []

    def spoil(handler: Handler) -> bool:
        if fixed or "include=" not in handler.path:
            return False
        rows = [json.dumps(a_post(number) | {"id": "@" if number == 2 else number}) for number in (1, 2, 3)]
        rows = [row for row, number in zip(rows, (1, 2, 3), strict=True) if number in included(handler.path)]
        handler.answer(200, f"[{','.join(rows)}]".replace('"@"', number).encode(), JSON)
        return True

    with a_blog([a_post(1), a_post(2), a_post(3)], spoil) as fetcher:
        fetcher.run(SCHEDULED)
        sent = fetcher.sent()
        assert [1, 3] == [one for one in sent if type(one) is int and one > 0 and one != 2]
        assert 3 == len(sent) + len(fetcher.chain.quarantine())
        for hours in (2, 9):
            fetcher.chain.waiting.clear()
            with later(hours=hours):
                fetcher.run(SCHEDULED)
            fixed.append(True)
        assert [2] == fetcher.sent()


# A backfill of a blog that changes.


def test_a_backfill_fetches_all_again() -> None:
    """It fetches known posts too, in messages of as many posts as it names."""
    posts = [a_post(number) for number in range(1, 8)]
    with a_blog(posts) as fetcher:
        for _ in range(2):
            fetcher.chain.waiting.clear()
            fetcher.run_message({"posts_per_page": 3})
            ids = [message.get("ids") for message in fetcher.queued()]
            assert [[1, 2, 3], [4, 5, 6], [7], None] == ids
            assert [1, 2, 3, 4, 5, 6, 7] == backfill(fetcher)


def events_of(name: str, posts: list[Post]) -> list[tuple[int, Callable[[], Any]]]:
    """Changes of the blog before each request."""
    draft = a_post(50, "2019-01-01T00:00:00")
    at = next(number for number, post in enumerate(posts) if post["id"] == 150)

    def trash() -> None:
        del posts[at]

    return {
        "trashed": [(2, trash)],
        "published": [(2, lambda: posts.append(draft))],
        "both": [(2, trash), (2, lambda: posts.append(draft))],
        "both in turn": [(3, trash), (4, lambda: posts.append(draft))],
        "while posts are fetched": [(12, trash), (14, lambda: posts.append(draft))],
        "at the end": [(40, lambda: posts.append(draft))],
    }[name]


@pytest.mark.parametrize(
    "name", ["trashed", "published", "both", "both in turn", "while posts are fetched", "at the end"]
)
def test_a_post_that_goes_or_comes_while_a_backfill_pages_hides_no_other(name: str) -> None:
    """All posts that the blog has in the end were sent on."""
    posts = [a_post(number) for number in range(100, 551)]
    waiting = events_of(name, posts)
    requests = 0

    def change(handler: Handler) -> bool:
        nonlocal requests
        requests += 1
        while waiting and waiting[0][0] <= requests:
            waiting.pop(0)[1]()
        return False

    with a_blog(posts, change) as fetcher:
        sent = set(backfill(fetcher))
        assert [] == waiting
        assert set() == {post["id"] for post in posts} - sent
        assert [] == fetcher.chain.quarantine()


@pytest.mark.parametrize("fetch", [scheduled, backfill])
def test_a_post_that_had_another_category_only_while_it_was_fetched_is_requested_again(
    fetch: Callable[[Fetcher], list[int]],
) -> None:
    """A category leaves no trace in the modification time, so the next list does not show that it came back."""
    posts = [a_post(number) for number in range(1, 31)]

    def move(handler: Handler) -> bool:
        posts[4] = a_post(5, category=7 if 5 in included(handler.path) and not moved else 213)
        moved.extend([5] * (posts[4]["categories"] == [7]))
        return False

    moved: list[int] = []
    with a_blog(posts, move) as fetcher:
        assert {*range(1, 31)} - {5} == set(fetch(fetcher))
        assert [] == scheduled(fetcher)
        with later(hours=2):
            assert [5] == scheduled(fetcher)
            assert [] == scheduled(fetcher)
        assert [] == fetcher.chain.quarantine()


# Lies.


@pytest.mark.parametrize("event", ["scheduled", "backfill"])
def test_a_cache_that_answers_every_page_with_the_first_is_an_error(event: str) -> None:
    """Nothing is sent, nothing is taken for known, and a person learns what to look for."""

    def first_page(handler: Handler) -> bool:
        handler.path = re.sub(r"(?<!per_)page=\d+", "page=1", handler.path)
        return False

    with a_blog([a_post(number) for number in range(1, 251)], first_page) as fetcher:
        if event == "scheduled":
            fetcher.run(SCHEDULED)
            bodies = [json.loads(each.body) for each in fetcher.chain.waiting if "again" in each.body]
            body = next(each for each in bodies if each["again"])
        else:
            body = {}
        fetcher.chain.waiting.clear()
        with pytest.raises(WordPressUnavailable, match="a cache or a redirect leaves the query out"):
            fetcher.run_message(body)
        assert ([], []) == (fetcher.sent(), fetcher.chain.quarantine())


def test_a_cache_that_leaves_the_query_out_is_an_error() -> None:
    """The ten newest posts are not the requested ones."""

    def default(handler: Handler) -> bool:
        handler.path = handler.path.partition("?")[0]
        return False

    posts = [a_post(number, f"2021-01-{number:02}T17:00:00") for number in range(1, 26)]
    with a_blog(posts, default) as fetcher:
        for body in ({}, {"ids": [3, 4]}):
            with pytest.raises(WordPressUnavailable, match="a cache or a redirect leaves the query out"):
                fetcher.run_message(body)
        assert [] == fetcher.sent()


@pytest.mark.parametrize("total", [None, "", "many", "0", "1", "9" * 30, "1000000"])
def test_totals_that_are_wrong_or_missing_hide_no_post(total: str | None) -> None:
    """The pages themselves say where the end is, and the idle fetch stays small."""
    posts = [a_post(number) for number in range(1, 251)]

    with a_blog(posts, stating(lambda: total)) as fetcher:
        assert set(range(1, 251)) == set(backfill(fetcher))
        before = len(fetcher.requests)
        assert [] == scheduled(fetcher)
        assert len(fetcher.requests) - before <= 3


def stating(total: Callable[[], str | None]) -> Answers:
    """Answer as WordPress does, but with these totals; without any if there is none."""

    def lie(handler: Handler) -> bool:
        send = handler.send_header

        def instead(name: str, value: str) -> None:
            if name not in ("X-WP-Total", "X-WP-TotalPages"):
                send(name, value)
            elif (stated := total()) is not None:
                send(name, stated)

        handler.send_header = instead  # type: ignore[method-assign,assignment]
        try:
            handler._posts()
        finally:
            handler.send_header = send  # type: ignore[method-assign]
        return True

    return lie


@pytest.mark.parametrize("count", [30, 250])
@pytest.mark.parametrize("each", ["answer", "fetch"])
def test_totals_that_never_stay_the_same_hide_no_post_and_cost_no_requests(count: int, each: str) -> None:
    """The ids decide: one idle fetch has to find out that the totals mean nothing, and the next ones remember it."""
    posts = [a_post(number) for number in range(1, count + 1)]
    totals = iter(range(count, 100_000))
    stated = [str(count)]

    def total() -> str:
        return str(next(totals)) if each == "answer" else stated[0]

    with a_blog(posts, stating(total)) as fetcher:
        assert set(range(1, count + 1)) == set(scheduled(fetcher))
        counts = []
        for _ in range(20):
            stated[0] = str(next(totals))
            before = len(fetcher.requests)
            assert [] == scheduled(fetcher)
            counts.append(len(fetcher.requests) - before)
        assert len([number for number in counts if number > 3]) <= 1
        posts.append(edited(a_post(count + 1)))
        assert [count + 1] == scheduled(fetcher)


def test_a_blog_that_takes_twelve_seconds_to_its_first_byte_is_read() -> None:
    """There is time for that."""

    def slow(handler: Handler) -> bool:
        if "orderby=modified" in handler.path:
            time.sleep(12)
        return False

    with a_blog([a_post(1)], slow) as fetcher:
        assert [1] == scheduled(fetcher)


def test_another_category_is_another_blog() -> None:
    """The known posts of one are not used for the other."""
    posts = [a_post(1), a_post(2, category=7)]
    with a_blog(posts) as fetcher:
        assert [1] == scheduled(fetcher)
        fetcher.chain.local.environment["WORDPRESS_CATEGORY"] = "7"
        assert [2] == scheduled(fetcher)
        fetcher.chain.local.environment["WORDPRESS_CATEGORY"] = "none"
        assert [1, 2] == sorted(scheduled(fetcher))


def test_a_damaged_list_of_known_posts_makes_the_fetch_start_over() -> None:
    """Then all is fetched once more."""
    with a_blog([a_post(1)]) as fetcher:
        scheduled(fetcher)
        fetcher.chain.s3.put_object(Bucket="lakehouse", Key="bronze/blog/known.json", Body=b"junk")
        assert [1] == scheduled(fetcher)
        assert [] == scheduled(fetcher)
