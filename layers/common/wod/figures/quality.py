"""How much of a week's text was read, and what is doubtful in it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

from wod.figures.segments import segments_of
from wod.figures.shapes import KindOfLine, Preamble, Quality, QualityFinding
from wod.models import LineKind, Rule, SessionRecord

_NOT_READ: tuple[LineKind, ...] = ("note", "unread")
_NOT_RECOGNISED: tuple[Rule, ...] = ("unread", "number", "note")


def quality_of(sessions: Sequence[SessionRecord], preambles: Mapping[int, list[str]]) -> Quality:
    """Return the quality of the text of these sessions; `preambles` has the lines before the first day by post id."""
    kinds = Counter(line.kind for session in sessions for line in session.lines)
    lines, notes, unread = kinds.total(), kinds["note"], kinds["unread"]
    doubtful = sum(map(_doubtful_lines, sessions))
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
    )


def _doubtful_lines(session: SessionRecord) -> int:
    """Return the number of lines that were read, or taken for notes, and have a finding all the same."""
    not_recognised = {
        (finding.segment, finding.line) for finding in session.findings if finding.rule in _NOT_RECOGNISED
    }
    if not not_recognised:
        return 0
    texts = {
        (letter, number): line
        for letter, text in segments_of(session).items()
        for number, line in enumerate(text.split("\n"))
    }
    return sum(
        line.kind != "unread" and (line.segment, texts.get((line.segment, line.line), "")) in not_recognised
        for line in session.lines
    )
