"""Sites of posts for tests: what the stage makes of them, without a bucket."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import msgspec

from tests.e2e.posts import raw, week_post
from wod.blog import Blog, load_blog
from wod.figures.shapes import WeekFigures
from wod.figures.week import aggregate_week
from wod.models import SessionRecord, Week
from wod.reading.cleaning import clean_records
from wod.reading.whole_post import read_records
from wod.site.files import Files, Site, StoredWeek
from wod.site.kept_weeks import KeptWeek, KeptYear, keep
from wod.site.year_summary import summary_of
from wod.week_file import typed_records

MONDAY = date(2021, 3, 8)


def stored_week(*bodies: bytes, blog: Blog | None = None) -> StoredWeek:
    """The week of raw posts, as silver and gold have it."""
    blog = blog or load_blog("invictus")
    messages = [read_records(body, "bronze/raw/k", "v", "c", blog) for body in bodies]
    records = typed_records([record for message in messages for record in clean_records(message.records)])
    records.sort(key=lambda record: record.date)
    figures = aggregate_week(messages[0].week, records, None, {}, "silver/sessions/week.jsonl", blog)
    return StoredWeek(messages[0].week, records, msgspec.convert(figures, WeekFigures))


def week_of(days: dict[str, list[str]], monday: date = MONDAY, modified: str = "2021-03-01T08:00:00") -> StoredWeek:
    """The week of a post with these days."""
    return stored_week(raw(week_post(monday, days, modified)))


def session_of(*lines: str, heading: str = "Monday") -> SessionRecord:
    """A session with these lines below its heading."""
    return week_of({heading: list(lines)}).records[0]


def kept_of(*revisions: StoredWeek, blog: Blog | None = None) -> KeptWeek:
    """Return the history of a week that was rendered with each of these revisions, one after the other."""
    kept = None
    for stored in revisions:
        kept = keep(stored.week, stored.records, stored.figures, kept, blog or load_blog("invictus"))
    assert kept
    return kept


def site_of(weeks: Sequence[Sequence[StoredWeek]], blog: Blog | None = None) -> tuple[Site, Files]:
    """The site of weeks, each with its revisions, and all its files."""
    years: dict[int, KeptYear] = {}
    for revisions in weeks:
        kept = kept_of(*revisions, blog=blog)
        year = years.get(kept.week.year, KeptYear(year=kept.week.year, weeks=[]))
        years[kept.week.year] = year.with_week(kept)
    summaries = {number: summary_of(year) for number, year in years.items()}
    site = Site(blog or load_blog("invictus"), summaries, years.__getitem__)
    stored: dict[Week, StoredWeek] = {revisions[-1].week: revisions[-1] for revisions in weeks}
    files: Files = {}
    for week in stored:
        files |= site.week_files([stored[one] for one in site.showing(week)]) | site.calendar_files(week.year)
    files |= site.shared_files(stored[site.newest] if site.newest else None, site.years)
    return site, files | {"sw.js": site.service_worker(dict.fromkeys(files, ""))}


def edited(week: StoredWeek, change: Callable[[dict[str, Any]], dict[str, Any]], modified: str) -> StoredWeek:
    """The week after an edit of each record."""
    changed = [change(msgspec.to_builtins(record)) for record in week.records]
    for record in changed:
        record["source"]["modified_gmt"] = modified
    return StoredWeek(week.week, [msgspec.convert(record, SessionRecord) for record in changed], week.figures)
