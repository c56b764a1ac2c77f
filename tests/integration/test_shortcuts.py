"""Notes that save calls are trusted only if they are true."""

import json
from copy import replace
from datetime import UTC, datetime
from unittest.mock import patch

import pytest

from wod_cli.deployed.queues import rebuild_event

from .test_guarantees import WEEKS, Revision
from .test_interleavings import fetch, fetched, settle_before
from .world import BUCKET, Delivery, World

FIRST = Revision(7, 1, "a-week", "2020-12-20T08:00:00", WEEKS[0], (("Monday", 1), ("Saturday", 1)), False)
SHORTER = replace(FIRST, modified=2, sessions=(("Monday", 2),))
LAST = replace(FIRST, modified=3, sessions=(("Monday", 3), ("Tuesday", 3)))
WEEK = "silver/sessions/2020/week_52--2020-12-21__2020-12-27.jsonl"


def restore(chain: World, key: str, version_id: str) -> None:
    """Someone copies an older version over the newest, with all its metadata."""
    chain.s3.copy_object(Bucket=BUCKET, Key=key, CopySource={"Bucket": BUCKET, "Key": key, "VersionId": version_id})
    chain._announce(key)
    chain.settle()


def versions(chain: World, key: str) -> list[str]:
    """The ids of the versions, the newest first."""
    listed = chain.s3.list_object_versions(Bucket=BUCKET, Prefix=key)["Versions"]
    return [version["VersionId"] for version in listed]


def sessions(chain: World) -> list[tuple[str, str]]:
    """Day and repetitions of what the table has, which is what silver has."""
    assert chain.items() == [record for week in chain.silver().values() for record in week]
    return [(item["session"], item["segment_a"].split("Snatch x ")[1][0]) for item in chain.items()]


def settle_but_loads(chain: World) -> list[Delivery]:
    """Deliver all that waits, except to the stage that loads the table, and return what waits for that."""
    loads = []
    while chain.waiting:
        delivery = chain.waiting.pop(0)
        if delivery.stage == "load_sessions_to_table":
            loads.append(delivery)
        else:
            chain.finish(chain.start(delivery))
    return loads


def test_an_older_version_that_is_restored_by_copying_counts_for_nothing(chain: World) -> None:
    """Its metadata says that it is the newest, as it was when it was stored."""
    fetch(chain, FIRST, SHORTER)
    restore(chain, FIRST.key, versions(chain, FIRST.key)[-1])
    assert [("Monday", "2")] == sessions(chain)


def test_an_edit_over_a_restored_version_takes_what_lies_below_into_account(chain: World) -> None:
    """The revision below the restored one is newer than the edit that comes late."""
    fetch(chain, FIRST, LAST)
    restore(chain, FIRST.key, versions(chain, FIRST.key)[-1])
    fetch(chain, SHORTER)
    assert [("Monday", "3"), ("Tuesday", "3")] == sessions(chain)


def test_a_week_that_is_restored_by_copying_replaces_all_of_the_table(chain: World) -> None:
    """The metadata of the older file knows nothing of the sessions that came after it."""
    fetch(chain, FIRST, LAST)
    restore(chain, WEEK, versions(chain, WEEK)[-1])
    assert [("Monday", "1"), ("Saturday", "1")] == sessions(chain)


def test_a_week_that_was_deleted_and_made_again_replaces_all_of_the_table(chain: World) -> None:
    """Its metadata says that nothing has left it."""
    fetch(chain, FIRST)
    chain.s3.delete_object(Bucket=BUCKET, Key=WEEK)
    fetch(chain, LAST)
    assert [("Monday", "3"), ("Tuesday", "3")] == sessions(chain)


def test_sessions_leave_the_table_though_the_edits_that_took_them_out_are_loaded_at_once(chain: World) -> None:
    """Three edits are stored before the first is loaded: the file notes the sessions that each removed."""
    fetch(chain, FIRST)
    loads = []
    for revision in (SHORTER, LAST, replace(FIRST, modified=4, sessions=(("Friday", 4),))):
        chain.waiting.append(fetched(revision))
        loads += settle_but_loads(chain)
    chain.waiting = loads[-1:]
    chain.settle()
    assert [("Friday", "4")] == sessions(chain)


@pytest.mark.parametrize("length", [10, 400], ids=["short names", "names that no metadata has room for"])
def test_sessions_leave_the_table_whatever_their_names_are(chain: World, length: int) -> None:
    """If there are too many to be noted, each day of the week is looked at."""
    for modified in range(1, 5):
        heading = f"Monday – {'ü' * length} {modified}"
        fetch(chain, replace(FIRST, modified=modified, sessions=((heading, modified),)))
    assert ["4"] == [reps for _, reps in sessions(chain)]


def test_the_notes_about_a_file_do_not_grow_with_its_edits(chain: World) -> None:
    """A session that leaves and comes back is noted once."""
    fetch(chain, *(replace((SHORTER, LAST)[n % 2], modified=n + 2) for n in range(6)), replace(SHORTER, modified=9))
    metadata = chain.s3.head_object(Bucket=BUCKET, Key=WEEK)["Metadata"]
    assert [["2020-12-22", "Tuesday"]] == json.loads(metadata["left"])


def test_an_event_of_an_operator_has_each_day_looked_at(chain: World) -> None:
    """A session that somebody wrote into the table, under a name that the pipeline never used, is removed by a
    rebuild."""
    fetch(chain, FIRST)
    [item, _] = chain.table.scan()["Items"]
    chain.table.put_item(Item={**item, "session": "Other"})
    chain.sent("load_sessions_to_table", rebuild_event(BUCKET, WEEK))
    chain.settle()
    assert [("Monday", "1"), ("Saturday", "1")] == sessions(chain)


def saved(chain: World, revision: Revision) -> Delivery:
    """Send a revision through the chain, and return its message to the stage that writes silver."""
    chain.waiting.append(fetched(revision))
    message = settle_before(chain, "save_sessions_to_bucket")
    chain.waiting.append(message)
    chain.settle()
    return message


def test_a_session_that_is_read_in_another_way_is_written_again(chain: World) -> None:
    """The message of a version that comes again, after a change of the blog's settings, has the same lineage."""
    message = saved(chain, FIRST)
    for reps in "23":
        chain.waiting = [replace(message, body=message.body.replace("Snatch x 1", f"Snatch x {reps}"))]
        chain.settle()
        assert [("Monday", reps), ("Saturday", reps)] == sessions(chain)
    assert "left" in chain.s3.head_object(Bucket=BUCKET, Key=WEEK)["Metadata"]


def test_a_session_that_left_and_came_back_unseen_is_written_again(chain: World) -> None:
    """It was renamed and read in another way by two changes of the settings, before the table was loaded."""
    message = saved(chain, FIRST)
    for old, new in (('"session":"Monday"', '"session":"Lunes"'), ("Snatch x 1", "Snatch x 3")):
        assert old in message.body
        chain.waiting.append(replace(message, body=message.body.replace(old, new)))
    chain.waiting = settle_but_loads(chain)
    chain.settle()
    assert [("Monday", "3"), ("Saturday", "3")] == sessions(chain)


def test_a_session_whose_name_no_key_may_be_keeps_no_other_back(chain: World) -> None:
    """The table is not even queried for it by its name, and the reason is in quarantine."""
    fetch(chain, FIRST)
    fetch(chain, replace(FIRST, modified=2, sessions=((f"Monday – {'x' * 1100}", 2), ("Tuesday", 2))))
    assert [("Tuesday", "2")] == [
        (item["session"], item["segment_a"].split("Snatch x ")[1][0]) for item in chain.items()
    ]
    [kept] = chain.quarantine()
    assert "The table refuses" in kept["reason"]


def test_versions_of_one_moment_end(chain: World) -> None:
    """They may be listed in another order than they came; S3 returns the current object when it is read."""
    now = datetime.now(UTC).replace(tzinfo=None)
    with patch("moto.s3.models.utcnow", lambda: now):
        fetch(chain, FIRST, SHORTER, LAST)
    assert [("Monday", "3"), ("Tuesday", "3")] == sessions(chain)
