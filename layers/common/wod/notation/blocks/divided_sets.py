"""Divide the sets of a movement between the set lines below it, or give these to the movements beside it."""

from copy import replace
from itertools import islice, takewhile

from wod.notation.blocks.block import Block, Entry, sets_of_clock
from wod.notation.blocks.carrying import carried, joined, numbered
from wod.notation.blocks.progress import Event, Progress
from wod.notation.elements import ALL_SETS, SHORTEST_TEST, Element, Movement, SetLine
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_barbell_of_other, is_counted_lift, loaded_one, may_be_of_several
from wod.notation.grammar.measures import exactly, is_falling
from wod.notation.text.labels import start_of
from wod.notation.values import NO_LOAD, Amount, Item, Load, Rhythm, Span, Unread
from wod.notation.work.checks import is_improbable
from wod.notation.work.totals import is_another

_FEWEST_NAMES = 3  # of two, the first may be a title
_FEWEST_NAMES_IN_FORMAT = 2
_MOST_OF_A_LIST = 20  # movements above a load; a hostile segment has thousands
_MOST_ROWS = 100  # of a block, for the same reason


class DividedSets:
    """Taker of set lines."""

    def __init__(self, progress: Progress, catalogue: Catalogue) -> None:
        self._progress = progress
        self._catalogue = catalogue

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
        if item.amount.time and block.entries and block.entries[-1].is_test:
            self._time_test(block.entries[-1], item, event, following)
            return
        if item == Item(load=item.load) and (above := self._sets_or_test(movement, item, following)):
            self._give_effort(above, item, event, following)
            return
        if self._may_load_a_complex(movement, item) or self._may_be_of_a_list(item, following):
            self._progress.block.uncertain.append(self._progress.entry(item, event))
            return
        if not self._progress.is_divided and not item.amount.is_stated and not item.rhythm.is_stated:
            if is_another(item.load, movement.item.load):
                self._progress.block.uncertain.append(self._progress.entry(item, event))
            else:
                self._join(movement, item, event)  # `@ 90% of 1-RM Snatch` on a line of its own
            return
        if self.has_too_many(movement.item, item):
            self._progress.block.improbable.append(self._progress.entry(item, event))
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
            self._progress.block.uncertain.append(self._progress.entry(item, event))

    def _sets_or_test(self, movement: Entry, item: Item, following: Element | None) -> list[Entry]:
        """Return the test or the lines of sets of the movement that a line with only a load is below.

        A load that completes sets, `5x3` or those below a test, is none of these.
        """
        entries = self._progress.block.entries
        is_effort = item.load == Load(tempo=item.load.tempo, rpe=item.load.rpe)
        if entries and entries[-1].is_test and (is_effort or not isinstance(following, SetLine)):
            return entries[-1:]
        if not is_effort or self._sets_of_load(item):
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
            self._progress.block.uncertain.append(self._progress.entry(item, event))
            return
        for entry in above:
            entry.item = joined(entry.item, item)

    def _may_load_a_complex(self, movement: Entry, item: Item) -> bool:
        """Return whether a load may be of a complex on several lines: `2 Snatch Pulls`, `1 Snatch`, `60%`.

        A load below a label, `B. Clean x 1`, is of the movement above; so are loads of sets that the line names,
        `Sets 1-3 = 70%`, unless the counts are before the lifts, as in a complex.
        """
        entries = self._progress.block.entries
        is_load = item.load.is_heavy or item.rhythm.first_set is not None
        if item.amount.is_stated or not is_load or len(entries) < 2 or entries[-1] is not movement:
            return False
        start = start_of(movement.text)
        begins_with_count = movement.text[start.place : start.place + 1].isdigit()
        if start.is_labelled or (item.rhythm.first_set is not None and not begins_with_count):
            return False
        return all(is_counted_lift(entry.item, self._catalogue) for entry in entries[-2:])

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
        if self._progress.is_divided and (above := self._sets_of_load(item)):
            self._give_load(above, item, event)
            return
        movement = self._total_above(block, movement, item)
        item = numbered(item, self._sets_of_all(block, movement, item))
        if not self._progress.is_divided:
            self._progress.is_divided = True
            self._keep_own(block, movement, item.rhythm.first_set)
        whole = carried(movement.item, item)
        if not (whole.amount.is_stated or whole.rhythm.is_stated):
            block.uncertain.append(self._progress.entry(item, event))  # `5x3 @ 70%`, `3x2 @ 80%`, `RPE 8`
            return
        block.entries.append(replace(movement, item=whole, line=event.line, text=event.text, written=item))

    def _sets_of_all(self, block: Block, movement: Entry, item: Item) -> Span | None:
        """Return the sets of the scheme or of the movement, if the line names some of them: `Last set`."""
        if item.rhythm.first_set is None or len(block.entries) > _MOST_ROWS:
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

    def _sets_of_load(self, item: Item) -> list[Entry]:
        """Return the sets without a load in the line directly above one that is only a load: `5x3`, `@ 75%`."""
        if item.amount.is_stated or item.rhythm.is_stated or not item.load.is_heavy:
            return []
        entries = self._progress.block.entries
        line = entries[-1].line if entries else None
        return [*takewhile(lambda entry: entry.line == line and _waits_for_load(entry), reversed(entries))][::-1]

    def _give_load(self, sets: list[Entry], item: Item, event: Event) -> None:
        """Give a load to the sets of the line above it, if it is certainly theirs.

        It may be only of the last of several lines, and a list may be of another length: `5-5-3-3`, `70-80-85%`.
        """
        block = self._progress.block
        are_several_lines = any(map(_waits_for_load, block.entries[-len(sets) - 1 : -len(sets)]))
        loads, per_set = len(item.load.percents), len(sets[-1].item.amount.per_set)
        if are_several_lines or (loads and (len(sets) > 1 or per_set not in (0, loads))):
            block.uncertain.append(self._progress.entry(item, event))
            return
        for entry in sets:
            entry.item, entry.written = joined(entry.item, item), joined(entry.written or entry.item, item)

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
            self._progress.block.uncertain.append(self._progress.entry(item, event))
            return
        for entry in beside:
            entry.item, entry.line, entry.text = carried(entry.item, item), event.line, event.text

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
                block.uncertain.append(self._progress.entry(item, event))
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


def _waits_for_load(entry: Entry) -> bool:
    return entry.written is not None and not entry.item.load.is_heavy
