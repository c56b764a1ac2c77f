"""A day of the calendar as texts name it: month and day, and perhaps the year."""

from dataclasses import dataclass
from datetime import date

_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LONGEST_MONTH = 31
LONGEST_WEEK = 8
"""Days in a week; it is 8 because some coaches name the next Monday as the end."""

SHORTEST_WEEK = 4
"""Days in a week, if another reading of its ends is possible."""

_ANY_LEAP_YEAR = 2020


@dataclass(frozen=True)
class NamedDate:
    """A day of the calendar, with the year if it is stated."""

    month: int
    day: int
    year: int | None = None

    @property
    def is_possible(self) -> bool:
        """Return whether the day exists in some year."""
        return 1 <= self.month <= 12 and 1 <= self.day <= _DAYS_OF_MONTH[self.month - 1]


def exists(day: NamedDate) -> bool:
    """Return whether the calendar has the day; without a year, whether a leap year has it."""
    if not day.is_possible:
        return False
    try:
        date(day.year if day.year is not None else _ANY_LEAP_YEAR, day.month, day.day)
    except ValueError:
        return False
    return True


def is_week(start: NamedDate, end: NamedDate, *, shortest: int) -> bool:
    """Return whether both are real dates and the start and end of a week."""
    if not (exists(start) and exists(end)):
        return False
    year = start.year or _ANY_LEAP_YEAR
    first = date(year, start.month, start.day)
    try:
        last = date(year + 1 if end.month < start.month else year, end.month, end.day)
    except ValueError:
        return False
    return shortest <= (last - first).days + 1 <= LONGEST_WEEK
