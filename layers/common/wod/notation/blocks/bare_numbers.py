"""Settle the numbers that only the movement explains: `Run 400-300-200`, `Plank 3x60`, `Split Squat 8+8`."""

from copy import replace

from wod.notation.blocks.block import Block, Entry
from wod.notation.grammar.measures import exactly, is_metres
from wod.notation.grammar.movement_kinds import MovementKind
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


def settle_sides(block: Block, notation: Notation) -> None:
    """Make two equal numbers of a movement that is done on one side at a time those of each side: `Split Squat 8+8`."""
    for entry in block.entries:
        plus, kind = entry.item.amount.plus, MovementKind(notation, entry.item.name)
        is_equal_pair = len(plus) == 2 and plus[0] == plus[1] and not entry.item.parts
        if is_equal_pair and kind.is_one_sided and not kind.is_barbell_lift:  # `Split Jerk 2+2`
            amount = replace(entry.item.amount, plus=(), reps=exactly(plus[0]))
            entry.item = replace(entry.item, amount=amount, each_side=True)


def _is_settled_here(entry: Entry) -> bool:
    """Return whether nothing else says what the numbers are: a test, or the calories of `Cal Row`."""
    return not entry.is_test and not entry.item.counts


def _repetitions(amount: Amount) -> tuple[float, ...]:
    """Return the numbers that would be repetitions; empty for a time, a distance or calories."""
    if amount.per_set:
        return amount.per_set
    return tuple(end for end in amount.reps or () if end is not None)
