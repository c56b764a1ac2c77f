"""A queue that subscribes to a stack's publications, for the demonstration and the tests."""

import json
from typing import Any

from wod_cli.deployed.stack import Stack


class Inbox:
    """A separate queue. `of_topic` and `of_bus` subscribe one."""

    def __init__(self, stack: Stack, name: str, *, sender: str) -> None:
        self._queues = stack.client("sqs")
        self._url = self._queues.create_queue(QueueName=name)["QueueUrl"]
        wanted = {"QueueUrl": self._url, "AttributeNames": ["QueueArn"]}
        self._arn = self._queues.get_queue_attributes(**wanted)["Attributes"]["QueueArn"]
        policy = json.dumps(_may_send(sender, self._arn))
        self._queues.set_queue_attributes(QueueUrl=self._url, Attributes={"Policy": policy})

    @classmethod
    def of_topic(cls, stack: Stack, topic_arn: str, name: str) -> "Inbox":
        """Subscribe an inbox to every text of a topic, as a phone or a mailbox would."""
        inbox = cls(stack, name, sender="sns.amazonaws.com")
        stack.client("sns").subscribe(
            TopicArn=topic_arn, Protocol="sqs", Endpoint=inbox._arn, Attributes={"RawMessageDelivery": "true"}
        )
        return inbox

    @classmethod
    def of_bus(cls, stack: Stack, bus: str, name: str) -> "Inbox":
        """Subscribe an inbox to every event about sessions on a bus."""
        inbox = cls(stack, name, sender="events.amazonaws.com")
        events = stack.client("events")
        pattern = json.dumps({"detail-type": [{"prefix": "Session "}]})
        events.put_rule(Name=name, EventBusName=bus, EventPattern=pattern)
        events.put_targets(Rule=name, EventBusName=bus, Targets=[{"Id": name, "Arn": inbox._arn}])
        return inbox

    def take(self) -> list[str]:
        """Return the texts that came since the last look."""
        texts = []
        while messages := self._queues.receive_message(QueueUrl=self._url, MaxNumberOfMessages=10).get("Messages"):
            for message in messages:
                texts.append(message["Body"])
                self._queues.delete_message(QueueUrl=self._url, ReceiptHandle=message["ReceiptHandle"])
        return texts


def _may_send(sender: str, queue_arn: str) -> dict[str, Any]:
    allowed = {
        "Effect": "Allow",
        "Principal": {"Service": sender},
        "Action": "sqs:SendMessage",
        "Resource": queue_arn,
    }
    return {"Version": "2012-10-17", "Statement": [allowed]}
