"""The alphabet of text messages."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.announcing.gsm7 import septets, to_gsm7


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("Snatch 8x2 70-82%", 17), ("ñ é Ñ", 5), ("[a]", 5), ("5 €", 4), ("x^2 ~", 7)]
)
def test_characters_of_the_extension_table_count_two(text: str, length: int) -> None:
    """They take an escape before them; all others of the alphabet count one."""
    assert length == septets(text)


@pytest.mark.parametrize("text", ["á", "…", "–", "日", "\n", "\x1b"])
def test_text_outside_the_alphabet_has_no_length(text: str) -> None:
    """A message with it would be cut into pieces of 70, so its length is an error."""
    with pytest.raises(ValueError, match="not in the alphabet"):
        septets(text)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Sábado – miércoles", "Sabado - miércoles"),
        ("5×5 @ 70–75 %", "5x5 @ 70-75 %"),
        ("ﬁve “heavy” singles…", 'five "heavy" singles...'),
        ("Ça va, Žydrūnas", "Ça va, Zydrunas"),
        ("1½ rounds, ¼ mile", "1 1/2 rounds, 1/4 mile"),
        ("٣ x ٥", "3 x 5"),
        ("10² · 5", "10 5"),
        ("5·3 and 5\u20093", "5 3 and 5 3"),
        ("👊 Snatch 日本", "Snatch"),
        ("two\nlines\tand a\u200bword", "two lines and aword"),
        ("日本", ""),
    ],
)
def test_letters_lose_marks_and_what_has_no_letter_becomes_a_space(written: str, sent: str) -> None:
    """A reader of the message sees the written text, or less; never another number."""
    assert sent == to_gsm7(written)


@given(st.text())
def test_any_text_can_be_sent(text: str) -> None:
    """The result of any text is in the alphabet and on one line, and unchanged a second time."""
    sent = to_gsm7(text)
    assert septets(sent) >= len(sent)
    assert sent == to_gsm7(sent)


BETWEEN_NUMBERS = st.characters(exclude_categories=["Nd", "Cf", "Mn", "Mc", "Me", "Cs"]).filter(
    lambda character: not unicodedata.decomposition(character).startswith("<fraction>")
)


@given(st.lists(st.tuples(st.integers(0, 999).map(str), BETWEEN_NUMBERS)))
def test_numbers_stay_apart(parts: list[tuple[str, str]]) -> None:
    """A character that is left out between two numbers makes no third one of them."""
    numbers = [number for number, _ in parts]
    assert numbers == re.findall("[0-9]+", to_gsm7("".join(number + character for number, character in parts)))
