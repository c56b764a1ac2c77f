"""The structured logs and the metrics of a function."""

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()
metrics = Metrics(namespace="InvictusWeightlifting")

type Handler = Callable[[dict[str, Any], LambdaContext], dict[str, Any]]


def instrumented(handler: Handler) -> Handler:
    """Put structured logs and metrics around a handler."""
    return logger.inject_lambda_context(clear_state=True)(metrics.log_metrics(handler))
