"""Turn the lines of a session into prescriptions, set by set.

There are two passes. The first reads each line in the context of the lines above it (`wod.notation.segment_lines`). The
second groups the elements of the lines into blocks (`wod.notation.blocks.grouping`), and each entry of a block gives
prescriptions (`wod.notation.prescriptions`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from wod.models import Finding, Prescription
from wod.notation.blocks.grouping import blocks_of, without_titles
from wod.notation.blocks.retold import without_retold
from wod.notation.elements import ReadLine
from wod.notation.findings import findings_of_block, findings_of_line, findings_of_prescriptions
from wod.notation.grammar.notation import Notation
from wod.notation.misplaced import misplaced_in
from wod.notation.prescription_fields import Fields
from wod.notation.prescriptions import prescriptions_of
from wod.notation.segment_lines import lines_in_context


@dataclass
class SegmentReading:
    """The reading of a segment: each line with its kind, the prescriptions, and the findings."""

    lines: list[ReadLine] = field(default_factory=list)
    prescriptions: list[Prescription] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class SessionReading:
    """The reading of a session, in the form of silver."""

    prescriptions: list[Fields] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)


def read_session(
    segments: Mapping[str, Sequence[str]], notation: Notation, warm_ups: Mapping[str, Sequence[str]] | None = None
) -> SessionReading:
    """Read the lines of a session's segments, by their letters. No text is refused.

    Those of warm-ups are notes; `warm_ups` has them, by their letters, without the headings.
    """
    reading, warm_ups = SessionReading(), warm_ups or {}
    for letter in sorted(segments):
        if letter in warm_ups:
            reading.lines += [
                {"segment": letter, "line": place, "kind": "note"} for place in range(len(segments[letter]))
            ]
            reading.findings += map(msgspec.to_builtins, misplaced_in(warm_ups[letter], "warm-up", notation, letter))
            continue
        lines, prescriptions, findings = _read(letter, segments[letter], notation)
        reading.prescriptions += prescriptions
        reading.lines += [{"segment": letter, "line": place, "kind": line.kind} for place, line in enumerate(lines)]
        reading.findings += [msgspec.to_builtins(finding) for finding in findings]
    return reading


def read_segment(segment: str, text: str, notation: Notation) -> SegmentReading:
    """Read a segment: its letter in lower case, and its lines joined by newlines. No text is refused."""
    lines, prescriptions, findings = _read(segment, text.split("\n") if text else [], notation)
    return SegmentReading(lines, [msgspec.convert(one, Prescription) for one in prescriptions], findings)


def _read(segment: str, texts: Sequence[str], notation: Notation) -> tuple[list[ReadLine], list[Fields], list[Finding]]:
    lines = [line for line, _ in lines_in_context(texts, notation)]
    every = blocks_of(lines, notation)
    if any(line.is_told for line in lines):
        lines = without_retold(lines, every, notation.catalogue)
        every = blocks_of(lines, notation)
    blocks = without_titles([block for block in every if block.entries], notation.catalogue)
    empty = [block for block in every if not block.entries]
    prescriptions = list(prescriptions_of(segment, blocks, notation.catalogue))
    findings = [
        *(finding for line in lines for finding in findings_of_line(segment, line)),
        *(finding for block in (*blocks, *empty) for finding in findings_of_block(segment, block)),
        *findings_of_prescriptions(segment, prescriptions),
    ]
    return lines, prescriptions, findings
