"""Gold: the figures of a training week."""

from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter
from typing import Any

import msgspec

from wod import PIPELINE_VERSION
from wod.blog import Blog
from wod.figures.comparison import compare
from wod.figures.quality import quality_of
from wod.figures.segments import is_training, segments_of
from wod.figures.shapes import (
    Days,
    Lineage,
    NamedVolume,
    OptionalTotals,
    RepMaxTest,
    SessionFigures,
    Totals,
    Volume,
    WeekFigures,
)
from wod.figures.volume import Effort, efforts_of, one_decimal, volume_of, volumes_by
from wod.models import SessionRecord, Week
from wod.notation.grammar.notation import catalogue_of
from wod.weeks import days_of


def aggregate_week(
    week: Week,
    records: list[SessionRecord],
    before: list[SessionRecord] | None,
    preambles: dict[int, list[str]],
    silver_key: str,
    blog: Blog,
) -> dict[str, Any]:
    """Return the figures of a week as JSON, in the shape of `WeekFigures`; the same in any order of the records.

    `records` and `before` are the silver records of the week and of the week before; `preambles` has the lines before
    the first day by post id. The blog gives the catalogue of movements and the thresholds of quality.
    """
    days = sorted(records, key=lambda record: (record.date, record.session))
    catalogue = catalogue_of(blog)
    efforts = [efforts_of(day, catalogue) for day in days]
    totals = _totals(days, efforts)
    figures = WeekFigures(
        week=week,
        lineage=_lineage(days, silver_key),
        days=_days(week, days),
        totals=totals,
        sessions=[_figures_of(day, of_day) for day, of_day in zip(days, efforts, strict=True) if is_training(day)],
        tests=[test for day in days if _is_in_totals(day) for test in _tests(day)],
        comparison=compare(totals, _totals(before, [efforts_of(day, catalogue) for day in before])) if before else None,
        quality=quality_of(week, days, preambles, blog.quality),
    )
    found: dict[str, Any] = msgspec.to_builtins(figures)
    return found


def _lineage(records: list[SessionRecord], silver_key: str) -> Lineage:
    posts = {record.source.post_id: record.source for record in records}
    return Lineage(
        silver_key=silver_key, pipeline_version=PIPELINE_VERSION, posts=[posts[post_id] for post_id in sorted(posts)]
    )


def _days(week: Week, records: list[SessionRecord]) -> Days:
    dates = [day.isoformat() for day in days_of(week)]
    stated = {record.date for record in records}
    training = {record.date for record in records if is_training(record)}
    return Days(
        training=[day for day in dates if day in training],
        rest=[day for day in dates if day in stated - training],
        missing=[day for day in dates if day not in stated],
    )


def _is_in_totals(record: SessionRecord) -> bool:
    return record.counted and not record.optional


def _is_extra(record: SessionRecord) -> bool:
    return record.counted and record.optional


def _figures_of(record: SessionRecord, efforts: list[Effort]) -> SessionFigures:
    return SessionFigures(
        date=record.date,
        session=record.session,
        level=record.level,
        counted=record.counted,
        optional=record.optional,
        segments=len(segments_of(record)),
        volume=volume_of(efforts),
    )


def _totals(records: list[SessionRecord], efforts_of_records: list[list[Effort]]) -> Totals:
    sessions = [record for record in records if _is_in_totals(record) and is_training(record)]
    extra_sessions = [record for record in records if _is_extra(record) and is_training(record)]
    segments = _count_segments(sessions)
    pairs = list(zip(records, efforts_of_records, strict=True))
    efforts = [effort for record, some in pairs if _is_in_totals(record) for effort in some]
    return Totals(
        sessions=len(sessions),
        segments=segments,
        segments_per_session=one_decimal(Decimal(segments) / len(sessions)) if sessions else None,
        volume=volume_of(efforts),
        families=_named(volumes_by(attrgetter("family"), efforts)),
        lifts=_named(volumes_by(attrgetter("lift"), efforts)),
        movements=_named(volumes_by(attrgetter("movement"), efforts)),
        optional=OptionalTotals(
            sessions=len(extra_sessions),
            segments=_count_segments(extra_sessions),
            volume=volume_of([effort for record, some in pairs if _is_extra(record) for effort in some]),
        ),
    )


def _count_segments(records: Iterable[SessionRecord]) -> int:
    return sum(len(segments_of(record)) for record in records)


def _named(volumes: dict[str | None, Volume]) -> list[NamedVolume]:
    """Return the volumes in the order of their names, the nameless one first."""
    return [NamedVolume(name=name, volume=volumes[name]) for name in sorted(volumes, key=lambda name: name or "")]


def _tests(record: SessionRecord) -> list[RepMaxTest]:
    return [
        RepMaxTest(
            date=record.date,
            session=record.session,
            movement=prescription.canonical_movement or prescription.movement,
            rep_max=prescription.rep_max_test,
        )
        for prescription in record.prescriptions
        if prescription.rep_max_test is not None
    ]
