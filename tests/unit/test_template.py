"""The template, read as an auditor would."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from cfnlint.decode.cfn_yaml import loads

from wod.blog import blog_names

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return loads((ROOT / "template.yaml").read_text())


def of_type(template: dict[str, Any], kind: str) -> dict[str, Any]:
    return {name: body["Properties"] for name, body in template["Resources"].items() if body["Type"] == kind}


def test_every_folder_of_functions_is_a_function_of_the_template(template: dict[str, Any]) -> None:
    """Each folder under functions/ is deployed, under its own name."""
    folders = {path.name for path in (ROOT / "functions").iterdir() if (path / "app.py").exists()}
    deployed = {
        body["CodeUri"].removeprefix("functions/"): body["FunctionName"]["Fn::Sub"]
        for body in of_type(template, "AWS::Serverless::Function").values()
    }
    assert {name: f"invictus-weightlifting-${{Stage}}-{name.replace('_', '-')}" for name in folders} == deployed


def test_every_function_has_a_role_of_its_own(template: dict[str, Any]) -> None:
    """No two functions share a role."""
    roles = [str(body["Role"]) for body in of_type(template, "AWS::Serverless::Function").values()]
    assert len(set(roles)) == len(roles) == 11


def test_every_function_has_the_settings_that_it_needs(
    template: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A function that is imported in the environment that the template gives it misses nothing."""
    of_all = template["Globals"]["Function"]["Environment"]["Variables"]
    for body in of_type(template, "AWS::Serverless::Function").values():
        names = of_all.keys() | body["Environment"]["Variables"].keys()
        monkeypatch.setattr("wod.plumbing.settings.environ", dict.fromkeys(names, "x"))
        assert "handler" in runpy.run_path(str(ROOT / body["CodeUri"] / "app.py"))


def test_every_function_logs_into_a_group_that_forgets(template: dict[str, Any]) -> None:
    """Logs are kept for a stated number of days, in the group that is named after the function."""
    groups = of_type(template, "AWS::Logs::LogGroup")
    for body in of_type(template, "AWS::Serverless::Function").values():
        group = groups[body["LoggingConfig"]["LogGroup"]["Ref"]]
        assert f"/aws/lambda/{body['FunctionName']['Fn::Sub']}" == group["LogGroupName"]["Fn::Sub"]
        assert group["RetentionInDays"] > 0


def ends_here(queue: str) -> bool:
    """Dead letters and failures wait for a person."""
    return queue.endswith(("DeadLetters", "Failures"))


def test_every_queue_that_feeds_a_function_has_dead_letters(template: dict[str, Any]) -> None:
    """A message is tried at least five times and then kept for fourteen days."""
    queues = of_type(template, "AWS::SQS::Queue")
    for name, body in queues.items():
        if not ends_here(name):
            assert body["RedrivePolicy"]["maxReceiveCount"] >= 5, name
            dead_letters = body["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0]
            assert ends_here(dead_letters)
            assert queues[dead_letters]["MessageRetentionPeriod"] == 14 * 24 * 3600


def test_a_message_stays_hidden_for_six_times_the_functions_timeout(template: dict[str, Any]) -> None:
    """A message that is being worked on is not handed out a second time."""
    queues = of_type(template, "AWS::SQS::Queue")
    default = template["Globals"]["Function"]["Timeout"]
    checked = 0
    for body in of_type(template, "AWS::Serverless::Function").values():
        for event in body["Events"].values():
            if event["Type"] == "SQS":
                queue = queues[event["Properties"]["Queue"]["Fn::GetAtt"][0]]
                assert queue["VisibilityTimeout"] >= 6 * body.get("Timeout", default)
                checked += 1
    assert checked == 10


def test_a_stream_gives_a_failing_change_up_while_it_can_still_be_read(template: dict[str, Any]) -> None:
    """Retries are bounded, what failed goes to a queue of failures, and a stream keeps its records for a day."""
    functions = of_type(template, "AWS::Serverless::Function").values()
    events = [event for body in functions for event in body["Events"].values()]
    (stream,) = [event["Properties"] for event in events if event["Type"] == "DynamoDB"]
    assert 0 < stream["MaximumRetryAttempts"] <= 1000
    assert 0 < stream["MaximumRecordAgeInSeconds"] <= 12 * 3600
    assert ends_here(stream["DestinationConfig"]["OnFailure"]["Destination"]["Fn::GetAtt"][0])


def test_dead_letters_that_wait_raise_an_alarm(template: dict[str, Any]) -> None:
    """Each queue in which something waits for a person has an alarm on its visible messages."""
    watched = {
        alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0]
        for alarm in of_type(template, "AWS::CloudWatch::Alarm").values()
        if alarm["MetricName"] == "ApproximateNumberOfMessagesVisible"
    }
    assert {name for name in of_type(template, "AWS::SQS::Queue") if ends_here(name)} == watched


def test_every_alarm_reaches_the_alerts_topic(template: dict[str, Any]) -> None:
    """An alarm that tells nobody is none."""
    for name, alarm in of_type(template, "AWS::CloudWatch::Alarm").items():
        assert [{"Ref": "AlertsTopic"}] == alarm["AlarmActions"], name


def test_nothing_is_allowed_on_every_resource_but_where_aws_has_no_narrower_one(template: dict[str, Any]) -> None:
    """A star stands only where the service knows nothing narrower: X-Ray, and the list of streams."""
    for role in of_type(template, "AWS::IAM::Role").values():
        for statement in role["Policies"][0]["PolicyDocument"]["Statement"]:
            assert not any(action.endswith("*") for action in statement["Action"])
            if statement["Resource"] == "*":
                services = {action.split(":")[0] for action in statement["Action"]}
                assert services == {"xray"} or statement["Action"] == ["dynamodb:ListStreams"]


NOT_THE_EMBEDDED_CLOUD = {"aws:ResourceAccount": "000000000000"}
WITHOUT_TLS = {"Bool": {"aws:SecureTransport": "false"}, "StringNotEquals": NOT_THE_EMBEDDED_CLOUD}
FROM_ANOTHER_ACCOUNT = {
    "StringNotEquals": {"aws:PrincipalAccount": {"Ref": "AWS::AccountId"}, **NOT_THE_EMBEDDED_CLOUD},
    "BoolIfExists": {"aws:PrincipalIsAWSService": "false"},
}
WHAT_OTHERS_COULD_ASK = {
    "AWS::S3::Bucket": {"s3:*"},
    "AWS::SQS::Queue": {"sqs:*"},
    "AWS::SNS::Topic": {"sns:Publish"},  # SNS takes no star; that subscribing is denied to others is checked below
    "AWS::DynamoDB::Table": {"dynamodb:*"},
    "AWS::Events::EventBus": {"events:PutEvents"},
}


def resource_policies(template: dict[str, Any], kind: str) -> dict[str, list[dict[str, Any]]]:
    """By the names of all resources of a kind: the statements of the policy that each has of its own."""
    statements: dict[str, list[dict[str, Any]]] = {}
    for name, body in of_type(template, kind).items():
        own = body.get("Policy") or body.get("ResourcePolicy", {}).get("PolicyDocument") or {"Statement": []}
        statements[name] = list(own["Statement"])
    attached = {"AWS::SQS::Queue": "Queues", "AWS::SNS::Topic": "Topics", "AWS::S3::Bucket": "Bucket"}.get(kind)
    for policy in of_type(template, f"{kind}Policy").values() if attached else ():
        named = policy[attached] if isinstance(policy[attached], list) else [policy[attached]]
        for name in (item["Ref"] for item in named):
            assert [] == statements[name], f"{name} has two policies, and AWS keeps the last"
            statements[name] = policy["PolicyDocument"]["Statement"]
    return statements


def denied(statements: list[dict[str, Any]], condition: dict[str, Any]) -> set[str]:
    """What everybody is denied under this very condition."""
    found = [
        statement["Action"]
        for statement in statements
        if (statement["Effect"], statement["Principal"], statement.get("Condition")) == ("Deny", "*", condition)
    ]
    return {action for actions in found for action in ([actions] if isinstance(actions, str) else actions)}


@pytest.mark.parametrize(("kind", "actions"), WHAT_OTHERS_COULD_ASK.items())
@pytest.mark.parametrize("condition", [WITHOUT_TLS, FROM_ANOTHER_ACCOUNT], ids=["TLS", "account"])
def test_what_holds_data_takes_only_tls_and_only_this_account(
    template: dict[str, Any], kind: str, actions: set[str], condition: dict[str, Any]
) -> None:
    """Bucket, queues, topics, table and bus deny, on AWS, what comes without TLS or from another account."""
    policies = resource_policies(template, kind)
    assert {} != policies
    assert [] == [name for name, statements in policies.items() if not actions <= denied(statements, condition)]


def test_nobody_of_another_account_can_subscribe_to_a_topic(template: dict[str, Any]) -> None:
    """Who is told is this account's affair."""
    for statements in resource_policies(template, "AWS::SNS::Topic").values():
        assert "sns:Subscribe" in denied(statements, FROM_ANOTHER_ACCOUNT)


@pytest.mark.parametrize("kind", WHAT_OTHERS_COULD_ASK)
def test_only_a_service_is_let_in_and_only_for_a_source_of_this_stack(template: dict[str, Any], kind: str) -> None:
    """No policy of a resource allows a person or an account anything; a service has to name rule, topic or alarm."""
    for name, statements in resource_policies(template, kind).items():
        for statement in statements:
            if statement["Effect"] == "Allow":
                assert ["Service"] == list(statement["Principal"]), name
                operator = "ArnLike" if statement["Principal"]["Service"] == "cloudwatch.amazonaws.com" else "ArnEquals"
                assert statement["Condition"][operator]["aws:SourceArn"], name


def test_what_holds_data_is_encrypted(template: dict[str, Any]) -> None:
    """Bucket, queues, topics and table encrypt what they store."""
    (bucket,) = of_type(template, "AWS::S3::Bucket").values()
    (rule,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert {"SSEAlgorithm": "AES256"} == rule["ServerSideEncryptionByDefault"]
    (table,) = of_type(template, "AWS::DynamoDB::Table").values()
    assert {"SSEEnabled": True} == table["SSESpecification"]
    assert {True} == {queue["SqsManagedSseEnabled"] for queue in of_type(template, "AWS::SQS::Queue").values()}
    for topic in of_type(template, "AWS::SNS::Topic").values():
        assert {"Ref": "TopicsKey"} == topic["KmsMasterKeyId"]


def test_the_bucket_can_never_be_public(template: dict[str, Any]) -> None:
    """All four blocks are on, and no object has an owner or rights of its own."""
    (bucket,) = of_type(template, "AWS::S3::Bucket").values()
    blocks = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
    assert dict.fromkeys(blocks, True) == bucket["PublicAccessBlockConfiguration"]
    assert [{"ObjectOwnership": "BucketOwnerEnforced"}] == bucket["OwnershipControls"]["Rules"]


@pytest.mark.parametrize("kind", ["AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::DynamoDB::Table"])
def test_what_holds_data_stays_when_the_stack_goes(template: dict[str, Any], kind: str) -> None:
    """Deleting data is a deed of its own, and what stays is still guarded."""
    found = [body for body in template["Resources"].values() if body["Type"] == kind]
    assert [("Retain", "Retain")] == [(body["DeletionPolicy"], body["UpdateReplacePolicy"]) for body in found]


def test_the_table_is_not_deleted_by_a_slip(template: dict[str, Any]) -> None:
    """Its protection has to be taken away first."""
    (table,) = of_type(template, "AWS::DynamoDB::Table").values()
    assert table["DeletionProtectionEnabled"] is True


GOOD_AND_BAD = {
    "BucketName": (["", "my-lakehouse"], ["*", "my-lakehouse/*", "My.Lakehouse"]),
    "WordPressUrl": (
        ["", "https://www.crossfitinvictus.com", "http://127.0.0.1:8080", "https://example.org/blog"],
        ["file:///etc/passwd", "https://coach:secret@example.org", "https://example.org?a=b", "ftp://example.org"],
    ),
    "WordPressCategory": (["", "213", "none"], ["0", "-1", "all", "213,7", "99999999999"]),
    "Blog": (["invictus", "forja", "my_gym-2"], ["", "../invictus", "blog.toml", "/etc/blog", "Invictus"]),
    "WordPressSecretArn": (
        ["", "arn:aws:secretsmanager:us-east-1:123456789012:secret:blog/coach-Ab12Cd"],
        ["*", "arn:aws:secretsmanager:us-east-1:123456789012:secret:*", "arn:aws:s3:::lakehouse", "s3cr3t"],
    ),
    "PhoneNumber": (["", "+12025550123"], ["12025550123", "+1 202 555", "none"]),
    "EmailAddress": (["", "lifter@example.org"], ["lifter", "a@b@c"]),
    "AlertsEmailAddress": (["", "operator@example.org"], ["operator"]),
    "Stage": (["dev", "prod2"], ["", "Dev", "dev-*"]),
}


@pytest.mark.parametrize(("name", "values"), GOOD_AND_BAD.items())
def test_a_parameter_takes_only_what_it_is_for(
    template: dict[str, Any], name: str, values: tuple[list[str], list[str]]
) -> None:
    """What is given at a deploy cannot widen a role or point a function somewhere else."""
    pattern = re.compile(template["Parameters"][name]["AllowedPattern"])
    good, bad = values
    assert good == [text for text in good + bad if pattern.fullmatch(text)]


def test_every_parameter_that_takes_text_says_which(template: dict[str, Any]) -> None:
    """None takes just anything."""
    free = {
        name
        for name, body in template["Parameters"].items()
        if body["Type"] == "String" and "AllowedValues" not in body
    }
    assert set(GOOD_AND_BAD) == free


def test_nobody_reads_a_number_or_an_address_off_the_stack(template: dict[str, Any]) -> None:
    """Phone number and mail addresses are neither echoed nor given out, nor in the environment of a function."""
    personal = ("PhoneNumber", "EmailAddress", "AlertsEmailAddress")
    assert all(template["Parameters"][name]["NoEcho"] is True for name in personal)
    users = {
        name
        for name, body in {**template["Resources"], **template["Outputs"], **template["Globals"]}.items()
        if any(f"'Ref': '{each}'" in str(body) or f"${{{each}}}" in str(body) for each in personal)
    }
    assert {"PhoneSubscription", "EmailSubscription", "AlertsEmailSubscription"} == users


def test_every_function_knows_the_blog(template: dict[str, Any]) -> None:
    """The parameter chooses the file in blogs/ for all stages at once, and its default is one of the package."""
    assert {"Ref": "Blog"} == template["Globals"]["Function"]["Environment"]["Variables"]["BLOG"]
    assert template["Parameters"]["Blog"]["Default"] in blog_names()
    assert all(re.fullmatch(template["Parameters"]["Blog"]["AllowedPattern"], name) for name in blog_names())
