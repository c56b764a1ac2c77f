"""Each permission of each role is needed: taken away, the function says what it lacks; given back, the same works.

The stack has an embedded cloud of its own, in which no queue feeds a function: each runs only when a test invokes it.
"""

import base64
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import replace
from dataclasses import dataclass, field
from datetime import date, timedelta
from fnmatch import fnmatchcase
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from boto3.dynamodb.types import TypeSerializer

from tests.e2e.posts import PULLS, SQUATS, raw, week_post
from wod.blog import load_blog
from wod.figures.week import aggregate_week
from wod.keys import KNOWN_KEY, bronze_key, gold_key, silver_key
from wod.messages import PostMessage, RecordsMessage
from wod.reading.cleaning import clean_records
from wod.reading.post import post_from
from wod.reading.whole_post import read_records
from wod.week_file import typed_records, write_week
from wod_cli import PROJECT
from wod_cli.deployed.stack import Stack, find_stack
from wod_cli.embedded import cloud
from wod_cli.embedded.deploy import deploy
from wod_cli.testbed import small_wordpress
from wod_cli.testbed.small_wordpress import Request

pytestmark = pytest.mark.timeout(900)

USER, PASSWORD = "a-coach", "a-password-of-the-blog"
BLOG = [
    week_post(monday, {"Monday": SQUATS}) | {"categories": [213]} for monday in (date(2019, 3, 4), date(2019, 3, 11))
]
NEEDS_IT = "needs it"
"""The id of the message, or of the record of a stream, for which a permission is needed."""

type Record = dict[str, Any]


@dataclass
class Bench:
    """The deployed functions, invoked one by one. Every test has a week, and so a post, of its own."""

    stack: Stack
    folder: Path
    requests: list[Request]
    mondays: Iterator[date] = field(
        default_factory=lambda: (date(2015, 1, 5) + timedelta(weeks=number) for number in count())
    )

    @property
    def bucket(self) -> str:
        return self.stack.outputs["BucketName"]

    def run(self, function: str, records: list[Record]) -> tuple[list[str], str]:
        """Return the records that the function leaves in the queue or the stream, and its log."""
        began = int(time.time() * 1000)
        answer = self.stack.client("lambda").invoke(
            FunctionName=f"invictus-weightlifting-dev-{function}", Payload=json.dumps({"Records": records}).encode()
        )
        log = self.log_of(function, began)
        if "FunctionError" in answer:  # then all of them come again
            return [id_of(record) for record in records], log
        failures = json.load(answer["Payload"]).get("batchItemFailures", [])  # a stream has none
        return [failure["itemIdentifier"] for failure in failures], log

    def log_of(self, function: str, began: int = 0) -> str:
        """Return the function's log since that time, in milliseconds."""
        group = f"/aws/lambda/invictus-weightlifting-dev-{function}"
        pages = self.stack.client("logs").get_paginator("filter_log_events")
        found = pages.paginate(logGroupName=group, startTime=began)
        return "\n".join(event["message"] for page in found for event in page["events"])

    def role_of(self, function: str) -> str:
        configuration = self.stack.client("lambda").get_function_configuration(
            FunctionName=f"invictus-weightlifting-dev-{function}"
        )
        role: str = configuration["Role"].rpartition("/")[2]
        return role

    def policies(self, role: str) -> dict[str, list[dict[str, Any]]]:
        """The policies of a role by their names, each as statements with one action and one resource."""
        iam = self.stack.client("iam")
        return {
            name: [
                {**statement, "Action": action, "Resource": resource}
                for statement in iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]["Statement"]
                for action in each(statement["Action"])
                for resource in each(statement["Resource"])
            ]
            for name in iam.list_role_policies(RoleName=role)["PolicyNames"]
        }

    @contextmanager
    def without(self, function: str, action: str, place: str) -> Iterator[None]:
        """Take one permission away, and give it back at the end."""
        role = self.role_of(function)
        policies = self.policies(role)
        rest = {
            name: [statement for statement in statements if not is_for(statement, action, place)]
            for name, statements in policies.items()
        }
        taken = sum(len(statements) - len(rest[name]) for name, statements in policies.items())
        assert 1 == taken, f"{function} has {taken} times what this test takes away"
        try:
            self._put(role, rest)
            yield
        finally:
            self._put(role, policies)

    def _put(self, role: str, policies: dict[str, list[dict[str, Any]]]) -> None:
        for name, statements in policies.items():
            wanted = {"RoleName": role, "PolicyName": name}
            document = json.dumps({"Version": "2012-10-17", "Statement": statements})
            if statements:
                self.stack.client("iam").put_role_policy(**wanted, PolicyDocument=document)
            else:
                self.stack.client("iam").delete_role_policy(**wanted)

    # What a test needs before the function runs

    def post(self) -> dict[str, Any]:
        """A post that no other test has."""
        return week_post(next(self.mondays), {"Monday": SQUATS, "Tuesday": PULLS})

    def put(self, key: str, body: bytes) -> str:
        """Put an object into the bucket; its version."""
        version: str = self.stack.client("s3").put_object(Bucket=self.bucket, Key=key, Body=body)["VersionId"]
        return version

    def drop(self, post: dict[str, Any], versions: int = 1, key: str = "") -> RecordsMessage:
        """Put a raw post into bronze, in this many versions that differ; its result in the end."""
        key = key or bronze_key(post_from(post))
        *_, version = [self.put(key, raw(post) + b" " * number) for number in range(versions)]
        message = read_records(raw(post), key, version, "a-run", load_blog("invictus"))
        return replace(message, records=clean_records(message.records))

    def created(self, key: str) -> Record:
        """The message about a new object."""
        return message(json.dumps({"detail": {"bucket": {"name": self.bucket}, "object": {"key": key}}}))


def each[Value](one_or_many: Value | list[Value]) -> list[Value]:
    return one_or_many if isinstance(one_or_many, list) else [one_or_many]


def is_for(statement: dict[str, Any], action: str, place: str) -> bool:
    """Return whether it allows the action on a resource whose ARN ends with the place."""
    return statement["Action"] == action and fnmatchcase(statement["Resource"], f"*{place}")


def message(body: str, message_id: str = NEEDS_IT) -> Record:
    return {"messageId": message_id, "eventSource": "aws:sqs", "body": body}


def id_of(record: Record) -> str:
    """The identifier of a record that a function leaves in the queue or the stream."""
    name: str = record["messageId"] if "messageId" in record else record["dynamodb"]["SequenceNumber"]
    return name


def sample(function: str) -> Callable[[Bench], Record]:
    """The message of the sample event."""
    event = json.loads((PROJECT / "events" / f"{function}.json").read_bytes())
    return lambda _: message(event["Records"][0]["body"])


# The input of each function, by the permission that it needs for it.


def a_page(_: Bench) -> Record:
    return message('{"posts_per_page": 1, "page": 1}')


def a_backfill(_: Bench) -> Record:
    return message('{"posts_per_page": 1}')


def a_first_backfill(bench: Bench) -> Record:
    """A blog without known posts; known ones would not be written again within a second."""
    bench.stack.client("s3").delete_object(Bucket=bench.bucket, Key=KNOWN_KEY)
    return a_backfill(bench)


def nonsense(bench: Bench) -> Record:
    return message(f'"Not a message, in the week of {next(bench.mondays)}."')


def a_fetched_post(bench: Bench) -> Record:
    return fetched(bench.post())


def a_renamed_post(bench: Bench) -> Record:
    post = bench.post()
    assert [] == bench.run("dump-post-to-bucket", [fetched(post)])[0]
    return fetched(post | {"slug": f"{post['slug']}-renamed", "modified_gmt": "2020-01-01T00:00:00"})


def an_unchanged_post(bench: Bench) -> Record:
    """A post whose text is in bronze, modified since."""
    post = bench.post()
    assert [] == bench.run("dump-post-to-bucket", [fetched(post)])[0]
    return fetched(post | {"modified_gmt": "2020-01-01T00:00:00"})


def an_unchanged_post_over_dropped_ones(bench: Bench) -> Record:
    """The same, over older versions that were dropped by hand."""
    post = bench.post()
    bench.drop(post | {"title": {"rendered": f"{post['title']['rendered']} (Draft)"}}, versions=2)
    post |= {"modified_gmt": "2019-12-31T00:00:00"}
    assert [] == bench.run("dump-post-to-bucket", [fetched(post)])[0]
    return fetched(post | {"modified_gmt": "2020-01-01T00:00:00"})


def a_fetched_post_whose_key_has_passed(bench: Bench) -> Record:
    post = bench.post()
    later = post | {"id": post["id"] + 1_000_000, "modified_gmt": "2020-01-01T00:00:00"}
    assert [] == bench.run("dump-post-to-bucket", [fetched(later)])[0]
    return fetched(post)


def fetched(post: dict[str, Any]) -> Record:
    sent = PostMessage(correlation_id="a-run", fetched_at="2021-03-08T01:10:00", post=post)
    return message(msgspec.json.encode(sent).decode())


def a_raw_post(bench: Bench) -> Record:
    return bench.created(bench.drop(bench.post()).source.bronze_key)


def a_raw_post_of_two_versions(bench: Bench) -> Record:
    return bench.created(bench.drop(bench.post(), versions=2).source.bronze_key)


def a_raw_post_over_another(bench: Bench) -> Record:
    post = bench.post()
    bench.drop(post | {"id": post["id"] + 1_000_000})
    return bench.created(bench.drop(post).source.bronze_key)


def clean_sessions(bench: Bench) -> Record:
    return message(msgspec.json.encode(bench.drop(bench.post())).decode())


def clean_sessions_of_an_earlier_version(bench: Bench) -> Record:
    post = bench.post()
    made = bench.drop(post)
    bench.drop(post, versions=2)
    return message(msgspec.json.encode(made).decode())


def clean_sessions_older_than_what_silver_has(bench: Bench) -> Record:
    post = bench.post()
    newer = bench.drop(post | {"modified_gmt": "2020-01-01T00:00:00"})
    assert [] == bench.run("save-sessions-to-bucket", [message(msgspec.json.encode(newer).decode())])[0]
    return message(msgspec.json.encode(bench.drop(post, key=f"bronze/raw/copies/{post['slug']}.json")).decode())


def a_week(bench: Bench) -> Record:
    made = bench.drop(bench.post())
    bench.put(key := silver_key(made.week), write_week(made.records))
    return bench.created(key)


def a_week_below_its_thresholds(bench: Bench) -> Record:
    made = bench.drop(week_post(next(bench.mondays), {"Monday": ["A.", "Snork 3 glorps x 7 @ gear 5"]}))
    bench.put(key := silver_key(made.week), write_week(made.records))
    return bench.created(key)


def a_week_of_the_pipeline(bench: Bench) -> Record:
    made = bench.drop(bench.post())
    assert [] == bench.run("save-sessions-to-bucket", [message(msgspec.json.encode(made).decode())])[0]
    return bench.created(silver_key(made.week))


def a_week_to_come(bench: Bench) -> Record:
    made = bench.drop(week_post(next(bench.mondays) + timedelta(weeks=2600), {"Monday": SQUATS}))
    bench.put(silver_key(made.week), write_week(made.records))
    return bench.created(gold_key(made.week))


def a_week_that_lost_a_session(bench: Bench) -> Record:
    made = bench.drop(bench.post())
    bench.put(key := silver_key(made.week), write_week(made.records))
    item = {"date": {"S": made.week.start_date}, "session": {"S": "No longer in silver"}}
    bench.stack.client("dynamodb").put_item(TableName=bench.stack.outputs["SessionsTableName"], Item=item)
    return bench.created(key)


def a_week_of_figures(bench: Bench) -> Record:
    made = bench.drop(bench.post())
    bench.put(silver_key(made.week), write_week(made.records))
    figures = aggregate_week(
        made.week, typed_records(made.records), None, {}, silver_key(made.week), load_blog("invictus")
    )
    bench.put(key := gold_key(made.week), json.dumps(figures).encode())
    return bench.created(key)


def a_week_whose_neighbour_is_no_more(bench: Bench) -> Record:
    bench.put(f"site/weeks/{next(bench.mondays)}.html", b"")
    return a_week_of_figures(bench)


def a_change_of_a_session(_: Bench) -> Record:
    event = json.loads((PROJECT / "events" / "fan_out_session_changes.json").read_bytes())
    record: Record = event["Records"][0]
    session = TypeSerializer().serialize("A session of its own")
    record["dynamodb"] |= {"SequenceNumber": NEEDS_IT}
    record["dynamodb"]["NewImage"] |= {"session": session}
    return record


def a_change_that_no_event_can_say(bench: Bench) -> Record:
    record = a_change_of_a_session(bench)
    record["dynamodb"]["NewImage"] |= {"photo": {"B": "AAEC"}}
    return record


def again(function: str, make: Callable[[Bench], Record]) -> Callable[[Bench], Record]:
    """An object that is in quarantine already."""

    def kept(bench: Bench) -> Record:
        record = make(bench)
        assert [] == bench.run(function, [record])[0]
        return record

    return kept


NEEDED: dict[tuple[str, str, str], Callable[[Bench], Record]] = {
    ("get-invictus-post", "sqs:SendMessage", "-dev-get-invictus-post"): a_backfill,
    ("get-invictus-post", "sqs:SendMessage", "-dev-dump-post-to-bucket"): a_page,
    ("get-invictus-post", "secretsmanager:GetSecretValue", ":secret:blog-*"): a_page,
    ("get-invictus-post", "s3:GetObject", "/bronze/blog/[*]"): a_page,
    ("get-invictus-post", "s3:PutObject", "/bronze/blog/[*]"): a_first_backfill,
    ("get-invictus-post", "s3:PutObject", "/quarantine/get_invictus_post/[*]"): nonsense,
    ("dump-post-to-bucket", "sqs:SendMessage", "-dev-save-sessions-to-bucket"): a_fetched_post_whose_key_has_passed,
    ("dump-post-to-bucket", "s3:GetObject", "/bronze/raw/[*]"): a_fetched_post,
    ("dump-post-to-bucket", "s3:PutObject", "/bronze/raw/[*]"): a_fetched_post,
    ("dump-post-to-bucket", "s3:DeleteObject", "/bronze/raw/[*]"): a_renamed_post,
    ("dump-post-to-bucket", "s3:GetObject", "/bronze/posts/[*]"): a_fetched_post,
    ("dump-post-to-bucket", "s3:PutObject", "/bronze/posts/[*]"): a_fetched_post,
    ("dump-post-to-bucket", "s3:GetObjectVersion", "/bronze/raw/[*]"): an_unchanged_post_over_dropped_ones,
    ("dump-post-to-bucket", "s3:GetObject", "/silver/posts/[*]"): an_unchanged_post,
    ("dump-post-to-bucket", "s3:GetObject", "/bronze/forgotten/[*]"): an_unchanged_post,
    ("dump-post-to-bucket", "s3:ListBucketVersions", ""): an_unchanged_post,
    ("dump-post-to-bucket", "s3:PutObject", "/quarantine/dump_post_to_bucket/[*]"): nonsense,
    ("strip-post-html", "sqs:SendMessage", "-dev-group-post-by-day"): a_raw_post,
    ("strip-post-html", "sqs:SendMessage", "-dev-save-sessions-to-bucket"): a_raw_post_over_another,
    ("strip-post-html", "s3:GetObject", "/bronze/raw/[*]"): a_raw_post,
    ("strip-post-html", "s3:GetObjectVersion", "/bronze/raw/[*]"): a_raw_post_of_two_versions,
    ("strip-post-html", "s3:GetObject", "/bronze/posts/[*]"): a_raw_post_of_two_versions,
    ("strip-post-html", "s3:ListBucketVersions", ""): a_raw_post,
    ("strip-post-html", "s3:PutObject", "/quarantine/strip_post_html/[*]"): nonsense,
    ("group-post-by-day", "sqs:SendMessage", "-dev-segment-days"): sample("group_post_by_day"),
    ("group-post-by-day", "s3:PutObject", "/quarantine/group_post_by_day/[*]"): nonsense,
    ("segment-days", "sqs:SendMessage", "-dev-sessions-to-date-records"): sample("segment_days"),
    ("segment-days", "s3:PutObject", "/quarantine/segment_days/[*]"): nonsense,
    ("sessions-to-date-records", "sqs:SendMessage", "-dev-clean-session-records"): sample("sessions_to_date_records"),
    ("sessions-to-date-records", "s3:PutObject", "/quarantine/sessions_to_date_records/[*]"): nonsense,
    ("clean-session-records", "sqs:SendMessage", "-dev-save-sessions-to-bucket"): sample("clean_session_records"),
    ("clean-session-records", "s3:PutObject", "/quarantine/clean_session_records/[*]"): nonsense,
    ("save-sessions-to-bucket", "s3:GetObject", "/silver/sessions/[*]"): clean_sessions,
    ("save-sessions-to-bucket", "s3:PutObject", "/silver/sessions/[*]"): clean_sessions,
    ("save-sessions-to-bucket", "s3:GetObject", "/silver/posts/[*]"): clean_sessions,
    ("save-sessions-to-bucket", "s3:PutObject", "/silver/posts/[*]"): clean_sessions,
    ("save-sessions-to-bucket", "s3:GetObject", "/bronze/raw/[*]"): clean_sessions,
    ("save-sessions-to-bucket", "s3:GetObjectVersion", "/bronze/raw/[*]"): clean_sessions_of_an_earlier_version,
    ("save-sessions-to-bucket", "s3:GetObject", "/bronze/posts/[*]"): clean_sessions_older_than_what_silver_has,
    ("save-sessions-to-bucket", "s3:GetObject", "/bronze/forgotten/[*]"): clean_sessions_older_than_what_silver_has,
    ("save-sessions-to-bucket", "s3:ListBucketVersions", ""): clean_sessions_of_an_earlier_version,
    ("save-sessions-to-bucket", "s3:PutObject", "/quarantine/save_sessions_to_bucket/[*]"): nonsense,
    ("load-sessions-to-table", "s3:GetObject", "/silver/sessions/[*]"): a_week,
    ("load-sessions-to-table", "s3:ListBucketVersions", ""): a_week,
    ("load-sessions-to-table", "dynamodb:Query", "-sessions-dev"): a_week,
    ("load-sessions-to-table", "dynamodb:BatchGetItem", "-sessions-dev"): a_week_of_the_pipeline,
    ("load-sessions-to-table", "dynamodb:PutItem", "-sessions-dev"): a_week,
    ("load-sessions-to-table", "dynamodb:DeleteItem", "-sessions-dev"): a_week_that_lost_a_session,
    ("load-sessions-to-table", "s3:PutObject", "/quarantine/load_sessions_to_table/[*]"): nonsense,
    ("aggregate-week", "s3:GetObject", "/silver/sessions/[*]"): a_week,
    ("aggregate-week", "s3:GetObject", "/silver/posts/[*]"): a_week,
    ("aggregate-week", "s3:GetObject", "/gold/aggregations/[*]"): a_week,
    ("aggregate-week", "s3:PutObject", "/gold/aggregations/[*]"): a_week,
    ("aggregate-week", "s3:GetObject", "/announced/quality/[*]"): a_week_below_its_thresholds,
    ("aggregate-week", "s3:PutObject", "/announced/quality/[*]"): a_week_below_its_thresholds,
    ("aggregate-week", "sns:Publish", "-dev-alerts"): a_week_below_its_thresholds,
    ("aggregate-week", "s3:PutObject", "/quarantine/aggregate_week/[*]"): nonsense,
    ("announce-week", "s3:GetObject", "/silver/sessions/[*]"): a_week_to_come,
    ("announce-week", "s3:GetObject", "/announced/weeks/[*]"): a_week_to_come,
    ("announce-week", "s3:PutObject", "/announced/weeks/[*]"): a_week_to_come,
    ("announce-week", "s3:PutObject", "/quarantine/announce_week/[*]"): nonsense,
    ("render-week", "s3:GetObject", "/silver/sessions/[*]"): a_week_of_figures,
    ("render-week", "s3:GetObject", "/gold/aggregations/[*]"): a_week_of_figures,
    ("render-week", "s3:GetObject", "/gold/site/[*]"): a_week_of_figures,
    ("render-week", "s3:PutObject", "/gold/site/[*]"): a_week_of_figures,
    ("render-week", "s3:GetObject", "/gold/site_summaries/[*]"): a_week_of_figures,
    ("render-week", "s3:PutObject", "/gold/site_summaries/[*]"): a_week_of_figures,
    ("render-week", "s3:PutObject", "-us-east-1/site/[*]"): a_week_of_figures,
    ("render-week", "s3:DeleteObject", "-us-east-1/site/[*]"): a_week_whose_neighbour_is_no_more,
    ("render-week", "s3:PutObject", "/quarantine/render_week/[*]"): nonsense,
    ("fan-out-session-changes", "events:PutEvents", ":event-bus/invictus-weightlifting-dev"): a_change_of_a_session,
    (
        "fan-out-session-changes",
        "s3:PutObject",
        "/quarantine/fan_out_session_changes/[*]",
    ): a_change_that_no_event_can_say,
}
"""By function, action, and the end of the resource's ARN: what the function cannot do without that permission."""

NEEDED |= {
    (function, "s3:GetObject", place): again(function, make)
    for (function, action, place), make in list(NEEDED.items())
    if action == "s3:PutObject" and place.startswith("/quarantine/")
}

NOT_ASKED_FOR_HERE = (
    # The embedded cloud's topic lets everybody of its account publish, as one without a policy does; on AWS it has one.
    ("sns:Publish", "-dev-people"),
    # S3 requires it with If-Match, on what is written or deleted; here it does not.
    ("s3:GetObject", "-us-east-1/site/[*]"),
    # With it S3 says that there is no such object, and without it that access is denied; here it says the first always.
    ("s3:ListBucket", ""),
    # What Lambda itself does under the role of a function, before and after the function runs; here it asks no role.
    # tests/integration/test_permissions.py checks that these are about the function's own queue, stream, failures
    # and log.
    ("sqs:ReceiveMessage", ""),
    ("sqs:DeleteMessage", ""),
    ("sqs:GetQueueAttributes", ""),
    ("sqs:SendMessage", "-failures"),
    ("dynamodb:DescribeStream", ""),
    ("dynamodb:GetRecords", ""),
    ("dynamodb:GetShardIterator", ""),
    ("dynamodb:ListStreams", ""),
    ("logs:CreateLogStream", ""),
    ("logs:PutLogEvents", ""),
    # SNS uses the key of a topic as whoever publishes; here it encrypts nothing.
    ("kms:Decrypt", ""),
    ("kms:GenerateDataKey", ""),
    ("xray:PutTraceSegments", ""),
    ("xray:PutTelemetryRecords", ""),
)
"""The permissions that are needed on AWS only, by action and the end of the resource's ARN."""


@pytest.fixture(scope="module")
def bench(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("roles")
    requests: list[Request] = []
    with small_wordpress.serve(BLOG, requests=requests) as url:
        try:
            running = cloud.start(folder, port=0)
            secret = running.client("secretsmanager").create_secret(
                Name="blog", SecretString=json.dumps({"username": USER, "password": PASSWORD})
            )
            deploy(running, folder, {"WordPressUrl": url, "WordPressSecretArn": secret["ARN"]})
            functions = running.client("lambda")
            for mapping in functions.list_event_source_mappings()["EventSourceMappings"]:
                functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
            yield Bench(find_stack("dev", client=running.client), folder, requests)
        finally:
            cloud.stop(folder)


@pytest.mark.parametrize("permission", NEEDED, ids=" ".join)
def test_a_function_without_a_permission_says_so_and_leaves_its_message(
    bench: Bench, permission: tuple[str, str, str]
) -> None:
    """The message stays in the queue, and only that one; the log names the action; given back, it goes through."""
    function, action, place = permission
    record = NEEDED[permission](bench)
    batch = [record, *another(bench, permission)]

    with bench.without(function, action, place):
        left, log = bench.run(function, batch)
    assert [NEEDS_IT] == left, log
    assert f"is not authorized to perform: {action}" in log

    left, log = bench.run(function, batch)
    assert [] == left, log


def another(bench: Bench, permission: tuple[str, str, str]) -> list[Record]:
    """A message of the same function for which the permission is not needed; a stream has none.

    Nonsense is always the same, because after ten new ones in an hour quarantine is another.
    """
    function = permission[0]
    if function == "fan-out-session-changes":
        return []
    if "/quarantine/" not in permission[2]:
        return [message('"Not a message."', "another")]
    useful = next(make for key, make in NEEDED.items() if key[0] == function)
    return [useful(bench) | {"messageId": "another"}]


KEPT = ("keep-runs", "s3:PutObject", "/runs/[*]")
"""It has no queue: CloudWatch Logs invokes it."""


def test_keep_runs_without_its_permission_fails_and_lambda_tries_it_again(bench: Bench) -> None:
    """It says what it lacks; given back, the same log lines are kept."""
    functions, event = bench.stack.client("lambda"), (PROJECT / "events" / "keep_runs.json").read_bytes()
    invoke = {"FunctionName": "invictus-weightlifting-dev-keep-runs", "Payload": event}
    with bench.without(*KEPT):
        failed = functions.invoke(**invoke)
    assert "FunctionError" in failed
    assert "is not authorized to perform: s3:PutObject" in failed["Payload"].read().decode()
    assert "FunctionError" not in functions.invoke(**invoke)


def test_every_permission_is_taken_away_by_a_test_or_needed_on_aws_only(bench: Bench) -> None:
    """Every permission of a role has a known reason."""
    functions = [
        configuration["FunctionName"].removeprefix("invictus-weightlifting-dev-")
        for configuration in bench.stack.client("lambda").list_functions()["Functions"]
    ]
    unknown = [
        (function, statement["Action"], statement["Resource"])
        for function in functions
        for statements in bench.policies(bench.role_of(function)).values()
        for statement in statements
        if not any(key[0] == function and is_for(statement, *key[1:]) for key in (*NEEDED, KEPT))
        and not any(is_for(statement, *use) for use in NOT_ASKED_FOR_HERE)
    ]
    assert 14 == len(functions)
    assert [] == unknown


def test_the_credentials_of_the_blog_stand_nowhere_but_in_the_secret(bench: Bench) -> None:
    """They are sent to the blog, and are in no log, message, object, environment, parameter or output."""
    assert [] == bench.run("get-invictus-post", [a_page(bench)])[0]
    sent = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    assert f"Basic {sent}" == bench.requests[-1].headers["Authorization"]

    name = "invictus-weightlifting-dev"
    queues, bucket, functions = (bench.stack.client(service) for service in ("sqs", "s3", "lambda"))
    queue = queues.get_queue_url(QueueName=f"{name}-dump-post-to-bucket")["QueueUrl"]
    wanted = {"QueueUrl": queue, "MaxNumberOfMessages": 10, "MessageAttributeNames": ["All"]}
    messages = queues.receive_message(**wanted, WaitTimeSeconds=20)["Messages"]
    objects = bucket.list_objects_v2(Bucket=bench.bucket)["Contents"]
    log = bench.log_of("get-invictus-post")
    assert "fetched" in log
    places = {
        "stack": bench.stack.client("cloudformation").describe_stacks(StackName=name)["Stacks"],
        "functions": functions.list_functions()["Functions"],
        "messages": messages,
        "objects": [bucket.get_object(Bucket=bench.bucket, Key=each["Key"])["Body"].read() for each in objects],
        "log": log,
        "everything that ran": cloud.log_file(bench.folder).read_text(),
        "deployment": (bench.folder / "deploy.log").read_text(),
    }
    secrets = (PASSWORD, USER, sent)
    assert [] == [(place, secret) for place, text in places.items() for secret in secrets if secret in str(text)]
