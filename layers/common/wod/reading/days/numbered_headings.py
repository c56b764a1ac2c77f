"""Read the headings of numbered days and sessions, and of halves of a day: `Day 2`, `Session Two`, `AM`."""

import re
from dataclasses import dataclass

from wod.blog import Blog
from wod.language import first_words, normalise
from wod.reading.days.heading_words import LONGEST, ROMAN, SHORT, HeadingWords

_CLOCK = re.compile(r"\d{1,2}:\d\d")
_DIGIT = re.compile(r"\d")
_MOST_WORDS_OF_TITLE = 4
_HALF = re.compile(r"\W{0,3}(?P<name>[^\W\d_]+|[^\W\d_]\.[^\W\d_]\.)\s*(?:[:–—]|-\s)\s*(?P<rest>\S.*)")
_AFTER_DAY = frozenset(":|(-–—")
_AROUND_TITLES = " *:|-–—"


@dataclass(frozen=True)
class TitledDay:
    """A numbered day or a half of one with other text on its line: its name, and the text that belongs below it."""

    name: str
    rest: str


class NumberedHeadings(HeadingWords):
    """Reader of the headings of numbered days and sessions."""

    def __init__(self, blog: Blog) -> None:
        super().__init__(blog)
        halves = blog.language.words("headings", "halves_of_day")
        last_words = frozenset(first_words(half)[-1] for half in halves)  # of `A.M.` the M
        self.half_words = self.sessions | self.days | last_words
        """Every heading such as `Session 2` or `AM` has one of these words."""

    def says_only(self, text: str, counted: frozenset[str]) -> bool:
        """Return whether the line is only one of the counted words with its number, or the half of a day.

        `Session One`, `Session 2 (Optional)`, `AM Session`, `Evening`.
        """
        if len(text) > LONGEST or not text:
            return False
        tokens = self._tokens(text)
        words = {token.text for token in tokens if token.kind == "word"}
        if len(tokens) > SHORT or words & self._rest or self._known(tokens) != tokens:
            return False
        if any(token.weekday is not None for token in tokens):
            return False
        counts = self._tokens(_CLOCK.sub("", text))  # `Workout (20:00)` says how long it is
        has_number = any(token.kind == "number" for token in counts) or not words.isdisjoint(self._counts | ROMAN)
        if not words.isdisjoint(counted) and has_number:
            return True
        return not words.isdisjoint(self._halves) and words <= self.sessions | self._halves

    def may_say_only(self, text: str) -> bool:
        """Return whether `says_only` may be true; a fast filter."""
        return len(text) <= LONGEST and not self.half_words.isdisjoint(first_words(text))

    def titled_day(self, text: str) -> TitledDay | None:
        """Return `Day 1 – Back & Biceps`, or `Day 2: Squat 5x5`, whose training is the rest of its line."""
        if len(text) > LONGEST or self.days.isdisjoint(first_words(text)[:1]):
            return None
        tokens = self._tokens(text)
        first = next((place for place, token in enumerate(tokens) if token.kind != "mark"), 0)
        day, number, mark = [*tokens[first : first + 3], *[None] * 3][:3]
        if day is None or number is None or mark is None or day.text not in self.days or mark.text not in _AFTER_DAY:
            return None
        if number.kind != "number" and number.text not in self._counts:
            return None
        after = text[mark.start :].strip(_AROUND_TITLES)
        if self.prescribes_training(after):
            return TitledDay(text[: mark.start].strip(" *"), after)
        return TitledDay(text.strip(" *:"), "") if len(after.split()) <= SHORT else None

    def half_with_training(self, text: str) -> TitledDay | None:
        """Return the half of a day with its training on the line: `AM: Row 5 km`, `Evening – Back Squat 5x5`."""
        half = self._half(text)
        return half if half and self.prescribes_training(half.rest) else None

    def titled_half(self, text: str) -> str | None:
        """Return the half of the day of a line with a title, the AM of `AM – Run`; None for any other line.

        A title has few words and no number, unlike `AM: 6:00, 7:00`, and is no sentence.
        """
        half = self._half(text)
        if half is None:
            return None
        title = half.rest.strip(" *_")
        is_sentence = title.endswith((".", ",", ";", "!", "?")) or len(title.split()) > _MOST_WORDS_OF_TITLE
        return None if is_sentence or _DIGIT.search(title) else normalise(half.name)

    def _half(self, text: str) -> TitledDay | None:
        """Return the half of a day that a line begins with, before a colon or a dash; None for any other line."""
        match = _HALF.match(text)
        if match is None or self._halves.isdisjoint(token.text for token in self._tokens(match["name"])):
            return None
        return TitledDay(match["name"], match["rest"])

    def number_of(self, text: str) -> int | None:
        """Return the number of a heading such as `Day 2` or `Session Two`; None if it has none."""
        order = [normalise(word) for word in self._blog.language.tables["headings"]["counts"]]
        ordinal = [normalise(word) for word in self._blog.language.tables["headings"]["ordinal_counts"]]
        for token in self._tokens(text):
            if token.kind == "number":
                return int(token.text)
            for names in (order, ordinal):
                if token.text in names:
                    return names.index(token.text) + 1
        return None
