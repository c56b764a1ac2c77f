"""The shapes of the data: what passes between the stages, and what lies in silver.

Every message and every record is validated by these types, and the published JSON Schemas are made from them.
"""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Shape(BaseModel):
    """Immutable, and closed: an unknown field is an error and not a silent loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Link(Shape):
    """A link of a line: the words that carry it and the address, both as the post has them."""

    text: str
    url: str


class Line(Shape):
    """One visual line of the page, with its white space folded, and the links that start in it."""

    text: str
    links: list[Link] = []
    heading: Annotated[bool, Field(description="All of it is bold, underlined or in an h1 to h6")] = False


class Source(Shape):
    """The lineage that every message and every record carries unchanged."""

    post_id: int
    slug: str
    link: str
    title: str
    published: Annotated[str, Field(description="Site-local, as WordPress gives it")]
    modified_gmt: str
    bronze_key: str
    bronze_version_id: str
    pipeline_version: str
    correlation_id: Annotated[str, Field(description="The same from the fetch to the notification, in every log line")]


class Week(Shape):
    """The training week, Monday to Sunday. `year` and `week` are ISO 8601's, of that Monday."""

    year: int
    week: Annotated[int, Field(ge=1, le=53)]
    start_date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    end_date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Day(Shape):
    """A day that the post states: its heading as written, and the lines below it."""

    weekday: Annotated[int, Field(ge=0, le=6, description="Monday is 0")]
    session: Annotated[str, Field(description="The heading as written; `Rest Day` for a rest day")]
    lines: list[Line]


class Session(Shape):
    """A day divided: what stands before the first letter, and the lines of each letter."""

    weekday: Annotated[int, Field(ge=0, le=6)]
    session: str
    warm_up: list[str]
    segments: dict[Annotated[str, Field(pattern="^[a-z]$")], list[str]]
    links: list[Link]


class Part(Shape):
    """One movement of a complex."""

    movement: str
    reps: int


class Prescription(Shape):
    """One thing that the lifter is told to do. Loads are percents; times are seconds."""

    segment: str
    block: int
    movement: str
    complex: list[Part] | None = None
    sets: int | None = None
    first_set: int | None = None
    last_set: int | None = None
    reps_min: int | None = None
    reps_max: int | None = None
    each_side: bool = False
    duration_seconds_min: int | None = None
    duration_seconds_max: int | None = None
    distance: float | None = None
    distance_unit: Literal["m", "ft"] | None = None
    percent_min: float | None = None
    percent_max: float | None = None
    percent_of: str | None = None
    percent_of_rep_max: int | None = None
    rep_max_test: int | None = None
    interval_seconds: int | None = None
    total_seconds: int | None = None
    rest_seconds: int | None = None
    text: str


SEGMENTS_ALWAYS_THERE = "abcde"


class SessionRecord(BaseModel):
    """One line of a silver file: one stated day. Posts with more than five letters add `segment_f` and on."""

    model_config = ConfigDict(
        extra="allow",
        frozen=True,
        json_schema_extra={"patternProperties": {"^segment_[f-z]$": {"type": "string"}}, "additionalProperties": False},
    )

    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    session: Annotated[str, Field(min_length=1)]
    warm_up: str
    segment_a: str
    segment_b: str
    segment_c: str
    segment_d: str
    segment_e: str
    prescriptions: list[Prescription]
    links: list[Link]
    source: Source

    @model_validator(mode="after")
    def _only_segments_are_added(self) -> Self:
        for name, value in (self.model_extra or {}).items():
            if not re.fullmatch("segment_[f-z]", name) or not isinstance(value, str):
                raise ValueError(f"{name} is no field of a session record")
        return self


class PostMessage(Shape):
    """get_invictus_post → dump_post_to_bucket: one post as WordPress gave it, not looked at yet."""

    correlation_id: str
    fetched_at: Annotated[str, Field(description="UTC, YYYY-MM-DDTHH:MM:SS")]
    post: Any


class Message(Shape):
    """What every message about a post in bronze has."""

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


class RecordsMessage(Message):
    """sessions_to_date_records → clean_session_records → save_sessions_to_bucket"""

    week: Week
    preamble: list[Line]
    records: list[dict[str, Any]]
