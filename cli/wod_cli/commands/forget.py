"""`wod forget`: remove a post from the pipeline that was withdrawn, or stored by mistake."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Annotated
from uuid import uuid4

import typer
from rich.console import Console

from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, KNOWN_KEY, bronze_ledger, forgotten_key, silver_ledger
from wod.plumbing import ledger, objects, silver
from wod.plumbing.fetching import known
from wod.plumbing.objects import Conflict, StoredObject
from wod.reading.post import read_post
from wod.week_file import read_week
from wod_cli import PROGRAMME
from wod_cli.deployed.stack import ProgrammeOption, Stack, StageOption, find_stack, use
from wod_cli.errors import CommandError
from wod_cli.terminal.listing import Yes, tracked
from wod_cli.terminal.text import counted, sanitised

console = Console(stderr=True)

_ID = re.compile(r"[1-9]\d{0,18}", re.ASCII)
_FETCHED = re.compile(rf"{BRONZE_PREFIX}\d{{4}}/\d{{2}}/\d{{4}}-\d{{2}}-\d{{2}}__(?P<slug>.+)__raw\.json")


@dataclass
class Remains:
    """A stack's data of a post: raw objects, sessions in silver, and the last known modification."""

    post_id: int
    raw: list[StoredObject] = field(default_factory=list)
    sessions: list[str] = field(default_factory=list)
    modified: str = ""
    title: str = ""


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
    fetch takes the blog's version.

    Example: `wod forget 51820`
    """
    stack = find_stack(stage, programme)
    use(stack)
    found = remains_of(stack, id_of(stack, post))
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
    silver.take_out(found.post_id, lambda _: True, correlation_id)
    sessions = counted(len(found.sessions), "session")
    console.print(f"Forgotten: {sessions} of silver, and then of the table, gold and the events.")


def remains_of(stack: Stack, post_id: int) -> Remains:
    """Return all of the stack's data of a post."""
    found = Remains(post_id)
    stored = ledger.read(silver_ledger(post_id))
    fetched = ledger.read(bronze_ledger(post_id))
    places = {*(fetched.places if fetched else ()), *([stored.revision[1]] if stored and stored.place else [])}
    slugs = {name["slug"] for place in places if (name := _FETCHED.fullmatch(place))}
    for key in tracked(stack.keys(BRONZE_PREFIX), "looking for the post"):
        # What was dropped by hand may have any name, and no ledger knows it if it was forgotten before.
        name = _FETCHED.fullmatch(key)
        if slugs and name and key not in places and name["slug"] not in slugs:
            continue
        try:
            raw = objects.read(key)
            post = read_post(raw.body) if raw else None
        except BadInput:
            continue
        if raw and post and post.id == post_id:
            found.raw.append(raw)
            found.title = post.title
            found.modified = max(found.modified, post.modified_gmt)
    if fetched:
        found.modified = max(found.modified, fetched.revision[0])
    if stored and stored.place:
        found.modified = max(found.modified, stored.revision[0])
    for week in stored.places if stored else ():
        body = objects.read(week)
        records = read_week(body.body) if body else []
        found.sessions += [f"{one['date']} {one['session']}" for one in records if one["source"]["post_id"] == post_id]
    return found


def _keep_out(found: Remains, correlation_id: str) -> None:
    """Note in bronze up to which modification the post is forgotten, and the id of its sessions."""
    key = forgotten_key(found.post_id)
    said = {"post_id": found.post_id, "modified_gmt": found.modified, "correlation_id": correlation_id}
    body = json.dumps(said).encode()
    while True:
        held = objects.read(key)
        if held and json.loads(held.body)["modified_gmt"] >= found.modified:
            return
        with suppress(Conflict):
            objects.write(key, body, over=held and held.etag)
            return


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


def id_of(stack: Stack, name: str) -> int:
    """Return the id of a post that is named by its id, its slug, or the key of its raw object.

    Raise CommandError if the name fits no post or several.
    """
    if _ID.fullmatch(name):
        return int(name)
    ids = set()
    for key in stack.keys(BRONZE_PREFIX):
        fetched = _FETCHED.fullmatch(key)
        if name == key or (fetched and fetched["slug"] == name.replace("%", ".")):
            try:
                raw = objects.read(key)
                ids |= {read_post(raw.body).id} if raw else set()
            except BadInput as error:
                raise CommandError(f"{key} is not a post: {error}") from error
    if len(ids) != 1:
        raise CommandError(
            f"{name!r} names {len(ids) or 'no'} posts in bronze: give the id of one, which `wod week --json` and "
            "the quarantine have as post_id."
        )
    return ids.pop()
