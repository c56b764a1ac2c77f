"""Settle the items of a line when all of it is read: share units and sets, count calories, and reject misreadings."""

import re
from dataclasses import replace

from wod.notation.grammar.catalogue import Movement
from wod.notation.grammar.lifts import is_barbell_of_other, loaded_one
from wod.notation.grammar.measures import exactly, is_metres
from wod.notation.grammar.movement_kinds import MovementKind
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token
from wod.notation.values import NO_LOAD, Amount, Item, Unread
from wod.notation.work.checks import check, check_together, is_improbable
from wod.notation.work.chunks import Chunk
from wod.notation.work.draft import Draft
from wod.notation.work.shared_sets import check_shared_sets
from wod.notation.work.shared_units import share_unit
from wod.notation.work.totals import may_total_all_sets

_AFTER_SETS = frozenset({":", "-", ")"})
_UNITS_OF_AMOUNTS = frozenset({"min", "s", "m"})
_PARTIAL_REPS = "21s"
_FEWEST_UNLIKELY_SETS = 20
_FEWEST_REPS_OF_PAIRS = 6  # of a lift, for men
_HEAVIEST_BELL = {"kg": 48, "lb": 106}
_LONGEST_HOLD = 120  # seconds: a longer time of a lift is a result
_LIFTED = frozenset({"snatch", "clean", "jerk", "clean and jerk", "press", "pull", "squat"})


class ItemChecks:
    """Settler of the items of a line."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._names = names

    def settle(self, draft: Draft, chunks: list[Chunk]) -> None:
        """Settle the items of a draft whose chunks are all read. Raise Unread for a line that was misread."""
        items, tokens = draft.items, draft.tokens
        if _begins_with_sets(chunks, tokens):
            _divide_sets(items)
        share_unit(items)
        check_together(items)
        _check_listed(items)
        self._check_implements(items, tokens)
        check_shared_sets(items, tokens, _start_of_sets(chunks))
        if not any(chunk.kind == "weight" and not tokens[chunk.end - 1].is_numeral for chunk in chunks):
            self._give_load(items)  # and `Run 400 m with a 20 lb vest` has its own
        for item in items:
            self._count_calories(item)
            self.check(item)
            self._check_name(item, in_scheme=draft.in_scheme)
            self._check_sides(item, tokens)
            self._check_percent(item, tokens)
            self._check_partial_reps(item, tokens)
            self._check_nothing(item)
            if not draft.in_scheme:
                _check_order(item, tokens)
                self._check_pauses(items, tokens)
            if len(item.remark) == 1 and re.search(rf"\d{item.remark}\b", draft.text):
                raise Unread  # `75 kg x 3s x 5r`

    def check(self, item: Item) -> None:
        """Raise Unread for impossible values, for repetitions that may belong to all sets together, and for the time of
        a set that is longer than its interval.
        """
        check(item)
        if item.rhythm.sets and may_total_all_sets(item, self._notation):
            raise Unread
        time, interval, total = item.amount.time, item.rhythm.interval, item.rhythm.total
        if time and interval and (time.least or 0) > interval:
            raise Unread  # `Burpees every minute, 10 min`
        if interval and total and interval < total < 2 * interval:
            raise Unread  # `Row 3 min every 2 min`

    def _check_pauses(self, items: list[Item], tokens: list[Token]) -> None:
        """Raise Unread for `2 Pause Clean Pulls` and no more, as a title of sets has the number of pauses in each."""
        [first, *others] = items
        says_more = first.load.is_stated or first.rhythm.is_stated or first.rest.is_stated
        if others or says_more or first.parts or not self._notation.catalogue.is_lift(first.name):
            return
        words = [token.text.lower() for token in tokens[:2]]
        if tokens[0].is_numeral and words[-1] in self._notation.words("manner_in_front"):
            raise Unread

    def _check_implements(self, items: list[Item], tokens: list[Token]) -> None:
        """Raise Unread if a set of two may be a pair of implements, because no other set has a load.

        In `Split Squat 3x8, 2x24 kg` and `2x16 kg Jerk: 3 minutes` there may be two bells.
        """
        first, *others = items
        if not others or any(one.name not in ("", first.name) for one in others):
            return
        pairs = [one for one in items if one.amount.reps == exactly(2) and one.load.weight]
        unloaded = [one for one in items if not (one.load.weight or one.load.has_percent or one.load.rpe)]
        if len(pairs) != 1 or len(unloaded) < len(others):
            return
        if _has_two_bells(tokens) or not (pairs[0] is first or self._notation.catalogue.is_lift(first.name)):
            raise Unread

    def _give_load(self, items: list[Item]) -> None:
        """Give the load after a list to the movement that has one: `21-15-9 Deadlifts and Burpees, 100 kg`.

        Raise Unread if there is none: `10 Burpees, 60/40 kg`.
        """
        loaded, last = loaded_one(items, self._notation.catalogue), items[-1]
        if is_barbell_of_other(last.load, loaded.name, self._notation.catalogue):
            raise Unread
        if loaded is not last:
            loaded.load, last.load = last.load, NO_LOAD

    def _count_calories(self, item: Item) -> None:
        """Move the last word of `15/12 Echo Bike Calories` from the name to the amount; mark `Cal Row`."""
        words = [word.strip("()") for word in item.name.split()]
        is_named = len(words) > 1 and "cal" in map(self._notation.vocabulary.unit, (words[0], words[-1]))
        item.counts = "cal" if is_named and not item.parts else item.counts
        name, _, last = item.name.rpartition(" ")
        if name and item.amount.reps and item.amount.kinds == 1 and self._notation.vocabulary.unit(last) == "cal":
            item.amount = Amount(calories=item.amount.reps, calories_women=item.amount.reps_women)
            item.name = " ".join(name.split())

    def _check_name(self, item: Item, *, in_scheme: bool) -> None:
        """Raise Unread for results and headings that look like a movement: `C&J – 9:10`, `Elite: 135/95 lb`."""
        if not item.name:
            if item.is_bare or (item.amount.reps_women and item.load.percent):
                raise Unread
            return
        if item.parts:
            return
        amount, found = item.amount, self._notation.catalogue.find(item.name)
        if amount.reps and self._notation.vocabulary.unit(item.name.partition(" ")[0]) in _UNITS_OF_AMOUNTS:
            raise Unread  # `40 - min Bike`, `400 - m Run`
        counted = (amount.reps and amount.reps.least) or 0
        if amount.reps_women and found and found.lift and counted < _FEWEST_REPS_OF_PAIRS:
            raise Unread  # `2/1 Snatch`: two sets, or a choice
        if not in_scheme and is_improbable(item, found):
            raise Unread  # below a scheme, its interval decides
        if found and found.family == "conditioning":
            self._count_metres(item, found.name)
            if item.load.has_percent and self._notation.is_measured(found.name):
                raise Unread  # `70% Bike`, of nothing that anyone knows
        if self._is_result(item, found):
            raise Unread

    def _is_result(self, item: Item, found: Movement | None) -> bool:
        """Return whether an item is what somebody did, `C&J – 9:10`, or has a name that is no movement, `Liz 95#`."""
        amount = item.amount
        is_long = amount.time is not None and (amount.time.least or 0) >= _LONGEST_HOLD
        if found:
            return is_long and bool(found.lift) and found.family in _LIFTED
        if not amount.time and (amount.is_stated or item.rhythm.sets or item.is_bare):
            return False
        return (is_long and not self._notation.is_held(item.name)) or not self._names.mentions(item.name)

    def _count_metres(self, item: Item, name: str) -> None:
        """Make a round number without a unit a distance: `Run 4 x 400`. Raise Unread for other reps of a run or a swim.

        `name` is the one in the catalogue.
        """
        amount = item.amount
        if not amount.reps:
            return
        if is_metres(amount.reps) and not amount.reps_women and self._notation.is_in_metres(name):
            item.amount = Amount(distance=amount.reps, distance_unit="m")
        elif self._notation.is_measured(name) or (amount.reps_women and self._notation.is_in_metres(name)):
            raise Unread  # `8 x 50 Swim`, `500/400 row`

    def _check_sides(self, item: Item, tokens: list[Token]) -> None:
        """Raise Unread for each side of a movement that has none: `12/12 Box Jumps`, `40 Burpees each` of two."""
        symbols = {token.symbol for token in tokens}
        if item.each_side and item.name and symbols & {"{pair}", "each"} and "side" not in symbols:
            found = self._notation.catalogue.find(item.name)
            if found and self._notation.uses_both_sides(found.name):
                raise Unread

    def _check_percent(self, item: Item, tokens: list[Token]) -> None:
        """Raise Unread for a percent of the most repetitions, whose number may count sets: `Dips 3 x 80% of max`."""
        if not item.load.has_percent or not item.name or item.parts or (item.rhythm.sets and item.amount.is_stated):
            return
        is_counted = item.amount.is_stated and not _multiplies_percent(tokens)
        if not is_counted and MovementKind(self._notation, item.name).is_bodyweight:
            raise Unread

    def _check_nothing(self, item: Item) -> None:
        """Raise Unread for a movement that is not done: `Hanging Leg Raises – none`."""
        if item.is_bare and item.remark.lower() in self._notation.words("no_work"):
            raise Unread

    def _check_partial_reps(self, item: Item, tokens: list[Token]) -> None:
        """Raise Unread for `Curls 21s`, whose number is seven repetitions in each of three ranges, and no time."""
        if not item.amount.time or self._notation.is_held(item.name):
            return
        if any(token.text.lower() == _PARTIAL_REPS for token in tokens):
            raise Unread


def _check_order(item: Item, tokens: list[Token]) -> None:
    """Raise Unread for many sets of fewer repetitions, which may be the other way round: `Sit-Ups 25 x 4`.

    With a clock, a load, or the word for sets, they are as written.
    """
    sets, reps = item.rhythm.sets, item.amount.reps
    is_certain = item.rhythm.interval or item.load.is_heavy or tokens[0].is_numeral
    if not (sets and reps and item.name) or is_certain:
        return
    is_likely = 1 < (reps.least or 0) < (sets.least or 0) and (sets.least or 0) >= _FEWEST_UNLIKELY_SETS
    if is_likely and not any(token.symbol == "set" for token in tokens):
        raise Unread


def _start_of_sets(chunks: list[Chunk]) -> int:
    """Return the place of sets behind an interval, and in front of all names: `E3MOM 5 x 5 Squats`."""
    for chunk in chunks:
        if chunk.kind == "sets by amount":
            return chunk.start
        if chunk.found is None and not chunk.is_mark:
            break
    return 0


def _check_listed(items: list[Item]) -> None:
    """Raise Unread for a list whose unit may be of one of several movements, `30-20-10 cal Row and Burpees`, or that
    may be done several times: `Run 400-300-200 m, 3 sets`.
    """
    if any(item.counts and (item.rhythm.is_stated or len(items) > 1) for item in items):
        raise Unread


def _has_two_bells(tokens: list[Token]) -> bool:
    """Return whether a two is in front of the weight of a bell: `2 x 16 kg`."""
    return any(
        [token.symbol for token in tokens[place : place + 3]] == ["{count}", "x", "{weight}"]
        and tokens[place].least == 2
        and tokens[place + 2].least <= _HEAVIEST_BELL.get(tokens[place + 2].unit, 0)
        for place in range(len(tokens) - 2)
    )


def _multiplies_percent(tokens: list[Token]) -> bool:
    """Return whether a number is in front of a percent: `3 x 80%`."""
    return any(
        [token.symbol for token in tokens[place : place + 3]] == ["{count}", "x", "{percent}"]
        for place in range(len(tokens) - 2)
    )


def _begins_with_sets(chunks: list[Chunk], tokens: list[Token]) -> bool:
    """Return whether the first number counts sets, and a mark is after it: `4 sets: 3 @ 70%`, `(4 sets) 3 @ 70%`."""
    first = next((chunk for chunk in chunks if chunk.found), None)
    if first is None or first.kind != "sets by amount":
        return first is not None and first.kind == "sets"
    return any(token.symbol in _AFTER_SETS for token in tokens[first.start : first.end])


def _divide_sets(items: list[Item]) -> None:
    """Make the number of sets before a list that of all: `4 sets: 3 @ 70%, 3 @ 75%, 2 @ 80%, 2 @ 85%`.

    Raise Unread if the list has another length: `5 sets: 2 @ 70%, 3 @ 75%`.
    """
    first, *others = items
    if not others or first.rhythm.sets is None or any(one.name or one.rhythm.sets for one in others):
        return
    if first.rhythm.sets != exactly(len(items)):
        raise Unread
    first.rhythm = replace(first.rhythm, sets=exactly(1))
