"""Decide whether a movement below the work of a block is other work, outside its scheme."""

from wod.notation.blocks import Block
from wod.notation.catalogue import Catalogue
from wod.notation.elements import Element, Movement, SetLine
from wod.notation.values import Item


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
