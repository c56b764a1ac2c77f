"""The clients of a function."""

from functools import cache
from typing import Any

import boto3

from wod.plumbing import tracing
from wod.plumbing.retries import CLIENT_CONFIG


@cache
def client(service: str) -> Any:
    """Return the function's client of an AWS service, whose calls are traced.

    boto3 heeds `AWS_ENDPOINT_URL` and the other usual settings.
    """
    make: Any = boto3.client  # its types want the name of the service spelled out
    made = make(service, config=CLIENT_CONFIG)
    tracing.watch(made)
    return made
