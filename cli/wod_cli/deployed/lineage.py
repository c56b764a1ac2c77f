"""Find the source of days and figures: sessions, their lines, and the raw posts that they come from."""

import json
from datetime import date, timedelta
from typing import Any

import msgspec

from wod.figures.volume import efforts_of
from wod.keys import gold_key, silver_key
from wod.models import SessionRecord
from wod.notation.grammar.notation import catalogue_of
from wod.plumbing import objects
from wod.plumbing.current_blog import current_blog
from wod.week_file import read_week
from wod.weeks import week_starting

type Found = dict[str, Any]


def behind(days: list[date], figure: str) -> Found:
    """Return the sessions of days with their lines and the raw posts behind them; or only the lines behind a figure."""
    week = week_starting(days[0] - timedelta(days=days[0].weekday()))
    silver, gold = objects.read(silver_key(week)), objects.read(gold_key(week))
    wanted = {day.isoformat() for day in days}
    records = [one for one in read_week(silver.body) if one["date"] in wanted] if silver else []
    sessions = [found for one in records if (found := _session(one, figure))]
    return {
        "week": str(week),
        "figure": _figure(json.loads(gold.body), figure) if gold and figure and len(days) > 1 else None,
        "silver": {"key": silver.key, "version_id": silver.version_id} if silver else None,
        "gold": {"key": gold.key, "version_id": gold.version_id} if gold else None,
        "posts": sorted({one["source"]["post_id"] for one in records}),
        "sessions": sessions,
    }


def _session(record: Found, figure: str) -> Found | None:
    typed = msgspec.convert(record, SessionRecord)
    behind = None
    if figure:
        efforts = efforts_of(typed, catalogue_of(current_blog())) if typed.counted and not typed.optional else []
        behind = {
            (one.prescription.segment, one.prescription.line)
            for one in efforts
            if figure.casefold() in {str(name).casefold() for name in (one.lift, one.family, one.movement)}
        }
        if not behind:
            return None
    texts = {line.segment: record[f"segment_{line.segment}"].split("\n") for line in typed.lines}
    lines = [
        {"segment": line.segment, "line": line.line, "kind": line.kind, "text": texts[line.segment][line.line]}
        for line in typed.lines
        if behind is None or (line.segment, line.line) in behind
    ]
    return {"date": typed.date, "session": typed.session, "lines": lines, "source": record["source"]}


def _figure(gold: Found, name: str) -> Found | None:
    """Return gold's volume of a name, the sum of all counted sessions of the week."""
    for kind in ("lifts", "families", "movements"):
        for one in gold["totals"][kind]:
            if str(one["name"]).casefold() == name.casefold():
                return {"of": kind, **one}
    return None
