"""Measure a post's time through the deployed chain, and through the same chain with empty functions.

The stack is built and deployed into its own embedded cloud, which takes minutes. The time is from the message of a
fetched post to the figures in gold and the sessions in the table. An empty function imports botocore and makes the one
call that triggers the next stage.
"""

import io
import tempfile
import time
import zipfile
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from benchmarks.posts import week
from rich.console import Console
from rich.table import Table

from wod.keys import GOLD_PREFIX
from wod.messages import PostMessage
from wod_cli.deployed.queues import queues_of
from wod_cli.deployed.stack import Stack, find_stack
from wod_cli.embedded import cloud
from wod_cli.embedded.deploy import build, deploy

POSTS = 20
FETCHED_AT = "2026-01-01T12:00:00"
SECONDS_OF_PATIENCE = 120
SECONDS_BETWEEN_LOOKS = 0.01
EMPTY = Path(__file__).with_name("empty_function.py")


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        build(place)
        try:
            running = cloud.start(place, port=0)
            deploy(running, place, {})
            stack = find_stack("dev", client=running.client)
            leave_out_listeners(stack)
            with_runs = [seconds(stack, number) for number in range(POSTS)]
            keep_no_runs(stack)
            ours = [seconds(stack, number) for number in range(POSTS, 2 * POSTS)]
            empty_functions(stack)
            empty = [seconds(stack, number) for number in range(2 * POSTS, 3 * POSTS)]
        finally:
            cloud.stop(place)
    table = Table(
        "One post in warm functions", "Empty functions", "The chain", "Ratio", "The chain, runs kept", "Ratio"
    )
    for name, of in (("median", median), ("best", min)):
        # The first post waits until the emulator has started or replaced each function, which is not our time.
        floor, chain, kept = (of(times[1:]) * 1000 for times in (empty, ours, with_runs))
        table.add_row(
            name, f"{floor:.0f} ms", f"{chain:.0f} ms", f"{chain / floor:.1f}", f"{kept:.0f} ms", f"{kept / floor:.1f}"
        )
    Console().print(table)


def seconds(stack: Stack, number: int) -> float:
    """Send a post, and return the time until gold and the table have its week."""
    post = week(2 * number)  # so that no week is the one before another
    path, date = post["week_path"], post["monday"]
    message = PostMessage(correlation_id=f"run-{number}", fetched_at=FETCHED_AT, post=post)
    queue = queues_of(stack).named("dump-post-to-bucket")
    s3, dynamodb = stack.client("s3"), stack.client("dynamodb")
    began = time.perf_counter()
    queue.send(msgspec.json.encode(message).decode())
    while time.perf_counter() < began + SECONDS_OF_PATIENCE:
        if has_object(s3, stack.outputs["BucketName"], f"{GOLD_PREFIX}{path}.json") and has_sessions(
            dynamodb, stack.outputs["SessionsTableName"], date
        ):
            return time.perf_counter() - began
        time.sleep(SECONDS_BETWEEN_LOOKS)
    raise TimeoutError(f"The week {path} did not come.")


def has_object(s3: Any, bucket: str, key: str) -> bool:
    """Return whether the object is there."""
    return bool(s3.list_objects_v2(Bucket=bucket, Prefix=key)["KeyCount"])


def has_sessions(dynamodb: Any, table: str, date: str) -> bool:
    """Return whether the table has sessions on this date."""
    answer = dynamodb.query(
        TableName=table,
        KeyConditionExpression="#date = :date",
        ExpressionAttributeNames={"#date": "date"},
        ExpressionAttributeValues={":date": {"S": date}},
    )
    return bool(answer["Count"])


def leave_out_listeners(stack: Stack) -> None:
    """Disable the stages after gold: the site and the texts of one post would take processor time from the next."""
    functions = stack.client("lambda")
    for mapping in functions.list_event_source_mappings()["EventSourceMappings"]:
        if mapping["EventSourceArn"].endswith(("-render-week", "-announce-week")):
            functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)


def keep_no_runs(stack: Stack) -> None:
    """Disable the stage behind the logs, which on AWS runs on another machine."""
    logs = stack.client("logs")
    for group in logs.describe_log_groups()["logGroups"]:
        of_group = {"logGroupName": group["logGroupName"]}
        for kept in logs.describe_subscription_filters(**of_group)["subscriptionFilters"]:
            logs.delete_subscription_filter(**of_group, filterName=kept["filterName"])


def empty_functions(stack: Stack) -> None:
    """Deploy the empty function in place of each stage but the fetch, which is not part of the measure."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(EMPTY, "app.py")
    functions = stack.client("lambda")
    for page in functions.get_paginator("list_functions").paginate():
        for function in page["Functions"]:
            if "STAGE_NAME" in function.get("Environment", {}).get("Variables", {}):
                functions.update_function_code(FunctionName=function["FunctionName"], ZipFile=packed.getvalue())


if __name__ == "__main__":
    main()
