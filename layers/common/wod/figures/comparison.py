"""A week's totals less those of the week before."""

import msgspec

from wod.figures.shapes import Comparison, Difference, NamedDifference, NamedVolume, Totals, Volume


def compare(this: Totals, before: Totals) -> Comparison:
    """Return how the totals of a week differ from those of the week before."""
    return Comparison(
        sessions=this.sessions - before.sessions,
        volume=_difference(this.volume, before.volume),
        families=_named_differences(this.families, before.families),
        lifts=_named_differences(this.lifts, before.lifts),
    )


def _named_differences(these: list[NamedVolume], before: list[NamedVolume]) -> list[NamedDifference]:
    """Return the differences of the names that both weeks have."""
    volumes_before = {named.name: named.volume for named in before}
    return [
        NamedDifference(name=named.name, volume=_difference(named.volume, volumes_before[named.name]))
        for named in these
        if named.name in volumes_before
    ]


def _difference(this: Volume, before: Volume) -> Difference:
    return msgspec.convert(
        {field: _less(getattr(this, field), getattr(before, field)) for field in Difference.__struct_fields__},
        Difference,
    )


def _less[Number: (int, float)](this: Number | None, before: Number | None) -> Number | None:
    # Round, because a difference of two floats with one decimal has more.
    return None if this is None or before is None else round(this - before, 1)
