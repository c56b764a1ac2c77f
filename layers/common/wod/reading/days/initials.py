"""Find days that a post names by the initials of their weekdays: `M`, `T`, `W`, `Th`."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from wod.language import Language, normalise

_INITIAL = re.compile(r"\W{0,3}(?P<initial>[^\W\d_]{1,2})(?:[.*]{0,3}$|[.*]{0,3}\s?[:–—-]\**(?=\s|$))")
_INITIALS = re.compile(r"[A-Z][a-z]?")
_GROUP = re.compile(r"[A-Z][a-z]?(?:\s?[/&+,-]?\s?[A-Z][a-z]?)*")
_FEWEST = 3  # days
_FEWEST_BESIDE_NAMED = 2  # initials, if others of the days are named: `Monday`, `W`, `F`
_FEWEST_BESIDE_TEXT = 4  # days, if nothing says that the post is for a week
_FURTHEST_APART = 2  # days, of two that follow one another
_SUNDAY = 6
_LOAD_AFTER = re.compile(r"\W*[\d./]+\s?[^\W\d_]{0,3}\W*$")


def days_of_initials(
    texts: Sequence[str], named: Mapping[int, int], language: Language, *, names_week: bool
) -> dict[int, tuple[int, int]]:
    """Return the weekdays of lines that begin with an initial, by their places, and where the initial ends.

    `named` has the weekdays of the other headings, by their places; `names_week` says that the post can only be for a
    week. The days have to be three or more, each once and in the order of a week: `M: 60 kg` and `W: 40 kg` are loads
    of men and women, and `F.` is a part. Single letters have to be a likely week too: `S:`, `M:` and `F:` may be
    strength, metcon and finisher.
    """
    weekdays = _weekdays_of(language)
    found = {place: match for place, text in enumerate(texts) if (match := _initial_in(text, weekdays))}
    alone = all(match.end() == len(texts[place]) for place, match in found.items())
    fewest = _FEWEST_BESIDE_NAMED if alone and named else _FEWEST
    if len(found) < fewest or len(found) + len(named) < _FEWEST:
        return {}
    days: dict[int, int] = {}
    last: int | None = None
    for place in sorted({*found, *named}):
        may_be = [named[place]] if place in named else weekdays[normalise(found[place]["initial"])]
        last = _next(may_be, last)
        days[place] = last
    order = [(day - days[min(days)]) % 7 for _, day in sorted(days.items())]
    apart = [second - first for first, second in pairwise(order)]
    if min(apart) <= 0:
        return {}
    if all(len(match["initial"]) == 1 for match in found.values()):
        is_week = names_week or alone or len(days) >= _FEWEST_BESIDE_TEXT
        furthest = _FURTHEST_APART if len(found) >= _FEWEST else 1  # `M` and `W` alone may be men and women
        if not is_week or max(apart) > furthest or (named and not alone):
            return {}
    return {place: (days[place], match.end("initial")) for place, match in found.items()}


def groups_of_initials(texts: Sequence[str], named: Mapping[int, int], language: Language) -> dict[int, list[int]]:
    """Return the weekdays of lines such as `T/Th` and `MWF`, by their places, and of single initials among them.

    `named` has the weekdays of the other headings, by their places. The weekdays have to be in the order of a week, in
    each line and from line to line, and none may come twice: `M/F` may be male and female.
    """
    weekdays = _weekdays_of(language)
    groups = {place: days for place, text in enumerate(texts) if (days := _group_in(text, weekdays))}
    first_days = [day for _, day in sorted({**named, **{place: days[0] for place, days in groups.items()}}.items())]
    all_days = [*named.values(), *(day for days in groups.values() for day in days)]
    are_days = len(first_days) > 1 and first_days == sorted(first_days) and len(all_days) == len(set(all_days))
    return groups if are_days and any(len(days) > 1 for days in groups.values()) else {}


def _group_in(text: str, weekdays: Mapping[str, Sequence[int]]) -> list[int]:
    """Return the weekdays of a line that is nothing but initials; of `MWF` without marks there are three or more."""
    text = text.strip(" *:")
    initials = _INITIALS.findall(text) if _GROUP.fullmatch(text) else []
    is_written_in_one = len(text) == sum(map(len, initials)) and max(map(len, initials), default=0) == 1
    if not {normalise(initial) for initial in initials} <= weekdays.keys() or (is_written_in_one and len(text) == 2):
        return []
    days: list[int] = []
    for initial in initials:
        days.append(_next(weekdays[normalise(initial)], days[-1] if days else None))
    return days if days == sorted(set(days)) else []


def _initial_in(text: str, weekdays: Mapping[str, Sequence[int]]) -> re.Match[str] | None:
    match = _INITIAL.match(text)
    is_one = match is not None and match["initial"][0].isupper() and normalise(match["initial"]) in weekdays
    return match if match and is_one and not _LOAD_AFTER.match(text, match.end()) else None


def _next(may_be: Sequence[int], last: int | None) -> int:
    """Return the weekday that comes first after the last one; a week that begins with `S` begins on Sunday."""
    if last is None:
        return _SUNDAY if _SUNDAY in may_be else may_be[0]
    return min(may_be, key=lambda day: (day - last - 1) % 7)


def _weekdays_of(language: Language) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for weekday, initials in enumerate(language.tables["calendar"]["initials"]):
        for initial in initials.split():
            found.setdefault(initial, []).append(weekday)
    return found
