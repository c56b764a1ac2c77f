"""Write a row of a table as a line of training, if its columns say what they are: sets, repetitions, percents, rest."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from wod.language import normalise, words_of_all_languages

_COLUMNS = ("set", "sets", "reps", "sets_by_reps", "percent", "rest", "tempo")
_COUNTED = ({"sets", "reps"}, {"sets_by_reps"}, {"set", "reps"})
"""Columns that a table has to have: one set in each row, or the sets of one movement."""
_LEAST_PERCENT = 30  # a lower number may be an RPE
_AROUND_HEADINGS = " *:."
_ONLY_NUMBERS = re.compile(r"[\d.,]+(?:\s?[-–]\s?[\d.,]+)?")


def columns_named(headings: Sequence[str]) -> dict[int, str]:
    """Return the meanings of columns by their places; empty unless the headings of a row say how sets are counted."""
    named = (_names_of_columns().get(normalise(heading).strip(_AROUND_HEADINGS)) for heading in headings)
    found = {place: name for place, name in enumerate(named) if name}
    return found if any(counted <= set(found.values()) for counted in _COUNTED) else {}


def in_notation(cells: Sequence[str], columns: Mapping[int, str]) -> str:
    """Return the cells of a row as in running text: `Bench Press 3 x 8, rest 90 s` or `Set 1: 5 reps, 65%`.

    Empty if the row lacks its movement or a number.
    """
    first = min(columns)
    words = " ".join(filter(None, cells[:first]))
    if "set" in columns.values() and any(text and place not in columns for place, text in enumerate(cells)):
        return ""  # a column of exercises, which `Set` numbers
    stated = {columns[place]: text for place, text in enumerate(cells) if place in columns and text}
    others = [_said(columns.get(place, ""), text) for place, text in enumerate(cells) if place > first and text]
    counted = _counted(words, stated)
    return ", ".join([counted, *filter(None, others)]) if counted else ""


def _counted(words: str, stated: Mapping[str, str]) -> str:
    """Return the movement with its sets and repetitions, or the set with its repetitions."""
    sets, reps, number = (stated.get(name, "") for name in ("sets", "reps", "set"))
    number = number.rstrip(".")
    if number.isdigit() and reps[:1].isdigit() and not (words or sets):
        return f"Set {number}: {reps} reps"
    if words and "sets_by_reps" in stated:
        return f"{words} {stated['sets_by_reps']}"
    if words and sets[:1].isdigit() and reps:
        return f"{words} {sets if sets.isdigit() else f'{sets} sets'} x {reps}"  # `3-4 x 8` may be reps by sets
    return ""


def _said(name: str, text: str) -> str:
    """Return the text of a cell with the name of its column, if it is only numbers; empty for the counted ones."""
    if name in ("set", "sets", "reps", "sets_by_reps"):
        return ""
    if name == "percent":
        return f"{text}%" if _ONLY_NUMBERS.fullmatch(text) and float(text[:2]) >= _LEAST_PERCENT else text
    return f"{name} {text}" if name and text[0].isdigit() else text


@cache
def _names_of_columns() -> dict[str, str]:
    return {word: name for name in _COLUMNS for word in words_of_all_languages("columns", name)}
