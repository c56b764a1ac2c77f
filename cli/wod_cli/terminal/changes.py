"""The differences between two readings of the same sessions, for a terminal of 80 columns."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten
from typing import Any

from wod_cli.posts.line_changes import LINEAGE, Change
from wod_cli.terminal.prescription_line import prescription_line
from wod_cli.terminal.text import counted

_WIDTH = 80


def shown_changes(kinds: Mapping[str, Sequence[Change]], samples: int) -> Iterator[str]:
    """Yield the lines: for each kind the number of differences, and some of them, before and after."""
    for kind, found in sorted(kinds.items(), key=lambda pair: (pair[0] == LINEAGE, -len(pair[1]))):
        weeks = {change.week for change in found}
        yield f"{kind}: {len(found)}, in {counted(len(weeks), 'week')}"
        if kind == LINEAGE:
            yield f"  {', '.join(sorted({name for change in found for name in change.before}))}"
            continue
        for change in found[:samples]:
            segment = f" {change.segment.upper()}" if change.segment else ""
            yield _short(f"  {change.day} {change.session}{segment}: {change.text}")
            for sign, value in zip("-+", _both(change), strict=True):
                if value is not None:
                    yield _short(f"    {sign} {value}")
        if len(found) > samples > 0:
            yield f"  … and {len(found) - samples} more"


def _both(change: Change) -> tuple[str | None, str | None]:
    """Return both sides as texts: the prescriptions in words if that shows the difference, else the values."""
    old, new = change.readings
    if old or new:
        texts = (prescription_line(old) if old else None, prescription_line(new) if new else None)
        if texts[0] != texts[1]:
            return texts
    if change.before == change.text or change.after == change.text:  # the line itself came or went
        return ("gone" if change.after is None else None), ("new" if change.before is None else None)
    return _value(change.before), _value(change.after)


def _value(value: Any) -> str | None:
    if isinstance(value, dict):
        return ", ".join(f"{name} {inner}" for name, inner in value.items())
    return None if value is None else str(value)


def _short(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return " " * indent + shorten(line, _WIDTH - indent, placeholder=" …")
