"""Leave out the sentences that say in other words what the lines beside them state."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from wod.notation.blocks.block import Block, Entry
from wod.notation.elements import ReadLine
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.values import NO_LOAD, Amount, Load, Span

type _Numbers = tuple[Span | None, Amount, Load]
"""The sets, the amount and the load of a movement."""


def without_retold(lines: list[ReadLine], blocks: Iterable[Block], catalogue: Catalogue) -> list[ReadLine]:
    """Return the lines with each sentence about work that others state as a note: `You will do 5 sets of 5 Squats`.

    It is doubtful if its numbers are others. A sentence about another movement is work of its own.
    """
    stated, told = defaultdict[str, set[_Numbers]](set), defaultdict[int, list[tuple[str, _Numbers]]](list)
    for block in blocks:
        for entry in block.entries:
            name, numbers = _name(entry, catalogue), _numbers(entry, block)
            if lines[entry.line].is_told:
                told[entry.line].append((name, numbers))
            else:
                for short in _short_names(name):
                    stated[short] |= {numbers, (*numbers[:2], NO_LOAD)}
    meant = list(lines)
    for place, works in told.items():
        if any(name in stated for name, _ in works):
            is_same = all(numbers in stated[name] for name, numbers in works)
            meant[place] = replace(lines[place], kind="note", elements=[], doubtful=not is_same)
    return meant


def _name(entry: Entry, catalogue: Catalogue) -> str:
    found = None if entry.item.parts else catalogue.find(entry.item.name)
    return (found.name if found else entry.item.name).lower()


def _short_names(name: str) -> list[str]:
    """Return a name, and what is left without its first words: `front squat`, `squat`."""
    words = name.split()
    return [" ".join(words[place:]) for place in range(len(words))]


def _numbers(entry: Entry, block: Block) -> _Numbers:
    amount = entry.item.amount if entry.item.amount.is_stated else block.scheme.amount
    return entry.item.rhythm.sets or block.scheduled_sets or block.scheme.rhythm.sets, amount, entry.item.load
