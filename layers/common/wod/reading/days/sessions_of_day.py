"""Divide a day into sessions: levels such as `Fitness` and `Performance`, a second session, an optional one."""

import re
from copy import replace
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from wod.blog import Blog
from wod.language import first_words, normalise
from wod.models import REST_DAY, Day, Line
from wod.reading.days.headings import headings_of
from wod.reading.parts.part_headings import MOST_WORDS_OF_TRAINING, letter_of, part_headings_of

_WORD = re.compile(r"[^\W_]+(?:[+'’][^\W_]*)*\+?")
_DIGIT = re.compile(r"\d")
_LAST_NUMBER = re.compile(r"[^\W\d]\s+\d{1,2}[*_:\s]*$")
_CLOCK = re.compile(r"\d:[0-5]\d")
_BEFORE_TITLE = re.compile(r"\s[-–—]+\s|:\s")
_MOST_WORDS = 6
_LONGEST = 60  # characters
_MOST_WORDS_OF_NAMES = 4


@dataclass(frozen=True)
class _Opening:
    place: int
    name: str
    level: str | None = None
    optional: bool = False
    rest: str = ""
    """The training after the heading on its line."""


class _Tracks:
    """Reader of the headings of sessions inside a day."""

    def __init__(self, blog: Blog) -> None:
        language = blog.language
        self._headings = headings_of(blog)
        self._parts = part_headings_of(blog)
        self._levels = frozenset(tuple(_words(level)) for level in blog.all_levels)
        self._lower_levels = frozenset(tuple(_words(level)) for level in language.words("headings", "lower_levels"))
        self._menu = frozenset(tuple(_words(level)) for level in language.words("headings", "menu_levels"))
        self._level_words = language.words("headings", "level_words")
        self._level_starts = frozenset(level[0] for level in self._levels if level) | self._level_words
        self._optional = language.words("headings", "optional")
        self._sessions = language.words("headings", "work")
        self._others = language.words("headings", "others")
        tables = (("headings", "rest"), ("headings", "days"), ("headings", "weeks"), ("headings", "sets"))
        of_parts = (("parts", "clocks"), ("parts", "every"))
        self._no_names = frozenset[str]().union(*(language.words(*table) for table in (*tables, *of_parts)))
        starts = frozenset(word for start in self._level_starts for word in first_words(start))
        self.candidate_words = starts | self._optional | self._headings.half_words

    def opening(self, place: int, line: Line, *, halves: bool) -> _Opening | None:
        """Return the session that the line opens; None if it is not a heading of a session."""
        text = line.text
        words = _words(text)
        if halves and (half := self._half_with_training(place, text)):
            return half
        if halves and line.heading and (titled := self._with_title(place, text)):
            return titled
        if not words or len(words) > _MOST_WORDS:
            return None
        name = text.strip(" *_:")
        if words[0] in self._level_starts and self._is_level(words, text):
            return _Opening(place, name, level=name)
        if not self._optional.isdisjoint(words) and not self._sessions.isdisjoint(words):
            is_heading = line.heading or (self._headings.is_title(text) and not text.endswith("."))
            if is_heading and not self._headings.says_only(text, self._headings.sessions):
                return _Opening(place, name, optional=True)
        if not halves or _CLOCK.search(text) or not self._headings.may_say_only(text):
            return None
        if self._headings.says_only(text, self._headings.sessions):
            return _Opening(place, name, optional=self._headings.is_optional(text))
        return None

    def is_of_menu(self, opening: _Opening, lines: list[Line]) -> bool:
        """Return whether a level may be a word of a menu: `Home` on a plain line that is not between training."""
        if tuple(_words(opening.level or "")) not in self._menu or lines[opening.place].heading:
            return False
        above, below = lines[: opening.place], lines[opening.place + 1 :]
        return not (any(map(self.may_train, above)) and any(map(self.may_train, below)))

    def titled_halves(self, lines: list[Line]) -> list[_Opening]:
        """Return the halves of the day with titles that are on plain lines: `AM – Run`, and further down `PM – Lower`.

        One alone may be about anything, and so may two without training below them.
        """
        found = {place: half for place, line in enumerate(lines) if (half := self._headings.titled_half(line.text))}
        have_training = all(
            any(map(self.may_train, lines[start + 1 : end])) for start, end in pairwise([*found, len(lines)])
        )
        if len(found) < 2 or len(set(found.values())) < len(found) or not have_training:
            return []
        return [_Opening(place, lines[place].text.strip(" *_:")) for place in found]

    def restarts(self, lines: list[Line]) -> list[_Opening]:
        """Return the sessions whose headings no one knows, but whose letters start again: `Group 7`, `A.`, `B.`.

        If a heading is above the first letter too, it is the one of the first session.
        """
        starts = _starts_of_letters(lines)
        if len(starts) < 2 or not all(self._is_name(lines, place - 1) for place in starts[1:]):
            return []
        if not all(any(map(self.may_train, lines[start:end])) for start, end in pairwise([*starts, len(lines)])):
            return []  # `Notes`, `A. Go light`
        named = starts if self._is_name(lines, starts[0] - 1) else starts[1:]
        return [_Opening(place - 1, lines[place - 1].text.strip(" *_:")) for place in named]

    def _is_name(self, lines: list[Line], place: int) -> bool:
        """Return whether a line above the first letter of a session may be its name."""
        if place < 0 or not 0 < len(lines[place].text.split()) <= _MOST_WORDS_OF_NAMES:
            return False
        line = lines[place]
        names_part = self._parts.name(line) or self._parts.warm_ups.opens(line.text) or self._parts.is_work(line.text)
        return line.heading and not names_part and not line.text.endswith((".", ",", ";")) and self._names_group(line)

    def _names_group(self, line: Line) -> bool:
        """Return whether the words may be a name, `Group 7`, and not `3 Sets`, `Rest 3:00`, `Or` or `Week 3`."""
        *words, last = _words(line.text) or [""]
        if any(map(_DIGIT.search, words)) or (_DIGIT.search(last) and not (words and _LAST_NUMBER.search(line.text))):
            return False
        return self._no_names.isdisjoint([*words, last]) and not self._others.issuperset([*words, last])

    def may_train(self, line: Line) -> bool:
        """Return whether a line may be training, and is not a sentence with a number in it."""
        if not _DIGIT.search(line.text):
            return False
        return len(line.text.split()) <= MOST_WORDS_OF_TRAINING or self._headings.prescribes_training(line.text)

    def _half_with_training(self, place: int, text: str) -> _Opening | None:
        """Return the session of `AM: Snatch 5x2`, and not of `AM: 6:00, 7:00`."""
        head, mark, after = text.partition(":")
        if not mark or not self._headings.prescribes_training(after) or not self._headings.may_say_only(head):
            return None
        if not self._headings.says_only(head, self._headings.sessions):
            return None
        return _Opening(place, head.strip(" *_"), optional=self._headings.is_optional(head), rest=after.strip(" *_"))

    def _with_title(self, place: int, text: str) -> _Opening | None:
        """Return the session of the heading `Session 1 – Weightlifting` or `PM: Engine`.

        `Workout 1 – Fran` is the name of a part, and `Session 1 – For Time` has the format of the work.
        """
        name = text.strip(" *_:")
        head, *after = _BEFORE_TITLE.split(name, maxsplit=1)
        if not after or _DIGIT.search(after[0]) or not self._headings.may_say_only(head):
            return None
        if self._parts.is_work(after[0]) or self._parts.name(Line(text=head)):
            return None
        if not self._headings.says_only(head, self._headings.sessions):
            return None
        return _Opening(place, name, optional=self._headings.is_optional(name))

    def _is_level(self, words: list[str], text: str) -> bool:
        """Return whether the words are only the name of one level."""
        if "/" in text or "&" in text or text.rstrip().endswith((".", ",", ";")):
            return False
        return self._name(words) in self._levels or tuple(words) in self._levels

    def are_lower(self, levels: list[str]) -> bool:
        """Return whether levels are all for people who do less, so that the full work has no name: `Scaled`."""
        return bool(levels) and all(self._name(_words(level)) in self._lower_levels for level in levels)

    def versions_last(self, lines: list[Line], openings: list[_Opening]) -> tuple[list[Line], list[_Opening]]:
        """Return the lines with versions for other people at the end, and their openings.

        The first part below the work of a version is for all if no part above has its name: `Strength`, `At home`,
        `Goblet Squat 5x10`, `Conditioning`. A version that begins with a part has all that is below it.
        """
        own, versions = lines[: openings[0].place], []
        ends = [*(opening.place for opening in openings[1:]), len(lines)]
        for opening, end in zip(openings, ends, strict=True):
            stop = self._end_of_version(opening.place + 1, end, own, lines)
            versions.append((opening, lines[opening.place : stop]))
            own = own + lines[stop:end]
        moved: list[_Opening] = []
        for opening, version in versions:
            moved.append(replace(opening, place=len(own)))
            own = own + version
        return own, moved

    def _end_of_version(self, start: int, end: int, own: list[Line], lines: list[Line]) -> int:
        """Return the place of the first part below the work of a version, if it is for all; else `end`."""
        above = {normalise(name.title) for line in own if (name := self._parts.name(line))}
        named = ((place, name) for place in range(start, end) if above and (name := self._parts.name(lines[place])))
        place, name = next(named, (end, None))
        return place if name and place > start and normalise(name.title) not in above else end

    def _name(self, words: list[str]) -> tuple[str, ...]:
        """Return the words of a level without those that go with it: `The Fitness Track`."""
        return tuple(word for word in words if word not in self._level_words or len(words) == 1)


@cache
def _tracks_of(blog: Blog) -> _Tracks:
    return _Tracks(blog)


def divide_day(day: Day, blog: Blog, *, base: str, halves: bool) -> list[Day]:
    """Divide a day at the headings of its sessions.

    `base` begins the names of further sessions; it is empty for a post for one day, whose own headings are enough.
    `halves`: also divide at `Session 2` and `AM`. Without a known heading, two halves of the day with titles are its
    sessions, and letters that start again below a bold line open another session. Lines before the first level belong
    to that level, unless only one level is named, below training that is complete without it, or all levels are for
    people who do less.
    """
    tracks = _tracks_of(blog)
    if day.session == REST_DAY:
        return [day]
    openings = [
        opening
        for place, line in enumerate(day.lines)
        if len(line.text) <= _LONGEST and not tracks.candidate_words.isdisjoint(first_words(line.text))
        if (opening := tracks.opening(place, line, halves=halves)) and not tracks.is_of_menu(opening, day.lines)
    ]
    openings = openings or tracks.titled_halves(day.lines) or tracks.restarts(day.lines)
    if not openings or _are_inside_parts(openings, day.lines):
        return [day]
    levels = list(dict.fromkeys(opening.level for opening in openings if opening.level))
    trains = any(map(tracks.may_train, day.lines[: openings[0].place]))
    if trains and tracks.are_lower(levels) and all(opening.level for opening in openings):
        lines, openings = tracks.versions_last(day.lines, openings)
        day = replace(day, lines=lines)
    before = day.lines[: openings[0].place]
    if len(openings) == 1 and not trains and not openings[0].optional:
        return [_only_one(day, openings[0], base)]
    sections = _sections(day, openings)
    are_several = len(levels) > 1 and not tracks.are_lower(levels)
    first_has_before = not trains or (openings[0].level is not None and are_several)
    if first_has_before:
        opening, lines = sections[0]
        sections[0] = (opening, [*before, *lines])
        days = []
    else:
        days = [replace(day, lines=before)]
    counted = _counted_level(levels, blog) if first_has_before or are_several else None
    return days + [_session(day, opening, lines, base, counted) for opening, lines in sections]


def _sections(day: Day, openings: list[_Opening]) -> list[tuple[_Opening, list[Line]]]:
    """Return the lines below each opening; a level that is named twice gets the lines of both."""
    ends = [*(opening.place for opening in openings[1:]), len(day.lines)]
    sections: dict[tuple[str, int], tuple[_Opening, list[Line]]] = {}
    for opening, end in zip(openings, ends, strict=True):
        key = (normalise(opening.level), 0) if opening.level else ("", opening.place)
        below = _with_text(day.lines[opening.place], opening.rest) + day.lines[opening.place + 1 : end]
        if key in sections:
            sections[key][1].extend(below)
        else:
            sections[key] = opening, below
    return list(sections.values())


def _with_text(line: Line, text: str) -> list[Line]:
    """Return a heading's links, pictures and struck-out text as a line with other text; no line if it has nothing."""
    has_more = text or line.links or line.struck or line.pictures
    return [replace(line, text=text, heading=False)] if has_more else []


def _only_one(day: Day, opening: _Opening, base: str) -> Day:
    """Return the day with the heading of its only session added to its name."""
    own = _with_text(day.lines[opening.place], opening.rest)
    lines = day.lines[: opening.place] + own + day.lines[opening.place + 1 :]
    name = f"{day.session} – {opening.name}" if base else day.session
    return replace(day, lines=lines, session=name)


def _session(day: Day, opening: _Opening, lines: list[Line], base: str, counted: str | None) -> Day:
    start = day.session if opening.level else base
    return replace(
        day,
        session=f"{start} – {opening.name}" if base else opening.name,
        lines=lines,
        level=opening.level,
        counted=opening.level is None or opening.level == counted,
        optional=day.optional or opening.optional,
    )


def _counted_level(levels: list[str], blog: Blog) -> str | None:
    wanted = normalise(blog.counted_level or "")
    return next((level for level in levels if normalise(level) == wanted), levels[0] if levels else None)


def _are_inside_parts(openings: list[_Opening], lines: list[Line]) -> bool:
    """Return whether the levels are variants inside parts, so that the letters continue after them."""
    if not any(opening.level for opening in openings):
        return False
    first = openings[0].place
    before, after = _letters(lines[:first]), _letters(lines[first + 1 :])
    return bool(before and after) and after[0] > before[-1]


def _letters(lines: list[Line]) -> list[str]:
    """Return the letters of the parts that the lines open."""
    found = (letter_of(line.text, upper=True, following="z") for line in lines)
    return [marked[0] for marked in found if marked]


def _starts_of_letters(lines: list[Line]) -> list[int]:
    """Return the places of each part A; the second one and later ones are below a part B."""
    starts: list[int] = []
    last = ""
    for place, line in enumerate(lines):
        marked = letter_of(line.text, upper=True, following=last)
        if marked is None:
            continue
        if marked[0] == "a" and (not starts or last > "a"):
            starts.append(place)
            last = "a"
        else:
            last = max(last, marked[0])
    return starts


def _words(text: str) -> list[str]:
    return _WORD.findall(normalise(text))
