"""`wod fetch`: posts from the blog, now."""

import json
from typing import Annotated, Any

import typer
from botocore.config import Config
from rich.console import Console

from wod.plumbing.fetching.request import FetchRequest
from wod_cli import PROGRAMME
from wod_cli.deployed.reconcile import last_listed, withdrawn
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, use
from wod_cli.errors import CommandError
from wod_cli.terminal.text import visible

console = Console(stderr=True)

_SECONDS_A_FETCH_MAY_TAKE = 150
_POSTS_PER_PAGE = 10


def fetch(
    page: Annotated[int | None, typer.Option(min=1, help="One page of the blog, 1 being the newest.")] = None,
    posts_per_page: Annotated[int, typer.Option(min=1, max=100)] = _POSTS_PER_PAGE,
    everything: Annotated[bool, typer.Option("--all", help="Queue all posts of the blog: a backfill.")] = False,
    reconcile: Annotated[
        bool, typer.Option("--reconcile", help="With --all: name the posts that the blog no longer has.")
    ] = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Fetch what is new or was edited, as the schedule does; or a page; or all the blog has."""
    if everything and page:
        raise CommandError("--all and --page exclude each other: name one of them.")
    if reconcile and not everything:
        raise CommandError("--reconcile needs a list of all posts: say --all, too.")
    stack = find_stack(stage, programme)
    if everything:
        use(stack)
        listed_before = last_listed() if reconcile else ""
        body = FetchRequest(posts_per_page=posts_per_page).model_dump_json()
        stack.client("sqs").send_message(QueueUrl=stack.outputs["FetchQueueUrl"], MessageBody=body)
        console.print("A list of all posts is queued; it queues the posts, and is compared again behind them.")
        for line in withdrawn(stack, listed_before) if reconcile else ():
            typer.echo(visible(line))
        return
    with console.status("fetching"):
        if page:
            invoke_fetch(stack, {"page": page, "posts_per_page": posts_per_page})
        else:
            fire_schedule(stack)
    console.print("Fetched: new and edited posts are on their way through the chain.")


def fire_schedule(stack: Stack) -> None:
    """Do now what the schedule does every ten minutes. Raises CommandError where the blog cannot be read."""
    invoke_fetch(stack, {"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}})


def invoke_fetch(stack: Stack, event: dict[str, Any]) -> None:
    """Run get_invictus_post and wait for it. Raises CommandError where it fails."""
    patient = Config(read_timeout=_SECONDS_A_FETCH_MAY_TAKE, retries={"total_max_attempts": 1})
    answer = stack.client("lambda", config=patient).invoke(
        FunctionName=stack.fetch_function, Payload=json.dumps(event).encode()
    )
    if "FunctionError" in answer:
        reason = json.load(answer["Payload"]).get("errorMessage", "no reason given")
        raise CommandError(f"The fetch failed: {reason} Its log is /aws/lambda/{stack.fetch_function}.")
