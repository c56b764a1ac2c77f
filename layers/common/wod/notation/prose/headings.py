"""Recognise headings without training: titles of workouts, headings of other work, and names alone."""

import re
from typing import Literal

from wod.notation.grammar.marks import OPENING, has_more, is_enclosed, skip
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token

_TITLE = re.compile(r'(?:[A-Za-z -]{1,30}: *)?"([^"@%]{0,40}[A-Z][a-z]{2}[^"@%]{0,40})"')  # `Metcon: "Jelly Belly"`
_MOST_WORDS_OF_A_NAME = 3
_MOST_WORDS_WITH_MOVEMENT = 6  # of a name that has the name of a known movement
_MOST_WORDS_OF_UNKNOWN = 4  # headings
_MOST_WORDS_OF_TIMED = 6
_SHORTEST_PART = 180  # seconds
_UNMARKED = re.compile(r"[^.,;@()\"“”?]+")
_OF_SETS = frozenset({"x", "@", "at", "rep", "set"})
_NO_HEADING = frozenset({"rest", "then", "max", "amrap", "set", "rep", "and", "or"})


class Headings:
    """Recogniser of headings."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._schemes = notation.phrases("scheme")
        self._headings_of_work = [notation.phrases(table) for table in ("heading", "extra", "outside")]
        self._small = notation.words("prose") | notation.words("title_small")
        self.of_groups = (
            notation.words("levels")
            | notation.words("people")
            | notation.words("of_groups")
            | notation.words("results")
        )
        """Words that divide people, and say nothing about the work."""
        self._no_names = self._small | self.of_groups | notation.words("loads_in_words")
        self._beside_body = notation.words("beside_body")
        self._kinds_of_sets = notation.words("kinds_of_sets")
        self._bars = notation.phrases("implement_load").starts  # `Bar x 10` is a set with it
        self._vocabulary = notation.vocabulary
        self._names = names

    def is_title(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a line is a title in quotes: `"Jelly Belly"`, `"30 Savage"`, `Metcon: "Fran"`."""
        title = _TITLE.fullmatch(body)
        if title is None or self._names.mentions(title[1]):
            return False
        if any(token.symbol == "rest" or (token.is_numeral and token.symbol != "{count}") for token in tokens):
            return False  # `"Rest 60 seconds"`
        return self._schemes.match(tokens, skip(tokens)) is None

    def is_heading(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a line is the heading of other work: `Dessert:`. Others lead to the next line: `First:`."""
        found = [one for table in self._headings_of_work if (one := table.match(tokens, skip(tokens)))]
        return any(
            not (has_more(tokens, one.end) or may_count_sets(one, tokens))
            and (body.endswith(":") or one.says.get("is") == "once")
            for one in found
        )

    def unknown_line(self, body: str, tokens: list[Token]) -> Literal["", "words", "title", "sentence"]:
        """Return whether a note is a sentence, or may be a heading, so that other work may be below it."""
        is_long = sum(token.speaks for token in tokens) > _MOST_WORDS_OF_UNKNOWN
        is_sentence = is_long and body[0].isupper() and not is_enclosed(tokens) and self._names.is_prose(tokens)
        return "sentence" if is_sentence else self._unknown_heading(body, tokens)

    def _unknown_heading(self, body: str, tokens: list[Token]) -> Literal["", "words", "title"]:
        """Return whether a short line without numbers may be the heading of other work, `Lift off`, or its title.

        It is about no movement, no rest and no people; a title begins like no note, and does not lead on with a colon.
        """
        words = [token for token in tokens if token.speaks]
        is_short = 0 < len(words) <= _MOST_WORDS_OF_UNKNOWN and _UNMARKED.fullmatch(body) is not None
        if not is_short or not words[0].text[0].isupper() or self._names.mentioned(tokens):
            return ""
        if any(
            token.is_numeral or token.symbol in _NO_HEADING or token.text.lower() in self.of_groups for token in words
        ):
            return ""
        titled = [token for token in words if token.text.lower() not in self._small]
        is_title = len(titled) > 1 and all(token.text[0].isupper() for token in titled) and not body.endswith(":")
        opens = self._names.opens_a_note(tokens) or self._names.is_prose(tokens)
        return "title" if is_title and not opens else "words"

    def is_timed(self, tokens: list[Token]) -> bool:
        """Return whether a line is an unknown heading with the time of its part: `Transition (7:00)`."""
        opening = next((place for place, token in enumerate(tokens) if token.symbol in OPENING), 0)
        time = tokens[opening + 1 : opening + 2]
        if not opening or not time or time[0].symbol != "{time}" or time[0].least < _SHORTEST_PART:
            return False
        words = [token for token in tokens[:opening] if token.speaks]
        is_short = 0 < len(words) <= _MOST_WORDS_OF_TIMED and not any(token.is_numeral for token in words)
        is_title = is_short and words[0].text[0].isupper() and not self._names.is_prose(words)
        return is_title and is_enclosed(tokens[opening:]) and not self._names.mentioned(words)

    def may_be_a_name(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a line may be an unknown name, so that sets below it may be of that: `Forearms`.

        It is only a few unknown words, or few with the name of a movement among them: `Roman Chair Good Mornings`.
        """
        if self._names.is_part_of_body(body) or self.names_a_movement(body, tokens):
            return True
        words = tokens[:-1] if body.endswith(":") else tokens
        if not body[0].isupper() or len(words) > _MOST_WORDS_OF_A_NAME:
            return False
        if self._kinds_of_sets.issuperset(token.text.lower() for token in words):
            return False
        unknown = [token for token in words if token.text.lower() not in self._beside_body]  # `Heavy Carries`
        return bool(unknown) and all(token.text.isalpha() and self.is_unknown(token) for token in unknown)

    def names_a_movement(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a line is few words, with a movement among them, and no sentence about it."""
        words = [token for token in tokens if token.speaks]
        if len(words) > _MOST_WORDS_WITH_MOVEMENT or not _UNMARKED.fullmatch(body) or body.endswith(":"):
            return False
        is_note = self._names.opens_a_note(tokens) or self._names.is_prose(tokens)
        return not is_note and self._names.mentioned(tokens)

    def begins_with_unknown(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with an unknown word, or a count and one, which may name a movement."""
        words = [token for token in tokens if token.speaks or token.symbol == "@"]
        if not words or words[0].symbol in self._bars:
            return False
        name = words[:1]
        if words[0].symbol == "{count}":
            name = [] if words[1:] and words[1].symbol in _OF_SETS else words[1 : 1 + _MOST_WORDS_OF_A_NAME]
        return any(token.text.isalpha() and self.is_unknown(token) for token in name)

    def is_unknown(self, token: Token) -> bool:
        """Return whether neither the vocabulary nor the notation knows a word."""
        word = token.text.lower()
        meaning = self._vocabulary.meaning(word)
        is_known = word in self._vocabulary.words or meaning.entry != word or meaning.unit or meaning.number is not None
        return not (is_known or word in self._no_names)


def may_count_sets(heading: Found, tokens: list[Token]) -> bool:
    """Return whether the number of `Superset (3)` may be how many sets there are, because it is in a bracket."""
    number = heading.values.get("number")
    before = tokens[heading.end - 2]
    return heading.says.get("is") == "group" and number is not None and before.symbol in OPENING and number.least > 1
