"""The queues of a stack, and what the messages in them are about."""

import json
from typing import Any

from wod_cli.problem import Problem
from wod_cli.stack import Stack


def queue_urls(stack: Stack) -> dict[str, str]:
    """The URLs of all queues of the stack, by their names without what every name of the stack begins with."""
    prefix = f"invictus-weightlifting-{stack.stage}-"
    pages = stack.client("sqs").get_paginator("list_queues").paginate(QueueNamePrefix=prefix)
    urls = [url for page in pages for url in page.get("QueueUrls", [])]
    return {url.rsplit("/", 1)[-1].removeprefix(prefix): url for url in urls}


def queue_url(stack: Stack, name: str) -> str:
    """The URL of one queue, by its name with or without the stack's beginning. Raises Problem where there is none."""
    urls = queue_urls(stack)
    short = name.removeprefix(f"invictus-weightlifting-{stack.stage}-")
    if short not in urls:
        raise Problem(f"The stack has no queue {name!r}: it has {', '.join(sorted(urls)) or 'none'}.")
    return urls[short]


def object_created(bucket: str, key: str) -> str:
    """EventBridge's event of a new object in a bucket, as the stages that read the bucket take it."""
    detail = {"bucket": {"name": bucket}, "object": {"key": key}}
    return json.dumps({"source": "aws.s3", "detail-type": "Object Created", "detail": detail})


def post_of(body: str) -> str:
    """What names the post that a message is about: the slug, or the key of its object; empty where it has neither."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    ways = (("source", "slug"), ("post", "slug"), ("detail", "object", "key"))
    return next((found for way in ways if (found := _text_at(message, way))), "")


def _text_at(value: Any, way: tuple[str, ...]) -> str:
    for name in way:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""
