"""`wod dead-letters`: messages that failed for good, kept until retried, fourteen days at most.

A retry names the failures that it cannot fix.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column
from rich.text import Text

from wod_cli import PROGRAMME
from wod_cli.deployed.queues import Queue, Received, post_of, queues_of
from wod_cli.deployed.redrive import attributes_of, for_each, retry_queue
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

_MOST_LISTED = 100


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
            attributes = {name: value.get("StringValue") for name, value in attributes_of(message).items()}
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
        raise CommandError("Name a queue, as `wod dead-letters` lists them, or add --all.")
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
    count, _ = for_each(chosen, lambda message: None if message["MessageId"] in known else "came after the prompt")
    console.print(f"{count} discarded.")


def dead_letters(stack: Stack) -> list[DeadLetters]:
    """Return all queues of dead letters, including empty ones, in the order of their names."""
    return [_summary(queue) for _, queue in sorted(queues_of(stack).items()) if queue.holds_dead_letters]


def _summary(queue: Queue) -> DeadLetters:
    count = queue.count()
    if not count:
        return DeadLetters(queue.name, queue.stage, 0, None, [])
    with queue.looked_at(_MOST_LISTED) as messages:
        posts = dict.fromkeys(post for message in messages if (post := post_of(message["Body"])))
        return DeadLetters(queue.name, queue.stage, count, min(map(_sent, messages), default=None), list(posts))


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
