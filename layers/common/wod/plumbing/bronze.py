"""Bronze: raw posts, one object a post, as WordPress gave them."""

import json

from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, bronze_key
from wod.models import PostMessage, Source, fits_header
from wod.plumbing import ledger, objects
from wod.plumbing.objects import StoredObject
from wod.post import Post, post_from, read_post, source_of


def store_post(message: PostMessage) -> None:
    """Write the post to bronze if it is newer than what bronze holds, and take it away from where an older revision of
    it lies because an edit has changed its slug or publication date.

    Newer is what was modified later on the blog, or was fetched later and differs. Raises BadInput where it is no post.
    """
    post = post_from(message.post)
    key = bronze_key(post)
    try:
        body = json.dumps(message.post, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        raise BadInput("The post holds NaN or infinity, which JSON has not; look at what sent it.") from None

    def is_newer(held: StoredObject | None) -> bool:
        there = _post_in(held)
        if held is None or there is None or there.id != post.id:
            return True
        fetched_at = held.metadata.get("fetched-at", held.last_modified)
        return there != post and (post.modified_gmt, message.fetched_at) > (there.modified_gmt, fetched_at)

    def put(check: ledger.Check) -> None:
        held = objects.read(key)
        if is_newer(held):
            check()
            metadata = {"correlation-id": message.correlation_id, "fetched-at": message.fetched_at}
            objects.write(key, body, over=held, metadata=metadata)

    def take_away(other: str, check: ledger.Check) -> None:
        held = objects.read(other)
        there = _post_in(held)
        if held and there and there.id == post.id:
            check()
            objects.delete(held)

    ledger.keep(
        f"bronze/posts/{post.id}.json",
        revision=(post.modified_gmt, message.fetched_at),
        place=key,
        notes={},
        is_newest=lambda: is_newer(objects.read(key)),
        put=put,
        take_away=take_away,
    )


def _post_in(stored: StoredObject | None) -> Post | None:
    """The post that lies there; None where nothing does, or something else."""
    try:
        return read_post(stored.body) if stored else None
    except BadInput:
        return None


def lineage_of(stored: StoredObject, post: Post) -> Source:
    """The lineage of everything that is made of this version of a raw post."""
    # A post that was dropped by hand was never fetched: its version names it as well.
    noted = stored.metadata.get("correlation-id", "")
    correlation_id = noted if noted and fits_header(noted) else stored.version_id
    return source_of(post, stored.key, stored.version_id, correlation_id)


def is_current(source: Source) -> bool:
    """Whether this lineage still names the revision that counts of its raw post; BadInput where it names none."""
    if not source.bronze_key.startswith(BRONZE_PREFIX):
        raise BadInput(f"The source's bronze_key, {source.bronze_key[:200]!a}, is not under {BRONZE_PREFIX}.")
    try:
        newest = objects.newest_revision(source.bronze_key)
    except BadInput:
        return False
    return newest is not None and newest.version_id == source.bronze_version_id
