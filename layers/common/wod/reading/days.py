"""Divide the lines of a post into days: find the headings, and give each day the lines below it."""

import re
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from wod.blog import Blog
from wod.errors import BadInput
from wod.language import advice_about_language
from wod.models import REST_DAY, Day, Line, Source
from wod.reading.dates import PostDates, dates_of_post, unread_dates
from wod.reading.headings import Heading, Headings, headings_of
from wod.reading.part_headings import letter_of, part_headings_of
from wod.reading.sessions_of_day import divide_day

NO_DAY = "The post has no day"
"""The beginning of the reason why a post is no programme."""

_SHOWN = 5  # headings in a message
_FEWEST_UNMARKED_HEADINGS = 2  # `Tuesday 6 x 800 m` alone may be a sentence
_SHORT = 6  # words
_SHORT_LINE = 30  # characters
_BEFORE_A = ("A", "(", "*")
_MAY_BE_A = re.compile(r"[*(]{0,3}A(?![A-Za-z])")


@dataclass(frozen=True)
class _Opening:
    """A heading, which takes the lines from `start` up to, not including, `end`."""

    heading: Heading
    start: int
    end: int


def group_by_day(lines: list[Line], source: Source, blog: Blog) -> tuple[list[Line], list[Day]]:
    """Return the lines before the first day, and the days in the order of the page, one for each session.

    A heading that names several weekdays gives a day for each; the first of them gets the lines below. A day of rest
    is called `Rest Day`. A post without such headings is for the one day that its title or slug names, or that the
    blog's setting gives it. Raise BadInput if neither headings nor title nor setting give the post its days, or if an
    unknown heading would add its lines to the day before.
    """
    reader = headings_of(blog)
    published = date.fromisoformat(source.published[:10])
    marked = [place for place, line in enumerate(lines) if reader.may_be_heading(line)]
    found = {place: head for place in marked if (head := reader.heading(lines[place], published))}
    openings = _openings(reader, _counting(found, lines), lines, marked)
    for line in (lines[place] for place in marked if place not in found):
        if (line.heading or len(line.text) < _SHORT_LINE) and reader.is_foreign(line):
            _refuse_heading(line.text, blog)
    dates = dates_of_post(source.title, source.slug, source.published, blog)
    if openings and not _is_of_one_day(reader, openings, lines, dates, blog):
        ends = [*(opening.start for opening in openings[1:]), len(lines)]
        days = []
        for opening, end in zip(openings, ends, strict=True):
            _refuse_unknown_heading(reader, lines[opening.end : end], blog)
            days += _days(reader, opening, lines[opening.start : opening.end], lines[opening.end : end], blog)
        return lines[: openings[0].start], days
    if numbered := _numbered(reader, lines, blog):
        return numbered
    return _day_post(reader, lines, source, dates, blog)


def _is_of_one_day(reader: Headings, openings: list[_Opening], lines: list[Line], dates: PostDates, blog: Blog) -> bool:
    """Return whether the post is for one day, and its headings are about others.

    `Saturday: open gym` below the training of a Tuesday.
    """
    if dates.day is None or blog.post == "week":
        return False
    above = any(reader.asks_for_training(line.text) for line in lines[: openings[0].start])
    for heading in (opening.heading for opening in openings):
        stated = heading.stated
        if stated and (stated.month, stated.day) == (dates.day.month, dates.day.day):
            return False
        if not stated and not above and dates.day.weekday() in heading.weekdays:
            return False
    return blog.post == "day" or above


def _days(reader: Headings, opening: _Opening, own: list[Line], below: list[Line], blog: Blog) -> list[Day]:
    heading = opening.heading
    if heading.own and not any(line.text for line in below):
        # `Monday: Snatch` with nothing below it: the text after the weekday is the training
        heading = replace(heading, name=heading.day, rest=heading.own)
    first_line = _first_line(heading.rest, own)
    lines = [first_line, *below] if first_line != Line(text="") else below
    name = heading.name
    place = next((place for place, line in enumerate(lines) if line.text), None)
    if place is not None and not heading.names_work and not heading.is_rest_day:
        # `Thursday` with `Rest Day` on its own line: the second half of the heading
        rest = reader.behind_rest(lines[place].text)
        if rest is not None:
            name = REST_DAY
            lines = [*lines[:place], replace(lines[place], text=rest), *lines[place + 1 :]]
    first, *others = heading.weekdays or (None,)
    day = Day(
        weekday=first,
        stated=heading.stated,
        session=name,
        optional=name != REST_DAY and reader.is_optional(name),
        lines=lines,
    )
    further = [Day(weekday=weekday, session=name, lines=[]) for weekday in others]
    return [*divide_day(day, blog, base=heading.day, halves=False), *further]


def _first_line(text: str, own: list[Line]) -> Line:
    """Return one line with all text of a heading's lines besides its name."""
    return Line(
        text=text,
        links=[link for line in own for link in line.links],
        struck=" ".join(line.struck for line in own if line.struck),
        pictures=[picture for line in own for picture in line.pictures],
    )


def _openings(reader: Headings, headings: dict[int, Heading], lines: list[Line], marked: list[int]) -> list[_Opening]:
    """Return the headings with their lines; a session may be on its own line.

    `Session One` or `Day 1` directly above or below a weekday is half of its heading. A session further down is
    another session of the same day.
    """
    openings: list[_Opening] = []
    if not headings:
        return openings
    half = reader.sessions | reader.days  # `Day 1` beside a weekday is half of its heading, but opens nothing by itself
    upper_half: int | None = None
    for place in marked:
        above, below = _beside(lines, place, -1), _beside(lines, place, 1)
        heading, text = headings.get(place), lines[place].text
        if heading:
            start = place
            if upper_half == above and upper_half is not None:
                start = above
                heading = replace(heading, name=f"{lines[above].text} {heading.name}", names_work=True)
            openings.append(_Opening(heading, start, place + 1))
        elif reader.may_say_only(text) and reader.says_only(text, half):
            last, following = openings[-1] if openings else None, headings.get(below)
            if last and above in headings and not (last.heading.is_rest_day or last.heading.rest):
                whole = replace(last.heading, name=f"{last.heading.name} {text}", names_work=True)
                openings[-1] = _Opening(whole, last.start, place + 1)
            elif following and not (following.names_work or following.is_rest_day):
                upper_half = place
            elif last and not last.heading.is_rest_day and reader.says_only(text, reader.sessions):
                name = f"{last.heading.day} {text}"
                further = replace(last.heading, name=name, rest="", own="", names_work=True)
                openings.append(_Opening(further, place, place + 1))
    return openings


def _beside(lines: list[Line], place: int, step: int) -> int:
    """Return the place of the next line that has text, in the direction of `step`; -1 if there is none."""
    place += step
    while 0 <= place < len(lines) and not lines[place].text:
        place += step
    return place if place < len(lines) else -1


def _counting(found: dict[int, Heading], lines: list[Line]) -> dict[int, Heading]:
    """Return the headings that count; a likely one counts only if no certain one has its weekday."""
    for place in _overview(found, lines):
        del found[place]
    if sum(bool(heading.weekdays) for heading in found.values()) < _FEWEST_UNMARKED_HEADINGS:
        found = {place: heading for place, heading in found.items() if not heading.unmarked}
    if any(heading.weekdays for heading in found.values()):
        found = {place: head for place, head in found.items() if head.weekdays or lines[place].heading}
    certain = {weekday for heading in found.values() if heading.certain for weekday in heading.weekdays}
    return _without_rest_twice(
        {place: heading for place, heading in found.items() if heading.certain or certain.isdisjoint(heading.weekdays)}
    )


def _without_rest_twice(headings: dict[int, Heading]) -> dict[int, Heading]:
    """Take weekdays that have a heading of their own out of `Rest days: Thursday and Sunday`."""
    own = {heading.weekdays[0] for heading in headings.values() if len(heading.weekdays) == 1}
    once = {}
    for place, heading in headings.items():
        if heading.is_rest_day and len(heading.weekdays) > 1:
            heading = replace(heading, weekdays=tuple(weekday for weekday in heading.weekdays if weekday not in own))
        if heading.weekdays or heading.stated:
            once[place] = heading
    return once


def _overview(found: dict[int, Heading], lines: list[Line]) -> list[int]:
    """Return the places of a table of contents: a list of the week's days before the days themselves.

    Its lines follow one another directly, and its training days appear again further down.
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
        if len(again) < max(len(heading.weekdays), 1) and not rests_anew:
            break
        overview.append(place)
        stated.update(heading.weekdays)
        repeated |= again
    return overview if len(repeated) > 1 else []


def _numbered(reader: Headings, lines: list[Line], blog: Blog) -> tuple[list[Line], list[Day]] | None:
    """Return the days of a post with `Day 1`, `Day 2` or `Session One`, if the blog's file gives them weekdays."""
    places = _numbered_headings(reader, lines) or _titled_days(reader, lines)
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
        first_line = _first_line(rest, lines[place : place + 1])
        own = [first_line] if first_line != Line(text="") else []
        day = Day(weekday=blog.weekday_of_day[number - 1], session=name, lines=own + lines[place + 1 : end],
                  optional=reader.is_optional(name))  # fmt: skip
        days += divide_day(day, blog, base=name, halves=False)
    return lines[: places[0]], days


def _titled_days(reader: Headings, lines: list[Line]) -> list[int]:
    """Return the places of `Day 1 | Back & Biceps` and `Day 2 – Squat 5x5`; no place if there is only one of them."""
    places = [place for place, line in enumerate(lines) if reader.titled_day(line.text)]
    return places if len(places) > 1 else []


def _numbered_headings(reader: Headings, lines: list[Line]) -> list[int]:
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


def _day_post(
    reader: Headings, lines: list[Line], source: Source, dates: PostDates, blog: Blog
) -> tuple[list[Line], list[Day]]:
    """Return the day of a post for one day, which the title, the slug or the blog's setting names."""
    if blog.post == "week":
        _refuse(reader, lines, source.title, dates, blog)
    numbered = any(reader.says_only(lines[place].text, reader.days) for place in _numbered_headings(reader, lines))
    if dates.names_week or numbered or (not dates.names_day and blog.undated == "refuse"):
        if dates.unread:
            raise unread_dates(dates.unread, blog)
        _refuse(reader, lines, source.title, dates, blog)
    if not any(line.text or line.pictures for line in lines):
        raise BadInput("The post is empty: its page has no text and no picture; publish the training of its day.")
    _refuse_unknown_heading(reader, lines, blog)
    name = " ".join(source.title.split()) or source.slug
    first = next((place for place, line in enumerate(lines) if line.text), None)
    rest = reader.behind_rest(lines[first].text) if first is not None else None
    if first is not None and rest is not None:
        name = REST_DAY
        lines = [*lines[:first], replace(lines[first], text=rest), *lines[first + 1 :]]
    elif reader.is_rest(source.title):
        name = REST_DAY
    day = Day(session=name, lines=lines, optional=name != REST_DAY and reader.is_optional(name))
    return [], divide_day(day, blog, base="", halves=True)


def _refuse(reader: Headings, lines: list[Line], title: str, dates: PostDates, blog: Blog) -> NoReturn:
    if advice := advice_about_language(title, blog.language_name):
        raise BadInput(f"{NO_DAY}: its title `{title[:60]}` may name one, but {advice}")
    numbered = _numbered_headings(reader, lines) or _titled_days(reader, lines)
    places = numbered or [place for place, line in enumerate(lines) if line.heading and line.text]
    seen = ", ".join(f"`{lines[place].text[:40]}`" for place in places[:_SHOWN])
    if not numbered:
        other = "name the one day in its title."
    elif dates.names_week:
        other = "set `day_numbers` in the blog's file."
    else:
        other = (
            "set `day_numbers` in the blog's file and name the week in its title: else it is that of the publication."
        )
    raise BadInput(
        f"{NO_DAY}: no line is a heading such as `Monday (Session One)`"
        + (f" (headings seen: {seen})" if seen else "")
        + f"; give its days headings with their weekdays, or {other}"
    )


def _refuse_unknown_heading(reader: Headings, lines: list[Line], blog: Blog) -> None:
    """Raise BadInput if the letters start again below an unknown heading, which may open another day."""
    if sum(_MAY_BE_A.match(line.text) is not None for line in lines if line.text[:1] in _BEFORE_A) < 2:
        return
    parts = part_headings_of(blog)
    open_letter, filled = "", False
    above: Line | None = None
    for line in lines:
        text = line.text
        if marked := letter_of(text, upper=True, following=open_letter):
            is_again = marked[0] == "a" and bool(open_letter) and (open_letter > "a" or filled)
            if is_again and text != marked[1] and above and _is_unknown(reader, above, blog):
                _refuse_heading(above.text, blog)
            open_letter, filled = marked[0], bool(marked[1])
        elif not text or parts.is_warm_up(text):
            continue
        else:
            filled = filled or bool(open_letter)
        above = line


def _is_unknown(reader: Headings, line: Line, blog: Blog) -> bool:
    """Return whether a short title is a heading that neither the blog's file nor its language knows."""
    short = len(line.text.split()) <= _SHORT and not any(sign.isdigit() for sign in line.text)
    if not short or not (line.heading or len(line.text.split()) <= 2) or not reader.is_title(line.text):
        return False
    if part_headings_of(blog).name(line) or letter_of(line.text, upper=True, following=""):
        return False
    day = Day(session="-", lines=[line, Line(text="1")])
    return divide_day(day, blog, base="", halves=True) == [day] and not reader.says_only(line.text, reader.sessions)


def _refuse_heading(text: str, blog: Blog) -> NoReturn:
    if advice := advice_about_language(text, blog.language_name):
        raise BadInput(f"The heading `{text[:60]}` is not understood: {advice}")
    raise BadInput(
        f"The heading `{text[:60]}` is not understood, and its lines would be put into the day before; "
        "name it as the blog's language does, or add it to the blog's file (levels, part_names, warm_ups)."
    )
