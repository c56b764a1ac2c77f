"""Complete set lines by the movement above them, and items by the number of their sets."""

from copy import replace

from wod.notation.elements import ALL_SETS, LAST_SET
from wod.notation.grammar.measures import exactly
from wod.notation.values import Amount, Item, Load, Rhythm, Span
from wod.notation.work.bases import with_base
from wod.notation.work.complexes import with_counts


def carried(movement: Item, sets: Item) -> Item:
    """Return the item of a set line, completed by its movement: the name, and an amount and a load if it has none."""
    amount = sets.amount if sets.amount.is_stated else sliced(movement.amount, sets.rhythm)
    rhythm = sets.rhythm.over(Rhythm(interval=movement.rhythm.interval, total=movement.rhythm.total))
    if not sets.rhythm.sets and sets.rhythm.first_set is None and not sets.load.is_heavy:
        rhythm = rhythm.over(Rhythm(sets=movement.rhythm.sets))
    item = Item(
        name=movement.name,
        parts=movement.parts,
        amount=amount,
        load=_carried_load(movement.load, sets.load),
        rhythm=rhythm,
        rest=sets.rest.over(movement.rest),
        each_side=sets.each_side or (movement.each_side and not sets.amount.is_stated),
        remark=sets.remark or movement.remark,
        counts=sets.counts or movement.counts,
        is_counted=movement.is_counted,
    )
    item = with_base(item, movement.load)
    return with_counts(item) if amount.plus and len(amount.plus) == len(item.parts) else item


def _carried_load(movement: Load, sets: Load) -> Load:
    """Return the load of a set line. If it is heavy, it gets only the tempo."""
    return sets.over(Load(tempo=movement.tempo) if sets.is_heavy else movement)


def joined(item: Item, below: Item) -> Item:
    """Return a movement with a load from a line of its own below it."""
    return replace(
        item,
        load=below.load.over(item.load),
        rest=below.rest.over(item.rest),
        each_side=item.each_side or below.each_side,
    )


def sliced(amount: Amount, rhythm: Rhythm) -> Amount:
    """Return the amount with the slice of a wave such as `3-2-1-3-2-1` that covers these sets."""
    if not amount.per_set or not rhythm.first_set:
        return amount
    return replace(amount, per_set=amount.per_set[rhythm.first_set - 1 : rhythm.last_set])


def numbered(item: Item, of: Span | None) -> Item:
    """Return the item with the set numbers of `All sets`, `Last set` and `Sets 4+`, if the number of sets is known."""
    first, last = item.rhythm.first_set, item.rhythm.last_set
    if first is None:
        return item
    known = int(of.least) if of and of.least else None
    if first == ALL_SETS:
        first, last = (1, known) if known else (None, None)
    elif first == LAST_SET:
        first = last = known
    elif last is None:
        last = known if known and known >= first else None
    sets = exactly(last - first + 1) if first and last else item.rhythm.sets
    return replace(item, rhythm=replace(item.rhythm, first_set=first, last_set=last, sets=sets))
