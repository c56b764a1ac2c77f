"""The lines of a week's segments, each with its findings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from wod.figures.segments import segments_of
from wod.models import LineKind, Rule, SessionRecord

_NOT_RECOGNISED: frozenset[Rule] = frozenset({"unread", "number", "note"})


class TextLine(msgspec.Struct, frozen=True):
    """A line of a segment. `rules` are those of the findings about it."""

    session: SessionRecord
    kind: LineKind
    text: str
    rules: frozenset[Rule]

    @property
    def is_recognised(self) -> bool:
        """Return whether no finding says that part of the line was not read."""
        return self.kind != "unread" and not self.is_doubtful

    @property
    def is_doubtful(self) -> bool:
        """Return whether it was read, or taken for a note, and a finding says that part of it was not read."""
        return self.kind != "unread" and bool(self.rules & _NOT_RECOGNISED)


def text_lines(sessions: Iterable[SessionRecord]) -> Iterator[TextLine]:
    """Yield the lines of all segments, in order."""
    for session in sessions:
        texts = {letter: text.split("\n") for letter, text in segments_of(session).items()}
        rules: defaultdict[tuple[str, str], set[Rule]] = defaultdict(set)
        for finding in session.findings:
            rules[finding.segment, finding.line].add(finding.rule)
        for line in session.lines:
            lines = texts.get(line.segment, [])
            text = lines[line.line] if line.line < len(lines) else ""
            yield TextLine(session, line.kind, text, frozenset(rules.get((line.segment, text), ())))
