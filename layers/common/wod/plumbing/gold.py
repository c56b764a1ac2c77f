"""Gold: the figures of a week, one object per week."""

import json

from msgspec import ValidationError

from wod import PIPELINE_VERSION
from wod.figures.shapes import WeekFigures
from wod.figures.week import aggregate_week
from wod.keys import SILVER_PREFIX, gold_key, silver_key, silver_ledger, week_of_key
from wod.models import SessionRecord, Source
from wod.plumbing import ledger, objects, running
from wod.plumbing.current_blog import current_blog
from wod.plumbing.current_week import current_week
from wod.plumbing.events import ObjectCreated
from wod.plumbing.objects import Conflict, StoredObject
from wod.plumbing.quality_alerts import alert_operator
from wod.shape import decode
from wod.week_file import read_sessions
from wod.weeks import weeks_away


def store_figures(event: ObjectCreated) -> None:
    """Compute the figures of the week of silver that an event is about, and of the week after, which is compared with
    it.

    The lines before a post's first day are taken from gold if it has them, unless an operator wants everything made
    again. Raise Conflict if silver or gold has changed meanwhile.
    """
    week = week_of_key(event.key_under(SILVER_PREFIX))
    running.if_nothing_made("the figures are the same")
    # Gold is read first, so figures from input that is read later are as new as gold, or newer.
    gold, silver = objects.read(gold_key(week)), current_week(event)
    if silver is None:
        return
    _store(gold, silver, objects.read(silver_key(weeks_away(week, -1))), is_rebuild=event.is_rebuild)
    after = weeks_away(week, 1)
    gold, silver_after = objects.read(gold_key(after)), objects.read(silver_key(after))
    if silver_after is not None:
        _store(gold, silver_after, silver, is_rebuild=event.is_rebuild)
    if current_week(event) != silver:
        raise Conflict(f"{silver.key} has changed")


def _store(gold: StoredObject | None, silver: StoredObject, before: StoredObject | None, *, is_rebuild: bool) -> None:
    week, sessions = week_of_key(silver.key), read_sessions(silver.body)
    preambles = _preambles(sessions, None if is_rebuild else gold)
    figures = aggregate_week(
        week,
        sessions,
        read_sessions(before.body) if before else None,
        preambles,
        silver.key,
        current_blog(),
    )
    body = json.dumps(figures, ensure_ascii=False).encode()  # one line, as Athena reads JSON
    objects.check_size(gold_key(week), body)
    if gold is None or gold.body != body:
        metadata = {"correlation-id": silver.metadata.get("correlation-id", "")}
        objects.write(gold_key(week), body, over=gold and gold.etag, Metadata=metadata)
        running.made(weeks=1)
    alert_operator(body, gold.body if gold else None)


def _preambles(sessions: list[SessionRecord], gold: StoredObject | None) -> dict[int, list[str]]:
    """Return the lines of each post of the week before its first day, by post id: from gold if that was computed from
    the same revision of the post, else from the post's ledger."""
    known = _known_preambles(gold)
    sources = {session.source.post_id: session.source for session in sessions}
    preambles = {}
    for post_id, source in sources.items():
        read_from, lines = known.get(post_id, (None, []))
        preambles[post_id] = lines if read_from == source else _noted_preamble(post_id)
    return preambles


def _noted_preamble(post_id: int) -> list[str]:
    entry = ledger.read(silver_ledger(post_id))
    return [line["text"] for line in entry.notes["preamble"]] if entry else []


def _known_preambles(gold: StoredObject | None) -> dict[int, tuple[Source, list[str]]]:
    """Return the lineage of each post of a week in gold, and the lines before its first day."""
    try:
        figures = decode(gold.body, WeekFigures) if gold else None
    except ValidationError:  # another program's, or an older shape
        return {}
    if figures is None or figures.lineage.pipeline_version != PIPELINE_VERSION:
        return {}
    lines = {preamble.post_id: preamble.lines for preamble in figures.quality.preambles}
    return {source.post_id: (source, lines.get(source.post_id, [])) for source in figures.lineage.posts}
