"""Divide a day into sessions: levels such as `Fitness` and `Performance`, a second session, an optional one."""

from copy import replace

from wod.blog import Blog
from wod.language import normalise
from wod.models import REST_DAY, Day, Line
from wod.reading.days.session_headings import SessionHeading, session_headings_of
from wod.reading.parts.part_headings import PartHeadings, letter_of, part_headings_of


def divide_day(day: Day, blog: Blog, *, base: str, halves: bool) -> list[Day]:
    """Divide a day at the headings of its sessions.

    `base` begins the names of further sessions; it is empty for a post for one day, whose own headings are enough.
    `halves`: also divide at `Session 2` and `AM`. Lines before the first level belong to that level, unless only one
    level is named, below training that is complete without it, or all levels are for people who do less.
    """
    if day.session == REST_DAY:
        return [day]
    headings = session_headings_of(blog)
    openings = headings.of(day.lines, halves=halves)
    if not openings or _are_inside_parts(openings, day.lines):
        return [day]
    levels = list(dict.fromkeys(opening.level for opening in openings if opening.level))
    trains = any(map(headings.may_train, day.lines[: openings[0].place]))
    if trains and headings.are_lower(levels) and all(opening.level for opening in openings):
        lines, openings = _versions_last(day.lines, openings, part_headings_of(blog))
        day = replace(day, lines=lines)
    before = day.lines[: openings[0].place]
    if len(openings) == 1 and not trains and not openings[0].optional:
        return [_only_one(day, openings[0], base)]
    sections = _sections(day, openings)
    are_several = len(levels) > 1 and not headings.are_lower(levels)
    first_has_before = not trains or (openings[0].level is not None and are_several)
    if first_has_before:
        opening, lines = sections[0]
        sections[0] = (opening, [*before, *lines])
        days = []
    else:
        days = [replace(day, lines=before)]
    counted = _counted_level(levels, blog) if first_has_before or are_several else None
    return days + [_session(day, opening, lines, base, counted) for opening, lines in sections]


def _sections(day: Day, openings: list[SessionHeading]) -> list[tuple[SessionHeading, list[Line]]]:
    """Return the lines below each opening; a level that is named twice gets the lines of both."""
    ends = [*(opening.place for opening in openings[1:]), len(day.lines)]
    sections: dict[tuple[str, int], tuple[SessionHeading, list[Line]]] = {}
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


def _only_one(day: Day, opening: SessionHeading, base: str) -> Day:
    """Return the day with the heading of its only session added to its name."""
    own = _with_text(day.lines[opening.place], opening.rest)
    lines = day.lines[: opening.place] + own + day.lines[opening.place + 1 :]
    name = f"{day.session} – {opening.name}" if base else day.session
    return replace(day, lines=lines, session=name)


def _session(day: Day, opening: SessionHeading, lines: list[Line], base: str, counted: str | None) -> Day:
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


def _are_inside_parts(openings: list[SessionHeading], lines: list[Line]) -> bool:
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


def _versions_last(
    lines: list[Line], openings: list[SessionHeading], parts: PartHeadings
) -> tuple[list[Line], list[SessionHeading]]:
    """Return the lines with versions for other people at the end, and their headings.

    The first part below the work of a version is for all if no part above has its name: `Strength`, `At home`,
    `Goblet Squat 5x10`, `Conditioning`. A version that begins with a part has all that is below it.
    """
    own, versions = lines[: openings[0].place], []
    ends = [*(opening.place for opening in openings[1:]), len(lines)]
    for opening, end in zip(openings, ends, strict=True):
        stop = _end_of_version(opening.place + 1, end, own, lines, parts)
        versions.append((opening, lines[opening.place : stop]))
        own = own + lines[stop:end]
    moved: list[SessionHeading] = []
    for opening, version in versions:
        moved.append(replace(opening, place=len(own)))
        own = own + version
    return own, moved


def _end_of_version(start: int, end: int, own: list[Line], lines: list[Line], parts: PartHeadings) -> int:
    """Return the place of the first part below the work of a version, if it is for all; else `end`."""
    above = {normalise(name.title) for line in own if (name := parts.name(line))}
    named = ((place, name) for place in range(start, end) if above and (name := parts.name(lines[place])))
    place, name = next(named, (end, None))
    return place if name and place > start and normalise(name.title) not in above else end
