"""The coach's changes of a session, line by line."""

from collections.abc import Sequence
from copy import replace
from difflib import SequenceMatcher
from typing import Annotated

import msgspec
from msgspec import Meta

from wod.shape import Shape
from wod.site.board import HEADING, Edit, Place

_MOST_CHANGES = 50
"""The most changes of one session: a coach who rewrites it every day must not fill the bucket."""


class Line(Shape):
    """A line of the coach, at its place: a segment (empty for the warm-up) and a number, TITLE_LINE, or HEADING."""

    segment: str
    line: int
    text: str


class Change(Line):
    """A line that the coach changed (`text` is the current one), added (nothing before) or removed (no text)."""

    before: str
    when: Annotated[str, Meta(description="The modification of the post, GMT")]


def new_session(heading: str, when: str) -> Change:
    """Return the change of an added session: a heading with nothing before."""
    segment, line = HEADING
    return Change(segment=segment, line=line, text=heading, before="", when=when)


def changes_between(before: Sequence[Line], after: Sequence[Line], when: str) -> list[Change]:
    """Return the lines of `after` that differ, with their text before, and the removed lines."""
    changes = []
    matcher = SequenceMatcher(a=[line.text for line in before], b=[line.text for line in after], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        old, new = before[first:last], after[start:end]
        for number in range(max(len(old), len(new))):
            stood = old[number].text if number < len(old) else ""
            place = new[number] if number < len(new) else Line(segment=old[number].segment, line=-1, text="")
            changes.append(Change(**msgspec.to_builtins(place), before=stood, when=when))
    return changes


def still_there(changes: Sequence[Change], lines: Sequence[Line]) -> list[Change]:
    """Return the changes whose line is unchanged, at its current place."""
    places = {line.text: line for line in reversed(lines)}
    exact = {(line.segment, line.line, line.text) for line in lines}
    kept = []
    for change in changes:
        if not change.text or (change.segment, change.line, change.text) in exact:
            kept.append(change)
        elif change.text in places:
            place = places[change.text]
            kept.append(replace(change, segment=place.segment, line=place.line))
    return kept


def with_new(changes: list[Change], new: list[Change]) -> list[Change]:
    """Return the changes with new ones, which replace those of the same lines; at most the newest fifty."""
    replaced = {(one.segment, one.line) for one in new if one.text}
    # A removed line has no place of its own, so no later change replaces it.
    kept = [one for one in changes if not one.text or (one.segment, one.line) not in replaced]
    return [*kept, *new][-_MOST_CHANGES:]


def edits_of(changes: Sequence[Change]) -> tuple[dict[Place, Edit], list[Edit]]:
    """Return the edits of a session by the place of their current line, and the removed lines."""
    edits, taken_out = {}, []
    for change in changes:
        edit = Edit(change.before, change.when)
        if change.text:
            edits[change.segment, change.line] = edit
        else:
            taken_out.append(edit)
    return edits, taken_out
