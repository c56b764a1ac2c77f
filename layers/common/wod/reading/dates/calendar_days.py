"""A day of the calendar as texts name it: month and day, and perhaps the year."""

from dataclasses import dataclass
from datetime import date

_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LONGEST_MONTH = 31
ANY_LEAP_YEAR = 2020


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
        date(day.year if day.year is not None else ANY_LEAP_YEAR, day.month, day.day)
    except ValueError:
        return False
    return True
