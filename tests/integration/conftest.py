"""No test here may reach a real account."""

from collections.abc import Iterator

import pytest

from .operations import operated
from .world import World


@pytest.fixture(autouse=True, scope="session")
def _no_account() -> None:
    patch = pytest.MonkeyPatch()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        patch.setenv(name, "testing")
    patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    patch.delenv("AWS_ENDPOINT_URL", raising=False)
    patch.delenv("AWS_PROFILE", raising=False)


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The chain as an operator has it. Modules that only need the stages have their own."""
    with operated(monkeypatch) as made:
        yield made
