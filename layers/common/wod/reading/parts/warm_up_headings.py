"""Find the heading of a warm-up, `Warm-Up:`, `General Warm-Up (9 min)` or `Warm-Up 3x`, in the words of a blog."""

import re

from wod.blog import Blog
from wod.language import any_of, any_phrase_of, first_words, normalise, spellings_of_units
from wod.reading.parts.lift_names import LiftNames

DASH = r"[-–—]+(?:$|\s+|(?=[A-Z]))"
"""The pattern between a heading and its text; `-5 kg` and `:30` are text."""
SPAN_OF_CLOCK = r"\d{1,2}:\d\d\s?[-–—]\s?\d{1,2}:\d\d"
"""The pattern of the times of a class: `[0:00 – 10:00]`."""
_CLOCK = re.compile(SPAN_OF_CLOCK)
_WHICH = r"(?:\s+(?:['\"‘’“”][A-Za-z]['\"‘’“”]|#\d)(?!\w))?"  # `Warm-up ‘A’`, `Warm-up #2`
_BESIDE = r"(?:\s*[/&+]\s*(?P<beside>[^\W\d_]+(?:\s[^\W\d_]+)?))?"  # `Warm-up & Mobility`


class WarmUpHeadings:
    """Reader of the headings of warm-ups in one blog's posts."""

    def __init__(self, blog: Blog, lifts: LiftNames) -> None:
        self._lifts = lifts
        count = _count(blog)
        self._heading = re.compile(
            rf"\W{{0,3}}(?P<before>{count}[\s:|–—-]+)?{_name(blog)}{_WHICH}{_BESIDE}"
            rf"(?:[\s:*_.!)\]~=–—-]*$|\s*:[*_]*\s*(?:{DASH})?|\s+[-–—]+\s+|\s*(?=[(\[])|[\s|,]+(?={count}[\s:.…]*$))",
            re.IGNORECASE,
        )
        self._only_count = re.compile(rf"\W*{count}\W*", re.IGNORECASE)
        self._timed = re.compile(
            rf"\W{{0,3}}(?:{_minutes()}[\s-]+{_name(blog)}|{_name(blog)}\s+{_minutes()})\W*", re.IGNORECASE
        )
        names = blog.language.words("parts", "warm_ups") | {normalise(name) for name in blog.warm_ups}
        self._words = frozenset(word for name in names for word in first_words(name))

    def opens(self, text: str) -> bool:
        """Return whether the text begins with the heading of a warm-up."""
        return self._in(text) is not None

    def without(self, text: str) -> str:
        """Return the text without the heading of a warm-up that it begins with, unless that has a number."""
        heading = self._in(text)
        return text[heading.end() :] if heading and not heading["before"] else text

    def is_counted(self, text: str) -> bool:
        """Return whether the text is the heading of a warm-up with only a count: `Warm-Up 3x`, `10 Minute Warm-Up:`."""
        heading = self._in(text)
        if heading is None:
            return False
        after = text[heading.end() :]
        return self._only_count.fullmatch(after) is not None if after else bool(heading["before"])

    def is_timed(self, text: str) -> bool:
        """Return whether the text is no heading, but may be all of a warm-up, as it says how long: `10 min warm-up`."""
        return self._timed.fullmatch(text) is not None and not self.opens(text)

    def may_be_of_lift(self, text: str) -> bool:
        """Return whether the heading of a warm-up has a count that may be of its sets, and not times of a clock."""
        return self.is_counted(text) and not _CLOCK.search(text)

    def _in(self, text: str) -> re.Match[str] | None:
        match = None if self._words.isdisjoint(first_words(text)) else self._heading.match(text)
        # `Warm-up & Back Squat` is a heading of both
        return None if match and match["beside"] and self._lifts.has(match["beside"]) else match


def _name(blog: Blog) -> str:
    parts = blog.language.tables["parts"]
    words = any_phrase_of(parts["warm_up_words"])
    return (
        rf"(?:(?:{words})\s+){{0,2}}(?:{any_phrase_of([*parts['warm_ups'], *blog.warm_ups])})(?:\s+(?:{words})){{0,2}}"
    )


def _count(blog: Blog) -> str:
    """Return the pattern of how often or how long the lines below are done: `3x`, `3 rounds of`, `(9 min)`."""
    counts = any_of(blog.language.words("parts", "warm_up_counts"))
    of = any_of(blog.language.words("parts", "warm_up_of"))
    times = rf"\d{{1,2}}(?:\s?[x×]|[\s-]?{counts}(?:\s{of})?)|[x×]\s?\d{{1,2}}"
    return rf"(?:{times}|{SPAN_OF_CLOCK}[\])]?|{_minutes()}(?:\s{of}|(?=[^:]*[:)\]]\W*$)))(?![^\W_])"


def _minutes() -> str:
    return rf"\d{{1,2}}[\s-]?{any_of(spellings_of_units('min'))}(?![^\W_])"
