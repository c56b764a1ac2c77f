"""`wod fetch`: posts from the blog, now."""

import json
from collections.abc import Mapping
from copy import replace
from datetime import UTC, datetime
from typing import Annotated, NamedTuple

import msgspec
import typer
from rich.console import Console

from wod.keys import BACKFILL_KEY
from wod.plumbing import objects
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.ledger import Entry
from wod_cli import PROGRAMME
from wod_cli.deployed.fetching import fire_page, fire_schedule
from wod_cli.deployed.outcomes import Outcome, Posts, Target, follow, summary
from wod_cli.deployed.reconcile import noted_of_blog, withdrawn
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, use
from wod_cli.errors import CommandError
from wod_cli.terminal.listing import AsJson
from wod_cli.terminal.text import counted, sanitised_json, visible

console = Console(stderr=True)

_POSTS_PER_PAGE = 10
_MOST_NAMED = 20


class Before(NamedTuple):
    """Bronze before the fetch: the ledgers of fetched posts by id, and the version of each raw post by key."""

    fetched: Mapping[int, Entry]
    versions: Mapping[str, str]


def fetch(
    page: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="One page of the blog, 1 being the newest.")
    ] = None,
    posts_per_page: Annotated[
        int, typer.Option(min=1, max=100, metavar="N", help="The number of posts per request.")
    ] = _POSTS_PER_PAGE,
    everything: Annotated[bool, typer.Option("--all", help="All posts of the blog: a backfill.")] = False,
    reconcile: Annotated[
        bool, typer.Option("--reconcile", help="With --all: name the posts that the blog no longer has.")
    ] = False,
    as_json: AsJson = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Fetch new and edited posts, as the schedule does; or a page; or all posts of the blog.

    Waits until the chain is through, and reports the outcome of the posts.
    Ctrl-C only ends the waiting; `wod fetch --all` resumes it.

    Example: `wod fetch --all`
    """
    if everything and page:
        raise CommandError("--all and --page exclude each other: name one of them.")
    if reconcile and not everything:
        raise CommandError("--reconcile needs a list of all posts: add --all.")
    if reconcile and as_json:
        raise CommandError("--reconcile writes sentences for a person: leave --json out.")
    stack = find_stack(stage, programme)
    use(stack)
    if everything:
        _fetch_all(stack, posts_per_page, reconcile=reconcile, as_json=as_json)
        return
    posts = Posts(stack)
    before = Before(posts.fetched, posts.versions)
    with console.status("waiting for the blog"):
        fetched = fire_page(stack, page, posts_per_page) if page else fire_schedule(stack)
    if page and not fetched:
        raise CommandError(_no_such_page(page, posts_per_page))
    targets = {number: Target(number, modified) for number, modified in fetched.items()}
    outcomes = follow(stack, posts, lambda: targets) if targets else None
    _report(before, posts, outcomes or {}, as_json=as_json)


def _report(before: Before, posts: Posts, outcomes: Mapping[int, Outcome], *, as_json: bool) -> None:
    """Report each post as new, edited, unchanged or refused; print numbers if there are many."""
    changes = {number: _change(before, posts, number, outcome) for number, outcome in outcomes.items()}
    if as_json:
        _print_rows(outcomes, changes)
    elif not outcomes:
        typer.echo("Nothing is new or edited on the blog.")
    elif len(outcomes) <= _MOST_NAMED:
        for number, outcome in outcomes.items():
            typer.echo(visible(outcome.line(f"{changes[number]}: {outcome.name}")))
    else:
        counts = {kind: list(changes.values()).count(kind) for kind in ("new", "edited", "unchanged", "refused")}
        typer.echo(", ".join(f"{count} {kind}" for kind, count in counts.items() if count))
        _name_what_is_not_a_week(outcomes)
    _fail_for_lost(outcomes)


def _print_rows(outcomes: Mapping[int, Outcome], changes: Mapping[int, str] | None = None) -> None:
    for number, outcome in outcomes.items():
        change = {"change": changes[number]} if changes else {}
        typer.echo(sanitised_json({"post_id": number, "name": outcome.name, **change, **outcome.for_programs()}))


def _change(before: Before, after: Posts, number: int, outcome: Outcome) -> str:
    if outcome.kind in ("quarantine", "no programme", "not given"):
        return "refused"
    if number not in before.fetched:
        return "new"
    was, now = before.fetched[number].place, after.fetched[number].place
    return "unchanged" if was == now and before.versions.get(was) == after.versions.get(now) else "edited"


def _no_such_page(page: int, posts_per_page: int) -> str:
    known = len(noted_of_blog().get("posts", {}))
    pages = -(-known // posts_per_page)
    has = f": the blog has {known} posts, which are {counted(pages, 'page')}" if known > 1 else ""
    if known == 1:
        has = ": the blog has one post, on page 1"
    return f"There is no page {page} of {posts_per_page} posts{has}."


# All posts


def _fetch_all(stack: Stack, posts_per_page: int, *, reconcile: bool, as_json: bool) -> None:
    """Request all posts, unless a request's end was not seen yet, and watch them on their way."""
    note = _note() or _ask_for_all(stack, posts_per_page)
    posts = Posts(stack)

    def listed() -> dict[int, Target] | None:
        known = noted_of_blog()
        if known.get("listed_at", "") == note["listed_before"]:
            return None
        return {int(number): Target(int(number), modified) for number, modified in known.get("posts", {}).items()}

    found = follow(stack, posts, listed)
    stack.client("s3").delete_object(Bucket=stack.outputs["BucketName"], Key=BACKFILL_KEY)
    if found is None:
        raise CommandError(
            "The blog's posts were not listed: `wod dead-letters` and the log of get-invictus-post say why; then call "
            "this again."
        )
    failed = {int(number) for number in noted_of_blog().get("failed", {})}
    outcomes = {
        number: replace(outcome, kind="not given", reason="The blog lists the post, but does not return it.")
        if outcome.kind == "lost" and number in failed
        else outcome
        for number, outcome in found.items()
    }
    for line in withdrawn(posts, outcomes) if reconcile else ():
        typer.echo(visible(line))
    if as_json:
        _print_rows(outcomes)
    else:
        _name_what_is_not_a_week(outcomes)
        typer.echo(summary(outcomes.values()))
    _fail_for_lost(outcomes)


def _ask_for_all(stack: Stack, posts_per_page: int) -> dict[str, str]:
    """Queue the request for a list of all posts, and note that this was done."""
    asked_at = datetime.now(UTC).isoformat(timespec="seconds")
    note = {"asked_at": asked_at, "listed_before": str(noted_of_blog().get("listed_at", ""))}
    body = msgspec.json.encode(FetchRequest(posts_per_page=posts_per_page)).decode()
    # The note comes first: if the command ends in between, the next one requests again, and not twice.
    objects.write(BACKFILL_KEY, json.dumps(note).encode(), over=None)
    stack.client("sqs").send_message(QueueUrl=stack.outputs["FetchQueueUrl"], MessageBody=body)
    console.print("All posts are requested. Ctrl-C ends only the watching; call this again to resume it.")
    return note


def _note() -> dict[str, str] | None:
    """Return the note of a backfill whose end was not seen."""
    stored = objects.read(BACKFILL_KEY)
    if not stored:
        return None
    note: dict[str, str] = json.loads(stored.body)
    console.print(f"A backfill was requested at {note['asked_at']}, and goes on: nothing is requested twice.")
    return note


def _name_what_is_not_a_week(outcomes: Mapping[int, Outcome]) -> None:
    """Name each post that is neither a week nor no programme, with the reason."""
    for outcome in outcomes.values():
        if outcome.kind not in ("week", "no programme"):
            typer.echo(visible(outcome.line(outcome.name)))


def _fail_for_lost(outcomes: Mapping[int, Outcome]) -> None:
    if any(outcome.kind == "lost" for outcome in outcomes.values()):
        raise typer.Exit(1)
