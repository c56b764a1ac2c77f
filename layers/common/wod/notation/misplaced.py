"""Find training where there should be none: in a warm-up, on a day of rest, before the first day."""

import re
from collections.abc import Sequence
from typing import Literal

from wod.models import Finding
from wod.notation.elements import Context, Element, Movement, ReadLine, Scheme, SetLine, Test
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_lift
from wod.notation.grammar.notation import Notation
from wod.notation.segment_lines import lines_in_context

type Place = Literal["warm-up", "rest day", "before the first day"]

_MESSAGES: dict[Place, str] = {
    "warm-up": "The line was taken for a warm-up, but looks like training.",
    "rest day": "The line is in a day of rest, but looks like training.",
    "before the first day": "The line is above the first day, so that it is in none, but looks like training.",
}


def misplaced_in(texts: Sequence[str], place: Place, notation: Notation, segment: str = "") -> list[Finding]:
    """Return a finding for each line that would be training in a segment: sets of a lift with a barbell, its percents,
    repetitions of any movement with sets and a percent, or a test. Sets with an empty bar or a band loosen up.

    A scheme at the end of a warm-up, `3 sets of:`, may be that of the part below, if no movement is directly above it.
    """
    found = []
    is_light = False  # the scheme above
    read = list(lines_in_context(texts, notation))
    if place == "warm-up" and _ends_in_scheme([line for line, _ in read]):
        found.append(Finding(rule="note", segment=segment, line=read[-1][0].text, message=_MESSAGES[place]))
    for line, above in read:
        loosens = not notation.words("loosening").isdisjoint(re.findall(r"[^\W\d_]+", line.text.lower()))
        if any(isinstance(element, Scheme) for element in line.elements):
            is_light = loosens
        if _trains(line.elements, above, notation.catalogue, is_easy=loosens or is_light):
            found.append(Finding(rule="note", segment=segment, line=line.text, message=_MESSAGES[place]))
    return found


def _ends_in_scheme(lines: Sequence[ReadLine]) -> bool:
    above, last = ([], [], *(line.elements for line in lines))[-2:]
    is_scheme = bool(last) and isinstance(last[-1], Scheme) and last[-1].rhythm.is_stated
    return is_scheme and not any(isinstance(element, Movement) for element in above)


def _trains(elements: Sequence[Element], above: Context, catalogue: Catalogue, *, is_easy: bool) -> bool:
    is_of_lift = above.lift
    for element in elements:
        match element:
            case Test():
                return True
            case Movement(item=item) | SetLine(item=item):
                is_of_lift = is_lift(item, catalogue) if item.name else is_of_lift
                is_counted = not is_easy and (item.rhythm.sets or item.amount.per_set)
                if is_of_lift and (is_counted or item.load.has_percent):
                    return True
                if is_counted and item.load.has_percent and item.amount.reps:
                    return True
            case _:
                pass
    return False
