"""Group the lines of a post by the days that it states."""

from wod.messages import DaysMessage, LinesMessage
from wod.plumbing.current_blog import current_blog
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import next_queue
from wod.reading.days.days import group_by_day


@queue_stage(LinesMessage, needs=[next_queue])
def handler(message: LinesMessage) -> DaysMessage:
    preamble, days = group_by_day(message.lines, message.source, current_blog())
    return DaysMessage(source=message.source, preamble=preamble, days=days)
