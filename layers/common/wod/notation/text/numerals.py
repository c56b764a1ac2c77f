"""Read numerals: numbers that belong together, with their unit.

`60-65%`, `95/65 lb`, `21-15-9`, `2+1`, `1 minute and 30 seconds` and `3 rep max` are one numeral each.
"""

from wod.notation.text.atoms import LARGEST, Atoms
from wod.notation.text.number_runs import DOTS, LENGTHS, SECONDS, Run, read_run
from wod.notation.text.shapes import Numeral, kind_of, shape
from wod.notation.text.units import unit_at

_MOST_DAYS, _MOST_MONTHS = 31, 12
_BARE_SECONDS = range(10, 60, 5)


def read_numeral(atoms: Atoms, place: int, before: str = "", *, unit: str = "") -> tuple[Numeral, int]:
    """Return the numeral that begins at this place, and the place after it.

    `before` is the symbol before it, `unit` its unit if it has none after it.
    """
    atom = atoms.at(place)
    if atom.kind == "tempo":
        return Numeral("{tempo}"), place + 1
    if atom.kind == "feet_or_time":
        return Numeral("{odd}"), place + 1  # `5'10"`
    if atom.kind == "each":
        return Numeral("{interval}", atom.value, atom.value), place + 1
    if atom.kind == "dots":
        return Numeral("{cluster}", items=tuple(map(float, atom.text.split(".")))), place + 1
    run = read_run(atoms, place, before)
    is_open = atoms.at(run.end).text == "+" and atoms.is_glued(run.end) and not atoms.starts_number(run.end + 1)
    if is_open:
        run.end += 1
        if not run.unit:
            run.unit, run.end = unit_at(atoms, run.end)
    elif run.unit not in LENGTHS and (end := _end_of_more(atoms, run.end)):
        is_open, run.end = True, end
        if run.join == "-" and run.items == sorted(run.items):  # `70-75% or more`
            run.items, run.join = run.items[:1], ""
    run.unit = run.unit or unit
    if end := _end_of_second_pair(atoms, run):
        return Numeral("{odd}"), end
    return _typed(atoms, run, is_open=is_open)


def _end_of_second_pair(atoms: Atoms, run: Run) -> int:
    """Return the place after a second pair after a dash, `95/65-135/95 lb`, which has no field; 0 for any other."""
    if run.join != "/" or len(run.items) != 2 or atoms.at(run.end).text != "-" or not atoms.starts_number(run.end + 1):
        return 0
    _, slash = atoms.number(run.end + 1)
    if atoms.at(slash).text != "/" or not atoms.starts_number(slash + 1):
        return 0
    return unit_at(atoms, atoms.number(slash + 1)[1])[1]


def _end_of_more(atoms: Atoms, place: int) -> int:
    """Return the place after `or more` or `and up`; 0 if neither is here, or words go on: `500 m and up the pace`."""
    joint, more, following = atoms.at(place), atoms.at(place + 1), atoms.at(place + 2)
    if joint.entry not in ("or", "and") or more.text.lower() not in atoms.vocabulary.more:
        return 0
    return place + 2 if joint.entry == "or" or following.kind in ("mark", "end") or following.entry == "x" else 0


def _typed(atoms: Atoms, run: Run, *, is_open: bool) -> tuple[Numeral, int]:
    if any(item > LARGEST for item in run.items):
        return Numeral("{huge}"), run.end
    if end := _end_of_ladder(atoms, run):
        return Numeral("{ladder}"), end
    if _is_date(run):
        return Numeral("{odd}"), run.end
    if run.is_clock:
        kind = "time" if run.unit in ("", "min", "s", "h") else "odd"
        return shape(tuple(run.items), run.join, kind, "s", is_open=is_open), run.end
    factor = SECONDS.get(run.unit, 1)
    values, end = tuple(item * factor for item in run.items), run.end
    if factor > 1 and len(values) == 1:
        rest, end = _smaller_unit(atoms, end, run.unit)
        values = (values[0] + rest,)
    return shape(values, run.join, kind_of(run.unit), run.unit, is_open=is_open), end


def _end_of_ladder(atoms: Atoms, run: Run) -> int:
    """Return the place after a ladder that is only partly written, so that no one knows its sets.

    `3-6-9-12…`, `1-2-3-etc.`, `10-9-8…1`; 0 for any other list: `21-15-9…` has an end.
    """
    if len(run.items) < 3 or run.unit:
        return 0
    end = _after_dash(atoms, run.end)
    has_dots = atoms.at(end).text in DOTS
    if has_dots:
        last = _after_dash(atoms, end + 1)
        if atoms.starts_number(last):
            return atoms.number(last)[1]
        end += 1
    if run.items != sorted(set(run.items)):
        return 0
    if atoms.at(end).entry == "etc":
        return end + (2 if atoms.at(end + 1).text == "." else 1)
    return end if has_dots else 0


def _after_dash(atoms: Atoms, place: int) -> int:
    return place + 1 if atoms.at(place).text in ("-", ",", "/") else place


def _is_date(run: Run) -> bool:
    """Return whether three numbers between slashes are a day: `3/1/21`, and no sets, `5/3/1` or `12/9/6`."""
    if run.join != "/" or len(run.items) != 3 or run.unit:
        return False
    first, second, year = run.items
    return max(first, second) <= _MOST_DAYS and min(first, second) <= _MOST_MONTHS and year > max(first, second, 9)


def _smaller_unit(atoms: Atoms, place: int, unit: str) -> tuple[float, int]:
    """Return the seconds of a smaller unit, `1 minute and 30 seconds`, and the place after them.

    `1 min, 30 s rest` are work and rest.
    """
    start = place + 1 if atoms.at(place).text == "," or atoms.at(place).entry == "and" else place
    if atoms.starts_number(start):
        value, end = atoms.number(start)
        smaller, end = unit_at(atoms, end)
        is_rest = atoms.at(place).text == "," and atoms.at(end).entry == "rest"
        if (unit, smaller) in (("min", "s"), ("h", "min")) and value < 60 and not is_rest:
            return value * SECONDS.get(smaller, 1), end
        if unit == "min" and start == place and _are_bare_seconds(atoms, value, end):
            return value, end
    return 0, place


def _are_bare_seconds(atoms: Atoms, value: float, end: int) -> bool:
    """Return whether a number after minutes is their seconds, as nothing but a rest follows: `1 min 30 rest`."""
    following = atoms.at(end)
    is_last = following.kind == "end" or following.text in ("(", ")") or following.entry == "rest"
    return is_last and value in _BARE_SECONDS
