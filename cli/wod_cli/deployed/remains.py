"""A post as an operator names it, and all of a stack's data of it."""

import re
from dataclasses import dataclass, field

from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, bronze_ledger, forgotten_key, silver_ledger
from wod.plumbing import ledger, objects
from wod.plumbing.objects import StoredObject
from wod.reading.post import is_ahead, read_post
from wod.week_file import read_week
from wod_cli.deployed.reconcile import noted_of_blog
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError
from wod_cli.terminal.listing import tracked

_ID = re.compile(r"[1-9]\d{0,18}", re.ASCII)
_FETCHED = re.compile(rf"{BRONZE_PREFIX}\d{{4}}/\d{{2}}/\d{{4}}-\d{{2}}-\d{{2}}__(?P<slug>.+)__raw\.json")


@dataclass
class Remains:
    """A stack's data of a post: raw objects, sessions in silver, and the last known modification.

    `is_known` is True if the stack has anything of it, a note in a ledger for one.
    """

    post_id: int
    raw: list[StoredObject] = field(default_factory=list)
    sessions: list[str] = field(default_factory=list)
    modified: str = ""
    title: str = ""
    is_known: bool = False


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
                raise CommandError(
                    f"{key} is not a post: {error} `wod forget {key} --bronze` deletes it from bronze."
                ) from error
    if len(ids) != 1:
        raise CommandError(
            f"{name!r} names {len(ids) or 'no'} posts in bronze: give the id of one, which `wod week --json` and "
            "the quarantine have as post_id."
        )
    return ids.pop()


def no_post(name: object) -> CommandError:
    """Return the error about a post that the stack has nothing of."""
    return CommandError(
        f"There is no post {name}: neither bronze nor silver has anything of it. `wod week --json` names posts."
    )


def etag_of_unreadable(key: str) -> str:
    """Return the ETag of a raw object that is not a post; empty if it is one, or if there is no such object."""
    etag = objects.etags(key).get(key, "") if key.startswith(BRONZE_PREFIX) else ""
    try:
        raw = objects.read(key) if etag else None
        if raw:
            read_post(raw.body)
    except BadInput:
        return etag
    return ""


def remains_of(stack: Stack, post_id: int) -> Remains:
    """Return all of the stack's data of a post."""
    found = Remains(post_id)
    stored = ledger.read(silver_ledger(post_id))
    fetched = ledger.read(bronze_ledger(post_id))
    places = {*(fetched.places if fetched else ()), *([stored.revision[1]] if stored and stored.place else [])}
    slugs = {name["slug"] for place in places if (name := _FETCHED.fullmatch(place))}
    for key in tracked(stack.keys(BRONZE_PREFIX), "looking for the post"):
        # A post that was dropped by hand may have any name, and no ledger knows it if it was forgotten before.
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
            if not is_ahead(post, raw.last_modified):  # it never counts, and would keep out every real revision
                found.modified = max(found.modified, post.modified_gmt)
    if fetched:
        found.modified = max(found.modified, fetched.revision[0])
    if stored and stored.place:
        found.modified = max(found.modified, stored.revision[0])
    for week in stored.places if stored else ():
        body = objects.read(week)
        records = read_week(body.body) if body else []
        found.sessions += [f"{one['date']} {one['session']}" for one in records if one["source"]["post_id"] == post_id]
    found.is_known = bool(found.raw or stored or fetched or objects.read(forgotten_key(post_id))) or str(
        post_id
    ) in noted_of_blog().get("posts", {})
    return found
