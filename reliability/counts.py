"""Count the outcomes of posts: stored, in quarantine, waiting, or lost; and duplicates."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.e2e.chain import Chain

from reliability.posts import Expected, Post, Weeks, week_after, week_before
from wod.blog import DEFAULT_BLOG, load_blog
from wod.figures.week import aggregate_week
from wod.keys import BRONZE_PREFIX, GOLD_PREFIX, QUARANTINE_PREFIX, SILVER_PREFIX, gold_key, silver_ledger, week_of_key
from wod.plumbing.attribute_values import item_of
from wod.week_file import read_week, typed_records
from wod_cli.deployed.queues import Queues

_NAMES_THE_RUN = {"bronze_version_id", "correlation_id"}

type Name = tuple[str, str]
"""A session, by its date and its name."""


@dataclass(frozen=True)
class Found:
    """The content of each store, without ids of the run."""

    bronze: dict[str, Any]
    silver: Weeks
    notes: dict[str, Any]
    table: list[dict[str, Any]]
    gold: dict[str, Any]
    quarantine: dict[str, Any]
    dead: dict[str, list[Any]]


@dataclass(frozen=True)
class Counts:
    """The posts by outcome. `twice` has a sentence for each thing that must not exist."""

    stored: set[int]
    quarantined: set[int]
    waiting: set[int]
    lost: set[int]
    twice: list[str]


def look(chain: Chain, queues: Queues) -> Found:
    """Read all results of the chain. Dead letters stay in their queues."""
    table = chain.stack.outputs["SessionsTableName"]
    pages = chain.stack.client("dynamodb").get_paginator("scan").paginate(TableName=table)
    return Found(
        bronze=_objects(chain, BRONZE_PREFIX),
        silver={key: _plain(read_week(chain.read(key) or b"")) for key in chain.keys(SILVER_PREFIX)},
        notes=_objects(chain, "silver/posts/"),
        table=[item_of(image) for page in pages for image in page["Items"]],
        gold=_objects(chain, GOLD_PREFIX),
        quarantine=_objects(chain, QUARANTINE_PREFIX),
        dead={name: list(_bodies(queues, name)) for name, queue in queues.items() if queue.holds_dead_letters},
    )


def count_posts(posts: list[Post], expected: Expected, found: Found, page_size: int) -> Counts:
    """Count the outcome of each post."""
    about = _About(posts, page_size)
    right = {post.id for post in posts if post.id not in expected.refused and _is_stored(post.id, expected, found)}
    reasons = Counter(
        (post_id, kept["reason"]) for kept in found.quarantine.values() for post_id in about.quarantined(kept)
    )
    quarantined = {post_id for post_id, reason in expected.refused.items() if reasons[post_id, reason]}
    waiting = {
        post_id
        for queue, messages in found.dead.items()
        for message in messages
        for post_id in about.and_its_weeks(about.message(message), after=queue.startswith("aggregate-week"))
    }
    rest = {post.id for post in posts} - right - quarantined
    twice = [
        *(
            f"{count} times in quarantine: {post_id}, {reason}"
            for (post_id, reason), count in reasons.items()
            if count > 1
        ),
        *(f"in quarantine, though right: {post_id}, {reason}" for post_id, reason in reasons if post_id in right),
        *_twice(expected, found, waiting),
    ]
    return Counts(right, quarantined, rest & waiting, rest - waiting, twice)


def wrong_for_subscribers(found: Found, events: list[dict[str, Any]]) -> list[str]:
    """Return the sessions for which a subscriber that has heard all events disagrees with the table."""
    believed: dict[Name, Any] = {}
    for event in events:
        detail = event["detail"]
        session = detail.get("new") or detail["session"]
        if event["detail-type"] == "Session Removed":
            believed.pop(_name(session), None)
        else:
            believed[_name(session)] = _without_lineage(session)
    table = {_name(item): _without_lineage(item) for item in found.table}
    return [" ".join(name) for name in sorted({*believed, *table}) if believed.get(name) != table.get(name)]


def _objects(chain: Chain, prefix: str) -> dict[str, Any]:
    return {key: _decoded(chain.read(key)) for key in chain.keys(prefix)}


def _decoded(body: bytes | str | None) -> Any:
    try:
        return _plain(json.loads(body or b""))
    except ValueError:
        return None


def _plain(value: Any) -> Any:
    """Return the value without version ids and correlation ids, which differ from run to run."""
    if isinstance(value, dict):
        return {name: "-" if name in _NAMES_THE_RUN else _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _bodies(queues: Queues, name: str) -> Iterator[Any]:
    if queues[name].count():
        with queues[name].looked_at() as messages:
            yield from (_decoded(message["Body"]) for message in messages)


def _is_stored(post_id: int, expected: Expected, found: Found) -> bool:
    """Return whether silver, the table and gold have exactly the right content for this post."""
    wanted = _of_post(expected.weeks, post_id)
    notes = found.notes.get(silver_ledger(post_id)) or {"notes": {"preamble": []}}
    return (
        wanted == _of_post(found.silver, post_id)
        and _by_name(wanted) == _by_name({"": [one for one in found.table if one["source"]["post_id"] == post_id]})
        and expected.preambles[post_id] == [line["text"] for line in notes["notes"]["preamble"]]
        and all(found.gold.get(gold_key(week_of_key(key))) == _figures(key, found) for key in wanted)
    )


def _of_post(weeks: Weeks, post_id: int) -> Weeks:
    mine = {key: [one for one in records if one["source"]["post_id"] == post_id] for key, records in weeks.items()}
    return {key: _plain(records) for key, records in mine.items() if records}


def _by_name(weeks: Weeks) -> dict[Name, Any]:
    return {_name(one): one for records in weeks.values() for one in records}


def _name(session: dict[str, Any]) -> Name:
    return session["date"], session["session"]


def _figures(key: str, found: Found) -> Any:
    """Return the figures of a week, computed from silver."""
    posts = sorted({one["source"]["post_id"] for one in found.silver[key]})
    notes = {post: found.notes[silver_ledger(post)]["notes"]["preamble"] for post in posts}
    preambles = {post: [line["text"] for line in lines] for post, lines in notes.items()}
    week, before = (typed_records(found.silver.get(each, [])) for each in (key, week_before(key)))
    figures = aggregate_week(week_of_key(key), week, before, preambles, key, load_blog(DEFAULT_BLOG))
    return _plain(json.loads(json.dumps(figures)))


def _without_lineage(session: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in session.items() if name != "source"}


def _twice(expected: Expected, found: Found, waiting: set[int]) -> Iterator[str]:
    """Yield duplicates and things that belong to no post, except older revisions of posts that wait."""
    for key, records in found.silver.items():
        for name, count in Counter(map(_name, records)).items():
            if count > 1:
                yield f"{count} times in {key}: {' '.join(name)}"
    names = {(post_id, name) for post_id in expected.preambles for name in _by_name(_of_post(expected.weeks, post_id))}
    everywhere = [one for records in found.silver.values() for one in records]
    for where, sessions in (("silver", everywhere), ("the table", found.table)):
        for one in sessions:
            post_id = one["source"]["post_id"]
            if (post_id, _name(one)) not in names and post_id not in waiting:
                yield f"in {where}, of no post: {' '.join(_name(one))} of {post_id}"
    ids = Counter(body["id"] for body in found.bronze.values() if isinstance(body, dict) and "id" in body)
    yield from (
        f"{count} times in bronze: {post_id}" for post_id, count in ids.items() if count > 1 and post_id not in waiting
    )


class _About:
    """The posts that a message is about."""

    def __init__(self, posts: list[Post], page_size: int) -> None:
        self._posts = posts
        self._blog = sorted(post.id for post in posts if not post.by_hand)
        self._page_size = page_size
        self._weeks = {post.id: post.weeks for post in posts}
        self._bronze_keys = {post.id: post.bronze_keys for post in posts}

    def message(self, message: Any) -> set[int]:
        """Return the posts that the message of a queue is about."""
        match message:
            case {"source": {"post_id": post_id}} | {"post": {"id": post_id}}:
                return {post_id}
            case {"detail": {"object": {"key": key}}}:
                return self._of_key(key)
            case {"posts_per_page": _, "page": page}:
                first = (page - 1) * self._page_size if page else 0
                return set(self._blog[first : first + self._page_size] if page else self._blog)
        return set()

    def quarantined(self, kept: dict[str, Any]) -> set[int]:
        """Return the posts that an object in quarantine is about."""
        if kept["source"]:
            return self.message(kept)
        return self.message({"detail": kept["object"]} if kept["object"] else _decoded(kept["input"]))

    def and_its_weeks(self, posts: set[int], *, after: bool) -> set[int]:
        """Return these posts, and all of their weeks and the weeks after, whose names and figures depend on them."""
        weeks = {week for post in posts for week in self._weeks.get(post, ())}
        weeks |= {week_after(week) for week in weeks} if after else set()
        return posts | {post for post, mine in self._weeks.items() if mine & weeks}

    def _of_key(self, key: str) -> set[int]:
        where = self._bronze_keys if key.startswith(BRONZE_PREFIX) else self._weeks
        return {post for post, keys in where.items() if key in keys}
