"""From the lines of a post to its days: which lines are the headings, and what stands below each."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from wod.errors import BadInput
from wod.models import Day, Line
from wod.segments import opens_part

REST_DAY = "Rest Day"

_WEEKDAYS = {  # with abbreviations, and slips that coaches make
    name: weekday
    for weekday, names in enumerate(
        (
            "monday mon mondy",
            "tuesday tue tues tuseday teusday tueday",
            "wednesday wed weds wendesday wensday wednsday wedensday",
            "thursday thu thur thurs thrusday thurday",
            "friday fri firday",
            "saturday sat satuday saterday",
            "sunday sun sundy",
        )
    )
    for name in names.split()
}
_REST = frozenset({"rest", "off"})
_WORK = frozenset({"session", "sessions", "workout", "workouts", "training", "makeup"})
_NUMBERED = frozenset({"session", "workout", "day", "part", "week"})
_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii"})
_RANGE = frozenset({"to", "through", "thru"})
_MONTH_NAMES = (
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
    "nov november dec december"
)
_OTHERS = (
    "one two three four five six seven eight nine ten first second third fourth fifth sixth "
    "day days week part active recovery optional deload competition meet am pm morning afternoon evening and or"
)
_MONTHS = frozenset(_MONTH_NAMES.split())
_VOCABULARY = _REST | _WORK | _RANGE | _MONTHS | frozenset(_OTHERS.split())
"""What a heading says beside the weekday. A line of nothing else is a heading without doubt."""

_TOKEN = re.compile(
    r"(?P<number>\d+)(?:st|nd|rd|th)?(?![^\W_])|(?P<word>make[ -]?up\b|[ap]\.m\b\.?|[^\W_]+(?:['’][^\W_]+)*)|\S",
    re.IGNORECASE,
)
_NO_HEADING_MARKS = frozenset("@%=+<>$?")
_DASHES = frozenset("-‐‑–—―")
_SEPARATORS = _DASHES | frozenset(":([|/")
_SHORT = 8  # words
_LONG = 200  # characters: no heading is longer
_SMALL = "a an and at by for from in of on or the to with your"


@dataclass(frozen=True)
class _Token:
    kind: Literal["number", "word", "mark"]
    text: str
    start: int

    @property
    def weekday(self) -> int | None:
        return _WEEKDAYS.get(self.text.removesuffix("'s")) if self.kind == "word" else None


@dataclass(frozen=True)
class _Heading:
    """A line that may be the heading of days: the weekdays, the name, and what of the line stands below the name."""

    weekdays: tuple[int, ...]
    name: str
    rest: str
    is_rest_day: bool
    names_work: bool
    certain: bool


def group_by_day(lines: list[Line]) -> tuple[list[Line], list[Day]]:
    """The lines in front of the first day, and the days in the order of the page.

    A heading that names several weekdays gives a day for each; the lines below stand in the first. A day that is all
    rest is called `Rest Day`. Raises BadInput where no line is the heading of a day.
    """
    headings = _headings(lines)
    if not headings:
        raise BadInput(
            "The post has no day: no line is a heading such as `Monday (Session One)`; "
            "if it is a training week, give its days headings with their weekdays."
        )
    places = [*headings, len(lines)]
    days = [
        day for place, end in pairwise(places) for day in _days(headings[place], lines[place], lines[place + 1 : end])
    ]
    return lines[: places[0]], days


def _days(heading: _Heading, line: Line, below: list[Line]) -> list[Day]:
    own = Line(text=heading.rest, links=line.links)
    lines = [own, *below] if own.text or own.links else below
    is_rest_day = heading.is_rest_day
    if not heading.names_work and lines and _says_rest(lines[0].text):
        # `Thursday` with `Rest Day` on a line of its own: the second half of the heading
        is_rest_day = True
        lines = [Line(text="", links=lines[0].links), *lines[1:]]
    name = REST_DAY if is_rest_day else heading.name
    first, *others = heading.weekdays
    return [Day(weekday=first, session=name, lines=lines), *(Day(weekday=w, session=name, lines=[]) for w in others)]


def _headings(lines: list[Line]) -> dict[int, _Heading]:
    """The headings by their place. A likely one counts if no certain one has its weekday."""
    found = {place: heading for place, line in enumerate(lines) if (heading := _heading(line))}
    for place in _overview(found, lines):
        del found[place]
    certain = {weekday for heading in found.values() if heading.certain for weekday in heading.weekdays}
    return {
        place: heading for place, heading in found.items() if heading.certain or certain.isdisjoint(heading.weekdays)
    }


def _overview(found: dict[int, _Heading], lines: list[Line]) -> list[int]:
    """The places of a list of the week's days in front of the days themselves.

    Its lines follow one another with nothing between, and its training days are stated again further down.
    """
    last = {weekday: place for place, heading in found.items() for weekday in heading.weekdays}
    overview: list[int] = []
    repeated: set[int] = set()
    for place, heading in found.items():
        if overview and any(line.text for line in lines[overview[-1] + 1 : place]):
            break
        again = {weekday for weekday in heading.weekdays if last[weekday] > place}
        if not heading.is_rest_day and len(again) < len(heading.weekdays):
            break
        overview.append(place)
        repeated |= again
    return overview if len(repeated) > 1 else []


def _heading(line: Line) -> _Heading | None:
    tokens = _tokens(line.text[:_LONG])
    known = _known(tokens)
    if not _weekday_leads(known):
        return None
    if len(known) == len(tokens):
        return _whole(line, known) if len(line.text) <= _LONG else None
    following = tokens[len(known)].start
    if opens_part(line.text[following:]):
        return _divided(line, known, following, certain=True)
    return _likely(line, known)


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(
            kind="number" if match["number"] else "word" if match["word"] else "mark",
            text=re.sub("[ .-]", "", match[0].lower().replace("’", "'")) if match["word"] else match[0],
            start=match.start(),
        )
        for match in _TOKEN.finditer(text)
    ]


def _known(tokens: list[_Token]) -> list[_Token]:
    """The tokens as far as all are what headings consist of."""
    known: list[_Token] = []
    for token in tokens:
        numeral = token.text in _ROMAN and bool(known) and known[-1].text in _NUMBERED
        if token.kind == "mark":
            if token.text in _NO_HEADING_MARKS:
                break
        elif token.kind == "word" and token.weekday is None and token.text not in _VOCABULARY and not numeral:
            break
        known.append(token)
    return known


def _weekday_leads(known: list[_Token]) -> bool:
    """Whether a weekday comes first, or stands behind a mark or a date: `Day 1 – Monday`, `Dec 21 Monday`."""
    place = next((place for place, token in enumerate(known) if token.weekday is not None), None)
    if place is None:
        return False
    before = known[:place]
    only_date = all(token.kind != "word" or token.text in _MONTHS for token in before)
    return only_date or before[-1].kind == "mark"


def _whole(line: Line, known: list[_Token]) -> _Heading | None:
    return _named(line, known, name=line.text, rest="", certain=True)


def _divided(line: Line, known: list[_Token], following: int, *, certain: bool) -> _Heading | None:
    """The heading in front of what follows on the same line."""
    name = line.text[:following].rstrip(" :([|/,;" + "".join(_DASHES))
    return _named(line, known, name=name, rest=line.text[following:], certain=certain)


def _likely(line: Line, known: list[_Token]) -> _Heading | None:
    """A heading with words of its own: `Monday – Snatch Focus`, `Thursday (Rest Day): walk 30 minutes`."""
    first = next(place for place, token in enumerate(known) if token.weekday is not None)
    cut = max((place for place, token in enumerate(known) if place > first and token.kind == "mark"), default=None)
    head = known[: cut + 1] if cut is not None else known
    mark = known[cut] if cut is not None else None
    own = line.text[mark.start + 1 :].strip() if mark else line.text
    if mark and any(token.weekday is not None for token in _tokens(own[:_LONG])):
        return None  # `Monday – Friday 6am`
    states_rest = _is_rest(head)
    short = len(line.text.split()) <= _SHORT and not line.text.endswith((".", "!", "?", ",", ";"))
    title = _is_title(own)
    if mark is None:
        return _named(line, known, name=line.text, rest="", certain=False) if short and title and line.heading else None
    if not states_rest and short and (line.heading or (title and mark.text in _SEPARATORS)):
        return _named(line, head, name=line.text, rest="", certain=False)
    separates = mark.text in _SEPARATORS or (mark.text in ").];," and not own[:1].islower())
    if separates and (states_rest or _works(head)):
        following = mark.start if mark.text in "([" else line.text.index(own, mark.start + 1)
        return _divided(line, head, following, certain=False)
    return None


def _named(line: Line, known: list[_Token], *, name: str, rest: str, certain: bool) -> _Heading | None:
    """The heading, unless what it says of the weekdays is what prose says of them."""
    weekdays = [(place, token) for place, token in enumerate(known) if token.weekday is not None]
    numbers = [token.weekday for _, token in weekdays if token.weekday is not None]
    is_rest_day, works = _is_rest(known), _works(known)
    if any(token.text.endswith("'s") for _, token in weekdays) and not works:
        return None
    if len(weekdays) > 1:
        (place, _), (next_place, _) = weekdays[:2]
        between = known[place + 1 : next_place]
        if len(between) == 1 and between[0].text in _DASHES | _RANGE:
            if not is_rest_day:
                return None
            numbers = [number % 7 for number in range(numbers[0], numbers[0] + (numbers[1] - numbers[0]) % 7 + 1)]
        elif not (is_rest_day or works or line.heading or any(token.text == "optional" for token in known)):
            return None
    return _Heading(tuple(dict.fromkeys(numbers)), name, rest, is_rest_day, works, certain)


def _says_rest(text: str) -> bool:
    tokens = _tokens(text[:_LONG])
    return len(text) <= _LONG and _known(tokens) == tokens and _is_rest(tokens)


def _is_rest(known: list[_Token]) -> bool:
    return any(token.text in _REST for token in known) and not _works(known)


def _works(known: list[_Token]) -> bool:
    return any(token.text in _WORK for token in known)


def _is_title(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text) if word.lower() not in _SMALL.split()]
    return bool(words) and not any(word[0].islower() for word in words)
