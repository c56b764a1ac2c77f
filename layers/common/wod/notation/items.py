"""Read the items of a line: movements, each with its amount, its load and its sets."""

import re
from dataclasses import replace

from wod.notation.checks import check, check_together, is_improbable, is_measured
from wod.notation.chunks import Chunk, Chunker
from wod.notation.complexes import Complexes, has_plus, with_counts, with_plus
from wod.notation.draft import Draft
from wod.notation.lifts import loaded_one
from wod.notation.marks import is_list_in_brackets
from wod.notation.measures import exactly, is_metres
from wod.notation.names import Names, name_of
from wod.notation.notation import Notation
from wod.notation.shared_sets import check_shared_sets, with_commas
from wod.notation.shared_units import share_unit
from wod.notation.statements import STATEMENTS
from wod.notation.tokens import Token, written
from wod.notation.totals import may_total_all_sets
from wod.notation.values import NO_LOAD, Amount, Conflict, Item, Unread
from wod.notation.wording import Wording

_AFTER_SETS = frozenset({":", "-", ")"})
_JOINTS = frozenset({"and", "then", "/", "or"})
_PARTIAL_REPS = "21s"
_COUNTS = frozenset({"count", "amount", "pair"})
_FEWEST_REPS_OF_PAIRS = 6  # of a lift, for men
_LONGEST_SET = 600  # seconds
_LONGEST_HOLD = 120  # seconds: a longer time of a lift is a result
_LIFTED = frozenset({"snatch", "clean", "jerk", "clean and jerk", "press", "pull", "squat"})


class Items:
    """Reader of the items of a line."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._names = names
        self._leads = notation.phrases("sets_lead")
        self._chunker = Chunker(notation)
        self._complexes = Complexes(notation, names)
        self._wording = Wording(notation, names)

    def read(self, text: str, tokens: list[Token], *, in_scheme: bool) -> list[Item]:
        """Return the items of a line of movements. Raise Unread for any other line."""
        items = self.read_any(text, tokens, in_scheme=in_scheme)
        if not items[0].name:
            raise Unread
        return items

    def nameless(self, text: str, tokens: list[Token], *, below_lift: bool = False) -> list[Item]:
        """Return the items of a text without a movement; empty for any other text."""
        try:
            items = self.read_any(text, tokens, in_scheme=True, below_lift=below_lift)
        except Unread:
            return []
        return [] if any(item.name for item in items) else items

    def read_any(self, text: str, tokens: list[Token], *, in_scheme: bool, below_lift: bool = False) -> list[Item]:
        """Return the items of a line, with names or without. Raise Unread for any other line."""
        tokens = with_commas(self._notation, tokens)
        if not has_plus(tokens):
            listed = self._listed_complex(text, tokens, in_scheme=in_scheme)
            return listed or self._items(text, tokens, in_scheme=in_scheme, below_lift=below_lift)
        try:
            return [self._complex(text, tokens, in_scheme=in_scheme)]
        except Unread:
            tokens = [replace(one, symbol=",") if one.symbol == "+" else one for one in tokens]
            items = self._items(text, tokens, in_scheme=in_scheme, below_lift=below_lift)
        if len(items) > 1 and all(map(self._stands_alone, items)):
            if items[-1].load.is_stated and any(self._notation.catalogue.is_lift(one.name) for one in _unloaded(items)):
                raise Unread  # `Clean 5x1 + Jerk 5x2 @ 70%`
            return items  # `Bench Press 3x10 + Row 3x12`
        if not any(map(is_measured, items)):
            raise Unread  # a complex with an unknown part
        if len({item.rhythm for item in items}) > 1 and not is_list_in_brackets(tokens):
            raise Unread  # `3 x 400 m Run + 10 Burpees`: sets of one, or of all
        return items

    def _listed_complex(self, text: str, tokens: list[Token], *, in_scheme: bool) -> list[Item]:
        """Return the complex of `1 Clean & 1 Jerk x 5 @ 75%`; empty for a list of movements that may be apart."""
        joined = with_plus(tokens)
        if joined is tokens:
            return []
        try:
            item = self._complex(text, joined, in_scheme=in_scheme)
        except Unread:
            return []
        has_more = item.load.is_stated or item.rhythm.sets or item.amount.is_stated
        if not has_more or not self._notation.catalogue.are_one_complex([part.movement for part in item.parts]):
            return []
        item.name = " + ".join(f"{part.reps} {part.movement}" for part in item.parts)
        return [item]

    def _stands_alone(self, item: Item) -> bool:
        """Return whether a known movement has sets and reps of its own, or a time that is too long for one set."""
        amount = item.amount
        is_long = amount.time is not None and (amount.time.least or 0) >= _LONGEST_SET
        is_whole = amount.is_stated and not amount.plus and (item.rhythm.sets is not None or is_long)
        return is_whole and not item.parts and self._notation.catalogue.find(item.name) is not None

    def _complex(self, text: str, tokens: list[Token], *, in_scheme: bool) -> Item:
        item, tail = self._complexes.read(text, tokens, in_scheme=in_scheme)
        if tail < len(tokens):
            items = self._items(text, tokens[tail:], in_scheme=in_scheme, item=item)
            if len(items) > 1:
                raise Unread
            item = items[0]
        else:
            self._check(item)
        return with_counts(item) if item.amount.plus else item

    def _items(
        self,
        text: str,
        tokens: list[Token],
        *,
        in_scheme: bool,
        below_lift: bool = False,
        item: Item | None = None,
    ) -> list[Item]:
        """Return the items of a line; the given item is the beginning of the first."""
        chunks = self._chunker.chunks(text, tokens)
        draft = Draft(self._notation, text, tokens, chunks, in_scheme=in_scheme, below_lift=below_lift, item=item)
        before: list[Token] = []
        for chunk in draft.chunks():
            try:
                self._take(draft, chunk)
            except Conflict:
                if not draft.is_separated and not self._is_complete(draft, chunk):
                    raise Unread from None
                if draft.last == "remark" and self._may_name_another(draft, before):
                    raise Unread from None
                draft.begin_set()
                self._take(draft, chunk)
            before = draft.tokens_of(chunk)
        draft.settle_mark()
        if _begins_with_sets(chunks, tokens):
            _divide_sets(draft.items)
        share_unit(draft.items)
        check_together(draft.items)
        self._check_implements(draft.items)
        check_shared_sets(draft.items, tokens)
        if not any(chunk.kind == "weight" and not tokens[chunk.end - 1].is_numeral for chunk in chunks):
            self._give_load(draft.items)  # and `Run 400 m with a 20 lb vest` has its own
        for one in draft.items:
            self._count_calories(one)
            self._check(one)
            self._check_name(one, in_scheme=in_scheme)
            self._check_sides(one, tokens)
            self._check_partial_reps(one, tokens)
            if len(one.remark) == 1 and re.search(rf"\d{one.remark}\b", text):
                raise Unread  # `75 kg x 3s x 5r`
        return draft.items

    def _check(self, item: Item) -> None:
        """Raise Unread for impossible values, and for repetitions that may belong to all sets together."""
        check(item)
        if item.rhythm.sets and may_total_all_sets(item, self._notation):
            raise Unread

    def _check_implements(self, items: list[Item]) -> None:
        """Raise Unread if a set of two may be a pair of implements: `Split Squat 3x8, 2x24 kg`."""
        first, *others = items
        if first.load.is_heavy or self._notation.catalogue.is_lift(first.name):
            return
        if any(not one.name and one.amount.reps == exactly(2) and one.load.weight for one in others):
            raise Unread

    # Chunks

    def _may_name_another(self, draft: Draft, before: list[Token]) -> bool:
        """Return whether the words before a set, which are a remark so far, may be another movement.

        `Row 4x6; superset w/ Dips 4x8`, `Yoke 4x20 m, Stones 5x1`, and not `top single, back-offs 4x4`
        """
        lead = self._leads.match(before)
        is_lead = lead is not None and lead.end == len(before)
        return self._names.mentions(draft.item.remark) or not (draft.is_separated or is_lead)

    def _take(self, draft: Draft, chunk: Chunk) -> None:
        if chunk.is_mark:
            draft.is_separated = True
            return
        if chunk.found:
            STATEMENTS[chunk.kind](draft, chunk.found)
        elif self._joins(draft, chunk):
            draft.is_separated = True
            return
        elif chunk.is_remark:
            self._wording.remark(draft, chunk)
        else:
            self._wording.words(draft, chunk)
        draft.is_separated = False

    def _joins(self, draft: Draft, chunk: Chunk) -> bool:
        """Return whether the words are only `and` or `then`. Raise Unread if they are the last."""
        if not (draft.item.name or draft.item.amount.kinds):
            return False
        if any(token.symbol not in _JOINTS for token in draft.tokens_of(chunk)):
            return False
        if not draft.after:
            raise Unread
        return True

    def _is_complete(self, draft: Draft, chunk: Chunk) -> bool:
        """Return whether the item is complete without a mark, so that a second value belongs to the next item.

        `70% x 3 75% x 3`, `800 m Run 21 Power Cleans`
        """
        item = draft.item
        if not item.amount.is_stated:
            return False
        if item.load.percent or item.load.weight or item.load.rpe or chunk.kind == "load by reps":
            return True
        return bool(item.name) and chunk.kind in _COUNTS and self._names_follow(draft)

    def _names_follow(self, draft: Draft) -> bool:
        following = draft.after[0] if draft.after else None
        if following is None or following.found or following.is_mark:
            return False
        return self._notation.catalogue.find(name_of(written(draft.text, draft.tokens_of(following)))) is not None

    # Items

    def _give_load(self, items: list[Item]) -> None:
        """Give the load after a list to the movement that has one: `21-15-9 Deadlifts and Burpees, 100 kg`."""
        loaded, last = loaded_one(items, self._notation.catalogue), items[-1]
        if loaded is not last:
            loaded.load, last.load = last.load, NO_LOAD

    def _count_calories(self, item: Item) -> None:
        """Move the last word of `15/12 Echo Bike Calories` from the name to the amount; mark `Cal Row`."""
        words = [word.strip("()") for word in item.name.split()]
        is_named = len(words) > 1 and "cal" in map(self._notation.vocabulary.unit, (words[0], words[-1]))
        item.counts = "cal" if is_named and not item.parts else ""
        name, _, last = item.name.rpartition(" ")
        if name and item.amount.reps and item.amount.kinds == 1 and self._notation.vocabulary.unit(last) == "cal":
            item.amount = Amount(calories=item.amount.reps, calories_women=item.amount.reps_women)
            item.name = " ".join(name.split())

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

    def _check_partial_reps(self, item: Item, tokens: list[Token]) -> None:
        """Raise Unread for `Curls 21s`, whose number is seven repetitions in each of three ranges, and no time."""
        if not item.amount.time or self._notation.is_held(item.name):
            return
        if any(token.text.lower() == _PARTIAL_REPS for token in tokens):
            raise Unread

    def _check_name(self, item: Item, *, in_scheme: bool) -> None:
        """Raise Unread for results and headings that look like a movement: `C&J – 9:10`, `Elite: 135/95 lb`."""
        if not item.name:
            if item.is_bare or (item.amount.reps_women and item.load.percent):
                raise Unread
            return
        if item.parts:
            return
        amount, found = item.amount, self._notation.catalogue.find(item.name)
        counted = (amount.reps and amount.reps.least) or 0
        if amount.reps_women and found and found.lift and counted < _FEWEST_REPS_OF_PAIRS:
            raise Unread  # `2/1 Snatch`: two sets, or a choice
        if not in_scheme and is_improbable(item, found):
            raise Unread  # below a scheme, its interval decides
        if found and found.family == "conditioning":
            self._count_metres(item, found.name)
            if item.load.has_percent and self._notation.is_measured(found.name):
                raise Unread  # `70% Bike`, of nothing that anyone knows
        if found:
            is_long = amount.time is not None and (amount.time.least or 0) >= _LONGEST_HOLD
            is_result = is_long and found.lift and found.family in _LIFTED
        else:
            is_training = not amount.time and (amount.is_stated or item.rhythm.sets or item.is_bare)
            is_long = amount.time is not None and (amount.time.least or 0) >= _LONGEST_HOLD
            is_result = not is_training and (
                (is_long and not self._notation.is_held(item.name)) or not self._names.mentions(item.name)
            )
        if is_result:
            raise Unread


def _unloaded(items: list[Item]) -> list[Item]:
    return [one for one in items if not one.load.is_stated]


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
