"""The queues of a stack, and the subjects of their messages."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from wod.plumbing.events import REBUILD
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError

type Received = dict[str, Any]
"""A message as SQS returns it: with its id, its receipt, its attributes and when it was first sent."""

# If this process dies, a message that it holds stays hidden for so long.
_SECONDS_TO_LOOK = 20


@dataclass(frozen=True)
class Queue:
    """A queue of the stack. Its name is without the prefix of the stack's names."""

    name: str
    url: str
    client: Any

    @property
    def holds_dead_letters(self) -> bool:
        """Return whether the queue holds messages that a stage or a rule could not deliver."""
        return self.name.endswith(("-dead-letters", "-failures"))

    @property
    def stage(self) -> str:
        """The stage that the queue feeds, or whose failures it holds, if its name says so."""
        return self.name.removesuffix("-dead-letters").removesuffix("-failures").replace("-", "_")

    @property
    def arn(self) -> str:
        """Return the queue's ARN, which takes a request."""
        arn: str = self._attributes(["QueueArn"])["QueueArn"]
        return arn

    def count(self) -> int:
        """Return the approximate number of messages that are waiting, delayed or being processed."""
        return sum(self.counts())

    def counts(self) -> tuple[int, int]:
        """Return the approximate numbers of messages that are waiting or delayed, and that are being processed."""
        names = [f"ApproximateNumberOfMessages{state}" for state in ("", "Delayed", "NotVisible")]
        counts = self._attributes(names)
        waiting, delayed, in_flight = (int(counts[name]) for name in names)
        return waiting + delayed, in_flight

    def send(self, body: str, attributes: dict[str, Any] | None = None, delay: int = 0) -> None:
        """Send a message, to be delivered after this many seconds."""
        self.client.send_message(
            QueueUrl=self.url, MessageBody=body, MessageAttributes=attributes or {}, DelaySeconds=delay
        )

    def receive(self, hidden_for: int) -> Iterator[Received]:
        """Yield the messages until no more come; each is hidden from others for this many seconds."""
        while True:
            answer = self.client.receive_message(
                QueueUrl=self.url,
                MaxNumberOfMessages=10,
                VisibilityTimeout=hidden_for,
                WaitTimeSeconds=1,  # without waiting, SQS queries only some of its servers
                MessageSystemAttributeNames=["SentTimestamp"],
                MessageAttributeNames=["All"],
            )
            if not answer.get("Messages"):
                return
            yield from answer["Messages"]

    @contextmanager
    def looked_at(self, at_most: int | None = None) -> Iterator[list[Received]]:
        """Yield each message once, at most this many of them; they are visible again when the block is left."""
        seen: dict[str, Received] = {}
        try:
            for message in self.receive(_SECONDS_TO_LOOK):
                if message["MessageId"] in seen:
                    break
                seen[message["MessageId"]] = message
                if len(seen) == at_most:
                    break
            yield list(seen.values())
        finally:
            for message in seen.values():
                self.release(message)

    def release(self, message: Received) -> None:
        """Make a received message visible again, at once."""
        self.client.change_message_visibility(
            QueueUrl=self.url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0
        )

    def delete(self, message: Received) -> None:
        """Delete a received message."""
        self.client.delete_message(QueueUrl=self.url, ReceiptHandle=message["ReceiptHandle"])

    def _attributes(self, names: list[str]) -> dict[str, str]:
        answer = self.client.get_queue_attributes(QueueUrl=self.url, AttributeNames=names)
        attributes: dict[str, str] = answer["Attributes"]
        return attributes


class Queues(dict[str, Queue]):
    """Queues by their names."""

    def named(self, name: str) -> Queue:
        """Return the queue of this name. Raise CommandError if there is none."""
        if name not in self:
            raise CommandError(f"The stack has no queue {name!r} here: deploy it again if it should have.")
        return self[name]


def queues_of(stack: Stack) -> Queues:
    """Return all queues of the stack."""
    client = stack.client("sqs")
    pages = client.get_paginator("list_queues").paginate(QueueNamePrefix=stack.prefix)
    urls = [url for page in pages for url in page.get("QueueUrls", [])]
    names = {url: url.rsplit("/", 1)[-1].removeprefix(stack.prefix) for url in urls}
    return Queues({name: Queue(name, url, client) for url, name in names.items()})


def rebuild_event(bucket: str, key: str) -> str:
    """Return EventBridge's event of a new object in a bucket, for which stages make everything again."""
    detail = {"bucket": {"name": bucket}, "object": {"key": key}, "reason": REBUILD}
    return json.dumps({"source": "aws.s3", "detail-type": "Object Created", "detail": detail})


def post_of(body: str) -> str:
    """Return the slug of the post that a message is about, or else its object's key, or the date of a changed session;
    empty if it has none of these."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    ways = (
        ("source", "slug"),
        ("post", "slug"),
        ("detail", "object", "key"),
        ("dynamodb", "NewImage", "source", "M", "slug", "S"),
        ("dynamodb", "OldImage", "source", "M", "slug", "S"),
        ("dynamodb", "Keys", "date", "S"),
    )
    return next((found for way in ways if (found := _text_at(message, way))), "")


def _text_at(value: Any, way: tuple[str, ...]) -> str:
    for name in way:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""
