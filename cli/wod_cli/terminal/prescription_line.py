"""A prescription in one line of text."""

from collections.abc import Callable
from typing import Any

from wod.models import counts_of_parts


def prescription_line(prescription: dict[str, Any]) -> str:
    """Return a prescription such as `Hip Snatch: sets 6-8: 3 x 1 @ 75-80% of 1-RM Snatch, every 2:00, in 16:00`.

    It takes prescriptions of silver and of the table, also those that were stored before some of the fields existed.
    """
    p = _Stated(prescription)
    name = p["canonical_movement"] or f"{p['movement']} (unknown)"
    parts = [
        _sets_and_amount(p),
        f"{p['rep_max_test']}-RM test" if p["rep_max_test"] else "",
        f"every {_clock(p['interval_seconds'])}" if p["interval_seconds"] else "",
        f"in {_clock(p['total_seconds'])}" if p["total_seconds"] else "",
        f"rest {_range(p['rest_seconds'], p['rest_seconds_max'] or p['rest_seconds'], _clock)}"
        if p["rest_seconds"] is not None
        else "",
        p["format"] or "",
    ]
    return f"{name}: " + ", ".join(part for part in parts if part)


class _Stated(dict[str, Any]):
    """A prescription in which missing fields count as not stated."""

    def __missing__(self, name: str) -> None:
        return None


def _sets_and_amount(p: _Stated) -> str:
    one_set = p["first_set"] == p["last_set"]
    which = f"set{'' if one_set else 's'} {_range(p['first_set'], p['last_set'], str)}: " if p["first_set"] else ""
    reps = "-".join(map(str, p["reps_per_set"])) if p["reps_per_set"] else _range(p["reps_min"], p["reps_max"], str)
    parts = counts_of_parts(p["canonical_movement"] or p["movement"], p["complex"] or ())
    if reps and parts:
        reps = f"({parts})" if reps == "1" else f"{reps} x ({parts})"
    distance = _range(p["distance"], p["distance_max"] or p["distance"], _figure)
    calories = _range(p["calories_min"], p["calories_max"], str)
    amounts = [
        reps + _women(p["reps_women"]),
        _range(p["duration_seconds_min"], p["duration_seconds_max"], _clock),
        f"{distance}{_women(p['distance_women'])} {p['distance_unit']}" if distance else "",
        f"{calories}{_women(p['calories_women'])} cal" if calories else "",
        "max reps" if p["max_reps"] else "",
    ]
    amount = " ".join(part for part in amounts if part) + (" each side" if p["each_side"] else "")
    sets = _range(p["sets"], p["sets_max"] or p["sets"], str)
    times = " x ".join(part for part in (sets, amount) if part)
    return which + times + _load(p)


def _load(p: _Stated) -> str:
    of = f" of {f'{rm}-RM ' if (rm := p['percent_of_rep_max']) else ''}{p['percent_of'] or ''}".rstrip()
    percent = _range(p["percent_min"], p["percent_max"], _figure)
    percents = f"{percent.removesuffix('+')}%{'+' if percent.endswith('+') else ''}"
    weight = _range(p["weight"], p["weight_max"] or p["weight"], _figure)
    loads = [
        f"{percents}{of if of != ' of' else ''}" if percent else "",
        f"{weight}{_women(p['weight_women'])} {p['weight_unit'] or ''}".rstrip() if weight else "",
        f"RPE {rpe}" if (rpe := _range(p["rpe_min"], p["rpe_max"], _figure)) else "",
        f"tempo {p['tempo']}" if p["tempo"] else "",
        f"“{p['load_text']}”" if p["load_text"] else "",
    ]
    return "".join(f" @ {load}" for load in loads if load)


def _women(number: Any) -> str:
    """Return the second of a pair."""
    return f"/{_figure(number)}" if number is not None else ""


def _range[Value](least: Value | None, most: Value | None, shown: Callable[[Value], str]) -> str:
    if least is None:
        return "" if most is None else f"up to {shown(most)}"
    if most is None:
        return f"{shown(least)}+"
    return shown(least) if least == most else f"{shown(least)}-{shown(most)}"


def _figure(value: Any) -> str:
    return f"{float(value):g}"


def _clock(seconds: Any) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
