"""Clocks of tests: one that stands still, so that no midnight passes while a test runs."""

from datetime import date, datetime, timedelta, tzinfo


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def days_of(today: date) -> type[date]:
    """Return the class `date` as it is on this day."""

    class Date(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override] # msgspec encodes no subclass of it
            return today

    return Date


def moments_of(now: datetime) -> type[datetime]:
    """Return the class `datetime` as it is at this moment."""

    class Datetime(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # msgspec encodes no subclass
            return now.astimezone(tz)

    return Datetime
