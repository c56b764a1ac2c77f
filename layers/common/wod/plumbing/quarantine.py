"""Quarantine: input that can never succeed, one object each, within limits.

A flood of bad input is limited twice: a stage keeps only a few objects of one post, and after a few alerts in an
hour its objects get another ending, for which no rule sends an alert. `wod quarantine` lists both.
"""

import json
from hashlib import sha256
from typing import Any

import msgspec
from aws_lambda_powertools.metrics import MetricUnit

from wod.keys import quarantine_key
from wod.messages import Message, PostMessage
from wod.plumbing import objects, running
from wod.plumbing.alert_bound import AlertsOfHour
from wod.plumbing.events import ObjectCreated
from wod.plumbing.objects import Conflict
from wod.plumbing.settings import stage_name
from wod.plumbing.telemetry import logger, metrics
from wod.shape import Shape

MOST_OF_A_POST = 20
"""The most objects per post, stage and ending. A further one overwrites one of them."""

ALERTED, QUIET = ".json", ".quiet"

_alerts = AlertsOfHour()


def quarantine(reason: str, body: str, *known: Shape, part: str = "") -> None:
    """Keep input that can never succeed, with the reason, byte for byte; the bucket's event sends the alert.

    `known` is the result so far of processing the input, whose lineage is kept too. The same input with the same reason
    is kept once, however often it is delivered; so is a bad part of it. The number of objects per post, and of alerts
    per hour, is limited.
    """
    stage = stage_name()
    source = next((made.source for made in known if isinstance(made, Message)), None)
    upstream = next((made.detail for made in known if isinstance(made, ObjectCreated)), None)
    subject = part or _subject(body, *known)
    digest = sha256(f"{reason}\n{subject}".encode(errors="backslashreplace")).hexdigest()[:32]
    kept = {
        "stage": stage,
        "reason": reason,
        "source": msgspec.to_builtins(source) if source else None,
        "object": upstream.fields() if upstream else None,
        "input": body,
    }
    key, is_new = _keep(stage, _about(subject, *known), digest, kept)
    log_fields = running.ended("quarantined", quarantine_key=key, reason=reason)
    if not is_new:
        logger.info("already in quarantine", **log_fields)
        return
    metrics.add_metric(name="Quarantined", unit=MetricUnit.Count, value=1)
    logger.warning("quarantined", **log_fields)


def _subject(body: str, *known: Shape) -> str:
    """Return the problem of the input, without the ids and times that differ with each delivery."""
    for made in known:
        if isinstance(made, ObjectCreated):
            return json.dumps(made.detail.fields(), separators=(",", ":"), ensure_ascii=False)
        if isinstance(made, PostMessage):
            return json.dumps(made.post, sort_keys=True)
    return body


def _about(subject: str, *known: Shape) -> str:
    """Return the id or the key of the post that the input is about; the input itself if it names none."""
    for made in known:
        if isinstance(made, Message):
            return str(made.source.post_id)
        if isinstance(made, ObjectCreated):
            return made.key
        if isinstance(made, PostMessage) and isinstance(made.post, dict) and isinstance(made.post.get("id"), int):
            return str(made.post["id"])
    return subject


def _keep(stage: str, about: str, digest: str, kept: dict[str, Any]) -> tuple[str, bool]:
    """Keep the problem of a post, or of another subject, and return its key, and whether it is new there. The digest
    distinguishes problems."""
    ending = QUIET if _alerts.are_enough else ALERTED
    body, metadata = json.dumps(kept).encode(), {"digest": digest}
    key = ""
    for number in range(MOST_OF_A_POST):
        key = quarantine_key(stage, _name(about, number), ending)
        try:
            objects.write(key, body, over=None, Metadata=metadata)
        except Conflict:
            held = objects.read(key)
            if held and held.metadata.get("digest") == digest:
                return key, False
            continue
        if ending == ALERTED:
            _alerts.add()
        return key, True
    key = quarantine_key(stage, _name(about, int(digest, 16) % MOST_OF_A_POST), QUIET)
    objects.overwrite(key, body, Metadata=metadata)
    return key, True


def _name(about: str, number: int) -> str:
    return sha256(f"{about}\n{number}".encode(errors="backslashreplace")).hexdigest()[:32]
