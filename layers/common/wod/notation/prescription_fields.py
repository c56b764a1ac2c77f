"""Write an item as the fields of a prescription, in the form of silver."""

from typing import Any

import msgspec

from wod.notation.blocks.block import Block, Entry
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.measures import exactly
from wod.notation.values import Amount, Item, Load, Span

type Fields = dict[str, Any]
"""The fields of `wod.models.Prescription`."""


def fields_of(segment: str, block: Block, entry: Entry, item: Item, catalogue: Catalogue) -> Fields:
    """Return the fields of an entry's item in a segment; what is not stated is None."""
    return {
        "segment": segment,
        "block": block.number,
        **_movement(item, catalogue),
        **_sets(item, is_test=entry.is_test),
        **_reps(item.amount),
        "each_side": item.each_side,
        **_measures(item.amount),
        **_load(item.load),
        "rep_max_test": entry.rep_max,
        **_times(item),
        "load_text": item.load.text or None,
        "remark": item.remark or None,
        "line": entry.line,
        "text": entry.text,
    }


def _movement(item: Item, catalogue: Catalogue) -> Fields:
    found = catalogue.find_complex([part.movement for part in item.parts]) if "+" in item.name else None
    found = found or catalogue.find(item.name)
    return {
        "movement": item.name,
        "canonical_movement": found.name if found else None,
        "family": found.family if found else None,
        "lift": found.lift if found else None,
        "complex": [msgspec.to_builtins(part) for part in item.parts] or None,
    }


def _sets(item: Item, *, is_test: bool) -> Fields:
    least, most = _whole_ends(None if is_test else _counted_sets(item))
    return {
        "sets": least,
        "sets_max": _if_other(most, least),
        "first_set": item.rhythm.first_set,
        "last_set": item.rhythm.last_set,
    }


def _reps(amount: Amount) -> Fields:
    least, most = _whole_ends(exactly(sum(amount.cluster)) if amount.cluster else amount.reps)
    return {
        "reps_min": least,
        "reps_max": most,
        "reps_women": amount.reps_women,
        "reps_per_set": list(amount.per_set) or None,
        "cluster": list(amount.cluster) or None,
        "max_reps": amount.max_reps or amount.open_end,
    }


def _measures(amount: Amount) -> Fields:
    duration_min, duration_max = _whole_ends(amount.time)
    distance_min, distance_max = amount.distance or (None, None)
    calories_min, calories_max = _whole_ends(amount.calories)
    return {
        "duration_seconds_min": duration_min,
        "duration_seconds_max": duration_max,
        "distance": distance_min,
        "distance_max": _if_other(distance_max, distance_min),
        "distance_women": amount.distance_women,
        "distance_unit": amount.distance_unit or None,
        "calories_min": calories_min,
        "calories_max": calories_max,
        "calories_women": amount.calories_women,
    }


def _load(load: Load) -> Fields:
    percent_min, percent_max = load.percent or (None, None)
    weight_min, weight_max = load.weight or (None, None)
    rpe_min, rpe_max = load.rpe or (None, None)
    return {
        "percent_min": percent_min,
        "percent_max": percent_max,
        "percent_of": load.percent_of,
        "percent_of_rep_max": load.percent_of_rep_max,
        "weight": weight_min,
        "weight_max": _if_other(weight_max, weight_min),
        "weight_women": load.weight_women,
        "weight_unit": load.weight_unit or None,
        "rpe_min": rpe_min,
        "rpe_max": rpe_max,
        "tempo": load.tempo or None,
    }


def _times(item: Item) -> Fields:
    rest_min, rest_max = _whole_ends(item.rest.rest)
    return {
        "format": item.rhythm.format,
        "interval_seconds": item.rhythm.interval,
        "total_seconds": item.rhythm.total,
        "rest_seconds": rest_min,
        "rest_seconds_max": _if_other(rest_max, rest_min),
    }


def _counted_sets(item: Item) -> Span | None:
    """Return the sets; a list of reps counts them, unless it has one number that the scheme repeats."""
    sets, listed = item.rhythm.sets, len(item.amount.per_set)
    if listed == 0 or (sets and (listed == 1 or sets.least == listed)):
        return sets
    return exactly(listed)


def _if_other[Number: (int, float)](most: Number | None, least: Number | None) -> Number | None:
    """Return the upper end of a range; None if there is only one number."""
    return most if most != least else None


def _whole_ends(span: Span | None) -> tuple[int | None, int | None]:
    return (_whole(span.least), _whole(span.most)) if span else (None, None)


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
