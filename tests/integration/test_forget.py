"""`wod forget`: a post that was withdrawn leaves everything that was made of it, and stays out."""

import json
import re
import time
from copy import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.clocks import monday_of
from tests.e2e.posts import raw, week_post
from wod.messages import PostMessage
from wod.plumbing.fetching import known
from wod_cli.deployed.expected import expected_of
from wod_cli.errors import CommandError

from . import world as worlds
from .operations import NEXT_WEEK, POST, arrive, objects, wod
from .test_guarantees import Revision
from .test_interleavings import fetched, settle_before
from .world import BUCKET, World

pytestmark = pytest.mark.operated

FETCHED = replace(POST, by_hand=False)


def in_the_next_second() -> None:
    """S3 timestamps have one-second resolution, and a version of the same second as a deletion still counts."""
    time.sleep(1.01)


def posts(chain: World) -> set[int]:
    """The posts with sessions in silver, and in the table."""
    in_silver = {record["source"]["post_id"] for week in chain.silver().values() for record in week}
    assert in_silver == {int(item["source"]["post_id"]) for item in chain.items()}
    return in_silver


@pytest.mark.parametrize("name", ["7", "a-week", FETCHED.key])
def test_a_forgotten_post_leaves_silver_table_and_gold_and_stays_in_bronze(chain: World, name: str) -> None:
    """Named by id, slug or key; the other posts stay; nothing is out of step with bronze afterwards."""
    arrive(chain, FETCHED, NEXT_WEEK)
    assert 0 == wod("forget", name, "--yes").exit_code
    chain.settle()
    assert {8} == posts(chain)
    assert {FETCHED.key, NEXT_WEEK.key} == set(chain.bronze())
    assert (0, "") == ((checked := wod("rebuild", "--check")).exit_code, checked.stdout)


def test_nothing_brings_a_forgotten_post_back_but_a_later_edit(chain: World) -> None:
    """A duplicate, an older revision and a rebuild change nothing; an edit on the blog is read."""
    arrive(chain, FETCHED)
    wod("forget", "7", "--yes")
    arrive(chain, FETCHED, replace(FETCHED, modified=0), replace(FETCHED, by_hand=True))
    assert 0 == wod("rebuild").exit_code
    assert set() == posts(chain)
    arrive(chain, replace(FETCHED, modified=2, sessions=(("Monday", 3),)))
    assert {7} == posts(chain)


def test_a_forgotten_post_stays_out_of_a_silver_that_is_made_from_nothing(chain: World) -> None:
    """Silver, all that it knew of its posts, and gold were lost, and a rebuild makes them again."""
    arrive(chain, FETCHED, NEXT_WEEK)
    wod("forget", "7", "--yes")
    chain.settle()
    for key in [*chain._objects("silver/"), *chain._objects("gold/")]:
        chain.s3.delete_object(Bucket=BUCKET, Key=key)
    assert 0 == wod("rebuild").exit_code
    assert {8} == posts(chain)


def test_a_forgotten_post_that_is_published_again_as_it_was_comes_back(chain: World) -> None:
    """A later modification is enough, though a reader sees no difference; one that was known before is not."""
    arrive(chain, FETCHED, replace(FETCHED, modified=3))
    wod("forget", "7", "--yes")
    arrive(chain, replace(FETCHED, modified=3))
    assert set() == posts(chain)
    arrive(chain, replace(FETCHED, modified=4))
    assert {7} == posts(chain)


@pytest.mark.parametrize("calls", range(7))
def test_a_post_whose_sessions_are_on_their_way_is_forgotten_too(chain: World, calls: int) -> None:
    """A post that was read before and is stored after is not stored, because it is forgotten."""
    chain.waiting.append(fetched(FETCHED))
    message = settle_before(chain, "save_sessions_to_bucket")
    running = chain.start(message)
    for _ in range(calls):
        if not running.done:
            chain.step(running)
    assert 0 == wod("forget", "7", "--yes").exit_code
    chain.finish(running)
    chain.settle()
    assert set() == posts(chain)


def test_with_bronze_nothing_is_known_of_the_post(chain: World) -> None:
    """Its raw object goes as well, and the next fetch takes what the blog has, though it was modified before."""
    arrive(chain, replace(FETCHED, modified=5))
    in_the_next_second()
    assert 0 == wod("forget", "7", "--yes", "--bronze").exit_code
    chain.settle()
    assert (set(), []) == (posts(chain), objects("bronze/"))
    arrive(chain, replace(FETCHED, modified=2))
    assert {7} == posts(chain)


def test_the_next_fetch_does_not_know_the_post(chain: World) -> None:
    """With --bronze it counts as new on the blog, and no other post does."""
    known.change("a-blog", lambda had: replace(had, posts={7: "2020", 8: "2020"}, total=2))
    arrive(chain, FETCHED)
    wod("forget", "7", "--yes")
    assert {7, 8} == known.read("a-blog").posts.keys()
    wod("forget", "7", "--yes", "--bronze")
    assert ({8: "2020"}, 1) == (known.read("a-blog").posts, known.read("a-blog").total)


@pytest.mark.parametrize("first", [FETCHED, POST], ids=["fetched", "dropped"])
def test_forgetting_twice_is_forgetting_once(chain: World, first: Revision) -> None:
    """The second time there is nothing to do, and no error; with --bronze after without, the post may come again."""
    arrive(chain, first)
    assert [0, 0] == [wod("forget", "7", "--yes").exit_code for _ in range(2)]
    assert [0, 0] == [wod("forget", "7", "--yes", "--bronze").exit_code for _ in range(2)]
    assert {} == chain.bronze()
    arrive(chain, first)
    assert {7} == posts(chain)


def test_nothing_is_forgotten_without_a_yes(chain: World) -> None:
    """No to the question keeps everything; the question names the sessions and the raw post."""
    arrive(chain, FETCHED)
    result = wod("forget", "7", answer="n\n")
    assert 1 == result.exit_code
    assert {7} == posts(chain)
    assert "2020-12-21 Monday" in result.stderr
    assert FETCHED.key in result.stderr


@pytest.mark.parametrize("name", ["nothing-like-it", "bronze/raw/none.json", "0"])
def test_an_unknown_name_forgets_nothing(chain: World, name: str) -> None:
    """A name without a post is an error that says how to name one."""
    arrive(chain, FETCHED)
    assert isinstance(wod("forget", name, "--yes").exception, CommandError)
    assert {7} == posts(chain)


def test_a_post_that_the_stack_knows_nothing_of_cannot_be_forgotten(chain: World) -> None:
    """The message says that there is none."""
    arrive(chain, FETCHED)
    for option in ([], ["--bronze"]):
        assert "There is no post 123456: " in str(wod("forget", "123456", "--yes", *option).exception)
    assert {7} == posts(chain)


def test_a_post_that_only_silver_knows_is_forgotten(chain: World) -> None:
    """Its raw post and the notes of bronze were lost."""
    arrive(chain, FETCHED)
    for key in objects("bronze/"):
        chain.s3.delete_object(Bucket=BUCKET, Key=key)
    assert 0 == wod("forget", "7", "--yes").exit_code
    chain.settle()
    assert set() == posts(chain)


def test_the_deletion_of_a_raw_post_is_reported(chain: World) -> None:
    """After a plain forget there are no more sessions, and the raw post is still deleted."""
    arrive(chain, FETCHED)
    assert "Forgotten: 2 sessions of silver, and then of the table" in wod("forget", "7", "--yes").stderr
    assert [
        "Forgotten: silver has no session of it.",
        "Deleted from bronze: 1 raw post; the bucket keeps older versions.",
    ] == (wod("forget", "7", "--yes", "--bronze").stderr.splitlines()[-2:])


BROKEN = "bronze/raw/dropped/broken.json"


def test_a_raw_object_that_is_not_a_post_is_deleted_by_its_key(chain: World) -> None:
    """Without --bronze the message says how; other objects stay; a rebuild no longer names it."""
    arrive(chain, FETCHED)
    chain.drop(BROKEN, b"<html>")
    chain.settle()
    assert f"`wod forget {BROKEN} --bronze` deletes it" in str(wod("forget", BROKEN, "--yes").exception)
    assert f"Gives no sessions: {BROKEN}" in wod("rebuild", "--check").stderr
    assert 1 == wod("forget", BROKEN, "--bronze", answer="n\n").exit_code
    assert BROKEN in objects("bronze/raw/")
    done = wod("forget", BROKEN, "--bronze", "--yes")
    assert (0, [FETCHED.key]) == (done.exit_code, objects("bronze/raw/"))
    assert "Deleted from bronze: 1 raw object" in done.stderr
    assert "Gives no sessions" not in wod("rebuild", "--check").stderr
    assert {7} == posts(chain)


def dated_ahead() -> dict[str, Any]:
    ahead = datetime.now(UTC) + timedelta(days=2)
    return {**FETCHED.post(), "modified_gmt": f"{ahead:%Y-%m-%dT%H:%M:%S}"}


def test_a_post_of_the_future_is_refused_at_both_doors(chain: World) -> None:
    """Fetched or dropped, a post that was modified more than a day from now is in quarantine, and captures nothing."""
    message = PostMessage(correlation_id="c", fetched_at="2020-12-21T10:00:00", post=dated_ahead())
    chain.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())
    chain.settle()
    assert {} == chain.bronze()
    chain.drop(FETCHED.key, json.dumps(dated_ahead()).encode())
    chain.settle()
    assert {"dump_post_to_bucket", "strip_post_html"} == {kept["stage"] for kept in chain.quarantine()}
    assert all("dated in the future" in kept["reason"] for kept in chain.quarantine())
    arrive(chain, FETCHED)
    assert {7} == posts(chain)


def test_forgetting_a_post_of_the_future_keeps_out_no_real_revision(chain: World) -> None:
    """Its date is wrong, so a revision that is dated before it may still be newer."""
    chain.drop(FETCHED.key, json.dumps(dated_ahead()).encode())
    chain.settle()
    assert 0 == wod("forget", "7", "--yes").exit_code
    arrive(chain, FETCHED)
    assert {7} == posts(chain)


def test_a_ledger_counts_only_while_bronze_holds_what_it_names(
    chain: World,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Minutes after the raw object of a wrong revision was deleted the right one counts, though it was modified before.

    Before that, the function that wrote the ledger might still be about to store it.
    """
    arrive(chain, replace(FETCHED, modified=9, sessions=(("Monday", 1),)))
    in_the_next_second()
    chain.s3.delete_object(Bucket="lakehouse", Key=FETCHED.key)
    arrive(chain, replace(FETCHED, modified=2, sessions=(("Monday", 3),)))
    assert {} == chain.bronze()
    monkeypatch.setattr("wod.plumbing.post_storage._A_FUNCTIONS_LIFE", timedelta())
    arrive(chain, replace(FETCHED, modified=2, sessions=(("Monday", 3),)))
    assert "Snatch x 3" in chain.items()[0]["segment_a"]


def test_rebuild_knows_what_a_queue_takes(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post that is rightly in quarantine for its size makes no differences."""
    arrive(chain, FETCHED)
    monkeypatch.setattr("wod.plumbing.sending.LARGEST_MESSAGE", 50_000)
    arrive(chain, replace(NEXT_WEEK, preamble="<br />".join(f"Words of the coach, {line}." for line in range(2000))))
    assert {7} == posts(chain)
    checked = wod("rebuild", "--check")
    assert (0, "") == (checked.exit_code, checked.stdout)
    assert "SQS takes" in checked.stderr
    assert expected_of([NEXT_WEEK.key]).unreadable


def test_a_forgotten_post_leaves_none_of_its_words(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none in the site, its calendars, their history and the announced state; an edit that
    took a session out before makes no difference."""
    monkeypatch.setitem(worlds.CONSUMERS, "gold/aggregations/", ["announce_week", "render_week"])
    monday = monday_of(datetime.now(UTC).date()) + timedelta(weeks=2)
    days = {f"{day} (Xylophone)": ["A.", "Yodelling Squat x 5 reps @ 70%"] for day in ("Monday", "Friday")}
    key = f"bronze/raw/{monday}.json"
    chain.drop(key, raw(week_post(monday, days, "2019-01-01T00:00:00")))
    chain.settle()
    del days["Friday (Xylophone)"]
    chain.drop(key, raw(week_post(monday, days, "2019-01-02T00:00:00")))
    chain.settle()
    assert {"announced", "bronze", "gold", "silver", "site"} == {key.partition("/")[0] for key in with_words(chain)}
    in_the_next_second()
    assert 0 == wod("forget", key, "--yes", "--bronze").exit_code
    chain.settle()
    assert [] == with_words(chain)


def with_words(chain: World) -> list[str]:
    """The keys of what has words of that post."""
    return [
        key
        for key in objects("")
        if re.search(b"xylophone|yodelling", chain.s3.get_object(Bucket="lakehouse", Key=key)["Body"].read(), re.I)
    ]
