"""The whole chain in this process, on moto, with every call to AWS counted.

The real handlers run against a bucket, a table with its stream and a bus in memory. AWS's work between the functions
(queues, events of the bucket, the mapping of the stream) is simulated here and not counted.
"""

import gc
import json
import logging
import os
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import boto3
import moto.dynamodb.models
import msgspec
from moto.core.botocore_stubber import BotocoreStubber
from tests.integration.world import CONSUMERS, CONTEXT, NEXT, SITE_URL, load_handler, mocked_aws, sqs_record

from wod.keys import GOLD_PREFIX
from wod.messages import PostMessage
from wod.notation.grammar.notation import notation_of
from wod.notation.lines import line_reader_of
from wod.plumbing import aws, revisions, site_history, telemetry
from wod.plumbing.current_blog import current_blog

BUCKET, TABLE, BUS = "lakehouse", "sessions", "changes"
AFTER_GOLD = ["announce_week", "render_week"]
"""Stages whose work depends on the day, and on the whole site."""
FAN_OUT = "fan_out_session_changes"
STAGES = [*(stage for stage in NEXT if stage not in AFTER_GOLD), FAN_OUT]
FETCHED_AT = "2026-01-01T12:00:00"
STREAM_BATCH = 10  # as in template.yaml

_process_request = BotocoreStubber.process_request

_ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": "us-east-1",
}


@dataclass
class Measures:
    """Calls as `s3.GetObject`, runs and processor time, each by stage; bytes of messages and of written objects.

    The time is in seconds, with botocore's for the calls and without moto's.
    """

    calls: Counter[tuple[str, str]] = field(default_factory=Counter)
    runs: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    message_bytes: int = 0
    put_bytes: int = 0


class Chain:
    """The deployed chain of some stages."""

    def __init__(self, clock: Callable[[], float], stages: Iterable[str]) -> None:
        self._clock = clock
        self._measures = Measures()
        self._waiting: deque[tuple[str, str]] = deque()
        self._stage = ""
        self._put = ""
        ours = boto3.Session()
        self._s3, self._stream = ours.client("s3"), ours.client("dynamodbstreams")
        self._s3.create_bucket(Bucket=BUCKET)
        self._s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
        ours.client("events").create_event_bus(Name=BUS)
        self._topic = ours.client("sns").create_topic(Name="alerts")["TopicArn"]
        table = ours.client("dynamodb").create_table(
            TableName=TABLE,
            KeySchema=[{"AttributeName": "date", "KeyType": "HASH"}, {"AttributeName": "session", "KeyType": "RANGE"}],
            AttributeDefinitions=[{"AttributeName": each, "AttributeType": "S"} for each in ("date", "session")],
            BillingMode="PAY_PER_REQUEST",
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        )["TableDescription"]
        self._stream_arn = table["LatestStreamArn"]
        self._iterator = ""
        self.skip_changes()
        self._handlers = {stage: load_handler(stage) for stage in stages}
        self._count_calls()

    def fetched(self, post: dict[str, Any], fetched_at: str) -> None:
        """Send a post from the blog, and run the chain until nothing moves."""
        message = PostMessage(correlation_id=f"run-{post['id']}", fetched_at=fetched_at, post=post)
        self._waiting.append(("dump_post_to_bucket", msgspec.json.encode(message).decode()))
        self.settle()

    def dropped(self, key: str, post: dict[str, Any]) -> None:
        """Drop a raw post into bronze, and run the chain until nothing moves."""
        answer = self._s3.put_object(Bucket=BUCKET, Key=key, Body=json.dumps(post).encode())
        self._announce(key, answer["ETag"])
        self.settle()

    def settle(self) -> None:
        """Deliver messages, one after the other, and then changes of the table, until there are none."""
        while True:
            while self._waiting:
                stage, body = self._waiting.popleft()
                self._measures.message_bytes += len(body)
                if self._run(stage, {"Records": [sqs_record("1", body)]})["batchItemFailures"]:
                    raise RuntimeError(f"{stage} failed")
            changes = self._changes()
            if not changes:
                gc.freeze()  # otherwise searching moto's objects for garbage would count as the stages' time
                return
            self._run(FAN_OUT, {"Records": changes})

    def skip_changes(self) -> None:
        """Go on after the last change of the table, so that nothing is published of those before."""
        [shard] = self._stream.describe_stream(StreamArn=self._stream_arn)["StreamDescription"]["Shards"]
        self._iterator = self._stream.get_shard_iterator(
            StreamArn=self._stream_arn, ShardId=shard["ShardId"], ShardIteratorType="LATEST"
        )["ShardIterator"]

    def forget(self) -> None:
        """Clear the caches of warm functions, as in new ones."""
        revisions._revision_of_version.cache_clear()
        line_reader_of(notation_of(current_blog())).read.cache_clear()
        site_history.forget()

    def take_measures(self) -> Measures:
        """Return what was measured since the last time."""
        taken, self._measures = self._measures, Measures()
        return taken

    def objects(self, prefix: str) -> dict[str, bytes]:
        """Return the objects under a prefix, to check the chain's results."""
        pages = self._s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
        keys = [one["Key"] for page in pages for one in page.get("Contents", [])]
        return {key: self._s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys}

    def _changes(self) -> list[Any]:
        answer = self._stream.get_records(ShardIterator=self._iterator, Limit=STREAM_BATCH)
        self._iterator = answer["NextShardIterator"]
        records: list[Any] = json.loads(json.dumps(answer["Records"], default=datetime.timestamp))
        return records

    def _run(self, stage: str, event: dict[str, Any]) -> Any:
        os.environ |= {
            "STAGE_NAME": stage,
            "BUCKET_NAME": BUCKET,
            "NEXT_QUEUE_URL": NEXT.get(stage) or "",
            "SILVER_QUEUE_URL": "save_sessions_to_bucket",
            "SESSIONS_TABLE": TABLE,
            "EVENT_BUS_NAME": BUS,
            "ALERTS_TOPIC_ARN": self._topic,
            "PEOPLE_TOPIC_ARN": self._topic,
            "SITE_URL": SITE_URL,
            "POWERTOOLS_SERVICE_NAME": "benchmark",
        }
        self._stage = stage
        began = self._clock()
        answer = self._handlers[stage](event, CONTEXT)
        self._measures.seconds[stage] += self._clock() - began
        self._measures.runs[stage] += 1
        telemetry.metrics.clear_metrics()
        return answer

    def _announce(self, key: str, etag: str) -> None:
        for prefix, stages in (CONSUMERS | {GOLD_PREFIX: AFTER_GOLD}).items():
            if key.startswith(prefix):
                detail = {"bucket": {"name": BUCKET}, "object": {"key": key, "etag": etag.strip('"')}}
                event = {"source": "aws.s3", "detail-type": "Object Created", "detail": detail}
                self._waiting += [(stage, json.dumps(event)) for stage in stages if stage in self._handlers]

    # Counting

    def _count_calls(self) -> None:
        for service in ("s3", "sqs", "dynamodb", "events", "sns"):
            hooks = aws.client(service).meta.events
            hooks.register("provide-client-params.s3.PutObject", self._before_put)
            hooks.register("before-call", self._before_call)
            hooks.register("after-call.s3.PutObject", self._after_put)

    def _before_put(self, params: dict[str, Any], **_: Any) -> None:
        self._put = params["Key"]
        self._measures.put_bytes += len(params["Body"])

    def _before_call(self, model: Any, params: dict[str, Any], **_: Any) -> tuple[SimpleNamespace, Any] | None:
        self._measures.calls[self._stage, f"{model.service_model.service_name}.{model.name}"] += 1
        if model.name != "SendMessage":
            return None
        # This answers in place of the queue.
        message = json.loads(params["body"])
        self._waiting.append((message["QueueUrl"], message["MessageBody"]))
        return SimpleNamespace(status_code=200), {}

    def _after_put(self, http_response: Any, parsed: dict[str, Any], **_: Any) -> None:
        if http_response.status_code == 200:
            self._announce(self._put, parsed["ETag"])


@contextmanager
def quiet() -> Iterator[None]:
    """Write no log lines and metrics within the context."""
    level = telemetry.logger.log_level
    telemetry.logger.setLevel(logging.CRITICAL)
    try:
        with patch.dict(os.environ, POWERTOOLS_METRICS_DISABLED="true"):
            yield
    finally:
        telemetry.logger.setLevel(level)


@contextmanager
def own_time() -> Iterator[Callable[[], float]]:
    """Yield a clock of this thread's processor time without moto's, in seconds."""
    in_moto = 0.0

    def answered(stubber: BotocoreStubber, request: Any) -> Any:
        nonlocal in_moto
        began = time.thread_time()
        try:
            return _process_request(stubber, request)
        finally:
            in_moto += time.thread_time() - began

    with patch.object(BotocoreStubber, "process_request", answered):
        yield lambda: time.thread_time() - in_moto


@contextmanager
def chain(stages: Iterable[str] = STAGES) -> Iterator[Chain]:
    """Yield a new, empty chain of these stages. Afterwards the process is as it was before."""
    try:
        with (
            quiet(),
            patch.dict(os.environ, _ENVIRONMENT),
            # moto copies the whole table before each transaction, in case it fails, which none does here.
            patch.object(moto.dynamodb.models, "copy", SimpleNamespace(deepcopy=lambda tables: tables)),
            mocked_aws(),
            own_time() as clock,
        ):
            aws.client.cache_clear()
            yield Chain(clock, stages)
    finally:
        aws.client.cache_clear()
