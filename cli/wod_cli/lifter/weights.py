"""Compute a session for a lifter's maxima: the weights to load, and the missing maxima."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from rich.text import Text

from wod.lifting.lifter import Lifter, Settings
from wod.lifting.loads import Load, Missing, Rung, ladder, own_amounts
from wod.lifting.plates import Disc
from wod.lifting.prescribed_load import prescribed_load
from wod.plumbing.current_blog import current_blog

_STYLES = {"red": "red", "blue": "blue", "yellow": "yellow", "green": "green", "white": "bold"}


def rungs_of(record: dict[str, Any], lifter: Lifter) -> list[Rung]:
    """Return the load of each prescription of a session, in their order.

    The sets of one movement in one block are a ladder: each may show what changes on the bar from the set before.
    """
    rungs: list[Rung] = []
    blog = current_blog()
    for _, sets in groupby(record["prescriptions"], key=lambda p: (p["segment"], p["block"], p["movement"])):
        loads = [prescribed_load(prescription, blog) for prescription in sets]
        rungs += ladder(loads, lifter.maxima, lifter.settings, record["date"])
    return rungs


def rung_text(prescription: dict[str, Any], rung: Rung, settings: Settings) -> Text:
    """Return `75 kg · 25 2.5 a side`, `75-80 kg · +2.5 a side`, `~110 kg …` if it is an estimate, `14 reps` of `18/14`.

    For a test, return how to note its result. Empty if the line says it as well, or if nothing can be computed.
    """
    parts = [Text(amount) for amount in _own_of_pairs(prescription, settings)]
    if prescription.get("rep_max_test") and prescription["canonical_movement"] and not prescription["complex"]:
        command = _command(prescription["canonical_movement"], prescription["rep_max_test"], "WEIGHT")
        parts.append(Text(f"note it: {command}"))
    load = rung.load.load if isinstance(rung.load, Missing) else rung.load
    if load and (load.on_a_bar or prescription.get("weight_women") is not None):
        shown = Text("~" if isinstance(rung.load, Missing) else "")
        shown.append(_weights(load))
        if rung.plates:
            shown.append(" · ").append_text(_plates(rung))
        parts.append(shown.append(_note(load)))
    return Text(", ").join(parts)


def needs_of(rungs: Iterable[Rung]) -> list[str]:
    """Return a sentence for each maximum that is missing, with the estimate in its place, and one for all others."""
    missing = {(rung.load.lift, rung.load.reps): rung.load for rung in rungs if isinstance(rung.load, Missing)}
    sentences = []
    for one in missing.values():
        if one.estimate:
            of, about = one.estimate.of, f"{one.estimate.weight:g} {one.estimate.unit}"
            sentences.append(
                f"~ Your {_name(one)} is estimated as {about}, from your {of.reps}-RM {of.lift} of {of.weight:g} "
                f"{of.unit}: `{_command(one.lift, one.reps, about.replace(' ', ''))}` if you know better."
            )
    unknown = [one for one in missing.values() if not one.estimate]
    if unknown:
        names = ", ".join(map(_name, unknown))
        sentences.append(f"No weights without your {names}: `{_command(unknown[0].lift, unknown[0].reps, '100kg')}`.")
    return sentences


def _name(missing: Missing) -> str:
    return f"{missing.reps}-RM {missing.lift}"


def _command(lift: str, reps: int, weight: str) -> str:
    """Return the command that notes a maximum, without signs that a shell obeys."""
    after = f" --reps {reps}" if reps > 1 else ""
    return f"wod maxes set {lift.lower()} {weight}{after}".replace("&", "and")


def _own_of_pairs(prescription: dict[str, Any], settings: Settings) -> list[str]:
    """Return the lifter's amounts of a pair; the weight is shown with the load."""
    own = own_amounts(prescription, settings.pair)
    units = {"reps_women": ("reps_min", "reps"), "calories_women": ("calories_min", "cal")}
    units["distance_women"] = ("distance", prescription.get("distance_unit") or "")
    return [
        f"{float(own[name]):g} {unit}".strip()
        for second, (name, unit) in units.items()
        if prescription.get(second) is not None
    ]


def _weights(load: Load) -> str:
    ends = [f"{weight:g}" for weight in (load.least, load.most) if weight is not None]
    before, after = "up to " if load.least is None else "", "+" if load.most is None else ""
    return f"{before}{'-'.join(dict.fromkeys(ends))}{after} {load.unit}"


def _plates(rung: Rung) -> Text:
    """Return the discs of one side, or their change if that is less."""
    if rung.plates is None:
        return Text()
    if rung.change and rung.change.shorter:
        moved = [_disc(disc, "−") for disc in rung.change.off] + [_disc(disc, "+") for disc in rung.change.on]
        return Text(" ").join(moved).append(" a side") if moved else Text("the same")
    discs = [_disc(disc) for disc in rung.plates.side]
    return Text(" ").join(discs).append(" a side") if discs else Text("the bar")


def _disc(disc: Disc, sign: str = "") -> Text:
    return Text(f"{sign}{disc.weight:g}", style=_STYLES.get(disc.colour, ""))


def _note(load: Load) -> str:
    exact = [f"{weight:g}" for weight in (load.exact_least, load.exact_most) if weight is not None]
    computed = "-".join(dict.fromkeys(exact))
    if load.note == "below the bar":
        return f" ({computed} {load.unit} is less than the bar)"
    return f" (nothing from {computed} {load.unit} can be loaded)" if load.note else ""
