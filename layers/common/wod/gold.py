"""Gold: what a training week adds up to. Each figure is defined in docs/metrics.md, in one line.

Imports pandas, as wod.cleaning does: only the functions that need it carry it.
"""

import math
from datetime import date, timedelta
from typing import Any, Literal, get_args

import pandas as pd

from wod import PIPELINE_VERSION
from wod.days import REST_DAY
from wod.models import Shape, Source, Week

type Zone = Literal["under 60", "60-69", "70-79", "80-89", "90 and over", "not stated"]

_ZONES: tuple[Zone, ...] = get_args(Zone.__value__)
_ZONE_BOUNDS = [-math.inf, 60, 70, 80, 90, math.inf]

_GROUPS = ["week", "session", "family", "lift", "movement"]
_NUMBERS = ["sets", "reps_min", "reps_max", "top_percent", "load", "weight", "weighted_load"]
_UNKNOWN = ""

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
    without_reps: int
    sets: int | None
    reps_min: int | None
    reps_max: int | None
    mean_percent: float | None
    top_percent: float | None
    zones: list[ZoneReps]


class NamedVolume(Shape):
    """The volume of one family, lift or movement."""

    name: str | None
    volume: Volume


class SessionFigures(Shape):
    """One session of the week."""

    date: str
    session: str
    segments: int
    minutes: float | None
    volume: Volume


class Totals(Shape):
    """What the whole week adds up to."""

    sessions: int
    segments: int
    segments_per_session: float | None
    minutes: float | None
    volume: Volume
    families: list[NamedVolume]
    lifts: list[NamedVolume]
    movements: list[NamedVolume]


class RepMaxTest(Shape):
    """A test of the most weight for some repetitions."""

    date: str
    session: str
    movement: str
    rep_max: int


class Difference(Shape):
    """A volume less that of the week before."""

    sets: int | None
    reps_min: int | None
    reps_max: int | None
    mean_percent: float | None
    top_percent: float | None


class NamedDifference(Shape):
    """The difference of one family or lift."""

    name: str | None
    volume: Difference


class Comparison(Shape):
    """The week's totals less those of the week before."""

    sessions: int
    minutes: float | None
    volume: Difference
    families: list[NamedDifference]
    lifts: list[NamedDifference]


class WeekFigures(Shape):
    """One week in gold."""

    week: Week
    lineage: Lineage
    days: Days
    totals: Totals
    sessions: list[SessionFigures]
    tests: list[RepMaxTest]
    comparison: Comparison | None


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
    return {
        name.removeprefix("segment_"): record[name] for name in record if name.startswith("segment_") and record[name]
    }


def _sessions(records: list[dict[str, Any]], volumes: _Volumes) -> list[SessionFigures]:
    return [
        SessionFigures(
            date=record["date"],
            session=record["session"],
            segments=len(_segments(record)),
            minutes=_minutes([record]),
            volume=volumes["session"].get(_key(record), _NOTHING),
        )
        for record in records
        if _is_session(record)
    ]


def _totals(records: list[dict[str, Any]], volumes: _Volumes) -> Totals:
    sessions = [record for record in records if _is_session(record)]
    segments = sum(len(_segments(record)) for record in sessions)
    return Totals(
        sessions=len(sessions),
        segments=segments,
        segments_per_session=_one_decimal(segments / len(sessions)) if sessions else None,
        minutes=_minutes(records),
        volume=volumes["week"].get("", _NOTHING),
        families=_named_volumes(volumes["family"]),
        lifts=_named_volumes(volumes["lift"]),
        movements=_named_volumes(volumes["movement"]),
    )


def _named_volumes(volumes: dict[str, Volume]) -> list[NamedVolume]:
    return [NamedVolume(name=name or None, volume=volume) for name, volume in sorted(volumes.items())]


def _key(record: dict[str, Any]) -> str:
    return f"{record['date']} {record['session']}"


def _minutes(records: list[dict[str, Any]]) -> float | None:
    """Each block's clock once, however many of its lines carry it."""
    clocks = {
        (record["date"], record["session"], prescription["segment"], prescription["block"]): prescription[
            "total_seconds"
        ]
        for record in records
        for prescription in record["prescriptions"]
        if prescription["total_seconds"] is not None
    }
    return _one_decimal(sum(clocks.values()) / 60) if clocks else None


def _tests(records: list[dict[str, Any]]) -> list[RepMaxTest]:
    return [
        RepMaxTest(
            date=record["date"],
            session=record["session"],
            movement=prescription["movement"],
            rep_max=prescription["rep_max_test"],
        )
        for record in records
        for prescription in record["prescriptions"]
        if prescription["rep_max_test"] is not None
    ]


def _parts(records: list[dict[str, Any]]) -> pd.DataFrame:
    """A row for each movement of each prescription that is no test, the movements of a complex apart.

    What is not stated is NaN; `reps_max` is infinite where the post names no maximum.
    """
    asked_for = [
        (record, prescription)
        for record in records
        for prescription in record["prescriptions"]
        if prescription["rep_max_test"] is None
    ]
    rows = [
        {
            "prescription": number,
            "week": "",
            "session": _key(record),
            "family": part.get("family") or _UNKNOWN,
            "lift": prescription.get("percent_of") or _UNKNOWN,
            "movement": part["movement"],
            **_numbers(prescription, part["reps"]),
        }
        for number, (record, prescription) in enumerate(asked_for)
        for part in prescription["complex"] or [{**prescription, "reps": 1}]
    ]
    parts = pd.DataFrame(rows, columns=["prescription", *_GROUPS, *_NUMBERS]).astype(dict.fromkeys(_NUMBERS, float))
    most = parts["reps_max"].where(parts["reps_max"] < math.inf, parts["reps_min"])
    parts["weight"] = ((parts["reps_min"] + most) / 2).where(parts["load"].notna())
    parts["weighted_load"] = parts["weight"] * parts["load"]
    *stated, not_stated = _ZONES
    parts["zone"] = pd.cut(parts["load"], _ZONE_BOUNDS, right=False, labels=stated).astype(object).fillna(not_stated)
    return parts


def _numbers(prescription: dict[str, Any], reps_of_part: int) -> dict[str, float | None]:
    sets, fewest, most = (prescription[field] for field in ("sets", "reps_min", "reps_max"))
    percents = [prescription[field] for field in ("percent_min", "percent_max") if prescription[field] is not None]
    numbers: dict[str, float | None] = {"sets": sets}
    if sets is not None and fewest is not None:
        times = sets * reps_of_part * (2 if prescription["each_side"] else 1)
        numbers |= {"reps_min": times * fewest, "reps_max": math.inf if most is None else times * most}
    if percents:
        numbers |= {"load": sum(percents) / len(percents), "top_percent": max(percents)}
    return numbers


def _volumes(records: list[dict[str, Any]]) -> _Volumes:
    """The volume of each group: of the week, and of each session, family, lift and movement by its name."""
    parts = _parts(records).melt(["prescription", "zone", *_NUMBERS], _GROUPS, var_name="by", value_name="name")
    group = ["by", "name"]
    rows = parts.groupby(group)
    # A complex is one prescription, and its sets are done once, however many of its movements the group has.
    prescriptions = parts.drop_duplicates([*group, "prescription"]).groupby(group)
    figures = pd.DataFrame(
        {
            "prescriptions": prescriptions.size(),
            "with_reps": prescriptions["reps_min"].count(),
            "sets": prescriptions["sets"].sum(min_count=1),
            "reps_min": rows["reps_min"].sum(min_count=1),
            "reps_max": rows["reps_max"].sum(min_count=1),
            "mean_percent": rows["weighted_load"].sum() / rows["weight"].sum(),
            "top_percent": rows["top_percent"].max(),
        }
    )
    zones = parts.groupby([*group, "zone"])[["reps_min", "reps_max"]].sum()
    reps_of_zone = dict(zip(zones.index, zones.itertuples(index=False), strict=True))
    volumes: _Volumes = {by: {} for by in _GROUPS}
    for (by, name), row in zip(figures.index, figures.to_dict("records"), strict=True):
        volumes[by][name] = Volume(
            prescriptions=row["prescriptions"],
            without_reps=row["prescriptions"] - row["with_reps"],
            sets=_whole(row["sets"]),
            reps_min=_whole(row["reps_min"]),
            reps_max=_whole(row["reps_max"]),
            mean_percent=_one_decimal(row["mean_percent"]),
            top_percent=_one_decimal(row["top_percent"]),
            zones=[_zone_reps(zone, *reps_of_zone.get((by, name, zone), (0, 0))) for zone in _ZONES],
        )
    return volumes


def _zone_reps(zone: Zone, fewest: float, most: float) -> ZoneReps:
    return ZoneReps(zone=zone, reps_min=int(fewest), reps_max=_whole(most))


def _compare(this: Totals, before: Totals) -> Comparison:
    return Comparison(
        sessions=this.sessions - before.sessions,
        minutes=_less(this.minutes, before.minutes),
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
    return Difference(
        **{field: _less(getattr(this, field), getattr(before, field)) for field in Difference.model_fields}
    )


def _less[Number: (int, float)](this: Number | None, before: Number | None) -> Number | None:
    # rounded, for a difference of decimals is none itself
    return None if this is None or before is None else round(this - before, 1)


def _whole(number: float) -> int | None:
    return int(number) if math.isfinite(number) else None


def _one_decimal(number: float) -> float | None:
    return math.floor(number * 10 + 0.5) / 10 if math.isfinite(number) else None


_NOTHING = Volume(
    prescriptions=0,
    without_reps=0,
    sets=None,
    reps_min=None,
    reps_max=None,
    mean_percent=None,
    top_percent=None,
    zones=[_zone_reps(zone, 0, 0) for zone in _ZONES],
)
