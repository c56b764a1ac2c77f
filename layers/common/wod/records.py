"""From the sessions of a week to its silver records; and the whole reading of a post in one call."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from wod.dates import week_of_post
from wod.days import group_by_day
from wod.models import SEGMENTS_ALWAYS_THERE, RecordsMessage, Session, Source, Week
from wod.page import read_lines
from wod.post import read_post, source_of
from wod.prescriptions import read_prescriptions
from wod.segments import segment_day


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
