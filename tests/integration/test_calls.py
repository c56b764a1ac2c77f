"""How many calls to AWS a post makes, with everything that the guarantees need."""

from collections.abc import Iterator

import pytest
from benchmarks.chain import FETCHED_AT, STAGES, Chain
from benchmarks.chain import chain as new_chain
from benchmarks.history import stored
from benchmarks.posts import week

# The benchmark's chain publishes no metrics.
pytestmark = pytest.mark.filterwarnings("ignore:No application metrics to publish")

MOST = 30


@pytest.fixture
def chain() -> Iterator[Chain]:
    with new_chain() as made:
        made.fetched(week(1), FETCHED_AT)
        made.take_measures()
        yield made


def calls_of(chain: Chain) -> int:
    return chain.take_measures().calls.total()


def test_a_new_post_makes_at_most_thirty_calls(chain: Chain) -> None:
    """The calls are counted from the queue of fetched posts to the bus, for six sessions with a week before them."""
    chain.forget()
    chain.fetched(week(0), FETCHED_AT)
    assert calls_of(chain) <= MOST


def test_an_edit_makes_at_most_thirty_calls(chain: Chain) -> None:
    """This holds if the week after has figures that are compared with it, too."""
    chain.fetched(week(0), FETCHED_AT)
    for number in (0, 1):
        chain.take_measures()
        chain.forget()
        chain.fetched(week(number, edit=1), FETCHED_AT)
        assert calls_of(chain) <= MOST


def test_a_duplicate_makes_two_calls(chain: Chain) -> None:
    """The raw post and its ledger are read, and nothing is written."""
    chain.fetched(week(1), FETCHED_AT)
    assert {("dump_post_to_bucket", "s3.GetObject"): 2} == chain.take_measures().calls


def test_the_tenth_post_of_a_week_makes_as_many_calls_as_the_second(chain: Chain) -> None:
    """No stage reads anything of the other posts on its own."""
    found = []
    for post in range(10):
        chain.fetched(week(0, post=post, is_short=True), FETCHED_AT)
        found.append(calls_of(chain))
    assert found[1] == found[9] <= MOST


def test_the_thirtieth_edit_makes_as_many_calls_as_the_second(chain: Chain) -> None:
    """Functions that have just started read none of the older versions of a fetched post."""
    found = []
    for edit in range(30):
        chain.forget()
        chain.fetched(week(1, edit=edit + 1, is_short=True), FETCHED_AT)
        found.append(calls_of(chain))
    assert found[1] == found[29] <= MOST


def test_pages_make_as_many_calls_after_four_years_as_after_one() -> None:
    """Functions that have just started make a page of a year or a lift without the history of all years."""
    found = []
    for weeks in (60, 220):
        with new_chain([*STAGES, "render_week"]) as chain:
            stored(chain, 400, range(401, 400 + weeks))
            for number in (399, 398):
                chain.forget()
                chain.take_measures()
                chain.fetched(week(number, is_short=True), FETCHED_AT)
            calls = chain.take_measures().calls
            found.append(sum(count for (stage, _), count in calls.items() if stage == "render_week"))
    assert found[0] == found[1]
