"""The lifts of a session in a line: `Snatch 70–82 %, Back Squat 5×5`."""

from itertools import groupby

from wod.models import Prescription
from wod.site.amounts import span
from wod.site.words import NO_BREAK, Words

_LIFTING = ("snatch", "clean", "jerk", "clean and jerk", "squat", "pull", "press")
_MOST_LIFTS = 4
_LONGEST_NAME = 40


def title_of(prescriptions: list[Prescription], words: Words) -> str:
    """Return the lifts of a session with their percents, or their sets and reps; other movements if it has no lifts.

    Empty if nothing is prescribed.
    """
    lifts = [p for p in prescriptions if p.family in _LIFTING and _is_work(p)]
    chosen = lifts or [p for p in prescriptions if p.family in _LIFTING] or prescriptions
    movements = [list(sets) for _, sets in groupby(chosen, key=lambda p: (p.segment, p.movement))]
    titles = list(dict.fromkeys(_title(sets, words) for sets in movements))
    return ", ".join(titles[:_MOST_LIFTS]) + (" …" if len(titles) > _MOST_LIFTS else "")


def _is_work(p: Prescription) -> bool:
    return any(value is not None for value in (p.percent_min, p.percent_max, p.weight, p.rep_max_test)) or p.lift in (
        "Back Squat",
        "Front Squat",
        "Deadlift",
    )


def _title(sets: list[Prescription], words: Words) -> str:
    first = sets[0]
    name = first.movement if len(first.movement) <= _LONGEST_NAME else first.movement[: _LONGEST_NAME - 1] + "…"
    if first.rep_max_test is not None:
        return f"{name} {first.rep_max_test}RM"
    percents = [value for p in sets for value in (p.percent_min, p.percent_max) if value is not None]
    parts = [name]
    if len(sets) == 1 or not percents:
        parts.append(_sets_by_reps(first))
    if percents:
        parts.append(f"{span(min(percents), max(percents), words.figure)}{NO_BREAK}%")
    return " ".join(part for part in parts if part)


def _sets_by_reps(p: Prescription) -> str:
    reps = "-".join(map(str, p.reps_per_set)) if p.reps_per_set else span(p.reps_min, p.reps_max, str)
    if reps and (counts := p.counts_of_parts):
        reps = f"({counts})" if reps == "1" else f"{reps}×({counts})"
    if not reps or p.reps_per_set or p.sets is None:
        return reps
    return f"{span(p.sets, p.sets_max or p.sets, str)}×{reps}"
