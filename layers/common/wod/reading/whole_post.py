"""Read a whole post in one call, for callers without stages."""

from wod.blog import Blog
from wod.messages import RecordsMessage
from wod.reading.days.days import group_by_day
from wod.reading.html.page import read_lines
from wod.reading.parts.parts import segment_day
from wod.reading.post import read_post, source_of
from wod.reading.records import to_records


def read_records(
    body: bytes | str, bronze_key: str, bronze_version_id: str, correlation_id: str, blog: Blog
) -> RecordsMessage:
    """Run the stages from a raw post to its records, as the chain does; the records are not cleaned yet.

    Raise BadInput if the text is not a post, or if it has no days.
    """
    post = read_post(body)
    source = source_of(post, bronze_key, bronze_version_id, correlation_id)
    preamble, days = group_by_day(read_lines(post.content), source, blog)
    week, records = to_records(source, [segment_day(day, blog) for day in days], blog, preamble)
    return RecordsMessage(source=source, week=week, preamble=preamble, records=records)
