"""Distinguish names of movements from prose."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from wod.notation.grammar.marks import has_more, skip
from wod.notation.grammar.name_numbers import other_numerals
from wod.notation.grammar.notation import Notation
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import Token, tokenise

_DASHES = frozenset({"-", "--"})
_WORDS = re.compile(r"[^\W_]+(?:['’/-][^\W_]+)*")
_NOT_IN_NAMES = re.compile(r"[%@=:,+]")
_NOT_BESIDE_BODY = re.compile(r"[%@=.;?!]")
_BODY_WORDS = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BY = re.compile(r"\sx\s", re.IGNORECASE)
_EDGES = ' \t:*,;=-–—|~•_"“”'
_MOST_WORDS = 12
_LONGEST_QUOTE = 6  # tokens
_SHORTEST_WORK = 6  # tokens, with the name of a workout
_MOST_WORDS_OF_PLAIN_NAMES = 6  # in small letters, and unknown to the catalogue


def name_of(text: str) -> str:
    """Return the text without the marks, brackets and small words around a name."""
    text = text.strip(_EDGES).rstrip(" ([").strip()
    if text.endswith(".") and not text.endswith(("..", ").")):
        text = text[:-1].rstrip()
    text = text.removesuffix("…").removesuffix("...").rstrip()
    while _is_enclosed(text):
        text = text[1:-1].strip(_EDGES)
    if text.count("(") > text.count(")"):
        text = text.removeprefix("(").removesuffix("(").strip() if text.startswith("(") or text.endswith("(") else text
    if text.count(")") > text.count("("):
        text = text.removesuffix(")").removeprefix(")").strip()
    return text.replace('"', "") if text.count('"') == 1 else text  # `"Touch and Go" Snatch`, without its first mark


def _is_enclosed(text: str) -> bool:
    """Return whether one bracket encloses the whole text."""
    if len(text) < 2 or text[0] + text[-1] not in ("()", "[]"):
        return False
    depth = 0
    for place, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        if depth == 0:
            return place == len(text) - 1
    return False


class Names:
    """Recogniser of names, by the catalogue and the words of the notation."""

    def __init__(self, notation: Notation) -> None:
        self._catalogue = notation.catalogue
        self._notation = notation
        shortened = "".join(rf"(?<!\b{word})" for word in sorted(notation.vocabulary.abbreviations))
        self._sentence = re.compile(rf"{shortened}\.\s+\S|[?!]|;", re.IGNORECASE)
        self._prose = notation.words("prose")
        self._no_name = notation.words("no_name")
        others = notation.words("people") | notation.words("levels") | notation.words("with_weights")
        self._no_title = self._no_name | self._prose | others
        self._small = notation.words("title_small")
        self._openers = notation.words("note_openers")
        self._body = notation.words("body")
        self._beside_body = notation.words("beside_body")
        self.is_name = lru_cache(maxsize=8192)(self._is_name)
        self.mentions = lru_cache(maxsize=8192)(self._catalogue.mentions)

    def _is_name(self, name: str, *, in_scheme: bool = False, firm: bool = False) -> bool:
        """Return whether a text is the name of a movement.

        `firm`: the name has an amount, so that words in capitals may be a movement that the catalogue lacks.
        `in_scheme`: the name is below a scheme.
        """
        words = _WORDS.findall(name)
        letters = [word for word in words if word[0].isalpha()]
        is_letter = len(letters) == 1 and len(letters[0]) == 1  # the L of `8 L`
        if not letters or is_letter or len(words) > _MOST_WORDS or self._sentence.search(name) or _BY.search(name):
            return False
        if "%" in name:  # `Press (all %s of training max)`
            return False
        tokens = tokenise(normalise_marks(name), self._notation.vocabulary)
        is_ladder = self._notation.phrases("steps").match(tokens)  # `Death by Pull-Ups`
        if is_ladder or other_numerals(tokens, self._notation.phrases("number_in_name")):
            return False
        if self._catalogue.find(name) or (firm and self.is_part_of_body(name)):
            return True
        if self._catalogue.only_varies(name):
            return False
        if any(word.lower() in self._prose or word.lower() in self._no_name for word in words):
            return False
        if _NOT_IN_NAMES.search(_BRACKETED.sub("", name)):
            return False
        titles = [word for word in letters if word.lower() not in self._small]
        titled = bool(titles) and all(word[0].isupper() for word in titles)
        mentions = self.mentions(name)
        if firm and in_scheme and mentions and len(words) <= _MOST_WORDS_OF_PLAIN_NAMES:
            return True
        if firm:
            return (titled and (in_scheme or mentions)) or (mentions and letters[0][0].isupper())
        return in_scheme and titled and mentions and len(letters) > 1

    def mentioned(self, tokens: Sequence[Token]) -> bool:
        """Return whether the words of these tokens name a movement."""
        words = [token.text for token in tokens if token.text[0].isalpha() or token.symbol == "and"]
        return self.mentions(" ".join(words))

    def is_part_of_body(self, text: str) -> bool:
        """Return whether a text is only a part of the body: `Heavy Abs`, `Hips & Glutes`."""
        bare = _BRACKETED.sub("", text).strip() or text  # `Abs (your choice)`
        words = [word.lower() for word in _BODY_WORDS.findall(bare)]
        if _NOT_BESIDE_BODY.search(bare) or self._body.isdisjoint(words):
            return False
        return (self._body | self._beside_body).issuperset(words)

    def without_label(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens after a label: `Strength: Back Squat`, `Strength – Back Squat`, `Partner 1: 20 Rows`.

        So is the name of a workout before a number: `"Isabel": 30 Snatches`, `Grace: 30 Clean & Jerks for time`.
        """
        if after := _after_quotes(tokens) or self._after_title(tokens):
            return after
        start = skip(tokens)
        for table in ("label", "turn"):
            label = self._notation.phrases(table).match(tokens, start)
            if label and has_more(tokens, label.end) and self._ends_label(tokens, label.start, label.end):
                return tokens[skip(tokens, label.end) :]
        return tokens

    def _after_title(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens after a word with a capital and a colon, before work for time; empty for any other text."""
        if len(tokens) < _SHORTEST_WORK or tokens[1].symbol != ":" or not tokens[2].is_numeral:
            return []
        is_title = tokens[0].text.istitle() and not (self.opens_a_note(tokens) or self.mentioned(tokens[:1]))
        is_for_time = any(one.symbol == "for" and two.symbol == "time" for one, two in pairwise(tokens))
        return tokens[2:] if is_title and is_for_time and tokens[0].text.lower() not in self._no_title else []

    def _ends_label(self, tokens: list[Token], start: int, end: int) -> bool:
        """Return whether a colon is after a label, or a dash between spaces and a lift or a movement with numbers.

        `Push - Press` is a name, and `Conditioning – Running` a title.
        """
        mark, *after = tokens[end:]
        if mark.symbol == ":":
            return True
        if mark.symbol not in _DASHES or not self.mentioned(after):
            return False
        is_apart = tokens[end - 1].end < mark.start and mark.end < after[0].start
        joined = " ".join(token.text for token in (*tokens[start:end], after[0]))
        name = " ".join(token.text for token in takewhile(lambda token: token.speaks, after))
        is_work = any(token.is_numeral for token in after) or self._catalogue.is_lift(name)
        return is_apart and is_work and not self._catalogue.has_name(joined)

    def opens_a_note(self, tokens: list[Token]) -> bool:
        """Return whether a line begins like a note: `Goal: …`, `If …`, `Pause 2 seconds …`."""
        first = next((token for token in tokens if token.speaks), None)
        if first is None:
            return True
        start = tokens.index(first)
        if self._notation.phrases("note").match(tokens, start):
            return True
        if first.is_numeral or self._notation.phrases("name_openers").match(tokens, start):
            return False
        return first.text.lower() in self._openers

    def is_only_a_note(self, tokens: list[Token]) -> bool:
        """Return whether a line has a note and no more: `12:00 hard cap`."""
        found = self._notation.phrases("note").match(tokens, skip(tokens))
        return found is not None and not has_more(tokens, found.end)

    def is_prose(self, tokens: list[Token]) -> bool:
        """Return whether one of the tokens is a word of prose."""
        return any(token.text.lower() in self._prose for token in tokens)


def _after_quotes(tokens: list[Token]) -> list[Token]:
    """Return the tokens after a name in quotes, a colon or a dash, and before a number; empty for any other text."""
    marks = [place for place, token in enumerate(tokens[:_LONGEST_QUOTE]) if token.symbol == '"']
    if len(marks) != 2 or marks[0] != 0 or any(token.is_numeral for token in tokens[: marks[1]]):
        return []
    after = tokens[marks[1] + 1 :]
    is_apart = len(after) > 1 and after[0].symbol in (":", *_DASHES) and after[1].is_numeral
    return after[1:] if is_apart else []
