"""Read the weekday that a line begins with, and the date after it: `Mon`, `Tuesday, 5/7`."""

import re
from dataclasses import dataclass
from datetime import date

from wod.blog import Blog
from wod.reading.dates.named_dates import read_dates
from wod.reading.dates.post_dates import nearest_to
from wod.reading.days.heading_words import Token

FIGURES_AFTER = re.compile(r"[,.]?\s*\d{1,2}/\d{1,2}(?=\s)")
"""A date of two numbers directly after a weekday."""

_DIGIT_NEAR = re.compile(r"[^\d:;–—]{1,16}\d")  # `, Sept. 6`


@dataclass(frozen=True)
class Lead:
    """The weekday at the beginning of a line, and the end of the date after it."""

    number: int
    """The number of the weekday; Monday is 0."""
    weekday: str
    """The weekday as written."""
    name: str
    """The weekday with its date."""
    end: int
    agrees: bool
    """True if there is a date, and it is on this weekday."""

    @property
    def has_date(self) -> bool:
        """Return whether a date is after the weekday."""
        return self.name != self.weekday


def lead_of(text: str, first: Token, published: date, blog: Blog) -> Lead | None:
    """Return the lead of a line whose first word, after asterisks, is `first`; None if that is not a weekday."""
    if first.weekday is None or first.text.endswith("'s"):
        return None
    start = len(text) - len(text.lstrip("*"))
    weekday = text[start : start + len(first.text)]
    end = start + len(weekday)
    figures = FIGURES_AFTER.match(text, end)  # `5/6 21-15-9` is not a date of 2021
    dated = text[: figures.end()] if figures else text
    named = read_dates(dated, published, blog).named if _DIGIT_NEAR.match(text, end) else None
    agrees = False
    if named and named.is_one_day and named.weekday == first.weekday:
        after = text.find(named.text, start) + len(named.text)
        between = text[end : after - len(named.text)]
        if after > end and not between.strip(" ,.("):
            end = after + 1 if text[after : after + 1] == ")" else after
            day = nearest_to(named.start, published, named.start.year)
            agrees = day is not None and day.weekday() == first.weekday
    return Lead(first.weekday, weekday, text[:end].strip(" *"), end, agrees)
