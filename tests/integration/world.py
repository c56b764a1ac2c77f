"""The whole chain in one process, on moto, with the deliveries in our hands.

The real handlers run against a mocked S3, DynamoDB and SNS. Queues, the bucket's events and the redelivery of what
failed are simulated here, because they are what a test wants to vary: how often and in what order each message comes,
which two functions run at once and who goes first at every single call, and where one dies.
"""

from __future__ import annotations

import importlib.util
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy, replace
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import boto3
import moto.core.models
import moto.core.responses
import moto.core.serialize
import moto.s3.models
import moto.s3.urls
from botocore import UNSIGNED
from botocore.config import Config
from botocore.utils import parse_to_aware_datetime
from moto import mock_aws
from moto.backends import get_backend
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.core.serialize import JSONSerializer

from wod.plumbing import aws, quality_alerts, quarantine, revisions

FUNCTIONS = Path(__file__).parents[2] / "functions"
BUCKET = "lakehouse"
TABLE = "sessions"
SITE_URL = "https://training.example"

NEXT = {
    "dump_post_to_bucket": "save_sessions_to_bucket",
    "strip_post_html": "group_post_by_day",
    "group_post_by_day": "segment_days",
    "segment_days": "sessions_to_date_records",
    "sessions_to_date_records": "clean_session_records",
    "clean_session_records": "save_sessions_to_bucket",
    "save_sessions_to_bucket": None,
    "load_sessions_to_table": None,
    "aggregate_week": None,
    "announce_week": None,
    "render_week": None,
}
CONSUMERS = {
    "bronze/raw/": ["strip_post_html"],
    "silver/sessions/": ["load_sessions_to_table", "aggregate_week"],
    "gold/aggregations/": ["announce_week"],
}
SETTINGS = (
    "STAGE_NAME",
    "BUCKET_NAME",
    "NEXT_QUEUE_URL",
    "SILVER_QUEUE_URL",
    "FETCH_QUEUE_URL",
    "SESSIONS_TABLE",
    "EVENT_BUS_NAME",
    "PEOPLE_TOPIC_ARN",
    "ALERTS_TOPIC_ARN",
    "POWERTOOLS_SERVICE_NAME",
)
CONTEXT = SimpleNamespace(
    function_name="f", memory_limit_in_mb=1, invoked_function_arn="arn:aws:lambda:::f", aws_request_id="r"
)


# Making a client takes longer than most tests use it for, and it knows nothing of the world that it speaks to.
@cache
def real_client(service: str, config: Config | None = None) -> Any:
    """A client of moto, for any world."""
    make: Callable[..., Any] = _session().client
    # botocore puts the name of its user agent together for each request, unless it has one.
    quick = Config(user_agent="tests", signature_version=UNSIGNED).merge(config or Config())
    made = make(service, region_name="us-east-1", config=quick)
    made.meta.events.register("before-call", _name_the_caller)
    return made


def _name_the_caller(params: dict[str, Any], **_: Any) -> None:
    """Name the caller without a signature, which moto does not check."""
    params["headers"]["Authorization"] = "AWS4-HMAC-SHA256 Credential=testing/20210308/us-east-1/s3/aws4_request"


def make_queue(name: str) -> None:
    """Make a queue in moto itself: a stack has dozens, and requests for them took longer than most tests."""
    get_backend("sqs")[DEFAULT_ACCOUNT_ID]["us-east-1"].create_queue(name)


def make_topic(name: str) -> str:
    """Make a topic in the same way; return its ARN."""
    arn: str = get_backend("sns")[DEFAULT_ACCOUNT_ID]["us-east-1"].create_topic(name).arn
    return arn


def make_bucket(name: str) -> None:
    """Make a bucket that keeps all versions, in the same way."""
    buckets = get_backend("s3")[DEFAULT_ACCOUNT_ID]["aws"]
    buckets.create_bucket(name, "us-east-1")
    buckets.put_bucket_versioning(name, "Enabled")


def make_table(name: str) -> None:
    """Make a table of sessions in the same way."""
    get_backend("dynamodb")[DEFAULT_ACCOUNT_ID]["us-east-1"].create_table(
        name,
        schema=[{"AttributeName": "date", "KeyType": "HASH"}, {"AttributeName": "session", "KeyType": "RANGE"}],
        attr=[{"AttributeName": key, "AttributeType": "S"} for key in ("date", "session")],
        billing_mode="PAY_PER_REQUEST",
        throughput=None,
        global_indexes=None,
        indexes=None,
        streams=None,
        sse_specification=None,
        tags=[],
        deletion_protection_enabled=None,
        warm_throughput=None,
    )


@cache
def _table() -> Any:
    """Return the table of any world."""
    return boto3.resource("dynamodb", region_name="us-east-1").Table(TABLE)


@cache
def _session() -> Any:
    made = boto3.Session()
    made._session.get_component("response_parser_factory").set_parser_defaults(timestamp_parser=aws.read_time)
    return made


class Crash(BaseException):
    """The function dies here: nothing that it would still have done is done."""


type Handler = Callable[[dict[str, Any], Any], Any]


def load_handler(stage: str) -> Handler:
    """The handler of a stage, from its own file."""
    spec = importlib.util.spec_from_file_location(f"app_{stage}", FUNCTIONS / stage / "app.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with patch.dict(os.environ, dict.fromkeys(SETTINGS, "of-the-template")):
        spec.loader.exec_module(module)
    handler: Handler = module.handler
    return handler


def sqs_record(message_id: str, body: str) -> dict[str, str]:
    """A message as a Lambda event has it."""
    return {"messageId": message_id, "body": body, "eventSource": "aws:sqs"}


HANDLERS = {stage: load_handler(stage) for stage in NEXT}


@dataclass
class Delivery:
    """A message on its way to a stage. One that fails or dies comes again."""

    stage: str
    body: str


@dataclass
class Running:
    """A function in its own thread, which stops before every call to AWS until it is resumed."""

    delivery: Delivery
    thread: threading.Thread | None = None
    go: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    stopped: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    crash: bool = False
    done: bool = False
    died_of: BaseException | None = None


@dataclass(frozen=True)
class State:
    """The content of all stores when nothing moves."""

    bronze: dict[str, Any]
    silver: dict[str, Any]
    table: list[dict[str, Any]]
    gold: dict[str, Any]
    quarantine: list[dict[str, Any]]

    def without_bronze(self) -> State:
        """Everything made from bronze."""
        return replace(self, bronze={})


class World:
    """The chain's state: bucket, table, and the messages that wait."""

    def __init__(self) -> None:
        self.waiting: list[Delivery] = []
        self.announced: list[dict[str, Any]] = []
        """The requests that published to people, in order: subject, and the text of each protocol as JSON."""
        self.alerts: list[dict[str, Any]] = []
        """The requests that published to an operator, in order."""
        self.hour = 0
        """The hour whose alerts are counted. None ends while a test runs, unless the test says so."""
        self.clients: dict[str, _Client] = {}
        self.local = threading.local()
        self.s3 = real_client("s3")
        make_table(TABLE)
        self.table = _table()
        self.topic = make_topic("people")
        self.alerts_topic = make_topic("alerts")
        make_bucket(BUCKET)

    # What the world does of itself

    def drop(self, key: str, body: bytes) -> None:
        """Someone puts an object into the bucket."""
        self.s3.put_object(Bucket=BUCKET, Key=key, Body=body)
        self._announce(key)

    def _announce(self, key: str) -> None:
        event = {
            "source": "aws.s3",
            "detail-type": "Object Created",
            "detail": {"bucket": {"name": BUCKET}, "object": {"key": key, "etag": ""}},
        }
        for prefix, stages in CONSUMERS.items():
            if key.startswith(prefix):
                self.waiting += [Delivery(stage, json.dumps(event)) for stage in stages]

    def sent(self, stage: str, body: str) -> None:
        """A function has sent a message on."""
        self.waiting.append(Delivery(stage, body))

    # Running the functions

    def start(self, delivery: Delivery) -> Running:
        """Begin to deliver a message; the function stops at its first call."""
        running = Running(delivery)
        running.thread = threading.Thread(target=self._run, args=(running,), daemon=True)
        running.thread.start()
        running.stopped.acquire()
        return running

    def step(self, running: Running, *, crash: bool = False) -> None:
        """Let a function make its next call to AWS, or die before it."""
        running.crash = crash
        running.go.release()
        running.stopped.acquire()

    def finish(self, running: Running) -> None:
        """Let a function run to its end."""
        while not running.done:
            self.step(running)

    def settle(self) -> None:
        """Deliver all that waits, once each and in order, until nothing does."""
        while self.waiting:
            delivery = self.waiting.pop(0)
            self.call(delivery.stage, [delivery.body])

    def call(self, stage: str, bodies: list[str]) -> Any:
        """Return a stage's response to a batch; nothing stops it on the way."""
        environment = {"STAGE_NAME": stage, "NEXT_QUEUE_URL": NEXT[stage] or "", "BUCKET_NAME": BUCKET}
        environment["SILVER_QUEUE_URL"] = "save_sessions_to_bucket"
        environment |= {"PEOPLE_TOPIC_ARN": self.topic, "SITE_URL": SITE_URL}
        environment |= {"ALERTS_TOPIC_ARN": self.alerts_topic, "POWERTOOLS_SERVICE_NAME": "gym-test"}
        self.local.environment = {**environment, "SESSIONS_TABLE": TABLE}
        records = [sqs_record(str(number), body) for number, body in enumerate(bodies)]
        return HANDLERS[stage]({"Records": records}, CONTEXT)

    def _run(self, running: Running) -> None:
        self.local.running = running
        try:
            self.call(running.delivery.stage, [running.delivery.body])
        except BaseException as error:  # whatever kills a function, its message comes again
            running.died_of = error
        finally:
            running.done = True
            running.stopped.release()

    def pause(self) -> None:
        """Before every call to AWS, wait to be resumed or killed."""
        running: Running | None = getattr(self.local, "running", None)
        if running is None:
            return
        running.stopped.release()
        running.go.acquire()
        if running.crash:
            raise Crash

    # What the world looks like

    def bronze(self) -> dict[str, Any]:
        """The raw posts that are in bronze now."""
        return {key: _plain(json.loads(body)) for key, body in self._objects("bronze/raw/").items()}

    def silver(self) -> dict[str, list[dict[str, Any]]]:
        """The sessions of each week that has any, without the fields that name the run."""
        weeks = self._objects("silver/sessions/")
        found = {key: [_plain(json.loads(line)) for line in body.splitlines()] for key, body in weeks.items()}
        return {key: sessions for key, sessions in found.items() if sessions}

    def items(self) -> list[dict[str, Any]]:
        """The items of the table, without the fields that name the run."""
        items = json.loads(json.dumps(self.table.scan()["Items"], default=float))
        return sorted((_plain(item) for item in items), key=lambda item: (item["date"], item["session"]))

    def gold(self) -> dict[str, Any]:
        """The figures of each week that has sessions, without the fields that name the run."""
        figures = {key: _plain(json.loads(body)) for key, body in self._objects("gold/").items()}
        weeks = {key.replace("silver/sessions/", "gold/aggregations/").removesuffix("l") for key in self.silver()}
        return {key: value for key, value in figures.items() if key in weeks}

    def freeze(self) -> State:
        """All of it, to compare."""
        return State(self.bronze(), self.silver(), self.items(), self.gold(), self.quarantine())

    def quarantine(self) -> list[dict[str, Any]]:
        """Return the objects of quarantine."""
        return [json.loads(body) for body in self._objects("quarantine/").values()]

    def _objects(self, prefix: str) -> dict[str, bytes]:
        found = self.s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])
        return {o["Key"]: self.s3.get_object(Bucket=BUCKET, Key=o["Key"])["Body"].read() for o in found}


def _plain(value: Any) -> Any:
    """Return it without what differs from run to run: version ids, correlation ids, and which of several revisions that
    are the same to a reader was stored."""
    if isinstance(value, dict):
        return {
            key: _plain(inner)
            for key, inner in value.items()
            if key not in ("bronze_version_id", "correlation_id", "modified_gmt")
        }
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value


class _Environment:
    """The environment of the function that runs in this thread, and behind it that of the process."""

    def __init__(self, local: threading.local) -> None:
        self._local = local

    def get(self, name: str, default: str = "") -> str:
        functions: dict[str, str] = getattr(self._local, "environment", {})
        return functions.get(name) or os.environ.get(name, default)


class _Client:
    """A client whose every call stops first, and whose writes to the bucket are announced."""

    def __init__(self, world: World, service: str) -> None:
        self._world = world
        self._service = service
        self._real = real_client(service) if service != "sqs" else None
        self.replaced: dict[str, Callable[..., Any]] = {}

    def __getattr__(self, name: str) -> Any:
        if name == "get_paginator":
            # One page is all there is here: the call itself is made, and stops, like any other.
            return lambda operation: SimpleNamespace(paginate=lambda **wanted: [self._call(operation, **wanted)])
        return lambda **wanted: self._call(name, **wanted)

    def _call(self, name: str, **wanted: Any) -> Any:
        self._world.pause()
        if name in self.replaced:
            return self.replaced[name](**wanted)
        if self._service == "sqs":
            self._world.sent(wanted["QueueUrl"], wanted["MessageBody"])
            return {}
        answer = getattr(self._real, name)(**wanted)
        if name == "put_object":
            self._world._announce(wanted["Key"])
        if name == "publish":
            is_alert = wanted["TopicArn"] == self._world.alerts_topic
            (self._world.alerts if is_alert else self._world.announced).append(wanted)
        return answer


_serialize_member = JSONSerializer._serialize_structure_member


def _serialize_member_that_is_there(serializer: JSONSerializer, made: Any, value: Any, shape: Any, key: str) -> None:
    if shape.parent.name != "AttributeValue" or key in value:
        _serialize_member(serializer, made, value, shape, key)


def _request_id(headers: dict[str, Any]) -> str:
    headers["x-amzn-requestid"] = "a-request"
    return "a-request"


def _time(value: Any) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else parse_to_aware_datetime(value)


@contextmanager
def mocked_aws() -> Iterator[None]:
    """Mock AWS, empty, by moto without its slowest work, also in a shell that points at an embedded cloud."""
    with (
        patch.dict(os.environ),
        # moto copies all objects for each list of versions.
        patch.object(moto.s3.models, "copy", SimpleNamespace(copy=copy, deepcopy=lambda versions: versions)),
        # For each request to S3, it loads the module of the URLs again.
        patch.object(moto.s3.models.S3Backend, "_url_module", moto.s3.urls),
        # It draws 52 random letters for each response.
        patch.object(moto.core.responses, "gen_amzn_requestid_long", _request_id),
        # For each mock, it lists all URLs of AWS for `requests`; only botocore calls AWS here.
        patch.object(moto.core.models, "RESPONSES_METHODS", []),
        # dateutil tries every notation there is for each object of a list.
        patch.object(moto.core.serialize, "parse_to_aware_datetime", _time),
        # It looks for all ten types of DynamoDB, under several names, in each value of an item.
        patch.object(JSONSerializer, "_serialize_structure_member", _serialize_member_that_is_there),
        mock_aws(),
    ):
        os.environ.pop("AWS_ENDPOINT_URL", None)
        yield


@contextmanager
def world() -> Iterator[World]:
    """A new world, with nothing in it."""
    with mocked_aws():
        made = World()
        clients = made.clients = {service: _Client(made, service) for service in ("s3", "sqs", "dynamodb", "sns")}

        with (
            patch("wod.plumbing.objects.client", clients.__getitem__),
            patch("wod.plumbing.sending.client", clients.__getitem__),
            patch("wod.plumbing.table.client", clients.__getitem__),
            patch("wod.plumbing.announcements.client", clients.__getitem__),
            patch("wod.plumbing.quality_alerts.client", clients.__getitem__),
            patch("wod.plumbing.alert_bound._hour", lambda: made.hour),
            patch("wod.plumbing.settings.environ", _Environment(made.local)),
        ):
            revisions._revision_of_version.cache_clear()
            quarantine._alerts.clear()
            quality_alerts._alerts.clear()
            yield made
