"""What a person should look at in what was read. Nothing is repaired because of it."""

from collections.abc import Iterable
from typing import Any

from wod.models import Finding
from wod.notation.elements import ReadLine
from wod.notation.values import Rhythm

MOST_PERCENT = 110
"""More than this is asked of pulls at most, and is worth a look."""

_LISTED = 40


def findings_of_line(segment: str, line: ReadLine) -> list[Finding]:
    """Return a finding for a line that nothing recognised, and for a note that looks like training."""
    if line.kind == "unread":
        message = "The line looks like training, but was not read: some of its words or numbers fit no notation."
        return [Finding(rule="unread", segment=segment, line=line.text, message=message)]
    if line.doubtful:
        message = "The line was taken for a note, but looks like training."
        return [Finding(rule="note", segment=segment, line=line.text, message=message)]
    return []


def findings_of_block(
    segment: str, line: str, rhythm: Rhythm, numbered: list[tuple[int, str, list[tuple[int, int]]]]
) -> list[Finding]:
    """Return findings for a block that contradicts itself: its clock, and the sets that its set lines name."""
    findings = []
    interval, total = rhythm.interval, rhythm.total
    sets = int(rhythm.sets.least) if rhythm.sets and rhythm.sets.least else None
    if interval and sets and total and total % (interval * sets):
        message = f"{sets} sets every {interval} seconds are {interval * sets} seconds, and not {total}."
        findings.append(Finding(rule="clock", segment=segment, line=line, message=message))
    known = int(rhythm.sets.most) if rhythm.sets and rhythm.sets.most else None
    # The sets are divided by the lines of each movement, or between movements: `Sets 1-3 = Snatch`, `Sets 4-6 = Clean`.
    together = [(0, numbered[0][1], [one for _, _, ranges in numbered for one in ranges])] if numbered else []
    if any(_contradiction(ranges, known) for _, _, ranges in together):
        for _, text, ranges in numbered:
            if message := _contradiction(ranges, known):
                findings.append(Finding(rule="sets", segment=segment, line=text, message=message))
    return findings


def _contradiction(ranges: list[tuple[int, int]], sets: int | None) -> str:
    stated = [number for first, last in ranges for number in range(first, last + 1)]
    wanted = list(range(1, (sets or max(stated)) + 1))
    if stated == wanted:
        return ""
    listed = ", ".join(map(str, stated[:_LISTED])) + ("…" if len(stated) > _LISTED else "")
    return f"The set lines name sets {listed}, and the scheme has {len(wanted)}."


def findings_of_prescriptions(segment: str, prescriptions: Iterable[dict[str, Any]]) -> list[Finding]:
    """Return findings for loads that are hardly meant and for movements that the catalogue does not know, once each."""
    findings: dict[tuple[str, str], Finding] = {}
    for one in prescriptions:
        percents = [percent for percent in (one["percent_min"], one["percent_max"]) if percent is not None]
        messages: list[tuple[str, str]] = []
        if percents and max(percents) > MOST_PERCENT:
            messages.append(("percent", f"{max(percents):g} percent are more than {MOST_PERCENT}."))
        if one["canonical_movement"] is None:
            messages.append(("movement", f"The catalogue does not know {one['movement']!r}."))
        for rule, message in messages:
            finding = Finding.model_validate(
                {"rule": rule, "segment": segment, "line": one["text"], "message": message}
            )
            findings.setdefault((rule, message), finding)
    return list(findings.values())
