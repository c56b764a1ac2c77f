"""Sessions as Liftoscript, the language of programmes of the app Liftosaur, if it can express all of them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import rtoml

from wod.lifting.lifter import Pair
from wod.lifting.loads import own_amounts
from wod.models import Prescription, counts_of_parts
from wod.week_file import texts_of

_EXERCISES = Path(__file__).parent / "liftosaur.toml"
_MOST_MISSING = 5
_ASKING = ("scheme", "movement", "set line", "test")
_OF_A_SUPERSET = re.compile(r"\W*[a-z][1-9]\b", re.IGNORECASE)
_NOTHING_STATED: dict[str, Any] = dict.fromkeys(Prescription.__struct_fields__)


class NotExpressible(Exception):
    """The language cannot express some of the sessions. The message says what it is, and in which session."""


class _Lost(Exception):
    """Something that Liftoscript cannot express, and the prescription that states it."""

    def __init__(self, what: str, prescription: dict[str, Any]) -> None:
        super().__init__(f"“{prescription['text']}” ({what})")


def liftoscript(records: Sequence[dict[str, Any]], pair: Pair) -> str:
    """Return a programme of these sessions, in order, with the coach's words as descriptions.

    Raise NotExpressible if a number, a movement or a rhythm would be lost. Sessions without prescriptions are left out.
    """
    missing: list[str] = []
    parts: list[str] = []
    for (year, week), sessions in groupby(records, key=lambda one: date.fromisoformat(one["date"]).isocalendar()[:2]):
        parts.append(f"# {year}-W{week:02}")
        for record in sessions:
            if record["prescriptions"]:
                parts.append("\n".join(_day(record, pair, missing)))
    if missing:
        more = f"; and {len(missing) - _MOST_MISSING} more" if len(missing) > _MOST_MISSING else ""
        raise NotExpressible(f"It has no words for: {'; '.join(missing[:_MOST_MISSING])}{more}.")
    return "\n\n".join(parts) + "\n"


def _day(record: dict[str, Any], pair: Pair, missing: list[str]) -> Iterator[str]:
    yield from _described("\n".join(filter(None, [record["warm_up"], *texts_of(record).values()])))
    yield f"## {record['date']} {record['session']}"
    blocks = groupby(record["prescriptions"], key=lambda p: (p["segment"], p["block"]))
    for (segment, block), prescriptions in blocks:
        movements = [list(sets) for _, sets in groupby(prescriptions, key=lambda p: p["movement"])]
        label = f"{segment}{block if block > 1 else ''}"
        try:
            superset = f" / superset: {label}" if _take_turns(record, movements) else ""
        except _Lost as lost:
            missing.append(f"{record['date']} {segment.upper()} {lost}")
            continue
        for sets in movements:
            try:
                line = f"{label}: {_exercise([_NOTHING_STATED | p for p in sets], pair)}"
            except _Lost as lost:
                missing.append(f"{record['date']} {segment.upper()} {lost}")
                continue
            yield from _described("\n".join(dict.fromkeys(p["text"] for p in sets)))
            yield line + superset


def _take_turns(record: dict[str, Any], movements: Sequence[Sequence[dict[str, Any]]]) -> bool:
    """Return whether the coach has the movements of a block take turns, and not follow each other.

    They do if they share a scheme, or if they are numbered `A1.` and `A2.`. Raise _Lost if the post does not say.
    """
    if len(movements) == 1:
        return False
    first = movements[0][0]
    if _shares_a_scheme(record, movements):
        if len({sum(p["sets"] or 1 for p in sets) for sets in movements}) > 1:
            raise _Lost("one scheme for lifts with different numbers of sets", first)
        return True
    if all(_OF_A_SUPERSET.match(sets[0]["text"]) for sets in movements):
        return True
    # A record of an older version has no lines.
    kinds = {one["kind"] for one in record.get("lines", ()) if one["segment"] == first["segment"]}
    if not kinds or "unread" in kinds or len({sets[0]["line"] for sets in movements}) < len(movements):
        raise _Lost("whether its lifts take turns or follow each other is not stated", first)
    return False


def _shares_a_scheme(record: dict[str, Any], movements: Sequence[Sequence[dict[str, Any]]]) -> bool:
    """Return whether a line with a scheme belongs to these movements: above them, or below if schemes are there."""
    segment, block = movements[0][0]["segment"], movements[0][0]["block"]
    asking = [one for one in record.get("lines", ()) if one["segment"] == segment and one["kind"] in _ASKING]
    schemes = {one["line"] for one in asking if one["kind"] == "scheme"}
    own = [p["line"] for sets in movements for p in sets]
    others = [p for p in record["prescriptions"] if p["segment"] == segment]
    if schemes and asking[0]["kind"] == "movement" and asking[-1]["kind"] == "scheme":
        end = min((p["line"] for p in others if p["block"] > block), default=asking[-1]["line"] + 1)
        return any(min(own) <= line < end for line in schemes)
    start = max((p["line"] for p in others if p["block"] < block), default=-1)
    return any(start < line <= max(own) for line in schemes)


def _described(text: str) -> Iterator[str]:
    return (f"// {line}" for line in text.split("\n"))


def _exercise(sets: Sequence[dict[str, Any]], pair: Pair) -> str:
    name = sets[0]["canonical_movement"] or ""
    kind, exercise = next(((kind, known[name]) for kind, known in _exercises().items() if name in known), ("", None))
    if exercise is None or any(p["complex"] for p in sets):
        raise _Lost("it has no such exercise", sets[0])
    unstated = "0kg" if kind == "bodyweight" else "?+"
    return f"{exercise} / {', '.join(_set(own_amounts(p, pair), unstated) for p in sets)} / warmup: none"


@cache
def _exercises() -> dict[str, dict[str, str]]:
    """Return Liftosaur's exercises by kind and by the name of the movement."""
    return rtoml.loads(_EXERCISES.read_text(encoding="utf-8"))


def _set(p: dict[str, Any], unstated: str) -> str:
    """Return `3x5 70% 90s`; without a load the app asks for it. Raise _Lost if something has no place."""
    _check(p)
    load = _load(p) or unstated
    timer = _timer(p)
    return ", ".join(" ".join(filter(None, (amount, load, timer))) for amount in _amounts(p))


def _check(p: dict[str, Any]) -> None:
    lost = {
        "a test": p["rep_max_test"],
        "a range of sets": p["sets_max"] is not None and p["sets_max"] != p["sets"],
        "a cluster": p["cluster"],
        "counts of a complex": counts_of_parts(p["movement"], p["complex"] or ()),
        "each side": p["each_side"],
        "a distance": p["distance"],
        "calories": p["calories_min"] or p["calories_max"],
        "a tempo": p["tempo"],
        "a load in words": p["load_text"],
        "a remark": p["remark"],
        p["format"]: p["format"],
        "a range of rests": p["rest_seconds_max"] is not None and p["rest_seconds_max"] != p["rest_seconds"],
        "an interval and a rest": p["interval_seconds"] and p["rest_seconds"],
        "a time for all sets": p["total_seconds"] and not p["interval_seconds"],
    }
    for what, is_there in lost.items():
        if is_there:
            raise _Lost(what, p)


def _amounts(p: dict[str, Any]) -> list[str]:
    sets = p["sets"] or 1
    if p["reps_per_set"]:
        if len(p["reps_per_set"]) != sets:
            raise _Lost("sets whose repetitions are not all stated", p)
        return [f"1x{reps}" for reps in p["reps_per_set"]]
    if p["max_reps"]:
        return [f"{sets}x1+"]
    if p["reps_min"] is None and p["duration_seconds_min"] is not None:
        return [f"{sets}x1"]
    if p["reps_min"] is None or p["reps_max"] is None:
        raise _Lost("no number of repetitions", p)
    reps = f"{p['reps_min']}" if p["reps_min"] == p["reps_max"] else f"{p['reps_min']}-{p['reps_max']}"
    return [f"{sets}x{reps}"]


def _load(p: dict[str, Any]) -> str:
    least, most = p["percent_min"], p["percent_max"]
    has_rpe = p["rpe_min"] is not None or p["rpe_max"] is not None
    if least is not None or most is not None:
        if least != most:
            raise _Lost("a range of percents", p)
        own = p["canonical_movement"]
        if (p["percent_of"] or p["lift"]) != own or p["lift"] != own or p["percent_of_rep_max"] not in (None, 1):
            raise _Lost("a percent of another lift or of more repetitions", p)
        if p["weight"] is not None or has_rpe:
            raise _Lost("two loads", p)
        return f"{least:g}%"
    if p["weight"] is not None:
        if p["weight_max"] not in (None, p["weight"]) or has_rpe:
            raise _Lost("a range of weights, or two loads", p)
        return f"{p['weight']:g}{p['weight_unit']}"
    if p["rpe_min"] != p["rpe_max"]:
        raise _Lost("a range of RPE", p)
    return f"@{p['rpe_min']:g}" if has_rpe else ""


def _timer(p: dict[str, Any]) -> str:
    """Return the rest after a set, or the clock that a set runs by and the rest after it."""
    if p["duration_seconds_min"] is not None:
        if p["duration_seconds_min"] != p["duration_seconds_max"] or p["reps_min"] is not None or p["interval_seconds"]:
            raise _Lost("a range of times, or a time with something else", p)
        return f"{p['duration_seconds_min']}s|{p['rest_seconds'] or '?'}{'s' if p['rest_seconds'] else ''}"
    if p["interval_seconds"]:
        return f"{p['interval_seconds']}s|0s auto"
    return f"{p['rest_seconds']}s" if p["rest_seconds"] is not None else ""
