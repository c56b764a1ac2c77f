"""Divide a day at its numbers: `1.`, `2)`, or a number alone on its line."""

import re
from collections.abc import Iterable
from itertools import islice, pairwise, takewhile

from wod.reading.parts.division import Division
from wod.reading.parts.part_headings import PartHeadings

_ASKS_FOR = re.compile(r"\d")


def are_inside_numbers(letters: Iterable[int], numbers: dict[int, str], texts: list[str]) -> bool:
    """Return whether parts with numbers begin above the first letter, and have lines below, as no list has."""
    first = min(letters)
    above = [place for place in numbers if place < first]
    lead = texts[: above[0]] if above else texts
    return not lead and any(_ASKS_FOR.search(texts[place + 1]) for place in above if place + 1 not in (*numbers, first))


def numbers_of(texts: list[str], headings: PartHeadings) -> dict[int, str]:
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
    return found if is_introduced or _is_after_warm_up(lead, headings) else {}


def _is_introduction(texts: list[str], headings: PartHeadings) -> bool:
    """Return whether the texts are prose, maybe with a warm-up below it."""
    intro = _above_warm_up(texts, headings)
    return all(headings.is_prose(text) and not headings.is_work(text) for text in intro)


def _above_warm_up(texts: list[str], headings: PartHeadings) -> list[str]:
    return list(takewhile(lambda text: not headings.warm_ups.opens(text), texts))


def _have_names(numbers: dict[int, str], texts: list[str], headings: PartHeadings) -> bool:
    """Return whether the first two numbers stand before names, and each of these has work, as in no list."""
    for place, end in islice(pairwise([*numbers, len(texts)]), 2):
        title, rest = headings.title_after_number(texts[place], numbers[place])
        if not title or not any(map(_ASKS_FOR.search, [rest, *texts[place + 1 : end]])):
            return False
    return True


def _is_after_warm_up(texts: list[str], headings: PartHeadings) -> bool:
    """Return whether there are no texts, or only a warm-up."""
    if not texts:
        return True
    return headings.warm_ups.opens(texts[0]) and (len(texts) > 1 or bool(headings.warm_ups.without(texts[0])))


def by_numbers(texts: list[str], numbers: dict[int, str], headings: PartHeadings) -> Division:
    """Return a day's lines, divided at the numbers of its parts.

    `numbers` has the text of each number by its place among the lines; it is not empty.
    """
    division = Division()
    lead = texts[: next(iter(numbers))]
    intro = _above_warm_up(lead, headings)
    for text in lead[len(intro) :]:
        division.put(headings.warm_ups.without(text))
    if intro:
        division.segments["a"] = intro
        division.prose = len(intro) if all(map(headings.is_prose, intro)) else 0
    for place, text in enumerate(texts[len(lead) :], start=len(lead)):
        if place not in numbers:
            division.put(text)
            continue
        title, rest = headings.title_after_number(text, numbers[place])
        division.open_next(title)
        division.put(rest)
    return division
