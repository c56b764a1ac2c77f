"""docs/security.md lists all permissions."""

from typing import Any

import pytest
from docs.make import DOCUMENT, permissions, tables

from wod_cli import PROJECT

type Template = dict[str, Any]

FUNCTIONS = sorted(path.parent.name for path in (PROJECT / "functions").glob("*/app.py"))


def body_of(template: Template, function: str) -> dict[str, Any]:
    """The properties of a function."""
    (body,) = (
        body["Properties"]
        for body in template["Resources"].values()
        if body["Type"] == "AWS::Serverless::Function" and body["Properties"]["CodeUri"] == f"functions/{function}"
    )
    properties: dict[str, Any] = body
    return properties


def events_of(template: Template, function: str) -> list[dict[str, Any]]:
    return list(body_of(template, function).get("Events", {}).values())


def queues_for(template: Template, function: str) -> list[str]:
    """The queues that feed a function."""
    resources = template["Resources"]
    return [
        trigger["Properties"]["EventSourceArn"]["Fn::GetAtt"][0]
        for trigger in resources.values()
        if trigger["Type"] == "AWS::Lambda::EventSourceMapping"
        and resources[trigger["Properties"]["FunctionName"]["Ref"]]["Properties"] is body_of(template, function)
    ]


def test_the_document_has_the_tables_of_the_template(template: Template) -> None:
    """A change of a role or of a resource's policy changes docs/security.md with it; `make docs` rewrites it."""
    document = DOCUMENT.read_text(encoding="utf-8")
    assert all(table in document for table in tables(template).values())


def allowed(template: Template, function: str, *services: str) -> list[tuple[set[str], list[Any]]]:
    """Return the role's permissions for some services, statement by statement."""
    return [
        (set(permission.actions), permission.resources)
        for permission in permissions(template)
        if permission.function == function and permission.actions[0].split(":")[0] in services
    ]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_lambda_takes_messages_for_a_function_from_its_own_queue_only(template: Template, function: str) -> None:
    """Lambda's permissions to take messages and records cover the function's own source, and nothing else."""
    queues = queues_for(template, function)
    streams = [event["Properties"]["Stream"] for event in events_of(template, function) if event["Type"] == "DynamoDB"]
    messages = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
    taken = [(actions, places) for actions, places in allowed(template, function, "sqs") if actions & messages]
    assert [(messages, [{"Fn::GetAtt": [queue, "Arn"]}]) for queue in queues] == taken

    records = {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"}
    read = [(actions, places) for actions, places in allowed(template, function, "dynamodb") if actions & records]
    assert [(records, [stream]) for stream in streams] == read
    assert (0 if function == "keep_runs" else 1) == len(queues + streams)  # which CloudWatch Logs invokes


@pytest.mark.parametrize("function", FUNCTIONS)
def test_lambda_leaves_what_failed_where_the_function_says(template: Template, function: str) -> None:
    """A role may send to a queue of failures only if the function, or its stream, names it as the destination."""
    body = body_of(template, function)
    configured = [body.get("EventInvokeConfig", {}), *(event["Properties"] for event in events_of(template, function))]
    named = [one["DestinationConfig"]["OnFailure"]["Destination"] for one in configured if "DestinationConfig" in one]
    sent = [
        place
        for actions, places in allowed(template, function, "sqs")
        if actions == {"sqs:SendMessage"}
        for place in places
    ]
    assert named == [place for place in sent if place["Fn::GetAtt"][0].endswith("Failures")]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_writes_to_its_own_log_only(template: Template, function: str) -> None:
    """The log group of the role is that of the function."""
    group = body_of(template, function)["LoggingConfig"]["LogGroup"]["Ref"]
    ((actions, places),) = allowed(template, function, "logs")
    assert ({"logs:CreateLogStream", "logs:PutLogEvents"}, [{"Fn::GetAtt": [group, "Arn"]}]) == (actions, places)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_touches_objects_by_prefix_only(template: Template, function: str) -> None:
    """Permissions to read, write or delete have a prefix; a function has its own quarantine, and the figures of a week
    have one writer, as has the site."""
    for actions, places in allowed(template, function, "s3"):
        if actions <= {"s3:ListBucket", "s3:ListBucketVersions"}:
            continue
        for place in (place["Fn::Sub"].removeprefix("${Bucket.Arn}/") for place in places):
            assert place.count("/") == 2 or place in ("site/*", "runs/*")
            assert place.endswith("/*")
            assert not place.startswith("quarantine/") or place == f"quarantine/{function}/*"
            if "s3:PutObject" in actions:
                assert place != "gold/aggregations/*" or function == "aggregate_week"
                assert not place.startswith(("site/", "gold/site")) or function == "render_week"
                assert place != "runs/*" or function == "keep_runs"


def test_only_the_fetch_reads_a_secret_and_only_if_there_is_one(template: Template) -> None:
    """The permission exists if a secret is configured, and covers only that secret."""
    found = [one for one in permissions(template) if "secretsmanager" in str(one.actions)]
    assert [("get_invictus_post", ["secretsmanager:GetSecretValue"], [{"Ref": "WordPressSecretArn"}])] == [
        (one.function, one.actions, one.resources) for one in found
    ]
    assert ["if `SecretGiven`"] == found[0].conditions


def test_every_permission_says_what_it_is_for(template: Template) -> None:
    """Each statement of a role has a sentence before it in the template, which the document shows."""
    assert [] == [permission for permission in permissions(template) if not permission.reason]
