"""No test here may reach a real account."""

from collections.abc import Iterator
from typing import Any

import pytest

from wod_cli.template import expanded

from .operations import operated
from .world import World, world


@pytest.fixture(autouse=True, scope="session")
def _no_account() -> None:
    patch = pytest.MonkeyPatch()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        patch.setenv(name, "testing")
    patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    patch.delenv("AWS_ENDPOINT_URL", raising=False)
    patch.delenv("AWS_PROFILE", raising=False)


@pytest.fixture(scope="session")
def template() -> dict[str, Any]:
    """template.yaml without its loops; no test changes it."""
    return expanded()


@pytest.fixture
def chain(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The chain; in modules that are marked `operated`, with the queues of a deployed stack and the commands on it."""
    is_operated = request.node.get_closest_marker("operated")
    with operated(monkeypatch) if is_operated else world() as made:
        yield made
