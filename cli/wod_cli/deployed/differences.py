"""Compare silver, the table and gold with what bronze should give."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wod.errors import BadInput
from wod.figures.week import aggregate_week
from wod.keys import GOLD_PREFIX, SILVER_PREFIX, gold_key, quarantine_key, silver_key, week_of_key
from wod.models import Week
from wod.plumbing import objects
from wod.plumbing.current_blog import current_blog
from wod.plumbing.left_sessions import session_of
from wod.plumbing.table import all_sessions, refusal_of
from wod.week_file import read_week, typed_records
from wod.weeks import weeks_away
from wod_cli.deployed.expected import Expected, Weeks
from wod_cli.deployed.stack import Stack
from wod_cli.posts.line_changes import LINEAGE, Change, Sessions, changes, count_lines


@dataclass(frozen=True)
class Part:
    """The part of a stack to compare: the sessions of a week, of a post, or of both; all if none is named."""

    week: Week | None = None
    post_id: int | None = None

    def has(self, session: Mapping[str, Any]) -> bool:
        """Return whether a session belongs to it."""
        return (self.week is None or self.week.start_date <= session["date"] <= self.week.end_date) and (
            self.post_id is None or session.get("source", {}).get("post_id") == self.post_id
        )

    def has_figures(self, key: str, sessions: Iterable[Mapping[str, Any]]) -> bool:
        """Return whether an object of gold about these sessions belongs to it."""
        return (self.week is None or key == gold_key(self.week)) and (
            self.post_id is None or any(map(self.has, sessions))
        )


ALL = Part()


@dataclass
class Differences:
    """The differences of a stack from what bronze should give: silver by line; the table and gold in a sentence for
    each session or week, if they differ from silver as well."""

    silver: list[Change]
    others: list[str]
    lines: int
    """The number of silver lines that were compared."""

    @property
    def changed(self) -> list[Change]:
        """The differences that are more than lineage."""
        return [change for change in self.silver if change.kind != LINEAGE]

    @property
    def changed_lines(self) -> int:
        """Return the number of lines with a changed reading."""
        return len({change.line for change in self.changed})


def differences(stack: Stack, expected: Expected, part: Part = ALL, *, silver_alone: bool = False) -> Differences:
    """Compare silver, the table and gold with what bronze should give, or a part of them.

    If the table or gold agrees with silver, only the difference of silver is returned.
    """
    held, unreadable = _read_silver(stack.keys(SILVER_PREFIX))
    others = [line for key, line in unreadable.items() if part.week is None or key == silver_key(part.week)]
    wanted, stored = sessions_of(expected.weeks, part), sessions_of(held, part)
    found = Differences(list(changes(stored, wanted)), others, count_lines(stored))
    if silver_alone:
        return found
    table = {session_of(item): item for item in all_sessions() if part.has(item)}
    refused = _refused_by_table(stack)
    storable = {key: one for key, one in wanted.items() if key in table or not _is_among(refused, key)}
    others += [f"table: {line}" for line in _compared(storable, table, stored)]
    gold = {key: _read_json(key) for key in stack.keys(GOLD_PREFIX)}
    # A week that an edit has emptied has a file without sessions, and figures of none.
    weeks = {key: expected.weeks.get(key, []) for key in sorted({*held, *expected.weeks})}
    figures = {gold_key(week_of_key(key)): _figures(key, weeks, expected.preambles) for key in weeks}
    of_silver = {gold_key(week_of_key(key)): key for key in held}
    sessions_by_key = {gold_key(week_of_key(key)): [*held.get(key, []), *weeks[key]] for key in weeks}
    for key in sorted({*figures, *gold}):
        if not part.has_figures(key, sessions_by_key.get(key, [])):
            continue
        if key not in gold:
            others.append(f"gold: {key} is missing")
        elif key not in figures:
            others.append(f"gold: {key} is extra")
        elif figures[key] != gold[key] and not (
            key in of_silver and _figures(of_silver[key], held, expected.preambles) == gold[key]
        ):
            others.append(f"gold: {key} differs in {', '.join(_fields(figures[key], gold[key]))}")
    return found


def _refused_by_table(stack: Stack) -> tuple[str, ...]:
    """Return the reasons in quarantine why the table has refused sessions."""
    keys = stack.keys(quarantine_key("load_sessions_to_table", "", ""))
    return tuple(str(_read_json(key)["reason"]) for key in keys)


def _is_among(refusals: tuple[str, ...], session: tuple[str, str]) -> bool:
    """Return whether one of these reasons is about the session of this date and name."""
    return any(reason.startswith(refusal_of(*session)) for reason in refusals)


def _read_silver(keys: list[str]) -> tuple[Weeks, dict[str, str]]:
    """Return the weeks of silver, and a sentence for each file that cannot be read, both by key."""
    weeks: Weeks = {}
    unreadable = {}
    for key in keys:
        try:
            week_of_key(key)
            stored = objects.read(key)
            weeks[key] = read_week(stored.body) if stored else []
        except BadInput as error:
            unreadable[key] = f"silver: {key} cannot be read: {error}"
    return weeks, unreadable


def _read_json(key: str) -> Any:
    stored = objects.read(key)
    return json.loads(stored.body) if stored else None


def _figures(key: str, weeks: Weeks, preambles: dict[int, list[str]]) -> Any:
    week = week_of_key(key)
    before = typed_records(weeks.get(silver_key(weeks_away(week, -1)), []))
    posts = {record["source"]["post_id"] for record in weeks[key]}
    in_front = {post: preambles.get(post, []) for post in sorted(posts)}
    figures = aggregate_week(week, typed_records(weeks[key]), before, in_front, key, current_blog())
    return json.loads(json.dumps(figures))


def sessions_of(weeks: Weeks, part: Part = ALL) -> Sessions:
    """Return the sessions of a part by date and name."""
    return {
        (record["date"], record["session"]): record
        for records in weeks.values()
        for record in records
        if part.has(record)
    }


def _compared(
    expected: dict[tuple[str, str], Any], found: dict[tuple[str, str], Any], silver: dict[tuple[str, str], Any]
) -> list[str]:
    """Return a line for each session that is missing, extra or different, in the order of the dates.

    Sessions that are the same in silver are left out: their difference is silver's.
    """
    lines = []
    for key in sorted({*expected, *found}):
        session = " ".join(key)
        if found.get(key) == silver.get(key):
            continue
        if key not in found:
            lines.append(f"{session} is missing")
        elif key not in expected:
            lines.append(f"{session} is extra")
        elif expected[key] != found[key]:
            lines.append(f"{session} differs in {', '.join(_fields(expected[key], found[key]))}")
    return lines


def _fields(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))
