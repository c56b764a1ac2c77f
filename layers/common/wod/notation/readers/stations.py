"""Find lines that count up, `1 min: 7 Burpees` and `2 min: 5 Pull-Ups`, or `1 – 7 Burpees`, which look like ranges.

They are the stations of a rotation, or a numbered list.
"""

import re
from collections.abc import Sequence

from wod.notation.grammar.marks import skip
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import tokenise
from wod.notation.text.vocabulary import Vocabulary

_BULLETS = " \t*•-"
_MARKS = frozenset({":", "-"})
_MOST = 9  # minutes
_GLUED = re.compile(rf"[{_BULLETS}]*1[-–—]\s+(?=[^\W_])")  # `1- 5 Pull-Ups`, which is not a range
_NUMBERED = re.compile(rf"[{_BULLETS}]*(\d)\s*[-–—]\s+(?=[^\W_])")


def with_stations(texts: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Return lines with `1 min: 7 Burpees` as `Minute 1: 7 Burpees` and with `1 – 7 Burpees` as `1) 7 Burpees`.

    Only several of them, which count from 1, are such a list.
    """
    meant = list(texts)
    starts = [place for place, text in enumerate(texts) if text.lstrip(_BULLETS)[:1] == "1"]
    for start in starts:
        numbered = _GLUED.match(texts[start]) or (start > 0 and _opens_rotation(texts[start - 1], vocabulary))
        lines: list[str] = []
        while start + len(lines) < len(texts):
            line = _station(texts[start + len(lines)], len(lines) + 1, vocabulary, numbered=bool(numbered))
            if not line:
                break
            lines.append(line)
        if len(lines) > 1:
            meant[start : start + len(lines)] = lines
    return meant


def _opens_rotation(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a line states an interval, below which numbers belong to stations: `EMOM 12`."""
    return any(token.symbol in ("emom", "every") for token in tokenise(normalise_marks(text), vocabulary))


def _station(text: str, number: int, vocabulary: Vocabulary, *, numbered: bool) -> str:
    """Return the line as that minute of a rotation, or with its number in a list; empty for any other line."""
    if text.lstrip(_BULLETS)[:1] != str(number) or number > _MOST:
        return ""
    if numbered and (dash := _NUMBERED.match(text)):
        return f"{number}) {text[dash.end() :]}"
    line = normalise_marks(text)
    tokens = tokenise(line, vocabulary)
    start = skip(tokens)
    minute, mark, work = (*tokens[start : start + 3], *[tokens[-1]] * 3)[:3]
    is_minute = minute.unit == "min" and minute.least == minute.most == 60 * number
    if not (is_minute and mark.symbol in _MARKS and work.is_numeral):
        return ""
    return f"Minute {number}: {text[work.start :]}"
