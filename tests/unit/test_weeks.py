"""Weeks of the calendar."""

from datetime import date

import pytest

from wod.errors import BadInput
from wod.weeks import days_of, week_path, week_starting, weeks_away

LAST_OF_2020 = week_starting(date(2020, 12, 28))


def test_a_week_has_neighbours_in_other_years() -> None:
    """2020 has 53 weeks."""
    assert "2020-W53" == str(LAST_OF_2020)
    assert ("2020-W52", "2021-W01") == (str(weeks_away(LAST_OF_2020, -1)), str(weeks_away(LAST_OF_2020, 1)))


def test_a_week_has_seven_days_and_a_page() -> None:
    """They go from Monday to Sunday; the page is named after the week."""
    days = days_of(LAST_OF_2020)
    assert (date(2020, 12, 28), date(2021, 1, 3), 7) == (days[0], days[-1], len(days))
    assert "weeks/2020-W53.html" == week_path(LAST_OF_2020)


@pytest.mark.parametrize(("monday", "weeks"), [(date(9999, 12, 20), 1), (date(9999, 12, 20), 2), (date(1, 1, 1), -1)])
def test_no_week_is_outside_the_calendar(monday: date, weeks: int) -> None:
    """The sentence is about the post that would be in it."""
    with pytest.raises(BadInput, match=r"^The post's week is not in the calendar; correct its date\.$"):
        weeks_away(week_starting(monday), weeks)
