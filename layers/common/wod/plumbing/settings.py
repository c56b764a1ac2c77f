"""The settings that the template passes to a function through its environment.

A function names the settings that it needs beside its message, and its import fails if one is missing. They are read at
each use, because a command points its process at a stack.
"""

from collections.abc import Callable
from os import environ

type Setting = Callable[[], str]
"""A setting: it returns the value, and raises MissingSetting if it is missing, or empty without being optional."""


class MissingSetting(Exception):
    """The template forgot a setting. The message is one sentence: what is missing, in which function, what to do."""


def check(*needed: Setting) -> None:
    """Raise MissingSetting if a setting that a function needs is missing."""
    for setting in needed:
        setting()


def stage_name() -> str:
    """Return the stage's name in the keys of quarantine."""
    return _needed("STAGE_NAME")


def bucket_name() -> str:
    """Return the bucket of bronze, silver, gold and quarantine."""
    return _needed("BUCKET_NAME")


def next_queue() -> str:
    """Return the URL of the queue for the result."""
    return _needed("NEXT_QUEUE_URL")


def silver_queue() -> str:
    """Return the URL of the queue of the stage that stores sessions."""
    return _needed("SILVER_QUEUE_URL")


def fetch_queue() -> str:
    """Return the URL of the fetch queue, one message per page."""
    return _needed("FETCH_QUEUE_URL")


def sessions_table() -> str:
    """Return the name of the table of sessions."""
    return _needed("SESSIONS_TABLE")


def event_bus() -> str:
    """Return the name of the bus for changes."""
    return _needed("EVENT_BUS_NAME")


def blog_name() -> str:
    """Return the name of the blog, or the path of its TOML file; empty for the default one."""
    return environ.get("BLOG", "")


def wordpress_url() -> str:
    """Return the address of the blog; empty for the one in the blog's file."""
    return environ.get("WORDPRESS_URL", "")


def wordpress_category() -> str:
    """Return the category of the posts; empty for the one in the blog's file."""
    return environ.get("WORDPRESS_CATEGORY", "")


def wordpress_secret() -> str:
    """Return the ARN of the secret with the credentials of the blog; empty if it needs none."""
    return environ.get("WORDPRESS_SECRET_ARN", "")


def people_topic() -> str:
    """Return the ARN of the topic for announcements to people."""
    return _needed("PEOPLE_TOPIC_ARN")


def alerts_topic() -> str:
    """Return the ARN of the topic for alerts to an operator."""
    return _needed("ALERTS_TOPIC_ARN")


def service_name() -> str:
    """Return the name of the stack, `PROGRAMME-STAGE`, as in logs and metrics."""
    return _needed("POWERTOOLS_SERVICE_NAME")


def site_url() -> str:
    """Return the address of the page; empty if there is none."""
    return environ.get("SITE_URL", "")


def _needed(name: str) -> str:
    value = environ.get(name, "")
    if value:
        return value
    function = environ.get("AWS_LAMBDA_FUNCTION_NAME") or environ.get("STAGE_NAME") or "this process"
    raise MissingSetting(
        f"The environment of {function} lacks {name}; set it under this function's Environment in template.yaml and "
        "deploy again."
    )
