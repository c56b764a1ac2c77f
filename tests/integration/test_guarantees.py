"""Order, duplicates, edits, concurrency and crashes: whatever happens, the end is that of one clean run."""

import json
import random
from dataclasses import dataclass
from itertools import permutations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wod.keys import bronze_key
from wod.messages import PostMessage
from wod.reading.post import post_from

from .world import Delivery, Running, State, World, world

# Here two functions share the metrics of one process, and one may find them flushed by the other.
pytestmark = pytest.mark.filterwarnings("ignore:No application metrics to publish")

WEEKS = ("December 21-27, 2020", "December 28, 2020 - January 3, 2021", "January 4-10, 2021")
SESSIONS = ("Monday", "Monday (Session One)", "Wednesday (Session Two)", "Thursday (Rest Day)", "Saturday")


@dataclass(frozen=True)
class Revision:
    """A post at one moment of its life, and how it comes to us."""

    post_id: int
    modified: int
    slug: str
    published: str
    week: str
    sessions: tuple[tuple[str, int], ...]
    by_hand: bool
    preamble: str = ""

    def post(self) -> dict[str, object]:
        days = [
            f"<p><strong>{heading}</strong></p><p>A.<br />Every 2 minutes, for 10 minutes (5 sets):<br />"
            f"Snatch x {reps} reps @ 75% of 1-RM Snatch</p>"
            for heading, reps in self.sessions
        ]
        return {
            "id": self.post_id,
            "slug": self.slug,
            "link": f"https://blog.example/{self.slug}/",
            "date": self.published,
            "date_gmt": self.published,
            "modified_gmt": f"2020-12-20T10:00:{self.modified:02}",
            "title": {"rendered": self.week},
            "content": {"rendered": "".join([f"<p>{self.preamble}</p>", *days])},
        }

    @property
    def key(self) -> str:
        return bronze_key(post_from(self.post()))

    def arrive(self, chain: World) -> None:
        if self.by_hand:
            chain.drop(self.key, json.dumps(self.post()).encode())
        else:
            fetched_at = f"2020-12-21T10:00:{self.modified:02}"
            message = PostMessage(correlation_id="c", fetched_at=fetched_at, post=self.post())
            chain.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())


def lives(by_hand: st.SearchStrategy[bool]) -> st.SearchStrategy[list[Revision]]:
    """Up to four revisions of two posts, no two of a post modified at the same moment. Both may have had a key."""
    revision = st.builds(
        Revision,
        post_id=st.sampled_from((7, 8)),
        modified=st.integers(0, 5),
        slug=st.sampled_from(("a-week", "a-week-2")),
        published=st.sampled_from(("2020-12-20T08:00:00", "2020-12-27T08:00:00")),
        week=st.sampled_from(WEEKS),
        sessions=st.lists(
            st.tuples(st.sampled_from(SESSIONS), st.integers(1, 3)), min_size=1, max_size=3, unique_by=lambda s: s[0]
        ).map(tuple),
        by_hand=by_hand,
        preamble=st.sampled_from(("", "Three weeks to go.", "Two weeks to go.")),
    )
    return st.lists(revision, min_size=1, max_size=4, unique_by=lambda r: (r.post_id, r.modified))


def are_of_one_blog(found: list[Revision]) -> bool:
    """Two posts never have the same slug and day at once: one took it after the other gave it up. An object that was
    dropped by hand under the key of a post is that post."""
    return all(
        not (earlier.by_hand or later.by_hand)
        and any(
            one.post_id == earlier.post_id
            and earlier.modified < one.modified < later.modified
            and one.key != earlier.key
            for one in found
        )
        for earlier, later in permutations(found, 2)
        if earlier.key == later.key and earlier.post_id != later.post_id and earlier.modified <= later.modified
    )


def keeps_what_it_got(found: list[Revision]) -> bool:
    """No post leaves a key again that it got from another one, for then nothing says that the other was withdrawn."""
    last = {one.post_id: one for one in sorted(found, key=lambda one: one.modified)}
    return not any(
        one.key == withdrawn.key != last[one.post_id].key
        and one.post_id != withdrawn.post_id
        and one.modified >= withdrawn.modified
        for withdrawn in last.values()
        for one in found
    )


def newest(found: list[Revision]) -> list[Revision]:
    """The newest revision of each post, unless another post has its key by then: its post was withdrawn."""
    latest: dict[int, Revision] = {}
    for revision in found:
        held = latest.get(revision.post_id)
        if held is None or revision.modified > held.modified:
            latest[revision.post_id] = revision
    keys = {one.key: one for one in sorted(latest.values(), key=lambda one: (one.modified, one.post_id))}
    return [one for one in latest.values() if keys[one.key] is one]


def clean_run(found: list[Revision]) -> State:
    with world() as chain:
        for revision in newest(found):
            revision.arrive(chain)
            chain.settle()
        return chain.freeze()


def wild_run(chain: World, found: list[Revision], chance: random.Random) -> None:
    """Everything comes one to three times and in any order; two functions run at once; some die."""
    arrivals = [revision for revision in found for _ in range(chance.randint(1, 3))]
    chance.shuffle(arrivals)
    running: list[Running] = []
    while arrivals or chain.waiting or running:
        if arrivals and chance.random() < 0.2:
            arrivals.pop().arrive(chain)
        elif chain.waiting and len(running) < 2 and chance.random() < 0.5:
            delivery = chain.waiting[chance.randrange(len(chain.waiting))]
            if chance.random() < 0.8:
                chain.waiting.remove(delivery)
            running.append(chain.start(delivery))
        elif running:
            one = chance.choice(running)
            if not one.done:
                chain.step(one, crash=chance.random() < 0.02)
            if one.done:
                running.remove(one)
                if one.died_of:
                    chain.waiting.append(Delivery(one.delivery.stage, one.delivery.body))


# One example is a whole life of the chain, some two hundred calls to AWS.
WILD = settings(max_examples=settings().max_examples // 4, suppress_health_check=list(HealthCheck))


@WILD
@given(lives(st.just(False)).filter(keeps_what_it_got), st.integers(0, 2**32))
def test_fetched_posts_end_as_one_clean_run_over_the_newest_revisions(found: list[Revision], seed: int) -> None:
    """Bronze, silver, table and gold match the newest revisions, in any order of events, with duplicates and deaths.

    A post whose slug and day another post has got has left them all.
    """
    expected = clean_run(found)
    with world() as chain:
        wild_run(chain, found, random.Random(seed))  # noqa: S311 chance, not secrecy
        assert expected == chain.freeze()


@WILD
@given(lives(st.booleans()).filter(are_of_one_blog), st.integers(0, 2**32))
def test_an_old_post_that_is_dropped_by_hand_changes_nothing(found: list[Revision], seed: int) -> None:
    """Fetched or dropped by hand, older or newer: silver, table and gold say what the newest revisions say."""
    expected = clean_run(found)
    with world() as chain:
        wild_run(chain, found, random.Random(seed))  # noqa: S311 chance, not secrecy
        ended = chain.freeze()
    assert expected.without_bronze() == ended.without_bronze()
