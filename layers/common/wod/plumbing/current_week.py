"""The week of silver that an event is about."""

from wod.keys import SILVER_PREFIX, silver_key, week_of_key
from wod.plumbing import objects
from wod.plumbing.events import ObjectCreated
from wod.plumbing.objects import StoredObject
from wod.plumbing.running import if_nothing_made
from wod.plumbing.telemetry import about


def current_week(event: ObjectCreated, prefix: str = SILVER_PREFIX) -> StoredObject | None:
    """Return the week's current file; log lines have the id of the run that wrote it from here on.

    Raise BadInput if the event is not about a week under the prefix.
    """
    week = week_of_key(event.key_under(prefix))
    about(week=str(week))
    stored = objects.read(silver_key(week))
    if stored is None:
        if_nothing_made("silver has no such week any more")
    else:
        about(correlation_id=stored.metadata.get("correlation-id"))
    return stored
