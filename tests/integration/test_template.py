"""The template, read as an auditor would."""

import json
import re
import runpy
from pathlib import Path
from typing import Any

import pytest
import rtoml
from hypothesis import given
from hypothesis import strategies as st

from wod.blog import blog_names
from wod.plumbing.sending import LARGEST_MESSAGE
from wod.site.headers import SECURITY_HEADERS
from wod_cli.deployed.stack import PROGRAMME_NAME, STAGES
from wod_cli.template import retained

ROOT = Path(__file__).parents[2]


def of_type(template: dict[str, Any], kind: str) -> dict[str, Any]:
    return {name: body["Properties"] for name, body in template["Resources"].items() if body["Type"] == kind}


def test_every_folder_of_functions_is_a_function_of_the_template(template: dict[str, Any]) -> None:
    """Each folder under functions/ is deployed, under its own name."""
    folders = {path.name for path in (ROOT / "functions").iterdir() if (path / "app.py").exists()}
    deployed = {
        body["CodeUri"].removeprefix("functions/"): body["FunctionName"]["Fn::Sub"]
        for body in of_type(template, "AWS::Serverless::Function").values()
    }
    assert {name: f"${{Programme}}-${{Stage}}-{name.replace('_', '-')}" for name in folders} == deployed


def test_every_function_has_a_role_of_its_own(template: dict[str, Any]) -> None:
    """No two functions share a role."""
    roles = [str(body["Role"]) for body in of_type(template, "AWS::Serverless::Function").values()]
    assert len(set(roles)) == len(roles) == 14


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


def test_the_runs_of_every_stage_are_kept(template: dict[str, Any]) -> None:
    """CloudWatch Logs hands what each stage logs to `keep_runs`, which it may invoke for this stack's logs only; that
    function's own log goes nowhere, or it would feed itself."""
    filters = of_type(template, "AWS::Logs::SubscriptionFilter").values()
    groups = of_type(template, "AWS::Logs::LogGroup").keys()
    assert groups - {"KeepRunsLogs"} == {one["LogGroupName"]["Ref"] for one in filters}
    assert [{"Fn::GetAtt": ["KeepRunsFunction", "Arn"]}] * len(filters) == [one["DestinationArn"] for one in filters]
    (permission,) = of_type(template, "AWS::Lambda::Permission").values()
    assert "logs.amazonaws.com" == permission["Principal"]
    assert permission["SourceArn"]["Fn::Sub"].endswith(":log-group:/aws/lambda/${Programme}-${Stage}-*")


def test_the_dashboard_shows_the_chain_on_one_page(template: dict[str, Any]) -> None:
    """Per stage what it received, how old the oldest message is, errors and durations; besides that dead letters,
    quarantine, and the age of the newest post."""
    (dashboard,) = of_type(template, "AWS::CloudWatch::Dashboard").values()
    shown = str(json.loads(dashboard["DashboardBody"]["Fn::Sub"]))
    for metric in (
        "NumberOfMessagesReceived",
        "ApproximateAgeOfOldestMessage",
        "Errors",
        "Duration",
        "ApproximateNumberOfMessagesVisible",
        "Quarantined",
        "DaysSinceNewestPost",
    ):
        assert metric in shown
    # CloudWatch compares a term in quotes with whole names.
    assert 5 == shown.count("SEARCH(") == shown.count("Name=${Programme}-${Stage}")


def test_names_that_all_regions_share_say_their_region(template: dict[str, Any]) -> None:
    """The same programme and stage fit into two regions: buckets, dashboards and what CloudFront has are of all
    regions."""
    dashboard = of_type(template, "AWS::CloudWatch::Dashboard")["Dashboard"]["DashboardName"]
    access = of_type(template, "AWS::CloudFront::OriginAccessControl")["DistributionAccess"]
    headers = of_type(template, "AWS::CloudFront::ResponseHeadersPolicy")["DistributionHeaders"]
    names = [
        of_type(template, "AWS::S3::Bucket")["Bucket"]["BucketName"]["Fn::If"][2],
        dashboard,
        access["OriginAccessControlConfig"]["Name"],
        headers["ResponseHeadersPolicyConfig"]["Name"],
    ]
    assert all(name["Fn::Sub"].endswith("-${AWS::Region}") for name in names)


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


def test_the_resources_of_a_stage_begin_with_its_name(template: dict[str, Any]) -> None:
    """Function, queue, dead letters and alarms of a stage begin with one name, and so do a stage's failures."""
    functions = {
        name.removesuffix("Function"): body for name, body in named(template).items() if name.endswith("Function")
    }
    for stage, name in functions.items():
        others = [other for key, other in named(template).items() if key.startswith(stage)]
        assert [] == [other for other in others if not f"{other}-".startswith(f"{name}-")]


def named(template: dict[str, Any]) -> dict[str, str]:
    """Return the names on AWS of functions, queues and alarms, by logical name."""
    kinds = {"AWS::Serverless::Function": "FunctionName", "AWS::SQS::Queue": "QueueName"}
    kinds["AWS::CloudWatch::Alarm"] = "AlarmName"
    return {name: body[kinds[kind]]["Fn::Sub"] for kind in kinds for name, body in of_type(template, kind).items()}


def test_a_message_stays_hidden_for_six_times_the_functions_timeout(template: dict[str, Any]) -> None:
    """A message that is being worked on is not handed out a second time."""
    queues, functions = of_type(template, "AWS::SQS::Queue"), of_type(template, "AWS::Serverless::Function")
    triggers = of_type(template, "AWS::Lambda::EventSourceMapping").values()
    for trigger in triggers:
        queue = queues[trigger["EventSourceArn"]["Fn::GetAtt"][0]]
        assert int(queue["VisibilityTimeout"]) == 6 * functions[trigger["FunctionName"]["Ref"]]["Timeout"]
    assert 12 == len(triggers)


def test_announcements_of_days_that_arrive_in_one_burst_wait_for_each_other(template: dict[str, Any]) -> None:
    """Each of them is a message; no other stage has seconds of its own to wait."""
    delays = {name: body.get("DelaySeconds", 0) for name, body in of_type(template, "AWS::SQS::Queue").items()}
    assert {"AnnounceWeekQueue": 20} == {name: delay for name, delay in delays.items() if not is_default(delay)}


def is_default(delay: Any) -> bool:
    """Return whether a delay is none, or the default of a stage that the mapping has no seconds for."""
    return delay == 0 or (isinstance(delay, dict) and delay["Fn::FindInMap"][-1] == {"DefaultValue": 0})


def test_dead_letters_come_only_from_where_they_are_expected(template: dict[str, Any]) -> None:
    """A queue of dead letters takes those of its own queue; no other queue takes any queue's."""
    queues = of_type(template, "AWS::SQS::Queue")
    for name, body in queues.items():
        if name.endswith("DeadLetters") and f"{name.removesuffix('DeadLetters')}Queue" in queues:
            arn = "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:"
            own = queues[f"{name.removesuffix('DeadLetters')}Queue"]["QueueName"]["Fn::Sub"]
            assert {"redrivePermission": "byQueue", "sourceQueueArns": [{"Fn::Sub": arn + own}]} == body[
                "RedriveAllowPolicy"
            ]
        else:
            assert {"redrivePermission": "denyAll"} == body["RedriveAllowPolicy"]


def test_every_queue_takes_the_largest_message_that_a_stage_sends(template: dict[str, Any]) -> None:
    """A queue and its dead letters may hold the largest message that a stage may send."""
    assert {LARGEST_MESSAGE} == {body["MaximumMessageSize"] for body in of_type(template, "AWS::SQS::Queue").values()}


def test_a_stream_gives_a_failing_change_up_while_it_can_still_be_read(template: dict[str, Any]) -> None:
    """Retries are bounded, what failed goes to a queue of failures, and a stream keeps its records for a day."""
    functions = of_type(template, "AWS::Serverless::Function").values()
    events = [event for body in functions for event in body.get("Events", {}).values()]
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
    assert {name for name in of_type(template, "AWS::SQS::Queue") if ends_here(name)} <= watched


def test_every_alarm_reaches_the_alerts_topic(template: dict[str, Any]) -> None:
    """Every alarm notifies the operators' topic."""
    for name, alarm in of_type(template, "AWS::CloudWatch::Alarm").items():
        assert [{"Ref": "AlertsTopic"}] == alarm["AlarmActions"], name


def alarms(template: dict[str, Any], metric: str) -> list[dict[str, Any]]:
    return [alarm for alarm in of_type(template, "AWS::CloudWatch::Alarm").values() if alarm["MetricName"] == metric]


@pytest.mark.parametrize("metric", ["Errors", "Throttles"])
def test_every_function_that_fails_or_has_no_room_raises_an_alarm(template: dict[str, Any], metric: str) -> None:
    """No function is left out."""
    watched = {alarm["Dimensions"][0]["Value"]["Ref"] for alarm in alarms(template, metric)}
    assert of_type(template, "AWS::Serverless::Function").keys() == watched


def test_input_that_could_not_be_put_aside_raises_an_alarm(template: dict[str, Any]) -> None:
    """Each rule, each topic and each function with a destination has an alarm on what it could not leave there."""
    rules = {body["Name"]["Fn::Sub"] for body in of_type(template, "AWS::Events::Rule").values()}
    topics = {body["TopicName"]["Fn::Sub"] for body in of_type(template, "AWS::SNS::Topic").values()}
    functions = set()
    for body in of_type(template, "AWS::Serverless::Function").values():
        for event in body.get("Events", {}).values():
            rules |= {event["Properties"]["Name"]["Fn::Sub"]} if event["Type"] == "Schedule" else set()
        if "DestinationConfig" in str(body):
            functions.add(body["FunctionName"]["Fn::Sub"])
    for metric, names in (
        ("InvocationsFailedToBeSentToDlq", rules),
        ("NumberOfNotificationsFailedToRedriveToDlq", topics),
        ("DestinationDeliveryFailures", functions),
    ):
        assert names == {alarm["Dimensions"][0]["Value"]["Fn::Sub"] for alarm in alarms(template, metric)}
    assert [{"Ref": "GetInvictusPostFunction"}] == [
        alarm["Dimensions"][0]["Value"] for alarm in alarms(template, "AsyncEventsDropped")
    ]


def test_a_schedule_that_is_on_and_does_not_run_raises_an_alarm(template: dict[str, Any]) -> None:
    """A missing measure of the newest post is a failure if the schedule is on, and nothing if it is off."""
    (alarm,) = alarms(template, "DaysSinceNewestPost")
    assert {"Fn::If": ["ScheduleEnabled", "breaching", "notBreaching"]} == alarm["TreatMissingData"]
    compared = template["Conditions"]["ScheduleEnabled"]["Fn::Equals"]
    assert all(value in compared for value in ({"Ref": "FetchSchedule"}, "ENABLED"))


def test_every_alarm_has_its_place_in_the_handbook(template: dict[str, Any]) -> None:
    """docs/operations.md says under the name of each alarm what it means and what to do."""
    handbook = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    headings = [name for line in handbook.splitlines() if line.startswith("## ") for name in line[3:].split(", ")]
    patterns = [re.compile(name.replace("FUNCTION", "[a-z-]+").replace("SOURCE", "[a-z-]+")) for name in headings]
    names = [
        name.removeprefix("${Programme}-${Stage}-") for key, name in named(template).items() if key.endswith("Alarm")
    ]
    assert [] == [name for name in names if not any(pattern.fullmatch(name) for pattern in patterns)]


def test_prod_has_an_operator(template: dict[str, Any]) -> None:
    """A stack of stage prod is refused if its alarms would reach no one."""
    rule = template["Rules"]["ProdHasAnOperator"]
    assert {"Fn::Equals": [{"Ref": "Stage"}, "prod"]} == rule["RuleCondition"]
    (assertion,) = rule["Assertions"]
    assert {"Fn::Not": [{"Fn::Equals": [{"Ref": "AlertsEmailAddress"}, ""]}]} == assertion["Assert"]


def test_old_versions_go_from_what_can_be_made_again_and_never_from_bronze(template: dict[str, Any]) -> None:
    """Silver, gold, pages and the announced state keep theirs for a while; runs go after a year, answers of Athena
    after a month; half an upload belongs to no one."""
    (bucket,) = of_type(template, "AWS::S3::Bucket").values()
    rules = bucket["LifecycleConfiguration"]["Rules"]
    expired = {rule["Prefix"] for rule in rules if "NoncurrentVersionExpiration" in rule}
    assert {"silver/", "gold/", "announced/", "site/", "athena/", "runs/"} == expired
    gone = {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules if "ExpirationInDays" in rule}
    assert {"athena/": 30, "runs/": 365} == gone
    assert not any("Transitions" in rule for rule in rules)
    assert [None] == [rule.get("Prefix") for rule in rules if "AbortIncompleteMultipartUpload" in rule]


def test_logs_are_kept_for_a_year_and_layers_as_long_as_they_are_used(template: dict[str, Any]) -> None:
    """A year shows every season of a blog; a layer that no function has is of no use."""
    assert {365} == {body["RetentionInDays"] for body in of_type(template, "AWS::Logs::LogGroup").values()}
    assert {"Delete"} == {
        body["RetentionPolicy"] for body in of_type(template, "AWS::Serverless::LayerVersion").values()
    }


def test_services_use_the_key_for_the_topics_only(template: dict[str, Any]) -> None:
    """Each has to say which topic it publishes to: EventBridge to both, alarms to that of alerts."""
    (key,) = of_type(template, "AWS::KMS::Key").values()
    topics = {"${Programme}-${Stage}-notifications", "${Programme}-${Stage}-alerts"}
    used = {}
    for statement in key["KeyPolicy"]["Statement"]:
        if "Service" in statement["Principal"]:
            named_topics = each(statement["Condition"]["StringEquals"]["kms:EncryptionContext:aws:sns:topicArn"])
            used[statement["Principal"]["Service"]] = {arn["Fn::Sub"].rsplit(":", 1)[-1] for arn in named_topics}
    assert {"events.amazonaws.com": topics, "cloudwatch.amazonaws.com": {"${Programme}-${Stage}-alerts"}} == used


def test_a_function_uses_the_key_for_the_topic_that_it_publishes_to(template: dict[str, Any]) -> None:
    """Its permission to use the key names the topic of its permission to publish."""
    published = {}
    for name, body in of_type(template, "AWS::IAM::Policy").items():
        statements = {one["Action"][0]: one for one in body["PolicyDocument"]["Statement"]}
        if "kms:Decrypt" in statements:
            condition = statements["kms:Decrypt"]["Condition"]
            topic = statements["sns:Publish"]["Resource"]
            assert {"StringEquals": {"kms:EncryptionContext:aws:sns:topicArn": topic}} == condition
            published[name] = topic["Ref"]
    assert {"AggregateWeekPermissions": "AlertsTopic", "AnnounceWeekPermissions": "PeopleTopic"} == published


def test_the_embedded_clouds_account_is_in_one_place() -> None:
    """One condition says what AWS gets and the embedded cloud does not."""
    text = (ROOT / "template.yaml").read_text(encoding="utf-8")
    assert 1 == text.count("000000000000")


def test_nothing_is_allowed_on_every_resource_but_where_aws_has_no_narrower_one(template: dict[str, Any]) -> None:
    """A star is used only if the service has nothing narrower: X-Ray, and the list of streams."""
    documents = [body["PolicyDocument"] for body in of_type(template, "AWS::IAM::Policy").values()]
    for role in of_type(template, "AWS::IAM::Role").values():
        documents += [policy["PolicyDocument"] for policy in role["Policies"]]
    for document in documents:
        for statement in document["Statement"]:
            assert not any(action.endswith("*") for action in statement["Action"])
            if statement["Resource"] == "*":
                services = {action.split(":")[0] for action in statement["Action"]}
                assert services == {"xray"} or statement["Action"] == ["dynamodb:ListStreams"]


WITHOUT_TLS = {"Bool": {"aws:SecureTransport": False}}
FROM_ANOTHER_ACCOUNT = {
    "StringNotEquals": {"aws:PrincipalAccount": {"Ref": "AWS::AccountId"}},
    "BoolIfExists": {"aws:PrincipalIsAWSService": False},
}
# AWS supports no condition for EventBridge at a topic: a key that its request lacks must deny nothing.
AT_A_TOPIC_FROM_ANOTHER_ACCOUNT = {
    "StringNotEquals": {"aws:PrincipalAccount": {"Ref": "AWS::AccountId"}},
    "Bool": {"aws:PrincipalIsAWSService": False},
}
WHAT_OTHERS_COULD_ASK = {
    "AWS::S3::Bucket": {"s3:*"},
    "AWS::SQS::Queue": {"sqs:*"},
    "AWS::SNS::Topic": {"sns:Publish"},  # SNS takes no star; that subscribing is denied to others is checked below
    "AWS::DynamoDB::Table": {"dynamodb:*"},
    "AWS::Events::EventBus": {"events:PutEvents"},
}


def resource_policies(template: dict[str, Any], kind: str) -> dict[str, list[dict[str, Any]]]:
    """Return the statements of each resource's own policy, by the names of all resources of a kind."""
    statements: dict[str, list[dict[str, Any]]] = {}
    for name, body in of_type(template, kind).items():
        own = on_aws(body.get("Policy") or body.get("ResourcePolicy"))
        statements[name] = list((own.get("PolicyDocument") or own)["Statement"]) if own else []
    attached = {"AWS::SQS::Queue": "Queues", "AWS::SNS::Topic": "Topics", "AWS::S3::Bucket": "Bucket"}.get(kind)
    for policy in of_type(template, f"{kind}Policy").values() if attached else ():
        named = policy[attached] if isinstance(policy[attached], list) else [policy[attached]]
        for name in (item["Ref"] for item in named):
            assert [] == statements[name], f"{name} has two policies, and AWS keeps the last"
            statements[name] = [on_aws(statement) for statement in policy["PolicyDocument"]["Statement"]]
    return statements


def on_aws(value: Any) -> Any:
    """Return the part of the template for AWS, with everything enabled, and not for the embedded cloud."""
    conditions = ("OnAws", "WebsiteEnabled")
    return value["Fn::If"][1] if isinstance(value, dict) and value.get("Fn::If", [""])[0] in conditions else value


def denied(statements: list[dict[str, Any]], condition: dict[str, Any]) -> set[str]:
    """Return the denials under this very condition."""
    found = [
        statement["Action"]
        for statement in statements
        if (statement["Effect"], statement["Principal"], statement.get("Condition")) == ("Deny", "*", condition)
    ]
    return {action for actions in found for action in ([actions] if isinstance(actions, str) else actions)}


@pytest.mark.parametrize(("kind", "actions"), WHAT_OTHERS_COULD_ASK.items())
def test_every_store_of_data_accepts_only_tls_and_only_this_account(
    template: dict[str, Any], kind: str, actions: set[str]
) -> None:
    """Bucket, queues, topics, table and bus deny, on AWS, what comes without TLS or from another account."""
    others = AT_A_TOPIC_FROM_ANOTHER_ACCOUNT if kind == "AWS::SNS::Topic" else FROM_ANOTHER_ACCOUNT
    policies = resource_policies(template, kind)
    assert {} != policies
    for name, statements in policies.items():
        assert actions <= denied(statements, WITHOUT_TLS), name
        assert actions <= denied(statements, others), name


def test_nobody_of_another_account_can_subscribe_to_a_topic(template: dict[str, Any]) -> None:
    """The subscribers belong to this account."""
    for statements in resource_policies(template, "AWS::SNS::Topic").values():
        assert "sns:Subscribe" in denied(statements, AT_A_TOPIC_FROM_ANOTHER_ACCOUNT)


@pytest.mark.parametrize("kind", WHAT_OTHERS_COULD_ASK)
def test_only_a_service_is_let_in_and_only_for_a_source_of_this_stack(template: dict[str, Any], kind: str) -> None:
    """No policy of a resource allows a person or an account anything; a service has to name rule, topic or alarm, save
    EventBridge for a topic, where AWS supports no condition."""
    for name, statements in resource_policies(template, kind).items():
        for statement in statements:
            if statement["Effect"] == "Allow":
                assert ["Service"] == list(statement["Principal"]), name
                if (kind, statement["Principal"]["Service"]) == ("AWS::SNS::Topic", "events.amazonaws.com"):
                    assert "Condition" not in statement
                else:
                    (sources,) = [
                        one["aws:SourceArn"] for one in statement["Condition"].values() if "aws:SourceArn" in one
                    ]
                    assert all(of_this_stack(source) for source in each(sources)), name


def of_this_stack(source: dict[str, Any]) -> bool:
    """Return whether it is an ARN of this account with names of this stack, or its distribution, which has no name."""
    if source["Fn::Sub"].endswith("::${AWS::AccountId}:distribution/${Distribution}"):
        return True
    arn = (
        r"arn:\$\{AWS::Partition\}:\w+:\$\{AWS::Region\}:\$\{AWS::AccountId\}:(\w+[:/])?\$\{Programme\}-\$\{Stage\}-.+"
    )
    return re.fullmatch(arn, source["Fn::Sub"]) is not None


def each(one_or_many: Any) -> list[Any]:
    return one_or_many if isinstance(one_or_many, list) else [one_or_many]


def test_the_site_is_sent_with_the_same_headers_from_everywhere(template: dict[str, Any]) -> None:
    """CloudFront sends what `wod open` sends, and that only TLS will do from then on."""
    (policy,) = of_type(template, "AWS::CloudFront::ResponseHeadersPolicy").values()
    security = policy["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    custom = policy["ResponseHeadersPolicyConfig"]["CustomHeadersConfig"]["Items"]
    assert SECURITY_HEADERS == {
        "Content-Security-Policy": security["ContentSecurityPolicy"]["ContentSecurityPolicy"],
        "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        "X-Content-Type-Options": "nosniff" if security["ContentTypeOptions"]["Override"] else "",
        "X-Frame-Options": security["FrameOptions"]["FrameOption"],
        **{header["Header"]: header["Value"] for header in custom},
    }
    assert security["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 365 * 24 * 3600


def test_cloudfront_reads_the_site_and_nothing_else(template: dict[str, Any]) -> None:
    """It reads it only if Website is enabled; the bucket lets it read what is under site/, where its origin begins."""
    names = ("Distribution", "DistributionAccess", "DistributionHeaders")
    assert {"WebsiteEnabled"} == {template["Resources"][name]["Condition"] for name in names}
    assert "DISABLED" == template["Parameters"]["Website"]["Default"]
    (origin,) = template["Resources"]["Distribution"]["Properties"]["DistributionConfig"]["Origins"]
    assert ("/site", {"Fn::GetAtt": ["DistributionAccess", "Id"]}) == (
        origin["OriginPath"],
        origin["OriginAccessControlId"],
    )
    let_in = [one for one in resource_policies(template, "AWS::S3::Bucket")["Bucket"] if one["Effect"] == "Allow"]
    assert [("s3:GetObject", {"Fn::Sub": "${Bucket.Arn}/site/*"})] == [
        (one["Action"], one["Resource"]) for one in let_in
    ]


def test_every_store_of_data_is_encrypted(template: dict[str, Any]) -> None:
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
def test_every_store_of_data_survives_the_stack(template: dict[str, Any], kind: str) -> None:
    """Deleting data is a deed of its own, and what stays is still guarded; a first deploy that fails leaves nothing."""
    found = [body for body in template["Resources"].values() if body["Type"] == kind]
    assert [("RetainExceptOnCreate", "Retain")] == [
        (body["DeletionPolicy"], body["UpdateReplacePolicy"]) for body in found
    ]


def test_what_a_new_stack_imports_refers_to_nothing_else(template: dict[str, Any]) -> None:
    """CloudFormation refuses a template with a reference to a resource that it has not, whatever its condition."""
    imported = retained(template)
    text = json.dumps(imported["Resources"])
    named = set(re.findall(r'"Ref": "(\w+)"|"Fn::GetAtt": \["(\w+)"|\$\{(\w+)[.}]', text))
    known = imported["Resources"].keys() | imported["Parameters"].keys()
    assert set() == {name for names in named for name in names if name} - known


def test_the_table_is_not_deleted_by_a_slip(template: dict[str, Any]) -> None:
    """Its protection has to be taken away first."""
    (table,) = of_type(template, "AWS::DynamoDB::Table").values()
    assert table["DeletionProtectionEnabled"] is True


def test_texts_link_to_the_site_wherever_it_is(template: dict[str, Any]) -> None:
    """The link is to the given address, else to the distribution; without either there is no link."""
    functions = of_type(template, "AWS::Serverless::Function")
    link = functions["AnnounceWeekFunction"]["Environment"]["Variables"]["SITE_URL"]
    domains = [{"Fn::Sub": "https://${WebsiteDomain}"}, {"Fn::Sub": "https://${Distribution.DomainName}"}]
    website = {"Fn::If": ["WebsiteEnabled", {"Fn::If": ["WebsiteDomainGiven", *domains]}, ""]}
    assert {"Fn::If": ["SiteUrlGiven", {"Ref": "SiteUrl"}, website]} == link


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
    "SiteUrl": (
        ["", "https://training.example", "http://127.0.0.1:8080", "https://d111111abcdef8.cloudfront.net/lifters"],
        ["training.example", "s3://bucket/site", "https://a.example/?b", f"https://{'a' * 60}.example", "https://a b"],
    ),
    "PhoneNumber": (["", "+12025550123"], ["12025550123", "+1 202 555", "none"]),
    "EmailAddress": (["", "lifter@example.org"], ["lifter", "a@b@c"]),
    "AlertsEmailAddress": (["", "operator@example.org"], ["operator"]),
    "Programme": (
        ["invictus-weightlifting", "gym", "g", "dev", "gym-device", "production-gym"],
        ["", "Gym", "gym-", "-gym", "gym_2", "gym-dev", "gym-test", "gym-prod-west", "a" * 25],
    ),
    "WebsiteDomain": (["", "training.example.org"], ["https://example.org", "*", "localhost", "example.org/site"]),
    "WebsiteCertificateArn": (
        ["", "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-0123456789ab"],
        ["*", "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-0123456789ab", "certificate"],
    ),
}


@pytest.mark.parametrize(("name", "values"), GOOD_AND_BAD.items())
def test_a_parameter_takes_only_what_it_is_for(
    template: dict[str, Any], name: str, values: tuple[list[str], list[str]]
) -> None:
    """A parameter of a deploy cannot widen a role or point a function somewhere else."""
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


def test_the_command_takes_the_names_of_stacks_that_the_template_takes(template: dict[str, Any]) -> None:
    """It refuses another one before it looks for such a stack."""
    assert PROGRAMME_NAME == template["Parameters"]["Programme"]["AllowedPattern"]
    assert list(STAGES) == template["Parameters"]["Stage"]["AllowedValues"]


PROGRAMMES = st.lists(st.sampled_from(["gym", "my", "west", "a", "", *STAGES]), min_size=1, max_size=4).map("-".join)
PREFIXES = st.tuples(PROGRAMMES.filter(re.compile(PROGRAMME_NAME).fullmatch), st.sampled_from(STAGES))


@given(st.tuples(PREFIXES, PREFIXES).filter(lambda pair: pair[0] != pair[1]))
def test_no_stacks_names_begin_with_the_prefix_of_another(pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
    """Two gyms, or two stages of a gym, share no name, and a list of what one stack has, or a policy that lets in what
    one stack has, holds nothing of the other."""
    one, other = (f"{programme}-{stage}-" for programme, stage in pair)
    assert not one.startswith(other)
    assert not other.startswith(one)


def test_sam_expands_the_loops_in_every_command_and_names_the_stack() -> None:
    """Each environment of samconfig.toml has what all commands need, a stack named after its stage, and tags."""
    for name, settings in rtoml.loads((ROOT / "samconfig.toml").read_text(encoding="utf-8")).items():
        if name != "version":
            stage = "dev" if name == "default" else name
            assert settings["global"]["parameters"]["language_extensions"] is True
            assert f"invictus-weightlifting-{stage}" == settings["global"]["parameters"]["stack_name"]
            assert f"Stage={stage} " in settings["deploy"]["parameters"]["parameter_overrides"]
            assert f"application=wod stage={stage}" == settings["deploy"]["parameters"]["tags"]
