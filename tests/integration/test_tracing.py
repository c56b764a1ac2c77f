"""The subsegments that functions send to X-Ray's daemon, which is a UDP server here."""

import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from wod.keys import bronze_key
from wod.plumbing import aws, tracing
from wod.plumbing.fetching.credentials import Secrets
from wod.plumbing.fetching.exchange import Redirected, exchange
from wod.reading.post import read_post
from wod_cli.testbed.small_wordpress import serve

from ..daemon import Daemon, Segment
from .test_fan_out import record
from .test_fetch import a_post
from .world import CONTEXT, load_handler, mocked_aws, real_client, sqs_record

POST = (Path(__file__).parents[2] / "events" / "posts" / "normal_week.json").read_bytes()
ROOT, PARENT = "1-5759e988-bd862e3fe1be46a994272793", "53995c3f42cd8ad8"
TRACE = f"Root={ROOT};Parent={PARENT};Sampled=1;Lineage=1:a87bd80c:0"
QUEUES = ("NEXT_QUEUE_URL", "SILVER_QUEUE_URL", "FETCH_QUEUE_URL")


@pytest.fixture
def daemon(monkeypatch: pytest.MonkeyPatch) -> Iterator[Daemon]:
    """The daemon, in an account with a bucket, queues, a table and a bus; the invocation is sampled."""
    made = Daemon()
    aws.client.cache_clear()
    with mocked_aws():
        s3 = real_client("s3")
        s3.create_bucket(Bucket="lakehouse")
        s3.put_bucket_versioning(Bucket="lakehouse", VersioningConfiguration={"Status": "Enabled"})
        for name in QUEUES:
            monkeypatch.setenv(name, real_client("sqs").create_queue(QueueName=name)["QueueUrl"])
        real_client("dynamodb").create_table(
            TableName="sessions",
            KeySchema=[{"AttributeName": "date", "KeyType": "HASH"}, {"AttributeName": "session", "KeyType": "RANGE"}],
            AttributeDefinitions=[
                {"AttributeName": "date", "AttributeType": "S"},
                {"AttributeName": "session", "AttributeType": "S"},
            ],
            BillingMode="PAY_PER_REQUEST",
        )
        real_client("events").create_event_bus(Name="changes")
        monkeypatch.setenv("BUCKET_NAME", "lakehouse")
        monkeypatch.setenv("SESSIONS_TABLE", "sessions")
        monkeypatch.setenv("EVENT_BUS_NAME", "changes")
        monkeypatch.setenv("_X_AMZN_TRACE_ID", TRACE)
        monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "a-function")
        monkeypatch.setenv("AWS_XRAY_DAEMON_ADDRESS", made.address)
        yield made
    aws.client.cache_clear()
    made.close()


def run(stage: str, event: Any) -> Any:
    """Run a stage's function in the environment of this process."""
    os.environ["STAGE_NAME"] = stage
    try:
        return load_handler(stage)(event, CONTEXT)
    finally:
        del os.environ["STAGE_NAME"]


def object_created(key: str) -> dict[str, Any]:
    detail = {"bucket": {"name": "lakehouse"}, "object": {"key": key}}
    return {"Records": [sqs_record("1", json.dumps({"detail": detail}))]}


def drop_post() -> str:
    key = bronze_key(read_post(POST))
    real_client("s3").put_object(Bucket="lakehouse", Key=key, Body=POST, Metadata={"correlation-id": "an-id"})
    return key


def calls(segments: list[Segment]) -> list[tuple[str, str]]:
    return [(one["name"], one["aws"]["operation"]) for one in segments if one.get("namespace") == "aws"]


# What is sent


def test_a_message_and_each_of_its_calls_is_a_subsegment(daemon: Daemon) -> None:
    """The message is below the function's own segment, which Lambda sends, and its calls are below it."""
    run("strip_post_html", object_created(drop_post()))
    stage, *below = daemon.received()
    assert ("strip_post_html", PARENT) == (stage["name"], stage["parent_id"])
    assert {stage["id"]} == {one["parent_id"] for one in below}
    assert {("S3", "GetObject"), ("S3", "ListObjectVersions"), ("SQS", "SendMessage")} == set(calls(below))
    for one in (stage, *below):
        assert ("subsegment", ROOT, 16) == (one["type"], one["trace_id"], len(one["id"]))
        assert one["start_time"] <= one["end_time"]
        assert {"correlation_id": "an-id"} == one["annotations"]


def test_a_call_says_what_it_is_about(daemon: Daemon) -> None:
    """Operation, region, request id and the resource, under the names that X-Ray has for them."""
    key = drop_post()
    run("strip_post_html", object_created(key))
    read = next(one for one in daemon.received() if one.get("aws", {}).get("operation") == "GetObject")
    assert {"bucket_name": "lakehouse", "key": key, "region": "us-east-1", "retries": 0}.items() <= read["aws"].items()
    assert read["aws"]["request_id"]
    assert {"response": {"status": 200}} == read["http"]
    sent = next(one for one in daemon.received() if one["name"] == "SQS")
    assert os.environ["NEXT_QUEUE_URL"] == sent["aws"]["queue_url"]


def test_the_table_and_the_bus_are_called_by_their_names(daemon: Daemon) -> None:
    """Calls of DynamoDB and EventBridge are recorded, each with its resource."""
    week = json.loads((Path(__file__).parents[2] / "events" / "save_sessions_to_bucket.json").read_bytes())
    records = json.loads(week["Records"][0]["body"])["records"]
    key = "silver/sessions/2021/week_10--2021-03-08__2021-03-14.jsonl"
    body = "".join(json.dumps(one) + "\n" for one in records).encode()
    real_client("s3").put_object(Bucket="lakehouse", Key=key, Body=body, Metadata={"correlation-id": "an-id"})
    run("load_sessions_to_table", object_created(key))
    run("fan_out_session_changes", {"Records": [record(1, None, "Snatch")]})
    segments = daemon.received()
    assert {"sessions"} == {one["aws"]["table_name"] for one in segments if one["name"] == "DynamoDB"}
    assert {"changes"} == {one["aws"]["event_bus_name"] for one in segments if one["name"] == "EventBridge"}


def test_a_request_to_the_blog_is_one_without_its_query(daemon: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
    """Host, path and status; each post that is sent on is found by its own id."""
    with serve([a_post(1), a_post(2)]) as url:
        monkeypatch.setattr("wod.plumbing.fetching.site.client", _client_of_this_machine)
        for name, value in (("WORDPRESS_URL", url), ("WORDPRESS_CATEGORY", "213"), ("WORDPRESS_SECRET_ARN", "")):
            monkeypatch.setenv(name, value)
        run("get_invictus_post", {"page": 1})
    segments = daemon.received()
    calls = [one for one in segments if one.get("namespace") == "remote"]
    assert [("127.0.0.1", 200)] == [(one["name"], one["http"]["response"]["status"]) for one in calls]
    assert {"method": "GET", "url": f"{url}/wp-json/wp/v2/posts"} == calls[0]["http"]["request"]
    sent = [one["annotations"]["correlation_id"] for one in segments if one["name"] == "SQS"]
    messages = real_client("sqs").receive_message(QueueUrl=os.environ["NEXT_QUEUE_URL"], MaxNumberOfMessages=10)
    assert sent == [json.loads(one["Body"])["correlation_id"] for one in messages["Messages"]]


def _client_of_this_machine(service: str) -> Any:
    """A client whose endpoint says that this is an embedded cloud, so that the blog may be without TLS."""
    make: Callable[..., Any] = boto3.client
    return make(service, endpoint_url="http://127.0.0.1:1")


def test_no_redirect_brings_the_credentials_into_a_segment(daemon: Daemon) -> None:
    """The path of a redirect is of the server's choice, and it has just been sent the credentials."""
    secrets = Secrets("a-coach", "abcd efgh ijkl")

    class Repeats(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", f"/{self.headers['Authorization'].replace('=', '%3d')}/?a=1")
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Repeats)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tracing.work("a stage"), pytest.raises(Redirected):
        exchange("http://{}:{}/wp-json/".format(*server.server_address[:2]), {"a": 1}, secrets, time.monotonic() + 20)
    server.shutdown()
    server.server_close()
    urls = [one["http"]["request"]["url"] for one in daemon.received() if "http" in one]
    assert (6, []) == (len(urls), [url for url in urls if secrets.token.rstrip("=") in url])


def test_a_topic_is_named_too(daemon: Daemon) -> None:
    """Any service that a function may come to call has its subsegments."""
    topic = real_client("sns").create_topic(Name="people")["TopicArn"]
    aws.client("sns").publish(TopicArn=topic, Message="a text for people")
    (published,) = daemon.received()
    assert ("SNS", topic, PARENT) == (published["name"], published["aws"]["topic_arn"], published["parent_id"])


def test_nothing_that_a_post_says_is_in_a_segment(daemon: Daemon) -> None:
    """A segment has neither the post's text, nor its title, nor what a refusal quotes of it."""
    run("strip_post_html", object_created(drop_post()))
    run("group_post_by_day", {"Records": [sqs_record("1", '{"source": "Snatch Balance"}')]})
    daemon.received()
    sent = b"".join(daemon.datagrams)
    assert not [
        word for word in (b"Snatch", b"Squat", b"Monday", b"rest", read_post(POST).title.encode()) if word in sent
    ]


# How the trace goes on


def test_a_message_carries_the_trace_to_the_next_stage(daemon: Daemon) -> None:
    """Its parent there is the call that sent it; the part of the header by which Lambda finds loops stays."""
    headers: list[str] = []
    aws.client("sqs").meta.events.register(
        "before-sign", lambda request, **_: headers.append(str(request.headers["X-Amzn-Trace-Id"]))
    )
    run("strip_post_html", object_created(drop_post()))
    (sent,) = (one for one in daemon.received() if one["name"] == "SQS")
    received = real_client("sqs").receive_message(
        QueueUrl=os.environ["NEXT_QUEUE_URL"], MessageSystemAttributeNames=["AWSTraceHeader"]
    )
    carried = f"Root={ROOT};Parent={sent['id']};Sampled=1;Lineage=1:a87bd80c:0"
    assert carried == received["Messages"][0]["Attributes"]["AWSTraceHeader"]
    assert [carried] == headers


# What failed


@pytest.fixture
def failing(daemon: Daemon) -> Iterator[Callable[[int], Any]]:
    """Return a factory of clients of a bucket that answers with a status, at once and once."""
    statuses: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = {
                404: b"<Error><Code>NoSuchKey</Code><Message>a secret</Message></Error>",
                429: b"<Error><Code>TooManyRequests</Code></Error>",
                503: b"<Error><Code>SlowDown</Code></Error>",
                500: b"<Error><Code>InternalError</Code></Error>",
            }[statuses[0]]
            self.send_response(statuses[0])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
            """Say nothing."""

    def client(status: int) -> Any:
        statuses.append(status)
        made = boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{server.server_port}",
            config=Config(retries={"total_max_attempts": 1}),
        )
        tracing.watch(made)
        return made

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield client
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("status", "code", "marks"),
    [
        (404, "NoSuchKey", {"error"}),
        (429, "TooManyRequests", {"error", "throttle"}),
        (503, "SlowDown", {"fault", "throttle"}),
        (500, "InternalError", {"fault"}),
    ],
)
def test_a_call_that_fails_says_whose_fault_it_is(
    daemon: Daemon, failing: Callable[[int], Any], status: int, code: str, marks: set[str]
) -> None:
    """It is our error, the service's fault, or a throttle after too many calls; it has the code, and no message."""
    with pytest.raises(ClientError):
        failing(status).get_object(Bucket="lakehouse", Key="a")
    (call,) = daemon.received()
    assert marks == {mark for mark in ("error", "fault", "throttle") if call.get(mark)}
    assert [code] == [one["type"] for one in call["cause"]["exceptions"]]
    assert status == call["http"]["response"]["status"]
    assert b"a secret" not in daemon.datagrams[0]


def test_a_call_without_an_answer_is_a_fault(daemon: Daemon) -> None:
    """The kind of the exception is the cause."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    client = boto3.client(
        "s3", endpoint_url=f"http://127.0.0.1:{port}", config=Config(retries={"total_max_attempts": 1})
    )
    tracing.watch(client)
    with pytest.raises(BotoCoreError):
        client.get_object(Bucket="lakehouse", Key="a")
    (call,) = daemon.received()
    assert (True, "EndpointConnectionError") == (call["fault"], call["cause"]["exceptions"][0]["type"])


def test_a_stage_that_fails_is_a_fault(daemon: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its segment says so with the kind of the exception; Lambda itself sees a function that reports a message."""
    monkeypatch.setenv("BUCKET_NAME", "no-such-bucket")
    with pytest.raises(Exception, match="NoSuchBucket"):
        run("strip_post_html", object_created(drop_post()))
    stage, *_ = daemon.received()
    assert (True, "NoSuchBucket") == (stage["fault"], stage["cause"]["exceptions"][0]["type"])


# What is not sent


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("_X_AMZN_TRACE_ID", TRACE.replace("Sampled=1", "Sampled=0")),
        ("_X_AMZN_TRACE_ID", ""),
        ("_X_AMZN_TRACE_ID", "junk"),
        ("AWS_XRAY_DAEMON_ADDRESS", ""),
        ("AWS_XRAY_DAEMON_ADDRESS", "junk"),
        ("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:99999"),
        ("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:9"),
    ],
)
def test_without_a_trace_or_a_daemon_the_work_is_done_all_the_same(
    daemon: Daemon, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    """Nothing is sent to anyone, and the result is the same."""
    monkeypatch.setenv(variable, value)
    assert {"batchItemFailures": []} == run("strip_post_html", object_created(drop_post()))
    assert [] == daemon.received()
    received = real_client("sqs").receive_message(QueueUrl=os.environ["NEXT_QUEUE_URL"])
    assert 1 == len(received["Messages"])


def test_both_forms_of_the_daemons_address_are_read(daemon: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one address for all protocols, or one for each."""
    monkeypatch.setenv("AWS_XRAY_DAEMON_ADDRESS", f"tcp:127.0.0.1:1 udp:{daemon.address}")
    aws.client("s3").list_objects_v2(Bucket="lakehouse")
    assert [("S3", "ListObjectsV2")] == calls(daemon.received())
