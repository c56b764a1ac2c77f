"""Keep the runs that stages have logged, as CloudWatch Logs delivers them."""

import json
from base64 import b64decode
from contextlib import suppress
from gzip import decompress
from typing import Any

from wod.plumbing import objects
from wod.plumbing.objects import Conflict
from wod.plumbing.telemetry import logger
from wod.runs import files_of, run_of


def store_delivered(event: dict[str, Any]) -> None:
    """Write the runs of the delivered log lines to the bucket. A repeated delivery writes nothing."""
    delivery = json.loads(decompress(b64decode(event["awslogs"]["data"])))
    if delivery["messageType"] != "DATA_MESSAGE":  # CloudWatch Logs checks whether it reaches the function
        return
    lines = delivery["logEvents"]
    runs = [run for line in lines if (run := run_of(line["id"], line["message"]))]
    for key, body in files_of(runs).items():
        with suppress(Conflict):
            objects.write(key, body, over=None)
    logger.info("kept", runs=len(runs), other_lines=len(lines) - len(runs))
