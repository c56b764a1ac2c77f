"""The counts of `make reliability`: each violation is found in its place."""

import json
import random
from copy import deepcopy

import pytest
from reliability.counts import Counts, Found, count_posts, wrong_for_subscribers
from reliability.posts import expect, make, week_before

from wod.blog import DEFAULT_BLOG, load_blog
from wod.figures.week import aggregate_week
from wod.keys import gold_key, silver_ledger, week_of_key
from wod.week_file import typed_records

PAGE_SIZE = 10
POSTS = make(20, random.Random(3))  # noqa: S311 chance, not secrecy
EXPECTED = expect(POSTS)
ONE = next(post for post in POSTS if post.kind == "normal")
WEEK = next(iter(ONE.weeks))
FIRST, SECOND = next(post for post in POSTS if post.kind == "pair"), [post for post in POSTS if post.kind == "pair"][1]
REFUSED = next(post for post in POSTS if post.kind == "no days")


@pytest.fixture(scope="module")
def all_well() -> str:
    """The content of all stores after a clean run, as JSON."""
    weeks, preambles = EXPECTED.weeks, EXPECTED.preambles
    reasons = EXPECTED.refused.items()
    whole = Found(
        bronze={},
        silver=weeks,
        notes={
            silver_ledger(post): {"notes": {"preamble": [{"text": text} for text in preambles[post]]}}
            for post in preambles
        },
        table=[record for records in weeks.values() for record in records],
        gold={
            gold_key(week_of_key(key)): aggregate_week(
                week_of_key(key),
                typed_records(records),
                typed_records(weeks.get(week_before(key), [])),
                {post: preambles[post] for post in sorted({record["source"]["post_id"] for record in records})},
                key,
                load_blog(DEFAULT_BLOG),
            )
            for key, records in weeks.items()
        },
        quarantine={f"quarantine/{post}": {"reason": reason, "source": {"post_id": post}} for post, reason in reasons},
        dead={},
    )
    return json.dumps(vars(whole))


@pytest.fixture
def found(all_well: str) -> Found:
    """The content of all stores after a clean run; each test changes its own."""
    return Found(**json.loads(all_well))


def count(found: Found) -> Counts:
    return count_posts(POSTS, EXPECTED, found, PAGE_SIZE)


def test_all_is_well_where_all_lies_where_it_should(found: Found) -> None:
    """Sixteen of twenty posts are stored, and the four that cannot be read are in quarantine."""
    counted = count(found)
    assert (16, 4) == (len(counted.stored), len(counted.quarantined))
    assert (set(), set(), []) == (counted.waiting, counted.lost, counted.twice)


def test_a_post_is_lost_where_anything_of_it_is_missing_or_different(found: Found) -> None:
    """One session in silver, in the table, one figure, its preamble, its quarantine: each is missed."""
    without = deepcopy(found)
    without.silver[WEEK].pop()
    assert ONE.id in count(without).lost
    changed = deepcopy(found)
    next(item for item in changed.table if item["source"]["post_id"] == ONE.id)["segment_a"] = "something else"
    assert {ONE.id} == count(changed).lost
    old = deepcopy(found)
    old.gold[gold_key(week_of_key(WEEK))]["days"]["training"] = []
    assert {ONE.id} == count(old).lost
    unsaid = deepcopy(found)
    unsaid.notes[silver_ledger(ONE.id)]["notes"]["preamble"] = [{"text": "something else"}]
    assert ONE.id in count(unsaid).lost
    gone = deepcopy(found)
    del gone.quarantine[f"quarantine/{REFUSED.id}"]
    assert {REFUSED.id} == count(gone).lost
    misunderstood = deepcopy(found)
    misunderstood.quarantine[f"quarantine/{REFUSED.id}"]["reason"] = "something else"
    assert {REFUSED.id} == count(misunderstood).lost


@pytest.mark.parametrize(
    "message",
    [
        {"source": {"post_id": ONE.id}, "lines": []},
        {"correlation_id": "c", "fetched_at": "2020-12-21T10:00:00", "post": ONE.first},
        {"source": "aws.s3", "detail": {"object": {"key": next(iter(ONE.bronze_keys))}}},
        {"source": "aws.s3", "detail": {"object": {"key": WEEK}}},
        {"posts_per_page": PAGE_SIZE, "page": None},
    ],
)
def test_a_post_waits_where_a_dead_letter_is_about_it(found: Found, message: object) -> None:
    """A message may name it by its lineage, itself, its object, its week's file, or a page of the blog."""
    found.table[:] = [item for item in found.table if item["source"]["post_id"] != ONE.id]
    found.dead["load-sessions-to-table-dead-letters"] = [message]
    counted = count(found)
    assert ({ONE.id}, set()) == (counted.waiting, counted.lost)


def test_a_post_waits_with_the_other_of_its_week(found: Found) -> None:
    """The names of two posts for one week depend on each other."""
    found.silver[next(iter(FIRST.weeks))] = []
    found.dead["save-sessions-to-bucket-dead-letters"] = [{"source": {"post_id": FIRST.id}}]
    assert {FIRST.id, SECOND.id} == count(found).waiting


def test_duplicates_and_data_of_no_post_are_noticed(found: Found) -> None:
    """They are found in silver, in the table, in bronze and in quarantine."""
    found.silver[WEEK].append(found.silver[WEEK][0])
    found.table.append({**found.table[0], "session": "Sunday"})
    found.bronze.update({"bronze/raw/a.json": {"id": 7}, "bronze/raw/b.json": {"id": 7}})
    found.quarantine["quarantine/again"] = found.quarantine[f"quarantine/{REFUSED.id}"]
    sentences = "\n".join(count(found).twice)
    for where in ("in silver/sessions/", "in the table, of no post", "2 times in bronze: 7", "2 times in quarantine"):
        assert where in sentences


def test_a_change_that_subscribers_did_not_get_is_noticed(found: Found) -> None:
    """A change that was not published is noticed, and so is a removal; a repeated event is harmless."""
    inserted = [{"detail-type": "Session Inserted", "detail": {"session": item}} for item in found.table]
    assert [] == wrong_for_subscribers(found, [*inserted, *inserted])
    name = f"{found.table[0]['date']} {found.table[0]['session']}"
    assert [name] == wrong_for_subscribers(found, inserted[1:])
    removed = {"detail-type": "Session Removed", "detail": {"session": found.table[0]}}
    assert [name] == wrong_for_subscribers(found, [*inserted, removed])
    modified = {"detail-type": "Session Modified", "detail": {"new": {**found.table[0], "warm_up": "something else"}}}
    assert [name] == wrong_for_subscribers(found, [*inserted, modified])
