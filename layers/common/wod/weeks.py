"""Weeks of the calendar, Monday to Sunday."""

from datetime import date, timedelta

from wod.errors import BadInput
from wod.models import Week


def week_starting(monday: date) -> Week:
    """Return the week of this Monday. Raise BadInput at the end of the calendar."""
    try:
        sunday = monday + timedelta(days=6)
    except OverflowError:
        raise not_in_the_calendar() from None
    year, week, _ = monday.isocalendar()
    return Week(year=year, week=week, start_date=monday.isoformat(), end_date=sunday.isoformat())


def week_with_number(year: int, number: int) -> Week:
    """Return the week with this number of an ISO year."""
    return week_starting(date.fromisocalendar(year, number, 1))


def weeks_away(week: Week, weeks: int) -> Week:
    """Return the week this many weeks after this one; before it if the number is negative. Raise BadInput at the
    end of the calendar."""
    try:
        return week_starting(date.fromisoformat(week.start_date) + timedelta(weeks=weeks))
    except OverflowError:
        raise not_in_the_calendar() from None


def days_of(week: Week) -> list[date]:
    """Return the seven days of a week."""
    monday = date.fromisoformat(week.start_date)
    return [monday + timedelta(days=number) for number in range(7)]


def not_in_the_calendar() -> BadInput:
    """Return the refusal of a post whose week, or one beside it, is before the year 1 or after the year 9999."""
    return BadInput("The post's week is not in the calendar; correct its date.")


def week_path(week: Week) -> str:
    """Return the path of its page within the site: `weeks/2021-W10.html`."""
    return f"weeks/{week}.html"
