"""Sessions become dated records, in the week that they lie in."""

from wod.blog import current_blog
from wod.models import RecordsMessage, SessionsMessage
from wod.plumbing.stage import queue_stage
from wod.reading.records import to_records


@queue_stage(SessionsMessage)
def handler(message: SessionsMessage) -> RecordsMessage:
    week, records = to_records(message.source, message.sessions, current_blog())
    return RecordsMessage(source=message.source, week=week, preamble=message.preamble, records=records)
