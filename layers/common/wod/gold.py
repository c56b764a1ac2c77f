"""Gold: what a training week adds up to. Each figure is defined in docs/metrics.md, in one line.

Imports pandas, as wod.reading.cleaning does: only the functions that need it carry it.
"""

import math
import re
from collections import Counter
from datetime import date, timedelta
from typing import Any, Literal, get_args

import pandas as pd

from wod import PIPELINE_VERSION
from wod.models import Finding, LineKind, LineReading, Part, Prescription, Rule, Shape, Source, Week
from wod.notation.notation import catalogue
from wod.reading.days import REST_DAY

type Zone = Literal["under 60", "60-69", "70-79", "80-89", "90 and over", "not stated"]

_ZONES: tuple[Zone, ...] = get_args(Zone.__value__)
_ZONE_BOUNDS = [-math.inf, 60, 70, 80, 90, math.inf]

_SEGMENT = re.compile("segment_([a-z])")

_GROUPS = ["week", "optional", "session", "family", "lift", "movement"]
_COUNTS = ["prescriptions", "tests", "without_reps", "sets", "sets_max", "reps_min", "reps_max"]
_DECIMALS = ["mean_percent", "top_percent", "minutes"]
_NUMBERS = [*_COUNTS, "load", "top_percent", "total_seconds"]
_UNKNOWN = ""
_NOT_READ: tuple[LineKind, ...] = ("note", "unread")
_NOT_RECOGNISED: tuple[Rule, ...] = ("unread", "number", "note")

type _Volumes = dict[str, dict[str, Volume]]
"""By what it is grouped, and by the name of the group."""


class Lineage(Shape):
    """What the figures were computed from, and by what."""

    silver_key: str
    pipeline_version: str
    posts: list[Source]


class Days(Shape):
    """The dates of the week, YYYY-MM-DD; each stands in exactly one of the lists."""

    training: list[str]
    rest: list[str]
    missing: list[str]


class ZoneReps(Shape):
    """The repetitions in one zone of intensity."""

    zone: Zone
    reps_min: int
    reps_max: int | None


class Volume(Shape):
    """What some prescriptions add up to. What is not stated is null."""

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
    """What the optional sessions of the week add up to."""

    sessions: int
    segments: int
    volume: Volume


class Totals(Shape):
    """What the whole week adds up to, without optional sessions and without the levels that are not counted."""

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
    """Something that a person should look at, and where it stands."""

    date: str
    session: str
    segment: str
    line: str
    rule: Rule
    message: str


class Preamble(Shape):
    """What a post says in front of its first day."""

    post_id: int
    lines: list[str]


class Quality(Shape):
    """How much of the text was read, and what is doubtful."""

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


def aggregate_week(
    week: Week,
    records: list[dict[str, Any]],
    before: list[dict[str, Any]] | None,
    preambles: dict[int, list[str]],
    silver_key: str,
) -> dict[str, Any]:
    """The figures of a week as JSON, in the shape of `WeekFigures`; the same whatever the order of the records.

    `records` and `before` are the silver records of the week and of the week before; `preambles` has the lines in
    front of the first day by post id.
    """
    records = sorted(records, key=lambda record: (record["date"], record["session"]))
    volumes = _volumes(records)
    totals = _totals(records, volumes)
    figures = WeekFigures(
        week=week,
        lineage=_lineage(records, silver_key),
        days=_days(week, records),
        totals=totals,
        sessions=_sessions(records, volumes),
        tests=_tests(records),
        comparison=_compare(totals, _totals(before, _volumes(before))) if before else None,
        quality=_quality(records, preambles),
    )
    return figures.model_dump(mode="json")


def _lineage(records: list[dict[str, Any]], silver_key: str) -> Lineage:
    posts = {record["source"]["post_id"]: Source.model_validate(record["source"]) for record in records}
    return Lineage(
        silver_key=silver_key, pipeline_version=PIPELINE_VERSION, posts=[posts[post_id] for post_id in sorted(posts)]
    )


def _days(week: Week, records: list[dict[str, Any]]) -> Days:
    monday = date.fromisoformat(week.start_date)
    dates = [(monday + timedelta(days=day)).isoformat() for day in range(7)]
    stated = {record["date"] for record in records}
    training = {record["date"] for record in records if _is_session(record)}
    return Days(
        training=[day for day in dates if day in training],
        rest=[day for day in dates if day in stated - training],
        missing=[day for day in dates if day not in stated],
    )


def _is_session(record: dict[str, Any]) -> bool:
    # Of two posts that rest on one day, one has its slug behind the name.
    is_rest_day = record["session"] == REST_DAY or record["session"].startswith(f"{REST_DAY} [")
    return not is_rest_day or bool(record["prescriptions"])


def _segments(record: dict[str, Any]) -> dict[str, str]:
    """The text of each letter that the day has."""
    return {match[1]: text for name, text in record.items() if text and (match := _SEGMENT.fullmatch(name))}


def _is_counted(record: dict[str, Any]) -> bool:
    """Return False for an alternative level. A record that was stored before there were levels is counted."""
    return bool(record.get("counted", True))


def _is_optional(record: dict[str, Any]) -> bool:
    return bool(record.get("optional", False))


def _is_in_totals(record: dict[str, Any]) -> bool:
    return _is_counted(record) and not _is_optional(record)


def _sessions(records: list[dict[str, Any]], volumes: _Volumes) -> list[SessionFigures]:
    return [
        SessionFigures(
            date=record["date"],
            session=record["session"],
            level=record.get("level"),
            counted=_is_counted(record),
            optional=_is_optional(record),
            segments=len(_segments(record)),
            volume=volumes["session"].get(_key(record), _NOTHING),
        )
        for record in records
        if _is_session(record)
    ]


def _totals(records: list[dict[str, Any]], volumes: _Volumes) -> Totals:
    sessions = [record for record in records if _is_session(record) and _is_in_totals(record)]
    extra = [record for record in records if _is_session(record) and _is_counted(record) and _is_optional(record)]
    segments = _count_segments(sessions)
    return Totals(
        sessions=len(sessions),
        segments=segments,
        segments_per_session=_one_decimal(segments / len(sessions)) if sessions else None,
        volume=volumes["week"].get("", _NOTHING),
        families=_named_volumes(volumes["family"]),
        lifts=_named_volumes(volumes["lift"]),
        movements=_named_volumes(volumes["movement"]),
        optional=OptionalTotals(
            sessions=len(extra),
            segments=_count_segments(extra),
            volume=volumes["optional"].get("", _NOTHING),
        ),
    )


def _count_segments(records: list[dict[str, Any]]) -> int:
    return sum(len(_segments(record)) for record in records)


def _named_volumes(volumes: dict[str, Volume]) -> list[NamedVolume]:
    return [NamedVolume(name=name or None, volume=volume) for name, volume in sorted(volumes.items())]


def _key(record: dict[str, Any]) -> str:
    return f"{record['date']} {record['session']}"


def _tests(records: list[dict[str, Any]]) -> list[RepMaxTest]:
    return [
        RepMaxTest(
            date=record["date"],
            session=record["session"],
            movement=prescription.canonical_movement or prescription.movement,
            rep_max=prescription.rep_max_test,
        )
        for record, prescription in _prescriptions(records)
        if prescription.rep_max_test is not None and _is_in_totals(record)
    ]


def _prescriptions(records: list[dict[str, Any]]) -> list[tuple[dict[str, Any], Prescription]]:
    return [
        (record, Prescription.model_validate(prescription))
        for record in records
        for prescription in record["prescriptions"]
    ]


def _parts(records: list[dict[str, Any]]) -> pd.DataFrame:
    """A row for each movement of each prescription, the movements of a complex apart.

    What is not stated is NaN; `reps_max` is infinite where the post names no maximum. A row that does not belong to a
    group has None there.
    """
    rows = [
        {
            "prescription": number,
            "block": f"{_key(record)} {prescription.segment} {prescription.block}",
            **_groups(record, prescription, part),
            **_numbers(prescription, part),
        }
        for number, (record, prescription) in enumerate(_prescriptions(records))
        for part in prescription.complex or [Part(movement=prescription.movement, reps=1)]
    ]
    columns = ["prescription", "block", *_GROUPS, *_NUMBERS]
    parts = pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(_NUMBERS, float))
    most = parts["reps_max"].where(parts["reps_max"] < math.inf, parts["reps_min"])
    parts["weight"] = ((parts["reps_min"] + most) / 2).where(parts["load"].notna())
    parts["weighted_load"] = parts["weight"] * parts["load"]
    *stated, not_stated = _ZONES
    parts["zone"] = pd.cut(parts["load"], _ZONE_BOUNDS, right=False, labels=stated).astype(object).fillna(not_stated)
    return parts


def _groups(record: dict[str, Any], prescription: Prescription, part: Part) -> dict[str, str | None]:
    """Return the name of the part in each of the groups to which it adds; what is optional or not counted is apart."""
    groups: dict[str, str | None] = dict.fromkeys(_GROUPS) | {"session": _key(record)}
    if _is_in_totals(record):
        groups |= {"week": "", **_names(prescription, part)}
    elif _is_counted(record):
        groups |= {"optional": ""}
    return groups


def _names(prescription: Prescription, part: Part) -> dict[str, str]:
    """The family, the lift and the movement to which the part counts."""
    family, lift, movement = prescription.family, prescription.lift, prescription.canonical_movement
    if prescription.complex:
        found = catalogue().find(part.movement)
        family, lift, movement = (found.family, found.lift, found.name) if found else (None, None, None)
    if prescription.percent_of:
        named = catalogue().find(prescription.percent_of)
        lift = named.name if named else prescription.percent_of
    return {"family": family or _UNKNOWN, "lift": lift or _UNKNOWN, "movement": movement or part.movement}


def _numbers(prescription: Prescription, part: Part) -> dict[str, float | None]:
    percents = [percent for percent in (prescription.percent_min, prescription.percent_max) if percent is not None]
    fewest, most = _reps_of_all_sets(prescription) or (None, None)
    times = part.reps * (2 if prescription.each_side else 1)
    is_test = prescription.rep_max_test is not None
    return {
        "prescriptions": not is_test,
        "tests": is_test,
        "without_reps": not is_test and fewest is None,
        "sets": prescription.sets,
        "sets_max": prescription.sets_max or prescription.sets,
        "reps_min": None if fewest is None else fewest * times,
        "reps_max": None if most is None else most * times,
        "load": sum(percents) / len(percents) if percents else None,
        "top_percent": max(percents, default=None),
        "total_seconds": prescription.total_seconds,
    }


def _reps_of_all_sets(prescription: Prescription) -> tuple[float, float] | None:
    """The fewest and the most; None where it is not stated how many they are."""
    # Of an AMRAP the reps of one round are stated, and nobody knows how many rounds it will be.
    if prescription.format == "amrap":
        return None
    if prescription.reps_per_set:
        return sum(prescription.reps_per_set), sum(prescription.reps_per_set)
    if prescription.sets is None or prescription.reps_min is None:
        return None
    most = math.inf if prescription.reps_max is None else prescription.reps_max
    return prescription.sets * prescription.reps_min, (prescription.sets_max or prescription.sets) * most


def _volumes(records: list[dict[str, Any]]) -> _Volumes:
    """The volume of each group: of the week, and of each session, family, lift and movement by its name."""
    parts = _parts(records)
    parts = parts.melt(parts.columns.difference(_GROUPS), _GROUPS, var_name="by", value_name="name")
    group = ["by", "name"]
    rows = parts.groupby(group)
    # A complex is one prescription, and its sets are done once, however many of its movements the group has.
    prescriptions = parts.drop_duplicates([*group, "prescription"]).groupby(group)
    # All lines of a block have its clock.
    clocks = parts.groupby([*group, "block"])["total_seconds"].max().groupby(group)
    figures = pd.DataFrame(
        {
            **prescriptions[["prescriptions", "tests", "without_reps"]].sum(),
            **prescriptions[["sets", "sets_max"]].sum(min_count=1),
            **rows[["reps_min", "reps_max"]].sum(min_count=1),
            "mean_percent": rows["weighted_load"].sum() / rows["weight"].sum(),
            "top_percent": rows["top_percent"].max(),
            "minutes": clocks.sum(min_count=1) / 60,
        }
    )
    zones = parts.groupby([*group, "zone"])[["reps_min", "reps_max"]].sum()
    reps_of_zone = dict(zip(zones.index, zones.itertuples(index=False), strict=True))
    volumes: _Volumes = {by: {} for by in _GROUPS}
    for (by, name), row in zip(figures.index, figures.to_dict("records"), strict=True):
        volumes[by][name] = Volume.model_validate(
            {
                **{field: _whole(row[field]) for field in _COUNTS},
                **{field: _one_decimal(row[field]) for field in _DECIMALS},
                "zones": [_zone_reps(zone, *reps_of_zone.get((by, name, zone), (0, 0))) for zone in _ZONES],
            }
        )
    return volumes


def _zone_reps(zone: Zone, fewest: float, most: float) -> ZoneReps:
    return ZoneReps(zone=zone, reps_min=int(fewest), reps_max=_whole(most))


def _compare(this: Totals, before: Totals) -> Comparison:
    return Comparison(
        sessions=this.sessions - before.sessions,
        volume=_difference(this.volume, before.volume),
        families=_named_differences(this.families, before.families),
        lifts=_named_differences(this.lifts, before.lifts),
    )


def _named_differences(these: list[NamedVolume], before: list[NamedVolume]) -> list[NamedDifference]:
    """Of the names that both weeks have."""
    volumes_before = {named.name: named.volume for named in before}
    return [
        NamedDifference(name=named.name, volume=_difference(named.volume, volumes_before[named.name]))
        for named in these
        if named.name in volumes_before
    ]


def _difference(this: Volume, before: Volume) -> Difference:
    return Difference.model_validate(
        {field: _less(getattr(this, field), getattr(before, field)) for field in Difference.model_fields}
    )


def _less[Number: (int, float)](this: Number | None, before: Number | None) -> Number | None:
    # rounded, for a difference of decimals is none itself
    return None if this is None or before is None else round(this - before, 1)


def _quality(records: list[dict[str, Any]], preambles: dict[int, list[str]]) -> Quality:
    kinds: Counter[LineKind] = Counter()
    findings: list[QualityFinding] = []
    doubtful = 0
    for record in records:
        found = [Finding.model_validate(finding) for finding in record.get("findings", [])]
        not_recognised = {(finding.segment, finding.line) for finding in found if finding.rule in _NOT_RECOGNISED}
        texts = {
            (letter, number): line
            for letter, text in _segments(record).items()
            for number, line in enumerate(text.split("\n"))
        }
        for reading in map(LineReading.model_validate, record.get("lines", [])):
            kinds[reading.kind] += 1
            place = reading.segment, texts.get((reading.segment, reading.line), "")
            doubtful += reading.kind != "unread" and place in not_recognised
        findings += [
            QualityFinding(date=record["date"], session=record["session"], **finding.model_dump()) for finding in found
        ]
    lines, notes, unread = kinds.total(), kinds["note"], kinds["unread"]
    return Quality(
        lines=lines,
        read=lines - notes - unread,
        notes=notes,
        unread=unread,
        doubtful=doubtful,
        struck_out=sum(len(record.get("struck_out", [])) for record in records),
        pictures=sum(len(record.get("pictures", [])) for record in records),
        # rounded down, for 100 is said of all lines only
        percent_recognised=math.floor(1000 * (lines - unread - doubtful) / lines) / 10 if lines else None,
        kinds=[
            KindOfLine(kind=kind, lines=kinds[kind]) for kind in get_args(LineKind.__value__) if kind not in _NOT_READ
        ],
        findings=findings,
        preambles=[Preamble(post_id=post, lines=preambles[post]) for post in sorted(preambles) if preambles[post]],
    )


def _whole(number: float) -> int | None:
    return int(number) if math.isfinite(number) else None


def _one_decimal(number: float) -> float | None:
    return math.floor(number * 10 + 0.5) / 10 if math.isfinite(number) else None


_NOTHING = Volume.model_validate(
    {
        **dict.fromkeys([*_COUNTS, *_DECIMALS]),
        **dict.fromkeys(["prescriptions", "tests", "without_reps"], 0),
        "zones": [_zone_reps(zone, 0, 0) for zone in _ZONES],
    }
)
