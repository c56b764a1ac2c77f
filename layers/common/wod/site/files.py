"""The files of the site by their paths, and the input of each page."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wod.blog import Blog
from wod.figures.shapes import WeekFigures
from wod.models import SessionRecord, Week
from wod.site.assets import STATIC, assets_of
from wod.site.calendars import WEEKS_SUBSCRIBED, calendar_of
from wod.site.kept import KeptYear
from wod.site.lift_page import lift_views
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
        self._lifts = lift_views(self._weeks, self._words)

    def touched_by(self, week: Week) -> list[Week]:
        """Return the weeks whose pages show something of a week: itself, those beside it, and the newest."""
        around = [week, *self._beside(week), *self._shown[-1:]]
        return list(dict.fromkeys(one for one in around if one in self._shown))

    def files(self, week: Week, stored: Mapping[Week, StoredWeek]) -> Files:
        """Return the files that show something of a week, in writing order: linked pages come before the pages that
        link to them. `stored` has the weeks of `touched_by`."""
        files = self._fixed_files() | self._calendars(week.year)
        for one in stored.values():
            if one.week == week or one.week in self._beside(week):
                files |= self._week_page(one)
        files |= self._lift_pages() | self._year_pages()
        return files | self._first_page(stored[self._shown[-1]] if self._shown else None)

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
        """Return those of these paths that are pages or calendars of weeks, years and lifts that are gone."""
        pages = {week_path(one) for one in self._shown} | {lift.path for lift in self._lifts}
        pages |= {f"weeks/{one.year}.html" for one in self._years}
        pages |= {f"calendar/{one.week.year}.ics" for one in self._weeks}
        return [path for path in paths if path.startswith(("weeks/", "lifts/", "calendar/")) and path not in pages]

    def _beside(self, week: Week) -> tuple[Week | None, Week | None]:
        """Return the nearest weeks before and after that have a page."""
        earlier = [one for one in self._shown if one.start_date < week.start_date]
        later = [one for one in self._shown if one.start_date > week.start_date]
        return (earlier[-1] if earlier else None), (later[0] if later else None)

    def _view(self, stored: StoredWeek) -> WeekView:
        kept = next(one for one in self._weeks if one.week == stored.week)
        return week_view(kept, stored.records, stored.figures, *self._beside(stored.week), self._words)

    def _week_page(self, stored: StoredWeek) -> Files:
        view = self._view(stored)
        return {week_path(stored.week): page("week.html", self._blog, root="../", page="week", week=view)}

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

    def _calendars(self, year: int) -> Files:
        """Return the calendar of the newest weeks, and that of a year."""
        newest = self._weeks[-WEEKS_SUBSCRIBED:]
        files = {"calendar.ics": calendar_of(self._blog.name, newest, self._blog, self._words)}
        of_year = [one for one in self._weeks if one.week.year == year]
        if of_year:
            files[f"calendar/{year}.ics"] = calendar_of(f"{self._blog.name} {year}", of_year, self._blog, self._words)
        return files

    def _fixed_files(self) -> Files:
        """Return the files that depend on no week, except for the choice of lifts and levels."""
        lifts = list(dict.fromkeys([*_COMMON_LIFTS, *sorted(lift.name for lift in self._lifts)]))
        levels = sorted({one.level for week in self._weeks for one in week.current if one.level})
        return {
            **assets_of(self._words).files,
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
