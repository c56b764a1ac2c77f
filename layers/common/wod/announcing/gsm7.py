"""The alphabet of text messages, GSM 03.38: one text of 160 septets costs one message."""

import unicodedata

LONGEST = 160
"""Septets of one message."""

_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASIC = frozenset(" @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà" + _DIGITS + _LETTERS)
_EXTENSION = frozenset("^{}\\[~]|€")
"""Characters that take an escape in front, so each counts two."""

_OTHERWISE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("×✕✖", "x"),
        "…": "...",
        "⁄": "/",
        "≤": "<=",
        "≥": ">=",
        "œ": "oe",
        "Œ": "OE",
    }
)


def septets(text: str) -> int:
    """Return the length of a text in septets. Raise ValueError for a character that is not in the alphabet."""
    foreign = set(text) - _BASIC - _EXTENSION
    if foreign:
        raise ValueError(f"{sorted(foreign)} are not in the alphabet of text messages")
    return sum(2 if character in _EXTENSION else 1 for character in text)


def to_gsm7(text: str) -> str:
    """Return the text in the alphabet, on one line: letters without marks it lacks, other characters as a space.

    A space stands for whatever is left out between visible characters, so two numbers never become one.
    """
    known = unicodedata.normalize("NFC", text).translate(_OTHERWISE)
    return " ".join("".join(map(_in_alphabet, known)).split())


def _in_alphabet(character: str) -> str:
    if character in _BASIC or character in _EXTENSION:
        return character
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    simple = unicodedata.normalize("NFKD", character).translate(_OTHERWISE)
    if unicodedata.decomposition(character).startswith("<fraction>"):
        return f" {simple}"
    if category[0] != "L":
        return " "
    letters = "".join(letter for letter in simple if not unicodedata.combining(letter))
    return letters if letters and set(letters) <= _BASIC else " "
