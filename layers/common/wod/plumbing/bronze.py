"""Bronze: raw posts, one object a post, as WordPress gave them."""

import json
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from wod.errors import BadInput
from wod.keys import BRONZE_LEDGERS, BRONZE_PREFIX, bronze_key, check_prefix
from wod.models import KeyPassed, PostMessage, Source, fits_header
from wod.plumbing import ledger, objects
from wod.plumbing.objects import StoredObject
from wod.reading.post import Post, check_time, is_ahead, post_from, read_post, source_of
from wod.reading.sameness import same_to_reader

_A_FUNCTIONS_LIFE = timedelta(minutes=2)


def store_post(message: PostMessage) -> KeyPassed | None:
    """Write the post to bronze if it is newer than what bronze holds, and take it away from where an older revision of
    it lies because an edit has changed its slug or publication date.

    Newer is what was modified later on the blog, or was fetched later and differs. So it is between two posts that have
    had the same slug and day, one after the other. A revision that is the same to a reader as what lies there is not
    written: the ledger alone learns that what lies there is still right at the later time. Raises BadInput where it is
    no post, or is dated ahead of its fetch.

    Return that this post has lost the key, if another one has it that is newer.
    """
    post = post_from(message.post)
    check_time(post, message.fetched_at)
    key = bronze_key(post)
    body = _body_of(message)
    held = objects.read(key)
    same = _post_in(held)
    unchanged = same is not None and same_to_reader(same.post, post)
    digest = objects.digest_of(held.body if held and unchanged else body)
    revision: tuple[str, ...] = (post.modified_gmt, message.fetched_at)
    if same and unchanged:
        # Keep the known time if it is the same revision, so that a re-fetch does not touch the ledger.
        known = ledger.read(post_ledger(post.id))
        times = [same.revision, *([known.revision] if known and _confirms(known, digest, key) else [])]
        revision = next((time for time in times if time[0] == post.modified_gmt), revision)

    is_lost = False

    def is_newest(entry: ledger.Entry | None) -> bool:
        if entry and revision < entry.revision and _still_counts(post.id, entry):
            return False
        # A newer one may have been dropped by hand, so that no ledger has heard of it.
        found = [_post_in(objects.read(place)) for place in {key, *(entry.places if entry else ())}]
        return all(there.revision <= revision for there in found if there and there.post.id == post.id)

    def put(check: ledger.Check) -> None:
        nonlocal is_lost
        held = objects.read(key)
        there = _post_in(held)
        is_lost = there is not None and _keeps_out(there, post, revision)
        if is_lost:
            return
        if (
            there is None
            or there.post.id != post.id
            or (revision > there.revision and not _still_says(held, there.post, post))
        ):
            check()
            metadata = {"correlation-id": message.correlation_id, "fetched-at": message.fetched_at}
            objects.write(key, body, over=held, metadata=metadata)

    def take_away(other: str, check: ledger.Check) -> None:
        held = objects.read(other)
        there = _post_in(held)
        if held and there and there.post.id == post.id and there.revision <= revision:
            check()
            objects.delete(held)

    ledger.keep(
        post_ledger(post.id),
        revision=revision,
        place=key,
        notes={"digest": digest},
        is_newest=is_newest,
        put=put,
        take_away=take_away,
    )
    if not is_lost:
        return None
    return KeyPassed(bronze_key=key, post_ids=[post.id], correlation_id=message.correlation_id)


def _body_of(message: PostMessage) -> bytes:
    try:
        return json.dumps(message.post, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        raise BadInput("The post holds NaN or infinity, which JSON has not; look at what sent it.") from None


def _still_counts(post_id: int, entry: ledger.Entry) -> bool:
    """Whether bronze holds the revision that the ledger names, or a newer one; or another post that has its key.

    A revision that was claimed a moment ago counts too: the function that claimed it may be about to store it.
    """
    claimed = objects.read(post_ledger(post_id))
    recently = (datetime.now(UTC) - _A_FUNCTIONS_LIFE).strftime("%Y-%m-%dT%H:%M:%S")
    if claimed is None or claimed.last_modified > recently:
        return True
    stored = objects.read(entry.place)
    there = _post_in(stored)
    if stored is None or there is None or not there.is_fetched:
        return False
    return there.revision >= entry.revision or objects.digest_of(stored.body) == entry.notes.get("digest")


def _keeps_out(there: "_Held", post: Post, revision: tuple[str, ...]) -> bool:
    """Whether what lies under a key is another post, which got the slug later. One that was only dropped under this
    name has no right to it."""
    if there.post.id == post.id or not there.is_fetched:
        return False
    return (there.revision, there.post.id) > (revision, post.id)


class _Held(NamedTuple):
    """A post that lies in bronze, the revision that it is, and whether it came from the blog."""

    post: Post
    revision: tuple[str, ...]
    is_fetched: bool


def _post_in(stored: StoredObject | None) -> _Held | None:
    """The post that lies there; None where nothing does, or something else, or a post that is dated ahead."""
    try:
        post = read_post(stored.body) if stored else None
    except BadInput:
        return None
    if stored is None or post is None:
        return None
    fetched_at = stored.metadata.get("fetched-at")
    if is_ahead(post, stored.last_modified):
        return None
    return _Held(post, (post.modified_gmt, fetched_at or stored.last_modified), is_fetched=fetched_at is not None)


def lineage_of(stored: StoredObject, post: Post) -> Source:
    """The lineage of everything that is made of this version of a raw post."""
    # A post that was dropped by hand was never fetched: its version names it as well.
    noted = stored.metadata.get("correlation-id", "")
    correlation_id = noted if noted and fits_header(noted) else stored.version_id
    return source_of(post, stored.key, stored.version_id, correlation_id)


def newest_revision(key: str) -> StoredObject | None:
    """Return the version of a raw post that counts; None if it is gone. Raise BadInput if what lies there is none."""
    return objects.newest_revision(key, _confirmed)


def is_current(source: Source) -> bool:
    """Whether this lineage still names the revision that counts of its raw post, and is not forgotten; BadInput where
    it names none."""
    check_prefix(source.bronze_key, BRONZE_PREFIX)
    if source.modified_gmt <= forgotten_until(source.post_id):
        return False
    try:
        newest = newest_revision(source.bronze_key)
    except BadInput:
        return False
    return newest is not None and newest.version_id == source.bronze_version_id and not _is_older_copy(source)


def _is_older_copy(source: Source) -> bool:
    """Whether another key holds the post as it still was at a later modification than this one's."""
    entry = ledger.read(post_ledger(source.post_id))
    if entry is None or entry.place == source.bronze_key or entry.revision[0] <= source.modified_gmt:
        return False
    try:
        newest = newest_revision(entry.place)
    except BadInput:
        return False
    return newest is not None and _confirms(entry, objects.digest_of(newest.body), entry.place)


def _still_says(held: StoredObject | None, there: Post, post: Post) -> bool:
    """Whether what lies in bronze, and all that was made of it, is what the post says.

    If an older copy was dropped by hand meanwhile, over this one or under another key, and counted until now, only a
    new version undoes that; and so it is if the post was forgotten and is published again.
    """
    if held is None or not same_to_reader(there, post):
        return False
    if there.modified_gmt >= post.modified_gmt:
        return True
    if there.modified_gmt <= forgotten_until(post.id) < post.modified_gmt:
        return False
    newest = newest_revision(held.key)
    silver = ledger.read(f"silver/posts/{post.id}.json")
    overtaken = silver is not None and silver.revision > (there.modified_gmt, held.key)
    return newest is not None and newest.version_id == held.version_id and not overtaken


def _confirmed(post_id: int, key: str) -> tuple[str, str] | None:
    """The digest of what a later modification has left as it was in this place, and that modification."""
    entry = ledger.read(post_ledger(post_id))
    return (
        (entry.notes["digest"], entry.revision[0]) if entry and entry.place == key and "digest" in entry.notes else None
    )


def _confirms(entry: ledger.Entry, digest: str, key: str) -> bool:
    return entry.place == key and entry.notes.get("digest") == digest


def holds(post_id: int, revision: tuple[str, ...]) -> bool:
    """Whether bronze has this revision of a post, its modification and key, or a newer one where it was fetched to.
    What cannot be read may be a newer one."""
    _, key = revision
    entry = ledger.read(post_ledger(post_id))
    forgotten = forgotten_until(post_id)
    try:
        for place in {key, *(entry.places if entry else ())}:
            there = _post_in(newest_revision(place))
            if not there or there.post.id != post_id or there.post.modified_gmt <= forgotten:
                continue
            if (there.post.modified_gmt, place) >= revision:
                return True
    except BadInput:
        return True
    return False


def forgotten_until(post_id: int) -> str:
    """Up to which modification an operator has had a post forgotten; empty where nobody has."""
    stored = objects.read(forgotten_key(post_id))
    return str(json.loads(stored.body)["modified_gmt"]) if stored else ""


def forgotten_key(post_id: int) -> str:
    """The key under which it lies that a post was forgotten. Only an operator writes it."""
    return f"bronze/forgotten/{post_id}.json"


def post_ledger(post_id: int) -> str:
    """The key under which bronze keeps where a post lies, and which revision of it."""
    return f"{BRONZE_LEDGERS}{post_id}.json"
