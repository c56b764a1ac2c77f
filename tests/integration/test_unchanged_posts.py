"""A post that reads the same is not a new version, whatever its HTML and its time of modification."""

import json
from copy import replace
from typing import Any

import msgspec
import pytest

from wod.messages import PostMessage

from .test_guarantees import WEEKS, Revision
from .world import BUCKET, World

FIRST = Revision(7, 1, "a-week", "2020-12-20T08:00:00", WEEKS[0], (("Monday", 1),), False)


def fetch(chain: World, post: dict[str, Any], at: str = "2020-12-21T10:00:09") -> None:
    message = PostMessage(correlation_id="c", fetched_at=at, post=post)
    chain.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())
    chain.settle()


def versions(chain: World) -> int:
    return len(chain.s3.list_object_versions(Bucket=BUCKET, Prefix="bronze/raw/")["Versions"])


def with_html(post: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    content = post["content"]["rendered"]
    assert old in content
    return {**post, "content": {"rendered": content.replace(old, new)}}


POST = FIRST.post()
LATER = {"modified_gmt": "2020-12-20T11:00:00"}
SAME: dict[str, dict[str, Any]] = {
    "a later modification": {**POST, **LATER},
    "containers with new numbers": with_html(POST, "<p><strong>", '<p class="wp-container-17"><strong>'),
    "a hidden field": with_html(POST, "</p>", '</p><form><input type="hidden" name="_wpnonce" value="a1"></form>'),
    "a counter of views": {**with_html(POST, "<p><strong>", "<p>Post Views: 1,234</p><p><strong>"), **LATER},
    "another permalink": {**POST, **LATER, "link": "https://blog.example/archives/7"},
    "a comment and a script": with_html(POST, "<p><strong>", "<!-- 1 --><script>x=1</script><p><strong>"),
    "fields that nobody reads": {**POST, "meta": {"views": 17}, "_links": {}},
}


@pytest.mark.parametrize("post", SAME.values(), ids=SAME)
def test_a_post_that_says_the_same_makes_no_version_and_no_event(chain: World, post: dict[str, Any]) -> None:
    """Bronze keeps the raw bytes that it has, and nothing after it runs."""
    fetch(chain, POST)
    before = chain.freeze()
    fetch(chain, post)
    fetch(chain, post, at="2020-12-21T10:00:19")
    assert (1, before) == (versions(chain), chain.freeze())


CHANGED: dict[str, dict[str, Any]] = {
    "a line": with_html(POST, "Snatch x 1", "Snatch x 2"),
    "its title": {**POST, "title": {"rendered": WEEKS[1]}},
    "its slug": {**POST, "slug": "another-week"},
    "its day": {**POST, "date": "2020-12-21T08:00:00"},
    "a link's address": with_html(POST, "<p>A.", '<p><a href="https://video.example/v?id=1">Video</a></p><p>A.'),
    "what is struck out": with_html(POST, "Snatch x 1 reps", "Snatch x 1 <del>reps</del>"),
}


@pytest.mark.parametrize("post", CHANGED.values(), ids=CHANGED)
def test_a_post_that_says_something_else_is_stored(chain: World, post: dict[str, Any]) -> None:
    """Everything that a reader sees counts."""
    fetch(chain, POST)
    fetch(chain, {**post, **LATER})
    assert 2 == versions(chain)
    assert [LATER["modified_gmt"]] == [raw["modified_gmt"] for raw in _raw(chain)]


def _raw(chain: World) -> list[dict[str, Any]]:
    return [json.loads(body) for body in chain._objects("bronze/raw/").values()]


def snatches(chain: World) -> list[str]:
    assert chain.items() == [record for week in chain.silver().values() for record in week]
    return [item["segment_a"].split("Snatch x ")[1][0] for item in chain.items()]


def revision(modified: int, reps: int, **others: Any) -> Revision:
    return replace(FIRST, modified=modified, sessions=(("Monday", reps),), **others)


def test_an_edit_that_was_taken_back_is_not_overtaken_by_its_late_arrival(chain: World) -> None:
    """The ledger knows that the first text is right at the third modification, so the second one comes too late."""
    for modified, reps in ((1, 1), (3, 1), (2, 2)):
        fetch(chain, revision(modified, reps).post())
    assert (1, ["1"]) == (versions(chain), snatches(chain))


@pytest.mark.parametrize("key", ["", "bronze/raw/copy.json"], ids=["under its name", "under another"])
def test_an_older_copy_dropped_after_an_unchanged_post_counts_for_nothing(chain: World, key: str) -> None:
    """It is older than the last modification that left the post as it was, and newer than the stored one."""
    fetch(chain, revision(1, 1).post())
    fetch(chain, revision(3, 1).post())
    copy = revision(2, 2)
    chain.drop(key or copy.key, json.dumps(copy.post()).encode())
    chain.settle()
    assert ["1"] == snatches(chain)


@pytest.mark.parametrize("key", ["", "bronze/raw/copy.json"], ids=["under its name", "under another"])
def test_an_older_copy_that_counted_gives_way_to_an_unchanged_post(chain: World, key: str) -> None:
    """Bronze has the same text already, but the post is stored again, because only an event corrects silver."""
    fetch(chain, revision(1, 1).post())
    copy = revision(2, 2)
    chain.drop(key or copy.key, json.dumps(copy.post()).encode())
    chain.settle()
    assert ["2"] == snatches(chain)
    fetch(chain, revision(3, 1).post())
    assert ["1"] == snatches(chain)


def test_a_crash_between_ledger_and_post_is_completed_by_the_next_delivery(chain: World) -> None:
    """The ledger names the new content before it is stored, and never mistakes the old one for it."""
    fetch(chain, POST)
    post = {**with_html(POST, "Snatch x 1", "Snatch x 2"), **LATER}
    message = PostMessage(correlation_id="c", fetched_at="2020-12-21T10:00:09", post=post)
    chain.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())
    delivery = chain.waiting.pop()
    calls = 0
    while True:
        running = chain.start(delivery)
        for _ in range(calls):
            if not running.done:
                chain.step(running)
        if running.done:
            break
        chain.step(running, crash=True)
        calls += 1
    chain.settle()
    assert calls > 3
    assert (2, ["2"]) == (versions(chain), snatches(chain))
