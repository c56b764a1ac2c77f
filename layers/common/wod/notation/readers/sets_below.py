"""Read sets below the movement that they are of: `5 reps @ 75%`, `5x3 @ 80%`, `70% x 3, 75% x 3`, `3-3-3`."""

from copy import replace

from wod.notation.elements import Context, Element, SetLine
from wod.notation.grammar.marks import first_of, is_enclosed, outside_brackets, separates, skip
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import COUNTS, MOST_PERCENT_LESS, Token, written
from wod.notation.values import Item, Unread
from wod.notation.work.bases import in_words
from wod.notation.work.checks import MOST_REPS_OF_LIFTS
from wod.notation.work.draft_line import trimmed
from wod.notation.work.items import Items

_MOST_LESS = {"kg": 30, "lb": 65}
_OF_THE_SAME = frozenset({"a", "each", "max", "best", "heavy"})


class SetsBelow:
    """Reader of the sets below a movement."""

    def __init__(self, notation: Notation, names: Names, items: Items) -> None:
        self._notation = notation
        self._names = names
        self._items = items

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return `5 reps @ 75%`, `5x3 @ 80%`, `70% x 3, 75% x 3` or `3-3-3`, below a movement."""
        if not above.movement or not tokens:
            return []
        last = tokens[-1 if tokens[-1].speaks else -2 :][0].symbol
        if last in ("of", "x", "following"):
            return []  # `21-15-9 reps, for time of:` and `3x` are schemes
        if last == "each" and body.endswith(":") and any(token.symbol == "{time}" for token in tokens):
            return []  # `3 rounds, 1 minute each:`
        if _are_of_another(tokens):
            return []
        if is_enclosed(tokens):
            return self._in_brackets(body, tokens)
        if self._is_for_people(tokens):
            return self._weights(body, tokens, above)
        if weights := self._as_prescribed(tokens):
            return self._weights(body, weights, above)
        return self.with_less(body, tokens, above) or self._sets(body, tokens, above)

    def _sets(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        is_bare = not (above.amount or above.sets or body.endswith(":"))
        tokens = without_work_up(self._notation, tokens, or_perform=is_bare)
        kept = self._end_of_kept(tokens) if above.lift and not above.load else 0
        lead, tokens = ([], tokens) if kept else self._lead_and_after(tokens)
        first = first_of(tokens)
        if first is None or not (kept or self._opens_sets(first, lead)):
            return []
        items = self._items.nameless(body, tokens, below_lift=above.lift)
        if not above.percent and any(token.symbol == "to" for token in lead):
            items = [in_words(item) for item in items]  # `Drop to 75%` may be of the best of this day
        counted = all(item.rhythm.sets and item.amount.is_stated for item in items)
        is_prose = not counted and self._names.is_prose(self._before_remark(outside_brackets(tokens[kept:])))
        if not items or is_prose or not _are_sets(items, above):
            return []
        if above.lift and _begins_with_load(first, items[0]):
            return []  # `245 straight weight`
        if any(token.symbol == "=" for token in tokens) and not are_sets_with_loads(items):
            return []  # `1 round = 5 reps`
        return [SetLine(item) for item in items]

    def with_less(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the sets of `Then drop 10% and do 3x2` or `-10% for 2 x 5`, with the difference as their load."""
        leads, start = self._notation.phrases("sets_lead"), skip(tokens)
        while not (less := self._notation.phrases("less").match(tokens, start)):
            lead = leads.match(tokens, start)
            if not lead:
                return []
            start = skip(tokens, lead.end)
        if not _is_little(less):
            return []
        joint = self._notation.phrases("after_less").match(tokens, skip(tokens, less.end))
        after = tokens[skip(tokens, joint.end if joint else less.end) :]
        items = self._items.nameless(body, after, below_lift=above.lift)
        if after[:1] and after[0].symbol == "x" and any(token.symbol == "x" for token in after[1:4]):
            return []  # `-10% x 2 x 5`, sets by reps or reps by sets
        if not items or self._names.is_prose(after):
            return []
        if any(item.load.is_heavy or not item.amount.is_stated for item in items):
            return []
        text = trimmed(written(body, tokens[less.start : less.end]))
        return [SetLine(replace(item, load=replace(item.load, text=text))) for item in items]

    def _opens_sets(self, first: Token, lead: list[Token]) -> bool:
        """Return whether sets begin with a token: not with a difference, `-10%` or `Back-off sets: 10%`."""
        if lead and first.symbol == "{percent}" and (first.most or 0) <= MOST_PERCENT_LESS:
            return False
        if first.symbol == "{difference}":
            return False
        return first.is_numeral or first.symbol in self._notation.words("opens_sets")

    def _lead_and_after(self, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
        """Return the tokens of `Then, back-off sets:` before sets, and those after them.

        A `top set of 5` is an amount itself, and a lead only before another one: `Top set: 1x5`.
        """
        phrases, start = self._notation.phrases("sets_lead"), skip(tokens)
        top = self._notation.phrases("chunk").match(tokens, start)
        if top and top.says["is"] == "top set" and [one.symbol for one in tokens[top.end : top.end + 1]] != ["x"]:
            return [], tokens
        end = start
        while lead := phrases.match(tokens, end):
            end = skip(tokens, lead.end)
        return tokens[start:end], tokens[end:] if end > start else tokens

    def _end_of_kept(self, tokens: list[Token]) -> int:
        """Return the place after words for a percent that holds for all sets, `Keep it at 75% today`; 0 if none are."""
        start = skip(tokens)
        if not self._notation.phrases("opens_percents").match(tokens, start):
            return 0
        found = self._notation.phrases("chunk").match(tokens, start)
        percent = found.values.get("percent") if found else None
        return found.end if found and percent and (percent.least or 0) > MOST_PERCENT_LESS else 0

    def _before_remark(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens before a remark: `3-3-3 @ 100 kg, add weight each set`."""
        openers = self._notation.words("remark_openers")
        remarks = (
            place
            for place in range(1, len(tokens))
            if separates(tokens, place - 1) and tokens[place].text.lower() in openers
        )
        return tokens[: next(remarks, len(tokens))]

    def _weights(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return weights as the load of the lift above. Raise Unread if they are not sets, or it is not a lift."""
        items = self._items.nameless(body, tokens) if above.lift else []
        if len(items) != 1 or not items[0].load.is_stated or items[0].remark:
            raise Unread
        return [SetLine(items[0])]

    def _is_for_people(self, tokens: list[Token]) -> bool:
        """Return whether a line is only a weight for men and one for women: `Men: 80 kg, Women: 55 kg`."""
        spoken = [token for token in tokens if token.speaks]
        people = self._notation.words("people")
        named = [token for token in spoken if token.text.lower() in people]
        weights = [token for token in spoken if token.symbol == "{weight}"]
        return len(named) == len(weights) == 2 and len(spoken) == 4

    def _as_prescribed(self, tokens: list[Token]) -> list[Token]:
        """Return the weight of men and women that is as prescribed, `Rx: 100/70 kg`; empty for any other line."""
        after = tokens[skip(tokens, 1) :]
        is_pair = len(after) == 1 and after[0].symbol == "{weight}" and after[0].second is not None
        return after if is_pair and tokens[0].text.lower() in self._notation.words("as_prescribed") else []

    def _in_brackets(self, body: str, tokens: list[Token]) -> list[Element]:
        """Return the percents in brackets of the sets above: `(65-75-85%)`."""
        items = self._items.nameless(body, tokens)
        if all(item.load.percents or (item.load.percent and not item.amount.kinds) for item in items):
            return [SetLine(item) for item in items]
        return []


def without_work_up(notation: Notation, tokens: list[Token], *, or_perform: bool = False) -> list[Token]:
    """Return the tokens after `Work up to`, if sets by reps follow; `or_perform`: or after `Perform`."""
    start = skip(tokens)
    lead = notation.phrases("work_up").match(tokens, start)
    is_perform = or_perform and start < len(tokens) and tokens[start].symbol == "perform"
    after_perform = start + 1 if is_perform else start
    end = lead.end if lead else after_perform
    sets = notation.phrases("chunk").match(tokens, end) if end > start else None
    return tokens[end:] if sets and sets.says["is"] == "sets by amount" else tokens


def _is_little(less: Found) -> bool:
    """Return whether a difference is not the load itself: `Back off 10%`, `drop 20 lb`, and not `Back off 85% x 3`."""
    token = less.values.get("less") or less.values["difference"]
    if "difference" in less.values and not token.text.startswith("-"):
        return False
    return token.second is None and 0 < (token.most or 0) <= _MOST_LESS.get(token.unit, MOST_PERCENT_LESS)


def _are_of_another(tokens: list[Token]) -> bool:
    """Return whether `of` and a word follow sets: `4 x 8 of side laterals`, and not `5x3 of the complex` or `of 3`."""
    return any(
        one.symbol in COUNTS and of.symbol == "of" and word.text[0].isalpha() and word.symbol not in _OF_THE_SAME
        for one, of, word in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _begins_with_load(first: Token, item: Item) -> bool:
    """Return whether the repetitions of a lift are a load, because they are too many and other words are its load."""
    reps = item.amount.reps
    is_high = first.symbol == "{count}" and reps is not None and (reps.least or 0) > MOST_REPS_OF_LIFTS
    return is_high and bool(item.load.text) and not item.rhythm.sets


def are_sets_with_loads(items: list[Item]) -> bool:
    """Return whether each item is `100 kg = 5 reps`, and so no definition."""
    return all(item.amount.is_stated and (item.load.percent or item.load.weight) for item in items)


def _are_sets(items: list[Item], above: Context) -> bool:
    """Return whether items are sets of the movement above, and not a remark about it."""
    if any(item.rhythm.interval and not item.rhythm.sets for item in items):
        return False  # `12 minute EMOM`
    if above.lift and any(item.amount.distance for item in items):
        return False  # `4 x 200 m` below a lift are of a run that has no name
    if above.lift and len(items) > 1 and any(item.amount.time for item in items):
        return False  # `3x10-90s @ 70%` below a lift may have a rest
    if above.amount and any(item.amount.time and item.rest.rest for item in items):
        return False  # `4 sets, 40 seconds on, 20 seconds off` are of the movements below
    if all(item.load.is_stated for item in items):
        return True
    counted = all(item.rhythm.sets for item in items)
    if above.amount and not counted:
        return False  # `5 seconds at the bottom` below `Back Squat x 5 reps`
    if any(item.remark for item in items) and not all(item.rhythm.sets or item.amount.per_set for item in items):
        return False
    return all(item.amount.is_stated or item.load.is_stated for item in items)
