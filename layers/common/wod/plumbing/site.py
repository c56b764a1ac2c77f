"""The site in the bucket: the history of each week, and the files that people open."""

from functools import lru_cache, partial
from typing import NamedTuple

import msgspec

from wod.figures.shapes import WeekFigures
from wod.keys import KEPT_PREFIX, SITE_PREFIX, gold_key, kept_key, silver_key, week_of_key
from wod.models import Week
from wod.plumbing import objects, running
from wod.plumbing.current_blog import current_blog
from wod.plumbing.objects import Conflict, StoredObject
from wod.plumbing.optimistic import retry_on_conflict, retry_until_unchanged
from wod.plumbing.telemetry import about
from wod.shape import decode
from wod.site.files import Files, Site, StoredWeek
from wod.site.headers import cache_control, content_type
from wod.site.kept_weeks import KeptYear, keep
from wod.week_file import read_sessions
from wod.weeks import week_path

_MOST_YEARS = 32  # that a warm function holds; in a backfill, each message changes one of them


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
    _keep(week, upstream)
    # Stored pages are listed first, so pages made from later reads are as new, or newer.
    held = _pages()
    site = _site(objects.etags(KEPT_PREFIX))
    shown = {one: upstream if one == week else _upstream(one) for one in site.showing(week)}
    _write_changed(site.week_files([_stored_week(one, of_week) for one, of_week in shown.items()]), held)
    if week not in shown and (path := week_path(week)) in held:
        _delete(path, held)
    if _site(objects.etags(KEPT_PREFIX)).linked_with(week) != site.linked_with(week):
        raise Conflict(f"the history of a week beside {week} has changed")


def _keep(week: Week, upstream: _Upstream) -> None:
    """Add the changes of a week to its history."""
    if upstream.gold is not None:
        about(correlation_id=upstream.gold.metadata.get("correlation-id"))
    stored = _stored_week(week, upstream)
    held = objects.read(kept_key(week.year))
    year = decode(held.body, KeptYear) if held else KeptYear(year=week.year, weeks=[])
    kept = year.with_week(keep(week, stored.records, stored.figures, year.week(week.week), current_blog()))
    if held is None or kept != year:
        body = msgspec.json.encode(kept)
        objects.check_size(kept_key(week.year), body)
        objects.write(kept_key(week.year), body, over=held and held.etag)


def _stored_week(week: Week, upstream: _Upstream) -> StoredWeek:
    records = read_sessions(upstream.silver.body) if upstream.silver else []
    figures = decode(upstream.gold.body, WeekFigures) if upstream.gold else None
    return StoredWeek(week, records, figures)


def _write_shared(year: int) -> None:
    """Write the calendar of a year and the pages of all weeks; delete those of weeks, years and lifts that are gone.

    If the history changes while they are made, they are left to the function that changed it, which reads it later. So
    functions that render at the same time, as in a backfill, do not repeat their work until the last one is done. If
    that function fails for good, they are old until its dead letter is sent again.
    """
    held = _pages()
    history = objects.etags(KEPT_PREFIX)
    site = _site(history)
    upstream = site.newest and _upstream(site.newest)
    calendar = site.calendar_files(year)
    shared = site.shared_files(_stored_week(site.newest, upstream) if site.newest and upstream else None)

    now = objects.etags(KEPT_PREFIX)
    own = kept_key(year)
    if now.get(own) != history.get(own):
        return
    _write_changed(calendar, held)
    if now == history:
        _write_changed(shared, held)
        _write_service_worker(site)
        for path in site.gone(held):
            _delete(path, held)

    after = objects.etags(KEPT_PREFIX)
    if after.get(own) != history.get(own):
        raise Conflict(f"the history of {year} has changed")
    if now == history and (after != history or (site.newest and _upstream(site.newest)) != upstream):
        raise Conflict("the history, or the newest week, has changed")


def _write_service_worker(site: Site) -> None:
    """Write the service worker until it fits the stored files, because other functions may write some meanwhile."""
    written = None
    while (script := site.service_worker(held := _pages())) != written:
        _write_changed({"sw.js": script}, held)
        written = script


def _delete(path: str, held: dict[str, str]) -> None:
    objects.delete(f"{SITE_PREFIX}{path}", held[path])
    running.made(pages_removed=1)


def _pages() -> dict[str, str]:
    """Return the ETag of each file of the site by its path."""
    return {key.removeprefix(SITE_PREFIX): etag for key, etag in objects.etags(SITE_PREFIX).items()}


def _site(history: dict[str, str]) -> Site:
    return Site(current_blog(), [_kept_year(key, etag) for key, etag in history.items()])


@lru_cache(maxsize=_MOST_YEARS)
def _kept_year(key: str, etag: str) -> KeptYear:
    """Return the history of a year as this version of its object has it. Raise Conflict if it has changed."""
    stored = objects.read(key)
    if stored is None or stored.etag != etag:
        raise Conflict(f"{key} has changed")
    return decode(stored.body, KeptYear)


def _write_changed(files: Files, held: dict[str, str]) -> None:
    """Write these files over the stored ones, except for those that are equal."""
    for path, body in files.items():
        if held.get(path) != objects.etag_of(body):
            properties = {"ContentType": content_type(path), "CacheControl": cache_control(path)}
            objects.write(f"{SITE_PREFIX}{path}", body, over=held.get(path), **properties)
            running.made(pages=1)
