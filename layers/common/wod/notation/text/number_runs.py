"""Join numbers that belong together, with the unit that they share: `60-65%`, `95/65 lb`, `21-15-9`, `2+1`."""

from dataclasses import dataclass

from wod.notation.text.atoms import Atoms
from wod.notation.text.shapes import WEIGHTS
from wod.notation.text.units import unit_at

DOTS = ("…", "...")
LENGTHS = ('"', "'", "in", "cm")
SECONDS = {"min": 60, "h": 3600}
"""Seconds in each longer unit of time."""

_LONGEST_LIST = 30
_LEAST_LISTED = 15  # of percents and weights; lower numbers may be reps, `3, 76%`
_MOST_PERCENT = 200
_LEAST_PERCENT = 20  # before a dash with spaces; lower numbers may be reps
_JOINS = {"-": "-", "/": "/", ",": ",", "+": "+", "…": "-", "...": "-", "to": "-", "or": "-", "&": ",", "and": ","}
_WIDEST = 3  # of a range with spaces, the ratio of its ends
_LONGEST_HOLD = 40  # seconds, of a wide range: longer times are rests
_TIMES = frozenset({"s", "min", "h"})
_OF_SETS = frozenset({"m", "cal"})
"""The units of the amounts of sets, `500, 400, 300 m`."""

_BEFORE_RESTS = frozenset({"w", "with", "rest"})
_OPENING, _CLOSING = ("(", "["), (")", "]")
_NUMBERED = frozenset({"set", "minute", "station", "#", "part"})
_NUMBERED_OR_DATED = _NUMBERED | {"week", "day"}
_BEFORE_RANGES = frozenset({"x", "@", "of", "for", "rest", "rpe", *_OPENING})
_AFTER_LISTS = frozenset({"+", ")", "]", "@", ".", ";", "("})


@dataclass(slots=True)
class Run:
    """The numbers that are joined so far.

    `before` is the symbol of the token before them, `is_after_sets` whether they touch the `3x` of sets, `join` the
    mark between them, `is_spaced` whether it has spaces, `end` the place after them.
    """

    before: str
    items: list[float]
    end: int
    unit: str = ""
    join: str = ""
    is_spaced: bool = False
    is_clock: bool = False
    is_after_sets: bool = False


@dataclass(frozen=True, slots=True)
class _Joint:
    """The mark between a run and the number at the place `following`."""

    join: str
    is_spaced: bool
    following: int


def read_run(atoms: Atoms, place: int, before: str) -> Run:
    """Return the numbers that are joined from this place on; `before` is the symbol of the token before it."""
    value, end = atoms.number(place)
    unit, end = unit_at(atoms, end)
    run = Run(before, [value], end, unit, is_clock=atoms.at(place).kind == "clock")
    run.is_after_sets = before == "x" and atoms.is_glued(place) and atoms.is_glued(place - 1)
    while len(run.items) < _LONGEST_LIST:
        joint = _joint(atoms, run)
        if joint is None:
            break
        value, end = atoms.number(joint.following)
        unit, end = unit_at(atoms, end)
        if joint.join == "-" and not joint.is_spaced and run.unit != unit and {run.unit, unit} <= _TIMES:
            run.items, run.unit = [item * SECONDS.get(run.unit, 1) for item in run.items], "s"  # `90s-2min`
            value, unit = value * SECONDS.get(unit, 1), "s"
        if _ends(atoms, run, joint, (value, unit, end)):
            break
        is_clock = atoms.at(joint.following).kind == "clock"
        run.items = [*(_before_clock(run.items, value) if is_clock and not run.is_clock else run.items), value]
        run.join, run.is_spaced, run.end = joint.join, joint.is_spaced, end
        run.unit = unit or run.unit
        run.is_clock = run.is_clock or is_clock
    return run


def _ends(atoms: Atoms, run: Run, joint: _Joint, measure: tuple[float, str, int]) -> bool:
    """Return whether a run ends before the number after a joint: its value, its unit, and the place after it."""
    value, unit, end = measure
    if run.unit and unit and run.unit != unit:
        return True
    if unit in LENGTHS and atoms.at(joint.following - 1).kind == "word":  # `3x5 to 24"`
        return True
    if run.unit == "%" and not unit and joint.join != "-":  # `60%/2`, `70%, 3 @ 75%`
        return True
    if run.unit == "%" and not unit and joint.is_spaced and value < _LEAST_PERCENT:  # `70 to 75% - 3,3,3`
        return True
    if run.unit == "rm" and unit != "rm":  # `% of 3RM - 2:00 rest`
        return True
    if run.is_clock and joint.join == "/" and atoms.at(joint.following).kind != "clock":  # `2:00 / 5 rounds`
        return True
    is_wide = unit == "s" and value > max(_WIDEST * run.items[-1], _LONGEST_HOLD)
    if run.is_after_sets and joint.join == "-" and not run.unit and is_wide:
        return True  # `3x10-90s`: the rest
    return bool(run.unit and not unit and _counts(atoms, run, joint, value, end))


def _before_clock(numbers: list[float], clock: float) -> list[float]:
    """Return numbers before a clock as seconds: of `2-3:00` the first are minutes, of `90-2:00` seconds."""
    return [number * 60 if number * 60 < clock else number for number in numbers]


def _counts(atoms: Atoms, run: Run, joint: _Joint, value: float, end: int) -> bool:
    """Return whether a number without a unit, after one with a unit, is a count.

    `80 kg / 2 x 3`, `20 minutes or 5 sets`
    """
    after = atoms.at(end)
    if atoms.at(joint.following - 1).kind == "word":
        return after.kind == "word" and after.entry not in ("x", "")
    return joint.join == "/" and run.unit in WEIGHTS and (value < _LEAST_LISTED or after.text.lower() == "x")


def _is_up_to(atoms: Atoms, place: int) -> bool:
    """Return whether the words are `up to`, as in `60% up to 75%`."""
    return atoms.at(place).entry == "up" and atoms.at(place + 1).entry == "to"


def _joint(atoms: Atoms, run: Run) -> _Joint | None:
    """Return the joint of a run and the number after it; None if the run ends here."""
    place = run.end + (run.unit == "%" and _is_up_to(atoms, run.end))
    mark = atoms.at(place)
    text = mark.text.lower()
    following = place + 1
    if text in (",", "-") and atoms.at(following).entry == "and":  # `15- and 9`
        following += 1
    join = _JOINS.get(mark.entry if mark.kind == "word" else text)
    if join is None and text in atoms.vocabulary.ranges and _is_plain_range(atoms, run, following):
        join = "-"
    if join is None or not atoms.starts_number(following) or (text in DOTS and len(run.items) > 1):
        return None  # `10-9-8…1`
    if text == "/" and not atoms.is_glued(run.end) and _is_next_set(atoms, run, following):
        return None
    if run.join and join != run.join and (run.join, join) != ("-", ","):
        return None
    if join != "-" and atoms.at(following).kind == "named":
        return None
    is_spaced = not (atoms.is_glued(run.end) and atoms.is_glued(following))
    if join == ",":
        return _comma(atoms, run, following, is_spaced=is_spaced, is_word=mark.entry == "and")
    if is_spaced and text == "-" and not _is_range(atoms, run, following):
        return None
    if is_spaced and join == "+" and (atoms.is_glued(following) or not _is_whole_sum(atoms, following)):
        return None
    return _Joint(join, is_spaced, following)


def _is_next_set(atoms: Atoms, run: Run, following: int) -> bool:
    """Return whether the load after a slash with spaces belongs to the next set: `185 lb x 2 / 190 lb x 2`."""
    value, end = atoms.number(following)
    unit, _ = unit_at(atoms, end)
    if not unit and not run.unit:
        # `60% x 6 / 3x2 (65%)`, `100 kg x 2 / 3 at 105 kg`
        return atoms.at(end).text.lower() == "x" or (run.before == "x" and value > run.items[-1])
    if unit not in WEIGHTS or value <= run.items[-1]:
        return False
    return run.unit in WEIGHTS or run.items[-1] < _LEAST_LISTED


def _comma(atoms: Atoms, run: Run, following: int, *, is_spaced: bool, is_word: bool) -> _Joint | None:
    is_next_set = is_spaced and not is_word  # `5-3-1, 3 @ 70%`
    if run.join == "-" and (is_next_set or _begins_list(atoms, following)):  # `3-2-1,80-85-90%`
        return None
    is_pair = len(run.items) == 1 and run.before in _OPENING and _closes(atoms, following)  # `(24,20)`, `(70, 53)`
    is_apart = (is_spaced or is_word) and not _is_list(atoms, run)
    if is_pair:
        return _Joint("/", is_spaced, following)
    return None if is_apart or run.is_clock else _Joint(",", is_spaced, following)


def _begins_list(atoms: Atoms, place: int) -> bool:
    """Return whether the number at this place is joined to the next one by a dash or a slash."""
    _, end = unit_at(atoms, atoms.number(place)[1])
    return atoms.at(end).text in ("-", "/") and atoms.starts_number(end + 1)


def _is_range(atoms: Atoms, run: Run, following: int) -> bool:
    """Return whether ` - ` between two numbers is a range or a list: `x 8 - 10`, `60 - 65%`, `5 - 5 - 5`.

    `Set 1 - 8 reps` has a separator there.
    """
    if atoms.is_glued(run.end) or atoms.is_glued(following):  # `5- 5`, `70 -75%`, and not `3x2 -8%`
        is_less = not atoms.is_glued(run.end) and unit_at(atoms, atoms.number(following)[1])[0] in ("%", *WEIGHTS)
        return run.before not in _NUMBERED and not (is_less and run.items[-1] < _LEAST_PERCENT)
    if run.join:
        return run.is_spaced
    if run.is_clock:  # `0:00 - 12:00` before a line, and not `@ 2:00 - 10 Snatches`
        is_in_front = run.before in ("", *_BEFORE_RANGES) and atoms.at(following).kind == "clock"
        return is_in_front and atoms.number(following)[0] > run.items[-1]
    if run.before in _NUMBERED_OR_DATED:
        return False
    value, end = atoms.number(following)
    after = atoms.at(end).text
    if after == "%":
        return run.before != "x" and run.items[-1] >= _LEAST_PERCENT
    if after == "-" and atoms.starts_number(end + 1) and not atoms.is_glued(end):
        return True
    if run.before == "x" and (atoms.at(end).entry == "set" or atoms.at(following).kind == "clock"):
        return False  # `x 2 - 10 sets`, `5x5 - 2:00`
    if run.before not in _BEFORE_RANGES or value <= run.items[-1] or after == "/":
        return False
    is_wide = value > _WIDEST * run.items[-1]
    if is_wide and (run.before == "of" or (run.before == "x" and unit_at(atoms, end)[0] in _TIMES)):
        return False  # `a heavy set of 5 - 20 minutes`, `3x10 - 90s`
    return run.before in ("@", *_OPENING) or unit_at(atoms, end)[0] in ("", "s", "min", "m", "cal")


def _is_plain_range(atoms: Atoms, run: Run, following: int) -> bool:
    """Return whether `8 a 10 repeticiones`, `60 a 70%` is a range, and not an amount and a load, `5x3 a 80%`."""
    if not atoms.starts_number(following):
        return False
    value, end = atoms.number(following)
    is_measured = atoms.at(end).entry == "rep" or unit_at(atoms, end)[0] in ("%", "s", "min", "m", "cal")
    return is_measured and run.items[-1] < value <= 2 * run.items[-1]


def _closes(atoms: Atoms, following: int) -> bool:
    """Return whether a bracket closes after the number at this place: `(70, 53)`, `(24, 20 kg)`."""
    _, end = unit_at(atoms, atoms.number(following)[1])
    return atoms.at(end).text in _CLOSING


def _is_whole_sum(atoms: Atoms, following: int) -> bool:
    """Return whether ` + ` joins numbers and no movements: `2 + 1`, and not `2 + 1 Clean`."""
    return atoms.at(atoms.number(following)[1]).kind in ("mark", "end")


def _is_list(atoms: Atoms, run: Run) -> bool:
    """Return whether numbers after commas with spaces are a list.

    A list has at least three numbers, or a percent sign or a weight at its end. `500 m, 400 m` may be of two movements.
    """
    end, values, unit = run.end, list(run.items), run.unit
    has_first = unit in WEIGHTS  # `(60 kg, 65, 70)`
    while len(values) < _LONGEST_LIST and atoms.at(end).entry in (",", "and"):
        step = end + 2 if atoms.at(end + 1).entry == "and" else end + 1
        if atoms.at(step).text in DOTS:  # `1, 2, 3, …`
            break
        if not atoms.starts_number(step) or atoms.at(step).kind == "named":
            if unit in _OF_SETS:
                break  # `500, 400, 300 m, rest 1 min`
            return False
        value, end = atoms.number(step)
        found, end = unit_at(atoms, end)
        values.append(value)
        if (found or unit) and found not in ("%", *WEIGHTS, *_OF_SETS) and (found or not has_first):
            return False
        unit = unit or found
    after = atoms.at(end)
    if has_first and (len(values) < 3 or after.kind not in ("mark", "end")):
        return False
    if unit == "%" or unit in WEIGHTS:
        is_load = min(values) >= _LEAST_LISTED and not (unit == "%" and max(values) > _MOST_PERCENT)
        return is_load and after.text not in ("x", "X")
    is_over = after.kind in ("mark", "end") or after.text in _AFTER_LISTS or after.entry == "rep"
    is_over = is_over or (unit in _OF_SETS and not _BEFORE_RESTS.isdisjoint((after.text.lower(), after.entry)))
    return len(values) >= 3 and is_over
