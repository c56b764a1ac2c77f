"""Take lines that have only a load or a time: they belong to the sets, the test or the movement above them."""

from copy import replace
from itertools import takewhile

from wod.notation.blocks.block import Entry
from wod.notation.blocks.carrying import joined
from wod.notation.blocks.progress import Event, Progress
from wod.notation.elements import SHORTEST_TEST, Element, Movement, SetLine
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_barbell_of_other, loaded_one, may_be_of_several
from wod.notation.text.labels import start_of
from wod.notation.values import NO_LOAD, Amount, Item, Load, Rhythm, Unread
from wod.notation.work.totals import is_another

_MOST_OF_A_LIST = 20  # movements above a load; a hostile segment has thousands


class LoadLines:
    """Taker of lines with only a load or a time."""

    def __init__(self, progress: Progress, catalogue: Catalogue) -> None:
        self._progress = progress
        self._catalogue = catalogue

    def take(self, movement: Entry, item: Item, event: Event, following: Element | None) -> bool:
        """Give a test its time, or a test or sets the tempo or the RPE below them. Return False for any other line."""
        entries = self._progress.block.entries
        if item.amount.time and entries and entries[-1].is_test:
            self._time_test(entries[-1], item, event, following)
            return True
        above = self._sets_or_test(movement, item, following) if item == Item(load=item.load) else []
        if above:
            self._give_effort(above, item, event, following)
        return bool(above)

    def give(self, movement: Entry, item: Item, event: Event) -> None:
        """Give the movement above a load on a line of its own, `@ 90% of 1-RM Snatch`, unless it has another one."""
        if is_another(item.load, movement.item.load):
            self._progress.doubt(item, event)
        else:
            self._join(movement, item, event)

    def _time_test(self, test: Entry, item: Item, event: Event, following: Element | None) -> None:
        """Give a test the time below it, `Find a 3-RM Clean` and `15 minutes`, unless it says more or is too short.

        It may belong to the work below: `3-RM Clean`, `10 minutes`, `5 Burpees`.
        """
        time = item.amount.time
        seconds = int(time.least or 0) if time and time.least == time.most else 0
        says_more = item != Item(amount=Amount(time=time)) or test.item.rhythm.is_stated
        says_more = says_more or (isinstance(following, Movement) and not following.item.counted_sets)
        if seconds >= SHORTEST_TEST and not says_more:
            test.item = replace(test.item, rhythm=Rhythm(total=seconds))
        else:
            self._progress.doubt(item, event)

    def _sets_or_test(self, movement: Entry, item: Item, following: Element | None) -> list[Entry]:
        """Return the test or the lines of sets of the movement that a line with only a load is below.

        A load that completes sets, `5x3` or those below a test, is none of these.
        """
        entries = self._progress.block.entries
        is_effort = item.load == Load(tempo=item.load.tempo, rpe=item.load.rpe)
        if entries and entries[-1].is_test and (is_effort or not isinstance(following, SetLine)):
            return entries[-1:]
        if not is_effort or self.sets_of(item):
            return []
        return [
            entry
            for entry in takewhile(lambda entry: entry.group == movement.group, reversed(entries))
            if entry.written
        ]

    def _give_effort(self, above: list[Entry], item: Item, event: Event, following: Element | None) -> None:
        """Give a tempo or an RPE to the test or the line of sets above it.

        It may as well be that of sets below, or of several lines, and a test has no weight or percent.
        """
        load = item.load
        is_of_several = len({entry.line for entry in above}) > 1 or isinstance(following, SetLine)
        has_own = any((entry.item.load.tempo and load.tempo) or (entry.item.load.rpe and load.rpe) for entry in above)
        if is_of_several or has_own or load != Load(tempo=load.tempo, rpe=load.rpe):
            self._progress.doubt(item, event)
            return
        for entry in above:
            entry.item = joined(entry.item, item)

    def sets_of(self, item: Item) -> list[Entry]:
        """Return the sets without a load in the line directly above one that is only a load: `5x3`, `@ 75%`."""
        if item.amount.is_stated or item.rhythm.is_stated or not item.load.is_heavy:
            return []
        entries = self._progress.block.entries
        line = entries[-1].line if entries else None
        return [*takewhile(lambda entry: entry.line == line and _waits_for_load(entry), reversed(entries))][::-1]

    def give_sets(self, sets: list[Entry], item: Item, event: Event) -> None:
        """Give a load to the sets of the line above it, if it is certainly theirs.

        It may be only of the last of several lines, and a list may be of another length: `5-5-3-3`, `70-80-85%`.
        """
        block = self._progress.block
        are_several_lines = any(map(_waits_for_load, block.entries[-len(sets) - 1 : -len(sets)]))
        loads, per_set = len(item.load.percents), len(sets[-1].item.amount.per_set)
        if are_several_lines or (loads and (len(sets) > 1 or per_set not in (0, loads))):
            self._progress.doubt(item, event)
            return
        for entry in sets:
            entry.item, entry.written = joined(entry.item, item), joined(entry.written or entry.item, item)

    def _join(self, movement: Entry, item: Item, event: Event) -> None:
        """Give a load on a line of its own to the movement above, or to the only one of its list that has a weight."""
        block, whole = self._progress.block, joined(movement.item, item)
        if block.ends_with(movement) and not start_of(movement.text).is_labelled:
            near = block.entries[-_MOST_OF_A_LIST:-1]
            others = [entry for entry in near if entry.written is None and not entry.is_test]
            if not movement.item.amount.is_stated and not block.is_stated:
                others = []  # a lift of its own below other work
            try:
                loaded = loaded_one([*(entry.item for entry in others), whole], self._catalogue)
            except Unread:
                self._progress.doubt(item, event)
                return
            for entry in others:
                if entry.item is loaded:
                    entry.item = joined(entry.item, item)
                    return
            if others and may_be_of_several(item.load, [*(one.item for one in others), movement.item], self._catalogue):
                block.unclear_loads.append(event.text)
                movement.item = joined(movement.item, replace(item, load=NO_LOAD))
                return
        if is_barbell_of_other(item.load, movement.item.name, self._catalogue):
            block.unclear_loads.append(event.text)
        else:
            movement.item = whole


def _waits_for_load(entry: Entry) -> bool:
    return entry.written is not None and not entry.item.load.is_heavy
