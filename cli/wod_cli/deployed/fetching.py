"""Run the function of a stack that fetches posts."""

import json
from typing import Any

from wod_cli.deployed.stack import Stack, one_attempt
from wod_cli.errors import CommandError

_SECONDS_TO_FETCH = 150


def fire_schedule(stack: Stack) -> dict[int, str]:
    """Do what the schedule does every ten minutes, and return the last modification of each fetched post.

    Raise CommandError if the blog cannot be read.
    """
    return invoke_fetch(stack, {"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}})


def fire_page(stack: Stack, page: int, posts_per_page: int) -> dict[int, str]:
    """Fetch one page, and return the last modification of each of its posts."""
    return invoke_fetch(stack, {"page": page, "posts_per_page": posts_per_page})


def invoke_fetch(stack: Stack, event: dict[str, Any]) -> dict[int, str]:
    """Run get_invictus_post and wait for it. Raise CommandError if it fails."""
    answer = stack.client("lambda", config=one_attempt(_SECONDS_TO_FETCH)).invoke(
        FunctionName=stack.fetch_function, Payload=json.dumps(event).encode()
    )
    payload = json.load(answer["Payload"])
    if "FunctionError" in answer:
        reason = payload.get("errorMessage", "no reason given")
        raise CommandError(f"The fetch failed: {reason} Its log is /aws/lambda/{stack.fetch_function}.")
    return {int(number): modified for number, modified in payload["posts"].items()}
