"""The lines of a post are grouped by the days that it states."""

from wod.blog import current_blog
from wod.models import DaysMessage, LinesMessage
from wod.plumbing.stage import queue_stage
from wod.reading.days import group_by_day


@queue_stage(LinesMessage)
def handler(message: LinesMessage) -> DaysMessage:
    preamble, days = group_by_day(message.lines, message.source, current_blog())
    return DaysMessage(source=message.source, preamble=preamble, days=days)
