"""The publications of a stack, as its subscribers receive them."""

import json
from collections.abc import Iterator

from wod_cli.deployed.stack import Stack
from wod_cli.testbed.inbox import Inbox


class Published:
    """The publications of a stack: texts to the phone, alerts to an operator, changes of sessions to subscribers."""

    def __init__(self, stack: Stack) -> None:
        self._phone = Inbox.of_topic(stack, stack.outputs["PeopleTopicArn"], "demonstration-texts")
        self._operator = Inbox.of_topic(stack, stack.outputs["AlertsTopicArn"], "demonstration-alerts")
        self._subscriber = Inbox.of_bus(stack, stack.outputs["EventBusName"], "demonstration-changes")
        self.texts: list[str] = []
        self.alerts: list[str] = []
        self.changes: list[str] = []

    def news(self) -> Iterator[tuple[str, str]]:
        """Yield each recipient and publication since the last look."""
        changes = []
        for event in map(json.loads, self._subscriber.take()):
            session = event["detail"].get("session") or event["detail"]["new"]
            changes.append(f"{event['detail-type']}: {session['date']} {session['session']}")
        texts, alerts = self._phone.take(), self._operator.take()
        self.texts, self.alerts, self.changes = self.texts + texts, self.alerts + alerts, self.changes + changes
        yield from (("event bus", change) for change in changes)
        yield from (("text to the phone", text) for text in texts)
        yield from (("alert to the operator", alert) for alert in alerts)
