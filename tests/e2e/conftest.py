"""One embedded cloud for all these tests, apart from any that a person has running."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.chain import Chain
from wod_cli import PROJECT, cloud, small_wordpress
from wod_cli.deploy import build, deploy
from wod_cli.inbox import Inbox
from wod_cli.stack import Stack, find_stack

BLOG = [json.loads((PROJECT / "events" / "posts" / "across_years.json").read_bytes())]


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Functions and layers as `sam build` leaves them."""
    build(tmp_path_factory.mktemp("build"))
    return PROJECT / ".aws-sam" / "build"


@pytest.fixture(scope="package")
def chain(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chain]:
    """The stack, deployed; its blog has one post."""
    folder = tmp_path_factory.mktemp("cloud")
    with small_wordpress.serve(BLOG) as url:
        try:
            running = cloud.start(folder, port=0)
            deploy(running, folder, {"WordPressUrl": url})
            stack = find_stack("dev", running.client)
            enable_schedule(stack)
            yield Chain(
                stack,
                folder,
                notifications=Inbox.of_topic(stack, stack.outputs["NotificationTopicArn"], "notifications"),
                alerts=Inbox.of_topic(stack, stack.outputs["AlertsTopicArn"], "alerts"),
                bus=Inbox.of_bus(stack, stack.outputs["EventBusName"], "changes"),
            )
        finally:
            cloud.stop(folder)


def enable_schedule(stack: Stack) -> None:
    """Let the fetch be fired every minute; the first minute passes while other tests run."""
    stack.client("events").put_rule(
        Name="invictus-weightlifting-dev-fetch", ScheduleExpression="rate(1 minute)", State="ENABLED"
    )
