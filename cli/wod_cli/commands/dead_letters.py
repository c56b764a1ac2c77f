"""`wod dead-letters`: messages that failed for good, kept until retried, fourteen days at most.

The name of a queue of dead letters decides what a retry does: messages of a stage go back into the stage's queue,
undelivered events go to their target, a failed fetch is started again, unpublished changes are published. A command
names the failures that no retry can fix.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from operator import getitem
from typing import Annotated, Any

import typer
from botocore.exceptions import ClientError, ParamValidationError
from rich.console import Console
from rich.progress import Progress
from rich.table import Column
from rich.text import Text

from wod_cli import PROGRAMME
from wod_cli.deployed.queues import Queue, Queues, Received, post_of, queues_of
from wod_cli.deployed.replay import publish_again, records_of
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack
from wod_cli.errors import CommandError
from wod_cli.terminal.listing import AsJson, ListsByDefault, Row, Yes, age_since, with_reasons
from wod_cli.terminal.text import sanitised, sanitised_json

app = typer.Typer(
    cls=ListsByDefault,
    help="Messages that could not be processed: list, show, retry, discard.\n\nExample: `wod dead-letters`",
)
console = Console(stderr=True)

QueueArgument = Annotated[str, typer.Argument(metavar="QUEUE", help="As listed.")]

_EVENTS = "event-delivery-dead-letters"
_FETCHES = "get-invictus-post-failures"
_CHANGES = "fan-out-session-changes-failures"
_NOTIFICATIONS = "notification-dead-letters"
_NO_RETRY = (
    "Publishing again would reach all subscribers twice; fix the number or the address, pass on what `wod dead-letters "
    f"show {_NOTIFICATIONS}` says, and discard it."
)

# If this process dies, a message that it holds stays hidden for so long.
_SECONDS_TO_MOVE = 60
_SECONDS_TO_PUBLISH = 600  # ten come at once, and the function may take half a minute for each
_MOST_LISTED = 100

# The error of an emulator that does not support message moves.
_NOT_THERE = {"InvalidAction", "UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation", "NotImplemented"}


@dataclass(frozen=True)
class DeadLetters:
    """A queue with dead letters. `since` is when the oldest was first sent; `posts` are their subjects."""

    queue: str
    stage: str
    count: int
    since: datetime | None
    posts: list[str]


@app.command("list")
def list_all(as_json: AsJson = False, stage: StageOption = "dev", programme: ProgrammeOption = PROGRAMME) -> None:
    """List the queues in which dead letters wait.

    Example: `wod dead-letters list --json`
    """
    found = [letters for letters in dead_letters(find_stack(stage, programme)) if letters.count]
    if as_json:
        for letters in found:
            since = letters.since.isoformat() if letters.since else None
            row = {"queue": letters.queue, "stage": letters.stage, "count": letters.count, "since": since}
            typer.echo(json.dumps({**row, "posts": letters.posts}))
    elif not found:
        console.print("No dead letters.")
    else:
        columns = [Column("Queue"), Column("Stage"), Column("Count", justify="right"), Column("Oldest")]
        shown: list[Row] = []
        for letters in found:
            age = age_since(letters.since) if letters.since else "in work"
            posts = Text("\n").join(map(sanitised, letters.posts)) if letters.posts else None
            shown.append(((letters.queue, letters.stage, str(letters.count), age), posts))
        out = Console()
        out.print(with_reasons(columns, shown, out.width))


@app.command()
def show(queue: QueueArgument, stage: StageOption = "dev", programme: ProgrammeOption = PROGRAMME) -> None:
    """Show the messages of a queue, one JSON object per line, unchanged; they stay in the queue.

    Example: `wod dead-letters show segment-days-dead-letters`
    """
    with _chosen(find_stack(stage, programme), queue).looked_at() as messages:
        for message in messages:
            attributes = {name: value.get("StringValue") for name, value in _attributes(message).items()}
            shown = {"id": message["MessageId"], "since": _sent(message).isoformat(), "attributes": attributes}
            typer.echo(sanitised_json({**shown, "body": message["Body"]}))


@app.command()
def retry(
    queue: Annotated[str | None, typer.Argument(metavar="QUEUE", help="As listed.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All queues with dead letters.")] = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Send the messages of a queue to be processed again, unchanged. Exit status 1 if some stay.

    Example: `wod dead-letters retry segment-days-dead-letters`
    """
    if everything == bool(queue):
        raise CommandError("Name a queue, as `wod dead-letters` lists them, or say --all.")
    stack = find_stack(stage, programme)
    queues = queues_of(stack)
    if queue:
        chosen = [_chosen(stack, queue)]
    else:
        chosen = [one for _, one in sorted(queues.items()) if one.holds_dead_letters and one.count()]
    stay = [reason for one in chosen for reason in retry_queue(stack, queues, one)]
    if stay:
        raise CommandError(" ".join(dict.fromkeys(stay)))


@app.command()
def discard(
    queue: QueueArgument, yes: Yes = False, stage: StageOption = "dev", programme: ProgrammeOption = PROGRAMME
) -> None:
    """Delete the messages of a queue for good.

    Example: `wod dead-letters discard notification-dead-letters`
    """
    chosen = _chosen(find_stack(stage, programme), queue)
    with chosen.looked_at() as messages:
        known = {message["MessageId"] for message in messages}
    if known and not yes:
        typer.confirm(f"Delete all {len(known)} in {chosen.name} for good?", abort=True, err=True)
    count, _ = _each(chosen, lambda message: None if message["MessageId"] in known else "came after the prompt")
    console.print(f"{count} discarded.")


def dead_letters(stack: Stack) -> list[DeadLetters]:
    """Return all queues of dead letters, including empty ones, in the order of their names."""
    return [_summary(queue) for _, queue in sorted(queues_of(stack).items()) if queue.holds_dead_letters]


def retry_queue(stack: Stack, queues: Queues, queue: Queue) -> list[str]:
    """Send the messages of a queue to be processed again, and print how many. Return the reasons why others stay."""
    if queue.name == _NOTIFICATIONS:
        return [_NO_RETRY]
    if queue.name == _EVENTS:
        count, stay = _each(queue, lambda message: _deliver_event(stack, queues, message))
    elif queue.name == _FETCHES:
        count, stay = _each(queue, lambda message: _fetch_again(stack, message))
    elif queue.name == _CHANGES:
        count, stay = _each(queue, lambda message: _publish_again(stack, message), _SECONDS_TO_PUBLISH)
    else:
        count, stay = move_back(queue, queues.named(queue.name.removesuffix("-dead-letters"))), []
    console.print(f"{queue.name}: {count} retried.")
    return stay


def move_back(source: Queue, target: Queue) -> int:
    """Move all messages of a queue of dead letters back to the queue they came from, and return how many."""
    try:
        source.client.start_message_move_task(SourceArn=source.arn, DestinationArn=target.arn)
    except ClientError as error:
        if error.response["Error"]["Code"] not in _NOT_THERE:
            raise
        return _each(source, lambda message: target.send(message["Body"], _attributes(message)))[0]
    with Progress(console=console, disable=not console.is_terminal, transient=True) as progress:
        bar = progress.add_task("moving", total=None)
        while True:
            task = source.client.list_message_move_tasks(SourceArn=source.arn, MaxResults=1)["Results"][0]
            moved = int(task.get("ApproximateNumberOfMessagesMoved", 0))
            progress.update(bar, completed=moved, total=task.get("ApproximateNumberOfMessagesToMove"))
            if task["Status"] == "COMPLETED":
                return moved
            if task["Status"] != "RUNNING":
                reason = task.get("FailureReason", "no reason given")
                raise CommandError(
                    f"The move of {source.name} is {task['Status'].lower()} after {moved} messages: {reason}."
                )
            time.sleep(1)


def _summary(queue: Queue) -> DeadLetters:
    count = queue.count()
    if not count:
        return DeadLetters(queue.name, queue.stage, 0, None, [])
    with queue.looked_at(_MOST_LISTED) as messages:
        posts = dict.fromkeys(post for message in messages if (post := post_of(message["Body"])))
        return DeadLetters(queue.name, queue.stage, count, min(map(_sent, messages), default=None), list(posts))


def _each(
    queue: Queue, work: Callable[[Received], str | None], hidden_for: int = _SECONDS_TO_MOVE
) -> tuple[int, list[str]]:
    """Do the work for each message of a queue and then delete it; a message stays if the work returns a reason."""
    done = 0
    stay: dict[str, str] = {}
    held = []
    try:
        for message in queue.receive(hidden_for):
            if message["MessageId"] in stay:
                break
            if reason := work(message):
                stay[message["MessageId"]] = reason
                held.append(message)
            else:
                queue.delete(message)
                done += 1
    finally:
        for message in held:
            queue.release(message)
    return done, list(stay.values())


def _deliver_event(stack: Stack, queues: Queues, message: Received) -> str | None:
    """Hand an event to the target to which EventBridge could not deliver it."""
    target = _attributes(message).get("TARGET_ARN", {}).get("StringValue", "")
    service = target.split(":")[2] if target.count(":") >= 5 else ""
    if service == "sqs":
        queues.named(target.rsplit(":", 1)[-1].removeprefix(stack.prefix)).send(message["Body"])
        return None
    if service == "lambda":
        _invoke(stack, target, message["Body"])
        return None
    if service == "sns" and (text := _text_for(stack, message, target)):
        stack.client("sns").publish(TopicArn=target, Message=text)
        return None
    about = post_of(message["Body"]) or "its object"
    return (
        f"An event for {target or 'an unknown target'} stays: copy {about} onto itself to send another, and discard it."
    )


def _text_for(stack: Stack, message: Received, target: str) -> str:
    """Return the text that the rule would have published. Empty if the rule is gone."""
    rule = _attributes(message).get("RULE_ARN", {}).get("StringValue", "").rpartition("rule/")[2]
    try:
        targets = stack.client("events").list_targets_by_rule(Rule=rule)["Targets"]
        (transformer,) = [each["InputTransformer"] for each in targets if each["Arn"] == target]
        event = json.loads(message["Body"])
        text: str = transformer["InputTemplate"]
        for name, path in transformer["InputPathsMap"].items():
            text = text.replace(f"<{name}>", str(reduce(getitem, path.removeprefix("$.").split("."), event)))
    except (ClientError, ParamValidationError, ValueError, KeyError, TypeError):
        return ""
    return text


def _fetch_again(stack: Stack, message: Received) -> str | None:
    """Start a fetch again with its event, from Lambda's message about the failure."""
    try:
        asked = json.loads(message["Body"])["requestPayload"]
    except (ValueError, TypeError, KeyError):
        return f"The message {message['MessageId']} does not say what was to be fetched: `wod fetch`, and discard it."
    _invoke(stack, stack.fetch_function, json.dumps(asked))
    return None


def _publish_again(stack: Stack, message: Received) -> str | None:
    """Publish changes of sessions again; the message names their position in the table's stream."""
    try:
        for record in records_of(stack, message["Body"]):
            publish_again(stack, record)
    except CommandError as error:
        return str(error)
    return None


def _invoke(stack: Stack, function: str, payload: str) -> None:
    stack.client("lambda").invoke(FunctionName=function, InvocationType="Event", Payload=payload.encode())


def _attributes(message: Received) -> dict[str, dict[str, Any]]:
    attributes: dict[str, dict[str, Any]] = message.get("MessageAttributes", {})
    return attributes


def _sent(message: Received) -> datetime:
    return datetime.fromtimestamp(int(message["Attributes"]["SentTimestamp"]) / 1000, UTC)


def _chosen(stack: Stack, name: str) -> Queue:
    """Return a queue of dead letters by its name, as listed or in full.

    Raise CommandError for any other queue, which no operator may empty.
    """
    queue = queues_of(stack).get(name.removeprefix(stack.prefix))
    if queue is None or not queue.holds_dead_letters:
        raise CommandError(f"{name!r} is not a queue of dead letters: `wod dead-letters` lists those that have any.")
    return queue
