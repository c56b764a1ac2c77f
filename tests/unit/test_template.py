"""The template, read as an auditor would."""

from pathlib import Path
from typing import Any

import pytest
from cfnlint.decode.cfn_yaml import loads

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


WITHOUT_TLS_ON_AWS = {
    "Bool": {"aws:SecureTransport": "false"},
    "StringNotEquals": {"aws:ResourceAccount": "000000000000"},
}


def test_every_queue_bucket_and_topic_takes_only_tls(template: dict[str, Any]) -> None:
    """Each has a policy that denies, on AWS, what comes without TLS."""
    kinds = {"AWS::SQS::QueuePolicy": "Queues", "AWS::SNS::TopicPolicy": "Topics", "AWS::S3::BucketPolicy": "Bucket"}
    guarded = set()
    for kind, field in kinds.items():
        for policy in of_type(template, kind).values():
            named = policy[field] if isinstance(policy[field], list) else [policy[field]]
            denied = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Deny"]
            if any(s["Condition"] == WITHOUT_TLS_ON_AWS for s in denied):
                guarded |= {item["Ref"] for item in named}
    names = [of_type(template, kind) for kind in ("AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::S3::Bucket")]
    assert {name for group in names for name in group} == guarded


@pytest.mark.parametrize("kind", ["AWS::S3::Bucket", "AWS::DynamoDB::Table"])
def test_what_holds_data_stays_when_the_stack_goes(template: dict[str, Any], kind: str) -> None:
    """Deleting data is a deed of its own."""
    for body in template["Resources"].values():
        if body["Type"] == kind:
            assert (body["DeletionPolicy"], body["UpdateReplacePolicy"]) == ("Retain", "Retain")
