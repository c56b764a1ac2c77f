"""The function that fetches, and what comes after it, with a category of a real WordPress."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from tests.integration.world import BUCKET, CONTEXT, Delivery, World, load_handler, sqs_record, world
from wod.plumbing.fetching.exchange import exchange

from .site import Site

SCHEDULED = {"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}
BACKFILL = {"Records": [sqs_record("1", "{}")]}
HANDLER = load_handler("get_invictus_post")
FIRST_WEEK = date(2000, 1, 3)


def a_week(number: int, content: str = "") -> dict[str, str]:
    """A post of the programme: a week for each number, with one session."""
    monday = FIRST_WEEK + timedelta(weeks=number % 1000)
    sunday = monday + timedelta(days=6)
    text = (
        "<p><strong>Monday</strong></p>"
        f"<p>A.<br />Every 2 minutes, for 10 minutes (5 sets):<br />Snatch x {number} reps</p>"
    )
    return {
        "title": f"{monday:%B} {monday.day}, {monday.year} - {sunday:%B} {sunday.day}, {sunday.year}",
        "date": f"{monday - timedelta(days=1)} 17:00:00",
        "content": content or text,
    }


@dataclass
class Pipeline:
    """A stack whose blog is one category of the site."""

    chain: World
    site: Site
    environment: dict[str, str]
    only: tuple[str, ...] | None = None
    """The stages after the fetch that run; all, if it does not say."""
    later: timedelta = timedelta()
    """How far ahead of the blog's clock ours is."""
    changes: dict[int, Callable[[], object]] = field(default_factory=dict)
    """Changes of the blog before each request of a fetch."""
    requests: int = 0
    ran: Counter[str] = field(default_factory=Counter)
    """How many messages each stage got in the last fetch."""

    def fetch(self, event: dict[str, Any] = SCHEDULED) -> list[int]:
        """Run a fetch, all that it queues and all that follows; give the ids of the posts that were sent on."""
        self.requests, self.ran = 0, Counter()
        sent: list[int] = []
        self._fetch(event)
        while self.chain.waiting:
            delivery = self.chain.waiting.pop(0)
            if delivery.stage == "fetch":
                self._fetch({"Records": [sqs_record("1", delivery.body)]})
                continue
            if delivery.stage == "posts":
                sent.append(json.loads(delivery.body)["post"]["id"])
                delivery = Delivery("dump_post_to_bucket", delivery.body)
            self.ran[delivery.stage] += 1
            if self.only is None or delivery.stage in self.only:
                self.chain.call(delivery.stage, [delivery.body])
        return sent

    def versions(self) -> int:
        """How many objects bronze has of posts, with all that were written over."""
        pages = self.chain.s3.get_paginator("list_object_versions").paginate(Bucket=BUCKET, Prefix="bronze/raw/")
        return sum(len(page.get("Versions", [])) for page in pages)

    def _fetch(self, event: dict[str, Any]) -> None:
        self.chain.local.environment = self.environment
        HANDLER(event, CONTEXT)

    def ask(self, *request: Any) -> Any:
        """Send a request to the site, before which something may happen there."""
        self.requests += 1
        if change := self.changes.pop(self.requests, None):
            change()
        return exchange(*request)


@contextmanager
def a_pipeline(site: Site, category: int, only: tuple[str, ...] | None = None) -> Iterator[Pipeline]:
    with world() as chain:
        environment = {
            "STAGE_NAME": "get_invictus_post",
            "BUCKET_NAME": BUCKET,
            "NEXT_QUEUE_URL": "posts",
            "FETCH_QUEUE_URL": "fetch",
            "WORDPRESS_URL": site.url,
            "WORDPRESS_CATEGORY": str(category),
            "WORDPRESS_SECRET_ARN": "",
        }
        made = Pipeline(chain, site, environment, only)
        clients: dict[str, Any] = {"sqs": SimpleNamespace(meta=SimpleNamespace(endpoint_url="http://sqs"))}
        with (
            patch("wod.plumbing.fetching.site.client", clients.__getitem__),
            patch("wod.plumbing.fetching.known.now", lambda: datetime.now(UTC) + made.later),
            patch("wod.plumbing.fetching.api.exchange", made.ask),
        ):
            yield made
