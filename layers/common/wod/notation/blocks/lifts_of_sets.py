"""Find the lifts that are done in turn in each set, whose sets have their loads below: a complex on several lines."""

from copy import replace

from wod.notation.blocks.block import MOST_ROWS, Block, Entry
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_barbell_of_other, is_counted_lift
from wod.notation.text.labels import start_of
from wod.notation.values import NO_AMOUNT, Item, Load

_MOST_MOVEMENTS = 6


def lifts_of_sets(block: Block, movement: Entry, sets: Item, catalogue: Catalogue) -> list[Entry]:
    """Return the lifts of `1 Power Snatch`, `1 Hang Snatch`, `Set 1: 62%`, `Set 2: 65%` below their scheme.

    Movements beside them that are done without a weight have no load. It is empty if the load may be of one lift: no
    scheme has the sets, a line has another load or a turn of its own, or the first line is not about the first set.
    """
    rows, first = len(block.entries), sets.rhythm.first_set
    if not first or first < 0 or sets != Item(load=sets.load, rhythm=sets.rhythm) or rows > MOST_ROWS:
        return []
    movements = [entry for entry in block.entries if entry.written is None]
    if not 1 < len(movements) <= _MOST_MOVEMENTS or movements[-1] is not movement or not _has_sets(block):
        return []
    lifts = [entry for entry in movements if catalogue.is_lift(entry.item.name) and not entry.is_test]
    others = [entry for entry in movements if entry not in lifts]
    if lifts == [movement] or not _may_share(lifts, sets.load, catalogue):
        return []
    if not all(_is_unloaded(one.item, sets.load, catalogue) for one in others):
        return []
    is_begun = rows == len(movements) and first == 1
    goes_on = {entry.group for entry in block.entries if entry.written} == {entry.group for entry in lifts}
    return lifts if is_begun or goes_on else []


def _has_sets(block: Block) -> bool:
    """Return whether a scheme states the sets, and all movements are done in each."""
    scheme = block.scheme
    has_turns = scheme.alternates or block.has_station or block.has_number
    has_sets = scheme.rhythm.sets or block.scheduled_sets
    return bool(block.is_stated and has_sets and not has_turns and not scheme.amount.is_stated)


def _may_share(lifts: list[Entry], load: Load, catalogue: Catalogue) -> bool:
    """Return whether a load may be that of each lift: of the only one, of the parts of a complex with one barbell, or,
    if it is a percent, of the maximum of each.
    """
    if any(start_of(entry.text).is_labelled for entry in lifts):
        return False  # `A1. Back Squat x 5`, `A2. Bench Press x 5`
    if len(lifts) == 1:
        return replace(lifts[0].item, amount=NO_AMOUNT).is_bare
    are_counted = all(is_counted_lift(entry.item, catalogue) for entry in lifts)
    return are_counted and (load.has_percent or catalogue.are_one_complex([entry.item.name for entry in lifts]))


def _is_unloaded(item: Item, load: Load, catalogue: Catalogue) -> bool:
    """Return whether a movement is done without such a load, and has neither a load nor sets: `5 Box Jumps`."""
    has_own = item.parts or item.load.is_stated or item.rhythm.is_stated
    is_other = load.has_percent or is_barbell_of_other(load, item.name, catalogue)
    return bool(not has_own and is_other) and catalogue.is_loaded(item.name) is False
