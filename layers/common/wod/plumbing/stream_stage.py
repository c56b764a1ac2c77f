"""What a stage behind the table's stream does around its own work."""

import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.typing import LambdaContext

from wod.errors import BadInput
from wod.plumbing import running, tracing
from wod.plumbing.quarantine import quarantine
from wod.plumbing.settings import Setting, bucket_name, check, stage_name
from wod.plumbing.table import Item, item_of
from wod.plumbing.telemetry import Handler, about, about_nothing, instrumented, logger, metrics

type Work = Callable[[Item | None, Item | None], None]


def stream_stage(*, needs: Iterable[Setting] = ()) -> Callable[[Work], Handler]:
    """Make a Lambda handler of a function that takes a table item as it was and as it is.

    - BadInput goes to quarantine, and the stream goes on with the next record.
    - Any other exception leaves the record in the stream with all that come after it, so that the order is kept; after
      the bounded retries of the mapping its place goes to the queue of failures, and the stream goes on.

    Raise MissingSetting if the function's environment lacks one of the settings that it needs.
    """
    check(stage_name, bucket_name, *needs)

    def decorate(work: Work) -> Handler:
        def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
            for record in event["Records"]:
                with tracing.work(stage_name()), running.run(_arrival(record)):
                    _process(work, record)
            return {}

        return instrumented(handler)

    return decorate


def _process(work: Work, record: dict[str, Any]) -> None:
    metrics.add_metric(name="Received", unit=MetricUnit.Count, value=1)
    change = record["dynamodb"]
    about_nothing()
    logger.append_keys(session_key=change.get("Keys"))
    try:
        try:
            old, new = _images(change)
            about(**_lineage(new or old))
            work(old, new)
            running.log_end()
        except BadInput as error:
            quarantine(str(error), json.dumps(record))
    except Exception as error:
        logger.exception("failed, and left in the stream", **running.failed(error))
        raise


def _images(change: dict[str, Any]) -> tuple[Item | None, Item | None]:
    try:
        old, new = (item_of(change[image]) if image in change else None for image in ("OldImage", "NewImage"))
    except Exception as error:  # nothing is asked for it, so what fails once fails always
        raise BadInput(
            "The item, as it was or as it is, has an attribute that cannot be read: binary, or no value of DynamoDB. "
            "Correct the item in the table, let who listens read it, and discard this."
        ) from error
    if old is None and new is None:
        raise BadInput(
            "This is no change of an item: it has neither what was there nor what is. Look at what sent it, or "
            "discard it."
        )
    return old, new


def _arrival(record: dict[str, Any]) -> float | None:
    """Return when the table changed, in seconds since 1970."""
    changed = record["dynamodb"].get("ApproximateCreationDateTime")
    return float(changed) if changed else None


def _lineage(item: Item | None) -> dict[str, Any]:
    """Return what log lines say of an item, which anybody may have written by hand."""
    source = item.get("source") if item else None
    if not isinstance(source, dict):
        return {}
    post_id = source.get("post_id")
    texts = {name: source.get(name) for name in ("correlation_id", "bronze_key", "bronze_version_id")}
    said: dict[str, Any] = {name: text for name, text in texts.items() if isinstance(text, str)}
    return said | ({"post_id": int(post_id)} if isinstance(post_id, Decimal) and post_id.is_finite() else {})
