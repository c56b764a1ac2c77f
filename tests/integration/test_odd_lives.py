"""Lives of posts in which something went wrong: a death, a slip of the hand, a slug that passes to another post."""

import json
from copy import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import msgspec
import pytest

from wod.messages import PostMessage
from wod.plumbing import objects
from wod.plumbing.revisions import newest_revision

from .test_guarantees import SESSIONS, WEEKS, Revision
from .test_interleavings import fetch, fetched, settle_before
from .world import BUCKET, Delivery, World

FIRST = Revision(7, 1, "a-week", "2020-12-20T08:00:00", WEEKS[0], (("Monday", 1),), False)
MOVED = replace(FIRST, modified=2, week=WEEKS[1], sessions=(("Monday", 2),))


def sessions(chain: World) -> list[tuple[int, str, str]]:
    """The sessions of the table: post, date, and how often the snatch is done."""
    silver = [record for week in chain.silver().values() for record in week]
    assert chain.items() == sorted(silver, key=lambda record: (record["date"], record["session"]))
    return [
        (int(item["source"]["post_id"]), item["date"], item["segment_a"].split("Snatch x ")[1][0])
        for item in chain.items()
    ]


def without_days(modified: int) -> Delivery:
    post = {**replace(MOVED, modified=modified).post(), "content": {"rendered": "<p>We rest.</p>"}}
    message = PostMessage(correlation_id="c", fetched_at=f"2020-12-21T10:00:{modified:02}", post=post)
    return Delivery("dump_post_to_bucket", msgspec.json.encode(message).decode())


def test_a_claimed_write_is_completed_although_an_edit_without_days_came_between(chain: World) -> None:
    """The last sessions that could be read are those of the edit that was being stored when the next one came."""
    fetch(chain, FIRST)
    chain.waiting.append(fetched(MOVED))
    message = settle_before(chain, "save_sessions_to_bucket")
    running = chain.start(message)
    while "2020-12-28" not in silver_place(chain):
        assert not running.done
        chain.step(running)
    chain.step(running, crash=True)
    chain.waiting.append(without_days(3))
    chain.settle()
    chain.waiting.append(Delivery(message.stage, message.body))
    chain.settle()
    assert [(7, "2020-12-28", "2")] == sessions(chain)
    assert ["group_post_by_day"] == [kept["stage"] for kept in chain.quarantine()]


def silver_place(chain: World) -> str:
    place: str = json.load(chain.s3.get_object(Bucket=BUCKET, Key="silver/posts/7.json")["Body"])["place"]
    return place


def test_an_old_copy_counts_for_nothing_though_the_newest_edit_cannot_be_read(chain: World) -> None:
    """The sessions that stay are those of the last edit that could be read, whatever slug it had."""
    fetch(chain, replace(FIRST, modified=2, sessions=(("Monday", 2),)))
    post = {**replace(FIRST, modified=3, slug="b-week").post(), "content": {"rendered": "<p>We rest.</p>"}}
    message = PostMessage(correlation_id="c", fetched_at="2020-12-21T10:00:03", post=post)
    chain.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())
    chain.settle()
    chain.drop("bronze/raw/old.json", json.dumps(replace(FIRST, modified=0).post()).encode())
    chain.settle()
    assert [(7, "2020-12-21", "2")] == sessions(chain)


@pytest.mark.parametrize("processed", [True, False])
def test_an_edit_that_was_dropped_by_hand_is_not_taken_away_by_an_older_one_of_another_slug(
    chain: World, processed: bool
) -> None:
    """A revision that is fetched late finds the newer one in the place of an even older one."""
    fetch(chain, FIRST)
    replace(FIRST, modified=3, sessions=(("Monday", 3),), by_hand=True).arrive(chain)
    if processed:
        chain.settle()
    late, chain.waiting = fetched(replace(FIRST, modified=2, slug="b-week", sessions=(("Monday", 2),))), chain.waiting
    chain.finish(chain.start(late))
    chain.settle()
    assert [(7, "2020-12-21", "3")] == sessions(chain)
    assert [FIRST.key] == list(chain.bronze())


def test_a_slug_that_another_post_has_by_now_is_not_overwritten_by_who_had_it_before(chain: World) -> None:
    """If two posts in turn had the same slug, the later one keeps the place."""
    before = replace(FIRST, modified=2, slug="b-week")
    after = replace(FIRST, modified=3, slug="c-week")
    heir = replace(FIRST, post_id=8, modified=4, slug="b-week", week=WEEKS[2], sessions=(("Monday", 3),))
    fetch(chain, FIRST)
    chain.waiting.append(fetched(heir))
    chain.finish(chain.start(chain.waiting.pop(0)))
    strip = chain.waiting.pop(0)
    fetch(chain, before, after)
    chain.waiting.append(strip)
    chain.settle()
    assert [(7, "2020-12-21", "1"), (8, "2021-01-04", "3")] == sessions(chain)
    assert {heir.key: 8, after.key: 7} == {key: post["id"] for key, post in chain.bronze().items()}


def test_a_post_that_was_dropped_under_the_name_of_another_does_not_keep_it_out(chain: World) -> None:
    """The post whose name it is comes from the blog and is stored; the other one goes, as one file replaces another."""
    another = replace(FIRST, post_id=9, modified=5, week=WEEKS[2], sessions=(("Monday", 3),))
    chain.drop(FIRST.key, json.dumps(another.post()).encode())
    chain.settle()
    fetch(chain, FIRST)
    assert [(7, "2020-12-21", "1")] == sessions(chain)
    assert {FIRST.key: 7} == {key: post["id"] for key, post in chain.bronze().items()}


def test_a_post_that_cannot_be_stored_claims_nothing(chain: World) -> None:
    """A post moves to a week whose file is damaged: its earlier sessions stay, whatever is delivered again."""
    chain.waiting.append(fetched(FIRST))
    message = settle_before(chain, "save_sessions_to_bucket")
    chain.waiting.append(Delivery(message.stage, message.body))
    chain.settle()
    damaged = "silver/sessions/2020/week_53--2020-12-28__2021-01-03.jsonl"
    chain.s3.put_object(Bucket=BUCKET, Key=damaged, Body=b"junk")
    fetch(chain, MOVED)
    chain.waiting.append(message)
    chain.settle()
    chain.s3.delete_object(Bucket=BUCKET, Key=damaged)
    assert [(7, "2020-12-21", "1")] == sessions(chain)
    assert {"save_sessions_to_bucket"} == {kept["stage"] for kept in chain.quarantine()}


@pytest.mark.parametrize("modified", [1, 50])
def test_a_copy_that_was_dropped_and_deleted_again_holds_no_longer(chain: World, modified: int) -> None:
    """After a slip of the hand the real post counts again as soon as it is announced again."""
    fetch(chain, FIRST)
    slip = replace(FIRST, modified=modified, week=WEEKS[2], sessions=(("Monday", 3),))
    chain.drop("bronze/raw/try.json", json.dumps(slip.post()).encode())
    chain.settle()
    assert [(7, "2021-01-04", "3")] == sessions(chain)
    chain.s3.delete_object(Bucket=BUCKET, Key="bronze/raw/try.json")
    replace(FIRST, by_hand=True).arrive(chain)
    chain.settle()
    assert [(7, "2020-12-21", "1")] == sessions(chain)


def test_a_version_from_before_a_deletion_counts_no_more(chain: World) -> None:
    """A file with a wrong date, deleted and dropped again as it should be."""
    key = FIRST.key
    with_wrong_date = {**FIRST.post(), "modified_gmt": "2029-01-01T00:00:00"}
    chain.drop(key, json.dumps(with_wrong_date).encode())
    chain.s3.delete_object(Bucket=BUCKET, Key=key)
    chain.drop(key, json.dumps(FIRST.post()).encode())
    chain.local.environment = {"BUCKET_NAME": BUCKET}

    def a_minute_ago(**wanted: Any) -> Any:
        """Return the versions as moto lists them, with those before the deletion dated a minute earlier."""
        listed = chain.s3.list_object_versions(**wanted)
        now = datetime.now(UTC)
        for version in listed["Versions"]:
            version["LastModified"] = now if version["IsLatest"] else now - timedelta(minutes=2)
        for marker in listed["DeleteMarkers"]:
            marker["LastModified"] = now - timedelta(minutes=1)
        return listed

    chain.clients["s3"].replaced["list_object_versions"] = a_minute_ago
    newest = newest_revision(key)
    assert newest is not None
    assert json.loads(newest.body) == FIRST.post()


def test_a_slug_that_changed_without_a_new_time_of_modification_is_followed(chain: World) -> None:
    """The place that was left, though its name comes later in the alphabet, holds no longer."""
    renamed = replace(FIRST, slug="a-first-week", sessions=(("Monday", 2),))
    fetch(chain, FIRST)
    message = PostMessage(correlation_id="c", fetched_at="2020-12-21T11:00:00", post=renamed.post())
    chain.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())
    chain.settle()
    assert [renamed.key] == list(chain.bronze())
    assert [(7, "2020-12-21", "2")] == sessions(chain)


def test_a_week_that_would_grow_beyond_what_is_read_stays_as_it_is(
    chain: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The post that is too much goes to quarantine, and the week can still be read and changed."""
    fetch(chain, replace(FIRST, sessions=tuple((session, 1) for session in SESSIONS)))
    [week] = chain.silver()
    size = chain.s3.head_object(Bucket=BUCKET, Key=week)["ContentLength"]
    monkeypatch.setattr(objects, "LARGEST_OBJECT", size + 100)
    fetch(chain, replace(FIRST, post_id=8, slug="b-week", sessions=(("Tuesday", 2),)))
    fetch(chain, replace(FIRST, modified=2, sessions=(("Monday", 3),)))
    assert [(7, "2020-12-21", "3")] == sessions(chain)
    # The figures of so small a limit's week are too large as well.
    refused = [kept["source"]["post_id"] for kept in chain.quarantine() if kept["stage"] == "save_sessions_to_bucket"]
    assert [8] == refused


def test_a_session_that_the_table_refuses_is_kept_once(chain: World) -> None:
    """Each has an object of its own in quarantine, which no other edit of its week writes again; the others go on."""
    fetch(chain, FIRST)
    [week] = chain.silver()
    record = json.loads(chain.s3.get_object(Bucket=BUCKET, Key=week)["Body"].read())
    for number in range(3):
        refused = [
            {**record, "session": name * 1100, "source": {**record["source"], "slug": str(number)}} for name in "xy"
        ]
        taken = {**record, "session": f"Tuesday {number}"}
        body = "".join(json.dumps(each) + "\n" for each in (*refused, taken))
        chain.drop(week, body.encode())
        chain.settle()
        assert [taken["session"]] == [item["session"] for item in chain.items()]
    kept = [one for one in chain.quarantine() if one["stage"] == "load_sessions_to_table"]
    assert ["x", "y"] == sorted(one["reason"].split("'")[1][0] for one in kept)


def test_a_key_with_a_line_feed_ends_in_quarantine_with_that_reason(chain: World) -> None:
    """No policy and no listing has to deal with it."""
    chain.drop("bronze/raw/a\nweek.json", json.dumps(FIRST.post()).encode())
    chain.settle()
    assert [] == sessions(chain)
    assert ["control character" in kept["reason"] for kept in chain.quarantine()] == [True]


@pytest.mark.parametrize("before", [FIRST, replace(FIRST, by_hand=True)])
@pytest.mark.parametrize("late", [False, True])
def test_a_post_whose_key_passes_to_another_leaves_silver(chain: World, before: Revision, late: bool) -> None:
    """Withdrawn and published again under the same slug and day: only the living post has sessions."""
    heir = replace(FIRST, post_id=8, modified=2)
    before.arrive(chain)
    if not late:
        chain.settle()
    chain.waiting.append(fetched(heir))
    chain.settle()
    assert [(8, "2020-12-21", "1")] == sessions(chain)
    assert ["Monday"] == [item["session"] for item in chain.items()]


def of_its_own_time(revision: Revision, modified: str) -> Delivery:
    """A revision that was fetched when the others were, but claims another modification."""
    message = json.loads(fetched(revision).body)
    message["post"]["modified_gmt"] = modified
    return Delivery("dump_post_to_bucket", json.dumps(message))


@pytest.mark.parametrize("heir_comes_late", [True, False])
def test_a_post_that_was_created_with_an_old_date_gets_the_key_of_the_one_it_replaces(
    chain: World, heir_comes_late: bool
) -> None:
    """The modification of the new post is its date, which is earlier than the last edit of the withdrawn one."""
    heir = of_its_own_time(replace(FIRST, post_id=8, modified=5, sessions=(("Monday", 2),)), "2020-12-20T08:00:00")
    for delivery in (fetched(FIRST), heir) if heir_comes_late else (heir, fetched(FIRST)):
        chain.waiting.append(delivery)
        chain.settle()
    assert [(8, "2020-12-21", "2")] == sessions(chain)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_post_that_got_its_key_back_unchanged_keeps_it_in_any_order(chain: World, order: tuple[int, ...]) -> None:
    """It was trashed, another took its slug and day, and it was restored: only the ledger knows that it came back."""
    life = (FIRST, replace(FIRST, post_id=8, modified=2, week=WEEKS[1]), replace(FIRST, modified=3))
    fetch(chain, *(life[place] for place in order))
    assert [(7, "2020-12-21", "1")] == sessions(chain)
    assert {FIRST.key: 7} == {key: post["id"] for key, post in chain.bronze().items()}


def test_a_post_that_has_moved_on_keeps_its_sessions_though_another_has_its_key(chain: World) -> None:
    """A slug that passes because its first post was renamed takes nothing away."""
    renamed = replace(FIRST, modified=2, slug="b-week")
    fetch(chain, FIRST, replace(FIRST, post_id=8, modified=3, week=WEEKS[2]), renamed)
    assert [(7, "2020-12-21", "1"), (8, "2021-01-04", "1")] == sessions(chain)
