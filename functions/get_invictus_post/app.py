"""Fetch posts of the blog for the schedule or a fetch message, and send them on one by one."""

from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from wod.plumbing.fetching.fetch import fetch, fetch_as_requested
from wod.plumbing.fetching.request import FetchRequest
from wod.plumbing.queue_stage import queue_stage
from wod.plumbing.settings import fetch_queue, next_queue
from wod.plumbing.telemetry import instrumented


def handler(event: Any, context: LambdaContext) -> dict[str, Any]:
    return (from_queue if isinstance(event, dict) and "Records" in event else from_schedule)(event, context)


@queue_stage(FetchRequest, needs=[next_queue, fetch_queue])
def from_queue(request: FetchRequest) -> None:
    fetch(request)


@instrumented
def from_schedule(event: Any, context: LambdaContext) -> dict[str, Any]:
    return fetch_as_requested(event)
