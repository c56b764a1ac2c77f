"""The end state that posts should have in a stack, and what is missing there."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from wod.blog import Blog
from wod.errors import BadInput
from wod.keys import QUARANTINE_PREFIX, SITE_PREFIX, bronze_key, gold_key, silver_key, week_of_key
from wod.reading.whole_post import read_records
from wod.week_file import read_week
from wod.weeks import week_path
from wod_cli.deployed.stack import Stack
from wod_cli.embedded.deploy import PHONE
from wod_cli.errors import CommandError
from wod_cli.posts.raw_post import post_of
from wod_cli.testbed.published import Published


@dataclass
class Expected:
    """The expected end state, computed by the same functions without the cloud."""

    blog: Blog
    bronze: set[str] = field(default_factory=set)
    silver: list[str] = field(default_factory=list)
    gold: list[str] = field(default_factory=list)
    sessions: set[tuple[str, str]] = field(default_factory=set)
    """Their dates and names."""
    quarantined: list[str] = field(default_factory=list)
    read: int = 0
    """The number of the other posts."""
    to_come: bool = False
    """Whether there is training that is still to come, which makes a text message."""

    def add(self, name: str, body: bytes) -> None:
        """Add what a raw post, from a file of this name, should become."""
        try:
            key = bronze_key(post_of(body))
            self.bronze.add(key)
            message = read_records(body, key, "", "", self.blog)
        except BadInput as reason:
            self.quarantined.append(f"{name}: {reason}")
            return
        self.sessions |= {(record["date"], record["session"]) for record in message.records}
        today = datetime.now(ZoneInfo(self.blog.time_zone)).date()
        self.to_come |= any(record["date"] >= today.isoformat() for record in message.records)
        self.read += 1
        if silver_key(message.week) not in self.silver:  # a week may come in several posts
            self.silver.append(silver_key(message.week))
            self.gold.append(gold_key(message.week))

    def note_about_quarantine(self) -> str:
        """Return how many posts went to quarantine; empty for none. Raise CommandError if all of them did."""
        quarantined = len(self.quarantined)
        if quarantined and not self.read:
            raise CommandError(f"Every post went to quarantine, so there is no week to show: {self.quarantined[0]}")
        posts = self.read + quarantined
        return f"{quarantined} of {posts} posts went to quarantine, for the reason above." if quarantined else ""


def missing(expected: Expected, stack: Stack, published: Published, log: str) -> list[str]:
    """Return what is still missing in a stack. `log` is that of its cloud, which has no other record of its texts."""
    keys = set(stack.keys(""))
    lacking = sorted({*expected.bronze, *expected.silver, *expected.gold} - keys)
    if expected.to_come and not published.texts:
        lacking.append("a text about training to come")
    pages = [f"{SITE_PREFIX}{week_path(week_of_key(key))}" for key in expected.gold]
    lacking += sorted({*pages, f"{SITE_PREFIX}sw.js"} - keys) if pages else []
    if expected.to_come and f"SMS {PHONE}" not in log:
        lacking.append(f"a text to {PHONE}")
    if sum(key.startswith(QUARANTINE_PREFIX) for key in keys) < len(expected.quarantined):
        lacking.append("the quarantine of what is not a programme")
    if len(published.alerts) < len(expected.quarantined):
        lacking.append("the alert about what is not a programme")
    weeks = {key: read_week(stack.body(key)) for key in expected.silver if key in keys}
    stored = sum(map(len, weeks.values()))
    found = {(record["date"], record["session"]) for week in weeks.values() for record in week}
    lacking += [f"{day} {session} in silver" for day, session in sorted(expected.sessions - found)]
    for silver, gold in zip(expected.silver, expected.gold, strict=True):
        if silver in weeks and gold in keys and _days_of_figures(stack, gold) != {one["date"] for one in weeks[silver]}:
            lacking.append(f"some days in {gold}")
    in_table = stack.client("dynamodb").scan(TableName=stack.outputs["SessionsTableName"], Select="COUNT")["Count"]
    if in_table < stored:
        lacking.append(f"{stored - in_table} sessions in the table")
    if len(published.changes) < stored:
        lacking.append(f"{stored - len(published.changes)} events about sessions")
    return lacking


def _days_of_figures(stack: Stack, key: str) -> set[str]:
    """Return the days of training and of rest that the figures are about."""
    days = json.loads(stack.body(key))["days"]
    return {*days["training"], *days["rest"]}
