"""Clean the records: white space, empties, types, order, columns; never the wording."""

from wod.models import RecordsMessage
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import next_queue
from wod.reading.cleaning import clean_records


@queue_stage(RecordsMessage, needs=[next_queue])
def handler(message: RecordsMessage) -> RecordsMessage:
    return message.model_copy(update={"records": clean_records(message.records)})
