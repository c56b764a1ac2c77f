"""Divide the sets of a movement between the set lines below it, or give these to the movements beside it."""

from copy import replace
from itertools import islice, takewhile

from wod.notation.blocks.block import MOST_ROWS, Block, Entry, sets_of_clock
from wod.notation.blocks.carrying import carried, numbered
from wod.notation.blocks.lifts_of_sets import lifts_of_sets
from wod.notation.blocks.load_lines import LoadLines
from wod.notation.blocks.progress import Event, Progress
from wod.notation.elements import ALL_SETS, SHORTEST_TEST, Element, Movement
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_counted_lift
from wod.notation.grammar.measures import exactly, is_falling
from wod.notation.text.labels import start_of
from wod.notation.values import Item, Rhythm, Span
from wod.notation.work.checks import is_improbable

_FEWEST_NAMES = 3  # of two, the first may be a title
_FEWEST_NAMES_IN_FORMAT = 2
_MOST_BESIDE = 10  # movements above a load; a hostile segment has thousands


class DividedSets:
    """Taker of set lines."""

    def __init__(self, progress: Progress, catalogue: Catalogue) -> None:
        self._progress = progress
        self._catalogue = catalogue
        self._loads = LoadLines(progress, catalogue)

    def take(self, item: Item, event: Event, following: Element | None = None) -> None:
        """Take the item of a set line; without a movement above there is none. `following` is the next element."""
        movement = self._progress.movement
        if movement is None:
            return
        block = self._progress.block
        if item.rhythm.first_set == ALL_SETS and self._has_several and not self.load_belongs_to_last():
            block.load = item.load
            return
        item = self._as_load(movement, item)
        if lifts := lifts_of_sets(block, movement, item, self._catalogue):
            for lift in lifts:
                self._divide(lift, item, event)
            return
        if self._loads.take(movement, item, event, following):
            return
        if self._may_load_a_complex(movement, item) or self._may_be_of_a_list(item, following):
            self._progress.doubt(item, event)
        elif not self._progress.is_divided and not item.amount.is_stated and not item.rhythm.is_stated:
            self._loads.give(movement, item, event)
        elif self.has_too_many(movement.item, item):
            block.improbable.append(self._progress.entry(item, event))
        elif beside := self._beside(movement, item, following):
            self._share(beside, item, event)
        else:
            self._divide(movement, item, event)

    def _as_load(self, movement: Entry, item: Item) -> Item:
        """Return `All sets at 75%` above the sets as only a load; any other item as it is."""
        if item.rhythm.first_set != ALL_SETS or not self._waits_for_sets(movement):
            return item
        return replace(item, rhythm=replace(item.rhythm, first_set=None, last_set=None))

    def _waits_for_sets(self, movement: Entry) -> bool:
        return not (self._progress.is_divided or movement.item.rhythm.sets or movement.item.amount.is_stated)

    @property
    def _has_several(self) -> bool:
        entries = self._progress.block.entries
        return bool(entries) and entries[0].group != entries[-1].group

    def load_belongs_to_last(self) -> bool:
        """Return whether a load for all belongs only to the last movement, whose name waits for its sets.

        `Back Squat 5x5`, `Deadlift`, `All at 80%`, `4x3`
        """
        movement = self._progress.movement
        waits = movement is not None and self._waits_for_sets(movement)
        return waits and self._has_several and not self._progress.block.is_stated

    def _may_load_a_complex(self, movement: Entry, item: Item) -> bool:
        """Return whether a load may be of a complex on several lines: `2 Snatch Pulls`, `1 Snatch`, `60%`.

        A load below a label, `B. Clean x 1`, is of the movement above; so are loads of sets that the line names,
        `Sets 1-3 = 70%`, unless its count is in front and a lift above it waits for a load.
        """
        entries = self._progress.block.entries
        names_set = item.rhythm.first_set is not None
        is_load = item.load.is_heavy or names_set
        if item.amount.is_stated or not is_load or len(entries) < 2 or entries[-1] is not movement:
            return False
        start = start_of(movement.text)
        begins_with_count = movement.text[start.place : start.place + 1].isdigit()
        if start.is_labelled or (names_set and not begins_with_count):
            return False
        if all(is_counted_lift(entry.item, self._catalogue) for entry in entries[-2:]):
            return True
        name, load = movement.item.name, item.load
        takes_load = self._catalogue.is_lift(name) if load.has_percent else self._catalogue.is_loaded(name) is not False
        above = (entry.item for entry in entries[-_MOST_BESIDE:-1] if entry.written is None)
        waits = any(self._catalogue.is_lift(one.name) and _lacks_load(one) for one in above)
        return names_set and waits and (self._progress.block.is_stated or not takes_load)

    def _may_be_of_a_list(self, item: Item, following: Element | None) -> bool:
        """Return whether an AMRAP may belong to the whole list above, `10 Thrusters`, `Burpees`, `AMRAP 8 min`, or to
        the names below.
        """
        block, time = self._progress.block, item.amount.time
        seconds = item.rhythm.total or (time.least if time else None) or 0
        if not item.amount.max_reps or seconds < SHORTEST_TEST or block.is_stated:
            return False
        if item.rhythm.total and isinstance(following, Movement):
            return True
        return self._has_several and not any(one.item.rhythm.sets for one in block.entries)

    def _divide(self, movement: Entry, item: Item, event: Event) -> None:
        """Add a set line to its movement."""
        block = self._progress.block_for_movements()
        if self._progress.is_divided and (above := self._loads.sets_of(item)):
            self._loads.give_sets(above, item, event)
            return
        movement = self._total_above(block, movement, item)
        item = numbered(item, self._sets_of_all(block, movement, item))
        if not self._progress.is_divided:
            self._progress.is_divided = True
            self._keep_own(block, movement, item.rhythm.first_set)
        whole = carried(movement.item, item)
        if not (whole.amount.is_stated or whole.rhythm.is_stated):
            self._progress.doubt(item, event)  # `5x3 @ 70%`, `3x2 @ 80%`, `RPE 8`
            return
        block.entries.append(replace(movement, item=whole, line=event.line, text=event.text, written=item))

    def _sets_of_all(self, block: Block, movement: Entry, item: Item) -> Span | None:
        """Return the sets of the scheme or of the movement, if the line names some of them: `Last set`."""
        if item.rhythm.first_set is None or len(block.entries) > MOST_ROWS:
            return None
        rhythm = movement.item.rhythm
        return block.scheme.rhythm.sets or block.scheduled_sets or rhythm.sets or sets_of_clock(rhythm)

    def _total_above(self, block: Block, movement: Entry, item: Item) -> Entry:
        """Return the movement of named sets, after giving it the only line of sets above them, which is their total.

        `5 sets of 3` above `Set 1: 70%`, `2 reps every 45 sec for 12 sets` above `Sets 1-4: 65%`
        """
        if item.rhythm.first_set is None or item.amount.is_stated:
            return movement
        own = takewhile(lambda entry: entry.group == movement.group, reversed(block.entries))
        lines = [*islice((entry for entry in own if entry.written), 2)]
        if len(lines) != 1 or not block.ends_with(lines[0]):
            return movement
        above = lines[0].item
        if above.rhythm.first_set is not None or not above.rhythm.sets:
            return movement
        whole = replace(lines[0], written=None)
        while block.entries and block.entries[-1].group == movement.group:
            block.entries.pop()
        block.entries.append(whole)
        self._progress.movement = whole
        self._progress.is_divided = False
        return whole

    def _beside(self, movement: Entry, sets: Item, following: Element | None) -> list[Entry]:
        """Return the movements of one line above sets, which apply to each: `Thrusters & Burpees`, `21-15-9`.

        At the end they apply to a list of names, too: `Thrusters`, `Burpees`, `Sit-Ups`, `21-15-9`.
        """
        block = self._progress.block
        if not block.ends_with(movement) or not sets.amount.is_stated:
            return []
        beside = [*takewhile(lambda entry: entry.line == movement.line, reversed(block.entries))][::-1]
        if len(beside) < 2:
            beside = [*block.entries] if following is None and self._are_names(block, sets) else []
        return [] if any(entry.is_test or entry.written for entry in beside) else beside

    def _are_names(self, block: Block, sets: Item) -> bool:
        """Return whether a series is of all names of a block that has no numbers of its own, in work for time or an
        AMRAP; without those it falls, and is not below a lift: `Row`, `Push-Ups`, `Back Squat`, `5-3-1`.
        """
        series, rhythm = sets.amount.per_set, block.scheme.rhythm
        if not series or not all(one.item.is_bare for one in block.entries):
            return False
        if block.is_stated:
            has_format = rhythm.format is not None and not (rhythm.sets or block.scheme.amount.is_stated)
            return has_format and len(block.entries) >= _FEWEST_NAMES_IN_FORMAT
        is_of_lift = self._catalogue.is_lift(block.entries[-1].item.name)
        return len(block.entries) >= _FEWEST_NAMES and is_falling(series) and not is_of_lift

    def _share(self, beside: list[Entry], item: Item, event: Event) -> None:
        """Give sets to each of the movements above, unless they may be of one: `10 Cleans, 10 Burpees`, `3x10`."""
        are_apart = item.load.is_heavy or item.rhythm.first_set is not None
        if are_apart or any(entry.item.amount.is_stated for entry in beside):
            self._progress.doubt(item, event)
            return
        for entry in beside:
            entry.item, entry.line, entry.text = carried(entry.item, item), event.line, event.text

    def has_too_many(self, movement: Item, sets: Item) -> bool:
        """Return whether a number of `3x225` below a lift is a weight."""
        if self._progress.block.scheme.rhythm.interval:
            return False
        found = None if movement.parts else self._catalogue.find(movement.name)
        return is_improbable(sets, found)

    def _keep_own(self, block: Block, movement: Entry, first: int | None) -> None:
        """Give the movement's own line the sets before the first one that set lines name."""
        if not block.ends_with(movement):
            return
        if first and first > 1 and (movement.item.amount.is_stated or movement.item.load.is_heavy):
            own = Rhythm(first_set=1, last_set=first - 1, sets=exactly(first - 1))
            block.entries[-1] = replace(movement, item=replace(movement.item, rhythm=own.over(movement.item.rhythm)))


def _lacks_load(item: Item) -> bool:
    return item.amount.is_stated and not (item.load.is_heavy or item.rhythm.is_stated)
