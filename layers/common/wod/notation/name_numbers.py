"""Numbers that are part of a movement's name, because they say how it is done: `3-Position`, `2 second pause`."""

import re
from collections.abc import Sequence

from wod.notation.phrases import Found, Phrases
from wod.notation.tokens import Token

KINDS = frozenset({"time", "pause", "pull", "quarter", "positions", "limbs", "implements"})
"""What the phrases of the table `number_in_name` are."""

OF_ONE_REPETITION = frozenset({"time", "positions", "limbs"})
"""Kinds that say nothing of how often the movement is done, even in front of it: `3-Position Snatch + 1 Jerk`."""

_PARTED = frozenset({"limbs", "implements"})
_MOST_PARTED = 2
_QUARTER = re.compile(r"(?:1[\s-]*)?1/4|1?¼|1\.25|1/2|½")


def is_of_name(found: Found, tokens: Sequence[Token]) -> bool:
    """Return whether a phrase of these kinds is meant as one: nobody has three arms, and of fractions only 1 1/4 is."""
    kind = found.says["is"]
    if kind == "quarter":
        return _QUARTER.fullmatch(tokens[found.start].text) is not None
    return kind not in _PARTED or found.values["counted"].least <= _MOST_PARTED


def other_numerals(tokens: list[Token], phrases: Phrases) -> list[Token]:
    """Return the numerals that are no part of a name."""
    others: list[Token] = []
    place = 0
    while place < len(tokens):
        found = phrases.match(tokens, place)
        if found and is_of_name(found, tokens):
            place = found.end
            continue
        if tokens[place].is_numeral:
            others.append(tokens[place])
        place += 1
    return others
