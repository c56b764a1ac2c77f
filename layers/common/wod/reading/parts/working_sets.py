"""Recognise sets that no warm-up has, in the words of all languages: of 65 percent and more, or a series."""

import re
from functools import cache

from wod.language import any_of, spellings_of_units, words_of_all_languages

_MEASURES = ("s", "min", "h", "m", "km", "ft", "yd", "mi", "cal")
_LENGTH_OF_DATES = 3  # `closed 11-11-24`
# At the start or after a name: `5-5-5-5`, `Back Squat 5-5-3-3`.
_SERIES = re.compile(
    r"(?:[^\W\d_][^\d@,;.()]{0,40}[\s:])?(?P<series>[1-9]\d?(?:-[1-9]\d?){2,})(?![\d-])(?P<alone>$|,|\s*[@(])?"
)


def has_working_sets(text: str) -> bool:
    """Return whether the text has sets that no warm-up has: of 65 percent and more, or a series such as `5-5-5-5`.

    A series has a number twice: `5-4-3-2` is a ladder of anything.
    """
    if _heavy_sets().search(text):
        return True
    match = _series_in(text)
    if match is None or match["alone"] is None:
        return False
    numbers = _numbers_of(match)
    falls = numbers == sorted(numbers, reverse=True)
    return len({*numbers}) < len(numbers) and (falls or len(numbers) > _LENGTH_OF_DATES)


def may_have_working_sets(text: str) -> bool:
    """Return whether the text has a heavy percent or a series that falls: `Row @ 70%`, `15-12-9`."""
    if _heavy_percent().search(text):
        return True
    match = _series_in(text)
    return match is not None and _numbers_of(match) == sorted(_numbers_of(match), reverse=True)


def _series_in(text: str) -> re.Match[str] | None:
    lower = text.lower()
    return None if any(word in lower for word in words_of_all_languages("columns", "tempo")) else _SERIES.match(text)


def _numbers_of(series: re.Match[str]) -> list[int]:
    return [int(number) for number in series["series"].split("-")]


@cache
def _heavy_percent() -> re.Pattern[str]:
    return re.compile(_percent(), re.IGNORECASE)


@cache
def _heavy_sets() -> re.Pattern[str]:
    """Return the pattern of sets with a heavy percent, whose counts are not of a distance: `3 x 200 m Row @ 70%`."""
    percent = _percent()
    count = rf"\d+(?!\d|[:'\"”’]|\s?{any_of(spellings_of_units(*_MEASURES))}\b)"
    at = rf"\s?(?:{any_of(words_of_all_languages('columns', 'reps'))}\s?)?@\s?(?:\d{{2}}\s?[-–]\s?)?"
    sets_of, every = (any_of(words_of_all_languages("parts", key)) for key in ("sets_of", "every"))
    return re.compile(
        rf"\d(?:\s?[x×]\s?|\s{sets_of}\s){count}.{{0,60}}?{percent}"  # `5x5 @ 75%`, `5 sets of 2 @ 80%`
        rf"|^\d{{1,2}}{at}{percent}"  # `5 @ 75%`
        rf"|(?-i:[^\W\d_a-z])[^\d.?!]{{0,40}}[\s:]\d{{1,2}}(?:\+\d{{1,2}})*{at}{percent}"  # `Clean + Jerk: 2+1 @ 75%`
        rf"|\b{every}\s[^:]{{1,40}}:\s{count}[^@:]{{0,40}}{at}{percent}"  # `Every 2 minutes: 2 Snatches @ 80%`
        rf"|{percent}\s?[x×/]\s?{count}",  # `80% x 2 x 5`, `75%/2`
        re.IGNORECASE,
    )


def _percent() -> str:
    """Return the pattern of at least 65 percent, and not of effort: `3 x 10 Jumps at 90% effort`."""
    efforts = any_of(words_of_all_languages("parts", "efforts"))
    return rf"(?<!\d)(?:6[5-9]|[7-9]\d|1[0-3]\d)\s?%(?!\s{efforts}\b)"
