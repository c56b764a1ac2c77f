"""Compute how much of a week's text was read, and which of it is doubtful."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec

from wod.figures.rules import Judged, percent_of, rules_of
from wod.figures.shapes import KindOfLine, Preamble, Quality, QualityFinding
from wod.figures.text_lines import text_lines
from wod.models import LineKind, SessionRecord, Week
from wod.thresholds import Thresholds

_NOT_READ: tuple[LineKind, ...] = ("note", "unread")


def quality_of(
    week: Week, sessions: Sequence[SessionRecord], preambles: Mapping[int, list[str]], thresholds: Thresholds
) -> Quality:
    """Return the quality of a week's sessions; `preambles` has the lines before the first day by post id."""
    lines = list(text_lines(sessions))
    kinds: Counter[LineKind] = Counter(line.kind for line in lines)
    return Quality(
        lines=len(lines),
        read=len(lines) - sum(kinds[kind] for kind in _NOT_READ),
        notes=kinds["note"],
        unread=kinds["unread"],
        doubtful=sum(line.is_doubtful for line in lines),
        struck_out=sum(len(session.struck_out) for session in sessions),
        pictures=sum(len(session.pictures) for session in sessions),
        percent_recognised=percent_of(sum(line.is_recognised for line in lines), len(lines)),
        kinds=[
            KindOfLine(kind=kind, lines=kinds[kind]) for kind in get_args(LineKind.__value__) if kind not in _NOT_READ
        ],
        findings=[
            QualityFinding(date=session.date, session=session.session, **msgspec.structs.asdict(finding))
            for session in sessions
            for finding in session.findings
        ],
        preambles=[Preamble(post_id=post, lines=preambles[post]) for post in sorted(preambles) if preambles[post]],
        rules=rules_of(Judged(week, sessions, lines), thresholds),
    )
