"""The deployed stack that a command speaks to: by the usual AWS settings, on AWS or in an embedded cloud."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import boto3
import typer
from botocore.config import Config
from botocore.exceptions import (
    ClientError,
    EndpointConnectionError,
    NoCredentialsError,
    NoRegionError,
)
from botocore.parsers import ResponseParserError

from wod.blog import DEFAULT_BLOG
from wod_cli import PROGRAMME, stack_name
from wod_cli.embedded import cloud
from wod_cli.errors import CommandError
from wod_cli.posts.blog_option import blog_of
from wod_cli.terminal.listing import tracked

_AT_ONCE = 8

# Each command begins with this call, which by default is repeated for fifteen seconds if nothing runs at the address.
_SOON = Config(retries={"mode": "standard", "total_max_attempts": 3})

STAGES = ("dev", "test", "staging", "prod")
PROGRAMME_NAME = "(?!.*-(dev|test|staging|prod)(-|$))[a-z]([a-z0-9-]{0,22}[a-z0-9])?"
"""As the parameters of the template have them."""


def _stage(name: str) -> str:
    if name not in STAGES:
        raise typer.BadParameter(f"a stage is {', '.join(STAGES[:-1])} or {STAGES[-1]}.")
    return name


def _programme(name: str) -> str:
    if not re.fullmatch(PROGRAMME_NAME, name):
        raise typer.BadParameter("a programme has small letters, digits and hyphens, and no stage after a hyphen.")
    return name


StageOption = Annotated[
    str, typer.Option(envvar="WOD_STAGE", metavar="STAGE", help="Which stack: PROGRAMME-STAGE.", callback=_stage)
]
ProgrammeOption = Annotated[
    str,
    typer.Option(
        envvar="WOD_PROGRAMME", metavar="PROGRAMME", help="Whose stack: PROGRAMME-STAGE.", callback=_programme
    ),
]


@dataclass(frozen=True)
class Stack:
    """A deployed stack: its outputs by their names, and the factory of its clients."""

    name: str
    outputs: dict[str, str]
    client: Callable[..., Any]
    blog: str = DEFAULT_BLOG
    """The name of the blog that it reads."""

    @property
    def prefix(self) -> str:
        """The prefix of the names of its functions and queues."""
        return f"{self.name}-"

    @property
    def fetch_function(self) -> str:
        """Return the name of the function that fetches posts."""
        return f"{self.prefix}get-invictus-post"

    def listed(self, prefix: str) -> Iterator[dict[str, Any]]:
        """Yield S3's entry of each object in the bucket whose key has this prefix."""
        pages = self.client("s3").get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self.outputs["BucketName"], Prefix=prefix):
            yield from page.get("Contents", [])

    def keys(self, prefix: str) -> list[str]:
        """Return the keys in the bucket that have this prefix."""
        return [found["Key"] for found in self.listed(prefix)]

    def body(self, key: str) -> bytes:
        """Return the body of an object of the bucket."""
        body: bytes = self.client("s3").get_object(Bucket=self.outputs["BucketName"], Key=key)["Body"].read()
        return body

    def copy(self, prefixes: Iterable[str], to: Path) -> None:
        """Copy each object of the bucket whose key has one of these prefixes into a folder, under its key."""
        keys = [key for prefix in prefixes for key in self.keys(prefix)]
        for key in tracked(keys, "reading the bucket"):
            path = to / key
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.body(key))


def one_attempt(seconds: int) -> Config:
    """Return the configuration of a client for a call that must not be repeated and may take this many seconds."""
    return Config(read_timeout=seconds, retries={"total_max_attempts": 1})


def at_once[T, R](work: Callable[[T], R], things: Iterable[T]) -> list[R]:
    """Return the results of work that waits for AWS, in the order of the things; several are done at a time."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(work, things))


def find_stack(stage: str, programme: str = PROGRAMME, client: Callable[..., Any] = boto3.client) -> Stack:
    """Return the deployed stack of a programme and stage. Raise CommandError if there is none."""
    name = stack_name(stage, programme)
    try:
        stacks = client("cloudformation", config=_SOON)
        found = stacks.describe_stacks(StackName=name)["Stacks"][0]
    except ClientError as error:
        if "does not exist" not in str(error):
            raise
        raise CommandError(
            f"There is no stack {name} in {stacks.meta.region_name}: deploy it, name another --stage or --programme, "
            f"or set AWS_DEFAULT_REGION to its region.{_hint(error)}"
        ) from error
    except ValueError as error:  # botocore's only error that is not a BotoCoreError
        stated = os.environ.get("AWS_ENDPOINT_URL")
        raise CommandError(
            f"AWS_ENDPOINT_URL is not an address: {stated!r}; unset it for AWS, or call `wod local up`."
        ) from error
    outputs = {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", [])}
    parameters = {parameter["ParameterKey"]: parameter["ParameterValue"] for parameter in found.get("Parameters", [])}
    return Stack(name, outputs, cache(client), parameters.get("Blog", DEFAULT_BLOG))


def read_as(stack: Stack) -> None:
    """Make this process read posts and movements as the stack does. Raise CommandError if its blog is not known
    here."""
    blog_of(stack.blog)
    os.environ["BLOG"] = stack.blog


def use(stack: Stack) -> None:
    """Make the functions of the stages, in this process, work on the bucket and the table of the stack."""
    os.environ["BUCKET_NAME"] = stack.outputs["BucketName"]
    os.environ["SESSIONS_TABLE"] = stack.outputs["SessionsTableName"]


def explain(error: Exception) -> str:
    """Return an error of AWS, or of the connection to it, as one sentence with a hint."""
    if isinstance(error, ResponseParserError):  # also the embedded cloud's answer to the keys of an earlier one
        address = os.environ.get("AWS_ENDPOINT_URL", "AWS")
        return f'{address} answers, but not as AWS: `eval "$(wod local up)"` points this shell at the embedded cloud.'
    return f"AWS: {str(error).rstrip('.')}.{_hint(error)}"


def _hint(error: Exception) -> str:
    """Return a hint for an error of AWS, such as how to reach the embedded cloud, which no command chooses by
    itself."""
    if isinstance(error, EndpointConnectionError) and "AWS_ENDPOINT_URL" in os.environ:
        return ' Nothing runs there: `eval "$(wod local up)"` starts the embedded cloud and points this shell at it.'
    if cloud.running(cloud.LOCAL) and "AWS_ENDPOINT_URL" not in os.environ:
        return ' The embedded cloud is running: `eval "$(wod local up)"` points this shell at it.'
    if isinstance(error, NoRegionError | NoCredentialsError):
        return ' Set AWS_PROFILE and AWS_DEFAULT_REGION, or `eval "$(wod local up)"` for an embedded cloud.'
    return ""
