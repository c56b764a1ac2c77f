"""`wod quarantine`: input that no stage could use, with the reason; kept until an operator decides."""

import json
from typing import Annotated

import typer
from botocore.config import Config
from botocore.exceptions import ClientError
from msgspec import ValidationError
from rich.console import Console
from rich.table import Column

from wod.messages import PostMessage
from wod.shape import decode
from wod_cli import PROGRAMME
from wod_cli.deployed.quarantined import Quarantined, quarantined
from wod_cli.deployed.queues import Queue, Queues, queues_of
from wod_cli.deployed.replay import STAGE, publish_again
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, one_attempt
from wod_cli.errors import CommandError
from wod_cli.terminal.listing import AsJson, ListsByDefault, Row, Yes, age_since, tracked, with_reasons
from wod_cli.terminal.text import sanitised, sanitised_json

app = typer.Typer(
    cls=ListsByDefault,
    help="Bad input that was put aside, with the reason: list, show, retry, discard.\n\nExample: `wod quarantine`",
)
console = Console(stderr=True)

Ids = Annotated[list[str] | None, typer.Argument(metavar="ID", help="An id as listed, or its beginning.")]
All = Annotated[bool, typer.Option("--all", help="Everything in quarantine.")]

_LENGTH_OF_SHORT_ID = 8

# A message that is sent again may be refused again, and what is in quarantine already is not put there twice. So it
# must not be delivered before its object is gone; and a deletion must not take longer than that.
_SECONDS_BEFORE_DELIVERY = 15
_SECONDS_TO_CONNECT, _SECONDS_TO_DELETE = 3, 8


@app.command("list")
def list_all(as_json: AsJson = False, stage: StageOption = "dev", programme: ProgrammeOption = PROGRAMME) -> None:
    """List the objects in quarantine, the oldest first.

    Example: `wod quarantine list --json`
    """
    found = sorted(quarantined(find_stack(stage, programme)), key=lambda one: one.since)
    if as_json:
        for one in found:
            typer.echo(sanitised_json(_as_json(one)))
    elif not found:
        console.print("Nothing is in quarantine.")
    else:
        columns = [Column("ID"), Column("Stage"), Column("Post", overflow="fold"), Column("Age")]
        shown: list[Row] = [
            (
                (one.id[:_LENGTH_OF_SHORT_ID], sanitised(one.stage), sanitised(one.post), age_since(one.since)),
                sanitised(one.reason),
            )
            for one in found
        ]
        out = Console()
        out.print(with_reasons(columns, shown, out.width))


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An id as listed, or its beginning.")],
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Show an object with its reason, its lineage and the original input, as JSON.

    Example: `wod quarantine show 5f0c31aa`
    """
    stack = find_stack(stage, programme)
    ((one,), _) = _chosen(stack, [name], everything=False)
    kept = json.loads(stack.body(one.key))
    typer.echo(sanitised_json({"id": one.id, "since": one.since.isoformat(), **kept}, indent=2))


@app.command()
def retry(
    names: Ids = None, everything: All = False, stage: StageOption = "dev", programme: ProgrammeOption = PROGRAMME
) -> None:
    """Send the input to its stage again, unchanged, and remove it from quarantine.

    Example: `wod quarantine retry 5f0c31aa`
    """
    stack = find_stack(stage, programme)
    queues = queues_of(stack)
    found, gone = _chosen(stack, names or [], everything=everything)
    chosen = [(one, _queue_of(queues, one)) for one in found]
    for one, queue in tracked(chosen, "sending again"):
        send_again(stack, one, queue)
    console.print(f"{len(chosen)} sent again; a queue delivers in {_SECONDS_BEFORE_DELIVERY} seconds.")
    _raise_for_gone(gone)


@app.command()
def discard(
    names: Ids = None,
    everything: All = False,
    yes: Yes = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Remove input from quarantine for good. The bucket keeps it as an older version.

    Example: `wod quarantine discard --all`
    """
    stack = find_stack(stage, programme)
    chosen, gone = _chosen(stack, names or [], everything=everything)
    for one in chosen:
        console.print(sanitised(f"{one.id[:_LENGTH_OF_SHORT_ID]} {one.stage}: {one.reason}"))
    if chosen and not yes:
        typer.confirm(f"Discard {len(chosen)}?", abort=True, err=True)
    for one in chosen:
        stack.client("s3").delete_object(Bucket=stack.outputs["BucketName"], Key=one.key)
    console.print(f"{len(chosen)} discarded.")
    _raise_for_gone(gone)


def send_again(stack: Stack, one: Quarantined, queue: Queue | None) -> None:
    """Send the input to its queue, or to the stage that has none, and take it out of quarantine only then."""
    if queue:
        _queue_again(one, queue)
    else:
        publish_again(stack, json.loads(one.input))
    config = one_attempt(_SECONDS_TO_DELETE).merge(Config(connect_timeout=_SECONDS_TO_CONNECT))
    client = stack.client("s3", config=config)
    client.delete_object(Bucket=stack.outputs["BucketName"], Key=one.key)


def _queue_again(one: Quarantined, queue: Queue) -> None:
    try:
        queue.send(one.input, delay=_SECONDS_BEFORE_DELIVERY)
    except ClientError as error:
        reason = error.response["Error"]["Message"].rstrip(".")
        raise CommandError(
            f"{one.id[:_LENGTH_OF_SHORT_ID]} stays in quarantine, as its queue refuses it: {reason}."
        ) from error


def _chosen(stack: Stack, names: list[str], *, everything: bool) -> tuple[list[Quarantined], list[str]]:
    """Return the named objects, and the names of those that are not in quarantine, or no longer.

    Raise CommandError if none is named, or a name fits several.
    """
    if everything == bool(names):
        raise CommandError("Name objects by their IDs, as `wod quarantine` lists them, or add --all.")
    found = list(quarantined(stack))
    if everything:
        return found, []
    chosen, gone = {}, []
    for name in names:
        matches = [one for one in found if one.id.startswith(name)]
        if len(matches) > 1:
            raise CommandError(f"{name!r} begins {len(matches)} of the IDs that `wod quarantine` lists: name one.")
        if matches:
            chosen[matches[0].id] = matches[0]
        else:
            gone.append(name)
    if not chosen:
        _raise_for_gone(gone)
    return list(chosen.values()), gone


def _raise_for_gone(names: list[str]) -> None:
    """Raise CommandError for names that are not in quarantine."""
    if names:
        named = f"{' and '.join(map(repr, names))} {'is' if len(names) == 1 else 'are'}"
        raise CommandError(f"{named} not in quarantine, or no longer: `wod quarantine` lists the IDs.")


def _queue_of(queues: Queues, one: Quarantined) -> Queue | None:
    """Return the queue that the input came from, or would have gone to; None if it came by the table's stream."""
    return None if one.stage == STAGE else queues.named(_queue_name(one))


def _queue_name(one: Quarantined) -> str:
    if one.stage != "get_invictus_post":
        return one.stage.replace("_", "-")
    try:
        decode(one.input, PostMessage)
    except ValidationError:
        return "get-invictus-post"
    return "dump-post-to-bucket"  # a fetched post that this queue refused for its size


def _as_json(one: Quarantined) -> dict[str, str]:
    return {
        "id": one.id,
        "stage": one.stage,
        "reason": one.reason,
        "post": one.post,
        "since": one.since.isoformat(),
        "key": one.key,
    }
