"""The embedded clouds of the tests, apart from any that a person has running."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.daemon import Daemon
from tests.e2e.chain import Chain, deployed
from tests.e2e.posts import forja_post
from wod_cli import PROJECT
from wod_cli.deployed.stack import Stack
from wod_cli.embedded.deploy import build
from wod_cli.testbed import small_wordpress
from wod_cli.testbed.small_wordpress import Post

SITE_URL = "https://training.example"
BLOG = [json.loads((PROJECT / "events" / "posts" / "across_years.json").read_bytes())]


STACKS = {
    **dict.fromkeys(
        ("test_backfill.py", "test_catalogue.py", "test_chain.py", "test_demo.py", "test_documents.py"), "chain"
    ),
    **dict.fromkeys(("test_runs.py", "test_tracing.py"), "chain"),
    **dict.fromkeys(("test_blogs.py", "test_stacks.py"), "forja"),
    "test_roles.py": "bench",
}
"""The stack that the tests of a file use, by its fixture; those with the longest tests first."""


class OneProcessForAStack(LoadScopeScheduling):  # type: ignore[misc] # xdist has no types
    """All tests of a stack run in one process, so that it is deployed once, and all of any other file."""

    def _split_scope(self, nodeid: str) -> str:
        file = Path(nodeid.partition("::")[0]).name
        return STACKS.get(file, file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneProcessForAStack:
    return OneProcessForAStack(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the stacks, because they take longest."""
    items.sort(key=lambda item: [*STACKS].index(item.path.name) if item.path.name in STACKS else len(STACKS))


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


@pytest.fixture(scope="package")
def forja_posts() -> list[Post]:
    """The posts of Forja's blog; a test may add an edit."""
    return [forja_post(name) for name in ("lunes", "martes", "miercoles", "jueves")]


@pytest.fixture(scope="package")
def forja(built: Path, forja_posts: list[Post], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chain]:
    """The stack in a cloud of its own, deployed for Forja, whose address alone is another than its file says. Other
    stacks come and go beside it."""
    folder = tmp_path_factory.mktemp("forja")
    with (
        small_wordpress.serve(forja_posts) as url,
        deployed(folder, {"Blog": "forja", "WordPressUrl": url}) as made,
    ):
        yield made


def enable_schedule(stack: Stack) -> None:
    """Let the fetch be fired every minute; the first minute passes while other tests run."""
    stack.client("events").put_rule(
        Name="invictus-weightlifting-dev-get-invictus-post-schedule",
        ScheduleExpression="rate(1 minute)",
        State="ENABLED",
    )
