"""Posts of the blog are fetched and sent on one by one, as the schedule, an event or a fetch message asks."""

from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from wod.plumbing.fetch import fetch, fetch_what_is_new, request_of
from wod.plumbing.stage import instrumented, queue_stage
from wod.plumbing.wordpress import FetchRequest


@instrumented
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any] | None:
    if "Records" in event:
        return from_queue(event, context)
    if "posts_per_page" in event or "page" in event:
        fetch(request_of(event))
    else:
        fetch_what_is_new()
    return None


@queue_stage(FetchRequest)
def from_queue(request: FetchRequest) -> None:
    fetch(request)
