"""Find sets, repetitions and loads on lines of their own: `Sets: 5`, `Reps: 3`, `Load: 80%`, or `5 sets`, `3 reps`."""

import re
from collections.abc import Sequence
from functools import cache

from wod.language import normalise, words_of_all_languages

_NAMES = ("sets", "reps", "load", "percent", "tempo", "rpe", "rest")
_COUNTED = ("sets", "reps")
_BEFORE_VALUE = ("tempo", "rpe", "rest")  # `rest 2:00`
_COUNT = re.compile(r"[\s*•–-]*(?P<value>\d{1,2}(?:\s?[-–]\s?\d{1,2})?)\s(?P<name>[^\W\d_]+)")
_SETS = re.compile(r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?")
_LINE = re.compile(r"[\s*•–-]*(?P<name>[^\W\d_][^:=\d]{0,20}?)\s*[:=]\s*(?P<value>[^:].{0,30})")


def with_columns_joined(texts: Sequence[str]) -> list[str]:
    """Return the lines with the repetitions of such a run as `5 x 3, 80%, rest 2:00`, and with its others empty.

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
            meant[place : place + len(found)] = [joined if name == "reps" else "" for name in found]
        place += max(len(found), 1)
    return meant


def _column_in(text: str) -> tuple[str, str] | None:
    has_name_first = ":" in text or "=" in text
    match = (_LINE if has_name_first else _COUNT).fullmatch(text)
    name = _names().get(normalise(match["name"])) if match else None
    if match is None or name is None or not (has_name_first or name in _COUNTED):
        return None
    return name, match["value"]


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
