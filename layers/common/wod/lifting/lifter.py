"""A lifter: settings, and maxima by date.

The file that the command keeps is the one that the page exports and imports.
"""

import json
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, ValidationError

from wod.errors import BadInput, place_and_problem
from wod.lifting.tables import Unit, tables
from wod.shape import Date, Shape, check_date, check_fields, decode

MOST_REPS = 100

LARGEST: dict[Unit, float] = {"kg": 1000, "lb": 2000}
"""The heaviest maximum by its unit."""

type Pair = Literal["first", "second"]


class Settings(Shape):
    """A lifter's equipment and preferences."""

    unit: Annotated[Unit, Meta(description="Of the gym's bar and discs, and of weights that are stated without one")]
    bar: Annotated[float, Meta(ge=0, le=100)]
    collar: Annotated[float, Meta(ge=0, le=10, description="The weight of one; 0 if they are not counted")]
    plates: Annotated[
        list[Annotated[float, Meta(ge=0.1, le=100)]],
        Meta(min_length=1, max_length=20, description="The discs that there are, each in any number"),
    ]
    pair: Annotated[Pair, Meta(description="Which amount of `95/65 lb` is the lifter's")]
    level: Annotated[
        Annotated[str, Meta(max_length=100)] | None, Meta(description="Which sessions, of days that have several")
    ]


class Maximum(Shape):
    """The heaviest weight that a lifter has lifted for these reps in one set."""

    lift: Annotated[str, Meta(min_length=1, max_length=100, description="By the catalogue of movements")]
    reps: Annotated[int, Meta(ge=1, le=MOST_REPS, description="1 for a 1-RM")]
    weight: Annotated[float, Meta(ge=0.01)]
    unit: Unit
    date: Date

    def __post_init__(self) -> None:
        check_fields(self, date=check_date)
        if self.weight > LARGEST[self.unit]:
            raise ValueError(f"no one lifts {self.weight:g} {self.unit}")


class Lifter(Shape):
    """The whole file."""

    version: Literal[1] = 1
    settings: Settings
    maxima: list[Maximum]


def defaults(unit: Unit) -> Settings:
    """Return the default settings for a unit."""
    gym = tables().gyms[unit]
    return Settings(unit=unit, bar=gym.bar, collar=0, plates=gym.plates, pair="first", level=None)


def read_lifter(text: str | bytes) -> Lifter:
    """Return the lifter of a file. Raise BadInput, which states the problem, if it is not one."""
    try:
        return decode(text, Lifter)
    except ValidationError as error:
        place, problem = place_and_problem(error, Lifter)
        where = f" at {place}" if place else ""
        raise BadInput(
            f"This is not a file of maxima ({problem}{where}): take one that `wod maxes export` or the page wrote."
        ) from None


def write_lifter(lifter: Lifter) -> str:
    """Return the text of a file."""
    return json.dumps(msgspec.to_builtins(lifter), ensure_ascii=False, indent=2) + "\n"


def with_maximum(maxima: list[Maximum], maximum: Maximum) -> list[Maximum]:
    """Return the maxima with one more, which replaces the one of its lift, reps and date."""
    by_key = {_key(one): one for one in [*maxima, maximum]}
    return [by_key[key] for key in sorted(by_key)]


def merged(own: Lifter, imported: Lifter) -> Lifter:
    """Return a lifter with the maxima of both; the imported ones, and the imported settings, win."""
    maxima = own.maxima
    for maximum in imported.maxima:
        maxima = with_maximum(maxima, maximum)
    return Lifter(settings=imported.settings, maxima=maxima)


def _key(maximum: Maximum) -> tuple[str, int, str]:
    return maximum.lift, maximum.reps, maximum.date
