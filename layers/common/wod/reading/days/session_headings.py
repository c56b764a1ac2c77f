"""Find the headings of the sessions inside a day: levels, `Session 2`, `AM`, an optional session."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from wod.blog import Blog
from wod.language import first_words, normalise
from wod.models import Line
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
class SessionHeading:
    """The heading of a session, at its place among the lines of the day."""

    place: int
    name: str
    level: str | None = None
    optional: bool = False
    rest: str = ""
    """The training after the heading on its line."""


class SessionHeadings:
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
        self._candidate_words = starts | self._optional | self._headings.half_words

    def of(self, lines: list[Line], *, halves: bool) -> list[SessionHeading]:
        """Return the headings of the sessions in the lines of a day.

        `halves`: `Session 2` and `AM` are headings too. Without a known heading, two halves of the day with titles are,
        or else bold lines above letters that start again.
        """
        headings = [
            heading
            for place, line in enumerate(lines)
            if len(line.text) <= _LONGEST and not self._candidate_words.isdisjoint(first_words(line.text))
            if (heading := self._heading(place, line, halves=halves)) and not self._is_of_menu(heading, lines)
        ]
        return headings or self._titled_halves(lines) or self._restarts(lines)

    def _heading(self, place: int, line: Line, *, halves: bool) -> SessionHeading | None:
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
            return SessionHeading(place, name, level=name)
        if not self._optional.isdisjoint(words) and not self._sessions.isdisjoint(words):
            is_heading = line.heading or (self._headings.is_title(text) and not text.endswith("."))
            if is_heading and not self._headings.says_only(text, self._headings.sessions):
                return SessionHeading(place, name, optional=True)
        if not halves or _CLOCK.search(text) or not self._headings.may_say_only(text):
            return None
        if self._headings.says_only(text, self._headings.sessions):
            return SessionHeading(place, name, optional=self._headings.is_optional(text))
        return None

    def _is_of_menu(self, heading: SessionHeading, lines: list[Line]) -> bool:
        """Return whether a level may be a word of a menu: `Home` on a plain line that is not between training."""
        if tuple(_words(heading.level or "")) not in self._menu or lines[heading.place].heading:
            return False
        above, below = lines[: heading.place], lines[heading.place + 1 :]
        return not (any(map(self.may_train, above)) and any(map(self.may_train, below)))

    def _titled_halves(self, lines: list[Line]) -> list[SessionHeading]:
        """Return the halves of the day with titles that are on plain lines: `AM – Run`, and further down `PM – Lower`.

        One alone may be about anything, and so may two without training below them.
        """
        found = {place: half for place, line in enumerate(lines) if (half := self._headings.titled_half(line.text))}
        have_training = all(
            any(map(self.may_train, lines[start + 1 : end])) for start, end in pairwise([*found, len(lines)])
        )
        if len(found) < 2 or len(set(found.values())) < len(found) or not have_training:
            return []
        return [SessionHeading(place, lines[place].text.strip(" *_:")) for place in found]

    def _restarts(self, lines: list[Line]) -> list[SessionHeading]:
        """Return the sessions whose headings no one knows, but whose letters start again: `Group 7`, `A.`, `B.`.

        If a heading is above the first letter too, it is the one of the first session.
        """
        starts = _starts_of_letters(lines)
        if len(starts) < 2 or not all(self._is_name(lines, place - 1) for place in starts[1:]):
            return []
        if not all(any(map(self.may_train, lines[start:end])) for start, end in pairwise([*starts, len(lines)])):
            return []  # `Notes`, `A. Go light`
        named = starts if self._is_name(lines, starts[0] - 1) else starts[1:]
        return [SessionHeading(place - 1, lines[place - 1].text.strip(" *_:")) for place in named]

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

    def _half_with_training(self, place: int, text: str) -> SessionHeading | None:
        """Return the session of `AM: Snatch 5x2`, and not of `AM: 6:00, 7:00`."""
        head, mark, after = text.partition(":")
        if not mark or not self._headings.prescribes_training(after) or not self._headings.may_say_only(head):
            return None
        if not self._headings.says_only(head, self._headings.sessions):
            return None
        return SessionHeading(
            place, head.strip(" *_"), optional=self._headings.is_optional(head), rest=after.strip(" *_")
        )

    def _with_title(self, place: int, text: str) -> SessionHeading | None:
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
        return SessionHeading(place, name, optional=self._headings.is_optional(name))

    def _is_level(self, words: list[str], text: str) -> bool:
        """Return whether the words are only the name of one level."""
        if "/" in text or "&" in text or text.rstrip().endswith((".", ",", ";")):
            return False
        return self._name(words) in self._levels or tuple(words) in self._levels

    def are_lower(self, levels: list[str]) -> bool:
        """Return whether levels are all for people who do less, so that the full work has no name: `Scaled`."""
        return bool(levels) and all(self._name(_words(level)) in self._lower_levels for level in levels)

    def _name(self, words: list[str]) -> tuple[str, ...]:
        """Return the words of a level without those that go with it: `The Fitness Track`."""
        return tuple(word for word in words if word not in self._level_words or len(words) == 1)


@cache
def session_headings_of(blog: Blog) -> SessionHeadings:
    """Return the reader of a blog's headings of sessions, which is built once."""
    return SessionHeadings(blog)


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
