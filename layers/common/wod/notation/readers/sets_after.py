"""Read lines with sets after other work of the same movement: `Back Squat: 3RM, then -10% for 2x5`."""

from copy import replace

from wod.notation.elements import Context, Element, Movement, Reader, SetLine, Test
from wod.notation.grammar.lifts import is_lift
from wod.notation.grammar.marks import separates, skip
from wod.notation.grammar.notation import Notation
from wod.notation.readers.max_tests import MaxTests
from wod.notation.readers.sets_below import SetsBelow
from wod.notation.text.tokens import Token, written
from wod.notation.values import Item, Unread, one_remark
from wod.notation.work.draft_line import trimmed

_JOINTS = ("then", "and")
_MARKS = frozenset({",", ";", "-", "--"})
_MAXIMA = frozenset({"{rm}", "max"})


class SetsAfter:
    """Reader of lines with sets after other work."""

    def __init__(self, notation: Notation, sets_below: SetsBelow, max_tests: MaxTests, read: Reader) -> None:
        self._catalogue = notation.catalogue
        self._work_ups = notation.phrases("work_up_load")
        self._sets_below = sets_below
        self._max_tests = max_tests
        self._read = read

    def with_less(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return sets or a test, and sets with less weight after them: `Back Squat: 3RM, then -10% for 2x5`."""
        for place in range(1, len(tokens)):
            if not (separates(tokens, place - 1) or tokens[place - 1].symbol in _JOINTS):
                continue
            if sets := self._sets_below.with_less(body, tokens[place:], replace(above, lift=True)):
                end = _end_before(tokens, place, _JOINTS)
                return [*self._in_front(body, tokens[:end], above), *sets] if end else []
        return []

    def _in_front(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the test, or the movement and its sets, before other sets of it. Raise Unread for more."""
        elements = self._read(body, tokens, above)
        if len(elements) != 1:
            raise Unread
        match elements[0]:
            case Movement(item=item) as movement if not item.is_bare:
                name = Item(name=item.name, parts=item.parts)
                return [replace(movement, item=name), SetLine(replace(item, name="", parts=()))]
            case Test(item=item) if not (item.name or above.movement):
                raise Unread
            case Movement() | SetLine() | Test():
                return elements
        raise Unread

    def after_then(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return a test and the sets after it, or sets after a load: `Snatch: work up to a heavy single, then 3x2`."""
        then = next((place for place, token in enumerate(tokens) if token.symbol == "then"), None)
        if then is None:
            return []
        return self._test_and_sets(body, tokens, then, above) or self._work_up_and_sets(body, tokens, then, above)

    def after_maximum(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the test of a maximum and the sets after a mark: `Back Squat 5RM; 2x5 @ 90%`."""
        if not any(token.symbol in _MAXIMA for token in tokens):
            return []
        for place, token in enumerate(tokens):
            if token.symbol not in _MARKS:
                continue
            found = self._test_and_sets(body, tokens, place, above)
            if found and _tests_maximum(found[0]) and all(map(_is_counted, found[1:])):
                return found
        return []

    def _test_and_sets(self, body: str, tokens: list[Token], then: int, above: Context) -> list[Element]:
        end = _end_before(tokens, then, ("and",))
        tests = self._max_tests.read(body, tokens[:end], above) if end else []
        if len(tests) != 1:
            return []
        item = tests[0].item if isinstance(tests[0], Test) else Item()
        if not (item.name or above.movement):
            return []
        sets = self._sets(body, tokens[then + 1 :], lift=is_lift(item, self._catalogue) if item.name else above.lift)
        return [*tests, *sets] if sets else []

    def _work_up_and_sets(self, body: str, tokens: list[Token], then: int, above: Context) -> list[Element]:
        """Return sets with the load that is worked up to as a remark: `Snatch: work up to 85%, then 3x2 @ 80%`."""
        lead = self._work_ups.search(tokens[:then])
        if not lead or any(token.speaks and token.symbol != "and" for token in tokens[lead.end : then]):
            return []
        front = tokens[skip(tokens) : _end_before(tokens, lead.start, ())]
        movement = self._read(body, front, above) if front else []
        match movement:
            case [Movement(item=item)] if item.is_bare:
                lift = is_lift(item, self._catalogue)
            case [] if above.movement and not front:
                lift = above.lift
            case _:
                return []
        sets = self._sets(body, tokens[then + 1 :], lift=lift)
        remark = trimmed(written(body, tokens[lead.start : lead.end]))
        noted = [replace(one, item=replace(one.item, remark=one_remark(remark, one.item.remark))) for one in sets]
        return [*movement, *noted] if noted else []

    def _sets(self, body: str, tokens: list[Token], *, lift: bool) -> list[SetLine]:
        """Return the sets of a movement, if nothing else is there."""
        found = self._sets_below.read(body, tokens, Context(scheme=True, movement=True, lift=lift))
        return [one for one in found if isinstance(one, SetLine)]


def _tests_maximum(element: Element) -> bool:
    """Return whether a test is of a maximum, and not of a heavy single, which is a set as well."""
    return isinstance(element, Test) and not element.item.amount.is_stated


def _is_counted(element: Element) -> bool:
    return isinstance(element, SetLine) and element.item.amount.is_stated


def _end_before(tokens: list[Token], place: int, joints: tuple[str, ...]) -> int:
    """Return the place after the last word before a place that is not a joint."""
    while place and (not tokens[place - 1].speaks or tokens[place - 1].symbol in joints):
        place -= 1
    return place
