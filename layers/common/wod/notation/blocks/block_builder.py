"""Build the blocks of a segment from its elements, one after another.

The scheme gives sets, interval and total; the movement line gives movement, amount and load; set lines divide the sets;
a rest belongs to the element before it.
"""

from copy import replace

from wod.notation.blocks.block import NO_SCHEME, Block
from wod.notation.blocks.block_headings import BlockHeadings
from wod.notation.blocks.carrying import numbered
from wod.notation.blocks.divided_sets import DividedSets
from wod.notation.blocks.other_work import Above, Ends, has_sets_apart, heads_other_sets, is_after_tabata
from wod.notation.blocks.pending_tests import PendingTests
from wod.notation.blocks.progress import Event, Progress
from wod.notation.blocks.rests_of_blocks import take_rest
from wod.notation.blocks.scheme_pairs import (
    goes_on,
    is_above_its_work,
    is_as_long,
    is_other_work,
    only_clock,
    over,
)
from wod.notation.elements import (
    BlockLoad,
    Connector,
    Element,
    Heading,
    Lead,
    Movement,
    PercentBase,
    Rest,
    Scheme,
    SetLine,
    TabataPart,
    Test,
    Turn,
    UnknownLine,
)
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_lift, is_short_name, is_title_for, joined_lifts, takers_of
from wod.notation.grammar.measures import MINUTE, exactly
from wod.notation.values import Amount, Item, Pause, Rhythm, Span

_TABATA = Scheme(Rhythm(sets=exactly(8)), Amount(time=exactly(20)), Pause(rest=exactly(10)), is_tabata=True)


class BlockBuilder:
    """Builder of the blocks of a segment, which takes its elements one after another."""

    def __init__(self, catalogue: Catalogue, *, schemes_below: bool) -> None:
        self._progress = Progress()
        self._sets = DividedSets(self._progress, catalogue)
        self._tests = PendingTests(self._progress)
        self._headings = BlockHeadings(self._progress, self._tests)
        self._catalogue = catalogue
        self._ends = Ends(catalogue)
        self._schemes_below = schemes_below
        self._work = ""  # the heading of work whose movement may be the lifter's choice
        self._connector = Connector()  # the one directly above; without a meaning if something else is
        self._turn = Turn()  # the same
        self._rest_above: Span | None = None  # directly above

    @property
    def blocks(self) -> list[Block]:
        """Return the blocks so far."""
        return self._progress.blocks

    @property
    def _block(self) -> Block:
        return self._progress.block

    def take(self, event: Event, following: Element | None) -> None:
        """Take an element; `following` is the next one that states work."""
        element = event.element
        if isinstance(element, Lead):
            self._lead(element, event, following)
            return
        if not (self._connector.joins and isinstance(element, Movement) and self._joins(element.item)):
            self._take(event, following)
        self._connector, self._turn = Connector(), Turn()
        self._rest_above = element.pause.rest if isinstance(element, Rest) else None
        if isinstance(element, Scheme | Movement | SetLine | Test | None):
            self._work, self._progress.is_after_unread = "", element is None

    def _lead(self, lead: Lead, event: Event, following: Element | None) -> None:
        match lead:
            case UnknownLine():
                self._headings.take_unknown(lead, event, following)
                return  # a connector above it still counts
            case PercentBase():
                return  # it is given to the percents when all are known
            case Turn():
                self._headings.take_turn(lead, event, following)
            case Heading(work=work):
                self._headings.take(lead, event, following)
                self._work = work
            case Connector():
                pass
        self._connector = lead if isinstance(lead, Connector) else Connector()
        self._turn = lead if isinstance(lead, Turn) else Turn()

    def _take(self, event: Event, following: Element | None) -> None:
        match event.element:
            case Scheme() as scheme:
                self._scheme(scheme, event, following)
            case TabataPart() as part:
                self._block.scheme = over(part.scheme, self._block.scheme)
            case Movement() as movement:
                self._movement(movement, event, following)
            case SetLine() as sets:
                self._set_line(sets, event, following)
            case Test() as test:
                self._tests.take(test, event)
            case Rest() as rest:
                take_rest(self._progress, rest, following, is_turn=self._turn.station)
            case BlockLoad() as load:
                self._block_load(load, event, following)
            case None:
                self._unread_line(event)

    def _set_line(self, sets: SetLine, event: Event, following: Element | None) -> None:
        item, movement = sets.item, self._progress.movement
        if (sets.follows or self._connector.then) and movement and not self._block.is_stated:
            movement.is_before_then = item.amount.is_stated
        self._sets.take(item if item.rhythm.is_stated else replace(item, rhythm=self._turn.rhythm), event, following)

    def _block_load(self, load: BlockLoad, event: Event, following: Element | None) -> None:
        if load.unclear:
            self._block.unclear_loads.append(event.text)
        elif load.barbell:
            self._block.barbell = load.load
        elif self._sets.load_belongs_to_last():
            self._sets.take(Item(load=load.load), event)
        else:
            items = [entry.item for entry in self._block.entries]
            if items and isinstance(following, Scheme) and not takers_of(load.load, items, self._catalogue):
                self._progress.open()  # `Back Squat 5x5 @ 70%`, `Use 95 lb`, `3 rounds:`
            self._block.load, self._block.text_of_load = load.load, event.text

    def _unread_line(self, event: Event) -> None:
        """Take an unread line: what follows one that seems to be a scheme does not belong to the scheme above."""
        if event.hides == "scheme" and self._block.entries:
            self._progress.open()
        if event.hides:
            self._tests.drop()
            self._progress.movement = None
            if not (self._block.entries or self._block.is_stated):
                self._block.scheme = NO_SCHEME  # a rest between sets, which may be those of this line
        self._block.has_gap = True

    # Schemes

    def _scheme(self, scheme: Scheme, event: Event, following: Element | None) -> None:
        block = self._block
        if block.entries and self._is_below(block, scheme, event, following):
            block.scheme, block.is_stated, block.text = over(scheme, block.scheme), True, block.text or event.text
            if (self._schemes_below or scheme.is_of_above) and following is not None:
                self._progress.open()
                self._progress.movement = None
            return
        if block.entries:
            previous, block = block, self._progress.open()
            before, rounds = previous.scheme, previous.rounds
            if goes_on(before, scheme):
                previous.shares_clock = block.shares_clock = True
                block.scheme = Scheme(before.rhythm if before.rhythm.interval else only_clock(before.rhythm))
            elif self._rest_above and rounds and is_as_long(before, scheme):
                block.scheme = Scheme(Rhythm(sets=rounds))
        elif block.is_stated and is_other_work(block.scheme, scheme):
            block = self._progress.open()
        # `Three sets of:` above `AMRAP 5 minutes:` is one scheme in two lines.
        above = NO_SCHEME if block.has_gap and scheme.rhythm.is_stated else block.scheme
        block.rounds = above.rhythm.sets if above == Scheme(Rhythm(sets=above.rhythm.sets)) else None
        tabata = replace(_TABATA, alternates=scheme.alternates)
        block.scheme = tabata if scheme.is_tabata else over(scheme, above)
        block.text, block.is_stated, block.has_gap = event.text, True, False
        self._tests.drop()
        self._progress.movement = self._progress.heading
        self._progress.is_divided, self._progress.heading = False, None
        if self._work and scheme.amount.is_stated and (following is None or isinstance(following, Scheme)):
            block.entries.append(self._progress.entry(Item(name=self._work), event))  # `Heavy Abs`, `3 x 15`

    def _is_below(self, block: Block, scheme: Scheme, event: Event, following: Element | None) -> bool:
        """Return whether a scheme is below its movements: `10 Burpees`, `15 Air Squats`, `5 rounds for time`."""
        if scheme.is_tabata or any(entry.is_test for entry in block.entries):
            return False
        have_sets = all(entry.item.rhythm.sets and self._catalogue.is_lift(entry.item.name) for entry in block.entries)
        if have_sets and scheme.rhythm.format and not (scheme.rhythm.sets or block.is_stated):
            return False  # `For time` below `Back Squat 5x5` opens the next work
        if (self._schemes_below or scheme.is_of_above) and not block.is_stated:
            return True
        if isinstance(following, SetLine) and not block.is_stated:
            return (
                self._progress.movement is not None
                and block.entries[-1] is self._progress.movement
                and len(block.entries) == 1
            )
        if following is not None:
            return False
        is_of_one_lift = len(block.entries) == 1 and is_lift(block.entries[0].item, self._catalogue)
        if is_above_its_work(scheme, event) and (scheme.follows or not is_of_one_lift):
            return False
        stated, new = block.scheme.rhythm, scheme.rhythm
        twice = (stated.sets and new.sets) or (stated.interval and new.interval) or (stated.total and new.total)
        return not twice and not (stated.format and new.format) and not scheme.amount.is_stated

    # Movements

    def _movement(self, element: Movement, event: Event, following: Element | None) -> None:
        if self._tests.complete(element.item, event):
            return
        above = self._progress.movement
        if above and above.item.is_bare and is_short_name(element.item, above.item, self._catalogue):
            self._sets.take(replace(element.item, name=""), event)
            return
        if element.item.rhythm.first_set and self._progress.open_heading:
            self._block.entries.pop()  # a heading above sets that have movements of their own
        if self._is_title(element.item):
            self._block.entries.pop()
        is_outside = element.outside or is_after_tabata(self._block, element.item)
        is_after_rounds = self._connector.then and self._block.has_rounds
        beside = Above(self._rest_above, self._connector.then)
        if outside := self._ends.outside(self._block, element, event.text, following, beside):
            self._progress.open().may_be_inside = outside == "perhaps"
        elif (element.outside or is_after_rounds) and self._block.entries:
            block = self._progress.open(Scheme(only_clock(self._block.scheme.rhythm)), is_stated=True)
            block.is_after_rounds = not is_outside
        if self._sets.has_too_many(element.item, element.item):
            self._block.improbable.append(self._progress.entry(element.item, event))
            self._progress.movement = None
            return
        is_heading = element.item.is_bare and isinstance(following, Scheme)
        heads = is_heading and bool(self._block.entries) and not self._block.is_stated
        self._open_for_other_work(element, event, following)
        entry = self._progress.entry(element.item, event)
        entry.may_be_outside = self._connector.may_join and self._block.has_rounds and bool(self._block.entries)
        entry.named, entry.outside = element.named, element.outside
        entry.station = element.station or self._turn.station
        entry.number = element.turn if self._block.scheme.rhythm.interval == MINUTE else element.number
        self._progress.movement, self._progress.is_divided = entry, element.item.rhythm.first_set is not None
        if heads:
            self._progress.heading = entry
        block = self._progress.block_for_movements()
        entry.item = numbered(entry.item, block.scheme.rhythm.sets)
        is_between = self._schemes_below and element.follows and not block.entries
        block.add(entry)
        if is_between:  # `AMRAP 5`, `then 1 minute Plank`, `10 V-Ups`, `AMRAP 5`
            self._progress.open()
            self._progress.movement = None

    def _open_for_other_work(self, element: Movement, event: Event, following: Element | None) -> None:
        """Open a block for a movement outside the scheme above; with as many sets it may be inside, and is reported."""
        block, below = self._block, following.item if isinstance(following, Movement | SetLine) else None
        sets = element.item.counted_sets
        is_after_clock = self._connector.then and block.scheme.rhythm.interval is not None
        has_other_sets = is_after_clock and sets is not None and sets != block.scheduled_sets
        is_apart = has_sets_apart(block, element, event.text, following) or is_after_tabata(block, element.item)
        if has_other_sets or is_apart:
            self._progress.open()
        elif below is not None and heads_other_sets(block, element, event.text, below, self._catalogue):
            is_certain = below.counted_sets != block.scheduled_sets
            self._progress.open().title = "" if is_certain else event.text

    def _joins(self, item: Item) -> bool:
        """Join a lift to the one above, with a plus between them. Return False if they are not a complex."""
        above = self._progress.movement
        if above is None or self._progress.is_divided or not self._block.ends_with(above):
            return False
        complex_ = joined_lifts(above.item, item, self._catalogue)
        above.item = complex_ or above.item
        return complex_ is not None

    def _is_title(self, item: Item) -> bool:
        """Return whether the bare name above is only the title of a movement: `Run Intervals` above `5 x 400 m Run`,
        `Squat` above `Back Squat 5x5`.
        """
        above = self._progress.open_heading
        if self._block.is_stated or item.is_bare or above is None:
            return False
        title, found = self._catalogue.find(above.item.name), self._catalogue.find(item.name)
        is_same = title is not None and found is not None and is_title_for(title, found)
        return not above.item.parts and (is_same or above.item.is_named_intervals)
