"""Sessions become dated records, in the week that the post's title names."""

from wod.models import RecordsMessage, SessionsMessage
from wod.plumbing.stage import queue_stage
from wod.reading.dates import week_of_post
from wod.reading.records import to_records


@queue_stage(SessionsMessage)
def handler(message: SessionsMessage) -> RecordsMessage:
    source = message.source
    week = week_of_post(source.title, source.slug, source.published)
    records = to_records(source, week, message.sessions)
    return RecordsMessage(source=source, week=week, preamble=message.preamble, records=records)
