"""What a lifter's own maxes make of percents: the weights to load."""

import re
from typing import Any, NamedTuple

from wod.notation.notation import catalogue
from wod_cli.problem import Problem

_MAX = re.compile(r"(?P<lift>[^=]+)=\s*(?P<weight>\d{1,4}(?:\.\d{1,2})?)\s*(?P<unit>kg|lb)?", re.ASCII)


_OF_SOMETHING = re.compile(r"%\s?\+?\s?of\b", re.IGNORECASE)


class Max(NamedTuple):
    """A 1-RM, with the unit that it was given in, if any."""

    weight: float
    unit: str


def maxes_of(given: list[str]) -> dict[str, Max]:
    """The maxes of `Snatch=100kg`, `Clean & Jerk=125`, by the lift's name in the catalogue.

    Raises Problem for anything else, and for a lift that the catalogue does not know.
    """
    maxes = {}
    for text in given:
        match = _MAX.fullmatch(text.strip())
        movement = catalogue().find(match["lift"]) if match else None
        if not match or not movement:
            raise Problem(f"{text!r} is no max: write a lift and its weight, as in 'Snatch=100kg'.")
        maxes[movement.name] = Max(float(match["weight"]), match["unit"] or "")
    return maxes


def weight_text(prescription: dict[str, Any], maxes: dict[str, Max]) -> str:
    """The weight to load, to the nearest half, as in `75-80 kg`, `101+ kg`, `up to 70 kg`.

    Empty if no percent of a 1-RM among these is asked, or if more is said of the load in words (`75% + 5 lb`). The lift
    is the one that the post names, else the catalogue's for the movement.
    """
    least, most = prescription["percent_min"], prescription["percent_max"]
    named = prescription["percent_of"]
    movement = catalogue().find(named) if named else None
    lift = movement.name if movement else None if named else prescription["lift"]
    best = maxes.get(lift or "")
    if named is None and prescription["percent_of_rep_max"] is None and _OF_SOMETHING.search(prescription["text"]):
        return ""  # of today's heavy single, of last week's best
    if best is None or prescription["percent_of_rep_max"] not in (None, 1) or prescription.get("load_text"):
        return ""
    loads = [f"{_load(best.weight, percent):g}" for percent in (least, most) if percent is not None]
    if not loads:
        return ""
    before, behind = "up to " if least is None else "", "+" if most is None else ""
    return f"{before}{'-'.join(dict.fromkeys(loads))}{behind} {best.unit}".strip()


def _load(best: float, percent: Any) -> float:
    return round(best * float(percent) / 50) / 2
