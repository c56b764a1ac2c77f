"""Read headings that a weekday opens: `Monday`, `Monday – Snatch Focus`, `Thursday (Rest Day): walk 30 minutes`."""

import re
from copy import replace
from dataclasses import dataclass
from enum import Enum, auto

from wod.blog import Blog
from wod.language import first_words
from wod.models import REST_DAY, Line, StatedDate
from wod.reading.days.heading_words import LONGEST, SHORT, Token
from wod.reading.days.numbered_headings import NumberedHeadings
from wod.reading.parts.part_headings import MOST_WORDS_OF_TRAINING, part_headings_of

_JOINTS = frozenset("/&+")
_DASHES = frozenset("-‐‑–—―")
_SEPARATORS = _DASHES | frozenset(":([|/")
_IN_FIGURES = re.compile(r"\d[-/.:]\d")  # `21-15-9` has no mark of its line


class Doubt(Enum):
    """The reason why a line may not be the heading of a day after all."""

    NONE = auto()
    WORDS = auto()
    """It has other words, or several weekdays, and counts unless its weekday has a heading without doubt."""
    PAIR = auto()
    """It has only figures such as `3/16`, which may be repetitions or loads."""
    PROSE = auto()
    """It may be a sentence: the weekday has no mark after it, or words that are not a title."""
    SEVERAL = auto()
    """It has no more than a range of weekdays or a plural, and counts only above training, beside other weekdays."""
    LIST = auto()
    """It is a heading only among others that have the training of their days on their lines as well."""


@dataclass(frozen=True)
class Heading:
    """A line that may be the heading of days: their weekdays, its name, and the text that belongs below it."""

    weekdays: tuple[int, ...]
    name: str
    day: str
    """The weekday alone, as written."""
    rest: str = ""
    is_rest_day: bool = False
    names_work: bool = False
    doubt: Doubt = Doubt.WORDS
    stated: StatedDate | None = None
    own: str = ""
    """The part of the name after the weekday and a mark, if it may be the training of the day."""


class WeekdayHeadings(NumberedHeadings):
    """Reader of the headings with weekdays in one blog's posts."""

    def __init__(self, blog: Blog) -> None:
        super().__init__(blog)
        words = blog.language.words
        self._parts = part_headings_of(blog)
        self._any_weekday = next(iter(self._weekdays))
        rest = "|".join(sorted(self._rest))
        rest_days = "|".join(
            sorted(words("headings", "rest_days").union(blog.language.tables["headings"]["rest_days"]))
        )
        joints = "|".join(sorted(words("headings", "after_rest")))
        # After the weekday of a rest day: `: Rest and recover`, ` (Thanksgiving) – Rest Day`.
        self._resting = re.compile(
            rf"\s*(?:[-‐‑–—:]\s*(?P<rest>(?:{rest})\s*(?:[,&+]|(?:{joints})\b)|.*\b(?:{rest_days})\W*$)"
            rf"|(?P<bracket>\(.*\b(?:{rest_days})\W*$))",
            re.IGNORECASE,
        )

    def after_rest(self, text: str) -> str | None:
        """Return the text after the rest in half a heading, `Rest Day – enjoy!`; None for any other text."""
        if self._rest.isdisjoint(first_words(text)):
            return None
        whole = self.of_weekday(Line(text=f"{self._any_weekday}: {text}"))
        return whole.rest if whole and whole.is_rest_day else None

    def of_weekday(self, line: Line) -> Heading | None:
        """Return the heading that a weekday opens."""
        if self._weekdays.keys().isdisjoint(first_words(line.text)):
            return None
        tokens = self._tokens(line.text)
        known = self._known(tokens)
        if not self._weekday_leads(known) or not self._is_alone_if_plural(tokens):
            return None
        if len(known) == len(tokens):
            return self._named(line, known, line.text, doubt=Doubt.NONE) if len(line.text) <= LONGEST else None
        if line.text.endswith(")") and known[-1].text == "(" and not any(sign.isdigit() for sign in line.text):
            several = self._named(line, known, line.text, doubt=Doubt.NONE)  # `Tuesday – Thursday (away)`
            if several and several.doubt is Doubt.SEVERAL:
                return several
        following = tokens[len(known)].start
        if self._parts.opens_part(line.text[following:]):
            return self._divided(line, known, following, doubt=Doubt.NONE)
        return self._likely(line, tokens, known)

    def _is_alone_if_plural(self, tokens: list[Token]) -> bool:
        """Return whether only weekdays and marks are beside a plural: `Mondays`, and not `Mondays – open gym`."""
        has_plural = any(token.text in self._plurals for token in tokens)
        return not has_plural or all(token.weekday is not None or token.kind == "mark" for token in tokens)

    def _weekday_leads(self, known: list[Token]) -> bool:
        """Return whether a weekday comes first, or after a mark or a date: `Day 1 – Monday`, `Dec 21 Monday`."""
        place = next((place for place, token in enumerate(known) if token.weekday is not None), None)
        if place is None:
            return False
        before = known[:place]
        only_date = all(token.kind != "word" or token.text in self._months for token in before)
        return only_date or before[-1].kind == "mark"

    def _divided(self, line: Line, known: list[Token], following: int, *, doubt: Doubt = Doubt.WORDS) -> Heading | None:
        """Return the heading before other text on its line."""
        name = line.text[:following].rstrip(" :([|/,;" + "".join(_DASHES))
        return self._named(line, known, name, line.text[following:], doubt=doubt)

    def _likely(self, line: Line, tokens: list[Token], known: list[Token]) -> Heading | None:
        """Return a heading with words of its own: `Monday – Snatch Focus`, `Thursday (Rest Day): walk 30 minutes`."""
        first = next(place for place, token in enumerate(known) if token.weekday is not None)
        marks = [place for place, token in enumerate(known) if place > first and token.kind == "mark"]
        cut = max((place for place in marks if not _IN_FIGURES.match(line.text, known[place].start - 1)), default=None)
        few_words = len(line.text.split()) <= SHORT
        short = few_words and not line.text.endswith((".", "?", ",", ";"))
        if cut is None:
            if first == 0 and (unmarked := self._unmarked(line, tokens, known)):
                return unmarked
            title = line.heading and short and self.is_title(line.text)
            return self._named(line, known, line.text) if title else None
        mark, head, after_day = known[cut], known[: cut + 1], known[first + 1]
        own = line.text[mark.start + 1 :].strip()
        separates = mark.text in _SEPARATORS or not own[:1].islower()
        following = mark.start if mark.text in "([*" else line.text.index(own, mark.start + 1)
        if separates and self._says_rest(head):
            return self._divided(line, head, following)
        if self.begins_with_weekday(own) and not _is_bracketed(line, after_day):
            return None  # `Monday – Friday 6am`
        if mark.text in _DASHES | {":"} and self.prescribes_training(own):
            return self._divided(line, head, following)  # `Monday: Back Squat 5x5`
        if few_words and not self._works(tokens) and (resting := self._resting.match(line.text, after_day.start)):
            return self._divided(line, tokens, resting.start(resting.lastgroup or 0))
        titled = mark.text in _SEPARATORS and self.is_title(own)
        is_title = line.heading or titled or _is_bracketed(line, after_day)
        if short and (is_title or (first == 0 and own and after_day.text in _DASHES)):  # `Mon – light`
            heading = self._named(line, head, line.text, doubt=Doubt.WORDS if is_title else Doubt.PROSE)
            own = own if mark.text in _DASHES | {":"} else ""
            return replace(heading, own=own) if heading else None
        return self._divided(line, head, following) if separates and self._works(head) else None

    def _unmarked(self, line: Line, tokens: list[Token], known: list[Token]) -> Heading | None:
        """Return the heading of a short line with training directly after its weekday: `Tuesday 6 x 800 m`."""
        if len(line.text.split()) > MOST_WORDS_OF_TRAINING or line.text.endswith((".", "?", "!")):
            return None
        after = tokens[1]
        is_date = after.text in self._months or (after.kind == "number" and not after.text.isdigit())
        following = tokens[len(known)].start if is_date else after.start
        own = line.text[following:].lstrip()
        begins = own[:1].isdigit() or own[:1].isupper()  # not `Sat at the bottom for 5 seconds`
        if not begins or not self.prescribes_training(own.replace("@", " ")):  # `Monday @ 9`
            return None
        return self._divided(line, tokens[:1], following, doubt=Doubt.PROSE)

    def begins_with_weekday(self, text: str) -> bool:
        """Return whether the first word of a text is a weekday."""
        return any(token.weekday is not None for token in self._tokens(text)[:1])

    def _named(
        self, line: Line, known: list[Token], name: str, rest: str = "", *, doubt: Doubt = Doubt.WORDS
    ) -> Heading | None:
        """Return the heading; None if it names its weekdays as prose does."""
        weekdays = [(place, token) for place, token in enumerate(known) if token.weekday is not None]
        numbers = [token.weekday for _, token in weekdays if token.weekday is not None]
        is_rest_day, works = self._says_rest(known), self._works(known)
        if any(token.text.endswith("'s") for _, token in weekdays) and not works:
            return None
        if len(weekdays) > 1:
            (place, _), (next_place, _) = weekdays[:2]
            between = [token for token in known[place + 1 : next_place] if not self._is_of_date(token)]
            if len(between) == 1 and between[0].text in _DASHES | self._range:
                if not is_rest_day:
                    if rest or doubt is not Doubt.NONE or any(token.kind == "number" for token in known):
                        return None
                    doubt = Doubt.SEVERAL
                numbers = [number % 7 for number in range(numbers[0], numbers[0] + (numbers[1] - numbers[0]) % 7 + 1)]
            elif not (is_rest_day or works or line.heading or any(token.text in self._optional for token in known)):
                if rest or not all(token.weekday is not None or token.text in _JOINTS for token in known):
                    return None
                doubt = Doubt.WORDS if doubt is Doubt.NONE else doubt
        _, token = weekdays[0]
        if token.text in self._plurals:
            doubt = Doubt.SEVERAL
        day = line.text[token.start :][: len(token.text)]
        if is_rest_day and doubt is not Doubt.NONE and not rest:
            rest = line.text[token.start + len(day) :].strip()
        return Heading(
            weekdays=tuple(dict.fromkeys(numbers)),
            name=REST_DAY if is_rest_day else name,
            rest=rest,
            day=day,
            is_rest_day=is_rest_day,
            names_work=works,
            doubt=doubt,
        )

    def _is_of_date(self, token: Token) -> bool:
        return token.kind == "number" or token.text in self._months or token.text in ",.()/"


def _is_bracketed(line: Line, mark: Token) -> bool:
    return mark.text == "(" and line.text.find(")", mark.start) == len(line.text) - 1
