"""From the sessions of a week to its silver records; and the whole reading of a post in one call."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from pydantic import ValidationError

from wod.errors import BadInput, place_and_problem
from wod.models import SEGMENTS_ALWAYS_THERE, RecordsMessage, Session, SessionRecord, Source, Week
from wod.notation.composition import read_prescriptions
from wod.reading.dates import week_of_post
from wod.reading.days import group_by_day
from wod.reading.page import read_lines
from wod.reading.parts import segment_day
from wod.reading.post import read_post, source_of

_MOST_SHOWN = 100  # characters


def read_records(body: bytes | str, bronze_key: str, bronze_version_id: str, correlation_id: str) -> RecordsMessage:
    """All stages from a raw post to its records, one after another, as the chain runs them; not yet cleaned.

    Raises BadInput where the text is no post, the post has no day, or names an impossible date.
    """
    post = read_post(body)
    source = source_of(post, bronze_key, bronze_version_id, correlation_id)
    preamble, days = group_by_day(read_lines(post.content))
    week = week_of_post(source.title, source.slug, source.published)
    records = to_records(source, week, [segment_day(day) for day in days])
    return RecordsMessage(source=source, week=week, preamble=preamble, records=records)


def to_records(source: Source, week: Week, sessions: list[Session]) -> list[dict[str, Any]]:
    """One record a stated day, as `SessionRecord` has it, in the order of the dates.

    Letters after E are fields of all the records or of none. A session that has the date and the name of one before it
    gets ` [2]` behind its name, and so on, for the two are the record's key.
    """
    letters = sorted({*SEGMENTS_ALWAYS_THERE}.union(*(session.segments for session in sessions)))
    taken: set[tuple[int, str]] = set()
    times: Counter[tuple[int, str]] = Counter()  # that a name was taken
    records = []
    for session in sorted(sessions, key=lambda session: session.weekday):
        name = session.session
        while (session.weekday, name) in taken:
            times[session.weekday, session.session] += 1
            name = f"{session.session} [{times[session.weekday, session.session] + 1}]"
        taken.add((session.weekday, name))
        segments = {letter: "\n".join(session.segments.get(letter, [])) for letter in letters}
        records.append(
            {
                "date": (date.fromisoformat(week.start_date) + timedelta(days=session.weekday)).isoformat(),
                "session": name,
                "warm_up": "\n".join(session.warm_up),
                **{f"segment_{letter}": text for letter, text in segments.items()},
                "prescriptions": read_prescriptions(segments),
                "links": [link.model_dump() for link in session.links],
                "source": source.model_dump(),
            }
        )
    return records


def check_record(record: dict[str, Any]) -> None:
    """Raises BadInput, which names the day and the field, where a record breaks the contract of `SessionRecord`."""
    try:
        SessionRecord.model_validate(record, strict=True)
    except ValidationError as error:
        where, what = place_and_problem(error)
        at = f" at {where}" if where else ""
        raise _broken(record, f"breaks the contract of silver{at}: {what}") from None


def check_records(message: RecordsMessage) -> None:
    """Raises BadInput where the records are not those of the message's post and week, one a date and session."""
    taken: set[tuple[str, str]] = set()
    for record in message.records:
        check_record(record)
        key = record["date"], record["session"]
        if record["source"]["post_id"] != message.source.post_id:
            raise _broken(record, "is of another post than its message")
        if not message.week.start_date <= record["date"] <= message.week.end_date:
            raise _broken(record, "is not in the week of its message")
        if key in taken:
            raise _broken(record, "is there twice")
        taken.add(key)


def _broken(record: dict[str, Any], how: str) -> BadInput:
    day, session = (str(record.get(name))[:_MOST_SHOWN] for name in ("date", "session"))
    return BadInput(f"The record of {day}, {session}, {how}; correct the stage that made it and drop the post again.")
