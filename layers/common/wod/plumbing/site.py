"""The site in the bucket: the history of each week, and the files that people open."""

from functools import partial
from typing import NamedTuple

from wod.blog import current_blog
from wod.figures.shapes import WeekFigures
from wod.keys import KEPT_PREFIX, SITE_PREFIX, gold_key, kept_key, silver_key, week_of_key
from wod.models import SessionRecord, Week
from wod.plumbing import objects, running
from wod.plumbing.objects import StoredObject
from wod.plumbing.optimistic import retry_until_unchanged
from wod.plumbing.telemetry import about
from wod.site.files import Site, StoredWeek
from wod.site.headers import cache_control, content_type
from wod.site.kept import KeptYear, keep
from wod.site.words import words_of
from wod.week_file import read_week


class _Upstream(NamedTuple):
    """A week of silver and its figures in gold."""

    silver: StoredObject | None
    gold: StoredObject | None


def render_week(key: str) -> None:
    """Write the pages that show the week of this gold object, and the summary pages.

    Everything is made from the current silver and gold. An unchanged page is not written. A page is written before any
    page that links to it, and the service worker last, so the old site stays until the new one is complete.
    """
    week = week_of_key(key)
    about(week=str(week))
    running.if_nothing_made("no page has changed")
    retry_until_unchanged(partial(_upstream, week), partial(_keep, week))
    retry_until_unchanged(lambda: (_upstream(week), objects.etags(KEPT_PREFIX)), lambda _: _write_pages(week))


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


def _write_pages(week: Week) -> None:
    """Write the pages that show something of a week, and delete those of weeks, years and lifts that are gone."""
    # The stored pages are listed first, so pages made from later reads are as new, or newer.
    held = {key.removeprefix(SITE_PREFIX): etag for key, etag in objects.etags(SITE_PREFIX).items()}
    kept = [stored for key in objects.etags(KEPT_PREFIX) if (stored := objects.read(key))]
    site = Site(current_blog(), [KeptYear.model_validate_json(stored.body) for stored in kept])
    files = site.files(week, {one: _stored_week(one, _upstream(one)) for one in site.touched_by(week)})
    written = held | {path: objects.etag_of(body) for path, body in files.items()}
    for path, body in {**files, "sw.js": site.service_worker(written)}.items():
        if held.get(path) != objects.etag_of(body):
            _write(path, body, held.get(path))
    for path in site.gone(held):
        objects.delete(f"{SITE_PREFIX}{path}", held[path])
        running.made(pages_removed=1)


def _write(path: str, body: bytes, etag: str | None) -> None:
    properties = {"ContentType": content_type(path), "CacheControl": cache_control(path)}
    objects.write(f"{SITE_PREFIX}{path}", body, over=etag, **properties)
    running.made(pages=1)
