"""The shapes of gold. Each figure is defined in docs/metrics.md, in one line."""

from typing import Literal

import msgspec

from wod.models import LineKind, Rule, Source, Week
from wod.shape import Shape

type Zone = Literal["under 60", "60-69", "70-79", "80-89", "90 and over", "not stated"]


class Lineage(Shape):
    """The input of the figures, and the pipeline version that computed them."""

    silver_key: str
    pipeline_version: str
    posts: list[Source]


class Days(Shape):
    """The dates of the week, YYYY-MM-DD; each is in exactly one of the lists."""

    training: list[str]
    rest: list[str]
    missing: list[str]


class ZoneReps(Shape):
    """The repetitions in one zone of intensity."""

    zone: Zone
    reps_min: int
    reps_max: int | None


class Volume(Shape):
    """The sums of some prescriptions. Values that are not stated are null."""

    prescriptions: int
    tests: int
    without_reps: int
    sets: int | None
    sets_max: int | None
    reps_min: int | None
    reps_max: int | None
    mean_percent: float | None
    top_percent: float | None
    zones: list[ZoneReps]
    minutes: float | None


class NamedVolume(Shape):
    """The volume of one family, lift or movement."""

    name: str | None
    volume: Volume


class SessionFigures(Shape):
    """One session of the week, whether or not the totals count it."""

    date: str
    session: str
    level: str | None
    counted: bool
    optional: bool
    segments: int
    volume: Volume


class OptionalTotals(Shape):
    """The sums of the optional sessions of the week."""

    sessions: int
    segments: int
    volume: Volume


class Totals(Shape):
    """The sums of the whole week, without optional sessions and without the levels that are not counted."""

    sessions: int
    segments: int
    segments_per_session: float | None
    volume: Volume
    families: list[NamedVolume]
    lifts: list[NamedVolume]
    movements: list[NamedVolume]
    optional: OptionalTotals


class RepMaxTest(Shape):
    """A test of the most weight for some repetitions."""

    date: str
    session: str
    movement: str
    rep_max: int


class Difference(Shape):
    """A volume less that of the week before."""

    tests: int
    sets: int | None
    sets_max: int | None
    reps_min: int | None
    reps_max: int | None
    mean_percent: float | None
    top_percent: float | None
    minutes: float | None


class NamedDifference(Shape):
    """The difference of one family or lift."""

    name: str | None
    volume: Difference


class Comparison(Shape):
    """The week's totals less those of the week before."""

    sessions: int
    volume: Difference
    families: list[NamedDifference]
    lifts: list[NamedDifference]


class KindOfLine(Shape):
    """The lines of one kind of notation."""

    kind: LineKind
    lines: int


class QualityFinding(Shape):
    """A finding for a person to look at, and its place."""

    date: str
    session: str
    segment: str
    line: str
    rule: Rule
    message: str


class QualityLine(Shape):
    """A line, a session or a day that does not meet a rule."""

    date: str
    session: str
    text: str


class QualityRule(Shape):
    """The share of the week that meets a rule of docs/quality.md."""

    number: int
    rule: str
    kept: int
    total: int
    percent: float | None
    threshold: float
    below: bool
    lines: list[QualityLine]


class Preamble(Shape):
    """The lines of a post before its first day."""

    post_id: int
    lines: list[str]


class Quality(Shape):
    """The share of the text that was read, and what is doubtful."""

    lines: int
    read: int
    notes: int
    unread: int
    doubtful: int
    struck_out: int
    pictures: int
    percent_recognised: float | None
    kinds: list[KindOfLine]
    findings: list[QualityFinding]
    preambles: list[Preamble]
    rules: list[QualityRule] = msgspec.field(default_factory=list)


class WeekFigures(Shape):
    """One week in gold."""

    week: Week
    lineage: Lineage
    days: Days
    totals: Totals
    sessions: list[SessionFigures]
    tests: list[RepMaxTest]
    comparison: Comparison | None
    quality: Quality
