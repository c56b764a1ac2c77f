"""The page of a week: its days, each with its sessions, and the week's figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from wod.blog import Blog
from wod.figures.shapes import WeekFigures
from wod.models import SessionRecord, Week
from wod.site.board import Board, board_of
from wod.site.edits import edits_of
from wod.site.kept_weeks import KeptSession, KeptWeek
from wod.site.pictures import Compared, ZoneBar, compared, zone_bars
from wod.site.videos import Video, is_safe
from wod.site.words import Words, words_of
from wod.weeks import days_of, week_path

type DayKind = Literal["session", "rest", "missing"]


@dataclass(frozen=True)
class Beside:
    """A week before or after, as a link."""

    path: str
    title: str


@dataclass(frozen=True)
class TakenOut:
    """A session that the coach removed: its name, which may be empty, its lifts, and when (UTC)."""

    name: str
    title: str
    when: str


@dataclass(frozen=True)
class DayView:
    """One day of the week. `before` and `after` are addresses, empty at the ends of what is stored."""

    date: str
    label: str
    long: str
    initial: str
    kind: DayKind
    what: str
    changed: bool
    boards: list[Board]
    taken_out: list[TakenOut]
    before: str
    after: str


@dataclass(frozen=True)
class SessionLine:
    """A session of the week in one line."""

    date: str
    day: str
    title: str
    minutes: float | None


@dataclass(frozen=True)
class Test:
    """A test of the week."""

    movement: str
    rep_max: int
    day: str


@dataclass(frozen=True)
class WeekView:
    """A week, ready to be shown."""

    title: str
    gist: str
    days: list[DayView]
    earlier: Beside | None
    later: Beside | None
    posts: list[Video]
    overview: list[SessionLine]
    zones: list[ZoneBar]
    compared: list[Compared]
    has_before: bool
    tests: list[Test]
    not_read: int
    lines: int


def week_title(week: Week, words: Words) -> str:
    """Return `8–14 March 2021`."""
    return words.span(date.fromisoformat(week.start_date), date.fromisoformat(week.end_date))


def week_view(
    kept: KeptWeek,
    records: Sequence[SessionRecord],
    figures: WeekFigures | None,
    earlier: Week | None,
    later: Week | None,
    blog: Blog,
) -> WeekView:
    """Return the week with its sessions and, if gold has its figures, their pictures.

    `earlier` and `later` are the nearest weeks that are stored.
    """
    words = words_of(blog.language_name)
    boards = [_board(record, kept, blog) for record in records]
    return WeekView(
        title=week_title(kept.week, words),
        gist=". ".join(
            f"{words.weekday(date.fromisoformat(one.date), short=True)}: {one.title}" for one in kept.trained
        ),
        days=[_day(day, boards, _taken_out(day, kept, words), earlier, later, words) for day in days_of(kept.week)],
        earlier=_beside(earlier, words),
        later=_beside(later, words),
        posts=_posts(records),
        overview=[_line_of(one, words) for one in kept.trained],
        **_figures(figures, words),
    )


def _figures(figures: WeekFigures | None, words: Words) -> dict[str, Any]:
    if figures is None:
        return {"zones": [], "compared": [], "has_before": False, "tests": [], "not_read": 0, "lines": 0}
    quality = figures.quality
    return {
        "zones": zone_bars(figures),
        "compared": compared(figures),
        "has_before": figures.comparison is not None,
        "tests": [Test(one.movement, one.rep_max, words.day(date.fromisoformat(one.date))) for one in figures.tests],
        "not_read": quality.unread + quality.doubtful,
        "lines": quality.lines,
    }


def _line_of(session: KeptSession, words: Words) -> SessionLine:
    day = words.day(date.fromisoformat(session.date))
    return SessionLine(session.date, day, session.title, session.minutes)


def _board(record: SessionRecord, kept: KeptWeek, blog: Blog) -> Board:
    edits, taken_out = next(
        (edits_of(one.changes) for one in kept.current if (one.date, one.session) == (record.date, record.session)),
        ({}, []),
    )
    return board_of(record, blog, edits, taken_out)


def _taken_out(day: date, kept: KeptWeek, words: Words) -> list[TakenOut]:
    return [
        TakenOut(words.without_day(one.session), one.title, one.taken_out)
        for one in kept.sessions
        if one.taken_out and one.date == day.isoformat()
    ]


def _day(
    day: date,
    boards: list[Board],
    taken_out: list[TakenOut],
    earlier: Week | None,
    later: Week | None,
    words: Words,
) -> DayView:
    boards = [one for one in boards if one.record.date == day.isoformat()]
    trained = any(board.segments or board.warm_up for board in boards)
    kind: DayKind = "missing" if not boards else "session" if trained else "rest"
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    return DayView(
        date=day.isoformat(),
        label=words.day(day),
        long=words.long_day(day),
        initial=words.weekday(day)[:1].upper(),
        kind=kind,
        what={"session": words("session"), "rest": words("rest day"), "missing": words("nothing")}[kind],
        changed=bool(taken_out) or any(board.edited for board in boards),
        boards=boards,
        taken_out=taken_out,
        before=f"#{before}" if day.weekday() else _address(earlier, before),
        after=f"#{after}" if day.weekday() < 6 else _address(later, after),
    )


def _address(week: Week | None, day: date) -> str:
    """Return the address of a day in the next or the last week that is stored, from the page of a week."""
    if week is None:
        return ""
    day = min(max(day, date.fromisoformat(week.start_date)), date.fromisoformat(week.end_date))
    return f"{week_path(week)}#{day}"


def _beside(week: Week | None, words: Words) -> Beside | None:
    return Beside(week_path(week), week_title(week, words)) if week else None


def _posts(records: Sequence[SessionRecord]) -> list[Video]:
    sources = [record.source for record in records if is_safe(record.source.link)]
    return list(dict.fromkeys(Video(source.title, source.link) for source in sources))
