"""Write a row of a table as a line of training, if its columns say what they are: sets, repetitions, percents, rest."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from wod.column_names import meanings_of, said, sets_by_reps
from wod.language import any_of, normalise, spellings_of_units, words_of_all_languages
from wod.reading.html.labels import names_week

_COUNTS = ("set", "sets", "reps", "sets_by_reps", "reps_by_sets")
_COLUMNS = (*_COUNTS, "percent", "load", "rpe", "rest", "tempo", "notes")
_COUNTED = ({"sets", "reps"}, {"sets_by_reps"}, {"reps_by_sets"}, {"set", "reps"})
"""Columns that a table has to have: one set in each row, or the sets of one movement."""
_FEWEST_WEEKS = 2
_LEAST_PERCENT = 30  # a lower number may be an RPE
_AROUND_HEADINGS = " *:."
_ONLY_NUMBERS = re.compile(r"[\d.,]+(?:\s?[-–]\s?[\d.,]+)?")
_PAIR = re.compile(r"[\d.,]+/[\d.,]+")  # `60/40`, of men and of women
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"\w+")
_UNITS = ("kg", "lb", "s", "min")
_OF_SET = re.compile(r"\d+/\d+")  # `5/3`, under `Sets/Reps`
_BY = re.compile(r"\s?(?:×|(?<![^\W\d_])x(?=\s?\d))\s?", re.IGNORECASE)
_SETS = re.compile(r"(?P<sets>\d+(?:[-–]\d+)?)(?P<more>\s?[@(].*)?")
_DITTO = re.compile(r"[\"“”″〃'’]{1,2}")


@dataclass(frozen=True)
class Column:
    """A column of a table. Its name is in _COLUMNS, `week`, or "" for any other."""

    name: str
    heading: str
    unit: str = ""
    """The unit of its numbers that have none."""


_UNNAMED = Column("", "")


def columns_named(headings: Sequence[str]) -> dict[int, Column]:
    """Return the columns of a table by their places; empty unless a row says how sets are counted, or names weeks."""
    weeks = {place: Column("week", heading) for place, heading in enumerate(headings) if names_week(heading)}
    if len(weeks) >= _FEWEST_WEEKS:
        return weeks
    found = {place: _column(heading) for place, heading in enumerate(headings)}
    names = {column.name for column in found.values()}
    return found if any(counted <= names for counted in _COUNTED) else {}


def in_notation(cells: Sequence[str], columns: Mapping[int, Column], *, is_below_movement: bool = False) -> str:
    """Return the cells of a row as in running text: `Bench Press 3 x 8, rest 90 s` or `Set 1: 5 reps, 65%`.

    Empty if the row lacks its movement or a number; `is_below_movement` says that the movement may be that above.
    """
    first = min(place for place, column in columns.items() if column.name)
    named = [(columns.get(place, _UNNAMED), text) for place, text in enumerate(cells) if text]
    if columns[first].name == "week":
        # the row of several weeks is not read, because nothing says which week the day is in
        after = [f"{column.heading} {text}".strip() for column, text in named[len([*filter(None, cells[:first])]) :]]
        return " ".join([*filter(None, cells[:first]), ", ".join(after)])
    if any(column.name == "set" for column in columns.values()) and any(not column.name for column, _ in named):
        return ""  # a column of exercises, which `Set` numbers
    words, asides = _movement(cells[:first])
    others = [_said(columns[place], cells[place]) for place in asides]
    others += [_said(columns.get(place, _UNNAMED), text) for place, text in enumerate(cells) if place >= first and text]
    others.sort(key=lambda text: not _DIGIT.search(text))  # words go on to the end of the line: `Heavy`, `strict`
    counted = _counted(words, {column.name: text for column, text in named}, is_below_movement=is_below_movement)
    line = ", ".join([counted, *filter(None, others)]) if counted else ""
    stated = [text for text in cells if not (text == words and _is_ditto(text))]
    return line if _words(stated) <= _words([line]) else ""


def _words(texts: Sequence[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def _movement(cells: Sequence[str]) -> tuple[str, list[int]]:
    """Return the name in the cells before the counts, and the places of those after it that have a number."""
    words: list[str] = []
    asides: list[int] = []
    for place, text in enumerate(cells):
        if place and _DIGIT.search(text) and (not words or any(map(_LETTERS.search, words))):
            asides.append(place)
        elif text:
            words.append(text)
    return " ".join(words), asides


def _column(heading: str) -> Column:
    text = normalise(heading).strip(_AROUND_HEADINGS)
    if name := meanings_of(*_COLUMNS).get(text):
        return Column(name, heading)
    if _unit().fullmatch(text):
        return Column("load", heading, text)
    match = _with_unit().fullmatch(text)
    name = meanings_of(*_COLUMNS).get(match["name"]) if match else None
    return Column(name, heading, match["unit"]) if match and name else Column("", heading)


def _counted(words: str, stated: Mapping[str, str], *, is_below_movement: bool) -> str:
    """Return the movement with its sets and repetitions, or the set with its repetitions."""
    sets, reps, number = (stated.get(name, "") for name in ("sets", "reps", "set"))
    number = number.rstrip(".")
    if number.isdigit() and reps[:1].isdigit() and not sets:
        return f"Set {number}: {reps} reps"
    if is_below_movement and _is_ditto(words):
        words = ""
    if not (words or is_below_movement):
        return ""
    if "sets_by_reps" in stated:
        pair = stated["sets_by_reps"]
        if words and not _DIGIT.search(pair):
            return f"{words}: {pair}"  # `Snatch: build to a max`
        return f"{words} {pair.replace('/', ' x ') if _OF_SET.fullmatch(pair) else pair}".strip()
    if "reps_by_sets" in stated:
        return f"{words} {_turned(stated['reps_by_sets'])}".strip()
    if sets[:1].isdigit() and reps:
        return f"{words} {sets_by_reps(sets, reps)}".strip()
    return ""


def _turned(text: str) -> str:
    """Return `5 x 3` of repetitions by sets as sets by repetitions; anything else stays, and is not read."""
    turned = []
    for pair in text.split(","):
        reps, *after = pair.strip().split("/") if _OF_SET.fullmatch(pair.strip()) else _BY.split(pair.strip())
        match = _SETS.fullmatch(after[0]) if len(after) == 1 else None
        if not (reps and match):
            return f"reps x sets {text}"
        turned.append(f"{match['sets']} x {reps}{match['more'] or ''}")
    return ", ".join(turned)


def _said(column: Column, text: str) -> str:
    """Return the text of a cell with the name and the unit of its column, if it is only numbers; empty for counts."""
    if column.name in _COUNTS:
        return ""
    if not column.name:
        # `Max`, `Last week`: its number is not that of today
        return f"{column.heading} {text}".strip() if _DIGIT.search(text) else text
    is_number = _ONLY_NUMBERS.fullmatch(text) is not None
    if column.name == "percent":
        return f"{text}%" if is_number and float(re.split("[.,]", text)[0][:2]) >= _LEAST_PERCENT else text
    is_number = is_number or _PAIR.fullmatch(text) is not None
    with_unit = f"{text} {column.unit}" if is_number and column.unit else text
    return said(column.name, with_unit) if text[0].isdigit() else with_unit


def _is_ditto(text: str) -> bool:
    return _DITTO.fullmatch(text) is not None or normalise(text) in words_of_all_languages("columns", "ditto")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"{any_of(spellings_of_units('kg', 'lb'))}")


@cache
def _with_unit() -> re.Pattern[str]:
    """Return the pattern of a heading with a unit: `Load (kg)`, `Rest, sec`."""
    return re.compile(rf"(?P<name>[^\W\d].*?)\s*[(\[,]\s*(?P<unit>{any_of(spellings_of_units(*_UNITS))})\.?\s*[)\]]?")
