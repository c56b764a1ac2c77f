"""The words of a language, as they are looked up."""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.blog import load_blog
from wod.language import LANGUAGES, advice_about_language, foreign_words, load_language, normalise
from wod.reading.dates.post_dates import dates_of_post, unread_dates

ENGLISH, SPANISH = load_language("en"), load_language("es")
NAMES = [*calendar.day_name, *(name for name in calendar.month_name if len(name) > 5)]


@pytest.mark.parametrize(
    ("spelling", "weekday"),
    [("mon", 0), ("tues", 1), ("weds", 2), ("wensday", 2), ("thurs", 3), ("fri", 4), ("saterday", 5), ("sun", 6)],
)
def test_weekdays_may_be_short(spelling: str, weekday: int) -> None:
    """Short forms and misspellings by ear are both known."""
    assert weekday == ENGLISH.weekdays[spelling]


@pytest.mark.parametrize(("spelling", "month"), [("jan", 1), ("febr", 2), ("may", 5), ("sept", 9), ("decem", 12)])
def test_months_may_be_cut_short(spelling: str, month: int) -> None:
    """Three letters or more name a month."""
    assert month == ENGLISH.months[spelling]


@given(st.sampled_from(NAMES), st.data())
def test_a_slip_inside_a_name_is_read_as_that_name(name: str, data: st.DataObject) -> None:
    """A letter left out, added, doubled, or swapped with the next makes no other day or month of it."""
    name = name.lower()
    place = data.draw(st.integers(1, len(name) - 3))
    before, letter, after = name[:place], name[place], name[place + 1 :]
    slip = data.draw(
        st.sampled_from(
            [
                before + after,
                before + letter * 2 + after,
                before + "s" + letter + after,
                before + after[0] + letter + after[1:],
                name + name[-1],
            ]
        )
    )
    names = ENGLISH.weekdays if name in ENGLISH.weekdays else ENGLISH.months
    assert names[name] == names[slip]


@pytest.mark.parametrize(
    "word", ["today", "someday", "holiday", "mach", "marching", "juno", "mayhem", "saturated", "mo"]
)
def test_other_words_are_not_names(word: str) -> None:
    """Words beside dates are not mistaken for dates."""
    assert word not in ENGLISH.weekdays
    assert word not in ENGLISH.months


@pytest.mark.parametrize("slip", ["onday", "xmonday", "omnday", "monda", "mondayx", "mondya"])
def test_a_slip_at_an_end_of_a_name_is_not_read(slip: str) -> None:
    """The first and the last letter are right, so that other words are not mistaken for names."""
    assert slip not in ENGLISH.weekdays


@pytest.mark.parametrize(("spelling", "weekday"), [("Miércoles", 2), ("MIERCOLES", 2), ("sábado", 5), ("Lunes", 0)])
def test_case_and_accents_do_not_matter(spelling: str, weekday: int) -> None:
    """A coach may leave an accent out."""
    assert weekday == SPANISH.weekdays[normalise(spelling)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_seven_weekdays_twelve_months_and_all_words(language: str) -> None:
    """Every language translates the same keys."""
    loaded = load_language(language)
    assert set(range(7)) == set(loaded.weekdays.values())
    assert set(range(1, 13)) == set(loaded.months.values())
    for table in ("calendar", "headings", "parts", "percents", "announcing"):
        assert ENGLISH.tables[table].keys() == loaded.tables[table].keys()
    assert ENGLISH.tables["announcing"]["words"].keys() == loaded.tables["announcing"]["words"].keys()


def test_weekdays_of_other_languages_are_known_as_such() -> None:
    """A heading in another language is therefore not taken for a line of the day before."""
    weekdays, months = foreign_words("en")
    assert {"dienstag", "lundi", "miercoles"} <= weekdays
    assert {"marz", "fevrier", "enero"} <= months
    assert not weekdays & ENGLISH.weekdays.keys()


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Lunes 19 de enero de 2026", 'set `language = "es"` there'),
        ("19 de enero", 'set `language = "es"` there'),
        ("Donnerstag", "another language than English"),
        ("le 3 février", "another language than English"),
    ],
)
def test_a_date_of_another_language_is_refused_with_the_language_to_set(text: str, advice: str) -> None:
    """The blog's file may name the wrong language; one that is not a file yet can be added."""
    sentence = advice_about_language(text, "en")
    assert advice in sentence
    assert 'the blog\'s file has `language = "en"`' in sentence


@pytest.mark.parametrize("text", ["February 30", "Monday 19 January", "30/30/2026", "Week 7"])
def test_a_date_of_the_blogs_own_language_has_no_advice_about_it(text: str) -> None:
    """It is wrong for another reason."""
    assert not advice_about_language(text, "en")


def test_a_refusal_of_a_foreign_date_says_so() -> None:
    """The date is in the title, or in a heading of the text."""
    published = "2026-01-18T06:00:00"
    dates = dates_of_post("Lunes 19 de enero", "lunes-19", published, load_blog("invictus"))
    assert ("19 de enero",) == dates.unread
    assert 'set `language = "es"`' in str(unread_dates(dates.unread, load_blog("invictus")))
    assert "not a real day" in str(unread_dates(["February 30"], load_blog("invictus")))
