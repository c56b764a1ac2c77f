"""Days and weeks as a person names them on the command line."""

from datetime import date

import pytest

from wod_cli.errors import CommandError
from wod_cli.lifter.days import day_of, days_of, week_of

WEDNESDAY = date(2021, 3, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2021-03-10"),
        ("Today", "2021-03-10"),
        ("tomorrow", "2021-03-11"),
        ("yesterday", "2021-03-09"),
        ("wednesday", "2021-03-10"),
        ("Friday", "2021-03-12"),
        ("fri", "2021-03-12"),
        ("monday", "2021-03-15"),
        ("tuesday", "2021-03-16"),
        ("2021-03-08", "2021-03-08"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_a_day_is_named_in_words_or_as_a_date(text: str, day: str) -> None:
    """A weekday is the next one, today included: people look at what they are about to do."""
    assert day == day_of(text, WEDNESDAY).isoformat()


def test_weekdays_are_known_in_the_language_of_the_blog(monkeypatch: pytest.MonkeyPatch) -> None:
    """The English ones are known as well."""
    monkeypatch.setenv("BLOG", "forja")
    assert ["2021-03-12", "2021-03-13", "2021-03-12"] == [
        day_of(text, WEDNESDAY).isoformat() for text in ("viernes", "Sábado", "friday")
    ]


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("this", "2021-03-08"),
        ("next", "2021-03-15"),
        ("last", "2021-03-01"),
        ("2021-W10", "2021-03-08"),
        ("2021-w10", "2021-03-08"),
        ("2021w1", "2021-01-04"),
        ("2020-W53", "2020-12-28"),
        ("2021-03-14", "2021-03-08"),
    ],
)
def test_a_week_has_seven_days_from_monday_on(text: str, monday: str) -> None:
    """It may be given by any of its names; a date stands for the week that it is in."""
    days = week_of(text, WEDNESDAY)
    assert [date.fromisoformat(monday).toordinal() + number for number in range(7)] == [day.toordinal() for day in days]


def test_a_name_may_be_of_a_week_or_of_a_day() -> None:
    """Some commands take both."""
    assert 7 == len(days_of("2021-W10", WEDNESDAY))
    assert [date(2021, 3, 12)] == days_of("friday", WEDNESDAY)


@pytest.mark.parametrize("text", ["", "someday", "2021-W10-1", "2021-3-8", "8.3.2021", "W10", "mon day"])
def test_an_unreadable_day_is_refused_with_an_example(text: str) -> None:
    """The sentence says what can be written."""
    with pytest.raises(CommandError, match="2021-03-08"):
        day_of(text, WEDNESDAY)


@pytest.mark.parametrize("text", ["", "today", "10", "2021-W1O", "W10"])
def test_an_unreadable_week_is_refused_with_an_example(text: str) -> None:
    """The sentence says what can be written."""
    with pytest.raises(CommandError, match="2021-W10"):
        week_of(text, WEDNESDAY)


@pytest.mark.parametrize("text", ["2021-02-30", "0000-01-01", "2021-W54", "0000-W01", "9999-W52"])
def test_a_date_that_no_calendar_has_is_refused(text: str) -> None:
    """The form is right, and the day is not."""
    with pytest.raises(CommandError, match="in no calendar"):
        days_of(text, WEDNESDAY)


def test_a_week_in_place_of_a_day_is_pointed_to_its_command() -> None:
    """`wod session 2021-W10` says what shows it."""
    with pytest.raises(CommandError, match="`wod week 2021-w10`"):
        day_of("2021-W10", WEDNESDAY)
