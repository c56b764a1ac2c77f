"""What the site keeps of each week between two renderings: what the pages of all weeks are made of, and what the coach
changed since a session was first shown."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Annotated, Self

from pydantic import Field

from wod.figures.segments import segments_of
from wod.figures.shapes import Volume, WeekFigures
from wod.lifting.asked import asked_load
from wod.models import Date, Prescription, SessionRecord, Shape, Time, Week
from wod.site.board import Edit, Place
from wod.site.titles import title_of

_MOST_CHANGES = 50
"""Of one session: a coach who rewrites a session every day must not fill the bucket."""


class Lifted(Shape):
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


class Line(Shape):
    """A line of the coach. The warm-up's segment is empty."""

    segment: str
    line: int
    text: str


class Change(Line):
    """A line that the coach changed (`text` stands there now), put in (nothing before) or took out (no text)."""

    before: str
    when: Annotated[Time, Field(description="The modification of the post, GMT")]


class KeptSession(Shape):
    """A session of a week. `sequence` counts its changes, as a calendar wants it."""

    date: Date
    session: str
    level: str | None
    counted: bool
    title: str
    reps: int | None = None
    minutes: float | None = None
    lifted: tuple[Lifted, ...] = ()
    texts: dict[str, str] = Field(default_factory=dict, description="Of each segment; the warm-up's has no letter")
    changes: tuple[Change, ...] = ()
    post_id: int
    modified: Time
    sequence: int = 0
    removed: bool = False

    @property
    def lines(self) -> list[Line]:
        """The coach's lines, in order."""
        return [
            Line(segment=segment, line=number, text=text)
            for segment, whole in self.texts.items()
            for number, text in enumerate(whole.split("\n"))
        ]


class KeptWeek(Shape):
    """A week, with the sessions that were taken out of it."""

    week: Week
    sessions: list[KeptSession]

    @property
    def current(self) -> list[KeptSession]:
        """The sessions that are not taken out."""
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
        """Return the week with this number, if it was ever kept."""
        return next((one for one in self.weeks if one.week.week == number), None)

    def with_week(self, week: KeptWeek) -> Self:
        """Return the year with this week in the place of what was kept of it."""
        others = [one for one in self.weeks if one.week != week.week]
        return self.model_copy(update={"weeks": sorted([*others, week], key=lambda one: one.week.week)})


def keep(week: Week, records: list[SessionRecord], figures: WeekFigures | None, before: KeptWeek | None) -> KeptWeek:
    """Return what to keep of a week, given its records, its figures and what was kept before.

    The result depends only on these, so a second rendering of the same week keeps the same.
    """
    held = {(one.date, one.session): one for one in before.sessions} if before else {}
    volumes = {(one.date, one.session): one.volume for one in figures.sessions} if figures else {}
    sessions = [
        _session(record, volumes.get((record.date, record.session)), held.pop((record.date, record.session), None))
        for record in records
    ]
    last = max((record.source.modified_gmt for record in records), default="")
    sessions += [_removed(one, last) for one in held.values()]
    sessions.sort(key=lambda one: (one.date, one.removed))
    return KeptWeek(week=week, sessions=sessions)


def edits_of(session: KeptSession) -> tuple[dict[Place, Edit], list[Edit]]:
    """Return the edits of a session by the place of the line that stands there now, and what was taken out."""
    edits, taken_out = {}, []
    for change in session.changes:
        edit = Edit(change.before, change.when)
        if change.text:
            edits[change.segment, change.line] = edit
        else:
            taken_out.append(edit)
    return edits, taken_out


def _session(record: SessionRecord, volume: Volume | None, held: KeptSession | None) -> KeptSession:
    new = KeptSession(
        date=record.date,
        session=record.session,
        level=record.level,
        counted=record.counted,
        title=title_of(record.prescriptions),
        reps=volume.reps_min if volume else None,
        minutes=volume.minutes if volume else None,
        lifted=tuple(one for p in record.prescriptions if (one := _lifted(p))),
        texts={segment: text for segment, text in {"": record.warm_up, **segments_of(record)}.items() if text},
        post_id=record.source.post_id,
        modified=record.source.modified_gmt,
    )
    if held is None:
        return new
    if held.removed or held.post_id != new.post_id:
        return new.model_copy(update={"sequence": held.sequence + 1})
    changes = _still_there(held.changes, new.lines)
    if record.source.modified_gmt > held.modified:
        changes = _with(changes, changes_between(held.lines, new.lines, record.source.modified_gmt))
    same = (held.title, held.texts) == (new.title, new.texts)
    return new.model_copy(
        update={
            "changes": tuple(changes),
            "sequence": held.sequence if same else held.sequence + 1,
            "modified": held.modified if same else new.modified,
        }
    )


def _removed(session: KeptSession, last: str) -> KeptSession:
    """Keep of a session that is gone only what takes it out of calendars."""
    if session.removed:
        return session
    return KeptSession(
        date=session.date,
        session=session.session,
        level=session.level,
        counted=session.counted,
        title=session.title,
        post_id=session.post_id,
        modified=max(session.modified, last),
        sequence=session.sequence + 1,
        removed=True,
    )


def changes_between(before: Sequence[Line], after: Sequence[Line], when: str) -> list[Change]:
    """Return the lines of `after` that differ, with what stood there before, and the lines that are gone."""
    changes = []
    matcher = SequenceMatcher(a=[line.text for line in before], b=[line.text for line in after], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        old, new = before[first:last], after[start:end]
        for number in range(max(len(old), len(new))):
            stood = old[number].text if number < len(old) else ""
            place = new[number] if number < len(new) else Line(segment=old[number].segment, line=-1, text="")
            changes.append(Change(**place.model_dump(), before=stood, when=when))
    return changes


def _still_there(changes: Sequence[Change], lines: Sequence[Line]) -> list[Change]:
    """Return the changes whose line says the same now, at the place where it stands now."""
    places = {line.text: line for line in reversed(lines)}
    exact = {(line.segment, line.line, line.text) for line in lines}
    kept = []
    for change in changes:
        if not change.text or (change.segment, change.line, change.text) in exact:
            kept.append(change)
        elif change.text in places:
            place = places[change.text]
            kept.append(change.model_copy(update={"segment": place.segment, "line": place.line}))
    return kept


def _with(changes: list[Change], new: list[Change]) -> list[Change]:
    replaced = {(one.segment, one.line) for one in new if one.text}
    return [*(one for one in changes if (one.segment, one.line) not in replaced), *new][-_MOST_CHANGES:]


def _lifted(p: Prescription) -> Lifted | None:
    """Return what is shown on the page of a lift: sets at a percent of it, and tests."""
    asked = asked_load(p.model_dump())
    lift = asked.lift if asked else p.lift if p.rep_max_test is not None else None
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
