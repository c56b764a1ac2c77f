"""Read the work of another level, which is not more work for the reader's own, up to where it may end."""

import re
from collections.abc import Callable
from copy import replace

from wod.notation.elements import (
    Below,
    Connector,
    Context,
    Element,
    Heading,
    Movement,
    ReadLine,
    Rest,
    Scheme,
    SetLine,
    Test,
)
from wod.notation.grammar.marks import has_more, skip
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import tokenise

_LABEL = re.compile(r"\W*[^\W\d]+(?: ?\d|\s?[:–—-])")  # `Level 1`, `L1`, `Beginners:`
_AFTER_LABELS = frozenset({":", "-", "--"})
_AFTER_WORK: tuple[Below, ...] = ("other sets", "other counts")


class OtherLevels:
    """Reader of the lines below `Scaled:`; work after a rest or a `then` may be for everyone, and is doubtful."""

    def __init__(self, notation: Notation, read: Callable[[str, Context], ReadLine]) -> None:
        self._vocabulary = notation.vocabulary
        self._lower_level = notation.phrases("lower_level")
        self._read = read

    def read_labelled(self, text: str, line: str, above: Context) -> ReadLine | None:
        """Return `L1: 8 Ring Rows` or `Beginners: 3 rounds` as a note if work is after the label; else None.

        Below a movement with an amount it is an alternative to that; elsewhere it may be all there is, and is doubtful.
        """
        if not _LABEL.match(line):
            return None
        tokens = tokenise(line, self._vocabulary)
        level = self._lower_level.match(tokens, skip(tokens))
        if level is None or not has_more(tokens, level.end):
            return None
        if tokens[level.end].symbol not in _AFTER_LABELS:
            return None
        after = self._read(line[tokens[level.end].end :], above)
        if after.kind == "note" and not after.doubtful:
            return None
        is_alternative = above.movement and above.amount and after.kind in ("movement", "scheme", "set line")
        return ReadLine(text, "note", doubtful=not is_alternative)

    def read(self, text: str, above: Context) -> ReadLine:
        """Return a line below the heading of another level: a note, which announces what the next line is below."""
        line = self._read(text, replace(above, below="", example=""))
        if line.kind == "note" and line.announces:
            return line
        is_work = any(isinstance(one, Movement | SetLine | Test) for one in line.elements)
        is_unread = line.kind == "unread"
        if above.below == "uncertain" or any(_may_end(one, above.below) for one in line.elements):
            is_doubtful = line.doubtful or is_unread or is_work
            return ReadLine(text, "note", doubtful=is_doubtful, announces="uncertain")
        below = _below_work(line.elements, above.below) if is_work else ""
        return ReadLine(text, "note", doubtful=is_unread, announces=below)


def _may_end(element: Element, below: Below) -> bool:
    """Return whether the work of the level may end before an element."""
    match element:
        case Rest(of_sets=of_sets, station=station):
            return not of_sets and not station
        case Heading() | Connector(then=True):
            return True
        case Scheme(follows=follows):
            return follows or below in _AFTER_WORK
        case Movement(follows=True) | Movement(outside=True):
            return True
        case Movement() | SetLine():
            return below == "other counts" and _has_sets(element)
    return False


def _has_sets(element: Element) -> bool:
    if not isinstance(element, Movement | SetLine):
        return False
    return bool(element.item.rhythm.sets or element.item.amount.per_set)


def _below_work(elements: list[Element], below: Below) -> Below:
    if any(map(_has_sets, elements)):
        return "other sets"
    return "other counts" if below == "other level" else below
