"""Find the week of a year that a text names by its number: `2022-W23` is one, and `Week 23, 2022` may be one."""

import re
from datetime import date, timedelta
from functools import cache

from wod.language import load_language
from wod.reading.dates.calendar_days import NamedDate

_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20|21)\d\d)(?P<join>[- ]?)W(?P<week>\d\d)(?!-?\d)", re.IGNORECASE | re.ASCII)
_YEAR = r"(?:19|20|21)\d\d(?!\d)"
_BETWEEN = r"[\s,:/–—-]*"
_NEAR = timedelta(days=31)


def iso_week(text: str, published: date) -> tuple[str, NamedDate, NamedDate] | None:
    """Return the text of `2022-W23`, its Monday and its Sunday; None if there is no such week.

    `2022 W23` without a dash may be of a programme, unless it is near the publication.
    """
    if not (found := _ISO.search(text)):
        return None
    try:
        monday = date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
    except ValueError:
        return None
    if found["join"] != "-" and abs(monday - published) > _NEAR:
        return None
    sunday = monday + timedelta(days=6)
    return found[0], _named(monday), _named(sunday)


def _named(day: date) -> NamedDate:
    return NamedDate(day.month, day.day, day.year)


def name_of_week(text: str, language_name: str) -> str:
    """Return the text of a week whose days are not certain: `Week 23, 2022`, `June week 2`, `KW 23`.

    It is empty for the week of a programme, `Week 4 of 8` or `Cycle 2 Week 3`.
    """
    found = _names_of_weeks(language_name).search(text)
    return found[0] if found else ""


@cache
def _names_of_weeks(language_name: str) -> re.Pattern[str]:
    language = load_language(language_name)
    weeks = _one_of(language.tables["calendar"]["weeks"])
    calendar_weeks = _one_of(language.tables["calendar"]["calendar_weeks"])
    of, months = _one_of(language.tables["calendar"]["of"]), _one_of(sorted(language.months))
    ordinals = _one_of(language.tables["calendar"]["ordinals"])
    week, late_week = rf"\b{weeks}[\s#-]*\d{{1,2}}\b", rf"\b{weeks}[\s#-]*(?:1[4-9]|[2-5]\d)\b"
    week_of_month = rf"\b{weeks}[\s#-]*[1-6]\b"
    forms = (
        rf"{week}{_BETWEEN}(?:{of}\s+)?{_YEAR}(?=\W*$)",  # `Week 3 2022 Open` is of a programme
        rf"{late_week}{_BETWEEN}(?:{of}\s+)?{_YEAR}",
        rf"^\W*{_YEAR}{_BETWEEN}{week}",  # and so is `Summer 2022 Week 4`
        rf"\b{_YEAR}{_BETWEEN}{late_week}",
        r"(?<!\d)(?:19|20|21)\d\d[- ]?W\d\d?\b",
        rf"^\W*{calendar_weeks}[\s#.-]*\d{{1,2}}(?:{_BETWEEN}{_YEAR})?(?=:|\W*$)",  # not `CW 12 CrossFit`
        rf"\b{calendar_weeks}[\s#.-]*(?:1[4-9]|[2-5]\d)\b",
        rf"\b{months}{_BETWEEN}(?:{_YEAR}{_BETWEEN})?{week_of_month}",
        rf"{week_of_month}{_BETWEEN}(?:{of}\s+)?{months}\b",
        rf"\b[1-6](?:{ordinals})\s+{weeks}\s+{of}\s+{months}\b",
    )
    return re.compile("|".join(forms), re.IGNORECASE | re.ASCII)


def _one_of(words: list[str]) -> str:
    return rf"(?:{'|'.join(map(re.escape, words))})"
