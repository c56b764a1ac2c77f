"""Divide a day at its names, such as `Strength`, and find where its warm-up ends."""

import re
from collections.abc import Iterable, Iterator

from wod.models import Line
from wod.reading.parts.division import Division
from wod.reading.parts.part_headings import PartHeadings, PartName
from wod.reading.parts.working_sets import has_working_sets, may_have_working_sets

_MOST_WORDS_OF_NAMES = 4  # of a movement above its sets
_NUMBER = re.compile(r"\d")
_LIGHT_SETS = re.compile(r"\d\d\s?%")  # the first of some that get heavier


def by_names(lines: list[Line], names: dict[int, PartName], headings: PartHeadings) -> Division:
    """Divide a day at its names. Without any it is one part, after its warm-up, which ends at the next bold line."""
    division = Division()
    warm_ups = _warm_ups(lines, headings, names) if names else _warm_up_of_one_part(lines, headings)
    in_warm_up = is_counted = False
    for place, line in enumerate(lines):
        name = names.get(place)
        if name and division.open_next(name.title):
            in_warm_up = False
            division.put(name.rest)
        elif place in warm_ups:
            rest = headings.warm_ups.without(line.text)
            text = line.text if in_warm_up else rest  # `Group Warm-up` below `Warm-up` says what is done
            is_counted = headings.warm_ups.is_counted(line.text)
            in_warm_up = bool(names) or not rest or is_counted
            division.warm_up += [text] if text else []
        elif in_warm_up and not line.heading and _is_work_below(line.text, headings, counted=is_counted):
            in_warm_up = False
            _open_with(line.text, division)
        elif in_warm_up and not line.heading:
            division.warm_up.append(line.text)
        else:
            in_warm_up = False
            if not division.letter:
                division.open("a")
                prose = list(_prose(lines, place, {*names, *warm_ups}))
                division.prose = len(prose) if all(map(headings.is_prose, prose)) else 0
            division.put(line.text)
    if division.warm_up and not division.segments:
        _end_warm_up(division, headings)
    return division


def _is_work_below(text: str, headings: PartHeadings, *, counted: bool) -> bool:
    """Return whether a line below the heading of a warm-up is work; sets of a lift are none of `3 rounds`."""
    is_of_lift = counted and headings.lifts.has_with_sets(text)
    return is_of_lift or has_working_sets(text) or headings.is_for_time(text)


def _open_with(text: str, division: Division) -> None:
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
    return start - 1 if start and _is_name(above[start - 1]) else start


def _is_name(text: str) -> bool:
    """Return whether a text may be the name of a movement, and not a line of a warm-up: it has no numbers."""
    return not _NUMBER.search(text) and len(text.split()) <= _MOST_WORDS_OF_NAMES


def _end_warm_up(division: Division, headings: PartHeadings) -> None:
    """Move the work of a day that is all below the heading of a warm-up to the first part, with its name above it."""
    texts = division.warm_up
    places = range(1, len(texts))
    start = next((place for place in places if headings.is_work(texts[place])), 0)
    start = start or next((place for place in places if may_have_working_sets(texts[place])), 0)
    if start > 1 and _is_name(texts[start - 1]):
        start -= 1
    if start:
        division.warm_up, division.segments["a"] = texts[:start], texts[start:]


def _prose(lines: list[Line], start: int, ends: set[int]) -> Iterator[str]:
    """Yield the texts before the first name or the warm-up."""
    for place in range(start, len(lines)):
        if place in ends:
            return
        yield lines[place].text


def _warm_ups(lines: list[Line], headings: PartHeadings, names: Iterable[int] = ()) -> list[int]:
    """Return the places of warm-ups; one with a count in a part may be of a lift: `Warm-up x 5`, `5 min warm-up`."""
    first = min(names, default=len(lines))
    return [
        place
        for place, text in enumerate(line.text for line in lines)
        if (headings.warm_ups.opens(text) and (place < first or not headings.warm_ups.may_be_of_lift(text)))
        or (headings.warm_ups.is_timed(text) and place < first)
    ]


def _warm_up_of_one_part(lines: list[Line], headings: PartHeadings) -> list[int]:
    """Return the place of the warm-up: the first line, or a line below prose if a bold line ends it."""
    places = _warm_ups(lines, headings)[:1]
    if not places or places[0] == 0:
        return places
    ends = any(line.heading for line in lines[places[0] + 1 :])
    return places if ends and not any(_NUMBER.search(line.text) for line in lines[: places[0]]) else []
