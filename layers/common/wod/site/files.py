"""The files of the site by their paths, and the input of each page."""

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
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
from wod.site.year_summary import YearSummary
from wod.weeks import week_path, week_with_number

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


def year_path(year: int) -> str:
    """Return `weeks/2021.html`."""
    return f"weeks/{year}.html"


def weeks_prefix(year: int) -> str:
    """Return `weeks/2021-W`, with which the paths of the year's weeks begin, and no other."""
    return f"weeks/{year:04}-W"


class Site:
    """The site of a blog, given the summaries of all years of its history, and a function that returns the history of
    one of them, and is called for few."""

    def __init__(self, blog: Blog, summaries: Mapping[int, YearSummary], history_of: Callable[[int], KeptYear]) -> None:
        self._blog = blog
        self._words = words_of(blog.language_name)
        self.summaries = dict(sorted(summaries.items()))
        self._history_of = history_of
        self._weeks = [(year, number) for year, one in self.summaries.items() for number in one.weeks]
        self._shown = [(year, number) for year, one in self.summaries.items() for number in one.shown]

    @property
    def years(self) -> list[int]:
        """The years that have a page."""
        return [year for year, one in self.summaries.items() if one.shown]

    @property
    def newest(self) -> Week | None:
        """The newest week that has a page."""
        return week_with_number(*self._shown[-1]) if self._shown else None

    @property
    def first_weeks(self) -> list[Week]:
        """The weeks that a phone gets with the first visit."""
        return [week_with_number(*one) for one in self._shown[-WEEKS_AT_ONCE:]]

    def showing(self, week: Week) -> list[Week]:
        """Return the weeks whose pages show something of a week: itself, and those beside it, which link to it."""
        is_shown = (week.year, week.week) in self._shown
        return [one for one in (week if is_shown else None, *self._beside(week)) if one]

    def linked_with(self, week: Week) -> list[KeptWeek]:
        """Return the history of the weeks whose pages show something of a week, and of those that they link to."""
        linked = {one for shown in self.showing(week) for one in (shown, *self._beside(shown)) if one}
        return [self._kept(one.year, one.week) for one in sorted(linked, key=lambda one: one.start_date)]

    def week_files(self, stored: Iterable[StoredWeek]) -> Files:
        """Return the pages of these weeks, and what any page needs."""
        files = dict(assets_of(self._words).files)
        for one in stored:
            page_of_week = page("week.html", self._blog, root="../", page="week", week=self._view(one))
            files[week_path(one.week)] = page_of_week
        return files

    def calendar_files(self, year: int) -> Files:
        """Return the calendar of a year, if it has weeks."""
        if year not in self.summaries:
            return {}
        return {calendar_path(year): self._calendar(f"{self._blog.name} {year}", self._history_of(year).weeks)}

    def shared_files(self, newest: StoredWeek | None, years: Iterable[int]) -> Files:
        """Return the files that all weeks share, given the newest week, in writing order: linked pages come before the
        pages that link to them. Of the pages of years, return only these."""
        subscribed = [self._kept(*one) for one in self._weeks[-WEEKS_SUBSCRIBED:]]
        calendar = {"calendar.ics": self._calendar(self._blog.name, subscribed)}
        return self._fixed_files() | calendar | self._lift_pages() | self._year_pages(years) | self._first_page(newest)

    def service_worker(self, etags: Mapping[str, str]) -> bytes:
        """Return the service worker, which caches the first files for a phone. `etags` has those of all files."""
        assets = assets_of(self._words)
        first = ["index.html", "weeks.html", "lifts.html", "mine.html", "manifest.webmanifest", "icon.svg"]
        first += [assets.style, *assets.scripts.values(), *map(week_path, self.first_weeks)]
        there = sorted(path for path in first if path in etags)
        digest = hashlib.sha256("".join(etags[path] for path in there).encode()).hexdigest()[:16]
        script = (STATIC / "sw.js").read_text(encoding="utf-8")
        return f"const VERSION = {json.dumps(digest)};\nconst FIRST = {json.dumps(there)};\n{script}".encode()

    def gone_weeks(self, week: Week, paths: Iterable[str]) -> list[str]:
        """Return those of these paths that are pages of weeks of its year that are gone: of the week itself, and of
        those that are not in the history. Another week's own function deletes its page."""
        kept = [number for year, number in self._weeks if year == week.year and number != week.week]
        pages = {week_path(week_with_number(week.year, number)) for number in kept} | {
            week_path(one) for one in self.showing(week)
        }
        return [path for path in paths if path.startswith(weeks_prefix(week.year)) and path not in pages]

    def gone(self, paths: Iterable[str]) -> list[str]:
        """Return those of these paths that are pages or calendars of years, or pages of lifts, that are gone."""
        pages = {lift.path for lift in self._lifts} | {year_path(year) for year in self.years}
        pages |= set(map(calendar_path, self.summaries))
        return [path for path in paths if path.startswith(("weeks/", "lifts/", "calendar/")) and path not in pages]

    def _beside(self, week: Week) -> tuple[Week | None, Week | None]:
        """Return the nearest weeks before and after that have a page."""
        place = week.year, week.week
        before, after = bisect_left(self._shown, place), bisect_right(self._shown, place)
        earlier = week_with_number(*self._shown[before - 1]) if before else None
        later = week_with_number(*self._shown[after]) if after < len(self._shown) else None
        return earlier, later

    def _kept(self, year: int, number: int) -> KeptWeek:
        return next(one for one in self._history_of(year).weeks if one.week.week == number)

    @cached_property
    def _lifts(self) -> list[LiftView]:
        return lift_views({year: one.lifts for year, one in self.summaries.items()}, self._words)

    def _view(self, stored: StoredWeek) -> WeekView:
        kept = self._kept(stored.week.year, stored.week.week)
        return week_view(kept, stored.records, stored.figures, *self._beside(stored.week), self._blog)

    def _first_page(self, newest: StoredWeek | None) -> Files:
        if newest is None:
            return {"index.html": page("empty.html", self._blog, page="today")}
        near = [
            {"first": one.start_date, "last": one.end_date, "path": week_path(one)}
            for one in (week_with_number(*place) for place in self._shown[-WEEKS_ON_FIRST_PAGE:])
        ]
        view = self._view(newest)
        return {"index.html": page("week.html", self._blog, page="today", week=view, weeks=json.dumps(near))}

    def _year_pages(self, years: Iterable[int]) -> Files:
        """Return the pages of these years; that of all weeks is the newest year's."""
        files = {year_path(year): self._year_page(year, root="../") for year in years}
        all_weeks = self._year_page(self.years[-1]) if self.years else page("empty.html", self._blog, page="weeks")
        return files | {"weeks.html": all_weeks}

    def _year_page(self, year: int, root: str = "") -> bytes:
        view = year_view(self._history_of(year), self._words)
        return page("year.html", self._blog, root=root, page="weeks", year=view, years=self.years)

    def _lift_pages(self) -> Files:
        files = {lift.path: page("lift.html", self._blog, root="../", page="lift", lift=lift) for lift in self._lifts}
        return files | {"lifts.html": page("lifts.html", self._blog, page="lifts", lifts=self._lifts)}

    def _calendar(self, name: str, weeks: Sequence[KeptWeek]) -> bytes:
        return calendar_of(name, weeks, self._blog, self._words)

    def _fixed_files(self) -> Files:
        """Return the files that depend on no week, except for the choice of lifts and levels; without `week_files`."""
        lifts = list(dict.fromkeys([*_COMMON_LIFTS, *sorted(lift.name for lift in self._lifts)]))
        levels = sorted({level for one in self.summaries.values() for level in one.levels})
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
