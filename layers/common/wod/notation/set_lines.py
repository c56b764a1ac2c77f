"""Read lines that divide the sets of a movement: `Sets 1-2 = 2 reps @ 75%`, `5 reps @ 75%`, `70% x 3, 75% x 3`."""

from copy import replace

from wod.notation.bases import in_words
from wod.notation.draft import trimmed
from wod.notation.elements import ALL_SETS, LAST_SET, BlockLoad, Context, Element, Movement, SetLine
from wod.notation.items import Items
from wod.notation.marks import first_of, has_more, is_enclosed, outside_brackets, separates, skip
from wod.notation.measures import MOST_ROUNDS, exactly, span_of
from wod.notation.names import Names
from wod.notation.notation import Notation
from wod.notation.percent_of import percent_of
from wod.notation.phrases import Found, Phrases
from wod.notation.tokens import MOST_PERCENT_LESS, Token, written
from wod.notation.values import Item, Load, Rhythm, Unread

type Sets = tuple[int, int | None]
"""The first and the last of some sets; the last is None for `Sets 4+`."""

_MOST_WORDS = 12
_MOST_LESS = {"kg": 30, "lb": 65}
_COUNTS = frozenset({"{count}", "{range}"})
_OF_THE_SAME = frozenset({"a", "each", "max", "best", "heavy"})
_BREAKS = frozenset({",", ";", "and"})
_MARKS_OF_AMOUNTS = frozenset({"@", "(", "[", "#", "~"})
_VERBS = frozenset({"are", "is", "perform"})
_BEHIND_SETS = frozenset({"=", ":", "@", "-", "at"})


class SetLines:
    """Reader of set lines."""

    def __init__(self, notation: Notation, names: Names, items: Items) -> None:
        self._notation = notation
        self._names = names
        self._items = items

    # With the numbers of the sets

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the sets of `Sets 1-2 = 2 reps @ 75%, Set 3 = 1 rep @ 80%`."""
        phrases = self._notation.phrases("set_line")
        start = skip(tokens)
        if not phrases.match(tokens, start):
            return []
        breaks = [
            place
            for place in range(start + 1, len(tokens))
            if tokens[place - 1].symbol in _BREAKS and phrases.match(tokens, place)
        ]
        pieces = zip([start, *breaks], [*breaks, len(tokens)], strict=True)
        elements = [element for begin, end in pieces for element in self.read_one(body, tokens[begin:end], phrases)]
        if above.movement and ends_with_lift(tokens, [one.item for one in elements if isinstance(one, Movement)]):
            raise Unread
        return elements

    def read_one(self, body: str, tokens: list[Token], phrases: Phrases) -> list[Element]:
        """Return the elements of the sets that one of these phrases names. Raise Unread for any other line."""
        found = phrases.match(tokens)
        if not found:
            raise Unread
        which, end = _rhythm_and_end(found, tokens)
        behind = tokens[end:]
        while behind and not behind[0].speaks and behind[0].symbol not in _MARKS_OF_AMOUNTS:
            behind = behind[1:]
        while behind and behind[0].symbol in _VERBS:
            behind = behind[1:]
        if not has_more(behind):
            return [SetLine(Item(rhythm=which))]
        try:
            items = self._items.read_any(body, behind, in_scheme=True)
        except Unread:
            return [SetLine(self._in_words(body, behind, which))]
        self._check(items, behind)
        for item in items:
            item.rhythm = item.rhythm.over(which) if item.rhythm.is_stated else which
        return [Movement(item) if item.name else SetLine(item) for item in items]

    def _check(self, items: list[Item], tokens: list[Token]) -> None:
        """Raise Unread if the items have sets of their own, or are prose."""
        first = items[0]
        if first.rhythm.sets and (first.name or len(items) == 1):
            raise Unread
        if len({bool(item.name) for item in items}) > 1:
            raise Unread
        if first.remark and not first.name and self._names.is_prose(tokens):
            raise Unread

    def _in_words(self, body: str, tokens: list[Token], which: Rhythm) -> Item:
        """Return the item of sets in words: `Back down to 80%`, `Last set: as many as possible`."""
        numerals = [place for place, token in enumerate(tokens) if token.is_numeral]
        if numerals and self._names.is_prose(tokens):
            raise Unread
        if len(numerals) == 1 and tokens[numerals[0]].symbol == "{percent}":
            percent = tokens[numerals[0]]
            of, _ = percent_of(self._notation, body, tokens, numerals[0] + 1)
            if of is not None and self._notation.phrases("chunk").match(tokens, numerals[0]):
                return Item(rhythm=which, load=Load(percent=span_of(percent)).with_(of))
        if numerals or len(tokens) > _MOST_WORDS:
            raise Unread
        return Item(rhythm=which, remark=written(body, tokens))

    # Below a movement

    def read_below(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return `5 reps @ 75%`, `5x3 @ 80%`, `70% x 3, 75% x 3` or `3-3-3`, below a movement."""
        if not above.movement or not tokens:
            return []
        last = tokens[-1 if tokens[-1].speaks else -2 :][0].symbol
        if last in ("of", "x", "following"):
            return []  # `21-15-9 reps, for time of:` and `3x` are schemes
        is_timed = body.endswith(":") and any(token.symbol == "{time}" for token in tokens)
        if is_timed and (above.amount or last == "each"):
            return []  # `4 sets, 40 seconds on, 20 seconds off:`, `3 rounds, 1 minute each:`
        if _are_of_another(tokens):
            return []
        if is_enclosed(tokens):
            return self._in_brackets(body, tokens)
        if self._is_for_people(tokens):
            return self._weights(body, tokens, above)
        return self.with_less(body, tokens, above) or self._sets(body, tokens, above)

    def _sets(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        tokens = self.without_work_up(tokens)
        top = self._notation.phrases("chunk").match(tokens, skip(tokens))
        lead_tokens: list[Token] = []
        if not (top and top.says["is"] == "top set"):
            lead_tokens, tokens = self._lead_and_behind(tokens)
        first = first_of(tokens)
        if first and first.symbol == "{difference}":
            return []  # `-10%` without sets
        if lead_tokens and first and first.symbol == "{percent}" and (first.most or 0) <= MOST_PERCENT_LESS:
            return []  # `Back-off sets: 10%`
        if first is None or not (first.is_numeral or first.symbol in self._notation.words("opens_sets")):
            return []
        items = self._items.nameless(body, tokens, below_lift=above.lift)
        if not above.percent and any(token.symbol == "to" for token in lead_tokens):
            items = [in_words(item) for item in items]  # `Drop to 75%` may be of the best of this day
        counted = all(item.rhythm.sets and item.amount.is_stated for item in items)
        is_prose = not counted and self._names.is_prose(self._before_remark(outside_brackets(tokens)))
        if not items or is_prose or not _are_sets(items, above):
            return []
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
        joint = self._notation.phrases("behind_less").match(tokens, skip(tokens, less.end))
        behind = tokens[skip(tokens, joint.end if joint else less.end) :]
        items = self._items.nameless(body, behind, below_lift=above.lift)
        if behind[:1] and behind[0].symbol == "x" and any(token.symbol == "x" for token in behind[1:4]):
            return []  # `-10% x 2 x 5`, sets by reps or reps by sets
        if not items or self._names.is_prose(behind):
            return []
        if any(item.load.is_heavy or not item.amount.is_stated for item in items):
            return []
        text = trimmed(written(body, tokens[less.start : less.end]))
        return [SetLine(replace(item, load=replace(item.load, text=text))) for item in items]

    def _lead_and_behind(self, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
        """Return the tokens of `Then, back-off sets:` before sets, and those after them."""
        phrases, start = self._notation.phrases("sets_lead"), skip(tokens)
        end = start
        while lead := phrases.match(tokens, end):
            end = skip(tokens, lead.end)
        return tokens[start:end], tokens[end:] if end > start else tokens

    def without_work_up(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens after `Work up to`, if sets by reps follow."""
        lead = self._notation.phrases("work_up").match(tokens, skip(tokens))
        sets = self._notation.phrases("chunk").match(tokens, lead.end) if lead else None
        return tokens[lead.end :] if lead and sets and sets.says["is"] == "sets by amount" else tokens

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
        """Return weights as the load of the lift above. Raise Unread if they are none, or it is no lift."""
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

    def _in_brackets(self, body: str, tokens: list[Token]) -> list[Element]:
        """Return the percents in brackets of the sets above: `(65-75-85%)`."""
        items = self._items.nameless(body, tokens)
        if all(item.load.percents or (item.load.percent and not item.amount.kinds) for item in items):
            return [SetLine(item) for item in items]
        return []

    # For a whole block

    def read_block_load(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the load of `Perform all movements at 60-65% of your 1-RM Clean`, or of `Barbell: 135/95`."""
        found = self._notation.phrases("whole_block").match(tokens)
        barbell = None if found else self._notation.phrases("implement_load").match(tokens)
        found = found or barbell
        if not found:
            return []
        start = found.end - 1 if tokens[found.end - 1].symbol in ("@", "at") else found.end
        behind = tokens[skip(tokens, start) :]
        if barbell and len(behind) == 1 and behind[0].symbol == "{pair}":
            return [BlockLoad(Load(text=behind[0].text), barbell=True)]
        items = self._items.nameless(body, tokens[start:])
        if len(items) != 1 or not items[0].load.is_heavy or items[0].amount.is_stated or items[0].remark:
            return []
        return [BlockLoad(items[0].load, barbell=barbell is not None)]


def which_sets(found: Found) -> Sets:
    """Return the sets that a phrase names. Raise Unread for a list with gaps."""
    values, says = found.values, found.says
    if "first" in says:
        return int(says["first"]), int(says["first"])
    if "place" in values:
        return int(values["place"].least), int(values["place"].least)
    if "which" not in values:
        return int(values["first"].least), int(values["last"].least)
    which = values["which"]
    if which.symbol != "{series}":
        return int(which.least), None if which.most is None else int(which.most)
    numbers = [int(item) for item in which.items]
    if numbers != list(range(numbers[0], numbers[-1] + 1)):
        raise Unread
    return numbers[0], numbers[-1]


def _rhythm_and_end(found: Found, tokens: list[Token]) -> tuple[Rhythm, int]:
    """Return the sets that a line begins with, and the place after them."""
    first, last = which_sets(found)
    if last is not None and first not in (LAST_SET, ALL_SETS) and not 1 <= first <= last <= MOST_ROUNDS:
        raise Unread
    end = found.end
    is_plural = tokens[found.start].text[-1] in "sS"  # `Sets 1 - 2 = …`, and not `Set 1 - 8 reps`
    if is_plural and tokens[found.start + 1].symbol == ":" and (first == last or _names_reps(tokens, end)):
        raise Unread  # `Sets: 3`, `Sets: 2-3 Reps: 8`: how many
    if is_plural and _goes_on(tokens, end, first, last):
        last, end = int(tokens[end + 1].least), end + 2
    if [token.symbol for token in tokens[end : end + 2]] in (["and", "up"], ["and", "on"]):
        end += 1
    sets = None if last is None or first < 0 else exactly(last - first + 1)
    return Rhythm(first_set=first, last_set=last, sets=sets), end


def _names_reps(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].symbol == "rep"


def _goes_on(tokens: list[Token], place: int, first: int, last: int | None) -> bool:
    """Return whether ` - ` and a number continue the named sets, and are not a separator and an amount."""
    if last != first or first < 1 or place + 1 >= len(tokens):
        return False
    dash, number = tokens[place : place + 2]
    if dash.symbol != "-" or number.symbol != "{count}" or number.least <= first:
        return False
    return place + 2 == len(tokens) or tokens[place + 2].symbol in _BEHIND_SETS


def ends_with_lift(tokens: list[Token], items: list[Item]) -> bool:
    """Return whether a line is `4x3 @ 80% Snatch`: the lift is the movement, or the base of the percent."""
    if len(items) != 1 or not items[0].name or not items[0].amount.is_stated:
        return False
    end = max((place for place, token in enumerate(tokens) if token.symbol == "{percent}"), default=None)
    behind = "".join(token.text for token in tokens[end + 1 :]) if end is not None else ""
    return bool(behind) and behind == "".join(items[0].name.split())


def _is_little(less: Found) -> bool:
    """Return whether a difference is not the load itself: `Back off 10%`, `drop 20 lb`, and not `Back off 85% x 3`."""
    token = less.values.get("less") or less.values["difference"]
    if "difference" in less.values and not token.text.startswith("-"):
        return False
    return token.second is None and 0 < (token.most or 0) <= _MOST_LESS.get(token.unit, MOST_PERCENT_LESS)


def _are_of_another(tokens: list[Token]) -> bool:
    """Return whether `of` and a word follow sets: `4 x 8 of side laterals`, and not `5x3 of the complex` or `of 3`."""
    return any(
        one.symbol in _COUNTS and of.symbol == "of" and word.text[0].isalpha() and word.symbol not in _OF_THE_SAME
        for one, of, word in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def are_sets_with_loads(items: list[Item]) -> bool:
    """Return whether each item is `100 kg = 5 reps`, and so no definition."""
    return all(item.amount.is_stated and (item.load.percent or item.load.weight) for item in items)


def _are_sets(items: list[Item], above: Context) -> bool:
    """Return whether items are sets of the movement above, and not a remark about it."""
    if any(item.rhythm.interval and not item.rhythm.sets for item in items):
        return False  # `12 minute EMOM`
    if all(item.load.is_stated for item in items):
        return True
    counted = all(item.rhythm.sets for item in items)
    if above.amount and not counted:
        return False  # `5 seconds at the bottom` below `Back Squat x 5 reps`
    if any(item.remark for item in items) and not all(item.rhythm.sets or item.amount.per_set for item in items):
        return False
    return all(item.amount.is_stated or item.load.is_stated for item in items)
