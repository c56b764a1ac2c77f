"""Redrive dead letters: have each processed again, in the way of its queue.

Messages of a stage go back into the stage's queue, undelivered events go to their target, a failed fetch is started
again, unpublished changes are published.
"""

import json
import time
from collections.abc import Callable
from functools import reduce
from operator import getitem
from typing import Any

from botocore.exceptions import ClientError, ParamValidationError
from rich.console import Console
from rich.progress import Progress

from wod_cli.deployed.queues import Queue, Queues, Received, post_of
from wod_cli.deployed.replay import publish_again, records_of
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError

console = Console(stderr=True)

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

# The error of an emulator that does not support message moves.
_NOT_THERE = {"InvalidAction", "UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation", "NotImplemented"}


def retry_queue(stack: Stack, queues: Queues, queue: Queue) -> list[str]:
    """Send the messages of a queue to be processed again, and print how many. Return the reasons why others stay."""
    if queue.name == _NOTIFICATIONS:
        return [_NO_RETRY]
    if queue.name == _EVENTS:
        count, stay = for_each(queue, lambda message: _deliver_event(stack, queues, message))
    elif queue.name == _FETCHES:
        count, stay = for_each(queue, lambda message: _fetch_again(stack, message))
    elif queue.name == _CHANGES:
        count, stay = for_each(queue, lambda message: _publish_again(stack, message), _SECONDS_TO_PUBLISH)
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
        return for_each(source, lambda message: target.send(message["Body"], attributes_of(message)))[0]
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


def for_each(
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
    target = attributes_of(message).get("TARGET_ARN", {}).get("StringValue", "")
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
    rule = attributes_of(message).get("RULE_ARN", {}).get("StringValue", "").rpartition("rule/")[2]
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
        request = json.loads(message["Body"])["requestPayload"]
    except (ValueError, TypeError, KeyError):
        return f"The message {message['MessageId']} does not say what was to be fetched: `wod fetch`, and discard it."
    _invoke(stack, stack.fetch_function, json.dumps(request))
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


def attributes_of(message: Received) -> dict[str, dict[str, Any]]:
    """Return the attributes of a message in the form that SQS sends them in; empty if it has none."""
    attributes: dict[str, dict[str, Any]] = message.get("MessageAttributes", {})
    return attributes
