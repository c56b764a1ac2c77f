"""Turn sessions into dated records of their week."""

from contextlib import suppress

from wod.messages import RecordsMessage, SessionsMessage
from wod.notation.grammar.notation import notation_of
from wod.plumbing.current_blog import UnknownBlog, current_blog
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import next_queue
from wod.reading.records import to_records

# The tables are built during init, which has a whole processor. A wrong blog fails when a message comes.
with suppress(UnknownBlog):
    notation_of(current_blog())


@queue_stage(SessionsMessage, needs=[next_queue])
def handler(message: SessionsMessage) -> RecordsMessage:
    week, records = to_records(message.source, message.sessions, current_blog(), message.preamble)
    return RecordsMessage(source=message.source, week=week, preamble=message.preamble, records=records)
