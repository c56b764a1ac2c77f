"""Find schemes above letters: `3 sets of:` above `A1.`, whose part it opens, and `AMRAP 12` above `A.`, `B.`.

The letters below `AMRAP 12` count its movements, and open no parts.
"""

import re
from collections.abc import Sequence
from functools import cache

from wod.language import any_of, first_words, spellings_of_units, words_of_all_languages
from wod.models import Line
from wod.reading.parts.part_headings import PartHeadings

type Letters = dict[int, tuple[str, str]]
"""The letter of each part and the text after it, by the place of the line that opens the part."""

_FEWEST_LABELS = 2
_CLOCK = r"\be\d[\d:]*m?om"  # `E2MOM`, `E90SOM`
_NUMBER = re.compile(r"\d")
_SERIES = re.compile(r"\W*\d{1,3}(?:-\d{1,3}){2,}\b")  # `21-15-9`
_TIMES = re.compile(r"\d\s?[x×]\s?\d|\d\s?%|\d-\d{1,2}-\d|\brm\b|\drm\b", re.IGNORECASE)


class LetterSchemes:
    """Reader of the schemes above letters, in the words of all languages."""

    def __init__(self, headings: PartHeadings) -> None:
        self._headings = headings
        clocks = words_of_all_languages("parts", "clocks", "every")
        counts = words_of_all_languages("headings", "sets") | words_of_all_languages("parts", "counted", "for_time")
        self._units = spellings_of_units("min", "s")
        self._scheme = re.compile(rf"{_CLOCK}|\b{any_of(clocks | counts | self._units)}\b", re.IGNORECASE)
        self._words = clocks | counts | self._units | words_of_all_languages("parts", "scheme_words")
        self._set_line = re.compile(
            rf"\W*\d{{1,2}}\s?(?:[x×]|{any_of(words_of_all_languages('headings', 'sets'))}\b)", re.IGNORECASE
        )
        self._rests = words_of_all_languages("columns", "rest")

    def letters_of_parts(self, letters: Letters, lines: Sequence[Line]) -> Letters:
        """Return the letters that open parts; a scheme above `A1.` opens its part."""
        found = dict(letters)
        for place, (letter, text) in letters.items():
            above = place - 1
            if above < 0 or not self._is_scheme(scheme := _text_of(above, letters, lines)):
                continue
            if self._is_in_warm_up(lines[:above]):
                continue
            if text == lines[place].text:  # `A1.` stays
                if above not in letters and self._is_of_work_below(lines[: above + 1], is_first=place == min(letters)):
                    found[above] = letter, lines[above].text
                continue
            labels = self._labels(scheme, place, letters, lines)
            others = [other for other in letters if other not in labels]
            if labels and (not others or others[0] < place):  # lines above all letters would be a warm-up
                found = {other: marked for other, marked in found.items() if other not in labels}
        return dict(sorted(found.items()))

    def _is_scheme(self, text: str) -> bool:
        """Return whether a line has only the words of a scheme, or is a series of repetitions: `21-15-9 for time`."""
        words = [word for word in first_words(text) if len(word) > 1]
        if self._headings.warm_ups.opens(text) or (words and words[0] in self._rests):
            return False
        if words and self._units.issuperset(words) and not _ends_with_colon(text):
            return False  # `60 minutes` may be the time of the whole training
        is_known = self._words.issuperset(words)
        has_series = _SERIES.match(text) is not None
        return is_known and (has_series or (self._scheme.search(text) is not None and not _TIMES.search(text)))

    def _is_in_warm_up(self, above: Sequence[Line]) -> bool:
        """Return whether the last heading is that of a warm-up."""
        for line in reversed(above):
            if self._headings.warm_ups.opens(line.text):
                return True
            if line.heading or self._headings.name(line):
                return False
        return False

    def _is_of_work_below(self, lines: Sequence[Line], *, is_first: bool) -> bool:
        """Return whether the last line, a scheme, belongs to the work below it.

        It does if it ends with a colon, or is the first line of a part without a letter.
        """
        if _ends_with_colon(lines[-1].text):
            return True
        return is_first and (len(lines) == 1 or self._headings.name(lines[-2]) is not None)

    def _labels(self, scheme: str, start: int, letters: Letters, lines: Sequence[Line]) -> list[int]:
        """Return the places of letters that count the movements of the scheme above; none if they open parts."""
        has_series = _SERIES.match(scheme) is not None
        place = start
        while place in letters and letters[place][0] == chr(ord("a") + place - start):
            if not self._is_movement(letters[place][1], has_series=has_series):
                return []
            place += 1
        goes_on = place < len(lines) and self._set_line.match(lines[place].text)
        is_list = place - start >= _FEWEST_LABELS and place not in letters and not goes_on
        return [*range(start, place)] if is_list else []

    def _is_movement(self, text: str, *, has_series: bool) -> bool:
        """Return whether a text has an amount, unless the scheme has that, and no sets, percent or clock of its own."""
        if _TIMES.search(text) or self._set_line.match(text):
            return False
        words = first_words(text)
        return has_series or _NUMBER.search(text) is not None or (bool(words) and words[0] in self._rests)


def _text_of(place: int, letters: Letters, lines: Sequence[Line]) -> str:
    """Return the text of a line without the letter that opens a part."""
    return letters[place][1] if place in letters else lines[place].text


def _ends_with_colon(text: str) -> bool:
    return text.rstrip(" *").endswith(":")


@cache
def letter_schemes_of(headings: PartHeadings) -> LetterSchemes:
    """Return the reader of schemes for a blog's part headings, which is built once."""
    return LetterSchemes(headings)
