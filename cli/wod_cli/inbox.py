"""A queue that hears what a topic tells its subscribers, for the demonstration and the tests."""

import json
from typing import Any

from wod_cli.stack import Stack


class Inbox:
    """Subscribed to a topic when it is made."""

    def __init__(self, stack: Stack, topic_arn: str, name: str) -> None:
        self._queues = stack.client("sqs")
        self._url = self._queues.create_queue(QueueName=name)["QueueUrl"]
        wanted = {"QueueUrl": self._url, "AttributeNames": ["QueueArn"]}
        arn = self._queues.get_queue_attributes(**wanted)["Attributes"]["QueueArn"]
        self._queues.set_queue_attributes(
            QueueUrl=self._url, Attributes={"Policy": json.dumps(_may_be_sent_by(topic_arn, arn))}
        )
        stack.client("sns").subscribe(
            TopicArn=topic_arn, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"}
        )

    def take(self) -> list[str]:
        """The texts that came since the last look."""
        texts = []
        while messages := self._queues.receive_message(QueueUrl=self._url, MaxNumberOfMessages=10).get("Messages"):
            for message in messages:
                texts.append(message["Body"])
                self._queues.delete_message(QueueUrl=self._url, ReceiptHandle=message["ReceiptHandle"])
        return texts


def _may_be_sent_by(topic_arn: str, queue_arn: str) -> dict[str, Any]:
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Service": "sns.amazonaws.com"},
                "Action": "sqs:SendMessage",
                "Resource": queue_arn,
                "Condition": {"ArnEquals": {"aws:SourceArn": topic_arn}},
            }
        ],
    }
