"""Decide whether a movement below the work of a block is other work, outside its scheme."""

from dataclasses import dataclass
from typing import Literal

from wod.notation.blocks.block import Block
from wod.notation.elements import Element, Movement, SetLine
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.measures import MINUTE
from wod.notation.values import Item, Span

_FASTEST, _FASTEST_ON_A_BIKE = 10, 15  # metres a second
_METRES = {"m": 1, "km": 1000, "mi": 1609}
_LEAST_OF_SETS = 3  # fewer may be part of a round: `2 x 10 m Shuttle Run`

type _Outside = Literal["", "perhaps", "certainly"]


def has_sets_apart(block: Block, element: Movement, text: str, following: Element | None) -> bool:
    """Return whether a movement has sets of its own after a clock with its movement on one line.

    `Every 3 minutes: 10 Swings` and below it `Front Squat 5x3`, or such sets below stations: `Odd: 8 Burpees`
    """
    item = element.item
    if item.rhythm.sets and not element.station and block.has_station:
        return True
    has_sets = item.rhythm.sets or item.amount.per_set or (item.is_bare and isinstance(following, SetLine))
    if not (has_sets and block.entries and block.scheme.rhythm.interval) or block.text == text:
        return False
    return all(entry.text == block.text for entry in block.entries)


def heads_other_sets(block: Block, element: Movement, text: str, below: Item, catalogue: Catalogue) -> bool:
    """Return whether the bare name of a lift has sets of its own below it, after other work on a clock.

    `Squat` above `5x5` or `Back Squat 5x5`, below `AMRAP 10: 10 Burpees`, and not `Thrusters` above `21-15-9`, below
    `For time: 50 Burpees`
    """
    rhythm = block.scheme.rhythm
    is_numbered = element.station or element.number is not None or block.scheme.alternates
    if not element.item.is_bare or is_numbered or block.text == text or not (rhythm.interval or rhythm.format):
        return False
    if rhythm.format and len({*below.amount.per_set}) > 1 and not below.load.is_heavy:
        return False
    if not below.counted_sets or below.rhythm.first_set or not _is_lift_of(element.item.name, below.name, catalogue):
        return False
    above = (entry.item for entry in block.entries)
    return bool(block.entries) and all(item.amount.is_stated and not item.counted_sets for item in above)


def is_after_tabata(block: Block, item: Item) -> bool:
    """Return whether a movement with an amount of its own follows those of a tabata: `Run 800 m`."""
    return bool(block.scheme.is_tabata and block.entries and item.amount.kinds)


def _is_lift_of(name: str, below: str, catalogue: Catalogue) -> bool:
    """Return whether a name is a lift, and the one below it is of the same family, if there is one."""
    found = catalogue.find(name)
    if found is None or found.family == "conditioning":
        return False
    other = catalogue.find(below) if below else found
    return other is not None and other.family == found.family


@dataclass(frozen=True)
class Above:
    """A rest or a `then` directly above a movement."""

    rest: Span | None = None
    then: bool = False


class Ends:
    """Decide whether a movement ends the scheme above it, so that it has none of its numbers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def outside(self, block: Block, movement: Movement, text: str, following: Element | None, above: Above) -> _Outside:
        """Return whether a movement below others is outside their scheme; `above` is directly above it."""
        rhythm = block.scheme.rhythm
        if not block.entries or not rhythm.is_stated or block.text == text or movement.station or block.has_station:
            return ""
        if movement.named and not any(entry.named for entry in block.entries):
            return "certainly"
        if longer := self._lasts_longer(block, movement.item):
            return longer
        if rhythm.format and not rhythm.interval and (sets := self._has_sets(block, movement.item, following)):
            return sets
        if rhythm.format == "amrap":
            return _is_after_amrap(block, movement, above)
        is_after_minute = (above.then or movement.follows) and not movement.outside
        return "perhaps" if is_after_minute and rhythm.interval == MINUTE and not block.scheme.alternates else ""

    def _lasts_longer(self, block: Block, item: Item) -> _Outside:
        """Return whether a movement takes more time than there is: `Bike 20 minutes` below `EMOM 10`."""
        rhythm, amount = block.scheme.rhythm, item.amount
        clock = rhythm.interval or (rhythm.total if rhythm.format == "amrap" else None)
        if clock is None or item.rhythm.sets:
            return ""
        if amount.time and (amount.time.least or 0) > clock:
            return "certainly" if (amount.time.least or 0) >= 2 * clock else "perhaps"
        found = self._catalogue.find(item.name)
        fastest = _FASTEST_ON_A_BIKE if found and "Bike" in found.name else _FASTEST
        metres = _METRES.get(amount.distance_unit, 0) * ((amount.distance and amount.distance.least) or 0)
        return "perhaps" if metres > clock * fastest else ""

    def _has_sets(self, block: Block, item: Item, following: Element | None) -> _Outside:
        """Return whether a movement below a clock without sets has sets of its own: `Bench Press 5x5` in an AMRAP."""
        sets, listed = item.counted_sets, item.amount.per_set
        if not sets or item.rhythm.first_set or block.scheme.rhythm.sets or block.scheme.amount.per_set:
            return ""
        if len({*listed}) > 1 and not item.load.is_heavy:
            return ""  # a ladder
        is_amrap, is_lift = block.scheme.rhythm.format == "amrap", self._catalogue.is_lift(item.name)
        if not is_amrap and not (is_lift and (sets.least or 0) >= _LEAST_OF_SETS):
            return ""
        if is_lift and item.load.has_percent:
            return "certainly"
        is_of_reps = bool(item.amount.reps or listed) and (sets.least or 0) >= _LEAST_OF_SETS
        goes_on = isinstance(following, Movement) and not (following.item.counted_sets or following.follows)
        return "certainly" if is_amrap and is_of_reps and not goes_on else "perhaps"


def _is_after_amrap(block: Block, movement: Movement, above: Above) -> _Outside:
    """Return whether a movement without sets follows an AMRAP: after a long rest, a `then`, or a list on one line."""
    if movement.outside and not movement.follows:
        return "perhaps" if block.entries[0].outside else "certainly"
    is_list = len(block.entries) > 1 and all(entry.text == block.text for entry in block.entries)
    rest, total = above.rest and above.rest.least, block.scheme.rhythm.total
    if rest and total and (is_list or 2 * rest >= total):
        return "certainly"
    if above.then or movement.follows:
        return "certainly" if is_list else "perhaps"
    return "perhaps" if is_list and not block.text.rstrip().endswith((",", "+", "&", ";")) else ""
