"""Compute loads: a lifter's percents and weights, rounded to the lifter's bar and discs."""

from fractions import Fraction
from typing import Any, Literal, NamedTuple

from wod.lifting.lifter import Maximum, Pair, Settings
from wod.lifting.maxima import Estimate, estimate, valid_on
from wod.lifting.numbers import hundredths, in_unit, rounded
from wod.lifting.plates import Barbell, Change, Plates, change
from wod.lifting.prescribed_load import PrescribedLoad
from wod.lifting.tables import Unit
from wod.shape import Shape

type Note = Literal["nothing inside", "below the bar"]

_PAIRS = {
    "reps_women": ("reps_min", "reps_max"),
    "distance_women": ("distance",),
    "calories_women": ("calories_min", "calories_max"),
    "weight_women": ("weight",),
}


class Load(Shape):
    """A load. `least` is None for `up to 70%`, `most` for `101%+`; the exact weights are to the hundredth.

    The note is "nothing inside" if no weight in a range can be loaded, so these are the nearest that can. `maximum` is
    the one used. A weight that is not on a bar stays as prescribed, in its own unit.
    """

    kind: Literal["load"] = "load"
    least: float | None
    most: float | None
    unit: Unit
    exact_least: float | None
    exact_most: float | None
    note: Note | None
    on_a_bar: bool
    maximum: Maximum | None


class Missing(Shape):
    """A missing maximum, an estimate of it, and the load of that estimate."""

    kind: Literal["missing"] = "missing"
    lift: str
    reps: int
    estimate: Estimate | None
    load: Load | None


class Rung(Shape):
    """One step of a ladder of sets."""

    load: Load | Missing | None
    plates: Plates | None
    change: Change | None


class _Rounded(NamedTuple):
    least: float | None
    most: float | None
    note: Note | None


def loadable(
    prescribed: PrescribedLoad | None, maxima: list[Maximum], settings: Settings, day: str
) -> Load | Missing | None:
    """Return the load on a day; None if no number states it."""
    if prescribed is None:
        return None
    if prescribed.lift is None:
        return _of_weight(prescribed, settings)
    if own := valid_on(maxima, prescribed.lift, prescribed.rep_max, day):
        return _of_percent(prescribed, own, own, settings)
    guess = estimate(maxima, prescribed.lift, prescribed.rep_max, day)
    load = _of_percent(prescribed, guess, guess.of, settings) if guess else None
    return Missing(lift=prescribed.lift, reps=prescribed.rep_max, estimate=guess, load=load)


def ladder(sets: list[PrescribedLoad | None], maxima: list[Maximum], settings: Settings, day: str) -> list[Rung]:
    """Return the loads of the sets of one movement, with discs, and with the change from the set before.

    The discs of a range are those of its lower end, and after a range the discs on the bar are unknown.
    """
    rungs, before = [], None
    for prescribed in sets:
        found = loadable(prescribed, maxima, settings, day)
        load = found.load if isinstance(found, Missing) else found
        on_bar = _plates(load, settings) if load else None
        rungs.append(Rung(load=found, plates=on_bar, change=change(before, on_bar) if before and on_bar else None))
        before = on_bar if load and load.least == load.most else None
    return rungs


def own_amounts(prescription: dict[str, Any], pair: Pair) -> dict[str, Any]:
    """Return a prescription with the lifter's amounts of its pairs: the second of `95/65 lb` is 65."""
    own = dict(prescription)
    for second, firsts in _PAIRS.items():
        if pair == "second" and own.get(second) is not None:
            own |= dict.fromkeys(firsts, own[second])
        own[second] = None
    return own


def own_sessions(sessions: list[dict[str, Any]], level: str | None) -> list[dict[str, Any]]:
    """Return the sessions without those of other levels, on days that have the lifter's level."""

    def is_own(session: dict[str, Any]) -> bool:
        return (session.get("level") or "").lower() == (level or "").lower()

    has_own = {session["date"] for session in sessions if is_own(session)}
    return [
        session
        for session in sessions
        if not level or not session.get("level") or is_own(session) or session["date"] not in has_own
    ]


def _of_weight(prescribed: PrescribedLoad, settings: Settings) -> Load:
    if prescribed.weight is None or prescribed.unit is None:
        raise ValueError("without a lift there has to be a weight with its unit")
    least, most = prescribed.weight, prescribed.weight if prescribed.weight_max is None else prescribed.weight_max
    if settings.pair == "second" and prescribed.weight_women is not None:
        least = most = prescribed.weight_women
    if not prescribed.on_a_bar:
        return _load(_Rounded(least, most, None), prescribed.unit, least, most, on_a_bar=False, maximum=None)
    exact = [in_unit(Fraction(hundredths(weight)), prescribed.unit, settings.unit) for weight in (least, most)]
    return _on_bar(exact[0], exact[1], settings, None)


def _of_percent(prescribed: PrescribedLoad, own: Maximum | Estimate, maximum: Maximum, settings: Settings) -> Load:
    least, most = (
        None
        if percent is None
        else in_unit(Fraction(hundredths(own.weight) * hundredths(percent), 100 * 100), own.unit, settings.unit)
        for percent in (prescribed.percent_min, prescribed.percent_max)
    )
    return _on_bar(least, most, settings, maximum)


def _on_bar(least: Fraction | None, most: Fraction | None, settings: Settings, maximum: Maximum | None) -> Load:
    exact = [None if weight is None else rounded(weight) for weight in (least, most)]
    return _load(_inside(least, most, Barbell(settings)), settings.unit, *exact, on_a_bar=True, maximum=maximum)


def _load(
    weights: _Rounded,
    unit: Unit,
    exact_least: float | None,
    exact_most: float | None,
    *,
    on_a_bar: bool,
    maximum: Maximum | None,
) -> Load:
    return Load(
        least=weights.least,
        most=weights.most,
        unit=unit,
        exact_least=exact_least,
        exact_most=exact_most,
        note=weights.note,
        on_a_bar=on_a_bar,
        maximum=maximum,
    )


def _inside(least: Fraction | None, most: Fraction | None, barbell: Barbell) -> _Rounded:
    """Round inwards; a single weight to the nearest that can be loaded, and of two equally near ones to the lighter."""
    above = None if least is None else barbell.around(least)[1]
    if most is None:
        return _Rounded(_number(above), None, None)
    below = barbell.around(most)[0]
    if below is None:
        bar = barbell.empty / 100
        return _Rounded(None if least is None else bar, bar, "below the bar")
    if least is None or above is None:
        return _Rounded(None, below / 100, None)
    if above <= below:
        return _Rounded(above / 100, below / 100, None)
    nearest = (above if above - most < least - below else below) / 100
    return _Rounded(nearest, nearest, "nothing inside" if least < most else None)


def _number(in_hundredths: int | None) -> float | None:
    return None if in_hundredths is None else in_hundredths / 100


def _plates(load: Load, settings: Settings) -> Plates | None:
    weight = load.most if load.least is None else load.least
    return Barbell(settings).plates(weight) if load.on_a_bar and weight is not None else None
