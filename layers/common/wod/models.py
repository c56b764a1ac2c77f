"""The shapes of the data: the messages between the stages, and the records of silver.

Every message and every record is validated by these types, and the published JSON Schemas are made from them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

LARGEST_ID = 2**63 - 1

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}", re.ASCII)
_HEADER = re.compile("[ -~]{0,1000}")
_LONGEST_KEY = 1024  # bytes: S3's limit


class Shape(BaseModel):
    """An immutable and closed model: an unknown field is an error and not a silent loss.

    Each function uses a few of these, and building a validator takes milliseconds, so it is built at first use.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, allow_inf_nan=False)


def real_time(text: str) -> str:
    """Return the text, if it is a time as WordPress writes it. Raise ValueError for any other."""
    if not _TIME.fullmatch(text):
        raise ValueError("the time has to be in the form 2021-03-14T09:00:00")
    datetime.fromisoformat(text)
    return text


def _real_date(text: str) -> str:
    date.fromisoformat(text)
    return text


def _storable_key(key: str) -> str:
    if not 1 <= len(key.encode()) <= _LONGEST_KEY:
        raise ValueError(f"a key has 1 to {_LONGEST_KEY} bytes")
    return key


def fits_header(text: str) -> bool:
    """Return whether a text fits into an object's metadata: printable ASCII, and not too long."""
    return bool(_HEADER.fullmatch(text))


def _header(text: str) -> str:
    if not fits_header(text):
        raise ValueError("it is stored in a header, which takes up to 1000 printable ASCII characters")
    return text


Time = Annotated[str, AfterValidator(real_time)]
"""ISO 8601 to the second, without a zone."""

Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_real_date)]

Key = Annotated[str, AfterValidator(_storable_key)]
"""Of an object in a bucket."""

CorrelationId = Annotated[str, AfterValidator(_header)]


class Post(Shape):
    """A post as the blog returns it. The times are ISO 8601 to the second, without a zone, as WordPress writes them."""

    id: int
    slug: str
    link: str
    title: Annotated[str, Field(description="Plain text: entities decoded, tags removed")]
    published: Annotated[str, Field(description="Site-local")]
    modified_gmt: str
    content: Annotated[str, Field(description="HTML")]


class Link(Shape):
    """A link of a line: the words that carry it and the address, both as the post has them."""

    text: str
    url: str


class Line(Shape):
    """One visual line of the page, with its white space folded, and the links that start in it."""

    text: str
    links: list[Link] = []
    struck: Annotated[str, Field(description="What of the line is struck out; the text is without it")] = ""
    pictures: Annotated[list[str], Field(description="The alternative text of each picture, which may be empty")] = []
    heading: Annotated[bool, Field(description="All of it is bold, underlined or in an h1 to h6")] = False


class Source(Shape):
    """The lineage that every message and every record carries unchanged."""

    post_id: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    slug: str
    link: str
    title: str
    published: Annotated[Time, Field(description="Site-local, as WordPress gives it")]
    modified_gmt: Time
    bronze_key: Key
    bronze_version_id: str
    pipeline_version: str
    correlation_id: Annotated[
        CorrelationId, Field(description="The same from the fetch to the notification, in every log line")
    ]


class Week(Shape):
    """The training week, Monday to Sunday. `year` and `week` are ISO 8601's, of that Monday."""

    year: int
    week: Annotated[int, Field(ge=1, le=53)]
    start_date: Date
    end_date: Date

    @model_validator(mode="after")
    def _is_in_the_calendar(self) -> Self:
        monday, sunday = (date.fromisocalendar(self.year, self.week, day) for day in (1, 7))
        if (self.start_date, self.end_date) != (monday.isoformat(), sunday.isoformat()):
            raise ValueError("year, week, start_date and end_date do not belong together")
        return self

    def __str__(self) -> str:
        """`2021-W10`"""
        return f"{self.year:04}-W{self.week:02}"


type Rule = Literal[
    "clock", "sets", "percent", "movement", "unread", "number", "note", "date", "weekday", "silent", "picture"
]


class Finding(Shape):
    """A finding for a person to look at. It changes no reading."""

    rule: Rule
    segment: Annotated[str, Field(description="The letter; empty if it is about the day or the post")] = ""
    line: Annotated[str, Field(description="The text that it is about")] = ""
    message: str


class StatedDate(Shape):
    """A date as a heading states it; a year that is left out is found with the post's title and publication."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)]
    year: Annotated[int | None, Field(ge=1, le=9999)] = None


REST_DAY = "Rest Day"
"""The name of every session that is a day of rest, however the coach writes it."""


class DayHeading(Shape):
    """The content of a day's heading, for the session below it."""

    weekday: Annotated[int | None, Field(ge=0, le=6, description="Monday is 0; null if no heading names it")] = None
    stated: Annotated[StatedDate | None, Field(description="The date in the heading")] = None
    session: Annotated[str, Field(min_length=1, description="The heading as written; `Rest Day` for a rest day")]
    level: Annotated[str | None, Field(description="The level that the session is for, if the day has several")] = None
    counted: Annotated[bool, Field(description="False for the levels that the week's figures leave out")] = True
    optional: bool = False


class Day(DayHeading):
    """One session of a day that the post states, and the lines below its heading."""

    lines: list[Line]


class Session(DayHeading):
    """A session divided: its warm-up, and the lines of each part under its letter."""

    warm_up: list[str]
    segments: dict[Annotated[str, Field(pattern="^[a-z]$")], list[str]]
    titles: Annotated[dict[str, str], Field(description="The headings of parts that are more than a letter")] = {}
    links: list[Link]
    struck_out: list[str] = []
    pictures: Annotated[list[str], Field(description="The alternative text of each picture")] = []


type Family = Literal[
    "snatch", "clean", "jerk", "clean and jerk", "squat", "pull", "press", "accessory", "conditioning"
]
"""The family of a movement, by the catalogue."""


class Part(Shape):
    """One movement of a complex, as written, and how often it is done in one repetition of the complex."""

    movement: str
    reps: int


class Prescription(Shape):
    """One thing that the lifter is to do. Values that are not stated are null; loads are percents or weights, times are
    seconds."""

    segment: Annotated[str, Field(description="The letter, lower case")]
    block: Annotated[int, Field(description="The number of the scheme within the segment, from 1")]
    movement: Annotated[str, Field(description="As written")]
    canonical_movement: Annotated[str | None, Field(description="By the catalogue; null where it does not know it")]
    family: Family | None
    lift: Annotated[str | None, Field(description="That a percent would be of, by the catalogue")]
    complex: Annotated[
        list[Part] | None,
        Field(
            description="The movements of `A + 2 B + C`, and of a clean and jerk with counts (`2+1`); null otherwise"
        ),
    ] = None
    sets: Annotated[int | None, Field(description="Of the scheme; on a set line those of its range")] = None
    sets_max: Annotated[int | None, Field(description="Where a range is stated (`3-4 sets`); `sets` has the least")] = (
        None
    )
    first_set: int | None = None
    last_set: int | None = None
    reps_min: Annotated[int | None, Field(description="Of one set; of a complex: how often all of it is done")] = None
    reps_max: int | None = None
    reps_per_set: Annotated[
        list[int] | None, Field(description="One by one, where the sets differ (`3-2-1-3-2-1`)")
    ] = None
    cluster: Annotated[list[int] | None, Field(description="The reps of a set between short rests (`1.1.1`)")] = None
    max_reps: Annotated[bool, Field(description="As many as possible")] = False
    each_side: bool = False
    reps_women: Annotated[int | None, Field(description="The second of a pair (`18/14`)")] = None
    duration_seconds_min: int | None = None
    duration_seconds_max: int | None = None
    distance: float | None = None
    distance_max: Annotated[float | None, Field(description="Where a range is stated; `distance` has the least")] = None
    distance_women: Annotated[float | None, Field(description="The second of a pair (`400/350 m`)")] = None
    distance_unit: Literal["m", "ft", "yd", "km", "mi"] | None = None
    calories_min: int | None = None
    calories_max: int | None = None
    calories_women: Annotated[int | None, Field(description="The second of a pair (`24/18 cal`)")] = None
    percent_min: Annotated[float | None, Field(description="Null in front of a `percent_max` for `up to 70%`")] = None
    percent_max: Annotated[float | None, Field(description="Null behind a `percent_min` for `101%+`")] = None
    percent_of: Annotated[str | None, Field(description="The lift that the post names, as written")] = None
    percent_of_rep_max: Annotated[int | None, Field(description="1 for 1-RM")] = None
    weight: Annotated[float | None, Field(description="Of `60/40 kg` the first, which is for men")] = None
    weight_max: Annotated[float | None, Field(description="Where a range is stated; `weight` has the least")] = None
    weight_women: float | None = None
    weight_unit: Literal["kg", "lb"] | None = None
    rpe_min: float | None = None
    rpe_max: float | None = None
    tempo: Annotated[str | None, Field(description="Down, bottom, up, top: `30X1`")] = None
    rep_max_test: Annotated[int | None, Field(description="k of a k-RM test")] = None
    format: Literal["amrap", "for time"] | None = None
    interval_seconds: int | None = None
    total_seconds: int | None = None
    rest_seconds: Annotated[int | None, Field(description="After this and before the next")] = None
    rest_seconds_max: Annotated[int | None, Field(description="Where a range is stated")] = None
    load_text: Annotated[
        str | None, Field(description="A load as written that is not a percent of a rep max and no weight (`+5 lb`)")
    ] = None
    remark: Annotated[str | None, Field(description="How it is done, as written behind what is asked for")] = None
    line: Annotated[int, Field(description="The line's place in its segment, from 0")] = 0
    text: Annotated[str, Field(description="The line as written")]

    @property
    def counts_of_parts(self) -> str:
        """Return `2+1` for the movements of a complex, if its name does not have their counts; else an empty text."""
        return counts_of_parts(self.movement, [dict(part) for part in self.complex or ()])


def counts_of_parts(name: str, parts: Sequence[Mapping[str, Any]]) -> str:
    """Return `2+1` for the movements of a complex; an empty text if the name of the whole has their counts.

    `Clean & Jerk` and `Clean + Jerk` have none, `2 Cleans + 1 Jerk` has.
    """
    if all(part["reps"] == 1 or f"{part['reps']} {part['movement']}" in name for part in parts):
        return ""
    return "+".join(str(part["reps"]) for part in parts)


type LineKind = Literal["scheme", "movement", "set line", "test", "rest", "connector", "note", "unread"]


class LineReading(Shape):
    """The kind of a line of a segment."""

    segment: str
    line: Annotated[int, Field(description="Its place in the segment, from 0")]
    kind: LineKind


SEGMENTS_ALWAYS_THERE = "abcde"


class SessionRecord(BaseModel):
    """One line of a silver file: one session of a day. Posts with more than five letters add `segment_f` and on."""

    model_config = ConfigDict(
        defer_build=True,
        extra="allow",
        frozen=True,
        allow_inf_nan=False,
        json_schema_extra={"patternProperties": {"^segment_[f-z]$": {"type": "string"}}, "additionalProperties": False},
    )

    date: Date
    session: Annotated[str, Field(min_length=1)]
    warm_up: str
    segment_a: str
    segment_b: str
    segment_c: str
    segment_d: str
    segment_e: str
    segment_titles: Annotated[dict[str, str], Field(description="A part's heading, if it is more than a letter")] = {}
    level: Annotated[str | None, Field(description="The name of the level, if the day has several")] = None
    counted: Annotated[bool, Field(description="False for levels that the week's figures leave out")] = True
    optional: bool = False
    dated_by_setting: Annotated[
        bool, Field(description="True if the post names no day and the blog's setting `undated` gave the date")
    ] = False
    prescriptions: list[Prescription]
    lines: Annotated[list[LineReading], Field(description="The kind of each line of each segment, in order")] = []
    findings: list[Finding] = []
    struck_out: Annotated[list[str], Field(description="Texts that the coach struck out")] = []
    pictures: Annotated[list[str], Field(description="The alternative texts of the day's pictures")] = []
    links: list[Link]
    source: Source

    @model_validator(mode="after")
    def _only_segments_are_added(self) -> Self:
        for name, value in (self.model_extra or {}).items():
            if not re.fullmatch("segment_[f-z]", name) or not isinstance(value, str):
                raise ValueError(f"{name} is not a field of a session record")
        return self


class PostMessage(Shape):
    """get_invictus_post → dump_post_to_bucket: one post as returned by WordPress, not yet validated."""

    correlation_id: CorrelationId
    fetched_at: Annotated[Time, Field(description="UTC")]
    post: Any


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

    bronze_key: Key
    post_ids: Annotated[list[Annotated[int, Field(ge=1, le=LARGEST_ID)]], Field(description="Who had it before")]
    correlation_id: CorrelationId


class RecordsMessage(Message):
    """sessions_to_date_records → clean_session_records → save_sessions_to_bucket"""

    week: Week
    preamble: list[Line]
    records: list[dict[str, Any]]
