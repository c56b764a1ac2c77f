"""A numeral is one token, however it is written, with its sign and its unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notation import NOTATION
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import Token, tokenise

VOCABULARY = NOTATION.vocabulary


def numerals(text: str) -> list[Token]:
    return [token for token in tokenise(normalise_marks(text), VOCABULARY) if token.is_numeral]


def only(text: str) -> Token:
    """The one numeral of a text."""
    (token,) = numerals(text)
    return token


@pytest.mark.parametrize(
    ("text", "kind", "least", "most"),
    [
        ("3", "{count}", 3, 3),
        ("three", "{count}", 3, 3),
        ("twenty-five", "{count}", 25, 25),
        ("3-5", "{range}", 3, 5),
        ("3 to 5", "{range}", 3, 5),
        ("5+", "{range}", 5, None),
        ("8½", "{decimal}", 8.5, 8.5),
        ("7.5-8", "{decimals}", 7.5, 8),
        ("82,5%", "{percent}", 82.5, 82.5),
        ("82.5 %", "{percent}", 82.5, 82.5),
        ("60-65%", "{percent}", 60, 65),
        ("60%…65%", "{percent}", 60, 65),
        ("60% - 65%", "{percent}", 60, 65),
        ("92+%", "{percent}", 92, None),
        ("101%+", "{percent}", 101, None),
        ("90 percent", "{percent}", 90, 90),
        ("2:30", "{time}", 150, 150),
        (":45", "{time}", 45, 45),
        ("2 minutes", "{time}", 120, 120),
        ("1½ minutes", "{time}", 90, 90),
        ("2 ½ minutes", "{time}", 150, 150),
        ("1 minute and 30 seconds", "{time}", 90, 90),
        ("15-20 sec", "{time}", 15, 20),
        ("20-minute", "{time}", 1200, 1200),
        ("1,000 m", "{distance}", 1000, 1000),
        ("1 1/2 miles", "{distance}", 1.5, 1.5),
        ("1/2 mile", "{distance}", 0.5, 0.5),
        ("10-15 meters", "{distance}", 10, 15),
        ("70 kilo", "{weight}", 70, 70),
        ("115-pound", "{weight}", 115, 115),
        ("225#", "{weight}", 225, 225),
        ("15 cal", "{calories}", 15, 15),
        ("1.5 pood", "{pood}", 1.5, 1.5),
        ("24 inches", "{height}", 24, 24),
        ("10-RM", "{rm}", 10, 10),
        ("3 rep max", "{rm}", 3, 3),
        ("E2:30MOM", "{interval}", 150, 150),
        ("E90S", "{interval}", 90, 90),
        ("E1:30S", "{interval}", 90, 90),
        ("E1:30", "{interval}", 90, 90),
        ("E2M", "{interval}", 120, 120),
    ],
)
def test_a_numeral_is_read_whole_with_its_unit(text: str, kind: str, least: float, most: float | None) -> None:
    """Figures, words, fractions, commas, clocks, ranges and open ends; times are seconds."""
    token = only(text)
    assert (kind, least, most, normalise_marks(text)) == (token.symbol, token.least, token.most, token.text)


@pytest.mark.parametrize(
    ("text", "kind", "items"),
    [
        ("21-15-9", "{series}", (21, 15, 9)),
        ("21 – 15 – 9", "{series}", (21, 15, 9)),
        ("5/5/5+", "{series}", (5, 5, 5)),
        ("3, 4 and 5", "{series}", (3, 4, 5)),
        ("65/75/85%", "{percents}", (65, 75, 85)),
        ("100, 105, 110%", "{percents}", (100, 105, 110)),
        ("2+1", "{plus}", (2, 1)),
        ("1.1.1", "{cluster}", (1, 1, 1)),
        ("5-3", "{series}", (5, 3)),
        ("25-5", "{series}", (25, 5)),
    ],
)
def test_a_list_of_numbers_is_one_numeral(text: str, kind: str, items: tuple[int, ...]) -> None:
    """The unit at its end belongs to each of its numbers."""
    token = only(text)
    assert (kind, items) == (token.symbol, token.items)


@pytest.mark.parametrize(
    ("text", "kind", "first", "second"),
    [
        ("95/65 lb", "{weight}", 95, 65),
        ("95 lb/65 lb", "{weight}", 95, 65),
        ("75 lbs./55 lbs.)", "{weight}", 75, 55),
        ("400/350 meters", "{distance}", 400, 350),
        ("24/18 cal", "{calories}", 24, 18),
        ("20/14", "{pair}", 20, 14),
        ("225/45 lb", "{weight}", 225, 45),
        ('24/20"', "{height}", 24, 20),
        ("(70, 53)", "{pair}", 70, 53),
    ],
)
def test_a_pair_keeps_both_numbers(text: str, kind: str, first: float, second: float) -> None:
    """The first is the amount, the second is that of women."""
    token = only(text)
    assert (kind, first, second) == (token.symbol, token.least, token.second)


@pytest.mark.parametrize("text", ["30X1", "31X1", "3-1-X-1", "20X0", "3.0.X.1"])
def test_a_tempo_is_not_a_number(text: str) -> None:
    """Its figures are the seconds of each part of the lift, and never sets or repetitions."""
    assert "{tempo}" == only(text).symbol


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("5x3", ["{count}", "{count}"]),
        ("Set 1 - 8 Reps", ["{count}", "{count}"]),
        ("3x5 to 24″", ["{count}", "{count}", "{seconds_or_inches}"]),
        ("70%, 3 @ 76%", ["{percent}", "{count}", "{percent}"]),
        ("60%/2", ["{percent}", "{count}"]),
        ("3 x 3 - 80%", ["{count}", "{count}", "{percent}"]),
        ("2 Cleans + 1 Jerk", ["{count}", "{count}"]),
    ],
)
def test_numbers_that_do_not_belong_together_are_not_joined(text: str, kinds: list[str]) -> None:
    """A dash, a comma, a slash or a plus between two numbers may separate them."""
    assert kinds == [token.symbol for token in numerals(text)]


@pytest.mark.parametrize("text", ["5x5 +5 lb", "3 x 5 @ -10%"])
def test_a_sign_makes_a_difference(text: str) -> None:
    """`+5 lb` is not a weight, and `-10%` no percent of a maximum."""
    assert "{difference}" == numerals(text)[-1].symbol


@pytest.mark.parametrize("text", ["T2B", "C2B", "S2OH"])
def test_a_code_is_a_word(text: str) -> None:
    """The figure in it counts nothing."""
    assert [] == numerals(text)


@given(st.text(max_size=300))
def test_every_character_is_in_one_token_or_is_blank(text: str) -> None:
    """Tokens do not overlap, are in order, and leave nothing but white space out."""
    line = normalise_marks(text)
    place = 0
    for token in tokenise(line, VOCABULARY):
        assert token.start >= place
        assert line[token.start : token.end] == token.text
        assert not line[place : token.start].strip()
        place = token.end
    assert not line[place:].strip()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("set of 5 - 16 minutes", ["{count}", "{time}"]),  # more than three times as many: five, in sixteen minutes
        ("set of 5 - 15 minutes", ["{time}"]),
        ("x 20 -25%", ["{percent}"]),
        ("x 19 -25%", ["{count}", "{difference}"]),
        ("5, 3 Pull-Ups", ["{count}", "{count}"]),  # two numbers after a comma with a space are not a list
        ("5, 3, 1", ["{series}"]),
        ("3, two, 1", ["{count}", "{count}", "{count}"]),
        ("Set 1 - 8 reps", ["{count}", "{count}"]),
        ("100 kg / 110 kg", ["{weight}", "{weight}"]),
        ("110 kg / 100 kg", ["{weight}"]),
    ],
)
def test_numbers_beside_a_mark_are_one_numeral_or_two(text: str, kinds: list[str]) -> None:
    """A range, a list and a pair are one; an amount and what follows it are two."""
    assert kinds == [token.symbol for token in numerals(text)]


def test_the_end_of_a_ladder_has_its_full_stop() -> None:
    """The ladder ends with `etc.`, and the name of the movement begins after it."""
    (ladder,) = [token for token in tokenise("1-2-3-etc. Burpees", VOCABULARY) if token.is_numeral]
    assert ("{ladder}", "1-2-3-etc.") == (ladder.symbol, ladder.text)


@pytest.mark.parametrize("text", ["w/ a 14 min cap", "W/ a vest", "w/20 lb", "w/ 20 lb"])
def test_w_and_a_slash_are_one_word(text: str) -> None:
    """`w/` is short for `with`."""
    first = tokenise(text, VOCABULARY)[0]
    assert ("with", "with", 0, 2) == (first.symbol, first.text, first.start, first.end)


@pytest.mark.parametrize("text", ["w/o shoes", "m/w 20/15", "w/m", "w / m"])
def test_w_and_a_slash_may_be_other_words(text: str) -> None:
    """Without a unit, men and women are written with a slash as well."""
    assert "with" not in [token.symbol for token in tokenise(text, VOCABULARY)]
