"""The history of the site in the bucket: one object for each year, and one with what all pages need of every year."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec
from msgspec import ValidationError

from wod.keys import KEPT_PREFIX, SITE_HISTORY_PREFIX, SUMMARIES_KEY, kept_key
from wod.plumbing import objects
from wod.plumbing.current_blog import current_blog
from wod.plumbing.objects import LARGEST_OBJECT, Conflict
from wod.shape import decode
from wod.site.files import StoredWeek
from wod.site.kept_weeks import KeptYear, keep
from wod.site.year_summary import KnownYear, KnownYears, YearSummary, summary_of

_MOST_YEARS = 32  # that a warm function holds; in a backfill, each message changes one of them
_held: dict[tuple[int, str], KeptYear] = {}
_NOTHING_KNOWN = KnownYears(linked=[], years={})


class History(NamedTuple):
    """The ETag of each year's object, by year, and that of the summaries; None if there are none."""

    years: dict[int, str]
    summaries: str | None


def look() -> History:
    """Return the history as the bucket has it."""
    found = objects.etags(SITE_HISTORY_PREFIX)
    summaries = found.pop(SUMMARIES_KEY, None)
    years = {int(key.removeprefix(KEPT_PREFIX).removesuffix(".json")): etag for key, etag in found.items()}
    return History(years, summaries)


def keep_week(stored: StoredWeek) -> None:
    """Add the changes of a week to its history. Raise Conflict if that has changed meanwhile."""
    week = stored.week
    held = objects.read(kept_key(week.year))
    year = decode(held.body, KeptYear) if held else KeptYear(year=week.year, weeks=[])
    kept = year.with_week(keep(week, stored.records, stored.figures, year.week(week.week), current_blog()))
    if held and kept == year:
        _hold(year, held.etag)
        return
    body = msgspec.json.encode(kept)
    objects.check_size(kept_key(week.year), body)
    _hold(kept, objects.write(kept_key(week.year), body, over=held and held.etag))


def read_year(history: History, year: int) -> KeptYear:
    """Return a year of this history. Raise Conflict if it has changed."""
    return _year(year, history.years[year])


def summaries(history: History, changed: int) -> dict[int, YearSummary]:
    """Return the summary of each year: the stored one if it is of this history, unless the year has changed.

    Raise Conflict if a year that has to be read has changed.
    """
    known = known_years(history)
    return {
        year: (year != changed and known.summary(year, etag)) or _summary(year, etag)
        for year, etag in history.years.items()
    }


def known_years(history: History) -> KnownYears:
    """Return the stored summaries; none if an earlier release has written them. Raise Conflict if they have changed."""
    return _known_years(history.summaries) if history.summaries else _NOTHING_KNOWN


def store_summaries(
    history: History, found: Mapping[int, YearSummary], pages: Mapping[int, str], linked: list[int]
) -> None:
    """Store the summaries of this history, and the ETags of the pages of years, which link to these years.

    They spare the next function from reading all years, and nothing else depends on them. Raise Conflict if they have
    changed.
    """
    years = {
        year: KnownYear(history=etag, summary=found[year], page=pages.get(year, ""))
        for year, etag in history.years.items()
    }
    body = msgspec.json.encode(KnownYears(linked=linked, years=years))
    if objects.etag_of(body) != history.summaries and len(body) <= LARGEST_OBJECT:
        objects.write(SUMMARIES_KEY, body, over=history.summaries)


def forget() -> None:
    """Forget what a warm function holds, as in a new one."""
    _held.clear()
    _summary.cache_clear()
    _known_years.cache_clear()


def _year(year: int, etag: str) -> KeptYear:
    if (year, etag) not in _held:
        _hold(decode(_read(kept_key(year), etag), KeptYear), etag)
    return _held[year, etag]


def _hold(year: KeptYear, etag: str) -> None:
    _held[year.year, etag] = year
    if len(_held) > _MOST_YEARS:
        del _held[next(iter(_held))]


@lru_cache(maxsize=_MOST_YEARS)
def _summary(year: int, etag: str) -> YearSummary:
    return summary_of(_year(year, etag))


@lru_cache(maxsize=1)
def _known_years(etag: str) -> KnownYears:
    try:
        return decode(_read(SUMMARIES_KEY, etag), KnownYears)
    except ValidationError:
        return _NOTHING_KNOWN


def _read(key: str, etag: str) -> bytes:
    """Return an object as this version has it. Raise Conflict if it has changed."""
    stored = objects.read(key)
    if stored is None or stored.etag != etag:
        raise Conflict(f"{key} has changed")
    return stored.body
