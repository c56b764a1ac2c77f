"""Retries within a function: which errors, how often, and after which wait. The queue retries everything else."""

from collections.abc import Callable

from botocore.config import Config
from botocore.exceptions import ClientError, FlexibleChecksumError, IncompleteReadError, ResponseStreamingError
from tenacity import (
    RetryCallState,
    Retrying,
    retry,
    retry_if_exception,
    retry_if_exception_type,
    stop_after_attempt,
    stop_before_delay,
    wait_random_exponential,
)
from urllib3.exceptions import ProtocolError

_ATTEMPTS = 4

# A call that hangs must fail, with all its retries, while the function, which has thirty seconds, can still report it.
CLIENT_CONFIG = Config(connect_timeout=3, read_timeout=5, retries={"mode": "standard", "total_max_attempts": _ATTEMPTS})
"""Configuration of every client: botocore retries a call that fails for a moment."""

# botocore retries a call that fails, but not one whose response breaks off while it is read.
_BROKEN_OFF = (ResponseStreamingError, IncompleteReadError, FlexibleChecksumError, ProtocolError)


def is_broken_off(error: BaseException) -> bool:
    """Return whether an AWS response broke off while it was read."""
    # Half of a not-found response does not say what is missing: the object or the bucket.
    no_code = isinstance(error, ClientError) and error.response["Error"]["Code"] == "404"
    return no_code or isinstance(error, _BROKEN_OFF)


def is_throttled(error: BaseException) -> bool:
    """Return whether SQS reports throttling in its old way; botocore itself only retries the new one."""
    return isinstance(error, ClientError) and error.response["Error"]["Code"].endswith(".RequestThrottled")


def repeated_if[**P, R](
    which: Callable[[BaseException], bool], seconds: float
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Repeat a function that raises such an error, with random waits from a range that doubles each time."""
    return retry(
        retry=retry_if_exception(which),
        wait=wait_random_exponential(multiplier=seconds),
        stop=stop_after_attempt(_ATTEMPTS),
        reraise=True,
    )


def request_retry(failure: type[Exception], attempts: int, seconds: float, sleep: Callable[[float], None]) -> Retrying:
    """Return a retry of a request to the blog for this failure, which waits as long as the blog demands by the
    failure's `seconds`; up to this number of attempts and this time."""
    return Retrying(
        retry=retry_if_exception_type(failure),
        wait=_wait,
        stop=stop_after_attempt(attempts) | stop_before_delay(seconds),
        sleep=sleep,
        reraise=True,
    )


def _wait(state: RetryCallState) -> float:
    """Return the wait that the blog demands, plus a random time from a range that doubles with each attempt."""
    failure = state.outcome.exception() if state.outcome else None
    return float(getattr(failure, "seconds", 0)) + _backoff(state)


_backoff = wait_random_exponential(multiplier=1, max=10)
