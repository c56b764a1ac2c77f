"""Collect the items of a line while it is being read."""

import re
from copy import replace
from typing import Literal

from wod.notation.grammar.marks import CLOSING
from wod.notation.grammar.movement_kinds import MovementKind
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import COUNTS, Token, written
from wod.notation.values import Amount, Conflict, Item, Load, Pause, Rhythm, Span, Unread
from wod.notation.work.checks import MOST_REPS_OF_LIFTS, MOST_REPS_OF_SETS, MOST_SETS
from wod.notation.work.chunks import Chunk
from wod.notation.work.draft_line import ENDS_OF_LOADS, DraftLine, trimmed

type Last = Literal["", "name", "amount", "load", "tempo", "rest", "remark"]

_NO_AMOUNTS = frozenset({"{rm}", "{ordinal}"})
_MOST_MINUTES = 20  # of as many repetitions as possible
_REPETITIONS = frozenset({"amount", "twice"})
_HIGHEST = 20  # feet: the target of a ball, or a rope


class Draft(DraftLine):
    """The items of a line so far. A value that an item already has raises Conflict."""

    def __init__(
        self,
        notation: Notation,
        text: str,
        tokens: list[Token],
        chunks: list[Chunk],
        *,
        in_scheme: bool,
        below_lift: bool = False,
        item: Item | None = None,
    ) -> None:
        super().__init__(notation, text, tokens, chunks)
        self.in_scheme = in_scheme
        self.below_lift = below_lift
        """True if the line is below a lift with a barbell."""
        self.item = item or Item()
        self.items = [self.item]
        self.last: Last = ""
        """The last thing that was stated of the item."""
        self.is_separated = False
        """True if a mark or `and` is before the chunk."""
        self.has_count_in_front = False
        """True if a number is before the name: `21 Power Cleans`."""
        self._mark: Token | None = None  # `30"` or `7'`, whose unit depends on the name

    @property
    def movement(self) -> MovementKind:
        """Return the kind of the movement that the item names so far."""
        return MovementKind(self._notation, self.item.name)

    @property
    def lists_loads(self) -> bool:
        """Return whether numbers too high for sets are before an x, and belong to a lift.

        They are too high for repetitions, `225 x 5`, or they go up: `35 x 5, 45 x 5`.
        """
        found = (chunk.found for chunk in self._chunks if chunk.kind == "sets by amount")
        numbers = [one.values["sets"].least or 0 for one in found if one]
        if not self.names_a_lift:  # `Double Unders`, `50 x 3, 100 x 2`
            return self._kind_above.may_have_barbell and min(numbers, default=0) > MOST_REPS_OF_SETS
        goes_up = len(numbers) > 1 and MOST_SETS < numbers[0] < numbers[1]
        return goes_up or min(numbers, default=0) > MOST_REPS_OF_LIFTS

    @property
    def names_a_lift(self) -> bool:
        """Return whether the line or the one above it names a lift with a barbell."""
        kind = self._kind_above
        return kind.is_barbell_lift and not kind.is_jumped if kind.name else self.below_lift

    @property
    def _kind_above(self) -> MovementKind:
        """Return the kind of the last movement that the line names so far."""
        return MovementKind(self._notation, next((item.name for item in reversed(self.items) if item.name), ""))

    @property
    def has_manner(self) -> bool:
        """Return whether the item's name says how each repetition is done: `Pause Squat`."""
        return not self._notation.words("manner_in_front").isdisjoint(self.item.name.lower().split())

    def says_in_each_hand(self, found: Found) -> bool:
        """Return whether the words of a side say that the weight before them is one in each hand."""
        return not self._notation.words("in_each").isdisjoint(re.findall(r"\w+", self.written(found).lower()))

    # Items

    def begin(self, item: Item, last: Last = "") -> None:
        """Begin the next item."""
        self.settle_mark()
        self.item = item
        self.items.append(item)
        self.last = last

    def begin_set(self) -> None:
        """Begin the next item of a list, `70% x 3, 75% x 3`. Raise Unread if the current one is not complete."""
        is_inside = self._depth > 0 and not (self.opens_next_set() or self.is_all_in_bracket())
        if is_inside or self.item.is_bare or self.item.parts:
            raise Unread
        self.begin(Item())
        self.has_count_in_front = False

    def name(self, names: list[str]) -> None:
        """Set the name of the item; several names are several items with the same amount."""
        first, *others = names
        self.item.name, self.last = first, "name"
        self.items += [replace(self.item, name=other) for other in others]
        if self.after:
            self.item = self.items[-1]

    # Values

    def amount(self, amount: Amount) -> None:
        """Add an amount. Raise Unread if it is in a bracket after a remark: `(strict, x 2 for dips)`.

        Raise it also for two counts after a lift: `Snatch x 2 / 1 reps` are two sets, or a choice.
        """
        if amount.reps_women and self.movement.is_barbell_lift:
            raise Unread
        if self.is_in_brackets and self.last == "remark" and self.item.name:
            raise Unread
        if self.item.amount.kinds and (amount.kinds or amount.max_reps):
            raise Conflict("amount")
        self.item.amount = self.item.amount.with_(amount)
        self.last = "amount"

    def count(self, amount: Amount) -> None:
        """Add an amount, before the name or after it."""
        self.amount(amount)
        self.has_count_in_front = not self.item.name

    def sets(self, sets: Span) -> None:
        """Add the number of sets."""
        self.rhythm(Rhythm(sets=sets))

    def rhythm(self, rhythm: Rhythm) -> None:
        """Add a rhythm: sets, interval and total."""
        self.item.rhythm = self.item.rhythm.with_(rhythm)

    def rest(self, rest: Span) -> None:
        """Add the rest after the item."""
        self.item.rest = self.item.rest.with_(Pause(rest=rest))

    def load(self, load: Load) -> None:
        """Add a load. Loads in words are joined.

        Raise Unread if it is a date, `85% of your 3-RM from 11/20`, and Conflict if it is the load of the next set of a
        list, `bar x 5, 40 kg x 3`.
        """
        before = self.item.remark.lower().split()[-1:] if self.last == "remark" else []
        if not self._notation.words("before_dates").isdisjoint(before):
            raise Unread
        stated = self.item.load
        is_complete = (stated.text and not stated.has_bare_number) or stated.rpe
        if is_complete and load.is_heavy and not load.text and self._begins_set():
            raise Conflict("load")
        if load.text and stated.text:
            load = replace(load, text=f"{stated.text}; {load.text}")
            stated = replace(stated, text="")
        self.item.load = stated.with_(load)
        self.last = "load"

    def _begins_set(self) -> bool:
        """Return whether the current chunk is behind a set and a mark, and in front of repetitions."""
        following = self.after[0].kind if self.after else ""
        return self.is_separated and bool(self.item.amount.reps) and following in _REPETITIONS

    def manner(self, load: Load) -> None:
        """Add a tempo, or the rep max of percents."""
        self.item.load = self.item.load.with_(load)

    def remark(self, text: str) -> None:
        """Add a remark. Remarks are joined."""
        text = trimmed(text)
        self.item.remark = f"{self.item.remark}; {text}" if self.item.remark else text
        self.last = "remark"

    def is_behind_load_word(self, found: Found) -> bool:
        """Return whether a phrase is directly behind a word that may be a load: `heavy`."""
        word = self.tokens[found.start - 1].text.lower() if found.start else ""
        return word in self._notation.words("loads_in_words")

    def remark_with(self, found: Found, after: Chunk) -> None:
        """Add a phrase and the next chunk as a remark."""
        self._place = after.end
        self.remark(written(self.text, self.tokens[found.start : after.end]))

    # Values in words

    def says_rounds(self, found: Found) -> bool:
        """Return whether a phrase counts rounds, which are of all that is before it."""
        words = self._notation.words("rounds")
        return any(token.text.lower() in words for token in self.tokens[found.start : found.end])

    def load_with(self, found: Found, after: Chunk) -> None:
        """Add a phrase and the next chunk as a load in words."""
        self._place = after.end
        self.load(Load(text=trimmed(written(self.text, self.tokens[found.start : after.end]))))

    def load_of(self, name: str, found: Found) -> None:
        """Add the weight of a person as a load in words, whose name is then no remark."""
        self.item.remark = self.item.remark.removesuffix(name).rstrip("; ")
        self.load(Load(text=f"{name}: {self.written(found)}"))

    def is_load_of_a_person(self) -> bool:
        """Return whether the current load is in a bracket with words, after a percent: `70% (Tom: 140 kg)`."""
        return self.item.load.has_percent and self.has_words_in_bracket()

    def load_until_mark(self, found: Found) -> None:
        """Add a phrase and all words after it, up to the next mark, as a load in words, or as a remark about a rest."""
        if self.tokens[self._place - 1].symbol in CLOSING:  # `75% (of bodyweight)`
            self.load(Load(text=written(self.text, self.tokens[found.start : self._place]).lstrip("@ ")))
            return
        words = self._written_until_mark(found)
        if any(token.symbol == "rest" for token in self.tokens[found.start : self._place]):
            self.remark(words)  # `50% less rest` is no load
        else:
            self.load(Load(text=words))

    def remark_until_mark(self, found: Found) -> None:
        """Add a phrase and all words after it, up to the next mark, as a remark."""
        self.remark(self._written_until_mark(found))

    def _written_until_mark(self, found: Found) -> str:
        """Take a phrase and all words after it, up to the next mark. Raise Unread if a number is among the words."""
        end, may_count = self._place, found.says["is"] != "difference"
        while end < len(self.tokens) and not (self._ends_load(end) or (may_count and self._counts(end))):
            if self.tokens[end].is_numeral and self.tokens[end].symbol not in _NO_AMOUNTS:
                raise Unread
            end += 1
        self._place = end
        return self.written(found, end)

    def counts_reps(self, found: Found) -> bool:
        """Return whether the number of a phrase counts repetitions: `adding 2 reps each round`, `add 2` of burpees."""
        number, after = self.tokens[found.end - 1], self.tokens[found.end : found.end + 1]
        if number.symbol not in COUNTS:
            return False
        return bool(after and after[0].symbol == "rep") or self.movement.is_bodyweight

    def _ends_load(self, place: int) -> bool:
        token = self.tokens[place]
        return token.symbol in ENDS_OF_LOADS or (token.symbol == "-" and token.start > self.tokens[place - 1].end)

    def _counts(self, place: int) -> bool:
        """Return whether repetitions begin here, after a load in words: `75% of training max x 5`, `… for 2x3`."""
        is_joint = self.tokens[place].symbol in ("x", "for")
        return is_joint and place + 1 < len(self.tokens) and self.tokens[place + 1].is_numeral

    # Marks

    def _is_in_minutes(self, mark: Token) -> bool:
        """Return whether a mark is of minutes, `2' max Burpees`, and not of feet: `50' Handstand Walk`."""
        is_most = self.item.amount.max_reps and mark.least <= _MOST_MINUTES
        return (is_most or self._notation.is_held(self.item.name)) and not self._notation.is_moved(self.item.name)

    def keep_mark(self, mark: Token) -> None:
        """Keep `30"` or `7'` until the name decides its unit."""
        if self._mark is not None:
            raise Unread
        self._mark = mark

    def load_mark(self) -> None:
        """Add the kept mark as a load in words: `Box Jump x 5, 24"`."""
        mark, self._mark = self._mark, None
        self.load(Load(text=mark.text if mark else ""))

    def settle_mark(self) -> None:
        """Add the kept `30"` or `7'`: seconds and minutes of a movement that is held, inches and feet of the others."""
        mark = self._mark
        if mark is None:
            return
        is_seconds = mark.symbol == "{seconds_or_inches}"
        if self.item.amount.kinds or (is_seconds and self.movement.is_high):
            if self.item.load.text or (not is_seconds and mark.least > _HIGHEST):
                raise Unread  # `60' x 220` is not a height
            self.load_mark()
            return
        self._mark = None
        if is_seconds:
            self.amount(Amount(time=Span(mark.least, mark.most)))
        elif self._is_in_minutes(mark):
            self.amount(Amount(time=Span(60 * mark.least, 60 * (mark.most or mark.least))))
        else:
            self.amount(Amount(distance=Span(mark.least, mark.most), distance_unit="ft"))
