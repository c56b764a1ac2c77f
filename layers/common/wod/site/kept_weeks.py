"""The history of each week between two renderings: the input of the pages of all weeks, and the coach's changes since a
session was first shown."""

import hashlib
from collections.abc import Callable
from copy import replace
from typing import Annotated

import msgspec
from msgspec import Meta

from wod.blog import Blog
from wod.figures.segments import segments_of
from wod.figures.shapes import Volume, WeekFigures
from wod.lifting.prescribed_load import prescribed_load
from wod.models import Prescription, SessionRecord, Week
from wod.shape import Date, Shape
from wod.site.board import HEADING, TITLE_LINE
from wod.site.edits import Change, Line, changes_between, new_session, still_there, with_new
from wod.site.titles import title_of
from wod.site.words import words_of


class Lifted(Shape, omit_defaults=True):
    """Sets of one lift, as the page of the lift shows them."""

    lift: str
    movement: str
    sets: int | None
    reps: int | None
    percent_min: float | None
    percent_max: float | None
    rep_max_test: int | None = None

    @property
    def mean_percent(self) -> float | None:
        """The middle of the percents; None if none is stated."""
        percents = [percent for percent in (self.percent_min, self.percent_max) if percent is not None]
        return sum(percents) / len(percents) if percents else None


class KeptSession(Shape, omit_defaults=True):
    """A session of a week. `sequence` counts its changes, as calendars need it.

    A session that an edit removed keeps its name and title. If its post is gone, it keeps none of the coach's words.
    """

    date: Date
    session: str
    level: str | None
    counted: bool
    title: str
    reps: int | None = None
    minutes: float | None = None
    lifted: tuple[Lifted, ...] = ()
    texts: Annotated[dict[str, str], Meta(description="Of each segment; the warm-up's has no letter")] = msgspec.field(
        default_factory=dict
    )
    titles: Annotated[dict[str, str], Meta(description="Of the segments that have one")] = msgspec.field(
        default_factory=dict
    )
    changes: tuple[Change, ...] = ()
    post_id: int
    modified: str
    event: Annotated[str, Meta(description="Its name in calendars, which no edit changes; empty: of its heading")] = ""
    sequence: int = 0
    removed: bool = False
    taken_out: Annotated[str | None, Meta(description="When an edit took it out, GMT")] = None

    @property
    def event_name(self) -> str:
        """The part of its event's UID that distinguishes it from the others of its day."""
        return self.event or _event_of(self.session)

    @property
    def lines(self) -> list[Line]:
        """The coach's lines, in order, with the heading and the titles."""
        segment, line = HEADING
        lines = [Line(segment=segment, line=line, text=self.session)]
        for letter, whole in self.texts.items():
            if letter in self.titles:
                lines.append(Line(segment=letter, line=TITLE_LINE, text=self.titles[letter]))
            lines += [Line(segment=letter, line=number, text=text) for number, text in enumerate(whole.split("\n"))]
        return lines


class KeptWeek(Shape, omit_defaults=True):
    """A week, including its removed sessions."""

    week: Week
    sessions: list[KeptSession]
    posts: Annotated[dict[int, str], Meta(description="The modification of each post, GMT")] = msgspec.field(
        default_factory=dict
    )

    @property
    def current(self) -> list[KeptSession]:
        """The sessions that are not removed."""
        return [one for one in self.sessions if not one.removed]

    @property
    def counted(self) -> list[KeptSession]:
        """The current sessions that the week's figures count."""
        return [one for one in self.current if one.counted]

    @property
    def trained(self) -> list[KeptSession]:
        """The counted sessions that prescribe something."""
        return [one for one in self.counted if one.title]


class KeptYear(Shape):
    """The weeks of an ISO year, in order."""

    year: int
    weeks: list[KeptWeek]

    def week(self, number: int) -> KeptWeek | None:
        """Return the week with this number, if it is in the history."""
        return next((one for one in self.weeks if one.week.week == number), None)

    def with_week(self, week: KeptWeek) -> "KeptYear":
        """Return the year with the stored week replaced by this one."""
        others = [one for one in self.weeks if one.week != week.week]
        return replace(self, weeks=sorted([*others, week], key=lambda one: one.week.week))


def keep(
    week: Week, records: list[SessionRecord], figures: WeekFigures | None, before: KeptWeek | None, blog: Blog
) -> KeptWeek:
    """Return the history of a week, given its records, its figures and its history before.

    The result depends only on these, so a second rendering of the same week keeps the same.
    """
    held = list(before.sessions) if before else []
    shown = before.posts if before else {}
    volumes = {(one.date, one.session): one.volume for one in figures.sessions} if figures else {}
    posts = {record.source.post_id: record.source.modified_gmt for record in records}
    edited = {post for post, modified in posts.items() if post in shown and modified > shown[post]}
    events = {(one.date, one.event_name) for one in held}
    sessions = []
    for record, was in zip(records, _matched(records, held), strict=True):
        new = _shown(record, volumes.get((record.date, record.session)), blog)
        if was is None and (new.date, new.event_name) in events:  # of a session that was renamed
            new = replace(new, event=_event_of(f"{new.session} {new.modified}"))
        sessions.append(_beside(was, new, is_edit=new.post_id in edited))
    sessions += [_gone(one, posts.get(one.post_id), is_edit=one.post_id in edited) for one in held]
    sessions.sort(key=lambda one: (one.date, one.removed))
    return KeptWeek(week=week, sessions=sessions, posts=posts)


def _event_of(heading: str) -> str:
    return hashlib.sha256(heading.encode()).hexdigest()[:12]


def _matched(records: list[SessionRecord], held: list[KeptSession]) -> list[KeptSession | None]:
    """Return the stored session of each record, and remove it from `held`.

    It has the heading of the record, or is a session of the same day and post whose heading is gone.
    """

    def take(is_it: Callable[[KeptSession], bool]) -> KeptSession | None:
        found = next(filter(is_it, held), None)
        if found:
            held.remove(found)
        return found

    def same(record: SessionRecord) -> KeptSession | None:
        heading = (record.date, record.session)
        event = (record.date, _event_of(record.session))
        return take(lambda one: heading == (one.date, one.session)) or take(
            lambda one: not one.session and event == (one.date, one.event)
        )

    def renamed(record: SessionRecord) -> KeptSession | None:
        place = (record.date, record.source.post_id)
        return take(lambda one: not one.removed and place == (one.date, one.post_id))

    by_heading = [same(record) for record in records]
    return [was or renamed(record) for record, was in zip(records, by_heading, strict=True)]


def _shown(record: SessionRecord, volume: Volume | None, blog: Blog) -> KeptSession:
    """Return a session as shown for the first time."""
    return KeptSession(
        date=record.date,
        session=record.session,
        level=record.level,
        counted=record.counted,
        title=title_of(record.prescriptions, words_of(blog.language_name)),
        reps=volume.reps_min if volume else None,
        minutes=volume.minutes if volume else None,
        lifted=tuple(one for p in record.prescriptions if (one := _lifted(p, blog))),
        texts={segment: text for segment, text in {"": record.warm_up, **segments_of(record)}.items() if text},
        titles=record.segment_titles,
        post_id=record.source.post_id,
        modified=record.source.modified_gmt,
    )


def _beside(was: KeptSession | None, new: KeptSession, *, is_edit: bool) -> KeptSession:
    """Return a session with its changes since the stored one."""
    if is_edit and (was is None or was.removed):
        new = replace(new, changes=(new_session(new.session, new.modified),))
    if was is None:
        return new
    if was.removed or was.post_id != new.post_id:
        return replace(new, event=was.event, sequence=was.sequence + 1)
    changes = still_there(was.changes, new.lines)
    if is_edit:
        changes = with_new(changes, changes_between(was.lines, new.lines, new.modified))
    same = (was.session, was.title, was.texts) == (new.session, new.title, new.texts)
    return replace(
        new,
        changes=tuple(changes),
        event=was.event if was.session == new.session else was.event_name,
        sequence=was.sequence if same else was.sequence + 1,
        modified=was.modified if same else new.modified,
    )


def _gone(session: KeptSession, modified: str | None, *, is_edit: bool) -> KeptSession:
    """Return a removed session with what cancels it in calendars, and its name and title while its post exists.

    `modified` is the modification of its post; None if that is gone as well.
    """
    if session.removed and modified is not None:
        return session
    gone = KeptSession(
        date=session.date,
        session="",
        level=None,
        counted=session.counted,
        title="",
        post_id=session.post_id,
        modified=max(session.modified, modified or ""),
        event=session.event_name,
        sequence=session.sequence if session.removed else session.sequence + 1,
        removed=True,
    )
    if modified is None:
        return gone
    return replace(
        gone,
        session=session.session,
        level=session.level,
        title=session.title,
        taken_out=modified if is_edit else None,
    )


def _lifted(p: Prescription, blog: Blog) -> Lifted | None:
    """Return the sets on the page of a lift: those at a percent of it, and tests."""
    load = prescribed_load(msgspec.to_builtins(p), blog)
    lift = load.lift if load else p.lift if p.rep_max_test is not None else None
    if lift is None:
        return None
    return Lifted(
        lift=lift,
        movement=p.canonical_movement or p.movement,
        sets=p.sets,
        reps=p.reps_min,
        percent_min=p.percent_min,
        percent_max=p.percent_max,
        rep_max_test=p.rep_max_test,
    )
