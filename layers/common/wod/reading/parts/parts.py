"""Divide a day into its warm-up and its parts, which have letters, numbers or names."""

from wod.blog import Blog
from wod.models import REST_DAY, Day, Line, Session
from wod.reading.parts.division import Division
from wod.reading.parts.letter_schemes import letter_schemes_of
from wod.reading.parts.lettered_parts import bare_letters_of, by_letters, letters_of
from wod.reading.parts.named_parts import by_names
from wod.reading.parts.numbered_parts import are_inside_numbers, by_numbers, numbers_of
from wod.reading.parts.part_headings import PartHeadings, part_headings_of


def segment_day(day: Day, blog: Blog) -> Session:
    """Divide a day into its warm-up and its parts.

    Parts open with letters, or else with numbers, or else with names, and get letters in order; a day without
    any is one part, after its warm-up if it has one. Markers and headings are removed, and every other line is kept.
    A rest day without parts has its text in `warm_up`, because it prescribes nothing.
    """
    headings = part_headings_of(blog)
    lines = [line for line in day.lines if line.text]
    division = _divided(lines, headings, is_rest_day=day.session == REST_DAY)
    return Session(
        weekday=day.weekday,
        stated=day.stated,
        session=day.session,
        level=day.level,
        counted=day.counted,
        optional=day.optional,
        warm_up=division.warm_up,
        segments=division.segments,
        titles=division.titles,
        links=[link for line in day.lines for link in line.links],
        struck_out=[line.struck for line in day.lines if line.struck],
        pictures=[text for line in day.lines for text in line.pictures],
    )


def _divided(lines: list[Line], headings: PartHeadings, *, is_rest_day: bool) -> Division:
    texts = [line.text for line in lines]
    numbers = {} if is_rest_day else numbers_of(texts, headings)
    letters = letters_of(texts, upper=True) or ({} if numbers or is_rest_day else bare_letters_of(texts, headings))
    if letters and not is_rest_day:
        letters = letter_schemes_of(headings).letters_of_parts(letters, lines)
    if letters and not are_inside_numbers(letters, numbers, texts):
        return by_letters(lines, letters, headings)
    if is_rest_day:
        return Division(warm_up=texts)
    if numbers:
        return by_numbers(texts, numbers, headings)
    names = {place: name for place, line in enumerate(lines) if (name := headings.name(line))}
    letters = {} if names else letter_schemes_of(headings).letters_of_parts(letters_of(texts, upper=False), lines)
    return by_letters(lines, letters, headings) if letters else by_names(lines, names, headings)
