"""Tell apart the capital X of a tempo, `31X0`, and that of sets by repetitions, `3X10`, which look alike."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from wod.notation.text.tokens import Token

SURE = "tempo"
"""The unit of a tempo that is certainly no sets."""

_SETS_OR_TEMPO = re.compile(
    r"(?<![\w.\-@])(?<!@\s)(?:\dX\d\d|[6-9]\dX[1-9]|(?:(?<=[%#])|(?<=[%#\dgGbB]\s))X[1-9]X[1-9])(?![\w%]|[.\-]\w)"
)
_BEHIND_NAME = re.compile(r"\w.*?[\s(@](?:\dX\d\d|[6-9]\dX[1-9])(?![\w%]|[.\-]\w)")
_SETS = re.compile(r"(?<!\w)(?P<number>\d+)\s?[xX]\s?\d")
_MOST_LINES = 8  # between the sets of a movement


def with_small_x(line: str) -> str:
    """Return a line with the X of `3X10`, `65X2` and `80% X3X4` as a small one, which is that of sets."""
    return _SETS_OR_TEMPO.sub(lambda found: found[0].lower(), line)


def is_sets_or_tempo(line: str) -> bool:
    """Return whether a line is only `3X10`, a tempo or sets."""
    return _SETS_OR_TEMPO.fullmatch(line.strip()) is not None


def ends_with_sets_or_tempo(line: str) -> bool:
    """Return whether `3X10` is in a line behind other words, `Bench Press 3X10`."""
    return _BEHIND_NAME.match(line.strip()) is not None


def last_sets_are_alike(lines: Sequence[str]) -> bool:
    """Return whether the nearest line with sets by repetitions, from the end, has a capital X or a load before it."""
    found = (_SETS.search(line) for line in islice(reversed(lines), _MOST_LINES))
    nearest = next(filter(None, found), None)
    return nearest is not None and ("X" in nearest[0] or len(nearest["number"]) > 1)


def with_sure_tempos(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a line whose tempos are certainly no sets."""
    return [replace(token, unit=SURE) if token.symbol == "{tempo}" else token for token in tokens]
