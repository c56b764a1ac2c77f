"""Wrap the stage that the table's stream feeds."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.typing import LambdaContext

from wod.changes import SessionChange
from wod.errors import BadInput
from wod.plumbing import running, tracing
from wod.plumbing.attribute_values import Item, item_of
from wod.plumbing.bus import publish
from wod.plumbing.quarantine import quarantine
from wod.plumbing.settings import bucket_name, check, event_bus, stage_name
from wod.plumbing.telemetry import Handler, about, about_nothing, instrumented, logger, metrics

type Record = dict[str, Any]
"""A record of the stream."""

type Work = Callable[[Item | None, Item | None], SessionChange | None]


def stream_stage(work: Work) -> Handler:
    """Make a Lambda handler of a function that takes a table item as it was and as it is, and returns the change to
    publish, if any.

    - Changes of one run are published together, but those of one session one after the other, in order.
    - BadInput goes to quarantine, and the stream goes on with the next record.
    - Any other exception leaves the batch in the stream, and all later ones wait behind it, so that the order is kept;
      after the bounded retries of the mapping its position goes to the queue of failures, and the stream goes on.

    Raise MissingSetting if the function's environment lacks one of the settings that it needs.
    """
    check(stage_name, bucket_name, event_bus)

    def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
        for records in _published_together(event["Records"]):
            with tracing.work(stage_name()), running.run(_arrival(records[0])):
                _process(work, records)
        return {}

    return instrumented(handler)


def _published_together(records: list[Record]) -> Iterator[list[Record]]:
    """Divide records, in their order, so that each part is of one run and has no session twice."""
    some: dict[str, Record] = {}
    run = None
    for record in records:
        change = record["dynamodb"]
        session = json.dumps(change.get("Keys"), sort_keys=True)
        run_of_record = _run_of(change)
        if some and (session in some or run_of_record != run):
            yield list(some.values())
            some = {}
        some[session], run = record, run_of_record
    if some:
        yield list(some.values())


def _run_of(change: Record) -> Any:
    """Return the correlation id of a change, as DynamoDB writes it; None if it has none."""
    with suppress(AttributeError, KeyError, TypeError):  # the item may have been written by hand
        return (change.get("NewImage") or change["OldImage"])["source"]["M"]["correlation_id"]
    return None


def _process(work: Work, records: list[Record]) -> None:
    metrics.add_metric(name="Received", unit=MetricUnit.Count, value=len(records))
    about_nothing()
    try:
        _publish_changes(work, records)
    except Exception as error:
        logger.exception("failed, and left in the stream", **running.failed(error))
        raise


def _publish_changes(work: Work, records: list[Record]) -> None:
    """Publish the changes of the items of one run, each another session."""
    found: list[tuple[Record, SessionChange]] = []
    quarantined = 0
    for record in records:
        logger.append_keys(session_key=record["dynamodb"].get("Keys"))
        try:
            old, new = _images(record["dynamodb"])
            about(**_lineage(new or old))
            if change := work(old, new):
                found.append((record, change))
        except BadInput as error:
            quarantine(str(error), json.dumps(record))
            quarantined += 1
    for (record, _), refusal in zip(found, publish([change for _, change in found]), strict=True):
        if refusal:
            logger.append_keys(session_key=record["dynamodb"].get("Keys"))
            quarantine(str(refusal), json.dumps(record))
            quarantined += 1
        else:
            running.made(events=1)
    if quarantined < len(records):
        if len(records) > 1:
            logger.append_keys(session_key=None)  # of several sessions
        running.if_nothing_made("no change for a reader")
        running.log_end()


def _images(change: dict[str, Any]) -> tuple[Item | None, Item | None]:
    try:
        old, new = (item_of(change[image]) if image in change else None for image in ("OldImage", "NewImage"))
    except Exception as error:  # it makes no request, so a failure is permanent
        raise BadInput(
            "The item, as it was or as it is, has an attribute that is not a value of DynamoDB. Correct "
            " the item in the table, let its consumers read it, and discard this."
        ) from error
    if old is None and new is None:
        raise BadInput(
            "This is not a change of an item: it has neither what was there nor what is. Look at what sent it, or "
            "discard it."
        )
    return old, new


def _arrival(record: dict[str, Any]) -> float | None:
    """Return when the table changed, in seconds since 1970."""
    changed = record["dynamodb"].get("ApproximateCreationDateTime")
    return float(changed) if changed else None


def _lineage(item: Item | None) -> dict[str, Any]:
    """Return the fields of log lines about an item, which may have been written by hand."""
    source = item.get("source") if item else None
    if not isinstance(source, dict):
        return {}
    post_id = source.get("post_id")
    texts = {name: source.get(name) for name in ("correlation_id", "bronze_key", "bronze_version_id")}
    fields: dict[str, Any] = {name: text for name, text in texts.items() if isinstance(text, str)}
    return fields | ({"post_id": post_id} if isinstance(post_id, int) else {})
