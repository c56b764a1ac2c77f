"""One scenario from its first post to its last count."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from reliability.counts import Found, count_posts, look, wrong_for_subscribers
from reliability.posts import Post, expect, make, raw
from reliability.scenarios import Scenario
from reliability.testbed import FOLDER, Testbed, prepared
from wod.keys import BRONZE_PREFIX, SILVER_PREFIX
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.quarantine import ALERTED
from wod_cli import PROJECT
from wod_cli.deployed.dropping import put_into_bronze
from wod_cli.deployed.redrive import retry_queue
from wod_cli.testbed import small_wordpress

_PAGE_SIZE = 10
_SECONDS_BETWEEN_LOOKS = 2  # a look queries two dozen queues
_SECONDS_OF_QUIET = 12
_SECONDS_FOR_THE_FIRST_WAVE = 90
_SECONDS_FOR_ALL = 3600

_DEAD_LETTERS_OF_AN_OUTAGE = 5
_SECONDS_OF_AN_OUTAGE = 420
_KILLS_OF_A_FUNCTION = 5

FUNCTIONS = sorted(folder.name.replace("_", "-") for folder in (PROJECT / "functions").iterdir() if folder.is_dir())

type Say = Callable[[str], None]


@dataclass(frozen=True)
class Result:
    """The result of a scenario. `wrong` has a sentence for each violation; without any, all is right.

    The first counts are taken when nothing moves, the others after a redrive of all dead letters.
    """

    scenario: str
    about: str
    faults: dict[str, int]
    sent: int
    stored: int
    quarantined: int
    waiting: int
    stored_in_the_end: int
    quarantined_in_the_end: int
    waiting_in_the_end: int
    lost: int
    doubled: int
    published_again: int
    seconds: int
    dead_letters: dict[str, dict[str, int]]
    wrong: list[str]


def run(scenario: Scenario, count: int, chance: random.Random, say: Say) -> Result:
    """Send this many posts through a new cloud while the scenario's faults are injected, redrive, and count."""
    posts = make(count, chance)
    blog = [post.first for post in posts if not post.by_hand]
    with small_wordpress.serve(blog) as url, prepared(FOLDER, url) as testbed:
        return _Run(scenario, posts, blog, testbed, chance, say).result()


class _Run:
    def __init__(
        self, scenario: Scenario, posts: list[Post], blog: list[Any], testbed: Testbed, chance: random.Random, say: Say
    ) -> None:
        self._scenario = scenario
        self._posts = posts
        self._blog = blog
        self._testbed = testbed
        self._stack = testbed.chain.stack
        self._chance = chance
        self._say = say
        self._began = time.monotonic()
        self._acts = {
            "nothing": self._do_nothing,
            "kill functions": self._kill_functions,
            "stop and start": self._stop_and_start,
            "end with the first dead letters": self._end_outage,
        }[scenario.act]()
        self._kills: Counter[str] = Counter()
        self._events: list[dict[str, Any]] = []
        self._wrong: list[str] = []

    def result(self) -> Result:
        """Run the scenario."""
        expected = expect(self._posts)
        self._testbed.proxy.inject(self._scenario.rules)
        self._first_wave()
        self._second_wave()
        self._settle("faults")
        faults = self._testbed.proxy.injected() | {f"kill of {name}": times for name, times in self._kills.items()}
        if self._testbed.stops:
            faults["stop of the cloud"] = self._testbed.stops
        self._testbed.proxy.inject([])
        found = look(self._testbed.chain, self._testbed.queues)
        before = count_posts(self._posts, expected, found, _PAGE_SIZE)
        dead_letters = self._reasons(found)
        if any(found.dead.values()):
            self._redrive()
            found = look(self._testbed.chain, self._testbed.queues)
        after = count_posts(self._posts, expected, found, _PAGE_SIZE)
        lost = before.lost | after.lost
        doubled = dict.fromkeys([*before.twice, *after.twice])
        self._wrong += [f"lost: {self._kind_of(post)} {post}" for post in sorted(lost)]
        self._wrong += [f"still waits: {self._kind_of(post)} {post}" for post in sorted(after.waiting)]
        self._wrong += [f"wrong for subscribers: {name}" for name in wrong_for_subscribers(found, self._events)]
        self._wrong += [*doubled, *self._unannounced(found), *self._differences()]
        return Result(
            scenario=self._scenario.name,
            about=self._scenario.about,
            faults=faults,
            sent=len(self._posts),
            stored=len(before.stored),
            quarantined=len(before.quarantined),
            waiting=len(before.waiting),
            stored_in_the_end=len(after.stored),
            quarantined_in_the_end=len(after.quarantined),
            waiting_in_the_end=len(after.waiting),
            lost=len(lost),
            doubled=len(doubled),
            published_again=self._published_again(),
            seconds=round(time.monotonic() - self._began),
            dead_letters=dead_letters,
            wrong=self._wrong,
        )

    # Input

    def _first_wave(self) -> None:
        """Backfill the blog, and meanwhile drop the other posts by hand."""
        self._fetch_all()
        for post in self._posts:
            if post.by_hand:
                put_into_bronze(self._stack, post.name, raw(post.first))
        deadline = time.monotonic() + _SECONDS_FOR_THE_FIRST_WAVE
        while self._count(SILVER_PREFIX) < len(self._posts) // 2 and time.monotonic() < deadline:
            self._step("first wave")

    def _second_wave(self) -> None:
        """Edit posts by hand and on the blog, fetch it once more, and drop old copies over newer ones."""
        later = {post.id: post.later for post in self._posts if post.later}
        self._blog[:] = [later.get(post["id"], post) for post in self._blog]
        self._fetch_all()
        dropped = [(post, post.old_copy or post.later) for post in self._posts if post.old_copy or post.by_hand]
        self._chance.shuffle(dropped)
        for post, body in dropped:
            if body:
                put_into_bronze(self._stack, post.name, raw(body))

    def _fetch_all(self) -> None:
        body = msgspec.json.encode(FetchRequest(posts_per_page=_PAGE_SIZE)).decode()
        self._stack.client("sqs").send_message(QueueUrl=self._stack.outputs["FetchQueueUrl"], MessageBody=body)

    # Faults

    def _settle(self, what: str) -> None:
        """Wait until nothing moves: no queue has a message, and no function has called for a while."""
        seen, since = -1, time.monotonic()
        while time.monotonic() - since < _SECONDS_OF_QUIET:
            if time.monotonic() - self._began > _SECONDS_FOR_ALL:
                self._wrong.append(f"after {_SECONDS_FOR_ALL} seconds something still moves")
                return
            moving = self._step(what)
            requests = self._testbed.proxy.requests()
            if moving or requests != seen:
                seen, since = requests, time.monotonic()

    def _step(self, what: str) -> bool:
        """Let the scenario act, take the events, and print where things are. Return whether a message is on its way."""
        acts = next(self._acts, False)
        self._events += [json.loads(body) for body in self._testbed.chain.bus.take()]
        counts = {queue: queue.count() for queue in self._testbed.queues.values()}
        dead = sum(count for queue, count in counts.items() if queue.holds_dead_letters)
        moving = sum(counts.values()) - dead
        self._say(
            f"{self._scenario.name}, {what}: {moving} messages on their way, {dead} dead letters, "
            f"{sum(self._testbed.proxy.injected().values())} faults, {sum(self._kills.values())} kills"
        )
        time.sleep(_SECONDS_BETWEEN_LOOKS)
        return bool(moving or acts)

    def _do_nothing(self) -> Iterator[bool]:
        yield from ()

    def _kill_functions(self) -> Iterator[bool]:
        """Kill each function in its work, the one with the fewest kills first, until each has had its share."""
        while self._kills.total() < len(FUNCTIONS) * _KILLS_OF_A_FUNCTION:
            at_work = self._testbed.functions_at_work()
            least = min(at_work.values(), key=lambda name: self._kills[name], default="")
            if least and self._kills[least] < _KILLS_OF_A_FUNCTION:
                for process in [process for process, name in at_work.items() if name == least]:
                    self._testbed.kill(process)
                self._kills[least] += 1
            yield False

    def _stop_and_start(self) -> Iterator[bool]:
        """Stop and start the cloud once a quarter of the posts is in bronze, and again once a quarter is in silver."""
        for prefix in (BRONZE_PREFIX, SILVER_PREFIX):
            while self._count(prefix) < len(self._posts) // 4:
                yield True
            self._testbed.stop_and_start()

    def _end_outage(self) -> Iterator[bool]:
        """End the outage once there are dead letters, or after a while, as callers such as a stream leave none."""
        end = time.monotonic() + _SECONDS_OF_AN_OUTAGE
        while time.monotonic() < end:
            dead = [queue.count() for queue in self._testbed.queues.values() if queue.holds_dead_letters]
            if sum(dead) >= _DEAD_LETTERS_OF_AN_OUTAGE:
                break
            yield True
        self._testbed.proxy.inject([])

    def _redrive(self) -> None:
        queues = self._testbed.queues
        for _, queue in sorted(queues.items()):
            if queue.holds_dead_letters and queue.count():
                self._wrong += retry_queue(self._stack, queues, queue)
        self._settle("redrive")

    # Results

    def _count(self, prefix: str) -> int:
        return len(self._testbed.chain.keys(prefix))

    def _kind_of(self, post_id: int) -> str:
        return next(post.kind for post in self._posts if post.id == post_id)

    def _reasons(self, found: Found) -> dict[str, dict[str, int]]:
        """Return how often each error was logged by the function of each queue with dead letters."""
        reasons = {}
        for queue in (name for name, messages in found.dead.items() if messages):
            function = queue.removesuffix("-dead-letters")
            failures = self._testbed.chain.logged(function, level="ERROR")
            reasons[queue] = dict(Counter(entry.get("exception_name", "no reason") for entry in failures))
        return reasons

    def _unannounced(self, found: Found) -> list[str]:
        """Return a sentence for each week in gold without a text, and each object in quarantine without an alert."""
        texts, alerts = "\n".join(self._texts()), "\n".join(self._testbed.chain.alerted())
        return [
            *(f"no text about {key}" for key in found.gold if key not in texts),
            *(f"no alert about {key}" for key in found.quarantine if key.endswith(ALERTED) and key not in alerts),
        ]

    def _texts(self) -> list[str]:
        return self._testbed.chain.notified()

    def _published_again(self) -> int:
        """Return how many events repeated an earlier one."""
        events = Counter(json.dumps([event["detail-type"], event["detail"]], sort_keys=True) for event in self._events)
        return events.total() - len(events)

    def _differences(self) -> list[str]:
        """Return the lines of `wod rebuild --check`."""
        check = subprocess.run(
            [sys.executable, "-c", "from wod_cli.main import main; main()", "rebuild", "--check"],
            env={**os.environ, **self._testbed.cloud.settings, "NO_PROXY": "127.0.0.1"},
            capture_output=True,
            text=True,
            check=False,
        )
        if check.returncode and not check.stdout:
            return [f"wod rebuild --check: {check.stderr.strip()[-500:]}"]
        return [f"wod rebuild --check: {line}" for line in check.stdout.splitlines()]
