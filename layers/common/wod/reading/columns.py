"""Write a row of a table as a line of training, if its columns say what they are: sets, repetitions, percents, rest."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from wod.language import any_of, normalise, spellings_of_units, words_of_all_languages
from wod.reading.labels import names_week

_COLUMNS = ("set", "sets", "reps", "sets_by_reps", "percent", "load", "rpe", "rest", "tempo")
_COUNTED = ({"sets", "reps"}, {"sets_by_reps"}, {"set", "reps"})
"""Columns that a table has to have: one set in each row, or the sets of one movement."""
_NAMED_BEFORE = ("rest", "tempo", "rpe")  # `rest 90 s`, `RPE 8`
_FEWEST_WEEKS = 2
_LEAST_PERCENT = 30  # a lower number may be an RPE
_AROUND_HEADINGS = " *:."
_ONLY_NUMBERS = re.compile(r"[\d.,]+(?:\s?[-–]\s?[\d.,]+)?")
_DIGIT = re.compile(r"\d")
_UNITS = ("kg", "lb", "s", "min")
_DITTO = re.compile(r"[\"“”″〃'’]{1,2}")


@dataclass(frozen=True)
class Column:
    """What a column of a table has: its name in _COLUMNS, or `week`, and the unit of its numbers."""

    name: str
    heading: str
    unit: str = ""


def columns_named(headings: Sequence[str]) -> dict[int, Column]:
    """Return the columns of a table by their places; empty unless a row says how sets are counted, or names weeks."""
    weeks = {place: Column("week", heading) for place, heading in enumerate(headings) if names_week(heading)}
    if len(weeks) >= _FEWEST_WEEKS:
        return weeks
    found = {place: column for place, heading in enumerate(headings) if (column := _column(heading))}
    names = {column.name for column in found.values()}
    return found if any(counted <= names for counted in _COUNTED) else {}


def in_notation(cells: Sequence[str], columns: Mapping[int, Column], *, is_below_movement: bool = False) -> str:
    """Return the cells of a row as in running text: `Bench Press 3 x 8, rest 90 s` or `Set 1: 5 reps, 65%`.

    Empty if the row lacks its movement or a number; `is_below_movement` says that the movement may be that above.
    """
    first = min(columns)
    words = " ".join(filter(None, cells[:first]))
    named = [(columns.get(place, Column("", "")), text) for place, text in enumerate(cells) if text]
    if columns[first].name == "week":
        # the row of several weeks is not read, because nothing says which week the day is in
        return " ".join([words, ", ".join(f"{column.heading} {text}" for column, text in named if column.name)])
    if any(column.name == "set" for column in columns.values()) and any(not column.name for column, _ in named):
        return ""  # a column of exercises, which `Set` numbers
    others = [
        _said(columns.get(place, Column("", "")), text) for place, text in enumerate(cells) if place > first and text
    ]
    others.sort(key=lambda text: not _DIGIT.search(text))  # words go on to the end of the line: `Heavy`, `strict`
    counted = _counted(words, {column.name: text for column, text in named}, is_below_movement=is_below_movement)
    return ", ".join([counted, *filter(None, others)]) if counted else ""


def _column(heading: str) -> Column | None:
    text = normalise(heading).strip(_AROUND_HEADINGS)
    name = _names_of_columns().get(text)
    if name:
        return Column(name, heading)
    match = _with_unit().fullmatch(text)
    name = _names_of_columns().get(match["name"]) if match else None
    return Column(name, heading, match["unit"]) if match and name else None


def _counted(words: str, stated: Mapping[str, str], *, is_below_movement: bool) -> str:
    """Return the movement with its sets and repetitions, or the set with its repetitions."""
    sets, reps, number = (stated.get(name, "") for name in ("sets", "reps", "set"))
    number = number.rstrip(".")
    if number.isdigit() and reps[:1].isdigit() and not sets:
        return f"Set {number}: {reps} reps"
    if is_below_movement and (
        _DITTO.fullmatch(words) or normalise(words) in words_of_all_languages("columns", "ditto")
    ):
        words = ""
    if not (words or is_below_movement):
        return ""
    if "sets_by_reps" in stated:
        return f"{words} {stated['sets_by_reps']}".strip()
    if sets[:1].isdigit() and reps:
        # `3-4 x 8` may be reps by sets
        return f"{words} {sets if sets.isdigit() else f'{sets} sets'} x {reps}".strip()
    return ""


def _said(column: Column, text: str) -> str:
    """Return the text of a cell with the name and the unit of its column, if it is only numbers; empty for counts."""
    if column.name in ("set", "sets", "reps", "sets_by_reps"):
        return ""
    is_number = _ONLY_NUMBERS.fullmatch(text) is not None
    if column.name == "percent":
        return f"{text}%" if is_number and float(re.split("[.,]", text)[0][:2]) >= _LEAST_PERCENT else text
    with_unit = f"{text} {column.unit}" if is_number and column.unit else text
    return f"{column.name} {with_unit}" if column.name in _NAMED_BEFORE and text[0].isdigit() else with_unit


@cache
def _names_of_columns() -> dict[str, str]:
    return {word: name for name in _COLUMNS for word in words_of_all_languages("columns", name)}


@cache
def _with_unit() -> re.Pattern[str]:
    """Return the pattern of a heading with a unit: `Load (kg)`, `Rest, sec`."""
    return re.compile(rf"(?P<name>[^\W\d].*?)\s*[(\[,]\s*(?P<unit>{any_of(spellings_of_units(*_UNITS))})\.?\s*[)\]]?")
