"""Read the items of a line: movements, each with its amount, its load and its sets."""

from dataclasses import replace

from wod.notation.grammar.marks import is_list_in_brackets
from wod.notation.grammar.names import Names, name_of
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token, written
from wod.notation.values import Conflict, Item, Unread
from wod.notation.work.checks import MOST_SETS, is_measured
from wod.notation.work.chunks import Chunk, Chunker
from wod.notation.work.complexes import Complexes, has_plus, with_counts, with_dotted_counts, with_plus
from wod.notation.work.draft import Draft
from wod.notation.work.item_checks import ItemChecks
from wod.notation.work.shared_sets import with_commas
from wod.notation.work.statements import STATEMENTS
from wod.notation.work.times_of_holds import with_times_of_holds
from wod.notation.work.wording import Wording

_JOINTS = frozenset({"and", "then", "/", "or"})
_COUNTS = frozenset({"count", "amount", "pair"})
_LONGEST_SET = 600  # seconds


class Items:
    """Reader of the items of a line."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._names = names
        self._leads = notation.phrases("sets_lead")
        self._chunker = Chunker(notation)
        self._complexes = Complexes(notation, names)
        self._wording = Wording(notation, names)
        self._checks = ItemChecks(notation, names)

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
        tokens = with_times_of_holds(self._notation, text, with_commas(self._notation, tokens))
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
            return items  # `Bench Press 3x10 + Row 3x12`, `Front Squat 3x3 @ 80% + 1x8 @ 65%`
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
        has_counts_in_front = not any(token.symbol == "{plus}" for token in tokens)  # `Clean, Jerk 1+2` has them behind
        item.name = " + ".join(
            f"{part.reps} {part.movement}" if has_counts_in_front else part.movement for part in item.parts
        )
        return [item]

    def _stands_alone(self, item: Item) -> bool:
        """Return whether a known movement has sets and reps of its own, or a time that is too long for one set.

        Without a name they are further sets of the movement before them, if they have a load of their own.
        """
        amount = item.amount
        is_long = amount.time is not None and (amount.time.least or 0) >= _LONGEST_SET
        is_whole = amount.is_stated and not amount.plus and (item.rhythm.sets is not None or is_long)
        is_known = self._notation.catalogue.find(item.name) is not None if item.name else item.load.is_heavy
        return is_whole and not item.parts and is_known

    def _complex(self, text: str, tokens: list[Token], *, in_scheme: bool) -> Item:
        item, tail = self._complexes.read(text, tokens, in_scheme=in_scheme)
        if tail < len(tokens):
            items = self._items(text, tokens[tail:], in_scheme=in_scheme, item=item)
            if len(items) > 1:
                raise Unread
            item = items[0]
        else:
            self._checks.check(item)
        return with_counts(item) if item.amount.plus else with_dotted_counts(item)

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
        self._checks.settle(draft, chunks)
        return draft.items

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

        `70% x 3 75% x 3`, `70x3 80x2`, `800 m Run 21 Power Cleans`
        """
        item = draft.item
        if not item.amount.is_stated:
            return False
        if item.load.percent or item.load.weight or item.load.rpe or chunk.kind == "load by reps":
            return True
        if item.load.has_bare_number and draft.lists_loads and _begins_with_load(chunk):
            return True
        return bool(item.name) and chunk.kind in _COUNTS and self._names_follow(draft)

    def _names_follow(self, draft: Draft) -> bool:
        following = draft.after[0] if draft.after else None
        if following is None or following.found or following.is_mark:
            return False
        return self._notation.catalogue.find(name_of(written(draft.text, draft.tokens_of(following)))) is not None


def _begins_with_load(chunk: Chunk) -> bool:
    """Return whether the first number of sets by repetitions is too high for sets: `80x2`."""
    return chunk.found is not None and chunk.kind == "sets by amount" and chunk.found.values["sets"].least > MOST_SETS


def _unloaded(items: list[Item]) -> list[Item]:
    return [one for one in items if not one.load.is_stated]
