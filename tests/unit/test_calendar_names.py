"""The spellings of weekdays and months."""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.reading.calendar_names import MONTHS, WEEKDAYS

NAMES = [*calendar.day_name, *(name for name in calendar.month_name if len(name) > 5)]


@pytest.mark.parametrize(
    ("spelling", "weekday"),
    [("mon", 0), ("tues", 1), ("weds", 2), ("wensday", 2), ("thurs", 3), ("fri", 4), ("saterday", 5), ("sun", 6)],
)
def test_weekdays_may_be_short(spelling: str, weekday: int) -> None:
    """As coaches shorten them, and as they hear them."""
    assert weekday == WEEKDAYS[spelling]


@pytest.mark.parametrize(("spelling", "month"), [("jan", 1), ("febr", 2), ("may", 5), ("sept", 9), ("decem", 12)])
def test_months_may_be_cut_short(spelling: str, month: int) -> None:
    """Three letters or more name a month."""
    assert month == MONTHS[spelling]


@given(st.sampled_from(NAMES), st.data())
def test_a_slip_inside_a_name_is_read_as_that_name(name: str, data: st.DataObject) -> None:
    """A letter left out, doubled, or in the place of the next makes no other day or month of it."""
    name = name.lower()
    place = data.draw(st.integers(1, len(name) - 3))
    before, letter, after = name[:place], name[place], name[place + 1 :]
    slip = data.draw(
        st.sampled_from([before + after, before + letter * 2 + after, before + after[0] + letter + after[1:]])
    )
    names = WEEKDAYS if name in WEEKDAYS else MONTHS
    assert names[name] == names[slip]


@pytest.mark.parametrize(
    "word", ["today", "someday", "holiday", "mach", "marching", "juno", "mayhem", "saturated", "mo"]
)
def test_other_words_are_no_names(word: str) -> None:
    """What a coach writes beside dates is not mistaken for one."""
    assert word not in WEEKDAYS
    assert word not in MONTHS
