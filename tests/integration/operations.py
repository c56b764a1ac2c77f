"""The chain as an operator has it: with the queues of a deployed stack, and commands that work on them."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from wod_cli import PROGRAMME
from wod_cli.commands import dead_letters, forget, quarantine, rebuild
from wod_cli.deployed import settling
from wod_cli.deployed.queues import Queue, queues_of
from wod_cli.deployed.stack import Stack
from wod_cli.main import app

from .test_guarantees import Revision
from .world import BUCKET, NEXT, TABLE, World, make_queue, real_client, world

STACK = "invictus-weightlifting-dev"
PREFIX = f"{STACK}-"
QUEUES = (
    *(stage.replace("_", "-") for stage in NEXT),
    *(f"{stage.replace('_', '-')}-dead-letters" for stage in NEXT),
    "get-invictus-post",
    "get-invictus-post-dead-letters",
    "get-invictus-post-failures",
    "event-delivery-dead-letters",
    "notification-dead-letters",
    "fan-out-session-changes-failures",
)
SESSIONS = (("Monday", 2), ("Saturday", 1))
POST = Revision(7, 1, "a-week", "2020-12-20T08:00:00", "December 21-27, 2020", SESSIONS, True)
NEXT_WEEK = Revision(8, 1, "the-next", "2020-12-27T08:00:00", "December 28, 2020 - January 3, 2021", SESSIONS, False)


@contextmanager
def operated(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The chain with the queues of a deployed stack; it works whenever the command pauses."""
    with world() as made:
        for name in QUEUES:
            make_queue(PREFIX + name)
        for command in (quarantine, dead_letters, forget, rebuild):
            monkeypatch.setattr(command, "find_stack", stack)
        made.local.environment = {"BUCKET_NAME": BUCKET, "SESSIONS_TABLE": TABLE}
        monkeypatch.setattr(settling, "time", SimpleNamespace(sleep=lambda _: deliver(made)))
        monkeypatch.setattr(settling, "seconds_of_quiet", lambda _: 2)
        monkeypatch.setattr(quarantine, "_SECONDS_BEFORE_DELIVERY", 0)
        monkeypatch.setenv("BUCKET_NAME", "")  # commands set both, and they are put back after the test
        monkeypatch.setenv("SESSIONS_TABLE", "")
        yield made


def deliver(chain: World) -> None:
    """Hand what is in the queues to the stages, and let them work until nothing waits."""
    queues = queues_of(stack())
    for stage in NEXT:
        for message in taken_from(queues[stage.replace("_", "-")]):
            chain.sent(stage, message["Body"])
    with redirect_stdout(io.StringIO()):  # what a function prints is not part of what the command says
        chain.settle()


def stack(stage: str = "dev", programme: str = PROGRAMME) -> Stack:
    return Stack(f"{programme}-{stage}", {"BucketName": BUCKET, "SessionsTableName": TABLE}, real_client)


def wod(*arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(app, [*arguments], input=answer)


def rows(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in wod(*arguments).stdout.splitlines()]


def queue(name: str) -> Queue:
    return queues_of(stack())[name]


def taken(name: str) -> list[dict[str, Any]]:
    """The messages of a queue, which is empty then."""
    return taken_from(queue(name))


def taken_from(queue: Queue) -> list[dict[str, Any]]:
    found: list[Any] = []
    while messages := queue.client.receive_message(QueueUrl=queue.url, MessageAttributeNames=["All"]).get("Messages"):
        found += messages
        queue.delete(messages[0])
    return found


def bodies(name: str) -> list[str]:
    return [message["Body"] for message in taken(name)]


def put(name: str, body: str, **attributes: str) -> None:
    queue(name).send(body, {key: {"DataType": "String", "StringValue": value} for key, value in attributes.items()})


def arrive(chain: World, *posts: Revision) -> None:
    for post in posts:
        post.arrive(chain)
        chain.settle()


def objects(prefix: str) -> list[str]:
    listed = real_client("s3").list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])
    return [found["Key"] for found in listed]
