"""Bronze: raw posts, one object a post, as WordPress gave them."""

import json
from typing import NamedTuple

from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, bronze_key
from wod.models import PostMessage, Source, fits_header
from wod.plumbing import ledger, objects
from wod.plumbing.objects import StoredObject
from wod.post import Post, post_from, read_post, source_of


def store_post(message: PostMessage) -> None:
    """Write the post to bronze if it is newer than what bronze holds, and take it away from where an older revision of
    it lies because an edit has changed its slug or publication date.

    Newer is what was modified later on the blog, or was fetched later and differs. So it is between two posts that have
    had the same slug and day, one after the other. Raises BadInput where it is no post.
    """
    post = post_from(message.post)
    key = bronze_key(post)
    try:
        body = json.dumps(message.post, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        raise BadInput("The post holds NaN or infinity, which JSON has not; look at what sent it.") from None

    # What lies there already keeps its time, so that a post that comes again is no news to the ledger either.
    same = _post_in(objects.read(key))
    revision = same.revision if same and same.post == post else (post.modified_gmt, message.fetched_at)

    def is_newest(entry: ledger.Entry | None) -> bool:
        if entry and revision < entry.revision:
            return False
        # A newer one may have been dropped by hand, so that no ledger has heard of it.
        found = {place: _post_in(objects.read(place)) for place in {key, *(entry.places if entry else ())}}
        rivals = [there for place, there in found.items() if there and (place == key or there.post.id == post.id)]
        return all(there.revision <= revision for there in rivals)

    def put(check: ledger.Check) -> None:
        held = objects.read(key)
        there = _post_in(held)
        if there is None or (there.post != post and revision > there.revision):
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
        f"bronze/posts/{post.id}.json",
        revision=revision,
        place=key,
        notes={},
        is_newest=is_newest,
        put=put,
        take_away=take_away,
    )


class _Lying(NamedTuple):
    """A post that lies in bronze, and the revision that it is."""

    post: Post
    revision: tuple[str, str]


def _post_in(stored: StoredObject | None) -> _Lying | None:
    """The post that lies there; None where nothing does, or something else."""
    try:
        post = read_post(stored.body) if stored else None
    except BadInput:
        return None
    if stored is None or post is None:
        return None
    return _Lying(post, (post.modified_gmt, stored.metadata.get("fetched-at", stored.last_modified)))


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


def holds(key: str, post_id: int, modified_gmt: str) -> bool:
    """Whether bronze has this revision of the post there, or a newer one. What cannot be read may be a newer one."""
    try:
        newest = objects.newest_revision(key)
    except BadInput:
        return True
    if newest is None:
        return False
    post = read_post(newest.body)
    return post.id == post_id and post.modified_gmt >= modified_gmt
