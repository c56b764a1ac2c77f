"""Find what is before the words of a line: bullets, and a label such as `A1.`, `2)` or `1A`."""

import re
from typing import NamedTuple

# Bullets, and not the sign of `-10%`
_BULLET = re.compile(r"(?:[\s*•·‣▪◦●>~|]|-(?!(?:[1-9]|[12]\d|30)(?:-\d\d?)?\s?%)|\.{2,}+)*(?:#{1,6}\s+)?[\s*]*")
# `A1.` `B2)` `1)` `2.` `1a)` `(a)` `1A Lunge` `A1 Press` at the beginning of the line; `C2 Row` is a machine's name,
# and a number behind `M:` or `W:` is for men or women
_LABEL = re.compile(
    r"(?![MmWw]:\s*\d+(?:\.\d+)?\s*(?:kg|lb|#))(?:(?:(?P<number>\d{1,2})|[A-Za-z]\d{0,2}|\d{1,2}[a-eA-E])(?:[.:]?\)[.:]*|[.:]+(?!\d))|\([A-Za-z]\d?\)|\d[A-D](?=\s[A-Z][a-z])"
    r"|(?!C2\s+(?:[Rr]ow|[Bb]ike|[Ss]ki|[Ee]rg))[A-E][1-9](?=\s(?:[A-Z][a-z]|\d)))"
    r"\s*(?=[^\W_]|[(\[\"“@:+])"
)
_LETTERS = "abcdef"
_TURN = re.compile(r"\(?(?:(?P<letter>[A-Fa-f])|[Mm](?P<minute>[1-9]))(?![^\W_])")


class Start(NamedTuple):
    """The place of the first word of a line, the number of its label if that is one, and whether it has a label.

    `turn` is 2 for `B.`, `b)` and `M2:` as well, which count the lines below a clock.
    """

    place: int
    number: int | None
    is_labelled: bool
    turn: int | None = None


def start_of(line: str) -> Start:
    """Return where the words of a line begin, after bullets and a label."""
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    label = _LABEL.match(line, start)
    if not label:
        return Start(start, None, is_labelled=False)
    number = int(label["number"]) if label["number"] else None
    turn = _TURN.match(label[0])
    if number is None and turn:
        by_letter = 1 + _LETTERS.index(turn["letter"].lower()) if turn["letter"] else int(turn["minute"])
        return Start(label.end(), None, is_labelled=True, turn=by_letter)
    return Start(label.end(), number, is_labelled=True, turn=number)
