"""Store a fetched post in bronze, if it is newer than the stored one."""

import json
from datetime import UTC, datetime, timedelta
from functools import partial

from wod.errors import BadInput
from wod.keys import bronze_key, bronze_ledger, silver_ledger
from wod.messages import KeyPassed, PostMessage
from wod.models import Post
from wod.plumbing import ledger, objects, running, version_notes
from wod.plumbing.bronze import Held, forgotten_until, post_in
from wod.plumbing.objects import StoredObject
from wod.plumbing.revisions import confirms, newest_revision
from wod.plumbing.telemetry import about
from wod.reading.post import check_time, post_from
from wod.reading.sameness import same_to_reader

_A_FUNCTIONS_LIFE = timedelta(minutes=2)


def store_post(message: PostMessage) -> KeyPassed | None:
    """Write the post to bronze if it is newer than the stored one, and delete it under its old key if an edit has
    changed its slug or publication date.

    A revision of a post is newer if it was modified later on the blog, or was fetched later and differs. One that reads
    the same as the stored one is not written: only the ledger notes that it is still right at the later time. Of two
    posts that had the same slug and day, one after the other, the one fetched later has the key.

    Return the message that this post has lost the key, if a newer post has it. Raise BadInput if it is not a post, or
    is dated ahead of its fetch.
    """
    post = post_from(message.post)
    check_time(post, message.fetched_at)
    body = _body_of(message)
    is_lost = ledger.until_kept(partial(_store, post, body, message))
    if not is_lost:
        return None
    return KeyPassed(bronze_key=bronze_key(post), post_ids=[post.id], correlation_id=message.correlation_id)


def _store(post: Post, body: bytes, message: PostMessage, *, may_assume: bool) -> bool:
    """Store the post as `store_post` does, and return whether it has lost the key. Raise Conflict if another function
    was faster."""
    key = bronze_key(post)
    held = objects.read(key)
    there = post_in(held)
    ours = there if there and there.post.id == post.id else None
    known = ledger.look(bronze_ledger(post.id), assume_none=may_assume and not ours)
    unchanged = held is not None and ours is not None and same_to_reader(ours.post, post)
    digest = objects.digest_of(held.body if held and unchanged else body)
    revision: tuple[str, ...] = (post.modified_gmt, message.fetched_at)
    if ours and unchanged:
        # Keep the known time if it is the same revision, so that a re-fetch does not touch the ledger.
        confirmed = [known.entry.revision] if known.entry and confirms(known.entry, digest, key) else []
        revision = next((time for time in (ours.revision, *confirmed) if time[0] == post.modified_gmt), revision)
    is_lost = False

    def is_newest() -> bool:
        if known.entry and revision < known.entry.revision and _still_counts(known):
            running.if_nothing_made("nothing stored: bronze has a newer revision")
            return False
        # A newer one may have been dropped by hand, and no ledger knows it.
        running.if_nothing_made("nothing stored: bronze has this revision, or a newer one")
        places = known.entry.places if known.entry else ()
        elsewhere = [post_in(objects.read(place)) for place in places if place != key]
        return all(found.revision <= revision for found in (ours, *elsewhere) if found and found.post.id == post.id)

    def put() -> bool:
        nonlocal is_lost
        is_lost = held is not None and there is not None and _keeps_out(held, there, post, message.fetched_at)
        if is_lost:
            running.if_nothing_made("nothing stored: another post, which is newer, has the same slug and day")
            return False
        if ours and (revision <= ours.revision or _still_says(held, ours.post, post)):
            return False
        # Another post's version has to be found whenever the post is read, and a note would hide it.
        noted = version_notes.noted(held) if ours else {}
        metadata = {"correlation-id": message.correlation_id, "fetched-at": message.fetched_at, **noted}
        objects.write(key, body, over=held and held.etag, Metadata=metadata)
        about(bronze_key=key)
        running.made(posts=1)
        return not ours

    def take_away(other: str, check: ledger.Check) -> None:
        held = objects.read(other)
        there = post_in(held)
        if held and there and there.post.id == post.id and there.revision <= revision:
            check()
            objects.delete(held.key, held.etag)
            running.made(moved=1)

    wanted = ledger.Entry.of(revision, key, {"digest": digest})
    ledger.keep(known, wanted, is_newest=is_newest, put=put, take_away=take_away)
    return is_lost


def _body_of(message: PostMessage) -> bytes:
    try:
        return json.dumps(message.post, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        raise BadInput("The post holds NaN or infinity, which JSON does not have; look at what sent it.") from None


def _still_counts(known: ledger.Ledger) -> bool:
    """Return whether bronze holds the revision that the ledger names, or a newer one; or another post that has its key.

    A revision that was claimed a moment ago counts too: the function that claimed it may be about to store it.
    """
    recently = (datetime.now(UTC) - _A_FUNCTIONS_LIFE).strftime("%Y-%m-%dT%H:%M:%S")
    if known.stored is None or known.entry is None or known.stored.last_modified > recently:
        return True
    stored = objects.read(known.entry.place)
    there = post_in(stored)
    if stored is None or there is None or not there.is_fetched:
        return False
    return there.revision >= known.entry.revision or confirms(known.entry, objects.digest_of(stored.body), stored.key)


def _keeps_out(held: StoredObject, there: Held, post: Post, fetched_at: str) -> bool:
    """Return whether the stored object is another post, which the blog had under this slug later. A post that was only
    dropped under this name does not count.

    A new post may claim an earlier modification than the one it replaces: WordPress gives it its date of publication.
    """
    if there.post.id == post.id or not there.is_fetched:
        return False
    revision = there.revision
    known = ledger.read(bronze_ledger(there.post.id))
    if known and confirms(known, objects.digest_of(held.body), held.key):
        revision = max(revision, known.revision)
    modified, seen = revision
    return (seen, modified, there.post.id) > (fetched_at, post.modified_gmt, post.id)


def _still_says(held: StoredObject | None, there: Post, post: Post) -> bool:
    """Return whether bronze, and everything made from it, has the same content as the post.

    If an older copy was dropped by hand meanwhile, over this one or under another key, and counted until now, only a
    new version undoes that. The same holds if the post was forgotten and is published again.
    """
    if held is None or not same_to_reader(there, post):
        return False
    if there.modified_gmt >= post.modified_gmt:
        return True
    if there.modified_gmt <= forgotten_until(post.id) < post.modified_gmt:
        return False
    newest = newest_revision(held.key)
    silver = ledger.read(silver_ledger(post.id))
    overtaken = silver is not None and silver.revision > (there.modified_gmt, held.key)
    return newest is not None and newest.version_id == held.version_id and not overtaken
