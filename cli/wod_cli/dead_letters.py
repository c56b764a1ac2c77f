"""`wod dead-letters`: messages that the machinery could not process; kept for fourteen days, until retried.

A queue of dead letters says by its name what a retry is: the messages of a stage go back into the stage's queue, events
that were not delivered go to their target, a fetch that failed is started again. What no retry mends is said.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from botocore.exceptions import ClientError
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from wod_cli.listing import AsJson, ListsByDefault, Yes, age_since
from wod_cli.problem import Problem
from wod_cli.queues import post_of, queue_url, queue_urls
from wod_cli.stack import Stack, StageOption, find_stack

app = typer.Typer(cls=ListsByDefault, help="Messages that could not be processed: list, show, retry, discard.")
console = Console(stderr=True)

QueueArgument = Annotated[str, typer.Argument(metavar="QUEUE", help="As listed.")]

_EVENTS = "event-delivery-dead-letters"
_FETCHES = "scheduled-fetch-failures"
_NO_RETRY = {
    "fan-out-session-changes-failures": (
        "These name changes of sessions that nobody was told of, by their place in the table's stream; the table is "
        "right, so let who listens read those days again, and discard them."
    ),
    "notification-dead-letters": (
        "Publishing again would tell everybody twice; mend the number or the address, pass on what `wod dead-letters "
        "show notification-dead-letters` says, and discard it."
    ),
}

# For so long a message is hidden, should this process die; else it is seen again as soon as all have been looked at.
_SECONDS_TO_LOOK = 20
_SECONDS_TO_MOVE = 60
_MOST_LISTED = 100

# How an emulator says that it knows no message move.
_NOT_THERE = {"InvalidAction", "UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation", "NotImplemented"}


@dataclass(frozen=True)
class DeadLetters:
    """A queue with dead letters. `since` is when the oldest was first sent; `posts` is what they are about."""

    queue: str
    count: int
    since: datetime | None
    posts: list[str]

    @property
    def stage(self) -> str:
        return self.queue.removesuffix("-dead-letters").removesuffix("-failures").replace("-", "_")


@app.command("list")
def list_all(as_json: AsJson = False, stage: StageOption = "dev") -> None:
    """List the queues in which dead letters wait."""
    found = [letters for letters in dead_letters(find_stack(stage)) if letters.count]
    if as_json:
        for letters in found:
            since = letters.since.isoformat() if letters.since else None
            row = {"queue": letters.queue, "stage": letters.stage, "count": letters.count, "since": since}
            typer.echo(json.dumps({**row, "posts": letters.posts}))
    elif not found:
        console.print("No dead letters.")
    else:
        table = Table("Queue", "Stage", "Count", "Oldest", "Posts")
        for letters in found:
            age = age_since(letters.since) if letters.since else "in work"
            table.add_row(letters.queue, letters.stage, str(letters.count), age, Text("\n".join(letters.posts)))
        Console().print(table)


@app.command()
def show(queue: QueueArgument, stage: StageOption = "dev") -> None:
    """Show the messages of a queue, one JSON object a line, as they came; they stay where they are."""
    stack = find_stack(stage)
    with looked_at(stack, queue_url(stack, _checked(stack, queue))) as messages:
        for message in messages:
            attributes = {name: value.get("StringValue") for name, value in _attributes(message).items()}
            shown = {"id": message["MessageId"], "since": _sent(message).isoformat(), "attributes": attributes}
            typer.echo(json.dumps({**shown, "body": message["Body"]}, ensure_ascii=False))


@app.command()
def retry(
    queue: Annotated[str | None, typer.Argument(metavar="QUEUE", help="As listed.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All queues whose messages can be retried.")] = False,
    stage: StageOption = "dev",
) -> None:
    """Let the messages of a queue be processed again, as they came. Exit status 1 if some could not."""
    if everything == bool(queue):
        raise Problem("Name a queue, as `wod dead-letters` lists them, or say --all.")
    stack = find_stack(stage)
    names = [_checked(stack, queue)] if queue else [letters.queue for letters in dead_letters(stack) if letters.count]
    stay = [reason for name in names for reason in retry_queue(stack, name)]
    if stay:
        raise Problem(" ".join(dict.fromkeys(stay)))


@app.command()
def discard(queue: QueueArgument, yes: Yes = False, stage: StageOption = "dev") -> None:
    """Delete the messages of a queue for good."""
    stack = find_stack(stage)
    url = queue_url(stack, _checked(stack, queue))
    with looked_at(stack, url) as messages:
        known = {message["MessageId"] for message in messages}
    if known and not yes:
        typer.confirm(f"Delete {len(known)} messages of {queue} for good?", abort=True, err=True)
    count, _ = _each(stack, url, lambda message: None if message["MessageId"] in known else "came after the question")
    console.print(f"{count} discarded.")


def dead_letters(stack: Stack) -> list[DeadLetters]:
    """All queues of dead letters, the empty ones too, in the order of their names."""
    return [_summary(stack, name, url) for name, url in sorted(queue_urls(stack).items()) if _holds_dead_letters(name)]


def retry_queue(stack: Stack, name: str) -> list[str]:
    """Let the messages of a queue be processed again, and tell how many; gives the reasons for which others stay."""
    if name in _NO_RETRY:
        return [_NO_RETRY[name]]
    url = queue_url(stack, name)
    if name == _EVENTS:
        count, stay = _each(stack, url, lambda message: _deliver_event(stack, message))
    elif name == _FETCHES:
        count, stay = _each(stack, url, lambda message: _fetch_again(stack, message))
    else:
        count, stay = move_back(stack, url, queue_url(stack, name.removesuffix("-dead-letters"))), []
    console.print(f"{name}: {count} retried.")
    return stay


def move_back(stack: Stack, source: str, target: str) -> int:
    """Move all messages of a queue of dead letters to the queue from which they came; gives how many."""
    queues = stack.client("sqs")
    arn = _arn(stack, source)
    try:
        queues.start_message_move_task(SourceArn=arn, DestinationArn=_arn(stack, target))
    except ClientError as error:
        if error.response["Error"]["Code"] not in _NOT_THERE:
            raise
        return _each(stack, source, lambda message: _send(stack, target, message))[0]
    with Progress(console=console, transient=True) as progress:
        bar = progress.add_task("moving", total=None)
        while True:
            task = queues.list_message_move_tasks(SourceArn=arn, MaxResults=1)["Results"][0]
            moved = int(task.get("ApproximateNumberOfMessagesMoved", 0))
            progress.update(bar, completed=moved, total=task.get("ApproximateNumberOfMessagesToMove"))
            if task["Status"] == "COMPLETED":
                return moved
            if task["Status"] != "RUNNING":
                reason = task.get("FailureReason", "no reason given")
                raise Problem(f"The move of {arn} is {task['Status'].lower()} after {moved} messages: {reason}.")
            time.sleep(1)


@contextmanager
def looked_at(stack: Stack, url: str, at_most: int | None = None) -> Iterator[list[dict[str, Any]]]:
    """The messages of a queue, or as many of them, each once; others see them again as soon as the block is left."""
    seen: dict[str, dict[str, Any]] = {}
    try:
        for message in _received(stack, url, _SECONDS_TO_LOOK):
            if message["MessageId"] in seen or len(seen) == at_most:
                break
            seen[message["MessageId"]] = message
        yield list(seen.values())
    finally:
        for message in seen.values():
            _release(stack, url, message)


def _summary(stack: Stack, name: str, url: str) -> DeadLetters:
    wanted = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    counts = stack.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=wanted)["Attributes"]
    count = sum(int(counts[one]) for one in wanted)
    if not count:
        return DeadLetters(name, 0, None, [])
    with looked_at(stack, url, _MOST_LISTED) as messages:
        posts = dict.fromkeys(post for message in messages if (post := post_of(message["Body"])))
        return DeadLetters(name, count, min(map(_sent, messages), default=None), list(posts))


def _each(stack: Stack, url: str, work: Callable[[dict[str, Any]], str | None]) -> tuple[int, list[str]]:
    """Do the work for each message of a queue and delete it then; a message stays for which the work gives a reason."""
    done = 0
    stay: dict[str, str] = {}
    held = []
    try:
        for message in _received(stack, url, _SECONDS_TO_MOVE):
            if message["MessageId"] in stay:
                break
            if reason := work(message):
                stay[message["MessageId"]] = reason
                held.append(message)
            else:
                _delete(stack, url, message)
                done += 1
    finally:
        for message in held:
            _release(stack, url, message)
    return done, list(stay.values())


def _deliver_event(stack: Stack, message: dict[str, Any]) -> str | None:
    """Hand an event to the target to which EventBridge could not deliver it."""
    target = _attributes(message).get("TARGET_ARN", {}).get("StringValue", "")
    service = target.split(":")[2] if target.count(":") >= 5 else ""
    if service == "sqs":
        url = queue_url(stack, target.rsplit(":", 1)[-1])
        stack.client("sqs").send_message(QueueUrl=url, MessageBody=message["Body"])
        return None
    if service == "lambda":
        _invoke(stack, target, message["Body"])
        return None
    about = post_of(message["Body"]) or "its object"
    return (
        f"An event for {target or 'an unknown target'} stays: copy {about} onto itself to send another, and discard it."
    )


def _fetch_again(stack: Stack, message: dict[str, Any]) -> str | None:
    """Start a fetch again with what it was asked; the message is what Lambda tells of a failure."""
    try:
        asked = json.loads(message["Body"])["requestPayload"]
    except (ValueError, TypeError, KeyError):
        return f"The message {message['MessageId']} does not say what was to be fetched: `wod fetch`, and discard it."
    _invoke(stack, stack.fetch_function, json.dumps(asked))
    return None


def _invoke(stack: Stack, function: str, payload: str) -> None:
    stack.client("lambda").invoke(FunctionName=function, InvocationType="Event", Payload=payload.encode())


def _send(stack: Stack, url: str, message: dict[str, Any]) -> None:
    stack.client("sqs").send_message(QueueUrl=url, MessageBody=message["Body"], MessageAttributes=_attributes(message))


def _received(stack: Stack, url: str, hidden_for: int) -> Iterator[dict[str, Any]]:
    """The messages of a queue, hidden from others for so many seconds, until no more come."""
    while True:
        answer = stack.client("sqs").receive_message(
            QueueUrl=url,
            MaxNumberOfMessages=10,
            VisibilityTimeout=hidden_for,
            WaitTimeSeconds=1,  # without waiting, not every server of SQS is asked
            MessageSystemAttributeNames=["SentTimestamp"],
            MessageAttributeNames=["All"],
        )
        if not answer.get("Messages"):
            return
        yield from answer["Messages"]


def _release(stack: Stack, url: str, message: dict[str, Any]) -> None:
    stack.client("sqs").change_message_visibility(
        QueueUrl=url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0
    )


def _delete(stack: Stack, url: str, message: dict[str, Any]) -> None:
    stack.client("sqs").delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])


def _attributes(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    attributes: dict[str, dict[str, Any]] = message.get("MessageAttributes", {})
    return attributes


def _sent(message: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(int(message["Attributes"]["SentTimestamp"]) / 1000, UTC)


def _arn(stack: Stack, url: str) -> str:
    wanted = {"QueueUrl": url, "AttributeNames": ["QueueArn"]}
    arn: str = stack.client("sqs").get_queue_attributes(**wanted)["Attributes"]["QueueArn"]
    return arn


def _holds_dead_letters(name: str) -> bool:
    return name.endswith(("-dead-letters", "-failures"))


def _checked(stack: Stack, name: str) -> str:
    """The short name of a queue of dead letters; no other queue is an operator's to empty."""
    if not _holds_dead_letters(name):
        raise Problem(f"{name!r} is no queue of dead letters: `wod dead-letters` lists them.")
    return name.removeprefix(f"invictus-weightlifting-{stack.stage}-")
