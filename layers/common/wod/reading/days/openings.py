"""Find the headings of days that count, each with its lines."""

from copy import replace
from dataclasses import dataclass

from wod.models import REST_DAY, Line
from wod.reading.dates.calendar_days import LONGEST_WEEK
from wod.reading.days.headings import Headings
from wod.reading.days.numbered_headings import TitledDay
from wod.reading.days.weekday_headings import Doubt, Heading

_FEWEST_ALIKE = 2  # headings with text after the weekday, of which another one is not a sentence
_MOST_WORDS_OF_PROSE = 2  # `Mon – light`, and not `Saturday – we are closed`
_FEWEST_OF_LIST = 3
_FEWEST_BESIDE_OTHERS = 2  # lines with the training of their days, beside headings that stand alone
_FEWEST_LIKE_PROSE = 2  # `Tuesday 6 x 800 m` alone may be a sentence


@dataclass(frozen=True)
class Opening:
    """A heading, which takes the lines from `start` up to, not including, `end`."""

    heading: Heading
    start: int
    end: int


def first_line_of(text: str, own: list[Line]) -> Line:
    """Return one line with all text of a heading's lines besides its name."""
    return Line(
        text=text,
        links=[link for line in own for link in line.links],
        struck=" ".join(line.struck for line in own if line.struck),
        pictures=[picture for line in own for picture in line.pictures],
    )


def rest_below(reader: Headings, name: str, lines: list[Line]) -> tuple[str, list[Line]]:
    """Return the name and the lines of a day, `Thursday` with `Rest Day` on its own line as a day of rest.

    That line is the second half of the heading. The rest of half a day above training is none: `AM: Rest`.
    """
    place = next((place for place, line in enumerate(lines) if line.text), None)
    rest = reader.after_rest(lines[place].text) if place is not None else None
    if place is None or rest is None:
        return name, lines
    is_of_half = reader.titled_half(lines[place].text) is not None
    if is_of_half and any(reader.prescribes_training(line.text) for line in lines[place + 1 :]):
        return name, lines
    return REST_DAY, [*lines[:place], replace(lines[place], text=rest), *lines[place + 1 :]]


def openings_of(reader: Headings, found: dict[int, Heading], lines: list[Line], marked: list[int]) -> list[Opening]:
    """Return the headings that count, with their lines; a session may be on its own line.

    `found` maps a marked place to the heading that its line may be.

    `Session One` or `Day 1` directly above or below a weekday is half of its heading. A session further down is
    another session of the same day.
    """
    openings: list[Opening] = []
    headings = _counting(reader, _listed(reader, found), lines)
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
            openings.append(Opening(heading, start, place + 1))
        elif openings and not openings[-1].heading.is_rest_day and (half_day := reader.half_with_training(text)):
            openings[-1:] = _with_half(openings[-1], half_day, place, is_directly_below=above in headings)
        elif reader.may_say_only(text) and reader.says_only(text, half):
            last, following = openings[-1] if openings else None, headings.get(below)
            if last and above in headings and not (last.heading.is_rest_day or last.heading.rest):
                whole = replace(last.heading, name=f"{last.heading.name} {text}", names_work=True)
                openings[-1] = Opening(whole, last.start, place + 1)
            elif following and not (following.names_work or following.is_rest_day):
                upper_half = place
            elif last and not last.heading.is_rest_day and reader.says_only(text, reader.sessions):
                name = f"{last.heading.day} {text}"
                further = replace(last.heading, name=name, rest="", own="", names_work=True)
                openings.append(Opening(further, place, place + 1))
    return openings


def _with_half(last: Opening, half: TitledDay, place: int, *, is_directly_below: bool) -> list[Opening]:
    """Return the last opening and the half of its day, which is the whole heading if it is directly below it."""
    heading = last.heading
    if is_directly_below and not heading.rest:
        whole = replace(heading, name=f"{heading.name} {half.name}", rest=half.rest, own="", names_work=True)
        return [Opening(whole, last.start, place + 1)]
    further = replace(heading, name=f"{heading.day} {half.name}", rest=half.rest, own="", names_work=True)
    return [last, Opening(further, place, place + 1)]


def _beside(lines: list[Line], place: int, step: int) -> int:
    """Return the place of the next line that has text, in the direction of `step`; -1 if there is none."""
    place += step
    while 0 <= place < len(lines) and not lines[place].text:
        place += step
    return place if place < len(lines) else -1


def _counting(reader: Headings, found: dict[int, Heading], lines: list[Line]) -> dict[int, Heading]:
    """Return the headings that count; a likely one counts only if no certain one has its weekday."""
    for place in _overview(found, lines):
        del found[place]
    found = _without_opening_hours(reader, _without_pairs(found), lines)
    alike = [
        heading for heading in found.values() if heading.doubt is not Doubt.PROSE and (heading.own or heading.rest)
    ]
    if len(alike) < _FEWEST_ALIKE:
        found = {place: head for place, head in found.items() if not head.own or _is_title(head, found, lines, place)}
    if sum(bool(heading.weekdays) for heading in found.values()) < _FEWEST_LIKE_PROSE:
        found = _without(Doubt.PROSE, found)
    if any(heading.weekdays for heading in found.values()):
        found = {place: head for place, head in found.items() if head.weekdays or lines[place].heading}
    certain = {weekday for heading in found.values() if heading.doubt is Doubt.NONE for weekday in heading.weekdays}
    return _without_rest_twice(
        {
            place: heading
            for place, heading in found.items()
            if heading.doubt is Doubt.NONE or certain.isdisjoint(heading.weekdays)
        }
    )


def _without(doubt: Doubt, found: dict[int, Heading]) -> dict[int, Heading]:
    return {place: heading for place, heading in found.items() if heading.doubt is not doubt}


def _listed(reader: Headings, found: dict[int, Heading]) -> dict[int, Heading]:
    """Return the headings without those that count only in a list of days; in such a list, no line is prose.

    Each of its weekdays comes once, in order, and has its training on its line; no heading stands alone, unless several
    other lines certainly have training, `Saturday 3 mile run`, which are then the list.
    """
    if not any(heading.doubt in (Doubt.LIST, Doubt.PROSE) for heading in found.values()):
        return found
    headings = [heading for heading in found.values() if heading.weekdays]
    days = [heading.weekdays[0] for heading in headings]
    after = [heading.rest or heading.own for heading in headings]
    order = [(day - days[0]) % 7 for day in days]
    stand_alone = any(not (text or heading.is_rest_day) for text, heading in zip(after, headings, strict=True))
    trains = sum(map(reader.prescribes_training, after))
    is_list = len(days) >= _FEWEST_OF_LIST and order == sorted(set(order))
    if is_list and stand_alone and trains >= _FEWEST_BESIDE_OTHERS:
        return {
            place: heading
            for place, heading in found.items()
            if heading.doubt is not Doubt.LIST or reader.prescribes_training(heading.rest)
        }
    if is_list and trains and not stand_alone:
        return {
            place: replace(heading, doubt=Doubt.WORDS) if heading.doubt is Doubt.PROSE else heading
            for place, heading in found.items()
        }
    return _without(Doubt.LIST, found)


def _is_title(heading: Heading, found: dict[int, Heading], lines: list[Line], place: int) -> bool:
    """Return whether the words after a weekday are a title, and no sentence: they are few, and text is below them."""
    if heading.doubt is not Doubt.PROSE:
        return True
    below = _beside(lines, place, 1)
    return len(heading.own.split()) <= _MOST_WORDS_OF_PROSE and below >= 0 and below not in found


def _without_pairs(found: dict[int, Heading]) -> dict[int, Heading]:
    """Return the headings without figures such as `12/9` that are not days of one week, in order."""
    stated = [(one.stated.month, one.stated.day) for one in found.values() if one.doubt is Doubt.PAIR and one.stated]
    days = [31 * month + day for month, day in stated]
    are_days = len(days) > 1 and days == sorted(set(days)) and days[-1] - days[0] < LONGEST_WEEK
    return found if are_days else _without(Doubt.PAIR, found)


def _without_opening_hours(reader: Headings, found: dict[int, Heading], lines: list[Line]) -> dict[int, Heading]:
    """Return the headings without a range or a plural of weekdays that has no training of its own.

    It has none if another heading names one of its weekdays or no other names any, or if no line below it has marks of
    training: `Monday – Friday` and `6 am to 8 pm` are opening hours.
    """
    places = [*found, len(lines)]
    counting = {}
    for (place, heading), end in zip(found.items(), places[1:], strict=True):
        others = [other for other in found.values() if other is not heading and other.weekdays]
        is_free = all(set(heading.weekdays).isdisjoint(other.weekdays) for other in others)
        trains = any(reader.prescribes_training(line.text) for line in lines[place + 1 : end])
        if heading.doubt is not Doubt.SEVERAL or (others and is_free and trains):
            counting[place] = heading
    return counting


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
