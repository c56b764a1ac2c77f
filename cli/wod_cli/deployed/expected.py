"""Compute the sessions that bronze should give, with the functions of the stages, in this process."""

from copy import replace
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from wod.errors import BadInput
from wod.keys import silver_key
from wod.messages import DaysMessage, LinesMessage, RecordsMessage, SessionsMessage
from wod.models import Source, Week
from wod.plumbing import bronze, revisions
from wod.plumbing.current_blog import current_blog
from wod.plumbing.objects import StoredObject
from wod.plumbing.sending import text_of
from wod.reading.days.days import group_by_day
from wod.reading.html.page import read_lines
from wod.reading.parts.parts import segment_day
from wod.reading.post import read_post
from wod.reading.records import to_records
from wod.shape import Shape
from wod.week_file import replace_post
from wod.weeks import week_starting
from wod_cli.posts.other_parser import read_with
from wod_cli.terminal.listing import tracked

type Weeks = dict[str, list[dict[str, Any]]]
"""Silver records by the keys of their weeks' files."""


@dataclass
class Expected:
    """The sessions by week, the lines before each post's first day, and the reasons why other raw posts give none, by
    key."""

    weeks: Weeks = field(default_factory=dict)
    preambles: dict[int, list[str]] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Raw:
    """A raw post whose revision counts."""

    stored: StoredObject
    source: Source


def expected_of(bronze_keys: list[str], parser: Path | None = None, blog: str = "") -> Expected:
    """Return the sessions that the chain should make of these raw posts.

    If a post is under several keys, its newest revision counts. If `parser` is a folder, the parser there reads them.
    """
    expected = Expected()
    posts: dict[int, Raw] = {}
    for key in tracked(bronze_keys, "reading bronze"):
        try:
            raw = _raw_of(key)
        except BadInput as error:
            expected.unreadable[key] = str(error)
            continue
        if raw and (raw.source.post_id not in posts or _revision(posts[raw.source.post_id]) < _revision(raw)):
            posts[raw.source.post_id] = raw
    if parser:
        _read_elsewhere(expected, posts, parser, blog)
        return expected
    for post_id, raw in posts.items():
        try:
            message = _records_of(raw)
        except BadInput as error:
            expected.unreadable[raw.stored.key] = str(error)
            continue
        _add(expected, post_id, message.week, message.records, [line.text for line in message.preamble])
    return expected


def _add(expected: Expected, post_id: int, week: Week, records: list[dict[str, Any]], preamble: list[str]) -> None:
    key = silver_key(week)
    expected.weeks[key] = replace_post(expected.weeks.get(key, []), post_id, records)
    expected.preambles[post_id] = preamble


def _read_elsewhere(expected: Expected, posts: dict[int, Raw], parser: Path, blog: str) -> None:
    """Read the posts with the parser in another folder."""
    inputs = [
        {
            "body": raw.stored.body.decode(),
            "bronze_key": raw.stored.key,
            "bronze_version_id": raw.stored.version_id,
            "correlation_id": raw.source.correlation_id,
        }
        for raw in posts.values()
    ]
    for (post_id, raw), answer in zip(posts.items(), read_with(parser, blog, inputs), strict=True):
        if "refused" in answer:
            expected.unreadable[raw.stored.key] = answer["refused"]
        else:
            week = week_starting(date.fromisoformat(answer["week"]))
            _add(expected, post_id, week, answer["records"], answer["preamble"])


def _raw_of(key: str) -> Raw | None:
    """Return a raw post; None if it is gone or forgotten, or if another key holds a later revision."""
    stored = revisions.newest_revision(key)
    if stored is None:
        return None
    source = revisions.lineage_of(stored, read_post(stored.body))
    return Raw(stored, source) if bronze.is_current(source) else None


def _revision(raw: Raw) -> tuple[str, str]:
    return raw.source.modified_gmt, raw.source.bronze_key


def _records_of(raw: Raw) -> RecordsMessage:
    """Return the records of a raw post, as the stages make them."""
    from wod.reading.cleaning import clean_records  # pandas takes a second to load, and few commands need it

    source = raw.source
    lines = _sent(LinesMessage(source=source, lines=read_lines(read_post(raw.stored.body).content))).lines
    preamble, days = group_by_day(lines, source, current_blog())
    _sent(DaysMessage(source=source, preamble=preamble, days=days))
    sessions = [segment_day(day, current_blog()) for day in days]
    _sent(SessionsMessage(source=source, preamble=preamble, sessions=sessions))
    week, records = to_records(source, sessions, current_blog(), preamble)
    message = _sent(RecordsMessage(source=source, week=week, preamble=preamble, records=records))
    return _sent(replace(message, records=clean_records(message.records)))


def _sent[M: Shape](message: M) -> M:
    """Return the message. Raise BadInput if it is too large for a queue, as the stage would quarantine it."""
    text_of(message)
    return message
