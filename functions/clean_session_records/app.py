"""Clean the records: white space, empties, types, order, columns; never the wording."""

from copy import replace

from wod.messages import RecordsMessage
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import next_queue
from wod.reading.cleaning import clean_records


@queue_stage(RecordsMessage, needs=[next_queue])
def handler(message: RecordsMessage) -> RecordsMessage:
    return replace(message, records=clean_records(message.records))
