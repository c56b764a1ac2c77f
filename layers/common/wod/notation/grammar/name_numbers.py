"""Recognise numbers that are part of a movement's name: `3-Position`, `2 second pause`."""

import re
from collections.abc import Sequence

from wod.notation.grammar.phrases import Found, Phrases
from wod.notation.text.tokens import Token

KINDS = frozenset({"time", "pause", "pull", "quarter", "positions", "limbs", "implements", "degrees"})
"""The kinds of phrases in the table `number_in_name`."""

OF_ONE_REPETITION = frozenset({"time", "positions", "limbs", "degrees"})
"""Kinds that are never the reps of a movement, even before it: `3-Position Snatch + 1 Jerk`."""

_PARTED = frozenset({"limbs", "implements"})
_MOST_PARTED = 2
_QUARTER = re.compile(r"(?:1[\s-]*)?1/4|1?¼|1\.25|1/2|½")


def is_part_of_name(found: Found, tokens: Sequence[Token]) -> bool:
    """Return whether a phrase of these kinds is part of a name: three arms are not, nor is any fraction but a few."""
    kind = found.says["is"]
    if kind == "quarter":
        return _QUARTER.fullmatch(tokens[found.start].text) is not None
    return kind not in _PARTED or found.values["counted"].least <= _MOST_PARTED


def other_numerals(tokens: list[Token], phrases: Phrases) -> list[Token]:
    """Return the numerals that are not part of a name."""
    others: list[Token] = []
    place = 0
    while place < len(tokens):
        found = phrases.match(tokens, place)
        if found and is_part_of_name(found, tokens):
            place = found.end
            continue
        if tokens[place].is_numeral:
            others.append(tokens[place])
        place += 1
    return others
