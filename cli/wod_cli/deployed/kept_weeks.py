"""The site's history of weeks in the bucket."""

from collections.abc import Iterable
from datetime import date

from wod.keys import kept_key
from wod.plumbing import objects
from wod.shape import decode
from wod.site.kept_weeks import KeptWeek, KeptYear


def kept_weeks(days: Iterable[date]) -> list[KeptWeek]:
    """Return the history of the weeks of these days, in order; weeks that were never rendered are left out."""
    wanted = sorted({day.isocalendar()[:2] for day in days})
    years = {year: objects.read(kept_key(year)) for year in {year for year, _ in wanted}}
    kept = {year: decode(stored.body, KeptYear) for year, stored in years.items() if stored}
    return [week for year, number in wanted if year in kept and (week := kept[year].week(number))]
