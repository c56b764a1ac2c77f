"""From the lines of a post to its days: which lines are the headings, and what stands below each."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from wod.errors import BadInput
from wod.models import Day, Line
from wod.reading.calendar_names import MONTHS, WEEKDAYS
from wod.reading.parts import opens_part

REST_DAY = "Rest Day"

_COUNT_WORDS = "one two three four five six seven eight nine ten first second third fourth fifth sixth"
_REST = frozenset({"rest", "off"})
_WORK = frozenset({"session", "sessions", "workout", "workouts", "training", "makeup"})
_NUMBERED = frozenset({"session", "workout", "day", "part", "week", "cycle", "phase", "block"})
_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii"})
_JOINTS = frozenset("/&+")
_RANGE = frozenset({"to", "through", "thru"})
_COUNTS = frozenset(_COUNT_WORDS.split())
_SESSION = frozenset({"session", "workout"})
_HALF = _SESSION | {"day"}  # `Day 1` beside a weekday is half of its heading, but opens nothing by itself
_HALVES_OF_DAY = frozenset({"am", "pm", "morning", "afternoon", "evening"})
_OTHERS = (
    "day days week cycle phase block part active recovery total complete full optional deload competition meet and or"
)
_VOCABULARY = _REST | _WORK | _RANGE | MONTHS.keys() | _COUNTS | _HALVES_OF_DAY | frozenset(_OTHERS.split())
"""What a heading says beside the weekday. A line of nothing else is a heading without doubt."""

_TOKEN = re.compile(
    r"(?P<number>\d+)(?:st|nd|rd|th)?(?![^\W_])|(?P<word>make[ -]?up\b|[ap]\.m\b\.?|[^\W_]+(?:['’][^\W_]+)*)|\S",
    re.IGNORECASE,
)
_NO_HEADING_MARKS = frozenset("@%=+<>$?")
_DASHES = frozenset("-‐‑–—―")
_SEPARATORS = _DASHES | frozenset(":([|/")
# What stands behind the weekday where it is of rest: `: Rest and recover`, ` (Thanksgiving) – Rest Day`.
_RESTING = re.compile(
    r"\s*(?:[-‐‑–—:]\s*(?P<rest>rest\s*(?:[,&+]|(?:and|or|up)\b)|.*\brest day\W*$)|(?P<bracket>\(.*\brest day\W*$))",
    re.IGNORECASE,
)
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
        return WEEKDAYS.get(self.text.removesuffix("'s")) if self.kind == "word" else None


@dataclass(frozen=True)
class _Heading:
    """A line that may be the heading of days: the weekdays, the name, and what of the line stands below the name."""

    weekdays: tuple[int, ...]
    name: str
    rest: str
    day: str  # the weekday alone, as written
    is_rest_day: bool
    names_work: bool
    certain: bool


@dataclass(frozen=True)
class _Opening:
    """A heading with the lines from `start` to before `end` that it is made of."""

    heading: _Heading
    start: int
    end: int


def group_by_day(lines: list[Line]) -> tuple[list[Line], list[Day]]:
    """The lines in front of the first day, and the days in the order of the page.

    A heading that names several weekdays gives a day for each; the lines below stand in the first. A day that is all
    rest is called `Rest Day`. Raises BadInput where no line is the heading of a day.
    """
    openings = _openings(_headings(lines), lines)
    if not openings:
        raise BadInput(
            "The post has no day: no line is a heading such as `Monday (Session One)`; "
            "if it is a training week, give its days headings with their weekdays."
        )
    ends = [*(opening.start for opening in openings[1:]), len(lines)]
    days = [
        day
        for opening, end in zip(openings, ends, strict=True)
        for day in _days(opening, lines[opening.start : opening.end], lines[opening.end : end])
    ]
    return lines[: openings[0].start], days


def _days(opening: _Opening, own: list[Line], below: list[Line]) -> list[Day]:
    heading = opening.heading
    first_line = Line(text=heading.rest, links=[link for line in own for link in line.links])
    lines = [first_line, *below] if first_line.text or first_line.links else below
    name = heading.name
    if lines and not heading.names_work and not heading.is_rest_day:
        # `Thursday` with `Rest Day` on a line of its own: the second half of the heading
        whole = _heading(Line(text=f"{name}: {lines[0].text}"))
        if whole and whole.is_rest_day:
            name = REST_DAY
            lines = [Line(text=whole.rest, links=lines[0].links), *lines[1:]]
    first, *others = heading.weekdays
    return [Day(weekday=first, session=name, lines=lines), *(Day(weekday=w, session=name, lines=[]) for w in others)]


def _openings(headings: dict[int, _Heading], lines: list[Line]) -> list[_Opening]:
    """The headings with the lines that they consist of, sessions on lines of their own included.

    `Session One` or `Day 1` right below a weekday, or right above it, is half of the heading; a session further down
    is another of the same day.
    """
    openings: list[_Opening] = []
    upper_half: int | None = None
    seen = [place for place, line in enumerate(lines) if line.text]
    for above, place, below in zip([-1, *seen], seen, [*seen[1:], -1], strict=False):
        heading, text = headings.get(place), lines[place].text
        if heading:
            start = place
            if upper_half == above:
                start = above
                heading = replace(heading, name=f"{lines[above].text} {heading.name}", names_work=True)
            openings.append(_Opening(heading, start, place + 1))
        elif _says_only(text, _HALF):
            last, following = openings[-1] if openings else None, headings.get(below)
            if last and above in headings and not (last.heading.is_rest_day or last.heading.rest):
                whole = replace(last.heading, name=f"{last.heading.name} {text}", names_work=True)
                openings[-1] = _Opening(whole, last.start, place + 1)
            elif following and not (following.names_work or following.is_rest_day):
                upper_half = place
            elif last and not last.heading.is_rest_day and _says_only(text, _SESSION):
                name = f"{last.heading.day} {text}"
                openings.append(_Opening(replace(last.heading, name=name, rest="", names_work=True), place, place + 1))
    return openings


def _headings(lines: list[Line]) -> dict[int, _Heading]:
    """The headings by their place. A likely one counts if no certain one has its weekday."""
    found = {place: heading for place, line in enumerate(lines) if (heading := _heading(line))}
    for place in _overview(found, lines):
        del found[place]
    certain = {weekday for heading in found.values() if heading.certain for weekday in heading.weekdays}
    return _without_rest_twice(
        {place: heading for place, heading in found.items() if heading.certain or certain.isdisjoint(heading.weekdays)}
    )


def _without_rest_twice(headings: dict[int, _Heading]) -> dict[int, _Heading]:
    """`Rest days: Thursday and Sunday` counts for those of them that have no heading of their own."""
    own = {heading.weekdays[0] for heading in headings.values() if len(heading.weekdays) == 1}
    once = {}
    for place, heading in headings.items():
        if heading.is_rest_day and len(heading.weekdays) > 1:
            heading = replace(heading, weekdays=tuple(weekday for weekday in heading.weekdays if weekday not in own))
        if heading.weekdays:
            once[place] = heading
    return once


def _overview(found: dict[int, _Heading], lines: list[Line]) -> list[int]:
    """The places of a list of the week's days in front of the days themselves.

    Its lines follow one another with nothing between, and its training days are stated again further down.
    """
    last = {weekday: place for place, heading in found.items() for weekday in heading.weekdays}
    overview: list[int] = []
    stated: set[int] = set()
    repeated: set[int] = set()
    for place, heading in found.items():
        if overview and any(line.text for line in lines[overview[-1] + 1 : place]):
            break
        again = {weekday for weekday in heading.weekdays if last[weekday] > place}
        rests_anew = heading.is_rest_day and stated.isdisjoint(heading.weekdays)
        if len(again) < len(heading.weekdays) and not rests_anew:
            break
        overview.append(place)
        stated.update(heading.weekdays)
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
    return _likely(line, tokens, known)


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
    only_date = all(token.kind != "word" or token.text in MONTHS for token in before)
    return only_date or before[-1].kind == "mark"


def _whole(line: Line, known: list[_Token]) -> _Heading | None:
    return _named(line, known, name=line.text, rest="", certain=True)


def _divided(line: Line, known: list[_Token], following: int, *, certain: bool) -> _Heading | None:
    """The heading in front of what follows on the same line."""
    name = line.text[:following].rstrip(" :([|/,;" + "".join(_DASHES))
    return _named(line, known, name=name, rest=line.text[following:], certain=certain)


def _likely(line: Line, tokens: list[_Token], known: list[_Token]) -> _Heading | None:
    """A heading with words of its own: `Monday – Snatch Focus`, `Thursday (Rest Day): walk 30 minutes`."""
    first = next(place for place, token in enumerate(known) if token.weekday is not None)
    cut = max((place for place, token in enumerate(known) if place > first and token.kind == "mark"), default=None)
    few_words = len(line.text.split()) <= _SHORT
    short = few_words and not line.text.endswith((".", "?", ",", ";"))
    if cut is None:
        title = line.heading and short and _is_title(line.text)
        return _named(line, known, name=line.text, rest="", certain=False) if title else None
    mark, head, behind_day = known[cut], known[: cut + 1], known[first + 1]
    own = line.text[mark.start + 1 :].strip()
    separates = mark.text in _SEPARATORS or not own[:1].islower()
    following = mark.start if mark.text in "([*" else line.text.index(own, mark.start + 1)
    if separates and _is_rest(head):
        return _divided(line, head, following, certain=False)
    if _begins_with_weekday(own):
        return None  # `Monday – Friday 6am`
    if few_words and not _works(tokens) and (resting := _RESTING.match(line.text, behind_day.start)):
        return _divided(line, tokens, resting.start(resting.lastgroup or 0), certain=False)
    if short and (line.heading or (mark.text in _SEPARATORS and _is_title(own)) or _is_bracketed(line, behind_day)):
        return _named(line, head, name=line.text, rest="", certain=False)
    return _divided(line, head, following, certain=False) if separates and _works(head) else None


def _begins_with_weekday(text: str) -> bool:
    return any(token.weekday is not None for token in _tokens(text[:_LONG])[:1])


def _is_bracketed(line: Line, mark: _Token) -> bool:
    return mark.text == "(" and line.text.find(")", mark.start) == len(line.text) - 1


def _named(line: Line, known: list[_Token], *, name: str, rest: str, certain: bool) -> _Heading | None:
    """The heading, unless what it says of the weekdays is what prose says of them."""
    weekdays = [(place, token) for place, token in enumerate(known) if token.weekday is not None]
    numbers = [token.weekday for _, token in weekdays if token.weekday is not None]
    is_rest_day, works = _is_rest(known), _works(known)
    if any(token.text.endswith("'s") for _, token in weekdays) and not works:
        return None
    if len(weekdays) > 1:
        (place, _), (next_place, _) = weekdays[:2]
        between = [token for token in known[place + 1 : next_place] if not _is_of_date(token)]
        if len(between) == 1 and between[0].text in _DASHES | _RANGE:
            if not is_rest_day:
                return None
            numbers = [number % 7 for number in range(numbers[0], numbers[0] + (numbers[1] - numbers[0]) % 7 + 1)]
        elif not (is_rest_day or works or line.heading or any(token.text == "optional" for token in known)):
            if rest or not all(token.weekday is not None or token.text in _JOINTS for token in known):
                return None
            certain = False
    _, token = weekdays[0]
    if is_rest_day and not certain and not rest:
        rest = line.text[token.start + len(token.text) :].strip()
    return _Heading(
        weekdays=tuple(dict.fromkeys(numbers)),
        name=REST_DAY if is_rest_day else name,
        rest=rest,
        day=line.text[token.start : token.start + len(token.text)],
        is_rest_day=is_rest_day,
        names_work=works,
        certain=certain,
    )


def _is_of_date(token: _Token) -> bool:
    return token.kind == "number" or token.text in MONTHS or token.text in ",.()/"


def _says_only(text: str, counted: frozenset[str]) -> bool:
    """Whether the line is one of the counted words with its number, or the half of a day, and no more.

    `Session One`, `Session 2 (Optional)`, `AM Session`, `Evening`.
    """
    tokens = _tokens(text[:_LONG])
    words = {token.text for token in tokens if token.kind == "word"}
    if len(text) > _LONG or len(tokens) > _SHORT or _known(tokens) != tokens or words & _REST:
        return False
    if any(token.weekday is not None for token in tokens):
        return False
    has_number = any(token.kind == "number" for token in tokens) or not words.isdisjoint(_COUNTS | _ROMAN)
    if not words.isdisjoint(counted) and has_number:
        return True
    return not words.isdisjoint(_HALVES_OF_DAY) and words <= _SESSION | _HALVES_OF_DAY


def _is_rest(known: list[_Token]) -> bool:
    """Whether rest is said, and not a pause: `Rest 2:00`."""
    followed = zip_longest(known, known[1:])
    says_rest = any(token.text in _REST and not (after and after.kind == "number") for token, after in followed)
    return says_rest and not _works(known)


def _works(known: list[_Token]) -> bool:
    return any(token.text in _WORK for token in known)


def _is_title(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text) if word.lower() not in _SMALL.split()]
    return bool(words) and not any(word[0].islower() for word in words)
