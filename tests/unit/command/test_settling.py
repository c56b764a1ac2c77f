"""When the commands hold the chain for idle."""

import pytest

from wod_cli.deployed.settling import seconds_of_quiet


@pytest.mark.parametrize(
    ("endpoint", "seconds"),
    [
        ("https://sqs.eu-west-1.amazonaws.com", 10),
        ("https://sqs.127.example", 10),
        ("http://127.0.0.1:4566", 3),
        ("http://localhost:4566", 3),
    ],
)
def test_an_embedded_cloud_is_idle_sooner_than_aws(endpoint: str, seconds: int) -> None:
    """AWS counts messages some seconds late, and an embedded cloud at once."""
    assert seconds == seconds_of_quiet(endpoint)
