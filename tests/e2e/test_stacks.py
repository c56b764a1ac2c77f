"""Stacks beside each other in one account, and the life of a stack: a first deploy that fails, its end, its return."""

import json
from datetime import date
from pathlib import Path

import pytest

from wod_cli.deployed.dropping import put_into_bronze
from wod_cli.deployed.stack import Stack, find_stack
from wod_cli.embedded import cloud
from wod_cli.embedded.cloud import Cloud
from wod_cli.embedded.deploy import NO_BLOG, deploy
from wod_cli.errors import CommandError
from wod_cli.template import expanded, retained

from .chain import Chain, announce_at_once, eventually
from .posts import SQUATS, raw, week_post

pytestmark = pytest.mark.timeout(900)  # a deploy is a minute on a busy machine

MONDAYS = [date(2016, 2, 1), date(2016, 2, 8), date(2016, 2, 15), date(2016, 2, 22)]


@pytest.fixture(scope="module")
def running(forja: Chain) -> Cloud:
    """The embedded cloud in which invictus-weightlifting-dev is deployed already."""
    return cloud.running(forja.folder) or pytest.fail("no cloud")


@pytest.fixture(scope="module")
def left_by_a_failure(running: Cloud, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """Buckets and tables that the first deploy of harbour-dev left behind, which failed."""
    running.client("events").create_event_bus(Name="harbour-dev")
    with pytest.raises(CommandError, match="sam deploy"):
        deploy(running, tmp_path_factory.mktemp("failed"), {}, "dev", "harbour")
    running.client("events").delete_event_bus(Name="harbour-dev")
    buckets = [bucket["Name"] for bucket in running.client("s3").list_buckets()["Buckets"]]
    tables = running.client("dynamodb").list_tables()["TableNames"]
    delete(running, "harbour-dev")
    return [name for name in buckets if "harbour" in name], [name for name in tables if "harbour" in name]


@pytest.fixture(scope="module")
def harbour(running: Cloud, left_by_a_failure: object, tmp_path_factory: pytest.TempPathFactory) -> Stack:
    """The stack of another gym. A test that deletes it deploys it again, under the same names."""
    deploy(running, tmp_path_factory.mktemp("harbour"), {}, "dev", "harbour")
    return find_stack("dev", "harbour", running.client)


def sessions(stack: Stack) -> list[str]:
    items = stack.client("dynamodb").scan(TableName=stack.outputs["SessionsTableName"])["Items"]
    return sorted(item["date"]["S"] for item in items)


def drop(stack: Stack, monday: date) -> None:
    """Drop a post and wait for its session."""
    put_into_bronze(stack, f"{monday}.json", raw(week_post(monday, {"Monday": SQUATS})))
    eventually(lambda: f"{monday}" in sessions(stack), f"the session of {monday}")


def test_a_first_deploy_that_fails_can_be_repeated(
    left_by_a_failure: tuple[list[str], list[str]], harbour: Stack
) -> None:
    """It leaves neither bucket nor table behind, so that nothing has to be cleared away before the next."""
    assert ([], []) == left_by_a_failure
    assert [] == sessions(harbour)


def test_an_experiment_sends_no_request_to_a_blog_unless_it_is_named(running: Cloud, harbour: Stack) -> None:
    """The address is an unused port of this machine, and not the real blog's."""
    answer = running.client("lambda").get_function_configuration(FunctionName=harbour.fetch_function)
    assert NO_BLOG == answer["Environment"]["Variables"]["WORDPRESS_URL"]


def test_gyms_and_stages_live_beside_each_other(forja: Chain, running: Cloud, harbour: Stack, tmp_path: Path) -> None:
    """Another gym's stack and another stage of it have their own names, and a post stays in its stack."""
    deploy(running, tmp_path, {}, "prod", "harbour")
    prod = find_stack("prod", "harbour", running.client)
    names = [set(stack.outputs.values()) for stack in (forja.stack, harbour, prod)]
    assert sum(map(len, names)) == len(set.union(*names))
    before = sessions(forja.stack)

    drop(harbour, MONDAYS[0])
    assert ([], before) == (sessions(prod), sessions(forja.stack))
    result = forja.command("session", f"{MONDAYS[0]}", "--json", "--programme", "harbour")
    assert f"{MONDAYS[0]}" == json.loads(result.stdout)["date"]


def test_prod_is_refused_if_its_alarms_reach_nobody(running: Cloud, tmp_path: Path) -> None:
    """The deploy says which parameter is missing, and makes nothing; a command says in which region it looked."""
    with pytest.raises(CommandError, match="AlertsEmailAddress"):
        deploy(running, tmp_path, {"AlertsEmailAddress": ""}, "prod", "quay")
    with pytest.raises(CommandError, match="no stack quay-prod in us-east-1"):
        find_stack("prod", "quay", running.client)


def test_a_new_stack_takes_over_the_bucket_and_table_of_a_deleted_one(
    running: Cloud, harbour: Stack, tmp_path: Path
) -> None:
    """The steps of docs/recovery.md work: bucket and table are imported with all they hold, and the chain continues."""
    drop(harbour, MONDAYS[1])
    delete(running, "harbour-dev")
    take_in(running, harbour, ["Bucket", "SessionsTable"])
    deploy(running, tmp_path, {}, "dev", "harbour")
    assert harbour.outputs == find_stack("dev", "harbour", running.client).outputs
    assert f"{MONDAYS[1]}" in sessions(harbour)
    drop(harbour, MONDAYS[2])


def test_a_table_that_was_deleted_is_made_anew_and_filled_from_bronze(
    forja: Chain, running: Cloud, harbour: Stack, tmp_path: Path
) -> None:
    """The steps of docs/recovery.md work: the bucket is imported into a new stack, which makes a table of its own."""
    drop(harbour, MONDAYS[3])
    table = {"TableName": harbour.outputs["SessionsTableName"]}
    running.client("dynamodb").update_table(**table, DeletionProtectionEnabled=False)
    running.client("dynamodb").delete_table(**table)
    delete(running, "harbour-dev")
    take_in(running, harbour, ["Bucket"])
    deploy(running, tmp_path, {}, "dev", "harbour")
    assert [] == sessions(harbour)
    announce_at_once(harbour)
    forja.command("rebuild", "--programme", "harbour")
    assert f"{MONDAYS[3]}" in sessions(harbour)


def take_in(running: Cloud, before: Stack, names: list[str]) -> None:
    """Import what a deleted stack left behind into a new one of its name."""
    held = {
        "Bucket": ("AWS::S3::Bucket", {"BucketName": before.outputs["BucketName"]}),
        "SessionsTable": ("AWS::DynamoDB::Table", {"TableName": before.outputs["SessionsTableName"]}),
    }
    template = retained(expanded())
    # The bucket's policy denies what comes without TLS, so the embedded cloud has none that could be imported.
    assert {*held, "BucketPolicy"} == template["Resources"].keys()
    template["Resources"] = {name: template["Resources"][name] for name in names}
    stacks = running.client("cloudformation")
    stacks.create_change_set(
        StackName=before.name,
        ChangeSetName="recovery",
        ChangeSetType="IMPORT",
        TemplateBody=json.dumps(template),
        Parameters=[{"ParameterKey": "Programme", "ParameterValue": "harbour"}],
        ResourcesToImport=[
            {"LogicalResourceId": name, "ResourceType": kind, "ResourceIdentifier": identifier}
            for name, (kind, identifier) in held.items()
            if name in names
        ],
    )
    stacks.get_waiter("change_set_create_complete").wait(StackName=before.name, ChangeSetName="recovery")
    stacks.execute_change_set(StackName=before.name, ChangeSetName="recovery")
    stacks.get_waiter("stack_import_complete").wait(StackName=before.name)


def delete(running: Cloud, name: str) -> None:
    stacks = running.client("cloudformation")
    stacks.delete_stack(StackName=name)
    stacks.get_waiter("stack_delete_complete").wait(StackName=name)
