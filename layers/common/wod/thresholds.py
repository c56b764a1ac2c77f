"""The rules of quality and their thresholds; docs/quality.md defines each rule."""

from typing import Annotated

from msgspec import Meta

from wod.shape import Shape

type Percent = Annotated[float, Meta(ge=0, le=100)]


class Thresholds(Shape):
    """The least percent of each rule, in the order of their numbers. A rule with 0 is counted and never alerts."""

    days_stated: Percent = 0
    days_read: Percent = 80
    lines_read: Percent = 90
    numbers_read: Percent = 90
    movements_known: Percent = 80
    lines_consistent: Percent = 90
    dates_consistent: Percent = 100
    dates_stated: Percent = 0
    sessions_distinct: Percent = 100
    published_in_time: Percent = 50


DEFAULT_THRESHOLDS = Thresholds()

RULES = Thresholds.__struct_fields__
"""Their names; a rule's number is its place here, from 1."""
