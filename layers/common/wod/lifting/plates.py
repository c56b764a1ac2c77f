"""Compute the loading of a bar: the weights that can be loaded, the discs on each side, and the change from set to
set."""

import math
from collections import Counter
from fractions import Fraction
from functools import cached_property

from wod.lifting.lifter import Settings
from wod.lifting.numbers import hundredths
from wod.lifting.tables import tables
from wod.shape import Shape

_UNREACHABLE = 10**9  # discs


class Disc(Shape):
    """One disc, in the lifter's unit."""

    weight: float
    colour: str


class Plates(Shape):
    """A loaded bar: the discs of one side, the heaviest first."""

    bar: float
    collar: float
    side: list[Disc]


class Change(Shape):
    """The discs that come off and go on each side, and the difference of one side; `shorter` if these are fewer discs
    than the whole load."""

    off: list[Disc]
    on: list[Disc]
    difference: float
    shorter: bool


class Barbell:
    """A lifter's bar and discs. Weights are hundredths of the lifter's unit."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._discs = sorted(map(hundredths, settings.plates), reverse=True)
        self._step = math.gcd(*self._discs)

    @cached_property
    def empty(self) -> int:
        """The weight of the bar with its collars."""
        return hundredths(self._settings.bar) + 2 * hundredths(self._settings.collar)

    def around(self, target: Fraction) -> tuple[int | None, int]:
        """Return the heaviest weight that can be loaded up to a target, and the lightest from it on.

        The first is None if the target is lighter than the bar.
        """
        if target < self.empty:
            return None, self.empty
        multiple = (target - self.empty) / (2 * self._step)
        below, above = math.floor(multiple), math.ceil(multiple)
        fewest = self._fewest_discs(above + self._discs[-1] // self._step)
        while fewest[below] >= _UNREACHABLE:
            below -= 1
        while fewest[above] >= _UNREACHABLE:
            above += 1
        return self.empty + 2 * below * self._step, self.empty + 2 * above * self._step

    def plates(self, weight: float) -> Plates | None:
        """Return the fewest discs that make a weight, of equally few the heaviest first; None if it cannot be made."""
        both_sides = hundredths(weight) - self.empty
        if both_sides < 0 or both_sides % (2 * self._step):
            return None
        left = both_sides // (2 * self._step)
        fewest = self._fewest_discs(left)
        if fewest[left] >= _UNREACHABLE:
            return None
        side = []
        while left:
            disc = next(
                disc
                for disc in self._discs
                if disc <= left * self._step and fewest[left - disc // self._step] == fewest[left] - 1
            )
            side.append(self._disc(disc / 100))
            left -= disc // self._step
        return Plates(bar=self._settings.bar, collar=self._settings.collar, side=side)

    def _fewest_discs(self, limit: int) -> list[int]:
        """Return how many discs make each multiple of their common measure up to a limit."""
        sizes = [disc // self._step for disc in self._discs]
        fewest = [0]
        for multiple in range(1, limit + 1):
            fewest.append(
                1 + min((fewest[multiple - size] for size in sizes if size <= multiple), default=_UNREACHABLE)
            )
        return fewest

    def _disc(self, weight: float) -> Disc:
        return Disc(weight=weight, colour=tables().colours[self._settings.unit].get(f"{weight:g}", "grey"))


def change(before: Plates, after: Plates) -> Change:
    """Return the change of discs from one loading to another."""
    off, on = _left(before.side, after.side), _left(after.side, before.side)
    difference = sum(hundredths(disc.weight) for disc in on) - sum(hundredths(disc.weight) for disc in off)
    return Change(off=off, on=on, difference=difference / 100, shorter=len(off) + len(on) < len(after.side))


def _left(these: list[Disc], others: list[Disc]) -> list[Disc]:
    """Return the discs that the others do not have."""
    rest = Counter(disc.weight for disc in others)
    left = []
    for disc in these:
        if rest[disc.weight] > 0:
            rest[disc.weight] -= 1
        else:
            left.append(disc)
    return left
