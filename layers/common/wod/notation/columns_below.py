"""Find the sets, repetitions and loads of a movement on lines of their own: `Sets: 5`, `Reps: 3`, `Load: 80%`."""

import re
from collections.abc import Sequence
from functools import cache

from wod.language import normalise, words_of_all_languages

_NAMES = ("sets", "reps", "load", "percent", "tempo", "rpe", "rest")
_BEFORE_VALUE = ("tempo", "rpe", "rest")  # `rest 2:00`
_SETS = re.compile(r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?")
_LINE = re.compile(r"[\s*•–-]*(?P<name>[^\W\d_][^:=\d]{0,20}?)\s*[:=]\s*(?P<value>[^:].{0,30})")


def with_columns_joined(texts: Sequence[str]) -> list[str]:
    """Return the lines with the first of such a run as `5 x 3, 80%, rest 2:00`, and with its others empty.

    A run has sets and repetitions, and nothing twice.
    """
    meant = list(texts)
    place = 0
    while place < len(texts):
        found: dict[str, str] = {}
        while place + len(found) < len(texts) and (column := _column_in(texts[place + len(found)])):
            name, value = column
            if name in found:
                break
            found[name] = value
        if joined := _joined(found):
            meant[place : place + len(found)] = [joined, *[""] * (len(found) - 1)]
        place += max(len(found), 1)
    return meant


def _column_in(text: str) -> tuple[str, str] | None:
    match = _LINE.fullmatch(text) if ":" in text or "=" in text else None
    name = _names().get(normalise(match["name"])) if match else None
    return (name, match["value"]) if match and name else None


def _joined(found: dict[str, str]) -> str:
    sets, reps = found.get("sets", ""), found.get("reps", "")
    if not (_SETS.fullmatch(sets) and reps[:1].isdigit()):
        return ""
    counted = f"{sets} x {reps}" if sets.isdigit() else f"{sets} sets x {reps}"  # `3-4 x 8` may be reps by sets
    others = (
        f"{name} {value}" if name in _BEFORE_VALUE else value for name, value in found.items() if name in _NAMES[2:]
    )
    return ", ".join([counted, *others])


@cache
def _names() -> dict[str, str]:
    return {word: name for name in _NAMES for word in words_of_all_languages("columns", name)}
