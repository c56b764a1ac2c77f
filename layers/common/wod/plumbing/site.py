"""The site in the bucket: the history of each week, and the files that people open."""

from functools import lru_cache, partial
from typing import NamedTuple

from wod.blog import current_blog
from wod.figures.shapes import WeekFigures
from wod.keys import KEPT_PREFIX, SITE_PREFIX, gold_key, kept_key, silver_key, week_of_key
from wod.models import SessionRecord, Week
from wod.plumbing import objects, running
from wod.plumbing.objects import Conflict, StoredObject
from wod.plumbing.optimistic import retry_on_conflict, retry_until_unchanged
from wod.plumbing.telemetry import about
from wod.site.files import Files, Site, StoredWeek, calendar_path
from wod.site.headers import cache_control, content_type
from wod.site.kept import KeptWeek, KeptYear, keep
from wod.site.words import words_of
from wod.week_file import read_week

_MOST_YEARS = 32  # that a warm function holds; in a backfill, each message changes one of them


class _Upstream(NamedTuple):
    """A week of silver and its figures in gold."""

    silver: StoredObject | None
    gold: StoredObject | None


def render_week(key: str) -> None:
    """Write the pages that show the week of this gold object, and the pages that all weeks share.

    Everything is made from the current silver and gold. An unchanged page is not written. A page is written before any
    page that links to it, and the service worker last, so the old site stays until the new one is complete.
    """
    week = week_of_key(key)
    about(week=str(week))
    running.if_nothing_made("no page has changed")
    retry_until_unchanged(partial(_upstream, week), partial(_keep, week))
    retry_until_unchanged(partial(_around, week), lambda _: _write_week(week))
    retry_on_conflict(partial(_write_calendar, week.year))
    retry_on_conflict(_write_shared)


def _upstream(week: Week) -> _Upstream:
    return _Upstream(objects.read(silver_key(week)), objects.read(gold_key(week)))


def _keep(week: Week, upstream: _Upstream) -> None:
    """Add the changes of a week to its history."""
    if upstream.gold is not None:
        about(correlation_id=upstream.gold.metadata.get("correlation-id"))
    stored = _stored_week(week, upstream)
    held = objects.read(kept_key(week.year))
    year = KeptYear.model_validate_json(held.body) if held else KeptYear(year=week.year, weeks=[])
    words = words_of(current_blog().language_name)
    kept = year.with_week(keep(week, stored.records, stored.figures, year.week(week.week), words))
    if held is None or kept != year:
        body = kept.model_dump_json(exclude_defaults=True).encode()
        objects.check_size(kept_key(week.year), body)
        objects.write(kept_key(week.year), body, over=held and held.etag)


def _stored_week(week: Week, upstream: _Upstream) -> StoredWeek:
    records = read_week(upstream.silver.body) if upstream.silver else []
    figures = WeekFigures.model_validate_json(upstream.gold.body) if upstream.gold else None
    return StoredWeek(week, [SessionRecord.model_validate(record) for record in records], figures)


def _around(week: Week) -> tuple[_Upstream, list[KeptWeek]]:
    """Return what the pages of a week and of those beside it are made from, except for the figures of those beside it,
    which have an event of their own."""
    return _upstream(week), _site(objects.etags(KEPT_PREFIX)).linked_with(week)


def _write_week(week: Week) -> None:
    """Write the pages of a week and of those beside it, which link to it."""
    # In each function, stored pages are listed first, so pages made from later reads are as new, or newer.
    held = _pages()
    site = _site(objects.etags(KEPT_PREFIX))
    _write_changed(site.week_files([_stored_week(one, _upstream(one)) for one in site.showing(week)]), held)


def _write_calendar(year: int) -> None:
    """Write the calendar of a year, unless its history changes meanwhile: then that function writes it."""
    path = calendar_path(year)
    held = _pages(path)
    history = objects.etags(kept_key(year))
    files = _site(history).calendar_files(year)
    if objects.etags(kept_key(year)) == history:
        _write_changed(files, held)
        if objects.etags(kept_key(year)) != history:
            raise Conflict(f"the history of {year} has changed")


def _write_shared() -> None:
    """Write the pages that all weeks share, and delete those of weeks, years and lifts that are gone; unless the
    history changes meanwhile: then the function that changes it, which reads all of it later, writes them.

    So functions that render at the same time, as in a backfill, do not repeat their work until the last one is done.
    """
    held = _pages()
    history = objects.etags(KEPT_PREFIX)
    site = _site(history)
    upstream = site.newest and _upstream(site.newest)
    files = site.shared_files(_stored_week(site.newest, upstream) if site.newest and upstream else None)
    if objects.etags(KEPT_PREFIX) != history:
        return
    _write_changed(files, held)
    retry_until_unchanged(
        lambda: site.service_worker(_pages()), lambda script: _write_changed({"sw.js": script}, _pages("sw.js"))
    )
    for path in site.gone(held):
        objects.delete(f"{SITE_PREFIX}{path}", held[path])
        running.made(pages_removed=1)
    if objects.etags(KEPT_PREFIX) != history or (site.newest and _upstream(site.newest)) != upstream:
        raise Conflict("the history, or the newest week, has changed")


def _pages(prefix: str = "") -> dict[str, str]:
    """Return the ETag of each file of the site by its path."""
    return {key.removeprefix(SITE_PREFIX): etag for key, etag in objects.etags(f"{SITE_PREFIX}{prefix}").items()}


def _site(history: dict[str, str]) -> Site:
    return Site(current_blog(), [_kept_year(key, etag) for key, etag in history.items()])


@lru_cache(maxsize=_MOST_YEARS)
def _kept_year(key: str, etag: str) -> KeptYear:
    """Return the history of a year as this version of its object has it. Raise Conflict if it has changed."""
    stored = objects.read(key)
    if stored is None or stored.etag != etag:
        raise Conflict(f"{key} has changed")
    return KeptYear.model_validate_json(stored.body)


def _write_changed(files: Files, held: dict[str, str]) -> None:
    """Write these files over the stored ones, except for those that are equal."""
    for path, body in files.items():
        if held.get(path) != objects.etag_of(body):
            properties = {"ContentType": content_type(path), "CacheControl": cache_control(path)}
            objects.write(f"{SITE_PREFIX}{path}", body, over=held.get(path), **properties)
            running.made(pages=1)
