"""The load of a prescription, if numbers state it."""

from typing import Any

from wod.blog import Blog
from wod.lifting.tables import Unit
from wod.notation.grammar.catalogue import OF_A_BARBELL
from wod.notation.grammar.notation import catalogue_of
from wod.shape import Shape


class PrescribedLoad(Shape, omit_defaults=True):
    """Percents of a rep max of a lift, or without a lift a weight in the post's own unit.

    `on_a_bar` is true if it is loaded with discs.
    """

    lift: str | None = None
    rep_max: int = 1
    percent_min: float | None = None
    percent_max: float | None = None
    weight: float | None = None
    weight_max: float | None = None
    weight_women: float | None = None
    unit: Unit | None = None
    on_a_bar: bool = True


def prescribed_load(prescription: dict[str, Any], blog: Blog) -> PrescribedLoad | None:
    """Return the load of a prescription to compute with; None if there is none, or if words state more of it.

    The lift of a percent is the one that the post names, else the movement's own in the blog's catalogue. A percent
    of something that the catalogue does not know stays as written.
    """
    p = prescription
    if p.get("load_text"):
        return None
    if p["percent_min"] is not None or p["percent_max"] is not None:
        named = catalogue_of(blog).find(p["percent_of"]) if p["percent_of"] else None
        lift = named.name if named else None if p["percent_of"] else p["lift"]
        if lift is None:
            return None
        return PrescribedLoad(
            lift=lift,
            rep_max=int(p["percent_of_rep_max"] or 1),
            percent_min=_float(p["percent_min"]),
            percent_max=_float(p["percent_max"]),
        )
    if p.get("weight") is None or p.get("weight_unit") is None:
        return None
    return PrescribedLoad(
        weight=_float(p["weight"]),
        weight_max=_float(p.get("weight_max")),
        weight_women=_float(p.get("weight_women")),
        unit=p["weight_unit"],
        on_a_bar=p["lift"] is not None or p["family"] in OF_A_BARBELL or "Barbell" in (p["canonical_movement"] or ""),
    )


def _float(value: Any) -> float | None:
    """Return a Decimal of the table as a float; None stays None."""
    return None if value is None else float(value)
