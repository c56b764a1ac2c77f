"""Two functions that store two revisions of one post, interleaved at every call to AWS.

The older one makes some calls, then the newer one makes some, then the older one ends, then the newer one ends. Every
pair of places to stop is tried, so that no window is left to chance. Or the older one dies after some calls, the newer
one ends, and the older one's message comes again.
"""

from copy import replace

import msgspec
import pytest

from wod.blog import load_blog
from wod.messages import PostMessage
from wod.reading.cleaning import clean_records
from wod.reading.whole_post import read_records

from .test_guarantees import Revision, clean_run
from .world import BUCKET, Delivery, World, world

OLD = Revision(7, 1, "a-week", "2020-12-20T08:00:00", "December 21-27, 2020", (("Monday", 1), ("Saturday", 1)), False)
CASES = {
    "bronze, same key": ("dump_post_to_bucket", replace(OLD, modified=2, sessions=(("Monday", 2), ("Tuesday", 1)))),
    "bronze, another key": ("dump_post_to_bucket", replace(OLD, modified=2, slug="a-week-2")),
    "silver, same week": (
        "save_sessions_to_bucket",
        replace(OLD, modified=2, sessions=(("Monday", 2), ("Tuesday", 1))),
    ),
    "silver, another week": ("save_sessions_to_bucket", replace(OLD, modified=2, week="January 4-10, 2021")),
}
DOWNSTREAM = ("load_sessions_to_table", "aggregate_week")


def fetched(revision: Revision) -> Delivery:
    message = PostMessage(
        correlation_id="c", fetched_at=f"2020-12-21T10:00:{revision.modified:02}", post=revision.post()
    )
    return Delivery("dump_post_to_bucket", msgspec.json.encode(message).decode())


def fetch(chain: World, *revisions: Revision) -> None:
    """Send these revisions through the chain, one after the other."""
    for revision in revisions:
        chain.waiting.append(fetched(revision))
        chain.settle()


def settle_before(chain: World, stage: str) -> Delivery:
    """Deliver all that waits but what is for that stage, and take the first of that."""
    while others := [delivery for delivery in chain.waiting if delivery.stage != stage]:
        chain.waiting.remove(others[0])
        chain.finish(chain.start(others[0]))
    return chain.waiting.pop(0)


def delivered(chain: World, stage: str, revision: Revision) -> Delivery:
    """Return the message of this stage about a revision; that of silver is about one that bronze has."""
    if stage == "dump_post_to_bucket":
        return fetched(revision)
    chain.finish(chain.start(fetched(revision)))
    chain.waiting = [delivery for delivery in chain.waiting if delivery.stage != "strip_post_html"]
    stored = chain.s3.get_object(Bucket=BUCKET, Key=revision.key)
    made = read_records(stored["Body"].read(), revision.key, stored["VersionId"], "c", load_blog("invictus"))
    made = replace(made, records=clean_records(made.records))
    return Delivery(stage, msgspec.json.encode(made).decode())


def interleave(chain: World, stage: str, new: Revision, first: int, second: int, dies: bool) -> tuple[bool, bool]:
    """Return whether the older and the newer function were still at work when they were stopped."""
    old_message = delivered(chain, stage, OLD)
    older = chain.start(old_message)
    for _ in range(first):
        if not older.done:
            chain.step(older)
    stopped_older = not older.done
    newer = chain.start(delivered(chain, stage, new))
    for _ in range(second):
        if not newer.done:
            chain.step(newer)
    stopped_newer = not newer.done
    if dies and not older.done:
        chain.step(older, crash=True)
        chain.waiting.append(old_message)
    chain.finish(older)
    chain.finish(newer)
    chain.waiting = [delivery for delivery in chain.waiting if delivery.stage not in DOWNSTREAM]
    while chain.waiting:
        chain.finish(chain.start(chain.waiting.pop(0)))
        chain.waiting = [delivery for delivery in chain.waiting if delivery.stage not in DOWNSTREAM]
    return stopped_older, stopped_newer


@pytest.mark.filterwarnings("ignore:No application metrics to publish")
@pytest.mark.parametrize("dies", [False, True], ids=["ends", "dies"])
@pytest.mark.parametrize("case", CASES)
def test_the_newer_revision_wins_wherever_the_two_are_stopped(case: str, dies: bool) -> None:
    """Bronze and silver end as if only the newer revision had ever existed."""
    stage, new = CASES[case]
    expected = clean_run([new])
    first, stopped_older = 0, True
    while stopped_older:
        second, stopped_newer = 0, True
        while stopped_newer:
            with world() as chain:
                stopped_older, stopped_newer = interleave(chain, stage, new, first, second, dies)
                assert (expected.bronze, expected.silver) == (chain.bronze(), chain.silver()), (first, second)
            stopped_newer &= not dies  # how far the newer one was when the older one died makes no difference
            second += 1
        first += 1
    assert first > 4
