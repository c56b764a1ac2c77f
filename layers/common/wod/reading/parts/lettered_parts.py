"""Divide a day at its letters: `A.`, `B)`, `C –`."""

import re
from itertools import pairwise

from wod.models import Line
from wod.reading.parts.division import LAST, Division
from wod.reading.parts.part_headings import PartHeadings, PartName, letter_of

_OPENING = "*("
_BARE_LETTER = re.compile(r"\*{0,2}(?P<letter>[A-Z])\*{0,2}\s+(?P<text>[A-Z\d(“\"].*)")
_FEWEST_BARE = 2
_MOST_WORDS_OF_TITLES = 3
_DIGIT = re.compile(r"\d")
_EARLY_NUMBER = re.compile(r"\W*(?:[^\W\d]\S*\s+){0,2}\W*\d")
_ASKS_FOR_SETS = re.compile(r"\d\s?[x×]\s?\d|@\s?\d|\d\s?%|\d-\d{1,2}-\d", re.IGNORECASE)


def letters_of(texts: list[str], *, upper: bool) -> dict[int, tuple[str, str]]:
    """Return the letter of each part and the text after it, by the place of the line that opens the part."""
    found: dict[int, tuple[str, str]] = {}
    following = ""
    for place, text in enumerate(texts):
        if text[1:2].isalpha() and text[0] not in _OPENING:
            continue  # nearly every line
        if marked := letter_of(text, upper=upper, following=following):
            found[place] = marked
            following = max(following, marked[0])
    return found


def bare_letters_of(texts: list[str], headings: PartHeadings) -> dict[int, tuple[str, str]]:
    """Return the letters of parts without a mark, `A Snatch 5x2`, `B Back Squat`; empty unless A and B follow in order.

    They may start again, below another name. `A Group` and `B Group` are people, and not parts, and `A Word from the
    coach` is a sentence.
    """
    runs: list[dict[int, tuple[str, str]]] = [{}]
    for place, text in enumerate(texts):
        match = _BARE_LETTER.fullmatch(text)
        if match is None or not _may_open_part(match["text"], headings):
            continue
        letter = match["letter"].lower()
        if letter == "a":
            runs.append({})  # also after `A Great Day!`
        if letter == chr(ord("a") + len(runs[-1])):
            runs[-1][place] = letter, match["text"]
    return {place: part for run in runs if _are_parts(run) for place, part in run.items()}


def _may_open_part(text: str, headings: PartHeadings) -> bool:
    """Return whether a text after a letter may be a title or work: it has a number, few words, or words of training."""
    words = text.split()
    if _DIGIT.search(text) or len(words) <= _MOST_WORDS_OF_TITLES or headings.is_work(text):
        return True
    return any(headings.lifts.has_movement(" ".join(words[:end])) for end in range(1, len(words) + 1))


def _are_parts(letters: dict[int, tuple[str, str]]) -> bool:
    """Return whether letters in order are at least two, and not all before the same word."""
    return _FEWEST_BARE <= len(letters) == len({text.split()[0] for _, text in letters.values()})


def by_letters(lines: list[Line], letters: dict[int, tuple[str, str]], headings: PartHeadings) -> Division:
    """Divide a day at its letters; a name directly above a letter is its title.

    The lines before the first letter are the warm-up, except parts with names that have work below them. A letter that
    appears again continues its part, but letters that start again below a title get the next free ones.
    """
    division = Division()
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
            letter = min(chr(ord(letter) + offset), LAST)
            own, text = headings.title_after_letter(text)
            division.open(letter, title)
            division.open(letter, own)
            division.put(text)
            title = ""
        elif (name := headings.name(line)) and not name.rest and (place + 1 in letters):
            title = name.title
        elif name and not name.rest and place > last and line.heading and division.open_next(name.title):
            pass
        elif not division.letter:
            division.put(headings.warm_ups.without(line.text))
        else:
            division.put(line.text)
    return division


def _named_above(lines: list[Line], first: int, headings: PartHeadings) -> dict[int, PartName]:
    """Return the names above the first letter that have sets, percents, series of reps or a clock's work below them.

    Below `Conditioning` a number among the first words of a line is of work: `Easy run 5 km`.
    """
    names = {place: name for place in range(first) if (name := headings.name(lines[place]))}
    found = {}
    for place, end in pairwise([*names, first]):
        texts = [names[place].rest, *(line.text for line in lines[place + 1 : end])]
        is_work = _EARLY_NUMBER.match if headings.is_conditioning(names[place].title) else _ASKS_FOR_SETS.search
        if any(map(is_work, texts)) or _has_work_on_clock(texts, headings):
            found[place] = names[place]
    return found


def _has_work_on_clock(texts: list[str], headings: PartHeadings) -> bool:
    """Return whether a line below a clock has a number: `AMRAP 12:` above `10 Burpees`, and not above letters alone."""
    clock = next((place for place, text in enumerate(texts) if headings.is_clock(text)), len(texts))
    return any(map(_DIGIT.search, texts[clock + 1 :]))
