"""Turn the entries of a block into prescriptions, completed by the scheme, in the form of silver."""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import replace

from wod.models import Part
from wod.notation.blocks.block import Block, Entry
from wod.notation.blocks.carrying import sliced
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import PAIR, is_barbell_of_other
from wod.notation.grammar.measures import exactly
from wod.notation.prescription_fields import Fields, fields_of
from wod.notation.values import MAX_REPS, NO_LOAD, Amount, Item, Load, Pause, Rhythm, Span, one_remark
from wod.notation.work.bases import HeavySets, in_words, says_base, with_base
from wod.notation.work.complexes import counts_parts, with_counts

_SHORTEST_CIRCUIT = 120  # seconds: in a shorter work time, movements with repetitions take turns as well


def prescriptions_of(segment: str, blocks: Iterable[Block], catalogue: Catalogue) -> Iterator[Fields]:
    """Yield the prescriptions of a segment's blocks: one for each entry, or one for each set if its loads are listed.

    What a percent is of counts for the next sets of the movement in the block, too, until they say something else.

    A percent below a 5-RM or a daily max of the segment is of that, or of the 1-RM, so it is in words. Below any other
    heavy set it is so if it is too high for its repetitions to be of a rep max.
    """
    heavy = HeavySets()
    for block in blocks:
        yield from _of_block(segment, block, catalogue, heavy)


def _of_block(segment: str, block: Block, catalogue: Catalogue, heavy: HeavySets) -> Iterator[Fields]:
    """Yield the prescriptions of a block, and add its heavy sets to those of the segment."""
    rhythm, bases = _rhythm_of(block), dict[str, Load]()
    sizes = Counter(entry.group for entry in block.entries)
    only_for_loaded = _is_only_for_loaded(block, catalogue)
    for entry in block.entries:
        if entry.lacks_unit:
            continue
        item = _without_plus(_with_scheme(block, entry, rhythm), catalogue)
        item = _with_load(block, item, catalogue, only_for_loaded=only_for_loaded)
        item = with_base(item, bases.get(item.name, NO_LOAD))
        if heavy.may_be_meant_by(item):
            item = in_words(item)
        heavy.add(item, is_test=entry.is_test, rep_max=entry.rep_max)
        if says_base(item.load):
            bases[item.name] = item.load
        if sizes[entry.group] > 1 and not entry.is_test:
            item = (
                _one_of(item, sizes[entry.group])
                if _divides_all(block, entry, is_only=len(sizes) == 1)
                else _counted(item)
            )
        for one in _set_by_set(item):
            yield fields_of(segment, block, entry, one, catalogue)


def _divides_all(block: Block, entry: Entry, *, is_only: bool) -> bool:
    """Return whether the set lines of a movement without sets are all of its interval, or of the scheme's if it is
    the only one.
    """
    is_line = entry.written is not None and not entry.written.rhythm.sets and entry.written.rhythm.first_set is None
    is_below = is_only and block.scheme.rhythm.interval is not None
    own = entry.item.rhythm
    return is_line and (is_below or (own.interval is not None and own.total is not None))


def _one_of(item: Item, lines: int) -> Item:
    """Return an item as one set if there are as many intervals as lines: `Every 2 minutes, 3 sets`, `5 @ 70%` …"""
    return replace(item, rhythm=replace(item.rhythm, sets=exactly(1))) if item.rhythm.sets == exactly(lines) else item


def _with_load(block: Block, item: Item, catalogue: Catalogue, *, only_for_loaded: bool) -> Item:
    """Return an item with the load of its block, if it has none; `only_for_loaded`: that is only of implements."""
    load = block.load
    is_without = only_for_loaded and catalogue.is_loaded(item.name) is False
    is_without = is_without or is_barbell_of_other(load, item.name, catalogue)
    if load.is_stated and not item.load.is_heavy and not is_without:
        item = replace(item, load=load.over(item.load))
    if block.barbell.is_stated and not item.load.is_stated and _is_lifted(item, catalogue):
        item = replace(item, load=block.barbell)
    return item


def _is_only_for_loaded(block: Block, catalogue: Catalogue) -> bool:
    """Return whether the load of a block is a weight, and one of its movements always has one."""
    load = block.load
    is_weight = load.weight or load.has_percent or PAIR.fullmatch(load.text)
    return bool(is_weight) and any(
        _is_lifted(entry.item, catalogue) or catalogue.is_loaded(entry.item.name) for entry in block.entries
    )


def _is_lifted(item: Item, catalogue: Catalogue) -> bool:
    """Return whether the movements of an item are all done with a barbell."""
    names = [part.movement for part in item.parts] or [item.name]
    return all(map(catalogue.is_lift, names))


# From the scheme


def _with_scheme(block: Block, entry: Entry, rhythm: Rhythm) -> Item:
    """Return the item of an entry, completed by the scheme of its block, which gives movements this rhythm."""
    item, amount, of_all = entry.item, entry.item.amount, block.scheme.amount
    if item.fills_time:
        of_all = replace(of_all, time=None)  # the movements before it have a part of that
    if not amount.is_stated and not entry.is_test:
        amount = sliced(of_all, item.rhythm)
    if item.is_counted and not amount.is_stated and not entry.is_test:
        amount = Amount(reps=exactly(1))  # `1 Power Snatch + 1 Overhead Squat`
    if block.scheme.amount == MAX_REPS and amount == Amount(time=amount.time):
        amount = replace(amount, max_reps=True)  # `1 minute Burpees` below `3 rounds for max reps:`
    if amount == MAX_REPS and of_all.time and not entry.is_test:
        amount = replace(amount, time=of_all.time)  # `Max rep Burpees` below a tabata
    return replace(
        item,
        amount=amount,
        rhythm=_rhythm(block, entry, rhythm),
        rest=_rest(block, entry),
        remark=one_remark(*dict.fromkeys((block.scheme.remark, item.remark))),
    )


def _rhythm_of(block: Block) -> Rhythm:
    """Return the rhythm that a scheme gives the movements below it."""
    stations = block.stations
    rhythm = _with_total_of_tabata(block) if block.scheme.is_tabata else block.scheme.rhythm
    if block.scheme.alternates and (stations > 1 or block.has_gap):
        rhythm = _shared(rhythm, 0 if block.has_gap else stations)
    are_known = not (block.turns_of or block.has_doubtful_stations or (stations and block.has_gap))
    return _with_clock(rhythm, stations) if are_known else rhythm


def _rhythm(block: Block, entry: Entry, rhythm: Rhythm) -> Rhythm:
    own = entry.item.rhythm
    if entry.is_test:
        rhythm = Rhythm(interval=block.scheme.rhythm.interval, total=block.scheme.rhythm.total)
    elif entry.once:
        rhythm = replace(rhythm, sets=None)
    is_one_at_a_time = own.interval and own.sets == exactly(1) and own.first_set is None
    needs_sets = own.total and (not own.sets or is_one_at_a_time)
    needs_total = own.sets and not own.total and not own.first_set
    if needs_sets or needs_total:
        own = _with_clock(own, 0)
    return own.over(rhythm)


def _rest(block: Block, entry: Entry) -> Pause:
    """Return the rest of an entry: its own, or that of the scheme after a time of work and at the end of a round."""
    scheme, rest = block.scheme, entry.item.rest
    if scheme.is_tabata:
        return scheme.rest
    if not block.is_stated:  # `Rest 2 minutes between sets` above movements with sets of their own
        return rest.over(scheme.rest) if entry.item.counted_sets else rest
    work = scheme.amount.time
    is_circuit = entry.item.amount.kinds and work and (work.least or 0) >= _SHORTEST_CIRCUIT
    is_last = entry.group == block.entries[-1].group
    return rest.over(scheme.rest) if is_last or (work and not is_circuit) else rest


def _with_total_of_tabata(block: Block) -> Rhythm:
    rhythm = block.scheme.rhythm
    sets, work, off = rhythm.sets, block.scheme.amount.time, block.scheme.rest.rest
    if sets and work and off and sets.least and work.least and off.least:
        rhythm = replace(rhythm, total=int(sets.least * (work.least + off.least)))
    if block.scheme.alternates and (block.stations > 1 or block.has_gap):
        return replace(rhythm, sets=_share(sets, 0 if block.has_gap else block.stations))
    return rhythm


def _shared(rhythm: Rhythm, stations: int) -> Rhythm:
    """Return the rhythm of each of the movements that take turns: of `every 2 minutes x 8`, each has its share.

    Without `stations`, no one knows how many take turns.
    """
    sets = rhythm.sets
    if not rhythm.interval or rhythm.total or not sets or not sets.least or sets.least != sets.most:
        return rhythm
    return replace(rhythm, sets=_share(sets, stations))


def _share(sets: Span | None, stations: int) -> Span | None:
    """Return the sets of each of the stations that take turns; None if they cannot be divided."""
    is_whole = sets and sets.least and sets.least == sets.most and stations and sets.least % stations == 0
    return exactly(sets.least // stations) if is_whole and sets and sets.least else None


def _with_clock(rhythm: Rhythm, stations: int) -> Rhythm:
    """Return the rhythm with the third of interval, sets and total, if two are stated. Stations alternate intervals."""
    if not rhythm.interval:
        return rhythm
    turn, total, sets = rhythm.interval * max(stations, 1), rhythm.total, rhythm.sets
    fills_total = (not sets or sets == exactly(1)) and rhythm.first_set is None
    if total and total % turn == 0 and fills_total:  # `1 set every 2 minutes for 16 minutes`
        return replace(rhythm, sets=exactly(total // turn))
    if sets and not total and not stations and sets.least == sets.most:
        return replace(rhythm, total=int(turn * (sets.least or 0)))
    return rhythm


# Sets


def _without_plus(item: Item, catalogue: Catalogue) -> Item:
    """Return the item without `2+1`, which counts the movements of a clean and jerk, and is a cluster of any other."""
    plus = item.amount.plus
    if not plus:
        return item
    if item.parts and counts_parts(item):
        return with_counts(item)  # `3 x (2+1)` above the complex
    if item.parts:
        return replace(item, amount=replace(item.amount, plus=()))  # other counts than movements: a finding
    movements = catalogue.movements_of(item.name)
    if len(movements) == len(plus):
        return with_counts(replace(item, parts=tuple(Part(movement=name, reps=1) for name in movements)))
    return replace(item, amount=replace(item.amount, plus=(), cluster=plus))


def _counted(item: Item) -> Item:
    """Return an item of several set lines as one set, if neither it nor the scheme has sets, and it lists no loads.

    `Sets 3+` are as many as there are.
    """
    if (
        item.rhythm.sets
        or item.rhythm.first_set is not None
        or not item.amount.is_stated
        or not item.load.is_heavy
        or item.load.percents
    ):
        return item
    return replace(item, rhythm=replace(item.rhythm, sets=exactly(1)))


def _in_own_unit(item: Item) -> Iterator[Item]:
    """Yield an item whose counts are calories or metres, set by set: `Cal Row` below `21-15-9`, `Run 400-300-200`."""
    amount, rhythm, first = item.amount, item.rhythm, item.rhythm.first_set
    if amount.reps:
        yield replace(item, amount=Amount(calories=amount.reps, calories_women=amount.reps_women))
    elif not amount.per_set or amount.open_end:
        yield item
    else:
        for place, count in enumerate(amount.per_set):
            own = replace(rhythm, sets=exactly(1))
            if first is not None:
                own = replace(own, first_set=first + place, last_set=first + place)
            metres, calories = Amount(distance=exactly(count), distance_unit="m"), Amount(calories=exactly(count))
            yield replace(item, amount=metres if item.counts == "m" else calories, rhythm=own)


def _set_by_set(item: Item) -> Iterator[Item]:
    """Yield an item set by set if each set has its load: `5-5-5+ (65-75-85%)`."""
    percents, per_set = item.load.percents, item.amount.per_set
    if item.counts and not percents:
        yield from _in_own_unit(item)
        return
    if not percents:
        yield item
        return
    sets = item.rhythm.sets
    known = len(per_set) or (int(sets.least) if sets and sets.least and sets.least == sets.most else 0)
    if known and known != len(percents):
        yield replace(item, load=replace(item.load, percents=(), percent=_hull(percents)))
        return
    first = item.rhythm.first_set
    for place, percent in enumerate(percents):
        amount = item.amount
        if per_set:
            is_open = amount.open_end and place == len(percents) - 1
            amount = Amount(reps=Span(per_set[place], None if is_open else per_set[place]))
        rhythm = replace(item.rhythm, sets=exactly(1))
        if first is not None:
            rhythm = replace(rhythm, first_set=first + place, last_set=first + place)
        yield replace(item, amount=amount, rhythm=rhythm, load=replace(item.load, percents=(), percent=percent))


def _hull(spans: tuple[Span, ...]) -> Span:
    """Return the span that covers all spans."""
    least = [span.least for span in spans if span.least is not None]
    most = [span.most for span in spans if span.most is not None]
    return Span(min(least), max(most) if len(most) == len(spans) else None)
