"""What every stage does around its own work: read the message, log with the lineage, quarantine, send on."""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext
from botocore.exceptions import ClientError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticSerializationError
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_random_exponential

from wod.errors import BadInput, BadParts, place_and_problem
from wod.keys import SILVER_PREFIX, check_prefix
from wod.models import Key, KeyPassed, Message, PostMessage
from wod.plumbing import objects
from wod.plumbing.aws import client, setting
from wod.plumbing.objects import Conflict, StoredObject
from wod.plumbing.quarantine import keep
from wod.plumbing.table import Item, item_of

LARGEST_MESSAGE = 1024 * 1024
"""Bytes: what SQS takes."""

# SQS takes the characters of XML, in which these two are none; JSON has another way to write them.
_NOT_IN_SQS = str.maketrans({"\ufffe": r"\ufffe", "\uffff": r"\uffff"})

logger = Logger()
metrics = Metrics(namespace="InvictusWeightlifting")

type Handler = Callable[[dict[str, Any], LambdaContext], dict[str, Any]]


class _EventPart(BaseModel):
    """Part of an event that AWS makes: what we do not read may be there, and more may come."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class _Bucket(_EventPart):
    name: str


class _Object(_EventPart):
    key: Key
    etag: str = ""
    version_id: str = Field("", alias="version-id")


class _Detail(_EventPart):
    bucket: _Bucket
    object: _Object


class ObjectCreated(_EventPart):
    """EventBridge's event of a new object in a bucket. Whatever version it names, stages read the current one."""

    detail: _Detail

    @property
    def key(self) -> str:
        return self.detail.object.key

    def key_under(self, prefix: str) -> str:
        """The key. Raises BadInput where it is not under the prefix of what the stage reads, and may read."""
        check_prefix(self.key, prefix)
        return self.key


def queue_stage[M: BaseModel](*types: type[M]) -> Callable[[Callable[[M], BaseModel | None]], Handler]:
    """Make a Lambda handler of a function that takes one message, of one of these types, and gives the message for the
    next stage, if any.

    - A message is acknowledged when its result is sent on or stored, or its input is in quarantine.
    - BadInput, a body that is no such message and a result that no queue takes go to quarantine.
    - Any other exception leaves the message in the queue, and only that message.
    """

    def decorate(work: Callable[[M], BaseModel | None]) -> Handler:
        def process(record: SQSRecord) -> None:
            _process(types, work, record.body)

        def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
            processor = BatchProcessor(event_type=EventType.SQS)
            answer = process_partial_response(event=event, record_handler=process, processor=processor, context=context)
            return dict(answer)

        return instrumented(handler)

    return decorate


def instrumented(handler: Handler) -> Handler:
    """Structured logs and metrics round a handler."""
    return logger.inject_lambda_context(clear_state=True)(metrics.log_metrics(handler))


def _process[M: BaseModel](types: tuple[type[M], ...], work: Callable[[M], BaseModel | None], body: str) -> None:
    metrics.add_metric(name="Received", unit=MetricUnit.Count, value=1)
    known: list[BaseModel] = []
    try:
        try:
            known.append(message := _parse(types, body))
            logger.append_keys(**_lineage(message))
            result = work(message)
            if result is not None:
                known.append(result)
                logger.append_keys(**_lineage(result))
                send(setting("NEXT_QUEUE_URL"), result)
            logger.info("done", extra=_sizes(result))
        except BadParts as error:
            for reason, part in error.parts:
                quarantine(reason, body, *known, part=part)
        except BadInput as error:
            quarantine(str(error), body, *known)
    except Exception:
        logger.exception("failed, and left in the queue")
        raise


def _parse[M: BaseModel](types: tuple[type[M], ...], body: str) -> M:
    """The message, of the first of the types that it fits; the reason why it fits none is that of the first."""
    errors = []
    for message_type in types:
        try:
            return message_type.model_validate_json(body)
        except ValidationError as error:
            errors.append(error)
    where, what = place_and_problem(errors[0])
    raise BadInput(
        f"This is no {types[0].__name__}: {where or 'the body'}: {what}. Look at what sent it, or discard it."
    ) from errors[0]


def send(queue_url: str, message: BaseModel) -> None:
    """Send a message. Raises BadInput as `text_of` does."""
    _send_message(queue_url, text_of(message))


def text_of(message: BaseModel) -> str:
    """Return the message as a queue takes it. Raise BadInput if it is larger, for it is never cut, or no JSON."""
    try:
        text = message.model_dump_json().translate(_NOT_IN_SQS)
    except PydanticSerializationError:
        raise BadInput(
            "The message for the next stage cannot be written as JSON: it holds half a character (a lone surrogate), "
            "or is nested too deeply; correct the post on the blog."
        ) from None
    size = len(text.encode())
    if size > LARGEST_MESSAGE:
        raise BadInput(
            f"The message for the next stage has {size} bytes, and SQS takes {LARGEST_MESSAGE}: "
            "divide the post into several and drop them into bronze."
        )
    return text


def tell_silver(passed: KeyPassed) -> None:
    """Tell the stage that stores sessions, past the stages between, that a key of bronze has passed to another post."""
    send(setting("SILVER_QUEUE_URL"), passed)


def _is_throttled(error: BaseException) -> bool:
    """Whether SQS says in its old way that it is asked too often; botocore itself repeats what says so in the new."""
    return isinstance(error, ClientError) and error.response["Error"]["Code"].endswith(".RequestThrottled")


@retry(
    retry=retry_if_exception(_is_throttled),
    wait=wait_random_exponential(multiplier=0.5),
    stop=stop_after_attempt(4),
    reraise=True,
)
def _send_message(queue_url: str, body: str) -> None:
    client("sqs").send_message(QueueUrl=queue_url, MessageBody=body)


def quarantine(reason: str, body: str, *known: BaseModel, part: str = "") -> None:
    """Keep input that can never succeed, with the reason, byte for byte; the bucket's event makes the alert of it.

    `known` is what was made of the input so far: what it says of the lineage is kept too. The same input with the same
    reason is kept once, however often it is delivered; and so is a part of it that alone is bad. What one post, or
    one hour, adds is bounded.
    """
    stage = setting("STAGE_NAME")
    source = next((made.source for made in known if isinstance(made, Message)), None)
    upstream = next((made.detail for made in known if isinstance(made, ObjectCreated)), None)
    subject = part or _subject(body, *known)
    digest = hashlib.sha256(f"{reason}\n{subject}".encode(errors="backslashreplace")).hexdigest()[:32]
    kept = {
        "stage": stage,
        "reason": reason,
        "source": source.model_dump() if source else None,
        "object": upstream.model_dump() if upstream else None,
        "input": body,
    }
    key = keep(stage, _about(subject, *known), digest, kept)
    if key is None:
        logger.info("already in quarantine", reason=reason)
        return
    metrics.add_metric(name="Quarantined", unit=MetricUnit.Count, value=1)
    logger.warning("quarantined", quarantine_key=key, reason=reason)


def _subject(body: str, *known: BaseModel) -> str:
    """What is wrong with the input, without the ids and times that are others each time that it comes."""
    for made in known:
        if isinstance(made, ObjectCreated):
            return made.detail.model_dump_json()
        if isinstance(made, PostMessage):
            return json.dumps(made.post, sort_keys=True)
    return body


def _about(subject: str, *known: BaseModel) -> str:
    """The post that the input is about, by its id or its key; the input itself where it names none."""
    for made in known:
        if isinstance(made, Message):
            return str(made.source.post_id)
        if isinstance(made, ObjectCreated):
            return made.key
        if isinstance(made, PostMessage) and isinstance(made.post, dict) and isinstance(made.post.get("id"), int):
            return str(made.post["id"])
    return subject


def _lineage(message: BaseModel) -> dict[str, Any]:
    if isinstance(message, Message):
        source = message.source
        return {"correlation_id": source.correlation_id, "post_id": source.post_id, "bronze_key": source.bronze_key}
    if isinstance(message, ObjectCreated):
        return {"object_key": message.key}
    if isinstance(message, KeyPassed):
        return {"correlation_id": message.correlation_id, "bronze_key": message.bronze_key}
    if isinstance(message, PostMessage):
        post = message.post if isinstance(message.post, dict) else {}
        return {"correlation_id": message.correlation_id, "post_id": post.get("id"), "slug": post.get("slug")}
    return {}


def _sizes(message: BaseModel | None) -> dict[str, int]:
    """How much a stage has made: `lines`, `days`, `sessions` or `records`."""
    return {name: len(value) for name, value in message or () if isinstance(value, list)}


def current_week(event: ObjectCreated) -> StoredObject | None:
    """The week of silver that the event is about, as it is now; log lines have the id of the run that wrote it from
    here on. Raises BadInput where it is about something else."""
    stored = objects.read(event.key_under(SILVER_PREFIX))
    if stored is not None:
        logger.append_keys(correlation_id=stored.metadata.get("correlation-id"))
    return stored


def until_settled[S, R](look: Callable[[], S], work: Callable[[S], R]) -> R:
    """Do the work on what is seen upstream, and again as long as a last look sees something else, or somebody else was
    at the same work meanwhile."""
    while True:
        seen = look()
        with suppress(Conflict):
            result = work(seen)
            if look() == seen:
                return result


def stream_stage(work: Callable[[Item | None, Item | None], None]) -> Handler:
    """Make a Lambda handler of a function that takes a table item as it was and as it is.

    - BadInput goes to quarantine, and the stream goes on with the next record.
    - Any other exception leaves the record in the stream with all that come after it, so that the order is kept; after
      the bounded retries of the mapping its place goes to the queue of failures, and the stream goes on.
    """

    def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
        for record in event["Records"]:
            _process_change(work, record)
        return {}

    return instrumented(handler)


def _process_change(work: Callable[[Item | None, Item | None], None], record: dict[str, Any]) -> None:
    metrics.add_metric(name="Received", unit=MetricUnit.Count, value=1)
    change = record["dynamodb"]
    logger.append_keys(correlation_id=None, session_key=change.get("Keys"))
    try:
        try:
            old, new = _images(change)
            logger.append_keys(correlation_id=_correlation_id(new or old))
            work(old, new)
            logger.info("done")
        except BadInput as error:
            quarantine(str(error), json.dumps(record))
    except Exception:
        logger.exception("failed, and left in the stream")
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


def _correlation_id(item: Item | None) -> Any:
    source = item.get("source") if item else None
    return source.get("correlation_id") if isinstance(source, dict) else None
