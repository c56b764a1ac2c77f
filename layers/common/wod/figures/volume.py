"""The volume of prescriptions: sets, repetitions, loads and minutes, by session, family, lift and movement."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import get_args

import msgspec

from wod.figures.shapes import Volume, Zone, ZoneReps
from wod.models import Prescription, SessionRecord
from wod.notation.grammar.catalogue import Catalogue

_ZONES: tuple[Zone, ...] = get_args(Zone.__value__)
_NOT_STATED: Zone = "not stated"
_BOUNDS: tuple[tuple[int, Zone], ...] = ((60, "under 60"), (70, "60-69"), (80, "70-79"), (90, "80-89"))


class Effort(msgspec.Struct, frozen=True):
    """One movement of one prescription; a complex has one for each of its movements.

    `movement` is named as in the catalogue, or as written; `family` and `lift` are what it counts to, None if the
    catalogue does not know it. `reps_min` and `reps_max` are of all sets, None if not stated; `reps_max` is infinite if
    there is no maximum. `load` and `top_percent` are percents. `clock` names the block whose seconds the prescription
    states.
    """

    prescription: Prescription
    movement: str
    family: str | None
    lift: str | None
    reps_min: int | None
    reps_max: float | None
    load: Decimal | None
    top_percent: Decimal | None
    zone: Zone
    clock: tuple[str, str, str, int]


def efforts_of(session: SessionRecord, known: Catalogue) -> list[Effort]:
    """Return the efforts of a session, movement by movement."""
    return [effort for prescription in session.prescriptions for effort in _efforts(session, prescription, known)]


def _efforts(session: SessionRecord, prescription: Prescription, known: Catalogue) -> Iterator[Effort]:
    fewest, most = _reps_of_all_sets(prescription) or (None, None)
    percents = _percents(prescription)
    load = sum(percents, Decimal()) / len(percents) if percents else None
    lift = _stated_lift(prescription, known)
    for movement, family, own_lift, reps in _movements(prescription, known):
        times = reps * (2 if prescription.each_side else 1)
        yield Effort(
            prescription=prescription,
            movement=movement,
            family=family,
            lift=lift or own_lift,
            reps_min=None if fewest is None else fewest * times,
            reps_max=None if most is None else most * times,
            load=load,
            top_percent=max(percents, default=None),
            zone=_zone(load),
            clock=(session.date, session.session, prescription.segment, prescription.block),
        )


def _movements(prescription: Prescription, known: Catalogue) -> Iterator[tuple[str, str | None, str | None, int]]:
    """Yield name, family and lift of each movement, and how often it is done in one repetition."""
    if not prescription.complex:
        name = prescription.canonical_movement or prescription.movement
        yield name, prescription.family, prescription.lift, 1
    for part in prescription.complex or ():
        found = known.find(part.movement)
        yield (found.name, found.family, found.lift, part.reps) if found else (part.movement, None, None, part.reps)


def _stated_lift(prescription: Prescription, known: Catalogue) -> str | None:
    """Return the lift that the line names a percent of, as in the catalogue or as written."""
    if not prescription.percent_of:
        return None
    named = known.find(prescription.percent_of)
    return named.name if named else prescription.percent_of


def _percents(prescription: Prescription) -> list[Decimal]:
    # As written: a float cannot hold 66.7, and half a tenth has to be exact to be rounded upwards.
    return [Decimal(str(each)) for each in (prescription.percent_min, prescription.percent_max) if each is not None]


def _reps_of_all_sets(prescription: Prescription) -> tuple[int, float] | None:
    """Return the fewest and the most repetitions; None if they are not stated."""
    # An AMRAP states the reps of one round, and the number of rounds is unknown.
    if prescription.format == "amrap":
        return None
    if prescription.reps_per_set:
        return sum(prescription.reps_per_set), sum(prescription.reps_per_set)
    if prescription.sets is None or prescription.reps_min is None:
        return None
    most = math.inf if prescription.reps_max is None else prescription.reps_max
    return prescription.sets * prescription.reps_min, (prescription.sets_max or prescription.sets) * most


def volumes_by(group: Callable[[Effort], str | None], efforts: Iterable[Effort]) -> dict[str | None, Volume]:
    """Return the volume of each group of efforts, by the name that `group` gives."""
    groups: defaultdict[str | None, list[Effort]] = defaultdict(list)
    for effort in efforts:
        groups[group(effort)].append(effort)
    return {name: volume_of(members) for name, members in groups.items()}


def volume_of(efforts: list[Effort]) -> Volume:
    """Return the sums of some efforts."""
    # A complex is one prescription, and its sets are done once, however many of its movements the group has.
    prescriptions = list({id(effort.prescription): effort.prescription for effort in efforts}.values())
    work = [prescription for prescription in prescriptions if prescription.rep_max_test is None]
    return Volume(
        prescriptions=len(work),
        tests=len(prescriptions) - len(work),
        without_reps=sum(_reps_of_all_sets(prescription) is None for prescription in work),
        sets=_sum([prescription.sets for prescription in prescriptions]),
        sets_max=_sum([prescription.sets_max or prescription.sets for prescription in prescriptions]),
        reps_min=_sum([effort.reps_min for effort in efforts]),
        reps_max=_sum([effort.reps_max for effort in efforts]),
        mean_percent=_mean_percent(efforts),
        top_percent=one_decimal(max(_stated([effort.top_percent for effort in efforts]), default=None)),
        zones=_zones(efforts),
        minutes=_minutes(efforts),
    )


def one_decimal(number: Decimal | None) -> float | None:
    """Return a number rounded to one decimal, a half upwards."""
    return None if number is None else math.floor(number * 10 + Decimal("0.5")) / 10


def _stated[Number: (int, float, Decimal)](numbers: Iterable[Number | None]) -> list[Number]:
    return [number for number in numbers if number is not None]


def _sum(numbers: Iterable[float | None]) -> int | None:
    """Return the sum of the stated values; None if there are none, or if there is no maximum."""
    stated = _stated(numbers)
    total = sum(stated)
    return int(total) if stated and math.isfinite(total) else None


def _mean_percent(efforts: list[Effort]) -> float | None:
    weights = [
        (_most(effort.reps_min, effort.reps_max) + effort.reps_min, effort.load)
        for effort in efforts
        if effort.reps_min is not None and effort.reps_max is not None and effort.load is not None
    ]
    reps = sum(weight for weight, _ in weights)
    return one_decimal(sum((weight * load for weight, load in weights), Decimal()) / reps) if reps else None


def _most(fewest: int, most: float) -> int:
    """Return the most repetitions, or the fewest if there is no maximum."""
    return int(most) if math.isfinite(most) else fewest


def _minutes(efforts: list[Effort]) -> float | None:
    # All lines of a block have its clock.
    clocks: defaultdict[tuple[str, str, str, int], int] = defaultdict(int)
    for effort in efforts:
        if effort.prescription.total_seconds is not None:
            clocks[effort.clock] = max(clocks[effort.clock], effort.prescription.total_seconds)
    return one_decimal(Decimal(sum(clocks.values())) / 60) if clocks else None


def _zones(efforts: list[Effort]) -> list[ZoneReps]:
    fewest: dict[Zone, int] = dict.fromkeys(_ZONES, 0)
    most: dict[Zone, float] = dict.fromkeys(_ZONES, 0)
    for effort in efforts:
        fewest[effort.zone] += effort.reps_min or 0
        most[effort.zone] += effort.reps_max or 0
    return [
        ZoneReps(
            zone=zone,
            reps_min=fewest[zone],
            reps_max=int(most[zone]) if math.isfinite(most[zone]) else None,
        )
        for zone in _ZONES
    ]


def _zone(load: Decimal | None) -> Zone:
    if load is None:
        return _NOT_STATED
    return next((zone for bound, zone in _BOUNDS if load < bound), "90 and over")
