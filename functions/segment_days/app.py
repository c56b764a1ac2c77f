"""Divide each day into its warm-up and its parts."""

from wod.messages import DaysMessage, SessionsMessage
from wod.plumbing.current_blog import current_blog
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import next_queue
from wod.reading.parts.parts import segment_day


@queue_stage(DaysMessage, needs=[next_queue])
def handler(message: DaysMessage) -> SessionsMessage:
    sessions = [segment_day(day, current_blog()) for day in message.days]
    return SessionsMessage(source=message.source, preamble=message.preamble, sessions=sessions)
