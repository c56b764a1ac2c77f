"""One embedded cloud for all tests of a process, apart from any that a person has running."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daemon import Daemon
from tests.e2e.chain import Chain, deployed
from wod_cli import PROJECT
from wod_cli.deployed.stack import Stack
from wod_cli.embedded.deploy import build
from wod_cli.testbed import small_wordpress

SITE_URL = "https://training.example"
BLOG = [json.loads((PROJECT / "events" / "posts" / "across_years.json").read_bytes())]


LONGEST = ("test_roles.py", "test_stacks.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process is left alone with one in the end."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Functions and layers as `sam build` leaves them; the first process builds them for all."""
    build(tmp_path_factory.mktemp("build"))
    return PROJECT / ".aws-sam" / "build"


@pytest.fixture(scope="package")
def daemon() -> Iterator[Daemon]:
    """On AWS, Lambda itself passes the daemon's address to a function."""
    made = Daemon()
    yield made
    made.close()


@pytest.fixture(scope="package")
def chain(built: Path, daemon: Daemon, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chain]:
    """The stack, deployed; its blog has one post."""
    folder = tmp_path_factory.mktemp("cloud")
    settings = {"AWS_XRAY_DAEMON_ADDRESS": daemon.address}
    with (
        small_wordpress.serve(BLOG) as url,
        deployed(folder, {"WordPressUrl": url, "SiteUrl": SITE_URL}, settings) as made,
    ):
        enable_schedule(made.stack)
        yield made


def enable_schedule(stack: Stack) -> None:
    """Let the fetch be fired every minute; the first minute passes while other tests run."""
    stack.client("events").put_rule(
        Name="invictus-weightlifting-dev-get-invictus-post-schedule",
        ScheduleExpression="rate(1 minute)",
        State="ENABLED",
    )
