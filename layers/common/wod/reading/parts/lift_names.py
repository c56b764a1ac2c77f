"""Know the names of lifts and movements at the end of a heading, by the words of a language."""

import re

from wod.language import Language, first_words

_SETS_AFTER_NAME = re.compile(r"(?P<name>[^\d.?!]+?)[\s:]+\d{1,2}\s?[x×]\s?\d")


class LiftNames:
    """The lifts and movements that headings name in one language."""

    def __init__(self, language: Language) -> None:
        self._lifts = language.words("parts", "lifts")
        self._movements = self._lifts | language.words("headings", "movements")

    def has(self, text: str) -> bool:
        """Return whether the text ends with the name of a lift: `Back Squat`."""
        return self._lifts.issuperset(first_words(text)[-1:]) and bool(first_words(text))

    def has_with_sets(self, text: str) -> bool:
        """Return whether the text begins with a lift and its sets: `Back Squat 5x5`."""
        match = _SETS_AFTER_NAME.match(text)
        return match is not None and self.has(match["name"])

    def has_movement(self, text: str) -> bool:
        """Return whether the text ends with the name of a movement, in the plural or not: `Thruster`, `Pull-Ups`."""
        last = next(reversed(first_words(text)), "")
        return not self._movements.isdisjoint({last, f"{last}s"})
