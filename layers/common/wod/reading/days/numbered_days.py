"""Divide a post at `Day 1`, `Day 2` or `Session One`, if the blog's file gives them weekdays."""

from itertools import pairwise

from wod.blog import Blog
from wod.errors import BadInput
from wod.models import REST_DAY, Day, Line
from wod.reading.days.headings import Headings
from wod.reading.days.openings import first_line_of, rest_below
from wod.reading.days.sessions_of_day import divide_day


def numbered_days(reader: Headings, lines: list[Line], blog: Blog) -> tuple[list[Line], list[Day]] | None:
    """Return the days of a post with `Day 1`, `Day 2` or `Session One`, if the blog's file gives them weekdays."""
    places = _headings(reader, lines)
    if not blog.weekday_of_day or not places:
        return None
    days = []
    for place, end in zip(places, [*places[1:], len(lines)], strict=True):
        text = lines[place].text
        number = reader.number_of(text) or 0
        if not 1 <= number <= len(blog.weekday_of_day):
            raise BadInput(
                f"`{text[:60]}` has a number for which the blog's `day_numbers` has no weekday; add it to the file."
            )
        titled = reader.titled_day(text)
        name, rest = (titled.name, titled.rest) if titled else (text.strip(" *:"), "")
        first_line = first_line_of(rest, lines[place : place + 1])
        own = [first_line] if first_line != Line(text="") else []
        name, own = rest_below(reader, REST_DAY if reader.is_rest(text) else name, own + lines[place + 1 : end])
        optional = name != REST_DAY and reader.is_optional(name)
        day = Day(weekday=blog.weekday_of_day[number - 1], session=name, lines=own, optional=optional)
        days += divide_day(day, blog, base=name, halves=False)
    return lines[: places[0]], days


def _headings(reader: Headings, lines: list[Line]) -> list[int]:
    """Return the places of all headings with a number: `Day 1`, and `Day 2: Rest` between that and `Day 3`."""
    plain = numbered_headings(reader, lines)
    if not plain:
        return titled_days(reader, lines)
    places = sorted({*plain, *(place for place, line in enumerate(lines) if reader.titled_day(line.text))})
    numbers = [reader.number_of(lines[place].text) or 0 for place in places]
    is_one_list = all(one < other for one, other in pairwise(numbers))
    return places if is_one_list else plain


def titled_days(reader: Headings, lines: list[Line]) -> list[int]:
    """Return the places of `Day 1 | Back & Biceps` and `Day 2 – Squat 5x5`; no place if there is only one of them."""
    places = [place for place, line in enumerate(lines) if reader.titled_day(line.text)]
    return places if len(places) > 1 else []


def numbered_headings(reader: Headings, lines: list[Line]) -> list[int]:
    """Return the places of `Day 1`, or else of `Session One`; no place if there is only one of them."""
    for counted in (reader.days, reader.sessions):
        places = [
            place
            for place, line in enumerate(lines)
            if reader.may_say_only(line.text)
            and reader.says_only(line.text, counted)
            and reader.number_of(line.text) is not None
        ]
        if len(places) > 1:
            return places
    return []
