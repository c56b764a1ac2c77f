"""Wrap a stage with a queue: read the message, log with the lineage, send the result on."""

from collections.abc import Callable, Iterable
from typing import Any, overload

import msgspec
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.typing import LambdaContext
from msgspec import ValidationError

from wod.errors import BadInput, BadParts, place_and_problem
from wod.messages import KeyPassed, Message, PostMessage, RecordsMessage
from wod.plumbing import running, tracing
from wod.plumbing.events import ObjectCreated
from wod.plumbing.quarantine import quarantine
from wod.plumbing.sending import send
from wod.plumbing.settings import Setting, bucket_name, check, next_queue, stage_name
from wod.plumbing.telemetry import Handler, about, about_nothing, instrumented, logger, metrics
from wod.shape import LARGEST_ID, Shape, decode

type Work[M] = Callable[[M], Shape | None]


@overload
def queue_stage[M: Shape](message: type[M], /, *, needs: Iterable[Setting] = ...) -> Callable[[Work[M]], Handler]: ...
@overload
def queue_stage[M: Shape, N: Shape](
    message: type[M], other: type[N], /, *, needs: Iterable[Setting] = ...
) -> Callable[[Work[M | N]], Handler]: ...
def queue_stage(*types: type[Shape], needs: Iterable[Setting] = ()) -> Callable[[Work[Any]], Handler]:
    """Make a Lambda handler of a function that takes one message, of one of these types, and returns the message for
    the next stage, if any.

    - A message is acknowledged when its result is sent on or stored, or its input is in quarantine.
    - BadInput, a body that is not such a message and a result that no queue takes go to quarantine.
    - Any other exception leaves the message in the queue, and only that message.

    If all messages of a batch fail, so does the function, because its alarm counts errors. Raise MissingSetting if the
    function's environment lacks one of the settings that it needs.
    """
    check(stage_name, bucket_name, *needs)

    def decorate(work: Work[Any]) -> Handler:
        def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
            failed: list[tuple[str, Exception]] = []
            for record in event["Records"]:
                try:
                    with tracing.work(stage_name()), running.run(*_arrival(record)):
                        _process(types, work, record["body"])
                except Exception as error:
                    failed.append((record["messageId"], error))
            if failed and len(failed) == len(event["Records"]):
                raise failed[-1][1]
            return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id, _ in failed]}

        return instrumented(handler)

    return decorate


def _process(types: tuple[type[Shape], ...], work: Work[Any], body: str) -> None:
    metrics.add_metric(name="Received", unit=MetricUnit.Count, value=1)
    about_nothing()
    known: list[Shape] = []
    try:
        try:
            known.append(message := _parse(types, body))
            about(**_lineage(message))
            result = work(message)
            if result is not None:
                known.append(result)
                about(**_lineage(result))
                send(next_queue(), result)
                running.made(**_sizes(result))
            running.log_end()
        except BadParts as error:
            for reason, part in error.parts:
                quarantine(reason, body, *known, part=part)
        except BadInput as error:
            quarantine(str(error), body, *known)
    except Exception as error:
        logger.exception("failed, and left in the queue", **running.failed(error))
        raise


def _arrival(record: dict[str, Any]) -> tuple[float | None, int]:
    """Return when a message was sent, in seconds since 1970, and how often it was received."""
    attributes = record.get("attributes", {})
    sent = attributes.get("SentTimestamp")
    return int(sent) / 1000 if sent else None, int(attributes.get("ApproximateReceiveCount", 1))


def _parse(types: tuple[type[Shape], ...], body: str) -> Shape:
    """Return the message as the first of the types that it fits. If it fits none, the reason is that of the first
    type."""
    errors = []
    for message_type in types:
        try:
            return decode(body, message_type)
        except ValidationError as error:
            errors.append(error)
    where, what = place_and_problem(errors[0], types[0])
    raise BadInput(
        f"This is not a {types[0].__name__}: {where or 'the body'}: {what}. Look at what sent it, or discard it."
    ) from errors[0]


def _lineage(message: Shape) -> dict[str, Any]:
    """Return the fields of log lines about a message."""
    if isinstance(message, Message):
        source = message.source
        week = {"week": str(message.week)} if isinstance(message, RecordsMessage) else {}
        return week | {
            "correlation_id": source.correlation_id,
            "post_id": source.post_id,
            "bronze_key": source.bronze_key,
            "bronze_version_id": source.bronze_version_id,
        }
    if isinstance(message, ObjectCreated):
        return {"object_key": message.key, "object_version_id": message.detail.object.version_id or None}
    if isinstance(message, KeyPassed):
        return {"correlation_id": message.correlation_id, "bronze_key": message.bronze_key}
    if isinstance(message, PostMessage):
        post = message.post if isinstance(message.post, dict) else {}
        number = post.get("id")
        is_one = isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= LARGEST_ID
        slug = post.get("slug")
        return {"correlation_id": message.correlation_id, "post_id": number if is_one else None, "slug": slug}
    return {}


def _sizes(message: Shape | None) -> dict[str, int]:
    """Return the counts of a stage's result: `lines`, `days`, `sessions` or `records`."""
    fields = msgspec.structs.asdict(message) if message else {}
    return {name: len(value) for name, value in fields.items() if isinstance(value, list)}
