"""The clients of a function."""

from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

from botocore.config import Config
from botocore.session import get_session
from botocore.utils import parse_timestamp

from wod.plumbing import tracing
from wod.plumbing.retries import CLIENT_CONFIG

_OF_SERVICE = {"dynamodb": Config(parameter_validation=False)}
"""Checking each of a session's thousand values takes two thirds of a call's processor time, and DynamoDB checks them
anyway."""


@cache
def client(service: str) -> Any:
    """Return the function's client of an AWS service, with traced calls.

    It is the client that boto3 would create, without boto3, whose resources and transfers take a tenth of a cold start.
    `AWS_ENDPOINT_URL` and the other usual settings apply.
    """
    if service == "dynamodb":
        _pass_values_on()
    made = _session().create_client(service, config=CLIENT_CONFIG.merge(_OF_SERVICE.get(service, Config())))
    tracing.watch(made)
    return made


@cache
def _session() -> Any:
    made = get_session()
    made.get_component("response_parser_factory").set_parser_defaults(timestamp_parser=read_time)
    return made


def read_time(value: Any) -> datetime:
    """Return a time of a response. dateutil, which botocore uses, takes most of the time for a long list of objects."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):  # the second is the form of headers
        with suppress(AttributeError, TypeError, ValueError):
            return read(value)
    return parse_timestamp(value)


def _pass_values_on() -> None:
    """Make botocore send and return an item's values as they are, as it does with any JSON document.

    It looks at each value for ten members, which is most of the time for a week of sessions.
    """
    model = _session().get_component("data_loader").load_service_model("dynamodb", "service-2")
    model["shapes"]["AttributeValue"]["document"] = True
