"""The messages between the stages, each named after its contents."""

from typing import Annotated, Any

from msgspec import Meta

from wod.models import Day, Line, Session, Source, Week
from wod.shape import LARGEST_ID, Shape, check_fields, check_header, check_key, check_timestamp


class PostMessage(Shape):
    """get_invictus_post → dump_post_to_bucket: one post as returned by WordPress, not yet validated."""

    correlation_id: str
    fetched_at: Annotated[str, Meta(description="UTC, ISO 8601 to the second")]
    post: Any

    def __post_init__(self) -> None:
        check_fields(self, correlation_id=check_header, fetched_at=check_timestamp)


class Message(Shape):
    """The fields of every message about a post in bronze."""

    source: Source


class LinesMessage(Message):
    """strip_post_html → group_post_by_day"""

    lines: list[Line]


class DaysMessage(Message):
    """group_post_by_day → segment_days"""

    preamble: list[Line]
    days: list[Day]


class SessionsMessage(Message):
    """segment_days → sessions_to_date_records"""

    preamble: list[Line]
    sessions: list[Session]


class KeyPassed(Shape):
    """dump_post_to_bucket, strip_post_html → save_sessions_to_bucket: a key of bronze has passed to another post."""

    bronze_key: str
    post_ids: Annotated[list[Annotated[int, Meta(ge=1, le=LARGEST_ID)]], Meta(description="Who had it before")]
    correlation_id: str

    def __post_init__(self) -> None:
        check_fields(self, bronze_key=check_key, correlation_id=check_header)


class RecordsMessage(Message):
    """sessions_to_date_records → clean_session_records → save_sessions_to_bucket"""

    week: Week
    preamble: list[Line]
    records: list[dict[str, Any]]
