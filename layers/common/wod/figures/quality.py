"""How much of a week's text was read, and what is doubtful in it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

from wod.figures.rules import rules_of
from wod.figures.shapes import KindOfLine, Preamble, Quality, QualityFinding
from wod.figures.text_lines import text_lines
from wod.models import LineKind, SessionRecord, Week
from wod.thresholds import Thresholds

_NOT_READ: tuple[LineKind, ...] = ("note", "unread")


def quality_of(
    week: Week, sessions: Sequence[SessionRecord], preambles: Mapping[int, list[str]], thresholds: Thresholds
) -> Quality:
    """Return the quality of a week's sessions; `preambles` has the lines before the first day by post id."""
    kinds: Counter[LineKind] = Counter()
    doubtful = 0
    for line in text_lines(sessions):
        kinds[line.kind] += 1
        doubtful += line.is_doubtful
    lines, notes, unread = kinds.total(), kinds["note"], kinds["unread"]
    return Quality(
        lines=lines,
        read=lines - notes - unread,
        notes=notes,
        unread=unread,
        doubtful=doubtful,
        struck_out=sum(len(session.struck_out) for session in sessions),
        pictures=sum(len(session.pictures) for session in sessions),
        # Round down, because 100 is said of all lines only.
        percent_recognised=math.floor(1000 * (lines - unread - doubtful) / lines) / 10 if lines else None,
        kinds=[
            KindOfLine(kind=kind, lines=kinds[kind]) for kind in get_args(LineKind.__value__) if kind not in _NOT_READ
        ],
        findings=[
            QualityFinding(date=session.date, session=session.session, **dict(finding))
            for session in sessions
            for finding in session.findings
        ],
        preambles=[Preamble(post_id=post, lines=preambles[post]) for post in sorted(preambles) if preambles[post]],
        rules=rules_of(week, sessions, thresholds),
    )
