"""The site in the bucket: the files that people open."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from wod.figures.shapes import WeekFigures
from wod.keys import SITE_PREFIX, gold_key, silver_key, week_of_key
from wod.models import Week
from wod.plumbing import objects, running, site_history
from wod.plumbing.current_blog import current_blog
from wod.plumbing.objects import Conflict, StoredObject
from wod.plumbing.optimistic import retry_on_conflict, retry_until_unchanged
from wod.plumbing.site_history import History
from wod.plumbing.telemetry import about
from wod.shape import decode
from wod.site.files import Files, Site, StoredWeek, weeks_prefix, year_path
from wod.site.headers import cache_control, content_type
from wod.week_file import read_sessions

_IN_PAGES_OF_WEEKS = "W"
"""In the path of each week's page, and in no other path."""


class _Upstream(NamedTuple):
    """A week of silver and its figures in gold."""

    silver: StoredObject | None
    gold: StoredObject | None


def render_week(key: str) -> None:
    """Write the pages that show the week of this gold object, and the files that weeks share.

    Everything is made from the current silver and gold. An unchanged page is not written. A page is written before any
    page that links to it, and the service worker last, so the old site stays until the new one is complete.
    """
    week = week_of_key(key)
    about(week=str(week))
    running.if_nothing_made("no page has changed")
    retry_until_unchanged(partial(_upstream, week), partial(_write_week, week))
    retry_on_conflict(partial(_write_shared, week.year))


def _upstream(week: Week) -> _Upstream:
    return _Upstream(objects.read(silver_key(week)), objects.read(gold_key(week)))


def _write_week(week: Week, upstream: _Upstream) -> None:
    """Add the changes of a week to its history, and write its page, or delete it, and those of the weeks beside it,
    which link to it.

    Raise Conflict if the history of a week that these pages show has changed meanwhile.
    """
    if upstream.gold is not None:
        about(correlation_id=upstream.gold.metadata.get("correlation-id"))
    site_history.keep_week(_stored_week(week, upstream))
    years: set[int] = set()
    needed = {week.year}
    while not needed <= years:
        years |= needed
        # Stored pages are listed first, so pages made from later reads are as new, or newer.
        held = _files_at_the_top() | _pages_of_weeks(years)
        history = site_history.look()
        site = _site(history, week.year)
        needed = {one.year for one in site.showing(week)}
    shown = {one: upstream if one == week else _upstream(one) for one in site.showing(week)}
    _write_changed(site.week_files([_stored_week(one, of_week) for one, of_week in shown.items()]), held)
    for path in site.gone_weeks(week, held):
        _delete(path, held)
    now = site_history.look()
    if now.years != history.years and _site(now, week.year).linked_with(week) != site.linked_with(week):
        raise Conflict(f"the history of a week beside {week} has changed")


def _stored_week(week: Week, upstream: _Upstream) -> StoredWeek:
    records = read_sessions(upstream.silver.body) if upstream.silver else []
    figures = decode(upstream.gold.body, WeekFigures) if upstream.gold else None
    return StoredWeek(week, records, figures)


def _write_shared(year: int) -> None:
    """Write the calendar of a year and the pages of all weeks; delete those of years and lifts that are gone.

    If the history changes while they are made, they are left to the function that changed it, which reads it later. So
    functions that render at the same time, as in a backfill, do not repeat their work until the last one is done. If
    that function fails for good, they are old until its dead letter is sent again.

    The page of another year is drawn only if the stored one is not known to be that of its history.
    """
    held = _files()
    history = site_history.look()
    site = _site(history, year)
    upstream = site.newest and _upstream(site.newest)
    calendar = site.calendar_files(year)
    known = site_history.known_years(history)
    pages = {one: known.page(one, history.years[one], site.years) for one in site.years if one != year}
    undrawn = [one for one in site.years if held.get(year_path(one)) != pages.get(one, "")]
    shared = site.shared_files(_stored_week(site.newest, upstream) if site.newest and upstream else None, undrawn)
    pages |= {one: objects.etag_of(shared[year_path(one)]) for one in undrawn}
    site_history.store_summaries(history, site.summaries, pages, site.years)

    now = site_history.look()
    if now.years.get(year) != history.years.get(year):
        return
    _write_changed(calendar, held)
    if now.years == history.years:
        _write_changed(shared, held)
        _write_service_worker(site, held)
        for path in site.gone(held):
            _delete(path, held)

    after = site_history.look()
    if after.years.get(year) != history.years.get(year):
        raise Conflict(f"the history of {year} has changed")
    if now.years == history.years and (
        after.years != history.years or (site.newest and _upstream(site.newest)) != upstream
    ):
        raise Conflict("the history, or the newest week, has changed")


def _write_service_worker(site: Site, held: dict[str, str]) -> None:
    """Write the service worker until it fits the stored files, because other functions may write some meanwhile."""
    years = {one.year for one in site.first_weeks}
    script = site.service_worker(held | _pages_of_weeks(years))
    while True:
        _write_changed({"sw.js": script}, held)
        held = _files_at_the_top()
        written, script = script, site.service_worker(held | _pages_of_weeks(years))
        if script == written:
            return


def _delete(path: str, held: dict[str, str]) -> None:
    objects.delete(f"{SITE_PREFIX}{path}", held[path])
    running.made(pages_removed=1)


def _files_at_the_top() -> dict[str, str]:
    """Return the ETag of each file of the site that is in no folder by its path."""
    return _etags(SITE_PREFIX, without="/")


def _files() -> dict[str, str]:
    """Return the ETag of each file of the site by its path; without the pages of weeks, of which there are many."""
    return _etags(SITE_PREFIX, without=_IN_PAGES_OF_WEEKS)


def _pages_of_weeks(years: Iterable[int]) -> dict[str, str]:
    """Return the ETag of each page of a week of these years by its path."""
    return {path: etag for year in years for path, etag in _etags(f"{SITE_PREFIX}{weeks_prefix(year)}").items()}


def _etags(prefix: str, without: str = "") -> dict[str, str]:
    return {key.removeprefix(SITE_PREFIX): etag for key, etag in objects.etags(prefix, without).items()}


def _site(history: History, year: int) -> Site:
    """Return the site of this history, with a new summary of this year."""
    summaries = site_history.summaries(history, changed=year)
    return Site(current_blog(), summaries, partial(site_history.read_year, history))


def _write_changed(files: Files, held: dict[str, str]) -> None:
    """Write these files over the stored ones, except for those that are equal; `held` has their ETags, and is kept up
    to date."""
    for path, body in files.items():
        if held.get(path) != objects.etag_of(body):
            properties = {"ContentType": content_type(path), "CacheControl": cache_control(path)}
            held[path] = objects.write(f"{SITE_PREFIX}{path}", body, over=held.get(path), **properties)
            running.made(pages=1)
