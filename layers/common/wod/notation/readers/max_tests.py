"""Read tests: `In 20 minutes, establish a 1-RM Back Squat`, `Snatch – build to a heavy triple`."""

import re
from collections.abc import Sequence
from copy import replace
from itertools import pairwise

from wod.notation.elements import SHORTEST_TEST, Context, Element, Test, with_remark
from wod.notation.grammar.marks import CLOSING, OPENING, has_more, outside_brackets, skip
from wod.notation.grammar.measures import exactly, seconds
from wod.notation.grammar.names import Names, name_of
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import PUNCTUATION, Found
from wod.notation.readers.ends_of_tests import EndsOfTests
from wod.notation.text.tokens import Token, written
from wod.notation.values import NO_AMOUNT, NO_LOAD, NO_RHYTHM, Amount, Item, Load, Pause, Rhythm, Unread
from wod.notation.work.complexes import has_plus
from wod.notation.work.items import Items

_MOST_REPS = 100
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_WORDS_BEFORE_TIMES = 3  # `no more than 15 min`
_LONGEST_NAME = 12  # tokens
_PERCENTS_AND_REPS = frozenset({"{percent}", "{percents}", "x"})
_TIMES = frozenset({"{time}", "{minutes_or_feet}"})
_BETWEEN = frozenset({"to", "a", "for", "up", "@", "at"})
_ENDS_OF_NAMES = frozenset({",", ";", "and"})
_BETWEEN_TESTS = frozenset({",", ";", "then"})
_OF_CLOCKS = frozenset({"adjective", "cap", "clock", "window", "max"})  # `15 min total`
_STOPS = OPENING | {".", ",", ";", "*", ":", "-"}


class MaxTests:
    """Reader of tests."""

    def __init__(self, notation: Notation, names: Names, items: Items) -> None:
        self._ends = EndsOfTests(notation, names)
        self._tests = notation.phrases("test")
        self._times = notation.phrases("test_time")
        self._tails = notation.phrases("test_tail")
        self._about_no_movement = notation.words("about_no_movement")
        self._heaviness = notation.words("heaviness")
        self._before_tested = notation.words("before_tested") | (PUNCTUATION - OPENING)
        self._vocabulary = notation.vocabulary
        self._catalogue = notation.catalogue
        self._names = names
        self._items = items

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the test of a line, with the movement before or after it."""
        tokens, tries = self._ends.without_tries(body, self._names.without_label(tokens))
        before, pause = self._ends.without_rest(tokens)
        elements = self._tests_of_parts(body, before) or self._test_in(body, before, above)
        if pause.is_stated:
            elements = [_with_rest(one, pause) for one in elements]
        return [with_remark(one, tries) for one in elements] if tries else elements

    def _tests_of_parts(self, body: str, tokens: list[Token]) -> list[Element]:
        """Return the tests of `Snatch to heavy single, C&J to heavy single`; nothing if a part is no test of a lift."""
        ends = [place for place, token in enumerate(tokens) if token.symbol in _BETWEEN_TESTS]
        bounds = pairwise([-1, *ends, len(tokens)])
        parts = [part for start, end in bounds if has_more(part := tokens[start + 1 : end])]
        tests: list[Element] = []
        if len(parts) < 2 or not all(map(self._tests.search, parts)):
            return []
        for part in parts:
            found = self._test_in(body, part[part[0].symbol == "a" :], Context())
            if not any(isinstance(one, Test) and (one.item.name or one.item.parts) for one in found):
                return []
            tests += found
        totals = {isinstance(one, Test) and one.item.rhythm.total for one in tests}
        if None in totals and len(totals) > 1:
            raise Unread  # `1RM Snatch, 1RM C&J in 30 min`
        return tests

    def _test_in(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the test of a line without words about tries."""
        start, named = skip(tokens), None
        found = self._tests.match(tokens, start)
        if not found or _is_only_rep_max(found, tokens):
            found, named = self._after_name(body, tokens, above) or (found, None)
        is_of_lift = found is not None and found.says.get("is") == "max of a lift"
        if not found or any(token.symbol in _PERCENTS_AND_REPS for token in tokens[found.end :]):
            return []
        total, after = self._total_and_after(found, tokens)
        if is_of_lift and (above.scheme or has_more(after) or not self._is_lift(named, above)):
            return []  # `Snatch to max reps`, `Push-Ups to max`
        if has_plus(after) and tokens[found.end - 1] is found.values.get("counted"):
            after = [tokens[found.end - 1], *after]  # `find a heavy 2 Cleans + 1 Jerk`
            found = Found(found.start, found.end - 1, found.says, {})
        test = self._test(found, total, body, tokens)
        if test is None:
            return []
        if named:
            named.load = self._load(body, after)
            return [_with_movement(test, named)] if named.load != NO_LOAD or self._says_no_more(after) else []
        if movement := self._movement(body, after):
            return [_with_movement(test, movement)]
        if above.movement and (load := self._load(body, after)) != NO_LOAD:
            return [Test(replace(test.item, load=load.over(test.item.load)), test.rep_max)]
        if any(token.is_numeral for token in after):
            return []
        says_what = above.movement or not tokens[start].is_numeral or "counted" in found.values
        return [test] if says_what and self._is_about_no_movement(after) else []

    def _is_lift(self, named: Item | None, above: Context) -> bool:
        """Return whether a test is of a lift: the named one, or the one above if that waits for its sets."""
        waits = above.lift and not (above.amount or above.sets)
        return self._catalogue.is_lift(named.name) if named else waits

    def _after_name(self, body: str, tokens: list[Token], above: Context) -> tuple[Found, Item] | None:
        """Return the test of `Snatch – build to a heavy triple` or `Front Squat 1 Rep Max`, and the movement."""
        is_complex = False
        for place in range(1, min(len(tokens), _LONGEST_NAME)):
            is_complex = is_complex or tokens[place - 1].symbol == "+"
            if tokens[place - 1].is_numeral and not has_plus(tokens):
                return None
            found = self._tests.match(tokens, place)
            before = tokens[place - 1]
            is_joined = before.speaks and before.symbol not in _BETWEEN and tokens[place].symbol != "to"
            if not found or (is_joined and "rm" not in found.values):
                continue
            first, end = skip(tokens), place
            while end > first + 1 and tokens[end - 1].symbol in _BETWEEN:
                end -= 1
            name = name_of(body[tokens[first].start : tokens[end - 1].end])
            if self._names.is_name(name, in_scheme=above.scheme, firm=True):
                return found, Item(name=name)
            if is_complex and (item := self._complex(body, tokens[first:end])):
                return found, item
        return None

    def _complex(self, body: str, tokens: list[Token]) -> Item | None:
        """Return a complex with nothing but its movements: `Clean + 2 Jerks`."""
        while tokens and not tokens[-1].speaks and tokens[-1].symbol not in CLOSING:
            tokens = tokens[:-1]
        try:
            items = self._items.read(body, tokens, in_scheme=True)
        except Unread:
            return None
        return items[0] if len(items) == 1 and items[0].parts and items[0].is_bare else None

    def _load(self, body: str, after: list[Token]) -> Load:
        """Return how a set is done: `work up to a single @ RPE 8`, `build to a 3-RM @ 31X1`."""
        items = self._items.nameless(body, after) if any(token.is_numeral for token in after) else []
        load = items[0].load if len(items) == 1 else NO_LOAD
        return load if (load.rpe or load.tempo) and items[0] == Item(load=load) else NO_LOAD

    def _says_no_more(self, after: list[Token]) -> bool:
        """Return whether the words after a test are not prose. Raise Unread for a number."""
        if any(token.is_numeral for token in after):
            raise Unread
        tail = self._tails.match(after, skip(after))
        return not self._names.is_prose(after[tail.end :] if tail else after)

    def _total_and_after(self, found: Found, tokens: list[Token]) -> tuple[Token | None, list[Token]]:
        """Return the time of a test, and the tokens after the test without it. Raise Unread for another test."""
        after = tokens[found.end :]
        outside = outside_brackets(after)
        if any(self._tests.match(outside, place) for place in range(1, len(outside))):
            raise Unread
        if "total" in found.values:
            return found.values["total"], after
        times = [place for place, token in enumerate(after) if token.symbol in _TIMES]
        if len(times) != 1 or any(token.symbol == "rest" for token in after):
            return None, after
        place, time = times[0], after[times[0]]
        if time.least * (60 if time.symbol == "{minutes_or_feet}" else 1) < SHORTEST_TEST:
            return None, after
        for start in range(max(0, place - _WORDS_BEFORE_TIMES), place + 1):
            cap = self._times.match(after, start)
            if cap and "total" in cap.values:
                return time, [*after[:start], *after[cap.end :]]
        if self._is_other_work(after, place):
            raise Unread
        return time, [*after[:place], *after[place + 1 :]]

    def _is_other_work(self, after: list[Token], place: int) -> bool:
        """Return whether a time behind a mark is of other work: `heavy single, 10 min bike`, `5 min of mobility`."""
        is_apart = any(token.symbol in _BETWEEN_TESTS for token in after[:place])
        behind = after[place + 1 : place + 2]
        return is_apart and any(token.speaks and token.symbol not in _OF_CLOCKS for token in behind)

    def _movement(self, body: str, tokens: list[Token]) -> Item | None:
        """Return the movement after a test, without words that are not part of its name."""
        if tail := self._tails.search(tokens):
            tokens = tokens[: tail.start] if tail.start > 0 else tokens[tail.end :]
        start = 0
        while start < len(tokens) and tokens[start].symbol in self._before_tested:
            start += 1
        tokens = tokens[start:]
        if not tokens:
            return None
        if self._lists_movements(body, tokens):
            raise Unread  # `1RM Back Squat, Press and Deadlift`
        try:
            items = self._items.read(body, tokens, in_scheme=True)
        except Unread:
            items = []
        if len(items) == 1 and _is_lifted_once(items[0]):
            return items[0]
        name = next((name for name in self._shorter_names(body, tokens) if self._is_name(name)), None)
        return Item(name=name) if name is not None else None

    def _lists_movements(self, body: str, tokens: list[Token]) -> bool:
        """Return whether another movement is behind the first one and a comma."""
        ends = [place for place, token in enumerate(tokens) if token.symbol in _ENDS_OF_NAMES]
        names = [tokens[start + 1 : end] for start, end in pairwise([-1, *ends, len(tokens)])][:2]
        is_list = len(names) == 2 and tokens[ends[0]].symbol != "and" and all(map(has_more, names))
        return is_list and all(self._catalogue.find(name_of(written(body, name))) for name in names)

    def _shorter_names(self, body: str, tokens: Sequence[Token]) -> Sequence[str]:
        """Return the text before each mark without a number after it, the longest first, and last the whole."""
        names = []
        for end in range(len(tokens) - 1, 0, -1):
            if tokens[end].is_numeral:
                break
            if tokens[end].symbol in _STOPS:
                names.append(name_of(written(body, tokens[:end])))
        return [*names, name_of(written(body, tokens))]

    def _is_name(self, name: str) -> bool:
        return self._names.is_name(name, in_scheme=True, firm=True)

    def _is_about_no_movement(self, tokens: list[Token]) -> bool:
        return all(token.symbol in self._about_no_movement or not token.speaks for token in tokens)

    def _test(self, found: Found, total: Token | None, body: str, tokens: list[Token]) -> Test | None:
        """Return the test of a phrase; None if it has too many reps. Raise Unread for an impossible time."""
        is_range = total is not None and total.least != total.most  # `20-30 minutes`
        rhythm = NO_RHYTHM if total is None or is_range else Rhythm(total=seconds(total))
        rep_max = int(found.values["rm"].least) if "rm" in found.values else found.says.get("rm")
        counted = int(found.values["counted"].least) if "counted" in found.values else found.says.get("counted")
        is_rep_max = found.says.get("is") == "rep max"
        if is_rep_max or self._is_heavy_set(tokens[found.start : found.end]):  # the number is of the other kind
            rep_max, counted = counted, rep_max
        if (rep_max is not None and not 1 <= rep_max <= _MOST_REPS) or (counted or 0) > _MOST_REPS:
            return None
        amount = Amount(reps=exactly(counted)) if counted else NO_AMOUNT
        heavy = "" if rep_max else self._how_heavy(body, tokens[found.start : found.end], counts=bool(counted))
        remark = total.text if total and is_range else ""
        return Test(Item(amount=amount, load=Load(text=heavy), rhythm=rhythm, remark=remark), rep_max)

    def _is_heavy_set(self, tokens: list[Token]) -> bool:
        """Return whether a test is a heavy set, as `a heavy 2-rep Front Squat` is, and `a heavy 2RM` is not."""
        *before, last = tokens
        unit = _LAST_WORD.search(last.text)
        is_of_reps = last.symbol == "{rm}" and unit is not None and self._vocabulary.meaning(unit[0]).entry == "rep"
        return is_of_reps and bool(before) and before[-1].symbol in self._heaviness

    def _how_heavy(self, body: str, tokens: list[Token], *, counts: bool) -> str:
        """Return the words for the load of a test: `heavy` of `a heavy single`, else all of `max for the day`."""
        places = [place for place, token in enumerate(tokens) if token.symbol in self._heaviness]
        if not places:
            return ""
        return tokens[places[0]].text.lower() if counts else written(body, tokens[places[0] :]).lower()


def _is_only_rep_max(found: Found, tokens: list[Token]) -> bool:
    return found.end - found.start == 1 and "rm" in found.values and not has_more(tokens, found.end)


def _with_movement(test: Test, movement: Item) -> Test:
    load = movement.load.over(test.item.load)
    return Test(replace(test.item, name=movement.name, parts=movement.parts, load=load), test.rep_max)


def _with_rest(element: Element, pause: Pause) -> Element:
    return replace(element, item=replace(element.item, rest=pause)) if isinstance(element, Test) else element


def _is_lifted_once(item: Item) -> bool:
    """Return whether an item is only a name, maybe with a weight: `Snatch (125 lb)`."""
    return item.is_bare or (bool(item.load.weight) and replace(item, load=NO_LOAD).is_bare)
