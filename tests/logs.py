"""The log of the functions, as tests read it and as CloudWatch Logs delivers it."""

import io
import json
import logging
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from gzip import compress
from typing import Any

from wod.plumbing import telemetry


@contextmanager
def captured_log() -> Iterator[io.StringIO]:
    """Yield the stream that gets what the functions log until the end of the block."""
    handler = telemetry.logger.registered_handler
    assert isinstance(handler, logging.StreamHandler)
    log = io.StringIO()
    before = handler.setStream(log)
    try:
        yield log
    finally:
        handler.setStream(before)


def delivered(lines: Iterable[str], kind: str = "DATA_MESSAGE") -> dict[str, Any]:
    """Return the event with which CloudWatch Logs delivers these log lines."""
    events = [{"id": str(number), "timestamp": 0, "message": line} for number, line in enumerate(lines)]
    body = json.dumps({"messageType": kind, "logEvents": events}).encode()
    return {"awslogs": {"data": b64encode(compress(body)).decode()}}
