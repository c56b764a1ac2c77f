"""A call to the table that arrives when its caller has given up on it, and others have gone on."""

from collections.abc import Callable
from contextlib import suppress
from copy import replace
from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from .test_guarantees import Revision
from .world import Delivery, World, real_client

FIRST = Revision(
    7, 1, "a-week", "2020-12-20T08:00:00", "December 21-27, 2020", (("Monday", 1), ("Saturday", 1)), by_hand=True
)
SHORTER = replace(FIRST, modified=2, sessions=(("Monday", 1),))
LAST = replace(FIRST, modified=3, sessions=(("Monday", 3), ("Saturday", 2)))


def hold_up(chain: World, operation: str) -> tuple[Delivery, Callable[[], Any]]:
    """Deliver what waits until a function makes this call, which does not arrive and costs the function its life: its
    message, and what lets the call arrive."""
    calls: list[dict[str, Any]] = []

    def hold(**call: Any) -> None:
        calls.append(call)
        raise ReadTimeoutError(endpoint_url="https://dynamodb")

    chain.clients["dynamodb"].replaced[operation] = hold
    while not calls:
        running = chain.start(chain.waiting.pop(0))
        chain.finish(running)
    del chain.clients["dynamodb"].replaced[operation]
    return running.delivery, lambda: getattr(real_client("dynamodb"), operation)(**calls[0])


def reps(chain: World) -> list[str]:
    return [item["segment_a"].splitlines()[-1].split(" @")[0] for item in chain.items()]


@pytest.mark.parametrize("comes_again", [True, False], ids=["its message comes again first", "its message waits"])
def test_a_session_that_arrives_late_replaces_no_newer_one(chain: World, comes_again: bool) -> None:
    """The table ends with the edit, though an older session is written there last."""
    FIRST.arrive(chain)
    message, arrive = hold_up(chain, "transact_write_items")
    if comes_again:
        chain.waiting.insert(0, message)
    LAST.arrive(chain)
    chain.settle()

    with suppress(ClientError):
        arrive()

    assert ["Snatch x 3 reps", "Snatch x 2 reps"] == reps(chain)


def test_a_removal_that_arrives_late_removes_no_newer_session(chain: World) -> None:
    """A session that one edit takes out and the next one brings back is there in the end."""
    FIRST.arrive(chain)
    chain.settle()
    SHORTER.arrive(chain)
    _, arrive = hold_up(chain, "transact_write_items")
    LAST.arrive(chain)
    chain.settle()

    with suppress(ClientError):
        arrive()

    assert ["Snatch x 3 reps", "Snatch x 2 reps"] == reps(chain)


def test_a_write_whose_answer_was_lost_does_not_conflict_without_end(chain: World) -> None:
    """The table took the session, and the second try finds it there: the function ends well, and nothing is changed."""
    FIRST.arrive(chain)
    taken: list[dict[str, Any]] = []

    def lose_the_answer(**call: Any) -> Any:
        real_client("dynamodb").transact_write_items(**call)
        taken.append(call)
        return real_client("dynamodb").transact_write_items(**call)

    chain.clients["dynamodb"].replaced["transact_write_items"] = lose_the_answer
    chain.settle()
    assert ["Snatch x 1 reps", "Snatch x 1 reps"] == reps(chain)
    assert 1 == len(taken)
