"""`wod forget`: remove a post from the pipeline that was withdrawn, or stored by mistake."""

import json
from contextlib import suppress
from typing import Annotated
from uuid import uuid4

import typer
from rich.console import Console

from wod.keys import KNOWN_KEY, bronze_ledger, forgotten_key
from wod.plumbing import objects, silver
from wod.plumbing.fetching import known
from wod.plumbing.objects import Conflict
from wod.plumbing.optimistic import retry_on_conflict
from wod_cli import PROGRAMME
from wod_cli.deployed.remains import Remains, etag_of_unreadable, id_of, no_post, remains_of
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, use
from wod_cli.errors import CommandError
from wod_cli.terminal.listing import Yes
from wod_cli.terminal.text import counted, sanitised

console = Console(stderr=True)


def forget(
    post: Annotated[str, typer.Argument(metavar="POST", help="Its id, its slug, or the key of its raw object.")],
    also_bronze: Annotated[
        bool, typer.Option("--bronze", help="Delete the raw post too, so that a fetch may bring it again.")
    ] = False,
    yes: Yes = False,
    stage: StageOption = "dev",
    programme: ProgrammeOption = PROGRAMME,
) -> None:
    """Remove a post from silver, the table, gold and the events; bronze keeps it.

    It stays removed, whatever is delivered or rebuilt, until the blog has a
    later edit of it. With --bronze the raw post is deleted too, and the next
    fetch takes the blog's version; a raw object that is not a post is deleted
    from bronze by its key.

    Example: `wod forget 51820`
    """
    stack = find_stack(stage, programme)
    use(stack)
    if also_bronze and (etag := etag_of_unreadable(post)):
        _delete_unreadable(post, etag, yes=yes)
        return
    found = remains_of(stack, id_of(stack, post))
    if not found.is_known:
        raise no_post(found.post_id)
    console.print(sanitised(f"Post {found.post_id} {found.title}".rstrip()))
    for line in [*(f"session {one}" for one in found.sessions), *(f"raw post {one.key}" for one in found.raw)]:
        console.print(sanitised(f"  {line}"))
    if not yes:
        where = "silver, the table and gold, and from bronze" if also_bronze else "silver, the table and gold"
        typer.confirm(f"Forget it in {where}?", abort=True, err=True)
    correlation_id = str(uuid4())
    if also_bronze:
        _delete_raw(stack, found)
    elif found.modified:
        _keep_out(found, correlation_id)
    silver.remove_post(found.post_id, lambda _: True, correlation_id)
    _report(found, also_bronze=also_bronze)


def _report(found: Remains, *, also_bronze: bool) -> None:
    if found.sessions:
        sessions = counted(len(found.sessions), "session")
        console.print(f"Forgotten: {sessions} of silver, and then of the table, gold and the events.")
    else:
        console.print("Forgotten: silver has no session of it.")
    if also_bronze:
        deleted = counted(len(found.raw), "raw post") if found.raw else "its notes"
        console.print(f"Deleted from bronze: {deleted}; the bucket keeps older versions.")


def _delete_unreadable(key: str, etag: str, *, yes: bool) -> None:
    """Delete a raw object that is not a post, so no session came from it."""
    console.print(sanitised(f"{key} is not a post."))
    if not yes:
        typer.confirm("Delete it from bronze?", abort=True, err=True)
    try:
        objects.delete(key, etag)
    except Conflict:
        raise CommandError(f"Somebody stores {key} right now; try again.") from None
    console.print("Deleted from bronze: 1 raw object; the bucket keeps older versions.")


def _keep_out(found: Remains, correlation_id: str) -> None:
    """Note in bronze up to which modification the post is forgotten, and the id of its sessions."""
    key = forgotten_key(found.post_id)
    withdrawal = {"post_id": found.post_id, "modified_gmt": found.modified, "correlation_id": correlation_id}
    body = json.dumps(withdrawal).encode()

    def once() -> None:
        held = objects.read(key)
        if held is None or json.loads(held.body)["modified_gmt"] < found.modified:
            objects.write(key, body, over=held and held.etag)

    retry_on_conflict(once)


def _delete_raw(stack: Stack, found: Remains) -> None:
    """Delete the raw objects, and all of bronze's notes of the post; the bucket keeps older versions."""
    try:
        for raw in found.raw:
            objects.delete(raw.key, raw.etag)
    except Conflict:
        raise CommandError(f"Somebody stores post {found.post_id} right now; try again.") from None
    stored = objects.read(KNOWN_KEY)
    with suppress(ValueError, KeyError, TypeError):  # what is no such object knows nothing
        known.change(json.loads(stored.body)["blog"] if stored else "", lambda had: had.without(found.post_id))
    for key in (bronze_ledger(found.post_id), forgotten_key(found.post_id)):
        stack.client("s3").delete_object(Bucket=stack.outputs["BucketName"], Key=key)
