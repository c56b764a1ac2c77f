"""The shapes of the data: a post, its lines and days, what is prescribed, and the records of silver.

Every record is validated by these types, and the published JSON Schemas are made from them.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from wod.shape import LARGEST_ID, Date, Shape, check_date, check_fields, check_header, check_key, check_timestamp


class Post(Shape):
    """A post as the blog returns it. The times are ISO 8601 to the second, without a zone, as WordPress writes them."""

    id: int
    slug: str
    link: str
    title: Annotated[str, Meta(description="Plain text: entities decoded, tags removed")]
    published: Annotated[str, Meta(description="Site-local")]
    modified_gmt: str
    content: Annotated[str, Meta(description="HTML")]


class Link(Shape):
    """A link of a line: the words that carry it and the address, both as the post has them."""

    text: str
    url: str


class Line(Shape):
    """One visual line of the page, with its white space folded, and the links that start in it."""

    text: str
    links: list[Link] = []
    struck: Annotated[str, Meta(description="What of the line is struck out; the text is without it")] = ""
    pictures: Annotated[list[str], Meta(description="The alternative text of each picture, which may be empty")] = []
    heading: Annotated[bool, Meta(description="All of it is bold, underlined or in an h1 to h6")] = False


class Source(Shape):
    """The lineage that every message and every record carries unchanged."""

    post_id: Annotated[int, Meta(ge=1, le=LARGEST_ID)]
    slug: str
    link: str
    title: str
    published: Annotated[str, Meta(description="Site-local, as WordPress gives it")]
    modified_gmt: str
    bronze_key: str
    bronze_version_id: str
    pipeline_version: str
    correlation_id: Annotated[str, Meta(description="The same from the fetch to the notification, in every log line")]

    def __post_init__(self) -> None:
        check_fields(self, published=check_timestamp, modified_gmt=check_timestamp)
        check_fields(self, bronze_key=check_key, correlation_id=check_header)


class Week(Shape):
    """The training week, Monday to Sunday. `year` and `week` are ISO 8601's, of that Monday."""

    year: int
    week: Annotated[int, Meta(ge=1, le=53)]
    start_date: Date
    end_date: Date

    def __post_init__(self) -> None:
        monday, sunday = (date.fromisocalendar(self.year, self.week, day) for day in (1, 7))
        if (self.start_date, self.end_date) != (monday.isoformat(), sunday.isoformat()):
            raise ValueError("year, week, start_date and end_date do not belong together")

    def __str__(self) -> str:
        """`2021-W10`"""
        return f"{self.year:04}-W{self.week:02}"


type Rule = Literal[
    "clock", "sets", "percent", "movement", "unread", "number", "note", "date", "weekday", "silent", "picture"
]


class Finding(Shape):
    """A finding for a person to look at. It changes no reading."""

    rule: Rule
    segment: Annotated[str, Meta(description="The letter; empty if it is about the day or the post")] = ""
    line: Annotated[str, Meta(description="The text that it is about")] = ""
    message: str


class StatedDate(Shape):
    """A date as a heading states it; a year that is left out is found with the post's title and publication."""

    month: Annotated[int, Meta(ge=1, le=12)]
    day: Annotated[int, Meta(ge=1, le=31)]
    year: Annotated[int, Meta(ge=1, le=9999)] | None = None


REST_DAY = "Rest Day"
"""The name of every session that is a day of rest, however the coach writes it."""


class DayHeading(Shape):
    """The content of a day's heading, for the session below it."""

    weekday: Annotated[int, Meta(ge=0, le=6, description="Monday is 0; null if no heading names it")] | None = None
    stated: Annotated[StatedDate | None, Meta(description="The date in the heading")] = None
    session: Annotated[str, Meta(min_length=1, description="The heading as written; `Rest Day` for a rest day")]
    level: Annotated[str | None, Meta(description="The level that the session is for, if the day has several")] = None
    counted: Annotated[bool, Meta(description="False for the levels that the week's figures leave out")] = True
    optional: bool = False


class Day(DayHeading):
    """One session of a day that the post states, and the lines below its heading."""

    lines: list[Line]


class Session(DayHeading):
    """A session divided: its warm-up, and the lines of each part under its letter."""

    warm_up: list[str]
    segments: dict[Annotated[str, Meta(pattern="^[a-z]$")], list[str]]
    titles: Annotated[dict[str, str], Meta(description="The headings of parts that are more than a letter")] = {}
    links: list[Link]
    struck_out: list[str] = []
    pictures: Annotated[list[str], Meta(description="The alternative text of each picture")] = []


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

    segment: Annotated[str, Meta(description="The letter, lower case")]
    block: Annotated[int, Meta(description="The number of the scheme within the segment, from 1")]
    movement: Annotated[str, Meta(description="As written")]
    canonical_movement: Annotated[
        str | None, Meta(description="The name in the catalogue; null for an unknown movement")
    ]
    family: Family | None
    lift: Annotated[str | None, Meta(description="The lift that a percent would be of, by the catalogue")]
    complex: Annotated[
        list[Part] | None,
        Meta(description="The movements of `A + 2 B + C`, and of a clean and jerk with counts (`2+1`); null otherwise"),
    ] = None
    sets: Annotated[int | None, Meta(description="By the scheme; on a set line, the sets of its range")] = None
    sets_max: Annotated[int | None, Meta(description="If a range is stated (`3-4 sets`); `sets` has the least")] = None
    first_set: int | None = None
    last_set: int | None = None
    reps_min: Annotated[int | None, Meta(description="Of one set; for a complex, how often the whole is done")] = None
    reps_max: int | None = None
    reps_per_set: Annotated[list[int] | None, Meta(description="One by one, if the sets differ (`3-2-1-3-2-1`)")] = None
    cluster: Annotated[list[int] | None, Meta(description="The reps of a set between short rests (`1.1.1`)")] = None
    max_reps: Annotated[bool, Meta(description="As many as possible")] = False
    each_side: bool = False
    reps_women: Annotated[int | None, Meta(description="The second of a pair (`18/14`)")] = None
    duration_seconds_min: int | None = None
    duration_seconds_max: int | None = None
    distance: float | None = None
    distance_max: Annotated[float | None, Meta(description="If a range is stated; `distance` has the least")] = None
    distance_women: Annotated[float | None, Meta(description="The second of a pair (`400/350 m`)")] = None
    distance_unit: Literal["m", "ft", "yd", "km", "mi"] | None = None
    calories_min: int | None = None
    calories_max: int | None = None
    calories_women: Annotated[int | None, Meta(description="The second of a pair (`24/18 cal`)")] = None
    percent_min: Annotated[float | None, Meta(description="Null before a `percent_max` for `up to 70%`")] = None
    percent_max: Annotated[float | None, Meta(description="Null after a `percent_min` for `101%+`")] = None
    percent_of: Annotated[
        str | None, Meta(description="The lift that the post names, as written; it also counts for the next sets")
    ] = None
    percent_of_rep_max: Annotated[int | None, Meta(description="1 for 1-RM")] = None
    weight: Annotated[float | None, Meta(description="The first of a pair (`60/40 kg`), for men")] = None
    weight_max: Annotated[float | None, Meta(description="If a range is stated; `weight` has the least")] = None
    weight_women: float | None = None
    weight_unit: Literal["kg", "lb"] | None = None
    rpe_min: float | None = None
    rpe_max: float | None = None
    tempo: Annotated[str | None, Meta(description="Down, bottom, up, top: `30X1`")] = None
    rep_max_test: Annotated[int | None, Meta(description="k of a k-RM test")] = None
    format: Literal["amrap", "for time"] | None = None
    interval_seconds: int | None = None
    total_seconds: int | None = None
    rest_seconds: Annotated[int | None, Meta(description="After this and before the next")] = None
    rest_seconds_max: Annotated[int | None, Meta(description="If a range is stated")] = None
    load_text: Annotated[
        str | None, Meta(description="A load as written that is not a percent of a rep max and no weight (`+5 lb`)")
    ] = None
    remark: Annotated[str | None, Meta(description="How it is done, as written after the amount and the load")] = None
    line: Annotated[int, Meta(description="The line's place in its segment, from 0")] = 0
    text: Annotated[str, Meta(description="The line as written")]

    @property
    def counts_of_parts(self) -> str:
        """Return `2+1` for the movements of a complex, if its name does not have their counts; else an empty text."""
        return counts_of_parts(self.movement, [msgspec.to_builtins(part) for part in self.complex or ()])


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
    line: Annotated[int, Meta(description="Its place in the segment, from 0")]
    kind: LineKind


SEGMENTS_ALWAYS_THERE = "abcde"


class SessionRecord(Shape):
    """One line of a silver file: one session of a day. Posts with more than five letters add `segment_f` and on."""

    date: Date
    session: Annotated[str, Meta(min_length=1)]
    warm_up: str
    segment_a: str
    segment_b: str
    segment_c: str
    segment_d: str
    segment_e: str
    segment_titles: Annotated[dict[str, str], Meta(description="A part's heading, if it is more than a letter")] = {}
    level: Annotated[str | None, Meta(description="The name of the level, if the day has several")] = None
    counted: Annotated[bool, Meta(description="False for levels that the week's figures leave out")] = True
    optional: bool = False
    dated_by_setting: Annotated[
        bool, Meta(description="True if the post names no day and the blog's setting `undated` gave the date")
    ] = False
    prescriptions: list[Prescription]
    lines: Annotated[list[LineReading], Meta(description="The kind of each line of each segment, in order")] = []
    findings: list[Finding] = []
    struck_out: Annotated[list[str], Meta(description="Texts that the coach struck out")] = []
    pictures: Annotated[list[str], Meta(description="The alternative texts of the day's pictures")] = []
    links: list[Link]
    source: Source
    segment_f: str | UnsetType = UNSET
    segment_g: str | UnsetType = UNSET
    segment_h: str | UnsetType = UNSET
    segment_i: str | UnsetType = UNSET
    segment_j: str | UnsetType = UNSET
    segment_k: str | UnsetType = UNSET
    segment_l: str | UnsetType = UNSET
    segment_m: str | UnsetType = UNSET
    segment_n: str | UnsetType = UNSET
    segment_o: str | UnsetType = UNSET
    segment_p: str | UnsetType = UNSET
    segment_q: str | UnsetType = UNSET
    segment_r: str | UnsetType = UNSET
    segment_s: str | UnsetType = UNSET
    segment_t: str | UnsetType = UNSET
    segment_u: str | UnsetType = UNSET
    segment_v: str | UnsetType = UNSET
    segment_w: str | UnsetType = UNSET
    segment_x: str | UnsetType = UNSET
    segment_y: str | UnsetType = UNSET
    segment_z: str | UnsetType = UNSET

    def __post_init__(self) -> None:
        check_fields(self, date=check_date)
