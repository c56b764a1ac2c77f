"""The differences between two readings of the same sessions, line by line, each with its kind."""

from collections.abc import Iterable, Iterator, Sequence
from copy import replace
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from string import ascii_lowercase
from typing import Any

from wod.week_file import texts_of

type Record = dict[str, Any]
"""A record of silver."""

type Sessions = dict[tuple[str, str], Record]
"""Records by date and session."""

SESSION_ADDED, SESSION_REMOVED, LINEAGE = "session added", "session removed", "lineage only"

_GROUPS = {
    "movement": ("movement", "canonical_movement", "family", "lift", "complex"),
    "sets": ("sets", "sets_max", "first_set", "last_set"),
    "reps": (
        *("reps_min", "reps_max", "reps_per_set", "cluster", "max_reps", "each_side", "reps_women", "rep_max_test"),
    ),
    "amount": (
        *("duration_seconds_min", "duration_seconds_max", "distance", "distance_max", "distance_women"),
        *("distance_unit", "calories_min", "calories_max", "calories_women"),
    ),
    "percent": ("percent_min", "percent_max", "percent_of", "percent_of_rep_max"),
    "load": ("weight", "weight_max", "weight_women", "weight_unit", "rpe_min", "rpe_max", "load_text"),
    "tempo": ("tempo",),
    "clock": ("format", "interval_seconds", "total_seconds", "rest_seconds", "rest_seconds_max"),
    "remark": ("remark",),
    "scheme": ("block",),
}
"""The kinds of readings of a line, with the fields of a prescription that belong to each."""

_KIND_OF_FIELD = {field: kind for kind, fields in _GROUPS.items() for field in fields}
# The place of a prescription is compared by the lines themselves.
_PLACES = {"segment", "line", "text"}
_SEGMENTS = {f"segment_{letter}" for letter in ascii_lowercase}
_READ = {"prescriptions", "lines", "findings", "source", "date", "session"}


@dataclass(frozen=True)
class Change:
    """One difference. `before` and `after` have only the fields that differ, and None for a missing side."""

    kind: str
    day: str
    session: str
    segment: str
    text: str
    before: Any
    after: Any
    readings: tuple[Record | None, Record | None] = (None, None)
    """The whole prescriptions, if it is one that differs."""
    post: tuple[str, ...] = ()
    """Id and slug of the post."""

    @property
    def line(self) -> tuple[str, str, str, str]:
        """Name the line that the difference is in."""
        return self.day, self.session, self.segment, self.text

    @property
    def week(self) -> tuple[int, int]:
        """Return the ISO year and week."""
        return date.fromisoformat(self.day).isocalendar()[:2]


def changes(before: Sessions, after: Sessions) -> Iterator[Change]:
    """Yield each difference, in the order of the dates. A session's lineage counts only if nothing else differs."""
    for key in sorted({*before, *after}):
        source = (after.get(key) or before[key])["source"]
        for change in _of_key(key, before.get(key), after.get(key)):
            yield replace(change, post=(str(source["post_id"]), source["slug"]))


def _of_key(key: tuple[str, str], before: Record | None, after: Record | None) -> Iterator[Change]:
    if before is None or after is None:
        kind = SESSION_ADDED if before is None else SESSION_REMOVED
        for segment, text in _lines_of(after or before or {}):
            lines = (None, text) if before is None else (text, None)
            yield Change(kind, *key, segment, text, *lines)
        return
    found = list(_of_session(before, after))
    yield from found
    if not found and before != after:
        old, new = _differing(before["source"], after["source"])
        yield Change(LINEAGE, *key, "", "", old, new)


def count_lines(sessions: Sessions) -> int:
    """Return how many lines there are, of all segments; a session without any counts as one."""
    return sum(len(_lines_of(record)) for record in sessions.values())


def _lines_of(record: Record) -> list[tuple[str, str]]:
    """Return the segment and the text of each line."""
    lines = [(segment, text) for segment in _segments(record) for text in _texts(record, segment)]
    return lines or [("", record["session"])]


def _segments(*records: Record) -> list[str]:
    return sorted({letter for record in records for letter in texts_of(record)})


def _texts(record: Record, segment: str) -> list[str]:
    text = record.get(f"segment_{segment}", "")
    return text.split("\n") if text else []


def _of_session(before: Record, after: Record) -> Iterator[Change]:
    where = (after["date"], after["session"])
    for name in sorted({*before, *after} - _READ):
        if before.get(name) != after.get(name) and name not in _SEGMENTS:
            yield Change(name.replace("_", " "), *where, "", name, before.get(name), after.get(name))
    for segment in _segments(before, after):
        yield from _of_segment(where, segment, before, after)
    yield from _of_findings(where, before["findings"], after["findings"])


def _of_segment(where: tuple[str, str], segment: str, before: Record, after: Record) -> Iterator[Change]:
    old, new = _texts(before, segment), _texts(after, segment)
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            for text in old[i:i_end]:
                yield Change("text", *where, segment, text, text, None)
            for text in new[j:j_end]:
                yield Change("text", *where, segment, text, None, text)
            continue
        for place in range(i_end - i):
            line = new[j + place]
            kinds = _kind_of(before, segment, i + place), _kind_of(after, segment, j + place)
            if kinds[0] != kinds[1]:
                yield Change("kind of line", *where, segment, line, *kinds)
            readings = _read(before, segment, i + place), _read(after, segment, j + place)
            yield from _of_line((*where, segment, line), *readings)


def _of_line(line: tuple[str, str, str, str], before: list[Record], after: list[Record]) -> Iterator[Change]:
    for old, new in zip(before, after, strict=False):
        names = {name for name in {*old, *new} - _PLACES if old.get(name) != new.get(name)}
        for kind in sorted({_KIND_OF_FIELD.get(name, name) for name in names}):
            fields = sorted(name for name in names if _KIND_OF_FIELD.get(name, name) == kind)
            values = [{name: one.get(name) for name in fields} for one in (old, new)]
            yield Change(kind, *line, values[0], values[1], (old, new))
    for old in before[len(after) :]:
        yield Change("prescription removed", *line, old["movement"], None, (old, None))
    for new in after[len(before) :]:
        yield Change("prescription added", *line, None, new["movement"], (None, new))


def _of_findings(where: tuple[str, str], before: Sequence[Record], after: Sequence[Record]) -> Iterator[Change]:
    for one in _without(before, after):
        yield Change("finding gone", *where, one["segment"], one["line"], f"{one['rule']}: {one['message']}", None)
    for one in _without(after, before):
        yield Change("finding new", *where, one["segment"], one["line"], None, f"{one['rule']}: {one['message']}")


def _without(found: Iterable[Record], others: Iterable[Record]) -> list[Record]:
    """Return the values that are in one list more often than in the other."""
    left, rest = list(others), []
    for one in found:
        if one in left:
            left.remove(one)
        else:
            rest.append(one)
    return rest


def _kind_of(record: Record, segment: str, line: int) -> str | None:
    return next(
        (one["kind"] for one in record.get("lines", []) if (one["segment"], one["line"]) == (segment, line)), None
    )


def _read(record: Record, segment: str, line: int) -> list[Record]:
    return [one for one in record["prescriptions"] if (one["segment"], one.get("line", 0)) == (segment, line)]


def _differing(before: Record, after: Record) -> tuple[Record, Record]:
    names = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}
