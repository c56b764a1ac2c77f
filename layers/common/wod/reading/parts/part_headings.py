"""Find the lines that open a part or the warm-up: by a letter, a number or a name of the blog's language."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from wod.blog import Blog
from wod.language import any_of, any_phrase_of, first_words, normalise
from wod.models import Line
from wod.reading.parts.lift_names import LiftNames
from wod.reading.parts.warm_up_headings import DASH, SPAN_OF_CLOCK, WarmUpHeadings
from wod.reading.parts.working_sets import has_working_sets

# `A.` `A)` `A:` `(A)` `A1.` before the text or alone, in asterisks too. Without white space after it only a word,
# a number or an opening mark may follow (`B.Back Squat`), so that `A.M.` and `E.g.` are prose, as `F. Y. I.` is.
_MARKER = re.compile(
    r"(?P<stars>\*{0,2})(?P<bracket>\()?(?P<letter>[A-Za-z])(?!\d:\d)(?P<number>\d?)"
    r"(?(bracket)\)[.:]*|\s?[.):]+)(?P=stars)"
    rf"(?=$|\s(?![A-Z]\.\s)|[A-Z][A-Za-z]|[\d(*“\"]|{DASH})\s*(?:{DASH})?"
)
# `A` alone, `A –`, `A - Back Squat`: certain only if that letter is the next one.
_WEAK_MARKER = re.compile(r"(?P<letter>[A-Za-z])(?P<number>\d?)(?:$|\s?[-–—]+(?:$|\s+))")
_ALWAYS_LETTERS = "abcdef"
_LOAD_OF_WOMEN = re.compile(r"[Ff]\W*\d[\d./]*\s?(?:#|[^\W\d_]{0,4})\W*")  # `F: 40 kg` below `M: 60 kg`

_NUMBER = re.compile(r"\*{0,2}\(?(?P<number>\d{1,2}|[IVX]{1,4})[.)]+:?\*{0,2}(?=$|\s|[A-Z])\s*(?:[-–—]\s+)?")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ROMAN_DIGITS = frozenset("IVX")
_OPENING = re.compile(r"[(\[“\"]")
_NUMBER_ALONE = re.compile(r"\W{0,3}(?:#\s?\d{1,2}|\d{1,2}\s?[.)])\W{0,3}")
_AROUND = r"[*_~=#>•\s]*"
_HEAD = re.compile(
    rf"{_AROUND}(?P<head>[^\W_][^:()\[\]“”\"–—|]*?){_AROUND}"
    r"(?:(?=$|:|\s-+\s|[()\[\]“”\"–—|])(?!(?<=\d):\d)|,?\s*(?=\d{1,2}:\d))(?P<after>.*)"  # not `Core, 1` of `1:30`
)
_NAME_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_CLOCK_BEFORE = re.compile(rf"\W{{0,3}}{SPAN_OF_CLOCK}\W{{1,4}}")
MOST_WORDS_OF_TRAINING = 12
"""In a line; a longer one is prose."""

# `Back Squat 5x5`, and not `2 Run 5 km`.
_SETS_OF_MOVEMENT = r"(?-i:[^\W\d_a-z])[^.?!:,\d]*\d{1,2}\s?[x×]\s?\d"
_SETS_OR_LIST = r"\d{1,2}\s?[x×]\s?\d|\d+-\d+-\d"
_MARKS = ":-–—| "
_MOST_WORDS = 7
_LEAST_WORDS_OF_PROSE = 5  # with a number
_ENDS_OF_SENTENCES = (".", "!", "?")
_NUMBER_ANYWHERE = re.compile(r"\d+(?::\d\d)?")
# A comma may be after a time of day only: `Burpees 10, Squats 20` is work
_NUMBER_OF_PROSE = re.compile(r"(?<![^\s(])\d+(?P<mark>:\d\d[,.!?)]|[.!?)])?(?::\d\d)?(?=\s|$)\s*(?P<word>[^\W\d_]*)")
_LONGEST = 120  # characters


@dataclass(frozen=True)
class PartName:
    """The title of a part as written, and the rest of its line, which is the part's first line."""

    title: str
    rest: str


class PartHeadings:
    """Reader of the part headings in one blog's posts."""

    def __init__(self, blog: Blog) -> None:
        language = blog.language
        self.lifts = LiftNames(language)
        self.warm_ups = WarmUpHeadings(blog, self.lifts)
        names = language.words("parts", "names") | {normalise(name) for name in blog.part_names}
        self._names = frozenset(_words(name) for name in names)
        self._longest_name = max(map(len, self._names))
        self._beside = frozenset(word for name in language.words("parts", "name_words") for word in _words(name))
        self._implements = language.words("parts", "implements")
        self._first_words = frozenset(name[0] for name in self._names) | self._beside
        words = "|".join(map(re.escape, language.tables["parts"]["words"]))
        self._part = re.compile(rf"\W{{0,3}}(?:{words})\s+(?P<which>\d{{1,2}}|[A-Z])\b[.):*]*", re.IGNORECASE)
        self._part_words = tuple(language.words("parts", "words"))
        labels = any_of(language.words("parts", "labels"))
        counted = any_of(language.words("headings", "sets") | language.words("parts", "counted"))
        clocks = any_of(map(str.upper, language.words("parts", "clocks")))
        self._clock = re.compile(rf"\b{any_of(language.words('parts', 'clocks'))}\b", re.IGNORECASE)
        self._label = re.compile(
            rf"\W{{0,3}}(?P<label>{labels})\s+"
            rf"(?={_SETS_OF_MOVEMENT}|{_SETS_OR_LIST}|(?-i:{clocks})\b|\d{{1,2}}[ -]?{counted}\b)",
            re.IGNORECASE,
        )
        denied = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in language.tables["parts"]["negations"])
        self._work = re.compile(rf"\b{denied}{any_phrase_of(language.tables['parts']['work'])}\b", re.IGNORECASE)
        for_time = any_phrase_of(language.tables["parts"]["for_time"])
        after = rf"(?:\s{any_of(language.words('parts', 'warm_up_of'))})?\s*(?:[^\w\s]|$)"
        self._for_time = re.compile(rf"(?:\W*|[^,;.@()]{{1,20}}\s){denied}{for_time}{after}", re.IGNORECASE)
        self._conditioning = language.words("parts", "conditioning")
        self._after_prose = language.words("parts", "after_prose")
        self._named = lru_cache(maxsize=4096)(self._name)

    def opens_part(self, text: str) -> bool:
        """Return whether the text begins with the heading of a warm-up, or with the letter of a first part."""
        marked = letter_of(text, upper=True, following="")
        return self.warm_ups.opens(text) or (marked is not None and marked[0] == "a")

    def is_only_warm_up(self, texts: list[str]) -> bool:
        """Return whether the texts of a part are a warm-up, `A. Warm-Up (10 min)`, and nothing in them is work.

        `A. Warm-Up & Strength` names more, and so does a part's name on a line of its own.
        """
        if not texts or not self.warm_ups.opens(texts[0]):
            return False
        beside = re.split(r"[/&+]", texts[0])[1:]
        if any(self.name(Line(text=text.strip())) for text in [*beside, *texts[1:]]):
            return False
        return not any(map(self.is_work, [self.warm_ups.without(texts[0]), *texts[1:]]))

    def is_work(self, text: str) -> bool:
        """Return whether the text has working sets, a clock, a rep max or another word of work."""
        return has_working_sets(text) or self._work.search(text) is not None

    def is_for_time(self, text: str) -> bool:
        """Return whether the text begins with work for time, which no warm-up has: `For time`, `3 rounds for time`."""
        return self._for_time.match(text) is not None

    def is_conditioning(self, title: str) -> bool:
        """Return whether a title is the name of a part that no warm-up has: `Conditioning`, `Metcon (Time)`."""
        return normalise(_OPENING.split(title)[0]).strip(" :*_") in self._conditioning

    def is_clock(self, text: str) -> bool:
        """Return whether the text begins with work for time, or has a clock: `AMRAP 12:`, `3 rounds for time`."""
        return self.is_for_time(text) or self._clock.search(text) is not None

    def is_prose(self, text: str) -> bool:
        """Return whether the text prescribes nothing: it has no numbers, or is a sentence whose numbers count no work.

        `The 6 am crew is 20 today!`, and not `Do 10 burpees first, please.`
        """
        numbers = _NUMBER_ANYWHERE.findall(text)
        if not numbers:
            return True
        if len(text.split()) < _LEAST_WORDS_OF_PROSE or text.rstrip()[-1:] not in _ENDS_OF_SENTENCES:
            return False
        found = [
            match
            for match in _NUMBER_OF_PROSE.finditer(text)
            if match["mark"] or not match["word"] or normalise(match["word"]) in self._after_prose
        ]
        return len(found) == len(numbers) and not self.is_work(text)

    def name(self, line: Line) -> PartName | None:
        """Return the name of the part that the line opens; None unless all text before a colon or a dash is a name."""
        is_long = len(line.text) > _LONGEST and ":" not in line.text[:_LONGEST]
        return None if is_long else self._name_in(line.text)

    def _name_in(self, text: str) -> PartName | None:
        if (clock := _CLOCK_BEFORE.match(text)) and (name := self._name_in(text[clock.end() :])):
            return None if name.rest else name
        words = first_words(text)
        return self._named(text) if words and words[0] in self._first_words else None

    def _name(self, text: str) -> PartName | None:
        if (label := self._label.match(text)) and len(text.split()) <= MOST_WORDS_OF_TRAINING:
            return PartName(label["label"], text[label.end() :])
        match = _HEAD.match(text)
        if match is None or self.warm_ups.opens(text):
            return None
        head, after = match["head"].strip(), match["after"].strip(" *_~=#")
        if not self._is_name(head) or (normalise(head) in self._implements and _DIGIT.match(after.lstrip(_MARKS))):
            return None
        if not after.strip(":-–—|. "):
            return PartName(head, "")
        if after[0] in '([“"”':
            # `Metcon (Time)` and `WOD “Fran”` are titles; `Conditioning (12 min cap)` has something to read
            return PartName(head, after) if _DIGIT.search(after) else PartName(f"{head} {after}".rstrip(":"), "")
        return PartName(head, after.lstrip(_MARKS))

    def _is_name(self, head: str) -> bool:
        """Return whether the words are names of parts, maybe with words beside them and a number or a letter after."""
        words = _words(head)
        if not 0 < len(words) <= _MOST_WORDS:
            return False
        named, place = False, 0
        while place < len(words):
            length = next((n for n in range(self._longest_name, 0, -1) if words[place : place + n] in self._names), 0)
            if length:
                named = True
            elif words[place] not in self._beside and not (place and _counts_parts(words, place)):
                return False
            place += max(length, 1)
        return named

    def is_number_alone(self, text: str) -> bool:
        """Return whether the line is `1.`, `#1`, or begins with `Part 1` or `Part A`."""
        if len(text) <= 8 and _NUMBER_ALONE.fullmatch(text):
            return True
        return self._begins_with_part(text)

    def _begins_with_part(self, text: str) -> bool:
        if not text[:12].lstrip("*_ ([").lower().startswith(self._part_words):
            return False
        match = self._part.match(text)
        if match is None:
            return False
        after = text[match.end() :]
        return not after or text[match.end() - 1] in ".):*" or after.lstrip()[:1] in '-–—:(“"'

    def number(self, text: str) -> tuple[int, str] | None:
        """Return the number that the line begins with, `1.`, `1)` or `I.`, and the text after it."""
        first = text[:4].strip("*(")[:1]
        match = _NUMBER.match(text) if first.isdigit() or first in _ROMAN_DIGITS else None
        if match is None:
            return None
        written = match["number"]
        number = int(written) if written.isdigit() else _ROMAN.index(written) + 1 if written in _ROMAN else 0
        return number, text[match.end() :]

    def title_after_number(self, line: str, text: str) -> tuple[str, str]:
        """Return the title of a numbered part and its first line: `Part A – Strength`, `1. Metcon`."""
        if match := self._part.match(line):
            name = self._named(rest) if (rest := line[match.end() :].lstrip(" :-–—")) else None
            if not rest or (name and not name.rest):
                return line.strip(" *:"), ""
            return line[: match.end()].strip(" *:.)"), rest
        if not text and _NUMBER_ALONE.fullmatch(line):
            return "", ""
        return self.title_after_letter(text)

    def title_after_letter(self, text: str) -> tuple[str, str]:
        """Return the title and the first line of a part: `Strength`, `Strength: Back Squat`, `Back Squat`."""
        name = self._name_in(text) if len(text) <= _LONGEST else None
        return (name.title, name.rest) if name and (not name.rest or ":" in text) else ("", text)


@cache
def part_headings_of(blog: Blog) -> PartHeadings:
    """Return the reader of a blog's part headings, which is built once."""
    return PartHeadings(blog)


def letter_of(text: str, *, upper: bool, following: str) -> tuple[str, str] | None:
    """Return the letter of the part that the text opens, and the text after it; `following` is the last letter so far.

    `A1.` stays in the text, because it distinguishes the lifts of a superset.
    """
    if text[:1] not in ("*", "(") and (text[1:2].isalpha() or not text[:1].isalpha()):
        return None  # most lines, before any pattern is tried
    expected = chr(ord(following) + 1) if following else "a"
    if match := _MARKER.match(text):
        # letters far from the next one mean something else: `(R)` and `(L)` are sides
        is_load = _LOAD_OF_WOMEN.fullmatch(text) is not None
        certain = match["letter"].lower() <= expected or (match["letter"].lower() in _ALWAYS_LETTERS and not is_load)
    elif match := _WEAK_MARKER.match(text):
        certain = match["letter"].lower() == expected
    if not match or not certain or match["letter"].isupper() is not upper:
        return None
    return match["letter"].lower(), text if match["number"] else text[match.end() :]


def _counts_parts(words: tuple[str, ...], place: int) -> bool:
    """Return whether a word is the number of a part, `Strength 2`, or its letter at the end, `Strength B`."""
    word = words[place]
    return (len(word) <= 2 and word.isdigit()) or (place == len(words) - 1 and word in _ALWAYS_LETTERS)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for part in _NAME_WORD.findall(normalise(name)) for word in part.replace("'", "").split("-"))
