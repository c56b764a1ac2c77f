"""Find sets, repetitions and loads on lines of their own: `Sets: 5`, `Reps: 3`, `Load: 80%`, or `5 sets`, `3 reps`."""

import re
from collections.abc import Sequence
from functools import cache

from wod.column_names import meanings_of, said, sets_by_reps
from wod.language import normalise, words_of_all_languages

_NAMES = ("sets", "reps", "load", "percent", "tempo", "rpe", "rest")
COUNTED = ("sets", "reps")
"""The columns without which there is no such run."""
_LEAST_SECONDS = 20  # of a rest without a unit: fewer may be minutes
_COUNT = re.compile(r"[\s*•–-]*(?P<value>\d{1,2}(?:\s?[-–]\s?\d{1,2})?)\s(?P<name>[^\W\d_]+)")
_SETS = re.compile(r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?")
_RANGE = re.compile(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?")
_NUMBER = re.compile(r"\d+")
_LINE = re.compile(r"[\s*•–-]*(?P<name>[^\W\d_][^:=\d]{0,20}?)\s*[:=]\s*(?P<value>[^:].{0,30})")


type Columns = list[tuple[str, str]]
"""The names and the values of lines that follow one another."""


def columns_below(texts: Sequence[str]) -> dict[int, Columns]:
    """Return the runs of such lines that have both sets and repetitions, by the places of their first lines."""
    runs: dict[int, Columns] = {}
    place = 0
    while place < len(texts):
        run: Columns = []
        while place + len(run) < len(texts) and (column := _column_in(texts[place + len(run)])):
            run.append(column)
        if {name for name, _ in run}.issuperset(COUNTED):
            runs[place] = run
        place += max(len(run), 1)
    return runs


def joined(columns: Columns) -> str:
    """Return such lines as one, `5 x 3, 80%, rest 2:00`; empty if they name several values that are not set by set.

    `3 sets`, `12 reps`, `10 reps` and `8 reps` are `12-10-8`.
    """
    values: dict[str, list[str]] = {}
    for name, value in columns:
        values.setdefault(name, []).append(value)
    sets, reps = values.pop("sets"), values.pop("reps")
    if len(sets) > 1 or any(len(several) > 1 for several in values.values()) or not _SETS.fullmatch(sets[0]):
        return ""
    if len(reps) > 1:
        counted = "-".join(reps) if str(len(reps)) == sets[0] and all(map(str.isdigit, reps)) else ""
    elif reps[0][:1].isdigit():
        counted = sets_by_reps(sets[0], reps[0])
    else:
        counted = ""
    return ", ".join([counted, *(_written(name, value) for name, [value] in values.items())]) if counted else ""


def _written(name: str, value: str) -> str:
    numbers = [int(number) for number in _NUMBER.findall(value)] if _RANGE.fullmatch(value) else []
    if numbers and name == "percent":
        value = f"{value}%"
    elif numbers and name == "rest" and min(numbers) >= _LEAST_SECONDS:
        value = "-".join(f"{number // 60}:{number % 60:02}" for number in numbers)
    return said(name, value)


def _column_in(text: str) -> tuple[str, str] | None:
    has_name_first = ":" in text or "=" in text
    match = (_LINE if has_name_first else _COUNT).fullmatch(text)
    name = _meanings().get(normalise(match["name"])) if match else None
    if match is None or name is None or not (has_name_first or name in COUNTED):
        return None
    return name, match["value"]


@cache
def _meanings() -> dict[str, str]:
    scores = words_of_all_languages("columns", "rounds")
    return {word: name for word, name in meanings_of(*_NAMES).items() if word not in scores}
