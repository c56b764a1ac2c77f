"""Divide a line into the words that headings of days consist of, and say what these are about: rest, work, training."""

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from wod.blog import Blog
from wod.language import any_of, first_words, normalise, spellings_of_units

LONGEST = 200
"""Characters; no heading is longer."""

SHORT = 8
"""Words."""

_UNITS = ("kg", "lb", "m", "km", "mi", "yd", "cal", "min", "s", "rm")
ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii"})
_NO_HEADING_MARKS = frozenset("@%=+<>$?")
_JOINS = re.compile("[ .-]")
_SERIES = re.compile(r"\d\s?[-–,/]\s?\d")


@dataclass(frozen=True)
class Token:
    """A word, a number or a mark of a line; words are normalised."""

    kind: Literal["number", "word", "mark"]
    text: str
    start: int
    weekday: int | None


class HeadingWords:
    """Reader of the words of headings, in one blog's language."""

    def __init__(self, blog: Blog) -> None:
        language = blog.language
        words = language.words
        self._blog = blog
        plurals = {f"{normalise(name)}s": weekday for weekday, name in enumerate(language.weekday_names)}
        self._weekdays, self._months = {**language.weekdays, **plurals}, language.months.keys()
        self._plurals = frozenset(plurals)
        self._rest = words("headings", "rest")
        self._work = _joined(words("headings", "work"))
        self._numbered = words("headings", "numbered")
        self._range = words("calendar", "to")
        self._optional = words("headings", "optional")
        self._small = words("headings", "small")
        self._halves = _joined(words("headings", "halves_of_day"))
        self.sessions = words("headings", "sessions")
        self.days = words("headings", "days")
        self._counts = words("headings", "counts", "ordinal_counts")
        connecting = words("headings", "others") | words("calendar", "of")
        of_sessions = self._rest | self._work | self._halves | self.sessions
        self._vocabulary = (connecting | of_sessions | self._range | self._counts | self.days).union(self._months)
        joined = [half for half in words("headings", "halves_of_day") if "." in half]
        joined += [word for word in words("headings", "work") if _JOINS.search(word)]
        self._token = re.compile(
            r"(?P<number>\d+)(?:"
            + "|".join(language.tables["calendar"]["ordinals"])
            + r")?(?![^\W_])|(?P<word>"
            + "".join(f"(?:{re.escape(word)})(?![^\\W_])|" for word in sorted(joined))
            + r"[^\W_]+(?:['’][^\W_]+)*)|\S",
            re.IGNORECASE,
        )
        counted = any_of(spellings_of_units(*_UNITS) | words("headings", "sets") | words("parts", "counted"))
        of_sets = words("parts", "sets_of") | words("columns", "reps")
        self._words_of_sets = spellings_of_units("kg", "lb") | {"x"}.union(*map(first_words, of_sets))
        self._words_of_sets |= words("parts", "words_of_sets")
        self._sets_by_name = re.compile(
            rf"\W*{any_of(words('columns', 'sets') | words('columns', 'reps'))}\s?[:=]\s?\d", re.IGNORECASE
        )
        clocks = any_of(words("parts", "clocks"))
        self._training = re.compile(
            rf"@|\d\+?\s?(?:[x×%]|{counted}\b)|\d-\d{{1,2}}-\d|\b(?:{clocks}|e\d)", re.IGNORECASE
        )

    def prescribes_training(self, text: str) -> bool:
        """Return whether the text has marks of a line of training: `5x5`, `@ 75%`, `21-15-9`, `10 reps`."""
        return self._training.search(text) is not None

    def has_only_sets(self, text: str) -> bool:
        """Return whether the text has numbers of training and no word except those of sets: `3-3`, `Sets: 5`."""
        is_training = self.prescribes_training(text) or _SERIES.search(text) or self._sets_by_name.match(text)
        return bool(is_training) and self._words_of_sets.issuperset(first_words(text))

    def is_rest(self, text: str) -> bool:
        """Return whether the text is about rest and not about training: `Rest Day`, `Thursday – Off`."""
        tokens = self._tokens(text)
        return bool(tokens) and len(tokens) <= 2 * SHORT and self._known(tokens) == tokens and self._says_rest(tokens)

    def is_optional(self, text: str) -> bool:
        """Return whether one of the first words says that a session is optional."""
        return not self._optional.isdisjoint(first_words(text))

    def is_title(self, text: str) -> bool:
        """Return whether no word begins with a small letter, except words such as `of` and `the`."""
        words = [word for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text) if normalise(word) not in self._small]
        return bool(words) and not any(word[0].islower() for word in words)

    def _tokens(self, text: str) -> list[Token]:
        tokens = []
        for match in self._token.finditer(text[:LONGEST]):
            if match["word"]:
                word = normalise(match[0])
                word = word if word.isalnum() else _JOINS.sub("", word)
                tokens.append(Token("word", word, match.start(), self._weekdays.get(word.removesuffix("'s"))))
            else:
                kind: Literal["number", "mark"] = "number" if match["number"] else "mark"
                tokens.append(Token(kind, match[0], match.start(), None))
        return tokens

    def _known(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens up to the first that no heading has."""
        known: list[Token] = []
        for place, token in enumerate(tokens):
            numeral = token.text in ROMAN and bool(known) and known[-1].text in self._numbered
            if token.kind == "mark":
                if token.text in _NO_HEADING_MARKS and not _adds_weekday(tokens[place - 1 : place + 2]):
                    break
            elif token.kind == "word" and token.weekday is None and token.text not in self._vocabulary and not numeral:
                break
            known.append(token)
        return known

    def _says_rest(self, known: list[Token]) -> bool:
        """Return whether the tokens mean rest, and not a pause such as `Rest 2:00`."""
        followed = zip_longest(known, known[1:])
        says = any(token.text in self._rest and not (after and after.kind == "number") for token, after in followed)
        return says and not self._works(known)

    def _works(self, known: list[Token]) -> bool:
        return any(token.text in self._work for token in known)


def _adds_weekday(tokens: list[Token]) -> bool:
    return [token.text for token in tokens[1:2]] == ["+"] and all(token.weekday is not None for token in tokens[::2])


def _joined(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_JOINS.sub("", word) for word in words)
