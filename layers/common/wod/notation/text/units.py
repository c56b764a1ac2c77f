"""Find the unit after a number: a sign such as `%` or `#`, a word, or a word after a hyphen."""

from wod.notation.text.atoms import Atoms

type UnitAndEnd = tuple[str, int]

_SHORT = frozenset("mMkKs")  # letters that are a unit even after a space: `5 m`, not `5 c`
_LONGEST_WITH_DOT = 4


def unit_at(atoms: Atoms, place: int) -> UnitAndEnd:
    """Return the unit at this place and the place after it; an empty text and the same place without a unit."""
    kind = atoms.at(place).kind
    if kind == "mark":
        return _mark(atoms, place)
    if kind == "word":
        return _word(atoms, place)
    return "", place


def _mark(atoms: Atoms, place: int) -> UnitAndEnd:
    mark = atoms.at(place).text
    if mark == "%":
        return "%", place + 1
    if mark == "#" and not (atoms.is_glued(place + 1) and atoms.starts_number(place + 1)):  # `#1` is the first
        return "lb", place + 1
    if not atoms.is_glued(place):
        return "", place
    if mark == "'" and atoms.at(place + 1).text == "'" and atoms.is_glued(place + 1):
        return '"', place + 2
    if mark in ('"', "'"):
        return mark, place + 1
    if mark == "-" and atoms.is_glued(place + 1) and atoms.at(place + 1).kind == "word":
        word = atoms.at(place + 1).text
        unit = atoms.vocabulary.unit(word)
        is_unit = unit not in ("", "th") and (word.lower() != "in" or _stand_before_box(atoms, place + 2))
        return (unit, _after_dot(atoms, place + 1)) if is_unit else ("", place)
    return "", place


def _word(atoms: Atoms, place: int) -> UnitAndEnd:
    word, glued = atoms.at(place).text, atoms.is_glued(place)
    unit = atoms.vocabulary.unit(word)
    if word == "HR":  # `21 HR Push-Ups`, with hand release
        return "", place
    if unit == "th":
        return (unit, place + 1) if glued else ("", place)
    if unit == "rm" and word.lower() != "rm":
        return _rep_max(atoms, place)
    if not unit or (word.lower() == "in" and not _is_inches(atoms, place)):
        return "", place
    if len(word) == 1 and not glued and word not in _SHORT:
        return "", place
    return unit, _after_dot(atoms, place)


def _after_dot(atoms: Atoms, place: int) -> int:
    """Return the place after a unit, and after the dot of an abbreviation: `75 lbs./55 lbs.`"""
    is_short = len(atoms.at(place).text) <= _LONGEST_WITH_DOT
    if is_short and atoms.at(place + 1).text == "." and atoms.is_glued(place + 1):
        after = atoms.at(place + 2)
        if after.text in ("/", ")", ",", "-") or after.kind == "word":
            return place + 2
    return place + 1


def _rep_max(atoms: Atoms, place: int) -> UnitAndEnd:
    """Return the unit of `3 rep max` or `3 rep-max`; `3 reps` has none."""
    end = place + 2 if atoms.at(place + 1).text == "-" else place + 1
    return ("rm", end + 1) if atoms.at(end).entry == "max" else ("", place)


def _is_inches(atoms: Atoms, place: int) -> bool:
    """Return whether `in` is a unit, because of what is beside it: `24in`, `(24 in)`, `24 in box`."""
    after = atoms.at(place + 1)
    ends = after.kind == "end" or after.text in (")", ",", "/")
    return atoms.is_glued(place) or ends or _stand_before_box(atoms, place + 1)


def _stand_before_box(atoms: Atoms, place: int) -> bool:
    """Return whether a box is here, after the dot of an abbreviation or without it: `24-in. box`."""
    has_dot = atoms.at(place).text == "." and atoms.is_glued(place)
    return atoms.at(place + 1 if has_dot else place).entry == "box"
