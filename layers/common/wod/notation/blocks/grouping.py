"""Group the elements of a segment into blocks, and settle what their lines are when all are known."""

import re
from collections import defaultdict
from collections.abc import Iterable
from copy import replace
from itertools import pairwise, zip_longest

from wod.notation.blocks.bare_numbers import settle_bare_numbers, settle_sides
from wod.notation.blocks.below_lifts import settled_below_lifts
from wod.notation.blocks.block import NO_SCHEME, Block, Entry
from wod.notation.blocks.block_builder import BlockBuilder
from wod.notation.blocks.percent_bases import give_bases
from wod.notation.blocks.progress import Event
from wod.notation.blocks.scheme_pairs import is_above_its_work, leads_down
from wod.notation.elements import (
    BlockLoad,
    Connector,
    Element,
    Heading,
    Lead,
    Movement,
    ReadLine,
    Rest,
    Scheme,
    SetLine,
)
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_short_name, takers_of
from wod.notation.grammar.measures import exactly
from wod.notation.grammar.notation import Notation
from wod.notation.values import Item, Rhythm
from wod.notation.work.totals import apart, kind_of, may_total_all_sets

# `(scale as needed)`, `Score is total time.`, `Time cap: 15 min`
_ASIDE = re.compile(r"^\W*[(\[]|[.!?]\W*$|:|\d")


def blocks_of(read: Iterable[ReadLine], notation: Notation) -> list[Block]:
    """Return the blocks of a segment; those without entries have a scheme below which no movement was read."""
    events: list[Event] = []
    lines = [*read]
    last = max((place for place, line in enumerate(lines) if _may_be_work(line)), default=0)
    for place, line in enumerate(lines):
        events += [Event(element, place, line.text, is_last=place >= last) for element in line.elements]
        if line.kind == "unread":
            events.append(Event(None, place, line.text, line.hides))
    events = _without_joints(settled_below_lifts(events, notation))
    builder = BlockBuilder(notation.catalogue, schemes_below=_schemes_stand_below(events))
    for event, following in zip(events, _followings(events), strict=True):
        builder.take(event, following)
    for block in builder.blocks:
        _settle(block)
        _doubt_scheme(block)
        _doubt_load(block, notation.catalogue)
        settle_sides(block, notation)
        settle_bare_numbers(block, notation)
        _doubt_totals(block, notation)
    give_bases(builder.blocks, events, notation.catalogue)
    for before, block in pairwise(builder.blocks):
        _mark_once(before, block)
        _doubt_between(before, block, notation)
    return builder.blocks


def without_titles(blocks: list[Block], catalogue: Catalogue) -> list[Block]:
    """Return the blocks without bare names that are only titles: `Back Squat` above `EMOM 10: 3 Back Squats`.

    A title is the lift of sets with a shorter name: `Front Squat` above `E2MOM: 5 Squats @ 70%`.
    """
    kept: list[Block] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        if not following or not _is_title_of(block, following, catalogue):
            kept.append(block)
            continue
        title = block.entries[0].item
        for entry in following.entries:
            if is_short_name(entry.item, title, catalogue):
                entry.item = replace(entry.item, name=title.name)
    return kept


def _is_title_of(block: Block, following: Block, catalogue: Catalogue) -> bool:
    """Return whether a block is one bare name, and the next one has that movement below its scheme."""
    title = block.entries[0]
    is_stated = block.scheme.rhythm.is_stated or block.scheme.amount.is_stated
    is_bare = title.item.is_bare and not title.item.parts and not title.is_test and not is_stated
    if len(block.entries) > 1 or not is_bare or not following.is_stated:
        return False
    if title.item.is_named_intervals:
        return True  # `Bike Intervals` above `10 rounds:`, `20 sec sprint`
    found = catalogue.find(title.item.name)
    if found is None:
        return False
    names = {
        name.name
        for entry in following.entries
        if not entry.item.parts and (name := catalogue.find(entry.item.name)) is not None
    }
    if any(name.endswith(found.name) for name in names):
        return True
    are_sets = all(
        entry.item.rhythm.first_set or is_short_name(entry.item, title.item, catalogue) for entry in following.entries
    )
    return are_sets and len(names) == 1 and found.name.endswith(tuple(names))  # `Rack Lunge` above `Set 1: 10 Lunges`


def _settle(block: Block) -> None:
    """Keep a movement's own entry above its set lines if it is sets of its own; else these replace it."""
    set_lines: dict[int, list[Entry]] = defaultdict(list)
    for entry in block.entries:
        if entry.written:
            set_lines[entry.group].append(entry)
    replaced: set[int] = set()  # groups
    for movement in [entry for entry in block.entries if entry.written is None]:
        lines = set_lines.get(movement.group)
        if not lines or movement.item.rhythm.first_set is not None:
            continue
        is_apart = movement.is_before_then and movement.item.amount.is_stated  # `Run 1 mile`, `then`, `5 x 200 m`
        kind = "sets" if is_apart else kind_of(movement.item, [line.written for line in lines if line.written])
        if kind == "sets":
            for line in lines:
                line.item = apart(line.item, line.written or line.item)
            continue
        if kind == "uncertain":
            block.uncertain.append(movement)
        elif len(lines) == 1 and not lines[0].item.rhythm.is_stated:
            lines[0].item = replace(lines[0].item, rhythm=Rhythm(sets=movement.item.rhythm.sets))
        replaced.add(movement.group)
    kept = [entry for entry in block.entries if entry.written or entry.group not in replaced]
    block.entries = sorted(kept, key=lambda entry: entry.group)  # sets below several movements stand with each of them


def _doubt_load(block: Block, catalogue: Catalogue) -> None:
    """Doubt a load of the whole block that belongs to no movement of it, unless it only says theirs again.

    A scheme without movements is a finding of its own.
    """
    items = [entry.item for entry in block.entries]
    is_known = all(item.load == block.load for item in items) if items else block.is_stated
    if block.load.is_stated and not is_known and not takers_of(block.load, items, catalogue):
        block.unclear_loads.append(block.text_of_load)


def _doubt_scheme(block: Block) -> None:
    """Doubt `Wobbles: 3 sets of 10 reps` if the work below has its own, so that an unknown movement may have those."""
    if not (block.scheme.may_be_work and block.entries):
        return
    first = block.entries[0]
    if first.written or first.is_test or first.item.amount.is_stated or first.item.rhythm.sets:
        block.scheme = NO_SCHEME
        block.uncertain.append(replace(first, text=block.text))


def _doubt_totals(block: Block, notation: Notation) -> None:
    """Doubt repetitions that may belong to all rounds together."""
    certain: list[Entry] = []
    for entry in block.entries:
        (block.uncertain if _may_total_all_sets(entry, block, notation) else certain).append(entry)
    block.entries = certain


def _may_total_all_sets(entry: Entry, block: Block, notation: Notation) -> bool:
    """Return whether a line below rounds may count all of them together: `5 rounds:`, `100 Pull-Ups total`.

    So may the sets of a wave: `3 waves of:`, `3-2-1`.
    """
    if block.scheme.has_waves and (entry.item.rhythm.sets or entry.item.amount.per_set):
        return True
    sets = entry.item.rhythm.sets or block.scheme.rhythm.sets
    return sets is not None and sets != exactly(1) and may_total_all_sets(entry.item, notation)


def _mark_once(before: Block, block: Block) -> None:
    """Mark the last run of `800 m Run`, `then 5 rounds of: …`, `800 m Run` as work that is done once."""
    follows = before.scheme.rhythm.format == "for time" or block.scheme.follows
    if follows and block.scheme.rhythm.sets and len(block.entries) > 1:
        last = block.entries[-1]
        last.once = any(entry.item == last.item for entry in before.entries)


def _doubt_between(before: Block, block: Block, notation: Notation) -> None:
    """Doubt the run at the end of a list of rounds, with more rounds below it: it may be done once, between them.

    Rounds below that have a clock of their own, or end with a distance as well, are other work.
    """
    both = (before.scheme.rhythm, block.scheme.rhythm)
    if any(not rhythm.sets or rhythm.interval for rhythm in both) or len(before.entries) < 3 or not block.entries:
        return
    *others, last = before.entries
    is_above = block.entries[0].line - last.line == 2 and last.written is None and not last.item.rhythm.is_stated
    if not is_above or not last.item.amount.distance or any(entry.item.amount.distance for entry in others):
        return
    is_other_work = block.scheme.rhythm.format == "for time" or block.entries[-1].item.amount.distance
    if not is_other_work and _is_run(last.item, notation):
        before.entries.pop()
        before.uncertain.append(last)


def _is_run(item: Item, notation: Notation) -> bool:
    """Return whether an item is a run, a row or a ride, and no carry or sled."""
    found = notation.catalogue.find(item.name)
    return found is not None and (notation.is_in_metres(found.name) or notation.is_measured(found.name))


def _may_be_work(line: ReadLine) -> bool:
    """Return whether a line may be work: any but a rest and an aside. `Some core work` may be."""
    if line.kind == "note" and not line.doubtful:
        return not _ASIDE.search(line.text)
    return line.kind != "rest"


def _without_joints(events: list[Event]) -> list[Event]:
    """Return the events with each `then` between the movements of the same rounds as a connector that ends nothing.

    It is one if a rest between the rounds is below: `Run`, `then`, `Burpees`, `Rest 1 minute between rounds`. It may be
    one if there are several, so that the work below them is doubtful. None is above a scheme, or beside another rest.
    """
    meant, thens, has_rest = list(events), list[tuple[int, bool]](), False
    for place in reversed(range(len(events))):
        match events[place].element:
            case Scheme() | Heading():
                _join(meant, thens)
                thens, has_rest = [], False
            case Rest(of_sets=True):
                has_rest = True
            case Movement(item=item) | SetLine(item=item) if item.rhythm.sets or item.amount.per_set:
                has_rest = False  # it is between these sets
            case Connector(then=True) if not _ends_rounds(events, place):
                thens.append((place, has_rest))
    _join(meant, thens)
    return meant


def _join(events: list[Event], thens: list[tuple[int, bool]]) -> None:
    """Replace each `then` of the same rounds; they come from the last to the first, with whether a rest is below."""
    has_rest = bool(thens) and thens[-1][1]
    if has_rest or len(thens) > 1:
        for place, _ in thens:
            events[place] = replace(events[place], element=Connector(may_join=not has_rest))


def _ends_rounds(events: list[Event], place: int) -> bool:
    """Return whether a `then` is above a scheme, or beside a rest that is not between rounds."""
    beside = [event.element for event in events[max(place - 1, 0) : place + 2]]
    return any(isinstance(one, Rest) and not one.of_sets for one in beside) or isinstance(beside[-1], Scheme)


def _followings(events: list[Event]) -> list[Element | None]:
    """Return for each event the next element after it, except rests, connectors and loads.

    It is a connector if only unread lines follow, and None if nothing follows, or a heading.
    """
    followings: list[Element | None] = []
    following: Element | None = None
    for event in reversed(events):
        followings.append(following)
        if isinstance(event.element, Heading):
            following = None
        elif event.element and not isinstance(event.element, Rest | Lead | BlockLoad):
            following = event.element
        elif event.element is None and following is None:
            following = Connector()  # an unread line at the end, which may be work
    return followings[::-1]


def _schemes_stand_below(events: list[Event]) -> bool:
    """Return whether schemes are below their movements: the segment begins with a movement and ends with a scheme.

    One that leads down is not, unless another scheme is below its movements. The last element may be an unread line.
    """
    asking = [event for event in events if not isinstance(event.element, Rest | Lead)]
    if len(asking) < 2:
        return False
    first, last = asking[0].element, asking[-1].element
    if not isinstance(first, Movement) or not isinstance(last, Scheme):
        return False
    if is_above_its_work(last, asking[-1]):
        others = [event for event in asking[:-1] if isinstance(event.element, Scheme) and not leads_down(event.text)]
        if not others or (last.follows and asking[-2] is not others[-1]):
            return False
    return not first.item.is_bare or bool(first.item.parts)
