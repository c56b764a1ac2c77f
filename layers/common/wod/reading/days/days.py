"""Divide the lines of a post into days: find the headings, and give each day the lines below it."""

import re
from copy import replace
from datetime import date, timedelta
from typing import NoReturn

from wod.blog import Blog
from wod.errors import BadInput
from wod.language import advice_about_language
from wod.models import REST_DAY, Day, Line, Source
from wod.reading.dates.post_dates import PostDates, dates_of_post, nearest_to, unread_dates
from wod.reading.days.headings import Headings, headings_of
from wod.reading.days.initials import days_of_initials, groups_of_initials
from wod.reading.days.numbered_days import numbered_days, numbered_headings, titled_days
from wod.reading.days.openings import Opening, first_line_of, openings_of, rest_below
from wod.reading.days.sessions_of_day import divide_day
from wod.reading.days.weekday_headings import Doubt, Heading
from wod.reading.parts.part_headings import letter_of, part_headings_of

NO_DAY = "The post has no day"
"""The beginning of the reason why a post is not a programme."""

_FEWEST_OF_PLAN = 3  # days
_NEAR = timedelta(days=7)
_SHOWN = 5  # headings in a message
_SHORT = 6  # words
_SHORT_LINE = 30  # characters
_BEFORE_A = ("A", "(", "*")
_CODE = re.compile(r"\W*[A-Z]{1,2}\d{1,3}\W*")  # of a level or a track: `L200`
_MAY_BE_A = re.compile(r"[*(]{0,3}A(?![A-Za-z])")


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
    dates = dates_of_post(source.title, source.slug, source.published, blog)
    is_one_day = dates.day is not None and blog.post != "week"
    if not dates.names_week:
        found = _without_plain_figures(found, lines)
    found = _without_lines_of_log(reader, _without_doubtful_date(reader, found, lines, dates), lines, dates)
    if not is_one_day and (initials := _headings_of_initials(reader, found, lines, dates, blog)):
        found = dict(sorted({**found, **initials}.items()))
        marked = sorted({*marked, *initials})
    openings = openings_of(reader, found, lines, marked)
    for line in (lines[place] for place in marked if place not in found):
        if (line.heading or len(line.text) < _SHORT_LINE) and reader.is_foreign(line):
            _refuse_heading(line.text, blog)
    if openings and not _is_of_one_day(reader, openings, lines, dates, blog):
        ends = [*(opening.start for opening in openings[1:]), len(lines)]
        days = []
        for opening, end in zip(openings, ends, strict=True):
            _refuse_unknown_heading(reader, lines[opening.end : end], blog)
            days += _days(reader, opening, lines[opening.start : opening.end], lines[opening.end : end], blog)
        return lines[: openings[0].start], days
    if numbered := numbered_days(reader, lines, blog):
        return numbered
    return _day_post(reader, lines, source, dates, blog)


def _without_plain_figures(found: dict[int, Heading], lines: list[Line]) -> dict[int, Heading]:
    """Return the headings without figures such as `3/16` that are neither bold nor before a colon."""
    plain = {
        place
        for place, one in found.items()
        if one.doubt is Doubt.PAIR and not (one.rest or one.is_rest_day or lines[place].heading)
    }
    return {place: one for place, one in found.items() if place not in plain or lines[place].text.endswith(":")}


def _without_doubtful_date(
    reader: Headings, found: dict[int, Heading], lines: list[Line], dates: PostDates
) -> dict[int, Heading]:
    """Return the headings without a single date that may be one of prose.

    `Apr 5` is, if it is far from the post's date, and so is `Sat 3/20 Partner WOD 3x3` below training.
    """
    dated = [place for place, heading in found.items() if heading.stated]
    if len(dated) != 1:
        return found
    heading = found[dated[0]]
    if heading.stated and not heading.stated.year and not heading.weekdays:
        near = dates.start or dates.published
        day = nearest_to(heading.stated, near)
        is_doubtful = day is None or abs(day - near) > _NEAR
    else:
        above = lines[: dated[0]] if len(found) == 1 and heading.doubt is not Doubt.NONE and heading.rest else []
        is_doubtful = any(reader.prescribes_training(line.text) for line in above)
    return {place: one for place, one in found.items() if place != dated[0]} if is_doubtful else found


def _without_lines_of_log(
    reader: Headings, found: dict[int, Heading], lines: list[Line], dates: PostDates
) -> dict[int, Heading]:
    """Return the headings without dates before work that may be that of other days.

    `May 6: Snatch 5x2` is, if it is below training, or if the post is for a day that no such line names.
    """
    listed = {place: head for place, head in found.items() if head.doubt is Doubt.PAIR and head.rest}
    own = (dates.day.month, dates.day.day) if dates.day else None
    is_own = own is None or any(head.stated and (head.stated.month, head.stated.day) == own for head in listed.values())
    above = lines[: min(listed, default=0)]
    if is_own and not any(reader.prescribes_training(line.text) for line in above):
        return found
    return {place: head for place, head in found.items() if place not in listed}


def _headings_of_initials(
    reader: Headings, found: dict[int, Heading], lines: list[Line], dates: PostDates, blog: Blog
) -> dict[int, Heading]:
    """Return the headings such as `T/Th`, or else `M` and `Th: Snatch 5x2`, read as with the weekday in full.

    They are returned by their places. None of them is a heading if one is not.
    """
    named = {place: head.weekdays[0] for place, head in found.items() if head.doubt is Doubt.NONE and head.weekdays}
    texts = [line.text for line in lines]
    if groups := groups_of_initials(texts, named, blog.language):
        return {
            place: Heading(tuple(days), texts[place], day=texts[place], doubt=Doubt.SEVERAL)
            for place, days in groups.items()
        }
    headings = {}
    names_week = dates.names_week or blog.post == "week" or blog.undated == "refuse"
    for place, (weekday, end) in days_of_initials(texts, named, blog.language, names_week=names_week).items():
        text, full = lines[place].text, blog.language.weekday_names[weekday]
        heading = reader.heading(replace(lines[place], text=full + text[end:]), dates.published)
        if heading is None:
            return {}
        name = heading.name if heading.is_rest_day else text[:end] + heading.name.removeprefix(full)
        headings[place] = replace(heading, name=name, day=text[:end], doubt=Doubt.NONE)
    return headings


def _is_of_one_day(reader: Headings, openings: list[Opening], lines: list[Line], dates: PostDates, blog: Blog) -> bool:
    """Return whether the post is for one day, and its headings are about others.

    `Saturday: open gym` below the training of a Tuesday.
    """
    if dates.day is None or blog.post == "week":
        return False
    if _is_plan(reader, openings, lines):
        return True
    above = any(reader.prescribes_training(line.text) for line in lines[: openings[0].start])
    for heading in (opening.heading for opening in openings):
        stated = heading.stated
        if stated and (stated.month, stated.day) == (dates.day.month, dates.day.day):
            return False
        if not stated and not above and dates.day.weekday() in heading.weekdays:
            return False
    return blog.post == "day" or above


def _is_plan(reader: Headings, openings: list[Opening], lines: list[Line]) -> bool:
    """Return whether the headings are a list of what each day is about, above the training of one day.

    `Monday – squats`, `Tuesday – snatch`, and nothing between them.
    """
    ends = [opening.start for opening in openings[1:]]
    between = (lines[opening.end : end] for opening, end in zip(openings, ends, strict=False))
    if len(openings) < _FEWEST_OF_PLAN or any(line.text for below in between for line in below):
        return False
    prescribes = reader.prescribes_training
    if any(prescribes(opening.heading.rest or opening.heading.own) for opening in openings):
        return False
    return any(prescribes(line.text) for line in lines[openings[-1].end :])


def _days(reader: Headings, opening: Opening, own: list[Line], below: list[Line], blog: Blog) -> list[Day]:
    heading = opening.heading
    first_text = next((line.text for line in below if line.text), "")
    is_work = part_headings_of(blog).lifts.has_movement(heading.own) and reader.has_only_sets(first_text)
    if heading.own and (not first_text or is_work):
        # `Monday: Snatch` with nothing or only sets below it: the text after the weekday is the training
        heading = replace(heading, name=heading.day, rest=heading.own)
    first_line = first_line_of(heading.rest, own)
    lines = [first_line, *below] if first_line != Line(text="") else below
    name = heading.name
    if not heading.names_work and not heading.is_rest_day:
        name, lines = rest_below(reader, name, lines)
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


def _day_post(
    reader: Headings, lines: list[Line], source: Source, dates: PostDates, blog: Blog
) -> tuple[list[Line], list[Day]]:
    """Return the day of a post for one day, which the title, the slug or the blog's setting names."""
    if blog.post == "week":
        _refuse(reader, lines, source.title, dates, blog)
    numbered = any(reader.says_only(lines[place].text, reader.days) for place in numbered_headings(reader, lines))
    if dates.names_week or numbered or (not dates.names_day and blog.undated == "refuse"):
        if dates.unread:
            raise unread_dates(dates.unread, blog)
        _refuse(reader, lines, source.title, dates, blog)
    if not any(line.text or line.pictures for line in lines):
        raise BadInput("The post is empty: its page has no text and no picture; publish the training of its day.")
    _refuse_unknown_heading(reader, lines, blog)
    name = " ".join(source.title.split()) or source.slug
    name, lines = rest_below(reader, name, lines)
    if reader.is_rest(source.title):
        name = REST_DAY
    day = Day(session=name, lines=lines, optional=name != REST_DAY and reader.is_optional(name))
    return [], divide_day(day, blog, base="", halves=True)


def _refuse(reader: Headings, lines: list[Line], title: str, dates: PostDates, blog: Blog) -> NoReturn:
    if advice := advice_about_language(title, blog.language_name):
        raise BadInput(f"{NO_DAY}: its title `{title[:60]}` may name one, but {advice}")
    numbered = numbered_headings(reader, lines) or titled_days(reader, lines)
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
        elif not text or parts.warm_ups.opens(text):
            continue
        else:
            filled = filled or bool(open_letter)
        above = line


def _is_unknown(reader: Headings, line: Line, blog: Blog) -> bool:
    """Return whether a short title is a heading that neither the blog's file nor its language knows."""
    words, is_code = len(line.text.split()), _CODE.fullmatch(line.text) is not None
    if words > _SHORT or not (is_code or not any(sign.isdigit() for sign in line.text)):
        return False
    if not (line.heading or words <= 2) or not (is_code or reader.is_title(line.text)):
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
