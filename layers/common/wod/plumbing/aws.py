"""The clients of a function."""

from functools import cache
from typing import Any

from botocore.session import get_session

from wod.plumbing import tracing
from wod.plumbing.retries import CLIENT_CONFIG


@cache
def client(service: str) -> Any:
    """Return the function's client of an AWS service, whose calls are traced.

    It is the client that boto3 would make, without boto3, whose resources and transfers take a tenth of a cold start.
    `AWS_ENDPOINT_URL` and the other usual settings are heeded.
    """
    made = _session().create_client(service, config=CLIENT_CONFIG)
    tracing.watch(made)
    return made


@cache
def _session() -> Any:
    return get_session()
