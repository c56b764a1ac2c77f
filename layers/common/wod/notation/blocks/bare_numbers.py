"""Settle the numbers without a unit of movements that have no repetitions: `Run 400-300-200`, `Plank 3x60`."""

from copy import replace

from wod.notation.blocks.block import Block, Entry
from wod.notation.grammar.measures import exactly, is_metres
from wod.notation.grammar.notation import Notation
from wod.notation.values import Amount


def settle_bare_numbers(block: Block, notation: Notation) -> None:
    """Make the round numbers of a run or a row metres, and mark each entry whose numbers may be of several units."""
    for entry in block.entries:
        amount = entry.item.amount if entry.item.amount.is_stated else block.scheme.amount
        numbers = _repetitions(amount)
        found = notation.catalogue.find(entry.item.name) if entry.item.name and not entry.item.parts else None
        if found is None or not numbers or not _is_settled_here(entry):
            continue
        if notation.has_repetitions(found.name, max(numbers)):
            continue
        if amount.per_set and notation.is_in_metres(found.name) and all(is_metres(exactly(one)) for one in numbers):
            entry.item = replace(entry.item, counts="m")
        else:
            entry.lacks_unit = True


def _is_settled_here(entry: Entry) -> bool:
    """Return whether nothing else says what the numbers are: a test, or the calories of `Cal Row`."""
    return not entry.is_test and not entry.item.counts


def _repetitions(amount: Amount) -> tuple[float, ...]:
    """Return the numbers that would be repetitions; empty for a time, a distance or calories."""
    if amount.per_set:
        return amount.per_set
    return tuple(end for end in amount.reps or () if end is not None)
