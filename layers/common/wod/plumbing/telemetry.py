"""The structured logs, the metrics and the trace of a function."""

import gc
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.utilities.typing import LambdaContext

from wod.plumbing import tracing

logger = Logger()
metrics = Metrics(namespace="InvictusWeightlifting")

_OF_A_MESSAGE = (
    "correlation_id",
    "post_id",
    "slug",
    "bronze_key",
    "bronze_version_id",
    "object_key",
    "object_version_id",
    "week",
    "session_key",
    "text",
)

type Handler = Callable[[dict[str, Any], LambdaContext], dict[str, Any]]


def instrumented(handler: Handler) -> Handler:
    """Wrap a handler with structured logs and metrics, and end the function's init: garbage is collected from here on,
    but the objects loaded so far are frozen."""
    gc.freeze()
    gc.enable()
    return logger.inject_lambda_context(clear_state=True)(metrics.log_metrics(handler))


def about(**keys: Any) -> None:
    """Add the subject of the work to the log lines from here on, and its correlation id to the trace."""
    logger.append_keys(**keys)
    tracing.annotate(keys.get("correlation_id"))


def about_nothing() -> None:
    """Forget the subject of the work: the next message of a batch begins."""
    logger.append_keys(**dict.fromkeys(_OF_A_MESSAGE))
