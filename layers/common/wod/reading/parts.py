"""Divide a day into its warm-up and its parts, which have letters, numbers or names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile

from wod.blog import Blog
from wod.models import REST_DAY, Day, Line, Session
from wod.reading.part_headings import (
    PartHeadings,
    PartName,
    has_working_sets,
    letter_of,
    may_have_working_sets,
    part_headings_of,
)

_LAST = "z"
_OPENING = "*("
_MOST_WORDS_OF_NAMES = 4  # of a movement above its sets
_ASKS_FOR = re.compile(r"\d")
_LIGHT_SETS = re.compile(r"\d\d\s?%")  # the first of some that get heavier
_ASKS_FOR_SETS = re.compile(r"\d\s?[x×]\s?\d|@\s?\d|\d\s?%|\d-\d{1,2}-\d", re.IGNORECASE)


@dataclass
class _Division:
    """The warm-up and the parts of a day, while they are filled."""

    warm_up: list[str] = field(default_factory=list)
    segments: dict[str, list[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    letter: str = ""
    """The part of the next line; empty for the warm-up."""
    prose: int = 0
    """The number of lines of prose in the first part, before its heading."""

    def put(self, text: str) -> None:
        if text:
            (self.segments[self.letter] if self.letter else self.warm_up).append(text)

    def open(self, letter: str, title: str = "") -> None:
        self.letter = letter
        self.segments.setdefault(letter, [])
        if title:
            before = self.titles.get(letter)
            self.titles[letter] = f"{before} – {title}" if before else title

    def open_next(self, title: str = "") -> bool:
        """Open the next part, or the last one again if it has only prose so far. Return False after part Z."""
        last = max(self.segments, default="")
        if last and len(self.segments[last]) == (self.prose if last == "a" else 0):
            self.open(last, title)
            return True
        if last == _LAST:
            return False
        self.open(chr(ord(last) + 1) if last else "a", title)
        return True


def segment_day(day: Day, blog: Blog) -> Session:
    """Divide a day into its warm-up and its parts.

    Parts open with letters, or else with numbers, or else with names, and get letters in order; a day without
    any is one part, after its warm-up if it has one. Markers and headings are removed, and every other line is kept.
    A rest day without parts has its text in `warm_up`, because it prescribes nothing.
    """
    headings = part_headings_of(blog)
    lines = [line for line in day.lines if line.text]
    division = _divided(lines, headings, is_rest_day=day.session == REST_DAY)
    return Session(
        weekday=day.weekday,
        stated=day.stated,
        session=day.session,
        level=day.level,
        counted=day.counted,
        optional=day.optional,
        warm_up=division.warm_up,
        segments=division.segments,
        titles=division.titles,
        links=[link for line in day.lines for link in line.links],
        struck_out=[line.struck for line in day.lines if line.struck],
        pictures=[text for line in day.lines for text in line.pictures],
    )


def _divided(lines: list[Line], headings: PartHeadings, *, is_rest_day: bool) -> _Division:
    texts = [line.text for line in lines]
    numbers = {} if is_rest_day else _numbers(texts, headings)
    letters = _letters(texts, upper=True)
    if letters and not _are_inside_numbers(letters, numbers, texts):
        return _by_letters(lines, letters, headings)
    if is_rest_day:
        return _Division(warm_up=texts)
    if numbers:
        return _by_numbers(texts, numbers, headings)
    names = {place: name for place, line in enumerate(lines) if (name := headings.name(line))}
    letters = {} if names else _letters(texts, upper=False)
    return _by_letters(lines, letters, headings) if letters else _by_names(lines, names, headings)


def _letters(texts: list[str], *, upper: bool) -> dict[int, tuple[str, str]]:
    """Return, by the places of lines that open a part, the part's letter and the text after it."""
    found: dict[int, tuple[str, str]] = {}
    following = ""
    for place, text in enumerate(texts):
        if text[1:2].isalpha() and text[0] not in _OPENING:
            continue  # nearly every line
        if marked := letter_of(text, upper=upper, following=following):
            found[place] = marked
            following = max(following, marked[0])
    return found


def _by_letters(lines: list[Line], letters: dict[int, tuple[str, str]], headings: PartHeadings) -> _Division:
    """Divide a day at its letters; a name directly above a letter is its title.

    The lines before the first letter are the warm-up, but for parts with names that have work below them. A letter that
    appears again continues its part, but letters that start again below a title get the next free ones.
    """
    division = _Division()
    title, offset, last = "", 0, max(letters)
    named = _named_above(lines, min(letters), headings)
    for place, line in enumerate(lines):
        if place in named and division.open_next(named[place].title):
            division.put(named[place].rest)
        elif place in letters:
            letter, text = letters[place]
            if place == min(letters):
                offset = len(division.segments)
            if title and chr(ord(letter) + offset) in division.segments:
                offset = ord(max(division.segments)) - ord("a") + 1
            letter = min(chr(ord(letter) + offset), _LAST)
            own, text = headings.title_behind_letter(text)
            division.open(letter, title)
            division.open(letter, own)
            division.put(text)
            title = ""
        elif (name := headings.name(line)) and not name.rest and (place + 1 in letters):
            title = name.title
        elif name and not name.rest and place > last and line.heading and division.open_next(name.title):
            pass
        elif not division.letter:
            division.put(headings.without_warm_up(line.text))
        else:
            division.put(line.text)
    return division


def _named_above(lines: list[Line], first: int, headings: PartHeadings) -> dict[int, PartName]:
    """Return the names above the first letter that have sets, percents or series of reps below them."""
    names = {place: name for place in range(first) if (name := headings.name(lines[place]))}
    return {
        place: names[place]
        for place, end in pairwise([*names, first])
        if any(map(_ASKS_FOR_SETS.search, [names[place].rest, *(line.text for line in lines[place + 1 : end])]))
    }


def _are_inside_numbers(letters: Iterable[int], numbers: dict[int, str], texts: list[str]) -> bool:
    """Return whether parts with numbers begin above the first letter, and have lines below, as no list has."""
    first = min(letters)
    above = [place for place in numbers if place < first]
    lead = texts[: above[0]] if above else texts
    return not lead and any(_ASKS_FOR.search(texts[place + 1]) for place in above if place + 1 not in (*numbers, first))


def _numbers(texts: list[str], headings: PartHeadings) -> dict[int, str]:
    """Return the places of lines that open a part with a number, and the text after it; empty if they are a list.

    A number alone on its line always opens a part. Numbers before text open parts if they count up from one with
    nothing but a warm-up before the first: below `EMOM 12:` they are stations. An introduction may be above numbers
    before names with work below them: `1. Strength`.
    """
    alone = {place: "" for place, text in enumerate(texts) if headings.is_number_alone(text)}
    if alone:
        return alone
    found: dict[int, str] = {}
    for place, text in enumerate(texts):
        numbered = headings.number(text)
        if numbered and numbered[0] == len(found) + 1:
            found[place] = numbered[1]
    places = list(found)
    if len(places) < 2:
        return {}
    lead = texts[: places[0]]
    is_introduced = _is_introduction(lead, headings) and _have_names(found, texts, headings)
    return found if is_introduced or _is_behind_warm_up(lead, headings) else {}


def _is_introduction(texts: list[str], headings: PartHeadings) -> bool:
    """Return whether the texts are prose, maybe with a warm-up below it."""
    intro = _above_warm_up(texts, headings)
    return all(headings.is_prose(text) and not headings.is_work(text) for text in intro)


def _above_warm_up(texts: list[str], headings: PartHeadings) -> list[str]:
    return list(takewhile(lambda text: not headings.is_warm_up(text), texts))


def _have_names(numbers: dict[int, str], texts: list[str], headings: PartHeadings) -> bool:
    """Return whether the first two numbers stand before names, and each of these has work, as in no list."""
    for place, end in islice(pairwise([*numbers, len(texts)]), 2):
        title, rest = headings.title_behind_number(texts[place], numbers[place])
        if not title or not any(map(_ASKS_FOR.search, [rest, *texts[place + 1 : end]])):
            return False
    return True


def _is_behind_warm_up(texts: list[str], headings: PartHeadings) -> bool:
    """Return whether there are no texts, or only a warm-up."""
    if not texts:
        return True
    return headings.is_warm_up(texts[0]) and (len(texts) > 1 or bool(headings.without_warm_up(texts[0])))


def _by_numbers(texts: list[str], numbers: dict[int, str], headings: PartHeadings) -> _Division:
    division = _Division()
    lead = texts[: next(iter(numbers))]
    intro = _above_warm_up(lead, headings)
    for text in lead[len(intro) :]:
        division.put(headings.without_warm_up(text))
    if intro:
        division.segments["a"] = intro
        division.prose = len(intro) if all(map(headings.is_prose, intro)) else 0
    for place, text in enumerate(texts[len(lead) :], start=len(lead)):
        if place not in numbers:
            division.put(text)
            continue
        title, rest = headings.title_behind_number(text, numbers[place])
        division.open_next(title)
        division.put(rest)
    return division


def _by_names(lines: list[Line], names: dict[int, PartName], headings: PartHeadings) -> _Division:
    """Divide a day at its names. Without any it is one part, after its warm-up, which ends at the next bold line."""
    division = _Division()
    warm_ups = _warm_ups(lines, headings) if names else _warm_up_of_one_part(lines, headings)
    in_warm_up = False
    for place, line in enumerate(lines):
        name = names.get(place)
        if name and division.open_next(name.title):
            in_warm_up = False
            division.put(name.rest)
        elif place in warm_ups:
            text = headings.without_warm_up(line.text)
            in_warm_up = bool(names) or not text
            division.warm_up += [text] if text else []
        elif in_warm_up and not line.heading and has_working_sets(line.text):
            in_warm_up = False
            _open_with(line.text, division)
        elif in_warm_up and not line.heading:
            division.warm_up.append(line.text)
        else:
            in_warm_up = False
            if not division.letter:
                division.open("a")
                prose = list(_prose(lines, place, names, headings))
                division.prose = len(prose) if all(map(headings.is_prose, prose)) else 0
            division.put(line.text)
    if division.warm_up and not division.segments:
        _end_warm_up(division, headings)
    return division


def _open_with(text: str, division: _Division) -> None:
    """Open the next part with a line of working sets, and with the lighter sets and the name above it."""
    if not division.open_next():
        division.warm_up.append(text)
        return
    start = _start_of_work(division.warm_up, text)
    above = division.warm_up[start:]
    del division.warm_up[start:]
    for line in (*above, text):
        division.put(line)


def _start_of_work(above: list[str], text: str) -> int:
    """Return the place of the first line above a line of working sets that belongs to them; their number if none."""
    if not text[:1].isdigit():
        return len(above)
    start = len(above)
    while start and _LIGHT_SETS.match(above[start - 1]):
        start -= 1
    return start - 1 if _is_name(above[:start][-1:]) else start


def _is_name(texts: list[str]) -> bool:
    """Return whether the last text may be the name of a movement, and not a line of a warm-up: it has no numbers."""
    return any(not _ASKS_FOR.search(text) and len(text.split()) <= _MOST_WORDS_OF_NAMES for text in texts)


def _end_warm_up(division: _Division, headings: PartHeadings) -> None:
    """Move the work of a day that is all below the heading of a warm-up to the first part, with its name above it."""
    texts = division.warm_up
    places = range(1, len(texts))
    start = next((place for place in places if headings.is_work(texts[place])), 0)
    start = start or next((place for place in places if may_have_working_sets(texts[place])), 0)
    if start > 1 and _is_name(texts[start - 1 : start]):
        start -= 1
    if start:
        division.warm_up, division.segments["a"] = texts[:start], texts[start:]


def _prose(lines: list[Line], start: int, names: dict[int, PartName], headings: PartHeadings) -> Iterator[str]:
    """Yield the texts before the first name or the warm-up."""
    for place in range(start, len(lines)):
        if place in names or headings.is_warm_up(lines[place].text):
            return
        yield lines[place].text


def _warm_ups(lines: list[Line], headings: PartHeadings) -> list[int]:
    return [place for place, line in enumerate(lines) if headings.is_warm_up(line.text)]


def _warm_up_of_one_part(lines: list[Line], headings: PartHeadings) -> list[int]:
    """Return the place of the warm-up: the first line, or a line below prose if a bold line ends it."""
    places = _warm_ups(lines, headings)[:1]
    if not places or places[0] == 0:
        return places
    ends = any(line.heading for line in lines[places[0] + 1 :])
    return places if ends and not any(_ASKS_FOR.search(line.text) for line in lines[: places[0]]) else []
