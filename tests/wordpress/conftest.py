"""One WordPress for all tests; each has a category of its own there."""

from collections.abc import Iterator

import pytest

from tests.integration.conftest import _no_account  # noqa: F401 - a fixture

from .site import Site, a_site


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with a_site() as made:
        yield made
