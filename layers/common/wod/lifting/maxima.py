"""Find the maximum that is valid on a day, or an estimate if it is missing."""

import math
from fractions import Fraction

from wod.lifting.lifter import Maximum
from wod.lifting.numbers import hundredths
from wod.lifting.tables import Unit, tables
from wod.shape import Shape


class Estimate(Shape):
    """An estimate of a maximum, in whole units, and the maximum that it was made from."""

    weight: float
    unit: Unit
    of: Maximum


def valid_on(maxima: list[Maximum], lift: str, reps: int, day: str) -> Maximum | None:
    """Return the last maximum up to a day; the first one after it for days before a lifter began to note them."""
    own = [maximum for maximum in maxima if maximum.lift == lift and maximum.reps == reps]
    if until := [maximum for maximum in own if maximum.date <= day]:
        return max(reversed(until), key=lambda maximum: maximum.date)
    return min(reversed(own), key=lambda maximum: maximum.date, default=None)


def estimate(maxima: list[Maximum], lift: str, reps: int, day: str) -> Estimate | None:
    """Return an estimate from the same lift with other repetitions, else from the closest relative with a 1-RM."""
    percents = tables().percent_of_1rm
    if reps not in percents:
        return None
    for other in sorted(percents.keys() - {reps}, key=lambda other: (abs(other - reps), other)):
        if own := valid_on(maxima, lift, other, day):
            return _estimate(own, Fraction(percents[reps], percents[other]))
    for relative in tables().estimates.get(lift, []):
        if own := valid_on(maxima, relative.of, 1, day):
            return _estimate(own, Fraction(relative.percent * percents[reps], 100 * 100))
    return None


def _estimate(own: Maximum, share: Fraction) -> Estimate | None:
    weight = math.floor(hundredths(own.weight) * share / 100)
    return Estimate(weight=weight, unit=own.unit, of=own) if weight else None
