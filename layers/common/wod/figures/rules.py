"""Evaluate the rules of quality for a week. docs/quality.md defines them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from wod.figures.segments import is_training, segments_of
from wod.figures.shapes import QualityLine, QualityRule
from wod.figures.text_lines import TextLine
from wod.models import Rule, SessionRecord, Week
from wod.thresholds import RULES, Thresholds
from wod.weeks import days_of

MOST_LINES = 20
"""The most lines of a rule in gold; all findings are beside them."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_LONGEST_LINE = 200  # characters
_CONTRADICTIONS: frozenset[Rule] = frozenset({"clock", "sets", "percent"})
_CONTRADICTED_DATES: frozenset[Rule] = frozenset({"date", "weekday"})


class _Item(msgspec.Struct, frozen=True):
    """One item that a rule counts, kept or not: a day, a line, or each of the numbers of a line."""

    is_kept: bool
    date: str
    session: str
    text: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Judged:
    """The input of the rules: a week, its sessions, and the lines of their segments."""

    week: Week
    sessions: Sequence[SessionRecord]
    lines: Sequence[TextLine]


def rules_of(judged: Judged, thresholds: Thresholds) -> list[QualityRule]:
    """Return how much of a week meets each rule, in the order of their numbers.

    A week without sessions, because its posts are gone, has nothing that could break one.
    """
    return [
        _rule(number, name, list(_ITEMS_OF_RULE[name](judged)) if judged.sessions else [], getattr(thresholds, name))
        for number, name in enumerate(RULES, start=1)
    ]


def percent_of(part: int, whole: int) -> float | None:
    """Return the percent with one decimal, rounded down so that 100 means all; None if the total is 0."""
    return (1000 * part // whole) / 10 if whole else None


def _rule(number: int, name: str, items: list[_Item], threshold: float) -> QualityRule:
    total = sum(item.times for item in items)
    kept = sum(item.times for item in items if item.is_kept)
    is_below = 100 * kept < threshold * total
    broken = [item for item in items if not item.is_kept and item.times] if is_below else []
    return QualityRule(
        number=number,
        rule=name,
        kept=kept,
        total=total,
        percent=percent_of(kept, total),
        threshold=threshold,
        below=is_below,
        lines=[
            QualityLine(date=item.date, session=item.session, text=item.text[:_LONGEST_LINE])
            for item in broken[:MOST_LINES]
        ],
    )


def _days_stated(judged: Judged) -> Iterator[_Item]:
    stated = {session.date for session in judged.sessions}
    for day in days_of(judged.week):
        yield _Item(day.isoformat() in stated, day.isoformat(), "", "No post says what this day is for.")


def _days_read(judged: Judged) -> Iterator[_Item]:
    read = {session.date for session in judged.sessions if session.prescriptions}
    first: dict[str, SessionRecord] = {}
    for session in filter(is_training, judged.sessions):
        first.setdefault(session.date, session)
    for day, session in first.items():
        yield _item(session, "The day prescribes training, and nothing was read.", is_kept=day in read)


def _lines_read(judged: Judged) -> Iterator[_Item]:
    return (_item(line.session, line.text, is_kept=line.is_recognised) for line in judged.lines)


def _numbers_read(judged: Judged) -> Iterator[_Item]:
    for line in judged.lines:
        if line.kind != "note" or not line.is_recognised:  # numbers in prose do not count
            yield _item(line.session, line.text, is_kept=line.is_recognised, times=len(_NUMBER.findall(line.text)))


def _movements_known(judged: Judged) -> Iterator[_Item]:
    for session in judged.sessions:
        for prescription in session.prescriptions:
            yield _item(session, prescription.text, is_kept=prescription.canonical_movement is not None)


def _lines_consistent(judged: Judged) -> Iterator[_Item]:
    for line in judged.lines:
        if line.kind not in ("note", "unread"):
            yield _item(line.session, line.text, is_kept=not line.rules & _CONTRADICTIONS)


def _dates_consistent(judged: Judged) -> Iterator[_Item]:
    for session in judged.sessions:
        findings = [finding.message for finding in session.findings if finding.rule in _CONTRADICTED_DATES]
        yield _item(session, " ".join(findings), is_kept=not findings)


def _dates_stated(judged: Judged) -> Iterator[_Item]:
    for session in judged.sessions:
        yield _item(session, "The post names no day; the blog's setting does.", is_kept=not session.dated_by_setting)


def _sessions_distinct(judged: Judged) -> Iterator[_Item]:
    taken: set[tuple[str, ...]] = set()
    for session in judged.sessions:
        text = (session.date, *segments_of(session).values())
        yield _item(
            session, "Another session of the day has the same text.", is_kept=text not in taken or len(text) == 1
        )
        taken.add(text)


def _published_in_time(judged: Judged) -> Iterator[_Item]:
    for session in judged.sessions:
        published = session.source.published
        if is_training(session):
            yield _item(session, f"Its post was published at {published}.", is_kept=published[:10] <= session.date)


_ITEMS_OF_RULE: dict[str, Callable[[Judged], Iterator[_Item]]] = {
    "days_stated": _days_stated,
    "days_read": _days_read,
    "lines_read": _lines_read,
    "numbers_read": _numbers_read,
    "movements_known": _movements_known,
    "lines_consistent": _lines_consistent,
    "dates_consistent": _dates_consistent,
    "dates_stated": _dates_stated,
    "sessions_distinct": _sessions_distinct,
    "published_in_time": _published_in_time,
}


def _item(session: SessionRecord, text: str, *, is_kept: bool, times: int = 1) -> _Item:
    return _Item(is_kept, session.date, session.session, text, times)
