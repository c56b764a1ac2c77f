"""Watch a stack: the log lines of its functions, and new objects in its bucket."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from wod.keys import RUNS_PREFIX, SITE_PREFIX
from wod_cli.deployed.stack import Stack

_MADE = ("posts", "lines", "days", "sessions", "records")
"""The fields of a log line with counts, other than the last line of a run, which has them in `made`."""

_WRITES_LOGS_DOWN = "keep-runs"
"""The stage whose own lines are not shown."""


class Watch:
    """Watcher of a stack, which polls it and yields what is new each time."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._logs = stack.client("logs")
        self._prefix = f"/aws/lambda/{stack.prefix}"
        self._groups = [
            group["logGroupName"]
            for page in self._logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix=self._prefix)
            for group in page["logGroups"]
            if not group["logGroupName"].endswith(_WRITES_LOGS_DOWN)
        ]
        self._told: set[str] = set()

    def news(self) -> Iterator[tuple[str, str]]:
        """Yield the place and text of each event since the last look, in the order of time."""
        entries = [(group, event) for group in self._groups for event in self._events(group)]
        for group, event in sorted(entries, key=lambda entry: entry[1]["timestamp"]):
            name = f"{event['logStreamName']} {event['timestamp']} {event['message']}"
            if name not in self._told and (news_line := _what_it_says(event["message"])):
                yield group.removeprefix(self._prefix).replace("-", "_"), news_line
            self._told.add(name)
        keys = [key for key in self._stack.keys("") if key not in self._told]
        self._told.update(keys)
        for key in keys:
            if not key.startswith((RUNS_PREFIX, SITE_PREFIX)):
                yield "s3", key
        if site := [key for key in keys if key.startswith(SITE_PREFIX)]:
            yield "s3", f"{SITE_PREFIX}: files {len(site)}"

    def _events(self, group: str) -> Iterator[dict[str, Any]]:
        for page in self._logs.get_paginator("filter_log_events").paginate(logGroupName=group):
            yield from page["events"]


def _what_it_says(message: str) -> str | None:
    """Return the message of a stage's log line with its subject; None for a line of Lambda's own."""
    try:
        entry = json.loads(message)
    except ValueError:
        return None
    if not isinstance(entry, dict) or "message" not in entry:
        return None
    made = entry.get("made") or {name: entry[name] for name in _MADE if name in entry}
    counts = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in made.items())
    return ": ".join(filter(None, [str(entry["message"]), _subject(entry), counts]))


def _subject(entry: dict[str, Any]) -> str:
    """Return the subject of a log line, by its shortest meaningful name."""
    if "session_key" in entry:
        return " ".join(value["S"] for value in entry["session_key"].values())
    if reason := entry.get("reason"):
        return str(reason)
    key = entry.get("object_key") or entry.get("bronze_key") or entry.get("slug") or ""
    return PurePosixPath(key).name or (f"post {entry['post_id']}" if entry.get("post_id") else "")
