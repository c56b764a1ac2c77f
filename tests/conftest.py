"""Settings of all tests."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Tests, clients and models are many objects that live long: looking for garbage among them took a sixth of the time.
gc.set_threshold(50_000, 20, 100)

# The time of an example means nothing here: machines are noisy, and speed is measured by `make bench`.
# At a desk each run tries a few examples, other ones each time; CI tries more, which is a minute of its time.
settings.register_profile("few", deadline=None, max_examples=20)
settings.register_profile("usual", deadline=None, max_examples=50)
# For a change that is worth the hour: `pytest --hypothesis-profile many --timeout 0`.
settings.register_profile("many", deadline=None, max_examples=1000)
settings.load_profile("usual" if os.environ.get("CI") else "few")


def pytest_collection_finish() -> None:
    """Leave modules and tests out of each later look for garbage: they live to the end."""
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def _no_lifter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests never read the maxima of the person who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("configuration")))
        yield


@pytest.fixture
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's configuration folder, empty at first."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    return tmp_path / "configuration" / "wod"
