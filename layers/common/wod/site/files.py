"""The files of the site by their paths, and the input of each page."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from wod.blog import Blog
from wod.figures.shapes import WeekFigures
from wod.models import SessionRecord, Week
from wod.site.assets import STATIC, assets_of
from wod.site.calendars import WEEKS_SUBSCRIBED, calendar_of
from wod.site.kept_weeks import KeptWeek, KeptYear
from wod.site.lift_page import LiftView, lift_views
from wod.site.pages import page
from wod.site.week_page import WeekView, week_view
from wod.site.words import Words, words_of
from wod.site.year_page import year_view
from wod.weeks import week_path

WEEKS_AT_ONCE = 2
"""The number of the newest weeks that a phone gets with the first visit."""

WEEKS_ON_FIRST_PAGE = 8
"""The number of the newest weeks whose days the first page knows, so that it opens at today in any of them."""

_COMMON_LIFTS = (
    "Snatch", "Clean & Jerk", "Back Squat", "Front Squat", "Clean", "Jerk", "Power Snatch", "Power Clean",
    "Overhead Squat", "Deadlift", "Push Press", "Press", "Bench Press",
)  # fmt: skip

type Files = dict[str, bytes]
"""By path within the site."""


@dataclass(frozen=True)
class StoredWeek:
    """A week of silver and gold; without figures if gold has none yet."""

    week: Week
    records: list[SessionRecord]
    figures: WeekFigures | None


def calendar_path(year: int) -> str:
    """Return `calendar/2021.ics`."""
    return f"calendar/{year}.ics"


class Site:
    """The site of a blog, given the history of all its years."""

    def __init__(self, blog: Blog, years: Sequence[KeptYear]) -> None:
        self._blog = blog
        self._words = words_of(blog.language_name)
        self._years = sorted(
            (one for one in years if any(week.current for week in one.weeks)), key=lambda one: one.year
        )
        self._weeks = sorted((week for year in years for week in year.weeks), key=lambda one: one.week.start_date)
        self._shown = [one.week for one in self._weeks if one.current]

    @property
    def newest(self) -> Week | None:
        """The newest week that has a page."""
        return self._shown[-1] if self._shown else None

    def showing(self, week: Week) -> list[Week]:
        """Return the weeks whose pages show something of a week: itself, and those beside it, which link to it."""
        return [one for one in (week, *self._beside(week)) if one in self._shown]

    def linked_with(self, week: Week) -> list[KeptWeek]:
        """Return the history of the weeks whose pages show something of a week, and of those that they link to."""
        linked = {one for shown in self.showing(week) for one in (shown, *self._beside(shown))}
        return [one for one in self._weeks if one.week in linked]

    def week_files(self, stored: Iterable[StoredWeek]) -> Files:
        """Return the pages of these weeks, and what any page needs."""
        files = dict(assets_of(self._words).files)
        for one in stored:
            page_of_week = page("week.html", self._blog, root="../", page="week", week=self._view(one))
            files[week_path(one.week)] = page_of_week
        return files

    def calendar_files(self, year: int) -> Files:
        """Return the calendar of a year, if it has weeks."""
        weeks = [one for one in self._weeks if one.week.year == year]
        return {calendar_path(year): self._calendar(f"{self._blog.name} {year}", weeks)} if weeks else {}

    def shared_files(self, newest: StoredWeek | None) -> Files:
        """Return the files that all weeks share, given the newest week, in writing order: linked pages come before the
        pages that link to them."""
        subscribed = {"calendar.ics": self._calendar(self._blog.name, self._weeks[-WEEKS_SUBSCRIBED:])}
        return self._fixed_files() | subscribed | self._lift_pages() | self._year_pages() | self._first_page(newest)

    def service_worker(self, etags: Mapping[str, str]) -> bytes:
        """Return the service worker, which caches the first files for a phone. `etags` has those of all files."""
        assets = assets_of(self._words)
        first = ["index.html", "weeks.html", "lifts.html", "mine.html", "manifest.webmanifest", "icon.svg"]
        first += [assets.style, *assets.scripts.values(), *map(week_path, self._shown[-WEEKS_AT_ONCE:])]
        there = sorted(path for path in first if path in etags)
        digest = hashlib.sha256("".join(etags[path] for path in there).encode()).hexdigest()[:16]
        script = (STATIC / "sw.js").read_text(encoding="utf-8")
        return f"const VERSION = {json.dumps(digest)};\nconst FIRST = {json.dumps(there)};\n{script}".encode()

    def gone(self, paths: Iterable[str]) -> list[str]:
        """Return those of these paths that are pages or calendars of weeks, years and lifts that are gone; but not of a
        week in the history, whose own function deletes its page."""
        pages = {week_path(one.week) for one in self._weeks} | {lift.path for lift in self._lifts}
        pages |= {f"weeks/{one.year}.html" for one in self._years}
        pages |= {calendar_path(one.week.year) for one in self._weeks}
        return [path for path in paths if path.startswith(("weeks/", "lifts/", "calendar/")) and path not in pages]

    def _beside(self, week: Week) -> tuple[Week | None, Week | None]:
        """Return the nearest weeks before and after that have a page."""
        earlier = [one for one in self._shown if one.start_date < week.start_date]
        later = [one for one in self._shown if one.start_date > week.start_date]
        return (earlier[-1] if earlier else None), (later[0] if later else None)

    @cached_property
    def _lifts(self) -> list[LiftView]:
        return lift_views(self._weeks, self._words)

    def _view(self, stored: StoredWeek) -> WeekView:
        kept = next(one for one in self._weeks if one.week == stored.week)
        return week_view(kept, stored.records, stored.figures, *self._beside(stored.week), self._blog)

    def _first_page(self, newest: StoredWeek | None) -> Files:
        if newest is None:
            return {"index.html": page("empty.html", self._blog, page="today")}
        near = [
            {"first": one.start_date, "last": one.end_date, "path": week_path(one)}
            for one in self._shown[-WEEKS_ON_FIRST_PAGE:]
        ]
        view = self._view(newest)
        return {"index.html": page("week.html", self._blog, page="today", week=view, weeks=json.dumps(near))}

    def _year_pages(self) -> Files:
        """Return the page of each year; that of all weeks is the newest year's."""
        numbers = [one.year for one in self._years]
        files = {}
        for one in self._years:
            view = year_view(one, self._words)
            path = f"weeks/{one.year}.html"
            files[path] = page("year.html", self._blog, root="../", page="weeks", year=view, years=numbers)
            if one is self._years[-1]:
                files["weeks.html"] = page("year.html", self._blog, page="weeks", year=view, years=numbers)
        return files

    def _lift_pages(self) -> Files:
        files = {lift.path: page("lift.html", self._blog, root="../", page="lift", lift=lift) for lift in self._lifts}
        return files | {"lifts.html": page("lifts.html", self._blog, page="lifts", lifts=self._lifts)}

    def _calendar(self, name: str, weeks: Sequence[KeptWeek]) -> bytes:
        return calendar_of(name, weeks, self._blog, self._words)

    def _fixed_files(self) -> Files:
        """Return the files that depend on no week, except for the choice of lifts and levels; without `week_files`."""
        lifts = list(dict.fromkeys([*_COMMON_LIFTS, *sorted(lift.name for lift in self._lifts)]))
        levels = sorted({one.level for week in self._weeks for one in week.current if one.level})
        return {
            "manifest.webmanifest": _manifest(self._blog, self._words),
            "mine.html": page("mine.html", self._blog, page="mine", lifts=lifts, levels=levels),
            "404.html": page("missing.html", self._blog, root="/", page="missing"),
        }


def _manifest(blog: Blog, words: Words) -> bytes:
    manifest = {
        "name": blog.name,
        "short_name": words("Training"),
        "lang": words.code,
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f4f4f1",
        "theme_color": "#14171b",
        "icons": [
            {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "icon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": "icon-512.png", "sizes": "512x512", "type": "image/png"},
            {"src": "icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()
