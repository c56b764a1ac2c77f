"""Types for the values of a line: amount, load, rhythm, rest."""

import re
from dataclasses import dataclass, fields
from typing import Any, Literal, NamedTuple, Self

from wod.models import Part

HEAVY = "heavy"
"""The load in words of a set that is only heavy."""

_BARE_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

type Format = Literal["amrap", "for time"]


class Unread(Exception):
    """The tokens do not match the reader, or have a value that fits no field."""


class Conflict(Unread):
    """A second value for a field: it may belong to another movement or another set."""


class Span(NamedTuple):
    """A range from the least to the most. `most` is None for `5+`, `least` is None for `up to 70%`."""

    least: float | None
    most: float | None


class Stated:
    """A group of values; each may be stated once."""

    __slots__ = ()

    def with_(self, other: Self) -> Self:
        """Return the values of both. Raise Conflict if both have the same one."""
        return self._joined(other, twice=True)

    def over(self, other: Self) -> Self:
        """Return these values, completed by those of the other."""
        return other._joined(self, twice=False)

    @property
    def is_stated(self) -> bool:
        """Return whether it has any value."""
        nothing = _NOTHING[type(self)]
        return self is not nothing and self != nothing

    def _joined(self, other: Self, *, twice: bool) -> Self:
        nothing = _NOTHING[type(self)]
        if other is nothing:
            return self
        if self is nothing:
            return other
        changes: dict[str, Any] = {}
        for name, default in _DEFAULTS[type(self)]:
            new = getattr(other, name)
            if new is default or new == default:
                continue
            if twice and getattr(self, name) != default:
                raise Conflict(name)
            changes[name] = new
        if not changes:
            return self
        values = {name: getattr(self, name) for name, _ in _DEFAULTS[type(self)]}
        return type(self)(**values | changes)


@dataclass(frozen=True, slots=True)
class Amount(Stated):
    """The reps, time, distance or calories of one set. Times are seconds.

    `per_set` are the reps of each set, `plus` those of the parts of a complex, `cluster` those between short rests.
    """

    reps: Span | None = None
    reps_women: int | None = None
    per_set: tuple[int, ...] = ()
    open_end: bool = False
    cluster: tuple[int, ...] = ()
    plus: tuple[int, ...] = ()
    time: Span | None = None
    distance: Span | None = None
    distance_women: float | None = None
    distance_unit: str = ""
    calories: Span | None = None
    calories_women: int | None = None
    max_reps: bool = False

    @property
    def kinds(self) -> int:
        """Return the number of different measures that it has; more than one is a contradiction."""
        return sum(
            map(bool, (self.reps, self.per_set, self.cluster, self.plus, self.time, self.distance, self.calories))
        )


@dataclass(frozen=True, slots=True)
class Load(Stated):
    """A load. `percents` has one for each set; `text` is a load in words."""

    percent: Span | None = None
    percents: tuple[Span, ...] = ()
    percent_of: str | None = None
    percent_of_rep_max: int | None = None
    weight: Span | None = None
    weight_women: float | None = None
    weight_unit: str = ""
    rpe: Span | None = None
    tempo: str = ""
    text: str = ""

    @property
    def has_bare_number(self) -> bool:
        """Return whether its text is only a number, without a unit."""
        return _BARE_NUMBER.fullmatch(self.text) is not None

    @property
    def has_percent(self) -> bool:
        """Return whether it has a percent, or one for each set."""
        return bool(self.percent or self.percents)

    @property
    def is_heavy(self) -> bool:
        """Return whether it has more than a tempo."""
        return bool(self.has_percent or self.weight or self.rpe or self.text)


@dataclass(frozen=True, slots=True)
class Rhythm(Stated):
    """Sets and clock. Times are seconds."""

    sets: Span | None = None
    interval: int | None = None
    total: int | None = None
    format: Format | None = None
    first_set: int | None = None
    last_set: int | None = None


@dataclass(frozen=True, slots=True)
class Pause(Stated):
    """A rest, in seconds."""

    rest: Span | None = None


NO_AMOUNT, NO_LOAD, NO_RHYTHM, NO_PAUSE = Amount(), Load(), Rhythm(), Pause()
MAX_REPS = Amount(max_reps=True)
"""As many repetitions as possible, and nothing else."""


def one_remark(*texts: str) -> str:
    """Return the remarks that are not empty as one."""
    return "; ".join(filter(None, texts))


_NOTHING: dict[type[Stated], Stated] = {type(one): one for one in (NO_AMOUNT, NO_LOAD, NO_RHYTHM, NO_PAUSE)}
_DEFAULTS: dict[type[Stated], tuple[tuple[str, Any], ...]] = {
    kind: tuple((field.name, field.default) for field in fields(kind)) for kind in (Amount, Load, Rhythm, Pause)
}


@dataclass(slots=True)
class Item:
    """A movement with its amount, load, rhythm and rest; without a name they are for the movement above."""

    name: str = ""
    parts: tuple[Part, ...] = ()
    amount: Amount = NO_AMOUNT
    load: Load = NO_LOAD
    rhythm: Rhythm = NO_RHYTHM
    rest: Pause = NO_PAUSE
    each_side: bool = False
    remark: str = ""
    counts: Literal["", "cal", "m"] = ""
    """The unit of counts that are not repetitions: calories of `Cal Row`, metres of `Run 400-300-200`."""
    is_counted: bool = False
    """True for a complex that has a count beside a movement: it is done once if nothing else is stated."""
    fills_time: bool = False
    """True for work `in the remaining time`, which has no time of its own."""

    @property
    def counted_sets(self) -> Span | None:
        """Return how many sets it states, by their number or by a list of repetitions."""
        listed = len(self.amount.per_set)
        return self.rhythm.sets or (Span(listed, listed) if listed > 1 else None)

    @property
    def is_named_intervals(self) -> bool:
        """Return whether it is `Bike Intervals`, whose number counts its sets."""
        return self.name.lower().endswith(("interval", "intervals"))

    @property
    def is_bare(self) -> bool:
        """Return whether it is only a name."""
        heavy = self.load.is_heavy or self.load.tempo
        return not (self.amount.is_stated or heavy or self.rhythm.is_stated or self.rest.is_stated)
