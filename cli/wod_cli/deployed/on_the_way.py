"""Posts for certain days that have not reached the table yet."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, silver_key
from wod.models import Week
from wod.plumbing import objects
from wod.plumbing.current_blog import current_blog
from wod.plumbing.table import sessions_of_day
from wod.reading.whole_post import read_records
from wod.week_file import read_week
from wod.weeks import days_of, week_starting
from wod_cli.deployed.outcomes import Posts, Target
from wod_cli.deployed.queues import queues_of
from wod_cli.deployed.settling import IN_FRONT_OF_BRONZE
from wod_cli.deployed.stack import Stack

# A post is published so long before its week, or after the beginning of it.
_EARLIEST, _LATEST = timedelta(days=28), timedelta(days=7)


def on_the_way(stack: Stack, days: Collection[date]) -> Iterator[str]:
    """Yield a sentence for each post of these days that is in bronze and not in silver, with the reason if it is in
    quarantine; and for messages that have not reached bronze or the table yet."""
    wanted = {day.isoformat() for day in days}
    posts = Posts(stack)
    for key, version_id in sorted(posts.versions.items()):
        if not _may_be_for(key, min(days), max(days)):
            continue
        stored = objects.read(key)
        try:
            read = read_records(stored.body, key, version_id, "", current_blog()) if stored else None
        except BadInput:
            continue
        if read and not set(days).isdisjoint(days_of(read.week)):
            target = Target(read.source.post_id, read.source.modified_gmt, key, version_id)
            outcome = posts.outcome(target)
            if outcome.kind == "quarantine":
                yield f"{read.source.title} is in quarantine: {outcome.reason}"
            elif not outcome.is_settled and posts.final_outcome(target).kind not in ("forgotten", "replaced"):
                yield f"{read.source.title} is on its way: try again in a minute."
    queues = queues_of(stack)
    waiting = sum(queues[name].count() for name in IN_FRONT_OF_BRONZE if name in queues)
    if waiting:
        yield f"On the way to bronze, with posts of any week: {waiting} waiting. Try again in a minute."
    missing = {day for day in wanted if not sessions_of_day(day)}
    if _silver_has(missing, week_starting(min(days) - timedelta(days=min(days).weekday()))):
        yield "Silver has it, and the table follows: try again in a moment."


def _may_be_for(key: str, first: date, last: date) -> bool:
    """Return whether the post of this key was published around these days. A dropped file may have any name."""
    name = key.rsplit("/", 1)[-1]
    try:
        published = date.fromisoformat(name[: len("2021-03-08")])
    except ValueError:
        return key.startswith(BRONZE_PREFIX)
    return first - _EARLIEST <= published <= last + _LATEST


def _silver_has(wanted: Collection[str], week: Week) -> bool:
    stored = objects.read(silver_key(week))
    try:
        return any(record["date"] in wanted for record in read_week(stored.body)) if stored else False
    except BadInput:
        return False
