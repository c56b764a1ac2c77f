"""The deployed chain for tests: its inputs, its stores, its publications, and patient polling."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from wod.keys import SITE_PREFIX
from wod.plumbing.attribute_values import item_of
from wod_cli.deployed.dropping import put_into_bronze
from wod_cli.deployed.queues import queues_of
from wod_cli.deployed.stack import Stack, find_stack
from wod_cli.embedded import cloud
from wod_cli.embedded.deploy import deploy
from wod_cli.testbed.inbox import Inbox

SECONDS_OF_PATIENCE = 300


@dataclass
class Chain:
    """A stack in its own embedded cloud. `notified`, `texts`, `alerted` and `changes` keep all that came so far."""

    stack: Stack
    folder: Path
    notifications: Inbox
    people: Inbox
    alerts: Inbox
    bus: Inbox

    def __post_init__(self) -> None:
        self._notified: list[str] = []
        self._texts: list[str] = []
        self._alerted: list[str] = []
        self._changes: list[dict[str, Any]] = []

    @classmethod
    def of(cls, stack: Stack, folder: Path) -> "Chain":
        """Return the chain of a stack, with an inbox for each topic and the bus."""
        return cls(
            stack,
            folder,
            notifications=Inbox.of_topic(stack, stack.outputs["NotificationTopicArn"], "notifications"),
            people=Inbox.of_topic(stack, stack.outputs["PeopleTopicArn"], "people"),
            alerts=Inbox.of_topic(stack, stack.outputs["AlertsTopicArn"], "alerts"),
            bus=Inbox.of_bus(stack, stack.outputs["EventBusName"], "changes"),
        )

    @property
    def bucket(self) -> str:
        return self.stack.outputs["BucketName"]

    def drop(self, name: str, body: bytes) -> str:
        """Drop a raw post into bronze; its key."""
        return put_into_bronze(self.stack, name, body).key

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `wod` as a person who has this cloud's settings would, in a process of its own."""
        settings = (cloud.running(self.folder) or pytest.fail("no cloud")).settings
        return subprocess.run(  # noqa: S603 - this project
            [Path(sys.executable).with_name("wod"), *words],
            env=os.environ | settings,
            capture_output=True,
            text=True,
            check=False,
        )

    def site(self, path: str) -> str | None:
        """A file of the site; None if it is not there yet."""
        body = self.read(f"{SITE_PREFIX}{path}")
        return body.decode() if body is not None else None

    def version(self, key: str) -> str:
        """The version id of the current object."""
        version_id: str = self.stack.client("s3").head_object(Bucket=self.bucket, Key=key)["VersionId"]
        return version_id

    def put(self, key: str, body: bytes) -> None:
        """Put any object anywhere."""
        self.stack.client("s3").put_object(Bucket=self.bucket, Key=key, Body=body)

    def keys(self, prefix: str) -> list[str]:
        return self.stack.keys(prefix)

    def read(self, key: str) -> bytes | None:
        """The object; None while there is none."""
        return self.stack.body(key) if key in self.keys(key) else None

    def figures(self, key: str) -> dict[str, Any]:
        """The figures of a week in gold; empty while there are none."""
        figures: dict[str, Any] = json.loads(self.read(key) or b"{}")
        return figures

    def training(self, key: str) -> list[str]:
        """The days of training in the figures of a week; none while there are no figures."""
        days: list[str] = self.figures(key).get("days", {}).get("training", [])
        return days

    def quarantined(self, key: str) -> dict[str, Any] | None:
        """Return the object in quarantine for the object of this key, and its key; None while there is none."""
        for place in self.keys("quarantine/"):
            kept: dict[str, Any] = json.loads(self.read(place) or b"{}")
            if key in json.dumps([kept["source"], kept["object"]]):
                return kept | {"place": place}
        return None

    def put_session(self, day: str, session: str, **attributes: dict[str, Any]) -> None:
        """Put a session into the table by hand."""
        item = {"date": {"S": day}, "session": {"S": session}, **attributes}
        self.stack.client("dynamodb").put_item(TableName=self.stack.outputs["SessionsTableName"], Item=item)

    @contextmanager
    def without_fan_out(self) -> Iterator[None]:
        """The function that publishes changes cannot start, and its stream gives up in seconds instead of an hour."""
        functions, name = self.stack.client("lambda"), "invictus-weightlifting-dev-fan-out-session-changes"
        (mapping,) = functions.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]
        age = "MaximumRecordAgeInSeconds"
        try:
            functions.update_event_source_mapping(UUID=mapping["UUID"], **{age: 1})
            functions.update_function_configuration(FunctionName=name, Handler="gone.handler")
            yield
        finally:
            functions.update_function_configuration(FunctionName=name, Handler="app.handler")
            functions.update_event_source_mapping(UUID=mapping["UUID"], **{age: mapping[age]})

    def sessions(self, *days: str) -> list[dict[str, Any]]:
        """Return the table's sessions of these dates, in their order."""
        table = self.stack.outputs["SessionsTableName"]
        found = []
        for day in days:
            answer = self.stack.client("dynamodb").query(
                TableName=table,
                KeyConditionExpression="#date = :date",
                ExpressionAttributeNames={"#date": "date"},
                ExpressionAttributeValues={":date": {"S": day}},
            )
            found += [item_of(image) for image in answer["Items"]]
        return found

    def notified(self) -> list[str]:
        """All notifications about gold that programs got."""
        self._notified += self.notifications.take()
        return self._notified

    def texts(self) -> list[str]:
        """All texts that people got, as a subscriber that is neither a phone nor a mailbox gets them."""
        self._texts += self.people.take()
        return self._texts

    def alerted(self) -> list[str]:
        """All alerts."""
        self._alerted += self.alerts.take()
        return self._alerted

    def changes(self, day: str) -> list[tuple[str, str]]:
        """Return the events about the sessions of a date: the kind of each event and the session's name."""
        self._changes += [json.loads(body) for body in self.bus.take()]
        events = [(event["detail-type"], event["detail"]) for event in self._changes]
        about = [(kind, detail.get("session") or detail["new"]) for kind, detail in events]
        return [(kind, session["session"]) for kind, session in about if session["date"] == day]

    def logged(self, function: str, **wanted: str) -> list[dict[str, Any]]:
        """The structured log lines of a function that have these fields."""
        group = f"/aws/lambda/invictus-weightlifting-dev-{function}"
        pages = self.stack.client("logs").get_paginator("filter_log_events").paginate(logGroupName=group)
        lines = [event["message"] for page in pages for event in page["events"]]
        entries = [json.loads(line) for line in lines if line.startswith('{"level"')]
        return [entry for entry in entries if wanted.items() <= entry.items()]

    def ran(self, function: str, correlation_id: str) -> list[dict[str, Any]]:
        """The log lines with which a function ended what it did under this correlation id."""
        ended = self.logged(function, correlation_id=correlation_id)
        return [entry for entry in ended if entry.get("outcome") in ("done", "nothing to do")]

    def emulator_log(self) -> str:
        return cloud.log_file(self.folder).read_text()


def eventually[T](look: Callable[[], T | None], what: str) -> T:
    """Return the first true result of a look; fail when the time is over."""
    began = time.monotonic()
    while True:
        if seen := look():
            return seen
        waited = time.monotonic() - began
        assert waited < SECONDS_OF_PATIENCE, f"{what} did not happen within {SECONDS_OF_PATIENCE} seconds"
        time.sleep(min(0.1 + waited / 10, 1))  # every look is work for the cloud, which it could do instead


@contextmanager
def deployed(folder: Path, parameters: dict[str, str], settings: dict[str, str] | None = None) -> Iterator[Chain]:
    """The stack with these parameters, in an embedded cloud of its own that ends afterwards. All functions have these
    settings, too."""
    try:
        running = cloud.start(folder, port=0, settings=settings)
        deploy(running, folder, parameters)
        stack = find_stack("dev", client=running.client)
        announce_at_once(stack)
        yield Chain.of(stack, folder)
    finally:
        cloud.stop(folder)


def announce_at_once(stack: Stack) -> None:
    """Let no text about a week wait for more posts of the week: whatever waits for the chain would wait as well."""
    queue = queues_of(stack)["announce-week"]
    queue.client.set_queue_attributes(QueueUrl=queue.url, Attributes={"DelaySeconds": "0"})
