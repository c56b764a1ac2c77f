"""Join lifts on lines of their own to a complex: `Power Clean`, `+ 2 Front Squats`, `+ Jerk`."""

import re
from collections.abc import Sequence
from copy import replace

from wod.models import Part
from wod.notation.grammar.catalogue import Catalogue, Movement
from wod.notation.grammar.measures import exactly
from wod.notation.values import NO_AMOUNT, Item, Load, Unread

PAIR = re.compile(r"\d+(?:\.\d+)?/\d+(?:\.\d+)?")
"""A load without a unit: `95/65`."""

_HEAVIEST_VEST = {"kg": 20, "lb": 45}
_MOST_REPS_OF_PARTS = 5  # more are pieces of work, one after another


def joined_lifts(item: Item, added: Item, catalogue: Catalogue) -> Item | None:
    """Return a complex of the movements of both items; None if one of them is not part of a complex."""
    if not (item.parts or _is_part(item, catalogue)) or not _is_part(added, catalogue):
        return None
    parts = (*(item.parts or [_part_of(item)]), _part_of(added))
    name = f"{_written(item)} + {_written(added)}"
    is_counted = item.is_counted or bool(item.amount.reps or added.amount.reps)
    return replace(item, name=name, parts=parts, amount=NO_AMOUNT, is_counted=is_counted)


def loaded_one(items: Sequence[Item], catalogue: Catalogue) -> Item:
    """Return the one of several movements that the load after them belongs to.

    It is the last one, if that may have a weight. Raise Unread if it is not certain: `Deadlift, Clean, Burpee, 60 kg`.
    """
    *others, last = items
    load = last.load
    is_weight = load.weight or load.percent or (PAIR.fullmatch(load.text) and "jump" not in last.name.lower())
    has_own = not others or last.rhythm.sets or any(one.load.is_heavy or one.parts for one in others)
    if has_own or not is_weight or catalogue.is_loaded(last.name) is not False:
        return last
    loaded = [one for one in others if catalogue.is_loaded(one.name) is not False]
    if len(loaded) != 1 or not catalogue.is_loaded(loaded[0].name) or any(one.rhythm.sets for one in others):
        raise Unread
    return loaded[0]


def may_be_of_several(load: Load, items: Sequence[Item], catalogue: Catalogue) -> bool:
    """Return whether a load below a list of movements may belong to more than one: `10 Cleans`, `10 Swings`, `60 kg`.

    It belongs to the last one if the others have a load or sets of their own, or are done without a weight.
    """
    if not (load.weight or load.percent) or any(one.rhythm.sets or one.parts or not one.name for one in items):
        return False
    if any(one.load.is_heavy for one in items):
        return False
    return any(catalogue.is_loaded(one.name) is not False for one in items[:-1])


def is_barbell_of_other(load: Load, name: str, catalogue: Catalogue) -> bool:
    """Return whether a weight is that of a barbell, and a movement is done without one: `10 Burpees`, `60/40 kg`.

    A vest is lighter. Pull-ups may have a weight that is as heavy, and a row may be done with a barbell.
    """
    found = catalogue.find(name)
    if load.weight is None or found is None or found.family != "conditioning" or found.name == "Rowing":
        return False
    return catalogue.is_loaded(name) is False and (load.weight.least or 0) > _HEAVIEST_VEST[load.weight_unit]


def takers_of(load: Load, items: Sequence[Item], catalogue: Catalogue) -> list[Item]:
    """Return the items that a load of the whole block can belong to: those without one that may have such a weight."""
    return [one for one in items if not (one.load.is_heavy or is_barbell_of_other(load, one.name, catalogue))]


def is_lift(item: Item, catalogue: Catalogue) -> bool:
    """Return whether an item is a lift with a barbell, or a complex of them."""
    if not item.parts:
        return catalogue.is_lift(item.name)
    found = catalogue.find_complex([part.movement for part in item.parts])
    return found is not None and found.lift is not None


def is_title_for(title: Movement, movement: Movement) -> bool:
    """Return whether a title names a movement, by its whole name or as no lift of its own: `Squat` of `Back Squat`."""
    return title.name == movement.name or (title.lift is None and movement.name.endswith(f" {title.name}"))


def is_short_name(item: Item, above: Item, catalogue: Catalogue) -> bool:
    """Return whether an item with a load or a set number names the lift above in fewer words: `Squats` below
    `Front Squat`.
    """
    if item.parts or above.parts or not (item.load.is_heavy or item.rhythm.first_set):
        return False
    short, lift = catalogue.find(item.name), catalogue.find(above.name)
    if short is None or lift is None or short == lift or lift.lift is None:
        return False
    is_squat = short.family == lift.family == "squat"  # `Sentadilla` alone is the back squat
    return is_title_for(short, lift) or (is_squat and _begins_with(above.name, item.name))


def _begins_with(name: str, short: str) -> bool:
    """Return whether a name begins with all words of a shorter one, in the singular: `Sentadilla frontal`."""
    return name.lower().startswith(f"{short.lower().removesuffix('s')} ")


def is_counted_lift(item: Item, catalogue: Catalogue) -> bool:
    """Return whether an item is a lift with a low count and nothing else: `2 Front Squats`."""
    return item.amount.is_stated and _is_part(item, catalogue)


def _is_part(item: Item, catalogue: Catalogue) -> bool:
    """Return whether an item is a lift with nothing but a low count."""
    if item.parts or not catalogue.is_lift(item.name) or not replace(item, amount=NO_AMOUNT).is_bare:
        return False
    reps = item.amount.reps
    if reps is None:
        return not item.amount.is_stated
    return reps == exactly(reps.least or 0) and 0 < (reps.most or 0) <= _MOST_REPS_OF_PARTS


def _written(item: Item) -> str:
    reps = item.amount.reps
    return item.name if item.parts or reps is None else f"{reps.least:g} {item.name}"


def _part_of(item: Item) -> Part:
    return Part(movement=item.name, reps=int((item.amount.reps and item.amount.reps.least) or 1))
