"""The words of a language, as they are looked up."""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.language import LANGUAGES, foreign_words, load_language, normalise

ENGLISH, SPANISH = load_language("en"), load_language("es")
NAMES = [*calendar.day_name, *(name for name in calendar.month_name if len(name) > 5)]


@pytest.mark.parametrize(
    ("spelling", "weekday"),
    [("mon", 0), ("tues", 1), ("weds", 2), ("wensday", 2), ("thurs", 3), ("fri", 4), ("saterday", 5), ("sun", 6)],
)
def test_weekdays_may_be_short(spelling: str, weekday: int) -> None:
    """As coaches shorten them, and as they hear them."""
    assert weekday == ENGLISH.weekdays[spelling]


@pytest.mark.parametrize(("spelling", "month"), [("jan", 1), ("febr", 2), ("may", 5), ("sept", 9), ("decem", 12)])
def test_months_may_be_cut_short(spelling: str, month: int) -> None:
    """Three letters or more name a month."""
    assert month == ENGLISH.months[spelling]


@given(st.sampled_from(NAMES), st.data())
def test_a_slip_inside_a_name_is_read_as_that_name(name: str, data: st.DataObject) -> None:
    """A letter left out, doubled, or swapped with the next makes no other day or month of it."""
    name = name.lower()
    place = data.draw(st.integers(1, len(name) - 3))
    before, letter, after = name[:place], name[place], name[place + 1 :]
    slip = data.draw(
        st.sampled_from([before + after, before + letter * 2 + after, before + after[0] + letter + after[1:]])
    )
    names = ENGLISH.weekdays if name in ENGLISH.weekdays else ENGLISH.months
    assert names[name] == names[slip]


@pytest.mark.parametrize(
    "word", ["today", "someday", "holiday", "mach", "marching", "juno", "mayhem", "saturated", "mo"]
)
def test_other_words_are_no_names(word: str) -> None:
    """What a coach writes beside dates is not mistaken for one."""
    assert word not in ENGLISH.weekdays
    assert word not in ENGLISH.months


@pytest.mark.parametrize(("spelling", "weekday"), [("Miércoles", 2), ("MIERCOLES", 2), ("sábado", 5), ("Lunes", 0)])
def test_case_and_accents_do_not_matter(spelling: str, weekday: int) -> None:
    """A coach may leave an accent out."""
    assert weekday == SPANISH.weekdays[normalise(spelling)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_seven_weekdays_twelve_months_and_all_words(language: str) -> None:
    """Whoever adds one translates the same keys."""
    loaded = load_language(language)
    assert set(range(7)) == set(loaded.weekdays.values())
    assert set(range(1, 13)) == set(loaded.months.values())
    for table in ("calendar", "headings", "parts", "announcing"):
        assert ENGLISH.tables[table].keys() == loaded.tables[table].keys()
    assert ENGLISH.tables["announcing"]["words"].keys() == loaded.tables["announcing"]["words"].keys()


def test_weekdays_of_other_languages_are_known_as_such() -> None:
    """So that a heading in another language is not taken for a line of the day before."""
    weekdays, months = foreign_words("en")
    assert {"dienstag", "lundi", "miercoles"} <= weekdays
    assert {"marz", "fevrier", "enero"} <= months
    assert not weekdays & ENGLISH.weekdays.keys()
