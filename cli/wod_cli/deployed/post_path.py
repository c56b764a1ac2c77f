"""The path of one post through a stack: its versions, its runs, what waits, what was refused and what was made."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any

import msgspec
from botocore.exceptions import ClientError

from wod.errors import BadInput
from wod.keys import (
    SITE_PREFIX,
    announced_key,
    bronze_ledger,
    forgotten_key,
    gold_key,
    silver_key,
    silver_ledger,
    week_of_key,
)
from wod.models import Week
from wod.plumbing import ledger, objects
from wod.plumbing.revisions import newest_revision
from wod.plumbing.table import sessions_of_days
from wod.reading.post import read_post
from wod.runs import Run, digest_of
from wod.week_file import read_week
from wod.weeks import days_of, week_path
from wod_cli.deployed.quarantined import quarantined
from wod_cli.deployed.queues import queues_of
from wod_cli.deployed.runs import STAGES, runs_of
from wod_cli.deployed.stack import Stack

_MOST_VERSIONS = 50
_NEXT = dict(pairwise(STAGES[1:8]))
"""By stage, the next one. After silver there are two next ones, and a week does not belong to one post."""

type Found = dict[str, Any]


def path_of(stack: Stack, post_id: int | None, keys: list[str]) -> Found:
    """Return all data and runs of the stack about a post."""
    runs = runs_of(stack, lambda key: key.post_id == post_id) if post_id else []
    in_bronze = ledger.read(bronze_ledger(post_id)) if post_id else None
    in_silver = ledger.read(silver_ledger(post_id)) if post_id else None
    places = {
        *keys,
        *(in_bronze.places if in_bronze else ()),
        *([in_silver.revision[1]] if in_silver and in_silver.revision[1] else []),
        *(run.bronze_key for run in runs if run.bronze_key),
    }
    forgotten = _forgotten(post_id) if post_id else {}
    until = str(forgotten.get("modified_gmt", ""))
    versions = [version for key in sorted(places) for version in _versions(key, post_id, until)]
    ids = {
        str(forgotten.get("correlation_id", "")),
        *(one["correlation_id"] for one in versions),
        *(run.correlation_id for run in runs if run.correlation_id),
    }
    about = {digest_of(text) for text in (*ids, *places) if text}
    known = {run.id for run in runs}
    runs += [run for run in runs_of(stack, lambda key: key.about in about) if run.id not in known]
    runs.sort(key=lambda run: run.started)
    ids |= {run.correlation_id for run in runs if run.correlation_id}
    words = _words(post_id, places, ids)
    week = week_of_key(in_silver.place) if in_silver and in_silver.place else None
    return {
        "post": _title(versions, post_id),
        "forgotten_until": until or None,
        "correlation_ids": sorted(ids - {""}),
        "bronze": versions,
        "runs": [msgspec.to_builtins(run) for run in runs],
        "waiting": list(_waiting(stack, runs, words)),
        "quarantine": [
            {"key": one.key, "stage": one.stage, "reason": one.reason, "since": one.since.isoformat()}
            for one in quarantined(stack)
            if one.post in places or (post_id and one.post_id == post_id) or any(word in one.input for word in words)
        ],
        "made": _made(stack, week, post_id) if week and post_id else {},
        "texts": list(dict.fromkeys(run.text for run in runs if run.text)),
    }


def _forgotten(post_id: int) -> Found:
    """Return the note of `wod forget` about a post; empty if there is none."""
    stored = objects.read(forgotten_key(post_id))
    facts: Found = json.loads(stored.body) if stored else {}
    return facts


def _versions(key: str, post_id: int | None, forgotten: str) -> Iterator[Found]:
    """Yield the versions of a raw object that are of this post, the oldest first, and its deletions. None counts that
    was modified no later than what is forgotten.
    """
    listed, deletions = objects.versions(key)
    try:
        newest = newest_revision(key)
    except BadInput:
        newest = None
    listed = [*(deletion | {"deleted": True} for deletion in deletions), *listed]
    newest_first = sorted(listed[:_MOST_VERSIONS], key=lambda one: one["LastModified"], reverse=True)
    # S3 timestamps have one-second resolution, and within a second the newest comes first.
    for version in reversed(newest_first):
        facts = {"key": key, "version_id": version["VersionId"], "stored": version["LastModified"].isoformat()}
        if version.get("deleted"):
            yield {**facts, "deleted": True, "correlation_id": ""}
            continue
        try:
            stored = objects.read(key, version["VersionId"])
            post = read_post(stored.body) if stored else None
        except BadInput as error:
            yield {**facts, "refused": str(error), "correlation_id": version["VersionId"]}
            continue
        if stored is None or post is None or (post_id and post.id != post_id):
            continue
        yield {
            **facts,
            "counts": bool(newest and newest.version_id == version["VersionId"] and post.modified_gmt > forgotten),
            "fetched_at": stored.metadata.get("fetched-at"),
            "correlation_id": stored.metadata.get("correlation-id") or version["VersionId"],
            **{name: getattr(post, name) for name in ("slug", "link", "title", "published", "modified_gmt")},
        }


def _title(versions: list[Found], post_id: int | None) -> Found:
    named = [one for one in versions if "slug" in one]
    newest = max(named, key=lambda one: one["modified_gmt"], default={})
    facts = {name: newest.get(name) for name in ("slug", "link", "title", "published", "modified_gmt")}
    return {"id": post_id, **facts}


def _words(post_id: int | None, places: Iterable[str], ids: Iterable[str]) -> list[str]:
    """Return texts such that every message about the post contains one of them."""
    numbers = [f'"post_id":{post_id},', f'"post_id": {post_id},'] if post_id else []
    return [*numbers, *places, *(one for one in ids if one not in ("", "null"))]


def _waiting(stack: Stack, runs: list[Run], words: list[str]) -> Iterator[Found]:
    """Yield the open work: messages that failed for good, and stages that have not processed a message."""
    queues = queues_of(stack)
    for name, queue in sorted(queues.items()):
        if queue.holds_dead_letters and queue.count():
            with queue.looked_at() as messages:
                ours = [one for one in messages if any(word in one["Body"] for word in words)]
            if ours:
                yield {"queue": name, "messages": len(ours), "why": "failed for good: `wod dead-letters` shows it"}
    last = {run.stage: run for run in runs if run.correlation_id}
    for stage, following in _NEXT.items():
        run, then = last.get(stage), last.get(following)
        if stage == "dump_post_to_bucket" and run and not run.made.get("posts"):
            continue
        if run and run.outcome == "done" and (then is None or then.started < run.started):
            waiting, in_flight = queues.named(following.replace("_", "-")).counts()
            why = f"on its way; {waiting} wait there, {in_flight} in flight"
            yield {"queue": following.replace("_", "-"), "messages": 1, "why": why}
    for stage, run in last.items():
        if run.outcome == "failed":
            yield {
                "queue": stage.replace("_", "-"),
                "messages": 1,
                "why": f"failed {run.attempt} times, and comes again",
            }


def _made(stack: Stack, week: Week, post_id: int) -> Found:
    """Return the objects of a post's week in silver, table, gold and site."""
    silver = objects.read(silver_key(week))
    records = [one for one in read_week(silver.body) if one["source"]["post_id"] == post_id] if silver else []
    items = sessions_of_days(days_of(week))
    pages = (f"{SITE_PREFIX}{week_path(week)}", f"{SITE_PREFIX}calendar.ics", f"{SITE_PREFIX}calendar/{week.year}.ics")
    return {
        "week": str(week),
        "silver": {
            **(_head(stack, silver_key(week)) or {}),
            "sessions": [f"{r['date']} {r['session']}" for r in records],
        },
        "from_versions": sorted({record["source"]["bronze_version_id"] for record in records}),
        "table": [
            f"{one['date']} {one['session']}" for one in items if one.get("source", {}).get("post_id") == post_id
        ],
        "gold": _head(stack, gold_key(week)),
        "site": [head for page in pages if (head := _head(stack, page))],
        "announced": _head(stack, announced_key(week)),
    }


def _head(stack: Stack, key: str) -> Found | None:
    """Return the key of an object, its version, and when it was written; None if there is none."""
    with suppress(ClientError):
        facts = stack.client("s3").head_object(Bucket=stack.outputs["BucketName"], Key=key)
        return {"key": key, "version_id": facts.get("VersionId"), "stored": facts["LastModified"].isoformat()}
    return None
