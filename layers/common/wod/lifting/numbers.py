"""Weights as exact numbers: hundredths of a unit as whole numbers, and fractions of them.

Nothing is rounded on the way.
"""

import json
import math
import re
from fractions import Fraction

from wod.errors import BadInput
from wod.lifting.tables import Unit
from wod.shape import Shape

_POUND = Fraction("0.45359237")  # in kilograms, exactly

_WEIGHT = re.compile(
    r"[ \t\xa0]*(\d{1,4}(?:[.,]\d{1,2})?)[ \t\xa0]*(kgs?|kilos?|lbs?|pounds?|#)?[ \t\xa0]*", re.ASCII | re.IGNORECASE
)


class Weight(Shape):
    """A weight as a lifter writes it; without a unit if none is stated."""

    weight: float
    unit: Unit | None


def parse_weight(text: str) -> Weight:
    """Return the weight of `100kg`, `100,5 KG` or `225 lbs`. Raise BadInput for any other text."""
    found = _WEIGHT.fullmatch(text)
    if not found:
        written = json.dumps(text, ensure_ascii=False)
        raise BadInput(f"{written} is not a weight: write one such as 100kg, 100.5 kg or 225 lb.")
    unit: Unit | None = None
    if found[2]:
        unit = "kg" if found[2].lower().startswith("k") else "lb"
    return Weight(weight=float(found[1].replace(",", ".")), unit=unit)


def hundredths(number: float) -> int:
    """Return a number in hundredths; half a hundredth counts as a whole one."""
    return math.floor(number * 100 + 0.5)


def rounded(in_hundredths: Fraction) -> float:
    """Return the number that this many hundredths are, to the nearest hundredth."""
    return math.floor(in_hundredths + Fraction(1, 2)) / 100


def in_unit(weight: Fraction, unit: Unit, wanted: Unit) -> Fraction:
    """Return a weight in another unit."""
    if unit == wanted:
        return weight
    return weight * _POUND if unit == "lb" else weight / _POUND
