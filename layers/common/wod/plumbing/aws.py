"""Clients and settings of a function."""

import os
from functools import cache
from typing import Any

import boto3
from botocore.config import Config

# A call that hangs must fail, with all its tries, while the function still has time to tell: it has thirty seconds.
# What fails after these tries is the queue's to retry.
_CONFIG = Config(connect_timeout=3, read_timeout=5, retries={"mode": "standard", "total_max_attempts": 4})


@cache
def client(service: str) -> Any:
    """The function's client of an AWS service. `AWS_ENDPOINT_URL` and the other usual settings are heeded by boto3."""
    make: Any = boto3.client  # its types want the name of the service spelled out
    return make(service, config=_CONFIG)


def setting(name: str) -> str:
    """A setting of this function, from its environment. Raises KeyError with the name where the template forgot it."""
    return os.environ[name]
