"""Gold: the figures of a week, one object a week."""

import json
from typing import Any

from wod.blog import current_blog
from wod.figures.week import aggregate_week
from wod.keys import gold_key, silver_key, silver_ledger, week_of_key
from wod.models import Week
from wod.plumbing import ledger, objects, running
from wod.plumbing.quality_alerts import alert_operator
from wod.week_file import read_week
from wod.weeks import weeks_away


def store_figures(silver: str) -> None:
    """Compute the figures of the week whose silver file this is, and of the week after, which is compared with it.

    Raise Conflict if another function writes one of them meanwhile.
    """
    week = week_of_key(silver)
    running.nothing_to_do("the figures are the same")
    _store(week)
    _store(weeks_away(week, 1))


def _store(week: Week) -> None:
    # Gold is read first: a figure computed from what is read after it can only be as new as gold, or newer.
    held = objects.read(gold_key(week))
    silver = objects.read(silver_key(week))
    if silver is None:
        return
    before = objects.read(silver_key(weeks_away(week, -1)))
    records = read_week(silver.body)
    figures = aggregate_week(
        week,
        records,
        read_week(before.body) if before else None,
        _preambles(records),
        silver.key,
        current_blog().quality,
    )
    body = json.dumps(figures, ensure_ascii=False).encode()  # one line, as Athena reads JSON
    objects.check_size(gold_key(week), body)
    if held is None or held.body != body:
        objects.write(gold_key(week), body, over=held, metadata=silver.metadata)
        running.made(weeks=1)
    alert_operator(body, held.body if held else None)


def _preambles(records: list[dict[str, Any]]) -> dict[int, list[str]]:
    """What each post of the week says in front of its first day, by post id."""
    posts = sorted({record["source"]["post_id"] for record in records})
    entries = {post: ledger.read(silver_ledger(post)) for post in posts}
    return {post: [line["text"] for line in entry.notes["preamble"]] for post, entry in entries.items() if entry}
