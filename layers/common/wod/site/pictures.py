"""The pictures of the site as numbers: bars, squares and dots in a fixed frame. The templates make SVG of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wod.figures.shapes import WeekFigures
from wod.site.kept_weeks import KeptWeek
from wod.weeks import days_of

WIDTH = 336
"""Of every picture, in its own units; on the narrowest phone they are pixels."""

_MOST_LIFTS = 8
_NARROWEST_LABEL = 22
SQUARE = WIDTH / 54
"""The side of a day in the calendar of a year, with the gap beside it."""
_DOTS_HEIGHT = 200
_LEAST_PERCENT, _MOST_PERCENT = 40, 110
_REPS_CLASSES = (1, 2, 3, 5)
"""The most repetitions of each class of dots; the last class has all greater numbers."""


@dataclass(frozen=True)
class Zone:
    """A piece of a bar: the repetitions in one zone of intensity. `number` is 0 for under 60 %, 5 if none is stated."""

    number: int
    reps: int
    x: float
    width: float

    @property
    def is_labelled(self) -> bool:
        """Return whether the zone is wide enough for its label."""
        return self.width >= _NARROWEST_LABEL


@dataclass(frozen=True)
class ZoneBar:
    """The repetitions of one lift, by intensity."""

    lift: str
    reps: int
    zones: list[Zone]


@dataclass(frozen=True)
class Compared:
    """A lift this week and the week before: sets as bars, mean percents as numbers. Values that are not stated are
    None."""

    lift: str
    sets: int
    mean: float | None
    width: float
    sets_before: int | None
    mean_before: float | None
    width_before: float


@dataclass(frozen=True)
class Square:
    """A day of the calendar of a year. `shade` is 0 for none to 4 for the most repetitions."""

    x: float
    y: float
    shade: int


@dataclass(frozen=True)
class DotsOfYear:
    """The dots of a year: where its first day is, how wide a day is, and a path for each class of repetitions."""

    x: float
    day: float
    paths: dict[int, str]


@dataclass(frozen=True)
class Scale:
    """The axis of dates in a picture of dots."""

    first: date
    last: date

    @property
    def day(self) -> float:
        """The width of a day."""
        return (WIDTH - 36) / max((self.last - self.first).days, 1)

    def x(self, day: date) -> float:
        """Return the position of a day."""
        return round(28 + self.day * (day - self.first).days, 1)


def zone_bars(figures: WeekFigures) -> list[ZoneBar]:
    """Return a bar for each lift with stated percents, the one with most repetitions first."""
    lifts = [
        (lift.name, [zone.reps_min for zone in lift.volume.zones])
        for lift in figures.totals.lifts
        if lift.name and any(zone.reps_min for zone in lift.volume.zones[:-1])
    ]
    lifts.sort(key=lambda lift: -sum(lift[1]))
    most = max((sum(zones) for _, zones in lifts), default=1)
    return [_zone_bar(name, zones, most) for name, zones in lifts[:_MOST_LIFTS]]


def _zone_bar(name: str, zones: list[int], most: int) -> ZoneBar:
    pieces, x = [], 0.0
    for number, reps in enumerate(zones):
        width = round(WIDTH * reps / most, 1)
        if reps:
            pieces.append(Zone(number, reps, round(x, 1), width))
        x += width
    return ZoneBar(name, sum(zones), pieces)


def compared(figures: WeekFigures) -> list[Compared]:
    """Return the lifts of the week with their sets and mean percents, and the same of the week before."""
    differences = {one.name: one.volume for one in figures.comparison.lifts} if figures.comparison else {}
    rows = []
    for lift in figures.totals.lifts:
        volume, difference = lift.volume, differences.get(lift.name)
        if lift.name and volume.sets:
            before = _before(volume.sets, difference.sets if difference else None)
            mean_before = _before(volume.mean_percent, difference.mean_percent if difference else None)
            rows.append((lift.name, volume.sets, volume.mean_percent, before, mean_before))
    rows.sort(key=lambda row: (row[2] is None, -row[1]))
    most = max((sets for row in rows for sets in (row[1], row[3]) if sets), default=1)
    return [
        Compared(
            lift=lift,
            sets=sets,
            mean=mean,
            width=round(WIDTH * sets / most, 1),
            sets_before=None if before is None else round(before),
            mean_before=mean_before,
            width_before=round(WIDTH * (before or 0) / most, 1),
        )
        for lift, sets, mean, before, mean_before in rows[:_MOST_LIFTS]
    ]


def _before(now: float | None, difference: float | None) -> float | None:
    return None if now is None or difference is None else round(now - difference, 1)


def year_squares(weeks: Sequence[KeptWeek]) -> list[Square]:
    """Return a square for each day of these weeks of a year, shaded by its repetitions."""
    reps: dict[str, int] = defaultdict(int)
    trained = set()
    for session in (one for week in weeks for one in week.counted):
        reps[session.date] += session.reps or 0
        trained |= {session.date} if session.title else set()
    most = max(reps.values(), default=0)
    squares = []
    for week in weeks:
        for number, day in enumerate(map(date.isoformat, days_of(week.week))):
            shade = min(4, 1 + 4 * reps[day] // (most + 1)) if day in trained else 0
            squares.append(Square(round((week.week.week - 1) * SQUARE, 1), round(number * SQUARE, 1), shade))
    return squares


def height_of(percent: float) -> float:
    """Return the position of a percent in a picture of dots."""
    inside = min(max(percent, _LEAST_PERCENT), _MOST_PERCENT)
    return round(_DOTS_HEIGHT * (_MOST_PERCENT - inside) / (_MOST_PERCENT - _LEAST_PERCENT), 1)


def paths_of(dots: Iterable[tuple[date, float, int | None]], year: int) -> dict[int, str]:
    """Return dots of a year, each given as day, percent and repetitions, as the `d` of a path for each class of
    repetitions. A unit of x is a day, so they are the same in a picture of any length."""
    paths: dict[int, dict[str, None]] = defaultdict(dict)
    for day, percent, reps in dots:
        paths[_reps_class(reps)][f"M{(day - date(year, 1, 1)).days} {height_of(percent):g}h0"] = None
    return {number: "".join(paths[number]) for number in sorted(paths)}


def dots_of_year(year: int, paths: dict[int, str], scale: Scale) -> DotsOfYear:
    """Return the paths of a year at their place."""
    return DotsOfYear(scale.x(date(year, 1, 1)), round(scale.day, 5), paths)


def class_name(number: int) -> str:
    """Return the repetitions of a class of dots."""
    return ["1", "2", "3", "4–5", "6+"][number]


def _reps_class(reps: int | None) -> int:
    if reps is None:
        return 0
    return next((number for number, most in enumerate(_REPS_CLASSES) if reps <= most), len(_REPS_CLASSES))
