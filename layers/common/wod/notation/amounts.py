"""Amounts and loads: from the phrases behind a movement to the fields of a prescription.

Fields are named as in `Prescription`.
"""

import re
from collections.abc import Callable
from typing import Any

from wod.notation.catalogue import find_movement
from wod.notation.phrases import Found, Span, phrases, skip_space, words

type Fields = dict[str, Any]
"""Some fields of a prescription by their names."""

_TIMES_IN_FRONT = re.compile(r"x\s*(?=\d)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:reps?)?\s*(?:[,;/&]|and|then|\s)\s*", re.IGNORECASE)
_REST_IN_TAIL = re.compile(r"(?:[,;(-]|\bthen|\bwith)\s*(?=rest\s)", re.IGNORECASE)
# `(5 each side)` says how the amount in front of it is divided.
_SIDES = re.compile(
    r"(?<!\d)(?<!\d\s)(?:\b(?:each|per)\s|/)\s?(?:side|leg|arm|way|direction|hand|foot|knee|hip)s?\b", re.IGNORECASE
)
_ENDS_SMALL = re.compile(r"\b(?:a|an|and|at|for|from|if|in|of|on|or|the|to|with)$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
# `(50 lbs each hand)`, `hold 3 seconds each way`: the weight or the time is each side's
_UNIT_BEFORE = re.compile(r"(?:\d|lbs?|kgs?|kilos|pounds?|seconds?|secs?|#)[\s(]*$", re.IGNORECASE)
_END_OF_LIFT = re.compile(r"[,;.()*]|\s-\s|\s@")
_MOST_WORDS_OF_LIFT = 6


def amount_alone(text: str) -> Fields | None:
    """What a text asks for that names no movement; None where it is something else."""
    start = skip_space(text, 0)
    if times := _TIMES_IN_FRONT.match(text, start):
        start = times.end()
    if item := phrases("item").match(text, start):
        return fields_of(item.values) | tail_fields(text[item.end :], 0)
    if load := phrases("load_alone").match(text, start):
        return tail_fields(text, start) if ends_cleanly(text[load.end :]) else None
    if phrases("load").match(text, start):
        return tail_fields(text, start)
    fields: Fields = {}
    if sets := phrases("sets_by_reps").match(text, start):
        fields, start = sets_fields(sets.values["sets"]), skip_space(text, sets.end)
    if amount := phrases("amount").match(text, start):
        behind = text[amount.end :]
        return fields | fields_of(amount.values) | tail_fields(behind, 0) if ends_cleanly(behind) else None
    return None


def ends_cleanly(behind: str) -> bool:
    """Whether an amount is over here: nothing follows but loads, sides, or what stands behind a mark."""
    place = len(behind) - len(behind.lstrip())
    following = behind[place:]
    return (
        not following
        or following[0] in "@,;(:.*/["
        or following[:2] == "- "
        or bool(phrases("load").match(behind, place))
        or bool(phrases("each_side").match(behind, place))
        or bool(phrases("more_sets").match(behind, place))
        or bool(phrases("behind_amount").match(behind, place))
    )


def list_of_items(text: str, start: int) -> list[Fields]:
    """`70% x 3, 75% x 3, 80% x 2 x 2`: two or more, each a set or sets of its own."""
    items: list[Fields] = []
    place = skip_space(text, start)
    while found := phrases("list_item").match(text, place):
        items.append({"sets": 1} | fields_of(found.values))
        separator = _SEPARATOR.match(text, found.end)
        if not separator:
            place = found.end
            break
        place = separator.end()
    finished = not text[place:].strip(" .,*") or text[place:].lstrip().startswith("(")
    return items if len(items) > 1 and finished else []


def tail_fields(line: str, start: int) -> Fields:
    """What stands behind an amount: sides, more sets, loads, a rest. What is none of these is left alone."""
    fields: Fields = {}
    tail = line[start:]
    place = skip_space(tail, 0)
    if (more := phrases("more_sets").match(tail, place)) or (more := phrases("more_sets").search(tail)):
        fields |= sets_fields(more.values["sets"])
    side = phrases("each_side").match(tail, place)
    if (side and (ends_cleanly(tail[side.end :]))) or any(
        not _UNIT_BEFORE.search(tail[: match.start()]) for match in _SIDES.finditer(tail)
    ):
        fields["each_side"] = True
    fields |= load_fields(tail, place)
    rest = _REST_IN_TAIL.search(tail)
    found = phrases("rest").match(tail, rest.end()) if rest else None
    if found and not phrases("rest_before").search(tail, found.end):
        fields |= rest_fields(found.values)
    return fields


def load_fields(tail: str, place: int) -> Fields:
    """All loads of what stands behind an amount; of two of a kind the first."""
    tail = tail[: _end_of_loads(tail)]
    fields: Fields = {}
    while True:
        found = phrases("load_alone").match(tail, place) or phrases("load").search(tail, place)
        if not found:
            break
        fields = _fields_of_load(found, tail) | fields
        place = skip_space(tail, found.end)
    for bracket in re.finditer(r"[(\[]", tail):
        if found := phrases("load_alone").match(tail, bracket.end()):
            fields = _fields_of_load(found, tail) | fields
    return fields


def _end_of_loads(tail: str) -> int:
    """Where prose begins."""
    ends = words("load_ends")
    return next((word.start() for word in _WORD.finditer(tail) if word[0].lower() in ends), len(tail))


def _fields_of_load(found: Found, tail: str) -> Fields:
    values = found.values
    fields: Fields = {}
    span = values.get("percent") or values.get("percents")
    if span:
        fields |= {"percent_min": span.least, "percent_max": span.most} | _percent_of(tail, found.end)
    if "rpe" in values:
        fields |= {"rpe_min": values["rpe"].least, "rpe_max": values["rpe"].most}
    if "tempo" in values:
        fields["tempo"] = values["tempo"]
    if "tempo_with_x" in values:
        fields["tempo"] = values["tempo_with_x"]
    if "weights" in values:
        weights = values["weights"]
        fields |= {"weight": weights[0], "weight_unit": values["unit"]}
        if len(weights) > 1:
            fields["weight_women"] = weights[1]
    return fields


def _percent_of(tail: str, place: int) -> Fields:
    found = phrases("percent_of").match(tail, skip_space(tail, place))
    if not found:
        return {}
    fields: Fields = {"percent_of_rep_max": found.values["rm"]} if "rm" in found.values else {}
    named = tail[skip_space(tail, found.end) :]
    lift = _lift(named)
    if lift is None:
        return fields
    # `of Clean & Jerk 1-RM`
    behind = phrases("rep_max").match(named, skip_space(named, len(lift)))
    return {"percent_of": lift} | ({"percent_of_rep_max": behind.values["rm"]} if behind else {}) | fields


def _lift(text: str) -> str | None:
    """The longest name of a movement that the text begins with, as written."""
    tokens = list(re.finditer(r"\S+", _END_OF_LIFT.split(text, maxsplit=1)[0]))[:_MOST_WORDS_OF_LIFT]
    names = [text[tokens[0].start() : token.end()] for token in reversed(tokens)]
    return next(
        (name for name in names if find_movement(name) and name[-1].isalpha() and not _ENDS_SMALL.search(name)), None
    )


def fields_of(values: dict[str, Any]) -> Fields:
    """The values of a phrase under the names that they have in a prescription."""
    fields: Fields = {}
    for name, value in values.items():
        if name in _READERS:
            fields |= _READERS[name](value)
    if "distance" in values:
        fields |= {"distance": values["distance"], "distance_unit": values["unit"]}
    return fields


def sets_fields(span: Span) -> Fields:
    least, most = span
    return {"sets": int(least)} | ({"sets_max": int(most)} if most is not None and most != least else {})


def wave_fields(counts: list[int]) -> Fields:
    """`3-2-1-3-2-1`: the reps of each set. Nothing for none."""
    if not counts:
        return {}
    return {"reps_per_set": counts, "sets": len(counts)}


def rest_fields(values: dict[str, Any]) -> Fields:
    if "rest" not in values:
        return {}
    least, most = values["rest"]
    return {"rest_seconds": int(least)} | ({"rest_seconds_max": int(most)} if most != least else {})


def divide_plus(fields: Fields) -> Fields:
    """Fields with what `2+1` says: behind a complex how often each movement is done in one repetition, behind one
    movement a cluster; elsewhere nothing."""
    if "plus" not in fields:
        return fields
    others = {name: value for name, value in fields.items() if name != "plus"}
    movement = find_movement(fields["movement"])
    plus, parts = fields["plus"], fields.get("complex")
    if parts and len(parts) == len(plus):
        parts = [part | {"reps": reps} for part, reps in zip(parts, plus, strict=True)]
        return others | {"complex": parts, "reps_min": 1, "reps_max": 1}
    # `Clean & Jerk x 2+1` is two cleans and a jerk: no number of the whole.
    is_two = movement is not None and movement.family == "clean and jerk"
    return others if parts or is_two else others | _cluster(plus)


def reps_fields(span: Span) -> Fields:
    """`3`, `8-10`, `5+`"""
    return _least_and_most("reps", span)


def _least_and_most(name: str, span: Span) -> Fields:
    return {f"{name}_min": int(span.least), f"{name}_max": None if span.most is None else int(span.most)}


def duration_fields(span: Span) -> Fields:
    return {
        "duration_seconds_min": int(span.least),
        "duration_seconds_max": None if span.most is None else int(span.most),
    }


def _cluster(counts: list[int]) -> Fields:
    return {"cluster": counts, "reps_min": sum(counts), "reps_max": sum(counts)}


_READERS: dict[str, Callable[[Any], Fields]] = {
    "sets": sets_fields,
    "reps": reps_fields,
    "wave": wave_fields,
    "cluster": _cluster,
    "plus": lambda counts: {"plus": counts},
    "time": duration_fields,
    "calories": lambda span: _least_and_most("calories", span),
    "max_reps": lambda value: {"max_reps": value},
    "percent": lambda span: {"percent_min": span.least, "percent_max": span.most},
}
