"""A bar with few kinds of discs: what can be loaded on it."""

from copy import replace
from fractions import Fraction

import pytest

from wod.lifting.lifter import defaults
from wod.lifting.plates import Barbell, Disc, Plates, change


def barbell(*plates: float) -> Barbell:
    """A bar of 20 kg, without collars."""
    return Barbell(replace(defaults("kg"), bar=20, plates=list(plates)))


def loaded(*discs: float) -> Plates:
    return Plates(bar=20, collar=0, side=[Disc(weight=disc, colour="grey") for disc in discs])


@pytest.mark.parametrize(
    ("target", "below", "above"), [(30, 20, 50), (40, 20, 50), (50, 50, 50), (55, 50, 60), (65, 60, 80)]
)
def test_a_weight_lies_between_two_that_the_discs_make(target: int, below: int, above: int) -> None:
    """Discs of 15 and 20 kg make 15, 20, 30, 35 and 40 kg a side, and nothing between."""
    assert (below * 100, above * 100) == barbell(20, 15).around(Fraction(target * 100))


def test_one_kind_of_disc_is_enough() -> None:
    """Each pair adds 40 kg."""
    assert (2000, 6000) == barbell(20).around(Fraction(3000))


def test_no_weight_is_lighter_than_the_bar() -> None:
    """The bar is the next one."""
    assert (None, 2000) == barbell(20).around(Fraction(1900))


def test_equal_discs_stay_on_the_bar() -> None:
    """Two of a kind stay, and only the third disc goes on."""
    found = change(loaded(20, 20), loaded(20, 20, 5))
    assert ([], [5], 5) == ([disc.weight for disc in found.off], [disc.weight for disc in found.on], found.difference)
