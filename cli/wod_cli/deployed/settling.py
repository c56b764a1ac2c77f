"""Watch whether the chain has anything left to do, by the counts of its queues."""

import time
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import urlsplit

from wod_cli.deployed.queues import queues_of
from wod_cli.deployed.stack import Stack

IN_FRONT_OF_BRONZE = ("get-invictus-post", "dump-post-to-bucket")

_SECONDS_BETWEEN_LOOKS = 1


def seconds_of_quiet(endpoint: str) -> int:
    """Return for how long nothing may wait until nothing moves, by the address of SQS.

    SQS reports its counts some seconds late. An embedded cloud, at an address of this machine, does not, but there
    too an event takes a moment to reach its queue.
    """
    return 3 if urlsplit(endpoint).hostname in ("127.0.0.1", "localhost") else 10


def until_quiet(stack: Stack, leave_out: Collection[str] = ()) -> Iterator[tuple[Mapping[str, int], bool]]:
    """Yield how many messages each stage has, without the idle ones, and whether this is the last look, until none has
    had any for some seconds.

    Dead letters do not count.
    """
    queues = [
        queue for queue in queues_of(stack).values() if not queue.holds_dead_letters and queue.name not in leave_out
    ]
    enough = seconds_of_quiet(stack.client("sqs").meta.endpoint_url)
    quiet = 0
    while True:
        waiting = {queue.stage: count for queue in queues if (count := queue.count())}
        quiet = 0 if waiting else quiet + _SECONDS_BETWEEN_LOOKS
        yield waiting, quiet >= enough
        if quiet >= enough:
            return
        time.sleep(_SECONDS_BETWEEN_LOOKS)
