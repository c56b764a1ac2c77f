"""Give percents that name no lift the base that a line states: `All percentages are based on your 1-RM Snatch`."""

from copy import replace

from wod.notation.blocks.block import Block, Entry
from wod.notation.blocks.progress import Event
from wod.notation.elements import PercentBase
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_lift


def give_bases(blocks: list[Block], events: list[Event], catalogue: Catalogue) -> None:
    """Give each base to its percents: those of the whole segment, if the line says `all` or is the first one, else
    those of the movement directly above. A base that no percent takes is reported.
    """
    for event in events:
        if not isinstance(event.element, PercentBase):
            continue
        entries = [entry for block in blocks for entry in block.entries]
        waiting = [entry for entry in entries if _waits(entry, catalogue)]
        is_of_all = event.element.of_all or event.line == 0
        takers = waiting if is_of_all else _directly_above(waiting, entries, event.line)
        for entry in takers:
            entry.item = replace(entry.item, load=entry.item.load.with_(event.element.base))
        if entries and not takers:
            blocks[-1].unclear_loads.append(event.text)


def _waits(entry: Entry, catalogue: Catalogue) -> bool:
    """Return whether an entry is a lift with a percent that names no lift."""
    load = entry.item.load
    has_base = load.percent_of or load.percent_of_rep_max
    return load.has_percent and not has_base and is_lift(entry.item, catalogue)


def _directly_above(waiting: list[Entry], entries: list[Entry], line: int) -> list[Entry]:
    """Return the entries that wait, of the movements in the last line with work above this one."""
    last = max((entry.line for entry in entries if entry.line < line), default=None)
    groups = {entry.group for entry in entries if entry.line == last}
    return [entry for entry in waiting if entry.line < line and entry.group in groups]
